"""The files that describe the environment agree with each other: pyproject.toml, the locks, environment.yml,
CITATION.cff, the Makefile and the package itself.
"""

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import reported

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONDA = yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
BASE = ""  # what everybody has: what a report is made with
LOCKS = {
    path.stem.removeprefix("requirements").removeprefix("-"): path.read_text(encoding="utf-8")
    for path in ROOT.glob("requirements*.lock")
}
APART = "lite"  # the extra that conda-forge does not have

CONDA_TO_PYPI = {
    "brotli-python": "brotli",
    "matplotlib-base": "matplotlib",
    "playwright-python": "playwright",
    "typst-py": "typst",
}
FROM_PYPI = {  # what conda-forge does not have, or has under a name that pip would not recognise
    "fontpkg-fira-sans",
    "fontpkg-spectral",
    "page-validation",
    "fluent-runtime",
    "koreanize-matplotlib",
    "pylopdf-fonts-ko",
    "pypandoc-binary",
}


def ranges(lines: list[str]) -> dict[str, str]:
    """Name → range, both in their canonical spelling; a name given twice is a mistake."""
    parsed = [Requirement(line) for line in lines]
    found = {canonicalize_name(each.name): str(each.specifier) for each in parsed}
    assert len(found) == len(parsed), f"a package is listed twice in {sorted(each.name for each in parsed)}"
    return found


def declared() -> dict[str, str]:
    """What the project and its extras name; what stands in two of them has one range."""
    lines = {line for name, extra in EXTRAS.items() if name != APART for line in extra}
    return ranges(sorted({*PROJECT["project"]["dependencies"], *lines}))


def asked(name: str) -> list[str]:
    """What a lock was asked to hold, beside all that it needs."""
    build = [line for group in PROJECT["dependency-groups"].values() for line in group]
    return EXTRAS[name] if name else [*PROJECT["project"]["dependencies"], *build]


def needed(name: str) -> set[str]:
    """What a lock was asked to hold and, as it tells behind “via”, all that this needs."""
    found = {canonicalize_name(Requirement(line).name) for line in asked(name)}
    by = {
        package: {word for _, block in blocks for word in re.findall(r"^    # +(?:via )?(\S+)", block, re.M)}
        for package, blocks in locked(name).items()
    }
    while more := {package for package, whose in by.items() if whose & found} - found:
        found |= more
    return found


def locked(name: str) -> dict[str, list[tuple[str, str]]]:
    """Name → its (version, text of its block); a package may be locked twice, for different Pythons."""
    blocks: dict[str, list[tuple[str, str]]] = {}
    for match in re.finditer(
        r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*?)(?=^[A-Za-z0-9]|\Z)", LOCKS[name], re.MULTILINE | re.DOTALL
    ):
        package, version, rest = match.groups()
        blocks.setdefault(canonicalize_name(package), []).append((version, rest))
    return blocks


def make(*words: str) -> subprocess.CompletedProcess:
    if shutil.which("make") is None:
        pytest.skip("make is not installed here")
    own = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        ["make", *words],
        cwd=ROOT,
        env=own,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )


# environment.yml


def conda_lists() -> tuple[list[str], list[str]]:
    from_conda = [line for line in CONDA["dependencies"] if isinstance(line, str)]
    (by_pip,) = [line["pip"] for line in CONDA["dependencies"] if isinstance(line, dict)]
    return from_conda, by_pip


def test_conda_environment_has_the_packages_and_ranges_of_pyproject():
    from_conda, by_pip = conda_lists()
    of_conda = ranges([line for line in from_conda if line != "pip"])
    assert of_conda.pop("python") == PROJECT["project"]["requires-python"]
    of_conda = {CONDA_TO_PYPI.get(name, name): range_ for name, range_ in of_conda.items()}
    of_pip = ranges([line for line in by_pip if line != "-e ."])
    assert set(of_pip) == FROM_PYPI
    assert of_conda | of_pip == declared()
    assert not set(of_conda) & set(of_pip)


