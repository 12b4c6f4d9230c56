"""Every case of every message: each way in which its values can make it turn out is said, and reads well."""

import itertools
from pathlib import Path

import pytest
from fluent.syntax import ast
from fluent.syntax.visitor import Visitor

from reported.wording.language import ENGLISH, HOUSE, language

from .test_every_sentence import wrong

SAID = language(ENGLISH)
PLURALS = {"zero": 0, "one": 1, "two": 2, "few": 3, "many": 5, "other": 7}
MOST = 2_000  # ways of one message that are tried


class Choices(Visitor):
    """By what a pattern chooses, and between what."""

    def __init__(self):
        self.found = {}

    def visit_SelectExpression(self, node):
        self.generic_visit(node)
        if isinstance(node.selector, ast.VariableReference):
            keys = [key.value if isinstance(key, ast.NumberLiteral) else key.name for key in
                    (variant.key for variant in node.variants)]  # fmt: skip
            self.found.setdefault(node.selector.id.name, []).extend(keys)

    def visit_MessageReference(self, node):
        name = f"{node.id.name}.{node.attribute.name}" if node.attribute else node.id.name
        for value, keys in choices(name).items():
            self.found.setdefault(value, []).extend(keys)

    def visit_FunctionReference(self, node):
        self.generic_visit(node)
        if node.id.name == "FIGURES":
            for argument in node.arguments.positional:
                self.found.setdefault(argument.id.name, []).append("other")


def choices(name):
    """By which values a message chooses or counts, each with its cases."""
    found = Choices()
    found.visit(SAID._pattern(name))
    return found.found


def values(keys):
    """What a value can be: numbers where it is counted, else the words to choose by."""
    if all(key.isdigit() or key in PLURALS for key in keys):
        return sorted({int(key) if key.isdigit() else PLURALS[key] for key in keys})
    return [{"yes": True, "no": False}.get(key, key) for key in dict.fromkeys(keys)]


def ways(name):
    """Every combination of what the values of a message can be; a text is ``Xyz`` for any."""
    turns = choices(name)
    taken = {value: values(turns[value]) if value in turns else ["Xyz"] for value in SAID.taken(name)}
    for each in itertools.islice(itertools.product(*taken.values()), MOST):
        yield dict(zip(taken, each, strict=True))


@pytest.mark.parametrize("path", sorted((HOUSE / ENGLISH).glob("*.ftl")), ids=lambda path: path.stem)
def test_every_case_is_said_and_reads_well(path: Path):
    names = [name for name in SAID.names() if SAID.files[name.partition(".")[0]] == path]
    assert names
    for name in names:
        for given in ways(name):
            text = SAID.say(name, **given)
            if " " in text.strip() and "\n" not in text:  # else it joins words, or is a sheet with its layout
                told = wrong(text)
                assert not told, f"{name} with {given}: {told}: {text!r}"


def test_a_case_that_loses_a_space_is_seen():
    assert wrong("one answer , and no more") and values(["one", "other"]) == [1, 7]
    assert values(["0", "one", "other"]) == [0, 1, 7] and values(["yes", "no"]) == [True, False]
    assert choices("count-answer") == {"n": ["0", "one", "other"]}
