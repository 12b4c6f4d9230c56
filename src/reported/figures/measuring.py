"""What measures the words of a chart, each of them once, and writes it as SVG.

A chart is laid out for a page and for a phone, several times over, and matplotlib would measure all its words
each time, going back to the font file for every letter. Here the files are read whole, and what was measured
is kept for as long as the process runs. What comes out is the same to the byte.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.backends.backend_svg import RendererSVG
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.textpath import TextToPath

Height = tuple[float, float, float] | tuple[None, None, None]

_MOST = 1 << 14  # texts of which the size is kept
_SVG_DPI = 72  # a unit of an SVG is a point


def read_whole(*weights: str) -> None:
    """Have matplotlib hold the files of the fonts that it would now use, in these weights, in memory. Where
    it holds them already nothing is done.
    """
    opened = io.open
    io.open = _in_memory  # type: ignore[assignment]  # matplotlib opens them with this
    try:
        for weight in weights:
            get_font(fontManager._find_fonts_by_props(FontProperties(weight=weight)))
    finally:
        io.open = opened


def _in_memory(file: str, *_: Any) -> io.BytesIO:
    return io.BytesIO(_content(file))


@cache  # a process opens its fonts anew, those that it was forked from have read the files
def _content(file: str) -> bytes:
    with open(file, "rb") as opened:  # noqa: PTH123  Path would come here again
        return opened.read()


@lru_cache(_MOST)
def _height(letters: FontProperties, dpi: float) -> Height:
    """How far the lines of a font reach up and down and how far they stand apart, in pixels, as the font says
    and matplotlib reckons; ``None`` where it says nothing, and matplotlib has to measure.
    """
    font = get_font(fontManager._find_fonts_by_props(letters))
    said: Any = font.get_sfnt_table("OS/2")
    if said is None:
        return None, None, None
    em: Any = font.get_sfnt_table("head")
    scale = 1 / em["unitsPerEm"] * letters.get_size_in_points() * dpi / 72
    return said["sTypoAscender"] * scale, -said["sTypoDescender"] * scale, said["sTypoLineGap"] * scale


@lru_cache(_MOST)
def _size(text: str, letters: FontProperties, ismath: bool) -> tuple[float, float, float]:
    """Width, height and descent of a line of text in an SVG, in points."""
    return TextToPath().get_text_width_height_descent(text, letters, ismath)


class _OnScreen(RendererAgg):
    """Measures in pixels."""

    def _get_font_height_metrics(self, prop: FontProperties) -> Height:
        return _height(prop.copy(), self.dpi)


class _AsSvg(RendererSVG):
    """Draws as SVG."""

    def _get_font_height_metrics(self, prop: FontProperties) -> Height:
        return _height(prop.copy(), _SVG_DPI)

    def get_text_width_height_descent(self, s: str, prop: FontProperties, ismath: Any) -> Any:
        return _size(s, prop.copy(), ismath)


@cache
def ruler(dpi: float) -> RendererAgg:
    """What measures all figures of so many pixels an inch; matplotlib keeps with it what it has measured."""
    return _OnScreen(1, 1, dpi)  # type: ignore[no-untyped-call]


def svg(figure: Figure, images: float) -> bytes:
    """A figure as SVG, as ``savefig`` writes it; pictures in it have so many pixels an inch."""
    out, dpi = io.StringIO(), figure.dpi
    figure.dpi = _SVG_DPI
    try:
        wide, high = figure.get_size_inches() * _SVG_DPI
        told = {"Date": None, "Creator": None}
        drawn: Any = _AsSvg(wide, high, out, image_dpi=images, metadata=told)  # type: ignore[no-untyped-call]
        figure.draw(drawn)
        drawn.finalize()
    finally:
        figure.dpi = dpi
    return out.getvalue().encode()
