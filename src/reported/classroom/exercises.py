"""Exercises: questions that answer back. Plain Python, so that a class needs nothing else: this file goes
into the students' pack as it is.

Every reply, to a right answer and to a wrong one alike, is sealed under the very answer it replies to.
Whoever gives an answer opens the reply to it and no other; there is no list of right answers to be read.
Sealed is not secret: whoever tries every choice finds them all.
"""

from __future__ import annotations

import base64
import hashlib
import json
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

QUESTIONS = "questions.json"
RIGHT, WRONG = "1", "0"


class Shown:
    """Text for a notebook: Markdown where it can be shown, the same as plain text elsewhere."""

    def __init__(self, text: str):
        self.text = text

    def __repr__(self) -> str:
        return self.text

    def _repr_markdown_(self) -> str:
        return self.text


class Exercise:
    """One exercise: shows its questions, replies to answers, and says what comes of moving a figure."""

    def __init__(self, data: Mapping[str, Any]):
        self.data = data
        self.questions, self.moves = data["questions"], data["moves"]

    def show(self) -> Shown:
        """What the exercise is about, and all that is given."""
        return Shown(self.data["aside"] or self.data["given"])

    def ask(self, *names: str) -> Shown:
        """Some questions with their choices, or all of them."""
        if self.data["aside"]:
            return Shown(f"*{self.data['aside']}*")
        asked = [self._asked(name) for name in names or self.questions if name in self.questions]
        return Shown("\n\n".join(asked) or f"*{self.data['without']}*")

    def check(self, **answers: Any) -> Shown:
        """Reply to answers, each given by the name of its question; dots leave one open."""
        known = {name: answer for name, answer in answers.items() if name in self.questions}
        if not known:
            return Shown(f"*{self.data['aside'] or self.data['without']}*")
        replies = {name: self._reply(name, answer) for name, answer in known.items()}
        lines = [f"- **{name}** {said}" for name, (_, said) in replies.items()]
        right = sum(good for good, _ in replies.values())
        return Shown("\n".join(lines) + (f"\n\n{right} of {len(known)} right." if len(known) > 1 else ""))

    def moving(self) -> Shown:
        """The figures that can be moved, each with its name and its stops."""
        if not self.moves:
            return Shown(f"*{self.data['aside'] or self.data['without']}*")
        return Shown("\n".join(f"- `{name}`: {_told(move)}" for name, move in self.moves.items()))

    def suppose(self, name: Any, value: Any, wording: str = "retold", reading: str = "literal") -> Shown:
        """What the answer would be with one figure moved, at the nearest of its stops."""
        if name is ... or value is ... or not self.moves:
            return Shown(f"*{self.data['aside'] or 'Write a name and a number in place of the dots.'}*")
        if name not in self.moves:
            return Shown(f"*Nothing here is called {name}. Known: {', '.join(self.moves)}.*")
        move = self.moves[name]
        for given, allowed in ((wording, move["wordings"]), (reading, move["readings"])):
            if given not in allowed:
                return Shown(f"*{given} is neither {' nor '.join(allowed)}.*")
        if not 0 < value < math.inf:
            return Shown("*Write a number above nought.*")
        stop = min(move["stops"], key=lambda stop: abs(math.log(stop / value)))
        near = "" if stop == value else f"*(The nearest stop is {stop:,g}.)* "
        return Shown(near + opened(move, f"{stop:g} {wording} {reading}")[1])

    def panel(self) -> Any:
        """Every question and every figure that moves, to click; without ipywidgets it says what to do."""
        try:
            import ipywidgets as w
        except ImportError:
            return Shown(
                "*ipywidgets is not installed here. Nothing is lost: write your answers into the cells, and "
                "run them.*"
            )
        if not self.questions:
            return self.ask()
        return w.VBox(
            [
                *(self._box(w, name) for name in self.questions),
                *(self._slider(w, name) for name in self.moves),
            ]
        )

    def _asked(self, name: str) -> str:
        question = self.questions[name]
        choices = (
            f"\n\nAnswer with one of: {', '.join(question['choices'])}."
            if question["choices"]
            else "\n\nAnswer with a number."
        )
        return f"**{name}** · {question['text']}{choices}"

    def _reply(self, name: str, answer: Any) -> tuple[bool, str]:
        question = self.questions[name]
        if answer is ... or answer is None or answer == "":
            return False, "· no answer yet: write it in place of the dots."
        for form in forms(answer, number=not question["choices"]):
            found, said = opened(question, form)
            if said:
                return found, said
        if question["choices"]:
            return False, f"“{answer}” is not among the answers. Known: {', '.join(question['choices'])}."
        return False, "That is far from it, or no number. Write digits, such as 1200."

    def _box(self, w: Any, name: str) -> Any:
        question, said = self.questions[name], w.HTML()
        choose = (
            w.Dropdown(options=[("choose", ""), *((choice, choice) for choice in question["choices"])])
            if question["choices"]
            else w.Text(placeholder="a number", continuous_update=False)
        )
        choose.layout.width = "13em"
        choose.observe(
            lambda change: setattr(said, "value", _page(self._reply(name, change["new"])[1])), "value"
        )
        return w.HBox([w.HTML(f"<b>{_page(name)}</b>", layout={"width": "10em"}), choose, said])

    def _slider(self, w: Any, name: str) -> Any:
        move, said = self.moves[name], w.HTML()
        stop = w.SelectionSlider(
            options=[(f"{stop:,g}", stop) for stop in move["stops"]], layout={"width": "28em"}
        )
        wording, reading = (
            w.ToggleButtons(options=move[kind], style={"button_width": "7em"})
            for kind in ("wordings", "readings")
        )

        def tell(change: Any = None) -> None:
            said.value = _page(self.suppose(name, stop.value, wording.value, reading.value).text)

        for part in (stop, wording, reading):
            part.observe(tell, "value")
        tell()
        return w.VBox([w.HTML(f"<b>{_page(move['text'])}</b>"), stop, w.HBox([wording, reading]), said])


