"""What stands on the record as rows and lines to draw: ranges, running totals, and a figure's way to the
documents.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from reported.analysis import contradictions, delivery, retellings
from reported.analysis.delivery import Durations, Loads
from reported.analysis.estimates import Reckoned
from reported.analysis.hedges import Interval
from reported.analysis.record import RETOLD, Record
from reported.analysis.totals import Statement, spanned
from reported.dossier.claim import Claim
from reported.figures import charts, diagrams, timeline
from reported.wording import carrying, contemporaries, exchanged, lasting, prose, yardsticks
from reported.wording.claims import Words
from reported.wording.exchanged import Exchange
from reported.wording.language import say


def on_record(
    words: Words, quantity: str, wording: str, series: str | None = None
) -> list[tuple[str, charts.Row]]:
    """What stands on the record for a quantity: the headline figure, or the published range of each way of
    counting.

    Each row with what it is called. ``series`` keeps to one way of counting.
    """
    record = words.record
    row = record.headline(quantity, wording)
    if row is not None and quantity not in record.parameters.inputs:
        name, said = words.label(quantity), f"said: {words.said(row)}"
        return [(name, charts.Row(name, row.interval, said, row.hedge, row.number, claims=(row.claim_id,)))]
    made = []
    for way in [series] if series else record.series_of(quantity):
        bound, used, _ = record.inputs(quantity, way)
        if bound:
            name, told = words.label(quantity, way), words.on_record(quantity, wording, way)
            claims = tuple(row.claim_id for row in used)
            made.append((name, charts.Row(name, bound.interval, told, colour=charts.ASSUMED, claims=claims)))
    return made


def on_record_claims(record: Record, quantities: Iterable[str], wording: str) -> list[Claim]:
    """The claims that stand on the record for some quantities: the headline figures, and the published inputs
    for the rest.
    """
    found: list[Claim] = []
    for quantity in quantities:
        row = record.headline(quantity, wording)
        found += [row] if row is not None else record.published(quantity)
    return found


def totals(words: Words, said: Sequence[Statement]) -> list[charts.Row]:
    """Running totals, institution by institution in the order met; grey where one rests on a conversion.

    The members of an either-or stand one under the other, joined by "or". They, and a total of one kind of
    what the same institution counts elsewhere, say of what kind.
    """
    speakers = list(dict.fromkeys(one.first.institution for one in said))
    ordered = sorted(said, key=lambda one: speakers.index(one.first.institution))
    return [_total(words, row, one, said) for one in ordered for row in one.members]


def _total(words: Words, row: Claim, one: Statement, said: Sequence[Statement]) -> charts.Row:
    """One member of a statement as a row, beside all that were said."""
    own = [o.first for o in said if o.first.institution == row.institution and o is not one]
    finer = any(o.item_code != row.item_code and contradictions.kind_within(o, row) for o in own)
    one_kind = finer and " " not in row.item_code  # a list of kinds would leave no room for the drawing
    text = words.alternative(row) if one_kind or len(one.members) > 1 else words.figure(row)
    ink = charts.ASSUMED if words.record.converted(row) else charts.SAID
    label = say("later-totals-chart.or")
    if row is one.first:
        label, text = words.dated(row), f"{text}{words.since(row)}"
    named, claims = row.number, (row.claim_id,)
    return charts.Row(label, row.interval, text, row.hedge, named, ink, claims=claims, whose=row.institution)


def publish_totals(
    words: Words,
    name: str,
    quantity: str,
    said: Sequence[Statement],
    kind: str = "all",
    folder: str | Path | None = "",
) -> charts.Picture:
    """Publish a chart of later running totals; ``kind`` is ``plain`` for those of all that rest on no
    conversion, and ``converted`` for those that do."""
    noun, unsaid = words.record.q(quantity), sum(not one.first.period_start for one in said)
    starts = "all" if not unsaid else "none" if unsaid == len(said) else "some"
    message, named = "later-totals-chart", {"quantity": noun.label, "kind": kind}
    span = prose.words(spanned(said))
    return charts.publish_ranges(
        totals(words, said),
        noun.many,
        name,
        title=say(f"{message}.title", **named, span=span, totals=len(said), starts=starts, unsaid=unsaid),
        subtitle=say(f"{message}.subtitle", starts=starts),
        source=words.sources_line(row for one in said for row in one.members),
        lead=say(f"{message}.alt", **named),
        folder=folder,
    )


def publish_yardsticks(
    words: Words, name: str, every: Sequence[Reckoned], folder: str | Path | None = ""
) -> charts.Picture:
    """Publish a chart of estimates, each under what it is held against; those that came to nothing are left
    out.
    """
    pairs = [_pair(words, found) for found in every if found.published and found.published.interval]
    shown, rest = charts.the_first(pairs, "yardstick", charts.MOST_PANELS)
    rows = [row for _, *pair in pairs for row in pair if row]
    return charts.publish(
        charts.panels(shown),
        name,
        title=f"{yardsticks.lying(every)}.",
        subtitle="Blue: said. Grey: published. Ochre: the yardstick. An arrow: this much or more. "
        "Each has a logarithmic scale of its own" + rest,
        source=yardsticks.sources(words, every),
        alt=charts.described("What was said or published, above what each yardstick comes to.", rows),
        data=charts.plotted(rows),
        folder=folder,
    )


def _pair(words: Words, found: Reckoned) -> tuple[str, charts.Row, charts.Row | None]:
    """What an estimate is held against, and what it comes to; only the latter where there is nothing."""
    name, held = found.plan.label, found.beside
    span = found.published.interval if found.published and found.published.interval else Interval()
    text, claims = yardsticks.amount(words, found, span), tuple(found.claims)
    own = charts.Row(name, span, text, colour=charts.IMPLIED, claims=claims)
    if held is None:
        return name, own, None
    first, claims = held.rows[0], tuple(row.claim_id for row in held.rows)
    text, ink = yardsticks.beside(words, found), charts.SAID if held.examined else charts.ASSUMED
    code, number = (first.hedge, first.number) if held.examined else ("range", None)
    return name, charts.Row(name, held.interval, text, code, number, ink, claims=claims), own


def publish_around(
    words: Words, name: str, found: contemporaries.Around, folder: str | Path | None = ""
) -> charts.Picture:
    """Publish a chart of the totals named in the weeks around a figure, the figure among them, by day."""
    said = contemporaries.rows(found)
    return charts.publish_ranges(
        [_total(words, row, one, said) for one in said for row in one.members],
        words.record.q(found.row.quantity).many,
        name,
        title=contemporaries.title(words, found),
        subtitle="Each as it was worded, oldest first (logarithmic scale). Grey: rests on a conversion. "
        "Dashed: the number under examination",
        source=words.sources_line(row for one in said for row in one.members),
        lead="Totals named in the weeks around the figure, oldest first.",
        folder=folder,
        line=found.row.number,
    )


def chain(words: Words, first: Claim, steps: list[retellings.Retelling]) -> list[diagrams.Link]:
    """A figure's way from its origin to the documents; ``steps`` are its retellings."""
    lines = [
        diagrams.Link(words.record.q(first.quantity).label, words.by(first, role=False), 0, origin=True),
        diagrams.Link(first.publisher, words.quoted(first), 1),
    ]
    for depth, alike in retellings.branches(steps, first.claim_id):
        one = alike[0]
        who = prose.shortened((step.row.publisher for step in alike), 2)
        did = dict.fromkeys(one.did[aspect] for aspect in one.changed)
        changed = "; ".join(
            f"{word}: {', '.join(a for a in one.changed if one.did[a] == word)}" for word in did
        )
        lines.append(diagrams.Link(who, words.quoted(one.row), depth + 1, one.inferred, changed))
    return lines


