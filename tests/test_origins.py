"""Documents and origins: reprints add nothing, echoes are told apart, and what is withdrawn takes along what rests on it."""

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from reported.origins import RESTING, RETRACTED, computed_from, count, depends_on, echoes, graph, told_from, withdrawn


def claims(*rows):
    """Claims from (claim_id, source_id, origin_id, relays, relation, hedge)."""
    frame = pd.DataFrame(rows, columns=["claim_id", "source_id", "origin_id", "relays", "relation", "hedge"])
    return frame.assign(institution=frame["origin_id"], number=1.0)


FIRST = ("first", "gazette", "AGENCY", "", "", "gt")


def test_reprints_add_documents_and_no_origin():
    rows = claims(FIRST, *((f"copy-{n}", f"paper-{n}", "AGENCY", "first", "retells", "gt") for n in range(5)))
    found = count(rows)
    assert (found.documents, found.fewest, found.most, found.spoken) == (6, 1, 1, "1")


@given(st.integers(0, 12))
def test_duplicates_of_an_origin_never_raise_its_count(copies):
    rows = claims(FIRST, *((f"copy-{n}", f"paper-{n}", "AGENCY", "first", "quotes", "gt") for n in range(copies)))
    assert count(rows).most == 1


def test_inferred_link_is_counted_both_ways():
    rows = claims(FIRST, ("echo", "bulletin", "MINISTRY", "first?", "retells", "gt"))
    assert count(rows).spoken == "1–2"


def test_two_voices_are_two_origins():
    rows = claims(FIRST, ("other", "bulletin", "MINISTRY", "", "", "gt"))
    assert count(rows).spoken == "2"


def test_retellings_of_retellings_are_found_but_computations_are_not():
    rows = claims(
        FIRST,
        ("second", "paper", "AGENCY", "first", "translates", "approx"),
        ("third", "blog", "AGENCY", "second", "retells", "exact"),
        ("sum", "desk", "DESK", "first", "derives", "ge"),
    )
    assert list(told_from(rows, "first")["claim_id"]) == ["first", "second", "third"]
    assert list(computed_from(rows, ["first", "second"])["claim_id"]) == ["sum"]


def test_what_depends_on_a_claim_says_whether_by_inference():
    rows = claims(
        FIRST,
        ("total", "desk", "DESK", "first?", "derives", "ge"),
        ("load", "desk", "DESK", "total", "derives", "exact"),
        ("sailings", "desk", "DESK", "first", "with", "exact"),
    )
    assert depends_on(graph(rows), "first") == {"load": True, "total": True}
    assert depends_on(graph(rows), "total") == {"load": False}


def test_retracted_claim_takes_along_what_surely_rests_on_it():
    rows = claims(
        FIRST,
        ("copy", "paper", "AGENCY", "first", "retells", "gt"),
        ("sum", "desk", "DESK", "copy", "derives", "ge"),
        ("perhaps", "bulletin", "MINISTRY", "first?", "retells", "gt"),
        ("beside", "desk", "DESK", "first", "with", "exact"),
    ).assign(status=["retracted", "active", "active", "active", "active"])
    assert withdrawn(rows) == {"first": RETRACTED, "copy": RESTING, "sum": RESTING}
    assert withdrawn(rows.assign(status="active")) == {}


def test_figure_under_another_name_is_told_from_its_origin():
    rows = claims(
        FIRST,
        ("copy", "paper", "AGENCY", "first", "retells", "gt"),
        ("alliance", "wire", "AGENCY", "copy", "retells", "exact"),
        ("ministry", "bulletin", "MINISTRY", "first?", "retells", "gt"),
    ).assign(credited=["", "", "Alliance", ""], published=["2031-01-01", "2031-01-02", "2031-06-01", "2031-01-05"])
    found = echoes(rows)
    assert [(echo.name, echo.first.claim_id, echo.inferred, echo.reissued) for echo in found] == [
        ("Alliance", "first", False, True), ("MINISTRY", "first", True, False),
    ]  # fmt: skip
    assert found[0].days_later == 151
