"""Origins: who first knew. Ten reprints of one briefing are ten documents and one origin.

Claims and their ``relays`` form a graph whose arrows run from a claim to the claim it retells or is computed from. What has no arrow
out is an origin's own statement. A link that is our inference (``?`` in the data) is counted both ways, hence "1–2".
"""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import pandas as pd

from reported.dossier import relayed

RETELLING = frozenset({"quotes", "translates", "retells"})
COMPUTED = "derives"
GIVEN_WITH = "with"

KIND = {
    "gt": "a floor", "ge": "a floor", "approx_ge": "a floor", "odd_ge": "a floor", "lt": "a ceiling", "le": "a ceiling",
    "approx": "an approximation", "nearly": "an approximation", "odd": "an approximation", "exact": "a bare number",
}  # fmt: skip


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


@dataclass(frozen=True)
class Retelling:
    """A claim beside the claim it retells, and what happened to the hedge between them."""

    row: object
    of: object
    drift: str


def drift(before: str, after: str) -> str:
    """What a retelling did to a hedge: ``kept``, ``dropped``, ``inverted``, ``weakened``, ``strengthened`` or ``invented``.

    A floor that became a ceiling is inverted; one that became "about" lost its direction and is weakened; a bare number gained a hedge
    by invention.
    """
    old, new = (KIND.get(code.removeprefix("capacity_"), "a vague number") for code in (before, after))
    if old == new:
        return "kept"
    if new == "a bare number":
        return "dropped"
    if old == "a bare number":
        return "invented"
    if {old, new} == {"a floor", "a ceiling"}:
        return "inverted"
    return "strengthened" if new in ("a floor", "a ceiling") else "weakened"


def ledger(claims: pd.DataFrame, claim_id: str) -> list[Retelling]:
    """Every retelling of a claim, step by step, with what each step did to the hedge."""
    told = {row.claim_id: row for row in told_from(claims, claim_id).itertuples()}
    return [
        Retelling(row, told[other], drift(told[other].hedge, row.hedge))
        for row in told.values()
        for other, _ in relayed(row.relays)
        if other in told and row.relation in RETELLING
    ]


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


def by_origin(rows) -> list[list]:
    """Claims gathered by the origin behind them, in the order met."""
    groups: dict[str, list] = {}
    for row in rows:
        groups.setdefault(row.origin_id, []).append(row)
    return list(groups.values())


def wordings(claims: pd.DataFrame) -> list[pd.DataFrame]:
    """Claims gathered by wording (hedge and number), the most used first."""
    groups = [rows for _, rows in claims.groupby(["hedge", "number"], sort=True)]
    return sorted(groups, key=lambda rows: -rows["source_id"].nunique())


def depends_on(links: nx.DiGraph, claim_id: str) -> dict[str, bool]:
    """Claims that are computed from, or retell, ``claim_id``, each with whether an inferred link is needed to get there."""
    if claim_id not in links:
        return {}
    leading = nx.subgraph_view(links, filter_edge=lambda a, b: links.edges[a, b]["relation"] != GIVEN_WITH)
    certain = nx.subgraph_view(leading, filter_edge=lambda a, b: not links.edges[a, b]["inferred"])
    sure = nx.ancestors(certain, claim_id)
    return {name: name not in sure for name in sorted(nx.ancestors(leading, claim_id))}
