"""The words for a promise and for one total of what had come: what was promised by when, what the total says
of it, and the pace that would keep it.

Whether it is fast enough, kept or short is worked out in ``analysis.pledges``, and only said here.
"""

from __future__ import annotations

import math
from datetime import date
from typing import Any

from reported.analysis import pledges
from reported.analysis.pledges import Promise, Stand
from reported.dossier.claim import Interval
from reported.dossier.dates import end_of
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.language import say, word_for
from reported.wording.prose import in_words

# Which answer each word asks for; the rest are told by what is missing, and by the pace.
_SURE = {pledges.LATER: "so-far-later", pledges.DISPUTED: "so-far-disputed"}


def label(words: Words) -> str:
    """What the quantity delivered is called."""
    return words.record.q(words.record.roles.delivered).label


def due(promise: Promise) -> str:
    """The day of a promise, as it was given: ``June 2032``."""
    return in_words(promise.row.period_end or str(promise.due))


def promised(words: Words, promise: Promise) -> str:
    """What was promised by when, whose promise it is and since when, in a sentence."""
    row = promise.row
    since = in_words(words.record.first_published(row)) or say("date-none")
    who = words.by(row, role=False)
    return say("promised", said=words.said(row), due=due(promise), who=who, since=since)


def called(words: Words, series: str | None) -> str:
    """What is counted: the way of counting, else the quantity."""
    return words.series_label(series) if series else label(words)


def counted(found: Stand) -> str:
    """The day up to which a total counts: as it says, else that of its document."""
    return in_words(str(found.counted))


def pace(words: Words, span: Interval) -> str:
    """How much would have to come, or had come, in each unit of time."""
    return words.amount(span, words.record.roles.pace)


def shortly(found: Stand) -> str:
    """What a total says of a promise, in a few words; where they leave it open, by its number, too."""
    word, bare = (word_for("progress", one.word) for one in (found, found.named))
    by_number = found.word == pledges.OPEN != found.named.word
    return say("progress-by-number", word=word, bare=bare) if by_number else word


def so_far(words: Words, found: Stand) -> str:
    """What had come by one total, and what that means for the promise, in a sentence."""
    total = _total(words, found)
    if found.word in _SURE:
        return say(_SURE[found.word], total=total)
    if found.word == pledges.KEPT:
        return say("so-far-kept", total=total, over=found.over)
    if found.missing.high == 0:
        return say("so-far-reached", total=total)
    if found.word == pledges.SHORT:
        return say("so-far-short", total=total, **_missing(words, found, counts=False))
    if found.word == pledges.UNTOLD:
        return say("so-far-untold", total=total, **_missing(words, found), **_time_left(words, found))
    if found.needed is None:
        return say("so-far-missing", total=total, **_missing(words, found))
    return say("so-far-to-go", total=total, **_to_go(words, found, found.needed))


def _total(words: Words, found: Stand) -> str:
    """What had come by which day, whose total it is, and when it was published where that is another day."""
    row = found.row
    return say(
        "pledged-total",
        what=called(words, found.series),
        counted=counted(found),
        said=words.said(row),
        who=words.institution(row),
        later=end_of(row.published) != pledges.counts_to(row),
        published=in_words(row.published),
    )


def _missing(words: Words, found: Stand, counts: bool = True) -> dict[str, Any]:
    """What had not come, and whether that is one."""
    missing = {"missing": words.amount(found.missing, words.record.roles.missing)}
    return missing | ({"one": _is_one(found.missing)} if counts else {})


def _is_one(span: Interval) -> bool:
    """Whether the number that is told of a range is one: ``one``, ``under one``."""
    ends = [end for end, given in ((span.low, span.floored), (span.high, math.isfinite(span.high))) if given]
    return {prose.number(end) for end in ends} == {prose.stated(1)}


def _time_left(words: Words, found: Stand) -> dict[str, Any]:
    """Of a total that stops before the day of the promise: how much time was left then, and the pace."""
    days, needed, so_far = (found.promise.due - found.counted).days, found.needed_then, found.so_far
    then = "nothing"
    if days > 0 and needed and so_far:
        then = "left" if needed.low > found.missing.low else "pace"
    return {
        "why": "early" if days > 0 else "open",
        "then": then,
        "left": prose.counted(max(days, 0), "day"),
        "needed": pace(words, needed) if needed else "",
        "so_far": pace(words, so_far) if so_far else "",
        "number": prose.words(so_far) if so_far else "",
    }


def _to_go(words: Words, found: Stand, needed: Interval) -> dict[str, Any]:
    """The pace that is needed, that so far, and whether it is enough."""
    return {
        "needed": pace(words, needed),
        "today": in_words(str(found.day)),
        "since": found.so_far is not None,
        "number": prose.words(found.so_far) if found.so_far else "",
        "enough": _enough(found),
    }


def _enough(found: Stand) -> str:
    """Whether the pace so far is enough; where the words leave it open, what the bare number says."""
    if found.word in (pledges.AHEAD, pledges.BEHIND):
        return "yes" if found.word == pledges.AHEAD else "no"
    bare = found.named.word
    if bare == pledges.BEHIND:
        return "not-by-number"
    return "by-number" if bare in (pledges.AHEAD, pledges.KEPT) else "open"


def nothing_yet(words: Words, promise: Promise, day: date | None) -> str:
    """The answer where no total was public."""
    whole = promise.whole_from(day) if day else None
    return say(
        "nothing-yet",
        promised=promised(words, promise),
        label=label(words),
        paced=whole is not None,
        needed=pace(words, whole) if whole else "",
        today=in_words(str(day)) if day else "",
        **known(words),
    )


def known(words: Words) -> dict[str, Any]:
    """The day up to which something could be known, as messages take it."""
    return {"dated": bool(words.record.parameters.day), "day": words.day}
