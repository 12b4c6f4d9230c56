"""Ways of reading: what holds on all of them, what only on some, and what hangs on the choice, in sentences.

A way is a specification (``analysis.specifications``). Ways are counted; no sentence here speaks of how
likely anything is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reported.analysis.consistency import EDGE, NO_FIT
from reported.analysis.record import RETOLD
from reported.analysis.specifications import ALL, COUNTING, WHOSE, WITHOUT_OURS, Moved, Option, Specifications
from reported.dossier.claim import Claim, Interval
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told, word_for
from reported.wording.prose import listed

MINIMUMS = ("gt", "ge", "approx_ge", "odd_ge")  # hedges under which a number is the least
FEW = 100  # ways that are counted one by one; of more it is per cent


# On how many


def on(some: int, whole: int, again: bool = False) -> str:
    """On how many of some ways: ``on every way``, ``on 12 of 40 ways``, ``on 28 per cent of the ways``; where
    such a share was named just before, ``again``, it is not said of what.
    """
    if some == whole:
        return say("on-every-way" if whole > 1 else "on-the-one-way")
    if not some:
        return say("on-no-way")
    if whole < FEW:
        return say("on-some-ways", part=prose.part(some, whole, "way"))
    return say("on-share-of-ways.again" if again else "on-share-of-ways", share=per_cent(some, whole))


def per_cent(some: int, whole: int) -> str:
    """A share in words: ``28 per cent``, ``less than one per cent``; never all or none where it is not."""
    share = 100 * some / max(whole, 1)
    if 0 < share < 1:
        return say("per-cent-below-one")
    return say("per-cent-nearly-all") if 99 < share < 100 else say("per-cent", share=round(share))


def percents(shares: Iterable[float]) -> str:
    """Shares in per cent, from the least to the most: ``44 %``, ``0 to 100 %``."""
    found = [round(share) for share in shares]
    low, high = min(found), max(found)
    return say("percents", one=low == high, low=low, high=high)


def _counted(some: int, whole: int) -> str:
    if some == whole:
        return say("shares-all")
    return prose.digits(some) if whole < FEW else per_cent(some, whole)


# What holds on all ways, and what on some


def lead(words: Words, specs: Specifications) -> Finding:
    """The answer: whether the figures under examination can all be true, and what holds on all ways of
    reading them."""
    figures = words.record.headlines(RETOLD)
    sentence, answer = _can_be_true(words, specs, figures)
    return finding(
        "short",
        sentence,
        claims=[*(row.claim_id for row in figures), *(c for q in specs.always for c in specs.behind(q))],
        role="bottom-line",
        answer=answer,
        ways=len(specs),
        fitting=len(specs.fitting),
        **dict[str, Any](specs.always),
    )


def _can_be_true(words: Words, specs: Specifications, figures: list[Claim]) -> tuple[str, str]:
    """The answer in a sentence, and in a word or two."""
    ways, can, edge = len(specs), len(specs.fitting), specs.words[EDGE]
    counts = {"ways": ways, "figures": len(figures)}
    if not can and edge:
        return say("short-at-the-edge", **counts, on=on(edge, ways)), "the edge"
    if not can:
        return say("short-cannot", **counts), "no"
    if specs.always:
        times = _beyond({row.quantity: row for row in figures}, specs.always)
        needs = listed(words.amount(span, q) for q, span in specs.always.items())
        return say("short", **counts, needs=needs, beyond=bool(times), times=listed(times)), "on conditions"
    some = {"conditions": bool(specs.sometimes), "every": can == ways}
    answer = "on some ways" if can < ways or specs.sometimes else "yes"
    return say("short-on-some", **counts, **some, on=on(can, ways)), answer


def _beyond(named: Mapping[str, Claim], always: Mapping[str, Interval]) -> list[str]:
    """How far what must hold goes beyond the least that was named: ``twice the stated minimum``."""
    times = [
        span.low / named[q].number
        for q, span in always.items()
        if q in named and span.low > named[q].number * 1.05
    ]
    least = all(named[q].hedge in MINIMUMS for q in always if q in named)
    return [
        say("times-named", twice=1.95 <= n < 2.05, times=prose.digits(float(f"{n:.2g}")), least=least)
        for n in times
    ]


def sometimes(words: Words, specs: Specifications) -> Finding:
    """What has to hold on some ways only, and on how many the figures cannot be true."""
    quantity = varying(words, specs)
    limits = floors(specs, quantity)
    ends = [span.low for span in limits if span.low]
    return finding(
        "sometimes",
        _on_some(words, specs, quantity),
        claims=[row.claim_id for row in words.record.published(quantity)] if quantity else [],
        role="bottom-line" if specs.fitting else "",
        answer=quantity or "none",
        why=failing_under(specs),
        ways=len(limits),
        lowest=min(ends, default=None),
        highest=max(ends, default=None),
    )


def _on_some(words: Words, specs: Specifications, quantity: str) -> str:
    """What a quantity has to be on some ways, and on how many the figures cannot be true, in a sentence."""
    if not specs.fitting:
        return say("sometimes-no-way")
    told = []
    if quantity:
        limits = floors(specs, quantity)
        asked, record = words.limits(limits, quantity), words.on_record(quantity, RETOLD)
        where, also = on(len(limits), len(specs)), bool(specs.always)
        told.append(say("sometimes-need", on=where, also=also, limits=asked, record=record))
    if fail := specs.words[NO_FIT]:
        figures = len(words.record.headlines(RETOLD))
        told.append(say("sometimes-cannot", on=on(fail, len(specs), bool(told)), figures=figures))
    if not told:
        return say("sometimes-nothing", always=bool(specs.always))
    return say("sometimes", told=prose.joined(told, "clauses"), ways=len(specs))


def varying(words: Words, specs: Specifications) -> str:
    """The quantity limited on some ways only of which most is to be learnt: one that no figure under
    examination gives, where there is such a one; empty for none."""
    found = list(specs.sometimes)
    free = (q for q in found if words.record.headline(q, RETOLD) is None)
    return next(free, next(iter(found), ""))


def floors(specs: Specifications, quantity: str) -> list[Interval]:
    """The least that each way asks of a quantity; where none asks for a least, all that they ask."""
    spans = specs.needs.get(quantity, [])
    least = {span: span.without(high=True) for span in set(spans) if span.floored}
    return [least[span] for span in spans if span in least] or spans


def settled(words: Words, specs: Specifications) -> Finding:
    """What would go furthest to settle the question: the quantity that most ways set a limit on."""
    quantity = specs.settles
    if not specs.fitting:
        return finding("settles", say("settles-another-figure"), answer="another figure", ways=0)
    if not quantity:
        return finding("settles", say("settles-nothing"), answer="nothing", ways=0)
    label, always = words.record.q(quantity).label, specs.always.get(quantity)
    low = always.low if always and always.floored else 0.0
    return finding(
        "settles",
        say("settles", label=label, limited=bool(low), low=prose.number(low)),
        claims=specs.behind(quantity),
        role="bottom-line",
        answer=label,
        why=_settled_by(words, specs),
        ways=len(specs.needs[quantity]),
    )


def _settled_by(words: Words, specs: Specifications) -> str:
    """On how many ways that would settle it, and what these ask for."""
    spans, fitting = specs.needs[specs.settles], len(specs.fitting)
    limits, some = words.limits(spans, specs.settles), len(spans)
    if some == fitting:
        return say("settles.why", fitting=fitting, limits=limits)
    if fitting < FEW:
        return say("settles-few", some=some, fitting=fitting, limits=limits)
    return say("settles-share", share=per_cent(some, fitting), some=some, limits=limits)


# How often, and what hangs on which choice


def shares(words: Words, specs: Specifications) -> Finding:
    """On how many ways the figures can be true, and what has to hold on all of these."""
    can, ways = len(specs.fitting), len(specs)
    came = {"shares-true": can, "shares-edge": specs.words[EDGE], "shares-cannot": specs.words[NO_FIT]}
    needs = listed(words.amount(span, q) for q, span in specs.always.items())
    said, told = say_told(
        "shares",
        ways=prose.counted(ways, "way"),
        n=ways,
        came=listed(say(name, share=_counted(n, ways)) for name, n in came.items() if n),
        needed=bool(needs),
        needs=needs,
        crossed=specs.crossed,
    )
    return finding(
        "shares",
        said,
        told=told,
        claims=[row.claim_id for row in words.record.headlines()],
        answer=per_cent(can, ways),
        ways=ways,
        fitting=can,
        share=round(can / ways, 4),
    )


def decision(words: Words, name: str) -> str:
    """What one has to choose, in a few words: ``how a hedge is read``, ``whose figure for the rate``."""
    for begins, asks in ((COUNTING, "counting"), (WHOSE, "whose")):
        if name.startswith(begins):
            return word_for("decision", asks, label=words.record.q(name.removeprefix(begins)).label)
    return word_for("decision", name)


def option(name: str, chosen: Option) -> str:
    """One of the things that may be chosen in a decision, in the dossier's words or in ours."""
    if chosen.says:
        return chosen.says
    if name == "margin":
        return say("way-margin", share=prose.digits(100 * float(chosen.name)))
    if name == "months":
        return say("way-months", months=int(float(chosen.name)))
    if alone(name, chosen):
        return say("way-whose-one-origin")
    return say(f"way-{name.split()[0]}-{chosen.name}")


