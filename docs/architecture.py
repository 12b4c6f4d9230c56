"""Draw docs/architecture.svg: the rooms of the code and who imports whom, read from the code itself.

``make architecture`` runs it. Each arrow bears its two ends as its id, so that a test can hold the picture to
the code: ``build-imports-document``.
"""

from __future__ import annotations

import ast
import textwrap
from pathlib import Path

import grimp
import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch, FancyBboxPatch

SOURCE = Path(__file__).parents[1] / "src"
PICTURE = Path(__file__).with_suffix(".svg")
PACKAGE = "reported"
INK, FAINT, PAPER = "#1d2733", "#a9b4bf", "#f4f1ea"


def arrows() -> dict[str, set[str]]:
    """Each room, and each piece beside the package, with those whose modules its own import."""
    beside = {path.parent.name for path in SOURCE.glob("*/__init__.py")} - {PACKAGE}
    graph = grimp.build_graph(PACKAGE, *sorted(beside), cache_dir=None)
    rooms = {*graph.find_children(PACKAGE), *beside}
    for room in rooms:
        graph.squash_module(room)
    return {
        _name(room): {
            _name(other) for other in graph.find_modules_directly_imported_by(room) & rooms - {room}
        }
        for room in rooms
    }


def _name(module: str) -> str:
    return module.removeprefix(f"{PACKAGE}.")


def idea(room: str) -> str:
    """What a room says of itself: the first sentence of its docstring, without its name in front."""
    for place in (SOURCE / PACKAGE / room, SOURCE / room):
        for file in (place / "__init__.py", place.with_suffix(".py")):
            if file.exists():
                told = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
                first = (
                    " ".join(told.split("\n\n")[0].split())
                    .replace("``", "")
                    .removeprefix(f"{room.capitalize()}: ")
                )
                return first[0].upper() + first[1:]
    raise FileNotFoundError(room)


def levels(found: dict[str, set[str]]) -> dict[str, int]:
    """How many steps each room stands above the ground, on the longest way down. Raises RecursionError on a
    circle.
    """

    def level(room: str) -> int:
        return 1 + max(map(level, found[room]), default=-1)

    return {room: level(room) for room in found}


def draw(found: dict[str, set[str]]) -> None:
    """One line for each room, the shell's door on top; arcs lead down to what it imports, dark where no other
    way leads there.
    """
    high = levels(found)
    order = sorted(found, key=lambda room: (-high[room], room))
    place = {room: -n for n, room in enumerate(order)}
    figure = Figure(figsize=(8.2, 0.6 * len(order) + 0.2), facecolor="white")
    axes = figure.add_axes((0, 0, 1, 1))
    axes.set(xlim=(0, 8.2), ylim=(-len(order) + 0.4, 0.6))
    axes.axis("off")
    for room in order:
        box = FancyBboxPatch((0.1, place[room] - 0.36), 6.3, 0.72, boxstyle="round,pad=0,rounding_size=0.08")
        box.set(facecolor=PAPER, edgecolor=INK, linewidth=0.8, gid=room)
        axes.add_patch(box)
        axes.text(0.25, place[room], room, va="center", weight="bold", size=11, color=INK)
        told = textwrap.shorten(idea(room), 110, placeholder=" …")
        axes.text(1.85, place[room], textwrap.fill(told, 66), va="center", size=8.5, color=INK)
    for room, below in found.items():
        for other in below:
            way = FancyArrowPatch(
                (6.42, place[room] - 0.08), (6.42, place[other] + 0.08), arrowstyle="-|>", mutation_scale=8
            )
            only = not any(other in found[between] for between in below)
            way.set_connectionstyle("arc3", rad=-(0.35 + 0.2 / (place[room] - place[other])))
            way.set(
                color=INK if only else FAINT,
                linewidth=1.1 if only else 0.7,
                zorder=3 if only else 2,
                gid=f"{room}-imports-{other}",
            )
            axes.add_patch(way)
    with mpl.rc_context({"svg.hashsalt": "architecture", "svg.fonttype": "none"}):
        figure.savefig(
            PICTURE, metadata={"Date": None, "Title": "The rooms of the code, and who imports whom"}
        )


if __name__ == "__main__":
    draw(arrows())
    print(f"Drawn: {PICTURE}")
