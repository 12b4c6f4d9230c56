"""What became of each finding between two editions, and why, with planted differences of every kind."""

import json
import re
import subprocess
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.parameters import contract
from reported.build.compare import Side, between, read, told
from reported.cli import main
from reported.document.assembly import Section, every_claim
from reported.dossier.reader import read as read_dossier
from reported.dossier.schema import COLUMNS
from reported.edition import Edition
from reported.wording.findings import FINDING, TABLE, Refs, finding, table

from ..conftest import ROOT, change

REACH = {
    "03-how-long": ["dossier.reader", "analysis.hedges", "fontTools", "scipy"],
    "04-x": ["dossier.reader", "analysis.retellings", "networkx"],
}
WHO = ["-c", "user.name=x", "-c", "user.email=x@example.org"]
HASHES = {
    "data/claims.csv": "a",
    "data/denials.csv": "a",
    "src/reported/analysis/hedges.py": "a",
    "notebooks/03-how-long.ipynb": "a",
}


def found(id, sentence, claims=(), notebook="03-how-long", **more):
    return {
        "id": id,
        "notebook": notebook,
        "sentence": sentence,
        "role": "",
        "claims": list(claims),
        "why": "",
        "linchpin": "",
        **more,
    }


def claim(published="2023-10-30", said="ten sacks", **more):
    """A claim of the dossier, as ``findings.json`` holds it; in use where notebooks name it."""
    kept = {
        "value": 10.0, "value_high": None, "hedge": "exact", "status": "active", "basis": "asserted",
        "relays": "", "url": "https://example.org", "publisher": "The Post", "published": published,
        "said": said, "notebooks": ["03-how-long"],
    }  # fmt: skip
    return {**kept, **more}


def side(*findings, claims=None, inputs=None, versions=None, name="before", **parameters):
    """A built edition; ``inputs`` are the hashes that differ from the usual."""
    made = {"inputs": {**HASHES, **(inputs or {})}, "versions": versions or {"scipy": "1.15"}, "reach": REACH}
    asked, claims = {"as_of": "latest", **parameters}, claims or {}
    return Side(
        {
            "edition": name,
            "parameters": asked,
            "findings": findings,
            "on_record": len(claims),
            "claims": claims,
        },
        made,
    )


@pytest.mark.parametrize(
    ("name", "damage", "says"),
    [
        ("findings.json", lambda text: text[:1000], "findings.json line"),
        ("findings.json", lambda text: "", "findings.json: is empty"),
        ("findings.json", lambda text: "[]", "findings.json: is no object in braces"),
        ("findings.json", lambda text: "[" * 100_000, "findings.json: holds what cannot be read"),
        (
            "findings.json",
            lambda text: text.replace('"latest"', "NaN"),
            "findings.json: holds what cannot be read",
        ),
        (
            "findings.json",
            lambda text: text.replace('"findings"', '"found"'),
            "findings.json findings: is missing",
        ),
        (
            "findings.json",
            lambda text: text.replace('"as_of": "latest"', '"as_of": "2023-13-01"'),
            "parameters as_of: month must",
        ),
        (
            "findings.json",
            lambda text: text.replace('"notebooks"', '"books"'),
            "more places are not as they should be",
        ),
        (
            "findings.json",
            lambda text: re.sub(r'"value": [^,]*', '"value": {}', text),
            "value: is neither text nor number",
        ),
        (
            "findings.json",
            lambda text: re.sub(r'"published": "[^"]*"', '"published": "2023-1"', text),
            "is no day, month or year",
        ),
        ("manifest.json", lambda text: text[:1000], "manifest.json line"),
        ("manifest.json", lambda text: '{"inputs": []}', "manifest.json inputs: is no object in braces"),
        ("manifest.json", lambda text: '{"inputs": []}', "manifest.json versions: is missing"),
        (
            "manifest.json",
            lambda text: '{"inputs": {"a": 1}, "versions": {}}',
            "manifest.json inputs a: is no text",
        ),
    ],
)
def test_a_damaged_file_is_named_with_what_to_do(name, damage, says, tmp_path, capsys):
    for edition in ("latest", "2023-11-02"):
        for file in ("findings.json", "manifest.json"):
            place = tmp_path / "report" / edition / file
            place.parent.mkdir(parents=True, exist_ok=True)
            text = (ROOT / "report" / edition / file).read_text("utf-8")
            place.write_text(damage(text) if (edition, file) == ("latest", name) else text, "utf-8")
    assert main(["compare", "2023-11-02", "latest", "--out", str(tmp_path)]) == 1
    told = capsys.readouterr().err
    assert told.startswith("Refused: ") and says in told and "build the edition latest again" in told


