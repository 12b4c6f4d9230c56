"""The inner parts of other packages that a warm process leans on, each with what for; whether one has moved.

None of them is promised by its package. Where one is missing or takes other arguments, notebooks run in a
kernel of the usual kind (``server.cold``). ``pyproject.toml`` has a ceiling for each package.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from typing import Any, NamedTuple


class Part(NamedTuple):
    """A part of another package: where it is, what it is used for, and the arguments it is given, if any."""

    package: str
    place: str  # module:name
    use: str
    takes: tuple[str, ...] = ()

    def moved(self) -> str:
        """How the part differs from what is used here; empty where it does not."""
        module, _, name = self.place.partition(":")
        try:
            found: Any = import_module(module)
            for step in name.split("."):
                found = getattr(found, step)
        except (ImportError, AttributeError):
            return f"{self.package} has no {self.place} ({self.use})"
        if not self.takes:
            return ""
        given = inspect.signature(found).parameters
        open_ended = any(parameter.kind is inspect.Parameter.VAR_KEYWORD for parameter in given.values())
        if lost := [word for word in self.takes if word not in given and not open_ended]:
            return f"{self.package}: {self.place} takes no {', '.join(lost)} ({self.use})"
        return ""


_RUN = ("nb_man", "kernel_name")  # of papermill's own engine
_ASKED = ("stream", "ident", "parent")  # of a kernel, as its answers to requests take it
_SENT = ("msg_or_type", "content", "parent", "ident", "buffers", "track", "header", "metadata")
_SHELL = "IPython.core.interactiveshell:InteractiveShell"
# The steps by which making IPython's shell changes its process.
AGAIN = (
    "init_environment", "init_virtualenv", "save_sys_module_state", "init_sys_modules", "init_builtins",
    "init_prompts",
)  # fmt: skip
PARTS = (
    Part("ipykernel", "ipykernel.ipkernel:IPythonKernel.session", "its messages go into a pipe"),
    Part("ipykernel", "ipykernel.ipkernel:IPythonKernel.iopub_thread", "it publishes at once"),
    Part("ipykernel", "ipykernel.ipkernel:IPythonKernel.set_parent", "whose outputs follow", _ASKED[1:]),
    Part("ipykernel", "ipykernel.ipkernel:IPythonKernel.execute_request", "a cell is run", _ASKED),
    Part("ipykernel", "ipykernel.ipkernel:IPythonKernel.kernel_info_request", "its language", _ASKED),
    Part("ipykernel", "ipykernel.zmqshell:ZMQInteractiveShell.exit_now", "a cell has asked for the end"),
    Part("ipykernel", "ipykernel.iostream:IOPubThread.schedule", "what is published goes through it", ("f",)),
    Part("ipykernel", "ipykernel.iostream:OutStream", "print", ("session", "pub_thread", "name")),
    Part("ipykernel", "ipykernel.iostream:OutStream._flush", "what is printed leaves in turn", ("self",)),
    Part("ipython", "IPython.core.shellapp:InteractiveShellApp.init_path", "where to import from", ("self",)),
    *(Part("ipython", f"{_SHELL}.{step}", "done again after a fork", ("self",)) for step in AGAIN),
    Part("ipython", f"{_SHELL}.atexit_operations", "a forked process ends as others do"),
    Part("ipython", "IPython.core.history:HistoryManager.dir_hist", "begins in the notebook's folder"),
    Part("ipython", "IPython.core.history:HistoryManager.hist_file", "no history is stored"),
    Part("jupyter_client", "jupyter_client.session:Session.send", "replaced by a pipe", _SENT),
    Part("jupyter_client", "jupyter_client.session:Session.msg", "one is made", ("msg_type", "content")),
    Part("jupyter_client", "jupyter_client.session:Session.pack", "a message becomes text"),
    Part("jupyter_client", "jupyter_client.session:json_unpacker", "text becomes a message", ("s",)),
    Part("jupyter_client", "jupyter_client.jsonutil:extract_dates", "dates of a header", ("obj",)),
    Part("jupyter_core", "jupyter_core.utils:run_sync", "as nbclient waits", ("coro",)),
    Part("jupyter_core", "jupyter_core.utils:ensure_event_loop", "the loop that nbclient uses"),
    Part("nbclient", "nbclient.client:NotebookClient.setup_kernel", "replaced by a warm process"),
    Part("nbclient", "nbclient.util:run_hook", "on_notebook_start is called", ("hook",)),
    Part("papermill", "papermill.clientwrap:PapermillNotebookClient", "runs the cells", ("nb_man", "km")),
    Part("papermill", "papermill.engines:NBClientEngine.execute_managed_notebook", "the usual kind", _RUN),
    Part("papermill", "papermill.iorw:write_ipynb", "an unfinished notebook is stored", ("nb", "path")),
    Part("papermill", "papermill.log:logger", "what papermill says"),
    Part("traitlets", "traitlets.config:SingletonConfigurable._walk_mro", "whose only one a kernel is"),
    Part("traitlets", "traitlets.config:SingletonConfigurable.clear_instance", "not the server's"),
    Part("python", "multiprocessing.forkserver:ensure_running", "the server is started early"),
    Part("python", "multiprocessing.process:current_process", "where the server's address lies"),
    Part("python", "atexit:_run_exitfuncs", "a forked process ends as others do"),
)  # fmt: skip


def moved(parts: Iterable[Part] = PARTS) -> list[str]:
    """What is not where it was, a line for each part."""
    return [what for part in parts if (what := part.moved())]


@cache
def told() -> str:
    """What has moved, in one line; empty where every part is where it was. Looked at once."""
    return "; ".join(moved())
