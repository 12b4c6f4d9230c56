"""Assembly: executed notebooks become one Markdown document.

The words come from the notebooks (computed findings, written questions), from ``report/method.md`` and from
the labels beside the template; this room only puts them in order: page one from the roles of the findings, a
section per notebook, then the claims and documents they rest on.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from reported.analysis import consistency, hedges
from reported.document import evidence
from reported.dossier.claim import formed
from reported.edition import ANOTHER_TOPIC, FIGURES_LACKING, NOTHING_TO_HOLD, Edition
from reported.errors import Problem, Refused, quoted
from reported.figures.charts import FIGURE
from reported.notebooks import stored
from reported.wording.findings import FINDING, TABLE, pipe_table, plain
from reported.wording.prose import in_words, sentence, words

LIMITS = "## What this does not show"
TITLE = re.compile(r"# (?:\d+ · )?(.*)")
SHOWN = (FINDING, TABLE, FIGURE)
CLAIM_COLUMNS = (
    "source_id", "said_on", "quantity", "stated", "gloss", "modality", "hedge", "unit", "item", "item_code",
    "scope", "speaker", "role", "institution", "credited", "origin_id", "relays", "relation", "basis",
    "period_start", "period_end", "cumulative", "series", "alternative_group", "status", "credibility",
)  # fmt: skip
SOURCE_COLUMNS = ("publisher", "publisher_kind", "url", "published", "reached_via", "reliability")


WORKED = "worked"  # the tag of a cell that shows a step to whoever works through a notebook


@dataclass
class Section:
    """What one executed notebook contributes: its texts and outputs, each output with its cell's number."""

    name: str
    parts: list[tuple[str, Any]] = field(default_factory=list)  # ("text", str) | (mime, data)

    def of(self, kind: str) -> list[Any]:
        """The contributions of one kind, in order."""
        return [what for mime, what in self.parts if mime == kind]

    @property
    def not_run(self) -> bool:
        """Whether the notebook stepped aside for want of figures."""
        return any(found["role"] == "not-run" for found in self.of(FINDING))

    @property
    def absent(self) -> bool:
        """Whether its question cannot be asked of this dossier on any day: then it has no place in a
        document."""
        return any(found["id"] == NOTHING_TO_HOLD for found in self.of(FINDING))


def sections(notebooks: Iterable[Path]) -> list[Section]:
    """What executed notebooks contribute; those that ask for what the dossier does not have are left out.

    Raises Refused, naming notebook and cell, where an output has no place in the briefing: it would be lost.
    """
    made, lost = [], []
    for path in notebooks:
        section = Section(path.stem)
        for number, cell in enumerate(stored.read(path)["cells"], 1):
            if WORKED in cell["metadata"].get("tags", []):
                continue
            if cell["cell_type"] == "markdown":
                section.parts.append(("text", cell["source"]))
                continue
            for output in cell.get("outputs", []):
                mime = next((mime for mime in SHOWN if mime in output.get("data", {})), None)
                if mime:
                    section.parts.append((mime, {**output["data"][mime], "cell": cell["execution_count"]}))
                else:
                    lost.append(_lost(f"{path.name} cell {number}", output))
        if not any(found["id"] == ANOTHER_TOPIC for found in section.of(FINDING)):
            made.append(section)
    if lost:
        raise Refused(lost)
    return made


def _lost(where: str, output: Mapping[str, Any]) -> Problem:
    """What is wrong with an output that has no place in the briefing."""
    printed = "text" in output
    said = f"prints {quoted(''.join(output['text']).strip())}" if printed else "shows something else"
    what = f"{said}; only findings, tables and figures have a place in the briefing."
    return Problem(where, what, "Make it one of them, or take it out.")


def all_findings(parts: Iterable[Section]) -> list[dict[str, Any]]:
    """Every finding of an edition, each with the notebook that computed it."""
    return [{**found, "notebook": section.name} for section in parts for found in section.of(FINDING)]


def of_role(parts: Iterable[Section], role: str) -> list[dict[str, Any]]:
    """The findings that have a role on page one."""
    return [f for f in all_findings(parts) if f["role"] == role]