def only(before, after):
    """The one difference between two editions."""
    (difference,) = between(before, after).differences
    return difference


# ── what became of a finding ────────────────────────────────────────────────────────────────────────────────


def test_a_conclusion_that_turned_is_reversed_and_another_sentence_moved():
    fits, not_so = (
        found("fit", "They fit.", answer="fits"),
        found("fit", "They do not fit.", answer="does not fit"),
    )
    assert only(side(fits), side(not_so)).fate == "reversed"
    assert only(side(fits), side(found("fit", "They fit well.", answer="fits"))).fate == "moved"
    text = told(between(side(fits), side(not_so)))
    assert (
        "REVERSED (1)\n\n03 · fit: fits → does not fit\n     was  They fit.\n     now  They do not fit.\n"
        in text
    )
    assert text.endswith("1 reversed, 0 as before.")


def test_findings_of_an_older_edition_have_no_answer_and_no_claims():
    old = Side(
        {"edition": "old", "parameters": {"as_of": "latest"}, "findings": [found("fit", "They fit.", ["a"])]}
    )
    new = side(found("fit", "They do not fit.", ["a"], answer="does not fit"), claims={"a": claim()})
    made = between(old, new)
    assert only(old, new).fate == "moved" and "findings.json of old lacks claims" in made.data
    assert "no manifest.json of old" in made.method
    assert only(old, new).why == ("cause not recorded; the method could not be compared",)
    assert between(old, side(found("fit", "They fit.", ["a"], answer="fits"))).same == 1


def test_another_reason_under_the_same_sentence_is_told():
    text = told(
        between(side(found("a", "It is so.", why="For one.")), side(found("a", "It is so.", why="For two.")))
    )
    assert "03 · a, its reason\n     was  For one.\n     now  For two." in text
    text = told(between(side(found("a", "It is so.")), side(found("a", "It is so.", linchpin="On that."))))
    assert "03 · a, what it turns on\n     was  nothing\n     now  On that." in text


def test_what_only_the_story_tells_otherwise_is_told_where_both_tell_it():
    plain, one, other = (found("a", "It is so.", told=told) for told in ("", "So it is.", "It is."))
    assert ", in the story" in told(between(side(one), side(other)))
    assert between(side(plain), side(one)).same == 1
    moved = found("a", "It is not so.", told="Not so.")
    assert ", in the story" not in told(between(side(one), side(moved)))


def test_reversed_first_and_page_one_before_the_rest():
    def edition(one, two):
        return side(
            found("a", f"A {one}."), found("b", f"B {one}.", role="confidence"),
            found("c", f"C {one}.", answer=one),
            found("d", f"D {one}.", role="bottom-line", notebook="06-fit"), found(f"x-{one}", "X."),
            found(two, "Y.", role="judgement"),
        )  # fmt: skip

    order = [(d.fate, d.id) for d in between(edition("old", "gone"), edition("new", "come")).differences]
    assert order == [
        ("reversed", "c"), ("appeared", "come"), ("appeared", "x-new"), ("went", "gone"), ("went", "x-old"),
        ("moved", "d"), ("moved", "b"), ("moved", "a"),
    ]  # fmt: skip


def test_a_section_that_was_not_run_is_told_in_one_line_and_its_page_one_by_itself():
    idle = side(found("not-run", "Nothing public gives it, so this was not run.", role="not-run"))
    ran = side(found("a", "A."), found("b", "B."), found("c", "C.", role="bottom-line"))
    made = between(idle, ran)
    assert [(d.fate, d.id, d.findings) for d in made.differences] == [
        ("appeared", "c", 1),
        ("appeared", "", 2),
    ]
    line = (
        "03 · how long: this section was run, with two findings. Before: Nothing public gives it, so this "
        "was not run."
    )
    assert line in " ".join(told(made, 500).split("\n"))
    assert told(made).endswith("3 appeared, 0 as before.")
    back = between(ran, idle)
    assert "this section was not run, and two findings went. Now: Nothing public gives it" in told(back, 500)
    assert "there was no such section" in told(
        between(side(), ran)
    ) and "There is no such section now" in told(between(ran, side()))


