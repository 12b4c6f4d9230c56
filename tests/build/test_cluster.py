"""Sweeps on a Dask cluster: the same bytes as here, and nothing lost when a worker dies."""

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

import pytest

from reported.build import cluster
from reported.build.course import label
from reported.build.project import brought, complete
from reported.build.request import Request, copied
from reported.build.sweep import here, orders, sweep, values
from reported.errors import Refused

from ..build.test_runs import files, small_project
from ..build.test_sweep import DAYS, trapped
from ..conftest import ROOT
from ..papermill_warm.test_recorded import living, wait_for

# The address first, then the workers' numbers each time a line comes in, one more of them where it says so;
# nobody else's worker is asked. One that is just being started anew has no number.
CLUSTER = """
from distributed import LocalCluster
if __name__ == "__main__":
    asked = dict(n_workers=2, threads_per_worker=1, dashboard_address=None, local_directory={folder!r})
    with LocalCluster(**asked) as cluster:
        print(cluster.scheduler_address, flush=True)
        while line := input():
            if line == "one more":
                cluster.scale(len(cluster.workers) + 1)
            print(*[nanny.pid for nanny in cluster.workers.values() if nanny.pid], flush=True)
"""


@contextmanager
def two_workers(folder):
    """A cluster in a program of its own: its address, and who its workers are now."""
    script = folder / "cluster.py"
    script.write_text(CLUSTER.format(folder=str(folder / "workers")))
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, script], stdin=pipe, stdout=pipe, text=True) as program:

        def workers(line="who"):
            program.stdin.write(f"{line}\n")
            program.stdin.flush()
            return [int(pid) for pid in program.stdout.readline().split()]

        try:
            yield program.stdout.readline().strip(), workers
        finally:
            program.stdin.close()
            program.wait(30)


@pytest.fixture(scope="module")
def remote(tmp_path_factory):
    with two_workers(tmp_path_factory.mktemp("cluster")) as found:
        yield found


def run(order, way, briefings=False, **lists):
    return sweep(orders(order, lists), (1, 1), briefings, way, lambda line: None)


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    return small_project(tmp_path_factory.mktemp("project"), ["01-what-was-said", "06-do-the-figures-fit"])


@pytest.mark.long
def test_a_cluster_makes_the_same_bytes(order, remote, tmp_path):
    address, _ = remote
    there = replace(order, out=tmp_path)
    run(order, partial(here, jobs=2), True, as_of=DAYS[-2:])
    made_there = run(there, partial(cluster.run, address=address), True, as_of=DAYS[-2:])
    assert made_there.made == 2 and not made_there.failed
    assert files(order.out / "report" / "sweep") == files(tmp_path / "report" / "sweep")
    assert files(order.out / "figures" / "sweep") == files(tmp_path / "figures" / "sweep")
    assert run(there, partial(cluster.run, address="tcp://nobody"), True, as_of=DAYS[-2:]).made == 0


@pytest.mark.long
def test_a_worker_that_is_killed_loses_nothing(order, remote, tmp_path):
    address, workers = remote
    there, killed = replace(order, out=tmp_path), []

    def kill_one(work, todo, done):
        def killing(came):
            if not killed:
                killed.append(workers()[0])
                os.kill(killed[0], signal.SIGKILL)
            done(came)

        return cluster.run(work, todo, killing, address)

    lists = {"as_of": DAYS, "reading": ["literal", "pragmatic"], "approx_tolerance": ["0.2", "0.3"]}
    done = run(there, kill_one, **lists)
    assert done.made == 16 and not done.failed and killed
    wait_for(lambda: not living(killed[0]))
    assert done.files[0].read_bytes() == run(order, partial(here, jobs=2), **lists).files[0].read_bytes()


@pytest.mark.long
def test_workers_that_are_lost_and_join_meanwhile_change_no_byte(tmp_path):
    order = small_project(tmp_path, ["01-what-was-said"])
    days = values("2031-03-01..2031-03-24/day")
    batches, lost = [], []
    with two_workers(tmp_path) as (address, workers), pytest.MonkeyPatch.context() as patched:
        patched.setattr(cluster, "MOST", 3)  # editions of a batch

        def troubled(work, todo, done):
            def trouble(came):
                batches.append(len(came))
                if len(batches) in (3, 6):
                    lost.append(next(pid for pid in workers() if pid not in lost))
                    os.kill(lost[-1], signal.SIGKILL)
                if len(batches) == 4:
                    workers("one more")
                    wait_for(lambda: len(set(workers()) - set(lost)) == 3)
                done(came)

            return cluster.run(work, todo, trouble, address)

        done = run(order, troubled, as_of=days)
    assert (done.made, done.missing, done.failed) == (24, 0, {})
    assert len(set(lost)) == 2 and max(batches) > 1 and sum(batches) == 24
    there = done.files[0].read_bytes()
    alone = run(replace(order, out=tmp_path / "here"), partial(here, jobs=2), as_of=days)
    assert alone.files[0].read_bytes() == there


