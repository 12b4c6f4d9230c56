"""A dossier of the older form becomes what it would be now, and one of the present form stays as it is."""

import csv
import json
import re
from pathlib import Path

import pytest

from reported import cli
from reported.build.checks import check
from reported.dossier import migration
from reported.dossier.claim import CODES
from reported.dossier.formulas import parsed
from reported.dossier.starter import EXAMPLE
from reported.errors import MIGRATE, Refused

from ..conftest import RELIEF, ROOT, change

ALL = [ROOT / "data", RELIEF, EXAMPLE]
named = pytest.mark.parametrize("folder", ALL, ids=lambda folder: f"{folder.parent.name}/{folder.name}")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write(path: Path, made: list[dict[str, str]], columns: list[str]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, columns, lineterminator="\n", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(made)


def sayable(folder: Path) -> Path:
    """Take from a dossier what could not be said in the older form."""
    claims = rows(folder / "claims.csv")
    roles = {row["speaker"]: row["role"] for row in claims if row["role"]}
    for row in claims:
        row |= {"said_on": "", "scope": "", "margin": "", "role": roles.get(row["speaker"], "")}
        row["modality"] = row["modality"] if row["modality"] == "capacity" else "actual"
    write(folder / "claims.csv", claims, list(claims[0]))
    return folder


def made_older(folder: Path) -> Path:
    """Write a dossier as it was written before claims said more than a number."""
    claims = rows(folder / "claims.csv")
    roles = {row["speaker"]: row["role"] for row in claims if row["role"]}
    for row in claims:
        row["hedge"] = "capacity_" * (row["modality"] == "capacity") + row["hedge"]
    write(folder / "claims.csv", claims, [name for name in claims[0] if name not in migration.NEW])
    plan = folder / "dossier.toml"
    parts = re.split(r"(?m)^(?=\[)", plan.read_text("utf-8"))
    lines = [
        older_line(line) if part.startswith("[[relations]]") else line
        for part in parts
        for line in re.split(r"(?<=\n)", part)
    ]
    told = "".join(f'"{name}" = "{role}"\n' for name, role in roles.items())
    text = "".join(lines) + f"# who speaks\n[speakers]  # by name\n{told}" * bool(told)
    plan.write_text(text, "utf-8", newline="")
    schema = folder / "datapackage.json"
    if schema.exists():
        package = json.loads(schema.read_text("utf-8"))
        for field in (field for table in package["resources"] for field in table["schema"]["fields"]):
            if "approx" in field.get("constraints", {}).get("enum", ()):
                field["constraints"]["enum"] += [f"capacity_{code}" for code in CODES if code != "none"]
                field["description"] += migration.OLDER_WORDS
        schema.write_text(json.dumps(package, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="")
    return folder


def older_line(line: str) -> str:
    if not (said := re.fullmatch(r'says = "(\w+ = \w+ × \w+)"(.*)\n', line)):
        return line
    formula = parsed(said[1])
    first, second = formula.parts
    return f'product = "{formula.whole}"{said[2]}\nfactors = ["{first}", "{second}"]\n'


def content(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@named
def test_an_older_dossier_becomes_what_it_would_be_now(folder, copy_of):
    copy = sayable(copy_of(folder))
    now, older = content(copy), content(made_older(copy))
    assert older["claims.csv"] != now["claims.csv"] and older["dossier.toml"] != now["dossier.toml"]
    assert migration.migrate(copy)
    made = content(copy)
    assert made["claims.csv"] == now["claims.csv"]
    assert made.get("datapackage.json") == now.get("datapackage.json")
    kept = made["dossier.toml"].decode().replace("# who speaks\n", "").rstrip("\n")
    assert kept == now["dossier.toml"].decode().rstrip("\n"), "all comments are there, and nothing else"
    assert [problem for problem in check(copy) if not problem.doubt] == []


@named
def test_what_is_of_the_present_form_is_not_touched(folder, copy_of, capsys):
    copy = copy_of(folder)
    before = content(copy)
    assert cli.main(["migrate", str(copy)]) == 0
    assert "Nothing to do" in capsys.readouterr().out
    assert content(copy) == before


def test_check_names_what_is_older_and_the_command_in_a_line_each(copy_of):
    told = [str(p) for p in check(made_older(sayable(copy_of(ROOT / "data")))) if not p.doubt]
    assert len(told) < 10
    (columns,) = (line for line in told if "modality" in line)
    assert all(name in columns for name in migration.NEW)
    (hedges,) = (line for line in told if "column hedge" in line)
    assert "'capacity_" in hedges
    (speakers,) = (line for line in told if "speakers" in line)
    assert all(line.endswith(MIGRATE) for line in (columns, hedges, speakers))


def test_what_is_older_in_part_is_rewritten_in_part(copy_of):
    copy = copy_of(RELIEF)
    change(copy, "claims", "flour-mayor", hedge="capacity_ge")
    change(copy, "claims", "flour-paper", modality="pledge", scope="one lorry")
    (said,) = migration.migrate(copy)
    assert "1 times capacity_ of a hedge became the modality capacity" in said
    first, second, *_ = rows(copy / "claims.csv")
    assert (first["hedge"], first["modality"]) == ("ge", "capacity")
    assert (second["modality"], second["scope"]) == ("pledge", "one lorry"), "what was said stays"
    plan = copy / "dossier.toml"
    plan.write_text(plan.read_text("utf-8") + '\n[speakers]\n"The mayor" = "by radio"\n# left\n', "utf-8")
    change(copy, "claims", "flour-paper", role="in the paper")
    migration.migrate(copy)
    assert [row["role"] for row in rows(copy / "claims.csv")][:2] == ["by radio", "in the paper"]
    assert plan.read_text("utf-8").endswith("\n# left\n")
    assert migration.migrate(copy) == []


def test_a_speaker_nobody_names_stays_as_a_comment(copy_of):
    copy = copy_of(RELIEF)
    plan = copy / "dossier.toml"
    plan.write_text(plan.read_text("utf-8") + '\n[speakers]\n"The major" = "who was there"\n', "utf-8")
    (said,) = migration.migrate(copy)
    assert "'The major' stays as a comment" in said
    assert '# "The major" = "who was there"' in plan.read_text("utf-8")


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("claims.csv", ",active,", ",active,,"),
        ("dossier.toml", "[[headline]]", '[speakers]\n"The mayor" = """\n[who] was\nthere"""\n[[headline]]'),
        ("dossier.toml", "title = ", "title "),
    ],
)
def test_what_cannot_be_rewritten_is_refused_and_left_as_it_was(copy_of, file, old, new):
    copy = made_older(copy_of(RELIEF))
    path = copy / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    before = content(copy)
    with pytest.raises(Refused):
        migration.migrate(copy)
    assert content(copy) == before


def test_relations_keep_their_comments_and_other_parts():
    older = """\
[[relations]]  # one
id = "load"
product = "flour"  # the whole
factors = [
  "lorries",  # those counted
  "flour_per_lorry",
]
reads = "Flour is lorries times a load."
[items]
"product" = "a thing"
"""
    made = migration.relations(older)
    assert 'says = "flour = lorries × flour_per_lorry"  # the whole' in made
    assert "# those counted" in made and '"product" = "a thing"' in made
    assert migration.relations(made) == made


def test_the_tables_of_the_project_have_the_new_columns():
    for folder in ALL:
        header = (folder / "claims.csv").read_text("utf-8").splitlines()[0].split(",")
        assert set(migration.NEW) < set(header)


def test_a_table_of_another_form_is_refused_and_left_as_it_was(copy_of):
    folder = made_older(copy_of(ROOT / "tests" / "relief"))
    table = folder / "claims.csv"
    table.write_text(table.read_text("utf-8").replace(",", ";"), "utf-8")
    before = content(folder)
    with pytest.raises(Refused, match="has no header"):
        migration.migrate(folder)
    assert content(folder) == before


def test_a_description_that_cannot_be_read_stops_before_anything_is_written(copy_of):
    folder = made_older(copy_of(ROOT / "data"))
    (folder / "datapackage.json").write_text("{ broken", "utf-8")
    before = content(folder)
    with pytest.raises(Refused):
        migration.migrate(folder)
    assert content(folder) == before
