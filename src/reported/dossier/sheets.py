"""Sheets: what the cells of a workbook (XLSX or ODS) hold, each as the text that stands for it in a table.

A cell is read as it is shown, where that tells more than what is stored: a day of which only the month is
shown is a month, and a share shown in per cent keeps its sign. A formula is read by the value that was stored
with it. What cannot be read so is marked, and told where the cell is looked at; nothing becomes an empty cell
by itself.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn
from xml.etree import ElementTree

from reported.errors import Problem, Refused, quoted

LARGEST = 300_000_000  # bytes of a workbook when unpacked
MOST_REPEATED = 100_000  # times that one row or cell with content may be repeated
MOST_BLANKS = 1000  # in a row of a text
DIGITS = 15  # that a spreadsheet keeps of a number
YES, NO = "TRUE", "FALSE"  # as spreadsheets show them
UNREAD = "\0"  # in front of what a cell holds that cannot be read; no text of a file holds it
OLE = b"\xd0\xcf\x11\xe0"  # how a workbook with a password begins, and one of the older kind
BESIDE = re.compile(
    r'"[^"]*"|\\.|\[[^\]]*\]'
)  # what a number format shows as it stands, colours and languages
DAMAGED = "It is cut off or damaged: take a copy that opens in a spreadsheet, and save it there anew."


@dataclass
class Sheet:
    """A sheet as it was read: the text of each cell that is not empty, by row and column, both from 1."""

    name: str
    hidden: bool = False
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)  # such as A7:B8


def read(path: Path) -> list[Sheet]:
    """The sheets of a workbook, in their order. Raises Refused."""

    def refuse(what: str, remedy: str) -> NoReturn:
        raise Refused([Problem(path.name, what, remedy)]) from None

    if not path.is_file():
        refuse("is no ordinary file.", "A workbook must stand there.")
    try:
        data = path.read_bytes()
    except OSError as error:
        refuse(f"cannot be read ({error.strerror}).", "Allow it to be read.")
    if data.startswith(OLE):
        refuse(
            "is protected by a password, or of the older kind (XLS).",
            "Save it without a password, as XLSX or ODS.",
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(part.file_size for part in package.infolist())
            names = set(package.namelist())
            listed = package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
    except (zipfile.BadZipFile, zipfile.LargeZipFile, OSError, ValueError, NotImplementedError, RuntimeError):
        refuse("cannot be opened as a workbook.", DAMAGED)
    if size > LARGEST:
        refuse(f"holds {size / 1e6:,.0f} MB when it is unpacked.", "Keep to the tables of the dossier.")
    if b"encryption-data" in listed:
        refuse("is protected by a password.", "Save it without.")
    if "content.xml" not in names and "xl/workbook.xml" not in names:
        refuse("is no workbook, whatever its name says.", "Save it from a spreadsheet as XLSX or ODS.")
    try:
        return _ods(data) if "content.xml" in names else _xlsx(data)
    except _TooMany as error:
        refuse(str(error), "Delete the rows and columns that are not needed.")
    except Exception:  # a damaged part makes these libraries stumble in many ways
        refuse("cannot be read.", DAMAGED)


def letters(column: int) -> str:
    """The letters of a column as a spreadsheet shows them: 1 is A, 28 is AB."""
    made = ""
    while column:
        column, last = divmod(column - 1, 26)
        made = chr(ord("A") + last) + made
    return made


def as_digits(number: float) -> str:
    """A number as digits, with a point for decimals and no exponent: as many as a spreadsheet keeps."""
    return f"{Decimal(f'{number:.{DIGITS}g}'):f}"


def unread(text: str) -> tuple[str, str] | None:
    """What is wrong with a cell that could not be read, and what to do; ``None`` for any other."""
    if not text.startswith(UNREAD):
        return None
    held = text.removeprefix(UNREAD)
    if held.startswith("="):
        return (
            f"holds the formula {quoted(held)} without its value.",
            "Open the workbook in a spreadsheet and save it there, or write the value itself.",
        )
    return f"shows the error {held}.", "Mend the formula, or write what belongs there."


class _TooMany(Exception):
    """A cell with content is repeated more often than any table has rows."""


def _shown(value: Any, day: bool = True, month: bool = True, percent: bool = False) -> str:
    """A value as the text that stands for it; ``day``, ``month`` and ``percent``: what its format shows."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, (int, float)):
        return f"{as_digits(value * 100)}%" if percent else as_digits(value)
    if isinstance(value, datetime):
        if value.time() != time():
            return value.isoformat(" ")
        value = value.date()
    if isinstance(value, date):
        return value.isoformat()[: 10 if day else 7 if month else 4]
    return str(value)


