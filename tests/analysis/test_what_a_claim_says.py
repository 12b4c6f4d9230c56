"""A pledge is no delivery, a forecast no total, a part not the whole, and a count that says not since when no
ceiling: a claim is planted for each, and nothing moves that it must not move."""

import itertools
import shutil
from datetime import date
from pathlib import Path

import pytest

from reported.analysis import contradictions
from reported.analysis.consistency import in_period
from reported.analysis.hedges import Interval, interval
from reported.analysis.parameters import Parameters
from reported.analysis.record import Record
from reported.analysis.specifications import specified
from reported.dossier import reader
from reported.dossier.claim import NOT_DONE, PART
from reported.wording.claims import Words
from reported.wording.language import word_for
from reported.wording.propositions import proposed, sure_of

from ..conftest import ROOT, add_claim, add_source, ask, change
from .claims import claim

TOTAL = {
    "quantity": "shells", "unit": "shell", "item_code": "shell", "hedge": "exact", "period_start": "2023-08",
    "period_end": "2023-11-01",
}  # fmt: skip
LOAD = {
    "quantity": "containers_per_transfer", "unit": "container/transfer", "hedge": "exact", "value": "1",
    "cumulative": "no", "period_start": "2023-09", "period_end": "2023-09",
}  # fmt: skip
PERIOD = (date(2023, 8, 1), date(2023, 11, 1))


def record(folder, **parameters) -> Record:
    return Record(reader.read(folder), Parameters(**parameters))


def standing(of: Record) -> dict[str, object]:
    """All that a figure about what happened could move."""
    words, ways = Words(of), specified(of)
    legs = {p.id: [leg.holds for leg in sure_of(words, p, ways)] for p in proposed(of)}
    held = contradictions.hold(of.rows())
    return {
        "inputs": {(q, s): of.bound(q, s) for q in of.quantities() for s in of.series_of(q)},
        "ratios": sorted(row.claim_id for row in of.rows() if " over " in row.claim_id),
        "answers": [(way.held.word, way.held.conditions) for way in ways],
        "totals": [one.claims for one in of.running_totals(of.tied())],
        "beside": {row.quantity: [one.claims for one in of.contemporaries(row)] for row in of.headlines()},
        "later": [row.claim_id for row in of.stated_after(of.claimed_on, of.tied())],
        "contradicting": [pair.claims for pair in held.contradicting],
        "crossing": [pair.claims for pair in held.crossing],
        "converted": [(a.claims, b.claims) for a, b in of.conversions()],
        "agencies": [(a.claims, b.claims) for a, b in of.agencies()],
        "legs": legs,
    }


@pytest.fixture(scope="module")
def before() -> dict[str, object]:
    return standing(record(ROOT / "data"))


@pytest.fixture
def planted(tmp_path):
    """The shipped dossier with one more claim, a copy each time."""
    copies = itertools.count()

    def plant(published: str = "2023-11-02", **cells) -> Record:
        folder = Path(shutil.copytree(ROOT / "data", tmp_path / f"planted-{next(copies)}"))
        add_source(folder, "planted", published)
        add_claim(folder, "planted", "planted", **cells)
        return record(folder)

    return plant


@pytest.mark.parametrize("modality", list(NOT_DONE))
@pytest.mark.parametrize("cells", [TOTAL | {"value": "12"}, TOTAL | {"value": "90000000"}, LOAD])
def test_what_was_only_promised_or_is_expected_moves_nothing(planted, before, cells, modality):
    of = planted(**cells, modality=modality)
    assert standing(of) == before
    held = contradictions.hold(of.rows())
    assert ("planted", NOT_DONE[modality]) in [(row.claim_id, why) for row, why in held.left]
    assert of.left_out(of.row("planted")) == NOT_DONE[modality]
    assert NOT_DONE[modality] in Words(of).said(of.row("planted"))


@pytest.mark.parametrize("cells", [TOTAL | {"value": "12"}, TOTAL | {"value": "90000000"}, LOAD])
def test_the_same_as_what_was_would_move_something(planted, before, cells):
    assert standing(planted(**cells)) != before


