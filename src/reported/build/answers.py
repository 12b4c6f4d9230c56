"""Answers: what an edition found, as one flat row, so that many editions can stand in one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reported.analysis.consistency import EDGE, FITS, NO_FIT, ONLY_IF, TENSION, UNTESTED

VERDICTS = (FITS, ONLY_IF, EDGE, TENSION, NO_FIT, UNTESTED)
VERDICT = (
    "fit"  # the finding whose answer is the verdict: the figures as retold, read as the edition reads them
)
NOT_ASKED = "not asked"  # the figures under examination were not public, or the dossier lacks them


def row(found: Iterable[Mapping[str, Any]], bottom_line: str) -> dict[str, Any]:
    """The findings of an edition (as ``findings.json`` holds them) as columns.

    ``verdict`` and ``bottom_line`` first; then for each finding ``06.fit`` (its answer in a word) and
    ``06.fit.stretch`` or ``06.fit.lanterns.low`` (the numbers behind it, in base units), under the number
    of its notebook. Lists have no place in a row.
    """
    found = list(found)
    words = [f["answer"] for f in found if f["id"] == VERDICT and f["answer"] in VERDICTS]
    made: dict[str, Any] = {"verdict": words[0] if words else NOT_ASKED, "bottom_line": bottom_line}
    for f in found:
        name = f"{f['notebook'].partition('-')[0]}.{f['id']}"
        if f["answer"]:
            made[name] = f["answer"]
        for key, value in f["values"].items():
            ends = (
                {f".{end}": value[end] for end in ("low", "high")}
                if isinstance(value, Mapping)
                else {"": value}
            )
            made |= {
                f"{name}.{key}{end}": number for end, number in ends.items() if not isinstance(number, list)
            }
    return made
