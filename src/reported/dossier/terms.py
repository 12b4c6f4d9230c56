"""Terms: the texts of a dossier in another language, one row a text in ``terms/<code>.csv``.

A text that stands beside a number has room for it, ``{} loaves``, for in another language the number may
stand elsewhere: what is counted and what units are called are written so. What was said stays in the words in
which it was said; its gloss is in the language, and falls away where the words are of that language
themselves. Nothing but texts changes: ids, codes, numbers, days and addresses are those of the dossier.
Names by which the method tells things apart, institutions above all, are said everywhere alike, as keys of
the plan too, so that whatever looks one up finds it; two of them may not be said alike.
"""

from __future__ import annotations

import csv
import operator
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel

from reported.dossier import tables
from reported.dossier.claim import UNNAMED, Claim
from reported.dossier.forms import Column
from reported.dossier.plan import Choices, Plan, Quantity
from reported.dossier.reader import Dossier
from reported.dossier.schema import OF_THE_RECORD, Denial, Event
from reported.dossier.tables import Table
from reported.errors import Problem, Refused, quoted, short
from reported.files import of_file

OWN = "en"  # the language in which dossiers are written
RULES = {"text": Column(filled=True, once=True), "said": Column()}
MEANS = {
    "text": "A text as it stands in the dossier, once. Beside a number it shows where that stands: "
    "`{} loaves`, `could hold {}`; so does a unit that is not the first one, `{} dozen`. What was said is "
    "there by its gloss, or by itself where it is English.",
    "said": "How the language says it, with the same braces.",
}
SHOWN = 10  # texts without a term that are told; the others are counted
ROOM = re.compile(r"\{[^{}]*\}")

Say = Callable[[str], str]
Entry = TypeVar("Entry", bound=BaseModel)


def in_language(dossier: Dossier, code: str, falls_back: bool = False) -> Dossier:
    """The dossier with its texts in a language. Raises Refused where a text lacks its term, which it may have
    to where the language ``falls_back`` on what stands in the dossier; and where a term is wrong.

    Asked for again and again, as ``reader.read`` is, it is made once.
    """
    if code in (OWN, dossier.language):
        return dossier
    path = _path(dossier, code)
    asked = code, falls_back, of_file(path) if path.exists() else ""
    of = dossier.plan, dossier.documents, dossier.said, dossier.denied, dossier.happened
    if not (_last and _last[0].asked == asked and all(map(operator.is_, _last[0].of, of))):
        _last[:] = [_Made(asked, of, _in_language(dossier, code, falls_back))]
    return replace(_last[0].dossier, folder=dossier.folder, day=dossier.day)


class _Made(NamedTuple):
    """A dossier in a language, with what was asked for and what it was made of."""

    asked: tuple[str, bool, str]
    of: tuple[object, ...]
    dossier: Dossier


_last: list[_Made] = []


def _in_language(dossier: Dossier, code: str, falls_back: bool) -> Dossier:
    met = texts(dossier, code)
    terms = _read(dossier, code, met)
    lacking = [text for text in met if text not in terms]
    if lacking and not falls_back:
        raise Refused(list(_untold(code, lacking)))
    return translated(dossier, {text: text for text in lacking} | {**terms}, code)


def missing(dossier: Dossier, code: str) -> list[str]:
    """The texts of a dossier that lack a term in a language. Raises Refused."""
    if code == OWN:
        return []
    met = texts(dossier, code)
    terms = _read(dossier, code, met)
    return [text for text in met if text not in terms]


def ask_for(dossier: Dossier, code: str) -> Path:
    """Write a row for each text of a dossier that has none yet in a language, to be said; what stands there
    stays. Returns the path of the terms.
    """
    path = _path(dossier, code)
    table = tables.read(path, RULES)[0] if path.exists() else None
    known = set(table["text"]) if table else set()
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        if table and not path.read_bytes().endswith(b"\n"):
            file.write("\n")
        if table is None:
            rows.writerow(RULES)
        rows.writerows((text, "") for text in texts(dossier, code) if text not in known)
    return path


def _untold(code: str, lacking: list[str]) -> Iterator[Problem]:
    """Texts without a term: the first, and of the others how many."""
    for text in lacking[:SHOWN]:
        yield Problem(_place(code), f"{quoted(text)} has no term.", "Add a row that says it.")
    if more := lacking[SHOWN:]:
        yield Problem(_place(code), f"{len(more):,} more texts have no term.", "Add a row for each.")


