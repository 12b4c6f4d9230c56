"""Afterwards: two agencies of one government beside each other, and what later totals were held against."""

import pytest

from reported.analysis import afterwards
from reported.analysis.afterwards import ANY, OTHER, SAME, UNKNOWN, Agencies, Later, farthest
from reported.analysis.excluding import Excluding
from reported.analysis.hedges import READINGS
from reported.analysis.totals import Statement, in_times
from reported.dossier.dates import end_of
from reported.edition import open_edition
from reported.wording import prose
from reported.wording.language import word_for

from ..conftest import ROOT
from .test_contradictions import claim


def agencies(one, other):
    return Agencies(Statement((one,)), Statement((other,)))


def at(name, low, high=None, published="2031-05-01", **cells):
    return claim(name, low, high or low, published=published, **cells)


@pytest.mark.parametrize(
    ("cells", "when"),
    [({}, SAME), ({"start": "2031-02"}, OTHER), ({"start": ""}, UNKNOWN), ({"end": ""}, UNKNOWN)],
)
def test_of_which_time_two_agencies_speak(cells, when):
    pair = agencies(at("one", 10), at("other", 20, published="2031-05-06", **cells))
    assert pair.differ and pair.unlike and pair.when == when and pair.days == (5, True)
    assert prose.ratio(pair.times) == in_times(pair.times) == "2" and pair.factor == 2


def test_where_both_can_be_true_the_time_does_not_matter():
    pair = agencies(at("one", 10, 20), at("other", 15, 40, start=""))
    assert not pair.differ and not pair.unlike and pair.when == ANY


def test_farthest_apart_are_first_those_that_differ():
    near, far = agencies(at("a", 10), at("b", 11)), agencies(at("c", 30), at("d", 10))
    same = agencies(at("e", 10, 20), at("f", 15, 400))
    assert farthest([near, far, same]) is far and farthest([near, same]) is near
    assert far.factor == 3 and farthest([same]) is farthest([]) is None


def test_a_ratio_is_written_as_prose_writes_numbers():
    wide = agencies(at("a", 10, 20), at("b", 10_000, 50_000)).times
    assert in_times(wide) == "500 to 5000" and prose.ratio(wide) == "500 to 5,000"


@pytest.fixture(scope="module")
def held():
    return Excluding(Later(open_edition({"data": str(ROOT / "data")}).record))


def test_later_totals_are_each_of_one_quantity_and_later(held):
    later = held.later
    assert sum(map(len, later.of_each.values())) == len(later.totals) > 10
    assert {row.claim_id for one in later.totals for row in one.members} <= later.names
    assert all(end_of(row.published) > later.record.claimed_on for row in later.claims)


def test_this_edition_is_one_of_the_margins(held):
    here = held.later.record.parameters.approx_tolerance
    assert {*held.by_margin} == {*READINGS} and all(here in at for at in held.by_margin.values())
    assert {*held.pairs} == {key for reading in READINGS for key in held.on(reading)}
    assert all(held.later.names & {*key} for key in held.pairs)


def test_what_was_held_against_none_has_a_reason_with_a_word(held):
    told = {word_for("reason", why) for own in held._held.values() for _, why in own.left}
    assert held.aside and told and {*held.aside} <= {one.first.claim_id for one in held.later.totals}
    assert {word_for("reason", why) for why in held.aside.values()}
    assert not {row.claim_id for row, _ in held.tests} & {*held.aside}


def test_seen_from_the_day_of_the_figures_nothing_is_later():
    record = open_edition({"data": str(ROOT / "data")}).record
    early = Later(record.seen_from(record.claimed_on))
    assert not early.claims and not early.totals and not early.agencies and not early.of_each
    assert afterwards.farthest(early.agencies) is None and not Excluding(early).pairs
