"""The inside of a warm process: IPython's own kernel, with a pipe where its sockets were.

What a notebook's cells do is left to ipykernel, so that whatever it records is what a kernel of the usual kind records. Only the ways in
and out are ours: code comes in through the pipe, messages leave through it.
"""

from __future__ import annotations

import asyncio
import atexit
import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from importlib.util import source_from_cache
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from IPython.core.shellapp import InteractiveShellApp
from jupyter_client.session import Session
from traitlets.config import Config

from reported.notebooks.cache import mark

os.environ.setdefault(
    "PYDEVD_DISABLE_FILE_VALIDATION", "1"
)  # or the debugger that comes with the kernel has something to say
# Where a new Python looks: the server imports this module before all others. The first place is the program's that asked, in newer Pythons too.
PLACES = [place for place in sys.path[not sys.flags.safe_path :] if place]
INLINE = "module://matplotlib_inline.backend_inline"


class Pipe(Session):
    """A session whose messages go into a pipe. The lock outlives a fork: a child process of the notebook writes into the same pipe."""

    def __init__(self, wire: Connection):
        super().__init__()
        self.wire, self.lock = wire, multiprocessing.get_context("fork").Lock()

    def send(
        self,
        stream,
        msg_or_type,
        content=None,
        parent=None,
        ident=None,
        buffers=None,
        track=False,
        header=None,
        metadata=None,
    ):
        """Send one message; the signature is that of ``Session.send``, and what concerns sockets is left aside."""
        message = (
            msg_or_type
            if isinstance(msg_or_type, dict)
            else self.msg(msg_or_type, content, parent, header, metadata)
        )
        with self.lock:
            self.wire.send((self.pack(message), [bytes(buffer) for buffer in buffers or ()]))
        return message


class Direct(IOPubThread):
    """Stands where ipykernel's publishing thread stands, and publishes at once."""

    def __init__(self):
        self.thread, self.io_loop = None, self

    def schedule(self, act: Callable[[], Any]) -> None:
        """Do it now."""
        act()

    def call_later(self, seconds: float, act: Callable[[], Any]) -> None:
        """Do it after some time, whatever the cell is doing: what was printed is out before a crash can swallow it."""
        timer = threading.Timer(seconds, act)
        timer.daemon = True
        timer.start()


def serve(wire: Connection, life: Connection, folder: str, environment: Mapping[str, str]) -> None:
    """Run the cells that come through the pipe, until it closes: the whole life of a warm process.

    ``life`` closes with the program that asked: then all ends at once, whatever a cell is doing. ``folder`` is where the notebook runs,
    ``environment`` the variables of who asked. Never returns.
    """
    os.setsid()  # whatever the notebook starts can be ended with it
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(
            36, 1, 0, 0, 0
        )  # PR_SET_CHILD_SUBREAPER: what a child of a child leaves behind is ours as well
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.clear()
    os.environ.update({"MPLBACKEND": INLINE} | dict(environment))
    os.chdir(folder)
    _as_if_just_started()
    kernel, watched = _kernel(wire), _Watched()
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    with suppress(EOFError, OSError):  # who asked has closed the pipe, be it in the middle of an answer
        while not kernel.shell.exit_now:
            request = wire.recv()
            loop.run_until_complete(_answer(kernel, request, watched))
    atexit._run_exitfuncs()  # a process that was forked ends without them
    end_children(os.getpid())
    os._exit(0)


def _end_with(life: Connection) -> None:
    life.poll(None)
    end_children(os.getpid())
    os.killpg(0, signal.SIGKILL)


def end_children(process: int) -> None:
    """End everything that a process has started and that runs, with a session of its own too; where the system tells (Linux)."""
    for child in _children(process):
        end_children(child)
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)


def _children(process: int) -> Iterator[int]:
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # it has just ended
            yield from map(int, told.read_text().split())


async def _answer(kernel: IPythonKernel, request: dict[str, Any], watched: _Watched) -> None:
    kernel.set_parent([], request)
    signal.signal(
        signal.SIGINT, signal.default_int_handler
    )  # a cell can be interrupted, the kernel between cells cannot
    try:
        await kernel.shell_handlers[request["msg_type"]](None, [], request)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernel.session.send(None, "opened", watched.told(), request)
    kernel.session.send(None, "status", {"execution_state": "idle"}, request)


class _Watched:
    """What is read and written from now on: files, and folders that are looked through. Not seen is what does not go through Python."""

    def __init__(self):
        self.read: dict[str, Any] = {}  # with the mark that each had when it was first opened
        self.wrote: dict[str, None] = {}
        sys.addaudithook(self._note)

    def _note(self, event: str, about: tuple) -> None:
        if event == "open":
            self._add(about[0], bool(about[2] & (os.O_WRONLY | os.O_RDWR)))
        elif event == "os.scandir":
            self._add(about[0], False)
        elif event in ("os.remove", "os.rename", "os.mkdir", "os.rmdir", "shutil.rmtree"):
            for what in about[:2] if event == "os.rename" else about[:1]:
                self._add(what, True)

    def _add(self, what: Any, written: bool) -> None:
        with suppress(
            TypeError, OSError, ValueError, NotImplementedError
        ):  # a number in place of a name, or no name that a file can have
            path = Path(os.fsdecode(what)).absolute()
            if path.suffix == ".pyc" and path.parent.name == "__pycache__":
                path = Path(source_from_cache(path))
            if written:
                self.wrote[str(path)] = None
            elif str(path) not in self.read:
                self.read[str(path)] = mark(path)

    def told(self) -> dict[str, Any]:
        """What was read and written since the last time."""
        told = {"read": dict(self.read), "wrote": list(self.wrote)}
        self.read.clear()
        self.wrote.clear()
        return told


def _kernel(wire: Connection) -> IPythonKernel:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    session, direct = Pipe(wire), Direct()
    sys.stdout, sys.stderr = (OutStream(session, direct, name) for name in ("stdout", "stderr"))
    return IPythonKernel.instance(
        session=session,
        iopub_thread=direct,
        log=logging.getLogger("ipykernel"),
        config=Config(HistoryManager={"hist_file": ":memory:"}),
        shell_channel_thread=SimpleNamespace(parent_thread=threading.current_thread()),
    )


def _as_if_just_started() -> None:
    """Give what was there before the fork the state it would have had here: places to import from, seeds, the settings in this folder."""
    sys.path[:], sys.argv[:] = PLACES, ["ipykernel_launcher.py"]
    InteractiveShellApp.init_path(SimpleNamespace(ignore_cwd=False))
    multiprocessing.current_process().name = "MainProcess"
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    if matplotlib := sys.modules.get("matplotlib"):
        settings = matplotlib.matplotlib_fname()
        if settings != str(Path(matplotlib.get_data_path(), "matplotlibrc")):
            matplotlib.rc_file(settings)
        matplotlib.rcParams["backend"] = os.environ["MPLBACKEND"]
