"""Diagrams: chains and ledgers, the figures that are not ranges on a scale.

They leave through ``charts.publish`` like every other figure.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from reported.figures.charts import ACROSS, IMPLIED, INK, LABEL, QUIET, SAID, brief, canvas, drawing, wide

INDENT = 0.028  # of the width, for each step away from the origin
MOST_SAID = 150  # letters of a chain's line
RAIL = "#c4c9cf"


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


@drawing
def chain(links: Sequence[Link]) -> Figure:
    """Chains from origin to outlet, one line a document, each indented under the one it retells.

    An origin is a square, a retelling that kept the hedge a filled dot, one that did not a ring with the word
    for it at the right.
    """
    wrapped = [_lines(link) for link in links]
    heights = [max(1.0, 0.75 * len(lines)) for lines in wrapped]
    figure = canvas(sum(heights) * 0.86)
    axes = figure.subplots()
    axes.set_xlim(0, 1)
    axes.set_ylim(sum(heights) - 0.4, -0.6)
    axes.axis("off")
    place = 0.0
    path: list[tuple[float, float]] = []  # where the lines stand that lead from the origin to this one
    for link, lines, height in zip(links, wrapped, heights, strict=True):
        x, seat = 0.008 + INDENT * link.depth, place + (height - 1) / 2
        path = path[: link.depth]
        if path:
            _rail(axes, path[-1], (x, seat), link.inferred)
        _document(axes, (x, seat), link, lines)
        path.append((x, seat))
        place += height
    return figure


def _rail(axes: Axes, parent: tuple[float, float], seat: tuple[float, float], inferred: bool) -> None:
    """The line down from what is retold to a retelling."""
    across, down = [parent[0], parent[0], seat[0] - 0.006], [parent[1] + 0.3, seat[1], seat[1]]
    axes.plot(across, down, color=RAIL, lw=1, ls=(0, (2, 2)) if inferred else "solid", zorder=0)


def _document(axes: Axes, seat: tuple[float, float], link: Link, lines: list[str]) -> None:
    """One line of a chain: its mark, who carries the figure, in which words, and what was changed."""
    x, y = seat
    colour = IMPLIED if link.changed and not link.origin else SAID
    face, shape = "white" if link.changed else colour, "s" if link.origin else "o"
    axes.plot([x], [y], ms=5.5, mew=1.4, mfc=face, marker=shape, color=colour)
    weight = "semibold" if link.origin else "normal"
    name = axes.text(x + 0.014, y, brief(link.who, LABEL), size=8.5, weight=weight, va="center", color=INK)
    axes.annotate(
        "\n".join(lines), (1, 0.5), xycoords=name, xytext=(5, 0), textcoords="offset points", size=8.5,
        va="center", color=QUIET, linespacing=1.15,
    )  # fmt: skip
    if link.changed:
        axes.text(1, y, brief(link.changed, LABEL), size=8, va="center", ha="right", color=IMPLIED)


def _lines(link: Link) -> list[str]:
    """The words of a line, broken so that they end before what was changed."""
    room = max(104 - 3 * link.depth - wide(brief(link.who, LABEL)) - wide(brief(link.changed, LABEL)), 24)
    lines = [""]
    for word in brief(link.words, MOST_SAID).split():
        longer = f"{lines[-1]} {word}".strip()
        if wide(longer) > room and lines[-1]:
            lines.append(brief(word, room))
        else:
            lines[-1] = brief(longer, room)
    return lines


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


@drawing
def ledger(entries: Sequence[Entry], kept: str, names: Mapping[str, str], seen: str) -> Figure:
    """A ledger as a grid: a line a wording, a column an aspect; what was ``kept`` is a pale dot, what was not
    stands as a word on colour.

    ``names`` are the words for aspects and for what was done to them, ``seen`` stands above those who use a
    wording. An aspect that could be told for no line has no column.
    """
    groups = dict.fromkeys(entry.group for entry in entries)
    aspects = [aspect for aspect in entries[0].did if any(entry.did[aspect] for entry in entries)]
    figure = canvas((len(entries) + len(groups) + 1) * 0.92)
    axes = figure.subplots()
    axes.set_xlim(0, 1)
    axes.set_ylim(len(entries) + len(groups) + 0.5, -0.6)
    axes.axis("off")
    left, right = 0.29, 0.72
    step = (right - left) / len(aspects)
    for column, aspect in enumerate(aspects):
        head = names[aspect]
        axes.text(left + step * (column + 0.5), 0, head, size=8, color=QUIET, ha="center", va="center")
    axes.text(right + 0.012, 0, seen, size=8, color=QUIET, va="center")
    place, group = 0, ""
    for entry in entries:
        place += 1
        if entry.group != group:
            group = entry.group
            axes.text(0, place, brief(group, ACROSS), size=9, weight="semibold", va="center")
            place += 1
        axes.plot([left, right], [place, place], color="#eef0f3", lw=0.8, zorder=0)
        axes.text(0.012, place, brief(entry.wording, 36), size=8.5, va="center")
        for column, aspect in enumerate(aspects):
            if code := entry.did[aspect]:
                _cell(axes, left + step * column, step, place, "" if code == kept else names[code])
        axes.text(right + 0.012, place, brief(entry.who, 48), size=7.5, va="center", color=QUIET)
    return figure


def entries_data(entries: Sequence[Entry]) -> pd.DataFrame:
    """The data of a ledger as a table, one row a wording."""
    return pd.DataFrame([
        {"figure": e.group, "wording": e.wording, "times": e.times, **e.did, "seen": e.who} for e in entries
    ])  # fmt: skip


def _cell(axes: Axes, x: float, step: float, place: float, word: str) -> None:
    """What was done to an aspect: a word on colour, a pale dot for none."""
    middle = x + step / 2
    if not word:
        axes.plot([middle], [place], marker="o", ms=4, color=SAID, alpha=0.45)
        return
    wide = min(step, 0.115)
    axes.barh([place], [wide * 0.94], left=[middle - wide * 0.47], height=0.78, color="#f3dfc4", lw=0)
    axes.text(middle, place, word, size=7.5, ha="center", va="center", color="#6b3f06")
