"""Teaching: every right answer is accepted, every wrong one gets its hint, and no pack for students holds a
key.
"""

import ast
import html
import io
import itertools
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile

import nbformat
import pytest

from reported.analysis import consistency, parameters
from reported.analysis.hedges import READINGS
from reported.build.checks import check
from reported.build.project import lessons
from reported.build.request import Request, copied
from reported.classroom import lessons as teaching
from reported.classroom import packs, papers, red_team
from reported.classroom.exercises.asking import Exercise
from reported.document import what_if
from reported.dossier import reader, storage
from reported.edition import Edition
from reported.notebooks.runner import normalise
from reported.wording.language import spoken

from ..build.test_runs import small_project
from ..classroom.test_tutorial import POSIX_ONLY, follow, typed, with_command
from ..conftest import RELIEF, ROOT, change

EDITIONS = {
    "2023-09-01": (ROOT / "data", {"as_of": "2023-09-01"}),
    "2023-10-13": (ROOT / "data", {"as_of": "2023-10-13"}),
    "2023-11-02": (ROOT / "data", {"as_of": "2023-11-02"}),
    "latest": (ROOT / "data", {}),
    "relief": (RELIEF, {}),
}
NAMES = ["spot-the-drift", "how-many-sources", "what-would-have-to-be-true", "one-word"]
# Runs a notebook's code as a kernel would, with the standard library alone, and prints what its cells show.
PLAIN = """
import ast, json, sys
names = {}
for cell in json.load(open(sys.argv[1], encoding="utf-8"))["cells"]:
    if cell["cell_type"] == "code":
        *steps, last = ast.parse("".join(cell["source"])).body
        exec(compile(ast.Module(steps, []), "cell", "exec"), names)
        exec(compile(ast.Interactive([last]), "cell", "single"), names)
"""


def order_of(data, changes, out=ROOT):
    return Request(ROOT, "latest", data, out, changes)


def edition_of(data, changes):
    whole = reader.read(data)
    return Edition(whole, parameters.load(order_of(data, changes).file, whole.plan, changes))


@pytest.fixture(scope="module")
def editions():
    """Each edition with its exercises."""
    made = {name: edition_of(*where) for name, where in EDITIONS.items()}
    return {name: (edition, teaching.sheets(edition)) for name, edition in made.items()}


@pytest.fixture(scope="module", params=EDITIONS)
def sheets(request, editions):
    return editions[request.param][1]


def pack_of(name, folder, report=None):
    """The packs of an edition as folders; without a report, as if it had found nothing."""
    if report is None:
        report = folder / "report"
        report.mkdir()
        (report / "findings.json").write_text('{"findings": []}')
    with copied(order_of(*EDITIONS[name], out=folder)) as copy:
        return packs.pack(edition_of(*EDITIONS[name]), copy, report, folder, 2)


@pytest.fixture(scope="module")
def latest(tmp_path_factory):
    """The packs of the latest edition."""
    return pack_of("latest", tmp_path_factory.mktemp("class"), ROOT / "report" / "latest")


@pytest.fixture(scope="module")
def early(tmp_path_factory):
    """The packs of an edition that knows of no figure yet."""
    return pack_of("2023-09-01", tmp_path_factory.mktemp("early"))


@pytest.fixture(scope="module")
def island(tmp_path_factory):
    """The second dossier's packs as the command makes them, in a small project and under another hash seed
    and another clock.
    """
    order = small_project(tmp_path_factory.mktemp("island"), ["01-what-was-said", "06-do-the-figures-fit"])
    for path in (order.root / "data").glob("*.csv"):  # a header as some programs write it
        header, _, rows = path.read_text("utf-8").partition("\n")
        path.write_text(
            "\n" + ",".join(f'"{name}"' for name in header.split(",")) + "\n" + rows, "utf-8", newline=""
        )
    around = os.environ | {"PYTHONHASHSEED": "7", "TZ": "Asia/Seoul"}
    subprocess.run(
        [sys.executable, "-m", "reported.cli", "class"],
        cwd=order.root,
        env=around,
        check=True,
        capture_output=True,
    )
    return order


