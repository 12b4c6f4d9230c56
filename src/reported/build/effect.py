"""Effect: what a claim would change, told before it is written.

The notebooks are asked twice in this process, nothing drawn: of the dossier as it is, and of a copy with
the claim.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import chdir
from pathlib import Path
from typing import Any

from reported.analysis import parameters
from reported.build import compare, project
from reported.build.compare import PAGE_ONE, Comparison, Difference, Side
from reported.build.request import Request
from reported.document import assembly
from reported.document.section import Section
from reported.dossier import reader
from reported.edition import ANOTHER_TOPIC, Edition
from reported.notebooks import runner
from reported.wording.findings import FINDING, Finding, plain
from reported.wording.language import speaking

EDITION = "latest"
MOST_SHOWN = 6  # sentences that are shown as they were and are


def effect(root: Path, before: Path, after: Path) -> Comparison:
    """What changes between two dossiers in the edition “latest” of a project. Raises Refused."""
    names = {"as it is": before, "with the claim": after}
    sides = [side(Request(root, EDITION, data, root, {}), name) for name, data in names.items()]
    return compare.between(*sides)


def side(request: Request, name: str) -> Side:
    """The findings of an edition, as ``findings.json`` has them. Its claims are left out, as what differs has
    one cause."""
    whole = reader.read(request.data)
    asked = (
        parameters.load(request.file, whole.plan, {}) if request.file.is_file() else parameters.Parameters()
    )
    edition = Edition(whole, asked, None)
    given = {**asked.as_data(), "data": str(request.data), "figures": ""}
    with speaking(edition.language), chdir(request.beside):
        parts = [_section(path, given) for path in project.notebooks(request.root)]
        parts = [part for part in parts if not any(f["id"] == ANOTHER_TOPIC for f in part.of(FINDING))]
        found = {"edition": name, "parameters": asked.as_data(), "findings": assembly.all_findings(parts)}
    return Side(found)


def _section(path: Path, given: Mapping[str, Any]) -> Section:
    said = runner.inline(path, given)
    found = [(FINDING, what.as_data() | {"cell": cell}) for cell, what in said if isinstance(what, Finding)]
    return Section(path.stem, found)


def told(made: Comparison) -> str:
    """What a claim would change, for a terminal: the sentences as they are and as they would be, those of
    page one first, the most important whole and of the rest how many."""
    if not made.differences:
        return f"No sentence would change; {made.same} stay as they are."
    shown = _most_important(made.differences)
    lines = [f"{len(made.differences)} sentences would change; {made.same} stay as they are."]
    for one in shown:
        lines += ["", f"  {_where(one)}"]
        lines += [f"    {sign} {plain(text)}" for sign, text in (("-", one.was), ("+", one.now)) if text]
    rest = [_where(one) for one in made.differences if one not in shown]
    if rest:
        lines += ["", f"  and {len(rest)} more: {'; '.join(rest)}"]
    return "\n".join(lines)


def _most_important(differences: tuple[Difference, ...]) -> list[Difference]:
    """Turned answers, then page one, not more than can be read; those of page one stand first."""
    order = sorted(differences, key=lambda one: (one.fate != "reversed", one.role not in PAGE_ONE))
    return sorted(order[:MOST_SHOWN], key=lambda one: one.role not in PAGE_ONE)


def _where(one: Difference) -> str:
    """Where a sentence stands, and how its answer turned."""
    turned = " → ".join(one.answers) if one.fate == "reversed" else ""
    number, _, name = one.notebook.partition("-")
    page = "page one" if one.role in PAGE_ONE else f"section {int(number)}" if number.isdigit() else name
    return f"{page}, {one.id}" + (f": {turned}" if turned else "")
