"""The redline: a comparison of two editions as they would be edited, each changed sentence with the words
that went struck out and those that came underlined.

It is told twice: as one page for the screen and for print, and as a text for Word with tracked changes. The
findings are grouped by why they changed.
"""

from __future__ import annotations

import difflib
import html
import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from string import Template
from textwrap import shorten

import yaml

from reported.build.causes import NO_CAUSE, Change
from reported.build.compare import PAGE_ONE, Comparison, Difference, part_words, run_words, summary
from reported.build.project import PACKAGE
from reported.document import rendering
from reported.dossier.claim import UNNAMED
from reported.figures import fonts
from reported.wording.findings import plain
from reported.wording.prose import cited, digits

KEPT, WENT, CAME = "=", "-", "+"
Run = tuple[str, str]  # what became of some words, and the words
TOKEN = re.compile(r"\d(?:[\d.,]*\d)?|\w+|\s+|[^\w\s]")
# A few words that stay between two changes are easier to read as part of them.
FEWEST = 2
GROUPS = {
    "data": "Because of what is in the dossier",
    "parameter": "Because something else was asked",
    "method": "Because of how it was worked out",
    NO_CAUSE: "For a reason that was not recorded",
}
CLASSES = {WENT: "deletion", CAME: "insertion"}
TAGS = {WENT: "del", CAME: "ins"}
AUTHOR = "reported"
FEW = 12  # claims that a page shows unfolded
LONGEST = 300  # letters of a claim's words that are told
FIRST_DAY = "1970-01-01"  # where no day is known
PAGE = PACKAGE / "build" / "redline.html"


def redlined(was: str, now: str) -> list[Run]:
    """Two texts as one: runs of words that stayed, went and came, word by word, in their order."""
    old, new = TOKEN.findall(was), TOKEN.findall(now)
    made: list[Run] = []
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    went, came = "", ""
    for n, (tag, i, j, k, m) in enumerate(steps):
        inner = 0 < n < len(steps) - 1
        stays = tag == "equal" and not (inner and _words(old[i:j]) < FEWEST)
        if not stays:
            went, came = went + "".join(old[i:j]), came + "".join(new[k:m])
            continue
        made += [(WENT, went), (CAME, came), (KEPT, "".join(old[i:j]))]
        went, came = "", ""
    return [(kind, text) for kind, text in [*made, (WENT, went), (CAME, came)] if text]


def _words(tokens: Iterable[str]) -> int:
    return sum(token[0].isalnum() for token in tokens)


def grouped(made: Comparison) -> Iterator[tuple[str, list[Difference]]]:
    """The differences by why they changed, each group with its heading; page one stays in front."""
    for cause, heading in GROUPS.items():
        met = [d for d in made.differences if _cause(d) == cause]
        if met:
            yield heading, met


def _cause(d: Difference) -> str:
    """Which of the groups a difference belongs to: that of the first cause told of it."""
    first = d.why[0] if d.why else ""
    # A section that only one edition ran: what it asks for was not there, or was not known yet.
    return next((kind for kind in GROUPS if first.startswith(kind)), NO_CAUSE if d.id else "data")


def head_words(d: Difference) -> str:
    """Which finding it is, and what became of it."""
    number, _, question = d.notebook.partition("-")
    place = f", {d.role.replace('-', ' ')}" if d.role in PAGE_ONE and d.role != d.id else ""
    turned = f": {d.answers[0]} → {d.answers[1]}" if d.fate == "reversed" else ""
    return f"{number} · {d.id or question.replace('-', ' ')}{place} ({d.fate}{turned})"


def texts_of(d: Difference) -> Iterator[tuple[str, list[Run]]]:
    """Each text of a finding that changed, with what it is to the finding; a section in a sentence."""
    if not d.id:
        yield "", [(WENT if d.fate == "went" else CAME, run_words(d))]
    for part, was, now in d.texts:
        yield part_words(part), redlined(was, now)


def claim_parts(change: Change) -> list[str]:
    """Of a claim that is not as it was: whose it is, its words, hedge and number, its document, and in how
    many sentences of the later edition it stands.
    """
    row = change.row
    number = " to ".join(digits(row[end]) for end in ("value", "value_high") if row.get(end) is not None)
    value = f", value {number} {row.get('unit', '')}".rstrip() if number else ""
    whose, through = row.get("institution", ""), row.get("speaker", "")
    said = [
        f"{whose}, through {through}" if through not in ("", whose, UNNAMED) else whose,
        f"“{shorten(row['stated'], LONGEST, placeholder=' …')}”" if row.get("stated") else "",
        f"hedge {row.get('hedge', '')}{value}",
        cited(row["publisher"], row["published"]),
        f"in {change.sentences or 'no'} sentence{'s' * (change.sentences > 1)}",
    ]
    return list(filter(None, said))


