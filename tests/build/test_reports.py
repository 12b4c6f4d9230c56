"""The reports themselves: what is committed is what the code makes, byte for byte, wherever it is made."""

import json
import os
import re
import shutil
import subprocess
import sys

import nbformat
import pytest

from reported.build.project import notebooks
from reported.build.request import Request, inputs
from reported.build.run import build
from reported.document import assembly
from reported.edition import ANOTHER_TOPIC
from reported.errors import Refused
from reported.notebooks.runner import NotebookFailed, execute
from reported.wording.findings import FINDING

from ..conftest import ROOT

EDITIONS = ["latest", "2023-11-02", "latest-ko"]


@pytest.fixture(
    scope="module",
    params=["latest", *(pytest.param(name, marks=pytest.mark.long) for name in EDITIONS if name != "latest")],
)
def built(request, tmp_path_factory):
    """An edition built again in another folder, time zone, locale and hash seed; with the path of the
    committed one.
    """
    folder = tmp_path_factory.mktemp("anderswo mit Öl")
    # Python itself does not start from a folder whose letters the locale lacks.
    other = {
        "TZ": "Asia/Seoul",
        "LC_ALL": "tr_TR.UTF-8" if str(ROOT).isascii() else "C.UTF-8",
        "PYTHONHASHSEED": "7",
    }
    done = subprocess.run(
        [sys.executable, "-m", "reported.cli", "report", request.param, "--out", str(folder)],
        cwd=ROOT,
        env=os.environ | other,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return request.param, folder, done.stdout


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def same_library(name, folder):
    made, kept = (
        json.loads((base / "report" / name / "manifest.json").read_text())["versions"]
        for base in (folder, ROOT)
    )
    return made == kept


def test_committed_report_is_what_the_code_makes(built):
    name, folder, _ = built
    kept, made = (
        json.loads((base / "report" / name / "findings.json").read_text("utf-8")) for base in (ROOT, folder)
    )
    assert made == kept, f"the findings of {name} have changed: make report EDITION={name}"
    if not same_library(name, folder):
        pytest.skip(
            "other library versions than the committed report: the findings agree, the bytes need not"
        )
    for kind in ("report", "figures"):
        kept, made = files(ROOT / kind / name), files(folder / kind / name)
        assert kept.keys() == made.keys()
        assert [file for file in made if made[file] != kept[file]] == [], f"stale: make report EDITION={name}"


def test_run_ends_with_the_files_and_the_bottom_line(built):
    name, folder, said = built
    told = json.loads((folder / "report" / name / "findings.json").read_text("utf-8"))["bottom_line"]
    assert told in said
    if not name.endswith("-ko"):
        assert "The four figures can all be true, but only with at least 2,000 containers" in told
    assert str(folder) in said and [line.split("/")[-1] for line in said.rstrip().splitlines()[-4:]] == [
        "briefing.html", "briefing.pdf", "slides.pdf", "handout.pdf",
    ]  # fmt: skip


def test_nothing_is_left_behind(built):
    _, folder, _ = built
    assert [path.name for path in (folder / "build").iterdir()] == ["kept"]
    assert not list((folder / "build").glob("kept/making-*"))


def test_page_is_one_file_without_requests_and_names_no_folder(built):
    name, folder, _ = built
    page = (folder / "report" / name / "briefing.html").read_text("utf-8")
    assert not re.search(r'<(?:script|link|img|iframe|source)[^>]+(?:src|href)="(?!data:|#)', page)
    assert "url(http" not in page and "@import" not in page
    assert str(folder) not in page and "anderswo" not in page
    assert len(page) < 2.5e6
    assert "반출된 포탄이 100만 발 이상" in page


def test_findings_on_the_page_are_those_of_the_notebooks(built):
    name, folder, _ = built
    found = json.loads((folder / "report" / name / "findings.json").read_text("utf-8"))["findings"]
    if name == "latest":
        shown = [
            o.data[FINDING]
            for path in notebooks(ROOT)
            for cell in nbformat.read(path, as_version=4).cells
            for o in cell.get("outputs", [])
            if FINDING in o.data and o.data[FINDING]["id"] != ANOTHER_TOPIC
        ]
        assert [f["sentence"] for f in found] == [f["sentence"] for f in shown]
    claims = {
        line.split(",", 1)[0] for line in (ROOT / "data" / "claims.csv").read_text("utf-8").splitlines()
    }
    assert {base for f in found for claim in f["claims"] for base in claim.split(" over ")} <= claims


def test_manifest_names_every_input_and_no_moment(built):
    name, folder, _ = built
    made = json.loads((folder / "report" / name / "manifest.json").read_text("utf-8"))
    for needed in (
        "data/claims.csv",
        "notebooks/06-do-the-figures-fit.ipynb",
        "src/reported/analysis/hedges.py",
        "report/template/style.css",
        "requirements.lock",
        f"report/editions/{name}.yml",
    ):
        assert re.fullmatch("[0-9a-f]{64}", made["inputs"][needed])
    assert not re.search(r"\d{2}:\d{2}:\d{2}", json.dumps(made))


def test_inputs_follow_sources_and_not_outputs(tmp_path, shipped):
    shutil.copytree(ROOT / "notebooks", tmp_path / "notebooks")
    path, order = notebooks(tmp_path)[0], Request(tmp_path, "latest", shipped, tmp_path, {})

    def inputs_after(change):
        notebook = nbformat.read(path, as_version=4)
        change(notebook.cells[-1] if change is add_words else notebook.cells[1])
        nbformat.write(notebook, path)
        return inputs(order)

    def drop_outputs(cell):
        cell.outputs, cell.execution_count = [], None

    def add_words(cell):
        cell.source += " More."

    before = inputs(order)
    assert inputs_after(drop_outputs) == before
    after = inputs_after(add_words)
    assert [name for name in before if before[name] != after[name]] == [f"notebooks/{path.name}"]


def test_failing_notebook_is_named_with_its_cell_and_publishes_nothing(tmp_path, shipped):
    root = tmp_path / "project"
    root.mkdir()
    for name in ("report", "data", "src"):
        (root / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "notebooks", root / "notebooks")
    (broken,) = root.glob("notebooks/03-*.ipynb")
    broken.write_text(
        broken.read_text("utf-8").replace("ed = open_edition(globals())", "ed = open_edition(globals())[0]"),
        "utf-8",
    )
    last = tmp_path / "report" / "latest" / "briefing.html"
    last.parent.mkdir(parents=True)
    last.write_text("the last good one")
    with pytest.raises(
        NotebookFailed, match=r"03-[a-z-]+\.ipynb stopped in cell \d+: TypeError: 'Edition'"
    ) as failed:
        build(Request(root, "latest", shipped, tmp_path, {}), 2, lambda line: None)
    assert "traceback is kept at" in str(failed.value)
    assert last.read_text() == "the last good one" and not (tmp_path / "figures").exists()


def test_what_has_no_place_in_the_briefing_is_refused_by_notebook_and_cell(tmp_path):
    shown = nbformat.v4.new_output("display_data", {"text/plain": "<Figure>"})
    outputs = [nbformat.v4.new_output("stream", name="stderr", text="Look out!\n"), shown]
    cells = [nbformat.v4.new_markdown_cell("# Mine"), nbformat.v4.new_code_cell("…", outputs=outputs)]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "mine.ipynb")
    with pytest.raises(Refused) as refused:
        assembly.sections([tmp_path / "mine.ipynb"])
    printed, other = map(str, refused.value.problems)
    assert printed.startswith("mine.ipynb cell 2: prints 'Look out!'; only findings")
    assert other.startswith("mine.ipynb cell 2: shows something else; only findings")


