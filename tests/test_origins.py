"""Documents, origins, and what a retelling did to a hedge."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.origins import count, depends_on, drift, graph, ledger, told_from, wordings


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
    assert [(step.row.claim_id, step.of.claim_id, step.drift) for step in ledger(rows, "first")] == [
        ("second", "first", "weakened"), ("third", "second", "dropped"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [("gt", "ge", "kept"), ("gt", "le", "inverted"), ("le", "gt", "inverted"), ("ge", "approx", "weakened"), ("odd_ge", "exact", "dropped"),
     ("exact", "gt", "invented"), ("approx", "ge", "strengthened"), ("approx_ge", "ge", "kept"), ("capacity_ge", "ge", "kept")],
)  # fmt: skip
def test_drift_of_a_hedge(before, after, what):
    assert drift(before, after) == what


def test_what_depends_on_a_claim_says_whether_by_inference():
    rows = claims(
        FIRST,
        ("total", "desk", "DESK", "first?", "derives", "ge"),
        ("load", "desk", "DESK", "total", "derives", "exact"),
        ("sailings", "desk", "DESK", "first", "with", "exact"),
    )
    assert depends_on(graph(rows), "first") == {"load": True, "total": True}
    assert depends_on(graph(rows), "total") == {"load": False}


def test_most_used_wording_comes_first():
    rows = claims(FIRST, ("a", "p", "AGENCY", "first", "retells", "le"), ("b", "q", "AGENCY", "first", "retells", "le"))
    assert [group["hedge"].iloc[0] for group in wordings(rows)] == ["le", "gt"]
