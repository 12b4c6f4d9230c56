"""Checks: everything that is wrong with a dossier, and what may be, before anybody builds on it.

What would make a number mean something else stops every reading of the dossier (``dossier.read``). Here
stands beside it what the dossier's own schema asks for, and doubts: what can be meant but is more often a
slip.
"""

from __future__ import annotations

import math
import re
import sys
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from reported.build import doubts
from reported.dossier import reader
from reported.dossier.codebook import SCHEMA, described, in_step, no_package
from reported.dossier.forms import FIGURE, Form
from reported.dossier.places import find
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import Table, undisturbed
from reported.errors import Problem, Refused, quoted
from reported.imports import ADDRESSES, without

if TYPE_CHECKING:
    from frictionless import Field, Schema

LARGE = 50_000_000  # bytes of a dossier that are not read at once
SLOWEST = 5.0  # seconds that a pattern may take for a column
LONGEST_PATTERN = 100_000  # letters of a pattern with its repetitions
MOST_TOLD = 300  # letters of what a schema asks for
# What a schema can ask of a column of each type that shows without the library of schemas.
PLAIN = {
    "all": {"required", "unique"},
    "string": {"enum", "pattern"},
    "integer": {"minimum", "maximum"},
    "number": set[str](),
}
DIGITS = re.compile("[0-9]{1,15}")
TEXTS = {"required", "unique", "enum"}  # what a schema can ask of texts, beside a pattern, that shows at once
_one_at_a_time = Lock()  # what loads the library of schemas is no matter of two threads


