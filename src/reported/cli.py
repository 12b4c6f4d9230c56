"""The command ``reported``: build an edition, sweep over many, make packs for a class, begin a project, check
a dossier, compare two editions, make a site, refresh the notebooks.
"""

from __future__ import annotations

import argparse
import atexit
import errno
import io
import math
import os
import shlex
import shutil
import signal
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from reported.build.project import FORM, brought, complete, form, named, of_data, project
from reported.dossier.places import find, full, is_file, misnamed, unfit
from reported.errors import Problem, Refused, did_you_mean, short, visible

if TYPE_CHECKING:
    from reported.build.compare import Comparison, Side
    from reported.build.request import Request

FAULT = 70  # the exit status where the program itself is at fault
SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]
# What a disk, a folder, a limit or a terminal answers where it cannot take what is written.
UNWRITABLE = {
    errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.ENOTDIR,
    errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EIO,
}  # fmt: skip
PRINTED = "what is printed"
STANDARD_OUTPUT = "-"  # in place of a file
MOST_SAID = 300  # characters of what an unforeseen error says
TOO_LONG = 10  # digits of a number that anybody could mean
LONGEST_EDITION = 100  # bytes: changed parameters are added to the name, and a name has an end
UNTOUCHED = "Nothing was published; the last report is untouched."
# What a command leaves that ends before it is done; the others publish nothing.
LEAVES = {
    "report": UNTOUCHED,
    "class": UNTOUCHED,
    "site": "The last site is untouched.",
    "sweep": "What was finished is kept; the same command goes on from there.",
}
CHANGE = ("name=value", "change a parameter; may be repeated")
STEPS = (
    "name=values",
    "values separated by commas, or low..high/step; steps of dates: day, week, month, quarter or year",
)
DOSSIER = "folder of a dossier or of a project (default: data of this one)"
BESIDE = "default: the project whose dossier it is; for a dossier DIR of no project, DIR-made beside it"
EXAMPLES = """\
examples:
  reported report                                   the edition “latest”
  reported report 2023-11-02                        the edition of report/editions/2023-11-02.yml
  reported report --anew                            once more, although nothing changed
  reported report -p reading=pragmatic --out /tmp/x another reading, written elsewhere
  reported report -p lanterns=1000..1500            your own range for a quantity of the dossier
  reported preview                                  its page, made anew whenever you change something
  reported report --data leaked                     the dossier in the folder leaked, written to leaked-made
  reported --project mine report                    another project, from outside
  reported sweep -p as_of=2023-09-01..2025-06-01/month -p reading=literal,pragmatic
                                                    many editions, one table and one chart
  reported class                                    exercises, guides and the report, as packs to hand out
  reported class --collect handed-in                who answered what, as a table
  reported new mine                                 a small project in the folder mine, for your own topic
  reported new mine --kind pledge                   the same for a promise with a day, and what came of it
  reported add "SENTENCE" --url URL --day 2025-07-13
                                                    a claim, read from a sentence, shown before it is written
  reported check                                    everything that is wrong with a dossier, at once
  reported where some-claim                         the sentences and charts that a claim reached, or why none
  reported export --xlsx claims.xlsx                a dossier's tables as a workbook, with lists of codes
  reported compare 2023-11-02 latest                what changed between two editions, and why
  reported compare                                  what changed since the last commit
  reported compare 2023-11-02 latest --docx diff.docx
                                                    the same for Word, every change tracked
  reported sources --urls --missing                 the addresses that no archived copy is known of
  reported sources --online                         asks the network which are dead, moved or changed
  reported site --home https://example.org/report/  a site of all that is built, in build/site/
  reported say lasting                              a sentence in every language, and where it is said
  reported new-quantity lorries --one lorry --many lorries
                                                    something more that is counted
  reported new-language uk                          every sentence, to be said in another language
"""


class Stopped(KeyboardInterrupt):
    """A signal asked the command to end."""

    def __init__(self, number: int):
        self.number = number
        super().__init__(number)


def main(arguments: list[str] | None = None) -> int:
    """Run the command and return its exit status.

    0 done, 1 refused or failed, 2 wrong usage, 70 a fault of the program, 128 and the number of the signal
    that stopped it.
    """
    if arguments is None and threading.current_thread() is threading.main_thread():
        _listen()
    options = argparse.Namespace(command="", written_to=None)
    try:
        _parser().parse_args(arguments, options)
        status: int = options.act(options)
        _ignore_signals()
        return status
    except KeyboardInterrupt as stop:
        _ignore_signals()
        published = _published(stop)
        after = f" after the new report was published: {published} is whole." if published else "."
        _say(f"Stopped{after} {'' if published else LEAVES.get(options.command, '')}".rstrip(), to=sys.stderr)
        return 128 + getattr(stop, "number", signal.SIGINT)
    except Exception as error:
        _ignore_signals()
        told = _told(error, _left(error, options.command), options.written_to)
        _say(told or _unforeseen(error), to=sys.stderr)
        return 1 if told else FAULT


