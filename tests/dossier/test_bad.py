"""Bad dossiers and parameters: each case of ``tests/dossier/bad`` changes one good dossier and says which
problems must be told, and no others.

A case is a name, a change and what ``reported check`` must say. To add one, write its change, run this test
and read what it says:

    cells: {claims.csv: {2 value: "900,5"}}        a cell, by the row that a spreadsheet shows
    swap: {claims.csv: {"old": "new"}}              a text for another, wherever it stands
    file: {events.csv: "text"}                      all of a file; null takes it away, [] makes it a folder
    written: {claims.csv: utf-16}                   a file in another encoding
    parameters: {as_of: "2023-02-30"}               instead: what an edition sets, against the shipped dossier
    edition: "as_of: [2031]"                        instead: the text of an edition file, ``name`` its name
    says: ["claims.csv row 2 column value: …"]      the lines expected; none: it must read like the good one

What is too long to write out stands there as a word of ``LONG``.
"""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest
import yaml

from reported.analysis.parameters import contract, load
from reported.build.checks import check
from reported.dossier import reader
from reported.dossier.schema import COLUMNS
from reported.errors import Refused

from ..conftest import RELIEF, ROOT, growth

LONG = {"LONG": "long" * 1250, "DIGITS": "9" * 5000, "DOTS": ".".join("a" * 5000), "HUNDRED": "\u0301" * 100}
LONG |= {"THOUSANDS": "\u0301\u0323" * 100_000, "DASHES": "—" * 5000}


def written_out(text: str) -> str:
    """The text of a family of cases, with what is too long to stand there."""
    return re.sub("|".join(LONG), lambda found: LONG[found[0]], text)


FAMILIES = {
    path.stem: yaml.safe_load(written_out(path.read_text("utf-8")))
    for path in sorted((ROOT / "tests" / "dossier" / "bad").glob("*.yml"))
}
CASES = [
    pytest.param(case, id=f"{family}: {case['case']}") for family, cases in FAMILIES.items() for case in cases
]
NO_SCHEMA = "warning: datapackage.json: is missing"


def changed(folder: Path, case: dict) -> Path:
    """The good dossier with the change of a case."""
    folder.mkdir()
    for file in RELIEF.iterdir():
        shutil.copy(file, folder)
    for file, cells in case.get("cells", {}).items():
        with (folder / file).open(newline="", encoding="utf-8") as opened:
            rows = list(csv.reader(opened))
        for place, value in cells.items():
            row, column = place.split(" ")
            rows[int(row) - 1][rows[0].index(column)] = value
        with (folder / file).open("w", newline="", encoding="utf-8") as opened:
            csv.writer(opened, lineterminator="\n").writerows(rows)
    for file, texts in case.get("swap", {}).items():
        content = (folder / file).read_text("utf-8")
        for old, new in texts.items():
            assert old in content, f"{file} does not hold {old!r}"
            content = content.replace(old, new)
        (folder / file).write_text(content, "utf-8", newline="")
    for file, content in case.get("file", {}).items():
        (folder / file).unlink(missing_ok=True)
        if content == []:
            (folder / file).mkdir()
        elif content is not None:
            (folder / file).write_text(content, "utf-8", newline="")
    for file, encoding in case.get("written", {}).items():
        (folder / file).write_text((folder / file).read_text("utf-8"), encoding, newline="")
    return folder


def told(case: dict, folder: Path) -> list[str]:
    """The lines that are said about a case."""
    try:
        if "parameters" in case:
            contract(case["parameters"], reader.read(ROOT / "data").plan)
        elif "edition" in case:
            file = folder.parent / case.get("name", "mine.yml")
            file.write_text(case["edition"], "utf-8")
            load(file, reader.read(RELIEF).plan)
        else:
            found = [str(problem) for problem in check(changed(folder, case))]
            return [line for line in found if not line.startswith(NO_SCHEMA)]
    except Refused as refused:
        return str(refused).splitlines()
    return []


@pytest.mark.parametrize("case", CASES)
def test_what_is_said_of_bad_input(case, tmp_path):
    assert told(case, tmp_path / "dossier") == case.get("says", [])


@pytest.mark.parametrize("case", [case for case in CASES if case.id.startswith("accepted")])
def test_what_makes_no_difference_reads_the_same(case, tmp_path):
    good, other = reader.read(RELIEF), reader.read(changed(tmp_path / "dossier", case))
    assert other.plan == good.plan
    for name in COLUMNS:
        assert getattr(other, name).equals(getattr(good, name)), name


def test_there_are_many_cases_each_once():
    assert len(CASES) >= 150
    assert len({case.id for case in CASES}) == len(CASES)


def test_a_flood_is_told_in_a_few_lines_and_soon(tmp_path):
    folder, lines = changed(tmp_path / "dossier", {}), []
    header, first, *_ = (folder / "claims.csv").read_text("utf-8").splitlines()

    def flood(many):
        rows = [
            first.replace("flour-mayor", f"claim-{n}").replace(",900,", ',"9,5",').replace("radio", "radoi")
            for n in range(many)
        ]
        (folder / "claims.csv").write_text("\n".join([header, *rows]), "utf-8")
        lines[:] = [str(problem) for problem in check(folder)]

    assert growth(flood) < 40
    assert (
        "claims.csv row 2 column value: '9,5' is not a positive number. Write digits only, with a point for "
        "decimals." in lines
    )
    assert (
        "claims.csv column value: 9,995 more of this kind, in rows 7 to 10001. Mend them in the same way."
        in lines
    )
    assert len(lines) < 25


def test_a_header_of_thousands_of_columns_is_told_in_a_few_lines_and_soon(tmp_path):
    folder = changed(tmp_path / "dossier", {})
    text = (folder / "claims.csv").read_text("utf-8")

    def wide(header):
        (folder / "claims.csv").write_text(f"{header},{text}", "utf-8")
        assert len(check(folder)) < 25

    for column in ("column{}", "note", ""):
        assert (
            growth(lambda many, column=column: wide(",".join(column.format(n) for n in range(20 * many))))
            < 40
        )


def test_a_table_of_blank_lines_is_told(tmp_path):
    lines = told({"swap": {"hedges.csv": {"\nabout": "\n" * 1_000_000 + "about"}}}, tmp_path / "blank")
    assert lines == ["hedges.csv: holds 1,000,000 blank lines in a row, or more. Take them out."]
    spaced = {"swap": {"hedges.csv": {"\nabout": "\n \n" * 100_000 + "about"}}}
    assert told(spaced, tmp_path / "spaced") == []


def test_brackets_within_brackets_without_end_are_told(tmp_path):
    deep = "x = " + "[" * 20_000
    assert told({"file": {"dossier.toml": deep}}, tmp_path / "dossier") == [
        "dossier.toml: is nested too deeply. Take out the brackets within brackets, or the names within "
        "names."
    ]
    (line,) = told({"edition": "as_of: " + "[" * 20_000}, tmp_path / "dossier")
    assert line.startswith("mine.yml: cannot be read (it is nested too deeply)")


def test_a_cell_as_long_as_a_book_is_told_and_a_long_text_is_only_text(tmp_path):
    rows = (
        "wording,language,code,low,high,note\nabout,en,approx,,,{}\nat least,en,ge,,,\nexactly,en,exact,,,\n"
    )
    assert told({"file": {"hedges.csv": rows.format("long " * 2_000)}}, tmp_path / "long") == []
    assert told({"file": {"hedges.csv": rows.format("long " * 100_000)}}, tmp_path / "book") == [
        "hedges.csv row 2 column note: holds 499,999 characters. Write at most 100,000."
    ]
