"""Languages: what is said to readers stands in ``wording/<language>/*.ftl``, and is said by name here.

The files are Project Fluent's. A message is named for what it says, ``lasting``; what belongs to it is an
attribute, ``lasting.why``. Its values come by name: a whole number, which the language writes and by whose
plural forms a message may choose; yes or no; a word to choose by (``fits``); or a text that was said already.
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from babel.core import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import NumberPattern, format_decimal, get_decimal_symbol, get_group_symbol, parse_pattern
from fluent.runtime import FluentBundle, FluentResource, resolver
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from reported.errors import Problem, Refused, did_you_mean
from reported.wording import particles

HOUSE = Path(__file__).parent  # its folders that hold messages are the languages that come with the package
ENGLISH = "en"
# Fluent refuses a value of more than 2,500 letters, for fear of files that multiply it. Ours are known, and
# what a dossier says may be long.
resolver.MAX_PART_LENGTH = sys.maxsize
WORDING = "wording"  # the folder of a project that holds messages of its own, a folder a language
NAMED_SIZES = (9, 8, 6, 4)  # noughts of the numbers that may have a name: billion, 억, million, 만
_NAMED = re.compile(r"^([a-zA-Z][a-zA-Z0-9_-]*) *=", re.MULTILINE)
# The end of a line of a message that goes on: no new paragraph, point or number of a list, or row of a table.
_GOES_ON = re.compile(r"(?<!\n)\n(?!\n|- |\d+\. |\|)")


class Unsaid(Exception):
    """A sentence that cannot be said: no such message, a value that it needs and was not given, or one given
    that it does not use.
    """


def capital(text: str) -> str:
    """The text with its first letter made a capital one, quotation marks before it left out of account, and
    the rest as it is. In a message it is ``CAPITAL($text)``.
    """
    start = len(text) - len(text.lstrip("“‘"))
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


class Count(FluentInt):
    """A whole number in a message: chosen by as a number, written as the language's prose writes one."""

    text = ""

    def format(self, locale: Any) -> str:
        """The number in words or figures."""
        return self.text


def _capital(value: str | Count) -> str:
    return capital(value.text if isinstance(value, Count) else value)


class _Bundle(FluentBundle):
    """A bundle that takes a ``Count`` as it is; Fluent's own makes a plain number of every number."""

    def format_pattern(self, pattern: Any, args: Any = None) -> tuple[Any, list[Exception]]:
        errors: list[Exception] = []
        return pattern(ResolverEnvironment(self, errors, CurrentEnvironment(args=args or {}))), errors


