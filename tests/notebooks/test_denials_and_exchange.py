"""What was denied, what moved the other way: sentences that turn with the rows, and dots that keep apart."""

import re
from datetime import date

import pandas as pd
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg

from reported.figures import charts, timeline

from ..analysis.test_earlier_days import everything
from ..conftest import RELIEF, add_row, add_source, ask

DENIED, EXCHANGED = "07", "08"


@pytest.fixture
def planted(copy_of, shipped):
    """The shipped dossier with one more document, of 10 November 2023, for rows to stand in."""
    folder = copy_of(shipped)
    document(folder)
    return folder


@pytest.fixture
def bare(copy_of):
    """Another topic, without an answer or an event."""
    folder = copy_of(RELIEF)
    for table in ("denials", "events"):
        pd.read_csv(folder / f"{table}.csv", dtype=str).iloc[:0].to_csv(folder / f"{table}.csv", index=False)
    return folder


def document(folder, published="2023-11-10"):
    add_source(folder, "planted", published, publisher="PLANTED PRESS")


def answer(folder, **cells):
    row = {
        "denial_id": "planted", "source_id": "planted", "said_on": "2023-11-10", "speaker": "Planted speaker",
        "institution": "Planted ministry",
        "type": "categorical", "scope": "deliveries", "targets": "supply", "addresses_quantity": "no",
        "note": "Planted words",
    }  # fmt: skip
    add_row(folder, "denials", **row | cells)


def event(folder, **cells):
    row = {
        "event_id": "planted", "source_id": "planted", "date_start": "2023-11-09", "event": "Planted event",
        "parties": "Planted party",
        "strand": "exchange", "item": "planted goods", "basis": "observed", "credibility": "2",
        "credibility_reason": "Planted.",
    }  # fmt: skip
    add_row(folder, "events", **row | cells)


# ── what was denied ─────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("notebook", [DENIED, EXCHANGED])
def test_before_any_figure_the_notebook_steps_aside(notebook):
    found = ask(notebook, as_of="2023-09-01")
    assert [f.role for f in found.values()] == ["not-run"] and not found.tables and not found.pictures


@pytest.mark.parametrize("notebook", [DENIED, EXCHANGED])
def test_another_topic_without_answers_or_exchange_steps_aside(notebook, bare):
    found = ask(notebook, data=str(bare), as_of="2031-05-02")
    assert found["not-run"].sentence.startswith("Nothing published by 2 May 2031 ") and not found.pictures


@pytest.mark.parametrize("notebook", [DENIED, EXCHANGED])
@pytest.mark.parametrize("day", ["2023-10-13", "2023-11-02", "2024-02-28", "latest"])
def test_every_day_has_its_findings(notebook, day):
    found = ask(notebook, as_of=day, reading="pragmatic")
    assert len(found) >= 3 and found.pictures and found.tables


@pytest.mark.parametrize("notebook", [DENIED, EXCHANGED])
def test_another_topic_runs_in_its_own_words(notebook):
    said = everything(ask(notebook, data=str(RELIEF)))
    assert not [word for word in ("shell", "container", "Korea", "Russia") if word in said]


def test_with_no_row_on_a_number_none_is_disputed():
    found = ask(DENIED, as_of="2023-11-02")
    assert found["disputed"].answer == "no number disputed" and found.value("disputed", "disputing") == 0
    assert found.pictures["what-was-denied"].title.startswith("Not one of")
    told = found["named"].sentence
    assert told.count(" given to ") == len(re.findall("disputes (a|no) number", told))
    assert not re.search("(one disputes|it disputes a|dispute a) number", told)


def test_an_answer_that_disputes_a_number_turns_the_sentences(planted):
    answer(planted, targets="nis-shells-moscowtimes", addresses_quantity="yes")
    found = ask(DENIED, data=str(planted), as_of="2023-11-10")
    assert found["disputed"].answer == "a number disputed"
    assert (
        found["disputed"].sentence.startswith("One of ")
        and "disputed by Planted ministry" in found["disputed"].sentence
    )
    # It named the retelling; the figure as first worded is the same figure.
    shells = next(row for row in found.tables["disputed"].rows if row[-1].claims == ("nis-shells-news1",))
    assert shells[-2] != "none" and ", and one disputes a number" in found["named"].sentence
    assert "answers disputes a number." in found.pictures["what-was-denied"].title
    assert "disputes a number: one answer" in found.pictures["what-was-denied"].alt


