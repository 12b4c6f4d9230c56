"""Publish as a unit: however a run ends, what was published last stays whole, and nothing of the run stays
behind.

Three runs are killed by ``make test-all``, two hundred by ``make fuzz``.
"""

import errno
import itertools
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from reported import cli, staging
from reported.build import publishing
from reported.build.request import aside
from reported.build.run import build
from reported.cli import UNWRITABLE
from reported.staging import swap

from ..build.test_runs import files, small_project
from ..conftest import ROOT, change
from ..papermill_warm.test_recorded import wait_for

MARK = "A_RUN_OF_THE_TESTS"
KILLS = int(os.environ.get("KILLS", "3"))
TITLES = ("One title", "Another title")


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    return small_project(tmp_path_factory.mktemp("project"), ["01-what-was-said"])


def begin(order, **more):
    """Start the command in a program of its own, as somebody would."""
    command = [sys.executable, "-m", "reported.cli", "report", "latest", "--jobs", "2"]
    temporary = order.root.parent / "temporary"
    temporary.mkdir(exist_ok=True)
    settings = {
        "cwd": order.root,
        "env": {**os.environ, MARK: str(order.root), "TMPDIR": str(temporary)},
        "text": True,
    }
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **settings, **more)


def living(order):
    """The processes that a run of this project has started and that have not ended."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.environ().get(MARK) == str(order.root) and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process)
        except psutil.Error:
            continue
    return found


def published(order):
    return {"report": files(order.place), "figures": files(order.figures)}


def entitled(order, title):
    change(order.data, "sources", "radio", title=title)


@pytest.fixture(scope="module")
def whole(order):
    """What is published under each title, and the seconds that it takes from nothing."""
    made, start = {}, time.monotonic()
    for title in TITLES:
        shutil.rmtree(order.out / "build", ignore_errors=True)
        entitled(order, title)
        assert begin(order).communicate() and not living(order)
        made[title] = published(order)
    assert made[TITLES[0]] != made[TITLES[1]]
    return made, (time.monotonic() - start) / 2


@pytest.mark.long
def test_a_run_that_is_killed_at_any_moment_leaves_what_was_published_whole(order, whole):
    made, seconds = whole
    chance, hit, turns = random.Random(KILLS), 0, itertools.count()
    while hit < KILLS:
        turn = next(turns)
        entitled(order, TITLES[turn % 2])
        if turn % 3:  # a third of the runs has everything ready and comes to the exchange at once
            shutil.rmtree(order.out / "build", ignore_errors=True)
        going = begin(order)
        time.sleep(chance.uniform(0, seconds if turn % 3 else seconds / 3))
        ended = going.poll() is not None
        hit += not ended
        seconds *= 0.9 if ended and turn % 3 else 1.0  # the machine is faster than when it was timed
        going.kill()
        going.communicate()
        assert published(order) in made.values(), f"neither the one nor the other after kill {turn + 1}"
        wait_for(lambda: not living(order))
        assert not list((order.root.parent / "temporary").glob("pymp-*"))
    for title in TITLES:
        entitled(order, title)
        begin(order).communicate()
        assert published(order) == made[title]
    assert not [*(order.out / "build").glob("*-*"), *(order.out / "build" / "kept").glob("making-*")]
    temporary = order.root.parent / "temporary"
    assert not [*temporary.glob("reported-*"), *temporary.glob("papermill-warm-*")]


@pytest.mark.long
def test_two_runs_at_once_publish_one_whole_report(order, whole):
    entitled(order, TITLES[0])
    shutil.rmtree(order.out / "build", ignore_errors=True)
    both = [begin(order), begin(order)]
    said = [one.communicate()[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert published(order) == whole[0][TITLES[0]]
    assert not list((order.out / "build").glob("*.making-*"))


@pytest.mark.long
def test_a_full_disk_is_told_and_costs_nothing(order, whole):
    """A limit on the size of a file stands for the disk: both end in an error of the system in the middle of
    a write.
    """
    before = published(order)
    entitled(order, "A third title")
    shutil.rmtree(order.out / "build", ignore_errors=True)
    going = begin(order, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000)))
    _, said = going.communicate()
    assert going.returncode == 1 and "the last report is untouched" in said and "Traceback" not in said, said
    assert published(order) == before
    assert not list((order.out / "build").glob("*.making-*"))


@pytest.mark.parametrize("number", sorted(UNWRITABLE))
def test_what_cannot_be_written_is_told_in_a_sentence(number):
    told = cli._told(OSError(number, os.strerror(number), "/some/where"))
    assert told.startswith(f"/some/where: {os.strerror(number)}.") and "the last report is untouched" in told
    assert cli._told(OSError(errno.EBADF, "a fault of ours")) is None


def test_an_exchange_is_one_step_and_elsewhere_two(tmp_path, monkeypatch):
    for exchange in (staging._exchange, lambda one, other: False):
        monkeypatch.setattr(staging, "_exchange", exchange)
        new, place = tmp_path / "aside" / "report", tmp_path / "report" / "latest"
        for turn in range(3):
            new.mkdir(parents=True)
            (new / "page").write_text(str(turn))
            swap(new, place)
            assert (place / "page").read_text() == str(turn)
            shutil.rmtree(new.parent)
        shutil.rmtree(place)


def test_report_and_figures_are_of_one_generation_wherever_a_publication_is_stopped():
    """Every step once in each state of what was published before; at random for the rest, two hundred of each
    kind by ``make fuzz``.
    """
    tries = 400 if KILLS > 3 else 0
    command = [sys.executable, "-m", "tests.build.publication", str(tries)]
    made = json.loads(subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout)
    assert len(made) >= max(tries, 50) and {one["how"] for one in made} == {"kill", "fail"}
    for one in made:
        page, chart = one["after"]
        old, new = one["before"], ["new", "new"]
        assert page == chart or [page, chart] == old, one
        if one["says"] is not None:
            assert (one["after"] == new) == one["says"], one
    assert {tuple(one["after"]) for one in made if one["how"] == "kill"} >= {
        ("old", "old"),
        ("new", "new"),
        (None, None),
    }


@pytest.mark.parametrize("afar", ["report", "figures", "build"])
@pytest.mark.long
def test_what_lies_on_another_disk_is_published_all_the_same(afar, order, whole, tmp_path):
    disk = Path("/dev/shm")
    if not disk.is_dir() or disk.stat().st_dev == tmp_path.stat().st_dev:
        pytest.skip("this machine has no second disk to write to (/dev/shm)")
    entitled(order, TITLES[0])
    here = replace(order, out=tmp_path)
    with tempfile.TemporaryDirectory(dir=disk) as elsewhere:
        (tmp_path / afar).symlink_to(elsewhere, target_is_directory=True)
        for title in (*TITLES, TITLES[0]):
            entitled(order, title)
            build(here, 2, lambda line: None)
            assert published(here) == whole[0][title]
        said = []
        build(here, 2, said.append)
        assert said[0].startswith("Nothing to do")
        assert not [
            path
            for path in (*(tmp_path / "report").iterdir(), *Path(elsewhere).iterdir())
            if "making-" in path.name
        ]


def test_a_folder_that_cannot_be_renamed_is_replaced(tmp_path, monkeypatch):
    """So it is with what lies in a lower layer of an overlay."""
    swap_near = staging._swap

    def never(new, place):
        if place.exists():
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(place))
        swap_near(new, place)

    monkeypatch.setattr(staging, "_swap", never)
    new, place = tmp_path / "aside" / "report", tmp_path / "report" / "latest"
    for turn in "12":
        new.mkdir(parents=True)
        (new / "page").write_text(turn)
        swap(new, place)
        assert (place / "page").read_text() == turn and [path.name for path in place.parent.iterdir()] == [
            "latest"
        ]
        shutil.rmtree(new, ignore_errors=True)


def test_a_folder_of_a_run_that_goes_on_is_left_to_it(order):
    with aside(order) as mine:
        left = Path(f"{mine}-of-a-run-that-was-killed")
        left.mkdir()
        with aside(order):
            assert mine.is_dir() and not left.exists()
    assert not mine.exists()


@pytest.mark.long
def test_nothing_is_published_where_an_exchange_fails(order, whole, monkeypatch):
    """A fault planted: were the last report taken away first, this would lose it."""
    before = published(order)
    entitled(order, "A fourth title")
    monkeypatch.setattr(
        publishing, "swap", lambda new, place: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full"))
    )
    with pytest.raises(OSError, match="full"):
        build(order, 2, lambda line: None)
    assert published(order) == before