def asked(sheets):
    return [(sheet, name, question) for sheet in sheets for name, question in sheet.questions.items()]


def said(sheet, name, answer):
    """What a student reads who gives an answer."""
    return Exercise(sheet.sealed()).check(**{name: answer}).text


# ── questions and replies ───────────────────────────────────────────────────────────────────────────────────


def test_every_right_answer_is_accepted(sheets):
    for sheet, name, question in asked(sheets):
        assert said(sheet, name, question.answer).startswith(f"- **{name}** Right"), (sheet.name, name)


def test_every_choice_gets_the_reply_that_was_written_for_it(sheets):
    for sheet, name, question in asked(sheets):
        for choice in question.choices:
            right, reply = question.replies[choice.casefold()]
            assert said(sheet, name, choice) == said(sheet, name, choice.upper()) == f"- **{name}** {reply}"
            assert reply.startswith("Right" if right else "Not yet") and len(reply) > 20
        assert not question.choices or any(right for right, _ in question.replies.values())


def test_every_wrong_answer_to_expect_gets_its_hint(sheets):
    for sheet, name, question in asked(sheets):
        assert question.common or set(question.choices) == {question.answer}, (sheet.name, name)
        for wrong, hint in question.common:
            assert hint.startswith("Not yet") and said(sheet, name, wrong) == f"- **{name}** {hint}"


def test_a_number_near_the_key_is_right_and_others_are_told_which_way(editions):
    sheet = editions["latest"][1][NAMES.index("what-would-have-to-be-true")]
    for right in (13100, "13,100", 13149, 12900, "13 100"):
        assert "Right: more than 13,100 shells a day" in said(sheet, "limit1", right)
    assert "Not yet: too low." in said(sheet, "limit1", 9000)
    assert "Not yet: too high." in said(sheet, "limit1", 41000)
    assert "Keep two digits" in said(sheet, "limit1", 10000)
    for senseless in ("many", -5, 0, float("nan"), 1e300):
        assert "Write digits" in said(sheet, "limit1", senseless)
    assert "two months" in said(sheet, "limit1", 16400) and "by the month" in said(sheet, "limit1", 400000)


def test_the_keys_are_those_of_the_report(editions):
    found = json.loads((ROOT / "report" / "latest" / "findings.json").read_text("utf-8"))["findings"]
    bottom = " ".join(f["sentence"] for f in found if f["id"] == "fit")
    sheet = editions["latest"][1][NAMES.index("what-would-have-to-be-true")]
    for name in ("limit1", "limit2"):
        assert sheet.questions[name].key.partition(", from ")[0] in bottom


def test_no_answer_yet_wrong_words_and_unknown_names_are_told_apart(editions):
    sheet = editions["latest"][1][0]
    exercise = Exercise(sheet.sealed())
    assert "no answer yet" in exercise.check(A=...).text and "no answer yet" in exercise.check(A="").text
    assert "“bent” is not among the answers. Known: kept, dropped" in exercise.check(A="bent").text
    assert (
        exercise.check(unheard=1).text
        == "*There is no such question here: this edition has nothing to ask about.*"
    )
    assert exercise.check(A=sheet.questions["A"].answer, B="bent").text.endswith("1 of 2 right.")


def test_each_edition_asks_or_says_in_a_line_why_not(sheets):
    assert [sheet.name for sheet in sheets] == NAMES
    for sheet in sheets:
        exercise = Exercise(sheet.sealed())
        if sheet.questions:
            assert sheet.given and not sheet.aside
        else:
            assert re.fullmatch(r"No figure .+, so this exercise has nothing to ask\.", sheet.aside)
            for what in (
                exercise.show(),
                exercise.ask(),
                exercise.moving(),
                exercise.check(A=...),
                exercise.suppose(..., ...),
            ):
                assert what.text.strip("*") == sheet.aside


