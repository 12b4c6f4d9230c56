"""How time and memory grow with a dossier: reading, checking, origins and reconciliation of 1,000, 10,000 and
100,000 claims.

``python benchmarks/scale.py`` prints the table; the complete check, which holds every cell to the schema too,
is timed apart. The dossiers are made up, always the same, and thrown away: every hundred claims come with one
relation; four relations hang together and share nothing with the others. Half of the claims retell another
one, by links of which one in ten is inferred, some are computed from others, a few are withdrawn.
"""

from __future__ import annotations

import csv
import gc
import itertools
import json
import math
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

SIZES = (1_000, 10_000, 100_000)
CLAIMS_PER_GROUP = 400  # and four relations
BESIDE = ("drift and echoes", "contradictions")  # steps that no reconciliation waits for
RECONCILE, RECONCILED, ALL = "reconcile", "all without these two", "all"
FIRST_DAY, DAYS = date(2031, 1, 1), 700

# What is counted in each group, with a true value from which its claims scatter; the four relations tie it
# together.
TRUTH = {
    "goods": 1_200_000.0, "days": 60.0, "rate": 20_000.0, "loads": 4_000.0, "goods_per_load": 300.0,
    "trips": 20.0, "loads_per_trip": 200.0, "weight": 48_000.0, "weight_per_load": 12.0,
}  # fmt: skip
UNITS = {
    "goods": "piece", "days": "day", "rate": "piece/day", "loads": "load", "goods_per_load": "piece/load",
    "trips": "trip", "loads_per_trip": "load/trip", "weight": "tonne", "weight_per_load": "tonne/load",
}  # fmt: skip
RELATIONS = (
    ("goods", "days", "rate"),
    ("goods", "loads", "goods_per_load"),
    ("loads", "trips", "loads_per_trip"),
    ("weight", "loads", "weight_per_load"),
)
HEADLINES = ("goods", "days", "loads", "trips")
HEDGES = ("exact", "approx", "gt", "ge", "range", "le", "none", "odd", "approx_ge", "nearly")


def make(
    folder: Path, claims: int, seed: int = 1, groups: int = 0, apart: tuple[float, float] = (0.7, 1.4)
) -> Path:
    """Write a dossier of so many claims (in hundreds) into a folder, the same for the same seed.

    ``groups`` of four relations each (0: as many as belong to so many claims); a value lies ``apart`` from
    the true one by a factor between two.
    """
    rng = random.Random(f"{seed} {claims}")
    groups = groups or max(1, claims // CLAIMS_PER_GROUP)
    folder.mkdir(parents=True, exist_ok=True)
    rows = _claims(rng, claims, groups, apart)
    sources = {row["source_id"]: row for row in rows}
    _write(folder / "claims.csv", [{k: v for k, v in row.items() if k != "published"} for row in rows])
    _write(folder / "sources.csv", [_source(name, row) for name, row in sources.items()])
    for name, columns in (
        ("denials", DENIALS),
        ("events", EVENTS),
        ("hedges", ("wording", "language", "code", "low", "high", "note")),
    ):
        (folder / f"{name}.csv").write_text(",".join(columns) + "\n")
    (folder / "dossier.toml").write_text("\n".join(_plan(rows, groups)), "utf-8")
    schema = json.loads((Path(__file__).parents[1] / "data" / "datapackage.json").read_text("utf-8"))
    for field in (field for table in schema["resources"] for field in table["schema"]["fields"]):
        if field["name"] == "quantity":
            field["constraints"]["enum"] = [f"{kind}_{group}" for kind in TRUTH for group in range(groups)]
    (folder / "datapackage.json").write_text(json.dumps(schema))
    return folder


def steps(folder: Path) -> Iterator[tuple[str, Callable[[], Any]]]:
    """What is timed, one after the other: the name of a step and what does it."""
    from reported.analysis import consistency, contradictions, origins, retellings
    from reported.analysis.parameters import Parameters
    from reported.analysis.record import FIRST, Record
    from reported.dossier.reader import read

    made: dict[str, Any] = {}
    yield "read and check", lambda: made.update(record=Record(read(folder), Parameters()))
    record = made["record"]
    yield (
        "measure, both readings",
        lambda: [record.claim("", reading) for reading in ("literal", "pragmatic")],
    )
    yield "table of the claims", lambda: record.standing
    yield "graph and withdrawn", lambda: (record.links, record.withdrawn)
    yield (
        "origins of each figure",
        lambda: [
            origins.count(told)
            for told in origins.all_told(
                record.standing_rows, [row.claim_id for row in record.headlines(FIRST)]
            ).values()
        ],
    )
    yield (
        "drift and echoes",
        lambda: (retellings.ledger(record.standing_rows), origins.echoes(record.standing_rows)),
    )
    yield "contradictions", lambda: contradictions.hold(record.rows(), contradictions.Kin(record.links))
    yield "inputs and bounds", lambda: made.update(cases=record.cases())
    yield RECONCILE, lambda: [consistency.outcome(case, record.links) for case in made["cases"]]


def measure(sizes: tuple[int, ...] = SIZES) -> list[dict[str, Any]]:
    """Each step at each size: claims, seconds, how many times those of the size before, and the memory the
    run had taken by then (MiB).
    """
    made: list[dict[str, Any]] = []
    before: dict[str, float] = {}
    for claims in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder), claims)
            told = subprocess.run(
                [sys.executable, __file__, folder], check=True, capture_output=True, text=True
            ).stdout
        found = [json.loads(line) for line in told.splitlines()]
        totals = [
            {
                "step": name,
                "seconds": sum(row["seconds"] for row in found if row["step"] not in left),
                "peak_mib": max(row["peak_mib"] for row in found),
            }
            for name, left in ((RECONCILED, BESIDE), (ALL, ()))
        ]
        for row in (*found, *totals):
            grown = row["seconds"] / before[row["step"]] if row["step"] in before else None
            made.append({"claims": claims, **row, "growth": grown})
            before[row["step"]] = row["seconds"]
    return made


