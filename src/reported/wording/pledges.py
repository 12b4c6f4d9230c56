"""The words for a pledge: what was promised by when, what had come by today, and at which pace it would be kept.

Whether it is fast enough, kept or short is worked out in ``analysis.pledges``, and only said here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, ClassVar

from reported.analysis import pledges
from reported.analysis.pledges import Deliveries, Promise, Stand
from reported.dossier.claim import Claim, Interval
from reported.dossier.dates import end_of
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Refs
from reported.wording.prose import in_words, listed, sentence


class Progress:
    """The words for one promise, on the record of some ``words``."""

    # What is said of a promise by a total, in a table and as the end of a sentence.
    SHORTLY: ClassVar[dict[str, str]] = {
        pledges.KEPT: "kept",
        pledges.SHORT: "not kept",
        pledges.LATER: "reached after its day",
        pledges.UNTOLD: "cannot be told",
        pledges.AHEAD: "fast enough",
        pledges.BEHIND: "too slow",
        pledges.OPEN: "left open by the words",
        pledges.DISPUTED: "kept by one count, missed by another",
    }

    def __init__(self, words: Words, promise: Promise):
        self.words, self.promise = words, promise
        self.roles = words.record.roles

    # The promise

    @property
    def due(self) -> str:
        """The day of the promise, as it was given: ``June 2032``."""
        return in_words(self.promise.row.period_end or str(self.promise.due))

    @property
    def promised(self) -> str:
        """What was promised by when, whose promise it is and since when."""
        row = self.promise.row
        since = in_words(self.words.record.first_published(row))
        who = listed(filter(None, [self.words.by(row, role=False)]))
        return f"{self.words.said(row)} by {self.due} ({who}, {since or 'undated'})"

    # What had come

    def called(self, series: str | None) -> str:
        """What is counted: the way of counting, else the quantity."""
        return self.words.series_label(series) if series else self.words.record.q(self.roles.delivered).label

    def said(self, row: Claim) -> str:
        """A total with whose it is: ``nearly 36 million doses (the Foreign Office)``."""
        return f"{self.words.said(row)} ({self.words.institution(row)}{self._told_later(row)})"

    def _told_later(self, row: Claim) -> str:
        """When a total was published, where that is not the day up to which it counts."""
        on = in_words(row.published)
        return f", published {on}" if end_of(row.published) != pledges.counts_to(row) else ""

    def counted(self, found: Stand) -> str:
        """The day up to which a total counts: as it says, else that of its document."""
        return in_words(str(found.counted))

    # The answer

    def nothing_yet(self) -> str:
        """The answer where no total was public."""
        label = self.words.record.q(self.roles.delivered).label
        return f"Promised: {self.promised}. No total of {label} was published {self.words.by_then}."

    def answer(self, found: Stand, first: bool = True) -> str:
        """What was promised (for the first way of counting), what had come, and what that means for it."""
        lead = f"Promised: {self.promised}. " if first else ""
        came = f"{sentence(self.called(found.series))} by {self.counted(found)}: {self.said(found.row)}"
        return f"{lead}{came}; {self._so(found)}."

    def _so(self, found: Stand) -> str:
        """What follows from a total, as the second half of a sentence."""
        if found.word in (pledges.KEPT, pledges.LATER, pledges.DISPUTED):
            return {
                pledges.KEPT: "counted so, the promise was kept" if found.over else "counted so, it is kept already",
                pledges.LATER: "counted so, it was reached; whether by its day cannot be told",
                pledges.DISPUTED: "another total of the same count says otherwise, so whether it was kept is disputed",
            }[found.word]
        missing = self._missing(found.missing)
        if found.word == pledges.SHORT:
            return f"its day had come, so the promise was short by {missing}"
        if found.word == pledges.UNTOLD:
            return self._untold(found, missing)
        return self._to_go(found, missing)

    def _missing(self, span: Interval) -> str:
        return self.words.amount(span, self.roles.missing)

    def pace(self, span: Interval) -> str:
        """How much would have to come, or had come, in each unit of time."""
        return self.words.amount(span, self.roles.pace)

    def _untold(self, found: Stand, missing: str) -> str:
        """Once its day has passed, with no total that counts up to it."""
        days = (self.promise.due - found.counted).days
        told = f"{missing} were missing then"
        if days > 0 and found.needed_then and found.so_far:
            told += (
                f", and in the {prose.counted(days, 'day')} left {self.pace(found.needed_then)} would have had "
                f"to come, against {self.pace(found.so_far)} so far"
            )
        return f"{told}; no total counts up to its day, so whether it was kept cannot be told"

    def _to_go(self, found: Stand, missing: str) -> str:
        """While there is time left."""
        if found.needed is None:
            return f"{missing} were missing"
        told = f"to get there, {self.pace(found.needed)} would have to come from {in_words(str(found.day))} on"
        if found.so_far is None:
            return told
        return f"{told}, against {self.pace(found.so_far)} so far: {self._enough(found)}"

    def _enough(self, found: Stand) -> str:
        """Whether the pace so far is enough; where the words leave it open, what the bare number says."""
        if found.word == pledges.AHEAD:
            return "the pace so far is enough"
        if found.word == pledges.BEHIND:
            return "the pace so far is not enough"
        bare = found.named
        if bare.word in (pledges.BEHIND, pledges.AHEAD, pledges.KEPT):
            no = " not" * (bare.word == pledges.BEHIND)
            return f"at the number named that is{no} enough, and the words leave it open"
        return "the words leave open whether that is enough"

    def numbers(self, found: Stand) -> dict[str, Any]:
        """The numbers behind an answer, by the names of the roles."""
        made = {"delivered": found.done, "missing": found.missing, "needed": found.needed, "so_far": found.so_far}
        return {name: span for name, span in made.items() if span is not None}

    # Rows

    def row(self, found: Stand) -> dict[str, Any]:
        """One total as a row of a table, as seen from the day it was published."""
        return {
            "As of": in_words(found.row.published),
            "What is counted": self.called(found.series),
            "Said": self.words.figure(found.row),
            "Up to": self.counted(found),
            "Whose": found.row.institution,
            "Missing": self._bare(found.missing),
            "Needed": self._bare(found.needed),
            "So far": self._bare(found.so_far),
            "Pace": self.SHORTLY[found.word],
            "Claim": Refs((found.row.claim_id,)),
        }

    def _bare(self, span: Interval | None) -> str:
        if span is None:
            return "–"
        return "none" if span.high == 0 else prose.words(span)

    # Beside the answer

    def over_time(self, stands: Mapping[str | None, Sequence[Stand]]) -> str:
        """How often the pace was enough, by the way of counting."""
        told = []
        for series, found in stands.items():
            words = Counter(one.word for one in found)
            if found:
                parts = listed(f"{self.SHORTLY[word]} at {prose.many(n)}" for word, n in words.most_common())
                told.append(f"{self.called(series)}: {prose.counted(len(found), 'total')}, {parts}")
        every = sum(map(len, stands.values()))
        if not every:
            return f"No total was published {self.words.by_then}."
        return f"Each total as seen from the day it was published: {'; '.join(told)}."

    def counts_differ(self, answers: Sequence[Stand]) -> str:
        """Whether the answer hangs on what is counted."""
        words = dict.fromkeys(one.word for one in answers)
        if len(answers) < 2:
            return ""
        told = listed(f"{self.called(one.series)}: {self.SHORTLY[one.word]}" for one in answers)
        if len(words) == 1:
            return f"The answer does not hang on what is counted: it is “{self.SHORTLY[answers[0].word]}” each time."
        return f"The answer hangs on what is counted; {told}."

    def apart(self, answers: Sequence[Stand]) -> str:
        """From the lowest to the highest number of the answering totals, as the reason for that."""
        ends = sorted(answers, key=lambda one: one.row.number)
        low, high = ends[0], ends[-1]
        return (
            f"The totals that count furthest run from {self.words.bare(low.row)} ({self.called(low.series)}) to "
            f"{self.words.bare(high.row)} ({self.called(high.series)})."
        )

    def not_counted(self, found: Deliveries) -> str:
        """How many figures are no totals of what was delivered, with the reasons."""
        label = self.words.record.q(self.roles.delivered).label
        whole = len(found.left) + sum(map(len, found.totals.values()))
        if not found.left:
            return f"Every figure for {label} is a total of what was delivered." if whole else f"No figure for {label} was published."
        reasons = Counter(reason for _, reason in found.left)
        told = listed(f"{prose.number(n)} {reason}" for reason, n in sorted(reasons.items()))
        was = "counts" if len(found.left) == 1 else "count"
        return f"Of {prose.counted(whole, 'figure')} for {label}, {prose.many(len(found.left))} {was} not as delivered in all: {told}."

    def would_settle(self, answers: Sequence[Stand], day: date | None) -> str:
        """What would change the answer."""
        label = self.words.record.q(self.roles.delivered).label
        furthest = max((one.counted for one in answers), default=None)
        over = day is not None and day >= self.promise.due
        if over and all(one.word in (pledges.KEPT, pledges.SHORT) for one in answers) and answers:
            return f"A total of {label} that says otherwise."
        what = f"A total of {label} that counts up to {in_words(str(self.promise.due))}" if over else f"A newer total of {label}"
        return f"{what}: the one that counts furthest stops on {in_words(str(furthest))}." if furthest else f"{what}."

    def paces(self, named: Sequence[tuple[Claim, Stand]]) -> str:
        """What others named as the pace, each beside ours."""
        label = self.words.record.q(self.roles.pace).label
        if not named:
            return f"Nobody else named a figure for {label} {self.words.by_then}."
        return f"Others named {label}: {'; '.join(self.others(row, own) for row, own in named)}."

    def others(self, named: Claim, own: Stand) -> str:
        """A pace that somebody named beside ours, from what had been counted by then."""
        ours = self.pace(own.needed) if own.needed else "no pace, for no time was left"
        return (
            f"“{self.words.said(named)}” ({self.words.institution(named)}, {in_words(named.published)}); ours, from "
            f"{self.words.said(own.row)} ({self.called(own.series)}): {ours}"
        )

    # The picture

    def title(self, answers: Iterable[Stand]) -> str:
        """What the chart shows, in a sentence."""
        promised = f"{self.words.said(self.promise.row)} promised by {self.due}"
        told = [f"{self.words.figure(one.row)} {self._of(one)}" for one in answers]
        return f"Of {promised}, at the last count: {listed(told)}." if told else f"{sentence(promised)}."

    def _of(self, found: Stand) -> str:
        return self.called(found.series)