def uses(parts: Iterable[Section]) -> dict[str, list[str]]:
    """The claims that findings and table cells rest on, by first use, each with the notebooks that use it.

    A ratio of two claims counts as a use of both.
    """
    users: dict[str, list[str]] = {}
    for section in parts:
        named = (claim for _, what in section.parts if isinstance(what, Mapping) for claim in _named(what))
        for name in dict.fromkeys(part for claim in named for part in claim.split(" over ")):
            users.setdefault(name, []).append(section.name)
    return users


def _named(what: Mapping[str, Any]) -> list[str]:
    """The claims that a finding, or the cells of a table, name."""
    cells = [cell for row in what.get("rows", ()) for cell in row if isinstance(cell, Mapping)]
    return [claim for part in (what, *cells) for claim in part.get("claims", ())]


def every_claim(parts: Iterable[Section], edition: Edition) -> dict[str, dict[str, Any]]:
    """Every claim of the edition's dossier, by id: what it says, whose it is, where it stood, who names it.

    ``value`` is in ``unit``, as it was said; ``low`` and ``high`` are what the wording allows under the
    edition's reading, in ``base_unit`` (``None``: no end). A ratio of two claims counts as a use of both.
    """
    users, made = uses(parts), {}
    for row in edition.record.rows():
        if formed(row):
            continue
        source, units = edition.record.source(row.source_id), edition.record.q(row.quantity).units
        made[row.claim_id] = {
            **{column: getattr(row, column) for column in CLAIM_COLUMNS},
            **{column: getattr(source, column) for column in SOURCE_COLUMNS},
            "value": _number(row.value),
            "value_high": _number(row.value_high),
            "margin": _number(row.margin),
            "low": _number(row.interval.low),
            "high": _number(row.interval.high),
            "said": edition.words.said(row),
            "base_unit": consistency.base(units),
            "notebooks": users.get(row.claim_id, []),
        }
    return made


def _number(value: float) -> float | None:
    """A number to twelve digits, so that every machine writes the same; ``None`` for none."""
    return float(f"{value:.12g}") if math.isfinite(value) else None


def bottom_line(parts: Iterable[Section]) -> list[dict[str, Any]]:
    """The findings that answer the question; where it could not be asked yet, the reason for that."""
    aside = of_role(parts, "not-run")
    lacking = [f for f in aside if f["id"] in (FIGURES_LACKING, NOTHING_TO_HOLD)]
    return of_role(parts, "bottom-line") or (lacking or aside)[-1:]


def answering(parts: Iterable[Section]) -> Section | None:
    """The section that computed the bottom line."""
    return next((s for s in parts if any(f["role"] == "bottom-line" for f in s.of(FINDING))), None)


def document(
    parts: list[Section],
    edition: Edition,
    name: str,
    method: str,
    labels: Mapping[str, Any],
    panels: Iterable[str] = (),
) -> str:
    """The whole briefing as pandoc Markdown; ``panels`` are what only the page on a screen has."""
    users = uses(parts)
    numbers = evidence.numbered(users, edition)
    body = [
        front_matter(edition, name, labels),
        page_one(parts, edition, numbers, labels),
        *panels,
        *(
            _section(section, edition, numbers, labels, name, front_figure(parts))
            for section in parts
            if not section.absent
        ),
        method,
        _hedge_table(edition, labels),
        _short_names(edition, labels),
        evidence.cards(edition, numbers, users, labels),
        evidence.beside(edition, numbers, labels),
        evidence.sources(edition, numbers, labels),
    ]
    return "\n\n".join(filter(None, body)) + "\n"


