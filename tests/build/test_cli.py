"""The command: what it refuses, what it says, and that the last report stays when it does."""

import errno
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from reported import cli
from reported.build import checks, sweep
from reported.build import run as runs
from reported.build.project import brought, notebooks, packaged_notebooks
from reported.classroom import packs
from reported.cli import _parser, _request, main
from reported.dossier import places
from reported.dossier.starter import scaffold
from reported.errors import Refused

from ..build.test_runs import files, small_project
from ..conftest import RELIEF, ROOT


def run(*arguments, cwd=ROOT):
    return subprocess.run(
        [sys.executable, "-m", "reported.cli", *arguments], cwd=cwd, capture_output=True, text=True
    )


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
    return _request(_parser().parse_args(words))[0]


@pytest.mark.parametrize("command", ["report", "class", "sweep"])
def test_what_is_made_from_a_dossier_of_no_project_goes_beside_it(command, tmp_path, monkeypatch):
    folder = shutil.copytree(RELIEF, tmp_path / "mine")
    monkeypatch.chdir(ROOT)
    assert ordered(command, "--data", os.path.relpath(folder)).out == tmp_path / "mine-made"
    assert ordered(command, "--data", str(folder), "--out", str(tmp_path / "x")).out == tmp_path / "x"
    (tmp_path / "link").symlink_to(ROOT / "data")
    for own in (
        [],
        ["--data", "data"],
        ["--data", "."],
        ["--data", "src/../data/"],
        ["--data", str(tmp_path / "link")],
    ):
        assert ordered(command, *own).out == ROOT
    monkeypatch.chdir(tmp_path)
    assert ordered("--project", str(ROOT), command, "--data", "mine").out == tmp_path / "mine-made"
    for words in ([command], [command, "--data", "mine"]):
        with pytest.raises(Refused, match=r"is not inside a project .* or begin one: reported new DIR"):
            ordered(*words)


@pytest.mark.parametrize("start", ["mine", "mine/notebooks/deeper", "theirs", "."])
def test_what_is_made_goes_into_the_project_whose_dossier_it_is(start, tmp_path, monkeypatch):
    mine, theirs = tmp_path / "mine", tmp_path / "theirs"
    for root in (mine, theirs):
        scaffold(root)
    (mine / "reported.toml").unlink()
    (mine / "pyproject.toml").write_text("[tool.reported]\nnotebooks = ['06-do-the-figures-fit']")
    (mine / "notebooks" / "deeper").mkdir()
    monkeypatch.chdir(tmp_path / start)
    asked = [
        ("--project", str(mine), "report"),
        ("report", "--data", str(mine)),
        ("report", "--data", str(mine / "data")),
    ]
    for words in [*asked, ("report",)] if start.startswith("mine") else asked:
        made = ordered(*words)
        assert (made.root, made.data, made.out) == (mine, mine / "data", mine)
    assert [path.name for path in notebooks(mine)] == ["06-do-the-figures-fit.ipynb"]
    assert [path.name for path in notebooks(theirs)] == [path.name for path in packaged_notebooks()]


@pytest.mark.parametrize(
    ("mark", "says"),
    [
        ("notebook = []", "'notebook': there is no such setting. Did you mean notebooks?"),
        ("notebooks = ['6']", "notebooks: is no list of notebooks of the package"),
        ("notebooks = 'all'", "notebooks: is no list of notebooks of the package"),
        ("notebooks = [", "cannot be read"),
    ],
)
def test_a_mark_that_says_something_else_is_refused(mark, says, tmp_path, monkeypatch, capsys):
    scaffold(tmp_path)
    (tmp_path / "reported.toml").write_text(mark)
    monkeypatch.chdir(tmp_path)
    assert f"{tmp_path / 'reported.toml'}" in (said := refused(capsys, "report")) and says in said