def test_a_pledge_forms_no_ratio_and_converts_nothing(planted, before):
    cells = TOTAL | {"value": "4000", "relays": "us-containers-yonhap", "relation": "derives"}
    assert standing(planted(**cells, modality="pledge"))["ratios"] == before["ratios"]


def test_one_of_what_was_does_form_one(planted, before):
    cells = TOTAL | {"value": "4000", "relays": "us-containers-yonhap", "relation": "derives"}
    assert "planted over us-containers-yonhap" in standing(planted(**cells))["ratios"]


def test_the_load_of_one_ship_is_no_input_for_half_a_year(planted, before):
    of = planted("2023-10-30", **LOAD, scope="one ship, the last")
    assert standing(of) == before
    left = of.inputs("containers_per_transfer").left
    assert ("planted", PART) in [(row.claim_id, why) for row, why in left]
    assert Words(of).said(of.row("planted")) == "one container a transfer (one ship, the last)"


@pytest.mark.parametrize("quantity", ["shells", "containers"])
def test_the_total_of_a_part_is_no_ceiling_and_no_total(planted, before, quantity):
    cells = {"hedge": "le", "value": "20", "period_start": "2022-01", "period_end": "2024-01"}
    cells |= {
        "quantity": quantity,
        "unit": quantity.removesuffix("s"),
        "item_code": quantity.removesuffix("s"),
    }
    whole, of = (standing(planted("2024-02-01", **cells | {"scope": part})) for part in ("", "one contract"))
    assert before["contradicting"] == of["contradicting"] != whole["contradicting"]
    assert {key: of[key] for key in of if key != "later"} == {k: before[k] for k in before if k != "later"}


def test_the_total_of_a_part_is_a_floor_for_the_whole():
    window = {"cumulative": "yes", "period_start": "2031-01", "period_end": "2031-03"}
    part = claim("part", number=10, interval=Interval(10, 12), scope="one ship", **window)
    for other, span in itertools.product(
        ("", "one ship", "another ship"), (Interval(5, 9), Interval(20, 30))
    ):
        whole = claim("whole", number=5, interval=span, scope=other, **window)
        found = [pair.claims for pair in contradictions.hold([part, whole]).contradicting]
        expected = {
            ("", 5): [("part", "whole")], ("one ship", 5): [("part", "whole")],
            ("one ship", 20): [("whole", "part")],
        }  # fmt: skip
        assert found == expected.get((other, span.low), []), (other, span)


def test_rates_of_different_parts_do_not_contradict_each_other():
    window = {"cumulative": "no", "period_start": "2031-01", "period_end": "2031-01"}
    one = claim("one", number=10, interval=Interval(10, 12), scope="one ship", **window)
    for other, pairs in (("", 0), ("another ship", 0), ("one ship", 1)):
        two = claim("two", number=5, interval=Interval(5, 6), scope=other, **window)
        assert len(contradictions.hold([one, two]).contradicting) == pairs, other


def test_a_factor_is_not_formed_of_two_different_parts(planted):
    cells = TOTAL | {"value": "4000", "relays": "osc-containers-5ch", "relation": "derives"}
    names = [standing(planted("2025-05", **cells | {"scope": part}))["ratios"] for part in ("four ships", "")]
    assert ["planted over osc-containers-5ch" in found for found in names] == [True, False]


def test_a_part_under_examination_meets_its_own_inputs(copy_of):
    folder = copy_of(ROOT / "data")
    for row in record(folder).headlines():
        change(folder, "claims", row.claim_id, scope="one ship, in September")
    of = record(folder)
    assert of.scope == "one ship, in September"
    used = [row.claim_id for row in of.inputs("containers_per_transfer").used]
    assert "us-load-najin" in used
    rates = of.inputs("fire_rate").left
    assert "about more than the part" in {why for _, why in rates}


