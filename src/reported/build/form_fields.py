"""Form fields: the steps of adding a claim to fill in and to click. Needs ipywidgets.

What is a guess stands first and says so; all other cells wait below it, folded. Each field bears its
column's name, which is what a screen reader reads out.
"""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ipywidgets as w

from reported.analysis.proposal import Cell
from reported.build.adding import taken_from
from reported.build.dialogue import wrapped
from reported.dossier.claim import CODES, MODALITIES
from reported.dossier.reader import read

if TYPE_CHECKING:
    from reported.build.form import Form

WIDE = {"layout": w.Layout(width="95%"), "style": {"description_width": "11em"}}
COLUMNS = 80  # letters in a line of what is said below the buttons
ASKED = ("quantity", "hedge", "value", "unit", "modality", "institution", "publisher")


def panel(form: Form) -> Any:
    """Fields for sentence, address and day; the rows to look at; what they would change; a button that
    writes."""
    sentence = w.Textarea(description="Sentence", rows=4, **WIDE)
    url, day = (
        w.Text(description="Address", **WIDE),
        w.Text(description="Day", placeholder="2025-07-13", **WIDE),
    )
    rows, said = w.VBox(), w.HTML()
    read_it, change, write = (w.Button(description=name, layout=w.Layout(width="auto")) for name in
                              ("Read the sentence", "What would it change?", "Write it"))  # fmt: skip
    fields: dict[str, Any] = {}

    def reading() -> None:
        told = form.read(sentence.value, url.value, day.value)
        fields.clear()
        fields.update(_fields(form))
        rows.children = _laid_out(form, fields)
        change.disabled, write.disabled = form.new is None, True
        said.value = "" if form.new else _page(told.text)

    def changing() -> None:
        form.confirmed({name: str(field.value) for name, field in fields.items()})
        said.value = _page(form.effect().text)
        write.disabled = not form.in_order

    def writing() -> None:
        said.value = _page(form.write(really=True).text)
        change.disabled = write.disabled = True

    for button, act in ((read_it, reading), (change, changing), (write, writing)):
        button.on_click(_clicked(act))
    change.disabled = write.disabled = True
    return w.VBox([sentence, url, day, read_it, rows, w.HBox([change, write]), said])


def _clicked(act: Callable[[], None]) -> Callable[[Any], None]:
    return lambda button: act()


def _fields(form: Form) -> dict[str, Any]:
    """A field for each cell of the rows, by table and column."""
    if form.new is None:
        return {}
    known = {
        "hedge": tuple(CODES),
        "modality": MODALITIES,
        "quantity": tuple(read(form.folder).plan.quantities),
    }
    return {
        name: _field(name, cell, known.get(name.partition(".")[2], ()))
        for name, cell in form.new.cells.items()
    }


def _field(name: str, cell: Cell, choices: tuple[str, ...]) -> Any:
    column = name.partition(".")[2]
    if choices:
        return w.Dropdown(description=column, options=["", *choices], value=cell.value, **WIDE)
    return w.Text(description=column, value=cell.value, **WIDE)


def _laid_out(form: Form, fields: dict[str, Any]) -> tuple[Any, ...]:
    """The fields, each with what it was taken from: those that matter first, the others folded."""
    if form.new is None:
        return ()
    cells = form.new.cells
    pairs = {name: w.VBox([field, w.HTML(_from(cells[name]))]) for name, field in fields.items()}
    first = [pair for name, pair in pairs.items() if name.partition(".")[2] in ASKED]
    rest = w.Accordion([w.VBox([pair for pair in pairs.values() if pair not in first])])
    rest.set_title(0, "All other cells")
    return (*first, rest)


def _from(cell: Cell) -> str:
    """What a field was taken from, below it."""
    said = taken_from(cell) if cell.value else ""
    told = f"from: {said}" if said and cell.sure else said
    return f'<div style="margin-left: calc(11em + 8px); line-height: 1.3">{html.escape(told)}</div>'


def _page(text: str) -> str:
    """What a step says, where no Markdown is drawn; read out when it comes."""
    plain = "\n".join(wrapped(text.replace("```text\n", "").replace("\n```", "").replace("\\", ""), COLUMNS))
    return f'<div role="alert"><pre style="white-space: pre-wrap">{html.escape(plain)}</pre></div>'
