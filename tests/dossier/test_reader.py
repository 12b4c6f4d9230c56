"""Reading a dossier, as it stood on a day, and everything that may be wrong with one."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from random import Random

import networkx as nx
import pandas as pd
import pytest
from frictionless import Field

from reported.analysis.hedges import look_up, look_up_all
from reported.analysis.parameters import PLACES, Parameters
from reported.build import checks
from reported.build.checks import check
from reported.cli import main
from reported.dossier import plan, reader
from reported.dossier.codebook import codebook
from reported.dossier.dates import first_day, last_day
from reported.dossier.plan import TAKEN
from reported.errors import Refused

RELIEF = Path(__file__).parents[1] / "relief"
SHIPPED = Path(__file__).parents[2] / "data"


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(RELIEF, tmp_path / "relief"))


def change(folder: Path, table: str, row: int, column: str, value: str) -> None:
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    frame.loc[row, column] = value
    frame.to_csv(folder / f"{table}.csv", index=False)


@pytest.mark.parametrize("folder", [SHIPPED, RELIEF], ids=["shipped", "relief"])
def test_dossiers_in_this_checkout_are_in_order(folder):
    assert reader.read(folder).claims.shape[0] > 0


def test_shipped_dossier_passes_the_whole_check():
    assert check(SHIPPED) == []


def test_codebook_is_what_the_schema_says():
    assert (SHIPPED / "README.md").read_text("utf-8") == codebook(SHIPPED), "stale: reported codebook"


def test_partial_dates_mean_their_last_possible_day():
    assert last_day("2023-11") == date(2023, 11, 30)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2023") == date(2023, 12, 31)
    assert first_day("2023-11") == date(2023, 11, 1)
    assert last_day("") is None


def test_as_of_knows_nothing_later():
    early = reader.read(RELIEF).as_of(date(2031, 5, 2))
    assert list(early.claims["claim_id"]) == ["flour-mayor", "lorries-port", "load-assumed"]
    assert set(early.sources["source_id"]) == {"radio", "port", "this-analysis"}


def test_partly_dated_and_undated_documents_never_leak_backwards(copy):
    change(copy, "sources", 0, "published", "2031-05")
    change(copy, "sources", 2, "published", "")
    early = reader.read(copy).as_of(date(2031, 5, 30))
    assert "flour-mayor" not in set(early.claims["claim_id"])
    assert "lorries-port" not in set(early.claims["claim_id"])
    assert early.events.empty


def test_every_problem_is_told_at_once(copy):
    change(copy, "claims", 0, "unit", "tonnes")
    change(copy, "claims", 1, "source_id", "papre")
    change(copy, "sources", 0, "published", "yesterday")
    with pytest.raises(Refused) as refused:
        reader.read(copy)
    assert len(refused.value.problems) == 3


def test_folder_that_is_no_dossier(tmp_path):
    with pytest.raises(Refused, match="is not a dossier"):
        reader.find(tmp_path)


def test_check_without_a_schema_says_so_and_goes_on():
    (only,) = check(RELIEF)
    assert only.doubt and str(only).startswith(
        "warning: datapackage.json: is missing, so the tables were held against no schema"
    )


def test_check_tells_a_broken_cell_by_row_and_column(tmp_path):
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    change(folder, "claims", 0, "credibility", "9")
    problem, *_ = check(folder)
    assert "claims.csv row 2 column credibility" in str(problem)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (
            {"maximum": 2},
            "claims.csv row 2 column credibility: '3' does not fit datapackage.json (constraint",
        ),
        (
            {"minimum": "two"},
            "datapackage.json: what it asks of claims.csv column credibility can be asked of no cell",
        ),
        (
            {"unique": True},
            "claims.csv row 3 column credibility: row 2 has the same credibility, a key in datapackage.json",
        ),
    ],
)
def test_a_schema_may_ask_for_more_than_the_code(copy, asked, told):
    fields = [{"name": "credibility", "type": "integer", "constraints": asked}]
    (copy / "datapackage.json").write_text(
        json.dumps({"name": "more", "resources": [{"name": "claims", "schema": {"fields": fields}}]})
    )
    problems = [str(problem) for problem in check(copy) if not problem.doubt]
    assert problems[0].startswith(told)
    assert all("credibility" in problem for problem in problems)


def pattern_for_speakers(folder, pattern):
    fields = [{"name": "speaker", "type": "string", "constraints": {"pattern": pattern}}]
    (folder / "datapackage.json").write_text(
        json.dumps({"resources": [{"name": "claims", "schema": {"fields": fields}}]})
    )


def test_a_pattern_that_takes_for_ever_is_told(copy, monkeypatch):
    monkeypatch.setattr(checks, "SLOWEST", 0.2)
    pattern_for_speakers(copy, "(a|aa)+")
    change(copy, "claims", 0, "speaker", "a" * 100 + "!")
    (only,) = check(copy)
    assert str(only) == (
        "datapackage.json: what it asks of claims.csv column speaker, the pattern '(a|aa)+', takes more "
        "than 0.2 seconds. "
        "Write it without a repetition within a repetition."
    )


def test_a_pattern_means_what_it_means_to_the_library_of_schemas(copy):
    speakers = reader.read(copy).claims["speaker"]
    for pattern in ("The.*", "The|x", "(The mayor)", "[A-Z][a-z ]+", r"\w+\s\w+", "^This.*$", "t"):
        pattern_for_speakers(copy, pattern)
        told = {problem.where for problem in check(copy)}
        field = {"name": "x", "type": "string", "constraints": {"pattern": pattern}}
        read = Field.from_descriptor(field).create_cell_reader()
        assert told == {
            f"claims.csv row {n} column speaker" for n, cell in enumerate(speakers, 2) if read(cell)[1]
        }, pattern


def test_a_codebook_of_a_broken_schema_is_refused(copy):
    (copy / "datapackage.json").write_text('{"resources": [}')
    with pytest.raises(Refused, match=r"datapackage\.json line 1: cannot be read"):
        codebook(copy)
    pattern_for_speakers(copy, "x")
    with pytest.raises(Refused, match=r"datapackage\.json: leaves out what the codebook prints"):
        codebook(copy)


def test_what_takes_its_time_is_said_at_once(copy, monkeypatch):
    said = []
    check(copy, said.append)
    assert said == []
    monkeypatch.setattr(checks, "LARGE", 1000)
    check(copy, said.append)
    assert said[0] == "Reading 0 MB of tables; this may take minutes …" and re.fullmatch(
        r"Holding [0-9,]+ rows to the schema …", said[1]
    )


def test_many_threads_may_check_at_once():
    code = f"""
