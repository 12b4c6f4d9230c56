"""Editions: one dossier seen from one day, under one reading.

This room holds what a notebook works with after its first cell: the dossier as it stood, every claim with its interval, the figures under
examination, the published inputs, the cases to reconcile, and the words for all of them.
"""

from __future__ import annotations

import ast
import itertools
import math
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pandas as pd

from reported import charts, hedges, origins, prose, reconcile
from reported import dossier as dossiers
from reported.dossier import Dossier, Quantity, first_day, last_day
from reported.findings import Finding, Link, finding
from reported.hedges import READINGS, Interval
from reported.parameters import PLACES, Parameters, contract
from reported.prose import in_words, listed

FIRST, RETOLD = "as first worded", "as retold"
SET_HERE = "set-by-this-edition"


def open_edition(names: Mapping[str, Any]) -> Edition:
    """Open the edition that a notebook's parameters describe; call it with ``globals()`` in the first cell after them.

    Papermill only logs a parameter that a notebook does not know, and runs the default: here it is refused by name instead. Raises
    Refused.
    """
    folder = dossiers.find(names.get("data", ""))
    whole = dossiers.read(folder)
    given = {name: names[name] for name in Parameters.model_fields if name in names}
    for name in _injected(names):
        if name not in (*given, *PLACES):
            given[name] = names[name]
    return Edition(whole, contract(given, whole.plan), names.get("figures", ""))


def _injected(names: Mapping[str, Any]) -> list[str]:
    """Names set in the cell that papermill injects."""
    found = []
    for source in names.get("In", []):
        if source.startswith("# Parameters\n"):
            found += [
                t.id
                for node in ast.parse(source).body
                if isinstance(node, ast.Assign)
                for t in node.targets
                if isinstance(t, ast.Name)
            ]
    return found


