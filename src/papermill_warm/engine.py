"""A warm engine for papermill: ``papermill --engine warm``, or ``engine_name="warm"``.

nbclient records what a warm process says, as it does with a kernel of the usual kind, so that the two record
the same. Such a kernel is used where the notebook's metadata says ``"warm": false``, where its kernel is not
this Python, and where processes cannot be forked.

papermill loads this module when it is imported itself, with every other engine. By hand: ``from
papermill_warm import WarmEngine``.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from queue import Empty
from types import SimpleNamespace
from typing import Any

from jupyter_client.jsonutil import extract_dates
from jupyter_client.session import json_unpacker
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellTimeoutError
from nbclient.util import run_hook
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import Engine, NBClientEngine
from papermill.iorw import write_ipynb
from papermill.log import logger

from papermill_warm import server


class WarmEngine(Engine):  # type: ignore[misc]
    """The engine papermill knows as ``warm``. Takes the settings of papermill's own engine."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,
        kernel_name: str,
        start_timeout: float = 60,
        execution_timeout: float | None = None,
        **settings: Any,
    ) -> None:
        """Run a notebook's cells and record them in ``nb_man.nb``; times in seconds.

        A mapping given as ``opened`` is filled with what the notebook read and wrote, as ``opened.Watched``
        tells it; what was recorded of a notebook that was not finished is written to ``unfinished``. Raises
        what nbclient raises: CellTimeoutError, DeadKernelError.
        """
        opened, unfinished = settings.pop("opened", {}), settings.pop("unfinished", None)
        settings |= {"execution_timeout": execution_timeout, "start_timeout": start_timeout}
        reason = server.cold(nb_man.nb, kernel_name)
        try:
            if reason:
                logger.warning(f"Running in a kernel of the usual kind: {reason}.")
                NBClientEngine.execute_managed_notebook(nb_man, kernel_name, **settings)
            else:
                _run(nb_man, kernel_name, opened, **settings)
        except Exception:
            write_ipynb(nb_man.nb, unfinished)
            raise


def _run(
    nb_man: Any,
    kernel_name: str,
    opened: dict[str, Any],
    execution_timeout: float | None,
    start_timeout: float,
    input_path: str | None = None,
    timeout: float | None = None,
    **settings: Any,
) -> None:
    settings |= {
        "timeout": execution_timeout or timeout,
        "startup_timeout": start_timeout,
        "kernel_name": kernel_name,
        "log": logger,
    }
    client = WarmClient(nb_man, **settings)
    client.opened = opened
    client.execute()


class WarmClient(PapermillNotebookClient):  # type: ignore[misc]
    """nbclient, talking to a warm process through a pipe instead of to a kernel through sockets."""

    opened: dict[str, Any]
    kc: Any
    km: Any

    @contextmanager
    def setup_kernel(self, **_: Any) -> Iterator[None]:
        """Have a process for as long as the notebook runs; nothing of it is left afterwards."""
        folder = self.resources.get("metadata", {}).get("path") or str(Path.cwd())
        with server.process_in(folder) as (process, wire):
            self.kc = client = _Wire(wire, self.opened)
            # All that nbclient asks of a kernel's manager once the kernel runs.
            self.km = SimpleNamespace(interrupt_kernel=partial(server.interrupt, process))
            try:
                run_sync(run_hook)(self.on_notebook_start, notebook=self.nb)
                yield
            except CellTimeoutError:
                self.km.interrupt_kernel()
                run_sync(client.last_words)()
                raise
            finally:
                client.close()
                self.kc = self.km = None


class _Wire:
    """What nbclient asks of a kernel's client, over a pipe."""

    def __init__(self, wire: Connection, opened: dict[str, Any]) -> None:
        self.wire, self.opened, self.alive = wire, opened, True
        self.loop: asyncio.AbstractEventLoop | None = None
        self.shell_channel, self.iopub_channel = _Channel(self), _Channel(self)

    def execute(self, code: str, store_history: bool = True, stop_on_error: bool = True) -> str:
        """Ask for a cell to be run; returns the id that its messages will name."""
        asked = {"code": code, "silent": False, "store_history": store_history, "user_expressions": {}}
        # Stopping means dropping the cells that wait in the kernel, and here none does.
        return self._ask("execute_request", {**asked, "allow_stdin": False, "stop_on_error": False})

    def kernel_info(self) -> str:
        """Ask for the language and its version."""
        return self._ask("kernel_info_request", {})

    def is_alive(self) -> bool:
        """Whether the process still holds its end of the pipe."""
        return self.alive

    def _ask(self, kind: str, content: dict[str, Any]) -> str:
        header = {"msg_id": uuid.uuid4().hex, "msg_type": kind}
        with suppress(OSError):  # it has ended: whoever waits for the answer is told
            self.wire.send({**header, "header": header, "content": content, "metadata": {}})
        return header["msg_id"]

    def listen(self) -> None:
        """From now on take in what comes; needs a running loop."""
        if self.loop is None:
            self.loop = asyncio.get_running_loop()
            self.loop.add_reader(self.wire.fileno(), self._take)

    def _take(self) -> None:
        try:
            text, buffers = self.wire.recv()
        except (EOFError, OSError):
            self.alive = False
            self.close()
            return
        message = json_unpacker(text)
        if message["msg_type"] == "opened":
            told = message["content"]
            self.opened["read"] = told["read"] | self.opened.get("read", {})  # the first mark of each counts
            self.opened.setdefault("wrote", []).extend(told["wrote"])
            return
        message |= {
            "header": extract_dates(message["header"]),
            "buffers": [memoryview(buffer) for buffer in buffers],
        }
        channel = self.shell_channel if message["msg_type"].endswith("_reply") else self.iopub_channel
        channel.messages.put_nowait(message)

    async def last_words(self) -> None:
        """Give an interrupted cell the time to say where it was, as far as it can."""
        until = asyncio.get_running_loop().time() + server.PARTING
        waits = self.shell_channel.messages
        while self.alive and waits.empty() and asyncio.get_running_loop().time() < until:
            await asyncio.sleep(0.02)

    def close(self) -> None:
        """Take nothing in any more."""
        if self.loop is not None and not self.loop.is_closed():
            self.loop.remove_reader(self.wire.fileno())


class _Channel:
    """The messages of one kind, as nbclient takes them."""

    def __init__(self, wire: _Wire) -> None:
        self.wire = wire
        self.messages: asyncio.Queue[dict[str, Any]] = asyncio.Queue()

    async def get_msg(self, timeout: float | None = None) -> dict[str, Any]:
        """The next message. Raises queue.Empty after ``timeout`` seconds."""
        self.wire.listen()
        try:
            return await asyncio.wait_for(self.messages.get(), timeout)
        except TimeoutError:
            raise Empty from None
