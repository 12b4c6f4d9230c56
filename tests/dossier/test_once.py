"""What many rows say is looked at once, and nothing is told otherwise for it."""

import csv
import json
import re
import shutil
from urllib.parse import quote, urlsplit

import networkx as nx
import pytest
from frictionless import FrictionlessException, Schema
from hypothesis import assume, given
from hypothesis import strategies as st

from reported.build import checks, doubts, lettering, run
from reported.build.request import Request
from reported.dossier import codebook, forms, reader, tables, validation
from reported.dossier.claim import RELATIONS
from reported.dossier.numerals import numerals
from reported.dossier.reading import known, words
from reported.dossier.schema import COLUMNS
from reported.dossier.tables import Table
from reported.errors import Refused
from reported.notebooks.cache import Cache

from ..conftest import RELIEF, change
from .test_fuzz import ADDRESSES

TEXTS = st.sampled_from(("", "-", "n/a", "yes", "no", "yes ", "1", "None", "2031-05-01"))
ASKED = st.fixed_dictionaries(
    {},
    optional={
        "required": st.booleans(),
        "unique": st.booleans(),
        "enum": st.lists(TEXTS, min_size=1, unique=True),
        "minLength": st.integers(0, 4),
        "maxLength": st.integers(0, 4),
    },
)

RESTRICTED = {
    "required": st.booleans(),
    "unique": st.booleans() | st.just(1),
    "enum": st.lists(TEXTS | st.just(7), max_size=6),
    "minimum": st.integers(0, 4) | st.just(True) | st.just("2"),
    "maximum": st.integers(0, 9),
    "pattern": st.sampled_from(("[a-z ]+", "yes|no", "[", ".*", forms.DATE.asks["pattern"])),
    "minLength": st.integers(0, 4),
}
OWN = {part["name"]: part["schema"] for part in codebook.in_step({"resources": []})["resources"]}
SAID = (
    "the", "of", "loaves", "12", "3", "000", "1,200", "half", "million", "Million", "d'un", "un",
    "zwei", "und", "백만", "두", "명", "тысяч", "40%", "per", "cent", "x12", "²", "d'", "a", "to", "5-6",
)  # fmt: skip


@given(
    ASKED, st.lists(TEXTS, unique=True, max_size=3), st.sampled_from(("string", "integer", "boolean")), TEXTS
)
def test_what_the_library_is_not_asked_about_it_takes_as_it_is(asked, missing, kind, text):
    asked = asked if kind == "string" else {"required": True}
    told = {"fields": [{"name": "cell", "type": kind, "constraints": asked}], "missingValues": ["", *missing]}
    field = Schema.from_descriptor(told).fields[0]
    assume(not checks._asks(field)(text))
    assert field.create_cell_reader()(text) == (text, None)


def test_of_a_column_of_texts_the_library_is_asked_about_few():
    field = Schema.from_descriptor({"fields": [{"name": "cell", "type": "string"}]}).fields[0]
    assert [text for text in ("any", "text", "") if checks._asks(field)(text)] == [""]


@given(
    st.from_regex(forms.PLAIN_LINK, fullmatch=True)
    | ADDRESSES
    | st.builds("https://example.org/{}".format, st.text("aä가 @", max_size=900))
)
def test_an_address_is_as_long_as_it_is_written(text):
    there = forms._leads_somewhere(text) and "@" not in urlsplit(text).netloc
    assert forms.is_address(text) == (there and len(quote(text)) <= forms.LONGEST_ADDRESS)


@given(st.from_regex("[A-Za-z0-9._-]{0,110}", fullmatch=True) | st.text("a-.\n", max_size=6))
def test_an_id_has_at_most_a_hundred_letters_and_single_marks(text):
    plain = re.fullmatch("[A-Za-z0-9]+([-_.][A-Za-z0-9]+)*", text) is not None
    assert forms.is_id(text) == (plain and len(text) <= forms.LONGEST_ID)
    assert forms.is_id("a" * forms.LONGEST_ID) and not forms.is_id("a" * (forms.LONGEST_ID + 1))


@given(st.sampled_from(known()), st.lists(st.sampled_from(SAID), max_size=6).map(" ".join))
def test_a_text_of_words_met_before_is_read_as_at_first(language, text):
    words(language).idle.clear()
    assert numerals(text, language) == numerals(text, language)
    words(language).idle.update(word for word in ("of", "the", "loaves") if not words(language).native)
    assert [one.value for one in numerals("the 12 of the loaves", language)] == [12]


@pytest.mark.parametrize("form", [forms.DATE, forms.LANGUAGE, forms.ADDRESS, forms.DIGEST])
@given(data=st.data())
def test_what_fits_a_form_fits_what_a_data_package_says_of_it(form, data):
    text = data.draw(st.from_regex(form.asks["pattern"]) | ADDRESSES | st.text("a1-é/:. \n", max_size=10))
    assume(form.fits(text))
    field = {"name": "cell", "type": form.kind, "constraints": dict(form.asks)}
    assert Schema.from_descriptor({"fields": [field]}).fields[0].create_cell_reader()(text)[1] is None


