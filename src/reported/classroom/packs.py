"""The classroom: a pack for students and one for the teacher, made from a published edition, ready to hand
out and to use offline.

The students' pack holds the questions, and every reply sealed under the answer it replies to. The teacher's
holds the answered notebooks, the key, guides for three lengths of a session, and the report itself.
"""

from __future__ import annotations

import ast
import shlex
import shutil
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from string import Formatter
from typing import Any

import nbformat
import yaml

from reported.analysis import parameters
from reported.analysis.record import FIRST, RETOLD
from reported.analysis.retellings import DROPPED, INVENTED, INVERTED, KEPT, STRENGTHENED, WEAKENED
from reported.build import manifest, run
from reported.build.request import Request, aside, copied
from reported.classroom import exercises, lessons, red_team
from reported.classroom.questions import Sheet
from reported.document import rendering
from reported.document.assembly import differing, labels
from reported.dossier import reader, tables
from reported.edition import Edition
from reported.files import as_json, below, zipped
from reported.notebooks import cache, runner
from reported.staging import swap
from reported.wording.findings import plain
from reported.wording.language import say
from reported.wording.prose import listed, sentence

STUDENT, TEACHER = "student", "teacher"
SHOWN = ("slides.pdf", "slides.pptx", "handout.pdf", "briefing.pdf", "briefing.html")
PAPERS = {
    STUDENT: ("worksheet", "red-team"),
    TEACHER: ("worksheet", "red-team", "key", "guide-15", "guide-45", "guide-90"),
}
OPENING = "from exercises import open_exercise\n\nex = open_exercise({name!r})\nex.show()"
NO_RUN = "parameters"  # the tag of a cell that a pack has no use for
TOLD_APART = (INVERTED, KEPT, DROPPED, WEAKENED, STRENGTHENED, INVENTED)  # the plainest differences first
ON_PAPER = 3  # retellings that a session without computers looks at


def build(request: Request, jobs: int, show: Callable[[str], None]) -> list[Path]:
    """Bring an edition up to date and make both packs of it, each as folder and zip: the four paths."""
    with copied(request) as copy, aside(request, "class") as folder:
        run.build(copy, jobs, show)
        show("Making the packs for a class …")
        whole = reader.read(copy.data)
        edition = Edition(whole, parameters.load(copy.file, whole.plan, copy.changes))
        made = pack(edition, copy, request.place, folder / "class", jobs)
        for name in SHOWN:
            _copy(request.place / name, made[TEACHER] / "report" / name)
        for name, place in made.items():
            (folder / "class" / f"{name}.zip").write_bytes(archive(place))
        cache.unchanged()
        place = request.out / "build" / "class"
        swap(folder / "class", place)
    return [place / name for made_as in (STUDENT, TEACHER) for name in (made_as, f"{made_as}.zip")]


def pack(edition: Edition, request: Request, report: Path, folder: Path, jobs: int) -> dict[str, Path]:
    """Both packs as folders, without the report's own files; ``report`` holds the edition's findings.

    The request is one of a copy, which has the layout and the papers that the package brings.
    """
    sheets = lessons.sheets(edition)
    found = manifest.found(report)["findings"]
    attacks = red_team.attacks(edition)
    told = facts(edition, request, sheets, attacks, found)
    made = {name: folder / name for name in (STUDENT, TEACHER)}
    templates = request.root / "report" / "teaching"
    for name, place in made.items():
        place.mkdir(parents=True)
        _write(
            place / exercises.QUESTIONS,
            as_json({sheet.name: sheet.sealed() for sheet in sheets}, ordered=False),
        )
        _copy(Path(exercises.__file__), place / "exercises.py")
        _write(place / "README.md", filled((templates / f"{name}.md").read_text("utf-8"), told).encode())
        _notebooks(request, sheets, place, jobs, answered=name == TEACHER)
        for paper in PAPERS[name]:
            if paper == "red-team" and not attacks:
                continue
            text = filled((templates / f"{paper}.md").read_text("utf-8"), told)
            template = request.root / "report" / "template"
            _write(place / f"{paper}.pdf", rendering.pdf(text, folder, template, "paper"))
        for attack in attacks:
            for table in red_team.TABLES:
                header = tables.header(request.data / f"{table}.csv")
                _write(
                    place / "red-team" / f"{attack.name}-{table}.csv", attack.lines(table, header).encode()
                )
    return made


def archive(folder: Path) -> bytes:
    """A pack as a zip that unpacks into a folder of its name."""
    return zipped(below(folder, folder.parent), mode=0o644)


# ── notebooks ────────────────────────────────────────────────────────────────────────────────────────────


