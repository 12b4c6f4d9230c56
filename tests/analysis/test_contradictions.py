"""Which totals cannot both be true: the rule against brute force, and the laws that it must obey."""

import itertools
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.contradictions import beside, held_against, hold, kind_within, same_months, takes_in
from reported.analysis.hedges import Interval, interval
from reported.analysis.origins import graph
from reported.analysis.totals import converted, days_apart, in_times, near, spanned, statements, times

from ..conftest import growth
from .claims import claim as plain
from .claims import named

DAY = date(2031, 1, 1)


def claim(claim_id, low=None, high=None, start="2031-01", end="2031-06", hedge="range", span=None, **cells):
    """A measured claim: a range from ``low`` to ``high``, both included, unless ``span`` gives its
    interval."""
    span = span or Interval(low, high, False, False)
    cells = {"hedge": hedge, "basis": "assessed", "cumulative": "yes"} | cells
    range_ = {"number": span.low or 1.0, "spoken": span, "interval": span}
    return plain(claim_id, period_start=start, period_end=end, **range_ | cells)


def pairs(*claims):
    return {pair.claims for pair in hold(claims).contradicting}


def seen(day):
    return str(DAY + timedelta(days=day))


# ── the rule ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_higher_total_within_a_lower_one_cannot_be_true_with_it():
    part, whole = claim("part", 10, 12, "2031-02", "2031-03"), claim("whole", 5, 9)
    assert pairs(part, whole) == {("part", "whole")}
    assert pairs(claim("part", 10, 12), claim("whole", 5, 9, "2031-02", "2031-03")) == set(), (
        "the longer window may hold more"
    )


def test_totals_that_began_on_different_days_are_not_compared_as_if_they_began_together():
    early, late = claim("early", 10, 12, "2030-06", "2031-03"), claim("late", 5, 9, "2031-02", "2031-06")
    held = hold([early, late])
    assert not held.contradicting
    assert [pair.claims for pair in held.crossing] == [("early", "late")]
    assert not hold([claim("over", 10, 12, "2030-01", "2030-12"), late]).crossing, (
        "windows apart do not even look alike"
    )


def test_a_window_without_an_end_is_compared_with_nothing_and_that_is_told():
    held = hold([claim("open", 10, 12, start=""), claim("unfinished", 10, 12, end=""), claim("whole", 5, 9)])
    assert not held.contradicting and not held.crossing
    assert {row.claim_id: reason for row, reason in held.left} == {
        "open": "not saying since when",
        "unfinished": "not saying until when",
    }


def test_a_partial_date_stands_for_all_of_its_month():
    assert pairs(claim("part", 10, 12, "2031-01-01", "2031-06-30"), claim("whole", 5, 9)) == {
        ("part", "whole")
    }
    assert not pairs(claim("part", 10, 12, "2030-12-31", "2031-06-30"), claim("whole", 5, 9))


def test_open_ends_are_minded():
    at_most, at_least, more_than = (
        claim(code, span=interval(code, 5.0), hedge=code) for code in ("le", "ge", "gt")
    )
    assert pairs(at_least, at_most) == set(), "both may be five"
    assert pairs(more_than, at_most) == {("gt", "le")}
    assert pairs(at_least, claim("lt", span=interval("lt", 5.0))) == {("ge", "lt")}


def test_two_floors_contradict_only_under_the_reading_that_gives_them_an_end():
    for reading, expected in (("literal", set()), ("pragmatic", {("a", "b")})):
        a, b = (
            claim("a", span=interval("gt", 10_000.0, reading=reading)),
            claim("b", span=interval("gt", 6_700.0, reading=reading)),
        )
        assert pairs(a, b) == expected


def test_a_kind_is_held_against_all_kinds_and_never_the_other_way():
    all_kinds, kind = claim("all", 10, 12, item_code="box"), claim("kind", 5, 9, item_code="box/small")
    assert pairs(all_kinds, kind) == set()
    assert pairs(claim("kind", 10, 12, item_code="box/small"), claim("all", 5, 9, item_code="box")) == {
        ("kind", "all")
    }
    assert pairs(claim("a", 10, 12, series="red"), claim("b", 5, 9, series="blue")) == set()
    assert pairs(claim("a", 10, 12, series="red"), claim("b", 5, 9)) == {("a", "b")}
    assert pairs(claim("a", 10, 12), claim("b", 5, 9, series="red")) == set()
    row = lambda code: SimpleNamespace(item_code=code)  # noqa: E731
    assert (
        kind_within(row("a b"), row("a/x b"))
        and not kind_within(row("a"), row("a b"))
        and not kind_within(row("a"), row("ab"))
    )


