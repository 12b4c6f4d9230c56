"""Pledges as a picture: the promised amount as a line up to its day, what was said to have come as points
over time, each drawn as it was said, and from the last one the pace that is needed.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

from reported.analysis import pledges
from reported.analysis.pledges import Stand
from reported.dossier.claim import Claim, Interval
from reported.figures import charts
from reported.figures.charts import ACROSS, IMPLIED, INK, PAPER, PLATE, QUIET, SAID, brief
from reported.figures.timeline import month_ticks
from reported.wording import prose
from reported.wording.pledges import Progress

HUES = (SAID, "#2b6b5a", "#8a3d6b", "#5b626b")  # a colour a way of counting
SHAPES = ("o", "s", "^", "D")  # and a mark, for eyes and printers that tell no colours
HIGH = 16.0  # rows of a canvas
ARROW = 0.07  # of the height: how far an open end is drawn
MOST_LABEL = 44  # letters beside the last point of a way of counting


def publish_progress(
    progress: Progress,
    stands: Mapping[str | None, Sequence[Stand]],
    answers: Sequence[Stand],
    folder: str | Path | None = "",
) -> charts.Picture:
    """Publish the chart of a promise: its line, every total, and the pace that the answering ones need."""
    words, rows = progress.words, [one for found in stands.values() for one in found]
    lines = [progress.point(one) for one in rows]
    lines += [
        f"needed, {progress.called(one.series)}: {progress.pace(span)}"
        for one in answers
        if (span := _needs(one))
    ]
    pace = words.record.q(progress.roles.pace).many
    needs = f" Dashed: what is still needed, in {pace}." * any(_needs(one) for one in answers)
    return charts.publish(
        over_time(progress, stands, answers),
        "how-far-along",
        title=progress.title(answers),
        subtitle=f"{progress.label}, by the day up to which each total counts. An arrow: this much or more; "
        f"a bar: a range.{needs}",
        source=words.sources_line([progress.promise.row, *(one.row for one in rows)]),
        alt=charts.described_lines(f"Promised: {progress.promised}. Totals over time:", lines or ["none"]),
        data=plotted(progress, rows, answers),
        folder=folder,
    )


def plotted(progress: Progress, rows: Sequence[Stand], answers: Sequence[Stand]) -> pd.DataFrame:
    """The data of the chart: the promise, each total, and the pace that the answering ones need."""
    made = [_datum(progress, "promised", progress.promise.due, progress.promise.target, progress.promise.row)]
    made += [_datum(progress, progress.called(one.series), one.counted, one.done, one.row) for one in rows]
    for one in answers:
        if span := _needs(one):
            made.append(
                _datum(progress, f"needed, {progress.called(one.series)}", one.day, span, one.row)
                | {"text": progress.pace(span)}
            )
    return pd.DataFrame(made)


def _datum(progress: Progress, what: str, day: date, span: Interval, row: Claim) -> dict[str, object]:
    high = span.high if math.isfinite(span.high) else None
    text = progress.words.said(row)
    return {
        "what": what,
        "day": str(day),
        "low": span.low or None,
        "high": high,
        "text": text,
        "claims": row.claim_id,
    }


def _needs(found: Stand) -> Interval | None:
    """The pace that is still needed; ``None`` where none is, or no time is left for it."""
    return found.needed if found.word != pledges.KEPT else None


@charts.drawing
def over_time(
    progress: Progress, stands: Mapping[str | None, Sequence[Stand]], answers: Sequence[Stand]
) -> Figure:
    """Amounts over time: the promised line, totals as they were said, what is needed from the last ones."""
    figure = charts.canvas(HIGH)
    axes, promise = figure.subplots(), progress.promise
    rows = [one for found in stands.values() for one in found]
    days = [promise.due, *([promise.start] if promise.start else []), *(one.counted for one in rows)]
    first, last = min(days), max(days)
    spans = [promise.target, *(span for one in rows for span in (one.row.spoken, one.done))]
    top = max([promise.row.number, *(span.high for span in spans if math.isfinite(span.high))]) * 1.16
    spare = max((last - first).days, 30) * 0.02
    axes.set_xlim(first.toordinal() - spare, last.toordinal() + spare)
    axes.set_ylim(0, top)
    _promised(axes, progress, first, top)
    for place, found in enumerate(stands.values()):
        for one in found:
            _draw(axes, one, place, top)
    for one in answers:
        if _needs(one):
            since = [one.counted.toordinal(), one.day.toordinal()]
            axes.plot(since, [one.row.number] * 2, color=IMPLIED, lw=1, ls=(0, (1, 2)), zorder=1)
            ends = [one.day.toordinal(), promise.due.toordinal()]
            axes.plot(
                ends, [one.row.number, promise.row.number], color=IMPLIED, lw=1.4, ls=(0, (4, 2)), zorder=1
            )
    _labels(axes, progress, stands, answers, top)
    ticks = month_ticks(first, last)
    axes.set_xticks([tick.toordinal() for tick, _ in ticks], [name for _, name in ticks], size=8)
    axes.yaxis.set_major_locator(MaxNLocator(5))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: prose.digits(value) if value else "0"))
    axes.grid(True, axis="y")
    return figure


def _promised(axes: Axes, progress: Progress, first: date, top: float) -> None:
    """The promise: a line at its amount, up to its day, which is marked."""
    promise = progress.promise
    start, due = (promise.start or first).toordinal(), promise.due.toordinal()
    if promise.target.low < promise.target.high:
        axes.fill_between([start, due], promise.target.low, promise.target.high, color=INK, alpha=0.08, lw=0)
    axes.plot([start, due], [promise.row.number] * 2, color=INK, lw=1.4, zorder=2)
    axes.plot([due, due], [0, top * 0.97], color=INK, lw=1, ls=(0, (4, 2)), zorder=1)
    said = f"promised: {progress.words.figure(promise.row)}"
    axes.text(start, promise.row.number + top * 0.015, brief(said, ACROSS), size=8.5, va="bottom", ha="left")
    axes.text(
        due, top * 0.985, f"due: {progress.due} ", size=8.5, color=QUIET, va="top", ha="right", bbox=PLATE
    )


def _draw(axes: Axes, one: Stand, place: int, top: float) -> None:
    """One total as it was said: a mark for its number, an arrow where an end is open, a bar for a range."""
    x, named, done, hue = one.counted.toordinal(), one.row.number, one.done, HUES[place % len(HUES)]
    if math.isinf(done.high) or done.low == 0:
        end = named + (top if math.isinf(done.high) else -top) * ARROW
        arrow = {"arrowstyle": "-|>", "color": hue, "lw": 1.6, "shrinkA": 0, "shrinkB": 0}
        axes.annotate("", (x, end), (x, named), arrowprops=arrow)
    elif done.high - done.low > 0.004 * top:
        axes.plot([x, x], [done.low, done.high], color=hue, lw=4, alpha=0.45, solid_capstyle="butt", zorder=2)
    face = PAPER if one.row.hedge in ("gt", "lt") else hue
    shape = SHAPES[place % len(SHAPES)]
    axes.plot([x], [named], marker=shape, ms=5.5, mew=1.5, color=hue, mfc=face, zorder=3)


def _labels(
    axes: Axes,
    progress: Progress,
    stands: Mapping[str | None, Sequence[Stand]],
    answers: Sequence[Stand],
    top: float,
) -> None:
    """Beside the answering total of each way of counting what it is; the pace needed stands with it."""
    taken: list[float] = []
    right = axes.get_xlim()[1]
    for one in sorted(answers, key=lambda one: one.row.number):
        hue = HUES[list(stands).index(one.series) % len(HUES)]
        needs = _needs(one)
        told = [(f"needed: {prose.words(needs)}", IMPLIED)] if needs else []
        told += [(f"{progress.called(one.series)}: {progress.words.figure(one.row)}", hue)]
        for line, ink in told:  # from below
            place = max([one.row.number, *(other + top * 0.055 for other in taken)])
            taken.append(place)
            axes.text(
                right,
                place,
                f" {brief(line, MOST_LABEL)}",
                size=8.5,
                color=ink,
                va="center",
                ha="left",
                clip_on=False,
            )
