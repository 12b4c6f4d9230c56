"""What a delivery comes to, by the roles of its quantities: at what rate it is used up and how long it lasts,
how much goes into what carries it, and how much of that a trip brings.

Numbers are in base units; hedges are left aside where a function says so. What is ours is kept apart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from reported.analysis import consistency
from reported.analysis.record import FIRST, RETOLD, Record
from reported.dossier.claim import PART, Claim, Interval
from reported.dossier.dates import last_day
from reported.dossier.plan import Relation, tie

MONTH = timedelta(days=31)
# Loads that go into no sum for one of these reasons are shown beside those that do.
BESIDE = (consistency.COUNTS_ELSE, consistency.LATER_MONTHS, PART)


def figure(record: Record, role: str, wording: str = FIRST) -> Claim:
    """The figure under examination of a role. Raises LookupError where none stands."""
    row = record.headline(record.roles.of(role), wording)
    if row is None:
        raise LookupError(f"no figure under examination has the role {role}")
    return row


def relation_of(record: Record, whole: str, part: str) -> Relation:
    """The relation that makes the quantity of one role of that of another. Raises LookupError for none."""
    found = tie(record.plan, record.roles.of(whole), record.roles.of(part))
    if found is None:
        raise LookupError(f"no relation makes what is {whole} of what {part}")
    return found


# How long it lasts


def rates_needed(record: Record) -> dict[str, tuple[Claim, Interval]]:
    """The rate that what was carried and how long it lasts need together, by the wording: the duration as
    worded, and the rate."""
    figures = {
        wording: (figure(record, "carried", wording), figure(record, "lasts", wording))
        for wording in (FIRST, RETOLD)
    }
    return {
        wording: (lasts, carried.interval / lasts.interval) for wording, (carried, lasts) in figures.items()
    }


Durations = Sequence[tuple[Claim, Interval]]


def durations(record: Record) -> list[tuple[Claim, Interval]]:
    """How long exactly the number carried lasts at each published rate, oldest first. A rate of "more than"
    so many leaves at most so long."""
    carried = figure(record, "carried")
    return [(row, carried.spoken / _open(row)) for row in record.published(record.roles.rate)]


def _open(row: Claim) -> Interval:
    """The number a claim names, without an end where its words give none."""
    high = math.inf if math.isinf(row.interval.high) else row.spoken.high
    return Interval(row.spoken.low if row.interval.low else 0.0, high, False, False)


def month_before(record: Record, found: Durations) -> list[tuple[Claim, Interval]]:
    """Those at rates published in the month before the figure, or on its day."""
    claimed = last_day(figure(record, "carried").published)
    return [
        (row, span)
        for row, span in found
        if claimed and (day := last_day(row.published)) and timedelta(0) <= claimed - day <= MONTH
    ]


def ends(found: Durations) -> tuple[tuple[Claim, Interval], tuple[Claim, Interval]]:
    """The longest and the shortest of some durations. Raises ValueError for none."""
    return (
        max(found, key=lambda pair: pair[1].high),
        min(found, key=lambda pair: (pair[1].low, pair[1].high)),
    )


def agreeing(record: Record, found: Durations) -> int:
    """How many published rates agree with how long it was said to last, as retold."""
    said = figure(record, "lasts", RETOLD).interval
    return sum((span & said) is not None for _, span in found)


# What carries it


@dataclass(frozen=True)
class Loads:
    """What stands on the record about a load: ``every`` figure, those that are ``used`` in the sums, oldest
    first; ``working`` is the range in use, ours included, hedges aside; ``None`` where there is none."""

    quantity: str
    every: tuple[Claim, ...]
    stated: tuple[Claim, ...]
    formed: tuple[Claim, ...]
    working: Interval | None
    later: bool = False  # whether any of them is about later months

    @property
    def used(self) -> tuple[Claim, ...]:
        """Those of the same months and the same way of counting."""
        return tuple(row for row in self.every if self.counts(row))

    def counts(self, row: Claim) -> bool:
        """Whether a figure goes into the sums."""
        return row in self.stated or row in self.formed

    @property
    def named(self) -> Interval | None:
        """From the least to the most that is used, without our assumptions; ``None`` for nothing."""
        return _whole(self.used)

    @property
    def observed(self) -> bool:
        """Whether any of those used was seen."""
        return any(row.basis == "observed" for row in self.used)

    @property
    def tried(self) -> list[float]:
        """The loads worth trying: the ends of what was stated, and those of the range in use; heaviest
        first."""
        working = [self.working] if self.working else []
        spans = [*(row.spoken for row in self.stated), *working]
        return sorted({end for span in spans for end in (span.low, span.high)}, reverse=True)

    @property
    def own(self) -> list[float]:
        """Those of them that nobody else stated."""
        said = {end for row in self.stated for end in (row.spoken.low, row.spoken.high)}
        return [load for load in self.tried if load not in said]


def _whole(rows: Sequence[Claim]) -> Interval | None:
    if not rows:
        return None
    return Interval(min(row.spoken.low for row in rows), max(row.spoken.high for row in rows), False, False)


def loads(record: Record, role: str = "load") -> Loads:
    """What stands on the record about the load of what carries (or the load of a trip: ``trip_load``)."""
    quantity = record.roles.of(role)
    used = record.published(quantity)
    stated, formed = ([row for row in used if record.stated_by_others(row) is so] for so in (True, False))
    beside = record.published(quantity, also=BESIDE)
    every = {row.claim_id: row for row in beside}.values()
    working = record.span(quantity) if record.ends(quantity) else None
    months = {*used, *record.published(quantity, also=[consistency.LATER_MONTHS])}
    return Loads(quantity, tuple(every), tuple(stated), tuple(formed), working, len(months) > len(used))


def needed(record: Record, found: Loads) -> list[float]:
    """How many of what carries it the total needs, at each load worth trying."""
    carried = figure(record, "carried").number
    return [carried / load for load in found.tried]


Supports = Sequence[tuple[Claim, Claim, str, bool]]


def supports(record: Record) -> list[tuple[Claim, Claim, str, bool]]:
    """Counts of what carries, made up to a month after the claim, each with the load that follows from its
    own total, held against the total: count, load, verdict, and whether the tie is our inference."""
    last = record.period[1] if record.period else record.claimed_on
    if last is None:
        return []
    relation, total = relation_of(record, "carried", "carries"), figure(record, "carried")
    return consistency.supports(record.rows(), relation, total, until=last + consistency.GRACE)


# What each trip brings


def each_trip(record: Record) -> float:
    """How much each of the trips that were named must carry to reach the total."""
    return figure(record, "carried").number / figure(record, "trips").number


def by_trips(record: Record, trip: Interval, each: Interval) -> Interval:
    """What the trips that were named carry, by the load of a trip and by that of each of what it brings."""
    return figure(record, "trips").spoken * trip * each
