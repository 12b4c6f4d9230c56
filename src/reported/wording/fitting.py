"""Whether the figures fit, in sentences: what goes in, and what comes of it as retold, as first worded and
under the other reading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reported.analysis import consistency, fit
from reported.analysis.consistency import EDGE, Outcome
from reported.analysis.fit import Fit
from reported.analysis.hedges import Interval
from reported.analysis.record import RETOLD
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told, word_for
from reported.wording.prose import listed

MOST_PAIRS = 8  # that a sentence names


# What goes in


def contradictions(words: Words) -> Finding:
    """Which of the claims that go in exclude each other."""
    pairs = fit.excluding(words.record)
    told = [
        say(
            "contradictions-pair",
            more=words.said(pair.more), who=pair.more.institution,
            less=words.said(pair.less), whose=pair.less.institution,
        )
        for pair in pairs[:MOST_PAIRS]
    ]  # fmt: skip
    rest = max(len(pairs) - MOST_PAIRS, 0)
    return finding(
        "contradictions",
        say("contradictions", pairs=len(pairs), told="; ".join(told), more=rest)
        if pairs
        else say("contradictions-none"),
        claims=[name for pair in pairs for name in pair.claims],
        answer="some" if pairs else "none",
        pairs=len(pairs),
    )


def windows(words: Words) -> Finding:
    """Which figures speak of other days than the rest, and what that takes away from them."""
    record = words.record
    apart, period = fit.of_other_days(record), record.period
    first, last = (prose.in_words(str(day)) for day in period) if period else ("", "")
    days: dict[str, str | int] = {"dated": bool(period), "start": first, "end": last}
    told = [
        say("windows-figure", said=words.said(row), window=words.window(row), takes=word_for("window", case))
        for row, case in apart
    ]
    return finding(
        "windows",
        say(
            "windows",
            apart=len(apart),
            figures=len(record.headlines(RETOLD)),
            told=prose.joined(told, "clauses"),
            **days,
        )
        if apart
        else say("windows-none", **days),
        claims=[row.claim_id for row, _ in apart],
        answer="apart" if apart else "alike",
        apart=len(apart),
    )


def ranges(words: Words, spans: Mapping[str, Interval | None]) -> dict[str, str]:
    """Ranges of some quantities in words, by what each is called."""
    return {
        words.record.q(q).label: words.amount(span, q) if span else say("rest-do-not-meet")
        for q, span in spans.items()
    }


# Whether it fits


def misses(outcomes: Sequence[Outcome]) -> str:
    """How far figures that do not fit are from fitting."""
    if consistency.answer(outcomes) == EDGE:
        return say("misses-at-the-edge")
    return apart(min(o.stretch for o in outcomes))


def apart(factor: float) -> str:
    """By what factor figures that do not fit miss one another."""
    far = consistency.how_far(factor)
    if far == consistency.FAR:
        return say("misses-by", factor=f"{factor:.2f}")
    return say("misses-close") if far == consistency.CLOSE else say("misses-always")


def as_retold(words: Words, held: Fit) -> Finding:
    """Whether the figures can all be true as retold, and what they need."""
    record = words.record
    figures, needs = record.headlines(RETOLD), held.needs
    beside = [
        say("fit-need", needs=words.amount(span, q), record=words.on_record(q, RETOLD))
        for q, span in needs.items()
    ]
    return finding(
        "fit",
        _as_retold(held, len(figures), listed(beside)),
        told=_in_the_story(words, held, len(figures)),
        claims=[
            *(row.claim_id for row in figures),
            *(c for o in held.retold for q in needs for c in o.behind(q)),
            *(row.claim_id for q in needs if q not in held.given for row in record.published(q)),
        ],
        answer=consistency.answer(held.retold),
        stretch=min(o.stretch for o in held.retold),
        **dict[str, Any](needs),
    )


def _in_the_story(words: Words, held: Fit, figures: int) -> str:
    """The same where there are conditions, a sentence for each; empty where there are none."""
    if not held.possible or not held.needs:
        return ""
    each = [
        say("fit-need.told", needs=words.amount(span, q), record=words.on_record(q, RETOLD), also=bool(n))
        for n, (q, span) in enumerate(held.needs.items())
    ]
    return " ".join([say("fit-only-with.told", figures=figures, n=len(each)), *each])


def _as_retold(held: Fit, figures: int, needs: str) -> str:
    if not held.possible:
        return say("fit-not", figures=figures, misses=misses(held.retold))
    return say("fit-only-with", figures=figures, needs=needs) if needs else say("fit", figures=figures)


def first_worded(words: Words, held: Fit) -> Finding:
    """Whether they can as first reported, where those words are others."""
    worded = held.reworded
    quoted = listed(say("claim-quoted", words=words.said(row)) for row in worded)
    same = say("first-worded-same"), ""
    said, told = _as_first_worded(words, held, quoted) if worded else same
    return finding(
        "first-worded",
        said,
        told=told,
        claims=[row.claim_id for row in worded],
        answer=consistency.answer(held.first),
    )


def _as_first_worded(words: Words, held: Fit, said: str) -> tuple[str, str]:
    """The sentence, with the words first reported, and how the story tells it, without them."""
    if not consistency.possible(held.first):
        return say_told("first-worded-not", worded=said, misses=misses(held.first))
    need = consistency.needed(held.first)
    needs = listed(words.amount(span, q) for q, span in need.items())
    free = listed(words.record.q(q).label for q in held.needs if q not in need)
    if needs and not held.possible:
        return say_told("first-worded-only-with", worded=said, needs=needs)
    if need == held.needs:
        return say_told("first-worded-the-same" if needs else "first-worded-fit", worded=said)
    if not free:
        return say_told("first-worded-need", worded=said, needs=needs)
    minimums = held.minimums
    if not needs:
        return say_told("first-worded-free", worded=said, free=free, minimums=minimums)
    return say_told("first-worded-need-and-free", worded=said, needs=needs, free=free, minimums=minimums)


def other_reading(words: Words, held: Fit) -> Finding:
    """Whether they can under the reading that the edition does not have."""
    outcomes = held.under(RETOLD, held.other_reading)
    needs = listed(words.amount(span, q) for q, span in consistency.needed(outcomes).items())
    return finding(
        "other-reading",
        say(
            "other-reading",
            reading=held.other_reading,
            well=held.possible,
            conditions=bool(needs),
            needs=needs,
        )
        if consistency.possible(outcomes)
        else say("other-reading-not", reading=held.other_reading, misses=misses(outcomes)),
        claims=[row.claim_id for row in words.record.headlines(RETOLD)],
        answer=consistency.answer(outcomes),
        stretch=min(o.stretch for o in outcomes),
    )
