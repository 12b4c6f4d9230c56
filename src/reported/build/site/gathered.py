"""What a site is made from: the editions that are built, packs for a class, and dossiers kept as examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

from reported.build import compare, manifest
from reported.build.compare import Side
from reported.build.project import settings
from reported.build.request import behind
from reported.dossier.claim import made_of
from reported.errors import Problem, Refused

READER = html.HTMLParser(encoding="utf-8")
LATEST = "latest"
BRIEFING = "briefing.html"
EXAMPLES = "examples"
FRONT = "fig-page-one-"  # how the id of the figure of page one begins
EMBEDDED = re.compile(r'<svg class="(?:wide|slim|alone)".*?</svg>', re.S)
LOOKS = re.compile(r"^\.l\d+ \{[^{}<]*\}$", re.M)  # what the classes of a drawing stand for


def read(path: Path) -> html.HtmlElement:
    """A page, to look for something in it."""
    return html.fromstring(path.read_bytes(), parser=READER)


@dataclass(frozen=True)
class Drawing:
    """A figure of an edition as a page takes it in: drawings for wide and for slim pages, and their style."""

    name: str
    title: str
    subtitle: str
    source: str
    drawings: str
    looks: str


@dataclass(frozen=True)
class Published:
    """An edition as it was published, in its folder."""

    side: Side
    folder: Path

    @property
    def name(self) -> str:
        """What the edition is called."""
        return self.folder.name

    @property
    def language(self) -> str:
        """The language of its words."""
        return self.side.language

    @property
    def day(self) -> date:
        """The day up to which it knows; the first of all days where none is known."""
        return self.side.newest or date.min

    @cached_property
    def ids(self) -> frozenset[str]:
        """The places of its briefing that a link can lead to."""
        return frozenset(read(self.folder / BRIEFING).xpath("//@id"))

    def place_of(self, notebook: str, finding: str) -> str:
        """Where a finding stands in its briefing; empty where it has no place of its own there."""
        name = f"{notebook}-{finding}"
        places = (f"finding-{name}", f"full-{name}", f"rests-page-one-{name}")
        return next((place for place in places if place in self.ids), "")

    @cached_property
    def rests(self) -> dict[str, list[Mapping[str, Any]]]:
        """The findings that rest on each claim, in the order of the briefing; a ratio rests on two claims."""
        found: dict[str, list[Mapping[str, Any]]] = {}
        for finding in self.side.findings.values():
            for name in made_of(finding["claims"]):
                found.setdefault(name, []).append(finding)
        return found

    def said(self, role: str) -> list[str]:
        """The sentences that have a role on page one."""
        return [str(f["sentence"]) for f in self.side.findings.values() if f["role"] == role]

    @property
    def answer(self) -> str:
        """The answer in a sentence; where there is none, what page one begins with."""
        return next(iter(self.said("bottom-line")), str(self.side.found["bottom_line"]))

    @property
    def front(self) -> str:
        """The name of the figure of page one; empty where there is none."""
        found = (place.removeprefix(FRONT) for place in sorted(self.ids) if place.startswith(FRONT))
        return next(iter([*found]), "")

    @cached_property
    def picture(self) -> Drawing | None:
        """The figure of page one, as its page for other sites has it."""
        return self.drawing(self.front) if self.front else None

    def drawing(self, name: str) -> Drawing | None:
        """A figure as its page for other sites has it; ``None`` where there is no such page."""
        path = self.folder / "embed" / f"{name}.html"
        if not path.is_file():
            return None
        text, page = path.read_text("utf-8"), read(path)

        def first(what: str) -> str:
            return next((str(found.text_content()).strip() for found in page.xpath(what)), "")

        return Drawing(
            name,
            first("//h1"),
            first("//figure/p"),
            first("//footer/p"),
            "\n".join(EMBEDDED.findall(text)),
            "\n".join(LOOKS.findall(text)),
        )

    @cached_property
    def figures(self) -> list[Drawing]:
        """Every figure that has a page for other sites, by name."""
        names = sorted(path.stem for path in self.folder.glob("embed/*.html"))
        return [drawing for drawing in map(self.drawing, names) if drawing]

    def files(self) -> Iterator[Path]:
        """The files to take away, those that are read first."""
        found = [path for path in sorted(self.folder.iterdir()) if path.is_file()]
        order = (".html", ".pdf", ".docx", ".pptx", ".xlsx", ".csv")
        known = {suffix: place for place, suffix in enumerate(order)}
        yield from sorted(found, key=lambda path: (known.get(path.suffix, len(order)), path.name))

    def behind(self, data: Path) -> list[str]:
        """The files of the dossier that are not as they were when it was built, by name."""
        return behind(self.side.inputs, data) if self.side.inputs else []


def editions(root: Path) -> list[Published]:
    """The editions of a project that are built, the newest first; of several for one day the one that takes
    all there is. Raises Refused where one of them cannot be read.
    """
    found, problems = [], []
    for path in sorted(root.glob("report/editions/*.yml")):
        folder = root / "report" / path.stem
        if not (folder / manifest.FINDINGS).is_file() or not (folder / BRIEFING).is_file():
            continue
        try:
            found.append(Published(compare.read(folder, f"report/{path.stem}"), folder))
        except Refused as refused:
            problems += refused.problems
    if problems:
        raise Refused(problems)

    def order(edition: Published) -> tuple[date, bool, str]:
        return edition.day, edition.side.day is None, edition.name

    return sorted(found, key=order, reverse=True)


def in_languages(found: list[Published]) -> dict[str, list[Published]]:
    """Editions by language; the first is that of the edition “latest”, else of the newest one."""
    first = next((edition for edition in found if edition.name == LATEST), found[0]).language
    codes = sorted({edition.language for edition in found}, key=lambda code: (code != first, code))
    return {code: [edition for edition in found if edition.language == code] for code in codes}


def packs(root: Path) -> list[Path]:
    """What is built for the students of a class: their pack, and exercises that need only a browser. The
    teacher's pack holds the answers and is not published.
    """
    student = root / "build" / "class" / "student"
    return [*filter(Path.is_file, [student.with_suffix(".zip")]), *sorted(student.glob("*.html"))]


def examples(root: Path) -> list[Path]:
    """The projects that a project keeps as examples."""
    folders = sorted(path for path in root.glob(f"{EXAMPLES}/*") if path.is_dir())
    return [path for path in folders if settings(path) is not None]


def nothing_built(root: Path) -> Refused:
    """That a project has no edition to show."""
    remedy = "Build one: reported report"
    return Refused([Problem(str(root / "report"), "holds no edition that is built.", remedy)])
