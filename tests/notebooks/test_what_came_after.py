"""What came after: seen from earlier days, contradicted by planted rows, and with nothing added, averaged or
compared that must not be.
"""

import io
import re
from datetime import date

import pandas as pd
import pytest

from reported.analysis import day_by_day
from reported.analysis.afterwards import Later
from reported.analysis.consistency import ONLY_IF, outcome
from reported.analysis.contradictions import hold, takes_in
from reported.analysis.excluding import Excluding
from reported.analysis.hedges import READINGS
from reported.analysis.parameters import contract
from reported.analysis.record import FIRST, RETOLD
from reported.analysis.totals import statements
from reported.dossier.dates import last_day
from reported.dossier.reader import read
from reported.edition import Edition, open_edition
from reported.figures import show_later

from ..analysis.test_day_by_day import told
from ..conftest import RELIEF, add_claim, add_source, ask, change


def drawn_later(edition):
    """The data of the picture of later totals."""
    shown = show_later.publish_totals(edition.words, Excluding(Later(edition.record)), None)
    return pd.read_csv(io.StringIO(shown.table), dtype={"claims": str})


def plant(folder, name, published, **cells):
    """One more document with one claim."""
    add_source(folder, name, published)
    add_claim(folder, name, name, **cells)


@pytest.fixture(scope="module")
def edition(shipped):
    whole = read(shipped)
    return Edition(whole, contract({}, whole.plan))


@pytest.fixture(scope="module")
def found():
    return ask("09")


# ── seen from earlier days ──────────────────────────────────────────────────────────────────────────────────


def test_seen_from_a_day_nothing_later_is_known(edition):
    early = edition.record.seen_from(date(2023, 11, 2))
    whole = Edition(
        read(edition.record.dossier.folder), contract({"as_of": "2023-11-02"}, edition.record.plan)
    )
    assert list(early.claims["claim_id"]) == list(whole.record.claims["claim_id"])
    assert early.seen_from(date(2025, 1, 1)).parameters.day == date(2023, 11, 2)
    assert set(early.seen_from(date(2025, 1, 1)).claims["claim_id"]) == set(early.claims["claim_id"])


def test_days_left_out_could_not_have_moved_the_answer(edition):
    known = {answer.day: answer.outcomes for answer in day_by_day.answers(edition.record)}
    published = {last_day(text) for text in edition.record.dossier.sources["published"] if text}
    before = None
    for day in sorted(day for day in published if day >= edition.record.claimed_on)[::3]:
        before = max(d for d in known if d <= day)
        cases = edition.record.seen_from(day).cases(readings=("literal",))
        assert [told(one) for one in known[before]] == [told(outcome(case)) for case in cases], day
    assert before


def test_last_answer_is_that_of_the_reconciliation(edition, found):
    last = day_by_day.answers(edition.record)[-1]
    fit = ask("06")["fit"]
    assert (last.word(RETOLD) == ONLY_IF) == ("but only with" in fit.sentence)
    for quantity, span in last.needs(RETOLD).items():
        assert fit.values[quantity] == span
    assert f"as first worded “{edition.words.answered(last, FIRST)}”" in found["each-day"].sentence


def test_an_input_that_moves_the_answer_is_named_with_its_day(copy_of, shipped):
    folder = copy_of(shipped)
    plant(
        folder, "heavier", "2024-01-20", quantity="shells_per_container", hedge="range", value="500",
        value_high="1000",
        unit="shell/container", period_start="2023-10", period_end="2023-10", cumulative="no",
        series="tube-shells",
    )  # fmt: skip
    moved = ask("09", data=str(folder))
    assert "20 January 2024 (Planted)" in moved["each-day"].sentence and moved["each-day"].answer.startswith(
        "changed"
    )
    assert moved["each-day"].claims == ("heavier",)


@pytest.mark.parametrize("day", ["2023-09-01", "2023-10-20", "2023-11-01"])
def test_with_nothing_after_the_figures_it_stands_aside(day):
    aside = ask("09", as_of=day)
    assert [said.role for said in aside.values()] == ["not-run"] and not aside.tables and not aside.pictures


@pytest.mark.parametrize("day", ["2023-11-02", "2024-02-28", "2024-10-24"])
def test_an_earlier_edition_shows_nothing_later(day, edition):
    early = ask("09", as_of=day)
    ids = {name for finding in early.values() for name in finding.claims}
    ids |= {
        name
        for table in early.tables.values()
        for row in table.rows
        for name in getattr(row[-1], "claims", ())
    }
    assert ids and all(
        last_day(edition.record.claim(name).published) <= date.fromisoformat(day) for name in ids
    )
    assert early["later-reporting"].sentence and len([f for f in early.values() if f.answer]) >= 3


