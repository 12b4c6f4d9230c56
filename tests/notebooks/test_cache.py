"""What was made is kept, and never taken when anything it was made from has changed."""

import ast
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import nbformat
import pytest

from reported import staging
from reported.build.project import notebooks
from reported.errors import Refused
from reported.notebooks import cache, runner
from reported.notebooks.cache import READ, Cache

from ..conftest import ROOT

MODULES = cache.modules()


def write(text, reads=()):
    def work(place):
        (place / "made").write_text(text)
        return None if reads is None else {str(path): cache.of_file(path) for path in reads}

    return work


def test_what_was_made_is_found_again_under_the_same_key_only(tmp_path):
    store = Cache(tmp_path)
    assert store.find("a") is None
    place = store.make("a", write("one"))
    assert (store.find("a") / "made").read_text() == "one" and place.parent == tmp_path / "a"
    assert store.find("b") is None
    assert store.got("a", write("two")) == place and (place / "made").read_text() == "one"


@pytest.mark.parametrize("change", ["changed", "gone", "new beside it"])
def test_what_read_a_file_is_stale_once_the_file_changes(tmp_path, change):
    folder = tmp_path / "read"
    folder.mkdir()
    (folder / "a.txt").write_text("before")
    store = Cache(tmp_path / "store")
    store.make("a", write("one", [folder / "a.txt", folder]))
    assert store.find("a")
    if change == "changed":
        (folder / "a.txt").write_text("after")
    elif change == "gone":
        (folder / "a.txt").unlink()
    else:
        (folder / "b.txt").write_text("new")
    assert store.find("a") is None
    store.make("a", write("two", [folder / "a.txt", folder]))
    assert (store.find("a") / "made").read_text() == "two"
    (folder / "b.txt").unlink(missing_ok=True)
    (folder / "a.txt").write_text("before")
    assert (store.find("a") / "made").read_text() == "one"


def test_a_file_that_was_looked_for_in_vain_counts_too(tmp_path):
    store = Cache(tmp_path / "store")
    store.make("a", write("one", [tmp_path / "later.txt"]))
    assert store.find("a")
    (tmp_path / "later.txt").write_text("now it is here")
    assert store.find("a") is None


def test_what_cannot_tell_what_it_read_is_made_each_time(tmp_path):
    store = Cache(tmp_path)
    store.make("a", write("one", None))
    assert store.find("a") is None


def test_what_fails_or_is_cut_short_is_not_kept(tmp_path):
    store = Cache(tmp_path)

    def fails(place):
        (place / "made").write_text("half")
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.make("a", fails)
    assert store.find("a") is None and list(tmp_path.iterdir()) == []
    (tmp_path / "b").mkdir()  # as if the machine had stopped before the last word was written
    (tmp_path / "b" / "made").write_text("half")
    assert store.find("b") is None
    assert (store.got("b", write("whole")) / "made").read_text() == "whole"


def test_several_makers_of_the_same_do_not_disturb_each_other(tmp_path):
    store, ready = Cache(tmp_path), threading.Barrier(8)

    def work(place):
        ready.wait()
        return write("same")(place)

    makers = [threading.Thread(target=store.make, args=("a", work)) for _ in range(8)]
    for maker in makers:
        maker.start()
    for maker in makers:
        maker.join()
    assert (store.find("a") / "made").read_text() == "same" and [
        path.name for path in tmp_path.iterdir()
    ] == ["a"]


def test_what_was_not_used_for_longest_goes_first(tmp_path):
    store = Cache(tmp_path)
    for age, key in enumerate("abc"):
        place = store.make(key, write("x" * 1000))
        cache.os.utime(place, (age, age))
    store.find("a")
    store.tidy(2500)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "c"]
    assert store.find("b") is None and (store.find("a") / READ).is_file()


# Which rooms count


BY_IMPORTS = {tuple(sorted(cache._imported(runner.code(path)))): path for path in notebooks(ROOT)}


@pytest.mark.long
@pytest.mark.parametrize("path", BY_IMPORTS.values(), ids=lambda path: path.stem)
def test_every_room_that_a_notebook_loads_is_in_its_key(path):
    loads = (
        "import sys\nprint(sorted(name.partition('.')[2] for name, module in sys.modules.items()"
        " if name.startswith('reported.') and not hasattr(module, '__path__')))"
    )
    # A notebook that steps aside has loaded what it needs by then.
    lines = "\n".join(f"    {line}" for line in runner.code(path).splitlines())
    ran = f"from reported.errors import NotAsked\ntry:\n{lines}\nexcept NotAsked:\n    pass\n{loads}"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ran], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(ast.literal_eval(done.stdout.splitlines()[-1]))
    assert loaded and loaded <= set(cache.reached(runner.code(path)))


