"""How far a promise is: what counts as delivered and what does not, on which day, and how the answer turns
when the data turn.
"""

import re
import shutil
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import consistency, pledges
from reported.analysis.consistency import Bound, Case
from reported.analysis.pledges import AHEAD, BEHIND, KEPT, LATER, OPEN, SHORT, UNTOLD, Promise, Stand
from reported.dossier.claim import Interval, point
from reported.dossier.dates import end_of
from reported.dossier.starter import KINDS
from reported.edition import open_edition

from ..conftest import ROOT, add_claim, add_source, ask, change

BENCHES, DOSES = KINDS / "pledge" / "data", ROOT / "examples" / "hundred-million-doses" / "data"
DELIVERED = {"quantity": "benches_delivered", "unit": "bench", "hedge": "exact", "series": "brought"}


@pytest.fixture
def benches(tmp_path):
    """A copy of the made-up dossier of a promise: at least 400 by 30 June 2041, nearly 220 by 2 May."""
    return shutil.copytree(BENCHES, tmp_path / "data")


def brought(folder, **parameters):
    """The answer for the benches brought to the park."""
    return ask("12", data=str(folder), **parameters)["so-far-brought"]


def said(folder, day: str, value: int, **cells) -> None:
    """Let the office say on a day how many had come by then."""
    add_source(folder, f"said-{day}", day)
    given = "" if cells.get("hedge") == "none" else value
    row = DELIVERED | {"value": given, "period_start": "2041-01-10", "period_end": day} | cells
    add_claim(folder, f"said-{day}-{value}", f"said-{day}", **row)


# What counts as delivered


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"modality": "pledge"}, "only promised"),
        ({"modality": "forecast"}, "only expected"),
        ({"modality": "capacity"}, "of what could be"),
        ({"scope": "at the south gate"}, "of a part only"),
        ({"cumulative": "no"}, "no running total"),
        ({"series": ""}, "unclear about what is counted"),
        ({"relays": "brought-may", "relation": "retells"}, "retelling another claim"),
        ({"status": "superseded"}, "superseded"),
        ({"status": "retracted"}, "retracted"),
        ({"hedge": "none"}, "without a number"),
    ],
)
def test_what_is_no_total_of_what_came_changes_no_answer(benches, cells, why):
    before = ask("12", data=str(benches))
    said(benches, "2041-05-20", 390, **cells)
    after = ask("12", data=str(benches))
    left = after.tables["not-counted"].rows
    assert [row[4] for row in left if "said-2041-05-20" in str(row[-1])] == [why]
    assert after.value("not-counted", "left") == before.value("not-counted", "left") + 1
    assert why in after["not-counted"].sentence
    for name in ("so-far-brought", "so-far-set-up"):  # only the newest document, and so the day, is another
        assert after.value(name, "delivered") == before.value(name, "delivered")
        assert after.value(name, "missing") == before.value(name, "missing")
    assert "said-2041-05-20" not in str(after.pictures["how-far-along"].table)


def test_what_our_own_document_says_is_no_delivery(benches):
    add_source(benches, "ours", "2041-05-03", publisher_kind="own", reached_via="own")
    add_claim(benches, "ours-390", "ours", **DELIVERED | {"value": 390, "period_end": "2041-05-03"})
    assert brought(benches).values["delivered"] == Interval(165, 220, False, True)


def test_ways_of_counting_are_not_pooled(benches):
    said(benches, "2041-05-20", 390, series="set-up")
    found = ask("12", data=str(benches))
    assert found["so-far-brought"].answer == "too slow" and found["so-far-set-up"].answer == "fast enough"
    assert found["counts-differ"].answer == "hangs on the count"
    assert found["counts-differ"].sentence == (
        "The answer depends on what is counted: “brought to the park”, too slow; “set up”, fast enough."
    )


# The day


def test_a_total_published_after_the_day_is_not_known(benches):
    before = ask("12", data=str(benches), as_of="2041-05-10")
    said(benches, "2041-05-20", 400)
    assert ask("12", data=str(benches), as_of="2041-05-10") == before
    assert brought(benches, as_of="2041-05-20").answer == "kept"


def test_a_total_counts_to_its_day_and_is_known_from_that_of_its_document(benches):
    said(benches, "2041-05-20", 400, period_end="2041-05-15")
    assert brought(benches, as_of="2041-05-19").answer == "too slow"
    found = brought(benches, as_of="2041-05-20")
    assert (
        "Brought to the park by 15 May 2041: 400 benches (Planted, published 20 May 2041)" in found.sentence
    )


def test_before_anything_came_the_whole_promise_is_to_come(benches):
    found = ask("12", data=str(benches), as_of="2041-01-30")
    (told,) = [f for f in found.values() if f.role == "bottom-line"]
    assert told.sentence == (
        "Promised: at least 400 benches by 30 June 2041 (the council of the park, through Ines Holm, 10 "
        "January 2041). Nothing published by 30 January 2041 tells the benches delivered. If none had come, "
        "80 benches a month would have to come from 30 January 2041 on."
    )


