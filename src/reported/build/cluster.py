"""A cluster: the editions of a sweep are made by the workers of a Dask scheduler, to the same bytes as here.

A worker needs this package and nothing else: dossier, notebooks and layout travel as one bundle, once to each
worker. It must be the same package among the same versions, or it refuses.
"""

from __future__ import annotations

import hashlib
import io
import math
import multiprocessing
import shutil
import sys
import tempfile
import time
import uuid
import zipfile
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from papermill_warm import server
from reported.build.course import Done, Made, Task
from reported.build.manifest import versions
from reported.build.project import brought, complete, templates
from reported.build.publishing import publish
from reported.build.request import Request, aside
from reported.build.sweep import Work
from reported.errors import Problem, Refused
from reported.files import below, zipped
from reported.notebooks import cache
from reported.notebooks.runner import IMPORTS, NotebookFailed
from reported.staging import swap

AHEAD = 3  # batches that the scheduler is told of for each thread of its workers
BATCH = 5.0  # seconds of a batch, about: much beside what the scheduler takes, little to lose with a worker
MOST = 200  # editions of a batch
SECONDS = 30  # to reach the scheduler, and for it to have a worker
LIBRARY = cache.house()  # as this process knows itself: a worker lives long


@dataclass(frozen=True)
class Come:
    """What a worker sends back of an edition: the row, the digests of the files that notebooks opened, what
    it published, and why it failed if it did.
    """

    row: bytes = b""
    read: Mapping[str, str] | None = None
    files: bytes = b""
    reason: str = ""


@dataclass(frozen=True)
class Batch:
    """What a worker sends back: what came of each edition, how long they took together, and why it cannot
    make any edition.
    """

    came: tuple[Come, ...] = ()
    seconds: float = 0.0
    unfit: str = ""


def run(work: Work, todo: Sequence[Task], done: Done, address: str) -> None:  # long: one loop
    """Make editions on the workers of the scheduler at ``address``, in batches of some seconds each.

    A batch whose worker dies is made by another, three times over; then each of its editions alone, at the
    end, so that only the one that kills workers is lost. Raises Refused where the scheduler cannot be reached
    or a worker has other versions.
    """
    from tqdm import tqdm

    bundle = packed(todo[0][0])
    with _scheduler(address) as client:
        from distributed import as_completed

        # A task of its own: where all who held its result are lost, the scheduler has it made again.
        held, wanted = client.submit(bytes, bundle), _versions()
        waiting, suspects, size = deque(todo), deque[Task](), 1
        sent: dict[str, list[Task]] = {}

        def next_ones(tasks: list[Task]) -> Any:
            """Send editions off as one task of the scheduler."""
            name = f"editions-{uuid.uuid4().hex}"
            sent[name] = tasks
            return client.submit(make, work, [task[0] for task in tasks], held, wanted, key=name)

        def more() -> list[Any]:
            """What keeps all workers busy, those among them that have joined meanwhile; last of all, one by
            one, the editions of lost batches: a worker that dies takes what waits for it along.

            A list, as no question may be put to the scheduler while ``as_completed`` takes them in.
            """
            threads, new = max(1, sum(client.nthreads().values())), []
            while waiting and len(sent) < AHEAD * threads:
                fair = math.ceil(len(waiting) / (2 * threads))  # so that none is busy long after the others
                many = min(max(1, min(size, fair)), len(waiting))
                new.append(next_ones([waiting.popleft() for _ in range(many)]))
            if suspects and not sent:
                new.append(next_ones([suspects[0]]))
            return new

        running = as_completed(more())
        with tqdm(total=len(todo), unit="edition", leave=False, file=sys.stderr, disable=None) as bar:
            for future in running:
                tasks = sent.pop(future.key)
                alone = bool(suspects) and tasks == [suspects[0]]
                batch = _batch(future, alone)
                if batch and batch.unfit:
                    raise _refused(address, batch.unfit)
                if batch:
                    done([_taken(come, task) for come, task in zip(batch.came, tasks, strict=True)])
                    bar.update(len(tasks))
                    if batch.seconds:
                        size = max(1, min(MOST, round(BATCH * len(tasks) / batch.seconds)))
                if alone:
                    suspects.popleft()
                elif not batch:
                    suspects.extend(tasks)
                future.release()
                running.update(more())


