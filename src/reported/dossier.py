"""The dossier: what was said, by whom, when, and in which words.

A dossier is a folder of plain tables and one TOML file (``data/README.md`` is its codebook). This room reads it, says everything
that is wrong with it at once, and can hand out the dossier as it stood on an earlier day.
"""

from __future__ import annotations

import calendar
import math
import re
import tomllib
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

import networkx as nx
import pandas as pd
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

from reported.places import find
from reported.problems import Problem, Refused, did_you_mean

TABLES = ("sources", "claims", "denials", "events", "hedges")
CAPACITY = "capacity_"  # in front of a hedge code: what something could hold, not what was counted
CODES = (
    "gt", "ge", "lt", "le", "approx", "approx_ge", "odd", "odd_ge", "nearly",
    "several", "dozens", "tens_of", "hundreds_of", "range", "exact", "none",
)  # fmt: skip
OWN_BASIS = "assumed"  # claims of our own; they are conventions, not evidence, so no day is too early for them
PARTIAL_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quantity(_Entry):
    """A thing that is counted: its nouns for the prose and its units as factors to the base unit."""

    label: str
    one: str
    many: str
    units: dict[str, float]
    series: tuple[str, ...] = ()
    phrase: str = "{}"  # how a figure stands in a sentence of its own
    strand: str = ""  # "exchange" where it measures what went the other way

    @field_validator("units", mode="before")
    @classmethod
    def _ratios(cls, units: dict) -> dict:
        # "1/30.4375" is how a person writes a month; a typed-out reciprocal would be a number nobody can check.
        def factor(text: str) -> float:
            above, _, below = text.partition("/")
            return float(Fraction(above) / Fraction(below or 1))

        return {name: factor(value) if isinstance(value, str) else value for name, value in units.items()}


class Series(_Entry):
    """A way of counting that must not be pooled with another."""

    label: str
    note: str = ""


class Relation(_Entry):
    """``product = factors[0] × factors[1]``; ``stand_in`` names quantities that may take a factor's place in a ratio."""

    id: str
    product: str
    factors: tuple[str, str]
    reads: str
    caution: str = ""
    stand_in: dict[str, str] = {}


class Headline(_Entry):
    """A claim under examination, and the retelling in which most readers met it."""

    claim: str
    retold: str | None = None


class Dial(_Entry):
    """What a reader may suppose: another value of a quantity in one of its units, or (``share``) what part of it counts, in per cent."""

    quantity: str
    unit: str = ""  # empty: the unit with the factor 1
    label: str = ""  # empty: that of the quantity
    share: bool = False

    @property
    def key(self) -> str:
        """The dial's name in an address."""
        return self.quantity + ("_share" if self.share else f"_in_{self.unit}" if self.unit else "")


class About(_Entry):
    """Title page and standing sentences of a dossier."""

    id: str
    title: str
    subject: str
    question: str
    description: str
    caveat: str
    license: str = ""


class Plan(_Entry):
    """All of ``dossier.toml``."""

    dossier: About
    quantities: dict[str, Quantity]
    series: dict[str, Series] = {}
    relations: tuple[Relation, ...] = ()
    headline: tuple[Headline, ...] = ()
    dials: tuple[Dial, ...] = ()
    names: dict[str, str] = {}  # short names of institutions, written out
    items: dict[str, str] = {}  # codes of what was counted, in words; "a/b" is a kind of "a"
    governments: dict[str, str] = {}  # institutions of one government: short name to the government's name


