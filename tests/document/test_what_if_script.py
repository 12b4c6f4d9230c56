"""The script of the what-if panel without a browser: on random cases it gives what the library gives."""

import json
import math
import random
import subprocess
from pathlib import Path

import playwright
import pytest
import yaml

from reported.analysis import consistency
from reported.document import what_if
from reported.wording import prose

from ..conftest import ROOT
from ..random_cases import random_case

TEMPLATES = ROOT / "src/reported/document/templates"
WORDS = yaml.safe_load((TEMPLATES / "labels.yml").read_text("utf-8"))["what_if"] | what_if._number_words()
NODE = Path(playwright.__file__).parent / "driver" / "node"  # it comes with what drives the browser
ANSWERS = """
globalThis.document = { getElementById: () => null };
const fs = require("fs"), [script, cases] = process.argv.slice(1);
(0, eval)(fs.readFileSync(script, "utf-8"));
const state = { wording: "first", reading: "literal", values: {} };
const told = JSON.parse(fs.readFileSync(cases, "utf-8")).map((data) => whatIf.answer(data, state));
const endless = (_, value) => (Math.abs(value) === Infinity ? String(value) : value);
process.stdout.write(JSON.stringify(told, endless));
"""


def as_data(cases):
    """Some ways of counting one case, as the page takes them."""
    names = list(dict.fromkeys(q for case in cases for q in case.quantities))
    return {
        "words": WORDS, "verdicts": what_if.VERDICTS, "wordings": what_if.WORDINGS, "dials": [],
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


def held_against_the_script(seeds, place):
    cases = [drawn(seed) for seed in seeds]
    (place / "cases.json").write_text(
        json.dumps([as_data(each) for each in cases], allow_nan=False, sort_keys=True)
    )
    told = subprocess.run(
        [NODE, "-e", ANSWERS, TEMPLATES / "what-if.js", place / "cases.json"],
        capture_output=True, text=True, check=True, encoding="utf-8",
    )  # fmt: skip
    words = set()
    for seed, ways, got in zip(seeds, cases, json.loads(told.stdout), strict=True):
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
            texts = {prose.words(span, outward=True) if span else WORDS["the_rest"] for span in implied}
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