def test_an_error_that_nobody_foresaw_costs_its_own_edition(tmp_path, monkeypatch):
    from distributed import LocalCluster

    order = small_project(tmp_path, ["01-what-was-said"])
    monkeypatch.setattr(cluster, "MOST", 4)

    def failing(request):
        if request.changes["as_of"] == "2031-03-07":
            raise RuntimeError("planted")
        return json.dumps({"edition": label(request.changes), **request.changes}).encode(), {}

    asked = dict(n_workers=1, threads_per_worker=1, dashboard_address=":0", processes=False)
    with LocalCluster(**asked, local_directory=tmp_path / "workers") as here_too:
        way = lambda work, todo, done: cluster.run(failing, todo, done, here_too.scheduler_address)  # noqa: E731
        done = run(order, way, as_of=values("2031-03-01..2031-03-10/day"))
    assert (done.made, done.failed) == (9, {"as_of=2031-03-07": "RuntimeError: planted"})


@pytest.mark.long
def test_an_edition_that_kills_its_workers_takes_none_of_its_batch_with_it(tmp_path):
    order = small_project(tmp_path, ["01-what-was-said"])
    days = values("2031-03-01..2031-03-10/day")

    def deadly_on_one_day(request):  # no notebook: what matters is who is lost
        if request.changes["as_of"] == "2031-03-07":
            os.kill(os.getpid(), signal.SIGKILL)
        return json.dumps({"edition": label(request.changes), **request.changes}).encode(), {}

    with two_workers(tmp_path) as (address, _), pytest.MonkeyPatch.context() as patched:
        patched.setattr(cluster, "MOST", 4)
        deadly = lambda work, todo, done: cluster.run(deadly_on_one_day, todo, done, address)  # noqa: E731
        done = run(order, deadly, as_of=days)
    assert (done.made, list(done.failed)) == (9, ["as_of=2031-03-07"])
    assert "KilledWorker" in done.failed["as_of=2031-03-07"]


@pytest.mark.long
def test_what_breaks_on_a_worker_costs_its_own_edition(remote, tmp_path):
    address, _ = remote
    days = ["2031-05-01", "2031-05-05", "latest"]
    done = run(trapped(tmp_path), partial(cluster.run, address=address), as_of=days)
    assert done.made == 1 and list(done.failed) == ["as_of=2031-05-01", "as_of=2031-05-05"]
    kept = tmp_path / "build" / "stopped" / "sweep" / "as_of=2031-05-05" / "06-do-the-figures-fit.ipynb"
    assert done.failed["as_of=2031-05-05"].endswith(f"is kept at {kept}.")
    assert "planted" in kept.read_text("utf-8")


def test_workers_with_other_versions_are_refused(order, remote, tmp_path, monkeypatch):
    address, _ = remote
    monkeypatch.setattr(cluster, "versions", lambda: {"pandas": "99"})
    with pytest.raises(Refused, match=r"tcp://.* has pandas \d\S+ instead of 99\."):
        run(replace(order, out=tmp_path), partial(cluster.run, address=address), as_of=["latest"])
    monkeypatch.undo()
    monkeypatch.setattr(cluster, "LIBRARY", {"hedges.py": "another"})
    with pytest.raises(Refused, match=r"has reported \w+ instead of \w+\."):
        run(replace(order, out=tmp_path), partial(cluster.run, address=address), as_of=["latest"])


def test_a_scheduler_that_is_not_there_is_named(order, tmp_path, monkeypatch):
    monkeypatch.setattr(cluster, "SECONDS", 0.5)
    with pytest.raises(Refused, match=r"--dask tcp://127.0.0.1:9: no scheduler answers"):
        run(replace(order, out=tmp_path), partial(cluster.run, address="tcp://127.0.0.1:9"), as_of=["latest"])


def test_a_bundle_holds_what_editions_are_made_from_and_nothing_else(tmp_path):
    whole = Request(ROOT, "latest", ROOT / "data", tmp_path / "out", {})
    with copied(whole) as copy:
        bundle = cluster.packed(copy)
    place = tmp_path / "there"
    cluster.unpacked(bundle, place)
    names = set(files(place))
    assert {"data/claims.csv", "notebooks/01-what-was-said.ipynb", "requirements.lock"} <= names
    # the templates are the package's, which is on the worker
    apart = ("report/latest", "report/template", "wording", "figures", "src", "tests", "build", ".")
    assert not any(name.startswith(apart) for name in names)
    assert cluster.packed(replace(whole, root=place)) == bundle
    complete(place, brought(place))
    assert (place / "report" / "template" / "style.css").is_file()
    assert cluster.packed(replace(whole, root=place)) == bundle
    (place / "wording" / "en").mkdir(parents=True)
    (place / "wording" / "en" / "own.ftl").write_text("page-contents = of its own")
    assert cluster.packed(replace(whole, root=place)) != bundle
