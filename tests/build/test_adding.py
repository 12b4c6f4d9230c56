"""Adding: a sentence becomes a row that is in order, with few questions, and is written whole or not."""

import csv
import json
import shutil
import sys
from pathlib import Path

import pytest

from reported.build import adding, dialogue, effect, project
from reported.build.adding import MOST_ASKED, added, tried, write
from reported.build.form import Form
from reported.cli import main
from reported.dossier import appending, exporting, reader, storage
from reported.dossier.starter import kinds, scaffold
from reported.errors import Refused
from reported.notebooks import runner

from ..conftest import ROOT

SAID = "Officials said on Sunday that fewer than 33,000 containers had been sent."
PLACE = ("https://example.org/a", "2025-07-13")


@pytest.fixture
def mine(tmp_path):
    """A project with a copy of the shipped dossier."""
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "reported.toml").write_text("")
    return tmp_path


@pytest.fixture
def lanterns(tmp_path):
    """A small project about something else."""
    scaffold(tmp_path / "lanterns")
    return tmp_path / "lanterns"


class Person:
    """Somebody who answers: what is given for a column, else Enter; keeps what was asked."""

    def __init__(self, **answers: str):
        self.answers, self.asked = answers, []

    def __call__(self, question: adding.Question) -> str:
        self.asked.append(question.column)
        return self.answers.get(question.column, "")


