"""Form: a claim on its way from a sentence to a row, step by step in a notebook.

Each step is a plain cell; with ipywidgets the same steps are fields and buttons (``panel``). What is wrong
is said where the step stands, and no step but the last one writes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import wraps
from pathlib import Path
from typing import Any, ParamSpec

from reported.analysis.proposal import Cell
from reported.build import adding, effect, project
from reported.build.adding import Added, taken_from
from reported.dossier.places import find
from reported.errors import Refused

P = ParamSpec("P")
NOTHING_YET = "Nothing is read yet: it needs a sentence, its address and its day."


@dataclass(frozen=True)
class Shown:
    """What a step shows: Markdown, or plain text where nothing draws that."""

    text: str

    def _repr_markdown_(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return self.text


def _told(step: Callable[P, Shown]) -> Callable[P, Shown]:
    """A step that shows what is wrong instead of raising it."""

    @wraps(step)
    def shown(*args: P.args, **kwargs: P.kwargs) -> Shown:
        try:
            return step(*args, **kwargs)
        except Refused as refused:
            return Shown("\n".join(f"- {_plain(str(problem))}" for problem in refused.problems))

    return shown


class Form:
    """A claim that is being added to the dossier in a folder (empty: that of this project)."""

    def __init__(self, data: str | Path = ""):
        self.folder = find(data)
        self.root = project.of_data(self.folder) or project.project()
        self.new: Added | None = None
        self.in_order = False

    @_told
    def read(self, sentence: str = "", url: str = "", day: str = "", **cells: str) -> Shown:
        """Read a sentence, found at an address and published on a day, into rows; ``cells`` are what you
        know better, such as ``hedge="ge"``.
        """
        self.new, self.in_order = None, False
        if not sentence.strip():
            return Shown(NOTHING_YET)
        self.new = adding.added(self.folder, sentence, url, day, cells)
        return Shown(_as_table(self.new))

    @_told
    def effect(self) -> Shown:
        """What ``reported check`` says of the rows, and which sentences they would change."""
        if self.new is None:
            return Shown(NOTHING_YET)
        with adding.tried(self.folder, self.new) as (copy, problems):
            self.in_order = all(problem.doubt for problem in problems)
            said = [f"- {_plain(str(problem))}" for problem in problems] or ["In order."]
            if self.in_order:
                said += ["", _as_markdown(effect.told(effect.effect(self.root, self.folder, copy)))]
        return Shown("\n".join(said))

    @_told
    def write(self, really: bool = False) -> Shown:
        """Write the rows, once it is told what they would change; without ``really`` nothing is written."""
        if self.new is None:
            return Shown(NOTHING_YET)
        if not self.in_order:
            return Shown("Nothing was written: look first at what it would change, and at what is wrong.")
        if not really:
            return Shown("Nothing was written. `form.write(really=True)` writes it.")
        files, self.new, self.in_order = adding.write(self.folder, self.new), None, False
        return Shown("Written: " + ", ".join(f"`{path.name}`" for path in files))

    def confirmed(self, cells: dict[str, str]) -> None:
        """Take over cells as somebody has seen and left or changed them."""
        if self.new is None:
            return
        claim, source = (
            {column: _kept(cell, cells.get(f"{table}.{column}")) for column, cell in rows.items()}
            for table, rows in (("claims", self.new.claim), ("sources", self.new.source))
        )
        self.new, self.in_order = replace(self.new, claim=claim, source=source, guessed=()), False

    def panel(self) -> Any:
        """The same steps as fields and buttons; without ipywidgets it says what to do."""
        try:
            from reported.build.form_fields import panel
        except ImportError:
            return Shown("ipywidgets is not installed here. Nothing is lost: the cells below do the same.")
        return panel(self)


def _kept(cell: Cell, value: str | None) -> Cell:
    return cell if value is None or value == cell.value else Cell(value, "", True)


def _as_table(new: Added) -> str:
    """The rows as a table: column, value, and what it was taken from."""
    lines = ["| column | value | taken from |", "|---|---|---|"]
    for name, cell in new.cells.items():
        if cell.value:
            lines.append(f"| {name} | {_plain(cell.value)} | {_plain(taken_from(cell))} |")
    return "\n".join([*lines, *(["", _plain(new.beside)] if new.others else [])])


def _plain(text: str) -> str:
    """A text in which Markdown sees no marks of its own."""
    return "".join(f"\\{mark}" if mark in "\\`*_{}[]<>#|$~" else mark for mark in text)


def _as_markdown(text: str) -> str:
    """What a terminal is told, as a block of text."""
    return f"```text\n{text.replace('```', '')}\n```"
