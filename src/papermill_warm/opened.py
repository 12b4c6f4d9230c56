"""What a notebook opens: files that it reads and writes, and folders that it looks through."""

from __future__ import annotations

import os
import stat
import sys
from contextlib import suppress
from importlib.util import source_from_cache
from pathlib import Path
from typing import Any

_CHANGES = ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.rmtree")


def mark(path: str | Path) -> Any:
    """What differs once a file is written to, or a folder holds other names; ``None`` where nothing is."""
    try:
        told = Path(path).stat()
        if stat.S_ISDIR(told.st_mode):
            # Not by Path.iterdir: in Python 3.13 a watched notebook would be said to have looked through the
            # folder.
            return sorted(os.listdir(path))  # noqa: PTH208
        return told.st_ino, told.st_size, told.st_mtime_ns
    except OSError:
        return None


class Watched:
    """What is read and written from now on. Not seen is what does not go through Python."""

    def __init__(self) -> None:
        self.read: dict[str, Any] = {}  # with the mark that each had when it was first opened
        self.wrote: dict[str, None] = {}
        sys.addaudithook(self._note)

    def told(self) -> dict[str, Any]:
        """What was read, with its mark, and what was written since the last time."""
        told = {"read": dict(self.read), "wrote": list(self.wrote)}
        self.read.clear()
        self.wrote.clear()
        return told

    def forget(self, folder: str) -> None:
        """Tell no more of what was read below a folder."""
        below = f"{Path(folder).absolute()}{os.sep}"
        self.read = {place: then for place, then in self.read.items() if not place.startswith(below)}

    def _note(self, event: str, about: tuple[Any, ...]) -> None:
        if event == "open":
            written = bool(about[2] & (os.O_WRONLY | os.O_RDWR))
            # Most that is opened was opened before, by its whole name.
            if written or not isinstance(about[0], str) or about[0] not in self.read:
                self._add(about[0], written)
        elif event == "os.scandir":
            self._add(about[0], False)
        elif event in _CHANGES:
            for what in about[:2] if event == "os.rename" else about[:1]:
                self._add(what, True)

    def _add(self, what: Any, written: bool) -> None:
        # A number in place of a name, or no name that a file can have.
        with suppress(TypeError, OSError, ValueError, NotImplementedError):
            path = Path(os.fsdecode(what)).absolute()
            if path.suffix == ".pyc" and path.parent.name == "__pycache__":
                path = Path(source_from_cache(path))
            if written:
                self.wrote[str(path)] = None
            elif str(path) not in self.read:
                self.read[str(path)] = mark(path)
