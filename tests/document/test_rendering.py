"""The briefing as HTML and PDF: what a reader gets, what stops the build, and that it is the same everywhere.

Checks with a PDF reader are skipped where none is installed; those with a browser are in tests/browser.
"""

import html.parser
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst

from reported.document import rendering
from reported.figures import fonts

from .letters import overlapping, smallest
from .test_documents import before_their_heading, misplaced

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "src/reported/document/templates"
FOLDER = ROOT / "tests" / "document" / "rendering"
SAMPLE = (FOLDER / "sample.md").read_text(encoding="utf-8")
HEAD = """---
title: T
lang: en
toc-title: Contents
labels: {figure: Figure, table: Table, rests_on: Rests on, skip: Skip, more_rows: "{shown} of {all} rows"}
---

"""
HOSTILE = [
    '#import "x.typ": *',
    "$x$ and $100",
    r"\u{1F600}",
    "<script>alert(1)</script>",
    "[brackets](nowhere)",
    "_underscore_",
    "@someone",
    "&amp;",
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The sample document, rendered once."""
    return rendering.render(SAMPLE, FOLDER, tmp_path_factory.mktemp("out"), TEMPLATE)


@pytest.fixture(scope="module")
def page(made):
    return Page.of(made[0].read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pdf(made):
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(made[1]) as opened:
        yield opened


@pytest.fixture(scope="module")
def printed(made):
    return words_of(made[1])


class Page(html.parser.HTMLParser):
    """An HTML page taken apart: its elements in order, and the text between them."""

    @classmethod
    def of(cls, source):
        page = cls()
        page.elements, page.words, page.source = [], [], source
        page.feed(source)
        return page

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())

    def all(self, *tags):
        return [attributes for tag, attributes in self.elements if tag in tags]


def words_of(path, *options):
    """The text of a PDF, page by page."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return [" ".join(page.split()) for page in done.stdout.decode().split("\f")[:-1]]


def refused(markdown, folder=FOLDER, tmp=None):
    """What the build says about a document that it must not render; nothing may be written."""
    out = (tmp or folder) / "never"
    with pytest.raises(rendering.RenderingError) as caught:
        rendering.render(markdown, folder, out, TEMPLATE)
    assert not out.exists()
    return str(caught.value)


# The same everywhere ----------------------------------------------------------------------------------------


@pytest.mark.long
def test_eight_renders_in_different_places_give_the_same_bytes(tmp_path):
    code = (
        "import sys; from pathlib import Path; from reported.document.rendering import render; "
        "p = Path(sys.argv[1]); render((p / 'sample.md').read_text('utf-8'), p, p / 'out', p / 'template')"
    )
    running = []
    for number in range(8):
        place = tmp_path / f"{'deeper/' * (number % 3)}place-{number}"
        shutil.copytree(FOLDER, place)
        shutil.copytree(TEMPLATE, place / "template")
        varied = {
            "TZ": ("UTC", "Asia/Seoul", "America/St_Johns")[number % 3],
            "LC_ALL": ("C" if str(ROOT).isascii() else "C.UTF-8", "C.UTF-8")[number % 2],
            "PYTHONHASHSEED": str(number), "HOME": str(place), "PYTHONPATH": str(ROOT / "src"),
        }  # fmt: skip
        environment = {k: v for k, v in os.environ.items() if k != "SOURCE_DATE_EPOCH"} | varied
        running.append(
            (place, subprocess.Popen([sys.executable, "-c", code, str(place)], env=environment, cwd=place))
        )
        if number % 2:
            assert [process.wait() for _, process in running[-2:]] == [0, 0]
    for name in ("briefing.html", "briefing.pdf"):
        versions = {(place / "out" / name).read_bytes() for place, _ in running}
        assert len(versions) == 1, name
        assert str(tmp_path).encode() not in versions.pop(), f"{name} names the folder it was made in"


def test_no_hour_of_the_build_is_inside(made, pdf):
    assert not {"/CreationDate", "/ModDate"} & set(pdf.docinfo)
    assert b"CreateDate" not in made[1].read_bytes()


# HTML -------------------------------------------------------------------------------------------------------


def test_the_page_is_one_small_file_that_fetches_nothing(made, page):
    assert made[0].stat().st_size < 600_000
    assert not page.all("script", "iframe", "object", "embed")  # no data, no script
    for attributes in page.all("img", "link", "source"):
        assert (attributes.get("src") or attributes.get("href")).startswith("data:")
    assert not re.findall(r"url\((?!data:|#)", page.source)
    assert "@import" not in "".join(re.findall(r"<style>(.*?)</style>", page.source, re.S))
    assert page.source.count("font/woff2;base64,") == 9


def test_landmarks_language_and_skip_link(page):
    assert page.all("html")[0]["lang"] == "en"
    assert [len(page.all(tag)) for tag in ("header", "main", "nav", "h1")] == [1, 1, 1, 1]
    assert page.all("a")[0] == {"class": "skip", "href": "#text"}
    assert {"class": "stated", "lang": "ko"} in page.all("span")


def test_headings_leave_out_no_level(page):
    levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in zip(levels, levels[1:], strict=False))


