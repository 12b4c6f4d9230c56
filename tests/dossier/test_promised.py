"""A dossier of a promise that lacks something of one: each is told by its place, with what to do."""

import re
import shutil

import pytest

from reported.build.checks import check
from reported.dossier.starter import KINDS

from ..conftest import change

PLACE = "dossier.toml "
TIES = r'\[\[relations\]\]\nid = "{}"\nsays = "{}"\nreads = "[^"]*"\n'
SAID = "benches_missing = benches_promised − benches_delivered"
NEEDS = "benches_missing = months_left × benches_a_month"
CASES = {
    "a role is lacking": (
        r'\npace = "benches_a_month"',
        "roles.promised: there is none for 'pace', and a promise has all five. Give all of promised, "
        "delivered, missing, left, pace a quantity, or none.",
    ),
    "two roles are lacking": (
        r'\nleft = "months_left"\npace = "benches_a_month"',
        "roles.promised: there is none for 'left' and 'pace', and a promise has all five. Give all of "
        "promised, delivered, missing, left, pace a quantity, or none.",
    ),
    "nothing says what is missing": (
        TIES.format("to-go", SAID),
        f"roles.missing: no relation says “{SAID}”. Write one that does.",
    ),
    "nothing says what the pace is": (
        TIES.format("pace", NEEDS),
        f"roles.missing: no relation says “{NEEDS}”. Write one that does.",
    ),
    "the calendar is lacking": (
        r"\ncalendar = [^\n]*",
        "roles.left: months_left is not reckoned from the day of the edition to the day of the promise. "
        'Write calendar = "months(as_of, 2031-06-30)" below it, with that day.',
    ),
}  # fmt: skip


@pytest.fixture
def benches(tmp_path):
    """A copy of the made-up dossier of a promise."""
    return shutil.copytree(KINDS / "pledge" / "data", tmp_path / "data")


@pytest.mark.parametrize(("lacks", "says"), CASES.values(), ids=CASES)
def test_what_a_promise_lacks_is_told(benches, lacks, says):
    text = (benches / "dossier.toml").read_text("utf-8")
    without = re.sub(lacks, "", text)
    assert without != text
    (benches / "dossier.toml").write_text(without, "utf-8")
    assert f"{PLACE}{says}" in [str(problem) for problem in check(benches)]


def test_either_order_of_what_is_multiplied_is_the_same(benches):
    text = (benches / "dossier.toml").read_text("utf-8")
    turned = text.replace("months_left × benches_a_month", "benches_a_month × months_left")
    assert turned != text
    (benches / "dossier.toml").write_text(turned, "utf-8")
    assert check(benches) == []


def test_two_days_for_one_promise_are_a_doubt(benches):
    change(benches, "claims", "promise", period_end="2041-07")
    assert [str(problem) for problem in check(benches)] == [
        f"warning: {PLACE}headline 1: 'promise' is due by 2041-07, and months_left runs to 2041-06-30. Give "
        "both one day; a month stands for its last day."
    ]
    change(benches, "claims", "promise", period_end="2041-06")
    assert check(benches) == []


@pytest.mark.parametrize("modality", ["actual", "forecast"])
def test_what_was_promised_must_be_said_as_a_pledge(benches, modality):
    change(benches, "claims", "promise", modality=modality)
    (problem,) = [problem for problem in check(benches) if not problem.doubt]
    assert str(problem).startswith(f"{PLACE}headline 1: 'promise' is a figure ")
