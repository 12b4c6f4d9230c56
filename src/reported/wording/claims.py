"""The words for what stands on a record: a claim, its hedge, its time, whose it is; a range, a document, a
day.

Nothing here decides anything: what follows from the claims is worked out in ``analysis``, and said with these
words.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

import pandas as pd

from reported.analysis import consistency
from reported.analysis.day_by_day import Answer
from reported.analysis.record import SET_HERE, Record
from reported.analysis.totals import Statement
from reported.dossier.claim import CAPACITY, NOT_DONE, OWN_BASIS, UNNAMED, Claim, Interval
from reported.dossier.dates import last_day
from reported.dossier.reader import each
from reported.wording import prose
from reported.wording.findings import Link
from reported.wording.language import say, spoken, word_for
from reported.wording.prose import in_words, listed

NAMELESS = ("", UNNAMED)  # of a speaker
MOST_SOURCES = 6  # that a source line names
# What stands on the record for a quantity: a number of the calendar, one set in the edition, a figure under
# examination, what others published, what is ours, or nothing.
CALENDAR, SET, SAID, PUBLISHED, OURS, NOTHING = "calendar", "set", "said", "published", "ours", "nothing"


class Words:
    """The words of one record. ``row`` is always a claim of it, or has a claim's attributes; ``quantity`` is
    an id of the dossier's.
    """

    # What an answer does, in the order of how far it goes. Only the first kind denies.
    ANSWERS = ("categorical", "evidential", "legal", "dismissal", "no_comment", "acknowledged")

    def __init__(self, record: Record):
        self.record = record

    # A number with its hedge and its noun

    def amount(
        self, what: Interval | float, quantity: str, places: int | None = None, outward: bool = False
    ) -> str:
        """A number or an interval with its noun: ``at least 13,100 loaves a day``.

        ``places`` are the significant digits kept; ``outward`` rounds both ends of a range away from it.
        """
        of = self._counted(quantity)
        if isinstance(what, Interval):
            return prose.words(what, places, outward, of)
        return of(prose.number(what, places))

    def about(self, number: str, quantity: str = "") -> str:
        """The text of a number that was rounded, as such, with the noun of a quantity where one is named:
        ``about 16,400 loaves a day``.
        """
        return prose.about(number, self._counted(quantity) if quantity else str)

    def _counted(self, quantity: str) -> prose.Dress:
        """Puts the noun of a quantity to the text of a number."""
        noun, one = self.record.q(quantity), prose.stated(1)
        return lambda text: prose.dressed(text, noun.one if text == one else noun.many)

    def said(self, row: Claim) -> str:
        """What a claim says, in plain English with its hedge and noun, in the unit it was said in."""
        return self.limited(row, self._said(row))

    def _said(self, row: Claim, could: str | None = None) -> str:
        could = self.could(row) if could is None else could
        said = prose.said(row.hedge, row.value, row.value_high, could, self._of(row))
        if not self.record.q(row.quantity).of_item:
            return said
        return say("claim-part-of", figure=said, items=listed(self._items(row)))

    def _of(self, row: Claim) -> prose.Dress:
        return partial(prose.dressed, noun=self._noun(row))

    def could(self, row: Claim) -> str:
        """What stands in front of a number that is a capacity: ``could hold``; empty for any other."""
        return self.record.q(row.quantity).could if row.modality == CAPACITY else ""

    def limited(self, row: Claim, said: str, kind: str = "") -> str:
        """What a claim ``said``, with what it says of itself beside its number in brackets: of what ``kind``
        it is, how far it may be off, which part it covers, that it was only promised or expected.
        """
        off = "" if math.isnan(row.margin) else say("claim-margin", margin=prose.digits(row.margin))
        part = "" if row.scope in kind else row.scope
        not_done = not self.record.counts(row) and row.modality in NOT_DONE
        done = say(f"claim-{row.modality}") if not_done else ""
        told = "; ".join(filter(None, (kind, off, part, done)))
        return bracketed(said, told)

    def said_of(self, row: Claim) -> str:
        """The number of a claim with the item its code names: ``at least three million rye loaves``."""
        kinds = self._items(row)
        if not kinds or self.record.q(row.quantity).of_item:
            return self.said(row)
        figure = prose.said(row.hedge, row.value, row.value_high)
        return say("claim-of-items", figure=figure, items=listed(kinds))

    def _items(self, row: Claim) -> list[str]:
        """What the codes of a claim's item stand for."""
        items = self.record.plan.items
        return [items[code] for code in row.item_code.split() if code in items]

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
        return ", ".join([*([listed(plain, "figures")] if plain else []), *own])

    def bare(self, row: Claim) -> str:
        """The number a claim names, in the unit it was said in, without its hedge: ``two months``."""
        return self._of(row)(prose.stated(row.value))

    def figure(self, row: Claim, kind: str = "", could: str | None = None) -> str:
        """What a claim says without its noun, which what stands around it gives; a unit of its own stays.
        ``kind`` is what it counts, to be put behind it; ``could`` as in ``told``."""
        could = self.could(row) if could is None else could
        own_unit = row.unit != consistency.base(self.record.q(row.quantity).units)
        of = self._of(row) if own_unit else str
        said = prose.said(row.hedge, row.value, row.value_high, could, of)
        return self.limited(row, said, kind)

    def quoted(self, row: Claim) -> str:
        """The words that carry a claim, with their English where they are not English; what it says where the
        words were not seen.
        """
        if not row.stated:
            return self.said(row)
        quoted = say("claim-quoted", words=row.stated)
        return bracketed(quoted, row.gloss)

    def _noun(self, row: Claim) -> str:
        many = row.hedge.endswith("_ge") or row.hedge == "range"  # "about one or more", "one to two"
        one = row.value == 1 and not many
        return self.noun(row.quantity, row.unit, one)

    def noun(self, quantity: str, unit: str, one: bool) -> str:
        """The noun of a number of a quantity in a unit, for one or for many: ``loaf``, ``loaves a day``."""
        nouns = self.record.q(quantity)
        if nouns.units[unit] == 1:
            return nouns.one if one else nouns.many
        if unit in nouns.nouns:
            return nouns.nouns[unit]
        head, _, tail = unit.partition("/")
        name = _unit(head, one)
        return say("unit-per", unit=name, each=_unit(tail, one=True)) if tail else name

    def units(self, quantity: str) -> str:
        """What the numbers of a quantity are of, where none stands beside it: ``loaves a day``."""
        return alone(self.record.q(quantity).many)

    # A statement, which is a claim or the members of an either-or

    def told(self, statement: Statement, could: str | None = None) -> str:
        """What a statement says; the members of an either-or are joined by "or", each with what it counts,
        and never added. ``could`` stands in place of the dossier's own word for a capacity.
        """
        first, *others = statement.members
        if could is None or not self.could(first):
            could = self.could(first)
        if not others:
            return self.limited(first, self._said(first, could))
        either = say("claim-or").join(self.alternative(row, "") for row in statement.members)
        return prose.in_place(could, either) if could else either

    def named(self, statement: Statement) -> str:
        """What a statement says, as something that somebody named: what something could hold is ``room for``
        so many.
        """
        return self.told(statement, say("claim-room"))

    def alternative(self, row: Claim, could: str | None = None) -> str:
        """One member of an either-or: how many, and of what."""
        kinds = listed(self.record.plan.items.get(code, code) for code in row.item_code.split())
        return self.figure(row, kinds or row.item, could)

    # Whose it is, and where it was seen

    def institution(self, row: Claim) -> str:
        """Whose figure it is, the name written out."""
        return str(self.record.plan.names.get(row.institution, row.institution))

    def by(self, row: Claim, role: bool = True) -> str:
        """Whose figure it is and through whom it became public: ``the ministry, through one of its staff,
        after a closed hearing``.
        """
        who, through = self.institution(row), self.through(row, role)
        return say("claim-through", who=who, through=through) if through else who

    def through(self, row: Claim, role: bool = True) -> str:
        """The person through whom it became public, with who that is where the ``role`` is to be told; empty
        where that is the institution itself, or nobody is named.
        """
        if row.speaker in NAMELESS or row.speaker == row.institution:
            return ""
        return self.speaker(row) if role else row.speaker

    def speaker(self, row: Claim) -> str:
        """The person who said it, with who that is, where the dossier tells."""
        return say("claim-speaker", name=row.speaker, role=row.role) if row.role else row.speaker

    def relay(self, row: Claim) -> str:
        """The person through whom a claim became public, or that none is named."""
        return say("claim-unnamed") if row.speaker in NAMELESS else str(row.speaker)

    def whose(self, claims: Iterable[str]) -> str:
        """The institutions behind some claims, each once."""
        rows = filter(None, map(self.record.claim, dict.fromkeys(claims)))
        return ", ".join(dict.fromkeys(row.institution for row in rows))

    def dated(self, row: Claim) -> str:
        """Whose figure it is and when it was said, for a chart; no day where none is known."""
        return ", ".join(filter(None, (row.institution, in_words(row.day_said))))

    def replaced(self, row: Claim) -> str:
        """What its own speaker said later, in a sentence; empty where no claim is known to have taken its
        place.
        """
        later = self.record.claim(row.superseded_by) if row.superseded_by else None
        return say("claim-replaced", said=self.said(later), document=self.cite(later)) if later else ""

    def unconfirmed(self, claims: Iterable[str]) -> list[str]:
        """What is reported not to have been confirmed by those it is ascribed to, a sentence for each
        document.
        """
        asked = set(claims)
        rows = [row for row in self.record.dossier.denied if row.type == "unconfirmed"]
        of_these = [row for row in rows if asked & set(row.targets.split())]
        publishers = [prose.sentence(self.record.source(row.source_id).publisher) for row in of_these]
        notes = [row.note.rstrip(".") or say("claim-not-confirmed") for row in of_these]
        return [
            say("claim-unconfirmed", who=who, note=note) for who, note in zip(publishers, notes, strict=True)
        ]

    def cite(self, row: Claim) -> str:
        """Publisher and date of a claim, for prose and chart labels."""
        if row.basis == OWN_BASIS:
            return say("claim-assumed")
        if row.claim_id == SET_HERE:
            return say("claim-set")
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
            own.setdefault("" if first_hand else "as-seen-in", []).append(row.publisher)
        told = {how: prose.shortened(names, most or len(names)) for how, names in sorted(own.items())}
        return say("claim-seen-also").join(
            say("claim-as-seen-in", publishers=names) if how else names for how, names in told.items()
        )

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
        until = self.day if self.record.parameters.day else ""
        first = ", ".join(itertools.islice(names, MOST_SOURCES))
        more = max(len(names) - MOST_SOURCES, 0)
        return say("sources-line", names=first, more=more, dated=bool(until), day=until)

    # How the edition reads

    def parameters(self) -> list[str]:
        """The parameters of the edition that are not at their defaults, each in words."""
        said: dict[str, Callable[[Any], str]] = {
            "reading": lambda value: word_for("reading", value),
            "approx_tolerance": lambda value: prose.digits(100 * value),
            "convention": str,
            "series": self.series_label,
        }
        changed = self.record.parameters.differing()
        ways = [word_for("parameter", name, value=said[name](value)) for name, value in changed.items()]
        set_here = [
            say(
                "parameter-set",
                label=self.record.q(name).label,
                range=prose.listed(map(prose.digits, dict.fromkeys(ends)), "to"),
            )
            for name, ends in self.record.parameters.inputs.items()
        ]
        return ways + set_here

    # A time

    @property
    def day(self) -> str:
        """The as-of day in words."""
        return prose.day_words(self.record.parameters.day)

    @property
    def by_then(self) -> str:
        """Where something would have to be found: ``by 2 November 2023``, ``in the dossier``."""
        return say("day-by", dated=bool(self.record.parameters.day), day=self.day)

    def window(self, row: Claim) -> str:
        """The time a claim speaks of: ``August 2023 to 18 October 2024``, ``up to 25 February 2024, start not
        given``.
        """
        start, end = in_words(row.period_start), in_words(row.period_end)
        if start == end and start:
            return start
        return say("period", given=_given(start, end), start=start, end=end)

    def when(self, row: Claim) -> str:
        """The months a claim speaks of, short: ``Aug–Sep 2023``, ``2023``, ``to Nov 2023``; empty where none
        is given.
        """
        first, last = row.period_start[:7], row.period_end[:7]
        start, end = in_words(first, "short"), in_words(last, "short")
        if start == end:
            return start
        if len(first) == len(last) == len("2023-11") and first[:4] == last[:4]:
            start, end = in_words(first, "first-of-year"), in_words(last, "last-of-year")
            return say("period-short", given="both", start=start, end=end)
        return say("period-short", given=_given(start, end), start=start, end=end)

    def since(self, row: Claim) -> str:
        """From when a total counts, to be put behind it in a chart; with its end only where that lies well
        before it was published.

        Empty where no start is given.
        """
        end, published = last_day(row.period_end), last_day(row.published)
        if not row.period_start:
            return ""
        if end and published and (published - end).days > 31:
            return f", {self.window(row)}"
        return f", {say('period-since', start=in_words(row.period_start))}"

    def reported_on(self) -> list[tuple[date, str]]:
        """The days on which the figures under examination were first published, each with what was said first
        and how many more.
        """
        return [
            (day, say("reported-on", day=in_words(str(day)), said=self._first_of(rows)))
            for day, rows in self._by_day().items()
        ]

    def named_on(self) -> list[tuple[date, str, tuple[str, ...]]]:
        """The same with whose figures they are in place of the day, and with the claims."""
        return [
            (
                day,
                say("named-on", who=rows[0].institution, said=self._first_of(rows)),
                tuple(row.claim_id for row in rows),
            )
            for day, rows in self._by_day().items()
        ]

    def _by_day(self) -> dict[date, list[Claim]]:
        """The figures under examination by the day of their first publication, oldest first."""
        days: dict[date, list[Claim]] = {}
        for row in self.record.headlines():
            if day := last_day(self.record.first_published(row)):
                days.setdefault(day, []).append(row)
        return dict(sorted(days.items()))

    def _first_of(self, rows: Iterable[Claim]) -> str:
        """What was said first of some figures, and how many more."""
        return prose.shortened(map(self.phrase, rows), 1, "figures")

    # What stands on the record for a quantity, and what follows for it

    def label(self, quantity: str, series: str | None = None) -> str:
        """What a quantity is called, with its way of counting where there are several."""
        noun = self.record.q(quantity)
        if not series or len(noun.series) < 2:
            return noun.label
        return say("quantity-series", label=noun.label, series=self.record.plan.series[series].label)

    def series_label(self, series: str) -> str:
        """What a way of counting is called."""
        return self.record.plan.series[series].label if series else "–"

    def on_record(self, quantity: str, wording: str, series: str | None = None) -> str:
        """What stands on the record for a quantity: ``said: more than 1,000 loaves``, ``published: 5,000
        to more than 30,000``.

        What is ours, assumed or worked out here, is told apart. ``series`` keeps to one way of counting.
        """
        standing = self.standing(quantity, wording, series)
        if standing == NOTHING:
            return say("record-nothing")
        if standing != PUBLISHED:
            return say(f"record-{standing}", what=self._standing(quantity, wording, series, standing))
        published, whole = (self.range(quantity, own, series) for own in (False, True))
        if whole == published:
            return say("record-published", what=published)
        return say("record-published.with-ours", what=published, whole=whole)

    def standing(self, quantity: str, wording: str, series: str | None = None) -> str:
        """What kind of number stands on the record for a quantity, in a word."""
        if quantity in self.record.known:
            return CALENDAR
        if quantity in self.record.parameters.inputs:
            return SET
        if self.record.headline(quantity, wording) is not None:
            return SAID
        if not self.record.ends(quantity, series=series):
            return NOTHING
        return PUBLISHED if self.record.ends(quantity, own=False, series=series) else OURS

    def _standing(self, quantity: str, wording: str, series: str | None, standing: str) -> str:
        """What stands on the record where it is of one kind."""
        if standing == CALENDAR:
            return self.amount(self.record.known[quantity], quantity, 3)
        if standing == SET:
            return prose.words(self.record.span(quantity))
        row = self.record.headline(quantity, wording)
        return self.range(quantity, series=series) if row is None else self.said(row)

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
            most = say("span-above" if high.interval.low_open else "span-at-least", what=most)
        elif math.isinf(reach.high):
            most = say("range-open-above", most=most)
        return least if least == most else say("range", least=least, most=most)

    def apart(self, outcomes: Iterable[consistency.Outcome], quantity: str) -> str:
        """What is implied for a quantity; told apart by way of counting where that makes a difference."""
        told: dict[str, list[str]] = {}
        for o in outcomes:
            span = o.verdicts[quantity].implied.interval
            text = prose.words(span, outward=True) if span else say("rest-do-not-meet")
            told.setdefault(text, []).append(self.series_label(o.case.label["series"]))
        if len(told) == 1:
            return next(iter(told))
        return "; ".join(bracketed(text, listed(labels)) for text, labels in told.items())

    def limits(self, spans: Iterable[Interval], quantity: str = "") -> str:
        """What several conditions ask for, from the weakest to the strongest: ``at least 10,900 to 16,400``;
        floors and ceilings apart. With the noun of a ``quantity``, where one is named.
        """
        spans = list(spans)
        least = _ends([s.low for s in spans if s.floored], "down")
        most = _ends([s.high for s in spans if math.isfinite(s.high)], "up")

        def of(what: str) -> str:
            return prose.dressed(what, self.record.q(quantity).many) if quantity else what

        if least and most:
            return say("limits-both", least=least, most=of(most))
        return say("limits-floors", what=of(least)) if least else say("limits-ceilings", what=of(most))

    def answered(self, answer: Answer, wording: str) -> str:
        """An answer: ``fits``, ``fits only with more than 13,100 loaves a day``, ``does not fit``."""
        needs = listed(self.amount(span, q) for q, span in answer.needs(wording).items())
        word = answer.word(wording)
        return (
            say("answer-only-with", needs=needs) if word == consistency.ONLY_IF else word_for("verdict", word)
        )

    # What was left out, and what was answered

    def reasons(self, left: Iterable[tuple[Claim, str]]) -> str:
        """Why claims were left out, with how many for each reason."""
        counts = Counter(reason for _, reason in left)
        told = (
            say("left-out", n=prose.digits(n), reason=word_for("reason", reason))
            for reason, n in sorted(counts.items())
        )
        return ", ".join(told) or "–"

    def does(self, kind: str, answers: int) -> str:
        """What some answers of a kind do with reports: ``denies them outright``, ``ask for proof``."""
        return word_for("answers", kind, n=answers)

    def about_other_items(self, scopes: Iterable[str], rows: Iterable[Claim]) -> dict[str, int]:
        """Which items other than those of some claims answers speak of (by their scope), and how many do."""
        scopes = list(scopes)
        own = {kind.split("/")[0] for row in rows for kind in row.item_code.split()}
        others = [n for code, n in self.record.plan.items.items() if "/" not in code and code not in own]
        found = {name: sum(name in scope for scope in scopes) for name in others}
        return {name: n for name, n in found.items() if n}


def _ends(ends: Iterable[float], toward: str) -> str:
    """From the lowest to the highest of some limits; empty for none."""
    found = sorted(ends)
    low, high = (prose.number(end, toward=toward) for end in (found[0], found[-1])) if found else ("", "")
    return low if low == high else say("range", least=low, most=high)


def bracketed(text: str, more: str) -> str:
    """A text, with more of it in brackets where there is more."""
    return say("in-brackets", text=text, more=more) if more else text


def alone(noun: str) -> str:
    """A noun of a number where no number stands beside it."""
    if "{}" not in noun:
        return noun
    before, after = map(str.strip, noun.split("{}", 1))
    return say("noun-alone", before=before, after=after) if before and after else before or after


def _unit(name: str, one: bool) -> str:
    """A unit's name, of one or of many."""
    own = f"unit-{name}"
    return say(own) if spoken().has(own) else say("unit-any", name=name, one=one)


def _given(start: str, end: str) -> str:
    """Which ends of a period are given."""
    return "both" if start and end else "end" if end else "start" if start else "none"
