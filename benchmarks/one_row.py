"""What one changed row costs in a dossier of 100,000 claims before any notebook runs, and what a check costs.

``python -m benchmarks.one_row`` prints it.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks import scale
from benchmarks.machine import Row

CLAIMS = 100_000
MEMORY, SECONDS = 700, 3  # MiB and seconds of the check


def change(folder: Path) -> None:
    """Change one cell of one row in the middle of the claims."""
    claims = folder / "claims.csv"
    name = f"number {CLAIMS // 2}."
    text = claims.read_text("utf-8")
    claims.write_text(text.replace(name, f"another {name}", 1), "utf-8")


def measured(folder: Path, what: str) -> dict[str, float]:
    """Seconds of this process for one thing done with a dossier, and the most memory it held (MiB).

    ``build``: reading it and holding it to its schema, as a build does. ``twice``: the same as builds did it
    once, read for the claims and read again by the whole check. ``check``: ``reported check``. Raises
    ValueError where the dossier is not in order.
    """
    from reported.build import checks
    from reported.dossier import reader

    start = time.process_time()
    if what == "check":
        found = checks.check(folder, print)
    elif what == "twice":
        reader.read(folder)
        found = checks.check(folder, print)
    else:
        found = checks.held_to_schema(folder, reader.read(folder).texts, lambda line: None)
    seconds = time.process_time() - start
    if grave := [problem for problem in found if not problem.doubt]:
        raise ValueError("\n".join(map(str, grave[:5])))
    return {"seconds": seconds, "peak_mib": scale.peak()}


def alone(folder: Path, what: str) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.one_row", str(folder), what]
    root = Path(__file__).parents[1]
    told = subprocess.run(command, check=True, capture_output=True, text=True, cwd=root).stdout
    return json.loads(told.splitlines()[-1])


def rows() -> Iterator[Row]:
    """The lines of the table: seconds are those of the processor."""
    with tempfile.TemporaryDirectory() as place:
        folder = scale.make(Path(place), CLAIMS)
        change(folder)
        ours, twice, checked = (alone(folder, what) for what in ("build", "twice", "check"))
    yield Row(
        "one row of 100,000 claims changed: what a build does before its notebooks run",
        f"{ours['seconds']:.1f} s, {ours['peak_mib']:,.0f} MiB",
        f"{twice['seconds']:.1f} s: read twice, doubts looked for",
        twice["seconds"] / ours["seconds"],
    )
    yield Row(
        "`reported check` of 100,000 claims, each cell held to the schema",
        f"{checked['seconds']:.1f} s",
        wanted=f"at most {SECONDS} s",
        good=checked["seconds"] <= SECONDS,
    )
    yield Row(
        "memory of that check",
        f"{checked['peak_mib']:,.0f} MiB",
        wanted=f"at most {MEMORY} MiB",
        good=checked["peak_mib"] <= MEMORY,
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps(measured(Path(sys.argv[1]), sys.argv[2])))
    else:
        for row in rows():
            print(row.what, row.ours, row.peer, f"{row.ratio:.1f}" if row.ratio else "", sep=" | ")
