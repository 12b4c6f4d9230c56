"""Doubts: what a dossier can mean but is more often a slip, of the hand or of a spreadsheet.

Each is told with what was expected. What shows within the claims, cell against cell, is in ``slips``; hedges
against the vocabulary are in ``hedging``, letters in ``lettering``.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from reported.build import documents, hedging, lettering, slips
from reported.build.slips import DAY, first_and_last
from reported.dossier.claim import GIVEN_WITH, OWN_BASIS, RETELLING, relayed
from reported.dossier.dates import is_date, last_day
from reported.dossier.forms import NUMBER, is_number
from reported.dossier.formulas import calendar_of
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import Table
from reported.errors import Problem, quoted, short


def of(plan: Plan | None, tables: dict[str, Table], told: Collection[str] = ()) -> Iterator[Problem]:
    """What is more often a slip than meant. ``told`` are the places of cells of which something is told
    already: from what is wrong no doubt follows.
    """
    for name, table in tables.items():
        yield from _shortened_numbers(name, table)
    yield from lettering.of(plan, tables)
    if "sources" in tables:
        yield from documents.unlike_their_publisher(tables["sources"])
    if "claims" not in tables or "sources" not in tables:
        return
    claims, sources = tables["claims"], tables["sources"]
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    if "hedges" in tables and not any(map(tables["hedges"].has, told)):
        yield from hedging.of(claims.without(told), sources.without(told), tables["hedges"])
    yield from slips.of(plan, claims.without(told), sources.without(told))
    yield from _odd_promises(plan, claims)
    yield from _odd_retellings(plan, claims, published)
    yield from _odd_headlines(plan, claims, published)


def _odd_headlines(plan: Plan | None, claims: Table, published: dict[str, str]) -> Iterator[Problem]:
    """Headlines that no sum can hold."""
    rows = claims.named("claim_id")
    for number, headline in enumerate(plan.headline if plan else (), 1):
        where = f"dossier.toml headline {number}"
        for name in filter(rows.__contains__, filter(None, (headline.claim, headline.retold))):
            status = claims["status"][rows[name]]
            if status in ("retracted", "superseded"):
                what = f"{quoted(name)} is {status}, so it enters no sum."
                remedy = "Name another claim, unless its withdrawal is the subject."
                yield Problem(where, what, remedy, doubt=True)
            if published.get(claims["source_id"][rows[name]]) == "":
                what = f"the document of {quoted(name)} has no date"
                what += ", so no edition of an earlier day knows it."
                yield Problem(where, what, "Date the document, if only by its year.", doubt=True)


def _odd_promises(plan: Plan | None, claims: Table) -> Iterator[Problem]:
    """Promises under examination that are due on another day than the calendar of the dossier has it."""
    promised = plan.roles.promised if plan else ""
    if not plan or promised not in plan.quantities:
        return
    time = plan.quantities[plan.roles.left].calendar if plan.roles.left in plan.quantities else ""
    due = calendar_of(time).last if time else None
    rows = claims.named("claim_id")
    for number, headline in enumerate(plan.headline, 1):
        n, where = rows.get(headline.claim), f"dossier.toml headline {number}"
        if n is None or claims["quantity"][n] != promised:
            continue
        end = claims["period_end"][n]
        if due and end and is_date(end) and last_day(end) != due:
            what = f"{quoted(headline.claim)} is due by {end}, and {short(plan.roles.left)} runs to {due}."
            yield Problem(where, what, "Give both one day; a month stands for its last day.", doubt=True)


def _shortened_numbers(name: str, table: Table) -> Iterator[Problem]:
    """Numbers as a spreadsheet shortens them."""
    remedy = "A spreadsheet writes so what it may have cut; write all digits."
    for column, cells in table.columns.items():
        if COLUMNS[name][column].form is NUMBER:
            told = {
                n: (f"{quoted(cell)} may be short for a number with other digits.", remedy)
                for n, cell in enumerate(cells)
                if "e" in cell.lower() and is_number(cell)
            }
            yield from table.doubt(column, told)


def _odd_retellings(plan: Plan | None, claims: Table, published: dict[str, str]) -> Iterator[Problem]:
    """Claims from a document older than that of what they retell, and retellings that are about another
    quantity.
    """
    rows = claims.named("claim_id")
    linked = {
        n: [rows[cell]] if cell in rows else [rows[name] for name, _ in relayed(cell) if name in rows]
        for n, cell in enumerate(claims["relays"])
        if cell
    }
    days = [first_and_last(published.get(source, "")) for source in claims["source_id"]]
    counted = claims["quantity"]

    def later(n: int, other: int) -> bool:
        own, theirs = days[n], days[other]
        return own is not None and theirs is not None and own[1] < theirs[0]

    def unlike(n: int, other: int) -> bool:
        return counted[n] != counted[other]

    # What is told of a row hangs on more, but on no row of which this is not so.
    for may_be, wrong in ((later, _of_later), (unlike, partial(_of_another_quantity, plan))):
        asked = {n: others for n, others in linked.items() if any(may_be(n, other) for other in others)}
        says = {n: told for n, others in asked.items() if (told := wrong(claims, n, others, published))}
        yield from claims.doubt("relays", says)


def _of_later(claims: Table, n: int, linked: list[int], published: dict[str, str]) -> tuple[str, str] | None:
    """What is said of a claim that goes back to one that was published later, with the remedy."""

    def day(row: int) -> str:
        return published.get(claims["source_id"][row], "")

    # An assumption of ours that rests on later claims is refused.
    own = first_and_last(day(n))
    if claims["relation"][n] == GIVEN_WITH or claims["basis"][n] == OWN_BASIS or not own:
        return None
    for other in linked:
        theirs = first_and_last(day(other))
        if theirs and own[1] + DAY < theirs[0]:  # a day counts for nothing: dates are those of two places
            name = quoted(claims["claim_id"][other])
            what = f"goes back to {name} of {day(other)}, but its document is of {day(n)}."
            return what, "Look at both dates, and at which of the two was first."
    return None


def _of_another_quantity(
    plan: Plan | None, claims: Table, n: int, linked: list[int], published: dict[str, str]
) -> tuple[str, str] | None:
    """What is said of a claim that retells one about another quantity, with the remedy."""
    kind, counted = claims["relation"][n], claims["quantity"]
    if kind not in RETELLING or not plan or counted[n] not in plan.quantities:
        return None
    for other in linked:
        if counted[other] in plan.quantities and counted[other] != counted[n]:
            name = quoted(claims["claim_id"][other])
            what = f"{kind} {name}, which is about {short(counted[other])}, not {short(counted[n])}."
            return what, "Name a claim about the same, or make the relation derives or with."
    return None
