"""The exercises for a browser alone: the questions, numbers, replies and seals of the notebooks, on a page
that holds no answer and asks for nothing. How the pages look and are worked is seen in tests/browser.
"""

import base64
import hashlib
import html
import itertools
import json
import random
import re
import subprocess
import sys
from typing import NamedTuple

import nbformat
import pytest

from reported.analysis.hedges import READINGS
from reported.classroom import lessons as teaching
from reported.classroom import packs, pages
from reported.classroom.exercises import answers, collecting
from reported.classroom.exercises.asking import Exercise
from reported.classroom.questions import Sheet
from reported.document.what_if import WORDINGS
from reported.wording.language import speaking

from ..conftest import RELIEF, ROOT
from .page_script import SCRIPT, run
from .test_teaching import edition_of, order_of

KINDS = {
    "latest": (ROOT / "data", {}),
    "korean": (ROOT / "data", {"language": "ko"}),
    "early": (ROOT / "data", {"as_of": "2023-09-01"}),
    "some": (ROOT / "data", {"as_of": "2023-10-13"}),
    "relief": (RELIEF, {}),
}


class Made(NamedTuple):
    """An exercise, its page, and what its notebook opens."""

    sheet: Sheet
    page: str
    sealed: dict


def made(where):
    """The exercises of an edition, each with its page, by its name."""
    data, changes = where
    order, edition = order_of(data, changes), edition_of(data, changes)
    with speaking(edition.language):
        sheets = teaching.sheets(edition)
        written, held = packs._pages(edition, order, sheets), [sheet.sealed() for sheet in sheets]
    assert list(written) == [f"{n}-{sheet.name}.html" for n, sheet in enumerate(sheets, 1)]
    each = zip(sheets, written.values(), held, strict=True)
    return {sheet.name: Made(sheet, page.decode(), sealed) for sheet, page, sealed in each}


@pytest.fixture(scope="module")
def everything():
    return {kind: made(where) for kind, where in KINDS.items()}


@pytest.fixture(scope="module", params=KINDS)
def each(request, everything):
    return everything[request.param]


def data_of(page):
    (text,) = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    return json.loads(text)


def words_of(page):
    """What a page says, without its data, style and script."""
    body = re.sub(r"<(script|style)[ >].*?</\1>", "", page, flags=re.S)
    text = html.unescape(re.sub(r"<[^>]*>", " ", body)).replace("’", "'")  # as pandoc turns it
    return " ".join(text.split())


def plain(markdown):
    return html.unescape(markdown).replace("*", "")


# ── the same questions ──────────────────────────────────────────────────────────────────────────────────────


def test_a_page_asks_what_the_notebook_asks_in_its_order(each):
    for sheet, page, _ in each.values():
        fields = re.findall(
            r'<form class="question" data-name="(\w+)"><label for="answer-\1">(.*?)</label>', page
        )
        assert [name for name, _ in fields] == list(sheet.questions)
        assert {name for name, _ in fields} == set(data_of(page)["questions"])
        for name, label in fields:
            assert html.unescape(label).removeprefix(f"{name} · ") == plain(sheet.questions[name].text)


def test_a_page_gives_what_the_notebook_gives(each):
    for sheet, page, _ in each.values():
        said = words_of(page)
        assert bool(sheet.aside) == (plain(sheet.aside) in said and "<form" not in page)
        cells = re.findall(r"(?<=\| )[^|\n]+?(?= \|)", sheet.given)
        for cell in cells:
            assert " ".join(plain(cell).replace("’", "'").split()) in said, cell


def test_a_page_says_nothing_that_only_a_notebook_needs(each):
    for _, page, _ in each.values():
        assert not re.search(r"ex\.\w+\(|ipywidgets|Shift|\.ipynb|class-page|exercise-\w+-", words_of(page))


