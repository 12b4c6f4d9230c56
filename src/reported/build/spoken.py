"""Spoken: what is wrong with the messages of a project's languages, and how much each of them says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from reported.build.project import of_data, worded
from reported.dossier import reader, terms
from reported.errors import Problem, Refused
from reported.wording.coverage import Coverage, coverage, unfinished
from reported.wording.language import ENGLISH, WORDING, Language, language, languages


def problems(root: Path, spoken: Language, falls_back: bool = False) -> list[Problem]:
    """Why an edition of a project cannot be written in a language; empty where it can."""
    if spoken.code == ENGLISH:
        return spoken.problems()
    return unfinished(spoken, falls_back, *_cells(root))


def told(folder: Path) -> tuple[list[Problem], list[str]]:
    """What is wrong with the messages that a dossier's project says, and a line on how much is said for each
    language that it has begun; nothing for a dossier of no project.
    """
    root = of_data(folder)
    if root is None:
        return [], []
    english = language(ENGLISH, root)
    if broken := english.problems():
        return broken, []
    wrong, lines = [], []
    for code in languages(root):
        if code == ENGLISH or not _begun(code, root, folder):
            continue
        spoken = language(code, root)
        if broken := spoken.problems():
            wrong += broken
            continue
        found = coverage(spoken, *_cells(root))
        wrong += found.wrong
        lines += _line(code, found, folder)
    return wrong, lines


def _cells(root: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The cells that other languages say: those of a project's notebooks, and of all that come along."""
    from reported.document.assembly import written  # a second of imports, which English does not wait for

    return written(worded(root)), written(worded())


def _begun(code: str, root: Path, folder: Path) -> bool:
    """Whether a project says anything in a language, or calls anything of its dossier by it."""
    return (root / WORDING / code).exists() or (folder / "terms" / f"{code}.csv").exists()


def _line(code: str, found: Coverage, folder: Path) -> list[str]:
    """How much a language says, in a line; none where the dossier cannot be read, which is told elsewhere."""
    try:
        whole = reader.read(folder)
        every, lacking = terms.texts(whole, code), terms.missing(whole, code)
    except Refused:
        return []
    texts = f"{len(every) - len(lacking):,} of {len(every):,} texts of the dossier"
    return [f"{code}: {found.said:,} of {found.asked:,} messages said; {texts}."]
