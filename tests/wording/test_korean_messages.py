"""Every message of Korean keeps to what Korean has: its own letters, no plural forms, particles by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.syntax import FluentParser, FluentSerializer, ast
from fluent.syntax.visitor import Visitor

from reported.wording.language import HOUSE

FILES = sorted((HOUSE / "ko").glob("*.ftl"))
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+(?: [A-Za-zÀ-ÖØ-öø-ɏ]+)*")
# What is typed or opened, and where the letters are those of a program.
CODE = re.compile(r"`[^`]*`|[a-z-]+\.(?:html|pdf|json|csv|ipynb)|\battack/report/?")
PATTERNS = re.compile(
    r"date-(?:day|month|year)(?:\.[a-z-]+)?"
)  # how days are written, for a program: y년 M월
MAY = {
    "ipywidgets": "a program is called so",
    "make": "a program is called so",
    "Shift": "stands on the key",
    "Enter": "stands on the key",
    "ACLED": "an institution that writes its name so",
    "International Journal of Approximate Reasoning": "a journal's title, to be looked for",
    "A": "a grade",
    "F": "a grade",
}
PLURALS = {
    "zero",
    "one",
    "two",
    "few",
    "many",
}  # of numbers; words that a message chooses by may be so called
MARKER = re.compile(r"\([가-힣]{1,3}/[가-힣]{1,3}\)")


class Parts(Visitor):
    """The words of a message, and how it chooses."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.chosen: list[set[str]] = []

    def visit_TextElement(self, node: ast.TextElement) -> None:
        self.texts.append(node.value)

    def visit_StringLiteral(self, node: ast.StringLiteral) -> None:
        self.texts.append(node.value)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        self.chosen.append({v.key.name for v in node.variants if isinstance(v.key, ast.Identifier)})
        self.generic_visit(node)


def messages(text: str) -> Iterator[tuple[str, ast.Pattern]]:
    """Each message and attribute of a file, by name."""
    for entry in FluentParser().parse(text).body:
        assert not isinstance(entry, ast.Junk), entry.content
        if isinstance(entry, ast.Message):
            if entry.value:
                yield entry.id.name, entry.value
            yield from ((f"{entry.id.name}.{each.id.name}", each.value) for each in entry.attributes)


def parts(pattern: ast.Pattern) -> Parts:
    found = Parts()
    found.visit(pattern)
    return found


def foreign(text: str) -> list[str]:
    """Words in Latin letters that no Korean sentence has."""
    return [
        f"{name}: {word}"
        for name, pattern in messages(text)
        if not PATTERNS.fullmatch(name)
        for word in LATIN.findall(CODE.sub(" ", "\n".join(parts(pattern).texts)))
        if word not in MAY
    ]


def plural(text: str) -> list[str]:
    """Messages that choose by a form that Korean numbers do not have; `[other]` beside one tells that it is a
    number's.
    """
    return [
        name
        for name, pattern in messages(text)
        for keys in parts(pattern).chosen
        if keys & PLURALS and keys <= PLURALS | {"other"}
    ]


def loose(text: str) -> list[str]:
    """Particles to be chosen with nothing before them by which to choose: they begin a message, or stand
    behind a space or a mark that is not read out.
    """
    told = []
    for name, pattern in messages(text):
        written = FluentSerializer().serialize_entry(ast.Message(ast.Identifier("x"), pattern))
        for found in MARKER.finditer(written):
            # what is said before a choice stands before each of its variants
            if not re.search(r"[\w}”’)%`*]$|\S[^\n]*\n +\*?\[\w+\] $", written[: found.start()]):
                told.append(f"{name}: {found[0]}")
    return told


@pytest.mark.parametrize("look", [foreign, plural, loose])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_message_is_korean(path: Path, look) -> None:
    assert look(path.read_text("utf-8")) == []


def test_what_may_stand_in_latin_letters_does() -> None:
    text = "\n".join(path.read_text("utf-8") for path in FILES)
    assert [word for word in MAY if word not in text] == []


@pytest.mark.parametrize(
    ("look", "planted", "told"),
    [
        (foreign, "a = 판 { $name } edition", ["a: edition"]),
        (foreign, "a = 표\n    .alt = Chart of { $n }", ["a.alt: Chart of"]),
        (foreign, 'a = { $x ->\n    [yes] {"Yes"}\n   *[no] 아니다\n }', ["a: Yes"]),
        (plural, "a = { $n ->\n    [one] 하나\n   *[other] 여럿\n }", ["a"]),
        (loose, "a = { $who } (은/는) 말했다", ["a: (은/는)"]),
        (loose, "a = (이/가) 그렇다", ["a: (이/가)"]),
    ],
)
def test_a_planted_fault_is_found(look, planted: str, told: list[str]) -> None:
    assert look(planted) == told