def alone(name: str, chosen: Option) -> bool:
    """Whether one origin's own figure is chosen."""
    return name.startswith(WHOSE) and chosen.name not in (ALL, WITHOUT_OURS)


def decides(words: Words, specs: Specifications) -> Finding:
    """Which choice decides: how often each, changed alone, turns the answer."""
    sentence, told, answer = _deciding(words, [one for one in specs.moved if one.pairs])
    most = specs.moved[0] if specs.moved else None
    return finding(
        "decides",
        sentence,
        told=told,
        claims=[row.claim_id for row in words.record.headlines()],
        answer=answer,
        turns=most.turned / most.pairs if most and most.pairs else 0,
    )


def _deciding(words: Words, moved: list[Moved]) -> tuple[str, str, str]:
    """Which choice decides, in a sentence, as the story tells it and in a few words."""
    if not moved:
        return say("decides-one-way"), "", "none"
    most, *others = moved
    if not most.turned and not most.changed:
        return say("decides-nothing"), "", "none"
    if not most.turned:
        most = max(moved, key=lambda one: one.changed / one.pairs)
        what = decision(words, most.decision.name)
        return say("decides-changes", what=what, share=per_cent(most.changed, most.pairs)), "", what
    what, then = decision(words, most.decision.name), [_turning(words, one) for one in others]
    said, told = say_told(
        "decides",
        what=what,
        share=per_cent(most.turned, most.pairs),
        then=bool(then),
        next=listed(then[:3]),
        also=any(one.turned for one in others),
        second=then[0] if then else "",
        more=len(then) > 3,
        last=then[-1] if then else "",
    )
    return said, told, what


