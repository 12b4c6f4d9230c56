"""Problems: what cannot be used is refused, with every reason at once, where it stands and what to do about it."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

MOST_NAMED, MOST_COMPARED, LONGEST = (
    40,
    2000,
    200,
)  # of known words: listed, and held against a misspelt one, if it is a word at all


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a dossier or a parameter: where it stands, what is wrong, what to do."""

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f" {self.remedy}" if self.remedy else "")


class Refused(ValueError):
    """Input that cannot be used. Carries every problem found, not only the first."""

    def __init__(self, problems: list[Problem]):
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


def did_you_mean(word: str, known: list[str] | tuple[str, ...]) -> str:
    """A question naming the closest known word, or the list of what is known; of a long list, its first words and how many there are."""
    close = [name for name in known if word and name.startswith(word)]
    if not close and len(word) <= LONGEST:
        near = [name for name in known if abs(len(name) - len(word)) <= len(word)]
        close = difflib.get_close_matches(word, near[:MOST_COMPARED], n=1, cutoff=0.6)
    if close:
        return f"Did you mean {close[0]}?"
    shown = sorted(known)[:MOST_NAMED]
    return f"Known: {', '.join(shown)}" + (f" … ({len(known)} in all)." if len(known) > len(shown) else ".")
