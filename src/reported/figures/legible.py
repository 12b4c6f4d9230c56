"""Legible: a dossier as the briefing can print it, where it holds letters that no font of the briefing has.

Nothing stops a build for a letter. Words that were said give way to their gloss, and a note beside them
says so; without a gloss, and in any other text, a sign stands for each such letter. A dossier whose letters
are all in the fonts is left as it is; what is taken away as data (``document.workbook``) keeps those of the
tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from pydantic import BaseModel

from reported.dossier.claim import Claim, Source
from reported.dossier.reader import Dossier
from reported.dossier.schema import Denial, Event
from reported.figures import fonts
from reported.wording.language import Language

SIGN = "□"  # for a letter that no font has
ONLY_READ = {"quantities": {"__all__": {"said"}}}  # words of the plan that no page shows
Given = Source | Claim | Denial | Event
Row = TypeVar("Row", Source, Claim, Denial, Event)
Said = TypeVar("Said", Claim, Denial)
Signs = Mapping[int, str]


def legible(dossier: Dossier, language: Language) -> Dossier:
    """The dossier with nothing in it that no font can draw; the notes are in the language of the edition."""
    lacking = undrawn(dossier)
    if not lacking:
        return dossier
    signs = str.maketrans(dict.fromkeys(lacking, SIGN))
    documents = {row.source_id: _signed(row, signs) for row in dossier.documents}
    return replace(
        dossier,
        plan=_in_plan(dossier.plan, signs),
        documents=tuple(documents.values()),
        said=tuple(
            _glossed(row, signs, language)._replace(source=documents[row.source_id]) for row in dossier.said
        ),
        denied=tuple(_glossed(row, signs, language) for row in dossier.denied),
        happened=tuple(_signed(row, signs) for row in dossier.happened),
    )


def undrawn(dossier: Dossier) -> list[str]:
    """The letters of a dossier's texts that no font can draw; those that are only read are not among them."""
    tables: tuple[tuple[Given, ...], ...] = (
        dossier.documents,
        dossier.said,
        dossier.denied,
        dossier.happened,
    )
    letters = set().union(*(_letters(rows) for rows in tables if rows))
    return fonts.undrawable("".join(sorted(letters)) + dossier.plan.model_dump_json(exclude=ONLY_READ))


def _letters(rows: tuple[Given, ...]) -> set[str]:
    """The letters in all texts of some rows of one table; column by column, which is fast."""
    columns = (set(map(attrgetter(name), rows)) for name in _texts(rows[0]))
    return set[str]().union(*(text for column in columns for text in column if isinstance(text, str)))


def in_other_words(row: Claim | Denial, language: Language) -> bool:
    """Whether the words of a row are those of its gloss, and so in the language of the edition."""
    return bool(row.stated) and row.gloss == language.say("words-glossed")


def _texts(row: Given) -> dict[str, str]:
    held = row._asdict()
    return {name: text for name, text in held.items() if isinstance(text, str)}


def _signed(row: Row, signs: Signs) -> Row:
    """A row with a sign for each letter."""
    changed: Any = {name: text.translate(signs) for name, text in _texts(row).items()}
    return row._replace(**changed)


def _glossed(row: Said, signs: Signs, language: Language) -> Said:
    """A row with its gloss in place of words that cannot be drawn; without one, with signs in them."""
    made = _signed(row, signs)
    if made.stated == row.stated:
        return made
    if not made.gloss:
        return made._replace(gloss=language.say("words-with-signs", sign=SIGN))
    return made._replace(stated=made.gloss, gloss=language.say("words-glossed"))


def _in_plan(part: Any, signs: Signs) -> Any:
    """A part of a plan with a sign for each letter."""
    match part:
        case str():
            return part.translate(signs)
        case tuple():
            return tuple(_in_plan(one, signs) for one in part)
        case dict():
            return {_in_plan(name, signs): _in_plan(one, signs) for name, one in part.items()}
        case BaseModel():
            named = type(part).model_fields
            return part.model_copy(update={name: _in_plan(getattr(part, name), signs) for name in named})
    return part
