"""The students' pack as a site with Python in the browser: what is taken along, what is told where something
is missing, and, where JupyterLite and the network are there, an exercise worked in it.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import time
from importlib.util import find_spec

import nbformat
import pytest

from reported.classroom import lite
from reported.errors import Refused
from reported.files import below

from ..conftest import ROOT
from .test_teaching import pack_of

NO_LITE = find_spec(lite.KERNEL) is None and "JupyterLite is not installed: make class-lite installs it"
BROWSER = ROOT / ".venv" / "browser" / "chromium"  # as tests/browser/set-up notes it


def tarball(folder, packages):
    """As much of Pyodide as is looked at."""
    inside = folder / "package"
    inside.mkdir()
    for name in lite.OPENED:
        (inside / name).write_text(name, "utf-8")
    (inside / "ffi.d.ts").write_text("for nobody", "utf-8")
    lock = {"info": {"python": "3.14.2"}, "packages": packages}
    (inside / lite.LOCK).write_text(json.dumps(lock), "utf-8")
    with tarfile.open(folder / "pyodide.tgz", "w:gz") as archive:
        archive.add(inside, "package")
    return folder / "pyodide.tgz"


def package(name, version, *depends):
    return {"version": version, "depends": list(depends), "file_name": f"{name}.whl", "sha256": "of others"}


PACKAGES = {
    "micropip": package("micropip", "1"),
    "ipython": package("ipython", "9", "prompt_toolkit", "Pygments"),
    "prompt_toolkit": package("prompt_toolkit", "3"),
    "Pygments": package("pygments", "2"),
    "jedi": package("jedi", "0.1"),
    "numpy": package("numpy", "2"),
}
WHEELS = ["micropip-1-py3", "ipython-9-py3", "prompt_toolkit-3-py3", "pygments-2-py2.py3", "jedi-0.1-py3"]


def test_what_a_kernel_needs_is_taken_along_with_its_own_digests_and_nothing_else(tmp_path):
    (tmp_path / "wheels").mkdir()
    for name in WHEELS:
        (tmp_path / "wheels" / f"{name}-none-any.whl").write_text(name, "utf-8")
    lite._pyodide(tarball(tmp_path, PACKAGES), tmp_path, tmp_path / "site")
    there = {path.name for path in (tmp_path / "site").iterdir()}
    assert there == {*lite.OPENED, lite.LOCK, *(f"{name}-none-any.whl" for name in WHEELS)}
    listed = json.loads((tmp_path / "site" / lite.LOCK).read_text("utf-8"))["packages"]
    assert set(listed) == set(PACKAGES) - {"numpy"}
    for held in listed.values():
        content = (tmp_path / "site" / held["file_name"]).read_bytes()
        assert hashlib.sha256(content).hexdigest() == held["sha256"]


def test_a_notebook_is_handed_out_with_each_text_in_one_piece():
    path = next((ROOT / "notebooks" / "teaching").glob("1-*.ipynb"))
    cells = json.loads(lite._whole(path))["cells"]
    assert all(isinstance(cell["source"], str) for cell in cells)
    assert [cell["source"] for cell in cells] == [cell.source for cell in nbformat.read(path, 4).cells]


def test_what_is_missing_is_told_at_once_with_what_to_do(monkeypatch):
    monkeypatch.setattr(lite, "find_spec", lambda name: None)
    monkeypatch.setattr(lite.shutil, "which", lambda name: None)
    with pytest.raises(Refused) as refused:
        lite.ready()
    lacks = [str(problem) for problem in refused.value.problems]
    assert len(lacks) == 2 and "make class-lite" in lacks[0] and "apt install npm" in lacks[1]


def test_a_network_that_is_not_there_is_told_in_a_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    (tmp_path / "npm").write_text("#!/bin/sh\necho 'npm error network nowhere' >&2\nexit 1\n", "utf-8")
    (tmp_path / "npm").chmod(0o755)
    with pytest.raises(Refused, match=r"1 from npm: could not be fetched \(npm error network nowhere\)"):
        lite._tarball("1", tmp_path)
    assert not list(tmp_path.glob("*.tgz"))


def test_a_file_that_was_changed_on_its_way_is_refused(tmp_path):
    known = [line.split()[1] for line in lite.DIGESTS.read_text("utf-8").splitlines()]
    assert len(known) == len(set(known)) == 17 and sum(name.endswith(".whl") for name in known) == 16
    for name in (known[0], "of-a-later-one.whl"):
        (tmp_path / name).write_bytes(b"changed")
    lite._held(tmp_path / "of-a-later-one.whl")
    with pytest.raises(Refused, match="is not the file that it was"):
        lite._held(tmp_path / known[0])


def test_what_was_fetched_is_not_fetched_again(tmp_path, monkeypatch):
    monkeypatch.setattr(lite, "_fetch", lambda *_: pytest.fail("fetched again"))
    (tmp_path / "pyodide-1.tgz").write_bytes(b"here")
    (tmp_path / "prompt_toolkit-3.0.52-py3-none-any.whl").write_bytes(b"here")
    assert lite._tarball("1", tmp_path).read_bytes() == b"here"
    assert lite._wheels(["prompt-toolkit==3.0.52"], "3.14", tmp_path)["prompt-toolkit"].is_file()


# ── in a browser ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of the latest edition; skipped where what it is made with is not at hand."""
    if NO_LITE:
        pytest.skip(NO_LITE)
    folder = tmp_path_factory.mktemp("lite")
    student = pack_of("latest", folder, ROOT / "report" / "latest")["student"]
    try:
        return lite.build(student, ROOT / "build" / "lite", folder)
    except Refused as refused:
        pytest.skip(f"the site cannot be made here: {refused}")


