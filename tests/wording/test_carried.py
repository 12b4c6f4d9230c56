"""What a delivery comes to, in words: each case has its sentence, and each reason its word."""

from __future__ import annotations

import ast
import inspect
from dataclasses import replace

import pytest

from reported.analysis import consistency, delivery, estimates, origins, record
from reported.analysis.hedges import Interval
from reported.analysis.parameters import contract
from reported.analysis.record import FIRST, RETOLD, Record
from reported.dossier.claim import NOT_DONE, PART
from reported.dossier.reader import read
from reported.figures import to_draw, to_tabulate
from reported.notebooks import stored
from reported.wording import carrying, claims, implied, language, lasting
from reported.wording.claims import Words

from ..conftest import ROOT, ask


@pytest.fixture(scope="module")
def words() -> Words:
    """The words of the shipped dossier."""
    return words_of()


def words_of(**asked) -> Words:
    whole = read(ROOT / "data")
    return Words(Record(whole, contract(asked, whole.plan)))


def reasons() -> set[str]:
    """Every reason for which the analysis leaves a claim out of a sum, as the code has it."""
    given = {*origins.WITHDRAWN, *NOT_DONE.values(), PART, consistency.COUNTS_ELSE, consistency.LATER_MONTHS}
    given |= {estimates.SAYS_NOTHING, estimates.SAME_VOICE, record.REPLACED, "superseded"}
    for source in (consistency.left_out, consistency._at_another_time):
        for node in ast.walk(ast.parse(inspect.getsource(source).lstrip())):
            if isinstance(node, ast.Return) and node.value is not None:
                given |= {part.value for part in ast.walk(node.value) if isinstance(part, ast.Constant)}
    return {
        text for text in given if isinstance(text, str) and text and not text.startswith(("yes", "derived"))
    }


@pytest.mark.parametrize("reason", sorted(reasons()))
def test_each_reason_to_leave_a_claim_out_has_its_word(reason):
    assert language.word_for("reason", reason)


def test_the_reasons_are_found():
    known = {"without a period", "about another time", "not promised", "counted otherwise"}
    assert known <= reasons() and len(reasons()) >= 20


@pytest.mark.parametrize(
    ("rates", "answer", "told"),
    [
        ({}, "depends on the rate", "the fastest published rate, and 100 to 200 days at"),
        ({"fire_rate": "16000..17000"}, "agrees", "every published rate agrees with the duration."),
        ({"fire_rate": "100"}, "disagrees", "would last 10,000 days at 100 shells a day (this edition): no"),
    ],
)
def test_how_long_it_lasts_is_told_with_whether_that_is_what_was_said(rates, answer, told):
    own = words_of(**rates)
    found = lasting.judged(own, delivery.durations(own.record))
    assert found.answer == answer and told in found.sentence


def test_a_duration_that_was_not_retold_is_told_once(words):
    needed = delivery.rates_needed(words.record)
    told = lasting.rate_needed(words, needed | {RETOLD: needed[FIRST]}).sentence
    assert told == "Worded “at least two months”, the claim sets no lower limit on the rate."
    assert lasting.rate_needed(words, needed | {FIRST: needed[RETOLD]}).sentence.startswith("Worded “about")


def test_loads_that_are_ours_are_named_as_such(words):
    found = delivery.loads(words.record)
    assert "500, 300 or 200 each (200 is ours)." in carrying.needed(words, found).sentence
    wider = replace(found, working=Interval(100, 700, False, False))
    assert "700, 500, 300 or 100 each (700 and 100 are ours)." in carrying.needed(words, wider).sentence
    stated = replace(found, working=None)
    assert "500 or 300 each. The number" in carrying.needed(words, stated).sentence


@pytest.mark.parametrize(
    ("kept", "says"),
    [
        ({"formed": ()}, "Stated for those months: 300 to 500 shells a container (Estonian"),
        ({"stated": ()}, "Worked out here from others' totals and counts: 250"),
        ({"stated": (), "formed": ()}, "No figure for shells in a container that goes into the sums"),
    ],
)
def test_only_the_kinds_of_load_that_there_are_are_told(words, kept, says):
    told = carrying.loads(words, replace(delivery.loads(words.record), **kept)).sentence
    assert told.startswith(says) and told.count("months") == ("stated" not in kept)


