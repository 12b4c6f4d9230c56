"""Sweeps: many editions side by side, one table; what fails costs itself alone, and what is there is not made
again.
"""

import csv
import itertools
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import nbformat
import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from reported.build import answers, course
from reported.build.course import label, spread
from reported.build.request import Request
from reported.build.sweep import answer, here, orders, sweep, values
from reported.errors import Refused
from reported.notebooks import apart, runner

from ..build.test_runs import small_project
from ..conftest import ROOT, change
from ..papermill_warm.test_recorded import living, wait_for

DAYS = ["2031-05-01", "2031-05-02", "2031-05-03", "latest"]
TRAPS = {
    "2031-05-01": "import ctypes; ctypes.string_at(0)",
    "2031-05-02": "while True:\n        pass",
    "2031-05-03": "import sys; sys.exit(3)",
    "2031-05-04": "import os; os._exit(0)",
    "2031-05-05": "raise ValueError('planted')",
}


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def run(order, shard=(1, 1), briefings=False, said=None, **lists):
    lists = lists or {"as_of": DAYS, "reading": ["literal", "pragmatic"]}
    way = lambda work, todo, done: here(work, todo, done, 2)  # noqa: E731
    return sweep(orders(order, lists), shard, briefings, way, (said if said is not None else []).append)


def forget(order, many):
    """Take the rows of so many editions out of what is kept, as if nobody had made them yet."""
    for file in (order.out / "build" / "rows").glob("*.rows"):
        lines = file.read_bytes().splitlines(keepends=True)
        gone = [line for line in lines if b'{"edition"' in line][:many]
        file.write_bytes(b"".join(line for line in lines if line not in gone))
        many -= len(gone)
    assert not many


# What is asked


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("literal", ["literal"]),
        ("literal,pragmatic,literal", ["literal", "pragmatic"]),
        ("2023-09-01..2023-12-01/month", ["2023-09-01", "2023-10-01", "2023-11-01", "2023-12-01"]),
        (
            "2023-10-31..2024-03-15/month",
            ["2023-10-31", "2023-11-30", "2023-12-31", "2024-01-31", "2024-02-29"],
        ),
        (
            "2023-12-30..2024-01-02/day,latest",
            ["2023-12-30", "2023-12-31", "2024-01-01", "2024-01-02", "latest"],
        ),
        ("2023-11-01..2023-11-20/week", ["2023-11-01", "2023-11-08", "2023-11-15"]),
        ("2020-02-29..2022-06-01/year", ["2020-02-29", "2021-02-28", "2022-02-28"]),
        ("2023-01-31..2023-09-01/quarter", ["2023-01-31", "2023-04-30", "2023-07-31"]),
        ("0.1..0.3/0.1", ["0.1", "0.2", "0.3"]),
        ("8000..10000/1000", ["8000", "9000", "10000"]),
        ("8000..10000", ["8000..10000"]),
        ("8000..10000, 5000..6000", ["8000..10000", "5000..6000"]),
        ("9999-12-30..9999-12-31/day", ["9999-12-30", "9999-12-31"]),
        ("9999-10-31..9999-12-31/month", ["9999-10-31", "9999-11-30", "9999-12-31"]),
        (f"1.{'0' * 34}1..1.3/0.25", [f"1.{'0' * 34}1", f"1.25{'0' * 32}1"]),
    ],
)
def test_values_are_lists_and_ranges(text, meant):
    assert values(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "1/2", "1..x/2", "3..1/1", "1..3/0", "2023-02-30..2024-01-01/month", "2024-01-01..2023-01-01/day",
        "1..3/monthly", "9999-12-30../day",
        "nan..2/1", "sNaN..2/1", "1..2/nan", "1..Infinity/1", "1..1e400/1", "1..2/1e-999999999",
        "1..1e999999999999999999/1",
    ],
)  # fmt: skip
def test_values_that_lead_nowhere_are_refused_in_words(text):
    with pytest.raises(ValueError, match=r"\w") as refused:
        values(text)
    assert type(refused.value) is ValueError and "isoformat" not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["1..1e15/1", "0..1/0.00000001", "0001-01-01..9999-12-31/day", "1..60000/1,60001..120000/1"]
)
def test_more_values_than_anybody_could_mean_are_refused_before_they_are_made(text):
    with pytest.raises(ValueError, match="more than 100,000 editions"):
        values(text)


@given(st.dates(), st.integers(0, 900), st.sampled_from(["day", "week", "month", "quarter", "year"]))
def test_days_of_a_range_rise_within_it(first, span, step):
    if first.toordinal() + span > 3_600_000:
        return
    last = first.fromordinal(first.toordinal() + span)
    days = values(f"{first}..{last}/{step}")
    assert days == sorted(set(days)) and days[0] == str(first) and days[-1] <= str(last)


