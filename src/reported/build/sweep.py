"""Sweeps: one question asked of many editions, and how the answer moved.

Each parameter takes a list or a range of values, and each combination is an edition. What an edition found is
kept under a digest of all it was made from, so a sweep goes on where it stopped, a changed claim runs what it
touches, and several machines can share the work.
"""

from __future__ import annotations

import itertools
import json
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from reported.build import manifest
from reported.build.course import Course, Done, Made, Swept, Task, label, spread
from reported.build.project import notebooks
from reported.build.publishing import opened, up_to_date
from reported.build.request import Request, copied, inputs
from reported.build.rows import Place, Rows
from reported.build.run import build, hold_to_schema, together
from reported.errors import Problem, Refused, quoted
from reported.notebooks import apart, cache, messages, runner, stored
from reported.notebooks.runner import NotebookFailed

STEPS = {"day": 1, "week": 7, "month": 1, "quarter": 3, "year": 12}  # in days the first two, else in months
MOST = 100_000  # editions of one sweep
DIGITS = 40  # of a number in a range, before and behind the point


Work = Callable[[Request], Made]
Runner = Callable[[Work, Sequence[Task], Done], None]


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


def answer(request: Request) -> Made:
    """Run the notebooks of an edition. Returns what they found, as a row, and the digests of the files they
    opened.

    No figure is drawn and no notebook kept: they are a thousand times the size of the row, and nobody would
    look at them. Raises NotebookFailed, or Refused.
    """
    from reported.analysis import parameters
    from reported.build import answers
    from reported.document import assembly
    from reported.document.ahead import read_ahead
    from reported.dossier import reader

    shutil.rmtree(request.stopped, ignore_errors=True)
    asked = parameters.load(request.file, reader.read(request.data).plan, request.changes).as_data()
    given = {**asked, "data": str(request.data), "figures": None}
    paths, beside = notebooks(request.root), request.beside
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        read = apart.ask(paths, folder, given, beside, read_ahead) or [
            runner.run_one(path, folder, given, request.stopped, beside) for path in paths
        ]
        parts = assembly.sections([folder / path.name for path in paths])
    said = " ".join(f["sentence"] for f in assembly.bottom_line(parts)[:2])
    told = [files for files in read if files is not None]
    row = _row(request, {**asked, **answers.row(assembly.all_findings(parts), said)})
    return row, together(told) if len(told) == len(read) else None


def brief(request: Request) -> Made:
    """Publish the briefing of an edition. Returns and raises as ``answer``."""
    from reported.build import answers

    build(request, 1, lambda line: None)
    found, made = manifest.found(request.place), manifest.last(request.place)
    row = _row(request, {**found["parameters"], **answers.row(found["findings"], found["bottom_line"])})
    return row, opened(request, made["inputs"], inputs(request))


def _row(request: Request, found: Mapping[str, Any]) -> bytes:
    return json.dumps({"edition": label(request.changes), **found}, ensure_ascii=False).encode()


def here(work: Work, todo: Sequence[Task], done: Done, jobs: int) -> None:
    """Make editions in ``jobs`` threads of this machine."""

    def make(task: Task) -> None:
        request, key = task
        try:
            done([(key, work(request))])
        except (NotebookFailed, Refused) as error:
            done([(key, str(error))])

    try:
        runner.threads(make, todo, jobs, "edition")
    finally:
        apart.end()


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
    with copied(swept[0]) as copy, Rows(swept[0].out / "build" / "rows", messages.Now(copy.root)) as rows:
        for path in notebooks(copy.root):
            stored.clear(path)  # outputs are most of a notebook, and it is read for each edition
        copies = [replace(copy, changes=request.changes, called=request.called) for request in swept]
        given = keys(copies)
        whole = cache.digest("table", given, cache.reached("import reported.build.table"))
        tasks = list(zip(copies, given, strict=True))
        course = Course(rows, tasks, whole, copy.out / "report" / "sweep")
        todo = _missing(tasks, course.found, shard, briefings)
        if todo:
            check([request for request, _ in todo], show)
            notes = f"{len(notebooks(copy.root))} notebooks each"
            others = f"; the other {len(tasks) - len(todo):,} are there" if len(todo) < len(tasks) else ""
            show(f"Running {len(todo):,} of {len(tasks):,} editions, {notes}{others * (shard == (1, 1))} …")
            work = brief if briefings else answer
            course.follow(len(todo), lambda done: run(work, todo, done), shard == (1, 1), show)
        else:
            show("Nothing to do: every edition was made from exactly these inputs.")
        return course.end()


def _missing(
    tasks: Sequence[Task], found: Mapping[str, Place], shard: tuple[int, int], briefings: bool
) -> list[Task]:
    """The editions of a shard that are not there as they should be, spread over all of them."""
    given = inputs(tasks[0][0]) if briefings else {}
    todo = [
        (request, key)
        for request, key in tasks[shard[0] - 1 :: shard[1]]
        if key not in found or (briefings and not up_to_date(request, given))
    ]
    return [todo[place] for place in spread(len(todo))]