def _listen() -> None:
    """Let a signal raise Stopped, if it is not to be ignored, and show letters that the locale has not by
    their numbers.
    """
    for number in SIGNALS:
        if signal.getsignal(number) not in (signal.SIG_IGN, None):
            signal.signal(number, _stop)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def _stop(number: int, frame: FrameType | None, waits: int = 200) -> None:
    if hasattr(signal, "setitimer") and waits and _importing(frame):
        # An import that is broken off may leave its lock held, and then every thread that imports waits for
        # ever.
        signal.signal(signal.SIGALRM, lambda _, frame: _stop(number, frame, waits - 1))
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        return
    _ignore_signals()
    raise Stopped(number)


def _importing(frame: FrameType | None) -> bool:
    while frame and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _ignore_signals() -> None:
    """A second signal must not break off the tidying up, and none the last words."""
    for number in SIGNALS:
        if signal.getsignal(number) is _stop:
            signal.signal(number, signal.SIG_IGN)


def _say(*texts: str, to: TextIO | None = None) -> None:
    """Print texts, what a terminal would obey shown by its number; to the standard output where no other is
    named.
    """
    stream = to or sys.stdout
    try:
        print(
            *(visible(line) for text in texts for line in text.split("\n")), sep="\n", file=stream, flush=True
        )
    except OSError as error:
        # What could not be printed would be tried again at the exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        # head or less has seen enough: the work goes on. And of what cannot be said on stderr there is
        # nowhere to tell.
        if not isinstance(error, BrokenPipeError) and stream is not sys.stderr:
            raise OSError(error.errno, error.strerror, PRINTED) from None


def _published(error: BaseException) -> str:
    """The folder of the report that was published before a command ended early; empty where there is none."""
    place = getattr(error, "published", None)  # see publishing.telling
    return _short(place) if place else ""


def _left(error: Exception, command: str) -> str:
    """What a command that failed leaves, in a sentence; empty where it publishes nothing."""
    published = _published(error)
    return (
        f"The new report was published before that: {published} is whole."
        if published
        else LEAVES.get(command, "")
    )


def _told(error: Exception, left: str = UNTOUCHED, out: Path | None = None) -> str | None:
    """What was foreseen, in sentences; ``None`` of anything else.

    ``left`` says what the command leaves, ``out`` is where it writes.
    """
    if isinstance(error, Refused):
        many = len(error.problems)
        return "\n".join(
            [f"Refused: {many} problem{'s' * (many > 1)}.", *(f"  {problem}" for problem in error.problems)]
        )
    # By name: to import their rooms takes a second, and may be what fails.
    if type(error).__name__ in ("NotebookFailed", "RenderingError", "MissingTypeface"):
        return f"{error}\n{left}".rstrip()
    if not isinstance(error, OSError):
        return None
    where = f"{error.filename}: " if error.filename else ""
    if error.errno in UNWRITABLE:
        remedy = (
            "Take a shorter name."
            if error.errno == errno.ENAMETOOLONG
            else "Make room, or allow it to be written."
        )
        return f"{where}{error.strerror}.\n" + f"{left} {remedy}".lstrip()
    if out and _taken_away(error, out / "build"):
        return f"{_short(out / 'build')}/ was changed while it was being written. Run it again.\n{left}"
    return None


def _taken_away(error: OSError, folder: Path) -> bool:
    """Whether a file below a folder is missing that was there."""
    if isinstance(error, shutil.Error):
        # Of several files: where each was, where it was to go, and why it could not.
        return any(Path(place).is_relative_to(folder) for place, *_ in error.args[0])
    named = error.filename if isinstance(error.filename, (str, Path)) else ""
    return error.errno == errno.ENOENT and Path(named).is_relative_to(folder)


def _unforeseen(error: Exception) -> str:
    """One line on what nobody foresaw, with the traceback in a file to attach; where none can be written,
    below the line.
    """
    what = " ".join("".join(traceback.format_exception_only(error)).split()).rstrip(".")
    what = f"{what[:MOST_SAID]}{' …' * (len(what) > MOST_SAID)}"
    said = f"A fault of this program: {what}. What was published last is whole."
    trace = "".join(traceback.format_exception(error))
    try:
        with tempfile.NamedTemporaryFile(prefix="reported-", suffix=".txt", delete=False) as file:
            file.write(trace.encode("utf-8", "backslashreplace"))
    except OSError:
        return f"{said} Report it with what follows.\n{trace}"
    return f"{said} Report it with {file.name}."


