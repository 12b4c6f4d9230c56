"""Propagation against worked cases, the laws it must obey, single numbers and a global solver."""

import itertools
import math
import random
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reported.analysis import consistency
from reported.analysis.parameters import Parameters
from reported.analysis.propagation import Equation, Network, Solution
from reported.analysis.ranges import POSITIVE, Span
from reported.analysis.record import Record
from reported.dossier.reader import read

from ..conftest import growth
from . import solver

INF = math.inf


def said(low=-INF, high=INF, name="", low_open=False, high_open=False):
    """One claim: both ends carry its name."""
    return Span(low, high, low_open, high_open, (name,), (name,))


def solved(equations, counted=(), **claims):
    """What follows from one claim for each quantity; those that are counted are above nought."""
    named = {q: [said(*ends, name=q) if isinstance(ends, tuple) else ends] for q, ends in claims.items()}
    return Solution(Network(equations, dict.fromkeys(counted, POSITIVE)), named)


def ends(found):
    """The hull of what was found: low, high, and whether each is open."""
    return found.span and found.span.numbers


# worked cases

SHELLS = (
    Equation("shells", "×", ("days", "rate")),
    Equation("shells", "×", ("boxes", "load")),
    Equation("boxes", "×", ("trips", "each")),
)
COUNTED = ("shells", "days", "rate", "boxes", "load", "trips", "each")


def shells(**changed):
    """The worked case of the method: more than a million shells for about two months, in more than 1,000
    boxes.
    """
    claims = {
        "shells": said(1e6, name="shells", low_open=True), "days": (45, 75), "rate": (5_000, 30_000),
        "boxes": said(1000, name="boxes", low_open=True),
        "trips": (10, INF), "load": (200, 500), "each": (185, 300),
    }  # fmt: skip
    return solved(SHELLS, COUNTED, **claims | changed)


def test_shells_for_two_months_need_a_rate():
    case = shells()
    found = case.implied("rate").span
    assert found.low == pytest.approx(1e6 / 75) and found.low_open and found.high == INF
    assert set(found.low_names) == {"shells", "days"} and found.high_names == ()
    assert case.break_even("rate") == (pytest.approx(1e6 / 75), None)
    assert case.break_even("boxes") == (pytest.approx(2_000), None)
    assert case.possible and case.holds("boxes") and case.stretch() == (1.0, ())
    assert set(case.implied("boxes").span.low_names) == {"shells", "load"}


PLEDGE = (Equation("left", "−", ("pledged", "given")), Equation("pace", "÷", ("left", "months")))


def test_what_is_left_of_a_pledge():
    case = solved(
        PLEDGE, ("months",), pledged=(1e6, 1e6), given=(650e3, 700e3), months=(4, 5), pace=(50e3, INF)
    )
    assert ends(case.implied("left")) == (300e3, 350e3, False, False)
    assert ends(case.implied("pace")) == (60e3, 87.5e3, False, False)
    assert set(case.implied("pace").span.high_names) == {"pledged", "given", "months"}
    assert ends(case.implied("months")) == pytest.approx((0, 7, True, False))  # 350,000 at 50,000 a month
    assert ends(case.together("given")) == (650e3, 700e3, False, False)


def test_a_difference_may_go_below_nought():
    case = solved(PLEDGE, ("months",), pledged=(1e6, 1e6), given=(900e3, 1.2e6), months=(4, 4))
    assert ends(case.implied("left")) == (-200e3, 100e3, False, False)
    assert ends(case.implied("pace")) == (-50e3, 25e3, False, False)


def test_a_share_and_numbers_as_parts():
    equations = [Equation("share", "÷", ("bad", "all")), Equation("per_cent", "×", ("share", 100))]
    case = solved(equations, ("bad", "all"), all=(200, 400), per_cent=(10, 50))
    assert ends(case.implied("bad")) == (20, 200, False, False)
    several = [Equation("a", "+", ("b", "c", "d", 1)), Equation("b", "−", ("x", "y", 2))]
    rest = solved(several, a=(10, 10), c=(1, 2), d=(3, 4), y=(0, 1))
    assert ends(rest.implied("x")) == (5, 8, False, False)
    alone = [Equation("a", "×", ("b",)), Equation("c", "+", ("a",))]
    assert ends(solved(alone, b=(2, 3)).implied("c")) == (2, 3, False, False)