def _to_stderr(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


Showing = Callable[[str], None]


def announced(folder: Path, show: Showing) -> Showing:
    """Say at once where a dossier takes its time to read; returns what shows how far one is with it, which
    for others shows nothing.
    """
    size = sum(
        path.stat().st_size
        for path in folder.iterdir()
        if path.suffix in (".csv", ".xlsx", ".ods", ".toml", ".json") and path.is_file()
    )
    if size <= LARGE:
        return lambda line: None
    show(f"Reading {size / 1e6:,.0f} MB of tables; this may take minutes …")
    return show


@undisturbed()
def check(folder: str | Path = "", show: Showing = _to_stderr) -> list[Problem]:
    """Everything wrong with a dossier, and the doubts about it; ``show`` is given a line at each step where
    that takes its time.

    Raises Refused where there is no dossier at all.
    """
    folder = find(folder)
    further = announced(folder, show)
    plan, tables, problems = reader.examine(folder)
    told = {problem.where for problem in problems}
    problems += [problem for problem in held_to_schema(folder, tables, further) if problem.where not in told]
    further("Looking at words and letters …")
    told = {problem.where for problem in problems}
    problems += [doubt for doubt in doubts.of(plan, tables, told) if doubt.where not in told]
    return sorted(problems, key=lambda problem: problem.doubt)


@undisturbed()
def held_to_schema(folder: Path, tables: Mapping[str, Table], show: Showing) -> list[Problem]:
    """What the dossier's own schema asks for and the tables do not hold; ``show`` as above."""
    show(f"Holding {sum(len(table.rows) for table in tables.values()):,} rows to the schema …")
    return [*_held_to_schema(folder / SCHEMA, tables)]


def _held_to_schema(path: Path, tables: Mapping[str, Table]) -> Iterator[Problem]:
    if not path.exists():
        remedy = "Copy that of another dossier and adapt it, if others are to use the tables."
        yield Problem(
            path.name,
            "is missing, so the tables were held against no schema of their own.",
            remedy,
            doubt=True,
        )
        return
    try:
        package = described(path.parent)
        if all(_plainly_held(tables, part) for part in package["resources"] if part["name"] in tables):
            return
        with _one_at_a_time, without(ADDRESSES):
            # 0.5 s to import, and only a schema needs it.
            from frictionless import FrictionlessException, Schema

            try:
                asked = {
                    part["name"]: Schema.from_descriptor(part["schema"])
                    for part in package["resources"]
                    if part["name"] in tables
                }
            except (FrictionlessException, KeyError, TypeError, AttributeError, RecursionError):
                raise Refused([no_package()]) from None
    except Refused as refused:
        yield from refused.problems
        return
    for name, schema in asked.items():
        yield from _unlike(tables[name], schema)


def _plainly_held(tables: Mapping[str, Table], part: Mapping[str, Any]) -> bool:
    """Whether a table holds what is asked of it, as far as that shows without the library of schemas: the
    codebook's own schema, whose columns may be described and restricted in other words.
    """
    name, asked = part["name"], part["schema"]
    own = next(one["schema"] for one in in_step({"resources": []})["resources"] if one["name"] == name)
    table, rules = tables[name], COLUMNS[name]
    fields = asked.get("fields")
    if not (
        isinstance(fields, list)
        and {**asked, "fields": 0}.items() <= {**own, "fields": 0}.items()
        and len(fields) == len(own["fields"])
        and all(map(_plain, fields, own["fields"]))
    ):
        return False
    unique = [[field["name"]] for field in fields if field.get("constraints", {}).get("unique")]
    keys = [key for key in [*unique, asked.get("primaryKey", [])] if table.columns.keys() >= set(key)]
    return not any(table.again(*key) for key in keys if key) and all(
        _plainly_fit(table.each(field["name"]), rules[field["name"]].form, field)
        for field in fields
        if field["name"] in table.columns
    )


def _plain(field: Any, own: Mapping[str, Any]) -> bool:
    """Whether a schema asks of a column nothing but what ``_plainly_fit`` knows, in words that the library
    would take."""
    if not isinstance(field, dict) or not isinstance(field.get("constraints", {}), dict):
        return False
    asked = field.get("constraints", {})
    return (
        field.keys() <= own.keys() | {"constraints"}
        and all(field.get(what) == own[what] for what in ("name", "type"))
        and all(isinstance(field.get(what, ""), str) for what in ("title", "description"))
        and asked.keys() <= PLAIN["all"] | PLAIN[own["type"]]
        and all(type(asked.get(what, True)) is bool for what in ("required", "unique"))
        and isinstance(asked.get("pattern", ""), str)
        and all(type(asked.get(what, 0)) is int for what in ("minimum", "maximum"))
        and isinstance(words := asked.get("enum", []), list)
        and all(isinstance(word, str) for word in words)
    )


def _plainly_fit(texts: frozenset[str], form: Form | None, field: Mapping[str, Any]) -> bool:
    """Whether the cells of a column are what a plain schema asks for."""
    asked = field.get("constraints", {})
    filled = texts - {""}
    if (asked.get("required") and len(filled) < len(texts)) or not filled <= {*asked.get("enum", filled)}:
        return False
    if field["type"] == "number":
        return all(map(FIGURE.fullmatch, filled))
    if field["type"] == "integer":
        least, most = asked.get("minimum", 0), asked.get("maximum", math.inf)
        return all(DIGITS.fullmatch(text) and least <= int(text) <= most for text in filled)
    if not (pattern := asked.get("pattern")):
        return True
    if form and form.asks and form.asks.get("pattern") == pattern:
        # What fits the form fits its pattern.
        filled = frozenset(text for text in filled if not form.fits(text))
    try:
        return not _unmatched(pattern, dict(zip(filled, filled, strict=True)))
    except (TimeoutError, _NoPattern):
        return False


def _unlike(table: Table, schema: Schema) -> Iterator[Problem]:
    """What a schema does not allow in a table as it was read here: cells, and rows that share a key."""
    for field in schema.fields:
        yield from _cells_unlike(table, field)
    keys = {
        tuple(schema.primary_key),
        *((field.name,) for field in schema.fields if field.constraints.get("unique")),
    }
    for key in sorted(keys):
        if key and table.columns.keys() >= set(key):
            yield from _keyed_alike(table, key)


def _cells_unlike(table: Table, field: Field) -> Iterator[Problem]:
    cells, pattern = table.columns.get(field.name, ()), field.constraints.pop("pattern", None)
    what = f"what it asks of {table.file} column {field.name}"
    try:
        read, asks = field.create_cell_reader(), _asks(field)
        # Each text once: the library takes its time for each.
        texts = table.each(field.name) if cells else ()
        read_as = {text: read(text) for text in texts if asks(text)}
        notes = {text: "; ".join(wrong.values()) for text, (_, wrong) in read_as.items() if wrong}
        if pattern:
            values = {text: read_as.get(text, (text,))[0] for text in texts}
            unfit = _unmatched(pattern, {text: value for text, value in values.items() if value is not None})
            notes |= {
                text: "; ".join(filter(None, [notes.get(text), f'constraint "pattern" is "{pattern}"']))
                for text in unfit
            }
    except TimeoutError:
        remedy = "Write it without a repetition within a repetition."
        yield Problem(
            SCHEMA, f"{what}, the pattern {quoted(pattern)}, takes more than {SLOWEST:g} seconds.", remedy
        )
        return
    except _NoPattern as error:
        yield Problem(SCHEMA, f"{what}, the pattern {quoted(pattern)}, is none ({error}).", "Mend it.")
        return
    except (TypeError, ValueError, ArithmeticError):
        # A smallest or largest value that is of another type than the cells.
        yield Problem(SCHEMA, f"{what} can be asked of no cell.", "Mend it.")
        return

    def says(n: int) -> tuple[str, str]:
        note = notes[cells[n]]
        note = note if len(note) <= MOST_TOLD else f"{note[:MOST_TOLD]} …"
        return f"{quoted(cells[n])} does not fit {SCHEMA} ({note}).", "Mend the one or the other."

    yield from table.tell(field.name, table.holding(field.name, notes), says)


def _asks(field: Field) -> Callable[[str], bool]:
    """Which texts the library must be asked about: where a column takes any text, or any of a list, those
    that stand for none and those not in the list."""
    if (field.type, field.format) != ("string", "default") or field.constraints.keys() - TEXTS:
        return lambda text: True
    words = field.constraints.get("enum")
    listed = {word for word in words or () if isinstance(word, str)}
    none = {"", *field.missing_values, *(field.schema.missing_values if field.schema else ())}
    return lambda text: text in none or (words is not None and text not in listed)


class _NoPattern(Exception):
    """A text that cannot be read as a pattern."""


def _unmatched(pattern: str, values: dict[str, Any]) -> list[str]:
    """The names of values that a pattern does not fit as a whole. Raises TimeoutError where it takes too
    long, and _NoPattern.
    """
    import regex  # reads a pattern as the library of schemas does, which has no end to the time it takes

    # Each repetition is written out, so that a few letters could fill the memory.
    if (
        len(pattern) * math.prod(max(1, int(times)) for times in re.findall(r"\{([0-9]{1,9})", pattern))
        > LONGEST_PATTERN
    ):
        raise _NoPattern("it is too long, or repeats too much")
    try:
        re.compile(f"^{pattern}$")  # what the library cannot read is none, even where more could be read
        fits = regex.compile(f"^{pattern}$").match
    except (re.error, regex.error, OverflowError) as error:
        raise _NoPattern(error) from None
    except RecursionError:
        raise _NoPattern("it is nested too deeply") from None
    if _all_matched(pattern, values.values()):
        return []
    end = time.thread_time() + SLOWEST
    return [
        name
        for name, value in values.items()
        if not fits(value, timeout=max(end - time.thread_time(), 0.001))
    ]


def _all_matched(pattern: str, texts: Collection[str]) -> bool:
    """Whether a pattern that can be read fits each text: asked of all at once, a line each, which is sooner
    than one by one. What could look beyond its line is not asked so.
    """
    import regex

    lines = "\n".join(texts)
    if not texts or re.search(r"[\\|]|\(\?", pattern) or lines.count("\n") >= len(texts) or "" in texts:
        return False
    try:
        # As many matches as lines, each from the beginning of one: each is one line.
        return len(regex.findall(f"(?m)^{pattern}$", lines, timeout=SLOWEST)) == len(texts)
    except TimeoutError:
        return False


def _keyed_alike(table: Table, key: tuple[str, ...]) -> Iterator[Problem]:
    again = table.again(*key)

    def says(n: int) -> tuple[str, str]:
        return (
            f"row {table.rows[again[n]]} has the same {' and '.join(key)}, a key in {SCHEMA}.",
            "Give each row its own.",
        )

    yield from table.tell(key[-1], again, says)
