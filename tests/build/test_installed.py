"""The package alone: from a wheel and what it needs, in an empty folder, with an empty home and no network, a
new project builds.
"""

import json
import shutil
import subprocess
import sys
import venv
from importlib.metadata import Distribution, distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from reported.build.project import form, packaged_notebooks

from ..build.test_surroundings import alone
from ..conftest import ROOT

pytestmark = pytest.mark.long
LARGEST = 700_000_000  # bytes of a bare install, compiled files aside; pandoc and typst are a third of it


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The package, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--wheel-dir",
        folder,
        ROOT,
    ]
    subprocess.run(command, check=True, capture_output=True)
    (made,) = folder.glob("*.whl")
    return made


def needed(wheel: Path, place: Path) -> list[Distribution]:
    """All that the wheel depends on without any extra, however many steps away, as it is installed here."""
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, place], check=True)
    (info,) = place.glob("*.dist-info")
    found, waiting = {}, list(Distribution.at(info).requires or [])
    while waiting:
        asked = Requirement(waiting.pop())
        extras = asked.extras or {""}
        if (
            any(asked.marker is None or asked.marker.evaluate({"extra": extra}) for extra in {"", *extras})
            and asked.name not in found
        ):
            found[asked.name] = distribution(asked.name)
            further = map(Requirement, found[asked.name].requires or [])
            waiting += [
                str(each)
                for each in further
                if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in extras)
            ]
    return list(found.values())


@pytest.fixture(scope="module")
def bare(wheel, tmp_path_factory):
    """An environment with the wheel and what it needs; the packages are links to those installed here."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=True)
    command = [folder / "bin" / "python", "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", wheel]
    subprocess.run(command, check=True)
    (packages,) = folder.glob("lib/python*/site-packages")
    size = 0
    for package in needed(wheel, tmp_path_factory.mktemp("unpacked")):
        own = [file for file in package.files if file.parts[0] != ".."]
        size += sum(
            file.locate().stat().st_size for file in own if file.suffix != ".pyc" and file.locate().is_file()
        )
        for name in {file.parts[0] for file in own} - {"__pycache__"}:
            if not (packages / name).exists():
                (packages / name).symlink_to(Path(package.locate_file(name)).resolve())
    assert size < LARGEST, f"a bare install takes {size / 1e6:,.0f} MB"
    for name in ("jupyterlab", "ipywidgets", "pytest", "distributed"):
        assert (
            subprocess.run(
                [folder / "bin" / "python", "-c", f"import {name}"], capture_output=True
            ).returncode
            == 1
        )
    return folder


@pytest.fixture(scope="module")
def ran(bare, tmp_path_factory):
    """Runs a command in a folder below an empty one, with nothing else to be found; what it printed."""
    here, home = tmp_path_factory.mktemp("empty"), tmp_path_factory.mktemp("home")

    def run(*words: str, cwd: str = ".") -> str:
        around = {"HOME": str(home), "PATH": f"{bare / 'bin'}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            [*alone(), *words], cwd=here / cwd, env=around, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    run.here = here
    return run


def test_a_new_project_builds_and_tests_itself(ran):
    assert "  mine/data/claims.csv\n" in ran("reported", "new", "mine")
    assert "Running 12 notebooks" in ran("reported", "report", cwd="mine")
    made = ran.here / "mine" / "report" / "latest"
    assert (made / "briefing.html").stat().st_size > 100_000 and (
        made / "briefing.pdf"
    ).read_bytes().startswith(b"%PDF")
    assert "Nothing to do" in ran("reported", "--project", "mine", "report") and "is in order" in ran(
        "reported", "check", "mine"
    )
    assert sorted(path.name for path in ran.here.iterdir()) == ["mine"]
    assert json.loads((made / "manifest.json").read_text("utf-8"))["inputs"].keys() >= {
        "report/template/style.css",
        "src/reported/wording/en/page.ftl",
    }
    if shutil.which("make"):
        assert "Nothing to do" in ran("make", "report", cwd="mine")
        ran("make", "test", cwd="mine")
        assert "make lab" in ran("make", cwd="mine")


def test_a_new_project_about_a_promise_builds_too(ran):
    assert "  promise/data/claims.csv\n" in ran("reported", "new", "promise", "--kind", "pledge")
    assert "is in order." in ran("reported", "check", "promise")
    said = ran("reported", "report", cwd="promise")
    assert "Promised: at least 400 benches by 30 June 2041" in said
    page = (ran.here / "promise" / "report" / "latest" / "briefing.html").read_text("utf-8")
    assert "How far along?" in page and "Lanterns" not in page


def test_papermill_has_the_warm_engine_there(ran):
    ran("reported", "new", "other")
    words = ["notebooks/00-start-here.ipynb", "out.ipynb", "--engine", "warm", "--no-progress-bar"]
    ran("python3", "-m", "papermill", *words, cwd="other")
    assert "Lanterns for a Feast" in (ran.here / "other" / "out.ipynb").read_text("utf-8")


def test_a_project_of_its_own_files_goes_before_the_package(ran):
    ran("reported", "new", "third")
    root = ran.here / "third"
    (root / "reported.toml").write_text("notebooks = ['06-do-the-figures-fit']")
    own = root / "wording" / "en"
    own.mkdir(parents=True)
    (own / "own.ftl").write_text("method-again = With care.\n    .title = Once more\n")
    ran("reported", "report", cwd="third")
    page = (root / "report" / "latest" / "briefing.html").read_text("utf-8")
    assert "With care." in page and "Do the figures fit?" in page and "How many origins?" not in page


def test_the_wheel_has_the_notebooks_of_any_topic_without_what_came_out(wheel, tmp_path):
    subprocess.run([sys.executable, "-m", "zipfile", "-e", wheel, tmp_path], check=True)
    folder = tmp_path / "reported" / "build" / "notebooks"
    assert sorted(path.name for path in folder.glob("*.ipynb")) == [
        *(path.name for path in packaged_notebooks()),
        form().name,
    ]
    for path in folder.rglob("*.ipynb"):
        assert not any(cell.get("outputs") for cell in json.loads(path.read_text("utf-8"))["cells"])