def test_every_picture_says_what_it_shows(page):
    drawings = page.all("svg")
    assert len(drawings) == 3
    assert all(drawing["role"] == "img" and len(drawing["aria-label"]) > 60 for drawing in drawings)


def test_pictures_are_made_smaller_without_losing_a_part(page):
    drawings = re.findall(r"<svg.*?</svg>", page.source, re.S)
    assert len(drawings) == 3
    for drawing in drawings:
        elements = list(ElementTree.fromstring(drawing).iter())
        ids = {element.get("id") for element in elements} - {None}
        used = {element.get("href") for element in elements} - {None}
        used |= {f"#{name}" for name in re.findall(r"url\(#(.*?)\)", drawing)}
        assert used == {f"#{name}" for name in ids}
        assert "scale(0.015625)" in drawing and "<style" not in drawing
    original = (FOLDER / "figures" / "counts.svg").read_text("utf-8")
    assert [drawings[0].count(f"<{tag}") for tag in ("path", "use", "g")] == [
        original.count(f"<{tag}") for tag in ("path", "use", "g")
    ]
    assert len(drawings[0]) < 0.8 * len(original)


def test_a_drawing_leaves_out_what_the_page_sets_as_text(page):
    whole, cropped = (drawing["viewbox"].split() for drawing in page.all("svg")[:2])
    assert (whole[:3], cropped[:3]) == (["0", "0", whole[2]], ["0", "40.5", whole[2]])
    assert float(cropped[3]) == pytest.approx(float(whole[3]) - 60.5)
    assert (
        "All three numbers meet. Bicycles a day, by party" in page.text
        and "Sources: the parties themselves." in page.text
    )


def test_what_opens_in_place_is_closed_named_and_on_the_screen_only(page, printed):
    opened = [details["class"] for details in page.all("details") if "open" in details]
    closed = [details["class"] for details in page.all("details") if "open" not in details]
    assert (closed, opened) == (["evidence", "evidence", "panel", "evidence"], ["record"])
    assert re.findall(r"<summary><(?:span|h2)>\s*(.*?)\s*</(?:span|h2)>\s*</summary>", page.source) == [
        "Rests on two claims", "How this was computed", "What if the ferry was larger?", "Rests on one claim",
        "The record: one finding, one table, one chart, what this does not show",
    ]  # fmt: skip
    on_paper = " ".join(printed)
    assert "Rests on two claims" not in on_paper and "What if the ferry was larger?" not in on_paper


def test_paper_has_the_record_behind_the_story_and_no_mark_to_press(page, printed):
    on_paper = " ".join(printed)
    story, record = "900 a day take at least 18 crossings.", "The sum is short"
    assert 0 < on_paper.find(story) < on_paper.find(record)
    assert "The record: one finding" not in on_paper and "18 crossings. +" not in on_paper
    assert page.text.find(story) < page.text.find("The record: one finding") < page.text.find(record)


def test_screen_and_paper_each_have_what_is_theirs(page, printed):
    on_paper = " ".join(printed)
    assert ("for the screen" in page.text, "for paper" in page.text) == (True, False)
    assert ("for the screen" in on_paper, "for paper" in on_paper) == (False, True)


