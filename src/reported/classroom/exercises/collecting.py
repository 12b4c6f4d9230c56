"""Collect the answers of a class: read the files that were handed in, and write a table of who answered what.

    python -m exercises.collecting FOLDER

Type this in the teacher's pack; FOLDER holds the files (``answers-….json``), in folders of its own or not.
What is right is asked of the exercises of the pack, not of the files. Plain Python and nothing else.
"""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .asking import QUESTIONS, Exercise

TABLE = "answers.csv"
COLUMNS = ("student", "exercise", "question", "first", "first_right", "answer", "right", "tries", "file")
LARGEST = 1_000_000  # bytes that a file of answers may have
FORMULA = ("=", "+", "-", "@", "\t")  # how a cell begins that a spreadsheet would run
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Row:
    """One question as one student answered it."""

    student: str
    exercise: str
    question: str
    first: str
    first_right: bool
    answer: str
    right: bool
    tries: int
    file: str


class Unfit(ValueError):
    """What holds no answers to these exercises; each text says where, why, and what to do."""


def collected(folder: Path, questions: Path) -> tuple[list[Row], list[str]]:
    """The answers in the files below a folder, and a sentence for each file that could not be taken.

    ``questions`` is the file of the pack that has the exercises.
    """
    exercises = {name: Exercise(data) for name, data in json.loads(questions.read_text("utf-8")).items()}
    rows: list[Row] = []
    said: list[str] = []
    before: dict[tuple[str, str], str] = {}
    for path in sorted(folder.rglob("answers-*.json")):
        name = path.relative_to(folder).as_posix()
        try:
            found = list(_rows(path, name, exercises))
        except Unfit as why:
            said.append(f"{name}: {why}")
            continue
        rows += found
        for student, exercise in sorted({(row.student, row.exercise) for row in found}):
            if (student, exercise) in before:
                other = before[student, exercise]
                said.append(f"{name}: {student} has handed in {exercise} before, as {other}. Both are taken.")
            before.setdefault((student, exercise), name)
    return rows, said


def table(rows: Iterable[Row]) -> str:
    """Answers as CSV; a text that a spreadsheet would run begins with an apostrophe."""
    made = io.StringIO()
    lines = csv.writer(made, lineterminator="\n")
    lines.writerow(COLUMNS)
    for row in rows:
        lines.writerow([_cell(getattr(row, column)) for column in COLUMNS])
    return made.getvalue()


def summary(rows: Iterable[Row]) -> list[str]:
    """Lines to read: how many each student has right, and which questions were hard."""
    rows = list(rows)
    lines = []
    for (student, exercise), own in sorted(_grouped(rows, "student", "exercise").items()):
        right, first = (sum(getattr(row, what) for row in own) for what in ("right", "first_right"))
        lines.append(f"{student}, {exercise}: {right} of {len(own)} answered right, {first} at the first try")
    hard = [
        (sum(row.first_right for row in own) / len(own), exercise, question, own)
        for (exercise, question), own in _grouped(rows, "exercise", "question").items()
    ]
    for share, exercise, question, own in sorted(hard, key=lambda each: each[:3]):
        if share <= 0.5:
            first = sum(row.first_right for row in own)
            lines.append(f"Hard: {exercise}, {question}: {first} of {len(own)} right at the first try")
    return [_shown(line) for line in lines]


def collect(folder: Path, questions: Path) -> list[str]:
    """Write the table into the folder, and say what stands in it. Raises Unfit where there is nothing."""
    rows, said = collected(folder, questions)
    told = [_shown(line) for line in said]
    if not rows:
        raise Unfit(
            f"{folder.name}: holds no answers to these exercises. Put the files answers-….json there.", *told
        )
    (folder / TABLE).write_text(table(rows), "utf-8", newline="")
    many = [_counted(len({getattr(row, what) for row in rows}), what) for what in ("file", "student")]
    return [*summary(rows), *told, f"Written: {folder / TABLE} ({', '.join(many)})."]


def _counted(many: int, what: str) -> str:
    return f"{many} {what}{'s' * (many != 1)}"


def _rows(path: Path, name: str, exercises: Mapping[str, Exercise]) -> Iterable[Row]:
    """What one file says. Raises Unfit."""
    content = _content(path)
    exercise = exercises.get(content["answers_to"])
    if exercise is None:
        raise Unfit(f"belongs to {content['answers_to']!r}, which is no exercise of this pack.")
    if content["seal"] != exercise.data["seal"]:
        raise Unfit(
            "answers the questions of another edition or language. Collect it with the pack of that one."
        )
    for question, kept in content["answers"].items():
        if question in exercise.questions:
            right = {what: exercise.reply(question, kept[what])[0] for what in ("first", "answer")}
            yield Row(
                content["student"], content["answers_to"], question,
                kept["first"], right["first"], kept["answer"], right["answer"], kept["tries"], name,
            )  # fmt: skip


def _content(path: Path) -> dict[str, Any]:
    """A file of answers with every part of the kind it should be. Raises Unfit."""
    if path.stat().st_size > LARGEST:
        raise Unfit("is too large for a file of answers. Ask for it again.")
    try:
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
        parts = {name: content[name] for name in ("answers_to", "seal", "student", "answers")}
        whole = all(isinstance(parts[name], str) for name in ("answers_to", "seal", "student")) and all(
            isinstance(kept["first"], str) and isinstance(kept["answer"], str) and type(kept["tries"]) is int
            for kept in parts["answers"].values()
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        whole = False
    if not whole:
        raise Unfit("is not as an exercise writes it. Ask for the file again, unchanged.")
    return parts


def _grouped(rows: Iterable[Row], *by: str) -> dict[tuple[str, ...], list[Row]]:
    found: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        found.setdefault(tuple(getattr(row, name) for name in by), []).append(row)
    return found


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return YES if value else NO
    text = str(value)
    return f"'{text}" if text.startswith(FORMULA) else text


def _shown(text: str) -> str:
    """A line without what a terminal would obey."""
    return "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)


def main(arguments: list[str]) -> int:
    """Collect the answers of the folder that is named, with the questions of this pack."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        print(
            "Name the folder that holds the answers: python -m exercises.collecting FOLDER", file=sys.stderr
        )
        return 2
    try:
        lines = collect(Path(arguments[0]), Path(__file__).parent.parent / QUESTIONS)
    except Unfit as why:
        print(*why.args, sep="\n", file=sys.stderr)
        return 1
    print(*lines, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
