"""Assembly: executed notebooks become one Markdown document.

The words come from the notebooks (computed findings, written questions) and from the messages of the language
that is spoken; this room only puts them in order: page one from the roles of the findings, a section per
notebook, then the method, and the claims and documents the findings rest on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from reported.analysis import consistency, hedges
from reported.document import evidence, quotations
from reported.document.section import LIMITS as LIMITS
from reported.document.section import QUESTION, STORY, TEXT, TITLE, Telling, grounds
from reported.document.section import Section as Section
from reported.document.section import drawn as drawn
from reported.dossier import copies
from reported.dossier.claim import formed, made_of
from reported.edition import ANOTHER_TOPIC, FIGURES_LACKING, NOTHING_TO_HOLD, Edition
from reported.errors import Problem, Refused, quoted
from reported.figures.charts import FIGURE
from reported.notebooks import stored
from reported.wording.findings import FINDING, TABLE, as_number, pipe_table, plain
from reported.wording.language import ENGLISH, Unsaid, say, spoken, word_for
from reported.wording.prose import counted, in_words, sentence, words

PLAIN_LIMITS = "## What this does not show"  # in a notebook whose cells have no ids that say what they are
METHOD = (
    "ranges", "ways", "ledger", "answer", "verdicts", "yardsticks", "origins", "contradictions", "confidence",
    "again",
)  # fmt: skip
LABELS = {  # what the layouts ask for, with the message that says it
    "figure": "page-figure", "table": "page-table", "rests_on": "page-rests-on", "skip": "page-skip",
    "record": "page-record", "elsewhere": "page-elsewhere",
}  # fmt: skip
SHOWN = (FINDING, TABLE, FIGURE)
CLAIM_COLUMNS = (
    "source_id", "said_on", "quantity", "stated", "gloss", "modality", "hedge", "unit", "item", "item_code",
    "scope", "speaker", "role", "institution", "credited", "origin_id", "relays", "relation", "basis",
    "period_start", "period_end", "cumulative", "series", "alternative_group", "status",
    "superseded_by", "credibility",
)  # fmt: skip
SOURCE_COLUMNS = ("publisher", "publisher_kind", "url", "published", "reached_via", "reliability")


WORKED = "worked"  # the tag of a cell that shows a step to whoever works through a notebook


def sections(notebooks: Iterable[Path], sources: Mapping[str, Path] = {}) -> list[Section]:
    """What executed notebooks contribute; those that ask for what the dossier does not have are left out.

    Their own words are those of ``sources``, the same notebooks as they are written now, by file name; of
    one that is not among them, those that it was executed with. A worked example is left out. Raises Refused,
    naming notebook and cell, where another output has no place in the briefing, for it would be lost; Unsaid,
    where the language that is spoken does not say the words of a cell.
    """
    made, lost, unsaid = [], [], []
    for path in notebooks:
        section = Section(path.stem)
        source = sources.get(path.name)
        whole = stored.worded(path, source) if source else stored.read(path)
        for number, cell in enumerate(whole["cells"], 1):
            tags = cell["metadata"].get("tags", ())
            if WORKED in tags:
                continue
            if cell["cell_type"] == "markdown":
                try:
                    section.parts.append((_kind(cell), words_of(cell, path.stem)))
                except Unsaid as error:
                    unsaid.append(f"{path.name} cell {number}: {error}")
                continue
            for output in cell.get("outputs", []):
                mime = next((mime for mime in SHOWN if mime in output.get("data", {})), None)
                if mime:
                    if STORY in tags and mime != TABLE:
                        section.marked.add(len(section.parts))
                    section.parts.append((mime, {**output["data"][mime], "cell": cell["execution_count"]}))
                else:
                    lost.append(_lost(f"{path.name} cell {number}", output))
        if not any(found["id"] == ANOTHER_TOPIC for found in section.of(FINDING)):
            made.append(section)
    if lost:
        raise Refused(lost)
    if unsaid:
        raise Unsaid("\n".join(unsaid))
    return made


def _kind(cell: Mapping[str, Any]) -> str:
    """What the words of a cell are: the question, the limits, or others."""
    if cell.get("id") in (QUESTION, LIMITS):
        return str(cell["id"])
    if TITLE.match(cell["source"]):
        return QUESTION
    return LIMITS if cell["source"].startswith(PLAIN_LIMITS) else TEXT


def words_of(cell: Mapping[str, Any], notebook: str) -> str:
    """The words of a cell: in another language than English those of the message that is named for notebook
    and cell. Raises Unsaid.
    """
    name = _name(cell, notebook)
    own = spoken().code == ENGLISH or spoken().beside is not None  # English may stand in its place
    return str(cell["source"]) if own and not spoken().has(name) else say(name)


def _name(cell: Mapping[str, Any], notebook: str) -> str:
    """The name of the message that says the words of a cell: ``what-was-said-question``."""
    return f"{notebook.lstrip('0123456789-')}-{cell.get('id', '')}"


def written(notebooks: Iterable[Path]) -> dict[str, str]:
    """What a language other than English has to say of notebooks, beside its messages: the words of each
    cell, by the name of the message that says them.
    """
    return {
        _name(cell, path.stem): str(cell["source"])
        for path in notebooks
        for cell in stored.read(path)["cells"]
        if cell["cell_type"] == "markdown" and WORKED not in cell["metadata"].get("tags", ())
    }


def _lost(where: str, output: Mapping[str, Any]) -> Problem:
    """What is wrong with an output that has no place in the briefing."""
    printed = "text" in output
    said = f"prints {quoted(''.join(output['text']).strip())}" if printed else "shows something else"
    what = f"{said}; only findings, tables and figures have a place in the briefing."
    return Problem(where, what, "Make it one of them, or take it out.")


def all_findings(parts: Iterable[Section]) -> list[dict[str, Any]]:
    """Every finding of an edition, each with the notebook that computed it."""
    return [{**found, "notebook": section.name} for section in parts for found in section.of(FINDING)]


def all_tables(parts: Iterable[Section]) -> list[dict[str, Any]]:
    """Every table of an edition, with the notebook that made it: its caption, the claims that its cells name,
    and the addresses to which they lead.
    """
    return [
        {
            "notebook": section.name,
            "id": table["id"],
            "caption": table["caption"],
            "claims": list(dict.fromkeys(_named(table))),
            "addresses": list(dict.fromkeys(_addresses(table))),
        }
        for section in parts
        for table in section.of(TABLE)
    ]


def _addresses(table: Mapping[str, Any]) -> list[str]:
    """The addresses to which the cells of a table lead."""
    cells = [cell for row in table["rows"] for cell in row if isinstance(cell, Mapping)]
    return [cell["url"] for cell in cells if cell.get("url")]


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
        for name in made_of(named):
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
            **{column: told for column in copies.COLUMNS if (told := getattr(source, column))},
            "value": as_number(row.value),
            "value_high": as_number(row.value_high),
            "margin": as_number(row.margin),
            "low": as_number(row.interval.low),
            "high": as_number(row.interval.high),
            "said": edition.words.said(row),
            "base_unit": consistency.base(units),
            "notebooks": users.get(row.claim_id, []),
        }
    return made


def bottom_line(parts: Iterable[Section]) -> list[dict[str, Any]]:
    """The findings that answer the question; where it could not be asked yet, the reason for that."""
    aside = of_role(parts, "not-run")
    lacking = [f for f in aside if f["id"] in (FIGURES_LACKING, NOTHING_TO_HOLD)]
    return of_role(parts, "bottom-line") or (lacking or aside)[-1:]


def answering(parts: Iterable[Section]) -> Section | None:
    """The section that computed the bottom line."""
    return next((s for s in parts if any(f["role"] == "bottom-line" for f in s.of(FINDING))), None)


def document(
    parts: list[Section], edition: Edition, name: str, panel: str = "", panels: Iterable[str] = ()
) -> str:
    """The whole briefing as pandoc Markdown; ``panel``, below the figure of page one, and ``panels``, behind
    it, are what only the page on a screen has.
    """
    users = uses(parts)
    numbers = evidence.numbered(users, edition)
    telling = Telling(edition, numbers, name, front_figure(parts))
    body = [
        page_one(parts, edition, numbers, panel),
        *panels,
        *(telling.section(section) for section in parts if not section.absent),
        method(),
        _hedge_table(edition),
        _short_names(edition),
        evidence.cards(edition, numbers, users),
        evidence.beside(edition, numbers),
        evidence.sources(edition, numbers),
    ]
    text = quotations.marked("\n\n".join(filter(None, body)), edition)
    return f"{front_matter(edition, name)}\n\n{text}\n"


def front_matter(edition: Edition, name: str) -> str:
    """The head of a document of this edition: title, question, banner, and the labels a template needs."""
    about = edition.record.plan.dossier
    head = {
        "title": about.title,
        "subtitle": about.question,
        "lang": spoken().code,
        "description": about.description,
        "edition": name,
        "banner": banner(edition, name, known=True),
        "labels": labels(),
        "toc-title": say("page-contents"),
        "license": about.license,
        "date": str(edition.record.parameters.day or edition.record.newest_day or ""),
    }
    return "---\n" + yaml.safe_dump(_escaped(head), allow_unicode=True, sort_keys=True) + "---"


def banner(edition: Edition, name: str, known: bool = False) -> list[str]:
    """What stands below the title of every document: edition, day, parameters that were changed, a caveat;
    where it is to be ``known``, the day of the newest claim too.
    """
    newest = edition.record.newest_day if known and not edition.record.parameters.day else None
    day = in_words(str(newest)) if newest else ""
    return [
        say("page-edition", name=name),
        say("page-as-of", day=edition.words.day, known=bool(newest), newest=day),
        *edition.words.parameters(),
        *([say("page-in-english")] if edition.in_english else []),
        edition.record.plan.dossier.caveat,
    ]


def labels() -> dict[str, str]:
    """The words that every layout asks for, in the metadata of a document."""
    rows = {"more_rows": "page-more-rows", "some_rows": "page-some-rows"}
    more = {name: say(message, shown="{shown}", all="{all}") for name, message in rows.items()}
    more["no_rows"] = say("page-no-rows", all="{all}")
    return {name: say(message) for name, message in LABELS.items()} | more


def for_scripts() -> dict[str, dict[str, str]]:
    """The words that the scripts of a page need, but for those of the panel."""
    said = {
        "evidence": {"card": "page-card", "close": "page-card-close", "to_card": "page-card-place"},
        "tools": {
            "name": "tools-name", "contents": "page-contents", "search": "search-open", "top": "tools-top",
        },
        "copy": {"copy": "tools-copy", "copied": "tools-copied"},
        "search": {
            "title": "search-title", "field": "search-field", "none": "search-none",
            "findings": "search-findings", "claims": "search-claims", "who": "search-who",
            "documents": "search-documents", "places": "search-places", "close": "page-card-close",
        },
        "cite": {
            "open": "cite-open", "title": "cite-title", "text": "cite-text", "copy": "cite-copy",
            "copied": "cite-copied", "close": "page-card-close",
        },
    }  # fmt: skip
    words = {part: {name: say(message) for name, message in names.items()} for part, names in said.items()}
    words["search"] |= {name: say(f"search-{name}", n="{n}") for name in ("found", "more")}
    words["save"] = {kind: say("figure-save", kind=kind) for kind in ("SVG", "PNG", "CSV")}
    return {**words, "moments": {"day": say("moments-chosen", day="{day}")}}


def citation(edition: Edition, name: str, who: str = "") -> str:
    """How the document of an edition is cited, in a line; ``who`` publishes it, where anybody is named."""
    title = edition.record.plan.dossier.title
    return say(
        "cite-words", title=title, edition=name, day=edition.words.day, named=bool(who), who=who or "–"
    )


def method() -> str:
    """How it was done, as Markdown."""
    told = (f"## {say(f'method-{name}.title')}\n\n{say(f'method-{name}')}" for name in METHOD)
    inside = ["::::: {.beside}", *told, ":::::"]
    return evidence.appendix(say("method"), counted(len(METHOD), "part"), inside, "method")


def _escaped(value: Any) -> Any:
    """Metadata with its texts escaped: pandoc reads them as Markdown."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, Mapping):
        return {name: _escaped(inner) for name, inner in value.items()}
    return [_escaped(inner) for inner in value]


