"""Estimates: held to cases worked by hand, to corners reckoned another way, and to what they must not
know."""

import itertools
import math
import operator
from functools import reduce

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import estimates
from reported.analysis.estimates import BELOW, MEETS, Part, Reckoned
from reported.analysis.parameters import contract
from reported.dossier.claim import PART, Interval
from reported.dossier.dates import last_day
from reported.dossier.plan import Estimate
from reported.dossier.reader import read
from reported.edition import Edition

from ..conftest import RELIEF, add_claim, add_source, ask
from .claims import claim

EATEN = """
[quantities.eaten]
label = "flour eaten a day"
one = "tonne a day"
many = "tonnes a day"
units = { "tonne/day" = 1 }

[quantities.days]
label = "days it lasts"
one = "day"
many = "days"
units = { day = 1, week = 7 }

[quantities.spilled]
label = "flour spilled"
one = "tonne"
many = "tonnes"
units = { tonne = 1 }

[quantities.left]
label = "flour left"
one = "tonne"
many = "tonnes"
units = { tonne = 1 }
"""
LASTING = {"id": "lasting", "says": "days = flour ÷ eaten", "label": "days", "reads": "So many days.",
           "since": "2031-05-02"}  # fmt: skip
APRIL = {"period_start": "2031-04-01", "period_end": "2031-05-01"}


@pytest.fixture
def relief(copy_of):
    """Makes a copy of the small dossier with estimates and more quantities, and opens it."""
    folder = copy_of(RELIEF)
    add_source(folder, "bakers", "2031-05-02")

    def made(*told, more=EATEN, as_of="latest", **parameters):
        plan = folder / "dossier.toml"
        entries = ["[[estimates]]\n" + "".join(f"{k} = {_toml(v)}\n" for k, v in one.items()) for one in told]
        plan.write_text((RELIEF / "dossier.toml").read_text("utf-8") + more + "\n".join(entries), "utf-8")
        whole = read(folder)
        return Edition(whole, contract({"as_of": as_of, **parameters}, whole.plan), None).record

    made.folder = folder
    return made


def _toml(value):
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'


def eaten(folder, claim_id="eaten", **cells):
    row = {"quantity": "eaten", "hedge": "range", "value": "30", "value_high": "45", "unit": "tonne/day",
           "cumulative": "no", **APRIL}  # fmt: skip
    add_claim(folder, claim_id, "bakers", **row | cells)


def test_a_floor_over_a_range_is_a_floor_and_the_bare_number_a_range(relief):
    eaten(relief.folder)
    (found,) = estimates.reckoned(relief(LASTING))
    assert found.published.interval == Interval(20.0, math.inf, False, True)
    assert found.as_named == Interval(20.0, 30.0, False, False)
    assert found.published.low_claims == ("flour-mayor", "eaten") and found.published.high_claims == ()
    assert found.claims == ["flour-mayor", "eaten"] and found.origins == 2 and found.by_origin == []
    assert found.word == estimates.NOTHING and found.times is None


def test_each_origin_goes_in_alone_with_everybody_for_the_rest(relief):
    eaten(relief.folder)
    eaten(relief.folder, "eaten-mill", value="90", value_high="100")
    eaten(relief.folder, "eaten-again", value="60", value_high="60.5", origin_id="eaten")
    (found,) = estimates.reckoned(relief(LASTING))
    assert found.published.interval.low == 9 and found.as_named == Interval(9.0, 30.0, False, False)
    each = [(one.rows[0].claim_id, len(one.rows), one.interval.low) for one in found.by_origin]
    assert each == [("eaten", 2, pytest.approx(900 / 60.5)), ("eaten-mill", 1, 9.0)]


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"period_start": "2029-04-01", "period_end": "2029-05-01"}, "about another time"),
        ({"period_start": "", "period_end": ""}, "without a period"),
        ({"relays": "eaten", "relation": "retells"}, "retelling another claim"),
        ({"hedge": "none", "value": "", "value_high": ""}, "without a number"),
        ({"status": "superseded"}, "superseded"),
    ],
)
def test_a_planted_figure_that_does_not_count_moves_nothing_and_is_listed(relief, cells, why):
    eaten(relief.folder)
    before = estimates.reckoned(relief(LASTING))[0].published
    eaten(relief.folder, "planted", **{"value": "1", "value_high": "2"} | cells)
    (found,) = estimates.reckoned(relief(LASTING))
    assert found.published == before
    assert [(row.claim_id, reason) for part in found.parts for row, reason in part.left] == [("planted", why)]


