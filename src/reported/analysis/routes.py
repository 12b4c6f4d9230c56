"""Routes: the places that reports name and the ways between them, as far as they were known on a day."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reported.analysis.record import Record
from reported.dossier.plan import Place
from reported.dossier.reader import each

SEEN = "observed"
EARTH = 6371.0  # its radius, in kilometres


@dataclass(frozen=True)
class Stop:
    """A place, with the claims and events that named it by then."""

    place: Place
    behind: tuple[Any, ...]

    @property
    def seen(self) -> bool:
        """Whether something was seen there."""
        return _seen(self.behind)


@dataclass(frozen=True)
class Stretch:
    """A way from one place to another: by what, and the claims and events that told of it by then."""

    start: Place
    end: Place
    by: str
    behind: tuple[Any, ...]

    @property
    def seen(self) -> bool:
        """Whether it was seen, and not only said."""
        return _seen(self.behind)

    @property
    def km(self) -> float:
        """How far apart its ends lie, as the crow flies."""
        return apart(self.start, self.end)


@dataclass(frozen=True)
class Route:
    """All places and ways of a record."""

    stops: tuple[Stop, ...]
    stretches: tuple[Stretch, ...]

    @property
    def behind(self) -> list[Any]:
        """The claims and events behind it, each once."""
        every = [row for leg in self.stretches for row in leg.behind]
        every += [row for stop in self.stops for row in stop.behind]
        return list({named(row): row for row in every}.values())


def named(row: Any) -> str:
    """The id of a claim or an event."""
    return str(getattr(row, "claim_id", "") or row.event_id)


def claims(rows: Sequence[Any]) -> tuple[str, ...]:
    """The claims among claims and events."""
    return tuple(row.claim_id for row in rows if hasattr(row, "claim_id"))


def _seen(rows: Sequence[Any]) -> bool:
    return any(row.basis == SEEN for row in rows)


def apart(one: Place, other: Place) -> float:
    """How far apart two places lie, in kilometres along a great circle."""
    north, south = math.radians(one.lat), math.radians(other.lat)
    east = math.radians(other.lon - one.lon)
    half = math.sin((south - north) / 2) ** 2 + math.cos(north) * math.cos(south) * math.sin(east / 2) ** 2
    return 2 * EARTH * math.asin(math.sqrt(min(half, 1.0)))


def known(record: Record, events: Sequence[Any] | None = None) -> Route:
    """The places and ways that were public on the day of a record. ``events`` are those of the record, where
    their documents are wanted too."""
    given: Iterable[Any] = each(record.dossier.events) if events is None else events
    happened = {row.event_id: row for row in given}

    def behind(names: Sequence[str]) -> tuple[Any, ...]:
        found = (record.claim(name) or happened.get(name) for name in names)
        return tuple(row for row in found if row is not None)

    stops = {place.id: Stop(place, rows) for place in record.plan.places if (rows := behind(place.rests_on))}
    stretches = tuple(
        Stretch(stops[leg.start].place, stops[leg.end].place, leg.by, rows)
        for leg in record.plan.legs
        if leg.start in stops and leg.end in stops and (rows := behind(leg.rests_on))
    )
    return Route(tuple(stops.values()), stretches)
