"""Propagation: what everything said about some quantities implies for each, by two passes of messages along a
tree.

Quantities are tied by equations ``a = b × c``, ``a = b ÷ c``, ``a = b + c`` and ``a = b − c``, and claims
bound them. Where the equations form a tree, each tells its neighbours what it allows, once from the leaves to
the root and once back. What reaches a quantity is then *exactly* what all the others imply, its ends open or
closed: on a network without circles arc consistency leaves only values that are part of a solution (Freuder
1982; Dechter 2003), and for ranges of numbers that is hull consistency (Hyvönen 1992; Benhamou and Older
1997). What is left may be in several pieces, where something is divided by what may be nought; all are kept.

An end *rests on* a claim if taking the claim away moves it, or would if others that say the same were gone
too: these are then named as well. Where it is given that factors are not below nought, the messages tell
exactly that; elsewhere they name all that may matter, and each of these is taken away to see. Units are the
caller's, one for each quantity.

E. C. Freuder, “A sufficient condition for backtrack-free search”, Journal of the ACM 29 (1982); R. Dechter,
Constraint Processing (2003); E. Hyvönen, “Constraint reasoning based on interval arithmetic”, Artificial
Intelligence 58 (1992); F. Benhamou and W. J. Older, “Applying interval arithmetic to real, integer, and
Boolean constraints”, Journal of Logic Programming 32 (1997).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, partial
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from reported.analysis.columns import Column, beside, everywhere
from reported.analysis.ranges import (
    ABOVE,
    BELOW,
    LINE,
    NOT_NOUGHT,
    End,
    Number,
    Piece,
    Range,
    Span,
    between,
    endless,
    meet,
    minus,
    named,
    over,
    plus,
    rivals,
    same,
    strictest,
    times,
)
from reported.dossier.plan import circles

FINE = 1e-12  # to which share of itself the stretch is found
MOST = 230.0  # the logarithm of the largest stretch that is looked for, some 1e100
GUESSES = 12  # steps of the search that follow the gap; after these it halves
_OTHERS = ((1, 2), (0, 2), (0, 1))  # places in a tie of three: the whole, one and the other


class Equation(NamedTuple):
    """``whole = parts[0] × parts[1] × …``; likewise ÷, + and − (the first over, or less, all others).

    A part may be a number.
    """

    whole: str
    kind: Literal["×", "÷", "+", "−"]
    parts: tuple[str | Number, ...]
    name: str = ""

    def __str__(self) -> str:
        return self.name or f"{self.whole} = {f' {self.kind} '.join(map(str, self.parts))}"

    @property
    def quantities(self) -> list[str]:
        """The quantities it ties, the whole first."""
        return [self.whole, *(part for part in self.parts if isinstance(part, str))]


class Found(NamedTuple):
    """What is left for a quantity, in rising order; nothing where the claims of ``clash`` cannot all hold."""

    parts: tuple[Span, ...]
    clash: tuple[str, ...] = ()

    @property
    def span(self) -> Span | None:
        """From the lowest to the highest number: wider than what is left where that is in several parts."""
        if not self.parts:
            return None
        low, high = self.parts[0], self.parts[-1]
        ends = low.low, high.high, low.low_open, high.high_open
        return Span(*ends, low.low_names, high.high_names)


class _Tree(NamedTuple):
    """Quantities and ties that hang together, from the root on, and the place of each tie nearest to it."""

    quantities: list[int]
    ties: list[tuple[int, int]]


class _Flow(NamedTuple):
    """Messages; that of number ``3 × tie + place`` is about the quantity in that place."""

    told: dict[int, Range]  # by the tie
    heard: dict[int, Range]  # by the quantity


class Network:
    """Equations that form a tree, or several, and what is ``given``: what rests on no claim and does not
    stretch.

    An equation of more than two parts becomes several ties of three quantities, some without a name. Raises
    ValueError where the equations form a circle.
    """

    def __init__(self, equations: Iterable[Equation], given: Mapping[str, Span] | None = None) -> None:
        self.equations = tuple(equations)
        for _, *told in circles((str(each), each.quantities) for each in self.equations):
            raise ValueError(" ".join(told))
        self.places: dict[str, int] = {}
        self.given: list[Range] = []
        self._ties: list[tuple[bool, int, int, int]] = []  # whether a product; whole, one and other
        for equation in self.equations:
            self._tie(equation)
        for name, span in (given or {}).items():
            place = self._place(name)
            self.given[place] = meet(self.given[place], between(*strictest([span])))
        self.above: dict[int, int] = {}  # the message that comes to a quantity from its root; -1 to the root
        self.below: list[list[int]] = [[] for _ in self.given]
        self.trees = list(self._grown())
        self.tree_of = {place: tree for tree in self.trees for place in tree.quantities}
        self._base = _Flow({}, {})  # what is implied if nobody says anything
        for tree in self.trees:
            self.climb(tree, self.given.__getitem__, self._base)
            self.descend(tree, self.given.__getitem__, self._base)

    def _place(self, what: str | Number | None) -> int:
        """The place of a quantity, of a number, or of a quantity without a name."""
        if isinstance(what, str) and what in self.places:
            return self.places[what]
        self.given.append(LINE)
        if isinstance(what, str):
            self.places[what] = len(self.given) - 1
        elif what is not None:
            end = End(Fraction(what) if isinstance(what, int) else what, False, None)
            self.given[-1] = between(end, end)
        return len(self.given) - 1

    def _tie(self, equation: Equation) -> None:
        for name in equation.quantities:  # in the order in which they are said
            self._place(name)
        parts: list[str | Number] = list(equation.parts)
        whole: str | Number = equation.whole
        product, turned = equation.kind in "×÷", equation.kind in "÷−"
        if turned:  # a = b ÷ c says that b = a × c
            whole, parts[0] = parts[0], whole
        if len(parts) == 1:
            parts.append(1 if product else 0)
        one, *others = [self._place(part) for part in parts]
        for number, other in enumerate(others, 1):
            if product and turned:
                self.given[other] = meet(self.given[other], NOT_NOUGHT)
            both = self._place(whole if number == len(others) else None)
            self._ties.append((product, both, one, other))
            one = both

    def _grown(self) -> Iterator[_Tree]:
        around: list[list[int]] = [[] for _ in self.given]
        for number, (_, *tied) in enumerate(self._ties):
            for place, quantity in enumerate(tied):
                around[quantity].append(3 * number + place)
        for root in range(len(self.given)):
            if root in self.above:
                continue
            tree, self.above[root] = _Tree([root], []), -1
            for quantity in tree.quantities:
                self.below[quantity] = [
                    message for message in around[quantity] if message != self.above[quantity]
                ]
                for message in self.below[quantity]:
                    number, place = divmod(message, 3)
                    tree.ties.append((number, place))
                    for other in _OTHERS[place]:
                        reached = self._ties[number][1 + other]
                        self.above[reached] = 3 * number + other
                        tree.quantities.append(reached)
            yield tree

    def climb(self, tree: _Tree, own: Callable[[int], Range], flow: _Flow) -> Range:
        """The messages from the leaves to the root, and what all together leave for the root."""

        def upward(quantity: int) -> Range:
            found = own(quantity)
            for message in self.below[quantity]:
                found = meet(found, flow.told[message])
            return found

        for number, place in reversed(tree.ties):
            for other in _OTHERS[place]:
                flow.heard[3 * number + other] = upward(self._ties[number][1 + other])
            flow.told[3 * number + place] = self._message(number, place, flow)
        return upward(tree.quantities[0])

    def descend(self, tree: _Tree, own: Callable[[int], Range], flow: _Flow) -> None:
        """The messages from the root to the leaves; each leaves out what came from where it goes."""
        for quantity in tree.quantities:
            below, above = self.below[quantity], self.above[quantity]
            later = [LINE]  # what those say that come later, from the last on
            for message in reversed(below[1:]):
                later.append(meet(flow.told[message], later[-1]))
            before = meet(own(quantity), flow.told[above]) if above >= 0 else own(quantity)
            for message in below:
                flow.heard[message] = meet(before, later.pop())
                before = meet(before, flow.told[message])
                number, place = divmod(message, 3)
                for other in _OTHERS[place]:
                    flow.told[3 * number + other] = self._message(number, other, flow)

    def _message(self, number: int, place: int, flow: _Flow) -> Range:
        """What a tie allows for the quantity in one place, after what it heard of the two others."""
        i, j = (3 * number + other for other in _OTHERS[place])
        return self.tied(number, place, flow.heard[i], flow.heard[j], flow is self._base)

    def tied(self, number: int, place: int, x: Range, y: Range, base: bool = False) -> Range:
        """What a tie makes of the ranges of two of its quantities for the third."""
        i, j = (3 * number + other for other in _OTHERS[place])
        if not self._ties[number][0]:
            return minus(x, y) if place else plus(x, y)
        given = self._base.heard[i], self._base.heard[j]
        if place:
            found = over(x, y, _above_nought(given[1]))
        else:
            found = times(x, y, (_not_below_nought(given[0]), _not_below_nought(given[1])))
        return found if base else _as_given(found, self._base.told[3 * number + place])

    def root(self, quantity: str) -> int:
        """The place of the root of what a quantity hangs together with: one for all of these."""
        return self.tree_of[self.places[quantity]].quantities[0]

    @cached_property
    def together(self) -> list[dict[str, int]]:
        """The quantities that hang together, group by group, each with its place."""
        groups: dict[int, dict[str, int]] = {}
        for quantity, place in self.places.items():
            groups.setdefault(self.root(quantity), {})[quantity] = place
        return [*groups.values()]

    def in_place(self, message: int) -> int:
        """The quantity that a message is about."""
        return self._ties[message // 3][1 + message % 3]


def _not_below_nought(given: Range) -> bool:
    return bool(given.pieces) and given.pieces[0][0].value >= 0


def _above_nought(given: Range) -> bool:
    return _not_below_nought(given) and (given.pieces[0][0].value > 0 or given.pieces[0][0].open)


def _as_given(found: Range, base: Range) -> Range:
    """The same, with no reason for an outer end that is where it would be if nobody had said anything."""
    for number, side in ((0, 0), (-1, 1)) if found.pieces and base.pieces else ():
        end, other = found.pieces[number][side], base.pieces[number][side]
        if end.why and end.why.unsure and end.open is other.open and same(end.value, other.value):
            pieces = list(found.pieces)
            low, high = pieces[number]
            end = end._replace(why=None)
            pieces[number] = (low, end) if side else (end, high)
            found = found._replace(pieces=tuple(pieces))
    return found


class Solution:
    """What follows from a network and what was ``said`` about its quantities: any number of ranges, all of
    which hold.

    Nothing is reckoned before it is asked for. Raises ValueError for a quantity that no equation ties.
    """

    def __init__(self, network: Network, said: Mapping[str, Sequence[Span]]) -> None:
        if unknown := [name for name in said if name not in network.places]:
            raise ValueError(f"no equation ties {', '.join(unknown)}")
        self.network, self._said = network, said
        self._ends = {network.places[name]: strictest(spans) for name, spans in said.items()}
        self._flows: dict[int, tuple[_Flow, Range]] = {}  # by the root, with what is left for it

    def without(self, names: Iterable[str]) -> Solution:
        """The same, as if these claims had not been made."""
        untold = set(names)
        touched = {quantity for name in untold for quantity in self._bounds.get(name, ())}
        return self.changed({
            quantity: [
                span.keep(untold.isdisjoint(span.low_names), untold.isdisjoint(span.high_names))
                for span in self._said[quantity]
            ]
            for quantity in touched
        })  # fmt: skip

    def changed(self, said: Mapping[str, Sequence[Span]]) -> Solution:
        """The same, with something else said about some quantities; what hangs together with none of them is
        not reckoned again.
        """
        other = Solution(self.network, said)
        gone = {self.network.tree_of[place].quantities[0] for place in other._ends}
        other._said, other._ends = {**self._said, **said}, self._ends | other._ends
        other._flows = {root: flow for root, flow in self._flows.items() if root not in gone}
        return other

    @cached_property
    def _bounds(self) -> dict[str, list[str]]:
        """The quantities that each claim bounds."""
        bounds: dict[str, dict[str, None]] = {}
        for quantity, spans in self._said.items():
            for span in spans:
                for name in (*span.low_names, *span.high_names):
                    bounds.setdefault(name, {})[quantity] = None
        return {name: list(quantities) for name, quantities in bounds.items()}

    def _own(self, place: int, factor: float = 1.0) -> Range:
        """What was said about a quantity, loosened by a factor, and what is given of it."""
        given = self.network.given[place]
        if place not in self._ends:
            return given
        low, high = self._ends[place]
        if factor > 1:
            low, high = _loosened(low, factor, True), _loosened(high, factor, False)
        return meet(given, between(low, high))

    def _flow(self, tree: _Tree) -> tuple[_Flow, Range]:
        root = tree.quantities[0]
        if root not in self._flows:
            flow = _Flow({}, {})
            left = self.network.climb(tree, self._own, flow)
            self.network.descend(tree, self._own, flow)
            self._flows[root] = flow, left
        return self._flows[root]

    def _left(self, quantity: str, own: bool) -> Range:
        place = self.network.places[quantity]
        flow, _ = self._flow(self.network.tree_of[place])
        left, above = self._own(place) if own else self.network.given[place], self.network.above[place]
        for message in (*self.network.below[place], *([above] if above >= 0 else ())):
            left = meet(left, flow.told[message])
        return left

    def implied(self, quantity: str) -> Found:
        """What is said of all others, and what is given, allow for a quantity."""
        return self._found(quantity, False)

    def together(self, quantity: str) -> Found:
        """What everything that is said and given leaves for a quantity."""
        return self._found(quantity, True)

    def _found(self, quantity: str, own: bool) -> Found:
        left = self._left(quantity, own)
        spans = []
        for number, (low, high) in enumerate(left.pieces):
            outer = number == 0, number == len(left.pieces) - 1
            names = (self._names(quantity, own, side, (low, high)[side], outer[side]) for side in (0, 1))
            top = max(low.value, high.value)  # two floats that are one number may stand in the wrong order
            spans.append(Span(low.value, top, low.open, high.open, *names))
        return Found(tuple(spans), named(left.why)[0])

    def _names(self, quantity: str, own: bool, side: int, end: End, outer: bool) -> tuple[str, ...]:
        """The claims an end rests on; where unsure, each is taken away, also with those that say the same."""
        names, unsure = named(end.why)
        if not (unsure and end.why):
            return names

        def moved(*gone: str) -> bool:
            pieces = self.without(gone)._left(quantity, own).pieces
            ends = [piece[side] for piece in (pieces[-side:][:1] if outer else pieces)]
            return not any(same(other.value, end.value) and other.open is end.open for other in ends)

        needed, alike = set[str](), rivals(end.why)
        for name in names:
            gone = alike[name]
            if moved(name):
                needed.add(name)
            elif gone and not moved(*gone) and moved(name, *gone):
                for other in sorted(gone):
                    if moved(name, *(gone - {other})):
                        gone = gone - {other}
                needed |= {name, *gone}
        return tuple(name for name in names if name in needed)

    @cached_property
    def _broken(self) -> list[_Tree]:
        return [tree for tree in self.network.trees if not self._flow(tree)[1].pieces]

    def holds(self, quantity: str) -> bool:
        """Whether everything can be true together that hangs together with a quantity."""
        return bool(self._flow(self.network.tree_of[self.network.places[quantity]])[1].pieces)

    @property
    def possible(self) -> bool:
        """Whether everything can be true together."""
        return not self._broken

    def break_even(self, quantity: str) -> tuple[Number | None, Number | None]:
        """What a quantity must at least and at most be, where the others cut into what was said about it."""
        said = self._ends.get(self.network.places[quantity], (BELOW, ABOVE))
        return cuts(said, self._left(quantity, False))

    def stretch(self) -> tuple[float, tuple[str, ...]]:
        """The least factor by which all claims must give for everything to be true, and the claims that miss
        by it.

        A low end above nought is divided by the factor and a high end multiplied; below nought it is the
        other way round, so that ranges only grow. An end at nought stays, and so does what is given. It is
        1.0 exactly where all can be true as said, a hair more where open ends only touch, and infinite where
        no factor does; to ``FINE`` of itself.
        """
        return max(map(self._least, self._broken), key=lambda found: found[0], default=(1.0, ()))

    def _least(self, tree: _Tree) -> tuple[float, tuple[str, ...]]:
        """Bisection on the logarithm. The gap between ends that cross tells where to look: for products,
        exactly.
        """
        short, enough, at = 0.0, math.inf, 0.0
        names: tuple[str, ...] = ()
        before: tuple[float, float] | None = None  # the last place that fell short, and its gap
        guesses = GUESSES
        while enough - short > FINE and short < MOST:
            root = self.network.climb(tree, partial(self._own, factor=math.exp(at)), _Flow({}, {}))
            if root.pieces:
                enough, at = at, at - 0.9 * FINE if before else (short + at) / 2
                before = None
            else:
                short, names, gap = at, named(root.why)[0], _gap(root.crossing)
                pace = float(len(names) or 1)
                if before and before[1] > gap:
                    pace = (before[1] - gap) / (at - before[0])
                before = (at, gap) if gap and guesses else None
                at += gap / pace + FINE / 3 if before else max(at, 4 * FINE)
                guesses -= guesses > 0
            if not short < at < enough:
                at = (short + enough) / 2
            at = min(at, MOST)  # a gap that hardly closes tells nothing of where it does
        return (math.exp(enough) if enough < math.inf else math.inf), names


def cuts(said: Piece, left: Range) -> tuple[Number | None, Number | None]:
    """Where what is left cuts into what was said: at the low end and at the high one."""
    low, high = said
    least = left.pieces[0][0].value if left.pieces else -math.inf
    most = left.pieces[-1][1].value if left.pieces else math.inf
    return (
        least if low.why and least > low.value and not same(least, low.value) else None,
        most if high.why and most < high.value and not same(most, high.value) else None,
    )


def _loosened(end: End, factor: float, low: bool) -> End:
    if not end.why or not end.value:
        return end
    by = Fraction(factor) if isinstance(end.value, Fraction) else factor
    value = end.value / by if (end.value > 0) is low else end.value * by
    return (BELOW if low else ABOVE) if endless(value) else end._replace(value=value)


def _gap(crossing: Piece | None) -> float:
    """By how much two ends cross, as a logarithm; 0 where they have no ratio or only touch."""
    low, high = (end.value for end in crossing) if crossing else (0, 0)
    ratio = (low / high if high > 0 else high / low) if low * high > 0 else 1
    return math.log(min(ratio, 1e300)) if ratio > 1 else 0.0


class Many:
    """What ``Solution`` tells, for many sets of bounds on one network at once: a row for each set.

    Bounds and messages are columns, so a message is worked out once for each two ranges that meet in a tie.
    Names are left out; no range depends on them. Messages are asked for one by one, so a tree may not be
    deeper than Python can call.
    """

    def __init__(self, network: Network, said: Mapping[str, Column[Span | None]], rows: int):
        """``said``: the range of each quantity of which something was said, ``None`` in rows where nothing
        was."""
        self.network, self._rows = network, rows
        self._around = [
            [*below, *([network.above[place]] if network.above[place] >= 0 else [])]
            for place, below in enumerate(network.below)
        ]
        self._own = [everywhere(given, rows) for given in network.given]
        for name, spans in said.items():
            place = network.places[name]
            self._own[place] = spans.each(partial(_bounded, network.given[place]), _numbers)
        self._kept: dict[int, Column[Range]] = {}  # by the message
        self._found: dict[int, Column[Range]] = {}  # by the quantity

    @property
    def possible(self) -> NDArray[np.bool_]:
        """For each row whether everything can be true together."""
        found = np.ones(self._rows, bool)
        for tree in self.network.trees:
            root = tree.quantities[0]
            found &= _met(self._own[root], self._left(root)).passing(lambda span: bool(span.pieces))
        return found

    def left(self, quantity: str) -> Column[Range]:
        """What is said of all others, and what is given, allow for a quantity."""
        return self._left(self.network.places[quantity])

    def _left(self, place: int) -> Column[Range]:
        if place not in self._found:
            given = everywhere(self.network.given[place], self._rows)
            self._found[place] = self._told_all(given, place, -1)
        return self._found[place]

    def _told_all(self, found: Column[Range], place: int, but: int) -> Column[Range]:
        """What all ties of a quantity leave of its ranges, but for one of them."""
        for message in self._around[place]:
            if message != but:
                found = _met(found, self._told(message))
        return found

    def _told(self, message: int) -> Column[Range]:
        if message not in self._kept:
            number, place = divmod(message, 3)
            heard = [3 * number + other for other in _OTHERS[place]]
            places = map(self.network.in_place, heard)
            x, y = (self._told_all(self._own[at], at, but) for at, but in zip(places, heard, strict=True))
            tied = partial(self.network.tied, number, place)
            self._kept[message] = beside(x, y).each(lambda pair: tied(*pair), _numbers)
        return self._kept[message]


def _bounded(given: Range, span: Span | None) -> Range:
    return given if span is None else meet(given, between(*strictest([span])))


def _met(x: Column[Range], y: Column[Range]) -> Column[Range]:
    return beside(x, y).each(lambda pair: meet(*pair), _numbers)


def _numbers(found: Range) -> Hashable:
    """All that messages hang on in a range without names: its ends, and whether these are exact."""
    return tuple([(type(end.value), end.value, end.open) for piece in found.pieces for end in piece])
