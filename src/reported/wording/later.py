"""What came after, in sentences: the later totals, and where two agencies of one government differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reported.analysis import afterwards, totals
from reported.analysis.afterwards import Agencies, Later
from reported.analysis.totals import Statement
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Several, finding, several
from reported.wording.first_known import near
from reported.wording.language import say, say_told
from reported.wording.prose import counted, in_words, listed

FEW = 2  # quantities of which the story tells the last total
NAMED = 3  # figures that were replaced, of which words and days are told


def published_on(words: Words) -> str:
    """The day by which the figures under examination had been published, in words."""
    return in_words(str(words.record.claimed_on))


def since(words: Words, later: Later) -> Finding:
    """How many running totals came after the figures, from how many origins, and the last ones."""
    last = [said[-1] for said in later.of_each.values()]
    none = say("after-since-none", day=published_on(words)), ""
    said, told = _since(words, later, last) if last else none
    return finding(
        "since",
        said,
        told=told,
        claims=[name for one in last for name in one.claims],
        totals=len(later.totals),
        fewest=later.origins.fewest,
        most=later.origins.most,
    )


def _since(words: Words, later: Later, last: Sequence[Statement]) -> tuple[str, str]:
    parts = [
        say("after-since-part", n=len(said), quantity=words.record.q(quantity).label)
        for quantity, said in later.of_each.items()
    ]
    return say_told(
        "after-since",
        day=published_on(words),
        totals=len(later.totals),
        origins=_origins(later),
        parts=listed(parts),
        quantities=len(last),
        last="; ".join(_last(words, one) for one in last),
        newest=" ".join(_newest(words, one) for one in last[:FEW]),
    )


def _origins(later: Later) -> str:
    """How many origins stand behind the totals."""
    fewest, most = later.origins.fewest, later.origins.most
    if fewest == most:
        return counted(most, "origin")
    return say("after-since-origins", fewest=fewest, most=most, near=near(later.origins))


def _newest(words: Words, one: Statement) -> str:
    """The last total of a quantity, in a sentence of its own."""
    row = one.first
    return say(
        "after-since-last.told",
        quantity=words.record.q(row.quantity).label,
        said=words.told(one),
        who=words.institution(row),
        day=in_words(row.published),
    )


def _last(words: Words, one: Statement) -> str:
    row = one.first
    return say(
        "after-since-last", said=words.told(one), who=words.institution(row), day=in_words(row.published)
    )


def portions(words: Words, later: Later) -> Finding | None:
    """Which shares of something, and changes in it, were named after the figures; nothing for none."""
    rows = later.portions
    if not rows:
        return None
    parts = [
        say(
            "after-portions.part",
            said=words.phrase(row),
            who=words.institution(row),
            day=in_words(row.published),
        )
        for row in rows
    ]
    told = say("after-portions", day=published_on(words), n=len(rows), parts="; ".join(parts))
    return finding("portions", told, claims=[row.claim_id for row in rows], portions=len(rows))


def agencies(words: Words, later: Later) -> Finding:
    """How many totals of two agencies of one government differ, and how many only seem to."""
    pairs = later.agencies
    differ, unlike, alike = _sorted_out(pairs)
    kinds = {"differ": len(differ), "unlike": len(unlike), "alike": len(alike)}
    return finding(
        "agencies",
        _agencies(pairs, kinds) if pairs else _no_agencies(words),
        claims=[name for pair in pairs for name in pair.claims],
        pairs=len(pairs),
        differing=len(differ),
        named=len(unlike),
    )


def _sorted_out(pairs: Iterable[Agencies]) -> tuple[list[Agencies], list[Agencies], list[Agencies]]:
    """Those that differ as worded, those that only name different numbers, and the others."""
    pairs = list(pairs)
    rest = [pair for pair in pairs if not pair.differ]
    return (
        [pair for pair in pairs if pair.differ],
        [pair for pair in rest if pair.unlike],
        [pair for pair in rest if not pair.unlike],
    )


def _agencies(pairs: Sequence[Agencies], kinds: dict[str, int]) -> str:
    parts = [say(f"agencies.{kind}", n=n) for kind, n in kinds.items() if n]
    return say("agencies", pairs=counted(len(pairs), "pair"), parts="; ".join(parts))


def _no_agencies(words: Words) -> str:
    return say("agencies-none") if words.record.plan.governments else say("agencies-unknown")


def apart(words: Words, later: Later) -> Several:
    """The two agencies whose numbers lie farthest apart; and where a speaker replaced a figure, by what."""
    return several(filter(None, (agencies_apart(words, later), replaced(words))))


def agencies_apart(words: Words, later: Later) -> Finding:
    """The two agencies whose numbers lie farthest apart, and whether that is a contradiction."""
    far = afterwards.farthest(later.agencies)
    if far is None:
        return finding("agencies-apart", say("agencies-apart-none"))
    days, exact = far.days
    return finding(
        "agencies-apart",
        say(
            "agencies-apart",
            differ=far.differ,
            totals=listed(_apart(words, one) for one in (far.one, far.other)),
            exact=exact,
            days=counted(days, "day"),
            factor=prose.ratio(far.times),
            when=far.when,
        ),
        claims=far.claims,
        answer=f"a factor of {totals.in_times(far.times)}",
    )


def _apart(words: Words, one: Statement) -> str:
    row = one.first
    return say(
        "agencies-apart-total", who=words.institution(row), told=words.told(one), window=words.window(row)
    )


def replaced(words: Words) -> Finding | None:
    """The figures whose own speakers gave others later, each with what took its place; ``None`` where there
    is none.
    """
    record = words.record
    pairs = [(row, record.claim(row.superseded_by)) for row in record.rows() if row.superseded_by]
    known = [(row, later) for row, later in pairs if later is not None]
    if not known:
        return None
    parts = [
        say(
            "after-replaced-part",
            who=words.institution(row),
            was=words.said(row),
            day=in_words(row.day_said) or say("date-none"),
            now=words.said(later),
            later=in_words(later.day_said) or say("date-none"),
        )
        for row, later in known[:NAMED]
    ]
    said = say("after-replaced", n=len(known), parts="; ".join(parts), more=max(len(known) - NAMED, 0))
    names = [name for row, later in known for name in (row.claim_id, later.claim_id)]
    return finding("replaced", said, claims=dict.fromkeys(names), replaced=len(known))
