"""Estimates: what else gives a number, from published figures that no verdict rests on.

An estimate is one equation of the dossier, as a relation is, and a yardstick: it is held beside what was
said, and nothing is held against it. Its parts take the figures under examination, or for the rest what was
published about the same time; what is ours is reckoned apart. The range comes from the messages of
``propagation``, so its ends are open or closed as the figures are, and name the claims they rest on.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from reported.analysis import consistency, origins
from reported.analysis.consistency import Bound, printed, spanned
from reported.analysis.propagation import Equation, Network, Solution
from reported.analysis.ranges import POSITIVE
from reported.analysis.record import FIRST, SET_HERE, Record
from reported.dossier.claim import PART, Claim, Interval, ours
from reported.dossier.plan import Estimate

GROSS = 2.0  # how many times apart two ranges must lie for the distance to be told
BELOW, ABOVE, MEETS, NOTHING = "below", "above", "leaves room", "nothing beside it"
NOT_RECKONED = "not reckoned"  # its parts have no figures, or these leave nothing
SAYS_NOTHING, SAME_VOICE = "setting no limit for that time", "from those whose figure it stands beside"


@dataclass(frozen=True)
class Part:
    """A quantity an estimate is reckoned from: the figures that count, whose they are, and those left out.

    ``examined``: it is the figure under examination, as it was worded. ``period`` is the (first, last) day
    that the figures are held against, ``None`` where time does not matter. ``known`` is what the calendar
    tells of it, in base units; then nobody needs to publish one. ``floors`` are counts of a part, which give
    the whole no ceiling.
    """

    quantity: str
    published: tuple[Claim, ...]
    own: tuple[Claim, ...]
    left: tuple[tuple[Claim, str], ...]
    period: tuple[date, date] | None
    series: str | None = None
    examined: bool = False
    known: float | None = None
    floors: frozenset[str] = frozenset()

    def bound(self, rows: Sequence[Claim]) -> Bound | None:
        """From the lowest to the highest that some claims of it allow, or what the calendar tells; ``None``
        for neither."""
        return together(rows, self.period, self.floors) if self.known is None else Bound(_exactly(self.known))


@dataclass(frozen=True)
class Single:
    """What comes of the figures of one origin for one part, with everybody's for the others."""

    quantity: str
    rows: tuple[Claim, ...]
    interval: Interval


@dataclass(frozen=True)
class Beside:
    """What an estimate is held against: the claims, the range they allow, and whether a figure under
    examination is, somebody stated it, or it was worked out here from totals and counts of others."""

    quantity: str
    rows: tuple[Claim, ...]
    interval: Interval
    examined: bool
    stated: bool


