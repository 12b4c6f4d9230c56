"""Measure everything in one run and write the table into docs/performance.md: ``make benchmark`` (twenty minutes; leave the machine alone)."""

from __future__ import annotations

import re
import subprocess
import sys
import time

from benchmarks import builds, pages, scale, sweeps
from benchmarks.machine import ROOT, Row, described, run

PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- measured by make benchmark -->", "<!-- /measured -->"


def imports() -> list[Row]:
    """What it costs to import the package, and the rooms that a notebook imports."""
    nothing, package, notebook, peer = (
        min(run([sys.executable, "-c", code]) for _ in range(5))
        for code in ("pass", "import reported", "import reported.edition", "import papermill")
    )
    return [
        Row("importing the package, beyond Python itself", f"{1000 * (package - nothing):.0f} ms"),
        Row(
            "importing what a notebook imports",
            f"{notebook - nothing:.2f} s",
            f"{peer - nothing:.2f} s: papermill",
            (peer - nothing) / (notebook - nothing),
        ),
    ]


def data() -> list[Row]:
    """How reading, origins and reconciliation grow with the claims."""
    told = [row for row in scale.measure() if row["step"] == "all"]
    largest, sizes = told[-1], " / ".join(f"{row['claims']:,}" for row in told)
    return [
        Row(
            f"reading, origins, drift, contradictions and reconciliation of {sizes} claims",
            " / ".join(f"{row['seconds']:.1f} s" for row in told),
            "the tenth of it",
            largest["growth"],
            "at most 10 s",
            largest["seconds"] <= 10,
        ),
        Row(
            f"memory at {largest['claims']:,} claims",
            f"{largest['peak_mib']:.0f} MiB",
            wanted="at most 1,024 MiB",
            good=largest["peak_mib"] <= 1024,
        ),
        Row(
            f"every cell held to the schema at {largest['claims']:,} claims (Frictionless)",
            f"{scale.held_to_schema(largest['claims']):.1f} s",
        ),
    ]


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| Measured | Ours | Held against | Ratio | Asked for |", "|---|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.1f}" if row.ratio < 100 else f"{row.ratio:.0f}"
        mark = {True: ": met", False: ": **not met**", None: ""}[row.good] if row.wanted or row.good is not None else ""
        lines.append(f"| {row.what} | {row.ours} | {row.peer} | {ratio} | {row.wanted}{mark} |")
    return "\n".join(lines)


def main() -> None:
    """Measure, show each row as it comes, and write the table."""
    rows, start = [], time.perf_counter()
    for part in (imports, builds.rows, pages.rows, data, sweeps.rows):
        for row in part():
            rows.append(row)
            print(
                f"{row.what or '  …':<75} {row.ours:<22} {row.peer:<60} {'' if row.ratio is None else f'{row.ratio:.2f}'} {row.wanted}",
                flush=True,
            )
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    minutes = (time.perf_counter() - start) / 60
    said = f"{START}\n{described()} Commit {commit}. `make benchmark` took {minutes:.0f} minutes.\n\n{table(rows)}\n{END}"
    text = PAGE.read_text("utf-8")
    PAGE.write_text(re.sub(f"{START}.*{END}", lambda _: said, text, flags=re.DOTALL), "utf-8")
    print(f"Written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
