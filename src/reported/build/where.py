"""Where a row went: the sentences, tables and charts of a built edition that it reached, or why none.

What an edition shows is read from what it published: ``findings.json``, and the rows of its charts beside
their drawings. Why a row is nowhere is reckoned from the dossier under the parameters of that edition.
"""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from reported.build import manifest
from reported.build.nowhere import Row, asked, name_of, rows, why_not
from reported.build.request import Request, again, behind
from reported.dossier.claim import Claim, made_of
from reported.dossier.reader import Dossier
from reported.dossier.schema import Event
from reported.errors import Problem, Refused, did_you_mean, short
from reported.wording.prose import listed

NAMING = ("claims", "claim", "rests_on")  # columns of a chart that name rows
MOST = 8  # rows that the end of a build tells of; the others are counted


@dataclass(frozen=True)
class Shown:
    """What a built edition shows: its ``findings.json``, and for each of its charts the names that its rows
    give and the texts that stand in them.
    """

    found: Mapping[str, Any]
    charts: Mapping[str, tuple[frozenset[str], frozenset[str]]]

    @cached_property
    def claims(self) -> Mapping[str, Mapping[str, Any]]:
        """The claims that were public by its day."""
        claims: Mapping[str, Mapping[str, Any]] = self.found.get("claims", {})
        return claims


@dataclass(frozen=True)
class Reached:
    """Where a row shows: findings, tables (each as ``findings.json`` has it) and names of charts; sections
    that name it where the edition does not tell in which table.
    """

    findings: tuple[Mapping[str, Any], ...] = ()
    tables: tuple[Mapping[str, Any], ...] = ()
    charts: tuple[str, ...] = ()
    sections: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.findings or self.tables or self.charts or self.sections)

    def counts(self) -> str:
        """How many of each, in words: ``two sentences and one chart``."""
        counts = {
            "sentence": len(self.findings),
            "table": len(self.tables) or len(self.sections),
            "chart": len(self.charts),
        }
        return listed(_plural(n, what) for what, n in counts.items() if n)


def _plural(n: int, what: str) -> str:
    return f"{n} {what}{'s' * (n != 1)}"


