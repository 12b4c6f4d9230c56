"""Quantities: a new one is written into ``dossier.toml``, in its place, with all else as it stands there."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from reported.dossier import plan as plans
from reported.dossier import reader, tables, terms
from reported.errors import Problem, Refused, quoted, short
from reported.staging import replace_file

PLAN = "dossier.toml"
HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)


@dataclass(frozen=True)
class Begun:
    """What was written: the block, and for each other language its file and the texts that lack there."""

    block: str
    unsaid: dict[Path, list[str]]


def add(folder: Path, name: str, one: str, many: str, units: Sequence[str] = (), label: str = "") -> Begun:
    """Write a quantity into the plan of a dossier, behind the others, and its texts into the terms of each
    language, to be said there.

    ``units`` are names, each with its factor behind a ``=`` where that is not 1 (``week=7``); without any,
    ``one`` is the unit. Nothing is written unless the plan can be read with it. Raises Refused.
    """
    plan, problems = plans.read(folder / PLAN)
    if plan is None:
        raise Refused(problems)
    if not re.fullmatch(r"\w+", name):
        what, remedy = f"{quoted(name)} can be no name.", "Write letters, digits and low lines."
        raise Refused([Problem("quantity", what, remedy)])
    if name in plan.quantities:
        what = f"{PLAN} has {short(name)} already: {quoted(plan.quantities[name].label)}."
        raise Refused([Problem(f"quantity {short(name)}", what, "Use it, or take another name.")])
    block = _block(name, label or many, one, many, units or [one])
    text = _with(tables.text_of(folder / PLAN), block)
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / PLAN).write_text(text, "utf-8")
        if problems := [problem for problem in plans.read(Path(scratch) / PLAN)[1] if not problem.doubt]:
            raise Refused(problems)
    replace_file(folder / PLAN, text.encode())
    return Begun(block, _asked_for(folder))


def _block(name: str, label: str, one: str, many: str, units: Sequence[str]) -> str:
    """The quantity as the plan has it."""
    factors = ", ".join(f"{_text(unit)} = {_factor(factor)}" for unit, factor in map(_split, units))
    nouns = (f"{key} = {_text(text)}" for key, text in (("label", label), ("one", one), ("many", many)))
    return "\n".join([f"[quantities.{name}]", *nouns, f"units = {{ {factors} }}"])


def _split(unit: str) -> tuple[str, str]:
    name, _, factor = unit.partition("=")
    return name.strip(), factor.strip() or "1"


def _factor(text: str) -> str:
    return text if re.fullmatch(r"[0-9]+(\.[0-9]+)?", text) else _text(text)


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # which TOML reads in the same way


def _with(text: str, block: str) -> str:
    """A plan with a block behind its last quantity; what stands above the next part stays with that."""
    begun = [found.start() for found in re.finditer(r"^[ \t]*\[quantities\.", text, re.MULTILINE)]
    following = HEADER.search(text, begun[-1] + 1) if begun else None
    end = following.start() if following else len(text)
    part = text[:end].splitlines(keepends=True)
    while part and (not part[-1].strip() or part[-1].lstrip().startswith("#")):
        part.pop()
    before = "".join(part).rstrip("\n")
    after = text[len("".join(part)) :].lstrip("\n")
    return f"{before}\n\n{block}\n" + (f"\n{after}" if after else "")


def _asked_for(folder: Path) -> dict[Path, list[str]]:
    """The texts that each language of a dossier has to say now, written into its terms; none while the
    dossier cannot be read."""
    codes = sorted(path.stem for path in (folder / "terms").glob("*.csv"))
    try:
        dossier = reader.read(folder) if codes else None
        unsaid = {code: terms.missing(dossier, code) for code in codes} if dossier else {}
    except Refused:
        return {}
    return {terms.ask_for(dossier, code): texts for code, texts in unsaid.items() if dossier and texts}