# ── XLSX ─────────────────────────────────────────────────────────────────────────────────────────────────


def _xlsx(data: bytes) -> list[Sheet]:
    from openpyxl import load_workbook  # a tenth of a second, for those who have a workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it tells what it will not write again; nothing is written here
        book = load_workbook(io.BytesIO(data), keep_links=False)
        pages = {page.title: _cells_of(page) for page in book.worksheets}
        if any(cell.data_type == "f" for cells in pages.values() for cell in cells):
            values = load_workbook(io.BytesIO(data), keep_links=False, data_only=True)
            stored = {
                page.title: {place(cell): cell for cell in _cells_of(page)} for page in values.worksheets
            }
        else:
            stored = {title: {} for title in pages}
    return [
        Sheet(
            page.title,
            page.sheet_state != "visible",
            {place(cell): _xlsx_text(cell, stored[page.title]) for cell in pages[page.title]},
            sorted(str(merged) for merged in page.merged_cells.ranges),
        )
        for page in book.worksheets
    ]


def _cells_of(page: Any) -> list[Any]:
    """The cells of a sheet that hold something. Its own walk makes every empty cell on the way."""
    return [cell for _, cell in sorted(page._cells.items()) if cell.value not in (None, "")]


def place(cell: Any) -> tuple[int, int]:
    """Row and column of a cell of openpyxl."""
    return cell.row, cell.column


def _xlsx_text(cell: Any, stored: dict[tuple[int, int], Any]) -> str:
    if cell.data_type == "f":
        formula = getattr(cell.value, "text", cell.value)  # one for several cells is an object
        found = stored.get(place(cell))
        # A formula whose value is an empty text has one; without a value there is no text either.
        if found is None:
            return UNREAD + str(formula or "=")
        cell = found
    if cell.data_type == "e":
        return f"{UNREAD}{cell.value}"
    form = BESIDE.sub("", str(cell.number_format)).lower()
    return _shown(cell.value, "d" in form or not set("ym") & set(form), "m" in form, "%" in form)


# ── ODS ──────────────────────────────────────────────────────────────────────────────────────────────────

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "number": "urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}


def ods(name: str) -> str:
    """A name of OpenDocument, such as ``table:table-row``, as the parser gives it."""
    space, _, local = name.partition(":")
    return f"{{{_SPACES[space]}}}{local}"


GROUPS = {ods(f"table:table-{kind}") for kind in ("row-group", "header-rows", "rows", "column-group",
                                                     "header-columns", "columns")}  # fmt: skip
ROW, COLUMN = ods("table:table-row"), ods("table:table-column")
CELLS = {ods("table:table-cell"), ods("table:covered-table-cell")}
BLANKS = {ods("text:s"): " ", ods("text:tab"): "\t", ods("text:line-break"): "\n"}
REMARKS = {ods("office:annotation"), ods("office:annotation-end"), ods("text:note")}


@dataclass(frozen=True)
class _Format:
    """What a style of cells shows of a value."""

    kind: str = ""  # of a data style, such as date-style
    parts: frozenset[str] = frozenset()  # such as year, month, day


def _ods(data: bytes) -> list[Sheet]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        content = ElementTree.fromstring(package.read("content.xml"))
        common = package.read("styles.xml") if "styles.xml" in package.namelist() else b""
    trees = [ElementTree.fromstring(part) for part in (common,) if part] + [content]
    formats = _formats(trees)
    hidden = {
        style.get(ods("style:name"))
        for style in content.iter(ods("style:style"))
        for shown in style.iter(ods("style:table-properties"))
        if shown.get(ods("table:display")) == "false"
    }
    body = content.find(f"{ods('office:body')}/{ods('office:spreadsheet')}")
    return [
        _ods_sheet(table, formats, table.get(ods("table:style-name")) in hidden)
        for table in ([] if body is None else body.findall(ods("table:table")))
    ]


