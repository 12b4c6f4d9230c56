"""Terms: a dossier in another language is the same dossier in other words."""

from __future__ import annotations

import csv
import re
import shutil
from pathlib import Path

import pytest

from reported.analysis.parameters import contract
from reported.dossier import codebook, reader, terms
from reported.dossier.schema import COLUMNS
from reported.dossier.starter import EXAMPLE
from reported.edition import Edition
from reported.errors import Refused
from reported.wording.language import language, speaking

from ..conftest import RELIEF, ROOT

SHIPPED = ROOT / "data"
LANGUAGES = sorted(path.stem for path in (SHIPPED / "terms").glob("*.csv"))
# What a reader reads; every other column is an id, a code, a number, a day, an address, or words as said.
WORDS = {
    "sources": {"title", "publisher", "reliability_reason"},
    "claims": {"gloss", "item", "scope", "speaker", "role", "institution", "credited"}
    | {"credibility_reason", "note"},
    "denials": {"gloss", "scope", "speaker", "institution", "note"},
    "events": {"event", "short", "parties", "item", "credibility_reason", "note"},
    "hedges": set(),
}


def rows_of(dossier: reader.Dossier) -> dict[str, tuple]:
    """The rows of each table."""
    parts = (dossier.documents, dossier.said, dossier.denied, dossier.happened, dossier.vocabulary)
    return dict(zip(COLUMNS, parts, strict=True))


@pytest.fixture(scope="module")
def original() -> reader.Dossier:
    return reader.read(SHIPPED)


@pytest.fixture(scope="module", params=LANGUAGES)
def code(request) -> str:
    return request.param


@pytest.fixture(scope="module")
def other(original, code) -> reader.Dossier:
    return terms.in_language(original, code)


def same(one: object, two: object) -> bool:
    return one == two or (one != one and two != two)  # an empty number is unlike itself


def test_korean_ships() -> None:
    assert "ko" in LANGUAGES


def test_every_text_of_the_shipped_dossier_has_its_term(original, code) -> None:
    assert terms.missing(original, code) == []


def test_nothing_but_texts_changes_row_by_row(original, other) -> None:
    for table, rows in rows_of(original).items():
        kept = [name for name in COLUMNS[table] if name not in WORDS[table]]
        for one, two in zip(rows, rows_of(other)[table], strict=True):
            for name in kept:
                assert same(getattr(one, name), getattr(two, name)), (table, one, name)
            for name in WORDS[table] - {"gloss"}:
                assert bool(getattr(one, name)) == bool(getattr(two, name)), (table, one, name)


def test_the_plan_keeps_its_names_its_units_and_its_equations(original, other) -> None:
    one, two = original.plan, other.plan
    for part in ("headline", "roles"):
        assert getattr(one, part) == getattr(two, part)
    for part in ("quantities", "series", "items"):
        assert list(getattr(one, part)) == list(getattr(two, part))
    for name, quantity in one.quantities.items():
        words = {"label", "one", "many", "could", "phrase", "nouns"}
        assert quantity.model_dump(exclude=words) == two.quantities[name].model_dump(exclude=words)
    for part in ("relations", "estimates"):
        words = {"label", "reads", "caution"}
        for before, after in zip(getattr(one, part), getattr(two, part), strict=True):
            assert before.model_dump(exclude=words) == after.model_dump(exclude=words)
    for kind in type(one.choices).model_fields:
        before, after = getattr(one.choices, kind), getattr(two.choices, kind)
        assert [(c.takes, c.since) for c in before] == [(c.takes, c.since) for c in after]


def test_what_the_code_tells_apart_or_looks_up_it_still_does(original, other) -> None:
    pairs = list(zip(original.said, other.said, strict=True))
    for name in ("institution", "scope", "speaker", "credited"):
        said = {(getattr(one, name), getattr(two, name)) for one, two in pairs}
        assert len(said) == len({one for one, _ in said}) == len({two for _, two in said}), name
    for table in ("names", "governments"):
        assert len(getattr(original.plan, table)) == len(getattr(other.plan, table))
    for one, two in zip((*original.said, *original.denied), (*other.said, *other.denied), strict=True):
        for table in ("names", "governments"):
            before, after = getattr(original.plan, table), getattr(other.plan, table)
            assert (one.institution in before) == (two.institution in after), one
    named = [
        {name.strip() for name in row.parties.split(";")} for row in (*original.happened, *other.happened)
    ]
    half = len(original.happened)
    whose = dict(
        zip((c.institution for c in original.said), (c.institution for c in other.said), strict=True)
    )
    for one, two in zip(named[:half], named[half:], strict=True):
        assert {whose[name] for name in one if name in whose} <= two


