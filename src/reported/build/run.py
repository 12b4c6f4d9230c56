"""Runs: an edition is brought up to date, from its notebooks to its pages, and published as one.

All that an edition is made from is read once, into a copy, and the edition is made from that. It is put together aside, in ``build/``, and
takes the place of the last one only when all of it is there. What earlier runs made of the same content is taken from ``build/kept``.
"""

from __future__ import annotations

import importlib.metadata
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from reported.notebooks import cache, runner
from reported.notebooks.cache import Cache
from reported.build.project import lessons, notebooks
from reported.errors import Problem, Refused
from reported.staging import clear, replace_file, staging, swap

if TYPE_CHECKING:
    from reported.document.assembly import Section
    from reported.dossier.reader import Dossier
    from reported.edition import Edition
    from reported.document.history import Moment
    from reported.analysis.parameters import Parameters

RECORDED = (
    "papermill", "ipykernel", "ipython", "matplotlib", "pillow", "pandas", "numpy", "scipy", "networkx", "pydantic", "typst", "pypandoc_binary",
    "fonttools", "uharfbuzz", "brotli", "fontpkg-fira-sans", "fontpkg-spectral", "koreanize-matplotlib",
)  # fmt: skip
LINKS = os.name == "posix"  # elsewhere not everybody may make one
MOMENT = "moment.json"
SHOWN = ("briefing.html", "briefing.pdf", "slides.pdf", "handout.pdf")
LONGEST = 120  # bytes that the changed parameters add to a name


@dataclass(frozen=True)
class Order:
    """What is to be built: an edition of ``report/editions``, parameters changed in this run, the dossier, and where it is published."""

    root: Path
    edition: str
    data: Path
    out: Path
    changes: Mapping[str, str]
    called: str = ""  # a name of its own
    copy_of: Order | None = None  # where root and data are a copy: the order with the originals

    @property
    def name(self) -> str:
        """The published edition's name. One with other parameters carries them, wherever it stands: it is not the edition of the file."""
        changed = "".join(f"+{key}={value}" for key, value in sorted(self.changes.items()))
        if len(changed.encode("utf-8", "replace")) > LONGEST:  # a folder's name has an end
            changed = f"+{cache.digest(changed)[:16]}"
        return self.called or self.edition + re.sub(r"[^\w+=.,:-]", "-", changed)

    @property
    def file(self) -> Path:
        """The file that says what the edition's parameters are."""
        return self.root / "report" / "editions" / f"{self.edition}.yml"

    @property
    def place(self) -> Path:
        """The folder it is published in, with its figures in ``figures``."""
        return self.out / "report" / self.name

    @property
    def figures(self) -> Path:
        """The other name of its figures."""
        return self.out / "figures" / self.name

    @property
    def origin(self) -> Order:
        """The order with the originals of what this one may have copies of."""
        return self.copy_of or self

    @property
    def beside(self) -> Path:
        """The folder that notebooks run in: their own, with whatever lies beside them."""
        return self.origin.root / "notebooks"

    @property
    def stopped(self) -> Path:
        """Where a notebook that stopped is kept for reading, until the edition is made again."""
        return self.out / "build" / "stopped" / self.name


@dataclass(frozen=True)
class Built:
    """A published edition: its files, and the bottom line in a sentence."""

    files: tuple[Path, ...]
    bottom_line: str


def build(order: Order, jobs: int, show: Callable[[str], None]) -> Built:
    """Bring a published edition up to date; only what its inputs demand is done.

    What stood there stays untouched until everything is ready. Raises NotebookFailed, or Refused.
    """
    if up_to_date(order, inputs(order)):
        show(f"Nothing to do: {order.name} was made from exactly these inputs. (To make it anew, remove its folder in report/.)")
        return _built(order)
    shutil.rmtree(order.stopped, ignore_errors=True)
    with copied(order) as copy, aside(order) as folder:
        _make(copy, folder / "report", jobs, show)
        publish(order, folder)
    return _built(order)


