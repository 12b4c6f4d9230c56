"""The record: one dossier as it stood on a day, under one reading.

Every claim with the range its wording allows, the figures under examination, the published inputs, and the cases to reconcile, as seen from
the day of the edition or from any day before it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Any, Self

import pandas as pd

from reported.analysis import consistency, hedges, origins, totals
from reported.analysis.hedges import CONVENTIONS, READINGS, Interval
from reported.analysis.parameters import Parameters
from reported.dossier import reader
from reported.dossier.dates import first_day, last_day
from reported.dossier.plan import Quantity, Relation
from reported.dossier.reader import Dossier, each, ours, row_of
from reported.dossier.tables import undisturbed

FIRST, RETOLD = "as first worded", "as retold"
SET_HERE = "set-by-this-edition"
MARGINS = (
    0.1,
    0.5,
)  # how far “about” may be off, beside the edition's own share: less and more than most would say
# What a record adds to each claim.
MEASURED = ("number", "spoken", "interval", "rounding")
DOCUMENT = ("published", "publisher", "publisher_kind", "url", "language")


@dataclass(frozen=True)
class Answer:
    """Whether the figures fit, as seen from one day: the outcome of each way of reading them."""

    day: date
    outcomes: tuple[consistency.Outcome, ...]

    def word(self, wording: str) -> str:
        """One word for a wording, when any one of the ways of counting may be right."""
        return consistency.answer(consistency.under(self.outcomes, wording=wording))

    def needs(self, wording: str) -> dict[str, Interval]:
        """What must hold under a wording."""
        return consistency.needed(consistency.under(self.outcomes, wording=wording))

    @property
    def rests_on(self) -> set[str]:
        """The claims that set the bounds."""
        return {
            c for o in self.outcomes for b in o.case.bounds.values() for c in (*b.low_claims, *b.high_claims)
        }


class Record:
    """A dossier as of a day, under one reading. Rows are named tuples with ``number`` and ``interval`` in base units."""

    def __init__(self, whole: Dossier, parameters: Parameters):
        self.parameters = parameters
        self.dossier = whole.as_of(parameters.day)
        self.plan = whole.plan
        # What is worked out once is kept for as long as this record lives, and no longer.
        for name in ("measured", "inputs", "bound", "_rows", "_of_quantity", "_headlines"):
            setattr(self, name, cache(getattr(self, name)))

    def reread(self, **changes: Any) -> Self:
        """The same dossier under other parameters (``reading``, ``convention``, an earlier ``as_of`` …), never with more than is known here."""
        return type(self)(self.dossier, self.parameters.model_copy(update=changes))

    def measured(self, reading: str) -> pd.DataFrame:
        """Every claim that was public, and the ratios formed from them, under a reading."""
        claims = pd.DataFrame(
            self._rows(reading).values(),
            columns=[*self.dossier.claims.columns, *DOCUMENT, *MEASURED],
            dtype=object,
        )
        return claims.astype(dict.fromkeys(("value", "value_high", "number"), float))

    @cached_property
    def withdrawn(self) -> dict[str, str]:
        """Claims that are out of every sum, each with the reason: retracted, or resting on one that is."""
        return origins.withdrawn(self.dossier.claims)

    @property
    def claims(self) -> pd.DataFrame:
        """The claims under this edition's reading, withdrawn ones among them."""
        return self.measured(self.parameters.reading)

    @cached_property
    def standing(self) -> pd.DataFrame:
        """The claims without those that were withdrawn: what may be counted."""
        return self.claims[~self.claims["status"].isin(origins.WITHDRAWN)]

    @cached_property
    def links(self):
        """The graph of the claims: who retells whom, what was computed from what."""
        return origins.graph(self.claims)

    def claim(self, claim_id: str, reading: str | None = None):
        """One claim as a named tuple, or ``None`` where it was not public yet."""
        return self._rows(reading or self.parameters.reading).get(claim_id)

    @undisturbed()
    def _rows(self, reading: str) -> dict:
        """The claims of ``measured`` by id."""
        units = {name: quantity.units for name, quantity in self.plan.quantities.items()}
        claims, own = self.dossier.claims, self.parameters
        spans = hedges.measure(
            claims, units, reading, own.approx_tolerance, self.dossier.hedges, own.convention
        )
        claim = row_of(*claims.columns, *DOCUMENT, *MEASURED)
        columns = [*self._said, *zip(*spans, strict=True)] if spans else []
        rows = [claim._make(cells) for cells in zip(*columns, strict=True)]
        return {row.claim_id: row for row in (*rows, *consistency.ratios(rows, self.plan.relations, units))}

    @cached_property
    def _said(self) -> list[list]:
        """The columns of the claims and of their documents, the same under every reading; withdrawn claims with their reason as status."""
        claims = self.dossier.claims
        if self.withdrawn:
            status = [
                self.withdrawn.get(name, said)
                for name, said in zip(claims["claim_id"], claims["status"], strict=True)
            ]
            claims = claims.assign(status=status)
        sources = [self._sources[name] for name in claims["source_id"]]
        documents = [[getattr(source, column) for source in sources] for column in DOCUMENT]
        return [*claims.to_numpy(dtype=object).T.tolist(), *documents]

    def _of_quantity(self, reading: str) -> dict[str, list]:
        """The claims of each quantity, in the order of the table."""
        gathered: dict[str, list] = {}
        for row in self._rows(reading).values():
            gathered.setdefault(row.quantity, []).append(row)
        return gathered

    def source(self, source_id: str):
        """One document of the dossier."""
        return self._sources[source_id]

    @cached_property
    def _sources(self) -> dict:
        return {row.source_id: row for row in each(self.dossier.sources)}

    def q(self, quantity: str) -> Quantity:
        """The nouns of a quantity."""
        return self.plan.quantities[quantity]

    def headline(self, quantity: str, wording: str = FIRST, reading: str | None = None):
        """The claim under examination for a quantity: as first worded, or in the retelling the dossier names. ``None`` if not public."""
        return self._headlines(wording, reading or self.parameters.reading).get(quantity)

    def headlines(self, wording: str = FIRST, reading: str | None = None) -> list:
        """All headline claims that were public."""
        found = self._headlines(wording, reading or self.parameters.reading)
        return [found[quantity] for quantity in self.plan.quantities if quantity in found]

    def _headlines(self, wording: str, reading: str) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for entry in self.plan.headline:
            # A retelling that was not public yet, or was withdrawn, leaves the first wording.
            for name in [entry.retold] * (wording == RETOLD and bool(entry.retold)) + [entry.claim]:
                row = self.claim(name, reading)
                if row is not None and row.status == "active":
                    found.setdefault(row.quantity, row)
        return found

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
        return max(
            (day for text in self.claims["published"] if text and (day := last_day(text))), default=None
        )

    @cached_property
    def claimed_on(self) -> date | None:
        """The day by which all figures under examination that are known had been published; ``None`` where none is."""
        return max(filter(None, (last_day(row.published) for row in self.headlines())), default=None)

    def first_published(self, row) -> str:
        """The earliest day on which a document with the claim's origin and quantity was published."""
        alike = self._of_quantity(self.parameters.reading).get(row.quantity, ())
        same = (other.published for other in alike if other.origin_id == row.origin_id)
        return min(filter(None, same), key=lambda text: (last_day(text), -len(text)), default="")

    def series_of(self, quantity: str) -> list[str | None]:
        """The ways of counting a quantity that this edition keeps apart."""
        if quantity in self.parameters.inputs:
            return [None]
        day = self.parameters.day
        known = (
            name
            for name in self.plan.quantities[quantity].series
            if not self.plan.series[name].day or not day or self.plan.series[name].day <= day
        )
        series = list(known)
        if self.parameters.series in series and len(series) > 1:
            return [self.parameters.series]
        return series or [None]

    def inputs(self, quantity: str, series: str | None = None, reading: str | None = None):
        """Published (or set) range of a quantity: (Bound or None, rows used, rows left out with reasons)."""
        reading = reading or self.parameters.reading
        claims, bound = self.measured(reading), self.bound(quantity, series, reading)
        claims = claims[claims["quantity"] == quantity]
        if quantity in self.parameters.inputs:
            return (
                bound,
                self._set_here(quantity, claims.columns),
                claims.assign(reason="replaced in this edition"),
            )
        if self.period is None:
            return None, claims.iloc[:0], claims.iloc[:0].assign(reason="")
        claims = claims.assign(reason=[reason for _, reason in self._sifted(quantity, series, reading)])
        return bound, claims[claims["reason"] == ""], claims[claims["reason"] != ""]

    def bound(
        self, quantity: str, series: str | None = None, reading: str | None = None
    ) -> consistency.Bound | None:
        """Published (or set) range of a quantity, alone."""
        if quantity in self.parameters.inputs:
            return consistency.Bound(
                Interval(*self.parameters.inputs[quantity], False, False), (SET_HERE,), (SET_HERE,)
            )
        sifted = self._sifted(quantity, series, reading or self.parameters.reading)
        return consistency.envelope(
            consistency.said(row, self.period) for row, reason in sifted if not reason
        )

    def _sifted(self, quantity: str, series: str | None, reading: str) -> list[tuple[Any, str]]:
        """The claims of a quantity, each with the reason why it is left out of the published inputs; none before a figure is known."""
        if self.period is None:
            return []
        strict = len(self.q(quantity).series) > 1
        rows = self._of_quantity(reading).get(quantity, ())
        return [(row, consistency.left_out(row, series, self.period, strict)) for row in rows]

    def _set_here(self, quantity: str, columns: pd.Index) -> pd.DataFrame:
        """The range a parameter sets, as a row like any other."""
        low, high = self.parameters.inputs[quantity]
        span = Interval(low, high, False, False)
        row = dict.fromkeys(columns, "") | {
            "claim_id": SET_HERE, "quantity": quantity, "hedge": "range" if low < high else "exact", "value": low,
            "value_high": high if low < high else math.nan, "unit": consistency.base(self.q(quantity).units), "speaker": "this edition", "institution": "this edition",
            "publisher": "this edition", "publisher_kind": "", "origin_id": SET_HERE, "basis": "set", "status": "active", "number": low, "spoken": span, "interval": span,
            "rounding": (0.0, 0.0),
        }  # fmt: skip
        return pd.DataFrame([row]).assign(reason="")

    def published(self, quantity: str, also: Iterable[str] = ()) -> list:
        """The published inputs that count for a quantity, over all its series, oldest first; what is ours is left out, but for quotients.

        ``also`` brings in what was left out for one of these reasons.
        """
        also = list(also)
        rows = []
        for series in self.series_of(quantity):
            _, used, left = self.inputs(quantity, series)
            rows += [*each(used), *each(left[left["reason"].isin(also)])]
        return sorted(
            (row for row in rows if not ours(row)),
            key=lambda row: (last_day(row.published) or date.max, row.claim_id),
        )

    def ends(self, quantity: str, own: bool = True, series: str | None = None) -> tuple[Any, Any] | None:
        """The inputs for a quantity with the lowest and with the highest number, hedges left aside; ``None`` where there is none.

        ``own``: what is ours among them, which is our assumptions and the quotients formed here. Of two with one number, the one with a
        ceiling (or a floor) comes first, so that an open end is seen.
        """
        rows = self._inputs_of(quantity, own, series)
        low = min(rows, key=lambda row: (row.spoken.low, row.interval.low > 0), default=None)
        high = max(rows, key=lambda row: (row.spoken.high, math.isinf(row.interval.high)), default=None)
        return (low, high) if rows else None

    def span(self, quantity: str, own: bool = True) -> Interval:
        """From the lowest to the highest number used as an input for a quantity, hedges left aside."""
        low, high = self.ends(quantity, own)
        return Interval(low.spoken.low, high.spoken.high, False, False)

    def reach(self, quantity: str, own: bool = True, series: str | None = None) -> Interval:
        """The same, without an end where one of the inputs has none: below a ceiling, above a floor."""
        low, high = self.ends(quantity, own, series)
        rows = self._inputs_of(quantity, own, series)
        least = low.spoken.low if all(row.interval.low for row in rows) else 0.0
        most = high.spoken.high if all(math.isfinite(row.interval.high) for row in rows) else math.inf
        return Interval(least, most, not least, False)

    def _inputs_of(self, quantity: str, own: bool, series: str | None) -> list:
        used = (
            row
            for way in ([series] if series else self.series_of(quantity))
            for row in each(self.inputs(quantity, way)[1])
        )
        return [row for row in used if own or self.stated_by_others(row)]

    def stated_by_others(self, row) -> bool:
        """Whether somebody else stated a number: it is neither our assumption nor a quotient formed here."""
        return not ours(row) and not self.behind(row)

    def _known(self, quantity: str) -> bool:
        return self.headline(quantity) is not None or any(
            self.bound(quantity, series) for series in self.series_of(quantity)
        )

    def behind(self, row) -> tuple:
        """The claims a ratio was formed from (product, divisor); empty for a figure that was stated."""
        return (
            tuple(self.claim(name) for name in row.claim_id.split(" over "))
            if " over " in row.claim_id
            else ()
        )

    def converted(self, row) -> bool:
        """Whether a total rests on a conversion."""
        return totals.converted(row, self._rows(self.parameters.reading))

    def quantities(self) -> list[str]:
        """Every quantity that a relation ties to another."""
        return list(dict.fromkeys(q for r in self.plan.relations for q in (r.product, *r.factors)))

    def tied(self) -> list[str]:
        """Every quantity that a relation ties to another, and those that may stand in for one of them."""
        return list(
            dict.fromkeys([*self.quantities(), *(name for r in self.plan.relations for name in r.stand_in)])
        )

    def relation(self, relation_id: str) -> Relation:
        """A relation of the dossier by its id."""
        return next(relation for relation in self.plan.relations if relation.id == relation_id)

    def cases(
        self, readings: Iterable[str] = READINGS, wordings: Iterable[str] = (FIRST, RETOLD)
    ) -> list[consistency.Case]:
        """Every way of reading the figures: wording × reading × series, each with its bounds."""
        relations = self.plan.relations
        made = []
        for wording, reading in itertools.product(wordings, readings):
            bounds = {
                row.quantity: consistency.said(row, self.period) for row in self.headlines(wording, reading)
            }
            rest = [q for q in self.quantities() if q not in bounds or q in self.parameters.inputs]
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
                    consistency.Case(relations, bounds | {q: b for q, b in found.items() if b}, label)
                )
        return made

    def ways(self) -> list[consistency.Outcome]:
        """Every way of reading the figures: each wording, reading and way of counting, under each convention for a hedge and margin for “about”."""
        own = self.parameters
        margins = [("house", share) for share in sorted({*MARGINS, own.approx_tolerance})]
        made = []
        for name, share in (
            *margins,
            *((name, own.approx_tolerance) for name in CONVENTIONS if name != "house"),
        ):
            other = self.reread(convention=name, approx_tolerance=share)
            for case in other.cases():
                label = case.label | {"convention": name, "margin": f"{share:.0%}" if name == "house" else ""}
                made.append(consistency.outcome(replace(case, label=label), other.links))
        return made

    def contemporaries(self, row, days: int = 31) -> list[totals.Statement]:
        """Other totals of a figure's quantity and another origin, first stated in the days before it or on its day."""
        day = last_day(self.first_published(row))
        found = self.running_totals([row.quantity])
        return [
            one
            for one in found
            if one.first.origin_id != row.origin_id
            and timedelta(0) <= day - last_day(one.first.published) <= timedelta(days=days)
        ]

    def stated_after(self, day: date | None, quantities: Iterable[str]) -> list:
        """Claims of some quantities first stated after a day, oldest first; none for no day.

        Retellings, undated documents, our assumptions, ratios formed here and claims out of the sums are left out.
        """
        kept = self.standing[
            self.standing["quantity"].isin(list(quantities)) & self.standing["status"].eq("active")
        ]
        rows = [row for row in each(kept) if row.relation not in origins.RETELLING and not self.behind(row)]
        dated = [(last_day(row.published), row) for row in rows if not ours(row) and row.published]
        return [
            row for on, row in sorted(dated, key=lambda pair: (pair[0], pair[1].claim_id)) if day and on > day
        ]

    def running_totals(self, quantities: Iterable[str]) -> list[totals.Statement]:
        """Every running total of some quantities as it was first stated, oldest first; the members of an either-or as one."""
        rows = self.stated_after(date.min, quantities)
        return totals.statements(row for row in rows if row.cumulative == "yes" and row.hedge != "none")

    def conversions(self, days: int = 31) -> list[tuple[totals.Statement, totals.Statement]]:
        """Pairs of running totals that run to days no further apart: the first rests on a conversion, the second does not."""
        pairs = totals.near(self.running_totals(self.tied()), days, totals.until)
        mixed = [sorted(pair, key=lambda one: not self.converted(one.first)) for pair in pairs]
        return [
            (one, other)
            for one, other in mixed
            if self.converted(one.first) and not self.converted(other.first)
        ]

    def agencies(self, days: int = 31) -> list[tuple[totals.Statement, totals.Statement]]:
        """Pairs of running totals that two institutions of one government published no further apart, the earlier first."""
        pairs = totals.near(
            self.running_totals(self.tied()),
            days,
            lambda row: last_day(row.published),
            lambda row: self.plan.governments.get(row.institution),
        )
        return [pair for pair in pairs if pair[0].first.institution != pair[1].first.institution]

    def newest(self, quantity: str, day: str):
        """The running total last published before a day; ``None`` where there is none."""
        before = [
            one.first
            for one in self.running_totals([quantity])
            if last_day(one.first.published) < last_day(day)
        ]
        return before[-1] if before else None

    def seen_from(self, day: date) -> Self:
        """This record as it stood on an earlier day; a later one than its own shows no more than this one sees."""
        return self.reread(as_of=min(day, self.parameters.day or day))

    def answers(self) -> list[Answer]:
        """The figures held together as seen from the day of the claim and from each later day on which a bound could move.

        Under this edition's reading; the time grows with those days, about a twentieth of a second each.
        """
        made: list[Answer] = []
        for day in self._turning_days() if self.plan.relations else ():
            cases = self.seen_from(day).cases(readings=(self.parameters.reading,))
            same = made and [o.case for o in made[-1].outcomes] == cases
            made.append(Answer(day, made[-1].outcomes if same else tuple(map(consistency.outcome, cases))))
        return made

    def _turning_days(self) -> list[date]:
        """The day of the claim, and later days that brought an input, a part of a conversion or a retelling under examination."""
        named = {name for entry in self.plan.headline for name in (entry.claim, entry.retold)}
        free = {quantity for quantity in self.quantities() if self.headline(quantity) is None}
        rows = self._rows(self.parameters.reading).values()
        for row in rows:
            if row.relation in (origins.COMPUTED, origins.GIVEN_WITH):
                named |= {row.claim_id, *(name for name, _ in reader.relayed(row.relays))}
        moving = (row for row in rows if row.claim_id in named or row.quantity in free)
        days = {last_day(row.published) for row in moving if row.published and not ours(row)}
        return (
            sorted({self.claimed_on, *(day for day in days if day > self.claimed_on)} - {None})
            if self.claimed_on
            else []
        )
