"""What if: the answer as it would be if a figure were different, or if its hedge were read otherwise.

A panel of the page lets its reader suppose values. Its script (report/template/what-if.js) works the answer
out again in the browser; what it must come to is what stands here, made by the rooms that make the briefing.
A test in a browser compares the two.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from reported.analysis import consistency
from reported.analysis.consistency import Bound, Case, Outcome
from reported.analysis.hedges import READINGS, Interval, point
from reported.analysis.record import FIRST, RETOLD
from reported.dossier.claim import anything
from reported.dossier.plan import Dial, Relation
from reported.edition import Edition
from reported.wording import prose
from reported.wording.findings import pipe_table, plain
from reported.wording.fitting import apart, misses

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
NO_SHARE = 100  # per cent: where nothing is supposed, all of the load counts


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


def suppose(
    edition: Edition, words: Mapping[str, str], wording: str, reading: str, values: Mapping[str, float] = {}
) -> Supposed:
    """Hold the figures together with ``values`` (by the key of their dial, in its unit) in place of what was
    said or published.

    ``words`` are the labels of the panel. A share in per cent multiplies what stands for its quantity.
    """
    cases = [_with(case, edition, values) for case in edition.record.cases([reading], [wording])]
    outcomes = [consistency.outcome(case) for case in cases]
    word, needs = consistency.answer(outcomes), consistency.needed(outcomes)
    record = {q: _record(edition, words, q, wording, values) for q in _told(edition, cases)}
    verdict = {q: consistency.overall([o.verdicts[q] for o in outcomes]) for q in record}
    rows = [
        Row(edition.record.q(q).label, record[q], edition.words.apart(outcomes, q), verdict[q])
        for q in record
    ]
    fitting = [o.case.label["series"] for o in outcomes if o.word not in consistency.FAILING]
    some = words["some"].format(series=prose.listed(map(edition.words.series_label, fitting)))
    told = words[word.replace(" ", "_")].format(
        some=some if len(fitting) < len(outcomes) else "",
        needs=prose.listed(
            f"{edition.words.amount(span, q, outward=True)} ({record[q]})" for q, span in needs.items()
        ),
        misses=misses(outcomes),
    )
    supposing = _supposing(edition, words, values)
    sentence = words["sentence"].format(wording=wording, reading=reading, supposing=supposing, told=told)
    return Supposed(tuple(outcomes), word, needs, prose.sentence(sentence), tuple(rows))


def _supposing(edition: Edition, words: Mapping[str, str], values: Mapping[str, float]) -> str:
    """What was supposed, as the beginning of a sentence; empty where nothing was."""
    figures = [
        (words["share_as"] if dial.share else "{value}").format(
            value=_amount(edition, words, dial, values[dial.key]), label=dial.label
        )
        for dial in edition.record.plan.dials
        if dial.key in values
    ]
    return words["supposing"].format(values=prose.listed(figures)) if figures else ""


def panel(edition: Edition, labels: Mapping[str, Any], ways: str = "") -> tuple[str, dict[str, Any]] | None:
    """The panel as Markdown, with the answer as it stands, and the data for its script. ``ways`` is what
    was found on all ways of reading, of which the panel tries one at a time.

    ``None`` where nothing can be tried: no dials, or fewer than two figures in public.
    """
    dials = _live(edition)
    if not dials or len(edition.record.headlines()) < 2:
        return None
    words = labels["what_if"]
    now = suppose(edition, words, RETOLD, edition.record.parameters.reading)
    answer = [[row.label, row.record, row.needed, row.word] for row in now.rows]
    columns = [words[name] for name in ("quantity", "record", "needed", "verdict")]
    ranges = [
        [
            prose.sentence(_name(edition, dial)),
            _unit(edition, words, dial)[1],
            words["no_share"] if dial.share else edition.words.on_record(dial.quantity, RETOLD),
        ]
        for dial in dials
    ]
    tried = [words[name] for name in ("dial", "unit", "record")]
    blocks = [
        "::::: {.panel #what-if}",
        f"## {words['title']}",
        words["lead"],
        *([f"{words['ways']} {plain(ways)}"] if ways else []),
        ":::: {.as-published}",
        f"::: {{.supposed-answer}}\n[{now.word}]{{.verdict}}\n\n{plain(now.sentence)}\n:::",
        pipe_table({"columns": columns, "rows": answer, "widths": [24, 34, 40, 16]}),
        words["dials"],
        pipe_table({"columns": tried, "rows": ranges, "widths": [34, 24, 40]}),
        f"::: {{.needs-script}}\n{words['script']}\n:::",
        "::::",
        ":::::",
    ]
    return "\n\n".join(blocks), _data(edition, labels, dials)


def _told(edition: Edition, cases: Sequence[Case]) -> list[str]:
    """The quantities of the panel: what somebody can say something of, and then what the calendar tells."""
    return [*edition.record.quantities(), *cases[0].known]


def _live(edition: Edition) -> list[Dial]:
    """The dials of quantities about which something was said or published."""
    known = {quantity for case in edition.record.cases() for quantity in case.bounds}
    return [dial for dial in edition.record.plan.dials if dial.quantity in known]


def _with(case: Case, edition: Edition, values: Mapping[str, float]) -> Case:
    """A case with some values in place of its bounds."""
    bounds = dict(case.bounds)
    # A share is taken of what was supposed.
    for dial in sorted(edition.record.plan.dials, key=lambda dial: dial.share):
        if dial.key in values and dial.share and dial.quantity in bounds:
            bound = bounds[dial.quantity]
            bounds[dial.quantity] = replace(bound, interval=bound.interval * (values[dial.key] / 100))
        elif dial.key in values and not dial.share:
            bounds[dial.quantity] = Bound(point(values[dial.key] * _factor(edition, dial)))
    return replace(case, bounds=bounds)


def _factor(edition: Edition, dial: Dial) -> float:
    return edition.record.q(dial.quantity).units[dial.unit] if dial.unit else 1.0


def _name(edition: Edition, dial: Dial) -> str:
    return dial.label or edition.record.q(dial.quantity).label


def _unit(edition: Edition, words: Mapping[str, str], dial: Dial) -> tuple[str, str]:
    """The noun of a dial's number, for one and for many."""
    if dial.share:
        return words["per_cent"], words["per_cent"]
    unit = dial.unit or consistency.base(edition.record.q(dial.quantity).units)
    noun = edition.words.noun
    return noun(dial.quantity, unit, True), noun(dial.quantity, unit, False)


