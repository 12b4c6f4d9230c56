"""What may not be false on the page: what is decided by an artefact, whose time meets whose, what leads, and
what is ours.

Each test stands for a line of the reading that found the page false; each failed on the code of that day.
"""

import json
import math
import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import consistency, delivery, specifications
from reported.analysis.consistency import EDGE, NO_FIT, Bound, Case, in_period, outcome
from reported.analysis.hedges import Interval, rounding
from reported.analysis.others import Counted
from reported.analysis.parameters import contract
from reported.analysis.record import FIRST, RETOLD
from reported.analysis.totals import Statement
from reported.build.answers import VERDICTS
from reported.build.project import notebooks
from reported.document.assembly import page_one, sections
from reported.dossier.claim import ours, relayed
from reported.dossier.dates import last_day
from reported.dossier.plan import Relation
from reported.dossier.reader import read
from reported.edition import Edition
from reported.errors import Refused
from reported.figures import to_draw
from reported.wording import fitting, lasting, others
from reported.wording.findings import FINDING
from reported.wording.language import spoken, word_for
from reported.wording.prose import number, words

from ..conftest import ROOT, add_claim, add_source, ask, change

EARLY = "2023-11-02"
PRODUCT = (Relation(id="r", says="p = a × b", reads="p is a times b."),)


def edition(folder, **parameters) -> Edition:
    whole = read(folder)
    return Edition(whole, contract(parameters, whole.plan))


@pytest.fixture(scope="module", params=["latest", EARLY])
def answered(request):
    """Notebook 06 of either edition."""
    return ask("06", as_of=request.param)


@pytest.fixture(scope="module", params=["latest", EARLY])
def parts(request):
    """The sections of a committed edition's findings, by role."""
    found = json.loads((ROOT / "report" / request.param / "findings.json").read_text("utf-8"))
    return found["findings"]


def of_role(found, *roles):
    return [f["sentence"] for f in found if f["role"] in roles]


# 1 The knife-edge


def exactly(low: float, high: float, opened: bool = True) -> Bound:
    return Bound(
        Interval(low, high, opened, opened),
        rounding=(rounding(low) if low else 0.0, rounding(high) if high < math.inf else 0.0),
    )


@pytest.mark.parametrize(("least", "word"), [(1_000_000, EDGE), (1_030_000, EDGE), (1_500_000, NO_FIT)])
def test_a_gap_smaller_than_the_rounding_is_no_conflict(least, word):
    case = Case(
        PRODUCT,
        {
            "p": exactly(least, 2e6),
            "a": exactly(1_000, 2_000),
            "b": Bound(Interval(200, 500, False, False), rounding=(0.025, 0.01)),
        },
    )
    found = outcome(case)
    assert found.word == word
    assert {v.word for v in found.verdicts.values()} == {word}
    assert not consistency.possible([found]) and consistency.answer([found]) == word
    assert ("meet at the edge" in fitting.misses([found])) == (word == EDGE)


@given(st.floats(1, 1e6), st.floats(0, 0.2), st.floats(0, 0.2))
def test_the_edge_is_where_rounding_alone_closes_the_gap(miss, first, second):
    """An independent evaluation: a × b, at most 100, against p, at least 100 × gap."""
    gap = 1 + (miss / 1e6) * 0.5
    case = Case(PRODUCT, {
        "p": Bound(Interval(100 * gap, math.inf, False, True), rounding=(first, 0.0)),
        "a": Bound(Interval(10, 10, False, False), rounding=(second, second)),
        "b": Bound(Interval(10, 10, False, False)),
    })  # fmt: skip
    room = (1 + first) * (1 + second) / gap
    if abs(room - 1) > 1e-4 and gap > 1 + 1e-4:
        assert outcome(case).word == (EDGE if room > 1 else NO_FIT)


@pytest.mark.parametrize(
    ("value", "share"),
    [(1e6, 0.05), (10, 0.05), (500, 0.01), (185, 0.5 / 185), (15_809, 0.5 / 15_809), (2, 0.025)],
)
def test_rounding_is_half_a_unit_of_the_last_digit_and_never_of_the_first(value, share):
    assert rounding(value) == pytest.approx(share)


def test_the_edge_has_its_word_in_panel_and_sweep():
    assert word_for("verdict", EDGE) and spoken().has(f"panel-answer-{'-'.join(EDGE.split())}")
    assert EDGE in VERDICTS


