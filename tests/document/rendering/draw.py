"""Draws the pictures of the sample document. Run by hand when they should change; the results are kept beside
it.
"""

from pathlib import Path

import matplotlib
from matplotlib import font_manager
from matplotlib.figure import Figure

from reported.figures import fonts

HERE = Path(__file__).parent
BLUE, OCHRE, GREY, INK, QUIET = "#1f4e79", "#b3701a", "#7a7f87", "#20242a", "#5b626b"


def draw(name: str, title: str, subtitle: str, rows: list[tuple[str, float, float, str]]) -> None:
    """A bar for each row between its two numbers, with the title, subtitle and source line that every figure
    carries.
    """
    figure = Figure(figsize=(6.7, 1.5 + 0.32 * len(rows)))
    axes = figure.add_axes((0.30, 0.24, 0.66, 0.52))
    for place, (label, low, high, colour) in enumerate(reversed(rows)):
        axes.barh(place, high - low, left=low, height=0.4, color=colour)
        axes.text(high, place, f"  {low:,.0f}–{high:,.0f}", va="center", size=8.5, color=INK)
    axes.set_yticks(range(len(rows)), [row[0] for row in reversed(rows)])
    axes.set_xlim(0, max(row[2] for row in rows) * 1.25)
    axes.spines[["top", "right", "left"]].set_visible(False)
    axes.tick_params(length=0, labelsize=8.5, labelcolor=INK)
    figure.text(0.012, 0.95, title, size=11.5, weight="semibold", va="top", color=INK)
    figure.text(0.012, 0.85, subtitle, size=8.5, va="top", color=QUIET)
    figure.text(0.012, 0.03, "Source: the made-up ledgers of the sample document.", size=7.5, color=QUIET)
    figure.savefig(HERE / "figures" / f"{name}.svg", metadata={"Date": None, "Creator": None})


def main() -> None:
    families = []
    for path in fonts.chart_fonts():
        font_manager.fontManager.addfont(path)
        families.append(font_manager.FontProperties(fname=path).get_name())
    matplotlib.rcParams.update(
        {
            "font.family": list(dict.fromkeys(families)),
            "svg.fonttype": "path",
            "svg.hashsalt": "sample",
            "axes.unicode_minus": False,
        }
    )
    draw(
        "counts", "The ferry carried at least 740 bicycles a day.",
        "Bicycles a day, July, as said by each party",
        [
            ("Harbour office", 740, 980, BLUE), ("Ferry crew (약 900대)", 675, 1125, OCHRE),
            ("Рыбаки", 600, 1000, GREY),
        ],
    )  # fmt: skip
    draw(
        "racks", "Nine hundred bicycles need 36 racks.", "Racks needed, by bicycles to a rack",
        [(f"{n} to a rack", 900 / n, 1100 / n, BLUE) for n in (20, 25, 30, 35, 40, 45, 50)],
    )  # fmt: skip


if __name__ == "__main__":
    main()
