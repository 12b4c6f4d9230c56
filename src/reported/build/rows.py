"""Rows: what the editions of sweeps found, a line each, in files that only grow.

A folder for each edition would be four entries of a file system an edition, and to look at ten thousand of
them takes longer than to read them. Every run adds to a file of its own, so any number of processes and
machines may share a folder; a line that a killed run has not finished is passed over.
"""

from __future__ import annotations

import json
import os
import tempfile
import threading
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from reported.notebooks import cache

ENDING = ".rows"
READ = "read"  # at the head of a line in place of a key: the files that rows after it rest on
MOST = cache.MOST  # bytes of a folder; what no sweep used for longest goes first


@dataclass(frozen=True)
class Place:
    """Where a row stands: the file, and the byte at which its content begins."""

    file: Path
    at: int


class Rows:
    """A folder of rows, each under the digest of all it was made from, with the other files its maker opened.

    A row counts as long as each of these files is as it was, by what ``now`` tells of it. Threads may add
    side by side.
    """

    def __init__(self, folder: Path, now: cache.Now = cache.at) -> None:
        self.folder, self.now = folder, now
        self._turn = threading.Lock()
        self._mine: IO[bytes] | None = None
        self._told: set[str] = set()  # sets of files that stand in my file
        self._unsure: dict[str, Place] = {}  # made now, of what nobody can tell: good for this run only

    def __enter__(self) -> Rows:
        return self

    def __exit__(self, *_: object) -> None:
        if self._mine is not None:
            self._mine.close()

    def find(self, keys: Collection[str]) -> dict[str, Place]:
        """Where the row of each of these keys stands, of those that are there and still hold."""
        wanted, found = set(keys), {key: place for key, place in self._unsure.items() if key in keys}
        holds: dict[str, bool] = {}
        for file in sorted(self.folder.glob(f"*{ENDING}")):
            used, reads = False, dict[str, Any]()
            for at, line in _lines(file):
                key, read, content = line.split(b" ", 2)
                if key == READ.encode():
                    reads[read.decode()] = json.loads(content)
                    continue
                name, told = key.decode(), read.decode()
                if name not in wanted or name in found or told not in reads:
                    continue
                if told not in holds:  # a few sets of files, and thousands of rows that rest on them
                    holds[told] = all(self.now(name) == then for name, then in reads[told].items())
                if holds[told]:
                    found[name], used = Place(file, at + len(line) - len(content)), True
            if used:
                os.utime(file)
        return found

    def add(self, made: Sequence[tuple[str, bytes, Mapping[str, str] | None]]) -> None:
        """Keep rows, each with its key, one line of JSON, and the digests of the files that its maker opened:
        ``None`` where that cannot be told, then it is made again by the next run.

        Raises Refused, and keeps nothing, where code or files changed while they were in use.
        """
        reads = {cache.digest(files): files for *_, read in made for files in [_files(read)]}
        for files in reads.values():
            cache.unchanged({} if files == cache.UNKNOWN else files, self.now)
        with self._turn:
            for key, row, read in made:
                files = _files(read)
                try:
                    self._write(key, cache.digest(files), files, row)
                except OSError:  # what was half written is the end of that file
                    self._mine = None
                    self._told.clear()
                    raise

    def _write(self, key: str, name: str, files: Mapping[str, str], row: bytes) -> None:
        mine = self._file()
        if name not in self._told:
            mine.write(b"%s %s %s\n" % (READ.encode(), name.encode(), _line(files)))
            self._told.add(name)
        head = b"%s %s " % (key.encode(), name.encode())
        at = mine.tell() + len(head)
        mine.write(head + row.rstrip(b"\n") + b"\n")
        mine.flush()
        if files == cache.UNKNOWN:
            self._unsure[key] = Place(Path(mine.name), at)

    def _file(self) -> IO[bytes]:
        if self._mine is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            number, path = tempfile.mkstemp(ENDING, "", self.folder)
            os.close(number)
            self._mine = Path(path).open("ab")  # noqa: SIM115  open as long as the run
        return self._mine

    def tidy(self, most: int = MOST) -> None:
        """Keep to ``most`` bytes: drop the files that were not used for longest, none of this run's."""
        told = [(path.stat(), path) for path in self.folder.glob(f"*{ENDING}")]
        total = sum(about.st_size for about, _ in told)
        for about, path in sorted(told, key=lambda each: each[0].st_mtime):
            if total <= most:
                return
            total -= about.st_size
            path.unlink(missing_ok=True)


def _lines(file: Path) -> Iterator[tuple[int, bytes]]:
    """The whole lines of a file, each with the byte at which it begins."""
    at = 0
    try:
        with file.open("rb") as lines:
            for line in lines:
                if line.endswith(b"}\n") and line.count(b" ") > 1:
                    yield at, line
                at += len(line)
    except FileNotFoundError:  # another run has just tidied it away
        return


def _files(read: Mapping[str, str] | None) -> dict[str, str]:
    return cache.UNKNOWN if read is None else {**read}


def _line(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False).encode()


class Reader:
    """Reads rows where they stand, with each file opened once."""

    def __init__(self) -> None:
        self._open: dict[Path, IO[bytes]] = {}

    def __enter__(self) -> Reader:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._open.values():
            file.close()

    def row(self, place: Place) -> dict[str, Any]:
        """The row that stands there."""
        if place.file not in self._open:
            self._open[place.file] = place.file.open("rb")
        file = self._open[place.file]
        file.seek(place.at)
        row: dict[str, Any] = json.loads(file.readline())
        return row
