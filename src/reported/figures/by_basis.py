"""Things in rows, a mark for each report of them in the column of what it rests on: filled what was seen,
half filled what was assessed, hollow what was only said; and a few words on each thing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reported.figures import charts
from reported.figures.charts import INK, PAPER, QUIET, SAID, SMALL, slim, wide

FILLS = ("full", "left", "none")  # of the columns, from the left
_MOST = 8  # marks of a row in a column; more are told by their number
_DOT, _BETWEEN, _LETTER = 0.12, 0.13, 0.066  # inches: a mark, between two columns, a letter
_BOLD = 0.076  # and a letter of a name


@dataclass(frozen=True)
class Thing:
    """What was reported: its name, how many reports there are in each column, and a few words on it; the
    claims behind the marks, where there are any."""

    name: str
    reports: tuple[int, ...]
    words: str
    claims: tuple[str, ...] = ()


@charts.drawing
def columns(things: Sequence[Thing], heads: Sequence[str]) -> Figure:
    """Things in rows; ``heads`` name the columns, the best known on the left."""
    across = charts.across() * 0.976
    starts, end = _starts(things, heads, across)
    names = [charts.wrapped(thing.name, int(starts[0] / _BOLD), 2) for thing in things]
    words = int((across if slim() else across - end) / _LETTER)
    told = [charts.wrapped(thing.words, words, 2) for thing in things]
    heights = [_height(len(name), len(lines)) for name, lines in zip(names, told, strict=True)]
    figure = charts.canvas(1.2 + sum(heights))
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_xlim(0, across)
    axes.set_ylim(1.2 + sum(heights), 0)
    for start, head in zip(starts, heads, strict=True):
        axes.text(start, 0.5, head, size=SMALL, color=QUIET, va="center", ha="left")
    place = 1.2
    for thing, name, lines, height in zip(things, names, told, heights, strict=True):
        charts.strokes(axes, [0, across], [place, place], color="#dfe3e8", lw=0.8)
        at = place + (0.3 + 0.45 * len(name) if slim() else height / 2)
        axes.text(0, at, "\n".join(name), weight="semibold", size=9, va="center", linespacing=1.15)
        for start, fill, many in zip(starts, FILLS, thing.reports, strict=True):
            _dots(axes, start, at, fill, many, thing.claims)
        left, top = (0.0, at + 0.15 + 0.45 * len(name)) if slim() else (end, at)
        edge = "top" if slim() else "center"
        axes.text(left, top, "\n".join(lines), size=SMALL, color=INK, va=edge, ha="left", linespacing=1.2)
        place += height
    return figure


def _height(names: int, lines: int) -> float:
    """How high a row with so many lines of its name and of words is, in lines."""
    return 0.65 + 0.9 * names + 0.85 * lines if slim() else 0.6 + 0.85 * max(names, lines)


def _starts(things: Sequence[Thing], heads: Sequence[str], across: float) -> tuple[list[float], float]:
    """Where each column begins and where the last one ends: behind the longest word of a name, each as wide
    as its head and its marks ask for."""
    longest = max((wide(word) for thing in things for word in thing.name.split()), default=0)
    at = min(max(longest, 15) * _BOLD + 0.05, across * 0.35)
    starts = []
    for n, head in enumerate(heads):
        starts.append(at)
        most = max((min(thing.reports[n], _MOST) for thing in things), default=0)
        at += max(most * _DOT, wide(head) * _LETTER) + _BETWEEN * (1 if slim() else 2)
    return starts, at


def _dots(axes: Axes, start: float, place: float, fill: str, many: int, claims: Sequence[str]) -> None:
    """A mark for each report; where there are too many, one with their number."""
    shown = many if many <= _MOST else 1
    for n in range(shown):
        made = charts.strokes(
            axes, [start + (n + 0.45) * _DOT], [place], marker="o", ms=6.6, mew=1.2, color=SAID, ls="none",
            fillstyle=fill, markerfacecoloralt=PAPER,
        )  # fmt: skip
        charts.leading(made, claims)
    if shown < many:
        axes.text(start + 1.3 * _DOT, place, f"× {many}", size=SMALL, va="center")


def plotted(things: Sequence[Thing], heads: Sequence[str]) -> pd.DataFrame:
    """The data as a table: the name, how many reports in each column, the words, the claims."""
    rows = [(thing.name, *thing.reports, thing.words, " ".join(thing.claims)) for thing in things]
    return pd.DataFrame(rows, columns=["thing", *heads, "words", "claims"])
