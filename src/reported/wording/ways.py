"""Ways of reading: what holds on all of them, what only on some, and what hangs on the choice, in sentences.

A way is a specification (``analysis.specifications``). Ways are counted; no sentence here speaks of how
likely anything is.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reported.analysis.consistency import EDGE, FAILING, NO_FIT
from reported.analysis.record import RETOLD
from reported.analysis.specifications import ALL, COUNTING, WHOSE, WITHOUT_OURS, Moved, Specifications
from reported.analysis.totals import Statement
from reported.dossier.claim import ACTUAL, Claim, Interval
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.prose import listed

ONE_ORIGIN = "one origin's own"
MINIMUMS = ("gt", "ge", "approx_ge", "odd_ge")  # hedges under which a number is the least
FEW = 100  # ways that are counted one by one; of more it is per cent
DECISIONS = {
    "wording": "which words count", "reading": "how a hedge is read", "convention": "whose rule for a hedge",
    "margin": "how far “about” may be off", "months": "which months count",
}  # fmt: skip


class Said(NamedTuple):
    """A sentence, and what it comes to in a word or two."""

    sentence: str
    answer: str


def on(some: int, whole: int) -> str:
    """On how many of some ways: ``on every way``, ``on 12 of 40 ways``, ``on 28 per cent of the ways``."""
    if some == whole:
        return "on every way" if whole > 1 else "on the one way"
    if not some:
        return "on no way"
    if whole < FEW:
        return f"on {prose.part(some, whole, 'way')}"
    return f"on {per_cent(some, whole)} of the ways"


def per_cent(some: int, whole: int) -> str:
    """A share in words: ``28 per cent``, ``less than one per cent``; never all or none where it is not."""
    share = 100 * some / max(whole, 1)
    if 0 < share < 1:
        return "less than one per cent"
    if 99 < share < 100:
        return "more than 99 per cent"
    return f"{round(share)} per cent"


def together(figures: Sequence[Claim]) -> str:
    """That figures hold, each of them: ``all``, ``both``."""
    return "both" if len(figures) == 2 else "all"


def lead(words: Words, specs: Specifications, figures: Sequence[Claim]) -> Said:
    """Whether figures under examination can all be true, and what holds on all ways of reading them."""
    count, all_of_them = prose.number(len(figures)), together(figures)
    ways, can, edge = len(specs), len(specs.fitting), specs.words[EDGE]
    read = f"Read in {prose.digits(ways)} ways" if ways > 1 else "In the one way they can be read"
    if not can and edge:
        meet = f"{read}, the {count} figures meet at the edge at best, {on(edge, ways)}"
        return Said(f"{meet}: they miss one another by less than their numbers are rounded.", "the edge")
    if not can:
        return Said(f"{read}, the {count} figures cannot {all_of_them} be true on any of them.", "no")
    needs = listed(words.amount(span, q) for q, span in specs.always.items())
    named = {row.quantity: row for row in figures}
    more = _times_over(named, specs.always)
    only = f" only with {needs}{', ' * bool(more)}{more}" if needs else ""
    some = ", on some of them only on conditions" if specs.sometimes and not needs else ""
    answer = "on conditions" if needs else "on some ways" if can < ways or some else "yes"
    fitting = "" if needs or can == ways else f" {on(can, ways)}"
    can_be = f"{read}, the {count} figures can {all_of_them} be true{fitting}{only}{some}."
    return Said(f"{can_be} Possible is not proven.", answer)


def _times_over(named: Mapping[str, Claim], always: Mapping[str, Interval]) -> str:
    """How far what must hold goes beyond the least that was named: ``twice the minimum named``."""
    times = [
        span.low / named[q].number
        for q, span in always.items()
        if q in named and span.low > named[q].number * 1.05
    ]
    least = all(named[q].hedge in MINIMUMS for q in always if q in named)
    told = ("twice" if 1.95 <= n < 2.05 else f"{n:.2g} times" for n in times)
    return listed(f"{n} the {'minimum' if least else 'number'} named" for n in told)


def sometimes(words: Words, specs: Specifications, figures: Sequence[Claim]) -> Said:
    """What has to hold on some ways only, and on how many the figures cannot be true."""
    quantity = varying(specs, figures)
    if not specs.fitting:
        return Said("There is no way of reading on which it is a matter of conditions.", "none")
    ways, fail = len(specs), specs.words[NO_FIT]
    parts = []
    if quantity:
        spans = floors(specs, quantity)
        need = (
            f"they {'also ' * bool(specs.always)}need {words.limits(spans)} {words.record.q(quantity).many}"
        )
        parts.append(f"{on(len(spans), ways)} {need} ({words.on_record(quantity, RETOLD)})")
    if fail:
        parts.append(f"{on(fail, ways)} they cannot {together(figures)} be true")
    if not parts:
        return Said(
            f"No way of reading asks for {'anything else' if specs.always else 'a condition'}.", "none"
        )
    share = len(floors(specs, quantity)) if quantity else 0
    choices = " Ways are choices, not chances." * (ways > 1)
    return Said(f"{prose.sentence('; '.join(parts))}.{choices}", f"{share} of {ways}" if quantity else "none")


def varying(specs: Specifications, figures: Sequence[Claim]) -> str:
    """The quantity limited on some ways only of which most is to be learnt: one that no figure under
    examination gives, where there is such a one; empty for none."""
    given = {row.quantity for row in figures}
    found = list(specs.sometimes)
    return next((q for q in found if q not in given), next(iter(found), ""))


def floors(specs: Specifications, quantity: str) -> list[Interval]:
    """The least that each way asks of a quantity; where none asks for a least, all that they ask."""
    spans = specs.needs.get(quantity, [])
    return [Interval(s.low, math.inf, s.low_open, True, s.signed) for s in spans if s.floored] or spans


def shares(words: Words, specs: Specifications) -> str:
    """On how many ways the figures can be true, and what has to hold on all of these, in a sentence."""
    ways = prose.counted(len(specs), "way")
    came = [
        (len(specs.fitting), "can all be true"), (specs.words[EDGE], "meet at the edge"),
        (specs.words[NO_FIT], "cannot all be true"),
    ]  # fmt: skip
    told = listed(f"{what} on {_of(many, len(specs))}" for many, what in came if many)
    needs = listed(words.amount(span, q) for q, span in specs.always.items())
    always = f"; wherever they can, they need {needs}" if needs else ""
    one_by_one = "" if specs.crossed else " Whose figure is taken was not varied for several inputs at once."
    return f"Of {ways} of reading them, the figures {told}{always}.{one_by_one}"


def _of(some: int, whole: int) -> str:
    return "all" if some == whole else prose.digits(some) if whole < FEW else per_cent(some, whole)


def needed(words: Words, specs: Specifications) -> list[dict[str, str]]:
    """A row for each quantity that some ways set a limit on, those first that most do."""
    return [
        {
            "Quantity": words.record.q(quantity).label,
            "On the record": words.on_record(quantity, RETOLD),
            "Has to be": words.limits(spans),
            "Of the ways that fit": per_cent(len(spans), len(specs.fitting)),
        }
        for quantity, spans in specs.needs.items()
    ]


def settled(words: Words, specs: Specifications) -> Said:
    """What would go furthest to settle the question: the quantity that most ways set a limit on."""
    quantity = specs.settles
    if not specs.fitting:
        return Said(
            "Only another figure, or a way of reading not tried here, could make them fit.", "another figure"
        )
    if not quantity:
        return Said("Nothing more has to be known for the figures to fit.", "nothing")
    label, always = words.record.q(quantity).label, specs.always.get(quantity)
    low = always.low if always and always.floored else 0
    beyond = f"; under {prose.number(low)}, not all can be true" if low else ""
    return Said(f"What tells most: the true figure for {label}{beyond}.", label)


def settled_by(words: Words, specs: Specifications) -> str:
    """On how many ways that would settle it, and what these ask for; empty where nothing would."""
    if not specs.settles:
        return ""
    spans, fitting = specs.needs[specs.settles], len(specs.fitting)
    if len(spans) == fitting:
        ask = f"{'every' if fitting > 1 else 'the one'} way on which the figures fit asks"
    else:
        share = prose.digits(len(spans)) if fitting < FEW else per_cent(len(spans), fitting)
        of = f"of {prose.digits(fitting)} ways" if fitting < FEW else "of the ways"
        ask = f"{share} {of} on which the figures fit {'asks' if len(spans) == 1 else 'ask'}"
    return f"{prose.sentence(ask)} for {words.limits(spans)}."


def failing_under(specs: Specifications) -> str:
    """The one rule for a hedge under which most ways fail, in a sentence; empty where no rule stands out."""
    found = next((moved for moved in specs.moved if moved.decision.name == "convention"), None)
    if not found or not found.turned:
        return ""
    at = specs.decisions.index(found.decision)
    fail = Counter(one.chosen[at] for one in specs.every if one.held.word == NO_FIT)
    if not fail:
        return ""
    (name, many), total = fail.most_common(1)[0], sum(fail.values())
    if 2 * many <= total:
        return ""
    says = next(option.says for option in found.decision.options if option.name == name)
    return f"Of the ways on which they cannot, {per_cent(many, total)} take one rule for a hedge: {says}."


def decision(words: Words, name: str) -> str:
    """What one has to choose, in a few words: ``how a hedge is read``, ``whose figure for the rate``."""
    for begins, asks in ((COUNTING, "which counts of the"), (WHOSE, "whose figure for the")):
        if name.startswith(begins):
            return f"{asks} {words.record.q(name.removeprefix(begins)).label}"
    return DECISIONS[name]


def decides(words: Words, specs: Specifications) -> Said:
    """Which choice decides: how often each, changed alone, turns the answer."""
    moved = [one for one in specs.moved if one.pairs]
    if not moved:
        return Said("There is one way of reading, so that no choice decides anything.", "none")
    most, *others = moved
    what = decision(words, most.decision.name)
    if not most.turned and not most.changed:
        return Said("No choice decides anything: whichever is changed alone, the outcome stays.", "none")
    if not most.turned:
        most = max(moved, key=lambda one: one.changed / one.pairs)
        what = decision(words, most.decision.name)
        share = per_cent(most.changed, most.pairs)
        told = f"No choice turns the answer; {what} changes most often what has to hold"
        return Said(f"{told}: changed alone, in {share} of the cases.", what)
    share = per_cent(most.turned, most.pairs)
    told = f"Most hangs on {what}: changed alone, it turns the answer in {share} of the cases"
    then = [
        (decision(words, m.decision.name), per_cent(m.turned, m.pairs) if m.turned else "none")
        for m in others
    ]
    told += f"; after it come {listed(f'{name} ({often})' for name, often in then[:3])}" if then else ""
    told += f"; last comes {then[-1][0]} ({then[-1][1]})" if len(then) > 3 else ""
    return Said(f"{told}.", what)


def grid(words: Words, specs: Specifications) -> list[dict[str, str]]:
    """A row for each decision, the one that moves most first: how often it turns the answer and changes what
    has to hold, and how often the figures can be true under each choice."""
    return [
        {
            "Choice": prose.sentence(decision(words, moved.decision.name)),
            "Turns the answer": per_cent(moved.turned, moved.pairs) if moved.pairs else "–",
            "Changes what has to hold": per_cent(moved.changed, moved.pairs) if moved.pairs else "–",
            "Can be true": "; ".join(f"{says}: {share}" for says, share in _by_option(specs, moved)),
        }
        for moved in specs.moved
    ]


def _by_option(specs: Specifications, moved: Moved) -> list[tuple[str, str]]:
    """For each choice, origins taken together, how often the figures can be true."""
    shares: dict[str, list[float]] = {}
    for option, ways in specs.by_option(moved.decision).items():
        alone = moved.decision.name.startswith(WHOSE) and option.name not in (ALL, WITHOUT_OURS)
        share = sum(one.held.word not in FAILING for one in ways) / len(ways)
        shares.setdefault(ONE_ORIGIN if alone else option.says, []).append(100 * share)
    return [(says, percents(found)) for says, found in shares.items()]


def percents(shares: Iterable[float]) -> str:
    """Shares in per cent, from the least to the most: ``44 %``, ``0 to 100 %``."""
    found = list(shares)
    ends = dict.fromkeys(f"{round(end)}" for end in (min(found), max(found)))
    return f"{' to '.join(ends)} %"


def others_then(words: Words, others: Sequence[Statement], figure: Claim | None, earlier: bool) -> Said:
    """Who named another total in the month before, and whether less or more."""
    if not others or figure is None:
        return Said("No other total of the month before was found.", "")
    spans = [one.spoken for one in others]
    less, more = all(s.high < figure.number for s in spans), all(s.low > figure.number for s in spans)
    than = "less" if less else "more" if more else "other numbers"
    told = [f"{words.institution(one.first)} ({words.named(one)})" for one in others]
    until = ", counting up to an earlier day" * earlier
    return Said(f"In the month before, others named {than}{until}: {prose.shortened(told, 4)}.", than)


def counted_last(since: Sequence[Statement]) -> Statement | None:
    """The last of some totals that says how much there was, and not how much there could be."""
    return next((one for one in reversed(since) if one.first.modality == ACTUAL), None)


def newest(words: Words, since: Sequence[Statement]) -> str:
    """The total that was published last, in a sentence."""
    if (statement := counted_last(since)) is None:
        return f"No later total {'says how much there was' if since else 'is on record'}."
    first = statement.first
    when = prose.in_words(first.published[:7])
    return f"Newest on record: {words.named(statement)} ({words.institution(first)}, {when})."


def other_counts(words: Words, found: Sequence[tuple[Statement, Interval, str, Interval]]) -> Said:
    """Whether another count shows what has to hold; ``found`` are statements, what each allows for the time
    of the figures, why it says less than it seems, and what has to hold."""
    if not found:
        return Said("No other count of what has to hold was published within a month of the figures.", "")
    shown = [one for one in found if _shows(one[1], one[3])]
    needs = listed(dict.fromkeys(words.amount(need, one.first.quantity) for one, _, _, need in found))
    statement, _, why, _ = (shown or found)[0]
    told = (
        f"“{words.told(statement)}” ({words.institution(statement.first)}, {words.window(statement.first)})"
    )
    said = f"{told} {why or 'speaks of the same days'}"
    if shown:
        return Said(f"Another count shows {needs} for those months: {said}.", "shown")
    rest = len(found) - 1
    more = f"; {prose.counted(rest, 'other count')} {'does' if rest == 1 else 'do'} not show it either" * (
        rest > 0
    )
    return Said(f"No other count shows {needs} for those months: {said}{more}.", "not shown")


def _shows(span: Interval, need: Interval) -> bool:
    """Whether all that a count allows is within what has to hold."""
    above = span.low > need.low or (span.low == need.low and (span.low_open or not need.low_open))
    below = span.high < need.high or (span.high == need.high and (span.high_open or not need.high_open))
    return (above or not need.floored) and (below or math.isinf(need.high))


def note(found: Sequence[tuple[Statement, Interval, str, Interval]]) -> str:
    """What is to be minded with the count that is told first; empty for nothing."""
    shown = [one for one in found if _shows(one[1], one[3])] or list(found)
    text = shown[0][0].first.note.rstrip(".") if shown else ""
    return f"{text}." if text else ""


def nothing_to_draw(words: Words, possible: bool, alone: Iterable[str]) -> str:
    """Why there is no picture of what has to hold; ``alone`` are the figures of which another value would
    make the others fit."""
    if possible:
        return "Nothing more has to hold on every way of reading."
    labels = listed((words.record.q(quantity).label for quantity in alone), "or")
    return (
        f"Another value of {labels} alone would make them fit."
        if labels
        else "No value of any one figure would make them fit."
    )
