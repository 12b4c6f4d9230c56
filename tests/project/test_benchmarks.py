"""The benchmarks measure what they say: on a small scale, and without a clock in the test."""

import re
import sys

import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import builds, machine, sweeps

from ..conftest import ROOT


def test_a_command_is_timed_and_its_failure_told():
    assert machine.run([sys.executable, "-c", "pass"]) > 0
    with pytest.raises(RuntimeError, match="planted"):
        machine.run([sys.executable, "-c", "raise SystemExit('planted')"])


@pytest.mark.long
def test_a_watched_command_tells_what_it_held_and_what_it_left():
    held = machine.watch([sys.executable, "-c", "import time; big = bytearray(200 * 2**20); time.sleep(2)"])
    assert 200 < held.peak < 400 and held.left == 0
    more = "import time; held = []\nfor _ in range(8): held.append(bytearray(30 * 2**20)); time.sleep(1)"
    growing = machine.watch([sys.executable, "-c", more])
    assert growing.late > 1.5 * growing.early
    left = machine.watch(
        [sys.executable, "-c", "import subprocess, time; subprocess.Popen(['sleep', '12']); time.sleep(2)"]
    )
    assert left.left == 1


def test_the_copy_of_the_project_holds_nothing_made(tmp_path):
    builds.project(tmp_path / "project")
    assert (
        not list(tmp_path.rglob("manifest.json")) and (tmp_path / "project" / "report" / "template").is_dir()
    )
    builds.edit(tmp_path / "project" / "data" / "claims.csv", "not stated", "unstated")
    with pytest.raises(ValueError, match="does not say"):
        builds.edit(tmp_path / "project" / "data" / "claims.csv", "never written there", "")


def test_the_sweep_of_the_benchmark_has_two_hundred_editions():
    assert len(sweeps.DAYS) * len(sweeps.READINGS) == 200 and len(set(sweeps.DAYS)) == 100


def test_a_row_that_misses_what_was_asked_says_so():
    rows = [
        sweeps._against(8.0, "a peer", 2.0, least=5),
        sweeps._against(8.0, "a floor", 10.0, most=1.5),
        machine.Row("seen", "1"),
    ]
    lines = benchmarks.table(rows).splitlines()[2:]
    assert (
        "| 4.0 | 5 times: **not met** |" in lines[0]
        and lines[1].endswith(": met |")
        and lines[2] == "| seen | 1 |  |  |  |"
    )


def test_the_page_has_the_place_for_the_table():
    page = (ROOT / "docs" / "performance.md").read_text("utf-8")
    found = re.search(f"{benchmarks.START}(.*){benchmarks.END}", page, re.DOTALL)
    assert found and "full build of an edition" in found[1], "make benchmark"
