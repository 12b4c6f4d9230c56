"""The evidence: one more row changes what it should and nothing else, what is withdrawn is out, and every day
is told truly.
"""

import json
import re
from datetime import date

import pytest

from reported.analysis import retellings
from reported.analysis.parameters import contract
from reported.build.checks import check
from reported.cli import main
from reported.dossier.dates import last_day
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording.findings import Refs

from ..conftest import ROOT, add_claim, add_source, ask, change

ALL = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10"]
DAYS = ["2023-10-13", "2023-10-20", "2023-11-01", "2024-02-28", "2024-10-24"]


def shown(answers):
    """Everything a notebook shows, as text and as the ids of the claims it names."""
    said = [f"{f.sentence} {f.why} {f.linchpin}" for f in answers.values()]
    said += [str(cell) for t in answers.tables.values() for row in t.rows for cell in row]
    said += [f"{p.title} {p.alt}" for p in answers.pictures.values()]
    ids = [name for f in answers.values() for name in f.claims]
    ids += [
        name
        for t in answers.tables.values()
        for row in t.rows
        for cell in row
        if isinstance(cell, Refs)
        for name in cell.claims
    ]
    return said, {part for name in ids for part in name.split(" over ")}


@pytest.fixture(scope="module")
def edition(shipped):
    whole = read(shipped)
    return Edition(whole, contract({}, whole.plan))


# ── one more row ────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def one_more(copy_of, shipped):
    """The shipped dossier with one more retelling of the total, under a name of its own and as a ceiling."""
    folder = copy_of(shipped)
    add_source(folder, "planted", "2023-11-02", publisher="Planted Post", reached_via="mirror")
    add_claim(
        folder, "planted-shells", "planted", quantity="shells", stated="up to two million missiles",
        hedge="le", value="2000000", unit="shell",
        item="missiles", item_code="missile", speaker="not named", institution="ROK NIS",
        credited="Planted Office",
        origin_id="ROK-NIS-2023-11-01", relays="nis-shells-news1", relation="retells",
        period_start="2023-09-15", period_end="2023-11-01",
        credibility="4",
    )  # fmt: skip
    return folder


def test_one_more_row_is_seen_everywhere_it_belongs(one_more):
    assert [problem for problem in check(one_more) if not problem.doubt] == []
    before, after = ask("01"), ask("01", data=str(one_more))
    (row,) = [row for row in after.tables["ledger"].rows if row[-1].claims == ("planted-shells",)]
    assert row[:-1] == (
        "up to 2 million shells",
        "As seen in Planted Post",
        "inverted",
        "strengthened",
        "inverted",
        "strengthened",
    )
    assert after.value("origins", "documents") == before.value("origins", "documents") + 1
    assert after.value("ledger", "retellings") == before.value("ledger", "retellings") + 1
    assert after["origins"].sentence != before["origins"].sentence and after["origins"].role == "judgement"
    chain = ask("02", data=str(one_more))
    assert (
        "Planted Post: “up to two million missiles” (inverted: hedge, item; strengthened: number, window)"
        in chain.pictures["from-origin-to-outlet"].alt
    )
    assert "Planted Office" in [row[0] for row in chain.tables["echoes"].rows]
    assert "“up to 2 million shells” (as seen in Planted Post)" in chain["inverted"].sentence


