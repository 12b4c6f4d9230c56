"""The contract for parameters, and editions that know nothing of what came later."""

import json

import pytest

from reported.analysis.parameters import contract, load
from reported.dossier.reader import read
from reported.edition import Edition, open_edition
from reported.errors import Refused
from reported.wording.findings import FINDING
from reported.wording.prose import in_words, listed, sentence

from ..conftest import RELIEF, ROOT, add_claim, add_row, add_source, ask, change

ALL = ["01", "02", "03", "04", "05", "06", "07", "08", "09"]


@pytest.fixture(scope="module")
def plan(shipped):
    return read(shipped).plan


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"fire_rat": "10000"}, "parameter fire_rat: there is no such parameter. Did you mean fire_rate?"),
        ({"asof": "2023-11-02"}, "parameter asof: there is no such parameter. Did you mean as_of?"),
        ({"as_of": "2023-13-01"}, "parameter as_of: '2023-13-01' cannot be used (there is no such day"),
        ({"as_of": "1/11/2023"}, "write a day as YYYY-MM-DD"),
        ({"approx_tolerance": "-0.1"}, "parameter approx_tolerance: '-0.1' cannot be used"),
        ({"approx_tolerance": "much"}, "parameter approx_tolerance: 'much' cannot be used"),
        ({"convention": "iis"}, "parameter convention: 'iis' cannot be used"),
        ({"reading": "literall"}, "parameter reading: 'literall' cannot be used"),
        (
            {"series": "lower"},
            "parameter series: 'lower' is not a series of this dossier. Did you mean lower-counts?",
        ),
        ({"fire_rate": "30000..10000"}, "parameter fire_rate: '30000..10000' is no range"),
        ({"fire_rate": "0"}, "parameter fire_rate: '0' is no range"),
    ],
)
def test_what_cannot_be_used_is_refused_by_name(plan, given, says):
    with pytest.raises(Refused) as refused:
        contract(given, plan)
    assert says in str(refused.value)


def test_every_bad_parameter_is_told_at_once(plan):
    with pytest.raises(Refused) as refused:
        contract({"fire_rat": 1, "as_of": "2023-13-01", "approx_tolerance": -1}, plan)
    assert len(refused.value.problems) == 3


@pytest.mark.parametrize("name", ["latest", "2023-11-02"])
def test_shipped_editions_keep_the_contract(plan, name):
    assert load(ROOT / "report" / "editions" / f"{name}.yml", plan).as_data()["as_of"] == name


def test_edition_file_that_is_no_list(tmp_path, plan):
    (tmp_path / "x.yml").write_text("- as_of\n")
    with pytest.raises(Refused, match="x.yml: holds no list"):
        load(tmp_path / "x.yml", plan)


@pytest.mark.parametrize("notebook", ALL)
def test_notebook_refuses_a_parameter_it_was_only_given(notebook):
    with pytest.raises(
        Refused, match="parameter fire_rat: there is no such parameter. Did you mean fire_rate"
    ):
        ask(notebook, fire_rat=10_000)


def test_range_of_ones_own_takes_the_place_of_what_was_published():
    fit = ask("06", fire_rate="5000..9000")
    assert "do not fit" in fit["fit"].sentence
    assert fit.value("fit", "stretch") > 1.1
    assert ask("06", fire_rate="20000..25000")["fit"].sentence != fit["fit"].sentence


@pytest.mark.parametrize("notebook", ALL)
@pytest.mark.parametrize(
    "changed",
    [
        {"fire_rate": "10000..15000"},
        {"shells_per_container": "350", "containers_per_transfer": "200..250"},
        {"series": "higher-counts"},
        {"reading": "pragmatic", "approx_tolerance": 0.5},
        {"convention": "acled"},
    ],
    ids=str,
)
def test_every_notebook_runs_under_every_kind_of_parameter(notebook, changed):
    assert not any(found.role == "not-run" for found in ask(notebook, **changed).values())


def test_a_limit_is_a_condition_only_where_it_cuts():
    # The lower counts put a ceiling on the containers; a floor such as "more than 1,000" loses nothing by
    # that.
    assert ask("06", series="lower-counts").value("fit", "containers").high == float("inf")


@pytest.fixture
def with_later_rows(copy_of, shipped):
    """The shipped dossier with a claim, source, denial and event of the day after the early edition."""
    folder = copy_of(shipped)
    add_source(folder, "leak", "2023-11-03", publisher="LEAKED")
    add_claim(
        folder, "leak-rate", "leak", quantity="fire_rate", stated="9", hedge="exact", value="9",
        unit="shell/day", speaker="LEAKED",
        institution="LEAKED", origin_id="LEAKED", basis="observed", period_start="2023-10",
        period_end="2023-10", cumulative="no",
        series="lower-counts", credibility="1",
    )  # fmt: skip
    add_row(
        folder,
        "denials",
        denial_id="leak",
        source_id="leak",
        said_on="2023-11-03",
        speaker="LEAKED",
        institution="LEAKED",
        type="categorical",
        targets="supply",
        addresses_quantity="yes",
    )
    add_row(
        folder,
        "events",
        event_id="leak",
        source_id="leak",
        date_start="2023-11-03",
        event="LEAKED",
        strand="supply",
    )
    return folder


