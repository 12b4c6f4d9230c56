"""A dossier and the words of an edition are read once for all its notebooks, and again once they change."""

import json
import shutil
import subprocess
import sys

from ..conftest import ROOT

# Runs a notebook of its own and one of the briefing: the first tells how often its process has read a dossier
# and parsed a file of messages; of both, what they opened.
PROGRAM = """
import json, sys
from pathlib import Path
from reported.notebooks import runner
root, out, begun, edit = Path(sys.argv[1]), Path(sys.argv[2]), *sys.argv[3:]
data = root / "data"
from papermill_warm import server
server.preload(runner.IMPORTS)
if begun:
    runner.begin(data, root / "report" / "editions" / "latest.yml", {})
    with server.process_in("/"):  # the server has read by then
        pass
if edit:
    table = data / "events.csv"
    table.write_text(table.read_text("utf-8").replace(edit, f"{edit} indeed", 1), "utf-8")
told = {}
for path in (root / "counts.ipynb", root / "notebooks" / "12-how-far-along.ipynb"):
    read = runner.run_one(path, out, {"data": str(data), "figures": None}, out)
    told[path.stem] = [read, path.name == "counts.ipynb" or (out / path.name).read_text("utf-8")]
made = json.loads((out / "counts.ipynb").read_text("utf-8"))
told["counts"].append(made["cells"][-1]["outputs"][0]["text"])
print(json.dumps(told))
"""
COUNTS = """
from reported import find, open_edition, say
from reported.dossier import reader
from reported.wording import language
edition = open_edition({"data": data})
say("number-none")
print(reader._read.cache_info().misses, language._parsed.cache_info().misses > 30)
print(any("indeed" in str(event) for event in edition.whole.happened))
"""


def ran(folder, begun="", edit=""):
    root, out = folder / "project", folder / "out"
    out.mkdir(parents=True)
    for name in ("data", "notebooks", "report/editions"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "pyproject.toml", root)
    cells = [
        {"cell_type": "code", "id": id, "metadata": {"tags": tags}, "source": source, "outputs": [],
         "execution_count": None}
        for id, tags, source in (("a", ["parameters"], "data = figures = ''"), ("b", [], COUNTS))
    ]  # fmt: skip
    kernel = {"kernelspec": {"name": "python3", "display_name": "x", "language": "python"}}
    made = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
    (root / "counts.ipynb").write_text(json.dumps(made))
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, root, out, begun, edit],
        cwd=root, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    return told, "".join(told["counts"].pop()).split()


def test_what_the_server_has_read_is_not_read_again_and_what_was_opened_is_told_all_the_same(tmp_path):
    """Neither what a notebook records nor what it is said to have read depends on who has read it before."""
    read_once, counts = ran(tmp_path / "once", "begun")
    read_each, counted = ran(tmp_path / "each")
    assert counts == ["1", "True", "False"] and counted == ["1", "False", "False"]
    as_there = json.dumps(read_each).replace(str(tmp_path / "each"), str(tmp_path / "once"))
    assert json.dumps(read_once) == as_there
    assert any("/wording/en#" in name for name in read_once["12-how-far-along"][0])


def test_what_has_changed_since_the_server_read_it_is_read_anew(tmp_path):
    _, counts = ran(tmp_path, "begun", "lawmakers")
    assert counts == ["2", "True", "True"]
