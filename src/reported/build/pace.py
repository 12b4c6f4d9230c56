"""Pace: how long many editions will take, told from those that were made, and told again as it gets surer."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

FIRST = 20  # editions from which the first estimate is made
SECONDS = 60.0  # at which it is made of fewer


class Pace:
    """How fast a number of editions is made. Tells it after the first few, and whenever twice the time has
    passed.
    """

    def __init__(
        self,
        many: int,
        show: Callable[[str], None],
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
    ) -> None:
        self.many, self._show, self._clock, self._now = many, show, clock, now
        self.done, self._before, self._start = 0, 0, clock()
        self._next: float | None = None  # the time at which it is told again

    def went_on(self, editions: int = 1) -> None:
        """So many more editions came to an end."""
        self.done += editions
        if not self._before:  # how long the first take tells of starting, too
            self._before, self._start = self.done, self._clock()
            return
        passed = self._clock() - self._start
        enough = self.done >= FIRST or passed >= SECONDS if self._next is None else passed >= self._next
        if enough and self.done < self.many and self.done > self._before:
            self._next = 2 * passed
            self._show(self.told(passed))

    def told(self, passed: float) -> str:
        """The estimate, ``passed`` seconds after the first editions were there."""
        left = passed / (self.done - self._before) * (self.many - self.done)
        now = self._now()
        return (
            f"From the first {self.done:,} of {self.many:,}: about {duration(left)} more, "
            f"ends about {moment(now + timedelta(seconds=left), now)}."
        )


def duration(seconds: float) -> str:
    """A time in one unit or two, as one would say it: “42 minutes”, “3 hours 10 minutes”."""
    if seconds < 90:
        return _counted(max(1, round(seconds)), "second")
    hours, minutes = divmod(round(seconds / 60), 60)
    if hours < 24:
        parts = [(hours, "hour"), (minutes, "minute")]
    else:
        days, hours = divmod(round(seconds / 3600), 24)
        parts = [(days, "day"), (hours, "hour")]
    return " ".join(_counted(many, name) for many, name in parts if many)


def _counted(many: int, name: str) -> str:
    return f"{many:,} {name}{'s' * (many != 1)}"


def moment(then: datetime, now: datetime) -> str:
    """A time of the day, with its day where that is not today."""
    return f"{then:%H:%M}" if then.date() == now.date() else f"{then:%H:%M} on {then:%Y-%m-%d}"
