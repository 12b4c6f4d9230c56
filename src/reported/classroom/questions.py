"""Questions: what is asked of a class, with its key.

A question knows its right answers and has a reply for every other one that was thought of. What a student
sees of it is the question; replies leave this room sealed (see ``exercises``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from reported.analysis.origins import Count
from reported.classroom.exercises import answers, seals
from reported.edition import Edition
from reported.wording import prose
from reported.wording.claims import alone
from reported.wording.findings import pipe_table, plain
from reported.wording.language import ENGLISH, language, say, spoken

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ITSELF = "exercise-"  # how the messages begin that an exercise says by itself


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
    """A figure that can be moved: its quantity, in its unit the two ends of a slider and where that starts,
    and how one of them and many are told.
    """

    text: str
    quantity: str
    factor: float
    low: float
    high: float
    start: float
    one: str
    many: str


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
    reckoned: Mapping[str, Any] = field(default_factory=dict)  # what moving a figure needs, see ``moving``
    aside: str = ""

    def sealed(self) -> dict[str, Any]:
        """The exercise as a student gets it: plain data without a readable answer."""
        about = f"{self.name}\n{self.given}\n"
        asked = {
            name: {
                "text": q.text, "choices": list(q.choices),
                **seals.sealed(q.replies, f"{about}{name}\n{q.text}"),
            }
            for name, q in self.questions.items()
        }  # fmt: skip
        return {
            "name": self.name, "title": self.title, "given": self.given, "aside": self.aside,
            "words": own_words(), "questions": asked, "seal": answers.seal(asked),
            "supposing": {
                **self.reckoned,
                "moves": {name: asdict(move) for name, move in self.moves.items()},
                "numerals": spoken().numerals(),
            },
        }  # fmt: skip


def own_words() -> dict[str, str]:
    """What an exercise says by itself, with room for each value: a pack has nothing to say messages with."""
    names = [name for name in language(ENGLISH).files if name.startswith(ITSELF)]
    return {
        name.removeprefix(ITSELF): say(name, **{value: f"{{{value}}}" for value in spoken().taken(name)})
        for name in names
    }


def nothing(ed: Edition, lacks: str) -> str:
    """Why there is nothing to do: no figure is such that it could be asked about."""
    dated = bool(ed.record.parameters.day)
    return say("lesson-nothing", dated=dated, day=ed.words.day, lacks=lacks)


def table(message: str, rows: Sequence[Mapping[str, str]], widths: Iterable[int]) -> str:
    """A table as Markdown; what heads its columns are attributes of a message, named by the keys of a row."""
    columns = [say(f"{message}.{key}") for key in rows[0]]
    return pipe_table({"columns": columns, "rows": [list(row.values()) for row in rows], "widths": [*widths]})


def noun_of(ed: Edition, quantity: str) -> str:
    """What a quantity counts, many of it, as Markdown; its name where that is no word without its number."""
    counted = ed.record.q(quantity)
    return plain(alone(counted.many) if "{} " in counted.many or "{}" not in counted.many else counted.label)


def terms(meanings: Mapping[str, str]) -> str:
    """Words to answer with, each with what it means, as a list."""
    return "\n".join(
        f"- {say('lesson-term', term=term, meaning=meaning)}" for term, meaning in meanings.items()
    )


def relations(ed: Edition) -> str:
    """How the figures hang together, as a list."""
    return "\n".join(
        [say("lesson-relations"), "", *(f"- {plain(relation.reads)}" for relation in ed.record.relations)]
    )


def origins_counted(found: Count) -> str:
    """How many origins there are, or from how few to how many."""
    if found.fewest == found.most:
        return prose.counted(found.most, "origin")
    few, most = prose.digits(found.fewest), prose.digits(found.most)
    return say("lesson-origins-between", fewest=few, most=most)


def letter_of(
    text: str,
    letters: Collection[str],
    right: Iterable[str],
    praise: Callable[[str], str],
    hint: Callable[[str], str],
) -> Question:
    """A question whose answer is one of some letters, or none where none is right."""
    right, none = list(right), say("lesson-none")
    replies = {
        letter.casefold(): (True, say("lesson-right-letter", why=praise(letter)))
        if letter in right
        else (False, say("lesson-not-yet", why=hint(letter)))
        for letter in letters
    }
    replies[none.casefold()] = (not right, say("lesson-not-none" if right else "lesson-right-none"))
    wrong = next((letter for letter in letters if letter not in right), none)
    return Question(
        text,
        (*letters, none),
        replies,
        prose.listed(right, "or") or none,
        (right or [none])[0],
        ((wrong, replies[wrong.casefold()][1]),),
    )


def word_of(
    text: str, words: Mapping[str, str], right: str, key: str, hint: Callable[[str], str]
) -> Question:
    """A question whose answer is one of some words, each of which stands for a code; every wrong one gets its
    ``hint``, a whole reply.
    """
    replies = {
        word.casefold(): (True, say("lesson-right", key=key)) if code == right else (False, hint(code))
        for code, word in words.items()
    }
    wrong = next(word for code, word in words.items() if code != right)
    expected = ((wrong, replies[wrong.casefold()][1]),)
    return Question(text, tuple(words.values()), replies, key, words[right], expected)
