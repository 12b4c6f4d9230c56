"""Checks: everything that is wrong with a dossier, and what may be, before anybody builds on it.

What would make a number mean something else stops every reading of the dossier (``dossier.read``). Here stands beside it what the
dossier's own schema asks for, and doubts: what can be meant but is more often a slip.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from reported import dossier as dossiers
from reported import typefaces
from reported.dossier import CAPACITY, COLUMNS, HEDGES
from reported.hedges import look_up_all
from reported.imports import ADDRESSES, without
from reported.places import find
from reported.plan import Plan
from reported.problems import Problem, Refused, quoted
from reported.tables import FIRST, LOST, Table, text_of

if TYPE_CHECKING:
    from frictionless import Field, Schema

SCHEMA = "datapackage.json"


def check(folder: str | Path = "") -> list[Problem]:
    """Everything wrong with a dossier, and the doubts about it. Raises Refused where there is no dossier at all."""
    folder = find(folder)
    plan, tables, problems = dossiers.examine(folder)
    told = {problem.where for problem in problems}
    problems += [problem for problem in _held_to_schema(folder / SCHEMA, tables) if problem.where not in told]
    problems += [*_doubts(plan, tables), *_undrawn(plan, tables)]
    return sorted(problems, key=lambda problem: problem.doubt)


def _held_to_schema(path: Path, tables: dict[str, Table]) -> Iterator[Problem]:
    """What the dossier's own schema asks for and the tables do not hold."""
    if not path.exists():
        remedy = "Copy that of another dossier and adapt it, if others are to use the tables."
        yield Problem(path.name, "is missing, so the tables were held against no schema of their own.", remedy, doubt=True)
        return
    from frictionless import FrictionlessException, Schema  # 0.5 s to import, and only a schema needs it

    try:
        described = {part["name"]: part["schema"] for part in json.loads(text_of(path))["resources"]}
        with without(ADDRESSES):
            schemas = {name: Schema.from_descriptor(described[name]) for name in tables if name in described}
    except Refused as refused:
        yield from refused.problems
        return
    except json.JSONDecodeError as error:
        yield Problem(f"{path.name} line {error.lineno}", f"cannot be read: {error.msg}.", "Mend the line.")
        return
    except (KeyError, TypeError, AttributeError, RecursionError, FrictionlessException):
        yield Problem(
            path.name, "is no data package with a name and a schema for each table.", "Copy that of another dossier and adapt it."
        )
        return
    for name, schema in schemas.items():
        yield from _unlike(tables[name], schema)


def _unlike(table: Table, schema: Schema) -> Iterator[Problem]:
    """What a schema does not allow in a table as it was read here: cells, and rows that share a key."""
    for field in schema.fields:
        yield from _cells_unlike(table, field)
    keys = {tuple(schema.primary_key), *((field.name,) for field in schema.fields if field.constraints.get("unique"))}
    for key in sorted(keys):
        if key and table.columns.keys() >= set(key):
            yield from _keyed_alike(table, key)


def _cells_unlike(table: Table, field: Field) -> Iterator[Problem]:
    cells, read = table.columns.get(field.name, ()), field.create_cell_reader()
    try:
        # Each text once: many rows say the same, and the library takes its time for each.
        notes = {text: "; ".join(found.values()) for text in set(cells) if (found := read(text)[1])}
    except TypeError:  # a smallest or largest value that is of another type than the cells
        yield Problem(SCHEMA, f"what it asks of {table.file} column {field.name} can be asked of no cell.", "Mend it.")
        return
    found = [n for n, text in enumerate(cells) if text in notes] if notes else []

    def says(n: int) -> tuple[str, str]:
        return f"{quoted(cells[n])} does not fit {SCHEMA} ({notes[cells[n]]}).", "Mend the one or the other."

    yield from table.tell(field.name, found, says)


def _keyed_alike(table: Table, key: tuple[str, ...]) -> Iterator[Problem]:
    again = table.again(*key)

    def says(n: int) -> tuple[str, str]:
        return f"row {table.rows[again[n]]} has the same {' and '.join(key)}, a key in {SCHEMA}.", "Give each row its own."

    yield from table.tell(key[-1], again, says)


def _doubts(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """What is more often a slip than meant: a wording beside a hedge that does not go with it, a headline that no sum can hold."""
    if "claims" not in tables or "sources" not in tables:
        return
    claims, sources = tables["claims"], tables["sources"]
    language = dict(zip(sources["source_id"], sources["language"], strict=True))
    if "hedges" in tables:
        yield from _worded_otherwise(claims, language, tables["hedges"])
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    for number, headline in enumerate(plan.headline if plan else (), 1):
        for name in filter(None, (headline.claim, headline.retold)):
            where = f"dossier.toml headline {number}"
            if name in rows and claims["status"][rows[name]] in ("retracted", "superseded"):
                what = f"{quoted(name)} is {claims['status'][rows[name]]}, so it enters no sum."
                yield Problem(where, what, "Name another claim, unless its withdrawal is the subject.", doubt=True)
            if name in rows and published.get(claims["source_id"][rows[name]]) == "":
                what = f"the document of {quoted(name)} has no date, so no edition of an earlier day knows it."
                yield Problem(where, what, "Date the document, if only by its year.", doubt=True)


def _undrawn(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """Texts for the pages with letters that no font of the briefing has."""
    remedy = "Write it in other letters, or add a font; where it is printed, no briefing can be made."

    def what(text: str) -> str:
        return f"holds letters that no font of the briefing can draw: {', '.join(typefaces.undrawable(text)[:FIRST])}."

    for name, table in tables.items():
        for column, cells in table.columns.items():
            printed = name != "hedges" and column != "note" and not COLUMNS[name][column].form
            if printed and set(typefaces.undrawable("".join(cells))) - {LOST}:
                found = [n for n, cell in enumerate(cells) if set(typefaces.undrawable(cell)) - {LOST}]
                says = partial(lambda cells, n: (what(cells[n]), remedy), cells)
                yield from (replace(problem, doubt=True) for problem in table.tell(column, found, says))
    told = plan.model_dump_json() if plan else ""
    if typefaces.undrawable(told):
        yield Problem("dossier.toml", what(told), remedy, doubt=True)


def _worded_otherwise(claims: Table, language: dict[str, str], hedges: Table) -> Iterator[Problem]:
    """Claims whose words the vocabulary reads as another hedge."""
    vocabulary = pd.DataFrame({column: hedges[column] for column in COLUMNS["hedges"]}, dtype=object)
    vocabulary = vocabulary[vocabulary["code"].isin(HEDGES)]
    said = list(zip(claims["stated"], (language.get(source, "") for source in claims["source_id"]), strict=True))
    each_once = dict.fromkeys(said)
    read_as = dict(zip(each_once, look_up_all(each_once, vocabulary), strict=True))

    def differs(hedge: str, code: str | None) -> bool:
        # A word with no number beside it makes no figure.
        return bool(code) and hedge in HEDGES and hedge != "none" and hedge.removeprefix(CAPACITY) != code.removeprefix(CAPACITY)

    def says(n: int) -> tuple[str, str]:
        words, code = quoted(claims["stated"][n]), read_as[said[n]]
        return f"{claims['hedge'][n]} does not go with {words}, which hedges.csv reads as {code}.", "Look at the words again."

    found = [n for n, hedge in enumerate(claims["hedge"]) if differs(hedge, read_as[said[n]])]
    yield from (replace(problem, doubt=True) for problem in claims.tell("hedge", found, says))
