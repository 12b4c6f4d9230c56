"""Coverage: how much of what is said in English a language says, what it says wrongly, and how one begins.

English decides which messages there are and which values each is given. A language says them all, and may
leave a value out that it has no use for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from textwrap import indent
from typing import NamedTuple

from fluent.syntax import FluentSerializer

from reported.errors import Problem, did_you_mean
from reported.wording.language import ENGLISH, WORDING, Language, language

# What each language has in its own way: which numbers it writes out, which sizes and units have a name, what
# a hedge does to a number, and how some of a number are counted.
OWN = re.compile(
    r"number-([0-9]+|e[0-9]|rest)|unit-.+|(said|span)-[a-z-]+\.number|date-[a-z]+\.[a-z-]+|count-[a-z-]+\.part"
)

NOTEBOOKS = "notebooks.ftl"  # the file that says what stands in cells of notebooks
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


def coverage(spoken: Language, written: Collection[str] = (), elsewhere: Collection[str] = ()) -> Coverage:
    """What a language says of what English says, the cells of notebooks that people have ``written`` among
    it, by the names of the messages that say them; it may say those ``elsewhere`` too.
    """
    english = spoken.english or spoken
    asked = [name for name in english.names() if not OWN.fullmatch(name)]
    asked += [name for name in written if spoken.code != ENGLISH]
    own = set(spoken.names())
    lacking = [name for name in asked if name not in own]
    return Coverage(len(asked), lacking, list(_wrong(spoken, english, [*written, *elsewhere])))


def unfinished(
    spoken: Language, falls_back: bool = False, written: Collection[str] = (), elsewhere: Collection[str] = ()
) -> list[Problem]:
    """Why an edition cannot be written in a language: what in its files is no message or says what it is not
    given, and what is not said yet, where English does not say it instead. ``elsewhere`` are the names of
    cells that other projects have.
    """
    if broken := spoken.problems():
        return broken
    found = coverage(spoken, written, elsewhere)
    lacking = [name for name in found.lacking if not falls_back or spoken.is_its_own(name)]
    if not lacking:
        return found.wrong
    shown = ", ".join(lacking[:MOST_NAMED]) + (" …" if len(lacking) > MOST_NAMED else "")
    what = f"says {found.said} of {found.asked} messages. Not said: {shown}."
    remedy = (
        f"Say them ({WORDING}/{spoken.code}/), or write unsaid: english, and English stands in their place."
    )
    return [*found.wrong, Problem(f"language {spoken.code}", what, remedy)]


def _wrong(spoken: Language, english: Language, written: Collection[str]) -> Iterator[Problem]:
    """Messages that English has not, and values that no message is given."""
    known = [*english.names(), *written]
    there = set(known)
    for name in spoken.names():
        message = name.partition(".")[0]
        where = f"{spoken.files[message].name} {name}"
        if OWN.fullmatch(name):
            continue
        if name not in there:
            yield Problem(where, "is a message that nothing says.", did_you_mean(name, known))
            continue
        given = english.taken(name) if english.has(name) else frozenset[str]()
        if more := spoken.taken(name) - given:
            values = ", ".join(f"${value}" for value in sorted(given)) or "none"
            what = f"uses {', '.join(f'${value}' for value in sorted(more))}, which it is not given."
            yield Problem(where, what, f"It is given: {values}.")


def skeleton(
    code: str, folder: Path, project: Path | None = None, written: Mapping[str, str] = {}
) -> list[Path]:
    """Write what a language still has to say into a folder, file by file: each message that it lacks as a
    comment, with its English, to be said below it; and the cells of notebooks that people have ``written``.
    What stands there already stays. Returns the files that were written to.
    """
    english = language(ENGLISH, project)
    asked = {name: _asked(english, name) for name in english.files} | {
        name: "".join(f"# {line}\n" for line in f"{name} =\n{indent(text, '    ')}".splitlines())
        for name, text in written.items()
    }
    lacking: dict[str, list[str]] = {}
    for name in asked:
        file = english.files[name].name if name in english.files else NOTEBOOKS
        place = folder / file
        there = place.read_text("utf-8") if place.exists() else ""
        if not re.search(rf"^(# )?{re.escape(name)} *=", there, re.MULTILINE):
            lacking.setdefault(file, []).append(name)
    folder.mkdir(parents=True, exist_ok=True)
    for file, names in lacking.items():
        place = folder / file
        before = place.read_text("utf-8").rstrip() if place.exists() else f"### {code}: {file}"
        place.write_text(before + "\n\n" + "\n".join(asked[name] for name in names), "utf-8")
    return [folder / file for file in lacking]


def _asked(english: Language, name: str) -> str:
    """A message as a comment: what it takes, and its English."""
    message = english.message(name)
    text = FluentSerializer().serialize_entry(message) if message else ""
    return "".join(f"# {line.removeprefix('# ')}\n" for line in text.rstrip().splitlines())
