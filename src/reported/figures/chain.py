"""The chain: all quantities as one calculation, read downwards, with what was said or published of each and
what all the others need of it, each on a scale with ticks."""

from __future__ import annotations

import math
from collections.abc import Container, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.ticker import NullLocator
from matplotlib.transforms import blended_transform_factory as blended

from reported.analysis.consistency import EDGE
from reported.analysis.record import RETOLD
from reported.analysis.specifications import Specifications
from reported.dossier.claim import Interval
from reported.figures import charts
from reported.figures.charts import ASSUMED, IMPLIED, INK, PAPER, QUIET, SAID, SMALL, Row
from reported.figures.links import CUT, Drawn, Stated, in_words, links, table
from reported.figures.to_draw import on_record_claims
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.language import say
from reported.wording.ways import floors, on, varying

NAME = "chain"
FLOORS = ("gt", "ge")
GREY, CHAIN, LINE_OF = "#4d535b", "#b4bac1", "#9aa0a8"
MOST = 12  # links of one picture
ALIKE = 2.2  # factors of ten that links may reach over and still share a measure
# Where things stand, in shares of the width: operators, words, and where the scales begin (as far from the
# words as these are long) and end; on a phone the words stand above the scales.
AXIS, WORDS, NEAR, FAR, TO = 0.03, 0.058, 0.36, 0.5, 0.988
SLIM_AXIS, SLIM_WORDS = 0.045, 0.088
LETTER = 5.9 / 358  # how wide a letter is, as a share of a phone
BOLD = 1.07  # how much wider where it is bold
LINE, SLIM_LINE = 0.7, 0.655  # how high a line is, in rows of a chart
HEAD, FOOT = 0.75, 1.2  # lines: where a name stands, and the room for the numbers of a scale


def publish(words: Words, specs: Specifications, folder: str | Path | None = "") -> charts.Picture:
    """Publish the chain of a record: as many links as a page holds; the data are all of them."""
    drawn = links(words, specs)
    shown, rest = charts.the_first(drawn, "link", MOST)
    quantities = [one.link.quantity for one in drawn if one.link.quantity]
    around = f"{NAME}-chart"
    return charts.publish(
        picture(shown),
        NAME,
        title=title(words, specs),
        subtitle=say(f"{around}.subtitle", alike=_measure(shown) is not None, rest=rest),
        source=words.sources_line(on_record_claims(words.record, quantities, RETOLD)),
        alt=charts.described_lines(say(f"{around}.alt"), map(in_words, drawn)),
        data=table(drawn),
        folder=folder,
    )


def title(words: Words, specs: Specifications) -> str:
    """Whether the figures can all be true, and what has to hold, as the title of a chart."""
    around, ways = f"{NAME}-chart.title", len(specs)
    figures = len(words.record.headlines(RETOLD))
    if not specs.fitting:
        if edge := specs.words[EDGE]:
            return say(f"{around}-edge", figures=figures, on=on(edge, ways))
        return say(f"{around}-not", figures=figures)
    if specs.always:
        always = prose.listed(words.amount(span, q) for q, span in specs.always.items())
        return say(around, figures=figures, always=always)
    if quantity := varying(words, specs):
        spans = floors(specs, quantity)
        limits = words.limits(spans, quantity)
        return say(f"{around}-some", figures=figures, on=on(len(spans), ways), limits=limits)
    return say(f"{around}-fit", figures=figures, on=on(len(specs.fitting), ways))


# The picture


@charts.drawing
def picture(drawn: Sequence[Drawn]) -> Figure:
    """The links one below the other: on a page the words of each beside its scale, on a phone above it."""
    high, start = [_lines(one) for one in drawn], _start(drawn)
    figure = charts.canvas((SLIM_LINE if charts.slim() else LINE) * sum(high))
    grid = figure.add_gridspec(len(drawn), 1, height_ratios=high, hspace=0)
    figure.subplots_adjust(left=start, right=TO)
    measure = _measure(drawn)
    for place, (one, lines) in enumerate(zip(drawn, high, strict=True)):
        axes = figure.add_subplot(grid[place])
        axes.set_axis_off()
        axes.set_ylim(lines, 0)
        _scaled(axes, one, measure)
        _joined(axes, one, place, lines, len(drawn))
        _worded(axes, one, start)
        if one.ends:
            base = _lane(one, max(len(one.stated), 1) - 1) + 0.55
            _ticked(axes, base)
            edges = _zone(axes, one, _lane(one, 0) - (0.5 if charts.slim() else 0.75), base)
            for lane, found in enumerate(one.stated):
                _marked(axes, _lane(one, lane), found, edges)
    return figure