def test_what_the_editions_have_to_ask(editions):
    can = {name: [bool(sheet.questions) for sheet in made] for name, (_, made) in editions.items()}
    assert can == {
        "2023-09-01": [False] * 4, "2023-10-13": [True, True, False, False], "2023-11-02": [True] * 4,
        "latest": [True] * 4, "relief": [True] * 4,
    }  # fmt: skip


def test_words_of_one_language_or_two_are_held_against_each_other(editions):
    given = {name: made[-1].given for name, (_, made) in editions.items()}
    assert all(f"| {word} |" in given["latest"] for word in ("이상", "약", "более", "около", "до"))
    assert "| at least | English |" in given["relief"]


def test_one_word_moves_what_is_left(editions):
    for name in ("latest", "relief"):
        answers = {question.answer for question in editions[name][1][-1].questions.values()}
        assert len(answers) > 1


@pytest.mark.parametrize("name", ["2023-11-02", "latest", "relief"])
def test_what_a_class_reckons_is_what_the_report_would_say(name, editions):
    edition, made = editions[name]
    exercise, chance = Exercise(made[2].sealed()), random.Random(name)
    assert exercise.moves
    for key, move in exercise.moves.items():
        numbers = [move["low"], move["high"], *(chance.uniform(move["low"], move["high"]) for _ in range(8))]
        numbers += [move["low"] / 1e3, move["high"] * 1e3, *(float(f"{number:.2g}") for number in numbers)]
        for number, (wording, worded), reading in itertools.product(
            numbers, what_if.WORDINGS.items(), READINGS
        ):
            said = exercise.suppose(key, number, wording=wording, reading=reading).text
            asked = what_if.suppose(edition, worded, reading, {key: number}).sentence
            assert html.unescape(said) == asked, (key, number)


def test_a_number_that_is_typed_is_taken_as_it_is(editions):
    exercise = Exercise(editions["latest"][1][2].sealed())
    assert "supposing 13,149.25 shells a day" in exercise.suppose("fire_rate", 13149.25).text
    assert exercise.suppose("fire_rate", "13,149").text == exercise.suppose("fire_rate", 13149).text
    assert "cannot all be true" in exercise.suppose("fire_rate", 2500).text
    assert "can all be true" in exercise.suppose("fire_rate", 60000).text
    assert "as first worded" in exercise.suppose("fire_rate", 2500, wording="first").text.casefold()
    assert "Known: fire_rate" in exercise.suppose("fire", 1).text
    assert "neither literal nor pragmatic" in exercise.suppose("fire_rate", 1, reading="poetic").text
    for senseless in (-1, 0, "many", float("nan"), float("inf")):
        assert exercise.suppose("fire_rate", senseless).text == "*Write a number above nought.*"


@pytest.mark.parametrize("name", ["2023-11-02", "latest", "relief"])
def test_a_slider_has_every_break_even_well_inside(name, editions):
    edition, made = editions[name]
    for move in made[2].moves.values():
        found = [consistency.implied(case, move.quantity).interval for case in edition.record.cases()]
        ends = {end / move.factor for span in filter(None, found) for end in (span.low, span.high)}
        shares = [
            math.log(end / move.low) / math.log(move.high / move.low) for end in ends if 0 < end < math.inf
        ]
        assert shares and all(0.1 < share < 0.9 for share in shares), move.text


def test_on_either_side_of_a_break_even_the_answer_is_another(editions):
    sheet = editions["latest"][1][2]
    exercise, key = Exercise(sheet.sealed()), sheet.questions["limit1"].answer
    assert "cannot all be true" in exercise.suppose("fire_rate", key * 0.8).text
    assert "meet at the edge" in exercise.suppose("fire_rate", key * 0.98).text
    assert "can all be true" in exercise.suppose("fire_rate", key * 1.02).text


def fields(exercise):
    """What can be chosen, typed and slid in the panel of an exercise, by what it bears as its label."""
    box = exercise.panel()
    return {part.children[0].description: part.children for part in box.children[1:]}