@pytest.mark.parametrize(
    "given", [{"reading": "pragmatic"}, {"convention": "acled"}, {"series": "higher-counts"}], ids=str
)
def test_it_runs_under_other_parameters(given):
    assert ask("09", as_of="2024-02-28", **given)["later-reporting"].answer


def test_another_topic():
    other = ask("09", data=str(RELIEF))
    assert other["since"].sentence == "After 2 May 2031, no running total was published."
    said = " ".join(f.sentence for f in other.values())
    assert not [word for word in ("shell", "container", "Korea", "Russia") if word in said]


# ── what is never done ──────────────────────────────────────────────────────────────────────────────────────


def test_members_of_an_either_or_are_never_added(found, edition):
    groups = [
        one for one in statements(edition.record.stated_after(date.min, ["shells"])) if len(one.members) > 1
    ]
    assert groups
    sums = {sum(row.number for row in one.members) for one in groups} - set(edition.record.claims["number"])
    shown = {
        v
        for f in found.values()
        for value in f.values.values()
        for v in ((value.low, value.high) if hasattr(value, "low") else (value,))
    }
    drawn = drawn_later(edition)
    assert not sums & shown and not sums & {*drawn["named"]}
    assert {name for one in groups[1:] for name in one.claims} <= {*drawn["claims"]}
    told = edition.words.told(groups[0])
    assert " or " in told and "+" not in told


def test_every_number_drawn_is_one_that_somebody_named(edition):
    drawn = drawn_later(edition)
    numbers = {row.claim_id: row.number for row in edition.record.rows()}
    assert len(drawn) > 40 and all(row.named == numbers[row.claims] for row in drawn.itertuples()), (
        "nothing is averaged"
    )


def test_totals_of_windows_that_cross_are_never_compared_as_if_equal(edition, found):
    for reading in READINGS:
        for pair in hold(edition.record.rows(reading)).contradicting:
            assert takes_in(pair.less, pair.more) or (pair.more.period_start, pair.more.period_end) == (
                pair.less.period_start,
                pair.less.period_end,
            )
    assert found.value("not-compared", "starts") > 2 and "without a start" in found["not-compared"].sentence


def test_totals_from_earlier_than_the_claim_do_not_contradict_later_ones_of_another_start(copy_of, shipped):
    # More by an earlier day, but counted from a year before: nothing follows.
    folder = copy_of(shipped)
    common = {"quantity": "containers", "hedge": "exact", "unit": "container", "item_code": "container"}
    plant(
        folder,
        "long-ago",
        "2024-01-10",
        value="90000",
        period_start="2022-01",
        period_end="2024-01-09",
        **common,
    )
    plant(
        folder,
        "of-late",
        "2024-01-20",
        value="80000",
        period_start="2023-10",
        period_end="2024-01-20",
        **common,
    )
    aside = ask("09", as_of="2024-02-01", data=str(folder))
    assert {"long-ago", "of-late"} <= set(aside["not-compared"].claims)
    table = aside.tables.get("contradictions")
    assert not table or ("long-ago", "of-late") not in {row[-1].claims for row in table.rows}


# ── planted rows turn the sentences ─────────────────────────────────────────────────────────────────────────


def test_a_lower_total_of_a_longer_time_contradicts_the_claim(copy_of, shipped):
    folder = copy_of(shipped)
    assert ask("09", as_of="2024-02-01", data=str(folder))["later-reporting"].answer == "not contradicted"
    plant(
        folder, "far-fewer", "2024-01-20", quantity="shells", hedge="le", value="400000", unit="shell",
        item_code="shell",
        period_start="2023-01", period_end="2024-01-20",
    )  # fmt: skip
    turned = ask("09", as_of="2024-02-01", data=str(folder))
    assert turned["later-reporting"].answer == "contradicted"
    assert turned["later-reporting"].sentence == (
        "One later figure cannot be true together with the figures under examination: “up to 400,000 "
        "shells” (Planted, graded C3)."
    )
    change(folder, "claims", "far-fewer", period_start="2023-10")
    assert ask("09", as_of="2024-02-01", data=str(folder))["later-reporting"].answer == "not contradicted", (
        "its time takes nothing in"
    )
    change(folder, "claims", "far-fewer", period_start="2023-01", status="retracted")
    assert ask("09", as_of="2024-02-01", data=str(folder))["later-reporting"].answer == "not contradicted"


