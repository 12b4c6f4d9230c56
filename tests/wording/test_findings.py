"""Findings refuse what is no sentence; text from a table is only ever text."""

import json

import pypandoc
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.hedges import Interval
from reported.wording.findings import FINDING, TABLE, Finding, Link, finding, link, pipe_table, plain, table
from reported.wording.propositions import Leg, confidence
from reported.wording.prose import stated


def test_finding_shows_its_sentence_and_carries_its_evidence():
    made = finding(
        "rate-needed",
        "It needs at least 13,100 a day.",
        claims=["a", "b", "a"],
        role="judgement",
        why="So.",
        rate=Interval(13141.68, float("inf")),
    )
    shown = made._repr_mimebundle_()
    assert shown["text/plain"] == "It needs at least 13,100 a day."
    assert shown[FINDING]["values"] == {"rate": {"low": 13141.68, "high": None}}
    assert shown[FINDING]["claims"] == ["a", "b"]
    json.dumps(shown[FINDING], allow_nan=False)


def test_a_finding_carries_how_the_story_tells_it_beside_its_sentence():
    made = finding("ledger", "Of ten, two (a; b).", told="two of ten did.")
    shown = made._repr_mimebundle_()
    assert shown[FINDING]["told"] == "Two of ten did." and shown["text/plain"] == "Of ten, two (a; b)."
    assert "> *In short:* Two of ten did." in shown["text/markdown"]
    assert "told" not in finding("ledger", "Of ten, two.").as_data()
    with pytest.raises(ValueError, match="not a whole sentence"):
        finding("ledger", "Of ten, two.", told="two of ten did")


@pytest.mark.parametrize("sentence", ["no capital letter.", "“no capital letter.”", "No end"])
def test_what_is_no_whole_sentence_is_refused(sentence):
    with pytest.raises(ValueError, match="finding x"):
        Finding("x", sentence)
    assert finding("x", "“one” gets a capital letter.").sentence == "“One” gets a capital letter."


def test_a_number_that_is_missing_cannot_be_printed_and_a_word_that_looks_like_one_can():
    for number in (float("nan"), float("inf")):
        with pytest.raises(ValueError, match="a value is missing"):
            stated(number)
    assert finding("x", "Nan of Inf said “none”, None said nan, and inf stood in the rest: δ.").sentence


def test_unknown_role_is_refused_by_name():
    with pytest.raises(ValueError, match="no role is called 'headline'; known: claimed"):
        finding("x", "A sentence.", role="headline")


def test_confidence_follows_its_rule_and_names_the_leg_that_failed():
    def legs(*holds):
        return [Leg(hold, f"leg {n} stands" if hold else f"leg {n} fails") for n, hold in enumerate(holds)]

    assert confidence(legs(True, True, True), "it went").startswith(
        "High confidence that it went: leg 0 stands; leg 1 stands"
    )
    assert (
        confidence(legs(True, False, True), "it went")
        == "Moderate confidence that it went: leg 1 fails. In its favour: leg 0 stands; leg 2 stands."
    )
    assert confidence(legs(False, False, True), "it went").startswith(
        "Low confidence that it went: leg 0 fails; leg 1 fails."
    )


HOSTILE = [
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "$\\frac{1}{", "{{7*7}}",
    "*bold* _it_ `code`", "[a](javascript:alert(1))",
    "#import \"x\"", "| a | b |", "![x](y)", "\\u{41}", "=HYPERLINK(\"x\")", "1. first", "- item", "~~~",
    "&amp; &#60;", "@cite", "[^1]", "^up^",
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_comes_out_as_typed(text):
    for source in (plain(text), f"| {plain(text)} | x |\n|---|---|\n| {plain(text)} | y |"):
        out = pypandoc.convert_text(
            source, "plain", format="markdown-smart", extra_args=["--wrap=none", "--columns=500"]
        )
        assert text in out


@given(
    st.text(alphabet="ab1 *_`[](){}<>#$|~^&@\\!=-+.:;\"'%/", min_size=1, max_size=24).filter(
        lambda t: t == " ".join(t.split())
    )
)
def test_any_mixture_of_markup_comes_out_as_typed(text):
    out = pypandoc.convert_text(
        f"x {plain(text)} x", "plain", format="markdown-smart", extra_args=["--wrap=none"]
    )
    assert out.strip() == f"x {text} x"


def test_invisible_and_turning_characters_are_taken_out():
    assert plain("a\u202eb\u200bc\x07d") == "abcd"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "", "//host", "http:///x"]
)
def test_only_web_addresses_become_links(url):
    assert link("text", url) == "text"


def test_addresses_cannot_leave_the_link():
    assert link("a", 'https://example.org/x) [b](https://evil.org "t"').count("](") == 1


def test_table_keeps_cells_apart():
    made = table(
        "t", "A caption.", [{"A": "x|y", "B": Link("site", "https://example.org")}, {"A": "", "B": 3}]
    )
    text = pipe_table(made.as_data())
    assert text.splitlines()[2] == "| x&#124;y | [site](https://example.org) |"
    assert text.splitlines()[3] == "| – | 3 |"
    assert made._repr_mimebundle_()[TABLE]["columns"] == ["A", "B"]
