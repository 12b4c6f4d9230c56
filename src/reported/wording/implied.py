"""The implied number in sentences: what the others imply for a quantity, what was said, and how far the two
are apart.
"""

from __future__ import annotations

from collections.abc import Iterable

from reported.analysis import implied as numbers
from reported.analysis.consistency import in_period
from reported.analysis.implied import Bare, Implied
from reported.analysis.record import RETOLD
from reported.dossier.claim import RETELLING, Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table
from reported.wording.language import word_for
from reported.wording.prose import listed, sentence

NOBODY = "Nobody published one that we saw."
EXCLUDED = "the others exclude one another"
PARTS = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth", 10: "a tenth", 100: "a hundredth"}
PARTS |= {1000: "a thousandth"}


def implied(words: Words, id: str, quantity: str) -> Finding:
    """What the others imply for a quantity, beside what was said of it, as a finding of the name ``id``."""
    found = numbers.implied(words.record, quantity)
    parts = [_named(words, found)] if found.bare else []
    if found.worded is None:
        parts.append(f"with the hedges kept, {EXCLUDED}")
    elif not found.worded.unbounded:
        own = ", our own figures included" * numbers.own(words.record, found.worded_claims)
        parts.append(f"with the hedges kept, {prose.words(found.worded, outward=True)}{own}")
    elif parts:
        parts.append("with the hedges kept, they set no limit")
    told = "; ".join(parts) or "the other figures imply nothing"
    for_it = "" if found.bare else f"For {words.record.q(quantity).label}, "
    said = [f"{sentence(f'{for_it}{told}')}.", on_record(words, quantity)]
    return finding(
        id,
        " ".join([*said, *(_apart(words, found, one) for one in found.bare), *_of_other_days(words, found)]),
        claims=found.claims,
        answer=_short(found),
        bare=[one.span for one in found.bare],
        worded=found.worded,
    )


def _named(words: Words, found: Implied) -> str:
    """What the numbers imply as they were named, relation by relation."""
    told = (
        f"{_about(one)}{words.amount(one.span, found.quantity)} (from {_from(words, one)})"
        for one in found.bare
    )
    return f"the numbers as named imply {listed(told)}"


def _from(words: Words, one: Bare) -> str:
    """The quantities whose numbers a bare number comes from."""
    return listed(words.record.q(name).label for name in one.others)


def _about(one: Bare) -> str:
    """The word for a bare number that is printed rounded."""
    exact = one.span.low != one.span.high or prose.stated(one.span.low) == prose.words(one.span)
    return "" if exact else "about "


def _number(one: Bare) -> str:
    """A bare number as it is printed."""
    return f"{_about(one)}{prose.words(one.span)}"


def _short(found: Implied) -> str:
    """The implied number in a word or two."""
    if found.bare:
        return listed(map(_number, found.bare), "or")
    if found.worded is None:
        return EXCLUDED
    return "nothing" if found.worded.unbounded else prose.words(found.worded, outward=True)


def on_record(words: Words, quantity: str) -> str:
    """What stands on the record for a quantity, in a sentence."""
    told = words.on_record(quantity, RETOLD)
    if told == "nothing" or told.startswith("ours"):
        ours = f" {sentence(told)}." if told != "nothing" else ""
        left = words.reasons(_left(words, quantity))
        none = f"What others published goes into no sum ({left})." if left != "–" else NOBODY
        return f"{none}{ours}"
    return f"{sentence(told)}."


def left_out(words: Words, quantity: str) -> str:
    """What others first stated for a quantity and goes into no sum, each with the reason; empty for
    nothing."""
    left = _left(words, quantity)
    return prose.shortened((f"“{words.said(row)}” ({words.institution(row)}, {why})" for row, why in left), 3)


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
    figure = words.record.headline(found.quantity, RETOLD) is not None
    said = "that was said" if figure else "published"
    return f"{times(factor)} the most {said}" if factor > 1 else f"{part(factor)} of the least {said}"


def _apart(words: Words, found: Implied, one: Bare) -> str:
    text = apart(words, found, one)
    return f"{sentence(_number(one))} is {text}." if text else ""


def _of_other_days(words: Words, found: Implied) -> list[str]:
    """Figures that speak of other days than the rest, and what that takes away from them."""
    claims = dict.fromkeys(claim for one in found.bare for claim in one.claims)
    totals = (row for row in map(words.record.claim, claims) if row and row.cumulative == "yes")
    held = ((row, in_period(row, words.record.period)[1]) for row in totals)
    return [f"{sentence(f'“{words.said(row)}”')} {word_for('window', case)}." for row, case in held if case]


def times(factor: float) -> str:
    """A factor from two on, in words: ``twice``, ``about 2.4 times``."""
    rounded = float(f"{factor:.2g}")
    about = "" if abs(factor / rounded - 1) < 1e-9 else "about "
    return f"{about}{'twice' if rounded == 2 else f'{prose.stated(rounded)} times'}"


def part(share: float) -> str:
    """A share up to a half, in words: ``half``, ``about a hundredth``, ``about 1/37``."""
    whole = 1 / share
    near = min(PARTS, key=lambda n: abs(whole / n - 1))
    named = abs(whole / near - 1) < 0.05
    rounded = near if named else float(f"{whole:.2g}")
    about = "" if abs(whole / rounded - 1) < 1e-9 else "about "
    return about + (PARTS[near] if named else f"1/{prose.digits(rounded)}")


def _named_cell(words: Words, found: Implied) -> str:
    told = (f"{_number(one)} (from {_from(words, one)})" for one in found.bare)
    return "; ".join(told) or "–"


def evidence(words: Words) -> ShownTable | None:
    """The implied numbers that no section of their own tells, as a table; nothing where there is none.

    It stands on paper too where no quantity has a section of its own.
    """
    found = rows(words, numbers.untold(words.record))
    caption = "What the others imply for each quantity that no section of its own asks about: by the numbers "
    caption += "as they were named, and by all that the words allow. Neither is an average."
    widths = [20, 40, 24, 34, 22, 12]
    on_screen = bool(words.record.roles.filled)
    return table("implied-numbers", caption, found, widths=widths, on_screen=on_screen) if found else None


def rows(words: Words, quantities: Iterable[str]) -> list[dict[str, object]]:
    """The implied numbers of some quantities as rows of a table."""
    return [
        {
            "Quantity": words.record.q(found.quantity).label,
            "By the numbers as named": _named_cell(words, found),
            "With the hedges kept": prose.words(found.worded, outward=True) if found.worded else EXCLUDED,
            "On the record": words.on_record(found.quantity, RETOLD),
            "How far apart": "; ".join(filter(None, (apart(words, found, one) for one in found.bare))) or "–",
            "Rests on": Refs(found.claims),
        }
        for found in numbers.every(words.record, quantities)
    ]
