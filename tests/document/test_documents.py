"""The PDFs as they are committed: made so that everybody can read them, and that their words come in the
order of reading.

A PDF says twice in which order it is read: in its structure, for readers that speak, and in the order it is
drawn, for whatever copies text out of it. Both are read here.
"""

import functools
import html
import io
import json
import os
import re

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet
from fontTools.pens.basePen import NullPen
from page import ValidationProfile, validate_pdf

from reported.wording.language import language, say, speaking

from ..conftest import ROOT
from .letters import overlapping, smallest
from .letters import places as places_of

REPORTS = sorted(found.parent for found in ROOT.glob("report/*/findings.json"))
DOCUMENTS = [path for report in REPORTS for path in sorted(report.glob("*.pdf"))]
MOST_PAGES = {"en": 21, "ko": 23}  # the index grows with the record; Hangul takes more room
LEAST = {"briefing": 7.5, "handout": 7.5, "slides": 16}  # points: the smallest letters
every_document = pytest.mark.parametrize(
    "path", DOCUMENTS, ids=lambda path: f"{path.parent.name}-{path.stem}"
)
every_briefing = pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)


def code_of(path):
    """The language of a report, or of a document of one, by the name of its edition."""
    return "ko" if path.parent.name.endswith("-ko") or path.name.endswith("-ko") else "en"


def letters(font):
    """Code → text of one font, from the table that the PDF carries for whoever copies from it."""
    table = font.ToUnicode.read_bytes().decode("ascii")
    pairs = re.findall(r"<(\w+)>\s*<(\w+)>", "".join(re.findall(r"beginbfchar(.*?)endbfchar", table, re.S)))
    assert "beginbfrange" not in table, "codes given as ranges, which this reader does not know"
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def pieces(page):
    """Number → text of the pieces that a page marks for its structure; what is in no piece is left out."""
    fonts, found, inside, table = {}, {}, [], {}
    for step in pikepdf.parse_content_stream(page):
        match str(step.operator), tuple(step.operands):
            case (("BDC" | "BMC"), operands):
                marked = (
                    operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else {}
                )
                inside.append(int(marked["/MCID"]) if "/MCID" in marked else None)
            case "EMC", _:
                inside.pop()
            case "Tf", (name, _):
                if name not in fonts:
                    fonts[name] = letters(page.Resources.Font[name])
                table = fonts[name]
            case (("Tj" | "TJ"), (words,)):
                run = [words] if isinstance(words, pikepdf.String) else words
                codes = b"".join(bytes(part) for part in run if isinstance(part, pikepdf.String))
                numbers = [number for number in inside if number is not None]
                if numbers:
                    text = "".join(
                        table[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2)
                    )
                    found[numbers[-1]] = found.get(numbers[-1], "") + text
    return found


@functools.cache
def read(path):
    """A document in the order of its structure: (role, page from 0, number of the piece, text), drawings left
    out.

    All that stands in a heading has the heading's role.
    """
    with pikepdf.open(path) as pdf:
        drawn = [pieces(page) for page in pdf.pages]
        at = {page.objgen: number for number, page in enumerate(pdf.pages)}

        def walk(element, role, page):
            if isinstance(element, pikepdf.Array):
                for each in element:
                    yield from walk(each, role, page)
            elif not isinstance(element, pikepdf.Dictionary):
                yield role, page, int(element), drawn[page].get(int(element), "")
            elif element.get("/Type") == "/MCR":
                yield from walk(
                    element.MCID, role, at[element.get("/Pg").objgen] if "/Pg" in element else page
                )
            elif "/K" in element and element.get("/S") != "/Figure":
                page = at[element.Pg.objgen] if "/Pg" in element else page
                yield from walk(
                    element.K, role if role.startswith("/H") else str(element.get("/S", role)), page
                )

        return [piece for piece in walk(pdf.Root.StructTreeRoot.K, "", 0) if piece[3]]


def words(path, page=None):
    """The text of a document or of one page, without its spaces, which a PDF leaves out where a line ends."""
    return bare("".join(text for _, on, _, text in read(path) if page in (None, on)))


def bare(text):
    """Text without spaces, its quotation marks straight."""
    return "".join(text.split()).translate(str.maketrans("‘’“”", "''\"\""))


def places(text, wanted):
    """Where each of the words begins, searched for from the end of the one before; stops at what is not
    there.
    """
    found = []
    for each in map(bare, wanted):
        found.append(text.find(each, found[-1] if found else 0))
        assert found[-1] >= 0, f"not there, or not in its place: {each}"
    return found