def test_a_part_that_an_item_names_is_not_told_twice(original, other) -> None:
    for one, two in zip(original.said, other.said, strict=True):
        for kind in one.item_code.split():
            in_one = one.scope in original.plan.items.get(kind, "")
            assert in_one == (two.scope in other.plan.items.get(kind, "")), one.claim_id


def test_an_edition_in_other_words_has_the_same_numbers(original, other, code) -> None:
    one, two = (Edition(whole, contract({}, whole.plan)) for whole in (original, other))
    for before, after in zip(one.record.rows(), two.record.rows(), strict=True):
        assert before.claim_id == after.claim_id and before.interval == after.interval
    scopes = [[row.scope for row in edition.record.dossier.denied] for edition in (one, two)]
    headlines = [edition.record.headlines() for edition in (one, two)]
    assert list(one.words.about_other_items(scopes[0], headlines[0]).values()) == list(
        two.words.about_other_items(scopes[1], headlines[1]).values()
    )


def test_words_of_the_language_need_no_gloss_and_others_have_one(other, code) -> None:
    languages = {row.source_id: row.language for row in other.documents}
    for row in (*other.said, *other.denied):
        if not row.stated or languages[row.source_id] == code:
            assert not row.gloss
        else:
            assert row.gloss or not re.search("[A-Za-z]{3}", row.stated), row


