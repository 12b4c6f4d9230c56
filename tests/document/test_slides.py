"""Slides and handout: the same findings as the briefing, one message and one picture a slide, in letters that
can be read from the last row and with words that can be said in time; nothing that no notebook computed.
"""

import io
import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from reported.analysis.parameters import contract
from reported.build.project import notebooks
from reported.document import assembly, rendering
from reported.document.presentation import told_in
from reported.document.slides import MINUTES, MOST_CHARTS, MOST_WORDS, PACE, handout, slides
from reported.document.stage import LEAST
from reported.dossier import reader
from reported.edition import Edition
from reported.figures.charts import FIGURE
from reported.notebooks import runner, stored
from reported.wording.findings import FINDING, TABLE, Finding, ShownTable
from reported.wording.language import say, spoken

from ..conftest import RELIEF, ROOT
from .letters import smallest

TEMPLATE = ROOT / "src/reported/document/templates"
EDITIONS = ["latest", "2023-11-02"]


@dataclass
class Told:
    """An edition as sections, with the folder of its figures, and its slides and handout as Markdown."""

    name: str
    parts: list
    edition: Edition
    folder: Path

    def __post_init__(self):
        self.slides = slides(self.parts, self.edition, self.name, self.folder)
        self.handout = handout(self.parts, self.edition, self.name)


def told_now(name, folder, data, **given):
    """An edition told here and now, without a kernel."""
    whole = reader.read(data)
    parameters = contract(given, whole.plan)
    asked = {**parameters.as_data(), "data": str(data), "figures": str(folder / "figures")}
    parts = []
    for path in notebooks(ROOT):
        texts = [
            (assembly._kind(cell), cell.source)
            for cell in nbformat.read(path, as_version=4).cells
            if cell.cell_type == "markdown"
        ]
        made = []
        for cell, what in runner.inline(path, asked):
            if not hasattr(what, "_repr_mimebundle_"):
                continue  # a worked step, which no document shows
            mime = {Finding: FINDING, ShownTable: TABLE}.get(type(what), FIGURE)
            made.append((mime, {**what._repr_mimebundle_()[mime], "cell": cell}))
        parts.append(assembly.Section(path.stem, [*texts, *made]))
    return Told(name, parts, Edition(whole, parameters), folder)


@pytest.fixture(scope="module")
def latest(tmp_path_factory):
    """The newest edition, from the committed notebooks and figures."""
    folder = tmp_path_factory.mktemp("latest")
    (folder / "figures").symlink_to(ROOT / "figures" / "latest")
    whole = reader.read(ROOT / "data")
    return Told(
        "latest", assembly.sections(notebooks(ROOT)), Edition(whole, contract({}, whole.plan)), folder
    )


@pytest.fixture(scope="module")
def relief(tmp_path_factory):
    """The edition of another dossier."""
    return told_now("relief", tmp_path_factory.mktemp("relief"), RELIEF)