def last(folder: Path, table: str) -> dict[str, str]:
    """The last row of a table."""
    with (folder / f"{table}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))[-1]


def bytes_of(folder: Path) -> dict[str, bytes]:
    """All that stands in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def test_a_sentence_becomes_a_row_and_a_document_that_are_in_order(mine):
    person = Person(publisher="A made-up paper", institution="ROK DIA")
    new = added(mine / "data", SAID, *PLACE, ask=person)
    assert person.asked == ["institution", "publisher"], "only what it cannot know"
    assert new.guessed == ()
    with tried(mine / "data", new) as (copy, problems):
        assert problems == [] and copy.parent != mine
    assert not copy.exists()
    write(mine / "data", new)
    claim, source = last(mine / "data", "claims"), last(mine / "data", "sources")
    told = {"quantity": "containers", "hedge": "lt", "value": "33000", "institution": "ROK DIA"}
    assert told.items() <= claim.items() and claim["stated"] == "fewer than 33,000 containers"
    assert claim["source_id"] == source["source_id"] == "a-made-up-paper-2025-07-13"
    assert (source["url"], source["published"], source["language"]) == (*PLACE, "en")
    assert claim["claim_id"] in {row.claim_id for row in reader.read(mine / "data").said}


@pytest.mark.parametrize(
    "said",
    [
        "42",
        "about 42",
        "Some 42 or 43 of 44 came, or 45, as 46 said.",
        "It could be more than 300 shells, or 40 boxes.",
    ],
)
def test_never_more_than_five_things_are_asked(said, shipped):
    person = Person()
    new = added(shipped, said, "", "", ask=person)
    assert len(person.asked) == len({*person.asked}) <= MOST_ASKED
    assert not {*person.asked} & {*new.guessed}


def test_what_foreign_words_mean_is_asked_last_and_may_stay_empty(shipped):
    said = "컨테이너 3만3천여개를 보낸 것으로 추정된다."
    person = Person(gloss="some 33,000 containers")
    assert added(shipped, said, *PLACE, ask=person).claim["gloss"].value == "some 33,000 containers"
    assert person.asked[-1] == "gloss"
    assert added(shipped, said, *PLACE, ask=Person()).claim["gloss"].value == ""
    assert "gloss" not in added(shipped, said, *PLACE).guessed


def test_what_is_given_is_not_asked_and_taken_as_it_is(shipped):
    person = Person()
    given = {"institution": "ROK DIA", "publisher": "A paper", "hedge": "approx", "reliability": "B"}
    new = added(shipped, SAID, *PLACE, given, person)
    assert person.asked == []
    assert (new.claim["hedge"].value, new.source["reliability"].value) == ("approx", "B")


def test_a_document_that_the_dossier_has_is_not_written_twice(mine):
    known = next(source for source in reader.read(mine / "data").documents if source.url)
    new = added(mine / "data", SAID, known.url, "", {"institution": "ROK DIA"})
    assert new.source == {} and new.claim["source_id"].value == known.source_id
    assert [path.name for path in write(mine / "data", new)] == ["claims.csv"]


def test_a_publisher_is_known_by_its_address_and_its_grades_are_guesses(shipped):
    known = next(source for source in reader.read(shipped).documents if source.url.startswith("https://"))
    host = known.url.split("/")[2]
    source = added(shipped, SAID, f"https://{host}/another/report", "2025-07-13").source
    assert source["publisher"].sure and not source["reliability"].sure
    assert source["publisher"].words.startswith("another document of it")


def test_a_guess_is_called_one_and_never_stated_as_read(shipped):
    told = added(shipped, "It was 3,000 shells, they said.", *PLACE).told()
    lines = {line.split()[0]: line for line in told.splitlines() if line.startswith("  ")}
    assert lines["hedge"].split()[1] == "exact" and "(a guess" in lines["hedge"]
    assert "(a guess" in lines["institution"] and "(a guess" not in lines["value"]


@pytest.mark.parametrize(
    ("said", "day", "given", "where"),
    [
        (" ", "2025-07-13", {}, "the sentence"),
        (SAID, "13.7.2025", {}, "the day"),
        (SAID, "2025-07-13", {"hegde": "lt"}, "--set hegde"),
    ],
)
def test_what_cannot_be_used_is_refused_with_what_to_do(said, day, given, where, shipped):
    with pytest.raises(Refused) as refused:
        added(shipped, said, "", day, given)
    assert [problem.where for problem in refused.value.problems] == [where]
    assert all(problem.remedy for problem in refused.value.problems)


def test_everything_wrong_is_told_at_once(shipped):
    with pytest.raises(Refused) as refused:
        added(shipped, "", "", "soon", {"hegde": "lt"})
    assert len(refused.value.problems) == 3


def test_a_planted_fault_is_told_by_the_check_and_stops_the_writing(mine):
    new = added(mine / "data", SAID, *PLACE, {"hedge": "over", "unit": "crate"})
    with tried(mine / "data", new) as (_, problems):
        grave = [str(problem) for problem in problems if not problem.doubt]
    assert any("hedge" in line for line in grave) and any("crate" in line for line in grave)


# ── the files ──────────────────────────────────────────────────────────────────────────────────────────────


def test_all_else_in_a_table_stays_byte_for_byte(mine):
    before, new = bytes_of(mine / "data"), added(mine / "data", SAID, *PLACE)
    with tried(mine / "data", new):
        assert bytes_of(mine / "data") == before, "to look is not to write"
    made = write(mine / "data", new)
    assert {path.name for path in made} == {"claims.csv", "sources.csv"}
    for path in made:
        content, old = path.read_bytes(), before[path.name]
        assert content.startswith(old) and content.count(b"\n") == old.count(b"\n") + 1
    assert {name for name, old in bytes_of(mine / "data").items() if old != before[name]} == {
        path.name for path in made
    }


def test_a_table_from_a_spreadsheet_keeps_its_order_its_line_ends_and_its_mark(mine):
    path = mine / "data" / "claims.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file, lineterminator="\r\n").writerows([*row[::-1], ""] for row in rows)
    path.write_bytes(path.read_bytes().removesuffix(b"\r\n"))  # and the last line has no end
    before = path.read_bytes()
    write(mine / "data", added(mine / "data", SAID, *PLACE, {"institution": "ROK DIA"}))
    after = path.read_bytes()
    assert after.startswith(before + b"\r\n") and after.endswith(b"\r\n")
    assert b"\n" not in after.replace(b"\r\n", b"")
    assert last(mine / "data", "claims")["institution"] == "ROK DIA"
    reader.read(mine / "data")


def test_a_workbook_takes_the_row_as_well(mine):
    data, book = mine / "data", exporting.as_workbook(mine / "data")
    for path in storage.files(data):
        path.unlink(missing_ok=True)
    (data / "claims.xlsx").write_bytes(book)
    assert write(data, added(data, SAID, *PLACE, {"institution": "ROK DIA"})) == [data / "claims.xlsx"]
    assert reader.read(data).said[-1].institution == "ROK DIA"
    assert reader.read(data).documents[-1].url == PLACE[0]


def test_both_files_are_written_or_none(mine, monkeypatch):
    before = bytes_of(mine / "data")
    new = added(mine / "data", SAID, *PLACE)
    real = appending.replace_file

    def full(path: Path, content: bytes) -> None:
        if path.name == "claims.csv" and content != before["claims.csv"]:
            raise OSError(28, "No space left on device", str(path))
        real(path, content)

    monkeypatch.setattr(appending, "replace_file", full)
    with pytest.raises(OSError, match="No space"):
        write(mine / "data", new)
    assert bytes_of(mine / "data") == before


# ── what it would change ───────────────────────────────────────────────────────────────────────────────────


def test_what_a_claim_would_change_is_told_with_the_sentences_before_and_after(mine):
    said = "A made-up expert said that there were 1,000 shells in a container."
    given = {"institution": "A made-up institute", "period_start": "2023-10", "period_end": "2023-10"}
    new = added(mine / "data", said, "https://example.org/b", "2023-11-02", given)
    assert new.claim["quantity"].value == "shells_per_container"
    with tried(mine / "data", new) as (copy, problems):
        assert not [problem for problem in problems if not problem.doubt]
        made = effect.effect(mine, mine / "data", copy)
    assert any(one.fate == "reversed" for one in made.differences), "too few are enough"
    told = effect.told(made)
    assert "→" in told and "\n    - " in told and "\n    + " in told and "1,000" in told
    assert told.index("page one") < told.index("section")
    assert any("ways" in str(one.now) for one in made.differences), "what hangs on all ways of reading too"


def test_nothing_changes_where_nothing_is_added(mine):
    made = effect.effect(mine, mine / "data", mine / "data")
    assert made.differences == () and made.same > 40
    assert effect.told(made).startswith("No sentence would change")


@pytest.mark.parametrize("kind", kinds())
def test_a_project_of_any_kind_takes_a_claim(kind, tmp_path):
    scaffold(tmp_path / "mine", kind)
    data = tmp_path / "mine" / "data"
    quantity = next(iter(reader.read(data).plan.quantities.values()))
    new = added(
        data, f"The mayor said that at least 1,200 {quantity.many} came.", *PLACE, {"publisher": "A paper"}
    )
    assert (new.claim["value"].value, new.claim["hedge"].value) == ("1200", "ge")
    with tried(data, new) as (copy, problems):
        assert not [problem for problem in problems if not problem.doubt]
        effect.effect(tmp_path / "mine", data, copy)


def test_a_dossier_without_any_claim_takes_its_first(lanterns):
    data = lanterns / "data"
    plan = (data / "dossier.toml").read_text("utf-8")
    kept = plan[: plan.index("[[headline]]")] if "[[headline]]" in plan else plan
    for name in ("claims", "sources", "denials", "events"):
        path = data / f"{name}.csv"
        path.write_text(path.read_text("utf-8").splitlines()[0] + "\n", "utf-8")
    (data / "dossier.toml").write_text(kept, "utf-8")
    new = added(data, "They say at least 1,200 lanterns were lit.", *PLACE, {"publisher": "A paper"})
    assert new.claim["quantity"].value == "lanterns" and "lanterns" in new.told()


# ── the command and the form ───────────────────────────────────────────────────────────────────────────────


def told_by(mine: Path, *more: str, answers: list[str] | None = None) -> tuple[int, str]:
    """What the dialogue says to somebody who gives these answers, or to nobody; with its exit status."""
    said: list[str] = []
    left = iter(answers or [])

    def ask(prompt: str) -> str:
        said.append(prompt)
        return next(left)

    wanted = {"sentence": SAID, "url": PLACE[0], "day": PLACE[1]}
    given = dict(word.split("=", 1) for word in more if "=" in word)
    asking = ask if answers is not None else None
    status = dialogue.add(
        mine, mine / "data", wanted, given, lambda *lines: said.extend(lines), asking, "--yes" in more
    )
    return status, "\n".join(said)


def test_somebody_at_a_terminal_answers_twice_and_says_yes(mine):
    status, said = told_by(mine, answers=["ROK DIA", "A made-up paper", "y"])
    assert status == 0 and "Written:" in said and "fewer than 33,000 containers" in said
    assert last(mine / "data", "claims")["institution"] == "ROK DIA"


def test_anything_but_yes_writes_nothing(mine):
    before = bytes_of(mine / "data")
    status, said = told_by(mine, answers=["ROK DIA", "A made-up paper", ""])
    assert status == 0 and "Nothing was written." in said and bytes_of(mine / "data") == before


def test_an_answer_that_is_none_of_the_known_is_asked_for_again(mine):
    said = told_by(mine, "hedge=", answers=["ROK DIA", "A paper", "n"])[1]
    assert "Which" not in said
    person = iter(["more then", "gt"])
    asked: list[str] = []
    question = adding.Question("hedge", "How?", adding.Cell("exact"), ("exact", "gt"))
    assert dialogue._answer(question, lambda *lines: asked.extend(lines), lambda prompt: next(person)) == "gt"
    assert any("more then is none of them" in line for line in asked)


def test_a_script_is_shown_and_writes_only_when_told_to_and_nothing_is_guessed(mine):
    before = bytes_of(mine / "data")
    status, said = told_by(mine)
    assert status == 1 and "guess" in said and bytes_of(mine / "data") == before
    status, said = told_by(mine, "--yes")
    assert (
        status == 1 and "Still a guess: institution, publisher." in said and bytes_of(mine / "data") == before
    )
    sure = ("institution=ROK DIA", "publisher=A paper")
    status, said = told_by(mine, *sure)
    assert status == 0 and "--yes writes it" in said and bytes_of(mine / "data") == before
    status, said = told_by(mine, *sure, "--yes")
    assert status == 0 and "Written:" in said
    assert last(mine / "data", "sources")["publisher"] == "A paper"


def test_what_is_not_in_order_is_never_written(mine):
    before = bytes_of(mine / "data")
    status, said = told_by(mine, "institution=ROK DIA", "publisher=A paper", "hedge=over", "--yes")
    assert status == 1 and "Nothing was written" in said and bytes_of(mine / "data") == before


def test_the_command_reads_its_words_and_refuses_what_it_cannot_use(mine, monkeypatch, capsys):
    monkeypatch.chdir(mine)
    monkeypatch.setattr(sys.stdin, "isatty", lambda: False, raising=False)
    words = ["add", SAID, "--url", PLACE[0], "--day", PLACE[1]]
    assert main([*words, "--set", "institution"]) == 1
    assert "is not of the form column=value" in capsys.readouterr().err
    assert main(["add", "--day", "2025-07-13"]) == 1
    assert "the sentence: is empty" in capsys.readouterr().err
    assert main([*words, "--set", "institution=ROK DIA", "--set", "publisher=A paper", "--yes"]) == 0
    assert "Written:" in capsys.readouterr().out
    assert last(mine / "data", "claims")["institution"] == "ROK DIA"


def test_the_form_reads_tells_and_writes_step_by_step(mine, monkeypatch):
    monkeypatch.chdir(mine / "notebooks")
    form = Form()
    assert "Nothing is read yet" in form.read().text
    assert (
        "column value" not in form.read(SAID, *PLACE).text
        and "| claims.hedge | lt |" in form.read(SAID, *PLACE).text
    )
    assert "Nothing was written" in form.write(really=True).text, "not before it is told what it would change"
    assert "sentences would change" in form.effect().text
    assert "Nothing was written" in form.write().text
    assert "Written" in form.write(really=True).text
    assert last(mine / "data", "claims")["hedge"] == "lt"
    assert "Nothing is read yet" in form.write(really=True).text, "no row is written twice"


def test_the_notebook_of_the_form_reads_what_its_parameters_say_and_writes_nothing(mine):
    before = bytes_of(mine / "data")
    given = {"data": str(mine / "data"), "sentence": SAID, "url": PLACE[0], "day": PLACE[1]}
    shown = [str(what) for _, what in runner.inline(mine / project.FORM, given)]
    assert "| claims.hedge | lt |" in shown[1] and "would change" in shown[2]
    assert shown[3] == "Nothing was written. `form.write(really=True)` writes it."
    assert bytes_of(mine / "data") == before


def test_the_notebook_of_the_form_is_no_section_and_every_new_project_has_it(mine, monkeypatch, capsys):
    assert project.FORM not in {f"notebooks/{path.name}" for path in project.notebooks(mine)}
    assert mine / project.FORM in project.lessons(mine)
    monkeypatch.chdir(mine)
    assert main(["new", "other"]) == 0 and project.FORM in capsys.readouterr().out
    assert (mine / "other" / project.FORM).read_bytes() == project.form().read_bytes()
    cells = json.loads(project.form().read_text("utf-8"))["cells"]
    assert max(len(cell["source"]) for cell in cells if cell["cell_type"] == "code") <= 3


def test_without_ipywidgets_the_panel_says_that_nothing_is_lost(mine, monkeypatch):
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    monkeypatch.delitem(sys.modules, "reported.build.form_fields", raising=False)
    assert "Nothing is lost" in str(Form(mine / "data").panel())


def test_the_form_shows_what_is_wrong(mine):
    form = Form(mine / "data")
    assert "is no day" in form.read(SAID, PLACE[0], "soon").text
    form.read(SAID, *PLACE, hedge="over")
    assert "hedge" in form.effect().text and not form.in_order
    assert "Nothing was written" in form.write(really=True).text


def test_fields_and_buttons_do_the_same(mine):
    pytest.importorskip("ipywidgets")
    form = Form(mine / "data")
    sentence, url, day, read_it, rows, buttons, said = form.panel().children
    change, write_it = buttons.children
    assert change.disabled and write_it.disabled
    sentence.value, url.value, day.value = SAID, PLACE[0], PLACE[1]
    read_it.click()
    fields = {pair.children[0].description: pair.children for pair in rows.children[:-1]}
    assert fields["hedge"][0].value == "lt" and "fewer than" in fields["hedge"][1].value
    assert "a guess" in fields["institution"][1].value
    fields["institution"][0].value, fields["hedge"][0].value = "ROK DIA", "le"
    change.click()
    assert "would change" in said.value and not write_it.disabled
    write_it.click()
    claim = last(mine / "data", "claims")
    assert (claim["institution"], claim["hedge"]) == ("ROK DIA", "le") and write_it.disabled
    read_it.click()
    sentence.value = ""
    read_it.click()
    assert change.disabled and "Nothing is read yet" in said.value
