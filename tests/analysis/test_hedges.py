"""A wording becomes an interval, and a number becomes words."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.hedges import (
    CODES,
    CONVENTIONS,
    READINGS,
    Interval,
    interval,
    look_up,
    measured,
    next_round,
    point,
)
from reported.dossier.schema import Wording
from reported.wording.prose import counted, number, said, stated, words

from .claims import claim


@pytest.mark.parametrize(
    ("code", "value", "high", "literal", "pragmatic"),
    [
        ("gt", 1_000_000, math.nan, Interval(1e6), Interval(1e6, 2e6)),
        ("ge", 2, math.nan, Interval(2, math.inf, False), Interval(2, 3, False)),
        ("lt", 10, math.nan, Interval(0, 10), Interval(0, 10)),
        ("le", 350_000, math.nan, Interval(0, 350_000, True, False), Interval(0, 350_000, True, False)),
        ("approx", 2, math.nan, Interval(1.5, 2.5, False, False), Interval(1.5, 2.5, False, False)),
        ("approx_ge", 6_700, math.nan, Interval(5_025, math.inf, False), Interval(5_025, 6_800, False)),
        ("odd", 10, math.nan, Interval(10, 20, False), Interval(11, 16, False, False)),
        ("odd_ge", 13_000, math.nan, Interval(13_000, math.inf, False), Interval(13_100, 14_000, False)),
        ("nearly", 20_000, math.nan, Interval(15_000, 20_000, False), Interval(15_000, 20_000, False)),
        (
            "range",
            20_000,
            30_000,
            Interval(20_000, 30_000, False, False),
            Interval(20_000, 30_000, False, False),
        ),
        ("exact", 15_809, math.nan, Interval(15_808.5, 15_809.5, False), Interval(15_808.5, 15_809.5, False)),
        (
            "exact",
            350_000,
            math.nan,
            Interval(349_999.5, 350_000.5, False),
            Interval(262_500, 437_500, False, False),
        ),
        ("none", math.nan, math.nan, Interval(), Interval()),
    ],
)
def test_table_of_hedges(code, value, high, literal, pragmatic):
    assert interval(code, value, high, "literal") == literal
    assert interval(code, value, high, "pragmatic") == pragmatic


def test_vague_words_take_their_multipliers():
    assert interval("hundreds_of", 100_000, vague=(2, 10)) == Interval(200_000, 1_000_000, False, False)


def test_unknown_code_is_named():
    with pytest.raises(ValueError, match="'perhaps'.*known: gt"):
        interval("perhaps", 1)


@given(st.sampled_from(CODES), st.integers(1, 10**7), st.floats(0.01, 0.9))
def test_pragmatic_is_never_wider_at_an_open_end(code, value, tolerance):
    literal, pragmatic = (interval(code, value, value * 2, reading, tolerance) for reading in READINGS)
    assert pragmatic.high <= literal.high or code == "exact"


@given(st.integers(1, 10**9))
def test_next_round_number_is_above_and_shares_the_last_place(value):
    assert next_round(value) > value
    assert next_round(1_000_000) == 2_000_000
    assert next_round(6_700) == 6_800


@given(
    st.floats(0.1, 1e6),
    st.floats(1, 10),
    st.floats(0.1, 1e6),
    st.floats(1, 10),
    st.floats(0, 1),
    st.floats(0, 1),
)
def test_products_and_quotients_contain_every_point(a, wide_a, b, wide_b, s, t):
    first, second = Interval(a, a * wide_a, False, False), Interval(b, b * wide_b, False, False)
    x, y = a * wide_a**s, b * wide_b**t
    product, quotient = first * second, first / second
    assert product.low * (1 - 1e-9) <= x * y <= product.high * (1 + 1e-9)
    assert quotient.low * (1 - 1e-9) <= x / y <= quotient.high * (1 + 1e-9)


def test_open_ends_do_not_touch():
    assert Interval(1, 2, False, False) & Interval(2, 3, True, False) is None
    assert Interval(1, 2, False, False) & Interval(2, 3, False, False) == point(2)


@pytest.mark.parametrize(
    ("value", "digits", "toward", "text"),
    [(13_141.7, None, "down", "13,100"), (13_141.7, 5, "up", "13,142"), (1e6, None, "nearest", "one million"),
    (33.3, None, "nearest", "33"),
     (2e6, None, "up", "2 million"), (3333.33, 4, "down", "3,333"), (1999.9999999998, None, "down", "2,000"),
     (0.5, None, "nearest", "0.5")],
)  # fmt: skip
def test_numbers_in_prose(value, digits, toward, text):
    assert number(value, digits, toward) == text


def test_floors_are_rounded_down_and_ceilings_up():
    assert words(Interval(13_141.7, math.inf, False)) == "at least 13,100"
    assert words(Interval(1e6)) == "more than one million"
    assert words(Interval(0, 1626, True, False)) == "at most 1,630"
    assert words(Interval(33.33, 50, False, False)) == "33 to 50"
    assert words(Interval()) == "no limit either way"


def test_what_was_said_is_never_rounded():
    assert stated(15_809) == "15,809"
    assert said("gt", 1000) == "more than 1,000"
    assert said("range", 20_000, 30_000) == "20,000 to 30,000"
    assert said("le", 4_800_000, could="could hold") == "could hold up to 4.8 million"


def test_longest_known_wording_wins():
    vocabulary = [
        Wording(*word, math.nan, math.nan, "")
        for word in (
            ("more than", "en", "gt"),
            ("as many as", "en", "le"),
            ("as many as more than", "en", "gt"),
            ("이상", "ko", "ge"),
            ("some", "en", "approx"),
        )
    ]
    assert look_up("as many as more than 6 million", "en", vocabulary) == "gt"
    assert look_up("포탄이 100만 발 이상", "ko", vocabulary) == "ge"
    assert look_up("sometimes 10,000", "en", vocabulary) is None


def test_counts_with_their_noun():
    assert [counted(n, "document") for n in (0, 1, 2, 17)] == [
        "no document",
        "one document",
        "two documents",
        "17 documents",
    ]


@pytest.mark.parametrize(
    ("convention", "code", "value", "span"),
    [
        ("iiss", "approx", 2, Interval(2, math.inf, False)),
        ("iiss", "gt", 1_000, Interval(1_000)),
        ("acled", "gt", 1_000, point(1_000)),
        ("acled", "approx", 2, point(2)),
        ("acled", "le", 350_000, Interval(0, 350_000, True, False)),
        ("acled", "none", math.nan, Interval()),
    ],
)
def test_conventions_of_others(convention, code, value, span):
    assert interval(code, value, convention=convention) == span


def test_acled_takes_the_lowest_number_of_a_word_and_iiss_reads_some_as_up_to():
    assert interval("several", 100, vague=(3, 9), convention="acled") == point(300)
    rows = [
        claim(words, quantity="sacks", unit="sack", hedge="approx", value=100.0, stated=words)
        for words in ("some 100 sacks", "about 100 sacks")
    ]
    found = measured(rows, {"sacks": {"sack": 1.0}}, "literal", 0.25, [], "iiss")
    assert [row.interval for row in found] == [
        Interval(0, 100, True, False),
        Interval(100, math.inf, False, True),
    ]


@given(
    st.sampled_from(list(CONVENTIONS)),
    st.sampled_from([code for code in CODES if code != "range"]),
    st.integers(2, 10**7),
)
def test_every_convention_allows_the_number_named_or_more_or_less(convention, code, value):
    span = interval(code, value, vague=(2, 9), convention=convention)
    assert span.low <= value * 9 and span.high > 0


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (1_234_567_890, "1,234,567,890"),
        (1_500_000_000, "1.5 billion"),
        (1_234_567, "1.234567 million"),
        (1.2e-7, "0.00000012"),
        (0.25, "0.25"),
    ],
)
def test_a_number_that_was_said_keeps_its_digits(value, says):
    assert stated(value) == says
