"""What was said along time: a panel for each quantity, the days across and the numbers upwards, each mark as
it was said and of the shape and colour of whose it is.

A floor has an arrow up, a ceiling one down, “about” a bar that fades, a range a bar between its ends. A
hollow mark was worked out from a count of something else. Alternatives are joined by a dotted line.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, FuncFormatter, NullLocator
from matplotlib.transforms import ScaledTranslation

from reported.analysis.hedges import Interval
from reported.figures import charts
from reported.figures.charts import INK, PAPER, QUIET, SAID, SMALL, slim
from reported.figures.labels import Room
from reported.figures.timeline import month_ticks
from reported.wording.prose import digits

SHAPES = (("o", SAID), ("s", "#96580f"), ("^", "#2b6b5a"), ("D", "#a3312b"), ("v", "#5b626b"))
MOST = 60  # marks of a panel
_SIZE, _ARROW, _FADES = 5.6, 12.0, 12  # points: a mark, an arrow; steps of a bar that fades
_HEAD, _TICKS = 1.5, 1.0  # lines that the name of a panel takes above it, and the days below it on a phone


@dataclass(frozen=True)
class Mark:
    """What was said on a day, or on one of the days to ``until``: the ``span`` and the number ``named``, how
    it was said (``code``), whose it is (``family``), the words beside it and its number among all.
    """

    number: int
    day: date
    until: date
    span: Interval
    code: str
    named: float | None
    family: str
    words: str
    made: bool = False  # rests on a conversion
    leads: int = 0  # whether its words stand beside it, and before whose: the highest first
    examined: bool = False
    claims: tuple[str, ...] = ()
    joined: str = ""  # the same for alternatives

    @property
    def ends(self) -> list[float]:
        """The numbers it names: one, or the two ends of a range; of hundreds, those that the word means."""
        if self.code == "range" or not self.named or self.named < self.span.low:
            return [end for end in (self.span.low, self.span.high) if math.isfinite(end) and end > 0]
        return [self.named]


@dataclass(frozen=True)
class Panel:
    """The marks of one quantity, with what it is called."""

    label: str
    marks: Sequence[Mark]


def families(whose: Iterable[str], others: str) -> dict[str, str]:
    """Each of those who spoke with the family it is drawn as: itself, or ``others`` where more spoke than
    there are shapes; those that spoke most come first."""
    spoke = list(whose)
    ordered = sorted(dict.fromkeys(spoke), key=lambda name: -spoke.count(name))
    room = len(SHAPES) if len(ordered) <= len(SHAPES) else len(SHAPES) - 1
    return {name: name if n < room else others for n, name in enumerate(ordered)}


@charts.drawing
def panels(shown: Sequence[Panel], named: Sequence[str]) -> Figure:
    """Panels one below the other along the same days; ``named`` are the families, as ``families`` orders
    them."""
    shapes = dict(zip(named, SHAPES, strict=False))
    rows = [_rows(panel) for panel in shown]
    keys = _key_lines(named)
    gap = _HEAD + _TICKS * slim()
    figure = charts.canvas(len(keys) + sum(rows) + gap * len(rows))
    space = gap / ((len(keys) + sum(rows)) / (len(rows) + 1))
    key, *every = figure.subplots(
        len(rows) + 1, 1, gridspec_kw={"height_ratios": [len(keys), *rows], "hspace": space}
    )
    days = [day for panel in shown for mark in panel.marks for day in (mark.day, mark.until)]
    for axes, panel in zip(every, shown, strict=True):
        _scale(axes, panel, min(days), max(days), told=slim() or axes is every[-1])
    _draw_key(key, keys, shapes)
    renderer = charts.settle(figure)
    for axes, panel in zip(every, shown, strict=True):
        _draw(axes, panel, shapes, Room(axes, renderer))
    return figure


def _rows(panel: Panel) -> float:
    """How high a panel is, in lines."""
    many = len(panel.marks)
    return min(3.6 + 0.35 * many, 13.0) if slim() else min(2.6 + 0.29 * many, 8.6)


def _key_lines(named: Sequence[str]) -> list[list[tuple[float, str]]]:
    """The families in lines, each with where it stands from the left (inches)."""
    lines: list[list[tuple[float, str]]] = [[]]
    across, most = 0.0, charts.across() - 0.9
    for name in named:
        need = 0.34 + 0.064 * charts.wide(name)
        if across and across + need > most:
            lines, across = [*lines, []], 0.0
        lines[-1].append((across, name))
        across += need
    return lines


def _draw_key(
    axes: Axes, lines: Sequence[Sequence[tuple[float, str]]], shapes: Mapping[str, tuple[str, str]]
) -> None:
    """Say which shape is whose, over the panels."""
    axes.set_axis_off()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(lines) - 0.5, -0.5)
    for place, line in enumerate(lines):
        for across, name in line:
            shape, colour = shapes[name]
            beside = 72 * across + 11, 0
            axes.annotate(name, (0, place), beside, textcoords="offset points", va="center", size=SMALL)
            charts.strokes(axes, [0], [place], marker=shape, ms=_SIZE, color=colour, ls="none", clip_on=False,
                transform=axes.transData + ScaledTranslation(across + 0.06, 0, axes.figure.dpi_scale_trans),
            )  # fmt: skip


def _scale(axes: Axes, panel: Panel, first: date, last: date, told: bool) -> None:
    """The name, the days (``told`` below it or not) and the numbers of a panel."""
    spare = max((last - first).days, 60) * 0.03
    left, right = first.toordinal() - spare, max(last.toordinal(), first.toordinal() + 60) + spare
    axes.set_xlim(left, right)
    ends = [end for mark in panel.marks for end in (*mark.ends, *_faded(mark))]
    axes.set_yscale("log")
    room = (max(ends) / min(ends)) ** 0.05  # above for arrows, below for words
    axes.set_ylim(min(ends) / (1.9 * room), max(ends) * 1.4 * room)
    axes.yaxis.set_major_locator(FixedLocator(_ticks(*axes.get_ylim())))
    axes.yaxis.set_minor_locator(NullLocator())
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: digits(value)))
    axes.tick_params(axis="y", labelcolor=QUIET, labelsize=SMALL)
    ticks = month_ticks(date.fromordinal(round(left)), date.fromordinal(round(right)))
    ticks = ticks[:: 2 if slim() and len(ticks) > 4 else 1]
    names = [name if told else "" for _, name in ticks]
    axes.set_xticks([day.toordinal() for day, _ in ticks], names, size=SMALL)
    axes.grid(True, axis="both")
    axes.annotate(
        charts.brief(panel.label, charts.LINE), (0, 1), (0, 4), "axes fraction", "offset points",
        weight="semibold", size=9, va="bottom",
    )  # fmt: skip


def _ticks(low: float, high: float) -> list[float]:
    """Round numbers between two, at most six: 1, 2 and 5 with their tens, or the tens alone."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    for steps in ((1, 2, 5), (1, 3), (1,)):
        ticks = [
            step * 10.0**power for power in powers for step in steps if low <= step * 10.0**power <= high
        ]
        if len(ticks) <= 6:
            break
    return ticks[:: math.ceil(len(ticks) / 6)]


