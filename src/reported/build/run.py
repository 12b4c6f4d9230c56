"""Runs: an edition is brought up to date, from its notebooks to its pages, and published as one.

All that an edition is made from is read once, into a copy, and the edition is made from that. It is put
together aside, in ``build/``, and takes the place of the last one only when all of it is there. What earlier
runs made of the same content is taken from ``build/kept``.
"""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reported.build import manifest, project, publishing
from reported.build.project import lessons, notebooks
from reported.build.request import DATA, Request, again, aside, copied, inputs
from reported.build.steps import Steps
from reported.errors import Problem, Refused
from reported.files import as_json
from reported.notebooks import cache, messages, runner
from reported.notebooks.cache import Cache
from reported.staging import replace_file

if TYPE_CHECKING:
    from reported.analysis.parameters import Parameters
    from reported.document.assembly import Section
    from reported.document.evidence import Numbers
    from reported.document.history import Moment
    from reported.dossier.reader import Dossier
    from reported.edition import Edition

MOMENT = "moment.json"
WAYS = "shares"  # the finding on all ways of reading
SHOWN = ("briefing.html", "briefing.pdf", "slides.pdf", "handout.pdf")


@dataclass(frozen=True)
class Built:
    """A published edition: its files, the bottom line in a sentence, and what became of new claims."""

    files: tuple[Path, ...]
    bottom_line: str
    new: tuple[str, ...] = ()  # where the claims went that the edition it replaced did not know, in lines


def build(request: Request, jobs: int, show: Callable[[str], None], anew: bool = False) -> Built:
    """Bring a published edition up to date; only what its inputs demand is done.

    With ``anew`` it is made where they demand nothing too, of what earlier runs kept and the rest.
    What stood there stays untouched until everything is ready. Raises NotebookFailed, or Refused.
    """
    if not anew and publishing.up_to_date(request, inputs(request)):
        show(
            f"Nothing to do: {request.name} is built already, from exactly these inputs.\n"
            f"To build it anew, add ANEW=yes to make report, or: {again(request)} --anew"
        )
        return _built(request)
    shutil.rmtree(request.stopped, ignore_errors=True)
    with Steps(show) as steps, copied(request) as copy, aside(request) as folder:
        _make(copy, folder / "report", jobs, steps)
        # These take longer to import than it takes to see that an edition is up to date.
        from reported.build import where
        from reported.dossier import reader

        before = where.known(request.place)
        publishing.publish(request, folder)
        new = where.new(before, request, partial(reader.read, copy.data))
    show(steps.told())
    return replace(_built(request), new=tuple(new))


def _built(request: Request) -> Built:
    files = tuple(request.place / file for file in SHOWN)
    return Built(files, manifest.found(request.place)["bottom_line"])


def _make(request: Request, report: Path, jobs: int, show: Steps) -> None:
    """Make all of an edition from a copy of its inputs, in an empty folder."""
    show.begin("reading", "Reading the dossier and the notebooks …")
    given = inputs(request)
    if _runs_notebooks(request, given):
        runner.begin(request.data, request.file, request.changes)
    work = begun(request, given, jobs, show)
    with ThreadPoolExecutor() as pool:
        pool.submit(_import_the_rest)
        executed = work.run()
    from reported.build import crate
    from reported.wording.language import speaking

    place_figures(executed, report)
    with speaking(work.edition.language):
        parts = work.parts(executed)
        moments = work.remember(parts, executed)
        assert moments is not None  # all were asked for
        work.render(parts, moments, report)
        (report / manifest.FINDINGS).write_bytes(as_json(work.findings(parts)))
        (report / crate.CRATE).write_bytes(crate.crate(report, request.name, work.edition, given, work.asked))
    read = together(made.files for made in executed)
    told = manifest.told(request, given, read, work.asked, report)
    (report / manifest.MANIFEST).write_bytes(as_json(told))
    cache.unchanged()
    work.store.tidy()


def begun(request: Request, given: Mapping[str, str], jobs: int, show: Steps) -> Work:
    """The steps of a build of a copy, whose inputs are ``given``, once the dossier is seen to be in order.
    Raises Refused.
    """
    store = Cache(request.out / "build" / "kept", messages.Now(request.root))
    around = {
        "tables": {
            path: content for path, content in given.items() if path.startswith(("data/", "wording/"))
        },
        # where a notebook looks for what it opens on its own
        "around": [*cache.surroundings(), str(request.beside)],
    }
    return Work(request, *_read(request, around, store, show), around, store, jobs, show)


