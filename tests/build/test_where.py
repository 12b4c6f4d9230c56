"""Where rows went: what an edition shows of a claim, a denial and an event, or the reason why it does not."""

import json
import re
from datetime import date

import pytest

from reported.analysis import consistency, unnamed
from reported.build import nowhere, where
from reported.build.run import build
from reported.cli import main
from reported.dossier.reader import read
from reported.errors import Refused

from ..conftest import add_claim, add_source, change
from .test_runs import small_project

FLOUR = {"quantity": "flour", "unit": "tonne", "hedge": "ge", "value": "500", "item": "flour",
    "period_start": "2031-04-01", "period_end": "2031-05-01"}  # fmt: skip
LOAD = {"quantity": "flour_per_lorry", "unit": "tonne/lorry"}
SENTENCE = "It would take at least 45 lorries."


def found(claims, **more):
    return {
        "id": "fit",
        "notebook": "06-do-they-fit",
        "sentence": SENTENCE,
        "role": "",
        "claims": claims,
        **more,
    }


def table(claims=(), addresses=()):
    return {
        "id": "t",
        "notebook": "07-denied",
        "caption": "Answers.",
        "claims": [*claims],
        "addresses": [*addresses],
    }


@pytest.fixture
def project(tmp_path):
    """A project of the relief dossier whose edition nobody has built."""
    (tmp_path / "project").mkdir()
    return small_project(tmp_path / "project", [])


def publish(request, findings=(), tables=(), charts=None, as_of="latest"):
    """Put an edition there as a build would, with the claims that are public by its day."""
    day = None if as_of == "latest" else date.fromisoformat(as_of)
    claims = {
        claim.claim_id: {"notebooks": [], "said": "x", "status": claim.status, "basis": claim.basis,
            "relays": claim.relays, "publisher": claim.publisher, "published": claim.published}
        for claim in read(request.data).as_of(day).said
    }  # fmt: skip
    made = {"edition": "latest", "parameters": {"as_of": as_of}, "findings": [*findings], "claims": claims}
    made |= {"on_record": len(claims)} | ({} if tables is None else {"tables": [*tables]})
    (request.place / "figures").mkdir(parents=True, exist_ok=True)
    (request.place / "findings.json").write_text(json.dumps(made), "utf-8")
    for name, text in (charts or {}).items():
        (request.place / "figures" / f"{name}.csv").write_text(text, "utf-8")


def told(request, *names, width=1000):
    """What is said of rows, behind what is said of the tables, which these editions do not record."""
    head, _, text = where.told(request, names, read(request.data), width).partition("\n\n")
    assert "was built from other tables than there" in head
    return text


def why(request, name):
    (line,) = told(request, name).splitlines()
    return line.removeprefix(f"{name} is nowhere in latest: ")


def test_a_claim_is_found_in_sentences_tables_and_charts(project):
    publish(
        project,
        [found(["flour-mayor over lorries-port"]), found(["flour-paper"], id="other")],
        [table(["flour-mayor"])],
        {"chain": "what,claims\nload,flour-mayor x\n", "none": "label,claims\nflour-mayor,\n"},
    )
    assert told(project, "flour-mayor").splitlines() == [
        "flour-mayor reached 1 sentence, 1 table and 1 chart of latest.",
        f"  06 do they fit, fit: {SENTENCE}",
        "  07 denied, a table: Answers.",
        "  chart: figures/chain.svg",
    ]
    assert told(project, "lorries-port").startswith("lorries-port reached 1 sentence of latest.")
    assert max(map(len, told(project, "flour-mayor", width=50).splitlines())) <= 50


def test_an_edition_that_does_not_tell_its_tables_tells_sections(project):
    publish(project, [found(["flour-mayor"])], None)
    file = project.place / "findings.json"
    made = json.loads(file.read_text("utf-8"))
    made["claims"]["flour-paper"]["notebooks"] = ["06-do-they-fit", "07-denied"]
    file.write_text(json.dumps(made), "utf-8")
    assert "  06 do they fit, a table\n  07 denied, a table" in told(project, "flour-paper")


