"""What many rows say is looked at once, and nothing is told otherwise for it."""

import json
import shutil
from urllib.parse import quote, urlsplit

import pytest
from frictionless import Schema
from hypothesis import assume, given
from hypothesis import strategies as st

from reported.build import checks, run
from reported.build.request import Request
from reported.dossier import codebook, forms, reader, tables
from reported.dossier.schema import COLUMNS
from reported.errors import Refused
from reported.notebooks.cache import Cache

from ..conftest import RELIEF, change
from .test_fuzz import ADDRESSES

TEXTS = st.sampled_from(("", "-", "n/a", "yes", "no", "yes ", "1", "None", "2031-05-01"))
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "required": st.booleans(),
        "unique": st.booleans(),
        "enum": st.lists(TEXTS, min_size=1, unique=True),
        "minLength": st.integers(0, 4),
        "maxLength": st.integers(0, 4),
    },
)


@given(
    ASKED, st.lists(TEXTS, unique=True, max_size=3), st.sampled_from(("string", "integer", "boolean")), TEXTS
)
def test_what_the_library_is_not_asked_about_it_takes_as_it_is(asked, missing, kind, text):
    asked = asked if kind == "string" else {"required": True}
    told = {"fields": [{"name": "cell", "type": kind, "constraints": asked}], "missingValues": ["", *missing]}
    field = Schema.from_descriptor(told).fields[0]
    assume(not checks._asks(field)(text))
    assert field.create_cell_reader()(text) == (text, None)


def test_of_a_column_of_texts_the_library_is_asked_about_few():
    field = Schema.from_descriptor({"fields": [{"name": "cell", "type": "string"}]}).fields[0]
    assert [text for text in ("any", "text", "") if checks._asks(field)(text)] == [""]


@given(ADDRESSES | st.builds("https://example.org/{}".format, st.text("aä가 @", max_size=900)))
def test_an_address_is_as_long_as_it_is_written(text):
    there = forms._leads_somewhere(text) and "@" not in urlsplit(text).netloc
    assert forms.is_address(text) == (there and len(quote(text)) <= forms.LONGEST_ADDRESS)


def test_cells_that_say_the_same_are_kept_once():
    table, problems = tables.read(RELIEF / "claims.csv", COLUMNS["claims"])
    assert not problems
    cells = [cell for column in table.columns.values() for cell in column]
    assert len({id(cell) for cell in cells}) == len({*cells})


@pytest.fixture
def order(tmp_path, monkeypatch):
    """A build that is asked for, and the folders examined for it."""
    shutil.copytree(RELIEF, tmp_path / "data")
    (tmp_path / "report/editions").mkdir(parents=True)
    (tmp_path / "report/editions/latest.yml").write_text("as_of: latest\n")
    examine, examined = reader.examine, []
    monkeypatch.setattr(reader, "examine", lambda folder: (examined.append(folder), examine(folder))[1])
    return Request(tmp_path, "latest", tmp_path / "data", tmp_path, {}), examined


def read(request):
    return run._read(request, {"around": []}, Cache(request.out / "kept"), lambda line: None)


def test_a_build_reads_a_changed_dossier_once(order):
    request, examined = order
    dossier, _ = read(request)
    assert examined == [request.data]
    change(request.data, "claims", dossier.said[0].claim_id, note="Another note.")
    changed, _ = read(request)
    assert changed.said[0].note == "Another note." and len(examined) == 2


def test_what_only_the_schema_refuses_a_build_tells_as_the_check_does(order):
    request, _ = order
    told = codebook.explained(request.data, reader.read(request.data).plan)
    claims = next(table for table in told["resources"] if table["name"] == "claims")
    speaker = next(field for field in claims["schema"]["fields"] if field["name"] == "speaker")
    speaker["constraints"] = {"required": True, "pattern": "Nobody"}
    (request.data / codebook.SCHEMA).write_text(json.dumps(told), "utf-8")
    reader.read(request.data)  # in order as far as its numbers go
    with pytest.raises(Refused) as refused:
        read(request)
    assert refused.value.problems == [one for one in checks.check(request.data) if not one.doubt]
    assert "Nobody" in str(refused.value)
