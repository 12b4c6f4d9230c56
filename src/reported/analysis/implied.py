"""The implied number: what all the others imply for a quantity, whether or not anybody published one.

Twice over, and never averaged: from the numbers as they were named, relation by relation, and from all
that the words allow, along the whole tree of relations. Both are messages of ``propagation``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reported.analysis import consistency
from reported.analysis.consistency import Bound, Case
from reported.analysis.record import RETOLD, Record
from reported.dossier.claim import Claim, Interval, formed, ours
from reported.dossier.plan import Relation

GROSS = 2.0  # from this factor on, two numbers differ by more than words can bridge


@dataclass(frozen=True)
class Bare:
    """What the numbers of one relation imply as they were named, hedges aside, and the claims behind them."""

    relation: Relation
    span: Interval
    others: tuple[str, ...]  # the quantities whose numbers these are
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Implied:
    """What is implied for a quantity: by ``bare`` numbers, for each relation, and as ``worded``, by all the
    others at once (``None``: they exclude one another), in base units."""

    quantity: str
    bare: tuple[Bare, ...]
    worded: Interval | None
    worded_claims: tuple[str, ...]
    said: Interval | None  # what was said or published, as far as it has ends; None: nothing

    @property
    def anything(self) -> bool:
        """Whether anything is implied at all."""
        return bool(self.bare) or self.worded is None or not self.worded.unbounded

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims behind it."""
        return tuple(dict.fromkeys([*(c for one in self.bare for c in one.claims), *self.worded_claims]))


def implied(record: Record, quantity: str) -> Implied:
    """What the others imply for a quantity under the edition's reading, as retold."""
    return _implied(record, quantity, _cases(record))


def _cases(record: Record) -> list[Callable[[str], consistency.Implied]]:
    """What the others imply for a quantity, in each way of counting."""
    return [consistency.implying(case) for case in record.cases([record.parameters.reading], [RETOLD])]


def _implied(record: Record, quantity: str, cases: Iterable[Callable[[str], consistency.Implied]]) -> Implied:
    found = [case(quantity) for case in cases]
    worded = consistency.either([each.interval for each in found]) if found else Interval()
    claims = tuple(dict.fromkeys(claim for each in found for claim in each.claims))
    bare = (_bare(record, relation, quantity) for relation in record.relations)
    return Implied(quantity, tuple(filter(None, bare)), worded, claims, _said(record, quantity))


def every(record: Record, quantities: Iterable[str]) -> list[Implied]:
    """The implied numbers of some quantities, without those that the calendar tells and those for which
    nothing is implied."""
    cases = _cases(record)
    asked = (quantity for quantity in quantities if quantity not in record.known)
    return [found for found in (_implied(record, quantity, cases) for quantity in asked) if found.anything]


def untold(record: Record) -> list[str]:
    """The tied quantities whose implied number no section of its own tells: those sections ask for a rate, a
    load, what carries, and the load of a trip."""
    roles = record.roles
    told = {roles.rate, roles.load, roles.carries, roles.trip_load}
    return [quantity for quantity in record.quantities() if quantity not in told]


def _bare(record: Record, relation: Relation, quantity: str) -> Bare | None:
    """What one relation makes of the numbers named for the others; ``None`` where one is lacking."""
    tied = relation.quantities
    if quantity not in tied:
        return None
    bounds: dict[str, Bound] = {}
    known = {name: value for name, value in record.known.items() if name in tied and name != quantity}
    for name in tied:
        if name != quantity and name not in known:
            if (bound := _named(record, name)) is None:
                return None
            bounds[name] = bound
    span = consistency.implied(Case((relation,), bounds, {}, known, record.signed), quantity).interval
    if span is None or span.unbounded:
        return None
    claims = (claim for bound in bounds.values() for claim in (*bound.low_claims, *bound.high_claims))
    return Bare(relation, span, (*bounds, *known), tuple(dict.fromkeys(claims)))


def _named(record: Record, quantity: str) -> Bound | None:
    """The numbers named for a quantity, hedges aside: of the figure under examination, for the time under
    examination; else what others published."""
    row = record.headline(quantity, RETOLD)
    if row is not None and quantity not in record.parameters.inputs:
        if math.isnan(row.number):
            return None
        span, _ = consistency.in_period(row._replace(interval=row.spoken), record.period_of(quantity))
        return None if span.unbounded else Bound(span, (row.claim_id,), (row.claim_id,))
    ends = record.ends(quantity, own=False)
    if ends is None:
        return None
    low, high = ends
    return Bound(record.span(quantity, own=False), (low.claim_id,), (high.claim_id,))


def _said(record: Record, quantity: str) -> Interval | None:
    """What was said or published for a quantity as far as its words set an end; ``None`` for nothing."""
    row = record.headline(quantity, RETOLD)
    if row is not None and quantity not in record.parameters.inputs:
        return record.said(row).interval
    return record.reach(quantity, own=False) if record.ends(quantity, own=False) else None


def times_apart(span: Interval, said: Interval | None) -> float:
    """How many times the most that was said an implied number is, or (below one) what part of the least; one
    where they meet or differ by less than ``GROSS``."""
    if said is None:
        return 1.0
    if math.isfinite(said.high) and said.high > 0 and span.low >= GROSS * said.high:
        return span.low / said.high
    if said.low > 0 and 0 < span.high * GROSS <= said.low:
        return span.high / said.low
    return 1.0


def own(record: Record, claims: Iterable[str]) -> bool:
    """Whether any of some claims is ours: an assumption, or a quotient formed here."""
    rows: list[Claim] = [row for row in map(record.claim, claims) if row is not None]
    return any(ours(row) or formed(row) for row in rows)
