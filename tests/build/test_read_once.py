"""What is read is what is recorded: an input that is edited while an edition is made is published as it was,
or as it is now, or not at all; never mixed, never under the digest of the other, and nothing mixed is kept.

``make test`` edits a table and a notebook, each at one stage, ``make test-all`` each kind of input at one
stage and one kind at each; ``make fuzz`` tries every pair.
"""

import os
import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from reported.build import publishing, run, sweep
from reported.build.request import Request
from reported.build.run import build
from reported.dossier import reader
from reported.errors import Refused
from reported.notebooks import cache, runner
from reported.notebooks.cache import Cache

from ..build.test_runs import files, in_file, own_word, say_more, small_project
from ..conftest import change

OWN = """\
from pathlib import Path

from reported import finding

finding("own", f"Beside it stands {Path('own.txt').read_text().strip()}.")"""
KINDS = {
    "a table": lambda root: change(root / "data", "sources", "radio", title="Another title"),
    "the plan": in_file("data/dossier.toml", 'title = "', 'title = "Another: '),
    "the schema": in_file("data/datapackage.json", "{", '{"title": "Another", '),
    "a notebook": say_more,
    "the edition": in_file("report/editions/latest.yml", "as_of: latest", "reading: pragmatic"),
    "a style sheet": in_file("report/template/style.css", "", "/* another look */\n"),
    "a layout": in_file("report/template/house.typ", "", "// another look\n"),
    "a label": own_word("page-contents = What is where\n"),
    "the word on the method": own_word("method = And this is how\n"),
    "a file beside the notebooks": in_file("notebooks/own.txt", "one thing", "another"),
}
STAGES = {
    "before it is copied": (run, "copied"),
    "once it is copied": (run, "_make"),
    "before a notebook runs": (runner, "run_one"),
    "while a notebook runs": (runner, "as_read"),
    "before earlier days are asked": (run.Work, "remember"),
    "before the pages are written": (run.Work, "render"),
    "before it is published": (publishing, "publish"),
}
ALL = "FUZZ_TRIES" in os.environ
EVERYDAY = [("a table", "before it is copied")]
PAIRS = [
    pytest.param(kind, stage, marks=[] if (kind, stage) in EVERYDAY else pytest.mark.long)
    for k, kind in enumerate(KINDS)
    for s, stage in enumerate(STAGES)
    if ALL or k % len(STAGES) == s or (kind == "a file beside the notebooks" and "notebook" in stage)
]


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """A small project as it is before any edit."""
    root = tmp_path_factory.mktemp("project")
    small_project(root, ["01-what-was-said"])
    (root / "data" / "datapackage.json").write_text('{"resources": []}')
    (root / "notebooks" / "own.txt").write_text("one thing")
    path = root / "notebooks" / "01-what-was-said.ipynb"
    book = nbformat.read(path, as_version=4)
    book.cells.append(nbformat.v4.new_code_cell(OWN))
    nbformat.write(book, path)
    return root


@pytest.fixture
def order(project, tmp_path):
    """The edition “latest” of a copy of it."""
    root = Path(shutil.copytree(project, tmp_path / "project"))
    return Request(root, "latest", root / "data", root, {})


@pytest.fixture(scope="module")
def right(project, tmp_path_factory):
    """What a first build makes before and after each edit, undisturbed."""
    made = {}

    def whole(kind=""):
        if kind not in made:
            root = Path(shutil.copytree(project, tmp_path_factory.mktemp("twin") / "project"))
            if kind:
                KINDS[kind](root)
            order = Request(root, "latest", root / "data", root, {})
            build(order, 2, lambda line: None)
            made[kind] = files(order.place)
        return made[kind]

    return whole


def edited_at(monkeypatch, stage, edit):
    """Have an edit made as soon as a build comes to a stage, once."""
    where, name = STAGES[stage]
    real, done = getattr(where, name), []

    def first(*given, **named):
        if not done:
            done.append(edit())
        return real(*given, **named)

    monkeypatch.setattr(where, name, first)
    return done


@pytest.mark.parametrize(("kind", "stage"), PAIRS)
def test_what_is_edited_meanwhile_is_published_whole_or_not_at_all(kind, stage, order, right, monkeypatch):
    with monkeypatch.context() as patched:
        done = edited_at(patched, stage, lambda: KINDS[kind](order.root))
        try:
            build(order, 2, lambda line: None)
        except Refused as refused:
            assert "changed while it was in use" in str(refused) and kind == "a file beside the notebooks"
            assert not order.place.exists()
        else:
            assert files(order.place) in (right(), right(kind))
        assert done
    build(order, 2, lambda line: None)
    assert files(order.place) == right(kind)
    assert not list((order.out / "build").glob("*-*"))


@pytest.mark.parametrize(
    "stage",
    [
        stage if stage == "while a notebook runs" else pytest.param(stage, marks=pytest.mark.long)
        for stage in STAGES
        if stage != "before it is copied"
    ],
)
def test_code_that_changes_meanwhile_stops_the_build(stage, order, monkeypatch):
    with monkeypatch.context() as patched:
        edited_at(
            patched,
            stage,
            lambda: patched.setattr(cache, "_code", lambda: {**cache._LOADED, "hedges.py": "other"}),
        )
        if stage == "before it is published":  # made by then, of the old code, and held to it
            build(order, 2, lambda line: None)
        else:
            with pytest.raises(
                Refused, match=r"hedges\.py: changed while it was in use\. Let it rest, and run this again\."
            ):
                build(order, 2, lambda line: None)
            assert not order.place.exists()


