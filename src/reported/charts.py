"""Charts: one way out for every figure.

A figure leaves through ``publish``, which refuses it without a title that states the finding, a subtitle, a source line, alt text and the
plotted data. Uncertainty is drawn as it was said: a floor is an arrow, "about" a fading bar, a range a bar, a bare number a dot; no centre
is drawn that nobody gave.
"""

from __future__ import annotations

import hashlib
import io
import json
import math
import re
import textwrap
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Self

import matplotlib
import matplotlib.text
import pandas as pd
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from reported import typefaces
from reported.dossier import CAPACITY
from reported.hedges import Interval
from reported.prose import digits

FIGURE = "application/vnd.reported.figure+json"
OUTSIDE = "outside"  # the id of what a page that sets title and source itself leaves out of the drawing
SAID, IMPLIED, ASSUMED, INK, QUIET, PAPER = (
    "#1f4e79", "#b3701a", "#7a7f87", "#20242a", "#5b626b", "#ffffff",
)  # fmt: skip
PLATE = {"facecolor": PAPER, "edgecolor": "none", "alpha": 0.8, "pad": 0.6}  # keeps words legible where a line runs behind them
_FLOORS = ("gt", "ge", "odd_ge", "approx_ge")
WIDTH = 6.85  # inches; the full width of the printed page, so that letters come out at the size they were set

_STYLE = {
    "svg.hashsalt": "reported", "svg.fonttype": "none", "text.parse_math": False, "axes.unicode_minus": False,
    "font.size": 9.0, "text.color": INK, "axes.labelcolor": QUIET, "axes.edgecolor": "#c4c9cf", "axes.linewidth": 0.8,
    "xtick.color": QUIET, "ytick.color": INK, "xtick.labelcolor": QUIET, "ytick.labelcolor": INK, "figure.facecolor": PAPER,
    "axes.facecolor": PAPER, "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False, "ytick.major.size": 0,
    "axes.grid.axis": "x", "grid.color": "#e7eaee", "grid.linewidth": 0.8, "axes.axisbelow": True, "hatch.linewidth": 0.6,
}  # fmt: skip


@dataclass(frozen=True)
class Picture:
    """A published figure: shown as PNG, compared by a digest of everything a reader can learn from it. Drawn when it is first asked for."""

    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    digest: str
    drawn: Callable[[str], bytes]  # the picture as "svg" or "png"

    @cached_property
    def png(self) -> bytes:
        """The picture for a screen."""
        return self.drawn("png")

    def _repr_mimebundle_(self, include=None, exclude=None):
        text = f"Figure {self.name}: {self.title}\n{self.alt}\nDigest of title, labels, alt text and plotted data: {self.digest}"
        return {
            "image/png": self.png,
            "text/plain": text,
            FIGURE: {
                "name": self.name,
                "title": self.title,
                "subtitle": self.subtitle,
                "source": self.source,
                "alt": self.alt,
                "crop": [round(72 * edge, 1) for edge in _Words.of(self.title, self.subtitle, self.source).edges],
            },
        }


@dataclass(frozen=True)
class Row:
    """One line of a chart: a label, what was said or follows (``span``), how it was said (``code``), and the words to print beside it."""

    label: str
    span: Interval
    text: str
    code: str = "range"
    named: float | None = None
    colour: str = SAID
    group: str = ""
    claims: tuple[str, ...] = ()  # behind it, for the data beside the picture


