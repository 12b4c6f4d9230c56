"""Many editions: notebooks per second against papermill, against the bare code, on a cluster, and how it
grows.
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import nbformat
import papermill
from distributed import LocalCluster

from benchmarks.builds import edit, project
from benchmarks.machine import BIN, ROOT, Row, middle, run, watch
from reported.build.project import notebooks
from reported.build.sweep import values
from reported.notebooks import runner

DAYS = values("2023-09-01..2025-07-25/week")  # a hundred
READINGS = ("literal", "pragmatic")
BOTH = ["-p", f"reading={','.join(READINGS)}"]
QUIET = ["--IPKernelApp.log_level=CRITICAL"]
EVERY = 25  # of the editions, those that peers run too


def rows() -> Iterator[Row]:
    """Two hundred editions, those who do the same otherwise, and the floor."""
    many = len(notebooks(ROOT))
    some = DAYS[::EVERY]
    with tempfile.TemporaryDirectory() as name:
        here = Path(name)
        command = [BIN / "reported", "sweep", "-p", f"as_of={','.join(DAYS)}", *BOTH, "--out", here / "whole"]
        whole = watch(command)
        count = len(DAYS) * len(READINGS)
        ours = many * count / whole.seconds
        left = list((here / "whole" / "report").glob("sweep/.making-*"))
        yield Row(
            f"sweep of {count} editions, {many * count} notebooks: their code in forks of one process, no "
            "figure drawn, no notebook kept",
            _rate(ours),
        )
        bare = "the bare code in two processes that have all imports"
        yield _against(ours, f"floor: {bare}, no figure drawn", floor(some, None), most=3)
        drawn = floor(some, "")
        yield _against(
            ours,
            "papermill in two processes: its command",
            stock(here / "command", some[:2], by_command),
            least=8,
        )
        yield _against(
            ours,
            "papermill in two processes: its Python function",
            stock(here / "function", some[:2], by_function),
        )
        full = engine(here / "engine", some)
        yield Row(
            f"the warm engine alone, {len(some)} editions, every figure drawn and every notebook kept",
            _rate(full),
        )
        yield _against(full, f"{bare}, figures drawn once", drawn)
        same, compared = equal(here, some[1])
        yield Row(
            "outputs equal to stock papermill's, after the same normalising",
            f"{same} of {compared} notebooks",
            wanted="all",
            good=same == compared,
        )
        yield memory(here)
        nothing = whole.left + len(left)
        yield Row(
            f"processes and half-made folders left by {count} editions",
            f"{nothing}",
            wanted="none",
            good=not nothing,
        )
        idle = middle(3, lambda: run(command))
        yield Row(
            f"nothing to do for {count} editions, from a cold shell",
            f"{idle:.2f} s",
            "that sweep",
            whole.seconds / idle,
            "at most 1 s",
            idle <= 1,
        )
        yield from clusters(here, ours, some)
        yield from growth(here)


def last_ones(folder: Path, count: int) -> None:
    """A copy of the project with so many of its notebooks, the last ones, and none of the package."""
    project(folder)
    own = notebooks(folder)
    for path in own[: len(own) - count]:
        path.unlink()
    edit(folder / "pyproject.toml", "[tool.reported]\n", "[tool.reported]\nnotebooks = []\n")


def memory(folder: Path, editions: int = 1000) -> Row:
    """What a long sweep holds; of two notebooks, so that it is no hour."""
    root = folder / "long"
    last_ones(root, 2)
    days = values("2023-01-01..2026-12-31/day")[:editions]
    seen = watch([BIN / "reported", "sweep", "-p", f"as_of={','.join(days)}", "--jobs", "2"], root)
    return Row(
        f"memory in a sweep of {editions:,} editions with the last two notebooks: the most; the "
        "median of its second quarter; of its last",
        f"{seen.peak:.0f} MiB; {seen.early:.0f}; {seen.late:.0f}",
        wanted="no growth",
        good=seen.late <= 1.1 * seen.early,
    )


def _rate(rate: float) -> str:
    return f"{rate:.2f} notebooks/s"


def _against(ours: float, peer: str, theirs: float, least: float = 0, most: float = 0) -> Row:
    ratio = theirs / ours if most else ours / theirs
    wanted = f"at most {most} times as fast as ours" if most else f"{least} times" if least else ""
    good = ratio <= most if most else ratio >= least if least else None
    return Row("", "", f"{_rate(theirs)}: {peer}", ratio, wanted, good)


def bare(task: tuple[str, str, str | None]) -> float:
    """Seconds that the code of all notebooks takes here, each figure drawn once or not at all."""
    day, reading, figures = task
    start = time.perf_counter()
    for path in notebooks(ROOT):
        for _, what in runner.inline(
            path, {"as_of": day, "reading": reading, "data": str(ROOT / "data"), "figures": figures}
        ):
            if hasattr(what, "_repr_mimebundle_"):
                what._repr_mimebundle_()
    return time.perf_counter() - start


def floor(days: list[str], figures: str | None) -> float:
    """Notebooks per second of the bare code in two processes, each after a first edition, not counted."""
    tasks = [(day, reading, figures) for day in days for reading in READINGS]
    seconds = runner.processes(bare, [tasks[0]] * 2 + tasks, 2, "edition")[2:]
    return 2 * len(notebooks(ROOT)) * len(tasks) / sum(seconds)


def engine(folder: Path, days: list[str]) -> float:
    """Notebooks per second of the warm engine in two processes, where everything is drawn and kept."""
    start = time.perf_counter()
    for day in days:
        runner.execute(notebooks(ROOT), folder / day, {"as_of": day, "figures": ""}, folder, 2)
    return len(days) * len(notebooks(ROOT)) / (time.perf_counter() - start)


def by_command(task: tuple[str, str, str]) -> None:
    """Run a notebook with papermill's command; it draws no figure either."""
    path, out, day = task
    run(
        [BIN / "papermill", path, out, "-p", "as_of", day, "-y", "figures: null", "--no-progress-bar"],
        Path(path).parent,
    )


