"""Reconciliation: can the figures all be true together, and what would have to hold?

The relations (sums, differences, products, ratios) form a tree, so that messages along it (``propagation``)
tell for each quantity exactly what all the others imply, and on which claims each end of that rests. Nothing
is drawn at random and no distribution is invented.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property, lru_cache, partial, reduce
from operator import or_
from typing import NamedTuple

import networkx as nx
import numpy as np
from numpy.typing import NDArray

from reported.analysis.columns import Column, beside, combined
from reported.analysis.origins import WITHDRAWN, comes_from, graph
from reported.analysis.propagation import Equation, Many, Network, Solution, cuts
from reported.analysis.ranges import POSITIVE, Number, Piece, Range, Span, strictest
from reported.dossier.claim import (
    ACTUAL,
    CAPACITY,
    COMPUTED,
    GIVEN_WITH,
    NOT_DONE,
    OVER,
    OWN_BASIS,
    PART,
    RETELLING,
    Claim,
    Interval,
    anything,
    formed,
    made_of,
    ours,
    relayed,
)
from reported.dossier.dates import first_day, last_day
from reported.dossier.plan import Relation
from reported.dossier.tables import undisturbed

COUNTS_ELSE, LATER_MONTHS = "counted otherwise", "running on into later months"

FITS, ONLY_IF, EDGE, TENSION, NO_FIT, RESTATED, UNTESTED = (
    "fits", "fits only if", "meets at the edge", "in tension", "does not fit", "restated", "cannot be tested",
)  # fmt: skip
# How the time of a claim differs from the one that is asked about.
ANOTHER_TIME, PART_OF_THE_TIME, ANOTHER_STRETCH, SHORTER = (
    "another time", "part of the time", "another stretch", "shorter",
)  # fmt: skip
# By whether it is not known since when, and until when, a claim counts; by whether it counts from an earlier
# day, and to a later one.
_UNSAID = {
    (False, False): "", (True, False): "no start", (False, True): "no end", (True, True): "no start no end",
}  # fmt: skip
_BEYOND = {
    (False, False): "", (True, False): "earlier", (False, True): "later", (True, True): "earlier later",
}  # fmt: skip
# No numbers make all figures true; at the edge they miss by less than their rounding.
FAILING = (NO_FIT, EDGE)
# A total made up so long after the last day of the figures still speaks of the same months.
GRACE = timedelta(days=31)
CLOSE, FAR, NEVER = "close", "far", "never"  # how far figures that do not fit miss one another
MOST_CALLED = 100  # relations whose messages may be asked for one by one


def how_far(factor: float) -> str:
    """How far figures miss one another, by the factor by which every bound would have to give: by less than
    one per cent, further, or for ever.
    """
    return CLOSE if factor < 1.005 else FAR if math.isfinite(factor) else NEVER


@dataclass(frozen=True)
class Bound:
    """What was said about a quantity: the interval, the claims that set its ends, and the rounding of these
    as a share of each end. ``of``: what each claim says, where it is the range of several."""

    interval: Interval
    low_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()
    rounding: tuple[float, float] = (0.0, 0.0)
    of: tuple[Bound, ...] = field(default=(), repr=False)

    @property
    def rounded(self) -> Bound:
        """The same with each end given as far as its number was rounded, and in it: there they may touch."""
        span, (low, high) = self.interval, self.rounding
        least = span.low / (1 + low) if span.low > 0 else span.low * (1 + low)
        most = span.high * (1 + high) if span.high > 0 else span.high / (1 + high)
        return replace(self, interval=Interval(least, most, False, False, span.signed))


@dataclass(frozen=True)
class Case:
    """One way of reading everything: the relations that apply and a bound for each quantity something was
    said about.

    ``known`` is what the calendar tells, in base units; it rests on no claim. Quantities are above nought but
    those that are ``signed``.
    """

    relations: tuple[Relation, ...]
    bounds: dict[str, Bound]
    label: dict[str, str] = field(default_factory=dict)
    known: dict[str, float] = field(default_factory=dict)
    signed: frozenset[str] = frozenset()

    @property
    def quantities(self) -> list[str]:
        """Every quantity of the relations, each once, in the order met."""
        return list(dict.fromkeys(q for relation in self.relations for q in relation.quantities))


@dataclass(frozen=True)
class Implied:
    """What everything else allows for a quantity, and the quantities and claims each finite bound rests
    on."""

    interval: Interval | None  # None: the other figures contradict each other already
    low_rests_on: tuple[str, ...] = ()
    high_rests_on: tuple[str, ...] = ()
    low_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that set either bound."""
        return tuple(dict.fromkeys((*self.low_claims, *self.high_claims)))

    @property
    def ends(self) -> tuple[tuple[float, bool] | None, ...]:
        """The low end and the high one, each with whether it is open; ``None`` where there is none."""
        span = self.interval
        return ((span.low, span.low_open), (span.high, span.high_open)) if span else (None, None)