def shown(place: Path, where: str = "") -> Shown:
    """What the edition in a folder shows; ``where`` is what the folder is called. Raises Refused."""
    charts = {}
    for path in sorted((place / "figures").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        names = (name for row in rows for column in NAMING for name in (row.get(column) or "").split())
        texts = (text for row in rows for text in row.values() if isinstance(text, str))
        charts[path.stem] = frozenset(names), frozenset(texts)
    return Shown(manifest.findings(place, where), charts)


def reached(row: Row, edition: Shown, address: str = "") -> Reached:
    """Where a row of the dossier shows in an edition.

    A claim is found by its name. Of a denial and an event tables tell only the document, which is found by
    its ``address``, and charts only the name or the words.
    """
    name = name_of(row)
    findings = [f for f in edition.found["findings"] if name in made_of(f["claims"])]
    shown_in = edition.found.get("tables")
    if isinstance(row, Claim):
        inside = [t for t in shown_in or () if name in made_of(t["claims"])]
        named = edition.claims.get(name, {}).get("notebooks", ())
        sections = [s for s in named if s not in {f["notebook"] for f in findings}]
        texts = set[str]()
    else:
        inside = [t for t in shown_in or () if address and address in t["addresses"]]
        sections, texts = [], {row.short, row.event} - {""} if isinstance(row, Event) else set()
    charts = [chart for chart, (names, words) in edition.charts.items() if name in names or texts & words]
    return Reached(
        tuple(findings), tuple(inside), tuple(charts), () if shown_in is not None else tuple(sections)
    )


# ── told ────────────────────────────────────────────────────────────────────────────────────────────────────


def told(request: Request, names: Iterable[str], whole: Dossier, width: int = 100) -> str:
    """Where some rows show in a built edition, or why they do not, as text for people. Raises Refused, naming
    each that the dossier does not have.
    """
    edition = shown(request.place, str(request.place))
    known, wanted = rows(whole), list(dict.fromkeys(names))
    if unknown := [name for name in wanted if name not in known]:
        what = "the dossier has no such claim, denial or event."
        raise Refused([Problem(short(name), what, did_you_mean(name, tuple(known))) for name in unknown])
    blocks = [_of_one(known[name], request, edition, whole, width) for name in wanted]
    if behind(manifest.last(request.place).get("inputs", {}), request.data):
        what = f"{request.name} was built from other tables than there are now."
        blocks.insert(0, textwrap.fill(f"{what} Build it again: {again(request)}", width))
    return "\n\n".join(blocks)


def _of_one(row: Row, request: Request, edition: Shown, whole: Dossier, width: int) -> str:
    found = reached(row, edition, _address(row, whole))
    name = name_of(row)
    if not found:
        what, remedy = why_not(row, edition.found, request, whole)
        return textwrap.fill(
            f"{name} is nowhere in {request.name}: {what} {remedy}".strip(), width, subsequent_indent="  "
        )
    head = f"{name} reached {found.counts()} of {request.name}."
    return "\n".join([textwrap.fill(head, width, subsequent_indent="  "), *_places(found, width)])


def _places(found: Reached, width: int) -> Iterator[str]:
    """A line or more for each place in which a row shows."""
    for f in found.findings:
        place = f" ({f['role'].replace('-', ' ')})" if f["role"] not in ("", f["id"]) else ""
        yield from _wrapped(f"{section_words(f['notebook'])}, {f['id']}{place}: ", f["sentence"], width)
    for t in found.tables:
        yield from _wrapped(f"{section_words(t['notebook'])}, a table: ", t["caption"], width)
    for section in found.sections:
        yield from _wrapped(f"{section_words(section)}, a table", "", width)
    for chart in found.charts:
        yield from _wrapped("chart: ", f"figures/{chart}.svg", width)


def _wrapped(head: str, text: str, width: int) -> list[str]:
    return textwrap.wrap(
        head + text, width, initial_indent="  ", subsequent_indent="      ", break_long_words=False
    )


def section_words(notebook: str) -> str:
    """A section as people name it: ``04 what would carry it``."""
    return notebook.replace("-", " ")


def _address(row: Row, whole: Dossier) -> str:
    return next((one.url for one in whole.documents if one.source_id == row.source_id), "")


# ── at the end of a build ───────────────────────────────────────────────────────────────────────────────────


def known(place: Path) -> frozenset[str] | None:
    """The claims that a published edition knows; ``None`` where nothing is published that could be read."""
    try:
        held = manifest.findings(place)
    except Refused:
        return None
    return frozenset(held.get("claims", {}))


def new(before: frozenset[str] | None, request: Request, read: Callable[[], Dossier]) -> list[str]:
    """What became of the claims that an edition knows and the one that it replaced (``before``) did not: a
    line each, of many the first and how many more. No line for a first edition.
    """
    if before is None:
        return []
    edition = shown(request.place)
    names = [name for name in edition.claims if name not in before]
    if not names:
        return []
    whole = read()
    there = rows(whole)
    lines = [f"New since {request.name} was built last: {_plural(len(names), 'claim')}."]
    lines += [
        f"  {_in_a_line(there[name], request, edition, whole)}" for name in names[:MOST] if name in there
    ]
    if more := names[MOST:]:
        lines.append(f"  and {len(more)} more; of each one tells: {asked(request, more[0])}")
    return lines


def _in_a_line(row: Row, request: Request, edition: Shown, whole: Dossier) -> str:
    found = reached(row, edition)
    name = name_of(row)
    return (
        f"{name}: {found.counts()}."
        if found
        else f"{name}: nowhere; {why_not(row, edition.found, request, whole)[0]}"
    )
