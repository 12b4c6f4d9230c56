"""Dots in lanes: a dot for each retelling of a figure, by what it did to its hedge."""

from collections import Counter

import pytest

from reported.analysis import origins, retellings
from reported.analysis.parameters import contract
from reported.dossier.reader import read
from reported.edition import Edition
from reported.figures import charts, deeds, said_charts
from tests.conftest import RELIEF, ROOT

SHIPPED = ROOT / "data"


def edition(folder):
    whole = read(folder)
    return Edition(whole, contract({}, whole.plan), None)


def steps_of(ed):
    published = origins.others(ed.record.standing_rows)
    return retellings.ledger(published, origins.together(origins.carried(published, ed.record.headlines())))


@pytest.mark.parametrize("data", [SHIPPED, RELIEF])
def test_each_retelling_whose_hedge_can_be_compared_is_one_dot(data):
    ed = edition(data)
    steps = steps_of(ed)
    picture = said_charts.publish_deeds(ed.words, steps)
    rows = [line.split(",") for line in picture.table.splitlines()[1:]]
    known = [step for step in steps if step.did["hedge"]]
    assert sorted(row[-1] for row in rows) == sorted(step.row.claim_id for step in known)
    assert Counter(row[-2] for row in rows) == retellings.tally(steps, "hedge")
    for across in (charts.WIDTH, charts.SLIM):
        figure = picture.drawing.at(across)
        words = charts._words_in(figure)
        marks = [line for line in figure.axes[0].lines if line.get_url()]
        assert len(marks) == len(rows)
        for code, many in retellings.tally(steps, "hedge").items():
            assert any(str(many) in word for word in words), code


def test_those_that_kept_it_stand_first_and_no_two_deeds_look_alike():
    ed = edition(SHIPPED)
    codes = [
        line.split(",")[-2]
        for line in said_charts.publish_deeds(ed.words, steps_of(ed)).table.splitlines()[1:]
    ]
    assert codes[0] == retellings.KEPT
    looks = [(look["marker"], look.get("fillstyle", "full")) for look in deeds.LOOKS]
    assert len(set(looks)) == len(looks) >= len(retellings.WORDS)


def test_where_nothing_was_retold_there_is_no_picture():
    ed = edition(SHIPPED)
    assert said_charts.publish_deeds(ed.words, []) is None


def test_more_dots_than_a_line_holds_run_on():
    lane = deeds.Lane("lanterns", "about 40", tuple((retellings.KEPT, f"c-{n}") for n in range(120)))
    figure = deeds.dots([lane], {retellings.KEPT: "kept"}).at(charts.SLIM)
    dots = [line for line in figure.axes[0].lines if line.get_url()]
    right = figure.axes[0].get_xlim()[1]
    assert len(dots) == 120 and all(line.get_xdata()[0] <= right for line in dots)
    assert len({line.get_ydata()[0] for line in dots}) > 4