def test_paper_has_the_head_of_a_long_table_and_says_so(tmp_path):
    rows = "\n".join(f"| row {n} | told at some length |" for n in range(1, 30))
    text = f"{HEAD}| a | b |\n|---|-------|\n{rows}\n\n: Long\n"
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(text, FOLDER, TEMPLATE))
    told = " ".join(words_of(tmp_path / "x.pdf"))
    assert "4 of 29 rows" in told and "row 4" in told and "row 5" not in told
    assert "row 29" in Page.of(rendering.html(text, FOLDER, TEMPLATE).decode()).text


def test_paper_has_the_rows_that_lead_a_long_table(tmp_path):
    rows = "\n".join(f"| row {n} | told at some length |" for n in range(1, 30))
    head = HEAD.replace("labels: {", 'labels: {some_rows: "{shown} of {all}, one a kind", ')
    text = f'{head}| a | b |\n|---|-------|\n{rows}\n\n: Long {{#tbl-long leading="2 17 29"}}\n'
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(text, FOLDER, TEMPLATE))
    told = " ".join(words_of(tmp_path / "x.pdf"))
    assert "3 of 29, one a kind" in told and re.findall(r"row \d+", told) == ["row 2", "row 17", "row 29"]


STORY = (
    HEAD.replace("labels: {", "labels: {record: The record, ")
    + """# One? {#sec-one}

::: {.story}
The first story.
:::

::::: {.record #record-one}
It holds a table.

## Beneath

| a | b | c | d |
|---|---|---|---|
| first | 2 | – | 4 |

: Rows {#tbl-rows}
:::::

# Two? {#sec-two}

::: {.story}
The second story.
:::
"""
)


PICTURE = """
:::: {{.figure #fig-{name} crop="0 0" slim="0 0"}}
::: {{.on-screen .head}}
**The title of {name}**
:::

![A drawing.]({name}.svg)
::::
"""


def drawing(folder, name, *heights):
    """A drawing for a page and one for a phone, so and so many points high, with the word ``drawn`` in it."""
    for ending, width, high in zip(("", "-slim"), (493, 252), heights, strict=True):
        head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{high}pt" '
        inside = f'viewBox="0 0 {width} {high}"><text x="9" y="{high - 9}" font-size="9">drawn</text></svg>'
        (folder / f"{name}{ending}.svg").write_text(head + inside, "utf-8")


def test_words_fill_a_page_that_has_no_room_for_the_next_picture(tmp_path):
    drawing(tmp_path, "tall", 400, 400)
    words = "\n\n".join(["A sentence of the story, which is told. " * 9] * 3)
    pictures = [PICTURE.format(name="tall").replace("#fig-tall", f"#fig-{n}") for n in range(7)]
    parts = "\n\n".join(f"# Part {n}\n\n{words}\n{picture}" for n, picture in enumerate(pictures))
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(HEAD + parts, tmp_path, TEMPLATE))
    assert before_their_heading(tmp_path / "x.pdf") == []
    assert len(words_of(tmp_path / "x.pdf")) < 2 + 7 - 1  # in which each of them would begin a page


@pytest.mark.parametrize(
    ("heights", "shown"), [((300, 500), "column"), ((600, 1200), "page"), ((1200, 2400), "words")]
)
def test_a_drawing_higher_than_a_column_goes_across_both_or_is_left_to_the_screen(heights, shown, tmp_path):
    drawing(tmp_path, "chart", *heights)
    head = HEAD.replace("labels: {", "labels: {record: The record, elsewhere: It is elsewhere., ")
    record = "Held.\n\nWords.\n" + PICTURE.format(name="chart")
    text = f"{head}# One?\n\nA story.\n\n::::: {{.record #r}}\n{record}\n:::::\n"
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(text, tmp_path, TEMPLATE))
    told = words_of(tmp_path / "x.pdf")[-1]
    assert ("drawn" in told, "It is elsewhere." in told) == (shown != "words", shown == "words")
    assert "The title of chart" in told and overlapping(tmp_path / "x.pdf") == []


