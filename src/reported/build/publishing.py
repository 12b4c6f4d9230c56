"""Publishing: an edition takes the place of the last one, in one step or not at all, and is looked at before
it is made again.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from reported.build import manifest
from reported.build.request import Request
from reported.notebooks import cache
from reported.staging import swap

LINKS = os.name == "posix"  # elsewhere not everybody may make one


def up_to_date(request: Request, given: Mapping[str, str]) -> bool:
    """Whether what is published was made from these inputs and is still as it was published."""
    made = manifest.last(request.place)
    if not made:
        return False
    told = {path: made["inputs"].get(path) for path in given}
    now = dict(request.changes), manifest.versions(), given
    return (
        (made["changes"], made["versions"], told) == now
        and all(
            cache.of_file(Path(path)) == then for path, then in opened(request, made["inputs"], given).items()
        )
        and made["outputs"] == manifest.outputs(request.place)
        and (_linked(request) or not LINKS)
    )


def opened(request: Request, recorded: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """Of the inputs that a manifest records, the files that notebooks opened beside those that every edition
    is made from.
    """
    return {str(request.origin.root / path): then for path, then in recorded.items() if path not in given}


@contextmanager
def telling(request: Request) -> Iterator[None]:
    """What stops the work within, Ctrl-C too, carries the edition's place as ``published`` where the new
    edition stands there already.
    """
    before = _inode(request.place)
    try:
        yield
    except BaseException as error:
        if _inode(request.place) not in (before, None):
            error.published = request.place  # type: ignore[attr-defined]
        raise


def _inode(path: Path) -> int | None:
    return path.stat().st_ino if path.exists() else None


def publish(request: Request, folder: Path) -> None:
    """Let the edition that is ready in ``folder`` take the place of the last one, in one step.

    Its figures are part of it. That they stand in ``figures/`` too is a link, so that the two are never of
    two editions; a system without links has them in ``report/`` only.
    """
    first = LINKS and not os.path.lexists(request.figures)
    if first:
        _link(request, request.figures)  # it leads nowhere until the edition is there
    elif LINKS and not _linked(request):
        _move_in(request, folder)
    try:
        swap(folder / "report", request.place)
    except BaseException:
        if first and not request.place.exists():
            request.figures.unlink(missing_ok=True)
        raise


def _move_in(request: Request, folder: Path) -> None:
    """Where the figures of the last edition stand in a folder of their own: make them a part of it, and the
    link.
    """
    if request.figures.is_dir() and request.place.is_dir():
        shutil.copytree(request.figures, request.place / "figures", dirs_exist_ok=True)
    _link(request, folder / "figures")
    swap(folder / "figures", request.figures)


def _linked(request: Request) -> bool:
    return os.path.realpath(request.figures) == os.path.realpath(request.place / "figures")


def _link(request: Request, link: Path) -> None:
    request.figures.parent.mkdir(parents=True, exist_ok=True)
    place, near = request.place, request.figures.parent.resolve()
    target = os.path.relpath(place.parent.resolve() / place.name / "figures", near)
    with suppress(FileExistsError):  # another run was faster
        link.symlink_to(target, target_is_directory=True)
