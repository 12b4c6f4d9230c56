"""How a relation is said, what the calendar tells, and ranges that may go below nought."""

import itertools
import math
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reported.dossier.claim import Interval, anything, point
from reported.dossier.formulas import calendar_of, in_words, months_from, parsed, powers, unit_of
from reported.dossier.plan import Relation

DAYS = st.dates(date(1000, 1, 1), date(2500, 12, 31))


# a relation


@pytest.mark.parametrize(
    ("said", "formula"),
    [
        ("shells = boxes × load", ("shells", "×", ("boxes", "load"))),
        ("shells=boxes*load", ("shells", "×", ("boxes", "load"))),
        ("rate = shells / days", ("rate", "÷", ("shells", "days"))),
        ("left = promised - given – lost − 12", ("left", "−", ("promised", "given", "lost", 12.0))),
        ("all = here + 0.5 + there", ("all", "+", ("here", 0.5, "there"))),
        ("pace = 1000 ÷ months_left", ("pace", "÷", (1000.0, "months_left"))),
    ],
)
def test_a_relation_is_read_as_it_is_said(said, formula):
    assert tuple(parsed(said)) == formula


def test_a_product_or_ratio_of_two_has_a_product_and_factors():
    times, over, more, less, number = (
        Relation(id="r", says=said, reads="")
        for said in ("a = b × c", "a = b ÷ c", "a = b × c × d", "a = b − c", "a = b × 12")
    )
    assert (times.product, times.factors, times.quantities) == ("a", ("b", "c"), ["a", "b", "c"])
    assert (over.product, over.factors, over.quantities) == ("b", ("a", "c"), ["a", "b", "c"])
    assert [(r.product, r.factors) for r in (more, less, number)] == [("", ())] * 3
    assert number.quantities == ["a", "b"] and number.parts == ("b", 12.0)


def test_units_multiply_as_words():
    load, count = unit_of("shell/container"), unit_of("container")
    assert powers([(load, 1), (count, 1)]) == {"shell": 1}
    assert powers([({"dose": 1}, 1), (unit_of("dose/month"), -1)]) == {"month": 1}
    assert unit_of("shells per day") is None and in_words({"shell": 1, "day": -1}) == "shell/day"


# the calendar


def test_months_are_counted_as_one_counts_them():
    assert months_from(date(2023, 11, 1), date(2024, 3, 1)) == 4
    assert months_from(date(2024, 1, 15), date(2024, 3, 1)) == 1 + 15 / 29  # 2024 has a 29 February
    assert months_from(date(2024, 1, 31), date(2024, 2, 29)) == 1
    assert months_from(date(2024, 3, 1), date(2023, 11, 1)) == -4
    assert calendar_of("years(2020-02-29, as_of)").on(date(2024, 2, 29)) == 4
    assert calendar_of("weeks(as_of, 2024-03-15)").on(date(2024, 3, 1)) == 2
    assert calendar_of(" days ( 2024-03-01 ,as_of )").on(date(2024, 2, 1)) == -29


@given(DAYS, DAYS)
def test_each_day_later_is_more_months_and_turned_round_it_is_as_many(first, last):
    assume(last < date(2500, 12, 31))
    assert months_from(first, last + timedelta(days=1)) > months_from(first, last) or last < first
    assert months_from(last, first) == -months_from(first, last)
    assert math.isclose(months_from(first, last) * 30.4369, (last - first).days, abs_tol=4)


# ranges below nought

ENDS = st.integers(-6, 6).map(float)
SIGNED = st.tuples(ENDS, ENDS, st.booleans(), st.booleans()).map(
    lambda s: Interval(min(s[:2]), max(s[:2]), s[0] != s[1] and s[2], s[0] != s[1] and s[3], True)
)
COUNTED = SIGNED.filter(lambda span: span.low > 0).map(
    lambda span: Interval(span.low, span.high, span.low_open, span.high_open)
)
STEPS = [n / 2 for n in range(-12, 13)]


@given(SIGNED, st.one_of(SIGNED, COUNTED))
def test_products_of_ranges_hold_every_product_and_end_where_these_do(x, y):
    product = x * y
    made = [a * b for a in STEPS if a in x for b in STEPS if b in y]
    assert all(value in product for value in made)
    corners = [a * b for a in (x.low, x.high) for b in (y.low, y.high)]
    assert (product.low, product.high) == (min(corners), max(corners))


@given(SIGNED, COUNTED)
def test_ratios_of_ranges_hold_every_ratio(x, y):
    ratio = x / y
    assert all(a / b in ratio for a in STEPS if a in x for b in STEPS if b in y)
    assert (ratio.low, ratio.high) == (
        min(x.low / y.low, x.low / y.high), max(x.high / y.low, x.high / y.high),
    )  # fmt: skip


@given(SIGNED, SIGNED)
def test_what_both_allow_and_what_either_does(x, y):
    both = x & y
    assert all((a in x and a in y) == (both is not None and a in both) for a in STEPS)
    assert all(a in x | y for a in STEPS if a in x or a in y)


def test_what_may_be_below_nought_is_asked_for():
    with pytest.raises(ValueError, match="positive"):
        Interval(-1, 2)
    with pytest.raises(ValueError, match="below nought"):
        Interval(1, 2) / Interval(-1, 2, signed=True)
    assert anything(False) == Interval() and anything(True).unbounded and not anything(True).floored
    nought = Interval(0, math.inf, False, True, True)
    assert nought.floored and not nought.unbounded and nought.without(low=True) == anything(True)
    assert point(-3).signed and not point(3).signed


def test_signs_and_open_ends_of_a_product():
    spans = [Interval(0, 2, a, b, True) for a, b in itertools.product((False, True), repeat=2)]
    for x, y in itertools.product(spans, spans):
        product = x * y
        assert product.low_open is (x.low_open and y.low_open) and product.high_open is (
            x.high_open or y.high_open
        )
