"""Diagrams: chains and ledgers, the figures that are not ranges on a scale.

They leave through ``charts.publish`` like every other figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reported.figures import charts
from reported.figures.charts import (
    ACROSS,
    IMPLIED,
    INK,
    LABEL,
    LEADING,
    QUIET,
    SAID,
    SMALL,
    brief,
    canvas,
    drawing,
    leading,
    slim,
    wide,
    wrapped,
)

INDENT = 0.028, 0.05  # of the width, for each step away from the origin, on a page and on a phone
BEFORE = 0.014, 0.03  # of the width, from a mark to its words
ROOM = 100, 50  # letters that a line has room for
MOST_SAID = 150  # letters of what a document says in a chain
RAIL = "#c4c9cf"
CHIP, CHIP_INK = "#f3dfc4", "#6b3f06"


@dataclass(frozen=True)
class Link:
    """One line of a chain: who carries the figure, in which words, how many steps from the origin, and what
    became of it.

    ``inferred``: that it comes from the line above it is our inference (drawn dashed). ``changed`` names what
    was not kept.
    """

    who: str
    words: str
    depth: int
    inferred: bool = False
    changed: str = ""
    origin: bool = False
    claims: tuple[str, ...] = ()  # behind it


@drawing
def chain(links: Sequence[Link]) -> Figure:
    """Chains from origin to outlet, one line a document, each indented under the one it retells.

    An origin is a square, a retelling that kept the hedge a filled dot, one that did not a ring with the word
    for it at the right.
    """
    told = [_phone_lines(link) if slim() else _page_lines(link) for link in links]
    heights = [len(lines) * LEADING + 0.28 for lines in told]
    figure = canvas(sum(heights))
    axes = figure.subplots()
    axes.set_xlim(0, 1)
    axes.set_ylim(sum(heights) - 0.5, -0.5)
    axes.axis("off")
    place = 0.0
    path: list[tuple[float, float]] = []  # where the lines stand that lead from the origin to this one
    for link, lines, height in zip(links, told, heights, strict=True):
        seat = 0.014 + INDENT[slim()] * link.depth, place
        path = path[: link.depth]
        if path:
            _rail(axes, path[-1], seat, link.inferred)
        _document(axes, seat, link, lines)
        path.append(seat)
        place += height
    return figure


def _rail(axes: Axes, parent: tuple[float, float], seat: tuple[float, float], inferred: bool) -> None:
    """The line down from what is retold to a retelling."""
    across, down = [parent[0], parent[0], seat[0] - 0.006], [parent[1] + 0.3, seat[1], seat[1]]
    charts.strokes(axes, across, down, color=RAIL, lw=1, ls=(0, (2, 2)) if inferred else "solid", zorder=0)


# A line of a chain: who carries the figure, the words behind that, and what was changed; each may be empty.
Line = tuple[str, str, str]


def _document(axes: Axes, seat: tuple[float, float], link: Link, lines: Sequence[Line]) -> None:
    """One document of a chain: its mark, and its lines."""
    x, y = seat
    colour = IMPLIED if link.changed and not link.origin else SAID
    face, shape = "white" if link.changed else colour, "s" if link.origin else "o"
    leading(
        charts.strokes(axes, [x], [y], ms=5.5, mew=1.4, mfc=face, marker=shape, color=colour), link.claims
    )
    x += BEFORE[slim()]
    for number, (who, words, changed) in enumerate(lines):
        place = y + number * LEADING
        name = axes.text(
            x, place, who, size=SMALL, weight="semibold" if link.origin else "normal", va="center", color=INK
        )
        if who and words:
            axes.annotate(
                words, (1, 0.5), xycoords=name, xytext=(5, 0), textcoords="offset points", size=SMALL,
                va="center", color=QUIET,
            )  # fmt: skip
        elif words:
            axes.text(x, place, words, size=SMALL, va="center", color=QUIET)
        if changed:
            side = (x, "left") if slim() else (1, "right")
            axes.text(side[0], place, changed, size=SMALL, va="center", ha=side[1], color=IMPLIED)


def _page_lines(link: Link) -> list[Line]:
    """The lines of a document on a page: what was changed stands at the right of the first."""
    who, changed = brief(link.who, LABEL), brief(link.changed, LABEL)
    room = ROOM[0] - 3 * link.depth
    beside = room - wide(who) - wide(changed) - 2
    said = brief(link.words, MOST_SAID)
    if wide(said) <= beside:
        return [(who, said, changed)]
    return [(who, "", changed), *(("", line, "") for line in wrapped(said, room))]


def _phone_lines(link: Link) -> list[Line]:
    """The lines of a document on a phone: who, the words, what was changed, one below the other."""
    room = ROOM[1] - 3 * link.depth
    who, said = wrapped(link.who, room), wrapped(brief(link.words, MOST_SAID), room)
    if len(who) == len(said) == 1 and wide(who[0]) + wide(said[0]) < room - 2:
        first: list[Line] = [(who[0], said[0], "")]
    else:
        first = [*((line, "", "") for line in who), *(("", line, "") for line in said)]
    return [*first, *(("", "", line) for line in wrapped(link.changed, room))]


def links_data(links: Sequence[Link]) -> pd.DataFrame:
    """The data of a chain as a table, one row a line."""
    return pd.DataFrame([
        {
            "who": link.who, "words": link.words, "steps": link.depth,
            "inferred": link.inferred, "changed": link.changed,
        }
        for link in links
    ])  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One line of a ledger: a wording, the code of what was done to each aspect (empty: cannot be told), and
    who is seen to use it.
    """

    group: str
    wording: str
    did: dict[str, str]
    who: str
    times: int = 1
    changed: str = ""  # what was not kept, in words
    claims: tuple[str, ...] = ()  # behind it


