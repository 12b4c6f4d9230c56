"""A class in Korean: the same questions with the same keys, said in Korean, its numbers written as the report
writes them.
"""

import html
import itertools
import math
import random
import re

import nbformat
import pytest

from reported.analysis.hedges import READINGS
from reported.build.project import TAUGHT, worded
from reported.classroom import drift, papers, red_team, sources
from reported.classroom import lessons as teaching
from reported.classroom.exercises import words
from reported.classroom.exercises.asking import Exercise
from reported.classroom.questions import LETTERS
from reported.document import what_if
from reported.document.assembly import words_of
from reported.wording import prose
from reported.wording.language import language, languages, speaking, spoken, word_for

from ..conftest import ROOT
from .test_teaching import edition_of, order_of

DAYS = ("2023-10-13", "2023-11-02", "latest")
PAPERS = ("student", "teacher", "worksheet", "red-team", "key", "guide-15", "guide-45", "guide-90")
NUMBER = re.compile(r"\d(?:[\d.,만억]*[\d만억])?")
# What is said in another language stands in quotation marks, what is typed as code.
ELSEWHERE = re.compile(r"```.*?```|`[^`]*`|“[^”]*”", re.DOTALL)
# Two words of English: more than a name, a file or the mark of a licence has.
ENGLISH = re.compile(r"\b[A-Za-z]+ [a-z]{2,}\b")


def sheets_in(code, day):
    """An edition in a language, with its exercises and each as a class opens it."""
    edition = edition_of(ROOT / "data", {"language": code, "as_of": day})
    with speaking(edition.language):
        made = teaching.sheets(edition)
        return edition, made, [Exercise(sheet.sealed()) for sheet in made]


@pytest.fixture(scope="module", params=DAYS)
def korean(request):
    """An edition in Korean, with its exercises."""
    return sheets_in("ko", request.param)


def english(text):
    return ENGLISH.findall(ELSEWHERE.sub("", html.unescape(text)))


def numbers():
    """Numbers of every size, those at the edge of one among them."""
    chance = random.Random("numbers")
    edges = [
        0.00012,
        0.5,
        1,
        2,
        10,
        11,
        99,
        100,
        999.5,
        1000,
        9999,
        1e4,
        13100,
        13149.25,
        1e5,
        1e6,
        2.73e6,
        1e8,
        1e9,
    ]
    return [*edges, *(float(f"{10 ** chance.uniform(-4, 10):.6g}") for _ in range(200)), 1e4 + 1, 123456789]


@pytest.mark.parametrize("code", languages())
def test_a_pack_writes_numbers_as_the_library_does(code):
    with speaking(language(code)):
        numerals = spoken().numerals()
        for number in numbers():
            assert words.digits(number, numerals) == prose.digits(number)
            assert words.stated(number, numerals) == prose.stated(number)
            assert words.rounded(number, round, numerals) == prose.number(number)
            if number >= 1:
                assert words.number(prose.digits(number), numerals) == pytest.approx(number, rel=1e-5)
    assert words.number("13,100", numerals) == words.number("13 100", numerals) == 13100
    for none in ("many", "만", "", "3만x"):
        assert math.isnan(words.number(none, numerals))


def test_a_number_is_read_and_written_as_in_korea(korean):
    _, sheets, exercises = korean
    if not sheets[2].questions:
        return
    exercise, limit = exercises[2], sheets[2].questions["limit1"].answer
    name = next(iter(exercise.moves))
    told = exercise.suppose(name, "1만2000").text
    assert "1만2000" in told
    assert told == exercise.suppose(name, 12000).text == exercise.suppose(name, "12,000").text
    assert exercise.suppose(name, "만").text == exercise.suppose(name, 0).text
    assert not re.search(r"\d,\d{3}", told + exercise.moving().text)
    assert exercise.reply("limit1", language("ko").digits(limit))[0]


def test_every_key_is_the_same_by_value(korean):
    edition, theirs, _ = korean
    before, ours, _ = sheets_in("en", edition.record.parameters.as_of)
    for one, other in zip(ours, theirs, strict=True):
        assert list(one.questions) == list(other.questions) and (one.aside == "") == (other.aside == "")
        for name, asked in one.questions.items():
            assert keyed(before, one, asked) == keyed(edition, other, other.questions[name]), (one.name, name)
        for name, move in one.moves.items():
            for figure in ("quantity", "factor", "low", "high", "start"):
                assert getattr(move, figure) == getattr(other.moves[name], figure)


