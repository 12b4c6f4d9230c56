"""Reading a dossier, as it stood on a day, and everything that may be wrong with one."""

import json
import shutil
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from reported import dossier
from reported.codebook import codebook
from reported.dossier import Refused, first_day, last_day

RELIEF = Path(__file__).parent / "relief"
SHIPPED = Path(__file__).parents[1] / "data"


@pytest.fixture
def copy(tmp_path):
    return Path(shutil.copytree(RELIEF, tmp_path / "relief"))


def change(folder: Path, table: str, row: int, column: str, value: str) -> None:
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    frame.loc[row, column] = value
    frame.to_csv(folder / f"{table}.csv", index=False)


@pytest.mark.parametrize("folder", [SHIPPED, RELIEF], ids=["shipped", "relief"])
def test_dossiers_in_this_checkout_are_in_order(folder):
    assert dossier.read(folder).claims.shape[0] > 0


def test_shipped_dossier_passes_the_whole_check():
    assert dossier.check(SHIPPED) == []


def test_codebook_is_what_the_schema_says():
    assert (SHIPPED / "README.md").read_text("utf-8") == codebook(SHIPPED), "stale: reported codebook"


def test_schema_knows_what_the_code_knows():
    package = json.loads((SHIPPED / "datapackage.json").read_text("utf-8"))
    fields = {r["name"]: {f["name"]: f for f in r["schema"]["fields"]} for r in package["resources"]}
    assert {name: list(columns) for name, columns in fields.items()} == dossier.COLUMNS
    plan = dossier.read(SHIPPED).plan
    assert set(fields["claims"]["quantity"]["constraints"]["enum"]) == set(plan.quantities)
    codes = set(fields["claims"]["hedge"]["constraints"]["enum"])
    assert codes == {*dossier.CODES, *(f"capacity_{code}" for code in dossier.CODES if code != "none")}


def test_partial_dates_mean_their_last_possible_day():
    assert last_day("2023-11") == date(2023, 11, 30)
    assert last_day("2024-02") == date(2024, 2, 29)
    assert last_day("2023") == date(2023, 12, 31)
    assert first_day("2023-11") == date(2023, 11, 1)
    assert last_day("") is None


def test_as_of_knows_nothing_later():
    early = dossier.read(RELIEF).as_of(date(2031, 5, 2))
    assert list(early.claims["claim_id"]) == ["flour-mayor", "lorries-port", "load-assumed"]
    assert set(early.sources["source_id"]) == {"radio", "port", "this-analysis"}


def test_partly_dated_and_undated_documents_never_leak_backwards(copy):
    change(copy, "sources", 0, "published", "2031-05")
    change(copy, "sources", 2, "published", "")
    early = dossier.read(copy).as_of(date(2031, 5, 30))
    assert "flour-mayor" not in set(early.claims["claim_id"])
    assert "lorries-port" not in set(early.claims["claim_id"])
    assert early.events.empty


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "says"),
    [
        (
            "claims",
            1,
            "claim_id",
            "flour-mayor",
            "claims.csv row 3 column claim_id: flour-mayor stands here a second time",
        ),
        (
            "claims",
            0,
            "source_id",
            "radoi",
            "claims.csv row 2 column source_id: no source is called 'radoi'. Did you mean radio?",
        ),
        ("claims", 0, "quantity", "flower", "column quantity: 'flower' is not in dossier.toml. Did you mean flour?"),
        ("claims", 0, "unit", "tonnes", "column unit: flour has no unit 'tonnes'. Did you mean tonne?"),
        ("claims", 0, "value", "1.000 t", "column value: '1.000 t' is not a positive number"),
        ("claims", 0, "value", "-5", "column value: '-5' is not a positive number"),
        ("claims", 3, "value_high", "12", "column value_high: is not above value"),
        ("claims", 1, "relays", "flour-major", "no claim is called 'flour-major'. Did you mean flour-mayor?"),
        ("claims", 0, "item_code", "flower", "'flower' is not among the items of dossier.toml. Did you mean flour?"),
        ("claims", 0, "hedge", "att least", "no hedge is called 'att least'"),
        ("claims", 0, "period_start", "2031-02-30", "column period_start: '2031-02-30' is no date"),
        ("sources", 0, "published", "2/5/2031", "sources.csv row 2 column published: '2/5/2031' is no date"),
    ],
)
def test_what_is_wrong_is_named_with_its_place_and_remedy(copy, table, row, column, value, says):
    change(copy, table, row, column, value)
    with pytest.raises(Refused) as refused:
        dossier.read(copy)
    assert says in str(refused.value)


def test_every_problem_is_told_at_once(copy):
    change(copy, "claims", 0, "unit", "tonnes")
    change(copy, "claims", 1, "source_id", "papre")
    change(copy, "sources", 0, "published", "yesterday")
    with pytest.raises(Refused) as refused:
        dossier.read(copy)
    assert len(refused.value.problems) == 3


def test_missing_column_and_table_are_named(copy):
    frame = pd.read_csv(copy / "claims.csv", dtype=str).rename(columns={"hedge": "hegde"})
    frame.to_csv(copy / "claims.csv", index=False)
    (copy / "events.csv").unlink()
    with pytest.raises(Refused, match=r"column hedge is missing\. Did you mean hegde") as refused:
        dossier.read(copy)
    assert "events.csv: cannot be read" in str(refused.value)


def test_circular_retelling_is_refused(copy):
    change(copy, "claims", 0, "relays", "flour-paper")
    change(copy, "claims", 0, "relation", "retells")
    with pytest.raises(Refused, match="retell each other in a circle"):
        dossier.read(copy)


def test_folder_that_is_no_dossier(tmp_path):
    with pytest.raises(Refused, match="is not a dossier"):
        dossier.find(tmp_path)


def test_check_without_a_schema_says_so():
    assert [str(problem) for problem in dossier.check(RELIEF)] == [
        "datapackage.json: is missing, so nothing was held against a schema. Copy one and adapt it."
    ]


def test_check_tells_a_broken_cell_by_row_and_column(tmp_path):
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "data"))
    change(folder, "claims", 0, "credibility", "9")
    (problem,) = dossier.check(folder)
    assert "claims.csv row 2 column credibility" in str(problem)
