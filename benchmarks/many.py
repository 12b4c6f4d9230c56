"""Ten thousand editions: what a sweep costs beside its notebooks, here and on a cluster whose workers come
and go; and from that, what a million would cost.

Notebooks are run in one row, and those are the report's. In all others an edition is a row that is ready at
once, with as many columns as one of the report: what is left is the price of many.
"""

from __future__ import annotations

import json
import os
import re
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil
from distributed import LocalCluster

from benchmarks.machine import BIN, ROOT, Row, run
from reported.build import cluster
from reported.build.course import Done, Made, Task, label
from reported.build.project import notebooks
from reported.build.request import Request
from reported.build.sweep import answer, orders, sweep, values
from reported.notebooks import apart

EDITIONS, COLUMNS = 10_000, 120
SHARES = [f"{number / (2 * EDITIONS):.6f}" for number in range(1, EDITIONS + 1)]
SOME = 20  # editions with the notebooks of the report
WORKERS = (2, 4, 8)
PAGE = ROOT / "docs" / "a-million.md"
START, END = "<!-- reckoned by make benchmark -->", "<!-- /reckoned -->"


@dataclass(frozen=True)
class Price:
    """What one edition costs: seconds of a core for its notebooks, of the program that asks, and of the
    scheduler; bytes of its row and its line in the table; MiB of a worker, and of the program that asks for
    ten thousand.
    """

    notebooks: float
    asking: float
    scheduler: float
    row: float
    line: float
    worker: float
    asker: float


def rows() -> Iterator[Row]:
    """The price of many, and the page on a million that follows from it."""
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        asked = orders(_request(here / "here"), {"approx_tolerance": SHARES})
        seconds, used = _timed(lambda: sweep(asked, (1, 1), False, _ready, _quiet))
        table = here / "here" / "report" / "sweep" / "sweep.csv"
        kept = sum(file.stat().st_size for file in (here / "here" / "build" / "rows").iterdir())
        yield Row(
            f"{EDITIONS:,} rows of {COLUMNS} columns that are ready at once: kept, table and chart",
            f"{seconds:.1f} s, {1000 * used / EDITIONS:.2f} ms of a core each",
        )
        idle, spent = _timed(lambda: sweep(asked, (1, 1), False, _never, _quiet))
        yield Row(
            f"nothing to do for {EDITIONS:,} editions, without starting Python",
            f"{idle:.1f} s",
            "that sweep",
            seconds / idle,
            "at most 2 s of a core",
            spent <= 2,
        )
        files = sum(1 for _ in (here / "here" / "build" / "rows").iterdir())
        memory = psutil.Process().memory_info().rss / 2**20
        yield Row(
            f"left by {EDITIONS:,} editions: files, rows, table; memory of the program and this benchmark",
            f"{files}, {kept / 1e6:.0f} MB, {table.stat().st_size / 1e6:.0f} MB; {memory:.0f} MiB",
        )
        each, worker = real(here / "real")
        many = len(notebooks(ROOT))
        yield Row(
            f"{SOME} editions of the report, {many} notebooks each, no figure drawn, and all around",
            f"{each:.2f} s of a core each",
        )
        scheduler = 0.0
        for count in WORKERS:
            done = on_cluster(here / f"on {count}", asked, count, table)
            scheduler = max(scheduler, done.scheduler / EDITIONS)
            yield done.row(count)
        price = Price(
            each, used / EDITIONS, scheduler, kept / EDITIONS, table.stat().st_size / EDITIONS, worker, memory
        )
        write(price)


def _request(out: Path) -> Request:
    return Request(ROOT, "latest", ROOT / "data", out, {})


def _quiet(line: str) -> None:
    pass


def _never(work: object, todo: Sequence[Task], done: Done) -> None:
    raise AssertionError(f"{len(todo)} editions were made again")


def ready(request: Request) -> Made:
    """An edition whose row is ready at once."""
    number = round(2 * EDITIONS * float(request.changes["approx_tolerance"]))
    numbers = {f"06.finding-{n}": number / (n + 1) for n in range(COLUMNS)}
    row = {"edition": label(request.changes), **request.changes, "verdict": f"no. {4 * number // EDITIONS}"}
    return json.dumps(row | numbers).encode(), {}


def _ready(work: object, todo: Sequence[Task], done: Done) -> None:
    for first in range(0, len(todo), 100):
        done([(key, ready(request)) for request, key in todo[first : first + 100]])


def _timed(act: Callable[[], object]) -> tuple[float, float]:
    """Seconds that something takes, by the clock and of this process."""
    start, used = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - start, time.process_time() - used


