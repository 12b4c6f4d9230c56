"""Copies: when a document was read, and where an archived copy of it stands.

The address of a copy often says of which page it is one, and when it was made:
``…/web/20231102101500/https://…``. Then it has to agree with the columns beside it. Nothing here asks the
network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import partial
from urllib.parse import unquote, urlsplit

from reported.dossier.dates import end_of, is_date, last_day, start_of
from reported.dossier.forms import is_address
from reported.dossier.tables import Table
from reported.errors import Problem, quoted

# What tells of a document where a copy of it is, and nothing of what it says.
COLUMNS = ("accessed", "archive_url", "archived_on", "sha256")
WAYBACK = "https://web.archive.org/web/"
# A stamp of a day and an hour, marks of how the copy is shown, and the page: as archives of the web write it.
STAMP = r"([0-9]{14}|[0-9]{4}\.[0-9]{2}\.[0-9]{2}-[0-9]{6})"
STAMPED = re.compile(rf"https?://[^/]+/(?:.*?/)?{STAMP}(?:[a-z]{{2}}_)?/(https?:/.+)")
STAMPED_THERE = re.compile(r"https?://web\.archive\.org/web/([0-9]{14})(?:[a-z]{2}_)?/(.+)")
THERE = re.compile(r"https?://web\.archive\.org/web/")
GRACE = timedelta(days=1)  # the days of two places

Told = tuple[str, str, str]  # a column, what is wrong there, and what to do


def stamped(address: str) -> tuple[str, str] | None:
    """The day (YYYY-MM-DD, in UTC) and the page that the address of an archived copy names; ``None`` where
    it names none. The day may be one that there is not."""
    found = STAMPED_THERE.fullmatch(address) or STAMPED.fullmatch(address)
    if not found:
        return None
    day = re.sub(r"\D", "", found[1])
    return f"{day[:4]}-{day[4:6]}-{day[6:8]}", found[2]


def looked_for(url: str, day: str) -> str:
    """Where a web archive is asked for a copy of a page: the one nearest to the end of a day, or all of them
    where no day is known. Nobody has seen that there is one. Empty for no page, and for an archived copy.
    """
    if not url or stamped(url):
        return ""
    last = last_day(day)
    return f"{WAYBACK}{last:%Y%m%d}235959/{url}" if last else f"{WAYBACK}*/{url}"


def problems(sources: Table) -> Iterator[Problem]:
    """Documents whose copy is not of that page, that day or that time, or is told in part only."""
    columns = ("url", "published", *COLUMNS)
    by_fault: dict[Told, list[int]] = {}
    # Of most documents no copy is told.
    told = sources.where(lambda *cells: any(cells), *COLUMNS)
    for n in told:
        for fault in _faults(*(sources[column][n] for column in columns)):
            by_fault.setdefault(fault, []).append(n)
    for (column, *said), found in by_fault.items():
        yield from sources.tell(column, found, partial(_always, said))


def _always(said: list[str], row: int) -> tuple[str, str]:
    return said[0], said[1]


def _faults(
    url: str, published: str, accessed: str, archive: str, archived: str, digest: str
) -> Iterator[Told]:
    """What is wrong with the copies of one document."""
    for column, day, what in (
        ("accessed", accessed, "it cannot have been read"),
        ("archived_on", archived, "no copy of it can have been made"),
    ):
        if is_date(day) and is_date(published) and end_of(day) < _before(published):
            said = f"is {day}, but the document is of {published}: before that {what}."
            yield column, said, "Mend the one or the other."
    if archived and not archive:
        yield (
            "archive_url",
            "is empty, but archived_on is not.",
            "Write the address of that copy, or empty both.",
        )
    if is_address(archive):
        yield from _faults_of_copy(url, archive, archived)


def _before(published: str) -> date:
    """The first day on which a document can have been seen, where another place had another date."""
    return start_of(published) - GRACE


def _faults_of_copy(url: str, archive: str, archived: str) -> Iterator[Told]:
    """What is wrong with the address of an archived copy."""
    names = stamped(archive)
    if not names and THERE.match(archive):
        remedy = "Open it, and write the address it leads to, which has a day and an hour in 14 digits."
        yield "archive_url", "asks the archive for a copy, and is none.", remedy
        return
    day = names[0] if names else ""
    if names and not is_date(day):
        remedy = "Open the copy, and write its address as it stands there."
        yield "archive_url", f"carries the day {day}, which there is not.", remedy
    elif not archived:
        remedy = f"Write {day}, the day in the address." if names else "Write the day that the archive gives."
        yield "archived_on", "is empty, but archive_url is not.", remedy
    elif names and is_date(archived) and not start_of(archived) <= start_of(day) <= end_of(archived):
        yield (
            "archived_on",
            f"is {archived}, but the address of the copy says {day}.",
            "Write the day in the address.",
        )
    if not url:
        remedy = f"Write {quoted(names[1])} there." if names else "Write there which page it is a copy of."
        yield "url", "is empty, but archive_url is not.", remedy
    elif url == archive:
        yield "archive_url", "is the address in url.", "Write in url the page that it is a copy of."
    elif names and not same_page(names[1], url):
        what = f"is a copy of {quoted(names[1])}, not of the page in url ({quoted(url)})."
        yield "archive_url", what, "Write the copy of that page, or mend url."


def same_page(one: str, other: str) -> bool:
    """Whether two addresses are those of one page, as far as they show it."""
    return _page(one) == _page(other)


def _page(address: str) -> tuple[str, str, str]:
    """What two addresses of one page have in common: not the scheme, “www.”, the last stroke, or the place
    on the page."""
    try:
        parts = urlsplit(address if "//" in address[:8] else re.sub(r"^(https?:/)?", "https://", address))
    except ValueError:  # a bracket that is not closed
        return "", address, ""
    host = re.sub(r"^www\.|:(80|443)$", "", parts.netloc.casefold())
    return host, unquote(parts.path).rstrip("/"), unquote(parts.query)
