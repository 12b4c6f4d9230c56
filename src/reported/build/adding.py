"""Adding: from a sentence to a row of claims.csv, and to its document in sources.csv.

What the sentence tells is proposed (``analysis.proposal``), what the dossier knows of its publisher and of whom it may
retell is taken from there, and only what nobody can know is asked for. Nothing is written before the dossier with
the new rows is in order.
"""

from __future__ import annotations

import csv
import io
import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from reported.analysis.proposal import Cell, language_of, propose
from reported.build import checks
from reported.dossier import reader
from reported.dossier.dates import first_day, is_date
from reported.dossier.reader import Dossier
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import text_of
from reported.errors import Problem, Refused, did_you_mean
from reported.staging import replace_file

Asking = Callable[[str, str, str], str]  # gives the answer to a question: column, question, what is proposed
# What is asked where it is not sure, in this order, and how.
QUESTIONS = {
    "quantity": "What is counted (a quantity of dossier.toml)?",
    "hedge": "How is the number hedged (gt, ge, lt, le, approx, approx_ge, odd, nearly, exact, …)?",
    "modality": "What is it said of: actual, capacity, pledge or forecast?",
    "institution": "Whose figure is it (an institution)?",
    "publisher": "Who published it?",
}
MOST_ASKED = 5
UNGRADED = "Not graded yet"
# What is written where nothing tells otherwise.
DEFAULTS = {
    "speaker": "not named", "basis": "asserted", "credibility": "6", "credibility_reason": UNGRADED, "status": "active",
    "hedge": "exact", "modality": "actual",
}  # fmt: skip
OF_A_PUBLISHER = ("publisher", "publisher_kind", "reached_via", "reliability", "reliability_reason")


@dataclass(frozen=True)
class Added:
    """A new claim and, where its document is new as well, that: cells by column, each with its words."""

    claim: dict[str, Cell]
    source: dict[str, Cell]

    def told(self) -> str:
        """The rows as a table for a terminal: column, value, what it was taken from, and whether to look."""
        lines = []
        for file, cells in (("sources.csv", self.source), ("claims.csv", self.claim)):
            filled = {column: cell for column, cell in cells.items() if cell.value}
            if filled:
                width = max(map(len, filled))
                lines += ["", f"{file}:"]
                lines += [f"  {column:{width}}  {cell.value}{_from(cell)}" for column, cell in filled.items()]
        return "\n".join(lines[1:])


def _from(cell: Cell) -> str:
    if cell.sure:
        return f"   ← {cell.words}" if cell.words and cell.words != cell.value else ""
    return f"   ← {cell.words}; look at it" if cell.words else "   (nothing tells; look at it)"


def added(
    folder: Path,
    sentence: str,
    url: str = "",
    day: str = "",
    given: Mapping[str, str] = {},
    ask: Asking | None = None,
) -> Added:
    """The rows for a sentence, found at an address and published on a day; ``given`` are cells by column, which
    are taken as they are.

    ``ask`` is asked for at most five cells that are not sure; without it, what is proposed stands. Raises Refused.
    """
    unknown = sorted({*given} - {*COLUMNS["claims"], *COLUMNS["sources"], "language"})
    problems = [
        Problem(
            name,
            "is no column of claims.csv or sources.csv.",
            did_you_mean(name, (*COLUMNS["claims"], *COLUMNS["sources"])),
        )
        for name in unknown
    ]
    if day and not is_date(day):
        problems.append(Problem("day", f"{day!r} is no day.", "Write it as 2025-07-13, or 2025-07, or 2025."))
    if not sentence.strip():
        problems.append(Problem("the sentence", "is empty.", "Put it between quotation marks."))
    if problems:
        raise Refused(problems)
    dossier = reader.read(folder)
    code = given.get("language") or language_of(sentence)
    cells = propose(" ".join(sentence.split()), dossier, code, first_day(day) if day else None)
    source = _document(dossier, url, day, code)
    cells |= {column: Cell(value, "", True) for column, value in given.items() if column in COLUMNS["claims"]}
    source |= {
        column: Cell(value, "", True) for column, value in given.items() if column in COLUMNS["sources"]
    }
    if ask:
        _asked(cells, source, dossier, ask)
    source = _document_named(dossier, source)
    return Added(_completed(cells, dossier, source), source if source["source_id"].words != KNOWN else {})


KNOWN = "a document of the dossier"


def _document(dossier: Dossier, url: str, day: str, language: str) -> dict[str, Cell]:
    """The document at an address: that of the dossier, or a new one with what is known of its publisher."""
    for known in dossier.documents:
        if url and known.url == url:
            return {column: Cell(str(getattr(known, column)), KNOWN, True) for column in COLUMNS["sources"]}
    made = {
        "url": Cell(url, url, True),
        "published": Cell(day, day, True),
        "language": Cell(language, "", bool(language)),
    }
    host = _host(url)
    if same := [known for known in dossier.documents if host and _host(known.url) == host]:
        newest = max(same, key=lambda known: known.published)
        made |= {
            column: Cell(str(getattr(newest, column)), newest.source_id, column == "publisher")
            for column in OF_A_PUBLISHER
        }
    else:
        made |= {"publisher": Cell(host, host), "publisher_kind": Cell("news"), "reached_via": Cell("original"),
            "reliability": Cell("F"), "reliability_reason": Cell(UNGRADED)}  # fmt: skip
    return made


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.").removeprefix("m.")


