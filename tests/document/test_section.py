"""A section is told twice: a story in front, a record of all the rest behind it."""

import re

import pytest

from reported.analysis.parameters import contract
from reported.document import evidence
from reported.document.section import LIMITS, PARAGRAPH, QUESTION, TEXT, Section, Telling
from reported.dossier import reader
from reported.edition import Edition
from reported.figures.charts import FIGURE
from reported.wording.findings import FINDING, TABLE, finding, table


@pytest.fixture(scope="module")
def telling(shipped):
    whole = reader.read(shipped)
    edition = Edition(whole, contract({}, whole.plan))
    return Telling(edition, evidence.numbered(["nis-shells-news1"], edition), "latest", None)


def found(name, sentence, **more):
    return (FINDING, finding(name, sentence, ["nis-shells-news1"], **more).as_data() | {"cell": 1})


def chart(name):
    words = {"title": f"Chart {name}.", "subtitle": "Each.", "source": "Ours.", "alt": "A chart."}
    return (FIGURE, {"name": name, "crop": [0, 0], "slim": [0, 0], **words})


ROWS = (TABLE, table("rows", "Rows.", [{"a": "b"}]).as_data())
PARTS = [
    (QUESTION, "# 3 · How many?\n\nIt is asked."),
    found("first", "The first sentence."),
    (TEXT, "## In between\n\nWords."),
    chart("drawn"),
    found("second", "The second sentence."),
    ROWS,
    (LIMITS, "## What this does not show\n\nMuch."),
]


def split(text):
    """What stands before the record, the line on which it opens, and what it holds."""
    before, behind = re.split(r"^:{6} \{\.record #record-03-x\}\n\n", text, flags=re.M)
    holds, inside = behind.split("\n\n", 1)
    return before, holds, inside


def test_what_is_marked_is_the_story_and_all_else_the_record(telling):
    before, holds, inside = split(telling.section(Section("03-x", PARTS, {3, 4})))
    assert before.startswith("# How many? {#sec-03-x}\n\nIt is asked.\n\n")
    assert before.find("#fig-drawn") < before.find("The second sentence.") > 0
    assert "The first sentence." not in before and "Words." not in before
    assert [what in inside for what in ("The first sentence.", "Words.", "#tbl-03-x-rows", "Much.")] == [
        True
    ] * 4
    assert "The second sentence." not in inside and "#fig-drawn" not in inside
    assert holds == "The record: one finding, one table, what this does not show"


def test_where_nothing_is_marked_the_first_finding_stands_before_the_record(telling):
    before, holds, inside = split(telling.section(Section("03-x", PARTS)))
    assert "The first sentence." in before and "It is asked." not in before
    assert inside.startswith("It is asked.") and "The second sentence." in inside
    assert holds == "The record: one finding, one table, one chart, what this does not show"


def test_each_sentence_of_the_story_leads_to_what_it_rests_on(telling):
    before, *_ = split(telling.section(Section("03-x", PARTS, {1, 4})))
    for name in ("first", "second"):
        assert f"{{.told #finding-03-x-{name}}}" in before
        assert f"](#rests-03-x-{name})" in before and f"{{.evidence #rests-03-x-{name}}}" in before
    assert before.count("::::: {.story}") == 1, "two short sentences are one paragraph"


def test_the_story_takes_the_short_words_and_the_record_keeps_the_full_sentence(telling):
    told = found("dense", "Of ten (a; b; c), two.", told="Two of ten.")
    before, holds, inside = split(telling.section(Section("03-x", [PARTS[0], told, ROWS], {1})))
    assert "Two of ten." in before and "a; b; c" not in before and "#finding-03-x-dense" in before
    assert "Of ten (a; b; c), two." in inside and "Two of ten." not in inside
    assert "#full-03-x-dense" in inside and holds == "The record: one finding, one table"


def test_a_long_story_is_cut_into_paragraphs(telling):
    long = [found(f"f{n}", f"Sentence {n}" + " word" * (PARAGRAPH // 5) + ".") for n in range(3)]
    text = telling.section(Section("03-x", [PARTS[0], *long], {1, 2, 3}))
    assert text.count("::::: {.story}") == 3 and ".record" not in text


def test_of_one_that_was_not_run_stand_the_question_and_the_reason(telling):
    parts = [PARTS[0], found("why", "Nothing was known.", role="not-run"), PARTS[2], PARTS[-1]]
    text = telling.section(Section("03-x", parts))
    assert "Nothing was known." in text and "`notebooks/03-x.ipynb`" in text
    assert not any(words in text for words in ("It is asked.", "Words.", "Much.", ".record", ".story"))


def test_no_part_is_told_twice_and_none_is_lost():
    section = Section("03-x", PARTS, {3, 4})
    assert sorted([*section.story, *section.record], key=PARTS.index) == PARTS[1:]
