"""Propagation: what everything said about some quantities implies for each of them, by two passes of intervals along a tree.

Quantities are tied by equations ``a = b × c``, ``a = b ÷ c``, ``a = b + c`` and ``a = b − c``, and each may be bounded by claims. Where the
equations form a tree, each tells its neighbours what it allows, once from the leaves to the root and once back. What arrives at a quantity is
then *exactly* what all the others imply: for a network without circles arc consistency decides (Freuder 1982; Dechter 2003), and for intervals that
is hull consistency (Hyvönen 1992; Benhamou and Older 1997) by the arithmetic of Moore (1966). Ends are open or closed, and carry the names of the
claims that they rest on; dividing by a range that holds nought can leave two ranges, and both are kept, so that no hull is wider than it must be.

An end *rests on* a claim if taking the claim away moves it, or would if others that say the same were not there: these are then named as well.
Where signs are settled by what is ``given`` (a count is above nought), that follows from the messages; else the messages name whatever might
move the end, and each of these is tried. Numbers are floats, of which two that differ by less than ``SAME`` are one (so a difference of nearly
equal ones may be told from nought wrongly), or Fractions, which are exact. Units are the caller's; all of one quantity must be the same.

E. C. Freuder, “A sufficient condition for backtrack-free search”, Journal of the ACM 29 (1982); R. Dechter, Constraint Processing (2003); E. Hyvönen,
“Constraint reasoning based on interval arithmetic”, Artificial Intelligence 58 (1992); F. Benhamou and W. J. Older, “Applying interval arithmetic to
real, integer, and Boolean constraints”, Journal of Logic Programming 32 (1997); R. E. Moore, Interval Analysis (1966).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import Literal, NamedTuple

Number = float | Fraction
SAME = 1e-12  # floats this close, as a share of the larger, are one number that was reckoned twice
FINE = 1e-12  # to which share of itself the stretch is found
MOST = 64  # separate ranges of one quantity; each quotient of signed ranges may double them


@dataclass(frozen=True, slots=True)
class Span:
    """A range of numbers, and at each end the claims that it rests on. An infinite end is open: nothing is said there.

    Raises ValueError where no number lies in it.
    """

    low: Number = -math.inf
    high: Number = math.inf
    low_open: bool = False
    high_open: bool = False
    low_names: tuple[str, ...] = ()
    high_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for end in ("low", "high"):
            value = getattr(self, end)
            if isinstance(value, int):
                object.__setattr__(self, end, float(value))
            if math.isinf(value):
                object.__setattr__(self, f"{end}_open", True)
        if not (self.low < self.high or (self.low == self.high and not (self.low_open or self.high_open))):
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    def without(self, names: set[str]) -> Span:
        """The same, without the ends that rest on one of these claims."""
        low, high = names.isdisjoint(self.low_names), names.isdisjoint(self.high_names)
        return Span(
            self.low if low else -math.inf,
            self.high if high else math.inf,
            self.low_open,
            self.high_open,
            self.low_names if low else (),
            self.high_names if high else (),
        )


POSITIVE = Span(0.0, low_open=True)  # what is given of anything that is counted, and there


class Equation(NamedTuple):
    """``whole = parts[0] × parts[1] × …``; likewise ÷, + and − (the first over, or less, all the others). A part may be a number."""

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
    """What is left for a quantity: separate ranges in rising order, none where the claims contradict each other."""

    parts: tuple[Span, ...]
    clash: tuple[str, ...] = ()  # the claims that do

    @property
    def span(self) -> Span | None:
        """From the lowest to the highest number; wider than what is left where that is in several parts."""
        if not self.parts:
            return None
        low, high = self.parts[0], self.parts[-1]
        return replace(low, high=high.high, high_open=high.high_open, high_names=high.high_names)


def circle(equations: Iterable[Equation]) -> str:
    """In words, which equations form a circle; empty where they form a tree, or several."""
    around: dict[str, list[Equation]] = {}
    for equation in equations:
        for quantity in equation.quantities:
            around.setdefault(quantity, []).append(equation)
    came: dict[str, tuple[Equation, str] | None] = {}  # the equation and the quantity before it
    for root in around:
        if root in came:
            continue
        came[root], waiting = None, [root]
        for quantity in waiting:
            before = came[quantity]
            for equation in around[quantity]:
                if before and equation is before[0]:
                    continue
                others = equation.quantities
                others.remove(quantity)
                for other in others:
                    if other in came:
                        return _circle(equation, quantity, other, came)
                    came[other] = (equation, quantity)
                    waiting.append(other)
    return ""


def _circle(last: Equation, one: str, other: str, came: Mapping[str, tuple[Equation, str] | None]) -> str:
    """The circle that ``last`` closes between two quantities, which both have been reached."""

    def back(quantity: str) -> list[tuple[Equation | None, str]]:
        path: list[tuple[Equation | None, str]] = [(None, quantity)]
        while step := came[path[-1][1]]:
            path.append(step)
        return path

    here, there = back(one), back(other)
    while len(here) > 1 and len(there) > 1 and here[-2] == there[-2]:
        del here[-1], there[-1]
    steps = [last, *(equation for equation, _ in (*here, *there) if equation)]
    through = dict.fromkeys([*(name for _, name in here), *(name for _, name in there)])
    named = list(dict.fromkeys(f"“{equation}”" for equation in steps))
    if len(named) == 1:
        return f"{named[0]} ties {other} to itself. Let every quantity stand in it once."
    listed = f"{', '.join(named[:-1])} and {named[-1]}"
    return (
        f"{listed} form a circle through {', '.join(through)}. "
        "Take one of them out: what follows is reckoned exactly only where no way leads back."
    )


class _Why(NamedTuple):
    """What an end rests on: claims and other ends, all of them, or (``either``) any one; ``unsure``: perhaps on fewer."""

    names: tuple[str, ...] = ()
    parts: tuple[_Why, ...] = ()
    either: bool = False
    unsure: bool = False


class _End(NamedTuple):
    value: Number
    open: bool
    why: _Why | None


_Piece = tuple[_End, _End]


class _Range(NamedTuple):
    """A set of numbers as pieces in rising order; where it is empty, the ends that cross (if two do) and why."""

    pieces: tuple[_Piece, ...]
    crossing: _Piece | None = None
    why: _Why | None = None


_BELOW, _ABOVE = _End(-math.inf, True, None), _End(math.inf, True, None)
_LINE = _Range(((_BELOW, _ABOVE),))
_NOT_NOUGHT = _Range(((_BELOW, _End(0, True, None)), (_End(0, True, None), _ABOVE)))


def _same(a: Number, b: Number) -> bool:
    return a == b or (type(a) is float and type(b) is float and math.isclose(a, b, rel_tol=SAME))


def _all(whys: Iterable[_Why | None], either: bool = False, unsure: bool = False) -> _Why | None:
    parts = tuple({id(why): why for why in whys if why}.values())
    return parts[0] if len(parts) == 1 and not unsure else _Why((), parts, either, unsure) if parts else None


def _everything(*ranges: _Range) -> _Why | None:
    return _all((end.why for found in ranges for piece in found.pieces for end in piece), unsure=True)


def _flat(why: _Why | None) -> tuple[tuple[str, ...], bool]:
    """The names below a reason, each once, and whether one of them is unsure."""
    names: dict[str, None] = {}
    waiting, seen, unsure = [why] if why else [], set[int](), False
    while waiting:
        at = waiting.pop()
        names.update(dict.fromkeys(at.names))
        unsure |= at.unsure
        fresh = [part for part in at.parts if id(part) not in seen]
        seen.update(map(id, fresh))
        waiting.extend(reversed(fresh))
    return tuple(names), unsure


def _rivals(why: _Why) -> dict[str, set[str]]:
    """For each name below a reason those that say the same."""
    rivals: dict[str, set[str]] = {}
    waiting: list[tuple[_Why, set[str]]] = [(why, set())]
    seen = {id(why)}
    while waiting:
        at, others = waiting.pop()
        for name in at.names:
            rivals.setdefault(name, set()).update(others)
        below = [set(_flat(part)[0]) for part in at.parts] if at.either else []
        for n, part in enumerate(at.parts):
            if id(part) not in seen:
                seen.add(id(part))
                also = set[str]().union(*below[:n], *below[n + 1 :]) - below[n] if at.either else set()
                waiting.append((part, others | also))
    return {name: others - {name} for name, others in rivals.items()}


def _stricter(a: _End, b: _End, low: bool) -> _End:
    """Of two low (or high) ends the one that allows less, resting on both where they say the same."""
    if not _same(a.value, b.value):
        return a if (a.value > b.value) is low else b
    if a.open is b.open:
        return (
            b if b.why is None else a if a.why is None else a._replace(why=_all((a.why, b.why), either=True))
        )
    strict, weak = (
        (a, b) if a.open else (b, a)
    )  # the weak one may be all that is needed, where another end is open
    return strict._replace(why=strict.why and _all((strict.why, weak.why), weak.why is not None, True))


def _holds(low: _End, high: _End) -> bool:
    return not (low.open or high.open) if _same(low.value, high.value) else low.value < high.value


def _union(pieces: Iterable[_Piece], why: _Why | None) -> _Range:
    """These pieces in order, those that touch as one, every end for the same reason. Raises ValueError where they are too many."""
    made: list[_Piece] = []
    for low, high in sorted(pieces, key=lambda piece: (piece[0].value, piece[0].open)):
        if made and (made[-1][1].value > low.value or (
            _same(made[-1][1].value, low.value) and not (made[-1][1].open and low.open)
        )):  # fmt: skip
            made[-1] = (made[-1][0], max(made[-1][1], high, key=lambda end: (end.value, not end.open)))
        else:
            made.append((low, high))
    if len(made) > MOST:
        raise ValueError(f"more than {MOST} separate ranges are left; say which quantities are above nought")
    ends = (
        tuple(end._replace(why=None if math.isinf(end.value) else why) for end in piece) for piece in made
    )
    return _Range(tuple((low, high) for low, high in ends), None, None if made else why)


def _meet(x: _Range, y: _Range) -> _Range:
    """What both allow."""
    if x is _LINE or not y.pieces:
        return y
    if y is _LINE or not x.pieces:
        return x
    if len(x.pieces) == len(y.pieces) == 1:
        low = _stricter(x.pieces[0][0], y.pieces[0][0], True)
        high = _stricter(x.pieces[0][1], y.pieces[0][1], False)
        if _holds(low, high):
            return _Range(((low, high),))
        return _Range((), (low, high), _all((low.why, high.why)))
    pairs = ((_stricter(a, c, True), _stricter(b, d, False)) for a, b in x.pieces for c, d in y.pieces)
    return _union((pair for pair in pairs if _holds(*pair)), _everything(x, y))


def _plus(x: _Range, y: _Range) -> _Range:
    if not (x.pieces and y.pieces):
        return y if x.pieces else x
    sums = tuple((_sum(a, c), _sum(b, d)) for a, b in x.pieces for c, d in y.pieces)
    return _Range(sums) if len(sums) == 1 else _union(sums, _everything(x, y))


def _sum(a: _End, b: _End) -> _End:
    value = a.value + b.value
    return (
        _End(value, True, None) if math.isinf(value) else _End(value, a.open or b.open, _all((a.why, b.why)))
    )


def _minus(x: _Range, y: _Range) -> _Range:
    turned = (tuple(end._replace(value=-end.value) for end in piece) for piece in reversed(y.pieces))
    return _plus(x, y._replace(pieces=tuple((low, high) for high, low in turned)))


def _times(x: _Range, y: _Range, signs: tuple[bool, bool], why: _Why | None = None) -> _Range:
    """``signs``: whether it is given that one or the other is never below nought; then each end has one reason."""
    if not (x.pieces and y.pieces):
        return y if x.pieces else x
    if any(signs) and not why and len(x.pieces) == len(y.pieces) == 1:
        ((a, b),), ((c, d),) = (x.pieces, y.pieces) if signs[1] else (y.pieces, x.pieces)
        return _Range(((_product(a, d if a.value < 0 else c), _product(b, d if b.value > 0 else c)),))
    pieces = []
    for one in x.pieces:
        for other in y.pieces:
            corners = [_product(a, c) for a in one for c in other]
            low = min(corners, key=lambda end: (end.value, end.open))
            pieces.append((low, max(corners, key=lambda end: (end.value, not end.open))))
    return _union(pieces, why or _everything(x, y))


def _product(a: _End, b: _End) -> _End:
    noughts = [end for end in (a, b) if end.value == 0]
    if noughts:  # times anything it is nought, even where that has no end
        return _End(noughts[0].value, all(end.open for end in noughts), _all((a.why, b.why), unsure=True))
    value = a.value * b.value
    return (
        _End(value, True, None) if math.isinf(value) else _End(value, a.open or b.open, _all((a.why, b.why)))
    )


def _over(x: _Range, y: _Range, signs: tuple[bool, bool]) -> _Range:
    """Every number that times one in ``y`` is one in ``x``; all numbers where nought is in both."""
    if not (x.pieces and y.pieces):
        return y if x.pieces else x
    if all(any(_in(0, *piece) for piece in found.pieces) for found in (x, y)):
        return _LINE
    pieces = []
    for low, high in y.pieces:
        if low.value < 0:
            pieces.append(
                (_inverse(high if high.value < 0 else _End(0, True, None), -math.inf), _inverse(low, 0.0))
            )
        if high.value > 0:
            pieces.append(
                (_inverse(high, 0.0), _inverse(low if low.value > 0 else _End(0, True, None), math.inf))
            )
    touches = any(end.value == 0 for piece in x.pieces for end in piece)
    if not pieces or touches or not signs[1]:
        why = _everything(x, y)
        return _times(x, _Range(tuple(pieces)), (False, False), why) if pieces else _Range((), None, why)
    return _times(x, _Range(tuple(pieces)), (False, True))


def _in(value: Number, low: _End, high: _End) -> bool:
    return (low.value < value or (low.value == value and not low.open)) and (
        value < high.value or (value == high.value and not high.open)
    )


def _inverse(end: _End, beyond: float) -> _End:
    """One over an end; ``beyond`` stands for one over nought or over infinity."""
    if end.value == 0 or math.isinf(end.value):
        return _End(beyond, True, None)
    return end._replace(value=1 / end.value)


class _Part(NamedTuple):
    """Quantities and equations that hang together, from the root on; an equation with the place of its quantity nearest to the root."""

    quantities: list[int]
    ties: list[tuple[int, int]]


class _Flow(NamedTuple):
    """The messages between equations and quantities: number ``3 × equation + place`` speaks of the quantity in that place."""

    told: dict[int, _Range]  # by the equation to the quantity
    heard: dict[int, _Range]  # by the equation from the quantity


_OTHERS = ((1, 2), (0, 2), (0, 1))  # places in a tie: whole, one, other


class Network:
    """Equations that form a tree, or several, and what is ``given`` of their quantities: what rests on no claim and does not stretch.

    An equation of more than two parts is taken as several of two. Raises ValueError where the equations form a circle.
    """

    def __init__(self, equations: Iterable[Equation], given: Mapping[str, Span] | None = None) -> None:
        self.equations = tuple(equations)
        if told := circle(self.equations):
            raise ValueError(told)
        self.places: dict[str, int] = {}
        self._given: list[_Range] = []
        self._ties: list[tuple[bool, int, int, int]] = []  # whether a product; whole, one and other
        for equation in self.equations:
            self._tie(equation)
        for name, span in (given or {}).items():
            place = self._place(name)
            self._given[place] = _meet(self._given[place], _Range((_ends([span]),)))
        self._above: dict[int, int] = {}  # the message that comes to a quantity from the side of the root
        self._below: list[list[int]] = [[] for _ in self._given]
        self._parts = list(self._grown())
        self._of = {place: part for part in self._parts for place in part.quantities}
        self._base = _Flow({}, {})  # what is implied if nobody says anything
        for part in self._parts:
            self._climb(part, self._given.__getitem__, self._base)
            self._descend(part, self._given.__getitem__, self._base)
        self._settled = {
            message
            for message, found in self._base.heard.items()
            if found.pieces and found.pieces[0][0].value >= 0
        }

    def _place(self, what: str | Number | None) -> int:
        """The place of a quantity, of a number, or of a quantity without a name."""
        if isinstance(what, str) and what in self.places:
            return self.places[what]
        place = len(self._given)
        self._given.append(
            _LINE if what is None or isinstance(what, str) else _Range((_ends([Span(what, what)]),))
        )
        if isinstance(what, str):
            self.places[what] = place
        return place

    def _tie(self, equation: Equation) -> None:
        parts: list[str | Number] = list(equation.parts)
        whole: str | Number = equation.whole
        product, turned = equation.kind in "×÷", equation.kind in "÷−"
        if turned:  # a = b ÷ c says that b = a × c
            whole, parts[0] = parts[0], whole
        at = [self._place(part) for part in (parts if len(parts) > 1 else [*parts, 1 if product else 0])]
        if product and turned:
            for place in at[1:]:
                self._given[place] = _meet(self._given[place], _NOT_NOUGHT)
        one = at[0]
        for n, other in enumerate(at[1:], 2):
            both = self._place(whole if n == len(at) else None)
            self._ties.append((product, both, one, other))
            one = both

    def _grown(self) -> Iterator[_Part]:
        around: list[list[tuple[int, int]]] = [[] for _ in self._given]
        for number, (_, *tied) in enumerate(self._ties):
            for slot, place in enumerate(tied):
                around[place].append((number, slot))
        for root in range(len(self._given)):
            if root in self._above:
                continue
            part, self._above[root] = _Part([root], []), -1
            for place in part.quantities:
                for number, slot in around[place]:
                    if 3 * number + slot == self._above[place]:
                        continue
                    part.ties.append((number, slot))
                    self._below[place].append(3 * number + slot)
                    for other in _OTHERS[slot]:
                        reached = self._ties[number][1 + other]
                        self._above[reached] = 3 * number + other
                        part.quantities.append(reached)
            yield part

    def _climb(self, part: _Part, own: Callable[[int], _Range], flow: _Flow) -> _Range:
        """The messages from the leaves to the root, and what all together leave for the root."""

        def upward(place: int) -> _Range:
            found = own(place)
            for message in self._below[place]:
                found = _meet(found, flow.told[message])
            return found

        for number, slot in reversed(part.ties):
            for other in _OTHERS[slot]:
                flow.heard[3 * number + other] = upward(self._ties[number][1 + other])
            flow.told[3 * number + slot] = self._tell(number, slot, flow)
        return upward(part.quantities[0])

    def _descend(self, part: _Part, own: Callable[[int], _Range], flow: _Flow) -> None:
        """The messages from the root to the leaves; each leaves out what came from where it goes."""
        for place in part.quantities:
            below, above = self._below[place], self._above[place]
            rest = [_LINE]  # what the later ones say, from the last on
            for message in reversed(below[1:]):
                rest.append(_meet(flow.told[message], rest[-1]))
            before = _meet(own(place), flow.told[above]) if above >= 0 else own(place)
            for message in below:
                flow.heard[message] = _meet(before, rest.pop())
                before = _meet(before, flow.told[message])
                number, slot = divmod(message, 3)
                for other in _OTHERS[slot]:
                    flow.told[3 * number + other] = self._tell(number, other, flow)

    def _tell(self, number: int, slot: int, flow: _Flow) -> _Range:
        """What an equation allows for the quantity in one place, after what it heard from the two others."""
        i, j = (3 * number + other for other in _OTHERS[slot])
        x, y = flow.heard[i], flow.heard[j]
        if not self._ties[number][0]:
            return _minus(x, y) if slot else _plus(x, y)
        signs = (i in self._settled, j in self._settled) if flow is not self._base else (False, False)
        found = _over(x, y, signs) if slot else _times(x, y, signs)
        base = self._base.told.get(3 * number + slot)
        return _as_given(found, base) if base else found


def _as_given(found: _Range, base: _Range) -> _Range:
    """The same, with no reason for an end that is where it would be if nobody had said anything."""
    if not (found.pieces and base.pieces):
        return found
    pieces = [list(piece) for piece in found.pieces]
    for piece, at in ((0, 0), (-1, 1)):
        end, other = pieces[piece][at], base.pieces[piece][at]
        if end.why and end.why.unsure and end.open is other.open and _same(end.value, other.value):
            pieces[piece][at] = end._replace(why=None)
    return found._replace(pieces=tuple((low, high) for low, high in pieces))


def _ends(spans: Sequence[Span]) -> _Piece:
    """The strictest ends that are said, which may cross."""
    low, high = _BELOW, _ABOVE
    least = max((span.low for span in spans), default=-math.inf)
    most = min((span.high for span in spans), default=math.inf)
    for span in spans:
        if _same(span.low, least) and not math.isinf(least):
            why = _Why(span.low_names) if span.low_names else None
            low = _stricter(low, _End(span.low or 0, span.low_open, why), True)
        if _same(span.high, most) and not math.isinf(most):
            why = _Why(span.high_names) if span.high_names else None
            high = _stricter(high, _End(span.high or 0, span.high_open, why), False)
    return low, high


def _loosened(end: _End, factor: float, low: bool) -> _End:
    if not end.why or factor == 1 or not end.value or math.isinf(end.value):
        return end
    by = Fraction(factor) if isinstance(end.value, Fraction) else factor
    value = end.value / by if (end.value > 0) is low else end.value * by
    return end._replace(value=value or 0) if not math.isinf(value) else _BELOW if low else _ABOVE


class Solution:
    """What follows from a network and what was ``said``: for each quantity any number of ranges, all of which are claimed to hold.

    Nothing is reckoned before it is asked for. Raises ValueError for a quantity that no equation ties.
    """

    def __init__(self, network: Network, said: Mapping[str, Sequence[Span]]) -> None:
        self.network, self._said = network, said
        if unknown := [name for name in said if name not in network.places]:
            raise ValueError(f"no equation ties {', '.join(unknown)}")
        self._ranges: dict[int, _Piece] = {network.places[name]: _ends(spans) for name, spans in said.items()}
        self._flows: dict[int, tuple[_Flow, _Range]] = {}

    @cached_property
    def _holders(self) -> dict[str, set[str]]:
        """The quantities that a claim bounds."""
        holders: dict[str, set[str]] = {}
        for quantity, spans in self._said.items():
            for name in (name for span in spans for name in (*span.low_names, *span.high_names)):
                holders.setdefault(name, set()).add(quantity)
        return holders

    def without(self, names: Iterable[str]) -> Solution:
        """The same, as if these claims had not been made."""
        gone = set(names)
        touched = {quantity for name in gone for quantity in self._holders.get(name, ())}
        return self._changed({q: [span.without(gone) for span in self._said[q]] for q in touched})

    def unsaid(self, quantity: str) -> Solution:
        """The same, as if nothing had been said about a quantity."""
        return self._changed({quantity: []})

    def _changed(self, said: dict[str, Sequence[Span]]) -> Solution:
        other = Solution(self.network, {})
        other._said = {**self._said, **said}
        other._ranges = {
            **self._ranges,
            **{self.network.places[q]: _ends(spans) for q, spans in said.items()},
        }
        gone = {id(self.network._of[self.network.places[q]]) for q in said}
        other._flows = {part: flow for part, flow in self._flows.items() if part not in gone}
        return other

    def _own(self, place: int, factor: float = 1.0) -> _Range:
        given = self.network._given[place]
        if place not in self._ranges:
            return given
        low, high = (
            _loosened(end, factor, low) for end, low in zip(self._ranges[place], (True, False), strict=True)
        )
        if not _holds(low, high):
            return _Range((), (low, high), _all((low.why, high.why)))
        return _meet(given, _Range(((low, high),)))

    def _flow(self, part: _Part) -> tuple[_Flow, _Range]:
        """The messages of a part, and what is left for its root."""
        if id(part) not in self._flows:
            flow = _Flow({}, {})
            root = self.network._climb(part, self._own, flow)
            self.network._descend(part, self._own, flow)
            self._flows[id(part)] = flow, root
        return self._flows[id(part)]

    def _range(self, quantity: str, own: bool) -> _Range:
        net, place = self.network, self.network.places[quantity]
        flow, _ = self._flow(net._of[place])
        found = self._own(place) if own else net._given[place]
        messages = [net._above[place]] * (net._above[place] >= 0) + net._below[place]
        for message in messages:
            found = _meet(found, flow.told[message])
        return found

    def implied(self, quantity: str) -> Found:
        """What everything that was said about the others allows for a quantity, and what is given of it."""
        return self._found(quantity, False)

    def together(self, quantity: str) -> Found:
        """What all that was said leaves for a quantity."""
        return self._found(quantity, True)

    def said(self, quantity: str) -> Span | None:
        """The strictest ends that were said about a quantity; ``None`` where they cross."""
        low, high = self._ranges.get(self.network.places[quantity], (_BELOW, _ABOVE))
        names = (_flat(end.why)[0] for end in (low, high))
        return _span(low, high, *names) if _holds(low, high) else None

    def _found(self, quantity: str, own: bool) -> Found:
        found = self._range(quantity, own)
        if not found.pieces:
            return Found((), _flat(found.why)[0])
        spans = []
        for number, piece in enumerate(found.pieces):
            names = []
            for at, end in enumerate(piece):
                outer = number == (0, len(found.pieces) - 1)[at]
                names.append(self._named(end, lambda other, at=at, end=end, outer=outer: _kept(
                    other._range(quantity, own), end, at, outer
                )))  # fmt: skip
            spans.append(_span(*piece, *names))
        return Found(tuple(spans))

    def _named(self, end: _End, kept: Callable[[Solution], bool]) -> tuple[str, ...]:
        """The claims that an end rests on; where that is unsure, each is taken away, also without those that say the same."""
        names, unsure = _flat(end.why)
        if not unsure or end.why is None:
            return names
        rivals = _rivals(end.why)

        def moved(*gone: str) -> bool:
            return not kept(self.without(gone))

        return tuple(
            name
            for name in names
            if moved(name) or (rivals[name] and not moved(*rivals[name]) and moved(name, *rivals[name]))
        )

    @cached_property
    def clash(self) -> tuple[str, ...] | None:
        """The claims of one contradiction; ``None`` where everything can be true together."""
        roots = (self._flow(part)[1] for part in self.network._parts)
        return next((_flat(root.why)[0] for root in roots if not root.pieces), None)

    @property
    def possible(self) -> bool:
        """Whether everything can be true together."""
        return self.clash is None

    def break_even(self, quantity: str) -> tuple[Number | None, Number | None]:
        """What a quantity must at least and at most be, where the others cut into what was said about it."""
        said, implied = self._ranges.get(self.network.places[quantity]), self._range(quantity, False)
        if not said or not implied.pieces:
            return None, None
        (low, high), least, most = said, implied.pieces[0][0].value, implied.pieces[-1][1].value
        return (
            least if low.why and least > low.value and not _same(least, low.value) else None,
            most if high.why and most < high.value and not _same(most, high.value) else None,
        )

    @cached_property
    def conditions(self) -> dict[str, Span]:
        """What must hold if everything is true: for each quantity that is cut the limits that cut it; none where nothing can be."""
        made = {}
        for quantity in self._said if self.possible else ():
            least, most = self.break_even(quantity)
            if least is not None or most is not None:
                span = self.implied(quantity).span or Span()
                made[quantity] = Span(
                    -math.inf if least is None else span.low,
                    math.inf if most is None else span.high,
                    span.low_open,
                    span.high_open,
                    () if least is None else span.low_names,
                    () if most is None else span.high_names,
                )
        return made

    def carriers(self) -> dict[str, dict[str, Span | None]]:
        """Which quantities carry the answer: for each, what is left of the conditions on others if nothing had been said about it.

        ``None``: nothing has to hold any more. Where not everything can be true, a quantity carries the answer if it could without what was
        said about it; its own name then stands for that.
        """
        if not self.possible:
            broken = [part for part in self.network._parts if not self._flow(part)[1].pieces]
            inside = {place for part in broken for place in part.quantities} if len(broken) == 1 else set()
            held = (q for q in self._said if self.network.places[q] in inside)
            return {q: {q: None} for q in held if self._range(q, False).pieces}
        made: dict[str, dict[str, Span | None]] = {}
        for cut, span in self.conditions.items():
            names = (*span.low_names, *span.high_names)
            for quantity in dict.fromkeys(q for name in names for q in sorted(self._holders[name])):
                left = self.unsaid(quantity).conditions.get(cut) if quantity != cut else span
                if left != span:
                    made.setdefault(quantity, {})[cut] = left
        return made

    def stretch(self) -> tuple[float, tuple[str, ...]]:
        """The least factor by which all claims must give for everything to be true together, and the claims that miss by it.

        A low end above nought is divided by the factor and a high end multiplied; below nought it is the other way round, so that a range only
        grows. An end at nought stays, and so does what is given. It is 1.0 exactly where everything can be true as said; where open ends only
        touch, it is a hair more; infinity where no factor does. Found to the share ``FINE`` of itself.
        """
        broken = [part for part in self.network._parts if not self._flow(part)[1].pieces]
        return max((self._least(part) for part in broken), key=lambda found: found[0], default=(1.0, ()))

    def _least(self, part: _Part) -> tuple[float, tuple[str, ...]]:
        """Bisection on the logarithm; the gap between two ends that cross tells where to look first (exactly so for products)."""
        tight, wide, at = 0.0, math.inf, 0.0
        gaps: list[tuple[float, float]] = []
        names: tuple[str, ...] = ()
        while wide - tight > FINE and at < 700:
            factor = math.exp(at)
            root = self.network._climb(part, lambda place: self._own(place, factor), _Flow({}, {}))
            if root.pieces:
                wide, at = at, at - 0.9 * FINE if gaps else (tight + at) / 2
                gaps = []
                continue
            tight, names, gap = at, _flat(root.why)[0], _gap(root.crossing)
            gaps = [*gaps[-1:], (at, gap)] if gap > 0 and names else []
            if gaps:
                (was, more), pace = gaps[0], float(len(names))
                if len(gaps) == 2 and more > gap:
                    pace = (more - gap) / (at - was)
                at += gap / pace + FINE / 3
            else:
                at = at + 4 * FINE if wide == math.inf and at < 20 * FINE else max(2 * at, 1e-6)
            if not tight < at < wide:
                at = (tight + wide) / 2
        return (math.exp(wide) if wide < math.inf else math.inf), names


def _gap(crossing: _Piece | None) -> float:
    """By how much two ends cross, as a logarithm; 0 where they have no ratio."""
    low, high = (end.value for end in crossing) if crossing else (0, 0)
    return math.log(low / high if high > 0 else high / low) if low * high > 0 else 0.0


def _kept(found: _Range, end: _End, at: int, outer: bool) -> bool:
    """Whether an end is still there."""
    pieces = found.pieces[-at:][:1] if outer else found.pieces
    return any(_same(piece[at].value, end.value) and piece[at].open is end.open for piece in pieces)


def _span(low: _End, high: _End, low_names: tuple[str, ...], high_names: tuple[str, ...]) -> Span:
    # Two floats that are the same number may stand in the wrong order.
    return Span(low.value, max(low.value, high.value), low.open, high.open, low_names, high_names)