def _claims(made: Comparison) -> Iterator[str]:
    """The claims that are not as they were, as a section of the page."""
    if not made.claims:
        return
    many = len(made.claims)
    shown = f"details{' open' * (many <= FEW)}"
    yield f"<section>\n<h2>Claims ({many})</h2>\n<{shown}><summary>Whose, what and where</summary>"
    for change in made.claims:
        head = f"{change.id} ({change.fate}): {change.row['said']}"
        yield f"<article>\n<h3>{html.escape(head)}</h3>"
        address = change.row.get("url") or ""
        told = "; ".join(filter(None, [*claim_parts(change), address]))
        yield f'<p class="why">{html.escape(told)}</p>'
        for column, was, now in change.columns:
            yield f"<p><b>{column}:</b> <del>{html.escape(was)}</del><ins>{html.escape(now)}</ins></p>"
        yield "</article>"
    yield "</details>\n</section>"


def as_page(made: Comparison) -> bytes:
    """One HTML file: nothing to fetch, no script, to be read without colour."""
    body = [f"<h1>{html.escape(_title(made))}</h1>", f"<p>{html.escape(summary(made))}</p>", _about(made)]
    body += _claims(made)
    for heading, differences in grouped(made):
        body.append(f"<section>\n<h2>{heading} ({len(differences)})</h2>")
        body += [_article(d, made.language) for d in differences]
        body.append("</section>")
    text = "\n".join(body)
    shown = {
        "title": html.escape(_title(made)),
        "faces": fonts.stylesheet(html.unescape(text), fonts.faces(made.language)),
        "body": text,
        **fonts.stacks(made.language, html.unescape(text)),
    }
    return Template(PAGE.read_text("utf-8")).substitute(shown).encode()


def _title(made: Comparison) -> str:
    return f"What changed from {made.before} to {made.after}"


def _told(made: Comparison) -> dict[str, str]:
    """What differs beside the findings, by what it is."""
    return {"Parameters": made.parameters, "Claims": made.data, "Method": made.method}


def _about(made: Comparison) -> str:
    rows = (f"<dt>{name}</dt><dd>{html.escape(text)}</dd>" for name, text in _told(made).items())
    return f"<dl>{''.join(rows)}</dl>"


def _article(d: Difference, language: str) -> str:
    lines = [f"<article>\n<h3>{html.escape(head_words(d))}</h3>"]
    for part, runs in texts_of(d):
        told = "".join(
            f"<{TAGS[kind]}>{html.escape(text)}</{TAGS[kind]}>" if kind in TAGS else html.escape(text)
            for kind, text in runs
        )
        label = f"<b>{part}:</b> " if part else ""
        spoken = f' lang="{language}"' if d.id else ""
        lines.append(f"<p>{label}<span{spoken}>{told}</span></p>")
    lines += [f'<p class="why">{html.escape(why)}</p>' for why in d.why]
    return "\n".join([*lines, "</article>"])


def as_word(made: Comparison) -> bytes:
    """A text for Word in which every change is tracked, by ``reported``, on the day of the later edition.

    To take all of them gives the later edition's words, to refuse them the earlier one's. Raises
    RenderingError.
    """
    day = f"{made.day or date.fromisoformat(FIRST_DAY)}T00:00:00Z"
    head = yaml.safe_dump({"title": plain(_title(made)), "lang": made.language}, allow_unicode=True)
    blocks = [plain(summary(made)), *(f"**{name}:** {plain(text)}" for name, text in _told(made).items())]
    for heading, differences in grouped(made):
        blocks.append(f"# {heading} ({len(differences)})")
        for d in differences:
            blocks.append(f"## {plain(head_words(d))}")
            blocks += [_tracked(part, runs, day) for part, runs in texts_of(d)]
            blocks += [f"*{plain(why)}*" for why in d.why]
    text = f"---\n{head}---\n\n" + "\n\n".join(blocks) + "\n"
    templates = PACKAGE / "document" / "templates"
    return rendering.docx(text, Path(), templates)


def _tracked(part: str, runs: Iterable[Run], day: str) -> str:
    """A text as one paragraph with its changes."""
    told = "".join(
        f'[{_spaced(text)}]{{.{CLASSES[kind]} author="{AUTHOR}" date="{day}"}}'
        if kind in CLASSES
        else _spaced(text)
        for kind, text in runs
    )
    return f"**{part}:** {told}" if part else told


def _spaced(text: str) -> str:
    """Text as Markdown with the spaces at its edges kept, which a span would lose."""
    before, after = ("&#32;" * bool(edge and edge.isspace()) for edge in (text[:1], text[-1:]))
    inner = plain(text)
    return f"{before}{inner}{after}" if inner else before
