"""The slides to edit, arranged: everything in its place and in letters that can be read from the last row.

Behind a figure of ranges stands the same as a chart that can be edited, on a slide that a talk leaves out.
"""

from __future__ import annotations

import csv
import html
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor, log10
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.text import PP_ALIGN
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.util import Pt

from reported.document.stage import HIGH, LEAST, WIDE
from reported.figures.marks import QUIET, SAID

LEFT, TOP = 20.0, 114.0  # points: where a picture begins
HEADLINE, LINE, BODY, OPENING = 28.0, LEAST, 28.0, 54.0  # points: letters of a slide
COLUMNS = {"label", "low", "high", "named", "text"}  # of the data of a figure of ranges
ROWS = 10  # that a chart to edit has room for
UNLIKE = 20  # numbers further apart than that many times stand on a logarithmic scale
STACK = ("from", "or less", "said", "or more")  # the parts of a bar; the first is not seen
SLIDE = re.compile(r"^:{5,} \{\.slide ([^\n]*)\}$(.*?)^:{5,}$", re.M | re.S)

Scale = tuple[float, float, bool]  # from where, to where, and whether it is a logarithmic one


@dataclass(frozen=True)
class Told:
    """What the document tells of a slide."""

    kind: str
    line: str
    data: str  # the file of its figure's data, for the last slide of a figure


@dataclass(frozen=True)
class Bar:
    """A row of a chart to edit: its name, and its ends as far as there are any."""

    name: str
    low: float | None
    high: float | None


def told_in(markdown: str) -> list[Told]:
    """What a deck in Markdown tells of each of its slides."""
    made = []
    for head, body in SLIDE.findall(markdown):
        marks = dict(re.findall(r'(\w+)="([^"]*)"', head))
        line = re.search(r"^\[(.*)\]\{\.sub\}$", body, re.M)
        made.append(Told(marks["kind"], html.unescape(line[1]) if line else "", marks.get("data", "")))
    return made


def arranged(package: bytes, markdown: str, folder: Path) -> bytes:
    """A presentation by pandoc with everything in its place; ``folder`` is where the data of figures lie."""
    deck = Presentation(io.BytesIO(package))
    _enlarge(deck)
    pages = list(deck.slides)
    for page, told in zip(pages, told_in(markdown), strict=True):
        _arrange(page, told)
        before = page
        every = _bars(folder / told.data) if told.data else []
        for bars in _gathered(every):
            before = _behind(deck, page, before, bars, _scale(every))
    out = io.BytesIO()
    deck.save(out)
    return out.getvalue()


def _enlarge(deck: Any) -> None:
    """Make the slides 960 points wide, and all that their master and its layouts place with them."""
    by = Pt(960) / deck.slide_width
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for sheet in (deck.slide_master, *deck.slide_layouts):
        for frame in sheet._element.iter(qn("a:off"), qn("a:ext")):
            for side in ("x", "y", "cx", "cy"):
                if side in frame.attrib:
                    frame.set(side, str(round(int(frame.get(side)) * by)))


def _arrange(page: Any, told: Told) -> None:
    title, others = page.shapes.title, [shape for shape in page.placeholders if shape != page.shapes.title]
    pictures = [shape for shape in page.shapes if shape.shape_type == 13]
    if pictures:
        _place(title, LEFT, 30, 900, 78)
        _letters(title, HEADLINE, bold=True)
        for picture in pictures:
            high = WIDE * picture.height / picture.width
            _place(picture, LEFT, TOP + max(0.0, (HIGH - high) / 2), WIDE, high)
        if told.line:
            line = page.shapes.add_textbox(Pt(LEFT), Pt(6), Pt(900), Pt(26))
            line.text_frame.text = told.line
            line.text_frame.paragraphs[0].alignment = PP_ALIGN.LEFT
            _letters(line, LINE, bold=True, colour=SAID)
    else:
        opening = told.kind == "opening"
        _place(title, 60, 150 if others else 170, 840, 130)
        _letters(title, OPENING if opening else 44.0, bold=True)
        for other in others:
            _place(other, 60, 290, 840, 210)
            _letters(other, BODY)


def _place(shape: Any, left: float, top: float, wide: float, high: float) -> None:
    """Put a shape somewhere; in points."""
    shape.left, shape.top, shape.width, shape.height = Pt(left), Pt(top), Pt(wide), Pt(high)


def _letters(shape: Any, size: float, bold: bool = False, colour: str = "") -> None:
    for paragraph in shape.text_frame.paragraphs:
        for run in paragraph.runs:
            run.font.size = Pt(size)
            run.font.bold = bold or None
            if colour:
                run.font.color.rgb = _colour(colour)


def _colour(code: str) -> Any:
    return RGBColor.from_string(code.removeprefix("#").upper())


# Charts to edit


