"""Questions: what is asked of a class, with its key.

A question knows its right answers and has a reply for every other one that was thought of. What a student
sees of it is the question; replies leave this room sealed (see ``exercises``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reported.analysis.hedges import READINGS
from reported.classroom import exercises
from reported.document.what_if import WORDINGS
from reported.wording.prose import listed

WITHOUT = "There is no such question here: this edition has nothing to ask about."
NOTHING = "none"


@dataclass(frozen=True)
class Question:
    """What is asked, the answers to choose from (none: a number is asked for), the reply to each answer, and
    which are right.

    ``replies`` go by the form of an answer (see ``exercises.forms``). ``key`` is what a teacher reads,
    ``answer`` what stands in the answered notebook, ``common`` the wrong answers to expect, each with its
    reply.
    """

    text: str
    choices: tuple[str, ...]
    replies: Mapping[str, tuple[bool, str]]
    key: str
    answer: str | float
    common: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Move:
    """A figure that can be moved: its stops in its own unit, and what comes of each stop under each wording
    and reading.
    """

    text: str
    stops: tuple[float, ...]
    says: Mapping[str, str]


@dataclass(frozen=True)
class Sheet:
    """An exercise with its key. ``given`` is what a student reads first, ``aside`` why there is nothing to
    do, where there is not.
    """

    name: str
    title: str
    given: str = ""
    questions: Mapping[str, Question] = field(default_factory=dict)
    moves: Mapping[str, Move] = field(default_factory=dict)
    aside: str = ""

    def sealed(self) -> dict[str, Any]:
        """The exercise as a student gets it: plain data without a readable answer."""
        about = f"{self.name}\n{self.given}\n"
        return {
            "title": self.title, "given": self.given, "aside": self.aside, "without": WITHOUT,
            "questions": {
                name: {
                    "text": q.text, "choices": list(q.choices),
                    **exercises.sealed(q.replies, f"{about}{name}\n{q.text}"),
                }
                for name, q in self.questions.items()
            },
            "moves": {
                name: {
                    "text": move.text, "stops": list(move.stops), "wordings": list(WORDINGS),
                    "readings": list(READINGS),
                    **exercises.sealed(
                        {form: (True, said) for form, said in move.says.items()},
                        f"{about}{name}\n{move.text}",
                    ),
                }
                for name, move in self.moves.items()
            },
        }  # fmt: skip


def one_of(
    text: str,
    letters: list[str],
    right: Iterable[str],
    praise: Callable[[str], str],
    hint: Callable[[str], str],
) -> Question:
    """A question whose answer is one of some letters, or none where none is right."""
    right = list(right)
    replies = {
        letter.casefold(): (
            letter in right,
            f"Right. {praise(letter)}" if letter in right else f"Not yet. {hint(letter)}",
        )
        for letter in letters
    }
    replies[NOTHING] = (
        (False, "Not yet. There is at least one.") if right else (True, "Right: there is none here.")
    )
    wrong = next((letter for letter in letters if letter not in right), NOTHING)
    return Question(
        text,
        (*letters, NOTHING),
        replies,
        listed(right, "or") or NOTHING,
        (right or [NOTHING])[0],
        ((wrong, replies[wrong.casefold()][1]),),
    )


def choice(
    text: str, choices: tuple[str, ...], right: str, praise: str, hint: Callable[[str], str]
) -> Question:
    """A question whose answer is one of some words; every wrong one gets its hint."""
    replies = {
        said: (said == right, f"Right: {praise}" if said == right else f"Not yet. {hint(said)}")
        for said in choices
    }
    wrong = next(said for said in choices if said != right)
    return Question(text, choices, replies, praise.rstrip("."), right, ((wrong, replies[wrong][1]),))
