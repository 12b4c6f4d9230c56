"""Origins: who first knew. Ten reprints of one briefing are ten documents and one origin.

Claims and their ``relays`` form a graph whose arrows run from a claim to the claim it retells or is computed
from. What has no arrow out is an origin's own statement. A link that is our inference (``?`` in the data) is
counted both ways, hence "1–2".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import networkx as nx

from reported.dossier.claim import COMPUTED as COMPUTED
from reported.dossier.claim import GIVEN_WITH as GIVEN_WITH
from reported.dossier.claim import RETELLING as RETELLING
from reported.dossier.claim import Claim, ours, relayed
from reported.dossier.dates import last_day
from reported.dossier.tables import undisturbed

OLD = 90  # days after which a figure shown under another name counts as an old one issued again
RETRACTED, RESTING = WITHDRAWN = ("retracted", "resting on a retracted claim")


@dataclass(frozen=True)
class Count:
    """How many documents carry a figure and how many origins stand behind them (``fewest`` if every inferred
    link holds)."""

    documents: int
    fewest: int
    most: int
    origins: tuple[str, ...]

    @property
    def sure(self) -> bool:
        """Whether the count hangs on no link that is our inference."""
        return self.fewest == self.most

    @property
    def answer(self) -> str:
        """The origins as the answer of a finding: ``1 origin``, ``1–2 origins``, ``no origins``."""
        return f"{self.spoken} origin{'' if self.fewest == self.most == 1 else 's'}"

    @property
    def spoken(self) -> str:
        """The origins as prose prints them: ``1``, ``1–2`` or ``no``."""
        return (
            (str(self.fewest) if self.fewest == self.most else f"{self.fewest}–{self.most}")
            if self.most
            else "no"
        )


def others(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that are not our own: what we assume or work out is no document and has no origin."""
    return [claim for claim in claims if not ours(claim)]


@undisturbed()
def graph(claims: Iterable[Claim]) -> nx.DiGraph:
    """The claims as a graph: node attributes ``origin`` and ``source``, edge attributes ``relation`` and
    ``inferred``.

    Links to claims that are not there (not public yet at this as-of date) are left out.
    """
    claims, made = list(claims), nx.DiGraph()
    for claim in claims:
        made.add_node(claim.claim_id, origin=claim.origin_id, source=claim.source_id)
    for claim in claims:
        for other, inferred in relayed(claim.relays):
            if other in made:
                made.add_edge(claim.claim_id, other, relation=claim.relation, inferred=inferred)
    return made


def told_from(claims: Iterable[Claim], claim_id: str) -> list[Claim]:
    """The claim and every retelling of it, however many steps away, in the order of the table."""
    return all_told(claims, [claim_id])[claim_id]


@undisturbed()
def all_told(claims: Iterable[Claim], claim_ids: Iterable[str]) -> dict[str, list[Claim]]:
    """Each of some claims with every retelling of it, as by ``told_from``. One pass over the table for
    all."""
    claims = list(claims)
    place: dict[str, int] = {}
    retold: dict[str, list[str]] = {}
    for claim in claims:
        place[claim.claim_id] = len(place)
        for other, _ in relayed(claim.relays) if claim.relation in RETELLING else ():
            retold.setdefault(other, []).append(claim.claim_id)
    return {
        claim_id: [
            claims[n] for n in sorted(place[name] for name in reached(retold, [claim_id]) if name in place)
        ]
        for claim_id in claim_ids
    }


def carried(claims: Iterable[Claim], figures: Iterable[Claim]) -> dict[str, list[Claim]]:
    """The quantity of each of some figures, with the figure and every retelling of it."""
    figures = list(figures)
    told = all_told(claims, [row.claim_id for row in figures])
    return {row.quantity: told[row.claim_id] for row in figures}


def together(told: Mapping[str, list[Claim]]) -> list[Claim]:
    """What carries each of some figures, in one list."""
    return [row for rows in told.values() for row in rows]


def count(claims: Iterable[Claim]) -> Count:
    """Documents and origins behind some claims; our own are neither.

    Retellings carry their origin's id, so the certain links are in ``origin_id`` already; an inferred link
    between two origins makes them perhaps one.
    """
    claims = others(claims)
    groups = nx.Graph()
    groups.add_nodes_from(claim.origin_id for claim in claims)
    origin_of = {claim.claim_id: claim.origin_id for claim in claims}
    perhaps = set()
    for claim in claims:
        for other, inferred in relayed(claim.relays):
            if inferred and other in origin_of:
                if origin_of[other] == claim.origin_id:
                    perhaps.add(claim.institution)
                groups.add_edge(claim.origin_id, origin_of[other])
    fewest = nx.number_connected_components(groups)
    # A document that only seems to repeat an origin may know it for itself: however many such, they are at
    # most one more voice each.
    most = groups.number_of_nodes() + len(perhaps)
    documents = len({claim.source_id for claim in claims})
    return Count(documents, fewest, most, tuple(dict.fromkeys(claim.origin_id for claim in claims)))


