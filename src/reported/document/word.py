"""Word: the briefing as a text to edit and to quote from.

The same findings, tables and figures in the same order as on the page, in plain styles. What a sentence rests
on stands in its footnote, so that it goes along when the sentence is copied; behind the text each claim has a
row, to which the numbers lead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any

import yaml

from reported.document import evidence, quotations
from reported.document.assembly import Section, banner, bottom_line, front_figure, method, of_role, uses
from reported.document.section import LIMITS, QUESTION, WRITTEN, grounds_of
from reported.edition import NOTHING_TO_HOLD, Edition
from reported.figures.charts import FIGURE
from reported.wording.findings import FINDING, TABLE, pipe_table, plain, the_first
from reported.wording.language import say, spoken, word_for

MOST_NOTED = 4  # claims of a footnote that are told; of the rest it gives the numbers
LONGEST, ROOM = 16, 3  # letters of a word for which a column is made wider, and how many more it is
ROLES = ("confidence", "basis", "would-change")  # of page one, behind the judgements


def word(parts: list[Section], edition: Edition, name: str) -> str:
    """The briefing as Markdown for Word; ``name`` is the edition's."""
    return _Text(parts, edition, name).whole()


class _Text:
    """A text in the making: its footnotes and its captions are counted as they come."""

    def __init__(self, parts: list[Section], edition: Edition, name: str):
        self.parts, self.edition, self.name = parts, edition, name
        self.numbers = evidence.numbered(uses(parts), edition)
        self.notes: list[str] = []
        self.counted = {kind: count(1) for kind in (TABLE, FIGURE)}
        self.front = front_figure(parts)

    def whole(self) -> str:
        """All of it, with its head."""
        about = self.edition.record.plan.dossier
        head = {"title": plain(about.title), "subtitle": plain(about.question), "lang": spoken().code}
        body = [
            " · ".join(map(plain, banner(self.edition, self.name, known=True))),
            *self._page_one(),
            *(block for part in self.parts if not part.absent for block in self._section(part)),
            method(),
            self._claims(),
            plain(about.license),
            *self.notes,
        ]
        text = quotations.marked("\n\n".join(filter(None, body)), self.edition)
        return f"---\n{yaml.safe_dump(head, allow_unicode=True, sort_keys=True)}---\n\n{text}\n"

    def _page_one(self) -> list[str]:
        """Page one: what was claimed and the answer, its figure, the judgements and what else has a role."""
        told = [*of_role(self.parts, "claimed"), *bottom_line(self.parts)]
        blocks = [self._found(found, found["notebook"]) for found in told]
        if self.front:
            blocks += self._figure(self.front)
        if judgements := of_role(self.parts, "judgement"):
            blocks.append(f"# {plain(say('page-judgements'))}")
            blocks += [block for found in judgements for block in self._judged(found)]
        for role in ROLES:
            if found := of_role(self.parts, role):
                blocks.append(f"# {plain(word_for('page', role))}")
                blocks += [self._found(one, one["notebook"]) for one in found]
        return blocks

    def _judged(self, found: Mapping[str, Any]) -> list[str]:
        grounds = [f"*{plain(label)}:* {plain(text)}" for label, text in grounds_of(found)]
        return [self._found(found, found["notebook"], strong=True), *grounds]

    def _found(self, found: Mapping[str, Any], section: str, strong: bool = False) -> str:
        """A finding as a paragraph with its footnote."""
        text = plain(found["sentence"])
        text = f"**{text}**" if strong else text
        if found["id"] == NOTHING_TO_HOLD:
            return text
        note = evidence.noted(found, section, self.edition, self.numbers, MOST_NOTED)
        self.notes.append(f"[^{len(self.notes) + 1}]: {note}")
        return f"{text}[^{len(self.notes)}]"

    def _section(self, section: Section) -> list[str]:
        """A section: its question, then all that its notebook shows, in order."""
        blocks = [f"# {section.question}"]
        for kind, what in section.parts:
            if kind in WRITTEN:
                blocks += self._written(kind, what, section)
            elif kind == FINDING:
                blocks.append(self._found(what, section.name))
            elif kind == TABLE:
                blocks += [] if what.get("on_screen") else self._table(what)
            elif what != self.front:
                blocks += self._figure(what)
        return blocks

    def _written(self, kind: str, text: str, section: Section) -> list[str]:
        """The notebook's own words, without the question, which is the heading."""
        if section.not_run:
            return []
        if kind == QUESTION:
            text = text.partition("\n")[2].strip()
        made = say("page-computed-in", notebook=f"`notebooks/{section.name}.ipynb`")
        return [text, made] if kind == LIMITS else [text]

    def _table(self, table: Mapping[str, Any]) -> list[str]:
        rows = pipe_table(_widened(table), lambda claims: evidence.refs(claims, self.numbers, "cited"))
        return [rows, f": {self._label('page-table', TABLE)} {plain(table['caption'])}"]

    def _figure(self, figure: Mapping[str, Any]) -> list[str]:
        """A figure as a picture that has its title and source inside, with a caption below."""
        label, name = self._label("page-figure", FIGURE), figure["name"]
        plotted = say("page-plotted", file=f"`figures/{self.name}/{name}.csv`")
        caption = f"{label} {plain(figure['title'])} {plotted}."
        return [
            f"![{plain(figure['alt'])}](figures/{name}.png){{width=100%}}",
            f'::: {{custom-style="Image Caption"}}\n{caption}\n:::',
        ]

    def _label(self, message: str, kind: str) -> str:
        return f"**{plain(say(message))}&nbsp;{next(self.counted[kind])}.**"

    def _claims(self) -> str:
        """Every claim in use: number, what it says, whose it is, its document."""
        rows = [self._row(claim, number) for claim, number in evidence.carded(self.numbers).items()]
        if not rows:
            return ""
        columns = evidence.heads("word-claims", "number", "said", "whose", "document", "grade")
        dashes = "|".join("-" * width for width in (6, 40, 26, 24, 8))
        lines = [" | ".join(map(plain, columns)), dashes, *(" | ".join(row) for row in rows)]
        table = "\n".join([f"| {lines[0]} |", f"|{lines[1]}|", *(f"| {line} |" for line in lines[2:])])
        caption = (
            f": {self._label('page-table', TABLE)} {plain(say('word-claims') + the_first(len(self.numbers)))}"
        )
        return "\n\n".join([f"# {plain(say('evidence-cards'))}", table, caption])

    def _row(self, claim: str, number: int) -> Iterable[str]:
        row, words = self.edition.record.row(claim), self.edition.words
        said = " ".join(filter(None, (plain(words.said(row)) + ".", evidence.stated(row))))
        return (
            f"[{number}]{{#claim-{number}}}",
            said,
            plain(words.by(row)),
            evidence.document_of(row, self.edition),
            evidence.grade_of(row, self.edition) or "–",
        )


def _widened(table: Mapping[str, Any]) -> dict[str, Any]:
    """A table of which no column is narrower than the longest word in it, as far as that is no address."""
    columns = zip(table["columns"], *table["rows"], strict=True)
    words = ([word for cell in column for word in str(_shown(cell)).split()] for column in columns)
    longest = [min(max(map(len, told), default=0), LONGEST) + ROOM for told in words]
    asked = table["widths"] or longest
    return {**table, "widths": [max(pair) for pair in zip(asked, longest, strict=True)]}


def _shown(cell: Any) -> Any:
    """What a cell shows; of one that names claims, numbers."""
    return cell.get("text", "") if isinstance(cell, Mapping) else cell
