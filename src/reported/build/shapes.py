"""Shapes: what ``findings.json`` and ``manifest.json`` must hold to be relied on; what else is there does no
harm.
"""

from __future__ import annotations

import sys
from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, ConfigDict

from reported.analysis.parameters import LATEST
from reported.dossier.dates import is_date


def _published(text: str) -> str:
    if text and not is_date(text):
        raise ValueError("is no day, month or year")
    return text


def _as_of(text: str) -> str:
    return text if text == LATEST else str(date.fromisoformat(text))


def _plain(value: Any) -> Any:
    if not (
        value is None
        or isinstance(value, str)
        or (isinstance(value, (int, float)) and abs(value) <= sys.float_info.max)
    ):
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
    told: str = ""


class _Table(_Held):
    id: str
    notebook: str
    caption: str
    claims: list[str]
    addresses: list[str]


class _Claim(_Held):
    __pydantic_extra__: dict[str, Plain]
    notebooks: list[str]
    said: str
    status: str
    basis: str
    relays: str
    publisher: str
    published: Annotated[str, AfterValidator(_published)]


class Findings(_Held):
    """What an edition found."""

    parameters: _Parameters
    bottom_line: str = ""
    findings: list[_Finding]
    tables: list[_Table] | None = None
    on_record: int | None = None
    claims: dict[str, _Claim] = {}


class Manifest(_Held):
    """What an edition was made from, and what came out."""

    inputs: dict[str, str]
    outputs: dict[str, str] = {}
    changes: dict[str, str] = {}
    versions: dict[str, str]
    reach: dict[str, list[str]] = {}
