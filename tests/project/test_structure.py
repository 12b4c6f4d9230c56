"""The structure: imports point one way, everything public says what it does, and nothing in it knows the
shipped topic.
"""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT

CODE = ROOT / "src" / "reported"
LONGEST = 40  # lines of a function
WRITTEN = {".py", ".css", ".js", ".html", ".typ", ".lua", ".md", ".yml", ".ftl"}  # by people, in words
MODULES = sorted(path.relative_to(CODE).as_posix() for path in CODE.rglob("*.py"))


def lint(folder):
    """Hold a checkout's imports to the contract in its ``pyproject.toml``."""
    command = [Path(sys.executable).with_name("lint-imports"), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"PYTHONPATH": "src"})


def test_imports_point_one_way():
    told = lint(ROOT)
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("module", MODULES)
def test_public_functions_say_what_they_do(module):
    tree = ast.parse((CODE / module).read_text("utf-8"))
    assert ast.get_docstring(tree)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in [*tree.body, *(inner for outer in classes for inner in outer.body)]:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{module}: {node.name} has no docstring"


@pytest.mark.parametrize("module", MODULES)
def test_no_function_is_longer_than_forty_lines_without_a_reason(module):
    lines = (CODE / module).read_text("utf-8").splitlines()
    for node in ast.walk(ast.parse("\n".join(lines))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            long = node.end_lineno - node.lineno >= LONGEST
            head = " ".join(lines[node.lineno - 1 : node.body[0].lineno])
            assert not long or re.search(r"# long: \w+", head), (
                f"{module}: {node.name}: shorten it, or say why (CONTRIBUTING)"
            )


def test_nothing_in_the_house_knows_the_shipped_topic():
    topic = re.compile(
        r"korea|dprk|russia|ukrain|pyongyang|moscow|seoul|kremlin|artillery|ammunition", re.IGNORECASE
    )
    for path in CODE.rglob("*"):
        if path.suffix in WRITTEN:
            # a language and a font are no topic
            words = re.sub("korean(ize)?", "", path.read_text("utf-8"), flags=re.IGNORECASE)
            assert not topic.search(words), f"{path.name}: {topic.search(words)[0]}"
