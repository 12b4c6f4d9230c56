"""Specifications: every defensible way of reading the figures, and what hangs on the choice.

A specification is one choice of each kind: the words first said or those retold, how a hedge is read, whose
convention for it, how far “about” may be off, which way of counting, whose figure for each input (everybody's
range, that without ours, or each origin's own) and which months still count. A dossier lists what may be
chosen; where it does not, all that the method has is taken. All combinations are tried.

After U. Simonsohn, J. Simmons and L. Nelson, “Specification curve analysis”, Nature Human Behaviour 4 (2020),
who show an outcome under all reasonable choices instead of one; decisions are ranked by what they move, as
Boba does (Y. Liu, A. Kale, T. Althoff and J. Heer, “Boba: authoring and visualizing multiverse analyses”,
IEEE Transactions on Visualization and Computer Graphics 27, 2021). This counts choices; it is no probability,
since nobody drew them.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial, reduce
from operator import or_
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reported.analysis import consistency
from reported.analysis.columns import Column, Growing, Numbers, combined, itself
from reported.analysis.consistency import FAILING, Bound, Came, Case, Held
from reported.analysis.hedges import CONVENTIONS, READINGS
from reported.analysis.record import FIRST, MARGINS, RETOLD, Record
from reported.dossier.claim import Claim, Interval, ours
from reported.dossier.tables import undisturbed

ALL, WITHOUT_OURS, EACH = "all", "without-ours", "each"  # whose figure for an input
COUNTING, WHOSE = "counting ", "whose "  # what the name of such a decision begins with
MOST = 400_000  # specifications times quantities; of more, inputs are varied one at a time, or not at all
WORDINGS = {"first": FIRST, "retold": RETOLD}


class Option(NamedTuple):
    """One thing that may be chosen: its name in data, and the dossier's own words for it, where it has
    any."""

    name: str
    says: str = ""


@dataclass(frozen=True)
class Decision:
    """Where one must choose; ``name`` is ``wording``, ``whose`` with a quantity …"""

    name: str
    options: tuple[Option, ...]


class Specification(NamedTuple):
    """One choice of each kind, in the order of the decisions, and what came of it."""

    chosen: tuple[str, ...]
    held: Held
    case: Case


class Moved(NamedTuple):
    """What a decision moves: pairs of specifications that differ in it alone; of these, those where the
    answer turns from possible to not, and those where what must hold is another."""

    decision: Decision
    pairs: int
    turned: int
    changed: int


@dataclass(frozen=True, eq=False)
class Specifications(Sequence[Specification]):
    """All specifications of a record, or some of them: as columns, of which ``rows`` are these.

    ``chosen`` has a column for each decision. ``alike`` is what all cases have in common, and ``bounds`` what
    each is said to lie within. ``crossed``: all combinations were tried; else whose figure is taken was
    varied for one input at a time, or not at all. ``margin``: that of the edition, which our own convention
    has where it is held against others that have none.
    """

    decisions: tuple[Decision, ...]
    chosen: tuple[Column[str], ...]
    came: Came
    alike: Case
    bounds: Mapping[str, Column[Bound | None]]
    rows: Numbers
    crossed: bool = True
    margin: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    def __getitem__(self, number: Any) -> Any:
        if isinstance(number, slice):
            return self._those(number)
        row = self.rows[number]
        case = consistency.at_row(self.alike, self.bounds, row)
        return Specification(tuple(column[row] for column in self.chosen), self.came.held(row), case)

    def _those(self, some: slice | NDArray[np.bool_]) -> Specifications:
        return replace(self, rows=self.rows[some])

    @cached_property
    def words(self) -> Counter[str]:
        """How many come to which word."""
        words = self.came.words.rows(self.rows)
        return Counter(map(words.values.__getitem__, words.which.tolist()))

    @cached_property
    def fitting(self) -> Specifications:
        """Those on which the figures can all be true."""
        return self._those(~self.came.words.rows(self.rows).passing(FAILING.__contains__))

    @cached_property
    def conditions(self) -> list[dict[str, Interval]]:
        """What must hold on each of those on which the figures can all be true."""
        conditions = self.came.conditions.rows(self.fitting.rows)
        return list(map(conditions.values.__getitem__, conditions.which.tolist()))

    @cached_property
    def needs(self) -> dict[str, list[Interval]]:
        """For each quantity the limits that must hold, one for each specification that sets one; those on
        most specifications first."""
        found: dict[str, list[Interval]] = {}
        for conditions in self.conditions:
            for quantity, span in conditions.items():
                found.setdefault(quantity, []).append(span)
        return dict(sorted(found.items(), key=lambda item: -len(item[1])))

    @cached_property
    def always(self) -> dict[str, Interval]:
        """What must hold whichever specification is right: the weakest of the limits, where all set one."""
        shared = {
            q: reduce(or_, {*spans}) for q, spans in self.needs.items() if len(spans) == len(self.fitting)
        }
        return {quantity: span for quantity, span in shared.items() if not span.unbounded}

    @property
    def sometimes(self) -> dict[str, list[Interval]]:
        """What must hold on some specifications only."""
        return {quantity: spans for quantity, spans in self.needs.items() if quantity not in self.always}

    @cached_property
    def left(self) -> dict[str, Interval]:
        """What all others leave for each quantity on at least one of those that fit, or of all where none
        does: whatever is right, it lies within that."""
        rows = (self.fitting or self).rows
        left = {q: [c.values[n] for n in np.unique(c.which[rows])] for q, c in self.came.left.items()}
        found = {quantity: [span for span in spans if span] for quantity, spans in left.items()}
        return {quantity: reduce(or_, spans) for quantity, spans in found.items() if spans}

    @property
    def settles(self) -> str:
        """The quantity on which the answer hangs on most specifications: were it known, these would be
        settled, as it lies within the limit or not. Empty where nothing is limited."""
        return next(iter(self.needs), "")

    def by_option(self, decision: Decision) -> dict[Option, Specifications]:
        """Those with each choice of a decision."""
        chosen = self.chosen[self.decisions.index(decision)].rows(self.rows)
        found = {option: self._those(chosen.passing(option.name.__eq__)) for option in decision.options}
        return {option: some for option, some in found.items() if some}

    @cached_property
    def moved(self) -> list[Moved]:
        """What each decision moves, the one that turns the answer most often first."""
        found = [self._moved(place) for place in range(len(self.decisions))]
        return sorted(found, key=lambda m: (-m.turned / max(m.pairs, 1), -m.changed / max(m.pairs, 1)))

    @cached_property
    def _came(self) -> tuple[Numbers, Numbers]:
        """Of each whether the figures can all be true, and that with what must then be limited, by number."""
        fails = self.came.words.rows(self.rows).each(FAILING.__contains__).which
        limited = self.came.conditions.rows(self.rows).each(_limited).which
        return fails, combined([fails, limited], len(self))[0]

    def _moved(self, place: int) -> Moved:
        names = [decision.name for decision in self.decisions]
        without, some = {place}, np.ones(len(self), bool)
        if _rules(names, place):
            margin = names.index("margin")
            without.add(margin)
            some = self.chosen[margin].rows(self.rows).passing(("", self.margin).__contains__)
        others = [column.which[self.rows][some] for at, column in enumerate(self.chosen) if at not in without]
        rest, _ = combined(others, int(some.sum()))
        pairs = _pairs(rest)
        turned, changed = (pairs - _pairs(combined([rest, came[some]], len(rest))[0]) for came in self._came)
        return Moved(self.decisions[place], pairs, turned, changed)

    def behind(self, quantity: str) -> tuple[str, ...]:
        """The claims behind the weakest limit that must hold for a quantity."""
        limited = [n for n, conditions in enumerate(self.conditions) if quantity in conditions]
        if not limited:
            return ()

        def weakest(number: int) -> tuple[float, float]:
            span = self.conditions[number][quantity]
            return span.low, -span.high

        case = self.fitting[min(limited, key=weakest)].case
        return consistency.behind(case, quantity)


def _rules(names: list[str], place: int) -> bool:
    """Whether a decision is that for a convention, of which only our own has margins."""
    return names[place] == "convention" and "margin" in names


def _pairs(numbers: Numbers) -> int:
    """How many pairs of rows have the same number."""
    counts = np.bincount(numbers)
    return int((counts * (counts - 1) // 2).sum())


def _limited(conditions: Mapping[str, Interval]) -> frozenset[tuple[str, bool, bool]]:
    """Which quantities must lie within limits, and at which end."""
    return frozenset((q, span.floored, math.isfinite(span.high)) for q, span in conditions.items())


class _Way(NamedTuple):
    """What is chosen but for whose figures are taken, the bounds that follow from it, and for each quantity
    that no figure under examination gives the bounds that may be taken, by whose they are."""

    chosen: dict[str, str]
    bounds: dict[str, Bound]
    inputs: dict[str, dict[str, Bound]]


@undisturbed()
def specified(record: Record) -> Specifications:
    """All specifications of a record. A few tenths of a second for some thousands; no more are made than can
    be tried in some seconds."""
    options = _Options(record)
    ways = list(_ways(record, options))
    size = max(len(record.quantities()), 1)
    level = next(
        (pick for pick in (_crossed, _one_at_a_time) if _many(ways, pick) * size <= MOST), _everybodys
    )
    made = _Made()
    for way in ways:
        made.add(way, level([len(of) for of in way.inputs.values()]))
    return made.finished(record, options, level is _crossed)


# Of each of some inputs there are so many figures to take. What picks them gives a row for each combination,
# with the place of a figure for each input.


def _many(ways: Iterable[_Way], pick: Callable[[list[int]], Numbers]) -> int:
    counts = [[len(of) for of in way.inputs.values()] for way in ways]
    if pick is _crossed:
        return sum(map(math.prod, counts))
    return sum(1 + sum(count) - len(count) for count in counts)


def _crossed(counts: list[int]) -> Numbers:
    return np.indices(counts).reshape(len(counts), math.prod(counts)).T


def _one_at_a_time(counts: list[int]) -> Numbers:
    """Everybody's for all, then another for one of them."""
    others = [(place, other) for place, count in enumerate(counts) for other in range(1, count)]
    rows = np.zeros((1 + len(others), len(counts)), np.int64)
    for row, (place, other) in enumerate(others, 1):
        rows[row, place] = other
    return rows


