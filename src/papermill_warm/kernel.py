"""The inside of a warm process: IPython's own kernel, with a pipe where its sockets were.

What a notebook's cells do is left to ipykernel, so that whatever it records is what a kernel of the usual
kind records. Only the ways in and out are ours: code comes in through the pipe, messages leave through it.
"""

from __future__ import annotations

import asyncio
import atexit
import builtins
import ctypes
import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from typing import Any

from ipykernel.iostream import IOPubThread, OutStream
from ipykernel.ipkernel import IPythonKernel
from IPython.core.shellapp import InteractiveShellApp
from jupyter_client.session import Session
from traitlets.config import Config

from papermill_warm.opened import Watched
from papermill_warm.private import AGAIN
from papermill_warm.server import OURS

# Where a new Python looks, and its variables: the server imports this module before all others, and some set
# variables. The first place is the program's that asked.
PLACES = [place for place in sys.path[not sys.flags.safe_path :] if place]
VARIABLES = dict(os.environ)
INLINE = "module://matplotlib_inline.backend_inline"


PR_SET_CHILD_SUBREAPER = 36  # of Linux's prctl(2)


class Pipe(Session):
    """A session whose messages go into a pipe.

    The lock outlives a fork: a child process of the notebook writes into the same pipe.
    """

    wire: Connection
    lock: Any

    def open(self, wire: Connection) -> None:
        """Send through this pipe from now on."""
        self.wire, self.lock = wire, multiprocessing.get_context("fork").Lock()

    def send(
        self,
        stream: Any,
        msg_or_type: dict[str, Any] | str,
        content: dict[str, Any] | None = None,
        parent: dict[str, Any] | None = None,
        ident: Any = None,
        buffers: list[Any] | None = None,
        track: bool = False,
        header: dict[str, Any] | None = None,
        metadata: dict[str, Any] | None = None,
    ) -> dict[str, Any]:
        """Send one message; takes what ``Session.send`` takes, and leaves aside what concerns sockets."""
        message = msg_or_type
        if not isinstance(message, dict):
            message = self.msg(message, content, parent, header, metadata)
        with self.lock:
            self.wire.send((self.pack(message), [bytes(buffer) for buffer in buffers or ()]))
        return message


class Direct(IOPubThread):
    """Stands where ipykernel's publishing thread stands, and publishes at once."""

    thread: Any
    io_loop: Any

    def __init__(self) -> None:
        self.thread, self.io_loop = None, self
        self.turn = threading.RLock()  # who publishes now; a fork waits for it
        self.later: SimpleQueue[tuple[float, Callable[[], Any]]] = SimpleQueue()

    def begin(self) -> None:
        """Publish for this process."""
        os.register_at_fork(
            before=self.turn.acquire, after_in_parent=self.turn.release, after_in_child=self.turn.release
        )
        threading.Thread(target=self._act_later, daemon=True).start()

    def schedule(self, act: Callable[[], Any]) -> None:
        """Do it now."""
        act()

    def call_later(self, seconds: float, act: Callable[[], Any]) -> None:
        """Do it later, whatever the cell is doing: what was printed is out before a crash can swallow it."""
        self.later.put((time.monotonic() + seconds, act))

    def _act_later(self) -> None:
        while True:  # one after the other, as all wait equally long
            due, act = self.later.get()
            time.sleep(max(0.0, due - time.monotonic()))
            act()


class Stream(OutStream):
    """What is printed leaves in the order in which it was written, and before the answer to its cell."""

    pub_thread: Any

    def _flush(self) -> None:
        with self.pub_thread.turn:
            super()._flush()  # type: ignore[no-untyped-call]


def serve(wire: Connection, life: Connection, folder: str, environment: Mapping[str, str]) -> None:
    """Run the cells that come through the pipe, until it closes: the whole life of a warm process.

    ``life`` closes with the program that asked: then all ends at once, whatever a cell is doing. ``folder``
    is where the notebook runs, ``environment`` the variables of who asked. Never returns.
    """
    os.setsid()  # whatever the notebook starts can be ended with it
    if sys.platform == "linux":
        # What a child of a child leaves behind is ours as well.
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    threading.Thread(target=_end_with, args=(life,), daemon=True).start()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.clear()
    os.environ.update({"MPLBACKEND": INLINE} | dict(environment))
    os.chdir(folder)
    as_if_just_started()
    kernel, watched = _kernel(wire, environment), Watched()
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
    """End all that a process has started, also in a session of its own; where the system tells (Linux)."""
    for child in _children(process):
        end_children(child)
        with suppress(OSError):
            os.kill(child, signal.SIGKILL)


