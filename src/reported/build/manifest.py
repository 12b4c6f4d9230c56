"""Published: what an edition that was built says of itself, in ``findings.json`` and ``manifest.json``. Each has its one reader here."""

from __future__ import annotations

import json
import sys
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from reported.analysis.parameters import LATEST
from reported.errors import Problem, Refused
from reported.dossier.dates import is_date
from reported.dossier.tables import text_of

MOST = 5  # places of one file that are told; the rest is counted
WRONG = {
    "missing": "is missing",
    "model_type": "is no object in braces",
    "dict_type": "is no object in braces",
    "list_type": "is no list in brackets",
    "string_type": "is no text in quotation marks",
    "int_type": "is no whole number",
}


def _published(text: str) -> str:
    if text and not is_date(text):
        raise ValueError("is no day, month or year")
    return text


def _as_of(text: str) -> str:
    return text if text == LATEST else str(date.fromisoformat(text))


def _plain(value: Any) -> Any:
    if not (value is None or isinstance(value, str) or (isinstance(value, (int, float)) and abs(value) <= sys.float_info.max)):
        raise ValueError("is neither text nor number")
    return value


Plain = Annotated[Any, AfterValidator(_plain)]


class _Held(BaseModel):
    """What is named here must be there as it is told; what else is there does no harm."""

    model_config = ConfigDict(strict=True, extra="allow")


class _Parameters(_Held):
    __pydantic_extra__: dict[str, Plain]
    as_of: Annotated[str, AfterValidator(_as_of)] = LATEST


class _Finding(_Held):
    id: str
    notebook: str
    sentence: str
    role: str
    claims: list[str]
    why: str = ""
    linchpin: str = ""
    answer: str = ""


class _Claim(_Held):
    __pydantic_extra__: dict[str, Plain]
    notebooks: list[str]
    said: str
    status: str
    basis: str
    relays: str
    publisher: str
    published: Annotated[str, AfterValidator(_published)]


class _Findings(_Held):
    parameters: _Parameters
    bottom_line: str = ""
    findings: list[_Finding]
    on_record: int | None = None
    claims: dict[str, _Claim] = {}


class _Manifest(_Held):
    inputs: dict[str, str]
    outputs: dict[str, str] = {}
    changes: dict[str, str] = {}
    versions: dict[str, str]
    reach: dict[str, list[str]] = {}


def findings(folder: Path, where: str = "") -> dict[str, Any]:
    """What a published edition found. ``where`` is what its folder is called. Raises Refused."""
    return _read(folder, "findings.json", _Findings, where)


def manifest(folder: Path, where: str = "") -> dict[str, Any]:
    """What a published edition was made from. As ``findings``."""
    return _read(folder, "manifest.json", _Manifest, where)


def _read(folder: Path, name: str, shape: type[BaseModel], where: str) -> dict[str, Any]:
    """A file as it stands, once it is known to hold what its shape asks for."""
    file, remedy = f"{where or folder}/{name}", f"It is damaged, or of another version: build the edition {folder.name} again."
    try:
        held = json.loads(text_of(folder / name), parse_constant=_no_number)
        shape.model_validate(held)
    except Refused as refused:
        raise Refused([Problem(file, problem.what, remedy) for problem in refused.problems]) from None
    except ValidationError as error:
        found = [Problem(f"{file}{_place(e['loc'])}", _said(e), remedy) for e in error.errors(include_url=False)]
        if len(found) > MOST:
            found[MOST:] = [Problem(file, f"{len(found) - MOST} more places are not as they should be.")]
        raise Refused(found) from None
    except json.JSONDecodeError as error:
        raise Refused([Problem(f"{file} line {error.lineno}", f"cannot be read: {error.msg}.", remedy)]) from None
    except (ValueError, RecursionError):  # a number that is none, or too long to be read; brackets within brackets without end
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
