"""What every benchmark needs: a clock, a row of the table, what the machine is, and how much memory a program
takes.
"""

from __future__ import annotations

import importlib.metadata
import os
import platform
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psutil

from reported.errors import NotAsked

ROOT = Path(__file__).parents[1]
BIN = Path(sys.executable).parent
(ENDED,) = NotAsked(None)._render_traceback_()  # what papermill says of such a notebook
STOCK_KERNEL = {"PYDEVD_DISABLE_FILE_VALIDATION": "1"}


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, ours, the peer's, and what was asked for."""

    what: str
    ours: str
    peer: str = ""
    ratio: float | None = None
    wanted: str = ""
    good: bool | None = None


def run(command: Sequence[str | Path], cwd: Path = ROOT, **environment: str) -> float:
    """Seconds that a command takes, also where a notebook ends because its question does not apply. Raises
    RuntimeError with its words where it fails.
    """
    start = time.perf_counter()
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env=os.environ | STOCK_KERNEL | environment,
        capture_output=True,
        text=True,
    )
    seconds = time.perf_counter() - start
    if done.returncode and ENDED not in done.stderr:
        raise RuntimeError(f"{' '.join(map(str, command))}\n{done.stderr[-2000:]}")
    return seconds


def middle(times: int, act: Callable[[], float]) -> float:
    """The middle of several measurements."""
    return sorted(act() for _ in range(times))[times // 2]


@dataclass(frozen=True)
class Watched:
    """A command that was watched: its seconds, the memory it and its children held (MiB; at most, and the
    medians of its second and last quarter), and what it left behind.
    """

    seconds: float
    peak: float
    early: float
    late: float
    left: int


def watch(command: Sequence[str | Path], cwd: Path = ROOT) -> Watched:
    """Run a command and look at its memory once a second: what it and its children hold that they share with
    nobody.
    """
    start, held, family = time.perf_counter(), [], set()
    with subprocess.Popen(
        [str(word) for word in command], cwd=cwd, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as program:
        while program.poll() is None:
            found = _family(program.pid)
            family |= set(found)  # by number and time of birth: numbers come round again
            held.append(sum(map(_own, found)) / 2**20)
            time.sleep(1)
        seconds = time.perf_counter() - start
    gone = psutil.wait_procs(family, timeout=5)[
        0
    ]  # the server of warm processes ends by itself, in a second or two
    quarter = max(1, len(held) // 4)
    early, late = (statistics.median(part) for part in (held[quarter : 2 * quarter] or held, held[-quarter:]))
    return Watched(seconds, max(held), early, late, len(family - set(gone)))


def _family(pid: int) -> list[psutil.Process]:
    try:
        return [psutil.Process(pid), *psutil.Process(pid).children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _own(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().uss
    except (psutil.NoSuchProcess, psutil.AccessDenied):
        return 0


def described() -> str:
    """The machine and the versions, in a sentence."""
    info = Path("/proc/cpuinfo")
    model = re.search(r"model name\s*:\s*(.+)", info.read_text()) if info.exists() else None
    packages = (
        "papermill",
        "nbclient",
        "nbconvert",
        "ipykernel",
        "matplotlib",
        "pandas",
        "typst",
        "distributed",
    )
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    return (
        f"{model[1] if model else platform.processor() or platform.machine()}, {os.cpu_count()} cores, "
        f"{psutil.virtual_memory().total / 2**30:.0f} GiB, {platform.system()}; Python "
        f"{platform.python_version()}, {versions}."
    )
