"""Runs: an edition is brought up to date, from its notebooks to its pages, and published as one.

An edition is put together aside, in ``build/``, and takes the place of the last one only when all of it is there. What earlier runs made of
the same content is taken from ``build/kept``.
"""

from __future__ import annotations

import ctypes
import glob
import importlib.metadata
import json
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from reported import execution, kept
from reported.kept import Kept
from reported.places import lessons, notebooks

if TYPE_CHECKING:
    from reported.assembly import Section
    from reported.dossier import Dossier
    from reported.edition import Edition
    from reported.moments import Moment
    from reported.parameters import Parameters

RECORDED = (
    "papermill", "ipykernel", "ipython", "matplotlib", "pillow", "pandas", "numpy", "scipy", "networkx", "pydantic", "typst", "pypandoc_binary",
    "fonttools", "uharfbuzz", "brotli", "fontpkg-fira-sans", "fontpkg-spectral", "koreanize-matplotlib",
)  # fmt: skip
with suppress(ImportError):  # where it is missing, folders cannot be opened either
    import fcntl

MOMENT = "moment.json"
SHOWN = ("briefing.html", "briefing.pdf", "slides.pdf", "handout.pdf")
LONGEST = 120  # letters that the changed parameters add to a name


@dataclass(frozen=True)
class Order:
    """What is to be built: an edition of ``report/editions``, parameters changed in this run, the dossier, and where it is published."""

    root: Path
    edition: str
    data: Path
    out: Path
    changes: Mapping[str, str]
    called: str = ""  # a name of its own

    @property
    def name(self) -> str:
        """The published edition's name. One with other parameters carries them, wherever it stands: it is not the edition of the file."""
        changed = "".join(f"+{key}={value}" for key, value in sorted(self.changes.items()))
        if len(changed) > LONGEST:  # a folder's name has an end
            changed = f"+{kept.digest(changed)[:16]}"
        return self.called or self.edition + re.sub(r"[^\w+=.,:-]", "-", changed)

    @property
    def file(self) -> Path:
        """The file that says what the edition's parameters are."""
        return self.root / "report" / "editions" / f"{self.edition}.yml"

    @property
    def places(self) -> dict[str, Path]:
        """The two folders it is published in."""
        return {kind: self.out / kind / self.name for kind in ("figures", "report")}

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
    given = inputs(order)
    if up_to_date(order, given):
        show(f"Nothing to do: {order.name} was made from exactly these inputs. (To make it anew, remove its folder in report/.)")
    else:
        shutil.rmtree(order.stopped, ignore_errors=True)
        with aside(order) as folder:
            _make(order, given, folder, jobs, show)
            for kind, place in order.places.items():
                swap(folder / kind, place)
    report = order.places["report"]
    said = json.loads((report / "findings.json").read_text("utf-8"))["bottom_line"]
    return Built(tuple(report / file for file in SHOWN), said)


def _make(order: Order, given: Mapping[str, str], folder: Path, jobs: int, show: Callable[[str], None]) -> None:
    if _runs_notebooks(order, given):
        execution.begin()
    from reported import dossier as dossiers
    from reported import parameters

    whole = dossiers.read(order.data)
    chosen = parameters.load(order.file, whole.plan, order.changes)
    around = {
        "tables": {path: content for path, content in given.items() if path.startswith("data/")},
        "around": kept.surroundings(),
    }
    work = _Work(order, whole, chosen, around, Kept(order.out / "build" / "kept"), jobs, show)
    with ThreadPoolExecutor() as pool:
        pool.submit(_import_the_rest)
        executed = work.run()
    from reported import assembly

    for made in executed:
        if (made.place / "figures").is_dir():
            shutil.copytree(made.place / "figures", folder / "figures", dirs_exist_ok=True)
    (folder / "figures").mkdir(exist_ok=True)
    parts = assembly.sections(made.place / made.path.name for made in executed)
    work.render(parts, work.remember(parts, executed), folder)
    _write_json(folder / "report" / "findings.json", work.findings(parts))
    read = {path: content for made in executed for path, content in made.read.items()}
    _write_json(
        folder / "report" / "manifest.json",
        manifest(order, given, read, work.asked, {kind: folder / kind for kind in order.places}),
    )
    work.store.tidy()


def _runs_notebooks(order: Order, given: Mapping[str, str]) -> bool:
    """Whether notebooks will have to run, as far as that can be told at once: not where only the layout changed."""
    before = _published(order).get("inputs", {})
    changed = {path for path, content in given.items() if before.get(path) != content}
    return not before or any(not path.startswith("report/") or path.startswith("report/editions/") for path in changed)


