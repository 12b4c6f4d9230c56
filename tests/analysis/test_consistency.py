"""Do the figures fit? Worked cases, brute force, the laws that hold, and a linear programme as oracle."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reported.analysis.consistency import (
    EDGE,
    FAILING,
    FITS,
    NO_FIT,
    ONLY_IF,
    UNTESTED,
    Bound,
    Case,
    answer,
    carriers,
    implied,
    outcome,
    stretch,
    without,
)  # fmt: skip
from reported.analysis.hedges import CONVENTIONS, Interval, interval
from reported.analysis.parameters import Parameters
from reported.analysis.record import Record
from reported.dossier.plan import Relation
from reported.dossier.reader import read

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
