"""The implied number in sentences: what the others imply for a quantity, what was said, and how far the two
are apart. The sentences stand in ``implied.ftl``.
"""

from __future__ import annotations

from collections.abc import Iterable

from reported.analysis import implied as numbers
from reported.analysis.consistency import in_period
from reported.analysis.implied import Bare, Implied
from reported.analysis.record import RETOLD
from reported.dossier.claim import RETELLING, Claim
from reported.wording import prose
from reported.wording.claims import NOTHING, OURS, PUBLISHED, Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table_of
from reported.wording.language import say, word_for
from reported.wording.prose import listed

EXCLUDED = "the others exclude one another"
PARTS = (2, 3, 4, 5, 10, 100, 1000)  # of one, that have a name


def implied(words: Words, id: str, quantity: str) -> Finding:
    """What the others imply for a quantity, beside what was said of it, as a finding of the name ``id``."""
    found = numbers.implied(words.record, quantity)
    apart_from = (_apart(words, found, one) for one in found.bare)
    told = [_number(words, found), on_record(words, quantity), *apart_from, *_of_other_days(words, found)]
    return finding(
        id,
        " ".join(filter(None, told)),
        told=_in_the_story(words, found),
        claims=found.claims,
        answer=_short(words, found),
        bare=[one.span for one in found.bare],
        worded=found.worded,
    )


def _in_the_story(words: Words, found: Implied) -> str:
    """The bare numbers alone, beside what stands on the record; empty where they imply nothing."""
    if not found.bare:
        return ""
    numbers = dict.fromkeys(_bare(words, one, found.quantity) for one in found.bare)
    told = say("implied-number.told", numbers=listed(numbers, "or"))
    return " ".join([told, on_record(words, found.quantity)])


def _number(words: Words, found: Implied) -> str:
    """What the others imply: by the numbers as they were named, and by all that the words allow."""
    return say(
        "implied-number",
        named=bool(found.bare),
        numbers=listed(_from(words, one, found.quantity) for one in found.bare),
        worded="excluded" if found.worded is None else "none" if found.worded.unbounded else "limit",
        span=_worded(found),
        own=numbers.own(words.record, found.worded_claims),
        quantity=words.record.q(found.quantity).label,
    )


def _worded(found: Implied) -> str:
    """What all others allow for it."""
    return say("implied-excluded") if found.worded is None else prose.words(found.worded, outward=True)


def _from(words: Words, one: Bare, quantity: str = "") -> str:
    """What one relation implies, with the noun of a ``quantity`` where one is named, and from what."""
    figures = listed(words.record.q(name).label for name in one.others)
    return say("implied-from", number=_bare(words, one, quantity), figures=figures)


def _bare(words: Words, one: Bare, quantity: str = "") -> str:
    """A bare number as it is printed; "about" so many where that is rounded."""
    number = prose.words(one.span)
    if one.span.low == one.span.high and prose.stated(one.span.low) != number:
        return words.about(number, quantity)
    return words.amount(one.span, quantity) if quantity else number


def _short(words: Words, found: Implied) -> str:
    """The implied number in a word or two."""
    if found.bare:
        return listed((_bare(words, one) for one in found.bare), "or")
    if found.worded is None:
        return EXCLUDED
    return "nothing" if found.worded.unbounded else prose.words(found.worded, outward=True)


def on_record(words: Words, quantity: str) -> str:
    """What stands on the record for a quantity, in a sentence or two."""
    standing = words.standing(quantity, RETOLD)
    own = (
        ""
        if standing == NOTHING
        else say(
            "implied-record",
            record=words.on_record(quantity, RETOLD),
            bare=standing in (PUBLISHED, OURS),
            units=words.units(quantity),
        )
    )
    if standing not in (NOTHING, OURS):
        return own
    left = _left(words, quantity)
    none = say("implied-in-no-sum", reasons=words.reasons(left)) if left else say("implied-by-nobody")
    return " ".join(filter(None, (none, own)))


