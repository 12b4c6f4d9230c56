"""Places: where a dossier is found, from wherever one starts; what can be written where."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from reported.errors import Problem, Refused

LONGEST = 255  # bytes of a name; few file systems take more


def here() -> Path:
    """The folder one starts in. Raises Refused where it has gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        raise Refused([Problem("this folder", "has been removed.", "Change into another.")]) from None


def full(folder: str) -> Path:
    """A folder, there or not, by its full name without links. Raises Refused."""
    return Path(os.path.realpath(here() / folder))


def is_file(path: Path) -> bool:
    """Whether a file stands there that can be seen; ``Path.is_file`` raises where a folder may not be entered
    or a name is too long.
    """
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: Path) -> bool:
    """Whether a folder stands there. As ``is_file``."""
    return os.path.isdir(path)  # noqa: PTH112


def misnamed(folder: Path) -> str:
    """Why nothing can stand under such a name, or not be told of in words; empty where it can."""
    if any(len(os.fsencode(part)) > LONGEST for part in folder.parts):
        return f"has a name of more than {LONGEST} bytes"
    return (
        "has a name with bytes that are no letters"
        if any("\ud800" <= c <= "\udfff" for c in str(folder))
        else ""
    )


def unfit(folder: Path) -> str:
    """Why nothing can be written into a folder, which need not be there yet, in words; empty where something
    can.
    """
    why = misnamed(folder)
    if why:
        return why
    if os.path.exists(folder) and not is_folder(folder):  # noqa: PTH110  as is_file
        return "is a file"
    there = next(place for place in (folder, *folder.parents) if os.path.lexists(place))
    try:
        with tempfile.TemporaryFile(dir=there):
            return ""
    except OSError as error:
        return f"cannot be written{f', because of {there}' if there != folder else ''} ({error.strerror})"


def find(folder: str | Path = "") -> Path:
    """The dossier's folder: the one named, or ``data`` in it; where none is named, ``data`` here or in a
    folder above.

    Papermill starts a notebook where it is called and nbval beside the notebook, so both must come out at the
    same place. Raises Refused, naming what was looked for.
    """
    if folder:
        why = _no_dossier(Path(folder))
        if why and _no_dossier(Path(folder, "data")):
            raise Refused([Problem("data", f"{folder} {why}.", "Name its folder.")])
        return Path(folder, "data" if why else "").resolve()
    begin = here()
    for base in (begin, *begin.parents):
        if is_file(base / "data" / "dossier.toml"):
            return base / "data"
    what = f"no data/dossier.toml in {begin} or above it."
    raise Refused([Problem("data", what, "Change into a project, or name the folder of a dossier.")])


def _no_dossier(folder: Path) -> str:
    """Why a folder is no dossier, in words; empty where it is one."""
    none = "is not a dossier: it holds no dossier.toml"
    try:
        return "" if stat.S_ISREG((folder / "dossier.toml").stat().st_mode) else none
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return none
    except OSError as error:  # whether it holds one cannot be seen
        return f"cannot be looked into ({error.strerror})"