class Language:
    """A language by its code, with the messages of its folders; one of a later folder takes the place of an
    earlier one's.

    ``english`` says which values each message is given, and where ``falls_back`` it says what this one lacks.
    Raises Refused where there is no such language.
    """

    def __init__(
        self, code: str, folders: Iterable[Path], english: Language | None = None, falls_back: bool = False
    ):
        self.code, self.english = code, english
        self.beside = english if falls_back else None
        try:
            self.locale = Locale.parse(code, sep="-")
        except (ValueError, UnknownLocaleError):
            what = f"{code!r} is the code of no language."
            raise Refused([Problem("language", what, "Write one such as en, ko or uk.")]) from None
        self.files = {
            name: path for folder in folders for path, names in _index(folder).items() for name in names
        }
        self._named = f"{HOUSE / code}#"
        self._messages: dict[str, ast.Message] = {}
        self._open: set[Path] = set()
        self._taken: dict[str, frozenset[str]] = {}
        functions: Any = {"FIGURES": self.digits, "CAPITAL": _capital}
        self._bundle = _Bundle([code], use_isolating=False, functions=functions)

    def problems(self) -> list[Problem]:
        """Whatever in a project's own files is no message, or one a second time. The package's are held to
        that by its tests, and each again when something of it is said.
        """
        own = [path for path in dict.fromkeys(self.files.values()) if not path.is_relative_to(HOUSE)]
        return [problem for path in own for problem in entries(path)[1]]

    def message(self, name: str) -> ast.Message | None:
        """A message as it stands in its file, which is opened when the first of its messages is asked for.
        Raises Refused, naming file and line, where something in it is no message.
        """
        path = self.files.get(name)
        if path is None:
            return None
        if path not in self._open:
            body, problems = entries(path)
            if problems:
                raise Refused(problems)
            own = {each.id.name: each for each in body if self.files.get(each.id.name, path) == path}
            self._messages |= {key: each for key, each in own.items() if isinstance(each, ast.Message)}
            self._bundle.add_resource(ast.Resource([*own.values()]), allow_overrides=True)
            self._open.add(path)  # last: another thread may ask for a message meanwhile
        return self._messages.get(name)

    def names(self) -> list[str]:
        """The name of every message and attribute, in the order of the files. Raises as ``message``."""
        return [
            name
            for message in filter(None, map(self.message, self.files))
            for name in (
                *([message.id.name] if message.value else []),
                *(f"{message.id.name}.{attribute.id.name}" for attribute in message.attributes),
            )
        ]

    def has(self, name: str) -> bool:
        """Whether a message, or an attribute of one, has this name, in the language that says it."""
        return self._own(name)._pattern(name) is not None

    def _own(self, name: str) -> Language:
        """The language that says a message: this one, or English for what is lacking. How numbers are written
        is each language's own.
        """
        message = name.partition(".")[0]
        # Whoever watches what a notebook opens sees on which messages its sentences hang.
        sys.audit("open", self._named + message, "r", 0)
        if self.beside is None or message in self.files or self.is_its_own(name):
            return self
        return self.beside

    def is_its_own(self, name: str) -> bool:
        """Whether a message is one that no other language can say instead: how numbers are written."""
        return name.startswith("number-")

    def taken(self, name: str) -> frozenset[str]:
        """The values that a message takes, those of the messages and terms it refers to among them."""
        if (own := self._own(name)) is not self:
            return own.taken(name)
        if name not in self._taken:
            self._taken[name] = frozenset(self._values(name))
        return self._taken[name]

    def say(self, name: str, /, **values: str | int) -> str:
        """A message with its values. Raises Unsaid."""
        if (own := self._own(name)) is not self:
            return own.say(name, **values)
        where = f"message {name!r} of wording/{self.code}"
        if not self.has(name):
            raise Unsaid(f"there is no {where}. {did_you_mean(name, self.names())}")
        if lacking := self.taken(name) - set(values):
            raise Unsaid(f"{where} was not given {_named(lacking)}")
        if unused := set(values) - self._given(name):
            raise Unsaid(f"{where} does not use {_named(unused)}")
        text = self._filled(name, where, values)
        text = particles.chosen(text) if self.code == particles.LANGUAGE else text
        if _heard:
            _heard[-1].append(Heard(name, values, text))
        return text

    def template(self, name: str, /, **chosen: str) -> str:
        """A message for a script to fill in: what is ``chosen`` decides what it says, its other values stay
        open, ``{value}``, and so does which form of a particle follows them. Raises Unsaid.
        """
        if (own := self._own(name)) is not self:
            return own.template(name, **chosen)
        where = f"message {name!r} of wording/{self.code}"
        if not self.has(name):
            raise Unsaid(f"there is no {where}. {did_you_mean(name, self.names())}")
        return self._filled(name, where, {value: f"{{{value}}}" for value in self.taken(name)} | chosen)

    def _filled(self, name: str, where: str, values: Mapping[str, Any]) -> str:
        """A message with its values, as the file has it."""
        given = {key: self._value(value, where, key) for key, value in values.items()}
        text, errors = self._bundle.format_pattern(self._compiled(name), given)
        if errors:
            raise Unsaid(f"{where}: {'; '.join(map(str, errors))}")
        text = str(text)
        return _GOES_ON.sub(" ", text) if "\n" in text else text

    def parts(self, name: str, parts: Iterable[str], /, **values: str | int) -> dict[str, str]:
        """Some attributes of a message, "" for itself, each said with those of the values that it takes.
        Raises Unsaid, also for a value that none of them uses.
        """
        said = {part: f"{name}.{part}" if part else name for part in parts}
        given = {full: self._given(full) for full in said.values() if self.has(full)}
        if len(given) == len(said) and (unused := set(values).difference(*given.values())):
            where = f"message {name!r} of wording/{self.code}"
            raise Unsaid(f"{where}: none of {', '.join(part or name for part in said)} uses {_named(unused)}")
        return {
            part: self.say(full, **{key: values[key] for key in given.get(full, ()) if key in values})
            for part, full in said.items()
        }

    def _given(self, name: str) -> frozenset[str]:
        """The values that a message is given: those that English takes, and its own."""
        english = self.english if self.english and self.english.has(name) else self
        return english.taken(name) | self.taken(name)

    # Numbers

    def stated(self, value: float) -> str:
        """A number as it was said, unrounded: ``ten``, ``15,809``, ``one million``, ``9.4 million``."""
        if value > 0 and value % 1 == 0 and self.has(f"number-{value:.0f}"):
            return self.say(f"number-{value:.0f}")
        return self.digits(value)

    def digits(self, value: float) -> str:
        """A number in figures, unrounded: ``10``, ``15,809``, ``1 million``, ``5.5 billion``. Raises
        ValueError where there is none. In a message it is ``FIGURES($n)``.
        """
        if not math.isfinite(value):
            raise ValueError(f"a value is missing: {value} cannot stand in a sentence")
        if value < 0:
            return self.say("number-below-nought", number=self.digits(-value))
        if 0 < value < 0.001:
            return self._figures(Decimal(f"{value:.6g}"), "0.####################")
        noughts = next((n for n in NAMED_SIZES if value >= 10**n and self.has(f"number-e{n}")), 0)
        if not noughts:
            return self._figures(value)
        size = 10.0**noughts
        if self.has("number-rest"):
            whole, rest = divmod(value, size)
            sized = self.say(f"number-e{noughts}", number=self._figures(whole))
            return self.say("number-rest", size=sized, rest=self.digits(rest)) if rest else sized
        if noughts > 6 and value % 1 == 0 and value % (size / 1e6):  # no room for its last digits
            return self._figures(value)
        return self.say(f"number-e{noughts}", number=self._figures(value / size))

    def numerals(self) -> dict[str, Any]:
        """How numbers are written, as data for a script."""
        pattern = _number_pattern(self.say("number-pattern"))
        own = [name.removeprefix("number-") for name in self.files if re.fullmatch(r"number-\d+", name)]
        sizes = [noughts for noughts in NAMED_SIZES if self.has(f"number-e{noughts}")]
        return {
            "places": pattern.frac_prec[1],
            "grouping": pattern.grouping[0],
            "group": get_group_symbol(self.locale),
            "point": get_decimal_symbol(self.locale),
            "below": self.template("number-below-nought"),
            "sizes": [[10**noughts, self.template(f"number-e{noughts}")] for noughts in sizes],
            "rest": self.template("number-rest") if self.has("number-rest") else None,
            "spelled": {number: self.say(f"number-{number}") for number in own},
        }

    def _figures(self, value: float | Decimal, pattern: str = "") -> str:
        written = _number_pattern(pattern or self.say("number-pattern"))
        return format_decimal(value, format=written, locale=self.locale)

    def language(self, code: str) -> str:
        """What a language is called, by its code: ``Finnish``."""
        return str(self.locale.languages.get(code, code))

    # Days

    def day(self, text: str, style: str = "") -> str:
        """A partial date in words: ``2 November 2023``, ``October 2023``, ``2023``; its ``style`` is an
        attribute of the message that says how such a date is written. Empty for none.
        """
        parts = [int(part) for part in text.split("-")] if text else []
        if not parts:
            return ""
        kind = ("date-year", "date-month", "date-day")[len(parts) - 1]
        pattern = self.say(f"{kind}.{style}" if style else kind)
        return format_date(date(*[*parts, 1, 1][:3]), pattern, locale=self.locale)

    # What a message is made of

    def _value(self, value: Any, where: str, key: str) -> Any:
        """A value as a message takes it. Raises Unsaid for what the language cannot write by itself."""
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int):
            count = Count(value)
            count.text = self.stated(value)
            return count
        if isinstance(value, str):
            return value
        raise Unsaid(f"{where}: ${key} is {value!r}; say numbers that are not whole, days and lists first")

    def _pattern(self, name: str) -> ast.Pattern | None:
        """What a message or attribute says, as it was read."""
        message, _, attribute = name.partition(".")
        found = self.message(message)
        if found is None or not attribute:
            return found.value if found else None
        return next((each.value for each in found.attributes if each.id.name == attribute), None)

    def _compiled(self, name: str) -> Any:
        message, _, attribute = name.partition(".")
        found = self._bundle.get_message(message)
        return found.attributes[attribute] if attribute else found.value

    def _values(self, name: str) -> set[str]:
        found = _Found()
        found.visit(self._pattern(name))  # which opens the files of what it refers to as well
        return found.values.union(*(self.taken(other) for other in found.messages))


