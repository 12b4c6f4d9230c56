"""The warm engine by itself: with papermill alone, with what is installed, and where nothing forks."""

import fcntl
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import nbformat
import pytest

from papermill_warm import server

from .test_recorded import notebook

PAPERMILL = [sys.executable, "-m", "papermill", "--no-progress-bar", "--engine", "warm"]


def loaded(folder, setting=None):
    """What a notebook that ``papermill --engine warm`` runs finds imported already."""
    names = "('pandas', 'matplotlib.pyplot', 'json.tool', 'broken', 'reported', 'papermill_warm.kernel')"
    source = f"import sys; print(*(name for name in {names} if name in sys.modules))"
    nbformat.write(notebook([source]), folder / "in.ipynb")
    environment = {name: value for name, value in os.environ.items() if name != server.PRELOAD}
    if setting is not None:
        environment |= {server.PRELOAD: setting, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [*PAPERMILL, "in.ipynb", "out.ipynb"], cwd=folder, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return nbformat.read(folder / "out.ipynb", as_version=4).cells[0].outputs[0].text.split()


def test_most_imports_are_there_already_and_nothing_of_reported(tmp_path):
    assert loaded(tmp_path) == ["pandas", "matplotlib.pyplot", "papermill_warm.kernel"]


@pytest.mark.long
@pytest.mark.parametrize(
    ("setting", "there"),
    [("json.tool", ["json.tool"]), ("", []), ("not_installed broken json.tool", ["json.tool"])],
)
def test_a_setting_names_other_modules_and_what_cannot_be_imported_is_left_out(setting, there, tmp_path):
    (tmp_path / "broken.py").write_text("raise RuntimeError('broken')")
    assert loaded(tmp_path, setting) == [*there, "papermill_warm.kernel"]


# As on Windows: the parts of Python that it lacks are taken away before anything is imported.
WINDOWS = """
import multiprocessing, os, sys
import multiprocessing.context as context
for name in ("fcntl", "resource", "termios", "pwd"):
    sys.modules[name] = None
for name in ("fork", "setsid", "killpg"):
    delattr(os, name)
for name in ("forkserver", "fork"):
    del context._concrete_contexts[name]
multiprocessing.get_all_start_methods = lambda: ["spawn"]
import papermill
from papermill_warm import server
server.start()
server.preload(["json"])
made = papermill.execute_notebook("in.ipynb", "out.ipynb", engine_name="warm", progress_bar=False)
print(server.FORKS, made.cells[0].outputs[0].text)
"""


def test_where_processes_cannot_be_forked_a_kernel_of_the_usual_kind_runs_the_cells(tmp_path):
    nbformat.write(
        notebook(["import sys; print('papermill_warm.kernel' in sys.modules)"]), tmp_path / "in.ipynb"
    )
    done = subprocess.run([sys.executable, "-c", WINDOWS], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"], done.stderr
    assert "Running in a kernel of the usual kind: this system cannot fork processes." in done.stderr


@pytest.fixture
def near():
    """A folder with a short name: the address of the server must fit into a hundred letters."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


def test_what_a_killed_program_has_left_goes_when_the_next_one_starts(near):
    """But not what a program that lives still holds."""
    left, held = (near / f"{server._PREFIX}{name}" for name in ("left", "held"))
    for folder in (left, held):
        folder.mkdir()
    nbformat.write(notebook(["1"]), near / "in.ipynb")
    handle = os.open(held, os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    environment = {**os.environ, "TMPDIR": str(near)}
    try:
        subprocess.run([*PAPERMILL, "in.ipynb", "out.ipynb"], cwd=near, env=environment, check=True)
    finally:
        os.close(handle)
    assert [path.name for path in near.glob(f"{server._PREFIX}*")] == [held.name]


def test_a_temporary_folder_with_a_long_name_is_passed_over(near):
    """The address of the server would not fit into a socket's."""
    long = near / ("x" * 120)
    long.mkdir()
    nbformat.write(notebook(["1 + 1"]), near / "in.ipynb")
    environment = {**os.environ, "TMPDIR": str(long)}
    subprocess.run([*PAPERMILL, "in.ipynb", "out.ipynb"], cwd=near, env=environment, check=True)
    assert nbformat.read(near / "out.ipynb", as_version=4).cells[-1].outputs[0].data["text/plain"] == "2"
