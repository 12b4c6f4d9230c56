"""A promise to look at: tables of the totals that came and of what does not count, and a picture.

In the picture the promised amount is a line up to its day; what was said to have come stands as points over
time, each drawn as it was said; and from the last one goes the pace that is needed.
"""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator
from matplotlib.transforms import ScaledTranslation

from reported.analysis import pledges
from reported.analysis.pledges import Progress, Promise, Stand
from reported.dossier.claim import Claim, Interval
from reported.figures import charts
from reported.figures.charts import (
    ACROSS,
    IMPLIED,
    INK,
    LINE,
    PAPER,
    PLATE,
    QUIET,
    SAID,
    SMALL,
    brief,
    slim,
    wrapped,
)
from reported.figures.timeline import month_ticks
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say
from reported.wording.pledges import called, counted, due, label, pace, promised, shortly
from reported.wording.promised import why_not
from reported.wording.prose import in_words, listed

HUES = (SAID, "#2b6b5a", "#8a3d6b", "#5b626b")  # a colour a way of counting
SHAPES = ("o", "s", "^", "D")  # and a mark, for eyes and printers that tell no colours
HIGH = 16.0  # rows of a canvas
ARROW = 0.07  # of the height: how far an open end is drawn
MOST_WHOLE = 40  # rows of a table that a page prints whole
MOST_LABEL = 44  # letters beside the last point of a way of counting
MOST_TICKS = 8, 4  # months that the axis names, on a page and on a phone
KEY, BELOW = 13.0, 30.0  # points: a line of the key below the axis on a phone, and how far down it begins


CHART = "how-far-along-chart"


def each_day(words: Words, found: Progress) -> ShownTable | None:
    """Every total as seen from the day it was published, newest first; nothing where there is none."""
    rows = [_each_day(words, one) for one in found.every]
    widths = [17, 17, 20, 17, 20, 18, 19, 19, 25, 8]
    return (
        table_of(
            "each-day", rows, message="pledged-each-day-table", widths=widths, whole=len(rows) <= MOST_WHOLE
        )
        if rows
        else None
    )


def _each_day(words: Words, one: Stand) -> dict[str, Any]:
    return {
        "as_of": in_words(one.row.published),
        "counted": called(words, one.series),
        "said": words.figure(one.row),
        "up_to": counted(one),
        "whose": one.row.institution,
        "missing": _bare(one.missing),
        "needed": _bare(one.needed),
        "so_far": _bare(one.so_far),
        "pace": shortly(one),
        "claim": Refs((one.row.claim_id,)),
    }


def _bare(span: Interval | None) -> str:
    if span is None:
        return "–"
    return prose.words(span) if span.high else prose.many(0)


def not_counted(words: Words, found: Progress) -> ShownTable | None:
    """The figures that are no total of what had come, with the reason; nothing where there is none."""
    rows = [_not_counted(words, row, why) for row, why in found.came.left]
    return table_of("not-counted", rows, widths=[28, 40, 22, 34, 26, 8], on_screen=True) if rows else None


def _not_counted(words: Words, row: Claim, why: str) -> dict[str, Any]:
    return {
        "figure": say("not-counted-figure") if row.hedge == "none" else words.said(row),
        "of": row.scope or row.item,
        "whose": row.institution,
        "document": words.link(row),
        "why": why_not(why),
        "claim": Refs((row.claim_id,)),
    }


def publish_progress(words: Words, found: Progress, folder: str | Path | None = "") -> charts.Picture:
    """Publish the chart of a promise: its line, every total, and the pace that the answering ones need."""
    rows, needed = _in_order(found), [(one, span) for one in found.answers if (span := _needs(one))]
    lines = [_point(words, one) for one in rows]
    lines += [
        say("how-far-along-pace", way=called(words, one.series), pace=pace(words, span))
        for one, span in needed
    ]
    noun, what = words.units(words.record.roles.pace), label(words)
    lead = say(f"{CHART}.alt", promised=promised(words, found.promise))
    return charts.publish(
        over_time(words, found),
        "how-far-along",
        title=_title(words, found),
        subtitle=say(f"{CHART}.subtitle", label=what, needs=bool(needed), pace=noun),
        source=words.sources_line([found.promise.row, *(one.row for one in rows)]),
        alt=charts.described_lines(lead, lines or [say(f"{CHART}.nothing")]),
        data=plotted(words, found),
        folder=folder,
    )


