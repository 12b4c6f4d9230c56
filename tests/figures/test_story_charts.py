"""The charts of the story, at both widths: rates, later totals, what was given, the few events along time."""

import io
import re
from datetime import date, timedelta
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

from reported.analysis import delivery
from reported.analysis.afterwards import Later
from reported.analysis.excluding import Excluding
from reported.analysis.hedges import Interval
from reported.analysis.parameters import contract
from reported.analysis.record import RETOLD
from reported.dossier.claim import anchor
from reported.dossier.reader import read
from reported.edition import Edition
from reported.figures import beats, by_basis, charts, exchange_figures, over_time, show_later, to_draw, zones
from reported.wording import exchanged

WIDTHS = (charts.WIDTH, charts.SLIM)


@pytest.fixture(scope="module")
def edition(shipped):
    whole = read(shipped)
    return Edition(whole, contract({}, whole.plan))


@pytest.fixture(scope="module")
def pictures(edition):
    """The four charts, by name."""
    words, found = edition.words, exchanged.exchange(edition.words)
    made = [
        to_draw.publish_durations(words, delivery.durations(edition.record), None),
        show_later.publish_totals(words, Excluding(Later(edition.record)), None),
        exchange_figures.publish_reports(words, found, None),
        exchange_figures.publish_events(words, found, None),
    ]
    return {picture.name: picture for picture in made}


NAMES = ("how-long-would-it-last", "later-totals", "what-moved-the-other-way", "what-happened-when")


def texts(figure):
    """What stands in a framed figure, each with its box."""
    renderer = FigureCanvasAgg(figure).get_renderer()
    shown = [text for text in figure.findobj(Text) if text.get_text().strip() and text.get_visible()]
    return [(text, Text.get_window_extent(text, renderer)) for text in shown]


def colliding(figure):
    """Pairs of texts that touch, and those that are cut at an edge."""
    boxes = [(text.get_text(), box.shrunk(0.97, 0.72)) for text, box in texts(figure)]
    cut = [text for text, box in boxes if box.x0 < 0 or box.x1 > figure.bbox.width]
    return [(a, b) for (a, one), (b, two) in combinations(boxes, 2) if one.overlaps(two)] + cut