def _start(drawn: Sequence[Drawn]) -> float:
    """Where the scales begin, as a share of the width."""
    if charts.slim():
        return SLIM_WORDS
    longest = max(
        max(charts.wide(text) * (1 if plain else BOLD) for text, plain in _words(one)) for one in drawn
    )
    return min(max(WORDS + longest * LETTER * charts.SLIM / charts.WIDTH + 0.02, NEAR), FAR)


def _words(one: Drawn) -> list[tuple[str, bool]]:
    """The lines of words of a link, each with whether it is of plain letters."""
    return [(one.name, False), *((found.text, True) for found in one.stated), (one.text, one.kind not in CUT)]


def _lines(one: Drawn) -> float:
    """How many lines a link takes."""
    if not one.told_here:
        return 1.5
    ways = max(len(one.stated), 1)
    if not charts.slim():
        return 2.5 + ways
    return _lane(one, ways - 1) + 0.55 + FOOT if one.ends else 1.2 + ways + _below(one)


def _below(one: Drawn) -> bool:
    """Whether on a phone what the others need has no room beside the name, and stands below it."""
    return charts.wide(one.name) * 1.2 + charts.wide(one.text) > (TO - SLIM_WORDS) / LETTER - 3


def _lane(one: Drawn, place: int) -> float:
    """In which line of a link one of the things on its record is drawn."""
    ways = max(len(one.stated), 1)
    if charts.slim():
        return 1.8 + ways + _below(one) + place
    return 1.5 if ways < 2 else 1.3 + place


def _measure(drawn: Sequence[Drawn]) -> float | None:
    """How many factors of ten each scale spans, the same for all; ``None`` where they are too unlike, or one
    of them can go below nought."""
    if any(one.signed for one in drawn):
        return None
    widest = max((_reach(one.ends) for one in drawn if one.ends), default=0.0)
    return max(widest + 1.05, 1.2) if widest <= ALIKE else None


def _reach(ends: Sequence[float]) -> float:
    """How many factors of ten lie between the least and the greatest of some numbers."""
    return math.log10(max(ends) / min(ends))


def _scaled(axes: Axes, one: Drawn, measure: float | None) -> None:
    """Give a link its scale: of so many factors of ten, or of its own."""
    if not one.ends:
        return
    low, high = min(one.ends), max(one.ends)
    if one.signed:
        room = (high - low) or abs(high) or 1.0
        axes.set_xlim(low - 0.25 * room, high + 0.4 * room)
        return
    axes.set_xscale("log")
    axes.xaxis.set_major_locator(NullLocator())
    axes.xaxis.set_minor_locator(NullLocator())
    free = (measure or max(_reach(one.ends) * 1.6, 1.2)) - _reach(one.ends)
    left = 0.6 if all(row.code in FLOORS for found in one.stated for row in found.rows) else 0.45
    axes.set_xlim(low / 10 ** (left * free), high * 10 ** ((1 - left) * free))


def _across(axes: Axes) -> Any:
    """Coordinates: shares of the width of the picture, and lines of the link."""
    return blended(axes.figure.transFigure, axes.transData)


def _joined(axes: Axes, one: Drawn, place: int, lines: float, many: int) -> None:
    """The line that joins the links, with the operator on it; a tint behind a link that is tight."""
    across, at = _across(axes), SLIM_AXIS if charts.slim() else AXIS
    if one.kind in CUT:
        where = {"transform": across, "color": IMPLIED, "lw": 0, "clip_on": False}
        axes.add_patch(Rectangle((0.012, 0.05), 0.976, lines - 0.2, alpha=0.09, zorder=0, **where))
    first, last = not one.link.operator, place == many - 1
    ends = [HEAD if first else 0.0, HEAD if last else lines]
    charts.strokes(axes, [at] * 2, ends, transform=across, color=CHAIN, lw=1.6, clip_on=False, zorder=1)
    if first:
        charts.strokes(
            axes, [at], [HEAD], transform=across, color=CHAIN, marker="o", ms=6, clip_on=False, zorder=2
        )
        return
    plate = {"boxstyle": "circle,pad=0.12", "facecolor": PAPER, "edgecolor": CHAIN, "lw": 1.1}
    axes.text(
        at, HEAD, one.link.operator, transform=across, ha="center", va="center", size=10, bbox=plate,
        weight="semibold", color=INK, zorder=3,
    )  # fmt: skip