def _everybodys(counts: list[int]) -> Numbers:
    return np.zeros((1, len(counts)), np.int64)


class _Options:
    """What may be chosen on the day of a record, with the dossier's words for it."""

    def __init__(self, record: Record):
        own = record.parameters
        self._plan, self._day = record.plan, own.day
        self.says: dict[str, dict[str, str]] = {}
        self.wording = self._listed("wording", "first", WORDINGS)
        self.reading = self._listed("reading", own.reading, READINGS)
        self.convention = self._listed("convention", own.convention, CONVENTIONS)
        self.margin = self._listed("margin", own.approx_tolerance, MARGINS)
        self.months = self._listed("months", 0.0, ())
        self.whose = self._listed("whose", ALL, (WITHOUT_OURS, EACH))
        # Margins are tried with our own convention alone; with the others that of the edition.
        self.rules = [
            (name, share)
            for name in self.convention
            for share in (self.margin if name == "house" else [own.approx_tolerance])
        ]

    def _listed(self, kind: str, own: Any, known: Iterable[Any]) -> list[Any]:
        """What the dossier lists and was known on the day, else all that is known; what the edition takes is
        always among them."""
        listed = {choice.takes: choice.says for choice in self._plan.choices.known(kind, self._day)}
        taken = dict.fromkeys(listed if getattr(self._plan.choices, kind) else known)
        if own not in taken:
            taken = {own: None, **taken}
        self.says[kind] = {_name(one): listed.get(one, "") for one in taken}
        return sorted(taken) if isinstance(own, float) else list(taken)

    def decided(self, name: str, options: Iterable[str]) -> Decision:
        """A decision with those of its options that were met."""
        told = self.says["whose"] if name.startswith(WHOSE) else self.says.get(name, {})
        if name.startswith(COUNTING):
            told = {series: of.label for series, of in self._plan.series.items()}
        return Decision(name, tuple(Option(option, told.get(option, "")) for option in options))


