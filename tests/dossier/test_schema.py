"""One statement of the tables: what is read, checked, printed and published of a dossier's columns follows
from it."""

import json
import math
import shutil
from pathlib import Path
from typing import get_type_hints

import numpy as np
import pytest
from frictionless import Schema

from reported.analysis.parameters import Parameters
from reported.analysis.record import MEASURED, Record
from reported.dossier import codebook, plan, reader
from reported.dossier.claim import CODES, relayed
from reported.dossier.forms import DATE, LANGUAGE, NUMBER
from reported.dossier.schema import COLUMNS, FIELDS, TABLES
from reported.dossier.starter import EXAMPLE

from ..conftest import RELIEF, ROOT

SHIPPED = ROOT / "data"


def told(package: dict) -> dict[tuple[str, str], dict]:
    """Each field of a data package by its table and name."""
    return {
        (part["name"], field["name"]): field
        for part in package["resources"]
        for field in part["schema"]["fields"]
    }


@pytest.mark.parametrize("folder", [SHIPPED, EXAMPLE], ids=["shipped", "example"])
def test_a_shipped_data_package_is_in_step_to_the_letter(folder):
    package = codebook.in_step(codebook.described(folder), plan.read(folder / "dossier.toml")[0])
    text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
    assert (folder / "datapackage.json").read_text("utf-8") == text, "stale: reported codebook"


def test_the_example_says_what_the_schema_says():
    example = codebook.described(EXAMPLE)
    made = codebook.in_step({"resources": []}, plan.read(EXAMPLE / "dossier.toml")[0])
    for part, own in zip(made["resources"], example["resources"], strict=True):
        fields_aside = {"schema": {**own["schema"], "fields": part["schema"]["fields"]}}
        assert part == {**own, **fields_aside}
    named, plain = told(example), told(made)
    assert list(named) == list(plain) == [(table, name) for table, rules in COLUMNS.items() for name in rules]
    for place, field in plain.items():
        assert {**named[place], "constraints": 0} == {**field, "constraints": 0}, place
        asked = named[place].get("constraints", {})
        assert field.get("constraints", {}).items() <= asked.items(), f"{place} asks for less"


def test_what_a_dossier_says_and_asks_for_by_itself_stays():
    mine = {
        "name": "series", "description": "Red or blue.", "constraints": {"enum": ["blue", "red"],
        "minLength": 3},
    }  # fmt: skip
    coded = {"name": "hedge", "constraints": {"enum": ["gt", "about"]}}
    fewer = {"name": "basis", "constraints": {"enum": ["observed"], "required": False}}
    own = {
        "title": "Mine",
        "resources": [{"name": "claims", "note": "mine", "schema": {"fields": [mine, coded, fewer]}}],
    }
    made = codebook.in_step(own)
    assert made["title"] == "Mine" and made["resources"][1]["note"] == "mine"
    found = told(made)
    assert found["claims", "series"] == mine | {"type": "string", "title": "Series"}
    assert found["claims", "hedge"]["constraints"] == {"enum": list(CODES), "required": True}, (
        "no code of its own"
    )
    assert found["claims", "basis"]["constraints"] == {"enum": ["observed"], "required": True}, (
        "fewer is more asked"
    )


def test_the_words_of_the_plan_come_from_the_plan(tmp_path):
    folder = Path(shutil.copytree(EXAMPLE, tmp_path / "mine"))
    path = folder / "dossier.toml"
    path.write_text(path.read_text("utf-8").replace("evenings", "nights"), "utf-8")
    codebook.write(folder)
    asked = told(codebook.described(folder))["claims", "quantity"]["constraints"]["enum"]
    assert asked == list(plan.read(path)[0].quantities) and "nights" in asked
    assert "nights" in (folder / "README.md").read_text("utf-8")
    before = (folder / "datapackage.json").stat().st_mtime_ns
    codebook.write(folder)
    assert (folder / "datapackage.json").stat().st_mtime_ns == before, "what is in step is left alone"


def test_a_data_package_of_the_schema_alone_is_one():
    for part in codebook.in_step({"resources": []})["resources"]:
        assert [field.name for field in Schema.from_descriptor(part["schema"]).fields] == list(
            COLUMNS[part["name"]]
        )


def test_columns_are_the_first_fields_of_a_row_and_typed_as_their_cells():
    for table, row in TABLES.items():
        assert list(row._fields)[: len(COLUMNS[table])] == list(COLUMNS[table])
        types = get_type_hints(row)
        for name, column in COLUMNS[table].items():
            assert types[name] is (float if column.form is NUMBER else str)
        assert all(means.endswith(".") and not means.endswith("..") for _, means in FIELDS[table].values())
    assert COLUMNS["sources"]["published"].form is DATE and COLUMNS["hedges"]["language"].form is LANGUAGE


def test_a_claim_is_made_once_and_used_to_the_end():
    whole = reader.read(RELIEF)
    record = Record(whole, Parameters())
    first = whole.said[0]
    row = record.claim(first.claim_id)
    assert record.claim(first.claim_id) is row and row in record.rows() and row in record.standing_rows
    assert record.headline(row.quantity) is row and record.links.has_node(row.claim_id)
    assert all(cell is as_read for cell, as_read in zip(row[:-4], first[:-4], strict=True))
    assert (
        math.isnan(first.number)
        and first.interval.unbounded
        and row.number > 0
        and not row.interval.unbounded
    )
    assert row.source is whole.documents[0] and row.publisher == record.source(row.source_id).publisher
    with pytest.raises(AttributeError):
        row.value = 1


def test_tables_for_a_person_hold_what_the_rows_hold():
    record = Record(reader.read(SHIPPED), Parameters())
    for reading in ("literal", "pragmatic"):
        frame, rows = record.measured(reading), record.rows(reading)
        assert list(frame.columns) == [
            *COLUMNS["claims"],
            "published",
            "publisher",
            "publisher_kind",
            "url",
            "language",
            *MEASURED,
        ]
        assert {name for name, kind in frame.dtypes.items() if kind is np.dtype(float)} == {
            "value",
            "value_high",
            "margin",
            "number",
        }
        for made, row in zip(frame.itertuples(), rows, strict=True):
            for name in frame.columns:
                cell, held = getattr(made, name), getattr(row, name)
                assert cell == held or (cell != cell and held != held), name
    assert list(record.standing["claim_id"]) == [row.claim_id for row in record.standing_rows]
    for table in COLUMNS:
        assert list(getattr(record.dossier, table).columns) == list(COLUMNS[table])


def test_a_record_reread_is_held_to_the_contract():
    record = Record(reader.read(RELIEF), Parameters(inputs={"flour": (1.0, 2.0)}))
    assert record.reread(reading="pragmatic").parameters.inputs == {"flour": (1.0, 2.0)}
    for changes in (
        {"reading": "between the lines"},
        {"as_of": "2031-02-30"},
        {"approx_tolerance": 2},
        {"readng": "literal"},
    ):
        with pytest.raises(ValueError, match=next(iter(changes))):
            record.reread(**changes)


def test_every_claim_of_the_shipped_dossier_names_what_is_there():
    whole = reader.read(SHIPPED)
    names = {claim.claim_id for claim in whole.said}
    assert all(name in names for claim in whole.said for name, _ in relayed(claim.relays))
