"""Moments: page one as it stood on earlier days.

The notebooks are asked again with an earlier as-of day, inline, because only their sentences are wanted. What
they show is the same; a test holds a moment against the edition of that day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import chdir
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from reported.analysis import day_by_day
from reported.document.assembly import Section, bottom_line, of_role
from reported.document.evidence import Numbers, refs
from reported.dossier.claim import OWN_BASIS
from reported.dossier.dates import last_day
from reported.edition import Edition
from reported.notebooks import runner
from reported.wording.findings import FINDING, Finding, plain
from reported.wording.language import say, word_for
from reported.wording.prose import counted, in_words, many, sentence

TOLD = ("claimed", "bottom-line", "judgement", "confidence")  # what is told of page one, in its order

MOST_DAYS = 40


@dataclass(frozen=True)
class Moment:
    """What page one said as of a day (``None``: now): its findings, those of a role together, in the order of
    ``TOLD``.
    """

    day: date | None
    findings: tuple[Mapping[str, Any], ...]

    def as_data(self) -> dict[str, Any]:
        """The moment as plain types."""
        return {"day": str(self.day) if self.day else None, "findings": list(self.findings)}

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Moment:
        """The moment of such plain types."""
        return cls(date.fromisoformat(data["day"]) if data["day"] else None, tuple(data["findings"]))


def days(edition: Edition) -> list[date]:
    """Earlier days worth stopping at: when a figure under examination was first published, when a bound
    moved, the end of each quarter.

    From the last quarter that knew nothing to the newest document of the edition, spread evenly where they
    are more than a page holds; empty where no figure is known.
    """
    firsts = [day for day, _ in edition.words.reported_on()]
    newest = edition.record.newest_day
    if not firsts or newest is None:
        return []
    moved = day_by_day.moved(edition.record)
    worth = sorted({*firsts, *moved, *_quarter_ends(min(firsts), newest)} - {edition.record.parameters.day})
    return (
        worth
        if len(worth) <= MOST_DAYS
        else [worth[n * (len(worth) - 1) // (MOST_DAYS - 1)] for n in range(MOST_DAYS)]
    )


def _quarter_ends(first: date, last: date) -> Iterable[date]:
    """The last day of each quarter from the one before ``first`` to ``last``."""
    year, quarter = first.year, (first.month - 1) // 3
    while (end := date(year, 3 * quarter + 1, 1) - timedelta(days=1)) <= last:
        yield end
        year, quarter = (year + (quarter == 3), (quarter + 1) % 4)


def moment(day: date, paths: Iterable[Path], parameters: Mapping[str, Any], beside: Path) -> Moment:
    """Page one as these notebooks, run in the folder ``beside``, tell it with that as-of day; ``parameters``
    are those of the edition.
    """
    given = {**parameters, "as_of": str(day), "figures": None}
    parts = []
    for path in paths:
        with chdir(beside):  # as when it runs in a kernel
            found = [
                (FINDING, what.as_data() | {"cell": cell})
                for cell, what in runner.inline(path, given, looked_at=False)
                if isinstance(what, Finding)
            ]
        parts.append(Section(path.stem, found))
    return told(parts, day)


def told(parts: list[Section], day: date | None = None) -> Moment:
    """Page one of these sections, as the moment of a day or of now."""
    by_role = {role: of_role(parts, role) for role in TOLD} | {"bottom-line": bottom_line(parts)}
    return Moment(day, tuple(f for role in TOLD for f in by_role[role]))


def tellers(parts: Iterable[Section]) -> list[str]:
    """The notebooks whose findings stand on page one."""
    return [s.name for s in parts if any(f["role"] in TOLD for f in s.of(FINDING))]


def panel(moments: list[Moment], edition: Edition, numbers: Numbers) -> str:
    """The moments as a panel of the page: each day with its new claims and its findings, those that changed
    marked; empty for none.
    """
    if len(moments) < 2:
        return ""
    public = (claim for claim in numbers if edition.record.row(claim).basis != OWN_BASIS)
    published = {claim: _published(edition, claim) for claim in public}
    lines: list[str] = []
    before: dict[str, str] = {}
    since = date.min
    for moment in moments:
        until = moment.day or date.max  # what has no date is known only now
        new = [claim for claim, day in published.items() if since < day <= until]
        known = sum(day <= until for day in published.values())
        named = refs(new, numbers, "cited") if new else ""
        name = in_words(str(moment.day)) if moment.day else sentence(edition.words.day)
        at = moment.day or edition.record.parameters.day or edition.record.newest_day
        lines += [f'::: {{.moment #as-of-{moment.day or "now"} day="{at}"}}', f"## {name}", ""]
        lines += [say("moments-known", claims=counted(known, "claim"), new=many(len(new))) + named, ""]
        for found in moment.findings:
            changed = before and before.get(found["id"]) != found["sentence"]
            mark = f" [{say('moments-changed')}]{{.changed}}" if changed else ""
            label = word_for("moment", found["role"])
            lines += [f"[{label}]{{.label}} {plain(found['sentence'])}{mark}", ""]
        lines += [":::", ""]
        before, since = {f["id"]: f["sentence"] for f in moment.findings}, until
    lead = " ".join([say("moments-lead"), *([say("moments-most")] if len(moments) > MOST_DAYS else [])])
    title = f"## {say('moments-title')}"
    return "\n".join(["::::: {.panel #moments}", title, "", lead, "", *lines, ":::::"])


def _published(edition: Edition, claim: str) -> date:
    row = edition.record.row(claim)
    return (last_day(row.published) if row.published else None) or date.max