def test_no_reading_of_the_shipped_figures_is_decided_by_a_hair(shipped):
    for day in ("latest", EARLY):
        for o in edition(shipped, as_of=day).record.cases():
            found = outcome(o)
            assert found.word != NO_FIT or found.stretch > 1.05


# 2 Windows

PERIOD = (date(2023, 8, 1), date(2023, 11, 1))


@pytest.mark.parametrize(
    ("start", "end", "cumulative", "span", "why"),
    [
        ("2023-09-07", "2023-10-01", "yes", (1_000, math.inf), "sets no maximum"),
        ("2022-06", "2023-11-02", "yes", (0, 2_000), "sets no minimum"),
        ("2023-09", "2023-12", "yes", (0, math.inf), "neither"),
        ("2023-08", "2023-11-01", "yes", (1_000, 2_000), ""),
        ("", "2023-11-01", "yes", (0, math.inf), "gives no start"),
        ("2023-08", "", "yes", (0, math.inf), "gives no end"),
        ("", "", "yes", (0, math.inf), "gives neither start nor end"),
        ("", "", "no", (1_000, 2_000), ""),
        ("2024-01", "2024-02", "yes", (0, math.inf), "left out"),
        ("2023-10", "2023-10", "no", (1_000, 2_000), "part of the time"),
    ],
)
def test_a_count_of_a_shorter_time_is_a_minimum_and_one_of_a_longer_time_a_maximum(
    shipped, start, end, cumulative, span, why
):
    row = edition(shipped).record.claim("us-containers-yonhap")
    row = row._replace(
        period_start=start, period_end=end, cumulative=cumulative, interval=Interval(1_000, 2_000)
    )
    found, said = in_period(row, PERIOD)
    assert (found.low, found.high) == span
    told = word_for("window", said) if said else ""
    assert why in told and bool(why) == bool(told)


def test_headline_figures_pass_the_check_of_windows(shipped, answered):
    for case in edition(shipped).record.cases():
        assert math.isinf(case.bounds["containers"].interval.high)
    assert (
        "(7 September 2023 to 1 October 2023) counts for a shorter time, so it sets no maximum"
        in answered["windows"].sentence
    )
    assert any("sets no maximum" in row[3] for row in answered.tables["windows"].rows)


def test_two_windows_in_one_product_are_noticed(copy_of):
    folder = copy_of(ROOT / "tests" / "relief")
    change(folder, "claims", "lorries-port", period_start="2031-04-20", period_end="2031-04-26")
    found = ask("06", data=str(folder))
    assert (
        "“50 lorries” (20 April 2031 to 26 April 2031) counts for a shorter time" in found["windows"].sentence
    )
    assert found["fit"].answer in ("fits", "fits only if")


@pytest.mark.parametrize(
    "row",
    [
        "dia-shells-152-2024-10",
        "dia-shells-152-2024-08",
        "us-shells-2024-12",
        "osc-shells-onlineua",
        "shin-shells-152-2024-02",
    ],
)
def test_a_row_of_later_months_cannot_turn_the_bottom_line(copy_of, row):
    before = ask("06")
    folder = copy_of(ROOT / "data")
    value = str(int(read(folder).claims.set_index("claim_id")["value"][row] / 10))
    high = read(folder).claims.set_index("claim_id")["value_high"][row]
    change(
        folder,
        "claims",
        row,
        value=value,
        **({} if math.isnan(high) else {"value_high": str(int(high / 10))}),
    )
    after = ask("06", data=str(folder))
    for name in ("fit", "first-worded", "other-reading", "carriers"):
        assert after[name].sentence == before[name].sentence
    # Where the months around count as well it is one way more of reading, and what always holds stays.
    assert after.value("short", "containers") == before.value("short", "containers")
    assert after["short"].answer == before["short"].answer


def test_what_was_counted_from_another_day_stands_beside_what_has_to_hold(answered):
    assert answered["other-counts"].role == "judgement"
    assert "“more than 2,000 containers”" in answered["other-counts"].sentence
    assert "June 2022 to 2 November 2023)" in answered["other-counts"].sentence


# 3 The condition that always holds leads, 4 who said otherwise, 5 who said it


