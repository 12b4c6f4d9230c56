"""Slips: what shows when a cell of a claim is held against others of its row, its document or its quantity.

Each is told with what was expected: the number that the words name, the day of the document, the origin of
what is retold, the name as it stands elsewhere. A rule that is often wrong would teach people to read past
all of them, so each is silent where it cannot know.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import cache, partial
from itertools import pairwise
from typing import NamedTuple

from reported.dossier import reading, superseded
from reported.dossier.claim import ACTUAL, OWN_BASIS, RETELLING, relayed
from reported.dossier.dates import first_day, is_date, last_day
from reported.dossier.forms import is_number
from reported.dossier.numerals import PER_CENT_SIGNS, Numeral, numerals
from reported.dossier.plan import PER_CENT, Plan
from reported.dossier.tables import Table, Told
from reported.errors import LONGEST, Problem, quoted, short

DAY = timedelta(days=1)  # by which dates of two places differ: it counts for nothing
COUNT = "Count the noughts, and look at the unit."


def of(plan: Plan | None, claims: Table, sources: Table) -> Iterator[Problem]:
    """The slips of the claims, each a doubt."""
    document = sources.named("source_id")
    at = [document.get(name, -1) for name in claims["source_id"]]
    language, published = (
        [cells[n] if n >= 0 else "" for n in at] for cells in (sources["language"], sources["published"])
    )
    rows = _numbers(plan, claims, language)
    for column in ("value", "value_high"):
        yield from _unlike_the_words(claims, rows, column)
    checks = (
        ("value", _far_from_the_others(claims, rows)),
        ("period_end", _ends_too_late(plan, claims, published, "period_end")),
        ("period_start", _ends_too_late(plan, claims, published, "period_start")),
        ("origin_id", _of_another_origin(claims)),
        ("institution", _misspelt(claims["institution"])),
        ("superseded_by", superseded.unnamed(claims, published)),
        ("superseded_by", superseded.of_another(claims)),
    )
    for column, told in checks:
        yield from claims.doubt(column, told)


class _Said(NamedTuple):
    """What a text names: its numbers with what two of them make, its numerals, those that are no share."""

    values: tuple[float, ...] = ()
    every: tuple[Numeral, ...] = ()
    whole: tuple[Numeral, ...] = ()


NOTHING_SAID = _Said()


class _Number(NamedTuple):
    """A claim as far as its number goes: ``named`` are the numerals in its words, ``values`` what they come
    to, alone and two together, in its unit or one that is ``factors`` of it, give or take ``loose`` times;
    ``base`` is its value in the unit with the factor 1."""

    named: tuple[Numeral, ...]
    values: tuple[float, ...]
    factors: tuple[float, ...]
    loose: float
    base: float

    def says(self, value: float) -> bool:
        """Whether its words name a number."""
        known = (one * factor for one in self.values for factor in self.factors)
        return any(value <= one * self.loose and one <= value * self.loose for one in known)


NEAR = 1.5  # times: “in the upper 200,000 range” is 250,000 to 300,000


def _numbers(plan: Plan | None, claims: Table, language: list[str]) -> list[_Number | None]:
    """The claims that have a number, row by row. What several of them share is looked at once."""
    values = {cell: float(cell) for cell in claims.each("value") if is_number(cell)}
    said, scale = cache(_said), cache(partial(_scale, plan))
    made: list[_Number | None] = []
    columns = map(claims.__getitem__, ("stated", "gloss", "value", "hedge", "quantity", "unit"))
    for words, english, value, hedge, quantity, unit, of in zip(*columns, language, strict=True):
        if value not in values:
            made.append(None)
            continue
        stated, gloss = said(words, of), said(english, "en")
        own, factors = scale(quantity, unit)
        # A share whose whole stands elsewhere names no number of anything else.
        named = stated.every + gloss.every if unit in PER_CENT else stated.whole + gloss.whole
        loose = NEAR if hedge == "range" else 1 + 1e-9
        made.append(_Number(named, stated.values + gloss.values, factors, loose, values[value] * own))
    return made


def _scale(plan: Plan | None, quantity: str, unit: str) -> tuple[float, tuple[float, ...]]:
    """The factor of a unit, nan where the quantity is not known, and what a number in other words may have to
    be taken times to be in that unit."""
    known = plan.quantities.get(quantity) if plan else None
    units = known.units if known else {}
    own = units.get(unit, 1.0)
    half = [100.0] if unit in PER_CENT else []  # half of them
    return own if known else math.nan, tuple({1.0, *(factor / own for factor in units.values()), *half})


def _said(text: str, language: str) -> _Said:
    """The numbers that a text names."""
    # A word of size in a language that is not read would be passed over: 3 miljoner is not 3.
    if not text or language not in reading.known():
        return NOTHING_SAID
    found = numerals(text, language)
    shares = [PER_CENT_SIGNS.match(text, one.end) is not None for one in found]
    values, every = [one.value for one in found], tuple(found)
    whole = every
    if any(shares):
        whole = tuple(one for one, share in zip(found, shares, strict=True) if not share)
    return _Said((*values, *_together(text, found, shares)), every, whole)


def _together(text: str, found: list[Numeral], shares: list[bool]) -> Iterator[float]:
    """What two numbers of a text make: “half of three million”, “39 % of 100 million”, “eight dozen”."""
    for (one, following), share in zip(pairwise(found), shares, strict=False):
        times = one.value / 100 if share else one.value
        if times < 1 or text[one.end : following.start].isspace():
            yield times * following.value


def _unlike_the_words(claims: Table, rows: list[_Number | None], column: str) -> Iterator[Problem]:
    """Numbers that the words beside them do not name, in any unit of the quantity."""
    cells = claims[column]
    values = {cell: float(cell) for cell in claims.each(column) if is_number(cell)}
    beside = enumerate(zip(rows, cells, strict=True))
    found = [
        n for n, (row, cell) in beside if row and row.named and cell in values and not row.says(values[cell])
    ]

    def says(n: int) -> tuple[str, str]:
        row, value = rows[n], values[cells[n]]
        assert row  # only such rows were found
        named = ", ".join(dict.fromkeys(map(_shown, row.named)))
        share = claims["unit"][n] in PER_CENT and value < 1
        remedy = "Write a share in per cent: 40, not 0.4." if share else COUNT
        return f"is {value:,.12g}, but the words name {named}.", remedy

    yield from claims.doubts(column, found, says)


def _shown(one: Numeral) -> str:
    """A number as the words have it, and in digits where these are not the same."""
    value = f"{one.value:,.12g}"
    return value if one.text == value else f"{value} ({quoted(one.text)})"


FEW = 5  # other claims on a quantity, below which nothing is far from them
FAR = 10.0  # times beyond all of them
VAGUE = ("several", "dozens", "tens_of", "hundreds_of", "none")  # the value is a word's, not the figure's


def _far_from_the_others(claims: Table, rows: list[_Number | None]) -> Told:
    """Numbers ten times beyond all others of their quantity and modality, and shares in per cent below one,
    where no words can be asked."""
    values: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    told: dict[int, tuple[str, str]] = {}
    columns = map(claims.__getitem__, ("basis", "hedge", "scope", "unit", "value", "quantity", "modality"))
    beside = zip(rows, *columns, strict=True)
    for n, (row, basis, hedge, scope, unit, value, quantity, modality) in enumerate(beside):
        if not row or basis == OWN_BASIS or hedge in VAGUE or scope:
            continue
        if unit in PER_CENT and float(value) < 1 and not row.named:
            told[n] = f"is {value} per cent.", "Write a share in per cent: 40, not 0.4."
        if not math.isnan(row.base):
            values[quantity, modality].append((row.base, n))
    for same in filter(lambda same: len(same) > FEW, values.values()):
        same.sort()
        (least, lowest), (most, highest), below, above = same[0], same[-1], same[1][0], same[-2][0]
        for n, number, other, apart in (
            (lowest, least, below, below / least),
            (highest, most, above, most / above),
        ):
            row = rows[n]
            if apart >= FAR * (1 - 1e-9) and row and not row.named:
                what = f"is {number:,.6g} in the unit with factor 1, {apart:,.3g} times away from all others"
                told.setdefault(n, (f"{what} of its quantity (the next is {other:,.6g}).", COUNT))
    return told


@cache  # many rows give the same days
def first_and_last(text: str) -> tuple[date, date] | None:
    """The first and the last day that a date can mean; ``None`` for what is none."""
    first, last = (first_day(text), last_day(text)) if text and is_date(text) else (None, None)
    return (first, last) if first and last else None


def _ends_too_late(plan: Plan | None, claims: Table, published: list[str], column: str) -> Told:
    """Figures of what was that speak of days after their document appeared; the pace that a promise needs
    may."""
    ahead = {plan.roles.promised, plan.roles.left, plan.roles.missing, plan.roles.pace} if plan else set()
    told = {}
    columns = (claims[name] for name in ("modality", "basis", "quantity", column, "period_end"))
    for n, (modality, basis, quantity, cell, end) in enumerate(zip(*columns, strict=True)):
        if not cell or modality != ACTUAL or basis == OWN_BASIS or quantity in ahead or (cell != end and end):
            continue
        spoken_of, day = first_and_last(cell), first_and_last(published[n])
        if spoken_of and day and spoken_of[0] > day[1] + DAY:
            what = f"{cell} is after {published[n]}, the day of its document, and the figure is of what was."
            told[n] = what, "Mend the day, or make the modality pledge or forecast."
    return told


def _of_another_origin(claims: Table) -> Told:
    """Retellings with another origin than the claim they retell, where that link is not our inference."""
    rows = claims.named("claim_id")
    origins, counted, told = claims["origin_id"], claims["quantity"], {}
    for n, (kind, cell) in enumerate(zip(claims["relation"], claims["relays"], strict=True)):
        if kind not in RETELLING or not origins[n]:
            continue
        if cell in rows and origins[rows[cell]] == origins[n]:  # as nearly all are
            continue
        named = [rows[name] for name, inferred in relayed(cell) if name in rows and not inferred]
        known = {origins[row]: row for row in named if origins[row] and counted[row] == counted[n]}
        if known and origins[n] not in known:
            origin, row = next(iter(known.items()))
            name = quoted(claims["claim_id"][row])
            what = f"{short(origins[n])} is not {short(origin)}, the origin of {name}, which it {kind}."
            told[n] = what, "All that goes back to one statement has one origin."
    return told


LETTERS = 5  # of a word in which one may be wrong: Iran is not Iraq misspelt


def _misspelt(names: tuple[str, ...]) -> Told:
    """Names that differ in one letter, in capitals or in marks from one that stands there more often, or
    before."""
    often, alike = Counter(filter(None, names)), defaultdict[str, list[str]](list)
    for name in often:
        for form in _without_a_letter(name):
            alike[form].append(name)

    place = {name: n for n, name in enumerate(often)}

    def rank(name: str) -> tuple[int, int]:
        return often[name], -place[name]

    def meant(name: str) -> str:
        others = {other for form in _without_a_letter(name) for other in alike[form]}
        close = (other for other in others if rank(other) > rank(name) and _a_slip_apart(name, other))
        return max(close, key=rank, default="")

    other = {name: found for name in often if (found := meant(name))}
    times = {name: f"{many:,} time{'s' * (many != 1)}" for name, many in often.items()}
    return {
        n: (
            f"{quoted(name)} is nearly {quoted(other[name])}, which stands there {times[other[name]]}.",
            "Give one body one name.",
        )
        for n, name in enumerate(names)
        if name in other
    }


def _bare(name: str) -> str:
    """A name without capitals and marks."""
    return " ".join(re.findall(r"\w+", name.casefold()))


def _without_a_letter(name: str) -> set[str]:
    """A name without capitals, blanks and marks, and the same without any one letter: two names that are one
    letter apart, or have two exchanged, share one of these."""
    bare = _bare(name).replace(" ", "")
    if len(bare) > LONGEST:
        return {bare}
    return {bare, *(bare[:n] + bare[n + 1 :] for n in range(len(bare)))}


def _a_slip_apart(name: str, other: str) -> bool:
    """Whether two names are the same but for marks, or differ in one longer word without digits."""
    ones, others = (Counter(_bare(text).split()) for text in (name, other))
    left: Collection[str] = [*(ones - others), *(others - ones)]
    whole = "".join(left)
    same = _bare(name).replace(" ", "") == _bare(other).replace(" ", "")
    return same or (len(left) == 2 and min(map(len, left)) >= LETTERS and not re.search(r"\d", whole))