def by_function(task: tuple[str, str, str]) -> None:
    """Run a notebook with papermill's function, in a process that has papermill imported."""
    path, out, day = task
    with suppress(papermill.PapermillExecutionError):  # its question does not apply
        papermill.execute_notebook(
            path,
            out,
            {"as_of": day, "figures": None},
            progress_bar=False,
            kernel_name="python3",
            cwd=Path(path).parent,
            extra_arguments=QUIET,
        )


def stock(folder: Path, days: list[str], way: Any, jobs: int = 2) -> float:
    """Notebooks per second of stock papermill in so many processes."""
    folder.mkdir()
    tasks = [(str(path), str(folder / f"{day}-{path.name}"), day) for day in days for path in notebooks(ROOT)]
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(abs, range(jobs)))
        start = time.perf_counter()
        list(pool.map(way, tasks))
        return len(tasks) / (time.perf_counter() - start)


def equal(folder: Path, day: str) -> tuple[int, int]:
    """How many notebooks of an edition come out the same from the warm engine, of how many; those whose
    question does not apply are left out, since ours say nothing of an error.
    """
    made = runner.execute(notebooks(ROOT), folder / "warm", {"as_of": day, "figures": None}, folder, 2)
    same = []
    for path in made:
        usual = nbformat.read(folder / "function" / f"{day}-{path.name}", as_version=4)
        if any(runner.ERROR_TAG in cell.metadata.get("tags", []) for cell in usual.cells):
            continue
        runner.normalise(usual)
        ours = nbformat.read(path, as_version=4)
        same.append(json.dumps(usual, sort_keys=True) == json.dumps(ours, sort_keys=True))
    return sum(same), len(same)


def clusters(folder: Path, ours: float, days: list[str]) -> Iterator[Row]:
    """The same on a Dask cluster on this machine."""
    peer = stock(folder / "beside the cluster", days[:1], by_command)
    rates = {}
    for workers in (1, 2):
        with LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None) as cluster:
            out = folder / f"cluster of {workers}"
            command = [
                BIN / "reported",
                "sweep",
                "-p",
                f"as_of={','.join(DAYS[::10])}",
                *BOTH,
                "--out",
                out,
                "--dask",
                cluster.scheduler_address,
            ]
            rates[workers] = len(DAYS[::10]) * len(READINGS) * len(notebooks(ROOT)) / run(command)
    yield Row("sweep of 20 editions on a Dask cluster of two workers here", _rate(rates[2]))
    yield _against(rates[2], "papermill in two processes: its command", peer, least=5)
    yield Row("", "", f"{_rate(rates[1])}: one worker", rates[2] / rates[1])


def growth(folder: Path) -> Iterator[Row]:
    """How a sweep grows with editions, notebooks and jobs."""
    ten = ["-p", f"as_of={','.join(DAYS[::10])}"]

    def rate(root: Path, what: str, jobs: int, *asked: str) -> float:
        return run([BIN / "reported", "sweep", *asked, "--out", folder / what, "--jobs", str(jobs)], root)

    few, more = rate(ROOT, "ten", 2, *ten), rate(ROOT, "twenty", 2, *ten, *BOTH)
    yield Row(
        "twice the editions (10 and 20)",
        f"{few:.1f} s and {more:.1f} s",
        "",
        more / few,
        "at most twice",
        more / few <= 2.1,
    )
    one = rate(ROOT, "one job", 1, *ten)
    yield Row("one job and two (10 editions)", f"{one:.1f} s and {few:.1f} s", "", one / few)
    seconds = {}
    for count in (1, 3, len(notebooks(ROOT))):
        root = folder / f"{count} notebooks"
        last_ones(root, count)
        seconds[count] = run([BIN / "reported", "sweep", *ten, "--jobs", "2"], root)
        shutil.rmtree(root)
    yield Row(
        f"{', '.join(map(str, seconds))} notebooks (the last ones; 10 editions)",
        ", ".join(f"{s:.1f} s" for s in seconds.values()),
    )


if __name__ == "__main__":
    for row in rows():
        print(row, file=sys.stderr)
