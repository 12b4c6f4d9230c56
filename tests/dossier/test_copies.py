"""Copies: stamp, day and address hold to one another, and a search for a copy is never taken for one."""

import csv

import pytest

from reported.build.checks import check
from reported.dossier import copies
from reported.dossier.schema import COLUMNS

from ..conftest import RELIEF

AT = {"archived_on": "2031-05-03"}
PAGE, DAY = "https://www.example.org/news/1?id=2", "2031-05-02"
COPY = f"https://web.archive.org/web/20310503101500/{PAGE}"
DIGEST = "0f" * 32


def sources(folder, row, **cells):
    """Write cells into a document of a dossier, with the columns that it may do without. ``row`` is that of a
    spreadsheet."""
    path = folder / "sources.csv"
    with path.open(newline="", encoding="utf-8") as opened:
        rows = list(csv.DictReader(opened))
    rows[row - 2].update(cells)
    with path.open("w", newline="", encoding="utf-8") as opened:
        writer = csv.DictWriter(opened, [*COLUMNS["sources"]], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return folder


def told(folder):
    """What the check says of the copies."""
    return [str(problem) for problem in check(folder, lambda line: None) if "sources.csv" in problem.where]


@pytest.fixture
def dossier(copy_of):
    return copy_of(RELIEF)


GOOD = (
    {"accessed": "2031-05-02"},
    {"accessed": "2031-05-01"},  # a day earlier there
    {"accessed": "2031"},
    {"sha256": DIGEST.upper()},
    {"archive_url": COPY, "archived_on": "2031-05-03", "accessed": "2032-01", "sha256": DIGEST},
    {"archive_url": COPY.replace("0/http", "0id_/http"), "archived_on": "2031-05"},
    {"archive_url": COPY.replace("https://www.", "http:/"), **AT},
    {"archive_url": COPY.replace("https://www.", ""), **AT},
    {"archive_url": "https://archive.today/aBcD9", **AT},
    {"archive_url": "https://perma.cc/ABCD-1234", "archived_on": "2031-06"},
    {"archive_url": f"https://archive.today/20310503101500/{PAGE}", **AT},
    {"archive_url": f"https://archive.ph/2031.05.03-101500/{PAGE}", **AT},
)


@pytest.mark.parametrize("cells", GOOD, ids=[" ".join(cells) + f" {n}" for n, cells in enumerate(GOOD)])
def test_what_holds_together_passes(cells, dossier):
    assert told(sources(dossier, 2, url=PAGE, published=DAY, **cells)) == []


BAD = (
    ({"sha256": "0f0f"}, "column sha256: '0f0f' is no SHA-256"),
    ({"sha256": "0g" * 32}, "is no SHA-256"),
    ({"accessed": "2031-04-30"}, "column accessed: is 2031-04-30, but the document is of 2031-05-02"),
    ({"accessed": "2031-04"}, "column accessed: is 2031-04, but"),
    ({"accessed": "yesterday"}, "column accessed: 'yesterday' is no date"),
    ({**AT}, "column archive_url: is empty, but archived_on is not"),
    ({"archive_url": COPY}, "column archived_on: is empty, but archive_url is not. Write 2031-05-03"),
    ({"archive_url": "https://perma.cc/ABCD-1234"}, "Write the day that the archive gives"),
    ({"archive_url": COPY, "archived_on": "2031-05-04"}, "is 2031-05-04, but the address of the copy says"),
    ({"archive_url": COPY, "archived_on": "2031-06"}, "is 2031-06, but the address of the copy says"),
    ({"archive_url": COPY.replace("/1?", "/11?"), **AT}, "not of the page in url"),
    ({"archive_url": COPY.replace("id=2", "id=3"), **AT}, "not of the page in url"),
    ({"archive_url": COPY.replace("20310503", "20310230"), **AT}, "the day 2031-02-30"),
    ({"archive_url": f"https://web.archive.org/web/*/{PAGE}", "archived_on": DAY}, "asks the archive"),
    ({"archive_url": f"https://web.archive.org/web/2031/{PAGE}", "archived_on": DAY}, "asks the archive"),
    ({"archive_url": f"https://web.archive.org/web/{PAGE}", "archived_on": DAY}, "asks the archive"),
    ({"archive_url": COPY, **AT, "url": ""}, f"column url: is empty, but archive_url is not. Write '{PAGE}'"),
    ({"archive_url": COPY, "archived_on": "2031-05-03", "url": COPY}, "is the address in url"),
    ({"archive_url": COPY.replace("2031", "2030"), "archived_on": "2030-05-03"}, "no copy of it can"),
    ({"archive_url": "perma.cc/ABCD", **AT}, "is no address"),
)  # fmt: skip


@pytest.mark.parametrize(("cells", "says"), BAD, ids=[says for _, says in BAD])
def test_what_does_not_hold_together_is_told_once(cells, says, dossier):
    said = told(sources(dossier, 2, **{"url": PAGE, "published": DAY, **cells}))
    assert len(said) == 1 and says in said[0] and said[0].startswith("sources.csv row 2 column "), said


def test_one_copy_is_of_one_document(dossier):
    for row, url in ((2, PAGE), (3, f"{PAGE}&more=1")):
        sources(
            dossier, row, url=url, published=DAY, archive_url="https://perma.cc/A-1", archived_on="2031-06"
        )
    assert "row 3 column archive_url" in told(dossier)[0] and "a second time" in told(dossier)[0]


def test_a_dossier_without_these_columns_is_whole(shipped):
    assert not {*copies.COLUMNS} & {*(shipped / "sources.csv").read_text("utf-8").split("\n")[0].split(",")}
    assert told(RELIEF) == []


@pytest.mark.parametrize(
    ("day", "asks"),
    [
        ("2031-05-02", "web/20310502235959/"),
        ("2031-02", "web/20310228235959/"),
        ("2031", "web/20311231235959/"),
        ("", "web/*/"),
    ],
)
def test_a_copy_is_looked_for_near_the_day(day, asks):
    assert copies.looked_for(PAGE, day) == f"https://web.archive.org/{asks}{PAGE}"


def test_no_copy_is_looked_for_of_a_copy_or_of_nothing():
    assert copies.looked_for("", DAY) == copies.looked_for(COPY, DAY) == ""


def test_odd_addresses_are_read_or_left():
    for odd in (
        "https://web.archive.org/web/20310503101500/http://[",
        "https://a.b/20310503101500/https:/",
        "x",
    ):
        copies.stamped(odd)
        list(copies._faults_of_copy(PAGE, odd, DAY))
