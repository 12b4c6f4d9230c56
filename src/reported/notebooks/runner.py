"""Running notebooks: papermill runs them side by side, and what it recorded is made the same everywhere."""

from __future__ import annotations

import ast
import functools
import gc
import itertools
import json
import logging
import multiprocessing
import os
import shutil
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import (
    FIRST_COMPLETED,
    Executor,
    Future,
    ProcessPoolExecutor,
    ThreadPoolExecutor,
    wait,
)
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

from papermill_warm.opened import mark
from reported import DOORS
from reported.errors import NotAsked, Refused
from reported.imports import ADDRESSES, without
from reported.notebooks import cache, messages, stored
from reported.notebooks.cache import ENGINE, HOUSE, Cache

KERNEL = "python3"
LOOK = 0.05  # seconds after which it is looked again whether work is still wanted
CELL_SECONDS = 120  # a cell that takes longer is stuck
ASIDE = ("build", "classroom")  # rooms of which no section of a briefing imports anything
# What the notebooks of a briefing, and the asking again, import.
IMPORTS = (
    "reported.document.history",
    *sorted({f"reported.{place}" for place in DOORS.values() if place.partition(".")[0] not in ASIDE}),
)
READY = "reported.document.ahead:ready"  # which reads for all of them
# What Python and the system bring is told by the versions installed, what tools remember by nothing.
ELSEWHERE = (
    sys.prefix, sys.base_prefix, str(HOUSE), str(ENGINE), "/usr", "/etc", "/proc", "/sys", "/dev",
    *(str(Path.home() / f".{name}") for name in ("cache", "config", "ipython", "jupyter", "local")),
)  # fmt: skip
WIDGET = "application/vnd.jupyter.widget-view+json"  # lives only where it was run
ERROR_TAG = "papermill-error-cell-tag"
_ADDED = {"injected-parameters", ERROR_TAG}  # cells that papermill puts in


class BrokenOff(Exception):
    """What notebooks were run for is no longer wanted."""


class NotebookFailed(RuntimeError):
    """A notebook stopped; says which, in which cell, why, and where what it recorded can be read."""


def cells(path: Path) -> list[Any]:
    """What a notebook says and does: its cells without their outputs, and whether it may run warm."""
    found = stored.read(path)
    told = [
        [
            cell["cell_type"],
            cell["source"],
            cell["metadata"].get("tags", []),
            # A page takes words by the name of their cell.
            *([cell.get("id", "")] if cell["cell_type"] == "markdown" else []),
        ]
        for cell in found["cells"]
    ]
    return [*told, found["metadata"].get("warm", True)]


def does(path: Path) -> list[Any]:
    """What a notebook does, without what it says: its code cells."""
    return [cell for cell in cells(path)[:-1] if cell[0] == "code"]


def code(path: Path) -> str:
    """The Python of a notebook; where it has magics, Python that reaches every room."""
    text = "\n\n".join(source for _, source, _ in does(path))
    try:
        cache.compiled(text)
    except SyntaxError:
        return "\n".join(f"import {cache.PACKAGE}.{module}" for module in cache.modules())
    return text


def key(path: Path, parameters: Mapping[str, Any], tables: Mapping[str, str], around: Iterable[str]) -> str:
    """A digest of all that what a notebook shows depends on and that can be told beforehand: not of its own
    words, which are put in afterwards.

    ``parameters`` without places; ``tables`` the digests of the dossier's files, ``around`` the packages
    installed.
    """
    warm = cells(path)[-1]
    return cache.digest(
        "notebook", path.name, does(path), warm, {**parameters}, {**tables}, cache.reached(code(path)),
        [*around],
    )  # fmt: skip


def run(
    keys: Iterable[tuple[Path, str]],
    parameters: Mapping[str, Any],
    store: Cache,
    stopped: Path,
    jobs: int,
    beside: Path,
    wanted: Callable[[], bool] = lambda: True,
) -> list[Path]:
    """The folder of each executed notebook, its figures in ``figures``; run in ``beside`` if it is not kept.

    Takes each notebook with its key. Raises NotebookFailed, naming all that failed; what these recorded
    stands in ``stopped``. Raises BrokenOff, and begins no other, once they are no longer ``wanted``; whoever
    wants that at once ends those that run (``papermill_warm.server.end``).
    """
    keys = list(keys)
    found = {key: store.find(key) for _, key in keys}
    lacking = {path: key for path, key in keys if found[key] is None}
    todo = [(path, lacking[path]) for path in longest_first(lacking)]

    def work(task: tuple[Path, str]) -> Path:
        path, key = task

        def made(folder: Path) -> dict[str, str] | None:
            return run_one(path, folder, {**parameters, "figures": str(folder / "figures")}, stopped, beside)

        if not wanted():
            raise BrokenOff
        try:
            return store.make(key, made)
        except NotebookFailed:
            if not wanted():  # it was ended
                raise BrokenOff from None
            raise

    made = dict(zip((key for _, key in todo), threads(work, todo, jobs, "notebook"), strict=True))
    return [found[key] or made[key] for _, key in keys]


