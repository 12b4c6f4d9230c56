"""Tables: a file that people made becomes columns of text, and every cell is held to the form of its column.

What makes no difference to a reader makes none here: a byte order mark, the kind of line ends, blank lines, blanks around a cell, the
order of the columns, and whether an accent is a letter of its own. Anything else that is not a table of commas in UTF-8 is told.
"""

from __future__ import annotations

import csv
import gc
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from urllib.parse import quote, urlsplit

from reported.dossier.dates import FIRST_YEAR, LAST_YEAR, in_calendar, is_date
from reported.errors import Problem, Refused, did_you_mean, quoted

FIRST = 5  # rows that are told of the same fault; the others are counted
LONGEST_ID, LONGEST_CELL = 100, 100_000
LONGEST_ADDRESS = (
    4000  # written with % for every other letter; what sets the pages takes no more than twice as many
)
MOST_BLANK = 1_000_000  # blank lines in a row
csv.field_size_limit(
    2**31 - 1
)  # other libraries raise it for the whole process too; longer cells are told below, always in the same way
SMALLEST, LARGEST = 1e-9, 1e15  # nothing that people count lies beyond
# Letters that nobody sees and that change what is seen: controls, line breaks, overrides of the direction, spaces without width, tags, and
# those that stand for a letter that is not there. The joiners and marks that Arabic, Hebrew and Indian scripts are written with are not among them.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u115f\u1160\u200b\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e007f\ud800-\udfff]"
)
MOST_MARKS = 10  # accents and signs on one letter; the highest stacks of Tibetan have eight
NAME = re.compile(r"[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*")
LINK = re.compile(r"https?://[^\s<>\"]+")
FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
LONGEST_RUN = 200  # accents in a row that are put in order before they are told
SIGNS = re.compile(rf"[^\w\s\x00-\x7f]{{{LONGEST_RUN},}}")  # what is no letter, among it the accents
SEEN = set(
    "LNPS"
)  # first letters of the kinds of Unicode that show something by themselves: letters, numbers, punctuation, symbols
LOST = "\ufffd"  # what a program writes for a letter that it could not read


@dataclass(frozen=True)
class Form:
    """What a cell may hold: a test, and for a cell that fails it what is wrong and what to do."""

    fits: Callable[[str], object]
    says: Callable[[str], tuple[str, str]]


@dataclass(frozen=True)
class Column:
    """The rules of a column: the form of its cells, whether one may be empty, and whether each stands there only once."""

    form: Form | None = None
    filled: bool = False
    once: bool = False


