"""Prose: numbers, ranges, dates and lists as a sentence prints them."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import date
from decimal import Decimal

from reported.analysis.hedges import Interval

_SPELLED = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
SAID = {
    "gt": "more than {}", "ge": "at least {}", "lt": "under {}", "le": "up to {}", "approx": "about {}",
    "approx_ge": "about {} or more", "odd": "{}-odd", "odd_ge": "{}-odd or more", "nearly": "nearly {}",
    "range": "{} to {}", "exact": "{}", "none": "no number", "several": "several times {}",
    "dozens": "dozens of times {}", "tens_of": "tens of times {}", "hundreds_of": "several times {}",
}  # fmt: skip


def number(value: float, places: int | None = None, toward: str = "nearest") -> str:
    """A number as prose prints it: ``13,100``, ``1.2 million``, ``46``.

    ``places`` are the significant digits kept (three, two below a hundred); ``toward`` is "nearest", "down"
    or "up": a floor is rounded down and a ceiling up, so that the rounded statement is never stronger than
    the computed one.
    """
    if math.isinf(value):
        return "no limit"
    places = places or (3 if abs(value) >= 100 else 2)
    place = 10.0 ** (math.floor(math.log10(abs(value))) - places + 1) if value else 1.0
    turns: dict[str, Callable[[float], int]] = {"nearest": round, "down": math.floor, "up": math.ceil}
    return stated(turns[toward](round(value / place, 9)) * place)


def stated(value: float) -> str:
    """A number as it was said, unrounded: ``ten``, ``15,809``, ``one million``, ``9.4 million``."""
    if value == 1e6:
        return "one million"
    return _SPELLED[int(value) - 1] if value in range(1, 11) else digits(value)


def digits(value: float) -> str:
    """A number in figures, unrounded: ``10``, ``15,809``, ``1 million``, ``5.5 billion``. Raises ValueError
    where there is none.
    """
    if not math.isfinite(value):
        raise ValueError(f"a value is missing: {value} cannot stand in a sentence")
    if value < 0:
        return f"−{digits(-value)}"
    if 0 < value < 0.001:
        return f"{Decimal(f'{value:.6g}'):f}"
    size, name = (1e9, " billion") if value >= 1e9 else (1e6, " million") if value >= 1e6 else (1.0, "")
    if size == 1e9 and value % 1 == 0 and value % 1000:  # a billion has no room for its last digits
        size, name = 1.0, ""
    return f"{value / size:,.6f}".rstrip("0").rstrip(".") + name


def said(code: str, value: float, value_high: float = math.nan, could: str = "") -> str:
    """A hedge and its number in plain English: ``more than 1,000``, ``20,000 to 30,000``; behind what
    ``could`` says of a capacity: ``could hold 700``.
    """
    phrase = SAID[code].format(
        stated(value) if not math.isnan(value) else "",
        stated(value_high) if not math.isnan(value_high) else "",
    )
    return f"{could} {phrase}" if could else phrase


def many(how_many: int) -> str:
    """A count that stands by itself: ``none``, ``one``, ``17``."""
    return stated(how_many) if how_many else "none"


def counted(how_many: int, what: str) -> str:
    """A count with its noun: ``no document``, ``one document``, ``17 documents``."""
    return f"{stated(how_many) if how_many else 'no'} {what}{'s' * (how_many > 1)}"


def part(some: int, whole: int, what: str) -> str:
    """Some of a number: ``38 of 58 retellings``, ``none of two retellings``, ``the one retelling``."""
    return f"the one {what}" if some == whole == 1 else f"{many(some)} of {counted(whole, what)}"


def words(span: Interval, places: int | None = None, outward: bool = False) -> str:
    """An interval in plain English: ``at least 13,100``, ``33 to 50``, ``no limit either way``.

    ``outward`` rounds both ends of a range away from it, as a single limit always is, so that a limit reads
    alike wherever it stands.
    """
    if span.unbounded:
        return "no limit either way"
    if math.isinf(span.high):
        return f"{'more than' if span.low_open else 'at least'} {number(span.low, places, 'down')}"
    if not span.floored:
        return f"{'under' if span.high_open else 'at most'} {number(span.high, places, 'up')}"
    down, up = ("down", "up") if outward and span.low < span.high else ("nearest", "nearest")
    low, high = number(span.low, places, down), number(span.high, places, up)
    return low if low == high else f"{low} to {high}"


def in_words(text: str) -> str:
    """A partial date in words: ``2 November 2023``, ``October 2023``, ``2023``."""
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    parts = [int(part) for part in text.split("-")] if text else []
    return " ".join(str(part) if i != 1 else months[part - 1] for i, part in reversed(list(enumerate(parts))))


def day_words(day: date | None) -> str:
    """The day up to which something is known, in words; of ``None``, which is all that is known."""
    return "the latest material" if day is None else in_words(str(day))


def cited(publisher: str, published: str) -> str:
    """A document as prose cites it: ``News1, 1 November 2023``; ``undated`` where no day is known."""
    return f"{publisher}, {in_words(published) or 'undated'}"


def sentence(text: str) -> str:
    """The text with its first letter made a capital one, quotation marks before it left out of account, and
    the rest as it is.
    """
    start = len(text) - len(text.lstrip("“‘"))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Items as prose lists them: ``a, b and c``."""
    items = list(items)
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} {joint} {items[-1]}" if items else ""


def shortened(names: Iterable[str], most: int = 2) -> str:
    """The first few of many names, with the number of the rest."""
    names = list(dict.fromkeys(names))
    return listed(names if len(names) <= most else [*names[:most], f"{stated(len(names) - most)} more"])


def hangs(pair: tuple[str, str], excluding: Mapping[float, Container[tuple[str, str]]]) -> str:
    """At which margins for “about” two claims exclude each other and at which not; empty where the margin
    makes no difference.

    ``excluding`` are the pairs that do under each margin, a share.
    """
    apart, not_so = (
        [digits(100 * share) for share, pairs in excluding.items() if (pair in pairs) is so]
        for so in (True, False)
    )
    told = f"at {listed(apart)} per cent they exclude each other, at {listed(not_so)} per cent they do not"
    return told if apart and not_so else ""
