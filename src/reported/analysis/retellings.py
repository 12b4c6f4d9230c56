"""Drift: what a retelling did to the figure it passed on.

Each retelling is held against the claim it retells, aspect by aspect: the hedge, the number, the item
counted, the window of time, and the "or" between alternatives. The words for what happened are the same for
all: *kept*, *dropped*, *weakened*, *strengthened*, *inverted*, *invented*, *merged*. Where the data do not
say enough to compare, the aspect is left open rather than called kept.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from reported.analysis.hedges import last_place
from reported.dossier.claim import ACTUAL, CODES, RETELLING, Claim, Interval, relayed
from reported.dossier.dates import end_of, start_of
from reported.dossier.tables import undisturbed

KEPT, DROPPED, WEAKENED, STRENGTHENED, INVERTED, INVENTED, MERGED = (
    "kept", "dropped", "weakened", "strengthened", "inverted", "invented", "merged",
)  # fmt: skip
WORDS = (KEPT, DROPPED, WEAKENED, STRENGTHENED, INVERTED, INVENTED, MERGED)
OPEN = ""  # not enough is known to compare
ASPECTS = ("hedge", "number", "item", "window", "alternatives")
ROUNDING = 0.05  # a number given with fewer digits is still the same number if it is that close

FLOOR, CEILING, BARE, ABOUT, NONE = "a floor", "a ceiling", "a bare number", "an approximation", "no number"
VAGUE = "a vague number"  # several, dozens, hundreds of: words without a number of their own
KIND = {
    "gt": FLOOR, "ge": FLOOR, "approx_ge": FLOOR, "odd_ge": FLOOR, "lt": CEILING, "le": CEILING,
    "exact": BARE, "approx": ABOUT, "nearly": ABOUT, "odd": ABOUT, "range": "a range", "none": NONE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Retelling:
    """A claim beside the claim it retells, and what was done to each aspect. ``inferred``: that it retells is
    our inference."""

    row: Claim
    of: Claim
    inferred: bool
    did: dict[str, str]

    @property
    def changed(self) -> list[str]:
        """The aspects that were not kept."""
        return [aspect for aspect, what in self.did.items() if what not in (KEPT, OPEN)]


@undisturbed()
def ledger(claims: Iterable[Claim], told: Iterable[Claim] | None = None) -> list[Retelling]:
    """Every retelling among the claims, step by step, in the order of the table; ``told`` keeps to some of
    them.

    Takes measured claims. One pass over the table, so the time grows with its length.
    """
    by_id = {row.claim_id: row for row in claims}
    either_or: dict[tuple[str, str], set[str]] = {}  # the members of an either-or in one document
    retold_in: dict[str, set[str]] = {}  # the claims that each document retells
    for row in by_id.values():
        if row.alternative_group:
            either_or.setdefault((row.alternative_group, row.source_id), set()).add(row.claim_id)
        if row.relation in RETELLING:
            retold_in.setdefault(row.source_id, set()).update(name for name, _ in relayed(row.relays))
    kept = None if told is None else {row.claim_id for row in told}
    made = []
    for row in by_id.values():
        if row.relation not in RETELLING or (kept is not None and row.claim_id not in kept):
            continue
        for name, inferred in relayed(row.relays):
            of = by_id.get(name)
            if of is not None:
                others = either_or.get((of.alternative_group, of.source_id), set()) - {name}
                did = {
                    "hedge": hedge(of.hedge, row.hedge, of.modality, row.modality),
                    "number": number(_named(of), _named(row)),
                    "item": item(of.item_code, row.item_code),
                    "window": window(of, row),
                    "alternatives": alternatives(of, row, others, retold_in[row.source_id]),
                }
                made.append(Retelling(row, of, inferred, did))
    return made


@cache  # many retellings pass on the same codes
def hedge(before: str, after: str, was: str = ACTUAL, now: str = ACTUAL) -> str:
    """What became of a hedge code, and of what the figure was said of (``was``, ``now``: modalities).

    A floor that became a ceiling is inverted; one that became "about" lost its direction and is weakened; one
    that became a bare number is dropped, and so is "could hold" or "promised" where only the number is left.
    A bare number gains a hedge by invention. Raises ValueError for what is no code.
    """
    if unknown := [code for code in (before, after) if code not in CODES]:
        raise ValueError(f"{unknown[0]!r} is no code of a hedge. Known: {', '.join(CODES)}.")
    old, new = (KIND.get(code, VAGUE) for code in (before, after))
    if {old, new} == {FLOOR, CEILING}:
        return INVERTED
    if was != now == ACTUAL:
        return DROPPED
    if old == new:
        return INVENTED if was != now else KEPT
    if new in (BARE, NONE):
        return DROPPED
    if old in (BARE, NONE):
        return INVENTED
    return STRENGTHENED if new in (FLOOR, CEILING) else WEAKENED


def number(before: Interval, after: Interval) -> str:
    """What became of a number or range (intervals, hedges left aside). A number given with fewer digits is
    kept."""
    if before.unbounded or after.unbounded:
        return KEPT if before.unbounded and after.unbounded else INVENTED if before.unbounded else DROPPED
    old, new = {before.low, before.high}, {after.low, after.high}
    if all(_rounded(a, b) for a, b in zip(sorted(old), sorted(new), strict=False)) and len(old) == len(new):
        return KEPT
    if new < old:
        return DROPPED
    if old < new:
        return INVENTED
    return STRENGTHENED if after.low + after.high > before.low + before.high else WEAKENED


@cache
def item(before: str, after: str) -> str:
    """What became of the item counted (codes separated by spaces; ``a/b`` is a kind of ``a``).

    A part or a detail left out is dropped, one that nobody gave is invented, and one thing called by the name
    of another is inverted.
    """
    old, new = set(before.split()), set(after.split())
    if not old or not new:
        return OPEN
    if old == new:
        return KEPT
    lost = [code for code in old if not any(_related(code, other) for other in new)]
    gained = [code for code in new if not any(_related(code, other) for other in old)]
    if lost and gained:
        return INVERTED
    finer = any(other.startswith(f"{code}/") for code in old for other in new)
    return INVENTED if gained or (finer and not lost) else DROPPED


def window(of: Claim, row: Claim) -> str:
    """What became of the day from which it is counted: a later start makes the same number say more, an
    earlier one less.

    The day up to which a running total counts is mostly the day it was said, so only the starts are compared.
    Partial dates that may mean the same day count as the same.
    """
    if not of.period_start and not row.period_start:
        return OPEN
    if not row.period_start:
        return DROPPED
    if not of.period_start:
        return INVENTED
    if start_of(row.period_start) > end_of(of.period_start):
        return STRENGTHENED
    return WEAKENED if end_of(row.period_start) < start_of(of.period_start) else KEPT


def alternatives(of: Claim, row: Claim, others: set[str], retold: set[str]) -> str:
    """What became of an "either … or": kept, merged where another member is retold beside it without the
    "or", dropped where none is.

    ``others`` are the other members in the document retold, ``retold`` the claims that the retelling document
    passes on.
    """
    if not of.alternative_group:
        return INVENTED if row.alternative_group else OPEN
    if row.alternative_group:
        return KEPT
    return MERGED if others & retold else DROPPED


def alike(steps: Iterable[Retelling]) -> list[list[Retelling]]:
    """Retellings gathered by what they say and what was done on the way, those of one figure together, in the
    order met."""
    groups: dict[tuple[object, ...], list[Retelling]] = {}
    for step in steps:
        row = step.row
        groups.setdefault(
            (step.row.quantity, row.hedge, row.number, row.spoken.high, *step.did.values()), []
        ).append(step)
    order = list(dict.fromkeys(key[0] for key in groups))
    return [groups[key] for key in sorted(groups, key=lambda key: (order.index(key[0]), -len(groups[key])))]


def changed_most(steps: Iterable[Retelling], quantity: str) -> list[Retelling]:
    """The retellings of a quantity that did not keep the hedge and turned one wording into another in the way
    met most often; empty where there is none."""
    ways: dict[tuple[object, ...], list[Retelling]] = {}
    for step in steps:
        if step.row.quantity == quantity and step.did["hedge"] not in (KEPT, OPEN):
            ways.setdefault((*_wording(step.of), *_wording(step.row)), []).append(step)
    return max(ways.values(), key=len, default=[])


def inverted(steps: Iterable[Retelling]) -> list[list[Retelling]]:
    """The retellings that turned a floor into a ceiling, or a ceiling into a floor, gathered as by
    ``alike``."""
    return [same for same in alike(steps) if same[0].did["hedge"] == INVERTED]


def merged(steps: Iterable[Retelling]) -> list[list[Retelling]]:
    """The retellings that turned an "or" between alternatives into an "and", gathered as by
    ``by_document``."""
    return by_document(step for step in steps if step.did["alternatives"] == MERGED)


def started_anew(steps: Iterable[Retelling]) -> list[list[Retelling]]:
    """The retellings that count from a day where what they retell gives none, gathered as by ``alike``."""
    return alike(step for step in steps if step.did["window"] == INVENTED)


def told_aspects(steps: Iterable[Retelling]) -> list[str]:
    """The aspects of which some retelling tells what became of them."""
    steps = list(steps)
    return [aspect for aspect in ASPECTS if tally(steps, aspect)]


def by_document(steps: Iterable[Retelling]) -> list[list[Retelling]]:
    """Retellings gathered by the document they stand in and the either-or they retell a member of, in the
    order met."""
    documents: dict[tuple[str, str], list[Retelling]] = {}
    for step in steps:
        documents.setdefault((step.row.source_id, step.of.alternative_group), []).append(step)
    return list(documents.values())


def branches(steps: list[Retelling], claim_id: str) -> list[tuple[int, list[Retelling]]]:
    """The retellings of a claim as a tree told from the top: (steps away from the claim, retellings that are
    alike).

    Retellings of one and the same claim that say the same and did the same stand together; each is followed
    by its own retellings.
    """
    below: dict[str, list[Retelling]] = {}
    for step in steps:
        below.setdefault(step.of.claim_id, []).append(step)
    made, waiting = [], [(1, group) for group in reversed(_gathered(below.get(claim_id, [])))]
    while waiting:
        depth, group = waiting.pop()
        made.append((depth, group))
        waiting += [
            (depth + 1, deeper)
            for deeper in reversed(_gathered([s for step in group for s in below.get(step.row.claim_id, [])]))
        ]
    return made


def _gathered(steps: list[Retelling]) -> list[list[Retelling]]:
    return [
        [step for step in group if step.inferred is guess]
        for group in alike(steps)
        for guess in (False, True)
        if any(step.inferred is guess for step in group)
    ]


def tally(steps: Iterable[Retelling], aspect: str) -> Counter[str]:
    """How often each thing was done to an aspect, where that could be told."""
    return Counter(step.did[aspect] for step in steps if step.did[aspect] != OPEN)


def _named(row: Claim) -> Interval:
    """The number or range a claim names; none where the words only say "hundreds of"."""
    return row.spoken if row.hedge in KIND else Interval()


def _wording(row: Claim) -> tuple[object, ...]:
    """What a claim says, apart from who says it and where."""
    return row.hedge, row.spoken, row.unit, row.modality, row.scope, str(row.margin)


def _related(a: str, b: str) -> bool:
    return a == b or a.startswith(f"{b}/") or b.startswith(f"{a}/")


def _rounded(before: float, after: float) -> bool:
    if math.isclose(before, after):
        return True
    place = last_place(after)
    rounded = after in (round(before / place) * place, math.floor(before / place) * place)
    return rounded and abs(after - before) <= ROUNDING * before
