"""Timelines: what happened or was said, as numbered dots in lanes along one time axis.

A dot is filled or hollow, as the caller says; the line behind it runs over the days it lasted, or on one of
which it fell. The numbers lead to a table, so that nothing has to be squeezed into the picture. Timelines
leave through ``charts.publish`` like every other figure.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reported.analysis.denials import parties as parties
from reported.dossier.dates import first_day, last_day
from reported.figures import charts, measuring
from reported.figures.charts import (
    ACROSS,
    INK,
    LABEL,
    LINE,
    PAPER,
    PLATE,
    QUIET,
    SAID,
    SMALL,
    brief,
    slim,
    wide,
    wrapped,
)
from reported.wording.language import say
from reported.wording.prose import counted, in_words

HUES = (SAID, "#96580f", "#2b6b5a", QUIET)  # a colour a lane; all dark enough to carry a white number
_DOT, _GAP, _LEVEL = 0.19, 0.06, 0.205  # inches: width of a dot, space behind a mark, height of a level
MOST_LANE = 30  # letters of a lane's name
MOST_BESIDE = LABEL, 28  # letters beside a dot, on a page and on a phone
MOST_TICKS = 8, 4  # months that the axis names


@dataclass(frozen=True)
class Mark:
    """A dot: its number, its lane, its first and last day, the words beside it, and whether it is filled."""

    number: int
    lane: str
    day: date
    end: date
    text: str = ""
    filled: bool = True


def mark(number: int, lane: str, start: str, end: str = "", text: str = "", filled: bool = True) -> Mark:
    """A mark from partial dates (YYYY, YYYY-MM, YYYY-MM-DD); without ``end`` it spans every day that
    ``start`` can mean. Raises ValueError where there is no day at all.
    """
    first, last = first_day(start), last_day(end or start)
    if first is None or last is None:
        raise ValueError(f"mark {number}: there is no day to put it at")
    return Mark(number, lane, first, last, text, filled)


def days(start: str, end: str = "") -> str:
    """Partial dates in words: ``26 July 2023``, ``October 2023``, ``12 February 2024 to 10 March 2024``."""
    if not (start or end):
        return ""
    given = "end" if not start else "both" if end and end != start else "start"
    return say("timeline-days", given=given, start=in_words(start), end=in_words(end))


@charts.drawing
def lanes(
    marks: Sequence[Mark],
    colours: Mapping[str, str],
    moments: Sequence[tuple[date, str]] = (),
    until: date | None = None,
) -> Figure:
    """Numbered dots in the lanes that ``colours`` names, top to bottom, up to ``until`` (or to the last
    mark). On a phone the name of a lane stands above it.

    ``moments`` are days drawn through all lanes, with their words above. A lane without a mark says so.
    """
    figure = charts.canvas(1)
    axes = figure.subplots()
    marks = [replace(m, text=brief(m.text, MOST_BESIDE[slim()])) for m in marks]
    names = [brief(lane, MOST_LANE) for lane in colours]
    shown = [day for m in marks for day in (m.day, m.end)] + [day for day, _ in moments]
    ruler = _Ruler(figure, [] if slim() else names, min(shown), max([*shown, *([until] if until else [])]))
    told, place = _draw_moments(axes, moments, ruler)
    places = []
    for (lane, colour), name in zip(colours.items(), names, strict=True):
        axes.axhline(place - 0.5, color="#dfe3e8", lw=0.8, zorder=0)
        if slim():
            across = axes.get_yaxis_transform()
            axes.text(0, place, name, transform=across, size=SMALL, va="center", color=QUIET, bbox=PLATE)
            place += 1
        places.append(place)
        packed = _packed([m for m in marks if m.lane == lane], ruler)
        for m, level, left in packed:
            _draw(axes, m, place + level, colour, left, ruler)
        if not packed:
            empty = say("timeline-lane-empty")
            axes.text(ruler.day(_DOT), place, empty, size=SMALL, color=QUIET, va="center")
        place += 1 + max((level for _, level, _ in packed), default=0)
    _draw_days(axes, told, place - 0.5)
    axes.set_ylim(place - 0.5, -0.5)
    axes.set_yticks([] if slim() else places, [] if slim() else names)
    _scaled(axes, ruler)
    figure.set_figheight(_LEVEL * place + 0.1)
    return figure


def _draw_days(axes: Axes, told: Mapping[date, int], end: float) -> None:
    """A line for each day from below its words to the end of the lanes."""
    for day, row in told.items():
        x, y = [day.toordinal()] * 2, [row - 0.35, end]
        charts.strokes(axes, x, y, color=INK, lw=1, ls=(0, (4, 2)), zorder=1)


def _scaled(axes: Axes, ruler: _Ruler) -> None:
    """The axis of time, with the names of as many months as there is room for."""
    axes.set_xlim(ruler.first, ruler.last)
    ticks = month_ticks(date.fromordinal(round(ruler.first)), date.fromordinal(round(ruler.last)))
    ticks = ticks[:: math.ceil(len(ticks) / MOST_TICKS[slim()])]

    def stands(day: date, name: str) -> bool:
        at, half = ruler.at(day), ruler.width(name, SMALL) / 2
        return half <= at <= ruler.wide - half

    names = [name if stands(day, name) else "" for day, name in ticks]  # none sticks out
    axes.set_xticks([day.toordinal() for day, _ in ticks], names, size=SMALL)
    axes.grid(True, axis="x")


def plotted(marks: Iterable[Mark]) -> pd.DataFrame:
    """The data of a timeline as a table: number, lane, first and last day, words, and whether the dot is
    filled.
    """
    return pd.DataFrame([
        {
            "number": m.number, "lane": m.lane, "first_day": str(m.day), "last_day": str(m.end),
            "text": m.text, "filled": m.filled,
        }
        for m in marks
    ])  # fmt: skip


def described(
    lead: str,
    marks: Sequence[Mark],
    colours: Iterable[str],
    thing: str,
    filled: str,
    moments: Sequence[tuple[date, str]] = (),
) -> str:
    """Alt text: what the picture is, then each lane: how many of ``thing``, from when to when, and how many
    are ``filled``.
    """
    told = [_lane(lane, [m for m in marks if m.lane == lane], thing, filled) for lane in colours]
    marked = [say("timeline-moment", what=words) for _, words in sorted(moments)]
    return charts.described_lines(lead, told + marked)


def _lane(lane: str, marks: Sequence[Mark], thing: str, filled: str) -> str:
    """A lane in words."""
    days = {m.day for m in marks}
    first, last = (in_words(str(end(days))) if days else "" for end in (min, max))
    return say(
        "timeline-lane",
        lane=lane,
        dots=counted(len(marks), thing),
        days="several" if len(days) > 1 else "one" if days else "none",
        first=first,
        last=last,
        filled=sum(m.filled for m in marks),
        meaning=filled,
    )


class _Ruler:
    """How wide things are, in inches, so that words can be kept apart before the picture is drawn."""

    def __init__(self, figure: Figure, names: Iterable[str], first: date, last: date):
        self._figure = figure
        self._renderer = measuring.ruler(figure.dpi)
        # What is left of the page beside the names.
        beside = max((self.width(name, 9) for name in names), default=0.0)
        self.wide = figure.get_figwidth() * 0.976 - beside - (0.3 if beside else 0.0)
        spare = max((last - first).days, 60) * 0.025
        self.first = first.toordinal() - spare
        self.last = max(last, first + timedelta(days=60)).toordinal() + spare

    def width(self, text: str, size: float) -> float:
        """Width of some words at a size in points."""
        probe = self._figure.text(0, 0, text, size=size)
        inches = probe.get_window_extent(self._renderer).width / self._figure.dpi
        probe.remove()
        return inches

    def shortened(self, text: str, room: float) -> str:
        """A text, or as much of it as there is room for, in inches."""
        letters = wide(text)
        while letters > 1 and self.width(brief(text, letters), SMALL) > room:
            letters -= 1
        return brief(text, letters)

    def at(self, day: date) -> float:
        """Where a day stands, from the left end of the axis."""
        return (day.toordinal() - self.first) / (self.last - self.first) * self.wide

    def day(self, inches: float) -> float:
        """The day (as an ordinal) that stands so far from the left end."""
        return self.first + inches / self.wide * (self.last - self.first)


def _packed(marks: Sequence[Mark], ruler: _Ruler) -> list[tuple[Mark, int, bool]]:
    """Each mark with the first level on which it touches no other, and whether its words stand left of it."""
    taken: list[list[tuple[float, float]]] = []
    placed = []
    for m in sorted(marks, key=lambda m: (m.day, m.number)):
        start, end = ruler.at(m.day) - _DOT / 2, max(ruler.at(m.end), ruler.at(m.day) + _DOT / 2)
        m = replace(m, text=ruler.shortened(m.text, max(start, ruler.wide - end) - 0.06))
        words = ruler.width(m.text, SMALL) + 0.04 if m.text else 0.0
        left = end + words > ruler.wide and start - words > 0
        span = (start - words, end) if left else (start, end + words)
        level = next(
            (
                n
                for n, row in enumerate(taken)
                if all(span[1] + _GAP < a or b + _GAP < span[0] for a, b in row)
            ),
            len(taken),
        )
        if level == len(taken):
            taken.append([])
        taken[level].append(span)
        placed.append((m, level, left))
    return placed


def _draw(axes: Axes, m: Mark, place: float, colour: str, left: bool, ruler: _Ruler) -> None:
    x, end = m.day.toordinal(), m.end.toordinal()
    if end > x:
        charts.strokes(axes, [x, end], [place, place], color=colour, lw=2.2, solid_capstyle="butt", zorder=2)
    face, ink = (colour, PAPER) if m.filled else (PAPER, colour)
    dot = {"marker": "o", "ms": _DOT * 72 - 1.2, "mew": 1.2, "mfc": face}
    charts.strokes(axes, [x], [place], color=colour, zorder=3, clip_on=False, **dot)
    axes.text(
        x,
        place,
        str(m.number),
        size=SMALL,
        color=ink,
        ha="center",
        va="center_baseline",
        weight="semibold",
        zorder=4,
    )
    if m.text:
        behind = (
            ruler.at(m.day) - _DOT / 2 - 0.03
            if left
            else max(ruler.at(m.end), ruler.at(m.day) + _DOT / 2) + 0.03
        )
        axes.text(
            ruler.day(behind),
            place,
            m.text,
            size=SMALL,
            ha="right" if left else "left",
            va="center",
            bbox=PLATE,
            zorder=4,
        )


def _draw_moments(
    axes: Axes, moments: Sequence[tuple[date, str]], ruler: _Ruler
) -> tuple[dict[date, int], int]:
    """The words for the days drawn through all lanes, on rows of their own, on the roomier side of their
    lines, so that none cuts through them; the first row of each, and how many rows they take.
    """
    told: dict[date, int] = {}
    early = bool(moments) and ruler.at(min(moments)[0]) < ruler.wide / 2
    row = 0
    for day, words in sorted(moments, reverse=not early):
        told[day] = row
        lines = wrapped(words, LINE - 4) if slim() else [brief(words, ACROSS)]
        for line in lines:
            long, place = ruler.width(line, SMALL), ruler.at(day)
            begins = place + 0.05 if early else place - 0.05 - long
            begins = max(min(begins, ruler.wide - long - 0.02), 0.02)
            axes.text(ruler.day(begins), row, line, size=SMALL, ha="left", va="center", bbox=PLATE, zorder=3)
            row += 1
    return told, row


def month_ticks(start: date, end: date) -> list[tuple[date, str]]:
    """First days of months between two days, evenly spaced and at most eight of them, each with its name."""
    months = [date(year, month, 1) for year in range(start.year, end.year + 1) for month in range(1, 13)]
    months = [day for day in months if start <= day <= end]
    for step in (1, 2, 3, 6, 12, 24, 60):
        ticks = [day for day in months if (12 * day.year + day.month - 1) % step == 0]
        if len(ticks) <= 8:
            break
    return [(day, in_words(f"{day:%Y-%m}", "short")) for day in ticks]
