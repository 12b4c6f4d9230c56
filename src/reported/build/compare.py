"""Compare: what appeared, went, moved and reversed between two editions, and why.

Only what the editions published is read: ``findings.json`` (the sentences, and every claim of the dossier)
and ``manifest.json`` (a hash of each input, and which modules each notebook reaches). A cause is what these
show to differ and to stand behind a sentence: data, a parameter, or the method. Where nothing of that
differs, the cause is said to be not recorded.
"""

from __future__ import annotations

import difflib
import re
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain, groupby, repeat
from pathlib import Path
from typing import Any

from reported.analysis.parameters import LATEST, Parameters
from reported.build import manifest
from reported.dossier.claim import ACTUAL, OWN_BASIS, is_ours, relayed
from reported.dossier.dates import first_day, last_day
from reported.dossier.forms import is_number
from reported.dossier.schema import COLUMNS
from reported.dossier.storage import WORKBOOKS
from reported.wording.language import ENGLISH
from reported.wording.prose import cited, counted, digits, in_words, listed, shortened

FATES = ("reversed", "appeared", "went", "moved")
PAGE_ONE = ("bottom-line", "judgement", "confidence")
PARTS = {  # what a reader sees of a finding, and what it is called behind its id
    "sentence": "", "why": "its reason", "linchpin": "what it turns on", "told": "in the story",
}  # fmt: skip

# What became of a claim of the dossier, in the order in which it is told.
RETRACTED, SUPERSEDED, CHANGED = "retracted", "superseded", "changed"
SINCE, UNCERTAIN, ADDED = "published since", "not certainly public before", "added to the dossier"
NOT_YET, OWN_LATER, GONE = "not certainly public yet", "ours, of a later day", "gone"
CLAIM_FATES = (RETRACTED, SUPERSEDED, CHANGED, SINCE, UNCERTAIN, ADDED, NOT_YET, OWN_LATER, GONE)
# What became of its use by a claim that both dossiers hold: it follows from the question asked, so it
# explains nothing.
TAKEN_UP, LEFT_OUT = "used only now", "used no more"

# A claim has changed if a column of its row or of its document has, but for the id and the address of the
# document: these lead to what was said and are no part of it.
SILENT = ("source_id", "url")
SAYING = tuple(name for table in ("claims", "sources") for name in COLUMNS[table] if name not in SILENT)
NAMED = 3  # how many claims a cause names before it only counts
MANY = 15  # if more findings moved than so many, those that are not on page one get a line for each part
NARROWEST = 40  # characters in a line
NO_CAUSE = "cause not recorded"


@dataclass(frozen=True)
class Side:
    """One built edition: its ``findings.json``, and its ``manifest.json`` where there is one."""

    found: Mapping[str, Any]
    made: Mapping[str, Any] | None = None

    @property
    def name(self) -> str:
        """What the edition is called."""
        return str(self.found["edition"])

    @property
    def day(self) -> date | None:
        """The as-of day; ``None`` for all that is known."""
        day = self.found["parameters"].get("as_of", LATEST)
        return None if day == LATEST else date.fromisoformat(day)

    @property
    def newest(self) -> date | None:
        """The day up to which it knows: its own, else the last on which a claim of it was published."""
        days = (last_day(claim["published"]) for claim in self.claims.values() if not _ours(claim))
        return self.day or max(filter(None, days), default=None)

    @property
    def language(self) -> str:
        """The language of its words."""
        return str(self.found["parameters"].get("language", ENGLISH))

    @property
    def claims(self) -> Mapping[str, Mapping[str, Any]]:
        """The claims of its dossier, by id; of an older edition those in use, or none."""
        claims: Mapping[str, Mapping[str, Any]] = self.found.get("claims", {})
        return claims

    @property
    def whole(self) -> bool:
        """Whether every claim of its dossier is named, so that one that is missing was not there."""
        return self.found.get("on_record") == len(self.claims)

    @cached_property
    def named(self) -> dict[str, list[str]]:
        """The claims that each notebook names."""
        found: dict[str, list[str]] = {}
        for name, claim in self.claims.items():
            for notebook in claim["notebooks"]:
                found.setdefault(notebook, []).append(name)
        return found

    @cached_property
    def used(self) -> set[str]:
        """The claims that a finding or a table names as they stand; one that is named as withdrawn is not."""
        return {
            name for name, claim in self.claims.items() if claim["notebooks"] and claim["status"] == "active"
        }

    @property
    def reach(self) -> Mapping[str, Iterable[str]]:
        """The modules, and packages of others, that each notebook imports, at however many removes; empty
        where an older edition does not tell.
        """
        return self.made.get("reach", {}) if self.made else {}

    @property
    def inputs(self) -> Mapping[str, str]:
        """The hash of each input, by path; empty without a manifest. The edition's own file is left out: its
        parameters are told.
        """
        inputs = self.made["inputs"] if self.made else {}
        return {path: hash for path, hash in inputs.items() if not path.startswith("report/editions/")}

    @cached_property
    def findings(self) -> dict[tuple[str, str], Mapping[str, Any]]:
        """The findings by notebook and id, in the order of the briefing."""
        return {(f["notebook"], f["id"]): f for f in self.found["findings"]}

    def ran(self, notebook: str) -> bool:
        """Whether a notebook was there and had what it asks for."""
        roles = [f["role"] for (name, _), f in self.findings.items() if name == notebook]
        return bool(roles) and "not-run" not in roles

    def reason(self, notebook: str) -> str:
        """Why a notebook did not run, in a sentence; empty where there is none."""
        idle = (f for (name, _), f in self.findings.items() if name == notebook and f["role"] == "not-run")
        return next((str(f["sentence"]) for f in idle), "")