def _index(folder: Path) -> dict[Path, list[str]]:
    """The names of the messages in each file of a folder."""
    return {path: _NAMED.findall(path.read_text("utf-8")) for path in sorted(folder.glob("*.ftl"))}


def entries(path: Path) -> tuple[list[ast.Message | ast.Term], list[Problem]]:
    """The messages of a file, and whatever in it is none, or one a second time. Who watches sees it opened,
    though its text may have been parsed before, in a process that this one was forked from.
    """
    return _parsed(path.name, path.read_text("utf-8"))


@lru_cache(maxsize=256)  # a preview reads the same file again and again, each time in other words
def _parsed(name: str, text: str) -> tuple[list[ast.Message | ast.Term], list[Problem]]:
    body: list[ast.Message | ast.Term] = []
    problems, here = [], set[str]()
    for entry in FluentResource(text).body:
        where = f"{name} line {text.count(chr(10), 0, entry.span.start if entry.span else 0) + 1}"
        if isinstance(entry, ast.Junk):
            why = "; ".join(str(note.message) for note in entry.annotations or ())
            problems.append(Problem(where, f"is no message: {why}.", "See docs/wording.md."))
        elif isinstance(entry, (ast.Message, ast.Term)):
            if entry.id.name in here:
                twice = f"has a second message {entry.id.name!r}."
                problems.append(Problem(where, twice, "Take it away, or name it otherwise."))
            here.add(entry.id.name)
            body.append(entry)
    return body, problems


