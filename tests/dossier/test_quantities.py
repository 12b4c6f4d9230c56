"""A new quantity: one command writes it in its place, keeps all else, and tells what other languages lack."""

import shutil
import tomllib

import pytest

from reported.cli import main
from reported.dossier import quantities
from reported.dossier.reader import read
from reported.errors import Refused

from ..conftest import RELIEF, ROOT


@pytest.fixture(params=[RELIEF, ROOT / "data"], ids=["small", "shipped"])
def folder(request, tmp_path):
    return shutil.copytree(request.param, tmp_path / "data")


def test_it_stands_behind_the_others_and_all_else_stays(folder):
    plan = folder / "dossier.toml"
    before = plan.read_text("utf-8")
    made = quantities.add(folder, "carts", "cart a day", "carts a day", ["cart/day", "cart/week=1/7"])
    after = plan.read_text("utf-8")
    assert after.replace(f"{made.block}\n\n", "", 1) == before
    given, wanted = tomllib.loads(after), tomllib.loads(before)
    assert given["quantities"].pop("carts") == {
        "label": "carts a day", "one": "cart a day", "many": "carts a day",
        "units": {"cart/day": 1, "cart/week": "1/7"},
    }  # fmt: skip
    assert given == wanted
    last = [*tomllib.loads(after)["quantities"]][-1]
    assert last == "carts"


def test_languages_get_a_row_for_each_of_its_texts(folder):
    made = quantities.add(folder, "carts", "cart", "carts", ["cart", "dozen carts=12"], label="carts seen")
    terms = folder / "terms" / "ko.csv"
    if not terms.exists():
        assert made.unsaid == {}
        return
    assert made.unsaid == {terms: ["carts seen", "{} cart", "{} carts", "{} dozen carts"]}
    assert terms.read_text("utf-8").endswith("carts seen,\n{} cart,\n{} carts,\n{} dozen carts,\n")


@pytest.mark.parametrize(
    ("name", "more", "says"),
    [
        ("flour", {}, "has flour already: 'flour landed'"),
        ("two carts", {}, "can be no name"),
        ("carts]\n[x", {}, "can be no name"),
        ("as_of", {}, "as_of"),
        ("carts", {"units": ["dozen=12"]}, "no unit has the factor 1"),
        ("carts", {"units": ["cart", "dozen=many"]}, "the factor of 'dozen' is 'many'"),
        ("carts", {"many": ""}, "is empty"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(name, more, says, tmp_path):
    folder = shutil.copytree(RELIEF, tmp_path / "data")
    before = (folder / "dossier.toml").read_bytes()
    with pytest.raises(Refused, match=says.replace("[", r"\[")):
        quantities.add(folder, name, **{"one": "cart", "many": "carts", **more})
    assert (folder / "dossier.toml").read_bytes() == before


def test_nouns_are_only_text(tmp_path):
    folder = shutil.copytree(RELIEF, tmp_path / "data")
    one = 'cart "of" \\ # {}'
    quantities.add(folder, "carts", one, "수레")
    quantity = read(folder).plan.quantities["carts"]
    assert (quantity.one, quantity.many, [*quantity.units]) == (one, "수레", [one])


def test_the_command_says_what_it_wrote(tmp_path, capsys):
    folder = shutil.copytree(RELIEF, tmp_path / "data")
    assert main(["new-quantity", "carts", "--one", "cart", "--many", "carts", "--data", str(folder)]) == 0
    said = capsys.readouterr().out
    assert "[quantities.carts]" in said and 'units = { "cart" = 1 }' in said
    assert main(["check", str(folder)]) == 0
