"""Preview: whoever writes sees the page of an edition as it would be now, a moment after each change.

The project is watched. What changed is made again, as a build would make it and from what earlier builds
keep; but only the page for a screen, and nothing of it in ``report/``. Where the layout alone changed, the
same text is dressed again. Where notebooks have to run, what they say is shown at once; their figures and the
earlier days of page one follow, and until then the page tells which of it is as it was before. What is wrong
stands in the page.
"""

from __future__ import annotations

import queue
import shutil
import threading
import webbrowser
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from papermill_warm import server
from reported.build import project, run
from reported.build.project import LAYOUT, brought, complete
from reported.build.request import Request, aside, copied, inputs
from reported.build.serving import Served, serving
from reported.build.steps import Steps
from reported.errors import Problem, Refused
from reported.notebooks import apart, cache, runner
from reported.notebooks.cache import ENGINE, HOUSE

if TYPE_CHECKING:
    from reported.document.assembly import Section
    from reported.document.history import Moment
    from reported.document.piecewise import Pieces

SOURCES = ("notebooks", "report/editions", LAYOUT, "wording")  # what is watched of a project, beside its data
REST, AT_MOST, ASK = 30, 400, 1000  # ms: without another change, however many come, and for new folders
STYLE = "style.css"
FIGURES, DAYS = "figures", "earlier days"  # what follows once the sentences are shown


class CodeChanged(Exception):
    """The library itself is another: only a new process can go on. Carries the port of this one."""

    def __init__(self, port: int):
        self.port = port
        super().__init__(port)


def preview(
    request: Request,
    jobs: int,
    port: int,
    show: Callable[[str], None],
    told: Callable[[Exception], str],
    browse: bool = False,
) -> None:
    """Serve the page of an edition and keep it new, until it is interrupted; ``browse``: open it as well.

    ``told`` says an error as the command would. Raises CodeChanged; Refused where the port is taken.
    """
    served, changes = Served(), queue.Queue[set[Path]]()
    with aside(request, "preview") as folder, serving(served, port) as address, watching(request, changes):
        show(f"Preview of {request.name}: {address} (Ctrl-C ends it)")
        if browse:
            webbrowser.open(address)
        author = Author(request, jobs, folder, served, changes, show)
        changed, code = set[Path](), set[Path]()
        try:
            while True:
                if code := {path for path in changed | code if _is_code(path)}:
                    if not (wrong := broken(code)):
                        raise CodeChanged(int(address.rstrip("/").rpartition(":")[2]))
                    served.say(wrong=told(Refused(wrong)))
                else:
                    author.renew(changed, told)
                changed = _next(changes)
                while not changes.empty():
                    changed |= changes.get()
        finally:
            apart.end()


def _next(changes: queue.Queue[set[Path]]) -> set[Path]:
    """What changes next. A signal that comes just before the wait would be heard only after it, so no wait is
    long.
    """
    while True:
        with suppress(queue.Empty):
            return changes.get(timeout=1)


def _is_code(path: Path) -> bool:
    return path.suffix == ".py" and (path.is_relative_to(HOUSE) or path.is_relative_to(ENGINE))


