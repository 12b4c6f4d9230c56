"""Reconciliation: can the figures all be true together, and what would have to hold?

Every relation is a product of positive quantities, so in logarithms it is a linear equation and an interval a pair of bounds: the whole
question is one small linear programme (scipy's HiGHS). Nothing is drawn at random and no distribution is invented. The idea of
bounding an unknown by what everything else allows is that of interval constraint propagation and of Fourier–Motzkin elimination;
the linear programme gives the same bounds exactly, with their dual values naming the claims they rest on.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from datetime import date

import networkx as nx
import numpy as np
import pandas as pd
from scipy.optimize import linprog

from reported.dossier import Relation, first_day, last_day, relayed
from reported.hedges import Interval
from reported.origins import COMPUTED, GIVEN_WITH, RETELLING, WITHDRAWN, depends_on, graph

COUNTS_ELSE = "counted otherwise"
HAIR = 1e-9  # an open end is kept this far (in logarithms) from its bound, so that "more than 5" and "at most 5" do not meet
TOLERANCE = 1e-7  # of the solver, in logarithms

FITS, ONLY_IF, TENSION, NO_FIT, RESTATED, UNTESTED = (
    "fits", "fits only if", "in tension", "does not fit", "restated", "cannot be tested",
)  # fmt: skip


@dataclass(frozen=True)
class Bound:
    """What was said about a quantity: the interval, and the claims that set its ends."""

    interval: Interval
    low_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """One way of reading everything: the relations that apply and a bound for each quantity something was said about."""

    relations: tuple[Relation, ...]
    bounds: dict[str, Bound]
    label: dict[str, str] = field(default_factory=dict)

    @property
    def quantities(self) -> list[str]:
        """Every quantity of the relations, each once, in the order met."""
        return list(dict.fromkeys(q for relation in self.relations for q in (relation.product, *relation.factors)))


@dataclass(frozen=True)
class Implied:
    """What everything else allows for a quantity, and the quantities and claims each finite bound rests on."""

    interval: Interval | None  # None: the other figures contradict each other already
    low_rests_on: tuple[str, ...] = ()
    high_rests_on: tuple[str, ...] = ()
    low_claims: tuple[str, ...] = ()
    high_claims: tuple[str, ...] = ()

    @property
    def claims(self) -> tuple[str, ...]:
        """The claims that set either bound."""
        return tuple(dict.fromkeys((*self.low_claims, *self.high_claims)))


@dataclass(frozen=True)
class Verdict:
    """The outcome for one quantity of a case: the word, what was said, what is implied, and the break-even where there is one."""

    quantity: str
    word: str
    said: Interval | None
    implied: Implied
    least: float | None = None  # fits only if the quantity is at least this
    most: float | None = None
    restates: tuple[str, ...] = ()
    inferred: bool = False


def implied(case: Case, quantity: str) -> Implied:
    """Drop what was said about ``quantity``, then minimise and maximise it under everything else."""
    low = _solve(case, quantity, drop=quantity, sign=1)
    if low is None:
        return Implied(None)
    high = _solve(case, quantity, drop=quantity, sign=-1)
    (low_value, low_ends, low_open), (high_value, high_ends, high_open) = low, high
    span = Interval(low_value, max(low_value, high_value), low_open, high_open)
    names = (tuple(name for name, _ in ends) for ends in (low_ends, high_ends))
    claims = (
        tuple(dict.fromkeys(c for name, end in ends for c in getattr(case.bounds[name], f"{end}_claims")))
        for ends in (low_ends, high_ends)
    )
    return Implied(span, *names, *claims)


def stretch(case: Case) -> tuple[float, dict[str, float]]:
    """The smallest factor by which all bounds must be loosened for everything to hold, and each quantity's share in it.

    1.00 means that the figures fit. Shares come from the duals and add up to 1 where the factor is above 1.
    """
    names, equal, _ = _system(case, None)
    columns = len(names) + 1
    rows, limits, owners = [], [], []
    for place, name in enumerate(names):
        if name not in case.bounds:
            continue
        low, high = _logs(case.bounds[name].interval)
        for sign, limit in ((-1, -low if low is not None else None), (1, high)):
            if limit is not None:
                row = np.zeros(columns)
                row[place], row[-1] = sign, -1
                rows.append(row)
                limits.append(limit)
                owners.append(name)
    if not rows:
        return 1.0, {}
    result = linprog(
        c=[0.0] * len(names) + [1.0],
        A_ub=np.array(rows),
        b_ub=limits,
        A_eq=np.hstack([equal, np.zeros((len(equal), 1))]),
        b_eq=np.zeros(len(equal)),
        bounds=[(None, None)] * len(names) + [(0, None)],
        method="highs",
    )
    factor = math.exp(result.x[-1])
    if result.x[-1] < TOLERANCE:
        return 1.0, {}
    shares: dict[str, float] = {}
    for owner, dual in zip(owners, result.ineqlin.marginals, strict=True):
        if abs(dual) > TOLERANCE:
            shares[owner] = shares.get(owner, 0.0) + abs(dual)
    return factor, shares


def verdict(case: Case, quantity: str, links: nx.DiGraph | None = None) -> Verdict:
    """Compare what was said about a quantity with what everything else implies.

    ``links`` (the graph of the claims) lets agreement be told from repetition: where an implied bound was computed from
    the claim tested, or nothing but the same origin stands behind it, the verdict is *restated*.
    """
    found = implied(case, quantity)
    bound = case.bounds.get(quantity)
    if bound is None or (found.interval is not None and found.interval.unbounded):
        return Verdict(quantity, UNTESTED, bound and bound.interval, found)
    if found.interval is None or not _meet(bound.interval, found.interval):
        return Verdict(quantity, NO_FIT, bound.interval, found)
    restates, inferred = _restates(bound, found, links)
    least, most = _break_even(bound, found.interval)
    word = RESTATED if restates else ONLY_IF if least or most else FITS
    return Verdict(quantity, word, bound.interval, found, least, most, restates, inferred)


@dataclass(frozen=True)
class Outcome:
    """What came of a case: one word for all of it, a verdict for each quantity, and how far the bounds had to be stretched."""

    case: Case
    word: str
    verdicts: dict[str, Verdict]
    stretch: float
    carried_by: dict[str, float]

    def behind(self, quantity: str) -> tuple[str, ...]:
        """The claims behind a condition: those that set the end which cuts into what was said."""
        found = self.verdicts[quantity]
        return (found.implied.low_claims if found.least else ()) + (found.implied.high_claims if found.most else ())

    @property
    def conditions(self) -> dict[str, Interval]:
        """What must hold: the quantities whose stated range is cut by the others, with what is left for them."""
        cut = {name: v for name, v in self.verdicts.items() if v.least or v.most}
        return {} if self.word == NO_FIT else {name: _left(v) for name, v in cut.items()}


def outcome(case: Case, links: nx.DiGraph | None = None) -> Outcome:
    """Test every quantity of a case; ``links`` as for ``verdict``."""
    verdicts = {quantity: verdict(case, quantity, links) for quantity in case.quantities}
    factor, carried_by = stretch(case)
    words = {v.word for v in verdicts.values()}
    cut = any(v.least or v.most for v in verdicts.values())
    word = NO_FIT if NO_FIT in words else UNTESTED if words <= {UNTESTED} else ONLY_IF if cut else FITS
    return Outcome(case, word, verdicts, factor, carried_by)


def _left(v: Verdict) -> Interval:
    return Interval(
        v.least or 0.0,
        v.most or math.inf,
        v.implied.interval.low_open if v.least else True,
        v.implied.interval.high_open if v.most else True,
    )


def either(spans: list[Interval | None]) -> Interval | None:
    """What is implied if at least one of several cases is right; ``None`` where none of them holds."""
    spans = [span for span in spans if span is not None]
    whole = spans[0] if spans else None
    for span in spans[1:]:
        whole = whole | span
    return whole


def under(outcomes: list[Outcome], **label: str) -> list[Outcome]:
    """The outcomes of the cases with this label, for instance ``reading="literal"``."""
    return [o for o in outcomes if label.items() <= o.case.label.items()]


def possible(outcomes: list[Outcome]) -> bool:
    """Whether the figures can all be true in at least one of several cases."""
    return any(o.word != NO_FIT for o in outcomes)


def without(case: Case, quantity: str) -> Case:
    """The case as if nothing had been said about a quantity."""
    return Case(case.relations, {name: bound for name, bound in case.bounds.items() if name != quantity}, case.label)


def carriers(cases: list[Case], links: nx.DiGraph | None = None) -> dict[str, dict[str, Interval | None]]:
    """Which quantities carry the answer: for each, the conditions that change if nothing had been said about it.

    Takes the cases of one wording and reading. The value is what is left of a condition on another quantity (``None``: nothing has to hold any
    more). Where the figures do not fit, a quantity carries the answer if they fit without it; its own name then stands for that.
    """
    outcomes = [outcome(case, links) for case in cases]
    before = needed(outcomes)
    carried = {}
    for quantity in dict.fromkeys(name for case in cases for name in case.bounds):
        left = [outcome(without(case, quantity), links) for case in cases]
        if not possible(outcomes):
            moved = {quantity: None} if possible(left) else {}
        else:
            after = needed(left)
            moved = {
                name: after.get(name)
                for name, span in before.items()
                if name != quantity and (name not in after or not _alike(span, after[name]))
            }
        if moved:
            carried[quantity] = moved
    return carried


def _alike(a: Interval, b: Interval) -> bool:
    """Whether two conditions print the same: their ends differ by less than a hundredth."""
    return all(math.isclose(x, y, rel_tol=0.01) for x, y in ((a.low, b.low), (a.high, b.high)))


def answer(outcomes: list[Outcome]) -> str:
    """The verdict on all figures together when any one of several cases may be right."""
    if not possible(outcomes):
        return NO_FIT
    if {o.word for o in outcomes} == {UNTESTED}:
        return UNTESTED
    return ONLY_IF if needed(outcomes) else FITS


def misses(factor: float) -> str:
    """In words, how far figures that do not fit are from fitting."""
    return "they miss by less than one per cent" if factor < 1.005 else f"every bound would have to give by a factor of {factor:.2f}"


def needed(outcomes: list[Outcome]) -> dict[str, Interval]:
    """What must hold whichever of several cases is right: for each quantity that is cut in one of them, the limits that hold in all.

    A limit counts only at an end that is cut somewhere (a ceiling implied for a floor takes nothing away from it), and only where it asks
    for more than what was said.
    """
    right = [o for o in outcomes if o.word != NO_FIT]
    spans = {}
    for quantity in dict.fromkeys(q for o in right for q in o.conditions):
        verdicts = [o.verdicts[quantity] for o in right]
        whole, said = either([v.implied.interval for v in verdicts]), either([v.said or Interval() for v in verdicts])
        low = any(v.least for v in verdicts) and whole.low > said.low
        high = any(v.most for v in verdicts) and whole.high < said.high
        kept = Interval(
            whole.low if low else 0.0, whole.high if high else math.inf, whole.low_open or not low, whole.high_open or not high
        )
        if not kept.unbounded:
            spans[quantity] = kept
    return spans


def overall(verdicts: list[Verdict]) -> str:
    """One word for a quantity over several cases (readings, wordings, series)."""
    words = {v.word for v in verdicts}
    for alone in (UNTESTED, NO_FIT, RESTATED):
        if words == {alone}:
            return alone
    words -= {UNTESTED}
    if NO_FIT in words:
        return NO_FIT if words == {NO_FIT} else TENSION
    return ONLY_IF if ONLY_IF in words else FITS if FITS in words else RESTATED


def ratios(claims: pd.DataFrame, relations: tuple[Relation, ...], units: dict[str, dict[str, float]]) -> pd.DataFrame:
    """Conversions that sources made without naming the factor: a shell total derived from a container count gives shells per container.

    Takes measured claims (``number`` in base units) and returns rows of the same columns: basis ``derived``, related to both claims, and
    period, series, speaker and source of the product. A ratio of two floors is no bound; it shows the habit of the one who converted.
    """
    by_id = {row.claim_id: row for row in claims.itertuples()}
    made = []
    for relation in relations:
        for row in claims[claims["quantity"] == relation.product].itertuples():
            if row.relation not in (COMPUTED, GIVEN_WITH) or row.status in WITHDRAWN:
                continue
            for other, inferred in relayed(row.relays):
                divisor = by_id.get(other)
                stands_for = divisor and relation.stand_in.get(divisor.quantity, divisor.quantity)
                if divisor is None or inferred or divisor.status in WITHDRAWN or stands_for not in relation.factors:
                    continue
                (quantity,) = (factor for factor in relation.factors if factor != stands_for)
                span = row.spoken / divisor.number
                spread = span.low != span.high
                record = row._asdict()
                record.pop("Index")
                record |= {
                    "claim_id": f"{row.claim_id} over {other}", "quantity": quantity, "unit": base(units[quantity]), "basis": "derived", "relation": COMPUTED,
                    "relays": f"{row.claim_id} {other}", "hedge": "range" if spread else "exact", "number": span.low,
                    "value": span.low, "value_high": span.high if spread else math.nan, "spoken": span, "interval": span, "stated": "", "gloss": "", "cumulative": "no", "alternative_group": "",
                    "period_start": row.period_start or divisor.period_start, "period_end": row.period_end or divisor.period_end,
                    "note": f"Formed from {row.claim_id} and {other}.",
                }  # fmt: skip
                made.append(record)
    return pd.DataFrame(made, columns=claims.columns)


def base(units: dict[str, float]) -> str:
    """The unit that a quantity's numbers are kept in: the one with the factor 1."""
    return next(name for name, factor in units.items() if factor == 1)