# ── why ─────────────────────────────────────────────────────────────────────────────────────────────────────


def why(before, after):
    return " | ".join(only(before, after).why)


def moved(claims_before, claims_after, before=MappingProxyType({}), after=MappingProxyType({})):
    """Why a finding moved that rests on all of the given claims."""
    sides = zip(("Old.", "New."), (claims_before, claims_after), (before, after), strict=True)
    return why(
        *(side(found("f", sentence, claims), claims=claims, **more) for sentence, claims, more in sides)
    )


DATA_CHANGED = {"inputs": {"data/claims.csv": "b"}}
EARLY = {"as_of": "2023-11-02"}


@pytest.mark.parametrize(
    ("before", "after", "edition_before", "says"),
    [
        (
            {},
            {"a": claim("2023-11-05", basis="assumed")},
            EARLY,
            "data, ours, of a later day: assumption of this analysis: ten sacks",
        ),
        ({}, {"a": claim("2024-01")}, EARLY, "data, published since: The Post, January 2024: ten sacks"),
        ({}, {"a": claim("")}, EARLY, "data, not certainly public before: The Post, undated: ten sacks"),
        ({}, {"a": claim("2023")}, EARLY, "data, not certainly public before: The Post, 2023: ten sacks"),
        (
            {},
            {"a": claim("2023-10-30")},
            EARLY,
            "data, added to the dossier: The Post, 30 October 2023: ten sacks",
        ),
        (
            {},
            {"a": claim("", basis="assumed")},
            EARLY,
            "data, added to the dossier: assumption of this analysis: ten sacks",
        ),
        (
            {"a": claim(said="nine sacks", value=9.0)},
            {"a": claim()},
            {},
            "data, changed: The Post, 30 October 2023: ten sacks (value 9 → 10)",
        ),
        (
            {"a": claim(hedge="gt", stated="")},
            {"a": claim(stated="ten")},
            {},
            "(stated nothing → ten and hedge gt → exact)",
        ),
        (
            {"a": claim()},
            {"a": claim(status="retracted")},
            {},
            "data, retracted: The Post, 30 October 2023: ten sacks",
        ),
        ({"a": claim()}, {"a": claim(status="superseded")}, {}, "data, superseded: The Post"),
        ({"a": claim()}, {}, {}, "data, gone: The Post, 30 October 2023: ten sacks"),
        ({"a": claim(series="one")}, {"a": claim(series="two")}, {}, "(series one → two)"),
    ],
    ids=[
        "ours-since",
        "since",
        "undated",
        "partly-dated",
        "added",
        "assumed",
        "changed",
        "two-columns",
        "retracted",
        "superseded",
        "gone",
        "counted-otherwise",
    ],
)
def test_data_explain_a_finding(before, after, edition_before, says):
    assert says in moved(before, after, edition_before, DATA_CHANGED)


def test_an_earlier_day_takes_claims_away():
    assert (
        moved({"a": claim("2024-01-05")}, {}, {}, EARLY)
        == "data, not certainly public yet: The Post, 5 January 2024: ten sacks"
    )


def test_the_worst_news_comes_first_and_three_claims_are_named():
    before = {"gone": claim(said="nine sacks")}
    after = {f"n{n}": claim("2024-01-05", f"{n} sacks", publisher=f"Paper {n}") for n in range(4)}
    said = moved(before | {"gone": claim()}, after | {"gone": claim(status="retracted")}, EARLY, DATA_CHANGED)
    assert said.startswith(
        "data, retracted: The Post, 30 October 2023: ten sacks; published since: Paper 0, 5 January 2024: 0 "
        "sacks; Paper 1"
    )
    assert said.endswith("; and 2 more") and "Paper 2" not in said


