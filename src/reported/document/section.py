"""A section: what one executed notebook contributes, told twice over.

A story comes first, for whoever reads on: the sentences and the picture that the notebook marks for it, as
running text. Behind it lies the record: every other finding, table, picture and word of the notebook, folded
on a screen, open on paper. Where a notebook marks nothing, its first finding stands before the record.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from reported.document import evidence
from reported.edition import NOTHING_TO_HOLD, Edition
from reported.figures.charts import FIGURE
from reported.wording.findings import FINDING, TABLE, captioned, pipe_table, plain
from reported.wording.language import say, word_for
from reported.wording.prose import counted

# The kinds of a notebook's own words; the cells of the first two are known by their ids.
QUESTION, LIMITS, TEXT = "question", "limits", "text"
WRITTEN = (QUESTION, LIMITS, TEXT)
TITLE = re.compile(r"# (?:\d+ · )?(.*)")
STORY = "story"  # the tag of a cell whose finding or figure is told in the story
PARAGRAPH = 320  # letters of sentences after which a paragraph of the story ends
KINDS = {FINDING: "finding", TABLE: "table", FIGURE: "chart"}  # what a record counts, by the noun for it

Part = tuple[str, Any]  # (kind of words, str) | (mime, data)


@dataclass
class Section:
    """What one executed notebook contributes: its texts and outputs, each output with its cell's number."""

    name: str
    parts: list[Part] = field(default_factory=list)
    marked: set[int] = field(default_factory=set)  # the places of those parts that the story tells

    def of(self, kind: str) -> list[Any]:
        """The contributions of one kind, in order."""
        return [what for mime, what in self.parts if mime == kind]

    @property
    def question(self) -> str:
        """What the notebook asks: the title of its first cell."""
        title = TITLE.match("".join(self.of(QUESTION)[:1]))
        return title[1] if title else self.name

    @property
    def lead(self) -> str:
        """What stands below the question."""
        return "".join(self.of(QUESTION)[:1]).partition("\n")[2].strip()

    @property
    def not_run(self) -> bool:
        """Whether the notebook stepped aside for want of figures."""
        return any(found["role"] == "not-run" for found in self.of(FINDING))

    @property
    def absent(self) -> bool:
        """Whether its question cannot be asked of this dossier on any day: then it has no place in a
        document."""
        return any(found["id"] == NOTHING_TO_HOLD for found in self.of(FINDING))

    @property
    def told(self) -> set[int]:
        """The places of the parts that stand before the record: what is marked, or else the first finding."""
        first = [place for place, (kind, _) in enumerate(self.parts) if kind == FINDING][:1]
        return self.marked or set(first)

    @property
    def story(self) -> list[Part]:
        """The findings and figures that the story tells, in the order of the notebook; a finding that it has
        short words for in these.
        """
        return [
            (kind, _in_short(what)) for place, (kind, what) in enumerate(self.parts) if place in self.told
        ]

    @property
    def in_full(self) -> list[Part]:
        """What the record has in full because the story tells it in short."""
        parts = [self.parts[place] for place in sorted(self.told)]
        return [(kind, what) for kind, what in parts if _in_short(what) is not what]

    @property
    def record(self) -> list[Part]:
        """All that stands behind the story, in the order of the notebook, and in full what it tells in
        short."""
        return [
            (kind, what)
            for place, (kind, what) in enumerate(self.parts)
            if kind != QUESTION and (place not in self.told or _in_short(what) is not what)
        ]


def _in_short(what: Any) -> Any:
    """A finding in the words that the story has for it; itself, and anything else, where there are none."""
    if not isinstance(what, Mapping) or not what.get("told"):
        return what
    return {**what, "sentence": what["told"], "told": ""}


