"""Do the figures fit? Worked cases, brute force, the laws that hold, and a linear programme as oracle."""

import itertools
import math
import operator
import random
from dataclasses import replace
from functools import reduce

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from pyscipopt import Model

from reported.analysis.columns import Column
from reported.analysis.consistency import (
    EDGE,
    FAILING,
    FITS,
    NO_FIT,
    ONLY_IF,
    UNTESTED,
    Bound,
    Case,
    Held,
    _one_by_one,
    answer,
    at_row,
    behind,
    came,
    carriers,
    implied,
    needed,
    outcome,
    possible,
    stretch,
    without,
)  # fmt: skip
from reported.analysis.hedges import CONVENTIONS, Interval, interval
from reported.analysis.parameters import Parameters
from reported.analysis.record import Record
from reported.dossier.claim import anything
from reported.dossier.plan import Relation
from reported.dossier.reader import read

from ..random_cases import random_case
from . import programme

RELATIONS = (
    Relation(id="duration", says="shells = days × rate", reads=""),
    Relation(id="load", says="shells = boxes × load", reads=""),
    Relation(id="shipping", says="boxes = trips × each", reads=""),
)


def closed(low, high):
    return Interval(low, high, False, False)


def worked_case(days, **changes):
    """The worked case of the method: literal, a quarter either way, months of thirty days."""
    spans = {
        "shells": interval("gt", 1e6), "days": days, "boxes": interval("gt", 1000),
        "trips": interval("ge", 10),
        "rate": closed(5_000, 30_000), "load": closed(200, 500), "each": closed(185, 300),
    } | changes  # fmt: skip
    return Case(
        RELATIONS, {name: Bound(span, (f"{name}-low",), (f"{name}-high",)) for name, span in spans.items()}
    )


def test_about_two_months_needs_a_rate():
    case = worked_case(interval("approx", 2) * 30)
    found = outcome(case).verdicts["rate"]
    assert found.word == ONLY_IF
    assert found.least == pytest.approx(13_333.33, abs=0.01)
    assert math.isinf(found.implied.interval.high)
    assert set(found.implied.low_rests_on) == {"shells", "days"}
    assert set(found.implied.claims) == {"shells-low", "days-high"}


def test_two_months_or_more_sets_no_lower_limit():
    case = worked_case(interval("ge", 2) * 30)
    assert implied(case, "rate").interval.low == 0
    assert outcome(case).verdicts["rate"].word == UNTESTED


def test_a_million_needs_two_thousand_boxes():
    found = outcome(worked_case(interval("ge", 2) * 30)).verdicts["boxes"]
    assert found.word == ONLY_IF and found.least == pytest.approx(2000)
    assert set(found.implied.low_rests_on) == {"shells", "load"}


def test_open_ends_that_only_touch_meet_at_the_edge():
    # Fewer than 2,000 boxes of at most 500 cannot hold more than a million, by a hair.
    case = worked_case(interval("approx", 2) * 30, shells=Interval(1e6, 2e6), boxes=Interval(1000, 2000))
    assert outcome(case).word == EDGE == outcome(case).verdicts["shells"].word
    assert stretch(case) == (1.0, {})


def test_stretch_is_the_factor_by_which_bounds_miss():
    relation = (Relation(id="r", says="p = a × b", reads=""),)
    case = Case(
        relation, {"p": Bound(closed(800, 800)), "a": Bound(closed(10, 10)), "b": Bound(closed(10, 10))}
    )
    factor, carried_by = stretch(case)
    assert factor == pytest.approx(2)  # 8 is missing, shared by three bounds: 2 × 2 × 2
    assert carried_by == pytest.approx({"p": 1 / 3, "a": 1 / 3, "b": 1 / 3})
    assert outcome(case).word == NO_FIT


def test_figures_that_hold_as_they_stand():
    case = worked_case(closed(30, 60), shells=closed(4e5, 6e5), boxes=closed(1500, 2500))
    assert outcome(case).word in (FITS, ONLY_IF)
    assert stretch(case) == (1.0, {})


spans = st.tuples(st.floats(1, 1e4), st.floats(1.01, 50)).map(lambda pair: closed(pair[0], pair[0] * pair[1]))


