"""The implied number: from the numbers as named and from all that the words allow, never averaged."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import implied
from reported.analysis.hedges import Interval
from reported.analysis.parameters import contract
from reported.analysis.record import Record
from reported.dossier.reader import read
from reported.wording import implied as sentences
from reported.wording.claims import Words

from ..conftest import RELIEF, change

numbers = st.floats(1e-3, 1e9)


def words_of(folder, **asked) -> Words:
    whole = read(folder)
    return Words(Record(whole, contract(asked, whole.plan)))


def test_the_shipped_rate_is_the_quotient_and_what_the_words_allow(shipped):
    found = implied.implied(words_of(shipped).record, "fire_rate")
    (one,) = found.bare
    assert one.span.low == one.span.high == pytest.approx(1_000_000 / (2 * 30.4375))
    assert one.others == ("shells", "days")
    assert math.ceil(found.worded.low) == 13_142 and math.isinf(found.worded.high)


def test_each_relation_is_told_apart_and_nothing_is_averaged(shipped):
    found = implied.implied(words_of(shipped).record, "containers")
    spans = [(round(one.span.low), round(one.span.high)) for one in found.bare]
    assert spans == [(2_000, 3_333)]
    days, loads = implied.implied(words_of(shipped).record, "shells").bare
    assert (days.span.low, days.span.high) == (304_375, 1_826_250)  # two months at each published rate
    assert (loads.span.low, math.isinf(loads.span.high)) == (300_000, True)


def test_the_count_of_a_shorter_time_sets_no_ceiling(shipped):
    found = implied.implied(words_of(shipped).record, "shells_per_container")
    assert (found.bare[0].span.low, found.bare[0].span.high) == (0, 1_000)
    told = sentences.implied(words_of(shipped), "x", "shells_per_container").sentence
    assert "at most 1,000 shells a container" in told
    assert "“More than 1,000 containers” counts for a shorter time, so it sets no maximum." in told


def test_it_is_told_where_nobody_published_one(copy_of):
    folder = copy_of(RELIEF)
    for claim in ("load-guild", "load-assumed"):
        change(folder, "claims", claim, status="superseded")
    told = sentences.implied(words_of(folder), "x", "flour_per_lorry")
    assert told.sentence.startswith("The bare numbers imply 18 tonnes a lorry (from flour landed and lorries")
    assert told.sentence.endswith("No published figure for it was found.")


def test_a_figure_of_a_part_is_published_and_goes_into_no_sum(shipped):
    told = sentences.implied(words_of(shipped), "x", "containers_per_transfer").sentence
    assert "What others published was left out of the sums (2 about a part only, 1 without a period)." in told
    aside = sentences.left_out(words_of(shipped, as_of="2023-11-02"), "containers_per_transfer")
    assert aside.count("about a part only") == 2


@pytest.mark.parametrize(
    ("lorries", "says"),
    [
        ("6000", "0.15 is a hundredth of the least that was published."),
        ("2.5", "360 is 18 times the most that was published."),
        ("22.5", "40 is twice the most that was published."),
        ("50", ""),
        ("30", ""),
    ],
)
def test_the_distance_is_told_where_they_differ_grossly(copy_of, lorries, says):
    folder = copy_of(RELIEF)
    change(folder, "claims", "lorries-port", value=lorries)
    told = sentences.implied(words_of(folder), "x", "flour_per_lorry").sentence
    assert told.endswith(says) and (
        bool(says) == ("least that was published" in told or "most that was published" in told)
    )


def test_figures_that_exclude_one_another_imply_nothing_as_worded(shipped):
    found = implied.implied(words_of(shipped, fire_rate="5000..9000").record, "transfers")
    assert found.worded is None
    told = sentences.implied(words_of(shipped, fire_rate="5000..9000"), "x", "transfers").sentence
    assert "the others, with their hedges, exclude one another" in told


def test_a_range_set_in_an_edition_counts_as_published(shipped):
    found = implied.implied(words_of(shipped, shells_per_container="350").record, "containers")
    assert round(found.bare[0].span.low) == 2_857


@given(numbers, numbers, numbers)
def test_the_distance_is_one_where_they_meet_and_turns_with_its_sides(a, b, c):
    low, high = sorted((a, b))
    said = Interval(low, high, False, False)
    apart = implied.times_apart(Interval(c, c, False, False), said)
    if low / 2 < c < high * 2:
        assert apart == 1
    elif c >= high:
        assert apart == pytest.approx(c / high) and apart >= 2
    else:
        assert apart == pytest.approx(c / low) and apart <= 0.5
    assert implied.times_apart(Interval(c, c, False, False), None) == 1


@given(st.floats(2, 1e9))
def test_a_factor_in_words_is_not_far_from_it(factor):
    def value(text: str) -> float:
        text = text.removeprefix("about ").removesuffix(" times").replace(",", "")
        spelled = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
        named = {"twice": 2.0} | {word: float(n) for n, word in enumerate(spelled, 1)}
        size = 1e6 if text.endswith("million") else 1e9 if text.endswith("billion") else 1
        return named.get(text) or float(text.split()[0].replace("one", "1")) * size

    assert value(sentences.times(factor)) == pytest.approx(factor, rel=0.06)


@pytest.mark.parametrize(
    ("share", "says"),
    [
        (0.5, "half"),
        (0.01, "a hundredth"),
        (0.0101, "about a hundredth"),
        (1 / 37, "1/37"),
        (1 / 3, "a third"),
    ],
)
def test_a_share_in_words(share, says):
    assert sentences.part(share) == says


def test_the_table_holds_what_no_section_of_its_own_tells(shipped):
    record = words_of(shipped).record
    assert implied.untold(record) == ["shells", "days", "transfers"]
    rows = sentences.evidence(words_of(RELIEF)).rows
    assert [row[0] for row in rows] == ["flour landed", "lorries unloaded", "flour in a lorry"]
    assert rows[2][1] == "18 (from flour landed and lorries unloaded)"


def test_asked_of_all_at_once_each_is_what_it_is_alone(shipped):
    record = words_of(shipped).record
    alone = [implied.implied(record, quantity) for quantity in record.quantities()]
    told = implied.every(record, record.quantities())
    assert told == [one for one in alone if one.anything and one.quantity not in record.known] != []
