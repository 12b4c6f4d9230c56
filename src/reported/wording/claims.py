"""The words for what stands on a record: a claim, its hedge, its time, whose it is; a range, a document, a
day.

Nothing here decides anything: what follows from the claims is worked out in ``analysis``, and said with these
words.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar

import pandas as pd

from reported.analysis import consistency
from reported.analysis.record import SET_HERE, Answer, Record
from reported.analysis.totals import Statement
from reported.dossier.claim import CAPACITY, NOT_DONE, OWN_BASIS, Claim, Interval
from reported.dossier.dates import last_day
from reported.dossier.reader import each
from reported.wording import prose
from reported.wording.findings import Link
from reported.wording.prose import in_words, listed

NAMELESS = ("", "not named")  # of a speaker
# Units that have no plural, as prose writes them.
UNCOUNTED = {"percent": "per cent", "%": "per cent"}


class Words:
    """The words of one record. ``row`` is always a claim of it, or has a claim's attributes; ``quantity`` is
    an id of the dossier's.
    """

    # What an answer does, in the order of how far it goes: of one, of several. Only the first kind denies.
    ANSWERS: ClassVar[dict[str, tuple[str, str]]] = {
        "categorical": ("denies them outright", "deny them outright"),
        "evidential": ("asks for proof", "ask for proof"),
        "legal": ("calls them lawful or nobody's business", "call them lawful or nobody's business"),
        "dismissal": ("dismisses them", "dismiss them"),
        "no_comment": ("gives no comment on them", "give no comment on them"),
        "acknowledged": ("admits them, in whole or in part", "admit them, in whole or in part"),
    }

    def __init__(self, record: Record):
        self.record = record

    # A number with its hedge and its noun

    def amount(
        self, what: Interval | float, quantity: str, places: int | None = None, outward: bool = False
    ) -> str:
        """A number or an interval with its noun: ``at least 13,100 loaves a day``.

        ``places`` are the significant digits kept; ``outward`` rounds both ends of a range away from it.
        """
        noun = self.record.q(quantity)
        text = (
            prose.words(what, places, outward) if isinstance(what, Interval) else prose.number(what, places)
        )
        return f"{text} {noun.one if text == 'one' else noun.many}"

    def said(self, row: Claim) -> str:
        """What a claim says, in plain English with its hedge and noun, in the unit it was said in."""
        said = prose.said(row.hedge, row.value, row.value_high, self.could(row))
        return f"{said} {self._noun(row)}{self.limited(row)}"

    def could(self, row: Claim) -> str:
        """What stands in front of a number that is a capacity: ``could hold``; empty for any other."""
        return self.record.q(row.quantity).could if row.modality == CAPACITY else ""

    def limited(self, row: Claim, kind: str = "") -> str:
        """What a figure says of itself beside its number, in brackets: of what ``kind`` it is, how far it may
        be off, which part it covers, that it was only promised or expected; empty for most.
        """
        off = f"±{prose.digits(row.margin)} per cent" if not math.isnan(row.margin) else ""
        part = "" if row.scope in kind else row.scope
        done = "" if self.record.counts(row) else NOT_DONE.get(row.modality, "")
        told = "; ".join(filter(None, (kind, off, part, done)))
        return f" ({told})" if told else ""

    def said_of(self, row: Claim) -> str:
        """The number of a claim with the item its code names: ``at least three million rye loaves``."""
        items = self.record.plan.items
        kinds = [items[code] for code in row.item_code.split() if code in items]
        hedged = prose.said(row.hedge, row.value, row.value_high)
        return f"{hedged} {listed(kinds)}" if kinds else self.said(row)

    def phrase(self, row: Claim) -> str:
        """What a claim says, in the words that let it stand alone: ``enough for about two months of war``."""
        return self.record.q(row.quantity).phrase.format(self.said(row))

    def phrases(self, rows: Iterable[Claim]) -> str:
        """What several claims say, as one phrase; those with words of their own stand last, so that they are
        not read into the others.
        """
        rows = list(rows)
        plain, own = (
            [self.phrase(row) for row in rows if (self.record.q(row.quantity).phrase == "{}") is so]
            for so in (True, False)
        )
        return ", ".join([*([listed(plain)] if plain else []), *own])

    def bare(self, row: Claim) -> str:
        """The number a claim names, in the unit it was said in, without its hedge: ``two months``."""
        return f"{prose.stated(row.value)} {self._noun(row)}"

    def figure(self, row: Claim, kind: str = "") -> str:
        """What a claim says without its noun, which what stands around it gives; a unit of its own stays.
        ``kind`` is what it counts, to be put behind it."""
        said = prose.said(row.hedge, row.value, row.value_high, self.could(row))
        if row.unit != consistency.base(self.record.q(row.quantity).units):
            said = f"{said} {self._noun(row)}"
        return said + self.limited(row, kind)

    def quoted(self, row: Claim) -> str:
        """The words that carry a claim, with their English where they are not English; what it says where the
        words were not seen.
        """
        return f"“{row.stated}”" + (f" ({row.gloss})" if row.gloss else "") if row.stated else self.said(row)

    def _noun(self, row: Claim) -> str:
        one = row.value == 1 and not row.hedge.endswith("_ge")  # "about one or more" is many
        return self.noun(row.quantity, row.unit, one)

    def noun(self, quantity: str, unit: str, one: bool) -> str:
        """The noun of a number of a quantity in a unit, for one or for many: ``loaf``, ``loaves a day``."""
        nouns = self.record.q(quantity)
        if nouns.units[unit] == 1:
            return nouns.one if one else nouns.many
        head, _, tail = unit.partition("/")
        plural = "s" * (not one and head not in UNCOUNTED)
        return f"{UNCOUNTED.get(head, head)}{plural}" + (f" a {tail}" if tail else "")

    # A statement, which is a claim or the members of an either-or

    def told(self, statement: Statement) -> str:
        """What a statement says; the members of an either-or are joined by "or", each with what it counts,
        and never added.
        """
        first, *others = statement.members
        if not others:
            return self.said(first)
        more = (self.alternative(row).removeprefix(f"{self.could(row)} ") for row in others)
        return " or ".join([self.alternative(first), *more])

    def named(self, statement: Statement) -> str:
        """What a statement says, as something that somebody named: what something could hold is ``room for``
        so many.
        """
        could = self.could(statement.first)
        return self.told(statement).replace(could, "room for", 1) if could else self.told(statement)

    def alternative(self, row: Claim) -> str:
        """One member of an either-or: how many, and of what."""
        kinds = listed(self.record.plan.items.get(code, code) for code in row.item_code.split())
        return self.figure(row, kinds or row.item)

    # Whose it is, and where it was seen

    def institution(self, row: Claim) -> str:
        """Whose figure it is, the name written out."""
        return str(self.record.plan.names.get(row.institution, row.institution))

    def by(self, row: Claim, role: bool = True) -> str:
        """Whose figure it is and through whom it became public: ``the ministry, through one of its staff,
        after a closed hearing``.
        """
        who = self.institution(row)
        through = self.speaker(row) if role else row.speaker
        alone = row.speaker in NAMELESS or row.speaker == row.institution
        return who if alone else f"{who}, through {through}"

    def speaker(self, row: Claim) -> str:
        """The person who said it, with who that is, where the dossier tells."""
        return f"{row.speaker}, {row.role}" if row.role else row.speaker

    def relay(self, row: Claim) -> str:
        """The person through whom a claim became public, or that none is named."""
        return "not named" if row.speaker in NAMELESS else str(row.speaker)

    def whose(self, claims: Iterable[str]) -> str:
        """The institutions behind some claims, each once."""
        rows = filter(None, map(self.record.claim, dict.fromkeys(claims)))
        return ", ".join(dict.fromkeys(row.institution for row in rows))

    def dated(self, row: Claim) -> str:
        """Whose figure it is and when it was said, for a chart; no day where none is known."""
        return ", ".join(filter(None, (row.institution, in_words(row.day_said))))

    def unconfirmed(self, claims: Iterable[str]) -> list[str]:
        """What is reported not to have been confirmed by those it is ascribed to, a sentence for each
        document.
        """
        asked = set(claims)
        rows = [row for row in self.record.dossier.denied if row.type == "unconfirmed"]
        of_these = [row for row in rows if asked & set(row.targets.split())]
        publishers = [prose.sentence(self.record.source(row.source_id).publisher) for row in of_these]
        notes = [row.note.rstrip(".") or "not confirmed" for row in of_these]
        return [f"{who}: {note}." for who, note in zip(publishers, notes, strict=True)]

    def cite(self, row: Claim) -> str:
        """Publisher and date of a claim, for prose and chart labels."""
        if row.basis == OWN_BASIS:
            return "assumption of this analysis"
        if row.claim_id == SET_HERE:
            return "set in this edition"
        return prose.cited(row.publisher, row.published)

    def link(self, row: Claim) -> Link:
        """Publisher and date of a claim as a link to its document."""
        return Link(self.cite(row), row.url)

    def grade(self, row: Claim) -> str:
        """How a claim or an event is graded: the letter of its document and the number of what it says."""
        return f"{self.record.source(row.source_id).reliability}{row.credibility}"

    def seen_in(self, rows: Iterable[Claim], most: int | None = None) -> str:
        """Where a wording was seen. Only for a document read at its publisher can a change of words be laid
        at its door.
        """
        own: dict[str, list[str]] = {}
        for row in rows:
            first_hand = self.record.source(row.source_id).reached_via == "original"
            own.setdefault("" if first_hand else "as seen in ", []).append(row.publisher)
        shown = (lead + prose.shortened(names, most or len(names)) for lead, names in sorted(own.items()))
        return ", and ".join(shown)

    def documented(self, table: pd.DataFrame) -> list[Any]:
        """Rows of a table, oldest first, with what is known of the document each stands in: publisher,
        address, letter, and a link.
        """
        if table.empty:
            return []
        rows = table.sort_values(
            [c for c in ("date_start", "said_on", "published") if c in table][:1], kind="stable"
        )
        documents = [self.record.source(name) for name in rows["source_id"]]
        return list(
            each(
                rows.assign(
                    publisher=[d.publisher for d in documents],
                    reliability=[d.reliability for d in documents],
                    document=[Link(prose.cited(d.publisher, d.published), d.url) for d in documents],
                )
            )
        )

    def sources_line(self, rows: Iterable[Claim]) -> str:
        """The source line of a chart: who published the figures, those first that can be relied on most."""
        rows = [row for row in rows if getattr(row, "basis", "") != OWN_BASIS]
        graded = sorted(
            rows, key=lambda row: self.record.source(row.source_id).reliability if row.source_id else ""
        )
        names = dict.fromkeys(row.publisher for row in graded)
        more = f" and {len(names) - 6} more" if len(names) > 6 else ""
        until = f" Public by {self.day}." if self.record.parameters.day else ""
        return f"Sources: {', '.join(itertools.islice(names, 6))}{more}.{until}"

    # A time

    @property
    def day(self) -> str:
        """The as-of day in words."""
        return prose.day_words(self.record.parameters.day)

    @property
    def by_then(self) -> str:
        """Where something would have to be found: ``by 2 November 2023``, ``in the dossier``."""
        return f"by {self.day}" if self.record.parameters.day else "in the dossier"

    def window(self, row: Claim) -> str:
        """The time a claim speaks of: ``August 2023 to 18 October 2024``, ``up to 25 February 2024, start not
        given``.
        """
        start, end = in_words(row.period_start), in_words(row.period_end)
        if start and end:
            return start if start == end else f"{start} to {end}"
        if end:
            return f"up to {end}, start not given"
        return f"from {start}, end not given" if start else "no dates given"

    def when(self, row: Claim) -> str:
        """The months a claim speaks of, short: ``Aug–Sep 2023``, ``2023``, ``to Nov 2023``; empty where none
        is given.
        """
        start, end = (
            " ".join(word[:3] if word.isalpha() else word for word in in_words(text[:7]).split())
            for text in (row.period_start, row.period_end)
        )
        if not start or not end or start == end:
            return start if start == end else f"to {end}" if end else f"from {start}"
        same_year = start[-4:] == end[-4:] and len(start) > 4
        return f"{start[:-5] if same_year else start}–{end}"

    def since(self, row: Claim) -> str:
        """From when a total counts, to be put behind it in a chart; with its end only where that lies well
        before it was published.

        Empty where no start is given.
        """
        end, published = last_day(row.period_end), last_day(row.published)
        if not row.period_start:
            return ""
        early = end and published and (published - end).days > 31
        return f", {self.window(row)}" if early else f", since {in_words(row.period_start)}"

    def reported_on(self) -> list[tuple[date, str]]:
        """The days on which the figures under examination were first published, each with what was said first
        and how many more.
        """
        days: dict[date, list[str]] = {}
        for row in self.record.headlines():
            if day := last_day(self.record.first_published(row)):
                days.setdefault(day, []).append(self.phrase(row))
        return [
            (day, f"{in_words(str(day))}: {prose.shortened(said, 1)}") for day, said in sorted(days.items())
        ]

    # What stands on the record for a quantity, and what follows for it

    def label(self, quantity: str, series: str | None = None) -> str:
        """What a quantity is called, with its way of counting where there are several."""
        noun = self.record.q(quantity)
        if not series or len(noun.series) < 2:
            return noun.label
        return f"{noun.label}, {self.record.plan.series[series].label}"

    def series_label(self, series: str) -> str:
        """What a way of counting is called."""
        return self.record.plan.series[series].label if series else "–"

    def on_record(self, quantity: str, wording: str, series: str | None = None) -> str:
        """What stands on the record for a quantity: ``said: more than 1,000 loaves``, ``published: 5,000
        to more than 30,000``.

        What is ours, assumed or worked out here, is told apart. ``series`` keeps to one way of counting.
        """
        row = self.record.headline(quantity, wording)
        if quantity in self.record.known:
            return f"by the calendar: {self.amount(self.record.known[quantity], quantity, 3)}"
        if quantity in self.record.parameters.inputs:
            return f"set: {prose.words(self.record.span(quantity))}"
        if row is not None:
            return f"said: {self.said(row)}"
        published, whole = (self.range(quantity, own, series) for own in (False, True))
        if not whole:
            return "nothing"
        if not published:
            return f"ours: {whole}"
        return f"published: {published}" + (f"; with ours: {whole}" if whole != published else "")

    def range(self, quantity: str, own: bool = True, series: str | None = None) -> str:
        """From the lowest to the highest number used as an input, with an open end shown: ``5,000 to more
        than 30,000``; empty for none.
        """
        found = self.record.ends(quantity, own, series)
        if found is None:
            return ""
        low, high = found
        if low is high:
            several = low.spoken.high > low.spoken.low
            other = low.spoken.high if several else math.nan
            return prose.said(low.hedge, low.spoken.low, other, self.could(low))
        reach = self.record.reach(quantity, own, series)
        if not reach.floored:
            return prose.words(reach)
        least, most = prose.number(low.spoken.low, toward="down"), prose.number(high.spoken.high, toward="up")
        if math.isinf(high.interval.high):
            most = f"{'more than' if high.interval.low_open else 'at least'} {most}"
        elif math.isinf(reach.high):
            most = f"{most} (open above)"
        return least if least == most else f"{least} to {most}"

    def apart(self, outcomes: Iterable[consistency.Outcome], quantity: str) -> str:
        """What is implied for a quantity; told apart by way of counting where that makes a difference."""
        told: dict[str, list[str]] = {}
        for o in outcomes:
            span = o.verdicts[quantity].implied.interval
            text = prose.words(span, outward=True) if span else "the rest do not meet"
            told.setdefault(text, []).append(self.series_label(o.case.label["series"]))
        if len(told) == 1:
            return next(iter(told))
        return "; ".join(f"{text} ({listed(labels)})" for text, labels in told.items())

    def limits(self, spans: Iterable[Interval]) -> str:
        """What several conditions ask for, from the weakest to the strongest: ``at least 10,900 to 16,400``;
        floors and ceilings apart.
        """
        spans = list(spans)
        floors, ceilings = (
            [s.low for s in spans if s.floored],
            [s.high for s in spans if math.isfinite(s.high)],
        )
        told = []
        for word, toward, ends in (("at least", "down", floors), ("at most", "up", ceilings)):
            if ends:
                numbers = dict.fromkeys(prose.number(end, toward=toward) for end in (min(ends), max(ends)))
                told.append(f"{word} {' to '.join(numbers)}")
        return listed(told)

    def answered(self, answer: Answer, wording: str) -> str:
        """An answer: ``fits``, ``fits only with more than 13,100 loaves a day``, ``does not fit``."""
        needs = listed(self.amount(span, q) for q, span in answer.needs(wording).items())
        word = answer.word(wording)
        return f"fits only with {needs}" if word == consistency.ONLY_IF else word

    # What was left out, and what was answered

    def reasons(self, left: Iterable[tuple[Claim, str]]) -> str:
        """Why claims were left out, with how many for each reason."""
        counts = Counter(reason for _, reason in left)
        return ", ".join(f"{n} {reason}" for reason, n in sorted(counts.items())) or "–"

    def about_other_items(self, scopes: Iterable[str], rows: Iterable[Claim]) -> dict[str, int]:
        """Which items other than those of some claims answers speak of (by their scope), and how many do."""
        scopes = list(scopes)
        own = {kind.split("/")[0] for row in rows for kind in row.item_code.split()}
        others = [n for code, n in self.record.plan.items.items() if "/" not in code and code not in own]
        found = {name: sum(name in scope for scope in scopes) for name in others}
        return {name: n for name, n in found.items() if n}
