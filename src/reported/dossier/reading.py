"""Reading: the words by which a language names numbers and what stands around them, a file of ``words``
each.

Libraries write numbers in words; none reads them back in the cases and shortenings of a report (тысяч,
полутора, tsd., 2만8천여), so the words stand in files that whoever knows the language can mend. Names of
months come from the Unicode locale data.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib.resources import files

from babel.core import Locale, UnknownLocaleError

# Letters by which a language is told, those that only one of several uses first.
LETTERS = {"ko": "가-힣", "ja": "ぁ-ヿ", "zh": "一-鿿", "uk": "іїєґІЇЄҐ", "ru": "Ѐ-ӿ"}
WORDS = files("reported.dossier") / "words"


@dataclass(frozen=True)
class Words:
    """What is known of how a language names numbers; of one that is not known, nothing.

    ``sizes`` and ``numbers`` map words, or stems that end in “*”, to values; ``native`` numbers that stand
    only before ``counters``. ``wide``: written without blanks. ``joined``: numbers in one word. ``odd``: a
    syllable within a number that hedges it. ``often`` are words by which the language is told, ``not`` those
    that turn a hedge round (here ``negations``), ``or`` those that begin a hedge behind its number (``ors``),
    ``since`` what stands by a first day, ``rates`` what makes a number one a day; ``modalities`` what shows
    that a number is said of something else than what was.
    """

    code: str
    wide: bool = False
    joined: bool = False
    odd: str = ""
    often: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    ors: tuple[str, ...] = ()
    since: tuple[str, ...] = ()
    counters: tuple[str, ...] = ()
    modalities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rates: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sizes: Mapping[str, float] = field(default_factory=dict)
    numbers: Mapping[str, float] = field(default_factory=dict)
    native: Mapping[str, float] = field(default_factory=dict)
    idle: set[str] = field(
        default_factory=set, compare=False
    )  # words met before that are no part of a number

    def size(self, word: str) -> float | None:
        """What a word of size multiplies by."""
        return self._sized(word)

    def number(self, word: str) -> float | None:
        """The number that a word names."""
        return self._numbered(word)

    @cached_property
    def _sized(self) -> Callable[[str], float | None]:
        return _valued(self.sizes)

    @cached_property
    def _numbered(self) -> Callable[[str], float | None]:
        return _valued(self.numbers)

    @cached_property
    def months(self) -> dict[str, int]:
        """The names of the months, in all the forms that the language gives them, in small letters."""
        try:
            told = Locale.parse(self.code).months
        except (UnknownLocaleError, ValueError):
            return {}
        return {
            name.rstrip(".").casefold(): month
            for form in told.values()
            for wide in ("wide", "abbreviated")
            for month, name in form.get(wide, {}).items()
            if len(name.rstrip(".")) > 2
        }

    @cached_property
    def compound(self) -> re.Pattern[str]:
        """A number in one word, as German writes it: its parts, with “und” between ones and tens."""
        parts = sorted({*(stem.rstrip("*") for stem in self.sizes), *self.numbers}, key=len, reverse=True)
        return re.compile("|".join(map(re.escape, parts)) + "|und")


def _valued(among: Mapping[str, float]) -> Callable[[str], float | None]:
    """What looks up the value of a word, which may begin with a stem. Most words of a text have none, which
    shows at once."""
    stems = {stem[:-1]: value for stem, value in among.items() if stem[-1] == "*"}
    any_of_them = tuple(stems)

    def value_of(word: str) -> float | None:
        if word in among:
            return among[word]
        if not word.startswith(any_of_them):
            return None
        return next(value for stem, value in stems.items() if word.startswith(stem))

    return value_of


@cache
def known() -> tuple[str, ...]:
    """The languages that there are words of, by their codes."""
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in WORDS.iterdir() if entry.is_file()))


@cache
def words(language: str) -> Words:
    """The words of a language, by its code of two letters."""
    code = language.partition("-")[0].casefold()
    if code not in known():
        return Words(code)
    told = tomllib.loads((WORDS / f"{code}.toml").read_text("utf-8"))

    def listed(name: str) -> tuple[str, ...]:
        return tuple(told.get(name, ()))

    return Words(
        code,
        told.get("wide", False),
        told.get("joined", False),
        told.get("odd", ""),
        often=listed("often"),
        negations=listed("not"),
        ors=listed("or"),
        since=listed("since"),
        counters=listed("counters"),
        modalities={name: listed(name) for name in ("capacity", "pledge", "forecast")},
        rates={name: tuple(words) for name, words in told.get("rates", {}).items()},
        sizes=told.get("sizes", {}),
        numbers=told.get("numbers", {}),
        native=told.get("native", {}),
    )


def language_of(sentence: str) -> str:
    """The language of a sentence, of those that are told apart; empty where it cannot be told."""
    for code, letters in LETTERS.items():
        if re.search(f"[{letters}]", sentence):
            return code
    said = re.findall(r"[^\W\d_]+", sentence.casefold())
    others = (words(code) for code in known() if code not in LETTERS)
    count = {each.code: sum(word in each.often for word in said) for each in others if each.often}
    first, second = sorted(count, key=lambda code: -count[code])[:2]
    return first if count[first] > count[second] else ""