@dataclass(frozen=True)
class Table:
    """A table as it was read: the cells of each column as text, and the row in which each stands in a spreadsheet (the header is row 1)."""

    file: str
    columns: dict[str, tuple[str, ...]]
    rows: list[int]

    def __getitem__(self, column: str) -> tuple[str, ...]:
        # A column that is missing has been told; what else is wrong must still be found.
        return self.columns.get(column) or ("",) * len(self.rows)

    def where(self, wrong: Callable[..., object], *columns: str) -> list[int]:
        """The rows, counted from 0, whose cells in some columns are wrong together. Each combination is tried once: many rows say the same."""
        found = {cells for cells in set(self._beside(columns)) if wrong(*cells)}
        return [n for n, cells in enumerate(self._beside(columns)) if cells in found] if found else []

    def _beside(self, columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """The cells of some columns, row by row."""
        return zip(*(self[column] for column in columns), strict=True)

    def again(self, *columns: str) -> dict[int, int]:
        """The rows, counted from 0, whose cells in some columns stood in an earlier row, each with that row. Empty cells repeat nothing."""
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
            yield Problem(f"{self.file} row {self.rows[cell]} column {column}", *says(cell))
        if more := found[FIRST:]:
            what = f"{len(more):,} more of this kind, in {_span([self.rows[cell] for cell in more])}."
            yield Problem(f"{self.file} column {column}", what, "Mend them in the same way.")


@contextmanager
def undisturbed() -> Iterator[None]:
    """The garbage collector waits while many rows are made: none of them is garbage, and it would look through all of them again and again."""
    at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if at_work:
            gc.enable()


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters a to z, digits, and single hyphens, points or low lines between them."""
    return len(text) <= LONGEST_ID and NAME.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is a number above 0 that something can be counted in: digits, with a point for decimals."""
    return FIGURE.fullmatch(text) is not None and SMALLEST <= float(text) <= LARGEST


def is_address(text: str) -> bool:
    """Whether a text is an address of the web that may be published: no name or password stands in it."""
    return _leads_somewhere(text) and "@" not in urlsplit(text).netloc and len(quote(text)) <= LONGEST_ADDRESS


def _leads_somewhere(text: str) -> bool:
    """Whether a text is an address with a host and, where it has one, a port."""
    try:
        parts = urlsplit(text)
        return (
            LINK.fullmatch(text) is not None
            and re.search(r"\w", parts.hostname or "") is not None
            and parts.port != 0
        )
    except ValueError:  # brackets that are not closed, a port that is none
        return False


def _unlinked(text: str) -> tuple[str, str]:
    """What is wrong with a text that is no address to publish, and what to do."""
    if not _leads_somewhere(text):
        return (
            f"{quoted(text)} is no address.",
            "Write one that begins with https:// or http:// and a host, without blanks.",
        )
    if "@" in urlsplit(text).netloc:
        return (
            "a name or a password stands in the address, and would be published.",
            "Take out what stands before the “@”.",
        )
    return (
        f"{quoted(text)} is too long for an address.",
        "Take out what the page opens without, often all behind the “?”.",
    )


def written(fits: Callable[[str], object], what: str, remedy: str) -> Form:
    """The form of cells that pass a test; ``what`` follows the cell in the message."""
    return Form(fits, lambda text: (f"{quoted(text)} {what}", remedy))


def one_of(*words: str) -> Form:
    """The form of cells that hold one of these words."""
    return Form(
        frozenset(words).__contains__,
        lambda text: (f"{quoted(text)} is not among its words.", did_you_mean(text, words)),
    )


ID = written(is_id, "is no id.", "Write letters a to z, digits and single hyphens, such as town-hall-2.")
IDS = written(
    lambda text: all(is_id(name.removesuffix("?")) for name in text.split()),
    "is no list of ids.",
    "Write ids with blanks between them; a link that is inferred ends with “?”.",
)
DATE = Form(
    is_date,
    lambda text: (
        (
            f"{quoted(text)} is not in the years {FIRST_YEAR} to {LAST_YEAR}.",
            "Mend the year; where an end is open or not known, leave it empty.",
        )
        if in_calendar(text)
        else (f"{quoted(text)} is no date.", "Write YYYY-MM-DD, or YYYY-MM or YYYY where only that is known.")
    ),
)
NUMBER = Form(
    is_number,
    lambda text: (
        (f"{quoted(text)} is not a positive number.", "Write digits only, with a point for decimals.")
        if not re.fullmatch(r"[0-9.]*[1-9][0-9.]*([eE][+-]?[0-9]+)?", text) or text.count(".") > 1
        else (f"{quoted(text)} is more or less than anything is counted in.", "Count its digits.")
    ),
)
LANGUAGE = written(
    re.compile("[a-z]{2}").fullmatch, "is no language.", "Write two small letters, such as en."
)
ADDRESS = Form(is_address, _unlinked)


def text_of(path: Path) -> str:
    """The text of a file in UTF-8, letters composed and each line ended in the same way. Raises Refused."""

    def refuse(what: str, remedy: str, where: str = path.name):
        raise Refused([Problem(where, what, remedy)]) from None

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
        refuse("is written in UTF-16 or UTF-32.", "Save it as UTF-8 (in a spreadsheet “CSV UTF-8”).")
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        refuse(
            "holds a NUL byte, so it is UTF-16, or no text.", "Save it as UTF-8.", f"{path.name} line {line}"
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        what = f"the byte 0x{data[error.start]:02x} is not UTF-8; the file is in another encoding, such as Windows-1252."
        refuse(what, "Save it as UTF-8 (in a spreadsheet “CSV UTF-8”).", f"{path.name} line {line}")
    if not text or text.isspace():
        refuse("is empty.", "Put back what it held; of a table without rows the header stays.")
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\n" * MOST_BLANK in text:
        refuse(f"holds {MOST_BLANK:,} blank lines in a row, or more.", "Take them out.")
    for run in [] if text.isascii() else SIGNS.finditer(text):
        if (
            sum(unicodedata.combining(sign) > 0 for sign in run[0]) > LONGEST_RUN
        ):  # to put them in order would take for ever
            line = text.count("\n", 0, run.start()) + 1
            refuse(
                f"holds more than {LONGEST_RUN} accents in a row.",
                f"Keep at most {MOST_MARKS}.",
                f"{path.name} line {line}",
            )
    return unicodedata.normalize("NFC", text)


def read(path: Path, rules: dict[str, Column]) -> tuple[Table | None, list[Problem]]:
    """A table and everything wrong with its form and its cells; ``None`` where it is no table."""
    try:
        numbers, rows = _rows(path)
    except Refused as refused:
        return None, refused.problems
    header = _names(rows.pop(0))
    if not set(header) & set(rules):
        what = "its first row holds no name of a column."
        return None, [Problem(path.name, what, f"Begin it with the header: {','.join(rules)}")]
    # Columns to the right that hold nothing and have no name are a spreadsheet's, not a person's.
    width = max(n for n, name in enumerate(header, 1) if name)
    header = header[:width]
    rows = [row if len(row) == width or any(map(str.strip, row[width:])) else row[:width] for row in rows]
    problems = [*_headed(path.name, header, rules), *_ragged(path.name, width, numbers[1:], rows)]
    whole = [number for number, row in zip(numbers[1:], rows, strict=True) if len(row) == width]
    across = list(zip(*(row for row in rows if len(row) == width), strict=True)) if whole else [()] * width

    cells = {
        name: tuple(map(str.strip, column))
        for name, column in zip(header, across, strict=True)
        if name in rules
    }
    table = Table(path.name, {name: cells[name] for name in rules if name in cells}, whole)
    for name, column in table.columns.items():
        problems += _unfit(table, name, column, rules[name])
    return table, problems


def header(path: Path) -> list[str]:
    """The names of the columns of a table, as they stand in it. Raises Refused."""
    return _names(_rows(path)[1][0])


def _names(row: list[str]) -> list[str]:
    return [name.strip() for name in row]


def _rows(path: Path) -> tuple[list[int], list[list[str]]]:
    """The rows that are not blank, header first, and the number of each. Raises Refused."""
    text = text_of(path)
    first = next(line for line in io.StringIO(text) if line.strip())
    for mark, named in ((";", "semicolons"), ("\t", "tabs"), ("|", "upright strokes")):
        if first.count(mark) > first.count(","):
            what, remedy = (
                f"its columns are separated by {named}.",
                "Separate them by commas (in a spreadsheet “CSV UTF-8”).",
            )
            raise Refused([Problem(path.name, what, remedy)])
    numbers: list[int] = []
    rows: list[list[str]] = []
    number = 0
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), strict=True), 1):
            if any(map(str.strip, row)):
                numbers.append(number)
                rows.append(row)
    except csv.Error as error:
        remedy = "Close each quotation mark, write one inside a text twice, and put nothing between it and the next comma."
        raise Refused(
            [Problem(f"{path.name} row {number + 1}", f"cannot be split into cells ({error}).", remedy)]
        ) from None
    if not numbers:
        raise Refused([Problem(path.name, "holds no header.", "Its first line must name the columns.")])
    return numbers, rows