def test_conda_environment_installs_the_project_from_conda_forge_only():
    assert CONDA["channels"] == ["conda-forge", "nodefaults"]
    from_conda, by_pip = conda_lists()
    assert "pip" in from_conda
    assert by_pip[-1] == "-e ."


# pyproject.toml


def test_every_package_the_library_imports_is_declared():
    imported = {
        name.split(".")[0]
        for path in sorted((ROOT / "src").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module]
            if isinstance(node, ast.ImportFrom) and not node.level
            else []
        )
    } - {"reported", "papermill_warm", *sys.stdlib_module_names}
    carriers = packages_distributions()
    named = ranges([*PROJECT["project"]["dependencies"], *EXTRAS["dask"], *EXTRAS["lab"]])
    undeclared = {
        name
        for name in imported
        if not {canonicalize_name(each) for each in carriers.get(name, [])} & set(named)
    }
    assert imported and not undeclared


def test_nothing_loads_the_optional_package_until_it_is_asked_for():
    code = "import sys; import reported.build.cluster, reported.cli; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_every_package_that_everybody_gets_is_named_by_the_code():
    code = "\n".join(path.read_text("utf-8") for path in sorted((ROOT / "src").rglob("*.py")))
    modules: dict[str, set[str]] = {}
    for module, carriers in packages_distributions().items():
        for carrier in carriers:
            modules.setdefault(canonicalize_name(carrier), set()).add(module)
    names = [canonicalize_name(Requirement(line).name) for line in PROJECT["project"]["dependencies"]]
    idle = {
        name
        for name in names
        if not any(re.search(rf"\b{re.escape(word)}\b", code) for word in {name, *modules[name]})
    }
    assert not idle, f"{idle}: in an extra, or nowhere"


# The locks


def test_each_extra_has_a_lock():
    assert set(LOCKS) == {BASE, *EXTRAS}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_what_it_was_asked_for_inside_its_range(name):
    blocks, wanted = locked(name), list(map(Requirement, asked(name)))
    missing = {each.name for each in wanted if canonicalize_name(each.name) not in blocks}
    assert not missing, f"not in the lock: {sorted(missing)}; run: make lock"
    outside = [
        f"{each} but {version} is locked"
        for each in wanted
        for version, _ in blocks[canonicalize_name(each.name)]
        if not each.specifier.contains(version, prereleases=True)
    ]
    assert not outside, f"{outside}; run: make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_holds_nothing_that_it_was_not_asked_for(name):
    assert set(locked(name)) <= needed(name), "more than is used; run: make lock"


def test_a_package_that_nothing_asks_for_would_be_seen(monkeypatch):
    monkeypatch.setitem(LOCKS, BASE, LOCKS[BASE] + "ruff==0.12.0 \\\n    --hash=sha256:0\n    # via rich\n")
    assert "ruff" in needed(BASE)
    monkeypatch.setitem(LOCKS, BASE, LOCKS[BASE].replace("# via rich\n", "# via mypy\n"))
    assert set(locked(BASE)) - needed(BASE) == {"ruff"}


def test_what_a_report_needs_is_a_part_of_all_that_is_locked():
    more = {name for lock in EXTRAS for name in locked(lock)} - set(locked(BASE))
    assert {"jupyterlab", "distributed", "mypy", "pytest", "playwright", "scipy", "ipywidgets"} <= more


def test_the_locks_agree_on_every_version():
    versions: dict[str, set[frozenset[str]]] = {}
    for lock in LOCKS:
        for name, blocks in locked(lock).items():
            versions.setdefault(name, set()).add(frozenset(version for version, _ in blocks))
    apart = {name for name, told in versions.items() if len(told) > 1}
    assert len(versions) > len(declared()) and not apart, f"{apart} in several versions; run: make lock"


def test_lock_holds_what_builds_the_project():
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]
    for line in PROJECT["build-system"]["requires"]:
        assert canonicalize_name(Requirement(line).name) in locked(BASE)


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_hashes_and_no_address(name):
    bare = [
        each for each, blocks in locked(name).items() for _, block in blocks if "--hash=sha256:" not in block
    ]
    assert locked(name) and not bare
    assert not [word for word in ("://", "index-url", "find-links", "file:", " @ ") if word in LOCKS[name]]


