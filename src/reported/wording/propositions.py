"""What one may be more or less sure of, and the legs that confidence in it stands on."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reported.analysis import consistency
from reported.analysis.fit import Fit
from reported.analysis.hedges import Interval
from reported.analysis.origins import RETELLING, count, told_from
from reported.analysis.others import total
from reported.analysis.record import RETOLD, Record
from reported.analysis.specifications import Specifications
from reported.dossier.claim import Claim
from reported.dossier.dates import end_of
from reported.dossier.plan import Proposition
from reported.wording.claims import Words
from reported.wording.findings import Finding, Several, finding, several
from reported.wording.language import say
from reported.wording.prose import joined, listed, sentence
from reported.wording.ways import on


@dataclass(frozen=True)
class Leg:
    """One leg of confidence: whether it holds, and that in words."""

    holds: bool
    says: str


def sure(words: Words, specs: Specifications) -> Several:
    """How sure one may be of each thing that is proposed."""
    return several(_sure(words, one, specs) for one in proposed(words.record))


def _sure(words: Words, proposition: Proposition, specs: Specifications) -> Finding:
    legs = sure_of(words, proposition, specs)
    rows = map(words.record.headline, proposition.quantities)
    return finding(
        f"confidence-{proposition.id}",
        confidence(legs, proposes(words, proposition)),
        claims=[row.claim_id for row in rows if row],
        role="confidence",
        answer=level(legs),
        legs=sum(leg.holds for leg in legs),
    )


def level(legs: Iterable[Leg]) -> str:
    """Confidence in a word: all legs make it high, all but one moderate, fewer low."""
    return {0: "high", 1: "moderate"}.get(sum(not leg.holds for leg in legs), "low")


def confidence(legs: Sequence[Leg], that: str) -> str:
    """Confidence in something, by rule, in a sentence that names the legs that failed."""
    failed, held = ([leg.says for leg in legs if leg.holds is so] for so in (False, True))
    because, favour = (joined(legs, "clauses") for legs in (failed or held, held))
    return say(
        "confidence",
        that=that, level=level(legs), because=because, also=bool(failed and held), favour=favour,
    )  # fmt: skip


def proposed(record: Record) -> list[Proposition]:
    """What the dossier proposes, as far as the figures it names are public; else the first total."""
    known = [
        p
        for p in record.plan.propositions
        if all(numbered(record, q) for q in re.findall(r"\{([^{}]*)\}", p.says))
    ]
    if known or not record.relations:
        return known
    whole = record.relations[0].product or record.relations[0].whole
    if not numbered(record, whole):
        return []
    says = say("proposed-figure", figure=f"{{{whole}}}")
    return [Proposition(id=whole.replace("_", "-"), says=says, quantities=(whole,))]


def numbered(record: Record, quantity: str) -> bool:
    """Whether a figure under examination stands for a quantity, with a number."""
    row = record.headline(quantity)
    return row is not None and not math.isnan(row.number)


def proposes(words: Words, proposition: Proposition) -> str:
    """What a proposition says, with the figures under examination in words."""
    return proposition.says.format(**{row.quantity: words.said(row) for row in words.record.headlines()})


def sure_of(words: Words, proposition: Proposition, specs: Specifications) -> list[Leg]:
    """The three legs of confidence in a proposition: independent origins, something observed, no further
    condition.

    Only claims that say what the proposition says count: for a figure, those whose least number for its time
    reaches it; else all that speak of its quantities and time. ``specs`` are all ways of reading the figures.
    """
    record, about = words.record, proposition.quantities[0]
    figure = record.headline(about) if f"{{{about}}}" in proposition.says else None
    rows = _saying(record, [about] if figure is not None else proposition.quantities, figure)
    origins = count(rows).fewest
    seen = dict.fromkeys(record.q(row.quantity).label for row in rows if row.basis == "observed")
    against = _cut(words, proposition, specs) if figure is not None else ""
    return [
        Leg(True, say("leg-origins", origins=origins, figure=figure is not None))
        if origins > 1
        else Leg(False, say("leg-origins-fails", origins=origins)),
        Leg(True, say("leg-observed", what=listed(seen))) if seen else Leg(False, say("leg-observed-fails")),
        Leg(not against, against or say("leg-readings")),
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
        row = row._replace(period_start=str(min(record.period[0], end_of(row.period_end))))
    if figure is not None and figure.cumulative == "yes":
        ends = row.period_end or row.claim_id == figure.claim_id
        row = row._replace(cumulative="yes", interval=row.interval if ends else Interval())
    return consistency.in_period(row, record.period)[0].low


def _cut(words: Words, proposition: Proposition, specs: Specifications) -> str:
    """What a proposition needs: on every way of reading, else on how many of them something; empty for
    nothing."""
    own, ways = proposition.quantities, len(specs)
    needs = listed(words.amount(span, q) for q, span in specs.always.items() if q in own)
    if needs:
        return say("leg-readings-needs", needs=needs)
    limited = [conditions for conditions in specs.conditions if not conditions.keys().isdisjoint(own)]
    cut = dict.fromkeys(words.record.q(q).label for q in own for found in limited if q in found)
    if cut:
        return say("leg-readings-limited", on=on(len(limited), ways), labels=listed(cut, "or"))
    fail = ways - len(specs.fitting)
    return say("leg-readings-cannot", on=on(fail, ways)) if fail else ""


def how_sure(words: Words, specs: Specifications) -> Finding | None:
    """Confidence in each thing that is proposed, as the story tells it, and which tests all of them fail;
    nothing where nothing is proposed."""
    every = [(one, sure_of(words, one, specs)) for one in proposed(words.record)]
    if not every:
        return None
    levels: dict[str, list[str]] = {}
    for one, legs in every:
        levels.setdefault(level(legs), []).append(say("how-sure.that", that=proposes(words, one)))
    told = [
        sentence(say("how-sure", first=not n, level=name, that=listed(that)))
        for n, (name, that) in enumerate(levels.items())
    ]
    failed = [leg.says for leg in every[0][1] if all(leg.says in _failed(legs) for _, legs in every)]
    if failed:
        tests = joined(failed, "clauses")
        told.append(sentence(say("how-sure.failed", n=len(every), failed=len(failed), tests=tests)))
    rows = [words.record.headline(name) for one, _ in every for name in one.quantities]
    return finding("how-sure", " ".join(told), [row.claim_id for row in rows if row])


def _failed(legs: Iterable[Leg]) -> set[str]:
    """What the legs say that do not hold."""
    return {leg.says for leg in legs if not leg.holds}


# What would change it


def observed_instead(words: Words, held: Fit) -> Finding:
    """For which of the quantities that decide nothing on the record was observed."""
    record = words.record
    deciding = [q for q in held.implied if q in held.needs or q not in held.given]
    rows = [row for q in deciding for row in _on_record(record, q)]
    rows += [row for row in record.standing_rows if row.scope]
    seen = {row.quantity for row in rows if row.basis == "observed"}
    labels = listed((record.q(q).label for q in deciding if q not in seen), "or")
    return finding(
        "observed-instead",
        say("observed-instead", labels=labels) if labels else say("observed-instead-none"),
        role="would-change",
    )


def _on_record(record: Record, quantity: str) -> list[Claim]:
    """The figure under examination for a quantity, else what was published."""
    row = record.headline(quantity, RETOLD)
    return [row] if row is not None else record.published(quantity)


def second_origin(words: Words) -> Finding:
    """How many origins the documents that carry the total go back to."""
    record, row = words.record, total(words.record)
    if row is None:
        return finding("second-origin", say("second-origin-none"), role="would-change")
    origins = count(told_from(record.standing_rows, row.claim_id)).fewest
    return finding(
        "second-origin",
        say("second-origin", label=record.q(row.quantity).label, origins=origins),
        claims=[row.claim_id],
        role="would-change",
    )
