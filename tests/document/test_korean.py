"""The Korean editions as they are committed: Korean throughout, and the numbers and verdicts of the English.

Latin letters stand on a Korean page in quotations, in names that are written so, in links, and in code; each
other place is on a list here, with the reason.
"""

from __future__ import annotations

import csv
import functools
import html.parser
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from reported.dossier import reader
from reported.dossier.terms import read_terms

from ..conftest import ROOT
from .test_documents import read

PAIRS = [  # each Korean edition that is committed, with the English one
    pytest.param(name, f"{name}-ko", id=f"{name}-ko")
    for name in ("latest", *sorted({path.stem for path in ROOT.glob("report/editions/*.yml")} - {"latest"}))
    if name == "latest" or (ROOT / "report" / f"{name}-ko" / "findings.json").exists()
]
every_pair = pytest.mark.parametrize(("name", "korean"), PAIRS)
every_edition = pytest.mark.parametrize("korean", [pair.values[1] for pair in PAIRS])
LATIN = re.compile(r"[A-Za-zÀ-ÖØ-öø-ɏ]+")
ADDRESS = re.compile(r"\b[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b", re.ASCII)  # of a site, or a file's name
MAY = {
    "kg": "a unit",
    "mm": "a unit",
    "m": "a unit",
    "latest": "the edition's name, as it is built",
    "ko": "the edition's name, as it is built",
    "International Journal of Approximate Reasoning": "a journal's title, to be looked for",
    "CC BY": "a licence's name",
    "MIT": "a licence's name",
    **dict.fromkeys("ABCDEF", "a grade of the Admiralty code, or an appendix"),
}
SPOKEN = ("alt", "aria-label", "aria-valuetext", "title", "data-label", "placeholder")
VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Words(html.parser.HTMLParser):
    """What a page says in its own language: text and spoken attributes, but for code and what is marked as
    being in another."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.language, self.fonts = "", ""
        self.said: list[str] = []  # texts
        self.named: list[str] = []  # attributes, in which no part can be marked as being in another language
        self.inside: list[tuple[str, str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        given = dict(attributes)
        _, language, silent = self.inside[-1] if self.inside else ("", "", False)
        language = given.get("lang") or language
        self.language = self.language or language
        silent = silent or tag in ("style", "script", "code")
        if tag not in VOID:
            self.inside.append((tag, language, silent))
        spoken = [given.get(name) or "" for name in SPOKEN]
        if tag == "meta" and given.get("name") == "description":
            spoken.append(str(given["content"]))
        self.named += [text for text in spoken if text and language == self.language]

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self.inside and self.inside.pop()[0] != tag:
            pass

    def handle_data(self, text: str) -> None:
        if self.inside:
            if self.inside[-1][0] == "style":
                self.fonts += text
            _, language, silent = self.inside[-1]
            if not silent and language == self.language and text.strip():
                self.said.append(" ".join(text.split()))


@functools.cache
def dossier() -> reader.Dossier:
    return reader.read(ROOT / "data")


@functools.cache
def quoted() -> list[str]:
    """Everything that the dossier has in another language than Korean, the longest first."""
    spoken = {row.source_id: row.language for row in dossier().documents}
    rows = [*dossier().said, *dossier().denied]
    texts = {" ".join(row.stated.split()) for row in rows if spoken[row.source_id] != "ko"}
    return sorted(filter(LATIN.search, texts), key=len, reverse=True)


@functools.cache
def names() -> frozenset[str]:
    """Latin words in the Korean names of who publishes, speaks or is spoken of, and in what else the terms
    say with names of few capital letters: CSIS, AP, Censor.
    """
    terms = read_terms(dossier(), "ko")
    whose = {row.publisher for row in dossier().documents} | {*dossier().plan.names}
    for row in dossier().said:
        whose |= {row.institution, row.credited, row.speaker, row.role}
    for row in dossier().denied:
        whose |= {row.institution, row.speaker}
    said = [ADDRESS.sub(" ", terms.get(name, "")) for name in whose]
    short = {word for text in terms.values() for word in re.findall(r"\b[A-Z]{1,5}\d*[A-Z]*\b", text, re.A)}
    return frozenset(short.union(*map(LATIN.findall, [*said, *short])))


def bare(text: str) -> str:
    """A text without addresses, file names and what is on the list."""
    text = ADDRESS.sub(" ", text)
    for phrase in sorted(MAY, key=len, reverse=True):
        text = re.sub(rf"(?<![A-Za-z]){re.escape(phrase)}(?![A-Za-z])", " ", text)
    return text


def leaks(texts: list[str], known: frozenset[str] = frozenset()) -> list[str]:
    """Texts with words in Latin letters that they should not have."""
    allowed = names() | known
    return [text for text in texts if [word for word in LATIN.findall(bare(text)) if word not in allowed]]


def unquoted(text: str) -> str:
    """A text without what it quotes, for where no part can be marked."""
    for words in quoted():
        text = text.replace(f"“{words}”", " ")
    return text


@functools.cache
def broken() -> frozenset[str]:
    """For drawings and paper, which break lines where they like: each word that stands in a quotation or on
    the list, and the pieces of names that are too long for a line.
    """
    long = [word for said in read_terms(dossier(), "ko").values() for word in said.split() if len(word) > 30]
    pieces = [
        word[at : at + 12] for word in [*long, *map(str.capitalize, long)] for at in range(0, len(word), 12)
    ]
    return frozenset(word for text in [*quoted(), *MAY, *pieces] for word in LATIN.findall(text))


# Everything is said in Korean -------------------------------------------------------------------------------


def page(edition: str) -> Words:
    return Words((ROOT / "report" / edition / "briefing.html").read_text("utf-8"))


@every_edition
def test_the_page_is_korean_but_for_quotations_names_and_code(korean):
    told = page(korean)
    assert told.language == "ko" and len(told.said) > 1000
    drawn = drawings(korean)
    assert leaks([text for text in told.said if text not in drawn]) == []
    assert leaks([*map(unquoted, told.named)]) == []


def drawings(edition: str) -> dict[str, None]:
    """The texts of the drawings, a line each, and what is told of them to who does not see them."""
    texts: dict[str, None] = {}
    for path in sorted((ROOT / "report" / edition / "figures").glob("*.svg")):
        found = re.findall(r"<text[^>]*>(.*?)</text>", path.read_text("utf-8"), re.S)
        texts |= dict.fromkeys(" ".join(html.unescape(re.sub("<.*?>", " ", text)).split()) for text in found)
    return texts


@every_edition
def test_drawings_are_korean_but_for_quotations_and_names(korean):
    assert len(drawings(korean)) > 300
    assert leaks([*drawings(korean)], broken()) == []


@every_edition
@pytest.mark.parametrize("document", ["briefing", "slides", "handout"])
def test_paper_is_korean_but_for_quotations_and_names(korean, document):
    path = ROOT / "report" / korean / f"{document}.pdf"
    with pikepdf.open(path) as pdf:
        assert str(pdf.Root.Lang) == "ko" and re.search("[가-힣]", str(pdf.docinfo.Title))
        told = [
            str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each
        ]
    code = re.compile(r"`[^`]*`|[\w.-]*/[\w./…-]*", re.ASCII)
    texts = [code.sub(" ", text) for _, _, _, text in read(path)]
    assert leaks([*texts, *told], broken()) == []


@every_edition
def test_slides_to_edit_are_korean(korean):
    with zipfile.ZipFile(ROOT / "report" / korean / "slides.pptx") as opened:
        parts = [
            opened.read(name).decode()
            for name in opened.namelist()
            if re.search(r"slides?/\w+.xml$|Slides/\w+.xml$", name)
        ]
    texts = [
        html.unescape("".join(re.findall(r"<a:t>(.*?)</a:t>", p)))
        for part in parts
        for p in re.split("</a:p>", part)
    ]
    texts += [html.unescape(alt) for part in parts for alt in re.findall(r'descr="(.*?)"', part)]
    assert sum(map(len, texts)) > 5000
    assert leaks(texts, broken()) == []


# The same numbers and verdicts ------------------------------------------------------------------------------


def told(edition: str) -> dict:
    return json.loads((ROOT / "report" / edition / "findings.json").read_text("utf-8"))


SAID = ("sentence", "why", "linchpin", "told")  # what a finding says; everything else is number, id or code
# Of these the answer is told in words as well: numbers, which stand behind it as values, or names.
TOLD = {
    "implied-rate", "implied-load", "implied-count", "implied-trip-load",
    "settles", "carriers", "decides", "shares",
}  # fmt: skip
TEXTS = ("credited", "gloss", "institution", "item", "publisher", "role", "said", "scope", "speaker")


@every_pair
def test_numbers_and_verdicts_are_those_of_english(name, korean):
    english, own = told(name), told(korean)
    assert [bones(each) for each in own["findings"]] == [bones(each) for each in english["findings"]]
    assert own["findings"] and all(re.search("[가-힣]", each["sentence"]) for each in own["findings"])
    assert {n: coded(row) for n, row in own["claims"].items()} == {
        n: coded(row) for n, row in english["claims"].items()
    }
    assert own.keys() == english.keys()
    assert without_language(own["parameters"]) == without_language(english["parameters"])


def bones(finding: dict) -> dict:
    told = (*SAID, "answer") if finding["id"] in TOLD else SAID
    return {key: value for key, value in finding.items() if key not in told}


def coded(claim: dict) -> dict:
    return {key: value for key, value in claim.items() if key not in TEXTS}


def without_language(parameters: dict) -> dict:
    return {key: value for key, value in parameters.items() if key not in ("language", "unsaid")}


@every_pair
def test_plotted_numbers_are_those_of_english(name, korean):
    """Row by row, but for words; a drawing's table may be in another order where names are sorted."""
    english, own = (sorted((ROOT / "report" / each / "figures").glob("*.csv")) for each in (name, korean))
    assert [path.name for path in own] == [path.name for path in english]
    for one, other in zip(own, english, strict=True):
        assert plotted(one) == plotted(other), one.name