class Edition:
    """A dossier as of a day, under one reading. Rows are pandas named tuples with ``number`` and ``interval`` in base units."""

    def __init__(self, whole: Dossier, parameters: Parameters, figures: str | Path = ""):
        self.parameters = parameters
        self.figures = figures
        self.dossier = whole.as_of(parameters.day)
        self.plan = whole.plan

    @cache
    def measured(self, reading: str) -> pd.DataFrame:
        """Every claim that was public, and the ratios formed from them, under a reading."""
        units = {name: quantity.units for name, quantity in self.plan.quantities.items()}
        claims = hedges.measure(self.dossier.claims, units, reading, self.parameters.approx_tolerance, self.dossier.hedges)
        claims = pd.concat([claims, reconcile.ratios(claims, self.plan.relations, units)], ignore_index=True)
        sources = self.dossier.sources.set_index("source_id")
        return claims.assign(
            **{column: claims["source_id"].map(sources[column]) for column in ("published", "publisher", "url", "language")}
        )

    @property
    def claims(self) -> pd.DataFrame:
        """The claims under this edition's reading."""
        return self.measured(self.parameters.reading)

    @cached_property
    def links(self):
        """The graph of the claims: who retells whom, what was computed from what."""
        return origins.graph(self.claims)

    def claim(self, claim_id: str, reading: str | None = None):
        """One claim as a named tuple, or ``None`` where it was not public yet."""
        return self._rows(reading or self.parameters.reading).get(claim_id)

    @cache
    def _rows(self, reading: str) -> dict:
        return {row.claim_id: row for row in self.measured(reading).itertuples()}

    def headline(self, quantity: str, wording: str = FIRST, reading: str | None = None):
        """The claim under examination for a quantity: as first worded, or in the retelling most readers met. ``None`` if not public."""
        for entry in self.plan.headline:
            name = entry.retold if wording == RETOLD and entry.retold else entry.claim
            row = self.claim(name, reading) or self.claim(entry.claim, reading)
            if row is not None and row.quantity == quantity and row.status == "active":
                return row
        return None

    def headlines(self, wording: str = FIRST, reading: str | None = None) -> list:
        """All headline claims that were public."""
        rows = (self.headline(quantity, wording, reading) for quantity in self.plan.quantities)
        return [row for row in rows if row is not None]

    @cached_property
    def period(self) -> tuple[date, date] | None:
        """First and last day the headline figures speak of."""
        rows = self.headlines()
        starts = [day for row in rows if (day := first_day(row.period_start))]
        ends = [day for row in rows if (day := last_day(row.period_end))]
        return (min(starts), max(ends)) if starts and ends else None

    def series_of(self, quantity: str) -> list[str | None]:
        """The ways of counting a quantity that this edition keeps apart."""
        if quantity in self.parameters.inputs:
            return [None]
        series = list(self.plan.quantities[quantity].series)
        if self.parameters.series in series and len(series) > 1:
            return [self.parameters.series]
        return series or [None]

    @cache
    def inputs(self, quantity: str, series: str | None = None, reading: str | None = None):
        """Published (or set) range of a quantity: (Bound or None, rows used, rows left out with reasons)."""
        claims = self.measured(reading or self.parameters.reading)
        if quantity in self.parameters.inputs:
            own = self._set_here(quantity, claims.columns)
            bound = reconcile.Bound(own["interval"].iloc[0], (SET_HERE,), (SET_HERE,))
            return bound, own, claims[claims["quantity"] == quantity].assign(reason="replaced in this edition")
        if self.period is None:
            return None, claims.iloc[:0], claims.iloc[:0].assign(reason="")
        return reconcile.envelope(claims, quantity, series, self.period, strict=len(self.q(quantity).series) > 1)

    def _set_here(self, quantity: str, columns: pd.Index) -> pd.DataFrame:
        """The range a parameter sets, as a row like any other."""
        low, high = self.parameters.inputs[quantity]
        span = Interval(low, high, False, False)
        row = dict.fromkeys(columns, "") | {
            "claim_id": SET_HERE, "quantity": quantity, "hedge": "range" if low < high else "exact", "value": low,
            "value_high": high if low < high else math.nan, "unit": reconcile.base(self.q(quantity).units), "speaker": "this edition", "institution": "this edition",
            "publisher": "this edition", "origin_id": SET_HERE, "basis": "set", "status": "active", "number": low, "spoken": span, "interval": span,
        }  # fmt: skip
        return pd.DataFrame([row]).assign(reason="")

    def published(self, quantity: str, otherwise_counted: bool = False) -> list:
        """The published inputs that count for a quantity, over all its series, oldest first; our own assumptions left out.

        ``otherwise_counted`` brings in what was left out only because it counts something else.
        """
        rows = []
        for series in self.series_of(quantity):
            _, used, left = self.inputs(quantity, series)
            rows += [
                *used.itertuples(),
                *(left[left["reason"] == reconcile.COUNTS_ELSE].itertuples() if otherwise_counted else ()),
            ]
        return sorted(
            (row for row in rows if row.basis != dossiers.OWN_BASIS),
            key=lambda row: (last_day(row.published) or date.max, row.claim_id),
        )

    def _used(self, quantity: str) -> list:
        return [row for series in self.series_of(quantity) for row in self.inputs(quantity, series)[1].itertuples()]

    def span(self, quantity: str, own: bool = True) -> Interval:
        """From the lowest to the highest number used as an input for a quantity, hedges left aside; ``own``: our assumptions too."""
        rows = [row for row in self._used(quantity) if own or row.basis != dossiers.OWN_BASIS]
        return Interval(min(r.spoken.low for r in rows), max(r.spoken.high for r in rows), False, False)

    def stated_ends(self, quantity: str) -> list[float]:
        """The ends of the ranges that were stated (not formed from other figures) for a quantity, in ascending order."""
        rows = [row for row in self._used(quantity) if " over " not in row.claim_id]
        return sorted({end for row in rows for end in (row.spoken.low, row.spoken.high)})

    def source(self, source_id: str):
        """One document of the dossier."""
        return next(self.dossier.sources[self.dossier.sources["source_id"] == source_id].itertuples())

    def behind(self, row) -> tuple:
        """The claims a ratio was formed from (product, divisor); empty for a figure that was stated."""
        return tuple(self.claim(name) for name in row.claim_id.split(" over ")) if " over " in row.claim_id else ()

    def quantities(self) -> list[str]:
        """Every quantity that a relation ties to another."""
        return list(dict.fromkeys(q for r in self.plan.relations for q in (r.product, *r.factors)))

    def relation(self, relation_id: str) -> dossiers.Relation:
        """A relation of the dossier by its id."""
        return next(relation for relation in self.plan.relations if relation.id == relation_id)

    def cases(self, readings: Iterable[str] = READINGS, wordings: Iterable[str] = (FIRST, RETOLD)) -> list[reconcile.Case]:
        """Every way of reading the figures: wording × reading × series, each with its bounds."""
        relations = self.plan.relations
        made = []
        for wording, reading in itertools.product(wordings, readings):
            bounds = {
                row.quantity: reconcile.Bound(row.interval, (row.claim_id,), (row.claim_id,))
                for row in self.headlines(wording, reading)
            }
            rest = [q for q in self.quantities() if q not in bounds or q in self.parameters.inputs]
            for chosen in itertools.product(*(self.series_of(q) for q in rest)):
                found = {q: self.inputs(q, series, reading)[0] for q, series in zip(rest, chosen, strict=True)}
                label = {"wording": wording, "reading": reading}
                label["series"] = next(
                    (s for q, s in zip(rest, chosen, strict=True) if s and len(self.plan.quantities[q].series) > 1),
                    "",
                )
                made.append(reconcile.Case(relations, bounds | {q: b for q, b in found.items() if b}, label))
        return made

    # ── words ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def day_words(self) -> str:
        """The as-of day in words."""
        return "the latest material" if self.parameters.day is None else in_words(str(self.parameters.as_of))

    def q(self, quantity: str) -> Quantity:
        """The nouns of a quantity."""
        return self.plan.quantities[quantity]

    def words(self, what: Interval | float, quantity: str, places: int | None = None) -> str:
        """A number or an interval with its noun: ``at least 13,100 shells a day``."""
        text = prose.words(what, places) if isinstance(what, Interval) else prose.number(what, places)
        return f"{text} {self.q(quantity).one if text == 'one' else self.q(quantity).many}"

    def said(self, row) -> str:
        """What a claim says, in plain English with its hedge and noun, in the unit it was said in."""
        return f"{prose.said(row.hedge, row.value, row.value_high)} {self._noun(row)}"

    def phrase(self, row) -> str:
        """What a claim says, in the words that let it stand alone: ``enough for about two months of war``."""
        return self.q(row.quantity).phrase.format(self.said(row))

    def bare(self, row) -> str:
        """The number a claim names, in the unit it was said in, without its hedge: ``two months``."""
        return f"{prose.stated(row.value)} {self._noun(row)}"

    def _noun(self, row) -> str:
        quantity = self.q(row.quantity)
        if quantity.units[row.unit] == 1:
            return quantity.one if row.value == 1 else quantity.many
        head, _, tail = row.unit.partition("/")
        return f"{head}{'s' * (row.value != 1)}" + (f" a {tail}" if tail else "")

    def institution(self, row) -> str:
        """Whose figure it is, the name written out."""
        return self.plan.names.get(row.institution, row.institution)

    def label(self, quantity: str, series: str | None = None) -> str:
        """What a quantity is called, with its way of counting where there are several."""
        several = series and len(self.q(quantity).series) > 1
        return f"{self.q(quantity).label}, {self.plan.series[series].label}" if several else self.q(quantity).label

    def series_label(self, series: str) -> str:
        """What a way of counting is called."""
        return self.plan.series[series].label if series else "–"

    def reasons(self, left: pd.DataFrame) -> str:
        """Why claims were left out, with how many for each reason."""
        return ", ".join(f"{n} {reason}" for reason, n in left["reason"].value_counts().sort_index().items()) or "–"

    def on_record(self, quantity: str, wording: str) -> list[tuple[str, charts.Row]]:
        """What stands on the record for a quantity, ready to draw: the headline figure, or the published range of each way of counting."""
        row = self.headline(quantity, wording)
        if row is not None and quantity not in self.parameters.inputs:
            name = self.label(quantity)
            return [(name, charts.Row(name, row.interval, f"said: {self.said(row)}", row.hedge, row.number))]
        bounds = [(self.label(quantity, series), self.inputs(quantity, series)[0]) for series in self.series_of(quantity)]
        return [
            (
                name,
                charts.Row(name, bound.interval, f"published: {prose.words(bound.interval)}", colour=charts.ASSUMED),
            )
            for name, bound in bounds
            if bound
        ]

    def on_record_claims(self, quantities: Iterable[str], wording: str) -> list:
        """The claims that stand on the record for some quantities: the headline figures, and the published inputs for the rest."""
        found = []
        for quantity in quantities:
            row = self.headline(quantity, wording)
            found += [row] if row is not None else self.published(quantity)
        return found

    def record_words(self, quantity: str, wording: str) -> str:
        """What stands on the record for a quantity, in words: ``said: more than 1,000 containers``, ``published: 5,000 to 30,000``."""
        row = self.headline(quantity, wording)
        if quantity in self.parameters.inputs:
            return f"set: {prose.words(self.span(quantity))}"
        if row is not None:
            return f"said: {self.said(row)}"
        return f"published: {prose.words(self.span(quantity))}" if self._known(quantity) else "nothing"

    def apart(self, outcomes: Iterable[reconcile.Outcome], quantity: str) -> str:
        """What is implied for a quantity, in words; told apart by way of counting where that makes a difference."""
        told: dict[str, list[str]] = {}
        for o in outcomes:
            span = o.verdicts[quantity].implied.interval
            told.setdefault(prose.words(span) if span else "the rest do not fit", []).append(
                self.series_label(o.case.label["series"])
            )
        return next(iter(told)) if len(told) == 1 else "; ".join(f"{text} ({listed(labels)})" for text, labels in told.items())

    def whose(self, claims: Iterable[str]) -> str:
        """The institutions behind some claims, each once."""
        rows = filter(None, map(self.claim, dict.fromkeys(claims)))
        return ", ".join(dict.fromkeys(row.institution for row in rows))

    def first_published(self, row) -> str:
        """The earliest day on which a document with the claim's origin and quantity was published."""
        same = self.claims[(self.claims["origin_id"] == row.origin_id) & (self.claims["quantity"] == row.quantity)]
        return min((text for text in same["published"] if text), key=lambda text: (last_day(text), -len(text)), default="")

    def cite(self, row) -> str:
        """Publisher and date of a claim, for prose and chart labels."""
        if row.basis == dossiers.OWN_BASIS:
            return "assumption of this analysis"
        if row.claim_id == SET_HERE:
            return "set in this edition"
        return f"{row.publisher}, {in_words(row.published)}" if row.published else f"{row.publisher}, undated"

    def link(self, row) -> Link:
        """Publisher and date of a claim as a link to its document."""
        return Link(self.cite(row), row.url)

    def sources_line(self, rows: Iterable) -> str:
        """The source line of a chart: whose figures, published where."""
        names = dict.fromkeys(row.publisher for row in rows if row.basis != dossiers.OWN_BASIS)
        shown = ", ".join(itertools.islice(names, 6)) + (f" and {len(names) - 6} more" if len(names) > 6 else "")
        return f"Sources: {shown}. Public by {self.day_words}." if self.parameters.day else f"Sources: {shown}."

    def needs(self, *quantities: str, figures: int = 1) -> Finding | None:
        """Say that a question cannot be asked where nothing public gives its quantities, and let the rest of the notebook stand aside.

        Without quantities it asks for that many figures under examination.
        """
        by = f"by {self.day_words}" if self.parameters.day else "in the dossier"
        unknown = [q for q in quantities if q not in self.plan.quantities]
        lacking = [self.q(q).label for q in quantities if q not in unknown and not self._known(q)]
        known = len(self.headlines())
        if unknown:
            why = f"This dossier has no {listed((q.replace('_', ' ') for q in unknown), 'or')}, so this question was not asked."
        elif lacking:
            why = f"Nothing {'published ' * bool(self.parameters.day)}{by} gives {listed(lacking, 'or')}, so this question was not run."
        elif not quantities and known < figures:
            count = "Not one" if not known else f"Only {prose.number(known)}"
            why = f"{count} of the figures under examination stood {'in public ' * bool(self.parameters.day)}{by}, so this question was not run."
        else:
            return None
        _stand_aside()
        return finding("not-run", why, role="not-run")

    def _known(self, quantity: str) -> bool:
        return self.headline(quantity) is not None or any(self.inputs(quantity, series)[0] for series in self.series_of(quantity))


def _stand_aside() -> None:
    """Make every later cell of this run do nothing; opening an edition again brings them back."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None:
        shell.input_transformers_cleanup.append(_unless_opening)


def _unless_opening(lines: list[str]) -> list[str]:
    from IPython import get_ipython

    if any("open_edition(" in line for line in lines):
        get_ipython().input_transformers_cleanup.remove(_unless_opening)
        return lines
    return []
