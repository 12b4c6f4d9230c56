"""What readers read stands in the messages of a language: no English sentence in the code that makes pages."""

from __future__ import annotations

import ast
import json
import re

import pytest

from ..conftest import ROOT

ROOMS = ("analysis", "wording", "figures", "document", "classroom", "edition.py")
CODE = sorted(
    path
    for room in ROOMS
    for path in (ROOT / "src/reported").glob(f"{room}/*.py" if "." not in room else room)
)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("**/*.ipynb"))
# Two words of small letters side by side, which no code, id, format or name of a column has.
PROSE = re.compile(r"(?<![\w-])[A-Za-z]?[a-z]{2,}[,;:]? [a-z]{2,}(?![\w-])")
# Whoever is told this runs the tool; it is no reader.
FOR_US = ("Problem", "Refused", "NotAsked", "ArgumentParser", "add_argument", "Field", "warn")


def sentences(source: str) -> list[tuple[int, str]]:
    """The texts of some Python that read like prose, with their lines: all but docstrings, errors, and what the
    analysis calls its findings by."""
    tree = ast.parse(source)
    passed: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(
            node, clean=False
        ):
            passed.add(id(node.body[0].value))
        told = isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", ""))
        if (
            isinstance(node, ast.Raise | ast.Assert)
            or told in FOR_US
            or (told and str(told).endswith("Error"))
        ):
            passed |= {id(inner) for inner in ast.walk(node)}
    return [
        (node.lineno, node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in passed
        and PROSE.search(node.value)
    ]


def code(path) -> str:
    if path.suffix == ".py":
        return path.read_text("utf-8")
    cells = json.loads(path.read_text("utf-8"))["cells"]
    return "\n\n".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")


@pytest.mark.parametrize("path", [*CODE, *NOTEBOOKS], ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_sentence_stands_in_code(path):
    assert not sentences(code(path))


def test_a_sentence_in_code_is_seen():
    assert sentences('"""A module of words."""\nx = f"{n} documents carry the figure"\n') == [
        (2, " documents carry the figure")
    ]
    assert not sentences('raise ValueError("there is no such thing")\n')
