"""How far a record reaches, in sentences: until when published reporting was read, and what was not found."""

from __future__ import annotations

from reported.dossier.dates import first_day, known_by, last_day
from reported.dossier.plan import Gap
from reported.wording.claims import Words
from reported.wording.findings import Finding, ShownTable, finding, table_of
from reported.wording.language import say
from reported.wording.prose import in_words


def told(words: Words) -> Finding:
    """Until when published reporting was read, how many documents are newer, and what was not found.

    An edition of an earlier day knows no later reading, and misses nothing that was not missed yet.
    """
    until, missed = _until(words), gaps(words)
    newer = _newer(words, until)
    dated = words.record.parameters.day is not None
    read = say("read", read=bool(until), day=in_words(until), newer=newer, dated=dated, last=words.day)
    sought = "; ".join(gap.sought for gap in missed)
    also = [say("read.sought", gaps=len(missed), sought=sought)] if missed else []
    return finding("read", " ".join([read, *also]), until=until, newer=newer, gaps=len(missed))


def shown(words: Words) -> ShownTable | None:
    """What was looked for and not found, where, and since when it is missed; nothing for none."""
    rows = [{"sought": gap.sought, "where": gap.where, "since": in_words(gap.since)} for gap in gaps(words)]
    return table_of("gaps", rows, widths=[40, 50, 20], on_screen=True) if rows else None


def gaps(words: Words) -> list[Gap]:
    """What was missed by the day of the edition, in the order of the dossier."""
    day = words.record.parameters.day
    return [gap for gap in words.record.plan.gaps if day is None or known_by(gap.since, day)]


def _until(words: Words) -> str:
    """The day until which reporting was read, as far as the edition can know of it; else empty."""
    until, day = words.record.plan.dossier.read_until, words.record.parameters.day
    return until if until and (day is None or known_by(until, day)) else ""


def _newer(words: Words, until: str) -> int:
    """How many documents of the edition appeared after a day; none for no day."""
    read = last_day(until)
    days = (first_day(document.published) for document in words.record.dossier.documents)
    return sum(bool(read and day and day > read) for day in days)
