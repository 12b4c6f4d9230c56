"""Pages: each exercise as one HTML file for a browser alone, with the questions and the sealed replies of its
notebook, in the order of its cells.

Nothing is asked twice: words come from the cells, questions from the sheet, replies as a notebook has them.
What only a notebook needs is told in cells with the tag ``notebook``, which a page leaves out.
"""

from __future__ import annotations

import ast
import html
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template
from typing import Any

from reported.analysis.hedges import READINGS
from reported.build.request import Request
from reported.classroom.exercises import answers, seals, words
from reported.classroom.exercises.asking import Exercise
from reported.classroom.questions import Sheet
from reported.document import rendering
from reported.document.assembly import banner, words_of
from reported.document.what_if import WORDINGS
from reported.edition import Edition
from reported.figures import fonts
from reported.wording.language import language, say, spoken

TEMPLATES = Path(__file__).parent / "page"
ONLY_NOTEBOOK = "notebook"  # the tag of a cell that tells what only a notebook needs
FEW = 9  # so many choices and more are no use on paper
STEPS = 48  # of a figure that is moved, from end to end, at most
SAID = "class-page-"  # how the messages begin that the script of a page says
SPACE = "\ue000"  # marks where a field goes: no text has this letter
FACES = [face for face in fonts.FACES if face.weight != 500]


@dataclass(frozen=True)
class Book:
    """The notebook of an exercise: its name without an ending, and its cells."""

    stem: str
    cells: Sequence[Any]


def pages(
    ed: Edition, request: Request, sheets: Mapping[str, Sheet], books: Sequence[Book]
) -> dict[str, bytes]:
    """A page for each exercise, by the name of its file. ``sheets`` are the exercises by the stem of their
    notebook.

    The same content gives the same bytes.
    """
    files = {book.stem: f"{book.stem}.html" for book in books}
    told = {book.stem: _told(ed, request, sheets[book.stem], book) for book in books}
    titles = {stem: sheets[stem].title for stem in files}
    style = "\n".join(_faces([*titles.values(), *("".join(each.values()) for each in told.values())], sheets))
    return {
        files[stem]: _page({**each, "faces": style, "others": _others(stem, titles, files)})
        for stem, each in told.items()
    }


def asked_in(cell: Any) -> list[str]:
    """The names of the questions that a cell for answers has room for."""
    (call,) = (node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call))
    return [word.arg for word in call.keywords if word.arg]


def _page(told: Mapping[str, str]) -> bytes:
    layout = (TEMPLATES / "exercise.html").read_text("utf-8")
    script = (TEMPLATES / "exercise.js").read_text("utf-8")
    style = (TEMPLATES / "exercise.css").read_text("utf-8")
    made = {**told, "script": script, "hash": rendering.hashed(script), "style": style}
    return Template(layout).substitute(made).encode()


def _told(ed: Edition, request: Request, sheet: Sheet, book: Book) -> dict[str, str]:
    """What stands on a page, as HTML, by its place in the layout."""
    about, lines = ed.record.plan.dossier, banner(ed, request.name)
    stacks = fonts.stacks(spoken().code)
    return {
        "lang": spoken().code,
        "title": html.escape(sheet.title),
        "dossier": html.escape(about.title),
        "banner": html.escape(" · ".join(lines)),
        "skip": html.escape(say("page-skip")),
        "no_script": html.escape(say("class-page.no-script")),
        "license": html.escape(about.license),
        "sans": stacks["sans"],
        "serif": stacks["serif"],
        "body": _body(sheet, book),
        "hand_in": _hand_in(sheet),
        "data": rendering.as_data(_data(sheet)),
    }


def _others(this: str, titles: Mapping[str, str], files: Mapping[str, str]) -> str:
    """The way to the other exercises of a pack."""
    items = []
    for number, (stem, title) in enumerate(titles.items(), 1):
        name = html.escape(f"{number} · {title}")
        link, here = (
            f'<a href="{html.escape(files[stem])}">{name}</a>',
            f'<span aria-current="page">{name}</span>',
        )
        items.append(f"<li>{here if stem == this else link}</li>")
    label = html.escape(say("class-page.others"))
    return f'<nav aria-label="{label}"><ol>{"".join(items)}</ol></nav>'