def ranges(rows: Sequence[Row], axis: str, shade: Interval | None = None, line: float | None = None, note: str = "") -> Figure:
    """Rows of intervals on one logarithmic axis, under group headings, each drawn as it was said and labelled where it stands.

    ``axis`` names measure and unit; ``shade`` an interval to hold the rows against; ``line`` a single value; ``note`` names the one given.
    """
    figure = canvas(len(rows) + len({row.group for row in rows if row.group}))
    axes = figure.subplots()
    ends = [end for row in rows for end in (row.span.low, row.span.high, row.named or 0) if 0 < end < math.inf]
    ends += [end for end in (*((shade.low, shade.high) if shade else ()), line or 0) if 0 < end < math.inf]
    room = max(max(ends) / min(ends), 1.5)
    axes.set_xscale("log")
    axes.set_xlim(min(ends) / room**0.08, max(ends) * room**0.42)  # the space on the right is for the words
    if shade:
        axes.axvspan(max(shade.low, axes.get_xlim()[0]), min(shade.high, axes.get_xlim()[1]), color=SAID, alpha=0.11, lw=0)
    if line or shade:
        axes.axvline(line or shade.low, color=SAID, lw=1, ls=(0, (4, 2)))
    place, places, names, group = 0.0, [], [], ""
    for row in rows:
        if row.group != group:
            group = row.group
            axes.text(
                0,
                place,
                group,
                transform=axes.get_yaxis_transform(),
                weight="semibold",
                size=9,
                va="center",
                ha="left",
            )
            place += 1
        draw(axes, place, row)
        axes.text(_reach(axes, row) * room**0.03, place, row.text, va="center", ha="left", size=8.5, bbox=PLATE)
        places.append(place)
        names.append(row.label)
        place += 1
    axes.set_yticks(places, names)
    axes.set_ylim(place - 0.4, -0.75)
    if note:
        axes.text(line or shade.low, -0.62, f" {note}", color=SAID, size=8.5, va="bottom", ha="left")
    axes.grid(True, axis="x")
    axes.set_xlabel(axis, size=8.5)
    axes.xaxis.set_major_locator(LogLocator(base=10, subs=(1, 2, 5) if room < 30 else (1,), numticks=12))
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: digits(value)))
    axes.xaxis.set_minor_locator(NullLocator())
    return figure


def panels(rows: Sequence[tuple[str, Row, Row | None]]) -> Figure:
    """What was said above what is implied, one panel a quantity, each on a logarithmic scale of its own.

    ``rows`` are (name of the quantity, what was said, what the rest implies or None). Values stand beside the bars, so the panels need no
    scales.
    """
    figure = canvas(len(rows) * 1.5)
    for axes, (name, said, implied) in zip(figure.subplots(len(rows), 1, squeeze=False).ravel(), rows, strict=True):
        shown = [row for row in (said, implied) if row]
        ends = [end for row in shown for end in (row.span.low, row.span.high, row.named or 0) if 0 < end < math.inf]
        room = max(max(ends) / min(ends), 4) if ends else 10
        middle = math.sqrt(max(ends) * min(ends)) if ends else 1
        axes.set_xscale("log")
        axes.set_xlim(middle / room**0.75, middle * room**1.9)
        for place, row in enumerate(shown):
            if row.span.unbounded:
                axes.text(middle / room**0.6, place, row.text, va="center", size=8.5, color=QUIET)
                continue
            draw(axes, place, row)
            axes.text(_reach(axes, row) * room**0.05, place, row.text, va="center", ha="left", size=8.5, bbox=PLATE)
        axes.set_ylim(1.7, -0.7)
        axes.set_yticks([0.5], [name])
        axes.xaxis.set_major_locator(NullLocator())
        axes.xaxis.set_minor_locator(NullLocator())
        axes.spines["bottom"].set_color("#e7eaee")
    return figure


def plotted(rows: Iterable[Row]) -> pd.DataFrame:
    """The data of a chart as a table: group, label, wording, number named, low and high (empty where no end was given), words, claims."""
    return pd.DataFrame([
        {
            "group": r.group, "label": r.label, "wording": r.code, "named": r.named, "low": r.span.low or None,
            "high": r.span.high if math.isfinite(r.span.high) else None, "text": r.text, "claims": " ".join(r.claims),
        }
        for r in rows
    ])  # fmt: skip


def described(lead: str, rows: Iterable[Row]) -> str:
    """Alt text: what the picture is, then each row in words."""
    return described_lines(lead, (f"{f'{r.group}, ' if r.group else ''}{r.label}: {r.text}" for r in rows))


def described_lines(lead: str, lines: Iterable[str]) -> str:
    """Alt text: what the picture is, then each of its lines."""
    return f"{lead} {'; '.join(lines)}."


