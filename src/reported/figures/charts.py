"""Charts: one way out for every figure.

A figure leaves through ``publish``, which refuses it without a title that states the finding, a subtitle, a
source line, alt text and the plotted data. Uncertainty is drawn as it was said: a floor is an arrow, "about"
a fading bar, a range a bar, a bare number a dot; no centre is drawn that nobody gave.

Each is drawn for two widths: for a page and a screen, and for a phone. A function that draws asks ``slim()``
which of them it is for, and makes its figure with ``canvas``. No letters are smaller than ``SMALL``.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import locale
import math
import re
import textwrap
import unicodedata
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, replace
from functools import cache, cached_property, partial, wraps
from itertools import groupby
from pathlib import Path
from typing import Any, Self

import matplotlib
import matplotlib.text
import pandas as pd
from matplotlib import font_manager
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.ticker import FuncFormatter, LogLocator, NullLocator

from reported.analysis.hedges import Interval
from reported.dossier.claim import anchor, anything, made_of
from reported.figures import fonts, measuring
from reported.figures.marks import ASSUMED as ASSUMED
from reported.figures.marks import CONFLICT, NEEDED, OBSERVED, OUTSIDE
from reported.figures.marks import IMPLIED as IMPLIED
from reported.figures.marks import INK as INK
from reported.figures.marks import PAPER as PAPER
from reported.figures.marks import QUIET as QUIET
from reported.figures.marks import SAID as SAID
from reported.wording.findings import cell
from reported.wording.language import say, say_parts, spoken
from reported.wording.prose import counted, digits, words

FIGURE = "application/vnd.reported.figure+json"
PLATE = {
    "facecolor": PAPER,
    "edgecolor": "none",
    "alpha": 0.8,
    "pad": 0.6,
}  # keeps words legible where a line runs behind them
_INKS = (SAID, IMPLIED, ASSUMED, OBSERVED, CONFLICT)
_AROUND = ("title", "subtitle", "alt")  # attributes of a chart's message
FADES = 12  # shades of a bar that fades
MOST_LINES = 24
MOST_PANELS = 20
MOST_ROWS = 40  # of one chart that a printed page holds, with the words above and below
_FLOORS = ("gt", "ge", "odd_ge", "approx_ge")
# Letters that a line of a chart has room for: before the axis, beside a mark, across, and both together. What
# is longer is cut, in the drawing only.
LABEL, BESIDE, ACROSS, BOTH = 56, 70, 90, 100
LINE = 54  # letters that a line of a chart for a phone has room for
STACKED = 1.15  # lines that a row takes there below its words, with what is drawn
UNDER = 1.2  # how far from its end that is drawn
LEADING = 0.82  # of a line of a chart: how far lines stand apart that belong together
PANEL = 34  # those that it has beside what is drawn
MOST_WORDS = 4  # lines of a title, a subtitle or a source line
# Inches. The full width of the printed page, so that letters come out at the size they were set; and the same
# share of it that a phone has of a page on a screen, so that they come out alike there, too.
WIDTH, SLIM = 6.85, 3.5
_DPI = 160  # of pictures
SMALL = 8.6  # points; 12 pixels where WIDTH is 700 pixels wide, or SLIM 358
_across: ContextVar[float] = ContextVar("_across", default=WIDTH)

_STYLE = {
    "svg.hashsalt": "reported", "text.hinting": "none", "svg.fonttype": "none", "text.parse_math": False,
    "axes.unicode_minus": False, "font.size": 9.0, "text.color": INK, "axes.labelcolor": QUIET,
    "axes.edgecolor": "#c4c9cf", "axes.linewidth": 0.8, "xtick.color": QUIET, "ytick.color": INK,
    "xtick.labelcolor": QUIET, "ytick.labelcolor": INK, "figure.facecolor": PAPER, "axes.facecolor": PAPER,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False, "ytick.major.size": 0,
    "axes.grid.axis": "x", "grid.color": "#e7eaee", "grid.linewidth": 0.8, "axes.axisbelow": True,
    "hatch.linewidth": 0.6,
}  # fmt: skip


@contextmanager
def styled(across: float = WIDTH) -> Iterator[None]:
    """What matplotlib and its letters hold to while a chart of a width (inches) is drawn, and only then."""
    style: Any = _STYLE | {"font.family": list(_families(spoken().code))}
    before = locale.setlocale(locale.LC_CTYPE)
    width = _across.set(across)
    try:
        # A text takes its ligatures from the locale, and matplotlib measures without ``text.language``: a
        # Turkish machine would leave other room for its letters.
        with suppress(locale.Error):
            locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
        with matplotlib.rc_context(style), warnings.catch_warnings():
            # What no font can draw is told of the whole page at once, before it is published.
            warnings.filterwarnings("ignore", "Glyph .* missing from", UserWarning)
            measuring.read_whole("normal", "semibold")
            yield
    finally:
        _across.reset(width)
        locale.setlocale(locale.LC_CTYPE, before)


def across() -> float:
    """How wide what is being drawn is, in inches."""
    return _across.get()


def slim() -> bool:
    """Whether what is being drawn is for a phone."""
    return _across.get() == SLIM


class Drawing:
    """A figure that is drawn when it is looked at; often only the sentences of a notebook are wanted."""

    def __init__(self, draw: Callable[[], Figure]):
        self._draw = draw
        self._made: dict[float, Figure] = {}
        self._words: list[str] = []

    def at(self, across: float) -> Figure:
        """The figure for a width (inches)."""
        if across not in self._made:
            with styled(across):
                self._made[across] = self._draw()
            if across == WIDTH:
                self._words = sorted(_words_in(self._made[across]))
        return self._made[across]

    @property
    def figure(self) -> Figure:
        """The figure as a page has it."""
        return self.at(WIDTH)

    @property
    def words(self) -> list[str]:
        """The words in it, without those that ``publish`` puts around it."""
        self.at(WIDTH)
        return self._words


def drawing(draw: Callable[..., Figure]) -> Callable[..., Drawing]:
    """Have a function that draws a figure give a ``Drawing`` instead."""

    @wraps(draw)
    def later(*given: Any, **more: Any) -> Drawing:
        return Drawing(partial(draw, *given, **more))

    return later


@dataclass(frozen=True)
class Picture:
    """A published figure: shown as PNG, compared by a digest of everything a reader can learn from it. Drawn
    when it is first asked for.
    """

    name: str
    title: str
    subtitle: str
    source: str
    alt: str
    table: str
    drawing: Drawing
    wanted: bool = True  # where nobody will look at it, it is not drawn

    @cached_property
    def digest(self) -> str:
        """A digest of all that a reader can learn from it: its words, those inside the picture too, and what
        is plotted.
        """
        given = {"title": self.title, "subtitle": self.subtitle, "source": self.source, "alt": self.alt}
        learnt = json.dumps([given, self.table, self.drawing.words], ensure_ascii=False)
        return digest_of(learnt.encode())

    def _around(self, across: float) -> _Words:
        return _Words.of(self.title, self.subtitle, self.source, across)

    def _crop(self, across: float) -> list[float]:
        """How much of it its own words take, above and below, in points."""
        return [round(72 * edge, 1) for edge in self._around(across).edges]

    def framed(self, across: float) -> Figure:
        """The figure for a width (inches), with its words around it."""
        return self._page if across == WIDTH else self._phone

    @cached_property
    def _page(self) -> Figure:
        return self._made(WIDTH)

    @cached_property
    def _phone(self) -> Figure:
        return self._made(SLIM)

    def _made(self, across: float) -> Figure:
        with styled(across):
            return _frame(self.drawing.at(across), self._around(across))

    @cached_property
    def png(self) -> bytes:
        """The picture for a notebook."""
        return _drawn(self.framed(WIDTH), "png")

    @cached_property
    def svg(self) -> bytes:
        """The picture for a page."""
        return _drawn(self.framed(WIDTH), "svg")

    @cached_property
    def slim(self) -> bytes:
        """The picture for a phone (SVG)."""
        return _drawn(self.framed(SLIM), "svg")

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        text = f"Figure {self.name}: {self.title}\n{self.alt}"
        told = {
            "name": self.name,
            "title": self.title,
            "subtitle": self.subtitle,
            "source": self.source,
            "alt": self.alt,
            "crop": self._crop(WIDTH),
            "slim": self._crop(SLIM),
        }
        if not self.wanted:
            return {"text/plain": f"{text}\nIt was not drawn.", FIGURE: told}
        # nbval compares no picture; this line it does.
        text += f"\nDigest of title, labels, alt text and plotted data: {self.digest}"
        text += f"\nDigest of the picture: {digest_of(self.png)}"
        return {"image/png": self.png, "text/plain": text, FIGURE: told}


def rehearse() -> None:
    """Draw a small chart for a page, a phone and a notebook, and forget it. What matplotlib, and what we keep
    for as long as a process runs, is there then, also in processes forked from this one.
    """
    rows = [
        Row("1", Interval(1, math.inf), "1", "ge", 1),
        Row("2", Interval(2), "2", named=2, group="1"),
        Row("3", Interval(1, 3), "3", "approx", 2, IMPLIED),
    ]
    drawn = Picture("", "1", "2", "3", "", "", ranges(rows, "1", note="1", line=2))
    _ = drawn.svg, drawn.slim, drawn.png


def digest_of(content: bytes) -> str:
    """What tells one content from another, as notebooks print it."""
    return hashlib.sha256(content).hexdigest()[:16]


@dataclass(frozen=True)
class Row:
    """One line of a chart: a label, what was said or follows (``span``), how it was said (``code``), and the
    words to print beside it.
    """

    label: str
    span: Interval
    text: str
    code: str = "range"
    named: float | None = None
    colour: str = SAID
    group: str = ""
    claims: tuple[str, ...] = ()  # behind it, for the data beside the picture
    whose: str = ""  # with whose other rows it is drawn where there are too many
    until: float | None = None  # where its arrow ends; where that is nothing, a little further on


@drawing
def ranges(
    rows: Sequence[Row], axis: str, shade: Interval | None = None, line: float | None = None, note: str = ""
) -> Figure:
    """Rows of intervals on one logarithmic axis (an even one where a row can go below nought), under group
    headings, each drawn as it was said and labelled where it stands.

    ``axis`` names measure and unit; ``shade`` an interval to hold the rows against; ``line`` a single value;
    ``note`` names the one given.
    """
    heads = len({row.group for row in rows if row.group})
    figure = canvas(sum(map(_height, rows)) + heads)
    axes = figure.subplots()
    ends = _ends(rows, *((shade.low, shade.high) if shade else ()), line or 0)
    room = _room(rows, ends, 1.5)
    _spread(axes, ends, room, _even(rows))
    at = _hold_against(axes, shade, line)
    place, group = 0.0, ""
    names: list[tuple[float, str]] = []
    for row in rows:
        if row.group != group:
            group, place = row.group, place + 1
            head(axes, place - 1, group)
        draw(axes, place + (_height(row) - UNDER if slim() else 0), row)
        if slim():
            _above(axes, place, row)
        else:
            names.append((place, brief(row.label, LABEL)))
            beside(axes, place, row, _behind(axes, row, room, 0.03), names[-1][1])
        place += _height(row)
    axes.set_yticks([at for at, _ in names], [name for _, name in names])
    axes.set_ylim(place - 0.4, -0.75)
    if note and at is not None:
        side = "left" if along(axes, at) < 0.5 else "right"
        axes.text(at, -0.62, f" {note} ", color=SAID, size=SMALL, va="bottom", ha=side)
    _scaled(axes, axis, room)
    return figure


def _spread(axes: Axes, ends: Sequence[float], room: float, even: bool) -> None:
    """How far the axis of a chart of ranges goes: on a page there is space on the right for the words."""
    beyond = 0.12 if slim() else 0.42
    if even:
        axes.set_xlim(min(ends) - room * 0.08, max(ends) + room * beyond)
    else:
        axes.set_xscale("log")
        axes.set_xlim(min(ends) / room**0.08, max(ends) * room**beyond)


def _scaled(axes: Axes, axis: str, room: float) -> None:
    """The scale of a chart of ranges, with its name."""
    axes.grid(True, axis="x")
    axes.set_xlabel(axis, size=SMALL)
    if axes.get_xscale() == "log":
        axes.xaxis.set_major_locator(LogLocator(base=10, subs=(1, 2, 5) if room < 30 else (1,), numticks=12))
    in_digits(axes)


def _told_above(row: Row) -> list[str]:
    """The lines above what is drawn of a row on a phone: its name, and its words where they do not fit beside
    it."""
    name = wrapped(row.label, LINE)
    if len(name) == 1 and wide(row.label) + wide(row.text) < LINE - 2:
        return name
    return [*name, *wrapped(row.text, LINE)]


def _height(row: Row) -> float:
    """How many lines a row takes: one on a page; on a phone those above what is drawn, and as much below."""
    return len(_told_above(row)) * LEADING + STACKED if slim() else 1.0


def _above(axes: Axes, place: float, row: Row) -> None:
    """The name of a row from the left edge, and its words to the right edge or below."""
    across, lines = axes.get_yaxis_transform(), _told_above(row)
    names = len(wrapped(row.label, LINE))
    letters = partial(axes.text, transform=across, va="center", bbox=PLATE)
    for number, line in enumerate(lines):
        ink = INK if number < names else QUIET
        letters(0, place + number * LEADING, line, size=SMALL, ha="left", color=ink)
    if len(lines) == names:
        letters(1, place, row.text, size=SMALL, ha="right", color=QUIET)


def beside(axes: Axes, place: float, row: Row, behind: float, name: str = "") -> None:
    """The words of a row on a page: behind what is drawn, from ``behind`` on; ``name`` is what stands in
    front of the axis in the same line.
    """
    said = brief(row.text, min(BESIDE, BOTH - wide(name)))
    label = axes.text(behind, place, said, va="center", ha="left", size=SMALL, bbox=PLATE)
    needed([label] if row.colour == IMPLIED else [])


def along(axes: Axes, value: float) -> float:
    """Where a value stands along the axis, from 0 on the left to 1 on the right."""
    left, right = axes.get_xlim()
    if axes.get_xscale() == "log":
        return math.log(value / left) / math.log(right / left)
    return (value - left) / (right - left)


def in_digits(axes: Axes) -> None:
    """Numbers along the axis as prose writes them, and none between."""
    axes.xaxis.set_major_formatter(FuncFormatter(lambda value, _: digits(value)))
    axes.xaxis.set_minor_locator(NullLocator())


def head(axes: Axes, place: float, group: str) -> matplotlib.text.Text:
    """The name of a group of rows, above them."""
    across = axes.get_yaxis_transform()
    head = brief(group, ACROSS)
    return axes.text(0, place, head, transform=across, weight="semibold", size=9, va="center", ha="left")


def _ends(rows: Sequence[Row], *others: float) -> list[float]:
    """Every number that rows name or end at, and others, infinite ones and nought aside; on an even scale
    nought, too."""
    even = _even(rows)
    ends = (end for row in rows for end in (row.span.low, row.span.high, row.named or 0))
    return [end for end in (*ends, *others) if math.isfinite(end) and (even or end > 0)]


def _even(rows: Iterable[Row]) -> bool:
    """Whether rows stand on an even scale: one of them can go below nought."""
    return any(row.span.signed for row in rows)


def _room(rows: Sequence[Row], ends: Sequence[float], least: float) -> float:
    """How far apart the ends of some rows lie, as a ratio or on an even scale as a difference."""
    if _even(rows):
        return max(ends) - min(ends) or max(map(abs, ends)) or 1.0
    return max(max(ends) / min(ends), least)


def _hold_against(axes: Axes, shade: Interval | None, line: float | None) -> float | None:
    """Draw what the rows of a chart are held against, under them; where its note stands, ``None`` for
    nothing.
    """
    left, right = axes.get_xlim()
    if shade:
        ends = max(shade.low, left), min(shade.high, right)
        axes.axvspan(*ends, color=SAID, alpha=0.11, lw=0)
    at = line or (shade.low if shade and math.isfinite(shade.low) else None)
    if at is not None:
        axes.axvline(at, color=SAID, lw=1, ls=(0, (4, 2)))
    return at


def ranges_of(
    name: str,
    rows: Sequence[Row],
    axis: str,
    source: str,
    folder: str | Path | None = "",
    message: str = "",
    shade: Interval | None = None,
    line: float | None = None,
    note: str = "",
    **values: str | int,
) -> Picture:
    """Publish rows as ``ranges`` in the words of a message, ``<name>-chart`` where none other is named.

    Its attributes are the title, the subtitle and the lead of the alt text, each said with those of the
    ``values`` that it takes. Where the rows are more than a page holds, as many as it does are drawn, and the
    subtitle says so; the data beside the picture are always all of them.
    """
    said, drawn = say_parts(message or f"{name}-chart", _AROUND, **values), legible(rows)
    subtitle = said["subtitle"]
    if len(drawn) < len(rows):
        subtitle += f". {say('chart-gathered', figures=len(rows), rows=len(drawn))}"
    return publish(
        ranges(drawn, axis, shade, line, note),
        name,
        said["title"],
        subtitle,
        source,
        described(said["alt"], drawn),
        plotted(rows),
        folder,
    )


def legible(rows: Sequence[Row]) -> list[Row]:
    """No more rows than a page holds: those of one group and one institution become one, and the smallest of
    these another.
    """
    if len(rows) <= MOST_ROWS:
        return list(rows)
    gathered: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        gathered.setdefault((row.group, row.whose), []).append(row)
    largest = set(sorted(gathered, key=lambda key: -len(gathered[key]))[: MOST_ROWS - 1])
    others = [row for key, alike in gathered.items() if key not in largest for row in alike]
    named = [
        _together(alike, whose or group or say("chart-all"), group)
        for (group, whose), alike in gathered.items()
        if (group, whose) in largest
    ]
    if not others:
        return named
    name = say("chart-others")
    return [*named, _together(others, name, name if any(row.group for row in named) else "")]


def _together(rows: list[Row], label: str, group: str) -> Row:
    """One row for several, from the lowest to the highest number named, hedges left aside; a row alone stays
    as it is.
    """
    if len(rows) == 1:
        return rows[0]
    named = [
        (row.named,) if row.named and row.code != "range" else (row.span.low, row.span.high) for row in rows
    ]
    signed = _even(rows)
    ends = [end for pair in named for end in pair if math.isfinite(end) and (signed or end > 0)]
    nothing = anything(signed)
    least, most = min(ends, default=nothing.low), max(ends, default=nothing.high)
    span = Interval(least, most, False, False, signed)
    colours = {row.colour for row in rows}
    claims = tuple(claim for row in rows for claim in row.claims)
    text = f"{words(span)}, {counted(len(rows), 'figure')}"
    return Row(
        label, span, text, colour=colours.pop() if len(colours) == 1 else QUIET, group=group, claims=claims
    )


def the_first(things: Sequence[Any], noun: str, most: int = MOST_ROWS) -> tuple[Sequence[Any], str]:
    """As many things as a page holds, and how many that are of all, to be put behind a subtitle; empty where
    it is all.
    """
    if len(things) <= most:
        return things, ""
    return things[:most], f". {say('chart-first', shown=most, all=counted(len(things), noun))}"


@drawing
def panels(rows: Sequence[tuple[str, Row, Row | None]]) -> Figure:
    """What was said above what is implied, one panel a quantity, each on a logarithmic scale of its own, or
    an even one.

    ``rows`` are (name of the quantity, what was said, what the rest implies or None). Values stand beside the
    bars, so the panels need no scales.
    """
    heights = [_panel_height(name, (said, implied)) for name, said, implied in rows]
    figure = canvas(sum(heights))
    grid = {"hspace": 0.0, "height_ratios": heights}
    every = figure.subplots(len(rows), 1, squeeze=False, gridspec_kw=grid).ravel()
    for axes, height, (name, said, implied) in zip(every, heights, rows, strict=True):
        shown = [row for row in (said, implied) if row]
        ends = _ends(shown)
        room = _room(shown, ends, 4) if ends else 10
        # On a page the words stand behind the marks, on a phone they all begin in one place.
        before, behind = (0.62, 3.5) if slim() else (0.75, 1.9)
        if _even(shown):
            middle = (max(ends) + min(ends)) / 2 if ends else 0
            axes.set_xlim(middle - room * before, middle + room * behind)
        else:
            middle = math.sqrt(max(ends) * min(ends)) if ends else 1
            axes.set_xscale("log")
            axes.set_xlim(middle / room**before, middle * room**behind)
        axes.set_ylim(height - 0.6, -0.6)
        place = _panel_name(axes, name) if slim() else 0.0
        for row in shown:
            lines = _panel_words(row)
            seat = place + (len(lines) - 1) * LEADING / 2
            if not row.span.unbounded:
                draw(axes, seat, row)
            _beside_panel(axes, seat, row, lines, _behind(axes, row, room, 0.05))
            place += (len(lines) - 1) * LEADING + 1
        axes.set_yticks([] if slim() else [0.5], [] if slim() else [brief(name, LABEL)])
        axes.xaxis.set_major_locator(NullLocator())
        axes.xaxis.set_minor_locator(NullLocator())
        axes.spines["bottom"].set_color("#e7eaee")
    return figure


def _panel_words(row: Row) -> list[str]:
    """The words of a row of a panel in lines."""
    return wrapped(row.text, PANEL) if slim() else [brief(row.text, BOTH - LABEL)]


def _panel_height(name: str, rows: Iterable[Row | None]) -> float:
    """How many lines a panel takes."""
    lines = sum((len(_panel_words(row)) - 1) * LEADING + 1 for row in rows if row)
    return lines + 0.6 + (len(wrapped(name, LINE)) if slim() else 0)


def _panel_name(axes: Axes, name: str) -> float:
    """The name of a panel above it on a phone, and where its rows begin."""
    lines, across = wrapped(name, LINE), axes.get_yaxis_transform()
    for place, line in enumerate(lines):
        axes.text(0, place, line, transform=across, size=SMALL, weight="semibold", va="center", ha="left")
    return float(len(lines))


def _beside_panel(axes: Axes, seat: float, row: Row, lines: Sequence[str], behind: float) -> None:
    """The words of a row of a panel: behind what is drawn, or on a phone all from one place on."""
    fixed = slim() or row.span.unbounded
    x = (0.36 if slim() else 0.05) if fixed else behind
    how: dict[str, Any] = {"transform": axes.get_yaxis_transform()} if fixed else {}
    ink = QUIET if row.span.unbounded else INK
    told = axes.text(
        x, seat, "\n".join(lines), va="center", ha="left", size=SMALL, linespacing=1.2, bbox=PLATE, color=ink,
        **how,
    )  # fmt: skip
    needed([told] if row.colour == IMPLIED else [])


def bands(line: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Stretches of one word along a line of (place, word): the word, its first place and its last."""
    made = []
    for word, group in groupby(line, key=lambda step: step[1]):
        places = [place for place, _ in group]
        made.append((word, places[0], places[-1]))
    return made


