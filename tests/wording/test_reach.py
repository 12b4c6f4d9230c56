"""How far a record reaches: no edition knows of a later reading, and a share is told with what it is of."""

import shutil

import pytest

from reported.analysis import retellings
from reported.analysis.afterwards import Later
from reported.edition import open_edition
from reported.wording import later, reach, retold

from ..conftest import RELIEF, add_claim, add_source, change

GAPS = """[[gaps]]
sought = "a weighbridge slip"
where = "the port's papers"
since = "2031-05-01"

[[gaps]]
sought = "the mayor's papers"
where = "the town hall"
since = "2031-09-01"

[quantities.eaten]
label = "share eaten"
one = "per cent"
many = "per cent"
units = { percent = 1 }
of_item = true

[[relations]]"""


@pytest.fixture
def folder(tmp_path):
    """The made-up dossier, read until July 2031, with two gaps, a share, and a document from after it."""
    folder = shutil.copytree(RELIEF, tmp_path / "data")
    path = folder / "dossier.toml"
    text = path.read_text("utf-8").replace("[[relations]]", GAPS, 1)
    text = text.replace("caveat =", 'read_until = "2031-07-31"\ncaveat =', 1)
    path.write_text(text.replace("[items]", '[items]\n"stored" = "the flour stored"', 1), "utf-8")
    add_source(folder, "late", "2031-08-02")
    add_claim(folder, "late", "late", quantity="flour", unit="tonne", hedge="exact", value="950")
    return folder


def words_of(folder, **parameters):
    return open_edition({"data": str(folder), **parameters}).words


def test_it_tells_until_when_it_was_read_and_what_was_not_found(folder):
    words = words_of(folder)
    told = reach.told(words)
    assert told.sentence == (
        "Published reporting was looked through up to 31 July 2031; of what appeared later, one document is "
        "on file. Two things were looked for and not found: a weighbridge slip; the mayor's papers."
    )
    assert [row[0] for row in reach.shown(words).rows] == ["a weighbridge slip", "the mayor's papers"]


def test_an_earlier_edition_knows_no_later_reading_and_misses_nothing_yet(folder):
    words = words_of(folder, as_of="2031-07-30")
    assert reach.told(words).sentence == (
        "Nothing published after 30 July 2031 is used. One thing was looked for and not found: a weighbridge "
        "slip."
    )
    assert len(reach.shown(words).rows) == 1
    early = words_of(folder, as_of="2031-04-30")
    assert reach.told(early).values["gaps"] == 0
    assert reach.shown(early) is None


def test_a_dossier_that_says_nothing_of_it_is_told_as_such(shipped):
    told = reach.told(words_of(RELIEF))
    assert told.sentence == "The dossier does not say until when published reporting was looked through."
    assert reach.told(words_of(shipped)).values["gaps"]


def share(folder, **cells):
    own = {"quantity": "eaten", "unit": "percent", "hedge": "le", "value": "40", "cumulative": "no"}
    add_claim(folder, "eaten", "late", **own | {"item_code": "stored", "stated": "up to 40 per cent"} | cells)


def test_a_share_is_told_with_what_it_is_of(folder):
    share(folder)
    words = words_of(folder)
    assert words.said(words.record.row("eaten")) == "up to 40 per cent of the flour stored"
    told = later.portions(words, Later(words.record))
    said = "one share or change was named: up to 40 per cent of the flour stored (Planted, 2 August 2031)."
    assert f"{said} It is no total" in told.sentence, "our words, so without quotation marks"
    assert told.claims == ("eaten",)


def test_a_share_enters_no_total_and_an_earlier_edition_has_none(folder):
    share(folder)
    words = words_of(folder)
    assert not [one for one in Later(words.record).totals if "eaten" in one.claims]
    assert (
        later.portions(
            words_of(folder, as_of="2031-07-30"), Later(words_of(folder, as_of="2031-07-30").record)
        )
        is None
    )


def test_a_start_that_the_original_does_not_give_is_named(folder):
    change(folder, "claims", "flour-mayor", period_start="")
    words = words_of(folder)
    told = retold.started(words, retellings.ledger(words.record.standing_rows))
    assert told.values["given"] == 1
    assert "“about 900 tonnes of flour” from 1 April 2031 (Mainland Paper)" in told.sentence
    kept = words_of(RELIEF)
    same = retold.started(kept, retellings.ledger(kept.record.standing_rows))
    assert same.sentence == "Every retelling kept the day from which the figure counts, or none is given."
