"""What was rendered: no letter too small, no word cut, no two that touch; a planted fault is found."""

import pytest
from matplotlib.figure import Figure

from reported.analysis.hedges import Interval
from reported.figures import charts
from reported.figures.charts import Picture
from reported.notebooks import runner
from reported.wording.language import speaking, spoken

from ..conftest import RELIEF, ROOT
from . import legibility

EDITIONS = [{}, {"as_of": "2023-11-02"}, {"language": "ko"}, {"as_of": "2023-11-02", "language": "ko"}]
EDITIONS += [
    {"data": str(folder)}
    for folder in (
        ROOT / "src" / "reported" / "dossier" / "example" / "data",
        ROOT / "examples" / "hundred-million-doses" / "data",
        RELIEF,
    )
]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("[0-9]*.ipynb"))


def named(given):
    """An edition in a few letters."""
    return "-".join(value.removeprefix(f"{ROOT}/") for value in given.values()) or "latest"


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem[:2])
@pytest.mark.parametrize(
    "parameters",
    [EDITIONS[0], *(pytest.param(given, marks=pytest.mark.long) for given in EDITIONS[1:])],
    ids=named,
)
def test_every_letter_of_every_picture_can_be_read(notebook, parameters):
    with speaking(spoken()):  # opening an edition speaks its language
        shown = [what for _, what in runner.inline(notebook, parameters) if isinstance(what, Picture)]
        assert [fault for picture in shown for fault in legibility.faults(picture)] == []


def figure_with(*texts):
    """A figure of six inches by two with words in it, each with its place from 0 to 1 and its size."""
    figure = Figure(figsize=(6, 2))
    for x, y, words, size in texts:
        figure.text(x, y, words, size=size)
    return figure


@pytest.mark.parametrize(
    ("texts", "fault"),
    [
        ([(0.1, 0.5, "Small print", 8)], "“Small print” is set in 8 points, less than 8.6"),
        ([(0.9, 0.5, "far too long for the edge", 9)], "“far too long for the edge” is cut by the edge"),
        ([(0.1, 0.98, "above", 9)], "“above” is cut by the edge"),
        ([(0.1, 0.5, "one", 9), (0.12, 0.52, "other", 9)], "“one” touches “other”"),
        ([(0.1, 0.5, "two\nlines", 9), (0.1, 0.6, "other", 9)], "“other” touches “two lines”"),
    ],
)
def test_a_planted_fault_is_found(texts, fault):
    assert list(legibility.faults_of(figure_with(*texts))) == [fault]


def test_what_can_be_read_has_no_fault():
    figure = figure_with((0.1, 0.5, "one", 9), (0.1, 0.2, "below", 8.6), (0.6, 0.5, "beside\nit", 9))
    assert list(legibility.faults_of(figure)) == []


def test_a_label_that_is_not_drawn_is_no_fault():
    figure = Figure(figsize=(6, 2))
    axes = figure.subplots()
    axes.set_xticks([0, 1, 1.001], ["left", "right", "beyond, and not drawn"], size=9)
    axes.set_yticks([])
    axes.set_xlim(-1, 1.0005)
    assert {text.words for text in legibility.placed(figure)} == {"left", "right"}


def test_a_fault_of_one_width_is_told_with_it():
    rows = [charts.Row("a", Interval(1, 2), "one to two")]
    drawing = charts.ranges(rows, "units")
    drawing.at(charts.SLIM).text(0.1, 0.5, "small", size=7)
    picture = charts.publish(
        drawing, "a-figure", "It is so.", "Units", "Sources: none.",
        charts.described("A row as it was said, and nothing else beside it.", rows), charts.plotted(rows),
    )  # fmt: skip
    assert [fault for fault in legibility.faults(picture) if "“small” is set" in fault] == [
        "a-figure (phone): “small” is set in 7 points, less than 8.6"
    ]
