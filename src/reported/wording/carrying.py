"""What would carry it, in sentences: how much goes into each of what carries it, how many of these that
takes, and what each trip would have to bring. The sentences stand in ``what-would-carry-it.ftl`` and
``what-each-trip-carries.ftl``.
"""

from __future__ import annotations

import math
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
from reported.wording.language import say, say_told
from reported.wording.prose import counted, listed, sentence


def loads(words: Words, found: Loads) -> Finding:
    """From where to where the loads go, those that were stated and those that we worked out apart."""
    span = found.named
    return finding(
        "loads",
        _loads(words, found),
        claims=[row.claim_id for row in found.used],
        lowest=span.low if span else None,
        highest=span.high if span else None,
    )


def _loads(words: Words, found: Loads) -> str:
    if not (found.stated or found.formed):
        return say("loads-none", **_nothing(words, found.quantity))
    kinds = "both" if found.stated and found.formed else "stated" if found.stated else "formed"
    stated, formed = (_reach(words, found.quantity, rows) for rows in (found.stated, found.formed))
    return say("loads", kinds=kinds, stated=stated, formed=formed, seen=found.observed)


def _reach(words: Words, quantity: str, rows: Sequence[Claim]) -> str:
    """The range that some figures name, and whose they are; empty for none."""
    if not rows:
        return ""
    low, high = min(row.spoken.low for row in rows), max(row.spoken.high for row in rows)
    span = words.amount(Interval(low, high, False, False), quantity)
    return say("loads-of", loads=span, who=listed(dict.fromkeys(map(words.institution, rows))))


def _nothing(words: Words, quantity: str) -> dict[str, str]:
    """What is lacking and by when, for the sentences that say so."""
    return {"load": words.record.q(quantity).label, "by": words.by_then}


def series(words: Words, row: Claim, found: Loads) -> str:
    """The way in which a load was counted; where it does not say, that which is named first; empty for
    none."""
    return str(row.series or next(iter(words.record.series_of(found.quantity))) or "")


def _tried(found: Loads, load: str) -> dict[str, Any]:
    """The loads tried, in the words given, and which of them are ours, for the sentences that say so."""
    return {"loads": load, "own": len(found.own), "ours": listed(map(prose.number, found.own))}


def needed(words: Words, found: Loads) -> Finding:
    """How many of what carries it the total needs, at each load tried, beside the number that was named."""
    carried, named = (delivery.figure(words.record, role) for role in ("carried", "carries"))
    number = delivery.needed(words.record, found)
    none = _none_needed(words, found, named), ""
    said, told = _needed(words, found, carried, named, number) if number else none
    return finding(
        "needed",
        said,
        told=told,
        claims=[carried.claim_id, named.claim_id, *(row.claim_id for row in found.stated)],
        needed=number,
        loads=found.tried,
    )


def _needed(
    words: Words, found: Loads, carried: Claim, named: Claim, number: Sequence[float]
) -> tuple[str, str]:
    """The sentence, and how the story tells it, at the heaviest and at the lightest load tried."""
    needs = [prose.number(n, 4, "down") for n in number]
    counts, many = listed(needs, "or"), words.record.q(named.quantity).many
    return say_told(
        "needed",
        tries=len(needs),
        fewest=prose.dressed(needs[0], many),
        most=prose.dressed(needs[-1], many),
        heaviest=words.amount(found.tried[0], found.quantity),
        lightest=words.amount(found.tried[-1], found.quantity),
        heavy_own=found.tried[0] in found.own,
        light_own=found.tried[-1] in found.own,
        open=math.isinf(named.interval.high),
        total=words.bare(carried),
        counts=prose.dressed(counts, many),
        named=words.said(named),
        **_tried(found, listed(map(prose.number, found.tried), "or")),
    )


def _none_needed(words: Words, found: Loads, named: Claim) -> str:
    return say("needed-none", units=words.units(named.quantity), **_nothing(words, found.quantity))


def capacity(words: Words, found: Loads) -> Finding:
    """What those that were named could carry, and whether that is enough for the total."""
    carried, named = (delivery.figure(words.record, role) for role in ("carried", "carries"))
    claims = [named.claim_id, carried.claim_id]
    if not found.tried:
        none = say("capacity-none", named=words.bare(named), **_nothing(words, found.quantity))
        return finding("capacity", none, claims, answer="no load")
    each = Interval(found.tried[-1], found.tried[0], False, False)
    span = named.spoken * each
    share = span.high / carried.number
    said, told = say_told(
        "capacity",
        named=words.bare(named),
        total=words.amount(span, carried.quantity),
        enough=share >= 1,
        share=prose.digits(round(100 * share)),
        units=words.units(named.quantity),
        seen=found.observed,
        **_tried(found, prose.words(each)),
    )
    return finding(
        "capacity",
        said,
        told=told,
        claims=claims,
        answer="enough" if share >= 1 else "too few",
        why=_at_the_densest(words, found, carried, named),
        linchpin=say(
            "capacity.linchpin",
            stated=counted(len(found.stated), "figure"),
            formed=counted(len(found.formed), "quotient"),
            seen=found.observed,
        ),
        low=span.low,
        high=span.high,
    )


