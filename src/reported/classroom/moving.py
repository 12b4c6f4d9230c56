"""Moving a figure: what a class needs to reckon by itself what the answer would be if a figure were another
number (see ``exercises.supposing``): the relations, what was said on each way of reading, and all of the
words.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from reported.analysis import consistency
from reported.analysis.hedges import READINGS
from reported.classroom.questions import Move
from reported.document import what_if
from reported.dossier.plan import Dial
from reported.edition import Edition
from reported.wording import prose
from reported.wording.claims import alone
from reported.wording.findings import plain
from reported.wording.language import say, spoken, word_for

WIDER = 2  # by what factor a slider goes beyond all that was said and all that the others leave
IN_PART = (consistency.FITS, consistency.ONLY_IF)  # answers that may hold on some ways of counting only
MISSED = tuple(f"{consistency.NO_FIT} {by}" for by in ("by little", "by a factor", "by any"))
KINDS = (*IN_PART, *(f"{kind} in part" for kind in IN_PART), consistency.EDGE, *MISSED, consistency.UNTESTED)
# What is put into a text where a class reckons.
VALUES = {name: f"{{{name}}}" for name in ("value", "series", "needs", "factor")}
ROOM = re.compile(r"&#123;(\w+)&#125;")


def moves(ed: Edition) -> dict[str, Move]:
    """What can be moved: each dial that is no share, of a quantity without a figure under examination."""
    made = {}
    for dial in ed.record.plan.dials:
        if dial.share or ed.record.headline(dial.quantity) is not None:
            continue
        if ends := sorted(_ends(ed, dial)):
            made[dial.key] = _move(ed, dial, ends)
    return made


def reckoned(ed: Edition) -> dict[str, Any]:
    """All that moving a figure is reckoned from."""
    cases = ed.record.cases()
    return {
        **what_if.chain(ed.record.relations, cases),
        "cases": [
            {
                "wording": what_if.WORDING_KEYS[case.label["wording"]],
                "reading": case.label["reading"],
                "series": plain(ed.words.series_label(case.label["series"])),
                "bounds": {q: what_if.bound_data(bound) for q, bound in case.bounds.items()},
            }
            for case in cases
        ],
        "figures": {q: _figure(ed, q) for q in ed.record.quantities()},
        "wordings": {key: word_for("lesson-wording", key) for key in what_if.WORDINGS},
        "readings": {reading: word_for("lesson-reading", reading) for reading in READINGS},
        "says": {
            f"{wording} {reading}": {kind: _says(kind, wording, reading) for kind in KINDS}
            for wording in what_if.WORDINGS
            for reading in READINGS
        },
        "figure": say("lesson-figure", label="{label}", record="{record}"),
        "list": say("list-figures", first="{first}", last="{last}"),
    }


def _ends(ed: Edition, dial: Dial) -> Iterator[float]:
    """The ends, in the unit of a dial, of what is on the record for its quantity, and of what the others
    leave for it on each way of reading: the break-evens.
    """
    factor, cases = _factor(ed, dial), ed.record.cases()
    if not any(dial.quantity in case.bounds for case in cases):
        return
    implied = [consistency.implied(case, dial.quantity).interval for case in cases]
    for span in (ed.record.span(dial.quantity), *filter(None, implied)):
        yield from (end / factor for end in (span.low, span.high) if 0 < end < math.inf)


def _move(ed: Edition, dial: Dial, ends: list[float]) -> Move:
    low, high = ends[0] / WIDER, ends[-1] * WIDER
    unit = dial.unit or consistency.base(ed.record.q(dial.quantity).units)
    one, many = (ed.words.noun(dial.quantity, unit, single) for single in (True, False))
    label = dial.label or ed.record.q(dial.quantity).label
    return Move(
        text=plain(say("lesson-move", figure=label, noun=alone(many), named=_names(label, many))),
        quantity=dial.quantity,
        factor=_factor(ed, dial),
        low=float(f"{low:.2g}"),
        high=float(f"{high:.2g}"),
        start=float(f"{math.sqrt(low * high):.2g}"),
        one=_roomy(prose.dressed("{value}", one)),
        many=_roomy(prose.dressed("{value}", many)),
    )


def _names(label: str, noun: str) -> bool:
    """Whether what a figure is called has all the words of its noun in it."""
    return set(noun.replace("{}", "").split()) <= set(label.split())


def _factor(ed: Edition, dial: Dial) -> float:
    return ed.record.q(dial.quantity).units[dial.unit] if dial.unit else 1.0


def _figure(ed: Edition, quantity: str) -> dict[str, str]:
    """What a class says of a quantity: what is on the record under each wording, and limits with its noun."""
    many = ed.record.q(quantity).many

    def limit(name: str) -> str:
        return _roomy(prose.hedged(name, lambda text: prose.dressed(text, many), "{number}", "{high}"))

    return {
        **{key: plain(ed.words.on_record(quantity, wording)) for key, wording in what_if.WORDINGS.items()},
        "above": limit("span-above"),
        "least": limit("span-at-least"),
        "under": limit("span-below"),
        "most": limit("span-at-most"),
        "between": limit("span-between"),
        "exactly": _roomy(prose.dressed("{number}", many)),
    }


def _says(kind: str, wording: str, reading: str) -> str:
    """An answer of a kind, with room for its numbers and lists."""
    name = f"moved-{'-'.join(kind.split())}"
    given = {"wording": wording, "reading": reading, **VALUES}
    return say(name, **{key: given[key] for key in spoken().taken(name)})


def _roomy(text: str) -> str:
    """A text for Markdown that keeps the room for its values."""
    return ROOM.sub(r"{\1}", plain(text))
