"""Day by day: whether the figures fit, as seen from the day of the claim and from each later day on which a
bound could move.

The days are gone through once. What one of them brought is added to what was known before, and only the
ranges that it touches are looked at again, so that many days of a large dossier cost what they brought.
"""

from __future__ import annotations

import math
from bisect import insort
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from reported.analysis import consistency, origins
from reported.analysis.consistency import Bound, Case, Following, Outcome
from reported.analysis.origins import RESTING, RETRACTED
from reported.analysis.record import RETOLD, Record
from reported.dossier.claim import COMPUTED, GIVEN_WITH, OVER, Claim, Interval, ours, relayed
from reported.dossier.dates import end_of
from reported.dossier.plan import Relation
from reported.dossier.superseded import as_known
from reported.dossier.tables import undisturbed

Place = tuple[int, ...]  # of a row in the table: those that were stated, then the ratios by their relations
WORKED_OUT = (COMPUTED, GIVEN_WITH)
OF_A_DAY = ("period", "scope", "known", "relations")  # what a record works out once for its day


@dataclass(frozen=True)
class Answer:
    """Whether the figures fit, as seen from one day: the outcome of each way of reading them.

    Where no bound moved, the outcomes are those of the day before.
    """

    day: date
    outcomes: tuple[Outcome, ...]

    def word(self, wording: str) -> str:
        """One word for a wording, when any one of the ways of counting may be right."""
        return consistency.answer(consistency.under(self.outcomes, wording=wording))

    def needs(self, wording: str) -> dict[str, Interval]:
        """What must hold under a wording."""
        return consistency.needed(consistency.under(self.outcomes, wording=wording))

    @property
    def rests_on(self) -> set[str]:
        """The claims that set the bounds."""
        return {
            c for o in self.outcomes for b in o.case.bounds.values() for c in (*b.low_claims, *b.high_claims)
        }


@undisturbed()
def answers(record: Record) -> list[Answer]:
    """The figures held together, under this edition's reading, as seen from the day of the claim and from
    each later day that brought an input, a part of a conversion or a retelling under examination.
    """
    made: list[Answer] = []
    following = defaultdict[int, Following](Following)
    outcomes: tuple[Outcome, ...] = ()
    for day, cases in _cases(record):
        if cases is not None:
            outcomes = tuple([following[way].outcome(case) for way, case in enumerate(cases)])
        made.append(Answer(day, outcomes))
    return made


@undisturbed()
def moved(record: Record) -> list[date]:
    """Those of these days on which a bound moved, the first left aside."""
    return [day for day, cases in _cases(record) if cases is not None][1:]


def _cases(record: Record) -> Iterator[tuple[date, list[Case] | None]]:
    """Each of these days with the cases as seen from it; ``None`` where they are those of the day before."""
    then, before = Then(record), None
    for day in _days(record) if record.plan.relations else ():
        cases = None
        if then.turn_to(day) or before is None:
            cases = then.cases(readings=(record.parameters.reading,))
        if cases is None or cases == before:
            yield day, None
        else:
            yield day, cases
            before = cases


def _days(record: Record) -> list[date]:
    named = {name for entry in record.plan.headline for name in (entry.claim, entry.retold)}
    free = {quantity for quantity in record.quantities() if record.headline(quantity) is None}
    for row in record.rows():
        if row.relation in WORKED_OUT:
            named |= {row.claim_id, *(name for name, _ in relayed(row.relays))}
    moving = (row for row in record.rows() if row.claim_id in named or row.quantity in free)
    days = {end_of(row.published) for row in moving if row.published and not ours(row)}
    first = record.claimed_on
    return sorted({first, *(day for day in days if day > first)}) if first else []