def _faded(mark: Mark) -> list[float]:
    """Where a bar that fades begins and ends; nothing for what is no “about”."""
    if mark.code not in ("approx", "approx_ge") or not mark.named:
        return []
    return [mark.span.low, mark.span.high if math.isfinite(mark.span.high) else mark.named]


def _draw(axes: Axes, panel: Panel, shapes: Mapping[str, tuple[str, str]], room: Room) -> None:
    """The marks of a panel, then the words beside those that lead, then the numbers of the others."""
    joined: dict[str, list[Mark]] = {}
    for mark in panel.marks:
        charts.leading(_marks(axes, mark, *shapes[mark.family], room), mark.claims)
        if mark.joined:
            joined.setdefault(mark.joined, []).append(mark)
    for alike in joined.values():
        ends = [end for mark in alike for end in mark.ends]
        axes.vlines(
            alike[0].day.toordinal(), min(ends), max(ends), color=QUIET, lw=0.9, ls=(0, (1, 2)), zorder=1
        )
    for mark in sorted(panel.marks, key=lambda mark: (-mark.leads, mark.number)):
        x, y = mark.day.toordinal(), max(mark.ends)
        lines = (mark.words, mark.words.replace("\n", ": ")) if mark.leads else ()
        if not any(room.label(text, x, y) for text in lines):
            room.label(str(mark.number), x, y, 60, QUIET)