def test_what_is_timeless_counts_without_days(relief):
    eaten(relief.folder, period_start="", period_end="")
    assert estimates.reckoned(relief(LASTING))[0].lacking == ["eaten"]
    timeless = EATEN.replace('units = { "tonne/day" = 1 }', 'units = { "tonne/day" = 1 }\ntimeless = true')
    assert estimates.reckoned(relief(LASTING, more=timeless))[0].published.interval.low == 20


def test_what_is_ours_stands_apart(relief):
    load = {**LASTING, "id": "load", "says": "flour = lorries × flour_per_lorry", "of": "flour"}
    (found,) = estimates.reckoned(relief(load))
    assert found.published.interval == Interval(15 * 49.5, 20 * 50.5, False, True)
    assert found.with_ours == Interval(10 * 49.5, 25 * 50.5, False, True)
    assert "load-assumed" not in found.claims and found.origins == 2
    (early,) = estimates.reckoned(relief(load, as_of="2031-05-03"))  # the millers wrote in June
    assert early.published is None and early.lacking == ["flour_per_lorry"]
    assert early.with_ours == Interval(10 * 49.5, 25 * 50.5, False, True)


def test_an_estimate_is_not_known_before_its_day(relief):
    eaten(relief.folder)
    late = {**LASTING, "since": "2031-05-20"}
    assert estimates.reckoned(relief(late, as_of="2031-05-19")) == []
    assert len(estimates.reckoned(relief(late, as_of="2031-05-20"))) == 1


@pytest.mark.parametrize(
    ("per_lorry", "word", "times"),
    [(("1", "2"), BELOW, 101 / 900), (("200", "300"), MEETS, None), (("15", "20"), MEETS, None)],
)
def test_it_is_held_beside_the_figure_under_examination(relief, per_lorry, word, times):
    sacks = {**LASTING, "id": "sacks", "says": "flour = lorries × sacks"}
    more = '\n[quantities.sacks]\nlabel = "sacks"\none = "tonne"\nmany = "tonnes"\n'
    more += 'units = { "tonne/lorry" = 1 }\n'
    low, high = per_lorry
    add_claim(relief.folder, "sacks", "bakers", quantity="sacks", hedge="range", value=low, value_high=high,
              unit="tonne/lorry", cumulative="no", **APRIL)  # fmt: skip
    (found,) = estimates.reckoned(relief(sacks, more=more))
    assert found.beside.examined and [row.claim_id for row in found.beside.rows] == ["flour-mayor"]
    assert found.word == word and (
        found.times is None if times is None else found.times == pytest.approx(times)
    )


def test_with_apart_it_keeps_to_others_than_those_who_gave_the_figure(relief):
    spilled = {"quantity": "spilled", "hedge": "exact", "unit": "tonne", **APRIL}
    add_claim(relief.folder, "spilled", "bakers", value="100", **spilled)
    add_claim(relief.folder, "spilled-town", "bakers", value="5", institution="Town hall", **spilled)
    alone = {**LASTING, "says": "left = flour − spilled", "of": "flour", "apart": True}
    (both,) = estimates.reckoned(relief({**alone, "apart": False}))
    assert {"spilled", "spilled-town"} <= {*both.claims}
    (found,) = estimates.reckoned(relief(alone))
    assert [(r.claim_id, why) for part in found.parts for r, why in part.left] == [
        ("spilled-town", estimates.SAME_VOICE)
    ]
    governments = '\n[governments]\n"Town hall" = "Here"\n"Planted" = "Here"\n'
    (found,) = estimates.reckoned(relief(alone, more=EATEN + governments))
    assert found.lacking == ["spilled"]


