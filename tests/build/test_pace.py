"""Pace: an estimate comes after the first few, gets told again as it gets surer, and is right where nothing
changes.
"""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.build.pace import FIRST, Pace, duration, moment

NOON = datetime(2025, 7, 1, 12, 0)


def told(seconds_each, many):
    """What is said while so many editions are made, each in so many seconds; with the time it is said at."""
    clock, said = [0.0], []
    pace = Pace(many, lambda line: said.append((clock[0], line)), lambda: clock[0], lambda: NOON)
    for number in range(many):
        clock[0] += seconds_each(number)
        pace.went_on()
    return said


def test_the_first_few_tell_when_all_will_be_there():
    said = told(lambda number: 1.0, 3621)
    assert said[0] == (20.0, "From the first 20 of 3,621: about 1 hour more, ends about 13:00.")


@given(st.floats(0.001, 1000), st.integers(FIRST + 1, 3000))
def test_at_an_even_pace_every_estimate_is_right(each, many):
    for passed, line in told(lambda number: each, many):
        left = each * many - passed
        assert f"about {duration(left)} more" in line or f"about {duration(left + each / 9)} more" in line


def test_how_long_the_first_takes_to_start_counts_for_nothing():
    said = told(lambda number: 600.0 if number == 0 else 1.0, 100)
    assert "about 1 minute more" in said[0][1] or "about 80 seconds more" in said[0][1]


def test_it_is_told_again_whenever_twice_the_time_has_passed():
    times = [passed for passed, _ in told(lambda number: 1.0, 10_000)]
    assert all(later - 1 >= 2 * (earlier - 1) for earlier, later in zip(times, times[1:], strict=False))
    assert len(times) == 10  # 20, 39, 77 … 9,729


def test_slow_editions_are_not_waited_for():
    assert told(lambda number: 50.0, 500)[0][0] == 150.0


def test_few_editions_are_made_without_a_word():
    assert not told(lambda number: 1.0, FIRST)


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "1 second"), (1, "1 second"), (59, "59 seconds"), (89, "89 seconds"), (90, "2 minutes"),
        (42 * 60, "42 minutes"), (3599, "1 hour"), (3600, "1 hour"), (11400, "3 hours 10 minutes"),
        (86400, "1 day"), (2 * 86400 + 4 * 3600, "2 days 4 hours"), (86399, "1 day"),
    ],
)  # fmt: skip
def test_a_time_is_told_as_one_would_say_it(seconds, said):
    assert duration(seconds) == said


def test_a_moment_of_another_day_is_told_with_it():
    assert moment(NOON + timedelta(hours=7, minutes=20), NOON) == "19:20"
    assert moment(NOON + timedelta(days=1), NOON) == "12:00 on 2025-07-02"
