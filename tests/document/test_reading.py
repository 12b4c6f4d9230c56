"""A document is read as CommonMark; pandoc's own Markdown, which takes longer, reads the same in it."""

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reported.document import rendering
from reported.wording.findings import captioned, pipe_table, plain

SAMPLE = Path(__file__).parent / "rendering" / "sample.md"
# All that could turn words into markup switched off; a table takes its widths from its dashes.
OWN = "markdown" + "".join(
    f"-{extension}"
    for extension in (
        "auto_identifiers", "citations", "example_lists", "implicit_figures", "implicit_header_references",
        "latex_macros", "markdown_in_html_blocks", "native_divs", "native_spans", "pandoc_title_block",
        "raw_attribute", "raw_html", "raw_tex", "tex_math_dollars",
    )
)  # fmt: skip
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
NUMBERS = st.integers(min_value=1, max_value=60)


def read(markdown: str) -> dict:
    return json.loads(rendering.converted(markdown, {"to": "json", "filters": []}, Path(), Path("none")))


def read_as_its_own(markdown: str) -> dict:
    command = [rendering._pandoc_path(), "--from", OWN, "--to", "json", "--columns", "1"]
    return json.loads(
        subprocess.run(command, input=markdown.encode(), capture_output=True, check=True).stdout
    )


@st.composite
def tables(draw):
    columns = draw(st.integers(1, 4))
    cells = st.lists(WORDS, min_size=columns, max_size=columns)
    heads = st.lists(WORDS.filter(plain), min_size=columns, max_size=columns)
    data = {
        "columns": draw(heads),
        "rows": draw(st.lists(cells, max_size=3)),
        "widths": draw(st.none() | st.lists(NUMBERS, min_size=columns, max_size=columns)),
        "caption": draw(WORDS.filter(plain)),
        "whole": draw(st.booleans()),
        "leading": draw(st.lists(NUMBERS, max_size=2)),
    }
    caption = draw(st.booleans())
    return f"{pipe_table(data)}\n\n{captioned(data, 'tbl-x')}" if caption else pipe_table(data)


@st.composite
def documents(draw):
    inline = st.one_of(
        WORDS.map(plain),
        WORDS.map(lambda text: f"[{plain(text)}](#claim-1)"),
        WORDS.map(lambda text: f"[[{plain(text)}](https://example.org/a_b?c=d&e)]{{.refs lang=ko}}"),
        WORDS.filter(plain).map(lambda text: f"**{plain(text)}**"),
    )
    line = st.lists(inline, min_size=1, max_size=4).map(" and ".join).filter(str.strip)
    blocks = st.one_of(
        tables(),
        line.map("It says: {}".format),
        line.map("# It says: {} {{#sec-x .appendix}}".format),
        st.lists(line, min_size=1, max_size=3).map(lambda lines: "\n".join(f"- It: {one}" for one in lines)),
    )
    inside = st.lists(blocks, min_size=1, max_size=3).map("\n\n".join)
    fenced = st.tuples(st.integers(3, 5), inside).map(
        lambda made: f"{':' * made[0]} {{.finding #x}}\n\n{made[1]}\n\n{':' * made[0]}"
    )
    return "\n\n".join(draw(st.lists(blocks | fenced, min_size=1, max_size=4))) + "\n"


@settings(max_examples=60, deadline=None)
@given(documents())
def test_what_the_house_writes_is_read_as_pandoc_reads_it(markdown):
    assert read(markdown)["blocks"] == read_as_its_own(markdown)["blocks"]


def test_the_sample_is_read_as_pandoc_reads_it():
    markdown = SAMPLE.read_text("utf-8").replace("[ [[+]", "[\u00a0[[+]")  # as the house writes it
    own = json.dumps(read_as_its_own(markdown)).replace(
        '["uri"]', "[]"
    )  # of a bare address: nothing asks for it
    assert read(markdown) == json.loads(own)


@pytest.mark.parametrize(
    "markdown",
    [
        "| a | b |\n|---|--:|\n| c | d |",
        "::: {.x}\n| a | b |\n|:----|:-:|\n| c | d |\n:::\n\n| a | b |\n| --- | - |\n| c | d |\n",
        "```\n| a |\n|---|\n\n: told {#x}\n```\n\n| a |\n|-----|\n\n: told {#y}",
        "~~~\n| a |\n|---|\n~~~",
        "::: a b c\n\ntext\n\n::::\n\n::: a\n\ntext\n\n:::",
    ],
)
def test_tables_and_blocks_are_read_as_pandoc_reads_them(markdown):
    assert read(markdown)["blocks"] == read_as_its_own(markdown)["blocks"]


def test_what_looks_like_html_is_text_wherever_it_stands():
    markdown = (
        "---\ntitle: a <b>b</b>\n---\n\na <b>b</b> <!-- c -->\n\n<script>\nd\n</script>\n\n- <div>\n\n"
        "| <i>e</i> |\n|---|\n| f |\n\n: <u>g</u> {#x}\n"
    )
    made = read(markdown)
    assert "Raw" not in json.dumps(made)
    told = json.dumps(made).replace('"}, {"t": "Str", "c": "', "")
    for text in ("<b>b</b>", "<!-- c -->", "<script> d </script>", "<div>", "<i>e</i>", "<u>g</u>"):
        assert text in told