@pytest.fixture
def house(tmp_path, monkeypatch):
    """A copy of the rooms that a test may change."""
    folder = shutil.copytree(cache.HOUSE, tmp_path / "reported", ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(cache, "HOUSE", folder)
    return folder


def notebook_keys():
    return {path.stem: runner.key(path, {}, {}, []) for path in notebooks(ROOT)}


OF_PAGES = (
    "document.rendering", "document.presentation", "document.stage", "figures.fonts", "figures.marks",
    "files",
)  # fmt: skip


@pytest.mark.parametrize("room", MODULES)
def test_a_changed_room_changes_the_key_of_what_reaches_it_and_of_nothing_else(room, house):
    reached = {path.stem: room in cache.reached(runner.code(path)) for path in notebooks(ROOT)}
    before, pages = notebook_keys(), cache.reached("from reported.document import rendering")
    with (house / f"{room.replace('.', '/')}.py").open("a") as file:
        file.write("# one more line\n")
    assert {name: before[name] != key for name, key in notebook_keys().items()} == reached
    assert (cache.reached("from reported.document import rendering") != pages) == (room in OF_PAGES)


def test_the_rooms_of_the_page_do_not_reach_the_notebooks():
    rooms = set().union(*(cache.reached(runner.code(path)) for path in notebooks(ROOT)))
    assert {"analysis.hedges", "analysis.consistency", "figures.charts", "edition"} <= rooms
    assert not [room for room in rooms if room.startswith(("document.", "build.", "classroom.", "cli"))]


def test_a_notebook_with_magics_reaches_every_room(tmp_path):
    path = tmp_path / "01-magic.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("%time 1")]), path)
    assert set(cache.reached(runner.code(path))) == set(MODULES)


@pytest.mark.parametrize("what", ["sentence", "code", "tags", "parameters", "tables", "packages", "kernel"])
def test_every_input_is_in_the_key_of_a_notebook(what, tmp_path):
    path = tmp_path / "01-x.ipynb"
    made = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("Words."), nbformat.v4.new_code_cell("1 + 1")]
    )
    given = {
        "parameters": {"as_of": "latest"},
        "tables": {"data/claims.csv": "1"},
        "around": ["pandas-3.0.dist-info"],
    }

    def key():
        nbformat.write(made, path)
        return runner.key(path, **given)

    before = key()
    made.cells[1].outputs = [nbformat.v4.new_output("stream", text="2")]
    made.cells[1].execution_count = 7
    assert key() == before, "outputs are made, not given"
    match what:
        case "sentence":
            made.cells[0].source += " More."
        case "code":
            made.cells[1].source = "1 + 2"
        case "tags":
            made.cells[1].metadata["tags"] = ["parameters"]
        case "kernel":
            made.metadata["warm"] = False
        case "parameters":
            given["parameters"] = {"as_of": "2023-11-02"}
        case "tables":
            given["tables"] = {"data/claims.csv": "2"}
        case "packages":
            given["around"] = ["pandas-3.1.dist-info"]
    # Its own words are put in when it is read, so that a changed sentence runs nothing.
    assert (key() != before) == (what != "sentence")


def test_several_may_tidy_and_make_at_once(tmp_path):
    def busy(number):
        for turn in range(60):
            Cache(tmp_path).got(
                f"{number} {turn}", lambda place: (place / "page").write_text("x" * 100) and {}
            )
            Cache(tmp_path).tidy(300)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(busy, range(4)))


def test_imports_are_seen_wherever_they_stand_and_in_whatever_form():
    code = (
        "import reported.analysis.origins\nfrom reported.wording import prose\nfrom reported import "
        "open_edition, cli\n"
        "def later():\n    from reported.analysis.hedges import point\nawait later()"
    )
    reached = {"analysis.origins", "wording.prose", "edition", "cli", "analysis.hedges"}
    assert reached <= cache._imported(code)
    assert not reached & cache._imported("import json\nfrom wording import prose")


def test_where_nothing_tells_who_works_in_a_folder_none_is_cleared(tmp_path, monkeypatch):
    left = tmp_path / "making-left"
    left.mkdir()

    def no_locks(*_):
        raise OSError(95, "not supported")

    with monkeypatch.context() as patched:
        patched.setattr(staging.fcntl, "flock", no_locks)
        assert Cache(tmp_path).make("a", write("one")).is_dir()
        staging.clear(tmp_path, "making-")
    assert left.is_dir()
    staging.clear(tmp_path, "making-")
    assert not left.exists()


def test_only_code_counts_as_code_that_changed(house, monkeypatch):
    monkeypatch.setattr(cache, "__file__", str(house / "notebooks" / "cache.py"))
    monkeypatch.setattr(cache, "_LOADED", cache._code())
    (house / ".#cache.py").symlink_to("somebody@somewhere")  # an editor's lock, a link that leads nowhere
    (house / "notes.txt").write_text("no code")
    cache.unchanged()
    (house / "analysis" / "hedges.py").write_text("other")
    with pytest.raises(Refused, match=r"hedges\.py: changed while it was in use"):
        cache.unchanged()