def _worded(axes: Axes, one: Drawn, end: float) -> None:
    """The words of a link: its name, what is on the record, and what the others need."""
    slim, tight, lines = charts.slim(), one.kind in CUT, max(len(one.stated), 1)
    start, room = (SLIM_WORDS, TO) if slim else (WORDS, end)
    most = int((room - start) * (1 if slim else charts.WIDTH / charts.SLIM) / LETTER)

    def line(x: float, y: float, text: str, **letters: Any) -> Artist:
        given: dict[str, Any] = {"size": SMALL, "ha": "left", "va": "center", "zorder": 4} | letters
        return axes.text(x, y, charts.brief(text, most), transform=_across(axes), **given)

    line(start, HEAD, one.name, size=9.6, weight="semibold")
    if not one.told_here:
        return
    asked = {"color": IMPLIED if tight else QUIET, "weight": "semibold" if tight else "normal"}
    beside = slim and not _below(one)
    needs = line(
        TO if beside else start,
        HEAD if beside else HEAD + 1 + lines,
        one.text,
        ha="right" if beside else "left",
        **asked,
    )
    charts.needed([needs])
    for place, text in enumerate([found.text for found in one.stated] or [say("record-nothing")]):
        inks = {row.colour for found in one.stated[place : place + 1] for row in found.rows}
        line(start, HEAD + 1 + place, text, color=SAID if SAID in inks else GREY)


def _marked(axes: Axes, place: float, found: Stated, edges: Sequence[float]) -> None:
    """Draw one thing on the record, with whose its ends are beside them; what is ours is hollow.

    ``edges`` are where lines stand that a name should keep off.
    """
    ends = [end for row in found.rows for end in (row.span.low, row.span.high, row.named or 0) if end]
    ends = [end for end in ends if math.isfinite(end)]
    names = _placed(axes, ends, found, edges)
    for row in found.rows:
        if row.colour == PAPER:
            charts.leading(_hollow(axes, place, row.span), row.claims)
        else:
            charts.draw(axes, place, _long(axes, row, {side for _, side, _ in names}))
    for x, side, name in names:
        axes.text(
            x,
            place,
            name,
            transform=axes.get_yaxis_transform(),
            ha=side,
            va="center",
            size=SMALL,
            color=GREY,
            zorder=4,
        )


def _hollow(axes: Axes, place: float, span: Interval) -> list[Artist]:
    """A range, or a number, of ours."""
    if span.low == span.high:
        return [
            *charts.strokes(
                axes, [span.low], [place], marker="o", ms=6.5, mfc=PAPER, mec=ASSUMED, mew=1.4, ls="none"
            )
        ]
    long = span.high - span.low
    return [*axes.barh(place, long, 0.42, left=span.low, facecolor=PAPER, edgecolor=ASSUMED, lw=1.2)]


def _long(axes: Axes, row: Row, taken: Container[str]) -> Row:
    """A row whose arrow reaches nearly to the end of its scale, where no name stands there."""
    left, right = axes.get_xlim()
    down = not row.span.floored
    if axes.get_xscale() != "log" or ("right" if down else "left") in taken:
        return row
    by = (right / left) ** 0.01
    return replace(row, until=left * by if down else right / by)


def _placed(
    axes: Axes, ends: list[float], found: Stated, edges: Sequence[float]
) -> list[tuple[float, str, str]]:
    """As ``_names``, but with the name written out where there is room for it."""
    full = replace(found, whose=(found.full, found.full))
    return _names(axes, ends, full, edges, clear=True) or _names(axes, ends, found, edges)


