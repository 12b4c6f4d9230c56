"""What if: the answer as it would be if a figure were different, or if its hedge were read otherwise.

A panel of the page lets its reader suppose values. Its script (what-if.js of the layout) works the answer out
again in the browser, and says it by the same messages, which it gets with room for what it fills in; what it
must come to is what stands here, made by the rooms that make the briefing. A test in a browser compares the
two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

from reported.analysis import consistency
from reported.analysis.chain import links
from reported.analysis.consistency import Bound, Case, Outcome
from reported.analysis.hedges import READINGS, Interval, point
from reported.analysis.record import FIRST, RETOLD
from reported.document.evidence import heads
from reported.dossier.claim import anything
from reported.dossier.plan import Dial, Relation
from reported.edition import Edition
from reported.wording import particles, prose
from reported.wording.claims import alone
from reported.wording.findings import pipe_table, plain
from reported.wording.language import say, spoken, word_for

Tried = Sequence[tuple[Dial, float]]  # dials with what is supposed for them
WORDINGS = {"retold": RETOLD, "first": FIRST}  # as an address names them
VERDICTS = [
    consistency.FITS,
    consistency.ONLY_IF,
    consistency.TENSION,
    consistency.NO_FIT,
    consistency.UNTESTED,
    consistency.EDGE,
]
WORDING_KEYS = {wording: key for key, wording in WORDINGS.items()}
ANSWERS = (
    consistency.FITS, consistency.ONLY_IF, consistency.EDGE, consistency.NO_FIT, consistency.UNTESTED,
)  # fmt: skip
# What a message of the panel may choose by, with all that it can be.
KINDS = {"supposed": ("yes", "no"), "some": ("yes", "no"), "apart": ("close", "far", "never")}
COLUMNS = ("quantity", "record", "needed", "verdict")
SPANS = ("unbounded", "above", "at-least", "below", "at-most", "between")
NO_SHARE = 100  # per cent: where nothing is supposed, all of the load counts
ROOM, UNLIKE = (
    1.5,
    2.5,
)  # factors of ten: a scale's room beyond the record, and a record too wide to share a measure


@dataclass(frozen=True)
class Row:
    """One quantity of an answer: its name, what stands on the record (or was supposed), what the others need,
    the verdict.
    """

    label: str
    record: str
    needed: str
    word: str


@dataclass(frozen=True)
class Supposed:
    """What comes of supposing some values under one wording and reading."""

    outcomes: tuple[Outcome, ...]
    word: str
    needs: dict[str, Interval]
    sentence: str
    rows: tuple[Row, ...]


def suppose(edition: Edition, wording: str, reading: str, values: Mapping[str, float] = {}) -> Supposed:
    """Hold the figures together with ``values`` (by the key of their dial, in its unit) in place of what was
    said or published. A share in per cent multiplies what stands for its quantity.
    """
    tried = [(dial, values[dial.key]) for dial in (dials(edition) if values else ()) if dial.key in values]
    cases = [_with(case, edition, tried) for case in edition.record.cases([reading], [wording])]
    outcomes = [consistency.outcome(case) for case in cases]
    word, needs = consistency.answer(outcomes), consistency.needed(outcomes)
    record = {q: _record(edition, q, wording, tried) for q in _told(edition, cases)}
    verdict = {q: consistency.overall([o.verdicts[q] for o in outcomes]) for q in record}
    rows = [
        Row(edition.record.q(q).label, record[q], edition.words.apart(outcomes, q), verdict[q])
        for q in record
    ]
    given = _read(edition, wording, reading, tried) | _decided(edition, outcomes, needs, record)
    # Each answer takes those that bear on it.
    taken = spoken().taken(f"panel-answer-{'-'.join(word.split())}")
    sentence = word_for("panel-answer", word, **{name: given[name] for name in given if name in taken})
    return Supposed(tuple(outcomes), word, needs, prose.sentence(sentence), tuple(rows))


def _read(edition: Edition, wording: str, reading: str, tried: Tried) -> dict[str, str | bool]:
    """How the figures were read and what was supposed, as an answer takes it."""
    supposed = []
    for dial, number in tried:
        value = _amount(edition, dial, number)
        supposed.append(say("panel-share", value=value, label=dial.label) if dial.share else value)
    return {
        "wording": say(f"panel-worded-{WORDING_KEYS[wording]}"),
        "reading": word_for("panel-read", reading),
        "supposed": bool(supposed),
        "values": prose.listed(supposed),
    }


def _decided(
    edition: Edition, outcomes: Sequence[Outcome], needs: Mapping[str, Interval], record: Mapping[str, str]
) -> dict[str, str | bool]:
    """What an answer may say: what it takes, on which ways of counting, or by how much figures miss."""
    fitting = [o.case.label["series"] for o in outcomes if o.word not in consistency.FAILING]
    factor = min(o.stretch for o in outcomes)
    return {
        "some": len(fitting) < len(outcomes),
        "series": prose.listed(map(edition.words.series_label, fitting)),
        "needs": prose.listed(
            say("panel-need", amount=edition.words.amount(span, q, outward=True), record=record[q])
            for q, span in needs.items()
        ),
        "apart": consistency.how_far(factor),
        "factor": f"{factor:.2f}",
    }


def panel(edition: Edition, ways: str = "") -> tuple[str, dict[str, Any]] | None:
    """The panel as Markdown, with the answer as it stands, and the data for its script. ``ways`` is what
    was found on all ways of reading, of which the panel tries one at a time.

    ``None`` where nothing can be tried: nothing is known, or fewer than two figures are in public.
    """
    movable = dials(edition)
    if not movable or len(edition.record.headlines()) < 2:
        return None
    now = suppose(edition, RETOLD, edition.record.parameters.reading)
    answer = [[row.label, row.record, row.needed, word_for("verdict", row.word)] for row in now.rows]
    ranges = [
        [
            prose.sentence(_name(edition, dial)),
            alone(_unit(edition, dial)[1]),
            say("panel-no-share") if dial.share else edition.words.on_record(dial.quantity, RETOLD),
        ]
        for dial in movable
    ]
    columns, tried = heads("panel-table", *COLUMNS), heads("panel-dials", "dial", "unit", "record")
    verdict = f"[{word_for('verdict', now.word)}]{{.verdict}}"
    blocks = [
        "::::: {.panel #what-if}",
        f"## {say('panel-title')}",
        say("panel-lead"),
        *([f"{say('panel-ways')} {plain(ways)}"] if ways else []),
        ":::: {.as-published}",
        f"::: {{.supposed-answer}}\n{verdict}\n\n{plain(now.sentence)}\n:::",
        pipe_table({"columns": columns, "rows": answer, "widths": [24, 34, 40, 16]}),
        say("panel-dials"),
        pipe_table({"columns": tried, "rows": ranges, "widths": [34, 24, 40]}),
        f"::: {{.needs-script}}\n{say('panel-script')}\n:::",
        "::::",
        ":::::",
    ]
    return "\n\n".join(blocks), _data(edition, movable)


def _told(edition: Edition, cases: Sequence[Case]) -> list[str]:
    """The quantities of the panel: what somebody can say something of, and then what the calendar tells."""
    return [*edition.record.quantities(), *cases[0].known]


def dials(edition: Edition) -> list[Dial]:
    """What can be supposed otherwise, in the order of the chain: each quantity about which something was said
    or published, in the unit that the dossier names for it, and what shares it names.

    A quantity that can go below nought only where the dossier names it.
    """
    record, named = edition.record, edition.record.plan.dials
    known = {quantity for case in record.cases() for quantity in case.bounds}
    made = []
    for quantity in dict.fromkeys(link.quantity for link in links(record.relations)):
        own = [dial for dial in named if dial.quantity == quantity]
        if quantity in known and quantity not in record.signed and all(dial.share for dial in own):
            own.insert(0, Dial(quantity=quantity))
        made += [dial for dial in own if quantity in known]
    return made


def _with(case: Case, edition: Edition, tried: Tried) -> Case:
    """A case with some values in place of its bounds."""
    bounds = dict(case.bounds)
    # A share is taken of what was supposed.
    for dial, number in _shares_last(tried):
        if dial.share and dial.quantity in bounds:
            bound = bounds[dial.quantity]
            bounds[dial.quantity] = replace(bound, interval=bound.interval * (number / 100))
        elif not dial.share:
            bounds[dial.quantity] = Bound(point(number * _factor(edition, dial)))
    return replace(case, bounds=bounds)


def _shares_last(tried: Tried) -> Tried:
    return sorted(tried, key=lambda one: one[0].share)


def _factor(edition: Edition, dial: Dial) -> float:
    return edition.record.q(dial.quantity).units[dial.unit] if dial.unit else 1.0


def _name(edition: Edition, dial: Dial) -> str:
    return dial.label or edition.record.q(dial.quantity).label


def _unit(edition: Edition, dial: Dial) -> tuple[str, str]:
    """The noun of a dial's number, for one and for many."""
    if dial.share:
        return (say("panel-per-cent"),) * 2
    unit = dial.unit or consistency.base(edition.record.q(dial.quantity).units)
    noun = edition.words.noun
    return noun(dial.quantity, unit, True), noun(dial.quantity, unit, False)