def headings(path):
    """The headings of a document, in the order of its structure; lines of one heading are put together."""
    found = []
    for role, page, number, text in read(path):
        if not re.fullmatch("/H[1-6]", role):
            continue
        if found and found[-1][:2] == (role, page) and found[-1][2] == number - 1:
            text = found.pop()[3] + text
        found.append((role, page, number, text))
    return [bare(text) for *_, text in found]


def test_every_report_has_its_documents():
    assert {"latest", "2023-11-02"} <= {report.name for report in REPORTS}
    assert all((report / "briefing.pdf").exists() for report in REPORTS)


@every_document
def test_it_keeps_the_rules_of_pdf_ua(path):
    assert broken_rules(path) == []


def broken_rules(path):
    """What the checker has against a document. It does not know where a font of several parts keeps the
    widths of its letters; where it says that they are not those that the document uses, we look ourselves.
    """
    found = [
        failure.message for failure in validate_pdf(str(path), profile=ValidationProfile.PDF_UA_1).failures
    ]
    with pikepdf.open(path) as pdf:
        fonts = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
        wrong = [
            width for font in fonts if font.get("/Subtype") == "/CIDFontType0" for width in odd_widths(font)
        ]
    return wrong + [message for message in found if "CIDFontType0C" not in message]


def odd_widths(font):
    """The letters of a font whose widths in it are others than those that the document uses: number of the
    letter, width there, width here.
    """
    program = CFFFontSet()
    program.decompile(io.BytesIO(font.FontDescriptor.FontFile3.read_bytes()), None)
    letters, told = program[0].CharStrings, [*font.W]
    used = {}
    while told:
        first, second = int(told.pop(0)), told.pop(0)
        if isinstance(second, pikepdf.Array):
            used |= {first + n: float(width) for n, width in enumerate(second)}
        else:
            used |= dict.fromkeys(range(first, int(second) + 1), float(told.pop(0)))
    for name in program[0].charset:
        number = 0 if name == ".notdef" else int(name.removeprefix("cid"))
        letters[name].draw(NullPen())
        if abs(letters[name].width - used.get(number, float(font.get("/DW", 1000)))) > 1:
            yield number, letters[name].width, used.get(number)


@every_document
def test_it_says_its_title_and_its_language_and_is_tagged(path):
    with pikepdf.open(path) as pdf:
        assert str(pdf.docinfo.Title).strip()
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.Root.Lang) == code_of(path)
        assert pdf.Root.MarkInfo.Marked and not pdf.Root.MarkInfo.get("/Suspects", False)


@every_document
def test_its_letters_are_inside(path):
    with pikepdf.open(path) as pdf:
        fonts = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"
        ]
        drawn = [font for font in fonts if "/DescendantFonts" not in font and font.Subtype != "/Type3"]
        files = {"/FontFile", "/FontFile2", "/FontFile3"}
        assert (
            drawn
            and [str(font.BaseFont) for font in drawn if not files & set(font.FontDescriptor.keys())] == []
        )


@every_document
def test_every_figure_says_what_it_shows(path):
    with pikepdf.open(path) as pdf:
        figures = [
            each
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and each.get("/S") == "/Figure"
        ]
        assert figures
        assert [alt for figure in figures if len(alt := str(figure.get("/Alt", ""))) < 60] == []


@every_document
def test_every_page_has_words_to_copy_and_to_hear(path):
    with pikepdf.open(path) as pdf:
        pages = len(pdf.pages)
    assert {page for _, page, _, _ in read(path)} == set(range(pages))
    assert "\ufffd" not in words(path)


@pytest.mark.skipif("SHIPPED" not in os.environ, reason="of the shipped editions; .ci/run asks")
@every_briefing
def test_the_briefing_is_short(report):
    """Ours are. With more claims on record one has more pages, and nothing is wrong with that."""
    with pikepdf.open(report / "briefing.pdf") as pdf:
        assert len(pdf.pages) <= MOST_PAGES[code_of(report)]


@every_document
def test_its_letters_can_be_read(path):
    size, page = smallest(path)
    assert size > LEAST[path.stem] - 0.005, f"{size:.2f} pt on page {page}"


@every_briefing
def test_no_heading_stands_alone_and_no_figure_before_its_heading(report):
    assert misplaced(report / "briefing.pdf") == []
    assert before_their_heading(report / "briefing.pdf") == []


@every_document
def test_no_words_stand_over_others(path):
    assert overlapping(path) == []


@every_briefing
def test_page_one_is_one_page(report):
    with speaking(language(code_of(report))):
        assert words(report / "briefing.pdf", 1).startswith(bare(say("page-contents")))


def before_their_heading(path):
    """What stands before the heading it belongs to: above it on its page, from its second page on, if not in
    a column behind it.
    """
    at, found, heading, before = places_of(path), [], None, ""
    for role, page, number, text in read(path):
        titled, before = re.fullmatch("/H[1-6]", role) and before != role, role
        if titled:
            heading = (page, number)
        elif heading and page > 0 and page == heading[0]:
            (x, y), (after, below) = at[heading], at[page, number]
            if below > y + 1 and after < x + 150:
                found.append((page + 1, text))
    return found