def _children(process: int) -> Iterator[int]:
    for told in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):  # it has just ended
            yield from map(int, told.read_text().split())


async def _answer(kernel: Any, request: dict[str, Any], watched: Watched) -> None:
    kernel.set_parent([], request)
    # A cell can be interrupted, the kernel between cells cannot.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        await getattr(kernel, request["msg_type"])(None, [], request)
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    kernel.session.send(None, "opened", watched.told(), request)
    kernel.session.send(None, "status", {"execution_state": "idle"}, request)


_ready: list[Any] = []  # the kernel that each process forked from this one takes over


def make_ready() -> None:
    """Make a kernel now, which takes longer than most notebooks. In this process nothing tells of it."""
    before, main = dict(os.environ), sys.modules["__main__"]
    kernel = _made(Pipe(), Direct())
    kernel.shell.display_formatter.format(None)  # makes the formatters of every kind
    for singleton in (kernel, kernel.shell):
        type(singleton).clear_instance()
    atexit.unregister(kernel.shell.atexit_operations)
    os.environ.clear()
    os.environ.update(before)
    sys.modules["__main__"] = main
    for module, names in ((builtins, ("__IPYTHON__", "display")), (sys, ("ps1", "ps2", "ps3"))):
        for name in names:
            delattr(module, name)
    _ready.append(kernel)


def _fits(environment: Mapping[str, str]) -> bool:
    """Whether the kernel made ready is what would be made here: it was made with the same variables."""
    told, made_with = (
        {name: value for name, value in variables.items() if not name.startswith(OURS)}
        for variables in (environment, VARIABLES)
    )
    return told == made_with


def _made(session: Pipe, direct: Direct) -> Any:
    return IPythonKernel.instance(
        session=session,
        iopub_thread=direct,
        log=logging.getLogger("ipykernel"),
        config=Config(HistoryManager={"hist_file": ":memory:"}),
        shell_channel_thread=SimpleNamespace(),
    )


def _kernel(wire: Connection, environment: Mapping[str, str]) -> Any:
    """The kernel of this process: the one made ready, unless the variables are others now."""
    kernel = _ready[0] if _ready and _fits(environment) else None
    session, direct = (kernel.session, kernel.iopub_thread) if kernel else (Pipe(), Direct())
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    session.open(wire)
    direct.begin()
    stream: Any = Stream
    sys.stdout, sys.stderr = (stream(session, direct, name) for name in ("stdout", "stderr"))
    if kernel:
        _take_over(kernel)
    else:
        kernel = _made(session, direct)
    kernel.shell_channel_thread.parent_thread = threading.current_thread()
    return kernel


def _take_over(kernel: Any) -> None:
    """Do again what the making of a kernel does to its process, and note again where that is."""
    shell = kernel.shell
    for singleton in (kernel, shell):
        for kind in type(singleton)._walk_mro():
            kind._instance = singleton
    kernel._stdout, kernel._stderr = sys.stdout, sys.stderr
    shell.starting_dir = str(Path.cwd())
    shell.history_manager.dir_hist[:] = [Path.cwd()]
    for step in AGAIN:
        getattr(shell, step)()
    atexit.register(shell.atexit_operations)


def as_if_just_started() -> None:
    """Give what was there before the fork the state it would have here: places, seeds, settings."""
    sys.path[:], sys.argv[:] = PLACES, ["ipykernel_launcher.py"]
    init_path: Any = InteractiveShellApp.init_path
    init_path(SimpleNamespace(ignore_cwd=False))
    multiprocessing.current_process().name = "MainProcess"
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed()
    if matplotlib := sys.modules.get("matplotlib"):
        settings = matplotlib.matplotlib_fname()
        if settings != str(Path(matplotlib.get_data_path(), "matplotlibrc")):
            matplotlib.rc_file(settings)
        matplotlib.rcParams["backend"] = os.environ["MPLBACKEND"]
