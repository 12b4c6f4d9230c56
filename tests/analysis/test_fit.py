"""The figures held together: what goes in, what one relation leaves, and what the answer rests on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import consistency, fit
from reported.analysis.fit import Fit
from reported.analysis.parameters import contract
from reported.analysis.record import RETOLD, Record
from reported.dossier.claim import Interval
from reported.dossier.reader import read


@pytest.fixture(scope="module")
def held(shipped):
    whole = read(shipped)
    return Fit(Record(whole, contract({}, whole.plan)))


def tie(held, product):
    return next(relation for relation in held.record.relations if relation.product == product)


numbers = st.integers(1, 10**6)


@given(a=numbers, wider=st.integers(1, 9), b=numbers, more=st.integers(1, 9))
def test_one_relation_leaves_the_product_of_its_factors_and_the_quotient(held, a, wider, b, more):
    relation = tie(held, "shells")
    whole, (first, second) = relation.product, relation.factors
    said = {first: Interval(a, a * wider, False, False), second: Interval(b, b * more, False, False)}
    left = held.left(relation, said, whole)
    assert (left.low, left.high) == pytest.approx((a * b, a * wider * b * more), rel=1e-9)
    again = held.left(relation, {whole: left, second: said[second]}, first)
    assert again.low <= a * (1 + 1e-9) and again.high >= a * wider * (1 - 1e-9)


def test_what_others_leave_does_not_hang_on_what_was_said_of_it(held):
    relation = held.record.relations[0]
    said = held.said(relation)
    for quantity in relation.quantities:
        without = {name: span for name, span in said.items() if name != quantity}
        assert held.left(relation, said, quantity) == held.left(relation, without, quantity)


def test_every_quantity_of_a_relation_has_a_range_also_where_nothing_goes_in(held):
    for relation in held.record.relations:
        assert list(held.said(relation)) == relation.quantities


def test_what_goes_in_is_of_quantities_that_no_figure_gives(held):
    free = {quantity for quantity, _, _ in fit.inputs(held.record)}
    assert not free & held.given and free | held.given >= {*held.record.quantities()}
    assert {*held.put_in} <= {*held.record.quantities()}


def test_the_answer_turns_on_what_it_would_not_need_otherwise(held):
    for quantity, moved in held.carriers.items():
        cases = [consistency.without(o.case, quantity) for o in held.retold]
        after = consistency.needed(map(consistency.outcome, cases))
        assert moved and all(after.get(name) == span for name, span in moved.items())
    assert {*held.assumed} == {*held.carriers} - {row.quantity for row in held.record.headlines(RETOLD)}


def test_a_count_restated_by_another_factor_comes_to_what_the_first_makes_of_it(held):
    found = fit.reworked(held.record)
    assert found
    for one in found:
        assert one.made.low == one.counted.number * one.first.spoken.low
        assert one.needed.high == one.total.number / one.first.spoken.low
        assert one.first.published <= one.factor.published and one.first is not one.factor
