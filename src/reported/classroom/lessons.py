"""Teaching: the exercises of a class, made from an edition by the same rooms as the report, so that no key
can disagree with it.

Where a dossier has nothing to ask about, an exercise says so in a line.
"""

from __future__ import annotations

import hashlib
import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from reported.analysis import consistency, hedges, origins, retellings
from reported.analysis.hedges import READINGS, Interval
from reported.analysis.record import FIRST, RETOLD
from reported.classroom import exercises
from reported.classroom.exercises import Exercise
from reported.classroom.questions import Move, Question, Sheet, choice, one_of
from reported.document import what_if
from reported.dossier.claim import CAPACITY, OWN_BASIS, Claim, relayed
from reported.dossier.dates import last_day
from reported.edition import Edition, open_edition
from reported.wording import fitting, prose
from reported.wording.findings import pipe_table, plain
from reported.wording.prose import listed, sentence

LINES, DOCUMENTS, STOPS = 8, 12, 10
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NEAR = 0.03  # an answer that is off by no more than this is right
DID = {
    retellings.KEPT: "the hedge says the same, perhaps in other words",
    retellings.DROPPED: "the hedge is gone and a bare number is left",
    retellings.WEAKENED: "the words say less: the direction is lost",
    retellings.STRENGTHENED: "the words say more: a direction was put in that nobody gave",
    retellings.INVERTED: "a floor became a ceiling, or a ceiling a floor",
    retellings.INVENTED: "a bare number was given a hedge",
}
LIMITS = ("no limit", "a lower limit", "an upper limit", "both limits", consistency.NO_FIT)
VERDICTS = {
    consistency.FITS: "they can all be true, each in the whole range that was said",
    consistency.ONLY_IF: "they can all be true, but one or more of them only in a part of its range",
    consistency.EDGE: "they miss one another by less than their numbers are rounded, which decides nothing",
    consistency.NO_FIT: "no numbers make all of them true",
    consistency.UNTESTED: "too little is known to hold them against each other",
}
# The words of a vocabulary that are held against each other: first those of the language the figure was said
# in.
COMPARED = (("ge", "odd", "approx"), ("gt", "approx", "le"))


def exercise(name: str, names: Mapping[str, Any]) -> Exercise:
    """One exercise for a notebook, of the edition its parameters describe; call it with ``globals()``."""
    return Exercise(MAKERS[name](open_edition(names)).sealed())


def sheets(edition: Edition) -> list[Sheet]:
    """Every exercise of a class, in order."""
    return [make(edition) for make in MAKERS.values()]


# ── spot the drift ──────────────────────────────────────────────────────────────────────────────────────────


def spot_the_drift(ed: Edition) -> Sheet:
    """What did each retelling do to the hedge of the line it retells? The key is the ledger of drift."""
    steps = _fair_steps(ed)
    lettered = list(zip(LETTERS, steps, strict=False))
    rows = [
        [letter, ed.words.quoted(step.of), ed.words.quoted(step.row), ed.words.cite(step.row)]
        for letter, step in lettered
    ]
    told = {letter: _did(ed, step) for letter, step in lettered}
    changed = {
        letter: step.did["item"]
        for letter, step in lettered
        if step.did["item"] not in (retellings.KEPT, retellings.OPEN)
    }
    open_ones = [letter for letter, step in lettered if step.did["item"] == retellings.OPEN]
    if rows and len(open_ones) < len(rows):
        told["item"] = one_of(
            "Name one retelling that also changed what was counted. If none did, answer none.",
            [letter for letter, _ in lettered], changed,
            lambda letter: f"{letter} changed it: {_items(ed, dict(lettered)[letter])}.",
            lambda letter: "There the item is not known well enough to tell." if letter in open_ones
            else "There the same things are counted. Look for a kind of thing that was left out, added or "
            "mixed up.",
        )  # fmt: skip
    words = "\n".join(f"- *{word}*: {meaning}" for word, meaning in DID.items())
    given = (
        _table(["", "Original", "Retelling", "Where"], rows, [4, 36, 36, 26])
        + f"\n\nWhat can have become of a hedge:\n\n{words}"
    )
    return _sheet(
        "spot-the-drift",
        "Spot the drift",
        given,
        told,
        rows,
        ed,
        "retells another document in words that were seen",
    )