def test_a_file_of_the_package_becomes_the_projects_own(tmp_path, monkeypatch, capsys):
    scaffold(tmp_path)
    monkeypatch.chdir(tmp_path / "notebooks")
    names = ["report/template/style.css", "notebooks/06-do-the-figures-fit.ipynb"]
    assert main(["own"]) == 0 and {f"  {name}" for name in names} <= set(capsys.readouterr().out.splitlines())
    theirs = {name: brought(tmp_path)[name] for name in names}
    assert main(["own", *names]) == 0
    assert all((tmp_path / name).read_bytes() == path.read_bytes() for name, path in theirs.items())
    assert not set(names) & set(brought(tmp_path)) and tmp_path / names[1] in notebooks(tmp_path)
    assert "is the project's own already" in refused(capsys, "own", *names)
    there = refused(capsys, "own", "report/template/house.tpy")
    assert "has no such file. Did you mean report/template/house.typ?" in there


def test_a_project_that_is_not_there_is_refused(tmp_path, capsys):
    assert "there is no such folder" in refused(capsys, "--project", tmp_path / "x", "report")
    assert "is not inside a project" in refused(capsys, "--project", tmp_path, "check")


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
    assert (
        f"Open:\n  {tmp_path / 'mine-made' / 'report' / 'latest' / 'briefing.html'}"
        in capsys.readouterr().out
    )
    assert {path.name for kind in ("report", "figures") for path in (root / kind / "latest").iterdir()} == {
        "own.txt"
    }
    assert (tmp_path / "mine-made" / "figures" / "latest").is_dir() and not (root / "build").exists()


def test_a_new_project_is_told_how_it_goes_on(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "mine"]) == 0
    said = capsys.readouterr().out
    assert "  mine/Makefile\n" in said and "\n  cd mine\n  reported check\n  reported report\n" in said
    monkeypatch.chdir(ROOT)
    assert ordered("report", "--data", str(tmp_path / "mine")).out == tmp_path / "mine"


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
    assert said.startswith(
        "What changed from 2023-11-02 to latest parameters as-of day 2 November 2023 → the latest material"
    )
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
    assert shown == [
        f["sentence"] for role in ("claimed", "bottom-line", "confidence") for f in found if f["role"] == role
    ]


# What cannot be named, or not be written

LONG = [pytest.param("n" * 300, id="300 letters"), pytest.param("é" * 150, id="150 letters of two bytes")]


def refused(capsys, *arguments):
    """What a command that is refused says."""
    assert main([*map(str, arguments)]) == 1
    said = capsys.readouterr().err
    assert said.startswith("Refused: ") and "Traceback" not in said
    return said