def plotted(path: Path) -> list[list[float]]:
    with path.open(encoding="utf-8", newline="") as table:
        return sorted([*numbers(row)] for row in list(csv.reader(table))[1:])


def numbers(row: list[str]) -> Iterator[float]:
    for cell in row:
        try:
            yield float(cell)
        except ValueError:
            continue


@every_edition
def test_the_page_brings_letters_for_hangul(korean):
    told = page(korean)
    faces = re.findall(r"@font-face\s*{[^}]*}", told.fonts)
    assert [face for face in faces if re.search("KR|Nanum|Pretendard|Hangul", face)]
    families = re.search(r"--sans: ([^;]*);", told.fonts)[1]
    assert re.search("KR|Nanum|Pretendard", families.split(",")[0] + families)


# That these can fail ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("</main>", "<p>Computed in cell 3</p></main>"),
        ("</main>", "<p>fits-only-if</p></main>"),
        ("</main>", '<p><img src="data:," alt="A chart of the figures"></p></main>'),
        ('lang="en"', 'lang="ko"'),
        ("</main>", '<p lang="en">said</p><p>not named(주한 러 대사관)</p></main>'),
    ],
)
def test_a_word_that_is_not_korean_is_found_on_the_page(before, after):
    text = (ROOT / "report" / "latest-ko" / "briefing.html").read_text("utf-8")
    told, planted = Words(text), Words(text.replace(before, after, 1))
    found = leaks([*planted.said, *map(unquoted, planted.named)])
    assert len(found) == 1 + len(leaks([*told.said, *map(unquoted, told.named)]))


def test_a_quotation_that_is_not_quoted_is_found():
    words = quoted()[0]
    assert leaks([words], names()) == [words] and leaks([unquoted(f"신문: “{words}” 보도")]) == []


@pytest.mark.parametrize("word", ["Figure", "claimed", "unknown", "shells", "NIS says"])
def test_no_name_or_unit_is_a_word_of_english(word):
    assert leaks([f"포탄 {word}"]) == [f"포탄 {word}"]