def test_words_over_words_and_a_picture_before_its_heading_are_noticed(tmp_path):
    over = "#place(top + left, dy: 20mm)[some words]\n#place(top + left, dy: 20.5mm)[other words]"
    early = "#pagebreak()\n= Heading\n#place(top, float: true)[early words]\nThen words."
    page = '#set document(title: "T")\n#set text(font: "Fira Sans")\n'
    faces = [str(path) for path in fonts.folders()]
    for name, body in (("over", over), ("early", early)):
        typst.compile((page + body).encode(), tmp_path / f"{name}.pdf", font_paths=faces)
    assert overlapping(tmp_path / "over.pdf") and not overlapping(tmp_path / "early.pdf")
    assert before_their_heading(tmp_path / "early.pdf") and not before_their_heading(tmp_path / "over.pdf")


def test_an_index_in_columns_leads_to_each_of_its_claims(tmp_path):
    cards = "\n\n".join(
        f":::: {{.claim #claim-{n}}}\n::: {{.in-print}}\n**{n}.** **some {n}** “quoted {n}”\n:::\n::::"
        for n in (1, 2, 3)
    )
    index = f"# Claims {{.appendix #c}}\n\n::::: {{.claims}}\n{cards}\n:::::\n"
    text = f"{STORY}\nA link to [2](#claim-2).\n\n{index}"
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(text, FOLDER, TEMPLATE))
    assert "1. some 1 “quoted 1” 2. some 2 “quoted 2” 3." in words_of(tmp_path / "x.pdf")[-1]


def test_paper_tells_the_story_to_its_end_before_the_record(tmp_path):
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(STORY, FOLDER, TEMPLATE))
    told = " ".join(words_of(tmp_path / "x.pdf"))
    wanted = ["The first story", "The second story", "The record", "One?", "Beneath", "first · b"]
    assert [told.rfind(text) for text in wanted] == sorted(told.rfind(text) for text in wanted)
    assert "It holds a table" not in told and "c – " not in told and "d 4" in told.replace("\xa0", " ")


def test_letters_on_paper_are_large_enough_and_a_small_one_is_noticed(made, tmp_path):
    assert smallest(made[1])[0] > 7.5 - 0.005
    template = shutil.copytree(TEMPLATE, tmp_path / "template")
    house = (template / "house.typ").read_text("utf-8")
    (template / "house.typ").write_text(house.replace("#let least = 7.5pt", "#let least = 6pt"), "utf-8")
    (tmp_path / "small.pdf").write_bytes(rendering.pdf(SAMPLE, FOLDER, template))
    assert smallest(tmp_path / "small.pdf")[0] < 7.5


def test_a_heading_alone_at_the_foot_is_noticed(tmp_path):
    template = shutil.copytree(TEMPLATE, tmp_path / "template")
    code, loose = (
        (template / "briefing.typ").read_text("utf-8"),
        "show heading.where(level: 2): it => block(sticky: false, it.body)",
    )
    (template / "briefing.typ").write_text(code.replace("$body$", f"#{loose}\n$body$"), "utf-8")
    body = "\n\n".join(f"## Heading {n}\n\n" + "words " * (n * n % 60 + 1) for n in range(200))
    for place, found in ((TEMPLATE, False), (template, True)):
        paper = tmp_path / f"{found}.pdf"
        paper.write_bytes(rendering.pdf(f"{HEAD}# One\n\n{body}", FOLDER, place))
        assert bool(misplaced(paper)) == found


def test_every_number_leads_to_its_claim_and_every_link_somewhere(page):
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    inside = {a["href"][1:] for a in page.all("a") if a["href"].startswith("#")}
    assert inside <= set(ids)
    assert {"claim-1", "claim-6", "tbl-wordings"} <= inside


def test_captions_are_counted_and_a_figure_without_one_is_not(page):
    assert [f"Figure\xa0{n}" in "".join(page.words) for n in (1, 2, 3)] == [True, True, False]
    assert [f"Table\xa0{n}" in "".join(page.words) for n in (1, 2, 3, 4)] == [True, True, True, False]


def test_cells_of_a_wordy_table_name_their_column(page):
    assert any(cell.get("data-label") == "What the words allow" for cell in page.all("td"))


def test_columns_follow_the_dashes_but_never_cut_a_short_word():
    table = "| Who | Something at length |\n|-|---------|\n| Fishermen | and so on, and so on, and so on |\n"
    widths = [
        float(w)
        for w in re.findall(
            r"width: ([\d.]+)%", rendering.html(HEAD + table, FOLDER, TEMPLATE).decode().split("</style>")[1]
        )
    ]
    assert 10 < widths[0] < widths[1]
    alike = "| a | b |\n|---|---|\n| 1 | 2 |\n"
    assert "<colgroup>" not in rendering.html(HEAD + alike, FOLDER, TEMPLATE).decode()


