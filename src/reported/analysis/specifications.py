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
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, reduce
from operator import or_
from typing import Any, NamedTuple

import networkx as nx

from reported.analysis import consistency
from reported.analysis.consistency import FAILING, Bound, Case, Held
from reported.analysis.hedges import CONVENTIONS, READINGS
from reported.analysis.record import FIRST, MARGINS, RETOLD, Record
from reported.dossier.claim import Claim, Interval, ours

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


@dataclass(frozen=True)
class Specifications:
    """All specifications of a record. ``crossed``: all combinations were tried; else whose figure is taken
    was varied for one input at a time, or not at all. ``margin``: that of the edition, which our own
    convention has where it is held against others that have none."""

    decisions: tuple[Decision, ...]
    every: tuple[Specification, ...]
    crossed: bool = True
    margin: str = ""

    def __len__(self) -> int:
        return len(self.every)

    @cached_property
    def words(self) -> Counter[str]:
        """How many come to which word."""
        return Counter(one.held.word for one in self.every)

    @cached_property
    def fitting(self) -> list[Specification]:
        """Those on which the figures can all be true."""
        return [one for one in self.every if one.held.word not in FAILING]

    @cached_property
    def needs(self) -> dict[str, list[Interval]]:
        """For each quantity the limits that must hold, one for each specification that sets one; those on
        most specifications first."""
        found: dict[str, list[Interval]] = {}
        for one in self.fitting:
            for quantity, span in one.held.conditions.items():
                found.setdefault(quantity, []).append(span)
        return dict(sorted(found.items(), key=lambda item: -len(item[1])))

    @cached_property
    def always(self) -> dict[str, Interval]:
        """What must hold whichever specification is right: the weakest of the limits, where all set one."""
        shared = {q: reduce(or_, spans) for q, spans in self.needs.items() if len(spans) == len(self.fitting)}
        return {quantity: span for quantity, span in shared.items() if not span.unbounded}

    @property
    def sometimes(self) -> dict[str, list[Interval]]:
        """What must hold on some specifications only."""
        return {quantity: spans for quantity, spans in self.needs.items() if quantity not in self.always}

    @cached_property
    def left(self) -> dict[str, Interval]:
        """What all others leave for each quantity on at least one of those that fit, or of all where none
        does: whatever is right, it lies within that."""
        found: dict[str, set[Interval]] = {}
        for held in {id(one.held): one.held for one in self.fitting or self.every}.values():
            for quantity, span in held.left.items():
                found.setdefault(quantity, set()).add(span)
        return {quantity: reduce(or_, spans) for quantity, spans in found.items()}

    @property
    def settles(self) -> str:
        """The quantity on which the answer hangs on most specifications: were it known, these would be
        settled, as it lies within the limit or not. Empty where nothing is limited."""
        return next(iter(self.needs), "")

    def counted(self, quantity: str, series: str | None) -> Specifications:
        """Those with one way of counting a quantity; all where it is not counted in several."""
        place = next((n for n, one in enumerate(self.decisions) if one.name == COUNTING + quantity), None)
        if place is None:
            return self
        return replace(self, every=tuple(one for one in self.every if one.chosen[place] == series))

    def by_option(self, decision: Decision) -> dict[Option, list[Specification]]:
        """Those with each choice of a decision."""
        place = self.decisions.index(decision)
        found: dict[str, list[Specification]] = {}
        for one in self.every:
            found.setdefault(one.chosen[place], []).append(one)
        return {option: found[option.name] for option in decision.options if option.name in found}

    @cached_property
    def moved(self) -> list[Moved]:
        """What each decision moves, the one that turns the answer most often first."""
        found = [self._moved(place) for place in range(len(self.decisions))]
        return sorted(found, key=lambda m: (-m.turned / max(m.pairs, 1), -m.changed / max(m.pairs, 1)))

    @cached_property
    def _came(self) -> list[tuple[bool, int]]:
        """Of each whether the figures can all be true, and a number for what must then be limited."""
        kinds: dict[Any, int] = {}
        known: dict[int, tuple[bool, int]] = {}
        for one in self.every:
            held = one.held
            if id(held) not in known:
                kind = held.word in FAILING, _limited(held)
                known[id(held)] = kind[0], kinds.setdefault(kind, len(kinds))
        return [known[id(one.held)] for one in self.every]

    def _moved(self, place: int) -> Moved:
        alike: dict[tuple[str, ...], list[tuple[bool, int]]] = {}
        names = [decision.name for decision in self.decisions]
        without = {place, names.index("margin")} if _rules(names, place) else {place}
        for one, came in zip(self.every, self._came, strict=True):
            if len(without) > 1 and one.chosen[max(without - {place})] not in ("", self.margin):
                continue
            rest = tuple(option for at, option in enumerate(one.chosen) if at not in without)
            alike.setdefault(rest, []).append(came)
        groups = [group for group in alike.values() if len(group) > 1]
        pairs = sum(math.comb(len(group), 2) for group in groups)
        turned = sum(_unlike([fails for fails, _ in group]) for group in groups)
        changed = sum(_unlike([kind for _, kind in group]) for group in groups)
        return Moved(self.decisions[place], pairs, turned, changed)

    def behind(self, quantity: str, links: nx.DiGraph | None = None) -> tuple[str, ...]:
        """The claims behind the weakest limit that must hold for a quantity."""
        limited = [one for one in self.fitting if quantity in one.held.conditions]
        if not limited:
            return ()
        spans = [one.held.conditions[quantity] for one in limited]
        at = min(range(len(spans)), key=lambda n: (spans[n].low, -spans[n].high))
        return consistency.outcome(limited[at].case, links).behind(quantity)


