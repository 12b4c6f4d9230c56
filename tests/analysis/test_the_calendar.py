"""A dossier with a pledge: what is left of it, how long is left, and what can be below nought."""

import math
from datetime import date

import pytest

from reported.analysis import consistency
from reported.analysis.parameters import Parameters, contract
from reported.analysis.record import FIRST, Record
from reported.build.checks import check
from reported.document import what_if
from reported.dossier.claim import Interval
from reported.dossier.reader import read
from reported.edition import Edition
from reported.errors import Refused
from reported.wording import prose

from ..small_dossiers import ABOUT, Small

ROW = {
    "stated": "as was said", "modality": "actual", "unit": "sack", "item": "sacks", "speaker": "not named",
    "institution": "Mill", "relation": "", "relays": "", "basis": "asserted", "period_start": "2031-01-01",
    "period_end": "2031-03-01", "cumulative": "yes", "credibility": "3", "credibility_reason": "Made up.",
    "status": "active",
}  # fmt: skip
DOCUMENT = {
    "title": "A document", "publisher": "The Gazette", "publisher_kind": "news", "language": "en",
    "reached_via": "original", "reliability": "C", "reliability_reason": "Made up.",
}  # fmt: skip


def counted(label, unit="sack", **more):
    return {"label": label, "one": unit, "many": f"{unit}s", "units": {unit: 1}} | more


def dossier(folder, delivered=("range", "600", "700"), below=True):
    """A thousand sacks were promised by 1 July; it was said that 400 are missing at the most."""
    signed = {"signed": True} if below else {}
    plan = {
        "dossier": ABOUT,
        "quantities": {
            "promised": counted("sacks promised"), "delivered": counted("sacks delivered"),
            "missing": counted("sacks still missing", **signed),
            "months_left": counted("months left", "month", calendar="months(as_of, 2031-07-01)"),
            "pace": {"label": "sacks a month", "one": "sack a month", "many": "sacks a month",
                     "units": {"sack/month": 1}} | signed,
        },
        "relations": [
            {"id": "left", "says": "missing = promised − delivered", "reads": "What is left is missing."},
            {"id": "pace", "says": "pace = missing ÷ months_left", "reads": "It must come in time."},
        ],
        "headline": [{"claim": name} for name in ("promised", "delivered", "missing")],
        "dials": [{"quantity": "delivered"}, {"quantity": "missing"}],
    }  # fmt: skip
    said = {"promised": ("exact", "1000", ""), "delivered": delivered, "missing": ("le", "400", "")}
    claims = [
        ROW | {"claim_id": name, "source_id": f"doc-{name}", "origin_id": name, "quantity": name,
               "hedge": hedge, "value": low, "value_high": high}
        for name, (hedge, low, high) in said.items()
    ]  # fmt: skip
    days = {"promised": "2031-02-01", "delivered": "2031-03-01", "missing": "2031-03-01"}
    sources = [DOCUMENT | {"source_id": f"doc-{name}", "published": day} for name, day in days.items()]
    tables = {"sources": sources, "claims": claims, "denials": [], "events": [], "hedges": []}
    made = Small(plan, tables).write(folder)
    assert [str(problem) for problem in check(made) if not problem.doubt] == []
    return made


def record(folder, **given):
    return Record(read(folder), Parameters(**given))


def test_the_time_left_moves_with_the_day_of_the_edition(tmp_path):
    whole = record(dossier(tmp_path / "d"))
    assert whole.known == {"months_left": 4.0}  # from the day of the newest document
    assert whole.seen_from(date(2031, 2, 15)).known == {"months_left": pytest.approx(4.5, abs=0.1)}
    assert record(tmp_path / "d", as_of=date(2031, 6, 1)).known == {"months_left": 1.0}
    (case,) = whole.cases(["literal"], [FIRST])
    assert case.known == {"months_left": 4.0} and "months_left" not in case.bounds
    found = consistency.implied(case, "pace")
    assert (found.interval.low, found.interval.high) == (pytest.approx(299.5 / 4), 100)
    assert found.claims == ("promised", "delivered", "missing")
    assert consistency.implied(case, "missing").interval.signed


def test_when_the_time_is_over_its_relation_no_longer_applies(tmp_path):
    over = record(dossier(tmp_path / "d"), as_of=date(2031, 7, 1))
    assert [relation.id for relation in over.relations] == ["left"]
    assert over.quantities() == ["missing", "promised", "delivered"] and "pace" in over.tied()
    assert {o.word for o in map(consistency.outcome, over.cases(["literal"]))} == {consistency.FITS}


def test_up_to_says_nothing_below_where_a_quantity_can_be_below_nought(tmp_path):
    signed, counted = (record(dossier(tmp_path / str(below), below=below)) for below in (True, False))
    assert signed.row("missing").interval == Interval(-math.inf, 400, True, False, True)
    assert counted.row("missing").interval == Interval(0, 400, True, False)
    assert signed.reach("missing") == Interval(-math.inf, 400, True, False, True)


def test_more_than_was_promised_is_told_as_less_than_nothing(tmp_path):
    many = ("range", "1100", "1250")
    (case,) = record(dossier(tmp_path / "signed", many)).cases(["literal"], [FIRST])
    assert consistency.outcome(case).verdicts["missing"].most == -99.5
    told = prose.words(consistency.implied(case, "missing").interval, outward=True)
    assert told == "−251 to −99"  # two digits below a hundred, outward
    (case,) = record(dossier(tmp_path / "counted", many, below=False)).cases(["literal"], [FIRST])
    assert consistency.outcome(case).word == consistency.NO_FIT


def test_the_panel_tells_what_the_calendar_says(tmp_path):
    edition = Edition(read(dossier(tmp_path / "d")), Parameters())
    now = what_if.suppose(edition, FIRST, "literal", {"delivered": 1200.0})
    rows = {row.label: row for row in now.rows}
    assert rows["months left"].record == "by the calendar: four months"
    assert rows["months left"].word == consistency.UNTESTED
    assert rows["sacks still missing"].needed.startswith("−201 to −199")
    _, data = what_if.panel(edition)
    assert data["given"]["months_left"] == [4.0, 4.0, False, False]
    assert data["given"]["missing"] == [None, None, True, True] and data["signed"]["missing"]


def test_what_the_calendar_tells_cannot_be_set(tmp_path):
    whole = read(dossier(tmp_path / "d"))
    with pytest.raises(Refused, match="is reckoned from the calendar, and cannot be set. Set as_of"):
        contract({"months_left": "3"}, whole.plan)


@pytest.mark.parametrize(
    ("value", "told"),
    [(-20_000, "−20,000"), (-1e6, "−1 million"), (-0.5, "−0.5"), (-7, "−7"), (0, "0"), (-12_345, "−12,300")],
)
def test_numbers_below_nought_in_words(value, told):
    assert prose.number(value) == told


@pytest.mark.parametrize(
    ("span", "told"),
    [
        (Interval(-20_000, 30_000, False, False, True), "−20,000 to 30,000"),
        (Interval(-math.inf, -5, True, True, True), "under −5"),
        (Interval(0, math.inf, False, True, True), "at least 0"),
        (Interval(-math.inf, 0, True, False, True), "at most 0"),
        (Interval(-math.inf, math.inf, True, True, True), "no limit either way"),
        (Interval(0, math.inf, True, True), "no limit either way"),
    ],
)
def test_ranges_below_nought_in_words(span, told):
    assert prose.words(span, outward=True) == told
