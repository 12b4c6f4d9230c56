"""Warm processes: a notebook gets a fresh process that has its imports already.

A kernel of the usual kind spends most of a short notebook's time on starting, importing and shutting down.
Here a server imports once and forks a process for each notebook (the standard library's fork server); in it
IPython's own kernel runs the cells (``kernel``). ``engine`` makes this an engine of papermill.
"""

from __future__ import annotations

import asyncio
import atexit
import json
import multiprocessing
import os
import shutil
import signal
import sys
import tempfile
import threading
import types
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import NATIVE_KERNEL_NAME, KernelSpecManager, NoSuchKernel
from jupyter_core.utils import ensure_event_loop

from papermill_warm import private

NAME = "warm"  # what papermill calls the engine
OURS = "PAPERMILL_WARM_"  # how the names of our variables begin
PRELOAD = f"{OURS}PRELOAD"  # the variable that names modules in place of those most notebooks import
# Other people's modules only: a server that lives long must not go on with yesterday's version of one's own.
MOST_IMPORT = (
    "pandas", "pandas.io.formats.csvs", "matplotlib.pyplot",
    "PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin", "PIL.PpmImagePlugin",
)  # fmt: skip
KERNELS_IMPORT = (
    "ipykernel.debugger", "IPython.core.completerlib", "IPython.core.logger", "IPython.core.oinspect", "bdb",
    "sqlite3", "encodings.utf_8_sig", "encodings.utf_16_be", "multiprocessing.synchronize",
)  # fmt: skip
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
# What the server is told as it starts.
MODULES, TEMPORARY, THEN = f"{OURS}MODULES", f"{OURS}TEMPORARY", f"{OURS}THEN"
PARTING = 2.0  # seconds a process has to end by itself
_HELD = -1  # by somebody else
_PREFIX = "papermill-warm-"
LONGEST = 60  # bytes of a folder's name: a socket's address has room for some hundred
_STARTING = threading.Lock()
_LIVING: set[BaseProcess] = set()
_wanted: list[str] = []
_then: list[str] = []


def cold(notebook: Any, kernel_name: str) -> str:
    """Why a notebook needs a kernel of the usual kind; empty where a warm process will do."""
    if not FORKS:
        return "this system cannot fork processes"
    if notebook.metadata.get("warm") is False:
        return "the notebook asks for it"
    if not _is_this_python(kernel_name):
        return f"{kernel_name} is not this Python"
    return private.told()


@cache
def _is_this_python(kernel_name: str) -> bool:
    if kernel_name == "python":  # as jupyter_client has it
        kernel_name = NATIVE_KERNEL_NAME
    try:
        spec = KernelSpecManager().get_kernel_spec(kernel_name)
    except NoSuchKernel:
        return False
    program, *arguments = spec.argv
    here = program == "python" or Path(program).absolute() == Path(sys.executable).absolute()
    return here and "ipykernel_launcher" in arguments and not spec.env


def preload(modules: Iterable[str], then: Iterable[str] = ()) -> None:
    """Have the server import these modules too; for a program that calls this before its first notebook.

    One that changes while the program lives is not imported again. One that is not installed, or cannot be
    imported, is left to the notebook that asks for it. ``then`` is a function, as ``module:name``, that the
    server calls after its imports, and the texts it is given: what it remembers, every notebook's process
    finds. Where it raises, notebooks do without.
    """
    _wanted[:], _then[:] = modules, then


def start() -> None:
    """Start the server where it does not run; tell it what to import, which folder not to leave behind."""
    if not FORKS:
        return
    with _STARTING:
        modules = (*KERNELS_IMPORT, *os.environ.get(PRELOAD, " ".join(MOST_IMPORT)).split(), *_wanted)
        told = {TEMPORARY: _temporary(), MODULES: " ".join(modules), THEN: json.dumps(_then)}
        os.environ.update(told)
        try:
            # The kernel first: it notes where a new Python looks for modules.
            forkserver.set_forkserver_preload(["papermill_warm.kernel", "papermill_warm.preload"])
            forkserver.ensure_running()
        finally:
            for name in told:
                del os.environ[name]