class Then(Record):
    """A record as it stood on one day, and then on a later one: what the days between brought is added.

    It gives the cases of its day and what these are made of; of a range it knows what sets its ends.
    """

    def __init__(self, whole: Record) -> None:
        """``whole``: the record whose days are gone through, under its parameters."""
        nothing = replace(whole.dossier, documents=(), said=(), denied=(), happened=())
        super().__init__(nothing, whole.parameters)
        said = {claim.claim_id: claim for claim in whole.dossier.said}
        rows = (row for row in whole.rows() if row.claim_id in said)
        self._stated = {row.claim_id: _under(row, said[row.claim_id].status) for row in rows}
        self._place: dict[str, Place] = {name: (0, n) for n, name in enumerate(self._stated)}
        coming = [(end_of(row.published), name) for name, row in self._stated.items() if row.published]
        self._coming = sorted(coming, key=lambda each: each[0], reverse=True)  # the next one last
        self._now: dict[str, Claim] = {}  # every claim that is known, and every ratio, as they stand
        self._by_id[whole.parameters.reading] = self._now
        self._counted: dict[str, dict[str, Claim]] = {}  # these by quantity and name
        self._ranges: dict[str, dict[str | None, _Range]] = {}  # by quantity and way of counting
        self._bounds: dict[str, tuple[Claim, Bound]] = {}  # what a claim says, as it stood when it was asked
        self._framed = self._frame()
        self._withdrawn: set[str] = set()
        self._moved = False
        self._ratios: dict[str, list[str]] = {}  # by their product
        self._makers: dict[str, list[tuple[int, Relation]]] = {}  # the relations that may form a ratio of it
        for number, relation in enumerate(self.plan.relations):
            self._makers.setdefault(relation.product, []).append((number, relation))
        # By a claim those known that name it: as what took their place, what they rest on, what they were
        # worked out with.
        self._replaced, self._resting, self._worked_out = (
            defaultdict[str, list[str]](list) for _ in range(3)
        )

    def turn_to(self, day: date) -> bool:
        """Go on to a later day. Returns whether anything has moved since of which cases are made."""
        before, self._moved = self._framed, False
        new = []
        while self._coming and self._coming[-1][0] <= day:
            new.append(self._coming.pop()[1])
        self._form(self._learn(new))
        self.parameters = self.parameters.model_copy(update={"as_of": day})
        self._examined.clear()
        for name in OF_A_DAY:
            self.__dict__.pop(name, None)
        self._framed = self._frame()
        if self._framed == before:
            return self._moved
        self._ranges.clear()
        self._bounds.clear()
        return True

    def said(self, row: Claim, months: int = 0) -> Bound:
        """What a claim says for the time of the figures."""
        if months:
            return super().said(row, months)
        asked, bound = self._bounds.get(row.claim_id, (None, None))
        if bound is None or asked is not row:
            bound = super().said(row)
            self._bounds[row.claim_id] = row, bound
        return bound

    def bound(self, quantity: str, series: str | None = None, reading: str | None = None) -> Bound | None:
        """Published (or set) range of a quantity, without what lies between its ends."""
        if quantity in self.parameters.inputs:
            return super().bound(quantity, series, reading)
        if self.period is None:  # no figure is known yet
            return None
        ranges = self._ranges.setdefault(quantity, {})
        if series not in ranges:
            ranges[series] = _Range(self._left_out_of(quantity, series, 0), self.said)
            for name, row in self._counted.get(quantity, {}).items():
                ranges[series].add(self._place[name], row)
        return ranges[series].bound

    def _frame(self) -> tuple[object, ...]:
        """What every range hangs on, beside the claims for it."""
        day = self.parameters.day
        told_apart = [name for name, way in self.plan.series.items() if day and way.day and way.day <= day]
        return self.headlines(), self.headlines(RETOLD), self.known, self.relations, told_apart

    def _learn(self, new: list[str]) -> set[str]:
        """Take in claims that have become known. Returns all that stand otherwise than before."""
        for name in new:
            row = self._now[name] = self._stated[name]
            self._replaced[row.superseded_by].append(name)
            for other, inferred in relayed(row.relays):
                if row.relation in WORKED_OUT:
                    self._worked_out[other].append(name)
                if row.relation != GIVEN_WITH and not inferred:
                    self._resting[other].append(name)
        touched = {*new, *(other for name in new for other in self._replaced.get(name, ()))}
        rows = {name: as_known(self._stated[name], self._now) for name in touched}
        gone = {name for name, row in rows.items() if row.status == RETRACTED or self._rests(row)}
        gone = origins.reached(self._resting, gone - self._withdrawn)
        self._withdrawn |= gone
        for name in touched | gone:
            row = rows.get(name) or as_known(self._stated[name], self._now)
            rests = name in self._withdrawn and row.status != RETRACTED
            self._put(_under(row, RESTING) if rests else row)
        return touched | gone

    def _rests(self, row: Claim) -> bool:
        """Whether a claim rests on one that was withdrawn before."""
        links = relayed(row.relays) if row.relation != GIVEN_WITH else ()
        return any(other in self._withdrawn and not inferred for other, inferred in links)

    def _form(self, touched: Iterable[str]) -> None:
        """Form the ratios anew in which some claims have a part."""
        products = {product for name in touched for product in (name, *self._worked_out.get(name, ()))}
        for product in products:
            row = self._now[product]
            for name in self._ratios.pop(product, ()):
                self._drop(name)
            if row.relation not in WORKED_OUT:
                continue
            parts = [row, *(self._now[other] for other, _ in relayed(row.relays) if other in self._now)]
            made: dict[str, Claim] = {}
            for number, relation in self._makers.get(row.quantity, ()):
                for ratio in consistency.ratios(parts, [relation], self.units, self.signed):
                    if ratio.claim_id.startswith(product + OVER):  # a part may be a product too
                        if ratio.claim_id not in made:
                            order = [part.claim_id for part in parts].index(ratio.claim_id.split(OVER)[1])
                            self._place[ratio.claim_id] = (1, number, *self._place[product], order)
                        made[ratio.claim_id] = ratio
            self._ratios[product] = list(made)
            for ratio in made.values():
                self._put(ratio)

    def _put(self, row: Claim) -> None:
        """Count a row as it stands now."""
        name = row.claim_id
        if self._counted.get(row.quantity, {}).get(name) is row:
            return
        self._drop(name)
        self._now[name] = self._counted.setdefault(row.quantity, {})[name] = row
        for found in self._ranges.get(row.quantity, {}).values():
            self._moved |= found.add(self._place[name], row)

    def _drop(self, name: str) -> None:
        """Count a row no more as it stood; the range that it was in is made again when it is asked for."""
        row = self._now.pop(name, None)
        if row and self._counted.get(row.quantity, {}).pop(name, None):
            self._moved |= self._ranges.pop(row.quantity, None) is not None