def test_the_menus_say_what_the_cells_say(editions):
    pytest.importorskip("ipywidgets")
    sheet = editions["latest"][1][2]
    choose, reply = fields(Exercise(sheet.sealed()))[sheet.questions["first_literal"].text]
    assert choose.index == 0, "a menu says “choose” until something is chosen"
    choose.value = "fits"
    assert "Not yet. Fits would mean" in reply.value
    choose.value = sheet.questions["first_literal"].answer
    assert ">Right" in reply.value and 'role="alert"' in reply.value


def test_every_field_bears_the_words_of_its_question(editions):
    pytest.importorskip("ipywidgets")
    for _, made in editions.values():
        for sheet in (sheet for sheet in made if sheet.questions):
            labels = list(fields(Exercise(sheet.sealed())))
            asked = [
                f"{name} · {question.text}" if len(name) == 1 else question.text
                for name, question in sheet.questions.items()
            ]
            moved = [move.text for move in sheet.moves.values()]
            assert labels == [html.unescape(text) for text in (*asked, *moved)]
            assert not [label for label in labels if re.search(r"\blimit\d|_|&#", label)]


def test_a_slider_and_its_number_go_together_and_what_was_typed_stays(editions):
    widgets = pytest.importorskip("ipywidgets")
    sheet = editions["latest"][1][2]
    exercise, move = Exercise(sheet.sealed()), sheet.moves["fire_rate"]
    typed, slider, choices, reply = fields(exercise)[move.text]
    assert isinstance(slider, widgets.FloatLogSlider) and slider.step <= 0.001
    assert reply.value == "", "what must hold is among the questions: it is told when something is moved"
    typed.value = 13149.25
    assert typed.value == 13149.25 and slider.value == 13149.25
    assert "supposing 13,149.25 shells a day" in reply.value
    slider.value *= 10 ** (slider.step / 2)  # as a browser sends it back, on the next of its steps
    assert typed.value == 13149.25
    slider.value = 13100.4
    assert typed.value == 13100 and "supposing 13,100 shells a day" in reply.value
    typed.value = move.high * 10  # beyond the slider
    assert typed.value == move.high * 10 and slider.value == pytest.approx(move.high)
    typed.value = 0
    assert "Write a number above nought" in reply.value and slider.value == pytest.approx(move.high)
    wording, reading = choices.children
    assert [wording.description, reading.description] == ["Wording", "Reading"]
    typed.value, wording.value, reading.value = 12000, "first", "pragmatic"
    assert exercise.suppose("fire_rate", 12000, "first", "pragmatic").text in reply.value


def test_an_exercise_has_a_text_for_all_that_it_says(editions):
    code = (ROOT / "src/reported/classroom/exercises/asking.py").read_text("utf-8")
    code += (ROOT / "src/reported/classroom/exercises/menus.py").read_text("utf-8")
    asked = set(re.findall(r"""(?:say|_aside)\(\s*["']([\w-]+)["']""", code)) | {"wordings", "readings"}
    assert asked == set(editions["latest"][1][0].sealed()["words"])


# ── the key follows the data ────────────────────────────────────────────────────────────────────────────────


def test_the_key_changes_with_the_data(copy_of):
    before = teaching.sheets(edition_of(RELIEF, {}))
    folder = copy_of(RELIEF)
    change(folder, "claims", "flour-paper", stated="900 tonnes", hedge="exact")
    change(folder, "claims", "lorries-port", stated="exactly 80 lorries", value="80")
    after = teaching.sheets(edition_of(folder, {}))
    assert (before[0].questions["A"].answer, after[0].questions["A"].answer) == ("weakened", "dropped")
    assert after[2].questions["limit1"].answer < before[2].questions["limit1"].answer
    assert [sheet.sealed()["questions"] for sheet in before] != [
        sheet.sealed()["questions"] for sheet in after
    ]


def test_a_made_up_claim_is_named_beside_and_moves_what_it_should(editions):
    for name, (edition, _) in editions.items():
        made = red_team.attacks(edition)
        assert bool(made) == bool(edition.record.headlines()), name
        for attack in made:
            moved = attack.before.answers != attack.after.answers
            assert moved == attack.name.startswith("3"), (name, attack.name)
        if made:
            copy = made[1]
            assert (
                copy.after.behind.documents == copy.before.behind.documents + 1
                and copy.after.behind.origins == copy.before.behind.origins
            )


