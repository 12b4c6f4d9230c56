"""The words for estimates: what each comes to, what stands beside it, whose figures it is made of, and what
was left out."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from reported.analysis.estimates import ABOVE, BELOW, MEETS, NOTHING, Beside, Part, Reckoned, Single
from reported.analysis.record import Record
from reported.dossier.claim import Interval
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table
from reported.wording.prose import listed

SHOWN = 3  # origins told one by one; of more, the lowest and the highest


def told(words: Words, found: Reckoned) -> Finding:
    """An estimate as a finding: what it comes to and what stands beside it, or why it was not reckoned."""
    values: dict[str, Any] = {}
    if found.published:
        values = {"comes_to": found.published.interval, "origins": found.origins}
        values |= {"beside": found.beside.interval} if found.beside else {}
    claims = [*found.claims, *(row.claim_id for row in (found.beside.rows if found.beside else ()))]
    text = f"{_lead(words, found)}: {_answer(words, found)}."
    name = f"estimate-{_name(words, found)}"
    return finding(name, text, claims if values else [], answer=_word(found), **values)


def overview(words: Words, every: Iterable[Reckoned]) -> ShownTable:
    """All estimates in one table: from what, how much, beside what, by whom, what was left out and why."""
    rows = [
        {
            "Estimate": found.plan.label + _way(words, found),
            "Comes to": comes_to(words, found),
            "Beside it": beside(words, found),
            "Each origin's own": by_origin(words, found),
            "Mind": found.plan.caution,
            "Left out": "; ".join(_left(words, part) for part in found.parts if part.left) or "–",
            "Claims": Refs(tuple(found.claims)),
        }
        for found in every
    ]
    caption = "What else gives a number: yardsticks from published figures, each held beside what was said."
    return table("estimates", caption, rows, widths=[22, 22, 22, 34, 34, 30, 12], on_screen=True)


def comes_to(words: Words, found: Reckoned) -> str:
    """What an estimate comes to, at the bare number under examination too, and what with our own figures."""
    ours = f"with ours: {amount(words, found, found.with_ours)}" if found.with_ours else ""
    if found.published is None or found.published.interval is None:
        return ours or "not reckoned"
    named = f"at the bare number: {amount(words, found, found.as_named)}" if found.as_named else ""
    return "; ".join(filter(None, [amount(words, found, found.published.interval), named, ours]))


def amount(words: Words, found: Reckoned, span: Interval) -> str:
    """A result with its noun, in the unit the estimate is told in; ``no limit`` where nothing follows."""
    if span.unbounded:
        return "no limit"
    quantity = found.plan.whole
    units = words.record.q(quantity).units
    unit = found.plan.unit or next(name for name, factor in units.items() if factor == 1)
    factor = units[unit]
    in_unit = Interval(span.low / factor, span.high / factor, span.low_open, span.high_open, span.signed)
    text = prose.words(in_unit, outward=True)
    return f"{text} {words.noun(quantity, unit, text == 'one')}"


def beside(words: Words, found: Reckoned) -> str:
    """What an estimate is held against: what was said, or published, or follows from totals and counts."""
    held = found.beside
    return f"{_whose(held)}: {_held(words, held)}" if held else "nothing"


def by_origin(words: Words, found: Reckoned) -> str:
    """What each origin's own figure comes to, the others' taken for the rest; of many the lowest and the
    highest."""
    singles = found.by_origin
    if not singles:
        return "one origin each" if found.published else "–"
    if len(singles) <= SHOWN:
        return "; ".join(_single(words, found, one) for one in singles)
    least = min(singles, key=lambda one: one.interval.low)
    most = max(singles, key=lambda one: (one.interval.high, one.interval.low))
    shown = dict.fromkeys(_single(words, found, one) for one in (least, most))
    return f"of {prose.number(len(singles))}: {listed(shown, 'to')}"


def spread(words: Words, every: Iterable[Reckoned]) -> Finding:
    """Which estimate is moved most by whose figure is taken: its lowest and its highest lower end, each from
    one origin's own figure."""
    pairs = ((found, [one for one in found.by_origin if one.interval.low > 0]) for found in every)
    moved = [(found, singles) for found, singles in pairs if len(singles) > 1]
    if not moved:
        return finding("spread", "No yardstick has figures of several origins for one of its parts.")
    found, singles = max(moved, key=lambda pair: _factor(pair[1]))
    least, most = (end(singles, key=lambda one: one.interval.low) for end in (min, max))
    factor = _factor(singles)
    ends = f"{_single(words, found, least)} to {_single(words, found, most)}"
    return finding(
        "spread",
        f"Whose figure is taken moves “{found.plan.label}” most: {ends}, {factor:.2g} times as much."
        if factor > 1
        else "No yardstick begins elsewhere with another origin's figure.",
        claims=[row.claim_id for one in (least, most) for row in one.rows],
        answer=found.plan.id,
        factor=factor,
    )


