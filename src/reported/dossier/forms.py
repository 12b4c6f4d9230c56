"""Forms: what a cell of a table may hold, and what is said of one that holds something else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import quote, urlsplit

from reported.dossier.dates import FIRST_YEAR, LAST_YEAR, in_calendar, is_date
from reported.errors import did_you_mean, quoted

LONGEST_ID = 100
# Written with % for every other letter; what sets the pages takes no more than twice as many.
LONGEST_ADDRESS = 4000
SHORT_ADDRESS = LONGEST_ADDRESS // 12  # a letter takes at most twelve, written with %
SMALLEST, LARGEST = 1e-9, 1e15  # nothing that people count lies beyond
# Letters that nobody sees and that change what is seen: controls, line breaks, overrides of the direction,
# spaces without width, tags, and those that stand for a letter that is not there. The joiners and marks that
# Arabic, Hebrew and Indian scripts are written with are not among them.
UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u115f\u1160\u200b\u2028-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f\ud800-\udfff]"
)
MOST_MARKS = 10  # accents and signs on one letter; the highest stacks of Tibetan have eight
NAME = re.compile(rf"(?!.{{{LONGEST_ID + 1}}})[A-Za-z0-9]+(?:[-_.][A-Za-z0-9]+)*")
LINK = re.compile(r"https?://[^\s<>\"]+")
# An address as nearly all are, of which nothing more need be asked.
PLAIN_LINK = re.compile(r"https?://([a-z0-9-]+\.)+[a-z]+(/[A-Za-z0-9_./?#=&%~+,;:-]{0,300})?")
FORMULA = tuple("=+-@＝＋－＠")  # what a formula of a spreadsheet begins with
FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
# First letters of the kinds of Unicode that show something by themselves: letters, numbers, punctuation,
# symbols.
SEEN = set("LNPS")


@dataclass(frozen=True)
class Form:
    """What a cell may hold: a test, for a cell that fails it what is wrong and what to do, and what a
    data package can say of it."""

    fits: Callable[[str], object]
    says: Callable[[str], tuple[str, str]]
    asks: Mapping[str, object] | None = None
    kind: str = "string"
    older: Callable[[str], object] | None = None  # whether a cell is written in the older form


@dataclass(frozen=True)
class Column:
    """The rules of a column: the form of its cells, whether one may be empty, whether each stands there only
    once, whether a dossier of the older form lacks it, and whether any may do without."""

    form: Form | None = None
    filled: bool = False
    once: bool = False
    new: bool = False
    spare: bool = False


def is_id(text: str) -> bool:
    """Whether a text can be an id: letters a to z, digits, and single hyphens, points or low lines between
    them."""
    return NAME.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is a number above 0 that something can be counted in: digits, with a point for
    decimals."""
    return FIGURE.fullmatch(text) is not None and SMALLEST <= float(text) <= LARGEST


def is_address(text: str) -> bool:
    """Whether a text is an address of the web that may be published: no name or password stands in it."""
    if PLAIN_LINK.fullmatch(text) and len(text) <= SHORT_ADDRESS:
        return True
    if not _leads_somewhere(text) or ("@" in text and "@" in urlsplit(text).netloc):
        return False
    return len(text) <= SHORT_ADDRESS or len(quote(text)) <= LONGEST_ADDRESS


