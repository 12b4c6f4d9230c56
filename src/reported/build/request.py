"""A request: what edition is to be built, of which project and dossier, and all that it is made from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from reported.build.project import MARK, brought, complete, notebooks
from reported.errors import Problem, Refused
from reported.notebooks import cache, runner
from reported.staging import clear, staging

LONGEST = 120  # bytes that the changed parameters add to a name
DATA = "data/"  # how the names of a dossier's files begin among what an edition is made from
TERMS = "terms"  # the folder of a dossier that holds its words in other languages
SENTENCES = "wording/*/*.ftl"
LAYOUT = ("report/template/*", SENTENCES, "requirements.lock")
FOR_A_CLASS = "notebooks/teaching/*"
COPY = "# A copy of all that an edition is made from.\nnotebooks = []\n"  # those of the package are among it


@dataclass(frozen=True)
class Request:
    """What is to be built: an edition of ``report/editions``, parameters changed in this run, the dossier,
    and where it is published.
    """

    root: Path
    edition: str
    data: Path
    out: Path
    changes: Mapping[str, str]
    called: str = ""  # a name of its own
    copy_of: Request | None = None  # where root and data are a copy: the request with the originals

    @property
    def name(self) -> str:
        """The published edition's name. One with other parameters carries them, wherever it stands: it is not
        the edition of the file.
        """
        changed = "".join(f"+{key}={value}" for key, value in sorted(self.changes.items()))
        if len(changed.encode("utf-8", "replace")) > LONGEST:  # a folder's name has an end
            changed = f"+{cache.digest(changed)[:16]}"
        return self.called or self.edition + re.sub(r"[^\w+=.,:-]", "-", changed)

    @property
    def options(self) -> str:
        """The changed parameters as a command takes them, each with a blank before it."""
        return "".join(f" -p {name}={value}" for name, value in sorted(self.changes.items()))

    @property
    def file(self) -> Path:
        """The file that says what the edition's parameters are."""
        return self.root / "report" / "editions" / f"{self.edition}.yml"

    @property
    def place(self) -> Path:
        """The folder it is published in, with its figures in ``figures``."""
        return self.out / "report" / self.name

    @property
    def figures(self) -> Path:
        """The other name of its figures."""
        return self.out / "figures" / self.name

    @property
    def origin(self) -> Request:
        """The request with the originals of what this one may have copies of."""
        return self.copy_of or self

    @property
    def beside(self) -> Path:
        """The folder that notebooks run in: the project's own, with whatever lies beside them."""
        own = self.origin.root / "notebooks"
        return own if own.is_dir() else self.origin.root

    @property
    def stopped(self) -> Path:
        """Where a notebook that stopped is kept for reading, until the edition is made again."""
        return self.out / "build" / "stopped" / self.name


def again(request: Request) -> str:
    """The command that builds an edition."""
    return f"reported report {request.edition}{request.options}"


def inputs(request: Request) -> dict[str, str]:
    """The digest of every file an edition is made from, by its name in the project, whether it is there or
    the package brings it.

    Of a notebook only the sources count: its outputs are made from them.
    """
    root = request.root
    given = _of_dossier(request.data)
    given |= {f"src/{name}": content for name, content in cache.house().items()}
    layout = {name: cache.of_file(path) for name, path in brought(root).items() if name.startswith("report/")}
    for pattern in (*LAYOUT, f"report/editions/{request.edition}.yml"):
        layout |= cache.of_files(root.glob(pattern), root)
    given |= dict(sorted(layout.items()))
    return given | {f"notebooks/{path.name}": cache.digest(runner.cells(path)) for path in notebooks(root)}


def _of_dossier(data: Path) -> dict[str, str]:
    return {f"{DATA}{name}": content for name, content in cache.of_files(tables(data), data).items()}


def behind(made: Mapping[str, str], data: Path) -> list[str]:
    """The files of a dossier, by name, that are not as they were when something was made of them; ``made``
    are the digests of all it was made from.
    """
    now = _of_dossier(data)
    then = {name: content for name, content in made.items() if name.startswith(DATA)}
    names = now.keys() | then.keys()
    return sorted(name.removeprefix(DATA) for name in names if now.get(name) != then.get(name))


def tables(data: Path) -> list[Path]:
    """The files of a dossier that may be read: all but what is written for people, what is hidden, and what a
    spreadsheet keeps beside an open workbook; and its words in other languages.
    """
    own = [path for path in data.iterdir() if path.suffix != ".md" and not path.name.startswith((".", "~$"))]
    return [*(path for path in own if path != data / TERMS), *data.glob(f"{TERMS}/*.csv")]


@contextmanager
def copied(request: Request) -> Iterator[Request]:
    """The same request, from a copy of all that it is made from: what happens to the originals meanwhile is
    left to the next run.

    Raises Refused with all that is wrong with a dossier that cannot be copied.
    """
    if request.copy_of:
        yield request
        return
    root = request.root
    patterns = (*LAYOUT, FOR_A_CLASS, f"report/editions/{request.edition}.yml", "notebooks/*.*")
    paths = {path.relative_to(root).as_posix(): path for pattern in patterns for path in root.glob(pattern)}
    paths |= {f"data/{path.relative_to(request.data).as_posix()}": path for path in tables(request.data)}
    with aside(request, "inputs") as folder:
        problems = []
        for name, path in paths.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            if path.is_dir():
                place.mkdir()  # told where a file must stand
            elif path.is_file():
                try:
                    content = path.read_bytes()
                except OSError as error:
                    problems.append(
                        Problem(name, f"cannot be read ({error.strerror}).", "Allow it to be read.")
                    )
                    continue
                place.write_bytes(content)
        if problems:
            raise Refused(problems)
        complete(folder, brought(root))
        (folder / MARK).write_text(COPY, "utf-8")
        yield replace(request, root=folder, data=folder / "data", copy_of=request)


@contextmanager
def aside(request: Request, kind: str = "making") -> Iterator[Path]:
    """A folder in ``build/`` to make an edition in, gone afterwards; what a run that was killed has left goes
    first.
    """
    build, prefix = request.out / "build", f"{Path(request.name).name}.{kind}-"
    clear(build, prefix)
    with staging(build, prefix) as folder:
        yield folder