def test_every_combination_is_an_edition_of_its_own():
    made = orders(
        Request(ROOT, "latest", ROOT / "data", ROOT, {}),
        {"as_of": ["2023-11-02", "latest"], "reading": ["literal", "pragmatic"]},
    )
    assert [label(order.changes) for order in made] == [
        "as_of=2023-11-02 reading=literal", "as_of=2023-11-02 reading=pragmatic",
        "as_of=latest reading=literal", "as_of=latest reading=pragmatic",
    ]  # fmt: skip
    assert len({order.name for order in made}) == 4


# What comes of it


@pytest.fixture(scope="module")
def order(tmp_path_factory):
    return small_project(tmp_path_factory.mktemp("project"), ["01-what-was-said", "06-do-the-figures-fit"])


@pytest.fixture(scope="module")
def swept(order):
    return run(order)


def test_a_sweep_is_a_table_and_a_chart(order, swept):
    table, chart = swept.files
    rows = read(table)
    assert [row["edition"] for row in rows] == [
        f"as_of={day} reading={reading}" for day in DAYS for reading in ("literal", "pragmatic")
    ]
    assert {row["verdict"] for row in rows} >= {"not asked", "fits only if"} and not any(
        row["error"] for row in rows
    )
    assert any(name.endswith(".low") for name in rows[0]) and any("stretch" in name for name in rows[0])
    counts = {word: sum(row["verdict"] == word for row in rows) for word in {row["verdict"] for row in rows}}
    assert all(f"{count} “{word}”" in swept.said for word, count in counts.items())
    assert "as of" in chart.read_text("utf-8") and chart.with_suffix(".csv").is_file()


def test_a_sweep_goes_on_where_it_stopped(order, swept):
    before, said = [path.read_bytes() for path in swept.files], []
    assert run(order, said=said).made == 0 and said == [
        "Nothing to do: every edition was made from exactly these inputs."
    ]
    forget(order, 3)
    assert run(order, said=said).made == 3
    assert said[1:] == ["Running 3 of 8 editions, 2 notebooks each; the other 5 are there …"]
    assert [path.read_bytes() for path in swept.files] == before


def test_a_line_that_a_killed_run_left_unfinished_is_made_again(order, swept):
    before = swept.files[0].read_bytes()
    file = next((order.out / "build" / "rows").glob("*.rows"))
    forget(order, 1)
    with file.open("ab") as torn:
        torn.write(b"0" * 64 + b" " + b"1" * 64 + b' {"edition": "as_of')
    assert run(order).made == 1 and swept.files[0].read_bytes() == before


def test_a_table_or_a_chart_that_somebody_changed_is_written_again(order, swept):
    for path in swept.files:
        before = path.read_bytes()
        path.write_bytes(b"mine")
        assert run(order).made == 0 and path.read_bytes() == before


def test_what_breaks_a_sweep_off_leaves_the_rows_so_far(order, swept, tmp_path):
    apart_from = replace(order, out=tmp_path)
    said = []

    def broken_off(work, todo, done):
        here(work, todo[:3], done, 1)
        raise KeyboardInterrupt

    asked = {"as_of": DAYS, "reading": ["literal", "pragmatic"]}
    with pytest.raises(KeyboardInterrupt):
        sweep(orders(apart_from, asked), (1, 1), False, broken_off, said.append)
    table = tmp_path / "report" / "sweep" / "sweep.csv"
    whole, so_far = read(swept.files[0]), read(table)
    assert len(so_far) == 3 and [
        row for row in whole if row["edition"] in {r["edition"] for r in so_far}
    ] == [{name: row.get(name, "") for name in whole[0]} for row in so_far]
    assert said[-1] == f"{table} has 3 of 8 editions so far."
    assert run(apart_from).made == 5
    assert table.read_bytes() == swept.files[0].read_bytes()


def test_the_rows_so_far_can_be_read_while_a_sweep_runs(order, swept, tmp_path, monkeypatch):
    monkeypatch.setattr(course, "EVERY", 0.0)
    monkeypatch.setattr(course, "SHARE", 0)
    apart_from, seen = replace(order, out=tmp_path), []

    def watched(work, todo, done):
        def looked(came):
            done(came)
            seen.append(len(read(tmp_path / "report" / "sweep" / "sweep.csv")))

        here(work, todo, looked, 1)

    sweep(orders(apart_from, {"as_of": DAYS}), (1, 1), False, watched, lambda line: None)
    assert seen == [1, 2, 3, 4]