@dataclass(frozen=True)
class Verdict:
    """The outcome for one quantity of a case: the word, what was said, what is implied, and the break-even
    where there is one."""

    quantity: str
    word: str
    said: Interval | None
    implied: Implied
    least: float | None = None  # fits only if the quantity is at least this
    most: float | None = None
    restates: tuple[str, ...] = ()
    inferred: bool = False
    signed: bool = False  # whether the quantity can be nought and below

    @property
    def cut(self) -> bool:
        """Whether the others cut into what was said."""
        return self.least is not None or self.most is not None

    @property
    def behind(self) -> tuple[str, ...]:
        """The claims that set the end which cuts into what was said."""
        low = self.implied.low_claims if self.least is not None else ()
        return low + (self.implied.high_claims if self.most is not None else ())

    @property
    def needs(self) -> Interval:
        """What is implied; where the others contradict each other, anything."""
        return self.implied.interval or anything(self.signed)


def implied(case: Case, quantity: str) -> Implied:
    """Drop what was said about ``quantity``; what does everything else allow for it?"""
    return implying(case)(quantity)


def implying(case: Case) -> Callable[[str], Implied]:
    """Tells of a quantity what ``implied`` does, of a case that is solved once for all of them."""
    tied, solution = {*case.quantities}, _solved(case)

    def told(quantity: str) -> Implied:
        if quantity not in tied:
            return Implied(anything(quantity in case.signed))
        return _implied(case, solution, quantity)

    return told


def behind(case: Case, quantity: str) -> tuple[str, ...]:
    """The claims behind a condition, as ``outcome`` tells them, with nothing solved but what hangs together
    with its quantity."""
    network = _network_of(case)
    root = network.root
    near = {q: b for q, b in case.bounds.items() if q in network.places and root(q) == root(quantity)}
    return _judged(case, _solved(replace(case, bounds=near)), quantity, NO_FIT, None).behind


def stretch(case: Case) -> tuple[float, dict[str, float]]:
    """The smallest factor by which all bounds must be loosened for everything to hold, and each quantity's
    share in it.

    1.00 means that the figures fit, or that open ends touch. The ends that miss one another give by the same
    factor, so that they share alike; shares add up to 1 where the factor is above 1.
    """
    exact, names = _solved(case).stretch()
    factor, apart = printed(exact), [name.split()[0] for name in names]
    shares = {q: apart.count(q) / len(apart) for q in case.quantities if q in apart}
    return factor, shares if factor > 1 else {}


@dataclass(frozen=True)
class Outcome:
    """What came of a case: one word for all of it, a verdict for each quantity, and how far the bounds had to
    be stretched."""

    case: Case
    word: str
    verdicts: dict[str, Verdict]

    @cached_property
    def _stretched(self) -> tuple[float, dict[str, float]]:
        return stretch(self.case)

    @property
    def stretch(self) -> float:
        """The smallest factor by which all bounds must be loosened for everything to hold."""
        return self._stretched[0]

    @property
    def carried_by(self) -> dict[str, float]:
        """Each quantity's share in the stretch."""
        return self._stretched[1]

    def behind(self, quantity: str) -> tuple[str, ...]:
        """The claims behind a condition."""
        return self.verdicts[quantity].behind

    @property
    def conditions(self) -> dict[str, Interval]:
        """What must hold: the quantities whose stated range is cut by the others, with what is left for
        them."""
        cut = {name: v for name, v in self.verdicts.items() if v.cut}
        return {} if self.word in FAILING else {name: _left(v) for name, v in cut.items()}


@undisturbed()
def outcome(case: Case, links: nx.DiGraph | None = None) -> Outcome:
    """Hold what was said about each quantity of a case against what everything else implies.

    ``links`` (the graph of the claims) lets agreement be told from repetition: where an implied bound was
    computed from the claim tested, or nothing but the same origin stands behind it, the verdict is
    *restated*.
    """
    return Following(links).outcome(case)


