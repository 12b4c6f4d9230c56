"""Ranges of numbers that know what they rest on: the arithmetic that propagation needs.

Sums, differences, products and quotients of sets of numbers, after Moore (Interval Analysis, 1966), with open
and closed ends told apart and with what a division by nought leaves apart kept apart: a set is one piece or
several, and nothing is rounded up to a hull. Every end carries what it rests on, as a tree of claims and
other ends, so that its names are gathered only when somebody asks.

Numbers are floats, of which two that differ by less than ``SAME`` are one, or Fractions, which are exact. (A
difference of nearly equal floats may so be told from nought wrongly; where that matters, use Fractions.)
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import NamedTuple

Number = float | Fraction
SAME = 1e-12  # floats this close, as a share of the larger, are one number that was reckoned twice
MOST = 64  # pieces of one set; a quotient of signed ranges may double them


def endless(value: Number) -> bool:
    """Whether it is no number but infinity."""
    return type(value) is float and math.isinf(value)


@dataclass(frozen=True, slots=True)
class Span:
    """A range of numbers, and at each end the claims that it rests on. An infinite end is open: nothing is
    said there.

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
            if type(value) is not float and not isinstance(value, Fraction):
                value = float(value)
                object.__setattr__(self, end, value)
            if endless(value):
                object.__setattr__(self, f"{end}_open", True)
        if not (self.low < self.high or (self.low == self.high and not (self.low_open or self.high_open))):
            raise ValueError(f"no number lies between {self.low} and {self.high}")

    @property
    def numbers(self) -> tuple[Number, Number, bool, bool]:
        """Its ends and whether each is open, whatever they rest on."""
        return self.low, self.high, self.low_open, self.high_open

    def keep(self, low: bool, high: bool) -> Span:
        """The same with only one of its ends, or both, or none."""
        kept = self if low else replace(self, low=-math.inf, low_names=())
        return kept if high else replace(kept, high=math.inf, high_names=())


POSITIVE = Span(0.0, low_open=True)  # of anything that is counted, and there


class Why(NamedTuple):
    """What an end rests on: claims and other ends, or (``either``) any one, or (``unsure``) perhaps fewer."""

    names: tuple[str, ...] = ()
    parts: tuple[Why, ...] = ()
    either: bool = False
    unsure: bool = False


class End(NamedTuple):
    """One end of a piece; ``why`` is ``None`` where it rests on no claim."""

    value: Number
    open: bool
    why: Why | None


Piece = tuple[End, End]


class Range(NamedTuple):
    """A set of numbers as pieces in rising order; where empty, the ends that cross, if two do, and why."""

    pieces: tuple[Piece, ...]
    crossing: Piece | None = None
    why: Why | None = None


BELOW, NOUGHT, ABOVE = (End(value, True, None) for value in (-math.inf, 0, math.inf))
LINE = Range(((BELOW, ABOVE),))
NOT_NOUGHT = Range(((BELOW, NOUGHT), (NOUGHT, ABOVE)))


def same(a: Number, b: Number) -> bool:
    """Whether two numbers are one."""
    return a == b or (type(a) is float and type(b) is float and math.isclose(a, b, rel_tol=SAME))


def joined(whys: Iterable[Why | None], either: bool = False, unsure: bool = False) -> Why | None:
    """One reason of several; ``None`` where there is none."""
    parts = tuple({id(why): why for why in whys if why}.values())
    return parts[0] if len(parts) == 1 and not unsure else Why((), parts, either, unsure) if parts else None


def everything(*ranges: Range) -> Why | None:
    """All that some sets rest on, which is more than one end of what comes of them may need."""
    return joined((end.why for found in ranges for piece in found.pieces for end in piece), unsure=True)


def named(why: Why | None) -> tuple[tuple[str, ...], bool]:
    """The claims below a reason, each once, and whether one of them may be one too many."""
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


def rivals(why: Why) -> dict[str, set[str]]:
    """For each claim below a reason those that say the same."""
    found: dict[str, set[str]] = {}
    waiting, seen = [(why, set[str]())], {id(why)}
    while waiting:
        at, others = waiting.pop()
        for name in at.names:
            found.setdefault(name, set()).update(others - {name})
        below = [set(named(part)[0]) if at.either else set[str]() for part in at.parts]
        for number, part in enumerate(at.parts):
            if id(part) not in seen:
                seen.add(id(part))
                waiting.append((part, others.union(*below[:number], *below[number + 1 :]) - below[number]))
    return found


def stricter(a: End, b: End, low: bool) -> End:
    """Of two low (or high) ends the one that allows less, resting on either where they say the same."""
    if not same(a.value, b.value):
        return a if (a.value > b.value) is low else b
    if a.open is b.open:
        either = a.why and b.why and joined((a.why, b.why), either=True)
        return a if a.why is either else a._replace(why=either)
    strict, weak = (a, b) if a.open else (b, a)  # where another end is open, the weak one may do
    if not strict.why:
        return strict
    return strict._replace(why=joined((strict.why, weak.why), weak.why is not None, True))


def holds(low: End, high: End) -> bool:
    """Whether a number lies between two ends."""
    return not (low.open or high.open) if same(low.value, high.value) else low.value < high.value


def strictest(spans: Sequence[Span]) -> Piece:
    """The strictest ends of several ranges, which may cross."""
    low, high = BELOW, ABOVE
    least = max((span.low for span in spans), default=-math.inf)
    most = min((span.high for span in spans), default=math.inf)
    for span in spans:
        if least > -math.inf and same(span.low, least):
            end = End(span.low or 0, span.low_open, Why(span.low_names) if span.low_names else None)
            low = end if low is BELOW else stricter(low, end, True)
        if most < math.inf and same(span.high, most):
            end = End(span.high or 0, span.high_open, Why(span.high_names) if span.high_names else None)
            high = end if high is ABOVE else stricter(high, end, False)
    return low, high