def test_the_condition_that_holds_on_every_fitting_way_leads(answered, shipped):
    short = answered["short"]
    first = next(f for f in answered.values() if f.role == "bottom-line")
    assert first is short
    assert "at least 2,000 containers, twice the stated minimum" in short.sentence
    assert "13,1" not in short.sentence and "shells a day" not in short.sentence
    assert short.values["containers"].low == pytest.approx(2_000)
    assert short.sentence.startswith("The four figures can all be true, but only with ")
    assert f", wherever they fit ({short.values['ways']:,} ways of reading). " in short.sentence
    assert short.values["ways"] > short.values["fitting"] > 1_000


def test_the_always_is_in_every_way_and_the_sometimes_is_not(shipped):
    specs = specifications.specified(edition(shipped).record)
    assert specs.fitting and all("containers" in one.held.conditions for one in specs.fitting)
    assert min(span.low for span in specs.needs["containers"]) == pytest.approx(2_000)
    assert 0 < len(specs.needs["fire_rate"]) < len(specs.fitting)
    assert specs.moved[0].decision.name == "convention" and specs.settles == "containers"


def test_what_would_settle_it_stands_on_page_one(answered):
    said = answered["settles"]
    assert said.role == "bottom-line" and said.answer == "containers delivered"
    assert said.sentence.startswith("The true figure for containers delivered ")
    assert said.sentence.endswith(": under 2,000, they cannot all be true.")
    assert re.fullmatch(
        r"Every way on which the figures fit asks for at least 2,000( to [\d,]+)? containers\.", said.why
    )


def test_a_break_even_of_a_convention_is_a_range_and_says_so(answered):
    said = answered["sometimes"]
    assert said.role == "bottom-line" and "Ways are choices, not chances." in said.sentence
    assert math.floor(said.values["lowest"]) == 10_951 and said.values["highest"] > 14_900
    ends = (number(said.values[end], toward="down") for end in ("lowest", "highest"))
    assert f"at least {' to '.join(ends)} shells a day" in said.sentence


def test_who_said_otherwise_stands_on_page_one(answered):
    others = answered["others-then"]
    assert others.role == "judgement" and others.answer == "less"
    assert "counting up to an earlier day" in others.sentence
    for said in ("room for 250,000 to 300,000 shells", "300,000 to 500,000 shells", "350,000 shells"):
        assert said in others.sentence


def test_what_came_since_stands_on_page_one_and_in_its_section_the_one_that_dates_it():
    since = ask("06")["since"]
    assert since.role == "bottom-line"
    assert "about 6.5 million shells" in since.sentence and "August 2025" in since.sentence
    assert "another is higher" in since.sentence  # ten million-odd, by another origin, in June
    assert "skibitskyi-shells-2024-01" in ask("09")["same-months"].claims


def test_page_one_says_who_the_speaker_is_and_what_each_outlet_reports():
    said = ask("01")
    assert "through Yoo Sang-bum, a lawmaker, after a closed parliamentary audit" in said["claimed"].sentence
    linchpin = said["origins"].linchpin
    assert re.search(r"Navy Times \(AP\): .*Hankyoreh: ", linchpin)
    assert "Navy Times (AP) and Hankyoreh" not in linchpin


# 6 Confidence


def test_each_proposition_has_its_own_confidence(answered):
    sure = {name: found.answer for name, found in answered.items() if found.role == "confidence"}
    assert sure == {"confidence-moved": "moderate", "confidence-shells": "low", "confidence-days": "low"}
    assert "it needs at least 2,000 containers" in answered["confidence-shells"].sentence


def test_a_leg_on_which_a_proposition_does_not_rest_does_not_count(copy_of):
    folder = copy_of(ROOT / "data")
    before = ask("06", data=str(folder))["confidence-shells"]
    for row in ("us-load-najin", "rusi-voyages-wapo", "csis-railcars"):
        change(folder, "claims", row, basis="asserted")
    assert ask("06", data=str(folder))["confidence-shells"].sentence == before.sentence
    assert "observed" in before.sentence and "none of it was observed" in before.sentence


def test_a_second_origin_that_says_it_is_a_leg_and_one_that_says_less_is_none(copy_of):
    for value, legs in (("1200000", 1), ("400000", 0)):
        folder = copy_of(ROOT / "data") if value == "1200000" else folder  # noqa: F821
        if value == "1200000":
            add_source(folder, "second", "2023-11-01")
            add_claim(
                folder, "second", "second", quantity="shells", hedge="ge", value=value, unit="shell",
                period_start="2023-08", period_end="2023-11-01",
            )  # fmt: skip
        else:
            change(folder, "claims", "second", value=value)
        assert ask("06", data=str(folder)).value("confidence-shells", "legs") == legs