def _name(option: str | float) -> str:
    return option if isinstance(option, str) else f"{option:g}"


def _ways(record: Record, options: _Options) -> Iterator[_Way]:
    """Every choice but that of whose figures are taken."""
    for convention, margin in options.rules:
        other = record.reread(convention=convention, approx_tolerance=margin)
        whose = cache(partial(_whose, other, options))  # which words are taken makes no difference to it
        for wording, reading in itertools.product(options.wording, options.reading):
            chosen = {
                "wording": wording, "reading": reading, "convention": convention,
                "margin": _name(margin) if convention == "house" else "",
            }  # fmt: skip
            rows = other.headlines(WORDINGS[wording], reading)
            bounds = {row.quantity: other.said(row) for row in rows}
            bounds = {quantity: bound for quantity, bound in bounds.items() if not bound.interval.unbounded}
            given = {row.quantity for row in rows}
            for counted, months, inputs in _counted(other, options, given, reading, whose):
                yield _Way(chosen | counted | {"months": _name(months)}, bounds, inputs)


def _counted(
    record: Record, options: _Options, given: set[str], reading: str, whose: Callable[..., dict[str, Bound]]
) -> Iterator[tuple[dict[str, str], float, dict[str, dict[str, Bound]]]]:
    """Every way of counting what is not ``given`` by a figure under examination, with the months that count,
    and for each quantity the bounds that may then be taken."""
    set_here = record.parameters.inputs
    free = [q for q in record.quantities() if q not in record.known and (q not in given or q in set_here)]
    for counting in itertools.product(*(record.series_of(q) for q in free)):
        counted = {
            COUNTING + q: series
            for q, series in zip(free, counting, strict=True)
            if series and len(record.series_of(q)) > 1
        }
        for months in options.months:
            found = {
                q: whose(q, series, reading, int(months)) for q, series in zip(free, counting, strict=True)
            }
            yield counted, months, {quantity: bounds for quantity, bounds in found.items() if bounds}