def page_one(parts: list[Section], edition: Edition, numbers: evidence.Numbers, panel: str = "") -> str:
    """Page one: the answer and its figure, with a ``panel`` below it; what was claimed, the rest of the
    answer, the judgements, how sure, what would change it.
    """
    of = partial(of_role, parts)

    def said(f: Mapping[str, Any], *more: str) -> str:
        if f["id"] == NOTHING_TO_HOLD:  # its section, to which evidence leads, is not there
            return "\n\n".join([plain(f["sentence"]), *more])
        name = f"rests-page-one-{f['notebook']}-{f['id']}"
        # All of its claims stand beside the same finding in its section.
        body = [evidence.told(f, numbers, name, most=4), *more]
        return "\n\n".join([*body, evidence.opened(f, f["notebook"], edition, numbers, name)])

    def part(role: str, block: str = "", each: Callable[[str], str] = str) -> list[str]:
        told = [each(said(f)) for f in of(role)]
        body = _block(block, told) if block else [text + "\n" for text in told]
        return ["", f"## {word_for('page', role)}", "", *body] if told else []

    def judged(f: Mapping[str, Any]) -> str:
        return f"::: {{.judgement}}\n{said(f, *grounds(f))}\n:::\n"

    figure, judgements, answer = front_figure(parts), of("judgement"), bottom_line(parts)
    return "\n".join(
        [
            "::::: {.page-one}",
            *_block("bottom-line", map(said, answer[:1])),
            *([drawn(figure, "", "page-one-") + "\n"] if figure else []),
            *([panel + "\n"] if panel else []),
            *_block("claimed", map(said, [*of("claimed"), *answer[1:]])),
            *([f"\n## {say('page-judgements')}\n"] if judgements else []),
            *map(judged, judgements),
            *part("confidence", "confidence"),
            *part("basis"),
            *part("would-change", "would-change", lambda text: "- " + text.replace("\n", "\n  ")),
            ":::::",
        ]
    )