@pytest.mark.parametrize(("missing", "said"), [("period_start", "start"), ("period_end", "end")])
def test_a_total_without_both_ends_of_its_time_sets_no_limit(missing, said):
    cells = {"cumulative": "yes", "period_start": "2023-08", "period_end": "2023-11-01"} | {missing: ""}
    row = claim("total", number=5.0, interval=Interval(5, 6, False, False), **cells)
    found, why = in_period(row, PERIOD)
    assert found.unbounded and f"gives no {said}" in word_for("window", why)
    assert in_period(row, None) == (row.interval, ""), "where no time is asked for, nothing is taken away"


def test_a_total_of_which_it_is_not_said_since_when_is_no_ceiling(planted, before):
    cells = {"quantity": "shells", "unit": "shell", "hedge": "le", "value": "20", "period_end": "2024-01"}
    of = planted("2024-02-01", **cells)
    assert standing(of)["contradicting"] == before["contradicting"]
    held = contradictions.hold(of.rows())
    assert ("planted", "not saying since when") in [(row.claim_id, why) for row, why in held.left]
    assert of.left_out(of.row("planted")) == "not saying since when"


def test_a_figure_under_examination_without_a_start_is_said_to_set_no_limit(copy_of):
    folder = copy_of(ROOT / "data")
    for name in ("nis-transfers-news1", "nis-transfers-moscowtimes"):
        change(folder, "claims", name, period_start="", hedge="le")
    told = ask("06", data=str(folder))["windows"]
    assert "gives no start, so it sets neither a minimum nor a maximum" in told.sentence
    assert all("transfers" not in case.bounds for case in record(folder).cases())


@pytest.mark.parametrize("reading", ["literal", "pragmatic"])
@pytest.mark.parametrize("convention", ["house", "iiss", "acled"])
@pytest.mark.parametrize("tolerance", [0.05, 0.25, 0.5])
def test_a_margin_as_said_counts_before_every_tolerance(reading, convention, tolerance):
    given = {"reading": reading, "convention": convention, "tolerance": tolerance, "margin": 10}
    around = Interval(9_000, 9_000) if convention == "acled" else Interval(9_000, 11_000)
    for code in ("exact", "approx"):
        found = interval(code, 10_000, **given, wording="some ten thousand")
        assert found.low == pytest.approx(around.low) and found.high == pytest.approx(around.high)
        assert not found.low_open and not found.high_open
    least = {code: interval(code, 10_000, **given).low for code in ("approx_ge", "nearly")}
    assert all(low == pytest.approx(9_000) for low in least.values())
    plain = {name: value for name, value in given.items() if name != "margin"}
    assert interval("ge", 10_000, **given) == interval("ge", 10_000, **plain), "no middle, no margin"


def test_a_margin_of_a_row_reaches_its_range_and_its_words(copy_of):
    folder = copy_of(ROOT / "data")
    change(folder, "claims", "ee-rate-kiviselg", margin="10")
    for tolerance in (0.1, 0.5):
        of = record(folder, approx_tolerance=tolerance)
        span = of.row("ee-rate-kiviselg").interval
        assert (span.low, span.high) == (pytest.approx(9_000), pytest.approx(11_000))
    assert Words(of).said(of.row("ee-rate-kiviselg")) == "about 10,000 shells a day (±10 per cent)"


def test_the_day_it_was_said_is_told_and_decides_nothing(copy_of):
    folder = copy_of(ROOT / "data")
    change(folder, "claims", "lt-shells-pravda", said_on="2023-10-20")
    of = record(folder)
    assert Words(of).dated(of.row("lt-shells-pravda")).endswith("20 October 2023")
    assert record(folder, as_of="2023-10-25").claim("lt-shells-pravda") is None, "it was not public yet"
    assert record(folder, as_of="2023-10-26").claim("lt-shells-pravda") is not None


def test_the_role_of_a_row_follows_its_speaker(copy_of):
    folder = copy_of(ROOT / "data")
    change(folder, "claims", "nis-shells-news1", role="who heard it")
    of = record(folder)
    assert Words(of).by(of.row("nis-shells-news1")).endswith("through Yoo Sang-bum, who heard it")
    other = of.row("nis-days-news1")
    assert Words(of).speaker(other) == "Yoo Sang-bum, a lawmaker, after a closed parliamentary audit"
