"""Numerals: the numbers that a text names, in figures or in words.

No library reads them in all the languages that dossiers quote, so a small reader stands here: digits with their
marks of grouping, number words, and the words of size behind both (million, 만, тыс.). What a number counts, and how it
is hedged, is read elsewhere; a number that is glued to a measure (152mm) is read as any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

# The words of size, by language; in all of them a number may also stand in digits. A stem ends in “*”.
_SIZES: dict[str, dict[str, float]] = {
    "en": {"hundred*": 1e2, "thousand*": 1e3, "million*": 1e6, "mln": 1e6, "mn": 1e6, "m": 1e6, "k": 1e3,
        "billion*": 1e9, "bn": 1e9, "trillion*": 1e12},
    "de": {"hundert*": 1e2, "tausend*": 1e3, "tsd": 1e3, "million*": 1e6, "mio": 1e6, "milliard*": 1e9, "mrd": 1e9},
    "fr": {"cent": 1e2, "cents": 1e2, "centaine*": 1e2, "mille": 1e3, "millier*": 1e3, "million*": 1e6,
        "milliard*": 1e9},
    "ru": {"сто": 1e2, "сотн*": 1e2, "тысяч*": 1e3, "тыс": 1e3, "миллион*": 1e6, "млн": 1e6, "миллиард*": 1e9, "млрд": 1e9},
    "uk": {"сто": 1e2, "сотн*": 1e2, "тисяч*": 1e3, "тис": 1e3, "мільйон*": 1e6, "млн": 1e6, "мільярд*": 1e9, "млрд": 1e9},
    "ko": {"십": 1e1, "백": 1e2, "천": 1e3, "만": 1e4, "억": 1e8, "조": 1e12},
    "ja": {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "億": 1e8, "兆": 1e12},
    "zh": {"十": 1e1, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8, "萬": 1e4, "億": 1e8},
    "nl": {"honderd": 1e2, "duizend*": 1e3, "miljoen*": 1e6, "miljard*": 1e9},
    "it": {"cento": 1e2, "mila": 1e3, "mille": 1e3, "milion*": 1e6, "miliard*": 1e9},
    "es": {"cien": 1e2, "cientos": 1e2, "mil": 1e3, "miles": 1e3, "millón": 1e6, "millones": 1e6},
    "pl": {"sto": 1e2, "tysi*": 1e3, "tys": 1e3, "milion*": 1e6, "mln": 1e6, "miliard*": 1e9, "mld": 1e9},
    "id": {"ratus": 1e2, "ribu": 1e3, "juta": 1e6, "miliar": 1e9},
}  # fmt: skip
_ONES: dict[str, dict[str, float]] = {
    "en": dict(zip(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"], range(1, 20), strict=True))
        | dict(zip(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], range(20, 100, 10), strict=True))
        | {"dozen": 12, "score": 20},
    "de": dict(zip(["ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"], range(1, 13), strict=True))
        | {"eine": 1, "einer": 1, "einen": 1, "zwanzig": 20, "dreißig": 30, "vierzig": 40, "fünfzig": 50, "sechzig": 60,
           "siebzig": 70, "achtzig": 80, "neunzig": 90, "anderthalb": 1.5, "eineinhalb": 1.5, "zweieinhalb": 2.5, "dutzend": 12},
    "fr": dict(zip(["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"], range(1, 13), strict=True))
        | {"une": 1, "vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "douzaine": 12,
           "dizaine": 10, "vingtaine": 20, "trentaine": 30},
    "ru": {"один": 1, "одного": 1, "одна": 1, "одну": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3, "трёх": 3, "четыре": 4,
           "четырех": 4, "четырёх": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9,
           "десять": 10, "десяти": 10, "двадцать": 20, "двадцати": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "полтора": 1.5,
           "полторы": 1.5, "полутора": 1.5, "двухсот": 200, "двести": 200, "триста": 300, "трехсот": 300, "трёхсот": 300, "четыреста": 400, "пятьсот": 500,
           "пятисот": 500, "полмиллиона": 5e5},
    "uk": {"один": 1, "одного": 1, "одна": 1, "одну": 1, "два": 2, "дві": 2, "двох": 2, "три": 3, "трьох": 3, "чотири": 4,
           "чотирьох": 4, "п'ять": 5, "п’ять": 5, "п'яти": 5, "п’яти": 5, "шість": 6, "шести": 6, "сім": 7, "семи": 7, "вісім": 8, "восьми": 8, "дев'ять": 9,
           "дев’ять": 9, "десять": 10, "десяти": 10, "двадцять": 20, "тридцять": 30, "сорок": 40, "півтора": 1.5, "півтори": 1.5,
           "двісті": 200, "триста": 300, "п'ятсот": 500, "п’ятсот": 500, "півмільйона": 5e5},
    "ko": {"일": 1, "이": 2, "삼": 3, "사": 4, "오": 5, "육": 6, "칠": 7, "팔": 8, "구": 9},
    "ja": {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9},
    "nl": dict(zip(["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf"], range(1, 13), strict=True))
        | {"twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60, "zeventig": 70, "tachtig": 80, "negentig": 90,
           "anderhalf": 1.5},
    "it": dict(zip(["uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci"], range(1, 11), strict=True)) | {"un": 1, "una": 1},
    "es": dict(zip(["uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"], range(1, 11), strict=True)) | {"un": 1, "una": 1},
}  # fmt: skip
LANGUAGES = frozenset(_SIZES)  # those whose words are read; of others only digits are
PER_CENT_SIGNS = re.compile(
    r"[ \u00a0\u202f]?(?:%|％|per ?cent|prozent|pour ?cent|процент|відсот|퍼센트|パーセント)", re.IGNORECASE
)
# Korean has words of its own for small numbers before a counter.
_NATIVE = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10}  # fmt: skip
_COUNTED = re.compile(r"\s?(?:달|개월|발|척|차례|번|곳|배|주|해|명|대|기|개)")
_NATIVE_COUNT = re.compile(
    rf"(?<![가-힣])({'|'.join(_NATIVE)})\s?(?:달|개월|발|척|차례|번|곳|배|주|해|명|대|기|개)"
)
_COUNTED = re.compile(r"\s?(?:여|발|개|톤|명|달러|척|대|기|차례|번)")
_HALVES = re.compile(r"half|halb\w*|demie?|moitié|половин\w+", re.IGNORECASE)
_WIDE = ("ko", "ja", "zh")  # a number and its size are written without a blank
_BLANKS = "\u0020\u00a0\u2009\u202f"
_DIGITS = rf"\d+(?:[{_BLANKS}]\d{{3}}(?!\d))+(?:[.,]\d+)?|\d+(?:[.,'’]\d+)*"
_TOKEN = re.compile(rf"{_DIGITS}|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*")
_TOKEN_WIDE = re.compile(rf"{_DIGITS}|[^\W\d_]")
_JOINTS = re.compile(
    rf"[{_BLANKS}-]|[{_BLANKS}](?:and|et|of|de|an?|une?|eine)[{_BLANKS}](?:an? |une? )?|-(?:and|point)-",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[-–—~∼〜]|to|and|bis|und|à|et|до|и|i|та|から)\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Numeral:
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
    found = _runs(_tokens(text, language), text, language)
    runs = [run for run in found if _names_a_number(run, text, language)]
    values = [_worked_out(run, text, language) for run in runs]
    for n, (low, high) in enumerate(pairwise(runs)):
        size = values[n + 1] / high[0].value if high[0].digits and high[0].value else 1.0
        if size == 1 and re.fullmatch(r"\d+,000", text[high[0].start : high[0].end]):
            size = 1e3
        alone = len(low) == 1 and low[0].digits and bool(_BETWEEN.fullmatch(text[low[0].end : high[0].start]))
        if alone and low[0].value * size < values[n + 1]:
            values[n] *= size
    return [
        Numeral(value, text[run[0].start : run[-1].end], run[0].start, run[-1].end)
        for value, run in zip(values, runs, strict=True)
    ]


def _tokens(text: str, language: str) -> Iterator[_Token]:
    """The parts of numbers in a text, in its order."""
    wide, ones = language in _WIDE, _ONES.get(language, {})
    for found in (_TOKEN_WIDE if wide else _TOKEN).finditer(text):
        word, start, end = found[0].casefold(), found.start(), found.end()
        if word[0].isdigit():
            yield _Token(_in_digits(word, language), start, end, digits=True)
        elif (size := _size(word, language)) is not None:
            yield _Token(size, start, end, size=True)
        elif word in ones and not (wide and _size(text[end : end + 1], language) is None):
            yield _Token(ones[word], start, end)
        elif _HALVES.fullmatch(word):
            yield _Token(0.5, start, end)
        elif language == "ko" and (native := _NATIVE_COUNT.match(text, start)):
            yield _Token(_NATIVE[native[1]], start, native.end(1))


def _size(word: str, language: str) -> float | None:
    """What a word of size multiplies by."""
    for name, size in _SIZES.get(language, {}).items():
        if word == name or (name.endswith("*") and word.startswith(name[:-1])):
            return size
    return None


def _runs(tokens: Iterable[_Token], text: str, language: str) -> Iterator[list[_Token]]:
    """The parts that make one number together."""
    run: list[_Token] = []
    for token in tokens:
        if run and not _together(run[-1], token, text[run[-1].end : token.start], language in _WIDE):
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def _together(last: _Token, token: _Token, between: str, wide: bool) -> bool:
    """Whether a part belongs to the same number as the one before it."""
    if wide:
        follows = token.size or (last.size and token.value < last.value)
        return between in ("", " ", "여") and follows
    if between and not _JOINTS.fullmatch(between):
        return False
    if token.size:
        return True
    if token.value == 0.5 and not token.digits:
        return bool(re.search("and|et", between))
    if between == "-point-":
        return True
    # “two thousand five hundred”, “six-thousand-700”; but not “3 million 152-mm shells”.
    return (
        last.value > token.value
        and last.value >= 20
        and (between == "-" or not (token.digits or last.digits))
    )


def _worked_out(run: list[_Token], text: str, language: str) -> float:
    """The number that some parts make together."""
    small = 1e4 if language in _WIDE else 1e3  # sizes that stand within others: two hundred thousand
    whole, group, ones, size = 0.0, 0.0, 0.0, 1.0
    for before, token in zip([None, *run], run, strict=False):
        if token.size:
            size = token.value
            if size < small:
                group += (ones or 1) * size
            else:
                whole, group = whole + (group + ones or 1) * size, 0.0
            ones = 0.0
        elif before and before.size and token.value == 0.5:
            whole += size / 2  # a million and a half
        else:
            ones += token.value / (10 if before and text[before.end : token.start] == "-point-" else 1)
    return whole + group + ones


def _names_a_number(run: list[_Token], text: str, language: str) -> bool:
    """Whether parts are a number: in Korean, syllables such as 만 and 조 stand in many words."""
    if language != "ko" or not run[0].size:
        return True
    return len(run) > 1 or bool(_COUNTED.match(text, run[-1].end))


def _in_digits(text: str, language: str) -> float:
    """A number in digits. A single mark before three digits groups them, other than the language's own point
    before decimals; several alike always do.
    """
    bare = re.sub(rf"[{_BLANKS}'’]", "", text)
    point = "." if language in (*_WIDE, "en") else ","
    other = "," if point == "." else "."
    head, mark, tail = bare.rpartition(point)
    grouped = not head or bare.count(point) > 1 or (point in bare.partition(other)[0] and other in bare)
    if grouped:  # no decimals, or written by the other custom: 1.000,5 and 4.5
        head, mark, tail = bare.rpartition(other)
        if bare.count(other) != 1 or (len(tail) == 3 and point not in head):
            return float(re.sub("[.,]", "", bare))
    return float(f"{re.sub('[.,]', '', head)}.{tail}")
