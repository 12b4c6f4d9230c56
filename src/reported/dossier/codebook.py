"""The codebook: ``datapackage.json`` in step with the schema, and ``data/README.md`` printed from it.

A dossier's own data package may ask for more than the schema, and say it in words of its topic.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reported.dossier import plan as plans
from reported.dossier import terms
from reported.dossier.forms import DATE
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS, FIELDS, TABLES
from reported.dossier.storage import workbook
from reported.dossier.tables import text_of
from reported.errors import Problem, Refused
from reported.staging import replace_file

SCHEMA = "datapackage.json"
PARTLY = " Written YYYY-MM-DD, or YYYY-MM or YYYY where no more is known."
MARKS = {"delimiter": ",", "lineTerminator": "\n", "quoteChar": '"', "doubleQuote": True, "header": True}
# What a data package calls a workbook, and how a table of it is found.
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
CONTROLS = {"xlsx": "excel", "ods": "ods"}
HEAD = """\
# The dossier: codebook

<!-- Made from datapackage.json and dossier.toml by `reported codebook`; change those, not this. -->

"""


def described(folder: Path) -> dict[str, Any]:
    """What the schema of a dossier says, each of its tables with a name and a schema of its own. Raises
    Refused."""
    try:
        package: dict[str, Any] = json.loads(text_of(folder / SCHEMA))
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


def explained(folder: Path, plan: Plan) -> dict[str, Any]:
    """The same; of a dossier without a data package what the schema itself says."""
    return described(folder) if (folder / SCHEMA).is_file() else in_step({"resources": []}, plan)


def no_package() -> Problem:
    """What is told of a file that is no schema of a dossier."""
    return Problem(
        SCHEMA,
        "is no data package with a name and a schema for each table.",
        "Copy that of another dossier and adapt it.",
    )


def write(folder: Path) -> Path:
    """Bring a dossier's data package in step, write its codebook and return the path of that.

    What stood there stays until all is ready. Raises Refused.
    """
    given = described(folder)
    _printed(given)  # what leaves something out is refused, not filled
    package = _with_terms(in_step(given, plans.read(folder / "dossier.toml")[0], workbook(folder)), folder)
    path, text = folder / "README.md", _printed(package)
    if package != given:
        replace_file(folder / SCHEMA, f"{json.dumps(package, indent=2, ensure_ascii=False)}\n".encode())
    replace_file(path, text.encode())
    return path


def codebook(folder: Path) -> str:
    """The codebook of a dossier as Markdown: each table with what it holds, each column with what it means
    and may hold. Raises Refused."""
    return _printed(described(folder))


def in_step(own: dict[str, Any], plan: Plan | None = None, book: Path | None = None) -> dict[str, Any]:
    """A data package that says of each table what the schema says, and of quantities and series what the plan
    says; where the tables are sheets of a workbook, that they are.

    What ``own`` says in words of its own, and what it asks for beyond, stays.
    """
    known = {"quantity": list(plan.quantities), "series": list(plan.series)} if plan else {}
    given = {part["name"]: part for part in own["resources"]}
    parts = [_resource(table, given.pop(table, {}), known, book) for table in TABLES]
    return {**own, "resources": [*parts, *given.values()]}


def _with_terms(package: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A data package with the languages whose terms stand in the folder, and no others."""
    given = {part["name"]: part for part in package["resources"]}
    said = {f"terms-{path.stem}": path.stem for path in sorted((folder / "terms").glob("*.csv"))}
    others = [part for name, part in given.items() if not name.startswith("terms-")]
    return {
        **package,
        "resources": [*others, *(_terms(code, given.get(name, {})) for name, code in said.items())],
    }


def _terms(code: str, own: dict[str, Any]) -> dict[str, Any]:
    """What a data package says of the terms of a language."""
    fields = [
        {
            "name": name, "type": "string", "title": name.capitalize(), "description": terms.MEANS[name],
            "constraints": {"required": rule.filled, **({"unique": True} if rule.once else {})},
        }
        for name, rule in terms.RULES.items()
    ]  # fmt: skip
    said = {
        "name": f"terms-{code}", "path": f"terms/{code}.csv", "profile": "tabular-data-resource",
        "title": f"Terms: {code}", "description": f"The texts of the dossier in the language {code}.",
        "format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "dialect": MARKS,
        "schema": {"fields": fields, "missingValues": [""], "primaryKey": ["text"]},
    }  # fmt: skip
    return {**said, **own, "schema": said["schema"]}


