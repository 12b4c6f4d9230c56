"""The page of an edition as its author sees it: what a change makes anew, and what is said of a mistake."""

import json
import os
import queue
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest

from reported.build import preview, project
from reported.build.preview import STYLE, Author, broken
from reported.build.serving import Served, serving
from reported.cli import _as_said
from reported.errors import Refused
from reported.notebooks import apart, runner

from ..conftest import change
from .test_runs import small_project

WAIT = 300.0  # seconds after which something that does not come will not come
ROW = "01-what-was-said"


class Reader:
    """Somebody who has the page open: what the stream of events told, in order."""

    def __init__(self, address: str):
        self.told, self._new = [], threading.Condition()
        self._stream = urllib.request.urlopen(f"{address}events", timeout=WAIT)
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        for line in self._stream:
            if line.startswith(b"data: "):
                with self._new:
                    self.told.append(json.loads(line[6:]))
                    self._new.notify_all()

    def waits(self, until):
        """What was told when something was so; nothing may be being done any more."""
        with self._new:
            assert self._new.wait_for(
                lambda: self.told and not self.told[-1]["doing"] and until(self.told[-1]), WAIT
            ), self.told[-1:]
            return self.told[-1]


# What a change makes anew


@pytest.fixture(scope="module")
def author(tmp_path_factory):
    """An author with a page of a small project, made once."""
    root = tmp_path_factory.mktemp("project")
    order = small_project(root)
    folder = root / "build" / "preview"
    folder.mkdir(parents=True)
    made = Author(order, 2, folder, Served(), queue.Queue(), lambda line: None)
    made.renew(set(), _as_said)
    yield made
    apart.end()


def state(author):
    return author.served._state


def renewed(author, *paths):
    author.renew(set(paths), _as_said)
    return state(author)


@pytest.fixture
def unchanged(author):
    """Takes back what a test changed in the project."""
    root = author.request.root
    before = {path: path.read_bytes() for path in root.glob("[dnr]*/**/*.*") if path.is_file()}
    yield
    changed = {path for path in before if not path.is_file() or path.read_bytes() != before[path]}
    for path in changed:
        path.write_bytes(before[path])
    for path in root.glob("wording/*/*"):
        path.unlink()
    assert not renewed(author).wrong


def page(author) -> str:
    return author.served.copy().decode()


def nothing_runs(monkeypatch):
    def runs(path, *_):
        raise AssertionError(f"{path.name} was run")

    monkeypatch.setattr(runner, "run_one", runs)


def test_the_page_is_there_with_its_days_and_nothing_is_published(author):
    assert state(author).page and not state(author).wrong and not state(author).doing
    assert "Flour for the Island" in page(author) and author.moments
    assert 'id="moments"' in page(author)
    assert not author.request.place.exists() and not author.request.figures.exists()


def test_another_style_goes_into_the_open_page_and_nothing_is_made_anew(author, unchanged, monkeypatch):
    own = author.request.root / project.LAYOUT / STYLE
    own.parent.mkdir(exist_ok=True)
    own.write_bytes((project.PACKAGE / "document" / "templates" / STYLE).read_bytes())
    before = renewed(author, own)
    monkeypatch.setattr(Author, "write", None)
    monkeypatch.setattr("reported.document.rendering.converted", None)
    own.write_text(own.read_text("utf-8") + "\n.planted { color: red }\n", "utf-8")
    after = renewed(author, own)
    assert after.page == before.page and after.style != before.style and not after.wrong
    assert page(author).count(".planted { color: red }") == 1
    told = json.loads(next(author.served.events(before.style)).removeprefix(b"data: "))
    assert ".planted { color: red }" in told["sheet"]
    assert "sheet" not in json.loads(next(author.served.events(after.style)).removeprefix(b"data: "))
    own.unlink()


def test_a_sentence_of_a_notebook_runs_none(author, unchanged, monkeypatch):
    nothing_runs(monkeypatch)
    path = author.request.root / "notebooks" / f"{ROW}.ipynb"
    made = nbformat.read(path, as_version=4)
    words = next(cell for cell in made.cells if cell.cell_type == "markdown")
    words.source += "\n\nA planted sentence."
    nbformat.write(made, path)
    before = state(author).page
    assert renewed(author, path).page != before and "A planted sentence." in page(author)