def _fair_steps(ed: Edition) -> list[retellings.Retelling]:
    """Retellings whose words alone show what was done, as varied as there are; those of the figures under
    examination first.
    """
    examined = {
        told.claim_id
        for row in ed.record.headlines()
        for told in origins.told_from(ed.record.standing_rows, row.claim_id)
    }
    steps = [
        step
        for step in retellings.ledger(ed.record.standing_rows)
        if not step.inferred and step.did["hedge"] in DID
    ]
    codes = iter(
        hedges.look_up_all(
            ((row.stated, row.language) for step in steps for row in (step.of, step.row)),
            ed.record.dossier.vocabulary,
        )
    )
    fair = [
        step
        for step, (of, row) in ((step, (next(codes), next(codes))) for step in steps)
        if _shown(step.of, of) and _shown(step.row, row)
    ]
    fair.sort(
        key=lambda step: (
            step.row.claim_id not in examined,
            hashlib.sha256(step.row.claim_id.encode()).hexdigest(),
        )
    )
    kinds = [[step for step in fair if step.did["hedge"] == word] for word in DID]
    chosen: dict[tuple[str, str], retellings.Retelling] = {}
    for step in filter(None, itertools.chain(*itertools.zip_longest(*kinds))):
        if len(chosen) < LINES:
            chosen.setdefault((step.of.stated, step.row.stated), step)
    return sorted(chosen.values(), key=lambda step: hashlib.sha256(step.row.stated.encode()).hexdigest())


def _shown(row: Claim, code: str | None) -> bool:
    """Whether the words of a claim show its hedge to a reader."""
    if not row.stated or row.modality == CAPACITY:
        return False
    return retellings.KIND.get(code or "exact") == retellings.KIND.get(row.hedge, retellings.VAGUE)


def _did(ed: Edition, step: retellings.Retelling) -> Question:
    word = step.did["hedge"]
    was, now = (retellings.KIND[row.hedge] for row in (step.of, step.row))
    here = f"Here {was} " + ("stayed what it was" if was == now else f"became {now}")
    replies = {
        said: (
            said == word,
            f"Right: {word}. {here}."
            if said == word
            else f"Not yet. *{sentence(said)}* would mean that {meaning}. {here}.",
        )
        for said, meaning in DID.items()
    }
    key = (
        f"{word}: {plain(ed.words.quoted(step.of))}, {was}, became {plain(ed.words.quoted(step.row))}, {now}"
    )
    likely = retellings.KEPT if word != retellings.KEPT else retellings.WEAKENED
    return Question(
        "What happened to the hedge?", tuple(DID), replies, key, word, ((likely, replies[likely][1]),)
    )


def _items(ed: Edition, step: retellings.Retelling) -> str:
    was, now = (
        listed(ed.record.plan.items.get(code, code) for code in row.item_code.split())
        for row in (step.of, step.row)
    )
    return plain(f"“{was}” became “{now}”")


# ── how many sources ────────────────────────────────────────────────────────────────────────────────────────


AS_MANY_DOCUMENTS = (
    "Not yet: that is how many documents there are. Which of them could know the figure at first hand?"
)
AS_MANY_NAMES = (
    "Not yet: that is how many names stand in the last column. A name can stand for what another one said."
)
TOO_FEW = (
    "Not yet: that is too few. Some of these figures have nothing to do with each other; look at who is "
    "named, "
    "and when."
)


def how_many_sources(ed: Edition) -> Sheet:
    """Some documents: how many origins stand behind them? The key is the count of origins."""
    chosen = _documents(ed)
    if len(chosen) < 2:
        return Sheet(
            "how-many-sources",
            "How many sources?",
            "",
            {},
            {},
            aside(ed, "is under examination and carried by more than one document"),
        )
    lettered = dict(zip(LETTERS, chosen, strict=False))
    rows = [
        [
            letter,
            ed.words.cite(row),
            ed.record.source(row.source_id).title,
            ed.words.quoted(row),
            _shown_as(ed, row),
        ]
        for letter, row in lettered.items()
    ]
    given = _table(
        ["", "Document", "What it is", "Says", "Figure given as that of"], rows, [4, 24, 30, 32, 30]
    )
    told = {"origins": _origins(ed, chosen)}
    told |= {"first": _first(ed, lettered)} if len(_family(ed)) > 1 else {}
    told |= {"echo": _echo(ed, lettered), "computed": _computed(ed, lettered)}
    return _sheet("how-many-sources", "How many sources?", given, told, rows, ed, "")


