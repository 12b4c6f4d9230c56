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
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from reported.analysis.hedges import look_up_all
from reported.dossier import reader
from reported.dossier.claim import CODES, OWN_BASIS, RETELLING, relayed
from reported.dossier.codebook import SCHEMA, described, no_package
from reported.dossier.dates import first_day, is_date, last_day
from reported.dossier.forms import NUMBER, is_number
from reported.dossier.places import find
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS, Wording
from reported.dossier.tables import FIRST, LOST, Table
from reported.errors import Problem, Refused, quoted, short
from reported.figures import fonts
from reported.imports import ADDRESSES, without

if TYPE_CHECKING:
    from frictionless import Field, Schema

LARGE = 50_000_000  # bytes of a dossier that are not read at once
SLOWEST = 5.0  # seconds that a pattern may take for a column
LONGEST_PATTERN = 100_000  # letters of a pattern with its repetitions
MOST_TOLD = 300  # letters of what a schema asks for
DAY = timedelta(days=1)
# An accent beside its letter, or a joiner: the text of the PDF holds it, but a chart there cannot.
BESIDE = re.compile(r"[^\W\d_]?[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe00-\ufe0f\u200d\u034f]")
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
        if path.suffix in (".csv", ".toml", ".json") and path.is_file()
    )
    if size <= LARGE:
        return lambda line: None
    show(f"Reading {size / 1e6:,.0f} MB of tables; this may take minutes …")
    return show


def check(folder: str | Path = "", show: Showing = _to_stderr) -> list[Problem]:
    """Everything wrong with a dossier, and the doubts about it; ``show`` is given a line at each step where
    that takes its time.

    Raises Refused where there is no dossier at all.
    """
    folder = find(folder)
    further = announced(folder, show)
    plan, tables, problems = reader.examine(folder)
    told = {problem.where for problem in problems}
    further(f"Holding {sum(len(table.rows) for table in tables.values()):,} rows to the schema …")
    problems += [problem for problem in _held_to_schema(folder / SCHEMA, tables) if problem.where not in told]
    further("Looking at words and letters …")
    problems += [
        doubt for doubt in (*_doubts(plan, tables), *_undrawn(plan, tables)) if doubt.where not in told
    ]
    return sorted(problems, key=lambda problem: problem.doubt)


def _held_to_schema(path: Path, tables: dict[str, Table]) -> Iterator[Problem]:
    """What the dossier's own schema asks for and the tables do not hold."""
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
        read = field.create_cell_reader()
        # Each text once: many rows say the same, and the library takes its time for each.
        read_as = {text: read(text) for text in set(cells)}
        notes = {text: "; ".join(wrong.values()) for text, (_, wrong) in read_as.items() if wrong}
        if pattern:
            unfit = _unmatched(
                pattern, {text: value for text, (value, _) in read_as.items() if value is not None}
            )
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
    found = [n for n, text in enumerate(cells) if text in notes] if notes else []

    def says(n: int) -> tuple[str, str]:
        note = notes[cells[n]]
        note = note if len(note) <= MOST_TOLD else f"{note[:MOST_TOLD]} …"
        return f"{quoted(cells[n])} does not fit {SCHEMA} ({note}).", "Mend the one or the other."

    yield from table.tell(field.name, found, says)


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
    end = time.thread_time() + SLOWEST
    return [
        name
        for name, value in values.items()
        if not fits(value, timeout=max(end - time.thread_time(), 0.001))
    ]


def _keyed_alike(table: Table, key: tuple[str, ...]) -> Iterator[Problem]:
    again = table.again(*key)

    def says(n: int) -> tuple[str, str]:
        return (
            f"row {table.rows[again[n]]} has the same {' and '.join(key)}, a key in {SCHEMA}.",
            "Give each row its own.",
        )

    yield from table.tell(key[-1], again, says)