@cache
def _temporary() -> str:
    """The folder for the server's address, while this program lives; what killed ones left goes first."""
    near = Path(tempfile.gettempdir())
    if len(os.fsencode(near)) > LONGEST:
        near = Path("/tmp")
    for left in near.glob(f"{_PREFIX}*"):
        handle = _hold(left)
        if handle is not None and handle != _HELD:
            shutil.rmtree(left, ignore_errors=True)
            os.close(handle)
    while True:
        folder = tempfile.mkdtemp(prefix=_PREFIX, dir=near)
        # Held to the end of this program, however it ends; unless somebody has just cleared it away, or the
        # file system holds nothing.
        if _hold(Path(folder)) != _HELD and Path(folder).is_dir():
            break
    atexit.register(remove, folder, os.getpid())
    # Where multiprocessing looks before it makes one of its own.
    multiprocessing.current_process()._config["tempdir"] = folder  # type: ignore[attr-defined]
    return folder


def remove(folder: str, owner: int) -> None:
    """Remove a folder at the end of the process that owns it; those forked from it come past here too."""
    if os.getpid() == owner:
        shutil.rmtree(folder, ignore_errors=True)


def _hold(folder: Path) -> int | None:
    """Hold a folder by the handle returned; _HELD if another does or it has gone, ``None`` if untold."""
    import fcntl  # where processes fork there is one

    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return _HELD
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(handle)
        return _HELD if isinstance(error, BlockingIOError) else None
    return handle


@contextmanager
def own_loop() -> Iterator[None]:
    """For a thread that runs notebooks: close the event loop that nbclient opens, with what waits in it."""
    loop = ensure_event_loop()
    try:
        yield
    finally:
        waiting = asyncio.all_tasks(loop)
        for task in waiting:
            task.cancel()
        if waiting:
            loop.run_until_complete(asyncio.wait(waiting))
        loop.close()


@contextmanager
def process_in(
    folder: str, target: Callable[..., Any] | None = None
) -> Iterator[tuple[BaseProcess, Connection]]:
    """A process that runs cells in a folder, and the pipe to it; a ``target`` in place of ``kernel.serve``
    takes the same.

    What is left of it and of what it started is ended, on Linux children with a session of their own too; not
    those of a process that crashed.
    """
    from papermill_warm.kernel import serve  # IPython's kernel, 0.1 s; papermill loads every engine there is

    ours, theirs = multiprocessing.Pipe()
    life, our_life = multiprocessing.Pipe(duplex=False)
    start()
    with _STARTING:
        process = multiprocessing.get_context("forkserver").Process(
            target=target or serve, args=(theirs, life, folder, dict(os.environ))
        )
        # The child is to run a notebook, not to import the program that asked for it.
        asking, sys.modules["__main__"] = sys.modules["__main__"], types.ModuleType("__main__")
        try:
            process.start()
        finally:
            sys.modules["__main__"] = asking
        _LIVING.add(process)
    theirs.close()
    life.close()
    parting = 0.0
    try:
        yield process, ours
        parting = PARTING
    finally:
        ours.close()
        process.join(parting)
        _end(process)
        process.join()
        our_life.close()
        with _STARTING:  # who starts another looks through all that are not closed
            _LIVING.discard(process)
            process.close()


def interrupt(process: BaseProcess) -> None:
    """Interrupt the cell that a process runs, and what it has started, as Ctrl-C would."""
    assert process.pid
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGINT)


def end(spare: Collection[BaseProcess] = ()) -> None:
    """End every notebook that runs, but those in processes to ``spare``; whoever waits for one is told that
    its kernel died.
    """
    with _STARTING:
        for process in _LIVING - {*spare}:
            _end(process)


def _end(process: BaseProcess) -> None:
    from papermill_warm.kernel import end_children

    assert process.pid
    end_children(process.pid)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
