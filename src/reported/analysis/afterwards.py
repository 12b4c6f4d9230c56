"""Afterwards: what was stated after the figures under examination were published, and where two agencies of
one government then gave totals near each other.

A retelling states nothing, so it is left out; totals joined by "or" are alternatives and make one statement.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from reported.analysis import contradictions, origins, totals
from reported.analysis.record import Record
from reported.analysis.totals import Statement
from reported.dossier.claim import Claim, Interval

ANY, SAME, OTHER, UNKNOWN = "any", "same", "other", "unknown"  # times that two totals speak of


@dataclass(frozen=True)
class Agencies:
    """Totals of two institutions of one government, published near each other, the earlier first."""

    one: Statement
    other: Statement

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of both, members of an either-or among them."""
        return self.one.claims + self.other.claims

    @cached_property
    def differ(self) -> bool:
        """Whether they differ as worded: all that the one allows lies above all that the other allows."""
        pairs = ((x, y) for x in self.one.members for y in self.other.members)
        return not any(contradictions.meets(x, y) for x, y in pairs)

    @cached_property
    def unlike(self) -> bool:
        """Whether they name different numbers, hedges left aside."""
        return not any(x.spoken & y.spoken for x in self.one.members for y in self.other.members)

    @cached_property
    def times(self) -> Interval:
        """How many times the number of the one is that of the other."""
        return totals.times(self.other, self.one)

    @property
    def factor(self) -> float:
        """How far apart the numbers lie, as a ratio of at least one."""
        return max(self.times.low, 1 / self.times.high)

    @property
    def days(self) -> tuple[int, bool]:
        """Days from one to the other, and whether that is exact."""
        return totals.days_apart(self.one.first.published, self.other.first.published)

    @property
    def when(self) -> str:
        """Whether they speak of the same time; of any, where as worded both can be true."""
        ends = [(one.first.period_start, one.first.period_end) for one in (self.one, self.other)]
        if not self.differ:
            return ANY
        return UNKNOWN if not all(map(all, ends)) else SAME if ends[0] == ends[1] else OTHER


@dataclass(frozen=True)
class Later:
    """What was stated after the figures under examination of a record."""

    record: Record

    @cached_property
    def claims(self) -> list[Claim]:
        """The claims of what the relations tie, each where somebody first stated it, oldest first."""
        return self.record.stated_after(self.record.claimed_on, self.record.tied())

    @cached_property
    def names(self) -> frozenset[str]:
        """The ids of these claims."""
        return frozenset(row.claim_id for row in self.claims)

    @cached_property
    def totals(self) -> list[Statement]:
        """The running totals among them."""
        return totals.statements(
            row for row in self.claims if row.cumulative == "yes" and row.hedge != "none"
        )

    @cached_property
    def of_each(self) -> dict[str, list[Statement]]:
        """The running totals of each quantity that has any."""
        of: dict[str, list[Statement]] = {quantity: [] for quantity in self.record.tied()}
        for one in self.totals:
            of[one.first.quantity].append(one)
        return {quantity: said for quantity, said in of.items() if said}

    @cached_property
    def portions(self) -> list[Claim]:
        """The shares of something and the changes in it that no relation ties, each where somebody first
        stated it, oldest first."""
        tied = self.record.tied()
        loose = [q for q, of in self.record.plan.quantities.items() if of.of_item and q not in tied]
        found = self.record.stated_after(self.record.claimed_on, loose)
        return [row for row in found if row.hedge != "none"]

    @cached_property
    def origins(self) -> origins.Count:
        """How many origins stand behind the running totals."""
        return origins.count(row for one in self.totals for row in one.members)

    @cached_property
    def agencies(self) -> list[Agencies]:
        """Totals of two agencies of one government, at least one of each two from after the figures."""
        pairs = [Agencies(*pair) for pair in self.record.agencies()]
        return [pair for pair in pairs if self.names & {*pair.claims}]


def farthest(pairs: Iterable[Agencies]) -> Agencies | None:
    """Of totals that name different numbers, the two that lie farthest apart, before all those that differ as
    worded."""
    unlike = (pair for pair in pairs if pair.unlike)
    return max(unlike, key=lambda pair: (pair.differ, pair.factor), default=None)
