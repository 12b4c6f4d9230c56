"""The record: one dossier as it stood on a day, under one reading.

Every claim with the range its wording allows, the figures under examination, the published inputs, and the
cases to reconcile, as seen from the day of the edition or from any day before it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property
from typing import Any, NamedTuple, Self

import networkx as nx
import pandas as pd

from reported.analysis import consistency, hedges, origins, totals
from reported.analysis.consistency import Bound
from reported.analysis.hedges import READINGS
from reported.analysis.parameters import Parameters
from reported.analysis.roles import Roles, roles
from reported.dossier.claim import ACTUAL, OVER, RETELLING, Claim, Interval, Source, formed, ours
from reported.dossier.dates import end_of, first_day, last_day
from reported.dossier.plan import Quantity, Relation
from reported.dossier.reader import Dossier, frame
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import undisturbed

FIRST, RETOLD = "as first worded", "as retold"
SET_HERE = "set-by-this-edition"
REPLACED = "replaced in this edition"  # why a claim counts for nothing where an edition sets the number
MONTH = 365.25 / 12  # days
# How far “about” may be off, beside the edition's own share: less and more than most would say.
MARGINS = (0.1, 0.5)
# What a table of measured claims holds beside their columns: of their documents, and what a record adds.
DOCUMENT = ("published", "publisher", "publisher_kind", "url", "language")
MEASURED = ("number", "spoken", "interval", "rounding")


class Inputs(NamedTuple):
    """What goes in for a quantity: its range, the claims it is made of, and those left out, each with the
    reason."""

    bound: Bound | None
    used: list[Claim]
    left: list[tuple[Claim, str]]


class Record:
    """A dossier as of a day, under one reading: every claim with what its words allow, in base units."""

    def __init__(self, whole: Dossier, parameters: Parameters) -> None:
        self.parameters = parameters
        self.dossier = whole.as_of(parameters.day)
        self.plan = whole.plan
        # What is worked out once is kept for as long as this record lives, and no longer.
        self._by_id: dict[str, dict[str, Claim]] = {}  # by reading
        self._by_quantity: dict[str, dict[str, list[Claim]]] = {}  # by reading
        self._examined: dict[tuple[str, str], dict[str, Claim]] = {}  # by wording and reading
        self._inputs: dict[tuple[str, str | None, str, int], Inputs] = {}  # by what is asked of ``inputs``

    def reread(self, **changes: Any) -> Self:
        """The same dossier under other parameters (``reading``, ``convention``, an earlier ``as_of`` …),
        never with more than is known here. Raises pydantic's ValidationError for what the contract does not
        take."""
        changed = Parameters.model_validate(self.parameters.model_dump() | changes)
        return type(self)(self.dossier, changed)

    def rows(self, reading: str | None = None) -> list[Claim]:
        """Every claim that was public, withdrawn ones among them, and the ratios formed from them, under a
        reading."""
        return list(self._named(reading).values())

    @cached_property
    def standing_rows(self) -> list[Claim]:
        """The claims without those that were withdrawn: what may be counted."""
        return [row for row in self.rows() if row.status not in origins.WITHDRAWN]

    def measured(self, reading: str) -> pd.DataFrame:
        """``rows`` as a table, with columns for their documents and for what their words allow."""
        return frame("claims", self.rows(reading), *DOCUMENT, *MEASURED).astype({"number": float})

    @cached_property
    def claims(self) -> pd.DataFrame:
        """The table of the claims under this edition's reading."""
        return self.measured(self.parameters.reading)

    @cached_property
    def standing(self) -> pd.DataFrame:
        """``standing_rows`` as a table."""
        return self.claims[~self.claims["status"].isin(origins.WITHDRAWN)]

    @cached_property
    def withdrawn(self) -> dict[str, str]:
        """Claims that are out of every sum, each with the reason: retracted, or resting on one that is."""
        return origins.withdrawn(self.dossier.said)

    @cached_property
    def links(self) -> nx.DiGraph:
        """The graph of the claims: who retells whom, what was computed from what."""
        return origins.graph(self.rows())

    def claim(self, claim_id: str, reading: str | None = None) -> Claim | None:
        """One claim; ``None`` where it was not public yet."""
        return self._named(reading).get(claim_id)

    def row(self, claim_id: str) -> Claim:
        """One claim that was public, under this edition's reading. Raises KeyError."""
        return self._named()[claim_id]

    def _named(self, reading: str | None = None) -> dict[str, Claim]:
        """``rows`` by their ids."""
        reading = reading or self.parameters.reading
        if reading not in self._by_id:
            self._by_id[reading] = self._measured(reading)
        return self._by_id[reading]

    @undisturbed()
    def _measured(self, reading: str) -> dict[str, Claim]:
        own, vocabulary, units, signed = self.parameters, self.dossier.vocabulary, self.units, self.signed
        rows = hedges.measured(
            self._known, units, reading, own.approx_tolerance, vocabulary, own.convention, signed
        )
        ratios = consistency.ratios(rows, self.plan.relations, units, signed)
        return {row.claim_id: row for row in (*rows, *ratios)}

    @cached_property
    def _known(self) -> list[Claim]:
        """The claims of the dossier, withdrawn ones with their reason as status."""
        out = self.withdrawn
        return [
            claim._replace(status=out[claim.claim_id]) if claim.claim_id in out else claim
            for claim in self.dossier.said
        ]

    def _of_quantity(self, quantity: str, reading: str | None = None) -> list[Claim]:
        """The claims of a quantity, in the order of the table."""
        reading = reading or self.parameters.reading
        if reading not in self._by_quantity:
            gathered = self._by_quantity[reading] = {}
            for row in self._named(reading).values():
                gathered.setdefault(row.quantity, []).append(row)
        return self._by_quantity[reading].get(quantity, [])

    def source(self, source_id: str) -> Source:
        """One document of the dossier."""
        return self._sources[source_id]

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {source.source_id: source for source in self.dossier.documents}

    def q(self, quantity: str) -> Quantity:
        """The nouns of a quantity."""
        return self.plan.quantities[quantity]

    @cached_property
    def roles(self) -> Roles:
        """What part the quantities play, as the dossier declares it."""
        return roles(self.plan)

    def headline(self, quantity: str, wording: str = FIRST, reading: str | None = None) -> Claim | None:
        """The claim under examination for a quantity: as first worded, or in the retelling the dossier names.
        ``None`` if not public."""
        return self._headlines(wording, reading).get(quantity)

    def headlines(self, wording: str = FIRST, reading: str | None = None) -> list[Claim]:
        """All headline claims that were public."""
        found = self._headlines(wording, reading)
        return [found[quantity] for quantity in self.plan.quantities if quantity in found]

    def _headlines(self, wording: str, reading: str | None) -> dict[str, Claim]:
        reading = reading or self.parameters.reading
        if (wording, reading) not in self._examined:
            found = self._examined[wording, reading] = {}
            for entry in self.plan.headline:
                # A retelling that was not public yet, or was withdrawn, leaves the first wording.
                for name in filter(None, (entry.retold if wording == RETOLD else None, entry.claim)):
                    row = self.claim(name, reading)
                    if row is not None and row.status == "active":
                        found.setdefault(row.quantity, row)
        return self._examined[wording, reading]

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """First and last day the headline figures speak of."""
        rows = self.headlines()
        starts = [day for row in rows if (day := first_day(row.period_start))]
        ends = [day for row in rows if (day := last_day(row.period_end))]
        return (min(starts), max(ends)) if starts and ends else None

    @property
    def newest_day(self) -> date | None:
        """The day of the newest document that carries a claim; ``None`` where none has a date."""
        return max((end_of(row.published) for row in self.rows() if row.published), default=None)

    @cached_property
    def scope(self) -> str:
        """The part that the figures under examination cover; empty: the whole."""
        return next((row.scope for row in self.headlines()), "")

    def counts(self, row: Claim) -> bool:
        """Whether a figure says how many there are: not one that was only promised or expected, unless that
        is what its quantity counts."""
        return row.modality in self.plan.modalities(row.quantity)

    @cached_property
    def claimed_on(self) -> date | None:
        """The day by which all figures under examination that are known had been published; ``None`` where
        none is."""
        return max(filter(None, (last_day(row.published) for row in self.headlines())), default=None)

    def first_published(self, row: Claim) -> str:
        """The earliest day on which a document with the claim's origin and quantity was published."""
        alike = self._of_quantity(row.quantity)
        same = (other.published for other in alike if other.origin_id == row.origin_id)
        return min(filter(None, same), key=lambda text: (end_of(text), -len(text)), default="")

    def series_of(self, quantity: str) -> list[str | None]:
        """The ways of counting a quantity that this edition keeps apart."""
        if quantity in self.parameters.inputs:
            return [None]
        day = self.parameters.day
        series: list[str | None] = [
            name
            for name in self.plan.quantities[quantity].series
            if not (since := self.plan.series[name].day) or not day or since <= day
        ]
        if self.parameters.series in series and len(series) > 1:
            return [self.parameters.series]
        return series or [None]

    def inputs(
        self, quantity: str, series: str | None = None, reading: str | None = None, months: int = 0
    ) -> Inputs:
        """Published (or set) range of a quantity, the claims used for it, and those left out with reasons.

        ``months``: what speaks of so many months before and after those of the figures counts as well.
        """
        key = quantity, series, reading or self.parameters.reading, months
        if key not in self._inputs:
            self._inputs[key] = self._sifted(*key)
        return self._inputs[key]

    def _sifted(self, quantity: str, series: str | None, reading: str, months: int) -> Inputs:
        rows = self._of_quantity(quantity, reading)
        if quantity in self.parameters.inputs:
            row = self._set_here(quantity)
            return Inputs(
                Bound(row.interval, (SET_HERE,), (SET_HERE,)), [row], [(row, REPLACED) for row in rows]
            )
        if self.period is None:  # no figure is known yet
            return Inputs(None, [], [])
        left_out = self._left_out_of(quantity, series, months)
        sifted = [(row, left_out(row)) for row in rows]
        used = [row for row, reason in sifted if not reason]
        bound = consistency.envelope(self.said(row, months) for row in used)
        return Inputs(bound, used, [(row, reason) for row, reason in sifted if reason])

    def around(self, months: int = 0) -> tuple[date, date] | None:
        """First and last day the headline figures speak of, and so many months before and after."""
        beside = timedelta(days=round(MONTH * months))
        return (self.period[0] - beside, self.period[1] + beside) if self.period else None

    def left_out(self, row: Claim, series: str | None = None, months: int = 0) -> str:
        """Why a claim is no input for its quantity, where figures are under examination; empty where it is
        one."""
        return self._left_out_of(row.quantity, series, months)(row)

    def _left_out_of(self, quantity: str, series: str | None, months: int) -> Callable[[Claim], str]:
        """What says the same of each claim of a quantity."""
        if (period := self.around(months)) is None:
            return lambda row: ""
        counted, scope, modalities = self.q(quantity), self.scope, self.plan.modalities(quantity)
        strict, timeless = len(counted.series) > 1, counted.timeless
        return lambda row: consistency.left_out(row, series, period, strict, scope, modalities, timeless)

    def period_of(self, quantity: str) -> tuple[date, date] | None:
        """The days for which figures of a quantity are asked; ``None`` where its figures hold at any time."""
        return None if self.q(quantity).timeless else self.period

    def said(self, row: Claim, months: int = 0) -> Bound:
        """What a claim says for the time of the figures; where that is nothing, and so many months before and
        after count as well, what it says for these."""
        bound = consistency.said(row, self.period_of(row.quantity))
        beside = months and bound.interval.unbounded
        return consistency.said(row, self.around(months)) if beside else bound

    def bound(self, quantity: str, series: str | None = None, reading: str | None = None) -> Bound | None:
        """Published (or set) range of a quantity, alone."""
        return self.inputs(quantity, series, reading).bound

    def _set_here(self, quantity: str) -> Claim:
        """The range a parameter sets, as a claim like any other."""
        low, high = self.parameters.inputs[quantity]
        span, here = Interval(low, high, False, False, quantity in self.signed), "this edition"
        cells: dict[str, Any] = dict.fromkeys(COLUMNS["claims"], "") | {
            "claim_id": SET_HERE, "quantity": quantity, "modality": ACTUAL,
            "margin": math.nan, "hedge": "range" if low < high else "exact",
            "value": low, "value_high": high if low < high else math.nan,
            "unit": consistency.base(self.q(quantity).units), "speaker": here, "institution": here,
            "origin_id": SET_HERE, "basis": "set", "status": "active",
        }  # fmt: skip
        source = Source(**dict.fromkeys(COLUMNS["sources"], "") | {"publisher": here})
        return Claim(**cells, source=source, number=low, spoken=span, interval=span)

    def published(self, quantity: str, also: Iterable[str] = ()) -> list[Claim]:
        """The published inputs that count for a quantity, over all its series, oldest first; what is ours is
        left out, but for quotients.

        ``also`` brings in what was left out for one of these reasons.
        """
        also = list(also)
        rows = []
        for series in self.series_of(quantity):
            _, used, left = self.inputs(quantity, series)
            rows += [*used, *(row for row, reason in left if reason in also)]
        return sorted(
            (row for row in rows if not ours(row)),
            key=lambda row: (last_day(row.published) or date.max, row.claim_id),
        )

    def ends(self, quantity: str, own: bool = True, series: str | None = None) -> tuple[Claim, Claim] | None:
        """The inputs for a quantity with the lowest and with the highest number, hedges left aside; ``None``
        where there is none.

        ``own``: what is ours among them, which is our assumptions and the quotients formed here. Of two with
        one number, the one with a ceiling (or a floor) comes first, so that an open end is seen.
        """
        rows = self._inputs_of(quantity, own, series)
        return _ends(rows) if rows else None

    def span(self, quantity: str, own: bool = True) -> Interval:
        """From the lowest to the highest number used as an input for a quantity, hedges left aside. Raises
        ValueError where there is none."""
        low, high = _ends(self._inputs_of(quantity, own))
        return Interval(low.spoken.low, high.spoken.high, False, False, low.interval.signed)

    def reach(self, quantity: str, own: bool = True, series: str | None = None) -> Interval:
        """The same, without an end where one of the inputs has none: below a ceiling, above a floor."""
        rows = self._inputs_of(quantity, own, series)
        low, high = _ends(rows)
        whole = Interval(low.spoken.low, high.spoken.high, False, False, rows[0].interval.signed)
        floored = all(row.interval.floored for row in rows)
        ceiled = all(math.isfinite(row.interval.high) for row in rows)
        return replace(whole.without(low=not floored, high=not ceiled), high_open=False)

    def _inputs_of(self, quantity: str, own: bool, series: str | None = None) -> list[Claim]:
        ways: list[str | None] = [series] if series else self.series_of(quantity)
        used = (row for way in ways for row in self.inputs(quantity, way).used)
        return [row for row in used if own or self.stated_by_others(row)]

    def stated_by_others(self, row: Claim) -> bool:
        """Whether somebody else stated a number: it is neither our assumption nor a quotient formed here."""
        return not ours(row) and not formed(row)

    def behind(self, row: Claim) -> tuple[Claim, ...]:
        """The claims a ratio was formed from (product, divisor); empty for a figure that was stated."""
        named = self._named()
        return tuple(named[name] for name in row.claim_id.split(OVER)) if formed(row) else ()

    def converted(self, row: Claim) -> bool:
        """Whether a total rests on a conversion."""
        return totals.converted(row, self._named())

    @cached_property
    def units(self) -> dict[str, dict[str, float]]:
        """The units of each quantity, each with its factor."""
        return {name: quantity.units for name, quantity in self.plan.quantities.items()}

    @cached_property
    def signed(self) -> frozenset[str]:
        """The quantities that can be nought and below."""
        return frozenset(name for name, quantity in self.plan.quantities.items() if quantity.signed)

    @cached_property
    def known(self) -> dict[str, float]:
        """What the calendar tells as seen from the day of the edition, in base units: of the latest material,
        from the day of its newest document. Nothing where there is no such day."""
        day = self.parameters.day or self.newest_day
        told = {name: quantity.on(day) for name, quantity in self.plan.quantities.items()} if day else {}
        return {name: value for name, value in told.items() if value is not None}

    @cached_property
    def relations(self) -> tuple[Relation, ...]:
        """The relations that apply on the day of the edition: not those with a time that is over by then, or
        that is not known."""
        applying = {name for name, value in self.known.items() if value > 0 or name in self.signed}
        over = {name for name, q in self.plan.quantities.items() if q.calendar and name not in applying}
        return tuple(r for r in self.plan.relations if over.isdisjoint(r.quantities))

    def quantities(self) -> list[str]:
        """Every quantity that a relation ties to another on the day of the edition, and of which somebody can
        say something: not those that the calendar tells."""
        tied = dict.fromkeys(q for r in self.relations for q in r.quantities)
        return [quantity for quantity in tied if quantity not in self.known]

    def tied(self) -> list[str]:
        """Every quantity that a relation ties to another on some day, and those that may stand in for one."""
        return list(
            dict.fromkeys(
                [q for r in self.plan.relations for q in r.quantities]
                + [name for r in self.plan.relations for name in r.stand_in]
            )
        )

    def relation(self, relation_id: str) -> Relation:
        """A relation of the dossier by its id."""
        return next(relation for relation in self.plan.relations if relation.id == relation_id)

    @property
    def given(self) -> dict[str, float]:
        """What the calendar tells of the quantities that relations tie on the day."""
        tied = {name for relation in self.relations for name in relation.quantities} if self.known else ()
        return {name: value for name, value in self.known.items() if name in tied}

    @undisturbed()
    def cases(
        self, readings: Iterable[str] = READINGS, wordings: Iterable[str] = (FIRST, RETOLD)
    ) -> list[consistency.Case]:
        """Every way of reading the figures: wording × reading × series, each with its bounds."""
        made, quantities = [], self.quantities()
        for wording, reading in itertools.product(wordings, readings):
            bounds = {row.quantity: self.said(row) for row in self.headlines(wording, reading)}
            set_here = self.parameters.inputs
            rest = [q for q in quantities if q not in bounds or q in set_here]
            bounds = {quantity: bound for quantity, bound in bounds.items() if not bound.interval.unbounded}
            for chosen in itertools.product(*(self.series_of(q) for q in rest)):
                found = {q: self.bound(q, series, reading) for q, series in zip(rest, chosen, strict=True)}
                label = {"wording": wording, "reading": reading}
                label["series"] = next(
                    (
                        s
                        for q, s in zip(rest, chosen, strict=True)
                        if s and len(self.plan.quantities[q].series) > 1
                    ),
                    "",
                )
                made.append(
                    consistency.Case(
                        self.relations,
                        bounds | {q: b for q, b in found.items() if b},
                        label,
                        self.given,
                        self.signed,
                    )
                )
        return made

    def contemporaries(self, row: Claim, days: int = 31) -> list[totals.Statement]:
        """Other totals of a figure's quantity and another origin, first stated in the days before it or on
        its day."""
        day = last_day(self.first_published(row))
        return [one for one in self.totals_around(row, days) if day and end_of(one.first.published) <= day]

    def totals_around(self, row: Claim, days: int) -> list[totals.Statement]:
        """Totals of a figure's quantity and another origin, first stated within so many days of it."""
        day = last_day(self.first_published(row))
        return [
            one
            for one in self.running_totals([row.quantity] if day else [])
            if one.first.origin_id != row.origin_id
            and day
            and abs(day - end_of(one.first.published)) <= timedelta(days=days)
        ]

    def stated_after(self, day: date | None, quantities: Iterable[str]) -> list[Claim]:
        """Claims of some quantities first stated after a day, oldest first; none for no day.

        Retellings, undated documents, our assumptions, ratios formed here, claims out of the sums and what
        was only promised or expected are left out.
        """
        if day is None:
            return []
        asked = set(quantities)
        rows = (
            row for row in self.rows() if row.quantity in asked and row.status == "active" and row.published
        )
        found = [row for row in rows if row.relation not in RETELLING and self.stated_by_others(row)]
        found = [row for row in found if self.counts(row)]
        return sorted(
            (row for row in found if end_of(row.published) > day),
            key=lambda row: (end_of(row.published), row.claim_id),
        )

    def running_totals(self, quantities: Iterable[str]) -> list[totals.Statement]:
        """Every running total of some quantities as it was first stated, oldest first; the members of an
        either-or as one. The total of a part is none, unless that part is under examination."""
        rows = (row for row in self.stated_after(date.min, quantities) if row.scope == self.scope)
        return totals.statements(row for row in rows if row.cumulative == "yes" and row.hedge != "none")

    def conversions(self, days: int = 31) -> list[tuple[totals.Statement, totals.Statement]]:
        """Pairs of running totals that run to days no further apart: the first rests on a conversion, the
        second does not."""
        pairs = totals.near(self.running_totals(self.tied()), days, totals.until)
        mixed = [sorted(pair, key=lambda one: not self.converted(one.first)) for pair in pairs]
        return [
            (one, other)
            for one, other in mixed
            if self.converted(one.first) and not self.converted(other.first)
        ]

    def agencies(self, days: int = 31) -> list[tuple[totals.Statement, totals.Statement]]:
        """Pairs of running totals that two institutions of one government published no further apart, the
        earlier first."""
        pairs = totals.near(
            self.running_totals(self.tied()),
            days,
            lambda row: last_day(row.published),
            lambda row: self.plan.governments.get(row.institution),
        )
        return [pair for pair in pairs if pair[0].first.institution != pair[1].first.institution]

    def newest(self, quantity: str, day: str) -> Claim | None:
        """The running total last published before a day; ``None`` where there is none."""
        before = [
            one.first for one in self.running_totals([quantity]) if end_of(one.first.published) < end_of(day)
        ]
        return before[-1] if before else None

    def seen_from(self, day: date) -> Self:
        """This record as it stood on an earlier day; a later one than its own shows no more than this one
        sees."""
        return self.reread(as_of=min(day, self.parameters.day or day))


def _ends(rows: Iterable[Claim]) -> tuple[Claim, Claim]:
    """The claims with the lowest and with the highest number. Raises ValueError for none."""
    rows = list(rows)
    low = min(rows, key=lambda row: (row.spoken.low, row.interval.floored))
    return low, max(rows, key=lambda row: (row.spoken.high, math.isinf(row.interval.high)))
