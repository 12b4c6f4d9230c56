"""Measure everything in one run and write the table into docs/performance.md: ``make benchmark`` (half an
hour on a slow machine; leave it alone).
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator

from benchmarks import builds, many, one_row, pages, preview, scale, sweeps
from benchmarks.machine import ROOT, Row, described, middle, run

PAGE = ROOT / "docs" / "performance.md"
START, END = "<!-- measured by make benchmark -->", "<!-- /measured -->"


def imports() -> list[Row]:
    """What it costs to import the package, and the rooms that a notebook imports."""
    nothing, package, notebook, peer = (
        min(run([sys.executable, "-c", code]) for _ in range(5))
        for code in ("pass", "import reported", "import reported.edition", "import papermill")
    )
    return [
        Row("importing the package, beyond Python itself", f"{max(0, 1000 * (package - nothing)):.0f} ms"),
        Row(
            "importing what a notebook imports",
            f"{notebook - nothing:.2f} s",
            f"{peer - nothing:.2f} s: papermill",
            (peer - nothing) / (notebook - nothing),
        ),
    ]


def data() -> list[Row]:
    """How reading, origins and reconciliation grow with the claims."""
    told = scale.measure()
    sizes = list(dict.fromkeys(row["claims"] for row in told))
    named = " / ".join(f"{size:,}" for size in sizes)
    without, beside, alone = (
        [row for row in told if row["step"] == step]
        for step in (scale.RECONCILED, scale.ALL, scale.RECONCILE)
    )
    ours, programme = scale.against_programme(sizes[-1])
    relations = sizes[-1] // scale.CLAIMS_PER_GROUP * len(scale.RELATIONS)
    return [
        Row(
            f"reading and checking, origins, reconciliation of {named} claims",
            " / ".join(f"{row['seconds']:.1f} s" for row in without),
            "the tenth of it",
            without[-1]["growth"],
            "at most 10 s",
            without[-1]["seconds"] <= 10,
        ),
        Row(
            "with drift and contradictions",
            " / ".join(f"{row['seconds']:.1f} s" for row in beside),
            "the tenth of it",
            beside[-1]["growth"],
        ),
        Row(
            f"reconciliation alone: {relations:,} relations, four ways of reading {sizes[-1]:,} claims",
            f"{alone[-1]['seconds']:.2f} s",
            "the tenth of it",
            alone[-1]["growth"],
            "at most 1 s",
            alone[-1]["seconds"] <= 1,
        ),
        Row(
            "of these relations one group in ten",
            f"{ours:.2f} s",
            f"{programme:.2f} s: a linear programme (SciPy, HiGHS)",
            programme / ours,
        ),
        Row(
            f"memory at {sizes[-1]:,} claims",
            f"{beside[-1]['peak_mib']:.0f} MiB",
            wanted="at most 700 MiB",
            good=beside[-1]["peak_mib"] <= 700,
        ),
    ]


def ways(one_in: int = 97) -> list[Row]:
    """All ways of reading the shipped figures, against each by itself."""
    from reported.analysis import consistency, specifications
    from reported.analysis.parameters import Parameters
    from reported.analysis.record import Record
    from reported.dossier.reader import read

    def seconds(act: Callable[[], object]) -> float:
        start = time.process_time()
        act()
        return time.process_time() - start

    record = Record(read(ROOT / "data"), Parameters())
    ours = middle(3, lambda: seconds(lambda: specifications.specified(record)))
    every = specifications.specified(record)
    each = [one.case for one in every][::one_in]
    theirs = one_in * seconds(lambda: [consistency.outcome(case) for case in each])
    told = f"{theirs:.1f} s: each by itself, reckoned from one in {one_in}"
    return [Row(f"all {len(every):,} ways of reading the figures", f"{ours:.2f} s", told, theirs / ours)]


def table(rows: list[Row]) -> str:
    """The rows as a Markdown table."""
    lines = ["| Measured | Ours | Held against | Ratio | Asked for |", "|---|---|---|---|---|"]
    for row in rows:
        ratio = "" if row.ratio is None else f"{row.ratio:.1f}" if row.ratio < 100 else f"{row.ratio:.0f}"
        mark = (
            {True: ": met", False: ": **not met**", None: ""}[row.good]
            if row.wanted or row.good is not None
            else ""
        )
        lines.append(f"| {row.what} | {row.ours} | {row.peer} | {ratio} | {row.wanted}{mark} |")
    return "\n".join(lines)


def told(part: Callable[[], Iterable[Row]]) -> Iterator[Row]:
    """The rows of a part; where it breaks off, the last one says so, and the others are measured all the
    same.
    """
    try:
        yield from part()
    except Exception as error:
        traceback.print_exc()
        yield Row(f"{part.__module__}, {part.__name__}", f"**not measured**: {type(error).__name__}")


def main() -> None:
    """Measure, show each row as it comes, and write the table."""
    rows, start = [], time.perf_counter()
    for part in (
        imports,
        builds.set_up,
        builds.rows,
        preview.rows,
        preview.large,
        pages.rows,
        ways,
        data,
        one_row.rows,
        sweeps.rows,
        many.rows,
    ):
        for row in told(part):
            rows.append(row)
            print(
                f"{row.what or '  …':<75} {row.ours:<22} {row.peer:<60} "
                f"{'' if row.ratio is None else f'{row.ratio:.2f}'} {row.wanted}",
                flush=True,
            )
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True
    ).stdout.strip()
    minutes = (time.perf_counter() - start) / 60
    said = (
        f"{START}\n{described()} Commit {commit}. `make benchmark` took {minutes:.0f} "
        f"minutes.\n\n{table(rows)}\n{END}"
    )
    text = PAGE.read_text("utf-8")
    PAGE.write_text(re.sub(f"{START}.*{END}", lambda _: said, text, flags=re.DOTALL), "utf-8")
    print(f"Written: {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
