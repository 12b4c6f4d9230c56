"""The comment below a pull request: what it tells, in which order, and that all of it is only text."""

import re
import subprocess

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.build import comment
from reported.build.comment import MARK, MOST, NOTHING, as_markdown, inert
from reported.build.compare import between
from reported.document import rendering

from .test_compare import claim, found, side

PLANTED = claim(
    "2024-01-05", said="at least nine sacks", stated="nueve sacos", hedge="ge", value=9.0, unit="sack",
    institution="The mill", speaker="A Person", url="https://example.org/a?b=c",
)  # fmt: skip
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "@octocat", "#12", "owner/repo#12", "GH-12",
    "!7", "~bug", "$3", "%4", "&5", "https://evil.example/x", "www.evil.example", "a@evil.example",
    "[click](https://evil.example)", "![x](https://evil.example/x.png)", "`code`", "**bold**", "~~gone~~",
    "<!-- x -->", "</details>", "| a | b |", ":smile:", "[^1]", "$$x$$", "a\n\n/close\n\n# Head", "\x1b[31m",
    "javascript:alert(1)", "<https://evil.example>", "\\@octocat", "xmpp:a@b.c",
]  # fmt: skip
TAGS = {"h3", "p", "strong", "ul", "li", "code", "del", "b", "em"}  # that a comment makes itself
# What calls somebody or leads somewhere, with no space of no width behind it.
LEADING = r"[@#](?!\u200b)|(?<!\w)[!~$%](?=\w)|://|www\.|GH-\d|:(?=[\w/])"


def rendered(text):
    """Markdown as a forge sets it: bare addresses become links."""
    command = [rendering._pandoc_path(), "-f", "gfm+autolink_bare_uris", "-t", "html", "--wrap=none"]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout.decode()


def told(before, after):
    return as_markdown([between(before, after)])


def test_nothing_that_readers_see_is_said_in_one_line():
    made = side(found("a", "A.", ["x"]), claims={"x": claim()})
    text = told(made, made)
    assert text.splitlines() == [MARK, "", "### What changed from before to before", "", f"**{NOTHING}**"]
    more = told(made, side(found("a", "A.", ["x"]), claims={"x": claim(), "new": PLANTED}))
    assert f"**{NOTHING}**" in more and "`new`" in more and "in no sentence" in more


def test_claims_come_first_then_what_became_of_sentences_with_why():
    before = side(
        found("fit", "They fit.", ["a"], answer="fits"), found("b", "B has 30 of 40.", ["a"]),
        claims={"a": claim(), "old": claim(said="two sacks")},
    )  # fmt: skip
    after = side(
        found("fit", "They do not fit.", ["a", "new"], answer="does not fit"),
        found("b", "B has 50 of 40.", ["a"]),
        found("c", "C.", ["new"]), claims={"a": claim(value=11.0), "new": PLANTED}, name="after",
    )  # fmt: skip
    text = told(before, after)
    heads = re.findall(r"^\*\*(.+)\*\*$", text, re.MULTILINE)
    assert heads == [
        "1 reversed, 1 appeared, 1 moved, 0 as before.",
        "Claims (3)",
        "Reversed (1)",
        "Appeared (1)",
        "Moved (1)",
    ]
    assert (
        "- **added to the dossier** `new`: **at least nine sacks** (The mill, through A Person; "
        "“nueve sacos”; hedge ge, value 9 sack; The Post, 5 January 2024; "
        "`https://example.org/a?b=c`; in 2 sentences)" in text
    )
    assert (
        "- **changed** `a`:" in text
        and "  - value: <del>10</del> <b>11</b>" in text
        and "**gone** `old`" in text
    )
    assert "B has <del>30</del> <b>50</b> of 40." in text and "fits → does not fit" in text
    assert text.count("_why:_ data") == 3
    assert text.index("Claims (3)") < text.index("Reversed (1)") < text.index("- Parameters: the same")


def test_what_took_the_place_of_a_claim_is_told():
    before, after = (
        side(claims={"a": claim()}),
        side(claims={"a": claim(status="superseded", superseded_by="b")}),
    )
    text = told(before, after)
    assert "**superseded** `a`" in text and "superseded by: <del>nothing</del> <b>b</b>" in text


@pytest.mark.parametrize("planted", HOSTILE)
def test_what_a_row_holds_is_only_text(planted):
    cells = dict.fromkeys(("said", "stated", "publisher", "institution", "speaker"), planted)
    row = claim("2024-01-05", url=f"https://example.org/{planted}".replace("\n", ""), **cells)
    after = side(found("a", f"A {planted} b.", ["x"], why=planted), claims={"x": row})
    text = told(side(found("a", "A b.", ["x"]), claims={}), after)
    assert len(text.splitlines()) == text.count("\n") and not re.search(r"^\s*/", text, re.MULTILINE)
    page = rendered(text)
    assert not re.search(r"<(a|img|script|table|pre|h1|math|span)\b", page), page
    assert set(re.findall(r"</?([a-z0-9]+)", page)) <= TAGS
    outside = re.sub(r"<code>.*?</code>", "", page).replace(MARK, "")
    assert not re.search(LEADING, outside), outside
    assert "\x1b" not in text


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_comes_out_as_it_was_but_for_spaces(text):
    shown = re.sub(r"<[^>]*>", "", rendered(f"x {inert(text)} x")).replace("\u200b", "")
    shown = (
        shown.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", '"')
        .replace("&#39;", "'")
        .replace("&amp;", "&")
    )
    assert shown.split() == ["x", *comment._line(text).replace("\u200b", "").split(), "x"]


def test_a_long_comparison_is_folded_and_cut():
    old, new = (
        [found(f"f{n}", f"{word} " + "long " * 300 + ".") for n in range(80)] for word in ("Old", "New")
    )
    claims = {f"c{n}": PLANTED for n in range(200)}
    text = told(side(*old), side(*new, claims=claims))
    assert len(text) <= MOST and text.count("<details>") == text.count("</details>") > 3
    assert "_and 155 more claims_" in text and re.search(r"_\d+ more parts had no room here", text)
    assert len(as_markdown([between(side(*old), side(*new))] * 5)) <= MOST
