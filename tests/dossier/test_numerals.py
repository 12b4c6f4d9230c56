"""Numerals: what the Unicode locale data write in a language is read back, and what reporters write too."""

import tomllib

import pytest
from babel.numbers import format_compact_decimal, format_decimal
from hypothesis import given
from hypothesis import strategies as st

from reported.dossier.numerals import numerals
from reported.dossier.reading import WORDS, known, language_of, words

SEVEN = ("de", "en", "fr", "ja", "ko", "ru", "uk")


def values(text: str, language: str) -> list[float]:
    """The numbers that a text names."""
    return [one.value for one in numerals(text, language)]


@given(st.integers(0, 10**12), st.sampled_from(SEVEN))
def test_digits_as_a_language_groups_them_are_read_back(number, language):
    assert values(f"« {format_decimal(number, locale=language)} »", language) == [number]


@given(
    st.integers(1, 999),
    st.integers(0, 9),
    st.sampled_from((10**6, 10**9)),
    st.sampled_from(("en", "de", "fr")),
)
def test_decimals_with_a_word_of_size_are_read_back(whole, tenth, size, language):
    number = (whole * 10 + tenth) * size // 10
    said = format_compact_decimal(number, format_type="long", locale=language, fraction_digits=1)
    assert values(said, language) == [pytest.approx(number)]


@given(st.integers(1, 9999), st.sampled_from((10**3, 10**4, 10**6, 10**8)), st.sampled_from(SEVEN))
def test_a_number_with_the_size_that_its_language_chooses_is_read_back(whole, size, language):
    number = whole * size
    form = "short" if language in ("ja", "ko") else "long"
    said = format_compact_decimal(number, format_type=form, locale=language, fraction_digits=8)
    assert values(said, language) == [pytest.approx(number)]


@given(st.integers(1, 9999), st.integers(0, 9999), st.sampled_from((("ko", "만"), ("ja", "万"))))
def test_a_number_cut_at_the_myriad_is_read_back(high, low, language):
    code, myriad = language
    counter = {"ko": "개", "ja": "個"}[code]
    assert values(f"{high}{myriad}{low or ''}{counter}", code) == [high * 10_000 + low]


@given(st.integers(1, 99), st.integers(1, 99), st.sampled_from(SEVEN))
def test_of_a_range_the_low_end_takes_the_size_of_the_high_one(low, more, language):
    form, unit = ("short", 10**4) if language in ("ja", "ko") else ("long", 10**6)
    word = format_compact_decimal(unit, locale=language, format_type=form).lstrip("1 \xa0")
    counter = "개" if language == "ko" else ""
    assert values(f"{low}-{low + more} {word}{counter}", language) == [low * unit, (low + more) * unit]


@pytest.mark.parametrize(
    ("language", "text", "number"),
    [
        ("en", "several hundred thousand", 100_000),
        ("en", "one and a half million", 1_500_000),
        ("en", "six-and-a-half million", 6_500_000),
        ("en", "a million and a half", 1_500_000),
        ("en", "twenty-five thousand", 25_000),
        ("en", "1.5 bn", 1_500_000_000),
        ("de", "anderthalb Millionen", 1_500_000),
        ("de", "eine halbe Million", 500_000),
        ("de", "zweihunderttausend", 200_000),
        ("de", "fünfundzwanzig", 25),
        ("de", "4,8 Mio. Stück", 4_800_000),
        ("fr", "un million et demi", 1_500_000),
        ("fr", "un demi-million", 500_000),
        ("fr", "quatre-vingt-dix mille", 90_000),
        ("fr", "d’un million", 1_000_000),
        ("ru", "полутора миллионов", 1_500_000),
        ("ru", "двадцати пяти тысяч", 25_000),
        ("ru", "6,5 млн", 6_500_000),
        ("uk", "півтора мільйона", 1_500_000),
        ("uk", "дев’ять тисяч", 9_000),
        ("ko", "1천200만여발", 12_000_000),
        ("ko", "3만 3천 개", 33_000),
        ("ko", "3억 2천만 달러", 320_000_000),
        ("ko", "두 달", 2),
        ("ja", "22万3800発", 223_800),
        ("ja", "数十万発", 100_000),
    ],
)
def test_what_reporters_write_is_read(language, text, number):
    assert values(text, language) == [number]


