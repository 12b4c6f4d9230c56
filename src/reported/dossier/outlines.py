"""Outlines: the land behind a map, as polygons in degrees: ``outlines.geojson`` of a dossier that has one.

Any program for maps writes such a file. Each feature holds the land within its ``bbox``; of several that hold
what is to be drawn, the one with the smallest box has the finest lines.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reported.dossier.tables import text_of
from reported.errors import Problem, Refused

FILE = "outlines.geojson"
WORLD = (-180.0, -90.0, 180.0, 90.0)

Box = tuple[float, float, float, float]  # west, south, east, north
Ring = list[tuple[float, float]]  # east and north, in degrees: the edge of some land, or of a hole in it


@dataclass(frozen=True)
class Land:
    """The land within a box."""

    box: Box
    rings: tuple[Ring, ...]

    def holds(self, box: Box) -> bool:
        """Whether all of a box lies within its own."""
        west, south, east, north = self.box
        return west <= box[0] and south <= box[1] and east >= box[2] and north >= box[3]

    @property
    def size(self) -> float:
        """How large its box is, in square degrees."""
        west, south, east, north = self.box
        return (east - west) * (north - south)


def read(folder: Path) -> list[Land]:
    """The land that a dossier brings, the finest first; none where it brings no file. Raises Refused."""
    path = folder / FILE
    if not path.exists():
        return []
    try:
        given = json.loads(text_of(path))
        found = [_land(feature) for feature in given["features"]]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        what = "is no GeoJSON with a list of features, each of them polygons in degrees."
        remedy = "Save the land as a FeatureCollection of MultiPolygons, each with its bbox, or take it out."
        raise Refused([Problem(FILE, what, remedy)]) from None
    return sorted(found, key=lambda land: land.size)


def problems(folder: Path) -> list[Problem]:
    """What is wrong with the land that a dossier brings."""
    try:
        read(folder)
    except Refused as refused:
        return refused.problems
    return []


def _land(feature: dict[str, Any]) -> Land:
    shape = feature["geometry"]
    polygons = {"Polygon": [shape["coordinates"]], "MultiPolygon": shape["coordinates"]}[shape["type"]]
    rings = tuple([_point(*point[:2]) for point in ring] for polygon in polygons for ring in polygon)
    west, south, east, north = map(float, feature.get("bbox", WORLD))
    return Land((west, south, east, north), rings)


def _point(east: Any, north: Any) -> tuple[float, float]:
    if not (-180 <= east <= 180 and -90 <= north <= 90):
        raise ValueError
    return float(east), float(north)


def within(every: list[Land], box: Box) -> Land | None:
    """The finest land that holds a box, else the largest there is; ``None`` where there is none."""
    return next((land for land in every if land.holds(box)), every[-1] if every else None)
