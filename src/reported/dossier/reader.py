"""The reader: plain tables, or a workbook, and one TOML file become a dossier, what was said, by whom, when,
in which words.

``data/README.md`` is the codebook. Everything that is wrong is said at once; a dossier can be had as it stood
on an earlier day.
"""

from __future__ import annotations

import math
from collections import namedtuple
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import Any

import pandas as pd

from reported.dossier import outlines, storage, superseded
from reported.dossier import plan as plans
from reported.dossier.claim import OWN_KIND, Claim, Source
from reported.dossier.dates import known_by
from reported.dossier.forms import NUMBER
from reported.dossier.places import find
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS, TABLES, Denial, Event, Row, Wording
from reported.dossier.tables import Table, undisturbed
from reported.dossier.validation import cross_checks
from reported.errors import Problem, Refused
from reported.files import of_file


@dataclass(frozen=True)
class Dossier:
    """A dossier in memory: the plan, and the rows of its five tables, ``texts`` as they were read. What hands
    out a table makes it for who asks."""

    folder: Path
    plan: Plan
    documents: tuple[Source, ...]
    said: tuple[Claim, ...]
    denied: tuple[Denial, ...]
    happened: tuple[Event, ...]
    vocabulary: tuple[Wording, ...]
    day: date | None = None
    language: str = "en"  # of its texts
    texts: Mapping[str, Table] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def sources(self) -> pd.DataFrame:
        """The documents as a table, one row a document, dates as the text that was given."""
        return frame("sources", self.documents)

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The claims as a table; as ``sources``."""
        return frame("claims", self.said)

    @cached_property
    def denials(self) -> pd.DataFrame:
        """What was denied as a table; as ``sources``."""
        return frame("denials", self.denied)

    @cached_property
    def events(self) -> pd.DataFrame:
        """What happened as a table; as ``sources``."""
        return frame("events", self.happened)

    @cached_property
    def hedges(self) -> pd.DataFrame:
        """The vocabulary as a table; as ``sources``."""
        return frame("hedges", self.vocabulary)

    @property
    def examined(self) -> pd.DataFrame:
        """The documents that are not our own, as a table."""
        return self.sources[self.sources["publisher_kind"] != OWN_KIND]

    def as_of(self, day: date | None) -> Dossier:
        """The dossier as it stood at the end of ``day``; ``None`` for all of it.

        A partial date counts as its last possible day, and an undated document as later than any day, so that
        nothing can leak backwards. What we assume is known from the day of its document, like everything
        else; and a claim stands until what took its place was public.
        """
        if day is None:
            return self
        documents = tuple(source for source in self.documents if known_by(source.published, day))
        known = {source.source_id for source in documents}
        said = tuple(claim for claim in self.said if claim.source_id in known)
        names = {claim.claim_id for claim in said}
        return replace(
            self,
            day=day,
            documents=documents,
            said=tuple(superseded.as_known(claim, names) for claim in said),
            denied=tuple(denial for denial in self.denied if denial.source_id in known),
            happened=tuple(
                event
                for event in self.happened
                if event.source_id in known and known_by(event.date_start, day)
            ),
        )


def frame(table: str, rows: Iterable[Row], *more: str) -> pd.DataFrame:
    """Rows of a table as a data frame: its columns, and ``more`` of what a row holds. Numbers are floats, all
    else as it is."""
    rows, rules = list(rows), COLUMNS[table]
    made = pd.DataFrame(
        {name: [getattr(row, name) for row in rows] for name in (*rules, *more)}, dtype=object
    )
    return made.astype({name: float for name, rule in rules.items() if rule.form is NUMBER})


def each(table: pd.DataFrame) -> Iterator[Any]:
    """Each row of a data frame as a named tuple. Reads a table of text many times faster than
    ``DataFrame.itertuples``."""
    return map(_row_of(*table.columns)._make, zip(*table.to_numpy(dtype=object).T.tolist(), strict=True))


@cache  # Python makes a class for each, and few tables differ in their columns
def _row_of(*columns: str) -> type[Any]:
    return namedtuple("Row", columns, rename=True)


def read(folder: str | Path = "") -> Dossier:
    """Read a dossier. Raises Refused with every problem that would make its numbers mean something else.

    A dossier that is asked for again and again, and is still the same to the letter, is read once; what a
    caller does to its tables stays its own.
    """
    folder = find(folder)
    while True:
        content = _content(folder)
        read_once = _read(folder, content)
        if content == _content(folder):  # else it was edited while it was read
            return replace(read_once)


def _content(folder: Path) -> tuple[str, ...]:
    """The digests of the files that a dossier is read from."""
    files = [folder / "dossier.toml", *storage.files(folder)]
    return tuple(map(of_file, [*files, *folder.glob(outlines.FILE)]))


@lru_cache(maxsize=1)
@undisturbed()
def _read(folder: Path, content: tuple[str, ...]) -> Dossier:
    plan, found, problems = examine(folder)
    if grave := [problem for problem in problems if not problem.doubt]:
        raise Refused(grave)
    assert plan is not None  # else there was a problem
    documents = tuple(_rows("sources", found["sources"]))
    by_id = {source.source_id: source for source in documents}
    sources = [by_id[name] for name in found["claims"]["source_id"]]
    return Dossier(
        folder,
        plan,
        documents,
        tuple(_rows("claims", found["claims"], sources)),
        tuple(_rows("denials", found["denials"])),
        tuple(_rows("events", found["events"])),
        tuple(_rows("hedges", found["hedges"])),
        texts=found,
    )


def _rows(name: str, table: Table, *more: Iterable[Any]) -> Iterator[Any]:
    """The rows of a table, each with ``more``: an empty number is nan."""
    columns = [
        [float(cell) if cell else math.nan for cell in table[column]]
        if rule.form is NUMBER
        else table[column]
        for column, rule in COLUMNS[name].items()
    ]
    return map(TABLES[name], *columns, *more)


def examine(folder: Path) -> tuple[Plan | None, dict[str, Table], list[Problem]]:
    """The plan and the tables of a dossier, as far as they can be read, and everything wrong with them."""
    plan, problems = plans.read(folder / "dossier.toml")
    found, wrong = storage.tables(folder)
    problems += wrong
    problems += cross_checks(plan, found)
    if plan and plan.places:
        problems += outlines.problems(folder)
    return plan, found, problems