def open_exercise(name: str, folder: str | Path = "") -> Exercise:
    """An exercise of the pack this file lies in."""
    path = Path(folder or Path(__file__).parent) / QUESTIONS
    return Exercise(json.loads(path.read_text("utf-8"))[name])


def forms(answer: Any, number: bool = False) -> list[str]:
    """An answer in the forms a reply may be sealed under: as text; a number by its first two digits, then by
    its first.
    """
    if not number:
        return [" ".join(str(answer).casefold().split())]
    try:
        value = float(str(answer).replace(",", "").replace(" ", ""))
    except ValueError:
        return []
    if not 0 < value < math.inf:
        return []
    return [f"{float(f'{value:.{places - 1}e}'):g} to {places}" for places in (2, 1)]


def sealed(replies: Mapping[str, tuple[bool, str]], about: str) -> dict[str, Any]:
    """Replies (right or not, and what to say) by the form of the answer, sealed; all of one length and in no
    telling order.
    """
    salt = hashlib.sha256(about.encode()).hexdigest()[:16]
    texts = {form: ((RIGHT if right else WRONG) + said).encode() for form, (right, said) in replies.items()}
    length = max(map(len, texts.values()), default=0)
    made = {}
    for form, text in texts.items():
        tag, stream = _key(salt, form, length)
        made[tag] = base64.b64encode(
            bytes(a ^ b for a, b in zip(text.ljust(length), stream, strict=True))
        ).decode()
    return {"salt": salt, "replies": dict(sorted(made.items()))}


def opened(question: Mapping[str, Any], form: str) -> tuple[bool, str]:
    """The reply to one form of an answer: whether it is right, and what to say; nothing where none was sealed
    under it.
    """
    tag, stream = _key(question["salt"], form, 1 << 14)
    if tag not in question["replies"]:
        return False, ""
    text = (
        bytes(a ^ b for a, b in zip(base64.b64decode(question["replies"][tag]), stream, strict=False))
        .decode()
        .rstrip()
    )
    return text[:1] == RIGHT, text[1:]


def _key(salt: str, form: str, length: int) -> tuple[str, bytes]:
    key = hashlib.sha256(f"{salt}\n{form}".encode()).digest()
    return hashlib.sha256(b"tag" + key).hexdigest()[:16], hashlib.shake_256(b"text" + key).digest(length)


def _told(move: Mapping[str, Any]) -> str:
    return f"{move['text']} ({', '.join(f'{stop:,g}' for stop in move['stops'])})"


def _page(text: str | Iterable[str]) -> str:
    """Text for a widget, which shows HTML: letters stay letters, character references of the Markdown keep
    their meaning.
    """
    return str(text).replace("<", "&lt;").replace("*", "")
