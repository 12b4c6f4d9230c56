"""Whether the figures fit, in sentences: each case of it has its own, and every message can be said."""

import re

import pytest
from fluent.syntax import ast, parse, visitor

from reported.analysis import consistency
from reported.analysis.fit import Fit
from reported.analysis.parameters import contract
from reported.analysis.record import FIRST, RETOLD
from reported.dossier.reader import read
from reported.edition import Edition
from reported.figures import fit_tables
from reported.wording import fitting, ways
from reported.wording.language import HOUSE, language, say, word_for

from ..conftest import RELIEF, change

FILES = ("do-the-figures-fit", "how-much-hangs-on-reading", "confidence")


def edition(folder, **parameters) -> Edition:
    whole = read(folder)
    return Edition(whole, contract(parameters, whole.plan))


class Choices(visitor.Visitor):
    """The values that a message takes, each with the keys by which one of its variants is chosen."""

    def __init__(self):
        self.keys, self.texts = {}, set()

    def visit_VariableReference(self, node):
        self.keys.setdefault(node.id.name, [])

    def visit_FunctionReference(self, node):
        if node.id.name == "CAPITAL":
            self.texts |= {each.id.name for each in node.arguments.positional}
        self.generic_visit(node)

    def visit_SelectExpression(self, node):
        if isinstance(node.selector, ast.VariableReference):
            names = [v.key.name if isinstance(v.key, ast.Identifier) else v.key.value for v in node.variants]
            self.keys.setdefault(node.selector.id.name, []).extend(names)
        self.generic_visit(node)


def values(name: str):
    """Values for a message, one set for each key of each of its choices."""
    english, found = language("en"), Choices()
    found.visit(english._pattern(name))
    taken = {value: found.keys.get(value, []) for value in english.taken(name)}
    numbers = {"0", "1", "2", "one", "other"}
    plain = {value: 7 if {*keys} & numbers or not keys else keys[0] for value, keys in taken.items()}
    plain |= dict.fromkeys(found.texts, "seven")
    yield plain
    for value, keys in taken.items():
        for key in keys:
            given = {"yes": True, "no": False, "one": 1, "other": 7}.get(key, key)
            yield plain | {value: int(given) if isinstance(given, str) and given.isdigit() else given}


@pytest.mark.parametrize("file", FILES)
def test_every_message_is_said_without_a_gap_or_a_space_too_many(file):
    english = language("en")
    names = [name for name in english.names() if english.files[name.partition(".")[0]].stem == file]
    assert len(names) > 10
    for name in names:
        for given in values(name):
            text = say(name, **given)
            assert text == text.strip() and not re.search(r" {2}| [,.;:)]|\( |\$|\{|\}|\n", text), (
                name,
                text,
            )


def test_each_message_tells_what_it_takes():
    """The comment above a message names each of its values."""
    for file in FILES:
        resource = parse((HOUSE / "en" / f"{file}.ftl").read_text("utf-8"))
        for message in (entry for entry in resource.body if isinstance(entry, ast.Message)):
            names = [message.id.name, *(f"{message.id.name}.{each.id.name}" for each in message.attributes)]
            taken = frozenset().union(*map(language("en").taken, filter(language("en").has, names)))
            comment = message.comment.content if message.comment else ""
            assert taken == {*re.findall(r"\$([a-z_]+)", comment)}, message.id.name


@pytest.mark.parametrize(
    ("factor", "said"),
    [(1.0, "less than one per cent"), (1.25, "by a factor of 1.25"), (float("inf"), "however far")],
)
def test_how_far_figures_miss(factor, said):
    assert said in fitting.apart(factor)


def test_figures_that_do_not_fit_are_told_so_in_every_sentence(copy_of):
    folder = copy_of(RELIEF)
    change(folder, "claims", "lorries-port", value="5")
    change(folder, "claims", "load-assumed", value="1", value_high="2")
    change(folder, "claims", "load-guild", value="1", value_high="2")
    ed = edition(folder)
    held = Fit(ed.record)
    assert not held.possible
    assert fitting.as_retold(ed.words, held).sentence.endswith(f"do not fit: {fitting.misses(held.retold)}.")
    assert fitting.as_retold(ed.words, held).answer == consistency.NO_FIT
    words = {row[3] for row in fit_tables.cases(ed.words, held).rows}
    assert word_for("verdict", consistency.NO_FIT) in words


def test_figures_that_take_nothing_from_one_another_are_told_so(copy_of):
    folder = copy_of(RELIEF)
    change(folder, "claims", "lorries-port", hedge="ge", value="1", period_start="", period_end="")
    ed = edition(folder)
    held = Fit(ed.record)
    assert held.possible and not held.needs
    assert fitting.as_retold(ed.words, held).sentence.endswith("can both be true together as they stand.")


def test_a_table_of_cases_says_wording_and_reading_in_words(shipped):
    ed = edition(shipped)
    rows = fit_tables.cases(ed.words, Fit(ed.record)).rows
    assert {row[0] for row in rows} == {word_for("wording", code) for code in (FIRST, RETOLD)}
    assert {row[1] for row in rows} == {word_for("reading", code) for code in ("literal", "pragmatic")}


def test_ranges_are_told_by_what_their_quantity_is_called(shipped):
    ed = edition(shipped)
    held, relation = Fit(ed.record), ed.record.relations[0]
    told = fitting.ranges(ed.words, held.said(relation))
    assert list(told) == [ed.record.q(name).label for name in relation.quantities]
    assert fitting.ranges(ed.words, {relation.whole: None}) == {
        ed.record.q(relation.whole).label: say("rest-do-not-meet")
    }


def test_where_the_dossier_has_no_words_for_a_choice_ours_are_said():
    from reported.analysis.specifications import Option

    assert ways.option("margin", Option("0.25")) == "“about” is within 25 per cent either way"
    assert ways.option("months", Option("0")) == "those of the figures alone"
    assert ways.option("months", Option("2")) == "two months before and after as well"
    assert ways.option("wording", Option("first")) == "as first worded"
    assert ways.option("whose rate", Option("without-ours")) == "all figures but ours"
    assert ways.option("whose rate", Option("some-agency")) == "one origin's own"
    assert ways.option("reading", Option("literal", "by the word")) == "by the word"