def broken(code: Iterable[Path]) -> list[Problem]:
    """What in changed code is no Python: it would end a new process at its start."""
    problems = []
    for path in sorted(path for path in code if path.is_file()):
        try:
            compile(path.read_bytes(), str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as error:
            line = f" line {error.lineno}" if isinstance(error, SyntaxError) else ""
            problems.append(Problem(f"{path}{line}", f"is no Python ({error.args[0]}).", "Mend it."))
    return problems


@contextmanager
def watching(request: Request, changes: queue.Queue[set[Path]]) -> Iterator[None]:
    """Put what changes in a project, and in the library itself, into a queue as long as the block lasts."""
    stop = threading.Event()
    thread = threading.Thread(target=_watch, args=(request, changes, stop), daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()


def folders(request: Request) -> list[Path]:
    """The folders in which stands what a page is made from, as far as there are any."""
    own = [request.data, *(request.root / name for name in SOURCES)]
    return [folder for folder in (*own, HOUSE, ENGINE) if folder.is_dir()]


def _watch(request: Request, changes: queue.Queue[set[Path]], stop: threading.Event) -> None:
    from watchfiles import watch

    while not stop.is_set():
        watched = folders(request)
        for found in watch(
            *watched, watch_filter=_counts, debounce=AT_MOST, step=REST, stop_event=stop,
            rust_timeout=ASK, yield_on_timeout=True, raise_interrupt=False,
        ):  # fmt: skip
            if found:
                changes.put({Path(path) for _, path in found})
            if folders(request) != watched:
                changes.put(set(folders(request)) ^ set(watched))
                break


def _counts(kind: object, path: str) -> bool:
    """Whether a file may be one that a page is made from: none of those that editors keep beside one."""
    parts = Path(path).parts
    hidden = any(part.startswith((".", "~$")) and part not in ("..",) for part in parts[-2:])
    return not (hidden or path.endswith(("~", ".pyc", ".tmp", ".swp")) or "__pycache__" in parts)


@dataclass
class Author:
    """Makes the page anew for one who writes: what was made last, and of what."""

    request: Request
    jobs: int
    folder: Path
    served: Served
    changes: queue.Queue[set[Path]]
    show: Callable[[str], None]
    moments: list[Moment] = field(default_factory=list)
    # What was told of the figures that were made last, by name.
    figures: dict[str, Any] = field(default_factory=dict)
    # The places of the page that are as before, each with the word for what is there.
    late: dict[str, str] = field(default_factory=dict)
    made: int = 0
    good: bool = False  # whether the text of the page is of what stands in the project
    whole: bool = False  # and its figures and earlier days
    pieces: Pieces | None = None
    kept: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # parts of the page, each with its key
    last: tuple[str, dict[str, Any], Path] | None = None  # the text, what its scripts take, and its pictures

    def renew(self, changed: set[Path], told: Callable[[Exception], str]) -> None:
        """Bring the page up to what stands in the project now, after these files ``changed`` (none: all).
        Once more has changed it is left to the next time.
        """
        self.served.say(doing="Making it anew …")
        try:
            layout = self.good and bool(changed) and all(self._is_layout(path) for path in changed)
            if layout:
                self.dress(changed)
            if not (layout and self.whole):
                self.good, self.whole = layout, False
                self.write()
        except runner.BrokenOff:
            return
        except Exception as error:  # whatever it is, it stands in the page, and the next change may mend it
            self.good = False
            said = told(error)
            self.show(said)
            self.served.say(wrong=said)
        self.served.say(doing="")

    def _is_layout(self, path: Path) -> bool:
        return path.parent in (self.request.root / LAYOUT, project.PACKAGE / "document" / "templates")

    def write(self) -> None:
        """Make the page from everything. Raises as a build does, and BrokenOff once more has changed."""
        from reported.wording.language import language, speaking

        language.cache_clear()  # what was read of a copy that is no more
        with copied(self.request) as copy:
            runner.begin(copy.data, copy.file, copy.changes)
            work = run.begun(copy, inputs(copy), self.jobs, Steps(self._told))
            with speaking(work.edition.language):
                self._at_once(work)
                with self._until_changed():
                    executed = work.run(self.changes.empty)
                self._in_full(work, executed)

    def _at_once(self, work: run.Work) -> None:
        """Show what the notebooks say now, with figures and earlier days as they were before: where there are
        such, and where no notebook wants a kernel.
        """
        from reported.document import history

        found = {path: work.store.find(key) for path, key in work.keys.items()}
        made = {path: run.Executed.of(path, place) for path, place in found.items() if place}
        todo = work.keys.keys() - made.keys()
        if not todo or not self.last or (asked := self._asked(work, todo)) is None:
            return
        executed = [made.get(path) or asked[path] for path in work.keys]
        parts = work.parts(executed)
        late = self._as_before(part for part in parts if part.name in {path.stem for path in todo})
        if late is None:
            return
        report = self._new()
        run.place_figures(made.values(), report)
        for picture in (self.last[-1] / "figures").iterdir():
            if not (place := report / "figures" / picture.name).exists():
                shutil.copyfile(picture, place)
        tell = {path.stem for path in todo} & {*history.tellers(parts)}
        moments = None if tell else work.remember(parts, executed, most=0)
        self._shown(work, parts, moments, report, late)

    def _asked(self, work: run.Work, todo: Iterable[Path]) -> dict[Path, run.Executed] | None:
        """Notebooks asked for their sentences and tables alone; ``None`` where one gives no answer so."""
        from reported.document.ahead import read_ahead

        folder, beside, paths = self._new(), work.request.beside, runner.longest_first(todo)
        self._told(f"Asking {len(paths)} notebooks what they say now …")

        def ask(path: Path) -> list[dict[str, str] | None] | None:
            if not self.changes.empty():
                raise runner.BrokenOff
            return apart.ask([path], folder, {**work.given, "figures": None}, beside, read_ahead)

        try:
            with self._until_changed(), ThreadPoolExecutor(self.jobs) as pool:
                told = list(pool.map(ask, paths))
        except runner.NotebookFailed:  # its process was ended
            if not self.changes.empty():
                raise runner.BrokenOff from None
            return None
        read = [each[0] if each else None for each in told]
        if None in read:
            return None
        return {path: run.Executed(path, folder, each or {}) for path, each in zip(paths, read, strict=True)}

    def _as_before(self, parts: Iterable[Section]) -> dict[str, str] | None:
        """Put the figures that were made last, with their words, in the place of those that are not drawn
        yet. Returns their places in the page; ``None`` where one was never made.
        """
        from reported.figures.charts import FIGURE

        late: dict[str, str] = {}
        for part in parts:
            for place, (kind, what) in enumerate(part.parts):
                if kind != FIGURE:
                    continue
                if what["name"] not in self.figures:
                    return None
                part.parts[place] = kind, self.figures[what["name"]]
                late |= dict.fromkeys((f"fig-page-one-{what['name']}", f"fig-{what['name']}"), FIGURES)
        return late

    def _in_full(self, work: run.Work, executed: list[run.Executed]) -> None:
        """Show executed notebooks with their figures, then with the earlier days. Raises BrokenOff."""
        from reported.figures.charts import FIGURE

        report, parts = self._new(), work.parts(executed)
        run.place_figures(executed, report)
        self.figures = {what["name"]: what for part in parts for what in part.of(FIGURE)}
        moments = work.remember(parts, executed, most=0)
        self._shown(work, parts, moments, report, {})
        if moments is None:
            self._told("Asking again as of earlier days …")
            # Where it cannot be seen what a notebook read, no day is kept, and all are needed at once.
            most = None if cache.UNKNOWN in [made.read for made in executed] else self.jobs
            while moments is None:
                moments = work.remember(parts, executed, most, self.changes.empty)
            self._shown(work, parts, moments, report, {})
        self.moments, self.whole = moments, True

    def _until_changed(self) -> AbstractContextManager[None]:
        """End the notebooks that run as soon as more has changed."""
        return runner.watched(self.changes.empty, lambda: server.end(spare=apart.waiting()))

    def _told(self, line: str) -> None:
        self.show(line)
        self.served.say(doing=line)

    def _shown(
        self, work: run.Work, parts: list[Section], moments: list[Moment] | None, report: Path,
        late: Mapping[str, str],
    ) -> None:  # fmt: skip
        """Show the page of these parts; the earlier days are as before where there are no ``moments`` yet."""
        from reported.document import history

        self.late = {**late, **({"moments": DAYS} if moments is None else {})}
        moments = moments or [*self.moments[:-1], history.told(parts)]
        before, self.last = self.last, (*work.written(parts, moments, report), report)
        self.dress()
        self.good = True
        if before and before[-1] != report:
            shutil.rmtree(before[-1], ignore_errors=True)

    def dress(self, changed: Iterable[Path] = ()) -> None:
        """Set the last text in the layout as it is now; another style sheet alone goes into the open page."""
        from reported.document import piecewise, rendering

        assert self.last
        self.pieces = self.pieces or piecewise.Pieces(self.jobs)
        text, data, report = self.last
        own = {f"{LAYOUT}/{path.name}": path for path in (self.request.root / LAYOUT).glob("*.*")}
        layout = self._new()
        try:
            complete(layout, brought(self.request.root) | own)
            style = (layout / LAYOUT / STYLE).read_text("utf-8")
            if {path.name for path in changed} == {STYLE}:
                self.served.restyle(style)
            else:
                page = rendering.html(text, report, layout / LAYOUT, data, self._got, self.pieces.convert)
                self.served.show(page.decode(), style, self.late)
        finally:
            shutil.rmtree(layout)

    def _got(self, name: str, depends: list[Any], make: Callable[[], bytes]) -> bytes:
        """What was made last under this name, if all it depends on is as it was."""
        assert self.last
        pictures = cache.of_files((self.last[-1] / "figures").glob("*.*"), self.last[-1])
        key = cache.digest(depends, pictures)
        if self.kept.get(name, ("", b""))[0] != key:
            self.kept[name] = key, make()
        return self.kept[name][1]

    def _new(self) -> Path:
        """A new folder."""
        self.made += 1
        place = self.folder / str(self.made)
        place.mkdir()
        return place
