"""Scaffold: a small dossier to begin with, about a made-up topic, that builds as it is."""

from __future__ import annotations

import shutil
from pathlib import Path

from reported.codebook import codebook
from reported.problems import Problem, Refused

EXAMPLE = Path(__file__).parent / "example"


def scaffold(folder: Path) -> list[Path]:
    """Write the example into a folder that is empty or not there yet, with its codebook; returns the files. Raises Refused."""
    if folder.exists() and not folder.is_dir():
        raise Refused([Problem(str(folder), "is a file.", "Name a folder that is empty or not there yet.")])
    if folder.is_dir() and any(folder.iterdir()):
        raise Refused([Problem(str(folder), "is not empty, and nothing in it is touched.", "Name an empty or a new folder.")])
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted(EXAMPLE.iterdir()):
        shutil.copyfile(path, folder / path.name)
    (folder / "README.md").write_text(codebook(folder), "utf-8", newline="\n")
    return sorted(folder.iterdir())