def test_a_total_of_an_older_day_is_a_point_and_tells_nothing_of_the_pace(benches):
    said(benches, "2041-05-20", 100, period_end="2041-02-20")
    found = ask("12", data=str(benches))
    assert found["so-far-brought"].claims == ("promise", "brought-may")
    (row,) = [row for row in found.tables["each-day"].rows if row[0] == "20 May 2041"]
    assert row[3] == "20 February 2041" and row[6] == "–" and row[8] == "counts to an older day"
    assert "said-2041-05-20-100" in found.pictures["how-far-along"].table


# How the sentence turns


@pytest.mark.parametrize(
    ("value", "cells", "answer", "ends"),
    [
        (300, {}, "too slow", "75 benches a month would have to come from 20 May 2041 on, against 69 so far: "
         "the pace so far is not enough."),
        (310, {}, "fast enough", "the pace so far is enough."),
        (310, {"hedge": "gt"}, "fast enough", "the pace so far is enough."),
        (310, {"hedge": "nearly"}, "left open",
         "by the bare number it is enough, but the words leave it open."),
        (300, {"hedge": "gt"}, "left open",
         "by the bare number it is not enough, but the words leave it open."),
        (400, {}, "kept", "counted so, the promise is kept already."),
        (399, {}, "fast enough", "the pace so far is enough."),
        (400, {"hedge": "gt"}, "kept", "counted so, the promise is kept already."),
    ],
)  # fmt: skip
def test_the_sentence_turns_with_the_data(benches, value, cells, answer, ends):
    said(benches, "2041-05-20", value, **cells)
    found = brought(benches)
    assert found.answer == answer and found.sentence.endswith(ends), found.sentence


@pytest.mark.parametrize(
    ("totals", "answer", "ends"),
    [
        ([("2041-06-30", 380)], "not kept", "counted so, the promise was short by 20 benches."),
        ([("2041-07-03", 380)], "not kept", "short by 20 benches."),
        ([("2041-07-03", 399)], "not kept", "short by one bench."),
        ([("2041-06-20", 380)], "cannot be told", "no such total counts up to its day."),
        ([("2041-06-30", 400)], "kept", "counted so, the promise was kept."),
        ([("2041-06-12", 405), ("2041-07-09", 420)], "kept", "counted so, the promise was kept."),
        ([("2041-07-09", 420)], "reached after its day", "whether by its day cannot be told."),
        ([("2041-06-20", 410), ("2041-07-03", 390)], "disputed",
         "Whether the promise was kept is disputed."),
    ],
)  # fmt: skip
def test_once_its_day_has_come_the_sentence_says_what_became_of_it(benches, totals, answer, ends):
    for day, value in totals:
        said(benches, day, value)
    add_source(benches, "much-later", "2041-08-01")
    add_claim(
        benches, "x", "much-later", quantity="benches_promised", unit="bench", hedge="none", modality="pledge"
    )
    found = brought(benches)
    assert found.answer == answer and found.sentence.endswith(ends), found.sentence


def test_an_untold_end_says_what_would_have_had_to_come(benches):
    found = brought(benches, as_of="2041-07-10")
    assert "benches were missing then, and in the " in found.sentence
    assert "benches a month would have had to come, against 44 to 59 so far" in found.sentence


def test_where_the_words_leave_it_open_no_total_is_said_to_be_lacking(benches):
    said(benches, "2041-06-30", 400, hedge="approx")
    found = ask("12", data=str(benches), as_of="2041-07-10")
    assert found["so-far-brought"].sentence.endswith("cannot be told: the words leave it open.")
    assert "that is more exact" in found["would-settle"].sentence


def test_ways_of_counting_told_apart_later_are_one_before(benches):
    plan = benches / "dossier.toml"
    plan.write_text(
        re.sub(r"(?m)^(\[series\..*)$", r'\1\nsince = "2041-06-01"', plan.read_text("utf-8")), "utf-8"
    )
    early = open_edition({"data": str(benches), "as_of": "2041-05-10"}).record
    (found,) = pledges.deliveries(early).totals.items()
    assert found[0] is None and len(found[1]) == 3
    late = open_edition({"data": str(benches), "as_of": "2041-06-10"}).record
    assert set(pledges.deliveries(late).totals) == {"brought", "set-up"}


def test_a_pace_that_is_retold_or_replaced_is_no_other_voice(benches):
    cells = {"quantity": "benches_a_month", "unit": "bench/month", "hedge": "exact", "cumulative": "no"}
    add_source(benches, "paces", "2041-05-05")
    add_claim(benches, "pace", "paces", value=90, **cells)
    add_claim(benches, "again", "paces", value=90, relays="pace", relation="retells", **cells)
    add_claim(benches, "old", "paces", value=70, **cells, status="superseded")
    assert ask("12", data=str(benches)).value("pace-named", "named") == 1