@given(
    st.lists(st.sampled_from(("a", "b", "[^b]", "[a-b]", ".", " ", "(", ")", "^", "$", "+", "|", r"\s"))),
    st.lists(st.text("ab \n", min_size=1, max_size=3), unique=True),
)
def test_what_a_pattern_fits_at_once_it_fits_one_by_one(parts, texts):
    pattern = "".join(parts)
    try:
        fits = re.compile(f"^{pattern}$").match
    except re.error:
        assume(False)
    assert not checks._all_matched(pattern, texts) or all(map(fits, texts))


def test_ids_are_held_to_a_pattern_at_once():
    assert checks._all_matched("^[a-z]+(-[a-z]+)*$", ["town", "town-hall"])
    assert not checks._all_matched("^[a-z]+(-[a-z]+)*$", ["town", "Town-hall"])
    assert not checks._all_matched("a|b", ["ab", "x"]), "two matches in the first line"
    assert not checks._all_matched("a", ["a\na", "b"]), "a text of two lines"
    assert not checks._all_matched(r"a(?=\n)?", ["a", "b"])


@given(
    st.sampled_from(("speaker", "value", "credibility", "claim_id", "period_end")),
    st.fixed_dictionaries({}, optional=RESTRICTED),
    st.lists(TEXTS | st.sampled_from(("12", "7", "1e5", "a-b", "2031-05")), max_size=4),
    st.sampled_from(({}, {"title": 3}, {"format": "email"}, {"type": "date"}, {"description": "Mine."})),
)
def test_what_plainly_fits_a_schema_fits_it_to_the_library(name, asked, texts, more):
    (own,) = (field for field in OWN["claims"]["fields"] if field["name"] == name)
    field = {**own, **more, "constraints": asked}
    assume(checks._plain(field, own))
    assume(checks._plainly_fit(frozenset(texts), COLUMNS["claims"][name].form, field))
    reads = Schema.from_descriptor({"fields": [field], "missingValues": [""]}).fields[0].create_cell_reader()
    assert [reads(text)[1] for text in texts] == [None] * len(texts)


def test_what_the_library_cannot_read_is_not_plain():
    (own,) = (field for field in OWN["claims"]["fields"] if field["name"] == "speaker")
    assert checks._plain(own, own) and not checks._plain(None, own)
    for asked in ({"required": "x"}, {"unique": 1}, {"pattern": 3}, {"minimum": 1}):
        field = {**own, "constraints": asked}
        with pytest.raises(FrictionlessException):
            Schema.from_descriptor({"fields": [field]})
        assert not checks._plain(field, own)


@pytest.fixture(scope="module")
def described(tmp_path_factory):
    """A dossier in order, with the schema that the codebook writes."""
    folder = tmp_path_factory.mktemp("described") / "data"
    shutil.copytree(RELIEF, folder)
    package = codebook.explained(folder, reader.read(folder).plan)
    (folder / codebook.SCHEMA).write_text(json.dumps(package), "utf-8")
    return folder


def test_where_all_is_in_order_the_library_of_schemas_is_not_asked(described, monkeypatch):
    monkeypatch.setattr(checks, "_unlike", None)
    assert checks.check(described) == []


def test_a_key_that_only_the_schema_asks_for_is_told(described):
    path = described / codebook.SCHEMA
    whole = path.read_text("utf-8")
    package = json.loads(whole)
    claims = next(part for part in package["resources"] if part["name"] == "claims")
    speaker = next(field for field in claims["schema"]["fields"] if field["name"] == "speaker")
    speaker["constraints"] = {"unique": True}
    try:
        path.write_text(json.dumps(package), "utf-8")
        assert "has the same speaker, a key in" in str(checks.check(described)[0])
    finally:
        path.write_text(whole, "utf-8")


@given(data=st.data())
def test_of_what_is_not_in_order_the_same_is_told_as_when_each_cell_is_asked_about(described, data):
    file = data.draw(st.sampled_from(("claims.csv", "sources.csv", "events.csv")))
    whole = (described / file).read_text("utf-8")
    rows = list(csv.reader(whole.splitlines()))
    for _ in range(data.draw(st.integers(1, 8))):
        row, cell = data.draw(st.sampled_from(rows[1:])), data.draw(st.integers(0, len(rows[0]) - 1))
        row[cell] = data.draw(TEXTS | st.sampled_from([one[cell] for one in rows[1:]]))
    try:
        with (described / file).open("w", newline="", encoding="utf-8") as opened:
            csv.writer(opened).writerows(rows)
        told = checks.check(described)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(checks, "_plainly_held", lambda *_: False)
            assert checks.check(described) == told
    finally:
        (described / file).write_text(whole, "utf-8")


