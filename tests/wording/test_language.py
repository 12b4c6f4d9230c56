"""A language says what its files say, and refuses what cannot be said."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.errors import Refused
from reported.wording import language, particles
from reported.wording.coverage import coverage, skeleton
from reported.wording.language import ENGLISH, HOUSE, Language, Unsaid, languages, say_told

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


def test_a_value_may_be_as_long_as_what_a_dossier_says(spoken: Language) -> None:
    long = "x" * 20_000
    assert spoken.say("carry", n=1, who=long) == f"one document of {long}"


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


def test_a_sentence_and_its_short_telling_are_said_of_the_same_values() -> None:
    given: dict[str, str | int] = {"before": 2, "after": 0, "rest": 0, "named": "1 May"}
    said, told = say_told("order", **given)
    assert (
        "(1 May)" in said and told.startswith("Of these reports, two are older") and "none is newer" in told
    )
    with pytest.raises(Unsaid, match=re.escape("none of order, told uses $more")):
        say_told("order", **given, more="no")


def test_what_is_no_message_is_told_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "bad.ftl").write_text("good = is said\nbad = { $n -> [one] a }\ngood = again\n", "utf-8")
    spoken = Language(ENGLISH, [tmp_path])
    assert [problem.where for problem in spoken.problems()] == ["bad.ftl line 2", "bad.ftl line 3"]
    with pytest.raises(Refused, match="bad.ftl line 2"):
        spoken.say("good")


@pytest.mark.parametrize("code", languages())
def test_all_that_the_package_says_is_a_message_and_said_once(code: str) -> None:
    """A build takes the package's own files to be so, and looks at a project's."""
    assert [wrong for path in (HOUSE / code).glob("*.ftl") for wrong in language.entries(path)[1]] == []


def test_a_file_that_was_parsed_is_parsed_again_once_its_text_is_another(tmp_path: Path) -> None:
    own = tmp_path / "own.ftl"
    for text in ("one", "two", "one"):
        own.write_text(f"a-word = {text}\n", "utf-8")
        assert Language(ENGLISH, [tmp_path]).say("a-word") == text


def test_a_file_is_opened_when_something_of_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text("one-thing = is said\n", "utf-8")
    (tmp_path / "b.ftl").write_text("other = { one-thing }, and more\n", "utf-8")
    spoken = Language(ENGLISH, [tmp_path])
    (tmp_path / "b.ftl").unlink()
    assert spoken.say("one-thing") == "is said"
    with pytest.raises(FileNotFoundError):
        spoken.say("other")


def test_a_message_may_use_one_of_another_file(tmp_path: Path) -> None:
    (tmp_path / "a.ftl").write_text("one-thing = { $what } is said\n", "utf-8")
    (tmp_path / "b.ftl").write_text("other = { one-thing }, and more\n", "utf-8")
    assert Language(ENGLISH, [tmp_path]).say("other", what="It") == "It is said, and more"


def test_a_project_says_a_message_in_its_own_words(tmp_path: Path) -> None:
    (tmp_path / "own.ftl").write_text("number-none = not one\n", "utf-8")
    spoken = Language(ENGLISH, [HOUSE / ENGLISH, tmp_path])
    assert spoken.say("number-none") == "not one" and spoken.say("number-no-limit") == "no limit"


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(Refused, match="there are no messages in the language 'zz'.*reported new-language zz"):
        language.language("zz")
    with pytest.raises(Refused, match="the code of no language"):
        Language("not a code", [])


def test_english_says_what_a_language_lacks_only_where_that_is_asked(tmp_path: Path) -> None:
    (tmp_path / "own.ftl").write_text("number-none = 없음\nnumber-pattern = 0\n", "utf-8")
    english = Language(ENGLISH, [HOUSE / ENGLISH])
    with pytest.raises(Unsaid, match="number-no-limit"):
        Language("ko", [tmp_path], english).say("number-no-limit")
    spoken = Language("ko", [tmp_path], english, falls_back=True)
    assert spoken.say("number-none") == "없음" and spoken.say("count-claim", n=2) == "two claims"
    with pytest.raises(Unsaid, match="number-no-limit"):  # how numbers are written is each language's own
        spoken.say("number-no-limit")


def test_how_much_a_language_says_is_told_with_what_is_wrong(tmp_path: Path) -> None:
    english = Language(ENGLISH, [HOUSE / ENGLISH])
    said = "number-none = 없음\nlist-and = { $first }, { $lst }\nlist-und = { $first }\n"
    (tmp_path / "own.ftl").write_text(said, "utf-8")
    told = coverage(Language("ko", [tmp_path], english))
    assert told.said == 2 and "list-or" in told.lacking and told.asked == told.said + len(told.lacking)
    wrong = {problem.where: problem.what for problem in told.wrong}
    assert wrong == {
        "own.ftl list-and": "uses $lst, which it is not given.",
        "own.ftl list-und": "is a message that nothing says.",
    }


def test_a_language_is_begun_with_every_message_and_its_english(tmp_path: Path) -> None:
    written = skeleton("uk", tmp_path)
    texts = "".join(path.read_text("utf-8") for path in written)
    assert all(f"# {name} =" in texts for name in Language(ENGLISH, [HOUSE / ENGLISH]).files)
    assert not Language("uk", [tmp_path]).files and not Language("uk", [tmp_path]).problems()
    place = tmp_path / "numbers.ftl"
    place.write_text(place.read_text("utf-8") + "\nnumber-none = жодного\n", "utf-8")
    assert skeleton("uk", tmp_path) == []  # nothing is asked twice


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("국정원(은/는)", "국정원은"),
        ("백악관(이/가)", "백악관이"),
        ("러시아(으로/로)", "러시아로"),
        ("서울(으로/로)", "서울로"),
        ("부산(으로/로)", "부산으로"),
        ("국가정보원(NIS)(을/를)", "국가정보원(NIS)을"),
        ("초과(공개된 수치: 5000~3만(상한 없음))(과/와)", "초과(공개된 수치: 5000~3만(상한 없음))와"),
        ("“약 두 달”(이라고/라고)", "“약 두 달”이라고"),
        ("152만(과/와)", "152만과"),
        ("2023(은/는)", "2023은"),
        ("10(을/를), 2(을/를)", "10을, 2를"),
        ("45kg(으로/로)", "45kg으로"),
        ("152mm(과/와)", "152mm와"),
        ("LIGA.net(블룸버그 인용)(과/와)", "LIGA.net(블룸버그 인용)과"),
    ],
)
def test_a_particle_fits_what_stands_before_it(text: str, said: str) -> None:
    assert particles.chosen(text) == said


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), min_size=1))
def test_a_particle_is_chosen_by_the_last_letter_of_the_word(word: str) -> None:
    closed = (ord(word[-1]) - 0xAC00) % 28 > 0
    assert particles.chosen(f"{word}(은/는)") == f"{word}{'은' if closed else '는'}"


def test_a_message_is_there_for_whoever_asks_while_its_file_is_opened(monkeypatch):
    code, found = Language("en", [language.HOUSE / "en"]), []
    opened = language.entries

    def meanwhile(path):
        if not found:  # as another thread would
            found.append(False)
            found.append(code.has("date-day"))
        return opened(path)

    monkeypatch.setattr(language, "entries", meanwhile)
    assert code.has("date-day") and found == [False, True]
