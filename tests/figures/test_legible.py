"""Letters that no font has: the gloss stands for the words, a sign for others, and nothing stops."""

import pytest

from reported.analysis.parameters import contract
from reported.document import evidence, quotations, workbook
from reported.dossier.reader import read
from reported.edition import Edition
from reported.figures import fonts
from reported.figures.legible import SIGN, legible, undrawn
from reported.wording.language import language, say, speaking

from ..conftest import RELIEF, change

RUNES = "ᚠᚢ 900 תשע"


@pytest.fixture
def edition_of(copy_of):
    """Makes an edition of a dossier with some cells changed."""

    def make(code="en", **cells):
        folder = copy_of(RELIEF)
        for name, changed in cells.items():
            change(folder, "claims", name.replace("_", "-"), **changed)
        whole = read(folder)
        return Edition(whole, contract({}, whole.plan))

    return make


def test_a_dossier_whose_letters_are_all_there_is_left_as_it_is():
    whole = read(RELIEF)
    assert undrawn(whole) == [] and legible(whole, language("en")) is whole


def test_the_gloss_stands_for_words_and_a_note_says_so(edition_of):
    ed = edition_of(flour_mayor={"stated": RUNES, "gloss": "at least 900 tonnes"})
    row = ed.record.row("flour-mayor")
    with speaking(ed.language):
        assert evidence.stated(row) == f"“at least 900 tonnes” ({say('words-glossed')})"
    assert row.value == 900 and row.interval.low == 900


def test_words_without_a_gloss_and_other_texts_get_a_sign_for_each_letter(edition_of):
    ed = edition_of(
        flour_mayor={"stated": RUNES, "speaker": "ᚠreya"}, flour_paper={"institution": "Town ᚢall"}
    )
    row, other = ed.record.row("flour-mayor"), ed.record.row("flour-paper")
    assert row.stated == f"{SIGN * 2} 900 {SIGN * 3}" and row.speaker == f"{SIGN}reya"
    assert other.institution == f"Town {SIGN}all"
    with speaking(ed.language):
        assert SIGN in evidence.stated(row) and say("words-with-signs", sign=SIGN) in evidence.stated(row)
    shown = [
        text for row in ed.record.rows() for text in (row.stated, row.gloss, row.speaker, row.institution)
    ]
    assert fonts.undrawable("".join(shown) + SIGN) == []


def test_words_of_the_gloss_are_not_marked_as_in_the_language_of_the_document(copy_of):
    folder = copy_of(RELIEF)
    change(folder, "sources", "radio", language="he")
    for stated, marked in (("900 tonot", {"900 tonot": "he"}), (RUNES, {})):
        change(folder, "claims", "flour-mayor", stated=stated, gloss="at least 900 tonnes")
        whole = read(folder)
        ed = Edition(whole, contract({}, whole.plan))
        with speaking(ed.language):
            assert quotations.foreign(ed, "en") == marked


def test_the_plan_gets_signs_too_but_not_in_words_that_are_only_read(copy_of):
    folder = copy_of(RELIEF)
    plan = folder / "dossier.toml"
    text = plan.read_text("utf-8").replace('label = "lorries unloaded"', 'label = "ᚠ unloaded"', 1)
    plan.write_text(text.replace("units = { lorry", 'said = { ja = ["ᚢ"] }\nunits = { lorry', 1), "utf-8")
    whole = read(folder)
    assert undrawn(whole) == ["ᚠ"]
    quantity = legible(whole, language("en")).plan.quantities["lorries"]
    assert quantity.label == f"{SIGN} unloaded"


def test_what_is_taken_away_keeps_the_letters_of_the_tables(edition_of):
    ed = edition_of(lorries_port={"institution": "Port ᚠ"}, flour_mayor={"stated": RUNES, "gloss": "900"})
    as_given = {row.claim_id: row for row in workbook._with_its_letters(ed).said}
    assert as_given["flour-mayor"].stated == RUNES and as_given["lorries-port"].institution == "Port ᚠ"


def test_both_languages_say_the_notes():
    for code in ("en", "ko"):
        assert language(code).say("words-glossed") and SIGN in language(code).say(
            "words-with-signs", sign=SIGN
        )