# 7 Page one is short and plain


def test_page_one_has_at_most_150_words_before_the_judgements(parts):
    lead = " ".join(of_role(parts, "claimed", "bottom-line"))
    assert len(lead.split()) <= 150, lead
    for slang in ("pragmatic", "bound", "lower counts", "ten-odd", "factor of"):
        assert slang not in lead


# 8 Whose figure it was


@pytest.mark.parametrize(
    ("name", "not_by"),
    [
        ("jcs-containers-yonhaptv", "ROK JCS"), ("jcs-shells-152-sbs", "ROK JCS"),
        ("silbey-rate", "Cornell University"),
        ("syrskyi-rate-2023-10", "Ukraine General Staff"),
    ],
)  # fmt: skip
def test_figures_are_credited_to_whoever_first_said_them(shipped, name, not_by):
    assert edition(shipped).record.claim(name).institution != not_by


def test_the_commander_and_an_unnamed_officer_are_two_origins(shipped):
    ed = edition(shipped)
    assert (
        ed.record.claim("syrskyi-rate-2023-10").origin_id
        != ed.record.claim("ua-rate-gs-2023-autumn").origin_id
    )


def test_5000_a_day_is_not_the_institutes(shipped):
    rows = [
        row
        for row in edition(shipped).record.published("fire_rate")
        if row.spoken.low == 5_000 and row.published >= "2023-12"
    ]
    assert rows and all("RUSI" not in row.institution for row in rows)


def test_a_photograph_scaled_from_another_adds_no_origin(shipped):
    assert "us-load-najin" in edition(shipped).record.claim("voa-load-najin").relays


def test_no_row_states_a_quotient_of_ours(shipped):
    stated = [
        row
        for row in edition(shipped).record.published("shells_per_container")
        if edition(shipped).record.stated_by_others(row)
    ]
    assert {row.origin_id for row in stated} == {"EE-EDF-2023-10"}


# 9 No hindsight


@pytest.mark.parametrize("day", ["2023-10-20", EARLY, "2024-02-28"])
def test_no_edition_knows_a_claim_assumption_or_grouping_of_a_later_day(shipped, day):
    ed = edition(shipped, as_of=day)
    for row in ed.record.rows():
        assert last_day(row.published) <= date.fromisoformat(day), row.claim_id
        for name, _ in relayed(row.relays) if ours(row) else ():
            assert ed.record.claim(name) is not None, f"{row.claim_id} rests on {name}"
    for name in ed.record.plan.quantities:
        for series in ed.record.series_of(name):
            assert not series or all(
                ed.record.claim(claim) is not None for claim in ed.record.plan.series[series].rests_on
            )


def test_an_assumption_that_rests_on_what_came_later_is_refused(copy_of):
    folder = copy_of(ROOT / "tests" / "relief")
    change(folder, "claims", "load-assumed", relays="load-guild", relation="derives")
    with pytest.raises(
        Refused, match="is of 2031-05-02, but rests on 'load-guild', which was published on 2031-06-01"
    ):
        read(folder)


def test_an_assumption_without_a_day_is_refused(copy_of):
    folder = copy_of(ROOT / "tests" / "relief")
    change(folder, "sources", "this-analysis", published="")
    with pytest.raises(Refused, match="is the document of an assumption, and has no day"):
        read(folder)


def test_a_grouping_that_rests_on_what_came_later_is_refused(copy_of):
    folder = copy_of(ROOT / "data")
    toml = folder / "dossier.toml"
    toml.write_text(
        toml.read_text("utf-8").replace('since = "2023-01-10"', 'since = "2022-01-10"', 1), "utf-8"
    )
    with pytest.raises(Refused, match="is told apart from 2022-01-10 on, but rests on"):
        read(folder)


def test_ways_of_counting_are_not_told_apart_before_they_could_be(copy_of):
    folder = copy_of(ROOT / "data")
    assert edition(folder, as_of=EARLY).record.series_of("fire_rate") == ["lower-counts", "higher-counts"]
    assert edition(folder, as_of="2023-01-09").record.series_of("fire_rate") == [None]


# 10 Ours is called ours


