"""Dialogue: what ``reported add`` says and asks on the way from a sentence to a row.

With somebody at a terminal it asks for what it cannot know; without, it shows what it would write, and
writes only when told to and when nothing that matters is a guess.
"""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from reported.build import adding, effect
from reported.build.adding import Added, Question
from reported.errors import did_you_mean

Say = Callable[..., None]
Ask = Callable[[str], str]
WIDEST = 110
# What is asked where a sentence, its address or its day is not given.
WANTED = {
    "sentence": "The sentence, as it was published: ",
    "url": "The address it stands at: ",
    "day": "The day it was published (2025-07-13): ",
}
GUESSED = "Still a guess: {}. Say it with --set column=value, each; --yes then writes the row."


def add(
    root: Path,
    folder: Path,
    wanted: Mapping[str, str],
    given: Mapping[str, str],
    say: Say,
    ask: Ask | None,
    told: bool = False,
) -> int:
    """Add a claim to the dossier in ``folder`` of the project ``root``; the exit status.

    ``wanted`` are sentence, url and day, each empty where it is to be asked for; ``given`` cells by column.
    ``ask`` asks somebody and gives the answer, ``None`` where nobody is there. ``told``: write without
    asking whether to. 0: written, or shown with nothing to decide; 1: not written, for something is wrong
    or a guess. Raises Refused.
    """
    if ask:
        wanted = {name: text or ask(WANTED[name]).strip() for name, text in wanted.items()}
    answer = partial(_answer, say=say, ask=ask) if ask else None
    new = adding.added(folder, wanted["sentence"], wanted["url"], wanted["day"], given, answer)
    say(*new.told().split("\n"), "")
    with adding.tried(folder, new) as (copy, problems):
        grave = [problem for problem in problems if not problem.doubt]
        say(
            *map(str, problems) if problems else ["In order: reported check finds nothing wrong with it."], ""
        )
        if grave:
            say("Nothing was written. Mend it with --set column=value.")
            return 1
        say(*wrapped(effect.told(effect.effect(root, folder, copy))), "")
    if not _is_to_be_written(new, say, ask, told):
        return 0 if ask or not (told or new.guessed) else 1
    say("Written:", *(f"  {path}" for path in adding.write(folder, new)))
    return 0


def _is_to_be_written(new: Added, say: Say, ask: Ask | None, told: bool) -> bool:
    """Whether the rows are to be written: somebody says so, or said so before and nothing is left to
    guess."""
    if not ask and new.guessed:
        say(GUESSED.format(", ".join(new.guessed)), "Nothing was written.")
        return False
    if told:
        return True
    if ask and ask("Write it? [y/N] ").strip().casefold() in ("y", "yes"):
        return True
    say("Nothing was written." if ask else "Nothing was written; --yes writes it.")
    return False


def _answer(question: Question, say: Say, ask: Ask) -> str:
    """An answer to a question, one that may be given; empty for what is proposed."""
    proposed = question.proposed.value
    why = f", from: {question.proposed.words}" if question.proposed.words else ""
    known = f"Known: {', '.join(question.choices)}." if question.choices else ""
    say(
        question.asks,
        *(textwrap.wrap(known, WIDEST, initial_indent="  ", subsequent_indent="  ") if known else []),
    )
    prompt = f"  [{proposed}{why}] " if proposed else "  "
    while True:
        answer = ask(prompt).strip()
        if not question.choices or answer in question.choices or (not answer and proposed):
            return answer
        say(f"  {answer or 'Nothing'} is none of them. {did_you_mean(answer, question.choices)}")


def wrapped(text: str, width: int = 0) -> list[str]:
    """A text in lines of a width (0: of the terminal), each with the indent of its paragraph."""
    width = width or min(shutil.get_terminal_size((100, 24)).columns, WIDEST)
    lines: list[str] = []
    for line in text.split("\n"):
        indent = " " * (len(line) - len(line.lstrip()) + 2 * line.lstrip().startswith(("- ", "+ ")))
        lines += textwrap.wrap(line, width, subsequent_indent=indent, drop_whitespace=True) or [""]
    return lines