LINKS = st.lists(st.lists(st.integers(0, 6).map("claim-{}".format), max_size=2).map(" ".join), max_size=6)


def linked(relays, **more):
    """Claims that relay others, named by their rows."""
    names = tuple(f"claim-{n}" for n in range(len(relays)))
    return Table(
        "claims.csv", {"claim_id": names, "relays": tuple(relays)} | more, [*range(2, len(relays) + 2)]
    )


@given(LINKS)
def test_a_circle_is_told_wherever_its_claims_stand(relays):
    claims = linked(relays)
    links = nx.DiGraph([(f"claim-{n}", one) for n, cell in enumerate(relays) for one in cell.split()])
    assert bool([*validation._circles(claims)]) == (not nx.is_directed_acyclic_graph(links))


@given(
    st.lists(st.sampled_from(("claim-0", "claim-1", "claim-1 claim-2")), min_size=3, max_size=6), st.data()
)
def test_of_retellings_the_same_is_told_as_when_each_is_asked_about(relays, data):
    def column(*among):
        return tuple(data.draw(st.lists(st.sampled_from(among), min_size=len(relays), max_size=len(relays))))

    days = {"one": "2031-04-29", "two": "2031-05-02", "three": "2031-05", "four": "2031-05-04", "none": ""}
    plan = reader.read(RELIEF).plan
    counted = list(plan.quantities)[:2]
    claims = linked(
        relays,
        source_id=column(*days),
        relation=column(*RELATIONS),
        basis=column("asserted", "asserted", "assumed"),
        quantity=column(*counted),
    )
    rows = claims.named("claim_id")
    others = {n: [rows[name] for name in cell.split() if name in rows] for n, cell in enumerate(relays)}
    asked = [
        n
        for wrong in (doubts._of_later, lambda *row: doubts._of_another_quantity(plan, *row))
        for n in others
        if wrong(claims, n, others[n], days)
    ]
    found = [one for one in doubts._odd_retellings(plan, claims, days) if " row " in one.where]
    assert [one.where for one in found] == [claims.place(n, "relays") for n in asked]


@given(st.lists(st.tuples(st.sampled_from(("", "a", "b")), st.sampled_from(("", "a", "b")))))
def test_what_stood_in_an_earlier_row_is_found(rows):
    table = Table("t.csv", dict(zip("xy", zip(*rows, strict=True), strict=False)), [*range(len(rows))])
    for columns in ("x", "y", "xy"):
        cells = [*zip(*(table[column] for column in columns), strict=True)]
        first = {n: cells.index(one) for n, one in enumerate(cells) if any(one)}
        assert table.again(*columns) == {n: before for n, before in first.items() if before != n}


@given(st.text(st.characters(max_codepoint=126)), st.sampled_from(("", "en", *lettering.SCRIPTS)))
def test_a_text_of_plain_letters_without_two_question_marks_was_read_in_its_own_encoding(text, language):
    assert not lettering._wrong(text, language) or "??" in text


def test_cells_that_say_the_same_are_kept_once():
    table, problems = tables.read(RELIEF / "claims.csv", COLUMNS["claims"])
    assert not problems
    cells = [cell for column in table.columns.values() for cell in column]
    assert len({id(cell) for cell in cells}) == len({*cells})


@pytest.fixture
def order(tmp_path, monkeypatch):
    """A build that is asked for, and the folders examined for it."""
    shutil.copytree(RELIEF, tmp_path / "data")
    (tmp_path / "report/editions").mkdir(parents=True)
    (tmp_path / "report/editions/latest.yml").write_text("as_of: latest\n")
    examine, examined = reader.examine, []
    monkeypatch.setattr(reader, "examine", lambda folder: (examined.append(folder), examine(folder))[1])
    return Request(tmp_path, "latest", tmp_path / "data", tmp_path, {}), examined


def read(request):
    return run._read(request, {"around": []}, Cache(request.out / "kept"), lambda line: None)


def test_a_build_reads_a_changed_dossier_once(order):
    request, examined = order
    dossier, _ = read(request)
    assert examined == [request.data]
    change(request.data, "claims", dossier.said[0].claim_id, note="Another note.")
    changed, _ = read(request)
    assert changed.said[0].note == "Another note." and len(examined) == 2


def test_what_only_the_schema_refuses_a_build_tells_as_the_check_does(order):
    request, _ = order
    told = codebook.explained(request.data, reader.read(request.data).plan)
    claims = next(table for table in told["resources"] if table["name"] == "claims")
    speaker = next(field for field in claims["schema"]["fields"] if field["name"] == "speaker")
    speaker["constraints"] = {"required": True, "pattern": "Nobody"}
    (request.data / codebook.SCHEMA).write_text(json.dumps(told), "utf-8")
    reader.read(request.data)  # in order as far as its numbers go
    with pytest.raises(Refused) as refused:
        read(request)
    assert refused.value.problems == [one for one in checks.check(request.data) if not one.doubt]
    assert "Nobody" in str(refused.value)
