"""Text is only text: a dossier whose every text is an attack comes out as typed, and nothing in it is obeyed.

The hostile dossier is built beside a harmless twin, letter for letter as long: what differs between the two
pages beside their words would be markup that a text had made. tests/browser opens the same page in a browser.
"""

import base64
import csv
import hashlib
import html.parser
import json
import re
import shutil
import statistics
import subprocess
import tomllib
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import pytest

from reported.build import checks, run
from reported.build.request import Request
from reported.cli import main
from reported.document import rendering
from reported.dossier import reader
from reported.figures import charts
from reported.wording.findings import cell

from ..build.test_runs import small_project
from ..conftest import RELIEF, ROOT

NOTEBOOKS = ["01-what-was-said", "02-how-many-origins", "06-do-the-figures-fit", "07-what-was-denied"]
ATTACKS = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "<svg/onload=alert(1)>",
    "a' onload='alert(1)", "</script><!--", "]]>",
    "javascript:alert(1)", "[a](javascript:alert(1))", "![](file:///etc/passwd)", "[^1]", "[^1]: note", "# x",
    "| a | b |", "**b** _i_ ~s~",
    "$\\frac{1}{", "{{7*7}}", "${7*7}", "%(x)s", "{0}", "&amp;&lt;", "\\u{1F600}", "\\input{/etc/passwd}",
    "::: {.slide} :::", "--- ... --",
    '#read("/etc/passwd")', '#eval("1+1")', '#include "x.typ"', "`x`{=html}", "```{=typst} #panic() ```",
    "<x@y.invalid>", "@cite",
    '=HYPERLINK("http://x.invalid")', "+1-2@cmd", ' id="d1" d="1.23456 z" xlink:href="#patch_2"', "../../x",
    "~/x", "nan inf None", "NIL",
)  # fmt: skip
FREE = {
    "sources": ("title", "publisher", "reliability_reason", "note"),
    "claims": (
        "stated", "gloss", "item", "speaker", "institution", "credited", "credibility_reason", "note",
        "alternative_group",
    ),
    "denials": ("speaker", "institution", "scope", "stated", "gloss", "note"),
    "events": ("event", "parties", "item", "credibility_reason", "note"),
    "hedges": ("note",),
}  # fmt: skip
# Of the plan, that are no free text.
NAMES = ("id", "product", "quantity", "claim", "retold", "phrase", "strand")


def hostile(text: str, turn: int) -> str:
    """A text with every attack behind it, another one first in each turn."""
    at = turn % len(ATTACKS)
    return " ".join([*ATTACKS[at:], *ATTACKS[:at], text]).strip()


def harmless(text: str, turn: int) -> str:
    """The same with no letter that means anything to a machine, as long as the other and broken at the same
    places.
    """
    return tamed(hostile(text, turn))


def tamed(text: str) -> str:
    """A text with a small o for every letter that means something to a machine."""
    return re.sub(r"[^\w\s/-]|_|(?<=-)-|-(?=-)", "o", text)


def attacked(folder: Path, change) -> Path:
    """The second dossier with every free text changed."""
    turns = iter(range(10_000))
    shutil.copytree(RELIEF, folder, dirs_exist_ok=True)
    for table, columns in FREE.items():
        with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as opened:
            rows = list(csv.DictReader(opened))
        for row in rows:
            row |= {column: change(row[column], next(turns)) for column in columns}
        with (folder / f"{table}.csv").open("w", newline="", encoding="utf-8") as opened:
            writer = csv.DictWriter(opened, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    plan = tomllib.loads((RELIEF / "dossier.toml").read_text("utf-8"))
    plan["names"] = {row["institution"]: "long name" for row in rows_of(folder, "claims")}
    plan["governments"] = {row["institution"]: "government" for row in rows_of(folder, "claims")}

    def changed(what, name=""):
        if isinstance(what, dict):
            return {key: changed(value, key) for key, value in what.items()}
        if isinstance(what, list):
            return [changed(value, name) for value in what]
        return (
            change(what, next(turns))
            if isinstance(what, str) and name not in (*NAMES, "unit", "says", "calendar", "kilogram")
            else what
        )

    text = "".join(f"{json.dumps(name)} = {toml(changed(part))}\n" for name, part in plan.items())
    (folder / "dossier.toml").write_text(text, "utf-8")
    return folder


def toml(what) -> str:
    """A value as TOML, on one line."""
    if isinstance(what, dict):
        return (
            "{ "
            + ", ".join(
                f"{json.dumps(name, ensure_ascii=False)} = {toml(value)}" for name, value in what.items()
            )
            + " }"
        )
    return (
        "[" + ", ".join(map(toml, what)) + "]"
        if isinstance(what, list)
        else json.dumps(what, ensure_ascii=False)
    )


def rows_of(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"{table}.csv").open(newline="", encoding="utf-8") as opened:
        return list(csv.DictReader(opened))


def built(root: Path, change) -> Request:
    """The edition “latest” of a changed dossier, from a project with room around it."""
    (root / "project").mkdir()
    order = small_project(root / "project", NOTEBOOKS)
    attacked(order.data, change)
    run.build(order, 2, lambda line: None)
    return order


@pytest.fixture(scope="module")
def pair(tmp_path_factory):
    """The hostile dossier and its harmless twin, built."""
    return built(tmp_path_factory.mktemp("hostile"), hostile), built(
        tmp_path_factory.mktemp("harmless"), harmless
    )


class Page(html.parser.HTMLParser):
    """The elements of a page with their attributes, its words, and what stands in its scripts."""

    def __init__(self, path: Path):
        super().__init__()
        self.made, self.words, self.scripts, self.addresses = Counter(), [], [], []
        self.script = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag, attrs):
        self.made[tag, tuple(name for name, _ in attrs)] += 1
        self.script = tag == "script"
        self.scripts += [(dict(attrs).get("type", ""), "")] * self.script
        self.addresses += [
            value for name, value in attrs if name in ("href", "src", "action", "data", "srcset")
        ]

    def handle_endtag(self, tag):
        self.script = False

    def handle_data(self, data):
        if self.script:
            kind, before = self.scripts[-1]
            self.scripts[-1] = (kind, before + data)
        else:
            self.words.append(data)