@drawing
def runs(lines: Mapping[str, Sequence[tuple[str, str]]]) -> Figure:
    """How a word moved: a line for each name, in bands of one word along the same places, each band with its
    word on it.

    ``lines`` are (place, word) in order. Where there are more lines than a page holds, the first are drawn.
    """
    lines = dict(itertools.islice(lines.items(), MOST_LINES))
    places = list(dict.fromkeys(place for line in lines.values() for place, _ in line))
    words = list(dict.fromkeys(word for line in lines.values() for _, word in line))
    high = 2.4 if slim() else 1.5
    figure = canvas(high * len(lines) + 1)
    axes = figure.subplots()
    at = {place: n for n, place in enumerate(places)}
    for height, (name, line) in enumerate(lines.items()):
        if slim():
            across = axes.get_yaxis_transform()
            axes.text(0, height - 0.42, brief(name, LINE), transform=across, size=SMALL, va="bottom")
        for word, first, last in bands(line):
            left, right = at[first] - 0.5, at[last] + 0.5
            ink = _INKS[words.index(word) % len(_INKS)]
            axes.barh(
                height, right - left, left=left, height=0.93 / high, color=ink, alpha=0.22, edgecolor=ink,
                lw=0.8,
            )  # fmt: skip
            shown = word if (right - left) / len(places) > wide(word) / (LINE if slim() else ACROSS) else ""
            axes.text(
                left + 0.012 * len(places), height, shown, va="center", ha="left", size=SMALL, clip_on=True
            )
    step = max(1, math.ceil(len(places) / (4 if slim() else 8)))
    axes.set_xticks(range(0, len(places), step), places[::step])
    names = [] if slim() else [brief(name, LABEL) for name in lines]
    axes.set_yticks(range(len(names)), names)
    axes.set_xlim(-0.5, len(places) - 0.5)
    axes.set_ylim(len(lines) - 0.4, -0.8 if slim() else -0.6)
    return figure


