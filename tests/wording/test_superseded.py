"""What took the place of a claim, in words: at the claim, beside those that none names, and afterwards."""

import pytest

from reported.analysis.parameters import contract
from reported.document import evidence
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording import later
from reported.wording.language import speaking

from ..conftest import RELIEF, add_claim, add_source, change

SAID = {
    "en": "Its own speaker later said “at least 700 tonnes of flour” (Later Paper, 10 June 2031).",
    "ko": "이 수치를 낸 쪽은 나중에 “700 tonnes of flour 이상”이라고 밝혔다(Later Paper, 2031년 6월 10일).",
}
TOLD = {
    "en": "One figure was later replaced by its own speaker: Town hall, “at least 900 tonnes of flour” "
    "(2 May 2031), then “at least 700 tonnes of flour” (10 June 2031).",
    "ko": "수치를 낸 쪽이 나중에 다른 수치로 바꾼 것은 1건이다: Town hall, "
    "“900 tonnes of flour 이상”(2031년 5월 2일)에서 “700 tonnes of flour 이상”(2031년 6월 10일)으로.",
}


@pytest.fixture
def planted(copy_of):
    """The relief dossier whose mayor named a lower figure later."""
    folder = copy_of(RELIEF)
    add_source(folder, "later", "2031-06-10", publisher="Later Paper")
    cells = {"quantity": "flour", "hedge": "ge", "unit": "tonne", "institution": "Town hall"}
    for n, value in enumerate(("700", "600", "500", "400", "300")):
        add_claim(folder, f"flour-later-{n}", "later", value=value, **cells)
    change(folder, "claims", "flour-mayor", status="superseded", superseded_by="flour-later-0")
    return folder


def edition(folder, **asked):
    whole = read(folder)
    if asked.get("language", "en") != "en":
        asked |= {"unsaid": "english"}
    return Edition(whole, contract(asked, whole.plan))


@pytest.mark.parametrize("language", SAID)
def test_it_is_said_where_the_claim_is_shown(planted, language):
    made = edition(planted, language=language)
    with speaking(made.language):
        card = evidence.cards(made, {"flour-mayor": 1}, {"flour-mayor": ["01-x"]})
        beside = evidence.beside(made, {})
        found = later.replaced(made.words)
    assert card.count(SAID[language]) == 2  # on the screen and on paper
    assert SAID[language] in beside
    assert found.sentence == TOLD[language] and found.claims == ("flour-mayor", "flour-later-0")


def test_nothing_is_said_where_nothing_took_its_place_or_not_yet(planted):
    early = edition(planted, as_of="2031-06-09")
    assert later.replaced(early.words) is None and early.record.row("flour-mayor").status == "active"
    assert early.words.replaced(early.record.row("flour-mayor")) == ""
    change(planted, "claims", "flour-mayor", superseded_by="")
    made = edition(planted)
    assert later.replaced(made.words) is None and "superseded" in evidence.beside(made, {})


def test_of_many_the_first_are_told_and_the_others_counted(planted):
    for n in range(1, 5):
        change(planted, "claims", f"flour-later-{n}", status="superseded", superseded_by="flour-later-0")
    told = later.replaced(edition(planted).words).sentence
    assert told.startswith("Five figures were later replaced by their own speakers: ")
    assert told.count(", then ") == 3 and told.endswith("; and two more.")
