"""The command: what it refuses, what it says, and that the last report stays when it does."""

import json
import os
import shutil
import subprocess
import sys

import pytest

from reported.cli import _order, _parser, main
from reported.problems import Refused

from .conftest import RELIEF, ROOT
from .test_runs import small_project


def run(*arguments, cwd=ROOT):
    return subprocess.run([sys.executable, "-m", "reported.cli", *arguments], cwd=cwd, capture_output=True, text=True)


def test_help_says_how():
    text = run("--help").stdout
    assert "reported report 2023-11-02" in text and "refresh the outputs" in text
    assert "--data" in run("report", "--help").stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (
            ["report", "-p", "fire_rat=10000"],
            "parameter fire_rat: there is no such parameter. Did you mean fire_rate?",
        ),
        (["report", "-p", "as_of=2023-13-01"], "parameter as_of: '2023-13-01' cannot be used"),
        (["report", "-p", "approx_tolerance=-0.25"], "parameter approx_tolerance: '-0.25' cannot be used"),
        (["report", "-p", "reading"], "-p reading: is not of the form name=value"),
        (["report", "lates"], "edition lates: there is no such edition. Did you mean latest?"),
        (["report", "--data", "tests"], "tests is not a dossier"),
        (["compare", "latest", "tomorrow"], "Build it: reported report tomorrow"),
    ],
)
def test_refused_by_name_and_the_last_report_untouched(arguments, says, tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    last = tmp_path / "report" / "latest"
    last.mkdir(parents=True)
    (last / "briefing.html").write_text("the last good one")
    assert main([*arguments, "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert says in said and said.startswith("Refused:") and "Traceback" not in said
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["briefing.html"]


def ordered(*words):
    """The edition that the words of a command ask for."""
    return _order(_parser().parse_args(words))[0]


@pytest.mark.parametrize("command", ["report", "class", "sweep"])
def test_what_is_made_from_another_dossier_goes_beside_it(command, tmp_path, monkeypatch):
    folder = shutil.copytree(RELIEF, tmp_path / "mine")
    for place in (ROOT, tmp_path):
        monkeypatch.chdir(place)
        assert ordered(command, "--data", os.path.relpath(folder)).out == tmp_path / "mine-made"
    monkeypatch.chdir(ROOT)
    assert ordered(command, "--data", str(folder), "--out", str(tmp_path / "x")).out == tmp_path / "x"
    (tmp_path / "link").symlink_to(ROOT / "data")
    for own in ([], ["--data", "data"], ["--data", "src/../data/"], ["--data", str(tmp_path / "link")]):
        assert ordered(command, *own).out == ROOT


def test_another_dossier_leaves_the_projects_report_alone(tmp_path, monkeypatch, capsys):
    root = tmp_path / "project"
    root.mkdir()
    small_project(root, ["01-what-was-said"])
    for kind in ("report", "figures"):
        (root / kind / "latest").mkdir(parents=True)
        (root / kind / "latest" / "own.txt").write_text("the project's own")
    folder = shutil.copytree(RELIEF, tmp_path / "mine")
    monkeypatch.chdir(root)
    assert main(["report", "--data", str(folder)]) == 0
    assert f"Open:\n  {tmp_path / 'mine-made' / 'report' / 'latest' / 'briefing.html'}" in capsys.readouterr().out
    assert {path.name for kind in ("report", "figures") for path in (root / kind / "latest").iterdir()} == {"own.txt"}
    assert (tmp_path / "mine-made" / "figures" / "latest").is_dir() and not (root / "build").exists()


def test_a_new_dossier_is_told_where_its_report_will_be(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine"]) == 0
    said = capsys.readouterr().out
    assert "  reported report --data mine\n" in said and "written to mine-made" in said
    monkeypatch.chdir(ROOT)
    assert ordered("report", "--data", str(tmp_path / "mine")).out == tmp_path / "mine-made"


def test_an_edition_file_cannot_take_the_name_of_changed_parameters(tmp_path, monkeypatch):
    small_project(tmp_path, [])
    editions = tmp_path / "report" / "editions"
    shutil.copy(editions / "latest.yml", editions / "latest+reading=pragmatic.yml")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(Refused, match="Rename its file"):
        ordered("report", "latest+reading=pragmatic")
    assert ordered("report", "latest").name == "latest"


def test_check_tells_all_at_once(tmp_path, copy_of, capsys, shipped):
    folder = copy_of(shipped)
    text = (folder / "claims.csv").read_text("utf-8").replace("nis-days-news1,", "nis-days-news1,nowhere-", 1)
    (folder / "claims.csv").write_text(text, "utf-8")
    (folder / "events.csv").unlink()
    assert main(["check", str(folder)]) == 1
    assert "events.csv" in capsys.readouterr().out


def test_check_of_the_shipped_dossier(capsys, shipped):
    assert main(["check", str(shipped)]) == 0
    assert "is in order" in capsys.readouterr().out


def test_shipped_editions_can_be_compared(capsys):
    assert main(["compare", "2023-11-02", "latest", "--out", str(ROOT)]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert said.startswith("What changed from 2023-11-02 to latest parameters as-of day 2 November 2023 → the latest material")
    assert said.endswith(" as before.")


def test_a_reader_that_stops_early_is_no_error():
    gone, out = os.pipe()
    os.close(gone)
    command = [sys.executable, "-m", "reported.cli", "compare", "2023-11-02", "latest"]
    done = subprocess.run(command, cwd=ROOT, stdout=out, stderr=subprocess.PIPE, text=True)
    os.close(out)
    assert (done.returncode, done.stderr) == (0, "")


def test_findings_file_is_plain_json():
    data = json.loads((ROOT / "report" / "latest" / "findings.json").read_text("utf-8"))
    assert {found["role"] for found in data["findings"]} >= {
        "bottom-line",
        "judgement",
        "confidence",
        "would-change",
        "basis",
    }


def test_readme_says_what_the_report_says():
    text = (ROOT / "README.md").read_text("utf-8")
    shown = [
        line.removeprefix("> ")
        for line in text.split("<!-- finding")[1].split("<!-- /finding")[0].splitlines()
        if line.startswith("> ")
    ]
    found = json.loads((ROOT / "report" / "latest" / "findings.json").read_text("utf-8"))["findings"]
    assert shown == [f["sentence"] for role in ("claimed", "bottom-line", "confidence") for f in found if f["role"] == role]