def _rules(names: list[str], place: int) -> bool:
    """Whether a decision is that for a convention, of which only our own has margins."""
    return names[place] == "convention" and "margin" in names


def _unlike(values: list[int]) -> int:
    """How many pairs of some values differ."""
    if values.count(values[0]) == len(values):
        return 0
    counts = Counter(values).values()
    return math.comb(len(values), 2) - sum(math.comb(count, 2) for count in counts)


def _limited(held: Held) -> frozenset[tuple[str, bool, bool]]:
    """Which quantities must lie within limits, and at which end."""
    return frozenset((q, span.floored, math.isfinite(span.high)) for q, span in held.conditions.items())


class _Way(NamedTuple):
    """What is chosen but for whose figures are taken, the bounds that follow from it, and for each quantity
    that no figure under examination gives the bounds that may be taken, by whose they are."""

    chosen: dict[str, str]
    bounds: dict[str, Bound]
    inputs: dict[str, dict[str, Bound]]


def specified(record: Record) -> Specifications:
    """All specifications of a record. A second for some thousands; no more are made than can be tried in some
    ten."""
    options = _Options(record)
    ways = list(_ways(record, options))
    size = max(len(record.quantities()), 1)
    level = next(
        (pick for pick in (_crossed, _one_at_a_time) if _many(ways, pick) * size <= MOST), _everybodys
    )
    made = _Made(record)
    for way in ways:
        for whose in level([list(of) for of in way.inputs.values()]):
            made.add(way, dict(zip(way.inputs, whose, strict=True)))
    return made.finished(options, level is _crossed)


def _many(ways: Iterable[_Way], pick: Callable[[list[list[str]]], Iterable[tuple[str, ...]]]) -> int:
    counts = [[len(of) for of in way.inputs.values()] for way in ways]
    if pick is _crossed:
        return sum(map(math.prod, counts))
    return sum(1 + sum(count) - len(count) for count in counts)


def _crossed(whose: list[list[str]]) -> Iterable[tuple[str, ...]]:
    return itertools.product(*whose)


