"""Red team: made-up claims for a class to put into a copy of a dossier, and what becomes of the answer,
worked out by the same rooms.

Each comes as a document and a claim, ready to be put under the tables of the dossier. Nothing of it enters
the dossier itself.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from reported.analysis import consistency, origins
from reported.analysis.day_by_day import Answer
from reported.analysis.origins import Count
from reported.analysis.record import FIRST, RETOLD
from reported.classroom.questions import origins_counted
from reported.dossier.claim import Claim, Source
from reported.dossier.dates import end_of, last_day
from reported.dossier.forms import NUMBER
from reported.dossier.schema import COLUMNS
from reported.edition import Edition
from reported.wording import prose
from reported.wording.language import say, spoken

TABLES = ("sources", "claims")
TIMES = (10, 1 / 10)  # by how much a made-up figure misses the published ones


@dataclass(frozen=True)
class Effect:
    """What stands before or after an attack: the answer in words by wording, and documents and origins behind
    the first figure.
    """

    answers: Mapping[str, str]
    behind: Count


@dataclass(frozen=True)
class Attack:
    """A made-up claim: what it does, its rows (by table and column), and what the rooms made of it."""

    name: str
    does: str
    rows: Mapping[str, Mapping[str, Any]]
    before: Effect
    after: Effect

    def lines(self, table: str, header: list[str]) -> str:
        """Its row as a line of CSV for a table with these columns."""
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerow(
            [self.rows[table].get(column, "") for column in header]
        )
        return text.getvalue()

    def told(self, wording: str) -> str:
        """What became of the answer under a wording."""
        return _told(*(effect.answers[wording] for effect in (self.before, self.after)))

    @property
    def counted(self) -> str:
        """What became of documents and origins."""
        return _told(*(_counted(effect.behind) for effect in (self.before, self.after)))


def attacks(ed: Edition) -> list[Attack]:
    """A contradiction, a copy under another name, and a figure between the figures; none where no figure is
    under examination.
    """
    examined = [row for row in ed.record.headlines() if row.hedge != "none" and row.published]
    if not examined:
        return []
    first, before = examined[0], effect(ed, examined[0])
    made = []
    for name, does, rows in _made_up(ed, first, before):
        made.append(Attack(name, does, rows, before, effect(_with(ed, rows), first)))
    return made


def _made_up(
    ed: Edition, first: Claim, before: Effect
) -> Iterator[tuple[str, str, dict[str, dict[str, Any]]]]:
    small = float(f"{first.value / 20:.0e}")
    says = prose.dressed(prose.digits(small), ed.words.noun(first.quantity, first.unit, small == 1))
    who, said = ed.words.institution(first), ed.words.said(first)
    yield (
        "1-contradiction",
        say("attack-contradiction", says=says, who=who, said=said),
        _rows(
            first,
            "red-team-contradiction",
            says,
            value=small,
            institution=say("made-up-ministry"),
            origin_id="RED-TEAM-1",
        ),
    )
    says = ed.words.bare(first)
    yield (
        "2-copy",
        say("attack-copy", says=says),
        _rows(
            first,
            "red-team-copy",
            says,
            value=first.value,
            credited=say("made-up-institute"),
            relays=first.claim_id,
            relation="retells",
        ),
    )
    for rows, does in _between(ed, first, before):
        yield "3-figure-between", does, rows


def _between(ed: Edition, first: Claim, before: Effect) -> Iterator[tuple[dict[str, dict[str, Any]], str]]:
    """A figure that nobody examines but that the answer rests on: the first of those tried that moves the
    answer, if one does.
    """
    examined = {row.quantity for row in ed.record.headlines()}
    for times in TIMES:
        for quantity in (q for q in ed.record.quantities() if q not in examined and ed.record.published(q)):
            span, like = ed.record.span(quantity, own=False), ed.record.published(quantity)[-1]
            value = float(f"{(span.high if times > 1 else span.low) * times:.1e}")
            says = prose.dressed(prose.digits(value), ed.record.q(quantity).many)
            rows = _rows(
                like, "red-team-between", says, value=value,
                unit=consistency.base(ed.record.q(quantity).units), institution=say("made-up-expert"),
                origin_id="RED-TEAM-3", quantity=quantity, item=like.item or first.item, basis="asserted",
                published=first.published, period_start=first.period_start, period_end=first.period_end,
            )  # fmt: skip
            if effect(_with(ed, rows), first).answers != before.answers:
                published = prose.words(ed.record.span(quantity))
                yield rows, say("attack-between", says=says, published=published)
                return


def _rows(like: Any, name: str, says: str, published: str = "", **cells: Any) -> dict[str, dict[str, Any]]:
    """A document and a claim of the kind of another claim, with a bare number in the words given."""
    kept = (
        "quantity",
        "unit",
        "item",
        "item_code",
        "institution",
        "origin_id",
        "basis",
        "period_start",
        "period_end",
        "cumulative",
        "series",
        "modality",
        "scope",
    )
    day, reason = str(last_day(published or like.published)), say("made-up-reason")
    source = {
        "source_id": name, "title": reason, "url": f"https://example.org/{name}", "published": day,
        "publisher": say("made-up-publisher"), "publisher_kind": "news", "language": spoken().code,
        "reached_via": "original", "reliability": "F", "reliability_reason": reason,
    }  # fmt: skip
    claim = {
        "claim_id": name, "source_id": name, "stated": says, "hedge": "exact",
        "speaker": say("made-up-speaker"), "credibility": 6, "credibility_reason": reason, "status": "active",
    } | {column: getattr(like, column) for column in kept} | cells  # fmt: skip
    return {"sources": source, "claims": claim | {"value": _plain(float(cells["value"]))}}


def _plain(value: float) -> str:
    return f"{value:.12g}" if value < 1e12 else repr(value)


def _with(ed: Edition, rows: Mapping[str, Mapping[str, Any]]) -> Edition:
    """The edition with one document and one claim more."""
    cells = {table: dict.fromkeys(COLUMNS[table], "") | dict(rows[table]) for table in TABLES}
    numbers = {
        name: float(cells["claims"][name] or "nan")
        for name, rule in COLUMNS["claims"].items()
        if rule.form is NUMBER
    }
    source, whole = Source(**cells["sources"]), ed.record.dossier
    claim = Claim(**cells["claims"] | numbers, source=source)
    more = replace(whole, documents=(*whole.documents, source), said=(*whole.said, claim))
    return Edition(more, ed.record.parameters)


def effect(ed: Edition, first: Claim) -> Effect:
    """What an edition comes to: its answers, and what stands behind one of its figures."""
    outcomes = tuple(map(consistency.outcome, ed.record.cases([ed.record.parameters.reading])))
    answer = Answer(end_of(first.published), outcomes)
    return Effect(
        {wording: ed.words.answered(answer, wording) for wording in (FIRST, RETOLD)},
        origins.count(origins.told_from(ed.record.standing_rows, first.claim_id)),
    )


def _told(was: str, now: str) -> str:
    return say("attack-told", was=was, now=now, same=was == now)


def _counted(behind: Count) -> str:
    documents = prose.counted(behind.documents, "document")
    return say("attack-counted", documents=documents, origins=origins_counted(behind))