def publish(
    figure: Figure,
    name: str,
    title: str,
    subtitle: str,
    source: str,
    alt: str,
    data: pd.DataFrame,
    folder: str | Path = "",
) -> Picture:
    """Let a figure out: title, subtitle and source line inside the picture, and files beside it.

    Writes ``<name>.svg``, ``.png`` and ``.csv`` into ``folder`` where one is given. Raises ValueError naming everything that is missing.
    """
    given = {"title": title, "subtitle": subtitle, "source": source, "alt": alt}
    missing = [what for what, text in given.items() if not text.strip()] + ["data"] * data.empty
    if missing or not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(f"figure {name!r} may not be published: {', '.join(missing) or 'its name'} missing or unusable")
    if title.rstrip()[-1] not in ".?!" or len(alt) < 60:
        raise ValueError(
            f"figure {name!r}: the title must be a sentence that states the finding, the alt text one a reader can act on"
        )
    table = data.to_csv(index=False, lineterminator="\n", float_format="%.10g")
    learnt = json.dumps([given, table, sorted(_words_in(figure))], ensure_ascii=False)
    digest = hashlib.sha256(learnt.encode()).hexdigest()[:16]
    picture = Picture(name, title, subtitle, source, alt, digest, _drawing(figure, _Words.of(title, subtitle, source)))
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        for kind, content in {"svg": picture.drawn("svg"), "png": picture.png, "csv": table.encode()}.items():
            (Path(folder) / f"{name}.{kind}").write_bytes(content)
    return picture


@dataclass(frozen=True)
class _Words:
    """The words above and below a picture, in lines."""

    title: list[str]
    subtitle: list[str]
    source: list[str]

    @classmethod
    def of(cls, title: str, subtitle: str, source: str) -> Self:
        return cls(textwrap.wrap(title, 86), textwrap.wrap(subtitle, 110), textwrap.wrap(source, 130))

    @property
    def edges(self) -> tuple[float, float]:
        """How much of the picture's top and bottom they take, in inches: what is cut where a page sets these words itself."""
        return 0.18 + 0.215 * len(self.title) + 0.17 * len(self.subtitle), 0.10 + 0.135 * len(self.source)


def _drawing(figure: Figure, words: _Words) -> Callable[[str], bytes]:
    @cache
    def framed() -> Figure:
        _frame(figure, words)
        return figure

    return lambda kind: _drawn(framed(), kind)


def draw(axes: Axes, place: float, row: Row) -> None:
    """Draw one row as it was said.

    Floors and ceilings are arrows from the number named (hollow for "more than", a bar for "at least"), "about" a bar that fades at both
    ends, a bare number a dot, anything with two ends a bar.
    """
    code, colour = row.code.removeprefix(CAPACITY), row.colour
    left, right = axes.get_xlim()
    low, high = max(row.span.low, left), min(row.span.high, right)
    if code in _FLOORS or (math.isinf(row.span.high) and row.span.low > 0):
        start = row.named or low
        if code == "approx_ge":
            _fading(axes, place, low, start, colour, ends="low")
        _arrow(axes, start, start * _arrow_length(axes), place, colour)
        hollow = code == "gt"
        axes.plot(
            [start],
            [place],
            marker="o" if hollow else "|",
            ms=5 if hollow else 10,
            mew=1.6 if hollow else 2.4,
            color=colour,
            mfc=PAPER,
        )
    elif code in ("lt", "le") or row.span.low == 0:
        start = row.named or high
        _arrow(axes, start, start / _arrow_length(axes), place, colour)
        axes.plot([start], [place], marker="|", ms=10, mew=2.4, color=colour)
    elif code == "approx":
        _fading(axes, place, low, high, colour, ends="both")
    elif math.isclose(low, high) or (code in ("exact", "odd", "nearly") and row.named):
        axes.plot([row.named or low], [place], marker="o", ms=6.5, color=colour)
    else:
        axes.plot([low, high], [place, place], color=colour, lw=6, solid_capstyle="butt")


def _reach(axes: Axes, row: Row) -> float:
    """How far to the right a row is drawn; its words begin behind that."""
    if math.isinf(row.span.high) or row.code.removeprefix(CAPACITY) in _FLOORS:
        return (row.named or row.span.low) * _arrow_length(axes)
    return row.named if row.named and row.code == "exact" else row.span.high


