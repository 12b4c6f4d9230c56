"""A small project with an edition that looks as if it had been built: enough for a site, made at once."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from reported.analysis.parameters import contract
from reported.document.assembly import every_claim
from reported.dossier.reader import read
from reported.edition import Edition
from reported.wording.language import speaking

from ..conftest import RELIEF

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>x</title></head>
<body><main><p id="finding-06-do-the-figures-fit-short">x</p>{more}</main></body></html>
"""
SHORT = {
    "id": "short", "notebook": "06-do-the-figures-fit", "sentence": "They can all be true.",
    "role": "bottom-line", "claims": ["flour-mayor", "flour-paper over lorries-port"],
}  # fmt: skip


def project(root: Path, data: Path = RELIEF) -> Path:
    """A project with this dossier and the edition “latest”."""
    shutil.copytree(data, root / "data")
    (root / "report" / "editions").mkdir(parents=True)
    (root / "reported.toml").write_text("", "utf-8")
    publish(root)
    return root


def publish(root: Path, name: str = "latest", day: str = "latest", more: str = "", **cells: object) -> None:
    """Publish an edition of a project for a day: a briefing with ``more`` in it, and one finding, of which
    ``cells`` may be others.
    """
    (root / "report" / "editions" / f"{name}.yml").write_text(f"as_of: {day}\n", "utf-8")
    whole = read(root / "data")
    edition = Edition(whole, contract({"as_of": day}, whole.plan))
    with speaking(edition.language):
        claims = every_claim([], edition)
    finding = SHORT | cells
    found = {
        "edition": name, "parameters": edition.record.parameters.as_data(),
        "bottom_line": finding["sentence"], "findings": [finding], "on_record": len(claims), "claims": claims,
    }  # fmt: skip
    folder = root / "report" / name
    folder.mkdir(exist_ok=True)
    (folder / "findings.json").write_text(json.dumps(found), "utf-8")
    (folder / "briefing.html").write_text(PAGE.format(more=more), "utf-8")
    (folder / "briefing.pdf").write_bytes(b"%PDF")