def test_samples_let_a_part_stand_for_the_whole_as_a_floor_or_as_a_load(relief):
    load = {**LASTING, "id": "load", "says": "flour = lorries_seen × flour_per_lorry", "of": "flour"}
    more = '\n[quantities.lorries_seen]\nlabel = "lorries seen"\none = "lorry"\nmany = "lorries"\n'
    more += "units = { lorry = 1 }\n"
    add_claim(relief.folder, "seen", "bakers", quantity="lorries_seen", hedge="exact", value="20",
              unit="lorry", scope="one gate", **APRIL)  # fmt: skip
    add_claim(relief.folder, "heavy", "bakers", quantity="flour_per_lorry", hedge="exact", value="30",
              unit="tonne/lorry", scope="one lorry", cumulative="no", **APRIL)  # fmt: skip
    add_claim(relief.folder, "older", "bakers", quantity="flour_per_lorry", hedge="exact", value="99",
              unit="tonne/lorry", scope="one lorry", cumulative="no", period_end="2029-01-01")  # fmt: skip
    (strict,) = estimates.reckoned(relief(load, more=more))
    assert strict.lacking == ["lorries_seen"]
    assert {why for part in strict.parts for _, why in part.left} == {PART}
    (found,) = estimates.reckoned(relief({**load, "samples": True}, more=more))
    assert found.published.interval == Interval(19.5 * 15, math.inf, False, True)
    assert {"seen", "heavy"} <= {*found.claims}
    assert [(r.claim_id, why) for part in found.parts for r, why in part.left] == [
        ("older", "about another time")
    ]


def test_a_difference_has_its_signs(relief):
    for name, value in (("spilled", "100"),):
        add_claim(
            relief.folder, name, "bakers", quantity=name, hedge="exact", value=value, unit="tonne", **APRIL
        )
    less = {**LASTING, "id": "less", "says": "left = flour − spilled", "of": "flour"}
    (found,) = estimates.reckoned(relief(less))
    assert found.published.interval == Interval(799.5, math.inf, True, True)
    more = {**LASTING, "id": "more", "says": "left = spilled - flour"}
    (none,) = estimates.reckoned(relief(more))
    assert none.published is None and none.lacking == []  # nothing is left above nought
    signed = EATEN.replace('label = "flour left"', 'label = "flour left"\nsigned = true')
    (found,) = estimates.reckoned(relief(more, more=signed))
    assert found.published.interval == Interval(-math.inf, -799.5, True, True, True)


def test_an_end_that_only_the_window_takes_away_opens_no_end_that_others_set():
    period = last_day("2031-04-01"), last_day("2031-05-01")

    def counted(name, value, start, end):
        span = Interval(value, value, False, False)
        return claim(name, value=value, number=value, spoken=span, interval=span, cumulative="yes",
                     period_start=start, period_end=end)  # fmt: skip

    early = counted("early", 5, "2031-04-01", "2031-04-15")  # no ceiling for all of April
    late = counted("late", 27, "2031-04-01", "2031-08-01")  # no floor
    at_least = claim("at-least", value=6, number=6, spoken=Interval(6, 6, False, False), cumulative="yes",
                     interval=Interval(6, math.inf, False, True), period_start="2031-04-01",
                     period_end="2031-05-01")  # fmt: skip
    assert estimates.together([early], period).interval == Interval(5, math.inf, False, True)
    both = estimates.together([early, late], period)
    assert both.interval == Interval(5, 27, False, False)
    assert (both.low_claims, both.high_claims) == (("early",), ("late",))
    # Said open above, it stays open; and one that the others contradict opens the end again.
    assert estimates.together([early, late, at_least], period).interval == Interval(5, math.inf, False, True)
    # Of a part it would have said nothing of the most.
    of_part = estimates.together([at_least, late], period, {"at-least"})
    assert of_part.interval == Interval(6, 27, False, False)
    more = counted("more", 40, "2031-04-01", "2031-04-15")
    assert math.isinf(estimates.together([more, late], period).interval.high)
    assert estimates.together([], period) is None


DO = {"×": operator.mul, "÷": operator.truediv, "+": operator.add, "−": operator.sub}
ENDS = st.tuples(st.floats(0.01, 1000), st.floats(0.01, 1000)).map(sorted)


@given(st.sampled_from([*DO]), st.lists(ENDS, min_size=2, max_size=4), st.data())
def test_the_range_is_that_of_the_corners(kind, ends, data):
    names = [f"q{n}" for n in range(len(ends))]
    plan = Estimate(id="x", label="x", reads="x", since="2031-01-01", says=f"w = {f' {kind} '.join(names)}")
    parts, origins_of = [], {}
    for name, (low, high) in zip(names, ends, strict=True):
        cut = data.draw(st.floats(low, high))
        pieces = [(low, cut), (cut, high)]
        rows = [
            claim(f"{name}-{n}", quantity=name, spoken=Interval(*piece, False, False),
                  interval=Interval(*piece, False, False))
            for n, piece in enumerate(pieces)
        ]  # fmt: skip
        origins_of |= {row.claim_id: piece for row, piece in zip(rows, pieces, strict=True)}
        parts.append(Part(name, tuple(rows), (), (), None))
    found = Reckoned(plan, tuple(parts), None, frozenset("w"))

    def corners(given):
        every = [reduce(DO[kind], corner) for corner in itertools.product(*given)]
        return pytest.approx(min(every), rel=1e-9, abs=1e-9), pytest.approx(max(every), rel=1e-9, abs=1e-9)

    span = found.published.interval
    assert (span.low, span.high) == corners(ends)
    for one in found.by_origin:
        place = names.index(one.quantity)
        alone = [*ends[:place], origins_of[one.rows[0].claim_id], *ends[place + 1 :]]
        assert (one.interval.low, one.interval.high) == corners(alone)
    assert len(found.by_origin) == 2 * len(ends)