def _ragged(file: str, width: int, numbers: list[int], rows: list[list[str]]) -> Iterator[Problem]:
    """Rows with more or fewer cells than the header."""
    found = [(number, len(row)) for number, row in zip(numbers, rows, strict=True) if len(row) != width]
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


def _span(numbers: list[int]) -> str:
    return f"rows {numbers[0]} to {numbers[-1]}" if len(numbers) > 1 else f"row {numbers[0]}"


def _headed(file: str, header: list[str], rules: dict[str, Column]) -> Iterator[Problem]:
    """What is wrong with the names of the columns: missing ones, each with the name it may be hidden behind, and what is there instead."""
    unknown = [name for name in header if name and name not in rules]
    for column in rules:
        if column not in header:
            meant = did_you_mean(column, tuple(unknown))
            hidden = next((name for name in unknown if meant == f"Did you mean {name}?"), None)
            if hidden:
                unknown.remove(hidden)
            add = "Add it and fill it." if rules[column].filled else "Add it; its cells may be empty."
            yield Problem(
                file,
                f"column {column} is missing.",
                f"Did you mean {hidden}? Rename that one." if hidden else add,
            )
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


def _shortened(file: str, found: list[Problem]) -> Iterator[Problem]:
    """Problems of one kind about the columns of a table: the first, and of the others how many."""
    yield from found[:FIRST]
    if more := found[FIRST:]:
        yield Problem(
            file,
            f"{len(more):,} more columns of this kind.",
            "Mend them in the same way.",
            doubt=more[0].doubt,
        )


