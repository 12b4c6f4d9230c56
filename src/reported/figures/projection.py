"""From degrees to a flat frame: Albers' conic projection, in which areas keep their size, chosen for what a
frame shows; and what a map needs beside it, ways along great circles and land cut to the frame.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from reported.dossier.outlines import Box

EARTH = 6371.0  # kilometres
NEAR = 0.08  # of the widest distance: places no further from one another than that lie close together
AROUND = 0.24  # of the height and the width of what is shown: the room around it
LEAST = 40.0  # kilometres that a frame is wide at least, on each side of its middle
FINEST = 0.7  # points that a coast may be drawn beside itself
SMALLEST = 3.0  # square points of land, or of water in it, that is drawn
FLATTEST = 0.02  # of a cone: at the equator there is none

Point = tuple[float, float]  # east and north in degrees; of what is drawn, across and up


@dataclass(frozen=True)
class Cone:
    """A projection: the meridian in its middle, and the two parallels where it is true."""

    middle: float
    south: float
    north: float

    @cached_property
    def _n(self) -> float:
        n = (math.sin(math.radians(self.south)) + math.sin(math.radians(self.north))) / 2
        return n if abs(n) > FLATTEST else math.copysign(FLATTEST, n)

    @cached_property
    def _c(self) -> float:
        south = math.radians(self.south)
        return math.cos(south) ** 2 + 2 * self._n * math.sin(south)

    def _away(self, lat: float) -> float:
        return EARTH * math.sqrt(max(self._c - 2 * self._n * math.sin(math.radians(lat)), 0.0)) / self._n

    def flat(self, point: Point) -> Point:
        """Where a point lies, in kilometres from that on the equator in the middle."""
        turn = self._n * math.radians(self.beside(point[0]))
        away = self._away(point[1])
        return away * math.sin(turn), self._away(0.0) - away * math.cos(turn)

    def round(self, point: Point) -> Point:
        """Which point of the globe lies there, in degrees."""
        x, y = point[0], self._away(0.0) - point[1]
        side = math.copysign(1, self._n)
        away, turn = side * math.hypot(x, y), math.atan2(side * x, side * y)
        sine = (self._c - (away * self._n / EARTH) ** 2) / (2 * self._n)
        return self.middle + math.degrees(turn / self._n), math.degrees(math.asin(max(-1.0, min(1.0, sine))))

    def beside(self, lon: float) -> float:
        """How far east of the middle a meridian is, from -180 to 180."""
        return (lon - self.middle + 180) % 360 - 180


@dataclass(frozen=True)
class Frame:
    """What is shown: a rectangle of a projection, in kilometres."""

    cone: Cone
    low: Point
    high: Point

    @property
    def km(self) -> float:
        """How wide it is."""
        return self.high[0] - self.low[0]

    @property
    def aspect(self) -> float:
        """How much wider than high it is."""
        return self.km / (self.high[1] - self.low[1])

    @property
    def corners(self) -> list[Point]:
        """Its corners, in degrees."""
        (left, low), (right, high) = self.low, self.high
        return [self.cone.round(point) for point in ((left, low), (left, high), (right, high), (right, low))]

    @cached_property
    def box(self) -> Box:
        """The degrees that it lies within."""
        (left, low), (right, high) = self.low, self.high
        middle = self.cone.round(((left + right) / 2, low)), self.cone.round(((left + right) / 2, high))
        lons, lats = zip(*self.corners, *middle, strict=True)
        return min(lons), min(lats), max(lons), max(lats)

    @property
    def bar(self) -> float:
        """A round number of kilometres, no more than a quarter of its width."""
        most = self.km / 4
        ten = 10.0 ** math.floor(math.log10(most))
        return max(ten * step for step in (1, 2, 5) if ten * step <= most)

    def seat(self, lon: float, lat: float, points: float) -> Point:
        """Where a place lies in the frame drawn so many points wide, from its lower left corner."""
        x, y = self.cone.flat((lon, lat))
        scale = points / self.km
        return (x - self.low[0]) * scale, (y - self.low[1]) * scale

    def clipped(self, ring: Sequence[Point], points: float) -> list[Point]:
        """As much of some land as lies in the frame, drawn so many points wide; empty where none does."""
        west, south, east, north = self.box
        margin = (east - west) / 10 + 1
        left, right = self.cone.beside(west) - margin, self.cone.beside(east) + margin
        near = _cut(self._unrolled(ring), (left, south - margin, right, north + margin))
        flat = [self.seat(lon + self.cone.middle, lat, points) for lon, lat in near]
        return _thinned(_cut(flat, (-2.0, -2.0, points + 2, points / self.aspect + 2)))

    def _unrolled(self, ring: Sequence[Point]) -> list[Point]:
        """A ring by degrees east of the middle, without the jump where it crosses the far side."""
        made: list[Point] = []
        for lon, lat in ring:
            east = self.cone.beside(lon)
            if made:
                east += 360 * round((made[-1][0] - east) / 360)
            made.append((east, lat))
        return made


def frame_of(points: Sequence[Point], aspect: float) -> Frame:
    """The frame around some points, so much wider than high."""
    lats = [lat for _, lat in points]
    sixth = (max(lats) - min(lats)) / 6
    cone = Cone(_middle([lon for lon, _ in points]), min(lats) + sixth, max(lats) - sixth)
    ways = [way for one, other in zip(points, points[1:], strict=False) for way in arc(one, other, 12)]
    xs, ys = zip(*map(cone.flat, [*points, *ways]), strict=True)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    across, up = ((max(some) - min(some)) * (0.5 + AROUND) + LEAST for some in (xs, ys))
    across = max(across, up * aspect)
    up = across / aspect
    return Frame(cone, (x - across, y - up), (x + across, y + up))


def _middle(lons: Sequence[float]) -> float:
    """The meridian in the middle of some, on the side of the globe where they lie closest."""
    ordered = sorted(lon % 360 for lon in lons)
    gaps = [(after - before, after) for before, after in zip(ordered, ordered[1:], strict=False)]
    wide, first = max([*gaps, (ordered[0] + 360 - ordered[-1], ordered[0])])
    return (first + (360 - wide) / 2 + 180) % 360 - 180


def close(points: Sequence[Point]) -> list[int]:
    """Which of some points lie close together, by their numbers: the most that do; none where all or no two
    of them do."""
    if len(points) < 3:
        return []
    flat = list(map(frame_of(points, 1.0).cone.flat, points))
    least = NEAR * max(math.dist(one, other) for one in flat for other in flat)
    groups: list[set[int]] = []
    for number, point in enumerate(flat):
        near = [group for group in groups if any(math.dist(point, flat[other]) <= least for other in group)]
        groups = [group for group in groups if group not in near] + [{number}.union(*near)]
    largest = max(groups, key=len)
    return sorted(largest) if 1 < len(largest) < len(points) else []


def arc(one: Point, other: Point, steps: int) -> list[Point]:
    """The shortest way between two points of the globe."""
    first, last = map(_upright, (one, other))
    angle = math.acos(max(-1.0, min(1.0, sum(a * b for a, b in zip(first, last, strict=True)))))
    if angle < 1e-9 or math.pi - angle < 1e-9:
        return [one, other]
    made = []
    for step in range(steps + 1):
        share = step / steps
        parts = math.sin((1 - share) * angle) / math.sin(angle), math.sin(share * angle) / math.sin(angle)
        x, y, z = (parts[0] * a + parts[1] * b for a, b in zip(first, last, strict=True))
        made.append((math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y)))))
    return made


def _upright(point: Point) -> tuple[float, float, float]:
    lon, lat = map(math.radians, point)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def inside(point: Point, rings: Iterable[Sequence[Point]]) -> bool:
    """Whether a point lies on land: within one ring, and not in a hole of it."""
    x, y = point
    crossed = 0
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            crossed += (y0 > y) != (y1 > y) and x < x0 + (y - y0) * (x1 - x0) / (y1 - y0)
    return crossed % 2 == 1


def _cut(ring: Sequence[Point], box: Box) -> list[Point]:
    """As much of a ring as lies within a box (Sutherland and Hodgman, 1974)."""
    left, low, right, high = box
    sides: tuple[tuple[int, float, Callable[[float, float], bool]], ...] = (
        (0, left, float.__ge__), (0, right, float.__le__), (1, low, float.__ge__), (1, high, float.__le__),
    )  # fmt: skip
    points = [(float(x), float(y)) for x, y in ring]
    for axis, edge, within in sides:
        kept: list[Point] = []
        for one, other in zip(points, [*points[1:], *points[:1]], strict=True):
            if within(one[axis], float(edge)):
                kept.append(one)
            if within(one[axis], float(edge)) != within(other[axis], float(edge)):
                share = (edge - one[axis]) / (other[axis] - one[axis])
                across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
                kept.append((edge, across) if axis == 0 else (across, edge))
        points = kept
    return points


def _thinned(ring: Sequence[Point]) -> list[Point]:
    """A ring without the corners that nobody would miss (Douglas and Peucker, 1973), in tenths of a point;
    empty where it is too small to be seen."""
    if len(ring) < 3 or _area(ring) < SMALLEST:
        return []
    half = max(range(len(ring)), key=lambda n: math.dist(ring[0], ring[n]))
    kept = [*_straightened(ring[: half + 1]), *_straightened([*ring[half:], ring[0]])[1:-1]]
    return [(round(x, 1), round(y, 1)) for x, y in kept] if len(kept) > 2 else []


def _area(ring: Sequence[Point]) -> float:
    pairs = zip(ring, [*ring[1:], ring[0]], strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _straightened(line: Sequence[Point]) -> list[Point]:
    """A line with no more corners than it needs to stay within ``FINEST`` of itself."""
    kept, open_ends = {0, len(line) - 1}, [(0, len(line) - 1)]
    while open_ends:
        first, last = open_ends.pop()
        between = range(first + 1, last)
        if not between:
            continue
        far = [_off(line[n], line[first], line[last]) for n in between]
        furthest = max(far)
        if furthest > FINEST:
            corner = between[far.index(furthest)]
            kept.add(corner)
            open_ends += [(first, corner), (corner, last)]
    return [line[n] for n in sorted(kept)]


def _off(point: Point, first: Point, last: Point) -> float:
    """How far a point lies from the line through two others."""
    long = math.dist(first, last)
    if not long:
        return math.dist(point, first)
    (x, y), (x0, y0), (x1, y1) = point, first, last
    return abs((x1 - x0) * (y0 - y) - (x0 - x) * (y1 - y0)) / long
