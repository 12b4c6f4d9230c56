"""Adding: from a sentence to a row of claims.csv, and to its document in sources.csv.

What the sentence tells is proposed (``analysis.proposal``), what the dossier knows of its publisher and of
whom it may retell is taken from there, and only what nobody can know is asked for. Nothing is written
before the dossier with the new rows is in order.
"""

from __future__ import annotations

import re
import shutil
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from reported.analysis.proposal import Cell, other_numbers, propose
from reported.build import checks
from reported.dossier import appending, reader, storage
from reported.dossier.claim import ACTUAL, CODES, MODALITIES, UNNAMED
from reported.dossier.dates import first_day, is_date
from reported.dossier.reader import Dossier
from reported.dossier.reading import language_of
from reported.dossier.schema import COLUMNS
from reported.errors import Problem, Refused, did_you_mean
from reported.staging import replace_file

MOST_ASKED = 5
UNGRADED = "Not graded yet"
KNOWN = "a document of the dossier"
LANGUAGE = "language"
# What is written where nothing tells otherwise.
DEFAULTS = {
    "speaker": UNNAMED, "basis": "asserted", "credibility": "6", "credibility_reason": UNGRADED,
    "status": "active", "hedge": "exact", "modality": ACTUAL,
}  # fmt: skip
OF_A_DOCUMENT = {
    "publisher_kind": "news", "reached_via": "original", "reliability": "F", "reliability_reason": UNGRADED,
}  # fmt: skip


@dataclass(frozen=True)
class Question:
    """A question for a cell: its column, how it is put, what is proposed and from which words, and what may
    be answered (empty: anything); what is ``optional`` may stay empty."""

    column: str
    asks: str
    proposed: Cell
    choices: tuple[str, ...] = ()
    optional: bool = False


Asking = Callable[[Question], str]  # gives the answer; empty takes what is proposed


@dataclass(frozen=True)
class Added:
    """A new claim and, where its document is new as well, that: cells by column, each with its words.

    ``guessed`` are the columns that should have been asked for and were not; ``others`` the numbers that the
    sentence names beside.
    """

    claim: dict[str, Cell]
    source: dict[str, Cell]
    guessed: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    def told(self) -> str:
        """The rows as a table for a terminal: column, value, and what it was taken from; a guess is called
        one."""
        lines = []
        for file, cells in (("claims.csv", self.claim), ("sources.csv", self.source)):
            filled = {column: cell for column, cell in cells.items() if cell.value}
            if filled:
                width = max(map(len, filled))
                lines += ["", f"{file}:"]
                lines += [f"  {column:{width}}  {cell.value}{_from(cell)}" for column, cell in filled.items()]
        lines += ["", self.beside] if self.others else []
        return "\n".join(lines[1:])

    @property
    def cells(self) -> dict[str, Cell]:
        """The cells of both rows, by table and column."""
        rows = {"claims": self.claim, "sources": self.source}
        return {f"{table}.{column}": cell for table, row in rows.items() for column, cell in row.items()}

    @property
    def beside(self) -> str:
        """Which numbers the sentence names beside, in a sentence; empty for none."""
        names = ", ".join(self.others)
        return f"The sentence also names: {names}. A row holds one number." if names else ""


def _from(cell: Cell) -> str:
    if cell.sure:
        return f"   ← {cell.words}" if cell.words and cell.words != cell.value else ""
    return f"   ({taken_from(cell)})"


def taken_from(cell: Cell) -> str:
    """What a cell was taken from; a guess is called one."""
    if cell.sure:
        return cell.words
    return f"a guess, from: {cell.words}" if cell.words else "a guess"


def added(
    folder: Path,
    sentence: str,
    url: str = "",
    day: str = "",
    given: Mapping[str, str] | None = None,
    ask: Asking | None = None,
) -> Added:
    """The rows for a sentence, found at an address and published on a day; ``given`` are cells by column,
    which are taken as they are.

    ``ask`` is asked for at most five cells that are not sure; without it, what is proposed stands. Raises
    Refused.
    """
    given, sentence = given or {}, " ".join(sentence.split())
    if problems := _problems(sentence, day, given):
        raise Refused(problems)
    dossier = reader.read(folder)
    source, code = _document(dossier, url, day), given.get(LANGUAGE) or language_of(sentence)
    source |= {} if LANGUAGE in source else {LANGUAGE: Cell(code, "", bool(code))}
    source |= _given(given, "sources")
    reading = _Reading(sentence, dossier, code, day, _given(given, "claims"), source)
    guessed = reading.asked(ask)
    source = _named(dossier, reading.source)
    claim = _completed(reading.cells, dossier, source)
    is_new = source["source_id"].words != KNOWN
    return Added(claim, source if is_new else {}, guessed, other_numbers(sentence, dossier, code))


