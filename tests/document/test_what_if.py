"""What if a figure were different: what the panel says without a script, and when there is no panel."""

import html
import json
import math
from datetime import date

import pytest

from reported.analysis import consistency
from reported.analysis.hedges import Interval
from reported.analysis.parameters import Parameters
from reported.analysis.record import FIRST, RETOLD
from reported.build.run import WAYS
from reported.document import what_if
from reported.dossier import reader
from reported.edition import Edition
from reported.wording import prose
from reported.wording.language import say

from ..conftest import RELIEF, ROOT, ask


def edition(folder=ROOT / "data", **parameters):
    return Edition(reader.read(folder), Parameters(**parameters))


def suppose(ed, wording=RETOLD, reading="literal", **values):
    return what_if.suppose(ed, wording, reading, values)


@pytest.fixture(scope="module")
def shipped_edition():
    return edition()


# The answer -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reading", ["literal", "pragmatic"])
def test_where_nothing_is_supposed_the_answer_is_that_of_the_notebook(reading):
    told, ed = ask("06", reading=reading), edition(reading=reading)
    now = suppose(ed, reading=reading)
    assert now.word == told["fit"].answer
    assert {q: ed.words.amount(span, q) for q, span in now.needs.items()} == {
        q: ed.words.amount(span, q) for q, span in told["fit"].values.items() if isinstance(span, Interval)
    }
    assert told["fit"].sentence.split(" together")[1] in now.sentence


@pytest.mark.parametrize("wording", [RETOLD, FIRST])
@pytest.mark.parametrize(
    "values",
    [{"fire_rate": 12000.0}, {"fire_rate": 20000.0, "shells_per_container": 333.0}, {"days_in_month": 4.0}],
)
def test_a_supposed_value_is_one_that_an_edition_sets(shipped_edition, wording, values):
    in_base = {
        dial.key: (dial.quantity, what_if._factor(shipped_edition, dial))
        for dial in what_if.dials(shipped_edition)
    }
    inputs = {in_base[key][0]: (value * in_base[key][1],) * 2 for key, value in values.items()}
    set_here = [
        consistency.outcome(case)
        for case in shipped_edition.record.reread(inputs=inputs).cases(["literal"], [wording])
    ]
    now = suppose(shipped_edition, wording, **values)
    assert (now.word, now.needs) == (consistency.answer(set_here), consistency.needed(set_here))
    assert {o.word for o in now.outcomes} == {o.word for o in set_here}


def test_a_share_is_taken_of_what_is_on_the_record_or_of_what_was_supposed(shipped_edition):
    half = suppose(shipped_edition, shells_per_container_share=50.0)
    set_here = shipped_edition.record.reread(inputs={"shells_per_container": (100.0, 250.0)}).cases(
        ["literal"], [RETOLD]
    )
    assert half.needs == consistency.needed([consistency.outcome(case) for case in set_here])
    both = suppose(shipped_edition, shells_per_container=400.0, shells_per_container_share=50.0)
    assert both.needs == suppose(shipped_edition, shells_per_container=200.0).needs
    (row,) = (row for row in both.rows if row.label == "shells in a container")
    assert row.record == "supposed: 400 shells a container, 50 per cent of it"


def test_what_is_supposed_is_said(shipped_edition):
    now = suppose(
        shipped_edition, FIRST, "pragmatic", fire_rate=1.0, shells_per_container_share=60.0, days_in_month=3.0
    )
    assert now.sentence.startswith(
        "As first worded, on the pragmatic reading and supposing 60 per cent as the share of the load that "
        "is shells, three months and one shell a day, the figures cannot all be true together: they would "
        "only if every limit were stretched by a factor of "
    )
    assert now.word == consistency.NO_FIT


def test_every_outcome_has_its_sentence(shipped_edition):
    fits = suppose(shipped_edition, FIRST, shells_per_container=1000.0, containers_per_transfer=100.0)
    assert (fits.word, fits.sentence.endswith("the figures can all be true together as they stand.")) == (
        consistency.FITS,
        True,
    )
    for word, answer in what_if.words()["answers"].items():
        assert len(answer["said"]) > 1 and all(text.endswith(".") for text in answer["said"].values()), word


# The panel --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [ROOT / "data", RELIEF], ids=["shipped", "relief"])
def test_the_panel_says_without_a_script_what_holds_and_what_could_be_supposed(folder):
    ed = edition(folder)
    text, data = what_if.panel(ed)
    now = suppose(ed)
    assert text.startswith("::::: {.panel #what-if}\n\n## ") and text.endswith(":::::")
    assert f"[{now.word}]{{.verdict}}" in text
    rows = [line for line in text.splitlines() if line.startswith("| ")]
    assert len(rows) == 2 + len(ed.record.quantities()) + len(what_if.dials(ed))
    assert all(f"{prose.sentence(what_if._name(ed, dial))} |" in text for dial in what_if.dials(ed))
    assert "JavaScript" in text
    assert json.loads(json.dumps(data, allow_nan=False)) == data


def test_each_link_has_a_dial_in_the_unit_the_dossier_names_and_its_shares():
    _, data = what_if.panel(edition())
    assert [dial["key"] for dial in data["dials"]] == [
        "transfers", "containers_per_transfer", "containers", "shells_per_container",
        "shells_per_container_share", "shells", "days_in_month", "fire_rate",
    ]  # fmt: skip
    told = [(link["operator"], link["quantity"]) for link in data["links"]]
    assert told == [
        ("", "transfers"), ("×", "containers_per_transfer"), ("=", "containers"),
        ("×", "shells_per_container"), ("=", "shells"), ("=", "days"), ("×", "fire_rate"),
    ]  # fmt: skip