def put_in(attack, data):
    """Add an attack to a copy of a dossier as the paper tells to."""
    for table in red_team.TABLES:
        path = data / f"{table}.csv"
        with path.open("a", encoding="utf-8", newline="") as lines:
            lines.write(attack.lines(table, storage.header(data, table)))


@pytest.mark.parametrize("name", [name for name in EDITIONS if name != "2023-09-01"])
def test_what_the_key_says_of_an_attack_is_what_comes_of_it(name, editions, tmp_path):
    edition, (data, changes) = editions[name][0], EDITIONS[name]
    for attack in red_team.attacks(edition):
        copy = shutil.copytree(data, tmp_path / attack.name)
        put_in(attack, copy)
        assert [problem for problem in check(copy) if not problem.doubt] == []
        assert red_team.effect(edition_of(copy, changes), edition.record.headlines()[0]) == attack.after


@pytest.mark.long
def test_the_red_team_does_as_the_paper_says(island):
    order, edition = island, edition_of(island.data, {})
    attacks = red_team.attacks(edition)
    told = papers.facts(edition, order, teaching.sheets(edition), attacks, [])
    paper = papers.paper("red-team", told)
    assert all(attack.name in paper for attack in attacks)
    made = order.root / "build" / "class" / "student" / "red-team"
    assert all(
        (made / f"{a.name}-{table}.csv").read_text("utf-8").startswith("red-team")
        for a in attacks
        for table in red_team.TABLES
    )
    shutil.copytree(
        order.root / "build" / "class" / "student" / "red-team", with_command(order.root) / "red-team"
    )
    assert "files that differ: claims and sources" in follow(paper, order.root)
    made = [
        json.loads((place / "report" / "latest" / "findings.json").read_text("utf-8"))
        for place in (order.root, order.root / "attack")
    ]
    before, after = (
        [f["sentence"] for f in findings["findings"] if f["id"] in ("fit", "first-worded")]
        for findings in made
    )
    assert (before == after) == (attacks[0].before == attacks[0].after)
    assert "red-team" not in (order.root / "data" / "claims.csv").read_text("utf-8")


# ── sealing ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_sealed_replies_tell_neither_by_length_nor_by_order_which_is_right(sheets):
    for sheet, name, question in asked(sheets):
        replies = sheet.sealed()["questions"][name]["replies"]
        assert len({len(text) for text in replies.values()}) == 1
        assert list(replies) == sorted(replies) and len(replies) == len(question.replies)


def readable(replies):
    """What can be read of replies without an answer."""
    return [text for text in replies if re.search(r"Right|Not yet", text)]


def test_a_reply_that_was_not_sealed_would_be_seen(editions):
    sheet = editions["relief"][1][0]
    assert not readable(sheet.sealed()["questions"]["A"]["replies"].values())
    assert readable(said for _, said in sheet.questions["A"].replies.values())


def test_no_two_editions_share_a_seal(editions):
    tags = {
        name: {tag for s in made for q in s.sealed()["questions"].values() for tag in q["replies"]}
        for name, (_, made) in editions.items()
    }
    names = [name for name in tags if tags[name]]
    assert not any(tags[a] & tags[b] for a in names for b in names if a < b)


# ── the packs ───────────────────────────────────────────────────────────────────────────────────────────────


