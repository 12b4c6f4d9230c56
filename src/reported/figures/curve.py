"""The specification curve: an outcome under every way of reading, sorted, above the choices that lead to it.

After Simonsohn, Simmons and Nelson (2020). Tens of thousands of points are drawn as columns of equally many
ways: above, the middle one of a column; below, for each choice, how much of the column takes it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from reported.analysis.consistency import EDGE, NO_FIT
from reported.analysis.specifications import Specification, Specifications
from reported.dossier.claim import Claim
from reported.figures.charts import (
    ACROSS,
    IMPLIED,
    INK,
    QUIET,
    SAID,
    Picture,
    brief,
    canvas,
    described_lines,
    drawing,
    publish,
)
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.language import say, word_for
from reported.wording.ways import alone, by_option, decision, on, option, per_cent

COLUMNS = 60  # as many as can be told apart across a page
MOVING = 3  # decisions that the alt text tells
SHOWN = 5  # decisions below the curve: those that move most
TOP, ROW = 8.0, 0.75  # how high the curve is, and a choice below it, in rows of a chart
LETTERS = 48  # of a choice beside the drawing
CHART = "how-much-hangs-on-reading-chart"
APART = {EDGE: "edge", NO_FIT: "cannot"}  # what stands on ways that are drawn apart


@dataclass(frozen=True)
class Column:
    """Some ways next to each other: from which share of all to which, what they come to (``word`` is empty
    where the figures fit), the least, the middle and the highest limit of those that set one, and for each
    choice the share that takes it."""

    start: float
    end: float
    word: str
    limits: tuple[float, float, float] | None
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Line:
    """A choice: the decision it belongs to, and its words."""

    decision: str
    says: str


def lines(words: Words, specs: Specifications) -> list[tuple[Line, frozenset[tuple[int, str]]]]:
    """The choices below the curve, those first that move most, each with the options it stands for, by the
    place of their decision; the origins whose own figure is taken are one."""
    made = []
    for one in [moved.decision for moved in specs.moved][:SHOWN]:
        place = specs.decisions.index(one)
        what = prose.sentence(decision(words, one.name))
        own = [chosen for chosen in one.options if alone(one.name, chosen)]
        for chosen in one.options:
            if chosen not in own:
                made.append((Line(what, option(one.name, chosen)), frozenset({(place, chosen.name)})))
        if own:
            says = option(one.name, own[0])
            made.append((Line(what, says), frozenset((place, chosen.name) for chosen in own)))
    return made


def columns(
    specs: Specifications, quantity: str, chosen: Sequence[frozenset[tuple[int, str]]]
) -> list[Column]:
    """All ways in columns: those that fit with no limit on the quantity, then by the limit they set, then
    those that meet at the edge and those that do not fit."""
    last = {EDGE: 1, NO_FIT: 2}

    def rank(one: Specification) -> tuple[int, float]:
        return last.get(one.held.word, 0), _limit(one, quantity) or 0.0

    ranked = sorted(specs.every, key=rank)
    cuts = [0]
    for number in range(1, len(ranked) + 1):
        if number == len(ranked):
            cuts.append(number)
            break
        now, before = rank(ranked[number]), rank(ranked[number - 1])
        full = number - cuts[-1] >= len(ranked) / COLUMNS
        # Ways that come to the same stand in one column, since nothing gives them an order.
        if now != before and (full or now[0] != before[0] or not before[1]):
            cuts.append(number)
    return [
        _column(ranked[a:b], a / len(ranked), b / len(ranked), quantity, chosen)
        for a, b in zip(cuts, cuts[1:], strict=False)
    ]


def _limit(one: Specification, quantity: str) -> float | None:
    """The number that a way sets as a limit: the least where it sets one, else the most."""
    span = one.held.conditions.get(quantity)
    return None if span is None else span.low if span.floored else span.high


def _column(
    ways: Sequence[Specification],
    start: float,
    end: float,
    quantity: str,
    chosen: Sequence[frozenset[tuple[int, str]]],
) -> Column:
    limits = [limit for one in ways if (limit := _limit(one, quantity)) is not None]
    word = ways[0].held.word
    shares = (
        sum(any(one.chosen[place] == name for place, name in options) for one in ways) / len(ways)
        for options in chosen
    )
    return Column(
        start,
        end,
        word if word in APART else "",
        (min(limits), median(limits), max(limits)) if limits else None,
        tuple(shares),
    )


@drawing
def curve(drawn: Sequence[Column], beside: Sequence[Line], axis: str) -> Figure:
    """The curve and the choices below it."""
    heads = len({line.decision for line in beside})
    rows = ROW * (len(beside) + heads)
    figure = canvas(TOP + rows)
    grid_of = {"hspace": 0.04}
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(TOP, rows), gridspec_kw=grid_of)
    _above(above, drawn, axis)
    _below(below, drawn, beside)
    above.set_xlim(0, 100)
    return figure


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
    axes.set_title(axis, loc="left", size=8.5, color=QUIET)
    axes.tick_params(labelbottom=False, length=0)
    for word, inks in ((EDGE, QUIET), (NO_FIT, INK)):
        found = [column for column in drawn if column.word == word]
        if found:
            left, right = 100 * found[0].start, 100 * found[-1].end
            axes.axvspan(left, right, color=inks, alpha=0.12, lw=0)
            at, says = axes.get_xaxis_transform(), say(f"{CHART}.{APART[word]}")
            axes.text(
                (left + right) / 2, 0.5, says, transform=at, size=8.5, ha="center", va="center",
                rotation=0 if right - left > 18 else 90,
            )  # fmt: skip


def _below(axes: Axes, drawn: Sequence[Column], beside: Sequence[Line]) -> None:
    edges = [100 * drawn[0].start, *(100 * column.end for column in drawn)]
    place, places, head = 0.0, [], ""
    for number, line in enumerate(beside):
        if line.decision != head:
            head, across = line.decision, axes.get_yaxis_transform()
            axes.text(0, place, brief(head, ACROSS), transform=across, weight="semibold", size=8, va="center")
            place += 1
        heights = [place + 0.42 - 0.84 * column.shares[number] for column in drawn]
        axes.stairs(heights, edges, baseline=place + 0.42, fill=True, color=SAID, lw=0)
        axes.plot([0, 100], [place + 0.42] * 2, color="#e1e5ea", lw=0.6)
        places.append(place)
        place += 1
    axes.set_ylim(place - 0.4, -0.7)
    axes.set_yticks(places, [brief(line.says, LETTERS) for line in beside], size=8)
    axes.xaxis.set_major_formatter(FuncFormatter(_per_cent))
    axes.set_xlabel(say(f"{CHART}.share"), size=8.5)


def _per_cent(value: float, _: float) -> str:
    """A place on the axis of all ways."""
    return say("percents", one=True, low=round(value), high=round(value))


def publish_curve(words: Words, specs: Specifications, folder: str | Path | None) -> Picture:
    """Publish the curve of what must hold for the quantity that most ways set a limit on."""
    quantity, chosen = specs.settles, lines(words, specs)
    beside = [line for line, _ in chosen]
    drawn = columns(specs, quantity, [options for _, options in chosen])
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
    """The plotted numbers, a row a column; shares in per cent."""
    return pd.DataFrame([
        {
            "from_per_cent": round(100 * column.start, 4), "to_per_cent": round(100 * column.end, 4),
            "outcome": column.word or "fits",
            **dict(zip(("least", "middle", "most"), column.limits or (None,) * 3, strict=True)),
            **{
                f"{line.decision}: {line.says}": round(100 * share, 2)
                for line, share in zip(beside, column.shares, strict=True)
            },
        }
        for column in drawn
    ])  # fmt: skip