def squeezed(text: str) -> str:
    """Text without what setting it may change: blanks, line ends and the shape of an apostrophe."""
    return re.sub(r"\s|\u200b", "", text).replace("’", "'")


def missing(text: str, attacks=ATTACKS) -> list[str]:
    """The attacks that do not stand in a text as typed."""
    text = squeezed(text)
    return [attack for attack in attacks if squeezed(attack) not in text]


def printed(path: Path) -> str:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()


def report(order, name: str) -> Path:
    return order.place / name


@pytest.mark.long
def test_the_page_has_the_elements_of_its_twin_and_the_words_as_typed(pair):
    page, twin = (Page(report(order, "briefing.html")) for order in pair)
    assert page.made == twin.made
    assert missing("".join(page.words)) == []
    words, others = (Counter(tamed(text).lower() for text in one.words) for one in (page, twin))
    assert words - others == Counter(), "letter for letter, but for the order of names"
    assert {address.partition(":")[0] for address in page.addresses if not address.startswith("#")} <= {
        "https",
        "data",
    }


@pytest.mark.long
def test_only_the_script_of_the_house_may_run(pair):
    path = report(pair[0], "briefing.html")
    page, text = Page(path), path.read_text("utf-8")
    run_ones = [content for kind, content in page.scripts if not kind.startswith("application/")]
    house = "\n".join(
        part.read_text("utf-8").strip()
        for part in sorted((ROOT / "src/reported/document/templates").glob("*.js"))
    )
    assert run_ones == [rendering.FIRST, house]
    digests = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in run_ones
    )
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', text)[1]
    assert (
        "default-src 'none'" in policy and f"script-src {digests};" in policy and "unsafe-eval" not in policy
    )
    for kind, content in page.scripts:
        if kind.startswith("application/"):
            assert json.loads(content)


@pytest.mark.long
@pytest.mark.parametrize("name", ["briefing.pdf", "handout.pdf", "slides.pdf"])
def test_paper_shows_the_words_as_typed(pair, name):
    text = squeezed(printed(report(pair[0], name)))
    often = {attack: text.count(squeezed(attack)) for attack in ATTACKS}
    usual = statistics.median(often.values())
    # A page may end in the middle of one, and a chart has no room for all of them.
    assert [attack for attack, times in often.items() if times < usual / 2] == []


@pytest.mark.long
def test_slides_to_edit_hold_the_words_and_reach_for_nothing(pair):
    def parts(order):
        with zipfile.ZipFile(report(order, "slides.pptx")) as package:
            return {name: package.read(name) for name in package.namelist()}

    made, twin = map(parts, pair)
    assert made.keys() == twin.keys()
    words = " ".join(
        "".join(ElementTree.fromstring(c).itertext()) for name, c in made.items() if name.endswith(".xml")
    )
    assert missing(words) == []
    assert not [name for name, content in made.items() if b'TargetMode="External"' in content]


@pytest.mark.long
def test_drawings_have_the_elements_of_their_twins_and_their_words_as_typed(pair):
    made, twin = (sorted(order.figures.glob("*.svg")) for order in pair)
    assert [path.name for path in made] == [path.name for path in twin] and len(made) >= 4
    for one, other in zip(made, twin, strict=True):
        shapes = [Counter(element.tag for element in ElementTree.parse(path).iter()) for path in (one, other)]
        assert shapes[0].keys() == shapes[1].keys(), one.name
    words = "".join("".join(ElementTree.parse(path).getroot().itertext()) for path in made)
    assert len(missing(words)) < len(ATTACKS) / 2, "cut to their room, so not all of them"


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_chart_shows_each_as_typed(attack):
    attack = f"{attack} {attack}"  # what begins in the first may end in the second
    row = charts.Row(attack, charts.Interval(1, 9), attack, group=attack)
    picture = charts.publish(
        charts.ranges([row], attack),
        "x",
        f"{attack}.",
        attack,
        attack,
        f"{attack} {'and more ' * 9}",
        charts.plotted([row]),
    )
    drawn = "".join(ElementTree.fromstring(picture.svg).itertext())
    assert squeezed(drawn).count(squeezed(attack)) >= 5


