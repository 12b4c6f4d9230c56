"""An author's loop: from saving a file to the word, at an open page, that there is another; against papermill
and nbconvert of the one notebook, run once more.
"""

from __future__ import annotations

import json
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from benchmarks import scale
from benchmarks.builds import edit, project
from benchmarks.machine import BIN, ROOT, Row, run

NOTEBOOK = "03-how-long-would-it-last"
WAIT = 1200.0  # seconds
TIMES = 5


class Reader:
    """Whoever has the page open: what it was told last, and when."""

    def __init__(self, address: str):
        self.told: dict[str, Any] = {}
        self.at, self.new = 0.0, threading.Condition()
        threading.Thread(target=self._listen, args=(f"{address}events",), daemon=True).start()

    def _listen(self, address: str) -> None:
        with suppress(OSError), urllib.request.urlopen(address, timeout=WAIT) as stream:
            for line in stream:
                if line.startswith(b"data: "):
                    self._hears(json.loads(line[6:]))
        self._hears({"wrong": "it ended"})

    def _hears(self, told: dict[str, Any]) -> None:
        with self.new:
            self.told, self.at = told, time.perf_counter()
            self.new.notify_all()

    def waits(self, until: Callable[[dict[str, Any]], Any]) -> float:
        """When it was told of something. Raises RuntimeError where something is wrong, or it never comes."""
        with self.new:
            came = self.new.wait_for(lambda: self.told and (self.told["wrong"] or until(self.told)), WAIT)
            if not came or self.told["wrong"]:
                raise RuntimeError(f"the preview: {self.told.get('wrong') or 'nothing came'}")
            return self.at


def rows() -> Iterator[Row]:
    """A changed style sheet, sentence and claim."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder) / "project"
        project(here)
        style = here / "report/template/style.css"
        peer, words = again(Path(folder)), f"{NOTEBOOK} again by papermill and nbconvert"
        with open_page(here) as reader:
            rest(reader)
            for what, wanted, change, told in (
                ("the style sheet", 0.7, lambda n: edit(style, "", f"/* look {n} */\n"), "style"),
                ("a sentence of a notebook", 1.5, lambda n: sentence(here, n), "page"),
                ("a claim", 4.0, lambda n: claim(here, n), "page"),
            ):
                times = [seen(reader, told, change, number) for number in range(TIMES)]
                took, whole = (sorted(each)[TIMES // 2] for each in zip(*times, strict=True))
                yield Row(
                    f"`reported preview`: {what} saved, and the open page hears of it",
                    f"{took:.2f} s",
                    f"{peer:.1f} s: {words}",
                    peer / took,
                    f"at most {wanted} s",
                    took <= wanted,
                )
            yield Row("the same claim, with all figures and earlier days that follow", f"{whole:.1f} s")


@contextmanager
def open_page(here: Path) -> Iterator[Reader]:
    """The page of a project in preview, with somebody who has it open."""
    with subprocess.Popen(
        [BIN / "reported", "preview"], cwd=here, stdout=subprocess.PIPE, text=True
    ) as program:
        try:
            assert program.stdout
            reader = Reader(str(re.search(r"http://\S+", program.stdout.readline())[0]))  # type: ignore[index]
            threading.Thread(target=program.stdout.read, daemon=True).start()
            yield reader
        finally:
            program.send_signal(signal.SIGTERM)


def large() -> Iterator[Row]:
    """One claim among many, changed while earlier days are still asked, and seen: of claims about one matter,
    which nearly agree, and of claims about hundreds, which relations tie.
    """
    near: dict[str, Any] = {"groups": 1, "apart": (1.0, 1.02)}
    tied = f"tied by {100_000 // scale.CLAIMS_PER_GROUP * len(scale.RELATIONS):,} relations"
    for claims, about, how in (
        (1_000, "about one matter", near),
        (10_000, "about one matter", near),
        (100_000, tied, {}),
    ):
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder) / "project"
            project(here)
            shutil.rmtree(here / "data")
            scale.make(here / "data", claims, **how)
            (here / "report/editions/latest.yml").write_text("as_of: latest\n", "utf-8")
            with open_page(here) as reader:
                start = time.perf_counter()
                first = reader.waits(lambda now: now["page"]) - start
                before, start = reader.told["page"], time.perf_counter()
                edit(here / "data/claims.csv", "the words of document 0", "the very words of document 0")
                took = reader.waits(lambda now, before=before: now["page"] != before) - start
        yield Row(
            f"`reported preview`: a claim of {claims:,} {about} saved, and the open page hears of it",
            f"{took:.1f} s",
            f"{first:.0f} s: the first page of these",
            first / took,
        )


def seen(reader: Reader, told: str, change: Callable[[int], None], number: int) -> tuple[float, float]:
    """Seconds from a change to the word of it, and to all that follows."""
    rest(reader)
    before, start = reader.told[told], time.perf_counter()
    change(number)
    return reader.waits(lambda now: now[told] != before) - start, rest(reader) - start


def rest(reader: Reader) -> float:
    """Wait until nothing is being made, neither figures nor earlier days: when that is."""
    return reader.waits(lambda now: now["page"] and not now["doing"] and not now["late"])


def sentence(here: Path, number: int) -> None:
    """Say the limits of a notebook in other words."""
    path = next(here.glob(f"notebooks/{NOTEBOOK}*"))
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"What this (does|cannot)[ \d]* not show", f"What this does {number} not show", text), "utf-8"
    )


def claim(here: Path, number: int) -> None:
    """Gloss a claim in other words, which its card on the page shows."""
    path = here / "data/claims.csv"
    text = path.read_text("utf-8")
    words = "one million or more"
    path.write_text(re.sub(f"{words}(?: indeed)*", words + " indeed" * (number + 1), text, count=1), "utf-8")


def again(folder: Path) -> float:
    """Seconds that papermill and nbconvert take for one notebook."""
    source, made = ROOT / "notebooks" / f"{NOTEBOOK}.ipynb", folder / "made.ipynb"
    ran = run([BIN / "papermill", source, made, "--cwd", ROOT / "notebooks", "--no-progress-bar"])
    return ran + run([sys.executable, "-m", "nbconvert", "--to", "html", made])
