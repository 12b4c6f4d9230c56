"""How long something lasts, in sentences: the rate that it needs, and how long it would last at each rate
that was published.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reported.analysis import delivery
from reported.analysis.delivery import Durations
from reported.analysis.hedges import Interval
from reported.analysis.record import FIRST, RETOLD
from reported.dossier.claim import Claim
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.prose import listed, sentence


def amount(words: Words) -> str:
    """The number carried, without its hedge: ``one million loaves``."""
    return words.bare(delivery.figure(words.record, "carried"))


def needs(words: Words, rate: Interval) -> str:
    """What a pair of figures asks of the rate: ``needs more than 13,100 loaves a day``."""
    name = words.record.roles.rate
    if rate.low == 0:
        return "sets no lower limit to the rate"
    return f"needs {words.amount(rate, name)}"


def rate_needed(words: Words, needed: Mapping[str, tuple[Claim, Interval]]) -> Finding:
    """What the two figures ask of the rate, as retold and as first worded."""
    (first, free), (retold, bound) = needed[FIRST], needed[RETOLD]
    carried = delivery.figure(words.record, "carried")
    as_retold = f"Retold as “{words.said(retold)}”, the claim {needs(words, bound)}"
    as_worded = f"first worded “{words.said(first)}”, it {needs(words, free)}"
    return finding(
        "rate-needed",
        f"{as_retold}; {as_worded}."
        if retold is not first
        else f"Worded “{words.said(first)}”, the claim {needs(words, free)}.",
        claims=[carried.claim_id, first.claim_id, retold.claim_id],
        retold=bound,
        first_worded=free,
    )


def at_rate(words: Words, row: Claim, span: Interval) -> str:
    """How long it lasts at one published rate, with whose rate that is."""
    return f"{words.amount(span, words.record.roles.lasts)} ({words.said(row)}, {words.institution(row)})"


def month_before(words: Words, found: Durations) -> Finding:
    """How long it lasts at the rates published in the month before the figure."""
    lately = delivery.month_before(words.record, found)
    told = listed(at_rate(words, row, span) for row, span in lately)
    return finding(
        "month-before",
        f"At the rates published in the month before, exactly {amount(words)} last {told}."
        if lately
        else "No rate was published in the month before.",
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
    answer, verdict = _agreement(delivery.agreeing(words.record, found), len(found))
    spans = _from_to(at_rate(words, *pair) for pair in (fast, slow))
    return finding(
        "lasting",
        f"Exactly {amount(words)} would last {spans}: {verdict}.",
        claims=[carried.claim_id, slow[0].claim_id, fast[0].claim_id],
        role="judgement",
        answer=answer,
        why=_why(words),
        linchpin=delivery.relation_of(words.record, "carried", "lasts").caution,
        slowest=slow[1],
        fastest=fast[1],
    )


def _agreement(agreeing: int, rates: int) -> tuple[str, str]:
    """How many published rates agree with the duration: in a word, and as a clause."""
    if agreeing == rates:
        return "agrees", "every published rate agrees with the duration"
    if not agreeing:
        return "disagrees", "no published rate agrees with the duration"
    return "depends on the rate", "whether the duration is right depends on which rate is"


def _from_to(spans: Iterable[str]) -> str:
    """From the shortest to the longest, where they differ."""
    short, *long = dict.fromkeys(spans)
    return f"anything from {short} to {long[-1]}" if long else short


def _no_rate(words: Words) -> str:
    """That nobody gave a rate by which it could be told."""
    label, by = words.record.q(words.record.roles.rate).label, words.by_then
    none = f"No figure for {label} that goes into the sums stands {by}"
    return f"{none}, so how long {amount(words)} would last is not told by any."


def _why(words: Words) -> str:
    """How the duration is read, what it needs, and what was published."""
    retold, bound = delivery.rates_needed(words.record)[RETOLD]
    rate = words.record.roles.rate
    read = words.amount(retold.interval, words.record.roles.lasts)
    return (
        f"{sentence(f'“{words.said(retold)}”')} is read as {read} and {needs(words, bound)}. "
        f"On the record for those months, {words.on_record(rate, RETOLD)} {words.record.q(rate).many}."
    )


def chart_title(words: Words, found: Durations) -> str:
    """What the chart of durations shows, in a sentence."""
    agreeing = delivery.agreeing(words.record, found)
    if agreeing in (0, len(found)):
        every, about = ("every", "about") if agreeing else ("no", "nearly")
        return f"At {every} published rate, {amount(words)} last {about} as long as was said."
    lasts = words.record.roles.lasts
    spans = _from_to(words.amount(span, lasts) for _, span in reversed(delivery.ends(found)))
    return f"{sentence(amount(words))} last {spans}, by which rate is right."