def test_a_heading_with_no_question_below_it_is_left_out(everything):
    sheet, page, _ = everything["early"]["what-would-have-to-be-true"]
    assert sheet.aside and re.findall("<h2>(.*?)</h2>", page) == [
        "What was said, and how does it hang together?", "What this does not show",
    ]  # fmt: skip


def test_the_stacked_cells_of_a_table_bear_the_heads_of_their_columns(everything):
    _, page, _ = everything["latest"]["how-many-sources"]
    (table,) = re.findall("<table.*?</table>", page, re.S)
    heads = re.findall(r"<th(?: [^>]*)?>(.*?)</th>", table)
    row = re.findall(r'data-head="([^"]*)"', table)
    assert len(heads) == 4 and row[:10] == ["", *heads, "", *heads]


# ── nothing is told ─────────────────────────────────────────────────────────────────────────────────────────


def told(sheet, page):
    """Replies and keys that can be read in a page, whose data is sealed."""
    secret = {said for q in sheet.questions.values() for _, said in q.replies.values()}
    secret |= {q.key for q in sheet.questions.values() if len(q.key) > 12}
    readable = words_of(page) + json.dumps(data_of(page), ensure_ascii=False)
    return [text for text in secret if plain(text)[:60] in readable or text[:60] in readable]


def test_no_page_tells_an_answer(each):
    for sheet, page, _ in each.values():
        assert told(sheet, page) == []


def test_an_answer_that_was_not_sealed_would_be_seen(everything):
    sheet, page, _ = everything["latest"]["spot-the-drift"]
    open_page = page.replace("</main>", f"<p>{html.escape(sheet.questions['A'].key)}</p></main>")
    assert told(sheet, open_page)


def test_what_a_moved_figure_comes_to_is_sealed_all_of_one_length(everything):
    _, page, _ = everything["latest"]["what-would-have-to-be-true"]
    for move in data_of(page)["moves"].values():
        texts = [base64.b64decode(text) for text in move["replies"].values()]
        assert len({len(text) for text in texts}) == 1 and b"supposing" not in b"".join(texts)


# ── the same replies ────────────────────────────────────────────────────────────────────────────────────────


def typed(question, chance):
    """What somebody may answer: every choice; numbers of every size, half-way ones too, and no numbers."""
    if question["choices"]:
        return question["choices"]
    near = [
        f"{first}{second}5{'0' * size}" for first in range(1, 10) for second in range(10) for size in range(5)
    ]
    some = [f"{10 ** chance.uniform(-6, 12):.{chance.randrange(1, 7)}g}" for _ in range(300)]
    odd = ["13,100", "13 100", "13.1", "1.31e4", "1만3100", "１３１００", "many", "-5", "0", "1e400", "0x10"]
    odd += ["infinity", "nan", "1 300만", "9.95", "0.00012", ".5"]
    return [*near, *some, *odd]


def test_the_page_replies_as_the_notebook_does(each, tmp_path):
    for sheet, page, sealed in each.values():
        exercise, chance = Exercise(sealed), random.Random(sheet.name)
        asked = [
            (name, answer)
            for name, question in exercise.questions.items()
            for answer in typed(question, chance)
        ]
        said = run(data_of(page), tmp_path, asked)["replies"] if asked else []
        for (name, answer), reply in zip(asked, said, strict=True):
            assert reply == plain(exercise.reply(name, answer)[1]), (name, answer)


@pytest.mark.parametrize("kind", ["latest", "korean", "relief"])
def test_a_figure_comes_to_on_the_page_what_it_comes_to_in_the_notebook(kind, everything, tmp_path):
    sheet, page, sealed = everything[kind]["what-would-have-to-be-true"]
    exercise, data = Exercise(sealed), data_of(page)
    assert set(data["moves"]) == set(sheet.moves) != set()
    for name in sheet.moves:
        values = pages._values(sheet, name)
        assert values == sorted(values) and len(set(values)) == len(data["moves"][name]["steps"])
        ways = list(itertools.product(range(0, len(values), 6), WORDINGS, READINGS))
        comes = run(data, tmp_path, moved=[(name, str(step), *way) for step, *way in ways])["comes"]
        for (step, wording, reading), text in zip(ways, comes, strict=True):
            assert text == plain(exercise.suppose(name, values[step], wording, reading).text)