def _stored(table: str, book: Path | None) -> dict[str, Any]:
    """What a data package says of where a table stands: in a file of CSV, or in a sheet of a workbook."""
    if book is None:
        plain = {"format": "csv", "mediatype": "text/csv", "encoding": "utf-8", "dialect": MARKS}
        return {"path": f"{table}.csv", **plain}
    kind = book.suffix[1:]
    dialect = {CONTROLS[kind]: {"sheet": table}}
    return {
        "path": book.name,
        "format": kind,
        "mediatype": KINDS[kind],
        "encoding": "utf-8",
        "dialect": dialect,
    }


def _resource(
    table: str, own: dict[str, Any], known: dict[str, list[str]], book: Path | None
) -> dict[str, Any]:
    """What a data package says of one table; ``known`` are the words of the plan by column."""
    stored = _stored(table, book)
    if own.get("format") not in (None, stored["format"]):  # the tables have moved
        own = {name: what for name, what in own.items() if name not in stored}
    said = {
        "name": table, "path": stored["path"], "profile": "tabular-data-resource",
        "title": table.capitalize(), "description": (TABLES[table].__doc__ or "").partition("\n")[0],
        **stored,
    }  # fmt: skip
    asked = own.get("schema", {})
    given = {field["name"]: field for field in asked.get("fields", ())}
    fields = [_field(table, name, given.pop(name, {}), known) for name in COLUMNS[table]]
    key = [name for name, rule in COLUMNS[table].items() if rule.filled and rule.once]
    schema: dict[str, Any] = {
        "fields": [],
        # A table may lack the columns that are spare.
        **({"fieldsMatch": "superset"} if any(rule.spare for rule in COLUMNS[table].values()) else {}),
        "missingValues": [""],
        "primaryKey": key or ["wording", "language"],
    }
    if table not in ("sources", "hedges"):
        reference = {"resource": "sources", "fields": ["source_id"]}
        schema["foreignKeys"] = [{"fields": ["source_id"], "reference": reference}]
    return {**said, **own, "schema": {**schema, **asked, "fields": [*fields, *given.values()]}}


def _field(table: str, name: str, own: dict[str, Any], known: dict[str, list[str]]) -> dict[str, Any]:
    """What a data package says of one column."""
    rule, means = FIELDS[table][name]
    said = {
        "name": name, "type": rule.form.kind if rule.form else "string",
        "title": name.capitalize().replace("_", " "), "description": means + PARTLY * (rule.form is DATE),
    }  # fmt: skip
    rules = dict(own.get("constraints", {}))
    asked = {"required": rule.filled, "unique": rule.once, **((rule.form and rule.form.asks) or {})}
    for ask, what in asked.items():
        # What is asked beyond stays: fewer words, another pattern.
        if what and not (set(rules.get(ask, "?")) <= set(what) if isinstance(what, list) else rules.get(ask)):
            rules[ask] = what
    words = known.get(name) if table == "claims" else None
    if words and set(rules.get("enum", ())) != set(words):
        rules["enum"] = words
    return {**said, **own, **({"constraints": rules} if rules else {})}


def _printed(package: dict[str, Any]) -> str:
    """A data package as Markdown. Raises Refused."""
    try:
        return "\n\n".join([HEAD + package["description"], *map(_table, package["resources"])]) + "\n"
    except (KeyError, TypeError, AttributeError):
        what = "leaves out what the codebook prints."
        remedy = (
            "Give the package, each table and each column a description, each table its path and each column "
            "its name and type."
        )
        raise Refused([Problem(SCHEMA, what, remedy)]) from None


def _table(resource: dict[str, Any]) -> str:
    rows = [
        f"| `{field['name']}` | {field['description'].replace('|', '/')} | {allowed(field)} |"
        for field in resource["schema"]["fields"]
    ]
    sheet = "" if Path(resource["path"]).suffix == ".csv" else f", sheet {resource['name']}"
    head = [
        f"## {resource['path']}{sheet}\n\n{resource['description']}\n",
        "| Column | What it holds | Allowed |",
        "|---|---|---|",
    ]
    return "\n".join([*head, *rows])


def allowed(field: dict[str, Any]) -> str:
    """What a column may hold, in words, as the data package says it."""
    rules = field.get("constraints", {})
    said = [field["type"]] if field["type"] != "string" else []
    said += ["one of " + ", ".join(rules["enum"])] if "enum" in rules else []
    said += ["may not be empty"] if rules.get("required") else []
    said += ["once only"] if rules.get("unique") else []
    return "; ".join(said)
