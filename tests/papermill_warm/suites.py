"""Papermill's and nbclient's own tests with the warm engine as the default (``make test-engine``).

Both come from PyPI with the packages' sources, in the versions that are installed here, and run in an
environment of their own below ``build/engine``. What fails as known stands in the table below; whatever else
fails, fails here.
"""

from __future__ import annotations

import importlib.metadata
import os
import re
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "engine"
PYTHON = FOLDER / "environment" / "bin" / "python"
# Tested in the versions that are installed here.
SAME = (
    "papermill", "nbclient", "ipykernel", "ipython", "jupyter_client", "jupyter_core", "nbformat",
    "traitlets", "pyzmq", "tornado",
)  # fmt: skip
# What the two suites ask for beside, as their sources name it.
BESIDE = (
    "papermill[all]", "moto>=5,<5.2", "boto3", "attrs", "requests", "pytest>=9,<10", "pytest-env",
    "pytest-mock", "pytest-asyncio", "flaky", "testpath", "xmltodict", "ipywidgets", "nbconvert",
)  # fmt: skip
INNER = "replaces an inner class of papermill's own engine and asks how it was called"
OLD = "takes display from where IPython 9 has it no more; fails with the usual kernels too"


class Suite(NamedTuple):
    """A package's tests: which, how many, and those that fail, with why: always, and with the warm engine."""

    package: str
    tests: tuple[str, ...]
    number: int
    always: dict[str, str]
    warm: dict[str, str]


_HERE = "papermill/tests/test_execute.py"
_NOTEBOOKS = ("-o", "addopts=", "-W", "default", "tests/test_client.py", "-k", "test_run_all_notebooks")
SUITES = (
    Suite(
        "papermill",
        ("papermill/tests",),
        547,
        {f"{_HERE}::TestBrokenNotebook2::test": OLD},
        {f"{_HERE}::TestNotebookHelpers::test_{name}start_timeout": INNER for name in ("", "default_")},
    ),
    Suite("nbclient", _NOTEBOOKS, 16, {}, {}),
)


def prepare() -> None:
    """Make the environment, and put each suite's sources into ``build/engine``."""
    if not PYTHON.exists():
        venv.create(FOLDER / "environment", with_pip=True, clear=True)
    same = [f"{package}=={importlib.metadata.version(package)}" for package in SAME]
    _run([PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *same, *BESIDE])
    for suite in SUITES:
        shutil.rmtree(source(suite), ignore_errors=True)
        shutil.unpack_archive(_fetched(suite), FOLDER)


def _fetched(suite: Suite) -> Path:
    archive = source(suite).with_name(f"{source(suite).name}.tar.gz")
    if not archive.exists():
        wanted = f"{suite.package}=={importlib.metadata.version(suite.package)}"
        what = ("--no-deps", "--no-binary", suite.package, "--dest", FOLDER, wanted)
        _run([PYTHON, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", *what])
    return archive


def source(suite: Suite) -> Path:
    """The folder of a suite's sources."""
    return FOLDER / f"{suite.package}-{importlib.metadata.version(suite.package)}"


def failed(suite: Suite, warm: bool) -> tuple[int, set[str], str]:
    """Run a suite: how many of its tests passed, the names of those that did not, and what pytest said."""
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{Path(__file__).parent}"}
    plugin = ["-p", "as_default"] if warm else []
    done = subprocess.run(
        [PYTHON, "-m", "pytest", "-q", "-rfE", *plugin, *suite.tests],
        cwd=source(suite), env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True,
    )  # fmt: skip
    passed = re.search(r"(\d+) passed", done.stdout)
    names = re.findall(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", done.stdout, re.MULTILINE)
    return int(passed[1]) if passed else 0, set(names), done.stdout + done.stderr


def _run(command: list[str | Path]) -> None:
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL)


def told(suite: Suite, warm: bool) -> bool:
    """Run a suite and say what came of it; whether it is as expected."""
    passed, names, said = failed(suite, warm)
    known = suite.always | (suite.warm if warm else {})
    expected = suite.number - len(known)
    print(f"{source(suite).name}: {passed} of {passed + len(names)} passed; {expected} were expected.")
    for name in sorted(names | known.keys()):
        what = (
            "FAILS"
            if name not in known
            else "fails as known"
            if name in names
            else "passes, was known to fail"
        )
        print(f"  {what}: {name}{': ' if name in known else ''}{known.get(name, '')}")
    if names <= known.keys() and passed + len(names) >= suite.number:
        return True
    log = FOLDER / f"{suite.package}.log"
    log.write_text(said, "utf-8")
    print(f"  What pytest said is in {log}.")
    return False


def main() -> int:
    """Run both suites, with ``--stock`` in the usual kernels. Returns 1 where it is not as expected."""
    warm = "--stock" not in sys.argv
    prepare()
    print("With the warm engine as the default:" if warm else "With the usual kernels:", flush=True)
    return int(not all([told(suite, warm) for suite in SUITES]))


if __name__ == "__main__":
    sys.exit(main())