def test_agencies_of_one_government_need_the_dossier_to_say_so(copy_of, shipped):
    folder = copy_of(shipped)
    plan = folder / "dossier.toml"
    text = plan.read_text("utf-8").split("[governments]")[0]
    plan.write_text(text, "utf-8")
    assert (
        "does not say which institutions speak for one government"
        in ask("09", as_of="2023-11-10", data=str(folder))["agencies"].sentence
    )
    plan.write_text(text + '\n[governments]\n"North office" = "Here"\n"South office" = "Here"\n', "utf-8")
    common = {"quantity": "containers", "hedge": "exact", "unit": "container", "period_start": "2023-09"}
    plant(
        folder,
        "north",
        "2023-11-03",
        value="3000",
        period_end="2023-11-03",
        institution="North office",
        **common,
    )
    plant(
        folder,
        "south",
        "2023-11-08",
        value="6000",
        period_end="2023-11-08",
        institution="South office",
        **common,
    )
    apart = ask("09", as_of="2023-11-10", data=str(folder))
    (row,) = apart.tables["agencies"].rows
    assert row[-1].claims == ("north", "south") and row[-4:-1] == ("5", "2", "differ")
    assert (
        apart["agencies"].sentence
        == "Of one pair of totals from two agencies of one government, one differs: all that one figure "
        "allows lies above all that the other allows."
    )
    assert "published five days apart, their numbers a factor of 2 apart" in apart["agencies-apart"].sentence
    assert "They do not speak of the same time" in apart["agencies-apart"].sentence
    for name in ("north", "south"):
        change(folder, "claims", name, hedge="ge")
    both = ask("09", as_of="2023-11-10", data=str(folder))  # two minimums can both be true
    assert (
        both["agencies"].sentence
        == "Of one pair of totals from two agencies of one government, one gives different numbers, but as "
        "worded both can be true."
    )
    assert both.value("agencies", "differing") == 0 and both["agencies-apart"].sentence.endswith(
        "As worded both can be true."
    )
    change(folder, "claims", "north", institution="Elsewhere")
    assert ask("09", as_of="2023-11-10", data=str(folder))["agencies"].sentence.startswith(
        "No two institutions"
    )


def test_order_of_rows_and_retellings_change_nothing(copy_of, shipped):
    folder = copy_of(shipped)
    before = ask("09", as_of="2024-02-28", data=str(folder))
    frame = pd.read_csv(folder / "claims.csv", dtype=str, keep_default_na=False)
    frame.iloc[::-1].to_csv(folder / "claims.csv", index=False)
    plant(
        folder, "echo", "2024-02-20", quantity="shells", hedge="le", value="3", unit="shell",
        relays="nis-shells-news1", relation="retells",
        period_start="2022", period_end="2024-02-20",
    )  # fmt: skip
    after = ask("09", as_of="2024-02-28", data=str(folder))
    assert {name: f.sentence for name, f in before.items()} == {name: f.sentence for name, f in after.items()}


def test_claims_after_a_day_are_first_statements_only(edition):
    rows = edition.record.stated_after(edition.record.claimed_on, edition.record.quantities())
    assert rows and all(
        last_day(row.published) > edition.record.claimed_on
        and row.relation not in ("retells", "quotes", "translates")
        for row in rows
    )
    assert [last_day(row.published) for row in rows] == sorted(last_day(row.published) for row in rows)
    assert edition.record.stated_after(None, edition.record.quantities()) == []
    assert open_edition({"as_of": "2023-09-01"}).record.claimed_on is None


# ── sentences with their condition ──────────────────────────────────────────────────────────────────────────


def total(folder, name, **cells):
    """A total of the flour in a document of June, from before the figures to after them."""
    row = {
        "quantity": "flour",
        "unit": "tonne",
        "hedge": "le",
        "value": "800",
        "period_start": "2031-03",
        "period_end": "2031-05-20",
    }
    plant(folder, name, "2031-06-02", **row | cells)


def test_the_parts_add_up_to_the_totals(copy_of, found):
    folder = copy_of(RELIEF)
    total(folder, "one", hedge="ge", value="1000")
    total(folder, "two", hedge="ge", value="2000", alternative_group="either")
    total(folder, "three", hedge="ge", value="3000", alternative_group="either")
    total(folder, "four", quantity="lorries", unit="lorry", value="90")
    said = ask("09", data=str(folder))["since"]
    assert said.values["totals"] == 3 and "three origins" not in said.sentence
    assert ": two of flour landed and one of lorries unloaded. The last of each: " in said.sentence
    assert said.sentence.startswith("After 2 May 2031, three running totals")  # an either-or is one
    numbers = {"one": 1, "six": 6}
    (parts,) = re.findall(r"origins: (.*?)\. The last", found["since"].sentence)
    told = [numbers.get(word) or int(word) for word in re.findall(r"(\w+) of ", parts)]
    assert sum(told) == found.value("since", "totals")


