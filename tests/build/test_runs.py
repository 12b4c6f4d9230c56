"""Runs: only what changed is done again, and nothing stale is ever published."""

import json
import re
import shutil
from dataclasses import replace

import nbformat
import pytest

from reported.analysis.parameters import load
from reported.build import project
from reported.build.project import brought, notebooks
from reported.build.publishing import up_to_date
from reported.build.request import Request, inputs
from reported.build.run import build
from reported.classroom import lessons, papers
from reported.document import rendering
from reported.dossier.reader import read
from reported.edition import Edition
from reported.errors import Refused
from reported.notebooks import cache
from reported.wording.findings import plain

from ..conftest import RELIEF, ROOT, add_claim, change

NOTEBOOKS = ["01-what-was-said", "03-how-long-would-it-last", "06-do-the-figures-fit"]
# The page of HTML is kept as pandoc makes it, too, without its style.
UNDRESSED = "page.html"
PAGES = [
    "briefing.html", "briefing.pdf", "handout.pdf", "page-one.png", UNDRESSED, "slides.pdf", "slides.pptx",
]  # fmt: skip


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    """The edition “latest” of a small project: three notebooks and the second dossier."""
    return small_project(tmp_path_factory.mktemp("project"))


def small_project(root, names=NOTEBOOKS):
    """A project of some notebooks and the second dossier, in an empty folder."""
    shutil.copytree(RELIEF, root / "data")
    shutil.copytree(ROOT / "report", root / "report", ignore=shutil.ignore_patterns("latest", "2023-11-02"))
    shutil.copy(ROOT / "requirements.lock", root)
    (root / "reported.toml").write_text("notebooks = []")
    (root / "notebooks").mkdir()
    for name in names:
        shutil.copy(ROOT / "notebooks" / f"{name}.ipynb", root / "notebooks")
    return Request(root, "latest", root / "data", root, {})


def files(folder):
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def made_by(order):
    """Bring the edition up to date; what was made anew, by name."""
    store = order.out / "build" / "kept"
    before = {path.stat().st_ino for path in store.glob("*/*")}
    build(order, 2, lambda line: None)
    new = [
        file.name
        for place in store.glob("*/*")
        if place.stat().st_ino not in before
        for file in place.iterdir()
    ]
    return sorted(name.removesuffix(".ipynb") for name in new if name not in (cache.READ, "figures"))


def say_more(root):
    path = root / "notebooks" / "01-what-was-said.ipynb"
    made = nbformat.read(path, as_version=4)
    made.cells[0].source += "\n\nOne more sentence, of our own."
    nbformat.write(made, path)


def retitle(root):
    change(root / "data", "sources", "radio", title="Another title")


def in_file(name, before, after):
    def edit(root):
        """Where only the package has the file, the project has one of its own from now on."""
        text = brought(root).get(name, root / name).read_text("utf-8")
        assert before in text
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text.replace(before, after, 1), "utf-8")

    return edit


def own_word(message):
    def edit(root):
        """The project says a message in its own words."""
        place = root / "wording" / "en"
        place.mkdir(parents=True, exist_ok=True)
        (place / "own.ftl").write_text(message, "utf-8")

    return edit


BRIEFING = ["briefing.html", "briefing.pdf", "page-one.png", UNDRESSED]
WORD, WORKBOOK, EMBEDDED, FACES = "briefing.docx", "claims.xlsx", "embed.json", rendering.FACES
PRINTED = [name for name in PAGES if name not in ("briefing.html", UNDRESSED)]
# What is edited, and what is made again for it: notebooks, earlier days (moment.json) and pages; nothing
# else.
EDITS = {
    "a sentence of a notebook": (say_more, [*BRIEFING, WORD]),
    "a cell of a table": (retitle, [*NOTEBOOKS, "moment.json", *BRIEFING, WORKBOOK]),
    "the style": (in_file("report/template/style.css", "", "/* another look */\n"), ["briefing.html"]),
    "the layout in print": (in_file("report/template/house.typ", "", "// another look\n"), PRINTED),
    "a label": (own_word("page-contents = What is where\n"), ["moment.json", *PAGES]),
    "the word on the method": (own_word("method = And this is how\n"), ["moment.json", *BRIEFING, WORD]),
    "the lock": (in_file("requirements.lock", "", "# another day\n"), []),
    "the edition": (
        in_file("report/editions/latest.yml", "as_of: latest", "reading: pragmatic"),
        [*NOTEBOOKS, "moment.json", *PAGES, WORD, WORKBOOK, EMBEDDED],
    ),
}


