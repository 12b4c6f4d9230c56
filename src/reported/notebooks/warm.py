"""Warm processes: a notebook gets a fresh process that has its imports already.

A real kernel spends most of a short notebook's time on starting, importing and shutting down. Here a server imports once and forks a process
for each notebook (the standard library's fork server); in it IPython's own kernel runs the cells (``kernel``). ``engine`` makes this an engine
of papermill.
"""

from __future__ import annotations

import asyncio
import atexit
import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import types
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from functools import cache
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from jupyter_client.kernelspec import KernelSpecManager, NoSuchKernel
from jupyter_core.utils import ensure_event_loop

from reported.staging import clear, staging

WARM = "warm"  # what papermill calls the engine
# What most notebooks import. Other people's modules only: a server that lives long must not go on with yesterday's version of one's own.
IMPORTS = [
    "reported.notebooks.kernel", "ipykernel.debugger", "IPython.core.completerlib", "IPython.core.logger", "IPython.core.oinspect", "bdb", "sqlite3",
    "encodings.utf_8_sig", "encodings.utf_16_be", "multiprocessing.synchronize", "pandas", "pandas.io.formats.csvs", "matplotlib.pyplot",
    "PIL.BmpImagePlugin", "PIL.GifImagePlugin", "PIL.JpegImagePlugin", "PIL.PpmImagePlugin",
]  # fmt: skip
FORKS = "forkserver" in multiprocessing.get_all_start_methods()
TEMPORARY = "reported-warm-"
PARTING = 2.0  # seconds a process has to end by itself
_STARTING = threading.Lock()
_LIVING: set[multiprocessing.process.BaseProcess] = set()


def cold(notebook: Any, kernel_name: str) -> str:
    """Why a notebook needs a kernel of the usual kind; empty where a warm process will do."""
    if not FORKS:
        return "this system cannot fork processes"
    if notebook.metadata.get("warm") is False:
        return "the notebook asks for it"
    return "" if _is_this_python(kernel_name) else f"{kernel_name} is not this Python"


@cache
def _is_this_python(kernel_name: str) -> bool:
    try:
        program, *arguments = KernelSpecManager().get_kernel_spec(kernel_name).argv
    except NoSuchKernel:
        return False
    return "ipykernel_launcher" in arguments and (
        program == "python" or Path(program).absolute() == Path(sys.executable).absolute()
    )


def preload(modules: Iterable[str]) -> None:
    """Have the server import these modules too; for a program that calls this before its first notebook and ends soon after its last."""
    if FORKS:
        multiprocessing.get_context("forkserver").set_forkserver_preload(
            [*IMPORTS, *modules, "reported.notebooks.preload"]
        )


def start() -> None:
    """Start the server where it does not run, and tell it of the folder that it must not leave behind."""
    if FORKS:
        with _STARTING:
            os.environ["REPORTED_TEMPORARY"] = _temporary()
            try:
                forkserver.ensure_running()
            finally:
                del os.environ["REPORTED_TEMPORARY"]


@cache
def _temporary() -> str:
    """The folder for the server's address, as long as this program lives; what programs that were killed have left goes first."""
    near = Path(tempfile.gettempdir())
    clear(near, TEMPORARY)
    held = ExitStack()
    folder = str(held.enter_context(staging(near, TEMPORARY)))
    atexit.register(held.close)
    multiprocessing.current_process()._config["tempdir"] = (
        folder  # where multiprocessing looks before it makes one of its own
    )
    return folder


preload([])


@contextmanager
def own_loop() -> Iterator[None]:
    """For a thread that runs notebooks: the event loop that nbclient opens in it is closed again, with what still waits in it."""
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
def process_in(folder: str) -> Iterator[tuple[multiprocessing.process.BaseProcess, Connection]]:
    """A process that runs cells in a folder, and the pipe to it.

    What is left of it and of what it started is ended, on Linux children with a session of their own too; not those of a process that crashed.
    """
    from reported.notebooks.kernel import (
        serve,  # IPython's kernel, 0.1 s; papermill loads this module with every engine there is
    )

    ours, theirs = multiprocessing.Pipe()
    life, our_life = multiprocessing.Pipe(duplex=False)
    start()
    with _STARTING:
        process = multiprocessing.get_context("forkserver").Process(
            target=serve, args=(theirs, life, folder, dict(os.environ))
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


def _end(process: multiprocessing.process.BaseProcess) -> None:
    from reported.notebooks.kernel import end_children

    end_children(process.pid)
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def end() -> None:
    """End every notebook that runs; whoever waits for one is told that its kernel died."""
    with _STARTING:
        for process in list(_LIVING):
            _end(process)