def test_a_changed_seal_would_be_seen(everything, tmp_path):
    sheet, page, _ = everything["latest"]["spot-the-drift"]
    data = data_of(page)
    data["questions"]["A"]["salt"] = "0" * 16
    said = run(data, tmp_path, [("A", sheet.questions["A"].answer)])["replies"]
    assert said != [plain(sheet.questions["A"].replies[sheet.questions["A"].answer][1])]


# ── handing in and collecting ───────────────────────────────────────────────────────────────────────────────


def handed_in(everything, tmp_path, kind="latest", name="spot-the-drift", student="Kim Hana"):
    """A file of answers from a page: the first question wrong and then right, the second right."""
    sheet, page, _ = everything[kind][name]
    one, other = list(sheet.questions)[:2]
    wrong = next(choice for choice in sheet.questions[one].choices if choice != sheet.questions[one].answer)
    asked = [(one, wrong), (one, sheet.questions[one].answer), (other, sheet.questions[other].answer)]
    return run(data_of(page), tmp_path, asked, student=student), asked


def test_page_and_notebook_hand_in_the_same_file(everything, tmp_path, monkeypatch):
    told, asked = handed_in(everything, tmp_path)
    assert told["score"] == "2 of 9 right."
    exercise = Exercise(everything["latest"]["spot-the-drift"].sealed)
    monkeypatch.chdir(tmp_path)
    assert (
        "in quotation marks" in exercise.save(...).text and "in quotation marks" in exercise.save(" — ").text
    )
    assert "Nothing has been answered" in exercise.save("Kim Hana").text
    for name, answer in asked:
        exercise.check(**{name: answer})
        exercise.check(**{name: answer})  # a cell that is run twice is one try
        exercise.check(**{name: "bent"})  # what is no choice is none
    assert told["file"] in exercise.save("Kim Hana").text
    assert (tmp_path / told["file"]).read_text("utf-8") == told["handed"]


def test_a_name_makes_a_file_that_every_system_takes(everything, tmp_path):
    for student in ("../../etc", "Kim/하나", "a" * 500, 'x"<y>:?'):
        told, _ = handed_in(everything, tmp_path, student=student)
        exercise = Exercise(everything["latest"]["spot-the-drift"].sealed)
        assert told["file"] == exercise.tried.file("spot-the-drift", "", student)[0]
        assert re.fullmatch(r"answers-spot-the-drift-[\w-]+\.json", told["file"]) and len(told["file"]) < 100


@pytest.fixture
def teacher(everything, tmp_path):
    """The part of a teacher's pack that collects, and an empty folder for answers."""
    pack = tmp_path / "teacher"
    (pack / "exercises").mkdir(parents=True)
    for path in (ROOT / "src/reported/classroom/exercises").glob("*.py"):
        (pack / "exercises" / path.name).write_bytes(path.read_bytes())
    questions = {name: each.sealed for name, each in everything["latest"].items()}
    (pack / "questions.json").write_text(json.dumps(questions), "utf-8")
    (pack / "in").mkdir()
    return pack


def collect(pack, folder="in"):
    command = [sys.executable, "-E", "-S", "-m", "exercises.collecting", folder]
    return subprocess.run(command, cwd=pack, capture_output=True, text=True, encoding="utf-8")


