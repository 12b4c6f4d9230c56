"""Tables: how the quantities hang together, what goes in, what comes of it by wording and reading, what the
answer rests on, and what hangs on which choice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reported.analysis import consistency, fit, totals
from reported.analysis.consistency import Outcome
from reported.analysis.fit import Fit
from reported.analysis.hedges import READINGS
from reported.analysis.record import FIRST, RETOLD, Inputs
from reported.analysis.specifications import Specifications
from reported.analysis.totals import Statement
from reported.dossier.claim import Claim, ours
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Refs, ShownTable, table_of
from reported.wording.language import say, word_for
from reported.wording.ways import by_option, decision, per_cent

NOTHING = "–"
MOST_OTHERS = 10  # totals that are told beside one


# What goes in


def relations(words: Words) -> ShownTable:
    """How the quantities hang together."""
    rows = [{"reads": tie.reads, "mind": tie.caution} for tie in words.record.plan.relations]
    return table_of("relations", rows, widths=[50, 70])


def inputs(words: Words) -> ShownTable:
    """What is on the record about the quantities that no figure gives."""
    rows = [_input(words, q, series, found) for q, series, found in fit.inputs(words.record)]
    return table_of("inputs", rows, widths=[22, 18, 18, 18, 8, 28, 36, 20])


def _input(words: Words, quantity: str, series: str | None, found: Inputs) -> dict[str, Any]:
    nothing, used = say("record-nothing"), found.used
    return {
        "quantity": words.label(quantity, series),
        "published": words.range(quantity, own=False, series=series) or nothing,
        "with-ours": words.range(quantity, series=series) or nothing,
        "read": prose.words(found.bound.interval) if found.bound else NOTHING,
        "figures": len(used),
        "from": prose.shortened((row.institution for row in used if not ours(row)), 4) or NOTHING,
        "left-out": words.reasons(found.left),
        "claims": Refs(tuple(row.claim_id for row in used)),
    }


def windows(words: Words) -> ShownTable | None:
    """Figures that speak of other days than the rest, in either wording; nothing where none does."""
    found = [pair for wording in (FIRST, RETOLD) for pair in fit.of_other_days(words.record, wording)]
    apart = {(words.said(row), words.window(row)): (row, case) for row, case in found}
    rows = [_window(words, row, case) for row, case in apart.values()]
    return table_of("windows", rows, widths=[30, 20, 34, 44, 8]) if rows else None


def _window(words: Words, row: Claim, case: str) -> dict[str, Any]:
    return {
        "figure": words.said(row),
        "whose": row.institution,
        "window": words.window(row),
        "takes": word_for("window", case),
        "claim": Refs((row.claim_id,)),
    }


# What comes of it


def cases(words: Words, held: Fit) -> ShownTable:
    """All figures together, by wording, reading and way of counting."""
    rows = [_case(words, outcome) for outcome in held.outcomes]
    return table_of("cases", rows, widths=[18, 14, 20, 16, 10, 56, 12], on_screen=True)


def _case(words: Words, outcome: Outcome) -> dict[str, Any]:
    needs, label = outcome.conditions, outcome.case.label
    return {
        "wording": word_for("wording", label["wording"]),
        "reading": word_for("reading", label["reading"]),
        "counting": words.series_label(label["series"]),
        "outcome": word_for("verdict", outcome.word),
        "stretch": f"{outcome.stretch:.2f}",
        "needs": prose.listed(words.amount(span, q) for q, span in needs.items()) or NOTHING,
        "claims": _refs(c for q in needs for c in outcome.behind(q)),
    }


def implied(words: Words, held: Fit) -> ShownTable:
    """What the others imply for each quantity, by wording and under both readings."""
    rows = [
        _implied(words, held, quantity, wording)
        for quantity in held.implied
        for wording in ((RETOLD, FIRST) if quantity in held.given else (RETOLD,))
    ]
    widths = [18, 12, 24, 28, 13, 28, 13, 14]
    return table_of("implied", rows, widths=widths, topic=f"verdict-{READINGS[0]}")


def _implied(words: Words, held: Fit, quantity: str, wording: str) -> dict[str, Any]:
    under = {reading: held.under(wording, reading) for reading in READINGS}
    told = {}
    for reading, outcomes in under.items():
        verdict = consistency.overall([o.verdicts[quantity] for o in outcomes])
        told[f"implied-{reading}"] = words.apart(outcomes, quantity)
        told[f"verdict-{reading}"] = word_for("verdict", verdict)
    behind = (c for found in under.values() for o in found for c in o.verdicts[quantity].implied.claims)
    return {
        "quantity": words.record.q(quantity).label,
        "wording": word_for("wording", wording),
        "record": words.on_record(quantity, wording),
        **told,
        "claims": _refs(behind),
    }


# What it rests on


def carriers(words: Words, held: Fit) -> ShownTable:
    """What becomes of the answer without each quantity, and its share in the widest gap."""
    widest = held.widest
    rows = [_carrier(words, held, widest, quantity) for quantity in held.put_in]
    return table_of(
        "carriers",
        rows,
        widths=[26, 34, 54, 16],
        on_screen=True,
        wording=word_for("wording", widest.case.label["wording"]),
        reading=word_for("reading", widest.case.label["reading"]),
        stretch=f"{widest.stretch:.2f}",
    )


def _carrier(words: Words, held: Fit, widest: Outcome, quantity: str) -> dict[str, Any]:
    share = widest.carried_by.get(quantity)
    return {
        "without": words.record.q(quantity).label,
        "record": words.on_record(quantity, RETOLD),
        "then": _then(words, held, quantity),
        "share": NOTHING if share is None else say("carriers-share", share=round(100 * share)),
    }


def _then(words: Words, held: Fit, quantity: str) -> str:
    """What becomes of the conditions without a quantity."""
    told = []
    for name, span in held.carriers.get(quantity, {}).items():
        if name == quantity:
            told.append(say("carriers-fit"))
        elif span:
            before = prose.words(held.needs[name])
            told.append(say("carriers-instead", now=words.amount(span, name), before=before))
        else:
            told.append(say("carriers-free", label=words.record.q(name).label))
    return prose.listed(told) or say("carriers-nothing")


def conversions(words: Words) -> ShownTable | None:
    """Totals that rest on a conversion beside others of about the same time; nothing where there is none."""
    beside: dict[tuple[str, ...], tuple[Statement, list[Statement]]] = {}
    for made, other in words.record.conversions():
        beside.setdefault(made.claims, (made, []))[1].append(other)
    rows = (_conversion(words, made, others) for made, others in beside.values())
    widths = [44, 50, 14, 14]
    return table_of("conversions", rows, widths, on_screen=True, of=len(beside)) if beside else None


def _conversion(words: Words, made: Statement, others: list[Statement]) -> dict[str, Any]:
    told, rest = others[:MOST_OTHERS], ["…"] * (len(others) > MOST_OTHERS)
    return {
        "converted": _total(words, made),
        "others": "; ".join([_total(words, other) for other in told] + rest),
        "times": "; ".join([prose.ratio(totals.times(made, other)) for other in told] + rest),
        "claims": Refs(made.claims + tuple(name for other in others for name in other.claims)),
    }


def _total(words: Words, one: Statement) -> str:
    return say(
        "conversions-total", who=one.first.institution, said=words.told(one), window=words.window(one.first)
    )


# What hangs on which choice


def decisions(words: Words, specs: Specifications) -> ShownTable | None:
    """Each choice with what it moves, the one that moves most first; nothing where there is none."""
    rows = [
        {
            "choice": prose.sentence(decision(words, moved.decision.name)),
            "turns": per_cent(moved.turned, moved.pairs) if moved.pairs else NOTHING,
            "changes": per_cent(moved.changed, moved.pairs) if moved.pairs else NOTHING,
            "can": by_option(specs, moved),
        }
        for moved in specs.moved
    ]
    return table_of("decisions", rows, widths=[26, 14, 16, 70], on_screen=True) if rows else None


def needed(words: Words, specs: Specifications) -> ShownTable | None:
    """What has to hold on some ways, those first that most do; nothing where nothing has to."""
    rows = [
        {
            "quantity": words.record.q(quantity).label,
            "record": words.on_record(quantity, RETOLD),
            "needed": words.limits(spans),
            "share": per_cent(len(spans), len(specs.fitting)),
            "claims": Refs(specs.behind(quantity)),
        }
        for quantity, spans in specs.needs.items()
    ]
    widths = [24, 34, 44, 16, 14]
    return table_of("needed", rows, widths=widths, message="needed-ways-table") if rows else None


def _refs(claims: Iterable[str]) -> Refs:
    return Refs(tuple(dict.fromkeys(claims)))