@pytest.fixture(scope="module", params=["latest", "relief"])
def told(request):
    """An edition of either dossier."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="module")
def made(told):
    """The three files, as bytes."""
    out = told.folder / "out"
    return {
        path.name: path.read_bytes()
        for path in rendering.accompany(told.slides, told.handout, told.folder, out, TEMPLATE)
    }


def slides_of(markdown):
    return re.split(r"^:{5,} \{\.slide ", markdown, flags=re.M)[1:]


def letters(text):
    """What is left of a text without marks, so that it can be found again however it was set."""
    return re.sub(r"\W", "", re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), text))


def pages(content):
    pikepdf = pytest.importorskip("pikepdf")
    with pikepdf.open(io.BytesIO(content)) as opened:
        return len(opened.pages)


def package(content):
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {
            name: opened.read(name).decode() for name in opened.namelist() if name.endswith((".xml", ".rels"))
        }


# What is told
# -------------------------------------------------------------------------------------------------------


def test_each_slide_has_one_message_and_at_most_one_picture(told):
    slides = slides_of(told.slides)
    kinds = [slide.split('"')[1] for slide in slides]
    assert (kinds[0], kinds[-1]) == ("opening", "asked") and {*kinds[1:-1]} <= {"chart", "words"}
    for slide, kind in zip(slides, kinds, strict=True):
        assert len(re.findall(r"^# ", slide, re.M)) == 1
        alts = re.findall(r"^!\[(.*)\]", slide, re.M)
        assert len(alts) == (kind == "chart") and all(len(alt) > 60 for alt in alts)


def test_the_second_slide_is_the_figure_of_page_one(told):
    front = assembly.front_figure(told.parts)
    about = [slide for slide in slides_of(told.slides) if letters(front["title"]) in letters(slide)]
    assert about and slides_of(told.slides).index(about[0]) in (1, 2)


def words_shown(slide):
    """The words of a slide but for those of its picture and of its notes."""
    shown = re.sub(r"^::: notes$.*?^:::$", "", slide, flags=re.M | re.S)
    lines = re.findall(r"^(?:# |- |\[)(.*?)(?:\]\{\.sub\})?$", shown, re.M)
    return " ".join(lines).split()


def test_a_slide_has_few_words(told):
    assert [slide for slide in slides_of(told.slides) if not 0 < len(words_shown(slide)) <= MOST_WORDS] == []


def talk(markdown):
    """Each slide that has a time: from, to (seconds), and the words that its notes begin with."""
    found = []
    for slide in slides_of(markdown):
        if marks := re.search(r'at="(\d+):(\d\d)–(\d+):(\d\d)"', slide):
            a, b, c, d = map(int, marks.groups())
            notes = re.search(r"^::: notes$(.*?)^:::$", slide, re.M | re.S)[1]
            said = notes.partition(say("slides-time", at="\0", long="").split("\0")[0])[0]
            found.append((a * 60 + b, c * 60 + d, said.split()))
    return found


def test_what_is_to_be_said_can_be_said_in_its_time(told):
    slides = talk(told.slides)
    assert [slide for slide in slides if len(slide[2]) * 60 / PACE["en"] > slide[1] - slide[0]] == []
    assert all(one[1] == other[0] for one, other in zip(slides, slides[1:], strict=False))
    assert slides[0][0] == 0 and slides[-1][1] <= MINUTES * 60
    assert sum(len(slide[2]) for slide in slides) > 250


@pytest.mark.parametrize("name", EDITIONS)
def test_committed_decks_are_those_of_powerpoint_and_handouts_have_two_sides(name):
    folder = ROOT / "report" / name
    assert pages((folder / "handout.pdf").read_bytes()) == 2
    parts = package((folder / "slides.pptx").read_bytes())
    shown = [text for n, text in parts.items() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
    assert len([text for text in shown if ' show="0"' not in text]) == pages(
        (folder / "slides.pdf").read_bytes()
    )


def test_every_sentence_is_computed_or_a_label(told):
    about, words = told.edition.record.plan.dossier, spoken()
    ours = {name for name, path in words.files.items() if path.stem in ("page", "slides")}
    labels = [words.template(name) for name in words.names() if name.partition(".")[0] in ours]
    labels.append(say("evidence-computed"))
    why, linchpin, time = say("page-why"), say("page-linchpin"), words.template("slides-time").split("{")[0]
    texts = [text for part in told.parts for _, what in part.parts for text in strings(what)]
    known = "\n".join(
        letters(t).lower() for t in [*texts, *labels, about.caveat, about.question, about.title]
    )
    for markdown in (told.slides, told.handout):
        for line in map(str.strip, markdown.split("---\n", 2)[2].splitlines()):
            line = re.sub(r"^- |\[(.*)\]\{\.sub\}$", r"\1", line)
            line = re.sub(r"\[\u00a0\[\[\+\].*?\]\{\.rests \.on-screen\}", "", line)
            line = re.sub(r"\]\{\.told\}|\[[^\[]*\[\[\+\]\{\.sign\}.*?\.on-screen\}", "", line)
            if re.match(r" *(:::|\||!\[|$)", line) or line.startswith(time) or "notebooks/" in line:
                continue
            edition = "briefing.pdf" in line or line == say("page-edition", name=told.name)
            line = line.replace(told.name, "{edition}") if edition else line
            line = re.sub(rf"^\[?({why}|{linchpin})(:|\]\{{\.label\}})", "", line)
            for sentence in re.split(r"(?<=[.?!]) (?=[A-Z“\"])|\*\* ", re.sub(r"\]\{\.\w+\}$", "", line)):
                assert letters(sentence).lower() in known, sentence


def strings(what):
    """Every text inside nested data."""
    if isinstance(what, str):
        return [what]
    inner = what.values() if isinstance(what, dict) else what if isinstance(what, (list, tuple)) else ()
    return [text for one in inner for text in strings(one)]


def test_another_topic_has_its_own_deck(relief):
    for markdown in (relief.slides, relief.handout):
        words = markdown.split("---\n", 2)[2]
        assert "lorry" in words
        assert not re.search(r"korea|russia|ukrain|\bshell", words, re.IGNORECASE)


def test_what_was_not_run_is_left_out(relief):
    names = {part.name for part in relief.parts if not part.not_run}
    idle = [stored.read(path)["cells"][0] for path in notebooks(ROOT) if path.stem not in names]
    titles = [re.match(r"# (?:\d+ · )?(.*)", cell["source"])[1] for cell in idle]
    assert len(titles) > 3 and not [title for title in titles if title in relief.slides]


def test_before_the_first_figure_the_deck_says_so_and_the_handout_is_still_a_sheet(tmp_path):
    early = told_now("2023-09-01", tmp_path, ROOT / "data", as_of="2023-09-01")
    (only,) = slides_of(early.slides)
    assert "stood in public by 1 September 2023" in only
    assert pages(rendering.pdf(early.slides, tmp_path, TEMPLATE, "slides")) == 1
    assert pages(rendering.pdf(early.handout, tmp_path, TEMPLATE, "handout")) == 2
    assert (
        "Two Months of War"
        in package(rendering.pptx(early.slides, tmp_path, TEMPLATE))["ppt/slides/slide1.xml"]
    )


@pytest.mark.parametrize("code", ["en", "ko"])
def test_korean_slides_to_edit_have_a_korean_face_beside_the_latin_one(code, tmp_path):
    deck = f"""---\ntitle: t\nlang: {code}\n---\n