class Following:
    """The outcomes of cases that come one after the other. Quantities that hang together and of which the
    next case says the same are not judged again.
    """

    def __init__(self, links: nx.DiGraph | None = None) -> None:
        self._links = links
        self._last: tuple[Outcome, Solution, str] | None = None

    def outcome(self, case: Case) -> Outcome:
        """What comes of a case, as by ``outcome``."""
        solution, same = self._solved(case)
        failing = _failing(case, solution)
        if self._last and self._last[2] != failing:  # their word is not that of before
            same = {q: verdict for q, verdict in same.items() if solution.holds(q)}
        verdicts = {
            q: same.get(q) or _judged(case, solution, q, failing, self._links)
            for q in solution.network.places
        }
        words = {v.word for v in verdicts.values()}
        cut = any(v.cut for v in verdicts.values())
        word = failing if failing in words else UNTESTED if words <= {UNTESTED} else ONLY_IF if cut else FITS
        made = Outcome(case, word, verdicts)
        self._last = made, solution, failing
        return made

    def _solved(self, case: Case) -> tuple[Solution, dict[str, Verdict]]:
        """A case solved, and what was judged before of quantities that hang together with no other bound."""
        if self._last is None or not _tied_alike(self._last[0].case, case):
            return _solved(case), {}
        before, solution, _ = self._last
        old, new, root = before.case.bounds, case.bounds, solution.network.root
        changed = [q for q in before.verdicts if old.get(q) != new.get(q)]
        roots = {root(q) for q in changed}
        said = {q: [_span(q, new[q].interval)] if q in new else [] for q in changed}
        return solution.changed(said), {q: v for q, v in before.verdicts.items() if root(q) not in roots}


def _tied_alike(case: Case, other: Case) -> bool:
    """Whether two cases differ in nothing but what was said."""
    return (case.relations, case.known, case.signed) == (other.relations, other.known, other.signed)


class Held(NamedTuple):
    """What came of a case in short: the word for all of it, what must hold, and what all others leave for
    each quantity (none for one for which they leave nothing)."""

    word: str
    conditions: dict[str, Interval]
    left: dict[str, Interval]


class Came(NamedTuple):
    """What came of many cases, a row each: the word, what must hold, and what all others leave for each
    quantity (``None``: nothing)."""

    words: Column[str]
    conditions: Column[dict[str, Interval]]
    left: dict[str, Column[Interval | None]]

    def held(self, row: int) -> Held:
        """What came of one of them."""
        left = _kept({quantity: column[row] for quantity, column in self.left.items()})
        return Held(self.words[row], self.conditions[row], left)


def _kept(spans: Mapping[str, Interval | None]) -> dict[str, Interval]:
    return {quantity: span for quantity, span in spans.items() if span}


def came(alike: Case, bounds: Mapping[str, Column[Bound | None]], rows: int) -> Came:
    """The words and the conditions of many cases, as ``outcome`` gives them, without what they rest on.

    The cases are ``alike`` but for their bounds: of each quantity a column, with ``None`` in rows where
    nothing was said about it. What a range means for another is worked out once, however many rows share the
    two, so that tens of thousands take some tenths of a second.
    """
    tied = {quantity: bounds[quantity] for quantity in alike.quantities if quantity in bounds}
    if len(alike.relations) > MOST_CALLED:
        return _one_by_one(alike, tied, rows)
    many = _many(alike, tied, rows)
    left = {quantity: many.left(quantity) for quantity in alike.quantities}
    wholes = {q: found.each(partial(_whole, q in alike.signed)) for q, found in left.items()}
    cut = {quantity: _conditions(said, left[quantity], wholes[quantity]) for quantity, said in tied.items()}
    words = _words(alike, tied, many.possible, wholes, cut)
    failing = words.passing(FAILING.__contains__)
    kinds, first = combined([failing, *(column.which for column in cut.values())], rows)
    conditions = [{} if failing[row] else _kept({q: cut[q][row] for q in cut}) for row in first]
    return Came(words, Column(conditions, kinds), wholes)


def _many(alike: Case, bounds: Mapping[str, Column[Bound | None]], rows: int) -> Many:
    spans = {
        quantity: column.each(lambda bound: spanned(bound.interval) if bound else None)
        for quantity, column in bounds.items()
    }
    return Many(_network_of(alike), spans, rows)


def _words(
    alike: Case,
    bounds: Mapping[str, Column[Bound | None]],
    possible: NDArray[np.bool_],
    wholes: Mapping[str, Column[Interval | None]],
    cut: Mapping[str, Column[Interval | None]],
) -> Column[str]:
    """The word for each of many cases."""
    rounded = {
        quantity: column.rows(~possible).each(lambda bound: bound and bound.rounded)
        for quantity, column in bounds.items()
    }
    touching = _many(alike, rounded, int((~possible).sum())).possible
    limited, tested = np.zeros(len(possible), bool), np.zeros(len(possible), bool)
    for quantity, said in bounds.items():
        limited |= cut[quantity].passing(bool)
        tested |= said.passing(bool) & wholes[quantity].passing(lambda span: not (span and span.unbounded))
    words = [ONLY_IF, FITS, UNTESTED, EDGE, NO_FIT]
    which = np.where(limited, 0, np.where(tested, 1, 2))
    which[~possible] = np.where(touching, 3, 4)
    return Column(words, which)