def test_a_denial_and_an_event_are_found_by_document_name_and_words(project):
    whole = read(project.data)
    denial, event = whole.denied[0], whole.happened[0]
    by_id = {source.source_id: source.url for source in whole.documents}
    words = event.short or event.event
    publish(
        project,
        tables=[table(addresses=[by_id[denial.source_id]])],
        charts={"route": f"rests_on\n{event.event_id}\n", "time": f'words\n"{words}"\n'},
    )
    assert "a table: Answers." in told(project, denial.denial_id)
    assert "figures/route.svg\n  chart: figures/time.svg" in told(project, event.event_id)
    publish(project)
    for path in (project.place / "figures").glob("*.csv"):
        path.unlink()
    for name in (denial.denial_id, event.event_id):
        assert why(project, name).startswith("no table or chart of this edition shows it")
    publish(project, tables=None)
    assert "is of an older version. Build it" in why(project, denial.denial_id)


def test_unknown_names_are_told_all_at_once(project, capsys):
    publish(project)
    with pytest.raises(Refused) as refused:
        told(project, "flour-mayer", "nothing-at-all")
    assert [problem.where for problem in refused.value.problems] == ["flour-mayer", "nothing-at-all"]
    assert "Did you mean flour-mayor?" in str(refused.value)


# ── why a claim is nowhere ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("published", "says"),
    [
        (
            "2031-07-01",
            r"its document \(planted\) is of 2031-07-01, and this edition knows .* by 2031-05-20\.",
        ),
        (
            "2031-05",
            r"its document \(planted\) is of 2031-05, which may be after 2031-05-20, .* its whole day.*",
        ),
        ("", r"its document \(planted\) has no day, .* Give the document its day, if only the year\."),
    ],
)
def test_what_was_not_public_by_the_day_says_so(project, published, says):
    add_source(project.data, "planted", published)
    add_claim(project.data, "planted-flour", "planted", **FLOUR)
    publish(project, as_of="2031-05-20")
    assert re.fullmatch(says, why(project, "planted-flour")), why(project, "planted-flour")


@pytest.mark.parametrize(
    ("cells", "says"),
    [
        ({"status": "retracted"}, "it is retracted"),
        ({"status": "superseded"}, "it is superseded."),
        ({"status": "superseded", "superseded_by": "planted-later"}, "it is superseded; planted-later took"),
        ({"modality": "pledge"}, "it was only promised"),
        ({"modality": "forecast"}, "it was only expected"),
        ({"hedge": "none", "value": ""}, "it gives no number (hedge none). If its words name one"),
        ({"relays": "flour-mayor", "relation": "retells"}, "it retells flour-mayor, which counts in its"),
        ({"relays": "flour-mayor?", "relation": "retells"}, "it seems to retell flour-mayor"),
        ({"quantity": "bread", "unit": "loaf"}, "no relation has bread, and no notebook asked for it. Add"),
        ({"scope": "the northern depot"}, "it covers a part only (the northern depot)."),
        ({}, "it was read, and no sentence, table or chart had to name it."),
        ({"cumulative": "no"}, "it is no running total, and flour is compared by these."),
        (LOAD | {"period_start": "2029-01", "period_end": "2029-02"},
            "it is about another time (2029-01 to 2029-02) than the figures under examination."),
        (LOAD | {"period_start": "", "period_end": ""},
            "it does not say for which time it holds. If its document tells, fill period_start"),
        (LOAD | {"period_start": ""}, "it is a total that does not say since"),
    ],
)  # fmt: skip
def test_each_reason_is_told_with_what_to_do(project, cells, says):
    plan = project.data / "dossier.toml"
    bread = '[quantities.bread]\nlabel = "bread"\none = "loaf"\nmany = "loaves"\nunits = { loaf = 1 }\n\n'
    plan.write_text(plan.read_text("utf-8").replace("[[relations]]", f"{bread}[[relations]]", 1), "utf-8")
    add_source(project.data, "planted", "2031-05-20")
    add_claim(project.data, "planted-flour", "planted", **FLOUR | cells)
    add_claim(project.data, "planted-later", "planted", **FLOUR)
    publish(project)
    assert why(project, "planted-flour").startswith(says)


