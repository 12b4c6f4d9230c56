"""Staging: what is made is put together aside, and takes its place in one step or not at all."""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # then folders cannot be opened either
    fcntl = None  # type: ignore[assignment]


@contextmanager
def staging(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder below ``parent`` to make something in; gone afterwards, whatever happens."""
    parent.mkdir(parents=True, exist_ok=True)
    while True:
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        with _held(folder) as ours:
            if ours is False or not folder.is_dir():  # somebody has cleared it away before it was held
                continue
            try:
                yield folder
            finally:
                shutil.rmtree(folder, ignore_errors=True)
            return


def clear(parent: Path, prefix: str) -> None:
    """Remove the folders of this kind that nobody works in any more: a run that was killed has left them."""
    for left in parent.glob(f"{glob.escape(prefix)}*"):
        with _held(left) as ours:
            if ours:
                shutil.rmtree(left, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[bool | None]:
    """Hold a folder until it is done with or this process ends, however it ends; whether nobody else holds
    it, ``None`` if that is not told.
    """
    if not fcntl:
        yield None
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:  # it has gone
        yield False
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        free: bool | None = True
    except BlockingIOError:
        free = False
    except OSError:  # a file system that holds nothing
        free = None
    try:
        yield free
    finally:
        os.close(handle)


def swap(new: Path, place: Path) -> None:
    """Put a finished folder, or a link, in the place of the last one, so that no half-written folder is ever
    seen and one always is.

    Linux exchanges the two at once. Elsewhere it takes two renames; a run that is killed between them leaves
    the last one beside ``new``. What stands in a lower layer of an overlay of the file system can be
    replaced but not in one step.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        _swap(new, place)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _swap_from_afar(new, place)


def _swap_from_afar(new: Path, place: Path) -> None:
    """Where the two are on different disks: what is new is copied beside its place first."""
    prefix = f".{place.name}.making-"
    clear(place.parent, prefix)
    with staging(place.parent, prefix) as folder:
        near = folder / place.name
        if new.is_symlink():
            near.symlink_to(new.readlink(), target_is_directory=True)
        else:
            shutil.copytree(new, near, symlinks=True)
        try:
            _swap(near, place)
        except OSError as error:
            if error.errno != errno.EXDEV:
                raise
            shutil.rmtree(place)
            near.rename(place)


def _swap(new: Path, place: Path) -> None:
    if not os.path.lexists(place):
        try:
            new.rename(place)
            return
        except OSError:
            if not os.path.lexists(place):
                raise  # else another run has just put its own there
    if not _exchange(new, place):
        before = new.with_name(f"{new.name}-before")
        place.rename(before)
        try:
            new.rename(place)
        except OSError:
            before.rename(place)
            raise


def _exchange(one: Path, other: Path) -> bool:
    """Let two folders change places at once, by Linux's renameat2(2); whether this system can."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None) if sys.platform == "linux" else None
    here, exchange = -100, 2  # AT_FDCWD and RENAME_EXCHANGE
    if call is None:
        return False
    if call(here, os.fsencode(one), here, os.fsencode(other), exchange) == 0:
        return True
    number = ctypes.get_errno()
    if number in (errno.ENOSYS, errno.EINVAL):  # the kernel, or this file system, has no such call
        return False
    raise OSError(number, os.strerror(number), str(other))


def replace_file(path: Path, content: bytes) -> None:
    """Put a file in the place of the last one, whole or not at all."""
    with staging(path.parent, ".making-") as folder:
        new = folder / path.name
        new.write_bytes(content)
        new.replace(path)
