"""The house: a room for each idea, imports pointing one way, and nothing in it that knows the shipped topic."""

import ast
import re

import pytest

from .conftest import ROOT

ROOMS = [
    "exercises",
    "problems",
    "places",
    "imports",
    "staging",
    "kept",
    "notebook",
    "kernel",
    "rehearsal",
    "warm",
    "engine",
    "typefaces",
    "tables",
    "plan",
    "dossier",
    "codebook",
    "scaffold",
    "hedges",
    "checks",
    "prose",
    "origins",
    "drift",
    "reconcile",
    "totals",
    "contradictions",
    "findings",
    "charts",
    "diagrams",
    "timeline",
    "parameters",
    "published",
    "execution",
    "record",
    "edition",
    "explore",
    "questions",
    "teaching",
    "redteam",
    "evidence",
    "assembly",
    "moments",
    "deck",
    "briefing",
    "compare",
    "answers",
    "run",
    "classroom",
    "sweep",
    "cluster",
    "cli",
]


def test_every_room_has_its_place():
    assert {path.stem for path in (ROOT / "src" / "reported").glob("*.py")} == {"__init__", *ROOMS}


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_one_way(room):
    tree = ast.parse((ROOT / "src" / "reported" / f"{room}.py").read_text("utf-8"))
    used = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "reported":
            used |= {node.module.split(".")[1]} if "." in node.module else {alias.name for alias in node.names}
    assert used <= set(ROOMS[: ROOMS.index(room)]), f"{room} imports a room above it"


@pytest.mark.parametrize("room", ROOMS)
def test_public_functions_say_what_they_do(room):
    tree = ast.parse((ROOT / "src" / "reported" / f"{room}.py").read_text("utf-8"))
    assert ast.get_docstring(tree)
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
    for node in [*tree.body, *(inner for outer in classes for inner in outer.body)]:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{room}.{node.name} has no docstring"


def test_nothing_in_the_house_knows_the_shipped_topic():
    topic = re.compile(r"korea|dprk|russia|ukrain|pyongyang|moscow|seoul|kremlin|artillery|ammunition", re.IGNORECASE)
    for path in [
        *ROOT.glob("src/reported/*.py"),
        *ROOT.glob("report/template/*"),
        *ROOT.glob("report/*.md"),
        ROOT / "report" / "labels.yml",
    ]:
        words = path.read_text("utf-8").replace("koreanize", "").replace("Korean", "")  # a language and a font are no topic
        assert not topic.search(words), f"{path.name}: {topic.search(words)[0]}"