def test_what_rests_on_a_retracted_claim_names_it(project):
    change(project.data, "claims", "flour-mayor", status="retracted")
    publish(project)
    assert why(project, "flour-paper").startswith(
        "it goes back to a retracted claim (flour-mayor). If it stands"
    )


def test_a_row_that_came_after_the_build_says_so(project):
    publish(project)
    add_source(project.data, "planted", "2031-05-20")
    add_claim(project.data, "planted-flour", "planted", **FLOUR)
    text = where.told(project, ["planted-flour"], read(project.data), 1000)
    assert text.startswith(
        "latest was built from other tables than there are now. Build it again: reported report"
    )
    assert text.endswith("latest was built before the row was there. Build it: reported report latest")


def test_every_reason_of_the_record_has_words():
    own = {value for name, value in vars(unnamed).items() if name.isupper() and isinstance(value, str)}
    assert own <= set(nowhere.REASONS)
    assert nowhere.REASONS.keys() & {consistency.COUNTS_ELSE, "about another time", "without a period"}
    assert all(what[0].islower() or what[0] == "{" for what, _ in nowhere.REASONS.values())


# ── the command, and the end of a build ─────────────────────────────────────────────────────────────────────


def test_the_command_asks_for_a_build_that_is_not_there(project, capsys):
    arguments = ["--project", str(project.root), "where", "flour-mayor"]
    assert main(arguments) == 1
    assert "Build it: reported report latest" in capsys.readouterr().err
    publish(project, [found(["flour-mayor"])])
    assert main(arguments) == 0
    assert "flour-mayor reached 1 sentence of latest." in capsys.readouterr().out


def test_what_is_new_gets_a_line_each_of_many_the_first(project):
    publish(project)
    before = where.known(project.place)
    assert where.new(None, project, lambda: read(project.data)) == []
    assert where.new(before, project, lambda: pytest.fail("nothing is new")) == []
    add_source(project.data, "planted", "2031-05-20")
    for n in range(10):
        add_claim(project.data, f"planted-{n}", "planted", **FLOUR)
    publish(project, [found(["planted-0"])], charts={"chain": "claims\nplanted-0\n"})
    lines = where.new(before, project, lambda: read(project.data))
    assert lines[0] == "New since latest was built last: 10 claims."
    assert lines[1] == "  planted-0: 1 sentence and 1 chart."
    assert lines[2] == "  planted-1: nowhere; it was read, and no sentence, table or chart had to name it."
    assert lines[-1] == "  and 2 more; of each one tells: reported where planted-8 --edition latest"
    assert len(lines) == where.MOST + 2


def test_a_damaged_edition_that_is_replaced_has_nothing_new(project):
    publish(project)
    (project.place / "findings.json").write_text("{", "utf-8")
    assert where.known(project.place) is None


def test_a_build_tells_where_new_claims_went(tmp_path):
    small = small_project(tmp_path, ["01-what-was-said"])
    assert build(small, 2, lambda line: None).new == ()
    add_source(small.data, "planted", "2031-05-20", publisher="Planted Post")
    add_claim(
        small.data, "planted-retelling", "planted", **FLOUR | {"value": "900", "hedge": "exact"},
        relays="flour-mayor", relation="retells", origin_id="MAYOR-05-02", institution="Town hall",
        item_code="flour",
    )  # fmt: skip
    first, line = build(small, 2, lambda line: None).new
    assert first == "New since latest was built last: 1 claim."
    assert re.fullmatch(r"  planted-retelling: .*sentences?.*\.", line)
    assert build(small, 2, lambda line: None).new == ()
    made = json.loads((small.place / "findings.json").read_text("utf-8"))
    assert any("planted-retelling" in one["claims"] for one in made["tables"])
    assert any(one["addresses"] for one in made["tables"])
    text = where.told(small, ["planted-retelling"], read(small.data))
    assert "built from other tables" not in text and "01 what was said, " in text
