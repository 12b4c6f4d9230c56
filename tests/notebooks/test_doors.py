"""The façade: everything that a notebook imports of this library, and nothing else."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import reported
from reported.notebooks import cache, runner

from ..conftest import ROOT

PATHS = sorted((ROOT / "notebooks").rglob("*.ipynb"))
ELSEWHERE = {*sys.stdlib_module_names, "pandas"}


def imported(code: str) -> list[tuple[str, list[str]]]:
    """Each module that code imports, with the names taken from it."""
    found = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            found.append((node.module, [name.name for name in node.names]))
        elif isinstance(node, ast.Import):
            found += [(name.name, []) for name in node.names]
    return found


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_notebooks_import_through_the_doors_alone_and_only_what_they_use(path):
    code = runner.code(path)
    used = {node.id for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Name)}
    for module, names in imported(code):
        assert module == "reported" or module.split(".")[0] in ELSEWHERE, module
        if module == "reported":
            assert {*names} <= {*reported.DOORS} and {*names} <= used


def test_editors_and_type_checkers_know_the_same_names():
    found = {}
    for node in ast.walk(ast.parse(Path(reported.__file__).read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module.startswith("reported."):
            for name in node.names:
                assert name.asname == name.name
                inner = f"{node.module}.{name.name}".removeprefix("reported.")
                found[name.name] = (
                    inner if inner in cache.modules() else node.module.removeprefix("reported.")
                )
    assert found == reported.DOORS


def test_every_door_opens_and_is_told_of():
    for name, module in reported.DOORS.items():
        assert getattr(reported, name) is not None and name in dir(reported)
        assert f"``{name}``" in reported.__doc__ or f"``charts.{name}``" in reported.__doc__, name
        assert module in cache.modules()
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        reported.nothing  # noqa: B018


def test_nothing_is_loaded_before_it_is_asked_for():
    code = "import sys, reported; print(*(name for name in sys.modules if name.startswith('reported.')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_a_notebook_reaches_what_it_imports_and_no_more():
    reached = cache.reached("from reported import open_edition, table")
    assert {"edition", "wording.claims", "analysis.record"} <= {*reached}
    drawn = {"figures.fonts", "figures.legible"}  # which letters an edition may print
    others = {name for name in reached if name.startswith(("figures.", "document.", "build."))}
    assert others == drawn
    assert "figures.charts" in cache.reached("from reported import charts")
