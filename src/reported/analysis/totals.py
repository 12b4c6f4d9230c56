"""Totals: what was said at once, what was said near each other, and which of it rests on a conversion.

The members of an either-or are alternatives: they make one statement, and have no sum.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from reported.dossier.claim import CAPACITY, COMPUTED, Claim, Interval, relayed
from reported.dossier.dates import end_of, last_day, start_of


@dataclass(frozen=True)
class Statement:
    """What was said at once: one claim, or the members of an either-or, which are alternatives and so have no
    sum."""

    members: tuple[Claim, ...]

    @property
    def first(self) -> Claim:
        """The member that stands first in the table."""
        return self.members[0]

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the members."""
        return tuple(row.claim_id for row in self.members)

    @cached_property
    def spoken(self) -> Interval:
        """From the lowest to the highest number named, hedges left aside."""
        return _envelope(row.spoken for row in self.members)


def _envelope(spans: Iterable[Interval]) -> Interval:
    first, *rest = spans
    for span in rest:
        first = first | span
    return first


def statements(rows: Iterable[Claim]) -> list[Statement]:
    """Claims as statements, in the order met: the members of an either-or make one. Linear."""
    gathered: dict[tuple[str, str, str], list[Claim]] = {}
    for row in rows:
        gathered.setdefault(
            (row.quantity, row.alternative_group, "" if row.alternative_group else row.claim_id), []
        ).append(row)
    return [Statement(tuple(members)) for members in gathered.values()]


def near(
    said: Iterable[Statement],
    days: int,
    dated: Callable[[Claim], date | None],
    alike: Callable[[Claim], str | None] = lambda row: "",
) -> list[tuple[Statement, Statement]]:
    """Pairs of statements of one quantity and different origins that ``dated`` puts no more than ``days``
    apart, the earlier first.

    ``alike`` keeps to pairs for which it gives the same answer; statements for which it gives ``None``, and
    undated ones, are left out. Each group is sorted once, so the time grows with the statements and with
    those within so many days of each other.
    """
    groups: dict[tuple[str, str], list[tuple[date, str, Statement]]] = {}
    for one in said:
        kind, day = alike(one.first), dated(one.first)
        if kind is not None and day:
            groups.setdefault((one.first.quantity, kind), []).append((day, one.first.claim_id, one))
    made: list[tuple[Statement, Statement]] = []
    for group in groups.values():
        recent: deque[tuple[date, Statement]] = deque()
        for day, _, one in sorted(group, key=lambda entry: entry[:2]):
            while recent and day - recent[0][0] > timedelta(days=days):
                recent.popleft()
            made += [(other, one) for _, other in recent if other.first.origin_id != one.first.origin_id]
            recent.append((day, one))
    return made


def until(row: Claim) -> date | None:
    """The last day a claim speaks of; ``None`` where it does not say."""
    return last_day(row.period_end)


def spanned(said: Iterable[Statement]) -> Interval:
    """From the lowest to the highest number that some statements name, hedges left aside."""
    return _envelope(one.spoken for one in said)


def times(one: Statement, other: Statement) -> Interval:
    """How many times the number that ``other`` names is the one that ``one`` names: a range where either is a
    range or an either-or."""
    return one.spoken / other.spoken


def in_times(span: Interval) -> str:
    """A ratio, or a range of ratios, as the code of an answer: ``1.5``, ``0.33 to 2``."""
    low, high = (f"{float(f'{end:.2g}'):g}" for end in (span.low, span.high))
    return low if low == high else f"{low} to {high}"


def days_apart(one: str, other: str) -> tuple[int, bool]:
    """Days between two dates (YYYY-MM-DD, or partial), and whether that is exact; between partial dates it is
    the most it can be."""
    most = max(abs((end_of(a) - start_of(b)).days) for a, b in ((one, other), (other, one)))
    return most, all(start_of(day) == end_of(day) for day in (one, other))


def converted(row: Claim, by_id: Mapping[str, Claim]) -> bool:
    """Whether a total rests on a conversion: it was worked out from a count of something else, or from a
    total that was.

    ``by_id`` maps ids to claims. Where the data do not say what it was worked out from, its modality
    (it "could hold" so many) or its basis (``derived``) decides. Whether a relation ties the two does not
    matter (journeys and weights are converted too).
    """
    parents = (
        [by_id[name] for name, _ in relayed(row.relays) if name in by_id] if row.relation == COMPUTED else []
    )
    if parents:
        return any(parent.quantity != row.quantity or converted(parent, by_id) for parent in parents)
    return row.basis == "derived" or row.modality == CAPACITY
