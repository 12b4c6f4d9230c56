"""What an end rests on: take away a claim that it names and it moves, take away another and it stays."""

import itertools
import math
from dataclasses import replace

import pytest
from hypothesis import given

from reported.analysis.consistency import Bound, Case, envelope, held_back, implied, made_of, taken_away
from reported.analysis.hedges import Interval
from reported.analysis.parameters import Parameters, contract
from reported.analysis.record import Record
from reported.dossier.reader import read

from ..small_dossiers import small_dossiers
from .test_consistency import RELATIONS

DAYS = ("2023-11-02", "2024-06-30", "latest")


def unsaid(dossier, claim_id):
    """A dossier in which a claim gives no number: its words, its day and its time stay."""
    return replace(
        dossier,
        said=tuple(
            row._replace(hedge="none", value=math.nan, value_high=math.nan)
            if row.claim_id == claim_id
            else row
            for row in dossier.said
        ),
    )


def assert_read_without(dossier, parameters):
    """A case without a claim is the case of the dossier that is read without its number, for each claim."""
    cases = Record(dossier, parameters).cases()
    for row in dossier.said:
        read_anew = Record(unsaid(dossier, row.claim_id), parameters).cases()
        assert read_anew == [taken_away(case, [row.claim_id]) for case in cases], row.claim_id


def moved(case, quantity, side, *gone):
    """Whether an end is elsewhere when some claims are gone, or only opens or closes."""
    return implied(taken_away(case, gone), quantity).ends[side] != implied(case, quantity).ends[side]


def elsewhere(case, quantity, side, *gone):
    """Whether an end has another number when some claims are gone."""
    before, after = (implied(each, quantity).ends[side] for each in (case, taken_away(case, gone)))
    return not after or before[0] != after[0]


def assert_ends_rest_on_what_they_name(case):
    """Of each claim of a case, and each end of what is implied for each quantity; how often it was named."""
    named = 0
    everybody = made_of(
        claim for b in case.bounds.values() for one in (b.of or (b,)) for claim in one.low_claims
    )
    for quantity in case.quantities:
        found = implied(case, quantity)
        for side, held in enumerate(held_back(case, quantity) if found.interval else ()):
            set_by = made_of((found.low_claims, found.high_claims)[side])
            assert not {*set_by} & {*held}
            moving = {name for name in everybody if moved(case, quantity, side, name)}
            assert moving <= {*set_by, *held} and {*held} <= moving, (quantity, side)
            for name in {*set_by} - moving:  # only because others that are named say the same number
                others = [other for other in set_by if other != name]
                assert any(
                    elsewhere(case, quantity, side, name, *alike)
                    and not elsewhere(case, quantity, side, *alike)
                    for n in range(1, len(others) + 1)
                    for alike in itertools.combinations(others, n)
                ), (quantity, side, name)
            named += len(set_by) + len(held)
    return named


@pytest.mark.parametrize("day", DAYS)
def test_the_shipped_dossier_read_without_a_claim_gives_the_case_without_it(shipped, day):
    assert_read_without(read(shipped).as_of(Parameters(as_of=day).day), Parameters(as_of=day))


@pytest.mark.parametrize("day", DAYS)
def test_each_end_of_the_shipped_figures_moves_with_the_claims_it_names_and_with_no_other(shipped, day):
    cases = Record(read(shipped), Parameters(as_of=day)).cases()
    assert all(assert_ends_rest_on_what_they_name(case) for case in cases)


@given(small_dossiers())
def test_each_end_of_a_small_dossier_moves_with_the_claims_it_names_and_with_no_other(
    tmp_path_factory, small
):
    whole = read(small.write(tmp_path_factory.mktemp("small")))
    parameters = contract(small.parameters, whole.plan)
    assert_read_without(whole.as_of(parameters.day), parameters)
    for case in Record(whole, parameters).cases():
        assert_ends_rest_on_what_they_name(case)


def test_a_claim_that_holds_an_end_back_is_told_apart_from_those_that_set_it():
    said = [
        Bound(Interval(low, high, False, False), (name,), (name,))
        for name, low, high in (("few", 100, 250), ("more", 300, 400))
    ]
    bounds = {
        "shells": Bound(Interval(1e6, 1e6, False, False), ("total",), ("total",)),
        "load": Bound(Interval(200, 500, False, False), ("loads",), ("loads",)),
        "trips": Bound(Interval(10, math.inf, False, True), ("trips",), ("trips",)),
        "each": envelope(said),
    }  # fmt: skip
    case = Case(RELATIONS[1:], bounds)
    found = implied(case, "boxes")
    # Ten trips of 100 boxes ask for less than a million at 500 a box does, ten trips of 300 for more.
    assert found.interval.low == 2_000 and found.low_claims == ("total", "loads")
    assert held_back(case, "boxes")[0] == ("few",)
    assert implied(taken_away(case, ["few"]), "boxes").interval.low == 3_000