def _in_order(found: Progress) -> list[Stand]:
    """Every total, by the way of counting, oldest first."""
    return [one for stands in found.stands.values() for one in stands]


def _title(words: Words, found: Progress) -> str:
    """What was promised by when, and the totals that answer."""
    told = listed(
        say("how-far-along-last", figure=words.figure(one.row), way=called(words, one.series))
        for one in found.answers
    )
    said, totals = words.said(found.promise.row), "some" if told else "none"
    return say(f"{CHART}.title", totals=totals, told=told, said=said, due=due(found.promise))


def _point(words: Words, one: Stand) -> str:
    """One total in words: what it counts, up to when, how many, and whose it is."""
    way, figure = called(words, one.series), words.figure(one.row)
    return say("how-far-along-total", way=way, counted=counted(one), figure=figure, who=one.row.institution)


def plotted(words: Words, found: Progress) -> pd.DataFrame:
    """The data of the chart: the promise, each total, and the pace that the answering ones need."""
    promise = found.promise
    made = [_datum(words, "promised", promise.due, promise.target, promise.row)]
    made += [
        _datum(words, called(words, one.series), one.counted, one.done, one.row) for one in _in_order(found)
    ]
    for one in found.answers:
        if span := _needs(one):
            what = say("how-far-along-needed", way=called(words, one.series))
            made.append(_datum(words, what, one.day, span, one.row) | {"text": pace(words, span)})
    return pd.DataFrame(made)


def _datum(words: Words, what: str, day: date, span: Interval, row: Claim) -> dict[str, object]:
    high = span.high if math.isfinite(span.high) else None
    return {
        "what": what,
        "day": str(day),
        "low": span.low or None,
        "high": high,
        "text": words.said(row),
        "claims": row.claim_id,
    }


def _needs(found: Stand) -> Interval | None:
    """The pace that is still needed; ``None`` where none is, or no time is left for it."""
    return found.needed if found.word != pledges.KEPT else None


@charts.drawing
def over_time(words: Words, found: Progress) -> Figure:
    """Amounts over time: the promised line, totals as they were said, what is needed from the last ones."""
    figure = charts.canvas(HIGH)
    axes, promise, rows = figure.subplots(), found.promise, _in_order(found)
    days = [promise.due, *([promise.start] if promise.start else []), *(one.counted for one in rows)]
    first, last = min(days), max(days)
    spans = [promise.target, *(span for one in rows for span in (one.row.spoken, one.done))]
    top = max([promise.row.number, *(span.high for span in spans if math.isfinite(span.high))]) * 1.16
    spare = max((last - first).days, 30) * 0.02
    axes.set_xlim(first.toordinal() - spare, last.toordinal() + spare)
    axes.set_ylim(0, top)
    _promised(axes, words, promise, first, top)
    for place, stands in enumerate(found.stands.values()):
        for one in stands:
            _draw(axes, one, place, top)
    for one in found.answers:
        if _needs(one):
            since = [one.counted.toordinal(), one.day.toordinal()]
            charts.strokes(axes, since, [one.row.number] * 2, color=IMPLIED, lw=1, ls=(0, (1, 2)), zorder=1)
            ends = [one.day.toordinal(), promise.due.toordinal()]
            charts.strokes(
                axes,
                ends,
                [one.row.number, promise.row.number],
                color=IMPLIED,
                lw=1.4,
                ls=(0, (4, 2)),
                zorder=1,
            )
    _labels(axes, words, found, top)
    ticks = month_ticks(first, last)
    ticks = ticks[:: math.ceil(len(ticks) / MOST_TICKS[slim()])]
    axes.set_xticks([tick.toordinal() for tick, _ in ticks], [name for _, name in ticks], size=SMALL)
    axes.yaxis.set_major_locator(MaxNLocator(5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: prose.digits(value)))
    axes.grid(True, axis="y")
    return figure