def against_programme(claims: int, one_in: int = 10) -> tuple[float, float]:
    """Seconds that messages take, and a linear programme, for what each quantity of some groups of relations
    would have to be and by how much they miss; the same cases for both. Raises ValueError where they differ.
    """
    from reported.analysis import consistency
    from reported.analysis.parameters import Parameters
    from reported.analysis.record import Record
    from reported.dossier.reader import read
    from tests.analysis import programme

    with tempfile.TemporaryDirectory() as folder:
        record = Record(read(make(Path(folder), claims)), Parameters())
        whole = record.cases()
    size, cases = len(RELATIONS), []
    for case, first in itertools.product(whole, range(0, len(whole[0].relations), size * one_in)):
        relations = case.relations[first : first + size]
        named = {name for relation in relations for name in relation.quantities}
        bounds = {name: bound for name, bound in case.bounds.items() if name in named}
        cases.append(consistency.Case(relations, bounds))
    del record, whole
    gc.collect()  # what the dossier leaves is not to be tidied up while it is timed
    start = time.perf_counter()
    ours = [consistency.outcome(case).stretch for case in cases]
    between = time.perf_counter()
    for case in cases:
        for name in case.quantities:
            programme.implied(case, name)
    theirs = [programme.stretch(case) for case in cases]
    end = time.perf_counter()
    if not all(math.isclose(a, b, rel_tol=1e-6) for a, b in zip(ours, theirs, strict=True)):
        raise ValueError("the messages and the linear programme differ")
    return between - start, end - between


def checked(claims: int) -> float:
    """Seconds that ``reported check`` takes, the schema included. Raises ValueError where it finds anything
    wrong.
    """
    from reported.build.checks import check

    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), claims)
        start = time.perf_counter()
        if problems := [problem for problem in check(folder) if not problem.doubt]:
            raise ValueError("\n".join(map(str, problems[:5])))
        return time.perf_counter() - start


def timed(folder: Path) -> Iterator[dict[str, Any]]:
    """Run the steps here and now; memory is the most this process has held so far."""
    for name, step in steps(folder):
        start = time.perf_counter()
        step()
        seconds = time.perf_counter() - start
        yield {"step": name, "seconds": seconds, "peak_mib": peak()}


