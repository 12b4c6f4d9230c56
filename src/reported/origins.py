"""Origins: who first knew. Ten reprints of one briefing are ten documents and one origin.

Claims and their ``relays`` form a graph whose arrows run from a claim to the claim it retells or is computed from. What has no arrow
out is an origin's own statement. A link that is our inference (``?`` in the data) is counted both ways, hence "1–2".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from reported.dossier import last_day, relayed

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
        """The origins as prose prints them: ``1`` or ``1–2``."""
        return str(self.fewest) if self.fewest == self.most else f"{self.fewest}–{self.most}"


def graph(claims: pd.DataFrame) -> nx.DiGraph:
    """The claims as a graph: node attributes ``origin`` and ``source``, edge attributes ``relation`` and ``inferred``.

    Links to claims that are not in the table (not public yet at this as-of date) are left out.
    """
    made = nx.DiGraph()
    for row in claims.itertuples():
        made.add_node(row.claim_id, origin=row.origin_id, source=row.source_id)
    for row in claims.itertuples():
        for other, inferred in relayed(row.relays):
            if other in made:
                made.add_edge(row.claim_id, other, relation=row.relation, inferred=inferred)
    return made


def told_from(claims: pd.DataFrame, claim_id: str) -> pd.DataFrame:
    """The claim and every retelling of it, however many steps away, in the order of the table."""
    retellings = nx.DiGraph((start, end) for start, end, edge in graph(claims).edges(data=True) if edge["relation"] in RETELLING)
    found = nx.ancestors(retellings, claim_id) if claim_id in retellings else set()
    return claims[claims["claim_id"].isin({claim_id, *found})]


def count(claims: pd.DataFrame) -> Count:
    """Documents and origins behind some claims.

    Retellings carry their origin's id, so the certain links are in ``origin_id`` already; an inferred link between two origins
    makes them perhaps one.
    """
    groups = nx.Graph()
    groups.add_nodes_from(claims["origin_id"])
    origin_of = dict(zip(claims["claim_id"], claims["origin_id"], strict=True))
    inferred_within = set()
    for row in claims.itertuples():
        for other, inferred in relayed(row.relays):
            if inferred and other in origin_of:
                if origin_of[other] == row.origin_id:
                    inferred_within.add(row.claim_id)
                groups.add_edge(row.origin_id, origin_of[other])
    fewest = nx.number_connected_components(groups)
    # A document that only seems to repeat an origin may know it for itself: however many such, they are at most one more voice each.
    most = groups.number_of_nodes() + len(set(claims.loc[claims["claim_id"].isin(inferred_within), "institution"]))
    return Count(claims["source_id"].nunique(), fewest, most, tuple(dict.fromkeys(claims["origin_id"])))


def withdrawn(claims: pd.DataFrame) -> dict[str, str]:
    """Claims that are out of every sum, each with the reason: retracted, or retelling or computed from one that is.

    A link that is our inference passes nothing on: the claim may stand on its own.
    """
    retracted = set(claims.loc[claims["status"] == RETRACTED, "claim_id"])
    if not retracted:
        return {}
    links = graph(claims)
    resting, waiting = set(), list(retracted)
    while waiting:
        name = waiting.pop()
        for above in links.predecessors(name):
            edge = links.edges[above, name]
            if not edge["inferred"] and edge["relation"] != GIVEN_WITH and above not in resting and above not in retracted:
                resting.add(above)
                waiting.append(above)
    return {name: RETRACTED if name in retracted else RESTING for name in claims["claim_id"] if name in retracted | resting}


@dataclass(frozen=True)
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


def echoes(claims: pd.DataFrame) -> list[Echo]:
    """Retellings that a reader would take for a source of their own, because they stand under another institution's name.

    Takes claims with ``published``; in the order of the table.
    """
    by_id = {row.claim_id: row for row in claims.itertuples()}
    made = (Echo(row, *_root(by_id, row)) for row in by_id.values())
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
    rows = [row.relation == COMPUTED and any(other in names for other, _ in relayed(row.relays)) for row in claims.itertuples()]
    return claims[rows]


def depends_on(links: nx.DiGraph, claim_id: str) -> dict[str, bool]:
    """Claims that are computed from, or retell, ``claim_id``, each with whether an inferred link is needed to get there."""
    if claim_id not in links:
        return {}
    leading = nx.subgraph_view(links, filter_edge=lambda a, b: links.edges[a, b]["relation"] != GIVEN_WITH)
    certain = nx.subgraph_view(leading, filter_edge=lambda a, b: not links.edges[a, b]["inferred"])
    sure = nx.ancestors(certain, claim_id)
    return {name: name not in sure for name in sorted(nx.ancestors(leading, claim_id))}
