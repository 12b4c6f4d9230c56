"""The letters: every file is there, everything that is written can be drawn, and subsets are small and always the same."""

import io

import pytest
from fontTools.ttLib import TTFont

from reported.figures import fonts

SAMPLE = "Shells, снаряды, 포탄 · Ґґ Ёё Її №, “quoted” – 1,000 ≥ 500 × 2"


def faces():
    return [(role, style, path) for role, styles in fonts.paths().items() for style, path in styles.items()]


@pytest.mark.parametrize(("role", "style", "path"), faces())
def test_each_file_is_a_static_font_of_its_family(role, style, path):
    with TTFont(path, lazy=True) as font:
        names = {str(name) for name in font["name"].names if name.nameID in (1, 16)}
        assert "fvar" not in font
        assert any(name.startswith(fonts.TYPEFACES[role].family) for name in names)
        assert font["OS/2"].usWeightClass == fonts.STYLES[style][0]


def test_mappings_cannot_be_changed():
    with pytest.raises(TypeError):
        fonts.paths()["sans"]["regular"] = None


def test_charts_get_the_sans_first_and_korean_as_a_spare():
    names = [path.name for path in fonts.chart_fonts()]
    assert names[0].startswith("FiraSans") and names[-1].startswith("NanumGothic")


def test_a_missing_package_is_named_with_what_to_install(monkeypatch):
    fonts.paths.cache_clear()
    monkeypatch.setattr(fonts, "find_spec", lambda name: None)
    with pytest.raises(fonts.MissingTypeface, match="pip install fontpkg-fira-sans"):
        fonts.paths()
    fonts.paths.cache_clear()


def test_a_package_without_its_file_is_named(monkeypatch, tmp_path):
    fonts.paths.cache_clear()
    spec = type("Spec", (), {"origin": str(tmp_path / "__init__.py")})
    monkeypatch.setattr(fonts, "find_spec", lambda name: spec)
    with pytest.raises(fonts.MissingTypeface, match=r"FiraSans-Regular\.ttf"):
        fonts.paths()
    fonts.paths.cache_clear()


def test_letters_of_three_scripts_can_be_drawn_and_others_are_named():
    assert fonts.undrawable(SAMPLE + "\n\u200b\u00ad") == []
    assert fonts.undrawable("one 𓀀, two 𓀀 and ᚠ") == ["ᚠ", "𓀀"]


def test_a_subset_draws_what_was_asked_and_carries_no_time():
    path = fonts.paths()["serif"]["regular"]
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
    assert rules.count("@font-face") == len(faces())
    assert "http" not in rules
