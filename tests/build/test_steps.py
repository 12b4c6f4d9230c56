"""What a build does is told while it does it, on a terminal and elsewhere; at the end, how long it took."""

import io
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import accumulate

import pytest

from reported.build import run
from reported.build.steps import Steps

from .test_runs import small_project


class Terminal(io.StringIO):
    def isatty(self):
        return True


def lasting(*seconds):
    """A clock that shows, one after the other, when steps of these lengths begin and the last one ends."""
    return iter(accumulate(seconds, initial=1000.0)).__next__


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (
            (0.31, 20.4, 9.04, 8.96),
            "Built in 39 s: 0.3 s reading, 20 s notebooks, 9.0 s earlier days, 9.0 s writing.",
        ),
        ((0.9, 0.01, 0.04, 1.1), "Built in 2.0 s: 0.9 s reading, 1.1 s writing."),
        ((9.949, 119.4, 0, 120.0), "Built in 4 min 9 s: 9.9 s reading, 119 s notebooks, 2 min 0 s writing."),
        ((9.96, 0, 0, 119.6), "Built in 2 min 10 s: 10 s reading, 2 min 0 s writing."),
        ((0, 0, 0, 0), "Built in 0.0 s."),
    ],
)  # fmt: skip
def test_it_says_how_long_the_whole_took_and_each_step(seconds, told):
    with Steps(lambda line: None, lasting(*seconds)) as steps:
        for name in ("reading", "notebooks", "earlier days", "writing"):
            steps.begin(name)
    assert steps.told() == told


def test_a_terminal_shows_what_is_being_written_and_a_line_stands_by_itself(monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with Steps(lambda line: terminal.write(f"{line}\n")) as steps:
        steps.begin("writing", "Putting the text together")
        steps("Writing the briefing …")
        with ThreadPoolExecutor() as pool, steps.making("slides.pdf"):
            pool.submit(lambda: steps.making("briefing.pdf").__enter__()).result()  # from any thread
    shown = terminal.getvalue()
    assert "Putting the text together" in shown and "Writing slides.pdf, briefing.pdf" in shown
    before, _, _ = shown.partition("Writing the briefing …\n")
    assert before.endswith("\r"), "the bar gives way to the line"
    assert shown.endswith("\r"), "and leaves nothing"


def test_without_a_terminal_there_are_only_lines(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    said = []
    with Steps(said.append) as steps:
        steps.begin("writing", "Putting the text together")
        steps("Writing the briefing …")
        with steps.making("slides.pdf"):
            pass
    assert sys.stderr.getvalue() == "" and said == ["Writing the briefing …"]


def test_a_build_tells_its_steps_and_what_is_built_already_how_to_build_it_anew(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    order, said = small_project(tmp_path, ["01-what-was-said"]), []
    run.build(order, 2, said.append)
    *lines, last = said
    assert last.startswith("Built in ") and " s notebooks" in last and " s writing." in last
    assert [line.split()[0] for line in lines] == ["Running", "Asking", "Writing"]
    shown = sys.stderr.getvalue()
    assert "Reading the dossier" in shown and "Writing " in shown and "briefing.pdf" in shown
    said.clear()
    before = (order.place / "manifest.json").stat().st_ino
    run.build(order, 2, said.append)
    assert said[0].startswith("Nothing to do: latest is built already") and "ANEW=yes" in said[0]
    assert "reported report latest --anew" in said[0]
    assert (order.place / "manifest.json").stat().st_ino == before
    bytes_before = (order.place / "briefing.pdf").read_bytes()
    said.clear()
    run.build(order, 2, said.append, anew=True)
    assert said[-1].startswith("Built in ") and (order.place / "manifest.json").stat().st_ino != before
    assert (order.place / "briefing.pdf").read_bytes() == bytes_before


def test_a_build_that_stops_leaves_no_bar(tmp_path, monkeypatch):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with pytest.raises(ZeroDivisionError), Steps(lambda line: None) as steps:
        steps.begin("writing", "Putting the text together")
        raise ZeroDivisionError
    assert terminal.getvalue().endswith("\r")
