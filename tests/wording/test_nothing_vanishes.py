"""No row vanishes: every claim of an edition is on its page, behind a finding with a card or beside them with
the reason why not.
"""

import csv
import re

import pytest

from reported.analysis.parameters import contract
from reported.build.project import notebooks
from reported.document import assembly, evidence
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording.findings import FINDING, TABLE, finding
from reported.wording.language import say, word_for
from reported.wording.prose import counted

from ..conftest import RELIEF, ROOT, add_claim, add_source, change

DAYS = ["latest", "2023-11-02", "2023-10-20"]


@pytest.fixture(scope="module")
def parts():
    """What the committed notebooks say."""
    return assembly.sections(notebooks(ROOT))


def edition_of(folder, **asked):
    whole = read(folder)
    return Edition(whole, contract(asked, whole.plan))


def page(parts, edition):
    """The document of an edition, by the headings of its appendices."""
    text = assembly.document(parts, edition, "latest", "")
    heads = re.split(r"^# (.*?) \{\.appendix.*\}$", text, flags=re.MULTILINE)
    return dict(zip(heads[1::2], heads[2::2], strict=True))


def rows_of(text):
    """The rows of the table of a part, by the claim in the last cell."""
    cells = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return {row[-1].strip("`"): row[:-1] for row in cells[1:]}


def beside(parts, edition):
    """The table of claims that no finding rests on, by claim; empty where there is none."""
    return rows_of(page(parts, edition).get("Also on record", ""))


@pytest.mark.parametrize("day", DAYS)
def test_every_public_claim_has_a_card_or_a_row(day, parts, shipped):
    edition = edition_of(shipped, as_of=day)
    told = page(parts, edition)
    cards = set(
        re.findall(
            rf"^`(.+?)`{{#.+?}} · {say('card-used-in', sections='')}",
            told["The claims behind the findings"],
            re.MULTILINE,
        )
    )
    rows = set(rows_of(told.get("Also on record", "")))
    assert cards | rows == set(edition.record.dossier.claims["claim_id"]) and not cards & rows


@pytest.mark.parametrize("most", [7, 50])
def test_of_more_claims_than_have_room_the_first_have_a_card_and_no_number_leads_nowhere(
    most, parts, shipped, monkeypatch
):
    edition = edition_of(shipped)
    claims = {f["id"]: f["claims"] for f in assembly.all_findings(parts)}
    monkeypatch.setattr(evidence, "MOST", most)
    monkeypatch.setattr(evidence, "MOST_BESIDE", 3)
    text = assembly.document(parts, edition, "latest", "")
    cards = [int(n) for n in re.findall(r"^:::: \{\.claim #claim-(\d+)\}", text, re.MULTILINE)]
    assert cards == list(range(1, most + 1))
    assert {int(n) for n in re.findall(r"\]\(#claim-(\d+)\)", text)} <= {*cards}
    numbers = evidence.numbered(assembly.uses(parts), edition)
    assert f"The first {most} of {len(numbers)} claims have a card here" in text
    assert len(claims["total"]) > 3 and f"and {counted(len(claims['total']) - 3, 'claim')}: " in text
    (pairs,) = [t for part in parts for t in part.of(TABLE) if t["id"] == "contradictions"]
    named = [claim for row in pairs["rows"] for claim in row[-1]["claims"]]
    lines = [line for line in text.splitlines() if line.startswith("| ")]
    without = {claim for claim in named if numbers[claim] > most}
    assert without and all(any(f"`{claim}`" in line for line in lines) for claim in without)
    report = evidence.linked(edition, "latest", numbers)["@graph"][0]
    assert len(report["hasPart"]) == most


@pytest.mark.parametrize("day", DAYS)
def test_every_document_of_a_public_claim_is_listed(day, parts, shipped):
    edition = edition_of(shipped, as_of=day)
    of_others = edition.record.dossier.sources[edition.record.dossier.sources["publisher_kind"] != "own"]
    carrying = of_others[of_others["source_id"].isin(edition.record.dossier.claims["source_id"])]
    listed = page(parts, edition)["The documents"]
    assert sum(line.startswith("| ") for line in listed.splitlines()) - 1 == len(carrying)


def test_counts_on_screen_and_on_paper_add_up_to_the_rows(parts, shipped):
    told = page(parts, edition_of(shipped))
    rows = rows_of(told["Also on record"])
    for text in (
        told["Also on record"],
        told["The claims behind the findings"].partition("::::: {.claims}")[0],
    ):
        every, rest, by_quantity = re.search(
            r"Claims of this edition: (\d+)\..*?: (\d+) \((.*?)\)", text
        ).groups()
        assert int(rest) == len(rows) == sum(int(part.rpartition(" ")[2]) for part in by_quantity.split(", "))
        assert int(every) == len(read(shipped).claims)
    assert "::: {.in-print}" in told["The claims behind the findings"].partition("::::: {.claims}")[0]


