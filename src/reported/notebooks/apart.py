"""Notebooks asked apart: their code and nothing else, each in a process that is forked for it.

For sweeps, where nobody looks at executed notebooks: what a notebook shows is the same, but no kernel is
started and no message recorded. A standing process has read dossier and messages before; notebooks run
only in its forks, so that none sees what another did. Where a kernel would record something else (a
notebook prints, fails, hangs, or wants a kernel of its own) no answer is given, and a kernel has to run it.
"""

from __future__ import annotations

import ctypes
import gc
import io
import json
import os
import signal
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from multiprocessing import Pipe, connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import SimpleNamespace
from typing import Any, NoReturn

from papermill_warm import server
from papermill_warm.opened import Watched
from reported.notebooks import runner, stored
from reported.notebooks.runner import KERNEL, NotebookFailed

Prepare = Callable[[Mapping[str, Any]], None]  # reads ahead what forks need, given parameters of an edition
Told = tuple[dict[str, Any], dict[str, Any]]  # an executed notebook, and the files it opened

_turn = threading.Lock()
_idle: list[_Standing] = []


class _Standing:
    """A process that waits for notebooks to be asked, in a folder."""

    def __init__(self, prepare: Prepare, beside: Path) -> None:
        self.of = prepare, beside
        self._stack = ExitStack()
        self.process, self._wire = self._stack.enter_context(server.process_in(str(beside), serve))
        self._wire.send(prepare)

    def told(self, paths: Sequence[Path], parameters: Mapping[str, Any]) -> list[Told] | None:
        """What the notebooks come to; ``None`` where one gives no answer. Raises NotebookFailed."""
        try:
            self._wire.send((paths, dict(parameters), runner.CELL_SECONDS))
            told: list[Told] | None = self._wire.recv()
        except (EOFError, OSError):
            named = f"{paths[0].name} to {paths[-1].name}"
            raise NotebookFailed(f"{named} stopped: their process was ended from outside") from None
        return told

    def end(self) -> None:
        """End the process."""
        self._stack.close()


def ask(
    paths: Sequence[Path], folder: Path, parameters: Mapping[str, Any], beside: Path, prepare: Prepare
) -> list[dict[str, str] | None] | None:
    """Write what notebooks show into a folder, as executed notebooks without a kernel's words. Returns the
    files that each opened, as ``runner.run_one``; ``None`` where a kernel has to run them.

    Their process stays for the next edition until ``end``. Raises NotebookFailed where somebody ended it, and
    Refused where a file changed meanwhile.
    """
    books = (SimpleNamespace(metadata=stored.read(path)["metadata"]) for path in paths)
    if not paths or any(server.cold(book, KERNEL) for book in books):
        return None
    with _turn:
        fit = [each for each in _idle if each.of == (prepare, beside)]
        other = [each for each in _idle if each not in fit]  # of a project that nobody asks about any more
        standing = fit.pop() if fit else None
        _idle[:] = fit
    for each in other:
        each.end()
    standing = standing or _Standing(prepare, beside)
    try:
        told = standing.told(paths, parameters)
    except BaseException:
        standing.end()
        raise
    with _turn:
        _idle.append(standing)
    if told is None:
        return None
    for path, (made, _) in zip(paths, told, strict=True):
        text = json.dumps(made, ensure_ascii=False, sort_keys=True)  # as nbformat writes
        (folder / path.name).write_text(text, "utf-8")
    return [runner.as_read(opened, parameters, folder) for _, opened in told]


def waiting() -> list[BaseProcess]:
    """The processes that wait for more."""
    with _turn:
        return [standing.process for standing in _idle]


def end() -> None:
    """End the processes that wait for more."""
    with _turn:
        while _idle:
            _idle.pop().end()


def serve(wire: Connection, life: Connection, folder: str, environment: Mapping[str, str]) -> NoReturn:
    """The life of a standing process: notebooks come through the pipe until it closes; ``life`` closes with
    the program that asks. ``folder`` is where notebooks run, ``environment`` the variables of who asks.
    """
    from papermill_warm.kernel import INLINE, PR_SET_CHILD_SUBREAPER, end_children

    os.setsid()
    if sys.platform == "linux":  # what a notebook leaves behind is ours to end
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.clear()
    os.environ.update({"MPLBACKEND": INLINE} | dict(environment))
    os.chdir(folder)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    watched = Watched()
    with suppress(EOFError, OSError):
        prepare, data = wire.recv(), ""
        while True:
            paths, parameters, seconds = wire.recv()
            if data and data != parameters.get("data"):  # of another copy: no notebook reads it any more
                watched.forget(data)
            data = str(parameters.get("data", ""))
            with suppress(Exception):  # whatever is wrong, the notebooks will say it
                prepare(parameters)
            gc.freeze()  # what was read ahead need not be looked through in every fork
            told: list[Told] = []
            for path in paths:
                answer = _forked(path, parameters, seconds, life, watched)
                end_children(os.getpid())
                if answer is None:
                    break
                told.append(answer)
            wire.send(told if len(told) == len(paths) else None)
    os._exit(0)


def _forked(
    path: Path, parameters: Mapping[str, Any], seconds: float, life: Connection, watched: Watched
) -> Told | None:
    """What a notebook comes to in a process of its own; ``None`` where it gives no answer in time."""
    from papermill_warm.kernel import end_children

    ours, theirs = Pipe(duplex=False)
    child = os.fork()
    if not child:
        _run(path, parameters, theirs, watched)
    theirs.close()
    with ours:
        ready = connection.wait([ours, life], seconds)
        if life in ready:  # nobody waits for it any more
            end_children(os.getpid())
            os.killpg(0, signal.SIGKILL)
        told: Told | None = None
        with suppress(EOFError):
            told = ours.recv() if ready else None
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return told


def _run(path: Path, parameters: Mapping[str, Any], wire: Connection, watched: Watched) -> NoReturn:
    from papermill_warm.kernel import as_if_just_started

    try:
        as_if_just_started()
        sys.stdout = sys.stderr = printed = io.StringIO()
        made = shown(path, parameters)
        opened = watched.told()
        opened["read"].pop(str(path), None)  # by us
        if not printed.getvalue():
            wire.send((made, opened))
    finally:
        os._exit(0)


def shown(path: Path, parameters: Mapping[str, Any]) -> dict[str, Any]:
    """A notebook with what its cells show when their code runs here and now. Raises what its code raises."""
    made = stored.read(path)
    code = [cell for cell in made["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(code, 1):
        cell |= {"outputs": [], "execution_count": number}
    for number, what in runner.inline(path, parameters):
        bundle = what._repr_mimebundle_() if hasattr(what, "_repr_mimebundle_") else {"text/plain": ""}
        code[number - 1]["outputs"].append({"output_type": "display_data", "metadata": {}, "data": bundle})
    return made