def _first(ed: Edition, lettered: Mapping[str, Any]) -> Question:
    first, *_ = family = _family(ed)
    names = {row.claim_id for row in family}
    return one_of(
        f"Which document stands nearest to where its figure for {ed.record.q(first.quantity).label} came "
        "from?",
        list(lettered),
        [letter for letter, row in lettered.items() if row.claim_id == first.claim_id],
        lambda letter: (
            f"{plain(ed.words.quoted(lettered[letter]))} is the account that the others of this figure go "
            "back to."
        ),
        lambda letter: (
            "It retells another of these documents."
            if lettered[letter].claim_id in names
            else "It carries a figure of its own. Look at the figure that most of these documents share."
        ),
    )


def _echo(ed: Edition, lettered: Mapping[str, Any]) -> Question:
    echoed = {echo.row.claim_id: echo for echo in origins.echoes(ed.record.standing_rows)}

    def named(letter: str) -> str:
        echo = echoed[lettered[letter].claim_id]
        first = f"{plain(ed.words.institution(echo.first))}{' (our inference)' * echo.inferred}"
        return f"It names {plain(echo.name)}; the figure goes back to {first}."

    return one_of(
        "Name one document that gives a figure as that of somebody who only passed it on. If there is none, "
        "answer none.",
        list(lettered),
        [letter for letter, row in lettered.items() if row.claim_id in echoed],
        named,
        lambda _: (
            "That name is the one the figure goes back to, as far as was seen. Compare the numbers: which "
            "one was there before, under another name?"
        ),
    )


def _computed(ed: Edition, lettered: Mapping[str, Any]) -> Question:
    return one_of(
        "Name one document whose figure was only worked out from another figure. If there is none, answer "
        "none.",
        list(lettered),
        [letter for letter, row in lettered.items() if row.relation == origins.COMPUTED],
        lambda letter: (
            f"It was worked out from {plain(listed(_parents(ed, lettered[letter])))}, and supports nothing "
            "that this says."
        ),
        lambda _: (
            "That one was stated, not worked out. Look for a number that follows from another one by a "
            "multiplication."
        ),
    )


def _shown_as(ed: Edition, row: Claim) -> str:
    return row.credited or ed.words.institution(row)


def _parents(ed: Edition, row: Claim) -> list[str]:
    found = [ed.record.claim(name) for name, _ in relayed(row.relays)]
    return [
        f"“{ed.words.said(parent)}” ({ed.words.institution(parent)})"
        for parent in found
        if parent is not None
    ]


def _family(ed: Edition) -> list[Claim]:
    """The figure under examination that most documents carry: the original first, then its retellings in the
    order of their days.
    """
    best: list[Claim] = []
    for row in ed.record.headlines():
        told = [
            r for r in origins.told_from(ed.record.standing_rows, row.claim_id) if r.stated and r.published
        ]
        if len(told) > len(best) and row.stated:
            best = [r for r in told if r.claim_id == row.claim_id] + sorted(
                (r for r in told if r.claim_id != row.claim_id),
                key=lambda r: (last_day(r.published), r.claim_id),
            )
    return best