@dataclass(frozen=True)
class Dossier:
    """A dossier in memory: the plan and its five tables (pandas, one row a record, dates as the text that was given)."""

    folder: Path
    plan: Plan
    sources: pd.DataFrame
    claims: pd.DataFrame
    denials: pd.DataFrame
    events: pd.DataFrame
    hedges: pd.DataFrame
    day: date | None = None

    def as_of(self, day: date | None) -> Dossier:
        """The dossier as it stood at the end of ``day``; ``None`` for all of it.

        A partial date counts as its last possible day, and an undated document as later than any day, so that nothing can
        leak backwards. Assumptions of our own stay: they are conventions, not evidence.
        """
        if day is None:
            return self
        # With a type of its own an empty table keeps its columns.
        public = pd.Series([known_by(published, day) for published in self.sources["published"]], self.sources.index, dtype=bool)
        known = self.sources[public]
        own = self.claims["basis"].eq(OWN_BASIS)
        claims = self.claims[self.claims["source_id"].isin(known["source_id"]) | own]
        happened = pd.Series([known_by(start, day) for start in self.events["date_start"]], self.events.index, dtype=bool)
        events = self.events[self.events["source_id"].isin(known["source_id"]) & happened]
        kept = self.sources["source_id"].isin({*known["source_id"], *claims["source_id"]})
        return replace(
            self,
            day=day,
            sources=self.sources[kept].reset_index(drop=True),
            claims=claims.reset_index(drop=True),
            denials=self.denials[self.denials["source_id"].isin(known["source_id"])].reset_index(drop=True),
            events=events.reset_index(drop=True),
        )


def each(table: pd.DataFrame) -> Iterator[Any]:
    """Each row of a table as a named tuple. Reads a table of text many times faster than ``DataFrame.itertuples``."""
    row = namedtuple("Row", table.columns, rename=True)
    return map(row._make, zip(*table.to_numpy(dtype=object).T.tolist(), strict=True))


def first_day(text: str) -> date | None:
    """First day a partial date (YYYY, YYYY-MM, YYYY-MM-DD) can mean; ``None`` for an empty one."""
    if not text:
        return None
    return date.fromisoformat(text + "-01-01"[len(text) - 4 :])  # what is left out is the first


def last_day(text: str) -> date | None:
    """Last day a partial date can mean; ``None`` for an empty one."""
    if not text:
        return None
    if len(text) == 10:
        return date.fromisoformat(text)
    year, month = int(text[:4]), int(text[5:] or 12)
    return date(year, month, calendar.monthrange(year, month)[1])


def known_by(text: str, day: date) -> bool:
    """Whether something dated ``text`` was certainly public at the end of ``day``."""
    last = last_day(text)
    return last is not None and last <= day


def relayed(cell: str) -> list[tuple[str, bool]]:
    """Claims named in a ``relays`` cell, each with whether the link is our inference (``?`` behind the id)."""
    return [(name.removesuffix("?"), name.endswith("?")) for name in cell.split()]