def peak() -> float:
    """The most memory this process has held so far, in MiB."""
    status = Path("/proc/self/status")
    if status.exists():  # elsewhere than on Linux what the parent held when it started us counts too
        return int(re.search(r"VmHWM:\s+(\d+)", status.read_text())[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (2**20 if sys.platform == "darwin" else 1024)


DENIALS = (
    "denial_id", "source_id", "said_on", "speaker", "institution", "type", "scope", "targets",
    "addresses_quantity", "stated", "gloss", "note",
)  # fmt: skip
EVENTS = (
    "event_id", "source_id", "date_start", "date_end", "event", "parties", "strand", "item", "basis",
    "credibility", "credibility_reason", "note",
)  # fmt: skip


def _claims(rng: random.Random, claims: int, groups: int, apart: tuple[float, float]) -> list[dict[str, Any]]:
    """The claims in the order of their documents; the first of each group are those under examination."""
    said: dict[str, list[dict[str, Any]]] = {}
    made = []
    for number in range(claims):
        group = number % groups
        turn = number // groups
        kind = HEADLINES[turn] if turn < len(HEADLINES) else rng.choice(tuple(TRUTH))
        quantity, day = f"{kind}_{group}", FIRST_DAY + timedelta(days=number * DAYS // claims)
        earlier = said.setdefault(quantity, [])
        row = _statement(rng, number, kind, quantity, day, apart)
        draw = rng.random()
        if earlier and draw < 0.5:
            of = rng.choice(earlier[-8:])
            row |= {
                "relays": of["claim_id"] + "?" * (rng.random() < 0.1),
                "relation": rng.choice(("retells", "quotes", "translates")),
            }
            row |= {
                name: of[name] for name in ("institution", "origin_id", "period_start", "value", "value_high")
            }
            row["hedge"] = (
                "range"
                if of["value_high"]
                else of["hedge"]
                if of["hedge"] != "exact" and rng.random() < 0.7
                else "approx"
            )
            # Without a number there is nothing to hedge.
            row["hedge"] = row["hedge"] if of["value"] else "none"
        elif kind == "goods" and draw < 0.7 and said.get(f"loads_{group}"):
            row |= {
                "relays": rng.choice(said[f"loads_{group}"][-8:])["claim_id"],
                "relation": "derives",
                "basis": "derived",
            }
        elif turn >= len(HEADLINES) and draw > 0.998:
            row["status"] = "retracted"
        earlier.append(row)
        made.append(row)
    return made


def _statement(
    rng: random.Random, number: int, kind: str, quantity: str, day: date, apart: tuple[float, float]
) -> dict[str, Any]:
    value = float(f"{TRUTH[kind] * rng.uniform(*apart):.2g}")
    hedge = rng.choices(HEDGES, (67, 66, 53, 21, 23, 11, 15, 3, 3, 2))[0]
    speaker = rng.randrange(40)
    count = kind in ("goods", "loads", "trips", "weight")
    return {
        "claim_id": f"claim-{number}", "source_id": f"source-{number * 7 // 10}", "said_on": "",
        "quantity": quantity,
        "stated": f"the words of document {number * 7 // 10} that carry the figure", "gloss": "",
        "modality": rng.choices(("actual", "capacity"), (98, 2))[0],
        "hedge": hedge, "value": "" if hedge == "none" else f"{value:g}",
        "value_high": f"{value * 1.5:g}" if hedge == "range" else "", "margin": "", "unit": UNITS[kind],
        "item": kind, "item_code": "thing", "scope": "", "speaker": f"Speaker {speaker}", "role": "",
        "institution": f"Institution {speaker}",
        "credited": "", "origin_id": f"ORIGIN-{number}", "relays": "", "relation": "", "basis": "assessed",
        "period_start": str(FIRST_DAY - timedelta(days=90)), "period_end": str(day),
        "cumulative": "yes" if count else "no", "series": "", "alternative_group": "", "credibility": "3",
        "credibility_reason": "Method and kind are not given; right order of magnitude beside the other "
        "figures of the week.",
        "status": "active", "note": f"Made up; number {number}.", "published": str(day),
    }  # fmt: skip


def _source(name: str, row: dict[str, Any]) -> dict[str, str]:
    return {
        "source_id": name, "title": f"Report {name}", "publisher": f"Paper {row['speaker'].split()[-1]}",
        "publisher_kind": "news", "language": "en", "url": f"https://example.org/{name}",
        "published": row["published"], "reached_via": "original", "reliability": "C",
        "reliability_reason": "Made up for a measurement.", "note": "",
    }  # fmt: skip


def _plan(rows: list[dict[str, Any]], groups: int) -> Iterator[str]:
    about = ("id", "title", "subject", "question", "description", "caveat")
    yield "\n".join(["[dossier]", *(f'{name} = "scale"' for name in about), "[items]", 'thing = "things"'])
    for group in range(groups):
        for kind in TRUTH:
            name = f"{kind.replace('_', ' ')} {group}"
            names = (f'{form} = "{name}"' for form in ("label", "one", "many"))
            yield "\n".join([f"[quantities.{kind}_{group}]", *names, f'units = {{ "{UNITS[kind]}" = 1 }}'])
        for product, one, other in RELATIONS:
            said = f"{product}_{group} = {one}_{group} × {other}_{group}"
            yield f'[[relations]]\nid = "{product}-{one}-{group}"\nsays = "{said}"\nreads = "A product."'
    firsts: dict[str, list[str]] = {}
    for row in rows:
        firsts.setdefault(row["quantity"], []).append(row["claim_id"])
    for group in range(groups):
        for kind in HEADLINES:
            claim, *others = firsts[f"{kind}_{group}"][:2]
            yield f'[[headline]]\nclaim = "{claim}"' + "".join(f'\nretold = "{other}"' for other in others)


def _write(path: Path, rows: list[dict[str, Any]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.DictWriter(file, rows[0], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        for row in timed(Path(sys.argv[1])):
            print(json.dumps(row))
    else:
        print(f"{'step':<26}{'claims':>9}{'seconds':>9}{'growth':>8}{'MiB':>7}")
        for row in measure():
            grown = f"{row['growth']:.1f}" if row["growth"] else ""
            print(
                f"{row['step']:<26}{row['claims']:>9,}{row['seconds']:>9.2f}{grown:>8}{row['peak_mib']:>7.0f}"
            )
        for claims in SIZES:
            print(f"{'check with the schema':<26}{claims:>9,}{checked(claims):>9.2f}")