def _amount(edition: Edition, dial: Dial, value: float) -> str:
    """A supposed value in words: ``12,000 loaves a day``, ``60 per cent``."""
    return prose.dressed(prose.stated(value), _unit(edition, dial)[value != 1])


def _record(edition: Edition, quantity: str, wording: str, tried: Tried) -> str:
    """What stands for a quantity: ``published: 200 to 500``, ``supposed: 12,000 loaves``, a share of it."""
    record = edition.words.on_record(quantity, wording)
    for dial, number in _shares_last(tried):
        if dial.quantity == quantity:
            value = _amount(edition, dial, number)
            shared = dial.share and say("panel-share-of", record=record, value=value)
            record = shared or say("panel-supposed", value=value)
    return record


def _data(edition: Edition, movable: list[Dial]) -> dict[str, Any]:
    """What the script needs: the bounds of every case, the dials, and all of its words."""
    cases = edition.record.cases()
    return {
        "words": words(),
        "verdicts": VERDICTS,
        "start": {"wording": next(iter(WORDINGS)), "reading": edition.record.parameters.reading},
        "choices": [_choice("reading", READINGS), _choice("wording", WORDINGS)],
        **chain(edition.record.relations, cases),
        "quantities": [
            {
                "id": q,
                "label": edition.words.label(q),
                "one": edition.record.q(q).one,
                "many": edition.record.q(q).many,
                "unit": alone(edition.record.q(q).many),
                "examined": _examined(edition, q),
                "record": {key: edition.words.on_record(q, wording) for key, wording in WORDINGS.items()},
            }
            for q in _told(edition, cases)
        ],
        "cases": [
            {
                "wording": WORDING_KEYS[case.label["wording"]],
                "reading": case.label["reading"],
                "series": edition.words.series_label(case.label["series"]),
                "bounds": {q: bound_data(bound) for q, bound in case.bounds.items()},
            }
            for case in cases
        ],
        "links": [
            {"operator": link.operator, "quantity": link.quantity, "number": link.number, "again": link.again}
            for link in links(edition.record.relations)
        ],
        "dials": [_dial(edition, dial, cases) for dial in movable],
        "decades": _decades(edition, movable, cases),
    }


