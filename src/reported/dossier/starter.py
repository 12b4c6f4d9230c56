"""Starter: a small project to begin with, about a made-up topic, that builds as it is."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from reported.dossier import codebook
from reported.dossier.places import unfit
from reported.errors import Problem, Refused

PROJECT = Path(str(files("reported.dossier"))) / "example"
EXAMPLE = PROJECT / "data"
HIDDEN = {"gitignore": ".gitignore"}  # under its own name it would be obeyed where it waits, too


def scaffold(folder: Path) -> list[Path]:
    """Write the example into a folder that is empty or not there yet, with the codebook of its dossier.

    Returns the files. Raises Refused.
    """
    why = unfit(folder)
    if why:
        raise Refused([Problem(str(folder), f"{why}.", "Name a folder that is empty or not there yet.")])
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        what = "is not empty, and nothing in it is touched."
        raise Refused([Problem(str(folder), what, "Name an empty or a new folder.")])
    for path in PROJECT.rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            place = folder / path.relative_to(PROJECT).with_name(HIDDEN.get(path.name, path.name))
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    codebook.write(folder / "data")
    return sorted(path for path in folder.rglob("*") if path.is_file())