def read_terms(dossier: Dossier, code: str) -> Mapping[str, str]:
    """How a language says the texts of a dossier; none where there is no file. Raises Refused."""
    return _read(dossier, code, texts(dossier, code))


def _path(dossier: Dossier, code: str) -> Path:
    return dossier.folder / "terms" / f"{code}.csv"


def _read(dossier: Dossier, code: str, met: Collection[str]) -> Mapping[str, str]:
    path = _path(dossier, code)
    if not path.exists():
        return {}
    table, problems = tables.read(path, RULES)
    if table:
        problems += _loose_ends(dossier, code, table, met)
    if table is None or problems:
        raise Refused(problems)
    return {text: said for text, said in zip(table["text"], table["said"], strict=True) if said}


def texts(dossier: Dossier, code: str) -> list[str]:
    """Every text of a dossier that a reader of a language meets, each once, as its term names it."""
    met: dict[str, None] = {}

    def note(text: str) -> str:
        met.setdefault(text)
        return text

    _said(dossier, note, code)
    return list(met)


def translated(dossier: Dossier, terms: Mapping[str, str], code: str) -> Dossier:
    """The same dossier with its texts as the terms say them. Raises KeyError for a text without one."""
    return _said(dossier, terms.__getitem__, code)


# What is said


def _said(dossier: Dossier, say: Say, code: str) -> Dossier:
    """The dossier with each of its texts said; this is what tells texts from codes."""
    say = _filled(say)
    plan = _plan(dossier.plan, say)
    sources = {
        row.source_id: row._replace(
            title=say(row.title), publisher=say(row.publisher), reliability_reason=say(row.reliability_reason)
        )
        for row in dossier.documents
    }
    languages = {row.source_id: row.language for row in dossier.documents}
    return replace(
        dossier,
        language=code,
        plan=plan,
        documents=tuple(sources.values()),
        said=tuple(_claim(row, say, code)._replace(source=sources[row.source_id]) for row in dossier.said),
        denied=tuple(_denial(row, say, languages[row.source_id] == code) for row in dossier.denied),
        happened=tuple(_event(row, say) for row in dossier.happened),
    )


def _filled(say: Say) -> Say:
    """Says a text where there is one."""
    return lambda text: say(text) if text else text


def _claim(row: Claim, say: Say, code: str) -> Claim:
    return row._replace(
        gloss=_gloss(row, say, row.language == code),
        item=say(row.item),
        scope=say(row.scope),
        speaker=_speaker(row.speaker, say),
        role=say(row.role),
        institution=say(row.institution),
        credited=say(row.credited),
        credibility_reason=say(row.credibility_reason),
        note=say(row.note),
    )


def _denial(row: Denial, say: Say, native: bool) -> Denial:
    return row._replace(
        gloss=_gloss(row, say, native),
        scope=say(row.scope),
        speaker=_speaker(row.speaker, say),
        institution=say(row.institution),
        note=say(row.note),
    )


def _event(row: Event, say: Say) -> Event:
    parties = [say(name.strip()) for name in row.parties.split(";") if name.strip()]
    return row._replace(
        event=say(row.event),
        short=say(row.short),
        parties="; ".join(parties),
        item=row.item if row.strand == OF_THE_RECORD else say(row.item),
        credibility_reason=say(row.credibility_reason),
        note=say(row.note),
    )


def _gloss(row: Claim | Denial, say: Say, native: bool) -> str:
    """What words in another language mean; empty where they are of the language (``native``), and where they
    are written alike in both."""
    meant = "" if native or not row.stated else say(row.gloss or row.stated)
    return "" if meant == row.stated else meant


def _speaker(name: str, say: Say) -> str:
    return name if name == UNNAMED else say(name)