::::: {{.slide kind="asked" at=""}}\n\n# 질문\n\n**왜?** 까닭.\n\n::: notes\n말.\n:::\n\n:::::\n"""
    parts = package(rendering.pptx(deck, tmp_path, TEMPLATE))
    faces = re.findall(r'<a:(latin|ea) typeface="([^"]*)"', parts["ppt/theme/theme1.xml"])
    assert faces == [("latin", "Fira Sans"), ("ea", "맑은 고딕" if code == "ko" else "")] * 2
    slides_said = [text for name, text in parts.items() if "/slides/slide" in name and name.endswith(".xml")]
    for text in slides_said:
        assert len(re.findall(r'<a:rPr[^>]* lang="ko-KR"', text)) == (
            text.count("<a:rPr") if code == "ko" else 0
        )
    assert slides_said and ('eaLnBrk="1"' in parts["ppt/slideMasters/slideMaster1.xml"]) == (code != "ko")


def test_what_slides_to_edit_look_like_is_kept_without_a_trace_of_its_maker():
    parts = package((TEMPLATE / "reference.pptx").read_bytes())
    properties = re.sub(
        r"<dc:title>.*?</dc:title>|<[^>]*>|\s", "", parts["docProps/core.xml"] + parts["docProps/app.xml"]
    )
    assert properties == ""
    colours = set(re.findall(r'srgbClr val="(\w{6})"', parts["ppt/theme/theme1.xml"]))
    style = (TEMPLATE / "style.css").read_text("utf-8").lower()
    assert {"1f4e79", "8f5710", "1f6b5a", "5f666f", "a3312b", "20242a"} <= colours
    assert all(f"#{colour}" in style for colour in ("1f4e79", "20242a"))