def place_figures(executed: Iterable[Executed], report: Path) -> None:
    """Put the figures of executed notebooks beside the pages that show them."""
    (report / "figures").mkdir(parents=True)
    for made in executed:
        if (made.place / "figures").is_dir():
            shutil.copytree(made.place / "figures", report / "figures", dirs_exist_ok=True)


def _read(
    request: Request, around: Mapping[str, Any], store: Cache, show: Callable[[str], None]
) -> tuple[Dossier, Parameters]:
    """The dossier, which is in order, and the parameters of an edition. Raises Refused."""
    from reported.analysis import parameters
    from reported.build import checks
    from reported.dossier import reader

    further = checks.announced(request.data, show)
    try:
        whole = reader.read(request.data)
    except Refused:
        hold_to_schema(request, show)  # which tells the rest as well
        raise
    chosen = parameters.load(request.file, whole.plan, request.changes)
    _can_be_said(chosen, request, around, store)
    key = cache.digest("in order", cache.reached("from reported.build import checks"), around)
    # It was read, so only its own schema can still refuse it.
    store.got(key, lambda place: _in_order(checks.held_to_schema(request.data, whole.texts, further)))
    return whole, chosen


def _can_be_said(chosen: Parameters, request: Request, around: Mapping[str, Any], store: Cache) -> None:
    """Hold the language of an edition to all that English says, once for the same words. Raises Refused."""
    from reported.analysis.parameters import ENGLISH_INSTEAD
    from reported.build import spoken
    from reported.wording.language import language

    falls_back = chosen.unsaid == ENGLISH_INSTEAD
    chosen_language = language(chosen.language, request.data.parent, falls_back)

    def hold(place: Path) -> dict[str, str]:
        if problems := spoken.problems(request.root, chosen_language, falls_back):
            raise Refused(problems)
        return {}

    if chosen_language.english is None:  # English is held to nothing but its form, which takes no time
        hold(request.root)
        return
    own = {path: then for path, then in around["tables"].items() if path.startswith("wording/")}
    house = cache.of_files(cache.HOUSE.glob(f"wording/*/*{cache.MESSAGES}"), cache.HOUSE)
    cells = [(path.name, runner.cells(path)) for path in (*project.worded(request.root), *project.worded())]
    reach = cache.reached("from reported.build import spoken")
    key = cache.digest("can be said", chosen.language, falls_back, own, house, cells, reach, around["around"])
    store.got(key, hold)


