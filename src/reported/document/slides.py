"""Slides: the same findings and figures as slides with speaker notes, and as one sheet to hand out.

A slide has one chart, and the chart's own finding is its message; what else the section found, and what it
does not show, is in the notes. Nothing is said here that a notebook did not compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Any
from unicodedata import east_asian_width

from reported.document.assembly import (
    Section,
    answering,
    bottom_line,
    drawn,
    front_figure,
    front_matter,
    grounds_of,
    hedge_rows,
    of_role,
    page_one,
)
from reported.document.evidence import heads
from reported.document.quotations import marked
from reported.document.section import LIMITS
from reported.edition import Edition
from reported.figures.charts import FIGURE, brief
from reported.wording.findings import FINDING, TABLE, pipe_table, plain
from reported.wording.language import say, word_for

MINUTES = 15
ROUNDED = 15  # seconds: what a speaker's watch can follow
MOST_SOURCE = 500  # letters; the notes have all of them
MOST_CHARTS = 9  # of sections: more do not go into a quarter of an hour; the others stand in the briefing
MOST_BELOW = 420  # letters of the answer below its chart
MOST_LIMITS = 10  # what one column of the sheet has room for
ASKED = ("confidence", "basis", "would-change")  # roles whose findings answer what may be asked, in its order
FIGURE_COLUMNS = 4  # of the table of figures: its name and its wordings; who said it stands in front


def slides(parts: list[Section], edition: Edition, name: str) -> str:
    """The slides as Markdown: what was reported, the answer, one for each section, what may be asked.

    A slide says when it begins and ends, and its notes how long it takes.
    """
    front = front_figure(parts)
    shown = [_opening(parts, edition)]
    if front:
        answer = bottom_line(parts)
        told = [*answer, *of_role(parts, "confidence"), *of_role(parts, "would-change")]
        question = next(part.question for part in parts if front in part.of(FIGURE))
        shown.append(_slide(question, front, told, [], _below(f["sentence"] for f in answer)))
    figures = ((part, next((what for what in part.of(FIGURE) if what != front), None)) for part in parts)
    drawn = [(part, figure) for part, figure in figures if figure and not part.not_run]
    for part, figure in drawn[:MOST_CHARTS]:
        found = _judgement_first(part.of(FINDING))
        shown.append(_slide(part.question, figure, found, _limits(part)))
    timed = [
        slide.replace("{at}", mark).replace("{long}", long)
        for slide, (mark, long) in zip(shown, _marks(len(shown)), strict=True)
    ]
    deck = marked("\n\n".join([*timed, *_asked(parts)]), edition)
    return f"{front_matter(edition, name)}\n\n{deck}\n"


def _below(sentences: Iterable[str]) -> list[str]:
    """The first of some sentences, as many as leave the chart above them its room; all of them are in the
    notes.
    """
    said = list(sentences)
    return [
        text
        for text, letters in zip(said, accumulate(map(_wide, said)), strict=True)
        if letters <= MOST_BELOW
    ]


def _wide(text: str) -> int:
    """How many letters long a text is; a letter that fills a square counts twice."""
    return sum(2 if east_asian_width(letter) in "FW" else 1 for letter in text)


def _marks(count: int) -> list[tuple[str, str]]:
    """When each slide begins and ends (``1:15–2:30``), and its time (``1:15``): equal shares of the talk."""

    def clock(seconds: int) -> str:
        return f"{seconds // 60}:{seconds % 60:02d}"

    ends = [round(MINUTES * 60 * n / count / ROUNDED) * ROUNDED for n in range(count + 1)]
    return [(f"{clock(start)}–{clock(end)}", clock(end - start)) for start, end in pairwise(ends)]


def _judgement_first(found: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return sorted(found, key=lambda f: f["role"] not in ("judgement", "bottom-line"))


def _opening(parts: list[Section], edition: Edition) -> str:
    about = edition.record.plan.dossier
    claimed = [plain(f["sentence"]) for f in of_role(parts, "claimed") or bottom_line(parts)]
    notes = _notes([*of_role(parts, "judgement"), *of_role(parts, "basis")], [plain(about.caveat)])
    head = [
        '::::: {.slide kind="opening" at="{at}"}',
        f"# {plain(about.title)}",
        f"[{plain(about.question)}]{{.sub}}",
    ]
    return "\n\n".join([*head, *claimed, notes, ":::::"])


def _slide(
    question: str,
    figure: Mapping[str, Any],
    found: Iterable[Mapping[str, Any]],
    limits: list[str],
    more: Iterable[str] = (),
) -> str:
    """One chart and its message: its own title is the headline; ``more`` stands below it."""
    crop = " ".join(map(str, figure["crop"]))
    return "\n\n".join(
        [
            f'::::: {{.slide kind="chart" at="{{at}}" crop="{crop}"}}',
            f"# {plain(figure['title'])}",
            f"[{plain(question)}]{{.kicker}}",
            f"[{plain(figure['subtitle'])}]{{.sub}}",
            f"![{plain(figure['alt'])}](figures/{figure['name']}.svg)",
            f"[{plain(brief(figure['source'], MOST_SOURCE))}]{{.source}}",
            *map(plain, more),
            _notes(found, limits, figure["source"]),
            ":::::",
        ]
    )


def _notes(found: Iterable[Mapping[str, Any]], limits: list[str], source: str = "") -> str:
    """What the speaker says and has at hand: findings with their grounds, what is not shown, the sources."""
    lines = [say("slides-time", at="{at}", long="{long}")]
    for f in found:
        lines.append(plain(f["sentence"]))
        lines += [f"{label}: {plain(text)}" for label, text in grounds_of(f)]
    if limits:
        lines += [f"{say('slides-limits')}:", *limits]
    lines += [plain(source)] if source else []
    return "::: notes\n" + "\n\n".join(lines) + "\n:::"


def _asked(parts: list[Section]) -> list[str]:
    """The page for questions: each with the findings that answer it. None where nothing could be answered."""
    told = {
        word_for("slides-asked", role): [plain(f["sentence"]) for f in of_role(parts, role)] for role in ASKED
    }
    section = answering(parts)
    told[say("slides-asked-limits")] = _limits(section) if section else []
    lines = [f"**{question}** {' '.join(answers)}" for question, answers in told.items() if answers]
    head = ['::::: {.slide kind="asked" at=""}', f"# {say('slides-if-asked')}"]
    return ["\n\n".join([*head, *lines, ":::::"])] if lines else []


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
