"""No topic in the house: what the shipped dossier calls its quantities, its items and its institutions stands
in ``data/`` and nowhere else.

The list of words is made of the dossier. A word is let through by rule, never by a list: where the house
itself has it, as a word of the calendar, of a share, or of the tables' and the plan's own vocabulary.
"""

import ast
import io
import re
import tokenize
import tomllib
from datetime import date, timedelta

import pytest

from reported.dossier.plan import PARTS, PER_CENT
from reported.dossier.schema import COLUMNS
from reported.notebooks import stored

from ..conftest import ROOT

PLAN = tomllib.loads((ROOT / "data" / "dossier.toml").read_text("utf-8"))
# The words for time that Python has, the units of a share, and what a column may hold whatever the topic.
CALENDAR = {name for kind in (date, timedelta) for name in dir(kind)}
VOCABULARY = {
    word
    for table in COLUMNS.values()
    for name, column in table.items()
    for word in (name, *map(str, ((column.form and column.form.asks) or {}).get("enum", ())))
}
FIELDS = {name for part, _ in PARTS.values() for name in part.model_fields}  # what a plan calls its own parts
HOUSE = {f"{word}{s}" for word in CALENDAR | VOCABULARY | FIELDS | {*PER_CENT, "per cent"} for s in ("", "s")}


def plural(word: str) -> str:
    return word if word.endswith("s") else f"{word}s"


def topic() -> set[str]:
    """What nothing but the dossier may say: ids and labels of quantities, the thing that each counts, items,
    institutions.
    """
    said = {*PLAN["items"].values(), *PLAN["names"], *PLAN["names"].values()}
    for name, quantity in PLAN["quantities"].items():
        things = [quantity[noun].partition(" a ")[0] for noun in ("one", "many")]
        said |= {name, quantity["label"], quantity["one"], quantity["many"], *things}
    said |= {plural(word) for word in said if word.islower() and " " not in word}
    return {word for word in said if word.lower() not in HOUSE}


def pattern(words: set[str]) -> re.Pattern:
    return re.compile(
        r"(?<![\w-])(" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + r")(?![\w-])"
    )


TOPIC = pattern(topic())
IDS = {name for name in PLAN["quantities"] if name not in HOUSE}


def spoken(code: str) -> list[str]:
    """What a module says: its texts and its comments; and the quantities that it names as names."""
    tokens = list(tokenize.generate_tokens(io.StringIO(code).readline))
    texts = (tokenize.STRING, tokenize.COMMENT, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING))
    said = [token.string for token in tokens if token.type in texts]
    return said + [token.string for token in tokens if token.type == tokenize.NAME and token.string in IDS]


def found(texts: list[str]) -> list[str]:
    return [f"{hit[0]!r} in {text[:60]!r}" for text in texts if (hit := TOPIC.search(text))]


def test_the_list_is_of_the_dossier_and_long():
    assert {"shells", "fire_rate", "containers", "shells delivered", "rockets", "shell", "VOA"} <= topic()
    assert len(topic()) > 100 and not {"day", "days", "per cent"} & topic()


MODULES = sorted((ROOT / "src" / "reported").rglob("*.py"))
WRITTEN = {".css", ".js", ".html", ".typ", ".lua", ".md", ".yml", ".toml", ".csv"}  # by people, in words
BESIDE = sorted(path for path in (ROOT / "src" / "reported").rglob("*") if path.suffix in WRITTEN)
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_no_module_speaks_of_the_topic(path):
    assert not found(spoken(path.read_text("utf-8")))


@pytest.mark.parametrize("path", BESIDE, ids=lambda path: path.name)
def test_no_template_and_no_example_speaks_of_the_topic(path):
    assert not found(path.read_text("utf-8").splitlines())


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_notebook_speaks_of_the_topic(path):
    assert not found([path.stem.replace("-", " "), *(cell["source"] for cell in stored.read(path)["cells"])])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_notebook_asks_for_a_quantity_by_its_name(path):
    for cell in stored.read(path)["cells"]:
        if cell["cell_type"] == "code":
            texts = [n.value for n in ast.walk(ast.parse(cell["source"])) if isinstance(n, ast.Constant)]
            assert not {*PLAN["quantities"]} & {*map(str, texts)}, cell["source"]


@pytest.mark.parametrize(
    "planted",
    ['record.headline("shells")', "# shells", 'f"{n} containers"', "fire_rate = 1", '"""Of rockets."""'],
)
def test_a_word_of_the_topic_is_seen(planted):
    assert found(spoken(planted))
    assert not found(spoken("days = record.headline(roles.lasts)  # so many days, in per cent"))
