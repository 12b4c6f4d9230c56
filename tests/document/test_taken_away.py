"""What newsrooms take away: the text for Word, the workbook and its CSV, the page of a figure."""

import base64
import csv
import hashlib
import html
import io
import json
import re
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from xml.etree import ElementTree

import openpyxl
import pytest

from reported.document import assembly, embed, rendering, workbook
from reported.document.word import MOST_NOTED, word
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording.findings import FINDING, TABLE
from reported.wording.language import language, speaking

from ..conftest import RELIEF, ROOT
from .test_slides import TEMPLATE, told_now

EVIL = '=cmd|"/c calc"!A1'
MOST_BYTES = {
    "latest": 112 * 1024,
    "latest-ko": 144 * 1024,
}  # of the page of a figure; Hangul has more letters


@pytest.fixture(scope="module")
def relief(tmp_path_factory):
    """The edition of another dossier, whose title and first publisher are hostile, with its figures drawn."""
    told = told_now("relief", tmp_path_factory.mktemp("relief"), RELIEF)
    plan = told.edition.record.plan
    about = plan.dossier.model_copy(update={"title": 'Flour --> "<script>alert(1)</script>" ${x}'})
    first, *rest = read(RELIEF).documents
    whole = replace(
        read(RELIEF),
        plan=plan.model_copy(update={"dossier": about}),
        documents=(first._replace(title=EVIL, publisher="+1 --> x"), *rest),
    )
    told.edition = Edition(whole, told.edition.record.parameters)
    return told


# ── the text for Word ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def docx(relief):
    return rendering.docx(word(relief.parts, relief.edition, relief.name), relief.folder, TEMPLATE)


@pytest.fixture(scope="module")
def parts(docx):
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def read_back(content, way="json"):
    """A text for Word as pandoc reads it."""
    command = [rendering._pandoc_path(), "-f", "docx", "-t", way, "--wrap=none", "--track-changes=all"]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def squeezed(text):
    return re.sub(r"\W+", "", html.unescape(text))


def test_every_sentence_and_caption_is_there_and_each_finding_has_a_note(relief, docx):
    text = squeezed(read_back(docx, "plain"))
    found = [f for part in relief.parts if not part.absent for f in part.of(FINDING)]
    assert found and [f["id"] for f in found if squeezed(f["sentence"]) not in text] == []
    shown = [t for part in relief.parts if not part.absent for t in part.of(TABLE) if not t.get("on_screen")]
    assert shown and [t["id"] for t in shown if squeezed(t["caption"]) not in text] == []
    assert read_back(docx).count('"t":"Note"') >= len(found)


def test_a_note_tells_its_claims_and_names_the_rest_by_number(relief):
    markdown = word(relief.parts, relief.edition, relief.name)
    notes = re.findall(r"^\[\^\d+\]: (.*)", markdown, re.M)
    assert max(note.count("{.cited} “") for note in notes) <= MOST_NOTED
    leads, there = set(re.findall(r"\]\(#(claim-\d+)\)", markdown)), re.findall(r"\{#(claim-\d+)\}", markdown)
    assert leads <= set(there) and len(there) == len(set(there))


def test_pictures_have_words_tables_have_heads_and_headings_are_styles(relief, parts):
    text = parts["word/document.xml"].decode()
    described = [html.unescape(words) for words in re.findall(r'<wp:docPr descr="([^"]*)"', text)]
    figures = embed.figures(relief.parts).values()
    assert len(described) == len(figures) and all(len(words) > 60 for words in described)
    assert text.count("<w:tbl>") == text.count("<w:tblHeader") > 0
    for style in ("Title", "Subtitle", "Heading1", "ImageCaption", "TableCaption"):
        assert f'<w:pStyle w:val="{style}" />' in text
    styles = parts["word/styles.xml"].decode()
    assert "1F4E79" in styles and "Georgia" in styles


