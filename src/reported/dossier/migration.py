"""Migration: a dossier of the older form is rewritten in the present one, in place.

What is older, and what becomes of it:

- ``claims.csv`` without the columns ``said_on, modality, margin, scope, role``: they are added; what was no
  capacity is ``actual``, since no other modality could be said.
- ``capacity_`` in front of a hedge, in ``claims.csv`` and ``hedges.csv``: the bare hedge; of a claim the
  modality is then ``capacity``.
- ``[speakers]`` in ``dossier.toml``: the column ``role`` of the claims of each. Its comments stay.
- ``[[relations]]`` that name a product and two factors: ``says = "product = one × other"``.
- ``datapackage.json`` and the codebook printed from it: brought in step, where they are there.

Everything is worked out before a file is touched, and each file is replaced whole. The claims come before the
plan, so that what is killed between two files loses nothing: the next run does the rest.
"""

from __future__ import annotations

import csv
import io
import json
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from reported.dossier import codebook, storage
from reported.dossier import plan as plans
from reported.dossier.claim import ACTUAL, CAPACITY, OLDER_CAPACITY
from reported.dossier.places import is_file
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import text_of
from reported.errors import Problem, Refused, quoted
from reported.staging import replace_file

PLAN, CLAIMS, HEDGES, CODEBOOK = "dossier.toml", "claims.csv", "hedges.csv", "README.md"
OLDER = "capacity_"  # in front of a hedge
# What an older data package says of the hedges beyond the present one.
OLDER_WORDS = " `capacity_` in front: what something could hold or would amount to, not what was counted."
NEW = tuple(name for name, rule in COLUMNS["claims"].items() if rule.new)
HEADING = re.compile(r"\s*\[")
SPEAKERS = re.compile(r"\s*\[\s*[\"']?speakers[\"']?\s*\]\s*(#.*)?")
RELATIONS_HEADING = re.compile(r"\s*\[\[\s*[\"']?relations[\"']?\s*\]\]\s*(#.*)?")
OLDER_PART = re.compile(r"\s*[\"']?(product|factors)[\"']?\s*=")
SPEAKERS_LINE = re.compile(r"\s*[\"']?speakers[\"']?\s*[.=]")

# A text of a file in its present form, and what was done to it, in words.
Rewritten = tuple[str, list[str]]


def migrate(folder: Path) -> list[str]:
    """Rewrite a dossier in the present form; a line for each file that was changed, none where nothing was
    to do. Raises Refused, with every file as it was.
    """
    book = storage.workbook(folder)
    found = {name: text_of(folder / name) for name in (PLAN, CLAIMS, HEDGES) if is_file(folder / name)}
    if book:
        found |= {f"{name}.csv": grid.as_csv() for name, grid in storage.rows(folder).items()}
    roles = _roles(found.get(PLAN, ""))
    steps: dict[str, Callable[[str], Rewritten]] = {
        CLAIMS: lambda text: claims(text, roles),
        HEDGES: hedges,
        PLAN: lambda text: plan(text, _spoken(found.get(CLAIMS, ""))),
    }
    made, said = {}, []
    for name, step in steps.items():
        if name in found:
            text, done = step(found[name])
            if done:
                made[name] = text
                said.append(f"{name}: {'; '.join(done)}.")
    if book and {CLAIMS, HEDGES} & {*made}:
        what = "is of the older form, and only files of CSV are rewritten in place."
        remedy = "Write it as files (reported export --csv NEW), migrate these, and export them with --xlsx."
        raise Refused([Problem(book.name, what, remedy)])
    if (folder / codebook.SCHEMA).exists():
        codebook.described(folder)  # what cannot be read is refused before anything is written
    for name, text in made.items():
        replace_file(folder / name, text.encode())
    return said + _described(folder)


def claims(text: str, roles: Mapping[str, str]) -> Rewritten:
    """The table of the claims in the present form; ``roles`` say who a speaker is. Raises Refused."""
    rows = _rows(CLAIMS, text)
    header = rows[0]
    added = [name for name in NEW if name not in header]
    for name in added:
        place = _place(header, name)
        for row in rows[1:]:
            if row:
                row.insert(place, "")
        header.insert(place, name)
    capacities = _without_prefix(rows, "hedge", also=("modality", CAPACITY))
    at = {name: header.index(name) for name in ("modality", "role")}
    speaker = header.index("speaker") if "speaker" in header else None
    filled = told = 0
    for row in filter(None, rows[1:]):
        if not row[at["modality"]].strip():
            row[at["modality"]] = ACTUAL
            filled += 1
        who = roles.get(row[speaker].strip()) if speaker is not None else None
        if who and not row[at["role"]].strip():
            row[at["role"]] = who
            told += 1
    done = [f"columns {', '.join(added)} added"] if added else []
    done += [f"{capacities:,} times {OLDER} of a hedge became the modality {CAPACITY}"] if capacities else []
    done += [f"{filled:,} times the modality {ACTUAL} filled in"] if filled else []
    done += [f"{told:,} roles taken over from [speakers]"] if told else []
    return _written(rows), done


