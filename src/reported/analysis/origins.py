"""Origins: who first knew. Ten reprints of one briefing are ten documents and one origin.

Claims and their ``relays`` form a graph whose arrows run from a claim to the claim it retells or is computed from. What has no arrow
out is an origin's own statement. A link that is our inference (``?`` in the data) is counted both ways, hence "1–2".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from reported.dossier.dates import last_day
from reported.dossier.reader import OWN_BASIS, OWN_KIND, each, ours, relayed
from reported.dossier.tables import undisturbed

RETELLING = frozenset({"quotes", "translates", "retells"})
COMPUTED = "derives"
OLD = 90  # days after which a figure shown under another name counts as an old one issued again
GIVEN_WITH = "with"
RETRACTED, RESTING = WITHDRAWN = ("retracted", "resting on a retracted claim")


@dataclass(frozen=True)
class Count:
    """How many documents carry a figure and how many origins stand behind them (``fewest`` if every inferred link holds)."""

    documents: int
    fewest: int
    most: int
    origins: tuple[str, ...]

    @property
    def spoken(self) -> str:
        """The origins as prose prints them: ``1``, ``1–2`` or ``no``."""
        return (
            (str(self.fewest) if self.fewest == self.most else f"{self.fewest}–{self.most}")
            if self.most
            else "no"
        )


def others(claims: pd.DataFrame) -> pd.DataFrame:
    """The claims that are not our own: what we assume or work out is no document and has no origin."""
    return claims[~(claims["basis"].eq(OWN_BASIS) | claims["publisher_kind"].eq(OWN_KIND))]


@undisturbed()
def graph(claims: pd.DataFrame) -> nx.DiGraph:
    """The claims as a graph: node attributes ``origin`` and ``source``, edge attributes ``relation`` and ``inferred``.

    Links to claims that are not in the table (not public yet at this as-of date) are left out.
    """
    made = nx.DiGraph()
    named = [
        claims[column].tolist() for column in ("claim_id", "origin_id", "source_id", "relation", "relays")
    ]
    for name, origin, source, _, _ in zip(*named, strict=True):
        made.add_node(name, origin=origin, source=source)
    for name, _, _, relation, cell in zip(*named, strict=True):
        for other, inferred in relayed(cell):
            if other in made:
                made.add_edge(name, other, relation=relation, inferred=inferred)
    return made


def told_from(claims: pd.DataFrame, claim_id: str) -> pd.DataFrame:
    """The claim and every retelling of it, however many steps away, in the order of the table."""
    return all_told(claims, [claim_id])[claim_id]


@undisturbed()
def all_told(claims: pd.DataFrame, claim_ids: Iterable[str]) -> dict[str, pd.DataFrame]:
    """Each of some claims with every retelling of it, as by ``told_from``. One pass over the table for all."""
    place: dict[str, int] = {}
    retold: dict[str, list[str]] = {}
    for name, relation, cell in zip(claims["claim_id"], claims["relation"], claims["relays"], strict=True):
        place[name] = len(place)
        for other, _ in relayed(cell) if relation in RETELLING else ():
            retold.setdefault(other, []).append(name)
    return {
        claim_id: claims.iloc[sorted(place[name] for name in _reached(retold, [claim_id]) if name in place)]
        for claim_id in claim_ids
    }


def count(claims: pd.DataFrame) -> Count:
    """Documents and origins behind some claims (with ``basis`` and ``publisher_kind``); our own are neither.

    Retellings carry their origin's id, so the certain links are in ``origin_id`` already; an inferred link between two origins
    makes them perhaps one.
    """
    claims = others(claims)
    groups = nx.Graph()
    groups.add_nodes_from(claims["origin_id"])
    origin_of = dict(zip(claims["claim_id"], claims["origin_id"], strict=True))
    perhaps = set()
    for origin, institution, cell in zip(
        claims["origin_id"], claims["institution"], claims["relays"], strict=True
    ):
        for other, inferred in relayed(cell):
            if inferred and other in origin_of:
                if origin_of[other] == origin:
                    perhaps.add(institution)
                groups.add_edge(origin, origin_of[other])
    fewest = nx.number_connected_components(groups)
    # A document that only seems to repeat an origin may know it for itself: however many such, they are at most one more voice each.
    most = groups.number_of_nodes() + len(perhaps)
    return Count(claims["source_id"].nunique(), fewest, most, tuple(dict.fromkeys(claims["origin_id"])))


def withdrawn(claims: pd.DataFrame) -> dict[str, str]:
    """Claims that are out of every sum, each with the reason: retracted, or retelling or computed from one that is.

    A link that is our inference passes nothing on: the claim may stand on its own.
    """
    retracted = set(claims.loc[claims["status"] == RETRACTED, "claim_id"])
    if not retracted:
        return {}
    columns = (claims[column] for column in ("claim_id", "relation", "relays"))
    built: dict[str, list[str]] = {}
    for name, relation, cell in zip(*columns, strict=True):
        for other, inferred in relayed(cell) if relation != GIVEN_WITH else ():
            if not inferred:
                built.setdefault(other, []).append(name)
    gone = _reached(built, retracted)
    return {name: RETRACTED if name in retracted else RESTING for name in claims["claim_id"] if name in gone}


def _reached(links: Mapping[str, Iterable[str]], names: Iterable[str]) -> set[str]:
    """The names, and all that links lead to from them."""
    found = set(names)
    waiting = list(found)
    while waiting:
        new = {name for name in links.get(waiting.pop(), ()) if name not in found}
        found |= new
        waiting += new
    return found


@dataclass(frozen=True, slots=True)
class Echo:
    """A figure shown under another name: the claim, the claim it goes back to, and whether that is our inference."""

    row: object
    first: object
    inferred: bool

    @property
    def name(self) -> str:
        """The institution to which the document gives the figure."""
        return self.row.credited or self.row.institution

    @property
    def reissued(self) -> bool:
        """Whether an old figure comes back under another name."""
        return (self.days_later or 0) > OLD

    @property
    def days_later(self) -> int | None:
        """Days from the first document to this one; ``None`` where either is undated."""
        first, later = last_day(self.first.published), last_day(self.row.published)
        return (later - first).days if first and later else None


@undisturbed()
def echoes(claims: pd.DataFrame) -> list[Echo]:
    """Retellings that a reader would take for a source of their own, because they stand under another institution's name.

    Takes claims with ``published``; in the order of the table. Our own are left out.
    """
    by_id = {row.claim_id: row for row in each(claims)}
    made = (
        Echo(row, *_root(by_id, row)) for row in by_id.values() if row.relation in RETELLING and not ours(row)
    )
    return [echo for echo in made if echo.first is not echo.row and echo.name != echo.first.institution]


def _root(by_id: dict, row) -> tuple:
    """The claim at the far end of a chain of retellings, and whether a link on the way is inferred. Chains have no circles (checked)."""
    inferred = False
    while row.relation in RETELLING:
        parents = [(by_id[name], guess) for name, guess in relayed(row.relays) if name in by_id]
        if not parents:
            break
        row, guess = parents[0]
        inferred = inferred or guess
    return row, inferred


def by_origin(rows) -> list[list]:
    """Claims gathered by the origin behind them, in the order met."""
    groups: dict[str, list] = {}
    for row in rows:
        groups.setdefault(row.origin_id, []).append(row)
    return list(groups.values())


def computed_from(claims: pd.DataFrame, told: Iterable[str]) -> pd.DataFrame:
    """Claims worked out from some claims (not retelling them), in the order of the table. They add no origin to what they came from."""
    names = set(told)
    rows = [
        relation == COMPUTED and any(other in names for other, _ in relayed(cell))
        for relation, cell in zip(claims["relation"], claims["relays"], strict=True)
    ]
    return claims[rows]


def depends_on(links: nx.DiGraph, claim_id: str) -> dict[str, bool]:
    """Claims that are computed from, or retell, ``claim_id``, each with whether an inferred link is needed to get there."""
    if claim_id not in links:
        return {}
    found = _leading_to(links, claim_id, inferred=True)
    sure = _leading_to(links, claim_id, inferred=False) if found else found
    return {name: name not in sure for name in sorted(found)}


def _leading_to(links: nx.DiGraph, claim_id: str, inferred: bool) -> set[str]:
    """Claims from which links (inferred ones too, or only certain ones) lead to a claim."""
    found, waiting = {claim_id}, [claim_id]
    while waiting:
        name = waiting.pop()
        for above in links.predecessors(name):
            edge = links.get_edge_data(above, name)
            if above not in found and edge["relation"] != GIVEN_WITH and (inferred or not edge["inferred"]):
                found.add(above)
                waiting.append(above)
    return found - {claim_id}