def everything(answers) -> str:
    findings = [f._repr_mimebundle_()[FINDING] for f in answers.values()]
    tables = [t.as_data() for t in answers.tables.values()]
    pictures = [p._repr_mimebundle_()["text/plain"] for p in answers.pictures.values()]
    return json.dumps([findings, tables, pictures], default=str)


def test_later_rows_do_not_leak_into_an_earlier_edition(with_later_rows, shipped):
    for notebook in ALL:
        planted, clean = (
            everything(ask(notebook, as_of="2023-11-02", data=str(folder)))
            for folder in (with_later_rows, shipped)
        )
        assert planted == clean
    assert "LEAKED" in everything(ask("03", as_of="2023-11-03", data=str(with_later_rows)))
    assert "LEAKED" in everything(ask("07", as_of="2023-11-03", data=str(with_later_rows)))


@pytest.mark.parametrize("notebook", ["03", "04", "05"])
def test_before_anything_was_said_the_notebook_steps_aside(notebook):
    found = ask(notebook, as_of="2023-09-01")
    assert found["not-run"].sentence.startswith("No figure under examination for shells delivered")
    assert "stands in public by 1 September 2023" in found["not-run"].sentence
    assert not found.tables and not found.pictures


def test_with_one_figure_known_nothing_is_held_against_nothing():
    assert ask("06", as_of="2023-10-14")["figures-lacking"].sentence.startswith(
        "Only one of the figures under examination stood in public by 14 October 2023"
    )
    early = ask("01", as_of="2023-10-14")
    assert (
        early["origins"]
        .sentence.partition(" examined, ")[2]
        .startswith("one carries this figure, and one origin stands behind it")
    )


def test_reverse_the_data_and_the_sentence_reverses(copy_of, shipped):
    folder = copy_of(shipped)
    change(folder, "claims", "nis-days-moscowtimes", value="12")
    fit = ask("06", data=str(folder))
    assert "fire_rate" not in fit["fit"].values or fit.value("fit", "fire_rate").low < 3_000
    change(
        folder,
        "claims",
        "us-containers-moscowtimes",
        hedge="le",
        period_start="2023-08",
        period_end="2023-11-01",
    )
    assert "do not fit" in ask("06", data=str(folder))["fit"].sentence


def test_retracted_claim_leaves_the_sums(copy_of, shipped):
    folder = copy_of(shipped)
    change(folder, "claims", "zdf-rate", status="retracted")
    assert "zdf-rate" not in ask("03", data=str(folder), as_of="2023-11-02")["month-before"].claims


def test_five_more_reprints_change_documents_and_nothing_else(copy_of, shipped):
    folder = copy_of(shipped)
    before = ask("01", data=str(folder))["origins"].values
    for n in range(5):
        add_source(folder, f"reprint-{n}", "2023-11-02", publisher=f"Reprint {n}")
        add_claim(
            folder, f"reprint-{n}", f"reprint-{n}", quantity="shells", hedge="gt", value="1000000",
            unit="shell", institution="ROK NIS",
            origin_id="ROK-NIS-2023-11-01", relays="nis-shells-news1", relation="retells",
        )  # fmt: skip
    after = ask("01", data=str(folder))["origins"].values
    assert after["documents"] == before["documents"] + 5
    assert (after["fewest"], after["most"]) == (before["fewest"], before["most"])
    assert (
        ask("06", data=str(folder))["confidence-shells"].sentence == ask("06")["confidence-shells"].sentence
    )


def test_another_topic_needs_no_change_outside_its_folder():
    said = everything(ask("01", data=str(RELIEF))) + everything(ask("06", data=str(RELIEF)))
    assert "flour" in said and "lorries" in said
    assert not [word for word in ("shell", "container", "Korea", "Russia", "fired") if word in said]
    assert ask("03", data=str(RELIEF))["another-topic"].sentence.startswith(
        "This dossier gives no quantity the role of carried or lasts"
    )


def test_order_of_rows_does_not_matter(copy_of, shipped):
    import pandas as pd

    folder = copy_of(shipped)
    frame = pd.read_csv(folder / "claims.csv", dtype=str, keep_default_na=False)
    frame.iloc[::-1].to_csv(folder / "claims.csv", index=False)
    assert ask("06", data=str(folder))["fit"].sentence == ask("06")["fit"].sentence


def test_notebooks_find_the_dossier_from_anywhere_in_their_project(tmp_path, monkeypatch, shipped):
    for place in (ROOT, ROOT / "notebooks", ROOT / "notebooks" / "teaching"):
        monkeypatch.chdir(place)
        assert open_edition({}).record.dossier.folder == shipped
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused, match="Change into a project"):
        open_edition({})


def test_words():
    assert (
        in_words("2023-11-02") == "2 November 2023"
        and in_words("2023-10") == "October 2023"
        and in_words("") == ""
    )
    assert listed(["a", "b", "c"]) == "a, b and c" and listed(["a"]) == "a" and listed([]) == ""
    assert sentence("“about two”") == "“About two”"


def test_labels_of_every_claim_can_be_said(shipped):
    whole = read(shipped)
    edition = Edition(whole, contract({}, whole.plan))
    assert all(edition.words.said(row) and edition.words.cite(row) for row in edition.record.rows())
