"""The time machine: page one on an earlier day is what an edition of that day says, and knows nothing that
came later.
"""

import json
import re
from datetime import date

import pytest

from reported.analysis.parameters import contract
from reported.document import evidence, history
from reported.dossier import reader
from reported.edition import Edition
from reported.figures.charts import Picture
from reported.notebooks import runner
from reported.wording.findings import Finding
from reported.wording.language import say

from ..conftest import RELIEF, ROOT


def edition(folder, **given):
    whole = reader.read(folder)
    return Edition(whole, contract(given, whole.plan))


def asked(folder, day, *names):
    paths = [path for name in names for path in (ROOT / "notebooks").glob(f"{name}-*.ipynb")]
    return history.moment(day, paths, {"data": str(folder)}, ROOT / "notebooks")


def test_a_moment_says_what_the_edition_of_that_day_says(shipped):
    told = asked(shipped, date(2023, 11, 2), "01", "03", "04", "05", "06", "09")
    built = json.loads((ROOT / "report" / "2023-11-02" / "findings.json").read_text("utf-8"))["findings"]
    expected = {(f["id"], f["sentence"]) for f in built if f["role"] in history.TOLD}
    assert {(f["id"], f["sentence"]) for f in told.findings} == expected
    assert len(told.findings) > 6


def test_before_the_first_figure_there_is_no_answer_and_the_reason_is_told(shipped):
    (only,) = asked(shipped, date(2023, 9, 30), "01", "06").findings
    assert only["role"] == "not-run" and "30 September 2023" in only["sentence"]


@pytest.mark.parametrize("day", ["2023-09-30", "2023-11-02", "2024-06-30"])
@pytest.mark.parametrize("folder", [ROOT / "data", RELIEF], ids=["shipped", "relief"])
def test_page_one_says_the_same_without_what_is_only_looked_at(folder, day):
    given = {"data": str(folder), "as_of": day, "figures": None}
    for path in sorted((ROOT / "notebooks").glob("[01]*.ipynb")):
        whole, short = ([*runner.inline(path, given, looked_at)] for looked_at in (True, False))
        assert on_page_one(short) == on_page_one(whole)
        assert not [what for _, what in short if isinstance(what, Picture)]


def on_page_one(shown):
    roles = (*history.TOLD, "not-run")
    return [(n, what.as_data()) for n, what in shown if isinstance(what, Finding) and what.role in roles]


@pytest.mark.parametrize(
    ("last", "left_out"),
    [
        ("charts.told()", True),
        ("charts.told(prose.said, of=charts.some, by=1)", True),
        ("told()", True),
        ("prose.told()", False),  # of another room
        ("charts.told(charts.told())", False),  # what is handed over may be anything
        ("charts.told(heard := 1)", False),
        ("charts.told().title()", False),
        ("[charts.told()]", False),
        ("kept = charts.told()\nkept", False),
        ("charts.some", False),
        ("'words'", False),
    ],
)
def test_left_out_is_only_what_the_room_of_figures_makes_of_what_there_is(tmp_path, last, left_out):
    made = "def told(*_, **__): return 'told'\n"
    rooms = "".join(
        f"{name} = ModuleType('reported.{room}.{name}')\n{name}.told, {name}.some, {name}.said = told, 1, 2\n"
        for name, room in (("prose", "wording"), ("charts", "figures"))
    )
    setup = f"from types import ModuleType\n{made}told.__module__ = 'reported.figures.charts'\n{rooms}"
    cells = [{"cell_type": "code", "source": source, "metadata": {}} for source in (setup, last)]
    path = tmp_path / "some.ipynb"
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}), "utf-8")
    assert len([*runner.inline(path, {})]) == 1
    assert len([*runner.inline(path, {}, looked_at=False)]) == (not left_out)


@pytest.mark.parametrize("folder", [ROOT / "data", RELIEF], ids=["shipped", "relief"])
def test_the_days_begin_before_the_first_figure_and_never_pass_the_edition(folder):
    whole = edition(folder)
    days = history.days(whole)
    first = min(day for day, _ in whole.words.reported_on())
    assert days == sorted(set(days)) and days[0] < first and first in days
    earlier = edition(folder, as_of=str(days[-2]))
    assert max(history.days(earlier)) < days[-2]
    assert history.days(edition(folder, as_of="1999-01-01")) == []


def test_each_day_names_only_claims_of_its_time_and_marks_what_changed(shipped):
    whole = edition(shipped)
    numbers = evidence.numbered(whole.record.dossier.claims["claim_id"], whole)
    days = [date(2023, 10, 13), date(2023, 11, 1)]
    panel = history.panel([asked(shipped, day, "01") for day in days], whole, numbers)
    first, second = panel.split("::: {.moment")[1:]
    assert '#as-of-2023-10-13 day="2023-10-13"' in first and "13 October 2023" in first
    public = {
        numbers[row.claim_id]
        for row in whole.record.rows()
        if row.published and row.published <= "2023-10-13" and row.claim_id in numbers
    }
    named = {int(number) for number in re.findall(r"#claim-(\d+)", first)}
    assert named <= public
    assert "{.changed}" in second and "{.changed}" not in first


def test_a_page_with_one_moment_has_no_time_machine(shipped):
    whole = edition(shipped, as_of="2023-09-01")
    assert history.panel([history.Moment(None, ())], whole, {}) == ""


def test_many_days_are_spread_evenly_and_the_page_says_so(shipped, monkeypatch):
    whole = edition(shipped)
    every = history.days(whole)
    monkeypatch.setattr(history, "MOST_DAYS", 5)
    few = history.days(whole)
    assert len(few) == 5 < len(every) and set(few) < set(every) and (few[0], few[-1]) == (every[0], every[-1])
    told = [history.Moment(day, ()) for day in [*few, None]]
    assert say("moments-most") in history.panel(told, whole, {})
    assert say("moments-most") not in history.panel(told[1:], whole, {})
