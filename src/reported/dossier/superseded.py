"""Superseded: which claim took the place of another, and where a dossier contradicts itself in that."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date

from reported.dossier.claim import RETELLING, Claim
from reported.dossier.dates import end_of, is_date, last_day, start_of
from reported.dossier.tables import Table
from reported.errors import Problem, quoted, short

SUPERSEDED = "superseded"
COLUMN = "superseded_by"


def problems(claims: Table, published: Mapping[str, str]) -> Iterator[Problem]:
    """Claims that name what cannot have taken their place: themselves, a claim about something else, one that
    was published before them, each other in a circle; and claims that name one although they stand.

    ``published`` is the day of each document; a name of no claim is told with the other names.
    """
    rows = claims.named("claim_id") if any(claims.each(COLUMN)) else {}
    named = {n: claims[COLUMN][n] for n in claims.where(bool, COLUMN)}
    told = {n: fault for n in named if (fault := _fault(n, named, rows, claims, published))}
    yield from claims.tell(COLUMN, told, told.__getitem__)


def _fault(
    n: int, named: Mapping[int, str], rows: Mapping[str, int], claims: Table, published: Mapping[str, str]
) -> tuple[str, str] | None:
    """What is wrong with what a row names, and the remedy."""
    if claims["status"][n] != SUPERSEDED:
        what = f"names what took its place, but its status is {short(claims['status'][n])}."
        return what, "Make the status superseded, or empty the cell."
    if named[n] == claims["claim_id"][n]:
        return "names the claim itself.", "Name the later claim, or empty the cell."
    if (other := rows.get(named[n])) is None:
        return None
    name = quoted(named[n])
    theirs, own = claims["quantity"][other], claims["quantity"][n]
    if theirs != own:
        return f"{name} is about {short(theirs)}, not {short(own)}.", "Name a later claim about the same."
    before, after = (published.get(claims["source_id"][row], "") for row in (n, other))
    if is_date(before) and is_date(after) and (last_day(after) or date.max) < start_of(before):
        what = f"{name} was published on {after}, before {before}, the day of this claim's document."
        return what, "Exchange the two, or mend a day."
    if _comes_back(n, named, rows):
        return f"{name} leads back to this claim.", "The last of them is active, and names none."
    return None


def _comes_back(start: int, named: Mapping[int, str], rows: Mapping[str, int]) -> bool:
    """Whether what took a row's place, and what took the place of that, ends where it began."""
    seen, row = set[int](), rows.get(named[start])
    while row is not None and row != start and row in named and row not in seen:
        seen.add(row)
        row = rows.get(named[row])
    return row == start


def unnamed(claims: Table, published: Sequence[str]) -> dict[int, tuple[str, str]]:
    """Superseded claims that name nothing although their institution gave another figure later, with that one
    as a remedy. ``published`` is the day of each row's document.
    """
    empty = claims.where(lambda status, named: status == SUPERSEDED and not named, "status", COLUMN)
    standing = _standing(claims, published) if empty else {}
    told = {}
    for n in empty:
        own = standing.get((claims["institution"][n], claims["quantity"][n]), [])
        later = (row for day, row in own if is_date(published[n]) and day > end_of(published[n]))
        if (row := next(later, None)) is not None:
            name = quoted(claims["claim_id"][row])
            what = f"is empty, and the claim is superseded. Its institution's next figure is {name} "
            told[n] = f"{what}({published[row]}).", "Name it, if that took its place."
    return told


def _standing(claims: Table, published: Sequence[str]) -> dict[tuple[str, str], list[tuple[date, int]]]:
    """The active figures that are no retellings, by institution and quantity, oldest first."""
    found: dict[tuple[str, str], list[tuple[date, int]]] = {}
    columns = (claims[name] for name in ("institution", "quantity", "status", "relation"))
    for n, (institution, quantity, status, relation) in enumerate(zip(*columns, strict=True)):
        if status == "active" and relation not in RETELLING and is_date(published[n]):
            found.setdefault((institution, quantity), []).append((start_of(published[n]), n))
    return {key: sorted(rows) for key, rows in found.items()}


def of_another(claims: Table) -> dict[int, tuple[str, str]]:
    """Superseded claims that name a figure of another institution, which is no word of their own speaker."""
    rows = claims.named("claim_id") if any(claims.each(COLUMN)) else {}
    told = {}
    for n in claims.where(bool, COLUMN):
        other = rows.get(claims[COLUMN][n], n)
        theirs, own = claims["institution"][other], claims["institution"][n]
        if theirs != own:
            what = f"{quoted(claims[COLUMN][n])} is a figure of {short(theirs)}, not of {short(own)}."
            told[n] = what, "Only its own speaker can replace a figure; two who differ are both active."
    return told


def as_known(claim: Claim, names: Container[str]) -> Claim:
    """A claim as it stood while only claims of these names were public: active, where what took its place was
    not among them.
    """
    if not claim.superseded_by or claim.superseded_by in names:
        return claim
    return claim._replace(status="active", superseded_by="")
