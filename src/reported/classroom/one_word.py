"""One word: the same number with another word beside it, and what is then left for a quantity that it is tied
to.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

from reported.analysis import consistency, hedges
from reported.analysis.hedges import Interval
from reported.analysis.record import FIRST
from reported.classroom.questions import LETTERS, Question, Sheet, nothing, noun_of, relations, table, word_of
from reported.dossier.claim import CAPACITY, Claim
from reported.edition import Edition
from reported.wording import prose
from reported.wording.findings import plain
from reported.wording.language import say, spoken, word_for

NAME = "one-word"
NO_LIMIT, LOWER, UPPER, BOTH = "none", "lower", "upper", "both"
# The words of a vocabulary that are held against each other: first those of the language the figure was said
# in.
COMPARED = (("ge", "odd", "approx"), ("gt", "approx", "le"))


def sheet(ed: Edition) -> Sheet:
    """The exercise, with its key."""
    title, words = say("lesson-word"), _compared(ed)
    found = [
        (len({_limit(_with_hedge(ed, row, partner, code)) for _, _, code in words}), -order, row, partner)
        for order, (row, partner) in enumerate(_pairs(ed) if words else ())
    ]
    if not found:
        return Sheet(NAME, title, aside=nothing(ed, "tied" if len(ed.record.headlines()) > 1 else "another"))
    _, _, row, partner = max(found, key=lambda each: each[:2])
    lines = dict(zip(LETTERS, words, strict=False))
    rows = [
        {
            "letter": letter,
            "word": wording,
            "language": spoken().language(language),
            "reads": _as_said(ed, row, code),
        }
        for letter, (wording, language, code) in lines.items()
    ]
    others = [
        {"figure": prose.sentence(ed.record.q(q).label), "first": ed.words.on_record(q, FIRST)}
        for q in ed.record.quantities()
        if q not in (row.quantity, partner)
    ]
    lead = say(
        "lesson-word-given",
        amount=plain(ed.words.bare(row)),
        figure=plain(ed.record.q(row.quantity).label),
        who=plain(ed.words.institution(row)),
        words=plain(ed.words.quoted(row)),
        noun=noun_of(ed, partner),
    )
    given = [lead, table("lesson-word", rows, [4, 20, 14, 40])]
    given += [table("lesson-word-others", others, [30, 48])] if others else []
    told = {letter: _left(ed, row, partner, code) for letter, (_, _, code) in lines.items()}
    return Sheet(NAME, title, "\n\n".join([*given, relations(ed)]), told)


def _left(ed: Edition, row: Claim, partner: str, code: str) -> Question:
    """What one word leaves for the other quantity."""
    noun, span, own = noun_of(ed, partner), _with_hedge(ed, row, partner, code), _hedged(ed, row, code)
    reads, allows = _as_said(ed, row, code), ed.words.amount(own, row.quantity)
    read_as = plain(say("lesson-word-reads", reads=reads, allows=allows, told=allows != reads))
    limits = {
        NO_LIMIT: say("lesson-bounds-none"),
        LOWER: say("lesson-bounds-lower"),
        UPPER: say("lesson-bounds-upper"),
        BOTH: say("lesson-bounds-both"),
        consistency.NO_FIT: word_for("verdict", consistency.NO_FIT),
    }
    right, left = _limit(span), plain(left_for(ed, span, partner)) if span else ""
    key = say("lesson-word-key", limits=limits[right], reads=read_as, fits=span is not None, left=left)
    hint = say("lesson-word-hint", reads=read_as, limits=limits[_limit(own)], noun=noun)
    asked = say("lesson-word-asked", noun=noun)
    return word_of(asked, limits, right, key, lambda _: say("lesson-not-yet", why=hint))


def left_for(ed: Edition, span: Interval, quantity: str) -> str:
    """What is left for a quantity, with its noun where there is a limit."""
    return prose.words(span) if span.unbounded else ed.words.amount(span, quantity)


def _compared(ed: Edition) -> list[tuple[str, str, str]]:
    """Words of the dossier's vocabulary (wording, language, code): of the two richest languages but English,
    else of English.
    """
    known: dict[str, dict[str, str]] = {}
    for row in ed.record.dossier.vocabulary:
        codes = known.setdefault(row.language, {})
        if row.code not in codes or len(row.wording) < len(codes[row.code]):
            codes[row.code] = row.wording
    ranked = sorted(known, key=lambda language: (language == "en", -len(known[language]), language))[:2]
    made = []
    for language, wanted in zip(ranked, COMPARED, strict=False):
        usable = [code for code in (*wanted, "ge", "approx", "le", "gt", "exact") if code in known[language]]
        made += [
            (known[language][code], language, code) for code in list(dict.fromkeys(usable))[: len(wanted)]
        ]
    return made


def _pairs(ed: Edition) -> Iterator[tuple[Claim, str]]:
    """A figure under examination, and a quantity without one that a relation ties it to."""
    examined = {row.quantity for row in ed.record.headlines()}
    if len(examined) < 2:
        return
    for row, relation in itertools.product(ed.record.headlines(), ed.record.relations):
        tied = [relation.product, *relation.factors] if relation.factors else []
        if row.quantity in tied and row.hedge not in ("none", "range") and row.modality != CAPACITY:
            yield from ((row, q) for q in tied if q != row.quantity and q not in examined)


def _as_said(ed: Edition, row: Claim, code: str) -> str:
    return ed.words.said(row._replace(hedge=code, value_high=math.nan, margin=math.nan))


def _hedged(ed: Edition, row: Claim, code: str) -> Interval:
    span = hedges.interval(
        code, row.value, reading="literal", tolerance=ed.record.parameters.approx_tolerance
    )
    return span * ed.record.q(row.quantity).units[row.unit]


def _with_hedge(ed: Edition, row: Claim, partner: str, code: str) -> Interval | None:
    """What the figures leave for a quantity when one of them has another hedge."""
    bound = consistency.Bound(_hedged(ed, row, code), (row.claim_id,), (row.claim_id,))
    cases = [
        replace(case, bounds=case.bounds | {row.quantity: bound})
        for case in ed.record.cases(["literal"], [FIRST])
    ]
    return consistency.either([consistency.implied(case, partner).interval for case in cases])


def _limit(span: Interval | None) -> str:
    """Which limits a range has."""
    if span is None:
        return consistency.NO_FIT
    return (NO_LIMIT, LOWER, UPPER, BOTH)[span.floored + 2 * (span.high < math.inf)]
