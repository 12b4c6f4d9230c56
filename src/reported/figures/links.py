"""The links of the chain, before they are drawn: what was said or published of each quantity, what all the
others need of it, and the same in words and as a table.

Of every way of reading, not of one: what the others need is what they leave on all ways on which the figures
fit. A link is tight where that takes something from what is on the record.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

import pandas as pd

from reported.analysis import chain
from reported.analysis.record import RETOLD, SET_HERE
from reported.analysis.specifications import Specifications
from reported.dossier.claim import Claim, Interval, ours
from reported.figures.charts import ASSUMED, INK, PAPER, Row
from reported.wording import prose
from reported.wording.claims import NOTHING, SAID, Words, bracketed
from reported.wording.language import say
from reported.wording.ways import floors, percents, varying

# What the others do with a link: leave all that is on the record, take something from it on every way or on
# some, set no limit, leave nothing of it.
WIDE, TIGHT, SOME, FREE, APART = "wide", "tight", "some", "free", "apart"
CUT = (TIGHT, SOME, APART)


@dataclass(frozen=True)
class Stated:
    """One thing on the record of a link: its words, the rows that draw it, and whose its ends are (the same
    name twice where both are of one); ``full`` is that name written out."""

    text: str
    rows: tuple[Row, ...]
    whose: tuple[str, str] = ("", "")
    full: str = ""

    @property
    def told(self) -> str:
        """The words, with whose it is behind them; ours is called so in them."""
        others = (
            [self.full]
            if self.full
            else [name for name in dict.fromkeys(self.whose) if name and name != say("chain-ours")]
        )
        return bracketed(self.text, prose.listed(others, "to"))


@dataclass(frozen=True)
class Drawn:
    """A link as it is drawn: what is on the record, one for each way of counting, and what the others need of
    it (``needed``: ``None`` for nothing), with the ``kind`` of that and the span within which it begins."""

    link: chain.Link
    name: str
    stated: tuple[Stated, ...] = ()
    kind: str = FREE
    needed: Interval | None = None
    begins: Interval | None = None
    text: str = ""
    signed: bool = False

    @property
    def told_here(self) -> bool:
        """Whether it is a quantity that is told here, not a number or one that was told before."""
        return bool(self.link.quantity) and not self.link.again

    @property
    def ends(self) -> list[float]:
        """Every number that has to be on its scale."""
        spans = [row.span for one in self.stated for row in one.rows]
        spans += [span for span in (self.needed, self.begins) if span]
        named = [row.named for one in self.stated for row in one.rows if row.named is not None]
        ends = [end for span in spans for end in (span.low, span.high)]
        return [end for end in (*ends, *named) if math.isfinite(end) and (self.signed or end > 0)]


def links(words: Words, specs: Specifications) -> list[Drawn]:
    """The links of the chain in order, with what stands on the record of each and what the others need."""
    return [_drawn(words, specs, link) for link in chain.links(words.record.relations)]


def _drawn(words: Words, specs: Specifications, link: chain.Link) -> Drawn:
    if link.number is not None:
        return Drawn(link, prose.digits(link.number))
    quantity, name = link.quantity, words.label(link.quantity)
    if link.again:
        return Drawn(link, name)
    kind, needed, begins = _needed(words, specs, quantity)
    return Drawn(
        link,
        name,
        stated(words, quantity),
        kind,
        needed,
        begins,
        _asked(words, specs, kind, quantity, needed),
        signed=quantity in words.record.signed,
    )


def _needed(
    words: Words, specs: Specifications, quantity: str
) -> tuple[str, Interval | None, Interval | None]:
    """What the others do with a quantity, what they need of it, and within what span that begins."""
    left = specs.left.get(quantity)
    if quantity in words.record.known:
        return FREE, None, None
    if quantity in specs.always:
        return TIGHT, specs.always[quantity], None
    if specs.fitting and quantity == varying(words, specs):
        spans = floors(specs, quantity)
        ends = [span.low if spans[0].floored else span.high for span in spans]
        return SOME, reduce(or_, spans), Interval(min(ends), max(ends), False, False, spans[0].signed)
    if left is None or left.unbounded:
        return (APART if left is None else FREE), None, None
    return (WIDE if specs.fitting or not _misses(words, quantity, left) else APART), left, None


def _misses(words: Words, quantity: str, left: Interval) -> bool:
    """Whether nothing that is on the record of a quantity meets what the others leave for it."""
    spans = [row.span for one in stated(words, quantity) for row in one.rows]
    return bool(spans) and all((span & left) is None for span in spans)


def _asked(words: Words, specs: Specifications, kind: str, quantity: str, needed: Interval | None) -> str:
    """What the others need of a quantity, in a few words."""
    if quantity in words.record.known:
        return ""
    if kind == SOME:
        spans = floors(specs, quantity)
        share = percents([100 * len(spans) / len(specs)])
        return say(f"chain-{SOME}", share=share, limits=words.limits(spans))
    if kind == APART and needed is None:
        return say("rest-do-not-meet")
    return say(f"chain-{kind}", needs=prose.words(needed, outward=True)) if needed else say(f"chain-{FREE}")


def stated(words: Words, quantity: str) -> tuple[Stated, ...]:
    """What stands on the record of a quantity: what was said, what the calendar tells, what is set, or the
    published range of each way of counting; nothing where there is nothing."""
    record, standing = words.record, words.standing(quantity, RETOLD)
    if standing == NOTHING:
        return ()
    name, row = words.label(quantity), record.headline(quantity, RETOLD)
    if quantity in record.known:
        value = record.known[quantity]
        span = Interval(value, value, False, False, quantity in record.signed)
        told = say("record-calendar", what=prose.number(value, 3))
        return (Stated(told, (Row(name, span, told, "exact", value, INK),)),)
    if standing == SAID and row is not None:
        told = say("record-said", what=words.figure(row))
        drawn = Row(name, row.interval, told, row.hedge, row.number, claims=(row.claim_id,))
        whose = (row.institution, row.institution)
        return (Stated(told, (drawn,), whose, words.institution(row)),)
    return tuple(found for way in record.series_of(quantity) if (found := _published(words, quantity, way)))


def _published(words: Words, quantity: str, way: str | None) -> Stated | None:
    """The range of what was published or is ours, of one way of counting; ``None`` where there is none."""
    ends = words.record.ends(quantity, True, way)
    if ends is None:
        return None
    text = words.on_record(quantity, RETOLD, way)
    if way and len(words.record.series_of(quantity)) > 1:
        text = say("chain-counted", series=words.series_label(way), what=words.range(quantity, series=way))
    rows, others = _bar(words, quantity, way, own=True), _bar(words, quantity, way, own=False)
    alike = [row.span for row in rows] == [row.span for row in others]
    return Stated(text, (*([] if alike else rows), *others), (_whose(ends[0]), _whose(ends[1])))


def _whose(row: Claim) -> str:
    """Whose an end of a range is; empty for one set in the edition."""
    if row.claim_id == SET_HERE:
        return ""
    return say("chain-ours") if ours(row) else row.institution


def _bar(words: Words, quantity: str, way: str | None, own: bool) -> list[Row]:
    """A range from its lowest to its highest number, and an arrow where it has no end; nothing where there is
    none. ``own``: with what is ours, which is hollow (paper)."""
    found = words.record.ends(quantity, own, way)
    if found is None:
        return []
    (low, high), span = found, words.record.reach(quantity, own, way)
    name, text = words.label(quantity, way), words.range(quantity, own, way)
    least, most = low.spoken.low, high.spoken.high
    colour = PAPER if own and any(map(ours, found)) else ASSUMED
    claims = tuple(dict.fromkeys((low.claim_id, high.claim_id)))
    if not span.floored:
        return [Row(name, span, text, "le", most, ASSUMED, claims=claims)]
    bar = Row(name, Interval(least, most, False, False, span.signed), text, colour=colour, claims=claims)
    if math.isfinite(span.high):
        return [bar]
    code = "ge" if math.isinf(high.interval.high) and not high.interval.low_open else "gt"
    arrow = Row(name, span, text, code, most, ASSUMED, claims=(high.claim_id,))
    return [arrow] if least == most else [bar, arrow]


# The same in words, and as a table


def in_words(one: Drawn) -> str:
    """A link in words."""
    head = " ".join(filter(None, (one.link.operator, one.name)))
    if not one.told_here:
        return head
    told = (
        prose.joined([found.told for found in one.stated], "clauses") if one.stated else say("record-nothing")
    )
    return say("chain-chart.link", name=head, record=told, needed=one.text, known=not one.text)


def table(drawn: Sequence[Drawn]) -> pd.DataFrame:
    """The data: a row for each thing on the record and for each thing needed, with the operator before it."""
    rows = []
    for one in drawn:
        said = [(row, found.told) for found in one.stated for row in found.rows]
        span = one.needed
        for row, text in said:
            rows.append(_line(one, "record", row.span, text, row.code, row.named, row.claims))
        rows.append(_line(one, "needed", span, one.text))
    return pd.DataFrame(rows)


def _line(
    one: Drawn,
    what: str,
    span: Interval | None,
    text: str,
    code: str = "",
    named: float | None = None,
    claims: Sequence[str] = (),
) -> dict[str, Any]:
    return {
        "operator": one.link.operator, "quantity": one.name, "what": what, "wording": code, "named": named,
        "low": span.low if span and span.floored else None,
        "high": span.high if span and math.isfinite(span.high) else None,
        "text": text, "claims": " ".join(claims),
    }  # fmt: skip