def _names(
    axes: Axes, ends: list[float], found: Stated, edges: Sequence[float], clear: bool = False
) -> list[tuple[float, str, str]]:
    """Where the names of those whose a thing is stand, as shares of the scale, each with its side; of a range
    both or none, by whether there is room for them, and with ``clear`` none over an edge."""
    (low, high), letter = found.whose, LETTER / _width(axes)
    if not ends or not high:
        return []
    start, end = (charts.along(axes, at) for at in (min(ends), max(ends)))
    arrow = any(math.isinf(row.span.high) for row in found.rows)
    before, behind = start - 0.028, end + (0.085 if arrow else 0.02)
    left, right = (charts.wide(name) * letter for name in (low, high))
    fits = {"right": left < before, "left": behind + right < 1.04}
    if low != high:
        both = all(fits.values())
        return [(before, "right", low), (behind, "left", high)] if both else []
    kept = [charts.along(axes, edge) for edge in edges]
    free = {
        "right": fits["right"] and not any(before - left - 0.01 < edge < start for edge in kept),
        "left": fits["left"] and not any(end < edge < behind + right + 0.01 for edge in kept),
    }
    floor = arrow and len(found.rows) == 1
    sides = sorted(free, key=lambda side: (not free[side], not fits[side], (side == "left") is floor))
    if not (free if clear else fits)[sides[0]]:
        return []
    return [(before, "right", low)] if sides[0] == "right" else [(behind, "left", high)]


def _width(axes: Axes) -> float:
    """How wide a scale is, in widths of a phone."""
    return float(axes.get_position().width) * (1 if charts.slim() else charts.WIDTH / charts.SLIM)


def _zone(axes: Axes, one: Drawn, top: float, base: float) -> list[float]:
    """What the others need, as a zone over the scale: deep where it is tight, from pale to deep where it
    begins elsewhere on each way. Gives where its edges are."""
    if one.needed is None:
        return []
    left, right = axes.get_xlim()
    low, high = max(one.needed.low, left), min(one.needed.high, right)
    deep = 0.30 if one.kind in CUT else 0.05
    steps = 10 if one.begins and one.begins.low < one.begins.high else 1
    edges = [low, high]
    if steps > 1 and one.begins:
        down = not one.needed.floored
        inner = [one.begins.low + (one.begins.high - one.begins.low) * k / steps for k in range(steps + 1)]
        edges = [left, *inner] if down else [*inner, right]
    for place, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
        depth = deep if steps == 1 else deep * (place + 1) / (steps + 1)
        if steps > 1 and one.begins and not one.needed.floored:
            depth = deep * (steps + 1 - place) / (steps + 1)
        over = axes.fill_between([start, end], top, base, color=IMPLIED, alpha=depth, lw=0, zorder=0.5)
        charts.needed([over])
    seen = [end for end in (one.needed.low, one.needed.high) if left < end < right]
    for end in seen:
        wide = 2.2 if one.kind in CUT else 1.0
        charts.needed(charts.strokes(axes, [end] * 2, [top, base], color=IMPLIED, lw=wide, zorder=1.5))
    return seen


def _ticked(axes: Axes, base: float) -> None:
    """The line of a scale, with ticks and their numbers as far as there is room for them."""
    left, right = axes.get_xlim()
    charts.strokes(axes, [left, right], [base] * 2, color=LINE_OF, lw=0.9, solid_capstyle="butt", zorder=1)
    for value in _ticks(axes):
        charts.strokes(axes, [value] * 2, [base, base + 0.28], color=LINE_OF, lw=0.9, zorder=1)
        axes.text(
            value,
            base + 0.8,
            prose.digits(value),
            size=SMALL,
            color=QUIET,
            ha="center",
            va="center",
            zorder=2,
        )


def _ticks(axes: Axes) -> list[float]:
    """Round numbers along a scale, as many as have room for their letters."""
    left, right = axes.get_xlim()
    if axes.get_xscale() != "log":
        return [float(tick) for tick in axes.get_xticks() if left <= tick <= right]
    powers = range(math.floor(math.log10(left)), math.ceil(math.log10(right)) + 1)
    for fronts in ((1, 2, 5), (1, 3), (1,)):
        found = [front * 10.0**power for power in powers for front in fronts]
        found = [value for value in found if left * 1.02 < value < right / 1.02]
        if all(_apart(axes, a, b) > _needs(a, b) for a, b in zip(found, found[1:], strict=False)):
            return found
    return found[::2]


def _apart(axes: Axes, one: float, other: float) -> float:
    """How far apart two numbers stand along a scale, in letters."""
    return (charts.along(axes, other) - charts.along(axes, one)) * _width(axes) / LETTER


def _needs(one: float, other: float) -> float:
    """How many letters two numbers need between their middles."""
    return (charts.wide(prose.digits(one)) + charts.wide(prose.digits(other))) / 2 + 1.5