@pytest.mark.long
def test_a_build_does_what_its_inputs_demand_and_comes_to_what_a_first_one_makes(order, tmp_path):
    assert set(made_by(order)) == {*NOTEBOOKS, "moment.json", *PAGES, WORD, WORKBOOK, EMBEDDED, FACES}
    for what, (edit, again) in EDITS.items():
        assert up_to_date(order, inputs(order)) and made_by(order) == [], what
        edit(order.root)
        assert not up_to_date(order, inputs(order)), what
        assert (what, sorted(set(made_by(order)))) == (what, sorted(again))
    first = replace(order, out=tmp_path)
    build(first, 2, lambda line: None)
    assert files(first.place) == files(order.place)


@pytest.mark.parametrize("kind", ["figures", "report"])
def test_what_was_published_and_then_touched_is_made_again(order, kind):
    build(order, 2, lambda line: None)
    place = sorted(
        path for path in (order.out / kind / order.name).iterdir() if path.suffix in (".html", ".png")
    )[0]
    before = place.read_bytes()
    for touch in (lambda: place.write_bytes(before + b" "), place.unlink):
        touch()
        assert not up_to_date(order, inputs(order))
        assert made_by(order) == [] and place.read_bytes() == before, "from what is kept"
    (place.parent / "of-ones-own.txt").write_text("not of the edition")
    assert not up_to_date(order, inputs(order))
    build(order, 2, lambda line: None)
    assert not (place.parent / "of-ones-own.txt").exists()


def test_an_edition_with_other_parameters_never_bears_the_name_of_its_file(tmp_path):
    plain = Request(ROOT, "latest", ROOT / "data", ROOT, {})
    changed = {"reading": "pragmatic", "fire_rate": "1..2"}
    for out in (ROOT, tmp_path):
        made = replace(plain, out=out, changes=changed)
        assert (
            replace(plain, out=out).name == "latest"
            and made.name == "latest+fire_rate=1..2+reading=pragmatic"
        )
        assert {place.parent.parent for place in (made.place, made.figures)} == {
            out
        } and made.file == plain.file
    assert "/" not in replace(plain, changes={"series": "../../x\n"}).name
    long, longer = (replace(plain, changes={"series": "x" * many}).name for many in (300, 301))
    assert long != longer and len(long) < 200
    assert replace(plain, changes=changed, called="sweep/one").name == "sweep/one"


def test_an_edition_with_other_parameters_says_its_name_everywhere(order, tmp_path):
    build(replace(order, out=tmp_path, changes={"reading": "pragmatic"}), 2, lambda line: None)
    name = "latest+reading=pragmatic"
    assert (
        [path.name for path in (tmp_path / "report").iterdir()]
        == [path.name for path in (tmp_path / "figures").iterdir()]
        == [name]
    )
    for file in ("findings.json", "manifest.json"):
        assert json.loads((tmp_path / "report" / name / file).read_text("utf-8"))["edition"] == name
    assert f"Edition {name}" in (tmp_path / "report" / name / "briefing.html").read_text("utf-8")


def test_the_papers_of_a_class_name_the_edition_and_the_folder_that_its_command_makes(order):
    changed = replace(order, changes={"approx_tolerance": "0.1"})
    whole = read(order.data)
    edition = Edition(whole, load(changed.file, whole.plan, changed.changes))
    told = papers.facts(edition, changed, lessons.sheets(edition), [], [])
    assert (
        told["folder"] == changed.name == "latest+approx_tolerance=0.1"
        and plain(changed.name) == told["edition"]
    )
    assert (
        f"Edition {plain(changed.name)}" in told["head"]
        and "reported report latest -p approx_tolerance=0.1 --data" in told["build"]
    )