def contents(folder):
    """Every file of a pack as text, those that are packed opened."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        if path.suffix == ".pdf":
            pikepdf = pytest.importorskip("pikepdf")
            with pikepdf.open(path) as paper:
                yield (
                    path.name,
                    "\n".join(map(str, [paper.docinfo, paper.Root.get("/Names"), paper.Root.get("/AF")])),
                )
        else:
            yield path.name, path.read_text("utf-8")


def leaks(folder, sheets):
    """Replies and lines of the key that somebody can read in the files of a pack, by file."""
    secret = {
        reply
        for _, _, q in asked(sheets)
        for reply in [*(said for _, said in q.replies.values()), *(q.key,) * (len(q.key) > 12)]
    }
    secret = {json.dumps(text, ensure_ascii=False)[1:-1][:60] for text in secret} - {""}
    return [(name, text) for name, whole in contents(folder) for text in secret if text in whole]


def test_the_students_pack_holds_no_reply_and_no_key(latest, editions, tmp_path):
    sheets = editions["latest"][1]
    assert leaks(latest["student"], sheets) == []
    assert {name for name, _ in leaks(latest["teacher"], sheets)} == {
        f"{n}-{name}.ipynb" for n, name in enumerate(NAMES, 1)
    }
    # A single cell that was run with an answer is found.
    copy = shutil.copytree(latest["student"], tmp_path / "student")
    shutil.copy(latest["teacher"] / "1-spot-the-drift.ipynb", copy)
    assert leaks(copy, sheets)


def test_the_students_notebooks_are_unanswered_and_carry_nothing_unseen(latest, early):
    for path in [*latest["student"].glob("*.ipynb"), *early["student"].glob("*.ipynb"), *lessons(ROOT)[1:]]:
        book = nbformat.read(path, as_version=4)
        assert not book.cells[0].metadata and set(book.metadata) == {"kernelspec", "language_info"}
        for cell in book.cells:
            assert set(cell.metadata) <= {"tags"} and "attachments" not in cell
            if "answer" in cell.metadata.get("tags", []):
                (call,) = [node for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Call)]
                assert call.keywords and all(
                    isinstance(word.value, ast.Constant) and word.value.value is ... for word in call.keywords
                )


def test_the_students_papers_are_made_of_nothing_that_tells_the_key():
    told = re.compile(r"_key$|_common$|^(bottom_line|judgement|confidence|would_change|limit_key|short_key)$")
    tells = {
        name: list(filter(told.search, spoken().taken(f"paper-{name}")))
        for name in ("student", "worksheet", "red-team", "key")
    }
    assert tells.pop("key") and not any(tells.values())


def test_a_pack_holds_neither_the_dossier_nor_this_package(latest):
    files = {
        path.relative_to(latest["student"]).as_posix()
        for path in latest["student"].rglob("*")
        if path.is_file()
    }
    assert {name for name in files if not name.startswith("red-team/")} == {
        "README.md", "questions.json", "worksheet.pdf", "red-team.pdf",
        *(f"exercises/{path.name}" for path in (ROOT / "src/reported/classroom/exercises").glob("*.py")),
        *(f"{n}-{name}.{kind}" for n, name in enumerate(NAMES, 1) for kind in ("ipynb", "html")),
    }  # fmt: skip
    for path in [*latest["student"].glob("*.ipynb"), *latest["student"].rglob("*.py")]:
        assert not re.search(r"(from|import) reported|origin_id|claim_id", path.read_text("utf-8")), path.name


@pytest.mark.parametrize("which", ["student", "teacher"])
@pytest.mark.parametrize("name", ["latest", "early"])
def test_a_pack_needs_nothing_but_python(which, name, request, tmp_path):
    """Every code cell runs in a fresh folder with a Python that sees no installed package."""
    folder = shutil.copytree(request.getfixturevalue(name)[which], tmp_path / "a new place")
    for path in sorted(folder.glob("*.ipynb")):
        run = subprocess.run(
            [sys.executable, "-E", "-S", "-c", PLAIN, path.name],
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        assert run.returncode == 0, run.stderr
        stored = [
            o.data["text/plain"]
            for cell in nbformat.read(path, as_version=4).cells
            for o in cell.get("outputs", [])
        ]
        assert stored and all(text in run.stdout for text in stored), (
            f"{path.name} shows something else than it was handed out with"
        )


def test_the_teachers_notebooks_are_answered_and_all_right(latest, editions):
    for path, sheet in zip(sorted(latest["teacher"].glob("*.ipynb")), editions["latest"][1], strict=True):
        outputs = [
            o.data["text/plain"]
            for c in nbformat.read(path, as_version=4).cells
            if "answer" in c.metadata.get("tags", [])
            for o in c.outputs
        ]
        replies = re.findall(r"^- \*\*(\w+)\*\* (.+)$", "\n".join(outputs), re.MULTILINE)
        assert {name for name, _ in replies} == set(sheet.questions) and all(
            said.startswith("Right") for _, said in replies
        )


def test_every_question_has_a_cell_to_answer_it_in(latest, editions):
    for path, sheet in zip(sorted(latest["student"].glob("*.ipynb")), editions["latest"][1], strict=True):
        source = "\n".join(
            cell.source
            for cell in nbformat.read(path, as_version=4).cells
            if "answer" in cell.metadata.get("tags", [])
        )
        assert set(re.findall(r"(\w+)=\.\.\.", source)) == set(sheet.questions)


def test_the_teachers_papers_are_there(latest, early):
    for made in (latest, early):
        assert {path.stem for path in made["teacher"].glob("*.pdf")} >= {
            "key",
            "worksheet",
            "guide-15",
            "guide-45",
            "guide-90",
        }
    assert (latest["teacher"] / "red-team.pdf").exists() and not (early["teacher"] / "red-team.pdf").exists()
    for readme in (early["student"] / "README.md", early["teacher"] / "README.md"):
        text = readme.read_text("utf-8")
        assert "red-team.pdf" not in text and text.count("so this exercise has nothing to ask") == 5


@pytest.mark.long
def test_the_same_bytes_in_another_process_and_place(island, tmp_path):
    made = island.root / "build" / "class"
    with copied(island) as copy:
        again = packs.pack(edition_of(island.data, {}), copy, island.root / "report" / "latest", tmp_path, 1)
    assert packs.archive(again["student"]) == (made / "student.zip").read_bytes()
    for path in again["teacher"].rglob("*"):
        assert (
            path.is_dir()
            or path.read_bytes() == (made / "teacher" / path.relative_to(again["teacher"])).read_bytes()
        )


@pytest.mark.long
def test_the_zips_hold_the_folders_and_no_time(island):
    made = island.root / "build" / "class"
    for name in ("student", "teacher"):
        with zipfile.ZipFile(io.BytesIO((made / f"{name}.zip").read_bytes())) as archive:
            inside = {entry.filename: archive.read(entry) for entry in archive.infolist()}
            assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert inside == {
            path.relative_to(made).as_posix(): path.read_bytes()
            for path in (made / name).rglob("*")
            if path.is_file()
        }
    assert {path.name for path in (made / "teacher" / "report").iterdir()} == set(packs.SHOWN)


def test_the_papers_name_no_place_of_this_machine(latest):
    for _, text in contents(latest["teacher"]):
        assert not re.search(r"/(home|root|tmp|work)/", text)


# ── papers ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_paragraph_with_nothing_to_say_goes_with_what_leads_to_it():
    template = "# One\n\nThese:\n\n{few}\n\n## Below\n\n{few}\n\n# Two\n\nStays {much}."
    assert papers.filled(template, {"few": "", "much": "here"}) == "# Two\n\nStays here.\n"
    assert (
        papers.filled(template, {"few": "x", "much": "here"})
        == "# One\n\nThese:\n\nx\n\n## Below\n\nx\n\n# Two\n\nStays here.\n"
    )


@pytest.mark.parametrize("changes", [{}, {"as_of": "2023-11-02", "fire_rate": "10000..15000"}])
def test_a_class_is_told_to_type_what_every_system_knows(changes):
    edition = edition_of(ROOT / "data", changes)
    told = papers.facts(
        edition, order_of(ROOT / "data", changes), teaching.sheets(edition), red_team.attacks(edition), []
    )
    for name in ("student", "teacher", "red-team", "worksheet", "key", "guide-15", "guide-45", "guide-90"):
        text = papers.paper(name, told)
        assert bool(typed(text)) == (name in ("student", "red-team"))
        assert not [found for found in map(POSIX_ONLY.search, typed(text)) if found], name
        assert ("activate" in text) == ("\\Scripts\\activate" in text) == bool(typed(text)), name


def test_a_word_of_a_command_is_quoted_as_every_shell_knows():
    request = Request(ROOT, "latest", ROOT / "my data", ROOT, {"reading": "pragmatic"})
    told = papers.commands(request, [])
    assert 'copy "my data" attack/data' in told["build"] and "-p reading=pragmatic" in told["build"]


def test_the_script_of_the_red_team_copies_keeps_and_adds_once(latest, tmp_path):
    pack = shutil.copytree(latest["student"] / "red-team", tmp_path / "red-team")
    shutil.copytree(RELIEF, tmp_path / "data")
    claims = tmp_path / "attack" / "data" / "claims.csv"

    def attack(*words):
        run = [sys.executable, "-E", "-S", "red-team/attack.py", *words]
        return subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")

    assert attack("copy", "data", "attack/data").returncode == 0 and claims.is_file()
    assert "is there already" in attack("copy", "data", "attack/data").stderr
    before = claims.read_bytes().rstrip(b"\n")  # as an editor may leave it
    claims.write_bytes(before)
    assert attack("add", "2-copy", "attack/data").returncode == 0
    assert claims.read_bytes() == before + b"\n" + (pack / "2-copy-claims.csv").read_bytes()
    assert "has that row already" in attack("add", "2-copy", "attack/data").stderr
    assert "Known: 1-contradiction, 2-copy" in attack("add", "4-none", "attack/data").stderr
    assert attack("keep", "attack/data", "attack/before").returncode == 0 and not claims.exists()
    assert "attack.py copy data" in attack("away").stderr


def test_papers_and_exercises_know_no_topic():
    topic = re.compile(
        r"(north|south) korea|korea(?!n)|dprk|russia|ukrain|pyongyang|moscow|seoul|kremlin"
        r"|artillery|ammunition|shells|북한|한국(?!어)|러시아|우크라이나|평양|모스크바|포탄|탄약",
        re.IGNORECASE,
    )
    for path in (ROOT / "src/reported/wording").rglob("*.ftl"):
        assert not topic.search(path.read_text("utf-8")), path.name
    for path in lessons(ROOT):
        for cell in nbformat.read(path, as_version=4).cells:
            assert not topic.search(cell.source), path.name


# ── the committed notebooks ─────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", lessons(ROOT), ids=lambda path: path.stem)
def test_committed_lessons_are_run_normalised_and_end_with_limits(path):
    book = nbformat.read(path, as_version=4)
    again = nbformat.from_dict(json.loads(json.dumps(book)))
    normalise(again)
    assert again == book and not re.search(r"/(home|root|tmp|work)/", json.dumps(book))
    for cell in book.cells[2:]:
        assert cell.cell_type == "markdown" or cell.outputs or "widget" in cell.metadata.get("tags", [])
    assert book.cells[1].metadata.tags == ["parameters"]
    assert book.cells[-1].source.startswith("## What this does not show\n\n- ")


@pytest.mark.parametrize("path", lessons(ROOT), ids=lambda path: path.stem)
def test_links_in_lessons_lead_somewhere(path):
    cells = nbformat.read(path, as_version=4).cells
    heads = {
        "#" + line.lstrip("# ").replace(" ", "-")
        for cell in cells
        for line in cell.source.splitlines()
        if line.startswith("#")
    }
    for cell in cells:
        for target in re.findall(r"\]\(([^)]+)\)", cell.source) if cell.cell_type == "markdown" else ():
            assert target in heads if target.startswith("#") else (path.parent / target).exists(), (
                f"{path.name}: {target}"
            )


def test_the_notebook_that_shows_the_way_is_no_section_of_a_briefing():
    assert lessons(ROOT)[0].name == "00-start-here.ipynb"
    assert "00-start-here" not in (ROOT / "report" / "latest" / "manifest.json").read_text("utf-8")
