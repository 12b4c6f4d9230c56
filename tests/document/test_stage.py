"""A drawing on a slide: whole where it fits, else in parts with a shared axis in each; never too small."""

import pandas as pd
import pytest

from reported.analysis.hedges import Interval
from reported.document.stage import HIGH, LEAST, MOST_PARTS, WIDE, shown
from reported.figures.charts import IMPLIED, Row, panels, publish, ranges

ABOUT = {
    "title": "All of them can be seen.",
    "subtitle": "Each as it was said",
    "source": "Sources: made up.",
    "alt": "A chart of made-up figures, each on a line of its own, from the least to the greatest.",
}


def drawn(drawing, folder):
    """A drawing as a slide has it, and the height of the drawing."""
    picture = publish(drawing, "x", data=pd.DataFrame({"a": [1]}), folder=folder, **ABOUT)
    return shown(folder / "x.svg", *picture._crop(6.85)), picture


def rows(count, **more):
    return [Row(f"row {n}", Interval(100 + n, 200 + n), f"{n}", **more) for n in range(count)]


def test_a_drawing_that_fits_is_shown_whole(tmp_path):
    found, picture = drawn(ranges(rows(6), "shells"), tmp_path)
    ((band,),) = found.parts
    assert band[0] == pytest.approx(picture._crop(6.85)[0]) and not found.built


@pytest.mark.parametrize("count", [12, 16, 22, 26])
def test_a_higher_one_is_shown_in_parts_with_its_axis_in_each(count, tmp_path):
    found, _ = drawn(ranges(rows(count), "shells"), tmp_path)
    assert 1 < len(found.parts) <= MOST_PARTS
    (_, axis), *_ = found.parts
    assert {part[1] for part in found.parts} == {axis}
    scale = WIDE / (6.85 * 72)
    assert all(sum(b - a for a, b in part) * scale <= HIGH + 0.5 for part in found.parts)
    cuts = [part[0] for part in found.parts]
    assert all(one[1] == other[0] for one, other in zip(cuts, cuts[1:], strict=False))


def test_one_of_too_many_parts_is_not_shown(tmp_path):
    assert drawn(ranges(rows(40), "shells"), tmp_path)[0].parts == ()


def test_panels_are_not_cut_and_what_is_needed_comes_after(tmp_path):
    (one,), (other,) = rows(1), rows(1, colour=IMPLIED)
    found, _ = drawn(panels([(f"quantity {n}", one, other) for n in range(10)]), tmp_path)
    assert found.built and 1 < len(found.parts) <= MOST_PARTS
    assert all(len(part) == 1 for part in found.parts)


def test_letters_that_would_be_too_small_are_noticed(tmp_path):
    _, picture = drawn(ranges(rows(3), "shells"), tmp_path)
    path = tmp_path / "x.svg"
    size = LEAST / (WIDE / (6.85 * 72)) - 0.3
    path.write_text(path.read_text("utf-8").replace("font-size: 9px", f"font-size: {size}px"), "utf-8")
    assert shown(path, *picture._crop(6.85)).parts == ()
