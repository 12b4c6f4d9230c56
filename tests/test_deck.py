"""Slides and handout: the same findings as the briefing, one message and one chart a slide, nothing that no notebook computed."""

import io
import json
import re
import zipfile

import pytest
import yaml

from reported import assembly, briefing, deck
from reported import dossier as dossiers
from reported.charts import FIGURE
from reported.edition import Edition
from reported.parameters import load
from reported.run import notebooks

from .conftest import RELIEF, ROOT

TEMPLATE = ROOT / "report" / "template"
LABELS = yaml.safe_load((ROOT / "report" / "labels.yml").read_text("utf-8"))
EDITIONS = ["latest", "2023-11-02"]


@pytest.fixture(scope="module")
def told():
    """The committed notebooks as sections, their edition, and the Markdown of slides and handout."""
    whole = dossiers.read(ROOT / "data")
    edition = Edition(whole, load(ROOT / "report" / "editions" / "latest.yml", whole.plan))
    parts = assembly.sections(notebooks(ROOT))
    return parts, edition, deck.slides(parts, edition, "latest", LABELS), deck.handout(parts, edition, "latest", LABELS)


def package(content):
    return zipfile.ZipFile(io.BytesIO(content))


def slides_of(markdown):
    return re.split(r"^::::: \{\.slide ", markdown, flags=re.M)[1:]


def test_each_slide_between_first_and_last_has_one_message_and_one_chart(told):
    slides = slides_of(told[2])
    assert 8 <= len(slides) <= 12
    assert [slide.split('"')[1] for slide in slides] == ["opening", *["chart"] * (len(slides) - 2), "asked"]
    for slide in slides[1:-1]:
        assert len(re.findall(r"^# ", slide, re.M)) == 1
        assert len(re.findall(r"^!\[", slide, re.M)) == 1
    shown = re.findall(r"\(figures/([\w-]+)\.svg\)", told[2])
    assert len(shown) == len(set(shown))


@pytest.mark.parametrize("name", EDITIONS)
def test_committed_decks_have_eight_to_twelve_slides_and_handouts_two_sides(name):
    pikepdf = pytest.importorskip("pikepdf")
    folder = ROOT / "report" / name
    with pikepdf.open(folder / "slides.pdf") as slides, pikepdf.open(folder / "handout.pdf") as handout:
        assert 8 <= len(slides.pages) <= 12
        assert len(handout.pages) == 2
        pages = len(slides.pages)
    with zipfile.ZipFile(folder / "slides.pptx") as deck_to_edit:
        assert len([n for n in deck_to_edit.namelist() if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]) == pages


def test_the_talk_takes_its_minutes_and_no_gap_is_left(told):
    marks = re.findall(r'at="(\d+):(\d\d)–(\d+):(\d\d)"', told[2])
    times = [(int(a) * 60 + int(b), int(c) * 60 + int(d)) for a, b, c, d in marks]
    assert times[0][0] == 0 and times[-1][1] == deck.MINUTES * 60
    assert all(one[1] == other[0] for one, other in zip(times, times[1:], strict=False))
    assert all(f"{LABELS['deck']['time']} {a}:{b}–{c}:{d}." in told[2] for a, b, c, d in marks)


def test_every_sentence_is_a_finding_a_chart_or_a_label(told):
    parts, edition, slides, handout = told
    known = json.dumps([part.parts for part in parts], ensure_ascii=False) + json.dumps(LABELS, ensure_ascii=False)
    known += edition.plan.dossier.caveat + edition.plan.dossier.question + edition.plan.dossier.title
    known = re.sub(r"\W", "", known)
    for markdown in (slides, handout):
        body = markdown.split("---\n", 2)[2]
        for line in body.splitlines():
            if re.match(r"(:::|\||!\[|`|\[[^]]*`|$)", line) or "figures/" in line or line.startswith(LABELS["deck"]["time"]):
                continue
            for sentence in re.split(
                r"(?<=[.?!]) (?=[A-Z“])", re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), line).split("?** ")[-1]
            ):
                words = re.sub(r"^(# |## |- |\*\*|\[)+|\]\{[^}]*\}|\*\*", "", sentence)
                words = re.sub(rf"^({LABELS['why']}|{LABELS['linchpin']}):? ?", "", words)
                assert re.sub(r"\W", "", words.replace("latest", "")) in known.replace("edition", "") or "edition" in words, (
                    sentence
                )


def test_slides_to_edit_carry_notes_and_say_what_each_picture_shows(told):
    parts, _, _, _ = told
    with zipfile.ZipFile(ROOT / "report" / "latest" / "slides.pptx") as made:
        names = made.namelist()
        slides = [made.read(n).decode() for n in names if re.fullmatch(r"ppt/slides/slide\d+\.xml", n)]
        notes = " ".join(made.read(n).decode() for n in names if n.startswith("ppt/notesSlides/"))
        core = made.read("docProps/core.xml").decode()
    alts = [alt for slide in slides for alt in re.findall(r'descr="([^"]*)"', slide)]
    assert len(alts) == len(slides) - 2 and all(len(alt) > 60 for alt in alts)
    assert "dcterms" not in re.sub(r'xmlns:\w+="[^"]*"', "", core) and "<dc:creator></dc:creator>" in core
    spoken = re.sub(r"\W", "", re.sub(r"<[^>]*>", "", notes))
    drawn = [part for part in parts if part.of(FIGURE)]
    for found in assembly.all_findings(drawn):
        assert re.sub(r"\W", "", found["sentence"].replace("&", "&amp;")) in spoken, found["id"]


def test_the_same_deck_is_the_same_bytes(told, tmp_path):
    (tmp_path / "figures").symlink_to(ROOT / "figures" / "latest")
    for make in (briefing.slides_pptx, briefing.slides_pdf):
        assert make(told[2], tmp_path, TEMPLATE) == make(told[2], tmp_path, TEMPLATE)
    assert not any(
        entry.date_time > (1980, 1, 1, 0, 0, 0) for entry in package(briefing.slides_pptx(told[2], tmp_path, TEMPLATE)).infolist()
    )


def test_a_headline_of_any_length_stays_on_its_slide(told, tmp_path):
    pikepdf = pytest.importorskip("pikepdf")
    (tmp_path / "figures").symlink_to(ROOT / "figures" / "latest")
    long = re.sub(
        r"^# (.*)",
        r"# \1 and more words that go on for a while, as some findings do when there is much to tell",
        told[2],
        flags=re.M,
    )
    (tmp_path / "long.pdf").write_bytes(briefing.slides_pdf(long, tmp_path, TEMPLATE))
    with pikepdf.open(tmp_path / "long.pdf") as made:
        assert len(made.pages) == len(slides_of(told[2]))


def test_another_topic_has_its_own_deck():
    whole = dossiers.read(RELIEF)
    edition = Edition(whole, load(ROOT / "report" / "editions" / "latest.yml", whole.plan))
    empty = [assembly.Section("01-x", [("text", "# 1 · What was said?")])]
    for markdown in (deck.slides(empty, edition, "latest", LABELS), deck.handout(empty, edition, "latest", LABELS)):
        assert edition.plan.dossier.title in markdown.replace("&#45;", "-")
        assert not re.search(r"korea|russia|shell", markdown, re.IGNORECASE)
