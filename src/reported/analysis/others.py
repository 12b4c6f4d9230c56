"""What others said of the same as the figures: who named another total at the time, who counted what has to
hold, and what was named since."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reported.analysis.consistency import GRACE, in_period
from reported.analysis.record import RETOLD, Record
from reported.analysis.totals import Statement
from reported.dossier.claim import ACTUAL, Claim, Interval
from reported.dossier.dates import end_of, last_day


class Counted(NamedTuple):
    """Another count of a figure: what was said, what it allows for the time of the figures, how its own time
    takes away from that, and what has to hold."""

    statement: Statement
    span: Interval
    window: str
    need: Interval

    @property
    def shows(self) -> bool:
        """Whether all that it allows is within what has to hold."""
        span, need = self.span, self.need
        above = span.low > need.low or (span.low == need.low and (span.low_open or not need.low_open))
        below = span.high < need.high or (span.high == need.high and (span.high_open or not need.high_open))
        return (above or not need.floored) and (below or math.isinf(need.high))


def total(record: Record) -> Claim | None:
    """The figure that the first relation makes of others; ``None`` where none stands."""
    return record.headline(record.relations[0].whole) if record.relations else None


def month_before(record: Record) -> list[Statement]:
    """Other totals that were named in the month before the total."""
    figure = total(record)
    return record.contemporaries(figure) if figure and figure.number > 0 else []


def until_earlier(record: Record, said: Sequence[Statement]) -> bool:
    """Whether all of some totals count up to a day before the last of the figures."""
    ends = [last_day(one.first.period_end or one.first.published) for one in said]
    return record.period is not None and all(end is not None and end < record.period[1] for end in ends)


def since(record: Record) -> list[Statement]:
    """Totals of the same that were first named after the figures, oldest first."""
    figure = total(record)
    if figure is None:
        return []
    later = {row.claim_id for row in record.stated_after(record.claimed_on, [figure.quantity])}
    return [one for one in record.running_totals([figure.quantity]) if one.first.claim_id in later]


def counted_last(said: Sequence[Statement]) -> Statement | None:
    """The last of some totals that says how much there was, and not how much there could be."""
    return next((one for one in reversed(said) if one.first.modality == ACTUAL), None)


def higher(said: Iterable[Statement], last: Statement) -> bool:
    """Whether another origin's total of how much there was names a higher number than the last one does."""
    own = last.first
    rows = (one.first for one in said if one.first.modality == ACTUAL)
    return any(row.origin_id != own.origin_id and row.spoken.low > own.spoken.high for row in rows)


def counts(record: Record, always: Mapping[str, Interval]) -> list[Counted]:
    """Counts by other origins of what has to hold, published within a month of the figures."""
    day = record.claimed_on
    return [
        Counted(one, *in_period(one.first, record.period), always[row.quantity])
        for row in record.headlines(RETOLD)
        if row.quantity in always
        for one in record.running_totals([row.quantity])
        if one.first.origin_id != row.origin_id and day and abs(end_of(one.first.published) - day) <= GRACE
    ]
