"""The tables of an edition to take away: a workbook, and the claims and the codebook as CSV.

A claim's row holds its document and what this edition makes of it, so that it can be read alone. Days are
days, numbers are numbers, and a text is only ever text: no program takes one for a formula.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from reported.document.assembly import Section, every_claim
from reported.dossier import filling
from reported.dossier.codebook import allowed, explained
from reported.dossier.forms import DATE, NUMBER, Column
from reported.dossier.reader import Dossier
from reported.dossier.schema import COLUMNS
from reported.edition import Edition
from reported.wording.findings import as_number, cell
from reported.wording.language import say

CLAIMS, CODEBOOK = "claims", "codebook"
# Of a claim's document, beside the claim.
DOCUMENT = (
    "title",
    "publisher",
    "publisher_kind",
    "published",
    "url",
    "language",
    "reached_via",
    "reliability",
)
# What this edition makes of a claim, each with the kind of its cells.
MADE = {"said": "string", "low": "number", "high": "number", "base_unit": "string", "used_in": "string"}


@dataclass(frozen=True)
class Sheet:
    """A table by its name: its columns, and rows of days, numbers and texts; ``None`` for an empty cell."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def sheets(parts: list[Section], edition: Edition) -> list[Sheet]:
    """The claims, documents, denials and events that an edition knows, and what their columns mean."""
    dossier = _with_its_letters(edition)
    given = {"sources": dossier.documents, "denials": dossier.denied, "events": dossier.happened}
    tables = [_sheet(name, COLUMNS[name], rows) for name, rows in given.items()]
    return [_claims(parts, edition), *tables, _codebook(edition)]


def _with_its_letters(edition: Edition) -> Dossier:
    """The dossier as the edition knows it, letters that no font has among the others."""
    return edition.whole.as_of(edition.record.parameters.day)


def _sheet(name: str, columns: Mapping[str, Column], rows: Iterable[Any]) -> Sheet:
    cells = (tuple(_typed(getattr(row, column), rule) for column, rule in columns.items()) for row in rows)
    return Sheet(name, tuple(columns), tuple(cells))


def _claims(parts: list[Section], edition: Edition) -> Sheet:
    """Every claim with its document and with what its wording allows in this edition."""
    as_given = {claim.claim_id: claim for claim in _with_its_letters(edition).said}
    own, of_document = COLUMNS["claims"], {name: COLUMNS["sources"][name] for name in DOCUMENT}
    rows = []
    for claim, made in every_claim(parts, edition).items():
        row = edition.record.row(claim)
        given = as_given.get(claim, row)
        low = row.interval.low if row.interval.floored else math.inf
        told = {
            "said": made["said"],
            "low": as_number(low),
            "high": as_number(row.interval.high),
            "base_unit": made["base_unit"],
            "used_in": " ".join(made["notebooks"]) or None,
        }
        rows.append((
            *(_typed(getattr(given, name), rule) for name, rule in own.items()),
            *(_typed(getattr(given.source, name), rule) for name, rule in of_document.items()),
            *(told[name] for name in MADE),
        ))  # fmt: skip
    return Sheet(CLAIMS, (*own, *of_document, *MADE), tuple(rows))


def _codebook(edition: Edition) -> Sheet:
    """What each column means and may hold, in the words of the dossier."""
    package = explained(edition.record.dossier.folder, edition.record.plan)
    fields = {part["name"]: part["schema"]["fields"] for part in package["resources"]}
    rows = [
        (table, field["name"], field["type"], field["description"], allowed(field) or None)
        for table in (CLAIMS, "sources", "denials", "events")
        for field in fields.get(table, ())  # a package need not describe all of them
    ]
    documents = {field["name"]: field["description"] for field in fields.get("sources", ())}
    more = [(CLAIMS, name, "string", documents.get(name), None) for name in DOCUMENT]
    more += [
        (CLAIMS, name, kind, say(f"workbook-{name.replace('_', '-')}"), None) for name, kind in MADE.items()
    ]
    place = len(fields.get(CLAIMS, ()))
    columns = tuple(
        say(f"codebook-sheet.{column}") for column in ("table", "column", "kind", "means", "allowed")
    )
    return Sheet(CODEBOOK, columns, (*rows[:place], *more, *rows[place:]))


def _typed(value: Any, rule: Column) -> Any:
    """A cell of the dossier as what it is: a whole day, a number, or a text. A day that is known in part only
    stays a text.
    """
    if value == "" or (isinstance(value, float) and math.isnan(value)):
        return None
    if rule.form is NUMBER:
        return as_number(value)
    if rule.form is not None and rule.form.kind == "integer":
        return int(value)
    if rule.form is DATE and len(value) == len("2000-01-01"):
        return date.fromisoformat(value)
    return value


def as_csv(sheet: Sheet) -> bytes:
    """A sheet as CSV, safe to be opened in a spreadsheet: what would be taken for a formula begins with an
    apostrophe.
    """
    made = io.StringIO()
    write = csv.writer(made, lineterminator="\n")
    write.writerows([sheet.columns, *([_written(value) for value in row] for row in sheet.rows)])
    return made.getvalue().encode()


def _written(value: Any) -> str:
    if isinstance(value, float):
        return f"{value:.12g}"
    return "" if value is None else str(cell(str(value) if isinstance(value, (date, int)) else value))


def as_workbook(sheets: Sequence[Sheet], title: str) -> bytes:
    """Sheets as one workbook (XLSX), their heads frozen and to be filtered by. Same content, same bytes."""
    from openpyxl import Workbook  # a third of a second, which not every command has to wait for

    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        filling.fill(book.create_sheet(sheet.name), sheet.columns, sheet.rows)
    return filling.packed(book, title)
