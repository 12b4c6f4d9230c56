"""Large dossiers: what is done grows with what there is, and thousands of claims go through."""

import importlib.util
import math
import re
from collections import Counter

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis import consistency, contradictions, origins, retellings
from reported.analysis.consistency import NO_FIT, Bound, Case, outcome
from reported.analysis.hedges import Interval
from reported.analysis.parameters import Parameters
from reported.analysis.record import FIRST, Record
from reported.dossier.claim import relayed
from reported.dossier.plan import Relation
from reported.dossier.reader import each, read
from reported.edition import Edition
from reported.figures import charts
from reported.wording.findings import MOST, MOST_ROWS, table

from ..conftest import ROOT
from .claims import named

_SPEC = importlib.util.spec_from_file_location("scale", ROOT / "benchmarks" / "scale.py")
scale = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(scale)


@pytest.fixture(scope="module")
def large(tmp_path_factory):
    """Makes a record of so many claims."""
    made = {}

    def record(claims):
        if claims not in made:
            made[claims] = Record(
                read(scale.make(tmp_path_factory.mktemp("scale") / "data", claims)), Parameters()
            )
        return made[claims]

    return record


def in_groups(number, **changed):
    """So many groups of one relation each, of which the first may be changed."""
    relations = tuple(Relation(id=str(n), says=f"p{n} = a{n} × b{n}", reads="") for n in range(number))
    ends = {"p": (100, 200), "a": (10, 20), "b": (5, 30)}
    spans = {f"{name}{n}": span for n in range(number) for name, span in ends.items()} | changed
    return Case(
        relations, {name: Bound(Interval(low, high, False, False)) for name, (low, high) in spans.items()}
    )


def test_a_contradiction_stays_in_its_part():
    fitting, broken = outcome(in_groups(3)), outcome(in_groups(3, p0=(10_000, 20_000)))
    assert broken.word == NO_FIT and {broken.verdicts[name].word for name in ("p0", "a0", "b0")} == {NO_FIT}
    assert all(
        broken.verdicts[name] == fitting.verdicts[name] for name in fitting.verdicts if not name.endswith("0")
    )


def test_work_grows_with_the_claims(large, monkeypatch):
    looked_at = Counter()
    for room in (origins, retellings, consistency):
        monkeypatch.setattr(
            room, "relayed", lambda cell, room=room: looked_at.update([room.__name__]) or relayed(cell)
        )
    seen = {}
    for claims in (1_000, 4_000):
        record = Record(large(claims).dossier, Parameters())
        looked_at.clear()
        told = origins.all_told(record.standing_rows, [row.claim_id for row in record.headlines(FIRST)])
        for carried in told.values():
            origins.count(carried)
        (
            retellings.ledger(record.standing_rows),
            origins.echoes(record.standing_rows),
            contradictions.hold(record.rows()),
        )
        seen[claims] = dict(looked_at)
    for room, few in seen[1_000].items():
        assert few < 10 * 1_000 and seen[4_000][room] < 5 * few, room


def test_retellings_are_those_of_the_graph(large):
    claims = large(1_000).standing_rows
    retold = nx.DiGraph(
        (a, b)
        for a, b, edge in origins.graph(claims).edges(data=True)
        if edge["relation"] in origins.RETELLING
    )
    told = origins.all_told(claims, named(claims))
    assert max(map(len, told.values())) > 5
    for name, carried in told.items():
        found = nx.ancestors(retold, name) if name in retold else set()
        assert named(carried) == [other for other in named(claims) if other == name or other in found]


def test_what_depends_and_what_is_withdrawn_are_those_of_the_graph(large):
    claims = large(4_000).dossier.said
    links = origins.graph(claims)
    certain = nx.DiGraph((a, b) for a, b, edge in links.edges(data=True) if not edge["inferred"])
    for name in named(claims[:500]):
        sure = nx.ancestors(certain, name) if name in certain else set()
        assert origins.depends_on(links, name) == {
            other: other not in sure for other in sorted(nx.ancestors(links, name))
        }
        for other, inferred in origins.comes_from(links, name).items():
            assert origins.depends_on(links, other)[name] is inferred
    gone = {row.claim_id for row in claims if row.status == origins.RETRACTED}
    resting = {other for name in gone if name in certain for other in nx.ancestors(certain, name)} - gone
    found = origins.withdrawn(claims)
    assert gone and resting and {name for name, why in found.items() if why == origins.RESTING} == resting
    assert set(found) == gone | resting


