"""The script of the what-if panel without a browser: on random cases it gives what the library gives."""

import json
import math
import random
import subprocess
from pathlib import Path

import playwright
import pytest

from reported.analysis import consistency
from reported.document import what_if
from reported.wording import particles, prose
from reported.wording.language import HOUSE, Language, say, speaking

from ..conftest import ROOT
from ..random_cases import random_case

TEMPLATES = ROOT / "src/reported/document/templates"
NODE = Path(playwright.__file__).parent / "driver" / "node"  # it comes with what drives the browser
ASKED = """
globalThis.document = { getElementById: () => null };
const fs = require("fs"), [script, given] = process.argv.slice(1);
(0, eval)(fs.readFileSync(script, "utf-8"));
const endless = (_, value) => (Math.abs(value) === Infinity ? String(value) : value);
process.stdout.write(JSON.stringify(JSON.parse(fs.readFileSync(given, "utf-8")).map(ASK), endless));
"""
ANSWER = '(data) => whatIf.answer(data, { wording: "first", reading: "literal", values: {} })'
# A language whose numbers are built otherwise, and whose particles follow the word before them.
KOREAN = """
number-pattern = 0.######
number-e4 = { $number }만
number-e8 = { $number }억
number-rest = { $size }{ $rest }
list-and = { $first }(과/와) { $last }
"""


def as_data(cases):
    """Some ways of counting one case, as the page takes them."""
    names = list(dict.fromkeys(q for case in cases for q in case.quantities))
    return {
        "words": what_if.words(), "verdicts": what_if.VERDICTS, "dials": [],
        **what_if.chain(cases[0].relations, cases),
        "quantities": [
            {"id": q, "label": q, "one": "one", "many": "many", "record": {"first": "said"}} for q in names
        ],
        "cases": [
            {"wording": "first", "reading": "literal", "series": f"way {number}",
             "bounds": {q: what_if.bound_data(bound) for q, bound in case.bounds.items()}}
            for number, case in enumerate(cases)
        ],
    }  # fmt: skip


def drawn(seed):
    """A case, sometimes with another way of counting one of its quantities."""
    rng = random.Random(f"panel {seed}")
    case = random_case(rng)
    if rng.random() < 0.7 or not case.bounds:
        return [case]
    name = rng.choice(list(case.bounds))
    span = case.bounds[name].interval
    other = consistency.Bound((span * rng.choice((0.5, 2.0, 3.0))), ("other",), ("other",), (0.05, 0.05))
    return [case, consistency.Case(case.relations, case.bounds | {name: other}, {}, case.known, case.signed)]


def near(told, span):
    if told is None or span is None:
        return told is None and span is None
    low, high, *opens = told
    return opens == [span.low_open, span.high_open] and all(
        math.isclose(float(a), b, rel_tol=1e-9) for a, b in ((low, span.low), (high, span.high))
    )


def asked(ask, given, place):
    """What the script makes of each of some data."""
    (place / "given.json").write_text(json.dumps(given, allow_nan=False, sort_keys=True), "utf-8")
    told = subprocess.run(
        [NODE, "-e", ASKED.replace("ASK", ask), TEMPLATES / "what-if.js", place / "given.json"],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    return json.loads(told.stdout)


def held_against_the_script(seeds, place):
    cases = [drawn(seed) for seed in seeds]
    told = asked(ANSWER, [as_data(each) for each in cases], place)
    words = set()
    for seed, ways, got in zip(seeds, cases, told, strict=True):
        outcomes = [consistency.outcome(case) for case in ways]
        needs = consistency.needed(outcomes)
        words |= {o.word for o in outcomes}
        assert got["word"] == consistency.answer(outcomes), seed
        assert [name for name, _ in got["needs"]] == list(needs), seed
        assert all(near(span, needs[name]) for name, span in got["needs"]), seed
        for ours, theirs in zip(outcomes, got["outcomes"], strict=True):
            assert theirs["word"] == ours.word, seed
            assert math.isclose(float(theirs["stretch"]), ours.stretch, rel_tol=1e-9), seed
            for name, verdict in ours.verdicts.items():
                there = theirs["verdicts"][name]
                assert there["word"] == verdict.word, (seed, name)
                assert near(there["found"], verdict.implied.interval), (seed, name)
                assert (there["least"], there["most"]) == (
                    verdict.least is not None, verdict.most is not None,
                ), (seed, name)  # fmt: skip
        for row in got["rows"]:
            implied = [o.verdicts[row["id"]].implied.interval for o in outcomes]
            texts = {prose.words(span, outward=True) if span else say("rest-do-not-meet") for span in implied}
            assert all(text in row["needed"] for text in texts), seed
            assert len(texts) > 1 or {row["needed"]} == texts, seed
            assert row["word"] == consistency.overall([o.verdicts[row["id"]] for o in outcomes]), seed
    return words


def test_script_and_library_agree_on_sums_and_products(tmp_path):
    words = held_against_the_script(range(200), tmp_path)
    assert words >= {consistency.FITS, consistency.ONLY_IF, consistency.NO_FIT, consistency.UNTESTED}


@pytest.mark.long
def test_script_and_library_agree_on_two_thousand_dossiers(tmp_path):
    held_against_the_script(range(1000, 3000), tmp_path)


@pytest.fixture(params=["en", "ko"])
def spoken(request, tmp_path):
    """English; and English words with Korean numbers and particles."""
    if request.param == "ko":
        (tmp_path / "numbers.ftl").write_text(KOREAN, "utf-8")
    with speaking(Language(request.param, [HOUSE / "en", tmp_path])):
        yield what_if.words()


def test_script_and_library_write_numbers_alike(spoken, tmp_path):
    rng = random.Random("numbers")
    whole = [*range(-2, 30), *(10**n * m for n in range(1, 13) for m in (1, 2, 15)), 15_809, 1_000_001]
    broken = [rng.uniform(0, 10**n) for n in range(-4, 12) for _ in range(20)]
    numbers = [*whole, *(float(f"{x:.4g}") for x in broken), 123_456_789, 9_876_543_210, 1_230_000_000]
    told = asked("([value, words]) => whatIf.stated(value, words)", [[n, spoken] for n in numbers], tmp_path)
    assert told == [prose.stated(n) for n in numbers]
    rounded = asked(
        "([value, words]) => whatIf.number(value, words)", [[n, spoken] for n in broken], tmp_path
    )
    assert rounded == [prose.number(n) for n in broken]


def test_script_and_library_choose_particles_alike(tmp_path):
    endings = [
        *"가각갈값하힣aLmz059%",
        "10",
        "100",
        "1000",
        "12만",
        "000",
        "x0",
        "45kg",
        "152mm",
        "g",
        "10%",
        "국정원(NIS)",
        "“약”",
        "",
    ]
    pairs = ["은/는", "이/가", "으로/로", "이라고/라고", "과/와"]
    texts = [f"{end}({pair})" for end in endings for pair in pairs] + [
        "나(과/와) 너(은/는), 밥(을/를) 먹(이/가)"
    ]
    given = [[text, particles.READ] for text in texts]
    assert asked("([text, names]) => whatIf.chosen(text, names)", given, tmp_path) == [
        *map(particles.chosen, texts)
    ]