def test_a_message_runs_the_notebooks_that_say_it(author, unchanged, monkeypatch):
    ran, really = [], runner.run_one
    monkeypatch.setattr(runner, "run_one", lambda path, *more: ran.append(path.stem) or really(path, *more))
    own = author.request.root / "wording" / "en" / "own.ftl"
    own.parent.mkdir(parents=True, exist_ok=True)
    own.write_text("page-contents = What stands here\n", "utf-8")  # of the page alone
    assert not renewed(author, own).wrong
    assert ran == [] and "What stands here" in page(author)
    own.write_text("nothing-at-all = Never said\n", "utf-8")
    assert not renewed(author, own).wrong and ran == []
    own.write_text("lasting-title = A planted title\nresting-table = Planted\n", "utf-8")
    renewed(author, own)
    assert len(ran) < 3


def test_a_claim_changes_the_page(author, unchanged):
    before = page(author)
    claims = author.request.data / "claims.csv"
    change(author.request.data, "claims", "flour-mayor", status="retracted")
    assert not renewed(author, claims).wrong
    assert page(author) != before


@pytest.fixture
def shown(author, monkeypatch):
    """The pages that an author is shown, each with what of it is as before."""
    pages, really = [], author.served.show

    def show(text, style, late):
        pages.append((text, dict(late)))
        really(text, style, late)

    monkeypatch.setattr(author.served, "show", show)
    return pages


def test_what_notebooks_say_is_shown_before_their_figures(author, unchanged, shown, tmp_path):
    old = state(author).page
    for number, words in enumerate(("forty barrels, all of it", "forty barrels, or so")):  # of two copies
        shown.clear()
        change(author.request.data, "claims", "flour-mayor", gloss=words, value=str(41 + number))
        assert not renewed(author, author.request.data / "claims.csv").wrong
        first, *_, last = shown
        assert words in first[0] and 0 < len(shown) <= 3
        figures = {place for place, what in first[1].items() if what == preview.FIGURES}
        assert figures and first[1]["moments"] == preview.DAYS
        assert any(f'id="{place}"' in first[0] for place in figures)
        assert words in last[0] and not last[1] and not state(author).late
        assert last[0] != first[0], "its figures are others"
    assert state(author).page != old
    anew = Author(author.request, 1, tmp_path, Served(), queue.Queue(), lambda line: None)
    anew.renew(set(), _as_said)
    assert anew.served.copy() == author.served.copy(), "in the end it is the page that is made from nothing"


def test_a_notebook_that_wants_a_kernel_is_shown_with_its_figures(author, unchanged, shown):
    path = author.request.root / "notebooks" / f"{ROW}.ipynb"
    made = nbformat.read(path, as_version=4)
    made.metadata["warm"] = False
    nbformat.write(made, path)
    assert not renewed(author, path).wrong
    assert shown and all(preview.FIGURES not in late.values() for _, late in shown)


def test_a_change_breaks_off_what_follows_and_begins_anew(author, unchanged, shown):
    path = author.request.root / "notebooks" / f"{ROW}.ipynb"
    good, made = path.read_bytes(), nbformat.read(path, as_version=4)
    sleeps = "import time\nif figures is not None:\n    time.sleep(1000)"
    made.cells.append(nbformat.v4.new_code_cell(sleeps))
    nbformat.write(made, path)
    saved = threading.Timer(1.0, author.changes.put, [{path}])  # while it draws

    def line(text):
        if text.startswith("Running"):
            saved.start()

    author.show = line
    renewed(author, path)
    assert saved.finished.is_set(), "it was broken off, or its cell would have timed out"
    ((_, late),) = shown
    assert preview.FIGURES in late.values() and not author.whole
    assert state(author).late and state(author).doing and not state(author).wrong
    author.show, _ = lambda text: None, author.changes.get()
    path.write_bytes(good)
    assert not renewed(author, path).wrong
    assert author.whole and not state(author).late and not shown[-1][1]


def begins_and_goes_on(begun):
    begun.touch()
    time.sleep(600)


def test_earlier_days_that_are_no_longer_wanted_are_ended(tmp_path):
    begun = [tmp_path / day for day in ("last", "one before", "first")]
    with pytest.raises(runner.BrokenOff):
        runner.processes(begins_and_goes_on, begun, 2, "day", lambda: not all(map(Path.exists, begun[:2])))
    assert not begun[2].exists()