def test_word_gets_no_hour_no_machine_and_reaches_for_nothing(docx, parts, relief):
    assert b"<dcterms:" not in parts["docProps/core.xml"] and b"/tmp" not in b"".join(parts.values())
    links = re.findall(
        rb'<Relationship [^>]*TargetMode="External"[^>]*>', parts["word/_rels/document.xml.rels"]
    )
    assert all(b"/hyperlink" in link for link in links)
    again = rendering.docx(word(relief.parts, relief.edition, relief.name), relief.folder, TEMPLATE)
    assert again == docx


def test_text_in_word_is_only_text(docx, parts):
    words = "".join(ElementTree.fromstring(parts["word/document.xml"]).itertext())
    assert 'Flour --> "<script>alert(1)</script>" ${x}' in words and "RawInline" not in read_back(docx)


# ── the workbook ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def sheets(relief):
    return {sheet.name: sheet for sheet in workbook.sheets(relief.parts, relief.edition)}


@pytest.fixture(scope="module")
def book(sheets):
    return openpyxl.load_workbook(io.BytesIO(workbook.as_workbook(list(sheets.values()), "T")))


def test_each_table_has_a_sheet_with_all_that_the_edition_knows(relief, sheets, book):
    dossier = relief.edition.record.dossier
    many = {
        "claims": len(dossier.said),
        "sources": len(dossier.documents),
        "denials": len(dossier.denied),
        "events": len(dossier.happened),
    }
    assert {name: len(sheet.rows) for name, sheet in sheets.items() if name in many} == many
    assert book.sheetnames == ["claims", "sources", "denials", "events", "codebook"]
    for page in book:
        assert page.freeze_panes == "B2" and page.auto_filter.ref == page.dimensions
        assert all(head.font.bold for head in page[1])


def test_cells_are_what_they_are(sheets, book):
    columns = [cell.value for cell in book["claims"][1]]
    for row in book["claims"].iter_rows(min_row=2):
        cells = dict(zip(columns, row, strict=True))
        assert isinstance(cells["value"].value, (int, float, type(None)))
        assert isinstance(cells["credibility"].value, int)
        if len(str(cells["published"].value or "")) > 10:
            assert isinstance(cells["published"].value, (date, datetime)) and cells["published"].is_date
        assert cells["low"].value is None or cells["low"].value > 0
    days = [row[columns.index("published")].value for row in book["claims"].iter_rows(min_row=2)]
    assert any(isinstance(day, datetime) for day in days)


def test_a_formula_is_a_text_in_the_workbook_and_has_an_apostrophe_in_csv(sheets, book):
    page = book["sources"]
    (cell,) = [cell for row in page.iter_rows() for cell in row if cell.value == EVIL]
    assert cell.data_type == "s" and cell.quotePrefix
    assert not [cell for page in book for row in page.iter_rows() for cell in row if cell.data_type == "f"]
    rows = list(csv.reader(io.StringIO(workbook.as_csv(sheets["sources"]).decode())))
    assert f"'{EVIL}" in [cell for row in rows for cell in row]
    assert not [cell for row in rows for cell in row if cell[:1] in "=+-@" and cell]


def test_csv_and_workbook_say_the_same(sheets, book):
    rows = list(csv.reader(io.StringIO(workbook.as_csv(sheets["claims"]).decode())))
    assert rows[0] == [cell.value for cell in book["claims"][1]]
    assert len(rows) == book["claims"].max_row
    assert [row[0] for row in rows[1:]] == [row[0].value for row in book["claims"].iter_rows(min_row=2)]


def test_the_codebook_tells_every_column(sheets):
    told = {(row[0], row[1]) for row in sheets["codebook"].rows}
    for name in ("claims", "sources", "denials", "events"):
        assert {(name, column) for column in sheets[name].columns} <= told
    assert all(row[3] for row in sheets["codebook"].rows)


def test_the_same_tables_give_the_same_bytes_and_tell_no_hour(sheets):
    made = workbook.as_workbook(list(sheets.values()), "T")
    assert made == workbook.as_workbook(list(sheets.values()), "T")
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert b"dcterms:" not in package.read("docProps/core.xml")
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


