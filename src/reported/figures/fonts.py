"""The letters: where the font files are, what they can draw, and a subset small enough to embed.

Three roles are enough. `sans` sets headings, tables, labels and every chart; `serif` sets the text to be read;
`hangul` draws what the other two cannot (Korean, and the few Chinese characters that Korean text quotes). The files are
static TrueType fonts from packages, never fonts of the system: the same page comes out on every machine.
"""

import base64
import io
import unicodedata
from collections.abc import Collection, Mapping
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

import uharfbuzz as hb
from fontTools.ttLib import TTFont


class Typeface(NamedTuple):
    """One family: its name inside the files, the package that carries it, and a file for each style."""

    family: str
    module: str
    package: str
    folder: str
    files: Mapping[str, str]


TYPEFACES: Mapping[str, Typeface] = MappingProxyType(
    {
        "sans": Typeface(
            "Fira Sans",
            "fontpkg_fira_sans",
            "fontpkg-fira-sans",
            "files",
            MappingProxyType(
                {
                    "regular": "FiraSans-Regular.ttf",
                    "italic": "FiraSans-Italic.ttf",
                    "medium": "FiraSans-Medium.ttf",
                    "semibold": "FiraSans-SemiBold.ttf",
                }
            ),
        ),
        "serif": Typeface(
            "Spectral",
            "fontpkg_spectral",
            "fontpkg-spectral",
            "files",
            MappingProxyType(
                {
                    "regular": "Spectral-Regular.ttf",
                    "italic": "Spectral-Italic.ttf",
                    "semibold": "Spectral-SemiBold.ttf",
                }
            ),
        ),
        "hangul": Typeface(
            "NanumGothic",
            "koreanize_matplotlib",
            "koreanize-matplotlib",
            "fonts",
            MappingProxyType({"regular": "NanumGothic.ttf", "semibold": "NanumGothicBold.ttf"}),
        ),
    }
)

# What each style is in CSS: its weight, and whether it leans.
STYLES: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "regular": (400, "normal"),
        "italic": (400, "italic"),
        "medium": (500, "normal"),
        "semibold": (600, "normal"),
    }
)

# Figures that stand on the line, and figures of one width: the style sheet asks for both, so a subset keeps them.
FIGURES = ("lnum", "tnum")


class MissingTypeface(RuntimeError):
    """A font package is not installed, or does not hold the file it should."""


@lru_cache(maxsize=1)
def paths() -> Mapping[str, Mapping[str, Path]]:
    """Every font file, by role and style: `paths()["sans"]["regular"]`."""
    found = {
        role: MappingProxyType({style: _file(typeface, name) for style, name in typeface.files.items()})
        for role, typeface in TYPEFACES.items()
    }
    return MappingProxyType(found)


def folders() -> list[Path]:
    """The folders that hold the font files, for programs that want a place to look rather than a file."""
    return [next(iter(styles.values())).parent for styles in paths().values()]


def chart_fonts() -> list[Path]:
    """The files a chart needs: the sans for its words, then the Korean face for what the sans cannot draw."""
    return [path for role in ("sans", "hangul") for path in paths()[role].values()]


def undrawable(text: str) -> list[str]:
    """The characters of `text` that no role can draw, each once, in order: they would be printed as empty boxes."""
    drawn = [_drawn_by(paths()[role]["regular"]) for role in ("sans", "serif")]
    spare = _drawn_by(paths()["hangul"]["regular"])
    return sorted(
        c for c in _letters(text) if ord(c) not in spare and not all(ord(c) in face for face in drawn)
    )


def stylesheet(
    text: str,
    roles: Collection[str] = tuple(TYPEFACES),
    styles: Collection[str] = tuple(STYLES),
    packed: str = "woff2",
) -> str:
    """The `@font-face` rules for `text`: each style cut down to the characters used and carried inside the rule.

    `packed` is `woff2`, or `woff`, which is a third larger and made twenty times as fast.
    """
    letters = _letters(text) | set(map(chr, range(0x20, 0x7F)))
    elsewhere = _drawn_by(paths()["sans"]["regular"]) & _drawn_by(paths()["serif"]["regular"])
    rules = []
    for role in roles:
        # The Korean face is a fallback: it carries only what the other two lack.
        wanted = "".join(sorted(c for c in letters if role != "hangul" or ord(c) not in elsewhere))
        for style, path in paths()[role].items():
            if style not in styles or not any(ord(c) in _drawn_by(path) for c in wanted):
                continue
            weight, slope = STYLES[style]
            data = base64.b64encode(cut(path, wanted, packed)).decode("ascii")
            rules.append(
                f'@font-face{{font-family:"{TYPEFACES[role].family}";font-weight:{weight};font-style:{slope};'
                f"src:url(data:font/{packed};base64,{data}) format('{packed}')}}"
            )
    return "\n".join(rules)


@lru_cache(maxsize=64)
def cut(path: Path, letters: str, packed: str) -> bytes:
    """The font at `path`, cut down to `letters` and packed for the web. The same input gives the same bytes."""
    wanted = hb.SubsetInput()
    wanted.sets(hb.SubsetInputSets.UNICODE).update(map(ord, letters))
    wanted.sets(hb.SubsetInputSets.LAYOUT_FEATURE_TAG).update(int.from_bytes(tag.encode()) for tag in FIGURES)
    wanted.flags = hb.SubsetFlags.NO_HINTING
    subset = hb.subset(_face(path), wanted).blob.data
    # Left alone, fontTools would write the hour of the build into the font.
    font = TTFont(io.BytesIO(subset), recalcTimestamp=False)
    font.flavor = packed
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()


def _file(typeface: Typeface, name: str) -> Path:
    """The path of one font file; looked up without importing the package, which may do things on import."""
    spec = find_spec(typeface.module)
    if spec is None or spec.origin is None:
        raise MissingTypeface(
            f"The font {typeface.family} is missing: install the package {typeface.package} "
            f"(for example with: pip install {typeface.package})."
        )
    path = Path(spec.origin).parent / typeface.folder / name
    if not path.is_file():
        raise MissingTypeface(
            f"The package {typeface.package} is installed but holds no {typeface.folder}/{name}: "
            f"reinstall it (for example with: pip install --force-reinstall {typeface.package})."
        )
    return path


@cache
def _face(path: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(path)))


@cache
def _drawn_by(path: Path) -> frozenset[int]:
    """The code points a font file has a glyph for."""
    return frozenset(_face(path).unicodes)


def _letters(text: str) -> set[str]:
    """The characters of `text` that leave ink or take room: no line ends, no joiners, no other invisible controls."""
    return {c for c in set(text) if unicodedata.category(c) not in ("Cc", "Cf", "Mn", "Zl", "Zp")}
