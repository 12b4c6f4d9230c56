"""Filling: texts of a table become cells of a workbook, days as days, numbers as numbers; a text is only ever
text.

A cell is a day or a number only where it is read back as the same text, to the letter.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import copy
from datetime import date
from typing import Any

from reported.dossier.dates import is_date
from reported.dossier.forms import DATE, FIGURE, NUMBER, UNSEEN, Column, is_formula
from reported.dossier.sheets import as_digits
from reported.files import CORE, HOUR, unzipped, zipped

WIDEST, NARROWEST = 60, 9  # letters of a column
FIRST_YEAR = 1900  # of a workbook's calendar
HEAD, GROUND = "FFFFFF", "1F4E79"  # inks of the header


def typed(text: str, rule: Column | None) -> Any:
    """A text as the value of a cell: a whole day or a number, where the column asks for one and the same text
    comes back; ``None`` for an empty cell."""
    form = rule.form if rule else None
    if form is not None and (form is NUMBER or form.kind == "integer"):
        if FIGURE.fullmatch(text) and as_digits(float(text)) == text:
            return float(text) if "." in text else int(text)
    elif form is DATE and len(text) == len("2000-01-01") and is_date(text):
        day = date.fromisoformat(text)
        return day if day.year > FIRST_YEAR else text  # spreadsheets differ about that year's days
    return text or None


def put(cell: Any, value: Any) -> None:
    """Put a value into a cell; a text stays one whatever it begins with, even when somebody edits it."""
    if isinstance(value, date) and value.year >= FIRST_YEAR:
        cell.value, cell.number_format = value, "yyyy-mm-dd"
        return
    if isinstance(value, (int, float)):
        cell.value = value
        return
    cell.value = value = as_text(str(value))
    cell.data_type = "s"
    cell.quotePrefix = is_formula(value)


def as_text(value: str) -> str:
    """A text without the letters that a workbook cannot hold."""
    return UNSEEN.sub(" ", value)


def width(column: Iterable[Any]) -> int:
    """How wide a column is to be, in letters: as wide as most of its cells ask for."""
    letters = sorted(len(str(value)) for value in column if value is not None)
    asked = letters[len(letters) * 9 // 10] if letters else 0
    return min(max(asked + 2, NARROWEST), WIDEST)


def fill(page: Any, columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]) -> None:
    """Fill a sheet with a header, which stays in sight and filters, and rows of days, numbers and texts."""
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    rows = list(rows)
    top = Alignment(vertical="top", wrap_text=True)
    bold, ground = Font(bold=True, color=HEAD), PatternFill("solid", fgColor=GROUND)
    looks: dict[tuple[int, ...], Any] = {}  # for openpyxl to look up an alignment takes longer than all else
    for y, row in enumerate((columns, *rows), 1):
        for x, value in enumerate(row, 1):
            if value is not None:
                cell = page.cell(y, x)
                put(cell, value)
                before = tuple(cell._style or ())
                if before in looks:
                    cell._style = copy(looks[before])
                else:
                    cell.alignment = top
                    looks[before] = copy(cell._style)
    for head in page[1]:
        head.font, head.fill = bold, ground
    for x, column in enumerate(zip(columns, *rows, strict=True), 1):
        page.column_dimensions[get_column_letter(x)].width = width(column)
    page.freeze_panes = "B2"
    page.auto_filter.ref = page.dimensions


def packed(book: Any, title: str) -> bytes:
    """A workbook as a file (XLSX) without the hour of its making: same content, same bytes."""
    book.properties.title, book.properties.creator = as_text(title), None
    made = io.BytesIO()
    book.save(made)
    parts = unzipped(made.getvalue())
    return zipped({**parts, CORE: HOUR.sub(b"", parts[CORE])})