def _faces(told: Sequence[str], sheets: Mapping[str, Sheet]) -> Iterator[str]:
    """The fonts of the pages, cut to the letters of all of them, with those of the replies; so a font is cut
    once.
    """
    replies = (
        said for sheet in sheets.values() for q in sheet.questions.values() for _, said in q.replies.values()
    )
    text = "".join([*told, *replies]).replace(SPACE, "")
    korean = [face for face in fonts.faces(spoken().code) if face not in fonts.FACES]
    yield fonts.stylesheet(html.unescape(text), [*FACES, *korean])


# ── the cells in order ──────────────────────────────────────────────────────────────────────────────────────


def _body(sheet: Sheet, book: Book) -> str:
    """The cells of a notebook as a page has them: words as they are, fields where answers go."""
    text: list[str] = []
    fields: list[str] = []
    for cell in book.cells:
        tags = cell.metadata.get("tags", [])
        if ONLY_NOTEBOOK in tags:
            continue
        if cell.cell_type == "markdown":
            text.append(words_of(cell, book.stem))
        elif "setup" in tags:
            text.append(sheet.aside or sheet.given)
        elif {"answer", "move"} & {*tags}:
            found = _questions(sheet, asked_in(cell)) if "answer" in tags else _moves(sheet)
            if found:
                text.append(f"{SPACE}{len(fields)}{SPACE}")
                fields.append(found)
            elif len(text) > 2:  # what leads to questions that this edition does not ask
                text.pop()
    made = rendering.fragment("\n\n".join(text))
    made = re.sub(f"<p>{SPACE}(\\d+){SPACE}</p>", lambda found: fields[int(found[1])], made)
    return re.sub(r"<table.*?</table>", _stacking, made, flags=re.S)


def _stacking(table: re.Match[str]) -> str:
    """A table whose cells know the heads of their columns: a narrow screen sets them in a stack."""
    heads = [
        re.sub(r"<[^>]*>", "", head) for head in re.findall(r"<th(?: [^>]*)?>(.*?)</th>", table[0], re.S)
    ]
    column = itertools.cycle(heads)

    def cell(found: re.Match[str]) -> str:
        return f'<td data-head="{html.escape(html.unescape(next(column)))}"'

    made = re.sub(r"<td(?=[ >])", cell, re.sub(r"<colgroup>.*?</colgroup>", "", table[0], flags=re.S))
    made = re.sub(r"<th(?: [^>]*)?></th>", "<td></td>", made)
    return re.sub(r"^<table[^>]*>", "<table>", made)


# ── fields ──────────────────────────────────────────────────────────────────────────────────────────────────


def _questions(sheet: Sheet, names: Sequence[str]) -> str:
    return "\n".join(_question(sheet, name) for name in names if name in sheet.questions)


def _question(sheet: Sheet, name: str) -> str:
    """A question with its field, a button, and room for what is said to an answer."""
    question, place = sheet.questions[name], f"answer-{name}"
    letter = f"{name} · " if len(name) == 1 else ""
    text = html.escape(letter + _bare(question.text))
    choices = ", ".join(question.choices)
    if question.choices:
        options = [("", say("exercise-choose")), *((choice, choice) for choice in question.choices)]
        field = f'<select id="{place}" name="answer">{_options(options)}</select>'
    else:
        hint = html.escape(say("exercise-a-number"))
        field = (
            f'<input id="{place}" name="answer" autocomplete="off" inputmode="decimal" placeholder="{hint}">'
        )
    printed = f'<p class="choices">{html.escape(say("pack-choices", choices=choices))}</p>'
    check = html.escape(say("class-page.check"))
    named = html.escape(say("class-page.check-of", name=letter.removesuffix(" · ") or _bare(question.text)))
    return (
        f'<form class="question" data-name="{name}"><label for="{place}">{text}</label>'
        f"{printed if 0 < len(question.choices) < FEW else ''}"
        f'<div class="row">{field}<button aria-label="{named}">{check}</button></div>'
        f'<p class="reply" role="status"></p>'
        f'<ol class="earlier" aria-label="{html.escape(say("class-page.earlier"))}" hidden></ol></form>'
    )


def _options(options: Sequence[tuple[str, str]]) -> str:
    return "".join(f'<option value="{html.escape(v)}">{html.escape(text)}</option>' for v, text in options)


