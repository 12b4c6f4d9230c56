"""The metadata of an edition's folder: every file of it, and how it was made, as others read it."""

import hashlib
import json

import pytest
from rocrate.rocrate import ROCrate

from reported.analysis.parameters import contract
from reported.build.crate import CRATE, crate
from reported.dossier.reader import read
from reported.edition import Edition

from ..conftest import RELIEF, ROOT

INPUTS = {"data/claims.csv": "a" * 64, "notebooks/01-what.ipynb": "b" * 64, "src/reported/cli.py": "c" * 64}
FILES = {"briefing.html": b"<p>", "figures/x.csv": b"a,b\n", "figures/x.svg": b"<svg/>", "claims.xlsx": b"PK"}


def told(folder, data=RELIEF, inputs=INPUTS, **given):
    whole = read(data)
    parameters = contract(given, whole.plan)
    return crate(folder, "latest", Edition(whole, parameters), inputs, parameters.as_data())


@pytest.fixture
def folder(tmp_path):
    for name, content in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_it_tells_every_file_with_kind_size_and_digest(folder):
    entities = {one["@id"]: one for one in json.loads(told(folder))["@graph"]}
    for name, content in FILES.items():
        entity = entities[name]
        assert entity["sha256"] == hashlib.sha256(content).hexdigest()
        assert entity["contentSize"] == str(len(content)) and "/" in entity["encodingFormat"]
    parts = {part["@id"] for part in entities["./"]["hasPart"]}
    assert parts == {*FILES, "manifest.json"}
    assert entities["#made"]["result"] == entities["./"]["hasPart"]


def test_others_read_it(folder):
    (folder / "manifest.json").write_text("{}")
    (folder / CRATE).write_bytes(told(folder, ROOT / "data", as_of="2023-11-02"))
    made = ROCrate(folder)
    root = made.root_dataset
    assert {entity.id for entity in made.data_entities} == {*FILES, "manifest.json"}
    assert str(root["datePublished"])[:10] == "2023-11-02" and root["license"]
    action = made.dereference("#made")
    assert [one.id for one in action["instrument"]] == ["#reported", "#notebooks/01-what.ipynb"]
    given = {one.id: one for one in action["object"]}
    assert given["#data/claims.csv"]["sha256"] == "a" * 64
    assert given["#parameter-as_of"]["value"] == "2023-11-02"
    assert "#src/reported/cli.py" not in given


def test_everything_that_is_referred_to_is_told(folder):
    graph = json.loads(told(folder, inputs={**INPUTS, "data/a b.csv": "d" * 64}))["@graph"]
    ids = [one["@id"] for one in graph]
    assert len(ids) == len(set(ids))

    def referred(what):
        if isinstance(what, list):
            return [id for one in what for id in referred(one)]
        if isinstance(what, dict):
            return (
                [what["@id"]]
                if what.keys() == {"@id"}
                else [i for one in what.values() for i in referred(one)]
            )
        return []

    assert set(referred(graph)) - set(ids) == {"https://w3id.org/ro/crate/1.1"}
    assert not [id for id in ids if " " in id]


def test_the_same_folder_gives_the_same_bytes(folder):
    assert told(folder) == told(folder)
