"""Numerals: the numbers that a text names, in figures or in words.

Digits with their marks of grouping, number words, and the words of size behind both (million, 만, тыс.).
What a number counts, and how it is hedged, is read elsewhere; a number that is glued to a measure (152mm)
is read as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from reported.dossier.reading import Words, words

PER_CENT_SIGNS = re.compile(
    r"\s?(?:[%％]|per ?cent|prozent|pour ?cent|процент|відсот|퍼센트|프로(?!그|젝|세|파)|パーセント)",
    re.IGNORECASE,
)
_BLANKS = "\u0020\u00a0\u2009\u202f"
_DIGITS = rf"\d+(?:[{_BLANKS}]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
# A word; before “un” and the like an elided one is no part of it (d'un), but п'ять is one word.
_TOKEN = re.compile(
    rf"{_DIGITS}|quatre-vingts?|[dlnsDLNS]['’](?=[^\W\d_])|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*"
)
_TOKEN_WIDE = re.compile(rf"{_DIGITS}|[^\W\d_]")
_JOINTS = re.compile(
    rf"[{_BLANKS}-]|[{_BLANKS}](?:and|et|of|de|an?|une?|eine|с|з)[{_BLANKS}](?:an? |une? )?"
    "|-(?:and|and-an?|point|et)-",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\s*(?:[-–—~∼〜]|to|and|or|bis|und|à|et|до|и|і|та|から)\s*", re.IGNORECASE)

HALF = 0.5
MOST_IDLE = 100_000  # words


class Numeral(NamedTuple):
    """A number that a text names: its value, the words that say it and where they begin and end."""

    value: float
    text: str
    start: int
    end: int


@dataclass(frozen=True)
class _Token:
    """A part of a number: what it counts, or what it multiplies by (``size``)."""

    value: float
    start: int
    end: int
    size: bool = False
    digits: bool = False


def numerals(text: str, language: str) -> list[Numeral]:
    """The numbers that a text names, in its order; of a range the low end takes the size of the high one
    (“4 to 6 million”, “40-60,000”).

    ``language`` is a code of two letters; of one that is not known digits alone are read.
    """
    known = words(language)
    said = [word for word in text.split() if word not in known.idle]
    if not said:
        return []
    if len(said) == 1 and said[0].isdecimal():  # one number in plain digits, among words met before
        start = text.index(said[0])
        return [Numeral(float(said[0]), said[0], start, start + len(said[0]))]
    found = _runs(_tokens(text, known), text, known)
    runs = [run for run in found if _names_a_number(run, text, known)]
    values = [_worked_out(run, text, known) for run in runs]
    for n, (low, high) in enumerate(pairwise(runs)):
        size = _size_of_range(low, high, values[n + 1], text)
        if low[0].value * size < values[n + 1]:
            values[n] *= size
    return [
        Numeral(value, text[run[0].start : run[-1].end], run[0].start, run[-1].end)
        for value, run in zip(values, runs, strict=True)
    ]


def _size_of_range(low: list[_Token], high: list[_Token], value: float, text: str) -> float:
    """What the low end of a range takes over from the high one; 1 where it stands for itself."""
    alone = len(low) == 1 and low[0].digits
    if (
        not alone
        or not high[0].digits
        or not high[0].value
        or not BETWEEN.fullmatch(text[low[0].end : high[0].start])
    ):
        return 1.0
    thousands = re.fullmatch(r"\d+,000", text[high[0].start : high[-1].end]) and low[0].value < 1000
    return 1e3 if thousands else value / high[0].value


def _tokens(text: str, known: Words) -> Iterator[_Token]:
    """The parts of numbers in a text, in its order."""
    for found in (_TOKEN_WIDE if known.wide else _TOKEN).finditer(text):
        if found[0] in known.idle:  # most words of a text
            continue
        word, start, end = found[0].casefold().replace("’", "'"), found.start(), found.end()
        if word[0].isdecimal():
            yield _Token(_in_digits(word, known), start, end, digits=True)
        elif known.joined and (parts := list(_in_one_word(word, start, known))):
            yield from parts
        elif (size := known.size(word)) is not None:
            yield _Token(size, start, end, size=True)
        elif (value := known.number(word)) is not None:
            if not known.wide or known.size(text[end : end + 1]) is not None:
                yield _Token(value, start, end)
        elif native := _native(text, start, known):
            yield _Token(known.native[native], start, start + len(native))
        elif not known.native and found[0].isalpha() and len(known.idle) < MOST_IDLE:
            known.idle.add(found[0])


def _in_one_word(word: str, start: int, known: Words) -> Iterator[_Token]:
    """The parts of a number in one word: zweihunderttausend, fünfundzwanzig."""
    parts = list(known.compound.finditer(word))
    rest = word[parts[-1].end() :] if parts else word
    if len(parts) < 2 or parts[0].start() or rest not in ("", "e", "en", "er") or parts[-1][0] == "und":
        return
    if any(first.end() != second.start() for first, second in pairwise(parts)):
        return
    said = [part for part in parts if part[0] != "und"]
    for n, part in enumerate(said):
        size = known.size(part[0])
        before_tens = n + 1 < len(said) and part.end() + len("und") == said[n + 1].start()
        value, begin = size if size is not None else known.number(part[0]) or 0.0, part.start()
        if before_tens and size is None:  # fünf-und-zwanzig: the ones stand first
            continue
        if n and size is None and said[n - 1].end() + len("und") == part.start():
            value, begin = value + (known.number(said[n - 1][0]) or 0.0), said[n - 1].start()
        yield _Token(value, start + begin, start + part.end(), size=size is not None)


def _native(text: str, start: int, known: Words) -> str:
    """A number of the language's own before a counter; empty where none stands here."""
    if not known.native or re.match(r"[가-힣]", text[start - 1 : start]):
        return ""
    counted = rf"({'|'.join(known.native)})\s?(?:{'|'.join(known.counters)})"
    found = re.compile(counted).match(text, start)
    return found[1] if found else ""