def test_dividing_by_what_may_be_nought_leaves_two_ranges():
    case = solved([Equation("a", "÷", ("b", "c"))], b=(1, 2), c=(-1, 4))
    assert [s.numbers for s in case.implied("a").parts] == [
        (-INF, -1, True, False), (0.25, INF, False, True),
    ]  # fmt: skip
    assert ends(case.implied("a")) == (-INF, INF, True, True)
    held = solved([Equation("a", "÷", ("b", "c"))], a=said(0, name="a"), b=(1, 2), c=(-1, 4))
    assert ends(held.together("a")) == (0.25, INF, False, True)
    assert set(held.together("a").span.low_names) == {"a", "b", "c"}
    assert ends(solved([Equation("a", "÷", ("b", "c"))], b=(1, 2), c=(0, 0)).implied("a")) is None


def test_open_ends_that_only_touch_do_not_meet():
    pair = [Equation("a", "×", ("b", "c"))]
    closed = solved(pair, "abc", a=(6, 9), b=(1, 2), c=(1, 3))
    assert (
        closed.possible and closed.stretch()[0] == 1.0 and ends(closed.together("b")) == (2, 2, False, False)
    )
    opened = solved(pair, "abc", a=said(6, 9, "a", low_open=True), b=(1, 2), c=(1, 3))
    factor, names = opened.stretch()
    assert not opened.possible and 1 < factor < 1 + 1e-9 and set(names) == {"a", "b", "c"}


def test_the_stretch_is_the_factor_by_which_claims_miss():
    miss = solved([Equation("p", "×", ("a", "b"))], "pab", p=(800, 800), a=(10, 10), b=(10, 10))
    factor, names = miss.stretch()
    assert factor == pytest.approx(2, rel=1e-11) and set(names) == {"p", "a", "b"}  # 8 is missing: 2 × 2 × 2
    below = solved([Equation("a", "+", ("b", 0))], a=(-INF, -4), b=(-1, INF))
    assert below.stretch()[0] == pytest.approx(2, rel=1e-11)  # -4 / 2 and -1 × 2
    apart = solved([Equation("a", "+", ("b", 0))], a=(-INF, -4), b=(0, INF))
    assert apart.stretch()[0] == INF
    total = solved([Equation("a", "+", ("b", "c"))], a=(1, 1), b=(2, 2), c=(2, 2))
    assert total.stretch()[0] == pytest.approx(2, rel=1e-11)  # 1 × 2 and 2 / 2 + 2 / 2, less by nothing


def test_a_gap_that_hardly_closes_does_not_hide_the_stretch():
    pair = [Equation("p", "×", ("a", "b")), Equation("r", "×", ("b", "c"))]
    case = solved(
        pair, "pabcr", p=(2, 2), b=(2000, 2000), a=said(0.004, 0.008, "a", low_open=True), c=(10, INF),
        r=(5000, 10000),
    )  # fmt: skip
    assert case.stretch()[0] == pytest.approx(4 ** (1 / 3), rel=1e-11)  # 2 × s = 0.004 / s × 2000 / s


def test_claims_that_say_the_same_are_all_named():
    network = Network([Equation("a", "+", ("b", "c"))])
    claims = {"b": [said(1, 9, "one"), said(1, 8, "two"), said(0, 9, "three")], "c": [said(2, 2, "four")]}
    span = Solution(network, claims).implied("a").span
    assert (span.low_names, span.high_names) == (("one", "two", "four"), ("two", "four"))
    left = Solution(network, claims).without(["two"]).implied("a").span
    assert (left.low, left.high, left.low_names) == (3, 11, ("one", "four"))


def test_a_circle_is_told_in_words():
    three = [
        Equation("a", "×", ("b", "c")),
        Equation("c", "+", ("d", "e")),
        Equation("d", "÷", ("a", "x"), "loop"),
    ]
    with pytest.raises(ValueError, match=r"'loop' and .* form a circle through 'd' and 'c' and 'a'\. Take"):
        Network(three)
    with pytest.raises(ValueError, match="ties 'a' to itself"):
        Network([Equation("a", "×", ("b", "a"))])


def test_what_cannot_be_asked_is_refused():
    with pytest.raises(ValueError, match="no number"):
        Span(2, 1)
    with pytest.raises(ValueError, match="no number"):
        Span(1, 1, low_open=True)
    with pytest.raises(ValueError, match="no equation ties x"):
        solved([Equation("a", "+", ("b", "c"))], x=(1, 2))
    assert ends(solved([Equation("a", "+", ("b", "c"))]).implied("a")) == (-INF, INF, True, True)