def _documents(ed: Edition) -> list[Claim]:
    """Up to twelve documents, one claim of each: copies of one figure, echoes, figures worked out, and others
    of their own, by their days.
    """
    family = _family(ed)
    if not family:
        return []
    standing = [
        row for row in ed.record.standing_rows if row.stated and row.published and row.status == "active"
    ]
    by_id = {row.claim_id: row for row in standing}
    names = {row.claim_id for row in family}
    chosen: dict[str, Any] = {}

    def take(rows: Iterable[Claim], most: int) -> None:
        for row in rows:
            if len(chosen) < most and row.claim_id in by_id:
                chosen.setdefault(row.source_id, row)

    echoes = sorted(
        origins.echoes(ed.record.standing_rows),
        key=lambda e: (e.first.claim_id not in names, e.inferred, e.row.claim_id),
    )
    made = [row for row in standing if row.relation == origins.COMPUTED and not row.relays.endswith("?")]
    alone: dict[str, Any] = {}
    for row in standing:
        of_its_own = not row.relation and row.quantity in ed.record.tied() and row.basis != OWN_BASIS
        if of_its_own and row.origin_id != family[0].origin_id:
            alone.setdefault(row.origin_id, row)
    take(family[:1], 1)
    take(family[1 :: max(1, len(family) // 5)], DOCUMENTS // 2)
    take((row for e in echoes for row in (e.first, e.row)), DOCUMENTS * 3 // 4)
    take(
        (row for m in made for row in (*(by_id[n] for n, _ in relayed(m.relays) if n in by_id), m)),
        DOCUMENTS - 1,
    )
    take(alone.values(), DOCUMENTS)
    return sorted(chosen.values(), key=lambda row: (last_day(row.published), row.publisher, row.claim_id))


def _origins(ed: Edition, chosen: list[Claim]) -> Question:
    found = origins.count(chosen)
    groups = origins.by_origin(chosen)
    names = len({_shown_as(ed, row) for row in chosen})
    behind = listed(dict.fromkeys(plain(ed.words.institution(group[0])) for group in groups))
    sure = found.fewest == found.most
    how_many = prose.counted(found.most, "origin") if sure else f"{found.spoken} origins"
    unsure = "" if sure else " How many exactly rests on links that are our inference."
    right = f"Right: {how_many} ({behind}).{unsure} Who passes a figure on adds no origin."
    copied = next((group for group in groups if len(group) > 1), None)
    too_many = "Not yet: that is too many."
    if copied:
        two = f"{plain(ed.words.cite(copied[0]))}, and {plain(ed.words.cite(copied[1]))}"
        too_many += f" Look at these two, which pass on the same statement: {two}."

    def reply(n: int) -> str:
        if found.fewest <= n <= found.most:
            return right
        if n == len(chosen):
            return AS_MANY_DOCUMENTS
        if n == names:
            return AS_MANY_NAMES
        return TOO_FEW if n < found.fewest else too_many

    replies = {str(n): (found.fewest <= n <= found.most, reply(n)) for n in range(1, len(chosen) + 1)}
    usual = dict.fromkeys(map(str, (len(chosen), names)))
    expected = tuple((n, replies[n][1]) for n in usual if not replies[n][0])
    text = (
        f"These are {prose.counted(len(chosen), 'document')}. How many origins stand behind them? An origin "
        "knew its figure first."
    )
    return Question(text, tuple(replies), replies, f"{how_many} ({behind})", str(found.fewest), expected)


# ── what would have to be true ──────────────────────────────────────────────────────────────────────────────


def what_would_have_to_be_true(ed: Edition) -> Sheet:
    """What must hold for the figures to be true together? The key is the reconciliation."""
    name, title = "what-would-have-to-be-true", "What would have to be true?"
    if len(ed.record.headlines()) < 2:
        return Sheet(name, title, "", {}, {}, aside(ed, "is under examination beside another one"))
    outcomes = _outcomes(ed, RETOLD, "literal")
    rows = [
        [
            prose.sentence(ed.record.q(q).label),
            ed.words.on_record(q, FIRST),
            ed.words.on_record(q, RETOLD),
            _allows(ed, q, outcomes),
        ]
        for q in ed.record.quantities()
    ]
    given = _table(
        ["Figure", "As first worded", "As retold", "As retold, that allows"], rows, [24, 32, 32, 34]
    )
    given = f"{given}\n\n{_relations(ed)}"
    told = {}
    for number, (quantity, span) in enumerate(_limited(ed, outcomes).items(), 1):
        told[f"limit{number}"] = _break_even(ed, quantity, span, outcomes)
        if number == 1:
            told["first_wording"] = _first_wording(ed, quantity, span)
        if number == 2:
            break
    for wording, reading in ((FIRST, "literal"), (FIRST, "pragmatic"), (RETOLD, "pragmatic")):
        key = f"{what_if.WORDING_KEYS[wording]}_{reading}"
        told[key] = _verdict(ed, wording, reading)
    return _sheet(name, title, given, told, rows, ed, "", _moves(ed))


def _relations(ed: Edition) -> str:
    return "\n".join(
        [
            "How the figures hang together:\n",
            *(f"- {plain(relation.reads)}" for relation in ed.record.relations),
        ]
    )


def _outcomes(ed: Edition, wording: str, reading: str) -> list[consistency.Outcome]:
    return [consistency.outcome(case) for case in ed.record.cases([reading], [wording])]


def _allows(ed: Edition, quantity: str, outcomes: list[consistency.Outcome]) -> str:
    """The range in which a figure stands in the sums, over all ways of counting."""
    spans = (o.case.bounds[quantity].interval for o in outcomes if quantity in o.case.bounds)
    span = consistency.either(spans)
    return ed.words.amount(span, quantity) if span else "nothing was said"


def _limited(ed: Edition, outcomes: list[consistency.Outcome]) -> dict[str, Interval]:
    """Quantities for which the others set a limit: first those whose own figure it cuts."""
    cut = consistency.needed(outcomes)
    implied = {
        q: consistency.either([o.verdicts[q].implied.interval for o in outcomes])
        for q in ed.record.quantities()
    }
    limits = cut | {
        q: span
        for q, span in implied.items()
        if span and not span.unbounded and q not in cut and consistency.possible(outcomes)
    }
    # What may be below nought is no number to type in.
    return {q: span for q, span in limits.items() if not span.signed}


def _break_even(ed: Edition, quantity: str, span: Interval, outcomes: list[consistency.Outcome]) -> Question:
    low = span.low > 0
    key, way, noun = (span.low, "least", "small") if low else (span.high, "most", "large")
    told = ed.words.amount(replace(span, high=math.inf) if low else span, quantity)
    found = next(o.verdicts[quantity].implied for o in outcomes if o.verdicts[quantity].implied.interval)
    rests = dict.fromkeys(found.low_rests_on if low else found.high_rests_on)
    because = listed(plain(f"{ed.record.q(q).label} ({ed.words.on_record(q, RETOLD)})") for q in rests)
    replies: dict[str, tuple[bool, str]] = {}
    for exponent, digit in itertools.product(range(-4, 5), range(1, 10)):
        value = digit * 10.0 ** (exponent + math.floor(math.log10(key)))
        short = "Not yet: too low." if value < key else "Not yet: too high."
        if f"{value:.0e}" == f"{key:.0e}":
            short = "Not yet, but close. Keep two digits."
        replies[exercises.forms(value, number=True)[1]] = (
            False,
            f"{short} The {way} there can be comes from one end of each range: which end makes it as {noun} "
            "as it may be?",
        )  # fmt: skip
    common = []
    for value, why in _mistakes(ed, quantity, key, low, tuple(rests), outcomes):
        form = exercises.forms(value, number=True)[0]
        if abs(value / key - 1) > 2 * NEAR and form not in replies:
            replies[form] = (False, f"Not yet: {why}")
            common.append((f"{float(f'{value:.3g}'):,.12g}", replies[form][1]))
    for value in (key * (1 - NEAR), key, key * (1 + NEAR)):
        replies[exercises.forms(value, number=True)[0]] = (
            True,
            f"Right: {told}. That follows from {because}.",
        )
    asked = f"would there have to be at the {way}" if low else f"can there be at the {way}"
    text = (
        "Take the figures as retold, each in the full range that its words allow. How many "
        f"{plain(ed.record.q(quantity).many)} {asked}?"
    )
    return Question(text, (), replies, f"{plain(told)}, from {because}", float(f"{key:.3g}"), tuple(common))


def _mistakes(
    ed: Edition,
    quantity: str,
    key: float,
    low: bool,
    rests: tuple[str, ...],
    outcomes: list[consistency.Outcome],
) -> Iterator[tuple[float, str]]:
    """Wrong numbers that a class comes to, each with why it is wrong."""
    bounds = outcomes[0].case.bounds
    for relation in ed.record.relations:
        others = [q for q in (relation.product, *relation.factors) if q != quantity]
        if quantity in relation.factors and set(others) == set(rests) and len(others) == 2:
            yield from _mistaken(ed, quantity, key, low, others, outcomes[0])
    if quantity in bounds:
        span = bounds[quantity].interval
        why = (
            "that is what was said or published for it. The question is what the other figures need, "
            "whatever was said."
        )
        yield from ((end, why) for end in (span.low, span.high) if 0 < end < math.inf)


def _mistaken(
    ed: Edition, quantity: str, key: float, low: bool, others: list[str], outcome: consistency.Outcome
) -> Iterator[tuple[float, str]]:
    """Wrong quotients of two figures."""
    whole, part = (outcome.case.bounds[other].interval for other in others)
    product, factor = (ed.record.headline(other, RETOLD) for other in others)
    if product is not None and factor is not None:
        yield (
            product.number / factor.number,
            f"you took both figures as bare numbers ({plain(ed.words.bare(product))}, "
            f"{plain(ed.words.bare(factor))}). "
            "Their words allow more.",
        )
    above, below = (whole.low, part.low) if low else (whole.high, part.high)
    if below and 0 < above / below < math.inf:
        yield above / below, f"you took the other end of the range for {plain(ed.record.q(others[1]).label)}."
    if factor is not None and ed.record.q(others[1]).units[factor.unit] != 1:
        yield (
            key * ed.record.q(others[1]).units[factor.unit],
            f"that counts by the {plain(factor.unit)}; the question is about "
            f"{plain(ed.record.q(quantity).many)}.",
        )


def _first_wording(ed: Edition, quantity: str, retold: Interval) -> Question:
    low = retold.low > 0
    spans = [o.verdicts[quantity].implied.interval for o in _outcomes(ed, FIRST, "literal")]
    span = consistency.either(spans)
    choices = (
        "no such limit",
        "the same limit",
        "a lower number",
        "a higher number",
        "the figures do not fit",
    )
    end, before = ((span.low, retold.low) if low else (span.high, retold.high)) if span else (0.0, 0.0)
    if span is None:
        right = choices[4]
    elif end in (0.0, math.inf):
        right = choices[0]
    else:
        right = (
            choices[1]
            if math.isclose(end, before, rel_tol=0.01)
            else choices[2]
            if end < before
            else choices[3]
        )
    said = "the figures do not fit" if span is None else f"the others leave {_left_for(ed, span, quantity)}"
    return choice(
        "Now take the words as first said. What limit of the same kind do they set to the "
        f"{plain(ed.record.q(quantity).many)}?",
        choices, right, f"as first worded, {plain(said)}.",
        lambda _: "Put the two wordings beside each other: which of the figures lost or gained an end of its "
        "range?",
    )  # fmt: skip


def _verdict(ed: Edition, wording: str, reading: str) -> Question:
    outcomes = _outcomes(ed, wording, reading)
    word, needs = consistency.answer(outcomes), consistency.needed(outcomes)
    needed = listed(plain(ed.words.amount(span, quantity)) for quantity, span in needs.items())
    told = {
        consistency.FITS: "they can all be true as they stand",
        consistency.ONLY_IF: f"they need {needed}",
        consistency.NO_FIT: fitting.misses(outcomes),
        consistency.EDGE: fitting.misses(outcomes),
    }.get(word, "too little is known to hold them against each other")
    hint = (
        "On this reading a minimum ends at the next round number, because a larger one would have been named."
        if reading == "pragmatic"
        else "On this reading a minimum has no upper end, so two minimums can never contradict each other."
    )
    return choice(
        f"{sentence(wording)} and on the {reading} reading: do the figures fit?", tuple(VERDICTS), word,
        f"{word}; {told}.", lambda said: f"*{sentence(said)}* would mean that {VERDICTS[said]}. {hint}",
    )  # fmt: skip


def _moves(ed: Edition) -> dict[str, Move]:
    """What can be moved: each dial that is no share, with stops on both sides of what is on the record and of
    what the others need.
    """
    needs = consistency.needed(_outcomes(ed, RETOLD, "literal"))
    made: dict[str, Move] = {}
    for dial in ed.record.plan.dials:
        if (
            dial.share
            or ed.record.headline(dial.quantity) is not None
            or not any(dial.quantity in case.bounds for case in ed.record.cases(["literal"]))
        ):
            continue
        factor = ed.record.q(dial.quantity).units[dial.unit] if dial.unit else 1.0
        span = ed.record.span(dial.quantity)
        ends = [
            e / factor
            for s in (span, needs.get(dial.quantity, Interval()))
            for e in (s.low, s.high)
            if 0 < e < math.inf
        ]
        stops = _stops(min(ends) / 2, max(ends) * 2)
        noun = f"{dial.unit}s" if dial.unit else ed.record.q(dial.quantity).many
        says = {
            f"{stop:g} {key} {reading}": plain(
                what_if.suppose(ed, wording, reading, {dial.key: stop}).sentence
            )
            for stop in stops
            for key, wording in what_if.WORDINGS.items()
            for reading in READINGS
        }
        made[dial.key] = Move(
            plain(f"{sentence(dial.label or ed.record.q(dial.quantity).label)}, in {noun}"), stops, says
        )
    return made


def _stops(low: float, high: float) -> tuple[float, ...]:
    """Some numbers of two digits from low to high, in equal steps of their logarithm."""
    steps = (low * (high / low) ** (n / (STOPS - 1)) for n in range(STOPS))
    return tuple(dict.fromkeys(float(f"{step:.1e}") for step in steps))


# ── one word ────────────────────────────────────────────────────────────────────────────────────────────────


def one_word(ed: Edition) -> Sheet:
    """The same number with another word beside it: what is then left for a quantity that it is tied to?"""
    name, title = "one-word", "What one word does"
    words = _compared(ed)
    best = max(
        (
            (len({*found.values()}), -order, row, partner, found)
            for order, (row, partner) in enumerate(_pairs(ed))
            if (found := {code: _limit(_with_hedge(ed, row, partner, code)) for _, _, code in words})
        ),
        default=None, key=lambda made: made[:2],
    )  # fmt: skip
    if best is None:
        several = len(ed.record.headlines()) > 1
        tells = "and tied to a quantity that is not" if several else "beside another one"
        return Sheet(name, title, "", {}, {}, aside(ed, f"is under examination {tells}"))
    _, _, row, partner, _ = best
    lettered = list(zip(LETTERS, words, strict=False))
    rows = [
        [letter, wording, language, _as_said(ed, row, code)] for letter, (wording, language, code) in lettered
    ]
    amount = plain(ed.words.bare(row))
    others = [
        [sentence(ed.record.q(q).label), ed.words.on_record(q, FIRST)]
        for q in ed.record.quantities()
        if q not in (row.quantity, partner)
    ]
    given = "\n\n".join([
        f"The figure is {amount} ({plain(ed.record.q(row.quantity).label)}); "
        f"{plain(ed.words.institution(row))} said "
        f"{plain(ed.words.quoted(row))}. Put each of these words "
        "in place of its own, and leave the other figures as they were first said. What do they then leave "
        f"for the {plain(ed.record.q(partner).many)}?",
        _table(["", "Word", "Language", "Then it reads"], rows, [4, 20, 14, 40]),
        _table(["Other figures", "As first worded"], others, [30, 48]), _relations(ed),
    ])  # fmt: skip
    told = {letter: _left(ed, row, partner, code) for letter, (_, _, code) in lettered}
    return _sheet(name, title, given, told, rows, ed, "")


def _left(ed: Edition, row: Claim, partner: str, code: str) -> Question:
    noun, span = plain(ed.record.q(partner).many), _with_hedge(ed, row, partner, code)
    left = _left_for(ed, span, partner) if span else "nothing, because the figures contradict each other"
    reads, allows = _as_said(ed, row, code), ed.words.amount(_hedged(ed, row, code), row.quantity)
    read_as = plain(f"“{reads}”" + (f", which allows {allows}," if allows != reads else ""))
    return choice(
        f"With the word of this line, what do the figures leave for the {noun}?",
        LIMITS, _limit(span),
        f"{_limit(span)}. It reads {read_as} and leaves {plain(left)}.",
        lambda _: f"It reads {read_as} and so has {_limit(_hedged(ed, row, code))} itself. What does that do "
        f"to the {noun}?",
    )  # fmt: skip


def _compared(ed: Edition) -> list[tuple[str, str, str]]:
    """Words of the dossier's vocabulary (wording, language, code): of the two richest languages but English,
    else of English.
    """
    known: dict[str, dict[str, str]] = {}
    for row in ed.record.dossier.vocabulary:
        codes = known.setdefault(row.language, {})
        if row.code not in codes or len(row.wording) < len(codes[row.code]):
            codes[row.code] = row.wording
    ranked = sorted(known, key=lambda language: (language == "en", -len(known[language]), language))[:2]
    made = []
    for language, wanted in zip(ranked, COMPARED, strict=False):
        usable = [code for code in (*wanted, "ge", "approx", "le", "gt", "exact") if code in known[language]]
        made += [
            (known[language][code], language, code) for code in list(dict.fromkeys(usable))[: len(wanted)]
        ]
    return made


def _pairs(ed: Edition) -> Iterator[tuple[Any, str]]:
    """A figure under examination, and a quantity without one that a relation ties it to."""
    examined = {row.quantity for row in ed.record.headlines()}
    if len(examined) < 2:
        return
    for row, relation in itertools.product(ed.record.headlines(), ed.record.relations):
        tied = [relation.product, *relation.factors] if relation.factors else []
        if row.quantity in tied and row.hedge not in ("none", "range") and row.modality != CAPACITY:
            yield from ((row, q) for q in tied if q != row.quantity and q not in examined)


def _left_for(ed: Edition, span: Interval, quantity: str) -> str:
    return prose.words(span) if span.unbounded else ed.words.amount(span, quantity)


def _as_said(ed: Edition, row: Claim, code: str) -> str:
    return ed.words.said(replace(row, hedge=code, value_high=math.nan, margin=math.nan))


def _hedged(ed: Edition, row: Claim, code: str) -> Interval:
    span = hedges.interval(
        code, row.value, reading="literal", tolerance=ed.record.parameters.approx_tolerance
    )
    return span * ed.record.q(row.quantity).units[row.unit]


def _with_hedge(ed: Edition, row: Claim, partner: str, code: str) -> Interval | None:
    """What the figures leave for a quantity when one of them has another hedge."""
    bound = consistency.Bound(_hedged(ed, row, code), (row.claim_id,), (row.claim_id,))
    cases = [
        replace(case, bounds=case.bounds | {row.quantity: bound})
        for case in ed.record.cases(["literal"], [FIRST])
    ]
    return consistency.either([consistency.implied(case, partner).interval for case in cases])


def _limit(span: Interval | None) -> str:
    return consistency.NO_FIT if span is None else LIMITS[span.floored + 2 * (span.high < math.inf)]


# ── shared ──────────────────────────────────────────────────────────────────────────────────────────────────


def _table(columns: list[str], rows: list[list[str]], widths: list[int]) -> str:
    return pipe_table({"columns": columns, "rows": rows, "widths": widths})


def _sheet(
    name: str,
    title: str,
    given: str,
    told: Mapping[str, Question],
    rows: list[Any],
    ed: Edition,
    tells: str,
    moves: Mapping[str, Move] = {},
) -> Sheet:
    return (
        Sheet(name, title, given, told, moves) if rows else Sheet(name, title, "", {}, {}, aside(ed, tells))
    )


def aside(ed: Edition, tells: str) -> str:
    """Why there is nothing to do: no figure is such that it could be asked about."""
    by = f"public by {ed.words.day}" if ed.record.parameters.day else "in this dossier"
    return f"No figure {by} {tells}, so this exercise has nothing to ask."


MAKERS: dict[str, Callable[[Edition], Sheet]] = {
    "spot-the-drift": spot_the_drift,
    "how-many-sources": how_many_sources,
    "what-would-have-to-be-true": what_would_have_to_be_true,
    "one-word": one_word,
}
