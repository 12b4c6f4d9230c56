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
from typing import Any

import pandas as pd

from reported import dossier as dossiers
from reported import typefaces
from reported.dossier import CAPACITY, COLUMNS, HEDGES
from reported.hedges import look_up_all
from reported.places import find
from reported.plan import Plan
from reported.problems import Problem, Refused, quoted
from reported.tables import FIRST, LOST, Table, text_of

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
    from frictionless import FrictionlessException, Resource, Schema  # 0.5 s to import, and only a schema needs it

    try:
        described = {part["name"]: part["schema"] for part in json.loads(text_of(path))["resources"]}
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
        # Only the tables as they were read here: what their files look like has been told, and no other file is opened.
        names = [field for field in schema.field_names if field in tables[name].columns]
        schema = Schema.from_descriptor(
            {**schema.to_descriptor(), "fields": [schema.get_field(n).to_descriptor() for n in names], "foreignKeys": []}
        )
        rows = zip(*(tables[name].columns[field] for field in names), strict=True)
        report = Resource(data=[names, *map(list, rows)], schema=schema).validate()
        yield from _said(tables[name], [error for task in report.tasks for error in task.errors])


def _said(table: Table, errors: list[Any]) -> Iterator[Problem]:
    """The errors of one table in our words, those of one column together."""
    by_column: dict[str, dict[int, str]] = {}
    for error in errors:
        number = getattr(error, "row_number", 0)
        if number and hasattr(error, "field_name"):
            by_column.setdefault(error.field_name, {})[number - 2] = error.note
        elif error.type != "blank-row":  # of the columns that the schema names; the row was read whole
            yield Problem(table.file, f"does not fit {SCHEMA} ({error.note}).", "Mend the one or the other.")
    for column, notes in by_column.items():
        yield from table.tell(column, notes, partial(_unlike, table[column], notes))


def _unlike(cells: list[str], notes: dict[int, str], n: int) -> tuple[str, str]:
    return f"{quoted(cells[n])} does not fit {SCHEMA} ({notes[n]}).", "Mend the one or the other."


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