def _turning(words: Words, one: Moved) -> str:
    """A choice with how often it turns the answer."""
    share = per_cent(one.turned, one.pairs)
    return say("decides-next", what=decision(words, one.decision.name), share=share)


def rule_behind(words: Words, specs: Specifications) -> Finding:
    """The one rule for a hedge under which most ways fail."""
    said, told = _failing(specs)
    figures = [row.claim_id for row in words.record.headlines()]
    return finding("failing", said or say("failing-no-rule"), figures, told=told)


def failing_under(specs: Specifications) -> str:
    """The one rule for a hedge under which most ways fail, in a sentence; empty where no rule stands out."""
    return _failing(specs)[0]


def _failing(specs: Specifications) -> tuple[str, str]:
    """That sentence, and how the story tells it."""
    found = next((moved for moved in specs.moved if moved.decision.name == "convention"), None)
    if not found or not found.turned:
        return "", ""
    fail = {rule: some.words[NO_FIT] for rule, some in specs.by_option(found.decision).items()}
    rule, total = max(fail, key=fail.__getitem__), sum(fail.values())
    many = fail[rule]
    if 2 * many <= total:
        return "", ""
    return say_told("failing", share=per_cent(many, total), rule=option("convention", rule))


def by_option(specs: Specifications, moved: Moved) -> str:
    """How often the figures can be true under each choice of a decision, origins taken together."""
    name, shares = moved.decision.name, dict[str, list[float]]()
    for chosen, ways in specs.by_option(moved.decision).items():
        shares.setdefault(option(name, chosen), []).append(100 * (len(ways.fitting) / len(ways)))
    return "; ".join(
        say("decisions-option", says=says, share=percents(found)) for says, found in shares.items()
    )