@pytest.mark.parametrize(
    "cells",
    [
        {"status": "superseded"},
        {"status": "retracted"},
        {"relation": "quotes", "relays": "other"},
        {"relation": "derives", "relays": "whole"},
        {"relation": "derives", "relays": "whole?"},
        {"origin_id": "whole"},
        {"basis": "assumed"},
        {"modality": "capacity"},
        {"hedge": "none"},
        {"quantity": "crates"},
    ],
    ids=str,
)
def test_what_is_not_held_against_anything(cells):
    part, whole = claim("part", 10, 12), claim("whole", 5, 9)
    other = claim("part", 10, 12, **cells)
    assert pairs(part, whole) and not pairs(other, whole) and not pairs(whole, other)


def test_what_could_be_held_is_listed_apart():
    held = hold([claim("could", 10, 12, hedge="range", modality="capacity"), claim("whole", 5, 9)])
    assert named(held.capacities) == ["could"] and not held.left


def test_members_of_an_either_or_neither_contradict_nor_add_up():
    a, b = (
        claim(name, low, high, alternative_group="g")
        for name, low, high in (("a", 200, 300), ("b", 1000, 1100))
    )
    assert pairs(a, b) == set()
    (one,) = statements([a, b])
    assert (one.spoken.low, one.spoken.high) == (200, 1100) and one.claims == ("a", "b")
    assert spanned([one]) == one.spoken
    assert not {low + high for low in (200, 300) for high in (1000, 1100)} & {one.spoken.low, one.spoken.high}
    (other,) = statements([claim("c", 500, 500)])
    assert in_times(times(one, other)) == "0.4 to 2.2"


def test_rates_of_one_time_contradict_and_rates_of_times_that_overlap_do_not():
    rate = {"cumulative": "no", "quantity": "pace"}
    fast, slow = claim("fast", 10, 12, **rate), claim("slow", 5, 9, **rate)
    assert pairs(fast, slow) == {("fast", "slow")}
    held = hold([claim("fast", 10, 12, "2031-02", "2031-02", **rate), slow])
    assert not held.contradicting and [pair.claims for pair in held.crossing] == [("fast", "slow")]
    assert pairs(fast, claim("slow", 5, 9, series="red", **rate)) == set()
    assert not hold([claim("fast", 10, 12, "2032-02", "2032-02", **rate), slow]).crossing


def test_a_count_of_a_closed_time_follows_the_rule_for_totals():
    # 1.8 of a year and 1 of three months of it are both counts; only as rates would they clash.
    year, quarter = (
        claim("year", 18, 18, "2031", "2031", cumulative="no"),
        claim("quarter", 10, 10, "2031-03", "2031-05", cumulative="no"),
    )
    assert pairs(claim("total", 1, 2, "2020", "2020"), year, quarter) == set()
    assert pairs(claim("total", 1, 2, "2020", "2020"), year, quarter._replace(interval=Interval(19, 20))) == {
        ("quarter", "year")
    }


# ── laws ────────────────────────────────────────────────────────────────────────────────────────────────────


@st.composite
def drawn(draw, most=12):
    made = []
    for n in range(draw(st.integers(2, most))):
        start, length, low = draw(st.integers(0, 6)), draw(st.integers(0, 6)), draw(st.integers(1, 6))
        high = draw(st.one_of(st.just(float("inf")), st.integers(low, 9)))
        span = (
            Interval(low, high, draw(st.booleans()), True)
            if high > low
            else Interval(low, high, False, False)
        )
        made.append(
            claim(
                f"c{n}", span=span, start=draw(st.sampled_from(["",
                seen(start)])) if n % 4 == 0 else seen(start), end=seen(start + length),
                origin_id=f"o{draw(st.integers(0, 8))}", item_code=draw(st.sampled_from(["", "a", "a/b",
                "c"])),
                series=draw(st.sampled_from(["", "", "red"])), cumulative="yes",
            )
        )  # fmt: skip
    return made


