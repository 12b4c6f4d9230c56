"""The letters: where the font files are, what they can draw, and a subset small enough to embed.

Three families are enough for nearly all. The sans sets headings, tables, labels and every chart; the serif
sets the text to be read; the Korean one draws what the other two cannot (Korean, and the few Chinese
characters that Korean text quotes). Text in Korean has a fourth, a serif of its own; it has no bold, and
what would be bold in it is set in the sans, as Korean newspapers do. A spare one is asked, and named, only
where a letter is in none of these: most characters of Japanese and Chinese. The files are static fonts from
packages, never fonts of the system: the same page comes out on every machine.
"""

from __future__ import annotations

import base64
import io
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb
from fontTools.ttLib import TTFont


class Face(NamedTuple):
    """A font file: its family, weight and slope in CSS, the package that carries it, its place in that."""

    family: str
    weight: int
    slope: str
    package: str
    file: str


SANS = Face("Fira Sans", 400, "normal", "fontpkg-fira-sans", "files/FiraSans-Regular.ttf")
SERIF = Face("Spectral", 400, "normal", "fontpkg-spectral", "files/Spectral-Regular.ttf")
HANGUL = Face("NanumGothic", 400, "normal", "koreanize-matplotlib", "fonts/NanumGothic.ttf")
BOLD_SANS = SANS._replace(weight=600, file="files/FiraSans-SemiBold.ttf")
BOLD_HANGUL = HANGUL._replace(weight=600, file="fonts/NanumGothicBold.ttf")
KOREAN_SERIF = Face("Noto Serif KR", 400, "normal", "pylopdf-fonts-ko", "NotoSerifKR-Regular.otf")
# Asked last, where a letter is in none of the others: a page without such letters does not name them.
SPARES = (Face("Noto Sans KR", 400, "normal", "pylopdf-fonts-ko", "NotoSansKR-Regular.otf"),)
FACES = (
    SANS,
    SANS._replace(slope="italic", file="files/FiraSans-Italic.ttf"),
    SANS._replace(weight=500, file="files/FiraSans-Medium.ttf"),
    BOLD_SANS,
    SERIF,
    SERIF._replace(slope="italic", file="files/Spectral-Italic.ttf"),
    SERIF._replace(weight=600, file="files/Spectral-SemiBold.ttf"),
    HANGUL,
    BOLD_HANGUL,
)
KOREAN = "ko"
IN_CHARTS = (SANS, BOLD_SANS, HANGUL, BOLD_HANGUL)
# Figures that stand on the line, and of one width: the style sheet asks for both, so a subset keeps them.
FIGURES = ("lnum", "tnum")


class MissingTypeface(RuntimeError):
    """A font package is not installed, or does not hold the file it should."""


@cache
def path(face: Face) -> Path:
    """Where a font file is, told without importing its package. Raises MissingTypeface."""
    spec = find_spec(face.package.replace("-", "_"))
    if spec is None or spec.origin is None:
        raise MissingTypeface(
            f"The font {face.family} is missing: install the package {face.package} "
            f"(for example with: pip install {face.package})."
        )
    place = Path(spec.origin).parent / face.file
    if not place.is_file():
        raise MissingTypeface(
            f"The package {face.package} is installed but holds no {face.file}: "
            f"reinstall it (for example with: pip install --force-reinstall {face.package})."
        )
    return place


def faces(language: str = "") -> tuple[Face, ...]:
    """The fonts of a document in a language."""
    return (*FACES, KOREAN_SERIF) if language == KOREAN else FACES


def families(language: str = "", text: str = "") -> dict[str, list[str]]:
    """The families of a document in a language, as ``sans`` and ``serif``, each in the order in which they
    are asked for a letter; with spare ones at the end where the text needs them.
    """
    korean = [KOREAN_SERIF.family] if language == KOREAN else []
    spare = [face.family for face in spared(text)]
    sans, serif = [SANS.family, HANGUL.family], [SERIF.family, *korean, HANGUL.family]
    return {"sans": sans + spare, "serif": serif + spare}


def stacks(language: str = "", text: str = "") -> dict[str, str]:
    """The same as a style sheet writes them, with what any machine has at the end."""
    generic = {"sans": "sans-serif", "serif": "serif"}
    named = families(language, text).items()
    return {name: ", ".join([*(f'"{family}"' for family in known), generic[name]]) for name, known in named}


