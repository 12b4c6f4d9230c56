"""How long something lasts, in sentences: the rate that it needs, and how long it would last at each rate
that was published. The sentences stand in ``how-long-would-it-last.ftl``.
"""

from __future__ import annotations

from collections.abc import Mapping

from reported.analysis import delivery
from reported.analysis.delivery import Durations
from reported.analysis.hedges import Interval
from reported.analysis.record import FIRST, RETOLD
from reported.dossier.claim import Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told
from reported.wording.prose import listed


def total(words: Words) -> str:
    """The number carried, without its hedge: ``one million loaves``."""
    return words.bare(delivery.figure(words.record, "carried"))


def rate(words: Words, needed: Interval, places: int | None = None) -> str:
    """A rate that figures need: ``more than 13,100 loaves a day``, ``no limit either way``."""
    if needed.unbounded:
        return prose.words(needed)
    return words.amount(needed, words.record.roles.rate, places)


def rate_needed(words: Words, needed: Mapping[str, tuple[Claim, Interval]]) -> Finding:
    """What the two figures ask of the rate, as retold and as first worded."""
    (first, free), (retold, bound) = needed[FIRST], needed[RETOLD]
    said, told = say_told(
        "rate-needed",
        apart=(bound.low != 0) is not (free.low != 0),
        reworded=retold is not first,
        retold=words.said(retold),
        limited=bound.low != 0,
        bound=rate(words, bound),
        first=words.said(first),
        freed=free.low != 0,
        free=rate(words, free),
    )
    carried = delivery.figure(words.record, "carried")
    claims = [carried.claim_id, first.claim_id, retold.claim_id]
    return finding("rate-needed", said, claims, told=told, retold=bound, first_worded=free)


def at_rate(words: Words, row: Claim, span: Interval) -> str:
    """How long it lasts at one published rate, with whose rate that is."""
    lasts = words.amount(span, words.record.roles.lasts)
    return say("lasts-at-rate", lasts=lasts, rate=words.said(row), who=words.institution(row))


def _at_rate(words: Words, which: str, row: Claim, span: Interval) -> dict[str, str]:
    """The same in its parts, for a message that tells of the ``fast`` and the ``slow`` one."""
    lasts = words.amount(span, words.record.roles.lasts)
    told = {"rate": words.said(row), "who": words.institution(row), "lasts": lasts}
    return {f"{which}_{part}": text for part, text in told.items()}


def month_before(words: Words, found: Durations) -> Finding:
    """How long it lasts at the rates published in the month before the figure."""
    lately = delivery.month_before(words.record, found)
    told = listed(at_rate(words, row, span) for row, span in lately)
    return finding(
        "month-before",
        say("month-before", any=bool(lately), total=total(words), lasts=told),
        claims=[delivery.figure(words.record, "carried").claim_id, *(row.claim_id for row, _ in lately)],
        days=[span for _, span in lately],
    )


def judged(words: Words, found: Durations) -> Finding:
    """The answer: how long it lasts at the slowest and the fastest published rate, and whether what was said
    about it holds at all of them."""
    carried = delivery.figure(words.record, "carried")
    if not found:
        return finding("lasting", _no_rate(words), claims=[carried.claim_id], answer="no rate")
    slow, fast = delivery.ends(found)
    short, long = at_rate(words, *fast), at_rate(words, *slow)
    answer, agreeing = agreement(words, found), delivery.agreeing(words.record, found)
    said, told = say_told(
        "lasting",
        total=total(words), alike=short == long, short=short, long=long, answer=answer,
        **_at_rate(words, "fast", *fast), **_at_rate(words, "slow", *slow),
        rates=len(found), agreeing=agreeing,
    )  # fmt: skip
    return finding(
        "lasting",
        said,
        told=told,
        claims=[carried.claim_id, slow[0].claim_id, fast[0].claim_id],
        role="judgement",
        answer=answer,
        why=_why(words),
        linchpin=delivery.relation_of(words.record, "carried", "lasts").caution,
        slowest=slow[1],
        fastest=fast[1],
        rates=len(found),
        agreeing=agreeing,
    )


def agreement(words: Words, found: Durations) -> str:
    """How many published rates agree with the duration, in a word."""
    agreeing = delivery.agreeing(words.record, found)
    if agreeing == len(found):
        return "agrees"
    return "depends on the rate" if agreeing else "disagrees"


def _no_rate(words: Words) -> str:
    """That nobody gave a rate by which it could be told."""
    label = words.record.q(words.record.roles.rate).label
    return say("lasting-no-rate", rate=label, by=words.by_then, total=total(words))


def _why(words: Words) -> str:
    """How the duration is read, what it needs, and what was published."""
    retold, bound = delivery.rates_needed(words.record)[RETOLD]
    quantity = words.record.roles.rate
    return say(
        "lasting.why",
        duration=words.said(retold),
        read=words.amount(retold.interval, words.record.roles.lasts),
        limited=bound.low != 0,
        bound=rate(words, bound),
        record=words.on_record(quantity, RETOLD),
        units=words.units(quantity),
    )
