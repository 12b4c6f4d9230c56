"""What is measured once, and read whole, comes out as matplotlib alone would have it, to the byte."""

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontPath, FontProperties, fontManager, get_font
from matplotlib.ft2font import LoadFlags
from matplotlib.transforms import Bbox

from reported.analysis.hedges import Interval
from reported.figures import charts, fonts, labels, measuring

LETTERS = st.text(st.sampled_from("agjpÅÉq|_ ,.1057–“”ёЩ포탄 發□\n"), min_size=1, max_size=24)
LOOKS = st.fixed_dictionaries({
    "size": st.sampled_from([5, 8.6, 9, 12.5]),
    "weight": st.sampled_from(["normal", "semibold"]),
    "va": st.sampled_from(["top", "bottom", "center", "baseline", "center_baseline"]),
    "ha": st.sampled_from(["left", "center", "right"]),
    "linespacing": st.sampled_from(["normal", 1.1, 1.25]),
    "rotation": st.sampled_from([0, 90]),
})  # fmt: skip
TEXTS = st.lists(st.tuples(LETTERS, LOOKS), min_size=1, max_size=4)


def drawn(texts):
    figure = Figure(figsize=(4, 2))
    axes = figure.subplots()
    axes.plot([1, 2], [3, 4], marker="o")
    axes.set_xlabel(texts[0][0])
    made = [axes.text(1.5, 3.5, words, **looks) for words, looks in texts]
    return figure, made


@given(TEXTS)
def test_words_are_as_large_as_matplotlib_measures_them(texts):
    with charts.styled():
        figure, made = drawn(texts)
        plain = RendererAgg(400, 200, figure.dpi)
        for text in made:
            size = text.get_window_extent(measuring.ruler(figure.dpi)).extents.tolist()
            assert size == text.get_window_extent(plain).extents.tolist()


@given(TEXTS)
def test_svg_is_what_matplotlib_saves(texts):
    with charts.styled():
        out = io.BytesIO()
        drawn(texts)[0].savefig(out, format="svg", dpi=160, metadata={"Date": None, "Creator": None})
        figure = drawn(texts)[0]
        assert measuring.svg(figure, images=160) == out.getvalue()
        assert figure.dpi == drawn(texts)[0].dpi  # as it was


def test_fonts_of_another_size_or_weight_are_measured_anew():
    with charts.styled():
        looks = [{"size": 9}, {"size": 12}, {"size": 9, "weight": "semibold"}, {"size": 9}]
        figure, made = drawn([("words", look) for look in looks])
        wide = [text.get_window_extent(measuring.ruler(figure.dpi)).width for text in made]
        assert len({*wide}) == 3 and wide[0] == wide[3]


@pytest.fixture
def copied(tmp_path, monkeypatch):
    """A font file of our own, the only one that matplotlib finds."""
    file = tmp_path / "letters.ttf"
    file.write_bytes(fonts.path(fonts.SANS).read_bytes())
    monkeypatch.setattr(fontManager, "_find_fonts_by_props", lambda prop: [FontPath(str(file), 0)])
    return file


def measured(file):
    font = get_font([FontPath(str(file), 0)])
    font.set_size(9, 100)
    font.set_text("Words to measure", 0.0, flags=LoadFlags.NO_HINTING)
    return font.get_width_height()


def test_no_letter_is_looked_for_in_the_file_once_it_is_read(copied):
    measuring.read_whole("normal")
    copied.write_bytes(b"")
    assert measured(copied) == measured(fonts.path(fonts.SANS))
    assert io.open is open


def test_without_it_letters_are_looked_for_in_the_file(copied):
    get_font([FontPath(str(copied), 0)])
    copied.write_bytes(b"")
    try:
        size = measured(copied)
    except RuntimeError:
        return
    assert size != measured(fonts.path(fonts.SANS))


def test_a_font_that_says_no_heights_is_measured(monkeypatch):
    class Silent:
        def get_sfnt_table(self, name):
            return None

    monkeypatch.setattr(measuring, "get_font", lambda paths: Silent())
    assert measuring._height(FontProperties(size=7.77), 100) == (None, None, None)
    measuring._height.cache_clear()


def test_axes_without_a_name_are_drawn_as_if_its_place_had_been_reckoned(monkeypatch):
    rows = [
        charts.Row("first", Interval(1e6), "more than one million", "gt", 1e6),
        charts.Row("second", Interval(1.5, 2.5), "about two", "approx", 2.0, group="단위"),
    ]

    def pictures():
        alt = charts.described("Two rows as they were said.", rows)
        named, unnamed = charts.ranges(rows, "units a day"), charts.panels([("one", rows[0], rows[1])])
        for drawing in (named, unnamed):
            made = charts.publish(drawing, "a", "So it is.", "Units", "None.", alt, charts.plotted(rows))
            yield made.svg, made.slim, made.png

    ours = list(pictures())
    monkeypatch.setattr(charts, "_place_no_name", lambda figure: None)
    assert ours == list(pictures())


SPAN = st.tuples(st.integers(-6, 6), st.integers(0, 3)).map(lambda span: (span[0], span[0] + span[1]))
BOXES = st.tuples(SPAN, SPAN).map(lambda box: (box[0][0], box[1][0], box[0][1], box[1][1]))


@example((0, 0, 5, 5), [], (0, 0))
@example((0, 0, 2, 2), [(4, 0, 5, 1), (0, 4, 1, 5)], (2, 2))
@example((0, 0, 2, 2), [(0, 4, 1, 5)], (0, 2))
@given(BOXES, st.lists(BOXES, max_size=2), st.tuples(st.integers(-6, 6), st.integers(-6, 6)))
def test_rectangles_meet_as_those_of_matplotlib_do(box, taken, point):
    room = labels.Room(Figure(figsize=(4, 2)).subplots(), measuring.ruler(100))
    room._within = (-5, -5, 5, 5)
    room._taken = taken
    inside = Bbox.from_extents(*room._within)
    free = all(inside.contains(*corner) for corner in Bbox.from_extents(*box).corners())
    others = [Bbox.from_extents(*other) for other in taken]
    wider = Bbox.from_extents(*box).padded(2)
    assert room._free(box) == (free and not any(wider.overlaps(other) for other in others))
    assert labels._holds(box, point) == Bbox.from_extents(*box).contains(*point)