def supports(claims: pd.DataFrame, relation: Relation, headline, until: date) -> list[tuple]:
    """Test a headline total against each count that came with a factor of its own, made no later than ``until``.

    ``headline`` is a measured claim of the relation's product. Returns (count, factor, word, whether the tie is our inference) in the
    order of the table.
    """
    by_id = {row.claim_id: row for row in claims.itertuples()}
    links = graph(claims)
    made = []
    for factor in claims[claims["claim_id"].str.contains(" over ") & claims["quantity"].isin(relation.factors)].itertuples():
        count = by_id[relayed(factor.relays)[1][0]]
        made_by = last_day(count.published) or date.max
        if {count.quantity, factor.quantity} != set(relation.factors) or made_by > until:
            continue
        bounds = {row.quantity: Bound(row.interval, (row.claim_id,), (row.claim_id,)) for row in (headline, count, factor)}
        found = outcome(Case((relation,), bounds), links)
        tested = found.verdicts[headline.quantity]
        made.append((count, factor, RESTATED if tested.word == RESTATED else found.word, tested.inferred))
    return made


def envelope(claims: pd.DataFrame, quantity: str, series: str | None, period: tuple, strict: bool = False):
    """The range of published inputs for a quantity, and what was left out with the reason.

    ``period`` is the (first, last) day of the headline; ``series`` keeps to one way of counting, and
    ``strict`` leaves out what does not say how it counts. Returns (Bound or None, used rows,
    left-out rows with a ``reason``).
    """
    rows = claims[claims["quantity"] == quantity]
    reasons = []
    for row in rows.itertuples():
        reasons.append(_left_out(row, series, period, strict))
    rows = rows.assign(reason=reasons)
    used, left = rows[rows["reason"] == ""], rows[rows["reason"] != ""]
    if used.empty:
        return None, used, left
    spans = list(used["interval"])
    whole = spans[0]
    for span in spans[1:]:
        whole = whole | span
    low = tuple(used.loc[[math.isclose(span.low, whole.low) for span in spans], "claim_id"])
    high = tuple(used.loc[[math.isclose(span.high, whole.high) for span in spans], "claim_id"])
    return Bound(whole, low, high), used, left


