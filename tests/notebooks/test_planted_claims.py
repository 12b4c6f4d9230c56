"""The tests themselves are tested: for each promise a fault is planted, and the test that guards it must see
it.

A changed sentence, alt text or plotted point, and an output that is dropped, are planted under nbval in
``test_reports.py``.
"""

import json
import math
import shutil
from dataclasses import replace

import pytest

from reported.analysis import hedges, origins
from reported.dossier import reader
from reported.dossier.reader import Dossier

from ..analysis import test_hedges, test_origins
from ..build import test_reports
from ..conftest import ROOT
from ..dossier import test_reader
from . import test_stored_outputs


@pytest.fixture
def notebook():
    return test_stored_outputs.read(
        next(path for path in test_stored_outputs.PATHS if path.name.startswith("06-"))
    )


@pytest.fixture
def published(tmp_path):
    """A copy of the committed edition “latest”, as if it had just been built."""
    for kind in ("report", "figures"):
        shutil.copytree(ROOT / kind / "latest", tmp_path / kind / "latest")
    return "latest", tmp_path, ""


def edit(path, before, after):
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), "utf-8")


# Notebooks


def test_a_number_written_into_the_words_is_seen(notebook):
    test_stored_outputs.test_written_words_hold_no_result(notebook)
    notebook.cells[0].source += "\n\nIt takes 13,100 a day."
    with pytest.raises(AssertionError, match="13,100"):
        test_stored_outputs.test_written_words_hold_no_result(notebook)


@pytest.mark.parametrize(
    "drop", [lambda cell: cell.outputs.clear(), lambda cell: cell.outputs[0].data.pop("text/plain")]
)
def test_an_output_that_is_not_there_is_seen(notebook, drop):
    test_stored_outputs.test_outputs_are_present_and_carry_what_is_compared(notebook)
    drop(test_stored_outputs.code(notebook)[-1])
    with pytest.raises(AssertionError):
        test_stored_outputs.test_outputs_are_present_and_carry_what_is_compared(notebook)


def test_a_picture_without_its_alt_text_is_seen(notebook):
    test_stored_outputs.test_pictures_carry_title_and_alt_text_as_compared_text(notebook)
    (picture, *_) = [
        o.data
        for cell in test_stored_outputs.code(notebook)
        for o in cell.outputs
        if test_stored_outputs.FIGURE in o.data
    ]
    picture["text/plain"] = picture["text/plain"].replace(picture[test_stored_outputs.FIGURE]["alt"], "")
    with pytest.raises(AssertionError):
        test_stored_outputs.test_pictures_carry_title_and_alt_text_as_compared_text(notebook)


# What is published


def test_an_untouched_copy_passes(published):
    test_reports.test_committed_report_is_what_the_code_makes(published)
    test_reports.test_page_is_one_file_without_requests_and_names_no_folder(published)
    test_reports.test_findings_on_the_page_are_those_of_the_notebooks(published)


@pytest.mark.parametrize(
    ("file", "before", "after"),
    [
        ("figures/latest/what-was-said.svg", "<path", "<path "),
        ("figures/latest/what-was-said.csv", "0", "1"),
        ("report/latest/briefing.html", ' aria-label="What was said', ' aria-label="What was not said'),
        ("report/latest/briefing.html", "can all be true", "cannot all be true"),
    ],
    ids=["stale-figure", "moved-point", "altered-alt-text", "changed-sentence"],
)
def test_a_page_or_figure_that_the_code_does_not_make_is_seen(published, file, before, after):
    edit(published[1] / file, before, after)
    with pytest.raises(AssertionError, match="stale: make report EDITION=latest"):
        test_reports.test_committed_report_is_what_the_code_makes(published)


def test_a_figure_that_is_missing_is_seen(published):
    (published[1] / "figures" / "latest" / "what-was-said.png").unlink()
    with pytest.raises(AssertionError):
        test_reports.test_committed_report_is_what_the_code_makes(published)


@pytest.mark.parametrize(
    "more", ['<script src="https://example.org/x.js"></script>', '<img src="http://example.org/x.png">']
)
def test_a_page_that_asks_the_network_is_seen(published, more):
    edit(published[1] / "report" / "latest" / "briefing.html", "</body>", f"{more}</body>")
    with pytest.raises(AssertionError):
        test_reports.test_page_is_one_file_without_requests_and_names_no_folder(published)


def test_an_orphan_claim_is_seen(published):
    path = published[1] / "report" / "latest" / "findings.json"
    told = json.loads(path.read_text("utf-8"))
    next(found for found in told["findings"] if found["claims"])["claims"].append("a-claim-of-nobody")
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(AssertionError):
        test_reports.test_findings_on_the_page_are_those_of_the_notebooks(published)


# The library


def test_a_swapped_bound_is_seen(monkeypatch):
    said = (
        "ge",
        1_000_000,
        math.nan,
        *(hedges.interval("ge", 1_000_000, math.nan, reading) for reading in hedges.READINGS),
    )
    test_hedges.test_table_of_hedges(*said)
    right = hedges.interval

    def swapped(*given):
        span = right(*given)
        return replace(span, low=0.0, high=span.low)

    monkeypatch.setattr(test_hedges, "interval", swapped)
    with pytest.raises(AssertionError):
        test_hedges.test_table_of_hedges(*said)


def test_a_later_claim_that_leaks_is_seen(monkeypatch):
    monkeypatch.setattr(Dossier, "as_of", lambda self, day: self)
    with pytest.raises(AssertionError):
        test_reader.test_as_of_knows_nothing_later()


def test_a_retelling_counted_as_a_source_is_seen(monkeypatch):
    right = origins.count
    apart = lambda claims: right([row._replace(origin_id=row.claim_id) for row in claims])  # noqa: E731
    for module in (origins, test_origins):
        if hasattr(module, "count"):
            monkeypatch.setattr(module, "count", apart)
    with pytest.raises(AssertionError):
        test_origins.test_reprints_add_documents_and_no_origin()


def test_a_problem_kept_back_is_seen(monkeypatch, tmp_path):
    copy = shutil.copytree(ROOT / "tests" / "relief", tmp_path / "relief")
    right = reader.examine
    monkeypatch.setattr(reader, "examine", lambda folder: (*right(folder)[:2], right(folder)[2][:1]))
    with pytest.raises(AssertionError):
        test_reader.test_every_problem_is_told_at_once(copy)
