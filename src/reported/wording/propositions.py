"""What one may be more or less sure of, and the legs that confidence in it stands on."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from reported.analysis import consistency
from reported.analysis.hedges import Interval
from reported.analysis.origins import RETELLING, count
from reported.analysis.record import Record
from reported.dossier.claim import Claim
from reported.dossier.dates import end_of
from reported.dossier.plan import Proposition
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.prose import listed, part


@dataclass(frozen=True)
class Leg:
    """One leg of confidence: whether it holds, and how to say so either way."""

    holds: bool
    stands: str
    fails: str


def level(legs: Iterable[Leg]) -> str:
    """Confidence in a word: all legs make it high, all but one moderate, fewer low."""
    return {0: "high", 1: "moderate"}.get(sum(not leg.holds for leg in legs), "low")


def confidence(legs: Iterable[Leg], that: str) -> str:
    """Confidence in something, by rule, in a sentence that names the legs that failed."""
    legs = list(legs)
    failed, held = [leg.fails for leg in legs if not leg.holds], [leg.stands for leg in legs if leg.holds]
    because = f"That {that}: confidence is {level(legs)}; {'; '.join(failed or held)}."
    return because + (f" In its favour: {'; '.join(held)}." if failed and held else "")


def proposed(record: Record) -> list[Proposition]:
    """What the dossier proposes, as far as the figures it names are public; else the first total."""
    known = [
        p
        for p in record.plan.propositions
        if all(numbered(record, q) for q in re.findall(r"\{([^{}]*)\}", p.says))
    ]
    if known or not record.relations:
        return known
    total = record.relations[0].product or record.relations[0].whole
    if not numbered(record, total):
        return []
    return [Proposition(id=total.replace("_", "-"), says=f"{{{total}}}", quantities=(total,))]


def numbered(record: Record, quantity: str) -> bool:
    """Whether a figure under examination stands for a quantity, with a number."""
    row = record.headline(quantity)
    return row is not None and not math.isnan(row.number)


def proposes(words: Words, proposition: Proposition) -> str:
    """What a proposition says, with the figures under examination in words."""
    return proposition.says.format(**{row.quantity: words.said(row) for row in words.record.headlines()})


def sure_of(words: Words, proposition: Proposition, outcomes: Sequence[consistency.Outcome]) -> list[Leg]:
    """The three legs of confidence in a proposition: independent origins, something observed, no further
    condition.

    Only claims that say what the proposition says count: for a figure, those whose least number for its time
    reaches it; else all that speak of its quantities and time. ``outcomes`` are all ways of reading the
    figures.
    """
    record, about = words.record, proposition.quantities[0]
    figure = record.headline(about) if f"{{{about}}}" in proposition.says else None
    rows = _saying(record, [about] if figure is not None else proposition.quantities, figure)
    origins = count(rows).fewest
    seen = dict.fromkeys(record.q(row.quantity).label for row in rows if row.basis == "observed")
    conditions = _conditions(proposition, outcomes) if figure is not None else []
    return [
        Leg(
            origins > 1,
            f"{prose.number(origins)} independent origins say so",
            f"{prose.number(origins) if origins else 'no'} origin says so",
        ),
        Leg(bool(seen), f"some of it was observed ({listed(seen)})", "none of it was observed"),
        Leg(
            not conditions,
            "no reading of the words contradicts it",
            _cut(words, proposition, outcomes, conditions) if conditions else "",
        ),
    ]


def _saying(record: Record, quantities: Iterable[str], figure: Claim | None) -> list[Claim]:
    """The claims that somebody else stated and that say so much of the quantities for the time under
    examination.
    """
    return [
        row
        for row in record.standing_rows
        if row.quantity in quantities
        and row.status == "active"
        and row.relation not in RETELLING
        and record.counts(row)
        and record.stated_by_others(row)
        and row.hedge != "none"
        and (least := _least(record, row, figure)) > 0
        and (figure is None or least >= figure.interval.low)
    ]


def _least(record: Record, row: Claim, figure: Claim | None) -> float:
    """The least that a claim says for the time under examination; of a total only a count up to a given day
    says anything.
    """
    if figure is not None and row.scope != figure.scope and row.cumulative != "yes":
        return 0.0  # what holds of a part need not hold of the whole
    if record.period and row.period_end and not row.period_start:
        # “So many by then” says so whenever the count began.
        row = replace(row, period_start=str(min(record.period[0], end_of(row.period_end))))
    if figure is not None and figure.cumulative == "yes":
        ends = row.period_end or row.claim_id == figure.claim_id
        row = replace(row, cumulative="yes", interval=row.interval if ends else Interval())
    return consistency.in_period(row, record.period)[0].low


def _conditions(
    proposition: Proposition, outcomes: Iterable[consistency.Outcome]
) -> list[dict[str, Interval]]:
    """What the ways of reading that set a condition on one of its quantities ask for."""
    return [o.conditions for o in outcomes if set(o.conditions) & set(proposition.quantities)]


def _cut(
    words: Words,
    proposition: Proposition,
    outcomes: Sequence[consistency.Outcome],
    conditions: Sequence[Iterable[str]],
) -> str:
    """What a proposition needs: in every way of reading, else on how many of them something."""
    own = proposition.quantities
    needs = listed(words.amount(span, q) for q, span in consistency.shared(outcomes).items() if q in own)
    if needs:
        return f"it needs {needs}"
    cut = dict.fromkeys(words.record.q(q).label for found in conditions for q in found if q in own)
    ways = part(len(conditions), len(outcomes), "way")
    return f"on {ways} of reading it holds only within limits on the {listed(cut, 'or')}"
