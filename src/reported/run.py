"""Runs: papermill executes the notebooks of an edition, and what came out is published as one.

An edition is built aside, in ``build/``, and takes the place of the last one only when all of it is there.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import yaml

from reported import dossier as dossiers
from reported.dossier import Problem, Refused
from reported.edition import Edition
from reported.parameters import Parameters

CELL_SECONDS = 120  # a cell that takes longer is stuck
RECORDED = (
    "papermill",
    "matplotlib",
    "pandas",
    "numpy",
    "scipy",
    "networkx",
    "pydantic",
    "typst",
    "pypandoc_binary",
    "fonttools",
)


class NotebookFailed(RuntimeError):
    """A notebook stopped; says which, in which cell, why, and where the executed notebook was kept for reading."""


@dataclass(frozen=True)
class Built:
    """A published edition: its files, and the bottom line in a sentence."""

    files: tuple[Path, ...]
    bottom_line: str


def project(start: Path | None = None) -> Path:
    """The project's folder: this one, one above, or the installed checkout. Raises Refused."""
    here = (start or Path.cwd()).resolve()
    for base in (here, *here.parents, *Path(__file__).resolve().parents):
        if (base / "notebooks").is_dir() and (base / "report" / "editions").is_dir():
            return base
    raise Refused(
        [
            Problem(
                "project",
                f"{here} is not inside a checkout (no notebooks/ and report/editions/).",
                "Change into one.",
            )
        ]
    )


def notebooks(root: Path) -> list[Path]:
    """The notebooks of the briefing, in reading order."""
    return sorted(root.glob("notebooks/[0-9][0-9]-*.ipynb"))


def build(root: Path, name: str, parameters: Parameters, data: Path, out: Path, jobs: int, show: Callable[[str], None]) -> Built:
    """Execute the notebooks of an edition, render the briefing and publish both.

    Writes ``out/report/<name>`` and ``out/figures/<name>``; whatever stood there stays untouched until everything is ready. Raises
    NotebookFailed, or Refused.
    """
    from reported import assembly, briefing, deck, evidence, explore, moments  # 0.3 s that only a build needs

    edition = Edition(dossiers.read(data), parameters)
    with _aside(out, name) as folder:
        show(f"Running {len(notebooks(root))} notebooks on {edition.plan.dossier.subject}, as of {edition.day_words} …")
        given = parameters.as_data() | {"data": str(data), "figures": str(folder / "figures")}
        executed = execute(notebooks(root), folder / "notebooks", given, jobs)
        parts = assembly.sections(executed)
        days = moments.days(edition)
        if days:
            show(f"Asking again as of {len(days)} earlier days …")
        asked = [path for path in notebooks(root) if path.stem in moments.tellers(parts)]
        earlier = _side_by_side(moments.moment, [(day, asked, given) for day in days], jobs, "day", _not_asked)
        show("Writing the briefing …")
        labels = yaml.safe_load((root / "report" / "labels.yml").read_text("utf-8"))
        numbers = evidence.numbered(assembly.uses(parts), edition)
        page = {"words": labels["scripts"], "linked": evidence.linked(edition, name, numbers)}
        panels = [moments.panel([*earlier, moments.told(parts)], edition, numbers, labels)]
        what_if = explore.panel(edition, labels)
        if what_if:
            panels.insert(0, what_if[0])
            page["what-if"] = what_if[1]
        text = assembly.document(parts, edition, name, (root / "report" / "method.md").read_text("utf-8"), labels, panels)
        report, template = folder / "report", root / "report" / "template"
        report.mkdir()
        briefing.render(text, folder, report, template, page)
        slides, handout = (make(parts, edition, name, labels) for make in (deck.slides, deck.handout))
        briefing.accompany(slides, handout, folder, report, template)
        found, used = assembly.all_findings(parts), assembly.claims_in_use(parts, edition)
        _write_json(
            report / "findings.json", {"edition": name, "parameters": parameters.as_data(), "findings": found, "claims": used}
        )
        _write_json(report / "manifest.json", manifest(root, name, parameters, data))
        (folder / "figures").mkdir(exist_ok=True)
        for kind in ("figures", "report"):
            _swap(folder / kind, out / kind / name)
    files = tuple(out / "report" / name / file for file in ("briefing.html", "briefing.pdf", "slides.pdf", "handout.pdf"))
    return Built(files, " ".join(found["sentence"] for found in assembly.bottom_line(parts)[:2]))


def refresh(root: Path, jobs: int, show: Callable[[str], None]) -> list[Path]:
    """Execute the committed notebooks as they are, with their default parameters, and keep the normalised outputs in place."""
    with tempfile.TemporaryDirectory() as folder:
        show(f"Refreshing the outputs of {len(notebooks(root))} notebooks …")
        changed = []
        for made in execute(notebooks(root), Path(folder), {}, jobs):
            place = root / "notebooks" / made.name
            if place.read_bytes() != made.read_bytes():
                shutil.copyfile(made, place)
                changed.append(place)
        return changed


def execute(paths: list[Path], folder: Path, parameters: Mapping[str, Any], jobs: int) -> list[Path]:
    """Execute notebooks side by side, each in a kernel of its own. Returns the normalised executed notebooks in the given order."""
    folder.mkdir(parents=True, exist_ok=True)
    failed: list[tuple[Path, BaseException]] = []
    tasks = [(path, folder / path.name, parameters) for path in paths]
    _side_by_side(_execute_one, tasks, jobs, "notebook", lambda task, error: failed.append((task[0], error)))
    if failed:
        raise NotebookFailed(
            "\n".join(_explained(path, folder / path.name, error) for path, error in sorted(failed, key=lambda f: f[0]))
        )
    return [folder / path.name for path in paths]


