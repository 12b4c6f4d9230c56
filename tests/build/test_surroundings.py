"""The same bytes everywhere: in other time zones, locales and hash seeds, in a folder with a name of any
letters, from tables that cannot be written, without a home and without a network.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from ..build.test_runs import files, small_project

NOTEBOOKS = ["01-what-was-said", "06-do-the-figures-fit"]
HERE = {
    name: value
    for name, value in os.environ.items()
    if not name.startswith(("LC_", "LANG", "TZ", "PYTHON", "SOURCE_DATE"))
}


@dataclass(frozen=True)
class Place:
    """Where an edition is built: the folder's name, what is in the environment and what is not, and what
    stands before the command.
    """

    folder: str
    environment: dict[str, str]
    without: tuple[str, ...] = ()
    umask: int = 0o022
    read_only: bool = False
    alone: bool = False


PLACES = {
    "plain": Place("plain", {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}),
    "Turkish, far east": Place(
        "Türkçe ığdır (kopya 2)",
        {"TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "1"},
        umask=0o077,
    ),
    "Korean, far west, no home, no network": Place(
        "보고서 사본",
        {"TZ": "America/St_Johns", "LC_ALL": "ko_KR.UTF-8", "PYTHONHASHSEED": "2"},
        without=("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "MPLCONFIGDIR"),
        read_only=True,
        alone=True,
    ),
    "no locale, letters of none": Place("보고 ö 😀", {"TZ": "UTC", "LC_ALL": "C", "PYTHONHASHSEED": "3"}),
}


@pytest.fixture(scope="module")
def locales(tmp_path_factory):
    """A folder with the locales that are wanted, made here: few machines have them all. Empty where they
    cannot be made.
    """
    folder = tmp_path_factory.mktemp("locales")
    for place in PLACES.values():
        name = place.environment["LC_ALL"]
        if shutil.which("localedef") and not name.startswith("C"):
            made = ["localedef", "-i", name.partition(".")[0], "-f", "UTF-8", str(folder / name)]
            subprocess.run(made, capture_output=True, check=False)
    return folder


def alone() -> list[str]:
    """What cuts a command off from every network, where that is allowed here."""
    for before in (["unshare", "-n"], ["unshare", "-rn"]):
        if (
            shutil.which(before[0])
            and subprocess.run([*before, "true"], capture_output=True, check=False).returncode == 0
        ):
            return before
    return []


def built(place: Place, root: Path, locales: Path) -> dict[str, bytes]:
    """The files of the edition “latest” of a small project, built in such a place by the command."""
    project = root / place.folder
    project.mkdir()
    small_project(project, NOTEBOOKS)
    environment = {
        name: value for name, value in HERE.items() if name not in place.without
    } | place.environment
    if (locales / place.environment["LC_ALL"]).is_dir():
        environment["LOCPATH"] = str(locales)
    if place.read_only:
        for path in [*(project / "data").iterdir(), project / "data"]:
            path.chmod(path.stat().st_mode & ~0o222)
    command = [
        *(alone() if place.alone else []),
        sys.executable,
        "-m",
        "reported.cli",
        "report",
        "--jobs",
        "2",
    ]
    done = subprocess.run(
        command,
        cwd=project,
        env=environment,
        umask=place.umask,
        capture_output=True,
        check=False,
        stdin=subprocess.DEVNULL,
    )
    if place.read_only:
        (project / "data").chmod(0o755)
    assert done.returncode == 0, done.stderr.decode()
    return {
        f"{kind}/{name}": content
        for kind in ("figures", "report")
        for name, content in files(project / kind / "latest").items()
    }


@pytest.fixture(scope="module")
def plain(tmp_path_factory, locales):
    return built(PLACES["plain"], tmp_path_factory.mktemp("plain"), locales)


@pytest.mark.parametrize("where", [name for name in PLACES if name != "plain"])
@pytest.mark.long
def test_the_same_bytes_elsewhere(where, plain, tmp_path, locales):
    other = built(PLACES[where], tmp_path, locales)
    assert other.keys() == plain.keys() and len(plain) > 10
    assert [name for name in plain if other[name] != plain[name]] == []
    assert not [name for name, content in other.items() if str(tmp_path).encode() in content]


def test_the_locales_are_in_force(locales):
    code = (
        "import locale, time; locale.setlocale(locale.LC_ALL, ''); "
        "print(time.strftime('%B', (2023, 2, 1, 0, 0, 0, 2, 32, 0)))"
    )
    for place in PLACES.values():
        name = place.environment["LC_ALL"]
        if not (locales / name).is_dir():
            continue
        environment = HERE | place.environment | {"LOCPATH": str(locales)}
        told = subprocess.run(
            [sys.executable, "-c", code], env=environment, capture_output=True, check=True, encoding="utf-8"
        )
        assert told.stdout.strip() == {"tr_TR.UTF-8": "Şubat", "ko_KR.UTF-8": "2월"}[name]


def test_there_was_no_network():
    before = alone()
    if not before:
        pytest.skip("this machine does not let a process be cut off from the network (unshare -n)")
    code = "import socket; socket.create_connection(('127.0.0.1', 9), 1)"
    done = subprocess.run([*before, sys.executable, "-c", code], capture_output=True, check=False)
    assert b"unreachable" in done.stderr
