"""Causes: what differs between two built editions beside their findings, and so explains why these differ.

A cause is what the two files of each show to differ and to stand behind a sentence: data, a parameter, or the
method. Where nothing of that differs, the cause is said to be not recorded.
"""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, groupby
from pathlib import Path
from typing import Any

from reported.analysis.parameters import LATEST, Parameters
from reported.build.side import Side, ours
from reported.dossier import copies
from reported.dossier.claim import ACTUAL, OWN_BASIS, made_of, relayed
from reported.dossier.dates import first_day, last_day
from reported.dossier.forms import is_number
from reported.dossier.schema import COLUMNS
from reported.dossier.storage import WORKBOOKS
from reported.wording.prose import cited, digits, in_words, listed, shortened

# What became of a claim of the dossier, in the order in which it is told.
RETRACTED, SUPERSEDED, CHANGED = "retracted", "superseded", "changed"
SINCE, UNCERTAIN, ADDED = "published since", "not certainly public before", "added to the dossier"
NOT_YET, OWN_LATER, GONE = "not certainly public yet", "ours, of a later day", "gone"
CLAIM_FATES = (RETRACTED, SUPERSEDED, CHANGED, SINCE, UNCERTAIN, ADDED, NOT_YET, OWN_LATER, GONE)
# What became of its use by a claim that both dossiers hold: it follows from the question asked, so it
# explains nothing.
TAKEN_UP, LEFT_OUT = "used only now", "used no more"

# A claim has changed if a column of its row or of its document has, but for the id and the address of the
# document, and where a copy of it is: these lead to what was said and are no part of it.
SILENT = ("source_id", "url", *copies.COLUMNS)
SAYING = tuple(name for table in ("claims", "sources") for name in COLUMNS[table] if name not in SILENT)
NAMED = 3  # how many claims a cause names before it only counts
NO_CAUSE = "cause not recorded"


@dataclass(frozen=True)
class Change:
    """What became of a claim: its fate, its row (of the later edition, else of the earlier), the columns that
    say something else with what they said and say, and how many sentences of the later edition rest on it.
    """

    fate: str
    id: str
    row: Mapping[str, Any]
    columns: tuple[tuple[str, str, str], ...] = ()
    sentences: int = 0


