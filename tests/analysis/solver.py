"""A global solver as an oracle: random trees of relations, and whether SCIP finds the same as the messages.

``python -m tests.analysis.solver 10000`` holds as many trees against it and prints what was compared, how
often each kind of relation, end and quantity came up, and every seed at which the two differ.

The solver wants every quantity to have ends and lets each equation miss by a billionth. So it is told to stay
within ``BOX``; an end at infinity is one that moves on when the box grows, and an end that is only reached
there one that it comes nearer to. It knows no open ends either: ``room`` is how far all stay from each of
them, and from a divisor of nought. Where no room is left the end found is open; where it is only reached
with ever less room, the solver comes nearer to it as the room shrinks.
"""

import math
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from fractions import Fraction
from typing import NamedTuple

from pyscipopt import Model, quickprod, quicksum

from reported.analysis.propagation import Equation, Network, Solution
from reported.analysis.ranges import POSITIVE, Span

BOX, MORE = 1e3, 10  # how far a quantity may go, and how many times as far the second time
CLOSE = 1e-6  # the equations may miss by 1e-9; with numbers up to 1,000 that may move an end by so much
NEAR, NEARER, SMALL = (
    1e-5,
    1e-6,
    1e-2,
)  # how near to an end, as a share of it, is asked for the room left there
NONE = 1e-7  # less than this is no room
LEFT = 0.6  # room of which this share is left when it is asked ten times nearer is there at the end itself
MOST_NODES = 20_000  # of its search; then it gives up
PARTS = ("×", "÷", "+", "−")
# What must come up, for a run to have compared all there is.
KINDS = (
    "a product", "a quotient", "a sum", "a difference", "three parts", "a number as a part",
    "a quantity that may be negative", "a divisor that may be nought", "an open end", "an end not said",
    "nothing fits", "several ranges are left", "an open end is found", "a closed end is found",
    "no end is found", "a negative end is found",
)  # fmt: skip
SAME, FAR_OFF, HAIR, UNDECIDED, DIFFERENT = (
    "same", "same, reached at infinity only", "same, reached at open ends only", "the solver gave up",
    "different",
)  # fmt: skip


class Tree(NamedTuple):
    """Relations that form a tree, what is given and what was said, and the quantity that is asked for."""

    equations: list[Equation]
    given: dict[str, Span]
    claims: dict[str, Span]
    asked: str


def drawn(seed: int) -> Tree:
    """A tree of one to four relations, always the same for a seed."""
    rng = random.Random(seed)
    names, equations = ["q0"], []
    for _ in range(rng.randint(1, 4)):
        fresh = [f"q{len(names) + n}" for n in range(rng.choice([2, 2, 2, 3]))]
        tied: list[str | Fraction] = [rng.choice(names), *fresh]
        names += fresh
        rng.shuffle(tied)
        whole, *parts = tied
        if rng.random() < 0.15:
            parts[-1] = Fraction(rng.choice([-2, 2, 3, 12]))
        equations.append(Equation(whole, rng.choice(PARTS), tuple(parts)))
    asked = rng.choice(equations[0].quantities)
    equations = _around(asked, equations)  # a contradiction elsewhere is none of its business
    names = list(dict.fromkeys(name for each in equations for name in each.quantities))
    given = {name: POSITIVE for name in names if rng.random() < 0.5}
    said = (name for name in names if rng.random() < 0.75)
    claims = {name: _claim(rng, name, 0.3 if name in given else -9) for name in said}
    return Tree(equations, given, claims, rng.choice(names))


def _around(name: str, equations: list[Equation]) -> list[Equation]:
    """The equations that hang together with a quantity."""
    near, before = {name}, 0
    while len(near) > before:
        before = len(near)
        near |= {q for each in equations if near & {*each.quantities} for q in each.quantities}
    return [each for each in equations if near & {*each.quantities}]


def _claim(rng: random.Random, name: str, least: float) -> Span:
    low, high = sorted(rng.uniform(least, 9) for _ in "ab")
    low, high = (
        end if rng.random() < 0.8 else beyond for end, beyond in ((low, -math.inf), (high, math.inf))
    )
    return Span(low, high, rng.random() < 0.3, rng.random() < 0.3, (name,), (name,))


def kinds(tree: Tree) -> set[str]:
    """Which kinds of relation, end and quantity a tree holds."""
    found = {KINDS[PARTS.index(each.kind)] for each in tree.equations}
    for each in tree.equations:
        found |= {"three parts"} if len(each.parts) > 2 else set()
        found |= {"a number as a part"} if len(each.quantities) <= len(each.parts) else set()
        nought = (part for part in each.parts[1:] if isinstance(part, str) and part not in tree.given)
        if each.kind == "÷" and any(_crosses(tree.claims.get(part, Span())) for part in nought):
            found.add("a divisor that may be nought")
    for name, span in tree.claims.items():
        opened = (span.low_open and span.low > -math.inf) or (span.high_open and span.high < math.inf)
        found |= {"an open end"} if opened else set()
        found |= {"an end not said"} if math.isinf(span.low) or math.isinf(span.high) else set()
        found |= {"a quantity that may be negative"} if name not in tree.given and span.low < 0 else set()
    return found


