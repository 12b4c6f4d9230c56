"""Sweeps: one question asked of many editions, and how the answer moved.

Each parameter takes a list or a range of values, and each combination is an edition. What an edition found is
kept under a digest of all it was made from, so a sweep goes on where it stopped, a changed claim runs what it
touches, and several machines can share the work.
"""

from __future__ import annotations

import csv
import io
import itertools
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import Any

from reported.build import manifest
from reported.build.project import notebooks
from reported.build.publishing import opened, up_to_date
from reported.build.request import Request, copied, inputs
from reported.build.run import build, hold_to_schema, together
from reported.errors import Problem, Refused, quoted
from reported.files import as_json
from reported.notebooks import cache, messages, runner
from reported.notebooks.cache import MAKING, Cache
from reported.notebooks.runner import NotebookFailed
from reported.staging import clear, staging

STEPS = {"day": 1, "week": 7, "month": 1, "quarter": 3, "year": 12}  # in days the first two, else in months
MOST = 100_000  # editions of one sweep
DIGITS = 40  # of a number in a range, before and behind the point
ROW, CHART = "row.json", "how-the-answer-moved"


Work = Callable[[Request, Path], dict[str, str] | None]
Runner = Callable[[Work, Sequence[tuple[Request, str]], Cache], dict[str, str]]


@dataclass(frozen=True)
class Swept:
    """What a sweep came to: its table and its chart, how many editions were made now, which failed and why,
    how many nobody made yet.
    """

    files: tuple[Path, ...]
    made: int
    failed: Mapping[str, str]
    missing: int
    said: str


def values(text: str) -> list[str]:
    """The values that a setting names, separated by commas; ``low..high/step`` stands for all from low to
    high.

    A step is a number, or ``day``, ``week``, ``month``, ``quarter`` or ``year`` between dates. Without a step
    ``low..high`` is one value, as in any edition. Raises ValueError.
    """
    found: list[str] = []
    for part in text.split(","):
        span, slash, step = part.strip().partition("/")
        low, dots, high = span.partition("..")
        if not slash:
            found.append(span)
        elif not dots:
            raise ValueError(f"{quoted(part)} has a step but no range")
        else:
            # One by one and no further than the limit: a range may stand for more than fits into memory.
            found += itertools.islice((_days if step in STEPS else _numbers)(low, high, step), MOST + 1)
        if len(found) > MOST:
            raise ValueError(f"{quoted(part)} leads to more than {MOST:,} editions, which is the limit")
    return list(dict.fromkeys(found))


def _days(low: str, high: str, step: str) -> Iterator[str]:
    try:
        first, last = date.fromisoformat(low), date.fromisoformat(high)
    except ValueError:
        raise ValueError(f"{quoted(f'{low}..{high}')} is no range of days, each written YYYY-MM-DD") from None
    if first > last:
        raise ValueError(f"{low} is after {high}")
    day: date | None = first
    count = 0
    while day is not None and day <= last:
        yield str(day)
        count += STEPS[step]
        day = _later(first, count, step)