@pytest.mark.parametrize("name", LOCKS)
def test_lock_header_tells_how_it_is_remade_and_names_no_machine(name):
    comments = [line for line in LOCKS[name].splitlines() if line.startswith("#")]
    assert "make lock" in "\n".join(comments)
    assert not [line for line in comments if re.search(r"(^|\s)[/~]|[A-Z]:\\", line)]


# Makefile


def targets() -> dict[str, str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z-]+):.*?## (.+)$", makefile, re.MULTILINE))


def test_bare_make_lists_every_target_in_one_line_each():
    bare = make()
    assert bare.returncode == 0, bare.stderr
    listed = dict(re.findall(r"^  make ([a-z-]+) +(.+)$", bare.stdout, re.MULTILINE))
    assert listed == targets()
    assert make("help").stdout == bare.stdout


@pytest.mark.parametrize("target", targets())
def test_every_listed_target_exists(target):
    dry = make("--dry-run", target)
    assert dry.returncode == 0, dry.stderr


def fetched(target: str) -> set[str]:
    """The locks from which .venv gets what a target needs."""
    dry = make("--dry-run", "--always-make", target, "VENV=.venv")
    assert dry.returncode == 0, dry.stderr
    return set(re.findall(r"(?:Installing|Adding) the packages of requirements-?(\w*)\.lock", dry.stdout))


@pytest.mark.parametrize("target", ["report", "check", "site", "class", "compare", "sweep"])
def test_what_only_others_need_is_not_fetched_for_a_report(target):
    assert fetched(target) == {BASE}


@pytest.mark.parametrize("target", ["test", "lint", "lab"])
def test_a_target_fetches_what_it_needs_besides(target):
    assert fetched(target) == {BASE, target}


def test_what_was_added_stays_when_the_rest_is_brought_up_to_date(tmp_path):
    (tmp_path / ".venv").mkdir()
    for name in (
        "requirements.lock",
        "requirements-lint.lock",
        "pyproject.toml",
        ".venv/with-lint",
        ".venv/with-gone",
    ):
        (tmp_path / name).touch()
    dry = make("-C", str(tmp_path), "-f", str(ROOT / "Makefile"), "--dry-run", ".venv/ready", "VENV=.venv")
    assert "--require-hashes requirements.lock requirements-lint.lock </dev/null" in dry.stdout


def test_into_an_environment_of_yours_nothing_is_fetched():
    dry = make("--dry-run", "--always-make", "test", "VENV=/elsewhere")
    assert "/elsewhere/bin/python" in dry.stdout and "requirements" not in dry.stdout


def test_a_sweep_fetches_what_a_cluster_needs_where_it_runs_on_one():
    dry = make("--dry-run", "--always-make", "sweep", "VENV=.venv", "DASK=tcp://host:8786")
    assert "packages of requirements-dask.lock" in dry.stdout and "--dask 'tcp://host:8786'" in dry.stdout


@pytest.mark.parametrize(
    ("folder", "target"),
    [
        ("tests", "test"),
        ("tests/browser", "test-browser"),
        ("benchmarks", "benchmark"),
        ("docs", "architecture"),
    ],
)
def test_a_target_has_every_package_that_its_code_imports(folder, target):
    paths = [
        path
        for path in sorted((ROOT / folder).rglob("*.py"))
        if folder != "tests" or "browser" not in path.parts
    ]
    imports = {
        name
        for path in paths
        for name in re.findall(r"^ *(?:import|from) (\w+)", path.read_text("utf-8"), re.M)
    }
    installed = {name for lock in fetched(target) for name in locked(lock)}
    carriers = packages_distributions()
    lacking = {
        name
        for name in imports & set(carriers) - {"reported", "papermill_warm"}
        if not {canonicalize_name(each) for each in carriers[name]} & installed
    }
    assert len(imports & set(carriers)) > 1 and not lacking


