"""What moved the other way, to look at: what was reported of each thing and how it was known, the few events
that tell the story along time, and tables of all.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reported.dossier.dates import first_day, last_day
from reported.figures import beats, by_basis, charts, timeline
from reported.wording import exchanged
from reported.wording.claims import Words
from reported.wording.exchanged import EXCHANGE, SEEN, Exchange
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say, word_for
from reported.wording.prose import in_words, sentence

GIVEN, HAPPENED = "what-moved-the-other-way", "what-happened-when"


def given(words: Words, found: Exchange) -> ShownTable:
    """What bears on what moved the other way, by what it is about."""
    reports = [row for subject in found.subjects for row in found.reports if exchanged.about(row) == subject]
    rows = [_report(words, found, row) for row in reports] + [_measure(words, row) for row in found.figures]
    return table_of("given", rows, widths=[12, 16, 40, 10, 28, 18, 7], topic="about")


def _report(words: Words, found: Exchange, row: Any) -> dict[str, Any]:
    who = ", ".join(timeline.parties(row))
    return {
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
    return table_of("events", rows, widths=[22, 12, 54, 12, 8, 26], topic="strand")


def publish_reports(words: Words, found: Exchange, folder: str | Path | None = "") -> charts.Picture | None:
    """What moved the other way, a row for each thing: how many reports of it rest on what, and what the one
    known best says; nothing where there is none."""
    things = [*_subjects(found), *_measured(words, found)]
    if not things:
        return None
    heads = [say(f"{GIVEN}-chart.{column}") for column in exchanged.COLUMNS]
    shown, rest = charts.the_first(things, "row")
    return charts.publish(
        by_basis.columns(shown, heads),
        GIVEN,
        title=exchanged.chart_title(words, found),
        subtitle=say(f"{GIVEN}-chart.subtitle") + rest,
        source=words.sources_line(found.all),
        alt=charts.described_lines(say(f"{GIVEN}-chart.alt"), map(_thing_told, shown)),
        data=by_basis.plotted(things, exchanged.COLUMNS),
        folder=folder,
    )


def _subjects(found: Exchange) -> list[by_basis.Thing]:
    """What the reports are about, best known first."""
    made = []
    for subject in found.subjects:
        rows = [row for row in found.reports if exchanged.about(row) == subject]
        told = exchanged.best_known(rows)
        made.append(
            (exchanged.standing(told), by_basis.Thing(subject, _tally(rows), told.short or told.event))
        )
    return [thing for _, thing in sorted(made, key=lambda pair: pair[0])]


def _measured(words: Words, found: Exchange) -> list[by_basis.Thing]:
    """The quantities of that strand that were named, each with the last figure."""
    by_quantity: dict[str, list[Any]] = {}
    for row in found.figures:
        by_quantity.setdefault(row.quantity, []).append(row)
    return [
        by_basis.Thing(
            words.record.q(quantity).label,
            _tally(rows),
            say(f"{GIVEN}-chart.figure", said=words.said(rows[-1]), who=words.institution(rows[-1])),
            tuple(row.claim_id for row in reversed(rows)),
        )
        for quantity, rows in by_quantity.items()
    ]


def _tally(rows: Sequence[Any]) -> tuple[int, ...]:
    """How many of some rows stand in each column."""
    return tuple(sum(exchanged.column(row) == name for row in rows) for name in exchanged.COLUMNS)


def _thing_told(thing: by_basis.Thing) -> str:
    """A row of that chart in words."""
    seen, assessed, said = thing.reports
    return say(
        f"{GIVEN}-chart.row", thing=thing.name, seen=seen, assessed=assessed, said=said, words=thing.words
    )


def publish_events(words: Words, found: Exchange, folder: str | Path | None = "") -> charts.Picture | None:
    """The few events that tell the story, with the days on which the figures under examination were named;
    nothing where there is none."""
    told = exchanged.beats(found)
    marks = [_beat(row) for row in told] + [
        beats.Beat(day, day, text, say(f"{HAPPENED}-chart.figure"), examined=True, claims=claims)
        for day, text, claims in words.named_on()
    ]
    if not told:
        return None
    days = [beat.day for beat in marks if beat.examined]
    shown = sorted(marks, key=lambda beat: (beat.day, not beat.examined))
    lines = [say(f"{HAPPENED}-chart.beat", day=in_words(str(beat.day)), words=beat.words) for beat in shown]
    return charts.publish_of(
        HAPPENED,
        beats.along(shown),
        beats.plotted(shown),
        words.sources_line(told),
        lines,
        folder,
        named=bool(days),
        beats=len(told),
        before=sum(beat.end < days[0] for beat in marks if not beat.examined) if days else 0,
        after=sum(beat.day > days[-1] for beat in marks if not beat.examined) if days else 0,
        all=len(found.events),
    )


def _beat(row: Any) -> beats.Beat:
    first, last = first_day(row.date_start), last_day(row.date_end or row.date_start)
    assert first and last  # every event has a day
    strand = sentence(word_for("strand", row.strand))
    return beats.Beat(first, last, row.short or row.event, strand, filled=row.basis == SEEN)
