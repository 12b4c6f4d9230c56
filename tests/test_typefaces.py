"""The letters: every file is there, everything that is written can be drawn, and subsets are small and always the same."""

import io

import pytest
from fontTools.ttLib import TTFont

from reported import typefaces

SAMPLE = "Shells, снаряды, 포탄 · Ґґ Ёё Її №, “quoted” – 1,000 ≥ 500 × 2"


def faces():
    return [(role, style, path) for role, styles in typefaces.paths().items() for style, path in styles.items()]


@pytest.mark.parametrize(("role", "style", "path"), faces())
def test_each_file_is_a_static_font_of_its_family(role, style, path):
    with TTFont(path, lazy=True) as font:
        names = {str(name) for name in font["name"].names if name.nameID in (1, 16)}
        assert "fvar" not in font
        assert any(name.startswith(typefaces.TYPEFACES[role].family) for name in names)
        assert font["OS/2"].usWeightClass == typefaces.STYLES[style][0]


def test_mappings_cannot_be_changed():
    with pytest.raises(TypeError):
        typefaces.paths()["sans"]["regular"] = None


def test_charts_get_the_sans_first_and_korean_as_a_spare():
    names = [path.name for path in typefaces.chart_fonts()]
    assert names[0].startswith("FiraSans") and names[-1].startswith("NanumGothic")


def test_a_missing_package_is_named_with_what_to_install(monkeypatch):
    typefaces.paths.cache_clear()
    monkeypatch.setattr(typefaces, "find_spec", lambda name: None)
    with pytest.raises(typefaces.MissingTypeface, match="pip install fontpkg-fira-sans"):
        typefaces.paths()
    typefaces.paths.cache_clear()


def test_a_package_without_its_file_is_named(monkeypatch, tmp_path):
    typefaces.paths.cache_clear()
    spec = type("Spec", (), {"origin": str(tmp_path / "__init__.py")})
    monkeypatch.setattr(typefaces, "find_spec", lambda name: spec)
    with pytest.raises(typefaces.MissingTypeface, match=r"FiraSans-Regular\.ttf"):
        typefaces.paths()
    typefaces.paths.cache_clear()


def test_letters_of_three_scripts_can_be_drawn_and_others_are_named():
    assert typefaces.undrawable(SAMPLE + "\n\u200b\u00ad") == []
    assert typefaces.undrawable("one 𓀀, two 𓀀 and ᚠ") == ["ᚠ", "𓀀"]


def test_a_subset_draws_what_was_asked_and_carries_no_time():
    path = typefaces.paths()["serif"]["regular"]
    cut = typefaces.cut(path, "aбв1", "woff2")
    typefaces.cut.cache_clear()
    assert typefaces.cut(path, "aбв1", "woff2") == cut
    font, whole = TTFont(io.BytesIO(cut)), TTFont(path)
    assert set(font.getBestCmap()) == set(map(ord, "aбв1"))
    assert font["head"].modified == whole["head"].modified
    assert len(cut) < path.stat().st_size / 10


def test_the_korean_face_comes_only_where_it_is_needed():
    assert "NanumGothic" not in typefaces.stylesheet("Shells, снаряды")
    rules = typefaces.stylesheet(SAMPLE)
    assert rules.count("NanumGothic") == 2
    assert rules.count("@font-face") == len(faces())
    assert "http" not in rules
