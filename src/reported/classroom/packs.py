"""The classroom: a pack for students and one for the teacher, made from a published edition, ready to hand
out and to use offline.

The students' pack holds the questions, and every reply sealed under the answer it replies to. The teacher's
holds the answered notebooks, the key, guides for three lengths of a session, and the report itself.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import nbformat

from reported.analysis import parameters
from reported.build import manifest, run
from reported.build.request import Request, aside, copied
from reported.classroom import attack, lessons, lite, pages, papers, red_team
from reported.classroom.exercises import asking, collecting
from reported.classroom.questions import Sheet
from reported.classroom.red_team import Attack
from reported.document import rendering
from reported.document.assembly import words_of
from reported.dossier import reader, storage
from reported.edition import Edition
from reported.errors import Problem, Refused, short
from reported.files import as_json, below, zipped
from reported.notebooks import cache, runner
from reported.staging import swap
from reported.wording.language import speaking

STUDENT, TEACHER, RED_TEAM = "student", "teacher", "red-team"
SHOWN = ("slides.pdf", "slides.pptx", "handout.pdf", "briefing.pdf", "briefing.html")
PAPERS = {
    STUDENT: ("worksheet", RED_TEAM),
    TEACHER: ("worksheet", RED_TEAM, "key", "guide-15", "guide-45", "guide-90"),
}
OPENING = "from exercises.asking import open_exercise\n\nex = open_exercise({name!r})\nex.show()"
NO_RUN = "parameters"  # the tag of a cell that a pack has no use for


def build(request: Request, jobs: int, show: Callable[[str], None]) -> list[Path]:
    """Bring an edition up to date and make both packs of it, each as folder and zip: the four paths."""
    with copied(request) as copy, aside(request, "class") as folder:
        run.build(copy, jobs, show)
        show("Making the packs for a class …")
        whole = reader.read(copy.data)
        edition = Edition(whole, parameters.load(copy.file, whole.plan, copy.changes))
        with speaking(edition.language):
            made = pack(edition, copy, request.place, folder / "class", jobs)
        for name in SHOWN:
            _copy(request.place / name, made[TEACHER] / "report" / name)
        for name, place in made.items():
            (folder / "class" / f"{name}.zip").write_bytes(archive(place))
        cache.unchanged()
        place = request.out / "build" / "class"
        swap(folder / "class", place)
    return [place / name for made_as in (STUDENT, TEACHER) for name in (made_as, f"{made_as}.zip")]


def site(request: Request, show: Callable[[str], None]) -> tuple[Path, int]:
    """The students' pack that was made last as a site with Python in it: its folder, and its bytes.

    Raises Refused where something that is needed for it cannot be had.
    """
    show("Making a site of the students' pack …")
    made, place = request.out / "build" / "class", request.out / "build" / "class-lite"
    with aside(request, "lite") as folder:
        swap(lite.build(made / STUDENT, request.out / "build" / "lite", folder), place)
    return place, lite.size(place)


def collect(request: Request, folder: Path) -> list[str]:
    """Write a table of the answers in a folder, held to the pack that was made last; what is in it, in lines.

    Raises Refused.
    """
    questions = request.out / "build" / "class" / TEACHER / asking.QUESTIONS
    problems = []
    if not folder.is_dir():
        problems.append(Problem(short(folder.name), "is no folder.", "Name the one that holds the answers."))
    if not questions.is_file():
        remedy = "Make the pack that the class had: reported class"
        problems.append(Problem("build/class", "holds no pack to hold the answers to.", remedy))
    if problems:
        raise Refused(problems)
    try:
        return collecting.collect(folder, questions)
    except collecting.Unfit as error:
        told = (line.partition(": ") for line in error.args)
        raise Refused([Problem(where, why) for where, _, why in told]) from error


def pack(edition: Edition, request: Request, report: Path, folder: Path, jobs: int) -> dict[str, Path]:
    """Both packs as folders, without the report's own files; ``report`` holds the edition's findings.

    The request is one of a copy, which has the layout that the package brings.
    """
    sheets, attacks = lessons.sheets(edition), red_team.attacks(edition)
    found = manifest.found(report)["findings"]
    told = papers.facts(edition, request, sheets, attacks, found)
    shown = _pages(edition, request, sheets)
    made = {name: folder / name for name in (STUDENT, TEACHER)}
    for name, place in made.items():
        _exercises(sheets, place)
        _write(place / "README.md", papers.paper(name, told).encode())
        _notebooks(request, sheets, place, jobs, answered=name == TEACHER)
        for page, content in shown.items():
            _write(place / page, content)
        for paper in PAPERS[name]:
            if attacks or paper != RED_TEAM:
                text, template = papers.paper(paper, told), request.root / "report" / "template"
                _write(place / f"{paper}.pdf", rendering.pdf(text, folder, template, "paper"))
        if attacks:
            _attacks(attacks, request.data, place / RED_TEAM)
    return made


def _exercises(sheets: Iterable[Sheet], place: Path) -> None:
    """The questions, and what a notebook asks them with."""
    questions = {sheet.name: sheet.sealed() for sheet in sheets}
    _write(place / asking.QUESTIONS, as_json(questions, ordered=False))
    for path in Path(asking.__file__).parent.glob("*.py"):
        _copy(path, place / "exercises" / path.name)


def _attacks(attacks: Sequence[Attack], data: Path, place: Path) -> None:
    """Every made-up claim with its document, and what puts them into a copy of the data."""
    _copy(Path(attack.__file__), place / "attack.py")
    for made in attacks:
        for table in red_team.TABLES:
            header = storage.header(data, table)
            _write(place / f"{made.name}-{table}.csv", made.lines(table, header).encode())


def archive(folder: Path) -> bytes:
    """A pack as a zip that unpacks into a folder of its name."""
    return zipped(below(folder, folder.parent), mode=0o644)


# ── notebooks ────────────────────────────────────────────────────────────────────────────────────────────


def _notebooks(request: Request, sheets: Iterable[Sheet], place: Path, jobs: int, answered: bool) -> None:
    """The exercises as a pack has them: opened from its own file, answered or not, and run once."""
    paths = []
    for sheet in sheets:
        source = _source(request, sheet)
        book = nbformat.read(source, as_version=4)
        book.cells = [
            _cell(cell, sheet, answered, source.stem)
            for cell in book.cells
            if NO_RUN not in cell.metadata.get("tags", [])
        ]
        paths.append(place / source.name)
        nbformat.write(book, paths[-1])
    aside = place.parent / "run"
    for path in runner.execute(paths, aside, {}, request.stopped, jobs):
        _copy(path, place / path.name)
    shutil.rmtree(aside)
    shutil.rmtree(place / "exercises" / "__pycache__", ignore_errors=True)


def _source(request: Request, sheet: Sheet) -> Path:
    """The notebook of an exercise as the project has it."""
    (source,) = (request.root / "notebooks" / "teaching").glob(f"*-{sheet.name}.ipynb")
    return source


def _pages(edition: Edition, request: Request, sheets: Iterable[Sheet]) -> dict[str, bytes]:
    """The same exercises for a browser alone, by the names of their files."""
    sources = {_source(request, sheet): sheet for sheet in sheets}
    books = [pages.Book(path.stem, nbformat.read(path, as_version=4).cells) for path in sources]
    named = {path.stem: sheet for path, sheet in sources.items()}
    return pages.pages(edition, request, named, books)


def _cell(cell: Any, sheet: Sheet, answered: bool, notebook: str) -> Any:
    tags = cell.metadata.get("tags", [])
    if cell.cell_type == "markdown":
        cell.source = words_of(cell, notebook)
    if "setup" in tags:
        cell.source = OPENING.format(name=sheet.name)
    elif "answer" in tags:
        names = pages.asked_in(cell)
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
        cell.source = f"ex.suppose({name!r}, {move.start:g})"
    return cell


def _number(answer: str | float) -> str | float:
    return int(answer) if isinstance(answer, float) and answer == int(answer) else answer


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _copy(path: Path, place: Path) -> None:
    _write(place, path.read_bytes())