def test_each_row_gives_the_reason_that_the_table_of_claims_bears_out(parts, shipped):
    edition = edition_of(shipped)
    with (shipped / "claims.csv").open(encoding="utf-8", newline="") as file:
        stored = {row["claim_id"]: row for row in csv.DictReader(file)}
    tied = {
        name
        for relation in edition.record.plan.relations
        for name in (*relation.quantities, *relation.stand_in)
    }
    expected = {
        word_for("unnamed", "no number"): lambda row: row["hedge"] == "none",
        word_for("unnamed", "retelling"): lambda row: row["relays"] and "derives" not in row["relation"],
        word_for("unnamed", "seems"): lambda row: row["relays"].endswith("?"),
        word_for("unnamed", "untied"): lambda row: row["quantity"] not in tied,
        word_for("unnamed", "no total"): lambda row: row["cumulative"] != "yes" and row["quantity"] in tied,
        word_for("unnamed", "ours"): lambda row: (
            row["basis"] == "assumed" or edition.record.source(row["source_id"]).publisher_kind == "own"
        ),
        "only promised": lambda row: row["modality"] == "pledge",
        "only expected": lambda row: row["modality"] == "forecast",
        "about a part only": lambda row: row["scope"] and row["quantity"] in tied,
        "retracted": lambda row: row["status"] == "retracted",
        "superseded": lambda row: row["status"] == "superseded",
    }
    reasons = {claim: cells[-1] for claim, cells in beside(parts, edition).items()}
    assert {
        word_for("unnamed", "no number"),
        word_for("unnamed", "retelling"),
        word_for("unnamed", "untied"),
    } <= set(reasons.values()) and all(reasons.values())
    for claim, reason in reasons.items():
        assert expected.get(reason, lambda row: row["quantity"] in tied and row["hedge"] != "none")(
            stored[claim]
        ), (claim, reason)


@pytest.fixture
def planted(copy_of, shipped):
    """A copy of the shipped dossier, a quantity that no relation ties to another, and its unit."""
    plan = read(shipped).plan
    tied = {name for relation in plan.relations for name in (*relation.quantities, *relation.stand_in)}
    name, quantity = next(
        (name, quantity)
        for name, quantity in plan.quantities.items()
        if name not in tied and not quantity.strand
    )
    return copy_of(shipped), {
        "quantity": name,
        "unit": next(u for u, factor in quantity.units.items() if factor == 1),
    }


def test_a_claim_of_an_untied_quantity_appears_with_all_that_a_reader_needs(planted, parts):
    folder, counted = planted
    add_source(folder, "planted-memo", "2023-10-30", publisher="Planted Post")
    add_claim(
        folder, "planted-context", "planted-memo", **counted, hedge="ge", value="77",
        item="things of one kind", speaker="A Person",
        institution="An Office", period_start="2023-08", period_end="2023-09",
    )  # fmt: skip
    edition = edition_of(folder)
    cells = beside(parts, edition)["planted-context"]
    assert cells[0].lower() == edition.record.q(counted["quantity"]).label.lower()
    assert cells[1:] == [
        f"at least 77 {edition.record.q(counted['quantity']).many}",
        "things of one kind, August 2023 to September 2023", "An Office, through A Person",
        "[Planted Post, 30 October 2023](https://example.org/planted-memo)", "C3",
        say("unnamed-untied"),
    ]  # fmt: skip
    assert "planted-context" not in beside(parts, edition_of(folder, as_of="2023-10-29"))


def test_what_is_ours_is_shown_as_ours_and_as_no_document(planted, parts):
    folder, counted = planted
    add_source(
        folder, "own-memo", "2023-11-02", publisher="Planted Post", publisher_kind="own", reached_via="own"
    )
    add_claim(folder, "own-sum", "own-memo", **counted, hedge="exact", value="77", basis="derived")
    cells = beside(parts, edition_of(folder))["own-sum"]
    assert cells[3:] == [say("beside-ours"), "–", "–", say("unnamed-ours")]


def test_a_claim_without_a_number_is_told_in_its_words_and_a_withdrawn_one_says_so(planted, parts):
    folder, counted = planted
    add_source(folder, "planted-memo", "2023-10-30")
    add_claim(folder, "planted-words", "planted-memo", **counted, hedge="none", stated="“a whole lot” | more")
    add_claim(
        folder, "planted-gone", "planted-memo", **counted, hedge="exact", value="77", status="superseded"
    )
    rows = beside(parts, edition_of(folder))
    assert "a whole lot” &#124; more" in rows["planted-words"][1] and rows["planted-words"][-1] == say(
        "unnamed-no-number"
    )
    assert rows["planted-gone"][-1] == "superseded"


def test_a_record_that_findings_name_in_full_has_no_such_table():
    edition = edition_of(RELIEF)
    said = finding("all", "All.", claims=edition.record.dossier.claims["claim_id"]).as_data() | {"cell": 1}
    told = page([assembly.Section("01-x", [(FINDING, said)])], edition)
    assert "Also on record" not in told and "Named by no finding" not in "".join(told.values())


def test_a_dossier_of_which_nothing_is_named_is_told_in_full(copy_of):
    folder = copy_of(RELIEF)
    change(folder, "claims", read(folder).claims["claim_id"][0], status="retracted")
    edition = edition_of(folder)
    assert set(beside([], edition)) == set(edition.record.dossier.claims["claim_id"])
    assert "retracted" in {cells[-1] for cells in beside([], edition).values()}
