"""All ways of reading the figures: against an enumeration by hand, on the shipped dossier and on small ones
at random; faults planted for what is said of them."""

import itertools
import math
import shutil
import tempfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reported.analysis import consistency, specifications
from reported.analysis.columns import everywhere
from reported.analysis.consistency import FAILING
from reported.analysis.record import FIRST, RETOLD
from reported.analysis.specifications import COUNTING, WHOSE, specified
from reported.dossier.starter import KINDS
from reported.edition import open_edition
from reported.wording import ways

from ..conftest import add_claim, add_source, change
from ..small_dossiers import small_dossiers
from ..wording.test_every_sentence import possible, spans
from .test_consistency import in_short

CHOICES = {
    "reading": [{"takes": "literal", "says": "by the word"}],
    "margin": [
        {"takes": 0.4, "says": "two fifths", "since": "2031-04-20"},
        {"takes": 0.1, "says": "a tenth"},
    ],
    "months": [{"takes": 0, "says": "those alone"}, {"takes": 2, "says": "two more"}],
    "convention": [{"takes": "house", "says": "ours"}, {"takes": "measured", "says": "as people say"}],
    "whose": [{"takes": "each", "says": "one origin's"}],
}


def edition(folder, **parameters):
    return open_edition({"data": str(folder), "as_of": "latest", **parameters})


def by_hand(record) -> dict[tuple, str | None]:
    """Whether the figures fit under every choice, each tried by itself: ``None`` where ends only touch."""
    own, found = record.parameters, {}
    listed = record.plan.choices
    kinds = {
        "convention": ["house", "iiss", "acled", "measured"], "margin": [0.1, 0.5], "months": [],
        "reading": ["literal", "pragmatic"], "wording": ["first", "retold"],
        "whose": ["without-ours", "each"],
    }  # fmt: skip
    mine = {
        "convention": own.convention, "margin": own.approx_tolerance, "reading": own.reading,
        "wording": "first", "whose": "all", "months": 0.0,
    }  # fmt: skip
    for kind in kinds:
        given_ = getattr(listed, kind)
        if given_:
            kinds[kind] = [c.takes for c in given_ if not (c.since and own.day and c.since > str(own.day))]
        kinds[kind] = (
            sorted({*kinds[kind], mine[kind]})
            if kind in ("margin", "months")
            else list({*kinds[kind], mine[kind]})
        )
    for rule, wording, reading in itertools.product(kinds["convention"], kinds["wording"], kinds["reading"]):
        for share in kinds["margin"] if rule == "house" else [own.approx_tolerance]:
            other = record.reread(convention=rule, approx_tolerance=share)
            figures = {
                r.quantity: r for r in other.headlines(FIRST if wording == "first" else RETOLD, reading)
            }
            free = [
                q
                for q in record.quantities()
                if q not in record.known and (q not in figures or q in own.inputs)
            ]
            base = {q: other.said(r) for q, r in figures.items()}
            base = {q: b for q, b in base.items() if not b.interval.unbounded}
            for counting in itertools.product(*(other.series_of(q) for q in free)):
                seen = []
                for months in kinds["months"]:
                    options = [
                        whose(other, q, way, reading, int(months), kinds["whose"])
                        for q, way in zip(free, counting, strict=True)
                    ]
                    for taken in itertools.product(*options):
                        bounds = base | {q: bound for q, (_, bound) in zip(free, taken, strict=True) if bound}
                        names = tuple(name for name, _ in taken)
                        same = (
                            names,
                            {q: (b.interval, b.low_claims, b.high_claims) for q, b in bounds.items()},
                        )
                        if same in seen:
                            continue
                        seen.append(same)
                        case = consistency.Case(record.relations, bounds, {}, record.known, record.signed)
                        key = (
                            wording,
                            reading,
                            rule,
                            share if rule == "house" else "",
                            counting,
                            months,
                            names,
                        )
                        found[key] = case
    return found


