"""Formulas: how a relation between quantities is said, and what is reckoned from the calendar.

A formula is one equation of one kind, ``whole = one × other``; likewise ÷, + and −, of two parts or more, any
of which but the whole may be a number.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, get_args

from reported.dossier.dates import is_date
from reported.errors import quoted

Kind = Literal["×", "÷", "+", "−"]
KINDS: tuple[Kind, ...] = get_args(Kind)
KEYBOARD: Mapping[str, Kind] = {"*": "×", "/": "÷", "-": "−", "–": "−"}  # as they are typed
MOST_PARTS = 20
NAME = re.compile(r"[^\W\d]\w*")
CONSTANT = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?")
TOKEN = re.compile(rf"\s*({NAME.pattern}|[0-9][0-9.,_]*|\S)")

AS_OF = "as_of"  # the day of the edition
CALENDAR = re.compile(r"\s*([a-z]+)\s*\(\s*([^,()]*?)\s*,\s*([^,()]*?)\s*\)\s*")
FUNCTIONS = {"days": "day", "weeks": "week", "months": "month", "years": "year"}  # with the unit of each
HOW_SAID = "Write one equation of one kind: “a = b × c”, or with ÷, + or −."


class Formula(NamedTuple):
    """An equation: the quantity that stands alone, of which kind it is, and its parts in order."""

    whole: str
    kind: Kind
    parts: tuple[str | float, ...]

    @property
    def quantities(self) -> list[str]:
        """The quantities it ties, the whole first; one that stands there twice is there twice."""
        return [self.whole, *(part for part in self.parts if isinstance(part, str))]


def parsed(said: str) -> Formula:
    """A formula as it is said. Raises ValueError of two sentences: what is wrong, and what to do."""
    tokens = TOKEN.findall(said)
    if tokens.count("=") != 1 or tokens[1:2] != ["="] or not NAME.fullmatch(tokens[0]):
        raise ValueError(f"{quoted(said)} does not say what one quantity is equal to.", HOW_SAID)
    if {*"()[]"} & {*tokens}:
        remedy = "Make two relations of it, with a quantity for what stands in the brackets."
        raise ValueError(f"{quoted(said)} has brackets.", remedy)
    parts, signs = tokens[2::2], [KEYBOARD.get(sign, sign) for sign in tokens[3::2]]
    if bad := next((sign for sign in signs if sign not in KINDS), None):
        raise ValueError(f"in {quoted(said)} stands {quoted(bad)} where ×, ÷, + or − would.", HOW_SAID)
    if len(parts) != len(signs) + 1 or len(parts) < 2:
        raise ValueError(f"{quoted(said)} has no two parts, or ends too soon.", HOW_SAID)
    if len(set(signs)) > 1:
        what = f"{quoted(said)} is of more than one kind."
        raise ValueError(what, "Make two relations of it, with a quantity for what stands between.")
    if len(parts) > MOST_PARTS:
        raise ValueError(f"has {len(parts)} parts.", f"Write at most {MOST_PARTS}.")
    made = Formula(tokens[0], next(kind for kind in KINDS if kind == signs[0]), tuple(map(_part, parts)))
    if len(made.quantities) < 2:
        raise ValueError(f"{quoted(said)} ties {quoted(made.whole)} to numbers only.", "Name a quantity.")
    return made


def _part(token: str) -> str | float:
    if NAME.fullmatch(token):
        return token
    if not CONSTANT.fullmatch(token) or not float(token):
        remedy = "Write the name of a quantity or a number above 0, such as 12 or 0.5."
        raise ValueError(f"{quoted(token)} can be no part.", remedy)
    return float(token)


@dataclass(frozen=True)
class Calendar:
    """A time from one day to another, in ``unit``; ``None`` stands for the day of the edition."""

    unit: str
    first: date | None
    last: date | None

    def on(self, as_of: date) -> float:
        """How long it is as seen from a day: below nought where the second day is before the first."""
        first, last = self.first or as_of, self.last or as_of
        days = (last - first).days
        months = {"month": 1, "year": 12}
        return (
            months_from(first, last) / months[self.unit] if self.unit in months else days / _DAYS[self.unit]
        )


_DAYS = {"day": 1, "week": 7}


def calendar_of(said: str) -> Calendar:
    """``months(as_of, 2024-03-01)`` and the like. Raises ValueError of two sentences."""
    found = CALENDAR.fullmatch(said)
    if not found or found[1] not in FUNCTIONS:
        remedy = f"Write {', '.join(FUNCTIONS)} of two days, as in “months(as_of, 2024-03-01)”."
        raise ValueError(f"{quoted(said)} is nothing that can be reckoned from the calendar.", remedy)
    if found[2] == found[3]:
        raise ValueError(f"{quoted(said)} is always nought.", "Name two days.")
    return Calendar(FUNCTIONS[found[1]], *map(_day, found.groups()[1:]))


def _day(said: str) -> date | None:
    if said == AS_OF:
        return None
    if len(said) != 10 or not is_date(said):
        raise ValueError(f"{quoted(said)} is no day.", "Write YYYY-MM-DD, or as_of for the edition's day.")
    return date.fromisoformat(said)


def months_from(first: date, last: date) -> float:
    """Months as one counts them: whole ones from the day of the month, and of the month begun the share that
    has passed. Four from 1 November to 1 March; below nought where ``last`` is before ``first``."""
    if last < first:
        return -months_from(last, first)
    whole = 12 * (last.year - first.year) + last.month - first.month
    if _later(first, whole) > last:
        whole -= 1
    begun, end = _later(first, whole), _later(first, whole + 1)
    return whole + (last - begun).days / (end - begun).days


def _later(day: date, months: int) -> date:
    """The same day some months later, or the last of a month that has no such day."""
    year, month = divmod(12 * day.year + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


Unit = Mapping[str, int]  # words and their powers; a share has none
PLAIN_UNIT = re.compile(r"([^\W\d]\w*)(?:/([^\W\d]\w*))?")


def unit_of(name: str) -> Unit | None:
    """What a unit written as ``word`` or ``word/word`` is made of; ``None`` for one written otherwise."""
    found = PLAIN_UNIT.fullmatch(name)
    return (
        powers([({found[1]: 1}, 1), ({found[2]: 1}, -1)] if found[2] else [({found[1]: 1}, 1)])
        if found
        else None
    )


def powers(units: Iterable[tuple[Unit, int]]) -> Unit:
    """The product of some units, each to the power 1 or −1."""
    made: dict[str, int] = {}
    for unit, power in units:
        for word, own in unit.items():
            made[word] = made.get(word, 0) + power * own
    return {word: power for word, power in made.items() if power}


def in_words(unit: Unit) -> str:
    """A unit as it is written in a dossier: ``loaf/day``; ``a share`` for none."""
    above, below = ([word for word, power in unit.items() for _ in range(sign * power)] for sign in (1, -1))
    return "/".join([" × ".join(above) or "1", *below]) if unit else "a share"
