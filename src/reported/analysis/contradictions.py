"""Contradictions: which claims of one quantity cannot both be true as worded.

The count of a part, in part of the time, cannot exceed the count of the whole in all of the time: that is the
only ground on which two totals are held against each other. Totals that began on different days, neither
within the other, are never compared as if they began together. What contradicts is put side by side and never
averaged, and members of an either-or are never added.
"""

from __future__ import annotations

import math
from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

import networkx as nx

from reported.analysis.origins import depends_on, graph
from reported.dossier.claim import CAPACITY, NOT_DONE, RETELLING, Claim, formed, ours
from reported.dossier.dates import end_of, start_of
from reported.dossier.tables import undisturbed


@dataclass(frozen=True)
class Pair:
    """Two claims of one quantity whose ranges do not meet: all that ``more`` allows lies above all that
    ``less`` allows."""

    more: Claim
    less: Claim

    @property
    def claims(self) -> tuple[str, str]:
        """The ids of the two, the higher first."""
        return self.more.claim_id, self.less.claim_id


@dataclass(frozen=True)
class Held:
    """Claims held against each other under one reading.

    ``contradicting`` cannot both be true. ``crossing`` look as if, but nothing follows: the higher total runs
    to an earlier day but also began earlier, or two rates speak of times that overlap and are not the same.
    ``capacities`` say what something could hold and contradict no count. ``left`` are the claims that were
    held against no other, each with the reason.
    """

    contradicting: tuple[Pair, ...]
    crossing: tuple[Pair, ...]
    capacities: tuple[Claim, ...]
    left: tuple[tuple[Claim, str], ...]


def tallied(claims: Iterable[Claim]) -> set[str]:
    """The quantities that are counts: those of which a running total was given. All others are rates, loads
    or shares."""
    return {row.quantity for row in claims if row.cumulative == "yes" and row.modality not in NOT_DONE}


@undisturbed()
def hold(claims: Iterable[Claim], kin: Kin | None = None) -> Held:
    """Hold the claims of each quantity against each other, as one reading takes them (measured claims, with
    ``interval``).

    Counts: A contradicts B where A's window lies within B's, what A counts lies within what B counts, and the
    least that A allows is above the most that B allows. A partial date stands for all of its month or year. B
    counts all that A does where it names the same series or none, the same part (scope) or the whole, and no
    item or one of which A's is a kind. Rates, loads and shares: two of one series, one part and the same time
    contradict where their ranges do not meet; of
    times that only overlap both may be true. Only claims of different origins are held against each other,
    and never one that was computed from the other, even where that link is inferred; ``kin`` knows which.

    Near-linear for counts: each quantity is sorted once by the end of its windows, and a claim meets only
    those that end no later and lie wholly above it, so that 100,000 claims take seconds. Rates meet those of
    their series whose time overlaps.
    """
    rows = list(claims)
    kin, counts = kin or Kin(graph(rows)), tallied(rows)
    held: dict[str, list[Claim]] = {}
    capacities, left = [], []
    for row in rows:
        if reason := _set_aside(row, counts):
            left.append((row, reason))
        elif row.modality == CAPACITY:
            capacities.append(row)
        else:
            held.setdefault(row.quantity, []).append(row)
    contradicting: list[Pair] = []
    crossing: list[Pair] = []
    for quantity, alike in held.items():
        pairs, settled = (_higher_sooner, takes_in) if quantity in counts else (_apart_at_once, _same_time)
        for pair in pairs(alike):
            if kin.strangers(pair.more, pair.less):
                (contradicting if settled(pair.less, pair.more) else crossing).append(pair)
    return Held(_in_order(contradicting), _in_order(crossing), tuple(capacities), tuple(left))