@given(spans, spans, spans, spans)
def test_implied_interval_contains_every_feasible_point(days, rate, boxes, load):
    case = Case(
        RELATIONS[:2],
        {n: Bound(s) for n, s in {"days": days, "rate": rate, "boxes": boxes, "load": load}.items()},
    )
    found = implied(case, "shells").interval
    for d, r, b, x in itertools.product(*(np.geomspace(s.low, s.high, 4) for s in (days, rate, boxes, load))):
        if math.isclose(d * r, b * x, rel_tol=1e-6):
            assert found and found.low * (1 - 1e-6) <= d * r <= found.high * (1 + 1e-6)
    expected = (days * rate) & (boxes * load)
    if expected and expected.low < expected.high * (1 - 1e-6):
        assert (found.low, found.high) == pytest.approx((expected.low, expected.high), rel=1e-6)


@given(spans, st.floats(1, 3), st.floats(1, 3))
def test_widening_an_input_never_narrows_what_is_implied(load, down, up):
    wide = closed(load.low / down, load.high * up)
    narrow_case, wide_case = (worked_case(closed(45, 75), load=span) for span in (load, wide))
    narrow, widened = implied(narrow_case, "boxes").interval, implied(wide_case, "boxes").interval
    if narrow is not None:
        assert widened.low <= narrow.low * (1 + 1e-9) and widened.high >= narrow.high * (1 - 1e-9)


@given(st.floats(0.01, 100))
def test_scaling_a_unit_changes_no_verdict(scale):
    base = worked_case(closed(45, 75))
    bounds = dict(base.bounds)
    for name in ("boxes", "trips"):
        bounds[name] = Bound(base.bounds[name].interval * scale)
    bounds["load"] = Bound(base.bounds["load"].interval / scale)
    scaled = Case(RELATIONS, bounds)
    words, others = ({q: v.word for q, v in outcome(case).verdicts.items()} for case in (base, scaled))
    assert words == others


def test_what_carries_the_answer_is_found_by_taking_it_away():
    case = worked_case(interval("approx", 2) * 30)
    carried = carriers([case])
    assert carried["days"] == {"rate": None}
    assert carried["load"]["boxes"].low == pytest.approx(1_850)
    assert "trips" not in carried and "each" not in carried
    assert "days" not in without(case, "days").bounds and answer([outcome(case)]) == ONLY_IF


def test_what_stands_in_the_way_is_found_where_nothing_fits():
    case = worked_case(interval("approx", 2) * 30, rate=closed(1_000, 2_000))
    assert answer([outcome(case)]) == NO_FIT
    assert carriers([case]) == {"days": {"days": None}, "rate": {"rate": None}}


def test_where_nothing_has_to_hold_nothing_carries_the_answer():
    case = worked_case(interval("ge", 2) * 30, shells=interval("ge", 1e6), boxes=interval("ge", 2_000))
    assert answer([outcome(case)]) == FITS and carriers([case]) == {}