# PDF --------------------------------------------------------------------------------------------------------


def test_the_pdf_is_tagged_titled_and_has_an_outline(pdf):
    assert pdf.Root.MarkInfo.Marked
    assert str(pdf.Root.Lang) == "en"
    assert str(pdf.docinfo.Title) == "Nine Hundred Bicycles"
    with pdf.open_outline() as outline:
        assert [entry.title for entry in outline.root][:2] == [
            "1 What was said, and by whom?",
            "2 How many crossings would it take, and were there that many in a single day of July?",
        ]


def test_the_pdf_keeps_the_rules_of_pdf_ua(made):
    checker = pytest.importorskip("page")
    report = checker.validate_pdf(str(made[1]), profile=checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]


def test_every_figure_of_the_pdf_has_alt_text(pdf):
    figures = [item for item in pdf.objects if getattr(item, "keys", None) and item.get("/S") == "/Figure"]
    assert len(figures) == 3
    assert all(len(str(figure.Alt)) > 60 for figure in figures)


def test_page_one_is_complete_and_alone(printed):
    assert "Nine Hundred Bicycles" in printed[0]
    assert "A photograph of a full deck that can be dated." in printed[0]
    assert "Contents" in printed[1] and "Contents" not in printed[0]


def test_a_long_page_one_still_fits_and_a_far_too_long_one_loses_nothing(tmp_path):
    grounds, answered = "[Why]{.label} It speaks", "The denial answers a question that was not put."
    more = "It speaks at length of many other things. "
    long = SAMPLE.replace(grounds, f"[Why]{{.label}} {more * 9}It speaks")
    too_long = SAMPLE.replace(answered, answered + " " + more * 90)
    for text, pages in ((long, 1), (too_long, 2)):
        (tmp_path / "long.pdf").write_bytes(rendering.pdf(text, FOLDER, TEMPLATE))
        front = words_of(tmp_path / "long.pdf")[:pages]
        assert "A photograph of a full deck that can be dated." in front[-1]
        assert " ".join(front).count("length") == (9 if pages == 1 else 90)


def test_page_one_leaves_out_the_grounds_that_it_has_no_room_for(tmp_path):
    grounds = "[Why]{.label} It speaks"
    text = SAMPLE.replace(grounds, "[Why]{.label} " + "It speaks at length. " * 200 + "It speaks")
    (tmp_path / "long.pdf").write_bytes(rendering.pdf(text, FOLDER, TEMPLATE))
    front = words_of(tmp_path / "long.pdf")[0]
    assert "A photograph of a full deck that can be dated." in front
    assert "It speaks at length." not in front and "not put" in front


def test_a_table_repeats_its_header_on_every_page(tmp_path):
    rows = "\n".join(f"| row {n} | told at some length |" for n in range(1, 200))
    text = f"{HEAD}| Number | Words |\n|---|-------|\n{rows}\n\n: Long {{#tbl-long .whole}}\n"
    (tmp_path / "x.pdf").write_bytes(rendering.pdf(text, FOLDER, TEMPLATE))
    pages = [page for page in words_of(tmp_path / "x.pdf") if "told at some length" in page]
    assert len(pages) > 1
    assert all("Words" in page for page in pages)


def test_words_of_three_scripts_are_letters(printed, page):
    for words in ("약 900대", "Рыбацкий листок", "“не менее 600”"):
        assert words in " ".join(printed).replace("약 900 대", "약 900대")
        assert words in page.text


KOREAN = """---
title: 두 달의 전쟁
lang: ko
toc-title: 차례
labels: {figure: 그림, table: 표, rests_on: 근거, skip: 본문으로, more_rows: "{all}행 가운데 {shown}행"}
---

# 얼마나 오래 버틸 수 있는가?

국가정보원은 *유지*와 **누락**을 구분한다. The Moscow Times, 2023년.

| 수량 | 값 |
|------|------|
| 하루 발사량 | 1만3100발 이상 |

: 각 수치 {#tbl-a}
"""


