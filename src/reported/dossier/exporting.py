"""Exporting: a dossier's tables as a workbook to work in, or as files of CSV, whichever they are now.

The workbook offers the codes of each column to choose from, shows what a column means at its head, and keeps
a month that is typed a month. Nothing is lost either way: what a cell held is read back, to the letter.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reported.dossier import codebook, filling, storage
from reported.dossier import plan as plans
from reported.dossier.forms import Column, Form
from reported.dossier.places import full, unfit
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS
from reported.dossier.sheets import letters
from reported.dossier.storage import CODES
from reported.dossier.tables import Grid
from reported.errors import Problem, Refused
from reported.staging import replace_file, staging

TITLE = "The tables of a dossier"
ROOM = 1000  # empty rows below a table that offer the same choices
AS_TEXT = "@"  # a cell in which nothing that is typed becomes a number or a day
NAMED = {"source_id": "sources", "superseded_by": "claims"}  # columns that name one row of a table
REMARK_WIDTH, REMARK_LINE, LETTERS_A_LINE = 340, 17, 52  # points and letters of a remark at a column's head


def written(folder: Path, book: str, plain: str) -> list[str]:
    """Write a dossier as a workbook, as files of CSV, or both, where a person names a place for it; what was
    done, in lines. Raises Refused."""
    if not (book or plain):
        remedy = "Say --xlsx FILE for a workbook, or --csv FOLDER for files of CSV."
        raise Refused([Problem("export", "was not told what to write.", remedy)])
    said = []
    if book:
        to_workbook(folder, full(book))
        said += [
            f"Written: {book}.",
            f"To work in it, put it beside dossier.toml as {storage.WORKBOOKS[0]} and take the files of CSV "
            f"out; a spreadsheet may save it as {storage.WORKBOOKS[1]}.",
        ]
    if plain:
        said += [f"Written: {plain}, with {', '.join(path.name for path in to_csv(folder, full(plain)))}."]
    return said


def to_workbook(folder: Path, path: Path) -> None:
    """Write the tables of a dossier into one workbook (XLSX), a new file. Raises Refused."""
    if path.suffix.casefold() != ".xlsx":
        what = "has no name of a workbook to write."
        raise Refused([Problem(str(path), what, "Let it end in .xlsx; a spreadsheet saves that as ODS too.")])
    if path.exists():
        remedy = "Name another file, or take that one away first."
        raise Refused([Problem(str(path), "is there already, and stays as it is.", remedy)])
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_file(path, as_workbook(folder))


def to_csv(folder: Path, place: Path) -> list[Path]:
    """Write a dossier with its tables as files of CSV, and all else of it, into a folder that is empty or not
    there yet; the files. Raises Refused."""
    why = unfit(place)
    if why:
        raise Refused([Problem(str(place), f"{why}.", "Name a folder that is empty or not there yet.")])
    if place.exists() and any(place.iterdir()):
        what = "is not empty, and nothing in it is touched."
        raise Refused([Problem(str(place), what, "Name an empty or a new folder.")])
    made = {f"{name}.csv": grid.as_csv().encode() for name, grid in whole(folder).items()}
    place.mkdir(parents=True, exist_ok=True)
    with staging(place, ".making-") as aside:
        new = aside / place.name
        tables = {path.name for path in storage.files(folder)}
        shutil.copytree(
            folder,
            new,
            ignore=lambda _, names: {n for n in names if n in tables or n.startswith((".", "~$"))},
        )
        for name, content in made.items():
            (new / name).write_bytes(content)
        if (new / codebook.SCHEMA).is_file():
            codebook.write(new)
        found = sorted(new.iterdir())
        for path in found:
            path.rename(place / path.name)
    return [place / path.name for path in found]


def whole(folder: Path) -> dict[str, Grid]:
    """The rows of each table, all as wide as their header. Raises Refused."""
    grids = storage.rows(folder)
    for grid in grids.values():
        for number, row in zip(grid.numbers, grid.rows, strict=True):
            if len(row) != len(grid.rows[0]):
                remedy = "Run “reported check”, and give each row as many."
                raise Refused(
                    [Problem(f"{grid.file} row {number}", "has not as many cells as the header.", remedy)]
                )
    return grids


def as_workbook(folder: Path) -> bytes:
    """The tables of a dossier as one workbook. Same content, same bytes. Raises Refused."""
    from openpyxl import Workbook

    grids, plan = whole(folder), plans.read(folder / "dossier.toml")[0]
    fields = _fields(folder, plan)
    book = Workbook()
    book.remove(book.active)
    for name in sorted(grids, key=lambda name: name != "claims"):  # the claims in front
        _table(book.create_sheet(name), grids[name], COLUMNS[name])
        _explained(book[name], fields[name])
    _choices(book, grids, fields, plan)
    return filling.packed(book, TITLE)


def _fields(folder: Path, plan: Plan | None) -> dict[str, dict[str, dict[str, Any]]]:
    """What the data package says of each column, by table and column."""
    given = codebook.described(folder) if (folder / codebook.SCHEMA).is_file() else {"resources": []}
    package = codebook.in_step(given, plan)
    return {
        part["name"]: {field["name"]: field for field in part["schema"]["fields"]}
        for part in package["resources"]
    }


def _table(page: Any, grid: Grid, rules: Mapping[str, Column]) -> None:
    """Fill a sheet with a table; what is no number stays a text, in rows still to be written too."""
    header = grid.header
    of_column = [rules.get(name) for name in header]
    filling.fill(page, tuple(header), [
        tuple(filling.typed(cell.strip(), rule) for cell, rule in zip(row, of_column, strict=True))
        for row in grid.rows[1:]
    ])  # fmt: skip
    for x, rule in enumerate(of_column, 1):
        if rule and rule.form and rule.form.kind == "string":
            page.column_dimensions[letters(x)].number_format = AS_TEXT
            for (cell,) in page.iter_rows(min_row=2, min_col=x, max_col=x):
                if isinstance(cell.value, str):
                    cell.number_format = AS_TEXT


def _explained(page: Any, fields: Mapping[str, dict[str, Any]]) -> None:
    """Put what each column means, and may hold, beside its name as a remark."""
    from openpyxl.comments import Comment

    for head in page[1]:
        field = fields.get(str(head.value))
        if field and field.get("description"):
            allowed = codebook.allowed(field)
            text = field["description"] + (f"\n\nAllowed: {allowed}." if allowed else "")
            lines = sum(len(part) // LETTERS_A_LINE + 1 for part in text.split("\n")) + 1
            head.comment = Comment(text, "codebook", height=lines * REMARK_LINE, width=REMARK_WIDTH)


def _choices(
    book: Any,
    grids: Mapping[str, Grid],
    fields: Mapping[str, Mapping[str, dict[str, Any]]],
    plan: Plan | None,
) -> None:
    """Let the cells of columns with codes be chosen from a list, which stands in a sheet of its own."""
    page = book.create_sheet(CODES)
    page.sheet_state = "hidden"
    known: dict[tuple[Any, ...], str] = {}
    for name, grid in grids.items():
        for x, column in enumerate(grid.header, 1):
            rule, cells = COLUMNS[name].get(column), f"{letters(x)}2:{letters(x)}{len(grid.rows) + ROOM}"
            if rule is None:
                continue
            if of := NAMED.get(column) if not (rule.once or column == grid.header[0]) else None:
                _offer(book[name], cells, _called(book, f"{of}_by_name", _rows_of(of, grids[of])), rule)
                continue
            codes = _codes(name, column, rule.form, fields[name].get(column, {}), plan)
            if codes:
                if codes not in known:
                    letter = letters(len(known) + 1)
                    cells_of = f"{CODES}!${letter}$2:${letter}${len(codes) + 1}"
                    known[codes] = _called(book, f"{CODES}_{name}_{column}", cells_of)
                    for y, value in enumerate((column, *codes), 1):
                        filling.put(page.cell(y, len(known)), value)
                _offer(book[name], cells, known[codes], rule)


def _codes(
    name: str, column: str, form: Form | None, field: Mapping[str, Any], plan: Plan | None
) -> tuple[Any, ...]:
    """The words that a column may hold; none where it holds any text."""
    if name == "claims" and column == "unit" and plan:
        return tuple(dict.fromkeys(unit for quantity in plan.quantities.values() for unit in quantity.units))
    asked = field.get("constraints", {})
    if form and form.kind == "integer" and {"minimum", "maximum"} <= {*asked}:
        return tuple(range(asked["minimum"], asked["maximum"] + 1))
    return tuple(asked.get("enum", ()))


def _rows_of(table: str, grid: Grid) -> str:
    """Where the names of the rows of a table stand, with room for those to come."""
    column = next(name for name, rule in COLUMNS[table].items() if rule.once)
    letter = letters(grid.header.index(column) + 1) if column in grid.header else "A"
    return f"{table}!${letter}$2:${letter}${len(grid.rows) + ROOM}"


def _called(book: Any, name: str, cells: str) -> str:
    """Give cells a name, by which every spreadsheet keeps a choice among those of another sheet."""
    from openpyxl.workbook.defined_name import DefinedName

    book.defined_names[name] = DefinedName(name, attr_text=cells)
    return name


def _offer(page: Any, cells: str, choices: str, rule: Column) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    offered = DataValidation("list", formula1=choices, allow_blank=not rule.filled, showErrorMessage=True)
    offered.errorTitle, offered.error = (
        "Not among the codes",
        "Choose one of the list; the head of the column explains.",
    )
    offered.add(cells)
    page.add_data_validation(offered)