def _crosses(span: Span) -> bool:
    return span.low < 0 < span.high


class Problem:
    """A tree as the solver sees it: every quantity within the box, and ``room`` kept from each open end."""

    def __init__(self, tree: Tree, box: float = BOX, least: float = 0, most: float = 0) -> None:
        self.model = Model()
        self.model.hideOutput()
        self.model.setParam("numerics/feastol", 1e-9)
        self.model.setParam("limits/totalnodes", MOST_NODES)
        self.room = self.model.addVar("room", lb=least, ub=most)
        self.column = {}
        names = dict.fromkeys(name for each in tree.equations for name in each.quantities)
        for name in names:
            self.column[name] = self.model.addVar(name, lb=-box, ub=box)
            told = [tree.given.get(name)] + [tree.claims.get(name)] * (name != tree.asked)
            for span in filter(None, told):
                self._keep(self.column[name], span)
        self.asked = self.column.get(tree.asked)  # none where nobody asks
        for each in tree.equations:
            whole, *parts = (self.column.get(part, part) for part in (each.whole, *each.parts))
            parts = [float(part) if isinstance(part, Fraction) else part for part in parts]
            if each.kind in "÷−":  # a = b ÷ c says that b = a × c
                whole, parts[0] = parts[0], whole
            for divisor in parts[1:] if each.kind == "÷" else ():
                if not isinstance(divisor, float):
                    self.model.addCons(divisor * divisor >= self.room)
            while len(parts) > 2:  # so that no part of a product leaves the box either
                both = self.model.addVar(lb=-box, ub=box)
                self._tie(each.kind, both, parts[:2])
                parts = [both, *parts[2:]]
            self._tie(each.kind, whole, parts)

    def _tie(self, kind: str, whole, parts: list) -> None:
        self.model.addCons((quickprod if kind in "×÷" else quicksum)(parts) == whole)

    def _keep(self, column, span: Span) -> None:
        if span.low > -math.inf:
            self.model.addCons(column - self.room * span.low_open >= span.low)
        if span.high < math.inf:
            self.model.addCons(column + self.room * span.high_open <= span.high)

    def best(self, goal, sense: str) -> float | None:
        """The least or greatest number of a column; ``None`` where there is none. Raises TimeoutError."""
        self.model.setObjective(goal, sense)
        try:
            self.model.optimize()
        except Exception as error:  # its own, of no kind: it stumbled over its arithmetic
            raise TimeoutError(str(error)) from None
        if self.model.getStatus() == "infeasible":
            return None
        if self.model.getStatus() != "optimal":
            raise TimeoutError(self.model.getStatus())
        return self.model.getObjVal()


def by_solver(
    tree: Tree, low: float, high: float, sense: str, box: float = BOX, room: float = 0
) -> float | None:
    """The least or greatest number of the quantity asked for between two numbers; ``None``: there is none."""
    problem = Problem(tree, box, room, room)
    problem.model.addCons(problem.asked >= max(low, -box))
    problem.model.addCons(problem.asked <= min(high, box))
    return problem.best(problem.asked, sense)


def room_at(tree: Tree, value: float, near: float, box: float) -> float:
    """How far from every open end all can be where the quantity asked for is so near to a number."""
    problem = Problem(tree, box, most=1)
    by = near * max(abs(value), SMALL)  # some ten times what an equation may miss by
    problem.model.addCons(problem.asked >= value - by)
    problem.model.addCons(problem.asked <= value + by)
    return problem.best(problem.room, "maximize") or 0.0


def close(a: float, b: float) -> bool:
    """Whether two numbers are one to the solver."""
    return math.isclose(a, b, rel_tol=CLOSE, abs_tol=CLOSE)


class Compared(NamedTuple):
    """What came of one tree: its kinds, and of each thing compared how it was (``SAME`` …)."""

    seed: int
    kinds: set[str]
    words: list[str]


