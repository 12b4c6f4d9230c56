"""Finding a document again: what is archived is called so, what is not is looked for, and machines are told
only what is true.
"""

import json
import re
import shutil
from html import unescape

import pytest

from reported.analysis.parameters import contract
from reported.document import assembly, evidence, rendering
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording.language import language, speaking

from ..conftest import RELIEF, ROOT
from ..dossier.test_copies import sources

TEMPLATE = ROOT / "src" / "reported" / "document" / "templates"
PAGE, COPY = "https://www.example.org/a_b*c?x=1&y=2", "https://perma.cc/AB-12"
SEARCH = "https://web.archive.org/web/20310502235959/" + PAGE
KEPT = {"archive_url": COPY, "archived_on": "2031-05-04"}


@pytest.fixture
def edition(tmp_path):
    """An edition of the small dossier whose first document is at ``PAGE``, with cells of its own."""

    def made(**cells):
        folder = shutil.copytree(RELIEF, tmp_path / "relief", dirs_exist_ok=True)
        dossier = read(sources(folder, 2, url=PAGE, **cells))
        return Edition(dossier, contract({}, dossier.plan))

    return made


def text_of(edition):
    """The cards of two claims and the list of the documents, as Markdown."""
    claims = ["flour-mayor", "flour-paper"]
    numbers = evidence.numbered(claims, edition)
    cards = evidence.cards(edition, numbers, {name: ["01-what-was-said"] for name in claims})
    section = "# What was said? {#sec-01-what-was-said}"
    parts = assembly.front_matter(edition, "latest"), section, cards, evidence.sources(edition, numbers)
    return "\n\n".join(parts) + "\n"


def links(edition, tmp_path):
    """The links of that as a page: the text of each with its attributes."""
    page = rendering.html(text_of(edition), tmp_path, TEMPLATE).decode()
    return [
        (unescape(text), {name: unescape(value) for name, value in re.findall(r'([\w-]+)="([^"]*)"', marks)})
        for marks, text in re.findall(r"<a\s([^>]*)>([^<]*)</a>", page)
    ]


def test_what_is_not_archived_is_looked_for_and_never_called_archived(edition, tmp_path):
    found = links(edition(), tmp_path)
    looked = [marks for text, marks in found if text == "look for a copy"]
    assert looked.count({"href": SEARCH}) == 2  # its card, and the list of the documents
    assert not any("archived" in text for text, _ in found)
    (led,) = (marks for text, marks in found if text == "Island Radio")
    assert led == {"href": PAGE, "data-originalurl": PAGE, "data-versiondate": "2031-05-02"}


def test_what_is_archived_is_said_with_its_day(edition, tmp_path):
    found = links(edition(**KEPT, accessed="2031-05-03"), tmp_path)
    marks = {"data-originalurl": PAGE, "data-versiondate": "2031-05-04", "data-versionurl": COPY}
    assert ("Island Radio", {"href": PAGE, **marks}) in found
    assert ("archived copy of 4 May 2031", {"href": COPY, **marks}) in found
    assert ("archived copy of 4 May 2031", {"href": COPY}) in found  # on the card
    assert not any(marks["href"] == SEARCH for _, marks in found)


@pytest.mark.parametrize(
    ("cells", "day"),
    [({"accessed": "2031-05-09"}, "2031-05-09"), ({"published": "2031-05"}, None), ({"published": ""}, None),
     ({"published": "2031-05", "accessed": "2031-05-09"}, "2031-05-09")],
)  # fmt: skip
def test_a_day_is_told_to_machines_only_where_it_is_one(cells, day, edition, tmp_path):
    (led,) = (marks for text, marks in links(edition(**cells), tmp_path) if text == "Island Radio")
    assert led.get("data-versiondate") == day and "data-versionurl" not in led


def test_a_copy_is_not_given_the_day_of_something_else(edition, tmp_path):
    found = links(edition(archive_url=COPY, archived_on="2031-06", accessed="2031-05-03"), tmp_path)
    assert (
        "archived copy of June 2031",
        {"href": COPY, "data-originalurl": PAGE, "data-versionurl": COPY},
    ) in found


def test_paper_names_the_archived_copy_and_no_search(edition):
    def printed(text):
        return re.findall(r"::: \{\.in-print\}\n(.*?)\n:::", text, re.S)

    without, kept = (printed(text_of(edition(**cells))) for cells in ({}, KEPT))
    assert not any("web.archive.org" in part or "copy" in part for part in without)
    assert any(f"[archived copy of 2031-05-04]({COPY})" in part for part in kept)
    assert len(without) == len(kept)


def test_in_korean(edition):
    with speaking(language("ko")):
        assert "[보관본 찾아보기](" in text_of(edition())
        assert f"[2031년 5월 4일자 보관본]({COPY})" in text_of(edition(**KEPT))


def test_linked_data_and_findings_tell_the_copy_where_one_is_known(edition):
    for cells in ({}, KEPT):
        one = edition(**cells)
        numbers = evidence.numbered(["flour-mayor"], one)
        page = json.dumps(evidence.linked(one, "latest", numbers))
        claim = assembly.every_claim([], one)["flour-mayor"]
        assert (f'"archivedAt": "{COPY}"' in page, claim.get("archive_url")) == (
            bool(cells),
            cells.get("archive_url"),
        )
        assert "web.archive.org" not in page and ("archived_on" in claim) == bool(cells)
