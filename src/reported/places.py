"""Places: where the project, its notebooks and a dossier are found, from wherever one starts."""

from __future__ import annotations

from pathlib import Path

from reported.problems import Problem, Refused


def project(start: Path | None = None) -> Path:
    """The project's folder: this one, one above, or the installed checkout. Raises Refused."""
    here = (start or Path.cwd()).resolve()
    for base in (here, *here.parents, *Path(__file__).resolve().parents):
        if (base / "notebooks").is_dir() and (base / "report" / "editions").is_dir():
            return base
    raise Refused(
        [
            Problem(
                "project",
                f"{here} is not inside a checkout (no notebooks/ and report/editions/).",
                "Change into one.",
            )
        ]
    )


def notebooks(root: Path) -> list[Path]:
    """The notebooks of the briefing, in reading order: all with a number but 00, which only shows the way."""
    return sorted(path for path in root.glob("notebooks/[0-9][0-9]-*.ipynb") if not path.name.startswith("00-"))


def lessons(root: Path) -> list[Path]:
    """The notebooks that are no part of a briefing: the one that shows the way, and the exercises of a class."""
    return sorted([*root.glob("notebooks/00-*.ipynb"), *root.glob("notebooks/teaching/*.ipynb")])


def find(folder: str | Path = "") -> Path:
    """The dossier's folder: the one named, else ``data`` here, in a folder above, or beside the installed checkout.

    Papermill starts a notebook where it is called and nbval beside the notebook, so both must come out at the same place.
    Raises Refused, naming what was looked for.
    """
    if folder:
        if not (Path(folder) / "dossier.toml").is_file():
            raise Refused([Problem("data", f"{folder} is not a dossier: it holds no dossier.toml.", "Name its folder.")])
        return Path(folder).resolve()
    here = Path.cwd()
    for base in (here, *here.parents, *Path(__file__).resolve().parents):
        if (base / "data" / "dossier.toml").is_file():
            return base / "data"
    raise Refused([Problem("data", f"no data/dossier.toml in {here} or above it.", "Give the folder with data=…")])