def _left_out(row, series: str | None, period: tuple, strict: bool) -> str:
    if row.status != "active":
        return row.status
    if row.relation in RETELLING and row.relays:
        return "retelling another claim"
    if row.hedge == "none" or math.isnan(row.number):
        return "without a number"
    if series and row.series and row.series != series:
        return COUNTS_ELSE
    if series and not row.series and strict:
        return "not saying what is counted"
    if row.basis == "assumed":
        return ""
    start, end = first_day(row.period_start), last_day(row.period_end)
    if start is None and end is None:
        return "without a period"
    if start is None and row.cumulative != "yes" and row.basis != "derived":
        start = first_day(row.period_end)
    if (start and start > period[1]) or (end and end < period[0]):
        return "about another time"
    return ""


def _break_even(bound: Bound, found: Interval) -> tuple[float | None, float | None]:
    """What the quantity must at least (or at most) be, where the others cut into what was said about it."""
    said = bound.interval
    least = found.low if said.low and found.low > said.low * (1 + TOLERANCE) else None
    # A floor leaves its upper end unsaid, so a ceiling put there by the others takes nothing away from it.
    most = found.high if math.isfinite(said.high) and found.high < said.high * (1 - TOLERANCE) else None
    return least, most


def _restates(bound: Bound, found: Implied, links: nx.DiGraph | None) -> tuple[tuple[str, ...], bool]:
    if links is None or not found.claims:
        return (), False
    tested = dict.fromkeys((*bound.low_claims, *bound.high_claims))
    computed: dict[str, bool] = {}
    for name in tested:
        computed |= {claim: inferred for claim, inferred in depends_on(links, name).items() if claim in found.claims}
    if computed:
        return tuple(computed), all(computed.values())
    origin = nx.get_node_attributes(links, "origin")
    same = {origin.get(claim) for claim in found.claims} <= {origin.get(name) for name in tested}
    return (found.claims if same else ()), False