def between(low: End, high: End) -> Range:
    """The numbers between two ends."""
    if holds(low, high):
        return Range(((low, high),))
    return Range((), (low, high), joined((low.why, high.why)))


def union(pieces: Iterable[Piece], why: Why | None) -> Range:
    """These pieces in order, those that touch as one, every end for the same reason.

    Raises ValueError where more than ``MOST`` are left.
    """
    made: list[Piece] = []
    for low, high in sorted(pieces, key=lambda piece: (piece[0].value, piece[0].open)):
        last = made[-1][1] if made else BELOW
        if made and (not (last.open and low.open) if same(last.value, low.value) else last.value > low.value):
            made[-1] = (made[-1][0], max(last, high, key=lambda end: (end.value, not end.open)))
        else:
            made.append((low, high))
    if len(made) > MOST:
        raise ValueError(f"more than {MOST} separate ranges are left; say which quantities are above nought")
    ends = (end if endless(end.value) else end._replace(why=why) for piece in made for end in piece)
    return Range(tuple(zip(ends, ends, strict=True)), None, None if made else why)


def meet(x: Range, y: Range) -> Range:
    """What both allow."""
    if x is LINE or not y.pieces:
        return y
    if y is LINE or not x.pieces:
        return x
    if len(x.pieces) == len(y.pieces) == 1:
        ((a, b),), ((c, d),) = x.pieces, y.pieces
        return between(stricter(a, c, True), stricter(b, d, False))
    pairs = [(stricter(a, c, True), stricter(b, d, False)) for a, b in x.pieces for c, d in y.pieces]
    return union((pair for pair in pairs if holds(*pair)), everything(x, y))


def plus(x: Range, y: Range) -> Range:
    """Every sum."""
    if not (x.pieces and y.pieces):
        return y if x.pieces else x
    sums = tuple((_sum(a, c), _sum(b, d)) for a, b in x.pieces for c, d in y.pieces)
    return Range(sums) if len(sums) == 1 else union(sums, everything(x, y))


def minus(x: Range, y: Range) -> Range:
    """Every difference."""
    turned = ((b._replace(value=-b.value), a._replace(value=-a.value)) for a, b in reversed(y.pieces))
    return plus(x, y._replace(pieces=tuple(turned)))


def times(x: Range, y: Range, signs: tuple[bool, bool], why: Why | None = None) -> Range:
    """Every product. ``signs``: which of both is given never to be below nought; then each end has its own
    reason.
    """
    if not (x.pieces and y.pieces):
        return y if x.pieces else x
    if any(signs) and not why and len(x.pieces) == len(y.pieces) == 1:
        ((a, b),), ((c, d),) = (x.pieces, y.pieces) if signs[1] else (y.pieces, x.pieces)
        return Range(((_product(a, d if a.value < 0 else c), _product(b, d if b.value > 0 else c)),))
    corners = ([_product(a, c) for a in one for c in other] for one in x.pieces for other in y.pieces)
    pieces = (
        (
            min(four, key=lambda end: (end.value, end.open)),
            max(four, key=lambda end: (end.value, not end.open)),
        )
        for four in corners
    )
    return union(pieces, why or everything(x, y))


def over(x: Range, y: Range, above: bool) -> Range:
    """Every number that times one of ``y`` is one of ``x``: all numbers where nought is in both. ``above``:
    it is given that ``y`` is above nought; then each end has its own reason.
    """
    if not (x.pieces and y.pieces):
        return y if x.pieces else x
    if above and len(x.pieces) == len(y.pieces) == 1:
        ((a, b),), ((c, d),) = x.pieces, y.pieces
        return Range(((_ratio(a, c if a.value < 0 else d), _ratio(b, c if b.value > 0 else d)),))
    if all(any(_nought_in(*piece) for piece in found.pieces) for found in (x, y)):
        return LINE
    pieces: list[Piece] = []
    for low, high in y.pieces:
        if low.value < 0:
            pieces.append((_inverse(high, -math.inf) if high.value < 0 else BELOW, _inverse(low, 0)))
        if high.value > 0:
            pieces.append((_inverse(high, 0), _inverse(low, math.inf) if low.value > 0 else ABOVE))
    why = everything(x, y)
    return times(x, Range(tuple(pieces)), (False, False), why) if pieces else Range((), None, why)


def _nought_in(low: End, high: End) -> bool:
    below, above = low.value < 0, high.value > 0
    return (below or (low.value == 0 and not low.open)) and (above or (high.value == 0 and not high.open))


def _inverse(end: End, beyond: Number) -> End:
    """One over an end; ``beyond`` is one over infinity."""
    return End(beyond, True, None) if endless(end.value) else end._replace(value=1 / end.value)


def _ratio(a: End, b: End) -> End:
    """One end over another that is not below nought."""
    if a.value == 0:  # over anything it is nought
        return a
    if endless(b.value):
        return End(0, True, joined([a.why], unsure=True))
    if b.value == 0:
        return ABOVE if a.value > 0 else BELOW
    return _end(a.value / b.value, a, b)


def _sum(a: End, b: End) -> End:
    return _end(a.value + b.value, a, b)


def _product(a: End, b: End) -> End:
    noughts = [end for end in (a, b) if end.value == 0]
    if noughts:  # times anything it is nought, even where that has no end
        return End(0, all(end.open for end in noughts), joined((a.why, b.why), unsure=True))
    return _end(a.value * b.value, a, b)


def _end(value: Number, a: End, b: End) -> End:
    return End(value, True, None) if endless(value) else End(value, a.open or b.open, joined((a.why, b.why)))