def together(reads: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """What several notebooks read, with its digests. Raises Refused where two of them read the same file
    differently.
    """
    whole: dict[str, str] = {}
    for path, content in (pair for read in reads for pair in read.items()):
        if whole.setdefault(path, content) != content:
            raise Refused([cache.changed(path)])
    return whole


def hold_to_schema(request: Request, show: Callable[[str], None]) -> dict[str, str]:
    """Hold a dossier to all that ``reported check`` asks of it. Raises Refused with all that is wrong."""
    from reported.build import checks

    return _in_order(checks.check(request.data, show))


def _in_order(found: Iterable[Problem]) -> dict[str, str]:
    """That nothing grave was found: no file was read for it beside the tables. Raises Refused."""
    if grave := [problem for problem in found if not problem.doubt]:
        raise Refused(grave)
    return {}


def _runs_notebooks(request: Request, given: Mapping[str, str]) -> bool:
    """Whether notebooks will have to run, as far as that can be told at once: not where only the layout
    changed.
    """
    before = manifest.last(request.place).get("inputs", {})
    changed = {path for path, content in given.items() if before.get(path) != content}
    return not before or any(
        not path.startswith("report/") or path.startswith("report/editions/") for path in changed
    )


def _import_the_rest() -> None:
    """A second of imports that only writing needs, spent while the notebooks run."""
    import openpyxl  # noqa: F401

    from reported.build import away, crate  # noqa: F401
    from reported.document import assembly, evidence, history, rendering, slides, what_if, word  # noqa: F401


@dataclass(frozen=True)
class Executed:
    """A notebook, the folder in which it stands executed, and what else it read, with the digests: files and
    messages.
    """

    path: Path
    place: Path
    read: Mapping[str, str]

    @classmethod
    def of(cls, path: Path, place: Path) -> Executed:
        """A notebook that is kept in a folder."""
        return cls(path, place, json.loads((place / cache.READ).read_text("utf-8")))

    @property
    def files(self) -> dict[str, str]:
        """The files it read: the messages stand in files that every edition is made from."""
        return {name: content for name, content in self.read.items() if not messages.is_one(name)}


@dataclass(frozen=True)
class Work:
    """The steps of a build, each taking from what is kept what it can. ``around`` is what every key tells:
    tables and packages.
    """

    request: Request
    dossier: Dossier
    parameters: Parameters
    around: Mapping[str, Any]
    store: Cache
    jobs: int
    show: Steps

    @cached_property
    def edition(self) -> Edition:
        """The edition that is written."""
        from reported.edition import Edition

        return Edition(self.dossier, self.parameters)

    @cached_property
    def earlier(self) -> list[date]:
        """The earlier days as of which page one is asked again."""
        from reported.document import history

        return history.days(self.edition)

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters as data."""
        return self.parameters.as_data()

    @property
    def given(self) -> dict[str, Any]:
        """The parameters as a notebook takes them."""
        return {**self.asked, "data": str(self.request.data)}

    @cached_property
    def keys(self) -> dict[Path, str]:
        """The notebooks, each with the key under which it is kept."""
        # Of its project's messages a notebook reads some, and tells which.
        around = {**self.around, "tables": _of_the_dossier(self.around["tables"])}
        return {path: runner.key(path, self.asked, **around) for path in notebooks(self.request.root)}

    def run(self, wanted: Callable[[], bool] = lambda: True) -> list[Executed]:
        """The notebooks, executed. Raises BrokenOff where they are no longer ``wanted``."""
        self.show.begin("notebooks")
        todo = [path.stem for path in self.keys if self.store.find(self.keys[path]) is None]
        if todo:
            from reported.wording.prose import day_words

            named = f"{len(todo)} notebooks" if len(todo) > 3 else ", ".join(todo)
            subject, day = self.dossier.plan.dossier.subject, day_words(self.parameters.day)
            self.show(f"Running {named} on {subject}, as of {day} …")
        stopped, beside = self.request.stopped, self.request.beside
        made = runner.run(list(self.keys.items()), self.given, self.store, stopped, self.jobs, beside, wanted)
        return [Executed.of(path, place) for path, place in zip(self.keys, made, strict=True)]

    def parts(self, executed: list[Executed]) -> list[Section]:
        """What executed notebooks contribute, in the words that they have now."""
        from reported.document import assembly

        sources = {made.path.name: made.path for made in executed}
        return assembly.sections((made.place / made.path.name for made in executed), sources)

    def remember(
        self, parts: list[Section], executed: list[Executed], most: int | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> list[Moment] | None:  # fmt: skip
        """Page one as it stood on earlier days, and now; of the days that are not kept no more than ``most``
        are asked again, and ``None`` is told where some are left. Raises BrokenOff where these are no longer
        ``wanted``.
        """
        self.show.begin("earlier days")
        from reported.document import history

        tellers = [made for made in executed if made.path.stem in history.tellers(parts)]
        reach = cache.reached(
            "from reported.document import history", *(runner.code(made.path) for made in tellers)
        )
        words = messages.Now(self.request.root).beside(name for made in tellers for name in made.read)
        tell = [(made.path.name, runner.does(made.path), made.read, words) for made in tellers]
        keys = {
            day: cache.digest("moment", day, self.asked, tell, reach, self.around) for day in self.earlier
        }
        kept = {day: self.store.find(key) for day, key in keys.items()}
        # The later the day the longer it takes: what takes longest first, so that it is not waited for last.
        todo = sorted((day for day, place in kept.items() if place is None), reverse=True)
        left, todo = len(todo[most:]) if most is not None else 0, todo[:most]
        if todo and most is None:
            self.show(f"Asking again as of {len(todo)} earlier days …")
        paths, beside = [made.path for made in tellers], self.request.beside
        ask = partial(history.moment, paths=paths, parameters=self.given, beside=beside)
        known = cache.UNKNOWN not in [made.read for made in tellers]
        read = together(made.read for made in tellers) if known else None
        made = {}
        days = runner.processes(ask, todo, self.jobs, "day", wanted)
        for day, moment in zip(todo, days, strict=True):
            content = as_json(moment.as_data())
            keep = partial(_keep, name=MOMENT, content=content, read=read)
            made[day] = self.store.make(keys[day], keep)
        if left:
            return None
        told = [json.loads(((kept[day] or made[day]) / MOMENT).read_text("utf-8")) for day in keys]
        return [*map(history.Moment.of, told), history.told(parts)]

    def written(
        self, parts: list[Section], remembered: list[Moment], report: Path
    ) -> tuple[str, dict[str, Any]]:
        """The briefing as Markdown, and what its page takes for its scripts."""
        from reported.document import assembly, evidence, history, what_if

        name = Path(self.request.name).name
        numbers = evidence.numbered(assembly.uses(parts), self.edition)
        page = self._for_scripts(report, numbers)
        ways = next((f["sentence"] for f in assembly.all_findings(parts) if f["id"] == WAYS), "")
        supposed = what_if.panel(self.edition, ways)
        panel = supposed[0] if supposed else ""
        page |= {"what-if": supposed[1]} if supposed else {}
        panels = [history.panel(remembered, self.edition, numbers)]
        return assembly.document(parts, self.edition, name, panel, panels), page

    def render(self, parts: list[Section], remembered: list[Moment], report: Path) -> None:
        """The pages: HTML, PDF, slides, handout and what is taken along, beside the figures."""
        from reported.build import away
        from reported.document import rendering, slides, word

        self.show.begin("writing", "Putting the text together …")
        self.show("Writing the briefing …")
        self._name_undrawn()
        root, name = self.request.root, Path(self.request.name).name
        pictures, reach = (
            cache.of_files((report / "figures").glob("*.*"), report),
            cache.reached("from reported.document import embed, rendering, workbook"),
        )

        def get(name: str, depends: list[Any], make: Callable[[], bytes]) -> bytes:
            drawn = {} if name == rendering.FACES else pictures
            key = cache.digest("page", name, depends, drawn, reach, self.around["around"])
            with self.show.making(name):
                return (self.store.got(key, lambda place: _keep(place, name, make())) / name).read_bytes()

        where = report, report, root / project.LAYOUT
        # Pandoc and typst need no lock of Python's: they set one text while the next is put together.
        with ThreadPoolExecutor() as pool:
            text, page = self.written(parts, remembered, report)
            pages: list[Future[Any]] = [pool.submit(rendering.render, text, *where, page, get)]
            written = word.word(parts, self.edition, name)
            pages.append(pool.submit(rendering.to_edit, written, *where, get))
            talk = slides.slides(parts, self.edition, name, report)
            handout = slides.handout(parts, self.edition, name)
            pages.append(pool.submit(rendering.accompany, talk, handout, *where, get))
            pages.append(pool.submit(away.write, parts, self.edition, name, report, where[-1], get))
        for made in pages:
            made.result()

    def _name_undrawn(self) -> None:
        """Say which letters no font has, and what is shown instead."""
        from reported.figures.legible import SIGN, undrawn

        if lacking := undrawn(self.edition.whole):
            said = f"No font of the briefing has {', '.join(lacking)}"
            self.show(f"{said}: a gloss stands for the words, or {SIGN} for each letter (docs/fonts.md).")

    def _for_scripts(self, report: Path, numbers: Numbers) -> dict[str, Any]:
        """What goes into the page for its scripts and for machines."""
        from reported.document import assembly, evidence

        name = Path(self.request.name).name
        return {
            "words": assembly.for_scripts(),
            "linked": evidence.linked(self.edition, name, numbers),
            "who": evidence.people(self.edition, numbers),
            "cite": assembly.citation(self.edition, name),
            "plots": {path.stem: path.read_text("utf-8") for path in (report / "figures").glob("*.csv")},
        }

    def findings(self, parts: list[Section]) -> dict[str, Any]:
        """All findings with the claims behind them, as data."""
        from reported.document import assembly

        return {
            "edition": self.request.name,
            "parameters": self.asked,
            "bottom_line": " ".join(found["sentence"] for found in assembly.bottom_line(parts)[:2]),
            "findings": assembly.all_findings(parts),
            "tables": assembly.all_tables(parts),
            "on_record": len(self.edition.record.dossier.said),
            "claims": assembly.every_claim(parts, self.edition),
        }


def _of_the_dossier(tables: Mapping[str, str]) -> dict[str, str]:
    return {name: content for name, content in tables.items() if name.startswith(DATA)}


def _keep(
    place: Path, name: str, content: bytes, read: Mapping[str, str] | None = {}
) -> Mapping[str, str] | None:
    (place / name).write_bytes(content)
    return read


def refresh(root: Path, jobs: int, show: Callable[[str], None]) -> list[Path]:
    """Execute the committed notebooks as they are, with their default parameters, and keep the normalised
    outputs in place.

    Raises NotebookFailed; Refused, with nothing changed, where a notebook was edited while it ran.
    """
    places = [*notebooks(root), *lessons(root)]
    before = {place: place.read_bytes() for place in places}
    with tempfile.TemporaryDirectory() as folder:
        show(f"Refreshing the outputs of {len(places)} notebooks …")
        made = runner.execute(places, Path(folder), {}, root / "build" / "stopped" / "notebooks", jobs)
        fresh = {place: run.read_bytes() for place, run in zip(places, made, strict=True)}
    if edited := [place for place in places if place.read_bytes() != before[place]]:
        raise Refused([cache.changed(str(place.relative_to(root))) for place in edited])
    changed = [place for place in places if fresh[place] != before[place]]
    for place in changed:
        replace_file(place, fresh[place])
    return changed