@contextmanager
def telling(order: Order) -> Iterator[None]:
    """What stops the work within, Ctrl-C too, carries the edition's place as ``published`` where the new edition stands there already."""
    before = _inode(order.place)
    try:
        yield
    except BaseException as error:
        if _inode(order.place) not in (before, None):
            error.published = order.place  # type: ignore[attr-defined]
        raise


def _inode(path: Path) -> int | None:
    return path.stat().st_ino if path.exists() else None


def _built(order: Order) -> Built:
    said = json.loads((order.place / "findings.json").read_text("utf-8"))["bottom_line"]
    return Built(tuple(order.place / file for file in SHOWN), said)


def publish(order: Order, folder: Path) -> None:
    """Let the edition that is ready in ``folder`` take the place of the last one, in one step.

    Its figures are part of it. That they stand in ``figures/`` too is a link, so that the two are never of two editions; a system without
    links has them in ``report/`` only.
    """
    first = LINKS and not os.path.lexists(order.figures)
    if first:
        _link(order, order.figures)  # it leads nowhere until the edition is there
    elif LINKS and not _linked(order):
        _move_in(order, folder)
    try:
        swap(folder / "report", order.place)
    except BaseException:
        if first and not order.place.exists():
            order.figures.unlink(missing_ok=True)
        raise


def _move_in(order: Order, folder: Path) -> None:
    """Where the figures of the last edition stand in a folder of their own: make them a part of it, and the link."""
    if order.figures.is_dir() and order.place.is_dir():
        shutil.copytree(order.figures, order.place / "figures", dirs_exist_ok=True)
    _link(order, folder / "figures")
    swap(folder / "figures", order.figures)


def _linked(order: Order) -> bool:
    return os.path.realpath(order.figures) == os.path.realpath(order.place / "figures")


def _link(order: Order, link: Path) -> None:
    order.figures.parent.mkdir(parents=True, exist_ok=True)
    near = os.path.relpath(order.place.parent.resolve() / order.place.name / "figures", order.figures.parent.resolve())
    with suppress(FileExistsError):  # another run was faster
        link.symlink_to(near, target_is_directory=True)


def _make(order: Order, report: Path, jobs: int, show: Callable[[str], None]) -> None:
    """Make all of an edition from a copy of its inputs, in an empty folder."""
    given = inputs(order)
    if _runs_notebooks(order, given):
        runner.begin()
    from reported.build import checks
    from reported.analysis import parameters
    from reported.dossier import reader

    store = Cache(order.out / "build" / "kept")
    around = {
        "tables": {path: content for path, content in given.items() if path.startswith("data/")},
        "around": [*cache.surroundings(), str(order.beside)],  # where a notebook looks for what it opens on its own
    }
    checks.announced(order.data, show)
    try:
        whole = reader.read(order.data)
    except Refused:
        hold_to_schema(order, show)  # which tells the rest as well
        raise
    chosen = parameters.load(order.file, whole.plan, order.changes)
    store.got(cache.digest("in order", cache.reached("from reported.build import checks"), around), lambda place: hold_to_schema(order, show))
    work = _Work(order, whole, chosen, around, store, jobs, show)
    with ThreadPoolExecutor() as pool:
        pool.submit(_import_the_rest)
        executed = work.run()
    from reported.document import assembly

    (report / "figures").mkdir(parents=True)
    for made in executed:
        if (made.place / "figures").is_dir():
            shutil.copytree(made.place / "figures", report / "figures", dirs_exist_ok=True)
    parts = assembly.sections(made.place / made.path.name for made in executed)
    work.render(parts, work.remember(parts, executed), report)
    _write_json(report / "findings.json", work.findings(parts))
    _write_json(report / "manifest.json", manifest(order, given, together(made.read for made in executed), work.asked, report))
    cache.unchanged()
    store.tidy()