def _whole(signed: bool, left: Range) -> Interval | None:
    """All that everything else allows for a quantity; ``None`` where that is nothing."""
    if not left.pieces:
        return None
    low, high = left.pieces[0][0], left.pieces[-1][1]
    return _interval(low.value, high.value, low.open, high.open, signed)


def _conditions(
    said: Column[Bound | None], left: Column[Range], wholes: Column[Interval | None]
) -> Column[Interval | None]:
    """What must hold for a quantity, after what was said about it and what everything else leaves; ``None``
    for nothing."""
    ends = said.each(lambda bound: strictest([_span("", bound.interval)]) if bound else None)
    cut = beside(ends, left).each(lambda both: _cut(*both))
    return beside(wholes, cut).each(lambda both: both[0] and both[1] and both[0].without(*both[1]))


def _cut(ends: Piece | None, left: Range) -> tuple[bool, bool] | None:
    """Whether the low end stays and whether the high one does; ``None`` where both do."""
    least, most = cuts(ends, left) if ends else (None, None)
    return None if least is None and most is None else (least is None, most is None)


def _one_by_one(alike: Case, bounds: Mapping[str, Column[Bound | None]], rows: int) -> Came:
    """The same by holding each case, for more relations than can be asked one through the other."""
    kinds, first = combined([column.which for column in bounds.values()], rows)
    following = Following()
    found = [following.outcome(at_row(alike, bounds, row)) for row in first]
    left = {q: Column([one.verdicts[q].implied.interval for one in found], kinds) for q in alike.quantities}
    words, conditions = [one.word for one in found], [one.conditions for one in found]
    return Came(Column(words, kinds), Column(conditions, kinds), left)


def at_row(alike: Case, bounds: Mapping[str, Column[Bound | None]], row: int) -> Case:
    """One of many cases that are alike but for their bounds."""
    found = {quantity: column[row] for quantity, column in bounds.items()}
    return replace(alike, bounds={quantity: bound for quantity, bound in found.items() if bound})


def _failing(case: Case, solution: Solution) -> str:
    """The word for figures that do not fit: where they would if each gave by its own rounding, they meet at
    the edge, since the gap between them says nothing."""
    if solution.possible:
        return NO_FIT
    clashing = [q for q in case.bounds if q in solution.network.places and not solution.holds(q)]
    rounded = _solved(replace(case, bounds={q: case.bounds[q].rounded for q in clashing}))
    return EDGE if all(map(rounded.holds, clashing)) else NO_FIT


def _judged(case: Case, solution: Solution, quantity: str, failing: str, links: nx.DiGraph | None) -> Verdict:
    bound, found = case.bounds.get(quantity), _implied(case, solution, quantity)
    signed = quantity in case.signed
    if bound is None or (found.interval is not None and found.interval.unbounded):
        return Verdict(quantity, UNTESTED, bound.interval if bound else None, found, signed=signed)
    if not solution.holds(quantity):
        return Verdict(quantity, failing, bound.interval, found, signed=signed)
    restates, inferred = _restates(bound, found, links)
    least, most = (None if end is None else printed(end) for end in solution.break_even(quantity))
    cut = least is not None or most is not None
    word = RESTATED if restates else ONLY_IF if cut else FITS
    return Verdict(quantity, word, bound.interval, found, least, most, restates, inferred, signed)


def _left(v: Verdict) -> Interval:
    return v.needs.without(low=v.least is None, high=v.most is None)


def either(spans: Iterable[Interval | None]) -> Interval | None:
    """What is implied if at least one of several cases is right; ``None`` where none of them holds."""
    held = [span for span in spans if span is not None]
    return reduce(or_, held) if held else None


def under(outcomes: Iterable[Outcome], **label: str) -> list[Outcome]:
    """The outcomes of the cases with this label, for instance ``reading="literal"``."""
    return [o for o in outcomes if label.items() <= o.case.label.items()]


def possible(outcomes: Iterable[Outcome]) -> bool:
    """Whether the figures can all be true in at least one of several cases."""
    return bool(fitting(outcomes))


def without(case: Case, quantity: str) -> Case:
    """The case as if nothing had been said about a quantity."""
    return replace(case, bounds={name: bound for name, bound in case.bounds.items() if name != quantity})


def taken_away(case: Case, claims: Iterable[str]) -> Case:
    """The case as if some claims had given no number, so that no ratio was formed from them either. Nothing
    stands in for them."""
    gone = set(claims)
    left = {quantity: _left_of(bound, gone) for quantity, bound in case.bounds.items()}
    return replace(case, bounds={quantity: bound for quantity, bound in left.items() if bound})