def compared(seed: int) -> Compared:
    """Hold what the messages find for one tree against the solver."""
    tree = drawn(seed)
    found = Solution(
        Network(tree.equations, tree.given), {name: [span] for name, span in tree.claims.items()}
    ).implied(tree.asked)
    seen, parts = kinds(tree), found.parts
    if not parts:
        none = by_solver(tree, -math.inf, math.inf, "minimize") is None
        return Compared(seed, seen | {"nothing fits"}, [SAME if none else _told(tree)])
    words = []
    gaps = [(a.high + b.low) / 2 for a, b in zip(parts, parts[1:], strict=False)]
    for span, before, after in zip(parts, [-math.inf, *gaps], [*gaps, math.inf], strict=True):
        words += [_end(tree, span, before, after, low) for low in (True, False)]
        for end, opened in ((span.low, span.low_open), (span.high, span.high_open)):
            word = "no" if math.isinf(end) else "an open" if opened else "a closed"
            seen |= {f"{word} end is found"} | ({"a negative end is found"} if -math.inf < end < 0 else set())
    for a, b, gap in zip(parts, parts[1:], gaps, strict=False):
        seen.add("several ranges are left")
        if a.high < b.low:
            words.append(SAME if by_solver(tree, gap, gap, "minimize") is None else DIFFERENT)
    return Compared(seed, seen, words)


def _told(tree: Tree) -> str:
    """Where the messages find nothing and the solver something: whether it lies on the open ends only."""
    problem = Problem(tree, most=1)
    room = problem.best(problem.room, "maximize")
    return HAIR if room is not None and room < CLOSE else DIFFERENT


def _end(tree: Tree, span: Span, before: float, after: float, low: bool) -> str:
    """One end of a range, against the solver; ``before`` and ``after`` lie in the gaps beside the range."""
    end, opened = (span.low, span.low_open) if low else (span.high, span.high_open)
    sense, away = ("minimize", -1) if low else ("maximize", 1)

    def found(box: float = BOX, room: float = 0) -> float | None:
        return by_solver(tree, before, after, sense, box, room)

    near, far, farther = found(), found(BOX * MORE), found(BOX * MORE**2)
    if math.isinf(end):
        less, more = (far, farther) if near is None else (near, far)  # all of it may lie beyond the box
        return SAME if None not in (less, more) and (more - less) * away > CLOSE else DIFFERENT
    for box, value in ((BOX, near), (BOX * MORE, far)):
        if value is not None and close(value, end) and _open_at(tree, end, box) is opened:
            return SAME
    shrunk = [found(room=room) for room in (1e-2, 1e-4)]
    if _approached(end, *shrunk) and _open_at(tree, end, BOX) is opened:
        return HAIR
    # At infinity an end is never reached: open, and so it is within a small box.
    nearer = any(_approached(end, near, value) for value in (far, farther))
    return FAR_OFF if opened and (nearer or _open_at(tree, end, BOX / MORE)) else DIFFERENT


def _approached(end: float, less: float | None, more: float | None) -> bool:
    """Whether the second number is the end, or much nearer to it than the first."""
    if less is None or more is None:
        return False
    return close(more, end) or abs(more - end) < abs(less - end) / 2


def _open_at(tree: Tree, end: float, box: float) -> bool:
    """Whether no room is left where the quantity asked for stands at an end."""
    room, left = (room_at(tree, end, by, box) for by in (NEAR, NEARER))
    return left <= max(LEFT * room, NONE)


def tried(seed: int) -> Compared:
    """``compared``, also where the solver gives up."""
    try:
        return compared(seed)
    except TimeoutError:
        return Compared(seed, kinds(drawn(seed)), [UNDECIDED])


def told(runs: Iterable[Compared]) -> str:
    """What came of many trees, in lines: how many comparisons of each outcome, how many trees of each
    kind, and the seeds at which something differs."""
    runs = list(runs)
    words = Counter(word for run in runs for word in run.words)
    seen = Counter(kind for run in runs for kind in run.kinds)
    lines = [f"{len(runs):,} trees, {sum(words.values()):,} comparisons"]
    lines += [f"  {words[word]:>7,} {word}" for word in (SAME, FAR_OFF, HAIR, UNDECIDED, DIFFERENT)]
    lines += ["trees with", *(f"  {seen[kind]:>7,} {kind}" for kind in KINDS)]
    for word in (DIFFERENT, UNDECIDED):
        if seeds := [run.seed for run in runs if word in run.words]:
            lines.append(f"{word}: seeds {' '.join(map(str, seeds))}")
    return "\n".join(lines)


def sound(runs: Sequence[Compared]) -> bool:
    """Whether nothing differs, the solver gave up on few, and every kind came up."""
    words = Counter(word for run in runs for word in run.words)
    seen = {kind for run in runs for kind in run.kinds}
    return not words[DIFFERENT] and words[UNDECIDED] < words.total() / 100 and seen == {*KINDS}


def _quiet() -> None:
    """Nothing of what the solver's parts write past it, of tolerances that it cannot go below."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


if __name__ == "__main__":
    with ProcessPoolExecutor(initializer=_quiet) as workers:
        runs = list(workers.map(tried, range(int(sys.argv[1])), chunksize=20))
    print(told(runs))
    sys.exit(not sound(runs))