def chain(relations: Iterable[Relation], cases: Sequence[Case]) -> dict[str, Any]:
    """How the quantities hang together, as the script takes it: each relation as a product or a sum, the
    quantities that can be below nought, and what is given of each.
    """
    told, signed, known = [], cases[0].signed, cases[0].known
    for relation in relations:
        parts: list[str | float] = list(relation.parts)
        whole: str | float = relation.whole
        if relation.kind in "÷−":  # a = b ÷ c says that b = a × c
            whole, parts[0] = parts[0], whole
        told.append({"product": relation.kind in "×÷", "whole": whole, "parts": parts})
    names = dict.fromkeys(name for relation in relations for name in relation.quantities)
    given = {name: point(known[name]) if name in known else anything(name in signed) for name in names}
    return {
        "relations": told,
        "signed": {name: name in signed for name in names},
        "given": {name: _ends(span) for name, span in given.items()},
    }


def _choice(name: str, options: Iterable[str]) -> dict[str, Any]:
    """A choice of the panel as its script takes it."""
    labelled = [{"value": option, "label": say(f"panel-{name}.{option}")} for option in options]
    return {"name": name, "label": say(f"panel-{name}"), "options": labelled}


def _dial(edition: Edition, dial: Dial, cases: list[Case]) -> dict[str, Any]:
    """A dial as its script takes it; ``ranges`` (base units) is what was sourced, by wording and reading."""
    one, many = _unit(edition, dial)
    made = {
        "key": dial.key,
        "quantity": dial.quantity,
        "share": dial.share,
        "label": _name(edition, dial),
        "one": one,
        "many": many,
        "unit": alone(many),
    }
    if dial.share:
        return made | {"factor": 0.01, "rest": NO_SHARE}
    row, factor = edition.record.headline(dial.quantity, RETOLD), _factor(edition, dial)
    return made | {
        "factor": factor,
        "rest": 0,
        "named": row.number / factor if row and _examined(edition, dial.quantity) else None,
        "around": _around(edition, dial, cases),
        "ranges": {key: _ends(span) for key, span in _ranges(edition, dial, cases).items()},
    }


