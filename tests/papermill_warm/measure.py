"""How fast notebooks run, in usual kernels and warm.

``python tests/papermill_warm/measure.py [-p NAME VALUE] NOTEBOOK...``

The two take turns, notebook by notebook, in one program; the middle of three rounds counts, after one that is
not timed.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from pathlib import Path

import papermill

ENGINES = {"usual": None, "warm": "warm"}


def seconds(path: Path, engine: str | None, parameters: dict[str, str], out: Path) -> float:
    """Seconds that papermill takes to run one notebook."""
    start = time.monotonic()
    settings = {
        "engine_name": engine,
        "parameters": parameters,
        "cwd": str(path.parent),
        "progress_bar": False,
    }
    papermill.execute_notebook(str(path), str(out / path.name), kernel_name="python3", **settings)
    return time.monotonic() - start


def main() -> None:
    """Run every notebook in both kinds of kernel and print seconds and ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "-p", nargs=2, action="append", default=[], dest="parameters", metavar=("NAME", "VALUE")
    )
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("notebooks", nargs="+", type=Path)
    told = parser.parse_args()
    taken: dict[str, list[float]] = {name: [] for name in ENGINES}
    with tempfile.TemporaryDirectory() as folder:
        for number in range(told.rounds + 1):
            whole = dict.fromkeys(ENGINES, 0.0)
            for path in told.notebooks[: None if number else 1]:
                for name, engine in ENGINES.items():
                    whole[name] += seconds(path.absolute(), engine, dict(told.parameters), Path(folder))
            for name in ENGINES if number else ():
                taken[name].append(whole[name])
    usual, warm = (statistics.median(taken[name]) for name in ENGINES)
    count = len(told.notebooks)
    print(f"{count} notebooks: {usual:.1f} s in usual kernels, {warm:.1f} s warm: {usual / warm:.1f} times.")


if __name__ == "__main__":
    main()
