"""The codebook: ``data/README.md``, printed from the schema so that the two cannot disagree."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reported.dossier.tables import text_of
from reported.errors import Problem, Refused
from reported.staging import replace_file

SCHEMA = "datapackage.json"
HEAD = """\
# The dossier: codebook

<!-- Made from datapackage.json and dossier.toml by `reported codebook`; change those, not this. -->

"""


def described(folder: Path) -> dict[str, Any]:
    """What the schema of a dossier says, each of its tables with a name and a schema of its own. Raises Refused."""
    try:
        package = json.loads(text_of(folder / SCHEMA))
        for table in package["resources"]:
            # As a text it would be the address of another file, to be fetched.
            if not isinstance(table["name"], str) or not isinstance(table["schema"], dict):
                raise TypeError
    except json.JSONDecodeError as error:
        raise Refused(
            [Problem(f"{SCHEMA} line {error.lineno}", f"cannot be read: {error.msg}.", "Mend the line.")]
        ) from None
    except Refused:
        raise
    except ValueError:
        raise Refused(
            [Problem(SCHEMA, "a number there has thousands of digits.", "Count its digits.")]
        ) from None
    except (KeyError, TypeError, RecursionError):
        raise Refused([no_package()]) from None
    return package


def no_package() -> Problem:
    """What is told of a file that is no schema of a dossier."""
    return Problem(
        SCHEMA,
        "is no data package with a name and a schema for each table.",
        "Copy that of another dossier and adapt it.",
    )


def write(folder: Path) -> Path:
    """Write the codebook into its dossier and return its path; what stood there stays until all is ready. Raises Refused."""
    path = folder / "README.md"
    replace_file(path, codebook(folder).encode())
    return path


def codebook(folder: Path) -> str:
    """The codebook of a dossier as Markdown: each table with what it holds, each column with what it means and may hold. Raises Refused."""
    package = described(folder)
    try:
        return "\n\n".join([HEAD + package["description"], *map(_table, package["resources"])]) + "\n"
    except (KeyError, TypeError, AttributeError):
        what = "leaves out what the codebook prints."
        remedy = "Give the package, each table and each column a description, each table its path and each column its name and type."
        raise Refused([Problem(SCHEMA, what, remedy)]) from None


def _table(resource: dict[str, Any]) -> str:
    rows = [
        f"| `{field['name']}` | {field['description'].replace('|', '/')} | {_allowed(field)} |"
        for field in resource["schema"]["fields"]
    ]
    head = [
        f"## {resource['path']}\n\n{resource['description']}\n",
        "| Column | What it holds | Allowed |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows])


def _allowed(field: dict[str, Any]) -> str:
    rules = field.get("constraints", {})
    said = [field["type"]] if field["type"] != "string" else []
    said += ["one of " + ", ".join(rules["enum"])] if "enum" in rules else []
    said += ["may not be empty"] if rules.get("required") else []
    said += ["once only"] if rules.get("unique") else []
    return "; ".join(said)