def test_what_the_tests_can_show_is_told(copy_of):
    folder = copy_of(RELIEF)
    total(folder, "covers", hedge="ge", value="1000")
    total(folder, "holds", modality="capacity", hedge="le", value="5000")
    total(folder, "no-start", hedge="le", value="10", period_start="")
    total(folder, "late", hedge="le", value="10", period_start="2031-05-10")
    everything = ask("09", data=str(folder))
    found = everything["later-reporting"]
    assert found.answer == "not contradicted" and found.sentence == (
        "Later reporting does not contradict the figures, as far as the two can be compared: one of "
        "four later totals covers the whole time of one of "
        "them (one that of “at least 900 tonnes of flour”), and it is not lower."
    )
    assert found.why == (
        "Only a lower total for the same time or a longer one would contradict them. One of those that "
        "cover it gives no upper end, so as worded it could "
        "not be lower."
    )
    assert everything["not-tested"].sentence == (
        "Of four later totals, three say nothing for or against the figures: one does not say since when it "
        "counts, one only says what something could "
        "hold and one covers another time or other things, or shares an origin with the figure."
    )


def test_one_weak_row_does_not_speak_for_later_reporting(copy_of):
    folder = copy_of(RELIEF)
    total(folder, "weak", credibility="6")
    change(folder, "sources", "weak", reliability="F")
    said = ask("09", data=str(folder))["later-reporting"].sentence
    assert (
        said
        == "One later figure cannot be true together with the figures under examination: “up to 800 tonnes "
        "of flour” (Planted, graded F6)."
    )


def test_a_contradiction_on_the_other_reading_alone_is_told_as_that(copy_of):
    folder = copy_of(RELIEF)
    total(
        folder,
        "more",
        hedge="ge",
        value="1500",
        period_start="2031-04",
        period_end="2031-04-20",
        item_code="flour",
    )
    change(folder, "claims", "flour-mayor", hedge="ge", period_start="2031-03", period_end="2031-05-01")
    plain, likely = (ask("09", data=str(folder), reading=reading)["later-reporting"] for reading in READINGS)
    assert (
        plain.answer == "not tested"
        and "On the other reading, “at least 1,500 tonnes of flour” (Planted, graded C3" in plain.sentence
    )
    assert likely.answer == "contradicted"


def test_a_verdict_that_hangs_on_the_margin_says_so(copy_of):
    folder = copy_of(RELIEF)
    total(folder, "about", hedge="approx", value="700")
    found = ask("09", data=str(folder))
    hangs = "at 10 and 25 per cent they exclude each other, at 50 per cent they do not"
    assert found["contradictions"].sentence.endswith(
        "One verdict depends on how far “about” may be off (here 25 per cent): “at least 900 tonnes "
        "of flour” (Town hall) and “about 700 tonnes of "
        f"flour” (Planted): {hangs} (literal and pragmatic reading)."
    )
    assert (
        hangs in found["later-reporting"].sentence
        and "exclude each other at this margin" in found.tables["contradictions"].rows[0]
    )
    wide = ask("09", data=str(folder), approx_tolerance=0.5)["contradictions"].sentence
    assert (
        wide.startswith("No later figure contradicts another")
        and "(here 50 per cent)" in wide
        and "at 10 per cent they exclude" in wide
    )
    change(folder, "claims", "about", value="400")
    assert "hang" not in ask("09", data=str(folder))["contradictions"].sentence, "excluded under every margin"


def test_a_count_of_the_same_months_is_told_and_held_against_the_figure(copy_of, found):
    (shipped,) = [found["same-months"]]
    assert shipped.claims == ("skibitskyi-shells-2024-01", "nis-shells-news1") and shipped.answer == "agrees"
    folder = copy_of(RELIEF)
    assert (
        ask("09", data=str(folder))["same-months"].sentence
        == "No later statement dates a figure to the same months."
    )
    total(
        folder,
        "same",
        cumulative="no",
        hedge="exact",
        value="950",
        period_start="2031-04",
        period_end="2031-05-20",
        speaker="not named",
    )
    said = ask("09", data=str(folder))["same-months"]
    assert said.sentence == (
        "One later statement dates a figure to the same months: “950 tonnes of flour”, April 2031 to 20 May "
        "2031 (Planted, published 2 June 2031, "
        "graded C3), which agrees in number with “at least 900 tonnes of flour”, 1 April 2031 to 1 May "
        "2031; it runs to a later day."
    )
    change(folder, "claims", "same", value="200")
    assert ask("09", data=str(folder))["same-months"].answer == "lower"
    change(folder, "claims", "same", period_end="2031-06-02")
    assert ask("09", data=str(folder))["same-months"].answer == "none", "more than a month after"