@given(st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_what_carries_the_answer_is_as_its_definition_has_it(draw):
    """Each quantity taken away and everything held again, where several groups share nothing."""
    alike = beside_one_another(*(random_case(draw) for _ in range(3)))
    cases = [alike, *(replace(alike, bounds=varied(draw, alike.bounds)) for _ in range(draw.randrange(3)))]
    before = needed(outcome(case) for case in cases)
    found = {}
    for quantity in dict.fromkeys(name for case in cases for name in case.bounds):
        left = [outcome(without(case, quantity)) for case in cases]
        if not possible(outcome(case) for case in cases):
            found[quantity] = {quantity: None} if possible(left) else {}
        else:
            after = needed(left)
            found[quantity] = {
                name: after.get(name)
                for name, span in before.items()
                if name != quantity and (name not in after or not close(span, after[name]))
            }
    assert list(carriers(cases).items()) == [(name, moved) for name, moved in found.items() if moved]


def close(a, b):
    return math.isclose(a.low, b.low, rel_tol=0.01) and math.isclose(a.high, b.high, rel_tol=0.01)


def beside_one_another(*cases):
    """Several cases as one, each with names of its own."""
    ties, bounds, known, signed = [], {}, {}, set()
    for number, case in enumerate(cases):
        new = {name: f"{name}{'abc'[number]}" for name in {*case.quantities, *case.bounds}}
        for tie in case.relations:
            says = " ".join(new.get(word, word) for word in tie.says.split())
            ties.append(Relation(id=f"{tie.id}-{number}", says=says, reads=""))
        bounds |= {new[name]: bound for name, bound in case.bounds.items()}
        known |= {new[name]: value for name, value in case.known.items()}
        signed |= {new[name] for name in case.signed}
    return Case(tuple(ties), bounds, known=known, signed=frozenset(signed))


def varied(draw, bounds):
    """The same bounds but for some that say twice as much, and some that are gone."""
    kept = {name: bound for name, bound in bounds.items() if draw.random() < 0.9}
    return {n: replace(b, interval=b.interval * draw.choice((1, 1, 2))) for n, b in kept.items()}


def assert_as_the_programme(case):
    """The same ends, reasons, stretch and word as from the linear programme."""
    found, factor = outcome(case), programme.stretch(case)
    assert found.stretch == pytest.approx(factor, rel=1e-9)
    assert (found.word in FAILING) is (found.stretch > 1)
    for name, verdict in found.verdicts.items():
        ends, span = programme.implied(case, name), verdict.implied.interval
        assert verdict.implied == implied(case, name) and (span is None) is (ends is None)
        for side, (end, rests_on) in zip(("low", "high"), ends or (), strict=ends is not None):
            opened = [getattr(case.bounds[q].interval, f"{which}_open") for q, which in rests_on]
            assert getattr(span, side) == pytest.approx(end, rel=1e-9)
            assert getattr(span, f"{side}_open") is (any(opened) or not rests_on)
            assert set(getattr(verdict.implied, f"{side}_rests_on")) == {q for q, _ in rests_on}


@pytest.mark.parametrize("day", ["2023-11-02", "2024-06-30", "latest"])
def test_the_shipped_figures_come_out_as_from_the_programme(shipped, day):
    record = Record(read(shipped), Parameters(as_of=day))
    for convention, margin in itertools.product(CONVENTIONS, (0.1, 0.25, 0.5)):
        for case in record.reread(convention=convention, approx_tolerance=margin).cases():
            assert_as_the_programme(case)


@given(st.randoms(use_true_random=False))
def test_trees_of_products_come_out_as_from_the_programme(rng):
    names, relations = ["q0"], []
    for n in range(rng.randint(1, 4)):
        three = [rng.choice(names), f"q{2 * n + 1}", f"q{2 * n + 2}"]
        names += three[1:]
        rng.shuffle(three)
        relations.append(Relation(id=str(n), says=f"{three[0]} = {three[1]} × {three[2]}", reads=""))
    bounds = {}
    for name in names:
        low = rng.uniform(0.1, 1e3)
        high = low * rng.uniform(1.5, 100) if rng.randint(0, 2) else math.inf
        if rng.randint(0, 3):
            bounds[name] = Bound(Interval(low, high, rng.randint(0, 1) > 0, True))
    case = Case(tuple(relations), bounds)
    found = outcome(case)
    # Ends that only touch, or miss by less than the programme can see, are a fit to it.
    assume((found.word in FAILING) is (found.stretch > 1 + 1e-6))
    assert_as_the_programme(case)


# Sums, differences, numbers, the calendar, and what can be below nought -------------------------------------

PLEDGE = (
    Relation(id="left", says="missing = promised − delivered", reads=""),
    Relation(id="pace", says="pace = missing ÷ months", reads=""),
)
BELOW = frozenset(("missing", "pace"))


def rows_of(rng):
    """Cases that are alike but for their bounds, which often are the same, or of the same range."""
    case = random_case(rng)
    said = {
        name: [
            None,
            bound,
            replace(bound, low_claims=("another",)),
            replace(bound, rounding=(0.5, 0.5)),
            *(Bound(bound.interval * factor, ("x",), ("x",), (0.05, 0.05)) for factor in (0.5, 1.0, 3.0)),
        ]
        for name, bound in case.bounds.items()
    }
    rows = [{name: rng.choice(some) for name, some in said.items()} for _ in range(rng.randint(1, 12))]
    return replace(case, bounds={}), rows


def in_columns(rows):
    def column(name):
        values = list(dict.fromkeys(row[name] for row in rows))
        return Column(values, np.array([values.index(row[name]) for row in rows]))

    return {name: column(name) for name in rows[0]}


def in_short(case):
    """What came of one case, by itself."""
    found = outcome(case)
    left = {name: verdict.implied.interval for name, verdict in found.verdicts.items()}
    return Held(found.word, found.conditions, {name: span for name, span in left.items() if span})


@given(st.randoms(use_true_random=False))
def test_many_cases_at_once_come_to_what_each_comes_to_alone(rng):
    alike, rows = rows_of(rng)
    bounds = in_columns(rows)
    found = came(alike, bounds, len(rows))
    for number, row in enumerate(rows):
        case = replace(alike, bounds={name: bound for name, bound in row.items() if bound})
        assert at_row(alike, bounds, number) == case
        assert repr(found.held(number)) == repr(in_short(case))  # to the bit, and in the same order


@given(st.randoms(use_true_random=False))
def test_more_relations_than_can_be_asked_one_through_the_other_come_to_the_same(rng):
    alike, rows = rows_of(rng)
    bounds = in_columns(rows)
    found, by_themselves = came(alike, bounds, len(rows)), _one_by_one(alike, bounds, len(rows))
    for number in range(len(rows)):
        assert repr(found.held(number)) == repr(by_themselves.held(number))


def pledge(months=4.0, below=frozenset(), **spans):
    """Promised and delivered, with the time left by the calendar; in thousands."""
    told = {"promised": closed(1000, 1000), "delivered": closed(650, 700)} | spans
    bounds = {name: Bound(span, (f"{name}-low",), (f"{name}-high",)) for name, span in told.items()}
    return Case(PLEDGE, bounds, {}, {"months": months}, below)


def test_what_is_left_of_a_pledge_and_the_pace_that_keeps_it():
    case = pledge(pace=closed(50, 80))
    assert implied(case, "missing").interval == closed(300, 320)
    assert implied(without(case, "pace"), "pace").interval == closed(75, 87.5)
    found = outcome(case).verdicts
    assert (found["delivered"].least, found["delivered"].most) == (680, None)  # 1,000 less 4 months at 80
    assert found["delivered"].implied.low_claims == ("promised-low", "pace-high")
    assert found["months"].word == UNTESTED and found["months"].implied.interval == closed(4, 4)
    assert outcome(case).behind("pace") == ("promised-low", "delivered-high")  # and nothing for the months


def test_the_time_left_rests_on_no_claim_and_does_not_stretch():
    case = pledge(months=2.0, pace=closed(10, 100))
    assert outcome(case).word == NO_FIT
    factor, carried_by = stretch(case)
    # 1,000 / s less 700 × s is at most two months at 100 × s.
    assert factor == pytest.approx(math.sqrt(1000 / 900)) and "months" not in carried_by
    known = replace(case, known={"months": 3.0})
    assert outcome(known).word == ONLY_IF


def test_more_than_was_promised_fits_only_where_a_difference_can_be_below_nought():
    more = {"delivered": closed(1100, 1200)}
    assert outcome(pledge(**more)).word == NO_FIT
    case = pledge(below=BELOW, **more)
    assert implied(case, "missing").interval == Interval(-200, -100, False, False, True)
    assert implied(case, "pace").interval == Interval(-50, -25, False, False, True)
    assert outcome(case).word == UNTESTED  # nothing was said that it could be held against
    held = pledge(below=BELOW, missing=Interval(-150, math.inf, False, True, True), **more)
    assert outcome(held).conditions["delivered"] == closed(1100, 1150).without(low=True)


def test_nought_is_a_condition_like_any_other():
    case = pledge(below=BELOW, delivered=closed(900, 1100), missing=Interval(-500, 500, False, False, True))
    cut = outcome(replace(case, bounds=case.bounds | {"delivered": Bound(closed(900, 1000))}))
    assert cut.verdicts["missing"].least == 0.0 and cut.word == ONLY_IF
    assert cut.conditions["missing"] == Interval(0, 100, False, False, True)


def test_what_was_spilled_and_what_was_collected():
    relations = (
        Relation(id="rest", says="at_sea = spilled − collected − evaporated", reads=""),
        Relation(id="part", says="evaporated = spilled × share", reads=""),
    )
    with pytest.raises(ValueError, match="circle"):  # spilled and evaporated are tied twice
        outcome(Case(relations, {}))
    told = {"spilled": closed(300, 400), "collected": closed(50, 60), "evaporated": closed(100, 120)}
    case = Case(relations[:1], {name: Bound(span) for name, span in told.items()})
    assert implied(case, "at_sea").interval == closed(120, 250)
    third = (Relation(id="third", says="third = whole ÷ 3", reads=""),)
    assert implied(Case(third, {"whole": Bound(closed(3, 6))}), "third").interval == closed(1, 2)


def test_a_share_is_no_longer_one_where_its_parts_are_too_much():
    relation = (Relation(id="all", says="all = here + elsewhere", reads=""),)
    told = {"all": closed(10, 10), "here": closed(10, 12)}
    # Something is elsewhere, so that less than all is here: nothing touches.
    assert outcome(Case(relation, {name: Bound(span) for name, span in told.items()})).word == NO_FIT
    rounded = {name: Bound(span, rounding=(0.05, 0.05)) for name, span in told.items()}
    assert outcome(Case(relation, rounded)).word == EDGE


def by_solver(case, asked, sense, at=None):
    """The least or greatest number of a quantity, or one ``at`` a place, by a global solver; ``None`` where
    there is none.
    """
    model = Model()
    model.hideOutput()
    model.setParam("numerics/feastol", 1e-9)
    column = {}
    for name in case.quantities:
        span = anything(name in case.signed)
        if name in case.bounds and name != asked:
            span = case.bounds[name].interval
        low, high = (case.known[name],) * 2 if name in case.known else (span.low, span.high)
        if name == asked and at is not None:
            low = high = at
        column[name] = model.addVar(name, lb=max(low, -FAR), ub=min(high, FAR))
    for relation in case.relations:
        sides = (relation.whole, *relation.parts)
        whole, *parts = (column[one] if isinstance(one, str) else one for one in sides)
        if relation.kind in "÷−":
            whole, parts[0] = parts[0], whole
        model.addCons(whole == reduce(operator.mul if relation.kind in "×÷" else operator.add, parts))
    model.setObjective(column[asked], sense)
    model.optimize()
    assert model.getStatus() in ("optimal", "infeasible")
    return model.getObjVal() if model.getStatus() == "optimal" else None


FAR = 1e3  # the solver wants every quantity to have ends


def held_against_solver(seed):
    """Whether a quantity of a random case has the ends that the solver finds, all within ``FAR``."""
    rng = random.Random(f"case {seed}")
    case = random_case(rng, 2, (1.0, 2.0, 3.0, 5.0))
    bounds = {}
    for name in case.quantities:
        signed = name in case.signed
        span = Interval(-FAR if signed else 0.0, FAR, True, False, signed)
        within = case.bounds[name].interval & span if name in case.bounds else span
        if within is None or case.known.get(name, 0) > FAR:
            return True  # too far for the solver
        bounds[name] = Bound(within)
    case = replace(case, bounds={name: bound for name, bound in bounds.items() if name not in case.known})
    asked = rng.choice(case.quantities)
    found = implied(case, asked).interval
    expected = [by_solver(case, asked, sense) for sense in ("minimize", "maximize")]
    if found is None or None in expected:
        # Open ends that touch are no end of the solver's, which moves each by a hair.
        return (found is None and expected == [None, None]) or touching(case, asked)
    ends = [max(found.low, -FAR), min(found.high, FAR)]
    return ends == pytest.approx(expected, rel=1e-6, abs=1e-6) or (
        # Sometimes it stops short of an end, and yet finds numbers there when it is asked for them.
        ends[0] <= expected[0] + 1e-6 * max(1, abs(expected[0]))
        and ends[1] >= expected[1] - 1e-6 * max(1, abs(expected[1]))
        and all(by_solver(case, asked, "minimize", end) is not None for end in ends)
    )


def touching(case, asked):
    """Whether the figures would fit if every end were closed and moved out by a millionth."""
    loose = {
        name: Bound(Interval(
            b.interval.low - 1e-6 * abs(b.interval.low), b.interval.high + 1e-6 * abs(b.interval.high),
            False, False, b.interval.signed,
        ))
        for name, b in case.bounds.items()
    }  # fmt: skip
    signed = frozenset(case.quantities)  # nought is no open end either
    return implied(replace(case, bounds=loose, signed=signed), asked).interval is not None


def test_the_ends_are_those_of_a_global_solver():
    assert [seed for seed in range(150) if not held_against_solver(seed)] == []


@pytest.mark.long
def test_the_ends_are_those_of_a_global_solver_on_many_cases():
    assert [seed for seed in range(1000, 2000) if not held_against_solver(seed)] == []


@given(st.randoms(use_true_random=False))
def test_the_claims_behind_one_condition_are_those_that_the_whole_case_names(rng):
    case = random_case(rng)
    found = outcome(case)
    for quantity in case.quantities:
        assert behind(case, quantity) == found.behind(quantity)
