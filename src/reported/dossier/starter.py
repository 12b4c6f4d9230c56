"""Scaffold: a small dossier to begin with, about a made-up topic, that builds as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from reported.dossier import codebook
from reported.dossier.places import unfit
from reported.errors import Problem, Refused

EXAMPLE = Path(__file__).parent / "example"


def scaffold(folder: Path) -> list[Path]:
    """Write the example into a folder that is empty or not there yet, with its codebook; returns the files. Raises Refused."""
    why = unfit(folder)
    if why:
        raise Refused([Problem(str(folder), f"{why}.", "Name a folder that is empty or not there yet.")])
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise Refused(
            [
                Problem(
                    str(folder),
                    "is not empty, and nothing in it is touched.",
                    "Name an empty or a new folder.",
                )
            ]
        )
    for path in sorted(EXAMPLE.iterdir()):
        shutil.copyfile(path, folder / path.name)
    codebook.write(folder)
    return sorted(folder.iterdir())
