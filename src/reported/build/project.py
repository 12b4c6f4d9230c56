"""A project: the folder that holds a dossier, notebooks and editions, and what of it stands where."""

from __future__ import annotations

from pathlib import Path

from reported.dossier.places import here, is_folder
from reported.errors import Problem, Refused


def project(start: Path | None = None) -> Path:
    """The project's folder: this one, one above, or the installed checkout. Raises Refused."""
    begin = (start or here()).resolve()
    for base in (begin, *begin.parents, *Path(__file__).resolve().parents):
        if is_folder(base / "notebooks") and is_folder(base / "report" / "editions"):
            return base
    what = f"{begin} is not inside a checkout (no notebooks/ and report/editions/)."
    raise Refused([Problem("project", what, "Change into one.")])


def notebooks(root: Path) -> list[Path]:
    """The notebooks of the briefing, in reading order: all with a number but 00, which only shows the way."""
    return sorted(path for path in root.glob("notebooks/[0-9][0-9]-*.ipynb") if not path.name.startswith("00-"))


def lessons(root: Path) -> list[Path]:
    """The notebooks that are no part of a briefing: the one that shows the way, and the exercises of a class."""
    return sorted([*root.glob("notebooks/00-*.ipynb"), *root.glob("notebooks/teaching/*.ipynb")])
