"""Slides and handout: the same findings as the briefing, one message and one chart a slide, nothing that no
notebook computed.
"""

import io
import re
import zipfile
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from reported.analysis.parameters import contract
from reported.build.project import notebooks
from reported.document import assembly, rendering
from reported.document.slides import MINUTES, MOST_CHARTS, handout, slides
from reported.dossier import reader
from reported.edition import Edition
from reported.figures.charts import FIGURE
from reported.notebooks import runner, stored
from reported.wording.findings import FINDING, TABLE, Finding, ShownTable
from reported.wording.language import say, spoken

from ..conftest import RELIEF, ROOT

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
        self.slides = slides(self.parts, self.edition, self.name)
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
    return re.split(r"^::::: \{\.slide ", markdown, flags=re.M)[1:]


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


def test_each_slide_between_first_and_last_has_one_message_and_one_chart(told):
    slides = slides_of(told.slides)
    assert 8 <= len(slides) <= 12
    assert [slide.split('"')[1] for slide in slides] == ["opening", *["chart"] * (len(slides) - 2), "asked"]
    titles = {letters(figure["title"]) for part in told.parts for figure in part.of(FIGURE)}
    for slide in slides[1:-1]:
        (message,) = re.findall(r"^# (.*)", slide, re.M)
        assert letters(message) in titles
        (alt,) = re.findall(r"^!\[(.*)\]", slide, re.M)
        assert len(alt) > 60
    shown = re.findall(r"\(figures/([\w-]+)\.svg\)", told.slides)
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("name", EDITIONS)
def test_committed_decks_have_eight_to_twelve_slides_and_handouts_two_sides(name):
    folder = ROOT / "report" / name
    count = pages((folder / "slides.pdf").read_bytes())
    assert 8 <= count <= 12
    assert pages((folder / "handout.pdf").read_bytes()) == 2
    parts = package((folder / "slides.pptx").read_bytes())
    assert len([n for n in parts if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]) == count


def test_the_talk_takes_its_minutes_and_no_gap_is_left(told):
    marks = re.findall(r'at="(\d+):(\d\d)–(\d+):(\d\d)"', told.slides)
    times = [(int(a) * 60 + int(b), int(c) * 60 + int(d)) for a, b, c, d in marks]
    assert times[0][0] == 0 and times[-1][1] == MINUTES * 60
    assert all(one[1] == other[0] for one, other in zip(times, times[1:], strict=False))
    for (start, end), (a, b, c, d) in zip(times, marks, strict=True):
        long = f"{(end - start) // 60}:{(end - start) % 60:02d}"
        assert say("slides-time", at=f"{a}:{b}–{c}:{d}", long=long) in told.slides


def test_every_sentence_is_computed_or_a_label(told):
    about, words = told.edition.record.plan.dossier, spoken()
    ours = {name for name, path in words.files.items() if path.stem in ("page", "slides")}
    labels = [words.template(name) for name in words.names() if name.partition(".")[0] in ours]
    labels.append(say("evidence-computed"))
    why, linchpin, time = say("page-why"), say("page-linchpin"), words.template("slides-time").split("{")[0]
    texts = [text for part in told.parts for _, what in part.parts for text in strings(what)]
    known = "\n".join(letters(t) for t in [*texts, *labels, about.caveat, about.question, about.title])
    for markdown in (told.slides, told.handout):
        for line in markdown.split("---\n", 2)[2].splitlines():
            if re.match(r"(\s*:::|\||!\[|$)", line) or line.startswith(time) or "notebooks/" in line:
                continue
            line = re.sub(r"\[\u00a0\[\[\+\].*?\]\{\.rests \.on-screen\}", "", line)
            line = re.sub(r"\[(.*)\]\{\.told\}", r"\1", line)
            line = line.replace(told.name, "{edition}") if "briefing.pdf" in line else line
            line = re.sub(rf"^\[?({why}|{linchpin})(:|\]\{{\.label\}})", "", line)
            for sentence in re.split(r"(?<=[.?!]) (?=[A-Z“\"])|\*\* ", re.sub(r"\]\{\.\w+\}$", "", line)):
                assert letters(sentence) in known, sentence


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
            assert len(drawn) == len(opened.pages) - 2


def test_slides_to_edit_carry_notes_and_say_what_each_picture_shows(told, made):
    parts = package(made["slides.pptx"])
    slides = [text for name, text in parts.items() if re.fullmatch(r"ppt/slides/slide\d+\.xml", name)]
    alts = [alt for slide in slides for alt in re.findall(r'descr="([^"]*)"', slide)]
    assert len(alts) == len(slides) - 2 and all(len(alt) > 60 for alt in alts)
    notes = " ".join(text for name, text in parts.items() if name.startswith("ppt/notesSlides/"))
    spoken = letters(re.sub(r"<[^>]*>", "", notes.replace("&amp;", "&")))
    for part in [part for part in told.parts if part.of(FIGURE)][:MOST_CHARTS]:
        for found in part.of(FINDING):
            for text in (found["sentence"], found["why"], found["linchpin"]):
                assert letters(text) in spoken, found["id"]


def test_slides_to_edit_tell_nothing_of_who_made_them_when_or_where(told, made):
    parts = package(made["slides.pptx"])
    assert (
        "dcterms:created>" not in parts["docProps/core.xml"]
        and "<dc:creator></dc:creator>" in parts["docProps/core.xml"]
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