def misplaced(path):
    """The headings of a document, from its second page on, that something of theirs does not stand behind, in
    the same column of the same page: neither a word nor what a figure says above it.
    """
    at, told, found = places_of(path), read(path), []
    for (role, page, number, text), (after, next_page, next_number, _) in zip(told, told[1:], strict=False):
        if not re.fullmatch("/H[1-6]", role) or page == 0 or re.fullmatch("/H[1-6]", after):
            continue
        (x, y), (next_x, next_y) = at[page, number], at[next_page, next_number]
        if next_page != page or next_y > y or next_x > x + 150:
            found.append(text)
    return found


@every_briefing
def test_the_handout_is_one_sheet(report):
    with pikepdf.open(report / "handout.pdf") as pdf:
        assert len(pdf.pages) == 2


@every_briefing
def test_page_one_answers_in_the_order_a_reader_asks(report):
    found = json.loads((report / "findings.json").read_text("utf-8"))["findings"]
    line, *more = [each["sentence"] for each in found if each["role"] == "bottom-line"]
    answer = [line, *(each["sentence"] for each in found if each["role"] == "claimed"), *more]
    with speaking(language(code_of(report))):
        titles = [say(f"page-{name}") for name in ("judgements", "confidence", "basis", "would-change")]
    places(words(report / "briefing.pdf", 0), [*answer, *titles])
    assert [title for title in headings(report / "briefing.pdf") if title in map(bare, titles)] == [
        *map(bare, titles)
    ]


@every_briefing
def test_page_one_is_drawn_in_the_order_it_is_read(report):
    drawn = [number for _, page, number, _ in read(report / "briefing.pdf") if page == 0]
    assert len(drawn) > 100 and drawn == sorted(drawn)


@every_briefing
def test_the_structure_never_goes_back_a_page(report):
    pages = [page for role, page, _, _ in read(report / "briefing.pdf") if role.startswith("/H")]
    assert pages == sorted(pages)


@every_briefing
def test_sections_and_outline_are_those_of_the_page(report):
    page = (report / "briefing.html").read_text("utf-8")
    titles = re.findall(r'<h2(?! class="[^"]*on-screen)[^>]*>[^\n]*?class="question">(.*?)</span></h2>', page)
    sections = [bare(html.unescape(re.sub("<.*?>", "", title))) for title in titles]
    with pikepdf.open(report / "briefing.pdf") as pdf, pdf.open_outline() as outline:
        listed = [bare(entry.title) for entry in outline.root]
    assert len(sections) > 5
    places("".join(headings(report / "briefing.pdf")), sections)
    places("".join(listed), sections)


# That these can fail ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("check", "spoil"),
    [
        (test_it_keeps_the_rules_of_pdf_ua, lambda pdf: pdf.Root.__delattr__("MarkInfo")),
        (
            test_it_says_its_title_and_its_language_and_is_tagged,
            lambda pdf: setattr(pdf.Root, "Lang", pikepdf.String("de")),
        ),
        (test_its_letters_are_inside, lambda pdf: strip(pdf, "/Type", "/FontDescriptor", "/FontFile2")),
        (test_every_figure_says_what_it_shows, lambda pdf: strip(pdf, "/S", "/Figure", "/Alt")),
        (test_every_page_has_words_to_copy_and_to_hear, lambda pdf: pdf.add_blank_page()),
    ],
)
def test_a_spoilt_document_is_noticed(tmp_path, check, spoil):
    with pikepdf.open(ROOT / "report" / "latest" / "briefing.pdf") as pdf:
        spoil(pdf)
        pdf.save(tmp_path / "spoilt.pdf")
    with pytest.raises((AssertionError, AttributeError)):
        check(tmp_path / "spoilt.pdf")


def test_letters_of_other_widths_than_a_document_uses_are_noticed(tmp_path):
    with pikepdf.open(ROOT / "report" / "latest-ko" / "handout.pdf") as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/CIDFontType0":
                font.W = pikepdf.Array([0, 5000, 500])
        pdf.save(tmp_path / "spoilt.pdf")
    assert broken_rules(tmp_path / "spoilt.pdf")


def strip(pdf, key, value, name):
    """Take an entry from every object that has ``value`` under ``key``."""
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get(key) == value and name in each:
            del each[name]


def test_words_out_of_order_are_noticed():
    assert places("firstthensecond", ["first", "second"]) == [0, 9]
    with pytest.raises(AssertionError, match="not in its place: first"):
        places("firstthensecond", ["second", "first"])
