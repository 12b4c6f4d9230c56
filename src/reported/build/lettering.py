"""Lettering: texts that were read in a wrong encoding, and letters that no font of the briefing has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reported.dossier.forms import UNSEEN
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import FIRST, LOST, Table
from reported.errors import Problem, quoted
from reported.figures import fonts
from reported.figures.legible import ONLY_READ, SIGN

# An accent beside its letter, or a joiner: the text of the PDF holds it, but a chart there cannot.
BESIDE = re.compile(r"[^\W\d_]?[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\ufe00-\ufe0f\u200d\u034f]")
# The letters of a language's script, where it has one of its own.
SCRIPTS = {
    "ko": "가-힣", "ja": "ぁ-ヿ一-鿿", "zh": "一-鿿", "el": "Ͱ-Ͽ",
    "ru": "Ѐ-ӿ", "uk": "Ѐ-ӿ", "be": "Ѐ-ӿ", "bg": "Ѐ-ӿ",
}  # fmt: skip
# What programs take a text for that does not say what it is, and what it is then.
TAKEN_FOR = ("cp1252", "latin-1", "cp1251", "mac-roman")
WRITTEN_IN = ("utf-8", "cp949", "cp1251", "shift-jis", "gb18030", "koi8-r")
ANEW = "Save the table as UTF-8, or copy the words anew."
GLOSSED, SIGNED = "The gloss is shown instead.", f"Each is shown as {SIGN}."


def of(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """Doubts about the letters of a dossier."""
    language = {}
    if "sources" in tables:
        sources = tables["sources"]
        language = dict(zip(sources["source_id"], sources["language"], strict=True))
    for name, table in tables.items():
        garbled: set[tuple[str, int]] = set()
        for column, cells in table.columns.items():
            if COLUMNS[name][column].form:
                continue
            together = "".join(table.each(column))
            if together.isascii() and "??" not in together:
                continue
            # Only what was said is in the language of its document.
            spoken_in = language if column == "stated" else {}
            beside = [spoken_in.get(source, "") for source in table["source_id"]]
            each = set(zip(cells, beside, strict=True))
            wrong = {said: what for said in each if (what := _wrong(*said))}
            rows = enumerate(zip(cells, beside, strict=True)) if wrong else ()
            found = {n: wrong[said] for n, said in rows if said in wrong}
            garbled |= {(column, n) for n in found}
            yield from table.doubt(
                column, {n: (f"{quoted(cells[n])} {what}", ANEW) for n, what in found.items()}
            )
        yield from _undrawn(name, table, garbled)
    told = plan.model_dump_json(exclude=ONLY_READ) if plan else ""
    if _odd(told):
        yield Problem("dossier.toml", *_what(told, SIGNED), doubt=True)


def _wrong(cell: str, language: str) -> str:
    """What is said of a text that seems to have been read in a wrong encoding, with what it was before as far
    as that can be told; empty of any other."""
    script = SCRIPTS.get(language)
    if cell.isascii():
        return f"has lost its letters: it should be in {language}." if script and "??" in cell else ""
    if script and re.search(f"[{script}]", cell):
        return ""
    # Letters with accents that make UTF-8 together are hardly ever meant; other encodings take any.
    for taken in TAKEN_FOR if script else TAKEN_FOR[:2]:
        for written in WRITTEN_IN if script else WRITTEN_IN[:1]:
            read = _read_again(cell, taken, written)
            if read and (not script or re.search(f"[{script}]{{2}}", read)):
                return f"seems to be {quoted(read)}, read in a wrong encoding."
    if script and re.search(r"[^\W\d_]", cell):
        return f"holds no letter of {language}: it seems to have been read in a wrong encoding."
    return ""


def _read_again(text: str, taken: str, written: str) -> str:
    """A text that was taken for one encoding, read in the other; empty where that gives none."""
    try:
        read = text.encode(taken).decode(written)
    except UnicodeError:
        return ""
    return "" if read == text or UNSEEN.search(read) else read


def _missing(text: str) -> list[str]:
    return [letter for letter in fonts.undrawable(text) if letter != LOST]


def _odd(text: str) -> bool:
    return not text.isascii() and bool(_missing(text) or BESIDE.search(text))


def _what(text: str, instead: str) -> tuple[str, str]:
    if missing := _missing(text):
        what = f"holds letters that no font of the briefing can draw: {', '.join(missing[:FIRST])}."
        return what, f"{instead} Write it in other letters, or add a font (docs/fonts.md)."
    beside = ", ".join(sorted(set(BESIDE.findall(text)))[:FIRST])
    what = f"holds accents or joiners beside a letter: {beside}."
    return what, "Write it without; where it stands in a chart, no briefing can be made."


def _undrawn(name: str, table: Table, garbled: set[tuple[str, int]]) -> Iterator[Problem]:
    """Texts for the pages with letters that no font of the briefing has, or that no chart can hold."""
    for column, cells in table.columns.items():
        # A vocabulary is only read, and few notes are printed.
        printed = name != "hedges" and column != "note" and not COLUMNS[name][column].form
        if not printed or not _odd("".join(table.each(column))):
            continue
        instead = GLOSSED if column == "stated" else SIGNED
        odd = (n for n, cell in enumerate(cells) if _odd(cell) and (column, n) not in garbled)
        yield from table.doubt(column, {n: _what(cells[n], instead) for n in odd})