@drawing
def ledger(entries: Sequence[Entry], kept: str, names: Mapping[str, str], seen: str) -> Figure:
    """A ledger as a grid: a line a wording, a column an aspect; what was ``kept`` is a pale dot, what was not
    stands as a word on colour.

    ``names`` are the words for aspects and for what was done to them, ``seen`` stands above those who use a
    wording. An aspect that could be told for no line has no column.
    """
    aspects = [aspect for aspect in entries[0].did if any(entry.did[aspect] for entry in entries)]
    if slim():
        return _phone_ledger(entries)
    return _page_ledger(entries, kept, names, aspects, seen)


def _page_ledger(
    entries: Sequence[Entry], kept: str, names: Mapping[str, str], aspects: Sequence[str], seen: str
) -> Figure:
    """A ledger with a column for each aspect."""
    told = [(wrapped(entry.wording, 36), wrapped(entry.who, 29)) for entry in entries]
    heights = [max(map(len, pair)) * LEADING + 0.2 for pair in told]
    heads = len(dict.fromkeys(entry.group for entry in entries)) + 1
    figure = canvas(sum(heights) + heads)
    axes = figure.subplots()
    axes.set_xlim(0, 1)
    axes.set_ylim(sum(heights) + heads - 0.5, -0.5)
    axes.axis("off")
    left, right = 0.285, 0.735
    step = (right - left) / len(aspects)
    text = partial(axes.text, size=SMALL, va="center", linespacing=1.15)
    for column, aspect in enumerate(aspects):
        text(left + step * (column + 0.5), 0, names[aspect], color=QUIET, ha="center")
    text(right + 0.012, 0, seen, color=QUIET)
    place, group = 1.0, ""
    for entry, (wording, who), height in zip(entries, told, heights, strict=True):
        if entry.group != group:
            group = entry.group
            _head(axes, place, group)
            place += 1
        seat = place + (height - 1.02) / 2
        charts.strokes(axes, [left, right], [seat, seat], color="#eef0f3", lw=0.8, zorder=0)
        text(0.012, seat, "\n".join(wording))
        for column, aspect in enumerate(aspects):
            if code := entry.did[aspect]:
                mark = _cell(axes, left + step * column, step, seat, "" if code == kept else names[code])
                leading(mark, entry.claims)
        text(right + 0.012, seat, "\n".join(who), color=QUIET)
        place += height
    return figure


def _phone_ledger(entries: Sequence[Entry]) -> Figure:
    """A ledger without columns: each wording, below it what was not kept, and who is seen to use it."""
    rooms = [wrapped(entry.changed, ROOM[1]) for entry in entries]
    told = [(wrapped(entry.wording, ROOM[1]), wrapped(entry.who, ROOM[1])) for entry in entries]
    heights = [
        (len(wording) + len(changed) + len(who)) * LEADING + 0.4
        for changed, (wording, who) in zip(rooms, told, strict=True)
    ]
    heads = [wrapped(group, ROOM[1]) for group in dict.fromkeys(entry.group for entry in entries)]
    high = sum(heights) + sum(map(len, heads))
    figure = canvas(high)
    axes = figure.subplots()
    axes.set_xlim(0, 1)
    axes.set_ylim(high - 0.5, -0.5)
    axes.axis("off")
    place, group = 0.0, ""
    for entry, changed, (wording, who), height in zip(entries, rooms, told, heights, strict=True):
        if entry.group != group:
            group = entry.group
            for line in wrapped(group, ROOM[1]):
                _head(axes, place, line)
                place += 1
        same: dict[str, Any] = {"marker": "o", "ms": 5.5, "mew": 1.4, "color": IMPLIED if changed else SAID}
        leading(
            charts.strokes(axes, [0.014], [place], mfc="white" if changed else SAID, **same), entry.claims
        )
        inks = [INK] * len(wording) + [CHIP_INK] * len(changed) + [QUIET] * len(who)
        for number, (line, ink) in enumerate(zip([*wording, *changed, *who], inks, strict=True)):
            axes.text(0.044, place + number * LEADING, line, size=SMALL, va="center", color=ink)
        if changed:
            first = place + (len(wording) - 0.5) * LEADING
            axes.barh(
                first + len(changed) * LEADING / 2, 0.956, len(changed) * LEADING, 0.034, color=CHIP, lw=0,
                zorder=0,
            )  # fmt: skip
        place += height
    return figure


def _head(axes: Axes, place: float, group: str) -> None:
    """The name of some lines, above them."""
    axes.text(0, place, brief(group, ACROSS), size=9, weight="semibold", va="center")


def entries_data(entries: Sequence[Entry]) -> pd.DataFrame:
    """The data of a ledger as a table, one row a wording."""
    return pd.DataFrame([
        {"figure": e.group, "wording": e.wording, "times": e.times, **e.did, "seen": e.who} for e in entries
    ])  # fmt: skip


def _cell(axes: Axes, x: float, step: float, place: float, word: str) -> Iterable[Artist]:
    """What was done to an aspect: a word on colour, a pale dot for none."""
    middle = x + step / 2
    if not word:
        return charts.strokes(axes, [middle], [place], marker="o", ms=4, color=SAID, alpha=0.45)
    across = min(step, 0.12) * 0.98
    axes.text(middle, place, word, size=SMALL, ha="center", va="center", color=CHIP_INK)
    return axes.barh([place], [across], left=[middle - across / 2], height=0.78, color=CHIP, lw=0)
