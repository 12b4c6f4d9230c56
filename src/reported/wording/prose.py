"""Prose: numbers, ranges, dates and lists as a sentence of the language spoken prints them.

The words are those of ``numbers.ftl``. ``of`` dresses the text of a number with its noun, ``1,000`` as
``1,000 loaves``: where the noun stands, before, behind or around, differs between languages.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from datetime import date

from reported.analysis.hedges import Interval
from reported.wording.language import capital, say, spoken, word_for

sentence = capital  # as the language has it, a text that begins a sentence
Dress = Callable[[str], str]


def number(value: float, places: int | None = None, toward: str = "nearest") -> str:
    """A number as prose prints it: ``13,100``, ``1.2 million``, ``46``.

    ``places`` are the significant digits kept (three, two below a hundred); ``toward`` is "nearest", "down"
    or "up": a floor is rounded down and a ceiling up, so that the rounded statement is never stronger than
    the computed one.
    """
    if math.isinf(value):
        return say("number-no-limit")
    places = places or (3 if abs(value) >= 100 else 2)
    place = 10.0 ** (math.floor(math.log10(abs(value))) - places + 1) if value else 1.0
    turns: dict[str, Callable[[float], int]] = {"nearest": round, "down": math.floor, "up": math.ceil}
    return stated(turns[toward](round(value / place, 9)) * place)


def stated(value: float) -> str:
    """A number as it was said, unrounded: ``ten``, ``15,809``, ``one million``, ``9.4 million``."""
    return spoken().stated(value)


def digits(value: float) -> str:
    """A number in figures, unrounded: ``10``, ``15,809``, ``1 million``, ``5.5 billion``. Raises ValueError
    where there is none.
    """
    return spoken().digits(value)


def said(code: str, value: float, value_high: float = math.nan, could: str = "", of: Dress = str) -> str:
    """A hedge and its number: ``more than 1,000``, ``20,000 to 30,000``; within what ``could`` says of a
    capacity: ``could hold 700``.
    """
    low, high = ("" if math.isnan(end) else stated(end) for end in (value, value_high))
    phrase = hedged(f"said-{code.replace('_', '-')}", of, low, high)
    return in_place(could, phrase) if could else phrase


def hedged(name: str, of: Dress, number: str, high: str = "") -> str:
    """A hedge around what was counted; its attribute ``number`` says what it does to the number itself."""
    changed, own = f"{name}.number", {"number": number, "high": high}
    if spoken().has(changed):
        number = say(changed, **{key: own[key] for key in spoken().taken(changed)})
    return say(name, what=of(number)) if spoken().taken(name) else say(name)


def about(number: str, of: Dress = str) -> str:
    """The text of a number that was rounded, as such: ``about 16,400``."""
    return hedged("said-approx", of, number)


def in_place(pattern: str, text: str) -> str:
    """A text where a word of the dossier has room for it, ``{}``; behind the word where it shows none."""
    return pattern.replace("{}", text) if "{}" in pattern else f"{pattern} {text}"


def dressed(text: str, noun: str) -> str:
    """The text of a number with a noun of the dossier: ``1,000 loaves``; where the noun has room for the
    number, ``{}``, it stands there.
    """
    return noun.replace("{}", text) if "{}" in noun else f"{text} {noun}"


def ratio(span: Interval) -> str:
    """A ratio, or a range of ratios, in figures: ``1.5``, ``0.33 to 2``."""
    low, high = (digits(float(f"{end:.2g}")) for end in (span.low, span.high))
    return low if low == high else say("span-between.number", number=low, high=high)


def many(how_many: int) -> str:
    """A count that stands by itself: ``none``, ``one``, ``17``."""
    return stated(how_many) if how_many else say("number-none")


def counted(how_many: int, what: str) -> str:
    """A count with its noun, one of ``counts.ftl``: ``no document``, ``one document``, ``17 documents``."""
    return word_for("count", what, n=how_many)


def part(some: int, whole: int, what: str) -> str:
    """Some of a number: ``38 of 58 retellings``, ``none of two retellings``, ``the one retelling``."""
    if some == whole == 1:
        return say(f"count-{what}.sole")
    if spoken().has(own := f"count-{what}.part"):
        return say(own, some=some, whole=whole)
    return say("part-of", some=many(some), whole=counted(whole, what))


def words(span: Interval, places: int | None = None, outward: bool = False, of: Dress = str) -> str:
    """An interval: ``at least 13,100``, ``33 to 50``, ``no limit either way``.

    ``outward`` rounds both ends of a range away from it, as a single limit always is, so that a limit reads
    alike wherever it stands.
    """
    if span.unbounded:
        return hedged("span-unbounded", of, "")
    if math.isinf(span.high):
        above = "span-above" if span.low_open else "span-at-least"
        return hedged(above, of, number(span.low, places, "down"))
    if not span.floored:
        below = "span-below" if span.high_open else "span-at-most"
        return hedged(below, of, number(span.high, places, "up"))
    down, up = ("down", "up") if outward and span.low < span.high else ("nearest", "nearest")
    low, high = number(span.low, places, down), number(span.high, places, up)
    return of(low) if low == high else hedged("span-between", of, low, high)


def in_words(text: str, style: str = "") -> str:
    """A partial date in words: ``2 November 2023``, ``October 2023``, ``2023``; ``Oct 2023`` in the ``style``
    "short", for where there is little room.
    """
    return spoken().day(text, style)


def precision(text: str) -> str:
    """How exactly a partial date is known, in a word by which a message may choose: ``day``, ``month``,
    ``year`` or ``none``.
    """
    return ("none", "year", "month", "day")[len(text.split("-")) if text else 0]


def day_words(day: date | None) -> str:
    """The day up to which something is known, in words; of ``None``, which is all that is known."""
    return say("date-latest") if day is None else in_words(str(day))


def cited(publisher: str, published: str) -> str:
    """A document as prose cites it: ``News1, 1 November 2023``; ``undated`` where no day is known."""
    return say("document-cited", publisher=publisher, day=in_words(published) or say("date-none"))


def listed(items: Iterable[str], joint: str = "and") -> str:
    """Items as prose lists them, joined by "and" or "or": ``a, b and c``; "figures" joins figures as they
    were said.
    """
    items = list(items)
    if len(items) < 2:
        return "".join(items)
    return say(f"list-{joint}", first=", ".join(items[:-1]), last=items[-1])


def shortened(names: Iterable[str], most: int = 2, joint: str = "and") -> str:
    """The first few of many names, with the number of the rest; all of them joined as by ``listed``."""
    names = list(dict.fromkeys(names))
    if len(names) <= most:
        return listed(names, joint)
    rest = "list-more-figures" if joint == "figures" else "list-more"
    return say(rest, first=", ".join(names[:most]), more=len(names) - most)


def joined(items: Iterable[str], between: str) -> str:
    """Items too long for commas, one behind the other: "clauses" that say something, "groups" of things."""
    first, *others = [*items] or [""]
    for last in others:
        first = say(f"list-{between}", first=first, last=last)
    return first


def hangs(excluded: Mapping[float, bool]) -> str:
    """At which margins for “about”, each a share, two claims exclude each other and at which not; empty where
    the margin makes no difference.
    """
    if len({*excluded.values()}) < 2:
        return ""
    apart, not_so = (
        listed([digits(100 * share) for share, is_so in excluded.items() if is_so is so])
        for so in (True, False)
    )
    return say("margin-decides", apart=apart, together=not_so)
