"""Asking: questions that answer back. Plain Python, so that a class needs nothing else: the folder of this
file goes into the students' pack as it is, and all of its words come with the questions.
"""

from __future__ import annotations

import html
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .answers import Tried
from .seals import forms, opened
from .supposing import suppose
from .words import digits, fill, number

QUESTIONS = "questions.json"


class Shown:
    """Text for a notebook: Markdown where it can be shown, the same as plain text elsewhere."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return html.unescape(self.text)

    def _repr_markdown_(self) -> str:
        return self.text


class Exercise:
    """One exercise: shows its questions, replies to answers, and says what comes of moving a figure."""

    def __init__(self, data: Mapping[str, Any]):
        self.data = data
        self.questions, self.supposing = data["questions"], data["supposing"]
        self.moves = self.supposing.get("moves", {})
        self.numerals = self.supposing["numerals"]
        self.tried = Tried()

    def show(self) -> Shown:
        """What the exercise is about, and all that is given."""
        return Shown(self.data["aside"] or self.data["given"])

    def ask(self, *names: str) -> Shown:
        """Some questions with their choices, or all of them."""
        asked = [self._asked(name) for name in names or self.questions if name in self.questions]
        return Shown("\n\n".join(asked)) if asked else self._without()

    def check(self, **answers: Any) -> Shown:
        """Reply to answers, each given by the name of its question; dots leave one open."""
        known = {name: answer for name, answer in answers.items() if name in self.questions}
        if not known:
            return self._without()
        replies = {name: self.reply(name, answer) for name, answer in known.items()}
        lines = "\n".join(f"- **{name}** {said}" for name, (_, said) in replies.items())
        if len(known) == 1:
            return Shown(lines)
        right = sum(good for good, _ in replies.values())
        return Shown(f"{lines}\n\n{self.say('score', right=right, of=len(known))}")

    def moving(self) -> Shown:
        """The figures that can be moved, each with its name and from where to where its slider goes."""
        if not self.moves:
            return self._without()
        return Shown("\n".join(f"- `{name}`: {self._told(move)}" for name, move in self.moves.items()))

    def suppose(self, name: Any, value: Any, wording: str = "retold", reading: str = "literal") -> Shown:
        """What the answer would be with one figure moved to a number, whichever it is."""
        if not self.moves:
            return self._without()
        if name is ... or value is ...:
            return self._aside("dots")
        if name not in self.moves:
            return self._aside("no-such-move", name=name, known=", ".join(self.moves))
        for given, allowed in ((wording, "wordings"), (reading, "readings")):
            one, other = self.supposing[allowed]
            if given not in (one, other):
                return self._aside("neither", given=given, one=one, other=other)
        moved = number(value, self.numerals)
        if not 0 < moved < math.inf:
            return self._aside("above-nought")
        return Shown(suppose(self.supposing, name, moved, wording, reading))

    def panel(self) -> Any:
        """Every question and every figure that moves, to click; without ipywidgets it says what to do."""
        if not self.questions:
            return self.ask()
        try:
            from .menus import panel
        except ImportError:
            return self._aside("no-widgets")
        return panel(self)

    def save(self, student: Any) -> Shown:
        """Write what was answered into a file beside the notebook, to be collected."""
        if not self.questions:
            return self._without()
        whose = "" if student is ... else " ".join(str(student).split())
        if not any(letter.isalnum() for letter in whose):
            return self._aside("whose")
        if not self.tried.answers:
            return self._aside("nothing-to-save")
        name, content = self.tried.file(self.data["name"], self.data["seal"], whose)
        Path(name).write_text(content, "utf-8")
        return self._aside("saved", file=name)

    def reply(self, name: str, answer: Any) -> tuple[bool, str]:
        """Whether an answer to a question is right, and what to say to it; it is kept among those tried."""
        question = self.questions[name]
        if answer is ... or answer is None or answer == "":
            return False, self.say("no-answer")
        for form in forms(answer if question["choices"] else number(answer, self.numerals)):
            found, said = opened(question, form)
            if said:
                self.tried.note(name, answer)
                return found, said
        if question["choices"]:
            return False, self.say("not-among", answer=answer, known=", ".join(question["choices"]))
        self.tried.note(name, answer)
        return False, self.say("far-off")

    def say(self, name: str, /, **values: Any) -> str:
        """One of the texts that an exercise says by itself."""
        return fill(self.data["words"][name], **{key: str(value) for key, value in values.items()})

    def _asked(self, name: str) -> str:
        question = self.questions[name]
        how = self.say("choices", choices=", ".join(question["choices"])) if question["choices"] else ""
        return f"**{name}** · {question['text']}\n\n{how or self.say('number')}"

    def _told(self, move: Mapping[str, Any]) -> str:
        low, high = (digits(move[end], self.numerals) for end in ("low", "high"))
        return self.say("move", figure=move["text"], low=low, high=high)

    def _without(self) -> Shown:
        """Why there is nothing to ask."""
        return Shown(f"*{self.data['aside'] or self.say('without')}*")

    def _aside(self, name: str, /, **values: Any) -> Shown:
        return Shown(f"*{self.say(name, **values)}*")


def open_exercise(name: str, folder: str | Path = "") -> Exercise:
    """An exercise of the pack that this folder lies in."""
    path = Path(folder or Path(__file__).parent.parent) / QUESTIONS
    return Exercise(json.loads(path.read_text("utf-8"))[name])
