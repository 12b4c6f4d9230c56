"""One way out for every figure, and it is a strict one."""

import locale
import math
import warnings

import matplotlib
import pandas as pd
import pytest

from reported.analysis.hedges import Interval
from reported.figures import charts
from reported.wording import language
from reported.wording.language import HOUSE, Language, Unsaid

ROWS = [
    charts.Row("first", Interval(1e6), "more than one million", "gt", 1e6),
    charts.Row("second", Interval(1.5, 2.5), "about two", "approx", 2.0, group="단위"),
    charts.Row("third", Interval(0, 9), "up to nine", "le", 9.0, group="Единицы"),
]
GIVEN = {
    "name": "a-figure", "title": "It is so.", "subtitle": "Units a day", "source": "Sources: none.",
    "alt": charts.described("Three rows as they were said.", ROWS), "data": charts.plotted(ROWS),
}  # fmt: skip


def publish(**changes):
    return charts.publish(charts.ranges(ROWS, "units"), **(GIVEN | changes))


@pytest.mark.parametrize("lacking", ["title", "subtitle", "source", "alt", "data"])
def test_nothing_leaves_without_its_papers(lacking):
    with pytest.raises(ValueError, match=rf"a-figure.*{lacking} missing"):
        publish(**{lacking: pd.DataFrame() if lacking == "data" else " "})


def test_title_must_state_something_and_alt_text_must_say_enough():
    with pytest.raises(ValueError, match="a sentence that states the finding"):
        publish(title="Shells")
    with pytest.raises(ValueError, match="alt text one a reader can act on"):
        publish(alt="A chart.")


CHART = """
of-its-own-chart =
    .title = { $n } rows are so.
    .subtitle = { CAPITAL($units) } a day
    .alt = { $n } rows as they were said.
"""


@pytest.fixture
def worded(tmp_path, monkeypatch):
    """English with the message of a chart beside those of the package."""
    (tmp_path / "own.ftl").write_text(CHART, "utf-8")
    own = Language("en", [HOUSE / "en", tmp_path])
    monkeypatch.setattr(language, "spoken", lambda: own)


def test_a_chart_takes_its_words_from_the_message_of_its_name(worded):
    found = charts.ranges_of("of-its-own", ROWS, "units", "Sources: none.", n=3, units="units")
    assert (found.title, found.subtitle) == ("three rows are so.", "Units a day")
    assert found.alt == charts.described("three rows as they were said.", ROWS)
    drawing, data = charts.ranges(ROWS, "units"), charts.plotted(ROWS)
    lines = [f"{row.label}, as it was said: {row.text}" for row in ROWS]
    given = {"message": "of-its-own-chart", "n": 3, "units": "units"}
    other = charts.publish_of("another", drawing, data, "Sources: none.", lines, **given)
    assert (other.name, other.title) == ("another", found.title)
    assert other.alt == charts.described_lines("three rows as they were said.", lines)


def test_a_value_that_no_word_of_a_chart_uses_is_refused(worded):
    with pytest.raises(Unsaid, match="none of title, subtitle, alt uses \\$day"):
        charts.ranges_of("of-its-own", ROWS, "units", "Sources: none.", n=3, units="units", day="today")


def test_drawing_leaves_the_process_as_it_was():
    def found():
        settings = [matplotlib.rcParams[name] for name in ("figure.facecolor", "svg.hashsalt", "font.family")]
        return settings, locale.setlocale(locale.LC_CTYPE), [*warnings.filters]

    own = locale.setlocale(locale.LC_CTYPE)
    locale.setlocale(locale.LC_CTYPE, "C")
    try:
        before = found()
        picture = publish(title="It is 所 so.")
        assert picture.png and picture.svg and found() == before
    finally:
        locale.setlocale(locale.LC_CTYPE, own)


def test_writes_svg_png_and_csv_and_the_same_bytes_again(tmp_path):
    publish(folder=tmp_path / "one")
    publish(folder=tmp_path / "two")
    for kind in ("svg", "png", "csv"):
        assert (tmp_path / "one" / f"a-figure.{kind}").read_bytes() == (
            tmp_path / "two" / f"a-figure.{kind}"
        ).read_bytes()
    assert pd.read_csv(tmp_path / "one" / "a-figure.csv")["low"].tolist()[:2] == [1e6, 1.5]


def test_the_last_digit_of_a_place_changes_nothing_in_a_drawing(tmp_path, monkeypatch):
    publish(folder=tmp_path / "one")
    widest = charts._settled
    # As on another processor.
    monkeypatch.setattr(charts, "_settled", lambda *given, **more: widest(*given, **more) * (1 + 1e-14))
    publish(folder=tmp_path / "two")
    one, two = ((tmp_path / place / "a-figure.svg").read_text("utf-8") for place in ("one", "two"))
    assert one == two and 'id="clip-1"' in one


@pytest.mark.parametrize(
    "change",
    [{"title": "It is not so."}, {"alt": GIVEN["alt"] + " More."}, {"subtitle": "Other units"},
    {"source": "Sources: some."},
     {"data": GIVEN["data"].assign(low=lambda frame: frame["low"] * 1.001)}],
    ids=lambda change: next(iter(change)),
)  # fmt: skip
def test_compared_text_changes_with_anything_a_reader_sees(change):
    assert publish(**change)._repr_mimebundle_()["text/plain"] != publish()._repr_mimebundle_()["text/plain"]


def test_compared_text_changes_with_a_label_in_the_picture():
    moved = charts.ranges([*ROWS[:2], charts.Row("third", Interval(0, 9), "up to ten", "le", 9.0)], "units")
    assert charts.publish(moved, **GIVEN).digest != publish().digest


def test_dollars_are_letters():
    rows = [charts.Row("$a$ and $\\frac{1}{", Interval(1, 2), "$5 to $6")]
    charts.publish(charts.ranges(rows, "$"), **(GIVEN | {"title": "It costs $5 or $6."}))


def test_every_letter_is_drawn(recwarn):
    publish(title="Hangul 이상 and Cyrillic более are letters.")
    assert not [w for w in recwarn if "missing from font" in str(w.message)]


def test_words_beside_bars_stay_inside_the_picture():
    long = [charts.Row("label " * 5, Interval(1, 1000), "words that go on beside the bar for quite a while")]
    drawing = charts.ranges(long, "units")
    assert charts.publish(drawing, **GIVEN).png  # drawn when asked for
    figure = drawing.figure
    box = figure.axes[0].get_tightbbox()
    assert box.x0 >= 0 and box.x1 <= figure.bbox.width


def test_floor_is_not_drawn_beyond_what_was_said():
    data = charts.plotted(ROWS)
    assert data["high"].isna().tolist() == [True, False, False]
    assert math.isnan(data["low"][2])


def test_what_nobody_will_look_at_is_not_drawn():
    shown, told = publish()._repr_mimebundle_(), publish(folder=None)._repr_mimebundle_()
    assert (
        "image/png" in shown and "image/png" not in told and told["text/plain"].endswith("It was not drawn.")
    )
    assert shown[charts.FIGURE] == told[charts.FIGURE]
