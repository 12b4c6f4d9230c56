"""What took the place of a claim: each way in which a dossier can contradict itself in that, and from when on
an edition knows of it.
"""

from datetime import date

import pytest

from reported.build.checks import check
from reported.dossier.reader import read

from ..conftest import RELIEF, add_claim, add_source, change

NEW = {"quantity": "flour", "hedge": "ge", "value": "700", "unit": "tonne", "institution": "Town hall",
    "stated": "at least 700 tonnes", "item": "flour", "item_code": "flour"}  # fmt: skip


@pytest.fixture
def planted(copy_of):
    """The relief dossier with a later figure of the town hall, ``flour-later``."""
    folder = copy_of(RELIEF)
    add_source(folder, "later", "2031-06-10")
    add_claim(folder, "flour-later", "later", **NEW)
    return folder


def said(folder):
    return [str(problem) for problem in check(folder) if "superseded_by" in str(problem)]


def replaced(folder, by, status="superseded", claim="flour-mayor"):
    change(folder, "claims", claim, status=status, superseded_by=by)
    return said(folder)


def test_a_later_figure_of_the_same_institution_may_be_named(planted):
    assert replaced(planted, "flour-later") == []
    assert read(planted).claims.set_index("claim_id")["superseded_by"]["flour-mayor"] == "flour-later"


@pytest.mark.parametrize(
    ("by", "status", "says"),
    [
        ("flour-late", "superseded", "no claim is called 'flour-late'. Did you mean flour-later?"),
        ("flour-mayor", "superseded", "names the claim itself."),
        ("lorries-port", "superseded", "'lorries-port' is about lorries, not flour."),
        ("flour-later", "active", "names what took its place, but its status is active."),
        ("flour-later", "retracted", "names what took its place, but its status is retracted."),
    ],
)
def test_what_cannot_have_taken_its_place_is_refused(planted, by, status, says):
    (line,) = replaced(planted, by, status)
    assert line.startswith(f"claims.csv row 2 column superseded_by: {says}")


def test_an_older_figure_took_no_place_of_a_later_one(planted):
    (line,) = replaced(planted, "flour-mayor", claim="flour-later")
    assert "'flour-mayor' was published on 2031-05-02, before 2031-06-10, the day of this claim" in line


def test_figures_that_replace_each_other_are_told_each(planted):
    change(planted, "sources", "later", published="2031-05")  # may be before and after
    replaced(planted, "flour-later")
    lines = replaced(planted, "flour-mayor", claim="flour-later")
    assert len(lines) == 2 and all("leads back to this claim" in line for line in lines)


def test_a_superseded_claim_without_a_name_gets_its_institutions_next_figure(planted):
    (line,) = replaced(planted, "")
    assert line.startswith("warning: claims.csv row 2") and "'flour-later' (2031-06-10)" in line
    change(planted, "claims", "flour-later", institution="Millers")
    assert said(planted) == []


def test_a_figure_of_another_institution_is_a_doubt(planted):
    change(planted, "claims", "flour-later", institution="Millers")
    (line,) = replaced(planted, "flour-later")
    assert line.startswith("warning: ") and "is a figure of Millers, not of Town hall." in line


def test_a_claim_stands_until_what_took_its_place_was_public(planted):
    replaced(planted, "flour-later")
    whole = read(planted)
    for day, status in (
        (date(2031, 6, 9), "active"),
        (date(2031, 6, 10), "superseded"),
        (None, "superseded"),
    ):
        (claim,) = (claim for claim in whole.as_of(day).said if claim.claim_id == "flour-mayor")
        assert claim.status == status and bool(claim.superseded_by) == (status == "superseded")
