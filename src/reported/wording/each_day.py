"""How the claim looked from each later day, in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from reported.analysis.day_by_day import Answer
from reported.analysis.record import FIRST, RETOLD
from reported.wording import later
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told
from reported.wording.prose import in_words, shortened

MOST_DAYS, FEW = 8, 2  # that a sentence names, and one of the story


def told(words: Words, answers: Sequence[Answer]) -> Finding:
    """On which later days the answer changed, and through whose figures; or that it never did."""
    said = [_answer(words, answer) for answer in answers]
    moved = {
        now: sorted(answers[now].rests_on - answers[now - 1].rests_on)
        for now in range(1, len(said))
        if said[now] != said[now - 1]
    }
    since, last = later.published_on(words), said[-1]
    moves = [_move(words, answers[now], names) for now, names in moved.items()]
    days, figures = len(answers) - 1, [row.claim_id for row in words.record.headlines()]
    many, few = (shortened(moves, most, "figures") for most in (MOST_DAYS, FEW))
    text, in_short = (
        say_told("each-day", moves=many, few=few, since=since, then=said[0], last=last)
        if moved
        else say_told("each-day-unchanged", days=days, since=since, last=last)
    )
    return finding(
        "each-day",
        text,
        told=in_short,
        claims=[name for names in moved.values() for name in names] or figures,
        answer="changed" if moved else "unchanged",
        days=days,
        changes=len(moved),
    )


def _answer(words: Words, answer: Answer) -> str:
    """The answer on one day, for the figures as retold and as first worded."""
    retold, worded = (words.answered(answer, wording) for wording in (RETOLD, FIRST))
    return say("each-day-answer", retold=retold, worded=worded)


def _move(words: Words, answer: Answer, names: Sequence[str]) -> str:
    """A day on which the answer changed, with whose figures changed it."""
    day, who = in_words(str(answer.day)), words.whose(names)
    return say("each-day-move", day=day, who=who) if who else say("each-day-bound", day=day)


def nothing_moved() -> Finding:
    """That there is nothing to draw from day to day."""
    return finding("nothing-moved", say("nothing-moved"))
