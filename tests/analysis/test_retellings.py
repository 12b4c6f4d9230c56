"""What a retelling did to the figure it passed on, aspect by aspect."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import retellings
from reported.analysis.hedges import Interval, point
from reported.analysis.parameters import contract
from reported.dossier.claim import CODES
from reported.dossier.reader import read
from reported.edition import Edition

from .claims import claim


def claims(*rows):
    """Claims from (claim_id, source_id, relays, hedge, number, item_code, period_start, alternative_group);
    all retell what they relay."""
    return [
        claim(
            name, source_id=source, relays=relays, relation="retells" if relays else "", hedge=code,
            number=value, spoken=point(value), item_code=item,
            period_start=start, alternative_group=group,
        )
        for name, source, relays, code, value, item, start, group in rows
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [("gt", "ge", "kept"), ("gt", "le", "inverted"), ("le", "gt", "inverted"), ("ge", "approx", "weakened"),
    ("odd_ge", "exact", "dropped"),
     ("exact", "gt", "invented"), ("approx", "ge", "strengthened"), ("approx_ge", "ge", "kept"),
     ("range", "approx", "weakened"),
     ("exact", "none", "dropped"), ("none", "gt", "invented"), ("hundreds_of", "exact", "dropped")],
)  # fmt: skip
def test_hedge(before, after, what):
    assert retellings.hedge(before, after) == what


@pytest.mark.parametrize("other", ["capacity", "pledge", "forecast"])
def test_what_a_figure_is_said_of_is_part_of_its_hedge(other):
    assert retellings.hedge("ge", "gt", other, other) == "kept"
    assert retellings.hedge("ge", "ge", other, "actual") == "dropped"
    assert retellings.hedge("ge", "ge", "actual", other) == "invented"
    assert retellings.hedge("ge", "le", other, "actual") == "inverted"


@given(st.sampled_from(CODES))
def test_same_hedge_is_kept(code):
    assert retellings.hedge(code, code) == "kept"


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [((10, 10), (10, 10), "kept"), ((10, 10), (12, 12), "strengthened"), ((5, 5), (4, 4), "weakened"),
    ((15_809, 15_809), (15_800, 15_800), "kept"),
     ((4.8e6, 4.8e6), (5e6, 5e6), "kept"), ((640_000, 640_000), (1e6, 1e6), "strengthened"),
     ((4.2e6, 5.8e6), (5.8e6, 5.8e6), "dropped"),
     ((5.8e6, 5.8e6), (4.2e6, 5.8e6), "invented"), ((3e5, 5e5), (3e5, 5e5), "kept")],
)  # fmt: skip
def test_number(before, after, what):
    assert retellings.number(Interval(*before, False, False), Interval(*after, False, False)) == what


def test_number_that_only_a_word_stands_for_cannot_be_kept():
    some = Interval(300, 300, False, False)
    assert (retellings.number(some, Interval()), retellings.number(Interval(), some),
    retellings.number(Interval(), Interval())) == (
        "dropped", "invented", "kept",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [("box", "box", "kept"), ("box/a box/b", "box/b box/a", "kept"), ("box/a box/b", "box/a", "dropped"),
    ("box/a", "box", "dropped"),
     ("box/a box/b", "box", "dropped"), ("box", "box/a", "invented"), ("box/a", "box/a box/b", "invented"),
     ("rocket/a", "shell/a", "inverted"),
     ("shell", "missile", "inverted"), ("box", "", ""), ("", "box", "")],
)  # fmt: skip
def test_item(before, after, what):
    assert retellings.item(before, after) == what


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [("2031-08", "2031-08", "kept"), ("2031-08", "2031-08-25", "kept"), ("2031", "2031-06", "kept"),
    ("2031-08", "", "dropped"), ("", "2031-08", "invented"),
     ("2031-08", "2031-09-13", "strengthened"), ("2031-08", "2031-07", "weakened"), ("", "", "")],
)  # fmt: skip
def test_window(before, after, what):
    rows = claims(("a", "x", "", "ge", 1, "", before, ""), ("b", "y", "a", "ge", 1, "", after, ""))
    (step,) = retellings.ledger(rows)
    assert step.did["window"] == what


EITHER = [
    ("one", "ministry", "", "ge", 3e6, "shell/a", "", "either"),
    ("other", "ministry", "", "ge", 5e5, "rocket/b", "", "either"),
]


def test_either_or_is_merged_dropped_or_kept():
    merged = claims(
        *EITHER,
        ("m1", "paper", "one", "ge", 3e6, "shell/a", "", ""),
        ("m2", "paper", "other", "ge", 5e5, "rocket/b", "", ""),
    )
    assert [step.did["alternatives"] for step in retellings.ledger(merged)] == ["merged", "merged"]
    assert len(retellings.by_document(retellings.ledger(merged))) == 1
    alone = claims(*EITHER, ("d", "paper", "one", "ge", 3e6, "shell/a", "", ""))
    assert [step.did["alternatives"] for step in retellings.ledger(alone)] == ["dropped"]
    kept = claims(
        *EITHER,
        ("k1", "paper", "one", "ge", 3e6, "shell/a", "", "k"),
        ("k2", "paper", "other", "ge", 5e5, "rocket/b", "", "k"),
    )
    assert [step.did["alternatives"] for step in retellings.ledger(kept)] == ["kept", "kept"]


def test_copies_of_one_wording_stand_together_under_what_they_retell():
    rows = claims(
        ("first", "gazette", "", "ge", 1000, "box", "2031-08", ""),
        ("a", "paper", "first", "approx", 1000, "box", "2031-08", ""),
        ("b", "wire", "first", "approx", 1000, "box", "2031-08", ""),
        ("c", "blog", "b", "exact", 1000, "box", "2031-08", ""),
        ("d", "desk", "first?", "ge", 1000, "box", "", ""),
    )
    steps = retellings.ledger(rows)
    shown = [
        (depth, [s.row.claim_id for s in group], group[0].inferred)
        for depth, group in retellings.branches(steps, "first")
    ]
    assert shown == [(1, ["a", "b"], False), (2, ["c"], False), (1, ["d"], True)]
    assert steps[0].changed == ["hedge"] and retellings.tally(steps, "hedge") == {
        "weakened": 2,
        "dropped": 1,
        "kept": 1,
    }
    assert retellings.tally(steps, "alternatives") == {}
    assert [len(group) for group in retellings.alike(steps)] == [2, 1, 1]


def test_the_change_met_most_often_is_told_of_the_quantity_asked_for():
    rows = claims(
        ("first", "gazette", "", "ge", 1000, "box", "", ""),
        ("a", "paper", "first", "exact", 1000, "box", "", ""),
        ("b", "wire", "first", "approx", 1000, "box", "", ""),
        ("c", "blog", "b", "exact", 1000, "box", "", ""),
        ("d", "desk", "first", "approx", 1000, "box", "", ""),
        ("e", "post", "first", "ge", 1000, "box", "", ""),
        ("f", "mail", "first", "ge", 1000, "box", "", ""),
        ("g", "news", "first", "ge", 1000, "box", "", ""),
    )
    steps = retellings.ledger(rows)
    assert [step.row.claim_id for step in retellings.changed_most(steps, "boxes")] == ["b", "d"]
    assert retellings.changed_most(steps, "crates") == []
    assert retellings.changed_most([step for step in steps if not step.changed], "boxes") == []


def test_a_floor_that_became_a_ceiling_and_an_or_that_became_an_and_are_found():
    rows = claims(
        *EITHER,
        ("m1", "paper", "one", "le", 3e6, "shell/a", "", ""),
        ("m2", "paper", "other", "ge", 5e5, "rocket/b", "", ""),
        ("k", "wire", "one", "ge", 3e6, "shell/a", "", ""),
    )
    steps = retellings.ledger(rows)
    assert [[s.row.claim_id for s in same] for same in retellings.inverted(steps)] == [["m1"]]
    assert [[s.row.claim_id for s in same] for same in retellings.merged(steps)] == [["m1", "m2"]]
    assert retellings.told_aspects(steps) == ["hedge", "number", "item", "alternatives"]


@pytest.fixture(scope="module")
def shipped_ledger(shipped):
    whole = read(shipped)
    edition = Edition(whole, contract({}, whole.plan))
    return edition, retellings.ledger(edition.record.rows())


@pytest.mark.parametrize(
    ("before", "after", "aspect", "what"),
    [
        ("more than 1,000 containers", "up to 1,000 containers", "hedge", "inverted"),
        ("at least two months", "about two months", "hedge", "weakened"),
        ("ten or more transfers", "12 transfers", "number", "strengthened"),
    ],
)
def test_ledger_of_the_shipped_dossier_finds_by_itself(shipped_ledger, before, after, aspect, what):
    edition, steps = shipped_ledger
    assert any(
        edition.words.said(s.of) == before and edition.words.said(s.row) == after and s.did[aspect] == what
        for s in steps
    )


def test_either_or_that_became_and_is_found_in_the_shipped_dossier(shipped_ledger):
    edition, steps = shipped_ledger
    merged = retellings.by_document(step for step in steps if step.did["alternatives"] == "merged")
    assert {tuple(sorted(edition.words.said_of(step.of) for step in told)) for told in merged} >= {
        ("at least 3 million 152 mm shells", "at least 500,000 122 mm rockets")
    }