def _notebooks(request: Request, sheets: Iterable[Sheet], place: Path, jobs: int, answered: bool) -> None:
    """The exercises as a pack has them: opened from its own file, answered or not, and run once."""
    paths = []
    for sheet in sheets:
        (source,) = (request.root / "notebooks" / "teaching").glob(f"*-{sheet.name}.ipynb")
        book = nbformat.read(source, as_version=4)
        book.cells = [
            _cell(cell, sheet, answered) for cell in book.cells if NO_RUN not in cell.metadata.get("tags", [])
        ]
        paths.append(place / source.name)
        nbformat.write(book, paths[-1])
    aside = place.parent / "run"
    for path in runner.execute(paths, aside, {}, request.stopped, jobs):
        _copy(path, place / path.name)
    shutil.rmtree(aside)
    shutil.rmtree(place / "__pycache__", ignore_errors=True)


def _cell(cell: Any, sheet: Sheet, answered: bool) -> Any:
    tags = cell.metadata.get("tags", [])
    if "setup" in tags:
        cell.source = OPENING.format(name=sheet.name)
    elif "answer" in tags:
        (call,) = (node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call))
        names = [word.arg for word in call.keywords if word.arg]
        asked = [name for name in names if name in sheet.questions] or names
        told = {
            name: repr(_number(sheet.questions[name].answer))
            if answered and name in sheet.questions
            else "..."
            for name in asked
        }
        cell.source = "ex.check(\n" + "".join(f"    {name}={value},\n" for name, value in told.items()) + ")"
    elif answered and "move" in tags and sheet.moves:
        name, move = next(iter(sheet.moves.items()))
        cell.source = f"ex.suppose({name!r}, {move.stops[len(move.stops) // 2]:g})"
    return cell


def _number(answer: str | float) -> str | float:
    return int(answer) if isinstance(answer, float) and answer == int(answer) else answer


# ── papers ───────────────────────────────────────────────────────────────────────────────────────────────


def filled(template: str, told: Mapping[str, str]) -> str:
    """A template with its braces filled. A paragraph that has nothing to say goes, with the line that leads
    to it and a heading left alone.
    """
    cache: list[str] = []
    alone, gone = 1, False  # the level of the heading that follows, and whether what followed has gone
    for block in reversed(template.rstrip().split("\n\n")):
        level = len(block) - len(block.lstrip("#"))
        names = [name for _, name, _, _ in Formatter().parse(block) if name]
        gone = not all(told[name] for name in names) or (gone and block.endswith(":")) or 0 < alone <= level
        if not gone:
            cache.insert(0, block.format_map(told))
            alone = level
    return "\n\n".join(cache) + "\n"


def facts(
    ed: Edition,
    request: Request,
    sheets: Iterable[Sheet],
    attacks: list[red_team.Attack],
    found: Iterable[Mapping[str, Any]],
) -> dict[str, str]:
    """All that the papers of a class may say about an edition, as Markdown by name; empty for nothing."""
    about, by_name = ed.record.plan.dossier, {sheet.name: sheet for sheet in sheets}
    aside = [f"*{sheet.title}*: {plain(sheet.aside)}" for sheet in by_name.values() if sheet.aside]
    aside += [] if attacks else [f"*Red team*: {plain(lessons.aside(ed, 'is under examination'))}"]
    told = {
        "title": plain(about.title),
        "question": plain(about.question),
        "edition": plain(request.name),
        "day": plain(ed.words.day),
        "caveat": plain(about.caveat),
        "license": plain(about.license),
        "aside": "\n".join(f"- {line}" for line in aside),
        "head": head(ed, request),
        **_command(request),
        **_short(by_name["spot-the-drift"]),
        **_red_team(ed, attacks),
        **_limit(by_name["what-would-have-to-be-true"]),
    }
    for role in ("claimed", "bottom-line", "judgement", "confidence", "would-change"):
        said = [plain(f["sentence"]) for f in found if f["role"] == role]
        told[role.replace("-", "_")] = _points(said)
    for sheet in by_name.values():
        name = sheet.name.replace("-", "_")
        told |= {
            f"{name}_given": sheet.given,
            f"{name}_asked": _asked(sheet),
            f"{name}_key": _key(sheet),
            f"{name}_common": _common(sheet),
        }
    return told


def _limit(sheet: Sheet) -> dict[str, str]:
    """The first limit that a class looks for, and what the verdicts on it mean."""
    limit = sheet.questions.get("limit1")
    meanings = [f"- *{word}*: {meaning}" for word, meaning in lessons.VERDICTS.items()] if limit else []
    return {
        "limit": limit.text if limit else "",
        "limit_key": limit.key if limit else "",
        "limit_common": _common(sheet, "limit1"),
        "verdicts": "\n".join(meanings),
    }


