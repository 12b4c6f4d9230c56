"""What the analysis calls its findings by has its words; and the rare cases of yardsticks and promises."""

import shutil
from dataclasses import replace

import pytest

from reported.analysis import estimates, pledges
from reported.analysis.estimates import Part, Reckoned
from reported.dossier.claim import BASES, NOT_DONE, OWN_BASIS, Interval
from reported.dossier.plan import Estimate
from reported.dossier.schema import COLUMNS, OF_THE_RECORD
from reported.dossier.starter import KINDS
from reported.edition import open_edition
from reported.wording import exchanged, yardsticks
from reported.wording.language import say, word_for
from reported.wording.pledges import so_far

from ..analysis.claims import claim
from ..conftest import RELIEF, add_claim, add_source, ask

STRANDS = [code for code in COLUMNS["events"]["strand"].form.asks["enum"] if code != OF_THE_RECORD]
BENCHES = KINDS / "pledge" / "data"
STANDS = (
    pledges.KEPT, pledges.SHORT, pledges.LATER, pledges.UNTOLD, pledges.AHEAD, pledges.BEHIND, pledges.OPEN,
    pledges.DISPUTED, pledges.OLDER,
)  # fmt: skip
CODES = [
    *(("basis", code) for code in (*BASES, OWN_BASIS, exchanged.UNSTATED)),
    *(("strand", code) for code in STRANDS),
    *(("reason", code) for code in (estimates.SAYS_NOTHING, estimates.SAME_VOICE)),
    *(("the-one-lies", code) for code in (estimates.BELOW, estimates.ABOVE, estimates.MEETS)),
    *(("progress", code) for code in STANDS),
    *(("no-total", code) for code in (*NOT_DONE.values(), pledges.NO_SERIES, "retracted", "superseded")),
]


@pytest.mark.parametrize(("kind", "code"), CODES)
def test_what_the_analysis_finds_has_its_word(kind, code):
    assert word_for(kind, code)


# Yardsticks


@pytest.fixture(scope="module")
def words():
    return open_edition({"data": str(RELIEF)}).words


def reckoned(kind: str, *spans: tuple[tuple[float, float], ...]) -> Reckoned:
    """An estimate from parts, each with the ranges that so many origins gave."""
    names = [f"q{n}" for n in range(len(spans))]
    says = f"w = {f' {kind} '.join(names)}"
    plan = Estimate(id="x", label="so much", reads="So much of it.", since="2031-01-01", says=says)
    parts = []
    for name, ranges in zip(names, spans, strict=True):
        given = [Interval(*ends, False, False) for ends in ranges]
        rows = (
            claim(f"{name}-{n}", quantity=name, spoken=span, interval=span) for n, span in enumerate(given)
        )
        parts.append(Part(name, tuple(rows), (), (), None))
    return Reckoned(plan, tuple(parts), None)


def test_where_nothing_is_left_above_nought_no_number_is_given(words):
    found = yardsticks.told(words, reckoned("−", ((1, 2),), ((5, 6),)))
    assert found.sentence == (
        "So much of it: the published figures leave no number for it, so it was not reckoned."
    )
    assert found.answer == "not reckoned" and not found.values


def test_where_all_begin_alike_no_figure_moves_it(words):
    found = yardsticks.spread(words, [reckoned("×", ((2, 3), (2, 5)), ((4, 4),))])
    assert found.sentence == "Whose figure is taken changes the lower end of no yardstick."


def test_without_figures_of_several_origins_nothing_moves_it(words):
    found = yardsticks.spread(words, [reckoned("×", ((2, 3),), ((4, 4),))])
    assert found.sentence == "No yardstick has figures of several origins for one of its parts."


@pytest.mark.parametrize(
    ("lie", "told"),
    [
        ([], "No yardstick has a figure to be held against."),
        (["above"], "The one yardstick lies wholly above what it is held against."),
        (
            ["below", "leaves room", "below"],
            "Of three yardsticks held against what was said or published, two lie wholly below it and one "
            "leaves room for it.",
        ),
    ],
)
def test_how_they_lie_is_counted(lie, told):
    class Lying:
        def __init__(self, word):
            self.word = word

    assert yardsticks.lying(map(Lying, [estimates.NOTHING, *lie])) == told


# Promises


@pytest.fixture
def benches(tmp_path):
    return shutil.copytree(BENCHES, tmp_path / "data")


def test_what_was_missing_is_told_where_no_pace_is():
    edition = open_edition({"data": str(BENCHES), "as_of": "2041-05-20"})
    (stand, *_) = pledges.progress(edition.record).answers
    told = so_far(edition.words, replace(stand, word=pledges.OLDER))
    assert told.endswith("; 180 to 235 benches were missing then.")


def test_what_is_missing_is_one_or_many():
    edition = open_edition({"data": str(BENCHES), "as_of": "2041-05-20"})
    (stand, *_) = pledges.progress(edition.record).answers
    one = Interval(stand.promise.target.low - 1, stand.promise.target.low - 1, False, False)
    told = so_far(edition.words, replace(stand, word=pledges.OLDER, done=one))
    assert told.endswith("; one bench was missing then.")


def test_a_pace_named_after_the_day_has_none_of_ours_beside_it(benches):
    add_source(benches, "late", "2041-07-05")
    pace = {"quantity": "benches_a_month", "unit": "bench/month", "hedge": "exact", "cumulative": "no"}
    add_claim(benches, "pace", "late", value=90, **pace)
    found = ask("12", data=str(benches))
    assert found["pace-named"].sentence.endswith(", is none, for no time was left.")
    assert found.value("pace-named", "named") == 1


def test_a_pace_that_was_not_needed_any_more_is_said_to_be_none_for_that():
    given = {"said": "S", "who": "W", "published": "D", "total": "T", "way": "C", "ours": ""}
    assert say("pace-named-one", **given, left=False, reached=True).endswith(
        "is none, for nothing was missing"
    )


def test_without_a_promise_with_a_day_nothing_is_reckoned():
    with pytest.raises(ValueError, match="no promise"):
        pledges.progress(open_edition({"data": str(RELIEF)}).record)