def test_for_the_last_days_no_pace_by_the_month_is_asked_for(benches):
    said(benches, "2041-06-20", 380)
    found = brought(benches, as_of="2041-07-10")
    assert "20 benches were missing then, with ten days left and 71 benches a month so far." in found.sentence


@pytest.mark.parametrize(
    ("hedge", "value", "needs"),
    [("ge", "400", point(400)), ("gt", "400", point(400)), ("exact", "400", point(400)), ("approx", "400",
     Interval(300, 500, False, False)), ("le", "400", Interval(0, 400, True, False))],
)  # fmt: skip
def test_what_keeps_a_promise_is_what_its_words_allow(benches, hedge, value, needs):
    change(benches, "claims", "promise", hedge=hedge, value=value)
    record = open_edition({"data": str(benches)}).record
    assert pledges.promise(record).target == needs


def test_more_than_so_many_is_not_kept_by_so_many(benches):
    change(benches, "claims", "promise", hedge="gt")
    said(benches, "2041-05-20", 400)
    assert brought(benches).answer != "kept"
    said(benches, "2041-05-21", 401)
    assert brought(benches).answer == "kept"


# The sums


ends = st.integers(0, 600)
spans = st.builds(
    lambda a, b, low, high: Interval(min(a, b), max(a, b), low and a != b, high and a != b),
    ends, ends, st.booleans(), st.booleans(),
)  # fmt: skip
spans |= st.builds(lambda low, is_open: Interval(low, float("inf"), is_open, True), ends, st.booleans())


def at(done: Interval, day: str, target: float = 400, counted: str = "") -> Stand:
    """How far the made-up promise is, with so much done."""
    record = open_edition({"data": str(BENCHES)}).record
    promise, row = pledges.promise(record), record.row("stand-april")
    own = Promise(promise.row, promise.start, promise.due, point(target), promise.unit, promise.factor)
    made = Stand(own, row, date.fromisoformat(day), done)
    if counted:
        made.__dict__["counted"] = date.fromisoformat(counted)
    return pledges._judged(made)


@given(spans, st.sampled_from(["2041-04-05", "2041-05-31", "2041-06-29"]))
def test_what_is_missing_and_needed_is_what_the_relations_imply(done, day):
    """The oracle: the dossier's own relations, by the propagation that serves every dossier."""
    plan = open_edition({"data": str(BENCHES)}).record.plan
    found = at(done, day)
    left = plan.quantities["months_left"].on(date.fromisoformat(day))
    bounds = {"benches_promised": Bound(point(400)), "benches_delivered": Bound(replace(done, signed=True))}
    signed = frozenset(("benches_missing", "benches_a_month", "benches_delivered"))
    case = Case(plan.relations, bounds, {}, {"months_left": left}, signed)
    for quantity, own in (("benches_missing", found.missing), ("benches_a_month", found.needed)):
        implied = consistency.implied(case, quantity).interval
        if implied.high <= 0:
            assert own is None or own.high == 0
            continue
        assert own.high == pytest.approx(implied.high) and own.high_open == implied.high_open
        assert own.low == pytest.approx(max(implied.low, 0.0))
        if implied.low > 0:
            assert own.low_open == implied.low_open


@given(spans, spans)
def test_words_that_allow_more_never_make_an_answer_firmer(one, other):
    wide = one | other
    firm = {AHEAD: {AHEAD, KEPT}, BEHIND: {BEHIND}, KEPT: {KEPT}}
    word = at(wide, "2041-05-20").word
    assert word == OPEN or at(one, "2041-05-20").word in firm[word]
    after = at(wide, "2041-07-20", counted="2041-07-10").word
    assert after == UNTOLD or at(one, "2041-07-20", counted="2041-07-10").word == after
    assert after in (UNTOLD, SHORT, LATER)


@given(ends, ends)
def test_more_delivered_never_makes_it_slower(less, more):
    order = [BEHIND, AHEAD, KEPT]
    words = [at(point(value), "2041-05-20").word for value in sorted((less, more))]
    assert order.index(words[0]) <= order.index(words[1])


# The real one


def test_each_row_stands_as_seen_from_the_day_of_its_document():
    record = open_edition({"data": str(DOSES)}).record
    promise, came = pledges.promise(record), pledges.deliveries(record)
    assert promise.due == date(2022, 6, 30) and sum(map(len, came.totals.values())) >= 10
    for rows in came.totals.values():
        for found in pledges.each(record, promise, rows):
            assert found.day == end_of(found.row.published) and found.counted <= found.day
            earlier = ask("12", data=str(DOSES), as_of=str(found.day))
            named = [f.claims[1] for name, f in earlier.items() if name.startswith("so-far-")]
            assert found.word in (pledges.OLDER, KEPT) or any(
                record.row(name).series == found.row.series
                and record.row(name).published == found.row.published
                for name in named
            )
