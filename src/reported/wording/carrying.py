"""What would carry it, in sentences: how much goes into each of what carries it, how many of these that
takes, and what each trip would have to bring.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from reported.analysis import consistency, delivery
from reported.analysis.delivery import Loads, Supports
from reported.analysis.hedges import Interval
from reported.analysis.record import FIRST
from reported.dossier.claim import Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.implied import left_out
from reported.wording.prose import counted, listed, sentence


def loads(words: Words, found: Loads) -> Finding:
    """From where to where the loads go, those that were stated and those that we worked out apart."""
    kinds = {
        "Stated for those months": found.stated,
        "Worked out here from totals and counts of others": found.formed,
    }
    told = [f"{name}: {_reach(words, found.quantity, rows)}" for name, rows in kinds.items() if rows]
    span = found.named
    return finding(
        "loads",
        f"{'. '.join(told)}; {seen(found)}." if told else _none(words, found.quantity),
        claims=[row.claim_id for row in found.used],
        lowest=span.low if span else None,
        highest=span.high if span else None,
    )


def _reach(words: Words, quantity: str, rows: Sequence[Claim]) -> str:
    """The range that some figures name, and whose they are."""
    low, high = min(row.spoken.low for row in rows), max(row.spoken.high for row in rows)
    span = prose.words(Interval(low, high, False, False))
    whose = listed(dict.fromkeys(map(words.institution, rows)))
    return f"{span} {words.record.q(quantity).many} ({whose})"


def _none(words: Words, quantity: str) -> str:
    label = words.record.q(quantity).label
    return f"No figure for {label} that goes into the sums stands {words.by_then}."


def seen(found: Loads) -> str:
    """Whether any load was seen."""
    return "some were observed" if found.observed else "none was observed"


def kind(words: Words, row: Claim, found: Loads) -> str:
    """How a load was counted; where it does not say, in the way that is named first."""
    first = next(iter(words.record.series_of(found.quantity))) or ""
    return words.series_label(row.series or first)


def ours(found: Loads) -> str:
    """Which of the loads tried are ours, in brackets; empty where none is."""
    numbers = listed(map(prose.number, found.own))
    return f" ({numbers} {'is' if len(found.own) == 1 else 'are'} ours)" if found.own else ""


def needed(words: Words, found: Loads) -> Finding:
    """How many of what carries it the total needs, at each load tried, beside the number that was named."""
    carried, named = (delivery.figure(words.record, role) for role in ("carried", "carries"))
    number = [carried.number / load for load in found.tried]
    many = words.record.q(named.quantity).many
    counts = listed((prose.number(n, 4, "down") for n in number), "or")
    each = f"at {listed(map(prose.number, found.tried), 'or')} each{ours(found)}"
    return finding(
        "needed",
        f"{sentence(words.bare(carried))} need at least {counts} {many} {each}; "
        f"the number named was {words.said(named)}."
        if number
        else f"{_none(words, found.quantity)[:-1]}, so how many {many} it takes is not told by any.",
        claims=[carried.claim_id, named.claim_id, *(row.claim_id for row in found.stated)],
        needed=number,
        loads=found.tried,
    )


def capacity(words: Words, found: Loads) -> Finding:
    """What those that were named could carry, and whether that is enough for the total."""
    carried, named = (delivery.figure(words.record, role) for role in ("carried", "carries"))
    claims = [named.claim_id, carried.claim_id]
    if not found.tried:
        what = f"what {words.bare(named)} could carry is not told by any."
        return finding(
            "capacity", f"{_none(words, found.quantity)[:-1]}, so {what}", claims, answer="no load"
        )
    each = Interval(found.tried[-1], found.tried[0], False, False)
    span = named.spoken * each
    share, many = span.high / carried.number, words.record.q(named.quantity).many
    verdict = (
        ", enough for the claim."
        if share >= 1
        else f", at most {share:.0%} of the claim: it needs more {many} than that."
    )
    return finding(
        "capacity",
        f"Exactly {words.bare(named)} carry {words.amount(span, carried.quantity)} at {prose.words(each)} "
        f"each{ours(found)}{verdict}",
        claims=claims,
        answer="enough" if share >= 1 else "too few",
        why=_at_the_densest(words, found, carried, named),
        linchpin=f"The load of each: {counted(len(found.stated), 'figure')} stated, "
        f"{counted(len(found.formed), 'quotient')} of ours, and {seen(found)}.",
        low=span.low,
        high=span.high,
    )


def _at_the_densest(words: Words, found: Loads, carried: Claim, named: Claim) -> str:
    """What the total needs at the heaviest load, with a heavier one that does not go into the sums."""
    most = found.tried[0]
    heavier = max(found.every, key=lambda row: row.spoken.high, default=None)
    beside = ""
    if heavier is not None and heavier.spoken.high > most:
        whose, counting = words.institution(heavier), kind(words, heavier, found)
        of = f", of {counting}" if counting != words.series_label("") else ""
        beside = f" ({prose.number(heavier.spoken.high)} follows from {whose}{of})"
    least = carried.number / most
    room = "leaves room for that" if named.interval.high >= least else "does not say that"
    return (
        f"Even at the densest load of those months, {words.amount(most, found.quantity)}{beside}, the claim "
        f"needs {words.amount(least, named.quantity)}; “{words.said(named)}” {room}."
    )


def restated(words: Words, tests: Supports) -> Finding:
    """Counts that are the total over again, and so add no support."""
    again = [test for test in tests if test[2] == consistency.RESTATED]
    many = words.record.q(words.record.roles.carries)
    total = words.bare(delivery.figure(words.record, "carried"))

    def told(count: Claim, load: Claim, inferred: bool) -> str:
        noun = many.one if count.number == 1 else many.many
        guess = " (that the two totals are one is our inference)" if inferred else ""
        return (
            f"The {prose.number(count.number)} {noun} of {words.institution(count)} at the "
            f"{prose.number(load.number)} each that follow from their own total are the {total} again, not a "
            f"second observation: they add no support{guess}."
        )

    return finding(
        "restated",
        " ".join(told(count, load, inferred) for count, load, _, inferred in again)
        or "No count was found that restates the claim.",
        claims=[name for count, load, *_ in again for name in (count.claim_id, load.claim_id)],
        restated=len(again),
    )


# By trips


def each_trip(words: Words, each: float) -> str:
    """How much each trip must carry to reach the total, in a sentence."""
    trips, carried = (delivery.figure(words.record, role) for role in ("trips", "carried"))
    must = f"{sentence(words.bare(trips))} must carry {words.amount(each, carried.quantity)} each"
    return f"{must} to reach {words.bare(carried)}."


def trip_loads(words: Words, found: Loads) -> Finding:
    """What is on record about the load of a trip, for the months of the claim."""
    label, told = words.record.q(found.quantity).label, words.on_record(found.quantity, FIRST)
    left = f"; in no sum: {aside}" if (aside := left_out(words, found.quantity)) else ""
    by_origin: dict[str, Any] = {
        f"from_{row.origin_id.lower().replace('-', '_')}": row.number for row in found.every
    }
    return finding(
        "trip-loads",
        f"{sentence(label)} for those months, {told}{left}.",
        claims=[row.claim_id for row in found.used],
        lowest=found.working.low if found.working else None,
        highest=found.working.high if found.working else None,
        **by_origin,
    )


def own_in(words: Words, quantities: Iterable[str]) -> bool:
    """Whether what is ours widens the range of any of some quantities."""
    return any(words.range(name) != words.range(name, own=False) for name in quantities)


def by_trips(words: Words, trip: Loads, each: Loads) -> Finding:
    """What the trips that were named would carry at the loads in use, and whether the total lies in that."""
    record = words.record
    trips, carried = (delivery.figure(record, role) for role in ("trips", "carried"))
    claims = [trips.claim_id, *(row.claim_id for row in trip.used)]
    if trip.working is None or each.working is None:
        lacking = each.quantity if trip.working else trip.quantity
        what = f"what {words.bare(trips)} would carry is not told by any."
        return finding("by-trips", f"{_none(words, lacking)[:-1]}, so {what}", claims, answer="no load")
    span = trips.spoken * trip.working * each.working
    inside = span.low <= carried.number <= span.high
    brings = record.q(record.roles.carries).many
    own = ", our assumptions included" * own_in(words, (trip.quantity, each.quantity))
    must = carried.number / trips.number
    return finding(
        "by-trips",
        f"With {prose.words(trip.working)} {brings} on each and {prose.words(each.working)} in each of "
        f"these{own}, {words.bare(trips)} carry {words.amount(span, carried.quantity)}: "
        f"the {words.bare(carried)} {'lie within' if inside else 'lie outside'} that range.",
        claims=claims,
        answer="within" if inside else "outside",
        why=f"Each would have to carry {words.amount(must, carried.quantity)}: "
        f"{prose.number(must / each.working.high)} {brings} at the densest load, "
        f"{prose.number(must / each.working.low)} at the lightest.",
        linchpin=delivery.relation_of(record, "carries", "trips").caution,
        low=span.low,
        high=span.high,
    )


def trips_title(words: Words, span: Interval) -> str:
    """What the chart of trips shows, in a sentence; ``span`` is what the trips carry at all loads."""
    trips, carried = (delivery.figure(words.record, role) for role in ("trips", "carried"))
    named, total = sentence(words.bare(trips)), words.bare(carried)
    if span.low < carried.number <= span.high:
        return f"{named} reach {total} only at the heavier of the loads."
    more = "more" if span.low >= carried.number else "less"
    return f"{named} carry {more} than {total} at every load."