@dataclass(frozen=True)
class Difference:
    """What became of a finding, or of the rest of a section that only one of the editions ran (``id`` is
    empty).

    ``was`` and ``now`` are what a reader saw: the sentence, or the ``part`` that differs; of a section the
    reason why it was not run. ``texts`` are all parts that differ, each with what it was and is. ``why`` is
    one line or two; ``findings`` counts what met this fate together.
    """

    fate: str
    notebook: str
    id: str
    role: str = ""
    part: str = ""
    was: str = ""
    now: str = ""
    answers: tuple[str, str] = ("", "")
    why: tuple[str, ...] = ()
    findings: int = 1
    texts: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Two editions held against each other: lines for the head, every difference in order, how many findings
    are as before, and of the later edition the language and the day up to which it knows.
    """

    before: str
    after: str
    parameters: str
    data: str
    method: str
    differences: tuple[Difference, ...]
    same: int
    language: str = ENGLISH
    day: date | None = None

    def count(self, fate: str) -> int:
        """How many findings met a fate."""
        return sum(d.findings for d in self.differences if d.fate == fate)


def read(folder: Path, where: str = "") -> Side:
    """Read a built edition from its folder, by whose name it goes; it may lack the manifest.

    ``where`` is what the folder is called. Raises Refused.
    """
    found = manifest.findings(folder, where) | {"edition": folder.name}
    return Side(found, manifest.manifest(folder, where) if (folder / manifest.MANIFEST).exists() else None)


def between(before: Side, after: Side) -> Comparison:
    """Hold two editions against each other. Reversed findings come first, then what appeared, went and moved;
    page one before the rest.
    """
    causes = Causes(before, after)
    sections = {d.notebook: d for d in _sections(before, after)}
    made, same = list(sections.values()), 0
    for key in dict.fromkeys([*before.findings, *after.findings]):
        old, new = before.findings.get(key), after.findings.get(key)
        if old and new and not _differing(old, new) and not _turned(old, new):
            same += 1
        elif (old and new) or key[0] not in sections or (new or old or {})["role"] in PAGE_ONE:
            made.append(_difference(key, old, new, causes))
    # Where both have it, the place in the later edition.
    place = {key: n for n, key in enumerate([*before.findings, *after.findings])}

    def order(d: Difference) -> tuple[int, int, str, int]:
        page = PAGE_ONE.index(d.role) if d.role in PAGE_ONE else len(PAGE_ONE)
        return FATES.index(d.fate), page, d.notebook, place.get((d.notebook, d.id), -1)

    parameters = "; ".join(causes.parameters.values()) or "the same"
    return Comparison(
        before.name, after.name, parameters, causes.data, causes.method, tuple(sorted(made, key=order)), same,
        after.language, after.newest,
    )  # fmt: skip


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """The parts that differ; what the story tells only where both editions tell it."""
    both = [text for text in PARTS if text != "told" or (old.get(text) and new.get(text))]
    return [text for text in both if old.get(text, "") != new.get(text, "")]


def _turned(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether both come to a conclusion, and not to the same; older editions name none."""
    was, now = old.get("answer", ""), new.get("answer", "")
    return bool(was and now and was != now)


def _difference(
    key: tuple[str, str], old: Mapping[str, Any] | None, new: Mapping[str, Any] | None, causes: Causes
) -> Difference:
    fate, part = "appeared" if new else "went", "sentence"
    if old and new:
        fate, part = "reversed" if _turned(old, new) else "moved", next(iter(_differing(old, new)), part)
    was, now = old or {}, new or {}
    texts = tuple((text, was.get(text, ""), now.get(text, "")) for text in (_differing(was, now) or [part]))
    why = causes.of(key[0], [claim for found in (was, now) for claim in found.get("claims", ())])
    answers = was.get("answer", ""), now.get("answer", "")
    return Difference(
        fate,
        *key,
        (new or was)["role"],
        part,
        was.get(part, ""),
        now.get(part, ""),
        answers,
        why,
        texts=texts,
    )


def _sections(before: Side, after: Side) -> Iterator[Difference]:
    """The sections that only one of the editions ran. What stands on page one is told by itself, and not
    counted here.
    """
    for notebook in sorted({notebook for side in (before, after) for notebook, _ in side.findings}):
        if before.ran(notebook) == after.ran(notebook):
            continue
        fate, ran, idle = ("appeared", after, before) if after.ran(notebook) else ("went", before, after)
        rest = [
            f
            for key, f in ran.findings.items()
            if key[0] == notebook and key not in idle.findings and f["role"] not in PAGE_ONE
        ]
        was, now = (side.reason(notebook) if side is idle else "" for side in (before, after))
        yield Difference(fate, notebook, "", was=was, now=now, findings=len(rest))