def test_a_figure_that_no_answer_names_is_told(copy_of, shipped):
    folder = copy_of(shipped)
    frame = pd.read_csv(folder / "denials.csv", dtype=str, keep_default_na=False)
    frame[~frame["targets"].str.contains("nis-")].to_csv(folder / "denials.csv", index=False)
    named = ask(DENIED, data=str(folder), as_of="2023-11-10")["named"].sentence
    assert named.startswith(
        "No answer was given to “at least one million shells”, “at least two months” and “"
    )


def test_a_second_one_makes_it_plural(planted):
    for name in ("one", "two"):
        answer(planted, denial_id=name, targets="supply", addresses_quantity="yes")
    found = ask(DENIED, data=str(planted), as_of="2023-11-10")
    assert (
        found["disputed"].sentence.startswith("Two of ") and " dispute a number" in found["disputed"].sentence
    )


def test_what_was_left_unconfirmed_is_no_denial(planted):
    before = ask(DENIED, data=str(planted), as_of="2023-11-10")
    kind = {"type": "unconfirmed", "institution": "ROK NIS", "targets": "nis-shells-news1"}
    answer(planted, **kind)
    after = ask(DENIED, data=str(planted), as_of="2023-11-10")
    assert after["answers"] == before["answers"] and after["disputed"] == before["disputed"]
    assert (
        after["unconfirmed"].sentence
        == f"{before['unconfirmed'].sentence} PLANTED PRESS, 10 November 2023: Planted words."
    )
    assert after.value("unconfirmed", "unconfirmed") == before.value("unconfirmed", "unconfirmed") + 1


def test_where_nothing_is_told_of_confirmation_that_is_said(copy_of, shipped):
    assert ask(DENIED, as_of="2023-10-13")["unconfirmed"].sentence.startswith("No document seen says")


def test_the_record_is_counted_as_it_stands(planted):
    told = {"strand": "record", "parties": "ROK NIS"}
    others = ask(DENIED, data=str(planted), as_of="2023-11-10").value("record", "reports")
    event(planted, event_id="a", item="borne out", **told)
    event(planted, event_id="b", item="not borne out", **told)
    event(planted, event_id="c", strand="record", parties="Somebody else", item="not borne out")
    found = ask(DENIED, data=str(planted), as_of="2023-11-10")
    kept = ask(DENIED, as_of="2023-11-10")["record"].values
    assert (
        found.value("record", "fared_borne_out") == kept["fared_borne_out"] + 1
        and found.value("record", "fared_not_borne_out") == kept["fared_not_borne_out"] + 1
    )
    assert "a mixed record" in found["record"].sentence
    assert found.value("record", "reports") == others + 2 and "Somebody else" not in str(
        found.tables["record"].rows
    )
    assert not [
        row
        for row in ask(EXCHANGED, data=str(planted), as_of="2023-11-10").tables["events"].rows
        if "record" in row
    ]


def test_statements_that_something_was_not_confirmed_are_told_apart(bare):
    document(bare, "2031-05-04")
    add_source(bare, "other", "2031-05-06", publisher="the crier")
    for name, source, note in (
        ("one", "planted", "the town hall did not answer"),
        ("two", "other", "a clerk called it inferred."),
    ):
        answer(
            bare,
            denial_id=name,
            source_id=source,
            said_on="2031-05-05",
            type="unconfirmed",
            targets="flour-mayor",
            note=note,
        )
    answer(bare, said_on="2031-05-05", targets="flour-mayor")
    assert ask(DENIED, data=str(bare))["unconfirmed"].sentence == (
        "PLANTED PRESS, 4 May 2031: the town hall did not answer. The crier, 6 May 2031: a clerk called it "
        "inferred."
    )