# A delivery, by the roles of its quantities


def publish_durations(
    words: Words, found: Durations, folder: str | Path | None = ""
) -> charts.Picture | None:
    """How long what was carried lasts at each published rate, as a chart; nothing for no rate."""
    if not found:
        return None
    record, amount = words.record, lasting.amount(words)
    lasts, carried = delivery.figure(record, "lasts", RETOLD), delivery.figure(record, "carried")
    ways, units = [*record.plan.series, ""], prose.sentence(record.q(lasts.quantity).many)
    return charts.publish_ranges(
        [
            _duration(words, carried, row, span)
            for row, span in sorted(found, key=lambda pair: (ways.index(pair[0].series), -pair[1].high))
        ],
        record.q(lasts.quantity).many,
        "how-long-would-it-last",
        title=lasting.chart_title(words, found),
        subtitle=f"{units} that exactly {amount} last at each published rate (logarithmic scale); "
        f"shaded: “{words.said(lasts)}”",
        source=words.sources_line(row for row, _ in found),
        lead=f"{units} that exactly {amount} last.",
        folder=folder,
        shade=lasts.interval,
        line=delivery.figure(record, "lasts").number,
        note=f"“{words.said(lasts)}”",
    )


def _duration(words: Words, carried: Claim, row: Claim, span: Interval) -> charts.Row:
    """How long it lasts at one published rate, as a row."""
    return charts.Row(
        f"{_whose_and_when(words, row)}: {words.figure(row)}",
        span,
        words.amount(span, words.record.roles.lasts),
        colour=charts.ASSUMED,
        group=prose.sentence(words.series_label(row.series)) if row.series else "",
        claims=(carried.claim_id, row.claim_id),
        whose=row.institution,
    )


