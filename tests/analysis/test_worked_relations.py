"""Sums, differences, shares and times from the calendar, reckoned by hand, and each held against a solver."""

import math

import pytest

from reported.analysis.consistency import (
    FITS,
    NO_FIT,
    ONLY_IF,
    UNTESTED,
    Bound,
    Case,
    carriers,
    implied,
    outcome,
    stretch,
)
from reported.analysis.hedges import Interval
from reported.analysis.propagation import Equation
from reported.analysis.ranges import POSITIVE, Span
from reported.dossier.plan import Relation

from . import solver

INF = math.inf
BOX = 1e4  # nothing here goes further, and nothing is smaller than a hundredth of one
NEAR = 1e-4  # by which a stretch that is not enough falls short


def case_of(*says, known=None, signed=(), **bounds):
    """A case of relations as they are said and of (low, high, whether each is open) for some quantities."""
    relations = tuple(Relation(id=f"r{n}", says=text, reads="") for n, text in enumerate(says))
    return Case(
        relations,
        {
            name: Bound(Interval(low, high, *(opened or (False, False)), name in signed), (name,), (name,))
            for name, (low, high, *opened) in bounds.items()
        },
        known=known or {},
        signed=frozenset(signed),
    )


def tree(case, asked, factor=1.0):
    """The case as the solver sees it, its bounds loosened by a factor."""
    said = {}
    for name, bound in case.bounds.items():
        span = bound.interval
        low = span.low / factor if span.low > 0 else span.low * factor
        high = span.high * factor if span.high > 0 else span.high / factor
        floor = low if span.floored else -INF
        said[name] = Span(floor, high, span.low_open, span.high_open)
    given = {name: POSITIVE for name in case.quantities if name not in case.signed}
    given |= {name: Span(value, value) for name, value in case.known.items()}
    return solver.Tree([Equation(r.whole, r.kind, r.parts) for r in case.relations], given, said, asked)


def assert_as_the_solver(case):
    """The ends of what is implied for each quantity, and the stretch, are those of the solver."""
    for name in case.quantities:
        found = implied(case, name).interval
        for side, sense in (("low", "minimize"), ("high", "maximize")):
            end, further = (
                solver.by_solver(tree(case, name), -INF, INF, sense, box) for box in (BOX, 10 * BOX)
            )
            if found is None:
                assert end is None, name
            elif math.isinf(mine := getattr(found, side)):  # it moves on with the limit of the solver
                assert abs(further) > 5 * abs(end), (name, sense)
            else:
                assert further == pytest.approx(mine, rel=1e-5, abs=1e-2), (name, sense)
    factor, _ = stretch(case)
    nobody = ""  # asks, so that every bound holds
    if 1 < factor < INF:
        for gives, possible in ((factor * (1 + NEAR), True), (factor * (1 - NEAR), False)):
            model = solver.Problem(tree(case, nobody, gives), BOX)
            assert (model.best(model.column[case.quantities[0]], "minimize") is not None) is possible


PLEDGE = ("left = pledged − given", "pace = left ÷ months")


def pledge(**changed):
    """A million promised (in thousands), 650 to 700 given, four months from the calendar."""
    told = {"pledged": (1_000, 1_000), "given": (650, 700), "known": {"months": 4.0}} | changed
    return case_of(*PLEDGE, **told)


def test_what_is_left_of_a_pledge_and_the_pace_it_asks_for():
    case = pledge(pace=(60, 200))
    assert_as_the_solver(case)
    found = outcome(case)
    left, pace = found.verdicts["left"], found.verdicts["pace"]
    assert (left.word, left.implied.interval.low, left.implied.interval.high) == (UNTESTED, 300, 350)
    assert (pace.word, pace.least, pace.most) == (ONLY_IF, 75, 87.5)
    assert set(found.behind("pace")) == {"given", "pledged"}
    given = found.verdicts["given"]  # at 60 to 200 a month 240 to 800 are left, so that 200 to 760 were given
    assert (given.word, given.implied.interval.low, given.implied.interval.high) == (FITS, 200, 760)
    assert found.verdicts["months"].word == UNTESTED and "months" not in carriers([case])
    assert carriers([case]) == {"pledged": {"pace": None}, "given": {"pace": None}}


