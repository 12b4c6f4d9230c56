"""Starter: small projects to begin with, about made-up topics, that build as they are.

There is one project, and kinds of it: a folder in ``kinds`` holds what a kind has of its own, in place of
what the project has by the same name; its ``data`` stands in place of all of the project's. Another kind is
another folder.
"""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from reported.dossier.places import unfit
from reported.errors import Problem, Refused, did_you_mean, quoted

PROJECT = Path(str(files("reported.dossier"))) / "example"
EXAMPLE = PROJECT / "data"
KINDS = PROJECT.parent / "kinds"
FIGURES = "figures"  # the kind that the project itself is
HIDDEN = {"gitignore": ".gitignore"}  # under its own name it would be obeyed where it waits, too


def kinds() -> list[str]:
    """The kinds of project that can be begun, that of the project itself first."""
    return [
        FIGURES,
        *sorted(path.name for path in KINDS.iterdir() if path.is_dir() and path.name[0] not in "._"),
    ]


def told() -> dict[str, str]:
    """What each kind is about, in a few words: those of the heading of its README, behind the colon."""
    first = {kind: (KINDS / kind if kind != FIGURES else PROJECT) / "README.md" for kind in kinds()}
    return {kind: path.read_text("utf-8").splitlines()[0].rpartition(": ")[2] for kind, path in first.items()}


def scaffold(folder: Path, kind: str = FIGURES) -> list[Path]:
    """Write a project of a kind into a folder that is empty or not there yet, with the codebook of its
    dossier.

    Returns the files. Raises Refused.
    """
    from reported.dossier import codebook  # here, because the help of the command asks for the kinds alone

    why = unfit(folder)
    if why:
        raise Refused([Problem(str(folder), f"{why}.", "Name a folder that is empty or not there yet.")])
    if kind not in kinds():
        what = f"there is no kind {quoted(kind)}."
        raise Refused([Problem("--kind", what, did_you_mean(kind, kinds()))])
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        what = "is not empty, and nothing in it is touched."
        raise Refused([Problem(str(folder), what, "Name an empty or a new folder.")])
    for name, path in _files(kind).items():
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
    codebook.write(folder / "data")
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _files(kind: str) -> dict[Path, Path]:
    """The files of a kind of project, each by its name there."""
    found: dict[Path, Path] = {}
    for root in (PROJECT, *([KINDS / kind] if kind != FIGURES else [])):
        given = {
            path.relative_to(root).with_name(HIDDEN.get(path.name, path.name)): path
            for path in root.rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        if any(name.parts[0] == "data" for name in given):
            found = {name: path for name, path in found.items() if name.parts[0] != "data"}
        found |= given
    return found
