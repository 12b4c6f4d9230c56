"""What stands on the record as rows and lines to draw: ranges, rates and loads."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from pathlib import Path

from reported.analysis import contradictions, delivery
from reported.analysis.delivery import Durations, Loads
from reported.analysis.estimates import Reckoned
from reported.analysis.hedges import Interval
from reported.analysis.record import RETOLD, Record
from reported.analysis.totals import Statement, spanned
from reported.dossier.claim import Claim
from reported.figures import charts, zones
from reported.wording import carrying, contemporaries, lasting, prose, yardsticks
from reported.wording.claims import Words
from reported.wording.language import say

YARDSTICKS, RATES = "what-else-gives-a-number", "how-long-would-it-last"


def on_record_claims(record: Record, quantities: Iterable[str], wording: str) -> list[Claim]:
    """The claims that stand on the record for some quantities: the headline figures, and the published inputs
    for the rest.
    """
    found: list[Claim] = []
    for quantity in quantities:
        row = record.headline(quantity, wording)
        found += [row] if row is not None else record.published(quantity)
    return found


def _total(words: Words, row: Claim, one: Statement, said: Sequence[Statement]) -> charts.Row:
    """One member of a statement as a row, beside all that were said: the members of an either-or stand one
    under the other, joined by "or"; they, and a total of one kind of what the same institution counts
    elsewhere, say of what kind. Grey where it rests on a conversion."""
    own = [o.first for o in said if o.first.institution == row.institution and o is not one]
    finer = any(o.item_code != row.item_code and contradictions.kind_within(o, row) for o in own)
    one_kind = finer and " " not in row.item_code  # a list of kinds would leave no room for the drawing
    text = words.alternative(row) if one_kind or len(one.members) > 1 else words.figure(row)
    ink = charts.ASSUMED if words.record.converted(row) else charts.SAID
    label = say(f"{contemporaries.CHART}-chart.or")
    if row is one.first:
        label, text = words.dated(row), f"{text}{words.since(row)}"
    named, claims = row.number, (row.claim_id,)
    return charts.Row(label, row.interval, text, row.hedge, named, ink, claims=claims, whose=row.institution)


def publish_yardsticks(
    words: Words, every: Sequence[Reckoned], folder: str | Path | None = ""
) -> charts.Picture | None:
    """Publish a chart of estimates, each under what it is held against; those that came to nothing are left
    out, and nothing is where all did.
    """
    some = [found for found in every if found.published]
    pairs = [_pair(words, found, span) for found in some if (span := found.comes_to)]
    if not pairs:
        return None
    shown, rest = charts.the_first(pairs, "yardstick", charts.MOST_PANELS)
    rows = [row for _, *pair in pairs for row in pair if row]
    return charts.publish(
        charts.panels(shown),
        YARDSTICKS,
        title=yardsticks.lying(some),
        subtitle=say(f"{YARDSTICKS}-chart.subtitle") + rest,
        source=yardsticks.sources(words, some),
        alt=charts.described(say(f"{YARDSTICKS}-chart.alt"), rows),
        data=charts.plotted(rows),
        folder=folder,
    )


def _pair(words: Words, found: Reckoned, span: Interval) -> tuple[str, charts.Row, charts.Row | None]:
    """What an estimate is held against, and what it comes to; only the latter where there is nothing."""
    name, held = found.plan.label, found.beside
    text, claims = yardsticks.amount(words, found, span), tuple(found.claims)
    own = charts.Row(name, span, text, colour=charts.IMPLIED, claims=claims)
    if held is None:
        return name, own, None
    first, claims = held.rows[0], tuple(row.claim_id for row in held.rows)
    text, ink = yardsticks.beside(words, found), charts.SAID if held.examined else charts.ASSUMED
    code, number = (first.hedge, first.number) if held.examined else ("range", None)
    return name, charts.Row(name, held.interval, text, code, number, ink, claims=claims), own


def publish_around(
    words: Words, found: contemporaries.Around | None, folder: str | Path | None = ""
) -> charts.Picture | None:
    """Publish a chart of the totals named in the weeks around a figure, the figure among them, by day;
    nothing where no other was named.
    """
    if found is None or not found.others:
        return None
    said = contemporaries.rows(found)
    return charts.ranges_of(
        contemporaries.CHART,
        [_total(words, row, one, said) for one in said for row in one.members],
        words.units(found.row.quantity),
        words.sources_line(row for one in said for row in one.members),
        folder,
        line=found.row.number,
        span=words.amount(spanned(found.others), found.row.quantity),
        said=words.said(found.row),
    )


# A delivery, by the roles of its quantities


def publish_durations(
    words: Words, found: Durations, folder: str | Path | None = ""
) -> charts.Picture | None:
    """Each published rate with how long what was carried lasts at it, held against the rate that the figures
    need, as a chart; nothing for no rate."""
    if not found:
        return None
    record, lasts = words.record, delivery.figure(words.record, "lasts", RETOLD)
    ways, needed = [*record.plan.series, ""], delivery.rates_needed(record)[RETOLD][1]
    ordered = sorted(found, key=lambda pair: (ways.index(pair[0].series), -pair[1].high, -pair[1].low))
    long, short = (words.amount(span, lasts.quantity) for _, span in delivery.ends(found))
    rows = [_duration(words, row, span) for row, span in ordered]
    drawn, axis = charts.legible(rows), words.units(record.roles.rate)
    return charts.publish_of(
        RATES,
        zones.zoned(drawn, axis, _zones(words, needed)),
        charts.plotted(rows).assign(lasts=[row.end for row in rows]),
        words.sources_line(row for row, _ in found),
        [_told(row) for row in drawn],
        folder,
        total=lasting.total(words),
        units=axis,
        said=words.said(lasts),
        limited=not needed.unbounded,
        rate=lasting.rate(words, needed),
        answer=lasting.agreement(words, found),
        alike=short == long,
        short=short,
        long=long,
    )


def _duration(words: Words, row: Claim, span: Interval) -> zones.Line:
    """A published rate as a row, with how long the total lasts at it."""
    return zones.Line(
        _whose_and_when(words, row),
        row.interval,
        words.figure(row),
        row.hedge,
        row.number,
        charts.ASSUMED,
        _group(words, row.series),
        (row.claim_id,),
        row.institution,
        end=words.amount(span, words.record.roles.lasts),
    )


def _told(row: charts.Row) -> str:
    """A row of that chart in words."""
    whose = ", ".join(filter(None, [row.group, row.label]))
    return say(f"{RATES}-chart.row", whose=whose, rate=row.text, lasts=getattr(row, "end", ""))


def _zones(words: Words, needed: Interval) -> list[zones.Zone]:
    """What a rate means, by the rate that the figures need: slower, within it, faster; none where any will
    do."""
    if needed.unbounded:
        return []
    said = words.said(delivery.figure(words.record, "lasts", RETOLD))
    told = say(f"{RATES}-chart.within", rate=lasting.rate(words, needed), said=said)
    made = [zones.Zone(needed, told, shaded=True)]
    if needed.floored:
        made.append(zones.Zone(Interval(0, needed.low), say(f"{RATES}-chart.slower")))
    if math.isfinite(needed.high):
        made.append(zones.Zone(Interval(needed.high), say(f"{RATES}-chart.faster")))
    return made


def _whose_and_when(words: Words, row: Claim) -> str:
    return ", ".join(filter(None, [row.institution, words.when(row)]))


def _group(words: Words, series: str) -> str:
    """The heading of the rows that are counted in one way; empty where none is named."""
    return prose.sentence(words.series_label(series)) if series else ""


def publish_loads(words: Words, found: Loads, folder: str | Path | None = "") -> charts.Picture | None:
    """Loads as stated or as worked out, way of counting by way of counting; nothing where there is none."""
    if not found.every or found.named is None:
        return None
    units = words.units(found.quantity)
    ordered = sorted(found.every, key=lambda row: words.series_label(carrying.series(words, row, found)))
    return charts.ranges_of(
        "how-much-each-carries",
        [_load(words, row, found) for row in ordered],
        axis=units,
        source=words.sources_line(found.every),
        folder=folder,
        loads=words.amount(found.named, found.quantity),
        later=found.later,
        units=units,
    )


def _load(words: Words, row: Claim, found: Loads) -> charts.Row:
    """One load as a row."""
    return charts.Row(
        words.dated(row),
        row.spoken,
        prose.words(row.spoken),
        colour=charts.SAID if words.record.stated_by_others(row) else charts.ASSUMED,
        group=_group(words, carrying.series(words, row, found)),
        claims=(row.claim_id,),
        whose=row.institution,
    )


def publish_trips(
    words: Words, trip: Loads, each: Loads, folder: str | Path | None = ""
) -> charts.Picture | None:
    """What the trips that were named would carry, by the load of a trip; nothing where a load is lacking."""
    if trip.working is None or each.working is None or not trip.every:
        return None
    record, chart = words.record, "what-the-trips-carry"
    trips, carried = delivery.figure(record, "trips"), delivery.figure(record, "carried")
    span, units = delivery.by_trips(record, trip.working, each.working), words.units(carried.quantity)
    rows = [
        _trip(words, row, trip, delivery.by_trips(record, row.spoken, each.working)) for row in trip.every
    ]
    if carrying.own_in(words, (trip.quantity, each.quantity)):
        rows.append(_own_trips(words, trip.working, span))
    return charts.ranges_of(
        chart,
        rows,
        axis=units,
        source=words.sources_line(trip.every),
        folder=folder,
        line=carried.number,
        note=say(f"{chart}-chart.note", said=words.said(carried)),
        trips=words.bare(trips),
        total=words.bare(carried),
        reach=_reach(span, carried.number),
        units=units,
        loads=words.units(trip.quantity),
        aside=len(trip.every) > len(trip.used),
    )


def _reach(span: Interval, total: float) -> str:
    """At which loads a total is reached: at all, at none, or at some."""
    if span.low < total <= span.high:
        return "some"
    return "all" if span.low >= total else "none"


def _trip(words: Words, row: Claim, trip: Loads, span: Interval) -> charts.Row:
    """What the trips would carry at one load of a trip, as a row."""
    whose, load = _whose_and_when(words, row), prose.words(row.spoken)
    return charts.Row(
        say("what-the-trips-carry-chart.row", whose=whose, load=load),
        span,
        words.amount(span, words.record.roles.carried),
        colour=charts.IMPLIED if trip.counts(row) else charts.ASSUMED,
        claims=(delivery.figure(words.record, "trips").claim_id, row.claim_id),
        whose=row.institution,
    )


def _own_trips(words: Words, load: Interval, span: Interval) -> charts.Row:
    """What the trips would carry at all loads in use, ours included, as a row."""
    label = say("what-the-trips-carry-chart.ours", load=prose.words(load))
    return charts.Row(label, span, words.amount(span, words.record.roles.carried), colour=charts.IMPLIED)