def _problems(sentence: str, day: str, given: Mapping[str, str]) -> list[Problem]:
    """What is wrong with what was given."""
    known = (*COLUMNS["claims"], *COLUMNS["sources"])
    problems = [
        Problem(f"--set {name}", "is no column of claims.csv or sources.csv.", did_you_mean(name, known))
        for name in sorted({*given} - {*known})
    ]
    if day and not is_date(day):
        problems.append(
            Problem("the day", f"{day!r} is no day.", "Write it as 2025-07-13, or 2025-07, or 2025.")
        )
    if not sentence:
        problems.append(Problem("the sentence", "is empty.", "Put it between quotation marks."))
    return problems


def _given(given: Mapping[str, str], table: str) -> dict[str, Cell]:
    own = COLUMNS[table].keys() - ({LANGUAGE} if table == "claims" else set())
    return {column: Cell(value, "", True) for column, value in given.items() if column in own}


@dataclass
class _Reading:
    """A sentence while it is read: its cells so far, those that were given, and its document."""

    sentence: str
    dossier: Dossier
    language: str
    day: str
    given: dict[str, Cell]
    source: dict[str, Cell]

    def __post_init__(self) -> None:
        self.read()

    def read(self, which: str = "") -> None:
        """Propose the cells, those of the number with these words."""
        day = first_day(self.day) if self.day else None
        self.cells = propose(self.sentence, self.dossier, self.language, day, which) | self.given

    def asked(self, ask: Asking | None) -> tuple[str, ...]:
        """Ask for what is not sure, the most needed first; the columns that stay guesses."""
        guessed, asked = [], 0
        for make in (_which, _quantity, _hedge, _institution, _publisher, _modality, _gloss):
            question = make(self)
            if question is None:
                continue
            if ask is None or asked == MOST_ASKED:
                guessed += [] if question.optional else [question.column]
                continue
            asked += 1
            self.answer(question, ask(question).strip() or question.proposed.value)
        return tuple(guessed)

    def answer(self, question: Question, answer: str) -> None:
        """Take over an answer, and what follows from it."""
        if question.column == "value":
            self.read(answer)
            return
        where = self.source if question.column in COLUMNS["sources"] else self.cells
        where[question.column] = Cell(answer, "", True)
        if question.column == "quantity" and answer in self.dossier.plan.quantities:
            units = self.dossier.plan.quantities[answer].units
            if self.cells.get("unit", Cell("")).value not in units:
                self.cells["unit"] = Cell(next(iter(units)), answer, len(units) == 1)

    def of(self, column: str) -> Cell:
        """A cell as it is so far."""
        return self.cells.get(column, Cell(DEFAULTS.get(column, "")))


def _which(reading: _Reading) -> Question | None:
    value = reading.of("value")
    if value.sure or not value.value:
        return None
    others = other_numbers(reading.sentence, reading.dossier, reading.language)
    asks = "The sentence names more than one number. Which one is the claim?"
    return Question("value", asks, Cell(value.words, value.words), (value.words, *others))


def _quantity(reading: _Reading) -> Question | None:
    cell = reading.of("quantity")
    asks = "What is counted? (A quantity of dossier.toml.)"
    return None if cell.sure else Question("quantity", asks, cell, tuple(reading.dossier.plan.quantities))


def _hedge(reading: _Reading) -> Question | None:
    cell = reading.of("hedge")
    asks = f"How is {reading.of('value').words or 'the number'} hedged?"
    return None if cell.sure else Question("hedge", asks, cell, tuple(CODES))


def _institution(reading: _Reading) -> Question | None:
    cell = reading.of("institution")
    if not cell.value:
        cell = Cell(reading.source["publisher"].value, "its publisher")
    return None if cell.sure else Question("institution", "Whose figure is it? (An institution.)", cell)


def _publisher(reading: _Reading) -> Question | None:
    cell = reading.source["publisher"]
    return None if cell.sure else Question("publisher", "Who published it?", cell)


def _modality(reading: _Reading) -> Question | None:
    """Asked only where a word shows that the figure may be of something else than what was."""
    cell = reading.of("modality")
    asks = "What is it said of: what was, what could be, what was promised, what is expected?"
    return None if cell.sure or not cell.words else Question("modality", asks, cell, MODALITIES)