def by_hand(rows):
    """The rule once more, pair by pair and number by number."""

    def covers(whole, part):
        codes = part.item_code == whole.item_code or f"{part.item_code}/".startswith(f"{whole.item_code}/")
        return (not whole.item_code or (part.item_code and codes)) and whole.series in ("", part.series)

    def possible(more, less):
        grid = [n / 4 for n in range(2, 60)]
        return any(a <= b for a in grid if a in more.interval for b in grid if b in less.interval)

    return {
        (a.claim_id, b.claim_id)
        for a, b in itertools.permutations(rows, 2)
        if a.origin_id != b.origin_id
        and a.period_start
        and b.period_start
        and b.period_start <= a.period_start
        and a.period_end <= b.period_end
        and covers(b, a)
        and not possible(a, b)
    }


@given(drawn())
def test_rule_against_brute_force(rows):
    assert pairs(*rows) == by_hand(rows)


@given(drawn(), st.randoms(use_true_random=False))
def test_order_of_rows_does_not_matter(rows, random):
    shuffled = random.sample(rows, len(rows))
    before, after = hold(rows), hold(shuffled)
    assert [p.claims for p in before.contradicting] == [p.claims for p in after.contradicting]
    assert [p.claims for p in before.crossing] == [p.claims for p in after.crossing]


@given(drawn(), st.data())
def test_widening_a_range_never_creates_a_contradiction(rows, data):
    n = data.draw(st.integers(0, len(rows) - 1))
    span = rows[n].interval
    wide = Interval(
        max(span.low - data.draw(st.integers(0, 3)), 0),
        span.high + data.draw(st.integers(0, 3)),
        False,
        False,
    )
    assert pairs(*(row._replace(interval=wide) if k == n else row for k, row in enumerate(rows))) <= pairs(
        *rows
    )


@given(drawn(), st.data())
def test_a_retelling_never_creates_a_contradiction(rows, data):
    of = data.draw(st.sampled_from(rows))
    said = {"relays": of.claim_id, "relation": "retells", "origin_id": "x"}
    echo = of._replace(claim_id="echo", interval=Interval(8, 9), **said)
    assert pairs(*rows, echo) == pairs(*rows)


def test_time_grows_with_the_claims_and_not_with_their_pairs():
    made = [
        claim(f"c{n}", n // 10 + 1, n // 10 + 4, seen(n % 50), seen(50 + n // 10),
        origin_id=f"o{n % 997}") for n in range(10_000)
    ]  # fmt: skip
    assert growth(lambda many: hold(made[:many])) < 40


# ── near, days apart, conversions ───────────────────────────────────────────────────────────────────────────


@given(
    st.lists(
        st.tuples(st.integers(0, 60), st.sampled_from("xyz"), st.sampled_from(["boxes", "crates"])),
        max_size=12,
    )
)
def test_near_against_brute_force(drawn):
    rows = [
        claim(f"c{n:02}", 1, 2, end=seen(d), origin_id=o, quantity=q) for n, (d, o, q) in enumerate(drawn)
    ]
    said = statements(rows)
    found = near(said, 10, lambda row: date.fromisoformat(row.period_end))
    expected = {
        frozenset((a.claim_id, b.claim_id))
        for a, b in itertools.combinations(rows, 2)
        if a.quantity == b.quantity
        and a.origin_id != b.origin_id
        and abs((date.fromisoformat(a.period_end) - date.fromisoformat(b.period_end)).days) <= 10
    }
    assert {frozenset((a.claims[0], b.claims[0])) for a, b in found} == expected and len(found) == len(
        expected
    )
    assert all(a.first.period_end <= b.first.period_end for a, b in found)


def test_near_keeps_to_those_alike():
    said = statements([claim("a", 1, 2), claim("b", 1, 2), claim("c", 1, 2)])
    alike = {"a": "north", "b": "north"}
    found = near(said, 5, lambda row: DAY, lambda row: alike.get(row.claim_id))
    assert [(one.claims, other.claims) for one, other in found] == [(("a",), ("b",))]