def test_figures_of_one_document_are_named_together():
    after = {"a": claim("2024-01-05"), "b": claim("2024-01-05", "two lorries")}
    assert (
        moved({}, after, EARLY)
        == "data, published since: The Post, 5 January 2024: ten sacks and two lorries"
    )


def test_a_ratio_leads_to_both_of_its_claims():
    claims = {"a": claim("2024-01-05"), "b": claim("2024-01-05", "two lorries")}
    now = side(found("f", "New.", ["a over b"]), claims=claims)
    assert "ten sacks and two lorries" in why(side(found("f", "Old."), **EARLY), now)


def test_a_retraction_is_found_behind_the_claims_that_retell_it():
    before = {"a": claim(), "b": claim(said="about ten sacks", relays="a?")}
    after = before | {"a": claim(status="retracted", notebooks=[])}
    sides = (
        side(found("f", text, ["b"]), claims=claims) for text, claims in (("Old.", before), ("New.", after))
    )
    assert why(*sides) == "data, retracted: The Post, 30 October 2023: ten sacks"


def test_a_new_address_and_another_reading_of_the_same_words_are_no_change_of_data():
    before, after = {"a": claim(low=10.0)}, {"a": claim(low=9.0, url="https://example.org/moved")}
    assert moved(before, after, {}, {"reading": "pragmatic"}) == "parameter, reading"


def test_every_other_column_of_the_schema_counts_where_an_edition_holds_it():
    silent = {"source_id", "url", "accessed", "archive_url", "archived_on", "sha256"}
    for column in [*COLUMNS["claims"], *COLUMNS["sources"]]:
        before, after = (claim(**{"said": "ten sacks", column: day}) for day in ("2023-10-01", "2023-10-02"))
        made = moved({"a": before}, {"a": after})
        assert made.startswith("cause not recorded" if column in silent else "data, "), column


def test_claims_that_the_dossier_held_all_along_explain_nothing():
    idle = {"a": claim(notebooks=[])}
    assert moved(idle, {"a": claim()}, {}, {"reading": "pragmatic"}) == "parameter, reading"


def test_what_is_in_the_dossier_is_told_apart_from_what_is_in_use():
    """Two rows added and none removed, while findings name one more and one less of those that were there."""
    before = {"a": claim(), "b": claim(notebooks=[]), "c": claim()}
    after = {"a": claim(notebooks=[]), "b": claim(), "c": claim(), "d": claim(), "e": claim(notebooks=[])}
    made = between(side(claims=before), side(claims=after, **DATA_CHANGED))
    assert made.data == (
        "3 in the dossier before, 5 now: 2 added to the dossier; 2 in use before, 3 now: 1 used only now, 1 "
        "used no more; "
        "files that differ: claims"
    )
    cited = between(
        side(claims=before), side(claims={"a": claim(), "b": claim(), "c": claim()}, **DATA_CHANGED)
    )
    assert cited.data.startswith("the same 3 in the dossier; 2 in use before, 3 now: 1 used only now")
    others = between(side(claims={"a": claim()}), side(claims={"b": claim()}, **DATA_CHANGED))
    assert others.data.startswith(
        "1 in the dossier before, 1 now: 1 added to the dossier, 1 gone; 1 in use before, 1 now; "
    )


def test_a_retraction_takes_from_the_claims_in_use_though_a_finding_names_it_as_withdrawn():
    before = {"a": claim(), "b": claim(notebooks=[])}
    after = {"a": claim(status="retracted"), "b": claim(notebooks=[], status="resting on a retracted claim")}
    data = between(side(claims=before), side(claims=after)).data
    assert (
        data
        == "2 in the dossier before, 2 now: 1 retracted, 1 changed; 1 in use before, 0 now: 1 used no more"
    )


def test_an_edition_that_names_only_the_claims_in_use_is_not_taken_for_one_that_names_all():
    old = side(found("f", "Old."), claims={"a": claim()})
    del old.found["on_record"]
    made = between(old, side(found("f", "New."), claims={"a": claim(), "b": claim()}))
    assert "lacks claims of its dossier: build it again" in made.data and "added" not in str(made)