def _side_by_side(
    work: Callable, tasks: list[tuple], jobs: int, unit: str, failed: Callable[[tuple, BaseException], None] | None = None
) -> list:
    """Do the same work on several tasks in processes of their own, with a progress bar; results in the order of the tasks.

    ``failed`` is told of a task that raised, and its result is ``None``; without it the error is raised.
    """
    from tqdm import tqdm

    with (
        ProcessPoolExecutor(max_workers=max(1, min(jobs, len(tasks)))) as pool,
        tqdm(total=len(tasks), unit=unit, leave=False, file=sys.stderr) as bar,
    ):
        running = {pool.submit(work, *task): task for task in tasks}
        for done in as_completed(running):
            bar.update()
            if failed and done.exception() is not None:
                failed(running[done], done.exception())
    return [None if failed and done.exception() else done.result() for done in running]


def _execute_one(path: Path, out: Path, parameters: Mapping[str, Any]) -> None:
    import papermill

    if os.environ.get("SOURCE_DATE_EPOCH") == "":
        del os.environ["SOURCE_DATE_EPOCH"]  # empty, it kills every kernel at its start
    papermill.execute_notebook(
        str(path),
        str(out),
        parameters=dict(parameters),
        progress_bar=False,
        kernel_name="python3",
        execution_timeout=CELL_SECONDS,
        cwd=str(path.parent),
        extra_arguments=[
            "--IPKernelApp.log_level=CRITICAL"
        ],  # its talk of sockets and shutdowns is not for the reader of a progress bar
    )
    notebook = nbformat.read(out, as_version=4)
    normalise(notebook)
    nbformat.write(notebook, out)


def normalise(notebook: nbformat.NotebookNode) -> None:
    """Take out of an executed notebook what differs from run to run: times, kernel details, injected cells and their ids."""
    notebook.cells = [cell for cell in notebook.cells if "injected-parameters" not in cell.metadata.get("tags", [])]
    notebook.metadata = nbformat.from_dict({
        "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
        "language_info": {"file_extension": ".py", "mimetype": "text/x-python", "name": "python"},
    })  # fmt: skip
    count = 0
    for cell in notebook.cells:
        for key in ("papermill", "execution"):
            cell.metadata.pop(key, None)
        if cell.metadata.get("tags") == []:
            del cell.metadata["tags"]
        if cell.cell_type == "code":
            count += 1
            cell.execution_count = count
            for output in cell.outputs:
                if output.output_type == "execute_result":
                    output.execution_count = count


def _not_asked(task: tuple, error: BaseException) -> None:
    raise NotebookFailed(f"The notebooks could not be asked again as of {task[0]}: {type(error).__name__}: {error}") from error


def _explained(path: Path, out: Path, error: BaseException) -> str:
    kept = Path(tempfile.mkdtemp(prefix="reported-")) / path.name
    if out.exists():
        shutil.copyfile(out, kept)
    cell = getattr(error, "cell_index", None)
    where = f"{path.name} stopped" + (f" in cell {cell + 1}" if cell is not None else "")
    cause = f"{getattr(error, 'ename', type(error).__name__)}: {getattr(error, 'evalue', error)}"
    return f"{where}: {cause}" + (f"\nThe executed notebook with its traceback is kept at {kept}." if out.exists() else "")


def manifest(root: Path, name: str, parameters: Parameters, data: Path) -> dict[str, Any]:
    """What an edition was made from: parameters, a hash of each input, and the versions of the libraries that shape the output."""
    inputs = {f"data/{path.name}": _hash(path.read_bytes()) for path in sorted([*data.glob("*.csv"), data / "dossier.toml"])}
    for pattern in (
        "src/reported/*.py",
        "report/template/*",
        "report/*.md",
        "report/labels.yml",
        f"report/editions/{name}.yml",
        "requirements.lock",
    ):
        inputs |= {str(path.relative_to(root)): _hash(path.read_bytes()) for path in sorted(root.glob(pattern)) if path.is_file()}
    for path in notebooks(root):
        # Outputs are made from the sources, so only these are inputs.
        sources = [cell.source for cell in nbformat.read(path, as_version=4).cells]
        inputs[str(path.relative_to(root))] = _hash(json.dumps(sources).encode())
    versions = {package: importlib.metadata.version(package) for package in RECORDED}
    versions["python"] = f"{sys.version_info.major}.{sys.version_info.minor}"
    return {"edition": name, "parameters": parameters.as_data(), "inputs": inputs, "versions": versions}


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _write_json(path: Path, content: Any) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8", newline="\n")


@contextmanager
def _aside(out: Path, name: str) -> Iterator[Path]:
    """A folder beside the target, gone afterwards whatever happens."""
    (out / "build").mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=f"{name}-", dir=out / "build"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _swap(new: Path, place: Path) -> None:
    """Put a finished folder in the place of the last one: two renames, so that no half-written folder is ever seen."""
    place.parent.mkdir(parents=True, exist_ok=True)
    old = new.with_name(f"{new.name}-before")
    if place.exists():
        place.rename(old)
    new.rename(place)