def test_a_korean_document_has_its_own_letters_on_screen_and_on_paper(tmp_path):
    pikepdf = pytest.importorskip("pikepdf")
    source = rendering.html(KOREAN, tmp_path, TEMPLATE).decode()
    assert (
        '<html lang="ko">' in source
        and "Noto Serif KR" not in rendering.html(SAMPLE, FOLDER, TEMPLATE).decode()
    )
    assert '--serif: "Spectral", "Noto Serif KR", "NanumGothic", serif;' in source
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(rendering.pdf(KOREAN, tmp_path, TEMPLATE))
    with pikepdf.open(paper) as opened:
        assert str(opened.Root.Lang) == "ko"
        fonts = {str(font.BaseFont) for page in opened.pages for font in page.Resources.Font.values()}
    names = {re.sub(r"^/[A-Z]{6}\+|-Identity-H$", "", font) for font in fonts}
    assert names >= {"NotoSerifKR-Regular", "NanumGothic", "NanumGothicBold"}
    assert not names & {"NanumGothicExtraBold", "NotoSansKR-Regular", "FiraSans-Black"}  # no bold made bolder


def test_no_word_is_printed_outside_the_page(made):
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    boxes = subprocess.run(
        ["pdftotext", "-bbox", str(made[1]), "-"], capture_output=True, check=True
    ).stdout.decode()
    edges = [float(x) for x in re.findall(r'xMax="([\d.]+)"', boxes)]
    assert max(edges) < 595.3 - 45


# Text is only text ------------------------------------------------------------------------------------------


def escaped(text):
    """Text as the assembler hands it over: whatever could be markup as a character reference."""
    return re.sub(r"[^A-Za-z0-9 .,:]", lambda match: f"&#{ord(match.group())};", text)


@pytest.mark.parametrize("text", HOSTILE)
def test_text_that_looks_like_code_is_only_text(text, tmp_path):
    safe = escaped(text)
    entries = [f"{name}: {safe!r}" for name in ("title", "description", "edition")]
    head = HEAD.replace("title: T", "\n".join([*entries, f"banner: [{safe!r}]"]))
    image = f"::: {{.figure #fig-x}}\n![{safe}](figures/counts.svg)\n\n{safe}\n:::"
    table = f"| {safe} | b |\n|---|---|\n| {safe} | c |\n\n: {safe}"
    body = f"# {safe} {{#sec-x}}\n\n{safe}\n\n{table}\n\n{image}\n"
    out = rendering.render(head + body, FOLDER, tmp_path, TEMPLATE)
    shown = Page.of(out[0].read_text("utf-8"))
    assert shown.text.count(text) >= 7
    assert not shown.all("script")
    assert shown.all("svg")[0]["aria-label"] == text
    named = {meta.get("name") or meta.get("property"): meta["content"] for meta in shown.all("meta")[1:]}
    for name in ("description", "og:title", "citation_title", "citation_technical_report_number"):
        assert named[name] == text
    assert "".join(text.split()) in "".join("".join(words_of(out[1])).split())


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "`<b>raw</b>`{=html}",
        '`#panic("raw")`{=typst}',
        "```{=typst}\n#panic()\n```",
        "<div>block</div>",
        r"\textbf{raw}",
        "$\\alpha$",
    ],
)
def test_raw_markup_is_never_passed_on(markup, tmp_path):
    out = rendering.render(HEAD + f"Before.\n\n{markup}\n\nAfter.\n", FOLDER, tmp_path, TEMPLATE)
    shown = Page.of(out[0].read_text("utf-8"))
    assert not shown.all("script", "b", "math")
    assert "Before." in shown.text and "After." in shown.text


