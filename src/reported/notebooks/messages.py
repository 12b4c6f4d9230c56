"""Messages: on which of them a notebook hangs, and what they say at this moment.

A notebook hangs on the messages that it asked for, not on all that stand in the same files. ``wording`` tells
of each as of a file that is opened, by the folder of its language and its name: ``…/wording/en#lasting``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from pathlib import Path

from reported.notebooks import cache

WORDING = "wording"  # the folder of messages, in the package and in a project
MARK = "#"
_ENTRY = re.compile(r"^(?:(-?[a-zA-Z][a-zA-Z0-9_-]*) *=|#)", re.MULTILINE)
_INSIDE = re.compile(r"\{([^{}]*?)(?:\}|->)")
_NAME = re.compile(r"(?<![\w$-])[a-zA-Z][a-zA-Z0-9_-]*")


def is_one(name: str) -> bool:
    """Whether what was read is a message, and no file."""
    return MARK in name and Path(name.partition(MARK)[0]).parent == cache.HOUSE / WORDING


def are_in(path: str) -> bool:
    """Whether a file is one of the package's in which messages stand."""
    return path.endswith(cache.MESSAGES) and Path(path).is_relative_to(cache.HOUSE / WORDING)


class Now:
    """What messages and files hold, as digests; of messages, as they were when first asked. ``project``
    is the folder of a project, whose own messages go before those of the package.
    """

    def __init__(self, project: Path | None = None) -> None:
        self.project = project
        self._said: dict[str, _Language] = {}
        self._told: dict[str, str] = {}  # of messages: many results hang on the same

    def __call__(self, name: str) -> str:
        """The digest of a file, or of a message with those it refers to; empty where there is none."""
        if name in self._told:
            return self._told[name]
        if not is_one(name):
            return cache.at(name)
        self._told[name] = self._language(name).digest(name.partition(MARK)[2])
        return self._told[name]

    def beside(self, read: Iterable[str]) -> list[str]:
        """The digests of the files that messages stand in: on another day a notebook says others of them."""
        texts = {self._language(name).files.get(name.partition(MARK)[2], "") for name in read if is_one(name)}
        return sorted(hashlib.sha256(text.encode()).hexdigest() for text in texts)

    def _language(self, name: str) -> _Language:
        folder = Path(name.partition(MARK)[0])
        if folder.name not in self._said:
            own = [self.project / WORDING / folder.name] if self.project else []
            self._said[folder.name] = _Language([folder, *own])
        return self._said[folder.name]

    def __reduce__(self) -> tuple[type[Now], tuple[Path | None]]:
        return Now, (self.project,)  # elsewhere it looks for itself

    def read(self, opened: Iterable[str]) -> dict[str, str]:
        """The digests of the messages among what was opened."""
        return {name: self(name) for name in opened if is_one(name)}


class _Language:
    """The messages of a language, each as its file has it; those of a later folder go before an earlier's."""

    def __init__(self, folders: Iterable[Path]) -> None:
        self.texts: dict[str, str] = {}
        self.files: dict[str, str] = {}  # by message, the text of the file it stands in
        for folder in folders:
            for path in sorted(folder.glob(f"*{cache.MESSAGES}")):
                text = path.read_text("utf-8")
                self.texts |= _entries(text)
                self.files |= dict.fromkeys(_entries(text), text)

    @cached_property
    def terms(self) -> list[str]:
        """What any message may use: the terms."""
        return [text for name, text in self.texts.items() if name.startswith("-")]

    def digest(self, name: str) -> str:
        """The digest of a message, with those it refers to, and of all terms; empty where there is none."""
        if name not in self.texts:
            return ""
        found: dict[str, str] = {}
        waiting = [name]
        while waiting:
            one = waiting.pop()
            if one not in found and one in self.texts:
                found[one] = self.texts[one]
                waiting += _referred(found[one])
        told = "\n".join([*(found[one] for one in sorted(found)), *self.terms])
        return hashlib.sha256(told.encode()).hexdigest()


@lru_cache(maxsize=512)
def _entries(text: str) -> Mapping[str, str]:
    """The messages and terms of a file by name, each from its name to the next, without comments."""
    begun = list(_ENTRY.finditer(text))
    ends = [*(found.start() for found in begun[1:]), len(text)]
    made: dict[str, str] = {}
    for found, end in zip(begun, ends, strict=True):
        if name := found[1]:
            made[name] = made.get(name, "") + text[found.start() : end].rstrip()
    return made


@lru_cache(maxsize=8192)
def _referred(text: str) -> list[str]:
    """The names that a message may refer to: all that stand between its braces and are no value."""
    return [name for inside in _INSIDE.findall(text) for name in _NAME.findall(inside)]
