"""What the shipped dossier must show: published figures that the code has to reproduce."""

import math

import pytest

from reported.analysis import consistency
from reported.analysis.hedges import look_up
from reported.analysis.parameters import contract
from reported.analysis.record import FIRST, RETOLD
from reported.dossier.reader import read
from reported.edition import Edition

from ..conftest import ask


@pytest.fixture(scope="module")
def edition(shipped):
    whole = read(shipped)
    return Edition(whole, contract({}, whole.plan))


@pytest.fixture(scope="module")
def duration():
    return ask("03")


@pytest.fixture(scope="module")
def containers():
    return ask("04")


def test_one_million_over_two_months_is_about_16_400_a_day(duration):
    (rate,) = duration.value("implied-rate", "bare")
    assert rate.low == rate.high == pytest.approx(1_000_000 / (2 * 30.4375))
    assert "about 16,400 shells a day" in duration["implied-rate"].sentence


def test_about_two_months_has_a_break_even_and_two_months_or_more_has_none(duration, edition):
    needed = duration.value("rate-needed", "retold")
    assert math.ceil(needed.low) == 13_142 and math.isinf(needed.high)
    assert duration.value("rate-needed", "first_worded").low == 0
    assert "it sets no lower limit on the rate" in duration["rate-needed"].sentence
    assert edition.record.headline("days", FIRST).language == "ko"
    assert edition.record.headline("days", RETOLD).hedge == "approx"


def test_how_long_a_million_lasts_at_the_rates_of_that_week(duration, edition):
    shells = edition.record.headline("shells")
    assert (shells.interval / edition.record.claim("ee-rate-kiviselg").spoken).low == 100
    at = {
        claim: span
        for claim, span in zip(
            duration["month-before"].claims[1:], duration.value("month-before", "days"), strict=True
        )
    }
    assert at["ee-rate-kiviselg"].low == 100
    assert (round(at["zdf-rate"].low), round(at["zdf-rate"].high)) == (33, 50)
    assert (
        "33 to 50 days at 20,000 to 30,000 shells a day (the German broadcaster ZDF)"
        in duration["month-before"].sentence
    )


def test_containers_a_million_needs_and_a_thousand_carry(containers):
    assert [round(n) for n in containers.value("needed", "needed")] == [2_000, 3_333, 5_000]
    assert containers.value("needed", "loads") == [500, 300, 200]
    assert (containers.value("capacity", "low"), containers.value("capacity", "high")) == (200_000, 500_000)


@pytest.mark.parametrize(
    ("product", "count", "each"),
    [
        ("jcs-shells-152-sbs", 2_000, 500), ("shin-shells-152-2023-12", 5_000, 400),
        ("shin-shells-152-2024-02", 6_700, 448),
        ("shin-shells-2024-06", 10_000, 480), ("dia-shells-152-2024-08", 13_000, 462),
        ("nis-shells-2024-10", 13_000, 615),
        ("dia-shells-152-2024-10", 20_000, 470), ("us-shells-2024-12", 20_000, 300),
    ],
)  # fmt: skip
def test_conversions_are_reproduced(edition, product, count, each):
    rows = [row for row in edition.record.rows() if row.claim_id.startswith(f"{product} over ")]
    assert [(round(row.number), edition.record.behind(row)[1].number) for row in rows] == [(each, count)]


def test_ten_transfers_and_sixty_four_voyages():
    transfers = ask("05")
    assert transfers.value("each-must-carry", "each") == 100_000
    table = transfers.tables["trip-loads"]
    formed = {
        row[table.columns.index("Worked out from")]: row[table.columns.index("Each")] for row in table.rows
    }
    assert formed["15,809 containers (four ships) in 64 voyages (four ships)"] == "247"


def test_two_thousand_containers_at_five_hundred_are_the_million_restated(containers, edition):
    shells = edition.record.headline("shells")
    found = {
        (count.claim_id, round(load.number)): word
        for count, load, word, _ in consistency.supports(
            edition.record.rows(),
            edition.record.relation("load"),
            shells,
            edition.record.period[1].replace(month=12),
        )
    }
    assert found[("jcs-containers-yonhaptv", 500)] == consistency.RESTATED
    assert "add no support" in containers["restated"].sentence


def test_verdict_and_bottom_line_of_both_editions():
    for as_of in ("latest", "2023-11-02"):
        fit = ask("06", as_of=as_of)
        assert math.ceil(fit.value("fit", "fire_rate").low) == 13_142
        assert fit.value("fit", "containers").low == pytest.approx(2_000)
        assert "but only with" in fit["fit"].sentence


def test_dependence_on_the_tolerance_of_about():
    narrow = ask("03", approx_tolerance=0.1)
    assert narrow.value("rate-needed", "retold").low == pytest.approx(1_000_000 / (60.875 * 1.1))


def test_codes_agree_with_the_wording(edition):
    vocabulary = edition.record.dossier.vocabulary
    for row in edition.record.rows():
        found = look_up(row.stated, row.language, vocabulary) if row.stated and row.hedge != "none" else None
        assert found is None or found == row.hedge, f"{row.claim_id}: {row.stated}"
