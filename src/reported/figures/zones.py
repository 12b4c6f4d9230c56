"""Rows on one even scale from nought, held against zones that mean something: each row as it was said, its
words where it stands, and what follows from it at the end of its line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, MaxNLocator

from reported.analysis.hedges import Interval
from reported.figures import charts
from reported.figures.charts import INK, LABEL, LINE, PLATE, QUIET, SAID, SMALL, brief, slim

_LETTER = 0.067  # inches that a letter of the smallest size takes, on the average
_MOST_LINES = 3  # of what a zone means
_ROOM = 1.12  # how far the scale goes on behind the highest number, for its arrow


@dataclass(frozen=True)
class Line(charts.Row):
    """A row with what follows from it, to stand at its end."""

    end: str = ""


@dataclass(frozen=True)
class Zone:
    """A stretch of the scale, what it means, and whether it is shaded."""

    span: Interval
    words: str
    shaded: bool = False


@charts.drawing
def zoned(rows: Sequence[charts.Row], axis: str, zones: Sequence[Zone] = ()) -> Figure:
    """Rows under the headings of their groups, on an even scale; ``axis`` names its unit."""
    figure = charts.canvas(1)
    axes = figure.subplots()
    axes.set_xlim(0, _ROOM * _highest(rows, zones))
    places, low = _places(rows)
    _name(axes, rows, places)
    renderer = charts.settle(figure)
    high = -0.75 - _tell_zones(axes, zones)
    axes.set_ylim(low, high)  # before words are measured: those outside the axes have no size
    for place, row in zip(places, rows, strict=True):
        charts.draw(axes, place, row)
        _beside(axes, place, row, renderer)
    axes.set_xlabel(axis, size=SMALL)
    ticks = MaxNLocator(4 if slim() else 7).tick_values(*axes.get_xlim())
    axes.xaxis.set_major_locator(FixedLocator([tick for tick in ticks if tick <= axes.get_xlim()[1]]))
    charts.in_digits(axes)
    axes.grid(True, axis="x")
    figure.set_figheight(charts.canvas(low - high).get_figheight())
    return figure


def _highest(rows: Sequence[charts.Row], zones: Sequence[Zone]) -> float:
    """The highest number that a row names or ends at, or at which a zone ends."""
    ends = [end for row in rows for end in (row.span.low, row.span.high, row.named or 0)]
    ends += [end for zone in zones for end in (zone.span.low, zone.span.high)]
    return max((end for end in ends if math.isfinite(end)), default=0) or 1


def _places(rows: Sequence[charts.Row]) -> tuple[list[float], float]:
    """The place of each row from the top, a line for the heading of each group before it; where all end."""
    places, place, group = [], 0.0, ""
    for row in rows:
        if row.group != group:
            group, place = row.group, place + 1.1
        place += slim()
        places.append(place)
        place += 1.45 if slim() else 1.15
    return places, place - 0.4


def _name(axes: Axes, rows: Sequence[charts.Row], places: Sequence[float]) -> None:
    """The names of rows and of their groups, and what follows from each."""
    group = ""
    for place, row in zip(places, rows, strict=True):
        if row.group != group:
            group = row.group
            charts.head(axes, place - 1.05 - slim(), group).set_bbox(PLATE)
        end, beside = getattr(row, "end", ""), axes.get_yaxis_transform()
        axes.annotate(
            end, (1, place - slim()), (0 if slim() else 6, 0), beside, "offset points",
            va="center", ha="right" if slim() else "left", size=SMALL,
        )  # fmt: skip
        if slim():
            room = LINE - charts.wide(end) - 2
            axes.text(0, place - 1, brief(row.label, room), transform=beside, size=9, va="center", bbox=PLATE)
    axes.set_yticks([] if slim() else places, [] if slim() else [brief(row.label, LABEL) for row in rows])


def _tell_zones(axes: Axes, zones: Sequence[Zone]) -> float:
    """Shade the zones and say what each means, above the rows; how many lines that takes."""
    (_, right), across = axes.get_xlim(), axes.get_window_extent().width / axes.figure.dpi
    told = []
    for zone in zones:
        start, end = zone.span.low, min(zone.span.high, right)
        if zone.shaded:
            charts.needed([axes.axvspan(start, end, color=SAID, alpha=0.11, lw=0)])
        for edge in {start, end} - {0.0, right} if zone.shaded else ():
            charts.needed([axes.axvline(edge, color=SAID, lw=1, ls=(0, (4, 2)))])
        letters = max(8, int(((end - start) / right * across - 0.08) / _LETTER))
        lines = charts.wrapped(zone.words, letters, _MOST_LINES)
        told.append((start, "\n".join(lines), len(lines), SAID if zone.shaded else QUIET))
    high = max((lines for _, _, lines, _ in told), default=0) * 0.72
    for start, text, _, ink in told:
        says = axes.annotate(
            text, (start, -0.6 - high), (3, 0), textcoords="offset points",
            va="top", ha="left", size=SMALL, color=ink,
        )  # fmt: skip
        charts.needed([says])
    return high


def _beside(axes: Axes, place: float, row: charts.Row, renderer: Any) -> None:
    """The words of a row: behind what is drawn; where there is no room, in front of it; else in two lines on
    the roomier side."""
    left, right = axes.get_xlim()
    behind = charts.reach(axes, row)
    front = min(end for end in (row.named or math.inf, row.span.low or math.inf, row.span.high) if end)
    said = axes.annotate(
        brief(row.text, LINE), (behind, place), (5, 0), textcoords="offset points",
        va="center", ha="left", size=SMALL, color=INK, bbox=PLATE,
    )  # fmt: skip
    across = axes.get_window_extent(renderer).width
    need = (said.get_window_extent(renderer).width + 12) / across * (right - left)
    before = behind + need > right and (front > need or front > right - behind)
    if behind + need > right and front < need:
        share = max(front, right - behind) / need
        said.set_text("\n".join(charts.wrapped(row.text, max(8, int(charts.wide(row.text) * share)), 2)))
    if before:
        said.set_position((-5, 0))
        said.set_horizontalalignment("right")
        said.xy = (front, place)
