"""Another topic, and dossiers of any size: what `reported new` writes builds as it is, and nothing in what
comes out knows the shipped topic.
"""

import csv
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

from benchmarks import scale
from reported.build import checks, run
from reported.build.project import notebooks
from reported.build.request import Request
from reported.cli import main
from reported.dossier.claim import anchor
from reported.dossier.schema import COLUMNS
from reported.dossier.starter import EXAMPLE, PROJECT, scaffold
from reported.edition import ANOTHER_TOPIC
from reported.wording.prose import part

from ..build.test_runs import files, small_project
from ..conftest import RELIEF, ROOT, ask
from ..document.test_hostile_text import Page

# Words of the shipped plan that any topic may use: those of the house, and nouns of everyday.
COMMON = [
    "before",
    "delivered",
    "first",
    "general",
    "going",
    "house",
    "joint",
    "kilograms",
    "license",
    "loads",
    "media",
    "military",
    "months",
    "national",
    "needed",
    "officials",
    "other",
    "security",
    "service",
    "shares",
    "small",
    "something",
    "south",
    "state",
    "states",
    "stock",
    "supplied",
    "way",
    "weight",
    "white",
    "works",
]
PICKED = re.compile(
    r"korea|dprk|russia|ukrain|pyongyang|moscow|seoul|kremlin|artillery|ammunition|munition|\bshells?\b|container|\bwars?\b|weapon|calibre|"
    r"missile|rocket|intelligence|containers?|transfers?\b|\bNIS\b|two months of",
    re.IGNORECASE,
)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[a-z]{5,}", text.lower()))


def topic(other: Path) -> set[str]:
    """The words of the shipped plan that are neither common ones nor words of the other dossier."""
    plan = tomllib.loads((ROOT / "data" / "dossier.toml").read_text("utf-8"))
    nouns = [quantity[noun] for quantity in plan["quantities"].values() for noun in ("label", "one", "many")]
    names = [
        name for part in ("names", "items", "governments") for pair in plan[part].items() for name in pair
    ]
    told = words_of(
        " ".join([*nouns, *names, *plan["quantities"], plan["dossier"]["title"], plan["dossier"]["subject"]])
    )
    return told - set(COMMON) - words_of(" ".join(path.read_text("utf-8") for path in other.iterdir()))


def published(out: Path):
    """The text of every published file, its name with it; of a package of Office all its parts. The manifest
    names the files of the project.
    """
    for path in sorted([*(out / "report").rglob("*"), *(out / "figures").rglob("*")]):
        if path.suffix == ".pdf" and shutil.which("pdftotext"):
            for tool in (["pdftotext", path, "-"], ["pdfinfo", path]):
                yield path.name, subprocess.run(tool, capture_output=True, check=True).stdout.decode()
        elif path.suffix == ".pptx":
            with zipfile.ZipFile(path) as package:
                # What all slides of the world share (themes, layouts) is not ours.
                for name in (
                    name
                    for name in package.namelist()
                    if re.match(r"docProps/|ppt/(slides|notesSlides)/", name)
                ):
                    yield name, package.read(name).decode("utf-8", "replace")
        elif path.suffix in (".html", ".json", ".csv", ".svg") and path.name not in (
            "manifest.json", "codebook.csv",  # which explains columns by the words that they may hold
        ):  # fmt: skip
            yield path.name, re.sub(r"base64,[A-Za-z0-9+/=]*", "", path.read_text("utf-8"))


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    """The dossier of the project that `reported new` writes."""
    folder = tmp_path_factory.mktemp("example")
    scaffold(folder)
    return folder / "data"


@pytest.fixture(scope="module", params=["example", "relief"])
def built(request, example, tmp_path_factory):
    """The edition “latest” of another topic, with all notebooks of the project."""
    data = example if request.param == "example" else RELIEF
    order = Request(ROOT, "latest", data, tmp_path_factory.mktemp("built"), {})
    run.build(order, 2, lambda line: None)
    return order


def test_no_word_of_the_shipped_topic_comes_out(built):
    words = topic(built.data)
    assert {"ukraine", "korean", "shells", "containers", "rockets"} <= words and len(words) > 80
    seen = 0
    for name, text in published(built.out):
        assert words_of(text) & words == set(), name
        assert not PICKED.search(name) and not PICKED.search(text), (name, PICKED.search(text))
        seen += 1
    assert seen > 30


