"""Tables: what was said and through whom, what became of the words on the way, and what stands under another
name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reported.analysis import day_by_day, origins, retellings
from reported.analysis.origins import Echo
from reported.analysis.record import FIRST, RETOLD
from reported.analysis.retellings import Retelling
from reported.dossier.claim import Claim
from reported.wording import claimed, first_known, prose, retold
from reported.wording.claims import Words
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say, word_for
from reported.wording.prose import sentence


def answers(words: Words) -> ShownTable:
    """The answer as it stands on the day of the edition, by wording; no row where none can be given."""
    now = day_by_day.answers(words.record)[-1:]
    rows = [
        {"wording": word_for("wording", wording), "answer": words.answered(answer, wording)}
        for answer in now
        for wording in (FIRST, RETOLD)
    ]
    return table_of("answers", rows, widths=[24, 80], message="start-answers")


def headlines(words: Words) -> ShownTable:
    """The figures under examination, as first worded and as retold."""
    rows = [_headline(words, *pair) for pair in claimed.retold(words.record)]
    return table_of("headline", rows, widths=[18, 26, 20, 20, 18, 24, 10])


def _headline(words: Words, first: Claim, retelling: Claim) -> dict[str, Any]:
    return {
        "figure": words.record.q(first.quantity).label,
        "stated": first.stated,
        "said": words.said(first),
        "retold": words.said(retelling),
        "by": words.relay(first),
        "document": words.link(first),
        "claim": Refs((first.claim_id, retelling.claim_id)),
    }


def ledger(words: Words, steps: Sequence[Retelling]) -> ShownTable | None:
    """What each retelling did to the figure it passed on; nothing where there is none."""
    if not steps:
        return None
    aspects = retellings.told_aspects(steps)
    rows = [_retelling(words, same, aspects) for same in retellings.alike(steps)]
    return table_of(
        "ledger", rows, widths=[24, 56, *(13 for _ in aspects), 12], topic=next(iter(aspects), "")
    )


def _retelling(words: Words, same: Sequence[Retelling], aspects: Sequence[str]) -> dict[str, Any]:
    return {
        "retold": words.said(same[0].row),
        "seen": sentence(words.seen_in(step.row for step in same)),
        **{aspect: retold.did(same[0].did[aspect]) for aspect in aspects},
        "claim": Refs(tuple(step.row.claim_id for step in same)),
    }


def known_first(words: Words, carried: Mapping[str, list[Claim]]) -> ShownTable:
    """Documents that carry each figure, through whom it became public, and the origins."""
    rows = [_known_first(words, row, carried[row.quantity]) for row in words.record.headlines()]
    return table_of("origins", rows, widths=[22, 11, 9, 18, 18, 12, 20])


def _known_first(words: Words, first: Claim, carried: Sequence[Claim]) -> dict[str, Any]:
    found = origins.count(carried)
    return {
        "figure": words.record.q(first.quantity).label,
        "documents": found.documents,
        "origins": first_known.number(found),
        "whose": first.institution,
        "relay": words.relay(first),
        "basis": word_for("basis", first.basis),
        "claims": Refs(tuple(row.claim_id for row in carried)),
    }


def echoes(words: Words, passed: Sequence[Echo]) -> ShownTable | None:
    """Figures shown under another institution's name, and whose they are; nothing where there is none."""
    rows = [_echo(words, echo) for echo in passed]
    return table_of("echoes", rows, widths=[20, 26, 34, 10, 14, 26, 12], topic="name") if rows else None


def _echo(words: Words, echo: Echo) -> dict[str, Any]:
    first, later = echo.first, echo.days_later or 0
    return {
        "name": echo.name,
        "said": words.said(echo.row),
        "first": say("echoes-table.goes-back", whose=first.institution, said=words.said(first)),
        "later": prose.counted(later, "day") if later > 0 else "–",
        "link": say("echoes-table.how", inferred=echo.inferred),
        "seen": sentence(words.seen_in([echo.row])),
        "claims": Refs((echo.row.claim_id, first.claim_id)),
    }


def every_retelling(steps: Sequence[Retelling]) -> ShownTable:
    """How often each thing was done to each aspect, over some retellings."""
    return table_of("all-retellings", [_aspect(steps, aspect) for aspect in retellings.ASPECTS])


def _aspect(steps: Sequence[Retelling], aspect: str) -> dict[str, Any]:
    done = retellings.tally(steps, aspect)
    return {
        "aspect": sentence(word_for("aspect", aspect)),
        **{what: done[what] or "–" for what in retellings.WORDS},
    }
