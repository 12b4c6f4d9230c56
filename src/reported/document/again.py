"""Finding a document again: an archived copy where one is known, else where to look for one; and for machines
as attributes of links (Robust Links, https://mementoweb.org/robustlinks/spec/).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reported.dossier import copies
from reported.dossier.claim import Claim, Source
from reported.wording.findings import leads, link
from reported.wording.language import say
from reported.wording.prose import in_words

WHOLE_DAY = 10  # letters of YYYY-MM-DD
Cell = Mapping[str, Any]  # a cell of a table that leads somewhere


def led(text: str, source: Source) -> Cell:
    """What leads to a document, and tells machines how to find it again."""
    return {"text": text, "url": source.url, "marks": _robust(source)}


def copy(source: Source) -> list[Cell]:
    """What leads to a document once its page is gone: an archived copy, else a search for one near to the day
    on which it appeared; nothing for a document without an address.
    """
    if source.archive_url:
        text = say("copy-archived", day=in_words(source.archived_on))
        return [{"text": text, "url": source.archive_url, "marks": _robust(source)}]
    return _searched(source, source.published)


def shown(claim: Claim) -> str:
    """The same for the document of a claim, as Markdown; of one without a day that on which it was said."""
    source = claim.source
    found = copy(source) if source.archive_url else _searched(source, source.published or claim.said_on)
    return " · ".join(link(cell["text"], cell["url"]) for cell in found)


def printed(source: Source) -> str:
    """A link to the archived copy of a document, as an index on paper has room for; empty where none is
    known.
    """
    return (
        link(say("copy-archived", day=source.archived_on), source.archive_url) if source.archive_url else ""
    )


def _searched(source: Source, day: str) -> list[Cell]:
    asked = copies.looked_for(source.url, day)
    return [{"text": say("copy-looked-for"), "url": asked}] if asked else []


def _robust(source: Source) -> dict[str, str]:
    """What a link to a document says of it: its page, the day whose state of the page is meant, and an
    archived copy where somebody has seen one.

    The day is that of the copy; of a page without one that on which it was read, else that on which it
    appeared. Only a whole day is told.
    """
    days = (source.archived_on,) if source.archive_url else (source.accessed, source.published)
    said = {
        "data-originalurl": leads(source.url),
        "data-versiondate": next((day for day in days if len(day) == WHOLE_DAY), ""),
        "data-versionurl": leads(source.archive_url),
    }
    return {name: value for name, value in said.items() if value} if source.url else {}
