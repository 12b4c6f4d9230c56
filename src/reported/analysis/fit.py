"""The figures held together: what goes in, what comes of it under each wording, reading and way of counting,
and which figure or range the answer rests on."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from reported.analysis import consistency, contradictions
from reported.analysis.consistency import Bound, Case, Outcome, in_period
from reported.analysis.contradictions import Pair
from reported.analysis.hedges import READINGS
from reported.analysis.record import FIRST, RETOLD, Inputs, Record
from reported.dossier.claim import Claim, Interval, anything, point
from reported.dossier.plan import Relation


class Fit:
    """The figures of a record held together; ``retold`` are the outcomes that the edition asks for, one for
    each way of counting."""

    def __init__(self, record: Record):
        self.record = record

    @cached_property
    def outcomes(self) -> list[Outcome]:
        """What comes of every wording, reading and way of counting."""
        return [consistency.outcome(case, self.record.links) for case in self.record.cases()]

    def under(self, wording: str, reading: str = "") -> list[Outcome]:
        """The outcomes of a wording, under the edition's reading or another."""
        reading = reading or self.record.parameters.reading
        return consistency.under(self.outcomes, wording=wording, reading=reading)

    @cached_property
    def retold(self) -> list[Outcome]:
        """As retold, under the edition's reading."""
        return self.under(RETOLD)

    @cached_property
    def first(self) -> list[Outcome]:
        """As first worded, under the edition's reading."""
        return self.under(FIRST)

    @property
    def possible(self) -> bool:
        """Whether the figures can all be true as retold."""
        return consistency.possible(self.retold)

    @property
    def reworded(self) -> list[Claim]:
        """The figures as first worded, of which the retelling has another number or hedge."""
        retold = {row.quantity: (row.hedge, row.number) for row in self.record.headlines(RETOLD)}
        return [row for row in self.record.headlines() if (row.hedge, row.number) != retold[row.quantity]]

    @property
    def minimums(self) -> bool:
        """Whether each figure as first worded is a minimum, so that none can contradict another."""
        spans = [row.interval for row in self.record.headlines()]
        return all(span.low and math.isinf(span.high) for span in spans)

    @property
    def other_reading(self) -> str:
        """The reading that the edition does not have."""
        return next(name for name in READINGS if name != self.record.parameters.reading)

    @cached_property
    def needs(self) -> dict[str, Interval]:
        """What must hold, as retold."""
        return consistency.needed(self.retold)

    @cached_property
    def implied(self) -> dict[str, Interval | None]:
        """For each quantity what all the others imply, as retold."""
        return {
            q: consistency.either(o.verdicts[q].implied.interval for o in self.retold)
            for q in self.record.quantities()
        }

    @cached_property
    def given(self) -> set[str]:
        """The quantities that a figure under examination gives."""
        return {row.quantity for row in self.record.headlines(RETOLD)}

    @cached_property
    def carriers(self) -> dict[str, dict[str, Interval | None]]:
        """The quantities that the answer turns on, with the conditions that change without each."""
        return consistency.carriers([o.case for o in self.retold], self.record.links)

    @property
    def assumed(self) -> list[str]:
        """Those of them that no figure under examination gives."""
        return [quantity for quantity in self.carriers if quantity not in self.given]

    @property
    def put_in(self) -> list[str]:
        """Every quantity of which something goes in, as retold."""
        return list(dict.fromkeys(name for o in self.retold for name in o.case.bounds))

    @property
    def widest(self) -> Outcome:
        """The outcome with the widest gap between the figures."""
        return max(self.outcomes, key=lambda o: o.stretch)

    def said(self, relation: Relation) -> dict[str, Interval]:
        """What goes in for each quantity of a relation, as retold; of several ways of counting, the first."""
        case = self.retold[0].case
        given = {q: point(value) for q, value in case.known.items()}
        given |= {q: bound.interval for q, bound in case.bounds.items()}
        return {q: given.get(q, anything(q in case.signed)) for q in relation.quantities}

    def left(self, relation: Relation, said: Mapping[str, Interval], quantity: str) -> Interval | None:
        """What one relation leaves for a quantity, if the others of it are as ``said``; ``None`` where these
        exclude one another."""
        bounds = {name: Bound(span) for name, span in said.items() if not span.unbounded}
        case = Case((relation,), bounds, signed=self.record.signed)
        return consistency.implied(case, quantity).interval


# What goes in


def inputs(record: Record) -> list[tuple[str, str | None, Inputs]]:
    """What goes in for each quantity that no figure under examination gives, by way of counting."""
    free = [q for q in record.quantities() if record.headline(q, RETOLD) is None]
    return [(q, series, record.inputs(q, series)) for q in free for series in record.series_of(q)]


def excluding(record: Record) -> list[Pair]:
    """Pairs of the claims that go in which exclude each other."""
    names = {row.claim_id for _, _, found in inputs(record) for row in found.used}
    names |= {row.claim_id for row in record.headlines()}
    rows = (row for row in record.rows() if row.claim_id in names)
    return list(contradictions.hold(rows, contradictions.Kin(record.links)).contradicting)


def of_other_days(record: Record, wording: str = RETOLD) -> list[tuple[Claim, str]]:
    """Figures that speak of other days than the rest, each with how its time takes away from it."""
    found = [(row, in_period(row, record.period)[1]) for row in record.headlines(wording)]
    return [(row, window) for row, window in found if window]


# What it rests on


class Reworked(NamedTuple):
    """A count that was turned into a total by another factor than the first published: that first factor,
    the count, the factor of whoever counted, and the total under examination."""

    first: Claim
    counted: Claim
    factor: Claim
    total: Claim

    @property
    def made(self) -> Interval:
        """What the count makes at the first factor."""
        return self.counted.number * self.first.spoken

    @property
    def needed(self) -> Interval:
        """The count that the total needs at the first factor."""
        return self.total.number / self.first.spoken


def reworked(record: Record) -> list[Reworked]:
    """Counts that restate the total by another factor than that which was published first."""
    total = record.headline(record.relations[0].whole) if record.relations else None
    last = record.period[1] if record.period else record.claimed_on
    if total is None or last is None:
        return []
    found = []
    for relation in record.plan.relations:
        tests = consistency.supports(record.rows(), relation, total, last + consistency.GRACE)
        first = min((load for _, load, _, _ in tests), key=lambda load: load.published, default=None)
        found += [
            Reworked(first, count, load, total)
            for count, load, word, _ in tests
            if first is not None and word == consistency.RESTATED and load is not first
        ]
    return found
