"""What was said and how many origins: every code has its word, and each sentence its cases."""

import statistics

import pytest

from reported.analysis import retellings
from reported.analysis.origins import Count
from reported.dossier.claim import BASES, OWN_BASIS
from reported.notebooks import runner, stored
from reported.wording import first_known
from reported.wording.language import Unsaid, say, word_for

from ..conftest import RELIEF, ROOT


@pytest.mark.parametrize(
    ("kind", "codes"),
    [("did", retellings.WORDS), ("aspect", retellings.ASPECTS), ("basis", (*BASES, OWN_BASIS))],
)
def test_every_code_of_the_analysis_has_a_word(kind, codes):
    assert all(word_for(kind, code) for code in codes)
    with pytest.raises(Unsaid):
        word_for(kind, "unheard-of")


@pytest.mark.parametrize(
    ("did", "kept", "told"),
    [
        ("kept", 1, "kept the hedge and kept all that can be compared."),
        ("dropped", 0, "dropped the hedge."),
        ("invented", 0, "added a hedge."),
        ("unknown", 1, "has no hedge to compare and kept all that can be compared."),
    ],
)
def test_one_retelling_is_told_by_itself(did, kept, told):
    given = {"n": 1, "retellings": "one retelling", "hedge": "", "did": did, "kept": kept}
    assert say("ledger", **given) == f"The one retelling found {told}"


def test_every_deed_to_a_hedge_is_told_with_its_number_and_heads_a_column():
    for code in retellings.WORDS:
        assert "two" in word_for("hedge", code, n=2)
        assert say(f"all-retellings-table.{code}").lower() == word_for("did", code)


@pytest.mark.parametrize(
    ("documents", "fewest", "most", "number", "told", "counted", "answer"),
    [
        (0, 0, 0, "no", "no", "no origin", "no origins"),
        (3, 1, 1, "1", "one", "one origin", "1 origin"),
        (3, 1, 2, "1–2", "one or two", "one or two origins", "1–2 origins"),
        (9, 2, 5, "2–5", "two to five", "two to five origins", "2–5 origins"),
        (30, 12, 12, "12", "12", "12 origins", "12 origins"),
    ],
)
def test_origins_are_told_as_sure_as_they_are(documents, fewest, most, number, told, counted, answer):
    count = Count(documents, fewest, most, ())
    said = first_known.number(count), first_known.told(count), first_known.counted(count), count.answer
    assert said == (number, told, counted, answer) and count.spoken == number


@pytest.mark.parametrize(
    ("documents", "origins", "voices", "ends"),
    [
        (0, 0, "no", "none carries the loaves: the figure is our own."),
        (1, 1, "1", "one carries the loaves; it goes back to one origin, the mill."),
        (1, 2, "one or two", "one carries the loaves; one or two origins stand behind it."),
        (2, 1, "1", "two carry the loaves; both go back to one origin, the mill."),
        (12, 1, "1", "12 carry the loaves; all go back to one origin, the mill."),
        (12, 3, "three", "12 carry the loaves; three origins stand behind them."),
    ],
)
def test_documents_and_origins_of_a_total(documents, origins, voices, ends):
    given = {"documents": documents, "origins": origins, "voices": voices}
    told = say("total-origins", examined="20 documents", figure="loaves", who="the mill", **given)
    assert told == f"Of 20 documents examined, {ends}"


@pytest.mark.parametrize(
    ("resting", "retracted", "told"),
    [
        (0, 1, "Retracted, and left out of every sum: F."),
        (1, 1, "Retracted, and left out of every sum: F, with C that rests on it."),
        (1, 2, "Retracted, and left out of every sum: F, with C that rests on them."),
        (4, 1, "Retracted, and left out of every sum: F, with C that rest on it."),
        (4, 2, "Retracted, and left out of every sum: F, with C that rest on them."),
    ],
)
def test_what_rests_on_what_was_retracted(resting, retracted, told):
    assert say("withdrawn", figures="F", resting=resting, retracted=retracted, claims="C") == told


@pytest.mark.parametrize(
    ("firsthand", "documents", "told"),
    [
        (0, 0, "no document was read as published."),
        (1, 1, "one document was read as published."),
        (4, 4, "four documents were read as published."),
        (0, 1, "The one document was read in a copy, in translation or as quoted by others."),
        (0, 12, "none of 12 documents was read as published; the rest in copies, in translation or as quoted "
        "by others."),
        (1, 12, "one of 12 documents was read as published; the rest in copies, in translation or as quoted "
        "by others."),
        (2, 12, "two of 12 documents were read as published; the rest in copies, in translation or as quoted "
        "by others."),
    ],
)  # fmt: skip
def test_how_documents_were_read(firsthand, documents, told):
    everything = firsthand == documents
    assert say("documents", documents=documents, firsthand=firsthand, all=everything) == told


NOTEBOOKS = {"01-what-was-said": "claimed", "02-how-many-origins": "total"}


@pytest.mark.parametrize("notebook", NOTEBOOKS)
def test_the_answer_comes_first_and_a_cell_is_a_line_or_three(notebook):
    path = ROOT / "notebooks" / f"{notebook}.ipynb"
    number, first = next(runner.inline(path, {"data": str(RELIEF)}))
    assert (number, first.id) == (3, NOTEBOOKS[notebook])
    cells = [cell for cell in stored.read(path)["cells"] if cell["cell_type"] == "code"]
    lines = [len(cell["source"].splitlines()) for cell in cells[1:]]
    assert statistics.median(lines) <= 3 and max(lines) <= 10


def test_a_count_to_try_is_shown_before_it_is_said():
    path = ROOT / "notebooks" / "01-what-was-said.ipynb"
    shown = [what for _, what in runner.inline(path, {"data": str(RELIEF)})]
    (count,) = (what for what in shown if isinstance(what, dict) and "origins" in what)
    (told,) = (what for what in shown if getattr(what, "id", "") == "origins" and what.sentence)
    assert shown.index(count) < shown.index(told)
    assert count == {"documents": told.values["documents"], "origins": told.answer.split()[0]}
