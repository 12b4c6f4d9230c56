"""Steps: what a build is doing now, and how long each part of it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from types import TracebackType
from typing import Any

from reported.notebooks import runner

LEAST = 0.05  # seconds of a step that is worth a word


class Steps:
    """Says what a build does: lines as they are called with, and on a terminal a bar below them.

    Each step lasts until the next one begins, or the build ends. ``clock`` tells seconds.
    """

    def __init__(self, say: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._say, self._clock = say, clock
        self._begun: list[tuple[str, float]] = []
        self._making: list[str] = []
        self._lock = Lock()
        self._bar: Any = None

    def __enter__(self) -> Steps:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.begin("")

    def __call__(self, line: str) -> None:
        """Say a line, above the bar."""
        if self._bar is not None:
            self._bar.clear()
        self._say(line)

    def begin(self, name: str, doing: str = "") -> None:
        """Begin a step, which ends the one before. ``doing`` makes a bar, for a step that has none."""
        if self._bar is not None:
            self._bar.close()
        self._begun.append((name, self._clock()))
        self._bar = runner.bar(None, doing, "{desc} [{elapsed}]") if doing else None

    @contextmanager
    def making(self, file: str) -> Iterator[None]:
        """Show, while this lasts, that a file is being made; from any thread."""
        self._now(self._making.append, file)
        try:
            yield
        finally:
            self._now(self._making.remove, file)

    def _now(self, change: Callable[[str], None], file: str) -> None:
        with self._lock:
            change(file)
            if self._bar is not None and self._making:
                self._bar.set_description_str(f"Writing {', '.join(self._making)}")

    def told(self) -> str:
        """How long the whole took, and each of its steps; once it has ended."""
        took: dict[str, float] = {}
        for (name, began), (_, ended) in zip(self._begun, self._begun[1:], strict=False):
            took[name] = took.get(name, 0) + ended - began
        steps = [f"{_in_words(seconds)} {name}" for name, seconds in took.items() if seconds >= LEAST]
        whole = _in_words(sum(took.values()))
        return f"Built in {whole}{': ' if steps else ''}{', '.join(steps)}."


def _in_words(seconds: float) -> str:
    if seconds < 9.95:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    return f"{whole} s" if whole < 120 else f"{whole // 60} min {whole % 60} s"