def _whose_and_when(words: Words, row: Claim) -> str:
    return ", ".join(filter(None, [row.institution, words.when(row)]))


def publish_loads(words: Words, found: Loads, folder: str | Path | None = "") -> charts.Picture | None:
    """Loads as stated or as worked out, way of counting by way of counting; nothing where there is none."""
    if not found.every or found.named is None:
        return None
    many = words.record.q(found.quantity).many
    ordered = sorted(found.every, key=lambda row: carrying.kind(words, row, found))
    later = ", later months too" * found.later
    return charts.publish_ranges(
        [_load(words, row, found) for row in ordered],
        many,
        "how-much-each-carries",
        title=f"In those months a load comes to {prose.words(found.named)} {many}, by what was stated and by "
        "our division.",
        subtitle="Blue: stated. Grey: worked out here from a total and a count (logarithmic scale), oldest "
        f"first{later}; a bar is a range, a dot a single figure",
        source=words.sources_line(found.every),
        lead=f"{prose.sentence(many)}, stated or worked out from a total and a count, oldest first.",
        folder=folder,
    )


def _load(words: Words, row: Claim, found: Loads) -> charts.Row:
    """One load as a row."""
    kind = carrying.kind(words, row, found)
    return charts.Row(
        words.dated(row),
        row.spoken,
        prose.words(row.spoken),
        colour=charts.SAID if words.record.stated_by_others(row) else charts.ASSUMED,
        group=prose.sentence(kind) if kind != words.series_label("") else "",
        claims=(row.claim_id,),
        whose=row.institution,
    )


def publish_trips(
    words: Words, trip: Loads, each: Loads, folder: str | Path | None = ""
) -> charts.Picture | None:
    """What the trips that were named would carry, by the load of a trip; nothing where a load is lacking."""
    if trip.working is None or each.working is None or not trip.every:
        return None
    record = words.record
    trips, carried = delivery.figure(record, "trips"), delivery.figure(record, "carried")
    span = trips.spoken * trip.working * each.working
    named, many = words.bare(trips), prose.sentence(record.q(carried.quantity).many)
    rows = [_trip(words, row, trip, trips.spoken * row.spoken * each.working) for row in trip.every]
    if carrying.own_in(words, (trip.quantity, each.quantity)):
        label = f"Ours included: {prose.words(trip.working)}"
        text = words.amount(span, carried.quantity)
        rows.append(charts.Row(label, span, text, colour=charts.IMPLIED))
    aside = ". Grey: not in the sums" * (len(trip.every) > len(trip.used))
    return charts.publish_ranges(
        rows,
        record.q(carried.quantity).many,
        "what-the-trips-carry",
        title=carrying.trips_title(words, span),
        subtitle=f"{many} in {named} by {record.q(trip.quantity).many}; each bar spans the loads in use "
        f"(logarithmic scale){aside}",
        source=words.sources_line(trip.every),
        lead=f"{many} carried by {named}.",
        folder=folder,
        line=carried.number,
        note=f"“{words.said(carried)}”",
    )


