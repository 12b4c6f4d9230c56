"""The files that describe the environment agree with each other: pyproject.toml, requirements.lock,
environment.yml, CITATION.cff, the Makefile and the package itself.
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
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
LITE_LOCK = (ROOT / "requirements-lite.lock").read_text(encoding="utf-8")
APART = "lite"  # the extra with a lock of its own, which nobody gets who does not ask for it

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


def extras() -> dict[str, list[str]]:
    """The extras that everybody's environment has."""
    return {
        name: lines for name, lines in PROJECT["project"]["optional-dependencies"].items() if name != APART
    }


def declared() -> dict[str, str]:
    lines = (line for extra in extras().values() for line in extra)
    return ranges([*PROJECT["project"]["dependencies"], *lines])


def locked(lock: str = LOCK) -> dict[str, list[tuple[str, str]]]:
    """Name → its (version, text of its block); a package may be locked twice, for different Pythons."""
    blocks: dict[str, list[tuple[str, str]]] = {}
    for match in re.finditer(
        r"^([A-Za-z0-9._-]+)==([^\s;\\]+)(.*?)(?=^[A-Za-z0-9]|\Z)", lock, re.MULTILINE | re.DOTALL
    ):
        name, version, rest = match.groups()
        blocks.setdefault(canonicalize_name(name), []).append((version, rest))
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
    extras = PROJECT["project"]["optional-dependencies"]
    needed = ranges([*PROJECT["project"]["dependencies"], *extras["dask"], *extras["lab"]])
    undeclared = {
        name
        for name in imported
        if not {canonicalize_name(each) for each in carriers.get(name, [])} & set(needed)
    }
    assert imported and not undeclared


def test_nothing_loads_the_optional_package_until_it_is_asked_for():
    code = "import sys; import reported.build.cluster, reported.cli; sys.exit('distributed' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# requirements.lock


def test_lock_holds_every_declared_package_inside_its_range():
    blocks = locked()
    missing = {name for name in declared() if name not in blocks}
    assert not missing, f"not in requirements.lock: {sorted(missing)}; run: make lock"
    build = [line for group in PROJECT["dependency-groups"].values() for line in group]
    outside = [
        f"{requirement} but {version} is locked"
        for requirement in map(
            Requirement,
            [
                *PROJECT["project"]["dependencies"],
                *build,
                *(line for extra in extras().values() for line in extra),
            ],
        )
        for version, _ in blocks[canonicalize_name(requirement.name)]
        if not requirement.specifier.contains(version, prereleases=True)
    ]
    assert not outside, f"{outside}; run: make lock"


def test_what_few_need_has_a_lock_of_its_own_that_agrees_with_the_other():
    blocks, both = locked(LITE_LOCK), locked()
    for requirement in map(Requirement, PROJECT["project"]["optional-dependencies"][APART]):
        name = canonicalize_name(requirement.name)
        assert name not in both, f"{name} would be installed for everybody"
        assert all(requirement.specifier.contains(version) for version, _ in blocks[name])
    assert all("--hash=sha256:" in block for each in blocks.values() for _, block in each)
    versions = {name: {version for version, _ in each} for name, each in both.items()}
    apart = {name for name, each in blocks.items() if {v for v, _ in each} - versions.get(name, {each[0][0]})}
    assert not apart, f"{apart} in two versions; run: make lock"
    assert "://" not in LITE_LOCK and "make lock" in LITE_LOCK


def test_the_lock_is_made_of_all_other_extras():
    (named,) = re.findall(r"^extras := (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert set(named.split()) == set(extras())


def test_lock_holds_what_builds_the_project():
    assert PROJECT["dependency-groups"]["build"] == PROJECT["build-system"]["requires"]
    for line in PROJECT["build-system"]["requires"]:
        assert canonicalize_name(Requirement(line).name) in locked()


def test_every_locked_package_has_hashes():
    bare = [name for name, blocks in locked().items() for _, block in blocks if "--hash=sha256:" not in block]
    assert len(locked()) > len(declared())
    assert not bare


@pytest.mark.parametrize("word", ["://", "index-url", "find-links", "file:", " @ "])
def test_lock_carries_no_address(word):
    assert word not in LOCK


def test_lock_header_tells_how_it_is_remade_and_names_no_machine():
    comments = [line for line in LOCK.splitlines() if line.startswith("#")]
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
    """pip is stood in for by what it writes: the full path of src/, which Python cannot read here."""
    folder = tmp_path / "ö 😀"
    (folder / "src" / "reported").mkdir(parents=True)
    (folder / "src" / "reported" / "__init__.py").touch()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    (packages,) = (folder / ".venv" / "lib").glob("python*/site-packages")
    for name in ("requirements.lock", "pyproject.toml"):
        (folder / name).touch()
    pip = tmp_path / "pip"
    pip.write_text(f'#!/bin/sh\nprintf %s "$PWD/src" >"{packages}/_reported.pth"\n')
    pip.chmod(0o755)
    done = make(
        "-C",
        str(folder),
        "-f",
        str(ROOT / "Makefile"),
        ".venv/ready",
        "make_venv=:",
        "find_uv=uv=true",
        f"pip={pip}",
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
    (lock,) = [
        line
        for line in (binder / "requirements.txt").read_text("utf-8").splitlines()
        if not line.startswith("#")
    ]
    assert (binder / lock.removeprefix("-r ")).resolve() == ROOT / "requirements.lock"
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
