"""The words for a pledge: what was promised by when, what had come by today, and the pace that would keep it.

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
        pledges.OPEN: "left open",
        pledges.DISPUTED: "kept by one count, missed by another",
        pledges.OLDER: "counts to an older day",
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
        return (
            f"{self.words.said(row)} by {self.due} ({self.words.by(row, role=False)}, {since or 'undated'})"
        )

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

    def nothing_yet(self, day: date | None) -> str:
        """The answer where no total was public."""
        label = self.words.record.q(self.roles.delivered).label
        told = f"Promised: {self.promised}. {self._nothing} tells the {label}"
        whole = self.promise.whole_from(day) if day else None
        if whole is None or day is None:
            return f"{told}, so how far it is cannot be told."
        return (
            f"{told}; if none had come, {self.pace(whole)} would have to come from {in_words(str(day))} on."
        )

    @property
    def _nothing(self) -> str:
        published = "published " * bool(self.words.record.parameters.day)
        return f"Nothing {published}{self.words.by_then}"

    def answer(self, found: Stand, first: bool = True) -> str:
        """What was promised (for the first way of counting), what had come, and what that means for it."""
        lead = f"Promised: {self.promised}. " if first else ""
        came = f"{sentence(self.called(found.series))} by {self.counted(found)}: {self.said(found.row)}"
        return f"{lead}{came}; {self._so(found)}."

    def _so(self, found: Stand) -> str:
        """What follows from a total, as the second half of a sentence."""
        if found.word == pledges.KEPT:
            return f"counted so, the promise {'was kept' if found.over else 'is kept already'}"
        if found.word == pledges.LATER:
            return "counted so, it was reached; whether by its day cannot be told"
        if found.word == pledges.DISPUTED:
            return "another total counted so says otherwise: whether it was kept is disputed"
        if found.missing.high == 0:
            return "that number was reached, and more than it was promised"
        if found.word == pledges.SHORT:
            short = self.words.amount(found.missing, self.roles.missing)
            return f"counted so, the promise was short by {short}"
        return self._untold(found) if found.word == pledges.UNTOLD else self._to_go(found)

    def _missing(self, span: Interval) -> str:
        """What had not come, with its verb: ``15.9 million doses were missing``."""
        told = self.words.amount(span, self.roles.missing)
        return f"{told} {'was' if told.startswith('one ') else 'were'} missing"

    def pace(self, span: Interval) -> str:
        """How much would have to come, or had come, in each unit of time."""
        return self.words.amount(span, self.roles.pace)

    def _untold(self, found: Stand) -> str:
        """Once its day has passed, with no total that counts up to it."""
        days = (self.promise.due - found.counted).days
        told = f"{self._missing(found.missing)} then"
        if days > 0 and found.needed_then and found.so_far:
            left = prose.counted(days, "day")
            told += (  # a pace above all that is missing is one for a time longer than what is left
                f", with {left} left and {self.pace(found.so_far)} so far"
                if found.needed_then.low > found.missing.low
                else f", and in the {left} left {self.pace(found.needed_then)} would have had to come, "
                f"against {prose.words(found.so_far)} so far"
            )
        why = "no such total counts up to its day" if days > 0 else "its words leave that open"
        return f"{told}; whether it was kept cannot be told, for {why}"

    def _to_go(self, found: Stand) -> str:
        """While there is time left."""
        if found.needed is None:
            return f"{self._missing(found.missing)} then"
        told = (
            f"to get there, {self.pace(found.needed)} would have to come from {in_words(str(found.day))} on"
        )
        if found.so_far is None:
            return told
        return f"{told}, against {prose.words(found.so_far)} so far: {self._enough(found)}"

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
        made = {
            "delivered": found.done,
            "missing": found.missing,
            "needed": found.needed if found.needed else found.needed_then,
            "so_far": found.so_far,
        }
        return {name: span for name, span in made.items() if span is not None}

    def shortly(self, found: Stand) -> str:
        """What a total says of a promise, in a few words; where they leave it open, by its number, too."""
        told = self.SHORTLY[found.word]
        if found.word == pledges.OPEN and (bare := found.named.word) != pledges.OPEN:
            return f"{told} ({self.SHORTLY[bare]} by the bare number)"
        return told

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
            "Pace": self.shortly(found),
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
            counts = Counter(map(self.shortly, found))
            parts = listed(f"{prose.many(n)} {word}" for word, n in counts.most_common())
            told.append(f"{self.called(series)}, {prose.counted(len(found), 'total')}: {parts}")
        if not told:
            return f"{self._nothing} is a total of what had come."
        return f"Each total as seen from the day it was published: {'; '.join(told)}."

    def counts_differ(self, answers: Sequence[Stand]) -> str:
        """Whether the answer hangs on what is counted; empty where it is counted in one way."""
        by_word: dict[str, list[str]] = {}
        for one in answers:
            by_word.setdefault(self.shortly(one), []).append(f"“{self.called(one.series)}”")
        if len(answers) < 2:
            return ""
        if len(by_word) == 1:
            ((word, names),) = by_word.items()
            return f"The answer does not hang on what is counted: as {listed(names)} it is “{word}”."
        told = "; ".join(f"{listed(names)}, {word}" for word, names in by_word.items())
        return f"The answer hangs on what is counted: {told}."

    def apart(self, answers: Sequence[Stand]) -> str:
        """From the lowest to the highest number of the answering totals, as the reason for that."""
        ends = sorted(answers, key=lambda one: one.row.number)
        low, high = ends[0], ends[-1]
        return (
            f"The totals that answer run from {self.words.bare(low.row)} ({self.called(low.series)}) to "
            f"{self.words.bare(high.row)} ({self.called(high.series)})."
        )

    def not_counted(self, found: Deliveries) -> str:
        """How many figures are no totals of what was delivered, with the reasons."""
        label = self.words.record.q(self.roles.delivered).label
        whole = len(found.left) + sum(map(len, found.totals.values()))
        if not whole:
            return f"{self._nothing} is a figure for {label}."
        if not found.left:
            return f"Every figure for {label} is a total of what had come."
        reasons = Counter(reason for _, reason in found.left)
        told = listed(f"{prose.number(n)} {reason}" for reason, n in reasons.most_common())
        no_total = "is no total" if len(found.left) == 1 else "are no totals"
        some = sentence(prose.part(len(found.left), whole, "figure"))
        return f"{some} for {label} {no_total} of what had come: {told}."

    def left_row(self, row: Claim, why: str) -> dict[str, Any]:
        """A figure that is no total, as a row of a table."""
        return {
            "Figure": "no number" if row.hedge == "none" else self.words.said(row),
            "Of what": row.scope or row.item,
            "Whose": row.institution,
            "Document": self.words.link(row),
            "Why not": why,
            "Claim": Refs((row.claim_id,)),
        }

    def would_settle(self, answers: Sequence[Stand], day: date | None) -> str:
        """What would change the answer."""
        label = self.words.record.q(self.roles.delivered).label
        furthest = max((one.counted for one in answers), default=None)
        over = day is not None and day >= self.promise.due
        if over and all(one.word in (pledges.KEPT, pledges.SHORT) for one in answers) and answers:
            return f"A total of {label} that says otherwise."
        if furthest and furthest >= self.promise.due:
            return f"A total of {label} up to {in_words(str(furthest))} that is more exact."
        what = (
            f"A total of {label} that counts up to {in_words(str(self.promise.due))}"
            if over
            else f"A newer total of {label}"
        )
        return (
            f"{what}: the one that counts furthest stops on {in_words(str(furthest))}."
            if furthest
            else f"{what}."
        )

    def paces(self, named: Sequence[tuple[Claim, Stand]]) -> str:
        """What others said would have to come in each unit of time, each beside ours."""
        if not named:
            return f"{self._nothing} names a pace beside ours."
        return f"Others named the pace, too: {'; '.join(self.beside(row, own) for row, own in named)}."

    def beside(self, named: Claim, own: Stand) -> str:
        """A pace that somebody named beside ours, from what had been counted by then."""
        ours = prose.words(own.needed) if own.needed else "none, for no time was left"
        return (
            f"“{self.words.said(named)}” ({self.words.institution(named)}, {in_words(named.published)}); "
            f"ours, from {self.words.said(own.row)} ({self.called(own.series)}), is {ours}"
        )

    # The picture

    @property
    def label(self) -> str:
        """What is delivered, as it begins a sentence."""
        return sentence(self.words.record.q(self.roles.delivered).label)

    def point(self, found: Stand) -> str:
        """One total in words: what it counts, up to when, how many, and whose it is."""
        told = f"{self.words.figure(found.row)} ({found.row.institution})"
        return f"{self.called(found.series)}, {self.counted(found)}: {told}"

    def title(self, answers: Iterable[Stand]) -> str:
        """What the chart shows, in a sentence."""
        promised = f"{self.words.said(self.promise.row)} promised by {self.due}"
        told = [f"{self.words.figure(one.row)} {self.called(one.series)}" for one in answers]
        return f"Of {promised}, at the last count: {listed(told)}." if told else f"{sentence(promised)}."
