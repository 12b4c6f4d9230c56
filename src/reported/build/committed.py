"""Committed: an edition as it stands in the last commit of a project, to hold the built one against it."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable
from pathlib import Path

from reported.build import manifest
from reported.build.compare import Comparison, between
from reported.build.side import Side, read
from reported.errors import Problem, Refused, short

SUFFIX = " as committed"
INSTEAD = "Name two editions instead: reported compare 2023-11-02 latest"


def built(root: Path) -> list[str]:
    """The names of the editions that stand built below ``report/``. Raises Refused where there is none."""
    found = sorted(path.parent.name for path in root.glob(f"report/*/{manifest.FINDINGS}"))
    if not found:
        what = "no edition is built, so there is nothing to compare with the last commit."
        raise Refused([Problem(str(root / "report"), what, "Build one: reported report")])
    return found


def last(root: Path, name: str) -> Side | None:
    """An edition as it stands in the last commit; ``None`` where it is not part of it. Raises Refused where
    there is no commit, or where what it holds cannot be read.
    """
    _has_commit(root)
    return at(root, "HEAD", name, f"{name}{SUFFIX}", f"report/{name} of the last commit")


def at(root: Path, commit: str, name: str, called: str, where: str = "") -> Side | None:
    """An edition as it stands in a commit, ``called`` so; ``None`` where it is not part of it. ``where`` is
    what it is called where it cannot be read. Raises Refused.
    """
    with tempfile.TemporaryDirectory(prefix="reported-") as scratch:
        folder = Path(scratch) / called
        folder.mkdir()
        for file in (manifest.FINDINGS, manifest.MANIFEST):
            shown = git(root, "show", f"{commit}:./report/{name}/{file}")
            if shown.returncode == 0:
                (folder / file).write_bytes(shown.stdout)
        return read(folder, where) if (folder / manifest.FINDINGS).exists() else None


def since(root: Path, built: Iterable[Side]) -> tuple[list[Comparison], list[Problem]]:
    """Built editions, each held against itself in the last commit, and those that this does not have. Raises
    Refused where it has none of them.
    """
    pairs = [(last(root, side.name), side) for side in built]
    lacking = [
        Problem(
            f"edition {short(side.name)}", "is not in the last commit, so nothing can be compared with it."
        )
        for old, side in pairs
        if old is None
    ]
    if len(lacking) == len(pairs):
        raise Refused(lacking)
    return [between(old, side) for old, side in pairs if old is not None], lacking


def _has_commit(root: Path) -> None:
    found = git(root, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if found.returncode:
        said = found.stderr.decode("utf-8", "replace").strip().splitlines()
        why = f" (git says: {short(said[0])})" if said else ""
        what = f"is in no git repository with a commit{why}, so there is no earlier edition to compare with."
        raise Refused([Problem(str(root), what, INSTEAD)])


def git(root: Path, *words: str) -> subprocess.CompletedProcess[bytes]:
    """What git answers to a question about a folder. Raises Refused where there is no git."""
    try:
        return subprocess.run(
            ["git", "-C", str(root), *words], stdin=subprocess.DEVNULL, capture_output=True, check=False
        )
    except OSError:
        what = "is not installed, so there is no last commit to compare with."
        raise Refused([Problem("git", what, INSTEAD)]) from None
