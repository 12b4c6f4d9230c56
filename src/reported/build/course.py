"""The course of a sweep: which of its rows are there, what is told on the way, and the table they stand in.

The table is written again and again while a sweep runs, and where it is broken off, so that the rows so far
can be read. They are spread over all editions: the first of them stand for the rest.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reported.build import table
from reported.build.pace import Pace
from reported.build.request import Request
from reported.build.rows import Place, Reader, Rows
from reported.errors import Refused
from reported.files import of_file

Task = tuple[Request, str]  # an edition, and the key of its row
Made = tuple[bytes, Mapping[str, str] | None]  # a row, a line of JSON, and the files its maker opened
Done = Callable[[Sequence[tuple[str, Made | str]]], None]  # by key, what was made or why nothing was
EVERY = 30.0  # seconds between two tables of the rows so far, at least
SHARE = 20  # and so many times as long as one takes to write


@dataclass(frozen=True)
class Swept:
    """What a sweep came to: its table and its chart, how many editions were made now, which failed and why,
    how many nobody made yet.
    """

    files: tuple[Path, ...]
    made: int
    failed: Mapping[str, str]
    missing: int
    said: str


def label(changes: Mapping[str, str]) -> str:
    """What an edition of a sweep is called: the values of its settings."""
    return " ".join(f"{name}={value}" for name, value in changes.items()).replace("/", "-")


def spread(many: int) -> list[int]:
    """The numbers below ``many`` in an order of which every beginning lies evenly among them: by their binary
    digits read from behind.
    """
    digits = many.bit_length()
    return sorted(range(many), key=lambda number: f"{number:0{digits}b}"[::-1])


class Course:
    """A sweep on its way. ``whole`` is the key of its finished table, ``place`` the folder it stands in."""

    def __init__(self, rows: Rows, tasks: Sequence[Task], whole: str, place: Path) -> None:
        self._rows, self._tasks, self._whole, self._place = rows, tasks, whole, place
        self._keys = [whole, *(key for _, key in tasks)]
        self.found = rows.find(self._keys)
        self._failed: dict[str, str] = {}
        self._made = 0
        self._written = time.monotonic()
        self._pause = EVERY  # seconds until it is written again
        self._turn = threading.Lock()

    @property
    def _swept(self) -> list[str]:
        return list(self._tasks[0][0].changes)

    def follow(
        self, many: int, run: Callable[[Done], None], alone: bool, show: Callable[[str], None]
    ) -> None:
        """Have so many editions made, keep their rows, and tell the pace. ``run`` hands over what comes.

        The rows so far are written as a table if nobody else makes some of them (``alone``).
        """
        pace = Pace(many, lambda line: _beside_the_bar(show, line))

        def done(came: Sequence[tuple[str, Made | str]]) -> None:
            failed = {key: what for key, what in came if isinstance(what, str)}
            made = [(key, *what) for key, what in came if not isinstance(what, str)]
            try:
                self._rows.add(made)
            except Refused as changed:
                failed |= {key: str(changed) for key, *_ in made}
                made = []
            with self._turn:
                self._failed |= failed
                self._made += len(made)
                pace.went_on(len(came))
                if alone and time.monotonic() - self._written > self._pause:
                    self._so_far()

        try:
            run(done)
        except BaseException:
            if alone:
                there = self._so_far()
                show(f"{self._place / table.NAME} has {there:,} of {len(self._tasks):,} editions so far.")
            raise

    def _so_far(self) -> int:
        """Write the rows that are there. Returns how many."""
        start = time.monotonic()
        found = self._rows.find(self._keys)
        there = [(request, key) for request, key in self._tasks if key in found]
        if there:
            table.so_far(lambda: _read(there, found, {}), self._place)
        self._written = time.monotonic()
        self._pause = max(EVERY, SHARE * (self._written - start))
        return len(there)

    def end(self) -> Swept:
        """What came of the sweep, with its table and chart where no edition is missing."""
        if self._made or self._failed:
            self.found = self._rows.find(self._keys)
        missing = sum(key not in self.found and key not in self._failed for _, key in self._tasks)
        files, said = ((), "") if missing else self._as_before() or self._publish()
        failed = {
            label(request.changes): self._failed[key] for request, key in self._tasks if key in self._failed
        }
        self._rows.tidy()
        return Swept(files, self._made, failed, missing, said)

    def _as_before(self) -> tuple[tuple[Path, ...], str] | None:
        """The table and the chart that stand there, if they were made from these very rows."""
        if self._whole not in self.found or self._failed or self._made:
            return None
        with Reader() as reader:
            told = reader.row(self.found[self._whole])
        same = all(of_file(self._place / name) == then for name, then in told["files"].items())
        return (tuple(self._place / name for name in told["files"]), told["said"]) if same else None

    def _publish(self) -> tuple[tuple[Path, ...], str]:
        files, said = table.publish(
            lambda: _read(self._tasks, self.found, self._failed), self._swept, self._place
        )
        if not self._failed:
            told = {"said": said, "files": {path.name: of_file(path) for path in files}}
            self._rows.add([(self._whole, json.dumps(told, ensure_ascii=False).encode(), {})])
        return files, said


def _read(
    tasks: Iterable[Task], found: Mapping[str, Place], failed: Mapping[str, str]
) -> Iterator[Mapping[str, Any]]:
    """What each edition found, or why it found nothing."""
    with Reader() as reader:
        for request, key in tasks:
            if key in found:
                yield reader.row(found[key])
            else:
                why = failed[key].partition("\n")[0]
                yield {"edition": label(request.changes), **request.changes, "error": why}


def _beside_the_bar(show: Callable[[str], None], line: str) -> None:
    from tqdm import tqdm

    with tqdm.external_write_mode(file=sys.stdout):
        show(line)
