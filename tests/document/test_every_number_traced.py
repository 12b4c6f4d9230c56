"""Every number leads to its evidence: in the page in place, on paper by number, for machines as data; all
three say the same.
"""

import html.parser
import json
import re

import nbformat
import pytest

from reported.wording.findings import FINDING

from ..conftest import ROOT

EDITIONS = ["latest", "2023-11-02"]


def plain(text):
    """The text with its spaces and apostrophes made alike: the page sets them as a printer would."""
    return " ".join(text.split()).replace("’", "'")


class Opened(html.parser.HTMLParser):
    """The evidence blocks of a page: the text and the claim numbers of each, by the id of the finding that
    holds it.
    """

    def __init__(self, source):
        super().__init__()
        self.blocks, self.holder, self.inside, self.depth, self.stack = {}, "", "", 0, []
        self.feed(source)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "div":
            self.stack.append(self.holder)
            self.holder = (
                attributes.get("id", self.holder)
                if "finding" in (attributes.get("class") or "").split()
                else self.holder
            )
        if tag == "details" and attributes.get("class") == "evidence":
            self.depth = 1
            # In the story it stands below its paragraph, under a name of its own.
            self.inside = attributes.get("id", self.holder).replace("rests-", "finding-", 1)
            self.blocks.setdefault(self.inside, []).append({"text": "", "claims": [], "links": []})
        if self.depth and tag == "a":
            number = re.fullmatch(r"#claim-(\d+)", attributes["href"])
            last = self.blocks[self.inside][-1]
            last["claims" if number else "links"].append(int(number[1]) if number else attributes["href"])

    def handle_endtag(self, tag):
        if tag == "div":
            self.holder = self.stack.pop()
        if tag == "details":
            self.depth = 0

    def handle_data(self, data):
        if self.depth:
            self.blocks[self.inside][-1]["text"] += data


@pytest.fixture(scope="module", params=EDITIONS)
def edition(request):
    """A committed edition: its findings.json, and its page."""
    folder = ROOT / "report" / request.param
    return json.loads((folder / "findings.json").read_text("utf-8")), (folder / "briefing.html").read_text(
        "utf-8"
    )


@pytest.fixture(scope="module")
def numbers(edition):
    """The number on each claim's card, by id."""
    cards = re.findall(r'id="claim-(\d+)".*?<code[^>]*>([\w-]+)</code>', edition[1], re.S)
    return {claim: int(number) for number, claim in cards}


def test_every_finding_opens_its_claims_with_words_range_document_and_cell(edition, numbers):
    data, page = edition
    blocks = Opened(page).blocks
    for found in data["findings"]:
        (block,) = blocks[f"finding-{found['notebook']}-{found['id']}"]
        text = plain(block["text"])
        claims = {base for claim in found["claims"] for base in claim.split(" over ") if base in numbers}
        assert block["claims"] == sorted(numbers[claim] for claim in claims), found["id"]
        assert f"notebooks/{found['notebook']}.ipynb" in text and text.rstrip().endswith(
            f"cell {found['cell']}"
        )
        for claim in claims:
            about = data["claims"][claim]
            assert plain(about["stated"]) in text and (
                about["basis"] == "assumed" or plain(about["publisher"]) in text
            )
            if about["url"]:
                assert about["url"].split("?")[0].split("#")[0][:30] in " ".join(block["links"])


def test_page_one_opens_the_evidence_of_each_of_its_sentences(edition):
    data, page = edition
    front = page[page.index('class="page-one') : page.index('class="contents"')]
    told = [f for f in data["findings"] if f["role"] not in ("", "not-run")]
    assert front.count('<details class="evidence"') == len(told)


def test_the_cell_named_is_the_cell_that_computes(edition):
    data, _ = edition
    for found in data["findings"]:
        if found["role"] == "not-run":
            continue
        cells = nbformat.read(ROOT / "notebooks" / f"{found['notebook']}.ipynb", as_version=4).cells
        (cell,) = [c for c in cells if c.cell_type == "code" and c.execution_count == found["cell"]]
        assert any(o.data.get(FINDING, {}).get("id") == found["id"] for o in cell.outputs if "data" in o)


def test_every_card_leads_to_its_document_and_to_the_notebooks_that_use_it(edition, numbers):
    data, page = edition
    cards = dict(
        re.findall(r'<div id="claim-(\d+)" class="claim">(.*?)(?=<div id="claim-|</section>)', page, re.S)
    )
    assert {int(number) for number in cards} == set(numbers.values())
    for claim, number in numbers.items():
        about = data["claims"][claim]
        assert [f'href="#sec-{name}"' in cards[str(number)] for name in about["notebooks"]] == [True] * len(
            about["notebooks"]
        )
        assert ('href="http' in cards[str(number)]) == about["url"].startswith("http")


def test_search_engines_and_machines_get_the_same_claims(edition, numbers):
    data, page = edition
    linked = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1])
    by_id = {part["@id"]: part for part in linked["@graph"]}
    report = by_id["#report"]
    assert (linked["@context"], report["@type"]) == ("https://schema.org", "Report")
    assert {part["@id"] for part in report["hasPart"]} == {f"#claim-{n}" for n in numbers.values()}
    for claim, number in numbers.items():
        part, about = by_id[f"#claim-{number}"], data["claims"][claim]
        assert (part["@type"], part["identifier"], part.get("text", "")) == ("Claim", claim, about["stated"])
        assert part.get("dateCreated", "") == (about["said_on"] or about["published"])
        author = part["author"]
        assert by_id[author.get("affiliation", author)["@id"]]["@type"] == "Organization"
        if "appearance" in part:
            document = by_id[part["appearance"]["@id"]]
            assert (document["publisher"]["name"], document.get("url", "")) == (
                about["publisher"],
                about["url"],
            )
            assert part.get("datePublished", "") == about["published"]
        else:  # what is ours appeared nowhere
            assert about["publisher_kind"] == "own" or about["basis"] == "assumed"
    assert "Rating" not in json.dumps(linked) and "ClaimReview" not in json.dumps(linked)
