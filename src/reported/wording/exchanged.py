"""What moved the other way, in sentences: what was reported to be given in return, how much of it was seen,
and what came before the figures and what after.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reported.analysis import origins
from reported.dossier.claim import Claim
from reported.dossier.dates import first_day, last_day
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.prose import counted, listed, many, sentence, stated

EXCHANGE, OF_THE_RECORD = "exchange", "record"  # strands: what went the other way; what became of a figure
NOT_NAMED, SEEN = "not named", "observed"
BEARS = "on what moved the other way"


@dataclass(frozen=True)
class Exchange:
    """What bears on what moved the other way: ``events`` of all strands that tell of the subject, oldest
    first, and the ``figures`` that measure it as they were first told."""

    events: Sequence[Any]
    figures: Sequence[Claim]

    @cached_property
    def reports(self) -> list[Any]:
        """The events of that strand."""
        return [row for row in self.events if row.strand == EXCHANGE]

    @cached_property
    def number(self) -> dict[str, int]:
        """The number of each event in tables and charts."""
        return {row.event_id: n for n, row in enumerate(self.events, 1)}

    @property
    def all(self) -> list[Any]:
        """Reports and figures together."""
        return [*self.reports, *self.figures]

    @property
    def subjects(self) -> list[str]:
        """What the reports are about, those told of most first."""
        return [subject for subject, _ in Counter(map(about, self.reports)).most_common()]


def exchange(words: Words) -> Exchange:
    """What the dossier holds of it, by its events and by its quantities of that strand."""
    record = words.record
    events = [row for row in words.documented(record.dossier.events) if row.strand != OF_THE_RECORD]
    measures = [name for name, quantity in record.plan.quantities.items() if quantity.strand == EXCHANGE]
    table = record.standing
    told = table[table["quantity"].isin(measures) & ~table["relation"].isin(origins.RETELLING)]
    return Exchange(events, [row for row in words.documented(told) if record.stated_by_others(row)])


def about(row: Any) -> str:
    """What a report is about."""
    return row.item or NOT_NAMED


def given(words: Words, found: Exchange) -> Finding:
    """How many reports and figures there are, and what they are about."""
    both = ((found.reports, "report"), (found.figures, "figure"))
    parts = [counted(len(rows), noun) for rows, noun in both if rows]
    kinds = Counter(map(about, found.reports))
    told = [f"{sentence(listed(parts))} {_verb(found.all, 'bear')} {BEARS}"]
    if kinds:
        told.append(f"They are about: {_tallied(kinds)}")
    told += [f"As to {label}, {who} spoke of {listed(said)}" for (who, label), said in _spoken(words, found)]
    return finding(
        "given",
        ". ".join(told) + ".",
        claims=[row.claim_id for row in found.figures],
        reports=len(found.reports),
        figures=len(found.figures),
    )


def _verb(rows: Sequence[Any], verb: str) -> str:
    return f"{verb}s" if len(rows) == 1 else verb


def _tallied(kinds: Counter[str]) -> str:
    """Things with how many of each: ``oil (two) and labour (one)``."""
    return listed(f"{kind} ({stated(n)})" for kind, n in kinds.most_common())


def _spoken(words: Words, found: Exchange) -> Iterable[tuple[tuple[str, str], Iterable[str]]]:
    """What each institution said of each quantity, each wording once."""
    spoken: dict[tuple[str, str], dict[str, None]] = {}
    for row in found.figures:
        key = words.institution(row), words.record.q(row.quantity).label
        spoken.setdefault(key, {})[f"“{words.said(row)}”"] = None
    return spoken.items()


def basis(words: Words, found: Exchange) -> Finding:
    """How much of it rests on something that was seen, and on what the rest does."""
    bases = Counter(row.basis or "not stated" for row in found.all)
    seen = bases.pop(SEEN, 0)
    rest = [f"{name} ({stated(n)})" for name, n in bases.most_common()]
    other: dict[str, Any] = dict(bases)
    answer = "none" if not seen else "some" if rest else "all"
    return finding(
        "basis",
        _how_many_seen(words, found, seen, rest) if len(found.all) > 1 else _the_only_one(seen, bases),
        claims=[row.claim_id for row in found.figures],
        answer=f"{answer} observed",
        observed=seen,
        **other,
    )


def _how_many_seen(words: Words, found: Exchange, seen: int, rest: list[str]) -> str:
    what = Counter(about(row) for row in found.reports if row.basis == SEEN)
    what.update(words.record.q(row.quantity).label for row in found.figures if row.basis == SEEN)
    begins = f"{sentence(stated(seen)) if seen else 'Not one'} of {stated(len(found.all))}"
    rests = f"{'rest' if seen > 1 else 'rests'} on something observed" + f", about {_tallied(what)}" * bool(
        what
    )
    others = f"; {'the rest' if seen else 'by basis'}: {listed(rest)}" * bool(rest)
    return f"{begins} {rests}{others}."


def _the_only_one(seen: int, bases: Iterable[str]) -> str:
    return f"The only one {'rests on something observed' if seen else f'is {listed(bases)}'}."


def chart_title(found: Exchange) -> str:
    """How many of the reports rest on something seen, in a sentence."""
    what = Counter(about(row) for row in found.reports if row.basis == SEEN)
    seen = sum(what.values())
    if len(found.reports) == 1:
        rests = "rests" if seen else "does not rest"
        return f"The only report that bears {BEARS} {rests} on something observed."
    begins = f"{sentence(stated(seen)) if seen else 'Not one'} of {stated(len(found.reports))} reports"
    rests = f"{'rest' if seen > 1 else 'rests'} on something observed" + f": {_tallied(what)}" * bool(what)
    return f"{begins} that bear {BEARS} {rests}."


def order(words: Words, found: Exchange) -> Finding | None:
    """How many of the reports date from before the first of the figures, and how many from after; nothing
    where there is none of either."""
    known = words.reported_on()
    if not known or not found.reports:
        return None
    (day, named), rows = known[0], found.reports
    before = sum(bool((end := last_day(row.date_end or row.date_start)) and end < day) for row in rows)
    after = sum(bool((start := first_day(row.date_start)) and start > day) for row in rows)
    rest = len(rows) - before - after
    many_of = f"{sentence(counted(before, 'report'))} that {'bear' if before > 1 else 'bears'} {BEARS}"
    dates = f"{'date' if before > 1 else 'dates'} from before the first of the figures under examination was"
    others = f"; {stated(rest)} from that day or not dated closely enough" * bool(rest)
    return finding(
        "order",
        f"{many_of} {dates} published ({named}), and {many(after)} from after it{others}.",
        before=before,
        after=after,
    )


def by_strand(events: Sequence[Any], strands: Iterable[str]) -> str:
    """How much of each strand was seen, in a sentence."""
    shares = []
    for strand in strands:
        seen = [row.basis == SEEN for row in events if row.strand == strand]
        shares.append(f"{strand} {many(sum(seen))} of {stated(len(seen))}")
    return f"Observed, of the events on the line: {listed(shares)}."