def hedges(text: str) -> Rewritten:
    """The table of the wordings in the present form. Raises Refused."""
    rows = _rows(HEDGES, text)
    many = _without_prefix(rows, "code")
    return _written(rows), [f"{many:,} times {OLDER} in front of a code taken away"] if many else []


def plan(text: str, spoken: Iterable[str]) -> Rewritten:
    """The text of ``dossier.toml`` in the present form; ``spoken`` are the speakers of the claims. Raises
    Refused."""
    before = _loaded(text)
    made, done = text, []
    if "speakers" in before:
        made, left = _without_speakers(made, before, set(spoken))
        done.append("[speakers] taken out")
        if left:
            done[-1] += f"; {', '.join(map(quoted, left))} stays as a comment, for nobody of that name speaks"
    if (said := relations(made)) != made:
        made = said
        done.append("product and factors of [[relations]] written as says")
        _loaded(made)
    return made, done


def relations(text: str) -> str:
    """The text of ``dossier.toml`` with each relation as it is said; the same where all are already. Raises
    Refused."""
    before = _loaded(text)
    given = before.get("relations")
    older = [_older(entry) for entry in given] if isinstance(given, list) else []
    if not any(older):
        return text
    kept: list[str] = []
    waiting, says, skipping = iter(older), "", False
    for line in text.split("\n"):
        bare, _, comment = line.partition("#")
        if HEADING.match(line):
            says = next(waiting, "") if RELATIONS_HEADING.fullmatch(line) else ""
            skipping = False
        named = OLDER_PART.match(bare) if says else None
        if named and named[1] == "product":
            gap = bare[len(bare.rstrip()) :]
            line = f'says = "{says}"' + (f"{gap}#{comment}" if comment else "")
        elif named or skipping:
            skipping = "]" not in bare
            if not comment:
                continue
            line = f"#{comment}"
        kept.append(line)
    made = "\n".join(kept)
    after = [_as_said(entry, said) for entry, said in zip(before["relations"], older, strict=True)]
    if _reads(made) != {**before, "relations": after}:
        remedy = "Write each on lines of its own: product = …, factors = […]; or write says yourself."
        raise Refused([Problem(f"{PLAN} relations", "cannot be rewritten as they stand.", remedy)])
    return made


def _older(entry: Any) -> str:
    """What a relation of the older form says; empty for any other."""
    if not isinstance(entry, dict) or "says" in entry:
        return ""
    product, factors = entry.get("product"), entry.get("factors")
    if not (isinstance(product, str) and isinstance(factors, list) and len(factors) == 2):
        return ""
    return f"{product} = {factors[0]} × {factors[1]}"


def _as_said(entry: dict[str, Any], says: str) -> dict[str, Any]:
    rest = {name: value for name, value in entry.items() if name not in ("product", "factors")}
    return {"says": says, **rest} if says else entry


def _reads(text: str) -> dict[str, Any] | None:
    """What a text of TOML holds; ``None`` where it is none."""
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


