"""Tables: what a delivery comes to, by the roles of its quantities, and what moved the other way."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reported.analysis import delivery
from reported.analysis.delivery import Durations, Loads, Supports
from reported.analysis.hedges import Interval
from reported.dossier.claim import Claim
from reported.figures import timeline
from reported.wording import carrying, exchanged, lasting, prose
from reported.wording.claims import Words
from reported.wording.exchanged import Exchange
from reported.wording.findings import Refs, ShownTable, table, table_of
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
    return table_of("lasting", rows, widths=[16, 26, 26, 24, 28, 18, 8], total=total) if rows else None


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
    return table_of("loads", rows, widths=widths, load=label) if rows else None


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


# What moved the other way


def given(words: Words, found: Exchange) -> ShownTable:
    """What bears on what moved the other way, by what it is about."""
    reports = [row for subject in found.subjects for row in found.reports if exchanged.about(row) == subject]
    rows = [_report(words, found, row) for row in reports] + [_measure(words, row) for row in found.figures]
    caption = "What bears on what moved the other way, by what it is about; in brackets, whose doing or "
    caption += "saying it was."
    return table("given", caption, rows, widths=[5, 12, 16, 38, 10, 28, 18, 7])


def _report(words: Words, found: Exchange, row: Any) -> dict[str, Any]:
    return {
        "No.": found.number[row.event_id],
        "About": exchanged.about(row),
        "When": timeline.days(row.date_start, row.date_end),
        "What was reported": row.event + f" ({', '.join(timeline.parties(row))})" * bool(row.parties),
        "Known how": row.basis,
        "Graded": ": ".join(filter(None, [words.grade(row), row.credibility_reason])),
        "Document": row.document,
        "Claim": Refs(()),
    }


def _measure(words: Words, row: Any) -> dict[str, Any]:
    return {
        "No.": "–",
        "About": words.record.q(row.quantity).label,
        "When": timeline.days(row.period_start, row.period_end) or "–",
        "What was reported": ": ".join(filter(None, [words.said(row), row.item])) + f" ({row.institution})",
        "Known how": row.basis,
        "Graded": f"{words.grade(row)}: {row.credibility_reason}",
        "Document": row.document,
        "Claim": Refs((row.claim_id,)),
    }


def other_events(words: Words, found: Exchange) -> ShownTable:
    """The events of the other strands."""
    rows = [
        {
            "No.": found.number[row.event_id],
            "When": timeline.days(row.date_start, row.date_end),
            "Strand": row.strand,
            "What happened": row.event,
            "Known how": row.basis,
            "Graded": words.grade(row),
            "Document": row.document,
        }
        for row in found.events
        if row.strand != exchanged.EXCHANGE
    ]
    caption = "The other events of the timeline. What bears on what moved the other way stands in the "
    caption += "table above."
    return table("events", caption, rows, widths=[5, 22, 12, 50, 12, 8, 26])