class _Range:
    """The range of the inputs of a quantity as they come: what ``consistency.envelope`` makes of them. To ask
    that anew for each that comes would take several times as long where hundreds set one end.
    """

    def __init__(self, left_out: Callable[[Claim], str], said: Callable[[Claim], Bound]) -> None:
        self._left_out, self._said = left_out, said
        self._low, self._high = _End(), _End()
        self._bound: Bound | None = None

    def add(self, place: Place, row: Claim) -> bool:
        """Take in a claim, if it is an input. Returns whether it sets an end."""
        if self._left_out(row):
            return False
        said = self._said(row)
        span, (below, above) = said.interval, said.rounding
        low = self._low.add(_Set(place, span.low, row.claim_id, below), span.low_open, span)
        high = self._high.add(_Set(place, -span.high, row.claim_id, above), span.high_open, span)
        if low or high:
            self._bound = None
        return low or high

    @property
    def bound(self) -> Bound | None:
        """From the lowest to the highest that one of them allows; ``None`` without inputs."""
        low, high = self._low, self._high
        if self._bound is None and low.span and high.span:
            rounding = low.rounding, high.rounding
            self._bound = Bound(low.span | high.span, low.claims, high.claims, rounding)
        return self._bound


class _Set(NamedTuple):
    """A claim that sets an end, which is the further out the less it is."""

    place: Place
    end: float
    claim: str
    rounding: float


class _End:
    """An end of a range, with the claims that set it in the order of the table."""

    def __init__(self) -> None:
        self.span: Interval | None = None  # that reaches furthest
        self._end = math.inf, True
        self._set: list[_Set] = []

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that set it."""
        return tuple([each.claim for each in self._set])

    @property
    def rounding(self) -> float:
        """The most that one of them was rounded."""
        return max(each.rounding for each in self._set)

    def add(self, one: _Set, is_open: bool, span: Interval) -> bool:
        """Take in what a claim allows. Returns whether it sets the end."""
        end = one.end, is_open
        if self.span is None or end < self._end:
            self._end, self.span = end, span
            self._set = [each for each in self._set if math.isclose(each.end, one.end)]
        elif not math.isclose(one.end, self._end[0]):
            return False
        insort(self._set, one, key=itemgetter(0))
        return True


def _under(row: Claim, status: str) -> Claim:
    """A claim with another status, if it is another."""
    return row if row.status == status else row._replace(status=status)