def _plan(plan: Plan, say: Say) -> Plan:
    about = ("title", "question", "description", "caveat", "license")
    equated = ("label", "reads", "caution")
    return plan.model_copy(
        update={
            "dossier": _entry(plan.dossier, say, *about),
            "quantities": {name: _quantity(quantity, say) for name, quantity in plan.quantities.items()},
            "series": {name: _entry(series, say, "label") for name, series in plan.series.items()},
            "relations": tuple(_entry(relation, say, *equated[1:]) for relation in plan.relations),
            "estimates": tuple(_entry(estimate, say, *equated) for estimate in plan.estimates),
            "dials": tuple(_entry(dial, say, "label") for dial in plan.dials),
            "propositions": tuple(_entry(proposition, say, "says") for proposition in plan.propositions),
            "choices": _choices(plan.choices, say),
            "places": tuple(_entry(place, say, "name", "country") for place in plan.places),
            "gaps": tuple(_entry(gap, say, "sought", "where") for gap in plan.gaps),
            "names": {say(name): say(written_out) for name, written_out in plan.names.items()},
            "items": {code: say(item) for code, item in plan.items.items()},
            "governments": {say(name): say(government) for name, government in plan.governments.items()},
        }
    )


def _entry(entry: Entry, say: Say, *fields: str) -> Entry:
    return entry.model_copy(update={field: say(getattr(entry, field)) for field in fields})


def _quantity(quantity: Quantity, say: Say) -> Quantity:
    named = {unit: quantity.nouns.get(unit, unit) for unit, factor in quantity.units.items() if factor != 1}
    return quantity.model_copy(
        update={
            "label": say(quantity.label),
            "one": say(with_room(quantity.one)),
            "many": say(with_room(quantity.many)),
            "could": say(with_room(quantity.could, behind=True)),
            "phrase": quantity.phrase if quantity.phrase == "{}" else say(quantity.phrase),
            "nouns": {unit: say(with_room(noun)) for unit, noun in named.items()},
        }
    )


def with_room(text: str, behind: bool = False) -> str:
    """A text beside a number with the room for it shown: before the text, or ``behind`` it."""
    if "{}" in text:
        return text
    return f"{text} {{}}" if behind else f"{{}} {text}"


def _choices(choices: Choices, say: Say) -> Choices:
    return choices.model_copy(
        update={
            kind: tuple(_entry(choice, say, "says") for choice in getattr(choices, kind))
            for kind in Choices.model_fields
        }
    )


# What is wrong with terms


def _place(code: str) -> str:
    return f"{Path('terms') / code}.csv"


def _loose_ends(dossier: Dossier, code: str, table: Table, met: Collection[str]) -> Iterator[Problem]:
    """What is wrong with terms that can be read: of no text, without the room for a number, or alike where
    the dossier tells two things apart."""
    known = set(met)
    unknown = table.where(lambda text: text and text not in known, "text")

    def stands_nowhere(row: int) -> tuple[str, str]:
        what = f"{quoted(table['text'][row])} stands nowhere in the dossier."
        return what, "Take the row out, or write the text as it stands there, beside a number with {}."

    yield from table.tell("text", unknown, stands_nowhere)

    def roomless(row: int) -> tuple[str, str]:
        text, said = table["text"][row], table["said"][row]
        what = f"{quoted(said)} has other braces than {quoted(text)}."
        return what, "Put there what stands in braces in the text, as often."

    lost = table.where(lambda text, said: _rooms(text) != _rooms(said), "text", "said")
    yield from table.tell("said", [row for row in lost if table["said"][row]], roomless)
    terms = dict(zip(table["text"], table["said"], strict=True))
    for apart in _told_apart(dossier):
        yield from _alike(code, terms, apart)


def _rooms(text: str) -> Counter[str]:
    return Counter(ROOM.findall(text))


def _told_apart(dossier: Dossier) -> tuple[set[str], set[str]]:
    """Texts by which the method tells things apart: institutions, and the parts that a figure may cover."""
    claimed = {name for row in dossier.said for name in (row.institution, row.credited)}
    institutions = claimed | {row.institution for row in dossier.denied} | {*dossier.plan.names}
    return institutions, {row.scope for row in dossier.said}


def _alike(code: str, terms: Mapping[str, str], apart: Iterable[str]) -> Iterator[Problem]:
    """Texts that must be told apart and are said alike."""
    first: dict[str, str] = {}
    for text in sorted(name for name in apart if terms.get(name)):
        other = first.setdefault(terms[text], text)
        if other != text:
            what = f"{short(other)} and {short(text)} are both said {quoted(terms[text])}."
            yield Problem(_place(code), what, "Say them differently: they are two.")
