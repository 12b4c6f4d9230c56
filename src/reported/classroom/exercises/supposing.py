"""Supposing: what the answer would be if one figure were different, reckoned along the relations between the
figures.

The sums are those of the report (its rooms ``ranges``, ``propagation`` and ``consistency``; a test holds the
two together), the words come with the data.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from .words import fill, rounded, stated

Range = tuple[float, float, bool, bool]  # its ends, and whether each is open
End = tuple[float, bool]
ANYTHING: Range = (-math.inf, math.inf, True, True)
ABOVE_NOUGHT: Range = (0.0, math.inf, True, True)
SAME = 1e-12  # two numbers that differ by less, as a share of the larger, are one
TURNS, MOST = 45, 230.0  # of the search for a factor, and the logarithm of the largest one
FITS, ONLY_IF, EDGE, NO_FIT, UNTESTED = (
    "fits", "fits only if", "meets at the edge", "does not fit", "cannot be tested",
)  # fmt: skip
FAILING = (EDGE, NO_FIT)


# ── ranges ──────────────────────────────────────────────────────────────────────────────────────────────────


def read(ends: list[Any]) -> Range:
    """A range as data have it, in which an end that is missing is none."""
    low, high, low_open, high_open = ends[:4]
    return (-math.inf if low is None else low, math.inf if high is None else high, low_open, high_open)


def point(value: float) -> Range:
    """The range of one number."""
    return value, value, False, False


def same(a: float, b: float) -> bool:
    """Whether two numbers are one that was reckoned twice."""
    return a == b or (math.isfinite(a) and math.isfinite(b) and abs(a - b) <= SAME * max(abs(a), abs(b)))


def some(a: Range) -> bool:
    """Whether there is a number in a range."""
    return not (a[2] or a[3]) if same(a[0], a[1]) else a[0] < a[1]


def both(a: Range, b: Range) -> Range:
    """What lies in both of two ranges; of two ends that are alike the open one counts."""
    low = a if (a[2] if same(a[0], b[0]) else a[0] > b[0]) else b
    high = a if (a[3] if same(a[1], b[1]) else a[1] < b[1]) else b
    return low[0], high[1], low[2], high[3]


def spanning(ends: Iterable[End]) -> Range:
    """From the lowest of some ends to the highest; of two alike the closed one counts."""
    ends = list(ends)
    low, high = min(ends, key=lambda e: (e[0], e[1])), max(ends, key=lambda e: (e[0], not e[1]))
    return low[0], high[0], low[1], high[1]


def either(ranges: Iterable[Range]) -> Range:
    """From the lowest number of some ranges to the highest."""
    return spanning(end for a in ranges for end in _ends(a))


def plus(a: Range, b: Range) -> Range:
    """Every sum of a number of one range and one of another."""
    return a[0] + b[0], a[1] + b[1], a[2] or b[2], a[3] or b[3]


def minus(a: Range, b: Range) -> Range:
    """Every difference."""
    return plus(a, (-b[1], -b[0], b[3], b[2]))


def times(a: Range, b: Range) -> Range:
    """Every product; nought times anything is nought."""
    return spanning(_product(x, y) for x in _ends(a) for y in _ends(b))


def over(a: Range, b: Range, within: Range) -> Range:
    """Every number of a range that times one of ``b`` is one of ``a``."""
    if _holds_nought(a) and _holds_nought(b):
        return within
    parts = []
    if b[1] > 0:
        most, open_ = (1 / b[0], b[2]) if b[0] > 0 else (math.inf, True)
        parts.append((1 / b[1], most, b[3], open_))
    if b[0] < 0:
        least, open_ = (1 / b[1], b[3]) if b[1] < 0 else (-math.inf, True)
        parts.append((least, 1 / b[0], open_, b[2]))
    left = [found for found in (both(times(a, part), within) for part in parts) if some(found)]
    return either(left) if left else (0.0, 0.0, True, True)


def loosened(a: Range, down: float, up: float) -> Range:
    """A range whose ends give by factors, so that it only grows."""
    low = a[0] / down if a[0] > 0 else a[0] * down
    return low, a[1] * up if a[1] > 0 else a[1] / up, a[2], a[3]


def free(data: Mapping[str, Any], quantity: str) -> Range:
    """What a quantity can be where nothing is said."""
    return ANYTHING if data["signed"].get(quantity) else ABOVE_NOUGHT


def _ends(a: Range) -> tuple[End, End]:
    return (a[0], a[2]), (a[1], a[3])


def _product(x: End, y: End) -> End:
    if x[0] and y[0]:
        return x[0] * y[0], x[1] or y[1]
    return 0.0, (x[0] != 0 or x[1]) and (y[0] != 0 or y[1])


def _holds_nought(a: Range) -> bool:
    return (a[0] < 0 or (a[0] == 0 and not a[2])) and (a[1] > 0 or (a[1] == 0 and not a[3]))


# ── what the figures leave for one another ──────────────────────────────────────────────────────────────────


class System:
    """The relations between some quantities, what is given of each, and what was said about them."""

    def __init__(self, data: Mapping[str, Any], bounds: Mapping[str, Range]):
        self.data, self.bounds = data, bounds
        self.relations = data["relations"]
        self.given = {name: read(ends) for name, ends in data["given"].items()}
        self._held: dict[tuple[str, int], Range | None] = {}

    def anything(self, quantity: str) -> Range:
        """What a quantity can be where nothing is said."""
        return free(self.data, quantity)

    def beyond(self, quantity: str, source: int = -1) -> Range | None:
        """What a quantity can be by what is given and by all that lies beyond it, coming from the relation
        ``source``; None: nothing.
        """
        left = self.given[quantity]
        for number, relation in enumerate(self.relations):
            whole, parts = relation["whole"], relation["parts"]
            if number == source or quantity not in (whole, *parts):
                continue
            others = [self.held(one, number) for one in (whole, *parts) if one != quantity]
            ranges = [one for one in others if one is not None]
            if len(ranges) < len(others):
                return None
            join, part = (times, over) if relation["product"] else (plus, _difference)
            if quantity == whole:
                left = both(left, _joined(ranges, join))
            else:
                left = both(left, part(ranges[0], _joined(ranges[1:], join), left))
        return left if some(left) else None

    def held(self, quantity: str | float, source: int = -1) -> Range | None:
        """The same with what was said about it; of a number that number."""
        if not isinstance(quantity, str):
            return point(quantity)
        if (quantity, source) not in self._held:
            rest = self.beyond(quantity, source)
            left = rest and both(self.bounds.get(quantity, ANYTHING), rest)
            self._held[quantity, source] = left if left and some(left) else None
        return self._held[quantity, source]

    def possible(self) -> bool:
        """Whether all can be true."""
        return all(self.held(quantity) for quantity in self.given)

    def with_bounds(self, change: Callable[[str, Range], Range]) -> System:
        """The same relations with other bounds."""
        return System(self.data, {name: change(name, bound) for name, bound in self.bounds.items()})

    def stretch(self) -> float:
        """The smallest factor by which all bounds must give for everything to hold."""

        def fits(by: float) -> bool:
            return self.with_bounds(lambda _, bound: loosened(bound, math.exp(by), math.exp(by))).possible()

        least, most = 0.0, 1.0
        while not fits(most):
            if most > MOST:
                return math.inf
            least, most = most, 2 * most
        for _ in range(TURNS):
            middle = (least + most) / 2
            least, most = (least, middle) if fits(middle) else (middle, most)
        return math.exp(most)


def _joined(ranges: list[Range], join: Callable[[Range, Range], Range]) -> Range:
    whole, *others = ranges
    for one in others:
        whole = join(whole, one)
    return whole


def _difference(a: Range, b: Range, within: Range) -> Range:
    return minus(a, b)


class Outcome:
    """What comes of a system: a word for it, and where the others cut into what was said."""

    def __init__(self, system: System, rounding: Mapping[str, tuple[float, float]]):
        self.system = system
        self.fits = system.possible()
        self.found = {name: system.beyond(name) for name in system.given}
        self.cut = {name: self._cuts(name) for name in system.given if name in system.bounds}
        self.word = self._word(rounding)

    def needs(self, name: str) -> Range:
        """What the others leave for a quantity, without the noise of reckoning."""
        found = self.found.get(name)
        if found is None:
            return self.system.anything(name)
        low, high = (float(f"{end:.12g}") for end in found[:2])
        return low, max(low, high), found[2], found[3]

    def said(self, name: str) -> Range:
        """What was said about a quantity."""
        return self.system.bounds.get(name, self.system.anything(name))

    def _cuts(self, name: str) -> tuple[bool, bool]:
        """Whether the others ask for more than the least that was said, and for less than the most."""
        said, found, free = self.system.bounds[name], self.found[name], self.system.anything(name)
        if found is None or not self.fits:
            return False, False
        least = said[0] > free[0] and found[0] > said[0] and not same(found[0], said[0])
        return least, said[1] < math.inf and found[1] < said[1] and not same(found[1], said[1])

    def _word(self, rounding: Mapping[str, tuple[float, float]]) -> str:
        if not self.fits:
            return EDGE if self._at_the_edge(rounding) else NO_FIT
        if any(low or high for low, high in self.cut.values()):
            return ONLY_IF
        tested = (name for name in self.cut if self.needs(name)[:2] != self.system.anything(name)[:2])
        return FITS if any(True for _ in tested) else UNTESTED

    def _at_the_edge(self, rounding: Mapping[str, tuple[float, float]]) -> bool:
        """Whether figures that do not fit would if each gave by its own rounding."""

        def rounded(name: str, bound: Range) -> Range:
            down, up = rounding.get(name, (0.0, 0.0))
            low, high, _, _ = loosened(bound, 1 + down, 1 + up)
            return low, high, False, False

        return self.system.with_bounds(rounded).possible()


def needed(outcomes: Iterable[Outcome]) -> dict[str, Range]:
    """What must hold whichever of several outcomes is right."""
    right = [one for one in outcomes if one.word not in FAILING]
    cut = dict.fromkeys(name for one in right for name, ends in one.cut.items() if any(ends))
    found = {}
    for name in cut:
        free = right[0].system.anything(name)
        whole, said = either(one.needs(name) for one in right), either(one.said(name) for one in right)
        least = any(one.cut.get(name, (False, False))[0] for one in right) and whole[0] > said[0]
        most = any(one.cut.get(name, (False, False))[1] for one in right) and whole[1] < said[1]
        low, high = whole if least else free, whole if most else free
        if least or most:
            found[name] = (low[0], high[1], low[2], high[3])
    return found


# ── what is said ────────────────────────────────────────────────────────────────────────────────────────────


def suppose(data: Mapping[str, Any], name: str, value: float, wording: str, reading: str) -> str:
    """What the answer would be if a figure that can be moved were this number."""
    move = data["moves"][name]
    cases = [one for one in data["cases"] if (one["wording"], one["reading"]) == (wording, reading)]
    outcomes = []
    for case in cases:
        bounds = {quantity: read(ends) for quantity, ends in case["bounds"].items()}
        rounding = {quantity: (ends[4], ends[5]) for quantity, ends in case["bounds"].items()}
        moved = {move["quantity"]: point(value * move["factor"])}
        outcomes.append(Outcome(System(data, bounds | moved), rounding | {move["quantity"]: (0.0, 0.0)}))
    fitting = [case["series"] for case, one in zip(cases, outcomes, strict=True) if one.word not in FAILING]
    kind, needs = _answer(outcomes), needed(outcomes)
    values = {"value": fill(move["one" if value == 1 else "many"], value=stated(value, data["numerals"]))}
    if 0 < len(fitting) < len(cases):
        kind, values["series"] = f"{kind} in part", listed(data, fitting)
    if kind == NO_FIT:
        factor = min(one.system.stretch() for one in outcomes)
        kind, values["factor"] = _missed(factor), f"{factor:.2f}"
    figures = data["figures"]
    values["needs"] = listed(
        data,
        [
            fill(data["figure"], label=_amount(data, q, span), record=figures[q][wording])
            for q, span in needs.items()
        ],
    )
    return fill(data["says"][f"{wording} {reading}"][kind], **values)


def _answer(outcomes: list[Outcome]) -> str:
    words = [one.word for one in outcomes]
    if all(word in FAILING for word in words):
        return EDGE if EDGE in words else NO_FIT
    if all(word == UNTESTED for word in words):
        return UNTESTED
    return ONLY_IF if needed(outcomes) else FITS


def _missed(factor: float) -> str:
    """The kind of answer that figures give which miss one another by a factor."""
    return f"{NO_FIT} by {'little' if factor < 1.005 else 'a factor' if factor < math.inf else 'any'}"


def _amount(data: Mapping[str, Any], quantity: str, span: Range) -> str:
    """A range with its noun; a floor is rounded down and a ceiling up, so that no limit is stronger than the
    reckoned one.
    """
    figure, numerals = data["figures"][quantity], data["numerals"]
    low, high = rounded(span[0], math.floor, numerals), rounded(span[1], math.ceil, numerals)
    if span[1] == math.inf:
        return fill(figure["above" if span[2] else "least"], number=low)
    if span[0] == free(data, quantity)[0]:
        return fill(figure["under" if span[3] else "most"], number=high)
    if span[0] == span[1]:
        return fill(figure["exactly"], number=rounded(span[0], round, numerals))
    return fill(figure["exactly" if low == high else "between"], number=low, high=high)


def listed(data: Mapping[str, Any], items: list[str]) -> str:
    """Some texts as a list."""
    if len(items) < 2:
        return "".join(items)
    return fill(data["list"], first=", ".join(items[:-1]), last=items[-1])