@contextmanager
def _scheduler(address: str) -> Iterator[Any]:
    """The scheduler at an address, once it has a worker."""
    try:
        from distributed import Client
    except ImportError:
        raise _refused("", "needs the package distributed.", "Install it: pip install distributed") from None
    try:
        client = Client(address, timeout=SECONDS)
    except (OSError, ValueError) as error:
        raise _refused(address, f"no scheduler answers ({error}).", "Write tcp://host:8786.") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=SECONDS)
        except TimeoutError:
            remedy = "Start some: dask worker tcp://host:8786"
            raise _refused(address, "has no workers.", remedy) from None
        yield client


def _refused(address: str, what: str, remedy: str = "") -> Refused:
    return Refused([Problem(f"--dask {address}".rstrip(), what, remedy)])


def _batch(future: Any, alone: bool) -> Batch | None:
    """What came of a batch; where it was lost, why, if it was one edition ``alone``, or else ``None``."""
    if future.status == "finished":
        batch: Batch = future.result()
        return batch
    error = future.exception()
    return Batch((Come(reason=f"{type(error).__name__}: {error}"),)) if alone else None


def _taken(come: Come, task: Task) -> tuple[str, Made | str]:
    """Publish what a worker published; its row, or why there is none, under its key."""
    request, key = task
    _publish(request, come.files)
    return key, come.reason or (come.row, come.read)


def _publish(request: Request, files: bytes) -> None:
    if not files:
        return
    with aside(request) as folder:
        unpacked(files, folder)
        if (folder / "stopped").is_dir():
            swap(folder / "stopped", request.stopped)
        if (folder / "report").is_dir():
            publish(request, folder)


def make(work: Work, requests: Sequence[Request], bundle: bytes, wanted: dict[str, str]) -> Batch:
    """On a worker: make some editions from a bundle, one after the other."""
    from distributed import get_worker

    start = time.perf_counter()
    multiprocessing.current_process().daemon = (
        False  # a worker may have children: each notebook gets its process
    )
    server.preload(IMPORTS)
    root = Path(get_worker().local_directory) / f"reported-{hashlib.sha256(bundle).hexdigest()[:16]}"
    if not root.is_dir():
        half = Path(tempfile.mkdtemp(dir=root.parent))
        unpacked(bundle, half)
        complete(half, brought(half))
        try:
            half.rename(root)
        except OSError:  # another thread was faster
            shutil.rmtree(half)
    unfit = _unfit(wanted)
    if unfit:
        return Batch(unfit=f"{get_worker().address} {unfit}")
    came = tuple(_made(work, request, root) for request in requests)
    return Batch(came, time.perf_counter() - start)


def _made(work: Work, request: Request, root: Path) -> Come:
    """One edition, made below ``root``. What it publishes and what is kept of it go back as a bundle."""
    here = replace(request, root=root, data=root / "data", out=root / "out", copy_of=None)
    here = replace(here, copy_of=here)  # what a worker has is the copy already
    told = partial(_as_there, here=here, there=request)
    try:
        row, read = work(here)
        cache.unchanged()
    except (NotebookFailed, Refused) as error:
        return Come(reason=told(str(error)), files=_published(here))
    opened = None if read is None else {told(path): then for path, then in read.items()}
    return Come(row, opened, _published(here))


def _as_there(text: str, here: Request, there: Request) -> str:
    for inside, outside in (
        (here.out, there.out),
        (here.data, there.origin.data),
        (here.root, there.origin.root),
    ):
        text = text.replace(str(inside), str(outside))
    return text


def _versions() -> dict[str, str]:
    return versions() | {"reported": cache.digest(LIBRARY)[:12]}


def _unfit(wanted: dict[str, str]) -> str:
    """What differs between this machine and the one that asked."""
    mine = _versions()
    other = [
        f"{name} {mine.get(name)} instead of {version}"
        for name, version in wanted.items()
        if mine.get(name) != version
    ]
    return f"has {', '.join(other)}." if other else ""


def _published(request: Request) -> bytes:
    """What an edition left in its places, as a bundle; the places are empty afterwards."""
    places = {"report": request.place, "stopped": request.stopped}
    files = {f"{kind}/{name}": what for kind, place in places.items() for name, what in below(place).items()}
    bundle = zipped(files) if files else b""
    for place in places.values():
        shutil.rmtree(place, ignore_errors=True)
    return bundle


def packed(request: Request) -> bytes:
    """What is a project's own of all that the editions of a sweep are made from, as one bundle, from a copy.

    The same content gives the same bytes. The templates of the package are on the worker.
    """
    files, brought_along = below(request.root), templates()
    theirs = {name for name, path in brought_along.items() if files.get(name) == path.read_bytes()}
    return zipped({name: content for name, content in files.items() if name not in theirs})


def unpacked(bundle: bytes, folder: Path) -> None:
    """Put the files of a bundle into a folder."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as files:
        files.extractall(folder)
