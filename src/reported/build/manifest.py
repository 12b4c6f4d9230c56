"""The manifest and the findings of an edition: what it says of itself, told and read."""

from __future__ import annotations

import importlib.metadata
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reported.build.project import notebooks
from reported.build.request import Request
from reported.errors import Problem, Refused
from reported.notebooks import cache, runner

if TYPE_CHECKING:
    from pydantic import BaseModel

FINDINGS, MANIFEST = "findings.json", "manifest.json"
RECORDED = (
    "papermill", "ipykernel", "ipython", "matplotlib", "pillow", "openpyxl", "pandas", "numpy", "networkx",
    "pydantic", "typst", "pypandoc_binary", "fonttools", "uharfbuzz", "brotli", "fontpkg-fira-sans",
    "fontpkg-spectral", "koreanize-matplotlib", "pylopdf-fonts-ko",
)  # fmt: skip
NEEDED = {"inputs", "outputs", "changes", "versions"}
MOST = 5  # places of one file that are told; the rest is counted
WRONG = {
    "missing": "is missing",
    "model_type": "is no object in braces",
    "dict_type": "is no object in braces",
    "list_type": "is no list in brackets",
    "string_type": "is no text in quotation marks",
    "int_type": "is no whole number",
}


def versions() -> dict[str, str]:
    """The versions of the Python and of the packages that shape what comes out."""
    return {package: importlib.metadata.version(package) for package in RECORDED} | {
        "python": f"{sys.version_info.major}.{sys.version_info.minor}"
    }


def outputs(place: Path) -> dict[str, str]:
    """The digest of every published file but the manifest, by its name."""
    files = cache.of_files(place.rglob("*"), place)
    return {name: content for name, content in files.items() if name != MANIFEST}


def told(
    request: Request,
    given: Mapping[str, str],
    opened: Mapping[str, str],
    parameters: Mapping[str, Any],
    report: Path,
) -> dict[str, Any]:
    """What an edition was made from and what came out: parameters, a digest of each file, and the versions
    that shape the output.

    ``opened`` are files that a notebook read beside those that every edition is made from. ``reach`` names
    the modules of this library, then the packages of others, that each notebook can reach: no other can move
    what it finds.
    """
    root = request.origin.root
    near = {
        Path(path).relative_to(root).as_posix() if Path(path).is_relative_to(root) else path: content
        for path, content in opened.items()
    }
    return {
        "edition": request.name,
        "parameters": {**parameters},
        "changes": {**request.changes},
        "inputs": {**given, **near},
        "reach": {
            path.stem: [*cache.reached(code), *cache.libraries(code)]
            for path in notebooks(request.root)
            for code in [runner.code(path)]
        },
        "versions": versions(),
        "outputs": outputs(report),
    }


def last(place: Path) -> dict[str, Any]:
    """The manifest of what is published, as far as a build relies on it; empty where there is none that it
    could.
    """
    try:
        made = json.loads((place / MANIFEST).read_text("utf-8"))
        return made if set(made) >= NEEDED else {}
    except (OSError, ValueError, TypeError):
        return {}


def found(place: Path) -> dict[str, Any]:
    """The findings of an edition that was just made, or seen to be up to date."""
    made: dict[str, Any] = json.loads((place / FINDINGS).read_text("utf-8"))
    return made


def findings(folder: Path, where: str = "") -> dict[str, Any]:
    """What a published edition found. ``where`` is what its folder is called. Raises Refused."""
    from reported.build.shapes import Findings

    return _read(folder, FINDINGS, Findings, where)


def manifest(folder: Path, where: str = "") -> dict[str, Any]:
    """What a published edition was made from. As ``findings``."""
    from reported.build.shapes import Manifest

    return _read(folder, MANIFEST, Manifest, where)


def _read(folder: Path, name: str, shape: type[BaseModel], where: str) -> dict[str, Any]:
    """A file as it stands, once it is known to hold what its shape asks for."""
    # These take longer to import than it takes to see that an edition is up to date.
    from pydantic import ValidationError

    from reported.dossier.tables import text_of

    file = f"{where or folder}/{name}"
    remedy = f"It is damaged, or of another version: build the edition {folder.name} again."
    try:
        held: dict[str, Any] = json.loads(text_of(folder / name), parse_constant=_no_number)
        shape.model_validate(held)
    except Refused as refused:
        raise Refused([Problem(file, problem.what, remedy) for problem in refused.problems]) from None
    except ValidationError as error:
        found = [
            Problem(f"{file}{_place(e['loc'])}", _said(e), remedy) for e in error.errors(include_url=False)
        ]
        if len(found) > MOST:
            found[MOST:] = [Problem(file, f"{len(found) - MOST} more places are not as they should be.")]
        raise Refused(found) from None
    except json.JSONDecodeError as error:
        raise Refused(
            [Problem(f"{file} line {error.lineno}", f"cannot be read: {error.msg}.", remedy)]
        ) from None
    except (ValueError, RecursionError):
        # A number that is none, or too long to be read; brackets within brackets without end.
        raise Refused([Problem(file, "holds what cannot be read.", remedy)]) from None
    return held


def _no_number(text: str) -> None:
    raise ValueError(text)


def _place(names: tuple[str | int, ...]) -> str:
    return "".join(f" {name + 1 if isinstance(name, int) else name}" for name in names)


def _said(error: Any) -> str:
    if error["type"] == "value_error":
        return f"{error['ctx']['error']}."
    return f"{WRONG.get(error['type']) or error['msg'].lower()}."