def _moves(sheet: Sheet) -> str:
    """A slider for every figure that can be moved, how it is to be read, and room for what comes of it."""
    made = []
    for name, move in sheet.moves.items():
        place = f"move-{name}"
        values = _values(sheet, name)
        start = _nearest(values, move.start)
        chosen = []
        for kind, message in (("wordings", "wording"), ("readings", "reading")):
            options = _options([*sheet.reckoned[kind].items()])
            label = html.escape(say(f"exercise-{kind}"))
            chosen.append(
                f'<div><label for="{place}-{message}">{label}</label>'
                f'<select id="{place}-{message}" name="{message}">{options}</select></div>'
            )
        text, last = html.escape(_bare(move.text)), len(values) - 1
        made.append(
            f'<form class="move" data-name="{name}"><label for="{place}">{text}</label>'
            f'<input type="range" id="{place}" name="value" min="0" max="{last}" value="{start}">'
            f'<p><output for="{place}"></output></p><div class="row">{"".join(chosen)}</div>'
            f'<p class="reply" role="status"></p></form>'
        )
    return "\n".join(made)


def _hand_in(sheet: Sheet) -> str:
    """How many answers were right, and the way to hand them in; nothing where nothing is asked."""
    if not sheet.questions:
        return ""
    told = {
        name: html.escape(say(f"class-page.{name}")) for name in ("hand-in", "how", "name", "save", "print")
    }
    return (
        f'<h2>{told["hand-in"]}</h2><p class="score" id="score" role="status"></p>'
        f'<p class="hint">{told["how"]}</p>'
        f'<form id="save"><label for="student">{told["name"]}</label><div class="row">'
        f'<input id="student" name="student" autocomplete="off"><button>{told["save"]}</button>'
        f'<button type="button" id="print">{told["print"]}</button></div>'
        '<p class="reply" role="status"></p></form>'
    )


def _bare(markdown: str) -> str:
    """A text of an exercise without the marks of Markdown."""
    return html.unescape(markdown).replace("*", "")


# ── data for the script ─────────────────────────────────────────────────────────────────────────────────────


def _data(sheet: Sheet) -> dict[str, Any]:
    """What the script of a page works with; every reply is sealed."""
    held = sheet.sealed()
    asked = {
        name: {
            **{key: question[key] for key in ("choices", "salt", "replies")},
            "forms": [seals.forms(choice)[0] for choice in question["choices"]],
        }
        for name, question in held["questions"].items()
    }
    return {
        "name": sheet.name,
        "seal": held["seal"],
        "longest": answers.LONGEST,
        "numerals": {key: held["supposing"]["numerals"][key] for key in ("group", "point", "sizes")},
        "questions": asked,
        "moves": {name: _moved(sheet, name) for name in sheet.moves},
        "words": _words(),
    }


def _words() -> dict[str, str]:
    """What the script says by itself, with room for each value."""
    names = [name for name in language("en").files if name.startswith(SAID)]
    said = {
        name.removeprefix(SAID): say(name, **{value: f"{{{value}}}" for value in spoken().taken(name)})
        for name in names
    }
    shared = {name: say(f"exercise-{name}") for name in ("far-off", "nothing-to-save")}
    score = say("exercise-score", right="{right}", of="{of}")
    return {**said, **shared, "score": score, "saved": say("exercise-saved", file="{file}")}


def _moved(sheet: Sheet, name: str) -> dict[str, Any]:
    """A figure that moves in steps: what each is called, and sealed what the exercise says to it, on each way
    of reading. Sealed, since it tells the answers to some questions.
    """
    exercise, move, values = Exercise(sheet.sealed()), sheet.moves[name], _values(sheet, name)
    replies = {
        f"{step} {wording} {reading}": (True, exercise.suppose(name, value, wording, reading).text)
        for (step, value), wording, reading in itertools.product(enumerate(values), WORDINGS, READINGS)
    }
    steps = [
        words.fill(move.one if value == 1 else move.many, value=words.stated(value, exercise.numerals))
        for value in values
    ]
    return {"steps": [_bare(step) for step in steps], **seals.sealed(replies, f"{sheet.name} {name}")}


def _values(sheet: Sheet, name: str) -> list[float]:
    """The numbers that a figure can be moved to: from end to end in even shares, two digits each."""
    low, high = sheet.moves[name].low, sheet.moves[name].high
    even = (low * (high / low) ** (step / STEPS) for step in range(STEPS + 1))
    return sorted({float(f"{value:.2g}") for value in even})


def _nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda step: abs(values[step] - value))
