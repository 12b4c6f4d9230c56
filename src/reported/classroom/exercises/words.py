"""Words: texts with room for values, and numbers as the language of the exercise writes and reads them.

The numbers are those of the report (``wording.language``; a test holds the two together). How they are
written, ``numerals``, comes with the questions.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

ROOM = re.compile(r"\{(\w+)\}")


def fill(template: str, **values: str) -> str:
    """A text with its values put in where it has room for them."""
    return ROOM.sub(lambda found: values.get(found[1], found[0]), template)


def stated(value: float, numerals: Mapping[str, Any]) -> str:
    """A number as it is, in a word where the language has one: ``two``, ``13,149.25``, ``1만3149.25``."""
    word: str | None = numerals["spelled"].get(f"{value:.0f}") if value % 1 == 0 else None
    return word or digits(value, numerals)


def rounded(value: float, turn: Callable[[float], int], numerals: Mapping[str, Any]) -> str:
    """A number by its first three digits, two below a hundred."""
    if not value or not math.isfinite(value):
        return ""
    places = 3 if abs(value) >= 100 else 2
    place = 10.0 ** (math.floor(math.log10(abs(value))) - places + 1)
    return stated(turn(round(value / place, 9)) * place, numerals)


def digits(value: float, numerals: Mapping[str, Any]) -> str:
    """A number in figures, unrounded: ``10``, ``15,809``, ``1 million``, ``1만5809``."""
    if value < 0:
        return fill(numerals["below"], number=digits(-value, numerals))
    if 0 < value < 0.001:
        return _figures(Decimal(f"{value:.6g}"), numerals)
    size, template = next((named for named in numerals["sizes"] if value >= named[0]), (1, ""))
    if not template:
        return _plainly(value, numerals)
    if numerals["rest"]:
        whole, rest = divmod(value, size)
        sized = fill(template, number=_plainly(whole, numerals))
        return fill(numerals["rest"], size=sized, rest=digits(rest, numerals)) if rest else sized
    if size > 1e6 and value % 1 == 0 and value % (size / 1e6):  # no room for its last digits
        return _plainly(value, numerals)
    return fill(template, number=_plainly(value / size, numerals))


def number(text: Any, numerals: Mapping[str, Any]) -> float:
    """A number as somebody writes it, ``12,000``, ``1.2 million`` and ``1만2000`` too; none is no number."""
    left = "".join(str(text).casefold().split())
    if isinstance(text, str):
        for sign in {",", numerals["group"]} - {numerals["point"]}:
            left = left.replace(sign, "")
        left = left.replace(numerals["point"], ".")
    whole = 0.0
    try:
        for size, template in numerals["sizes"]:
            many, name, rest = left.partition(fill(template, number="").strip())
            if name:
                whole, left = whole + float(many) * size, rest or "0"
        return whole + float(left)
    except ValueError:
        return math.nan


def _plainly(value: float, numerals: Mapping[str, Any]) -> str:
    return _figures(round(Decimal(str(value)), numerals["places"]), numerals)


def _figures(value: Decimal, numerals: Mapping[str, Any]) -> str:
    whole, _, rest = f"{value:f}".partition(".")
    size: int = numerals["grouping"]
    groups = [whole[max(end - size, 0) : end] for end in range(len(whole), 0, -size)]
    text: str = numerals["group"].join(reversed(groups))
    return text + numerals["point"] + rest.rstrip("0") if rest.strip("0") else text
