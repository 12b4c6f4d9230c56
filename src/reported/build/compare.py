"""Compare: what appeared, went, moved and reversed between two editions, and why.

Only what the editions published is read: ``findings.json`` (the sentences, and every claim of the dossier)
and ``manifest.json`` (a hash of each input, and which modules each notebook reaches). Why is worked out in
``causes``.
"""

from __future__ import annotations

import difflib
import re
import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import chain, repeat
from typing import Any

from reported.build.causes import Causes, Change
from reported.build.side import Side as Side
from reported.build.side import read as read
from reported.wording.language import ENGLISH
from reported.wording.prose import counted

FATES = ("reversed", "appeared", "went", "moved")
PAGE_ONE = ("bottom-line", "judgement", "confidence")
PARTS = {  # what a reader sees of a finding, and what it is called behind its id
    "sentence": "", "why": "its reason", "linchpin": "what it turns on", "told": "in the story",
}  # fmt: skip
_FIGURES = re.compile(r"\d[\d,.]*")
MANY = 15  # if more findings moved than so many, those that are not on page one get a line for each part
NARROWEST = 40  # characters in a line


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
    are as before, of the later edition the language and the day up to which it knows, and what became of each
    claim that is not as it was.
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
    claims: tuple[Change, ...] = ()

    def count(self, fate: str) -> int:
        """How many findings met a fate."""
        return sum(d.findings for d in self.differences if d.fate == fate)


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
        after.language, after.newest, tuple(causes.changes),
    )  # fmt: skip


def _differing(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[str]:
    """The parts that differ; what the story tells only where both editions tell it."""
    both = [text for text in PARTS if text != "told" or (old.get(text) and new.get(text))]
    return [text for text in both if old.get(text, "") != new.get(text, "")]


def _turned(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether both come to a conclusion, and not to the same; older editions name none. A number that became
    another is no other conclusion.
    """
    was, now = (_FIGURES.sub("", found.get("answer", "")) for found in (old, new))
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
