"""Findings: a computed sentence with its evidence. Tables: plain cells with a caption.

Both are shown as Markdown, so that a notebook reads well anywhere and nbval holds every word to what the code
says, and both carry their evidence as data, from which the briefing is assembled. Text that came out of a
table is only ever text: it is escaped here and nowhere else.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import quote, urlsplit

from reported.analysis.hedges import Interval
from reported.dossier.forms import UNSEEN, is_formula
from reported.wording.language import capital, say

FINDING = "application/vnd.reported.finding+json"
TABLE = "application/vnd.reported.table+json"
ROLES = ("", "claimed", "bottom-line", "judgement", "confidence", "would-change", "basis", "not-run")
_SPECIAL = re.compile(
    r"[\\`*_{}\[\]<>#$|~^&@]|^[-+:%=]|(?<=^\d)[.)](?=\s)|(?<=^\d\d)[.)](?=\s)"
    # what pandoc would turn into typography: straight quotation marks, dashes and ellipses; an apostrophe is
    # one either way
    r"|\"|(?<!\w)'|-(?=-)|(?<=-)-|\.(?=\.)|(?<=\.)\."
)
MOST_ROWS = 100  # of a table that a notebook shows
MOST = 500  # rows of a table, so that the page of a large dossier can be opened and read


@dataclass(frozen=True)
class Link:
    """Text that leads to an address. Only http and https addresses become links, others are shown as text."""

    text: str
    url: str


@dataclass(frozen=True)
class Refs:
    """A cell that names claims: their ids in a notebook, numbers that lead to the claim cards in the
    briefing.
    """

    claims: tuple[str, ...]


@dataclass(frozen=True)
class Finding:
    """A sentence computed from claims.

    ``id`` names it in ``findings.json``; ``values`` are the numbers behind it (a number or an Interval, in
    base units); ``claims`` the claims it rests on; ``role`` gives it a place on page one; ``answer`` is its
    conclusion in a word or two (``fits only if``, ``low``), so that a conclusion that turned can be told from
    a number that moved. ``why`` and ``linchpin`` (what it turns on) belong to key judgements. ``told`` is how
    the story tells it, in short plain sentences from the same values; empty where the story has no other
    words for it than ``sentence``.
    """

    id: str
    sentence: str
    values: Mapping[str, float | Interval] = field(default_factory=dict)
    claims: tuple[str, ...] = ()
    role: str = ""
    why: str = ""
    linchpin: str = ""
    answer: str = ""
    told: str = ""

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z0-9-]+", self.id):
            raise ValueError(f"finding id {self.id!r}: use lower-case letters, digits and hyphens")
        if self.role not in ROLES:
            raise ValueError(
                f"finding {self.id}: no role is called {self.role!r}; known: {', '.join(filter(None, ROLES))}"
            )
        for sentence in filter(None, (self.sentence, self.why, self.linchpin, self.told)):
            if sentence.lstrip("“‘")[:1].islower() or sentence.rstrip()[-1] not in ".?!":
                raise ValueError(f"finding {self.id}: not a whole sentence: {sentence!r}")

    def as_data(self) -> dict[str, Any]:
        """The finding for machines: plain JSON types, numbers rounded to twelve digits so that every machine
        writes the same.
        """
        return {
            "id": self.id, "role": self.role, "sentence": self.sentence, "answer": self.answer,
            "why": self.why, "linchpin": self.linchpin,
            "values": {name: as_number(value) for name, value in self.values.items()},
            "claims": list(self.claims),
            **({"told": self.told} if self.told else {}),
        }  # fmt: skip

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        lines = [f"**{plain(self.sentence)}**"] + [plain(text) for text in (self.why, self.linchpin) if text]
        if self.told:
            lines.append(f"*{say('finding-told')}:* {plain(self.told)}")
        if self.claims:
            lines.append(f"*{say('finding-rests-on')}:* {_ids(self.claims)}")
        return {
            "text/markdown": "\n>\n".join(f"> {line}" for line in lines),
            "text/plain": self.sentence,
            FINDING: self.as_data(),
        }


@dataclass(frozen=True)
class ShownTable:
    """Rows of plain cells under named columns, with a caption that says what is shown. ``widths`` are
    relative column widths. Where only the first rows stand in it, the caption says of how many.

    With ``on_screen`` it stands on the page and not on paper, where a finding beside it says what it comes
    to; a ``whole`` one is printed with all its rows. ``leading`` are the places of the rows that paper shows
    of a long one, from 0; where it names none, the first stand there.
    """

    id: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    widths: tuple[int, ...] = ()
    on_screen: bool = False
    whole: bool = False
    leading: tuple[int, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """The table for machines."""
        cells = [[_as_data(cell) for cell in row] for row in self.rows]
        return {
            "id": self.id,
            "caption": self.caption,
            "columns": list(self.columns),
            "rows": cells,
            "widths": list(self.widths),
            **({"on_screen": True} if self.on_screen else {}),
            **({"whole": True} if self.whole else {}),
            **({"leading": list(self.leading)} if self.leading else {}),
        }

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        data = self.as_data()
        shown, rest = data | {"rows": data["rows"][:MOST_ROWS]}, ""
        if len(self.rows) > MOST_ROWS:
            rest = f" {say('table-cut', shown=MOST_ROWS, all=len(self.rows))}"
        return {
            "text/markdown": f"*{plain(self.caption + rest)}*\n\n{pipe_table(shown)}",
            "text/plain": self.caption,
            TABLE: data,
        }


class Several(tuple[Any, ...]):
    """Several findings or pictures as the result of one cell, each shown by itself."""

    def _ipython_display_(self) -> None:
        from IPython.display import display

        for each in self:
            display(each)  # type: ignore[no-untyped-call]


def several(shown: Iterable[Any]) -> Several:
    """Some findings or pictures, as many as there are; as the last line of a cell all of them are shown."""
    return Several(shown)


def finding(
    id: str,
    sentence: str,
    claims: Iterable[str] = (),
    role: str = "",
    why: str = "",
    linchpin: str = "",
    answer: str = "",
    told: str = "",
    **values: Any,
) -> Finding:
    """State a finding; as the last line of a cell it is shown. Its sentence begins with a capital letter, and
    so does what the story tells instead; numbers given by name become its evidence.
    """
    return Finding(
        id, _begun(sentence), values, tuple(dict.fromkeys(claims)), role, why, linchpin, answer, _begun(told)
    )


def _begun(text: str) -> str:
    """A text in one line that begins with a capital letter."""
    return capital(" ".join(text.split()))


def table(
    id: str,
    caption: str,
    rows: Iterable[Mapping[str, Any]],
    widths: Iterable[int] = (),
    on_screen: bool = False,
    whole: bool = False,
    leading: Iterable[int] = (),
    of: int = 0,
) -> ShownTable:
    """Make a table from records (dicts with the column names as keys), or of the first ``MOST`` of them.

    ``of`` is how many there are, where that is known: then no more are asked for than stand in the table.
    """
    rows, of = _standing(rows, of)
    caption += the_first(of)
    columns = tuple(rows[0]) if rows else (say("table-empty"),)
    cells = tuple(tuple(row[column] for column in columns) for row in rows)
    return ShownTable(
        id, caption, columns, cells, tuple(widths) if rows else (), on_screen, whole, tuple(leading)
    )


def _standing(rows: Iterable[Mapping[str, Any]], of: int) -> tuple[list[Mapping[str, Any]], int]:
    """The records that stand in a table, and how many there are in all."""
    given = list(islice(rows, MOST) if of else rows)
    return given[:MOST], of or len(given)


def the_first(of: int) -> str:
    """That only the first of so many rows stand in a table, to be put behind its caption; empty where all
    do."""
    return f" {say('table-first', shown=MOST, all=of)}" if of > MOST else ""


def table_of(
    id: str,
    rows: Iterable[Mapping[str, Any]],
    widths: Iterable[int] = (),
    message: str = "",
    on_screen: bool = False,
    whole: bool = False,
    topic: str = "",
    of: int = 0,
    **values: str | int,
) -> ShownTable:
    """Make a table from records whose keys name its columns.

    Its message, ``<id>-table`` where none other is named, is the caption, said with ``values``; an attribute
    of it for each key is the column's head. ``topic`` is the key of the column by whose words paper shows a
    row each, the first, of a table that is long. ``of`` is how many rows there are, as for ``table``.
    """
    (rows, of), message = _standing(rows, of), message or f"{id}-table"
    heads = {key: say(f"{message}.{key}") for key in (rows[0] if rows else ())}
    headed = [{heads[key]: cell for key, cell in row.items()} for row in rows]
    leading = _first_of_each([str(row[topic]) for row in rows]) if topic else ()
    return table(id, say(message, **values), headed, widths, on_screen, whole, leading, of)


def _first_of_each(topics: Sequence[str]) -> Iterable[int]:
    """The places at which a topic stands for the first time."""
    return sorted(topics.index(topic) for topic in set(topics))


def plain(text: str) -> str:
    """Text as Markdown that shows exactly that text, in Jupyter and in pandoc alike.

    Whatever could be markup becomes a character reference; letters that nobody sees are taken out, line
    breaks become spaces.
    """
    text = UNSEEN.sub("", " ".join(text.split()))
    return _SPECIAL.sub(lambda match: "".join(f"&#{ord(c)};" for c in match.group()), text)


def cell(value: Any) -> Any:
    """A value as a cell of a csv file: a text that a spreadsheet would take for a formula begins with an
    apostrophe.
    """
    return f"'{value}" if isinstance(value, str) and is_formula(value) else value


def link(text: str, url: str, marks: Mapping[str, str] = {}) -> str:
    """A Markdown link, or the text alone where the address is not one for the web. ``marks`` are attributes
    for machines, which only pandoc reads.
    """
    led = leads(url)
    told = " ".join(f'{name}="{value}"' for name, value in marks.items())
    return f"[{plain(text)}]({led})" + f"{{{told}}}" * bool(told) if led else plain(text)


def leads(url: str) -> str:
    """An address as a link has it; empty where it is not one for the web."""
    parts = urlsplit(url.strip())
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return quote(url.strip(), safe="/:?#@!$&*+,;=%~.-_")


def pipe_table(data: Mapping[str, Any], refs: Callable[[Iterable[str]], str] | None = None) -> str:
    """A table as Markdown, column widths given by the dashes; ``refs`` writes a cell that names claims. The
    parts of a list stand in one cell."""
    columns = [plain(str(column)) for column in data["columns"]]
    widths = data["widths"] or [3] * len(columns)  # all alike: the printed table lets its content decide

    def line(cells: Iterable[str]) -> str:
        return "| " + " | ".join(cells) + " |"

    return "\n".join(
        [line(columns), "|" + "|".join("-" * (width + 2) for width in widths) + "|"]
        + [line(_cell(cell, refs or _ids) for cell in row) for row in data["rows"]]
    )


def captioned(data: Mapping[str, Any], name: str) -> str:
    """The caption of a table in pandoc's Markdown, with the table's name and what paper shows of it."""
    leading = " ".join(str(place + 1) for place in data.get("leading", ()))
    marks = [f"#{name}", ".whole" * bool(data.get("whole")), f'leading="{leading}"' * bool(leading)]
    return f": {plain(data['caption'])} {{{' '.join(filter(None, marks))}}}"


def _as_data(cell: Any) -> Any:
    match cell:
        case Link():
            return {"text": cell.text, "url": cell.url}
        case Refs():
            return {"claims": list(cell.claims)}
    return cell


def _ids(claims: Iterable[str]) -> str:
    return ", ".join(f"`{name}`" for name in claims)


def _cell(cell: Any, refs: Callable[[Iterable[str]], str]) -> str:
    if isinstance(cell, list):
        return " · ".join(_cell(part, refs) for part in cell)
    if isinstance(cell, Mapping) and "claims" in cell:
        return refs(cell["claims"]).strip() or "–"
    if isinstance(cell, Mapping):
        return link(cell["text"], cell["url"], cell.get("marks", {}))
    return plain(str(cell)) or "–"


def as_number(value: Any) -> Any:
    """A value as plain JSON has it: a number to twelve digits, so that every machine writes the same, and
    ``None`` for an end that was not given; an interval by its ends.
    """
    if isinstance(value, Interval):
        return {"low": as_number(value.low), "high": as_number(value.high)}
    if isinstance(value, (list, tuple)):
        return [as_number(v) for v in value]
    if isinstance(value, (str, bool, int)) or value is None:
        return value
    return None if math.isinf(value) or math.isnan(value) else float(f"{value:.12g}")
