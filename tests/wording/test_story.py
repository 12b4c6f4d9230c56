"""The story: what the cells tagged ``story`` of the shipped notebooks say, read as a reader would.

A notebook is compared with what its code says by nbval, so what is stored here is what is told.
"""

import re
from itertools import pairwise

import pytest

from reported.notebooks import stored
from reported.wording.findings import FINDING

from ..conftest import ROOT, ask

STORY = "story"
BEATS = (7, 9)
WORDS = (1_300, 1_700)
LONGEST, LONGEST_BRACKET = 30, 5  # words
ENDS = re.compile(r"(?<=[.?!])\s+(?=[A-Z“‘0-9])")
# Three things or more before the last one, behind what a sentence begins with.
OPENS = re.compile(r"^(?:Of|At|After|Within|Without|As|On|First)\b[^,]*, ")
LONG_LIST = re.compile(r"[^,;:]+, [^,;:]+, [^,;:]+ (?:and|or) [^,;:]+")


def beats() -> dict[str, list[dict]]:
    """The cells of the story by notebook, with the question in front, for notebooks that have any."""
    found = {}
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        cells = stored.read(path)["cells"]
        tagged = [cell for cell in cells if STORY in cell["metadata"].get("tags", ())]
        if tagged:
            found[path.stem] = [next(cell for cell in cells if cell["id"] == "question"), *tagged]
    return found


BEAT = beats()


def findings(cells: list[dict]) -> list[dict]:
    """What the cells of a beat find, as data."""
    shown = [output.get("data", {}) for cell in cells for output in cell.get("outputs", ())]
    return [data[FINDING] for data in shown if FINDING in data]


def told(cells: list[dict]) -> list[str]:
    """The paragraphs of a beat: what leads to it, and what it tells."""
    lead = cells[0]["source"].partition("\n")[2].strip()
    return [lead, *(found.get("told") or found["sentence"] for found in findings(cells))]


def faults(text: str) -> list[str]:
    """What makes a paragraph hard to read."""
    sentences = ENDS.split(text)
    long = [s for s in sentences if len(s.split()) > LONGEST]
    brackets = [b for b in re.findall(r"\(([^()]*)\)", text) if len(b.split()) > LONGEST_BRACKET]
    lists = [s for s in sentences if LONG_LIST.search(OPENS.sub("", re.sub("“[^”]*”", "so many", s)))]
    return [*long, *brackets, *lists]


def test_it_has_seven_to_nine_beats_of_one_picture_each():
    assert BEATS[0] <= len(BEAT) <= BEATS[1]
    for name, cells in BEAT.items():
        pictures = [cell["id"] for cell in cells if ".publish" in cell["source"]]
        assert len(pictures) == 1, f"{name}: {pictures}"
        assert len(findings(cells)) >= 2, name


def test_it_is_read_in_some_seven_minutes():
    words = sum(len(text.split()) for cells in BEAT.values() for text in told(cells))
    assert WORDS[0] <= words <= WORDS[1], words


@pytest.mark.parametrize("name", BEAT)
def test_each_sentence_is_short_and_plain(name):
    assert [fault for text in told(BEAT[name]) for fault in faults(text)] == []


@pytest.mark.parametrize("name", BEAT)
def test_each_paragraph_names_the_claims_it_rests_on(name):
    assert [found["id"] for found in findings(BEAT[name]) if not found["claims"]] == []


def test_nothing_is_told_twice():
    every = [text for cells in BEAT.values() for text in told(cells)]
    sentences = sorted(s for text in every for s in ENDS.split(text))
    assert not [a for a, b in pairwise(sentences) if a == b]


@pytest.mark.parametrize(
    "text",
    [
        "Word " * 31 + "end.",
        "It is so (as one who was in the room said).",
        "Of four, the mill, the baker, the miller and the rest agree.",
        "The mill, the baker, “a, b” and the rest agree.",
    ],
)
def test_a_hard_sentence_is_seen(text):
    assert faults(text) and not faults("Of ten, two fell, three rose and five stayed (at most).")


@pytest.mark.parametrize("day", ["2023-10-01", "2023-10-13", "2023-11-02", "2024-02-28"])
def test_on_an_earlier_day_it_is_shorter_or_the_same(day):
    """What was not known yet is not told: each paragraph is that of a finding that was made on that day."""
    for number in sorted(name[:2] for name in BEAT):
        found = ask(number, as_of=day)
        for one in found.values():
            assert not one.told or one.told[0].isupper() or one.told[0] in "“0123456789", one.told
            assert all(len(s.split()) <= LONGEST + 10 for s in ENDS.split(one.told)), one.told
