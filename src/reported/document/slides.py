"""Slides: the same findings and figures as slides with speaker notes, and as one sheet to hand out.

A slide has one message and one picture, and letters that can be read from the last row; a picture that is
higher than a slide is shown in parts, and what the others need after what was said. The notes begin with the
words to say, and these decide how long a slide is shown; below them is what a speaker has at hand. Nothing is
said here that a notebook did not compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate
from math import ceil
from pathlib import Path
from typing import Any

from reported.document.assembly import (
    Section,
    answering,
    bottom_line,
    drawn,
    front_figure,
    front_matter,
    hedge_rows,
    of_role,
    page_one,
)
from reported.document.evidence import heads
from reported.document.quotations import marked
from reported.document.section import LIMITS, grounds_of
from reported.document.stage import Band, shown
from reported.edition import Edition
from reported.figures.charts import FIGURE
from reported.wording.findings import FINDING, TABLE, pipe_table, plain
from reported.wording.language import capital, say, spoken, word_for

MINUTES = 15  # a talk is no longer
MOST_WORDS = 15  # of a slide, its picture left aside
PACE = {"en": 130, "ko": 100}  # words a minute; Korean packs more into one
ROUNDED = 5  # seconds: what a speaker's watch can follow
SHORTEST = 10  # seconds that a slide is shown
MOST_CHARTS = 9  # of sections: more do not go into a quarter of an hour; the others stand in the briefing
MOST_LIMITS = 6  # what the foot of the sheet has room for
ASKED = ("confidence", "basis", "would-change")  # roles whose findings answer what may be asked, in its order
FIGURE_COLUMNS = 4  # of the table of figures: its name and its wordings; who said it stands in front
SENTENCE = re.compile(r"(?<=[.?!]) +(?=[\w“‘(])")


@dataclass(frozen=True)
class Slide:
    """One slide: a message, a line beside it, a part of a figure; what to say, and what to have at hand."""

    kind: str
    message: str
    line: str = ""
    figure: Mapping[str, Any] | None = None
    bands: tuple[Band, ...] = ()
    built: bool = True  # with what the others need
    said: tuple[str, ...] = ()
    at_hand: tuple[str, ...] = ()  # Markdown

    @property
    def seconds(self) -> int:
        """How long it is shown: what saying its words takes, as a watch shows it."""
        return max(SHORTEST, ceil(spoken_words(self.said) * 60 / _pace() / ROUNDED) * ROUNDED)


def slides(parts: list[Section], edition: Edition, name: str, folder: Path) -> str:
    """The slides as Markdown: what is asked, the answer, one for each section, what may be asked.

    A slide says when it begins and ends, and its notes begin with what to say. The figures lie in ``folder``.
    """
    front = front_figure(parts)
    shown_in = [(part, _pictured(part, front)) for part in parts if not part.not_run]
    told = [(part, figure) for part, figure in shown_in if figure][:MOST_CHARTS]
    room = MINUTES * 60 // (len(told) + 2)
    groups = [[_opening(parts, edition, name, room)]]
    if front:
        asked = next(part for part in parts if front in part.of(FIGURE))
        answer = bottom_line(parts)
        more = [*answer, *(found for found in asked.of(FINDING) if found not in answer)]
        groups.append(_of_figure(asked.question, front, answer, more, [], folder, room))
    for part, figure in told:
        story = [what for kind, what in part.story if kind == FINDING]
        found = _judgement_first(part.of(FINDING))
        groups.append(_of_figure(part.question, figure, story, found, _limits(part), folder, room))
    made = [slide for group in groups for slide in group]
    ends = [0, *accumulate(slide.seconds for slide in made)]
    timed = [_written(slide, start, end) for slide, start, end in zip(made, ends, ends[1:], strict=False)]
    deck = marked("\n\n".join([*timed, *_asked(parts)]), edition)
    return f"{front_matter(edition, name)}\n\n{deck}\n"


def _pictured(part: Section, front: Mapping[str, Any] | None) -> Mapping[str, Any] | None:
    """The picture of a section on a slide: that of its story, or else its first, but for that of page one."""
    of_story = [what for kind, what in part.story if kind == FIGURE]
    return next((what for what in [*of_story, *part.of(FIGURE)] if what != front), None)


def spoken_words(texts: Iterable[str]) -> int:
    """How many words a speaker says: of a number, one for each digit that is named, and for each group."""
    words = " ".join(texts).split()
    return sum(max(1, len(re.findall(r"[1-9,]", word))) for word in words)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def _few(texts: Iterable[str]) -> list[str]:
    """Those of some texts, in their order, that leave a slide with no more words than it may have."""
    kept: list[str] = []
    for text in texts:
        if text and sum(len(one.split()) for one in [*kept, text]) <= MOST_WORDS:
            kept.append(text)
    return kept


def _message(title: str, question: str) -> list[str]:
    """The message of a slide and the line above it: the title of its figure, or what it says before a
    semicolon; the question, where that is longer than a slide has room for.
    """
    whole = title.partition("; ")[0]
    short = title if whole == title else whole.rstrip(".") + "."
    first = next((text for text in (title, short) if len(text.split()) <= MOST_WORDS), "")
    return _few([first, question]) if first else _few([question]) or [question]


def _judgement_first(found: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(found, key=lambda f: f["role"] not in ("judgement", "bottom-line"))


def _opening(parts: list[Section], edition: Edition, name: str, room: int) -> Slide:
    """What is asked, and of an earlier day which one; both are said where a slide has no room for them."""
    about = edition.record.plan.dossier
    day = (
        say("page-as-of", day=edition.words.day, known=False, newest="")
        if edition.record.parameters.day
        else ""
    )
    asked = capital(about.question.rpartition(": ")[2])
    lines = _few([about.title, day, about.question])
    if about.question not in lines:
        lines = _few([*lines, asked])
    claimed = [f["sentence"] for f in of_role(parts, "claimed") or bottom_line(parts)]
    notes = [plain(text) for text in (say("page-edition", name=name), day, about.caveat) if text]
    notes += _found([*of_role(parts, "judgement"), *of_role(parts, "basis")])
    message, *more = lines or [about.title]
    said = _script([about.question, *claimed], _words_in(room))
    return Slide("opening", message, " · ".join(more), said=tuple(said), at_hand=tuple(notes))


def _words_in(seconds: int) -> int:
    """How many words are said in so many seconds, once the time is rounded."""
    return (seconds - ROUNDED) * _pace() // 60


def _pace() -> int:
    """How many words a minute are said in the language that is spoken."""
    return PACE.get(spoken().code, PACE["en"])


def _of_figure(
    question: str,
    figure: Mapping[str, Any],
    story: Iterable[Mapping[str, Any]],
    found: Iterable[Mapping[str, Any]],
    limits: Sequence[str],
    folder: Path,
    room: int,
) -> list[Slide]:
    """The slides of one figure, which together are shown no longer than ``room`` seconds."""
    message, *line = _message(figure["title"], question)
    drawing = shown(folder / "figures" / f"{figure['name']}.svg", *figure["crop"])
    first = Slide("chart" if drawing.parts else "words", message, "".join(line), figure)
    steps = [
        replace(first, bands=bands, built=built)
        for bands in drawing.parts
        for built in ((False, True) if drawing.built else (True,))
    ] or [first]
    most = _words_in(room - (SHORTEST + ROUNDED) * (len(steps) - 1))
    said = _script([f.get("told") or f["sentence"] for f in story], most)
    titled = [figure["title"]] if message != figure["title"] else []
    notes = [*map(plain, [*titled, figure["subtitle"]]), *_found(found)]
    notes += [f"{say('slides-limits')}:", *limits] if limits else []
    shares = [
        said[len(said) * n // len(steps) : len(said) * (n + 1) // len(steps)] for n in range(len(steps))
    ]
    steps = [replace(step, said=tuple(share)) for step, share in zip(steps, shares, strict=True)]
    return [*steps[:-1], replace(steps[-1], at_hand=(*notes, plain(figure["source"])))]


def _script(texts: Iterable[str], most: int) -> list[str]:
    """The sentences that a speaker has time for: texts as a whole, in their order; of the first, if it is too
    long, as many as there is time for.
    """
    texts = list(texts)
    said: list[str] = []
    for text in texts:
        if spoken_words([*said, text]) <= most:
            said.append(text)
    if not said and texts:
        for sentence in SENTENCE.split(texts[0]):
            if spoken_words([*said, sentence]) > most:
                break
            said.append(sentence)
    return said


def _found(found: Iterable[Mapping[str, Any]]) -> list[str]:
    """Findings with their grounds, line by line, as Markdown."""
    return [
        line
        for f in found
        for line in (plain(f["sentence"]), *(f"{label}: {plain(text)}" for label, text in grounds_of(f)))
    ]


def _written(slide: Slide, start: int, end: int) -> str:
    """A slide as Markdown."""
    marks = {"kind": slide.kind, "at": f"{_clock(start)}–{_clock(end)}"}
    lines = [f"# {plain(slide.message)}", *([f"[{plain(slide.line)}]{{.sub}}"] if slide.line else [])]
    if slide.figure and slide.at_hand:  # the last of its figure
        marks["data"] = f"figures/{slide.figure['name']}.csv"
    if slide.figure and slide.bands:
        marks["bands"] = " ".join(f"{edge:.1f}" for band in slide.bands for edge in band)
        marks["built"] = "yes" if slide.built else "no"
        lines.append(f"![{plain(slide.figure['alt'])}](figures/{slide.figure['name']}.svg)")
    time = say("slides-time", at=marks["at"], long=_clock(end - start))
    notes = [*map(plain, slide.said), time, *slide.at_hand]
    head = "::::: {.slide " + " ".join(f'{name}="{value}"' for name, value in marks.items()) + "}"
    return "\n\n".join([head, *lines, "::: notes\n" + "\n\n".join(notes) + "\n:::", ":::::"])


def _asked(parts: list[Section]) -> list[str]:
    """The slide for questions; its notes have the findings that answer them. None where nothing could be
    answered.
    """
    told = {
        word_for("slides-asked", role): [plain(f["sentence"]) for f in of_role(parts, role)] for role in ASKED
    }
    section = answering(parts)
    told[say("slides-asked-limits")] = _limits(section) if section else []
    answered = {question: answers for question, answers in told.items() if answers}
    head = ['::::: {.slide kind="asked" at=""}', f"# {plain(say('slides-if-asked'))}"]
    shown = [f"- {plain(question)}" for question in _few([say("slides-if-asked"), *answered])[1:]]
    notes = [line for question, answers in answered.items() for line in (plain(question), *answers)]
    body = ["\n".join(shown), "::: notes\n" + "\n\n".join(notes) + "\n:::", ":::::"]
    return ["\n\n".join([*head, *body])] if answered else []


def _limits(part: Section) -> list[str]:
    """What a section does not show, point by point."""
    return re.findall(r"^- (.*)", "".join(part.of(LIMITS)[:1]), re.M)


def handout(parts: list[Section], edition: Edition, name: str) -> str:
    """One sheet as Markdown: page one; behind it the figures, how hedges were read, what is not shown."""
    answers = answering(parts)
    implied = _implied(answers)
    figures = _figures(parts, implied)
    head = say("handout-figures" if implied else "handout-figures.alone")
    back = [f"# {head}", pipe_table(figures)] if figures else []
    charts = answers.of(FIGURE) if answers else []
    back += [drawn(chart, "") for chart in charts if chart != front_figure(parts)][:1]
    rows = [[said, *spans] for said, _, *spans in hedge_rows(edition)]
    columns = heads("hedges-table", "said", "literal", "pragmatic")
    hedges = pipe_table({"columns": columns, "rows": rows, "widths": [34, 26, 28]})
    others = [part for part in parts if part != answers and not part.not_run]
    limits = _limits(answers) if answers else []
    limits += [limit for part in others for limit in _limits(part)[:1]]
    shown = [plain(edition.record.plan.dossier.caveat), *limits[:MOST_LIMITS]]
    told = "\n\n".join(
        [
            page_one(parts, edition, {}),
            "::::: {.back}",
            *back,
            "::: {.beside}",
            *([f"# {say('page-hedges')}", hedges] if rows else []),
            f"# {say('slides-limits')}",
            "\n".join(f"- {limit}" for limit in shown),
            f"**{say('handout-more')}.** {say('handout-where', edition=name)}",
            ":::",
            ":::::\n",
        ]
    )
    return f"{front_matter(edition, name)}\n\n{marked(told, edition)}"


def _implied(answers: Section | None) -> dict[str, list[Any]]:
    """What the others imply for each quantity, and its verdict, as the section tells that has the answer."""
    tables = [table for table in (answers.of(TABLE) if answers else []) if table["id"] == "implied"]
    # Each quantity stands there first as retold.
    return {row[0]: row[3:5] for table in tables[:1] for row in reversed(table["rows"])}


def _figures(parts: list[Section], implied: Mapping[str, list[Any]]) -> dict[str, Any] | None:
    """The figures under examination as worded and retold, each with what is implied for it, if anything is.

    References are left out: they would lead nowhere here.
    """
    claimed = [part for part in parts if any(f["role"] == "claimed" for f in part.of(FINDING))]
    told = next((table for part in claimed for table in part.of(TABLE)), None)
    if told is None:
        return None
    kept = [n for n, cell in enumerate(told["rows"][0]) if not isinstance(cell, Mapping)][:FIGURE_COLUMNS]
    more = [say("handout-implied"), say("handout-verdict")] if implied else []
    return {
        "columns": [*(told["columns"][n] for n in kept), *more],
        "rows": [[*(row[n] for n in kept), *implied.get(row[0], ["–"] * len(more))] for row in told["rows"]],
        "widths": [*(told["widths"][n] for n in kept), *([30, 14] if more else [])],
    }
