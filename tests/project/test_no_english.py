"""What readers read stands in the messages of a language: no English sentence in the code that makes
pages.
"""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest

from reported.wording.language import ENGLISH, language

from ..conftest import ROOT

HOUSE = ROOT / "src" / "reported"
ROOMS = ("analysis", "wording", "figures", "document", "classroom")
FILES = [HOUSE / "edition.py", *(path for room in ROOMS for path in sorted((HOUSE / room).rglob("*.py")))]
NOTEBOOKS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
# Four words on end, or a head of two: longer than the codes by which the analysis calls what it finds.
PROSE = re.compile(r"(?<![\w/-])[A-Za-z]?[a-z]+(?:[,;:]? [a-z]+){3,}(?![\w/-])|^[A-Z][a-z]+ [a-z]{2,}")
# Whoever is told this runs the tool; it is no reader.
FOR_US = ("Problem", "Refused", "ArgumentParser", "add_argument", "Field", "warn", "filterwarnings", "show")
TOLD = ("what", "why", "remedy", "only", "twice")  # parts of what is wrong, and what to do
COMPARED = "_repr_mimebundle_"  # what nbval compares and nobody reads
# Under which findings.json keeps an answer.
ANSWERS = {"depends on the rate", "hangs on the count", "the others exclude one another"}
COMMANDS = ("python -m ", "reported ", "from ")  # what a class types, and what a notebook runs
# What says what is wrong with parameters, with what a class typed or handed in; and how a heading of old is
# recognised.
EXCEPT = {
    "analysis/parameters.py", "classroom/attack.py", "classroom/exercises/collecting.py",
    "document/assembly.py", "document/rendering.py",
}  # fmt: skip
CODE = [path for path in FILES if path.relative_to(HOUSE).as_posix() not in EXCEPT]
SLUGS = {name.partition(".")[0] for name in language(ENGLISH).names()}


def sentences(source: str) -> list[tuple[int, str]]:
    """The texts of some Python that read like prose, with their lines: all but docstrings, what is said of an
    error, and codes that have a message for what they are called.
    """
    passed: set[int] = set()
    tree = ast.parse(source)
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))  # a docstring
        called = (
            getattr(node.func, "id", getattr(node.func, "attr", "")) if isinstance(node, ast.Call) else ""
        )
        told = isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") in TOLD
        shown = isinstance(node, ast.FunctionDef) and node.name == COMPARED
        wrong = isinstance(node, ast.Raise) or called in FOR_US or called.endswith(("Error", "Unsaid"))
        if told or shown or wrong:
            passed |= {id(inner) for inner in ast.walk(node)}
    return sorted(
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in passed
        if PROSE.search(node.value) and not named(node.value) and node.value not in ANSWERS
        if not node.value.startswith(COMMANDS)
    )


def named(code: str) -> bool:
    """Whether a message is named for a code."""
    slug = "-".join(code.replace("_", " ").split())
    return any(name == slug or name.endswith(f"-{slug}") for name in SLUGS)


def code(path: Path) -> str:
    if path.suffix == ".py":
        return path.read_text("utf-8")
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


@pytest.mark.parametrize("path", [*CODE, *NOTEBOOKS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_stands_in_code(path):
    assert not sentences(code(path))


def test_a_sentence_in_code_is_seen():
    told = '"""A module of words."""\nx = f"{n} documents carry the figure"\nhead = "On the record"\n'
    assert sentences(told) == [(2, " documents carry the figure"), (3, "On the record")]
    assert not sentences('raise ValueError("there is no such thing here")\nx = "fits only if"\n')


def said(source: str) -> set[str]:
    """The messages that some Python names as they stand."""
    return {
        node.args[0].value
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) == "say"
        if node.args and isinstance(node.args[0], ast.Constant)
    }


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_message_that_code_says_is_there(path):
    if "exercises" in path.parts:
        pytest.skip("a pack carries its own few messages")
    missing = said(code(path)) - {*language(ENGLISH).names()}
    assert not missing - {"number-rest"}  # which English has no use for
