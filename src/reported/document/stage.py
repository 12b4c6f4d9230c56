"""A drawing on a slide: in which parts it is shown, so that its letters can be read from the last row.

A slide takes a drawing at its full width. One that is higher than a slide is shown in parts, cut between its
panels or, where a panel alone is too high, between the lines of its words; an axis below or above all of them
stands with each part. One that comes to too many parts is not shown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from reported.figures.marks import NEEDED, OUTSIDE

# Points. What a slide of 960 × 540 has for a picture below a message of two lines, and its smallest letters.
WIDE, HIGH = 920.0, 412.0
LEAST = 16.0
MOST_PARTS = 3
SVG = "{http://www.w3.org/2000/svg}"
SIZE = re.compile(r"font-size: ([\d.]+)px|(?<=font: )([\d.]+)px|(?<= )([\d.]+)px")
NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")
PAD = 3.0  # points of a drawing between what is shown and where it is cut

Band = tuple[float, float]  # from top to bottom, in points of the drawing


@dataclass
class _Panel:
    """What one pair of axes draws: how far it reaches, its lines of words, those of its axis."""

    reach: list[float] = field(default_factory=list)
    lines: list[Band] = field(default_factory=list)
    axis: list[Band] = field(default_factory=list)


@dataclass(frozen=True)
class Shown:
    """A drawing as a slide has it: parts of one or two bands each, from the top; none if it cannot be read.

    ``built`` says whether what the other figures need is drawn in it, and may be shown after the rest.
    """

    parts: tuple[tuple[Band, ...], ...] = ()
    built: bool = False


def shown(path: Path, head: float, foot: float) -> Shown:
    """A drawing (SVG) without its own words above and below, which take ``head`` and ``foot`` points."""
    svg = path.read_text("utf-8")
    root = ElementTree.fromstring(svg)
    _, _, width, height = map(float, root.attrib["viewBox"].split())
    scale, bottom = WIDE / width, height - foot
    panels = [panel for panel in _panels(root, height) if panel.lines or panel.reach]
    sizes = [size for size in _sizes(root) if size]
    if not sizes or min(sizes) * scale < LEAST:
        return Shown()
    room, built = HIGH / scale, f'id="{NEEDED}-' in svg
    if bottom - head <= room:
        return Shown((((head, bottom),),), built)
    parts = _windows(panels, head, bottom, room)
    return Shown(tuple(parts) if len(parts) <= MOST_PARTS else (), built)


def _windows(panels: Sequence[_Panel], head: float, bottom: float, room: float) -> list[tuple[Band, ...]]:
    """The parts of a drawing that is higher than the room for it; none where a piece of it alone is."""
    strip, blocks = _strip(panels, head, bottom), sorted(_blocks(panels, room))
    if strip:
        room -= strip[1] - strip[0]
        blocks = [block for block in blocks if not strip[0] - PAD < sum(block) / 2 < strip[1] + PAD]
    if not blocks:
        return []
    first = strip[1] if strip and strip[0] <= head else head
    last = strip[0] if strip and strip[0] > head else bottom
    cuts = [first, *((a[1] + b[0]) / 2 for a, b in zip(blocks, blocks[1:], strict=False)), last]
    windows = _filled(cuts, room)
    evenly = (_filled(cuts, (last - first) / len(windows) * (1 + n / 20)) for n in range(20) if windows)
    windows = next((found for found in evenly if 0 < len(found) <= len(windows)), windows)
    windows = windows if all(end - start <= room for start, end in windows) else _filled(cuts, room)
    if not strip:
        return [(window,) for window in windows]
    return [(strip, window) if strip[0] <= head else (window, strip) for window in windows]


def _filled(cuts: Sequence[float], room: float) -> list[Band]:
    """Bands from cut to cut, each as high as there is room for; none where there is not room for all."""
    made: list[Band] = []
    start = cuts[0]
    while start < cuts[-1]:
        end = max((cut for cut in cuts if start < cut <= start + room), default=start)
        if end == start:
            return []
        made.append((start, end))
        start = end
    return made


def _strip(panels: Sequence[_Panel], head: float, bottom: float) -> Band | None:
    """Where the axis stands that all parts share, below the last panel or above the first; ``None`` where
    there is none or each has its own.
    """
    with_axis = [panel for panel in panels if panel.axis]
    if len(with_axis) != 1:
        return None
    (panel,) = with_axis
    top, end = min(a for a, _ in panel.axis), max(b for _, b in panel.axis)
    rows = [line for other in panels for line in other.lines]
    if rows and top > max(b for _, b in rows) - PAD:
        return top - PAD, bottom
    if rows and end < min(a for a, _ in rows) + PAD:
        return head, end + PAD
    return None


def _blocks(panels: Sequence[_Panel], room: float) -> Iterator[Band]:
    """What may not be cut: a panel that there is room for, or else a line of its words."""
    for panel in panels:
        words = [*panel.lines, *panel.axis]
        reach = [*panel.reach, *(end for line in words for end in line)]
        if max(reach) - min(reach) <= room:
            yield min(reach), max(reach)
        else:
            yield from _merged(panel.lines)


def _merged(lines: Sequence[Band]) -> list[Band]:
    """Lines of words, those that overlap as one."""
    made: list[Band] = []
    for top, bottom in sorted(lines):
        if made and top < made[-1][1]:
            made[-1] = made[-1][0], max(bottom, made[-1][1])
        else:
            made.append((top, bottom))
    return made


def _panels(root: ElementTree.Element, height: float) -> list[_Panel]:
    """The panels of a drawing by matplotlib, each a group ``axes_1``; words outside of them are one more."""
    (figure,) = [group for group in root.iter(f"{SVG}g") if group.get("id", "").startswith("figure_")][:1]
    others = _Panel()
    panels = [others]
    for group in figure:
        name = group.get("id", "")
        if name.startswith("axes_"):
            panels.append(_panel(group, height))
        elif name != OUTSIDE and name != "patch_1":
            others.lines += [line for text in group.iter(f"{SVG}text") if (line := _line(text))]
    return panels


def _panel(group: ElementTree.Element, height: float) -> _Panel:
    axis = next(
        (part for part in group if re.fullmatch(r"matplotlib\.axis_\d*[13579]", part.get("id", ""))), None
    )
    ticks = {id(text) for text in axis.iter(f"{SVG}text")} if axis is not None else set()
    hidden = {id(part) for defs in group.iter(f"{SVG}defs") for part in defs.iter()}
    panel = _Panel()
    for part in group.iter():
        if part.tag == f"{SVG}text" and (line := _line(part)):
            (panel.axis if id(part) in ticks else panel.lines).append(line)
        elif part.tag == f"{SVG}path" and id(part) not in hidden:
            panel.reach += [float(y) for y in NUMBER.findall(part.get("d", ""))[1::2]]
    panel.reach = [y for y in panel.reach if 0 <= y <= height]
    return panel


def _line(text: ElementTree.Element) -> Band | None:
    """From where to where a line of words reaches; ``None`` of one that does not run across."""
    size, turned = _size(text), re.search(r"rotate\((-?[\d.]+)", text.get("transform", ""))
    placed = re.search(r"translate\([-\d.]+[ ,]+([-\d.]+)", text.get("transform", ""))
    y = float(placed[1]) if placed else float(text.get("y", "nan"))
    if not size or y != y or (turned and float(turned[1]) not in (0, 360)):
        return None
    heading = re.search(
        r"font(?:-weight)?: (?:600|bold)", text.get("style", "")
    )  # it stays with what is below
    return y - 0.8 * size, y + (1.6 if heading else 0.25) * size


def _size(text: ElementTree.Element) -> float:
    found = SIZE.search(text.get("style", ""))
    return float(next(filter(None, found.groups()))) if found else 0.0


def _sizes(root: ElementTree.Element) -> list[float]:
    """How large the letters of a drawing are, its own title and source left out."""
    around = [group for group in root.iter(f"{SVG}g") if group.get("id") == OUTSIDE]
    left_out = {id(text) for group in around for text in group.iter(f"{SVG}text")}
    return [_size(text) for text in root.iter(f"{SVG}text") if id(text) not in left_out]
