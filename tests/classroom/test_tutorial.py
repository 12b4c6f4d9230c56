"""The tutorial, followed as it is written.

The rule: fenced blocks are taken in their order. ``sh`` is run, and so is a block without a name; ``csv
FILE`` goes to the end of that file; each line of ``text`` must be among what was printed last.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from ..conftest import ROOT

BLOCK = re.compile(r"^```(\w*) ?(\S*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
AROUND = os.environ | {"COLUMNS": "100", "LC_ALL": "C.UTF-8"}
# What only some systems know: none of it may stand in what a class is told to type.
POSIX_ONLY = re.compile(
    r"^\s*(cp|mv|rm|cat|ls|mkdir|touch|source|export|make|sudo|\.)\s|\.venv/|[|>&]|python3|\\", re.MULTILINE
)


def follow(text: str, folder: Path) -> str:
    """Do in a folder what a text says, block by block, having stepped into its environment; all that was
    printed.
    """
    shown = last = ""
    stepped_in = os.pathsep.join([str(folder / ".venv" / "bin"), os.environ["PATH"]])
    for kind, file, body in BLOCK.findall(text):
        if kind == "csv":
            with (folder / file).open("a", encoding="utf-8", newline="") as table:
                table.write(body)
        elif kind == "text":
            missing = [line for line in body.splitlines() if line not in last.splitlines()]
            assert not missing, f"the tutorial shows what was not printed: {missing}\n\n{last}"
        else:
            assert kind in ("", "sh"), f"no rule for a block of {kind}"
            run = subprocess.run(
                ["/bin/sh", "-e"],
                input=body,
                cwd=folder,
                env=AROUND | {"PATH": stepped_in},
                capture_output=True,
                text=True,
                encoding="utf-8",
            )
            assert run.returncode == 0, f"{body}\n{run.stdout}{run.stderr}"
            last = run.stdout
            shown += last
    return shown


def with_command(folder: Path) -> Path:
    """The folder, with the command where a set-up project has it."""
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("python", "reported"):
        (folder / ".venv" / "bin" / name).symlink_to(Path(sys.executable).with_name(name))
    return folder


@pytest.mark.long
def test_the_tutorial_does_what_it_says(tmp_path):
    for name in ("report", "pyproject.toml"):
        (tmp_path / name).symlink_to(ROOT / name)
    for name in ("data", "notebooks"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "requirements.lock", tmp_path)
    before = {path.name: path.read_bytes() for path in (tmp_path / "data").rglob("*.*")}
    text = (ROOT / "docs" / "tutorial.md").read_text("utf-8")
    shown = follow(text, with_command(tmp_path))
    assert "A made-up institute" in shown and "Written:" in shown and "1 added to the dossier" in shown
    assert (
        before == {path.name: path.read_bytes() for path in (tmp_path / "data").rglob("*.*")}
        and not (tmp_path / "mine").exists()
    )


def typed(text: str) -> list[str]:
    """The commands that a text tells to type."""
    return [body for kind, _, body in BLOCK.findall(text) if kind in ("", "sh")]


def test_the_tutorial_tells_nothing_that_only_some_systems_know():
    commands = typed((ROOT / "docs" / "tutorial.md").read_text("utf-8"))
    assert commands and not [found for found in map(POSIX_ONLY.search, commands) if found]
    for known in ("cp -r data mine\n", "cat a >> b\n", ".venv/bin/reported check\n", "make report\n"):
        assert POSIX_ONLY.search(known)


def test_a_tutorial_that_shows_something_else_is_noticed(tmp_path):
    follow("```sh\necho one\n```\n\n```text\none\n```\n", tmp_path)
    with pytest.raises(AssertionError, match="not printed"):
        follow("```sh\necho one\n```\n\n```text\ntwo\n```\n", tmp_path)
    with pytest.raises(AssertionError, match="no rule"):
        follow("```python\nprint(1)\n```\n", tmp_path)
    with pytest.raises(AssertionError, match="false"):
        follow("```sh\nfalse\n```\n", tmp_path)
