"""How far a promise is, in findings: what had come, whether that hangs on what is counted, how it looked from
each day, what does not count, and what would settle it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from reported.analysis.pledges import KEPT, SHORT, Progress, Stand
from reported.dossier.claim import Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Several, finding, several
from reported.wording.language import say, word_for
from reported.wording.pledges import called, known, label, nothing_yet, promised, shortly, so_far
from reported.wording.prose import in_words, listed


def answered(words: Words, found: Progress) -> Several:
    """What had come, and what that means for the promise: a finding for each way of counting, with the
    promise in the first; or one that there is no total yet."""
    promise = promised(words, found.promise)
    told = [so_far(words, one) for one in found.answers]
    sentences = [f"{promise} {told[0]}", *told[1:]] if told else []
    return several(_stands(found, *pair) for pair in zip(found.answers, sentences, strict=True)) or several(
        [_nothing_yet(words, found)]
    )


def _stands(found: Progress, one: Stand, sentence: str) -> Finding:
    return finding(
        f"so-far-{one.series or 'all'}",
        sentence,
        claims=[found.promise.row.claim_id, one.row.claim_id],
        role="bottom-line",
        answer=one.word,
        **_numbers(one),
    )


def _numbers(one: Stand) -> dict[str, Any]:
    """The numbers behind an answer, by the names of the roles."""
    needed = one.needed or one.needed_then
    made = {"delivered": one.done, "missing": one.missing, "needed": needed, "so_far": one.so_far}
    return {name: span for name, span in made.items() if span is not None}


def _nothing_yet(words: Words, found: Progress) -> Finding:
    told = nothing_yet(words, found.promise, found.day)
    return finding("nothing-yet", told, claims=[found.promise.row.claim_id], role="bottom-line")


def counts_differ(words: Words, found: Progress) -> Finding | None:
    """Whether the answer hangs on what is counted; nothing where it is counted in one way."""
    if len(found.answers) < 2:
        return None
    ways: dict[str, list[str]] = {}
    for one in found.answers:
        ways.setdefault(shortly(one), []).append(say("counts-named", way=called(words, one.series)))
    answers = {one.word for one in found.answers}
    return finding(
        "counts-differ",
        _by_way(ways),
        claims=[one.row.claim_id for one in found.answers],
        role="judgement",
        answer="hangs on the count" if len(answers) > 1 else "the same",
        why=_apart(words, found.answers),
    )


def _by_way(ways: dict[str, list[str]]) -> str:
    """The answers, each with the ways of counting that give it."""
    if len(ways) > 1:
        told = [say("counts-differ-way", ways=listed(names), word=word) for word, names in ways.items()]
        return say("counts-differ", told="; ".join(told))
    ((word, names),) = ways.items()
    return say("counts-agree", ways=listed(names), word=word)


def _apart(words: Words, answers: Sequence[Stand]) -> str:
    """From the lowest to the highest number of the answering totals, as the reason for that."""
    low, *_, high = sorted(answers, key=lambda one: one.row.number)
    return say(
        "counts-differ.why",
        low=words.bare(low.row),
        low_way=called(words, low.series),
        high=words.bare(high.row),
        high_way=called(words, high.series),
    )


def each_day(words: Words, found: Progress) -> Finding:
    """How often the pace was enough, by the way of counting."""
    told = "; ".join(_each_way(words, *way) for way in found.stands.items())
    return finding(
        "each-day",
        say("pledged-each-day", told=told) if told else say("pledged-each-day-nothing", **known(words)),
        claims=[one.row.claim_id for one in found.every],
        totals=len(found.every),
    )


def _each_way(words: Words, series: str | None, stands: Sequence[Stand]) -> str:
    counts = Counter(map(shortly, stands))
    told = listed(say("pledged-each-day-word", n=n, word=word) for word, n in counts.most_common())
    totals = prose.counted(len(stands), "total")
    return say("pledged-each-day-way", way=called(words, series), totals=totals, told=told)


def not_counted(words: Words, found: Progress) -> Finding:
    """How many figures are no totals of what was delivered, with the reasons."""
    left = found.came.left
    claims = [row.claim_id for row, _ in left]
    return finding("not-counted", _not_counted(words, found), claims=claims, left=len(left))


def _not_counted(words: Words, found: Progress) -> str:
    left, what = found.came.left, label(words)
    whole = len(left) + sum(map(len, found.came.totals.values()))
    if not whole:
        return say("not-counted-nothing", label=what, **known(words))
    if not left:
        return say("not-counted-none", label=what)
    counts = Counter(reason for _, reason in left).most_common()
    reasons = listed(say("not-counted-reason", n=n, reason=why_not(reason)) for reason, n in counts)
    some = prose.part(len(left), whole, "figure")
    return say("not-counted", some=some, label=what, left=len(left), reasons=reasons)


def why_not(reason: str) -> str:
    """Why a figure is no total of what had come."""
    return word_for("no-total", reason)


def paces(words: Words, named: Sequence[tuple[Claim, Stand]]) -> Finding:
    """What others said would have to come in each unit of time, each beside ours."""
    told = "; ".join(_beside(words, *pair) for pair in named)
    return finding(
        "pace-named",
        say("pace-named", paces=told) if told else say("pace-named-nothing", **known(words)),
        claims=[name for row, own in named for name in (row.claim_id, own.row.claim_id)],
        named=len(named),
    )


def _beside(words: Words, row: Claim, own: Stand) -> str:
    """A pace that somebody named beside ours, from what had been counted by then."""
    return say(
        "pace-named-one",
        said=words.said(row),
        who=words.institution(row),
        published=in_words(row.published),
        total=words.said(own.row),
        way=called(words, own.series),
        left=own.needed is not None,
        reached=own.missing.high == 0,
        ours=prose.words(own.needed) if own.needed else "",
    )


def would_settle(words: Words, found: Progress) -> Finding:
    """What would change the answer."""
    furthest = max((one.counted for one in found.answers), default=None)
    told = say(
        "would-settle",
        label=label(words),
        which=_which(found),
        known=furthest is not None,
        furthest=in_words(str(furthest)) if furthest else "",
        due=in_words(str(found.promise.due)),
    )
    claims = [one.row.claim_id for one in found.answers]
    return finding("would-settle", told, claims=claims, role="would-change")


def _which(found: Progress) -> str:
    """What kind of total would change the answer."""
    over = found.day is not None and found.day >= found.promise.due
    if over and found.answers and all(one.word in (KEPT, SHORT) for one in found.answers):
        return "otherwise"
    if any(one.counted >= found.promise.due for one in found.answers):
        return "exact"
    return "due" if over else "newer"