def _runs(tokens: Iterable[_Token], text: str, known: Words) -> Iterator[list[_Token]]:
    """The parts that make one number together."""
    run: list[_Token] = []
    for token in tokens:
        if run and not _together(run[-1], token, text[run[-1].end : token.start], known):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _together(last: _Token, token: _Token, between: str, known: Words) -> bool:
    """Whether a part belongs to the same number as the one before it."""
    if known.wide:
        follows = token.size or (last.size and token.value < last.value)
        return between in ("", " ", known.odd) and follows
    if between and not _JOINTS.fullmatch(between):
        return False
    if token.size:
        return True
    if token.value == HALF and not token.digits:
        return bool(re.search("and|et|с|з", between)) or (last.value == 1 and not last.digits)
    if between == "-point-":
        return True
    # “two thousand five hundred”, “six-thousand-700”; but not “3 million 5-mm parts”.
    written = not (token.digits or last.digits)
    return last.value > token.value and last.value >= 20 and (between == "-" or written)


def _worked_out(run: list[_Token], text: str, known: Words) -> float:
    """The number that some parts make together."""
    small = 1e4 if known.wide else 1e3  # sizes that stand within others: two hundred thousand
    whole, group, ones, size = 0.0, 0.0, 0.0, 1.0
    for before, token in zip([None, *run], run, strict=False):
        if token.size:
            size = token.value
            if size < small:
                group += (ones or 1) * size
            else:
                whole, group = whole + (group + ones or 1) * size, 0.0
            ones = 0.0
        elif before and before.size and token.value == HALF:
            whole += size / 2  # a million and a half
        elif (
            before and before.value == 1 and token.value == HALF and len(text[before.end : token.start]) == 1
        ):
            ones = HALF  # eine halbe Million
        else:
            ones += token.value / (10 if before and text[before.end : token.start] == "-point-" else 1)
    return whole + group + ones


def _names_a_number(run: list[_Token], text: str, known: Words) -> bool:
    """Whether parts are a number: in Korean, syllables such as 만 and 조 stand in many words."""
    if not known.counters or not all(token.size for token in run):
        return True
    return bool(re.compile(rf"\s?(?:{'|'.join(known.counters)})").match(text, run[-1].end))


def _in_digits(text: str, known: Words) -> float:
    """A number in digits. A single mark before three digits groups them, other than the language's own
    point before decimals; several alike always do.
    """
    if text.isdecimal():
        return float(text)
    bare = re.sub(rf"[{_BLANKS}'’]", "", text)
    point, other = (".", ",") if known.wide or known.code == "en" else (",", ".")
    head, _, tail = bare.rpartition(point)
    grouped = not head or bare.count(point) > 1 or (point in bare.partition(other)[0] and other in bare)
    if grouped:  # no decimals, or written by the other custom: 1.000,5 and 4.5
        head, _, tail = bare.rpartition(other)
        if bare.count(other) != 1 or (len(tail) == 3 and point not in head):
            return float(re.sub("[.,]", "", bare))
    whole, decimals = (re.sub("[.,]", "", part) for part in (head, tail))
    return float(f"{whole}.{decimals}")