def folders() -> list[Path]:
    """The folders that hold the font files, for programs that want a place to look rather than a file."""
    return list(dict.fromkeys(path(face).parent for face in (SANS, SERIF, HANGUL, KOREAN_SERIF, *SPARES)))


def chart_fonts(language: str = "") -> list[Path]:
    """The files a chart needs: the sans for its words, then the Korean face for what the sans cannot draw,
    and at the end the spare ones. Where the words are Korean its face comes first: what sets a chart on paper
    takes one face for all of a label that has Hangul in it, so that figures out of the sans would have been
    given another width.
    """
    families = [SANS.family, HANGUL.family]
    order = families[::-1] if language == KOREAN else families
    return [*(path(face) for family in order for face in FACES if face.family == family), *map(path, SPARES)]


def in_charts(language: str = "") -> tuple[Face, ...]:
    """The fonts that travel with the words of a chart."""
    return IN_CHARTS[::-1] if language == KOREAN else IN_CHARTS


def undrawable(text: str) -> list[str]:
    """The characters of `text` that no font can draw, each once, in order: they would be empty boxes."""
    drawn = "".join(spared(text).values())
    return sorted(c for c in _lacking(text) if c not in drawn)


def spared(text: str) -> dict[Face, str]:
    """The spare faces that `text` needs, each with the characters that it draws, in order."""
    lacking, found = sorted(_lacking(text)), {}
    for face in SPARES if lacking else ():
        if drawn := [c for c in lacking if ord(c) in _drawn_by(face)]:
            found[face] = "".join(drawn)
            lacking = [c for c in lacking if c not in drawn]
    return found


def _lacking(text: str) -> list[str]:
    """The characters of `text` that none of the usual faces can draw."""
    if text.isascii():
        return []
    drawn = (_drawn_by(SANS) & _drawn_by(SERIF)) | _drawn_by(HANGUL)
    return [c for c in _letters(text) if ord(c) not in drawn]


def stylesheet(text: str, faces: Iterable[Face] = FACES, packed: str = "woff2") -> str:
    """The `@font-face` rules for `text`: each face cut to the characters used, and carried inside its rule.

    `packed` is `woff2`, or `woff`, which is a third larger and made twenty times as fast.
    """
    letters, faces = _letters(text) | set(map(chr, range(0x20, 0x7F))), [*faces]
    elsewhere = _drawn_by(SANS) & _drawn_by(SERIF)
    rules, spares = [], spared(text)
    for face in (*faces, *spares):
        # A Korean face that is asked last carries only what the others lack.
        spare = face.family in (HANGUL.family, KOREAN_SERIF.family) and face.family != faces[0].family
        wanted = "".join(sorted(c for c in letters if not (spare and ord(c) in elsewhere)))
        wanted = spares.get(face, wanted)
        if any(ord(c) in _drawn_by(face) for c in wanted):
            data = base64.b64encode(cut(path(face), wanted, packed)).decode("ascii")
            rules.append(
                f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:{face.slope};'
                f"src:url(data:font/{packed};base64,{data}) format('{packed}')}}"
            )
    return "\n".join(rules)


@lru_cache(maxsize=64)
def cut(file: Path, letters: str, packed: str) -> bytes:
    """A font file cut down to `letters` and packed for the web. The same input gives the same bytes."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, letters))
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).update(int.from_bytes(tag.encode()) for tag in FIGURES)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    subset = hb.subset(_opened(file), wanted).blob.data
    # Left alone, fontTools would write the hour of the build into the font.
    font = TTFont(io.BytesIO(subset), recalcTimestamp=False)
    font.flavor = packed
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


@cache
def _opened(file: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(file)))


@cache
def _drawn_by(face: Face) -> frozenset[int]:
    """The code points a font has a glyph for."""
    return frozenset(_opened(path(face)).unicodes)


def _letters(text: str) -> set[str]:
    """The characters of `text` that leave ink or take room: no line ends, joiners or other controls."""
    return {c for c in set(text) if unicodedata.category(c) not in ("Cc", "Cf", "Mn", "Zl", "Zp")}
