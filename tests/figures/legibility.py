"""Legibility: what is wrong with the letters of a drawing, measured on what was rendered.

Letters that are too small, words that are cut by the edge, and words that touch one another. A drawing is
rendered once, and what the renderer was given is looked at: labels that are not drawn are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from reported.figures.charts import SLIM, SMALL, WIDTH, Picture, brief, styled

TOUCHING = 1.0  # pixels (of 72 an inch) that two boxes may share: letters do not fill theirs to the edge
BEYOND = 1.0  # pixels that a box may reach beyond the edge
SHOWN = 40  # letters of a text that is told


@dataclass(frozen=True)
class Placed:
    """A text as it was drawn: its words, its size in points, and its box in points from the lower left."""

    words: str
    size: float
    box: Bbox


class _Listening(RendererAgg):
    """A renderer that keeps which texts it was given."""

    def __init__(self, *given: Any):
        super().__init__(*given)  # type: ignore[no-untyped-call]
        self.heard: dict[Text, None] = {}

    def draw_text(
        self, gc: Any, x: float, y: float, s: str, prop: Any, angle: float, ismath: Any = False,
        mtext: Any = None,
    ) -> None:  # fmt: skip
        if mtext is not None and s.strip():
            self.heard[mtext] = None
        super().draw_text(gc, x, y, s, prop, angle, ismath, mtext)  # type: ignore[no-untyped-call]


def placed(figure: Figure) -> list[Placed]:
    """Every text of a figure as it is drawn."""
    dots, dpi = figure.bbox, figure.dpi
    with styled():
        renderer = _Listening(round(dots.width), round(dots.height), dpi)
        figure.draw(renderer)
        # The renderer is not told whose line it is given where a text has several; they are all drawn.
        several = [text for text in figure.findobj(Text) if "\n" in text.get_text() and text.get_visible()]
        return [
            Placed(text.get_text(), float(text.get_fontsize()), _in_points(text, renderer, dpi))
            for text in dict.fromkeys([*renderer.heard, *several])
        ]


def _in_points(text: Text, renderer: RendererAgg, dpi: float) -> Bbox:
    box = Text.get_window_extent(text, renderer)  # of its letters, without the arrow of an annotation
    return Bbox(box.get_points() * 72 / dpi)


def faults(picture: Picture) -> list[str]:
    """What is wrong with the letters of a picture, at both of its widths."""
    return [
        f"{picture.name} ({'phone' if across == SLIM else 'page'}): {what}"
        for across in (WIDTH, SLIM)
        for what in faults_of(picture.framed(across))
    ]


def faults_of(figure: Figure) -> Iterator[str]:
    """What is wrong with the letters of a figure."""
    texts, width, height = placed(figure), figure.get_figwidth() * 72, figure.get_figheight() * 72
    for text in texts:
        if text.size < SMALL:
            yield f"{_told(text)} is set in {text.size:g} points, less than {SMALL:g}"
        box = text.box
        if min(box.x0, box.y0, width - box.x1, height - box.y1) < -BEYOND:
            yield f"{_told(text)} is cut by the edge"
    for one, other in combinations(texts, 2):
        shared = Bbox.intersection(one.box, other.box)
        if shared is not None and min(shared.width, shared.height) > TOUCHING:
            yield f"{_told(one)} touches {_told(other)}"


def _told(text: Placed) -> str:
    return f"“{brief(' '.join(text.words.split()), SHOWN)}”"
