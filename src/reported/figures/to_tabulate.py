"""Tables: what a delivery comes to, by the roles of its quantities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reported.analysis import delivery
from reported.analysis.delivery import Durations, Loads, Supports
from reported.analysis.hedges import Interval
from reported.dossier.claim import Claim
from reported.wording import carrying, lasting, prose
from reported.wording.claims import Words
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say, word_for


def rates_needed(words: Words, needed: Mapping[str, tuple[Claim, Interval]]) -> ShownTable:
    """The rate that the figures need, by the wording of the duration."""
    carried = delivery.figure(words.record, "carried")
    rows = [
        {
            "wording": word_for("wording", wording),
            "duration": words.said(lasts),
            "rate": lasting.rate(words, span, 5),
            "document": words.link(lasts),
            "claims": Refs((carried.claim_id, lasts.claim_id)),
        }
        for wording, (lasts, span) in needed.items()
    ]
    return table_of("needed", rows, widths=[18, 24, 36, 28, 10])


def durations(words: Words, found: Durations) -> ShownTable | None:
    """How long the number carried lasts at each published rate; nothing where none was published."""
    carried, lasts = delivery.figure(words.record, "carried"), words.record.roles.lasts
    rows = [
        {
            "series": words.series_label(row.series),
            "rate": words.said(row),
            "window": words.window(row),
            "whose": row.institution,
            "published": words.link(row),
            "lasts": words.amount(span, lasts),
            "claim": Refs((row.claim_id,)),
        }
        for row, span in found
    ]
    total = words.amount(carried.number, carried.quantity)
    widths = [16, 26, 26, 24, 28, 18, 8]
    return table_of("lasting", rows, widths=widths, topic="series", total=total) if rows else None


def loads(words: Words, found: Loads) -> ShownTable | None:
    """Loads as stated or as worked out from a conversion; nothing where there is none."""
    ways = [carrying.series(words, row, found) for row in found.every]
    told = any(ways)  # whether any way of counting is named
    rows = [
        _load(words, row) | ({"counting": words.series_label(way)} if told else {}) | _each(row, found)
        for row, way in zip(found.every, ways, strict=True)
    ]
    label = words.record.q(found.quantity).label
    widths = [30, 20, 42, *([16] if told else []), 12, 8, 10]
    topic = "counting" if told else "counts"
    return table_of("loads", rows, widths=widths, topic=topic, load=label) if rows else None


def trip_loads(words: Words, found: Loads) -> ShownTable | None:
    """Loads of a trip as stated or as worked out from two counts; nothing where there is none."""
    rows = [_load(words, row, words.said(row)) | _each(row, found) for row in found.every]
    label = words.record.q(found.quantity).label
    return table_of("trip-loads", rows, widths=[32, 22, 44, 16, 8, 10], load=label) if rows else None


def _load(words: Words, row: Claim, said: str = "") -> dict[str, Any]:
    """Whose load it is, and what it was worked out from; one that was stated as it was ``said``."""
    stated = say("load-stated.said", said=said) if said else say("load-stated")
    behind = [words.said(one) for one in words.record.behind(row)]
    return {
        "published": words.link(row),
        "whose": row.institution,
        "from": say("load-formed", total=behind[0], count=behind[1]) if behind else stated,
    }


def _each(row: Claim, found: Loads) -> dict[str, Any]:
    return {
        "each": prose.words(row.spoken),
        "counts": say("load-counts", counts=found.counts(row)),
        "claims": Refs((row.claim_id,)),
    }


def supports(words: Words, tests: Supports) -> ShownTable | None:
    """Counts that came with a load of their own, each held against the total; nothing where there is none."""
    carried = delivery.figure(words.record, "carried")
    rows = [
        {
            "published": words.link(load),
            "count": say("count-of", count=words.said(count), who=count.institution),
            "load": prose.words(load.spoken),
            "gives": words.amount(count.number * load.spoken, carried.quantity),
            "needed": words.amount(carried.number / load.spoken, count.quantity),
            "verdict": word_for("verdict", verdict),
            "claims": Refs((count.claim_id, load.claim_id)),
        }
        for count, load, verdict, _ in tests
    ]
    widths, total = [24, 30, 12, 26, 26, 14, 10], words.said(carried)
    return table_of("support", rows, widths=widths, on_screen=True, total=total) if rows else None