def left_out(words: Words, quantity: str) -> str:
    """What others first stated for a quantity and goes into no sum, each with the reason; empty for
    nothing."""
    told = (
        say(
            "left-out-figure",
            said=words.said(row),
            who=words.institution(row),
            reason=word_for("reason", reason),
        )
        for row, reason in _left(words, quantity)
    )
    return prose.shortened(told, 3, "figures")


def _left(words: Words, quantity: str) -> list[tuple[Claim, str]]:
    record = words.record
    left = (pair for way in record.series_of(quantity) for pair in record.inputs(quantity, way).left)
    rows = {row.claim_id: (row, why) for row, why in left if _first_stated(words, row)}
    return list(rows.values())


def _first_stated(words: Words, row: Claim) -> bool:
    """Whether somebody else stated a number, not retelling another's."""
    retold = row.relation in RETELLING and bool(row.relays)
    counts = row.status == "active" and row.hedge != "none"
    return counts and words.record.stated_by_others(row) and not retold


def apart(words: Words, found: Implied, one: Bare) -> str:
    """How far a bare number is from what was said: ``twice the most published``, ``a hundredth of the least
    that was said``; empty where they do not differ grossly."""
    factor = numbers.times_apart(one.span, found.said)
    if factor == 1:
        return ""
    above, figure = factor > 1, words.record.headline(found.quantity, RETOLD) is not None
    much, little = (times(factor), "") if above else ("", part(factor))
    return say("implied-apart", above=above, figure=figure, times=much, part=little)


def _apart(words: Words, found: Implied, one: Bare) -> str:
    text = apart(words, found, one)
    return say("implied-apart.sentence", number=_bare(words, one), apart=text) if text else ""


def _of_other_days(words: Words, found: Implied) -> list[str]:
    """Figures that speak of other days than the rest, and what that takes away from them."""
    claims = dict.fromkeys(claim for one in found.bare for claim in one.claims)
    totals = (row for row in map(words.record.claim, claims) if row and row.cumulative == "yes")
    held = ((row, in_period(row, words.record.period)[1]) for row in totals)
    return [
        say("implied-other-days", said=words.said(row), why=word_for("window", why))
        for row, why in held
        if why
    ]


def times(factor: float) -> str:
    """A factor from two on, in words: ``twice``, ``about 2.4 times``."""
    rounded = float(f"{factor:.2g}")
    exact = abs(factor / rounded - 1) < 1e-9
    return say("times", twice=rounded == 2, exact=exact, number=prose.stated(rounded))


def part(share: float) -> str:
    """A share up to a half, in words: ``half``, ``about a hundredth``, ``about 1/37``."""
    whole = 1 / share
    near = min(PARTS, key=lambda n: abs(whole / n - 1))
    named = abs(whole / near - 1) < 0.05
    rounded = near if named else float(f"{whole:.2g}")
    told = say(f"part-{near}") if named else say("part-any", whole=prose.digits(rounded))
    return told if abs(whole / rounded - 1) < 1e-9 else say("part-about", part=told)


def evidence(words: Words) -> ShownTable | None:
    """The implied numbers that no section of their own tells, as a table; nothing where there is none.

    It stands on paper too where no quantity has a section of its own.
    """
    found = rows(words, numbers.untold(words.record))
    on_screen = bool(words.record.roles.filled)
    widths = [20, 40, 24, 34, 22, 12]
    return table_of("implied-numbers", found, widths, on_screen=on_screen) if found else None


def rows(words: Words, quantities: Iterable[str]) -> list[dict[str, object]]:
    """The implied numbers of some quantities as rows of a table."""
    return [
        {
            "quantity": words.record.q(found.quantity).label,
            "named": "; ".join(_from(words, one) for one in found.bare) or "–",
            "worded": _worded(found),
            "record": words.on_record(found.quantity, RETOLD),
            "apart": "; ".join(filter(None, (apart(words, found, one) for one in found.bare))) or "–",
            "claims": Refs(found.claims),
        }
        for found in numbers.every(words.record, quantities)
    ]
