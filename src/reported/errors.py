"""Errors: what cannot be used is refused, with every reason at once, where it stands and what to do."""

from __future__ import annotations

import difflib
import heapq
import re
from dataclasses import dataclass
from typing import Any

# Of known words: how many are listed, how many are held against a misspelt one, and how long that one may be
# to be a word at all.
MOST_NAMED, MOST_COMPARED, LONGEST = 40, 2000, 200
MIGRATE = "Run “reported migrate”, which rewrites a dossier of the older form."
MOST_SHOWN = 60  # characters of a cell or value that a message repeats


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a dossier or a parameter: where it stands, what is wrong, what to do. A doubt is
    told and stops nothing.
    """

    where: str
    what: str
    remedy: str = ""
    doubt: bool = False

    def __str__(self) -> str:
        text = f"{'warning: ' * self.doubt}{self.where}: {self.what} {self.remedy}"
        return visible(text.removesuffix(" "))


class Refused(ValueError):
    """Input that cannot be used. Carries every problem found, not only the first."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class NotAsked(Exception):
    """A notebook's question does not apply: the cell that says so is its last. Carries what says why."""

    def __init__(self, why: Any):
        self.why = why
        super().__init__("this question does not apply")

    def _render_traceback_(self) -> list[str]:
        """How IPython shows it: one plain line where a traceback would stand."""
        return ["The rest of this notebook was not run."]


def visible(text: str) -> str:
    """A line as it may be shown: what a terminal would obey, or a reader not see, stands by its number."""
    return text if text.isprintable() else "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


def quoted(value: object) -> str:
    """A cell or value as a message repeats it: in quotation marks, and of a long one only the beginning."""
    if not isinstance(value, str):
        try:
            text = str(value)
        except (ValueError, RecursionError):  # numbers of thousands of digits, brackets within brackets
            return "what is too long to show"
        return text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]} …"
    text = value
    return repr(text) if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]!r} … ({len(text):,} characters)"


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A question naming the closest known word, or the list of what is known; of a long list, its first words
    and how many there are.
    """
    close = [name for name in known if word and name.startswith(word)]
    if not close and len(word) <= LONGEST:
        near = [name for name in known if abs(len(name) - len(word)) <= len(word)][:MOST_COMPARED]
        folded = {name.casefold(): name for name in reversed(near)}
        close = [
            folded[name] for name in difflib.get_close_matches(word.casefold(), list(folded), n=1, cutoff=0.6)
        ]
    if close:
        return f"Did you mean {short(close[0])}?"
    if not known:
        return "None is known."
    shown = heapq.nsmallest(MOST_NAMED, known)
    return f"Known: {', '.join(map(short, shown))}" + (
        f" … ({len(known)} in all)." if len(known) > len(shown) else "."
    )


def short(name: str) -> str:
    """A name as a message repeats it: as it is, or in quotation marks where it would not read as one word or
    is too long.
    """
    return name if re.fullmatch(rf"\S.{{0,{MOST_SHOWN}}}", name) and name.isprintable() else quoted(name)
