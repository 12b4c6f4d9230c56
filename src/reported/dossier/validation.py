"""Validation: what no single cell of a dossier shows to be wrong. Names that lead nowhere, what contradicts
itself, circles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from datetime import date
from functools import partial
from graphlib import CycleError, TopologicalSorter

import networkx as nx

from reported.dossier import copies, superseded
from reported.dossier.claim import (
    ACTUAL,
    CENTRED,
    CODES,
    MODALITIES,
    NOT_DONE,
    OWN_BASIS,
    RELATIONS,
    is_ours,
    relayed,
)
from reported.dossier.dates import end_of, is_date, start_of
from reported.dossier.forms import is_id, is_number
from reported.dossier.plan import Plan
from reported.dossier.tables import FIRST, Table
from reported.errors import Problem, did_you_mean, quoted, short


def cross_checks(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """Problems that no single cell shows: dangling names, what contradicts itself, circles. What could not be
    read is passed over."""
    if "sources" in tables:
        sources = dict.fromkeys(tables["sources"]["source_id"])
        yield from copies.problems(tables["sources"])
        for name in ("claims", "denials", "events"):
            if name in tables:
                yield from _dangling(tables[name], "source_id", sources, "source")
    for name, start, end in (("claims", "period_start", "period_end"), ("events", "date_start", "date_end")):
        if name in tables:
            yield from _backwards(tables[name], start, end)
    if "hedges" in tables:
        yield from _vague(tables["hedges"])
    if plan and {"claims", "events"} <= {*tables}:
        yield from _placed(plan, [*tables["claims"]["claim_id"], *tables["events"]["event_id"]])
    if "claims" in tables:
        yield from _claims_checked(plan, tables, tables["claims"])


def _claims_checked(plan: Plan | None, tables: dict[str, Table], claims: Table) -> Iterator[Problem]:
    """What the claims do not hold."""
    known = dict.fromkeys(claims["claim_id"])
    yield from _dangling(claims, "relays", known, "claim")
    yield from _dangling(claims, superseded.COLUMN, known, "claim")
    yield from _named_twice(claims, "relays")
    if "sources" in tables:
        documents = tables["sources"]
        days = dict(zip(documents["source_id"], documents["published"], strict=True))
        yield from superseded.problems(claims, days)
        yield from _said_too_late(claims, tables["sources"])
        yield from _assumed_too_early(claims, tables["sources"])
        if plan:
            yield from _grouped_too_early(plan, claims, tables["sources"])
    if "denials" in tables:
        yield from _dangling(tables["denials"], "targets", {**known, "supply": None}, "claim")
    yield from _at_odds(claims)
    yield from _circles(claims)
    if plan:
        yield from _codes(plan, claims)
        yield from _counted_days(plan, claims)
        yield from _examined(plan, claims)
        yield from _headlines(plan, claims, known, tables.get("sources"))


def _placed(plan: Plan, known: Collection[str]) -> Iterator[Problem]:
    """Places and legs that rest on what is not there."""
    places = [(f"place {number}", place.rests_on) for number, place in enumerate(plan.places, 1)]
    legs = [(f"leg {number}", leg.rests_on) for number, leg in enumerate(plan.legs, 1)]
    for where, names in [*places, *legs]:
        for name in names:
            if name not in known:
                what = f"no claim and no event is called {quoted(name)}."
                yield Problem(f"dossier.toml {where}.rests_on", what, did_you_mean(name, tuple(known)))


def _counted_days(plan: Plan, claims: Table) -> Iterator[Problem]:
    """Claims about what the calendar tells."""
    reckoned = {name for name, quantity in plan.quantities.items() if quantity.calendar}

    def says(n: int) -> tuple[str, str]:
        what = f"{short(claims['quantity'][n])} is reckoned from the calendar, and is nobody's claim."
        return what, "Take the claim out, or make it about another quantity."

    yield from claims.tell("quantity", claims.where(reckoned.__contains__, "quantity"), says)


def _dangling(table: Table, column: str, known: dict[str, None], what: str) -> Iterator[Problem]:
    """Cells that name what is not there."""

    def strangers(cell: str) -> list[str]:
        return [name for name, _ in relayed(cell) if name not in known and is_id(name)]

    def says(n: int) -> tuple[str, str]:
        stranger = strangers(table[column][n])[0]
        return f"no {what} is called {quoted(stranger)}.", did_you_mean(stranger, tuple(known))

    found = {cell for cell in table.each(column) - known.keys() if strangers(cell)}
    yield from table.tell(column, table.holding(column, found), says)


def _named_twice(table: Table, column: str) -> Iterator[Problem]:
    """Cells that name the same thing more than once."""

    def again(cell: str) -> list[str]:
        if len(cell.split()) < 2:
            return []
        names = [name for name, _ in relayed(cell)]
        return [name for n, name in enumerate(names) if name in names[:n]]

    def says(n: int) -> tuple[str, str]:
        return (
            f"{quoted(again(table[column][n])[0])} stands there twice.",
            "Name it once, with “?” where the link is inferred.",
        )

    yield from table.tell(column, table.where(again, column), says)


def _backwards(table: Table, start: str, end: str) -> Iterator[Problem]:
    """Spans of time that end before they begin."""

    def backwards(first: str, last: str) -> bool:
        return bool(first and last) and is_date(first) and is_date(last) and start_of(first) > end_of(last)

    def says(n: int) -> tuple[str, str]:
        return f"{table[end][n]} is before {start} {table[start][n]}.", "Exchange them, or mend one."

    yield from table.tell(end, table.where(backwards, start, end), says)


def _known_on(claims: Table, sources: Table) -> dict[str, date | None]:
    """The day from which each claim was certainly public; ``None`` where its document has none."""
    days = {
        name: end_of(day) if is_date(day) else None
        for name, day in zip(sources["source_id"], sources["published"], strict=True)
    }
    return {
        name: days.get(source) for name, source in zip(claims["claim_id"], claims["source_id"], strict=True)
    }


def _said_too_late(claims: Table, sources: Table) -> Iterator[Problem]:
    """Claims that were said on a later day than their document appeared."""
    published = dict(zip(sources["source_id"], sources["published"], strict=True))

    def later(said_on: str, source: str) -> bool:
        day = published.get(source, "")
        return is_date(said_on) and is_date(day) and start_of(said_on) > end_of(day)

    def says(n: int) -> tuple[str, str]:
        day = published[claims["source_id"][n]]
        return (
            f"{claims['said_on'][n]} is after {day}, the day of its document.",
            "Mend the one or the other.",
        )

    columns = claims["said_on"], claims["source_id"]
    told = [n for n in claims.where(bool, "said_on") if later(*(cells[n] for cells in columns))]
    yield from claims.tell("said_on", told, says)


def _assumed_too_early(claims: Table, sources: Table) -> Iterator[Problem]:
    """Assumptions of our own without a day, or with one on which what they were made from was not public."""
    assumed = claims.holding("basis", (OWN_BASIS,))
    known = _known_on(claims, sources) if assumed else {}
    names, relays = claims["claim_id"], claims["relays"]
    undated = [n for n in assumed if not known[names[n]]]
    remedy = (
        "Give its document the day from which it could have been made, so that no earlier edition knows it."
    )
    yield from claims.tell(
        "source_id", undated, lambda n: ("is the document of an assumption, and has no day.", remedy)
    )

    def later(n: int) -> list[str]:
        day = known[names[n]]
        return [
            name
            for name, _ in relayed(relays[n])
            if day and name in known and (known[name] or date.max) > day
        ]

    def says(n: int) -> tuple[str, str]:
        first = later(n)[0]
        when = f"which was published on {known[first]}" if known[first] else "which has no day"
        return (
            f"the assumption is of {known[names[n]]}, but rests on {quoted(first)}, {when}.",
            "Make it from what was public, or give its document a later day.",
        )

    yield from claims.tell("relays", [n for n in assumed if later(n)], says)


def _grouped_too_early(plan: Plan, claims: Table, sources: Table) -> Iterator[Problem]:
    """Ways of counting told apart from a day on which the claims that showed it were not public."""
    known = _known_on(claims, sources) if plan.series else {}
    for name, series in plan.series.items():
        where = f"dossier.toml series.{short(name)}"
        for claim in series.rests_on:
            if claim not in known:
                yield Problem(
                    where, f"no claim is called {quoted(claim)}.", did_you_mean(claim, tuple(known))
                )
            elif series.day and (known[claim] or date.max) > series.day:
                yield Problem(
                    where,
                    f"is told apart from {series.since} on, but rests on {quoted(claim)}, which is later.",
                    "Mend the one or the other.",
                )


def _at_odds(claims: Table) -> Iterator[Problem]:
    """Cells of a claim that contradict each other."""
    faults: tuple[tuple[Callable[..., Iterable[tuple[str, str, str]]], tuple[str, ...]], ...] = (
        (_number_at_odds, ("hedge", "value", "value_high")),
        (_margin_at_odds, ("hedge", "margin")),
        (_link_at_odds, ("relays", "relation")),
    )
    for faults_of, columns in faults:
        by_fault: dict[tuple[str, str, str], list[int]] = {}
        for n in claims.where(lambda *cells, faults_of=faults_of: any(faults_of(*cells)), *columns):
            for fault in faults_of(*(claims[column][n] for column in columns)):
                by_fault.setdefault(fault, []).append(n)
        for (column, what, remedy), found in by_fault.items():
            yield from claims.tell(column, found, partial(_always, (what, remedy)))


def _always(said: tuple[str, str], row: int) -> tuple[str, str]:
    return said


def _number_at_odds(hedge: str, low: str, high: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a number beside its hedge: column, problem, remedy."""
    if hedge in CODES:
        if not low and hedge != "none":
            yield "value", "is empty.", "Write the number, or make the hedge none."
        if low and hedge == "none":
            yield "value", "stands beside the hedge none.", "Leave it empty, or choose another hedge."
        if not high and hedge == "range":
            yield "value_high", "is empty.", "A range needs its high end."
        if high and hedge != "range":
            yield (
                "value_high",
                "stands beside a hedge that is no range.",
                "Make the hedge range, or leave it empty.",
            )
    if high and is_number(low) and is_number(high) and float(high) <= float(low):
        yield "value_high", "is not above value.", "A range goes from low to high; leave it empty otherwise."


