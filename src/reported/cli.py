"""The command ``reported``: build an edition, sweep over many, make packs for a class, begin or check a dossier, compare two editions, refresh the notebooks."""

from __future__ import annotations

import argparse
import errno
import os
import shlex
import shutil
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reported.run import Order

# What a disk, a folder or a limit answers where it cannot take what is written.
UNWRITABLE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR}
BESIDE = "default: the project; for another dossier DIR, DIR-made beside it"
EXAMPLES = """\
examples:
  reported report                                   the edition “latest”
  reported report 2023-11-02                        the edition of report/editions/2023-11-02.yml
  reported report -p reading=pragmatic --out /tmp/x another reading, written elsewhere
  reported report -p fire_rate=10000..15000         your own range for a quantity of the dossier
  reported report --data mine                       another dossier, written to mine-made
  reported sweep -p as_of=2023-09-01..2025-06-01/month -p reading=literal,pragmatic
                                                    many editions, one table and one chart
  reported class                                    exercises, guides and the report, as packs to hand out
  reported new mine                                 a small dossier in the folder mine, to put your own topic into
  reported check data                               everything that is wrong with a dossier, at once
  reported compare 2023-11-02 latest                what changed between two editions, and why
"""


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit status (0 done, 1 refused or failed, 2 wrong usage)."""
    options = _parser().parse_args(arguments)
    try:
        return options.act(options)
    except KeyboardInterrupt:
        print("Stopped. The last report is untouched.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        os.dup2(
            os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno()
        )  # head or less has seen enough, and the exit must not stumble
        return 0
    except Exception as error:
        # What was foreseen is told in a sentence; anything else is a fault of ours and keeps its traceback.
        told = _told(error)
        if told is None:
            raise
        print(told, file=sys.stderr)
        return 1


def _told(error: Exception) -> str | None:
    from reported.problems import Refused

    if isinstance(error, Refused):
        many = len(error.problems)
        return "\n".join([f"Refused: {many} problem{'s' * (many > 1)}.", *(f"  {problem}" for problem in error.problems)])
    from reported.briefing import RenderingError
    from reported.execution import NotebookFailed
    from reported.typefaces import MissingTypeface

    if isinstance(error, (NotebookFailed, RenderingError, MissingTypeface)):
        return f"{error}\nNothing was published; the last report is untouched."
    if isinstance(error, OSError) and error.errno in UNWRITABLE:
        where = f"{error.filename}: " if error.filename else ""
        return f"{where}{error.strerror}.\nNothing was published; the last report is untouched. Make room, or allow it to be written."
    return None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="reported", description=__doc__, epilog=EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    report = commands.add_parser(
        "report", help="run the notebooks of an edition and write its briefing (HTML, PDF, figures, findings)"
    )
    report.add_argument("edition", nargs="?", default="latest", help="name of a file in report/editions (default: latest)")
    report.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        metavar="name=value",
        help="change a parameter; may be repeated",
    )
    report.add_argument("--data", default="", metavar="DIR", help="folder of the dossier (default: data)")
    report.add_argument("--out", default="", metavar="DIR", help=f"where report/ and figures/ are written ({BESIDE})")
    report.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="notebooks at a time (default: the cores)"
    )
    report.set_defaults(act=_report)

    taught = commands.add_parser("class", help="make the packs for a class, for students and for the teacher, from an edition")
    taught.add_argument("edition", nargs="?", default="latest", help="name of a file in report/editions (default: latest)")
    taught.add_argument(
        "-p", "--parameter", action="append", default=[], metavar="name=value", help="change a parameter; may be repeated"
    )
    taught.add_argument("--data", default="", metavar="DIR", help="folder of the dossier (default: data)")
    taught.add_argument("--out", default="", metavar="DIR", help=f"where build/class/ is written ({BESIDE})")
    taught.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="notebooks at a time (default: the cores)"
    )
    taught.set_defaults(act=_class)

    swept = commands.add_parser("sweep", help="ask the same of many editions, and write one table and one chart of the answers")
    swept.add_argument("edition", nargs="?", default="latest", help="the edition to start from (default: latest)")
    swept.add_argument(
        "-p",
        "--parameter",
        action="append",
        default=[],
        metavar="name=values",
        help="values separated by commas, or low..high/step; a step between dates is day, week, month, quarter or year",
    )
    swept.add_argument("--data", default="", metavar="DIR", help="folder of the dossier (default: data)")
    swept.add_argument("--out", default="", metavar="DIR", help=f"where report/sweep/ is written ({BESIDE})")
    swept.add_argument("--briefings", action="store_true", help="publish the briefing of each edition too")
    swept.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="editions at a time (default: the cores)"
    )
    swept.add_argument("--dask", default="", metavar="ADDRESS", help="run on the workers of this Dask scheduler instead of here")
    swept.add_argument(
        "--shard", default="1/1", metavar="i/n", help="make only the i-th of n parts; any number may share one --out"
    )
    swept.set_defaults(act=_sweep)

    check = commands.add_parser("check", help="say everything that is wrong with a dossier")
    check.add_argument("data", nargs="?", default="", metavar="DIR", help="folder of the dossier (default: data)")
    check.set_defaults(act=_check)

    new = commands.add_parser("new", help="begin a dossier: a small one that builds as it is, to put another topic into")
    new.add_argument("data", metavar="DIR", help="an empty or a new folder")
    new.set_defaults(act=_new)

    compare = commands.add_parser("compare", help="say what changed between two built editions, and why")
    compare.add_argument("before")
    compare.add_argument("after")
    compare.add_argument("--out", default="", metavar="DIR", help="where report/ stands (default: the project)")
    compare.set_defaults(act=_compare)

    notebooks = commands.add_parser("notebooks", help="refresh the outputs of the committed notebooks")
    notebooks.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="notebooks at a time (default: the cores)"
    )
    notebooks.set_defaults(act=_notebooks)

    codebook = commands.add_parser("codebook", help="write the codebook of a dossier (its README.md) from its schema")
    codebook.add_argument("data", nargs="?", default="", metavar="DIR", help="folder of the dossier (default: data)")
    codebook.set_defaults(act=_codebook)
    return parser


def _report(options: argparse.Namespace) -> int:
    from reported import run

    order, settings = _order(options)
    built = run.build(replace(order, changes=settings), options.jobs, _show)
    print(f"\n{built.bottom_line}\n\nOpen:", *(f"  {_short(path)}" for path in built.files), sep="\n")
    return 0


def _class(options: argparse.Namespace) -> int:
    from reported import classroom

    order, settings = _order(options)
    made = classroom.build(replace(order, changes=settings), options.jobs, _show)
    print("\nHand out:", *(f"  {_short(path)}" for path in made), sep="\n")
    return 0


def _sweep(options: argparse.Namespace) -> int:
    from reported import sweep
    from reported.problems import Problem, Refused

    order, settings = _order(options)
    problems, lists = [], {}
    for name, text in settings.items():
        try:
            lists[name] = sweep.values(text)
        except ValueError as error:
            problems.append(Problem(f"-p {name}", f"{error}.", "Write values with commas between them, or low..high/step."))
    which, _, many = options.shard.partition("/")
    if not (which.isdecimal() and many.isdecimal() and 1 <= int(which) <= int(many)):
        problems.append(Problem(f"--shard {options.shard}", "is not of the form i/n.", "Write 1/8 for the first of eight parts."))
    if problems:
        raise Refused(problems)
    if options.dask:
        from reported import cluster

        way = partial(cluster.run, address=options.dask)
    else:
        way = partial(sweep.here, jobs=options.jobs)
    done = sweep.sweep(sweep.orders(order, lists), (int(which), int(many)), options.briefings, way, _show)
    for name, reason in done.failed.items():
        print(f"\n{name} failed:\n{reason}", file=sys.stderr)
    if done.missing:
        print(f"{done.missing} editions are still to be made; the same command without --shard makes them and writes the table.")
    else:
        print(f"\n{done.said}\n\nOpen:", *(f"  {_short(path)}" for path in done.files), sep="\n")
    return 1 if done.failed else 0


def _show(line: str) -> None:
    print(line, flush=True)


def _order(options: argparse.Namespace) -> tuple[Order, dict[str, str]]:
    """The edition that the options name, and the parameters they set, each as it was written. Raises Refused."""
    from reported.places import find, project
    from reported.problems import Problem, Refused, did_you_mean
    from reported.run import Order

    root = project()
    data = find(options.data or root / "data")
    own = data == (root / "data").resolve()  # the project's pages are those of its own dossier
    out = Path(options.out).resolve() if options.out else root if own else data.parent / f"{data.name}-made"
    known = sorted(path.stem for path in root.glob("report/editions/*.yml"))
    problems = (
        []
        if options.edition in known
        else [Problem(f"edition {options.edition}", "there is no such edition.", did_you_mean(options.edition, known))]
    )
    if "+" in options.edition and options.edition in known:
        says = "holds a +, which stands before changed parameters."
        problems = [Problem(f"edition {options.edition}", says, "Rename its file.")]
    settings = {}
    for text in options.parameter:
        name, equals, value = text.partition("=")
        settings[name] = value
        problems += [] if equals else [Problem(f"-p {text}", "is not of the form name=value.")]
    if problems:
        raise Refused(problems)
    return Order(root, options.edition, data, out, {}), settings


def _check(options: argparse.Namespace) -> int:
    from reported import checks
    from reported.places import find

    folder = find(options.data)
    found = checks.check(folder)
    print(*found, sep="\n", end="\n" * bool(found))
    doubts = sum(problem.doubt for problem in found)
    grave = len(found) - doubts
    said = f"{grave} problem{'s' * (grave != 1)} in {_short(folder)}" if grave else f"{_short(folder)} is in order"
    print(f"{said}{f', with {doubts} warning' + 's' * (doubts != 1) if doubts else ''}.")
    return 1 if grave else 0


def _new(options: argparse.Namespace) -> int:
    from reported.scaffold import scaffold

    folder = Path(options.data).resolve()
    print("Written:", *(f"  {_short(path)}" for path in scaffold(folder)), sep="\n")
    name = shlex.quote(_short(folder))
    print(f"Change it part by part, and look at it between:\n  reported check {name}\n  reported report --data {name}")
    print(f"The report is then written to {_short(folder)}-made; --out names another place.")
    return 0


def _compare(options: argparse.Namespace) -> int:
    from reported import compare
    from reported.places import project
    from reported.problems import Problem, Refused

    root = Path(options.out).resolve() if options.out else project()
    strays = [name for name in (options.before, options.after) if Path(name).name != name]
    if strays:
        raise Refused(
            [Problem(f"edition {name}", "is no name of an edition.", "--out says where report/ stands.") for name in strays]
        )
    paths = [root / "report" / name / "findings.json" for name in (options.before, options.after)]
    missing = [
        Problem(f"edition {path.parent.name}", f"has no {_short(path)}.", f"Build it: reported report {path.parent.name}")
        for path in paths
        if not path.is_file()
    ]
    if missing:
        raise Refused(missing)
    before, after = (compare.read(path.parent) for path in paths)
    width = min(shutil.get_terminal_size((100, 24)).columns, 110)
    print(compare.told(compare.between(before, after), width), flush=True)
    return 0


def _notebooks(options: argparse.Namespace) -> int:
    from reported import run
    from reported.places import project

    changed = run.refresh(project(), options.jobs, lambda line: print(line, flush=True))
    print(*(f"  changed: {_short(path)}" for path in changed), sep="\n") if changed else print("All outputs were fresh already.")
    return 0


def _codebook(options: argparse.Namespace) -> int:
    from reported import codebook, dossier

    folder = dossier.find(options.data)
    (folder / "README.md").write_text(codebook.codebook(folder), "utf-8", newline="\n")
    print(f"Written: {_short(folder / 'README.md')}")
    return 0


def _short(path: Path) -> str:
    return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    sys.exit(main())