def test_findings_hold_every_claim_and_the_manifest_what_each_notebook_reaches(tmp_path):
    order = small_project(tmp_path, ["01-what-was-said"])
    add_claim(order.data, "beside", "radio", quantity="flour_per_lorry", hedge="none", unit="tonne/lorry")
    build(order, 2, lambda line: None)
    found, made = (
        json.loads((order.place / name).read_text("utf-8")) for name in ("findings.json", "manifest.json")
    )
    claims = read(order.data).claims["claim_id"]
    assert set(found["claims"]) == set(claims) and found["on_record"] == len(claims)
    assert found["claims"]["beside"]["notebooks"] == []
    assert set(made["reach"]) == {path.stem for path in notebooks(order.root)}
    for reached in made["reach"].values():
        assert {"edition", "analysis.consistency", "analysis.hedges", "pandas", "matplotlib"} <= set(reached)
        assert not [name for name in reached if name.startswith(("document.", "build.", "classroom."))]
        assert not {"reported", "json", "typst", "papermill"} & set(reached)


def test_every_file_of_the_library_counts(order, tmp_path, monkeypatch):
    build(order, 2, lambda line: None)
    monkeypatch.setattr(cache, "HOUSE", shutil.copytree(cache.HOUSE, tmp_path / "reported"))
    assert up_to_date(order, inputs(order))
    for path in cache.HOUSE.rglob("*.py"):
        text = path.read_text("utf-8")
        path.write_text(text + "# more\n", "utf-8")
        assert not up_to_date(order, inputs(order)), path.name
        path.write_text(text, "utf-8")


def test_every_template_of_the_package_counts_under_its_name_in_a_project(order, tmp_path, monkeypatch):
    build(order, 2, lambda line: None)
    monkeypatch.setattr(project, "PACKAGE", shutil.copytree(project.PACKAGE, tmp_path / "reported"))
    assert up_to_date(order, inputs(order))
    for name, path in brought(order.root).items():
        text = path.read_bytes()
        path.write_bytes(text + b" ")
        # what only a class is given is made anew each time
        assert up_to_date(order, inputs(order)) == name.startswith("notebooks/teaching/"), name
        path.write_bytes(text)


def test_other_versions_of_the_packages_count(order, monkeypatch):
    build(order, 2, lambda line: None)
    monkeypatch.setattr("reported.build.manifest.versions", lambda: {"pandas": "99"})
    assert not up_to_date(order, inputs(order))


def test_a_file_that_a_notebook_opens_on_its_own_counts(tmp_path):
    order = small_project(tmp_path, ["01-what-was-said"])
    beside = tmp_path / "notebooks" / "own.txt"
    beside.write_text("first")
    path = tmp_path / "notebooks" / "01-what-was-said.ipynb"
    made = nbformat.read(path, as_version=4)
    made.cells.append(
        nbformat.v4.new_code_cell("from pathlib import Path\nown = Path('own.txt').read_text()")
    )
    nbformat.write(made, path)
    assert path.stem in made_by(order) and up_to_date(order, inputs(order))
    beside.write_text("second")
    assert not up_to_date(order, inputs(order))
    assert path.stem in made_by(order)


@pytest.mark.parametrize(
    ("schema", "says"),
    [
        ("{", "datapackage.json line 1: cannot be read"),
        (
            '{"resources": [{"name": "claims", "schema": '
            '{"fields": [{"name": "note", "type": "integer"}]}}]}',
            "does not fit datapackage.json",
        ),
    ],
)
def test_a_build_holds_its_dossier_to_its_own_schema(schema, says, tmp_path):
    order = small_project(tmp_path, ["01-what-was-said"])
    change(order.data, "claims", "flour-mayor", note="no number")
    (order.data / "datapackage.json").write_text(schema)
    with pytest.raises(Refused, match=re.escape(says)):
        build(order, 2, lambda line: None)
    assert not order.place.exists()
    (order.data / "datapackage.json").write_text('{"resources": []}')
    build(order, 2, lambda line: None)
    assert "data/datapackage.json" in json.loads((order.place / "manifest.json").read_text("utf-8"))["inputs"]


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": [{}]}', '{"cells": 5}', "[" * 100_000])
def test_a_damaged_notebook_is_told(content, tmp_path):
    order = small_project(tmp_path, ["01-what-was-said"])
    (order.root / "notebooks" / "01-what-was-said.ipynb").write_text(content)
    with pytest.raises(Refused, match=r"notebooks/01-what-was-said\.ipynb: is no notebook"):
        build(order, 2, lambda line: None)
