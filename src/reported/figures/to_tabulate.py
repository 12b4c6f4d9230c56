"""Tables: what a delivery comes to, by the roles of its quantities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reported.analysis import delivery
from reported.analysis.delivery import Durations, Loads, Supports
from reported.analysis.hedges import Interval
from reported.dossier.claim import Claim
from reported.wording import carrying, prose
from reported.wording.claims import Words
from reported.wording.findings import Refs, ShownTable, table


def rates_needed(words: Words, needed: Mapping[str, tuple[Claim, Interval]]) -> ShownTable:
    """The rate that the figures need, by the wording of the duration."""
    carried, rate = delivery.figure(words.record, "carried"), words.record.roles.rate
    rows = [
        {
            "Wording": wording,
            "Duration": words.said(lasts),
            "Rate needed": words.amount(span, rate, 5) if not span.unbounded else "no limit either way",
            "Document": words.link(lasts),
            "Claims": Refs((carried.claim_id, lasts.claim_id)),
        }
        for wording, (lasts, span) in needed.items()
    ]
    caption = "The rate that the figures need, by the wording of the duration."
    return table("needed", caption, rows, widths=[18, 24, 36, 28, 10])


def durations(words: Words, found: Durations) -> ShownTable | None:
    """How long the number carried lasts at each published rate; nothing where none was published."""
    carried, lasts = delivery.figure(words.record, "carried"), words.record.roles.lasts
    rows = [
        {
            "Counted as": words.series_label(row.series),
            "Rate": words.said(row),
            "Of": words.window(row),
            "Whose": row.institution,
            "Published": words.link(row),
            "Lasts": words.amount(span, lasts),
            "Claim": Refs((row.claim_id,)),
        }
        for row, span in found
    ]
    caption = f"How long {words.amount(carried.number, carried.quantity)} last at each published rate."
    return table("lasting", caption, rows, widths=[16, 26, 26, 24, 28, 18, 8]) if rows else None


def loads(words: Words, found: Loads) -> ShownTable | None:
    """Loads as stated or as worked out from a conversion; nothing where there is none."""
    label = prose.sentence(words.record.q(found.quantity).label)
    kinds = [carrying.kind(words, row, found) for row in found.every]
    told = set(kinds) != {words.series_label("")}  # whether any way of counting is named
    rows = [
        _load(words, row, found) | ({"Counting": kind} if told else {}) | _each(row, found)
        for row, kind in zip(found.every, kinds, strict=True)
    ]
    caption = f"{label}, as stated or as worked out here from a conversion."
    widths = [30, 20, 42, *([16] if told else []), 12, 8, 10]
    return table("loads", caption, rows, widths=widths) if rows else None


def trip_loads(words: Words, found: Loads) -> ShownTable | None:
    """Loads of a trip as stated or as worked out from two counts; nothing where there is none."""
    label = prose.sentence(words.record.q(found.quantity).label)
    rows = [_load(words, row, found, words.said(row)) | _each(row, found) for row in found.every]
    caption = f"{label}, as stated or as worked out here from two counts."
    return table("trip-loads", caption, rows, widths=[32, 22, 44, 16, 8, 10]) if rows else None


def _load(words: Words, row: Claim, found: Loads, said: str = "") -> dict[str, Any]:
    """Whose load it is, and what it was worked out from; one that was stated as it was ``said``."""
    stated = f"stated: {said}" if said else "stated as such"
    return {
        "Published": words.link(row),
        "Whose figures": row.institution,
        "Worked out from": " in ".join(map(words.said, words.record.behind(row))) or stated,
    }


def _each(row: Claim, found: Loads) -> dict[str, Any]:
    return {
        "Each": prose.words(row.spoken),
        "In the sums": "yes" if found.counts(row) else "no",
        "Claims": Refs((row.claim_id,)),
    }


def supports(words: Words, tests: Supports) -> ShownTable | None:
    """Counts that came with a load of their own, each held against the total; nothing where there is none."""
    carried = delivery.figure(words.record, "carried")
    rows = [
        {
            "Published": words.link(load),
            "Count": f"{words.said(count)} ({count.institution})",
            "Load": prose.words(load.spoken),
            "Gives": words.amount(count.number * load.spoken, carried.quantity),
            "Needed": words.amount(carried.number / load.spoken, count.quantity),
            "Verdict": verdict,
            "Claims": Refs((count.claim_id, load.claim_id)),
        }
        for count, load, verdict, _ in tests
    ]
    caption = (
        "Counts made up to a month after the claim, each with the load that follows from its own total, held "
        f"against “{words.said(carried)}”."
    )
    widths = [24, 30, 12, 26, 26, 14, 10]
    return table("support", caption, rows, widths=widths, on_screen=True) if rows else None