def _one_at_a_time(whose: list[list[str]]) -> Iterator[tuple[str, ...]]:
    """Everybody's for all, then another for one of them."""
    first = tuple(options[0] for options in whose)
    yield first
    for place, options in enumerate(whose):
        for option in options[1:]:
            yield (*first[:place], option, *first[place + 1 :])


def _everybodys(whose: list[list[str]]) -> Iterator[tuple[str, ...]]:
    yield tuple(options[0] for options in whose)


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
        for wording, reading in itertools.product(options.wording, options.reading):
            chosen = {
                "wording": wording, "reading": reading, "convention": convention,
                "margin": _name(margin) if convention == "house" else "",
            }  # fmt: skip
            rows = other.headlines(WORDINGS[wording], reading)
            bounds = {row.quantity: other.said(row) for row in rows}
            bounds = {quantity: bound for quantity, bound in bounds.items() if not bound.interval.unbounded}
            yield from _counted(other, options, chosen, bounds, {row.quantity for row in rows})


def _counted(
    record: Record, options: _Options, chosen: dict[str, str], bounds: dict[str, Bound], given: set[str]
) -> Iterator[_Way]:
    """The same by every way of counting, and by the months that count."""
    set_here = record.parameters.inputs
    free = [q for q in record.quantities() if q not in record.known and (q not in given or q in set_here)]
    for counting in itertools.product(*(record.series_of(q) for q in free)):
        counted = {
            COUNTING + q: series
            for q, series in zip(free, counting, strict=True)
            if series and len(record.series_of(q)) > 1
        }
        for months in options.months:
            inputs = {
                q: _whose(record, options, q, series, chosen["reading"], int(months))
                for q, series in zip(free, counting, strict=True)
            }
            inputs = {quantity: found for quantity, found in inputs.items() if found}
            yield _Way(chosen | counted | {"months": _name(months)}, bounds, inputs)


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
    """Specifications as they are made: equal bounds are one, and cases with the same bounds too."""

    def __init__(self, record: Record):
        self._record = record
        self._bounds: dict[tuple[Interval, tuple[float, float]], Bound] = {}
        self._cases: dict[tuple[Any, ...], Case] = {}
        self._chosen: dict[tuple[Any, ...], tuple[dict[str, str], Case]] = {}

    def add(self, way: _Way, whose: Mapping[str, str]) -> None:
        """One more, unless the months that count make no difference to it."""
        bounds = way.bounds | {quantity: way.inputs[quantity][name] for quantity, name in whose.items()}
        chosen = way.chosen | {WHOSE + quantity: name for quantity, name in whose.items()}
        rest = tuple(item for item in chosen.items() if item[0] != "months")
        same = rest, tuple((bound.interval, bound.low_claims, bound.high_claims) for bound in bounds.values())
        if same in self._chosen:
            return
        shared = {q: self._bounds.setdefault((b.interval, b.rounding), b) for q, b in bounds.items()}
        key = tuple((quantity, id(bound)) for quantity, bound in shared.items())
        if key not in self._cases:
            record = self._record
            self._cases[key] = Case(record.relations, shared, {}, record.given, record.signed)
        self._chosen[same] = chosen, self._cases[key]

    def finished(self, options: _Options, crossed: bool) -> Specifications:
        """All that were added, with what came of each."""
        cases = list(self._cases.values())
        came = {id(case): held for case, held in zip(cases, consistency.held(cases), strict=True)}
        met: dict[str, dict[str, None]] = {}
        for chosen, _ in self._chosen.values():
            for name, option in chosen.items():
                met.setdefault(name, {})[option] = None
        for found in met.values():
            found.pop("", None)
        decisions = tuple(options.decided(name, found) for name, found in met.items() if len(found) > 1)
        every = tuple(
            Specification(tuple(chosen.get(one.name, "") for one in decisions), came[id(case)], case)
            for chosen, case in self._chosen.values()
        )
        return Specifications(decisions, every, crossed, _name(self._record.parameters.approx_tolerance))
