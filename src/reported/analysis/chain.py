"""The chain: the relations between the quantities, told one after the other, as one reads a till roll.

``trips × sacks a trip = sacks × loaves a sack = loaves = days × loaves a day``: each quantity is a link and
stands there once, with what leads to it from the link before. Relations form a tree, so that one walk along
it meets them all; where the tree branches, the quantity that was told already begins anew.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reported.dossier.plan import Relation

EQUAL = "="
OPPOSITE = {"×": "÷", "÷": "×", "+": "−", "−": "+"}


@dataclass(frozen=True)
class Link:
    """One link: what leads to it (``×``, ``=`` …; empty at the start of a chain), and the quantity or the
    number; ``again`` where the quantity was told before and only begins another branch."""

    operator: str
    quantity: str = ""
    number: float | None = None
    again: bool = False


def links(relations: Sequence[Relation]) -> list[Link]:
    """All quantities of some relations in the order of the chain, with the operators between them."""
    made: list[Link] = []
    left, ties = dict(enumerate(relations)), dict[str, list[int]]()
    for number, relation in left.items():
        for quantity in relation.quantities:
            ties.setdefault(quantity, []).append(number)
    while left:
        path = _path(left, ties, {link.quantity for link in made})
        first = path[0][1]
        if first:
            made.append(Link("", first, again=True))
        for relation, entry, leaves in path:
            made += _told(relation, entry, leaves)
    return made


def _path(
    left: dict[int, Relation], ties: Mapping[str, list[int]], told: set[str]
) -> list[tuple[Relation, str, str]]:
    """Takes out of ``left`` relations that can be told in one breath, each with the quantity by which it is
    come to (empty at the start) and the one that leads to the next (empty at the end); ``ties`` are the
    relations of each quantity."""
    follow: int | None
    follow, entry = _first(left, told)
    path: list[tuple[Relation, str, str]] = []
    while follow is not None:
        relation = left.pop(follow)
        after = sorted({one for name in relation.quantities for one in ties[name] if one in left})
        ways = [
            (one, name) for one in after for name in left[one].quantities if _leads(relation, entry, name)
        ]
        # What is worked out goes on before what it is worked out from.
        follow, leaves = min(ways, key=lambda way: way[1] != relation.whole, default=(None, ""))
        path.append((relation, entry, leaves))
        entry = leaves
    return path


def _first(left: Mapping[int, Relation], told: set[str]) -> tuple[int, str]:
    """Where to begin: at what was told, where there is some; else with the relation whose whole is a part of
    another and none of whose parts is worked out by one."""
    for number, relation in left.items():
        for quantity in relation.quantities:
            if quantity in told:
                return number, quantity
    wholes = {relation.whole for relation in left.values()}
    parts = {part for relation in left.values() for part in relation.parts}
    deep = (n for n, one in left.items() if one.whole in parts and wholes.isdisjoint(one.parts))
    return next(deep, next(iter(left))), ""


def _leads(relation: Relation, entry: str, name: str) -> bool:
    """Whether a relation that is come to by ``entry`` can be told so that a quantity stands alone at its
    end."""
    if name == entry or name not in relation.quantities:
        return False
    return name == _turned(relation)[0] or entry in ("", _turned(relation)[0])


def _turned(relation: Relation) -> tuple[str | float, str, tuple[str | float, ...]]:
    """A relation as a product or a sum, whose parts may stand in any order (``b = a × c`` for ``a = b ÷
    c``): what it comes to, the operator, the parts."""
    if relation.kind in "×+":
        return relation.whole, relation.kind, relation.parts
    head, *others = relation.parts
    return head, OPPOSITE[relation.kind], (relation.whole, *others)


def _told(relation: Relation, entry: str, leaves: str) -> list[Link]:
    """A relation as links, without the one by which it is come to; the one that leads on stands last."""
    if entry == relation.whole and not leaves:
        return _run(EQUAL, relation.kind, relation.parts)
    last: str | float = leaves or relation.whole
    total, operator, parts = _turned(relation)
    if last in parts and entry in ("", total):
        rest = [part for part in parts if part != last]
        told = _run("", OPPOSITE[operator], [total, *rest])
    else:
        last = total
        told = _run("", operator, sorted(parts, key=lambda part: part != entry))
    return [*(told[1:] if entry else told), *_run(EQUAL, EQUAL, [last])]


def _run(first: str, between: str, parts: Sequence[str | float]) -> list[Link]:
    """Quantities and numbers one after the other, with an operator before the first and those between."""
    return [
        Link(operator, part) if isinstance(part, str) else Link(operator, number=part)
        for operator, part in zip([first, *[between] * (len(parts) - 1)], parts, strict=True)
    ]