def head(ed: Edition, request: Request) -> str:
    """The metadata that every paper needs behind its title."""
    about = ed.record.plan.dossier
    banner = [
        say("page-edition", name=request.name),
        say("page-as-of", day=ed.words.day, known=False, newest=""),
        *differing(ed),
        about.caveat,
    ]
    meta = {
        "subtitle": plain(about.title),
        "lang": "en",
        "edition": plain(request.name),
        "banner": [plain(line) for line in banner],
        "labels": {name: plain(label) for name, label in labels().items()},
        "toc-title": say("page-contents"),
        "license": plain(about.license),
        "description": plain(about.question),
    }
    return yaml.safe_dump(meta, allow_unicode=True, sort_keys=True).strip()


def _points(lines: list[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def _asked(sheet: Sheet) -> str:
    """The questions as a worksheet has them; questions that are alike stand there once."""
    lines: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, question in sheet.questions.items():
        lines.setdefault((question.text, question.choices), []).append(name)
    alike = [
        (f"**{listed(names)}** " if len(names) < 3 else f"**{names[0]} to {names[-1]}** ")
        + text + (f" ({', '.join(choices)})" if 0 < len(choices) < 9 else "") + " "
        + " ".join(f"{name}\u00a0............" if len(names) > 1 else "............" for name in names)
        for (text, choices), names in lines.items()
    ]  # fmt: skip
    return "\n\n".join(alike)


def _key(sheet: Sheet) -> str:
    asked: dict[str, None] = {}
    rows = []
    for name, question in sheet.questions.items():
        rows.append([name, "the same" if question.text in asked else question.text, question.key])
        asked[question.text] = None
    return _table(["Name", "Asked", "Right"], rows, [16, 38, 54]) if rows else ""


def _common(sheet: Sheet, *names: str) -> str:
    """Wrong answers to expect, each with what to say to it; the same hint once."""
    rows: dict[str, list[str]] = {}
    for name in names or sheet.questions:
        for wrong, hint in sheet.questions[name].common if name in sheet.questions else ():
            rows.setdefault(hint, [name, wrong, hint])
    return _table(["Name", "Expect", "Say"], list(rows.values()), [16, 16, 72]) if rows else ""


def _short(sheet: Sheet) -> dict[str, str]:
    """A few retellings, as different as can be, for a session without computers."""
    rows = [line.strip("| ").split(" | ") for line in sheet.given.splitlines()]
    by_letter = {row[0]: row[1:] for row in rows if row[0] in sheet.questions}
    first = {sheet.questions[letter].answer: letter for letter in reversed(by_letter)}
    few = sorted(first[word] for word in sorted(first, key=TOLD_APART.index)[:ON_PAPER])
    lines = [
        f"{number}. {was} became {now}, in {where}."
        for number, (was, now, where) in enumerate((by_letter[letter] for letter in few), 1)
    ]
    keys = [f"{number}. {sheet.questions[letter].answer}" for number, letter in enumerate(few, 1)]
    return {"short_lines": "\n".join(lines), "short_key": "\n".join(keys)}


def _command(request: Request) -> dict[str, str]:
    """How a reader builds this edition from a copy of its data, and the folder it is written to."""
    request = request.origin
    inside = request.data.is_relative_to(request.root)
    return {
        "data": request.data.relative_to(request.root).as_posix() if inside else request.data.name,
        "folder": request.name,
        "build": " ".join(
            [
                shlex.quote(request.edition),
                *(f"-p {shlex.quote(f'{k}={v}')}" for k, v in request.changes.items()),
            ]
        ),
    }


def _red_team(ed: Edition, attacks: list[red_team.Attack]) -> dict[str, str]:
    does = "\n".join(f"- `{attack.name}`: {plain(attack.does)}" for attack in attacks)
    rows = [
        [attack.name, *map(plain, (attack.told(FIRST), attack.told(RETOLD), attack.counted))]
        for attack in attacks
    ]
    key = _table(
        [
            "File",
            sentence(f"answer {FIRST}"),
            sentence(f"answer {RETOLD}"),
            "Documents and origins of the first figure",
        ],
        rows,
        [18, 34, 40, 30],
    )
    predict = _table(
        ["File", "What it does", "The answer moves?", "One origin more?", "Which section says so?"],
        [[a.name, plain(a.does), "", "", ""] for a in attacks],
        [20, 40, 14, 14, 18],
    )
    first = ed.record.headlines()[:1] if attacks else []
    return {
        "attacked": "".join(plain(f"{ed.words.institution(row)}: {ed.words.quoted(row)}") for row in first),
        "attacks": does,
        "attacks_key": key if rows else "",
        "attacks_predict": predict if rows else "",
        "attack": attacks[0].name if attacks else "",
    }


def _table(columns: list[str], rows: list[list[str]], widths: list[int]) -> str:
    """A table that is never cut; its cells are Markdown already."""
    lines = ["| " + " | ".join(columns) + " |", "|" + "|".join("-" * width for width in widths) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _copy(path: Path, place: Path) -> None:
    _write(place, path.read_bytes())
