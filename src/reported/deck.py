"""The deck: the same findings and figures as slides with speaker notes, and as one sheet to hand out.

A slide has one chart, and the chart's own finding is its message; what else the section found, and what it does not show, is in the
notes. Nothing is said here that a notebook did not compute.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from reported.assembly import LIMITS, Section, all_findings, bottom_line, drawn, front_figure, front_matter, hedge_rows, page_one
from reported.charts import FIGURE
from reported.edition import Edition
from reported.findings import FINDING, TABLE, pipe_table, plain

MINUTES = 15
ROUNDED = 15  # seconds: what a speaker's watch can follow


def slides(parts: list[Section], edition: Edition, name: str, labels: Mapping[str, Any]) -> str:
    """The deck as Markdown: what was reported, the answer, a slide for each section that found something to draw, and what may be asked."""
    words = labels["deck"]
    front = front_figure(parts)
    shown = [_opening(parts, edition, labels)]
    if front:
        found = [*bottom_line(parts), *_of(parts, "confidence"), *_of(parts, "would-change")]
        shown.append(_slide(words["answer"], front, found, [], name, labels))
    for part in parts:
        figure = next((what for what in part.of(FIGURE) if what != front), None)
        if figure and not part.not_run:
            shown.append(_slide(_question(part), figure, part.of(FINDING), _limits(part), name, labels))
    marks = _marks(len(shown))
    timed = [slide.replace("{at}", mark) for slide, mark in zip(shown, marks, strict=True)]
    return "\n\n".join([front_matter(edition, name, labels), *timed, _asked(parts, words)]) + "\n"


def _marks(count: int) -> list[str]:
    """When each slide begins and ends, in equal shares of the talk: ``1:15–2:30``."""
    ends = [round(MINUTES * 60 * n / count / ROUNDED) * ROUNDED for n in range(count + 1)]
    return ["–".join(f"{second // 60}:{second % 60:02d}" for second in pair) for pair in zip(ends, ends[1:], strict=False)]


def _opening(parts: list[Section], edition: Edition, labels: Mapping[str, Any]) -> str:
    about = edition.plan.dossier
    claimed = [plain(f["sentence"]) for f in _of(parts, "claimed")] or [plain(f["sentence"]) for f in bottom_line(parts)]
    notes = _notes([*_of(parts, "judgement"), *_of(parts, "basis")], [plain(about.caveat)], labels)
    return "\n\n".join(
        [
            '::::: {.slide kind="opening" at="{at}"}',
            f"# {plain(about.title)}",
            f"[{plain(about.question)}]{{.sub}}",
            *claimed,
            notes,
            ":::::",
        ]
    )


def _slide(
    question: str,
    figure: Mapping[str, Any],
    found: Iterable[Mapping[str, Any]],
    limits: list[str],
    name: str,
    labels: Mapping[str, Any],
) -> str:
    """One chart and its message. The picture's own title is the headline, so the drawing is shown without it."""
    crop = " ".join(map(str, figure["crop"]))
    return "\n\n".join([
        f'::::: {{.slide kind="chart" at="{{at}}" crop="{crop}"}}', f"# {plain(figure['title'])}", f"[{plain(question)}]{{.kicker}}",
        f"[{plain(figure['subtitle'])}]{{.sub}}", f"![{plain(figure['alt'])}](figures/{figure['name']}.svg)",
        f"[{plain(figure['source'])}]{{.source}}", _notes(found, limits, labels), ":::::",
    ])  # fmt: skip


def _notes(found: Iterable[Mapping[str, Any]], limits: list[str], labels: Mapping[str, Any]) -> str:
    """What the speaker says: each finding with its grounds, then what is not shown."""
    words = labels["deck"]
    lines = [f"{words['time']} {{at}}."]
    for f in found:
        lines.append(plain(f["sentence"]))
        lines += [f"{labels[ground]}: {plain(f[ground])}" for ground in ("why", "linchpin") if f[ground]]
    if limits:
        lines += [f"{words['limits']}:", *limits]
    return "::: notes\n" + "\n\n".join(lines) + "\n:::"


def _asked(parts: list[Section], words: Mapping[str, Any]) -> str:
    """The page for questions: each with the findings that answer it."""
    lines = ['::::: {.slide kind="asked" at=""}', f"# {words['if_asked']}"]
    for role, question in words["asked"].items():
        answers = [plain(f["sentence"]) for f in _of(parts, role)]
        if answers:
            lines += [f"**{question}** " + " ".join(answers)]
    limits = _limits(_answering(parts)) if _answering(parts) else []
    if limits:
        lines += [f"**{words['asked_limits']}** " + " ".join(limits)]
    return "\n\n".join([*lines, ":::::"])


def _of(parts: Iterable[Section], role: str) -> list[dict[str, Any]]:
    return [f for f in all_findings(parts) if f["role"] == role]


def _answering(parts: Iterable[Section]) -> Section | None:
    """The section that computed the bottom line."""
    return next((p for p in parts if any(f["role"] == "bottom-line" for f in p.of(FINDING))), None)


def _question(part: Section) -> str:
    """The question a section asks: its notebook's title."""
    title = next(re.match(r"# (?:\d+ · )?(.*)", text) for text in part.of("text"))
    return title[1] if title else part.name


def _limits(part: Section) -> list[str]:
    """What a section does not show, point by point."""
    text = next((text for text in part.of("text") if text.startswith(LIMITS)), "")
    return re.findall(r"^- (.*)", text, re.M)


def handout(parts: list[Section], edition: Edition, name: str, labels: Mapping[str, Any]) -> str:
    """One sheet as Markdown: page one in front; on the back the figures, how hedges were read, what is not shown, and where the rest is."""
    words = labels["deck"]
    figures = next((t for p in parts if any(f["role"] == "claimed" for f in p.of(FINDING)) for t in p.of(TABLE)), None)
    answering = _answering(parts)
    rows = hedge_rows(edition)
    back = []
    if figures:
        back += [f"## {words['figures']}", pipe_table(_without_claims(figures))]
    if rows:
        columns = [labels[k] for k in ("said", "literal", "pragmatic")]
        back += [
            f"## {labels['hedges']}",
            pipe_table({"columns": columns, "rows": [[r[0], *r[2:]] for r in rows], "widths": [3, 3, 3]}),
        ]
    figure = next((what for what in (answering.of(FIGURE) if answering else []) if what != front_figure(parts)), None)
    if figure:
        back.append(drawn(figure, labels, name))
    limits = [limit for part in ([answering] if answering else parts) for limit in _limits(part)]
    if limits:
        back += [f"## {words['limits']}", "\n".join(f"- {limit}" for limit in [plain(edition.plan.dossier.caveat), *limits])]
    back += [f"## {words['more']}", words["where"].format(edition=name)]
    return (
        "\n\n".join([front_matter(edition, name, labels), page_one(parts, edition, {}, labels), "::::: {.back}", *back, ":::::"])
        + "\n"
    )


def _without_claims(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table without its column of references: a sheet by itself has no cards to refer to."""
    kept = [n for n, cell in enumerate(table["rows"][0]) if not (isinstance(cell, Mapping) and "claims" in cell)]
    return {
        "columns": [table["columns"][n] for n in kept],
        "rows": [[row[n] for n in kept] for row in table["rows"]],
        "widths": [table["widths"][n] for n in kept] if table["widths"] else [],
    }