def _factor(singles: list[Single]) -> float:
    lows = [one.interval.low for one in singles]
    return max(lows) / min(lows)


def lying(every: Iterable[Reckoned]) -> str:
    """How the estimates lie to what they are held against, as a sentence without its stop."""
    held = [found for found in every if found.word != NOTHING]
    counts = {word: sum(found.word == word for found in held) for word in (BELOW, ABOVE, MEETS)}
    does = {
        BELOW: ("lies wholly below", "lie wholly below"),
        ABOVE: ("lies wholly above", "lie wholly above"),
        MEETS: ("leaves room for", "leave room for"),
    }
    if not held:
        return "No yardstick has a figure to be held against"
    of = prose.counted(len(held), "yardstick")
    if len(held) == 1:
        (word,) = (word for word, n in counts.items() if n)
        return f"The one yardstick {does[word][0]} what it is held against"
    parts = [f"{prose.many(n)} {does[word][n > 1]} it" for word, n in counts.items() if n]
    return f"Of {of} held against what was said or published, {listed(parts)}"


def sources(words: Words, every: Iterable[Reckoned]) -> str:
    """The source line of a chart of estimates."""
    rows = [row for found in every for part in found.parts for row in part.published]
    return words.sources_line(rows)


def _answer(words: Words, found: Reckoned) -> str:
    """What an estimate comes to, beside what; or why it comes to nothing."""
    if found.published is None or found.published.interval is None:
        return _why_not(words, found)
    span = found.published.interval
    text = amount(words, found, span)
    if found.as_named:
        bare = next(part.published[0] for part in found.parts if part.examined)
        text += f"; of exactly {words.bare(bare)}, {amount(words, found, found.as_named)}"
    return text + (f" ({beside(words, found)})" if found.beside else "") + _distance(found)


def _why_not(words: Words, found: Reckoned) -> str:
    record = words.record
    if not found.lacking:
        return "the published figures leave no number for it, so it was not reckoned"
    labels = listed((f"“{record.q(name).label}”" for name in found.lacking), "or")
    published = "published " * bool(record.parameters.day)
    why = f"no figure {published}{words.by_then} counts for {labels}, so it was not reckoned"
    own = found.with_ours
    return f"{why}; with our own figures it would be {amount(words, found, own)}" if own else why


def _distance(found: Reckoned) -> str:
    """How far an estimate lies from what stands beside it; empty where the two meet without a gap worth
    telling."""
    span, held = (found.published.interval if found.published else None), found.beside
    if span is None or held is None:
        return ""
    if found.times and found.word == ABOVE:
        return f": its lower end is {found.times:.2g} times the upper end of that"
    if found.times:
        return f": its upper end is {_share(found.times)} of the lower end of that"
    if found.word == MEETS and math.isinf(span.high) and 0 < span.low < held.interval.low:
        return f": it begins at {_share(span.low / held.interval.low)} of that, and has no upper end"
    return ""


def _share(part: float) -> str:
    return f"{100 * part:.2g}%" if part >= 0.01 else "less than 1%"


def _whose(held: Beside) -> str:
    return "said" if held.examined else "published" if held.stated else "by totals and counts of others"


def _held(words: Words, held: Beside) -> str:
    return words.said(held.rows[0]) if held.examined else prose.words(held.interval, outward=True)


def _single(words: Words, found: Reckoned, one: Single) -> str:
    first = one.rows[0]
    return f"{amount(words, found, one.interval)} ({words.dated(first)})"


def _left(words: Words, part: Part) -> str:
    """What was left out of a part, with how many for each reason."""
    return f"{words.record.q(part.quantity).label}: {words.reasons(part.left)}"


def _lead(words: Words, found: Reckoned) -> str:
    return prose.sentence(found.plan.reads.rstrip(". ")) + _way(words, found)


def _way(words: Words, found: Reckoned) -> str:
    """By which way of counting, where a part has several; empty where it has one."""
    labels = [words.series_label(way) for way in _ways(words.record, found)]
    return f" (by {listed(labels)})" if labels else ""


def _ways(record: Record, found: Reckoned) -> list[str]:
    return [part.series for part in found.parts if part.series and len(record.q(part.quantity).series) > 1]


def _name(words: Words, found: Reckoned) -> str:
    """The name of its finding: one for each way of counting."""
    return "-".join([found.plan.id, *_ways(words.record, found)]).lower()


def _word(found: Reckoned) -> str:
    return found.word if found.published else "not reckoned"
