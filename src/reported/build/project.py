"""A project: the folder that holds a dossier, editions and what else is its own, and what the package brings
to each.

A project is marked by a ``reported.toml``, or by a table ``[tool.reported]`` in its ``pyproject.toml``. What
the package brings has the name that a file of the project's own would have; that file goes before it.
"""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from reported.dossier.forms import is_address
from reported.dossier.places import full, here, is_file, is_folder
from reported.errors import Problem, Refused, did_you_mean, quoted

MARK, TABLE = "reported.toml", "pyproject.toml"
LAYOUT = "report/template"
TAUGHT = "notebooks/teaching"
FORM = "notebooks/add-a-claim.ipynb"  # of a project's own, no part of a briefing
PACKAGE = Path(str(files("reported")))
CHECKOUT = PACKAGE.parents[1]  # where the package is a link to one
BEGIN = (
    "Change into one, name one before the command (reported --project DIR …), or begin one: reported new DIR"
)
HOLDS = {
    "notebooks": 'write notebooks = ["06-do-the-figures-fit"], or [] for none',
    "home": 'write home = "https://example.org/report/"',
}


def project(start: Path | None = None) -> Path:
    """The folder of the project that ``start`` (else this folder) lies in. Raises Refused where it lies in
    none.
    """
    begin = (start or here()).resolve()
    for base in (begin, *begin.parents):
        if settings(base) is not None:
            return base
    what = f"{begin} is not inside a project (no {MARK} and no [tool.reported] in a {TABLE}, here or above)."
    raise Refused([Problem("project", what, BEGIN)])


def named(folder: str) -> Path:
    """The project that a person names by its folder. Raises Refused."""
    root = full(folder)
    if not is_folder(root):
        raise Refused(
            [Problem(f"--project {folder}", "there is no such folder.", "Begin one: reported new DIR")]
        )
    return project(root)


def of_data(data: Path) -> Path | None:
    """The project whose dossier this is; ``None`` where it is nobody's."""
    data = data.resolve()
    return data.parent if data.name == "data" and settings(data.parent) is not None else None


def settings(root: Path) -> Mapping[str, Any] | None:
    """What a project's mark says: ``notebooks``, which of the package's it takes (else all), and ``home``,
    the address at which its site is published. ``None`` where there is no mark.

    Raises Refused for a mark that cannot be read or says something else.
    """
    path = root / MARK
    if is_file(path):
        return _held(path, _read(path))
    path = root / TABLE
    tools = _read(path).get("tool") if is_file(path) else None
    table = tools.get("reported") if isinstance(tools, dict) else None
    return None if table is None else _held(path, table)


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        if path.name == TABLE:  # of whatever lies above, which need not be ours
            return {}
        raise Refused(
            [Problem(str(path), f"cannot be read ({error}).", "Mend it; it may be empty.")]
        ) from None


def _held(path: Path, table: Any) -> Mapping[str, Any]:
    problems = []
    for name, value in table.items() if isinstance(table, dict) else [("[tool.reported]", table)]:
        if name not in HOLDS:
            problems.append(
                Problem(
                    f"{path} {quoted(name)}", "there is no such setting.", did_you_mean(name, list(HOLDS))
                )
            )
            continue
        if name == "home":
            if not (isinstance(value, str) and is_home(value)):
                what = f"is not the address of a site: {HOLDS[name]}."
                problems.append(Problem(f"{path} {name}", what))
            continue
        known = [notebook.stem for notebook in packaged_notebooks()] if value else []
        if not (isinstance(value, list) and all(stem in known for stem in value)):
            remedy = f"The package has: {', '.join(known)}."
            problems.append(
                Problem(f"{path} {name}", f"is no list of notebooks of the package: {HOLDS[name]}.", remedy)
            )
    if problems:
        raise Refused(problems)
    return dict(table)


def is_home(text: str) -> bool:
    """Whether a text is the address of a site: one below which its pages can lie."""
    return is_address(text) and not re.search(r"[?#]", text)


def templates() -> dict[str, Path]:
    """The layout as the package has it, by the names that a project's own would have."""
    return {f"{LAYOUT}/{path.name}": path for path in (PACKAGE / "document" / "templates").iterdir()}


def brought(root: Path) -> dict[str, Path]:
    """What the package brings to a project that has no file of its own by this name."""
    found, taken = templates(), (settings(root) or {}).get("notebooks")
    for folder in ("notebooks", TAUGHT):
        for path in _shelf(folder):
            if folder == TAUGHT or taken is None or path.stem in taken:
                found[f"{folder}/{path.name}"] = path
    found = {name: path for name, path in found.items() if not is_file(root / name)}
    return {name: path for name, path in found.items() if path.suffix != ".ipynb" or _of_any_topic(path)}


def complete(folder: Path, files: Mapping[str, Path]) -> None:
    """Put files into a folder, each under its name in a project."""
    for name, path in files.items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)


def worded(root: Path | None = None) -> list[Path]:
    """Every notebook whose cells are said in other languages: those of the briefing and of a class, as a
    project has them; without one, all that the package brings.
    """
    if root is None:
        return [*packaged_notebooks(), *_shelf(TAUGHT)]
    theirs = [path for name, path in brought(root).items() if Path(name).parent == Path(TAUGHT)]
    return [*notebooks(root), *sorted([*root.glob(f"{TAUGHT}/[0-9]*.ipynb"), *theirs])]


def packaged_notebooks() -> list[Path]:
    """The notebooks of a briefing that the package brings: those of this very report that serve any topic."""
    return [path for path in _shelf("notebooks") if _of_any_topic(path)]


def form() -> Path:
    """The notebook by which a claim is added, as the package has it."""
    return _room() / FORM


def _room() -> Path:
    """Where the notebooks of the package stand; of one that is a link to a checkout, in the checkout."""
    return PACKAGE / "build" if (PACKAGE / "build" / "notebooks").is_dir() else CHECKOUT


def _shelf(folder: str) -> list[Path]:
    """The notebooks of a folder in the package, without the way in."""
    room = _room()
    return sorted(path for path in (room / folder).glob("[0-9]*.ipynb") if not path.name.startswith("00-"))


@cache
def _of_any_topic(path: Path) -> bool:
    return path.is_relative_to(PACKAGE) or not names_a_quantity(path, CHECKOUT / "data" / "dossier.toml")


def names_a_quantity(notebook: Path, plan: Path) -> bool:
    """Whether a notebook's code names a quantity of a dossier, so that it is of use to such dossiers only."""
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    code = "".join("".join(cell["source"]) for cell in cells if cell["cell_type"] == "code")
    quantities = tomllib.loads(plan.read_text("utf-8"))["quantities"]
    return any(f"{mark}{name}{mark}" in code for name in quantities for mark in "\"'")


def notebooks(root: Path) -> list[Path]:
    """The notebooks of the briefing, in reading order: all with a number but 00, which only shows the way."""
    own = [path for path in root.glob("notebooks/[0-9][0-9]-*.ipynb") if not path.name.startswith("00-")]
    theirs = [path for name, path in brought(root).items() if Path(name).parent == Path("notebooks")]
    return sorted([*own, *theirs], key=lambda path: path.name)


def lessons(root: Path) -> list[Path]:
    """The project's own notebooks that are no part of a briefing: the one that shows the way, the exercises
    of a class, and the one by which a claim is added.
    """
    return sorted([*root.glob("notebooks/00-*.ipynb"), *root.glob(f"{TAUGHT}/*.ipynb"), *root.glob(FORM)])
