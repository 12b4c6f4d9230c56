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
from reported.dossier.schema import OF_THE_RECORD
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told, word_for
from reported.wording.prose import counted, listed, sentence

EXCHANGE = "exchange"  # the strand of what went the other way
FEW = 3  # subjects that the story names
SEEN, UNSTATED = "observed", "not stated"  # on what a report rests
WORKED_OUT = ("derived", "assessed")
COLUMNS = ("seen", "assessed", "said")  # how it is known, the best first
LEAST = 9  # in place of how credible something is, where nobody graded it


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
    return row.item or say("exchange-about-nothing")


def known_how(row: Any) -> str:
    """What a report or a figure rests on, in a word; empty where that is not stated."""
    return word_for("basis", row.basis) if row.basis else ""


def given(words: Words, found: Exchange) -> Finding:
    """How many reports and figures there are, and what they are about."""
    both = ((found.reports, "report"), (found.figures, "figure"))
    parts = [counted(len(rows), noun) for rows, noun in both if rows]
    what = say("given", n=len(found.all), what=listed(parts))
    kinds = Counter(map(about, found.reports))
    most, few = Counter(dict(kinds.most_common(FEW))), len(kinds) <= FEW
    spoke = [
        say("given-spoke", label=label, who=who, said=listed(said))
        for (who, label), said in _spoken(words, found)
    ]
    every, mostly = [
        [say(name, kinds=_tallied(told))] if told else []
        for name, told in (("given-about", kinds), ("given-about" if few else "given-about.told", most))
    ]
    return finding(
        "given",
        " ".join([what, *every, *spoke]),
        told=" ".join([what, *mostly, *spoke]),
        claims=[row.claim_id for row in found.figures],
        reports=len(found.reports),
        figures=len(found.figures),
    )


def _tallied(kinds: Counter[str]) -> str:
    """Things with how many of each: ``oil (two) and labour (one)``."""
    return listed(say("exchange-tally", what=kind, n=n) for kind, n in kinds.most_common())


def _spoken(words: Words, found: Exchange) -> Iterable[tuple[tuple[str, str], Iterable[str]]]:
    """What each institution said of each quantity, each wording once."""
    spoken: dict[tuple[str, str], dict[str, None]] = {}
    for row in found.figures:
        key = words.institution(row), words.record.q(row.quantity).label
        spoken.setdefault(key, {})[say("claim-quoted", words=words.said(row))] = None
    return spoken.items()


def basis(words: Words, found: Exchange) -> Finding:
    """How much of it rests on something that was seen, and on what the rest does."""
    bases = Counter(row.basis or UNSTATED for row in found.all)
    seen = bases.pop(SEEN, 0)
    others: dict[str, Any] = dict(bases)
    observed = "none" if not seen else "some" if others else "all"
    several = len(found.all) > 1
    said = _seen(words, found, observed, bases) if several else _the_only_one(observed, bases)
    return finding(
        "basis",
        said,
        told=" ".join([said, say("basis.told")]) if seen else "",
        claims=[row.claim_id for row in found.figures],
        answer=f"{observed} observed",
        observed=seen,
        **others,
    )


def _seen(words: Words, found: Exchange, observed: str, bases: Counter[str]) -> str:
    """How many of several rest on something seen; ``bases`` are those of the rest."""
    subjects = _seen_of(words, found)
    others = _tallied(Counter({word_for("basis", name): n for name, n in bases.items()}))
    seen, all = sum(subjects.values()), len(found.all)
    return say("basis", observed=observed, seen=seen, all=all, about=_tallied(subjects), others=others)


def _the_only_one(observed: str, bases: Iterable[str]) -> str:
    return say("basis-alone", observed=observed, others=listed(word_for("basis", name) for name in bases))


def _seen_of(words: Words, found: Exchange) -> Counter[str]:
    """What the reports and figures are about that rest on something seen, with how many of each."""
    seen = Counter(about(row) for row in found.reports if row.basis == SEEN)
    seen.update(words.record.q(row.quantity).label for row in found.figures if row.basis == SEEN)
    return seen


def chart_title(words: Words, found: Exchange) -> str:
    """How many of the reports rest on something seen, in a sentence."""
    seen = _seen_of(words, found)
    told = say(
        "what-moved-the-other-way-chart.title",
        all=len(found.all),
        seen=sum(seen.values()),
        about=_tallied(seen),
    )
    return sentence(told)


def column(row: Any) -> str:
    """How something is known, in the three steps of the chart: seen, assessed (or worked out), only said."""
    return "seen" if row.basis == SEEN else "assessed" if row.basis in WORKED_OUT else "said"


def standing(row: Any) -> tuple[int, str]:
    """How well something is known, the best first: what it rests on, and how credible it is."""
    return COLUMNS.index(column(row)), str(row.credibility or LEAST)


def best_known(rows: Sequence[Any]) -> Any:
    """The one of some reports that is known best, of several the latest; before all others one that has a few
    words for it."""
    told = [row for row in rows if row.short] or rows
    best = min(map(standing, told))
    return [row for row in told if standing(row) == best][-1]


def beats(found: Exchange) -> list[Any]:
    """The events that tell the story: those that the dossier names; where it names none, the first and the
    last of each strand that was observed."""
    named = [row for row in found.events if row.beat == "yes"]
    return named or [row for row in found.events if row in _ends_of_strands(found)]


def _ends_of_strands(found: Exchange) -> list[Any]:
    """The first and the last event of each strand that was observed; of a strand without one, any."""
    by_strand: dict[str, list[Any]] = {}
    for row in found.events:
        by_strand.setdefault(row.strand, []).append(row)
    seen = ([row for row in rows if row.basis == SEEN] or rows for rows in by_strand.values())
    return [row for rows in seen for row in (rows[0], rows[-1])]


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
    said, told = say_told("order", before=before, after=after, rest=rest, named=named)
    figures = [row.claim_id for row in words.record.headlines()]
    return finding("order", said, figures, told=told, before=before, after=after)
