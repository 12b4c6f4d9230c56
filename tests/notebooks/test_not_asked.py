"""A notebook whose question does not apply says so in its first cell, and ends there: in a report, and under
a person's hands.
"""

from types import ModuleType

import nbformat
import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from reported.errors import NotAsked
from reported.notebooks import runner, stored
from reported.wording.findings import FINDING

from ..conftest import ROOT

PATH = ROOT / "notebooks" / "09-what-came-after.ipynb"
BEFORE = {"as_of": "2023-09-01", "data": str(ROOT / "data")}


def test_an_executed_notebook_holds_the_reason_and_no_error(tmp_path):
    runner.run_one(PATH, tmp_path, BEFORE, tmp_path / "stopped")
    made = nbformat.read(tmp_path / PATH.name, as_version=4)
    outputs = [output for cell in made.cells for output in cell.get("outputs", [])]
    assert [output["data"][FINDING]["role"] for output in outputs] == ["not-run"]
    assert [cell.source for cell in made.cells] == [cell["source"] for cell in stored.read(PATH)["cells"]]
    assert not (tmp_path / "stopped").exists()


def test_both_ways_to_run_it_show_the_same(tmp_path):
    runner.run_one(PATH, tmp_path, BEFORE, tmp_path / "stopped")
    made = nbformat.read(tmp_path / PATH.name, as_version=4)
    (output,) = [output for cell in made.cells for output in cell.get("outputs", [])]
    ((number, why),) = runner.inline(PATH, BEFORE)
    assert output["data"][FINDING] == why.as_data() and number == 2


@pytest.fixture
def shell():
    """A session as a person has it, with the notebook's parameters set."""
    session = ModuleType("session")  # not __main__, which other tests start processes from
    shell = InteractiveShell.instance(user_module=session, user_ns=vars(session))
    shell.user_ns |= BEFORE
    yield shell
    InteractiveShell.clear_instance()


def asked(shell, source):
    with capture_output() as said:
        done = shell.run_cell(source, store_history=True)
    return done, said


def test_in_a_session_it_is_one_plain_line_and_later_cells_run(shell):
    first = next(cell["source"] for cell in stored.read(PATH)["cells"] if "open_edition(" in cell["source"])
    done, said = asked(shell, first)
    assert isinstance(done.error_in_exec, NotAsked)
    assert [FINDING in output.data for output in said.outputs] == [True]
    assert said.stdout.splitlines()[-1] == "The rest of this notebook was not run."
    assert "Traceback" not in said.stdout + said.stderr
    done, _ = asked(shell, "1 + 1")
    assert done.result == 2
    done, said = asked(shell, f"as_of = 'latest'\n{first}")
    assert done.success and not said.outputs
    done, _ = asked(shell, "len(record.headlines())")
    assert done.success and done.result > 0