def _block(name: str, told: Iterable[str]) -> list[str]:
    """Texts in a block of a name; no block for none."""
    texts = [text + "\n" for text in told]
    return [f"::: {{.{name}}}", *texts, ":::\n"] if texts else []


def front_figure(parts: Iterable[Section]) -> Mapping[str, Any] | None:
    """The figure of page one: the first of the notebook that computed the bottom line."""
    section = answering(parts)
    return next(iter(section.of(FIGURE)), None) if section else None


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


def _hedge_table(edition: Edition) -> str:
    rows = hedge_rows(edition)
    if not rows:
        return ""
    columns = evidence.heads("hedges-table", "said", "wording", "literal", "pragmatic")
    table = pipe_table({"columns": columns, "rows": rows, "widths": [24, 30, 24, 24]})
    caption = f": {plain(say('hedges-table'))} {{#tbl-hedges .whole}}"
    return evidence.appendix(say("page-hedges"), counted(len(rows), "wording"), [table, caption], "hedges")


def _short_names(edition: Edition) -> str:
    """The short names of institutions that the tables use, written out."""
    used = {row.institution for row in edition.record.rows()}
    rows = [
        [short, sentence(name)] for short, name in sorted(edition.record.plan.names.items()) if short in used
    ]
    if not rows:
        return ""
    columns, caption = evidence.heads("names-table", "short", "written-out"), plain(say("names-table"))
    table = pipe_table({"columns": columns, "rows": rows, "widths": [20, 60]})
    run_in = "; ".join(f"**{plain(short)}** {plain(name)}" for short, name in rows)
    inside = [
        evidence.on_screen(f"{table}\n\n: {caption} {{#tbl-names}}"),
        f"::: {{.in-print .run-in}}\n{caption} {run_in}.\n:::",
    ]
    return evidence.appendix(say("page-names"), counted(len(rows), "name"), inside, "names")
