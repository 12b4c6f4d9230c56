"""What would have to be true: what must hold for the figures to be true together? The key is that of the
report.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reported.analysis import consistency
from reported.analysis.consistency import Outcome
from reported.analysis.hedges import Interval
from reported.analysis.record import FIRST, RETOLD
from reported.classroom import moving
from reported.classroom.exercises.seals import forms
from reported.classroom.one_word import left_for
from reported.classroom.questions import Question, Sheet, nothing, noun_of, relations, table, word_of
from reported.document import what_if
from reported.edition import Edition
from reported.wording import prose
from reported.wording.findings import plain
from reported.wording.fitting import misses
from reported.wording.language import say, word_for

NAME = "what-would-have-to-be-true"
NEAR = 0.03  # an answer that is off by no more than this is right
LIMITS = 2  # that are asked for
TRIED = ((FIRST, "literal"), (FIRST, "pragmatic"), (RETOLD, "pragmatic"))
VERDICTS = (consistency.FITS, consistency.ONLY_IF, consistency.EDGE, consistency.NO_FIT, consistency.UNTESTED)
COMPARED = NONE, SAME, LOWER, HIGHER, NO_FIT = "none", "same", "lower", "higher", "no-fit"


def sheet(ed: Edition) -> Sheet:
    """The exercise, with its key."""
    title = say("lesson-together")
    if len(ed.record.headlines()) < 2:
        return Sheet(NAME, title, aside=nothing(ed, "another"))
    outcomes = outcomes_of(ed, RETOLD, "literal")
    rows = [
        {
            "figure": prose.sentence(ed.record.q(q).label),
            "first": ed.words.on_record(q, FIRST),
            "retold": ed.words.on_record(q, RETOLD),
            "allows": _allows(ed, q, outcomes),
        }
        for q in ed.record.quantities()
    ]
    given = f"{table('lesson-together', rows, [24, 32, 32, 34])}\n\n{relations(ed)}"
    told = _limits(ed, outcomes)
    for wording, reading in TRIED:
        told[f"{what_if.WORDING_KEYS[wording]}_{reading}"] = _verdict(ed, wording, reading)
    return Sheet(NAME, title, given, told, moving.moves(ed), moving.reckoned(ed))


def meanings() -> dict[str, str]:
    """What each verdict means, by its word."""
    return {word_for("verdict", code): word_for("lesson-verdict", code) for code in VERDICTS}


def outcomes_of(ed: Edition, wording: str, reading: str) -> list[Outcome]:
    """What comes of holding the figures together under a wording and a reading, on each way of counting."""
    return [consistency.outcome(case) for case in ed.record.cases([reading], [wording])]


def _allows(ed: Edition, quantity: str, outcomes: Sequence[Outcome]) -> str:
    """The range in which a figure stands in the sums, over all ways of counting."""
    spans = (o.case.bounds[quantity].interval for o in outcomes if quantity in o.case.bounds)
    span = consistency.either(spans)
    return ed.words.amount(span, quantity) if span else say("lesson-nothing-said")


# ── the limits ──────────────────────────────────────────────────────────────────────────────────────────────


def _limits(ed: Edition, outcomes: Sequence[Outcome]) -> dict[str, Question]:
    """The questions about limits: the first one also for the words that were said first."""
    told: dict[str, Question] = {}
    limited = itertools.islice(_limited(ed, outcomes).items(), LIMITS)
    for number, (quantity, span) in enumerate(limited, 1):
        told[f"limit{number}"] = _break_even(ed, quantity, span, outcomes)
        if number == 1:
            told["first_wording"] = _first_wording(ed, quantity, span)
    return told


def _limited(ed: Edition, outcomes: Sequence[Outcome]) -> dict[str, Interval]:
    """Quantities for which the others set a limit: first those whose own figure it cuts."""
    cut = consistency.needed(outcomes)
    implied = {
        q: consistency.either([o.verdicts[q].implied.interval for o in outcomes])
        for q in ed.record.quantities()
    }
    limits = cut | {
        q: span
        for q, span in implied.items()
        if span and not span.unbounded and q not in cut and consistency.possible(outcomes)
    }
    # What may be below nought is no number to type in.
    return {q: span for q, span in limits.items() if not span.signed}


def _break_even(ed: Edition, quantity: str, span: Interval, outcomes: Sequence[Outcome]) -> Question:
    least = span.low > 0
    key = span.low if least else span.high
    told = ed.words.amount(replace(span, high=math.inf) if least else span, quantity)
    found = next(o.verdicts[quantity].implied for o in outcomes if o.verdicts[quantity].implied.interval)
    rests = tuple(dict.fromkeys(found.low_rests_on if least else found.high_rests_on))
    because = prose.listed(_on_record(ed, q) for q in rests)
    replies = _off(key, least)
    common = []
    for value, reply in _mistakes(ed, quantity, key, least, rests, outcomes):
        form = forms(value)[0]
        if abs(value / key - 1) > 2 * NEAR and form not in replies:
            replies[form] = (False, reply)
            common.append((prose.digits(float(f"{value:.3g}")), reply))
    right = say("lesson-limit-right", told=told, claims=because)
    for value in (key * (1 - NEAR), key, key * (1 + NEAR)):
        replies[forms(value)[0]] = (True, right)
    asked = say("lesson-limit", noun=noun_of(ed, quantity), least=least)
    answer = say("lesson-from", what=plain(told), claims=because)
    return Question(asked, (), replies, answer, float(f"{key:.3g}"), tuple(common))


def _off(key: float, least: bool) -> dict[str, tuple[bool, str]]:
    """Replies to numbers by their first digit, far below the key to far above it."""
    replies = {}
    for exponent, digit in itertools.product(range(-4, 5), range(1, 10)):
        value = digit * 10.0 ** (exponent + math.floor(math.log10(key)))
        close = f"{value:.0e}" == f"{key:.0e}"
        side = "close" if close else "low" if value < key else "high"
        replies[forms(value)[1]] = (False, say("lesson-limit-off", side=side, least=least))
    return replies


def _mistakes(
    ed: Edition, quantity: str, key: float, least: bool, rests: tuple[str, ...], outcomes: Sequence[Outcome]
) -> Iterator[tuple[float, str]]:
    """Wrong numbers that a class comes to, each with what to say to it."""
    for relation in ed.record.relations:
        others = [q for q in (relation.product, *relation.factors) if q != quantity]
        if quantity in relation.factors and set(others) == set(rests) and len(others) == 2:
            yield from _mistaken(ed, quantity, key, least, others, outcomes[0])
    if quantity in (bounds := outcomes[0].case.bounds):
        span = bounds[quantity].interval
        yield from (
            (end, say("lesson-limit-published")) for end in (span.low, span.high) if 0 < end < math.inf
        )


def _mistaken(
    ed: Edition, quantity: str, key: float, least: bool, others: list[str], outcome: Outcome
) -> Iterator[tuple[float, str]]:
    """Wrong quotients of two figures."""
    whole, part = (outcome.case.bounds[other].interval for other in others)
    product, factor = (ed.record.headline(other, RETOLD) for other in others)
    if product is not None and factor is not None:
        one, other = (plain(ed.words.bare(row)) for row in (product, factor))
        yield product.number / factor.number, say("lesson-limit-bare", one=one, other=other)
    above, below = (whole.low, part.low) if least else (whole.high, part.high)
    if below and 0 < above / below < math.inf:
        yield above / below, say("lesson-limit-other-end", figure=plain(ed.record.q(others[1]).label))
    if factor is not None and (size := ed.record.q(others[1]).units[factor.unit]) != 1:
        noun = noun_of(ed, quantity)
        yield key * size, say("lesson-limit-unit", unit=plain(factor.unit), noun=noun)


def _on_record(ed: Edition, quantity: str) -> str:
    """A figure with what is on the record for it."""
    label, record = ed.record.q(quantity).label, ed.words.on_record(quantity, RETOLD)
    return plain(say("lesson-figure", label=label, record=record))


def _first_wording(ed: Edition, quantity: str, retold: Interval) -> Question:
    """The question what became of a limit."""
    spans = [o.verdicts[quantity].implied.interval for o in outcomes_of(ed, FIRST, "literal")]
    span = consistency.either(spans)
    words = {code: word_for("lesson-compared", code) for code in COMPARED}
    left = plain(left_for(ed, span, quantity)) if span else ""
    key = say("lesson-first-wording-key", fits=span is not None, left=left)
    hint = say("lesson-not-yet", why=say("lesson-first-wording-wrong"))
    asked = say("lesson-first-wording", noun=noun_of(ed, quantity))
    return word_of(asked, words, _compared(span, retold), key, lambda _: hint)


def _compared(first: Interval | None, retold: Interval) -> str:
    """A limit as first worded beside the limit of the same kind as retold."""
    if first is None:
        return NO_FIT
    end, before = (first.low, retold.low) if retold.low > 0 else (first.high, retold.high)
    if end in (0.0, math.inf):
        return NONE
    if math.isclose(end, before, rel_tol=0.01):
        return SAME
    return LOWER if end < before else HIGHER


# ── the verdicts ────────────────────────────────────────────────────────────────────────────────────────────


def _verdict(ed: Edition, wording: str, reading: str) -> Question:
    """The question whether the figures fit under a wording and a reading."""
    outcomes = outcomes_of(ed, wording, reading)
    code, words = consistency.answer(outcomes), {each: word_for("verdict", each) for each in VERDICTS}
    key = say("lesson-fit-key", word=words[code], told=_comes_to(ed, code, outcomes))
    hint = say("lesson-fit-hint", reading=reading)

    def wrong(each: str) -> str:
        return say("lesson-would-mean", said=words[each], means=word_for("lesson-verdict", each), hint=hint)

    asked = say("lesson-fit", wording=wording.replace(" ", "-"), reading=reading)
    return word_of(asked, words, code, key, wrong)


def _comes_to(ed: Edition, code: str, outcomes: Sequence[Outcome]) -> str:
    """What a verdict comes to, as a clause."""
    if code == consistency.FITS:
        return say("lesson-fit-as-they-stand")
    if code == consistency.ONLY_IF:
        needs = consistency.needed(outcomes).items()
        told = prose.listed(plain(ed.words.amount(span, q)) for q, span in needs)
        return say("lesson-fit-needs", needs=told)
    if code in consistency.FAILING:
        return misses(outcomes)
    return word_for("lesson-verdict", code)