from concurrent.futures import ThreadPoolExecutor
from reported.build.checks import check
with ThreadPoolExecutor(8) as pool:
    print(*{{tuple(map(str, told)) for told in pool.map(check, [{str(SHIPPED)!r}] * 24)}}, sep="\\n")
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=False)
    assert told.stderr == "" and len(told.stdout.splitlines()) == 1


CLOSING = [(1, "'a' and 'b'"), (2, "'b' and 'c'")]
LONG = ("'5' and '4' and '3' and '2' and '1' and others", "'k' and 'i' and 'g' and 'e' and 'c' and others")


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (["abc", "cde", "xyz"], []),
        (["abc", "bac"], ["'1' and '0' form a circle through 'b' and 'a'."]),
        (["abc", "ade", "cxe"], ["'2' and '0' and '1' form a circle through 'c' and 'a' and 'e'."]),
        (["abc", "abd", "xbc"], [f"'{n}' and '0' form a circle through {on}." for n, on in CLOSING]),
        (["aab", "abb"], ["'0' ties 'a' to itself.", "'1' ties 'b' to itself."]),
        (["abc", "cde", "efg", "ghi", "ijk", "kla"], [f"{LONG[0]} form a circle through {LONG[1]}."]),
    ],
)
def test_relations_that_form_a_circle(told, found):
    said = [what for _, what, _ in plan.circles((str(n), tuple(names)) for n, names in enumerate(told))]
    assert said == found


def test_what_is_left_without_the_circles_is_a_tree():
    random = Random(1)
    some = 0
    for _ in range(300):
        told = [tuple(random.sample("abcdefghi", 3)) for _ in range(random.randint(1, 5))]
        closing = {number for number, *_ in plan.circles((str(n), names) for n, names in enumerate(told))}
        tied = nx.Graph((n, name) for n, names in enumerate(told) if n not in closing for name in names)
        assert nx.is_forest(tied)
        for number in closing:
            assert not nx.is_forest(nx.Graph([*tied.edges, *((number, name) for name in told[number])]))
        some += bool(closing)
    assert 20 < some < 280


def test_names_that_a_quantity_may_not_have_are_those_of_the_parameters():
    assert {*TAKEN} == {*Parameters.model_fields, *PLACES}


def test_doubts_are_told_and_stop_nothing(copy, capsys):
    change(copy, "claims", 1, "hedge", "exact")
    assert main(["check", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "warning: claims.csv row 3 column hedge: exact does not go with 'about 900 tonnes'" in said
    assert said.endswith("is in order, with 2 warnings.\n")
    assert reader.read(copy).claims.shape[0] == 5


def test_wordings_of_the_shipped_dossier_go_with_their_hedges():
    # A vocabulary that no longer bites would raise no doubt anywhere.
    shipped = reader.read(SHIPPED)
    said = [(row.stated, row.language) for row in shipped.said]
    found = look_up_all(said, shipped.vocabulary)
    assert sum(code is not None for code in found) > len(found) / 2
    assert found[0] == look_up(*said[0], shipped.vocabulary) == "ge"


def test_a_dossier_is_read_once_for_as_long_as_it_is_the_same(copy, monkeypatch):
    read = []
    monkeypatch.setattr(
        reader, "examine", lambda folder, plain=reader.examine: read.append(folder) or plain(folder)
    )
    first = reader.read(copy)
    first.claims["speaker"] = "somebody else"  # what a notebook does to its tables is its own affair
    first.claims.loc[0, "stated"] = "something else"
    again = reader.read(copy)
    assert (
        len(read) == 1
        and "somebody else" not in set(again.claims["speaker"])
        and again.claims["stated"][0] != "something else"
    )
    claims = copy / "claims.csv"
    claims.write_text(
        claims.read_text("utf-8").replace(again.claims["institution"][0], "Another House"), "utf-8"
    )
    changed = reader.read(copy)
    assert len(read) == 2 and not changed.claims.equals(again.claims)
    claims.unlink()
    with pytest.raises(Refused, match=r"claims\.csv"):
        reader.read(copy)


def test_a_table_may_do_without_a_spare_column_but_not_misspell_it(copy):
    assert not {"short", "beat"} & set((copy / "events.csv").read_text().splitlines()[0].split(","))
    assert {event.short for event in reader.read(copy).happened} == {""}
    text = (copy / "events.csv").read_text().replace("parties,strand", "parties,shrt,strand")
    (copy / "events.csv").write_text(text.replace(",Island,supply", ",Island,A storm,supply"))
    with pytest.raises(Refused, match="column short is missing. Did you mean shrt"):
        reader.read(copy)