@pytest.mark.parametrize("name", LONG)
def test_a_name_that_no_file_system_takes_is_refused(name, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(ROOT)
    assert "there is no such edition" in refused(capsys, "report", name, "--out", tmp_path)
    assert "File name too long" in refused(capsys, "report", "--data", name)
    assert "has a name of more than 255 bytes" in refused(capsys, "report", "--out", tmp_path / name)
    assert "has a name of more than 255 bytes" in refused(capsys, "new", tmp_path / name)
    for command in ("check", "codebook"):
        assert "File name too long" in refused(capsys, command, name)
    assert refused(capsys, "compare", name, f"{name}x").count("Build it: ") == 2
    assert refused(capsys, "compare", "latest", "latest", "--out", tmp_path / name).count("has no ") == 2


def test_an_edition_whose_reports_could_not_be_named_is_refused(tmp_path, monkeypatch, capsys):
    small_project(tmp_path, [])
    shutil.copy(
        tmp_path / "report" / "editions" / "latest.yml", tmp_path / "report" / "editions" / f"{'é' * 60}.yml"
    )
    monkeypatch.chdir(tmp_path)
    assert "has a name of more than 100 bytes. Rename its file." in refused(capsys, "report", "é" * 60)


@contextmanager
def as_nobody():
    """Without the rights of root, who may enter every folder."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


def test_a_place_where_nothing_can_be_written_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    (tmp_path / "file").touch()
    (tmp_path / "round").symlink_to(tmp_path / "round")
    (tmp_path / "nowhere").symlink_to(tmp_path / "gone")
    for place in (
        "/proc",
        "/proc/x",
        "/dev/null",
        tmp_path / "file",
        tmp_path / "file" / "x",
        tmp_path / "round",
    ):
        for command in (["report", "--out"], ["new"]):
            assert any(
                words in refused(capsys, *command, place) for words in ("cannot be written", "is a file")
            )
    for place in (
        "/proc",
        "/dev/null",
        tmp_path / "file",
        tmp_path / "file" / "x",
        tmp_path / "nowhere",
        tmp_path / "round",
    ):
        for command in (["report", "--data"], ["check"], ["codebook"]):
            assert any(
                words in refused(capsys, *command, place)
                for words in ("is not a dossier", "cannot be looked into")
            )
    assert not (tmp_path / "gone").exists()


def test_a_folder_that_cannot_be_entered_is_refused():
    with tempfile.TemporaryDirectory() as shut:
        Path(shut).chmod(0)
        with as_nobody():
            assert places.unfit(Path(shut)) == "cannot be written (Permission denied)"
            assert (
                places.unfit(Path(shut) / "x") == f"cannot be written, because of {shut} (Permission denied)"
            )
            with pytest.raises(Refused, match=r"cannot be looked into \(Permission denied\)"):
                places.find(shut)


def test_a_name_with_bytes_that_are_no_letters_is_refused(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert "x\\udcff: has a name with bytes that are no letters" in refused(
        capsys, "new", tmp_path / "x\udcff"
    )
    assert "has a name with bytes that are no letters" in refused(
        capsys, "report", "--out", tmp_path / "x\udcff"
    )


def test_a_folder_that_has_gone_is_told(tmp_path, monkeypatch, capsys):
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    for command in (["check"], ["report"], ["new", "x"], ["compare", "a", "b"]):
        assert "this folder: has been removed. Change into another." in refused(capsys, *command)


def test_all_that_is_wrong_with_the_options_is_told_at_once(tmp_path, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    said = refused(capsys, "report", "lates", "--data", "tests", "--out", "/dev/null", "-p", "reading")
    assert said.startswith("Refused: 4 problems.")


@pytest.mark.parametrize("text", ["0/0", "2/1", "1/" + "1" * 5000, "1" * 5000, "1/2/3", "²/²", "/"])
def test_a_shard_that_is_none_is_refused(text, capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    said = refused(capsys, "sweep", "--shard", text)
    assert "is not of the form i/n. Write 1/8 for the first of eight parts." in said and len(said) < 300


def test_a_sweep_of_more_editions_than_can_be_made_is_refused_before_any_is_listed(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(sweep, "orders", None)
    said = refused(capsys, "sweep", "-p", "as_of=2001-01-01..2020-12-31/day", "-p", "fire_rate=1..1000/1")
    assert "sweep: would make 7,305,000 editions; 100,000 is the limit." in said


@pytest.mark.parametrize("text", ["0", "-1", "x", "1" * 5000])
def test_no_jobs_are_wrong_usage(text, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["report", f"--jobs={text}"])
    assert ended.value.code == 2 and "is no number from 1 up" in capsys.readouterr().err


# The codebook


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{", "datapackage.json line 1: cannot be read"),
        ("[]", "datapackage.json: is no data package"),
        ('{"name": "x"}', "datapackage.json: is no data package"),
        (
            '{"resources": [{"name": "a", "schema": {"fields": [{}]}}]}',
            "datapackage.json: leaves out what the codebook prints",
        ),
    ],
)
def test_a_codebook_of_a_damaged_schema_is_refused_and_the_last_one_stays(
    text, says, copy_of, capsys, shipped
):
    folder = copy_of(shipped)
    before = (folder / "README.md").read_bytes()
    (folder / "datapackage.json").write_text(text)
    assert says in refused(capsys, "codebook", folder)
    (folder / "datapackage.json").unlink()
    assert "datapackage.json: is missing." in refused(capsys, "codebook", folder)
    assert (folder / "README.md").read_bytes() == before


def test_a_codebook_is_never_half_written(copy_of, capsys, shipped, monkeypatch):
    folder = copy_of(shipped)
    before = files(folder)

    def full_disk(path, content):
        path.write_text("half")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full_disk)
        assert main(["codebook", str(folder)]) == 1
    assert "No space left on device.\nMake room" in capsys.readouterr().err and files(folder) == before
    (folder / "README.md").unlink()
    (folder / "README.md").mkdir()
    assert main(["codebook", str(folder)]) == 1 and "Traceback" not in capsys.readouterr().err
    assert {path.name for path in folder.iterdir()} == {name.partition("/")[0] for name in before}


def test_a_check_tells_how_much_a_language_says(tmp_path, capsys):
    root = tmp_path / "mine"
    assert main(["new", str(root)]) == main(["--project", str(root), "new-language", "uk"]) == 0
    capsys.readouterr()
    assert main(["check", str(root / "data")]) == 0
    assert re.search(r"uk: 0 of 1,\d+ messages said; 0 of \d+ texts", capsys.readouterr().out)


def test_a_check_tells_what_is_no_message(tmp_path, capsys):
    root = tmp_path / "mine"
    assert main(["new", str(root)]) == 0
    own = root / "wording" / "en"
    own.mkdir(parents=True)
    (own / "own.ftl").write_text("verdict-fits = { $n -> [one] a }\n", "utf-8")
    capsys.readouterr()
    assert main(["check", str(root / "data")]) == 1
    assert "own.ftl line 1: is no message" in capsys.readouterr().out


# What is printed


def test_letters_that_a_terminal_would_obey_are_shown_by_number(tmp_path, capsys):
    folder = tmp_path / "a \x1b[31mred\u202e"
    for command in ("new", "check", "codebook"):
        assert main([command, str(folder)]) == 0
    assert main(["new", str(folder)]) == 1 and main(["check", str(folder / "x")]) == 1
    with pytest.raises(SystemExit):
        main(["report", "--x\x1b[31m"])
    said = "".join(capsys.readouterr())
    assert "\x1b" not in said and "\u202e" not in said and said.count("a \\x1b[31mred\\u202e") > 5


@pytest.mark.parametrize(
    "settings",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "latin-1"}],
)
def test_any_name_can_be_printed_in_any_locale(settings, tmp_path):
    command = [sys.executable, "-m", "reported.cli", "new", str(tmp_path / "보고 😀")]
    done = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"") and b"README.md" in done.stdout


def test_what_cannot_be_printed_is_told():
    command = [sys.executable, "-m", "reported.cli"]
    for words in (["check"], ["--help"]):
        with Path("/dev/full").open("w") as full:
            done = subprocess.run(
                [*command, *words], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True
            )
        assert (done.returncode, done.stderr.splitlines()[0]) == (
            1,
            "what is printed: No space left on device.",
        )


# What nobody foresaw


@pytest.mark.parametrize(
    "error", [KeyError("a\x1b[31m"), RecursionError("deep"), MemoryError(), ValueError("x" * 10_000)]
)
def test_the_unforeseen_is_one_line_and_a_file_to_attach(error, capsys, shipped, monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def check(folder, show):
        raise error

    monkeypatch.setattr(checks, "check", check)
    assert main(["check", str(shipped)]) == 70
    (line,) = capsys.readouterr().err.splitlines()
    (trace,) = tmp_path.iterdir()
    assert line.startswith(f"A fault of this program: {type(error).__name__}") and line.endswith(
        f"Report it with {trace}."
    )
    assert "What was published last is whole." in line and len(line) < 600 and line.isprintable()
    assert "in check" in trace.read_text("utf-8")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))
    assert main(["check", str(shipped)]) == 70
    assert "Report it with what follows.\nTraceback" in capsys.readouterr().err


# Stopped


def stopping(error, published=None):
    def stop(*anything):
        if published:
            error.published = published
        raise error

    return stop


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_stop_says_what_it_left(number, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    place = tmp_path / "report" / "latest"
    nothing = "Stopped. Nothing was published; the last report is untouched.\n"
    for command, module, name, said in (
        ("report", runs, "build", nothing), ("class", packs, "build", nothing), ("notebooks", runs,
        "refresh", "Stopped.\n"),
        ("sweep", sweep, "sweep",
        "Stopped. What was finished is kept; the same command goes on from there.\n"),
    ):  # fmt: skip
        out = [] if command == "notebooks" else ["--out", str(tmp_path)]
        monkeypatch.setattr(module, name, stopping(cli.Stopped(number)))
        assert main([command, *out]) == 128 + number and capsys.readouterr().err == said
    monkeypatch.setattr(runs, "build", stopping(cli.Stopped(number), place))
    assert main(["report", "--out", str(tmp_path)]) == 128 + number
    assert capsys.readouterr().err == f"Stopped after the new report was published: {place} is whole.\n"

    def published(*anything):
        place.mkdir(parents=True)
        return runs.Built((place / "briefing.html",), "So it is.")

    monkeypatch.setattr(runs, "build", published)
    monkeypatch.setattr(cli, "_short", stopping(cli.Stopped(number)))
    with pytest.raises(cli.Stopped):
        main(["report", "--out", str(tmp_path)])


def test_where_there_was_nothing_to_do_no_report_is_said_to_be_new(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    place = tmp_path / "report" / "latest"
    place.mkdir(parents=True)
    monkeypatch.setattr(runs, "build", lambda *anything: runs.Built((place / "briefing.html",), "So it is."))
    monkeypatch.setattr(
        cli,
        "_say",
        lambda *texts, to=None, say=cli._say: (
            say(*texts, to=to) if to else stopping(OSError(errno.ENOSPC, "full"))()
        ),
    )
    assert main(["report", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert "Nothing was published; the last report is untouched." in said and "new report" not in said


def test_a_failure_after_the_report_was_published_says_so(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    place = tmp_path / "report" / "latest"
    monkeypatch.setattr(runs, "build", stopping(OSError(errno.ENOSPC, "No space left on device"), place))
    assert main(["report", "--out", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert (
        f"The new report was published before that: {place} is whole. Make room" in said
        and "Nothing was published" not in said
    )


def test_a_signal_that_was_ignored_stays_ignored():
    code = (
        "import signal; from reported import cli; signal.signal(signal.SIGHUP, signal.SIG_IGN); "
        "cli._listen();"
        "print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN, signal.getsignal(signal.SIGTERM) is "
        "cli._stop)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "True True\n"
    )
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(SystemExit):
        main(["--help"])
    assert signal.getsignal(signal.SIGTERM) is before


def test_a_signal_waits_for_an_import_to_end(tmp_path):
    """Broken off, it may leave a lock behind that every other thread waits for."""
    (tmp_path / "slow.py").write_text(
        "import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\nfor _ in range(10**6):\n    pass\nDONE = "
        "True"
    )
    code = (
        "import sys, time; from reported import cli; cli._listen()\ntry:\n    import slow\n    "
        "time.sleep(30)\n"
        "except cli.Stopped as stop:\n    print(stop.number, sys.modules['slow'].DONE)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True)
    assert done.stdout == "15 True\n", done.stderr


def test_a_folder_that_is_taken_away_during_a_run_is_told(tmp_path):
    small_project(tmp_path, ["01-what-was-said"])
    command = [sys.executable, "-m", "reported.cli", "report", "--jobs", "2"]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as going:
        while not going.stdout.readline().startswith("Writing the briefing"):
            pass
        while going.poll() is None:
            shutil.rmtree(tmp_path / "build", ignore_errors=True)
        _, said = going.communicate()
    assert going.returncode == 1 and "Traceback" not in said and said.count("Nothing was published") == 1, (
        said
    )
    assert not (tmp_path / "report" / "latest").exists()


def test_files_that_vanish_from_build_are_told(tmp_path):
    build = tmp_path / "build"
    gone = OSError(errno.ENOENT, os.strerror(errno.ENOENT), str(build / "kept" / "x"))
    copied = shutil.Error([(str(build / "a"), "b", "gone")])
    for error in (gone, copied):
        told = cli._told(error, out=tmp_path)
        assert told.startswith(
            f"{build}/ was changed while it was being written. Run it again.\nNothing was published"
        )
        assert cli._told(error, out=tmp_path / "elsewhere") is None