def keyed(edition, sheet, question):
    """What of a question is the same in every language: which of its choices are right. Documents stand in
    the order of the alphabet: their letters are told by what they name.
    """
    right = {form for form, (good, _) in question.replies.items() if good}
    if not question.choices:
        return right, question.answer, len(question.common)
    named = {}
    if sheet.name == sources.NAME:
        named = {
            letter: row.claim_id for letter, row in zip(LETTERS, sources.documents(edition), strict=False)
        }
    return {
        named.get(choice, place)
        for place, choice in enumerate(question.choices)
        if choice.casefold() in right
    }


def test_every_answer_is_answered_in_korean(korean):
    for sheet, exercise in zip(*korean[1:], strict=True):
        for name, question in sheet.questions.items():
            assert exercise.check(**{name: question.answer}).text.startswith(f"- **{name}** 맞았다. ")
            wrong = [choice for choice in question.choices if not question.replies[choice.casefold()][0]]
            for choice in wrong or [expected for expected, _ in question.common]:
                assert exercise.check(**{name: choice}).text.startswith(f"- **{name}** 아직 아니다. ")
            assert "아직 답이 없다" in exercise.check(**{name: ...}).text
            unknown = exercise.check(**{name: "?"}).text
            assert "답이 없다" not in unknown and not english(unknown)


def test_what_a_class_reckons_has_the_numbers_of_the_report(korean):
    edition, _, exercises = korean
    exercise, chance = exercises[2], random.Random("korean")
    with speaking(edition.language):
        for key, move in exercise.moves.items():
            some = [move["low"], move["high"], *(chance.uniform(move["low"], move["high"]) for _ in range(3))]
            for number, wording, reading in itertools.product(some, what_if.WORDINGS, READINGS):
                told = exercise.suppose(key, number, wording, reading).text
                asked = what_if.suppose(edition, what_if.WORDINGS[wording], reading, {key: number}).sentence
                assert NUMBER.findall(html.unescape(told)) == NUMBER.findall(asked)
                assert not english(told)


def test_every_paper_and_every_exercise_is_said_in_korean(korean):
    edition, sheets, exercises = korean
    order = order_of(ROOT / "data", {"language": "ko"})
    with speaking(edition.language):
        found = [{"role": role, "sentence": "문장이다."} for role in papers.SAID]
        told = papers.facts(edition, order, sheets, red_team.attacks(edition), found)
        texts = {name: papers.paper(name, told) for name in PAPERS}
    assert all("lang: ko" in texts[name] for name in PAPERS[2:])
    for sheet, exercise in zip(sheets, exercises, strict=True):
        texts |= {f"{sheet.name} {name}": text for name, text in exercise.data["words"].items()}
        texts |= {f"{sheet.name} {name}": q.text + q.key for name, q in sheet.questions.items()}
        texts[sheet.name] = " ".join([sheet.title, exercise.show().text, exercise.moving().text])
    foreign = {name: english(text) for name, text in texts.items()}
    assert {name: found for name, found in foreign.items() if found} == {}


def test_every_cell_of_an_exercise_is_said_in_korean():
    books = [path for path in worded() if path.parent.as_posix().endswith(TAUGHT)]
    assert len(books) == len(teaching.MAKERS)
    with speaking(language("ko")):
        for path in books:
            for cell in nbformat.read(path, as_version=4).cells:
                if cell.cell_type == "markdown":
                    text = words_of(cell, path.stem)
                    assert re.search(r"[가-힣]", text) and not english(text), (path.name, cell.id)


@pytest.mark.parametrize("code", languages())
def test_a_class_calls_what_became_of_a_hedge_as_the_ledger_does(code):
    with speaking(language(code)):
        for did in drift.DID:
            assert word_for("lesson-hedge", did) == word_for("did", did)


def test_an_english_sentence_would_be_seen():
    assert english("이 문장에는 does not fit 라는 말이 있다.") == ["does not"]
    assert not english("“does not fit” `python -m pip install` CC BY 4.0. RUSI, NV(야후 게재)")