def together(reads: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """What several notebooks read, with its digests. Raises Refused where two of them read the same file differently."""
    whole: dict[str, str] = {}
    for path, content in (pair for read in reads for pair in read.items()):
        if whole.setdefault(path, content) != content:
            raise Refused([cache.changed(path)])
    return whole


def hold_to_schema(order: Order, show: Callable[[str], None]) -> dict[str, str]:
    """Hold a dossier to all that ``reported check`` asks of it. Raises Refused with everything that is wrong."""
    from reported.build import checks

    if grave := [problem for problem in checks.check(order.data, show) if not problem.doubt]:
        raise Refused(grave)
    return {}


def _runs_notebooks(order: Order, given: Mapping[str, str]) -> bool:
    """Whether notebooks will have to run, as far as that can be told at once: not where only the layout changed."""
    before = _published(order).get("inputs", {})
    changed = {path for path, content in given.items() if before.get(path) != content}
    return not before or any(not path.startswith("report/") or path.startswith("report/editions/") for path in changed)


def _import_the_rest() -> None:
    """A second of imports that only writing needs, spent while the notebooks run."""
    from reported.document import assembly, evidence, history, rendering, slides as deck, what_if as explore  # noqa: F401


@dataclass(frozen=True)
class _Executed:
    """A notebook, the folder in which it stands executed, and the other files it read, with their digests."""

    path: Path
    place: Path
    read: Mapping[str, str]


@dataclass(frozen=True)
class _Work:
    """The steps of a build, each taking from what is kept what it can. ``around`` is what every key tells: tables and packages."""

    order: Order
    dossier: Dossier
    parameters: Parameters
    around: Mapping[str, Any]
    store: Cache
    jobs: int
    show: Callable[[str], None]

    @cached_property
    def edition(self) -> Edition:
        """The edition that is written."""
        from reported.edition import Edition

        return Edition(self.dossier, self.parameters)

    @property
    def asked(self) -> dict[str, Any]:
        """The parameters as data."""
        return self.parameters.as_data()

    @property
    def given(self) -> dict[str, Any]:
        """The parameters as a notebook takes them."""
        return {**self.asked, "data": str(self.order.data)}

    def run(self) -> list[_Executed]:
        """The notebooks, executed."""
        keys = {path: runner.key(path, self.asked, **self.around) for path in notebooks(self.order.root)}
        todo = [path.stem for path in keys if self.store.find(keys[path]) is None]
        if todo:
            from reported.wording.prose import day_words

            named = f"{len(todo)} notebooks" if len(todo) > 3 else ", ".join(todo)
            self.show(f"Running {named} on {self.dossier.plan.dossier.subject}, as of {day_words(self.parameters.day)} …")
        made = runner.run(list(keys.items()), self.given, self.store, self.order.stopped, self.jobs, self.order.beside)
        read = [json.loads((place / cache.READ).read_text("utf-8")) for place in made]
        return list(map(_Executed, keys, made, read))

    def remember(self, parts: list[Section], executed: list[_Executed]) -> list[Moment]:
        """Page one as it stood on earlier days, and now."""
        from reported.document import history

        tellers = [made for made in executed if made.path.stem in history.tellers(parts)]
        reach = cache.reached("from reported.document import history", *(runner.code(made.path) for made in tellers))
        tell = [(made.path.name, runner.does(made.path), made.read) for made in tellers]
        keys = {day: cache.digest("moment", day, self.asked, tell, reach, self.around) for day in history.days(self.edition)}
        found = {day: self.store.find(key) for day, key in keys.items()}
        # The later the day the longer it takes: what takes longest first, so that it is not waited for at the end.
        todo = sorted((day for day, place in found.items() if place is None), reverse=True)
        if todo:
            self.show(f"Asking again as of {len(todo)} earlier days …")
        ask = partial(history.moment, paths=[made.path for made in tellers], parameters=self.given, beside=self.order.beside)
        read = None if cache.UNKNOWN in [made.read for made in tellers] else together(made.read for made in tellers)
        for day, moment in zip(todo, runner.processes(ask, todo, self.jobs, "day"), strict=True):
            found[day] = self.store.make(
                keys[day], lambda place, moment=moment: _keep(place / MOMENT, _json(moment.as_data()), read)
            )
        told = [json.loads((place / MOMENT).read_text("utf-8")) for place in found.values()]
        return [*map(history.Moment.of, told), history.told(parts)]

    def render(self, parts: list[Section], remembered: list[Moment], report: Path) -> None:
        """The pages: HTML, PDF, slides and handout, beside the figures."""
        from reported.document import assembly, evidence, history, rendering, slides as deck, what_if as explore

        self.show("Writing the briefing …")
        root, name = self.order.root, Path(self.order.name).name
        labels = yaml.safe_load((root / "report" / "labels.yml").read_text("utf-8"))
        numbers = evidence.numbered(assembly.uses(parts), self.edition)
        page = {"words": labels["scripts"], "linked": evidence.linked(self.edition, name, numbers)}
        panels = [history.panel(remembered, self.edition, numbers, labels)]
        what_if = explore.panel(self.edition, labels)
        if what_if:
            panels.insert(0, what_if[0])
            page["what-if"] = what_if[1]
        method = (root / "report" / "method.md").read_text("utf-8")
        text = assembly.document(parts, self.edition, name, method, labels, panels)
        slides, handout = (make(parts, self.edition, name, labels) for make in (deck.slides, deck.handout))
        pictures, reach = cache.of_files((report / "figures").glob("*.svg"), report), cache.reached("from reported.document import rendering")

        def get(name: str, depends: list[Any], make: Callable[[], bytes]) -> bytes:
            key = cache.digest("page", name, depends, pictures, reach, self.around["around"])
            return (self.store.got(key, lambda place: _keep(place / name, make())) / name).read_bytes()

        where = report, report, root / "report" / "template"
        with ThreadPoolExecutor() as pool:  # pandoc and typst need no lock of Python's
            pages = (
                pool.submit(rendering.render, text, *where, page, get),
                pool.submit(rendering.accompany, slides, handout, *where, get),
            )
        for made in pages:
            made.result()

    def findings(self, parts: list[Section]) -> dict[str, Any]:
        """All findings with the claims behind them, as data."""
        from reported.document import assembly

        return {
            "edition": self.order.name,
            "parameters": self.asked,
            "bottom_line": " ".join(found["sentence"] for found in assembly.bottom_line(parts)[:2]),
            "findings": assembly.all_findings(parts),
            "on_record": len(self.edition.dossier.claims),
            "claims": assembly.every_claim(parts, self.edition),
        }


def _keep(path: Path, content: bytes, read: Mapping[str, str] | None = {}) -> Mapping[str, str] | None:
    path.write_bytes(content)
    return read


LAYOUT = ("report/template/*", "report/*.md", "report/labels.yml", "requirements.lock")
FOR_A_CLASS = ("report/teaching/*", "notebooks/teaching/*")


def inputs(order: Order) -> dict[str, str]:
    """The digest of every file an edition is made from. Of a notebook only the sources count: its outputs are made from them."""
    root = order.root
    given = {f"data/{name}": content for name, content in cache.of_files(tables(order.data), order.data).items()}
    given |= {f"src/{name}": content for name, content in cache.house().items()}
    for pattern in (*LAYOUT, f"report/editions/{order.edition}.yml"):
        given |= cache.of_files(root.glob(pattern), root)
    for path in notebooks(root):
        given[path.relative_to(root).as_posix()] = cache.digest(runner.cells(path))
    return given


def tables(data: Path) -> list[Path]:
    """The files of a dossier that may be read: all but what is written for people, and what is hidden."""
    return [path for path in data.iterdir() if path.suffix != ".md" and not path.name.startswith(".")]


@contextmanager
def copied(order: Order) -> Iterator[Order]:
    """The same order, from a copy of all that it is made from: what happens to the originals meanwhile is left to the next run.

    Raises Refused with all that is wrong with a dossier that cannot be copied.
    """
    if order.copy_of:
        yield order
        return
    root = order.root
    patterns = (*LAYOUT, *FOR_A_CLASS, f"report/editions/{order.edition}.yml", "notebooks/*.*")
    paths = {path: path.relative_to(root) for pattern in patterns for path in root.glob(pattern)}
    paths |= {path: Path("data", path.name) for path in tables(order.data)}
    with aside(order, "inputs") as folder:
        problems = []
        for path, name in paths.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                place.mkdir()  # told where a file must stand
            elif path.is_file():
                try:
                    content = path.read_bytes()
                except OSError as error:
                    problems.append(Problem(name.as_posix(), f"cannot be read ({error.strerror}).", "Allow it to be read."))
                    continue
                place.write_bytes(content)
        if problems:
            raise Refused(problems)
        yield replace(order, root=folder, data=folder / "data", copy_of=order)


def versions() -> dict[str, str]:
    """The versions of the Python and of the packages that shape what comes out."""
    return {package: importlib.metadata.version(package) for package in RECORDED} | {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}"
    }


