"""Preview: whoever writes sees the page of an edition as it would be now, a moment after each change.

The project is watched. What changed is made again, as a build would make it and from what earlier builds
keep; but only the page for a screen, and nothing of it in ``report/``. Where the layout alone changed, the
same text is dressed again. Earlier days of page one follow once the page is shown. What is wrong stands in
the page.
"""

from __future__ import annotations

import queue
import shutil
import threading
import webbrowser
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reported.build import project, run
from reported.build.project import LAYOUT, brought, complete
from reported.build.request import Request, aside, copied, inputs
from reported.build.serving import Served, serving
from reported.build.steps import Steps
from reported.errors import Problem, Refused
from reported.notebooks import cache, runner
from reported.notebooks.cache import ENGINE, HOUSE

if TYPE_CHECKING:
    from reported.document.assembly import Section
    from reported.document.history import Moment
    from reported.document.piecewise import Pieces

SOURCES = ("notebooks", "report/editions", LAYOUT, "wording")  # what is watched of a project, beside its data
REST, AT_MOST, ASK = 30, 400, 1000  # ms: without another change, however many come, and for new folders
STYLE = "style.css"


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
        while True:
            if code := {path for path in changed | code if _is_code(path)}:
                if not (wrong := broken(code)):
                    raise CodeChanged(int(address.rstrip("/").rpartition(":")[2]))
                served.say(wrong=told(Refused(wrong)))
            else:
                author.renew(changed, told)
            changed = changes.get()
            while not changes.empty():
                changed |= changes.get()


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
    made: int = 0
    good: bool = False  # whether the page is of what stands in the project
    pieces: Pieces | None = None
    kept: dict[str, tuple[str, bytes]] = field(default_factory=dict)  # parts of the page, each with its key
    last: tuple[str, dict[str, Any], Path] | None = None  # the text, what its scripts take, and its pictures

    def renew(self, changed: set[Path], told: Callable[[Exception], str]) -> None:
        """Bring the page up to what stands in the project now, after these files ``changed`` (none: all)."""
        self.served.say(doing="Making it anew …")
        try:
            if self.good and changed and all(self._is_layout(path) for path in changed):
                self.dress(changed)
            else:
                self.good = False
                self.write()
                self.good = True
        except Exception as error:  # whatever it is, it stands in the page, and the next change may mend it
            said = told(error)
            self.show(said)
            self.served.say(wrong=said)
        self.served.say(doing="")

    def _is_layout(self, path: Path) -> bool:
        return path.parent in (self.request.root / LAYOUT, project.PACKAGE / "document" / "templates")

    def write(self) -> None:
        """Make the page from everything. Raises as a build does."""
        from reported.document import history
        from reported.wording.language import language, speaking

        language.cache_clear()  # what was read of a copy that is no more
        with copied(self.request) as copy:
            runner.begin(copy.data, copy.file, copy.changes)
            work = run.begun(copy, inputs(copy), self.jobs, Steps(self._told))
            executed = work.run()
            report = self._new()
            run.place_figures(executed, report)
            with speaking(work.edition.language):
                parts = work.parts(executed)
                moments = work.remember(parts, executed, most=0)
                before = [*self.moments[:-1], history.told(parts)]
                self._shown(work, parts, moments or before, report)
                late = moments is None
                while moments is None and self.changes.empty():
                    self.served.say(doing="Asking again as of earlier days …")
                    moments = work.remember(parts, executed, most=self.jobs)
                if moments and late:
                    self._shown(work, parts, moments, report)
                self.moments = moments or self.moments

    def _told(self, line: str) -> None:
        self.show(line)
        self.served.say(doing=line)

    def _shown(self, work: run.Work, parts: list[Section], moments: list[Moment], report: Path) -> None:
        before, self.last = self.last, (*work.written(parts, moments, report), report)
        self.dress()
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
                self.served.show(page.decode(), style)
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
