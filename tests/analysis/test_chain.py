"""The chain: every relation can be read off it, and each quantity stands in it once."""

import math
import operator
import random
from dataclasses import replace

import pytest

from reported.analysis.chain import Link, links
from reported.dossier import reader
from reported.dossier.plan import Relation

from .. import random_cases
from ..conftest import RELIEF, ROOT

WORKS = {"×": operator.mul, "÷": operator.truediv, "+": operator.add, "−": operator.sub}


def read(*says):
    relations = [Relation(id=f"r{n}", says=one, reads="One is made of others.") for n, one in enumerate(says)]
    return " ".join(
        " ".join(filter(None, (link.operator, link.quantity or f"{link.number:g}"))) + " again" * link.again
        for link in links(relations)
    )


def test_the_shipped_chain_reads_from_transfers_to_the_rate_of_fire():
    relations = reader.read(ROOT / "data").plan.relations
    assert [(one.operator, one.quantity) for one in links(relations)] == [
        ("", "transfers"), ("×", "containers_per_transfer"), ("=", "containers"),
        ("×", "shells_per_container"), ("=", "shells"), ("=", "days"), ("×", "fire_rate"),
    ]  # fmt: skip
    flour = links(reader.read(RELIEF).plan.relations)
    assert [one.operator for one in flour] == ["", "×", "="]


@pytest.mark.parametrize(
    ("says", "told"),
    [
        (
            ["left = promised − given", "left = months × a_month"],
            "promised − given = left = months × a_month",
        ),
        (["a = b ÷ c", "d = c × e"], "b ÷ a = c × e = d"),
        (["a = b ÷ c", "x = a ÷ y"], "b ÷ c = a ÷ y = x"),
        (["a = d × 12", "s = a + b", "b = e × f"], "d × 12 = a + b = s b again = e × f"),
        (["a = b × c", "d = e × f"], "b × c = a e × f = d"),  # two trees
    ],
)
def test_what_is_worked_out_goes_on_to_what_it_is_a_part_of(says, told):
    assert read(*says) == told


def sides(chain):
    """The equations of a chain, each as two sides of links: of a side between two equals, the quantity it
    begins with is what the one before comes to."""
    parts = [[]]
    for link in chain:
        if link.operator == "" and parts[-1]:
            yield from equations(parts)
            parts = [[]]
        if link.operator == "=":
            parts.append([])
        parts[-1].append(link)
    yield from equations(parts)


def equations(parts):
    for place, (one, other) in enumerate(zip(parts, parts[1:], strict=False), 2):
        yield one, (other if place == len(parts) else other[:1])


def worth(side, truth):
    values = [truth[link.quantity] if link.quantity else link.number for link in side]
    total = values[0]
    for link, value in zip(side[1:], values[1:], strict=True):
        total = WORKS[link.operator](total, value)
    return total


def holds(chain, truth):
    return all(
        math.isclose(worth(a, truth), worth(b, truth), rel_tol=1e-9, abs_tol=1e-9) for a, b in sides(chain)
    )


def test_every_tree_of_relations_can_be_read_off_its_chain():
    rng = random.Random(23)
    for _ in range(600):
        tree = random_cases._Growing(rng, random_cases.ROUND)
        for _ in range(rng.randint(1, 7)):
            tree.grow()
        if any(value == 0 for value in tree.truth.values()):
            continue  # nothing is divided by nought
        chain = links(tree.relations)
        once = [link.quantity for link in chain if link.quantity and not link.again]
        assert sorted(once) == sorted({name for one in tree.relations for name in one.quantities})
        assert len(list(sides(chain))) == len(tree.relations)
        assert holds(chain, tree.truth), [one.says for one in tree.relations]


def test_a_wrong_operator_is_seen():
    chain = [Link("", "a"), Link("×", "b"), Link("=", "c")]
    truth = {"a": 2.0, "b": 3.0, "c": 6.0}
    assert holds(chain, truth)
    assert not holds([chain[0], replace(chain[1], operator="÷"), chain[2]], truth)