def _asked(cells: dict[str, Cell], source: dict[str, Cell], dossier: Dossier, ask: Asking) -> None:
    """Ask for what is not sure, the most needed first."""
    asked = 0
    for column, question in QUESTIONS.items():
        where = source if column in COLUMNS["sources"] else cells
        now = where.get(column, Cell(DEFAULTS.get(column, "")))
        if now.sure or asked == MOST_ASKED:
            continue
        asked += 1
        answer = ask(column, question, now.value).strip() or now.value
        where[column] = Cell(answer, "", True)
        if column == "quantity" and answer in dossier.plan.quantities:
            units = dossier.plan.quantities[answer].units
            if cells.get("unit", Cell("")).value not in units:
                cells["unit"] = Cell(next(iter(units)), answer, len(units) == 1)


def _document_named(dossier: Dossier, source: dict[str, Cell]) -> dict[str, Cell]:
    """The document with a name and a title, where it has none."""
    if "source_id" not in source:
        taken = {known.source_id for known in dossier.documents}
        name = _free(_slug(source["publisher"].value, source["published"].value), taken)
        source["source_id"] = Cell(name, "publisher and day", True)
    if "title" not in source:
        source["title"] = Cell(f"Report of {source['published'].value or 'an unknown day'}", "")
    return source


def _completed(cells: dict[str, Cell], dossier: Dossier, source: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a claim with its name, its document, and what is written where nothing tells otherwise."""
    made = dict(cells) | {"source_id": Cell(source["source_id"].value, "its document", True)}
    for column, value in DEFAULTS.items():
        if not made.get(column, Cell("")).value and value:
            made[column] = Cell(value)
    who = made.get("institution", Cell("")).value or source["publisher"].value
    made.setdefault("institution", Cell(who, "its publisher"))
    if "origin_id" not in made:
        made["origin_id"] = Cell(_slug(who, source["published"].value).upper(), "institution and day")
    quantity = made.get("quantity", Cell("")).value
    for column in ("item", "item_code", "cumulative"):
        common = Counter(getattr(claim, column) for claim in dossier.said if claim.quantity == quantity)
        if not made.get(column, Cell("")).value and common:
            made[column] = Cell(common.most_common(1)[0][0], "as most claims on it say")
    taken = {claim.claim_id for claim in dossier.said}
    if "claim_id" not in made:
        made["claim_id"] = Cell(
            _free(_slug(who, quantity, source["published"].value), taken), "whose, what, when", True
        )
    return {column: made.get(column, Cell("")) for column in COLUMNS["claims"]}


def _slug(*words: str) -> str:
    """Words as a name: lower-case ASCII letters, digits and hyphens."""
    text = (
        unicodedata.normalize("NFKD", "-".join(filter(None, words)))
        .encode("ascii", "ignore")
        .decode()
        .lower()
    )
    return re.sub(r"[^a-z0-9]+", "-", text).strip("-") or "unnamed"


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken yet."""
    others = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in others if one not in taken)


def tried(folder: Path, new: Added) -> tuple[Path, list[Problem]]:
    """A copy of a dossier with the new rows in a temporary folder, and what is then wrong with it that was not
    before. The caller removes the folder.
    """
    scratch = Path(tempfile.mkdtemp(prefix="reported-add-"))
    copy = scratch / "data"
    shutil.copytree(folder, copy)
    for name, text in _with_rows(folder, new).items():
        (copy / name).write_text(text, encoding="utf-8", newline="")
    quiet: Callable[[str], None] = lambda line: None  # noqa: E731
    before = set(map(str, checks.check(folder, quiet)))
    return copy, [problem for problem in checks.check(copy, quiet) if str(problem) not in before]


def write(folder: Path, new: Added) -> list[Path]:
    """Write the new rows at the end of their tables; the files that were changed."""
    changed = []
    for name, text in _with_rows(folder, new).items():
        replace_file(folder / name, text.encode())
        changed.append(folder / name)
    return changed


def _with_rows(folder: Path, new: Added) -> dict[str, str]:
    """The tables with the new rows behind the others, their columns in the order of the file."""
    made = {}
    for table, cells in (("sources", new.source), ("claims", new.claim)):
        if not cells:
            continue
        path = folder / f"{table}.csv"
        text = text_of(path)
        columns = next(csv.reader(io.StringIO(text)))
        row = io.StringIO()
        csv.writer(row, lineterminator="\n").writerow(cells.get(column, Cell("")).value for column in columns)
        made[path.name] = text.rstrip("\n") + "\n" + row.getvalue()
    return made