def test_what_was_acknowledged_and_what_got_no_comment_are_kinds_of_their_own(bare):
    document(bare, "2031-05-04")
    for kind in ("acknowledged", "no_comment"):
        answer(bare, denial_id=kind, said_on="2031-05-05", type=kind, targets="flour-mayor")
    found = ask(DENIED, data=str(bare))
    assert found["answers"].sentence.endswith("By kind: acknowledgement (one) and no comment (one).")
    assert found.value("answers", "acknowledged") == found.value("answers", "no_comment") == 1
    assert "acknowledgement: one answer" in found.pictures["what-was-denied"].alt


@pytest.mark.parametrize(
    ("disputing", "lead"),
    [
        (0, "Not one of two answers disputes a number."),
        (1, "One of two"),
        (2, "Both answers dispute a number."),
    ],
)
def test_two_answers_are_told_as_two(bare, disputing, lead):
    document(bare, "2031-05-01")
    for n in range(2):
        answer(
            bare,
            denial_id=f"n{n}",
            said_on="2031-04-30",
            targets="flour-mayor",
            addresses_quantity="yes" if n < disputing else "no",
            scope="",
        )
    found = ask(DENIED, data=str(bare))
    assert (
        found["disputed"].sentence.startswith(lead)
        and "both of them came before" in found["answers"].sentence
    )
    assert found.tables["answers"].rows[0][2] == "outright denial"


def test_what_is_left_empty_leaves_no_gap(bare):
    document(bare, "2031-05-04")
    answer(bare, said_on="2031-05-05", scope="", targets="", stated="it is so", note="")
    event(bare, date_start="2031-05", parties="", basis="", credibility="", credibility_reason="")
    denied, exchanged = (ask(notebook, data=str(bare)) for notebook in (DENIED, EXCHANGED))
    assert "It is about: something else (one)." in denied["disputed"].sentence
    assert denied.tables["answers"].rows[0][3] == "“it is so”"
    assert (
        exchanged["basis"].sentence
        == "The only one does not rest on something observed. Its basis: not stated."
        and exchanged.tables["given"].rows[0][2] == "Planted event"
    )


def test_a_record_may_be_called_anything(bare):
    document(bare, "2031-05-04")
    answer(bare, said_on="2031-05-05", targets="")
    event(bare, date_start="2031-04", strand="record", parties="Town hall", item="reports")
    assert ask(DENIED, data=str(bare)).value("record", "reports") == 1


def test_one_answer_and_one_event_are_told_in_the_singular(bare):
    document(bare, "2031-05-04")
    answer(bare, said_on="2031-05-04", scope="sacks", targets="flour-mayor")
    event(bare, date_start="2031-05", item="timber")
    denied, exchanged = (ask(notebook, data=str(bare)) for notebook in (DENIED, EXCHANGED))
    assert denied["disputed"].sentence.startswith("The one answer found disputes no number.")
    assert denied["answers"].sentence.startswith(
        "One answer was found, of 4 May 2031, in the name of Planted ministry; it did not come before"
    )
    assert exchanged["basis"].sentence == "The only one rests on something observed."
    assert exchanged.pictures["what-moved-the-other-way"].title.startswith("The only report")


# ── what moved the other way ────────────────────────────────────────────────────────────────────────────────


def test_a_planted_exchange_stands_in_table_and_timeline(planted):
    before = ask(EXCHANGED, data=str(planted), as_of="2023-11-10")
    event(planted)
    after = ask(EXCHANGED, data=str(planted), as_of="2023-11-10")
    assert (
        "planted goods (one)" in after["given"].sentence and "planted goods (one)" in after["basis"].sentence
    )
    assert "planted goods" in str(after.tables["given"].rows)
    assert len(after.tables["given"].rows) == len(before.tables["given"].rows) + 1
    shown = after.pictures["what-moved-the-other-way"]
    assert shown.digest != before.pictures["what-moved-the-other-way"].digest
    assert "planted goods: 1 seen, 0 assessed, 0 only said; Planted event" in shown.alt
    assert after.value("basis", "observed") == before.value("basis", "observed") + 1
    assert after.value("order", "after") == before.value("order", "after") + 1


def test_nothing_published_later_is_known(planted):
    answer(planted, targets="nis-shells-news1", addresses_quantity="yes")
    answer(planted, denial_id="more", type="unconfirmed", institution="ROK NIS")
    event(planted, date_start="2023-10-20")
    event(planted, event_id="more", date_start="2023-10-20", strand="record", parties="ROK NIS")
    for notebook in (DENIED, EXCHANGED):
        assert everything(ask(notebook, data=str(planted), as_of="2023-11-09")) == everything(
            ask(notebook, as_of="2023-11-09")
        )
        assert "lanted" in everything(ask(notebook, data=str(planted), as_of="2023-11-10"))


