"""What is the same for every notebook is made once, in the server, and never taken where it has changed."""

import os
import subprocess
import sys

import nbformat
import pytest

from .test_recorded import ORDINARY, both, notebook, recorded, run

TAKEN = "from papermill_warm import kernel\nget_ipython() is kernel._ready[0].shell"


def shown(made):
    return [output.data["text/plain"] for cell in made.cells for output in cell.outputs]


def test_the_kernel_made_ready_is_taken_over_and_nothing_of_another_notebook(tmp_path):
    first, _ = run(notebook(["here = 1", "In"]), tmp_path / "first", "warm")
    second, _ = run(notebook([TAKEN, "'here' in globals(), len(In), Out"]), tmp_path / "second", "warm")
    assert shown(first) == ["['', 'here = 1', 'In']"]
    assert shown(second) == ["True", "(False, 3, {1: True})"]


def test_where_a_variable_has_changed_the_kernel_is_made_anew(tmp_path, monkeypatch):
    """What IPython takes from its variables is not what it took in the server."""
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "elsewhere"))
    made, _ = run(notebook([TAKEN, "get_ipython().ipython_dir"]), tmp_path / "warm", "warm")
    assert shown(made) == ["False", repr(str(tmp_path / "elsewhere"))]


@pytest.mark.long
def test_a_kernel_made_anew_records_the_same(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / "elsewhere"))
    (stock, _), (warmed, _) = both(notebook(ORDINARY), tmp_path)
    assert recorded(stock) == recorded(warmed)


# A program whose server remembers a word, and runs a notebook that asks for it.
REMEMBERS = """
import sys, papermill
from papermill_warm import server
server.preload(["json"], sys.argv[1:])
made = papermill.execute_notebook("in.ipynb", "out.ipynb", engine_name="warm", progress_bar=False)
print(made.cells[0].outputs[0].text)
"""


@pytest.mark.parametrize(
    ("then", "told"),
    [
        (["remembers:put", "a word"], "a word"),
        (["remembers:put"], "nothing"),
        (["remembers:gone", "a word"], "nothing"),
        ([], "nothing"),
    ],
)
def test_what_the_server_was_told_to_remember_every_notebook_finds(then, told, tmp_path):
    (tmp_path / "remembers.py").write_text("words = []\ndef put(word): words.append(word)\n")
    nbformat.write(
        notebook(["import remembers; print(*remembers.words or ['nothing'])"]), tmp_path / "in.ipynb"
    )
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", REMEMBERS, *then],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
    )
    assert done.stdout.strip() == told, done.stderr
