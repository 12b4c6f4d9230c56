"""A cluster: the editions of a sweep are made by the workers of a Dask scheduler, to the same bytes as here.

A worker needs this package and nothing else: dossier, notebooks and layout travel as one bundle, once to each
worker. It must be the same package among the same versions, or it refuses.
"""

from __future__ import annotations

import hashlib
import io
import multiprocessing
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from papermill_warm import server
from reported.build import sweep
from reported.build.manifest import versions
from reported.build.project import brought, complete, templates
from reported.build.publishing import publish
from reported.build.request import Request, aside
from reported.build.sweep import Work
from reported.errors import Problem, Refused
from reported.files import below, zipped
from reported.notebooks import cache
from reported.notebooks.cache import Cache
from reported.notebooks.runner import IMPORTS, NotebookFailed
from reported.staging import swap

WAITING = 1000  # editions that the scheduler is told of at a time
SECONDS = 30  # to reach the scheduler, and for it to have a worker
LIBRARY = cache.house()  # as this process knows itself: a worker lives long


@dataclass(frozen=True)
class Done:
    """What a worker sends back: the row, the digests of the files that notebooks opened, what it published,
    and why it failed if it did.
    """

    row: bytes = b""
    read: dict[str, str] | None = None
    files: bytes = b""
    reason: str = ""
    unfit: str = ""  # why this worker cannot make any edition


def run(work: Work, todo: Sequence[tuple[Request, str]], rows: Cache, address: str) -> dict[str, str]:
    """Make editions on the workers of the scheduler at ``address``. Returns, by key, why editions failed.

    An edition whose worker dies is made by another, three times over. Raises Refused where the scheduler
    cannot be reached or a worker has other versions.
    """
    from tqdm import tqdm

    bundle = packed(todo[0][0])
    with _scheduler(address) as client:
        from distributed import as_completed

        held = client.scatter(bundle, broadcast=True)
        by_name = {f"{request.name}-{key}": (request, key) for request, key in todo}
        makers = (
            client.submit(make, work, request, held, _versions(), key=name)
            for name, (request, _) in by_name.items()
        )
        failed, running = {}, as_completed(islice(makers, WAITING))
        with tqdm(total=len(todo), unit="edition", leave=False, file=sys.stderr, disable=None) as bar:
            for future in running:
                done = _done(future)
                if done.unfit:
                    raise _refused(address, done.unfit)
                request, key = by_name[future.key]
                if reason := _take(done, request, key, rows):
                    failed[key] = reason
                bar.update()
                running.update(islice(makers, 1))
    return failed


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


def _done(future: Any) -> Done:
    """What came of an edition, also where its worker was lost."""
    if future.status == "finished":
        done: Done = future.result()
        return done
    return Done(reason=f"{type(future.exception()).__name__}: {future.exception()}")


def _take(done: Done, request: Request, key: str, rows: Cache) -> str:
    """Publish what a worker made and keep its row; why there is none, if so."""
    _publish(request, done.files)
    if not done.reason:
        try:
            rows.make(key, partial(_keep, done))
        except Refused as changed:
            return str(changed)
    return done.reason


def _publish(request: Request, files: bytes) -> None:
    if not files:
        return
    with aside(request) as folder:
        unpacked(files, folder)
        if (folder / "stopped").is_dir():
            swap(folder / "stopped", request.stopped)
        if (folder / "report").is_dir():
            publish(request, folder)


def _keep(done: Done, place: Path) -> dict[str, str] | None:
    (place / sweep.ROW).write_bytes(done.row)
    return done.read


def make(work: Work, request: Request, bundle: bytes, wanted: dict[str, str]) -> Done:
    """On a worker: make one edition from a bundle. What it publishes and what is kept of it go back as a
    bundle.
    """
    from distributed import get_worker

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
        return Done(unfit=f"{get_worker().address} {unfit}")
    here = replace(request, root=root, data=root / "data", out=root / "out", copy_of=None)
    here = replace(here, copy_of=here)  # what a worker has is the copy already
    told = partial(_as_there, here=here, there=request)
    with tempfile.TemporaryDirectory(dir=root) as scratch:
        try:
            read = work(here, Path(scratch))
            cache.unchanged()
        except (NotebookFailed, Refused) as error:
            return Done(reason=told(str(error)), files=_published(here))
        row = (Path(scratch) / sweep.ROW).read_bytes()
        return Done(
            row, None if read is None else {told(path): then for path, then in read.items()}, _published(here)
        )


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