def test_a_figure_of_the_other_way_leads_to_its_claim(planted):
    add_row(
        planted, "claims", claim_id="planted", source_id="planted", quantity="containers_returned",
        modality="actual", hedge="approx", value="70",
        unit="container", item="boxes of planted goods", speaker="Planted speaker",
        institution="Planted ministry", origin_id="PLANTED",
        basis="assessed", cumulative="yes", credibility="3", credibility_reason="Planted.", status="active",
    )  # fmt: skip
    found = ask(EXCHANGED, data=str(planted), as_of="2023-11-10")
    assert "Planted ministry named “about 70 containers”" in found["given"].sentence
    assert "planted" in found["given"].claims and "planted" in str(found.tables["given"].rows[-1][-1])


# ── the drawing ─────────────────────────────────────────────────────────────────────────────────────────────


def test_partial_dates_span_the_days_they_can_mean():
    month, lasted = timeline.mark(1, "lane", "2023-02"), timeline.mark(2, "lane", "2023-02-03", "2023-03")
    assert (month.day, month.end) == (date(2023, 2, 1), date(2023, 2, 28))
    assert (lasted.day, lasted.end) == (date(2023, 2, 3), date(2023, 3, 31))


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("", "", ""),
        ("2023-07-26", "", "26 July 2023"),
        ("2023-10", "2023-10", "October 2023"),
        ("2024-02-12", "2024-03-10", "12 February 2024 to 10 March 2024"),
        ("", "2024-03", "until March 2024"),
    ],
)
def test_the_days_of_something_in_words(start, end, told):
    assert timeline.days(start, end) == told


def test_months_along_the_axis_are_few_and_short():
    ticks = timeline.month_ticks(date(2023, 5, 20), date(2023, 9, 2))
    assert [name for _, name in ticks] == ["Jun 2023", "Jul 2023", "Aug 2023", "Sep 2023"]
    assert len(timeline.month_ticks(date(2019, 1, 1), date(2024, 1, 1))) <= 8


@pytest.mark.parametrize("many", [1, 12, 60])
def test_dots_and_their_words_keep_apart(many):
    marks = [
        timeline.mark(n, "lane", f"2023-{1 + n % 3:02}-{1 + n % 28:02}", text=f"words {n}")
        for n in range(1, many + 1)
    ]
    drawing = timeline.lanes(marks, {"lane": charts.SAID}, until=date(2024, 1, 1))
    publish(drawing, marks)
    figure = drawing.figure
    axes = figure.axes[0]
    renderer = FigureCanvasAgg(figure).get_renderer()
    boxes = [text.get_window_extent(renderer) for text in axes.texts]
    assert len(boxes) == 2 * many
    assert not [
        1
        for n, a in enumerate(boxes)
        for b in boxes[n + 1 :]
        if a.shrunk(0.98, 0.7).overlaps(b.shrunk(0.98, 0.7))
    ]
    assert all(box.x0 >= 0 and box.x1 <= figure.bbox.width for box in boxes)


def test_an_empty_lane_says_so_and_moments_are_named():
    marks = [timeline.mark(1, "one", "2023-05-01")]
    figure = timeline.lanes(
        marks, dict.fromkeys(["one", "two"], charts.SAID), [(date(2023, 6, 1), "the day it was said")]
    ).figure
    words = [text.get_text() for text in figure.axes[0].texts]
    assert "none" in words and "the day it was said" in words
    alt = timeline.described("What.", marks, ["one", "two"], "event", "seen", [(date(2023, 6, 1), "said")])
    assert alt == "What. one: one event, 1 May 2023, 1 seen; two: no event; marked: said."


def publish(drawing, marks):
    shown = charts.publish(
        drawing, "a-timeline", "It is so.", "Days", "Sources: none.",
        "A timeline of planted events, one lane, as many as were asked for.",
        timeline.plotted(marks),
    )  # fmt: skip
    assert shown.png