@pytest.mark.parametrize(
    ("markup", "page", "paper"),
    [
        ("::: {.on-screen}\none\n:::\n\n::: in-print\ntwo\n:::\n\nthree", "one three", "two three"),
        ("::::: {.panel}\n## one\n\n::: {.block}\ntwo\n:::\n\n:::::\n\nthree", "one two three", "three"),
        (
            "::: {.block}\none\n\n::: {.evidence}\n\ntwo\n\n::: {}\nthree\n:::\n\nfour\n:::\n\n"
            "five\n:::\n\nsix",
            "one two three four five six",
            "one five six",
        ),
        ("- one\n\n  ::: {.evidence}\n  two\n\n  three\n  :::\n\n- four", "one two three four", "one four"),
        (
            "```\n::: {.on-screen}\n```\n\none\n\n::: {.on-screen}\ntwo\n:::",
            "::: {.on-screen} one two",
            "::: {.on-screen} one",
        ),
        (
            "````\n~~~\n::: {.on-screen}\n````\n\n::: {.on-screen}\ntwo\n:::",
            "::: {.on-screen} two",
            "::: {.on-screen}",
        ),
        (
            "::: {.panel}\n## one\n\n```\ntwo\n```\n::: {.block}\nthree\n:::\n\nfour\n:::\n\nfive",
            "one two three four five",
            "five",
        ),
        (
            '::: {.panel}\n## one\n\n::: {.block x="}"}\ntwo\n:::\n\nthree\n:::\n\nfour',
            "one two three four",
            "four",
        ),
        (
            "::: {.block}\n\n::: {.on-screen .a}\none\n:::\n\n::: {.in-print}\ntwo\n:::\n:::\n\nthree",
            "one three",
            "two three",
        ),
        ("::: {.on-screener}\none\n:::\n\ntwo", "one two", "one two"),
        ("one [two]{.in-print} [three]{.on-screen} four", "one three four", "one two four"),
        ("# one {.on-screen}\n\n# two {.in-print}\n\nthree", "one three", "two three"),
        ("one\n::: {.on-screen}\ntwo\n:::\nthree", "one two three", "one three"),
    ],
)
def test_each_of_page_and_paper_shows_what_is_meant_for_it(markup, page, paper, monkeypatch):
    made = rendering.html(HEAD + markup, FOLDER, TEMPLATE)
    shown = re.sub(r"<(nav|header|footer|head|a class).*?</\1>", "", made.decode(), flags=re.S)
    numbers = r"one|two|three|four|five|six|::: \{\.on-screen\}"
    assert re.findall(numbers, Page.of(shown).text) == re.findall(numbers, page)
    typeset = rendering._typeset(HEAD + markup, FOLDER, TEMPLATE, "briefing")
    set_on_paper = typeset.decode().split("#contents", 1)[1]
    assert re.findall(numbers, set_on_paper.replace("\\", "")) == re.findall(numbers, paper)

    for blocks in ("ON_SCREEN", "IN_PRINT"):
        monkeypatch.setattr(rendering, blocks, re.compile("(?!)"))
    assert made == rendering.html(HEAD + markup, FOLDER, TEMPLATE), "the filter takes out something else"
    assert typeset == rendering._typeset(HEAD + markup, FOLDER, TEMPLATE, "briefing"), (
        "the filter takes out something else"
    )


DATA = {"words": {"a": "</script>"}, "linked": {"@id": "#report"}, "script": [1]}


def test_what_is_put_into_a_page_is_put_where_the_layout_asks_and_nowhere_else():
    other = f"{rendering._mark('another', 'style')} {rendering._mark('another', 'words-data')} -style"
    text = HEAD.replace("title: T", f'title: "{other}"') + other
    page = rendering.undressed(text, FOLDER, TEMPLATE, DATA)
    shown = rendering.dressed(page, text, FOLDER, TEMPLATE, DATA).decode()
    assert shown.count(other) == page.decode().count(other) == 5
    assert rendering._mark(text, "") not in shown
    assert len(re.findall(r"<style>\n@font-face", shown)) == 1
    assert '<script type="application/ld+json">{"@id":"#report"}</script>' in shown
    assert re.findall(r'json" id="(\S+)">(.*)</script>', shown) == [
        ("words-data", '{"a":"\\u003c/script>"}'), ("script-data", "[1]"),
    ]  # fmt: skip


@pytest.mark.parametrize("file", ["style.css", "story.js"])
def test_a_page_with_another_style_or_script_is_not_converted_again(file, tmp_path):
    text, layout, made = SAMPLE, tmp_path / "layout", {}
    shutil.copytree(TEMPLATE, layout)

    def get(name, depends, make):
        key = rendering.as_data([name, depends])
        made[key] = made.get(key) or make()
        return made[key]

    before = rendering.html(text, FOLDER, layout, DATA, get)
    assert before == rendering.html(text, FOLDER, TEMPLATE, DATA)
    kept = set(made)
    (layout / file).write_text((layout / file).read_text("utf-8") + "\n/* x */", "utf-8")
    after = rendering.html(text, FOLDER, layout, DATA, get)
    assert set(made) == kept
    assert after != before and after == rendering.html(text, FOLDER, layout, DATA)
    frame = layout / "briefing.html"
    frame.write_text(frame.read_text("utf-8") + "<!-- x -->", "utf-8")
    assert b"<!-- x -->" in rendering.html(text, FOLDER, layout, DATA, get) and set(made) > kept


