"""Denials: what was answered to the reports, which of it disputes a number, and what each figure met.

A denial of the whole speaks to no number. That a figure was not confirmed by those it is ascribed to is no
denial, and is kept apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reported.analysis import origins
from reported.analysis.record import Record
from reported.dossier.claim import Claim
from reported.dossier.dates import last_day
from reported.dossier.schema import OF_THE_RECORD

# Kinds of answers, in the order in which a chart shows them.
KINDS = ("categorical", "evidential", "legal", "dismissal", "acknowledged", "no_comment")
UNCONFIRMED = "unconfirmed"  # what a statement is that is no answer
SUPPLY = "supply"  # the target of an answer to the supply as such
FIGURE, OTHER_FIGURE, AS_SUCH, ELSE = "figure", "other figure", "supply", "else"  # what an answer speaks of


@dataclass(frozen=True)
class Answers:
    """What was answered to the figures of a record; ``statements`` are its denials, oldest first."""

    record: Record
    statements: Sequence[Any]

    @cached_property
    def given(self) -> list[Any]:
        """The answers."""
        return [row for row in self.statements if row.type != UNCONFIRMED]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each answer in tables and charts."""
        return {row.denial_id: n for n, row in enumerate(self.given, 1)}

    @cached_property
    def disputing(self) -> list[Any]:
        """The answers that dispute a number."""
        return [row for row in self.given if row.addresses_quantity == "yes"]

    @cached_property
    def early(self) -> list[Any]:
        """The answers given before the first of the figures was published."""
        days = (last_day(self.record.first_published(row)) for row in self.record.headlines())
        first = min(filter(None, days), default=None)
        return [row for row in self.given if first and (said := last_day(row.said_on)) and said < first]

    @cached_property
    def _told(self) -> dict[str, set[str]]:
        """Each figure under examination with every claim that tells it."""
        told = origins.all_told(self.record.rows(), [row.claim_id for row in self.record.headlines()])
        return {name: {row.claim_id for row in rows} for name, rows in told.items()}

    @cached_property
    def examined(self) -> set[str]:
        """Every claim that tells a figure under examination."""
        return set().union(*self._told.values())

    def named(self, row: Any) -> list[Claim]:
        """The claims that a statement is about."""
        return [claim for claim in map(self.record.claim, row.targets.split()) if claim]

    def met_by(self, figure: Claim) -> list[Any]:
        """The answers that name a figure under examination, in any telling of it."""
        return [row for row in self.given if self._told[figure.claim_id] & set(row.targets.split())]

    def about(self, row: Any) -> str:
        """What an answer speaks of."""
        targets = set(row.targets.split())
        if targets & self.examined:
            return FIGURE
        return OTHER_FIGURE if targets - {SUPPLY} else AS_SUCH if targets else ELSE

    def alike(self) -> list[list[Claim]]:
        """The figures under examination, those together that the same answers name."""
        groups: dict[tuple[str, ...], list[Claim]] = {}
        for figure in self.record.headlines():
            groups.setdefault(tuple(row.denial_id for row in self.met_by(figure)), []).append(figure)
        return list(groups.values())

    def unconfirmed(self) -> list[Any]:
        """Statements that those to whom a figure under examination is ascribed have not confirmed it."""
        behind = bodies(self.record)
        return [
            row
            for row in self.statements
            if row.type == UNCONFIRMED
            and (row.institution in behind or self.examined & set(row.targets.split()))
        ]


def bodies(record: Record) -> dict[str, str]:
    """The institutions behind the figures under examination, by their short and their full names."""
    short = [row.institution for row in record.headlines()]
    full = {name: record.plan.names.get(name, name) for name in short}
    return {known: full[name] for name in short for known in (name, full[name])}


def parties(event: Any) -> list[str]:
    """Who took part in an event, or spoke."""
    return [name.strip() for name in event.parties.split(";") if name.strip()]


def past(record: Record, events: Sequence[Any]) -> list[Any]:
    """The events that tell how other statements of the institutions behind the figures fared."""
    behind = bodies(record)
    return [row for row in events if row.strand == OF_THE_RECORD and set(parties(row)) & {*behind}]


def outcomes(record: Record, events: Sequence[Any]) -> Mapping[str, Counter[str]]:
    """For each of the institutions that such events tell of, how its statements fared and how often, as far
    as the outcome is on file."""
    behind = bodies(record)
    found: dict[str, Counter[str]] = {}
    for whole in dict.fromkeys(behind.values()):
        of_it = [row for row in events if whole in map(behind.get, parties(row))]
        if of_it:
            found[whole] = Counter(row.item for row in of_it if row.item)
    return found
