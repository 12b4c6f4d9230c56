"""Attack a report: make a copy of its data, keep a report to compare with, put a made-up claim into the copy.

    python red-team/attack.py copy data attack/data
    python red-team/attack.py keep attack/report/latest attack/report/before
    python red-team/attack.py add 1-contradiction attack/data

Plain Python and nothing else, so that it does the same on every system. This file goes into the packs as it
is, beside the claims.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
TABLES = ("sources", "claims")


def copy(folder: str, place: str) -> None:
    """Copy a folder to a new place."""
    _new(place)
    shutil.copytree(folder, place)


def keep(folder: str, place: str) -> None:
    """Keep a folder under a new name."""
    _new(place)
    Path(folder).rename(place)


def add(name: str, data: str) -> None:
    """Put a made-up claim and its document under the tables of a dossier."""
    for table in TABLES:
        if not (HERE / f"{name}-{table}.csv").is_file():
            known = sorted(path.name.removesuffix("-claims.csv") for path in HERE.glob("*-claims.csv"))
            sys.exit(f"There is no attack {name}. Known: {', '.join(known)}.")
    for table in TABLES:
        if not (Path(data) / f"{table}.csv").is_file():
            sys.exit(
                f"{data} holds no {table}.csv. Where the tables stand in a workbook, make a copy with "
                f"files of CSV: reported export {data} --csv FOLDER"
            )
        row, path = (HERE / f"{name}-{table}.csv").read_bytes(), Path(data) / f"{table}.csv"
        rows = path.read_bytes()
        if row.strip() in rows:
            sys.exit(f"{path.as_posix()} has that row already.")
        path.write_bytes(rows + (b"" if rows.endswith(b"\n") else b"\n") + row)


def _new(place: str) -> None:
    if Path(place).exists():
        sys.exit(f"{place} is there already. Remove it, or name another place.")


VERBS: dict[str, Callable[[str, str], None]] = {"copy": copy, "keep": keep, "add": add}


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in VERBS:
        sys.exit(__doc__)
    VERBS[sys.argv[1]](*sys.argv[2:])
