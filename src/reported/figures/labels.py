"""Labels that keep apart: words beside a mark, on the first free place around it, further out with a line
that leads there.

Lengths are in pixels of the figure, from its lower left corner; ``charts.settle`` comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from matplotlib.axes import Axes
from matplotlib.transforms import Bbox

from reported.figures.charts import INK, QUIET, SMALL

_AWAY = (7.0, 12.0, 20.0, 30.0, 42.0, 56.0, 72.0, 90.0, 110.0)
_GAP = 2.0  # between two things


Point = tuple[float, float]


class Room:
    """The room within some axes, and what of it is taken."""

    def __init__(self, axes: Axes, renderer: Any):
        self._axes, self._renderer = axes, renderer
        self._within = axes.get_window_extent(renderer)
        self._taken: list[Bbox] = []
        self._point = 72 / axes.figure.dpi  # points in a pixel

    def at(self, x: float, y: float) -> Point:
        """Where a point of the data stands."""
        across, up = self._axes.transData.transform((x, y))
        return float(across), float(up)

    def take(self, left: float, low: float, right: float, high: float) -> None:
        """Keep labels out of a rectangle."""
        self._taken.append(Bbox.from_extents(left, low, right, high))

    def label(self, text: str, x: float, y: float, far: float = 120, colour: str = INK) -> bool:
        """Put words beside a point of the data, no further out than ``far``; whether there was room."""
        made = self._axes.annotate(
            text, (x, y), (0, 0), textcoords="offset points",
            size=SMALL, color=colour, linespacing=1.1, zorder=5,
        )  # fmt: skip
        size = made.get_window_extent(self._renderer)
        at = self.at(x, y)
        for across, up, away in _around(size.width, size.height, far):
            box = Bbox.from_bounds(at[0] + across, at[1] + up, size.width, size.height)
            leads = away > _AWAY[1]
            if self._free(box) and not (leads and self._crosses(at, _nearest(at, box))):
                made.set_position((across * self._point, up * self._point))
                self._taken.append(box)
                if leads:
                    self._lead(at, _nearest(at, box))
                return True
        made.remove()
        return False

    def _free(self, box: Bbox) -> bool:
        """Whether a rectangle lies within the axes and touches nothing."""
        inside = (
            box.x0 >= self._within.x0
            and box.x1 <= self._within.x1
            and box.y0 >= self._within.y0
            and box.y1 <= self._within.y1
        )
        wider = box.padded(_GAP)
        return inside and not any(wider.overlaps(other) for other in self._taken)

    def _crosses(self, at: Point, near: Point) -> bool:
        """Whether a line between two points crosses anything but what it leaves."""
        return any(
            box.contains(*point) and not box.contains(*at)
            for box in self._taken
            for point in _between(at, near)
        )

    def _lead(self, at: Point, near: Point) -> None:
        """A line from a point to the words that stand away from it."""
        ends = self._axes.transData.inverted().transform([at, near])
        self._axes.plot(ends[:, 0], ends[:, 1], color=QUIET, lw=0.6, zorder=1, scalex=False, scaley=False)
        self._taken += [Bbox.from_bounds(x - 1, y - 1, 2, 2) for x, y in _between(at, near)]


def _between(at: Point, near: Point) -> list[Point]:
    """Points along a line, its ends left out."""
    steps = [k / 16 for k in range(1, 16)]
    return [(at[0] + step * (near[0] - at[0]), at[1] + step * (near[1] - at[1])) for step in steps]


def _nearest(at: Point, box: Bbox) -> Point:
    """The point of a rectangle that is nearest to another."""
    return min(max(at[0], box.x0), box.x1), min(max(at[1], box.y0), box.y1)


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
