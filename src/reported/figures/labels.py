"""Labels that keep apart: words beside a mark, on the first free place around it, further out with a line
that leads there.

Lengths are in pixels of the figure, from its lower left corner; ``charts.settle`` comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matplotlib.axes import Axes

from reported.figures import charts
from reported.figures.charts import INK, QUIET, SMALL

_AWAY = (7.0, 12.0, 20.0, 30.0, 42.0, 56.0, 72.0, 90.0, 110.0)
_GAP = 2.0  # between two things


Point = tuple[float, float]
Box = tuple[float, float, float, float]  # left, low, right, high; matplotlib's own are slow to compare


class Room:
    """The room within some axes, and what of it is taken."""

    def __init__(self, axes: Axes, renderer: Any):
        self._axes, self._renderer = axes, renderer
        left, low, right, high = axes.get_window_extent(renderer).extents
        self._within: Box = float(left), float(low), float(right), float(high)
        self._taken: list[Box] = []
        self._point = 72 / axes.figure.dpi  # points in a pixel

    def at(self, x: float, y: float) -> Point:
        """Where a point of the data stands."""
        across, up = self._axes.transData.transform((x, y))
        return float(across), float(up)

    def take(self, left: float, low: float, right: float, high: float) -> None:
        """Keep labels out of a rectangle."""
        self._taken.append((left, low, right, high))

    def label(self, text: str, x: float, y: float, far: float = 120, colour: str = INK) -> bool:
        """Put words beside a point of the data, no further out than ``far``; whether there was room."""
        made = self._axes.annotate(
            text, (x, y), (0, 0), textcoords="offset points",
            size=SMALL, color=colour, linespacing=1.1, zorder=5,
        )  # fmt: skip
        size = made.get_window_extent(self._renderer)
        wide, high, at = float(size.width), float(size.height), self.at(x, y)
        for across, up, away in _around(wide, high, far):
            left, low = at[0] + across, at[1] + up
            box = left, low, left + wide, low + high
            leads = away > _AWAY[1]
            if self._free(box) and not (leads and self._crosses(at, _nearest(at, box))):
                made.set_position((across * self._point, up * self._point))
                self._taken.append(box)
                if leads:
                    self._lead(at, _nearest(at, box))
                return True
        made.remove()
        return False

    def _free(self, box: Box) -> bool:
        """Whether a rectangle lies within the axes and touches nothing."""
        left, low, right, high = box
        x0, y0, x1, y1 = self._within
        if left < x0 or right > x1 or low < y0 or high > y1:
            return False
        left, low, right, high = left - _GAP, low - _GAP, right + _GAP, high + _GAP
        return not any(
            left <= x1 and x0 <= right and low <= y1 and y0 <= high for x0, y0, x1, y1 in self._taken
        )

    def _crosses(self, at: Point, near: Point) -> bool:
        """Whether a line between two points crosses anything but what it leaves."""
        line = _between(at, near)
        return any(_holds(box, point) for box in self._taken if not _holds(box, at) for point in line)

    def _lead(self, at: Point, near: Point) -> None:
        """A line from a point to the words that stand away from it."""
        ends = self._axes.transData.inverted().transform([at, near])
        charts.strokes(self._axes, ends[:, 0], ends[:, 1], color=QUIET, lw=0.6, zorder=1)
        self._taken += [(x - 1, y - 1, x + 1, y + 1) for x, y in _between(at, near)]


def _holds(box: Box, point: Point) -> bool:
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def _between(at: Point, near: Point) -> list[Point]:
    """Points along a line, its ends left out."""
    steps = [k / 16 for k in range(1, 16)]
    return [(at[0] + step * (near[0] - at[0]), at[1] + step * (near[1] - at[1])) for step in steps]


def _nearest(at: Point, box: Box) -> Point:
    """The point of a rectangle that is nearest to another."""
    return min(max(at[0], box[0]), box[2]), min(max(at[1], box[1]), box[3])


def _around(wide: float, high: float, far: float) -> Iterator[tuple[float, float, float]]:
    """Where the lower left corner of words may stand from the point they belong to, and how far away they
    are then: nearest first, to the right before the left."""
    for away in (away for away in _AWAY if away <= far):
        slant, flat = away * 0.7, away * 0.35
        right = [
            (away, -high / 2),
            (slant, slant),
            (slant, -slant - high),
            (flat, away),
            (flat, -away - high),
        ]
        left = [(-across - wide, up) for across, up in right]
        middle = [(-wide / 2, away), (-wide / 2, -away - high)]
        for across, up in (*right, *left, *middle):
            yield across, up, away