def _later(first: date, count: int, step: str) -> date | None:
    """The day so many days or months later; ``None`` where the calendar has ended."""
    if step in ("day", "week"):
        number = first.toordinal() + count
        return date.fromordinal(number) if number <= date.max.toordinal() else None
    year, month = divmod(first.month - 1 + count, 12)
    # The 31st of a month that has no such day is its last day.
    return next((day for n in range(4) if (day := _day(first.year + year, month + 1, first.day - n))), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _numbers(low: str, high: str, step: str) -> Iterator[str]:
    said = quoted(f"{low}..{high}/{step}")
    try:
        first, last, by = Decimal(low), Decimal(high), Decimal(step)
    except InvalidOperation:
        raise ValueError(
            f"{said} is neither a range of numbers nor one of dates with {', '.join(STEPS)}"
        ) from None
    # Any digit of one may meet any digit of another, and no sum is to be rounded.
    if not all(
        n.is_finite() and n.adjusted() < DIGITS and -DIGITS < int(n.as_tuple().exponent) < DIGITS
        for n in (first, last, by)
    ):
        raise ValueError(f"{said} holds what is no number, or one of more than {DIGITS} digits")
    if by <= 0 or first > last:
        raise ValueError(f"{said} leads nowhere")
    exact = Context(prec=3 * DIGITS)
    for n in itertools.count():
        value = exact.add(first, exact.multiply(by, Decimal(n)))
        if value > last:
            return
        yield format(value.normalize(exact), "f")


def orders(base: Request, settings: Mapping[str, Sequence[str]]) -> list[Request]:
    """The editions of a sweep: every combination of the values, each called by them. The last setting changes
    fastest.
    """
    made = []
    for chosen in itertools.product(*settings.values()):
        changes = dict(zip(settings, chosen, strict=True))
        made.append(replace(base, changes=changes, called=f"sweep/{label(changes)}".replace(" ", "+")))
    return made


def label(changes: Mapping[str, str]) -> str:
    """What an edition of a sweep is called: the values of its settings."""
    return " ".join(f"{name}={value}" for name, value in changes.items()).replace("/", "-")


def keys(swept: Sequence[Request]) -> list[str]:
    """Under what each edition's row is kept: a digest of all that its notebooks are made from."""
    base = swept[0]
    given = {
        path: content
        for path, content in inputs(base).items()
        if path.startswith(("data/", "notebooks/", "report/editions/"))
    }
    reach = cache.reached(
        "import reported.analysis.parameters, reported.build.answers, reported.document.assembly",
        *map(runner.code, notebooks(base.root)),
    )
    common = cache.digest("row", given, reach, cache.surroundings(), str(base.beside))
    return [cache.digest(common, request.edition, {**request.changes}) for request in swept]


def check(swept: Sequence[Request], show: Callable[[str], None]) -> None:
    """Hold every edition against the contract of parameters. Raises Refused with each problem once."""
    from reported.analysis import parameters
    from reported.dossier import reader

    hold_to_schema(swept[0], show)
    plan = reader.read(swept[0].data).plan
    problems: dict[Problem, None] = {}
    for request in swept:
        try:
            parameters.load(request.file, plan, request.changes)
        except Refused as refused:
            problems |= dict.fromkeys(refused.problems)
    if problems:
        raise Refused(list(problems))


def answer(request: Request, folder: Path) -> dict[str, str] | None:
    """Run the notebooks of an edition and write what they found into a folder, as a row. Returns the digests
    of the files they opened.

    No figure is drawn and no notebook kept: they are a thousand times the size of the row, and nobody would
    look at them. Raises NotebookFailed, or Refused.
    """
    from reported.analysis import parameters
    from reported.build import answers
    from reported.document import assembly
    from reported.dossier import reader

    shutil.rmtree(request.stopped, ignore_errors=True)
    asked = parameters.load(request.file, reader.read(request.data).plan, request.changes).as_data()
    with tempfile.TemporaryDirectory() as scratch:
        given = {**asked, "data": str(request.data), "figures": None}
        paths = notebooks(request.root)
        read = [runner.run_one(path, Path(scratch), given, request.stopped, request.beside) for path in paths]
        parts = assembly.sections([Path(scratch) / path.name for path in paths])
    said = " ".join(f["sentence"] for f in assembly.bottom_line(parts)[:2])
    _write_row(folder, request, {**asked, **answers.row(assembly.all_findings(parts), said)})
    told = [files for files in read if files is not None]
    return together(told) if len(told) == len(read) else None


def brief(request: Request, folder: Path) -> dict[str, str]:
    """Publish the briefing of an edition and write what it found into a folder, as a row. Returns and raises
    as ``answer``.
    """
    from reported.build import answers

    build(request, 1, lambda line: None)
    found, made = manifest.found(request.place), manifest.last(request.place)
    _write_row(
        folder, request, {**found["parameters"], **answers.row(found["findings"], found["bottom_line"])}
    )
    return opened(request, made["inputs"], inputs(request))


def _write_row(folder: Path, request: Request, row: Mapping[str, Any]) -> None:
    (folder / ROW).write_bytes(as_json({"edition": label(request.changes), **row}, ordered=False))


def here(work: Work, todo: Sequence[tuple[Request, str]], rows: Cache, jobs: int) -> dict[str, str]:
    """Make editions in ``jobs`` threads of this machine. Returns, by key, why editions failed."""

    def make(task: tuple[Request, str]) -> str:
        request, key = task
        try:
            rows.make(key, partial(work, request))
        except (NotebookFailed, Refused) as error:
            return str(error)
        return ""

    reasons = runner.threads(make, todo, jobs, "edition")
    return {key: reason for (_, key), reason in zip(todo, reasons, strict=True) if reason}


def sweep(
    swept: Sequence[Request],
    shard: tuple[int, int],
    briefings: bool,
    run: Runner,
    show: Callable[[str], None],
) -> Swept:
    """Make what is missing of some editions, then one table and one chart of all of them.

    ``shard`` (which, of how many) makes only a part of the editions; the table is written when none is
    missing any more. ``run`` makes them (``here``, or on a cluster). A failed edition does not end the
    others. All are made from one copy of their inputs. Raises Refused.
    """
    with copied(swept[0]) as copy:
        copies = [replace(copy, changes=request.changes, called=request.called) for request in swept]
        rows, tasks = (
            Cache(copy.out / "build" / "rows", messages.Now(copy.root)),
            list(zip(copies, keys(copies), strict=True)),
        )
        todo = _missing(tasks, rows, shard, briefings)
        clear(rows.folder, MAKING)
        if todo:
            check([request for request, _ in todo], show)
            notes = f"{len(notebooks(copy.root))} notebooks each"
            show(f"Running {len(todo)} of {len(swept)} editions, {notes} …")
            failed = run(brief if briefings else answer, todo, rows)
        else:
            failed = {}
            show("Nothing to do: every edition was made from exactly these inputs.")
        return _swept(tasks, rows, failed, len(todo) - len(failed))


def _missing(
    tasks: Sequence[tuple[Request, str]], rows: Cache, shard: tuple[int, int], briefings: bool
) -> list[tuple[Request, str]]:
    """The editions of a shard that are not there as they should be, each with its key."""
    given = inputs(tasks[0][0]) if briefings else {}
    return [
        (request, key)
        for request, key in tasks[shard[0] - 1 :: shard[1]]
        if rows.find(key) is None or (briefings and not up_to_date(request, given))
    ]


def _swept(tasks: Sequence[tuple[Request, str]], rows: Cache, failed: Mapping[str, str], made: int) -> Swept:
    """What came of a sweep, with its table and chart where no edition is missing."""
    first, places = tasks[0][0], [rows.find(key) for _, key in tasks]
    table = [
        _row(place, request, failed.get(key, "")) for place, (request, key) in zip(places, tasks, strict=True)
    ]
    missing = sum(place is None and key not in failed for place, (_, key) in zip(places, tasks, strict=True))
    files = () if missing else publish(table, list(first.changes), first.out / "report" / "sweep")
    named = {label(request.changes): failed[key] for request, key in tasks if key in failed}
    return Swept(files, made, named, missing, told(table))


def _row(place: Path | None, request: Request, why: str) -> dict[str, Any]:
    """What an edition found, or why it found nothing."""
    if place is None:
        return {"edition": label(request.changes), **request.changes, "error": why.partition("\n")[0]}
    row: dict[str, Any] = json.loads((place / ROW).read_text("utf-8"))
    return row


def told(table: Sequence[Mapping[str, Any]]) -> str:
    """What a sweep says, in a sentence: how many editions gave which verdict."""
    verdicts = Counter(row["verdict"] for row in table if "verdict" in row)
    parts = [f"{count} “{verdict}”" for verdict, count in verdicts.most_common()]
    many = f"{len(table)} edition{'s' * (len(table) != 1)}"
    return f"{many}: {', '.join(parts)}." if parts else f"{many}, and none could be made."


def publish(table: Sequence[Mapping[str, Any]], swept: Sequence[str], place: Path) -> tuple[Path, ...]:
    """Write ``sweep.csv`` and the chart of how the answer moved, where they are not there already word for
    word.
    """
    from reported.wording.findings import cell

    columns = list(dict.fromkeys(name for row in table for name in row if name != "error"))
    text = io.StringIO()
    writer = csv.DictWriter(text, [*columns, "error"], restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: cell(_written(value)) for name, value in row.items()} for row in table)
    target, chart = place / "sweep.csv", place / f"{CHART}.svg"
    content = text.getvalue().encode()
    if not target.is_file() or target.read_bytes() != content or not chart.is_file():
        place.mkdir(parents=True, exist_ok=True)
        with staging(place, ".making-") as folder:
            drawn = draw(table, swept, folder)
            (folder / target.name).write_bytes(content)
            # The table last: what it says is there.
            for new in sorted(folder.iterdir(), key=lambda new: new.name == target.name):
                new.replace(place / new.name)
        return (target, chart) if drawn else (target,)
    return target, chart


def _written(value: Any) -> Any:
    return "" if value is None else f"{value:.12g}" if isinstance(value, float) else value


def _in_bands(line: Sequence[tuple[str, str]]) -> str:
    from reported.figures import charts

    return ", ".join(f"{verdict} from {first} to {last}" for verdict, first, last in charts.bands(line))


def draw(table: Sequence[Mapping[str, Any]], swept: Sequence[str], place: Path) -> bool:
    """Publish the chart of how the verdict moved: along the setting with most values, one line for each
    choice of the others.

    Returns whether there was anything to draw.
    """
    import pandas as pd

    from reported.figures import charts

    said = [row for row in table if "verdict" in row]
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
        title=told(table),
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