def _arrow_length(axes: Axes) -> float:
    left, right = axes.get_xlim()
    return (right / left) ** 0.07


def _arrow(axes: Axes, start: float, end: float, place: float, colour: str) -> None:
    axes.annotate(
        "",
        (end, place),
        (start, place),
        arrowprops={"arrowstyle": "-|>", "color": colour, "lw": 2, "shrinkA": 0, "shrinkB": 0},
    )


def _fading(axes: Axes, place: float, low: float, high: float, colour: str, ends: str) -> None:
    """A bar whose colour fades towards the ends where the wording leaves the number open."""
    steps = 32
    edges = [low * (high / low) ** (k / steps) for k in range(steps + 1)]
    depths = [k / (steps - 1) for k in range(steps)]
    strengths = [depth if ends == "low" else 1 - abs(2 * depth - 1) for depth in depths]
    shades = [[1 - (1 - c) * (0.12 + 0.78 * strength) for c in to_rgb(colour)] for strength in strengths]
    axes.barh(
        [place] * steps,
        [b - a for a, b in pairwise(edges)],
        left=edges[:-1],
        height=0.3,
        color=shades,
        lw=0,
        antialiased=False,
    )


def canvas(rows: float) -> Figure:
    """An empty figure as high as so many rows; ``publish`` adds the room for the words above and below."""
    _set_up()
    return Figure(figsize=(WIDTH, 0.215 * rows + 0.1))


def _frame(figure: Figure, words: _Words) -> None:
    """Set title, subtitle and source line, and make the picture high enough for them and the axes."""
    rows = figure.get_figheight()
    top, bottom = words.edges[0] + 0.11, words.edges[1] + 0.09
    renderer, wide = FigureCanvasAgg(figure).get_renderer(), WIDTH * figure.dpi
    for _ in range(4):  # words stand in data coordinates, so they move as the axes shrink; four rounds settle it
        left = right = 0.0
        for axes in figure.axes:
            outer, inner = axes.get_tightbbox(renderer), axes.get_window_extent(renderer)
            left, right = max(left, inner.x0 - outer.x0), max(right, outer.x1 - inner.x1)
        lowest, highest = figure.axes[-1], figure.axes[0]
        under = (lowest.get_window_extent(renderer).y0 - lowest.get_tightbbox(renderer).y0) / figure.dpi
        over = (highest.get_tightbbox(renderer).y1 - highest.get_window_extent(renderer).y1) / figure.dpi
        height = top + over + rows + under + bottom
        figure.set_figheight(height)
        figure.subplots_adjust(
            left=0.012 + left / wide,
            right=0.988 - right / wide,
            top=1 - (top + over) / height,
            bottom=(bottom + under) / height,
        )
    place = {"x": 0.012, "ha": "left", "gid": OUTSIDE}
    figure.text(y=1 - 0.10 / height, s="\n".join(words.title), size=12, weight="semibold", va="top", linespacing=1.2, **place)
    under_title = 1 - (0.15 + 0.215 * len(words.title)) / height
    figure.text(y=under_title, s="\n".join(words.subtitle), size=9, color=QUIET, va="top", linespacing=1.25, **place)
    figure.text(y=0.07 / height, s="\n".join(words.source), size=7.5, color=QUIET, va="bottom", linespacing=1.25, **place)


def _drawn(figure: Figure, kind: str) -> bytes:
    out = io.BytesIO()
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    figure.savefig(out, format=kind, dpi=160, metadata=metadata)
    if kind == "png":
        return out.getvalue()
    # Words stay words, so the letters they are set in travel with them.
    faces = typefaces.stylesheet("".join(_words_in(figure)), roles=("sans", "hangul"), styles=("regular", "semibold"))
    return out.getvalue().replace(b"<defs>", f"<defs>\n  <style>{faces}</style>".encode(), 1)


def _words_in(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(matplotlib.text.Text) if text.get_text()]


def _set_up() -> None:
    families = []
    for path in typefaces.chart_fonts():
        font_manager.fontManager.addfont(path)
        families.append(font_manager.FontProperties(fname=path).get_name())
    matplotlib.rcParams.update(_STYLE | {"font.family": list(dict.fromkeys(families))})