def _formats(trees: list[ElementTree.Element]) -> dict[str, _Format]:
    """What each style of cells shows, by its name."""
    data, styles = {}, {}
    for tree in trees:
        for style in tree.iter():
            name = style.get(ods("style:name"), "")
            space, _, kind = style.tag.removeprefix("{").partition("}")
            if space == _SPACES["number"] and kind.endswith("-style"):
                data[name] = _Format(kind, frozenset(part.tag.partition("}")[2] for part in style))
            elif style.tag == ods("style:style") and style.get(ods("style:data-style-name")):
                styles[name] = style.get(ods("style:data-style-name"), "")
    return {name: data[of] for name, of in styles.items() if of in data}


def _ods_sheet(table: ElementTree.Element, formats: dict[str, _Format], hidden: bool) -> Sheet:
    made = Sheet(table.get(ods("table:name"), ""), hidden)
    by_column = [
        (_times(column, "columns"), column.get(ods("table:default-cell-style-name"), ""))
        for column in _inside(table, COLUMN)
    ]
    y = 1
    for row in _inside(table, ROW):
        again, x = _times(row, "rows"), 1
        for cell in row:
            if cell.tag not in CELLS:
                continue
            times = _times(cell, "columns")
            own = cell.get(ods("table:style-name")) or row.get(ods("table:default-cell-style-name"))
            text = _ods_text(cell, formats.get(own or _of_column(by_column, x), _Format()))
            if text and times * again > MOST_REPEATED:
                raise _TooMany(f"repeats what stands in {made.name}!{letters(x)}{y} {times * again:,} times.")
            if text:
                made.cells |= {(y + j, x + i): text for j in range(again) for i in range(times)}
            if spans := _spans(cell):
                last = f"{letters(x + spans[0] - 1)}{y + spans[1] - 1}"
                made.merged.append(f"{letters(x)}{y}:{last}")
            x += times
        y += again
    return made


def _inside(table: ElementTree.Element, tag: str) -> Iterator[ElementTree.Element]:
    """The rows or columns of a table, in groups or not."""
    for part in table:
        if part.tag == tag:
            yield part
        elif part.tag in GROUPS:
            yield from _inside(part, tag)


def _times(part: ElementTree.Element, of: str) -> int:
    return int(part.get(ods(f"table:number-{of}-repeated"), "1"))


def _spans(cell: ElementTree.Element) -> tuple[int, int] | None:
    """How many columns and rows a cell goes across; ``None`` where it is one."""
    across = int(cell.get(ods("table:number-columns-spanned"), "1"))
    down = int(cell.get(ods("table:number-rows-spanned"), "1"))
    return (across, down) if across * down > 1 else None


def _of_column(by_column: list[tuple[int, str]], x: int) -> str:
    """The style that a column gives its cells."""
    for times, style in by_column:
        if x <= times:
            return style
        x -= times
    return ""


def _ods_text(cell: ElementTree.Element, form: _Format) -> str:
    kind, formula = cell.get(ods("office:value-type"), ""), cell.get(ods("table:formula"))
    text = "\n".join(_written(part) for part in cell if part.tag == ods("text:p"))
    if cell.get(ods("calcext:value-type")) == "error":
        return f"{UNREAD}{text or '#VALUE!'}"
    if not kind:
        return UNREAD + "=" + formula.partition("=")[2] if formula else text
    if kind == "boolean":
        return _shown(cell.get(ods("office:boolean-value")) == "true")
    try:
        return _ods_value(cell, kind, form)
    except ValueError:  # neither a number nor a day of our calendar
        return text or cell.get(ods("office:string-value"), "")


def _ods_value(cell: ElementTree.Element, kind: str, form: _Format) -> str:
    """A day or a number as it is shown. Raises ValueError for any other value."""
    if kind == "date":
        day = datetime.fromisoformat(cell.get(ods("office:date-value"), ""))
        parts = form.parts if form.kind == "date-style" else {"day"}
        return _shown(day, "day" in parts or not parts & {"year", "month"}, "month" in parts)
    if kind not in ("float", "percentage", "currency"):
        raise ValueError(kind)
    number = float(cell.get(ods("office:value"), ""))
    return (
        _shown(bool(number)) if form.kind == "boolean-style" else _shown(number, percent=kind == "percentage")
    )


def _written(part: ElementTree.Element) -> str:
    """The text of a paragraph, blanks and links as they are read, without the remarks beside it."""
    made = part.text or ""
    for inner in part:
        if inner.tag in BLANKS:
            made += BLANKS[inner.tag] * min(int(inner.get(ods("text:c"), "1")), MOST_BLANKS)
        elif inner.tag not in REMARKS:
            made += _written(inner)
        made += inner.tail or ""
    return made