def _gloss(reading: _Reading) -> Question | None:
    """Asked only of words in another language than that of the dossier."""
    stated = reading.of("stated").value
    own = reading.language in ("", reading.dossier.language)
    if own or not stated or reading.of("gloss").value:
        return None
    asks = f"What do these words say, in the language of the dossier: {stated}? (It may stay empty.)"
    return Question("gloss", asks, Cell(""), optional=True)


def _document(dossier: Dossier, url: str, day: str) -> dict[str, Cell]:
    """The document at an address: that of the dossier, or a new one with what is known of its publisher."""
    for known in dossier.documents:
        if url and known.url == url:
            return {column: Cell(str(getattr(known, column)), KNOWN, True) for column in COLUMNS["sources"]}
    made = {"url": Cell(url, url, True), "published": Cell(day, day, True)}
    host = _host(url)
    if same := [known for known in dossier.documents if host and _host(known.url) == host]:
        newest = max(same, key=lambda known: known.published)
        taken = {"publisher": newest.publisher} | {name: getattr(newest, name) for name in OF_A_DOCUMENT}
        words = f"another document of it, {newest.source_id}"
        return made | {
            column: Cell(str(value), words, column == "publisher") for column, value in taken.items()
        }
    guessed = {column: Cell(value) for column, value in OF_A_DOCUMENT.items()}
    return made | {"publisher": Cell(host, "the address" if host else "")} | guessed


def _host(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.").removeprefix("m.")


def _named(dossier: Dossier, source: dict[str, Cell]) -> dict[str, Cell]:
    """The document with a name and a title, where it has none."""
    taken = {known.source_id for known in dossier.documents}
    published = source["published"].value
    name = _free(_slug(source["publisher"].value, published), taken)
    title = f"Report of {published or 'an unknown day'}"
    return {"source_id": Cell(name, "publisher and day", True), "title": Cell(title)} | source


def _completed(cells: dict[str, Cell], dossier: Dossier, source: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a claim with its name, its document, and what is written where nothing tells
    otherwise."""
    made = {column: Cell(value) for column, value in DEFAULTS.items()}
    made |= {column: cell for column, cell in cells.items() if cell.value}
    made["source_id"] = Cell(source["source_id"].value, "its document", True)
    published = source["published"].value
    who = made.setdefault("institution", Cell(source["publisher"].value, "its publisher")).value
    made.setdefault("origin_id", Cell(_slug(who, published).upper(), "institution and day"))
    quantity = made.get("quantity", Cell("")).value
    for column in ("item", "item_code", "cumulative"):
        common = Counter(getattr(claim, column) for claim in dossier.said if claim.quantity == quantity)
        if column not in made and common:
            made[column] = Cell(common.most_common(1)[0][0], "as most claims on it say")
    taken = {claim.claim_id for claim in dossier.said}
    name = _free(_slug(who, quantity, published), taken)
    made.setdefault("claim_id", Cell(name, "whose, what, when", True))
    return {column: made.get(column, Cell("")) for column in COLUMNS["claims"]}


def _slug(*words: str) -> str:
    """Words as a name: lower-case ASCII letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", "-".join(filter(None, words))).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "unnamed"


def _free(name: str, taken: set[str]) -> str:
    """A name that is not taken yet."""
    others = (f"{name}-{number}" for number in range(2, len(taken) + 3))
    return name if name not in taken else next(one for one in others if one not in taken)


@contextmanager
def tried(folder: Path, new: Added) -> Iterator[tuple[Path, list[Problem]]]:
    """A copy of a dossier with the new rows, and what is then wrong with it that was not before; gone
    afterwards.

    The project's own words stand beside the copy, as they do beside the dossier.
    """
    with tempfile.TemporaryDirectory(prefix="reported-add-") as place:
        copy = Path(place) / folder.name
        shutil.copytree(folder, copy)
        if (folder.parent / "wording").is_dir():
            shutil.copytree(folder.parent / "wording", copy.parent / "wording")
        write(copy, new)
        problems = checks.check(copy, _quietly)
        before = set(map(str, checks.check(folder, _quietly))) if problems else set()
        yield copy, [problem for problem in problems if str(problem) not in before]


def _quietly(line: str) -> None:
    """Show nothing."""


def write(folder: Path, new: Added) -> list[Path]:
    """Write the new rows at the end of their tables, both or neither; the files that were changed."""
    before = {path: path.read_bytes() for path in storage.files(folder) if path.is_file()}
    try:
        changed = [
            appending.append(folder, table, {column: cell.value for column, cell in cells.items()})
            for table, cells in (("sources", new.source), ("claims", new.claim))
            if cells
        ]
    except BaseException:
        for path, content in before.items():
            if path.read_bytes() != content:
                replace_file(path, content)
        raise
    return list(dict.fromkeys(changed))
