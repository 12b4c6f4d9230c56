"""Coverage: how much of what is said in English a language says, what it says wrongly, and how one begins.

English decides which messages there are and which values each is given. A language says them all, and may
leave a value out that it has no use for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from fluent.syntax import FluentSerializer

from reported.errors import Problem, did_you_mean
from reported.wording.language import ENGLISH, WORDING, Language, language

# What each language has in its own way: which numbers it writes out, which sizes and units have a name, what
# a hedge does to a number, and how some of a number are counted.
OWN = re.compile(
    r"number-([0-9]+|e[0-9]|rest)|unit-.+|(said|span)-[a-z-]+\.number|date-[a-z]+\.[a-z-]+|count-[a-z-]+\.part"
)

MOST_NAMED = 20  # messages that are not said, by name


class Coverage(NamedTuple):
    """How much a language says: of how many messages, which are lacking, and what is wrong with others."""

    asked: int
    lacking: list[str]
    wrong: list[Problem]

    @property
    def said(self) -> int:
        """How many messages are said."""
        return self.asked - len(self.lacking)


def coverage(spoken: Language) -> Coverage:
    """What a language says of what English says."""
    english = spoken.english or spoken
    asked = [name for name in english.names() if not OWN.fullmatch(name)]
    own = set(spoken.names())
    lacking = [name for name in asked if name not in own]
    return Coverage(len(asked), lacking, list(_wrong(spoken, english)))


def unfinished(spoken: Language, falls_back: bool = False) -> list[Problem]:
    """Why an edition cannot be written in a language: what in its files is no message or says what it is not
    given, and what is not said yet, where English does not say it instead.
    """
    if broken := spoken.problems():
        return broken
    found = coverage(spoken)
    lacking = [name for name in found.lacking if not falls_back or spoken.is_its_own(name)]
    if not lacking:
        return found.wrong
    shown = ", ".join(lacking[:MOST_NAMED]) + (" …" if len(lacking) > MOST_NAMED else "")
    what = f"says {found.said} of {found.asked} messages. Not said: {shown}."
    remedy = (
        f"Say them ({WORDING}/{spoken.code}/), or write unsaid: english, and English stands in their place."
    )
    return [*found.wrong, Problem(f"language {spoken.code}", what, remedy)]


def _wrong(spoken: Language, english: Language) -> Iterator[Problem]:
    """Messages that English has not, and values that no message is given."""
    known = english.names()
    for name in spoken.names():
        message = name.partition(".")[0]
        where = f"{spoken.files[message].name} {name}"
        if OWN.fullmatch(name):
            continue
        if name not in known:
            yield Problem(where, "is a message that nothing says.", did_you_mean(name, known))
        elif more := spoken.taken(name) - english.taken(name):
            values = ", ".join(f"${value}" for value in sorted(english.taken(name))) or "none"
            what = f"uses {', '.join(f'${value}' for value in sorted(more))}, which it is not given."
            yield Problem(where, what, f"It is given: {values}.")


def skeleton(code: str, folder: Path, project: Path | None = None) -> list[Path]:
    """Write what a language still has to say into a folder, file by file: each message that it lacks as a
    comment, with its English, to be said below it. What stands there already stays. Returns the files that
    were written to.
    """
    english = language(ENGLISH, project)
    lacking: dict[str, list[str]] = {}
    for name, path in english.files.items():
        place = folder / path.name
        there = place.read_text("utf-8") if place.exists() else ""
        if not re.search(rf"^(# )?{re.escape(name)} *=", there, re.MULTILINE):
            lacking.setdefault(path.name, []).append(name)
    folder.mkdir(parents=True, exist_ok=True)
    for file, names in lacking.items():
        place = folder / file
        before = place.read_text("utf-8").rstrip() if place.exists() else f"### {code}: {file}"
        asked = "\n".join(_asked(english, name) for name in names)
        place.write_text(f"{before}\n\n{asked}", "utf-8")
    return [folder / file for file in lacking]


def _asked(english: Language, name: str) -> str:
    """A message as a comment: what it takes, and its English."""
    message = english.message(name)
    text = FluentSerializer().serialize_entry(message) if message else ""
    return "".join(f"# {line.removeprefix('# ')}\n" for line in text.rstrip().splitlines())