@pytest.mark.long
def test_one_more_row_reaches_the_comparison_of_editions(one_more, tmp_path, capsys):
    for name, data in (("before", ROOT / "data"), ("after", one_more)):
        assert main(["report", "2023-11-02", "--data", str(data), "--out", str(tmp_path / name)]) == 0
        (tmp_path / "report").mkdir(exist_ok=True)
        (tmp_path / name / "report" / "2023-11-02").rename(tmp_path / "report" / name)
    capsys.readouterr()
    assert main(["compare", "before", "after", "--out", str(tmp_path)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "method the same" in told and "Planted Post" in told
    was, now = (
        f"Of {all} documents examined, {some} carry these figures, and …"
        for all, some in ((101, 28), (102, 29))
    )
    assert f"01 · origins (judgement) was {was} now {now}" in told
    found, pages = (
        json.loads((tmp_path / "report" / "after" / "findings.json").read_text("utf-8")),
        tmp_path / "report" / "after",
    )
    assert found["claims"]["planted-shells"]["publisher"] == "Planted Post"
    assert "up to two million missiles" in (pages / "briefing.html").read_text("utf-8")


def test_a_reprint_moves_no_origin_and_no_confidence(one_more):
    assert ask("06", data=str(one_more))["confidence-shells"] == ask("06")["confidence-shells"]
    before, after = (
        ask("02").tables["origins"].rows[0],
        ask("02", data=str(one_more)).tables["origins"].rows[0],
    )
    assert after[1] == before[1] + 1 and after[2] == before[2] == "1"


# ── what is withdrawn ───────────────────────────────────────────────────────────────────────────────────────


def test_retracted_claim_leaves_every_sum_with_its_dependants_and_stays_visible(copy_of, shipped):
    folder = copy_of(shipped)
    change(folder, "claims", "jcs-containers-yonhaptv", status="retracted")
    gone = ask("01", data=str(folder))["withdrawn"]
    assert gone.sentence.startswith("Retracted, and left out of every sum: “more than 2,000 containers”")
    assert {"jcs-containers-yonhaptv", "jcs-shells-152-sbs", "jcs-shells-152-joongang"} <= set(gone.claims)
    containers = ask("04", data=str(folder))
    assert (
        "ROK military" not in str(containers.tables["loads"].rows)
        and containers["restated"].values["restated"] == 0
    )
    fit = ask("06", data=str(folder))
    assert "ROK military" not in str(fit.tables["conversions"].rows) and fit[
        "first-factor"
    ].sentence.startswith("No count was found")
    assert not set(gone.claims) & shown(ask("09", data=str(folder)))[1]
    dossier = read(folder)
    whole = Edition(dossier, contract({}, dossier.plan))
    assert whole.record.claim("jcs-shells-152-sbs").status == "resting on a retracted claim"


@pytest.mark.parametrize("notebook", ALL)
def test_every_notebook_runs_or_stands_aside_when_the_total_is_retracted(notebook, copy_of, shipped):
    folder = copy_of(shipped)
    change(folder, "claims", "nis-shells-news1", status="retracted")
    found = ask(notebook, data=str(folder))
    if notebook in ("03", "04", "05"):
        assert found["not-run"].sentence.startswith(
            "No figure under examination for shells delivered stands in the dossier"
        )
    else:
        assert not any(f.role == "not-run" for f in found.values())
    if notebook == "06":
        assert (
            "confidence-shells" not in found
            and found["second-origin"].sentence == "Any figure for the total."
        )


def test_retracted_retelling_leaves_the_first_wording(copy_of, shipped):
    folder = copy_of(shipped)
    change(folder, "claims", "nis-days-moscowtimes", status="retracted")
    assert "no limit either way" in str(ask("03", data=str(folder)).tables["needed"].rows[1])


# ── every day ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("day", DAYS)
def test_an_edition_tells_nothing_from_after_its_day(day, edition):
    last = date.fromisoformat(day)
    for notebook in ALL:
        said, ids = shown(ask(notebook, as_of=day))
        rows = [edition.record.claim(name) for name in ids]
        assert all(row.basis == "assumed" or last_day(row.published) <= last for row in rows), notebook
        later = [year for text in said for year in re.findall(r"\b20[12]\d\b", text) if int(year) > last.year]
        assert not later, (notebook, later)


@pytest.mark.parametrize(
    ("day", "aside"),
    [
        ("2023-10-13", {"03", "04", "05", "06", "09", "10"}),
        ("2023-10-20", {"03", "04", "05", "06", "09", "10"}),
        ("2023-11-01", {"09"}),
        ("2024-02-28", set()),
        ("2024-10-24", set()),
    ],
)
def test_what_could_not_be_asked_yet_says_why(day, aside):
    for notebook in ALL:
        found = ask(notebook, as_of=day)
        not_run = [f for f in found.values() if f.role == "not-run"]
        assert bool(not_run) == (notebook in aside), notebook
        for f in not_run:
            assert list(found.values()) == not_run and re.search(
                r"so this question was not (run|asked)\.$", f.sentence
            )


def test_the_confirmation_is_spoken_of_only_once_it_was_asked_for():
    assert "confirmed" not in ask("01", as_of="2023-10-20")["origins"].linchpin
    linchpin = ask("01", as_of="2023-11-01")["origins"].linchpin
    assert (
        "did not at once answer a request to confirm" in linchpin
        and "could not in practice be confirmed" in linchpin
    )


# ── traps of this subject ───────────────────────────────────────────────────────────────────────────────────


def test_loads_of_ships_are_not_held_against_aircraft_without_saying_so(edition):
    assert "transfer/aircraft" in edition.record.headline("transfers").item_code
    turns_on = ask("05")["by-trips"].linchpin
    assert "by ship and by aircraft" in turns_on and "counts high" in turns_on


def test_no_outlet_is_accused_for_what_a_copy_says(edition):
    for row in ask("01").tables["ledger"].rows:
        for name in row[-1].claims:
            claim = edition.record.claim(name)
            before, _, copies = row[1].partition("s seen in ")
            own = edition.record.source(claim.source_id).reached_via == "original"
            assert claim.publisher in (before if own else copies), name


def test_mistaken_credit_is_found_by_name_of_institution():
    rows = {(row[0], row[2].split(":")[0]) for row in ask("02").tables["echoes"].rows}
    assert rows >= {
        ("US DIA", "ROK DIA"),
        ("NATO", "ROK NIS"),
        ("ISW", "Estonia EDF"),
        ("Reuters", "ROK military"),
    }
    again = ask("02")["issued-again"]
    assert again.values["issued_again"] == 1 and "under the name of NATO 229 days later" in again.sentence


def test_first_factor_gives_half_a_million():
    made = ask("06").value("first-factor", "totals")
    assert [(span.low, span.high) for span in made] == [(500_000, 600_000)]


def test_ledger_counts_add_up(edition):
    found = ask("01")["ledger"]
    steps = retellings.ledger(edition.record.standing_rows, map(edition.record.claim, found.claims))
    assert all(step.changed for step in steps)
    assert found.values["retellings"] - found.values["all_kept"] == len({step.row.claim_id for step in steps})


# ── every number leads to its claim ─────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", ["latest", "2023-11-02"])
def test_every_number_on_the_page_leads_to_claim_source_and_notebook(name, edition):
    found = json.loads((ROOT / "report" / name / "findings.json").read_text("utf-8"))
    page = (ROOT / "report" / name / "briefing.html").read_text("utf-8")
    sources = set(edition.record.dossier.sources["source_id"])
    for claim, card in found["claims"].items():
        assert card["source_id"] in sources and card["said"] and card["publisher"], claim
    used = {part for f in found["findings"] for claim in f["claims"] for part in claim.split(" over ")}
    assert used <= set(found["claims"]) | {"set-by-this-edition"}
    targets = set(re.findall(r'href="#([^"]+)"', page))
    assert (
        targets <= set(re.findall(r'id="([^"]+)"', page))
        and sum(t.startswith("claim-") for t in targets) > 50
    )
    for section in {f["notebook"] for f in found["findings"]}:
        assert f"notebooks/{section}.ipynb" in page


@pytest.mark.parametrize("notebook", ["01", "02", "03", "04", "05", "06", "09", "10"])
def test_every_table_of_figures_names_its_claims(notebook):
    # What these hold is counted over everything, or is no figure.
    free = {"all-retellings", "gaps", "relations", "carriers", "decisions"}
    for name, table in ask(notebook).tables.items():
        if name not in free:
            assert any(isinstance(cell, Refs) and cell.claims for row in table.rows for cell in row), name


def test_a_contradictory_input_stands_beside_the_first_and_widens_the_range(copy_of, shipped):
    folder = copy_of(shipped)
    before = ask("06")
    load = {
        "quantity": "shells_per_container", "unit": "shell/container", "period_start": "2023-10",
        "period_end": "2023-10", "cumulative": "no",
        "series": "tube-shells",
    }  # fmt: skip
    add_claim(folder, "other-load", "sbs-jcs", hedge="le", value="100", **load)
    add_claim(folder, "one-load", "sbs-jcs", hedge="exact", value="444", institution="Elsewhere", **load)
    after = ask("06", data=str(folder))
    assert before["contradictions"].answer == "none" and after["contradictions"].answer == "some"
    assert "“up to 100 shells a container” (Planted)" in after["contradictions"].sentence
    (range_used,) = [row for row in after.tables["inputs"].rows if row[0] == "shells in a container"]
    assert range_used[2] == "at most 500" and {"one-load", "other-load"} <= set(range_used[-1].claims)