# The shipped dossier


@pytest.fixture(scope="module")
def shipped_ones(shipped):
    whole = read(shipped)

    def as_of(day):
        record = Edition(whole, contract({"as_of": day}, whole.plan), None).record
        return record, {found.plan.id: found for found in estimates.reckoned(record)}

    return as_of


def test_the_shipped_estimates_come_to_what_is_reckoned_by_hand(shipped_ones):
    _, found = shipped_ones("latest")
    ends = {name: one.published.interval for name, one in found.items()}
    # five round trips, about 300 containers less a quarter, 300 shells in each
    assert ends["by-ship"] == Interval(5 * 225 * 300, math.inf, False, True)
    # 21.6 tonnes of shells of 45 kg and a quarter; 28.32 tonnes of shells of 45 kg less a quarter
    assert ends["fits-large"].low == pytest.approx(21_599.5 / 56.25, rel=1e-6)
    assert ends["fits-large"].high == pytest.approx(28_320.5 / 33.75, rel=1e-6)
    assert (round(ends["fits-rockets"].low), round(ends["fits-rockets"].high)) == (326, 427)
    # a million at about 2.5 million a year, and a quarter
    assert ends["of-production"].low == pytest.approx(1e6 / (2.5e6 * 1.25 / 365.25))
    assert found["of-production"].as_named.high == pytest.approx(365.25)  # at one million a year
    assert ends["of-ukraine-fire"].low == pytest.approx(1e6 / (13_000 * 1.25))
    assert ends["working"].low == pytest.approx(1e6 * 0.035)
    assert found["working"].as_named.high == pytest.approx(1e6 * 0.505)


def test_no_figure_of_the_government_that_named_the_million_goes_into_the_sailings(shipped_ones):
    record, found = shipped_ones("latest")
    governments = record.plan.governments
    whose = {governments.get(row.institution) for part in found["by-ship"].parts for row in part.published}
    assert "South Korea" not in whose and {"the Estonian state", "the United States"} <= whose
    left = {row.claim_id: why for part in found["by-ship"].parts for row, why in part.left}
    assert left["jcs-shells-152-sbs over jcs-containers-yonhaptv"] == estimates.SAME_VOICE
    assert left["nkpro-voyages"] == estimates.SAYS_NOTHING  # at least so many, to a later day


def test_the_edition_of_2_november_knows_nothing_later(shipped_ones):
    record, found = shipped_ones("2023-11-02")
    assert "working" not in found and found["fits-small"].published is None
    rows = [row for one in found.values() for part in one.parts for row in (*part.published, *part.own)]
    rows += [row for one in found.values() for part in one.parts for row, _ in part.left]
    assert rows and all(last_day(row.published) <= record.parameters.day for row in rows)
    assert found["of-ukraine-fire"].published.interval.low == 100  # of Ukraine's commander nothing yet


def test_a_dossier_without_estimates_has_no_such_section(shipped):
    assert [*ask("11", data=str(RELIEF))] == ["another-topic"]
    assert [*ask("11", as_of="2023-10-14")] == ["another-topic"]


def test_the_sentence_on_the_spread_names_the_widest(shipped):
    for day in ("latest", "2023-11-02"):
        found, whole = ask("11", as_of=day), read(shipped)
        record = Edition(whole, contract({"as_of": day}, whole.plan), None).record
        lows = {
            one.plan.id: [s.interval.low for s in one.by_origin if s.interval.low > 0]
            for one in estimates.reckoned(record)
        }
        factors = {name: max(ends) / min(ends) for name, ends in lows.items() if len(ends) > 1}
        widest = max(factors, key=factors.get)
        assert found["spread"].answer == widest
        assert found.value("spread", "factor") == pytest.approx(factors[widest])
