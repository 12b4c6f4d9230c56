"""The table of a sweep and the chart of how the answer moved; neither holds all rows in memory."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from reported.staging import staging

CHART = "how-the-answer-moved"
NAME = "sweep.csv"

Listed = Callable[[], Iterable[Mapping[str, Any]]]  # the rows from the first on, each time it is called


@dataclass
class Sketch:
    """What is remembered of rows: the names of their columns, how many there are, each one's verdict."""

    columns: dict[str, None] = field(default_factory=dict)
    many: int = 0
    said: list[dict[str, str]] = field(default_factory=list)  # the verdict and the values that were swept

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Any]], swept: Sequence[str]) -> Sketch:
        """What is to be remembered of these rows."""
        made = cls()
        for row in rows:
            made.many += 1
            made.columns.update(dict.fromkeys(row))
            if "verdict" in row:
                made.said.append({name: row[name] for name in (*swept, "verdict")})
        made.columns.pop("error", None)
        return made

    def told(self) -> str:
        """What a sweep says, in a sentence: how many editions gave which verdict."""
        verdicts = Counter(row["verdict"] for row in self.said)
        parts = [f"{count:,} “{verdict}”" for verdict, count in verdicts.most_common()]
        many = f"{self.many:,} edition{'s' * (self.many != 1)}"
        return f"{many}: {', '.join(parts)}." if parts else f"{many}, and none could be made."


def publish(rows: Listed, swept: Sequence[str], place: Path) -> tuple[tuple[Path, ...], str]:
    """Write ``sweep.csv`` and the chart of how the answer moved. Returns them, and what they say."""
    place.mkdir(parents=True, exist_ok=True)
    sketch = Sketch.of(rows(), swept)
    with staging(place, ".making-") as folder:
        drawn = draw(sketch, swept, folder)
        _write(rows(), sketch, folder / NAME)
        # The table last: what it says is there.
        for new in sorted(folder.iterdir(), key=lambda new: new.name == NAME):
            new.replace(place / new.name)
    table, chart = place / NAME, place / f"{CHART}.svg"
    return ((table, chart) if drawn else (table,)), sketch.told()


def so_far(rows: Listed, place: Path) -> int:
    """Write the table of the rows that are there while a sweep runs, and no chart. Returns how many."""
    sketch = Sketch.of(rows(), ())
    place.mkdir(parents=True, exist_ok=True)
    with staging(place, ".making-") as folder:
        _write(rows(), sketch, folder / NAME)
        (folder / NAME).replace(place / NAME)
    return sketch.many


def _write(rows: Iterable[Mapping[str, Any]], sketch: Sketch, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, [*sketch.columns, "error"], restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(map(cells, rows))


def cells(row: Mapping[str, Any]) -> dict[str, Any]:
    """A row as it is written."""
    from reported.wording.findings import cell

    return {name: cell(_written(value)) for name, value in row.items()}


def _written(value: Any) -> Any:
    return "" if value is None else f"{value:.12g}" if isinstance(value, float) else value


def _in_bands(line: Sequence[tuple[str, str]]) -> str:
    from reported.figures import charts

    return ", ".join(f"{verdict} from {first} to {last}" for verdict, first, last in charts.bands(line))


def draw(sketch: Sketch, swept: Sequence[str], place: Path) -> bool:
    """Publish the chart of how the verdict moved: along the setting with most values, one line for each
    choice of the others.

    Returns whether there was anything to draw.
    """
    import pandas as pd

    from reported.figures import charts

    said = sketch.said
    if not said or not swept:
        return False
    along = max(swept, key=lambda name: len({row[name] for row in said}))
    rest = [name for name in swept if name != along]
    lines: dict[str, list[tuple[str, str]]] = {}
    for row in said:
        line = ", ".join(f"{name.replace('_', ' ')} {row[name]}" for name in rest)
        lines.setdefault(line, []).append((row[along], row["verdict"]))
    most = charts.MOST_LINES
    only = f". The first {most} of {len(lines)} lines; the others stand in sweep.csv" * (len(lines) > most)
    points = ((name, at, verdict) for name, line in lines.items() for at, verdict in line)
    charts.publish(
        charts.runs(lines),
        CHART,
        title=sketch.told(),
        subtitle="The verdict on the figures as retold, edition by edition; from left to right: "
        f"{along.replace('_', ' ')}{only}",
        source=f"Computed from {len(said)} editions of the same notebooks and dossier; every number behind "
        "it stands in sweep.csv.",
        alt=charts.described_lines(
            f"Bands of equal verdict along {along.replace('_', ' ')}.",
            (f"{name}: {_in_bands(line)}" if name else _in_bands(line) for name, line in lines.items()),
        ),
        data=pd.DataFrame(points, columns=["line", along, "verdict"]),
        folder=place,
    )
    return True