def read(folder: str | Path = "") -> Dossier:
    """Read a dossier. Raises Refused with every problem that would make its numbers mean something else."""
    folder = find(folder)
    plan, problems = _read_plan(folder / "dossier.toml")
    tables = {}
    for name in TABLES:
        try:
            table = pd.read_csv(folder / f"{name}.csv", dtype=object, keep_default_na=False, encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
            problems.append(Problem(f"{name}.csv", f"cannot be read ({error}).", "It must be a UTF-8 table with commas."))
            continue
        tables[name] = table
        missing = [column for column in COLUMNS[name] if column not in table.columns]
        for column in missing:
            problems.append(Problem(f"{name}.csv", f"column {column} is missing.", did_you_mean(column, tuple(table.columns))))
    if problems:
        raise Refused(problems)
    typed = tables["claims"]
    numbers = {column: pd.to_numeric(typed[column], errors="coerce") for column in ("value", "value_high")}
    dossier = Dossier(folder=folder, plan=plan, **tables | {"claims": typed.assign(**numbers)})
    problems = list(_cross_checks(dossier, typed))
    if problems:
        raise Refused(problems)
    return dossier


def check(folder: str | Path = "") -> list[Problem]:
    """Everything wrong with a dossier: the Frictionless schema first, then what only the whole can show."""
    from frictionless import Package  # 0.5 s to import, and only checking needs it

    folder = find(folder)
    problems = []
    schema = folder / "datapackage.json"
    if not schema.is_file():
        problems.append(Problem(schema.name, "is missing, so nothing was held against a schema.", "Copy one and adapt it."))
    for task in Package(str(schema)).validate().tasks if schema.is_file() else ():
        for error in task.errors:
            row = f" row {error.row_number}" if hasattr(error, "row_number") else ""
            column = f" column {error.field_name}" if hasattr(error, "field_name") else ""
            problems.append(Problem(f"{task.place}{row}{column}", error.note.rstrip(".") + ".", "See data/README.md."))
    try:
        read(folder)
    except Refused as refused:
        problems += refused.problems
    return problems


COLUMNS = {
    "sources": [
        "source_id",
        "title",
        "publisher",
        "publisher_kind",
        "language",
        "url",
        "published",
        "reached_via",
        "reliability",
        "reliability_reason",
        "note",
    ],
    "claims": [
        "claim_id",
        "source_id",
        "quantity",
        "stated",
        "gloss",
        "hedge",
        "value",
        "value_high",
        "unit",
        "item",
        "item_code",
        "speaker",
        "institution",
        "credited",
        "origin_id",
        "relays",
        "relation",
        "basis",
        "period_start",
        "period_end",
        "cumulative",
        "series",
        "alternative_group",
        "credibility",
        "credibility_reason",
        "status",
        "note",
    ],
    "denials": [
        "denial_id",
        "source_id",
        "said_on",
        "speaker",
        "institution",
        "type",
        "scope",
        "targets",
        "addresses_quantity",
        "stated",
        "gloss",
        "note",
    ],
    "events": [
        "event_id",
        "source_id",
        "date_start",
        "date_end",
        "event",
        "parties",
        "strand",
        "item",
        "basis",
        "credibility",
        "credibility_reason",
        "note",
    ],
    "hedges": ["wording", "language", "code", "low", "high", "note"],
}


def _read_plan(path: Path) -> tuple[Plan | None, list[Problem]]:
    try:
        return Plan.model_validate(tomllib.loads(path.read_text("utf-8"))), []
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return None, [Problem(path.name, f"cannot be read ({error}).")]
    except ValidationError as error:
        return None, [Problem(f"{path.name} {'.'.join(map(str, e['loc']))}", f"{e['msg'].lower()}.") for e in error.errors()]


def _cross_checks(dossier: Dossier, typed: pd.DataFrame):
    """Problems that no single cell shows: dangling names, impossible dates, values that contradict each other."""
    plan, claims = dossier.plan, dossier.claims

    def at(table: str, row: int, column: str) -> str:
        return f"{table}.csv row {row + 2} column {column}"  # the header is row 1, as a spreadsheet shows it

    sources = dict.fromkeys(dossier.sources["source_id"])
    for name, key in (
        ("sources", "source_id"),
        ("claims", "claim_id"),
        ("denials", "denial_id"),
        ("events", "event_id"),
    ):
        ids = getattr(dossier, name)[key]
        for row in ids.index[ids.duplicated()]:
            yield Problem(at(name, row, key), f"{ids[row]} stands here a second time.", "Give each row an id of its own.")
        if name != "sources":
            for row, source in enumerate(getattr(dossier, name)["source_id"]):
                if source not in sources:
                    yield Problem(
                        at(name, row, "source_id"), f"no source is called {source!r}.", did_you_mean(source, tuple(sources))
                    )
    for name, columns in (
        ("sources", ["published"]),
        ("claims", ["period_start", "period_end"]),
        ("events", ["date_start", "date_end"]),
        ("denials", ["said_on"]),
    ):
        for column in columns:
            texts = getattr(dossier, name)[column]
            wrong = {text for text in set(texts) if text and not _is_date(text)}
            for row, text in enumerate(texts if wrong else ()):
                if text in wrong:
                    yield Problem(
                        at(name, row, column),
                        f"{text!r} is no date.",
                        "Write YYYY-MM-DD, or YYYY-MM or YYYY where only that is known.",
                    )

    known = dict.fromkeys(claims["claim_id"])

    @cache  # many claims share their codes
    def miscoded(*codes: str) -> list[tuple[str, str, str]]:
        return list(_miscoded(plan, *codes))

    coded = (claims[column] for column in ("quantity", "unit", "hedge", "item_code", "series"))
    for row, codes in enumerate(zip(*coded, strict=True)):
        for column, what, remedy in miscoded(*codes):
            yield Problem(at("claims", row, column), what, remedy)
    for column in ("value", "value_high"):
        for row, (text, number) in enumerate(zip(typed[column], claims[column], strict=True)):
            if text and not 0 < number < math.inf:
                remedy = "Write digits only, with a point for decimals."
                yield Problem(at("claims", row, column), f"{text!r} is not a positive number.", remedy)
    for row in claims.index[claims["value_high"] <= claims["value"]]:
        remedy = "A range goes from low to high; leave it empty otherwise."
        yield Problem(at("claims", row, "value_high"), "is not above value.", remedy)
    for row, cell in enumerate(claims["relays"]):
        for other, _ in relayed(cell):
            if other not in known:
                yield Problem(at("claims", row, "relays"), f"no claim is called {other!r}.", did_you_mean(other, tuple(known)))
    for circle in _circles(claims):
        yield Problem(
            "claims.csv column relays",
            f"{' → '.join(circle)} retell each other in a circle.",
            "One of them must be the first.",
        )
    for number, relation in enumerate(plan.relations, 1):
        for quantity in (relation.product, *relation.factors, *relation.stand_in, *relation.stand_in.values()):
            if quantity not in plan.quantities:
                yield Problem(
                    f"dossier.toml relation {number}",
                    f"{quantity!r} is no quantity.",
                    did_you_mean(quantity, tuple(plan.quantities)),
                )
    for number, headline in enumerate(plan.headline, 1):
        for name in filter(None, (headline.claim, headline.retold)):
            if name not in known:
                yield Problem(
                    f"dossier.toml headline {number}",
                    f"no claim is called {name!r}.",
                    did_you_mean(name, tuple(known)),
                )
    tied = {quantity for relation in plan.relations for quantity in (relation.product, *relation.factors)}
    for number, dial in enumerate(plan.dials, 1):
        where = f"dossier.toml dial {number}"
        if dial.quantity not in tied:
            yield Problem(where, f"no relation has a {dial.quantity!r}.", did_you_mean(dial.quantity, tuple(tied)))
        elif dial.unit and dial.unit not in plan.quantities[dial.quantity].units:
            units = tuple(plan.quantities[dial.quantity].units)
            yield Problem(where, f"{dial.quantity} has no unit {dial.unit!r}.", did_you_mean(dial.unit, units))
        if dial.share and not dial.label:
            yield Problem(where, "is a share without a label.", "Say of what it is the share.")
        if (dial.quantity, dial.share) in [(other.quantity, other.share) for other in plan.dials[: number - 1]]:
            yield Problem(where, f"{dial.quantity} stands there a second time.", "One dial is enough.")
    for quantity_id, quantity in plan.quantities.items():
        for series in quantity.series:
            if series not in plan.series:
                yield Problem(
                    f"dossier.toml quantities.{quantity_id}",
                    f"{series!r} is no series.",
                    did_you_mean(series, tuple(plan.series)),
                )


def _miscoded(plan: Plan, quantity_id: str, unit: str, hedge: str, items: str, series: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the codes of a claim: column, problem, remedy."""
    quantity = plan.quantities.get(quantity_id)
    if quantity is None:
        yield "quantity", f"{quantity_id!r} is not in dossier.toml.", did_you_mean(quantity_id, tuple(plan.quantities))
    elif unit not in quantity.units:
        yield "unit", f"{quantity_id} has no unit {unit!r}.", did_you_mean(unit, tuple(quantity.units))
    if hedge.removeprefix(CAPACITY) not in CODES:
        yield "hedge", f"no hedge is called {hedge!r}.", did_you_mean(hedge, CODES)
    for code in items.split():
        if code not in plan.items:
            yield "item_code", f"{code!r} is not among the items of dossier.toml.", did_you_mean(code, tuple(plan.items))
    if series and series not in plan.series:
        yield "series", f"{series!r} is not in dossier.toml.", did_you_mean(series, tuple(plan.series))


def _circles(claims: pd.DataFrame) -> list[list[str]]:
    relays = {name: relayed(cell) for name, cell in zip(claims["claim_id"], claims["relays"], strict=True) if cell}
    # What relays nothing closes no circle.
    links = nx.DiGraph((name, other) for name, others in relays.items() for other, _ in others if other in relays)
    return [sorted(group) for group in nx.strongly_connected_components(links) if len(group) > 1] + [
        [n] for n in nx.nodes_with_selfloops(links)
    ]


def _is_date(text: str) -> bool:
    try:
        return bool(PARTIAL_DATE.fullmatch(text)) and first_day(text) <= last_day(text)
    except ValueError:
        return False