# ── causes ──────────────────────────────────────────────────────────────────────────────────────────────────


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
        names = list(dict.fromkeys(part for claim in claims for part in claim.split(" over ")))
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
    if day is None or (_ours(claim) and last is None):
        return ""
    if first is None or last is None:
        return perhaps
    if _ours(claim):
        return OWN_LATER if last > day else ""
    return later if first > day else perhaps if last > day else ""


def _ours(claim: Mapping[str, Any]) -> bool:
    return is_ours(claim["basis"], claim.get("publisher_kind", ""))


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


# ── words ───────────────────────────────────────────────────────────────────────────────────────────────────


def told(made: Comparison, width: int = 100) -> str:
    """A comparison as text for people, in lines of at most ``width`` characters where the words allow it."""
    width = max(width, NARROWEST)
    head = [f"What changed from {made.before} to {made.after}", ""]
    lines = (
        ("parameters", made.parameters),
        *zip(chain(["claims"], repeat("")), made.data.split("; "), strict=False),
        ("method", made.method),
    )
    for name, text in lines:
        head += _wrapped(text, width, f"  {name:<12}")
    blocks = ["\n".join(head)]
    for fate in FATES:
        met = [d for d in made.differences if d.fate == fate]
        cut = [d for d in met if d.role not in PAGE_ONE] if fate == "moved" and len(met) > MANY else []
        blocks += [f"{fate.upper()} ({made.count(fate)})"] * bool(met)
        blocks += ["\n".join(_entry(d, width)) for d in met if d not in cut]
        blocks += ["\n".join(line for d in cut for line in _entry(d, width, brief=True))] * bool(cut)
    return "\n\n".join([*blocks, summary(made)])


def summary(made: Comparison) -> str:
    """How many findings met which fate, in a line."""
    if not made.differences:
        return "The findings are the same."
    counts = [f"{made.count(fate)} {fate}" for fate in FATES if made.count(fate)]
    return ", ".join([*counts, f"{made.same} as before."])


def _entry(d: Difference, width: int, brief: bool = False) -> list[str]:
    """A difference in a few lines: which finding, its words before and now, and why; ``brief`` gives each of
    these one line.
    """
    number, _, question = d.notebook.partition("-")
    if not d.id:
        return _wrapped(f"{question.replace('-', ' ')}: {run_words(d)}", width, f"{number} · ")
    turned = f": {d.answers[0]} → {d.answers[1]}" if d.fate == "reversed" else ""
    place = f" ({d.role.replace('-', ' ')})" if d.role in PAGE_ONE and d.role != d.id else ""
    part = f", {part_words(d.part)}" if part_words(d.part) else ""
    was, now = _elided(d.was, d.now, around=3 if brief else 4) if d.fate == "moved" else (d.was, d.now)
    lines = [("", f"{number} · {d.id}{place}{part}{turned}")]
    both = [("     was  ", was or "nothing"), ("     now  ", now or "nothing")]
    lines += both if d.fate in ("reversed", "moved") else [("     ", now or was)]
    why = ["; ".join(d.why)] if brief else d.why
    lines += [("     why  " if not n else " " * 10, text) for n, text in enumerate(why)]
    return [line for first, text in lines for line in _wrapped(text, width, first, most=1 if brief else None)]


def part_words(part: str) -> str:
    """What a text is to its finding; empty for the sentence itself."""
    return PARTS[part]


def run_words(d: Difference) -> str:
    """What became of a section that only one of the editions ran."""
    count = counted(d.findings, "finding")
    if d.fate == "appeared":
        return f"this section was run, with {count}. " + (
            f"Before: {d.was}" if d.was else "Before, there was no such section."
        )
    return f"this section was not run, and {count} went. " + (
        f"Now: {d.now}" if d.now else "There is no such section now."
    )


def _elided(was: str, now: str, around: int) -> tuple[str, str]:
    """Two texts without the longer stretches that they share: a few words around each difference stay."""
    old, new = was.split(), now.split()
    steps = difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    cut: tuple[list[str], list[str]] = ([], [])
    for n, (tag, i, j, k, m) in enumerate(steps):
        # The first words say what it is about, and stay; behind the last difference a few words are enough.
        after = around * (n < len(steps) - 1)
        short = tag == "equal" and j - i > around + after + 1
        for words, own in zip(cut, (old[i:j], new[k:m]), strict=True):
            words.extend([*own[:around], "…", *own[len(own) - after :]] if short else own)
    return " ".join(cut[0]), " ".join(cut[1])


def _wrapped(text: str, width: int, first: str, most: int | None = None) -> list[str]:
    """Text in lines behind a first margin, ``most`` at the most; characters that could steer a terminal are
    taken out.
    """
    shown = "".join(c if c.isprintable() else " " for c in text)
    return textwrap.wrap(
        shown, width, initial_indent=first, subsequent_indent=" " * len(first), max_lines=most,
        placeholder=" …", break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
