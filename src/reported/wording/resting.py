"""What the answer rests on, in sentences: which figures and ranges it turns on, which factor a total was
worked out with, and how totals that rest on a conversion lie to those that do not."""

from __future__ import annotations

from reported.analysis import fit, totals
from reported.analysis.fit import Fit, Reworked
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told
from reported.wording.prose import listed


def carriers(words: Words, held: Fit) -> Finding:
    """The figures and ranges that the answer turns on, and which of them nobody said."""
    record = words.record
    on, assumed = ([_the(words, q) for q in some] for some in (held.carriers, held.assumed))
    return finding(
        "carriers",
        say("carriers", on=listed(on), open=bool(assumed), assumed=listed(assumed))
        if on
        else say("carriers-none"),
        claims=[row.claim_id for q in held.assumed for row in record.published(q)],
        answer=listed(record.q(q).label for q in held.carriers),
    )


def _the(words: Words, quantity: str) -> str:
    return say("carriers-one", label=words.record.q(quantity).label)


def first_factor(words: Words) -> Finding:
    """What would follow if whoever worked out a total had kept the factor that was published first."""
    found = fit.reworked(words.record)
    kept = [_kept(words, one) for one in found]
    return finding(
        "first-factor",
        " ".join(said for said, _ in kept) or say("first-factor-none"),
        told=" ".join(told for _, told in kept),
        claims=[row.claim_id for one in found for row in (one.first, one.counted, one.factor)],
        totals=[one.made for one in found],
    )


def _kept(words: Words, one: Reworked) -> tuple[str, str]:
    return say_told(
        "first-factor",
        who=words.institution(one.first),
        day=prose.in_words(one.first.published),
        factor=words.amount(one.first.spoken, one.factor.quantity),
        later=words.institution(one.factor),
        later_day=prose.in_words(one.factor.published),
        later_factor=prose.number(one.factor.number),
        count=words.bare(one.counted),
        one=one.counted.number == 1,
        whose=words.institution(one.counted),
        made=words.amount(one.made, one.total.quantity),
        total=words.bare(one.total),
        needed=words.amount(one.needed, one.counted.quantity),
    )


def conversions(words: Words) -> Finding:
    """How totals that rest on a conversion lie to others of about the same time."""
    pairs = words.record.conversions()
    if not pairs:
        return finding("conversions", say("conversions-none"), higher=0, lower=0, pairs=0)
    times = [totals.times(*pair) for pair in pairs]
    above, below = sum(span.low > 1 for span in times), sum(span.high < 1 for span in times)
    converted, others = (prose.words(totals.spanned(side)) for side in zip(*pairs, strict=True))
    return finding(
        "conversions",
        say(
            "conversions",
            pairs=len(pairs),
            higher=prose.many(above),
            lower=prose.many(below),
            either=prose.many(len(pairs) - above - below),
            converted=converted,
            others=others,
        ),
        claims=[name for pair in pairs for one in pair for name in one.claims],
        answer=_side(above, below),
        higher=above,
        lower=below,
        pairs=len(pairs),
    )


def _side(above: int, below: int) -> str:
    """Whether totals from a conversion are the higher or the lower ones."""
    if above > below == 0:
        return "higher"
    return "lower" if below > above == 0 else "no clear side"
