"""Yardsticks, in sentences: what each estimate comes to, what stands beside it, whose figures it is made of,
and what was left out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from reported.analysis.estimates import (
    ABOVE,
    BELOW,
    MEETS,
    NOT_RECKONED,
    NOTHING,
    Beside,
    Part,
    Reckoned,
    Single,
)
from reported.analysis.record import Record
from reported.dossier.claim import Interval
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table_of
from reported.wording.language import say, word_for
from reported.wording.prose import listed

SHOWN = 3  # origins told one by one; of more, the lowest and the highest


def told(words: Words, found: Reckoned) -> Finding:
    """An estimate as a finding: what it comes to and what stands beside it, or why it was not reckoned."""
    values: dict[str, Any] = {}
    if found.published:
        values = {"comes_to": found.published.interval, "origins": found.origins}
        values |= {"beside": found.beside.interval} if found.beside else {}
    claims = [*found.claims, *(row.claim_id for row in (found.beside.rows if found.beside else ()))]
    name = f"estimate-{_name(words, found)}"
    return finding(name, _answer(words, found), claims if values else [], answer=_word(found), **values)


def overview(words: Words, every: Iterable[Reckoned]) -> ShownTable:
    """All estimates in one table: from what, how much, beside what, by whom, what was left out and why."""
    rows = [
        {
            "estimate": _by_ways(words, found, found.plan.label),
            "comes": comes_to(words, found),
            "beside": beside(words, found),
            "origins": by_origin(words, found),
            "mind": found.plan.caution,
            "left": "; ".join(_left(words, part) for part in found.parts if part.left) or "–",
            "claims": Refs(tuple(found.claims)),
        }
        for found in every
    ]
    return table_of("estimates", rows, widths=[22, 22, 22, 34, 34, 30, 12], on_screen=True)


def comes_to(words: Words, found: Reckoned) -> str:
    """What an estimate comes to, at the bare number under examination too, and what with our own figures."""
    span = found.comes_to
    also = {"estimate-bare": found.as_named if span else None, "estimate-with-ours": found.with_ours}
    told = [say(name, comes=amount(words, found, other)) for name, other in also.items() if other]
    first = [amount(words, found, span)] if span else []
    return "; ".join([*first, *told]) or say("estimate-not-reckoned")


def amount(words: Words, found: Reckoned, span: Interval) -> str:
    """A result with its noun, in the unit the estimate is told in; ``no limit`` where nothing follows."""
    if span.unbounded:
        return say("number-no-limit")
    quantity = found.plan.whole
    units = words.record.q(quantity).units
    unit = found.plan.unit or next(name for name, factor in units.items() if factor == 1)
    factor, one = units[unit], prose.stated(1)
    in_unit = Interval(span.low / factor, span.high / factor, span.low_open, span.high_open, span.signed)

    def of(text: str) -> str:
        return prose.dressed(text, words.noun(quantity, unit, text == one))

    return prose.words(in_unit, outward=True, of=of)


def beside(words: Words, found: Reckoned) -> str:
    """What an estimate is held against: what was said, or published, or follows from totals and counts."""
    held = found.beside
    if held is None:
        return say("estimate-beside-nothing")
    what = words.said(held.rows[0]) if held.examined else prose.words(held.interval, outward=True)
    return say("estimate-beside", whose=_whose(held), what=what)


def _whose(held: Beside) -> str:
    return "said" if held.examined else "published" if held.stated else "totals"


def by_origin(words: Words, found: Reckoned) -> str:
    """What each origin's own figure comes to, the others' taken for the rest; of many the lowest and the
    highest."""
    singles = found.by_origin
    if not singles:
        return say("estimate-one-origin") if found.published else "–"
    if len(singles) <= SHOWN:
        return "; ".join(_single(words, found, one) for one in singles)
    least = min(singles, key=lambda one: one.interval.low)
    most = max(singles, key=lambda one: (one.interval.high, one.interval.low))
    shown = dict.fromkeys(_single(words, found, one) for one in (least, most))
    return say("estimate-of-origins", n=len(singles), ends=listed(shown, "to"))


def spread(words: Words, every: Iterable[Reckoned]) -> Finding:
    """Which estimate is moved most by whose figure is taken: its lowest and its highest lower end, each from
    one origin's own figure."""
    pairs = ((found, [one for one in found.by_origin if one.interval.low > 0]) for found in every)
    moved = [(found, singles) for found, singles in pairs if len(singles) > 1]
    if not moved:
        return finding("spread", say("spread-none"))
    found, singles = max(moved, key=lambda pair: _factor(pair[1]))
    least, most = (end(singles, key=lambda one: one.interval.low) for end in (min, max))
    factor = _factor(singles)
    return finding(
        "spread",
        _moved(words, found, least, most, factor) if factor > 1 else say("spread-alike"),
        claims=[row.claim_id for one in (least, most) for row in one.rows],
        answer=found.plan.id,
        factor=factor,
    )


