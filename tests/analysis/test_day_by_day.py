"""Day by day: what is added day after day comes to what each day gives by itself, whatever became known, was
replaced or withdrawn meanwhile.
"""

import random
from dataclasses import replace

import pytest

from reported.analysis import consistency, day_by_day
from reported.analysis.consistency import EDGE, NO_FIT, ONLY_IF, Following, outcome
from reported.analysis.hedges import READINGS
from reported.analysis.parameters import contract
from reported.analysis.record import Record
from reported.dossier.claim import RELATIONS
from reported.dossier.reader import read

from ..conftest import RELIEF
from .test_many_claims import in_groups, scale

CHANGES = ("gone", "replaced", "linked", "computed", "at another time", "about another time")


def told(made):
    """What is told of an outcome: all but what lies between the ends of its bounds."""
    bounds = {name: replace(bound, of=()) for name, bound in made.case.bounds.items()}
    return replace(made, case=replace(made.case, bounds=bounds))


@pytest.fixture(scope="module")
def dossiers(shipped, tmp_path_factory):
    made = scale.make(tmp_path_factory.mktemp("scale") / "data", 800)
    return {"shipped": read(shipped), "relief": read(RELIEF), "made": read(made)}


def rounded(case):
    """A case of which each bound was rounded by one per cent."""
    bounds = {name: replace(bound, rounding=(0.01, 0.01)) for name, bound in case.bounds.items()}
    return replace(case, bounds=bounds)


def changed(whole, rng):
    """A dossier of whose claims some are retracted, replaced by another of their quantity, retell another,
    are computed from others, speak of other days, or have another day of their own or none.
    """
    said, documents = list(whole.said), {source.source_id: source for source in whole.documents}
    examined = {name for entry in whole.plan.headline for name in (entry.claim, entry.retold)}
    some = [n for n, claim in enumerate(said) if claim.claim_id in examined or rng.random() < 20 / len(said)]
    for number in rng.choices(some, k=30):
        claim, what, other = said[number], rng.choice(CHANGES), said[rng.choice(some)].claim_id
        alike = [one.claim_id for one in said if one.quantity == claim.quantity and one is not claim]
        match what:
            case "gone":
                cells = {"status": "retracted", "superseded_by": ""}
            case "replaced":
                cells = {"status": "superseded", "superseded_by": rng.choice(alike)} if alike else {}
            case "linked":
                cells = {"relays": other + "?" * rng.randrange(2), "relation": rng.choice(RELATIONS)}
            case "computed":
                named = dict.fromkeys((other, rng.choice(said).claim_id, rng.choice(alike or [other])))
                cells = {"relays": " ".join(named), "relation": "derives"}
            case "about another time":
                first = rng.choice(("2022", "2023-10", "2030-12", "2031-06"))
                cells = {"period_start": first, "period_end": rng.choice((first, "2033"))}
            case "at another time":
                day = rng.choice(("", "2024", "2024-02", "2031-03"))
                documents[claim.source_id] = claim.source._replace(published=day)
                cells = {}
        said[number] = claim._replace(**cells)
    said = [claim._replace(source=documents[claim.source_id]) for claim in said]
    return replace(whole, said=tuple(said), documents=tuple(documents.values()))


@pytest.mark.parametrize("seed", range(24))
@pytest.mark.parametrize("name", ["shipped", "relief", "made"])
def test_each_day_is_as_by_itself(dossiers, name, seed):
    rng = random.Random(seed)
    whole = changed(dossiers[name], rng)
    record = Record(whole, contract({"reading": rng.choice(READINGS)}, whole.plan))
    answers = day_by_day.answers(record)
    for answer in answers[:: max(1, len(answers) // 10)]:
        cases = record.seen_from(answer.day).cases((record.parameters.reading,))
        assert [told(one) for one in answer.outcomes] == [told(outcome(case)) for case in cases], answer.day


def test_a_day_that_moves_no_bound_has_the_outcomes_of_the_day_before(dossiers):
    whole = dossiers["shipped"]
    record = Record(whole, contract({}, whole.plan))
    answers = day_by_day.answers(record)
    for one, other in zip(answers, answers[1:], strict=False):
        same = [told(o) for o in one.outcomes] == [told(o) for o in other.outcomes]
        assert same == (one.outcomes is other.outcomes), other.day
    others = [b.day for a, b in zip(answers, answers[1:], strict=False) if a.outcomes is not b.outcomes]
    assert 0 < len(others) < len(answers) - 1 and day_by_day.moved(record) == others


def test_what_hangs_together_with_nothing_new_is_not_judged_again():
    following = Following()
    first, second = following.outcome(in_groups(4)), following.outcome(in_groups(4, p2=(150, 200)))
    assert second == outcome(in_groups(4, p2=(150, 200)))
    assert [q for q, verdict in second.verdicts.items() if verdict is not first.verdicts[q]] == [
        "p2",
        "a2",
        "b2",
    ]


def test_the_claims_behind_a_condition_are_found_without_what_hangs_together_with_others(monkeypatch):
    case, solved = in_groups(4), []
    named = {
        name: replace(bound, low_claims=(name,), high_claims=(name,)) for name, bound in case.bounds.items()
    }
    case = replace(case, bounds=named)
    expected = {quantity: outcome(case).behind(quantity) for quantity in case.quantities}
    assert any(expected.values())
    solve = consistency._solved
    monkeypatch.setattr(consistency, "_solved", lambda case: solved.append({*case.bounds}) or solve(case))
    assert {quantity: consistency.behind(case, quantity) for quantity in case.quantities} == expected
    assert max(map(len, solved)) == 3


def test_the_word_of_what_fails_follows_what_fails_with_it():
    following = Following()
    edge, far = (601, 700), (10_000, 20_000)
    words = []
    for spans in ({"p1": edge}, {"p1": edge, "p2": far}, {"p1": edge}, {}):
        made = following.outcome(rounded(in_groups(3, **spans)))
        assert made == outcome(made.case)
        words.append(made.word)
    assert words == [EDGE, NO_FIT, EDGE, ONLY_IF]