@dataclass(frozen=True)
class Causes:
    """What differs between two editions beside their findings."""

    before: Side
    after: Side

    def of(self, notebook: str, claims: Iterable[str]) -> tuple[str, ...]:
        """What explains a change in a notebook's finding that rests on some claims: one line, or two."""
        own = self._explaining(self._behind(claims))
        here = "this notebook" if f"notebooks/{notebook}.ipynb" in self.changed else ""
        if own:
            # An earlier or later day works through the claims: where these are named, naming it again adds
            # nothing.
            others = listed(_name(name) for name in self.parameters if name != "as_of")
            lines = (
                _because("data", self._named(own)),
                _joined(_because("parameter", others), _because("method", here)),
            )
        else:
            used = dict.fromkeys(
                name for side in (self.before, self.after) for name in side.named.get(notebook, ())
            )
            beside = self._explaining(used)
            files = shortened(
                (name for name in self.tables if not (beside and name in ("claims", "sources"))), NAMED
            )
            certain = (
                _because("parameter", listed(map(_name, self.parameters))),
                _because("data, files that differ", files),
                _because("method", _joined(here, self.reasoning(notebook))),
            )
            # What is new elsewhere in the notebook may be the cause, but only may, so it comes second.
            new = self._named(beside) if len(beside) <= NAMED else _tally(self.fates[name] for name in beside)
            lines = _joined(*certain), _because("data elsewhere in this notebook", new)
        unsaid = NO_CAUSE if self.comparable else f"{NO_CAUSE}; the method could not be compared"
        return tuple(filter(None, lines)) or (unsaid,)

    def _behind(self, claims: Iterable[str]) -> list[str]:
        """Claims (of a ratio: both), and whatever withdrawn claim they retell or are computed from."""
        names = made_of(claims)
        reached = list(names)
        for name in reached:  # grows while it is walked
            rows = (side.claims[name] for side in (self.before, self.after) if name in side.claims)
            reached += dict.fromkeys(
                other for row in rows for other, _ in relayed(row["relays"]) if other not in reached
            )
        return [name for name in reached if name in names or self.fates.get(name) in (RETRACTED, SUPERSEDED)]

    def _explaining(self, claims: Iterable[str]) -> list[str]:
        """Those of some claims whose fate explains something, in the order in which fates are told."""
        return sorted(
            (name for name in claims if name in self.fates),
            key=lambda name: CLAIM_FATES.index(self.fates[name]),
        )

    def _named(self, claims: list[str]) -> str:
        """What became of some claims, in words: at most three are named, those of one document together."""
        shown = []
        for fate, group in groupby(claims[:NAMED], key=self.fates.__getitem__):
            by_document: dict[str, list[str]] = {}
            for name in group:
                row = self.after.claims.get(name) or self.before.claims[name]
                changed = f" ({_columns(self.before.claims[name], row)})" if fate == CHANGED else ""
                by_document.setdefault(_cited(row), []).append(row["said"] + changed)
            shown.append(
                f"{fate}: " + "; ".join(f"{where}: {listed(said)}" for where, said in by_document.items())
            )
        return _joined(*shown, f"and {len(claims) - NAMED} more" if len(claims) > NAMED else "")

    @property
    def changes(self) -> Iterator[Change]:
        """The claims that are not as they were, in the order in which fates are told."""
        named = Counter(name for f in self.after.findings.values() for name in made_of(f["claims"]))
        for name in self._explaining(self.fates):
            old, new = (side.claims.get(name, {}) for side in (self.before, self.after))
            columns = tuple(
                (column.replace("_", " "), _cell(old.get(column)), _cell(new.get(column)))
                for column in (_changed(old, new) if old and new else ())
            )
            yield Change(self.fates[name], name, new or old, columns, named[name])

    @cached_property
    def fates(self) -> dict[str, str]:
        """What became of each claim that is not as it was."""
        if not (self.before.whole and self.after.whole):
            return {}
        names = dict.fromkeys([*self.after.claims, *self.before.claims])
        fates = {name: self._fate(name) for name in names}
        return {name: fate for name, fate in fates.items() if fate}

    def _fate(self, name: str) -> str:
        if name not in self.before.claims:
            return _unknown(self.after.claims[name], self.before.day, SINCE, UNCERTAIN) or ADDED
        if name not in self.after.claims:
            return _unknown(self.before.claims[name], self.after.day, NOT_YET, NOT_YET) or GONE
        old, new = self.before.claims[name], self.after.claims[name]
        changed = _changed(old, new)
        if "status" in changed and new["status"] in (RETRACTED, SUPERSEDED):
            return str(new["status"])
        return CHANGED if changed else ""

    @cached_property
    def parameters(self) -> dict[str, str]:
        """The parameters that differ, each in words; one that an edition does not name was at its default."""
        old, new = (Parameters().as_data() | side.found["parameters"] for side in (self.before, self.after))
        return {
            name: f"{_name(name)} {_value(name, old.get(name))} → {_value(name, new.get(name))}"
            for name in dict.fromkeys([*new, *old])
            if old.get(name) != new.get(name)
        }

    @cached_property
    def comparable(self) -> bool:
        """Whether both editions say what they were made from."""
        return bool(self.before.made and self.after.made)

    @cached_property
    def changed(self) -> list[str]:
        """The inputs, by path, that differ."""
        old, new = self.before.inputs, self.after.inputs
        return (
            sorted(path for path in {*old, *new} if old.get(path) != new.get(path)) if self.comparable else []
        )

    @cached_property
    def tables(self) -> list[str]:
        """The files of the dossier that differ, by name; of a workbook, with its several tables, the file."""
        paths = [Path(path) for path in self.changed if path.startswith("data/")]
        return [path.name if path.name in WORKBOOKS else path.stem for path in paths]

    @property
    def data(self) -> str:
        """The claims of both dossiers and what became of them, then those in use, in a line."""
        before, after = self.before, self.after
        lacking = [side.name for side in (before, after) if not side.whole]
        if lacking:
            where = f"findings.json of {listed(lacking)}"
            return f"could not be compared, because {where} lacks claims of its dossier: build it again"
        both = before.claims.keys() & after.claims.keys()
        taken_up, left_out = ((new.used - old.used) & both for old, new in ((before, after), (after, before)))
        files = f"; files that differ: {listed(self.tables)}" if self.tables else ""
        dossier = _counted(
            before.claims.keys(), after.claims.keys(), "in the dossier", _tally(self.fates.values())
        )
        moved = _tally([TAKEN_UP] * len(taken_up) + [LEFT_OUT] * len(left_out))
        return f"{dossier}; {_counted(before.used, after.used, 'in use', moved)}{files}"

    @property
    def method(self) -> str:
        """What of the method differs, in a line; other notebooks and the layout included."""
        if not self.comparable:
            lacking = [side.name for side in (self.before, self.after) if not side.made]
            return f"could not be compared, because there is no manifest.json of {listed(lacking)}"
        notebooks = [
            path.removeprefix("notebooks/")[:2] for path in self.changed if path.startswith("notebooks/")
        ]
        layout = [path for path in self.changed if path.startswith("report/") or "/templates/" in path]
        reached = self._reached(*self.before.reach, *self.after.reach)
        changed = _joined(
            _plural("module", [name for name in self.modules if name in reached]),
            "requirements.lock" * ("requirements.lock" in self.changed),
            shortened(self.libraries.values(), 3),
            _plural("notebook", notebooks, most=len(notebooks)),
            "layout and labels" * bool(layout),
        )
        return f"changed: {changed}" if changed else "the same"

    @cached_property
    def modules(self) -> list[str]:
        """The modules of this library that differ, by name."""
        sources = (re.fullmatch(r"src/reported/([\w/]+)\.py", path) for path in self.changed)
        return [source[1].replace("/", ".") for source in sources if source]

    @cached_property
    def libraries(self) -> dict[str, str]:
        """The packages of others whose versions differ, each in words."""
        if not (self.before.made and self.after.made):
            return {}
        old, new = self.before.made["versions"], self.after.made["versions"]
        differing = (name for name in sorted({*old, *new}) if old.get(name) != new.get(name))
        return {name: f"{name} {old.get(name, 'none')} → {new.get(name, 'none')}" for name in differing}

    def _reached(self, *notebooks: str) -> set[str]:
        """What some notebooks import in either edition, in small letters; Python in any case."""
        reaches = (side.reach.get(name, ()) for side in (self.before, self.after) for name in notebooks)
        return {"python", *(name.lower() for name in chain(*reaches))}

    def reasoning(self, notebook: str) -> str:
        """The modules and the libraries that differ and that a notebook reaches, in words; empty where it
        reaches none.

        What it does not reach only runs it, counts or writes down what it found, or sets that in type.
        """
        reached = self._reached(notebook)
        libraries = (said for name, said in self.libraries.items() if name in reached)
        modules = [name for name in self.modules if name in reached]
        return _joined(_plural("module", modules), shortened(libraries, 3))