def withdrawn(claims: Iterable[Claim]) -> dict[str, str]:
    """Claims that are out of every sum, each with the reason: retracted, or retelling or computed from one
    that is.

    A link that is our inference passes nothing on: the claim may stand on its own.
    """
    claims = list(claims)
    retracted = {claim.claim_id for claim in claims if claim.status == RETRACTED}
    if not retracted:
        return {}
    built: dict[str, list[str]] = {}
    for claim in claims:
        for other, inferred in relayed(claim.relays) if claim.relation != GIVEN_WITH else ():
            if not inferred:
                built.setdefault(other, []).append(claim.claim_id)
    gone = reached(built, retracted)
    names = (claim.claim_id for claim in claims if claim.claim_id in gone)
    return {name: RETRACTED if name in retracted else RESTING for name in names}


def reached(links: Mapping[str, Iterable[str]], names: Iterable[str]) -> set[str]:
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
    """A figure shown under another name: the claim, the claim it goes back to, and whether that is our
    inference."""

    row: Claim
    first: Claim
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
def echoes(claims: Iterable[Claim]) -> list[Echo]:
    """Retellings that a reader would take for a source of their own, because they stand under another
    institution's name.

    In the order of the table. Our own are left out.
    """
    by_id = {claim.claim_id: claim for claim in claims}
    made = (
        Echo(claim, *_root(by_id, claim))
        for claim in by_id.values()
        if claim.relation in RETELLING and not ours(claim)
    )
    return [echo for echo in made if echo.first is not echo.row and echo.name != echo.first.institution]


def issued_again(passed: Iterable[Echo]) -> list[Echo]:
    """The old figures that came back under another name, each under each name once, as it came back last."""
    return list({(echo.name, echo.first.claim_id): echo for echo in passed if echo.reissued}.values())


def _root(by_id: Mapping[str, Claim], claim: Claim) -> tuple[Claim, bool]:
    """The claim at the far end of a chain of retellings, and whether a link on the way is inferred. Chains
    have no circles (checked)."""
    inferred = False
    while claim.relation in RETELLING:
        parents = [(by_id[name], guess) for name, guess in relayed(claim.relays) if name in by_id]
        if not parents:
            break
        claim, guess = parents[0]
        inferred = inferred or guess
    return claim, inferred


def by_origin(claims: Iterable[Claim]) -> list[list[Claim]]:
    """Claims gathered by the origin behind them, in the order met."""
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.origin_id, []).append(claim)
    return list(groups.values())


def computed_from(claims: Iterable[Claim], told: Iterable[Claim]) -> list[Claim]:
    """Claims worked out from some claims (not retelling them), in the order of the table. They add no origin
    to what they came from."""
    names = {claim.claim_id for claim in told}
    return [
        claim
        for claim in claims
        if claim.relation == COMPUTED and any(other in names for other, _ in relayed(claim.relays))
    ]


def depends_on(links: nx.DiGraph, claim_id: str) -> dict[str, bool]:
    """Claims that are computed from, or retell, ``claim_id``, each with whether an inferred link is needed to
    get there."""
    return _led_to(links.pred, claim_id)


def comes_from(links: nx.DiGraph, claim_id: str) -> dict[str, bool]:
    """Claims that ``claim_id`` is computed from, or retells; else as ``depends_on``."""
    return _led_to(links.succ, claim_id)


def _led_to(ways: Any, claim_id: str) -> dict[str, bool]:
    if claim_id not in ways:
        return {}
    found = _linked(ways, claim_id, inferred=True)
    sure = _linked(ways, claim_id, inferred=False) if found else found
    return {name: name not in sure for name in sorted(found)}


def _linked(ways: Any, claim_id: str, inferred: bool) -> set[str]:
    """Claims to which links (inferred ones too, or only certain ones) lead, all in one direction."""
    found, waiting = {claim_id}, [claim_id]
    while waiting:
        for other, edge in ways[waiting.pop()].items():
            if other not in found and edge["relation"] != GIVEN_WITH and (inferred or not edge["inferred"]):
                found.add(other)
                waiting.append(other)
    return found - {claim_id}
