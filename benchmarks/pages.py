"""Pages: all that is rendered of an edition, per page, against nbconvert with a browser and against
WeasyPrint.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from benchmarks.builds import CHROMIUM, edit, printed, project
from benchmarks.machine import BIN, ROOT, Row, run
from reported.build.project import notebooks


def rows() -> Iterator[Row]:
    """Seconds per printed page of each way; ours with the HTML, the slides and the handout, and with all that
    goes before them.
    """
    with tempfile.TemporaryDirectory() as name:
        here, peers = Path(name) / "project", Path(name) / "peers"
        project(here)
        report = [BIN / "reported", "report", "latest"]
        run(report, here)
        edit(here / "report/template/style.css", "", "/* another look */\n")
        edit(here / "report/template/house.typ", "", "// another look\n")
        seconds, made = run(report, here), here / "report" / "latest"
        ours = seconds / sum(pages(made / f"{kind}.pdf") for kind in ("briefing", "slides", "handout"))
        usual = run([BIN / "jupyter", "nbconvert", "--to", "html", "--output-dir", name, *notebooks(ROOT)])
        usual /= len(notebooks(ROOT))
        page = Path(name) / "06-do-the-figures-fit.html"
        if CHROMIUM:
            drawn = Path(name) / "drawn.pdf"
            yield _row(
                ours,
                "a notebook by nbconvert, printed by Chromium",
                (usual + printed(page, drawn)) / pages(drawn),
            )
        run([sys.executable, "-m", "pip", "install", "--quiet", "--target", peers, "weasyprint"])
        woven = Path(name) / "woven.pdf"
        seconds = run([sys.executable, "-m", "weasyprint", page, woven], PYTHONPATH=str(peers))
        yield _row(ours, "a notebook by nbconvert, set by WeasyPrint", (usual + seconds) / pages(woven))


def _row(ours: float, peer: str, theirs: float) -> Row:
    return Row(
        "rendering, a printed page", f"{1000 * ours:.0f} ms", f"{1000 * theirs:.0f} ms: {peer}", theirs / ours
    )


def pages(path: Path) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)
