"""The redline: what stood and what stands can both be read from it, as a page and in Word."""

import re
import subprocess
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.build.compare import between, read
from reported.build.redline import CAME, GROUPS, KEPT, WENT, as_page, as_word, grouped, redlined
from reported.cli import main
from reported.document import rendering

from ..conftest import ROOT
from .test_compare import claim, found, side

TEXTS = st.lists(
    st.sampled_from(
        [
            "shells",
            "13,100",
            "to",
            "14,900",
            "more",
            "than",
            "“",
            "”",
            "포탄",
            "100만",
            "(",
            ")",
            ",",
            ".",
            "*",
            "<b>",
            "[x]",
            "#",
            "1.",
            "--",
            "_",
        ]
    ),
    max_size=20,
)
PAIR = (
    found("lasting", "It would last 34 days at 30,000 shells a day.", ["a"], why="Rates differ."),
    found("lasting", "It would last 50 days at 20,000 shells a day.", ["a"], why="The rates differ."),
)


def sides(was, now, kinds):
    return "".join(text for kind, text in redlined(was, now) if kind in kinds)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it(old, new):
    was, now = " ".join(old), " ".join(new)
    assert sides(was, now, (KEPT, WENT)) == was
    assert sides(was, now, (KEPT, CAME)) == now


def test_words_and_numbers_change_whole():
    assert redlined("more than 13,100 shells", "more than 13,200 shells") == [
        (KEPT, "more than "),
        (WENT, "13,100"),
        (CAME, "13,200"),
        (KEPT, " shells"),
    ]
    assert (WENT, "백만") in redlined("포탄 백만 발 이상이다", "포탄 이백만 발 이상이다")
    assert redlined("Same.", "Same.") == [(KEPT, "Same.")]


def test_one_word_between_two_changes_does_not_break_them_apart():
    runs = redlined("from three to ten of them", "from five to twelve of them")
    assert [kind for kind, _ in runs] == [KEPT, WENT, CAME, KEPT]


def compared(before=PAIR[0], after=PAIR[1], **parameters):
    claims = {"a": claim(), "b": claim(published="2023-12-01")}
    return between(
        side(before, claims={"a": claim()}), side(after, claims=claims, name="after", **parameters)
    )


def plain(page):
    return re.sub(r"<[^>]*>", "", page)


def test_the_page_marks_each_change_without_colour_and_tells_why():
    page = as_page(compared(reading="pragmatic")).decode()
    assert "<del>34</del><ins>50</ins>" in page and "<del>30,000</del><ins>20,000</ins>" in page
    assert "its reason" in page and "<del>Rates</del><ins>The rates</ins>" in page
    assert "underline" in page and "line-through" in page and "[deleted: " in page
    assert GROUPS["parameter"] in page and "reading" in plain(page)
    assert not re.search(r'(?:src|href)="(?!data:)|url\((?!data:)|<script', page)


def test_findings_are_grouped_by_why_and_none_is_lost():
    made = between(
        side(found("one", "One shell.", ["a"]), found("two", "Two.", notebook="04-x"), claims={"a": claim()}),
        side(
            found("one", "Two shells.", ["a"]),
            found("two", "Three.", notebook="04-x"),
            claims={"a": claim(value=11.0)},
        ),
    )
    groups = dict(grouped(made))
    assert [d.id for d in groups[GROUPS["data"]]] == ["one"]
    assert sum(map(len, groups.values())) == len(made.differences) == 2


def test_text_of_a_finding_is_only_text():
    evil = "It is <script>alert(1)</script> [x](javascript:1) *so*."
    made = compared(after=found("lasting", evil, ["a"]))
    page = as_page(made).decode()
    assert "<script" not in page and "&lt;script&gt;" in page
    assert squeezed(evil) in squeezed(read_back(as_word(made), "accept"))


def test_a_section_that_was_not_run_is_told():
    idle = found("not-run", "No figure was public.", role="not-run")
    text = plain(as_page(compared(before=idle)).decode())
    assert "this section was run, with one finding" in text and "No figure was public" in text


def read_back(content, changes):
    command = [
        rendering._pandoc_path(),
        "-f",
        "docx",
        "-t",
        "plain",
        "--wrap=none",
        f"--track-changes={changes}",
    ]
    return subprocess.run(command, input=content, capture_output=True, check=True).stdout.decode()


def squeezed(text):
    """A text without what pandoc turns: quotation marks, an apostrophe, spaces at the end of a line."""
    return re.sub(r"\s+", " ", text.translate(str.maketrans("“”’", '""\'')))


@pytest.mark.parametrize(("changes", "index"), [("reject", 0), ("accept", 1)])
def test_to_take_or_to_refuse_all_changes_gives_one_edition_or_the_other(changes, index):
    text = squeezed(read_back(as_word(compared()), changes))
    assert PAIR[index]["sentence"] in text and PAIR[index]["why"] in text
    assert PAIR[1 - index]["sentence"] not in text


def test_word_tracks_each_change_by_name_and_day(tmp_path):
    made = as_word(compared())
    (tmp_path / "made.docx").write_bytes(made)
    with zipfile.ZipFile(tmp_path / "made.docx") as package:
        text = package.read("word/document.xml").decode()
        core = package.read("docProps/core.xml").decode()
    marks = re.findall(r'<w:(ins|del) w:id="(\d+)" w:author="([^"]*)" w:date="([^"]*)"', text)
    assert {mark[0] for mark in marks} == {"ins", "del"} and len({mark[1] for mark in marks}) == len(marks)
    assert {mark[2:] for mark in marks} == {("reported", "2023-12-01T00:00:00Z")}
    assert "<w:delText" in text and "<dcterms:" not in core
    assert made == as_word(compared())


def test_the_command_writes_both_and_says_where(tmp_path, capsys):
    files = [tmp_path / "new" / "a.html", tmp_path / "new" / "a.docx"]
    words = ["compare", "2023-11-02", "latest", "--html", str(files[0]), "--docx", str(files[1])]
    assert main([*words, "--out", str(ROOT)]) == 0
    said = capsys.readouterr().out
    assert all(path.stat().st_size > 10_000 for path in files) and "Written:" in said and "reversed" in said
    assert "REVERSED" not in said
    page = files[0].read_text("utf-8")
    assert page.count("<del>") > 20 and page.count("<article>") > 20
    made = between(*(read(ROOT / "report" / name) for name in words[1:3]))
    old, new = (squeezed(read_back(files[1].read_bytes(), way)) for way in ("reject", "accept"))
    for _, was, now in (text for d in made.differences for text in d.texts):
        assert squeezed(was) in old and squeezed(now) in new