@pytest.mark.parametrize("text", ["만약 조사한 바로는", "천천히 백악관", "오래된 이 사건"])
def test_syllables_of_korean_words_are_no_numbers(text):
    assert values(text, "ko") == []


def test_a_number_says_where_it_stands():
    text = "In all, 2만 are none in English, but 3 million are."
    assert [text[one.start : one.end] for one in numerals(text, "en")] == ["2", "3 million"]


@pytest.mark.parametrize("language", SEVEN)
def test_the_seven_languages_have_words_for_all_that_is_asked(language):
    told, made = tomllib.loads((WORDS / f"{language}.toml").read_text("utf-8")), words(language)
    assert made.sizes and made.numbers and made.since and made.negations and made.months
    assert {"day", "month", "year"} == made.rates.keys() and all(made.rates.values())
    assert all(made.modalities.values())
    assert {*told} <= {
        "wide", "joined", "odd", "often", "not", "or", "since", "counters", "capacity", "pledge", "forecast",
        "rates", "sizes", "numbers", "native",
    }, "a misspelt name would be passed over in silence"  # fmt: skip


def test_a_language_without_words_has_its_digits_read():
    assert "xx" not in known()
    assert values("12 500 stykker", "xx") == [12_500]


def test_a_language_is_told_by_its_letters_and_small_words():
    said = {
        "ko": "포탄을 보냈다", "ja": "砲弾が送られた", "uk": "понад мільйон її", "ru": "более миллиона",
        "de": "Das ist mehr als genug für die Leute", "fr": "plus de la moitié des gens",
        "en": "more than half of the people", "": "12 345",
    }  # fmt: skip
    assert {language_of(text): text for text in said.values()} == said


@pytest.mark.parametrize(
    "text",
    [
        "7 to 0",
        "[^1] to 0 %",
        "x², 3²",
        "1.000,50.0",
        "1,000.50,0",
        "9" * 400,
        "½ of 0",
        "٣٣",
        "1e5",
        "-0-0,000",
    ],
)
def test_no_text_stops_the_reader(text):
    for language in ("en", "de", "ko", "ja", "sv", ""):
        assert all(one.value >= 0 for one in numerals(text, language))


@pytest.mark.parametrize("language", known())
@given(st.data())
def test_a_word_is_worth_what_the_first_stem_that_it_begins_with_is(language, data):
    said = words(language)
    for among, value_of in ((said.sizes, said.size), (said.numbers, said.number)):
        stems = st.sampled_from(["x", *(stem.rstrip("*") for stem in among)])
        word = data.draw(st.builds("{}{}".format, stems, st.sampled_from(("", "s", "en", "x"))))
        begun = (value for stem, value in among.items() if stem.endswith("*") and word.startswith(stem[:-1]))
        assert value_of(word) == among.get(word, next(begun, None))


@pytest.mark.parametrize("language", known())
@given(st.data())
def test_what_was_read_before_changes_nothing(language, data):
    said = words(language)
    parts = ["12", "3.5", " ", "-", "x", "개월", "の", "other", "d'", *said.counters]
    parts += [stem.rstrip("*") for among in (said.sizes, said.numbers, said.native) for stem in among]
    texts = data.draw(
        st.lists(st.lists(st.sampled_from(parts), min_size=1, max_size=6).map("".join), min_size=2)
    )
    fresh = []
    for text in texts:
        said.idle.clear()
        fresh.append(numerals(text, language))
    assert [numerals(text, language) for text in (*texts, *texts)] == [*fresh, *fresh]