@given(st.integers(0, 300), st.data())
def test_every_beginning_of_a_sweep_lies_evenly_among_its_editions(many, data):
    order = spread(many)
    assert sorted(order) == list(range(many))
    first = data.draw(st.integers(1, max(1, many)))
    gaps = [b - a for a, b in itertools.pairwise([-1, *sorted(order[:first]), many])]
    assert max(gaps) <= 4 * many / first + 2


# The way without kernels


def test_a_notebook_asked_apart_says_what_a_kernel_records(order, swept, monkeypatch):
    before = swept.files[0].read_bytes()
    asked = []
    monkeypatch.setattr(apart, "ask", lambda *a: asked.append(a))
    forget(order, 2)
    assert run(order).made == 2 and len(asked) == 2
    assert swept.files[0].read_bytes() == before


@pytest.mark.parametrize(
    "does",
    [
        "print('something')", "from IPython.display import display; display(1)", "import sys; sys.exit(0)",
        "import os; os._exit(0)", "raise ValueError('planted')", "%time 1", "get_ipython()",
        "import time; time.sleep(60)", "import sys; sys.stderr.write('x')",
    ],
)  # fmt: skip
def test_what_a_kernel_would_record_otherwise_is_left_to_one(does, tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "CELL_SECONDS", 5)
    paths = [written(tmp_path, "01-plain", "1 + 1"), written(tmp_path, "02-other", does)]
    try:
        assert apart.ask(paths[:1], tmp_path, {}, tmp_path, nothing) is not None
        assert apart.ask(paths, tmp_path, {}, tmp_path, nothing) is None
    finally:
        apart.end()


def test_a_notebook_asked_apart_sees_nothing_of_another(tmp_path):
    (tmp_path / "out").mkdir()
    changed = (
        "import os, sys, json, random\nos.environ['PLANTED'] = 'x'\njson.planted = 1\nsys.path.append('x')\n"
        "os.chdir('/')\nrandom.seed(1)\nname = 1"
    )
    looks = (
        "import os, sys, json, random\nassert 'PLANTED' not in os.environ and not hasattr(json, 'planted')\n"
        f"assert 'x' not in sys.path and os.getcwd() == {str(tmp_path)!r} and 'name' not in globals()\n"
        "random.random()"
    )
    paths = [written(tmp_path, "01-changes", changed), written(tmp_path, "02-looks", looks)]
    try:
        for _ in range(2):
            assert apart.ask(paths, tmp_path / "out", {}, tmp_path, nothing) is not None
    finally:
        apart.end()


def test_what_a_notebook_asked_apart_starts_and_opens_is_known(tmp_path):
    (tmp_path / "beside.txt").write_text("x")
    (tmp_path / "out").mkdir()
    does = (
        "import subprocess\nprocess = subprocess.Popen(['sleep', '600'], start_new_session=True)\n"
        "open('pid', 'w').write(str(process.pid))\nopen('beside.txt').read()"
    )
    try:
        (read,) = apart.ask([written(tmp_path, "01-starts", does)], tmp_path / "out", {}, tmp_path, nothing)
        assert str(tmp_path / "beside.txt") in read and not any(path.endswith(".ipynb") for path in read)
        wait_for(lambda: not living(int((tmp_path / "pid").read_text())))
    finally:
        apart.end()


def nothing(given):
    """Reads nothing ahead."""


def written(folder, name, *cells):
    path = folder / f"{name}.ipynb"
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(book, path)
    return path