@pytest.mark.long
def test_stock_papermill_runs_a_notebook_and_refuses_a_misspelt_parameter(tmp_path):
    import papermill
    from papermill.exceptions import PapermillExecutionError

    path, out = ROOT / "notebooks" / "03-how-long-would-it-last.ipynb", tmp_path / "out.ipynb"
    papermill.execute_notebook(path, out, {"as_of": "2023-11-02"}, progress_bar=False, kernel_name="python3")
    shown = [
        o.data[FINDING]
        for cell in nbformat.read(out, as_version=4).cells
        for o in cell.get("outputs", [])
        if FINDING in o.data
    ]
    assert any("33 to 50 days" in found["sentence"] for found in shown)
    with pytest.raises(
        PapermillExecutionError, match="fire_rat: there is no such parameter. Did you mean fire_rate"
    ):
        papermill.execute_notebook(path, out, {"fire_rat": 10_000}, progress_bar=False, kernel_name="python3")


def test_notebooks_run_with_defaults_give_the_committed_outputs(tmp_path):
    (path,) = (p for p in notebooks(ROOT) if p.name.startswith("05-"))
    (made,) = execute([path], tmp_path, {}, tmp_path, 1)
    text = [
        [o.data.get("text/plain") for o in cell.get("outputs", [])]
        for cell in nbformat.read(made, as_version=4).cells
    ]
    assert text == [
        [o.data.get("text/plain") for o in cell.get("outputs", [])]
        for cell in nbformat.read(path, as_version=4).cells
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("would have to carry 100,000", "would have to carry 100,001"),
        ("Shells carried by", "Shells taken by"),
        ("published data", None),
        ("application/vnd.reported.finding+json", "application/vnd.reported.nothing+json"),
    ],
    ids=["sentence", "alt-text", "plotted-point", "dropped-output"],
)
@pytest.mark.long
def test_nbval_notices_what_a_reader_would_see(tmp_path, before, after):
    (path,) = (p for p in notebooks(ROOT) if p.name.startswith("05-"))
    text = path.read_text("utf-8")
    digest = re.search(r"plotted data: ([0-9a-f]{16})", text)[1]
    planted = text.replace(before, after) if after else text.replace(digest, digest[::-1])
    assert planted != text
    (tmp_path / path.name).write_text(planted, "utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--nbval",
        "-q",
        "-W",
        "default",
        "-p",
        "no:cacheprovider",
        path.name,
    ]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 1 and re.search(r"\b[1-9] failed", done.stdout), done.stdout
