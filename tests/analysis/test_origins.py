"""Documents and origins: reprints add nothing, echoes are told apart, and what is withdrawn takes along what
rests on it."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.origins import (
    RESTING,
    RETRACTED,
    carried,
    computed_from,
    count,
    depends_on,
    echoes,
    graph,
    issued_again,
    others,
    together,
    told_from,
    withdrawn,
)

from ..conftest import RELIEF, add_claim, add_source, ask, change
from .claims import claim, named


def claims(*rows):
    """Claims from (claim_id, source_id, origin_id, relays, relation, hedge), and other cells by name."""
    return [
        claim(
            name, source_id=source, origin_id=origin, relays=relays, relation=kind, hedge=code,
            institution=origin, number=1.0, **cells
        )
        for name, source, origin, relays, kind, code, *more in rows
        for cells in [more[0] if more else {}]
    ]  # fmt: skip


FIRST = ("first", "gazette", "AGENCY", "", "", "gt")


def test_reprints_add_documents_and_no_origin():
    rows = claims(FIRST, *((f"copy-{n}", f"paper-{n}", "AGENCY", "first", "retells", "gt") for n in range(5)))
    found = count(rows)
    assert (found.documents, found.fewest, found.most, found.spoken) == (6, 1, 1, "1")


@given(st.integers(0, 12))
def test_duplicates_of_an_origin_never_raise_its_count(copies):
    rows = claims(
        FIRST, *((f"copy-{n}", f"paper-{n}", "AGENCY", "first", "quotes", "gt") for n in range(copies))
    )
    assert count(rows).most == 1


def test_inferred_link_is_counted_both_ways():
    rows = claims(FIRST, ("echo", "bulletin", "MINISTRY", "first?", "retells", "gt"))
    assert count(rows).spoken == "1–2"


def test_two_voices_are_two_origins():
    rows = claims(FIRST, ("other", "bulletin", "MINISTRY", "", "", "gt"))
    assert count(rows).spoken == "2"


def test_what_is_ours_is_neither_a_document_nor_an_origin():
    rows = claims(
        FIRST,
        ("sum", "our-desk", "DESK", "first?", "derives", "ge", {"publisher_kind": "own", "basis": "derived"}),
        ("guess", "our-desk", "OURS", "", "", "range", {"basis": "assumed"}),
    )
    found = count(rows)
    assert (found.documents, found.spoken, found.origins) == (1, "1", ("AGENCY",))
    assert named(others(rows)) == ["first"]
    none = count(rows[1:])
    assert (none.documents, none.spoken) == (0, "no")


def test_the_tables_and_sentences_of_the_origins_leave_out_what_is_ours(copy_of):
    folder = copy_of(RELIEF)
    before = ask("02", data=str(folder))
    own = {
        "institution": "Somebody else",
        "value": "900",
        "unit": "tonne",
        "hedge": "ge",
        "quantity": "flour",
        "relays": "flour-mayor",
    }
    add_claim(
        folder,
        "our-copy",
        "this-analysis",
        relation="retells",
        origin_id="MAYOR-05-02",
        credited="Somebody else",
        **own,
    )
    add_claim(folder, "our-sum", "this-analysis", relation="derives", basis="derived", **own)
    after = ask("02", data=str(folder))
    assert {name: f.sentence for name, f in after.items()} == {name: f.sentence for name, f in before.items()}
    assert after.tables["origins"] == before.tables["origins"] and after.tables.keys() == before.tables.keys()


def test_who_is_not_named_is_no_relay(copy_of):
    folder = copy_of(RELIEF)
    assert ", through The mayor." in ask("02", data=str(folder))["total"].sentence
    change(folder, "claims", "flour-mayor", speaker="not named")
    said = ask("02", data=str(folder))["total"].sentence
    assert said.startswith(
        "Of four documents examined, two carry the flour landed; both go back to one origin, Town hall."
    )


def test_a_name_is_given_by_the_document_and_not_beyond_doubt(copy_of):
    folder = copy_of(RELIEF)
    change(folder, "claims", "flour-paper", credited="Harbour Board")
    said = ask("02", data=str(folder))["echoes"].sentence
    assert said == (
        "One figure stands under another name, in one document. With no inference of ours, the document "
        "itself shows a figure of Town hall under the name of Harbour Board."
    )
    change(folder, "claims", "flour-paper", relays="flour-mayor?")
    assert (
        ask("02", data=str(folder))["echoes"].sentence
        == "One figure stands under another name, in one document, by our inference."
    )


def test_an_old_figure_issued_again_without_a_newer_total_is_told_without_one(copy_of):
    folder = copy_of(RELIEF)
    add_source(folder, "late", "2031-12-01")
    add_claim(
        folder, "late", "late", quantity="flour", hedge="ge", value="900", unit="tonne", relays="flour-mayor",
        relation="retells",
        origin_id="MAYOR-05-02", institution="Harbour Board", cumulative="no",
    )  # fmt: skip
    said = ask("02", data=str(folder))["issued-again"].sentence
    assert (
        "came back as “at least 900 tonnes of flour” under the name of Harbour Board" in said
        and "newest total" not in said
    )


def test_retellings_of_retellings_are_found_but_computations_are_not():
    rows = claims(
        FIRST,
        ("second", "paper", "AGENCY", "first", "translates", "approx"),
        ("third", "blog", "AGENCY", "second", "retells", "exact"),
        ("sum", "desk", "DESK", "first", "derives", "ge"),
    )
    assert named(told_from(rows, "first")) == ["first", "second", "third"]
    assert named(computed_from(rows, rows[:2])) == ["sum"]


def test_what_carries_each_figure_is_found_by_its_quantity():
    rows = claims(
        FIRST,
        ("second", "paper", "AGENCY", "first", "translates", "approx"),
        ("other", "gazette", "MINISTRY", "", "", "ge", {"quantity": "crates"}),
        ("sum", "desk", "DESK", "first", "derives", "ge"),
    )
    told = carried(rows, [rows[0], rows[2]])
    assert {quantity: named(each) for quantity, each in told.items()} == {
        "boxes": ["first", "second"],
        "crates": ["other"],
    }
    assert named(together(told)) == ["first", "second", "other"]


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
        (*FIRST, {"status": "retracted"}),
        ("copy", "paper", "AGENCY", "first", "retells", "gt"),
        ("sum", "desk", "DESK", "copy", "derives", "ge"),
        ("perhaps", "bulletin", "MINISTRY", "first?", "retells", "gt"),
        ("beside", "desk", "DESK", "first", "with", "exact"),
    )
    assert withdrawn(rows) == {"first": RETRACTED, "copy": RESTING, "sum": RESTING}
    assert withdrawn([row._replace(status="active") for row in rows]) == {}


def test_figure_under_another_name_is_told_from_its_origin():
    rows = claims(
        (*FIRST, {"published": "2031-01-01"}),
        ("copy", "paper", "AGENCY", "first", "retells", "gt", {"published": "2031-01-02"}),
        (
            "alliance",
            "wire",
            "AGENCY",
            "copy",
            "retells",
            "exact",
            {"credited": "Alliance", "published": "2031-06-01"},
        ),
        ("ministry", "bulletin", "MINISTRY", "first?", "retells", "gt", {"published": "2031-01-05"}),
    )
    found = echoes(rows)
    assert [(echo.name, echo.first.claim_id, echo.inferred, echo.reissued) for echo in found] == [
        ("Alliance", "first", False, True), ("MINISTRY", "first", True, False),
    ]  # fmt: skip
    assert found[0].days_later == 151
    again = replace(found[0], row=found[0].row._replace(claim_id="later"))
    assert [echo.row.claim_id for echo in issued_again([*found, again])] == ["later"]  # each name once