def _at_the_densest(words: Words, found: Loads, carried: Claim, named: Claim) -> str:
    """What the total needs at the heaviest load, with a heavier one that does not go into the sums."""
    most = found.tried[0]
    least = carried.number / most
    return say(
        "capacity.why",
        load=words.amount(most, found.quantity),
        least=words.amount(least, named.quantity),
        named=words.said(named),
        room=named.interval.high >= least,
        **_heavier(words, found, most),
    )


def _heavier(words: Words, found: Loads, most: float) -> dict[str, str]:
    """The heaviest load of all where it is above the heaviest that goes into the sums, for a sentence."""
    row = max(found.every, key=lambda row: row.spoken.high, default=None)
    if row is None or row.spoken.high <= most:
        return {"heavier": "none", "most": "", "whose": "", "counting": ""}
    way = series(words, row, found)
    return {
        "heavier": "counted" if way else "named",
        "most": prose.number(row.spoken.high),
        "whose": words.institution(row),
        "counting": words.series_label(way),
    }


def restated(words: Words, tests: Supports) -> Finding:
    """Counts that are the total over again, and so add no support."""
    again = [test for test in tests if test[2] == consistency.RESTATED]
    each = [_restated(words, count, load, inferred) for count, load, _, inferred in again]
    return finding(
        "restated",
        " ".join(said for said, _ in each) or say("restated-none"),
        told=" ".join(sentence(told) for _, told in each),
        claims=[name for count, load, *_ in again for name in (count.claim_id, load.claim_id)],
        restated=len(again),
    )


def _restated(words: Words, count: Claim, load: Claim, inferred: bool) -> tuple[str, str]:
    return say_told(
        "restated",
        count=words.amount(count.number, words.record.roles.carries),
        whose=words.institution(count),
        load=prose.number(load.number),
        total=words.bare(delivery.figure(words.record, "carried")),
        inferred=inferred,
    )


# By trips


def each_must_carry(words: Words, each: float) -> Finding:
    """How much each trip must carry to reach the total."""
    trips, carried = (delivery.figure(words.record, role) for role in ("trips", "carried"))
    must = words.amount(each, carried.quantity)
    told = say("each-must-carry", trips=words.bare(trips), each=must, total=words.bare(carried))
    return finding("each-must-carry", told, [carried.claim_id, trips.claim_id], each=each)


def trip_loads(words: Words, found: Loads) -> Finding:
    """What is on record about the load of a trip, for the months of the claim."""
    aside = left_out(words, found.quantity)
    by_origin: dict[str, Any] = {
        f"from_{row.origin_id.lower().replace('-', '_')}": row.number for row in found.every
    }
    return finding(
        "trip-loads",
        say(
            "trip-loads",
            load=words.record.q(found.quantity).label,
            record=words.on_record(found.quantity, FIRST),
            left=bool(aside),
            aside=aside,
        ),
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
        none = say("by-trips-none", trips=words.bare(trips), **_nothing(words, lacking))
        return finding("by-trips", none, claims, answer="no load")
    span = delivery.by_trips(record, trip.working, each.working)
    inside = span.low <= carried.number <= span.high
    return finding(
        "by-trips",
        say(
            "by-trips",
            load=words.amount(trip.working, record.roles.carries),
            each=prose.words(each.working),
            own=own_in(words, (trip.quantity, each.quantity)),
            trips=words.bare(trips),
            span=words.amount(span, carried.quantity),
            total=words.bare(carried),
            inside=inside,
        ),
        claims=claims,
        answer="within" if inside else "outside",
        why=_each_of_them(words, delivery.each_trip(record), each.working),
        linchpin=delivery.relation_of(record, "carries", "trips").caution,
        low=span.low,
        high=span.high,
    )


def _each_of_them(words: Words, must: float, load: Interval) -> str:
    """What each trip would have to carry, and in how many of what carries it at the ends of the loads."""
    return say(
        "by-trips.why",
        each=words.amount(must, words.record.roles.carried),
        densest=words.amount(must / load.high, words.record.roles.carries),
        lightest=prose.number(must / load.low),
    )
