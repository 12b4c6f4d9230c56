"""The specification curve: an outcome under every way of reading, sorted, above what each choice makes of it.

After Simonsohn, Simmons and Nelson (2020). Tens of thousands of points are drawn as columns of equally many
ways: above, the middle one of a column. Below, a bar for each choice: on which share of the ways that make it
the figures can be true, meet at the edge, and cannot.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, LogLocator, NullLocator

from reported.analysis.columns import beside
from reported.analysis.consistency import EDGE, NO_FIT
from reported.analysis.specifications import Specifications
from reported.dossier.claim import Claim, Interval
from reported.figures.charts import (
    IMPLIED,
    INK,
    LEADING,
    LINE,
    QUIET,
    SMALL,
    Picture,
    brief,
    canvas,
    described_lines,
    drawing,
    publish,
    slim,
    wide,
    wrapped,
)
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.language import say, word_for
from reported.wording.ways import alone, by_option, decision, on, option, per_cent

COLUMNS = 60  # as many as can be told apart across a page
MOVING = 3  # decisions that the alt text tells
SHOWN = 5  # decisions below the curve: those that move most
TOP = 8.5  # how high the curve is, in rows of a chart
LETTERS = 48  # of a choice beside the drawing
ACROSS = 58, 44  # letters that the drawing is wide, on a page and on a phone
SLIMMEST = 0.03, 0.05  # part of the width that letters set upright need there
CHART = "how-much-hangs-on-reading-chart"
APART = {EDGE: "edge", NO_FIT: "cannot"}  # what stands on ways that are drawn apart
CAN, MEET, CANNOT = "#efd6b0", "#e4e6ea", "#c6cbd1"  # what the ways come to; letters can be read on each


@dataclass(frozen=True)
class Column:
    """Some ways next to each other: from which share of all to which, what they come to (``word`` is empty
    where the figures fit), and the least, the middle and the highest limit of those that set one."""

    start: float
    end: float
    word: str
    limits: tuple[float, float, float] | None


@dataclass(frozen=True)
class Line:
    """A choice: the decision it belongs to, its words, and of the ways that make it the shares on which the
    figures can be true, meet at the edge, and cannot be true."""

    decision: str
    says: str
    can: float
    edge: float
    cannot: float


def lines(words: Words, specs: Specifications) -> list[Line]:
    """The choices of the decisions that move most, these first; the origins whose own figure is taken are
    one."""
    made = []
    for one in [moved.decision for moved in specs.moved][:SHOWN]:
        ways: dict[str, Counter[str]] = {}
        found = specs.by_option(one)
        for chosen in sorted(found, key=lambda chosen: alone(one.name, chosen)):
            ways.setdefault(option(one.name, chosen), Counter()).update(found[chosen].words)
        made += [_line(prose.sentence(decision(words, one.name)), says, some) for says, some in ways.items()]
    return made


def _line(decided: str, says: str, ways: Counter[str]) -> Line:
    edge, cannot = (ways[word] / ways.total() for word in (EDGE, NO_FIT))
    return Line(decided, says, 1 - edge - cannot, edge, cannot)


def columns(specs: Specifications, quantity: str) -> list[Column]:
    """All ways in columns: those that fit with no limit on the quantity, then by the limit they set, then
    those that meet at the edge and those that do not fit."""
    last, came = {EDGE: 1, NO_FIT: 2}, beside(specs.came.words, specs.came.conditions).rows(specs.rows)
    limits = [_limit(conditions, quantity) for _, conditions in came.values]
    ranks = [(last.get(word, 0), limit or 0.0) for (word, _), limit in zip(came.values, limits, strict=True)]
    ranked = sorted(came.which.tolist(), key=ranks.__getitem__)
    cuts = [0]
    for number in range(1, len(ranked)):
        now, before = ranks[ranked[number]], ranks[ranked[number - 1]]
        full = number - cuts[-1] >= len(ranked) / COLUMNS
        # Ways that come to the same stand in one column, since nothing gives them an order.
        if now != before and (full or now[0] != before[0] or not before[1]):
            cuts.append(number)
    return [
        Column(
            a / len(ranked),
            b / len(ranked),
            word if (word := came.values[ranked[a]][0]) in APART else "",
            _ends([limit for one in ranked[a:b] if (limit := limits[one]) is not None]),
        )
        for a, b in itertools.pairwise([*cuts, len(ranked)])
    ]


def _limit(conditions: Mapping[str, Interval], quantity: str) -> float | None:
    """The number that a way sets as a limit: the least where it sets one, else the most."""
    span = conditions.get(quantity)
    return None if span is None else span.low if span.floored else span.high


def _ends(limits: Sequence[float]) -> tuple[float, float, float] | None:
    return (min(limits), median(limits), max(limits)) if limits else None


@drawing
def curve(drawn: Sequence[Column], beside: Sequence[Line], axis: str) -> Figure:
    """The curve and the choices below it."""
    rows = sum(map(_height, beside)) + len({line.decision for line in beside})
    figure = canvas(TOP + rows)
    grid_of = {"hspace": 0.04}
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(TOP, rows), gridspec_kw=grid_of)
    _above(above, drawn, axis)
    _below(below, beside)
    above.set_xlim(0, 100)
    return figure


def _height(line: Line) -> float:
    """How many lines a choice takes: on a phone its words stand above its bar."""
    return 1.1 + len(_words(line)) * LEADING if slim() else 1.0


def _words(line: Line) -> list[str]:
    return wrapped(line.says, LINE) if slim() else [brief(line.says, LETTERS)]


def _above(axes: Axes, drawn: Sequence[Column], axis: str) -> None:
    limited = [column for column in drawn if column.limits]
    if limited:
        axes.set_yscale("log")
        ends = [end for column in limited for end in (column.limits or ())]
        room = max(max(ends) / min(ends), 2.0)
        axes.set_ylim(min(ends) / room**0.12, max(ends) * room**0.25)
        edges = [100 * limited[0].start, *(100 * column.end for column in limited)]
        least, middle, most = zip(*(column.limits or () for column in limited), strict=True)
        axes.stairs(most, edges, baseline=least, fill=True, color=IMPLIED, alpha=0.3, lw=0)
        axes.stairs(middle, edges, baseline=None, color=IMPLIED, lw=2)
        axes.yaxis.set_major_locator(LogLocator(base=10, subs=(1, 2, 5), numticks=9))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: prose.digits(value)))
        axes.yaxis.set_minor_locator(NullLocator())
        axes.grid(True, axis="y")
    else:
        axes.set_yticks([])
    axes.set_title("\n".join(wrapped(axis, ACROSS[slim()])), loc="left", size=SMALL, color=QUIET)
    axes.tick_params(labelbottom=False, length=0)
    for word, shade in ((EDGE, MEET), (NO_FIT, CANNOT)):
        found = [column for column in drawn if column.word == word]
        if found:
            axes.axvspan(100 * found[0].start, 100 * found[-1].end, color=shade, lw=0)
            _name(axes, found[0].start, found[-1].end, say(f"{CHART}.{APART[word]}"))


def _name(axes: Axes, left: float, right: float, says: str) -> None:
    """The name of some ways in the middle of where they stand, upright where there is no room for a line."""
    told = wrapped(says, max(int((right - left) * ACROSS[slim()]), 1))
    upright = max(map(wide, says.split())) > (right - left) * ACROSS[slim()] - 1
    if upright and right - left < SLIMMEST[slim()]:
        return
    axes.text(
        50 * (left + right), 0.5, says if upright else "\n".join(told), transform=axes.get_xaxis_transform(),
        size=SMALL, ha="center", va="center", rotation=90 * upright,
    )  # fmt: skip


def _below(axes: Axes, beside: Sequence[Line]) -> None:
    across, place, places, head = axes.get_yaxis_transform(), 0.0, [], ""
    text = partial(axes.text, size=SMALL, va="center")
    for line in beside:
        if line.decision != head:
            head = line.decision
            text(0, place, brief(head, LINE), transform=across, weight="semibold")
            place += 1
        if slim():
            for number, words in enumerate(_words(line)):
                text(0, place + number * LEADING, words, transform=across)
            place += len(_words(line)) * LEADING
        left = 0.0
        for share, shade in ((line.can, CAN), (line.edge, MEET), (line.cannot, CANNOT)):
            axes.barh(place, 100 * share, 0.78, left, color=shade, lw=0)
            left += 100 * share
        text(1, place, _per_cent(100 * line.can, 0), color=INK)
        places.append(place)
        place += 1.1 if slim() else 1.0
    axes.set_ylim(place - 0.4, -0.7)
    names = [] if slim() else [words for line in beside for words in _words(line)]
    axes.set_yticks(places if names else [], names, size=SMALL)
    axes.xaxis.set_major_locator(FixedLocator(range(0, 101, 50 if slim() else 20)))
    axes.xaxis.set_major_formatter(FuncFormatter(_per_cent))
    axes.set_xlabel(say(f"{CHART}.share"), size=SMALL)
    axes.grid(False)


def _per_cent(value: float, _: float) -> str:
    """A place on the axis of all ways."""
    return say("percents", one=True, low=round(value), high=round(value))


def publish_curve(words: Words, specs: Specifications, folder: str | Path | None) -> Picture:
    """Publish the curve of what must hold for the quantity that most ways set a limit on."""
    quantity, beside = specs.settles, lines(words, specs)
    drawn = columns(specs, quantity)
    return publish(
        curve(drawn, beside, _axis(words, quantity)),
        "how-much-hangs-on-reading",
        title=_title(words, specs, quantity),
        subtitle=say(f"{CHART}.subtitle", ways=len(specs)),
        source=words.sources_line(_claims(words, specs)),
        alt=described_lines(say(f"{CHART}.alt", outcomes=_outcomes(specs)), _told(words, specs)),
        data=_data(drawn, beside),
        folder=folder,
    )


def _axis(words: Words, quantity: str) -> str:
    """What stands along the curve: the quantity that is limited."""
    if not quantity:
        return say(f"{CHART}.no-limit")
    return say(f"{CHART}.needed", label=words.record.q(quantity).label)


def _title(words: Words, specs: Specifications, quantity: str) -> str:
    """On how many ways the figures can all be true, and with what."""
    where = on(len(specs.fitting), len(specs))
    if not quantity:
        return say(f"{CHART}.title", on=where)
    return say(f"{CHART}.title-with", on=where, limits=words.limits(specs.needs[quantity], quantity))


def _claims(words: Words, specs: Specifications) -> list[Claim]:
    """The figures, and the claims behind what most ways need."""
    behind = specs.behind(specs.settles) if specs.settles else ()
    return [*words.record.headlines(), *filter(None, map(words.record.claim, behind))]


def _outcomes(specs: Specifications) -> str:
    """What the ways come to, with how many do."""
    return "; ".join(
        say(f"{CHART}.outcome", word=word_for("verdict", word), share=per_cent(many, len(specs)))
        for word, many in specs.words.most_common()
    )


def _told(words: Words, specs: Specifications) -> list[str]:
    """How often the figures can be true under each of the choices that move most."""
    told = [
        say(
            f"{CHART}.choice",
            choice=prose.sentence(decision(words, moved.decision.name)),
            can=by_option(specs, moved),
        )
        for moved in specs.moved
    ]
    more = [say(f"{CHART}.more", more=len(told) - MOVING)] if len(told) > MOVING else []
    return [*told[:MOVING], *more] or [say(f"{CHART}.one-way")]


def _data(drawn: Sequence[Column], beside: Sequence[Line]) -> pd.DataFrame:
    """The plotted numbers, a row a column and below them a row a choice; shares in per cent."""
    curve = [
        {
            "part": "curve",
            "from_per_cent": round(100 * column.start, 4), "to_per_cent": round(100 * column.end, 4),
            "outcome": column.word or "fits",
            **dict(zip(("least", "middle", "most"), column.limits or (None,) * 3, strict=True)),
        }
        for column in drawn
    ]  # fmt: skip
    choices = [
        {
            "part": "choice", "decision": line.decision, "choice": line.says,
            "can_per_cent": round(100 * line.can, 2), "edge_per_cent": round(100 * line.edge, 2),
            "cannot_per_cent": round(100 * line.cannot, 2),
        }
        for line in beside
    ]  # fmt: skip
    return pd.DataFrame([*curve, *choices])