def _doubts(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """What is more often a slip than meant: a wording beside a hedge that does not go with it, a headline
    that no sum can hold.
    """
    if "claims" not in tables or "sources" not in tables:
        return
    claims, sources = tables["claims"], tables["sources"]
    language = dict(zip(sources["source_id"], sources["language"], strict=True))
    if "hedges" in tables:
        yield from _worded_otherwise(claims, language, tables["hedges"])
    for name, table in tables.items():
        yield from _shortened_numbers(name, table)
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    yield from _odd_retellings(plan, claims, published)
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    for number, headline in enumerate(plan.headline if plan else (), 1):
        for name in filter(None, (headline.claim, headline.retold)):
            where = f"dossier.toml headline {number}"
            if name in rows and claims["status"][rows[name]] in ("retracted", "superseded"):
                what = f"{quoted(name)} is {claims['status'][rows[name]]}, so it enters no sum."
                yield Problem(
                    where, what, "Name another claim, unless its withdrawal is the subject.", doubt=True
                )
            if name in rows and published.get(claims["source_id"][rows[name]]) == "":
                what = (
                    f"the document of {quoted(name)} has no date, so no edition of an earlier day knows it."
                )
                yield Problem(where, what, "Date the document, if only by its year.", doubt=True)


def _shortened_numbers(name: str, table: Table) -> Iterator[Problem]:
    """Numbers as a spreadsheet shortens them."""
    remedy = "A spreadsheet writes so what it may have cut; write all digits."
    for column, cells in table.columns.items():
        if COLUMNS[name][column].form is NUMBER:
            found = [n for n, cell in enumerate(cells) if "e" in cell.lower() and is_number(cell)]
            says = partial(
                lambda cells, n: (f"{quoted(cells[n])} may be short for a number with other digits.", remedy),
                cells,
            )
            yield from (replace(problem, doubt=True) for problem in table.tell(column, found, says))


def _odd_retellings(plan: Plan | None, claims: Table, published: dict[str, str]) -> Iterator[Problem]:
    """Claims from a document older than that of what they retell, and retellings that are about another
    quantity.
    """
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    links = enumerate(claims["relays"])
    linked = {n: [rows[name] for name, _ in relayed(cell) if name in rows] for n, cell in links if cell}
    for wrong in (_of_later, partial(_of_another_quantity, plan)):
        says = {n: told for n, others in linked.items() if (told := wrong(claims, n, others, published))}
        yield from (replace(one, doubt=True) for one in claims.tell("relays", list(says), says.__getitem__))


def _of_later(claims: Table, n: int, linked: list[int], published: dict[str, str]) -> tuple[str, str] | None:
    """What is said of a claim that goes back to one that was published later, with the remedy."""

    def day(row: int) -> str:
        return published.get(claims["source_id"][row], "")

    # An assumption of ours that rests on later claims is refused.
    own = _first_and_last(day(n))
    if claims["relation"][n] == "with" or claims["basis"][n] == OWN_BASIS or not own:
        return None
    for other in linked:
        theirs = _first_and_last(day(other))
        if theirs and own[1] + DAY < theirs[0]:  # a day counts for nothing: dates are those of two places
            name = quoted(claims["claim_id"][other])
            what = f"goes back to {name} of {day(other)}, but its document is of {day(n)}."
            return what, "Look at both dates, and at which of the two was first."
    return None


def _first_and_last(text: str) -> tuple[date, date] | None:
    first, last = (first_day(text), last_day(text)) if text and is_date(text) else (None, None)
    return (first, last) if first and last else None


def _of_another_quantity(
    plan: Plan | None, claims: Table, n: int, linked: list[int], published: dict[str, str]
) -> tuple[str, str] | None:
    """What is said of a claim that retells one about another quantity, with the remedy."""
    kind, counted = claims["relation"][n], claims["quantity"]
    if kind not in RETELLING or not plan or counted[n] not in plan.quantities:
        return None
    for other in linked:
        if counted[other] in plan.quantities and counted[other] != counted[n]:
            name = quoted(claims["claim_id"][other])
            what = f"{kind} {name}, which is about {short(counted[other])}, not {short(counted[n])}."
            return what, "Name a claim about the same, or make the relation derives or with."
    return None


def _undrawn(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """Texts for the pages with letters that no font of the briefing has, or that no chart can hold."""

    def missing(text: str) -> list[str]:
        return [letter for letter in fonts.undrawable(text) if letter != LOST]

    def what(text: str) -> tuple[str, str]:
        remedy = "Write it in other letters, or add a font; where it is printed, no briefing can be made."
        if missing(text):
            return (
                f"holds letters that no font of the briefing can draw: {', '.join(missing(text)[:FIRST])}.",
                remedy,
            )
        beside = ", ".join(sorted(set(BESIDE.findall(text)))[:FIRST])
        return (
            f"holds accents or joiners beside a letter: {beside}.",
            "Write it without; where it stands in a chart, no briefing can be made.",
        )

    def odd(text: str) -> bool:
        return not text.isascii() and bool(missing(text) or BESIDE.search(text))

    for name, table in tables.items():
        for column, cells in table.columns.items():
            printed = name != "hedges" and column != "note" and not COLUMNS[name][column].form
            if printed and odd("".join(set(cells))):
                found = [n for n, cell in enumerate(cells) if odd(cell)]
                says = partial(lambda cells, n: what(cells[n]), cells)
                yield from (replace(problem, doubt=True) for problem in table.tell(column, found, says))
    told = plan.model_dump_json() if plan else ""
    if odd(told):
        yield Problem("dossier.toml", *what(told), doubt=True)


def _worded_otherwise(claims: Table, language: dict[str, str], hedges: Table) -> Iterator[Problem]:
    """Claims whose words the vocabulary reads as another hedge."""
    columns = zip(hedges["wording"], hedges["language"], hedges["code"], strict=True)
    words = (Wording(wording, of, code, math.nan, math.nan, "") for wording, of, code in columns)
    vocabulary = [word for word in words if word.code in CODES]
    said = list(
        zip(claims["stated"], (language.get(source, "") for source in claims["source_id"]), strict=True)
    )
    each_once = dict.fromkeys(said)
    read_as = dict(zip(each_once, look_up_all(each_once, vocabulary), strict=True))

    def differs(hedge: str, code: str | None) -> bool:
        # A word with no number beside it makes no figure.
        spoken = hedge in CODES and hedge != "none"
        return bool(code and spoken and hedge != code)

    def says(n: int) -> tuple[str, str]:
        words, code = quoted(claims["stated"][n]), read_as[said[n]]
        return (
            f"{claims['hedge'][n]} does not go with {words}, which hedges.csv reads as {code}.",
            "Look at the words again.",
        )

    found = [n for n, hedge in enumerate(claims["hedge"]) if differs(hedge, read_as[said[n]])]
    yield from (replace(problem, doubt=True) for problem in claims.tell("hedge", found, says))
