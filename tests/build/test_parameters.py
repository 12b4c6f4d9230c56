"""Parameters keep their digits on the way from the command to a notebook's cell and to the key of what is
kept.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from papermill.translators import PythonTranslator

from reported.analysis.parameters import contract
from reported.build.project import notebooks
from reported.build.sweep import values
from reported.document.assembly import differing
from reported.dossier import reader
from reported.edition import Edition
from reported.notebooks import runner

from ..conftest import ROOT

PLAN = reader.read(ROOT / "data").plan
NUMBERS = st.builds(
    lambda whole, part: f"{whole}{'.' * bool(part)}{part}",
    st.integers(1, 10**14).map(str),
    st.text("0123456789", max_size=12),
)


def in_the_cell(text: str) -> tuple[float, float]:
    """The two ends of a range as a notebook's cell hands them on, given what was written behind
    ``fire_rate=``.
    """
    cell: dict = {}
    exec(PythonTranslator.codify(contract({"fire_rate": text}, PLAN).as_data()), cell)
    return contract({"fire_rate": cell["fire_rate"]}, PLAN).inputs["fire_rate"]


@given(NUMBERS, NUMBERS)
def test_a_range_reaches_the_cell_digit_by_digit(one, other):
    low, high = sorted((one, other), key=float)
    assert in_the_cell(f"{low}..{high}") == (float(low), float(high))
    assert in_the_cell(low) == (float(low), float(low))


@pytest.mark.parametrize(
    "text", ["1234567..2345678", "13107.25..13107.26", "1000001..1000004", "0.000000001..1000000000000000"]
)
def test_ranges_that_were_once_rounded_are_not(text):
    assert contract({"fire_rate": text}, PLAN).as_data()["fire_rate"] == text


@given(st.lists(NUMBERS, min_size=2, max_size=2, unique_by=float))
def test_other_parameters_have_another_key(two):
    path = notebooks(ROOT)[0]
    asked = [contract({"fire_rate": text}, PLAN).as_data() for text in two]
    assert runner.key(path, asked[0], {}, []) != runner.key(path, asked[1], {}, [])


@given(st.integers(1, 10**9), st.integers(0, 6), st.integers(1, 10**6))
def test_the_steps_of_a_sweep_are_exact(first, places, step):
    made = values(f"{first}.{'0' * places}1..{first + 3 * step}.{'0' * places}1/{step}")
    assert made == [f"{first + n * step}.{'0' * places}1" for n in range(4)]
    assert len({contract({"fire_rate": value}, PLAN).as_data()["fire_rate"] for value in made}) == 4


def test_the_page_says_the_digits_that_were_asked_for():
    whole = reader.read(ROOT / "data")

    def told(**asked):
        return differing(Edition(whole, contract(asked, whole.plan)))

    assert told(fire_rate="13107.25..1234567") == ["fire rate set to 13,107.25 to 1,234,567"]
    assert told(fire_rate="10000", reading="pragmatic") == ["reading: pragmatic", "fire rate set to 10,000"]
    assert told(approx_tolerance="0.1", as_of="2023-11-02") == ["approx tolerance: 0.1"]
