"""Cases to reconcile at random: trees of sums, differences, products and ratios, with numbers among their
parts, quantities that the calendar tells, some that may be below nought, and bounds about one truth or beside
it.

Numbers are round, so that ends meet; what `reported check` asks of a relation holds for all of them.
"""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

from reported.analysis.consistency import Bound, Case
from reported.dossier.claim import Interval, anything
from reported.dossier.plan import Relation

ROUND = (1.0, 2.0, 3.0, 4.0, 5.0, 10.0, 12.0, 20.0, 50.0, 100.0, 400.0, 1000.0)


class _Growing:
    """A tree of relations while it grows, with a true number for each quantity."""

    def __init__(self, rng: random.Random, numbers: Sequence[float]) -> None:
        self.rng, self.numbers = rng, numbers
        self.truth, self.signed = {"q0": rng.choice(numbers)}, set[str]()
        self.relations: list[Relation] = []

    def new(self, value: float) -> str:
        name = f"q{len(self.truth)}"
        self.truth[name] = value
        return name

    def grow(self) -> None:
        """One more relation, tied to a quantity that is there."""
        rng, old = self.rng, self.rng.choice(list(self.truth))
        kind = rng.choice("×÷+−") if old not in self.signed else rng.choice("×÷+−+−")
        parts = [
            rng.choice(self.numbers) if rng.random() < 0.2 else None for _ in range(rng.choice((1, 1, 1, 2)))
        ]
        made = (self.product if kind in "×÷" else self.sum)(old, parts, kind)
        self.relations.append(
            Relation(id=f"r{len(self.relations)}", says=made, reads="One thing is made of others.")
        )

    def named(self, part: float | None) -> str | float:
        return self.new(self.rng.choice(self.numbers)) if part is None else part

    def value(self, part: str | float) -> float:
        return self.truth[part] if isinstance(part, str) else part

    def product(self, old: str, others: list[float | None], kind: str) -> str:
        """``whole = first × rest``, or ``first = whole ÷ rest``.

        What was there is the whole, the first or, if it is above nought, one of the rest.
        """
        rest = [self.named(part) for part in others]
        made = math.prod(map(self.value, rest))
        if old in self.signed or self.rng.random() < 0.6:
            as_whole = self.rng.random() < 0.5
            other = self.new(self.truth[old] / made if as_whole else self.truth[old] * made)
            whole, first = (old, other) if as_whole else (other, old)
            if old in self.signed:
                self.signed.add(other)
        else:
            first = self.new(self.rng.choice(self.numbers))
            whole = self.new(self.truth[first] * made * self.truth[old])
            rest.append(old)
        if kind == "×":
            return self.said(whole, "×", [first, *rest])
        return self.said(first, "÷", [whole, *rest])

    def sum(self, old: str, others: list[float | None], kind: str) -> str:
        """``whole = first + rest``, or ``first = whole − rest``."""
        rest = [self.named(part) for part in others]
        made, place = sum(map(self.value, rest)), self.rng.choice(("whole", "first", "rest"))
        if place == "rest":
            rest.append(old)
            first = self.new(self.rng.choice(self.numbers))
            whole = self.new(self.truth[first] + made + self.truth[old])
        else:
            other = self.new(self.truth[old] + (made if place == "first" else -made))
            whole, first = (other, old) if place == "first" else (old, other)
        for name in (whole, first):
            if name != old and (self.truth[name] <= 0 or self.rng.random() < 0.2):
                self.signed.add(name)
        return self.said(whole, "+", [first, *rest]) if kind == "+" else self.said(first, "−", [whole, *rest])

    def said(self, whole: str, kind: str, parts: list[str | float]) -> str:
        told = [part if isinstance(part, str) else f"{part:g}" for part in parts]
        return f"{whole} = {f' {kind} '.join(told)}"


def random_case(rng: random.Random, most: int = 4, numbers: Sequence[float] = ROUND) -> Case:
    """A case with up to so many relations, true for such numbers and what comes of them."""
    tree = _Growing(rng, numbers)
    for _ in range(rng.randint(1, most)):
        tree.grow()
    known = {name: value for name, value in tree.truth.items() if rng.random() < 0.08}
    bounds = {
        name: Bound(
            _about(rng, value, name in tree.signed), (f"{name}-low",), (f"{name}-high",), (0.05, 0.05)
        )
        for name, value in tree.truth.items()
        if name not in known and rng.random() < 0.8
    }
    return Case(tuple(tree.relations), bounds, {}, known, frozenset(tree.signed))


def _about(rng: random.Random, value: float, signed: bool) -> Interval:
    """What might be said about a number: mostly true of it."""
    value *= rng.choice((1.0,) * 8 + (0.5, 2.0, 1.25))
    size = abs(value) or 1.0
    low, high = value - size * rng.choice((0, 0, 0.5, 0.9)), value + size * rng.choice((0, 0, 1, 9))
    low_open, high_open = low < high and rng.random() < 0.3, low < high and rng.random() < 0.3
    span = Interval(low, high, low_open, high_open, signed)
    ends = rng.random()
    span = span.without(low=ends < 0.2, high=ends > 0.7)
    return span if not span.unbounded else anything(signed)