# What is made
# -------------------------------------------------------------------------------------------------------


def test_slides_and_handout_have_their_pages(told, made):
    assert pages(made["slides.pdf"]) == len(slides_of(told.slides))
    assert pages(made["handout.pdf"]) == 2


@pytest.mark.parametrize("name", ["slides.pdf", "handout.pdf"])
def test_pdfs_keep_the_rules_of_pdf_ua_with_a_title_a_language_and_their_fonts(told, made, name, tmp_path):
    pikepdf, checker = pytest.importorskip("pikepdf"), pytest.importorskip("page")
    (tmp_path / name).write_bytes(made[name])
    report = checker.validate_pdf(str(tmp_path / name), profile=checker.ValidationProfile.PDF_UA_1)
    assert report.is_compliant, [failure.message for failure in report.failures]
    with pikepdf.open(tmp_path / name) as opened:
        assert (
            str(opened.docinfo.Title) == told.edition.record.plan.dossier.title
            and str(opened.Root.Lang) == "en"
        )
        fonts = [
            item
            for item in opened.objects
            if getattr(item, "keys", None) and item.get("/Type") == "/FontDescriptor"
        ]
        assert fonts and all({"/FontFile2", "/FontFile3"} & set(font.keys()) for font in fonts)
        drawn = [
            item for item in opened.objects if getattr(item, "keys", None) and item.get("/S") == "/Figure"
        ]
        assert all(len(str(figure.Alt)) > 60 for figure in drawn)
        if name == "slides.pdf":
            assert len(drawn) == told.slides.count("(figures/")


def shown_slides(parts):
    """The slides of a presentation in their order, but for those that a talk leaves out: name → text."""
    names = re.findall(r'<p:sldId [^>]*r:id="(\w+)"', parts["ppt/presentation.xml"])
    rels = parts["ppt/_rels/presentation.xml.rels"]
    targets = {
        re.search(r'Id="(\w+)"', rel)[1]: re.search(r'Target="([^"]*)"', rel)[1]
        for rel in re.findall("<Relationship .*?>", rels)
    }
    slides = {targets[name]: parts[f"ppt/{targets[name]}"] for name in names}
    return {name: text for name, text in slides.items() if ' show="0"' not in text}


def test_slides_to_edit_carry_notes_and_say_what_each_picture_shows(told, made):
    parts = package(made["slides.pptx"])
    slides = shown_slides(parts)
    alts = [alt for slide in slides.values() for alt in re.findall(r'descr="([^"]*)"', slide)]
    assert len(alts) == told.slides.count("(figures/") and all(len(alt) > 60 for alt in alts)
    notes = " ".join(text for name, text in parts.items() if name.startswith("ppt/notesSlides/"))
    spoken = letters(re.sub(r"<[^>]*>", "", notes.replace("&amp;", "&")))
    for part in [part for part in told.parts if part.of(FIGURE)][:MOST_CHARTS]:
        for found in part.of(FINDING):
            for text in (found["sentence"], found["why"], found["linchpin"]):
                assert letters(text) in spoken, found["id"]


def test_slides_to_edit_are_those_of_the_pdf_in_large_letters(told, made):
    parts = package(made["slides.pptx"])
    slides = shown_slides(parts)
    assert len(slides) == pages(made["slides.pdf"]) == len(told_in(told.slides))
    everything = [text for name, text in parts.items() if re.match(r"ppt/(slides|charts)/\w+\.xml", name)]
    sizes = [
        int(size) / 100
        for text in everything
        for size in re.findall(r'<a:(?:rPr|defRPr)[^>]* sz="(\d+)"', text)
    ]
    assert sizes and min(sizes) >= LEAST
    for text in slides.values():
        said = " ".join(re.findall(r"<a:t>(.*?)</a:t>", text))
        assert 0 < len(said.split()) <= MOST_WORDS