def real(out: Path) -> tuple[float, float]:
    """Seconds of a core that an edition of the report takes, in a sweep of some; and MiB that making one
    takes.
    """
    days = ",".join(values("2023-09-01..2025-07-25/week")[:: 100 // SOME])
    command = [BIN / "reported", "sweep", "-p", f"as_of={days}", "--out", out, "--jobs", "2"]
    seconds = run(command)
    answer(_request(out))
    held = sum(child.memory_info().rss for child in psutil.Process().children(recursive=True)) / 2**20
    apart.end()
    return 2 * seconds / SOME, held  # both cores are busy all the time


@dataclass(frozen=True)
class Clustered:
    """Editions made on a cluster: by the clock, and in seconds of the scheduler and of who asks."""

    seconds: float
    scheduler: float
    asking: float
    lost: int
    same: bool

    def row(self, workers: int) -> Row:
        """As a line of the table."""
        return Row(
            f"the rows on `distributed` with {workers} workers, one of them killed and one more joining",
            f"{self.seconds:.1f} s; {1000 * self.asking / EDITIONS:.2f} ms an edition for who asks, "
            f"{1000 * self.scheduler / EDITIONS:.2f} ms for the scheduler",
            "the table made here, byte by byte",
            None,
            "the same",
            self.same and self.lost == 1,
        )


def on_cluster(out: Path, asked: Sequence[Request], workers: int, table: Path) -> Clustered:
    """Make the rows on a cluster here, and kill and add a worker meanwhile."""
    there = [Request(r.root, r.edition, r.data, out, r.changes, r.called) for r in asked]
    lost: list[int] = []
    with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as made:

        def way(work: object, todo: Sequence[Task], done: Done) -> None:
            def watched(came: Sequence[tuple[str, Made | str]]) -> None:
                if not lost:
                    worker = next(iter(made.workers.values()))
                    lost.append(worker.pid)
                    os.kill(worker.pid, signal.SIGKILL)
                    made.scale(workers + 1)
                done(came)

            cluster.run(ready, todo, watched, made.scheduler_address)

        # The scheduler runs in this process, in a thread of its own.
        start, used, mine = time.perf_counter(), time.process_time(), time.thread_time()
        sweep(there, (1, 1), False, way, _quiet)
        seconds, asking = time.perf_counter() - start, time.thread_time() - mine
        others = time.process_time() - used - asking
    same = (out / "report" / "sweep" / "sweep.csv").read_bytes() == table.read_bytes()
    return Clustered(seconds, others, asking, len(lost), same)


def write(price: Price) -> None:
    """Reckon what a million editions cost into the page on it."""
    text = PAGE.read_text("utf-8")
    told = f"{START}\n{reckoned(price)}\n{END}"
    PAGE.write_text(re.sub(f"{START}.*{END}", lambda _: told, text, flags=re.DOTALL), "utf-8")


def reckoned(price: Price) -> str:
    """What a million editions cost, as a table."""
    million = 1_000_000
    core = price.notebooks * million
    beside = (price.asking + price.scheduler) * million
    lines = [
        ("work", f"{price.notebooks:.2f} s of a core", f"{core / 3600:,.0f} core-hours"),
        *(
            (f"time on {cores:,} cores", "", _hours(max(core / cores, beside)))
            for cores in (16, 64, 256, 1024)
        ),
        ("the program that asks", f"{1000 * price.asking:.2f} ms of a core", _hours(price.asking * million)),
        ("the scheduler", f"{1000 * price.scheduler:.2f} ms of a core", _hours(price.scheduler * million)),
        ("rows kept", f"{price.row / 1e3:.1f} kB", f"{price.row / 1e3:.1f} GB, one file a run"),
        ("the table", f"{price.line / 1e3:.1f} kB", f"{price.line / 1e3:.1f} GB in a hundred tables"),
        ("memory of a worker", "", f"{price.worker:.0f} MiB a core"),
        (
            "memory of the program that asks",
            "",
            f"{price.asker:.0f} MiB for ten thousand, with the benchmark",
        ),
    ]
    ceiling = price.notebooks / max(price.asking + price.scheduler, 1e-9)
    table = "\n".join(f"| {what} | {each} | {all_of_them} |" for what, each, all_of_them in lines)
    return (
        f"| | an edition | a million |\n|---|---|---|\n{table}\n\n"
        f"More than some {ceiling:,.0f} cores are of no use to one program and one scheduler: they hand out "
        "and take in no faster. Several sweeps, each with its own, have no such limit."
    )


def _hours(seconds: float) -> str:
    return f"{seconds / 3600:,.1f} hours" if seconds >= 5400 else f"{seconds / 60:,.0f} minutes"


if __name__ == "__main__":
    for row in rows():
        print(row, file=sys.stderr)