def test_parameters_are_named_where_data_do_not_explain_by_themselves():
    late = {"a": claim("2024-01-05")}
    assert moved({}, {}, EARLY) == "parameter, as-of day"
    assert moved({}, late, EARLY).startswith("data, published since") and "as-of" not in moved(
        {}, late, EARLY
    )
    assert moved({}, late, EARLY, {"reading": "pragmatic"}).endswith(" | parameter, reading")
    assert moved({}, {}, EARLY, {"fire_rate": "10000..15000"}) == "parameter, as-of day and fire rate"


def test_what_is_new_elsewhere_in_the_notebook_comes_second():
    claims = {f"a{n}": claim("2024-01-05", f"{n} sacks", publisher=f"Paper {n}") for n in range(2)}
    now = side(found("f", "New."), claims=claims)
    says = (
        "parameter, as-of day | data elsewhere in this notebook, published since: Paper 0, 5 January "
        "2024: 0 sacks; Paper 1"
    )
    assert why(side(found("f", "Old."), **EARLY), now).startswith(says)
    many = side(found("f", "New."), claims={f"a{n}": claim("2024-01-05") for n in range(9)})
    assert why(side(found("f", "Old."), **EARLY), many).endswith(
        " | data elsewhere in this notebook, 9 published since"
    )
    other = side(found("f", "New."), claims={"a": claim("2024-01-05", notebooks=["04-x"])})
    assert why(side(found("f", "Old."), **EARLY), other) == "parameter, as-of day"


@pytest.mark.parametrize(
    ("after", "says", "head"),
    [
        (
            {"inputs": {"src/reported/analysis/hedges.py": "b"}},
            "method, module analysis.hedges",
            "changed: module analysis.hedges",
        ),
        (
            {"inputs": {"src/reported/analysis/retellings.py": "b"}},
            "cause not recorded",
            "changed: module analysis.retellings",
        ),
        (
            {
                "inputs": {
                    "src/reported/dossier/reader.py": "b",
                    "src/reported/document/slides.py": "b",
                    "src/reported/analysis/retellings.py": "b",
                }
            },
            "method, module dossier.reader",
            "changed: modules analysis.retellings and dossier.reader",
        ),
        ({"inputs": {"notebooks/03-how-long.ipynb": "b"}}, "method, this notebook", "changed: notebook 03"),
        ({"inputs": {"notebooks/04-x.ipynb": "b"}}, "cause not recorded", "changed: notebook 04"),
        (
            {
                "inputs": {
                    f"src/reported/{name}.py": "b"
                    for name in ("document/slides", "build/sweep", "classroom/lessons", "build/run")
                }
            },
            "cause not recorded",
            "the same",
        ),
        ({"inputs": {"report/template/style.css": "b"}}, "cause not recorded", "changed: layout and labels"),
        ({"inputs": {"report/editions/x.yml": "b"}}, "cause not recorded", "the same"),
        ({"inputs": {"requirements.lock": "b"}}, "cause not recorded", "changed: requirements.lock"),
        ({"versions": {"scipy": "1.16"}}, "method, scipy 1.15 → 1.16", "changed: scipy 1.15 → 1.16"),
        (
            {"versions": {"scipy": "1.15", "fonttools": "4", "python": "3.12"}},
            "method, fonttools none → 4 and python none → 3.12",
            "changed: fonttools none → 4 and python none → 3.12",
        ),
        (
            {"versions": {"scipy": "1.15", "networkx": "4", "typst": "1"}},
            "cause not recorded",
            "changed: networkx none → 4 and typst none → 1",
        ),
        ({"inputs": {"data/denials.csv": "b"}}, "data, files that differ, denials", "the same"),
        ({}, "cause not recorded", "the same"),
    ],
    ids=[
        "module",
        "module-of-another-notebook",
        "one-of-three",
        "notebook",
        "other-notebook",
        "module-of-no-notebook",
        "layout",
        "edition-file",
        "lock",
        "library",
        "library-of-other-letters",
        "library-of-another-notebook",
        "table",
        "nothing",
    ],
)
def test_method_and_files_explain_what_nothing_else_does(after, says, head):
    before, now = side(found("f", "Old.")), side(found("f", "New."), **after)
    assert why(before, now) == says
    assert between(before, now).method == head


