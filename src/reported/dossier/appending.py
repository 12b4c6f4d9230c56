"""Appending: a new row at the end of a table, in whichever form the table stands.

Of a workbook only the sheet is changed, and of it only the row: formats, remarks, formulas and other sheets
stay as they are. The row takes the look of the one above it.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from reported.dossier import storage
from reported.dossier.filling import typed
from reported.dossier.schema import COLUMNS
from reported.dossier.sheets import letters, ods
from reported.errors import Problem, Refused
from reported.staging import replace_file

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
CELL, COVERED, PARAGRAPH = ods("table:table-cell"), ods("table:covered-table-cell"), ods("text:p")
AGAIN, AGAIN_ROW = ods("table:number-columns-repeated"), ods("table:number-rows-repeated")
STYLE, KIND, VALUE = ods("table:style-name"), ods("office:value-type"), ods("office:value")


def append(folder: Path, table: str, row: Mapping[str, str]) -> Path:
    """Write a row, its cells by column, at the end of a table of a dossier; cells of columns that the table
    does not have are left out. The file that was changed. Raises Refused.
    """
    header, path = storage.header(folder, table), storage.workbook(folder)
    cells = [row.get(column, "").strip() for column in header]
    if path is None:
        path = folder / f"{table}.csv"
        data, line = path.read_bytes(), io.StringIO()
        end = b"\r\n" if b"\r\n" in data else b"\n"
        csv.writer(line, lineterminator="").writerow(cells)
        replace_file(path, data.rstrip(b"\r\n") + end + line.getvalue().encode() + end)
        return path
    values = [typed(cell, COLUMNS[table].get(column)) for column, cell in zip(header, cells, strict=True)]
    # A day becomes a text: only a format, which the cell above need not have, would show a number as one.
    values = [
        value if isinstance(value, (int, float)) else cell for value, cell in zip(values, cells, strict=True)
    ]
    number = storage.rows(folder)[table].numbers[-1]  # of the last row that holds something
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        name, content = (_in_ods if "content.xml" in package.namelist() else _in_xlsx)(
            package, table, number, values
        )
    replace_file(path, _replaced(data, name, content))
    return path


def _replaced(data: bytes, name: str, content: bytes) -> bytes:
    """A zip with one file of it replaced, all others as they were and in their order."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.infolist():
            new.writestr(part, content if part.filename == name else old.read(part))
    return made.getvalue()


def _written(tree: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True))


def _parsed(data: bytes) -> Any:
    from lxml import etree

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))


def _unwritable(sheet: str) -> NoReturn:
    remedy = "Write the row in the spreadsheet itself."
    raise Refused([Problem(f"sheet {sheet}", "is built in a way that no row can be added to.", remedy)])


# ── XLSX ─────────────────────────────────────────────────────────────────────────────────────────────────


def _in_xlsx(package: zipfile.ZipFile, table: str, number: int, values: list[Any]) -> tuple[str, bytes]:
    """The part of a workbook that holds a sheet, with a row behind the one of this number."""
    from lxml import etree

    name = _part_of(package, table)
    tree = _parsed(package.read(name))
    rows = {int(row.get("r", "0")): row for row in tree.iter(f"{MAIN}row")}
    if number not in rows:
        _unwritable(table)
    above = {cell.get("r", ""): cell.get("s") for cell in rows[number]}
    new = rows.get(number + 1)
    if new is None:  # else it stands there without content
        new = etree.Element(f"{MAIN}row", r=str(number + 1))
        rows[number].addnext(new)
    given = {cell.get("r", ""): cell for cell in new}
    for x, value in enumerate(values, 1):
        if value == "":
            continue
        at, style = f"{letters(x)}{number + 1}", above.get(f"{letters(x)}{number}")
        cell = given[at] = etree.Element(f"{MAIN}c", r=at, **({"s": style} if style else {}))
        if isinstance(value, str):
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, f"{MAIN}is"), f"{MAIN}t")
            text.set(SPACE, "preserve")
            text.text = value
        else:
            etree.SubElement(cell, f"{MAIN}v").text = str(value)
    new[:] = sorted(given.values(), key=lambda cell: (len(cell.get("r", "")), cell.get("r", "")))
    for said in tree.findall(f"{MAIN}dimension"):  # how far the sheet reached; it need not be said
        tree.remove(said)
    return name, _written(tree)


def _part_of(package: zipfile.ZipFile, table: str) -> str:
    """The name of the part of a workbook that holds the sheet of a table."""
    links = {
        link.get("Id"): link.get("Target", "") for link in _parsed(package.read("xl/_rels/workbook.xml.rels"))
    }
    for sheet in _parsed(package.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        if _is(sheet.get("name", ""), table):
            target = str(links[sheet.get(RELATION)])
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    _unwritable(table)


def _is(name: str, table: str) -> bool:
    return name.strip().casefold() == table


# ── ODS ──────────────────────────────────────────────────────────────────────────────────────────────────


def _in_ods(package: zipfile.ZipFile, table: str, number: int, values: list[Any]) -> tuple[str, bytes]:
    """The content of a workbook, with a row behind the one of this number in one of its sheets."""
    from lxml import etree

    tree = _parsed(package.read("content.xml"))
    page = next(page for page in tree.iter(ods("table:table")) if _is(page.get(ods("table:name"), ""), table))
    last, y = None, 0
    for row in page.iter(ods("table:table-row")):
        y += int(row.get(AGAIN_ROW, "1"))
        if y >= number:
            last = row
            break
    if last is None or y != number:
        _unwritable(table)
    new, styles = etree.Element(last.tag), list(_styles(last))
    if last.get(STYLE):
        new.set(STYLE, last.get(STYLE))
    for x, value in enumerate(values):
        cell = etree.SubElement(new, CELL)
        if x < len(styles) and styles[x]:
            cell.set(STYLE, styles[x])
        if value == "":
            continue
        cell.set(KIND, "string" if isinstance(value, str) else "float")
        if not isinstance(value, str):
            cell.set(VALUE, str(value))
        etree.SubElement(cell, PARAGRAPH).text = str(value)
    last.addnext(new)
    return "content.xml", _written(tree)


def _styles(row: Any) -> Iterator[str]:
    """The style of each cell of a row."""
    for cell in row:
        if cell.tag in (CELL, COVERED):
            yield from [cell.get(STYLE, "")] * min(int(cell.get(AGAIN, "1")), 1000)