def longest_first(paths: Iterable[Path]) -> list[Path]:
    """Notebooks with those first that, by their size, take longest: none of them is waited for at the end."""
    return sorted(paths, key=lambda path: -path.stat().st_size)


def execute(
    paths: list[Path], folder: Path, parameters: Mapping[str, Any], stopped: Path, jobs: int
) -> list[Path]:
    """Execute notebooks side by side into a folder. Returns them, normalised, in order. Raises as ``run``."""
    folder.mkdir(parents=True, exist_ok=True)
    threads(lambda path: run_one(path, folder, parameters, stopped), paths, jobs, "notebook")
    return [folder / path.name for path in paths]


def run_one(
    path: Path, folder: Path, parameters: Mapping[str, Any], stopped: Path, beside: Path | None = None
) -> dict[str, str] | None:
    """Execute one notebook into a folder, with ``beside`` (else its own folder) to work in.

    Returns the files it opened beside the dossier and the messages it asked for, with the digest of each;
    ``None`` where that cannot be seen. Raises NotebookFailed, and then what it recorded stands in
    ``stopped``; Refused where a file was changed by others while it ran.
    """
    from papermill_warm import server

    opened: dict[str, Any] = {}
    out = folder / path.name
    made = _executed(path, out, parameters, beside or path.parent, opened, stopped)
    cold = server.cold(made, KERNEL)
    normalise(made)
    _runner()[1].write(made, out)
    return None if cold else as_read(opened, parameters, folder)


def as_read(opened: Mapping[str, Any], parameters: Mapping[str, Any], folder: Path) -> dict[str, str]:
    """Of the files that a notebook opened, those that no key tells, with the digest of each. Raises Refused
    where one was changed by others while it ran.
    """
    places = [value for value in map(str, parameters.values()) if Path(value).is_absolute()]
    if project := _project(parameters):
        places.append(str(project / messages.WORDING))  # told message by message
    hashed = (*ELSEWHERE, *places, str(folder))
    marks = opened.get("read", {})
    read = {
        place: then for place, then in marks.items() if messages.are_in(place) or not place.startswith(hashed)
    }
    files = _as_read(read, opened.get("wrote", []))
    said = messages.Now(project).read(marks)
    return {place: told for place, told in files.items() if not messages.are_in(place)} | said


def _project(parameters: Mapping[str, Any]) -> Path | None:
    """The folder of the project whose dossier a notebook is given."""
    return Path(str(data)).parent if (data := parameters.get("data")) else None


def _executed(
    path: Path, out: Path, parameters: Mapping[str, Any], beside: Path, opened: dict[str, Any], stopped: Path
) -> Any:
    """What papermill recorded of a notebook, with what it opened in ``opened``. Raises NotebookFailed."""
    from papermill_warm import server

    if os.environ.get("SOURCE_DATE_EPOCH") == "":
        del os.environ["SOURCE_DATE_EPOCH"]  # empty, it kills every kernel at its start
    try:
        with server.own_loop():
            made = _runner()[0].execute_notebook(
                str(path), str(out), parameters=dict(parameters), kernel_name=KERNEL, engine_name=server.NAME,
                execution_timeout=CELL_SECONDS, autosave_cell_every=0, request_save_on_cell_execute=False,
                progress_bar=False, unfinished=str(out), opened=opened,
                resources={"metadata": {"path": str(beside)}},
                # A kernel's talk of sockets is not for the reader of a progress bar.
                extra_arguments=["--IPKernelApp.log_level=CRITICAL"],
            )  # fmt: skip
    except Exception as error:
        if isinstance(error, OSError) and error.errno:
            raise  # the disk's doing, not the notebook's: what was recorded is half written
        if getattr(error, "ename", "") != NotAsked.__name__:
            raise NotebookFailed(_explained(out, error, stopped)) from error
        made = _ended(_runner()[1].read(out, as_version=4))
    if made.metadata.papermill.exception:  # papermill takes a sys.exit(0) for an ordinary end
        raise NotebookFailed(_explained(out, SystemExit("the rest of the notebook was not run"), stopped))
    return made


def _ended(made: Any) -> Any:
    """A notebook that ended because its question does not apply, without what is said of an error."""
    made.cells = [cell for cell in made.cells if ERROR_TAG not in cell.metadata.get("tags", [])]
    for cell in made.cells:
        if cell.cell_type == "code":
            cell.outputs = [output for output in cell.outputs if output.output_type != "error"]
    made.metadata.papermill.exception = None
    return made


