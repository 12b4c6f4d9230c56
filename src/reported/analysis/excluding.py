"""Excluding: which later figures exclude others, under each reading and for each margin for "about", which
were held against no other, and which could have shown a figure under examination to be too high.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from reported.analysis import contradictions, hedges
from reported.analysis.afterwards import Later
from reported.analysis.contradictions import Held, Pair
from reported.analysis.record import MARGINS
from reported.dossier.claim import Claim

Pairs = dict[tuple[str, str], Pair]  # by the ids of the two claims, the higher first
COULD_HOLD = "saying what something could hold"  # why a total was held against no other


@dataclass(frozen=True)
class Excluding:
    """Every figure that the relations tie, held against the others; a pair told has a later one in it."""

    later: Later

    @cached_property
    def _held(self) -> Mapping[tuple[str, float], Held]:
        """All of it, by reading and by how far "about" may be off."""
        record = self.later.record
        tied, here = {*record.tied()}, record.parameters.approx_tolerance
        records = {share: record.reread(approx_tolerance=share) for share in sorted({*MARGINS, here})}
        kin = contradictions.Kin(record.links)
        return {
            (reading, share): contradictions.hold(
                (row for row in other.rows(reading) if row.quantity in tied), kin
            )
            for reading in hedges.READINGS
            for share, other in records.items()
        }

    @cached_property
    def _own(self) -> Held:
        """What this edition's own reading and margin come to."""
        own = self.later.record.parameters
        return self._held[own.reading, own.approx_tolerance]

    @cached_property
    def by_margin(self) -> dict[str, dict[float, Pairs]]:
        """The figures that exclude each other, by reading and margin."""
        found: dict[str, dict[float, Pairs]] = {}
        for (reading, share), held in self._held.items():
            of_these = [pair for pair in held.contradicting if self.later.names & {*pair.claims}]
            found.setdefault(reading, {})[share] = {pair.claims: pair for pair in of_these}
        return found

    def at_margins(self, reading: str, key: tuple[str, str]) -> dict[float, bool]:
        """Whether two figures exclude each other on a reading, at each margin."""
        return {share: key in pairs for share, pairs in self.by_margin[reading].items()}

    def on(self, reading: str) -> Pairs:
        """The figures that exclude each other on a reading, at this edition's margin."""
        return self.by_margin[reading][self.later.record.parameters.approx_tolerance]

    @cached_property
    def pairs(self) -> Pairs:
        """The figures that exclude each other on one reading or another, at this edition's margin."""
        return {key: pair for reading in hedges.READINGS for key, pair in self.on(reading).items()}

    @property
    def crossing(self) -> list[Pair]:
        """Later figures that look like a contradiction and are none."""
        return [pair for pair in self._own.crossing if self.later.names & {*pair.claims}]

    def against_examined(self, reading: str) -> dict[str, tuple[Claim, tuple[str, str]]]:
        """Later figures that exclude one under examination on a reading, each with the ids of the pair."""
        examined = {row.claim_id for row in self.later.record.headlines()}
        return {
            row.claim_id: (row, key)
            for key, pair in self.on(reading).items()
            if examined & {*key}
            for row in (pair.more, pair.less)
            if row.claim_id in self.later.names
        }

    # The later totals: what each was held against

    @cached_property
    def counts(self) -> list[Claim]:
        """The later totals that are counts, and do not only say what something could hold."""
        capacities = {row.claim_id for row in self._own.capacities}
        return [one.first for one in self.later.totals if one.first.claim_id not in capacities]

    @cached_property
    def aside(self) -> dict[str, str]:
        """The later totals that were held against no other, each with the reason."""
        of_totals = {one.first.claim_id for one in self.later.totals}
        left = {row.claim_id: why for row, why in self._own.left if row.claim_id in of_totals}
        held_room = of_totals & {row.claim_id for row in self._own.capacities}
        return left | dict.fromkeys(held_room, COULD_HOLD)

    @property
    def starts(self) -> list[str]:
        """The days from which the others count."""
        rows = (one.first for one in self.later.totals)
        return sorted({row.period_start for row in rows if row.claim_id not in self.aside})

    @cached_property
    def tests(self) -> list[tuple[Claim, Claim]]:
        """Each later total with the figure under examination that it could show to be too high."""
        record = self.later.record
        examined = [row for row in record.headlines() if row.cumulative == "yes"]
        return contradictions.held_against(self.counts, examined, record.links)

    @property
    def floors(self) -> int:
        """How many of these tests are none as worded, because the total names no upper end."""
        return sum(math.isinf(row.interval.high) for row, _ in self.tests)

    def same_months(self) -> list[tuple[Claim, Claim, str]]:
        """Later counts of the months of a figure, each with that figure and how it stands to it."""
        record = self.later.record
        met = contradictions.same_months(self.later.claims, record.headlines(), record.period)
        return [(row, claim, contradictions.beside(row, claim)) for row, claim in met]