def _margin_at_odds(hedge: str, margin: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with a margin beside its hedge: column, problem, remedy."""
    if is_number(margin) and float(margin) >= 100:
        yield "margin", "is 100 per cent or more.", "Write per cent, such as 10 for ten per cent either way."
    if margin and hedge in CODES and hedge not in CENTRED:
        remedy = f"Leave it empty, or choose one of {', '.join(CENTRED)}."
        yield "margin", "stands beside a hedge that names no middle.", remedy


def _link_at_odds(others: str, kind: str) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the links of a claim beside their kind: column, problem, remedy."""
    if others and not kind:
        yield "relation", "is empty, but relays is not.", f"Write one of {', '.join(RELATIONS)}."
    if kind and not others:
        yield "relays", "is empty, but relation is not.", "Name the claim, or empty relation."


def _vague(hedges: Table) -> Iterator[Problem]:
    """Wordings that stand there twice, and multipliers of vague words that are no range."""
    low, high, wording, language = (hedges[column] for column in ("low", "high", "wording", "language"))
    again = [n for n in hedges.again("wording", "language") if wording[n]]
    yield from hedges.tell(
        "wording",
        again,
        lambda n: (
            f"{quoted(wording[n])} ({short(language[n])}) stands there a second time.",
            "Keep one of them.",
        ),
    )
    for column, cells, others in (("low", low, high), ("high", high, low)):
        alone = [n for n, cell in enumerate(cells) if others[n] and not cell]
        yield from hedges.tell(
            column, alone, lambda n: ("is empty, but the other end is not.", "Fill low and high, or neither.")
        )
    found = [
        n
        for n in range(len(low))
        if is_number(low[n]) and is_number(high[n]) and float(low[n]) > float(high[n])
    ]
    yield from hedges.tell("high", found, lambda n: ("is below low.", "Exchange them, or mend one."))


def _codes(plan: Plan, claims: Table) -> Iterator[Problem]:
    """Codes that the plan does not know."""
    quantities, units = claims["quantity"], claims["unit"]

    def unit_wrong(n: int) -> tuple[str, str]:
        what = f"{short(quantities[n])} has no unit {quoted(units[n])}."
        return what, did_you_mean(units[n], tuple(plan.quantities[quantities[n]].units))

    def unitless(name: str, unit: str) -> bool:
        return bool(unit) and name in plan.quantities and unit not in plan.quantities[name].units

    yield from _unknown(claims, "quantity", plan.quantities, "in")
    yield from claims.tell("unit", claims.where(unitless, "quantity", "unit"), unit_wrong)
    yield from _unknown(claims, "item_code", plan.items, "among the items of")
    yield from _of_nothing(plan, claims)
    yield from _unknown(claims, "series", plan.series, "in")


def _of_nothing(plan: Plan, claims: Table) -> Iterator[Problem]:
    """Numbers that are of something, such as shares, where the claim does not say of what."""
    quantities = claims["quantity"]

    def of_nothing(name: str, code: str) -> bool:
        return name in plan.quantities and plan.quantities[name].of_item and not code

    def says(n: int) -> tuple[str, str]:
        what = f"is empty, and a figure for {short(quantities[n])} is of something."
        return what, "Name what it is of by a code of dossier.toml [items]; a new one is one line there."

    yield from claims.tell("item_code", claims.where(of_nothing, "quantity", "item_code"), says)


def _unknown(claims: Table, column: str, known: Collection[str], where: str) -> Iterator[Problem]:
    """Cells with a word that the plan does not have; only a list of items holds several."""

    def strangers(cell: str) -> list[str]:
        words = cell.split() if column == "item_code" else [cell] * bool(cell)
        return [word for word in words if word not in known]

    def says(n: int) -> tuple[str, str]:
        stranger = strangers(claims[column][n])[0]
        begun = (
            f" A new one begins with: reported new-quantity {short(stranger)}" if column == "quantity" else ""
        )
        return f"{quoted(stranger)} is not {where} dossier.toml.", did_you_mean(
            stranger, tuple(known)
        ) + begun

    yield from claims.tell(column, claims.where(strangers, column), says)


def _ours(claims: Table, sources: Table | None, among: Collection[str]) -> set[str]:
    """Which of some claims are our own: assumptions, and what stands in a document of ours."""
    kinds = dict(zip(sources["source_id"], sources["publisher_kind"], strict=True)) if sources else {}
    rows = zip(claims["claim_id"], claims["basis"], claims["source_id"], strict=True)
    return {name for name, basis, of in rows if name in among and is_ours(basis, kinds.get(of, ""))}


def _headlines(plan: Plan, claims: Table, known: dict[str, None], sources: Table | None) -> Iterator[Problem]:
    """Claims under examination that are not there, are our own, stand there twice, or are retold by a claim
    about something else."""
    own = _ours(claims, sources, {name for one in plan.headline for name in (one.claim, one.retold) if name})
    counted = dict(zip(claims["claim_id"], claims["quantity"], strict=True))
    firsts = [headline.claim for headline in plan.headline]
    for number, headline in enumerate(plan.headline, 1):
        where = f"dossier.toml headline {number}"
        for name in filter(None, (headline.claim, headline.retold)):
            if name not in known:
                yield Problem(where, f"no claim is called {quoted(name)}.", did_you_mean(name, tuple(known)))
            elif name in own:
                yield Problem(
                    where, f"{quoted(name)} is our own, and was reported by nobody.", "Name somebody's claim."
                )
        if headline.claim in firsts[: number - 1]:
            yield Problem(
                where, f"{quoted(headline.claim)} stands there a second time.", "Take one of them out."
            )
        first, retold = (counted.get(name or "") for name in (headline.claim, headline.retold))
        if first and retold and first != retold:
            what = f"{quoted(headline.retold)} is about {short(retold)}, not {short(first)}."
            yield Problem(where, what, "Name a retelling of the same figure.")


def _examined(plan: Plan, claims: Table) -> Iterator[Problem]:
    """Claims under examination that say of something else what it is, or that cover different parts."""
    rows = claims.named("claim_id")
    parts: dict[str, str] = {}
    for number, headline in enumerate(plan.headline, 1):
        where = f"dossier.toml headline {number}"
        for name in filter(None, (headline.claim, headline.retold)):
            if (n := rows.get(name)) is None:
                continue
            modality, quantity = claims["modality"][n], claims["quantity"][n]
            wanted = plan.modalities(quantity)
            if modality in MODALITIES and modality not in wanted:
                what = f"{quoted(name)} is a figure {NOT_DONE.get(modality, 'of what was')}"
                remedy = "Name a figure of what was" if ACTUAL in wanted else "Name a pledge"
                remedy += ", or say in [roles] which quantity is what was promised."
                yield Problem(where, f"{what}, so nothing of {short(quantity)} can be held to it.", remedy)
        if headline.claim in rows:
            parts.setdefault(claims["scope"][rows[headline.claim]], headline.claim)
    if len(parts) > 1:
        one, other = list(parts.items())[:2]
        said = (
            f"{quoted(name)} covers {quoted(part) if part else 'the whole'}" for part, name in (one, other)
        )
        yield Problem(
            "dossier.toml headline",
            f"{', but '.join(said)}.",
            "Examine figures of one and the same part together.",
        )


def _circles(claims: Table) -> Iterator[Problem]:
    """Claims that retell each other, so that none is the first."""
    rows = claims.named("claim_id")

    def above(cell: str, row: int) -> bool:
        return rows[cell] < row if cell in rows else all(rows.get(one, -1) < row for one, _ in relayed(cell))

    if all(above(cell, row) for row, cell in enumerate(claims["relays"]) if cell):
        return  # in a circle one relays what stands below it, or itself
    relays = {
        name: relayed(cell) for name, cell in zip(claims["claim_id"], claims["relays"], strict=True) if cell
    }
    # What relays nothing closes no circle.
    named = {name: [other for other, _ in others if other in relays] for name, others in relays.items()}
    try:
        TopologicalSorter(named).prepare()
        return
    except CycleError:
        links = nx.DiGraph((name, other) for name, others in named.items() for other in others)
    circles = sorted(sorted(group) for group in nx.strongly_connected_components(links) if len(group) > 1)
    circles += [[name] for name in nx.nodes_with_selfloops(links)]
    for circle in circles[:FIRST]:
        names = " → ".join(map(short, circle[:FIRST])) + (
            f" → … ({len(circle):,} claims)" if len(circle) > FIRST else ""
        )
        what = f"{names} retell each other in a circle." if len(circle) > 1 else f"{names} retells itself."
        yield Problem(
            f"{claims.file} column relays",
            what,
            "One of them must be the first." if len(circle) > 1 else "Empty the cell.",
        )
    if more := circles[FIRST:]:
        yield Problem(
            f"{claims.file} column relays", f"{len(more):,} more circles.", "Mend them in the same way."
        )
