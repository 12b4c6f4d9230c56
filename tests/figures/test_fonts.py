"""The letters: every file is there, what is written can be drawn, subsets are small and always the same."""

import base64
import io
import re

import pytest
from fontTools.ttLib import TTFont

from reported.figures import fonts

SAMPLE = "Shells, снаряды, 포탄 · Ґґ Ёё Її №, “quoted” – 1,000 ≥ 500 × 2"


@pytest.mark.parametrize("face", [*fonts.faces("ko"), *fonts.SPARES], ids=lambda face: face.file)
def test_each_file_is_a_static_font_of_its_family(face):
    with TTFont(fonts.path(face), lazy=True) as font:
        names = {str(name) for name in font["name"].names if name.nameID in (1, 16)}
        assert "fvar" not in font
        assert any(name.startswith(face.family) for name in names)
        assert font["OS/2"].usWeightClass == face.weight
        assert ("Italic" in face.file) == (face.slope == "italic")


def test_charts_get_the_sans_first_and_korean_as_a_spare():
    names = [path.name for path in fonts.chart_fonts()]
    assert names[0].startswith("FiraSans") and names[-2].startswith("NanumGothic")
    assert names[-1] == "NotoSansKR-Regular.otf"


@pytest.fixture
def looked_up_anew():
    """Where files are is asked again, and forgotten afterwards."""
    fonts.path.cache_clear()
    yield
    fonts.path.cache_clear()


def test_a_missing_package_is_named_with_what_to_install(monkeypatch, looked_up_anew):
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    with pytest.raises(fonts.MissingTypeface, match="pip install fontpkg-fira-sans"):
        fonts.path(fonts.SANS)


def test_a_package_without_its_file_is_named(monkeypatch, tmp_path, looked_up_anew):
    spec = type("Spec", (), {"origin": str(tmp_path / "__init__.py")})
    monkeypatch.setattr(fonts, "find_spec", lambda name: spec)
    with pytest.raises(fonts.MissingTypeface, match=r"FiraSans-Regular\.ttf"):
        fonts.path(fonts.SANS)


def test_letters_of_three_scripts_can_be_drawn_and_others_are_named():
    assert fonts.undrawable(SAMPLE + "\n\u200b\u00ad") == []
    assert fonts.undrawable("one 𓀀, two 𓀀 and ᚠ") == ["ᚠ", "𓀀"]


def test_a_subset_draws_what_was_asked_and_carries_no_time():
    path = fonts.path(fonts.SERIF)
    cut = fonts.cut(path, "aбв1", "woff2")
    fonts.cut.cache_clear()
    assert fonts.cut(path, "aбв1", "woff2") == cut
    font, whole = TTFont(io.BytesIO(cut)), TTFont(path)
    assert set(font.getBestCmap()) == set(map(ord, "aбв1"))
    assert font["head"].modified == whole["head"].modified
    assert len(cut) < path.stat().st_size / 10


def test_the_korean_face_comes_only_where_it_is_needed():
    assert "NanumGothic" not in fonts.stylesheet("Shells, снаряды")
    rules = fonts.stylesheet(SAMPLE)
    assert rules.count("NanumGothic") == 2
    assert rules.count("@font-face") == len(fonts.FACES)
    assert "http" not in rules


JAPANESE = "230万発の砲弾, コンテナ"


def test_japanese_words_are_drawn_by_a_spare_face_that_comes_only_where_it_is_needed():
    assert fonts.undrawable(JAPANESE) == []
    assert fonts.spared(JAPANESE) == {fonts.SPARES[0]: "弾発"} and fonts.spared(SAMPLE) == {}
    assert fonts.families("en", JAPANESE)["serif"] == ["Spectral", "NanumGothic", "Noto Sans KR"]
    assert fonts.families("en", SAMPLE) == fonts.families("en")
    rules = fonts.stylesheet(JAPANESE)
    assert rules.count("Noto Sans KR") == 1 and "Noto Sans KR" not in fonts.stylesheet(SAMPLE)
    spare = re.search(r'"Noto Sans KR".*?base64,([^)]+)', rules)
    assert set(TTFont(io.BytesIO(base64.b64decode(spare[1]))).getBestCmap()) == set(map(ord, "弾発"))


def test_korean_text_has_a_serif_of_its_own_that_carries_only_what_the_others_lack():
    assert fonts.families("ko")["serif"] == ["Spectral", "Noto Serif KR", "NanumGothic"]
    assert fonts.families("en") == fonts.families() and "Noto Serif KR" not in str(fonts.families("en"))
    rules = fonts.stylesheet(SAMPLE, fonts.faces("ko"))
    assert rules.count("Noto Serif KR") == 1 and "Noto Serif KR" not in fonts.stylesheet(
        "Shells", fonts.faces("ko")
    )


def test_every_korean_syllable_can_be_drawn_in_text_and_in_heads():
    syllables = set(range(0xAC00, 0xD7A4))
    for face in (fonts.HANGUL, fonts.BOLD_HANGUL, fonts.KOREAN_SERIF):
        assert syllables <= fonts._drawn_by(face), face
