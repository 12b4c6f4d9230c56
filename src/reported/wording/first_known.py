"""Who first knew a figure, in sentences: how many documents carry it, how many origins stand behind them, and
what was computed from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reported.analysis import origins
from reported.dossier.claim import Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told
from reported.wording.prose import listed


def number(count: origins.Count) -> str:
    """How many origins, in a table: ``1``, ``1–2``, ``no``."""
    return _number(count, prose=False)


def told(count: origins.Count) -> str:
    """How many origins, in a sentence: ``one``, ``one or two``, ``no``."""
    return _number(count, prose=True)


def _number(count: origins.Count, prose: bool) -> str:
    few, most = count.fewest, count.most
    return say("origins-number", fewest=few, most=most, sure=count.sure, near=near(count), prose=prose)


def counted(count: origins.Count) -> str:
    """How many origins, with the noun: ``one origin``, ``one or two origins``."""
    if count.sure:
        return prose.counted(count.most, "origin")
    return say("origins-number.counted", fewest=count.fewest, most=count.most, near=near(count))


def near(count: origins.Count) -> bool:
    """Whether no number lies between the fewest and the most origins that there may be: "two or three"."""
    return count.most <= count.fewest + 1


def total(words: Words, carried: Mapping[str, list[Claim]]) -> Finding:
    """How many documents carry the first figure under examination, and how many origins stand behind them."""
    first = words.record.headlines()[0]
    rows = carried[first.quantity]
    found = origins.count(rows)
    said, in_short = say_told(
        "total-origins",
        examined=prose.counted(len(words.record.dossier.examined), "document"),
        documents=found.documents,
        figure=words.record.q(first.quantity).label,
        origins=found.most,
        voices=told(found),
        who=words.by(first),
        fewer=found.most < found.documents,
    )
    return finding(
        "total",
        said,
        told=in_short,
        claims=[row.claim_id for row in rows],
        answer=found.answer,
        documents=found.documents,
        fewest=found.fewest,
        most=found.most,
    )


def computed(words: Words, rows: Sequence[Claim]) -> Finding:
    """Which figures were worked out from those under examination."""
    made = [row for row in rows if row.stated and row.number > 0]
    guesses = sum("?" in row.relays for row in made)
    told = [_computed(words, made)] if made else [say("computed.none")]
    if guesses:
        told.append(say("computed-inferred", n=len(made), inferred=guesses))
    return finding(
        "computed",
        " ".join(told),
        claims=[row.claim_id for row in made],
        computed=len(made),
        inferred=guesses,
    )


def _computed(words: Words, made: Sequence[Claim]) -> str:
    figures = [say("figure-of", said=words.said(row), who=row.institution) for row in made]
    counted = prose.counted(len(made), "further-figure")
    return say("computed", n=len(made), counted=counted, figures=listed(figures))
