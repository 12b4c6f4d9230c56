"""A map of the route: the places that reports name, and the ways between them as reported.

One frame holds all places; where some of them lie close together, another shows these enlarged. A way is a
line, and no track: by sea it bows around the land as well as a simple curve can, on land it is as the crow
flies. What was seen is drawn whole, what was only said dashed and hollow. No borders are drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path as File
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch, Rectangle
from matplotlib.path import Path

from reported.analysis import routes
from reported.analysis.routes import Route, Stop, Stretch
from reported.dossier import outlines
from reported.dossier.outlines import Box, Land
from reported.figures import charts
from reported.figures.charts import IMPLIED, INK, PLATE, QUIET, SAID, SMALL, Picture, slim, wide
from reported.figures.projection import Frame, arc, close, frame_of, inside
from reported.wording.claims import Words
from reported.wording.language import say, word_for
from reported.wording.prose import digits, listed, number

CHART = "route-chart"
LAND, COAST = "#e9ecef", "#c4c9cf"
HUES = {"sea": SAID, "rail": IMPLIED, "road": "#2b6b5a", "air": "#8a3d6b"}
ALL, CLOSE = 1.75, 1.1  # how much wider than high a frame is: that of all places, and that of some
BETWEEN = 0.03  # of the width: the room between two frames
LETTER = 4.7  # points that a letter is wide, about
BOWS = (0.0, 0.18, -0.18, 0.3, -0.3)  # how far a way by sea may bow, by its length
EDGE = 3.0  # points that words keep away from the edge of a frame
STEPS = 24, 160  # of a way that is drawn, by sea and on land
APART = 1.4  # square points that words rather cover than stand a point further away


def publish_route(words: Words, folder: str | File | None = "") -> Picture | None:
    """Publish the map of the route; nothing where no place was named by then."""
    route = routes.known(words.record, words.documented(words.record.dossier.events))
    if not route.stops:
        return None
    land = outlines.read(words.record.dossier.folder)
    return charts.publish_of(
        "route",
        drawn(route, land),
        plotted(route),
        words.sources_line(route.behind),
        [*map(_told, route.stretches), *map(_named, route.stops)],
        folder,
        way=_way(route),
        legs=len(route.stretches),
        seen=_seen(route),
        places=listed(stop.place.name for stop in route.stops),
        land="some" if land else "none",
    )


def _way(route: Route) -> str:
    """The legs in words, those together that begin at one place and go by the same: ``by sea from A to B and
    C, by rail from B to D``."""
    ends: dict[tuple[str, str], list[str]] = {}
    for leg in route.stretches:
        ends.setdefault((leg.by, leg.start.name), []).append(leg.end.name)
    told = (
        say(f"{CHART}.leg", by=word_for("route-by", by), start=start, ends=listed(names))
        for (by, start), names in ends.items()
    )
    return ", ".join(told)


def _seen(route: Route) -> str:
    """Whether every leg was seen, some were, or none was."""
    seen = [leg.seen for leg in route.stretches]
    return "all" if all(seen) else "some" if any(seen) else "none"


def _told(leg: Stretch) -> str:
    """A leg in words."""
    by = word_for("route-by", leg.by)
    return say(f"{CHART}.told", by=by, start=leg.start.name, ends=leg.end.name, km=_km(leg.km), seen=leg.seen)


def _named(stop: Stop) -> str:
    """A place in words."""
    return say(f"{CHART}.place", place=stop.place.name, seen=stop.seen)


def _km(km: float) -> str:
    """A distance in two digits: it is as the crow flies, between rounded places."""
    return number(km, 2)


def plotted(route: Route) -> pd.DataFrame:
    """The places and the legs as a table, with the claims and events that they rest on."""
    rows: list[dict[str, Any]] = [
        {
            "what": "place", "name": one.place.name, "latitude": one.place.lat, "longitude": one.place.lon,
            "seen": one.seen, "rests_on": " ".join(map(routes.named, one.behind)),
        }
        for one in route.stops
    ]  # fmt: skip
    rows += [
        {
            "what": "leg", "start": leg.start.name, "end": leg.end.name, "by": leg.by,
            "km": float(f"{leg.km:.2g}"), "seen": leg.seen,
            "rests_on": " ".join(map(routes.named, leg.behind)),
        }
        for leg in route.stretches
    ]  # fmt: skip
    return pd.DataFrame(rows)


# What is drawn


@charts.drawing
def drawn(route: Route, land: Sequence[Land]) -> Figure:
    """The map: all places, and where some of them lie close together these enlarged before them; side by side
    on a page, one above the other on a phone."""
    points = [(stop.place.lon, stop.place.lat) for stop in route.stops]
    near = close(points)
    whole, some = frame_of(points, ALL), frame_of([points[n] for n in near], CLOSE) if near else None
    frames = [frame for frame in (some, whole) if frame]
    shapes = [frame.aspect for frame in frames]
    figure = charts.canvas(1)
    across = figure.get_figwidth() * 0.976
    if slim():
        heights = [across / shape for shape in shapes]
        figure.set_figheight(sum(heights) + across * BETWEEN * (len(frames) - 1))
        grid = {"hspace": BETWEEN * across * len(frames) / sum(heights), "height_ratios": heights}
        every = figure.subplots(len(frames), 1, squeeze=False, gridspec_kw=grid).ravel()
    else:
        figure.set_figheight(across * (1 - BETWEEN * (len(frames) - 1)) / sum(shapes))
        grid = {"wspace": BETWEEN * len(frames) / (1 - BETWEEN), "width_ratios": shapes}
        every = figure.subplots(1, len(frames), squeeze=False, gridspec_kw=grid).ravel()
    for axes, frame in zip(every, frames, strict=True):
        inches = across if slim() else across * (1 - BETWEEN * (len(frames) - 1)) * frame.aspect / sum(shapes)
        hidden = set(near) if frame is whole and some else set()
        _Map(axes, frame, inches * 72, list(land)).draw(route, hidden, some)
    return figure


@dataclass
class _Map:
    """One frame of a map as it is drawn. ``points`` is how wide it is; ``taken`` are the boxes of what was
    written and marked so far, in points."""

    axes: Axes
    frame: Frame
    points: float
    land: list[Land]
    taken: list[Box] = field(default_factory=list)

    def draw(self, route: Route, hidden: set[int], enlarged: Frame | None) -> None:
        """Draw land, ways and places; of those that are ``hidden`` only where they are."""
        axes, (width, height) = self.axes, (self.points, self.points / self.frame.aspect)
        axes.set_xlim(0, width)
        axes.set_ylim(0, height)
        axes.set_xticks([])
        axes.set_yticks([])
        for spine in axes.spines.values():
            spine.set(visible=True, color=COAST, linewidth=0.8)
        axes.grid(False)
        rings = [ring for ring in self._rings() if len(ring) > 2]
        if rings:
            paths = [Path([*ring, ring[0]], closed=True) for ring in rings]
            shape = Path.make_compound_path(*paths)
            axes.add_patch(PathPatch(shape, facecolor=LAND, edgecolor=COAST, linewidth=0.5, zorder=0))
        seats = {stop.place.id: self._seat(stop.place.lon, stop.place.lat) for stop in route.stops}
        for seat in seats.values():
            self.taken.append(_box(seat, 8, 8))
        apart = {stop.place.id for n, stop in enumerate(route.stops) if n not in hidden}
        ways = [
            (leg, self._way(leg, rings))
            for leg in route.stretches
            if not hidden or {leg.start.id, leg.end.id} & apart
        ]
        for leg, way in ways:
            self._leg(leg, self._near(way))
        countries: set[str] = set()
        for place, stop in enumerate(route.stops):
            self._place(stop, seats[stop.place.id], place in hidden, countries)
        if hidden and enlarged:
            self._enlarged(enlarged)
        self._names_of(ways)
        self._scale()

    def _rings(self) -> Iterator[list[tuple[float, float]]]:
        """The land of the frame, in points."""
        found = outlines.within(self.land, self.frame.box)
        for ring in found.rings if found else ():
            yield self.frame.clipped(ring, self.points)

    def _seat(self, lon: float, lat: float) -> tuple[float, float]:
        return self.frame.seat(lon, lat, self.points)

    def _way(self, leg: Stretch, rings: Sequence[Any]) -> list[tuple[float, float]]:
        """The line of a leg, in points: of those that go by sea the bow that crosses least land."""
        ends = (leg.start.lon, leg.start.lat), (leg.end.lon, leg.end.lat)
        if leg.by != "sea":
            return [self._seat(*point) for point in arc(*ends, STEPS[1])]
        first, last = (self._seat(*end) for end in ends)
        bows = [_bowed(first, last, bow) for bow in BOWS]
        return min(bows, key=lambda way: sum(inside(point, rings) for point in way[2:-2]))

    def _leg(self, leg: Stretch, way: Sequence[tuple[float, float]]) -> None:
        """The line of a leg."""
        line = charts.strokes(
            self.axes, *zip(*way, strict=True), color=HUES[leg.by], lw=1.8,
            ls="-" if leg.seen else (0, (3, 2)), solid_capstyle="round", zorder=2,
        )  # fmt: skip
        charts.leading(line, routes.claims(leg.behind))
        self.taken += [_box(point, 3, 3) for point in way]

    def _place(self, stop: Stop, seat: tuple[float, float], hidden: bool, countries: set[str]) -> None:
        """A place: its dot, and its name unless it is named in the other frame; with the first of a country
        the name of that."""
        if not self._holds(seat):
            return
        dot = charts.strokes(
            self.axes, [seat[0]], [seat[1]], marker="o", ms=3.5 if hidden else 6, mew=1.5, color=INK,
            zorder=3, mfc=INK if stop.seen else "white",
        )  # fmt: skip
        charts.leading(dot, routes.claims(stop.behind))
        if not hidden:
            country = stop.place.country if stop.place.country not in countries else ""
            countries.add(country)
            self._write(seat, stop.place.name, country, weight="semibold")

    def _enlarged(self, other: Frame) -> None:
        """The box of what another frame shows enlarged, and its words."""
        corners = [self._seat(*point) for point in other.corners]
        left, right = min(x for x, _ in corners), max(x for x, _ in corners)
        low, high = min(y for _, y in corners), max(y for _, y in corners)
        shape = Rectangle((left, low), right - left, high - low, fill=False, edgecolor=INK, linewidth=1)
        self.axes.add_patch(shape)
        self.taken.append((left, low, right, high))
        self._write(((left + right) / 2, (low + high) / 2), say(f"{CHART}.enlarged"), color=QUIET, away=12)

    def _names_of(self, ways: Sequence[tuple[Stretch, list[tuple[float, float]]]]) -> None:
        """What the ways go by, once for each, in the middle of what of it is seen."""
        named: set[str] = set()
        for leg, way in ways:
            within = [point for point in way if self._holds(point)]
            leaves = not self._holds(way[-1])
            if leg.by in named or len(within) < 2:
                continue
            named.add(leg.by)
            said = word_for("route-by", leg.by)
            if leaves:
                said = say(f"{CHART}.on", by=said, ends=leg.end.name)
            elif [other.by for other, _ in ways].count(leg.by) == 1:
                said = say(f"{CHART}.far", by=said, km=_km(leg.km))
            self._write(within[len(within) // 2], said, color=HUES[leg.by], away=4)

    def _near(self, way: list[tuple[float, float]]) -> list[tuple[float, float]]:
        """As much of a way as the frame shows, and a step beyond."""
        within = [n for n, point in enumerate(way) if self._holds(point)] or [0]
        return way[max(within[0] - 1, 0) : within[-1] + 2]

    def _holds(self, point: tuple[float, float]) -> bool:
        return 0 <= point[0] <= self.points and 0 <= point[1] <= self.points / self.frame.aspect

    def _write(
        self, seat: tuple[float, float], said: str, below: str = "", away: float = 6, **how: Any
    ) -> None:
        """Words beside a point, with others ``below`` them, where they meet least of what is there."""
        width, line = max(wide(said), wide(below)) * LETTER, SMALL * 1.3
        height = line * (1 + bool(below))
        steps = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (1, -1), (-1, 1), (-1, -1))
        places = [
            (far, (seat[0] + x * (far * (1 if not y else 0.4) + width / 2), seat[1] + y * (far + height / 2)))
            for far in (away, away * 2, away * 3, away * 4)
            for x, y in steps
        ]
        _, at = min(places, key=lambda pair: APART * pair[0] + self._met(_box(pair[1], width, height)))
        self.taken.append(_box(at, width, height))
        letters = partial(
            self.axes.text, size=SMALL, ha="center", va="center", zorder=4, bbox=PLATE | {"pad": 0.3}
        )
        letters(at[0], at[1] + line / 2 * bool(below), said, **how)
        if below:
            letters(at[0], at[1] - line / 2, below, color=QUIET)

    def _met(self, box: Box) -> float:
        """How much of what is there a box would cover; beyond the frame nothing may be."""
        (left, low, right, high), height = box, self.points / self.frame.aspect
        edges = (EDGE - left, EDGE - low, right - self.points + EDGE, high - height + EDGE)
        return 1000 * sum(max(edge, 0.0) for edge in edges) + sum(_shared(box, other) for other in self.taken)

    def _scale(self) -> None:
        """A bar as long as so many kilometres, in the lower corner that is freer."""
        km = self.frame.bar
        long = self.points * km / self.frame.km
        said = say(f"{CHART}.km", km=digits(km))
        width, height = max(long, wide(said) * LETTER), SMALL * 1.3 + 4
        seats = [(8 + width / 2, 6 + height / 2), (self.points - 8 - width / 2, 6 + height / 2)]
        x, y = min(seats, key=lambda seat: self._met(_box(seat, width, height)))
        ends = [x - long / 2, x + long / 2]
        charts.strokes(
            self.axes, ends, [y - height / 2] * 2, color=QUIET, lw=1.5, solid_capstyle="butt", zorder=4
        )
        text = partial(self.axes.text, size=SMALL, ha="center", va="center", color=QUIET, zorder=4)
        text(x, y + 1, said, bbox=PLATE | {"pad": 0.2})


def _box(middle: tuple[float, float], width: float, height: float) -> Box:
    x, y = middle
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _shared(one: Box, other: Box) -> float:
    """How much two boxes cover of one another, in square points."""
    across, up = min(one[2], other[2]) - max(one[0], other[0]), min(one[3], other[3]) - max(one[1], other[1])
    return across * up if across > 0 and up > 0 else 0.0


def _bowed(first: tuple[float, float], last: tuple[float, float], bow: float) -> list[tuple[float, float]]:
    """A line between two points that bows to one side by a share of its length."""
    (x0, y0), (x1, y1) = first, last
    x, y = (x0 + x1) / 2 + bow * (y1 - y0), (y0 + y1) / 2 - bow * (x1 - x0)
    at = [step / STEPS[0] for step in range(STEPS[0] + 1)]
    mix = partial(_mixed, at)
    return list(zip(mix(x0, x, x1), mix(y0, y, y1), strict=True))


def _mixed(at: Sequence[float], first: float, middle: float, last: float) -> list[float]:
    return [(1 - t) ** 2 * first + 2 * t * (1 - t) * middle + t * t * last for t in at]