def whose(record, quantity, series, reading, months, kinds):
    """The bounds that may be taken for an input, each with whose it is."""
    whole, used, _ = record.inputs(quantity, series, reading, months)
    if whole is None:
        return [("", None)]
    theirs = [row for row in used if row.basis != "assumed" and row.source.publisher_kind != "own"]
    origins = list(dict.fromkeys(row.origin_id for row in theirs))
    made = [("all", whole)]
    if "without-ours" in kinds and len(origins) > 1 and len(theirs) < len(used):
        made.append(("without-ours", together(record, theirs, months)))
    if "each" in kinds and (len(origins) > 1 or (origins and len(theirs) < len(used))):
        made += [(o, together(record, [r for r in theirs if r.origin_id == o], months)) for o in origins]
    return [(name, bound) for name, bound in made if bound]


def together(record, rows, months):
    return consistency.envelope(record.said(row, months) for row in rows)


def held_to_hand(record):
    """Hold all specifications of a record to those by hand: the same number, and the same outcomes."""
    specs, hand = specified(record), by_hand(record)
    assert len(specs) == len(hand)
    outcomes = [consistency.outcome(case) for case in hand.values()]
    assert Counter(one.held.word for one in specs) == specs.words == Counter(o.word for o in outcomes)
    limits = Counter(tuple(sorted(o.conditions.items(), key=str)) for o in outcomes)
    assert Counter(tuple(sorted(one.held.conditions.items(), key=str)) for one in specs) == limits
    for case, outcome in zip(hand.values(), outcomes, strict=True):
        if not case.known:
            plainly = possible(spans(case), case)
            assert plainly in (None, outcome.word not in consistency.FAILING)
    return specs, outcomes


@given(small_dossiers(), st.sampled_from([None, CHOICES]))
def test_all_ways_are_those_one_would_write_down(small, choices):
    if choices:
        small.plan["choices"] = choices
    with tempfile.TemporaryDirectory() as folder:
        record = edition(small.write(Path(folder) / "small"), **small.parameters).record
    assume(len(record.headlines()) > 1 and record.period and record.relations)
    specs, outcomes = held_to_hand(record)
    fitting = [o for o in outcomes if o.word not in consistency.FAILING]
    for quantity, span in specs.always.items():
        assert fitting and all(quantity in o.conditions for o in fitting)
        assert span.low == min(o.conditions[quantity].low for o in fitting)
        assert span.high == max(o.conditions[quantity].high for o in fitting)
    for quantity, limits in specs.needs.items():
        assert len(limits) == sum(quantity in o.conditions for o in fitting)
    told_one_by_one(specs)


def told_one_by_one(specs):
    """Hold what is told of all specifications to what one finds by going through them."""
    every = list(specs)
    fitting = [one for one in every if one.held.word not in consistency.FAILING]
    assert [(one.chosen, one.held) for one in specs.fitting] == [(one.chosen, one.held) for one in fitting]
    assert list(specs.words.items()) == list(Counter(one.held.word for one in every).items())
    needs = {}
    for one in fitting:
        for quantity, span in one.held.conditions.items():
            needs.setdefault(quantity, []).append(span)
    assert list(specs.needs.items()) == sorted(needs.items(), key=lambda item: -len(item[1]))
    left = {}
    for one in fitting or every:
        for quantity, span in one.held.left.items():
            left[quantity] = left.get(quantity, span) | span
    assert specs.left == left
    for place, decision in enumerate(specs.decisions):
        found = {option.name: some.words for option, some in specs.by_option(decision).items()}
        names = [option.name for option in decision.options]
        assert names == [name for name in dict.fromkeys(one.chosen[place] for one in every) if name]
        assert found == {
            name: Counter(one.held.word for one in every if one.chosen[place] == name) for name in names
        }