def test_a_figure_of_ranges_has_a_chart_to_edit_with_its_numbers_behind_it(told, made):
    parts = package(made["slides.pptx"])
    hidden = [
        text for name, text in parts.items() if re.match(r"ppt/slides/\w+\.xml", name) and ' show="0"' in text
    ]
    charts = [text for name, text in parts.items() if re.match(r"ppt/charts/chart\w*\.xml", name)]
    assert len(hidden) == len(charts) > 0 and all('descr="' in text for text in hidden)
    numbers = {float(v) for text in charts for v in re.findall(r"<c:v>([\d.]+)</c:v>", text)}
    with zipfile.ZipFile(io.BytesIO(made["slides.pptx"])) as opened:
        books = [name for name in opened.namelist() if name.endswith(".xlsx")]
        assert len(books) == len(charts)
        for name in books:
            with zipfile.ZipFile(io.BytesIO(opened.read(name))) as book:
                assert b"dcterms:created" not in book.read("docProps/core.xml")
    assert numbers


def test_letters_of_slides_are_read_from_the_last_row(told, made, tmp_path):
    for name, least in (("slides.pdf", LEAST), ("handout.pdf", 7.5)):
        (tmp_path / name).write_bytes(made[name])
        size, page = smallest(tmp_path / name)
        assert size > least - 0.005, f"{name}: {size:.2f} pt on page {page}"


def test_slides_to_edit_tell_nothing_of_who_made_them_when_or_where(told, made):
    parts = package(made["slides.pptx"])
    assert (
        "dcterms:created>" not in parts["docProps/core.xml"] and "<dc:creator/>" in parts["docProps/core.xml"]
    )
    assert not [name for name, text in parts.items() if str(told.folder) in text or str(ROOT) in text]
    with zipfile.ZipFile(io.BytesIO(made["slides.pptx"])) as opened:
        assert {entry.date_time for entry in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    theme = parts["ppt/theme/theme1.xml"]
    assert (
        theme.count('<a:latin typeface="Fira Sans"/>') == 2 and "1f4e79" in theme and "Calibri" not in theme
    )


def test_the_same_deck_is_the_same_bytes(told, made):
    again = rendering.accompany(told.slides, told.handout, told.folder, told.folder / "again", TEMPLATE)
    assert {path.name: path.read_bytes() for path in again} == made


@pytest.mark.parametrize("more", [90, 250, 500])
def test_a_message_of_any_length_stays_on_its_slide(latest, more):
    filler = ("and more words, as some findings have when there is much to tell, " * 9)[:more]
    long = re.sub(r"^# (.*)", rf"# \1 {filler}", latest.slides, flags=re.M)
    assert pages(rendering.pdf(long, latest.folder, TEMPLATE, "slides")) == len(slides_of(latest.slides))


# That these can fail ----------------------------------------------------------------------------------------


def test_small_letters_many_words_and_a_hasty_script_are_noticed(latest, tmp_path):
    template = shutil.copytree(TEMPLATE, tmp_path / "template")
    layout = template / "slides.typ"
    layout.write_text(
        layout.read_text("utf-8").replace("#let smallest = 16pt", "#let smallest = 12pt"), "utf-8"
    )
    paper = tmp_path / "small.pdf"
    paper.write_bytes(rendering.pdf(latest.slides, latest.folder, template, "slides"))
    assert smallest(paper)[0] < LEAST
    more = "and so much more than anybody can read while a speaker goes on and on and on"
    wordy = re.sub(r"^# (.*)", rf"# \1 {more}", latest.slides, flags=re.M)
    assert all(len(words_shown(slide)) > MOST_WORDS for slide in slides_of(wordy))
    hasty = latest.slides.replace("::: notes\n", "::: notes\n" + "quick " * 400)
    assert any(len(said) * 60 / PACE["en"] > end - start for start, end, said in talk(hasty))