class _Found(Visitor):
    """The values and other messages that a pattern names."""

    def __init__(self) -> None:
        self.values: set[str] = set()
        self.messages: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.values.add(node.id.name)

    def visit_MessageReference(self, node: ast.MessageReference) -> None:
        self.messages.add(f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name)


@cache
def _number_pattern(written: str) -> NumberPattern:
    return parse_pattern(written)


def _named(values: Iterable[str]) -> str:
    return ", ".join(f"${name}" for name in sorted(values))


def folders(code: str, project: Path | None = None) -> list[Path]:
    """The folders that hold the messages of a language: the package's, and ``wording`` of a project."""
    return [HOUSE / code, *([project / WORDING / code] if project else [])]


def parse(code: str, project: Path | None = None) -> None:
    """Parse all that a language says, so that processes forked from this one need not."""
    for folder in folders(code, project):
        for path in folder.glob("*.ftl"):
            entries(path)


def languages(project: Path | None = None) -> list[str]:
    """The codes of the languages that there are messages in, English first."""
    places = [HOUSE, *([project / WORDING] if project else [])]
    found = {path.parent.name for place in places for path in place.glob("*/*.ftl")}
    return [ENGLISH, *sorted(found - {ENGLISH})]


@cache
def language(code: str, project: Path | None = None, falls_back: bool = False) -> Language:
    """A language, with what a project says otherwise; read once. Where it ``falls_back``, English says what
    it lacks. Raises Refused.
    """
    if code not in languages(project):
        what = f"there are no messages in the language {code!r}."
        remedy = f"{did_you_mean(code, languages(project))} Or begin one: reported new-language {code}"
        raise Refused([Problem("language", what, remedy)])
    english = language(ENGLISH, project) if code != ENGLISH else None
    return Language(code, folders(code, project), english, falls_back)


@dataclass(frozen=True)
class Heard:
    """A message as it was said once."""

    name: str
    values: Mapping[str, str | int]
    text: str


_heard: list[list[Heard]] = []


@contextmanager
def listening() -> Iterator[list[Heard]]:
    """Write down what is said as long as the block lasts."""
    _heard.append([])
    try:
        yield _heard[-1]
    finally:
        _heard.pop()


_spoken: list[Language] = []


def spoken() -> Language:
    """The language that is being spoken: English, unless another was chosen."""
    if not _spoken:
        _spoken.append(language(ENGLISH))
    return _spoken[-1]


def speak(chosen: Language) -> None:
    """Speak a language from now on, in all of this process."""
    _spoken[:] = [chosen]


@contextmanager
def speaking(chosen: Language) -> Iterator[None]:
    """Speak a language for as long as the block lasts."""
    before = _spoken[:]
    speak(chosen)
    try:
        yield
    finally:
        _spoken[:] = before


def say(name: str, /, **values: str | int) -> str:
    """A message of the language that is being spoken, with its values. Raises Unsaid."""
    return spoken().say(name, **values)


def say_parts(name: str, parts: Iterable[str], /, **values: str | int) -> dict[str, str]:
    """Some attributes of a message of the language that is being spoken, such as the title and the subtitle
    of a chart, each said with those of the values that it takes. Raises Unsaid.
    """
    return spoken().parts(name, parts, **values)


def say_told(name: str, /, **values: str | int) -> tuple[str, str]:
    """A message, and how the story tells the same: its attribute ``told``, each said with those of the values
    that it takes. Raises Unsaid.
    """
    sentence, told = say_parts(name, ("", "told"), **values).values()
    return sentence, told


def word_for(kind: str, code: str, /, **values: str | int) -> str:
    """The word for what the analysis found: message ``verdict-fits-only-if`` for the verdict "fits only if".
    Raises Unsaid.
    """
    return say(f"{kind}-{'-'.join(code.replace('_', ' ').split())}", **values)
