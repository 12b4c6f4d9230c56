"""What came after, to look at: the later totals, where two agencies differ, which figures exclude each other,
and how the claim looked from each later day.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any

import pandas as pd

from reported.analysis import consistency
from reported.analysis.afterwards import Agencies, Later
from reported.analysis.day_by_day import Answer
from reported.analysis.excluding import Excluding
from reported.analysis.hedges import READINGS, Interval
from reported.analysis.record import RETOLD
from reported.analysis.totals import Statement
from reported.dossier.claim import Claim
from reported.dossier.dates import first_day, last_day
from reported.figures import charts, over_time
from reported.wording import each_day, later, prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, table_of
from reported.wording.language import say
from reported.wording.prose import in_words, sentence

TOTALS = "later-totals"
MOST_QUANTITIES = 6  # panels of one picture
NEEDED = ""  # in place of a way of counting: what the other figures need of a quantity


def publish_totals(words: Words, held: Excluding, folder: str | Path | None = "") -> charts.Picture | None:
    """The later totals along time, a panel for each quantity, each behind the figure under examination;
    nothing where there are no two to hold together."""
    panels = _panels(words, held)
    marks = [mark for panel in panels for mark in panel.marks]
    if len(marks) < 2:
        return None
    shown, rest = charts.the_first(panels, "quantity", MOST_QUANTITIES)
    drawn = [replace(panel, marks=_most(panel.marks)) for panel in shown]
    some = sum(len(panel.marks) for panel in drawn)
    of_all = sum(len(panel.marks) for panel in shown)
    named = list(dict.fromkeys(_families(words, held).values()))
    later = held.later
    return charts.publish_of(
        TOTALS,
        over_time.panels(drawn, named),
        _data(words, panels),
        words.sources_line(row for one in later.totals for row in one.members),
        (say(f"{TOTALS}-chart.line", quantity=panel.label, told="; ".join(_told(panel))) for panel in drawn),
        folder,
        highest=prose.listed(words.named(Statement((_highest(said),))) for said in later.of_each.values()),
        quantities=len(later.of_each),
        made=any(mark.made for mark in marks),
        examined=any(mark.examined for mark in marks),
        some=some < of_all,
        drawn=some,
        all=of_all,
        rest=rest,
    )


def totals(words: Words, held: Excluding) -> ShownTable | None:
    """The later totals, numbered as in their chart; nothing where there are none."""
    every = [entry for _, entries in _numbered(words, held) for entry in entries]
    rows = (
        {
            "number": number,
            "who": words.institution(row),
            "published": prose.in_words(row.published),
            "said": words.said(row),
            "window": words.window(row),
            "rests": say("later-totals-rests", made=words.record.converted(row), examined=one is None),
            "claims": Refs((row.claim_id,)),
        }
        for number, one, row in every
    )
    widths = [5, 26, 14, 26, 24, 16, 8]
    return table_of("later-totals", rows, widths, of=len(every)) if every else None


Entry = tuple[
    int, Statement | None, Claim
]  # its number, what it was said with (none: it is examined), and it


def _numbered(words: Words, held: Excluding) -> list[tuple[str, list[Entry]]]:
    """The later totals of each quantity behind the figure under examination, by the day they were published
    and numbered through."""
    made, number = [], 0
    for quantity, said in held.later.of_each.items():
        examined = words.record.headline(quantity)
        entries: list[tuple[Statement | None, Claim]] = [(None, examined)] if examined else []
        entries += [
            (one, row) for one in sorted(said, key=lambda one: one.first.published) for row in one.members
        ]
        numbered = [(number + n, one, row) for n, (one, row) in enumerate(entries, 1)]
        number += len(numbered)
        made.append((quantity, numbered))
    return made


def _panels(words: Words, held: Excluding) -> list[over_time.Panel]:
    """The later totals of each quantity as marks along time."""
    families, panels = _families(words, held), []
    against = {name for names in held.pairs for name in names}
    for quantity, entries in _numbered(words, held):
        leads = _leads(held, quantity, against)
        marks = [
            _mark(words, families, number, one, row, leads(one, row))
            for number, one, row in entries
            if first_day(row.published) and row.hedge != "none"
        ]
        panels.append(over_time.Panel(sentence(words.record.q(quantity).label), marks))
    return panels


def _families(words: Words, held: Excluding) -> dict[str, str]:
    """Each government, or institution that speaks for none, with the family that its marks are drawn as."""
    whose = [_whose(words, row) for _, entries in _numbered(words, held) for _, _, row in entries]
    return over_time.families(whose, say("chart-others"))


def _whose(words: Words, row: Claim) -> str:
    """For which government an institution speaks, or itself."""
    return words.record.plan.governments.get(row.institution, row.institution)


def _leads(
    held: Excluding, quantity: str, against: Container[str]
) -> Callable[[Statement | None, Claim], int]:
    """Says of each total of a quantity whether its words stand beside it, and before whose: the figure under
    examination, or the first where there is none; the highest, the last, and what stands ``against`` another.
    """
    said, examined = held.later.of_each[quantity], held.later.record.headline(quantity)
    highest = _highest(said)

    def rank(one: Statement | None, row: Claim) -> int:
        first = one is None or (one is said[0] and examined is None)
        ranks = (first, row is highest, one is said[-1], row.claim_id in against)
        return next((len(ranks) - n for n, leads in enumerate(ranks) if leads), 0)

    return rank


def _highest(said: Sequence[Statement]) -> Claim:
    """The total that names the highest number; of several the last."""
    rows = [row for one in said for row in one.members]
    return max(enumerate(rows), key=lambda pair: (pair[1].spoken.high, pair[0]))[1]


def _mark(
    words: Words, families: dict[str, str], number: int, one: Statement | None, row: Claim, leads: int
) -> over_time.Mark:
    first, last = first_day(row.published), last_day(row.published)
    assert first and last  # what has no day is left out before
    several = one is not None and len(one.members) > 1
    text = words.alternative(row) if several else words.figure(row)
    return over_time.Mark(
        number,
        first,
        last,
        row.interval,
        row.hedge,
        row.number,
        families[_whose(words, row)],
        f"{row.institution}\n{text}",
        words.record.converted(row),
        leads,
        one is None,
        (row.claim_id,),
        one.first.claim_id if one and several else "",
    )


def _most(marks: Sequence[over_time.Mark]) -> list[over_time.Mark]:
    """No more marks than a panel holds: those that lead, then the latest."""
    ordered = sorted(marks, key=lambda mark: (bool(mark.leads), mark.day, mark.number), reverse=True)
    kept = ordered[: over_time.MOST]
    return [mark for mark in marks if mark in kept]


def _told(panel: over_time.Panel) -> list[str]:
    """The marks of a panel in words."""
    return [
        say(
            f"{TOTALS}-chart.mark",
            said=mark.words.replace("\n", ", "),
            day=in_words(str(mark.day)),
            made=mark.made,
        )
        for mark in panel.marks
    ]


def _data(words: Words, panels: Sequence[over_time.Panel]) -> pd.DataFrame:
    """The data of the picture as a table: all totals, those that are not drawn too."""
    return pd.DataFrame([
        {
            "number": mark.number, "quantity": panel.label,
            "first_day": str(mark.day), "last_day": str(mark.until),
            "whose": mark.words.partition("\n")[0], "drawn_as": mark.family, "wording": mark.code,
            "named": mark.named, "low": mark.span.low if mark.span.floored else None,
            "high": mark.span.high if math.isfinite(mark.span.high) else None,
            "converted": mark.made, "examined": mark.examined, "text": mark.words.partition("\n")[2],
            "claims": " ".join(mark.claims),
        }
        for panel in panels
        for mark in panel.marks
    ])  # fmt: skip


def agencies(words: Words, found: Later) -> ShownTable | None:
    """Totals of two agencies of one government; nothing where there are none."""
    rows = [_agencies(words, pair) for pair in found.agencies]
    return table_of("agencies", rows, widths=[42, 42, 10, 10, 12, 12]) if rows else None


def _agencies(words: Words, pair: Agencies) -> dict[str, Any]:
    days, exact = pair.days
    return {
        "one": _total(words, pair.one),
        "other": _total(words, pair.other),
        "days": say("agencies-days", days=days, exact=exact),
        "times": prose.ratio(pair.times),
        "worded": say("agencies-worded", differ=pair.differ),
        "claims": Refs(pair.claims),
    }


def _total(words: Words, one: Statement) -> str:
    row = one.first
    return say("agencies-total", who=row.institution, told=words.told(one), window=words.window(row))


def contradictions(words: Words, found: Excluding) -> ShownTable | None:
    """The figures that exclude each other, side by side; nothing where there are none."""
    told = cache(partial(_figure, words))  # one figure may stand in many pairs
    rows = (
        {
            "more": told(pair.more),
            "less": told(pair.less),
            **{reading: _verdict(found, pair.claims, reading) for reading in READINGS},
            "claims": Refs(pair.claims),
        }
        for pair in found.pairs.values()
    )
    widths, message = [40, 40, 18, 18, 12], "after-contradictions-table"
    return table_of("contradictions", rows, widths, message, of=len(found.pairs)) if found.pairs else None


def _figure(words: Words, row: Claim) -> str:
    return say(
        "after-contradictions-figure",
        who=row.institution,
        said=words.said(row),
        window=words.window(row),
        grade=words.grade(row),
    )


def _verdict(found: Excluding, key: tuple[str, str], reading: str) -> str:
    """Whether two figures exclude each other on a reading, and whether that hangs on the margin."""
    hangs = bool(prose.hangs(found.at_margins(reading, key)))
    return say("after-contradictions-verdict", exclude=key in found.on(reading), hangs=hangs)


def publish_each_day(
    words: Words, answers: Sequence[Answer], folder: str | Path | None = ""
) -> charts.Picture | Finding:
    """How the published range of a quantity, and what the other figures need of it, moved from day to day;
    that there is none to draw, where the answer sets no condition on such a quantity."""
    free = [name for name in answers[-1].needs(RETOLD) if words.record.headline(name, RETOLD) is None]
    if not free:
        return each_day.nothing_moved()
    noun, moved = words.record.q(free[0]), shifts(words, answers, free[0], RETOLD)
    published = [rows for way, rows in moved.items() if way != NEEDED]
    return charts.ranges_of(
        "seen-from-each-day",
        [row for rows in moved.values() for row in rows],
        words.units(free[0]),
        words.sources_line(words.record.published(free[0])),
        folder,
        quantity=noun.label,
        since=later.published_on(words),
        needs_moved=len(moved[NEEDED]) > 1,
        published_moved=any(len(rows) > 1 for rows in published),
    )


def shifts(
    words: Words, answers: Iterable[Answer], quantity: str, wording: str
) -> dict[str, list[charts.Row]]:
    """How the published range of a quantity, by way of counting, and what the other figures need of it
    (``NEEDED``) moved: a row for each day on which it did."""
    moved: dict[str, list[charts.Row]] = {}
    for answer in answers:
        day = in_words(str(answer.day))
        for group, label, span, ink in _seen(words, answer, quantity, wording):
            rows, text = moved.setdefault(group, []), prose.words(span)
            if not rows or rows[-1].text != text:
                rows.append(charts.Row(day, span, text, colour=ink, group=sentence(label)))
    return moved


def _seen(
    words: Words, answer: Answer, quantity: str, wording: str
) -> Iterator[tuple[str, str, Interval, str]]:
    """What was published for a quantity and what is needed of it, seen from one day: each with what it is
    called and its colour."""
    for label, span in _published(words, answer, quantity, wording).items():
        yield label, label, span, charts.ASSUMED
    needs = answer.needs(wording)
    if quantity in needs:
        yield NEEDED, say("seen-from-each-day-chart.needed"), needs[quantity], charts.IMPLIED


def _published(words: Words, answer: Answer, quantity: str, wording: str) -> dict[str, Interval]:
    """What was published for a quantity, by what it is called in each way of counting."""
    return {
        words.label(quantity, o.case.label["series"]): o.case.bounds[quantity].interval
        for o in consistency.under(list(answer.outcomes), wording=wording)
        if quantity in o.case.bounds
    }
