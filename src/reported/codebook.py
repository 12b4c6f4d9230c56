"""The codebook: ``data/README.md``, printed from the schema so that the two cannot disagree."""

from __future__ import annotations

import json
from pathlib import Path

HEAD = """\
# The dossier: codebook

<!-- Made from datapackage.json and dossier.toml by `reported codebook`; change those, not this. -->

"""


def codebook(folder: Path) -> str:
    """The codebook of a dossier as Markdown: each table with what it holds, each column with what it means and may hold."""
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    parts = [HEAD + package["description"]]
    for resource in package["resources"]:
        rows = [
            f"| `{field['name']}` | {field['description'].replace('|', '/')} | {_allowed(field)} |"
            for field in resource["schema"]["fields"]
        ]
        parts.append(
            "\n".join(
                [
                    f"## {resource['path']}\n\n{resource['description']}\n",
                    "| Column | What it holds | Allowed |",
                    "|---|---|---|",
                    *rows,
                ]
            )
        )
    return "\n\n".join(parts) + "\n"


def _allowed(field: dict) -> str:
    rules = field.get("constraints", {})
    said = [field["type"]] if field["type"] != "string" else []
    said += ["one of " + ", ".join(rules["enum"])] if "enum" in rules else []
    said += ["may not be empty"] if rules.get("required") else []
    said += ["once only"] if rules.get("unique") else []
    return "; ".join(said)
