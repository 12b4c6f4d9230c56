"""The command ``reported``: build an edition, check a dossier, compare two editions, refresh the notebooks."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path

EXAMPLES = """\
examples:
  reported report                                   the edition “latest”
  reported report 2023-11-02                        the edition of report/editions/2023-11-02.yml
  reported report -p reading=pragmatic --out /tmp/x another reading, written elsewhere
  reported report -p fire_rate=10000..15000         your own range for a quantity of the dossier
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
    from reported.briefing import RenderingError
    from reported.dossier import Refused
    from reported.run import NotebookFailed
    from reported.typefaces import MissingTypeface

    if isinstance(error, Refused):
        many = len(error.problems)
        return "\n".join([f"Refused: {many} problem{'s' * (many > 1)}.", *(f"  {problem}" for problem in error.problems)])
    if isinstance(error, (NotebookFailed, RenderingError, MissingTypeface)):
        return f"{error}\nNothing was published; the last report is untouched."
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
    report.add_argument("--out", default="", metavar="DIR", help="where report/ and figures/ are written (default: the project)")
    report.add_argument(
        "--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="notebooks at a time (default: the cores)"
    )
    report.set_defaults(act=_report)

    check = commands.add_parser("check", help="say everything that is wrong with a dossier")
    check.add_argument("data", nargs="?", default="", metavar="DIR", help="folder of the dossier (default: data)")
    check.set_defaults(act=_check)

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
    from reported import dossier, parameters, run
    from reported.dossier import Problem, Refused, did_you_mean

    root = run.project()
    data = dossier.find(options.data or root / "data")
    known = sorted(path.stem for path in root.glob("report/editions/*.yml"))
    problems = (
        []
        if options.edition in known
        else [Problem(f"edition {options.edition}", "there is no such edition.", did_you_mean(options.edition, known))]
    )
    changes = {}
    for text in options.parameter:
        name, equals, value = text.partition("=")
        changes[name] = value
        problems += [] if equals else [Problem(f"-p {text}", "is not of the form name=value.")]
    if problems:
        raise Refused(problems)
    whole = dossier.read(data)
    chosen = parameters.load(root / "report" / "editions" / f"{options.edition}.yml", whole.plan, changes)
    name = options.edition
    if changes and not options.out:
        # The committed reports are those of the edition files; a run with other parameters gets a folder of its own.
        name += "+" + "+".join(f"{key}={value}" for key, value in sorted(changes.items())).replace("/", "-")
    built = run.build(
        root,
        name,
        chosen,
        data,
        Path(options.out or root).resolve(),
        options.jobs,
        lambda line: print(line, flush=True),
    )
    print(f"\n{built.bottom_line}\n\nOpen:", *(f"  {_short(path)}" for path in built.files), sep="\n")
    return 0


def _check(options: argparse.Namespace) -> int:
    from reported import dossier

    folder = dossier.find(options.data)
    problems = dossier.check(folder)
    for problem in problems:
        print(problem)
    print(
        f"{len(problems)} problem{'s' * (len(problems) != 1)} in {_short(folder)}."
        if problems
        else f"{_short(folder)} is in order."
    )
    return 1 if problems else 0


def _compare(options: argparse.Namespace) -> int:
    from reported import compare, run
    from reported.dossier import Problem, Refused

    root = Path(options.out).resolve() if options.out else run.project()
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

    changed = run.refresh(run.project(), options.jobs, lambda line: print(line, flush=True))
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