def _import_the_rest() -> None:
    """A second of imports that only writing needs, spent while the notebooks run."""
    from reported import assembly, briefing, deck, evidence, explore, moments  # noqa: F401


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
    store: Kept
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
        keys = {path: execution.key(path, self.asked, **self.around) for path in notebooks(self.order.root)}
        todo = [path.stem for path in keys if self.store.find(keys[path]) is None]
        if todo:
            named = f"{len(todo)} notebooks" if len(todo) > 3 else ", ".join(todo)
            self.show(f"Running {named} on {self.dossier.plan.dossier.subject}, as of {self.parameters.day_words} …")
        made = execution.run(list(keys.items()), self.given, self.store, self.order.stopped, self.jobs)
        read = [json.loads((place / kept.READ).read_text("utf-8")) for place in made]
        return list(map(_Executed, keys, made, read))

    def remember(self, parts: list[Section], executed: list[_Executed]) -> list[Moment]:
        """Page one as it stood on earlier days, and now."""
        from reported import moments

        tellers = [made for made in executed if made.path.stem in moments.tellers(parts)]
        reach = kept.rooms("from reported import moments", *(execution.code(made.path) for made in tellers))
        tell = [(made.path.name, execution.does(made.path), made.read) for made in tellers]
        keys = {day: kept.digest("moment", day, self.asked, tell, reach, self.around) for day in moments.days(self.edition)}
        found = {day: self.store.find(key) for day, key in keys.items()}
        # The later the day the longer it takes: what takes longest first, so that it is not waited for at the end.
        todo = sorted((day for day, place in found.items() if place is None), reverse=True)
        if todo:
            self.show(f"Asking again as of {len(todo)} earlier days …")
        ask = partial(moments.moment, paths=[made.path for made in tellers], parameters=self.given)
        for day, moment in zip(todo, execution.processes(ask, todo, self.jobs, "day"), strict=True):
            found[day] = self.store.make(keys[day], lambda place, moment=moment: _keep(place / MOMENT, _json(moment.as_data())))
        told = [json.loads((place / MOMENT).read_text("utf-8")) for place in found.values()]
        return [*map(moments.Moment.of, told), moments.told(parts)]

    def render(self, parts: list[Section], remembered: list[Moment], folder: Path) -> None:
        """The pages: HTML, PDF, slides and handout."""
        from reported import assembly, briefing, deck, evidence, explore, moments

        self.show("Writing the briefing …")
        root, name = self.order.root, Path(self.order.name).name
        labels = yaml.safe_load((root / "report" / "labels.yml").read_text("utf-8"))
        numbers = evidence.numbered(assembly.uses(parts), self.edition)
        page = {"words": labels["scripts"], "linked": evidence.linked(self.edition, name, numbers)}
        panels = [moments.panel(remembered, self.edition, numbers, labels)]
        what_if = explore.panel(self.edition, labels)
        if what_if:
            panels.insert(0, what_if[0])
            page["what-if"] = what_if[1]
        method = (root / "report" / "method.md").read_text("utf-8")
        text = assembly.document(parts, self.edition, name, method, labels, panels)
        slides, handout = (make(parts, self.edition, name, labels) for make in (deck.slides, deck.handout))
        pictures, reach = kept.of_files((folder / "figures").glob("*.svg"), folder), kept.rooms("from reported import briefing")

        def get(name: str, depends: list[Any], make: Callable[[], bytes]) -> bytes:
            key = kept.digest("page", name, depends, pictures, reach, self.around["around"])
            return (self.store.got(key, lambda place: _keep(place / name, make())) / name).read_bytes()

        where = folder, folder / "report", root / "report" / "template"
        with ThreadPoolExecutor() as pool:  # pandoc and typst need no lock of Python's
            pages = (
                pool.submit(briefing.render, text, *where, page, get),
                pool.submit(briefing.accompany, slides, handout, *where, get),
            )
        for made in pages:
            made.result()

    def findings(self, parts: list[Section]) -> dict[str, Any]:
        """All findings with the claims behind them, as data."""
        from reported import assembly

        return {
            "edition": self.order.name,
            "parameters": self.asked,
            "bottom_line": " ".join(found["sentence"] for found in assembly.bottom_line(parts)[:2]),
            "findings": assembly.all_findings(parts),
            "on_record": len(self.edition.dossier.claims),
            "claims": assembly.every_claim(parts, self.edition),
        }


def _keep(path: Path, content: bytes) -> tuple[()]:
    path.write_bytes(content)
    return ()


def inputs(order: Order) -> dict[str, str]:
    """The digest of every file an edition is made from. Of a notebook only the sources count: its outputs are made from them."""
    root = order.root
    given = {f"data/{name}": content for name, content in kept.of_files(tables(order.data), order.data).items()}
    given |= {f"src/reported/{name}": content for name, content in kept.house().items()}
    for pattern in (
        "report/template/*",
        "report/*.md",
        "report/labels.yml",
        f"report/editions/{order.edition}.yml",
        "requirements.lock",
    ):
        given |= kept.of_files(root.glob(pattern), root)
    for path in notebooks(root):
        given[path.relative_to(root).as_posix()] = kept.digest(execution.cells(path))
    return given


