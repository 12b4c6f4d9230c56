"""A page whose sections are converted apart is that of the whole document, to the byte."""

from pathlib import Path

import pytest

from reported.analysis.parameters import contract
from reported.build.project import notebooks
from reported.document import assembly, piecewise, rendering
from reported.document.piecewise import Pieces, _Whole, apart
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording.language import speaking

from ..conftest import ROOT

SAMPLE = Path(__file__).parent / "rendering"
TEMPLATE = ROOT / "src" / "reported" / "document" / "templates"
WAY = {"to": "html", "template": str(TEMPLATE / "briefing.html"), "variables": {}}
SHAPE = TEMPLATE / "briefing.lua"


@pytest.fixture(scope="module")
def briefing():
    """The briefing as the committed notebooks tell it, without its panels."""
    whole = read(ROOT / "data")
    edition = Edition(whole, contract({}, whole.plan))
    with speaking(edition.language):
        return assembly.document(assembly.sections(notebooks(ROOT)), edition, "latest")


@pytest.fixture
def counting(monkeypatch):
    """How many times pandoc runs."""
    ran, really = [], rendering.converted
    monkeypatch.setattr(piecewise, "converted", lambda *what: ran.append(what[0]) or really(*what))
    return ran


def whole(text, folder):
    return rendering.converted(text, WAY, folder, SHAPE)


def test_the_briefing_is_the_same_and_a_changed_sentence_costs_one_section(briefing, counting):
    folder, pieces = ROOT / "report" / "latest", Pieces(2)
    assert pieces.convert(briefing, WAY, folder, SHAPE) == whole(briefing, folder)
    assert len(counting) == len(apart(briefing)[1]) + 3 > 12, "its pieces, the frame, two batches of parts"
    counting.clear()
    told = "What moved the other way?"
    assert briefing.count(f"# {told}") == 1
    changed = briefing.replace(f"# {told}", "# What moved *back*?").replace(
        "\n\n::: {.limits}", "\n\nMore.\n\n::: {.limits}", 1
    )
    assert changed != briefing
    made = pieces.convert(changed, WAY, folder, SHAPE)
    assert len(counting) == 3, "the frame, and the two sections that changed"
    assert made == whole(changed, folder)
    counting.clear()
    assert pieces.convert(changed, WAY, folder, SHAPE) == made and len(counting) == 1
    counting.clear()
    words = "(the shells taken out are one million or more)"
    assert changed.count(words) > 20, "of a claim, which stand in page one and in most sections"
    other = changed.replace(words, "(other words)")
    made = pieces.convert(other, WAY, folder, SHAPE)
    assert len(counting) == 4, "the frame, page one, whose list it stands in, and what else in two batches"
    assert sum(map(len, counting)) < len(other) / 4
    assert made == whole(other, folder)


SMALL = """\
---
title: T
lang: en
toc-title: Contents
banner: [Edition x]
labels: {figure: Figure, table: Table, rests_on: rests on, skip: Skip, more_rows: more}
---

::::: {.page-one}
::: {.bottom-line}
Yes, see [there](#two).
:::
:::::

::::: {.panel #moments}
## Before

Nothing.
:::::

# One {#one}

| a | b |
|:--|--:|
| 1 | 2 |

: First {#tbl-a}

# Two {#two}

| a | b |
|:--|--:|
| 1 | 2 |

| a | b |
|:--|--:|
| 1 | 2 |

: Second {#tbl-b}

# Three {.appendix #three}

Words, see [one](#one).

# Four {.appendix #four}

Words.
"""


def test_what_is_counted_over_the_whole_is_counted_when_it_is_joined(tmp_path, counting):
    made = Pieces(2).convert(SMALL, WAY, tmp_path, SHAPE)
    assert made == whole(SMALL, tmp_path) and len(counting) == 9
    for number in (
        "Table\u00a01",
        "Table\u00a02",
        'class="numeral">2<',
        'class="numeral">B<',
        'id="table-1"',
    ):
        assert number in made.decode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("# Four {.appendix #four}", "# Four {.appendix}"),  # a section named by its number
        ("Words.\n", "Words.[^1]\n\n[^1]: Below.\n"),
        ("# Four {.appendix #four}", "::: {.finding}\n# Four {.appendix #four}\n:::"),
        ("Words.\n", "```\n# Five {#five}\n```\n"),
        ("Words.\n", "> ::: {.finding}\n> Words.\n> :::\n"),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_apart_is_the_same_too(old, new, tmp_path):
    text = SMALL.replace(old, new)
    assert text != SMALL
    assert Pieces(2).convert(text, WAY, tmp_path, SHAPE) == whole(text, tmp_path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("(#two)", "(#nowhere)"), ("#tbl-b", "#tbl-a"), ("Words.\n", "![x](figures/none.svg)\n"),
        ("Words.\n", "[x](ftp://example.org)\n"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_as_of_the_whole(old, new, tmp_path):
    text, pieces = SMALL.replace(old, new), Pieces(2)
    pieces.convert(SMALL, WAY, tmp_path, SHAPE)
    with pytest.raises(rendering.RenderingError) as told:
        pieces.convert(text, WAY, tmp_path, SHAPE)
    with pytest.raises(rendering.RenderingError) as as_whole:
        whole(text, tmp_path)
    assert str(told.value) == str(as_whole.value)


@pytest.mark.parametrize(
    "text", ["", "No head.", SMALL.replace(".page-one", ".other"), SMALL + "\n::: {.open}\nx\n"]
)
def test_what_has_no_pieces_is_refused(text):
    with pytest.raises(_Whole):
        apart(text)


def test_a_picture_that_changed_is_drawn_anew(tmp_path, counting):
    (tmp_path / "figures").mkdir()
    picture = tmp_path / "figures" / "x.svg"
    svg = '<svg viewBox="0 0 9 9"><g id="a"><path d="M 1 2"/></g><use href="#a"/></svg>'
    picture.write_text(svg)
    figure = "::::: {.figure #fig-x}\n\n![What it shows](figures/x.svg)\n\nPlotted.\n\n:::::\n"
    text = SMALL.replace("Words.\n", figure).replace("# Two", f"{figure.replace('fig-x', 'fig-y')}\n# Two")
    pieces = Pieces(2)
    assert pieces.convert(text, WAY, tmp_path, SHAPE) == whole(text, tmp_path)
    picture.write_text(svg.replace("M 1 2", "M 3 4"))
    counting.clear()
    assert b"M3 4" in pieces.convert(text, WAY, tmp_path, SHAPE) and len(counting) == 3