def front_matter(edition: Edition, name: str, labels: Mapping[str, Any]) -> str:
    """The head of a document of this edition: title, question, banner, and the labels a template needs."""
    about = edition.record.plan.dossier
    newest = None if edition.record.parameters.day else edition.record.newest_day
    known = f", {labels['newest']} {in_words(str(newest))}" if newest else ""
    as_of = f"{labels['as_of']} {edition.words.day}{known}"
    banner = [f"{labels['edition']} {name}", as_of, *edition.record.parameters.differing(), about.caveat]
    head = {
        "title": about.title,
        "subtitle": about.question,
        "lang": "en",
        "description": about.description,
        "edition": name,
        "banner": banner,
        "labels": dict(labels),
        "toc-title": labels["contents"],
        "license": about.license,
    }
    return "---\n" + yaml.safe_dump(_escaped(head), allow_unicode=True, sort_keys=True) + "---"


def _escaped(value: Any) -> Any:
    """Metadata with its texts escaped: pandoc reads them as Markdown."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {name: _escaped(inner) for name, inner in value.items()}
    return [_escaped(inner) for inner in value]


def page_one(
    parts: list[Section], edition: Edition, numbers: evidence.Numbers, labels: Mapping[str, Any]
) -> str:
    """Page one: what was claimed, the answer, the judgements, how sure, the figure, what would change it."""
    of = partial(of_role, parts)

    def said(f: Mapping[str, Any], *more: str) -> str:
        # All of its claims stand beside the same finding in its section.
        body = [plain(f["sentence"]) + evidence.refs(f["claims"], numbers, most=4), *more]
        if f["id"] == NOTHING_TO_HOLD:  # its section, to which evidence leads, is not there
            return "\n\n".join(body)
        return "\n\n".join([*body, evidence.opened(f, f["notebook"], edition, numbers, labels)])

    def part(role: str, block: str = "", each: Callable[[str], str] = str) -> list[str]:
        told = [each(said(f)) + "\n" for f in of(role)]
        body = [f"::: {{.{block}}}", *told, ":::"] if block else told
        return ["", f"## {labels[role.replace('-', '_')]}", "", *body] if told else []

    def judged(f: Mapping[str, Any]) -> str:
        grounds = [f"[{label}]{{.label}} {plain(text)}" for label, text in grounds_of(f, labels)]
        return f"::: {{.judgement}}\n{said(f, *grounds)}\n:::\n"

    figure, judgements = front_figure(parts), of("judgement")
    return "\n".join(
        [
            "::::: {.page-one}",
            "::: {.bottom-line}",
            *(said(f) + "\n" for f in [*of("claimed"), *bottom_line(parts)]),
            ":::",
            *([f"\n## {labels['judgements']}\n"] if judgements else []),
            *map(judged, judgements),
            *part("confidence", "confidence"),
            *(["\n" + drawn(figure, labels, "", "page-one-")] if figure else []),
            *part("basis"),
            *part("would-change", "would-change", lambda text: "- " + text.replace("\n", "\n  ")),
            ":::::",
        ]
    )


def grounds_of(found: Mapping[str, Any], labels: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Why a judgement is made and what it turns on, as far as it says so, each with its label."""
    return [(labels[ground], found[ground]) for ground in ("why", "linchpin") if found[ground]]


def front_figure(parts: Iterable[Section]) -> Mapping[str, Any] | None:
    """The figure of page one: the first of the notebook that computed the bottom line."""
    section = answering(parts)
    return next(iter(section.of(FIGURE)), None) if section else None


def _section(
    section: Section,
    edition: Edition,
    numbers: evidence.Numbers,
    labels: Mapping[str, Any],
    name: str,
    front: Mapping[str, Any] | None,
) -> str:
    """A section as Markdown; the figure of page one (``front``) is only pointed to."""
    lines, made = [], f"[{labels['notebook']} `notebooks/{section.name}.ipynb`]{{.made-by}}"
    for kind, what in section.parts:
        if kind == "text":
            lines.append(_text(what, section.name, brief=section.not_run, made=made))
        elif kind == FINDING:
            body = plain(what["sentence"]) + evidence.refs(what["claims"], numbers)
            opened = evidence.opened(what, section.name, edition, numbers, labels)
            lines.append(f":::: {{.finding #finding-{section.name}-{what['id']}}}\n{body}\n\n{opened}\n::::")
        elif kind == TABLE:
            rows = pipe_table(what, lambda claims: evidence.refs(claims, numbers, "cited"))
            named = f"#tbl-{section.name}-{what['id']}{' .whole' * bool(what.get('whole'))}"
            table = f"{rows}\n\n: {plain(what['caption'])} {{{named}}}"
            lines.append(evidence.on_screen(table) if what.get("on_screen") else table)
        elif what == front:
            there = f"[{labels['on_page_one']}](#fig-page-one-{what['name']})"
            lines.append(f"{there} {_plotted(what, labels, name)}")
        else:
            lines.append(drawn(what, labels, name))
    return "\n\n".join(filter(None, lines))