def test_the_shipped_ways_are_many_and_each_names_its_choices(shipped):
    specs = specified(edition(shipped).record)
    assert len(specs) > 15_000 and specs.crossed
    assert len({one.chosen for one in specs}) == len(specs)
    assert specs.always["containers"].low == pytest.approx(2_000)
    names = [decision.name for decision in specs.decisions]
    assert {"wording", "reading", "convention", "margin", "months"} < {*names}
    assert COUNTING + "fire_rate" in names and WHOSE + "shells_per_container" in names


def test_many_cases_at_once_come_to_what_each_comes_to(shipped):
    specs = specified(edition(shipped, as_of="2023-11-02").record)
    for one in specs[::97]:
        assert repr(one.held) == repr(in_short(one.case))


def kind(held):
    """Whether a way fits, and at which ends of what it sets limits."""
    ends = {(q, span.floored, math.isinf(span.high)) for q, span in held.conditions.items()}
    return held.word in FAILING, ends


def test_what_a_choice_moves_is_counted_over_pairs_that_differ_in_it_alone(shipped):
    specs = specified(edition(shipped, as_of="2023-10-31").record)
    for moved in specs.moved:
        place = specs.decisions.index(moved.decision)
        if moved.decision.name == "convention":
            continue  # of which only one has margins: its pairs are those of the edition's own
        rest = {}
        for one in specs:
            rest.setdefault(one.chosen[:place] + one.chosen[place + 1 :], []).append(one.held)
        pairs = [pair for group in rest.values() for pair in itertools.combinations(group, 2)]
        turned = sum((a.word in FAILING) != (b.word in FAILING) for a, b in pairs)
        changed = sum(kind(a) != kind(b) for a, b in pairs)
        assert (moved.pairs, moved.turned, moved.changed) == (len(pairs), turned, changed)


@pytest.mark.parametrize("day", ["2023-10-31", "2023-11-02"])
def test_what_is_told_of_all_ways_is_what_one_finds_by_going_through_them(shipped, day):
    told_one_by_one(specified(edition(shipped, as_of=day).record))


def test_the_claims_behind_a_limit_are_those_of_the_first_way_that_asks_for_least(shipped):
    specs = specified(edition(shipped, as_of="2023-11-02").record)
    assert specs.needs
    for quantity in specs.needs:
        limited = [one for one in specs if quantity in one.held.conditions]
        spans = [one.held.conditions[quantity] for one in limited]
        first = spans.index(min(spans, key=lambda span: (span.low, -span.high)))
        assert specs.behind(quantity) == consistency.outcome(limited[first].case).behind(quantity)


def test_an_earlier_day_knows_no_choice_of_a_later_one(copy_of, shipped):
    folder = copy_of(shipped)
    plan = folder / "dossier.toml"
    plan.write_text(
        plan.read_text("utf-8").replace(
            'takes = 0.5\nsays = "half"\nsince = "2023-01-01"',
            'takes = 0.5\nsays = "half"\nsince = "2023-11-03"',
        ),
        "utf-8",
    )
    margins = {}
    for day in ("2023-11-02", "2023-11-03"):
        specs = specified(edition(folder, as_of=day).record)
        margins[day] = next([o.name for o in d.options] for d in specs.decisions if d.name == "margin")
    assert margins == {"2023-11-02": ["0.1", "0.25"], "2023-11-03": ["0.1", "0.25", "0.5"]}


def test_a_choice_that_reverses_the_answer_reverses_the_sentence(copy_of, shipped):
    folder = copy_of(shipped)
    before = edition(folder)
    said = ways.lead(before.words, specified(before.record))
    assert said.answer == "on conditions" and "only with at least 2,000 containers" in said.sentence
    # Somebody says that many more fit in a container, which takes the condition down to what the transfers
    # would bring; and somebody else that these bring few, which leaves none that holds on all ways.
    load = {
        "quantity": "shells_per_container", "unit": "shell/container", "period_start": "2023-10",
        "period_end": "2023-10", "cumulative": "no", "series": "tube-shells",
    }  # fmt: skip
    add_source(folder, "denser", "2023-10-20")
    add_claim(folder, "denser", "denser", hedge="exact", value="2000", modality="actual", **load)
    after = edition(folder)
    said = ways.lead(after.words, specified(after.record))
    assert "only with at least 1,650 containers, 1.6 times the stated minimum" in said.sentence
    trip = load | {"quantity": "containers_per_transfer", "unit": "container/transfer", "series": ""}
    add_claim(folder, "fewer", "denser", hedge="exact", value="50", modality="actual", **trip)
    after = edition(folder)
    specs = specified(after.record)
    said = ways.lead(after.words, specs)
    assert "containers" not in specs.always and "containers" in specs.sometimes
    assert "only with" not in said.sentence and said.answer == "on some ways"