def test_a_day_whose_process_is_lost_is_no_change():
    with pytest.raises(BrokenProcessPool):
        runner.processes(os._exit, [1], 1, "day")


def breaks_toml(root):
    path = root / "data" / "dossier.toml"
    path.write_text(path.read_text("utf-8") + "\nx = [\n", "utf-8")
    return path


def breaks_a_row(root):
    path = root / "data" / "claims.csv"
    first, second, *rest = path.read_text("utf-8").split("\n")
    path.write_text("\n".join([first, second.replace(",", "", 1), *rest]), "utf-8")
    return path


def breaks_a_notebook(root):
    path = root / "notebooks" / f"{ROW}.ipynb"
    made = nbformat.read(path, as_version=4)
    made.cells[-1:] = [nbformat.v4.new_code_cell("1 / 0")]
    nbformat.write(made, path)
    return path


def breaks_a_message(root):
    path = root / "wording" / "en" / "own.ftl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("page-contents = Contents\n\nno message\n", "utf-8")
    return path


def breaks_a_parameter(root):
    path = root / "report" / "editions" / "latest.yml"
    path.write_text(path.read_text("utf-8") + "\nreadng: literal\n", "utf-8")
    return path


def breaks_the_layout(root):
    path = root / project.LAYOUT / "briefing.lua"
    path.parent.mkdir(exist_ok=True)
    path.write_text("function Pandoc(doc)\n  error 'planted'\nend\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("breaks", "where"),
    [
        (breaks_toml, "dossier.toml"),
        (breaks_a_row, "claims.csv row 2"),
        (breaks_a_notebook, rf"{ROW}.ipynb stopped in cell \d+: ZeroDivisionError"),
        (breaks_a_message, "own.ftl line 3"),
        (breaks_a_parameter, "readng"),
        (breaks_the_layout, "briefing.lua:2: planted"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
def test_a_mistake_stands_over_the_last_good_page_until_it_is_mended(breaks, where, author, unchanged):
    good, root = state(author).page, author.request.root
    before = {path: path.read_bytes() for path in root.glob("*/**/*.*") if path.is_file()}
    path = breaks(root)
    after = renewed(author, path)
    assert re.search(where, after.wrong) and after.page == good and not after.doing
    if path in before:
        path.write_bytes(before[path])
    else:
        path.unlink()
    assert not renewed(author, path).wrong and state(author).page == good


def test_code_that_is_no_python_is_told_and_no_new_process_begins(tmp_path):
    good, bad = tmp_path / "good.py", tmp_path / "bad.py"
    good.write_text("x = 1\n")
    bad.write_text("x = 1\ndef y(:\n")
    assert broken([good, tmp_path / "gone.py"]) == []
    (problem,) = broken([good, bad])
    assert problem.where == f"{bad} line 2"


@pytest.mark.parametrize(
    ("path", "counts"),
    [
        ("/p/data/claims.csv", True), ("/p/notebooks/01-x.ipynb", True), ("/p/wording/en/own.ftl", True),
        ("/p/data/.~lock.claims.ods#", False), ("/p/data/~$claims.xlsx", False),
        ("/p/notebooks/.ipynb_checkpoints/01-x.ipynb", False), ("/p/data/claims.csv~", False),
        ("/p/reported/__pycache__/x.pyc", False),
    ],
)  # fmt: skip
def test_what_editors_keep_beside_a_file_is_no_change(path, counts):
    assert preview._counts(None, path) == counts


# What is served, and to whom

WHOLE = (
    '<html><head><meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    "script-src 'sha256-x'; base-uri 'none'\"><style>p {}</style></head><body>Words</body></html>"
)


def asked(address, host=None, method="GET"):
    request = urllib.request.Request(address, headers={"Host": host} if host else {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=WAIT) as answer:
            return answer.status, dict(answer.headers), answer.read()
    except urllib.error.HTTPError as error:
        return error.code, dict(error.headers), error.read()


def test_one_page_is_served_and_to_this_machine_alone():
    served = Served()
    served.show(WHOLE, "p {}")
    with serving(served, 0) as address:
        port = address.rstrip("/").rpartition(":")[2]
        status, headers, content = asked(address)
        assert status == 200 and b"Words" in content and headers["Cache-Control"] == "no-store"
        assert asked(address, f"localhost:{port}")[0] == 200
        for host in ("example.org", "127.0.0.1", f"127.0.0.1.example.org:{port}"):
            assert asked(address, host)[0] == 421
            assert b"Words" not in asked(address, host)[2]
        for path in ("data/claims.csv", "../", "%2e%2e/", "index.html", "events/x", "//etc/passwd"):
            assert asked(address + path)[0] == 404
        assert asked(address, method="POST")[0] == 501
        with pytest.raises(Refused, match=f"--port {port}"), serving(Served(), int(port)):
            pass
    with pytest.raises(OSError):
        urllib.request.urlopen(address, timeout=WAIT)


def test_the_served_copy_lets_its_script_run_and_no_other():
    from reported.document.rendering import hashed

    served = Served()
    served.show(WHOLE, "p {}")
    copy = served.copy().decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', copy)[1]
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", copy, re.S)
    assert len(scripts) == 1 and f"script-src 'sha256-{hashed(scripts[0])}' 'sha256-x';" in policy
    assert "connect-src 'self';" in policy and "base-uri 'none'" in policy
    assert "unsafe-inline" not in policy.partition("script-src")[2].partition(";")[0]
    assert "connect-src" not in WHOLE


def test_the_same_page_in_another_style_is_not_loaded_again():
    served = Served()
    served.show(WHOLE, "p {}")
    before = served._state
    served.show(WHOLE.replace("p {}", "p { }"), "p { }")
    assert served._state.page == before.page and served._state.style != before.style
    served.show(WHOLE.replace("Words", "Others"), "p {}")
    assert served._state.page != before.page and served._state.style == before.style


def test_what_is_said_is_text_and_ends_what_was_said_before():
    served = Served()
    served.show(WHOLE, "p {}")
    served.say(wrong="claims.csv row 2: <script>alert(1)</script>", doing="Making it anew …")
    events = served.events(served._state.style)
    told = json.loads(next(events).removeprefix(b"data: "))
    assert told["wrong"].startswith("claims.csv row 2") and b"alert(1)" not in served.copy()
    served.show(WHOLE + "\n", "p {}")
    told = json.loads(next(events).removeprefix(b"data: "))
    assert not told["wrong"] and told["page"] == served._state.page
    served.end()
    assert list(events) == []


def test_what_is_as_before_is_told_with_the_page_it_stands_in():
    served = Served()
    served.show(WHOLE, "p {}", {"fig-x": "figures"})
    events = served.events(served._state.style)
    assert json.loads(next(events).removeprefix(b"data: "))["late"] == {"fig-x": "figures"}
    served.say(wrong="planted")
    assert json.loads(next(events).removeprefix(b"data: "))["late"] == {"fig-x": "figures"}
    served.show(WHOLE, "p {}")
    assert json.loads(next(events).removeprefix(b"data: "))["late"] == {}


# The whole of it, as a command


def test_the_command_follows_changes_and_leaves_nothing_behind(author, tmp_path):
    order = replace(author.request, out=author.request.root)
    root = order.root
    command = [Path(sys.executable).parent / "reported", "--project", root, "preview", "--jobs", "2"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as program:  # fmt: skip
        try:
            address = re.search(r"http://127\.0\.0\.1:\d+/", program.stdout.readline())[0]
            reader = Reader(address)
            first = reader.waits(lambda told: told["page"])
            assert not first["wrong"]
            path = root / "data" / "dossier.toml"
            before = path.read_text("utf-8")
            path.write_text(before + "\nx = [\n", "utf-8")
            assert "dossier.toml" in reader.waits(lambda told: told["wrong"])["wrong"]
            path.write_text(before, "utf-8")
            assert reader.waits(lambda told: not told["wrong"])["page"] == first["page"]
            os.kill(program.pid, signal.SIGINT)
            assert program.wait(WAIT) == 128 + signal.SIGINT
        finally:
            program.kill()
    assert not list((root / "build").glob("*.preview-*")) and not list((root / "build").glob("*.inputs-*"))
    assert not (root / "report" / "latest").exists()