def _loaded(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError:
        remedy = "Run “reported check”, which says where, and mend it first."
        raise Refused([Problem(PLAN, "cannot be read.", remedy)]) from None


def _roles(text: str) -> dict[str, str]:
    """Who each speaker is, as an older plan says it."""
    told = _loaded(text).get("speakers")
    if not isinstance(told, dict):
        return {}
    return {name: who for name, who in told.items() if isinstance(who, str)}


def _spoken(text: str) -> set[str]:
    """Everybody who speaks in a table of claims."""
    if not text:
        return set()
    header, *rows = _rows(CLAIMS, text)
    return {row[header.index("speaker")].strip() for row in rows if row} if "speaker" in header else set()


def _without_speakers(text: str, before: dict[str, Any], spoken: set[str]) -> tuple[str, list[str]]:
    """A plan without its speakers but with all comments, and those of them that no claim has. Raises
    Refused."""
    lines, kept, left, within = text.split("\n"), [], [], False
    heading = next((n for n, line in enumerate(lines) if HEADING.match(line)), len(lines))
    for n, line in enumerate(lines):
        if HEADING.match(line):
            within = SPEAKERS.fullmatch(line) is not None
            kept += [] if within else [line]
        elif (
            not (within or (n < heading and SPEAKERS_LINE.match(line))) or not line.partition("#")[0].strip()
        ):
            kept.append(line)
        elif lost := [name for name in _names(line) if name not in spoken]:
            left += lost
            kept.append(f"# {line}")
    made = "\n".join(kept)
    rest = {name: part for name, part in before.items() if name != "speakers"}
    if _reads(made) != rest:  # a value over several lines, or another way to write it
        remedy = "Write each on a line of its own below [speakers], or take the part out yourself."
        raise Refused([Problem(f"{PLAN} speakers", "cannot be taken out as it is written.", remedy)])
    return made, left


def _names(line: str) -> list[str]:
    """The names that a line of TOML gives a value to, below ``[speakers]``."""
    try:
        return list(tomllib.loads(line))
    except ValueError:
        return []


def _rows(file: str, text: str) -> list[list[str]]:
    """The rows of a table, header first, blank lines as empty ones. Raises Refused."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        remedy = "Run “reported check”, which says where, and mend it first."
        raise Refused([Problem(file, f"cannot be split into cells ({error}).", remedy)]) from None
    while rows and not any(map(str.strip, rows[0])):
        del rows[0]
    known = COLUMNS[file.removesuffix(".csv")]
    if not rows or len(known.keys() & {name.strip() for name in rows[0]}) < 2:
        remedy = "Its first row must name the columns, with commas between; run “reported check”."
        raise Refused([Problem(file, "has no header that could be read.", remedy)])
    width = len(rows[0])
    rows = [row if any(map(str.strip, row)) else [] for row in rows]
    ragged = [n for n, row in enumerate(rows, 1) if row and len(row) != width]
    if ragged:
        remedy = "Run “reported check”, and give each row as many."
        raise Refused([Problem(f"{file} row {ragged[0]}", "has not as many cells as the header.", remedy)])
    rows[0] = [name.strip() for name in rows[0]]
    return rows


def _written(rows: Iterable[list[str]]) -> str:
    made = io.StringIO()
    csv.writer(made, lineterminator="\n").writerows(rows)
    return made.getvalue()


def _place(header: list[str], name: str) -> int:
    """Where a column that is missing goes: behind the last of those that stand before it in the schema."""
    known = list(COLUMNS["claims"])
    before = [header.index(other) for other in known[: known.index(name)] if other in header]
    return max(before) + 1 if before else len(header)


def _without_prefix(rows: list[list[str]], column: str, also: tuple[str, str] | None = None) -> int:
    """Take the older prefix from the codes of a column, and fill another column of these rows; how many."""
    header, many = rows[0], 0
    if column in header:
        at = header.index(column)
        for row in rows[1:]:
            if row and OLDER_CAPACITY.fullmatch(row[at].strip()):
                row[at] = row[at].strip().removeprefix(OLDER)
                if also:
                    row[header.index(also[0])] = also[1]
                many += 1
    return many


def _described(folder: Path) -> list[str]:
    """Bring the data package and the codebook in step, where they are there and can be read."""
    if not is_file(folder / codebook.SCHEMA):
        return []
    given = codebook.described(folder)
    present = plans.read(folder / PLAN)[0]
    package = codebook.in_step(_without_older_words(given), present, storage.workbook(folder))
    if package == given:
        return []
    text = f"{json.dumps(package, indent=2, ensure_ascii=False)}\n"
    replace_file(folder / codebook.SCHEMA, text.encode())
    said = [f"{codebook.SCHEMA}: brought in step with the present columns and codes."]
    page = folder / CODEBOOK
    if is_file(page) and page.read_bytes().startswith(codebook.HEAD.encode()):
        codebook.write(folder)
        said.append(f"{CODEBOOK}: written anew from it.")
    return said


def _without_older_words(package: dict[str, Any]) -> dict[str, Any]:
    """A data package whose descriptions do not speak of the older form."""
    return json.loads(json.dumps(package).replace(json.dumps(OLDER_WORDS)[1:-1], ""))  # type: ignore[no-any-return]
