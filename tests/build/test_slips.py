"""Slips: what is told of a claim held against others, and that a flood of rows is told as soon as one."""

import math

import pytest

from reported.build import slips
from reported.build.slips import _misspelt
from reported.dossier import reader

from ..conftest import ROOT, growth

DOSSIERS = [ROOT / "data", *sorted((ROOT / "examples").glob("*/data"))]


def told(claims, sources, plan, n=None):
    place = f" row {claims.rows[n]} " if n is not None else ""
    return [problem for problem in slips.of(plan, claims, sources) if place in problem.where]


def with_value(claims, n, times):
    """The claims with one number and its high end multiplied."""
    changed = dict(claims.columns)
    for column in ("value", "value_high"):
        cells = list(claims[column])
        cells[n] = f"{float(cells[n]) * times:.12g}" if cells[n] else ""
        changed[column] = tuple(cells)
    return type(claims)(claims.file, changed, claims.rows)


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda folder: folder.parent.name)
def test_a_nought_too_many_or_too_few_is_told_of_nearly_all_and_nothing_of_what_stands(folder):
    plan, tables, _ = reader.examine(folder)
    claims, sources = tables["claims"], tables["sources"]
    assert told(claims, sources, plan) == []
    numbered = [n for n, value in enumerate(claims["value"]) if value]
    some = numbered[:: math.ceil(len(numbered) / 50)]
    for times in (10, 0.1):
        caught = sum(bool(told(with_value(claims, n, times), sources, plan, n)) for n in some)
        assert caught >= 0.9 * len(some)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Ministry of Defence", "Ministry of Defense"),
        ("National Intelligence Service", "National Intelligence Servcie"),
        ("Town hall", "TOWN-HALL"),
        ("통일연구원", "통일 연구원"),
    ],
)
def test_a_name_that_is_nearly_another_is_told_where_it_stands_less_often(name, other):
    (says,) = _misspelt((name, other, name)).items()
    assert says[0] == 1 and name in says[1][0] and "2 times" in says[1][0]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Iran's army", "Iraq's army"),
        ("South Korea", "North Korea"),
        ("12th Panel", "13th Panel"),
        ("ROK JCS", "ROK MND"),
        ("Austria", "Australia"),
        ("통일부", "통계부"),
    ],
)
def test_names_of_two_bodies_are_not(name, other):
    assert _misspelt((name, other, name)) == {}


def test_thousands_of_names_are_compared_as_soon():
    assert growth(lambda many: _misspelt(tuple(f"The body of place {n:06}" for n in range(many // 4)))) < 40
    assert _misspelt(("long" * 25_000, "long" * 24_999 + "lon")) == {}
