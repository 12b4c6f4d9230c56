"""What was made is kept under a digest of all it was made from: nothing is made twice or taken when stale.

What a result depends on is told by contents: the code of a notebook, its parameters, the tables of the
dossier, the modules of this library that the notebook can reach, the packages installed, the messages it said
something from, and whatever other file it opened. What changed while it was being read is never kept.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import sysconfig
from ast import PyCF_ALLOW_TOP_LEVEL_AWAIT
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from importlib.machinery import SourceFileLoader
from modulefinder import ModuleFinder
from opcode import opmap
from pathlib import Path
from types import CodeType
from typing import Any

from papermill_warm.opened import mark
from reported import DOORS
from reported.errors import Problem, Refused
from reported.files import of_file as of_file
from reported.staging import clear, staging

HOUSE = Path(__file__).parents[1]
ENGINE = HOUSE.parent / "papermill_warm"  # comes with it
PACKAGE = HOUSE.name
MESSAGES = ".ftl"  # what the sentences stand in: a notebook opens those it says something from
READ = "read.json"  # beside a result: the files and messages its maker read, with the digest each had
MOST = 1 << 30  # bytes; what was not used for longest goes first
MAKING = "making-"
IMPORTS = opmap["IMPORT_NAME"]  # the instruction, every second byte of compiled code being one
UNKNOWN = {"what it read": "is not known"}  # in its place; no file has such a digest


def digest(*what: Any) -> str:
    """A digest of plain data: the same for the same content on every machine."""
    return hashlib.sha256(
        json.dumps(what, ensure_ascii=False, sort_keys=True, default=str).encode()
    ).hexdigest()


def of_files(paths: Iterable[Path], base: Path) -> dict[str, str]:
    """The digest of each file that is there, by its path from ``base``, in the order of the paths."""
    return {path.relative_to(base).as_posix(): of_file(path) for path in sorted(paths) if path.is_file()}


def house() -> dict[str, str]:
    """The digest of each file of this library and its engine as installed, by its path with their folders."""
    return {
        name: content
        for folder in (HOUSE, ENGINE)
        for name, content in of_files(
            (path for path in folder.rglob("*") if path.suffix in (".py", MESSAGES)), folder.parent
        ).items()
    }


def modules() -> list[str]:
    """The names of all modules of this library, without its own in front."""
    paths = (path.relative_to(HOUSE).with_suffix("") for path in HOUSE.rglob("*.py"))
    return sorted(".".join(path.parts) for path in paths if path.name != "__init__")


def reached(*sources: str) -> dict[str, str]:
    """The modules of this library that Python code reaches by imports, in one step or many; with digests."""
    return {module: content for module, (content, _) in _reached(sources).items()}


def _reached(sources: Iterable[str]) -> dict[str, tuple[str, set[str]]]:
    """The same, each with all that it imports beside its digest."""
    found: dict[str, tuple[str, set[str]]] = {}
    waiting = [_imported(source) for source in sources]
    while waiting:
        for module in waiting.pop() - found.keys():
            place = HOUSE / f"{module.replace('.', '/')}.py"
            if then := mark(place):
                found[module] = _module(module, place, json.dumps(then))
                waiting.append(_ours(found[module][1]))
    return dict(sorted(found.items()))


@cache  # notebooks reach the same modules
def _module(module: str, place: Path, then: str) -> tuple[str, set[str]]:
    """The digest of a module of this library as it stood ``then``, and what it imports: of the library its
    modules only.
    """
    code = SourceFileLoader(module, str(place)).get_code(module)  # Python has mostly compiled it already
    assert isinstance(code, CodeType)
    named = _named_in(code, module.rpartition(".")[0])
    gone = {name for name in _ours(named) if not (HOUSE / f"{name.replace('.', '/')}.py").is_file()}
    return of_file(place), named - {f"{PACKAGE}.{name}" for name in gone}


def libraries(*sources: str) -> list[str]:
    """The packages of others that Python code, and what of ours it reaches, imports; by import names."""
    named = [*map(_named, sources), *(imports for _, imports in _reached(sources).values())]
    names = {name.partition(".")[0] for imports in named for name in imports}
    return sorted(names - {PACKAGE, *sys.stdlib_module_names})


def compiled(source: str) -> CodeType:
    """Python code, compiled. Raises SyntaxError.

    Not through ``ast.parse``: Python 3.11 counts the depth of its trees for all threads together, and fails
    where another thread, such as the profiler of a Dask worker, makes one at the same time.
    """
    code: CodeType = compile(source, "", "exec", PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return code


@cache
def _named(source: str) -> set[str]:
    """The modules that some Python code imports, and whatever else it takes from them."""
    return _named_in(compiled(source))


def _named_in(code: CodeType, package: str = "") -> set[str]:
    """The same of code that is compiled; those beside it are modules of the ``package`` of this library that
    it stands in.
    """
    named: set[str] = set()
    waiting = [code]
    while waiting:
        code = waiting.pop()
        waiting += [inner for inner in code.co_consts if isinstance(inner, CodeType)]
        if IMPORTS not in code.co_code[::2]:  # most functions import nothing, and reading them takes long
            continue
        for what, told in ModuleFinder().scan_opcodes(code):
            if what == "absolute_import":
                names, module = told
                if module == PACKAGE:
                    named |= {f"{module}.{DOORS.get(name, name)}" for name in names or ()}
                else:
                    named |= {module, *(f"{module}.{name}" for name in names or ())}
            elif what == "relative_import":
                _, names, beside = told
                module = ".".join(filter(None, (PACKAGE, package, beside)))
                named |= {module, *(f"{module}.{name}" for name in names or ())}
    return named


def _imported(source: str) -> set[str]:
    """The modules of this library that some Python code names in its imports, without its own in front."""
    return _ours(_named(source))


def _ours(named: set[str]) -> set[str]:
    return {name.removeprefix(f"{PACKAGE}.") for name in named if name.startswith(f"{PACKAGE}.")}


def surroundings() -> list[str]:
    """The Python that runs and every package installed with it, by folder names, which carry the version."""
    return [
        sys.version,
        *sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info")),
    ]


def _code() -> dict[str, Any]:
    """All code that may run: the marks of this library's and its engine's files, the packages installed."""
    here = Path(__file__).parents[1]
    files = [*here.rglob("[!.]*.py"), *ENGINE.rglob("[!.]*.py")]  # an editor's own begin with a point
    return {str(path): mark(path) for path in files} | {sysconfig.get_path("purelib"): surroundings()}


_LOADED = _code()


Now = Callable[[str], str]  # what stands under a name at this moment, as a digest


def at(path: str) -> str:
    """What stands at a path, as a digest."""
    return of_file(Path(path))


def unchanged(read: Mapping[str, str] | None = None, now_at: Now = at) -> None:
    """Hold the code to what was loaded, and what was read to the digests that it had. Raises Refused."""
    now = _code()
    other = [path for path in sorted({*now, *_LOADED}) if now.get(path) != _LOADED.get(path)]
    other += [name for name, then in (read or {}).items() if now_at(name) != then]
    if other:
        raise Refused([changed(path) for path in other])


def changed(path: str) -> Problem:
    """That something was not the same to its end: what was made of it may be made of both."""
    return Problem(path, "changed while it was in use.", "Let it rest, and run this again.")


class Cache:
    """A folder of results, each in a folder named by what it was made from, and within by what was read.

    Nothing that stands is ever replaced, so several processes and machines may share it. ``now`` tells what
    stands under the name of a file, or of what else makers read.
    """

    def __init__(self, folder: Path, now: Now = at) -> None:
        self.folder, self.now = folder, now

    def find(self, key: str) -> Path | None:
        """What was made from this, if it is here and all that its maker read is still as it was."""
        for read in sorted((self.folder / key).glob(f"*/{READ}")):
            try:
                digests = json.loads(read.read_text("utf-8"))
                if all(self.now(name) == then for name, then in digests.items()):
                    os.utime(self.folder / key)
                    return read.parent
            except FileNotFoundError:  # another process has just tidied it away
                continue
        return None

    def make(self, key: str, work: Callable[[Path], Mapping[str, str] | None]) -> Path:
        """Have something made in an empty folder and keep it.

        ``work`` returns the digests of what it read beside what the key tells, ``None`` where it cannot
        tell: then it is made again the next time. Where it raises, nothing is kept; nor where something
        changed while it was in use, which raises Refused.
        """
        with staging(self.folder, MAKING) as aside:
            told = work(aside)
            unchanged(told, self.now)
            read = UNKNOWN if told is None else {**told}
            (aside / READ).write_text(json.dumps(read, indent=1, sort_keys=True), "utf-8")
            place = self.folder / key / (aside.name if told is None else digest(read))
            while aside.is_dir():
                place.parent.mkdir(exist_ok=True)
                try:
                    aside.rename(place)
                except FileNotFoundError:  # another process has tidied the empty folder away
                    continue
                except OSError:  # another process made the same in the meantime
                    if not place.is_dir():
                        raise
                    break
            return place

    def got(self, key: str, work: Callable[[Path], Mapping[str, str] | None]) -> Path:
        """What is kept under this key, made first where it is not."""
        return self.find(key) or self.make(key, work)

    def tidy(self, most: int = MOST) -> None:
        """Keep to ``most`` bytes: drop what was not used for longest. Others may tidy at the same time."""
        clear(self.folder, MAKING)
        found = []
        for place in self.folder.iterdir() if self.folder.is_dir() else ():
            try:
                if place.is_dir() and not place.name.startswith(MAKING):
                    size = sum(path.stat().st_size for path in place.rglob("*") if path.is_file())
                    found.append((place.stat().st_mtime, place, size))
            except FileNotFoundError:
                continue
        total = sum(size for *_, size in found)
        for _, place, size in sorted(found):
            if total <= most:
                break
            total -= size
            shutil.rmtree(place, ignore_errors=True)