@dataclass(frozen=True)
class Reckoned:
    """What came of an estimate. Intervals are in the base unit of its whole."""

    plan: Estimate
    parts: tuple[Part, ...]
    beside: Beside | None
    signed: frozenset[str] = frozenset()  # the quantities that can be nought and below

    @property
    def lacking(self) -> list[str]:
        """The parts of which nobody published a figure that counts."""
        return [part.quantity for part in self.parts if not part.published and part.known is None]

    @cached_property
    def published(self) -> consistency.Implied | None:
        """What the published figures come to, with the claims behind each end; ``None`` where a part has
        none."""
        return self._from({part.quantity: part.published for part in self.parts})

    @property
    def comes_to(self) -> Interval | None:
        """The range of that; ``None`` where nothing is left of it, too."""
        return self.published.interval if self.published else None

    @cached_property
    def with_ours(self) -> Interval | None:
        """The same with our own figures beside the published ones; ``None`` where there are none, or a part
        has neither."""
        if not any(part.own for part in self.parts):
            return None
        found = self._from({part.quantity: (*part.published, *part.own) for part in self.parts})
        return found.interval if found else None

    @cached_property
    def as_named(self) -> Interval | None:
        """What comes of the very number under examination, its hedge left aside; ``None`` where none is a
        part, or its hedge takes nothing away."""
        examined = [part for part in self.parts if part.examined]
        if not examined or self.published is None:
            return None
        bounds = {part.quantity: part.bound(part.published) for part in self.parts}
        for part in examined:
            bounds[part.quantity] = Bound(part.published[0].spoken)
        found = self._implied(bounds)
        return found.interval if found and found.interval != self.published.interval else None

    @cached_property
    def by_origin(self) -> list[Single]:
        """Each origin's own figure, for every part that has several."""
        made, everybody = [], {part.quantity: part.published for part in self.parts}
        for part in self.parts if self.published else ():
            groups = origins.by_origin(part.published)
            for rows in groups if len(groups) > 1 else ():
                found = self._from(everybody | {part.quantity: tuple(rows)})
                if found and found.interval:
                    made.append(Single(part.quantity, tuple(rows), found.interval))
        return made

    @property
    def claims(self) -> list[str]:
        """The claims it is reckoned from, ours left out."""
        return [row.claim_id for part in self.parts for row in part.published]

    @property
    def origins(self) -> int:
        """How many origins stand behind these, at most."""
        rows = (row for part in self.parts for row in part.published)
        return origins.count(row for row in rows if row.claim_id != SET_HERE).most

    @property
    def word(self) -> str:
        """How it lies to what it is held against: wholly below, wholly above, or meeting it."""
        found = self.comes_to
        if found is None or self.beside is None:
            return NOTHING
        if found & self.beside.interval is not None:
            return MEETS
        return BELOW if found.low < self.beside.interval.low else ABOVE

    @property
    def times(self) -> float | None:
        """How many times apart the nearest ends are, above or below 1; ``None`` where they are not grossly
        so."""
        mine = self.comes_to
        if mine is None or self.beside is None:
            return None
        theirs = self.beside.interval
        if self.word == BELOW and mine.high > 0 and theirs.low / mine.high >= GROSS:
            return mine.high / theirs.low
        if self.word == ABOVE and theirs.high > 0 and mine.low / theirs.high >= GROSS:
            return mine.low / theirs.high
        return None

    def _from(self, rows: dict[str, tuple[Claim, ...]]) -> consistency.Implied | None:
        return self._implied({part.quantity: part.bound(rows[part.quantity]) for part in self.parts})

    def _implied(self, bounds: dict[str, Bound | None]) -> consistency.Implied | None:
        """What some bounds of the parts come to; ``None`` where one is lacking or nothing is left."""
        said = {
            name: [spanned(bound.interval, bound.low_claims, bound.high_claims)]
            for name, bound in bounds.items()
            if bound is not None
        }
        if len(said) < len(bounds):
            return None
        span = Solution(_network(self.plan, self.signed), said).implied(self.plan.whole).span
        if span is None:
            return None
        ends, signed = (printed(span.low), printed(span.high)), self.plan.whole in self.signed
        interval = Interval(*ends, span.low_open, span.high_open, signed)
        return consistency.Implied(interval, low_claims=span.low_names, high_claims=span.high_names)


def reckoned(record: Record) -> list[Reckoned]:
    """Every estimate that the edition knows, in the order of the dossier; one for each way of counting of its
    parts."""
    return [one for plan in known(record) for one in _each_way(record, plan)]


def known(record: Record) -> list[Estimate]:
    """The estimates that could have been made by the edition's day."""
    day = record.parameters.day
    return [plan for plan in record.plan.estimates if not plan.day or not day or plan.day <= day]


def together(
    rows: Iterable[Claim], period: tuple[date, date] | None, floors: Container[str] = ()
) -> Bound | None:
    """The range of some claims for a (first, last) day, as ``consistency.envelope``; but an end that a claim
    sets no limit to, only because it counts for another time or (``floors``, by id) a part, is nothing said,
    and opens no end that others set."""
    told = [(row, _of_whole(row, period, floors)) for row in rows]
    bounds = [bound for _, bound in told]
    whole = consistency.envelope(bounds)
    if whole is None:
        return None
    low = consistency.envelope(b for row, b in told if _end(b, 0) == _end(row, 0))
    high = consistency.envelope(
        b for row, b in told if _end(b, 1) == _end(row, 1) and row.claim_id not in floors
    )
    if low and all(bound.interval.high >= low.interval.low for bound in bounds):
        span = replace(whole.interval, low=low.interval.low, low_open=low.interval.low_open)
        whole = replace(whole, interval=span, low_claims=low.low_claims)
    if high and all(bound.interval.low <= high.interval.high for bound in bounds):
        span = replace(whole.interval, high=high.interval.high, high_open=high.interval.high_open)
        whole = replace(whole, interval=span, high_claims=high.high_claims)
    return whole


def _of_whole(row: Claim, period: tuple[date, date] | None, floors: Container[str]) -> Bound:
    """What a claim says of the whole and of all the time."""
    bound = consistency.said(row, period)
    return replace(bound, interval=bound.interval.without(high=True)) if row.claim_id in floors else bound