def _trip(words: Words, row: Claim, trip: Loads, span: Interval) -> charts.Row:
    """What the trips would carry at one load of a trip, as a row."""
    return charts.Row(
        f"{_whose_and_when(words, row)}: {prose.words(row.spoken)}",
        span,
        words.amount(span, words.record.roles.carried),
        colour=charts.IMPLIED if trip.counts(row) else charts.ASSUMED,
        claims=(delivery.figure(words.record, "trips").claim_id, row.claim_id),
        whose=row.institution,
    )


# What moved the other way

FILLED = (
    "filled: observed, hollow: assessed or only said; a bar: days it lasted or may have fallen on; dashed: "
    "the figures under examination"
)


def publish_reports(words: Words, found: Exchange, folder: str | Path | None = "") -> charts.Picture | None:
    """The reports of what moved the other way, in lanes by what they are about; nothing where there is
    none."""
    return _publish_events(
        words,
        found,
        found.reports,
        {subject: (subject, timeline.HUES[1]) for subject in found.subjects},
        exchanged.about,
        "what-moved-the-other-way",
        title=exchanged.chart_title(found),
        subtitle=f"Reports by subject and day, numbered as in the tables; {FILLED}",
        lead="Reports that bear on what moved the other way, in lanes by what they are about.",
        thing="report",
        folder=folder,
    )


def publish_events(words: Words, found: Exchange, folder: str | Path | None = "") -> charts.Picture | None:
    """Every event in lanes by strand; nothing where there is none."""
    strands = {row.strand for row in found.events}
    lanes = {name: hue for name, hue in zip(STRANDS, timeline.HUES, strict=True) if name in strands}
    return _publish_events(
        words,
        found,
        found.events,
        {name: (name.capitalize(), hue) for name, hue in lanes.items()},
        lambda row: str(row.strand),
        "what-happened-when",
        title=exchanged.by_strand(found.events, lanes),
        subtitle=f"Events by strand and day, numbered as in the tables; {FILLED}",
        lead="Events in lanes by strand, along time.",
        thing="event",
        folder=folder,
    )


STRANDS = ("supply", exchanged.EXCHANGE, "diplomacy", "sanctions")


def _publish_events(
    words: Words,
    found: Exchange,
    events: Sequence[Any],
    lanes: Mapping[str, tuple[str, str]],
    lane_of: Callable[[Any], str],
    name: str,
    *,
    title: str,
    subtitle: str,
    lead: str,
    thing: str,
    folder: str | Path | None,
) -> charts.Picture | None:
    """Events as numbered dots in lanes, each lane with its name and its colour."""
    if not events:
        return None
    marks = [
        timeline.mark(
            found.number[row.event_id],
            lanes[lane_of(row)][0],
            row.date_start,
            row.date_end,
            filled=row.basis == exchanged.SEEN,
        )
        for row in events
    ]
    named, moments = dict(lanes.values()), words.reported_on()
    return charts.publish(
        timeline.lanes(marks, named, moments, words.record.parameters.day),
        name,
        title=title,
        subtitle=subtitle,
        source=words.sources_line(events),
        alt=timeline.described(lead, marks, named, thing, exchanged.SEEN, moments),
        data=timeline.plotted(marks),
        folder=folder,
    )