def _left_of(bound: Bound, gone: set[str]) -> Bound | None:
    if not bound.of:
        return bound if gone.isdisjoint(made_of(bound.low_claims)) else None
    left = [one for one in bound.of if gone.isdisjoint(made_of(one.low_claims))]
    return envelope(left) if len(left) < len(bound.of) else bound


def held_back(case: Case, quantity: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The claims that hold the low end, and those that hold the high end, of what is implied for a quantity
    where it is, and do not set it.

    What was said of a quantity reaches from the lowest to the highest that one of its claims allows. Without
    the outermost one it is narrower, and may set an end that something else sets now, or leave nothing at
    all.
    """
    found = implied(case, quantity)
    outermost = made_of(c for bound in case.bounds.values() for c in (*bound.low_claims, *bound.high_claims))
    without_it = {name: implied(taken_away(case, [name]), quantity).ends for name in outermost}
    low, high = (
        tuple(name for name, ends in without_it.items() if ends[side] != end and name not in made_of(claims))
        for side, end, claims in zip((0, 1), found.ends, (found.low_claims, found.high_claims), strict=True)
    )
    return (low, high) if found.interval else ((), ())


def carriers(cases: Sequence[Case], links: nx.DiGraph | None = None) -> dict[str, dict[str, Interval | None]]:
    """Which quantities carry the answer: for each, the conditions that change if nothing had been said about
    it.

    Takes the cases of one wording and reading, which have the same relations. The value is what is left of a
    condition on another quantity (``None``: nothing has to hold any more). Where the figures do not fit, a
    quantity carries the answer if they fit without it; its own name then stands for that.
    """
    outcomes = [outcome(case, links) for case in cases]
    before, fitted = needed(outcomes), [o.word not in FAILING for o in outcomes]
    carried: dict[str, dict[str, Interval | None]] = {}
    for names in _network_of(cases[0]).together if cases else ():
        near, others = [_near(case, names) for case in cases], [_fits_but_for(names, o) for o in outcomes]
        touched = [name for name in before if name in names]
        for quantity in (q for q in names if any(q in case.bounds for case in cases)):
            left = [outcome(without(case, quantity), links) for case in near]
            fit = [o.word not in FAILING and rest for o, rest in zip(left, others, strict=True)]
            if not any(fitted):
                carried[quantity] = {quantity: None} if any(fit) else {}
            elif fit == fitted:  # then nothing has changed for what does not hang together with it
                after = needed(o for o, fits in zip(left, fit, strict=True) if fits)
                carried[quantity] = _moved(before, after, touched, quantity)
            else:
                after = needed(outcome(without(case, quantity), links) for case in cases)
                carried[quantity] = _moved(before, after, before, quantity)
    said = dict.fromkeys(name for case in cases for name in case.bounds)
    return {quantity: carried[quantity] for quantity in said if carried.get(quantity)}


def _moved(
    before: Mapping[str, Interval], after: Mapping[str, Interval], names: Iterable[str], but: str
) -> dict[str, Interval | None]:
    """Those of some conditions that are no longer what they were, but for one of them."""
    return {
        name: after.get(name)
        for name in names
        if name != but and (name not in after or not _alike(before[name], after[name]))
    }


def _near(case: Case, names: Container[str]) -> Case:
    """Of a case only what is about some quantities that hang together with no other."""
    return replace(
        case,
        relations=tuple(relation for relation in case.relations if relation.whole in names),
        bounds={quantity: bound for quantity, bound in case.bounds.items() if quantity in names},
    )


def _fits_but_for(names: Container[str], of: Outcome) -> bool:
    return not any(v.word in FAILING for quantity, v in of.verdicts.items() if quantity not in names)


def _alike(a: Interval, b: Interval) -> bool:
    """Whether two conditions print the same: their ends differ by less than a hundredth."""
    return all(math.isclose(x, y, rel_tol=0.01) for x, y in ((a.low, b.low), (a.high, b.high)))


def answer(outcomes: Sequence[Outcome]) -> str:
    """The verdict on all figures together when any one of several cases may be right."""
    if not possible(outcomes):
        return EDGE if any(o.word == EDGE for o in outcomes) else NO_FIT
    if {o.word for o in outcomes} == {UNTESTED}:
        return UNTESTED
    return ONLY_IF if needed(outcomes) else FITS


def needed(outcomes: Iterable[Outcome]) -> dict[str, Interval]:
    """What must hold whichever of several cases is right: for each quantity that is cut in one of them, the
    limits that hold in all.

    A limit counts only at an end that is cut somewhere (a ceiling implied for a floor takes nothing away from
    it), and only where it asks for more than what was said.
    """
    right = fitting(outcomes)
    spans = {}
    for quantity in dict.fromkeys(q for o in right for q in o.conditions):
        verdicts = [o.verdicts[quantity] for o in right]
        whole = reduce(or_, (v.needs for v in verdicts))
        said = reduce(or_, (v.said or anything(v.signed) for v in verdicts))
        low = any(v.least is not None for v in verdicts) and whole.low > said.low
        high = any(v.most is not None for v in verdicts) and whole.high < said.high
        kept = whole.without(low=not low, high=not high)
        if not kept.unbounded:
            spans[quantity] = kept
    return spans


def fitting(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """Those of several ways of reading on which the figures can all be true."""
    return [o for o in outcomes if o.word not in FAILING]


def shared(outcomes: Iterable[Outcome]) -> dict[str, Interval]:
    """What has to hold on every way of reading on which the figures fit: the limits that each of these sets,
    as far as all agree."""
    right = fitting(outcomes)
    return {q: span for q, span in needed(right).items() if all(q in o.conditions for o in right)}


def varying(outcomes: Iterable[Outcome]) -> dict[str, list[Interval]]:
    """What has to hold on some of these ways only: for each such quantity the limit that each of them
    sets."""
    right, always = fitting(outcomes), shared(outcomes)
    found: dict[str, list[Interval]] = {}
    for quantity, span in ((q, span) for o in right for q, span in o.conditions.items() if q not in always):
        found.setdefault(quantity, []).append(span)
    return found


def overall(verdicts: Iterable[Verdict]) -> str:
    """One word for a quantity over several cases (readings, wordings, series)."""
    words = {v.word for v in verdicts}
    for alone in (UNTESTED, NO_FIT, RESTATED):
        if words == {alone}:
            return alone
    if words & {*FAILING}:
        return TENSION if words - {*FAILING} else EDGE if EDGE in words else NO_FIT
    words -= {UNTESTED}
    return ONLY_IF if ONLY_IF in words else FITS if FITS in words else RESTATED


def ratios(
    claims: Iterable[Claim],
    relations: Iterable[Relation],
    units: Mapping[str, Mapping[str, float]],
    signed: Container[str] = (),
) -> list[Claim]:
    """Conversions that sources made without naming the factor: a total derived from a count of loads gives
    the load.

    Takes and returns measured claims. A ratio has the basis ``derived``, is related to both claims, and has
    period, series, speaker and source of the product. Of a part it speaks no more than the two do: a factor
    holds for what was converted with it, so that two of different parts make none, and neither do two of
    which one was only promised or expected. A ratio of two floors is no bound; it shows the habit of the one
    who converted.
    """
    by_id = {
        row.claim_id: row for row in claims if not math.isnan(row.number) and row.modality not in NOT_DONE
    }
    converted: dict[str, list[Claim]] = {}
    for row in by_id.values():
        if row.relation in (COMPUTED, GIVEN_WITH) and row.status not in WITHDRAWN:
            converted.setdefault(row.quantity, []).append(row)
    made = []
    for relation in relations:
        for row in converted.get(relation.product, ()):
            for other, inferred in relayed(row.relays):
                divisor = by_id.get(other)
                if divisor is None or inferred or divisor.status in WITHDRAWN or divisor.scope != row.scope:
                    continue
                stands_for = relation.stand_in.get(divisor.quantity, divisor.quantity)
                if stands_for in relation.factors:
                    (quantity,) = (factor for factor in relation.factors if factor != stands_for)
                    made.append(_ratio(row, divisor, quantity, base(units[quantity]), quantity in signed))
    return made


def _ratio(row: Claim, divisor: Claim, quantity: str, unit: str, signed: bool) -> Claim:
    """A claim divided by another that it was worked out from."""
    span = row.spoken / divisor.number
    spread = span.low != span.high
    low, high = row.rounding
    return row._replace(
        claim_id=f"{row.claim_id}{OVER}{divisor.claim_id}",
        quantity=quantity,
        stated="",
        gloss="",
        modality=ACTUAL,
        hedge="range" if spread else "exact",
        value=span.low,
        value_high=span.high if spread else math.nan,
        margin=math.nan,
        unit=unit,
        scope="",
        relays=f"{row.claim_id} {divisor.claim_id}",
        relation=COMPUTED,
        basis="derived",
        period_start=row.period_start or divisor.period_start,
        period_end=row.period_end or divisor.period_end,
        cumulative="no",
        alternative_group="",
        note="",
        number=span.low,
        spoken=span,
        interval=replace(span, signed=signed),
        rounding=(low + divisor.rounding[0], high + divisor.rounding[0]),
    )


def base(units: Mapping[str, float]) -> str:
    """The unit that a quantity's numbers are kept in: the one with the factor 1."""
    return next(name for name, factor in units.items() if factor == 1)


def supports(
    claims: Iterable[Claim], relation: Relation, headline: Claim, until: date
) -> list[tuple[Claim, Claim, str, bool]]:
    """Test a headline total against each count that came with a factor of its own, made no later than
    ``until``.

    ``headline`` is a measured claim of the relation's product. Returns (count, factor, word, whether the tie
    is our inference) in the order of the table.
    """
    if headline.quantity != relation.product:
        return []
    by_id = {row.claim_id: row for row in claims}
    links = graph(by_id.values())
    made = []
    for factor in by_id.values():
        if not formed(factor) or factor.quantity not in relation.factors:
            continue
        count = by_id[relayed(factor.relays)[1][0]]
        made_by = last_day(count.published) or date.max
        if {count.quantity, factor.quantity} != set(relation.factors) or made_by > until:
            continue
        tested = (headline, count, factor)
        # Whether it is the total again does not hang on the time it counts; whether it supports the total
        # does.
        again, held = (
            outcome(
                Case(
                    (relation,),
                    {row.quantity: said(row, window) for row in tested},
                    signed=frozenset(row.quantity for row in tested if row.interval.signed),
                ),
                links,
            )
            for window in (None, _window(headline))
        )
        whole = again.verdicts[headline.quantity]
        made.append((count, factor, RESTATED if whole.word == RESTATED else held.word, whole.inferred))
    return made


def said(row: Claim, period: tuple[date, date] | None) -> Bound:
    """What one claim says about a quantity for a (first, last) day."""
    return Bound(in_period(row, period)[0], (row.claim_id,), (row.claim_id,), row.rounding)


def _window(row: Claim) -> tuple[date, date] | None:
    """The (first, last) day a claim speaks of; ``None`` where one of them is not given."""
    first, last = first_day(row.period_start), last_day(row.period_end)
    return (first, last) if first and last else None


def in_period(row: Claim, period: tuple[date, date] | None) -> tuple[Interval, str]:
    """What a claim allows for a (first, last) day, and the case of how its own time takes away from that;
    empty where it does not.

    The count of a shorter time is a floor for a longer one and no ceiling, that of a longer time a ceiling
    and no floor. One of which it is not known since when, or until when, may be either, so it is neither. A
    rate or a load of a part of the time is taken to hold for all of it, which is told; so is one without a
    time of its own.
    """
    first, last = first_day(row.period_start), last_day(row.period_end)
    if period is None:
        return row.interval, ""
    unsaid = _UNSAID[first is None, last is None]
    if unsaid and row.cumulative == "yes":
        other = (first and first > period[1]) or (last and last < period[0])
        return anything(row.interval.signed), ANOTHER_TIME if other else unsaid
    if first is None and last is None:
        return row.interval, ""
    first, last = first or period[0], last or period[1]
    if first > period[1] or last < period[0]:
        return anything(row.interval.signed), ANOTHER_TIME
    shorter, longer = first > period[0] or last < period[1], first < period[0] or last > period[1]
    if row.cumulative != "yes":
        return row.interval, PART_OF_THE_TIME if shorter else ""
    span = row.interval.without(low=longer, high=shorter)
    if shorter:
        return span, ANOTHER_STRETCH if longer else SHORTER
    return span, _BEYOND[first < period[0], last > period[1]]


def envelope(bounds: Iterable[Bound]) -> Bound | None:
    """The range of some claims of a quantity, from the lowest to the highest that one of them allows;
    ``None`` for no claims."""
    bounds = list(bounds)
    whole = either([bound.interval for bound in bounds])
    if whole is None:
        return None
    lowest = [bound for bound in bounds if math.isclose(bound.interval.low, whole.low)]
    highest = [bound for bound in bounds if math.isclose(bound.interval.high, whole.high)]
    return Bound(
        whole,
        tuple(claim for bound in lowest for claim in bound.low_claims),
        tuple(claim for bound in highest for claim in bound.high_claims),
        (max(bound.rounding[0] for bound in lowest), max(bound.rounding[1] for bound in highest)),
        tuple(bounds),
    )


def left_out(
    row: Claim,
    series: str | None,
    period: tuple[date, date],
    strict: bool = False,
    scope: str = "",
    modalities: Container[str] = (ACTUAL, CAPACITY),
    timeless: bool = False,
) -> str:
    """Why a claim is left out of the published inputs for its quantity; empty where it is one.

    ``period`` is the (first, last) day of the headline; ``series`` keeps to one way of counting, and
    ``strict`` leaves out what does not say how it counts. ``scope`` is the part that the figures under
    examination cover (empty: the whole), ``modalities`` what may be said of the quantity. What is
    ``timeless`` counts whatever its days.
    """
    if row.status != "active":
        return row.status
    if row.modality not in modalities:
        return NOT_DONE.get(row.modality, "not promised")
    if row.scope != scope and not ours(row) and not formed(row):
        return PART if row.scope else "about more than the part"
    if row.relation in RETELLING and row.relays:
        return "retelling another claim"
    if row.hedge == "none" or math.isnan(row.number):
        return "without a number"
    if series and row.series and row.series != series:
        return COUNTS_ELSE
    if series and not row.series and strict:
        return "not saying what is counted"
    return "" if row.basis == OWN_BASIS or timeless else _at_another_time(row, period)


def _at_another_time(row: Claim, period: tuple[date, date]) -> str:
    """Why the time of a claim keeps it from being an input for a (first, last) day; empty where it does
    not."""
    start, end = first_day(row.period_start), last_day(row.period_end)
    if start is None and end is None:
        return "without a period"
    if row.cumulative == "yes" and (start is None or end is None):
        return "not saying since when" if start is None else "not saying until when"
    if start is None and row.basis != "derived":
        start = first_day(row.period_end)
    if (start and start > period[1]) or (end and end < period[0]):
        return "about another time"
    if formed(row) and end and end > period[1] + GRACE:
        return LATER_MONTHS
    return ""


def _restates(bound: Bound, found: Implied, links: nx.DiGraph | None) -> tuple[tuple[str, ...], bool]:
    if links is None or not (behind := found.claims):
        return (), False
    tested = dict.fromkeys((*bound.low_claims, *bound.high_claims))
    below = {claim: comes_from(links, claim) for claim in sorted(behind)}
    computed = {claim: told[name] for name in tested for claim, told in below.items() if name in told}
    if computed:
        return tuple(computed), all(computed.values())
    origins, own = (
        {links.nodes[name].get("origin") if name in links else None for name in names}
        for names in (behind, tested)
    )
    return (behind if origins <= own else ()), False


@lru_cache(maxsize=64)
def _network(
    equations: tuple[Equation, ...], known: tuple[tuple[str, float], ...], signed: frozenset[str]
) -> Network:
    """Relations as a tree, kept because all cases of a plan have the same."""
    names = dict.fromkeys(name for each in equations for name in each.quantities)
    given = {name: POSITIVE for name in names if name not in signed}
    return Network(equations, given | {name: Span(value, value) for name, value in known if name in names})


def _network_of(case: Case) -> Network:
    ties = tuple(Equation(r.whole, r.kind, r.parts, r.id) for r in case.relations)
    return _network(ties, tuple(case.known.items()), case.signed)


def _solved(case: Case) -> Solution:
    """The case with a name for each end, from which its claims are found again."""
    network = _network_of(case)
    tied = {quantity: bound for quantity, bound in case.bounds.items() if quantity in network.places}
    return Solution(
        network, {quantity: [_span(quantity, bound.interval)] for quantity, bound in tied.items()}
    )


def spanned(span: Interval, low_names: tuple[str, ...] = (), high_names: tuple[str, ...] = ()) -> Span:
    """An interval as propagation takes it, without an end where nothing was said; ``low_names`` and
    ``high_names`` are what each end rests on."""
    low = span.low if span.floored else -math.inf
    return Span(low, span.high, span.low_open, span.high_open, low_names, high_names)


def _span(quantity: str, span: Interval) -> Span:
    return spanned(span, (f"{quantity} low",), (f"{quantity} high",))


def _in_order(solution: Solution, names: Iterable[str]) -> list[tuple[str, str]]:
    """The quantity and the side of some ends: low ones before high ones, as the relations name them."""
    ends = [(quantity, side) for quantity, side in map(str.split, names)]
    return sorted(ends, key=lambda end: (end[1] == "high", solution.network.places[end[0]]))


def printed(value: Number) -> float:
    """Without the noise of reckoning with floats, and without the sign of nought."""
    return float(f"{float(value):.12g}") + 0.0


def _interval(low: Number, high: Number, low_open: bool, high_open: bool, signed: bool) -> Interval:
    return Interval(printed(low), printed(high), low_open, high_open, signed)


def _implied(case: Case, solution: Solution, quantity: str) -> Implied:
    """What is implied for a quantity, with the quantities and the claims behind the ends in order."""
    span = solution.implied(quantity).span
    if span is None:
        return Implied(None)
    signed = quantity in case.signed
    low, high = (_in_order(solution, names) for names in (span.low_names, span.high_names))
    claims = (
        tuple(dict.fromkeys(c for q, side in ends for c in getattr(case.bounds[q], f"{side}_claims")))
        for ends in (low, high)
    )
    return Implied(
        _interval(span.low, span.high, span.low_open, span.high_open, signed),
        tuple(q for q, _ in low), tuple(q for q, _ in high), *claims,
    )  # fmt: skip