@pytest.mark.long
def test_data_hold_the_words_and_no_formula(pair):
    found = json.loads(report(pair[0], "findings.json").read_text("utf-8"))
    stated = {row["claim_id"]: row["stated"] for row in rows_of(pair[0].data, "claims")}
    assert {name: claim["stated"] for name, claim in found["claims"].items()}.items() <= stated.items()
    cells = []
    for path in pair[0].figures.glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as opened:
            cells += [text for row in csv.reader(opened) for text in row]
    assert missing(" ".join(cells)) == []
    assert not [text for text in cells if text[:1] in "=+-@" and text]
    assert [cell(text) for text in ("=1", "+1", "-1", "@x", "a=1", "", 5, None)] == [
        "'=1",
        "'+1",
        "'-1",
        "'@x",
        "a=1",
        "",
        5,
        None,
    ]


@pytest.mark.long
def test_nothing_is_written_beside_the_project_and_nothing_is_read_into_it(pair):
    secret = b"root:x:0:0"
    assert secret in Path("/etc/passwd").read_bytes()
    for order in pair:
        root = order.root
        assert [path.name for path in root.parent.iterdir()] == ["project"]
        assert {path.name for path in root.iterdir()} == {
            "build",
            "data",
            "figures",
            "notebooks",
            "report",
            "reported.toml",
            "requirements.lock",
        }
        files = [
            path for folder in ("figures", "report") for path in (root / folder).rglob("*") if path.is_file()
        ]
        assert not [path for path in files if secret in path.read_bytes()]


@pytest.mark.parametrize("path", ["../../x", "/etc", "~", "..", "."])
def test_a_path_is_no_name_of_an_edition(path, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    for words in (
        ["report", path],
        ["sweep", path],
        ["compare", path, "latest"],
        ["report", "-p", f"series={path}"],
    ):
        assert main([*words, "--out", str(tmp_path / "out")]) == 1
        assert capsys.readouterr().err.startswith("Refused:")
    assert [
        file
        for file in tmp_path.rglob("*")
        if file.is_file() or (file.parent == tmp_path and file.name != "out")
    ] == []


def test_a_path_is_no_id(tmp_path):
    folder = shutil.copytree(RELIEF, tmp_path / "dossier")
    for name in ("claims.csv", "sources.csv", "dossier.toml"):
        text = (folder / name).read_text("utf-8")
        (folder / name).write_text(
            text.replace("flour-mayor", "../../x").replace("radio,", "/etc/passwd,"), "utf-8"
        )
    assert len([p for p in checks.check(folder) if "is no id" in str(p) or "is no list" in str(p)]) >= 4


def test_letters_nobody_sees_are_refused_and_joiners_are_not(tmp_path):
    for letter in "\u202e\u2066\u200b\u200d\x1b":
        folder = shutil.copytree(RELIEF, tmp_path / f"{ord(letter)}")
        attacked(folder, lambda text, turn, letter=letter: f"a{letter}b {text}".strip())
        told = [problem for problem in checks.check(folder) if "cannot be seen" in str(problem)]
        assert bool(told) == (letter != "\u200d")


@pytest.mark.long
def test_a_text_of_ten_thousand_letters_comes_out_whole_and_one_word_is_broken(tmp_path):
    long = ("word " * 2_000, "W" * 3_000 + "unbroken" * 875, "a/b-c 9 " * 1_250)
    order = small_project(tmp_path, ["01-what-was-said"])
    attacked(
        order.data,
        lambda text, turn: f"begin-{turn} {long[turn // 9 % 3]} end-{turn}" if turn % 9 == 2 else text,
    )
    run.build(order, 2, lambda line: None)
    stated = [claim.stated for claim in reader.read(order.data).claims.itertuples()][:3]
    words = squeezed(printed(report(order, "briefing.pdf")))
    for text in stated:
        begin, *body, end = text.split()
        word = next(word for word in ("unbroken", "a/b-c", "word") if word in body[-1] or word in body)
        copies = words.count(begin)
        assert len(text) > 10_000 and copies == words.count(end) >= 2, (
            "each time it begins it ends, and on paper"
        )
        assert words.count(word) >= 0.99 * text.count(word) * copies, (
            "a running head may stand between two halves of one"
        )


def test_a_script_that_no_font_draws_is_told_letter_by_letter_and_stops_nothing(tmp_path):
    order, said = small_project(tmp_path, ["01-what-was-said", "02-how-many-origins"]), []
    text = (order.data / "sources.csv").read_text("utf-8")
    (order.data / "sources.csv").write_text(text.replace("Island Radio", "קול האי"), "utf-8")
    run.build(order, 2, said.append)
    assert [line for line in said if "No font of the briefing has א, ה, ו, י, ל, ק" in line]
    page = (order.place / "briefing.html").read_text("utf-8")
    assert "□□□ □□□" in page and "ק" not in page