@pytest.mark.parametrize(
    ("does", "says", "fails"),
    [
        ("echo 'No known vulnerabilities found'", "No known weakness.", False),
        ("echo 'Found 1 known vulnerability in 1 package'; exit 1", "make lock UPGRADE=yes", True),
        ("echo 'ConnectionError: Failed to resolve pypi.org'; exit 1", "Not run: ", False),
        ("echo 'ERROR: x: Dependency not found on PyPI'; exit 1", "Not run: ", False),
    ],
)
def test_audit_says_what_it_found_or_that_it_did_not_run(does, says, fails, tmp_path, monkeypatch):
    uv = tmp_path / "uv"
    uv.write_text(f'#!/bin/sh\n[ "$1" = --version ] && exit\n{does}\n')
    uv.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    done = make("audit", "make_venv=:")
    assert says in done.stdout and bool(done.returncode) == fails


@pytest.mark.parametrize("value", ["a b", "it's", 'quo"te', "a; b", "$$HOME"])
def test_settings_reach_the_program_as_one_word(value):
    text = value.replace("$$", "$").replace("'", "'\\''")
    assert f"check '{text}' <" in make("--dry-run", "check", f"DATA={value}").stdout


def test_what_is_set_up_in_a_folder_of_any_letters_starts_without_a_locale(tmp_path):
    """uv is stood in for by what it writes: the full path of src/, which Python cannot read here."""
    folder = tmp_path / "ö 😀"
    (folder / "src" / "reported").mkdir(parents=True)
    (folder / "src" / "reported" / "__init__.py").touch()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    (packages,) = (folder / ".venv" / "lib").glob("python*/site-packages")
    for name in ("requirements.lock", "pyproject.toml"):
        (folder / name).touch()
    uv = tmp_path / "uv"
    uv.write_text(f'#!/bin/sh\nprintf %s "$PWD/src" >"{packages}/_reported.pth"\n')
    uv.chmod(0o755)
    done = make(
        "-C", str(folder), "-f", str(ROOT / "Makefile"), ".venv/ready", "make_venv=:", f"find_uv=uv={uv}"
    )
    assert done.returncode == 0, done.stderr
    for locale in ("C", "C.UTF-8"):
        command = [
            folder / ".venv" / "bin" / "python",
            "-c",
            "import reported; print(reported.__file__.isascii())",
        ]
        told = subprocess.run(command, cwd=tmp_path, env={"LC_ALL": locale}, capture_output=True, text=True)
        assert (told.returncode, told.stdout.strip()) == (0, "False"), told.stderr


# One version, one licence


def test_binder_has_the_locked_versions_and_installs_the_project():
    binder = ROOT / "binder"
    lines = (binder / "requirements.txt").read_text("utf-8").splitlines()
    locks = [(binder / line.removeprefix("-r ")).resolve() for line in lines if not line.startswith("#")]
    assert locks == [ROOT / "requirements.lock", ROOT / "requirements-lab.lock"]
    oldest = re.search(r"\d+\.\d+", PROJECT["project"]["requires-python"])[0]
    assert (binder / "runtime.txt").read_text("utf-8").strip() == f"python-{oldest}"
    assert os.access(binder / "postBuild", os.X_OK) and "install --no-deps" in (
        binder / "postBuild"
    ).read_text("utf-8")


def test_version_is_the_same_everywhere():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    version = PROJECT["project"]["version"]
    assert str(citation["version"]) == version
    assert reported.__version__ == version


def test_the_citation_is_of_the_form_that_readers_know_and_of_the_last_release():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= citation.keys()
    assert citation["cff-version"] == "1.2.0" and citation["type"] == "software"
    assert all(set(author) & {"name", "family-names"} for author in citation["authors"])
    heads = re.findall(r"^## (\S+) \((\S+)\)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.M)
    assert (str(citation["version"]), str(citation["date-released"])) == heads[0]


def test_licences_are_named_where_tools_look_for_them():
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text(encoding="utf-8"))
    assert citation["license"] == PROJECT["project"]["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert "SPDX-License-Identifier: CC-BY-4.0" in (ROOT / "data" / "LICENSE.md").read_text(encoding="utf-8")


def test_commands_of_pyproject_exist():
    module, function = PROJECT["project"]["scripts"]["reported"].split(":")
    imported = __import__(module, fromlist=[function])
    assert callable(getattr(imported, function))