def test_days_apart():
    assert days_apart("2031-01-18", "2031-01-23") == (5, True) == days_apart("2031-01-23", "2031-01-18")
    assert days_apart("2031-01-02", "2031-01") == (29, False)


def test_what_rests_on_a_conversion():
    rows = [
        claim("counted", 1, 2),
        claim("held", 1, 2, quantity="shells", hedge="range", modality="capacity"),
        claim("worked-out", 1, 2, quantity="shells", basis="derived"),
        claim("computed", 1, 2, quantity="shells", relation="derives", relays="counted"),
        claim("given-with", 1, 2, quantity="shells", relation="with", relays="counted"),
        claim("from-its-like", 1, 2, quantity="shells", relation="derives", relays="held"),
        claim("from-a-count", 1, 2, quantity="shells", relation="derives", relays="given-with"),
        claim("weighed", 1, 2, quantity="tonnes"),
        claim("from-a-weight", 1, 2, quantity="shells", relation="derives", relays="weighed"),
        claim("sailed", 1, 2, quantity="trips"),
        claim("from-sailings", 1, 2, quantity="shells", relation="derives", relays="sailed?"),
    ]
    by_id = {row.claim_id: row for row in rows}
    assert [name for name, row in by_id.items() if converted(row, by_id)] == [
        "held", "worked-out", "computed", "from-its-like", "from-a-weight", "from-sailings",
    ]  # fmt: skip


def test_taking_in_needs_both_windows():
    whole, part = (claim(name, 1, 2, start, "2031-06") for name, start in (("w", ""), ("p", "2031-02")))
    assert not takes_in(whole, part) and takes_in(part, part)


def test_what_is_ours_contradicts_nobody():
    more, less = claim("more", 900, 950), claim("less", 5, 10)
    assert len(hold([more, less]).contradicting) == 1
    assert hold([more, claim("less", 5, 10, publisher_kind="own")]).contradicting == ()


def test_a_total_tests_a_claim_only_from_elsewhere_and_over_its_whole_time():
    figure = claim("figure", 1, 2, "2031-02", "2031-03")
    others = [
        claim("covers", 1, 2, "2031-01", "2031-06"),
        claim("starts-late", 1, 2, "2031-03", "2031-06"),
        claim("its-own", 1, 2, "2031-01", "2031-06", origin_id=figure.origin_id),
        claim("made-of-it", 1, 2, "2031-01", "2031-06", relation="derives", relays="figure?"),
    ]
    found = held_against(others, [figure], graph([figure, *others]))
    assert [row.claim_id for row, _ in found] == ["covers"]


@pytest.mark.parametrize(
    ("low", "high", "start", "says"),
    [
        (5, 9, "2031-01", "agrees"),
        (1, 2, "2031-01", "lower"),
        (1, 2, "2031-03", "cannot be told"),
        (50, 60, "2031-01", "cannot be told"),
    ],
)
def test_how_a_count_stands_to_a_claim(low, high, start, says):
    figure, count = claim("figure", 5, 8, "2031-02", "2031-03"), claim("count", low, high, start, "2031-04")
    assert beside(count, figure) == says


def test_counts_of_the_same_months():
    period = date(2031, 2, 1), date(2031, 3, 31)
    figure = claim("figure", 5, 8, "2031-02", "2031-03")
    later = [
        claim("same", 5, 8, "2031-03", "2031-04", cumulative="no"),
        claim("running", 5, 8, "2031-03", "2031-04"),
        claim("too-long", 5, 8, "2031-03", "2031-05-02", cumulative="no"),
        claim("before", 5, 8, "2030-12", "2031-01", cumulative="no"),
        claim("no-start", 5, 8, "", "2031-04", cumulative="no"),
        claim("of-another", 5, 8, "2031-03", "2031-04", cumulative="no", quantity="boats"),
    ]
    found = same_months(later, [figure], period)
    assert [(row.claim_id, claim.claim_id) for row, claim in found] == [("same", "figure")]
    assert same_months(later, [figure], None) == []