# ── the head, and the whole as text ─────────────────────────────────────────────────────────────────────────


def test_the_head_gives_parameters_in_words_and_counts_claims_by_fate():
    before = side(claims={"a": claim(), "b": claim()}, name="early", as_of="2023-11-02")
    after = side(
        claims={"a": claim(value=9.0), "c": claim("2024-01-05"), "d": claim()},
        inputs={"data/claims.csv": "b"}, name="late", reading="pragmatic", fire_rate="10000..15000",
        days="60..60",
    )  # fmt: skip
    head = told(between(before, after), 500)
    assert head.startswith(
        "What changed from early to late\n\n  parameters  as-of day 2 November 2023 → the latest material; "
    )
    assert "reading literal → pragmatic" in head
    assert "fire rate as published → 10,000 to 15,000" in head and "days as published → 60" in head
    assert (
        "claims      2 in the dossier before, 3 now: 1 changed, 1 published since, 1 added to the dossier, 1 "
        "gone\n"
        "              2 in use before, 3 now\n              files that differ: claims\n" in head
    )


def test_the_same_edition_twice():
    made = side(found("a", "A.", ["x"]), claims={"x": claim()})
    text = told(between(made, made))
    assert (
        text.endswith("\n\nThe findings are the same.")
        and "the same 1 in the dossier\n              the same 1 in use\n" in text
    )


def test_an_edition_goes_by_the_name_of_its_folder(tmp_path):
    for name in ("before", "latest"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "findings.json").write_text(json.dumps(dict(side(name="latest").found)), "utf-8")
    made = between(read(tmp_path / "before"), read(tmp_path / "latest"))
    assert told(made).startswith("What changed from before to latest\n")


def test_an_edition_without_the_newest_parameter_was_at_its_default():
    before, after = side(), side(approx_tolerance=0.25, series="each")
    assert between(before, after).parameters == "the same"


def test_lines_keep_to_the_width_and_text_from_a_table_is_only_text():
    planted = {"a": claim("2024-01-05", publisher="Bad \x1b[31mPaper\x07")}
    before, after = (
        side(found("f", "One word. " * 30), **EARLY),
        side(found("f", "Two words. " * 30, ["a"]), claims=planted),
    )
    text = told(between(before, after), 60)
    assert max(map(len, text.splitlines())) <= 60
    assert "\x1b" not in text and "\x07" not in text and "Paper" in text


def test_many_that_moved_get_one_line_for_each_part():
    long = " and ".join(f"word {n}" for n in range(60))
    old, new = ([found(f"f{n}", f"{head} {long}.") for n in range(30)] for head in ("Old", "New"))
    text = told(between(side(*old), side(*new)), 80)
    assert (
        text.count("\n     was  Old word 0 and …\n     now  New word 0 and …\n     why  cause not recorded")
        == 30
    )
    assert len(text.splitlines()) < 30 * 4 + 15


def test_long_stretches_that_stayed_are_left_out():
    sentence = (
        "It was said in this town long ago and again today that {} sacks would last until the end of "
        "the year."
    )
    text = told(
        between(side(found("f", sentence.format("seven"))), side(found("f", sentence.format("nine")))), 200
    )
    assert "was  It was said in … and again today that seven sacks would last until …" in text


# ── against the last commit ─────────────────────────────────────────────────────────────────────────────────


def put(root, name, sentence, claims=()):
    """Publish an edition of one finding."""
    made = side(found("f", sentence, claims), claims=dict.fromkeys(claims, claim()), name=name)
    folder = root / "report" / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "findings.json").write_text(json.dumps(dict(made.found)), "utf-8")
    (folder / "manifest.json").write_text(json.dumps(made.made), "utf-8")


def commit(root):
    for words in (["init", "-q"], ["add", "-A"], [*WHO, "commit", "-q", "-m", "Built."]):
        subprocess.run(["git", "-C", str(root), *words], check=True)


def compared(root, *words):
    return main(["compare", *words, "--out", str(root)])