@pytest.mark.long
def test_shards_share_the_work_and_the_table_comes_with_the_last(order, swept, tmp_path):
    there = replace(order, out=tmp_path)
    first = run(there, (1, 2))
    assert (first.made, first.missing, first.files) == (4, 4, ())
    second = run(there, (2, 2))
    assert (second.made, second.missing) == (4, 0)
    for one, other in zip(second.files, swept.files, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_a_changed_claim_changes_the_table(tmp_path):
    order = small_project(tmp_path, ["06-do-the-figures-fit"])
    before = read(run(order, as_of=["latest"]).files[0])
    claim = (order.data / "claims.csv").read_text("utf-8").splitlines()[1].split(",")[0]
    change(order.data, "claims", claim, stated="some other words")
    said = []
    assert run(order, as_of=["latest"], said=said).made == 1
    assert read(order.out / "report" / "sweep" / "sweep.csv")[0].keys() == before[0].keys()


def test_a_row_tells_what_the_report_tells(tmp_path):
    order = Request(ROOT, "2023-11-02", ROOT / "data", tmp_path, {})
    try:
        row = json.loads(answer(order)[0])
    finally:
        apart.end()
    found = json.loads((ROOT / "report" / "2023-11-02" / "findings.json").read_text("utf-8"))
    assert row == {
        "edition": "",
        **found["parameters"],
        **answers.row(found["findings"], found["bottom_line"]),
    }


def test_a_parameter_that_cannot_be_used_is_refused_before_anything_runs(order):
    with pytest.raises(Refused) as refused:
        run(order, as_of=["2031-05-01", "2031-02-30"], readin=["literal"])
    assert "readin: there is no such parameter. Did you mean reading?" in str(
        refused.value
    ) and "2031-02-30" in str(refused.value)


def test_briefings_are_published_when_asked(tmp_path):
    order = small_project(tmp_path, ["06-do-the-figures-fit"])
    done = run(order, briefings=True, as_of=["latest"])
    assert (done.made, done.failed) == (1, {})
    assert (order.out / "report" / "sweep" / "as_of=latest" / "briefing.pdf").read_bytes().startswith(b"%PDF")
    assert run(order, briefings=True, as_of=["latest"]).made == 0


# What fails


def trapped(root):
    order = small_project(root, ["06-do-the-figures-fit"])
    path = root / "notebooks" / "06-do-the-figures-fit.ipynb"
    made = nbformat.read(path, as_version=4)
    made.cells[2].source = (
        "\n".join(f"if as_of == {day!r}:\n    {does}" for day, does in TRAPS.items())
        + f"\n{made.cells[2].source}"
    )
    nbformat.write(made, path)
    return order


@pytest.mark.long
def test_what_breaks_costs_its_own_edition_and_names_the_cell(tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "CELL_SECONDS", 4)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    monkeypatch.setattr("tempfile.tempdir", None)
    (tmp_path / "tmp").mkdir()
    order = trapped(tmp_path)
    before = {process.pid for process in psutil.Process().children(recursive=True)}
    done = run(order, as_of=[*TRAPS, "2031-06-01", "latest"])
    rows = read(done.files[0])
    assert [bool(row["error"]) for row in rows] == [True] * 5 + [False] * 2 and done.made == 2
    reasons = {day: done.failed[f"as_of={day}"] for day in TRAPS}
    assert {reason.splitlines()[0].partition(": ")[0] for reason in reasons.values()} == {
        "06-do-the-figures-fit.ipynb stopped in cell 3"
    }
    assert "DeadKernelError" in reasons["2031-05-01"] and "CellTimeoutError" in reasons["2031-05-02"]
    assert "SystemExit" in reasons["2031-05-03"] and "ValueError: planted" in reasons["2031-05-05"]
    for day, reason in reasons.items():
        assert Path(reason.rpartition("kept at ")[2].removesuffix(".")).is_file(), day
    assert rows[-1]["verdict"] == "fits only if"
    left = {process.pid for process in psutil.Process().children(recursive=True)} - before
    commands = (" ".join(psutil.Process(pid).cmdline()) for pid in left)
    assert {command.partition("main(")[0].rpartition("from ")[2] for command in commands} <= {
        "multiprocessing.forkserver import main; ", "multiprocessing.resource_tracker import main;",
    }  # fmt: skip
    assert list((tmp_path / "tmp").glob("*[!0-9a-z_]tmp*")) == [] and not list(
        (order.out / "build" / "rows").glob("making-*")
    )
    assert not [path for path in (tmp_path / "tmp").iterdir() if not path.name.startswith("papermill-warm-")]


@pytest.mark.long
@pytest.mark.parametrize(
    ("jobs", "name"), [("2", "SIGINT"), ("1", "SIGINT"), ("1", "SIGTERM"), ("1", "SIGHUP")]
)
def test_a_signal_stops_at_once_and_leaves_no_process(tmp_path, jobs, name):
    trapped(tmp_path)
    sent = getattr(signal, name)
    command = [
        sys.executable,
        "-m",
        "reported.cli",
        "sweep",
        "-p",
        "as_of=2031-05-02,latest,2031-06-01",
        "--jobs",
        jobs,
    ]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
        # Whoever started these tests may have had it ignored, and then the command would leave it ignored.
        preexec_fn=lambda: signal.signal(sent, signal.SIG_DFL),
    ) as program:  # fmt: skip
        family = psutil.Process(program.pid)
        wait_for(
            lambda: any(
                child.cpu_times().user > 2 for child in family.children(recursive=True) if child.is_running()
            )
        )
        everyone = [child.pid for child in family.children(recursive=True)]
        os.kill(program.pid, sent)
        time.sleep(0.1)
        os.kill(program.pid, sent)  # a second one breaks nothing off
        _, told = program.communicate(timeout=600)
    assert program.returncode == 128 + sent and "Traceback" not in told
    assert told.rstrip().endswith("Stopped. What was finished is kept; the same command goes on from there.")
    assert not list(tmp_path.rglob("making-*"))
    wait_for(lambda: not any(map(living, everyone)))