def test_no_way_that_fits_and_every_way_that_fits_are_told_as_such(shipped):
    ed = edition(shipped, as_of="2023-11-02")
    specs = specified(ed.record)

    def all_with(word, conditions=None):
        came = consistency.Came(everywhere(word, 40), everywhere(conditions or {}, 40), {})
        return replace(specs[:40], came=came)

    assert ways.lead(ed.words, all_with(consistency.NO_FIT)).sentence == (
        "The four figures cannot all be true on any of 40 ways of reading them."
    )
    edge = ways.lead(ed.words, all_with(consistency.EDGE))
    assert edge.answer == "the edge" and "on every way" in edge.sentence
    fits = ways.lead(ed.words, all_with(consistency.FITS))
    assert (
        fits.sentence
        == "The four figures can all be true on all 40 ways of reading them. Possible is not proven."
    )
    nothing = all_with(consistency.FITS)
    assert ways.sometimes(ed.words, nothing).answer == "none"
    assert ways.settled(ed.words, nothing).answer == "nothing"
    assert ways.settled(ed.words, all_with(consistency.NO_FIT)).answer == "another figure"
    assert "No choice matters" in ways.decides(ed.words, nothing).sentence


def test_too_many_combinations_are_varied_one_input_at_a_time(shipped, monkeypatch):
    monkeypatch.setattr(specifications, "MOST", 60_000)
    ed = edition(shipped)
    specs = specified(ed.record)
    assert not specs.crossed and 500 < len(specs) < 15_000
    places = [n for n, d in enumerate(specs.decisions) if d.name.startswith(WHOSE)]
    assert all(sum(one.chosen[place] not in ("all", "") for place in places) <= 1 for one in specs)
    assert "was not varied for several inputs at once" in ways.shares(ed.words, specs).sentence
    assert math.isclose(specs.always["containers"].low, 2_000)


@pytest.mark.parametrize(
    ("some", "whole", "said"),
    [
        (40, 40, "on every way"), (1, 1, "on the one way"), (0, 9, "on no way"), (12, 40, "on 12 of 40 ways"),
        (1, 1_000, "on less than one per cent of the ways"),
        (999, 1_000, "on more than 99 per cent of the ways"),
        (283, 1_000, "on 28 per cent of the ways"),
    ],
)  # fmt: skip
def test_how_many_ways(some, whole, said):
    assert ways.on(some, whole) == said


def test_what_the_calendar_tells_goes_into_every_way(tmp_path):
    folder = shutil.copytree(KINDS / "pledge" / "data", tmp_path / "data")
    cells = {"unit": "bench/month", "hedge": "ge", "value": 500, "quantity": "benches_a_month"}
    add_source(folder, "hasty", "2041-05-05")
    add_claim(folder, "hasty-pace", "hasty", **cells, cumulative="no")
    change(folder, "claims", "promise", hedge="exact")
    plan = folder / "dossier.toml"
    headline = '[[headline]]\nclaim = "hasty-pace"\n'
    plan.write_text(plan.read_text("utf-8").replace("[names]", f"{headline}\n[names]", 1), "utf-8")
    record = edition(folder, as_of="2041-05-10").record
    assert record.given and {one.case.known == record.given for one in specified(record)} == {True}
    assert {consistency.outcome(case).word for case in record.cases()} == {consistency.NO_FIT}
    assert not specified(record).fitting
