"""What moved the other way, to look at: tables of what was reported, and events in lanes along time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reported.figures import charts, timeline
from reported.wording import exchanged
from reported.wording.claims import Words
from reported.wording.exchanged import EXCHANGE, SEEN, Exchange
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say, word_for
from reported.wording.prose import sentence

STRANDS = ("supply", EXCHANGE, "diplomacy", "sanctions")  # from the top


def given(words: Words, found: Exchange) -> ShownTable:
    """What bears on what moved the other way, by what it is about."""
    reports = [row for subject in found.subjects for row in found.reports if exchanged.about(row) == subject]
    rows = [_report(words, found, row) for row in reports] + [_measure(words, row) for row in found.figures]
    return table_of("given", rows, widths=[5, 12, 16, 38, 10, 28, 18, 7], topic="about")


def _report(words: Words, found: Exchange, row: Any) -> dict[str, Any]:
    who = ", ".join(timeline.parties(row))
    return {
        "number": found.number[row.event_id],
        "about": exchanged.about(row),
        "when": timeline.days(row.date_start, row.date_end),
        "reported": say("given-event", event=row.event, parties=who) if who else row.event,
        "known": exchanged.known_how(row),
        "graded": _graded(words, row),
        "document": row.document,
        "claim": Refs(()),
    }


def _measure(words: Words, row: Any) -> dict[str, Any]:
    told = {"said": words.said(row), "item": row.item, "who": row.institution}
    return {
        "number": "–",
        "about": words.record.q(row.quantity).label,
        "when": timeline.days(row.period_start, row.period_end) or "–",
        "reported": say("given-figure", itemised=bool(row.item), **told),
        "known": exchanged.known_how(row),
        "graded": _graded(words, row),
        "document": row.document,
        "claim": Refs((row.claim_id,)),
    }


def _graded(words: Words, row: Any) -> str:
    """How it is graded, and why."""
    return ": ".join(filter(None, [words.grade(row), row.credibility_reason]))


def other_events(words: Words, found: Exchange) -> ShownTable:
    """The events of the other strands."""
    rows = [
        {
            "number": found.number[row.event_id],
            "when": timeline.days(row.date_start, row.date_end),
            "strand": word_for("strand", row.strand),
            "happened": row.event,
            "known": exchanged.known_how(row),
            "graded": words.grade(row),
            "document": row.document,
        }
        for row in found.events
        if row.strand != EXCHANGE
    ]
    return table_of("events", rows, widths=[5, 22, 12, 50, 12, 8, 26], topic="strand")


def publish_reports(words: Words, found: Exchange, folder: str | Path | None = "") -> charts.Picture | None:
    """The reports of what moved the other way, in lanes by what they are about; nothing where there is
    none."""
    if not found.reports:
        return None
    lanes = {subject: (subject, timeline.HUES[1]) for subject in found.subjects}
    marks = _marks(found, found.reports, lanes, exchanged.about)
    title = exchanged.chart_title(found)
    return _publish(words, "what-moved-the-other-way", found.reports, marks, lanes, title, "report", folder)


def publish_events(words: Words, found: Exchange, folder: str | Path | None = "") -> charts.Picture | None:
    """Every event in lanes by strand; nothing where there is none."""
    if not found.events:
        return None
    strands = {row.strand for row in found.events}
    hues = {name: hue for name, hue in zip(STRANDS, timeline.HUES, strict=True) if name in strands}
    lanes = {name: (sentence(word_for("strand", name)), hue) for name, hue in hues.items()}
    marks = _marks(found, found.events, lanes, lambda row: str(row.strand))
    title = exchanged.by_strand(found.events, lanes)
    return _publish(words, "what-happened-when", found.events, marks, lanes, title, "event", folder)


Lanes = Mapping[str, tuple[str, str]]  # the name and the colour of each


def _marks(
    found: Exchange, events: Sequence[Any], lanes: Lanes, lane_of: Callable[[Any], str]
) -> list[timeline.Mark]:
    """Events as numbered dots, those filled that were seen."""
    return [
        timeline.mark(
            found.number[row.event_id],
            lanes[lane_of(row)][0],
            row.date_start,
            row.date_end,
            filled=row.basis == SEEN,
        )
        for row in events
    ]


def _publish(
    words: Words,
    name: str,
    events: Sequence[Any],
    marks: Sequence[timeline.Mark],
    lanes: Lanes,
    title: str,
    thing: str,
    folder: str | Path | None,
) -> charts.Picture:
    """Dots in their lanes, each lane with its name and its colour, in the words of the chart's message."""
    named, moments, lead = dict(lanes.values()), words.reported_on(), say(f"{name}-chart.alt")
    return charts.publish(
        timeline.lanes(marks, named, moments, words.record.parameters.day),
        name,
        title=title,
        subtitle=say(f"{name}-chart.subtitle"),
        source=words.sources_line(events),
        alt=timeline.described(lead, marks, named, thing, word_for("basis", SEEN), moments),
        data=timeline.plotted(marks),
        folder=folder,
    )