@pytest.fixture
def below(tmp_path, monkeypatch):
    """A project below the top of what will be a repository, and no repository around that."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    (tmp_path / "project").mkdir()
    return tmp_path / "project"


def test_without_names_each_built_edition_is_held_against_the_last_commit(below, capsys):
    put(below, "latest", "Old words.")
    put(below, "early", "The same.")
    commit(below.parent)
    put(below, "latest", "New words.", ["a"])
    put(below, "unknown", "Not committed.")
    assert compared(below) == 0
    said = capsys.readouterr()
    assert "What changed from latest as committed to latest" in said.out and "now  New words." in said.out
    assert "What changed from early as committed to early" in said.out and "findings are the same" in said.out
    assert said.err.startswith("edition unknown: is not in the last commit") and "unknown" not in said.out
    assert compared(below, "latest") == 0
    assert "early" not in capsys.readouterr().out


def test_what_cannot_be_compared_with_a_commit_is_told(below, capsys, monkeypatch):
    def told_of(*words):
        assert compared(below, *words) == 1
        return capsys.readouterr().err

    assert "no edition is built" in told_of() and "Build one: reported report" in told_of()
    put(below, "latest", "Words.")
    assert "is in no git repository with a commit" in told_of() and "Name two editions instead" in told_of()
    subprocess.run(["git", "-C", str(below), "init", "-q"], check=True)
    assert "is in no git repository with a commit, so" in told_of()
    (below / "readme").write_text("x")
    subprocess.run(["git", "-C", str(below), "add", "readme"], check=True)
    subprocess.run(["git", "-C", str(below), *WHO, "commit", "-q", "-m", "x"], check=True)
    assert "edition latest: is not in the last commit" in told_of("latest")
    assert "has no " in told_of("nowhere") and "Build it: reported report nowhere" in told_of("nowhere")
    monkeypatch.setenv("PATH", "")
    assert "git: is not installed" in told_of()


def test_a_damaged_commit_is_told_by_its_place(below, capsys):
    put(below, "latest", "Words.")
    (below / "report" / "latest" / "findings.json").write_text("{", "utf-8")
    commit(below)
    put(below, "latest", "Words.")
    assert compared(below) == 1
    assert "report/latest of the last commit/findings.json line 1" in capsys.readouterr().err


def test_a_comparison_as_markdown_goes_to_a_file_or_is_printed(below, capsys, tmp_path):
    put(below, "latest", "Old words.")
    put(below, "early", "Old words.")
    commit(below)
    put(below, "latest", "New words.")
    file = tmp_path / "effect.md"
    assert compared(below, "--markdown", str(file)) == 0
    assert f"Written:\n  {file}" in capsys.readouterr().out
    text = file.read_text("utf-8")
    assert "<del>Old</del> <b>New</b> words." in text and text.count("### What changed") == 2
    assert compared(below, "--markdown", "-") == 0
    assert capsys.readouterr().out == text
    assert compared(below, "--html", str(tmp_path / "x.html")) == 1
    assert "takes one comparison, and there are 2 (early, latest)" in capsys.readouterr().err
    assert compared(below, "latest", "--html", str(tmp_path / "x.html")) == 0


# ── laws ────────────────────────────────────────────────────────────────────────────────────────────────────

names = st.sampled_from(["a", "b", "c", "d"])
findings = st.builds(
    found, names, st.sampled_from(["One.", "Two."]), st.lists(names, max_size=2),
    st.sampled_from(["01-x", "03-how-long"]), role=st.sampled_from(["", "judgement", "bottom-line"]),
    answer=st.sampled_from(["", "yes", "no"]),
)  # fmt: skip
idle = st.builds(
    found,
    st.just("not-run"),
    st.just("Not run."),
    notebook=st.sampled_from(["01-x", "03-how-long"]),
    role=st.just("not-run"),
)
claims_of = st.dictionaries(
    names,
    st.builds(
        claim,
        st.sampled_from(["", "2023", "2023-10-30", "2024-02-01"]),
        status=st.sampled_from(["active", "retracted"]),
    ),
)
editions = st.builds(
    lambda rows, claims, as_of: side(*rows, claims=claims, as_of=as_of),
    st.lists(findings | idle, max_size=6, unique_by=lambda f: (f["notebook"], f["id"])), claims_of,
    st.sampled_from(["latest", "2023-11-02"]),
)  # fmt: skip


@given(editions)
def test_an_edition_does_not_differ_from_itself(edition):
    made = between(edition, edition)
    assert not made.differences and made.same == len(edition.findings)
    assert (made.parameters, made.method) == ("the same", "the same") and made.data.endswith("in use")


@given(editions, editions)
def test_turning_the_sides_turns_what_appeared_and_what_went(one, other):
    there, back = between(one, other), between(other, one)
    for fate, turned in {
        "appeared": "went",
        "went": "appeared",
        "moved": "moved",
        "reversed": "reversed",
    }.items():
        assert there.count(fate) == back.count(turned)
        assert {(d.notebook, d.id) for d in there.differences if d.fate == fate} == {
            (d.notebook, d.id) for d in back.differences if d.fate == turned
        }
    assert there.same == back.same and all(d.why for d in there.differences if d.id)
    assert told(there) and told(back)


# ── what the editions really hold ───────────────────────────────────────────────────────────────────────────


@pytest.fixture
def edition(copy_of, shipped):
    """The shipped dossier with one claim withdrawn."""
    folder = copy_of(shipped)
    change(folder, "claims", "zdf-rate", status="retracted")
    whole = read_dossier(folder)
    return Edition(whole, contract({}, whole.plan))


def test_findings_file_traces_a_number_to_claim_source_and_notebook(edition):
    rows = [{"Figure": "x", "Claim": Refs(("nis-days-news1",))}, {"Figure": "y", "Claim": Refs(())}]
    parts = [
        Section(
            "03-x",
            [
                (
                    FINDING,
                    finding(
                        "a", "A.", claims=["nis-days-news1", "osc-containers-5ch over osc-voyages-5ch"]
                    ).as_data(),
                )
            ],
        ),
        Section("04-y", [("question", "# 4 · Why?"), (TABLE, table("t", "A caption.", rows).as_data())]),
    ]
    used = every_claim(parts, edition)
    assert [*used] == [*edition.record.dossier.claims["claim_id"]]
    assert {name for name, row in used.items() if row["notebooks"]} == {
        "nis-days-news1",
        "osc-containers-5ch",
        "osc-voyages-5ch",
    }
    days = used["nis-days-news1"]
    assert (days["said"], days["value"], days["unit"]) == ("at least two months", 2.0, "month")
    assert (days["low"], days["high"], days["base_unit"]) == (60.875, None, "day")
    assert (
        days["notebooks"] == ["03-x", "04-y"]
        and days["publisher"] == "News1"
        and days["reliability"]
        and days["url"]
    )
    assert used["osc-voyages-5ch"]["notebooks"] == ["03-x"]
    assert used["zdf-rate"]["status"] == "retracted" and used["zdf-rate"]["notebooks"] == []
    json.dumps(used, allow_nan=False)


def test_shipped_editions_name_their_claims_and_differ_for_a_reason():
    before, after = (read(ROOT / "report" / name) for name in ("2023-11-02", "latest"))
    if not (before.whole and after.whole):
        pytest.skip("the committed reports are of before findings.json named every claim")
    if before.made["versions"] != after.made["versions"]:
        pytest.skip("one of the two reports was made again with other versions")
    made = between(before, after)
    assert made.parameters == "as-of day 2 November 2023 → the latest material" and made.method == "the same"
    assert "published since" in made.data and "added" not in made.data and "gone" not in made.data
    assert all("cause not recorded" not in line for d in made.differences for line in d.why)
    for one in (before, after):
        named = {
            part for f in one.found["findings"] for claim in f["claims"] for part in claim.split(" over ")
        }
        assert named <= set(one.claims)
        assert {f["notebook"] for f in one.found["findings"] if f["claims"]} <= {
            n for c in one.claims.values() for n in c["notebooks"]
        }


def test_an_edition_without_the_newer_columns_says_what_was_always_meant():
    old = claim()
    new = old | {"modality": "actual", "scope": "", "said_on": "", "role": "", "margin": None}
    assert moved({"a": old}, {"a": new}).startswith("cause not recorded")
    for column, said in (("modality", "pledge"), ("scope", "one ship"), ("margin", 10.0)):
        assert moved({"a": old}, {"a": new | {column: said}}).startswith("data, "), column
