"""Questions by role: they are asked of any dossier that has the roles, in its own words, and are absent where
it has not.
"""

import json
import re
import statistics

import pytest

from reported.document import assembly
from reported.edition import ANOTHER_TOPIC, NOTHING_TO_HOLD
from reported.notebooks import stored
from reported.wording.findings import FINDING, finding

from ..analysis.test_earlier_days import everything
from ..conftest import RELIEF, ROOT, ask, change
from ..wording.test_nothing_vanishes import edition_of as edition

BY_ROLE = ("03", "04", "05", "08")


@pytest.fixture
def carried(copy_of):
    """A topic of its own that says what is carried, and by what."""
    folder = copy_of(RELIEF)
    plan = folder / "dossier.toml"
    plan.write_text(plan.read_text("utf-8") + '\n[roles]\ncarried = "flour"\ncarries = "lorries"\n', "utf-8")
    return folder


def path_of(number):
    return next((ROOT / "notebooks").glob(f"{number}-*.ipynb"))


@pytest.mark.parametrize("number", BY_ROLE)
def test_cells_are_short(number):
    cells = [cell for cell in stored.read(path_of(number))["cells"] if cell["cell_type"] == "code"]
    lines = [len(cell["source"].splitlines()) for cell in cells]
    assert statistics.median(lines) <= 3 and max(lines) <= 8


@pytest.mark.parametrize("number", BY_ROLE)
def test_no_sentence_is_made_in_a_cell(number):
    for cell in stored.read(path_of(number))["cells"][2:]:
        if cell["cell_type"] == "code":
            assert not re.search(r"\bf\"| if .* else |\bfor\b", cell["source"]), cell["source"]


def test_another_topic_is_asked_in_its_own_words(carried):
    found = ask("04", data=str(carried))
    assert found["capacity"].answer == "enough" and "50 lorries would carry" in found["capacity"].sentence
    assert found["implied-load"].sentence.startswith("The bare numbers imply 18 tonnes a lorry")
    said = everything(found)
    assert not [word for word in ("shell", "container", "Korea", "Russia", "fired") if word in said]


@pytest.mark.parametrize(("number", "lacks"), [("03", "lasts"), ("05", "trips")])
def test_without_the_role_there_is_no_question(carried, number, lacks):
    (only,) = ask(number, data=str(carried)).values()
    assert only.id == ANOTHER_TOPIC and only.sentence.startswith(
        f"This dossier gives no quantity the role of {lacks}"
    )


def test_a_role_of_which_no_figure_is_ever_examined_is_no_question(carried):
    plan = carried / "dossier.toml"
    plan.write_text(plan.read_text("utf-8").replace('[[headline]]\nclaim = "lorries-port"\n', ""), "utf-8")
    (only,) = ask("04", data=str(carried)).values()
    assert only.id == ANOTHER_TOPIC and "examines no figure for lorries unloaded" in only.sentence


def test_a_figure_not_public_on_that_day_leaves_one_sentence(carried):
    (only,) = ask("04", data=str(carried), as_of="2031-01-01").values()
    assert only.id == "not-run" and "stands in public by 1 January 2031" in only.sentence


def test_with_no_load_on_record_the_question_is_still_answered(carried):
    for claim in ("load-guild", "load-assumed"):
        change(carried, "claims", claim, status="superseded")
    found = ask("04", data=str(carried))
    none = "No figure for flour in a lorry that goes into the sums stands in the dossier, so"
    assert found["capacity"].sentence.startswith(none)
    assert "loads" not in found.tables and not found.pictures
    assert found["implied-load"].sentence.startswith("The bare numbers imply 18 tonnes a lorry")


def test_reverse_the_data_and_the_answer_reverses(carried):
    change(carried, "claims", "lorries-port", value="20")
    found = ask("04", data=str(carried))
    assert (
        found["capacity"].answer == "too few"
        and "at most 56 per cent of the claim" in found["capacity"].sentence
    )


def executed(tmp_path, name, *said):
    """An executed notebook that shows some findings."""
    outputs = [
        {
            "output_type": "execute_result",
            "execution_count": 1,
            "metadata": {},
            "data": {FINDING: one.as_data()},
        }
        for one in said
    ]
    cells = [
        {"cell_type": "markdown", "metadata": {}, "source": "# 6 · Is it so?\n\nA question."},
        {"cell_type": "code", "metadata": {}, "source": "1", "execution_count": 1, "outputs": outputs},
    ]
    path = tmp_path / f"{name}.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    return path


def test_what_can_never_be_asked_is_told_on_page_one_and_has_no_section(tmp_path):
    idle = finding(NOTHING_TO_HOLD, "There is nothing to hold together.", role="not-run")
    other = finding(ANOTHER_TOPIC, "This is about something else.", role="not-run")
    paths = [executed(tmp_path, "06-one", idle), executed(tmp_path, "04-two", other)]
    (kept,) = assembly.sections(paths)
    assert kept.absent and kept.name == "06-one"
    assert [f["sentence"] for f in assembly.bottom_line([kept])] == ["There is nothing to hold together."]
    text = assembly.document([kept], edition(RELIEF), "latest", "")
    assert "There is nothing to hold together." in text
    assert "Is it so" not in text and "sec-06-one" not in text  # no heading, and no link to one


def test_a_question_that_was_not_public_yet_keeps_its_heading(tmp_path):
    early = finding("not-run", "Nothing was public yet.", role="not-run")
    (kept,) = assembly.sections([executed(tmp_path, "04-two", early)])
    text = assembly.document([kept], edition(RELIEF), "latest", "")
    assert not kept.absent and "# Is it so? {#sec-04-two}" in text


@pytest.mark.parametrize("day", ["latest", "2031-05-02"])
def test_what_the_whole_dossier_lacks_is_absent_and_what_a_day_lacks_is_told(copy_of, day):
    folder = copy_of(RELIEF)
    for table in ("denials", "events"):
        text = (folder / f"{table}.csv").read_text("utf-8")
        (folder / f"{table}.csv").write_text(text.splitlines(keepends=True)[0], "utf-8")
    for number in ("07", "08"):
        (only,) = ask(number, data=str(folder), as_of=day).values()
        assert only.id == (ANOTHER_TOPIC if day == "latest" else "not-run")