def _promised(axes: Axes, words: Words, promise: Promise, first: date, top: float) -> None:
    """The promise: a line at its amount, up to its day, which is marked."""
    start, end = (promise.start or first).toordinal(), promise.due.toordinal()
    if promise.target.low < promise.target.high:
        axes.fill_between([start, end], promise.target.low, promise.target.high, color=INK, alpha=0.08, lw=0)
    charts.strokes(axes, [start, end], [promise.row.number] * 2, color=INK, lw=1.4, zorder=2)
    charts.strokes(axes, [end, end], [0, top * 0.97], color=INK, lw=1, ls=(0, (4, 2)), zorder=1)
    said = brief(say(f"{CHART}.promised", figure=words.figure(promise.row)), LINE if slim() else ACROSS)
    axes.text(start, promise.row.number + top * 0.015, said, size=SMALL, va="bottom", ha="left")
    told = f"{say(f'{CHART}.due', due=due(promise))} "
    axes.text(end, top * 0.985, told, size=SMALL, color=QUIET, va="top", ha="right", bbox=PLATE)


def _draw(axes: Axes, one: Stand, place: int, top: float) -> None:
    """One total as it was said: a mark for its number, an arrow where an end is open, a bar for a range."""
    x, named, done, hue = one.counted.toordinal(), one.row.number, one.done, HUES[place % len(HUES)]
    if math.isinf(done.high) or done.low == 0:
        end = named + (top if math.isinf(done.high) else -top) * ARROW
        arrow = {"arrowstyle": "-|>", "color": hue, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (x, end), (x, named), arrowprops=arrow)
    elif done.high - done.low > 0.004 * top:
        charts.strokes(
            axes, [x, x], [done.low, done.high], color=hue, lw=4, alpha=0.45, solid_capstyle="butt", zorder=2
        )
    face = PAPER if one.row.hedge in ("gt", "lt") else hue
    shape = SHAPES[place % len(SHAPES)]
    charts.strokes(axes, [x], [named], marker=shape, ms=5.5, mew=1.5, color=hue, mfc=face, zorder=3)


def _labels(axes: Axes, words: Words, found: Progress, top: float) -> None:
    """Beside the answering total of each way of counting what it is, on a phone below the axis; the pace
    needed stands with it."""
    taken: list[float] = []
    right, ways = axes.get_xlim()[1], list(found.stands)
    for one in sorted(found.answers, key=lambda one: one.row.number):
        number = ways.index(one.series)
        for line, ink in _beside(words, one, HUES[number % len(HUES)]):  # from below
            if slim():
                _below(axes, line, ink, SHAPES[number % len(SHAPES)] if ink != IMPLIED else "", len(taken))
                taken.append(0)
                continue
            place = max([one.row.number, *(other + top * 0.055 for other in taken)])
            taken.append(place)
            told = f" {brief(line, MOST_LABEL)}"
            axes.text(right, place, told, size=SMALL, color=ink, va="center", ha="left", clip_on=False)


def _below(axes: Axes, line: str, ink: str, shape: str, place: int) -> None:
    """A line of the key below the axis: the mark that it is about, a dash for a pace, and what it says."""
    told = wrapped(line, LINE - 4)[0]
    middle = -BELOW - KEY * place
    offset = axes.transAxes + ScaledTranslation(0, middle / 72, axes.figure.dpi_scale_trans)
    dash: dict[str, Any] = {"marker": shape, "ms": 5.5} if shape else {"ls": (0, (4, 2)), "lw": 1.4}
    at = [0.02] if shape else [0.0, 0.05]
    charts.strokes(axes, at, [0] * len(at), color=ink, transform=offset, clip_on=False, **dash)
    axes.text(0.07, 0, told, size=SMALL, color=INK, va="center", ha="left", transform=offset)


def _beside(words: Words, one: Stand, hue: str) -> list[tuple[str, str]]:
    """What stands beside an answering total, each with its colour."""
    total = say(f"{CHART}.total", way=called(words, one.series), figure=words.figure(one.row))
    needs = _needs(one)
    needed = [(say(f"{CHART}.needed", pace=prose.words(needs)), IMPLIED)] if needs else []
    return [*needed, (total, hue)]