def test_claims_on_one_quantity_that_exclude_each_other():
    network = Network([Equation("a", "+", ("b", "c"))])
    case = Solution(network, {"a": [said(1, 2, "one"), said(3, 4, "two")]})
    assert not case.holds("b") and ends(case.implied("a")) == (-INF, INF, True, True)
    assert case.stretch() == (pytest.approx(math.sqrt(1.5)), ("two", "one"))
    assert set(case.implied("b").clash) == {"one", "two"} and case.implied("b").span is None


def large(shape, equations, claims_each):
    """A network of that shape with that many claims, of which all can be true."""
    rng = random.Random(1)
    names, made = ["q0"], []
    for n in range(equations):
        old = {"any": rng.choice(names), "chain": names[-1], "hub": "q0"}[shape]
        names += [f"q{2 * n + 1}", f"q{2 * n + 2}"]
        made.append(Equation(old, rng.choice("×+"), tuple(names[-2:])))
    claims = {}
    for n in range(equations * claims_each):
        claim = said(1 - rng.random(), 1e6 * (1 + rng.random()), f"claim {n}")
        claims.setdefault(names[n % len(names)], []).append(claim)
    return names, made, claims


@pytest.mark.parametrize("shape", ["any", "chain", "hub"])
def test_work_grows_with_the_equations_and_the_claims(shape):
    sizes = {size: large(shape, size // 10, 100) for size in (1_000, 10_000)}  # as growth asks

    def solve(size):
        names, equations, claims = sizes[size]
        case = Solution(Network(equations, dict.fromkeys(names, POSITIVE)), claims)
        assert case.possible and all(case.break_even(name) for name in names)
        assert case.implied("q0").span.low_names

    assert growth(solve) < 50


# random trees


def tree(rng, most, signed):
    """Quantities and equations that form a tree; one part in ten is a number."""
    names, equations = ["q0"], []
    for _ in range(rng.randint(1, most)):
        three = [rng.choice(names), f"q{len(names)}", f"q{len(names) + 1}"]
        if rng.randint(0, 9) == 0:
            three[2] = Fraction(rng.choice([-2, 1, 3]) if signed else 3)
        names += [each for each in three[1:] if isinstance(each, str)]
        rng.shuffle(three)
        if not isinstance(three[0], str):
            three.reverse()
        equations.append(Equation(three[0], rng.choice("×÷+−"), tuple(three[1:])))
    return names, equations


def claim(rng, name, signed):
    """A claim with ends that are fractions; some ends are open, some not said, and each has a name of its
    own.
    """
    low, high = sorted(Fraction(rng.randint(-6 if signed else 0, 6), rng.choice([1, 1, 2, 3])) for _ in "ab")
    opened = [low != high and rng.randint(0, 2) == 0 for _ in "ab"]
    low, high = (end if rng.randint(0, 3) else beyond for end, beyond in ((low, -INF), (high, INF)))
    return Span(low, high, *opened, (f"{name} low",), (f"{name} high",))


def drawn(rng, most):
    """Equations, what is given and what is said, all at random."""
    signed = rng.randint(0, 2) > 0
    names, equations = tree(rng, most, signed)
    given = {} if signed else {name: POSITIVE for name in names if rng.randint(0, 4)}
    claims = {
        name: [claim(rng, f"{name}.{n}", signed) for n in range(rng.choice([1, 1, 2]))]
        for name in names
        if rng.randint(0, 4)
    }
    return names, equations, given, claims


class Points:
    """What a quantity may be, found out number by number: no arithmetic of ranges is used.

    The ends of what is possible for a quantity are among the numbers that the ends of others give, and
    between two neighbours of these either all numbers are possible or none; so it is enough to try each of
    them and one in between.
    """

    def __init__(self, equations, spans):
        self.equations, self.spans, self.kept = equations, spans, {}

    def parts(self, name):
        """All that is possible, as (low, high, whether each is open)."""
        points = self.ends(name)
        steps = [
            (-INF, True),
            *((p, o) for p in points for o in (False, True)),
        ]  # a point, then what follows it
        tops = [*((p, o) for p in points for o in (True, False)), (INF, True)]
        made, before = [], False
        for tried, low, high in zip(self.tries(points), steps, tops, strict=True):
            if possible := self.may_be(name, tried):
                made = [*made[:-1], (made[-1][0], high)] if before else [*made, (low, high)]
            before = possible
        return [(low, high, *opened) for (low, *a), (high, *b) in made for opened in [(*a, *b)]]

    @staticmethod
    def tries(points):
        points = sorted(set(points))
        between = ([a, (a + b) / 2] for a, b in itertools.pairwise(points))
        return [points[0] - 1, *itertools.chain(*between), points[-1], points[-1] + 1]

    def ends(self, what, behind=None):
        """Every number that may be an end, as seen from an equation."""
        if not isinstance(what, str):
            return [what]
        if (what, id(behind)) not in self.kept:
            spans = self.spans.get(what, ())
            points = {
                Fraction(0),
                *(Fraction(e) for s in spans for e in (s.low, s.high) if not math.isinf(e)),
            }
            for equation, x, y in self.around(what, behind):
                pairs = itertools.product(self.ends(x, equation), self.ends(y, equation))
                points.update(value for a, b in pairs for value in self.third(equation, what, a, b))
            self.kept[what, id(behind)] = sorted(points)
        return self.kept[what, id(behind)]

    def around(self, name, behind):
        for equation in self.equations:
            if equation is not behind and name in equation.quantities:
                yield equation, *(other for other in self.form(equation)[1:] if other != name)

    @staticmethod
    def form(equation):
        """Product or sum, then the whole and its two parts: a = b ÷ c is b = a × c."""
        whole, (one, other) = equation.whole, equation.parts
        return equation.kind in "×÷", *((one, whole, other) if equation.kind in "÷−" else (whole, one, other))

    def third(self, equation, name, a, b):
        """The numbers of a quantity where the two others are ``a`` and ``b``, in the order of the form; none
        or one.
        """
        product, whole, *_ = self.form(equation)
        if name == whole:
            return [a * b if product else a + b]
        if not product:
            return [a - b]
        return [a / b] if b else []

    def may_be(self, what, value, behind=None):
        if not isinstance(what, str):
            return what == value
        key = (what, value, id(behind))
        if key not in self.kept:
            self.kept[key] = all(
                (s.low < value or (s.low == value and not s.low_open))
                and (value < s.high or (value == s.high and not s.high_open))
                for s in self.spans.get(what, ())
            ) and all(self.agrees(what, value, *each) for each in self.around(what, behind))
        return self.kept[key]

    def agrees(self, name, value, equation, x, y):
        """Whether the two others can be numbers with which the equation holds; ``y`` is tried, and ``x``
        follows.
        """
        product, whole, _, _ = self.form(equation)
        divisor = equation.parts[1] if equation.kind == "÷" else None

        def fits(what, number):
            return not (what == divisor and number == 0) and self.may_be(what, number, equation)

        if name == divisor and value == 0:
            return False
        if name == whole:  # value = x ∘ y
            images = (
                [value / e for e in self.ends(x, equation) if e]
                if product
                else [value - e for e in self.ends(x, equation)]
            )
            follows = (lambda t: value / t if t else None) if product else (lambda t: value - t)
            if (
                product
                and value == 0
                and fits(y, 0)
                and any(fits(x, e) for e in self.tries(self.ends(x, equation)))
            ):
                return True
        else:  # x = value ∘ y
            images = (
                [e / value for e in self.ends(x, equation) if value]
                if product
                else [e - value for e in self.ends(x, equation)]
            )
            follows = (lambda t: value * t) if product else (lambda t: value + t)
        tries = self.tries([*self.ends(y, equation), *images, Fraction(0)])
        return any(fits(y, t) and (number := follows(t)) is not None and fits(x, number) for t in tries)


def held_against_points(seed, most):
    """How many quantities of a random tree differ from what single numbers say."""
    names, equations, given, claims = drawn(random.Random(seed), most)
    case = Solution(Network(equations, given), claims)
    bounds = {name: [*claims.get(name, ()), *([given[name]] if name in given else ())] for name in names}
    asked = random.Random(seed).choice(names)
    others = bounds | {asked: bounds[asked][len(claims.get(asked, ())) :]}
    for found, spans in ((case.together(asked), bounds), (case.implied(asked), others)):
        parts = [s.numbers for s in found.parts]
        assert parts == Points(equations, spans).parts(asked), (seed, asked, equations, claims)


def test_every_end_is_that_of_single_numbers():
    for seed in range(150):
        held_against_points(seed, 2)


@pytest.mark.long
def test_every_end_is_that_of_single_numbers_on_many_trees():
    for seed in range(3_000):
        held_against_points(seed, 2)
    for seed in range(500):
        held_against_points(seed, 3)


# a global solver: tests/analysis/solver.py says what is compared; make fuzz does so on ten thousand trees


def test_the_ends_are_those_of_a_global_solver():
    runs = [solver.tried(seed) for seed in range(200)]
    assert solver.sound(runs), solver.told(runs)


@pytest.mark.long
def test_the_ends_are_those_of_a_global_solver_on_many_trees():
    runs = [solver.tried(seed) for seed in range(200, 800)]
    assert solver.sound(runs), solver.told(runs)


@pytest.mark.parametrize("shift", [1e-3, -1e-3])
def test_the_solver_tells_an_end_that_is_elsewhere(monkeypatch, shift):
    def shifted(self, name):
        found = implied(self, name)
        moved = [replace(span, high=span.high + shift) for span in found.parts if span.high < INF]
        return found._replace(parts=tuple(moved or found.parts))

    implied = Solution.implied
    monkeypatch.setattr(Solution, "implied", shifted)
    assert any(solver.DIFFERENT in solver.tried(seed).words for seed in range(20))


def test_the_solver_tells_an_open_end_from_a_closed_one(monkeypatch):
    def turned(self, name):
        found = implied(self, name)
        return found._replace(
            parts=tuple(
                replace(s, high_open=not s.high_open) if s.low < s.high < INF else s for s in found.parts
            )
        )

    implied = Solution.implied
    monkeypatch.setattr(Solution, "implied", turned)
    assert any(solver.DIFFERENT in solver.tried(seed).words for seed in range(20))


# laws

cases = st.randoms(use_true_random=False).map(lambda rng: drawn(rng, 3))


def within(inner, outer):
    """Whether one range lies in another."""
    if inner is None or outer is None:
        return inner is None
    low = outer.low < inner.low or (outer.low == inner.low and (inner.low_open or not outer.low_open))
    return low and (
        outer.high > inner.high or (outer.high == inner.high and (inner.high_open or not outer.high_open))
    )


@given(cases, st.randoms(use_true_random=False))
def test_a_wider_input_never_narrows_an_answer(case, rng):
    names, equations, given, claims = case
    assume(claims)
    wide = rng.choice(list(claims))
    down, up = rng.randint(0, 3), rng.randint(0, 3)
    wider = claims | {
        wide: [
            Span(s.low - down, s.high + up, s.low_open and not down, s.high_open and not up)
            for s in claims[wide]
        ]
    }
    narrow, widened = (Solution(Network(equations, given), each) for each in (claims, wider))
    for name in names:
        assert within(narrow.implied(name).span, widened.implied(name).span)
        assert within(narrow.together(name).span, widened.together(name).span)


def loosened(span, factor):
    """A claim as the stretch loosens it."""
    low = span.low / factor if span.low > 0 else span.low * factor
    high = span.high * factor if span.high > 0 else span.high / factor
    return replace(span, low=low, high=high)


@given(cases, st.integers(1, 3))
def test_the_stretch_is_one_exactly_where_all_can_be_true_and_never_grows_with_a_claim_loosened(case, by):
    _, equations, given, claims = case
    network = Network(equations, given)
    solution = Solution(network, claims)
    factor, names = solution.stretch()
    assert (factor == 1.0) is solution.possible and bool(names) is (factor > 1)
    assert (
        Solution(network, {q: [loosened(s, by) for s in spans] for q, spans in claims.items()}).stretch()[0]
        <= factor
    )
    if 1 < factor < INF:
        for near, possible in ((factor * (1 + 1e-9), True), (1 + (factor - 1) * (1 - 1e-6), False)):
            gives = {q: [loosened(s, Fraction(near)) for s in spans] for q, spans in claims.items()}
            assert Solution(network, gives).possible is possible or factor < 1 + 1e-9


def outer(case, name, own, side):
    """An outer end of a quantity: number and whether it is open; and the claims that it rests on."""
    span = (case.together if own else case.implied)(name).span
    if span is None:
        return None, ()
    return (
        ((span.low, span.low_open), span.low_names)
        if side == 0
        else ((span.high, span.high_open), span.high_names)
    )


@pytest.mark.long
@given(cases)
def test_an_end_moves_with_the_claims_it_names_and_with_no_other(case):
    names, equations, given, claims = case
    solution = Solution(Network(equations, given), claims)
    assume(solution.possible)
    everybody = [name for spans in claims.values() for s in spans for name in (*s.low_names, *s.high_names)]
    for name, own, side in itertools.product(names[:3], (False, True), (0, 1)):
        end, rests_on = outer(solution, name, own, side)

        def moves(*gone, name=name, own=own, side=side, end=end):
            return outer(solution.without(gone), name, own, side)[0] != end

        assert not [other for other in everybody if other not in rests_on and moves(other)]
        for one in rests_on:
            others = [other for other in rests_on if other != one]
            # It stays only where others that are named say the same: it moves when these go as well.
            alike = itertools.chain.from_iterable(
                itertools.combinations(others, n) for n in range(min(len(others), 3) + 1)
            )
            assert any(moves(one, *gone) and not (gone and moves(*gone)) for gone in alike)


@given(st.randoms(use_true_random=False))
def test_scaling_units_changes_no_verdict(rng):
    names, equations, given, claims = drawn(rng, 3)
    equations = [e._replace(kind={"+": "×", "−": "÷"}.get(e.kind, e.kind)) for e in equations]
    scale = {names[0]: Fraction(rng.choice([1, 10, 1000]), 7)}
    for equation in equations:  # each has one quantity that is known by now
        _, *three = Points.form(equation)
        free = [name for name in three if isinstance(name, str) and name not in scale]
        scale |= {name: Fraction(rng.choice([1, 12, 100])) for name in free[1:]}
        size = {name: scale.get(name, Fraction(1)) for name in three}
        whole, one, other = three
        if free:
            scale[free[0]] = (
                size[one] * size[other] if free[0] == whole else size[whole] / (size[one] * size[other])
            )
    scaled = {
        q: [
            Span(s.low * scale[q], s.high * scale[q], s.low_open, s.high_open, s.low_names, s.high_names)
            for s in spans
        ]
        for q, spans in claims.items()
    }
    plain, other = (Solution(Network(equations, given), each) for each in (claims, scaled))
    assert plain.possible is other.possible
    assert plain.stretch()[0] == pytest.approx(other.stretch()[0], rel=1e-9)
    for name in names:
        cut = [[end is None for end in case.break_even(name)] for case in (plain, other)]
        assert cut[0] == cut[1]
        for a, b in zip(plain.implied(name).parts, other.implied(name).parts, strict=True):
            assert (a.low * scale[name], a.high * scale[name], a.low_open, a.high_open) == (
                b.low,
                b.high,
                b.low_open,
                b.high_open,
            )
            assert (set(a.low_names), set(a.high_names)) == (set(b.low_names), set(b.high_names))


@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_what_is_said_does_not_matter(case, rng):
    names, equations, given, claims = case
    turned = [
        e._replace(parts=e.parts[::-1]) if e.kind in "×+" and rng.randint(0, 1) else e for e in equations
    ]
    rng.shuffle(turned)
    shuffled = {q: claims[q][::-1] for q in sorted(claims, reverse=True)}
    one, other = Solution(Network(equations, given), claims), Solution(Network(turned, given), shuffled)
    assert one.stretch()[0] == pytest.approx(other.stretch()[0], rel=1e-9)
    for name in names:
        for a, b in zip(one.implied(name).parts, other.implied(name).parts, strict=True):
            assert a.numbers == b.numbers
            assert (set(a.low_names), set(a.high_names)) == (set(b.low_names), set(b.high_names))


# the shipped figures


def test_each_end_of_the_shipped_figures_moves_with_what_it_rests_on_and_with_nothing_else(shipped):
    for case in Record(read(shipped), Parameters()).cases():
        found = consistency._solved(case)
        everybody = [f"{q} {side}" for q in case.bounds for side in ("low", "high")]
        for name, own, side in itertools.product(case.quantities, (False, True), (0, 1)):
            end, rests_on = outer(found, name, own, side)
            moved = {gone for gone in everybody if outer(found.without([gone]), name, own, side)[0] != end}
            assert end is None or moved == set(rests_on)