# ── the page of a figure ────────────────────────────────────────────────────────────────────────────────────


def pages(told):
    """The page of each figure, by name."""
    figures = embed.figures(told.parts)
    words = {place: embed.words(figure, place, told.edition, told.name) for place, figure in figures.items()}
    return {
        figure["name"]: embed.page(figure, words[place], told.folder / "figures", TEMPLATE).decode()
        for place, figure in figures.items()
    }


@pytest.fixture(scope="module")
def embedded(relief):
    made = pages(relief)
    assert made and made == pages(relief)
    return made


def test_a_figure_brings_both_drawings_with_all_its_words(relief, embedded):
    for figure in embed.figures(relief.parts).values():
        page = embedded[figure["name"]]
        assert len(re.findall(r'<svg class="(?:wide|slim)"', page)) == 2
        for text in ("title", "subtitle", "source"):
            assert html.escape(figure[text]) in page
        assert page.count(f'role="img" aria-label="{html.escape(figure["alt"])}"') == 2
        (data,) = re.findall(r'href="data:text/csv;charset=utf-8;base64,([^"]*)"', page)
        assert base64.b64decode(data) == (relief.folder / "figures" / f"{figure['name']}.csv").read_bytes()


def test_it_asks_for_nothing_and_only_its_script_may_run(embedded):
    for page in embedded.values():
        shown = re.sub(r"<!--.*?-->", "", page, flags=re.S)
        (script,) = re.findall(r"<script>(.*?)</script>", shown, re.S)
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', page)
        assert policy.startswith("default-src 'none'; img-src data:; font-src data:;")
        assert f"script-src 'sha256-{digest}';" in policy
        assert not re.search(
            r'(?:src|href)="(?!data:|#|\.\./briefing\.html#)|url\((?!data:|#)|@import', shown
        )


def test_names_inside_are_its_own_and_lead_somewhere(embedded):
    for page in embedded.values():
        ids = re.findall(r'\bid="([^"]*)"', page)
        assert len(ids) == len(set(ids))
        assert set(re.findall(r'(?:href="|url\()#([\w-]+)', page)) <= set(ids)


def test_a_hostile_title_ends_neither_the_comment_nor_the_page(embedded):
    for page in embedded.values():
        assert page.count("-->") == 1 and "<script>alert" not in page
        assert html.escape('Flour --> "<script>alert(1)</script>" ${x}') in page


def test_what_is_drawn_is_what_the_figure_draws(relief, embedded):
    for name, page in embedded.items():
        svg = (relief.folder / "figures" / f"{name}.svg").read_text("utf-8")
        inside = re.sub(r'<g id="outside">.*?</g>', "", svg, flags=re.S)
        words = re.findall(r"<text[^>]*>([^<]*)</text>", inside)
        (wide,) = re.findall(r'<svg class="wide".*?</svg>', page, re.S)
        assert re.findall(r"<text[^>]*>([^<]*)</text>", wide) == [
            " ".join(text.split()) for text in words
        ] or [text.strip() for text in words] == [
            text.strip() for text in re.findall(r"<text[^>]*>([^<]*)</text>", wide)
        ]


@pytest.mark.parametrize("edition", MOST_BYTES)
def test_the_page_of_a_shipped_figure_is_small(edition):
    made = {path.stem: path.stat().st_size for path in (ROOT / "report" / edition / "embed").glob("*.html")}
    assert {name: size for name, size in made.items() if size > MOST_BYTES[edition]} == {}


def test_all_of_it_is_said_in_korean_too(relief):
    with speaking(language("ko")):
        parts = assembly.sections(())
        text = word(parts, relief.edition, relief.name)
        made = workbook.sheets(parts, relief.edition)
        assert re.search("[가-힣]", text)
        assert re.search("[가-힣]", json.dumps(made[-1].columns, ensure_ascii=False))
