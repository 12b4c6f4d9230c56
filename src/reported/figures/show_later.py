"""What came after, to look at: the later totals, where two agencies differ, which figures exclude each other,
and how the claim looked from each later day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from reported.analysis import consistency
from reported.analysis.afterwards import Agencies, Later
from reported.analysis.contradictions import Pair
from reported.analysis.excluding import Excluding
from reported.analysis.hedges import READINGS, Interval
from reported.analysis.record import RETOLD, Answer
from reported.analysis.totals import Statement
from reported.dossier.claim import Claim
from reported.figures import charts, to_draw
from reported.wording import each_day, later, prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, Several, ShownTable, several, table_of
from reported.wording.language import say
from reported.wording.prose import in_words, sentence

NEEDED = ""  # in place of a way of counting: what the other figures need of a quantity


def publish_totals(words: Words, found: Later, folder: str | Path | None = "") -> Several:
    """A chart of the later totals of each quantity: those that rest on no conversion, then those that do."""
    return several(
        to_draw.publish_totals(
            words, f"later-{quantity.replace('_', '-')}{behind}", quantity, said, kind, folder
        )
        for quantity, said, kind, behind in _drawn(words, found)
    )


def _drawn(words: Words, found: Later) -> Iterator[tuple[str, list[Statement], str, str]]:
    """What is drawn of the later totals, first all that rest on no conversion; each with its kind and what is
    put behind its name. One total alone is no chart."""
    made = {
        quantity: [one for one in said if words.record.converted(one.first)]
        for quantity, said in found.of_each.items()
    }
    for quantity, said in found.of_each.items():
        plain = [one for one in said if one not in made[quantity]]
        if len(plain) > 1:
            yield quantity, plain, "plain" if made[quantity] else "all", ""
    for quantity, converted in made.items():
        if len(converted) > 1:
            yield quantity, converted, "converted", "-converted"


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
    rows = [_pair(words, found, pair) for pair in found.pairs.values()]
    return (
        table_of("contradictions", rows, message="after-contradictions-table", widths=[40, 40, 18, 18, 12])
        if rows
        else None
    )


def _pair(words: Words, found: Excluding, pair: Pair) -> dict[str, Any]:
    return {
        "more": _figure(words, pair.more),
        "less": _figure(words, pair.less),
        **{reading: _verdict(found, pair.claims, reading) for reading in READINGS},
        "claims": Refs(pair.claims),
    }


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
    hangs = bool(prose.hangs(key, found.by_margin[reading]))
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