def _moved(words: Words, found: Reckoned, least: Single, most: Single, factor: float) -> str:
    low, high = _single(words, found, least), _single(words, found, most)
    return say("spread", label=found.plan.label, least=low, most=high, times=_two_digits(factor))


def _factor(singles: list[Single]) -> float:
    lows = [one.interval.low for one in singles]
    return max(lows) / min(lows)


def lying(every: Iterable[Reckoned]) -> str:
    """How the estimates lie to what they are held against, in a sentence."""
    counts = Counter(found.word for found in every if found.word != NOTHING)
    words = [word for word in (BELOW, ABOVE, MEETS) if counts[word]]
    if not words:
        return say("yardsticks-lie-beside-nothing")
    if counts.total() == 1:
        return word_for("the-one-lies", words[0])
    lies = listed(word_for("lies", word, n=counts[word]) for word in words)
    return say("yardsticks-lie", all=prose.counted(counts.total(), "yardstick"), lies=lies)


def sources(words: Words, every: Iterable[Reckoned]) -> str:
    """The source line of a chart of estimates."""
    rows = [row for found in every for part in found.parts for row in part.published]
    return words.sources_line(rows)


def _answer(words: Words, found: Reckoned) -> str:
    """What an estimate comes to, beside what; or why it comes to nothing."""
    lead = _by_ways(words, found, prose.sentence(found.plan.reads.rstrip(". ")))
    span = found.comes_to
    if span is None:
        return _why_not(words, found, lead)
    named, examined = found.as_named, [part for part in found.parts if part.examined]
    apart, share = _distance(found)
    return say(
        "estimate",
        lead=lead,
        comes=amount(words, found, span),
        exactly=bool(named),
        bare=words.bare(examined[0].published[0]) if named else "",
        named=amount(words, found, named) if named else "",
        held=bool(found.beside),
        beside=beside(words, found),
        apart=apart,
        times=_two_digits(share),
        share=_per_cent(share),
    )


def _why_not(words: Words, found: Reckoned, lead: str) -> str:
    if not found.lacking:
        return say("estimate-no-number", lead=lead)
    labels = listed((say("estimate-lacks", label=words.record.q(name).label) for name in found.lacking), "or")
    dated, own = bool(words.record.parameters.day), found.with_ours
    ours = amount(words, found, own) if own else ""
    return say(
        "estimate-lacking",
        lead=lead,
        dated=dated,
        day=words.day,
        labels=labels,
        ours=bool(own),
        with_ours=ours,
    )


def _distance(found: Reckoned) -> tuple[str, float]:
    """How an estimate lies apart from what stands beside it, and how many times; "none" where the two meet
    without a gap worth telling."""
    span, held = found.comes_to, found.beside
    if span is None or held is None:
        return "none", 0.0
    if found.times:
        return ("above" if found.word == ABOVE else "below"), found.times
    if found.word == MEETS and math.isinf(span.high) and 0 < span.low < held.interval.low:
        return "open", span.low / held.interval.low
    return "none", 0.0


def _per_cent(share: float) -> str:
    return say("estimate-share", small=share < 0.01, share=_two_digits(100 * share))


def _two_digits(value: float) -> str:
    return prose.digits(float(f"{value:.2g}"))


def _single(words: Words, found: Reckoned, one: Single) -> str:
    comes, whose = amount(words, found, one.interval), words.dated(one.rows[0])
    return say("estimate-of-one", comes=comes, whose=whose)


def _left(words: Words, part: Part) -> str:
    """What was left out of a part, with how many for each reason."""
    label = words.record.q(part.quantity).label
    return say("estimate-left", label=label, reasons=words.reasons(part.left))


def _by_ways(words: Words, found: Reckoned, what: str) -> str:
    """With the ways of counting that an estimate takes, where a part has several."""
    labels = [words.series_label(way) for way in _ways(words.record, found)]
    return say("estimate-by-ways", reads=what, ways=listed(labels)) if labels else what


def _ways(record: Record, found: Reckoned) -> Sequence[str]:
    return [part.series for part in found.parts if part.series and len(record.q(part.quantity).series) > 1]


def _name(words: Words, found: Reckoned) -> str:
    """The name of its finding: one for each way of counting."""
    return "-".join([found.plan.id, *_ways(words.record, found)]).lower()


def _word(found: Reckoned) -> str:
    return found.word if found.published else NOT_RECKONED
