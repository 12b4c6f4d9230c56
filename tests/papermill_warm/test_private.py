"""Whatever the warm engine leans on inside other packages is named in one place, and said when it moves."""

import ast
import inspect
import re
from pathlib import Path

import nbclient.client
import pytest

import papermill_warm
from papermill_warm import private, server
from papermill_warm.private import PARTS, Part

from .test_recorded import notebook

CODE = Path(papermill_warm.__file__).parent
PACKAGES = {"ipykernel", "IPython", "jupyter_client", "jupyter_core", "nbclient", "papermill"}
# What these packages document for others to use.
DOCUMENTED = {
    "ipykernel.ipkernel:IPythonKernel",
    "jupyter_client.kernelspec:KernelSpecManager",
    "jupyter_client.kernelspec:NoSuchKernel",
    "jupyter_client.kernelspec:NATIVE_KERNEL_NAME",
    "jupyter_client.session:Session",
    "nbclient.exceptions:CellTimeoutError",
    "papermill.engines:Engine",
}


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.place)
def test_each_part_is_where_it_was(part):
    assert part.moved() == ""


def test_a_part_that_has_moved_is_told_and_the_usual_kernel_runs_instead(monkeypatch):
    gone = Part("nbclient", "nbclient.client:NotebookClient.gone", "tried")
    other = Part("jupyter_client", "jupyter_client.session:Session.msg", "tried", ("msg_type", "gone"))
    nowhere = Part("papermill", "papermill.gone:gone", "tried")
    told = [
        "nbclient has no nbclient.client:NotebookClient.gone (tried)",
        "jupyter_client: jupyter_client.session:Session.msg takes no gone (tried)",
        "papermill has no papermill.gone:gone (tried)",
    ]
    assert private.moved([gone, other, nowhere]) == told
    monkeypatch.setattr(private, "told", lambda: told[0])
    assert server.cold(notebook([]), "python3") == told[0]


def test_whatever_is_imported_from_these_packages_is_named_there_or_documented():
    named = {part.place for part in PARTS}
    imported = {
        f"{node.module}:{name.name}"
        for path in CODE.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] in PACKAGES
        for name in node.names
    }
    assert {
        place for place in imported - DOCUMENTED if not any(part.startswith(place) for part in named)
    } == set()


def test_nbclient_asks_no_more_of_a_client_than_ours_answers():
    """While cells run, that is; the rest concerns starting and stopping."""
    source = inspect.getsource(nbclient.client)
    starting = {"start_channels", "stop_channels", "wait_for_ready", "allow_stdin"}
    asked = {*re.findall(r"self\.kc\.(\w+)", source)} - starting
    assert asked == {"execute", "is_alive", "kernel_info", "shell_channel", "iopub_channel"}
    assert {*re.findall(r"_channel\.(\w+)", source)} == {"get_msg"}
    starting |= {"ipykernel", "start_kernel", "client", "is_alive", "shutdown_kernel", "cleanup_resources"}
    starting |= {"has_kernel", "kernel_id"}
    assert {*re.findall(r"self\.km\.(\w+)", source)} - starting == {"interrupt_kernel"}