def wide(text: str) -> int:
    """How many letters wide a text is; a wide letter takes the room of two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def brief(text: str, most: int) -> str:
    """A text, or as much of it as has the room of ``most`` letters, and an ellipsis. Data and alt text always
    hold all of it.
    """
    if wide(text) <= most:
        return text
    room = itertools.accumulate(map(wide, text))
    return text[: sum(taken < most for taken in room)].rstrip() + "…"


def plotted(rows: Iterable[Row]) -> pd.DataFrame:
    """The data of a chart as a table: group, label, wording, number named, low and high (empty where no end
    was given), words, claims.
    """
    return pd.DataFrame([
        {
            "group": r.group, "label": r.label, "wording": r.code, "named": r.named,
            "low": r.span.low if r.span.floored else None,
            "high": r.span.high if math.isfinite(r.span.high) else None,
            "text": r.text, "claims": " ".join(r.claims),
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
    drawing: Drawing,
    name: str,
    title: str,
    subtitle: str,
    source: str,
    alt: str,
    data: pd.DataFrame,
    folder: str | Path | None = "",
) -> Picture:
    """Let a figure out: title, subtitle and source line inside the picture, and files beside it.

    Writes ``<name>.svg``, ``<name>-slim.svg`` (for a phone), ``.png`` and ``.csv`` into ``folder`` where one
    is given; with ``None`` nobody will look at it and nothing is drawn. Raises ValueError naming everything
    that is missing.
    """
    given = {"title": title, "subtitle": subtitle, "source": source, "alt": alt}
    missing = [what for what, text in given.items() if not text.strip()] + ["data"] * data.empty
    if missing or not re.fullmatch(r"[a-z0-9-]+", name):
        raise ValueError(
            f"figure {name!r} may not be published: {', '.join(missing) or 'its name'} missing or unusable"
        )
    if title.rstrip()[-1] not in ".?!" or len(alt) < 60:
        raise ValueError(
            f"figure {name!r}: the title must be a sentence that states the finding, "
            "the alt text one a reader can act on"
        )
    table = data.map(cell).to_csv(index=False, lineterminator="\n", float_format="%.10g")
    picture = Picture(name, title, subtitle, source, alt, table, drawing, wanted=folder is not None)
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        kinds = {".svg": picture.svg, "-slim.svg": picture.slim, ".png": picture.png, ".csv": table.encode()}
        for kind, content in kinds.items():
            (Path(folder) / f"{name}{kind}").write_bytes(content)
    return picture


def publish_of(
    name: str,
    drawing: Drawing,
    data: pd.DataFrame,
    source: str,
    lines: Iterable[str] = (),
    folder: str | Path | None = "",
    message: str = "",
    **values: str | int,
) -> Picture:
    """Let a figure out in the words of a message, ``<name>-chart`` where none other is named: its attributes
    are the title, the subtitle and the alt text, each said with those of the ``values`` that it takes.

    ``lines`` are put behind the alt text: what is drawn, in words.
    """
    said, lines = say_parts(message or f"{name}-chart", _AROUND, **values), list(lines)
    alt = described_lines(said["alt"], lines) if lines else said["alt"]
    return publish(drawing, name, said["title"], said["subtitle"], source, alt, data, folder)


@dataclass(frozen=True)
class _Words:
    """The words above and below a picture, in lines."""

    title: list[str]
    subtitle: list[str]
    source: list[str]

    @classmethod
    def of(cls, title: str, subtitle: str, source: str, across: float) -> Self:
        texts, part = ((title, 84), (subtitle, 106), (source, 110)), across / WIDTH
        most = MOST_WORDS if across == WIDTH else 2 * MOST_WORDS
        return cls(*(wrapped(text, int(letters * part), most) for text, letters in texts))

    @property
    def edges(self) -> tuple[float, float]:
        """How much of the picture's top and bottom they take, in inches: what is cut where a page sets these
        words itself.
        """
        return 0.18 + 0.23 * len(self.title) + 0.175 * len(self.subtitle), 0.10 + 0.155 * len(self.source)


def wrapped(text: str, width: int, most: int = MOST_WORDS) -> list[str]:
    """A text in lines of so many letters, no more lines than there is room for."""
    beside = "\u2060"  # stands for the other half of a wide letter, while letters are counted
    doubled = "".join(letter + beside * (wide(letter) - 1) for letter in text)
    lines = textwrap.wrap(doubled, width, max_lines=most, placeholder=" …")
    return [line.replace(beside, "") for line in lines]


def draw(axes: Axes, place: float, row: Row) -> None:
    """Draw one row as it was said; on a page it leads to the claim behind it. The axes do not follow what is
    drawn: set their limits.

    Floors and ceilings are arrows from the number named (hollow for "more than", a bar for "at least"),
    "about" a bar that fades at both ends, a bare number a dot, anything with two ends a bar.
    """
    marks = _marks(axes, place, row)
    leading(marks, row.claims)
    if row.colour == IMPLIED:
        needed(marks)


def strokes(axes: Axes, across: Iterable[float], up: Iterable[float], **look: Any) -> list[Artist]:
    """A line, or marks, through points of the data, as ``Axes.plot`` draws them, in a third of the time: the
    limits of the axes do not follow it, and must be set.
    """
    line = Line2D([*across], [*up], **look)
    line.set_in_layout(not line.get_clip_on())  # what the axes cut reaches nowhere
    axes.add_artist(line)
    return [line]


def needed(marks: Iterable[Artist]) -> None:
    """Have what is drawn, marks or words, told apart as what the other figures need."""
    for mark in marks:
        mark.set_gid(NEEDED)


def leading(marks: Iterable[Artist], claims: Sequence[str]) -> None:
    """Have what is drawn lead to the card of the claim behind it; of a ratio, or of several, the first."""
    for mark in marks if claims else ():
        mark.set_url(f"#{anchor(made_of(claims)[0])}")


def _marks(axes: Axes, place: float, row: Row) -> list[Artist]:
    """Draw one row."""
    code, colour = row.code, row.colour
    left, right = axes.get_xlim()
    low, high = max(row.span.low, left), min(row.span.high, right)
    dot = partial(strokes, axes, color=colour, ls="none")
    if code in _FLOORS or (math.isinf(row.span.high) and row.span.floored):
        start = row.named or low
        fading = [_fading(axes, place, low, start, colour, ends="low")] * (code == "approx_ge")
        arrow = _arrow(axes, start, row.until or _arrow_head(axes, start), place, colour)
        shape: Any = (
            {"marker": "o", "ms": 5, "mew": 1.6} if code == "gt" else {"marker": "|", "ms": 10, "mew": 2.4}
        )
        return [*fading, arrow, *dot([start], [place], mfc=PAPER, **shape)]
    if code in ("lt", "le") or not row.span.floored:
        start = row.named or high
        arrow = _arrow(axes, start, row.until or _arrow_head(axes, start, down=True), place, colour)
        return [arrow, *dot([start], [place], marker="|", ms=10, mew=2.4)]
    if code == "approx":
        _fading(axes, place, low, high, colour, ends="both")
        # Its shades are many; one line over them, not to be seen, is what leads to the claim.
        return list(axes.plot([low, high], [place, place], lw=6, alpha=0, solid_capstyle="butt"))
    if math.isclose(low, high) or (code in ("exact", "odd", "nearly") and row.named):
        return dot([row.named or low], [place], marker="o", ms=6.5)
    return strokes(axes, [low, high], [place, place], color=colour, lw=6, solid_capstyle="butt")


def reach(axes: Axes, row: Row) -> float:
    """How far to the right a row is drawn; its words begin behind that."""
    if math.isinf(row.span.high) or row.code in _FLOORS:
        return _arrow_head(axes, row.named or row.span.low)
    return row.named if row.named and row.code == "exact" else row.span.high


def _behind(axes: Axes, row: Row, room: float, share: float) -> float:
    """Where the words behind a row begin, by a share of how far apart the ends of all rows lie."""
    end = reach(axes, row)
    return float(end * room**share if axes.get_xscale() == "log" else end + room * share)


def _arrow_head(axes: Axes, start: float, down: bool = False) -> float:
    """Where an arrow ends that begins at a number, a fourteenth of the axis further."""
    left, right = axes.get_xlim()
    if axes.get_xscale() != "log":
        return float(start + (right - left) * (-0.07 if down else 0.07))
    length = float((right / left) ** 0.07)
    return start / length if down else start * length


def _arrow(axes: Axes, start: float, end: float, place: float, colour: str) -> Artist:
    shape = {"arrowstyle": "-|>", "color": colour, "lw": 2, "shrinkA": 0, "shrinkB": 0}
    made = axes.annotate("", (end, place), (start, place), arrowprops=shape)
    return made.arrow_patch or made


def _fading(axes: Axes, place: float, low: float, high: float, colour: str, ends: str) -> Artist:
    """A bar whose colour fades towards the ends where the wording leaves the number open."""
    each = (high / low) ** (1 / FADES / (1 if ends == "low" else 2))
    steps = range(FADES)
    edges = [(low * each**k, high if ends == "low" else high / each**k) for k in steps]
    strengths = [0.12 + 0.78 * k / (FADES - 1) for k in steps]
    shades = [[1 - (1 - c) * strength for c in to_rgb(colour)] for strength in strengths]
    # Each shade lies on the one before, or a line of paper would show between two.
    return axes.broken_barh(
        [(a, b - a) for a, b in edges], (place - 0.15, 0.3), facecolors=shades, lw=0, antialiased=False
    )


def canvas(rows: float) -> Figure:
    """An empty figure as high as so many rows, as wide as it is drawn for; ``publish`` adds the room for the
    words above and below.
    """
    return Figure(figsize=(_across.get(), 0.215 * rows + 0.1))


def _frame(figure: Figure, words: _Words) -> Figure:
    """Set title, subtitle and source line, and make the picture high enough for them and the axes."""
    rows = figure.get_figheight()
    top, bottom = words.edges[0] + 0.11, words.edges[1] + 0.09
    across = _across.get() * figure.dpi
    measured: list[tuple[float, float]] = []
    _place_no_name(figure)
    for _ in range(2):
        left, right, over, under, width = _beyond(figure)
        measured.append((width, right))
        if len(measured) == 2:
            right = _settled(measured[0], measured[1], across * 0.976 - left)
        # The letters of a line may be wider than most.
        left, right = min(left, 0.56 * across), min(right, 0.4 * across)
        height = top + over + rows + under + bottom
        figure.set_figheight(height)
        figure.subplots_adjust(
            left=0.012 + left / across,
            right=0.988 - right / across,
            top=1 - (top + over) / height,
            bottom=(bottom + under) / height,
        )
    under_title = 1 - (0.15 + 0.23 * len(words.title)) / height
    _line(figure, 1 - 0.10 / height, words.title, size=12, weight="semibold", va="top", linespacing=1.2)
    _line(figure, under_title, words.subtitle, size=9, color=QUIET, va="top", linespacing=1.25)
    _line(figure, 0.07 / height, words.source, size=SMALL, color=QUIET, va="bottom", linespacing=1.25)
    return figure


def _place_no_name(figure: Figure) -> None:
    """Give a place to the names of axes that have none; else matplotlib reckons one, from all that stands
    beside the axis, each time it measures or draws.
    """
    for axes in figure.axes:
        for axis in (axes.xaxis, axes.yaxis):
            if not axis.get_label_text():
                axis.set_label_coords(0, 0)


def _line(figure: Figure, y: float, lines: Iterable[str], **letters: Any) -> None:
    """Some of the words above or below a picture."""
    figure.text(x=0.012, y=y, s="\n".join(lines), ha="left", gid=OUTSIDE, **letters)


def _beyond(figure: Figure) -> tuple[float, float, float, float, float]:
    """How far what is drawn reaches beyond its axes to the left and right (in dots), above and below
    (inches); the width of these.
    """
    renderer = measuring.ruler(figure.dpi)
    inner: list[Any] = [axes.get_window_extent(renderer) for axes in figure.axes]
    outer: list[Any] = [axes.get_tightbbox(renderer) for axes in figure.axes]
    left = max(0.0, *(i.x0 - o.x0 for i, o in zip(inner, outer, strict=True)))
    right = max(0.0, *(o.x1 - i.x1 for i, o in zip(inner, outer, strict=True)))
    over, under = (outer[0].y1 - inner[0].y1) / figure.dpi, (inner[-1].y0 - outer[-1].y0) / figure.dpi
    return left, right, over, under, inner[0].width


def settle(figure: Figure) -> Any:
    """Give the axes the width that they will have, as far as what stands beside them is drawn already, so
    that words can be kept apart; what measures them.
    """
    left, right, *_ = _beyond(figure)
    across = _across.get() * figure.dpi
    figure.subplots_adjust(left=0.012 + left / across, right=0.988 - right / across, top=1, bottom=0)
    return measuring.ruler(figure.dpi)


def _settled(before: tuple[float, float], now: tuple[float, float], room: float) -> float:
    """How far words will reach beyond the axes once these have made room for them.

    Words stand in data coordinates, so the narrower the axes the further out they reach, in a straight line
    while the same words reach furthest: two measurements (width, reach) give the line, and the answer is
    where width and reach together take up the room.
    """
    (width_before, reach_before), (width, reach) = before, now
    if width == width_before:
        return reach
    slope = (reach - reach_before) / (width - width_before)
    if slope <= -1:  # no room will ever be enough
        return reach
    return max(0.0, (reach + slope * (room - width)) / (1 + slope))


@styled()
def _drawn(figure: Figure, kind: str) -> bytes:
    if kind == "png":
        out = io.BytesIO()
        figure.savefig(
            out, format=kind, dpi=_DPI, metadata={"Software": None}, pil_kwargs={"compress_level": 3}
        )
        return out.getvalue()
    svg = _renamed(measuring.svg(figure, images=_DPI))
    # Words stay words, so the letters they are set in travel with them.
    letters = svg.decode()
    faces = fonts.stylesheet(letters, fonts.in_charts(spoken().code), packed="woff")
    for face in {*fonts.SPARES} - {*fonts.spared(letters)}:  # matplotlib names every face that it may ask
        svg = svg.replace(f", '{face.family}'".encode(), b"")
    return svg.replace(b"<defs>", f"<defs>\n  <style>{faces}</style>".encode(), 1)


def _renamed(svg: bytes) -> bytes:
    """Clips by their number: matplotlib names them after the last digit of where they lie, and processors
    differ in that. Of each place two decimals are kept, which is more than can be seen.
    What is needed by its number, too: no two parts have one name.
    """
    drawn = rb'<path (?:[\w:-]+="[^"]*" )*?d="[^"]*"'  # not what a word may look like
    svg = re.sub(drawn, lambda path: re.sub(rb"-?\d+\.\d{3,}", _rounded, path[0]), svg)
    for number, name in enumerate(dict.fromkeys(re.findall(rb'<clipPath id="(p[0-9a-f]{10})"', svg)), 1):
        svg = svg.replace(name, b"clip-%d" % number)
    ids = itertools.count(1)
    return re.sub(rb'(?<= id="%s)(?=")' % NEEDED.encode(), lambda _: b"-%d" % next(ids), svg)


def _words_in(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.findobj(matplotlib.text.Text) if text.get_text()]


def _rounded(place: re.Match[bytes]) -> bytes:
    return b"%g" % round(float(place[0]), 2)


@cache  # to add a font makes matplotlib forget which it has found
def _families(language: str) -> tuple[str, ...]:
    """The names of the fonts of a chart in a language, with matplotlib told where they are."""
    families = []
    known = font_manager.fontManager
    for path in fonts.chart_fonts(language):
        known.addfont(path)
        families.append(font_manager.FontProperties(fname=path).get_name())
    # A spare face has one weight, which stands for the other too: matplotlib would warn of each such label.
    spares = {entry.name: entry for entry in known.ttflist if entry.name in {s.family for s in fonts.SPARES}}
    known.ttflist += [replace(entry, weight=fonts.BOLD_SANS.weight) for entry in spares.values()]
    return tuple(dict.fromkeys(families))