def test_a_teacher_collects_who_answered_what(everything, teacher, tmp_path):
    for student in ("Kim", "=cmd|'x'!A1"):
        told, _ = handed_in(everything, tmp_path, student=student)
        (teacher / "in" / told["file"]).write_text(told["handed"], "utf-8")
    done = collect(teacher)
    assert done.returncode == 0, done.stderr
    assert "Kim, spot-the-drift: 2 of 2 answered right, 1 at the first try" in done.stdout
    assert "Hard: spot-the-drift, A: 0 of 2 right at the first try" in done.stdout
    lines = (teacher / "in" / collecting.TABLE).read_text("utf-8").splitlines()
    assert lines[0].split(",") == list(collecting.COLUMNS) and len(lines) == 5
    assert any(re.match(r"Kim,spot-the-drift,A,\w+,no,\w+,yes,2,answers", line) for line in lines)
    assert any(line.startswith("'=cmd") for line in lines), "no spreadsheet may run a student's name"
    assert collect(teacher).stdout == done.stdout


def test_what_is_right_is_asked_of_the_exercises_and_not_of_the_file(everything, teacher, tmp_path):
    told, _ = handed_in(everything, tmp_path)
    content = json.loads(told["handed"])
    content["answers"]["A"] |= {"first": "nonsense", "answer": "nonsense", "right": True}
    (teacher / "in" / told["file"]).write_text(json.dumps(content), "utf-8")
    assert "1 of 2 answered right" in collect(teacher).stdout


@pytest.mark.parametrize(
    "content,why",
    [
        ("{", "is not as an exercise writes it"),
        ("[]", "is not as an exercise writes it"),
        ('{"answers_to": "spot-the-drift", "seal": "x", "student": "K", "answers": {"A": 1}}', "is not as"),
        ('{"answers_to": "spot-the-drift", "seal": "x", "student": "K", "answers": {}}', "another edition"),
        ('{"answers_to": "sums", "seal": "x", "student": "K", "answers": {}}', "is no exercise of this pack"),
        (" " * 1_000_001, "is too large"),
    ],
)
def test_a_file_that_cannot_be_taken_is_named_and_the_others_are_taken(
    content, why, everything, teacher, tmp_path
):
    (teacher / "in" / "answers-bad.json").write_text(content, "utf-8")
    alone = collect(teacher)
    assert alone.returncode == 1 and "in: holds no answers" in alone.stderr and why in alone.stderr
    told, _ = handed_in(everything, tmp_path)
    (teacher / "in" / told["file"]).write_text(told["handed"], "utf-8")
    (teacher / "in" / "again").mkdir()
    (teacher / "in" / "again" / told["file"]).write_text(told["handed"], "utf-8")
    both = collect(teacher)
    assert both.returncode == 0 and "answers-bad.json: " in both.stdout and why in both.stdout
    assert (
        "Kim Hana has handed in spot-the-drift before" in both.stdout and "2 files, 1 student" in both.stdout
    )


def test_a_folder_that_is_none_is_told(teacher):
    done = collect(teacher, "nowhere")
    assert done.returncode == 2 and "python -m exercises.collecting FOLDER" in done.stderr


def test_two_editions_have_two_seals(everything):
    seals = [
        data_of(page)["seal"]
        for kind in everything.values()
        for sheet, page, _ in kind.values()
        if sheet.questions
    ]
    assert len(set(seals)) == len(seals)
    assert answers.seal({"A": 1}) != answers.seal({"A": 2})


# ── the file ────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_runs_one_script_and_asks_for_nothing(each):
    script = SCRIPT.read_text("utf-8")
    allowed = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    for _, page, _ in each.values():
        assert f"script-src 'sha256-{allowed}';" in page and f"<script>{script}</script>" in page
        assert "default-src 'none'" in page and not re.search(r'(?:src|href)="(?!#|data:|\d-)', page)
        assert len(page) < 1_000_000


def test_the_same_bytes_again(everything):
    assert made(KINDS["relief"]) == everything["relief"]


def test_every_cell_for_a_notebook_alone_is_marked(each):
    for path in (ROOT / "notebooks/teaching").glob("*.ipynb"):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.cell_type == "markdown" and re.search(
                r"`ex\.|cell|ipywidgets|dots|quotation", cell.source
            ):
                assert pages.ONLY_NOTEBOOK in cell.metadata.get("tags", []), (path.name, cell.id)