def _marks(axes: Axes, mark: Mark, shape: str, colour: str, room: Room) -> list[Artist]:
    """One mark as it was said; the room it takes."""
    x, ends, size = mark.day.toordinal(), mark.ends, _SIZE * (1.5 if mark.examined else 1)
    made: list[Artist] = []
    if mark.until > mark.day:  # on one of these days
        made += charts.strokes(
            axes, [x, mark.until.toordinal()], [ends[0]] * 2, color=colour, lw=1, alpha=0.6, zorder=2
        )
    if faded := _faded(mark):
        _fade(axes, x, faded[0], faded[1], colour)
    if len(ends) > 1:
        made += charts.strokes(axes, [x, x], ends, color=colour, lw=2.2, solid_capstyle="butt", zorder=2)
    if mark.examined:
        right = axes.get_xlim()[1]
        made += charts.strokes(axes, [x, right], [ends[0]] * 2, color=colour, lw=1, ls=(0, (4, 2)), zorder=1)
    up = math.isinf(mark.span.high) and mark.code not in ("exact", "odd", "nearly", "approx")
    down = not mark.span.floored
    if up or down:
        made.append(_arrow(axes, x, ends[-1], colour, down))
    face = PAPER if mark.made else colour
    edge = INK if mark.examined else colour
    made += charts.strokes(
        axes, [x] * len(ends), ends, marker=shape, ms=size, mew=1.3, color=edge, mfc=face, ls="none",
        zorder=3, clip_on=False,
    )  # fmt: skip
    _take(axes, room, mark, faded, up, down, size)
    return made


def _arrow(axes: Axes, x: float, y: float, colour: str, down: bool) -> Artist:
    """An arrow from a number, upwards or down."""
    shape = {
        "arrowstyle": "<|-,head_width=0.22,head_length=0.36",
        "color": colour,
        "lw": 1.2,
        "shrinkA": 0,
        "shrinkB": 0,
    }
    away = -_ARROW if down else _ARROW
    made = axes.annotate("", (x, y), (0, away), textcoords="offset points", arrowprops=shape, zorder=2)
    return made.arrow_patch or made


def _fade(axes: Axes, x: float, low: float, high: float, colour: str) -> None:
    """A bar that fades towards the ends where the wording leaves the number open."""
    edges = [low * (high / low) ** (k / _FADES) for k in range(_FADES + 1)]
    strengths = [1 - abs(2 * (k + 0.5) / _FADES - 1) for k in range(_FADES)]
    shades = [to_rgba(colour, 0.1 + 0.6 * strength) for strength in strengths]
    axes.vlines([x] * _FADES, edges[:-1], edges[1:], colors=shades, lw=5, zorder=1.5)


def _take(
    axes: Axes, room: Room, mark: Mark, faded: Sequence[float], up: bool, down: bool, size: float
) -> None:
    """Keep labels away from a mark, its arrow and its bar."""
    x, half = mark.day.toordinal(), size * 0.75
    heights = [room.at(x, end)[1] for end in (*mark.ends, *faded)]
    across = room.at(x, mark.ends[0])[0]
    arrow = _ARROW * 1.4
    room.take(
        across - half, min(heights) - half - arrow * down, across + half, max(heights) + half + arrow * up
    )
    until = axes.get_xlim()[1] if mark.examined else mark.until.toordinal()
    if until > x:
        end, level = room.at(until, mark.ends[0])
        room.take(across, level - 1, end, level + 1)
