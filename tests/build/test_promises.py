"""Projects about a promise: the made-up one to begin with, and each real one under ``examples``: in order,
built for each of its editions, short, and about nothing else.
"""

import shutil
from pathlib import Path

import pikepdf
import pytest

from reported.build import checks, run
from reported.build.request import Request
from reported.cli import main
from reported.dossier import codebook
from reported.dossier.reader import read
from reported.dossier.schema import COLUMNS
from reported.dossier.starter import FIGURES, KINDS, PROJECT, kinds, scaffold
from reported.edition import open_edition

from ..conftest import ROOT
from ..document.test_hostile_text import Page
from .test_other_topics import PICKED

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())
EDITIONS = [
    pytest.param(folder, edition.stem, id=f"{folder.name}, {edition.stem}")
    for folder in EXAMPLES
    for edition in sorted((folder / "report" / "editions").glob("*.yml"))
]
MOST_PAGES = 10


def built(root: Path, edition: str) -> tuple[Request, str]:
    """An edition of a project, built; with the words of its page."""
    order = Request(root, edition, root / "data", root, {})
    run.build(order, 2, lambda line: None)
    return order, " ".join("".join(Page(order.place / "briefing.html").words).split())


def short_and_about_its_promise(order: Request, words: str) -> None:
    """What holds of the briefing of any promise."""
    with pikepdf.open(order.place / "briefing.pdf") as pdf:
        assert 3 <= len(pdf.pages) <= MOST_PAGES
    assert "How far along?" in words and "Promised: " in words
    assert not any(
        question in words for question in ("Do the figures fit?", "How long would it last", "How many con")
    )
    assert not PICKED.search(words), PICKED.search(words)
    assert (order.place / "figures" / "how-far-along.csv").exists()


def test_there_is_a_real_one_with_ten_statements_and_more():
    """On deliveries, from more than one origin, each with an address and the words that were read."""
    for folder in EXAMPLES:
        record = open_edition({"data": str(folder / "data")}).record
        told = [
            row
            for row in record.rows()
            if row.quantity == record.roles.delivered and row.modality == "actual" and row.hedge != "none"
        ]
        whole = [row for row in told if not row.scope and row.cumulative == "yes"]
        assert len(whole) >= 10 and len({row.institution for row in whole}) >= 3
        assert all(row.url.startswith("https://") and row.stated and row.published for row in told)
        assert len({row.series for row in whole if row.series}) >= 2, "ways of counting stand apart"


@pytest.mark.parametrize(
    "folder", [*(path / "data" for path in EXAMPLES), KINDS / "pledge" / "data"], ids=str
)
def test_each_is_in_order_and_described(folder):
    assert checks.check(folder) == []
    assert (folder / "dossier.toml").read_text("utf-8").count("#") >= 3
    assert set(read(folder).plan.roles.model_dump()) >= {"promised", "delivered", "missing", "left", "pace"}


@pytest.mark.parametrize("folder", EXAMPLES, ids=lambda folder: folder.name)
def test_its_codebook_is_that_of_the_schema(folder, tmp_path):
    data = shutil.copytree(folder / "data", tmp_path / "data")
    codebook.write(data)
    for name in ("README.md", "datapackage.json"):
        assert (data / name).read_bytes() == (folder / "data" / name).read_bytes(), "run `reported codebook`"


@pytest.mark.long
@pytest.mark.parametrize(("folder", "edition"), EDITIONS)
def test_each_edition_of_a_real_one_is_short_and_about_its_promise(folder, edition, tmp_path):
    root = shutil.copytree(folder, tmp_path / folder.name)
    order, words = built(root, edition)
    short_and_about_its_promise(order, words)


def test_each_kind_is_a_folder_of_its_own():
    assert kinds() == [FIGURES, *sorted(path.name for path in KINDS.iterdir() if path.is_dir())]
    assert "pledge" in kinds()


@pytest.mark.parametrize("kind", kinds())
def test_what_is_begun_is_in_order_and_has_all_its_files(kind, tmp_path):
    made = {path.relative_to(tmp_path).as_posix() for path in scaffold(tmp_path, kind)}
    assert checks.check(tmp_path) == []
    assert made >= {f"data/{name}.csv" for name in COLUMNS} | {
        "README.md",
        "Makefile",
        ".gitignore",
        "data/README.md",
    }
    others = {path.relative_to(PROJECT).as_posix() for path in PROJECT.rglob("*") if path.is_file()}
    assert made >= {
        name for name in others if name.partition("/")[0] not in ("data", "gitignore") and "__" not in name
    }
    assert not PICKED.search((tmp_path / "README.md").read_text("utf-8"))


def test_a_kind_that_there_is_not_is_refused_with_those_that_there_are(tmp_path, capsys):
    assert main(["new", str(tmp_path / "mine"), "--kind", "pledges"]) == 1
    assert "there is no kind 'pledges'. Did you mean pledge?" in capsys.readouterr().err
    assert not (tmp_path / "mine").exists()


@pytest.mark.long
def test_the_one_to_begin_with_builds_as_it_is(tmp_path):
    scaffold(tmp_path / "mine", "pledge")
    order, words = built(tmp_path / "mine", "latest")
    short_and_about_its_promise(order, words)
    assert "Everything here is made up" in words and "the pace so far is not enough" in words