def _in_order(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    return tuple(sorted(pairs, key=lambda pair: (pair.more.quantity, pair.claims)))


def _set_aside(row: Claim, counts: set[str]) -> str:
    """Why a claim is held against no other; empty where it is."""
    if row.status != "active":
        return row.status
    if row.modality in NOT_DONE:
        return NOT_DONE[row.modality]
    if ours(row):
        return "of this analysis itself"
    if row.relation in RETELLING and row.relays:
        return "retelling another claim"
    if formed(row):
        return "formed here from two figures"
    if row.hedge == "none" or math.isnan(row.number):
        return "without a number"
    if row.quantity in counts and not row.period_start:
        return "not saying since when"
    if not row.period_end and (row.quantity in counts or not row.period_start):
        return "not saying until when"
    return ""


def _start(row: Claim) -> date:
    # A rate with one date speaks of that day or month.
    return start_of(row.period_start or row.period_end)


def _end(row: Claim) -> date:
    return end_of(row.period_end or row.period_start)


def takes_in(whole: Claim, part: Claim) -> bool:
    """Whether one total counts all that another counts: its window holds the other's, and it names the same
    kind and part or none in particular.

    A window of which an end is not given takes nothing in and lies in nothing.
    """
    known = all((whole.period_start, whole.period_end, part.period_start, part.period_end))
    return (
        known and _counted_alike(whole, part) and _start(whole) <= _start(part) and _end(part) <= _end(whole)
    )


def held_against(
    totals: Iterable[Claim], claims: Iterable[Claim], links: nx.DiGraph
) -> list[tuple[Claim, Claim]]:
    """Each total with the claim that it could show to be too high: it counts all that the claim counts and
    comes from elsewhere."""
    kin, claims = Kin(links), list(claims)
    return [
        (row, claim)
        for row in totals
        for claim in claims
        if row.quantity == claim.quantity and takes_in(row, claim) and kin.strangers(row, claim)
    ]


def same_months(
    later: Iterable[Claim], claims: Iterable[Claim], period: tuple[date, date] | None
) -> list[tuple[Claim, Claim]]:
    """Later counts, no running totals, that are dated to the days of the figures (or end up to a month
    after), each with the claim it meets."""
    totals = {row.quantity: row for row in claims if row.cumulative == "yes"}
    dated = [
        row
        for row in later
        if row.quantity in totals and row.cumulative == "no" and row.period_start and row.period_end
    ]
    return [
        (row, totals[row.quantity])
        for row in dated
        if period
        and row.hedge != "none"
        and row.modality not in NOT_DONE
        and row.scope == totals[row.quantity].scope
        and _start(row) <= period[1]
        and period[0] <= _end(row) <= period[1] + timedelta(days=31)
    ]


def beside(row: Claim, claim: Claim) -> str:
    """How a count stands to a claim: ``agrees``, ``lower``, ``higher``, or ``cannot be told`` where neither
    counts all of the other."""
    if meets(row, claim):
        return "agrees" if _counted_alike(row, claim) or _counted_alike(claim, row) else "cannot be told"
    if _above(claim, row):
        return "lower" if takes_in(row, claim) else "cannot be told"
    return "higher" if takes_in(claim, row) else "cannot be told"


def kind_within(whole: Claim, part: Claim) -> bool:
    """Whether the items one claim counts (codes; ``a/b`` is a kind of ``a``) are all among, or kinds of,
    those the other counts.

    A claim without a code counts everything, so it takes in any other and lies only in its like.
    """
    wider, finer = whole.item_code.split(), part.item_code.split()
    return not wider or (
        bool(finer) and all(any(f"{code}/".startswith(f"{kind}/") for kind in wider) for code in finer)
    )


def _counted_alike(whole: Claim, part: Claim) -> bool:
    same_part = whole.scope in ("", part.scope)
    return same_part and whole.series in ("", part.series) and kind_within(whole, part)


def _higher_sooner(claims: Iterable[Claim]) -> Iterator[Pair]:
    """Pairs of totals whose windows overlap, of which the higher ends no later: it lies within the other, or
    it began earlier."""
    rows = sorted(claims, key=lambda row: (_end(row), row.claim_id))
    lows: list[tuple[float, int]] = []  # of the totals that ended so far, ascending
    for end, group in groupby(range(len(rows)), key=lambda n: _end(rows[n])):
        together = list(group)
        for n in together:
            insort(lows, (rows[n].interval.low, n))
        for n in together:
            for _, other in lows[bisect_left(lows, (rows[n].interval.high, -1)) :]:
                more, less = rows[other], rows[n]
                tempting = takes_in(less, more) or _start(less) <= _end(more) < end
                if other != n and tempting and _counted_alike(less, more) and _above(more, less):
                    yield Pair(more, less)


def _apart_at_once(claims: Iterable[Claim]) -> Iterator[Pair]:
    """Pairs of rates of one series and one part that speak of overlapping times and do not meet."""
    running: dict[tuple[str, str], list[tuple[date, Claim]]] = {}
    for row in sorted(claims, key=lambda row: (_start(row), row.claim_id)):
        start = _start(row)
        counted = row.series, row.scope
        alike = running[counted] = [(end, other) for end, other in running.get(counted, ()) if end >= start]
        for _, other in alike:
            if _above(other, row):
                yield Pair(other, row)
            elif _above(row, other):
                yield Pair(row, other)
        alike.append((_end(row), row))


def _same_time(a: Claim, b: Claim) -> bool:
    return (_start(a), _end(a)) == (_start(b), _end(b))


def _above(more: Claim, less: Claim) -> bool:
    """Whether no number that ``more`` allows is as low as one that ``less`` allows."""
    low, high = more.interval, less.interval
    return low.low > high.high or (low.low == high.high and (low.low_open or high.high_open))


def meets(a: Claim, b: Claim) -> bool:
    """Whether there is a number that both claims allow."""
    return not (_above(a, b) or _above(b, a))


class Kin:
    """Which claims come from one origin or from one another; ``links`` is the graph of the claims."""

    def __init__(self, links: nx.DiGraph):
        self._links = links
        self._found: dict[str, set[str]] = {}

    def strangers(self, a: Claim, b: Claim) -> bool:
        """Whether two claims have different origins and neither was computed from the other."""
        if a.origin_id == b.origin_id or (a.alternative_group and a.alternative_group == b.alternative_group):
            return False
        return a.claim_id not in self._from(b.claim_id) and b.claim_id not in self._from(a.claim_id)

    def _from(self, claim_id: str) -> set[str]:
        if claim_id not in self._found:
            self._found[claim_id] = set(depends_on(self._links, claim_id))
        return self._found[claim_id]
