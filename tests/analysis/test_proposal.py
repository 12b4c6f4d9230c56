"""Proposal: what a sentence seems to say is read from its words, and a guess is never called sure."""

import csv
from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.proposal import other_numbers, propose
from reported.dossier import reader
from reported.dossier.starter import EXAMPLE

from ..conftest import ROOT

SAID = ROOT / "tests" / "dossier"
UNSEEN = ("sentences-unseen.csv", "sentences-unseen-2.csv")
FLOORS, CEILINGS = {"gt", "ge", "odd", "odd_ge", "approx_ge"}, {"lt", "le", "nearly"}


@cache
def dossier(folder: str = "data") -> reader.Dossier:
    """A dossier, read once."""
    return reader.read(ROOT / folder)


def direction(code: str) -> int:
    """Whether a hedge is a floor (1), a ceiling (-1) or neither."""
    return (code in FLOORS) - (code in CEILINGS)


def rows(name: str) -> list[dict[str, str]]:
    """Collected sentences with what a person reads in them."""
    with (SAID / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def read(row: dict[str, str]) -> tuple[dict[str, str], bool]:
    """What is proposed for a sentence: number, high end, hedge and unit; whether the hedge is called sure."""
    cells = propose(row["said"], dossier(row.get("dossier") or "data"))
    named = ("value", "value_high", "hedge", "unit")
    return {name: cells[name].value if name in cells else "" for name in named}, cells["hedge"].sure


@pytest.mark.parametrize("name", ["sentences.csv", *UNSEEN])
def test_collected_sentences_are_read_as_people_read_them(name):
    wrong = [row["said"] for row in rows(name) if read(row)[0] != {key: row[key] for key in read(row)[0]}]
    assert len(wrong) <= len(rows(name)) // 20, "\n".join(wrong)


@pytest.mark.parametrize("name", ["sentences.csv", *UNSEEN])
def test_no_wrong_direction_of_a_hedge_is_called_sure(name):
    for row in rows(name):
        got, sure = read(row)
        assert not sure or direction(got["hedge"]) == direction(row["hedge"]), row["said"]


def test_the_collected_sentences_have_an_address_each_and_seven_languages():
    every = [row for name in UNSEEN for row in rows(name)]
    assert all(row["url"].startswith("http") for row in every)
    assert len({row["said"] for row in every}) == len(every) >= 40
    assert min(Counter(row["language"] for row in every).values()) >= 3
    assert {row["language"] for row in every} == {"de", "en", "fr", "ja", "ko", "ru", "uk"}


@pytest.mark.parametrize(
    ("said", "value", "hedge", "sure"),
    [
        ("No fewer than 3,000 containers came.", "3000", "ge", True),
        ("no less than 12 containers", "12", "ge", True),
        ("Fewer than 200 containers of 122mm rockets came in 2023.", "200", "lt", True),
        ("up to 300 containers", "300", "le", True),
        ("They say that 1,200 containers or more came", "1200", "ge", True),
        ("Not more than 300 containers arrived.", "300", "le", False),
        ("It was unable to send more than 300 containers.", "300", "le", False),
        ("He does not say that at least 300 containers came.", "300", "lt", False),
        ("Over the past six months 300 containers came.", "300", "exact", False),
        ("300 containers came over two years", "300", "exact", False),
        ("более 300 контейнеров", "300", "gt", True),
        ("не более 300 контейнеров", "300", "le", True),
        ("не менше 300 контейнерів", "300", "ge", True),
        ("nicht mehr als 300 Container wurden geliefert", "300", "le", True),
        ("pas plus de 300 conteneurs", "300", "le", True),
        ("plus d’un millier de conteneurs", "1000", "gt", True),
        ("컨테이너 300개 미만", "300", "lt", True),
        ("컨테이너 300여개", "300", "odd", True),
        ("컨테이너 최대 300개 이상", "300", "ge", False),
        ("コンテナ300個未満", "300", "lt", True),
        ("約2年間でコンテナ300個以上", "300", "ge", True),
    ],
)
def test_traps_of_direction(said, value, hedge, sure):
    cells = propose(said, dossier())
    assert (cells["value"].value, cells["hedge"].value, cells["hedge"].sure) == (value, hedge, sure)
    assert cells["unit"].value == "container"


@pytest.mark.parametrize(
    "said",
    [
        "In 2023 they came on 5 May.",
        "152mm and 122 mm",
        "No shells came.",
        "2023년 5월 6일",
        "2024年8月27日",
        "",
    ],
)
def test_years_days_and_calibres_count_nothing(said):
    assert propose(said, dossier()) == {}


def test_a_year_before_its_noun_is_a_number():
    assert propose("2000 Container wurden geliefert", dossier(), "de")["value"].value == "2000"


def test_per_cent_are_not_counted_as_the_thing_beside_them():
    cells = propose("40% of the shells came from there", dossier())
    assert cells["unit"].value == "percent" and not cells["quantity"].sure
    assert propose("40% of the lanterns", reader.read(EXAMPLE)) == {}, "a dossier that counts no shares"


def test_of_several_numbers_none_is_sure_and_another_can_be_chosen():
    said = "Its 6,700 containers could hold more than 3 million shells."
    first = propose(said, dossier())
    assert [first[name].value for name in ("value", "hedge", "unit")] == ["3000000", "gt", "shell"]
    assert not first["value"].sure and first["modality"].value == "capacity"
    assert other_numbers(said, dossier()) == ("6,700",)
    other = propose(said, dossier(), which="6,700")
    assert (other["value"].value, other["unit"].value, other["value"].sure) == ("6700", "container", True)


def test_a_rate_belongs_to_the_number_beside_it():
    said = "Nine million shells were made, or about 25,000 a day."
    assert propose(said, dossier())["unit"].value == "shell"
    assert propose(said, dossier(), which="25,000")["unit"].value == "shell/day"


def test_so_many_in_each_of_others_is_proposed_and_asked_for():
    for said in (
        "He said it was 300 to 500 shells per container.",
        "They say 300 to 500 shells in a container.",
    ):
        cells = propose(said, dossier())
        assert (cells["unit"].value, cells["quantity"].sure) == ("shell/container", False)
    said = "They say that 3 million shells in 6,700 containers came."
    assert propose(said, dossier(), which="3 million")["unit"].value == "shell"


def test_the_words_that_carry_the_figure_are_kept_and_no_whole_sentence():
    said = (
        "The minister told a paper that at least 13,000 containers had been seen, and that he regretted it."
    )
    assert propose(said, dossier())["stated"].value == "at least 13,000 containers"


def test_a_period_is_read_where_a_month_is_named_and_the_year_may_be_a_guess():
    day = date(2024, 3, 7)
    sure = propose("seit August 2023 mehr als 300 Container", dossier(), "de", day)["period_start"]
    assert (sure.value, sure.sure) == ("2023-08", True)
    guess = propose("300 containers since August", dossier(), "en", day)["period_start"]
    assert (guess.value, guess.sure) == ("2023-08", False)
    assert "period_start" not in propose("300 containers over the past weeks", dossier(), "en", day)


def test_whom_it_may_retell_is_a_guess_with_the_claim_named():
    said = "more than 1.5 million shells"
    cells = propose(said, dossier(), "en", date(2024, 3, 7))
    assert cells["relays"].value in {row.claim_id for row in dossier().said}
    assert not cells["relays"].sure and cells["relays"].value in cells["relays"].words
    assert "relays" not in propose(said, dossier(), "en", date(2031, 1, 1)), "nothing near that day"


def test_where_the_language_cannot_be_told_nothing_is_sure():
    cells = propose("1.200 containers", dossier())
    assert not cells["value"].sure and not cells["hedge"].sure
    assert propose("1.200 containers", dossier(), "de")["value"].value == "1200"


def test_a_speaker_that_the_dossier_knows_is_found_by_name():
    name = next(row.speaker for row in dossier().said if row.speaker.startswith("Kyrylo"))
    assert propose(f"{name} spoke of 300 containers", dossier())["speaker"].value == name


@given(st.text(max_size=80), st.sampled_from(("", "en", "ko", "ru", "xx")))
def test_any_text_is_read_without_a_fault_and_every_sure_word_stands_in_it(text, language):
    cells = propose(text, dossier(), language)
    for column in ("value", "stated"):
        if column in cells:
            assert cells[column].words in text


def test_another_topic_is_read_by_its_own_words():
    lanterns = reader.read(EXAMPLE)
    unit = next(iter(next(iter(lanterns.plan.quantities.values())).units))
    noun = next(iter(lanterns.plan.quantities.values())).many
    cells = propose(f"at least 1,200 {noun}", lanterns)
    assert (cells["value"].value, cells["unit"].value) == ("1200", unit)
    assert Path(EXAMPLE).is_dir()