def test_questions_about_other_quantities_are_left_out(built):
    page = Page(built.place / "briefing.html")
    headings = " ".join("".join(page.words).split())
    assert "Do the figures fit?" in headings and "How many origins?" in headings
    assert not any(
        words in headings for words in ("How long would it last", "What would carry it", "each trip")
    )


def test_a_notebook_about_other_quantities_says_so_in_one_line():
    for number in ("03", "04", "05", "12"):
        (only,) = ask(number, data=str(RELIEF)).values()
        assert only.id == ANOTHER_TOPIC and " gives no quantity the role " in only.sentence


def test_the_example_is_in_order_and_described_in_full(example):
    assert checks.check(example) == []
    assert (example / "README.md").read_text("utf-8").count("## ") == len(COLUMNS)
    text = (example / "dossier.toml").read_text("utf-8")
    assert text.count("#") >= 14, "it says what each part is for"
    assert not any(
        PICKED.search(path.read_text("utf-8")) for path in [*EXAMPLE.iterdir(), example / "README.md"]
    )


def test_only_an_empty_or_a_new_folder_is_begun(tmp_path, capsys):
    mine = tmp_path / "a new" / "project"
    assert main(["new", str(mine)]) == 0
    assert (
        "dossier.toml" in capsys.readouterr().out and checks.check(mine) == checks.check(mine / "data") == []
    )
    before = files(mine)
    (tmp_path / "file").write_text("mine")
    for taken in (mine, tmp_path / "file"):
        assert main(["new", str(taken)]) == 1
        assert capsys.readouterr().err.startswith("Refused: 1 problem.")
    assert files(mine) == before
    assert (tmp_path / "file").read_text() == "mine"


def test_the_example_travels_with_the_package():
    targets = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"]
    assert targets["wheel"]["packages"] == ["src/reported", "src/papermill_warm"] and EXAMPLE.is_relative_to(
        ROOT / "src" / "reported"
    )
    ignored = subprocess.run(
        ["git", "check-ignore", *PROJECT.rglob("*.*")], cwd=ROOT, capture_output=True, check=False
    ).stdout
    assert not ignored


def test_what_a_wheel_takes_along_is_told_by_python_alone():
    """Building the package has no other package at hand."""
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT / 'src')!r}); from reported.build.project import brought; "
    )
    code += "from pathlib import Path; print(*brought(Path('nowhere')), sep='\\n')"
    done = subprocess.run(
        [sys.executable, "-I", "-S", "-c", code], capture_output=True, text=True, check=True
    )
    numbers = [Path(name).name[:2] for name in done.stdout.splitlines() if re.match(r"notebooks/\d", name)]
    assert numbers == [path.name[:2] for path in notebooks(ROOT)]


# Sizes ------------------------------------------------------------------------------------------------------
# ------------


def keep(folder: Path, table: str, *names: str) -> None:
    """Only these rows of a table."""
    with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as opened:
        header, *rows = csv.reader(opened)
    with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened, lineterminator="\n").writerows([header, *(row for row in rows if row[0] in names)])


def cut(folder: Path, start: str, end: str) -> None:
    """The plan without what stands between two texts."""
    text = (folder / "dossier.toml").read_text("utf-8")
    at = text.index(start)
    (folder / "dossier.toml").write_text(text[:at] + text[text.index(end, at) :], "utf-8")


def no_relation(folder):
    cut(folder, "[[relations]]", "# ── headline")
    cut(folder, "[[dials]]", "# ── names")


def no_headline(folder):
    cut(folder, "[[headline]]", "# ── dials")


def no_claims(folder):
    no_headline(folder)
    keep(folder, "claims")
    keep(folder, "denials")


def one_claim(folder):
    cut(folder, "retold", "\n[[headline]]")
    cut(folder, '[[headline]]\nclaim = "evenings', "# ── dials")
    keep(folder, "claims", "lanterns-steward")
    for table in ("denials", "events", "hedges"):
        keep(folder, table)


