"""Lite: the students' pack with its notebooks for a browser alone (JupyterLite), a folder of files that any
web server hands out and that asks for nothing elsewhere.

Python runs in the browser (Pyodide). Of its distribution only what a kernel of notebooks needs is taken
along: the interpreter from npm, the packages from PyPI at the versions that Pyodide names. What was fetched
is kept in ``build/lite``, so the network is needed once.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Mapping
from importlib import import_module, metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import nbformat

from reported.errors import Problem, Refused
from reported.files import as_json, below

KERNEL = "jupyterlite_pyodide_kernel"
NEEDED = ("micropip", "ipython", "jedi")  # of Pyodide's packages: what a kernel asks for when it starts
BESIDE = "comm"  # what it asks for too, and Pyodide does not have
# Of Pyodide's files those that a browser opens.
OPENED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "package.json")
LOCK = "pyodide-lock.json"
DIGESTS = Path(__file__).with_suffix(".sha256")  # of all that is fetched for the Pyodide that was tried
APPS = ("notebooks", "tree")
# Of the pack all but the red team: the notebooks and what they run on, the pages, the questions on paper.
TAKEN = ("*.ipynb", "*.html", "README.md", "questions.json", "exercises/*.py", "worksheet.pdf")
EPOCH = "315532800"  # 1 January 1980: the hour of every file in the lists of contents
SETTINGS = {
    "jupyter-lite-schema-version": 0,
    "jupyter-config-data": {
        "disabledExtensions": [
            "@jupyter-notebook/notebook-extension:tab-icon",  # asks for pictures that the site does not have
            "@jupyter-notebook/console-extension:scratchpad-console",  # wants keys that are taken
        ],
        "litePluginSettings": {"@jupyterlite/pyodide-kernel-extension:kernel": {"disablePyPIFallback": True}},
    },
}


def build(student: Path, cache: Path, scratch: Path) -> Path:
    """The students' pack as a site, made below ``scratch``: its folder. What is fetched goes into ``cache``.

    Raises Refused where something that is needed is not installed or cannot be fetched.
    """
    ready()
    kernel = import_module(f"{KERNEL}.constants")
    cache.mkdir(parents=True, exist_ok=True)
    site, made = scratch / "lite", scratch / "class-lite"
    for path in sorted(path for pattern in TAKEN for path in student.glob(pattern)):
        place = site / "files" / path.relative_to(student)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(_whole(path))
    own = f"{BESIDE}=={metadata.version(BESIDE)}"
    beside = _wheels([own], kernel.PYODIDE_PYTHON_VERSION, cache / "wheels")
    _pyodide(_tarball(kernel.PYODIDE_VERSION, cache), cache, site / "static" / "pyodide")
    (site / "jupyter-lite.json").write_bytes(as_json(SETTINGS))
    _run_builder(site, made, beside.values())
    return made


def _whole(path: Path) -> bytes:
    """A file of the pack; a notebook with each text in one piece, since the site hands it out as it is."""
    if path.suffix != ".ipynb":
        return path.read_bytes()
    return as_json(nbformat.read(path, as_version=4), ordered=False)


def size(folder: Path) -> int:
    """Bytes of all files of a folder."""
    return sum(map(len, below(folder).values()))


def ready() -> None:
    """Refuse, with what to do, where something is not installed that a site is made with."""
    problems = []
    if find_spec(KERNEL) is None or find_spec("jupyterlite_core") is None:
        remedy = "Install it: pip install 'reported[lite]'; in this project make class-lite does."
        problems.append(Problem("JupyterLite", "is not installed.", remedy))
    if shutil.which("npm") is None:
        remedy = "Install npm (Debian, Ubuntu: apt install npm); it fetches Python for the browser."
        problems.append(Problem("npm", "is not installed.", remedy))
    if problems:
        raise Refused(problems)


# ── what is fetched ─────────────────────────────────────────────────────────────────────────────────────────


def _tarball(version: str, cache: Path) -> Path:
    """Pyodide as npm has it. npm holds what it fetches to the digest that the registry gives."""
    path = cache / f"pyodide-{version}.tgz"
    if not path.is_file():
        with tempfile.TemporaryDirectory(dir=cache) as folder:
            pack = ["npm", "pack", f"pyodide@{version}", "--pack-destination", folder, "--ignore-scripts"]
            _fetch(f"pyodide {version} from npm", pack)
            _held(Path(folder) / path.name)
            (Path(folder) / path.name).replace(path)
    return path


def _wheels(pins: Iterable[str], python: str, folder: Path) -> dict[str, Path]:
    """Packages as pins name them (``ipython==9.12.0``), from PyPI where they are not in the folder yet: their
    wheels by name.
    """
    folder.mkdir(parents=True, exist_ok=True)
    pins = list(pins)
    if missing := [pin for pin in pins if not _wheel(pin, folder)]:
        download = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        which = ["--no-deps", "--only-binary", ":all:", "--python-version", python]
        with tempfile.TemporaryDirectory(dir=folder) as place:
            _fetch(f"{', '.join(missing)} from PyPI", [*download, *which, "--dest", place, *missing])
            for path in sorted(Path(place).glob("*.whl")):
                _held(path)
                path.replace(folder / path.name)
    found = {pin.partition("==")[0]: _wheel(pin, folder) for pin in pins}
    return {name: path for name, path in found.items() if path}


def _wheel(pin: str, folder: Path) -> Path | None:
    """The wheel of a pin in a folder."""
    name, _, version = pin.partition("==")
    wanted = f"{_plain(name)}-{version}-"
    return next((path for path in sorted(folder.glob("*.whl")) if _starts(path.name) == wanted), None)


def _starts(wheel: str) -> str:
    name, version, *_ = wheel.split("-")
    return f"{_plain(name)}-{version}-"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()


def _fetch(what: str, command: list[str]) -> None:
    """Run what fetches something. Raises Refused, with the last that it said."""
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        said = (done.stderr.strip() or done.stdout.strip() or "nothing").splitlines()[-1]
        why = f"could not be fetched ({said.strip().rstrip('.')})."
        remedy = "This command needs the network once; what it has fetched stays in build/lite. Try again."
        raise Refused([Problem(what, why, remedy)])


def _held(path: Path) -> None:
    """Hold what was fetched to its digest in ``lite.sha256`` (as sha256sum writes it), where that names it; a
    Pyodide that came later is held to what its registry says alone.
    """
    known = dict(line.split()[::-1] for line in DIGESTS.read_text("utf-8").splitlines())
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if known.get(path.name, found) != found:
        remedy = "Fetch it over another network, and do not use this file."
        raise Refused([Problem(path.name, "is not the file that it was when this was made.", remedy)])


# ── what is made ────────────────────────────────────────────────────────────────────────────────────────────


def _pyodide(tarball: Path, cache: Path, place: Path) -> None:
    """Pyodide with the packages that a kernel needs and no others, listed with the digests of these very
    files.
    """
    place.mkdir(parents=True)
    with tarfile.open(tarball) as archive:
        for name in (*OPENED, LOCK):
            member = archive.extractfile(f"package/{name}")
            if member is None:
                raise Refused(
                    [Problem(tarball.name, f"holds no {name}.", f"Remove {tarball} and try again.")]
                )
            (place / name).write_bytes(member.read())
    lock = json.loads((place / LOCK).read_text("utf-8"))
    packages = _needed(lock["packages"])
    pins = [f"{name}=={package['version']}" for name, package in packages.items()]
    wheels = _wheels(pins, ".".join(lock["info"]["python"].split(".")[:2]), cache / "wheels")
    for name, package in packages.items():
        content = wheels[name].read_bytes()
        (place / wheels[name].name).write_bytes(content)
        package |= {"file_name": wheels[name].name, "sha256": hashlib.sha256(content).hexdigest()}
    (place / LOCK).write_bytes(as_json({**lock, "packages": packages}))


def _needed(packages: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The packages that a kernel needs, and all that these depend on, by name."""
    by_name = {_plain(name): name for name in packages}
    found: dict[str, dict[str, Any]] = {}
    left = [*NEEDED]
    while left:
        name = by_name[_plain(left.pop())]
        if name not in found:
            found[name] = dict(packages[name])
            left += packages[name]["depends"]
    return dict(sorted(found.items()))


def _run_builder(site: Path, made: Path, wheels: Iterable[Path]) -> None:
    """Let JupyterLite put the site together, with nothing of this environment but the kernel."""
    kernel = (
        Path(sys.prefix) / "share" / "jupyter" / "labextensions" / "@jupyterlite" / "pyodide-kernel-extension"
    )
    how = {
        "apps": list(APPS),
        "contents": [str(site / "files")],
        "federated_extensions": [str(kernel)],
        "ignore_sys_prefix": True,
        "no_libarchive": True,
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "output_dir": str(made),
    }
    settings = {"LiteBuildConfig": how, "PipliteAddon": {"piplite_urls": [*map(str, wheels)]}}
    (site / "jupyter_lite_config.json").write_bytes(as_json(settings))
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    around = os.environ | {"SOURCE_DATE_EPOCH": EPOCH}
    done = subprocess.run(
        command, cwd=site, env=around, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        said = "\n".join((done.stdout + done.stderr).strip().splitlines()[-8:])
        raise Refused([Problem("jupyter lite", f"could not put the site together: {said}")])
