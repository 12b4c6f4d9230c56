"""Tables: a file that people made becomes columns of text, and every cell is held to the form of its column.

What makes no difference to a reader makes none here: a byte order mark, the kind of line ends, blank lines,
blanks around a cell, the order of the columns, and whether an accent is a letter of its own. Anything else
that is no sheet of a workbook and no table of commas in UTF-8 is told.
"""

from __future__ import annotations

import csv
import gc
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import filterfalse
from pathlib import Path
from typing import NoReturn

from reported.dossier.forms import MOST_MARKS, Column, unseen_in
from reported.dossier.sheets import NO, YES, letters, unread
from reported.errors import MIGRATE, Problem, Refused, did_you_mean, quoted

FIRST = 5  # rows that are told of the same fault; the others are counted
LONGEST_CELL = 100_000
MOST_BLANK = 1_000_000  # blank lines in a row
# Other libraries raise it for the whole process too; longer cells are told below, always in the same way.
csv.field_size_limit(2**31 - 1)
LONGEST_RUN = 200  # accents in a row that are put in order before they are told
SIGNS = re.compile(rf"[^\w\s\x00-\x7f]{{{LONGEST_RUN},}}")  # what is no letter, among it the accents
SAVE = "Save it as UTF-8 (in a spreadsheet “CSV UTF-8”)."
UNFILLED = "It must be filled; the codebook says with what."
LOST = "\ufffd"  # what a program writes for a letter that it could not read


Told = Mapping[int, tuple[str, str]]  # of rows, counted from 0, what is wrong and what to do


@dataclass(frozen=True)
class Grid:
    """The rows of a table that are not blank, header first, before they are held to anything: what the table
    is called, each row's number and its cells; of a workbook the name of the sheet."""

    file: str
    numbers: list[int]
    rows: list[list[str]]
    sheet: str = ""

    @property
    def header(self) -> list[str]:
        """The names of the columns as they stand there."""
        return [name.strip() for name in self.rows[0]]

    def as_csv(self) -> str:
        """The rows as the text of a file of CSV."""
        made = io.StringIO()
        csv.writer(made, lineterminator="\n").writerows([cell.strip() for cell in row] for row in self.rows)
        return made.getvalue()


