"""What a process has drawn once, those forked from it find, and draw the same to the byte."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.lines import Line2D

from reported.document import ahead
from reported.figures import charts
from reported.wording import language
from reported.wording.language import ENGLISH, speaking, spoken

ROOT = Path(__file__).parents[2]

FORKED = """
import hashlib, json, math, os, sys
from reported.analysis.hedges import Interval
from reported.figures import charts

def digests():
    rows = [
        charts.Row("one", Interval(2, math.inf), "more than two 포탄", "gt", 2),
        charts.Row("two", Interval(3, 5), "about four", "approx", 4),
    ]
    alt = charts.described("Two rows as they were said.", rows)
    made = charts.publish(
        charts.ranges(rows, "units"), "a", "It is so.", "Units", "None.", alt, charts.plotted(rows)
    )
    return [hashlib.sha256(form).hexdigest() for form in (made.svg, made.slim, made.png)]

opened = []
def note(event, about):
    if event == "open" and str(about[0]).endswith((".ttf", ".otf")):
        opened.append(about[0])

if "rehearse" in sys.argv:
    charts.rehearse()
reader, writer = os.pipe()
child = os.fork()
if not child:
    sys.addaudithook(note)
    os.write(writer, json.dumps([digests(), opened]).encode())
    os._exit(0)
os.close(writer)
with os.fdopen(reader) as told:
    in_child, opened = json.load(told)
os.waitpid(child, 0)
print(json.dumps([in_child, digests(), opened]))
"""


def forked(*how):
    told = subprocess.run(
        [sys.executable, "-c", FORKED, *how], check=True, capture_output=True, text=True, cwd=ROOT
    )
    return json.loads(told.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork processes")
def test_a_forked_process_reads_no_font_again_and_draws_the_same():
    in_child, in_parent, opened = forked("rehearse")
    assert opened == []
    assert in_child == in_parent
    alone, _, read = forked()  # nothing was drawn before the fork
    assert alone == in_child and read


def test_ready_leaves_no_language_spoken(monkeypatch):
    monkeypatch.setattr(language, "_spoken", [])
    language.language.cache_clear()
    ahead.ready(str(ROOT / "data"), str(ROOT / "report/editions/latest.yml"), "{}")
    assert language._spoken == []
    # Who opens an edition later reads its messages as they are then.
    assert language.language.cache_info().currsize == 0


def test_a_language_spoken_for_a_while_gives_way_to_the_one_before(monkeypatch):
    monkeypatch.setattr(language, "_spoken", [])
    english, korean = language.language(ENGLISH), language.language("ko")
    with speaking(english):
        with speaking(korean):
            assert spoken() is korean
        assert spoken() is english


LOOKS = st.fixed_dictionaries(
    {"color": st.sampled_from([charts.INK, charts.SAID]), "lw": st.sampled_from([0.8, 2.2])},
    optional={
        "ls": st.sampled_from(["-", "none", (0, (4, 2))]), "marker": st.sampled_from(["o", "|", "s"]),
        "ms": st.just(6.5), "mew": st.just(1.2), "mfc": st.just(charts.PAPER), "alpha": st.just(0.5),
        "solid_capstyle": st.just("butt"), "zorder": st.integers(0, 5), "clip_on": st.booleans(),
    },
)  # fmt: skip
POINTS = st.lists(st.tuples(st.floats(-1, 6), st.floats(-1, 6)), min_size=1, max_size=3)


@given(st.lists(st.tuples(POINTS, LOOKS), min_size=1, max_size=3))
def test_strokes_are_drawn_as_matplotlib_plots_lines(lines):
    def pictures(draw):
        @charts.drawing
        def drawn():
            figure = charts.canvas(4)
            axes = figure.subplots()
            axes.set(xlim=(0, 5), ylim=(0, 5))
            for points, look in lines:
                (made,) = draw(axes, *zip(*points, strict=True), **look)
                assert isinstance(made, Line2D)
            return figure

        made = charts.Picture("a", "It is so.", "Units", "None.", "", "", drawn())
        return made.svg, made.png

    assert pictures(charts.strokes) == pictures(lambda axes, *points, **look: axes.plot(*points, **look))