def _amount(edition: Edition, words: Mapping[str, str], dial: Dial, value: float) -> str:
    """A supposed value in words: ``12,000 loaves a day``, ``60 per cent``."""
    return f"{prose.stated(value)} {_unit(edition, words, dial)[value != 1]}"


def _record(
    edition: Edition, words: Mapping[str, str], quantity: str, wording: str, values: Mapping[str, float]
) -> str:
    """What stands for a quantity: ``published: 200 to 500``, ``supposed: 12,000 loaves``, a share of it."""
    record = edition.words.on_record(quantity, wording)
    for dial in sorted(edition.record.plan.dials, key=lambda dial: dial.share):
        if dial.quantity == quantity and dial.key in values:
            template = words["share_of"] if dial.share else words["supposed"]
            record = template.format(record=record, value=_amount(edition, words, dial, values[dial.key]))
    return record


def _data(edition: Edition, labels: Mapping[str, Any], dials: list[Dial]) -> dict[str, Any]:
    """What the script needs: the bounds of every case, the dials, and all of its words."""
    words = labels["what_if"]
    cases = edition.record.cases()
    return {
        "words": dict(words) | _number_words(),
        "verdicts": VERDICTS,
        "wordings": WORDINGS,
        "start": {"wording": next(iter(WORDINGS)), "reading": edition.record.parameters.reading},
        "choices": [_choice(words, "reading", READINGS), _choice(words, "wording", WORDINGS)],
        **_chain(edition.record.relations, cases),
        "quantities": [
            {
                "id": q,
                "label": edition.words.label(q),
                "one": edition.record.q(q).one,
                "many": edition.record.q(q).many,
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
                "bounds": {q: _bound(bound) for q, bound in case.bounds.items()},
            }
            for case in cases
        ],
        "dials": [_dial(edition, words, dial, cases) for dial in dials],
    }


