"""Denials: what an answer speaks of, what each figure met, and whose earlier statements are on file."""

import pytest

from reported.analysis import denials
from reported.dossier.schema import COLUMNS
from reported.edition import open_edition
from reported.wording import denied

from ..conftest import RELIEF, add_row, add_source
from .claims import named

FLOUR, LORRIES = "flour-mayor", "lorries-port"


@pytest.fixture
def answered(copy_of):
    """Makes the answers of a topic to which some were added, each by its cells."""
    folder = copy_of(RELIEF)
    add_source(folder, "planted", "2031-05-10", publisher="the crier")

    def with_answers(**given):
        for name, cells in given.items():
            row = {
                "denial_id": name, "source_id": "planted", "said_on": "2031-05-10", "speaker": "A clerk",
                "institution": "Planted office", "type": "categorical", "addresses_quantity": "no",
            }  # fmt: skip
            add_row(folder, "denials", **row | cells)
        return denied.answers(open_edition({"data": str(folder)}).words)

    return with_answers


def test_every_kind_of_answer_has_its_place_and_its_word():
    (kinds,) = [column.form.asks["enum"] for name, column in COLUMNS["denials"].items() if name == "type"]
    assert {*kinds} == {*denials.KINDS, denials.UNCONFIRMED}
    assert len({denied.kind(kind) for kind in denials.KINDS}) == len(denials.KINDS)


def test_what_an_answer_speaks_of(answered):
    found = answered(
        whole={"targets": "supply"},
        nothing={"targets": ""},
        figure={"targets": f"supply {FLOUR}"},
        other={"targets": "load-guild supply"},
        retelling={"targets": "flour-paper"},
    )
    speaks = {row.denial_id: found.about(row) for row in found.given}
    assert speaks["whole"] == denials.AS_SUCH and speaks["nothing"] == denials.ELSE
    assert speaks["figure"] == denials.FIGURE and speaks["other"] == denials.OTHER_FIGURE
    assert speaks["retelling"] == denials.FIGURE, "a retelling is the same figure"


def test_figures_that_the_same_answers_met_stand_together(answered):
    def groups(found):
        return [(named(alike), len(found.met_by(alike[0]))) for alike in found.alike()]

    assert groups(answered()) == [([FLOUR], 1), ([LORRIES], 0)]
    found = answered(both={"targets": f"flour-paper {LORRIES}", "addresses_quantity": "yes"})
    assert groups(found) == [([FLOUR], 2), ([LORRIES], 1)]
    assert [row.denial_id for row in found.disputing] == ["both"]
    found = answered(also={"targets": LORRIES}, one={"targets": FLOUR})
    assert groups(found) == [([FLOUR], 3), ([LORRIES], 2)]


def test_an_answer_of_the_day_itself_is_not_early(answered):
    record = open_edition({"data": str(RELIEF)}).record
    first = min(filter(None, map(record.first_published, record.headlines())))
    found = answered(before={"said_on": "2031-04"}, same={"said_on": first})
    early = {row.denial_id for row in found.early}
    assert "before" in early and "same" not in early


def test_that_something_was_not_confirmed_is_no_answer(answered):
    found = answered(left={"type": "unconfirmed", "targets": FLOUR}, apart={"type": "unconfirmed"})
    assert not {"left", "apart"} & {row.denial_id for row in found.given}
    left = {row.denial_id for row in found.unconfirmed()}
    assert "left" in left and "apart" not in left, "it is of another body, and of no figure"