def _text(source: str, name: str, brief: bool, made: str) -> str:
    """A notebook's own words: its question becomes the section's heading, its limits a box of their own."""
    title = TITLE.match(source)
    if title:
        rest = source[title.end() :].strip()
        return f"# {title[1]} {{#sec-{name}}}" + ("" if brief or not rest else f"\n\n{rest}")
    if brief:
        return made if source.startswith(LIMITS) else ""
    if source.startswith(LIMITS):
        return f"::: {{.limits}}\n{source}\n\n{made}\n:::"
    return source


def drawn(what: Mapping[str, Any], labels: Mapping[str, Any], name: str, prefix: str = "") -> str:
    """A figure: on paper as it is, on the screen with its title and source as text of the page around it."""
    crop = " ".join(map(str, what["crop"]))
    lines = [
        f'::::: {{.figure #fig-{prefix}{what["name"]} crop="{crop}"}}',
        evidence.on_screen(f"**{plain(what['title'])}**\n\n{plain(what['subtitle'])}", ".head"),
        f"![{plain(what['alt'])}](figures/{what['name']}.svg)",
        evidence.on_screen(plain(what["source"]), ".foot"),
        _plotted(what, labels, name) if name else "",
        ":::::",
    ]
    return "\n\n".join(filter(None, lines))


def _plotted(what: Mapping[str, Any], labels: Mapping[str, Any], name: str) -> str:
    """Where the numbers of a figure of the edition stand."""
    return f"{labels['plotted']} `figures/{name}/{what['name']}.csv`"


def hedge_rows(edition: Edition) -> list[list[str]]:
    """How each wording was read, by an example: said, as stated, and its range under either reading."""
    examples: dict[str, Any] = {}
    for row in edition.record.rows():
        code = row.hedge
        if code != "none" and row.stated:
            examples.setdefault(code, row)
    readings = [{row.claim_id: row.interval for row in edition.record.rows(r)} for r in hedges.READINGS]
    return [
        [edition.words.said(row), row.stated, *(words(spans[row.claim_id]) for spans in readings)]
        for row in examples.values()
    ]


def _hedge_table(edition: Edition, labels: Mapping[str, Any]) -> str:
    rows = hedge_rows(edition)
    if not rows:
        return ""
    columns = [labels[k] for k in ("said", "wording", "literal", "pragmatic")]
    table = pipe_table({"columns": columns, "rows": rows, "widths": [24, 30, 24, 24]})
    caption = f": {labels['hedges_caption']} {{#tbl-hedges .whole}}"
    return f"# {labels['hedges']} {{.appendix}}\n\n{table}\n\n{caption}"


def _short_names(edition: Edition, labels: Mapping[str, Any]) -> str:
    """The short names of institutions that the tables use, written out."""
    used = {row.institution for row in edition.record.rows()}
    rows = [
        [short, sentence(name)] for short, name in sorted(edition.record.plan.names.items()) if short in used
    ]
    if not rows:
        return ""
    columns = [labels["short"], labels["written_out"]]
    table = pipe_table({"columns": columns, "rows": rows, "widths": [20, 60]})
    run_in = "; ".join(f"**{plain(short)}** {plain(name)}" for short, name in rows)
    return "\n\n".join(
        [
            f"# {labels['names']} {{.appendix}}",
            evidence.on_screen(f"{table}\n\n: {labels['names_caption']} {{#tbl-names}}"),
            f"::: {{.in-print .run-in}}\n{labels['names_caption']} {run_in}.\n:::",
        ]
    )
