"""Storage: in which files the tables of a dossier stand, one of CSV for each or one workbook for all.

Whoever reads a table asks here, and need not know which it is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from reported.dossier import sheets
from reported.dossier import tables as forms
from reported.dossier.claim import CODES as HEDGES
from reported.dossier.claim import HEDGE
from reported.dossier.forms import Column
from reported.dossier.schema import COLUMNS
from reported.dossier.sheets import Sheet, letters
from reported.dossier.tables import FIRST, Grid, Table, composed
from reported.errors import Problem, Refused, did_you_mean, quoted

WORKBOOKS = ("claims.xlsx", "claims.ods")
CODES = "codes"  # the sheet with the words that cells are chosen from


def files(folder: Path) -> list[Path]:
    """All files in which the tables of a dossier can stand, there or not."""
    return [*(folder / f"{name}.csv" for name in COLUMNS), *(folder / name for name in WORKBOOKS)]


def workbook(folder: Path) -> Path | None:
    """The workbook that holds the tables of a dossier; ``None`` where they are files of CSV, or should be.

    Raises Refused where more than one form stands there, for nobody could tell which one counts.
    """
    books = [folder / name for name in WORKBOOKS if (folder / name).exists()]
    plain = [folder / f"{name}.csv" for name in COLUMNS if (folder / f"{name}.csv").exists()]
    if not books:
        return None
    if len(books) + bool(plain) > 1:
        names = [path.name for path in (*books, *plain)]
        what = f"{', '.join(names[:-1])} and {names[-1]} stand side by side: which of them counts?"
        remedy = "Keep one form, a workbook or files of CSV, and take the other out of the folder."
        raise Refused([Problem("the tables", what, remedy)])
    return books[0]


def tables(folder: Path) -> tuple[dict[str, Table], list[Problem]]:
    """The tables of a dossier as far as they can be read, by name, and everything wrong with them."""
    found: dict[str, Table] = {}
    try:
        grids, problems = _grids(folder)
    except Refused as refused:
        return found, refused.problems
    fitted = {"hedges": forms.fitted(grids["hedges"], COLUMNS["hedges"])} if "hedges" in grids else {}
    for name, rules in COLUMNS.items():
        if name in grids:
            rules = rules | {"hedge": _hedge(fitted)} if name == "claims" else rules
            table, wrong = fitted.get(name) or forms.fitted(grids[name], rules)
            problems += wrong
            if table:
                found[name] = table
    return found, problems


def _hedge(fitted: Mapping[str, tuple[Table | None, object]]) -> Column:
    """The column of hedges: its remedy for a wording in place of a code is how the vocabulary reads that."""
    vocabulary = fitted["hedges"][0] if fitted else None
    columns = (vocabulary[name] if vocabulary else () for name in ("wording", "language", "code"))
    read: dict[str, list[str]] = {}
    for wording, language, code in zip(*columns, strict=True):
        if code in HEDGES:
            read.setdefault(wording.casefold(), []).append(f"{code} ({language})")

    def says(text: str) -> tuple[str, str]:
        what, remedy = HEDGE.says(text)
        codes = " or ".join(dict.fromkeys(read.get(text.casefold(), ())))
        file = vocabulary.file if vocabulary else ""
        return what, f"{file} reads that wording as {codes}; write the code." if codes else remedy

    return Column(replace(HEDGE, says=says), filled=True)


def rows(folder: Path) -> dict[str, Grid]:
    """The rows of all tables of a dossier, by name. Raises Refused where one cannot be read."""
    grids, problems = _grids(folder)
    if grave := [problem for problem in problems if not problem.doubt]:
        raise Refused(grave)
    return grids


def header(folder: Path, name: str) -> list[str]:
    """The names of the columns of a table, as they stand in it. Raises Refused."""
    path = workbook(folder)
    if path is None:
        return forms.of_csv(folder / f"{name}.csv").header
    grids, problems = _grids_of_workbook(path)
    if name not in grids:
        raise Refused(problems)
    return grids[name].header


def _grids(folder: Path) -> tuple[dict[str, Grid], list[Problem]]:
    path = workbook(folder)
    if path is not None:
        return _grids_of_workbook(path)
    grids: dict[str, Grid] = {}
    problems: list[Problem] = []
    for name in COLUMNS:
        try:
            grids[name] = forms.of_csv(folder / f"{name}.csv")
        except Refused as refused:
            problems += refused.problems
    return grids, problems


def _grids_of_workbook(path: Path) -> tuple[dict[str, Grid], list[Problem]]:
    """The sheets of a workbook that are tables, and what is wrong with it as a whole. Raises Refused."""
    book = sheets.read(path)
    named: dict[str, list[Sheet]] = {}
    for sheet in book:
        named.setdefault(sheet.name.strip().casefold(), []).append(sheet)
    others = [sheet for sheet in book if sheet.name.strip().casefold() not in COLUMNS]
    grids: dict[str, Grid] = {}
    problems: list[Problem] = []
    for name in COLUMNS:
        found = named.get(name, [])
        if len(found) == 1:
            grid, wrong = _grid(found[0], f"{path.name} sheet {found[0].name}")
            problems += wrong
            if grid:
                grids[name] = grid
        elif found:
            problems.append(
                Problem(path.name, f"has {len(found)} sheets called {name}.", "Keep one of them.")
            )
        else:
            meant = did_you_mean(name, [sheet.name for sheet in others])
            remedy = (
                f"{meant} Rename it."
                if meant.startswith("Did")
                else "Add it; of a table without rows the header stays."
            )
            problems.append(Problem(path.name, f"has no sheet {name}.", remedy))
    unread = [sheet.name for sheet in others if not sheet.hidden and sheet.name != CODES]
    if unread:
        what = f"not read, for no table is called so: {', '.join(map(quoted, unread))}."
        remedy = f"Notes may stand there; the tables are {', '.join(COLUMNS)}."
        problems.append(Problem(path.name, what, remedy, doubt=True))
    return grids, problems


def _grid(sheet: Sheet, file: str) -> tuple[Grid | None, list[Problem]]:
    """A sheet as rows, all as wide as the widest, and what is wrong with it as a whole."""
    problems: list[Problem] = []
    if sheet.merged:
        shown = ", ".join(f"{sheet.name}!{span}" for span in sheet.merged[:FIRST])
        more = f" and {len(sheet.merged) - FIRST:,} more" if len(sheet.merged) > FIRST else ""
        what = f"merged cells: {shown}{more}. All but the first of them read as empty."
        problems.append(Problem(file, what, "Take them apart again, and write in each what belongs there."))
    try:
        cells = {
            place: composed(text, _refusal(f"{sheet.name}!{letters(place[1])}{place[0]}"))
            for place, text in sheet.cells.items()
            if text.strip()
        }
    except Refused as refused:
        return None, [*problems, *refused.problems]
    if not cells:
        remedy = "Its first row must name the columns."
        return None, [*problems, Problem(file, "holds no header.", remedy)]
    width = max(x for _, x in cells)
    numbers = sorted({y for y, _ in cells})
    rows = [[cells.get((y, x), "") for x in range(1, width + 1)] for y in numbers]
    return Grid(file, numbers, rows, sheet.name), problems


def _refusal(place: str) -> Callable[[str, str, int], NoReturn]:
    def refuse(what: str, remedy: str, line: int) -> NoReturn:
        raise Refused([Problem(place, what, remedy)])

    return refuse