class _Parser(argparse.ArgumentParser):
    """The standard library's, but that all it prints goes the way of everything else."""

    def print_help(self, file: Any = None) -> None:
        _say(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        super().error(visible(message))


def _parser() -> argparse.ArgumentParser:
    style = argparse.RawDescriptionHelpFormatter
    parser = _Parser(prog="reported", description=__doc__, epilog=EXAMPLES, formatter_class=style)
    whose = "folder of the project (default: the one that this folder lies in)"
    parser.add_argument("--project", default="", metavar="DIR", help=whose)
    commands = parser.add_subparsers(required=True, metavar="command", dest="command")

    def command(
        name: str, act: Callable[[argparse.Namespace], int], help: str, *parents: _Parser
    ) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=help, parents=parents)
        made.set_defaults(act=act)
        return made

    about = "run the notebooks of an edition and write its briefing (HTML, PDF, figures, findings)"
    _add_anew(
        command("report", _report, about, _of_an_edition("report/ and figures/ are"), _jobs("notebooks"))
    )
    about = "serve the page of an edition to you alone, and make it anew whenever something changes"
    _add_served(command("preview", _preview, about, _of_an_edition("build/ is"), _jobs("notebooks")))
    about = "make the packs for a class, for students and for the teacher, from an edition"
    _add_kinds(command("class", _class, about, _of_an_edition("build/class/ is"), _jobs("notebooks")))
    about = "ask the same of many editions, and write one table and one chart of the answers"
    _add_ways(command("sweep", _sweep, about, _of_an_edition("report/sweep/ is", STEPS), _jobs("editions")))
    about = "add a claim: from a sentence, its address and its day to a row, shown before it is written"
    _add_adding(command("add", _add, about))
    command("check", _check, "say everything that is wrong with a dossier", _of_a_dossier())
    about = "begin a project: a small one that builds as it is, to put another topic into"
    _add_begun(command("new", _new, about))
    about = "say which documents have an address and an archived copy; list their addresses, or ask for them"
    _add_sources(command("sources", _sources, about, _of_a_dossier()))
    _add_words(command)
    _add_sides(command("compare", _compare, "say what changed between two built editions, and why"))
    about = "say which sentences, tables and charts of an edition a claim reached, or why none"
    _add_names(command("where", _where, about))
    about = "make a site of all that is built: editions, what changed, an address for each claim"
    _add_site(command("site", _site, about))
    _add_upkeep(command)
    return parser


def _add_anew(report: argparse.ArgumentParser) -> None:
    anew = "build it although its inputs have not changed; the last one stays until the new one is ready"
    report.add_argument("--anew", action="store_true", help=anew)


