"""The few events that tell a story, along time, with their words at the mark: across a page, down a phone.

A mark is filled or hollow, as the caller says; a square is a figure under examination. A bar on the line runs
over the days something lasted, or on one of which it fell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reported.figures import charts
from reported.figures.charts import INK, PAPER, QUIET, SMALL, slim
from reported.figures.timeline import HUES, month_ticks
from reported.wording.prose import in_words

_LINE, _LETTER = 0.155, 0.066  # inches: a line of words, a letter
_WIDE, _LETTERS, _MOST = 1.42, 21, 4  # of words across a page: inches, letters of a line, lines
_CLEAR = 0.1  # inches between the line of time and the words, and between two words


@dataclass(frozen=True)
class Beat:
    """What happened on some days, in a few words; which thread of the story it belongs to; the claims behind
    it, where it is a figure under examination."""

    day: date
    end: date
    words: str
    strand: str
    filled: bool = True
    examined: bool = False
    claims: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Placed:
    """The words of a beat: from where to where they stand along time (inches), on which side of the line and
    how many levels away from it; where the beat itself stands."""

    beat: Beat
    at: float
    left: float
    side: int
    level: int

    @property
    def right(self) -> float:
        return self.left + _WIDE


@charts.drawing
def along(beats: Sequence[Beat]) -> Figure:
    """Beats along time, in the order of their days."""
    strands = list(dict.fromkeys(beat.strand for beat in beats if not beat.examined))
    colours = {strand: HUES[n % len(HUES)] for n, strand in enumerate(strands)}
    return _down(beats, colours) if slim() else _across(beats, colours)


def plotted(beats: Sequence[Beat]) -> pd.DataFrame:
    """The data as a table: first and last day, words, strand, whether filled, whether under examination."""
    return pd.DataFrame([
        {
            "first_day": str(beat.day), "last_day": str(beat.end), "words": beat.words, "strand": beat.strand,
            "filled": beat.filled, "examined": beat.examined, "claims": " ".join(beat.claims),
        }
        for beat in beats
    ])  # fmt: skip


def _lines(beat: Beat, letters: int) -> list[str]:
    """What stands beside a beat, line by line: its words between its day and its strand."""
    day = in_words(str(beat.day), "short")
    return [day, *charts.wrapped(beat.words, letters, _MOST), beat.strand]


def _tell(axes: Axes, x: float, top: float, lines: Sequence[str], colour: str, side: str = "left") -> None:
    """Write lines from a place downwards; the axes count inches upwards."""
    for n, line in enumerate(lines):
        strong = "semibold" if n == 0 else "normal"
        ink = colour if n == len(lines) - 1 else INK
        axes.text(
            x, top - (n + 0.5) * _LINE, line, size=SMALL, color=ink, weight=strong, va="center", ha=side
        )


def _mark(axes: Axes, x: float, y: float, beat: Beat, colour: str) -> None:
    made = charts.strokes(
        axes, [x], [y], marker="s" if beat.examined else "o", ms=8 if beat.examined else 7.5, mew=1.5,
        color=colour, mfc=colour if beat.filled or beat.examined else PAPER, ls="none", zorder=4,
        clip_on=False,
    )  # fmt: skip
    charts.leading(made, beat.claims)


def _colour(beat: Beat, colours: dict[str, str]) -> str:
    return INK if beat.examined else colours[beat.strand]


def _span(beats: Sequence[Beat]) -> tuple[float, float]:
    """The first and the last day to be shown, with some to spare."""
    first, last = min(beat.day for beat in beats), max(beat.end for beat in beats)
    last = max(last, first + timedelta(days=60))
    spare = (last - first).days * 0.025
    return first.toordinal() - spare, last.toordinal() + spare


# Across a page


def _across(beats: Sequence[Beat], colours: dict[str, str]) -> Figure:
    figure = charts.canvas(1)
    axes = figure.subplots()
    first, last = _span(beats)
    wide = charts.across() * 0.976
    inch = (last - first) / wide
    placed = _packed(beats, first, inch, wide)
    levels = {side: _levels(placed, side) for side in (1, -1)}
    axes.set_xlim(first, last)
    axes.set_yticks([])
    charts.strokes(axes, [first, last], [0, 0], color=QUIET, lw=1.2, zorder=2)
    for one in placed:
        _place(axes, one, levels[one.side][one.level], inch, _colour(one.beat, colours))
    over, under = levels[1][-1], levels[-1][-1]
    axes.set_ylim(-under, over)
    ticks = month_ticks(date.fromordinal(round(first)), date.fromordinal(round(last)))
    axes.set_xticks([day.toordinal() for day, _ in ticks], [name for _, name in ticks], size=SMALL)
    axes.grid(True, axis="x")
    figure.set_figheight(over + under)
    return figure


def _levels(placed: Sequence[_Placed], side: int) -> list[float]:
    """How far from the line of time each level of words on one side of it begins, and where the last ends."""
    ends = [0.14]
    of_side = [one for one in placed if one.side == side]
    for level in range(1 + max((one.level for one in of_side), default=-1)):
        most = max((len(_lines(one.beat, _LETTERS)) for one in of_side if one.level == level), default=0)
        ends.append(ends[-1] + most * _LINE + _CLEAR)
    return ends


def _packed(beats: Sequence[Beat], first: float, inch: float, wide: float) -> list[_Placed]:
    """The words of each beat, as near to the line of time as there is room; later ones first, so that no line
    to earlier words runs through them."""
    placed: list[_Placed] = []
    for n, beat in enumerate(reversed(beats)):
        at = (beat.day.toordinal() - first) / inch
        left = at if at + _WIDE <= wide else max(at - _WIDE, 0.0)
        sides = (1, -1) if n % 2 == 0 else (-1, 1)
        every = (_Placed(beat, at, left, side, level) for level in range(len(beats)) for side in sides)
        placed.append(next(one for one in every if not any(_meet(one, other) for other in placed)))
    return placed


def _meet(one: _Placed, other: _Placed) -> bool:
    """Whether two words, or the line to one and the other, touch."""
    if one.side != other.side:
        return False
    if one.level == other.level:
        return one.left < other.right + _CLEAR and other.left < one.right + _CLEAR
    near, far = sorted((one, other), key=lambda placed: placed.level)
    return near.left - _CLEAR < far.at < near.right + _CLEAR


def _place(axes: Axes, one: _Placed, away: float, inch: float, colour: str) -> None:
    """A beat on the line, the days it lasted, a line to its words, and these so far ``away``."""
    x, lines = one.beat.day.toordinal(), _lines(one.beat, _LETTERS)
    if one.beat.end > one.beat.day:
        charts.strokes(
            axes, [x, one.beat.end.toordinal()], [0, 0], color=colour, lw=4, solid_capstyle="butt", zorder=3
        )
    near = one.side * away
    far = near + one.side * len(lines) * _LINE
    charts.strokes(axes, [x, x], [0, far], color=colour, lw=0.9, zorder=1)
    before = one.left < one.at - 0.01
    _tell(
        axes,
        x + inch * (-0.06 if before else 0.06),
        max(near, far),
        lines,
        colour,
        "right" if before else "left",
    )
    _mark(axes, x, 0, one.beat, colour)


# Down a phone


def _down(beats: Sequence[Beat], colours: dict[str, str]) -> Figure:
    wide = charts.across() * 0.976
    line, words = 0.1, 0.42  # inches from the left: the line of time, the words
    told = [_lines(beat, int((wide - words) / _LETTER))[:-1] for beat in beats]
    heights = [len(lines) * _LINE + _CLEAR for lines in told]
    first, last = _span(beats)
    inch = (last - first) / sum(heights)
    figure = charts.canvas(1)
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_xlim(0, wide)
    place = 0.0
    for beat, lines, height in zip(beats, told, heights, strict=True):
        at, end = ((day.toordinal() - first) / inch for day in (beat.day, beat.end))
        top, colour = max(at - _LINE / 2, place), _colour(beat, colours)
        charts.strokes(
            axes,
            [line, words - 0.16, words - 0.06],
            [-at, -top - _LINE / 2, -top - _LINE / 2],
            color=colour,
            lw=0.9,
        )
        if beat.end > beat.day:
            charts.strokes(
                axes, [line, line], [-at, -end], color=colour, lw=4, solid_capstyle="butt", zorder=3
            )
        _mark(axes, line, -at, beat, colour)
        _tell(axes, words, -top, lines, INK)
        axes.text(wide, -top - _LINE / 2, beat.strand, size=SMALL, color=colour, va="center", ha="right")
        place = top + height
    bottom = max(place, sum(heights))
    charts.strokes(axes, [line, line], [0, -bottom], color=QUIET, lw=1.2, zorder=1)
    axes.set_ylim(-bottom, 0)
    figure.set_figheight(bottom)
    return figure