@dataclass(frozen=True)
class Table:
    """A table as it was read: the cells of each column as text, and the row in which each stands in a
    spreadsheet (the header is row 1). Of a workbook the sheet too, and the letters of each column."""

    file: str
    columns: dict[str, tuple[str, ...]]
    rows: list[int]
    sheet: str = ""
    letters: Mapping[str, str] = field(default_factory=dict)
    _each: dict[str, frozenset[str]] = field(default_factory=dict, init=False, compare=False, repr=False)

    def place(self, cell: int, column: str) -> str:
        """Where a cell stands, its row counted from 0: by file and row, or as a spreadsheet names it."""
        at = f"{self.sheet}!{self.letters[column]}" if column in self.letters else f"{self.file} row "
        return f"{at}{self.rows[cell]} column {column}"

    def __getitem__(self, column: str) -> tuple[str, ...]:
        # A column that is missing has been told; what else is wrong must still be found.
        return self.columns.get(column) or ("",) * len(self.rows)

    def each(self, column: str) -> frozenset[str]:
        """What the cells of a column say, each text once: many rows say the same."""
        if column not in self._each:
            self._each[column] = frozenset(self[column])
        return self._each[column]

    def named(self, column: str) -> dict[str, int]:
        """The row, counted from 0, of each text of a column; of one that stands there twice the last."""
        return dict(zip(self[column], range(len(self.rows)), strict=True))

    def where(self, wrong: Callable[..., object], *columns: str) -> list[int]:
        """The rows, counted from 0, whose cells in some columns are wrong together. Each combination is tried
        once: many rows say the same."""
        if len(columns) == 1:
            return self.holding(columns[0], {cell for cell in self.each(columns[0]) if wrong(cell)})
        found = {cells for cells in set(self._beside(columns)) if wrong(*cells)}
        return [n for n, cells in enumerate(self._beside(columns)) if cells in found] if found else []

    def holding(self, column: str, texts: Container[str]) -> list[int]:
        """The rows, counted from 0, whose cell in a column is one of some texts."""
        return [n for n, cell in enumerate(self[column]) if cell in texts] if texts else []

    def _beside(self, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The cells of some columns, row by row."""
        return zip(*(self[column] for column in columns), strict=True)

    def without(self, told: Iterable[str]) -> Table:
        """The same without the cells of which something is told already, each by its place: nothing follows
        from what is wrong."""
        wrong = set(filter(self.has, told))
        named = {place.rpartition(" column ")[2] for place in wrong}
        columns = {
            name: tuple("" if self.place(n, name) in wrong else cell for n, cell in enumerate(cells))
            for name, cells in self.columns.items()
            if name in named
        }
        return replace(self, columns={**self.columns, **columns})

    def again(self, *columns: str) -> dict[int, int]:
        """The rows, counted from 0, whose cells in some columns stood in an earlier row, each with that row.
        Empty cells repeat nothing."""
        if any(len(self.each(column)) == len(self.rows) for column in columns):
            return {}  # in one of them no row says what another does
        first: dict[tuple[str, ...], int] = {}
        beside = enumerate(self._beside(columns))
        return {
            n: before for n, cells in beside if any(cells) and (before := first.setdefault(cells, n)) != n
        }

    def tell(
        self, column: str, found: Iterable[int], says: Callable[[int], tuple[str, str]]
    ) -> Iterator[Problem]:
        """One fault of a column in rows counted from 0: the first by their place, of the others how many."""
        found = list(found)
        for cell in found[:FIRST]:
            yield Problem(self.place(cell, column), *says(cell))
        if more := found[FIRST:]:
            what = f"{len(more):,} more of this kind, in {_span([self.rows[cell] for cell in more])}."
            yield Problem(f"{self.file} column {column}", what, "Mend them in the same way.")

    def doubt(self, column: str, told: Told) -> Iterator[Problem]:
        """The same of what can be meant but is more often a slip; ``told`` says it of each such row."""
        return self.doubts(column, told, told.__getitem__)

    def doubts(
        self, column: str, found: Iterable[int], says: Callable[[int], tuple[str, str]]
    ) -> Iterator[Problem]:
        """The same where many rows may be found, of which ``says`` is asked for those that are told."""
        return (replace(one, doubt=True) for one in self.tell(column, found, says))

    def has(self, place: str) -> bool:
        """Whether a place that was told is one of this table, or the table itself."""
        return place.startswith((self.file, f"{self.sheet}!" if self.sheet else self.file))


@contextmanager
def undisturbed() -> Iterator[None]:
    """The garbage collector waits while many rows are made: none of them is garbage, and it would look
    through all of them again and again."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, letters composed and each line ended in the same way. Raises Refused."""

    def refuse(what: str, remedy: str, line: int = 0) -> NoReturn:
        where = f"{path.name} line {line}" if line else path.name
        raise Refused([Problem(where, what, remedy)]) from None

    data = _bytes_of(path, refuse)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        what = f"the byte 0x{data[error.start]:02x} is not UTF-8; the file is in another encoding,"
        refuse(f"{what} such as Windows-1252.", SAVE, data[: error.start].count(b"\n") + 1)
    if not text or text.isspace():
        refuse("is empty.", "Put back what it held; of a table without rows the header stays.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" * MOST_BLANK in text:
        refuse(f"holds {MOST_BLANK:,} blank lines in a row, or more.", "Take them out.")
    return composed(text, refuse)


def composed(text: str, refuse: Callable[[str, str, int], NoReturn]) -> str:
    """A text with its accents as far as possible in their letters; too many are refused, by their line."""
    for run in [] if text.isascii() else SIGNS.finditer(text):
        # To put them in order would take for ever.
        if sum(unicodedata.combining(sign) > 0 for sign in run[0]) > LONGEST_RUN:
            what = f"holds more than {LONGEST_RUN} accents in a row."
            refuse(what, f"Keep at most {MOST_MARKS}.", text.count("\n", 0, run.start()) + 1)
    return unicodedata.normalize("NFC", text)


def _bytes_of(path: Path, refuse: Callable[..., NoReturn]) -> bytes:
    """What a file holds, if it can be text."""
    if path.is_dir():
        refuse("is a folder.", "A file must stand there.")
    if not path.exists():
        refuse("is missing.", "Put it there; the codebook in data/README.md says what it holds.")
    if not path.is_file():
        refuse("is no ordinary file.", "A file must stand there.")
    try:
        data = path.read_bytes()
    except OSError as error:
        refuse(f"cannot be read ({error.strerror}).", "Allow it to be read.")
    if data.startswith(b"PK\x03\x04"):
        refuse("is a workbook or another packed file, not text.", "Save the sheet as “CSV UTF-8”.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        refuse("is written in UTF-16 or UTF-32.", SAVE)
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        refuse("holds a NUL byte, so it is UTF-16, or no text.", "Save it as UTF-8.", line)
    return data


def read(path: Path, rules: Mapping[str, Column]) -> tuple[Table | None, list[Problem]]:
    """A table of a file of CSV and everything wrong with its form and cells; ``None`` where it is none."""
    try:
        return fitted(of_csv(path), rules)
    except Refused as refused:
        return None, refused.problems


def fitted(grid: Grid, rules: Mapping[str, Column]) -> tuple[Table | None, list[Problem]]:
    """Rows as a table and everything wrong with its form and its cells; ``None`` where they are no table."""
    header, rows = grid.header, grid.rows[1:]
    if not set(header) & set(rules):
        what = "its first row holds no name of a column."
        return None, [Problem(grid.file, what, f"Begin it with the header: {','.join(rules)}")]
    # Columns to the right that hold nothing and have no name are a spreadsheet's, not a person's.
    width = max(n for n, name in enumerate(header, 1) if name)
    header = header[:width]
    rows = [
        row if len(row) <= width or (not grid.sheet and any(map(str.strip, row[width:]))) else row[:width]
        for row in rows
    ]
    problems = [*_headed(grid.file, header, rules), *_ragged(grid, width, rows)]
    whole = [number for number, row in zip(grid.numbers[1:], rows, strict=True) if len(row) == width]
    across = list(zip(*(row for row in rows if len(row) == width), strict=True)) if whole else [()] * width

    cells = {name: _bare(column) for name, column in zip(header, across, strict=True) if name in rules}
    if grid.sheet:
        cells = {name: _in_words(column, rules[name]) for name, column in cells.items()}
    at = {name: letters(n) for n, name in enumerate(header, 1)} if grid.sheet else {}
    columns = {name: cells[name] for name in rules if name in cells}
    table = Table(grid.file, columns, whole, grid.sheet, at)
    for name, column in table.columns.items():
        problems += _unfit(table, name, column, rules[name])
    return table, problems


def _bare(cells: Iterable[str]) -> tuple[str, ...]:
    """Cells without blanks around them."""
    cells = tuple(cells)
    each_once = set(cells)
    if each_once == set(map(str.strip, each_once)):
        return cells
    return tuple(map({cell: cell.strip() for cell in each_once}.__getitem__, cells))


def _in_words(cells: tuple[str, ...], rule: Column) -> tuple[str, ...]:
    """The cells of a column of yes and no, where a workbook has its own true and false."""
    if rule.form is None or not rule.form.fits("yes"):
        return cells
    return tuple({YES: "yes", NO: "no"}.get(cell, cell) for cell in cells)


def of_csv(path: Path) -> Grid:
    """A file of CSV as rows. Raises Refused."""
    text = text_of(path)
    first = next(line for line in io.StringIO(text) if line.strip())
    for mark, named in ((";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")):
        if first.count(mark) > first.count(","):
            what, remedy = (
                f"its columns are separated by {named}.",
                "Separate them by commas (in a spreadsheet “CSV UTF-8”).",
            )
            raise Refused([Problem(path.name, what, remedy)])
    rows: list[list[str]] = []
    seen: dict[str, str] = {}  # what is said many times is kept once, and found faster
    try:
        for row in csv.reader(io.StringIO(text, newline=""), strict=True):
            rows.append([*map(seen.setdefault, row, row)])
    except csv.Error as error:
        remedy = (
            "Close each quotation mark, write one inside a text twice, and put nothing between it and the "
            "next comma."
        )
        raise Refused(
            [Problem(f"{path.name} row {len(rows) + 1}", f"cannot be split into cells ({error}).", remedy)]
        ) from None
    numbers = [n for n, row in enumerate(rows, 1) if any(map(str.strip, row))]
    if not numbers:
        raise Refused([Problem(path.name, "holds no header.", "Its first line must name the columns.")])
    return Grid(path.name, numbers, [rows[n - 1] for n in numbers])


def _ragged(grid: Grid, width: int, rows: list[list[str]]) -> Iterator[Problem]:
    """Rows with more or fewer cells than the header."""
    file = grid.file
    found = [
        (number, len(row)) for number, row in zip(grid.numbers[1:], rows, strict=True) if len(row) != width
    ]
    if grid.sheet:
        yield from _shortened(file, list(_stray(grid, width)))
        return
    remedy = "Give it as many; a text that holds a comma stands in quotation marks."
    for number, cells in found[:FIRST]:
        yield Problem(
            f"{file} row {number}",
            f"has {cells} cell{'s' * (cells != 1)}, but the header has {width}.",
            remedy,
        )
    if more := found[FIRST:]:
        yield Problem(
            file,
            f"{len(more):,} more of this kind, in {_span([number for number, _ in more])}.",
            "Mend them in the same way.",
        )


def _stray(grid: Grid, width: int) -> Iterator[Problem]:
    """Cells of a sheet to the right of its table."""
    for number, row in zip(grid.numbers[1:], grid.rows[1:], strict=True):
        for n, text in enumerate(row[width:], width + 1):
            if text.strip():
                what = f"stands beside the table: {quoted(text)}, below no name of a column."
                yield Problem(
                    f"{grid.sheet}!{letters(n)}{number}", what, "Name the column in the header, or move it."
                )


def _span(numbers: list[int]) -> str:
    return f"rows {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else f"row {numbers[0]}"


def _headed(file: str, header: list[str], rules: Mapping[str, Column]) -> Iterator[Problem]:
    """What is wrong with the names of the columns: missing ones, each with the name it may be hidden behind,
    and what is there instead."""
    unknown = [name for name in header if name and name not in rules]
    yield from _lacking(file, header, rules, unknown)
    found = [
        Problem(file, f"column {quoted(name)} stands there {times:,} times.", "Keep one of them.")
        for name, times in Counter(filter(None, header)).items()
        if times > 1
    ]
    nameless = [n for n, name in enumerate(header, 1) if not name]
    yield from _shortened(file, found)
    yield from _shortened(
        file,
        [
            Problem(file, f"column {n} has no name.", "Name it in the header, or take it out.")
            for n in nameless
        ],
    )
    remedy = "Take it out, or use note."
    found = [
        Problem(file, f"column {quoted(name)} is none of this table and is not read.", remedy, doubt=True)
        for name in dict.fromkeys(unknown)
    ]
    yield from _shortened(file, found)


def _lacking(
    file: str, header: list[str], rules: Mapping[str, Column], unknown: list[str]
) -> Iterator[Problem]:
    """Columns that are missing; a name that one hides behind is taken out of those that are ``unknown``."""
    older = [column for column, rule in rules.items() if rule.new and column not in header]
    if len(older) > 1:  # one alone was taken out, or is misspelt
        yield Problem(file, f"the columns {', '.join(older)} are missing: it is of the older form.", MIGRATE)
    for column, rule in rules.items():
        if column not in header and not (column in older and len(older) > 1):
            meant = did_you_mean(column, tuple(unknown))
            hidden = next((name for name in unknown if meant == f"Did you mean {name}?"), None)
            if rule.spare and not hidden:
                continue
            if hidden:
                unknown.remove(hidden)
            add = "Add it and fill it." if rule.filled else "Add it; its cells may be empty."
            yield Problem(
                file,
                f"column {column} is missing.",
                f"Did you mean {hidden}? Rename that one." if hidden else add,
            )


def _shortened(file: str, found: list[Problem]) -> Iterator[Problem]:
    """Problems of one kind about the columns of a table: the first, and of the others how many."""
    yield from found[:FIRST]
    if more := found[FIRST:]:
        yield Problem(
            file, f"{len(more):,} more of this kind.", "Mend them in the same way.", doubt=more[0].doubt
        )


def _unfit(table: Table, name: str, cells: tuple[str, ...], rule: Column) -> Iterator[Problem]:
    """What is wrong with the cells of one column."""
    each_once = table.each(name)
    together = "".join(each_once)
    odd: dict[str, tuple[str, str]] = {}
    if not (together.isascii() and together.isprintable()):
        odd = {cell: wrong for cell in each_once if (wrong := unread(cell) or unseen_in(cell, rule.filled))}
        yield from table.tell(name, table.holding(name, odd), lambda n: odd[cells[n]])
        lost = [n for n, cell in enumerate(cells) if LOST in cell] if LOST in together else []
        yield from table.tell(name, lost, lambda n: ("a letter was lost here (U+FFFD).", "Write it again."))
    if max(map(len, each_once), default=0) > LONGEST_CELL:
        long = [n for n, cell in enumerate(cells) if len(cell) > LONGEST_CELL]
        yield from table.tell(
            name, long, lambda n: (f"holds {len(cells[n]):,} characters.", f"Write at most {LONGEST_CELL:,}.")
        )
    if rule.filled and "" in each_once:
        empty = [n for n, cell in enumerate(cells) if not cell]
        yield from table.tell(name, empty, lambda n: ("is empty.", UNFILLED))
    if form := rule.form:
        # A cell with unseen letters has been told.
        unfit = set(filterfalse(form.fits, each_once - odd.keys() - {""}))
        older = {text for text in unfit if form.older and form.older(text)}
        yield from _of_the_older_form(table, name, cells, older)
        unfit -= older
        yield from table.tell(name, table.holding(name, unfit), lambda n: form.says(cells[n]))
    if rule.once and len(each_once) < len(cells):
        again = table.again(name)

        def says(n: int) -> tuple[str, str]:
            return (
                f"{quoted(cells[n])} stands there a second time; row {table.rows[again[n]]} has it.",
                "Give each row its own.",
            )

        yield from table.tell(name, again, says)


def _of_the_older_form(table: Table, name: str, cells: tuple[str, ...], older: set[str]) -> Iterator[Problem]:
    """Cells of one column as they were once written, told together."""
    if older:
        many = sum(text in older for text in cells)
        what = f"{many:,} cell{'s' * (many > 1)} of the older form, such as {quoted(min(older))}."
        yield Problem(f"{table.file} column {name}", what, MIGRATE)
