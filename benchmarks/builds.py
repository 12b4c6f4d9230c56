"""One edition: all of it, none of it, and what a change costs, against papermill, nbconvert and a browser one
after the other.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.machine import BIN, ROOT, Row, middle, run
from reported.build.project import notebooks

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")


def rows() -> Iterator[Row]:
    """A full build, nothing to do, and single changes."""
    with tempfile.TemporaryDirectory() as folder:
        here, stock = Path(folder) / "project", Path(folder) / "stock"
        project(here)
        report = [BIN / "reported", "report", "latest"]
        whole, usual = whole_builds(3, here, report), stock_build(stock)
        yield Row(
            "full build of an edition: notebooks, HTML, PDF, slides, handout",
            f"{whole:.1f} s",
            f"{usual:.1f} s: papermill one by one, nbconvert to HTML, "
            f"{'one page printed by Chromium' if CHROMIUM else 'no PDF (no Chromium)'}",
            usual / whole,
            "6 times",
            usual / whole >= 6,
        )
        idle = middle(5, lambda: run(report, here))
        yield Row(
            "nothing to do, from a cold shell",
            f"{idle:.2f} s",
            "the full build",
            whole / idle,
            "at most 0.5 s",
            idle <= 0.5,
        )
        for what, change in {
            "the style sheet changed": lambda: edit(
                here / "report/template/style.css", "", "/* another look */\n"
            ),
            "a sentence of one notebook changed": lambda: edit(
                next(here.glob("notebooks/03-*")), "What this does not show", "What this cannot show"
            ),
            "one row of the claims changed": lambda: edit(here / "data/claims.csv", "not stated", "unstated"),
        }.items():
            change()
            seconds = run(report, here)
            yield Row(what, f"{seconds:.1f} s", "the full build", whole / seconds)
        named = run([BIN / "reported", "--help"])
        yield Row(
            "`reported --help`",
            f"{middle(5, lambda: run([BIN / 'reported', '--help'])):.2f} s",
            "`papermill --help`",
            middle(3, lambda: run([BIN / "papermill", "--help"])) / named,
            "at most 0.3 s",
            named <= 0.3,
        )


def set_up() -> Iterator[Row]:
    """Setting up what a report needs, from the lock, on a cache that has it."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "clone"
        run(["git", "clone", "--quiet", ROOT, here])
        ready = ["make", ".venv/ready"]
        run(ready, here)
        shutil.rmtree(here / ".venv")
        seconds = run(ready, here)
        yield Row(
            "`make .venv/ready`: all that a report needs, from the lock, all of it fetched once before",
            f"{seconds:.1f} s",
            wanted="at most 30 s",
            good=seconds <= 30,
        )


def whole_builds(times: int, folder: Path, report: list[Path | str]) -> float:
    """The middle of several builds that have everything to do: one alone lasts seconds, in which the machine
    may be slow or quick.
    """

    def build() -> float:
        shutil.rmtree(folder / "build", ignore_errors=True)
        shutil.rmtree(folder / "report" / "latest", ignore_errors=True)
        return run(report, folder)

    return middle(times, build)


def project(folder: Path) -> None:
    """A copy of the project that may be changed, with nothing made in it."""
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*", "teaching"))
    shutil.copytree(
        ROOT / "report",
        folder / "report",
        ignore=lambda place, names: [n for n in names if made(Path(place) / n)],
    )
    for name in ("requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, folder)
    (folder / "report" / "template").mkdir()
    for name in ("style.css", "house.typ"):  # of its own, to be changed
        shutil.copy(
            ROOT / "src" / "reported" / "document" / "templates" / name, folder / "report" / "template"
        )


def made(path: Path) -> bool:
    """Whether this is a published edition."""
    return (path / "manifest.json").is_file()


def edit(path: Path, before: str, after: str) -> None:
    """Change the first such words of a file. Raises ValueError where there are none."""
    text = path.read_text("utf-8")
    if before not in text:
        raise ValueError(f"{path} does not say {before!r}")
    path.write_text(text.replace(before, after, 1), "utf-8")


def stock_build(folder: Path) -> float:
    """Seconds of the usual way: papermill for each notebook, nbconvert for all of them, a browser to print
    one.
    """
    folder.mkdir()
    seconds = 0.0
    for path in notebooks(ROOT):
        parameters = ["-p", "figures", folder / "figures", "-p", "data", ROOT / "data"]
        seconds += run(
            [BIN / "papermill", path, folder / path.name, "--no-progress-bar", *parameters], path.parent
        )
    seconds += run([BIN / "jupyter", "nbconvert", "--to", "html", *sorted(folder.glob("*.ipynb"))])
    if CHROMIUM:
        seconds += printed(folder / "06-do-the-figures-fit.html", folder / "one.pdf")
    return seconds


def printed(page: Path, pdf: Path) -> float:
    """Seconds that Chromium takes to print a page, as nbconvert's webpdf has it do."""
    switches = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--no-first-run",
        "--disable-background-networking",
    ]
    return run([CHROMIUM, *switches, f"--print-to-pdf={pdf}", page.as_uri()])