def inline(path: Path, parameters: Mapping[str, Any], looked_at: bool = True) -> Iterator[tuple[int, Any]]:
    """The other way to run a notebook: its code here and now, without a kernel, to hear what it says.

    Yields what its cells show, each with its cell's number; ends where the notebook does. For sentences that
    nobody looks at in their notebook: those of earlier days, of a sweep, of a claim that is not written yet.
    Where nothing is ``looked_at``, what a cell only has drawn or tabulated at its end is left out.
    """
    names: dict[str, Any] = {"In": []}
    code_cells = [cell for cell in stored.read(path)["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(code_cells, 1):
        told, last, by = _parts(cell["source"], path.name)
        try:
            exec(told, names)
            if "parameters" in cell["metadata"].get("tags", []):
                _give(parameters, names)
            heard = looked_at or not _draws(names.get(by))
            what = eval(last, names) if last is not None and heard else None
        except NotAsked as ended:
            yield number, ended.why
            return
        # Several findings of one cell show themselves, one by one.
        several = isinstance(what, tuple) and hasattr(what, "_ipython_display_")
        for each in what if several and what else [what] * (what is not None and not several):
            yield number, each


def _give(parameters: Mapping[str, Any], names: dict[str, Any]) -> None:
    """Set parameters as papermill does: in a cell of their own, where one that is not known can be seen."""
    unknown = sorted({*parameters} - {*names})
    names.update(parameters)
    names["In"].append("# Parameters\n" + "".join(f"{name} = {parameters[name]!r}\n" for name in unknown))


@functools.cache  # the same cells for every day
def _parts(source: str, name: str) -> tuple[CodeType, CodeType | None, str]:
    """A cell's code, apart from it the expression at its end, which it shows, and by what this is made."""
    body = ast.parse(source)
    last = body.body.pop() if body.body and isinstance(body.body[-1], ast.Expr) else None
    if not isinstance(last, ast.Expr):
        return compile(body, name, "exec"), None, ""
    return compile(body, name, "exec"), compile(ast.Expression(last.value), name, "eval"), _by(last.value)


def _by(shown: ast.expr) -> str:
    """The name of the module or function that makes all of an expression, which only hands it what there is;
    empty where it does more."""
    if not isinstance(shown, ast.Call):
        return ""
    maker = shown.func.value if isinstance(shown.func, ast.Attribute) else shown.func
    parts = {type(part) for given in (*shown.args, *shown.keywords) for part in ast.walk(given)}
    plain = parts <= {ast.Name, ast.Attribute, ast.Constant, ast.keyword, ast.Load}
    return maker.id if plain and isinstance(maker, ast.Name) else ""


def _draws(made_by: Any) -> bool:
    """Whether something is of the room that makes charts and tables, and no sentence of page one."""
    home = made_by.__name__ if isinstance(made_by, ModuleType) else getattr(made_by, "__module__", "")
    return str(home).startswith(f"{cache.PACKAGE}.figures.")


def _as_read(marks: Mapping[str, Any], wrote: list[str]) -> dict[str, str]:
    """The digests of files and folders' lists that are as they were when first opened. Raises Refused if not.

    What a notebook wrote itself it may read as it is now.
    """
    own = [Path(place) for place in wrote]
    digests = {place: cache.of_file(Path(place)) for place in marks}

    def near(path: Path) -> bool:
        return any(path in (mine, *mine.parents) or mine in path.parents for mine in own)

    # Through JSON a mark of several numbers has become a list.
    other = [place for place, then in marks.items() if json.dumps(mark(place)) != json.dumps(then)]
    if grave := [place for place in other if not near(Path(place))]:
        raise Refused([cache.changed(place) for place in grave])
    return digests


@functools.cache
def _runner() -> tuple[Any, Any]:
    """papermill and nbformat, loaded when first needed."""
    with without(ADDRESSES):
        import nbformat
        import papermill
    return papermill, nbformat


def _explained(out: Path, error: BaseException, stopped: Path) -> str:
    """What stopped a notebook and where, with a copy of what it recorded put where it can be read."""
    _, nbformat = _runner()
    where, kept_at = f"{out.name} stopped", ""
    if out.exists():
        place = stopped / out.name
        stopped.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(out, place)
        ours = [
            cell
            for cell in nbformat.read(out, as_version=4).cells
            if not _ADDED & {*cell.metadata.get("tags", [])}
        ]
        begun = [
            number
            for number, cell in enumerate(ours, 1)
            if cell.cell_type == "code" and cell.metadata.get("papermill", {}).get("start_time")
        ]
        where += f" in cell {begun[-1]}" if begun else ""
        kept_at = f"\nThe executed notebook with its traceback is kept at {place}."
    name, said = getattr(error, "ename", type(error).__name__), getattr(error, "evalue", error)
    return f"{where}: {name}: {str(said).strip()}{kept_at}"


def normalise(made: Any) -> None:
    """Take out what differs from run to run: times, kernel details, injected cells and their ids, widgets."""
    _, nbformat = _runner()
    made.cells = [cell for cell in made.cells if "injected-parameters" not in cell.metadata.get("tags", [])]
    asks = {name: made.metadata[name] for name in ("warm",) if name in made.metadata}
    made.metadata = nbformat.from_dict({
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
        **asks,
    })  # fmt: skip
    count = 0
    for cell in made.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if cell.metadata.get("tags") == []:
            del cell.metadata["tags"]
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            cell.outputs = [output for output in cell.outputs if WIDGET not in output.get("data", {})]
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count


def begin(data: Path, file: Path, changes: Mapping[str, str]) -> None:
    """Have the server of warm processes start its imports now, while this program does its own, and read a
    dossier and the words of an edition of it for all notebooks.
    """
    from papermill_warm import server

    server.preload(IMPORTS, [READY, str(data), str(file), json.dumps({**changes})])
    server.start()


def threads(work: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, unit: str) -> list[Any]:
    """Run notebooks from several threads; each waits for a process of its own. As ``side_by_side``."""
    from papermill_warm import server

    server.preload(IMPORTS)
    _runner()
    with ThreadPoolExecutor(max(1, jobs)) as pool:
        try:
            return side_by_side(pool, work, tasks, jobs, unit)
        except KeyboardInterrupt:
            logging.getLogger("papermill").disabled = True  # that kernels died is no news
            server.end()
            raise


@contextmanager
def watched(wanted: Callable[[], bool], end: Callable[[], object]) -> Iterator[None]:
    """Bring the work of the block to its ``end`` once it is no longer ``wanted``."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(LOOK):
            if not wanted():
                end()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


def processes(
    work: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, unit: str,
    wanted: Callable[[], bool] = lambda: True,
) -> list[Any]:  # fmt: skip
    """Do the same work in several processes that have our imports already. As ``side_by_side``. Raises
    BrokenOff, and ends what runs, once it is no longer ``wanted``.
    """
    from papermill_warm import server

    server.preload(IMPORTS)
    tasks = list(tasks)
    if not tasks:
        return []
    server.start()
    way = multiprocessing.get_context("forkserver" if server.FORKS else "spawn")
    asking, asked = way.Pipe(duplex=False)
    with asking, asked, ProcessPoolExecutor(max(1, jobs), way, _begin, (asking,)) as pool:
        try:
            with watched(wanted, asked.close):
                return side_by_side(pool, work, tasks, jobs, unit)
        except BrokenProcessPool:
            if wanted():
                raise
            raise BrokenOff from None


def _begin(asking: connection.Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program that asked
    threading.Thread(target=_end_with_who_asked, args=[asking], daemon=True).start()
    gc.freeze()


def _end_with_who_asked(asking: connection.Connection) -> None:
    """However the program that asked ends, and once it asks no more: nobody waits for this work."""
    if parent := multiprocessing.parent_process():
        connection.wait([parent.sentinel, asking])
    os._exit(1)


def bar(total: int | None, doing: str = "", form: str | None = None, unit: str = "") -> Any:
    """A progress bar on the standard error, to be closed; hidden where that is no terminal, where there is
    nothing to do, and within other work, which has one of its own.
    """
    from tqdm import tqdm

    inner = threading.current_thread() is not threading.main_thread() or multiprocessing.parent_process()
    hidden = True if inner or total == 0 else None  # None: where there is no terminal
    return tqdm(
        total=total, desc=doing, bar_format=form, unit=unit, leave=False, file=sys.stderr, disable=hidden
    )


def side_by_side(
    pool: Executor, work: Callable[[Any], Any], tasks: Iterable[Any], jobs: int, unit: str
) -> list[Any]:
    """Do the same work on several tasks with one progress bar; results in the order of the tasks.

    No more tasks wait than the workers need, however many there are. Where some fail, the rest is done first,
    and then NotebookFailed tells of all of them.
    """
    tasks = list(tasks)
    results: list[Any] = [None] * len(tasks)
    failed: dict[int, str] = {}
    running: dict[Future[Any], int] = {}
    waiting = iter(enumerate(tasks))
    with bar(len(tasks), unit=f" {unit}") as progress:
        try:
            while True:
                for place, task in itertools.islice(waiting, max(0, 2 * jobs - len(running))):
                    running[pool.submit(work, task)] = place
                if not running:
                    break
                for done in wait(running, return_when=FIRST_COMPLETED).done:
                    place = running.pop(done)
                    progress.update()
                    try:
                        results[place] = done.result()
                    except NotebookFailed as error:
                        failed[place] = str(error)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    if failed:
        raise NotebookFailed("\n".join(failed[place] for place in sorted(failed)))
    return results