def _add_upkeep(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The commands for a project's own files."""
    command("notebooks", _notebooks, "refresh the outputs of the committed notebooks", _jobs("notebooks"))
    about = "copy files of the package into the project, to be changed there: a template, a text, a notebook"
    own = command("own", _own, about)
    own.add_argument(
        "names", nargs="*", metavar="NAME", help="such as report/template/style.css (default: list them)"
    )
    _add_quantity(command)
    about = "write a dossier's tables as a workbook to work in, with codes to choose from, or as files of CSV"
    _add_forms(command("export", _export, about, _of_a_dossier()))
    about = "rewrite a dossier of the older form in the present one, in place"
    command("migrate", _migrate, about, _of_a_dossier())
    about = "bring a dossier's datapackage.json in step with the schema, and write its codebook (README.md)"
    command("codebook", _codebook, about, _of_a_dossier())


def _add_names(where: argparse.ArgumentParser) -> None:
    about = "id of a claim, a denial or an event"
    where.add_argument("names", nargs="+", metavar="CLAIM", help=about)
    where.add_argument("--edition", default="latest", metavar="NAME", help="which one (default: latest)")
    _changed(where, CHANGE)
    _given_dossier(where)
    where.add_argument("--out", default="", metavar="DIR", help=f"where report/ stands ({BESIDE})")


def _add_adding(add: argparse.ArgumentParser) -> None:
    """What ``reported add`` takes."""
    add.add_argument("sentence", nargs="?", default="", help="as it was published, between quotation marks")
    add.add_argument("--url", default="", metavar="URL", help="the address that it stands at")
    add.add_argument("--day", default="", metavar="DAY", help="the day it was published: 2025-07-13")
    add.add_argument(
        "--language", default="", metavar="CODE", help="such as ko (default: told by its letters)"
    )
    cell = "a cell of the row, or of its document; may be repeated"
    add.add_argument("--set", action="append", default=[], metavar="column=value", help=cell)
    add.add_argument("--yes", action="store_true", help="write it, if it is in order and nothing is a guess")
    _given_dossier(add)
    add.set_defaults(out="")


def _add_forms(export: argparse.ArgumentParser) -> None:
    """In which form ``reported export`` writes a dossier."""
    book = "a new workbook with a sheet for each table; in a dossier it is called claims.xlsx"
    export.add_argument("--xlsx", default="", metavar="FILE", help=book)
    plain = "a new folder: the dossier with its tables as files of CSV"
    export.add_argument("--csv", default="", metavar="FOLDER", help=plain)


def _add_site(site: argparse.ArgumentParser) -> None:
    where = "folder of the site, which is replaced as a whole (default: build/site of the project)"
    site.add_argument("--out", default="", metavar="DIR", help=where)
    home = "where it will be published, which feeds and shared links need (default: the mark's home, or none)"
    site.add_argument("--home", default="", metavar="ADDRESS", help=home)


def _add_sides(compare: argparse.ArgumentParser) -> None:
    about = "an edition (default: every built one, each compared with itself in the last commit)"
    compare.add_argument("before", nargs="?", default="", help=about)
    about = "another edition (default: the first as it is built now, compared with itself in the last commit)"
    compare.add_argument("after", nargs="?", default="", help=about)
    where = "where report/ stands (default: the project)"
    compare.add_argument("--out", default="", metavar="DIR", help=where)
    page = "write it as one page instead, each sentence with its words struck out and put in"
    compare.add_argument("--html", default="", metavar="FILE", help=page)
    text = "write it as Markdown, to stand below a pull request (-: print it)"
    compare.add_argument("--markdown", default="", metavar="FILE", help=text)
    word = "write it as a text for Word with tracked changes"
    compare.add_argument("--docx", default="", metavar="FILE", help=word)


def _add_words(command: Callable[..., argparse.ArgumentParser]) -> None:
    """The two commands of whoever writes sentences."""
    about = "show a message in every language, with the values of an edition and where it is said"
    shown = command("say", _say_message, about)
    shown.add_argument("message", metavar="NAME", help="such as lasting, or lasting.why")
    for added in (_named_edition, _given_dossier):
        added(shown)
    about = "begin a language, or go on with one: every sentence that it does not say yet, with its English"
    begun = command("new-language", _new_language, about)
    begun.add_argument("language", metavar="CODE", help="such as ko or uk")


def _jobs(of: str) -> _Parser:
    options, help = _Parser(add_help=False), f"{of} at a time (default: the cores)"
    options.add_argument("--jobs", type=_at_least_one, default=os.cpu_count() or 1, metavar="N", help=help)
    return options


def _of_an_edition(written: str, change: tuple[str, str] = CHANGE) -> _Parser:
    options = _Parser(add_help=False)
    _named_edition(options)
    _changed(options, change)
    _given_dossier(options)
    options.add_argument("--out", default="", metavar="DIR", help=f"where {written} written ({BESIDE})")
    return options


def _changed(options: argparse.ArgumentParser, change: tuple[str, str]) -> None:
    options.add_argument("-p", "--parameter", action="append", default=[], metavar=change[0], help=change[1])


def _named_edition(options: argparse.ArgumentParser) -> None:
    help = "name of a file in report/editions (default: latest)"
    options.add_argument("edition", nargs="?", default="latest", help=help)


def _given_dossier(options: argparse.ArgumentParser) -> None:
    options.add_argument("--data", default="", metavar="DIR", help=DOSSIER)


def _of_a_dossier() -> _Parser:
    options = _Parser(add_help=False)
    options.add_argument("data", nargs="?", default="", metavar="DIR", help=DOSSIER)
    return options


def _add_served(preview: argparse.ArgumentParser) -> None:
    port = "port of the address (default: a free one)"
    preview.add_argument("--port", type=_port, default=0, metavar="N", help=port)
    preview.add_argument("--open", action="store_true", help="open the page in a browser")


def _add_kinds(taught: argparse.ArgumentParser) -> None:
    site = "make a site of the students' pack too, with Python in the browser (build/class-lite/; fetches it)"
    taught.add_argument("--lite", action="store_true", help=site)
    handed = (
        "make nothing, but write a table of the answers that were handed in, into the folder that has them"
    )
    taught.add_argument("--collect", default="", metavar="FOLDER", help=handed)


def _add_ways(sweep: argparse.ArgumentParser) -> None:
    sweep.add_argument("--briefings", action="store_true", help="publish the briefing of each edition too")
    elsewhere = "run on the workers of this Dask scheduler instead of here"
    sweep.add_argument("--dask", default="", metavar="ADDRESS", help=elsewhere)
    part = "make only the i-th of n parts; any number may share one --out"
    sweep.add_argument("--shard", default="1/1", metavar="i/n", help=part)


def _port(text: str) -> int:
    if not (text.isdecimal() and len(text) < TOO_LONG and int(text) < 1 << 16):
        raise argparse.ArgumentTypeError(f"{short(text)} is no number from 0 to 65535")
    return int(text)


def _at_least_one(text: str) -> int:
    if not (text.isdecimal() and len(text) < TOO_LONG and int(text)):
        raise argparse.ArgumentTypeError(f"{short(text)} is no number from 1 up")
    return int(text)


def _report(options: argparse.Namespace) -> int:
    from reported.build import publishing, run

    request, settings = _request(options)
    request = replace(request, changes=settings)
    with publishing.telling(request):
        built = run.build(request, options.jobs, _say, options.anew)
        new = ["", *built.new] if built.new else []
        _say(f"\n{built.bottom_line}", *new, "\nOpen:", *(f"  {_short(path)}" for path in built.files))
    return 0


def _preview(options: argparse.Namespace) -> int:
    from reported.build import preview

    request, settings = _request(options)
    request = replace(request, changes=settings)
    try:
        preview.preview(request, options.jobs, options.port, _say, _as_said, options.open)
    except preview.CodeChanged as changed:
        _say("The library has changed: starting anew.")
        atexit._run_exitfuncs()  # a process that becomes another ends without them
        kept = [word for word in sys.orig_argv[1:] if word != "--open"]
        os.execv(sys.executable, [sys.executable, *kept, "--port", str(changed.port)])
    return 0


def _as_said(error: Exception) -> str:
    """An error in the words that the command has for it."""
    return _told(error, "") or _unforeseen(error)


def _where(options: argparse.Namespace) -> int:
    from reported.build import manifest, where
    from reported.build.request import again
    from reported.dossier import reader

    request, settings = _request(options)
    request = replace(request, changes=settings)
    file = request.place / manifest.FINDINGS
    if not is_file(file):
        remedy = f"Build it: {again(request)}"
        raise Refused([Problem(f"edition {short(request.name)}", f"has no {_short(file)}.", remedy)])
    _say(where.told(request, options.names, reader.read(request.data), _width()))
    return 0


def _width() -> int:
    """How many letters a line of a terminal takes."""
    return min(shutil.get_terminal_size((100, 24)).columns, 110)


def _class(options: argparse.Namespace) -> int:
    from reported.build import publishing
    from reported.classroom import lite, packs

    request, settings = _request(options)
    request = replace(request, changes=settings)
    if options.collect:
        _say(*packs.collect(request, full(options.collect)))
        return 0
    if options.lite:
        lite.ready()
    with publishing.telling(request):
        made = packs.build(request, options.jobs, _say)
        _say("\nHand out:", *(f"  {_short(path)}" for path in made))
        if options.lite:
            site, size = packs.site(request, _say)
            _say(f"  {_short(site)} ({size / 1e6:.0f} MB), to be put on any web server. To try it here:")
            _say(f"    python -m http.server --directory {shlex.quote(_short(site))}")
    return 0


def _sweep(options: argparse.Namespace) -> int:
    from reported.build import sweep

    request, settings = _request(options)
    lists, part = _swept(settings, options.shard)
    way: sweep.Runner = partial(sweep.here, jobs=options.jobs)
    if options.dask:
        from reported.build import cluster

        way = partial(cluster.run, address=options.dask)
    done = sweep.sweep(sweep.orders(request, lists), part, options.briefings, way, _say)
    for name, reason in done.failed.items():
        _say(f"\n{name} failed:\n{reason}", to=sys.stderr)
    if done.missing:
        _say(
            f"{done.missing} editions are still to be made; "
            "the same command without --shard makes them and writes the table."
        )
    else:
        _say(f"\n{done.said}\n\nOpen:", *(f"  {_short(path)}" for path in done.files))
    return 1 if done.failed else 0


def _swept(settings: dict[str, str], shard: str) -> tuple[dict[str, list[str]], tuple[int, int]]:
    """The values of each parameter of a sweep, and which part of how many is to be made. Raises Refused."""
    from reported.build import sweep

    problems, lists = [], {}
    for name, text in settings.items():
        try:
            lists[name] = sweep.values(text)
        except ValueError as error:
            remedy = "Write values with commas between them, or low..high/step."
            problems.append(Problem(f"-p {name}", f"{error}.", remedy))
    asked = math.prod(map(len, lists.values()))
    if asked > sweep.MOST:
        what = f"would make {asked:,} editions; {sweep.MOST:,} is the limit."
        problems.append(Problem("sweep", what, "Take longer steps, or fewer values."))
    which, many = _shard(shard)
    if not 1 <= which <= many:
        remedy = "Write 1/8 for the first of eight parts."
        problems.append(Problem(f"--shard {short(shard)}", "is not of the form i/n.", remedy))
    if problems:
        raise Refused(problems)
    return lists, (which, many)


def _shard(text: str) -> tuple[int, int]:
    """Which part of how many; 0 of 0 where the text names none."""
    parts = text.split("/")
    named = len(parts) == 2 and all(part.isdecimal() and len(part) < TOO_LONG for part in parts)
    return (int(parts[0]), int(parts[1])) if named else (0, 0)


def _project(options: argparse.Namespace) -> Path:
    """The project that the command is about: the one named, else the one that this folder lies in. Raises
    Refused.
    """
    return named(options.project) if options.project else project()


def _request(options: argparse.Namespace) -> tuple[Request, dict[str, str]]:
    """The edition that the options name, and the parameters they set, each as written. Raises Refused."""
    from reported.build.request import Request

    root, data, out, problems = _places(options)
    problems += _problems_of_name(
        options.edition, sorted(path.stem for path in root.glob("report/editions/*.yml"))
    )
    settings, wrong = _pairs(options.parameter, "-p", "name")
    if problems := problems + wrong:
        raise Refused(problems)
    options.written_to = out
    return Request(root, options.edition, data, out, {}), settings


def _pairs(texts: Iterable[str], flag: str, name: str) -> tuple[dict[str, str], list[Problem]]:
    """What was set by a flag that may be repeated, by name, and which of it is not of the form name=value."""
    split = [(text, text.partition("=")) for text in texts]
    what = f"is not of the form {name}=value."
    wrong = [Problem(f"{flag} {short(text)}", what) for text, (_, equals, _) in split if not equals]
    return {key: value for _, (key, _, value) in split}, wrong


def _places(options: argparse.Namespace) -> tuple[Path, Path, Path, list[Problem]]:
    """The project, the dossier, where what is made of it goes, and what is wrong with these. Raises Refused
    where there is no project.
    """
    try:
        data, problems = find(options.data) if options.data else None, []
    except Refused as refused:
        data, problems = None, refused.problems
    whose = of_data(data) if data and not options.project else None
    root = whose or _project(options)
    if data is None:
        try:
            data = find(root / "data")
        except Refused as refused:
            data, problems = root / "data", problems or refused.problems
    own = data == (root / "data").resolve()  # a project's pages are those of its own dossier
    out = full(options.out) if options.out else root if own else data.parent / f"{data.name}-made"
    problems += [
        Problem(str(place), f"{misnamed(place)}.", "Rename it.") for place in (root, data) if misnamed(place)
    ]
    why = unfit(out)
    if why:
        where = f"--out {options.out}" if options.out else str(out)
        problems.append(Problem(where, f"{why}.", "Name another folder with --out."))
    return root, data, out, problems


def _problems_of_name(edition: str, known: list[str]) -> list[Problem]:
    where = f"edition {short(edition)}"
    if edition not in known:
        return [Problem(where, "there is no such edition.", did_you_mean(edition, known))]
    if "+" in edition:
        return [Problem(where, "holds a +, which stands before changed parameters.", "Rename its file.")]
    if len(os.fsencode(edition)) > LONGEST_EDITION:
        return [Problem(where, f"has a name of more than {LONGEST_EDITION} bytes.", "Rename its file.")]
    return []


def _dossier(options: argparse.Namespace) -> Path:
    """The dossier that is named, or that of the project. Raises Refused."""
    return find(options.data or (_project(options) / "data" if options.project else ""))


def _add(options: argparse.Namespace) -> int:
    from reported.build import dialogue

    root, folder, _, problems = _places(options)
    given, wrong = _pairs(options.set, "--set", "column")
    if problems := problems + wrong:
        raise Refused(problems)
    given = ({"language": options.language} if options.language else {}) | given
    wanted = {"sentence": options.sentence, "url": options.url, "day": options.day}
    ask = _asked if sys.stdin.isatty() and sys.stdout.isatty() else None
    return dialogue.add(root, folder, wanted, given, _say, ask, options.yes)


def _asked(question: str) -> str:
    """What somebody answers at the terminal; whoever closes it stops the command."""
    try:
        return input(visible(question))
    except EOFError:
        raise KeyboardInterrupt from None


def _check(options: argparse.Namespace) -> int:
    from reported.build import checks, spoken

    folder = _dossier(options)
    wrong, said_so_far = spoken.told(folder)
    found = [*wrong, *checks.check(folder, partial(_say, to=sys.stderr))]
    doubts = sum(problem.doubt for problem in found)
    grave = len(found) - doubts
    _say(*said_so_far)
    said = (
        f"{grave} problem{'s' * (grave != 1)} in {_short(folder)}"
        if grave
        else f"{_short(folder)} is in order"
    )
    _say(*map(str, found), f"{said}{f', with {doubts} warning' + 's' * (doubts != 1) if doubts else ''}.")
    return 1 if grave else 0


def _add_sources(sources: argparse.ArgumentParser) -> None:
    """What ``reported sources`` takes."""
    listed = (
        "list the addresses, one a line, those without an archived copy first: for wget -i or an archiver"
    )
    sources.add_argument("--urls", action="store_true", help=listed)
    kept = "only documents without an archived copy"
    sources.add_argument("--missing", action="store_true", help=kept)
    asked = "ask the network whether each address still leads to its page, each host at most once a second"
    sources.add_argument("--online", action="store_true", help=f"{asked}; writes nothing")
    most = "with --online: ask for the first N addresses only"
    sources.add_argument("--limit", type=_at_least_one, metavar="N", help=most)
    whom = "with --online: tell the hosts this address of yours, to write to"
    sources.add_argument("--contact", default="", metavar="ADDRESS", help=whom)


def _sources(options: argparse.Namespace) -> int:
    from reported.build import documents

    asking = documents.Asking(options.urls, options.missing, options.online, options.limit, options.contact)
    return documents.command(_dossier(options), asking, _say, partial(_say, to=sys.stderr))


def _add_begun(new: argparse.ArgumentParser) -> None:
    """What ``reported new`` takes."""
    from reported.dossier.starter import FIGURES, told

    kinds = "; ".join(f"{kind}: {about}" for kind, about in told().items())
    new.add_argument("folder", metavar="DIR", help="an empty or a new folder")
    new.add_argument("--kind", default=FIGURES, metavar="KIND", help=f"{kinds} (default: {FIGURES})")


def _new(options: argparse.Namespace) -> int:
    from reported.dossier.starter import scaffold

    folder = full(options.folder)
    made = scaffold(folder, options.kind)
    complete(folder, {FORM: form()})
    _say("Written:", *(f"  {_short(path)}" for path in sorted([*made, folder / FORM])))
    name = shlex.quote(_short(folder))
    _say(
        "Change its data/ part by part, and look at it between:",
        *(f"  {command}" for command in (f"cd {name}", "reported check", "reported report")),
    )
    _say("The report is then written to report/latest/ there. README.md says what else there is.")
    return 0


def _say_message(options: argparse.Namespace) -> int:
    from reported.build import sayings

    options.out, options.parameter = "", []
    request, _ = _request(options)
    _say(sayings.told(request, options.message))
    return 0


def _new_language(options: argparse.Namespace) -> int:
    from reported.build.project import worded
    from reported.document.assembly import written
    from reported.dossier import reader, terms
    from reported.wording import coverage, language

    root, code = _project(options), options.language
    folder = root / language.WORDING / code
    if code in language.languages() and not folder.exists():
        what = f"the package says everything in {code}."
        remedy = "Put what your project says otherwise into a file of that folder, message by message."
        raise Refused([Problem(_short(folder), what, remedy)])
    cells, english = written(worded(root)), language.language(language.ENGLISH, root)
    terms.ask_for(reader.read(find(root / "data")), code)
    made = coverage.skeleton(code, folder, root, cells)
    found = coverage.coverage(language.Language(code, [folder], english), cells)
    _say(*(f"  {_short(path)}" for path in made) if made else ["Nothing new to be said."])
    _say(
        f"{code} says {found.said} of {found.asked} messages. "
        f"language: {code} in an edition's file writes it in this language."
    )
    return 0


def _own(options: argparse.Namespace) -> int:
    root = _project(options)
    there, problems = brought(root), []
    for name in options.names:
        if is_file(root / name):
            problems.append(Problem(name, "is the project's own already."))
        elif name not in there:
            remedy = did_you_mean(name, sorted(there))
            problems.append(Problem(name, "the package has no such file.", remedy))
    if problems:
        raise Refused(problems)
    complete(root, {name: there[name] for name in options.names})
    said = [f"  {_short(root / name)}" for name in options.names] or [f"  {name}" for name in sorted(there)]
    _say(
        "Written, and taken instead of the package's:" if options.names else "What the package brings:", *said
    )
    return 0


def _compare(options: argparse.Namespace) -> int:
    from reported.build import committed, compare

    root = full(options.out) if options.out else _project(options)
    if options.after:
        compared = [compare.between(*_built_sides(root, options.before, options.after))]
    else:
        names = [options.before] if options.before else committed.built(root)
        compared, lacking = committed.since(root, _built_sides(root, *names))
        _say(*map(str, lacking), to=sys.stderr)
    if options.html or options.docx or options.markdown:
        _write_compared(compared, options)
        return 0
    _say("\n\n".join(compare.told(made, _width()) for made in compared))
    return 0


def _built_sides(root: Path, *names: str) -> list[Side]:
    """The built editions of some names. Raises Refused."""
    from reported.build import compare, manifest

    sides, problems = [], []
    for name in names:
        folder = root / "report" / name
        where = f"edition {short(name)}"
        if Path(name).name != name or name in ("", ".."):
            problems.append(Problem(where, "is no name of an edition.", "--out says where report/ stands."))
        elif not is_file(folder / manifest.FINDINGS):
            remedy = f"Build it: reported report {short(name)}"
            problems.append(Problem(where, f"has no {_short(folder / manifest.FINDINGS)}.", remedy))
        else:
            try:
                sides.append(compare.read(folder, _short(folder)))
            except Refused as refused:
                problems += refused.problems
    if problems:
        raise Refused(problems)
    return sides


def _site(options: argparse.Namespace) -> int:
    from reported.build.site import making

    out = full(options.out) if options.out else None
    made = making.build(_project(options), out, options.home, _say)
    _say(
        f"{made.pages:,} pages, {made.bytes / 1e6:.0f} MB; every link in them leads somewhere.",
        f"\nOpen:\n  {_short(made.folder / 'index.html')}",
    )
    return 0


def _write_compared(compared: list[Comparison], options: argparse.Namespace) -> None:
    """Write comparisons into the files that were named. Raises Refused where a file takes only one."""
    from reported.build import comment, compare, redline
    from reported.staging import replace_file

    ways = {options.html: redline.as_page, options.docx: redline.as_word}
    named = [name for name in ways if name]
    if named and len(compared) > 1:
        editions = ", ".join(made.after for made in compared)
        what = f"takes one comparison, and there are {len(compared)} ({editions})."
        raise Refused(
            [Problem(name, what, "Name an edition: reported compare latest --html …") for name in named]
        )
    files = {full(name): ways[name](compared[0]) for name in named}
    if options.markdown == STANDARD_OUTPUT:
        _say(comment.as_markdown(compared).rstrip("\n"))
    elif options.markdown:
        files[full(options.markdown)] = comment.as_markdown(compared).encode()
    for path, content in files.items():
        replace_file(path, content)
    if files and options.markdown != STANDARD_OUTPUT:
        _say(*map(compare.summary, compared), "Written:", *(f"  {_short(path)}" for path in files))


def _notebooks(options: argparse.Namespace) -> int:
    from reported.build import run

    changed = run.refresh(_project(options), options.jobs, _say)
    _say(
        *(f"  changed: {_short(path)}" for path in changed)
        if changed
        else ["All outputs were fresh already."]
    )
    return 0


def _export(options: argparse.Namespace) -> int:
    from reported.dossier import exporting

    folder = _dossier(options)
    _say(*exporting.written(folder, options.xlsx, options.csv))
    return 0


def _migrate(options: argparse.Namespace) -> int:
    from reported.dossier import migration

    folder = _dossier(options)
    said = migration.migrate(folder)
    nothing = f"Nothing to do: {_short(folder)} is of the present form."
    _say(*(said or [nothing]))
    return 0


def _add_quantity(command: Callable[..., argparse.ArgumentParser]) -> None:
    """What ``reported new-quantity`` takes."""
    about = (
        "add something that is counted to dossier.toml: its nouns, its units, and what other languages lack"
    )
    added = command("new-quantity", _new_quantity, about)
    added.add_argument("name", metavar="NAME", help="as claims.csv names it, such as lorries_a_day")
    added.add_argument(
        "--one", required=True, metavar="NOUN", help="its noun behind one, such as “lorry a day”"
    )
    added.add_argument("--many", required=True, metavar="NOUN", help="behind several: “lorries a day”")
    added.add_argument("--label", default="", help="what tables and charts call it (default: that of --many)")
    units = (
        "its unit, and further ones, each with its factor: week=1/7; may be repeated (default: that of --one)"
    )
    added.add_argument("--unit", action="append", default=[], metavar="UNIT[=FACTOR]", help=units)
    _given_dossier(added)


def _new_quantity(options: argparse.Namespace) -> int:
    from reported.dossier import quantities

    folder = _dossier(options)
    made = quantities.add(folder, options.name, options.one, options.many, options.unit, options.label)
    _say(
        f"Written into {_short(folder / quantities.PLAN)}:", *(f"  {line}" for line in made.block.split("\n"))
    )
    for path, texts in made.unsaid.items():
        _say(f"Say in {_short(path)}, where each has a row now:", *(f"  {text}" for text in texts))
    _say("A relation or a [[headline]] makes the reckoning use it; without, its claims stand on the record.")
    return 0


def _codebook(options: argparse.Namespace) -> int:
    from reported.dossier import codebook

    _say(f"Written: {_short(codebook.write(_dossier(options)))}")
    return 0


def _short(path: Path) -> str:
    """A path as it is shown: from here, if it is below."""
    try:
        return os.path.relpath(path) if path.is_relative_to(Path.cwd()) else str(path)
    except FileNotFoundError:  # this folder has been removed
        return str(path)


if __name__ == "__main__":
    sys.exit(main())