def _chain(relations: Iterable[Relation], cases: Sequence[Case]) -> dict[str, Any]:
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


def _choice(words: Mapping[str, str], name: str, options: Iterable[str]) -> dict[str, Any]:
    """A choice of the panel as its script takes it."""
    labelled = [{"value": option, "label": words[option]} for option in options]
    return {"name": name, "label": words[name], "options": labelled}


def _dial(edition: Edition, words: Mapping[str, str], dial: Dial, cases: list[Case]) -> dict[str, Any]:
    """A dial as its script takes it; ``ranges`` (base units) is what was sourced, by wording and reading."""
    one, many = _unit(edition, words, dial)
    made = {
        "key": dial.key,
        "quantity": dial.quantity,
        "share": dial.share,
        "label": _name(edition, dial),
        "one": one,
        "many": many,
    }
    if dial.share:
        return made | {"factor": 0.01, "max": NO_SHARE, "step": 1, "rest": NO_SHARE}
    spans = {}
    for case in cases:
        if dial.quantity in case.bounds:
            key = f"{WORDING_KEYS[case.label['wording']]} {case.label['reading']}"
            spans[key] = _sourced(edition, case, dial.quantity)
    # Where an end is open, the scale goes by the number named.
    named = [] if _examined(edition, dial.quantity) else [edition.record.span(dial.quantity)]
    ends = [end for span in (*spans.values(), *named) for end in (span.low, span.high) if math.isfinite(end)]
    most = _rounded_up(2 * max(ends) / _factor(edition, dial), tuple(range(1, 11)))
    return made | {
        "factor": _factor(edition, dial),
        "max": most,
        "step": _rounded_up(most / 200, (1, 2, 5, 10)),
        "rest": 0,
        "ranges": {key: _ends(span) for key, span in spans.items()},
    }


def _sourced(edition: Edition, case: Case, quantity: str) -> Interval:
    """The range that was sourced: what the wording of an examined figure allows, or lowest to highest."""
    return case.bounds[quantity].interval if _examined(edition, quantity) else edition.record.reach(quantity)


def _examined(edition: Edition, quantity: str) -> bool:
    """Whether what stands for a quantity is a figure under examination."""
    return edition.record.headline(quantity) is not None and quantity not in edition.record.parameters.inputs


def _rounded_up(value: float, digits: tuple[int, ...]) -> float:
    """The next number that has one of these digits in front and noughts behind it."""
    place = 10.0 ** math.floor(math.log10(value))
    return next(float(f"{digit * place:.12g}") for digit in digits if digit * place >= value * (1 - 1e-9))


def _bound(bound: Bound) -> list[float | bool | None]:
    return [*_ends(bound.interval), *bound.rounding]


def _ends(span: Interval) -> list[float | bool | None]:
    low, high = (end if math.isfinite(end) else None for end in (span.low, span.high))
    return [low, high, span.low_open, span.high_open]


def _number_words() -> dict[str, Any]:
    """The words around numbers as templates, taken from the rooms that write them."""
    spans = {
        "unbounded": Interval(),
        "above": Interval(2000),
        "least": Interval(2000, low_open=False),
        "under": Interval(0, 3000),
        "most": Interval(0, 3000, high_open=False),
        "between": Interval(2000, 3000),
    }
    said = {name: prose.words(span) for name, span in spans.items()}
    return {
        name: text.replace("2,000", "{low}").replace("3,000", "{high}") for name, text in said.items()
    } | {
        "spelled": [prose.stated(n) for n in range(1, 11)],
        "one_million": prose.stated(1e6),
        "million": prose.digits(2e6).removeprefix("2"),
        "billion": prose.digits(2e9).removeprefix("2"),
        "and": prose.listed("ab")[1:-1],
        "close": apart(1),
        "apart": apart(2).replace("2.00", "{factor}"),
        "never": apart(math.inf),
    }