def _bars(path: Path) -> list[Bar]:
    """The rows of a figure of ranges on one scale; none for another kind of figure. One that names a row more
    than once has a scale for each quantity.
    """
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    if not rows or not set(rows[0]) >= COLUMNS or len({_label(row) for row in rows}) < len(rows):
        return []
    made = [Bar(f"{_label(row)}: {row['text']}", *_ends(row)) for row in rows]
    return [bar for bar in made if any(end and end > 0 for end in (bar.low, bar.high))]


def _label(row: Mapping[str, str]) -> str:
    return ", ".join(filter(None, [row.get("group", ""), row["label"]]))


def _ends(row: Mapping[str, str]) -> tuple[float | None, float | None]:
    """The lower and the upper end of a row; a number that is named stands for an end that is open."""
    low, high, named = (float(row[name]) if row[name] else None for name in ("low", "high", "named"))
    if high is None:
        return named if named is not None else low, None
    if low is None:
        return None, named if named is not None else high
    return low, high


def _gathered(bars: Sequence[Bar]) -> Iterator[Sequence[Bar]]:
    """Bars by as many as a chart has room for, shared out evenly."""
    charts = -(-len(bars) // ROWS)
    for n in range(charts):
        yield bars[len(bars) * n // charts : len(bars) * (n + 1) // charts]


def _behind(deck: Any, page: Any, before: Any, bars: Sequence[Bar], scale: Scale) -> Any:
    """Put a chart of the figure of ``page`` on a slide behind another, which a talk leaves out; gives it."""
    layout = next(each for each in deck.slide_layouts if each.name == "Title Only")
    made = deck.slides.add_slide(layout)
    made._element.set("show", "0")
    made.shapes.title.text_frame.text = page.shapes.title.text_frame.text
    _place(made.shapes.title, LEFT, 30, 900, 78)
    _letters(made.shapes.title, HEADLINE, bold=True)
    order = deck.slides._sldIdLst
    ids = list(order)
    order.remove(ids[-1])
    order.insert([deck.part.related_part(each.rId) for each in ids].index(before.part) + 1, ids[-1])
    frame = made.shapes.add_chart(
        XL_CHART_TYPE.BAR_STACKED, Pt(LEFT), Pt(TOP), Pt(WIDE), Pt(HIGH), _data(bars, scale)
    )
    pictures = page._element.iter(qn("p:cNvPr"))
    alt = next((each.get("descr") for each in pictures if each.get("descr")), "")
    frame._element.nvGraphicFramePr.cNvPr.set("descr", alt)
    _shape(frame.chart, scale)
    return made


def _scale(bars: Sequence[Bar]) -> Scale:
    """The scale on which some bars can be seen; there is one at least."""
    ends = [end for bar in bars for end in (bar.low, bar.high) if end and end > 0]
    even = max(ends) / min(ends) <= UNLIKE
    most = _round_up(max(ends) * (1.15 if even else 1.6))
    return (0.0, most, False) if even else (10.0 ** floor(log10(min(ends) * 0.9)), most, True)


def _round_up(value: float) -> float:
    """The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten."""
    power = 10.0 ** floor(log10(value))
    return next(front * power for front in (1, 1.5, 2, 3, 4, 5, 6, 8, 10) if front * power >= value)


def _data(bars: Sequence[Bar], scale: Scale) -> CategoryChartData:
    """Each bar as parts laid end to end, the first row at the top."""
    least, most, _ = scale
    data = CategoryChartData(number_format="#,##0")
    data.categories = [bar.name for bar in reversed(bars)]
    stacks = [_stack(bar, least, most) for bar in reversed(bars)]
    for name, values in zip(STACK, zip(*stacks, strict=True), strict=True):
        data.add_series(name, values)
    return data


def _stack(bar: Bar, least: float, most: float) -> tuple[float, float, float, float]:
    if bar.high is None:
        start = bar.low or least
        return start, 0.0, 0.0, most - start
    if bar.low is None:
        return least, bar.high - least, 0.0, 0.0
    line = (most - least) / 250 if least == 0 else bar.low / 60  # as which a bare number is seen
    return bar.low, 0.0, max(bar.high - bar.low, line), 0.0


def _shape(chart: Any, scale: Scale) -> None:
    """Give a chart the looks of the house: what was said dark, what it leaves open pale."""
    least, most, logarithmic = scale
    chart.has_legend, chart.font.size = False, Pt(LEAST)
    plot, axis = chart.plots[0], chart.value_axis
    plot.gap_width, plot.overlap = 70, 100
    axis.minimum_scale, axis.maximum_scale = least, most
    axis.major_gridlines.format.line.color.rgb = _colour("#e7eaee")
    axis.format.line.fill.background()
    axis.tick_labels.font.color.rgb = _colour(QUIET)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "#,##0", False
    if logarithmic:
        base = OxmlElement("c:logBase")
        base.set("val", "10")
        axis._element.find(qn("c:scaling")).insert(0, base)
    for series, colour in zip(plot.series, ("", "#c7d5e3", SAID, "#c7d5e3"), strict=True):
        if not colour:
            series.format.fill.background()
            continue
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = _colour(colour)