def _ranges(edition: Edition, dial: Dial, cases: list[Case]) -> dict[str, Interval]:
    """What was sourced for the quantity of a dial, by wording and reading."""
    return {
        f"{WORDING_KEYS[case.label['wording']]} {case.label['reading']}": _sourced(
            edition, case, dial.quantity
        )
        for case in cases
        if dial.quantity in case.bounds
    }


def _around(edition: Edition, dial: Dial, cases: list[Case]) -> list[float]:
    """The least and the greatest number on the record for a dial, in its unit; of an end that is open, the
    number named."""
    spans = list(_ranges(edition, dial, cases).values())
    row = edition.record.headline(dial.quantity, RETOLD)
    named = [row.number] if row and _examined(edition, dial.quantity) else []
    if not _examined(edition, dial.quantity):
        spans.append(edition.record.span(dial.quantity))
    ends = [*named, *(end for span in spans for end in (span.low, span.high))]
    ends = [end / _factor(edition, dial) for end in ends if math.isfinite(end) and end > 0] or [1.0]
    return [min(ends), max(ends)]


def _decades(edition: Edition, movable: list[Dial], cases: list[Case]) -> float:
    """How many factors of ten each scale spans: one beyond the widest record, the same for all; ``0`` where
    records are too unlike for that, so that each has a measure of its own."""
    reach = [
        math.log10(high / low)
        for low, high in (_around(edition, dial, cases) for dial in movable if not dial.share)
    ]
    widest = max(reach, default=0.0)
    return round(widest + ROOM, 6) if widest <= UNLIKE else 0


def _sourced(edition: Edition, case: Case, quantity: str) -> Interval:
    """The range that was sourced: what the wording of an examined figure allows, or lowest to highest."""
    return case.bounds[quantity].interval if _examined(edition, quantity) else edition.record.reach(quantity)


def _examined(edition: Edition, quantity: str) -> bool:
    """Whether what stands for a quantity is a figure under examination."""
    return edition.record.headline(quantity) is not None and quantity not in edition.record.parameters.inputs


def bound_data(bound: Bound) -> list[float | bool | None]:
    """A bound as the script takes it: its ends, whether each is open, and the rounding of each."""
    return [*_ends(bound.interval), *bound.rounding]


def _ends(span: Interval) -> list[float | bool | None]:
    low, high = (end if math.isfinite(end) else None for end in (span.low, span.high))
    return [low, high, span.low_open, span.high_open]


def words() -> dict[str, Any]:
    """The words of the script: messages with room for what it fills in, and how numbers are written."""
    language, template = spoken(), spoken().template
    plain_ones = ("need", "supposed", "share", "share-of", "outside", "no-number", "not-above")
    return {
        **{name.replace("-", "_"): template(f"panel-{name}") for name in plain_ones},
        **{name: say(f"panel-{name}") for name in ("hint", "reported", "back", "table")},
        "no_share": say("panel-no-share"),
        "columns": heads("panel-table", *COLUMNS),
        "the_rest": say("rest-do-not-meet"),
        "and": template("list-and"),
        "in_brackets": template("in-brackets"),
        "answers": {word: _templates(f"panel-answer-{'-'.join(word.split())}") for word in ANSWERS},
        "verdicts": {word: word_for("verdict", word) for word in VERDICTS},
        "read": {reading: word_for("panel-read", reading) for reading in READINGS},
        "worded": {wording: say(f"panel-worded-{wording}") for wording in WORDINGS},
        "numerals": language.numerals(),
        "spans": {name: _span(f"span-{name}") for name in SPANS},
        "particles": particles.READ if language.code == particles.LANGUAGE else None,
    }


def _templates(name: str) -> dict[str, Any]:
    """A message as the script takes it: by what it chooses, and how each choice is said."""
    by = [kind for kind in KINDS if kind in spoken().taken(name)]
    chosen = product(*(KINDS[kind] for kind in by))
    said = {" ".join(each): spoken().template(name, **dict(zip(by, each, strict=True))) for each in chosen}
    return {"by": by, "said": said}


def _span(name: str) -> list[str | None]:
    """What a range says of its number, and of its number with its noun; ``None`` where it leaves that."""
    changed = f"{name}.number"
    return [spoken().template(changed) if spoken().has(changed) else None, spoken().template(name)]
