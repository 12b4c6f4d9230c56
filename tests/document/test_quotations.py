"""Words in another language are marked with theirs: in quotation marks, and alone in a cell."""

import pytest

from reported.analysis.parameters import Parameters
from reported.document.quotations import marked
from reported.dossier import reader
from reported.edition import Edition
from reported.wording.findings import plain
from reported.wording.language import language, speaking

from ..conftest import ROOT

KOREAN, ENGLISH = "반출된 포탄이 100만 발 이상", "more than one million artillery rounds"
GERMAN = "eine Million Artilleriegeschosse"


@pytest.fixture(scope="module")
def edition():
    return Edition(reader.read(ROOT / "data"), Parameters())


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", f"“{KOREAN}” (that)", f"“[{KOREAN}]{{lang=ko}}” (that)"),
        ("en", f"“{ENGLISH}”", f"“{ENGLISH}”"),
        ("ko", f"“{ENGLISH}”, “{KOREAN}”", f"“[{ENGLISH}]{{lang=en}}”, “{KOREAN}”"),
        ("ko", f"“{GERMAN}”", f"“[{GERMAN}]{{lang=de}}”"),
        ("en", f"| a | {KOREAN} | b |", f"| a | [{KOREAN}]{{lang=ko}} | b |"),
        ("en", f"{KOREAN} stands here, and “200 (two hundred)” there", ""),
    ],
)
def test_a_quotation_is_marked_with_its_language(edition, code, text, told):
    with speaking(language(code)):
        assert marked(text, edition) == (told or text)


def test_every_quotation_of_the_dossier_is_found_as_it_is_written(edition):
    rows = [
        row
        for row in edition.record.dossier.said
        if row.language == "en" and row.stated.strip("0123456789., ")
    ]
    with speaking(language("ko")):
        kept = [row.stated for row in rows if "{lang=" not in marked(f"“{plain(row.stated)}”", edition)]
    assert not [text for text in kept if "“" not in text and any(letter.isalpha() for letter in text)]
