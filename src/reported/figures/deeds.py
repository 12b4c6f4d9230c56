"""Dots in lanes: a dot for each retelling of a figure, by what it did to its hedge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reported.figures import charts
from reported.figures.charts import ASSUMED, IMPLIED, INK, PAPER, QUIET, SAID, SMALL, wide
from reported.figures.marks import CONFLICT

# How a dot looks: by shape and filling as well as by colour, for greyscale.
LOOKS: tuple[dict[str, Any], ...] = (
    {"marker": "o", "color": SAID},
    {"marker": "o", "color": IMPLIED, "fillstyle": "bottom", "markerfacecoloralt": PAPER},
    {"marker": "o", "color": QUIET, "fillstyle": "none"},
    {"marker": "X", "color": CONFLICT},
    {"marker": "^", "color": IMPLIED},
    {"marker": "P", "color": ASSUMED},
    {"marker": "s", "color": ASSUMED, "fillstyle": "none"},
)
_STEP, _LETTER = 0.135, 0.068  # inches: from dot to dot, and a letter with its share of the blanks
_LINE = 0.9  # lines that a row of dots takes


Key = tuple[float, str, str]  # where it begins, its code, its words


@dataclass(frozen=True)
class Lane:
    """A figure: what it is called, how it was worded, and its retellings, each as what it did (a code) with
    the claim it made."""

    name: str
    wording: str
    retold: tuple[tuple[str, str], ...]


@charts.drawing
def dots(lanes: Sequence[Lane], names: Mapping[str, str]) -> Figure:
    """A lane for each figure; ``names`` are the codes that occur, in the order in which they stand, each with
    its word."""
    across = charts.across() * 0.976
    looks = dict(zip(names, LOOKS, strict=False))
    rows = [_in_rows(lane, int(across / _STEP)) for lane in lanes]
    heads = [charts.wrapped(f"{lane.name}: “{lane.wording}”", int(across / _LETTER), 2) for lane in lanes]
    keys = _keys(lanes, names, across)
    place = 0.9 * len(keys) + 0.4
    high = place + sum(map(_high, heads, rows))
    figure = charts.canvas(high)
    axes = figure.subplots()
    axes.set_axis_off()
    axes.set_xlim(0, across)
    axes.set_ylim(high, 0)
    for number, line in enumerate(keys):
        for at, code, told in line:
            _dot(axes, at + _STEP / 2, 0.5 + 0.9 * number, looks[code])
            axes.text(at + 1.35 * _STEP, 0.5 + 0.9 * number, told, size=SMALL, color=INK, va="center")
    for head, dotted in zip(heads, rows, strict=True):
        charts.strokes(axes, [0, across], [place, place], color="#dfe3e8", lw=0.8)
        for number, text in enumerate(head):
            axes.text(0, place + 0.6 + 0.85 * number, text, size=9, weight="semibold", va="center")
        for number, row in enumerate(dotted):
            seat = place + 0.85 * len(head) + 0.75 + _LINE * number
            for n, (code, claim) in enumerate(row):
                charts.leading(_dot(axes, (n + 0.5) * _STEP, seat, looks[code]), (claim,))
        place += _high(head, dotted)
    return figure


def _in_rows(lane: Lane, room: int) -> list[tuple[tuple[str, str], ...]]:
    """The retellings of a lane in rows of so many."""
    return [lane.retold[n : n + room] for n in range(0, len(lane.retold), room)]


def _high(head: Sequence[str], rows: Sequence[Any]) -> float:
    """Lines that a lane takes."""
    return 0.85 * len(head) + 0.6 + _LINE * max(len(rows), 1)


def _dot(axes: Axes, x: float, y: float, look: Mapping[str, Any]) -> list[Any]:
    return charts.strokes(axes, [x], [y], ls="none", ms=7, mew=1.3, **look)


def _keys(lanes: Sequence[Lane], names: Mapping[str, str], across: float) -> list[list[Key]]:
    """What each look means and how often it occurs, in lines."""
    many = Counter(code for lane in lanes for code, _ in lane.retold)
    lines: list[list[Key]] = [[]]
    at = 0.0
    for code, name in names.items():
        told = f"{name} ({many[code]})"
        room = 1.6 * _STEP + wide(told) * _LETTER
        if lines[-1] and at + room > across:
            lines.append([])
            at = 0.0
        lines[-1].append((at, code, told))
        at += room + 0.12
    return lines


def data(lanes: Sequence[Lane]) -> pd.DataFrame:
    """The data as a table: the figure, its wording, what each retelling did to the hedge, and its claim."""
    rows = [(lane.name, lane.wording, code, claim) for lane in lanes for code, claim in lane.retold]
    return pd.DataFrame(rows, columns=["figure", "wording", "did", "claim"])