def _tally(fates: Iterable[str]) -> str:
    """How often each fate occurs, in words."""
    counts = Counter(fates)
    return ", ".join(f"{counts[fate]} {fate}" for fate in (*CLAIM_FATES, TAKEN_UP, LEFT_OUT) if counts[fate])


def _counted(before: Set[str], now: Set[str], where: str, became: str) -> str:
    """How many claims there were and are, and what became of them, in words."""
    if before == now and not became:
        return f"{f'the same {len(now)}' if now else 'none'} {where}"
    return f"{len(before)} {where} before, {len(now)} now" + (f": {became}" if became else "")


def _unknown(claim: Mapping[str, Any], day: date | None, later: str, perhaps: str) -> str:
    """``later`` where a claim was published after a day, ``perhaps`` where it may have been; empty where it
    was public by then.

    What is ours was not published: it is of a later day, or was there.
    """
    first, last = first_day(claim["published"]), last_day(claim["published"])
    if day is None or (ours(claim) and last is None):
        return ""
    if first is None or last is None:
        return perhaps
    if ours(claim):
        return OWN_LATER if last > day else ""
    return later if first > day else perhaps if last > day else ""


def _cited(claim: Mapping[str, Any]) -> str:
    if claim["basis"] == OWN_BASIS:
        return "assumption of this analysis"
    return cited(claim["publisher"], claim["published"])


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    return [column for column in SAYING if _says(old, column) != _says(new, column)]


def _says(claim: Mapping[str, Any], column: str) -> Any:
    """What a claim says in a column; an edition that does not have it yet says what was always meant."""
    return claim.get(column) or (ACTUAL if column == "modality" and "hedge" in claim else None)


def _columns(old: Mapping[str, Any], new: Mapping[str, Any]) -> str:
    return shortened(
        f"{column.replace('_', ' ')} {_cell(old.get(column))} → {_cell(new.get(column))}"
        for column in _changed(old, new)
    )


def _cell(value: Any) -> str:
    if isinstance(value, (int, float)):
        return digits(value)
    return textwrap.shorten(value or "", 40, placeholder=" …") or "nothing"


def _name(parameter: str) -> str:
    return "as-of day" if parameter == "as_of" else parameter.replace("_", " ")


def _value(name: str, value: Any) -> str:
    if name == "as_of":
        return "the latest material" if value == LATEST else in_words(value)
    low, dots, high = str(value).partition("..")
    if dots and is_number(low) and is_number(high):
        return digits(float(low)) + (f" to {digits(float(high))}" if low != high else "")
    return "as published" if value is None else str(value)


def _because(kind: str, what: str) -> str:
    return f"{kind}, {what}" if what else ""


def _joined(*parts: str) -> str:
    return "; ".join(filter(None, parts))


def _plural(what: str, names: list[str], most: int = 3) -> str:
    return f"{what}{'s' * (len(names) > 1)} {shortened(names, most)}" if names else ""