@dataclass(frozen=True)
class Telling:
    """How sections of a document of an edition (``name``) are told; ``front`` is the figure of page one, to
    which its section only points.
    """

    edition: Edition
    numbers: evidence.Numbers
    name: str
    front: Mapping[str, Any] | None

    def section(self, section: Section) -> str:
        """A section as Markdown: the question, the story, the record."""
        head = f"# {section.question} {{#sec-{section.name}}}"
        if section.not_run:
            told = [self._one(part, section) for part in section.parts if part[0] != TEXT]
            return "\n\n".join(filter(None, [head, *told]))
        before, behind = (section.lead, "") if section.marked else ("", section.lead)
        parts = section.record
        inside = [behind, *self._grounds(section), *(self._one(part, section) for part in parts)]
        record = evidence.recorded(_holds(parts), inside, f"record-{section.name}") if parts else behind
        return "\n\n".join(filter(None, [head, before, *self._story(section), record]))

    def _story(self, section: Section) -> Iterable[str]:
        """The story: its sentences in paragraphs, what each rests on below them, and its pictures."""
        open_: list[Mapping[str, Any]] = []
        for kind, what in section.story:
            if kind == FINDING:
                open_.append(what)
                if sum(len(found["sentence"]) for found in open_) < PARAGRAPH:
                    continue
            yield self._paragraph(open_, section)
            open_ = []
            if kind != FINDING:
                yield self._one((kind, what), section)
        yield self._paragraph(open_, section)

    def _paragraph(self, found: Iterable[Mapping[str, Any]], section: Section) -> str:
        sentences, opened = [], []
        for one in found:
            name = f"{section.name}-{one['id']}"
            sentences.append(evidence.told(one, self.numbers, f"rests-{name}", f"finding-{name}"))
            opened.append(evidence.opened(one, section.name, self.edition, self.numbers, f"rests-{name}"))
        if not sentences:
            return ""
        return "\n\n".join(["::::: {.story}", " ".join(sentences), *opened, ":::::"])

    def _one(self, part: Part, section: Section) -> str:
        """A part of the record, or a figure of the story."""
        kind, what = part
        if kind in WRITTEN:
            return self._text(kind, what, section)
        if kind == FINDING:
            body = plain(what["sentence"]) + evidence.refs(what["claims"], self.numbers)
            body = "\n\n".join([body, *_in_print(grounds(what))])
            if any(part[1] is what for part in section.in_full):  # what it rests on stands in the story
                return f":::: {{.finding #full-{section.name}-{what['id']}}}\n{body}\n::::"
            opened = evidence.opened(what, section.name, self.edition, self.numbers)
            return f":::: {{.finding #finding-{section.name}-{what['id']}}}\n{body}\n\n{opened}\n::::"
        if kind == TABLE:
            rows = pipe_table(what, lambda claims: evidence.refs(claims, self.numbers, "cited"))
            caption = captioned(what, f"tbl-{section.name}-{what['id']}")
            table = f"{rows}\n\n{caption}"
            return evidence.on_screen(table) if what.get("on_screen") else table
        if what == self.front:
            there = f"[{say('page-figure-above')}](#fig-page-one-{what['name']})"
            return f"{there} {_plotted(what, self.name)}"
        return drawn(what, self.name)

    def _grounds(self, section: Section) -> Iterable[str]:
        """The grounds of those judgements that the story tells in full, for paper, where page one may lack
        the room.
        """
        full = [what for _, what in section.in_full]
        for place in sorted(section.told):
            kind, what = section.parts[place]
            if kind == FINDING and grounds(what) and what not in full:
                yield from _in_print([plain(what["sentence"]), *grounds(what)], ".finding")

    def _text(self, kind: str, source: str, section: Section) -> str:
        """A notebook's own words: its limits are a box of their own. Of one that was not run none stand."""
        made = say("page-computed-in", notebook=f"`notebooks/{section.name}.ipynb`")
        made = f"[{made}]{{.made-by}}"
        if section.not_run:
            return made if kind == LIMITS else ""
        if kind == LIMITS:
            return f"::: {{.limits}}\n{source}\n\n{made}\n:::"
        return source if kind == TEXT else ""


def grounds_of(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Why a judgement is made and what it turns on, as far as it says so, each with its label."""
    return [(word_for("page", ground), found[ground]) for ground in ("why", "linchpin") if found[ground]]


def grounds(found: Mapping[str, Any]) -> list[str]:
    """The same as Markdown, a paragraph each."""
    return [f"[{label}]{{.label}} {plain(text)}" for label, text in grounds_of(found)]


def _in_print(told: Iterable[str], more: str = "") -> list[str]:
    """Paragraphs for paper alone, in a block (``more`` are further classes of it); none for none."""
    inside = "\n\n".join(told)
    return [f"::: {{{' '.join(filter(None, [more, '.in-print']))}}}\n{inside}\n:::"] if inside else []


def _holds(parts: Iterable[Part]) -> str:
    """What a record holds, in a line: so many findings, tables, charts, and the limits."""
    kinds = [kind for kind, _ in parts]
    many = Counter(kinds)
    named = [counted(many[kind], noun) for kind, noun in KINDS.items() if many[kind]]
    limits = [say("record-limits")] if LIMITS in kinds else []
    return say("record-holds", parts=", ".join([*named, *limits]) or say("record-words"))


def drawn(what: Mapping[str, Any], name: str, prefix: str = "") -> str:
    """A figure: on paper as it is, on the screen with its title and source as text of the page around it."""
    crop, slim = (" ".join(map(str, what[size])) for size in ("crop", "slim"))
    lines = [
        f'::::: {{.figure #fig-{prefix}{what["name"]} crop="{crop}" slim="{slim}"}}',
        evidence.on_screen(f"**{plain(what['title'])}**\n\n{plain(what['subtitle'])}", ".head"),
        f"![{plain(what['alt'])}](figures/{what['name']}.svg)",
        evidence.on_screen(plain(what["source"]), ".foot"),
        _plotted(what, name) if name else "",
        ":::::",
    ]
    return "\n\n".join(filter(None, lines))


def _plotted(what: Mapping[str, Any], name: str) -> str:
    """Where the numbers of a figure of the edition stand."""
    return say("page-plotted", file=f"`figures/{name}/{what['name']}.csv`")