def _whose(
    record: Record, options: _Options, quantity: str, series: str | None, reading: str, months: int
) -> dict[str, Bound]:
    """The bounds that may be taken for an input, by whose figures they are; none where nothing is known."""
    bound, used, _ = record.inputs(quantity, series, reading, months)
    if bound is None:
        return {}
    others = [row for row in used if not ours(row)]
    origins = _by_origin(others)
    groups: dict[str, list[Claim]] = {}
    if WITHOUT_OURS in options.whose and len(origins) > 1 and len(others) < len(used):
        groups[WITHOUT_OURS] = others
    if EACH in options.whose and (len(origins) > 1 or (origins and len(others) < len(used))):
        groups |= origins
    own = {
        name: consistency.envelope(record.said(row, months) for row in rows) for name, rows in groups.items()
    }
    return {ALL: bound} | {name: found for name, found in own.items() if found}


def _by_origin(rows: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for row in rows:
        found.setdefault(row.origin_id, []).append(row)
    return found


class _Made:
    """Specifications as they are made, in columns: what is chosen, and what each quantity is said to be."""

    def __init__(self) -> None:
        self._rows = 0
        self._chosen: dict[str, Growing[str]] = {}
        self._bounds: dict[str, Growing[Bound | None]] = {}

    def add(self, way: _Way, picked: Numbers) -> None:
        """Those of a way, with the figures that are picked for its inputs."""
        all_of_it = np.zeros(len(picked), np.int64)
        for name, option in way.chosen.items():
            self._choose(name, [option], all_of_it)
        for quantity in way.bounds.keys() - way.inputs.keys():  # a range that the edition sets goes first
            self._bound(quantity, [way.bounds[quantity]], all_of_it)
        for (quantity, found), places in zip(way.inputs.items(), picked.T, strict=True):
            self._choose(WHOSE + quantity, found, places)
            self._bound(quantity, found.values(), places)
        self._rows += len(picked)

    def _choose(self, name: str, options: Iterable[str], which: Numbers) -> None:
        self._chosen.setdefault(name, Growing("")).put(self._rows, options, which)

    def _bound(self, quantity: str, bounds: Iterable[Bound], which: Numbers) -> None:
        self._bounds.setdefault(quantity, Growing(None, _said)).put(self._rows, bounds, which)

    def finished(self, record: Record, options: _Options, crossed: bool) -> Specifications:
        """All that were added, with what came of each; without those to which the months that count make no
        difference."""
        chosen = {name: column.column(self._rows) for name, column in self._chosen.items()}
        bounds = {quantity: column.column(self._rows) for quantity, column in self._bounds.items()}
        telling = [column for name, column in chosen.items() if name != "months"] + [*bounds.values()]
        _, rows = combined((column.which for column in telling), self._rows)
        # Of claims that say the same for the same quantity the first stand for all.
        bounds = {q: column.rows(rows).each(itself, _range) for q, column in bounds.items()}
        chosen = {name: column.rows(rows) for name, column in chosen.items()}
        met = {name: [o for o in column.met() if o] for name, column in chosen.items()}
        decisions = tuple(options.decided(name, found) for name, found in met.items() if len(found) > 1)
        alike = Case(record.relations, {}, {}, record.given, record.signed)
        return Specifications(
            decisions,
            tuple(chosen[one.name] for one in decisions),
            consistency.came(alike, bounds, len(rows)),
            alike,
            bounds,
            np.arange(len(rows)),
            crossed,
            _name(record.parameters.approx_tolerance),
        )


def _said(bound: Bound | None) -> Hashable:
    """What a bound says, and whose it is."""
    return bound and (bound.interval, bound.low_claims, bound.high_claims, bound.rounding)


def _range(bound: Bound | None) -> Hashable:
    """What a bound says."""
    return bound and (bound.interval, bound.rounding)