def _meet(a: Interval, b: Interval) -> bool:
    low, low_open = max((a.low, a.low_open), (b.low, b.low_open))
    high, high_closed = min((a.high, not a.high_open), (b.high, not b.high_open))
    # 2,000 × 500 comes back from logarithms a hair off a million: ends that close are one number, and count if both include it.
    return high_closed and not low_open if math.isclose(low, high, rel_tol=TOLERANCE) else low < high


def _logs(span: Interval) -> tuple[float | None, float | None]:
    low = math.log(span.low) + HAIR * span.low_open if span.low else None
    high = math.log(span.high) - HAIR * span.high_open if math.isfinite(span.high) else None
    return low, high


def _system(case: Case, drop: str | None):
    names = case.quantities
    equal = np.zeros((len(case.relations), len(names)))
    for row, relation in enumerate(case.relations):
        equal[row, names.index(relation.product)] += 1
        for factor in relation.factors:
            equal[row, names.index(factor)] -= 1
    limits = [(None, None) if name == drop or name not in case.bounds else _logs(case.bounds[name].interval) for name in names]
    return names, equal, limits


def _solve(case: Case, quantity: str, drop: str | None, sign: int):
    """Smallest (sign 1) or largest (sign -1) value of a quantity, the (quantity, end) pairs that set it, and whether it is open.

    ``None`` where the rest cannot hold together.
    """
    names, equal, limits = _system(case, drop)
    if quantity not in names:
        return (0.0, (), True) if sign == 1 else (math.inf, (), True)
    goal = np.zeros(len(names))
    goal[names.index(quantity)] = sign
    # Presolve may answer "infeasible or unbounded" without saying which; these programmes are too small to need it.
    result = linprog(goal, A_eq=equal, b_eq=np.zeros(len(equal)), bounds=limits, method="highs", options={"presolve": False})
    if result.status == 2:
        return None
    if result.status == 3:
        return (0.0, (), True) if sign == 1 else (math.inf, (), True)
    if result.status != 0:
        raise RuntimeError(f"the solver stopped while bounding {quantity}: {result.message}")
    rests_on = [
        (name, end, dual)
        for end, duals in (("low", result.lower.marginals), ("high", result.upper.marginals))
        for name, dual in zip(names, duals, strict=True)
        if abs(dual) > TOLERANCE
    ]
    opened = any(getattr(case.bounds[name].interval, f"{end}_open") for name, end, _ in rests_on)
    # The optimum is the sum of the bounds it rests on, weighted by their duals: free of the hair and of the solver's rounding.
    exact = sum(dual * math.log(getattr(case.bounds[name].interval, end)) for name, end, dual in rests_on)
    return float(f"{math.exp(sign * exact):.12g}"), tuple((name, end) for name, end, _ in rests_on), opened
