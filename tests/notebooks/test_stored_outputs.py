"""The committed notebooks: their order, their words, and that their outputs are there to be compared."""

import ast
import base64
import json
import re

import nbformat
import pytest

from reported.build.project import notebooks
from reported.document.assembly import WORKED
from reported.edition import ANOTHER_TOPIC
from reported.figures.charts import FIGURE, digest_of
from reported.notebooks.runner import normalise
from reported.wording.findings import FINDING

from ..conftest import ROOT

PATHS = notebooks(ROOT)
# Those whose question the shipped dossier does not pose: they say so and end; other tests hold them to other
# dossiers.
ASIDE = ["12-how-far-along"]
ASKED = [path for path in PATHS if path.stem not in ASIDE]
PARAMETERS = ["as_of", "reading", "approx_tolerance", "convention", "series", "language", "data", "figures"]


def read(path):
    return nbformat.read(path, as_version=4)


@pytest.fixture(params=PATHS, ids=lambda path: path.stem)
def notebook(request):
    return read(request.param)


@pytest.fixture(params=ASKED, ids=lambda path: path.stem)
def asked(request):
    return read(request.param)


def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def test_all_questions_are_there():
    assert [p.stem for p in PATHS] == [
        "01-what-was-said",
        "02-how-many-origins",
        "03-how-long-would-it-last",
        "04-what-would-carry-it",
        "05-what-each-trip-carries",
        "06-do-the-figures-fit",
        "07-what-was-denied",
        "08-what-moved-the-other-way",
        "09-what-came-after",
        "10-how-much-hangs-on-reading",
        "11-what-else-gives-a-number",
        "12-how-far-along",
    ]


def test_order_of_cells(notebook):
    first, second, third, *_, last = notebook.cells
    assert first.cell_type == "markdown" and re.match(r"# \d+ · .+\?\n\n", first.source)
    assert second.metadata.tags == ["parameters"]
    assert "open_edition(globals())" in third.source
    assert last.source.startswith("## What this does not show\n\n- ")


def test_parameters_are_literals_and_the_same_everywhere(notebook):
    assigned = ast.parse(notebook.cells[1].source).body
    assert [node.targets[0].id for node in assigned] == PARAMETERS
    assert all(isinstance(node.value, ast.Constant) for node in assigned)


def test_written_words_hold_no_result(notebook):
    # A number in plain markdown would stay when the data change: only the numbers of a question's title and
    # of our own working range may stand.
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            words = re.sub(r"^# \d+ · ", "", cell.source).replace("1.00", "")
            assert not re.search(r"\d", words), cell.source


def test_steps_are_short(notebook):
    for cell in code(notebook)[2:]:
        shown = {type(node) for node in ast.parse(cell.source).body}
        assert ast.FunctionDef not in shown or len(cell.source.splitlines()) < 30
        assert len(ast.parse(cell.source).body) <= 8, cell.source


def test_outputs_are_present_and_carry_what_is_compared(asked):
    for cell in code(asked)[2:]:
        assert cell.outputs, f"no output: {cell.source}"
        for output in cell.outputs:
            # Several findings or pictures of one cell show themselves, one by one.
            alone = output.output_type == "execute_result" or {FINDING, FIGURE} & {*output.get("data", {})}
            assert alone, f"only findings, tables and figures may be shown: {cell.source}"
            # A worked step shows a plain value: it stays in the notebook.
            shown = "text/markdown" in output.data or "image/png" in output.data
            assert "text/plain" in output.data and shown != (WORKED in cell.metadata.get("tags", []))


def test_pictures_carry_title_and_alt_text_as_compared_text(asked):
    pictures = [o.data for cell in code(asked) for o in cell.outputs if FIGURE in o.data]
    assert pictures
    for data in pictures:
        assert data[FIGURE]["title"] in data["text/plain"] and data[FIGURE]["alt"] in data["text/plain"]
        # What nbval cannot see, the stored picture itself, is held to the line that it compares.
        assert (
            f"Digest of the picture: {digest_of(base64.b64decode(data['image/png']))}" in data["text/plain"]
        )


@pytest.mark.parametrize("name", ASIDE)
def test_one_that_steps_aside_says_so_and_shows_nothing_else(name):
    (path,) = (path for path in PATHS if path.stem == name)
    (output,) = (output for cell in code(read(path)) for output in cell.outputs)
    assert output.data[FINDING]["id"] == ANOTHER_TOPIC


def test_committed_notebooks_are_normalised(notebook):
    again = nbformat.from_dict(json.loads(json.dumps(notebook)))
    normalise(again)
    assert again == notebook
    assert "papermill" not in notebook.metadata and not re.search(
        r"/(home|root|tmp|work)/", json.dumps(notebook)
    )


def test_no_word_of_the_topic_in_code_or_written_words(notebook):
    for cell in notebook.cells:
        assert not re.search(
            r"korea|dprk|russia|ukrain|pyongyang|moscow|seoul|kremlin", cell.source, re.IGNORECASE
        ), cell.source


def test_every_notebook_ends_in_findings(asked):
    assert sum(FINDING in o.data for cell in code(asked) for o in cell.outputs) >= 2