def opened(order: Order, recorded: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Of the inputs that a manifest records, the files that notebooks opened beside those that every edition is made from."""
    return {str(order.origin.root / path): then for path, then in recorded.items() if path not in given}


def up_to_date(order: Order, given: Mapping[str, str]) -> bool:
    """Whether what is published was made from these inputs and is still as it was published."""
    made = _published(order)
    if not made:
        return False
    named = {path: made["inputs"].get(path) for path in given}
    return (
        (made["changes"], made["versions"], named) == (dict(order.changes), versions(), given)
        and all(cache.of_file(Path(path)) == then for path, then in opened(order, made["inputs"], given).items())
        and made["outputs"] == outputs(order.place)
        and (_linked(order) or not LINKS)
    )


def _published(order: Order) -> dict[str, Any]:
    """The manifest of what is published; empty where there is none to rely on."""
    try:
        made = json.loads((order.place / "manifest.json").read_text("utf-8"))
        return made if {"inputs", "outputs", "changes", "versions"} <= set(made) else {}
    except (OSError, ValueError, TypeError):
        return {}


def outputs(place: Path) -> dict[str, str]:
    """The digest of every published file but the manifest, by its name."""
    files = cache.of_files(place.rglob("*"), place)
    return {name: content for name, content in files.items() if name != "manifest.json"}


def manifest(
    order: Order, given: Mapping[str, str], opened: Mapping[str, str], parameters: Mapping[str, Any], report: Path
) -> dict[str, Any]:
    """What an edition was made from and what came out: parameters, a digest of each file, and the versions that shape the output.

    ``opened`` are files that a notebook read beside those that every edition is made from. ``reach`` names the modules of this library that
    each notebook can reach: no other can move what it finds.
    """
    root = order.origin.root
    near = {
        Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path: content
        for path, content in opened.items()
    }
    return {
        "edition": order.name,
        "parameters": {**parameters},
        "changes": {**order.changes},
        "inputs": {**given, **near},
        "reach": {path.stem: [*cache.reached(runner.code(path))] for path in notebooks(order.root)},
        "versions": versions(),
        "outputs": outputs(report),
    }


def refresh(root: Path, jobs: int, show: Callable[[str], None]) -> list[Path]:
    """Execute the committed notebooks as they are, with their default parameters, and keep the normalised outputs in place.

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


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _write_json(path: Path, content: Any) -> None:
    path.write_bytes(_json(content))


@contextmanager
def aside(order: Order, kind: str = "making") -> Iterator[Path]:
    """A folder in ``build/`` to make an edition in, gone afterwards; what a run that was killed has left goes first."""
    build, prefix = order.out / "build", f"{Path(order.name).name}.{kind}-"
    clear(build, prefix)
    with staging(build, prefix) as folder:
        yield folder