def test_scales_span_as_many_factors_of_ten_and_hold_what_was_sourced():
    for folder in (ROOT / "data", RELIEF):
        _, data = what_if.panel(edition(folder))
        for dial in (one for one in data["dials"] if not one["share"]):
            least, most = dial["around"]
            assert 0 < least <= most and math.log10(most / least) <= data["decades"] - what_if.ROOM + 1e-6
            assert dial["named"] is None or least <= dial["named"] <= most
            for low, high, *_ in dial["ranges"].values():
                ends = [end / dial["factor"] for end in (low, high) if end]
                assert all(least * (1 - 1e-9) <= end <= most * (1 + 1e-9) for end in ends)


def test_where_records_are_too_unlike_each_scale_has_a_measure_of_its_own(copy_of):
    folder = copy_of(RELIEF)
    text = (folder / "claims.csv").read_text("utf-8")
    (folder / "claims.csv").write_text(text.replace(",20,", ",20000,"), "utf-8")
    _, data = what_if.panel(edition(folder))
    assert data["decades"] == 0


def test_the_range_marked_is_the_one_the_briefing_names(shipped_edition):
    _, data = what_if.panel(shipped_edition)
    *_, days, rate = data["dials"]
    assert rate["ranges"]["retold literal"] == [5000, None, False, False]  # 5,000 to more than 30,000
    # The scale goes by the number named, though the end is open.
    assert rate["around"] == [5000, shipped_edition.record.span("fire_rate").high]
    assert [end / days["factor"] for end in days["ranges"]["retold literal"][:2]] == [1.5, 2.5]
    assert days["ranges"]["first literal"][:2] == [pytest.approx(60.875), None]


@pytest.mark.parametrize(
    ("day", "there"), [("2023-09-01", False), ("2023-10-13", False), ("2023-11-02", True)]
)
def test_without_figures_in_public_there_is_no_panel(day, there):
    assert bool(what_if.panel(edition(as_of=date.fromisoformat(day)))) is there


def test_a_dossier_without_dials_has_one_for_each_link():
    ed = edition(RELIEF)
    ed.record.plan = ed.record.plan.model_copy(update={"dials": ()})
    _, data = what_if.panel(ed)
    assert [dial["key"] for dial in data["dials"]] == ["lorries", "flour_per_lorry", "flour"]


def test_a_dial_for_which_nothing_is_known_is_left_out(copy_of):
    folder = copy_of(RELIEF)
    claims = (folder / "claims.csv").read_text("utf-8").splitlines(keepends=True)
    (folder / "claims.csv").write_text(
        "".join(line for line in claims if not line.startswith("load-")), "utf-8"
    )
    _, data = what_if.panel(edition(folder))
    assert [dial["key"] for dial in data["dials"]] == ["lorries", "flour_in_kilogram"]


def test_the_panel_keeps_to_what_an_edition_sets():
    ed = edition(inputs={"fire_rate": (9000.0, 12000.0)})
    text, data = what_if.panel(ed)
    assert "| set: 9,000 to 12,000 |" in text
    assert data["dials"][-1]["ranges"]["retold literal"] == [9000, 12000, False, False]


def test_words_of_others_are_the_same_here(shipped_edition):
    impossible = suppose(shipped_edition, fire_rate=500.0, days_in_month=1.0)
    assert say("rest-do-not-meet") in {row.needed for row in impossible.rows}
    words = what_if.words()
    assert words["spans"]["above"] == [None, "more than {what}"]
    assert words["spans"]["between"] == ["{number} to {high}", "{what}"]
    assert words["and"] == "{first} and {last}" and words["supposed"] == "supposed: {value}"
    assert words["numerals"]["sizes"] == [[1e9, "{number} billion"], [1e6, "{number} million"]]
    assert words["numerals"]["spelled"]["10"] == "ten" and words["particles"] is None


# The dossier's own mistakes ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dial", "told"),
    [
        ('quantity = "lorrys"', "no relation has a 'lorrys'. Did you mean lorries?"),
        ('quantity = "flour"\nunit = "kilo"', "flour has no unit 'kilo'. Did you mean kilogram?"),
        ('quantity = "flour"\nshare = true', "is a share without a label. Say of what it is the share."),
        ('quantity = "flour"\nunit = "tonne"', "flour stands there a second time. One dial is enough."),
    ],
)
def test_a_dial_that_cannot_be_is_refused_by_name(copy_of, dial, told):
    folder = copy_of(RELIEF)
    text = (folder / "dossier.toml").read_text("utf-8").replace("[items]", f"[[dials]]\n{dial}\n\n[items]")
    (folder / "dossier.toml").write_text(text, "utf-8")
    with pytest.raises(reader.Refused) as caught:
        reader.read(folder)
    assert f"dossier.toml dial 5: {told}" in str(caught.value).splitlines()


def test_what_holds_on_all_ways_of_reading_stands_beside_the_panel():
    for name in ("latest", "2023-11-02"):
        report = ROOT / "report" / name
        found = json.loads((report / "findings.json").read_text("utf-8"))["findings"]
        (said,) = (f["sentence"] for f in found if f["id"] == WAYS)
        page = html.unescape((report / "briefing.html").read_text("utf-8"))
        panel = page[page.index('id="what-if"') :]
        assert said in " ".join(panel[:4000].split()).replace("’", "'")