def _leads_somewhere(text: str) -> bool:
    """Whether a text is an address with a host and, where it has one, a port."""
    try:
        parts = urlsplit(text)
        return (
            LINK.fullmatch(text) is not None
            and re.search(r"\w", parts.hostname or "") is not None
            and parts.port != 0
        )
    except ValueError:  # brackets that are not closed, a port that is none
        return False


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would take a text for a formula."""
    return text[:1] in FORMULA


def _unlinked(text: str) -> tuple[str, str]:
    """What is wrong with a text that is no address to publish, and what to do."""
    if not _leads_somewhere(text):
        return (
            f"{quoted(text)} is no address.",
            "Write one that begins with https:// or http:// and a host, without blanks.",
        )
    if "@" in urlsplit(text).netloc:
        return (
            "a name or a password stands in the address, and would be published.",
            "Take out what stands before the “@”.",
        )
    return (
        f"{quoted(text)} is too long for an address.",
        "Take out what the page opens without, often all behind the “?”.",
    )


def written(fits: Callable[[str], object], what: str, remedy: str) -> Form:
    """The form of cells that pass a test; ``what`` follows the cell in the message."""
    return Form(fits, lambda text: (f"{quoted(text)} {what}", remedy))


def one_of(*words: str) -> Form:
    """The form of cells that hold one of these words."""
    return Form(
        frozenset(words).__contains__,
        lambda text: (f"{quoted(text)} is not among its words.", did_you_mean(text, words)),
        {"enum": list(words)},
    )


ID = written(
    NAME.fullmatch, "is no id.", "Write letters a to z, digits and single hyphens, such as town-hall-2."
)
IDS = written(
    lambda text: NAME.fullmatch(text) or all(is_id(name.removesuffix("?")) for name in text.split()),
    "is no list of ids.",
    "Write ids with blanks between them; a link that is inferred ends with “?”.",
)


def _undated(text: str) -> tuple[str, str]:
    """What is wrong with a text that is no date to count with, and what to do."""
    if in_calendar(text):
        what = f"{quoted(text)} is not in the years {FIRST_YEAR} to {LAST_YEAR}."
        return what, "Mend the year; where an end is open or not known, leave it empty."
    return f"{quoted(text)} is no date.", "Write YYYY-MM-DD, or YYYY-MM or YYYY where only that is known."


def _uncounted(text: str) -> tuple[str, str]:
    """What is wrong with a text that is no number to count with, and what to do."""
    if "-" in text and is_date(text):
        return f"{quoted(text)} is a day, not a number.", "Write the number; format the cell as one before."
    if re.fullmatch(r"[0-9.]+%", text):  # a share as a spreadsheet shows it
        return f"{quoted(text)} is no plain number.", "Write 40 for 40 per cent, without the sign."
    if not re.fullmatch(r"[0-9.]*[1-9][0-9.]*([eE][+-]?[0-9]+)?", text) or text.count(".") > 1:
        return f"{quoted(text)} is not a positive number.", "Write digits only, with a point for decimals."
    return f"{quoted(text)} is more or less than anything is counted in.", "Count its digits."


DATE = Form(is_date, _undated, {"pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})
NUMBER = Form(is_number, _uncounted, kind="number")
LANGUAGE = Form(
    re.compile("[a-z]{2}").fullmatch,
    lambda text: (f"{quoted(text)} is no language.", "Write two small letters, such as en."),
    {"pattern": "^[a-z]{2}$"},
)
ADDRESS = Form(is_address, _unlinked, {"pattern": "^https?://[^ ]+$"})
DIGEST = Form(
    re.compile("[0-9A-Fa-f]{64}").fullmatch,
    lambda text: (
        f"{quoted(text)} is no SHA-256, which has 64 digits from 0 to f.",
        "Write the one that sha256sum prints.",
    ),
    {"pattern": "^[0-9A-Fa-f]{64}$"},
)


def unseen_in(text: str, filled: bool = False) -> tuple[str, str] | None:
    """What is wrong with a text that holds letters nobody sees, or only such, and what to do; ``None`` for
    any other."""
    if text.isascii() and text.isprintable():
        return None
    if found := UNSEEN.search(text):
        if found[0] == "\n":
            return "holds a line break.", "Write the cell on one line."
        if found[0] == "\t":
            return "holds a tab.", "Write a blank instead."
        before = quoted(text[: found.start()][-20:])
        what = f"holds a letter that cannot be seen (U+{ord(found[0]):04X}) after {before}."
        return what, "Take it out, or type the text again."
    kinds = [unicodedata.category(letter)[0] for letter in text]
    if filled and text and not set(kinds) & SEEN:
        return (
            f"holds nothing that can be seen (U+{ord(text[0]):04X}).",
            "It must be filled; the codebook says with what.",
        )
    marks = max((len(list(run)) for kind, run in groupby(kinds) if kind == "M"), default=0)
    if marks > MOST_MARKS:
        return f"holds {marks:,} accents and signs on one letter.", f"Keep at most {MOST_MARKS}."
    return None