@pytest.fixture(scope="module")
def served(site):
    """Its address on this machine."""
    command = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", site]
    server = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        yield server.stdout.readline().split("(")[1].split(")")[0].rstrip("/")
    finally:
        server.terminate()
        server.wait()
        server.stdout.close()


@pytest.mark.long
def test_the_site_holds_no_answer_and_is_small_enough_to_hand_out(site):
    names = below(site)
    assert lite.size(site) < 45_000_000
    assert {"index.html", "files/questions.json", "files/exercises/asking.py"} <= set(names)
    for name, content in names.items():
        if name.startswith("files/") and name.endswith((".ipynb", ".json")):
            assert b"Right: " not in content and b"Not yet" not in content, name


@pytest.mark.long
def test_an_exercise_is_worked_in_the_browser_with_the_network_off(served):
    chromium = shutil.which("chromium") or (BROWSER.is_file() and BROWSER.read_text("utf-8").strip())
    if not chromium:
        pytest.skip("no browser is set up: make test-browser does")
    from playwright.sync_api import sync_playwright

    wrong, elsewhere = [], []

    def watch(route):
        if route.request.url.startswith((served, "blob:", "data:")):
            route.continue_()
        else:
            elsewhere.append(route.request.url)
            route.abort()

    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.set_default_timeout(300_000)
        page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.context.route("**/*", watch)
        page.goto(f"{served}/notebooks/index.html?path=1-spot-the-drift.ipynb")
        shown = page.locator(".jp-Notebook .jp-CodeCell")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell")
        _run_all(page)
        _type_into(page, shown.filter(has_text="H=..."), 'ex.check(A="kept", B="inverted")')
        _type_into(page, shown.filter(has_text="ex.save"), 'ex.save("Kim Hana")')
        _run_all(page)
        page.get_by_text("answers-spot-the-drift-Kim-Hana.json").first.wait_for()
        said = page.locator(".jp-OutputArea-output").all_inner_texts()
        assert any("A Right" in text and "B Not yet" in text and "1 of 2 right" in text for text in said), (
            said
        )
        kept = page.evaluate(
            "(address) => fetch(address).then((answer) => answer.ok)",
            f"{served}/files/1-spot-the-drift.ipynb",
        )
        assert kept and wrong == elsewhere == []
        browser.close()


def _run_all(page):
    """Run every cell and wait until the last one has."""
    page.locator(".jp-MenuBar, #menu-panel, .lm-MenuBar").get_by_text("Run", exact=True).first.click()
    page.get_by_text("Run All Cells", exact=True).first.click()
    until = time.monotonic() + 300
    while time.monotonic() < until:
        page.wait_for_timeout(1000)
        counts = page.locator(".jp-CodeCell .jp-InputPrompt").all_inner_texts()
        if counts and "[*]:" not in counts and any(text.strip("[]: ").isdigit() for text in counts):
            return
    pytest.fail("the cells did not come to an end")


def _type_into(page, cell, text):
    """Put a text in the place of what stands in a cell."""
    cell.locator(".cm-content").click()
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(text)