def test_what_is_published_holds_nothing_of_ours(shipped):
    ed = edition(shipped)
    assert ed.words.on_record("shells_per_container", FIRST) == "published: 300 to 500; with ours: 200 to 500"
    # The loads that were published are those of one ship, and of no half-year.
    assert ed.words.on_record("containers_per_transfer", FIRST) == "ours: 165 to 300"
    for day in ("latest", EARLY):
        for notebook in ("02", "04", "05", "06"):
            found = ask(notebook, as_of=day)
            texts = [f"{f.sentence} {f.why} {f.linchpin}" for f in found.values()]
            texts += [str(cell) for table in found.tables.values() for row in table.rows for cell in row]
            assert not [text for text in texts if "This analysis" in text or "this analysis" in text]


def test_a_range_with_an_open_top_shows_it(shipped):
    assert edition(shipped).words.range("fire_rate") == "5,000 to more than 30,000"


def test_a_quantity_has_one_range_everywhere(shipped):
    ed, told = edition(shipped), ask("06")
    for quantity in ("shells_per_container", "containers_per_transfer"):
        whole = ed.words.range(quantity)
        columns = told.tables["inputs"].columns
        (row,) = (row for row in told.tables["inputs"].rows if row[0] == ed.words.label(quantity))
        assert row[columns.index("With ours")] == whole
        assert whole in ed.words.on_record(quantity, RETOLD)
    assert words(ed.record.span("containers_per_transfer")) in ask("05")["by-trips"].sentence


# 11 Small untruths


def test_a_total_worked_out_from_voyages_or_a_weight_rests_on_a_conversion(shipped):
    ed = edition(shipped)
    assert ed.record.converted(ed.record.claim("csis-shells-2024-02")) and ed.record.converted(
        ed.record.claim("c4ads-shells")
    )


def test_the_densest_load_says_of_what_and_names_the_denser_one(shipped):
    why = ask("04")["capacity"].why
    assert (
        "the densest load of those months, 500 shells a container" in why
        and "A denser load, 615, comes from figures of South Korea's" in why
        and "mixed" in why
    )


def test_documents_are_those_examined_and_answers_are_told_by_kind():
    said = ask("01")
    assert re.match(r"Of \d+ documents examined, 35 carry", said["origins"].sentence)
    assert (
        "seven deny them outright, six ask for proof, four dismiss them and five give no comment on them"
        in said["denials"].sentence
    )
    assert "Three of them speak of missiles." in said["denials"].sentence
    assert "Denied" not in said["denials"].sentence


def test_nothing_unsupported_stands_in_the_words_around():
    for path in (ROOT / "README.md", ROOT / "data" / "dossier.toml", *notebooks(ROOT)):
        text = path.read_text("utf-8")
        assert "most readers of English" not in text and "Nobody who published" not in text, path.name


# 12 Conditions of sentences


def test_need_the_same_is_said_only_where_they_do(copy_of):
    folder = copy_of(ROOT / "tests" / "relief")
    change(folder, "claims", "flour-mayor", value="1100")
    found = ask("06", data=str(folder))
    assert "need the same" not in found["first-worded"].sentence


def test_a_sentence_and_a_table_round_one_limit_alike(shipped):
    span = Interval(2_735_000, 5_435_000)
    assert (
        words(span, outward=True).startswith("2.73 million")
        and words(Interval(2_735_000)) == "more than 2.73 million"
    )


def test_page_one_is_made_of_the_roles(shipped):
    ed = edition(shipped)
    made = sections(notebooks(ROOT))
    text = page_one(made, ed, {})
    place = [
        text.index(f["sentence"][:40]) for s in made for f in s.of(FINDING) if f["role"] == "bottom-line"
    ]
    assert place == sorted(place) and len(place) == 4


def test_a_count_above_a_ceiling_does_not_show_it(shipped):
    ed = edition(shipped)
    statement = Statement((ed.record.row("us-containers-yonhap"),))
    for need, shown in (
        (Interval(0, 500, True, False), "not shown"),
        (Interval(500, high_open=True), "shown"),
    ):
        assert others.shown(ed.words, [Counted(statement, Interval(3_000), "", need)]).answer == shown


def test_where_no_published_rate_agrees_that_is_said(shipped):
    ed = edition(shipped)
    said = ed.record.headline("days", RETOLD).interval
    found = [pair for pair in delivery.durations(ed.record) if (pair[1] & said) is None]
    told = lasting.judged(ed.words, found)
    assert found and told.answer == "disagrees" and "no published rate agrees" in told.sentence
    shown = to_draw.publish_durations(ed.words, found, None)
    assert shown is not None and shown.title.startswith("At no published rate")