def _end(what: Claim | Bound, side: int) -> tuple[float, bool]:
    """The low or the high end of a range, and whether it is open."""
    span = what.interval
    return (span.high, span.high_open) if side else (span.low, span.low_open)


def _each_way(record: Record, plan: Estimate) -> Iterator[Reckoned]:
    """An estimate with each way of counting of its parts, which are never pooled."""
    names = [name for name in plan.parts if isinstance(name, str)]
    beside = _beside(record, plan)
    apart = beside.rows if beside and plan.apart else ()
    for chosen in itertools.product(*(_ways(record, name) for name in names)):
        parts = (_part(record, plan, *way, apart) for way in zip(names, chosen, strict=True))
        yield Reckoned(plan, tuple(parts), beside, record.signed)


def _ways(record: Record, quantity: str) -> list[str | None]:
    return [None] if quantity in record.known or _examined(record, quantity) else record.series_of(quantity)


def _examined(record: Record, quantity: str) -> Claim | None:
    """The figure under examination, unless the edition sets another in its place."""
    return None if quantity in record.parameters.inputs else record.headline(quantity, FIRST)


def _beside(record: Record, plan: Estimate) -> Beside | None:
    """What an estimate is held against: the figure under examination, or else what was published."""
    quantity = plan.of or plan.whole
    if row := _examined(record, quantity):
        return Beside(quantity, (row,), record.said(row).interval, True, True)
    series = plan.series or next(iter(record.series_of(quantity)))
    used = [row for row in record.inputs(quantity, series).used if not ours(row)]
    stated = [row for row in used if record.stated_by_others(row)]
    bound = together(stated or used, record.period)
    if bound is None or bound.interval.unbounded:
        return None
    return Beside(quantity, tuple(stated or used), bound.interval, False, bool(stated))


def _part(record: Record, plan: Estimate, quantity: str, series: str | None, apart: Sequence[Claim]) -> Part:
    """The figures for one part; ``apart`` are claims whose speakers' own figures are left out."""
    period = record.period_of(quantity)
    if quantity in record.known:
        value = record.known[quantity]
        return Part(
            quantity, (), (), (), None, known=value if value > 0 or quantity in record.signed else None
        )
    if row := _examined(record, quantity):
        return Part(quantity, (row,), (), (), period, series, True)
    published, own, left, floors = [], [], [], set[str]()
    for row, reason in _sifted(record, plan, quantity, series):
        if row.scope != record.scope and row.cumulative == "yes":
            floors.add(row.claim_id)
        if reason:
            left.append((row, reason))
        elif _of_whole(row, period, floors).interval.unbounded:
            left.append((row, SAYS_NOTHING))
        elif ours(row):
            own.append(row)
        elif any(_one_voice(record, row, other) for other in apart):
            left.append((row, SAME_VOICE))
        else:
            published.append(row)
    kept = frozenset(floors)
    return Part(quantity, tuple(published), tuple(own), tuple(left), period, series, floors=kept)


def _sifted(record: Record, plan: Estimate, quantity: str, series: str | None) -> Iterator[tuple[Claim, str]]:
    """The figures for a part, each with why it does not count; empty where it does.

    Of samples the count of a part is the least of the whole, and a load or a rate of a part holds for all.
    """
    inputs = record.inputs(quantity, series)
    yield from ((row, "") for row in inputs.used)
    for row, reason in inputs.left:
        if plan.samples and reason == PART and row.scope:
            reason = record.left_out(row._replace(scope=record.scope), series)
        yield row, reason


def _one_voice(record: Record, row: Claim, other: Claim) -> bool:
    """Whether a figure, or one that it was formed from, is of the institution, the government or the origin
    of another."""
    governments = record.plan.governments

    def voice(of: Claim) -> str:
        return governments.get(of.institution, of.institution)

    return any(
        one.origin_id == other.origin_id or voice(one) == voice(other) for one in (row, *record.behind(row))
    )


def _network(plan: Estimate, signed: frozenset[str]) -> Network:
    equation = Equation(plan.whole, plan.kind, plan.parts, plan.id)
    return Network([equation], {name: POSITIVE for name in equation.quantities if name not in signed})


def _exactly(value: float) -> Interval:
    return Interval(value, value, False, False, signed=value <= 0)