def tables(data: Path) -> list[Path]:
    """The files of a dossier that are read."""
    return [*data.glob("*.csv"), data / "dossier.toml"]


def versions() -> dict[str, str]:
    """The versions of the Python and of the packages that shape what comes out."""
    return {package: importlib.metadata.version(package) for package in RECORDED} | {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}"
    }


def up_to_date(order: Order, given: Mapping[str, str]) -> bool:
    """Whether what is published was made from these inputs and is still as it was published."""
    made = _published(order)
    if not made:
        return False
    before = dict(made["inputs"])
    opened = {path: before.pop(path) for path in set(before) - set(given)}
    return (
        (made["changes"], made["versions"], before) == (dict(order.changes), versions(), given)
        and all(kept.of_file(order.root / path) == then for path, then in opened.items())
        and made["outputs"] == outputs(order.places)
    )


def _published(order: Order) -> dict[str, Any]:
    """The manifest of what is published; empty where there is none to rely on."""
    try:
        made = json.loads((order.places["report"] / "manifest.json").read_text("utf-8"))
        return made if {"inputs", "outputs", "changes", "versions"} <= set(made) else {}
    except (OSError, ValueError, TypeError):
        return {}


def outputs(places: Mapping[str, Path]) -> dict[str, str]:
    """The digest of every published file but the manifest, by its kind (``figures``, ``report``) and name."""
    files = {
        f"{kind}/{name}": content
        for kind, place in places.items()
        for name, content in kept.of_files(place.rglob("*"), place).items()
    }
    return {name: content for name, content in files.items() if name != "report/manifest.json"}


def manifest(
    order: Order, given: Mapping[str, str], opened: Mapping[str, str], parameters: Mapping[str, Any], places: Mapping[str, Path]
) -> dict[str, Any]:
    """What an edition was made from and what came out: parameters, a digest of each file, and the versions that shape the output.

    ``opened`` are files that a notebook read beside those that every edition is made from. ``reach`` names the modules of this library that
    each notebook can reach: no other can move what it finds.
    """
    near = {
        Path(path).relative_to(order.root).as_posix() if Path(path).is_relative_to(order.root) else path: content
        for path, content in opened.items()
    }
    return {
        "edition": order.name,
        "parameters": {**parameters},
        "changes": {**order.changes},
        "inputs": {**given, **near},
        "reach": {path.stem: [*kept.rooms(execution.code(path))] for path in notebooks(order.root)},
        "versions": versions(),
        "outputs": outputs(places),
    }


def refresh(root: Path, jobs: int, show: Callable[[str], None]) -> list[Path]:
    """Execute the committed notebooks as they are, with their default parameters, and keep the normalised outputs in place."""
    places = [*notebooks(root), *lessons(root)]
    with tempfile.TemporaryDirectory() as folder:
        show(f"Refreshing the outputs of {len(places)} notebooks …")
        changed = []
        for place, made in zip(
            places, execution.execute(places, Path(folder), {}, root / "build" / "stopped" / "notebooks", jobs), strict=True
        ):
            if place.read_bytes() != made.read_bytes():
                shutil.copyfile(made, place)
                changed.append(place)
        return changed


def _json(content: Any) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _write_json(path: Path, content: Any) -> None:
    path.write_bytes(_json(content))


@contextmanager
def aside(order: Order) -> Iterator[Path]:
    """A folder beside the target, gone afterwards whatever happens; what a run that was killed has left goes first."""
    build, prefix = order.out / "build", f"{Path(order.name).name}.making-"
    build.mkdir(parents=True, exist_ok=True)
    for left in build.glob(f"{glob.escape(prefix)}*"):
        with _held(left) as ours:
            if ours:
                shutil.rmtree(left, ignore_errors=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=build))
    with _held(folder):
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[bool]:
    """Hold a folder until it is done with or this process ends, however it ends; whether nobody else holds it."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # it has gone, or folders cannot be opened on this system
        yield False
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free = True
    except BlockingIOError:
        free = False
    try:
        yield free
    finally:
        os.close(handle)


def swap(new: Path, place: Path) -> None:
    """Put a finished folder in the place of the last one, so that no half-written folder is ever seen and one always is.

    Linux exchanges the two at once. Elsewhere it takes two renames; a run that is killed between them leaves the last one in ``build``.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    if not place.exists():
        with suppress(OSError):  # another run has just put its own there
            new.rename(place)
            return
    if not _exchange(new, place):
        place.rename(new.with_name(f"{new.name}-before"))
        new.rename(place)


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once, by Linux's renameat2(2); whether that could be done."""
    if sys.platform != "linux":
        return False
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE
    call = getattr(ctypes.CDLL(None), "renameat2", None)
    return call is not None and call(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0