# Numbers in a text of the dossier and in Korean: the sizes that have a name are counted in.
SIZES = {"thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "": 1.0}
ENGLISH = re.compile(r"(?<![\d.–-])(\d+(?:\.\d+)?)[ -]?(thousand|million|mln|billion|)(?!\d|-\d|s\b)")
KOREAN = re.compile(r"(?:(\d+(?:\.\d+)?)억)?(?:(\d+(?:\.\d+)?)만)?(\d+(?:\.\d+)?)?")
TOLD_OTHERWISE = re.compile(r"thousand-700|\d[-–]\d|between|\d to \d|1\.5 months|7 260|\d ?m\b")


def test_a_korean_term_has_the_numbers_of_its_text() -> None:
    with (SHIPPED / "terms" / "ko.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if not TOLD_OTHERWISE.search(row["text"])]
    assert len(rows) > 2000
    for row in rows:
        english = {
            round(float(n) * SIZES[size], 4) for n, size in ENGLISH.findall(row["text"].replace(",", ""))
        }
        korean = {
            round(float(e8 or 0) * 1e8 + float(e4 or 0) * 1e4 + float(rest or 0), 4)
            for e8, e4, rest in KOREAN.findall(row["said"].replace(",", ""))
        }
        assert english <= korean, row


def test_amounts_of_the_shipped_dossier_read_as_korean(original) -> None:
    edition = Edition(whole := terms.in_language(original, "ko"), contract({}, whole.plan))
    said = {row.claim_id: row for row in edition.record.rows()}
    with speaking(language("ko")):
        tell = edition.words.said
        assert tell(said["nis-shells-news1"]) == "포탄 100만발 이상"
        assert tell(said["nis-shells-news1-lead"]) == "포탄 약 100만발 이상"
        assert tell(said["nis-transfers-news1"]) == "수송 10여차례 이상"
        assert tell(said["us-containers-yonhap"]) == "컨테이너 1000개 넘게"
        assert tell(said["ua-rate-chernyk"]) == "하루 1만~1만5000발"
        assert tell(said["nis-days-moscowtimes"]) == "약 2개월"
        assert tell(said["ee-load-kiviselg"]) == "컨테이너 1개당 300~500발"
        assert tell(said["fnf-value"]) == "17억~55억달러"
        assert edition.words.phrase(said["nis-days-news1"]) == "2개월 이상 전쟁을 치를 수 있는 양"


# What is told of terms that are not right


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A copy of a small dossier with its terms in German, each text said as itself in brackets."""
    folder = Path(shutil.copytree(RELIEF, tmp_path / "mine"))
    texts = terms.texts(reader.read(folder), "de")
    written(folder, [(text, f"[{text}]") for text in texts])
    return folder


def written(folder: Path, rows: list[tuple[str, str]]) -> None:
    (folder / "terms").mkdir(exist_ok=True)
    with (folder / "terms" / "de.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("text", "said"), *rows])


def rows_there(folder: Path) -> list[tuple[str, str]]:
    with (folder / "terms" / "de.csv").open(encoding="utf-8", newline="") as file:
        return [(row["text"], row["said"]) for row in csv.DictReader(file)]


def told(folder: Path) -> list[str]:
    with pytest.raises(Refused) as refused:
        terms.in_language(reader.read(folder), "de")
    return [str(problem) for problem in refused.value.problems]


def test_another_topic_is_said_by_its_own_terms(mine) -> None:
    whole = reader.read(mine)
    made = terms.in_language(whole, "de")
    assert made.plan.dossier.title == f"[{whole.plan.dossier.title}]"
    assert terms.in_language(whole, terms.OWN) is whole
    assert terms.missing(whole, terms.OWN) == []


def test_a_text_without_a_term_is_told_the_first_ten_and_how_many_more(mine) -> None:
    rows = rows_there(mine)
    written(mine, rows[13:])
    problems = told(mine)
    assert len(problems) == 11 and "3 more texts have no term" in problems[-1]
    assert terms.missing(reader.read(mine), "de") == [text for text, _ in rows[:13]]
    shutil.rmtree(mine / "terms")
    assert len(terms.missing(reader.read(mine), "de")) == len(rows), "no file is no term"


def test_a_language_begins_with_a_row_for_each_text_and_what_stands_there_stays(mine) -> None:
    rows, whole = rows_there(mine), reader.read(mine)
    written(mine, rows[:3])
    assert terms.ask_for(whole, "de") == mine / "terms" / "de.csv"
    asked = rows_there(mine)
    assert asked[:3] == rows[:3] and [text for text, _ in asked] == [text for text, _ in rows]
    assert "has no term" in told(mine)[0]
    terms.ask_for(whole, "de")
    assert rows_there(mine) == asked, "nothing is asked for twice"
    shutil.rmtree(mine / "terms")
    terms.ask_for(whole, "de")
    assert len(rows_there(mine)) == len(rows)


def test_what_is_wrong_with_terms_is_told_at_once_by_file_row_and_column(mine) -> None:
    rows = rows_there(mine)
    room = next(n for n, (text, _) in enumerate(rows) if "{}" in text)
    rows[room] = (rows[room][0], "Brote")
    rows += [("stands nowhere", "steht nirgends"), rows[1]]
    written(mine, rows)
    problems = "\n".join(told(mine))
    assert f"de.csv row {room + 2} column said: 'Brote' has other braces than" in problems
    assert f"de.csv row {len(rows)} column text: 'stands nowhere' stands nowhere in the dossier." in problems
    assert (
        f"de.csv row {len(rows) + 1} column text: " in problems and "a second time; row 3 has it" in problems
    )


def test_two_institutions_may_not_be_said_alike(mine) -> None:
    names = list(dict.fromkeys(row.institution for row in reader.read(mine).said))[:2]
    written(mine, [(text, "dasselbe" if text in names else said) for text, said in rows_there(mine)])
    assert any("are both said 'dasselbe'" in problem for problem in told(mine))


def test_the_codebook_names_the_terms_that_are_there(copy_of) -> None:
    folder = copy_of(EXAMPLE)
    written(folder, [])
    codebook.write(folder)
    assert "## terms/de.csv" in (folder / "README.md").read_text("utf-8")
    shutil.rmtree(folder / "terms")
    codebook.write(folder)
    assert "terms/" not in (folder / "README.md").read_text("utf-8")


def test_the_shipped_codebook_is_in_step(copy_of) -> None:
    folder = copy_of(SHIPPED)
    codebook.write(folder)
    for name in ("README.md", "datapackage.json"):
        assert (folder / name).read_bytes() == (SHIPPED / name).read_bytes(), "stale: reported codebook"


def test_a_unit_may_have_a_noun_of_its_own(mine) -> None:
    path = mine / "dossier.toml"
    noun = 'nouns = { kilogram = "{} kilos of flour" }'
    path.write_text(
        path.read_text("utf-8").replace("[quantities.lorries]", f"{noun}\n\n[quantities.lorries]")
    )
    edition = Edition(whole := reader.read(mine), contract({}, whole.plan))
    assert edition.words.noun("flour", "kilogram", one=False) == "{} kilos of flour"
    assert edition.words.noun("flour", "tonne", one=False) == "tonnes of flour"
    assert "{} kilos of flour" in terms.texts(whole, "de")