def test_a_pledge_that_the_pace_does_not_keep():
    case = pledge(pace=(1, 50))
    assert_as_the_solver(case)
    found = outcome(case)
    # 1,000 / s are promised, 700 s given and 4 × 50 s can follow: s × s = 10 / 9; the months do not give.
    assert found.word == NO_FIT and found.stretch == pytest.approx(math.sqrt(10 / 9), rel=1e-9)
    assert found.carried_by == pytest.approx(dict.fromkeys(("pledged", "given", "pace"), 1 / 3))
    assert carriers([case]) == {name: {name: None} for name in ("pledged", "given", "pace")}


def test_more_given_than_was_pledged_leaves_less_than_nought():
    case = pledge(given=(900, 1_200), signed=("left", "pace"))
    assert_as_the_solver(case)
    found = outcome(case).verdicts
    assert (found["left"].implied.interval.low, found["left"].implied.interval.high) == (-200, 100)
    assert (found["pace"].implied.interval.low, found["pace"].implied.interval.high) == (-50, 25)
    above = pledge(given=(900, 1_200))  # what is left is counted, and is above nought
    assert_as_the_solver(above)
    assert implied(above, "left").interval == Interval(0, 100, True, False)
    assert outcome(above).verdicts["given"].most == 1_000


def test_after_its_day_a_pledge_asks_for_a_pace_below_nought():
    case = pledge(known={"months": -2.0}, signed=("pace", "months"))
    assert_as_the_solver(case)
    pace = implied(case, "pace").interval
    assert (pace.low, pace.high) == (-175, -150)


def test_what_was_spilled_less_what_was_collected():
    case = case_of(
        "balance = spilled − collected",
        balance=(10, INF, False, True), spilled=(100, 150), collected=(120, 180), signed=("balance",),
    )  # fmt: skip
    assert_as_the_solver(case)
    found = outcome(case).verdicts
    assert (found["balance"].implied.interval.low, found["balance"].implied.interval.high) == (-80, 30)
    assert found["spilled"].least == 130 and found["collected"].most == 140
    assert found["balance"].word == FITS  # a ceiling of 30 takes nothing away from a floor of 10
    assert carriers([case])["balance"] == {"spilled": None, "collected": None}


def test_parts_that_make_a_whole():
    case = case_of("whole = one + other + 5", whole=(80, INF, True, True), one=(20, 40), other=(30, 50))
    assert_as_the_solver(case)
    found = outcome(case).verdicts
    assert found["whole"].implied.interval == Interval(55, 95, False, False)
    assert found["one"].least == 25 and found["other"].least == 35
    assert found["one"].implied.interval.low_open  # more than 80 leaves more than 25
    missed = case_of("whole = one + other + 5", whole=(150, 200), one=(20, 40), other=(30, 50))
    assert_as_the_solver(missed)
    # 150 / s = 90 s + 5, of which the 5 does not give: 90 s² + 5 s = 150.
    assert stretch(missed)[0] == pytest.approx((-5 + math.sqrt(25 + 4 * 90 * 150)) / 180, rel=1e-9)


def test_a_share_of_a_whole():
    case = case_of("bad = all × share", bad=(60, INF, False, True), all=(200, 400), share=(0.1, 0.2))
    assert_as_the_solver(case)
    found = outcome(case).verdicts
    assert (found["bad"].implied.interval.low, found["bad"].implied.interval.high) == (20, 80)
    assert found["share"].least == pytest.approx(0.15) and found["all"].least == 300
    ratio = case_of("share = bad ÷ all", bad=(60, INF, False, True), all=(200, 400), share=(0.1, 0.2))
    assert_as_the_solver(ratio)
    assert outcome(ratio).verdicts.keys() == found.keys()
    assert {q: (v.word, v.least, v.most) for q, v in outcome(ratio).verdicts.items()} == {
        q: (v.word, v.least, v.most) for q, v in found.items()
    }


def test_relations_of_three_kinds_that_hang_together():
    case = case_of(
        "stock = made + kept", "made = months × pace", "used = stock − lost",
        known={"months": 3.0}, pace=(10, 20), kept=(5, 15), lost=(0.5, 4), used=(60, 100),
    )  # fmt: skip
    assert_as_the_solver(case)
    found = outcome(case)
    # 30 to 60 are made, 35 to 75 in stock, 31 to 74.5 used.
    assert (found.verdicts["used"].implied.interval.low, found.verdicts["used"].most) == (31, 74.5)
    assert found.verdicts["used"].least is None
    # 60 used and 0.5 lost of 60.5; 15 were kept, so 45.5 made: 15.17 a month.
    assert found.verdicts["pace"].least == pytest.approx(45.5 / 3)
    assert set(found.behind("pace")) == {"used", "lost", "kept"}
