"""What was denied, to look at: the answers as a table and along time, what each figure met, and how other
statements of the same bodies fared.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reported.analysis import denials
from reported.analysis.denials import Answers
from reported.dossier.claim import Claim
from reported.figures import charts, timeline
from reported.wording import denied
from reported.wording.claims import Words
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say, word_for
from reported.wording.prose import in_words, listed


def answers(words: Words, found: Answers) -> ShownTable:
    """The answers in the order given, each with what it was given to."""
    rows = [_answer(words, found, row) for row in found.given]
    return table_of("answers", rows, widths=[5, 24, 16, 34, 22, 18, 8, 7], topic="kind")


def _answer(words: Words, found: Answers, row: Any) -> dict[str, Any]:
    kind = denied.kind(row.type)
    said = say("claim-quoted", words=row.gloss or row.stated) if row.stated else ""
    day = in_words(row.said_on)
    return {
        "number": found.number[row.denial_id],
        "said": say("answers-said", day=day, speaker=words.relay(row), who=row.institution),
        "kind": say("answers-scope", kind=kind, scope=row.scope) if row.scope else kind,
        "short": ": ".join(filter(None, [said, row.note])),
        "given-to": listed(_given_to(words, found, row)) or word_for("answer-about", denials.ELSE),
        "document": row.document,
        "graded": row.reliability,
        "claim": Refs(tuple(claim.claim_id for claim in found.named(row))),
    }


def _given_to(words: Words, found: Answers, row: Any) -> list[str]:
    """What an answer was given to: the figures that it names, and the supply."""
    named = [
        say("answers-figure", said=words.said(claim), who=claim.institution, grade=words.grade(claim))
        for claim in found.named(row)
    ]
    supply = denials.SUPPLY in row.targets.split()
    return named + [word_for("answer-about", denials.AS_SUCH)] * supply


def publish_answers(words: Words, found: Answers, folder: str | Path | None = "") -> charts.Picture:
    """The answers along time, in lanes by kind, with a last lane for those that dispute a number."""
    name, moments = "what-was-denied", words.reported_on()
    lanes = dict.fromkeys(
        [*map(denied.kind, denials.KINDS), say("what-was-denied-chart.disputes")], charts.SAID
    )
    marks = [mark for row in found.given for mark in _marks(found, row)]
    lead, filled = (say(f"what-was-denied-chart.{part}") for part in ("alt", "filled"))
    return charts.publish(
        timeline.lanes(marks, lanes, moments, words.record.parameters.day),
        name,
        title=denied.disputing(found),
        subtitle=say("what-was-denied-chart.subtitle"),
        source=words.sources_line(found.given),
        alt=timeline.described(lead, marks, lanes, "answer", filled, moments),
        data=timeline.plotted(marks),
        folder=folder,
    )


def _marks(found: Answers, row: Any) -> list[timeline.Mark]:
    """One answer as a dot in the lane of its kind, and where it disputes a number in the last one too."""
    lanes = [denied.kind(row.type)] + [say("what-was-denied-chart.disputes")] * (row in found.disputing)
    number, filled = found.number[row.denial_id], bool(row.targets)
    return [timeline.mark(number, lane, row.said_on, text=row.institution, filled=filled) for lane in lanes]


def figures(words: Words, found: Answers) -> ShownTable:
    """The figures under examination with the answers that each met."""
    return table_of("disputed", [_figure(words, found, row) for row in words.record.headlines()])


def _figure(words: Words, found: Answers, row: Claim) -> dict[str, Any]:
    met = found.met_by(row)
    return {
        "figure": words.record.q(row.quantity).label,
        "worded": words.said(row),
        "who": row.institution,
        "graded": words.grade(row),
        "met": _numbers(found, met),
        "disputed": _numbers(found, [one for one in met if one in found.disputing]),
        "claim": Refs((row.claim_id,)),
    }


def _numbers(found: Answers, rows: Sequence[Any]) -> str:
    """The numbers of some answers in their table."""
    return ", ".join(str(found.number[row.denial_id]) for row in rows) or say("disputed-by-none")


def fared(words: Words, events: Sequence[Any]) -> ShownTable | None:
    """How other statements of the bodies behind the figures fared; nothing where nothing is on file."""
    rows = [
        {
            "when": timeline.days(row.date_start, row.date_end),
            "whose": ", ".join(denials.parties(row)),
            "event": row.event,
            "fared": ": ".join(filter(None, [denied.fate(row.item), row.note])) or "–",
            "graded": ": ".join(filter(None, [words.grade(row), row.credibility_reason])),
            "document": row.document,
        }
        for row in events
    ]
    return table_of("record", rows, widths=[16, 12, 32, 28, 24, 20], topic="whose") if rows else None