def test_rows_are_those_of_the_table(large):
    claims = large(1_000).dossier.claims
    for row, other in zip(each(claims), claims.itertuples(index=False), strict=True):
        assert [cell for cell in row if cell == cell] == [cell for cell in other if cell == cell]
        assert row.claim_id == other.claim_id
    assert list(each(claims.iloc[:0])) == [] and list(each(pd.DataFrame({"a": []}))) == []


def test_a_count_without_a_number_gives_no_ratio(large):
    record = large(1_000)
    blank = {row.claim_id for row in record.rows() if math.isnan(row.number)}
    ratios = [row for row in record.rows() if " over " in row.claim_id]
    assert ratios and not any(blank & {name for name, _ in relayed(row.relays)} for row in ratios)


def test_thousands_of_claims_go_through(large):
    record = large(4_000)
    found = [outcome(case, record.links) for case in record.cases()]
    assert len(found) == 4 and all(len(o.verdicts) == 90 for o in found)
    assert Counter(v.word for o in found for v in o.verdicts.values())[NO_FIT] < 4 * 90 / 2


def test_the_benchmark_tells_every_step_at_every_size():
    told = scale.measure((400, 800))
    steps = list(dict.fromkeys(row["step"] for row in told))
    assert len(told) == 2 * len(steps) and steps[-1] == "all"
    assert all(row["seconds"] >= 0 and 0 < row["peak_mib"] < 1024 for row in told)
    assert {row["growth"] is None for row in told if row["claims"] == 400} == {True}
    assert scale.checked(400) > 0 and all(seconds > 0 for seconds in scale.against_programme(4_000, one_in=5))


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    """An edition of a dossier that has hundreds of claims of each quantity."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(scale, "CLAIMS_PER_GROUP", 4_000)
        return Edition(read(scale.make(tmp_path_factory.mktemp("crowded") / "data", 4_000)), Parameters())


def test_a_chart_with_too_many_rows_gathers_them_and_says_so(crowded, tmp_path):
    said = crowded.record.running_totals(["goods_0"])
    rows = [
        charts.Row(
            row.claim_id,
            row.interval,
            crowded.words.figure(row),
            row.hedge,
            row.number,
            whose=row.institution,
        )
        for one in said
        for row in one.members
    ]
    found = charts.ranges_of(
        "named-in-those-weeks", rows, "units", "Sources: none.", tmp_path, span="some", said="much"
    )
    told = re.search(
        r"(\d+) figures are drawn as (\d+) rows, each from the lowest to the highest", found.subtitle
    )
    assert int(told[1]) > 2 * charts.MOST_ROWS and int(told[2]) <= charts.MOST_ROWS
    assert found.alt.count("; ") == int(told[2]) - 1 and "no figure given" not in found.alt
    assert re.search(r"Institution \d+: [^;]+, (two|three|four) figures; ", found.alt)
    assert len(pd.read_csv(tmp_path / "named-in-those-weeks.csv")) == int(told[1])


def test_a_table_with_too_many_rows_holds_the_first_and_says_so(crowded):
    every = crowded.record.rows()
    found = table("claims", "All of them.", [{"Claim": row.claim_id} for row in every])
    assert found.rows == tuple((row.claim_id,) for row in every[:MOST]) and len(every) > MOST
    assert found.caption == f"All of them. The first {MOST} of {len(every):,} rows."
    shown = found._repr_mimebundle_()["text/markdown"]
    assert f"Shown here: the first {MOST_ROWS};" in shown and len(shown.splitlines()) == MOST_ROWS + 4


def test_no_row_is_made_that_no_table_holds():
    made = []
    rows = ({"Row": made.append(n) or n} for n in range(10_000))
    assert len(table("rows", "All of them.", rows, of=10_000).rows) == len(made) == MOST


def test_a_table_that_holds_all_its_rows_says_nothing_of_it():
    rows = [{"Row": n} for n in range(MOST)]
    assert table("rows", "All of them.", rows).caption == "All of them."


@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.integers(0, 60), st.integers(1, 99)), min_size=1, max_size=200
    )
)
def test_gathered_rows_lose_no_figure(figures):
    rows = [
        charts.Row(
            f"{whose}-{n}",
            Interval(n, 2 * n, False, False),
            "x",
            group=group,
            claims=(f"{i}",),
            whose=str(whose),
        )
        for i, (group, whose, n) in enumerate(figures)
    ]
    drawn = charts.legible(rows)
    assert len(drawn) <= charts.MOST_ROWS and (drawn == rows) == (len(rows) <= charts.MOST_ROWS)
    assert sorted(claim for row in drawn for claim in row.claims) == sorted(row.claims[0] for row in rows)
    assert min(r.span.low for r in drawn) == min(r.span.low for r in rows)
    assert max(r.span.high for r in drawn) == max(r.span.high for r in rows)
