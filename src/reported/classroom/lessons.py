"""Teaching: the exercises of a class, made from an edition by the same rooms as the report, so that no key
can disagree with it.

Where a dossier has nothing to ask about, an exercise says so in a line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from reported.classroom import drift, one_word, sources, together
from reported.classroom.exercises.asking import Exercise
from reported.classroom.questions import Sheet
from reported.edition import Edition, open_edition

MAKERS: dict[str, Callable[[Edition], Sheet]] = {
    room.NAME: room.sheet for room in (drift, sources, together, one_word)
}


def exercise(name: str, names: Mapping[str, Any]) -> Exercise:
    """One exercise for a notebook, of the edition its parameters describe; call it with ``globals()``."""
    return Exercise(MAKERS[name](open_edition(names)).sealed())


def sheets(edition: Edition) -> list[Sheet]:
    """Every exercise of a class, in order."""
    return [make(edition) for make in MAKERS.values()]
