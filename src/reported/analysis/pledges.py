"""Pledges: what was promised by a day, what had come by another, and how much a month would have to come.

A promise is kept once a running total of what was delivered reaches it; what was promised, planned or could
be done is never such a total, and neither is the total of a part. What is missing and how fast it would have
to come follow from the relations of such a dossier, ``missing = promised − delivered`` and ``missing = left ×
pace``, which a test holds these sums to: intervals are subtracted and divided end by end (Moore, Interval
Analysis, 1966). Amounts are in the base units of their quantities, time in that of the quantity ``left``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from reported.analysis.record import Record
from reported.dossier.claim import ACTUAL, NOT_DONE, RETELLING, Claim, Interval, point
from reported.dossier.dates import end_of, first_day, last_day
from reported.dossier.formulas import Calendar, calendar_of

# What a total says of a promise: once its day is there,
KEPT, SHORT, LATER, UNTOLD = "kept", "not kept", "reached after its day", "cannot be told"
AHEAD, BEHIND, OPEN = "fast enough", "too slow", "left open"  # and before it
DISPUTED = "disputed"  # one total says kept, another short
OLDER = "counts to an older day"  # than another total, known by then
NO_SERIES = "not saying what is counted"


@dataclass(frozen=True)
class Promise:
    """A pledge with its day: who made it, from when it runs, by when it is due, and what keeps it."""

    row: Claim
    start: date | None  # None: its document has no date
    due: date
    target: Interval
    unit: str  # in which time is counted
    factor: float  # of that unit, to the base unit of what is left

    def time(self, first: date, last: date) -> float:
        """From one day to another; below nought where the second is the earlier one."""
        return Calendar(self.unit, first, last).on(first) * self.factor

    def whole_from(self, day: date) -> Interval | None:
        """How much would have to come in each unit of time from a day on, were nothing there yet; ``None``
        where no time is left."""
        left = self.time(day, self.due)
        return self.target / left if left > 0 else None


@dataclass(frozen=True)
class Stand:
    """How far a promise was, by one running total, as seen from a day."""

    promise: Promise
    row: Claim
    day: date
    done: Interval
    word: str = ""

    @cached_property
    def counted(self) -> date:
        """The last day that the total counts, as far as it says so; at the latest that of its document."""
        return counts_to(self.row)

    @cached_property
    def series(self) -> str | None:
        """The way in which it counts; ``None`` where there is one only."""
        return self.row.series or None

    @property
    def over(self) -> bool:
        """Whether the day of the promise has come."""
        return self.day >= self.promise.due

    @cached_property
    def missing(self) -> Interval:
        """What had not come; from nought where the total may have reached the promise."""
        return less(self.promise.target, self.done)

    @cached_property
    def reached(self) -> bool:
        """Whether all that its words allow keeps the promise."""
        return reaches(self.done, self.promise)

    @cached_property
    def needed(self) -> Interval | None:
        """How much would have to come in each unit of time from the day on; ``None`` where nothing has to, or
        no time is left."""
        return None if self.word == OLDER else self._over(self.day)

    @cached_property
    def needed_then(self) -> Interval | None:
        """The same from the last day that the total counts."""
        return self._over(self.counted)

    def _over(self, day: date) -> Interval | None:
        left = self.promise.time(day, self.promise.due)
        return self.missing / left if left > 0 and self.missing.high > 0 else None

    @cached_property
    def so_far(self) -> Interval | None:
        """How much had come in each unit of time since the promise; ``None`` where no time had passed."""
        gone = self.promise.time(self.promise.start, self.counted) if self.promise.start else 0.0
        return self.done / gone if gone > 0 else None

    @property
    def named(self) -> Stand:
        """The same with the bare number that was named, its hedge left aside."""
        target = point(self.promise.row.number)
        return _judged(
            replace(self, promise=replace(self.promise, target=target), done=point(self.row.number), word="")
        )


@dataclass(frozen=True)
class Deliveries:
    """What somebody said had been delivered in all, by the way of counting; and what was left out, each with
    the reason."""

    totals: dict[str | None, list[Claim]]
    left: list[tuple[Claim, str]]


@dataclass(frozen=True)
class Progress:
    """How far a promise is, as seen from a day: what counts as having come, and what each total says."""

    promise: Promise
    day: date | None  # None: no document has a date
    came: Deliveries
    answers: list[Stand]  # the total of each way of counting that answers
    stands: dict[str | None, list[Stand]]  # every total, as seen from the day it was published

    @cached_property
    def every(self) -> list[Stand]:
        """Every total, as seen from the day it was published, newest first."""
        stands = (one for found in self.stands.values() for one in found)
        return sorted(stands, key=lambda one: (one.day, one.counted), reverse=True)


def progress(record: Record) -> Progress:
    """How far the promise under examination is. Raises ValueError where none with a day is public."""
    promised = promise(record)
    if promised is None:
        raise ValueError("no promise with a day is public")
    day, came = seen_from(record), deliveries(record)
    answers = [now(record, promised, rows, day) for rows in came.totals.values()] if day else []
    stands = {way: each(record, promised, rows) for way, rows in came.totals.items() if rows}
    return Progress(promised, day, came, list(filter(None, answers)), stands)


def promise(record: Record) -> Promise | None:
    """The pledge under examination; ``None`` where none is public, or it has no day."""
    row = record.headline(record.roles.promised) if record.roles.promised else None
    left = record.roles.left
    if row is None or not left or math.isnan(row.number):
        return None
    quantity = record.q(left)
    time = calendar_of(quantity.calendar) if quantity.calendar else Calendar("month", None, None)
    start = first_day(row.period_start) or first_day(row.said_on or row.published)
    due = last_day(row.period_end) or time.last
    if due is None:
        return None
    return Promise(row, start, due, _target(record, row), time.unit, quantity.units.get(time.unit, 1.0))


def _target(record: Record, row: Claim) -> Interval:
    """What keeps a promise: of “at least so many” that number, of “about” the lowest to the highest that it
    can mean; of “up to” anything does."""
    if row.hedge in ("gt", "ge"):
        return point(row.number)
    allowed = amount(record, row)
    return (
        Interval(allowed.low, row.number, False, False) if row.hedge in ("approx_ge", "odd_ge") else allowed
    )


def amount(record: Record, row: Claim) -> Interval:
    """What the words of a claim allow; of a bare number, read literally, that number."""
    bare = row.hedge == "exact" and record.parameters.reading == "literal" and math.isnan(row.margin)
    return row.spoken if bare else row.interval


def less(whole: Interval, part: Interval) -> Interval:
    """What is left of a whole, nowhere below nought."""
    low = whole.low - part.high if math.isfinite(part.high) else 0.0
    high = whole.high - part.low
    if high <= 0:
        return point(0.0)
    return Interval(
        max(low, 0.0), high, low > 0 and (whole.low_open or part.high_open), whole.high_open or part.low_open
    )


def reaches(done: Interval, promised: Promise) -> bool:
    """Whether an amount keeps a promise, whatever its words mean."""
    most = promised.target.high
    strict = promised.row.hedge == "gt"
    return done.low > most or (done.low == most and (done.low_open or not strict))


def counts_to(row: Claim) -> date:
    """The last day that a total counts: what it says, else the day it was said; never after its document."""
    said = end_of(row.published)
    return min(last_day(row.period_end) or last_day(row.said_on) or said, said)


def deliveries(record: Record) -> Deliveries:
    """The running totals of all that was delivered, as first stated, oldest first; and the rest."""
    ways = record.series_of(record.roles.delivered)
    several = len(ways) > 1 or ways == [record.parameters.series]  # ways that could be told apart on the day
    totals: dict[str | None, list[Claim]] = {way: [] for way in ways}
    left = []
    for row in record.rows():
        if row.quantity != record.roles.delivered:
            continue
        reason = _left_out(record, row, several)
        if not reason and not several:
            totals[ways[0]].append(row)
        elif not reason and row.series in totals:
            totals[row.series].append(row)
        else:
            left.append((row, reason or "counted otherwise"))
    for rows in totals.values():
        rows.sort(key=lambda row: (end_of(row.published), counts_to(row), row.claim_id))
    return Deliveries(totals, left)


def _left_out(record: Record, row: Claim, several: bool) -> str:
    """Why a claim about what was delivered is no total of it; empty where it is one."""
    if row.status != "active":
        return row.status
    if not record.stated_by_others(row):
        return "ours"
    if row.modality != ACTUAL:
        return NOT_DONE.get(row.modality, "of what could be")
    if row.relation in RETELLING and row.relays:
        return "retelling another claim"
    if row.hedge == "none" or math.isnan(row.number):
        return "without a number"
    if row.scope:
        return "of a part only"
    if row.cumulative != "yes":
        return "no running total"
    if not row.published:
        return "in a document without a date"
    return NO_SERIES if several and not row.series else ""


def stand(record: Record, promised: Promise, row: Claim, day: date) -> Stand:
    """How far a promise was by one total, as seen from a day."""
    return _judged(Stand(promised, row, day, amount(record, row)))


def _judged(found: Stand) -> Stand:
    """The same with its word."""
    if found.over:
        return replace(found, word=_after(found))
    if found.reached:
        return replace(found, word=KEPT)
    needed, so_far = found.needed, found.so_far
    if needed is None or so_far is None:
        return replace(found, word=OPEN)
    if needed.high <= so_far.low:
        return replace(found, word=AHEAD)
    apart = needed.low > so_far.high or (needed.low == so_far.high and (needed.low_open or so_far.high_open))
    return replace(found, word=BEHIND if apart else OPEN)


def _after(found: Stand) -> str:
    """The word for a total once the day of the promise has come.

    A total that stops before that day can show that the promise was kept, and no shortfall: more may have
    come.
    """
    target, due = found.promise.target, found.promise.due
    if found.reached:
        return KEPT if found.counted <= due else LATER
    strict = found.promise.row.hedge == "gt"  # of “more than so many”, so many are too few
    below = found.done.high < target.low or (
        found.done.high == target.low and (found.done.high_open or strict)
    )
    return SHORT if below and found.counted >= due else UNTOLD


def each(record: Record, promised: Promise, rows: Iterable[Claim]) -> list[Stand]:
    """How far the promise was by each total of one way of counting, as seen from the day it was published.

    ``rows`` are in the order of these days. A total that counts to an older day than one already known then
    tells nothing new of how far it was.
    """
    made: list[Stand] = []
    for row in rows:
        found = stand(record, promised, row, end_of(row.published))
        older = any(one.counted > found.counted for one in made)
        made.append(replace(found, word=OLDER) if older else found)
    return made


def now(record: Record, promised: Promise, rows: Sequence[Claim], day: date) -> Stand | None:
    """How far the promise is, by the totals of one way of counting, as seen from a day; ``None`` for none.

    Before its day the total that counts furthest answers; from then on one that shows that it was kept, or
    missed, if there is any.
    """
    stands = [stand(record, promised, row, day) for row in rows]
    if not stands:
        return None
    newest = max(enumerate(stands), key=lambda pair: (pair[1].counted, pair[0]))[1]
    kept, short = ([one for one in stands if one.word == word] for word in (KEPT, SHORT))
    if not newest.over or not (kept or short):
        return newest
    if kept and short:
        return replace(newest, word=DISPUTED)
    return kept[0] if kept else short[-1]


def seen_from(record: Record) -> date | None:
    """The day from which an edition looks; for all that is known that of the newest document."""
    return record.parameters.day or record.newest_day


def paces(record: Record, found: Progress) -> list[tuple[Claim, Stand]]:
    """Every pace that somebody else named, oldest first, each with how far the promise was by the newest
    total then public, as seen from that day. Without a total before it, none."""
    totals = [one for one in found.every if one.word != OLDER]
    totals.sort(key=lambda one: (one.day, one.counted))
    made = []
    for row in record.stated_after(date.min, [record.roles.pace]):
        day = end_of(row.published)
        before = [one for one in totals if one.day <= day]
        if before and row.hedge != "none" and not row.scope:
            made.append((row, stand(record, found.promise, before[-1].row, day)))
    return sorted(made, key=lambda pair: (end_of(pair[0].published), pair[0].claim_id))