# What stops the build ---------------------------------------------------------------------------------------


def figure(alt="A bar of 740 to 980.", path="figures/counts.svg"):
    return HEAD + f"::: {{.figure #fig-x}}\n![{alt}]({path})\n\nA caption.\n:::\n"


@pytest.mark.parametrize(
    ("markdown", "complaint"),
    [
        (figure(alt=""), "The figure #fig-x (figures/counts.svg) has no alt text."),
        (figure(path="figures/none.svg"), 'The figure #fig-x shows "figures/none.svg", which is missing.'),
        (figure(path="../rendering/figures/counts.svg"), "must lie in the folder"),
        (figure(path="https://example.org/x.svg"), "must lie in the folder"),
        (figure(path="sample.md"), "must be .svg, .png or .jpg"),
        (HEAD + "![Alone](figures/counts.svg)", "stands outside a figure block"),
        (HEAD + "[here](#nowhere)", 'The link "here" leads to #nowhere, which is nowhere in the document.'),
        (HEAD + "[here](javascript:alert)", "only web addresses"),
        (HEAD + "[a]{#twice} [b]{#twice}", "Two places are called #twice"),
        (HEAD.replace("rests_on: Rests on, ", "") + "x", 'no label "rests_on"'),
        (HEAD.replace("title: T", "subtitle: T") + "x", 'no "title"'),
        (HEAD + "an ᚠ", "ᚠ (U+16A0)"),
        (figure() + "\n![Alone](figures/counts.svg)", "stands outside a figure block"),
        (HEAD + "::: {.on-screen}\nno end", "“::: {.on-screen}” is unclosed"),
        (HEAD + ":::: {.a}\n\n::: {.b}\nno end\n::::", "“:::: {.a}” is unclosed"),
        (HEAD + ":::: {.a}\n\nno end\n:::", "“:::: {.a}” is unclosed"),
        (HEAD + "```\n:::\n```\n\n::: {.a}\n\n```\n:::\n```", "“::: {.a}” is unclosed"),
    ],
)
def test_what_a_reader_could_not_use_stops_the_build(markdown, complaint, tmp_path):
    assert complaint in refused(markdown, tmp=tmp_path)


def test_every_problem_is_told_at_once_and_the_last_good_report_stays(tmp_path):
    good = rendering.render(HEAD + "Good.", FOLDER, tmp_path, TEMPLATE)
    before = [path.read_bytes() for path in good]
    with pytest.raises(rendering.RenderingError) as caught:
        rendering.render(
            figure(alt="", path="figures/none.svg") + "\n[here](#nowhere)\n", FOLDER, tmp_path, TEMPLATE
        )
    assert all(words in str(caught.value) for words in ("no alt text", "is missing", "#nowhere"))
    assert "briefing.lua" not in str(caught.value) and "traceback" not in str(caught.value)
    assert [path.read_bytes() for path in good] == before


def test_a_picture_that_is_none_is_told_in_words(tmp_path):
    (tmp_path / "broken.svg").write_text("not a picture", encoding="utf-8")
    assert "The PDF could not be set" in refused(figure(path="broken.svg"), folder=tmp_path)


def test_an_old_or_missing_pandoc_is_told_in_words(monkeypatch):
    rendering._pandoc_path.cache_clear()
    monkeypatch.setattr(rendering, "PANDOC_AT_LEAST", (99, 0))
    with pytest.raises(rendering.RenderingError, match=r"too old, 99\.0 is needed"):
        rendering._pandoc_path()
    monkeypatch.setattr(rendering, "find_spec", lambda name: None)
    with pytest.raises(rendering.RenderingError, match="pypandoc_binary"):
        rendering._pandoc_path()
    rendering._pandoc_path.cache_clear()
