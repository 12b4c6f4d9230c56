"""One publisher has one letter of reliability, or the reason says why not."""

import pytest

from reported.build.checks import check
from reported.build.documents import unlike_their_publisher
from reported.dossier.tables import Table

from ..conftest import ROOT

OURS = [
    "data",
    "examples/hundred-million-doses/data",
    *(f"src/reported/dossier/{name}/data" for name in ("example", "kinds/pledge")),
]


def told(*rows, publisher="Island Radio"):
    """What is said of documents of one publisher, each a letter with its reason."""
    letters, reasons = zip(*rows, strict=True)
    cells = {"publisher": (publisher,) * len(rows), "reliability": letters, "reliability_reason": reasons}
    table = Table("sources.csv", cells, [*range(2, len(rows) + 2)])
    return [str(problem) for problem in unlike_their_publisher(table)]


def test_another_letter_without_a_word_is_told():
    said = told(("B", "Known."), ("B", "Known."), ("C", "Retells another."))
    assert said == [
        "warning: sources.csv row 4 column reliability: is C, but 2 others of 'Island Radio' are B. "
        "Give them one letter, or begin the reason with why not: “usually B; here …”."
    ]


@pytest.mark.parametrize("reason", ["Known, usually B; here it retells another.", "Not B here: it retells."])
def test_a_reason_that_names_the_usual_letter_will_do(reason):
    assert told(("B", "Known."), ("B", "Known."), ("C", reason)) == []


@pytest.mark.parametrize("reason", ["B", "B is what others are.", "Retells the BBC.", "Usually D; here C."])
def test_a_reason_that_names_none_will_not(reason):
    assert len(told(("B", "Known."), ("B", "Known."), ("C", reason))) == 1


def test_of_two_the_lower_is_the_usual():
    assert "row 2 column reliability: is B, but another of" in told(("B", "Known."), ("C", "Retells."))[0]
    assert told(("B", "Radio, C where it retells; here its own."), ("C", "Retells.")) == []
    assert told(("B", "Known."), ("C", "Usually B; here it retells.")) == []


def test_what_is_missing_or_alike_is_passed_over():
    assert told(("B", "Known."), ("", "")) == told(("B", "Known."), ("B", "Other.")) == []
    assert told(("B", "Known."), ("C", "Known."), publisher="") == []


@pytest.mark.parametrize("folder", OURS)
def test_our_dossiers_have_one_letter_or_a_reason(folder):
    assert not [one for one in check(ROOT / folder) if "column reliability:" in str(one)]