def one_quantity(folder):
    no_relation(folder)
    cut(folder, "[quantities.evenings]", "# ── relations")
    cut(folder, '[[headline]]\nclaim = "evenings', "# ── dials")
    keep(folder, "claims", "lanterns-steward", "lanterns-gazette")
    (folder / "datapackage.json").unlink()


def nothing_beside(folder):
    for table in ("denials", "events", "hedges"):
        keep(folder, table)


NO_FIGURE = "This dossier puts no figure under examination, so this question was not asked."
ONE_FIGURE = "This dossier puts only one figure under examination, so there is none to hold it against."
NO_TIE = "No relation of this dossier ties one figure to another, so this question was not asked."
SIZES = {
    no_claims: NO_FIGURE,
    no_headline: NO_FIGURE,
    one_claim: ONE_FIGURE,
    one_quantity: ONE_FIGURE,
    no_relation: NO_TIE,
    nothing_beside: "The two figures can both be true on 86 of 96 ways of reading them, on some of these "
    "only under a condition. Possible is not proven.",
}  # fmt: skip


@pytest.mark.long
@pytest.mark.parametrize("change", SIZES, ids=lambda change: change.__name__)
def test_a_dossier_of_any_size_gives_a_true_briefing(change, example, tmp_path):
    order = small_project(tmp_path, ["01-what-was-said", "02-how-many-origins", "06-do-the-figures-fit"])
    shutil.rmtree(order.data)
    shutil.copytree(example, order.data)
    change(order.data)
    assert [problem for problem in checks.check(order.data) if not problem.doubt] == []
    for number in ("07", "08", "09"):
        assert ask(number, data=str(order.data)), "a finding, if only that the question was not asked"
    assert run.build(order, 2, lambda line: None).bottom_line.startswith(SIZES[change])
    words = "".join(Page(order.place / "briefing.html").words)
    assert SIZES[change] in words and not re.search(r"\b(None|nan|no claim behind)\b", words)
    assert ("The claims behind the findings" in words) == (change not in (no_claims, no_headline))


def test_claims_may_be_called_as_places_of_the_page_are(example, tmp_path):
    order = small_project(tmp_path, ["01-what-was-said", "06-do-the-figures-fit"])
    shutil.rmtree(order.data)
    shutil.copytree(example, order.data)
    named = {
        "lanterns-steward": "claim-1",
        "lanterns-gazette": "claims",
        "evenings-steward": "moments",
        "rate-workshop": "sec-01-what-was-said",
        "rate-letter": "record-claims",
    }
    for path in (*order.data.glob("*.csv"), order.data / "dossier.toml"):
        names = re.compile("|".join(rf"(?<![\w-]){name}(?![\w-])" for name in named))
        path.write_text(names.sub(lambda name: named[name[0]], path.read_text("utf-8")), "utf-8")
    assert checks.check(order.data) == []
    run.build(order, 2, lambda line: None)
    page = (order.place / "briefing.html").read_text("utf-8")
    assert {f'id="{anchor(name)}"' for name in named.values()} <= {*re.findall(r'id="[^"]*"', page)}
    assert f'<a href="#{anchor("claims")}"' in page, "a mark of a chart leads there"


def test_one_and_none_are_told_as_one_tells_them():
    told = [part(some, whole, "retelling") for some, whole in ((38, 58), (0, 2), (1, 2), (1, 1), (0, 1))]
    assert told == [
        "38 of 58 retellings",
        "none of two retellings",
        "one of two retellings",
        "the one retelling",
        "none of one retelling",
    ]


def test_what_was_only_not_public_yet_keeps_its_section():
    (only,) = ask("04", as_of="2023-09-01").values()
    assert only.id == "not-run" != ANOTHER_TOPIC


def test_two_thousand_claims_are_told_in_sentences_that_can_be_read(tmp_path):
    data = scale.make(tmp_path / "data", 2_000)
    found = ask("06", data=str(data))
    assert found["contradictions"].values["pairs"] > 100
    assert (
        re.search(r" and \d+ more\.$", found["contradictions"].sentence)
        and len(found["contradictions"].sentence) < 900
    )
    assert "The first 12 of" in found.pictures["chain"].subtitle
    assert found.pictures["chain"].table.count("\n") > 80, "the data are all of them"