@pytest.mark.parametrize("across", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_no_label_is_cut_small_or_touches_another(pictures, name, across):
    figure = pictures[name].framed(across)
    assert colliding(figure) == []
    small = {
        text.get_text()
        for text, _ in texts(figure)
        if text.get_fontsize() < charts.SMALL and text.get_gid() != charts.OUTSIDE
    }
    assert not small


@pytest.mark.parametrize("name", NAMES[:2])
@pytest.mark.parametrize("kind", ["svg", "slim"])
def test_each_mark_leads_to_its_claim(pictures, name, kind):
    data = pd.read_csv(io.StringIO(pictures[name].table))
    led = set(re.findall(r'<a xlink:href="#([^"]+)"', getattr(pictures[name], kind).decode()))
    assert led == {anchor(claims.split()[0]) for claims in data["claims"]}


# ── rates ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_published_rate_stands_on_an_even_scale_from_nought(edition, pictures):
    found = delivery.durations(edition.record)
    data = pd.read_csv(io.StringIO(pictures["how-long-would-it-last"].table))
    assert {*data["claims"]} == {row.claim_id for row, _ in found}
    axes = pictures["how-long-would-it-last"].drawing.figure.axes[0]
    assert axes.get_xscale() == "linear" and axes.get_xlim()[0] == 0
    assert dict(zip(data["claims"], data["lasts"], strict=True))["ee-rate-kiviselg"] == "100 days"


def test_the_shaded_rates_are_those_at_which_the_duration_can_be_right(edition):
    needed = delivery.rates_needed(edition.record)[RETOLD][1]
    within, slower = to_draw._zones(edition.words, needed)
    assert within.shaded and within.span == needed and slower.span == Interval(0, needed.low)
    assert "13,100" in within.words and "longer" in slower.words
    below = to_draw._zones(edition.words, Interval(0.0, 9_000.0))
    assert [zone.shaded for zone in below] == [True, False] and "sooner" in below[1].words
    assert to_draw._zones(edition.words, Interval()) == []


@pytest.mark.parametrize("across", WIDTHS)
def test_long_words_and_one_row_alone_have_room(across):
    long = "more than nine hundred million loaves a fortnight"
    rows = [
        zones.Line("Somebody", Interval(9.0), long, "gt", 9.0, end="2 days"),
        zones.Line("Somebody else", Interval(0.0, 1.0), "up to one", "le", 1.0, end="at least 20 days"),
    ]
    for some in (rows, rows[:1]):
        drawing = zones.zoned(some, "loaves a day", [zones.Zone(Interval(5.0), "five or more", True)])
        picture = charts.publish(
            drawing, "rates", "It is so.", "Loaves a day", "Sources: none.",
            charts.described("Rates that were planted, as they were said.", some), charts.plotted(some),
        )  # fmt: skip
        assert colliding(picture.framed(across)) == []


# ── later totals ────────────────────────────────────────────────────────────────────────────────────────────


def test_every_later_total_is_drawn_behind_the_figure_it_follows(edition, pictures):
    later = Later(edition.record)
    data = pd.read_csv(io.StringIO(pictures["later-totals"].table))
    members = [row.claim_id for one in later.totals for row in one.members]
    assert sorted(data.loc[~data["examined"], "claims"]) == sorted(members)
    assert [*data["number"]] == [*range(1, len(data) + 1)]
    assert {*data.loc[data["examined"], "claims"]} == {
        "nis-shells-news1",
        "us-containers-yonhap",
        "nis-transfers-news1",
    }
    for _, part in data.groupby("quantity", sort=False):
        assert part["examined"].tolist()[1:] == [False] * (len(part) - 1)
    made = {row.claim_id for row in edition.record.rows() if edition.record.converted(row)}
    assert {*data.loc[data["converted"], "claims"]} == {*data["claims"]} & made


def said(number, code="exact", named=100.0, span=None, family="a", day=date(2030, 1, 1), **more):
    return over_time.Mark(
        number, day, day, span or Interval(named, named, False, False), code, named, family, f"Who\n{named}",
        **more,
    )  # fmt: skip


def test_a_hedge_is_drawn_as_it_was_said_and_a_conversion_is_hollow():
    marks = [
        said(1, "ge", span=Interval(100.0)),
        said(2, "approx", span=Interval(75.0, 125.0), day=date(2030, 3, 1)),
        said(3, "range", span=Interval(50.0, 200.0), day=date(2030, 5, 1), made=True),
        said(4, "le", span=Interval(0.0, 100.0), day=date(2030, 7, 1)),
    ]
    axes = over_time.panels([over_time.Panel("Loaves", marks)], ["a"]).figure.axes[1]
    arrows = [text for text in axes.texts if getattr(text, "arrow_patch", None)]
    assert [text.xyann[1] > 0 for text in arrows] == [True, False]
    assert len(axes.collections) == 1  # the bar that fades
    hollow = [line for line in axes.lines if line.get_markerfacecolor() == charts.PAPER]
    assert [[*line.get_ydata()] for line in hollow] == [[50.0, 200.0]]


def test_more_speakers_than_shapes_share_one():
    named = over_time.families("aaabbccdef", "others")
    assert {*named.values()} == {"a", "b", "c", "d", "others"} and named["f"] == "others"
    assert {*over_time.families("abcde", "others").values()} == {*"abcde"}


def test_of_too_many_totals_those_that_lead_and_the_latest_are_drawn():
    marks = [said(n, day=date(2030, 1, 1) + timedelta(n), leads=n == 1) for n in range(1, 200)]
    kept = show_later._most(marks)
    assert len(kept) == over_time.MOST and kept[0].number == 1 and kept[1].number == 200 - over_time.MOST + 1


HEDGES = {
    "ge": lambda x: Interval(x), "approx": lambda x: Interval(x * 0.75, x * 1.25), "exact": lambda x: None,
}  # fmt: skip
TOTALS = st.tuples(st.integers(0, 700), st.floats(1, 1e6), st.sampled_from([*HEDGES]), st.integers(0, 3))


@settings(deadline=None, max_examples=8)
@given(st.lists(TOTALS, min_size=1, max_size=30), st.sampled_from(WIDTHS))
def test_labels_keep_apart_whatever_was_said_when(given_marks, across):
    start = date(2030, 1, 1)
    marks = [
        said(n, code, named, HEDGES[code](named), day=start + timedelta(day), leads=leads)
        for n, (day, named, code, leads) in enumerate(given_marks, 1)
    ]
    figure = over_time.panels([over_time.Panel("Loaves", marks)], ["a"]).at(across)
    renderer = FigureCanvasAgg(figure).get_renderer()
    labels = [text for text in figure.axes[1].texts if text.get_text() and text.get_text() != "Loaves"]
    boxes = [Text.get_window_extent(text, renderer) for text in labels]
    assert not [1 for a, b in combinations(boxes, 2) if a.overlaps(b)]


# ── what was given, and the few events ──────────────────────────────────────────────────────────────────────


def test_a_thing_stands_in_the_column_of_what_it_rests_on_the_best_known_first(pictures):
    data = pd.read_csv(io.StringIO(pictures["what-moved-the-other-way"].table))
    assert [*data.columns] == ["thing", "seen", "assessed", "said", "words", "claims"]
    ranks = [
        min(n for n, column in enumerate(("seen", "assessed", "said")) if row[column])
        for _, row in data.iterrows()
    ]
    assert ranks[:-1] == sorted(ranks[:-1])  # what was measured stands last
    oil = data.set_index("thing").loc["oil"]
    assert (oil["seen"], oil["assessed"], oil["said"]) == (1, 1, 0) and oil["words"].startswith(
        "43 tanker calls"
    )


class Event:
    def __init__(self, event, basis="observed", credibility="1", short="", strand="exchange", beat=""):
        self.event, self.basis, self.credibility, self.short = event, basis, credibility, short
        self.strand, self.beat = strand, beat


def test_the_words_are_those_of_what_is_known_best_and_has_any():
    plain, told = Event("seen"), Event("said", "asserted", "3", short="a few words")
    assert exchanged.best_known([plain, Event("later", "assessed")]) is plain
    assert exchanged.best_known([plain, told]) is told
    assert exchanged.best_known([Event("ungraded", credibility=""), plain]) is plain


def test_where_no_event_is_marked_the_ends_of_each_strand_tell_the_story():
    events = [Event(str(n), strand=strand) for strand in ("supply", "diplomacy") for n in range(4)]
    events[0].basis = "asserted"
    told = exchanged.beats(exchanged.Exchange(events, []))
    assert told == [events[1], events[3], events[4], events[7]]
    events[2].beat = "yes"
    assert exchanged.beats(exchanged.Exchange(events, [])) == [events[2]]


def test_many_reports_of_one_thing_are_told_by_their_number():
    things = [by_basis.Thing("a very long name of a thing indeed", (3, 40, 0), "a few words on it, " * 9)]
    for across in WIDTHS:
        figure = by_basis.columns(things, ["seen", "assessed", "said"]).at(across)
        said = charts._words_in(figure)
        assert "× 40" in said
        assert max(box.x1 for _, box in texts(figure)) <= figure.bbox.width


@pytest.mark.parametrize("many", [1, 8, 12])
@pytest.mark.parametrize("across", WIDTHS)
def test_words_of_beats_keep_apart(many, across):
    days = [date(2030, 1, 1) + timedelta(40 * n * n // 10) for n in range(many)]
    shown = [
        beats.Beat(day, day + timedelta(n), f"What happened then, number {n}", "Supply")
        for n, day in enumerate(days)
    ]
    drawing = beats.along(shown)
    picture = charts.publish(
        drawing, "beats", "It is so.", "Days", "Sources: none.",
        "Beats that were planted, as many as were asked for, in a row.", beats.plotted(shown),
    )  # fmt: skip
    assert colliding(picture.framed(across)) == []


def test_a_word_for_hundreds_is_drawn_from_its_least_to_its_most():
    day = date(2023, 12, 1)
    vague = over_time.Mark(1, day, day, Interval(200, 1000), "hundreds_of", 100, "others", "")
    assert vague.ends == [200, 1000]
    floor = over_time.Mark(1, day, day, Interval(100, float("inf")), "ge", 100, "others", "")
    assert floor.ends == [100]