def test_one_of_a_thing_is_one_of_it(words):
    found = delivery.loads(words.record)
    one = tuple(row._replace(spoken=Interval(1, 1, False, False)) for row in found.stated)
    told = carrying.loads(words, replace(found, stated=one, formed=())).sentence
    assert "one shell a container (" in told


@pytest.mark.parametrize(
    ("load", "title"),
    [
        (Interval(10, 20, False, False), "Ten transfers would carry less than one million shells at"),
        (Interval(900, 1_000, False, False), "Ten transfers would carry more than one million shells at"),
        (
            Interval(165, 300, False, False),
            "Ten transfers would reach one million shells only at the heavier",
        ),
    ],
)
def test_the_chart_of_trips_says_at_which_loads_they_reach_the_total(words, load, title):
    trip, each = delivery.loads(words.record, "trip_load"), delivery.loads(words.record)
    shown = to_draw.publish_trips(words, replace(trip, working=load), each, None)
    assert shown is not None and shown.title.startswith(title)


@pytest.mark.parametrize(
    ("asked", "quantity", "standing", "told"),
    [
        ({}, "shells", claims.SAID, "said: at least one million shells"),
        ({}, "fire_rate", claims.PUBLISHED, "published: 5,000 to more than 30,000"),
        ({"fire_rate": "9000"}, "fire_rate", claims.SET, "set: 9,000"),
        ({}, "containers_per_transfer", claims.OURS, "ours: 165 to 300"),
        ({"as_of": "2023-09-01"}, "shells_per_container", claims.NOTHING, "nothing"),
    ],
)
def test_what_stands_on_the_record_is_told_by_its_kind(asked, quantity, standing, told):
    own = words_of(**asked)
    assert own.standing(quantity, FIRST) == standing and own.on_record(quantity, FIRST) == told


@pytest.mark.parametrize(
    ("noun", "alone"), [("loaves", "loaves"), ("포탄 {}발", "포탄 (발)"), ("{}일", "일"), ("비율 {}", "비율")]
)
def test_a_noun_stands_alone_without_the_room_for_its_number(words, monkeypatch, noun, alone):
    quantity = words.record.q("shells")
    monkeypatch.setattr(words.record, "q", lambda name: quantity.model_copy(update={"many": noun}))
    assert words.units("shells") == alone


def test_columns_are_those_of_the_message(words):
    shown = to_tabulate.loads(words, delivery.loads(words.record))
    trips = to_tabulate.trip_loads(words, delivery.loads(words.record, "trip_load"))
    assert shown is not None and trips is not None
    assert [name for name in shown.columns if name != "Counting"] == list(trips.columns)
    assert implied.evidence(words).columns[0] == "Quantity"


@pytest.mark.parametrize(("number", "answer"), [("03", "lasting"), ("04", "capacity"), ("05", "by-trips")])
def test_the_answer_comes_second(number, answer):
    assert next(iter(ask(number))) == answer


@pytest.mark.parametrize("number", ["03", "04", "05"])
def test_a_worked_line_shows_a_plain_value(number):
    (path,) = (ROOT / "notebooks").glob(f"{number}-*.ipynb")
    worked = [c for c in stored.read(path)["cells"] if "worked" in c["metadata"].get("tags", ())]
    assert len(worked) >= (3 if number == "03" else 1)
    assert all(set(output["data"]) == {"text/plain"} for cell in worked for output in cell["outputs"])


def test_every_cell_with_words_has_a_name_of_its_own():
    for number in ("03", "04", "05"):
        (path,) = (ROOT / "notebooks").glob(f"{number}-*.ipynb")
        names = [c["id"] for c in stored.read(path)["cells"] if c["cell_type"] == "markdown"]
        assert names[0] == "question" and names[-1] == "limits"
        assert len({*names}) == len(names) and not [name for name in names if name[0].isdigit()]