def _unfit(table: Table, name: str, cells: tuple[str, ...], rule: Column) -> Iterator[Problem]:
    """What is wrong with the cells of one column."""
    each_once = set(cells)  # many rows say the same
    together = "".join(each_once)
    odd: dict[str, tuple[str, str]] = {}
    if not (together.isascii() and together.isprintable()):
        odd = {cell: wrong for cell in each_once if (wrong := unseen_in(cell, rule.filled))}
        yield from table.tell(
            name, [n for n, cell in enumerate(cells) if cell in odd] if odd else [], lambda n: odd[cells[n]]
        )
        lost = [n for n, cell in enumerate(cells) if LOST in cell] if LOST in together else []
        yield from table.tell(name, lost, lambda n: ("a letter was lost here (U+FFFD).", "Write it again."))
    if max(map(len, each_once), default=0) > LONGEST_CELL:
        long = [n for n, cell in enumerate(cells) if len(cell) > LONGEST_CELL]
        yield from table.tell(
            name, long, lambda n: (f"holds {len(cells[n]):,} characters.", f"Write at most {LONGEST_CELL:,}.")
        )
    if rule.filled and "" in each_once:
        yield from table.tell(
            name, [n for n, cell in enumerate(cells) if not cell], lambda n: ("is empty.", "It must be filled; the codebook says with what.")
        )  # fmt: skip
    if rule.form:
        # A cell with unseen letters has been told.
        unfit = {text for text in each_once if text and text not in odd and not rule.form.fits(text)}
        if unfit:
            yield from table.tell(
                name, [n for n, text in enumerate(cells) if text in unfit], lambda n: rule.form.says(cells[n])
            )
    if rule.once and len(each_once) < len(cells):
        again = table.again(name)

        def says(n: int) -> tuple[str, str]:
            return (
                f"{quoted(cells[n])} stands there a second time; row {table.rows[again[n]]} has it.",
                "Give each row its own.",
            )

        yield from table.tell(name, again, says)


def unseen_in(text: str, filled: bool = False) -> tuple[str, str] | None:
    """What is wrong with a text that holds letters nobody sees, or only such, and what to do; ``None`` for any other."""
    if text.isascii() and text.isprintable():
        return None
    if found := UNSEEN.search(text):
        if found[0] == "\n":
            return "holds a line break.", "Write the cell on one line."
        if found[0] == "\t":
            return "holds a tab.", "Write a blank instead."
        what = f"holds a letter that cannot be seen (U+{ord(found[0]):04X}) after {quoted(text[: found.start()][-20:])}."
        return what, "Take it out, or type the text again."
    kinds = [unicodedata.category(letter)[0] for letter in text]
    if filled and text and not set(kinds) & SEEN:
        return (
            f"holds nothing that can be seen (U+{ord(text[0]):04X}).",
            "It must be filled; the codebook says with what.",
        )
    marks = max((len(list(run)) for kind, run in groupby(kinds) if kind == "M"), default=0)
    if marks > MOST_MARKS:
        return f"holds {marks:,} accents and signs on one letter.", f"Keep at most {MOST_MARKS}."
    return None