@pytest.mark.long
def test_a_sweep_is_made_from_one_state_of_its_inputs(order, right, monkeypatch):
    asked = sweep.orders(order, {"reading": ["literal", "pragmatic"]})
    way = lambda work, todo, done: sweep.here(work, todo, done, 1)  # noqa: E731
    edit = lambda: change(order.data, "claims", "flour-mayor", status="retracted")  # noqa: E731
    with monkeypatch.context() as patched:
        edited_at(patched, "while a notebook runs", edit)
        before = sweep.sweep(asked, (1, 1), False, way, lambda line: None)
    rows = before.files[0].read_text("utf-8")
    said = []
    after = sweep.sweep(asked, (1, 1), False, way, said.append)
    assert (before.made, after.made) == (2, 2) and "Running" in said[0]
    assert rows != after.files[0].read_text("utf-8")
    again = replace(order, out=order.out / "twin")
    fresh = sweep.sweep(
        sweep.orders(again, {"reading": ["literal", "pragmatic"]}), (1, 1), False, way, lambda line: None
    )
    assert fresh.files[0].read_bytes() == after.files[0].read_bytes()


@pytest.mark.long
def test_what_lies_beside_the_notebooks_of_one_project_is_not_taken_for_another(order, right, tmp_path):
    build(order, 2, lambda line: None)
    root = Path(
        shutil.copytree(order.root, tmp_path / "other", ignore=shutil.ignore_patterns("build", "latest"))
    )
    KINDS["a file beside the notebooks"](root)
    other = replace(order, root=root, data=root / "data")
    build(other, 2, lambda line: None)
    assert files(other.place) == right("a file beside the notebooks")


def test_a_row_of_a_file_that_changed_is_not_kept(order, monkeypatch):
    asked = sweep.orders(order, {"reading": ["literal"]})
    way = lambda work, todo, done: sweep.here(work, todo, done, 1)  # noqa: E731
    edited_at(monkeypatch, "while a notebook runs", lambda: KINDS["a file beside the notebooks"](order.root))
    done = sweep.sweep(asked, (1, 1), False, way, lambda line: None)
    assert "own.txt: changed while it was in use" in done.failed["reading=literal"]


@pytest.mark.long
def test_what_a_notebook_writes_itself_is_its_own(order):
    path = order.root / "notebooks" / "01-what-was-said.ipynb"
    book = nbformat.read(path, as_version=4)
    # Asked as of several days at once, it runs in several processes.
    own = [
        "import os", "place = Path(f'count-{os.getpid()}.txt')", "place.write_text('x')",
        "place.read_text()", "place.write_text('yy')",
        "place.rename(f'last-{os.getpid()}.txt')", "place.write_text('zzz');",
    ]  # fmt: skip
    book.cells.append(nbformat.v4.new_code_cell("\n".join(own)))
    nbformat.write(book, path)
    build(order, 2, lambda line: None)
    assert (order.place / "briefing.html").is_file()


@pytest.mark.long
def test_what_cannot_tell_what_it_read_is_made_each_time(order):
    path = order.root / "notebooks" / "01-what-was-said.ipynb"
    book = nbformat.read(path, as_version=4)
    book.metadata["warm"] = False  # in a kernel of its own
    nbformat.write(book, path)
    for said in ([], []):
        build(order, 2, said.append)
        assert (
            said[0].startswith("Running 01")
            and said[1].startswith("Asking again")
            and (order.place / "briefing.html").is_file()
        )


def test_two_notebooks_that_read_a_file_differently_are_not_published_together():
    with pytest.raises(Refused, match=r"own\.txt: changed"):
        run.together([{"own.txt": "a", "other.txt": "b"}, {"own.txt": "c"}])
    assert run.together([{"own.txt": "a"}, {"own.txt": "a", "other.txt": "b"}]) == {
        "own.txt": "a",
        "other.txt": "b",
    }


def test_a_file_that_changes_while_something_is_made_of_it_is_not_kept(tmp_path):
    store, path = Cache(tmp_path / "store"), tmp_path / "own.txt"
    path.write_text("one thing")

    def work(place):
        read = {str(path): cache.of_file(path)}
        path.write_text("another")
        return read

    with pytest.raises(Refused, match="changed while it was in use"):
        store.make("a", work)
    assert store.find("a") is None


def test_a_dossier_that_is_edited_while_it_is_read_is_read_again(order, monkeypatch):
    real, done = reader.examine, []

    def examine(folder):
        found = real(folder)
        if not done:
            done.append(KINDS["a table"](order.root))
        return found

    monkeypatch.setattr(reader, "examine", examine)
    titles = reader.read(order.data).sources.set_index("source_id")["title"]
    assert titles["radio"] == "Another title"


def test_refreshing_notebooks_never_takes_back_an_edit(order, monkeypatch):
    path = order.root / "notebooks" / "01-what-was-said.ipynb"
    edited_at(monkeypatch, "while a notebook runs", lambda: say_more(order.root))
    with pytest.raises(Refused, match=r"01-what-was-said\.ipynb: changed while it was in use"):
        run.refresh(order.root, 1, lambda line: None)
    assert "One more sentence" in path.read_text("utf-8")
