"""A language says what its files say, and refuses what cannot be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.errors import Refused
from reported.wording import language, particles
from reported.wording.language import ENGLISH, HOUSE, Language, Unsaid

FTL = """
# $n (number), $who (text)
carry = { $n ->
    [one] { $n } document of { $who }
   *[other] { $n } documents of { $who }
}
    .why = Since { CAPITAL($who) } says so,
        and { FIGURES($n) } times.
bare = nothing to fill in
both =
    .title = { $n }
    .alt = { CAPITAL($who) }.
"""


@pytest.fixture
def spoken(tmp_path: Path) -> Language:
    """English with the messages above and those of the package."""
    (tmp_path / "own.ftl").write_text(FTL, "utf-8")
    return Language(ENGLISH, [HOUSE / ENGLISH, tmp_path])


def test_a_message_takes_its_values_and_chooses_by_them(spoken: Language) -> None:
    assert spoken.say("carry", n=1, who="them") == "one document of them"
    assert spoken.say("carry", n=12, who="them") == "12 documents of them"
    assert spoken.say("carry.why", n=4, who="she") == "Since She says so, and 4 times."


@pytest.mark.parametrize(
    ("name", "values", "told"),
    [
        ("cary", {}, "there is no message 'cary' of wording/en. Did you mean carry?"),
        ("carry", {"n": 1}, "was not given $who"),
        ("bare", {"n": 1}, "does not use $n"),
        ("carry", {"n": 1.5, "who": "them"}, "say numbers that are not whole"),
    ],
)
def test_what_cannot_be_said_is_told_by_message_and_value(spoken, name, values, told) -> None:
    with pytest.raises(Unsaid, match=re.escape(told)):
        spoken.say(name, **values)


def test_attributes_said_together_take_each_its_own_values(spoken: Language) -> None:
    assert spoken.parts("both", ("title", "alt"), n=2, who="they") == {"title": "two", "alt": "They."}


@pytest.mark.parametrize(
    ("name", "parts", "values", "told"),
    [
        ("both", ("title", "alt"), {"n": 2}, "'both.alt' of wording/en was not given $who"),
        ("both", ("title", "alt"), {"n": 2, "who": "x", "day": "y"}, "none of title, alt uses $day"),
        ("both", ("title", "subtitle"), {"n": 2, "who": "x"}, "there is no message 'both.subtitle'"),
    ],
)
def test_what_attributes_lack_is_told_and_a_value_that_none_uses(spoken, name, parts, values, told) -> None:
    with pytest.raises(Unsaid, match=re.escape(told)):
        spoken.parts(name, parts, **values)


def test_what_is_no_message_is_told_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ftl").write_text("good = is said\nbad = { $n -> [one] a }\ngood = again\n", "utf-8")
    with pytest.raises(Refused) as told:
        Language(ENGLISH, [tmp_path])
    assert "bad.ftl line 2" in str(told.value) and "bad.ftl line 3" in str(told.value)


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="the code of no language"):
        language.language("zz")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("국정원(은/는)", "국정원은"),
        ("백악관(이/가)", "백악관이"),
        ("러시아(으로/로)", "러시아로"),
        ("서울(으로/로)", "서울로"),
        ("부산(으로/로)", "부산으로"),
        ("국가정보원(NIS)(을/를)", "국가정보원(NIS)을"),
        ("“약 두 달”(이라고/라고)", "“약 두 달”이라고"),
        ("152만(과/와)", "152만과"),
        ("2023(은/는)", "2023은"),
        ("10(을/를), 2(을/를)", "10을, 2를"),
    ],
)
def test_a_particle_fits_what_stands_before_it(text: str, said: str) -> None:
    assert particles.chosen(text) == said


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_a_particle_is_chosen_by_the_last_letter_of_the_word(word: str) -> None:
    closed = (ord(word[-1]) - 0xAC00) % 28 > 0
    assert particles.chosen(f"{word}(은/는)") == f"{word}{'은' if closed else '는'}"
