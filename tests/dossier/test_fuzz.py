"""Damage nobody thought of: a good dossier with its bytes changed, words and parameters at random. Nothing
may stumble.

``make test`` tries some dozens of each, always the same; ``make test-all`` more, and ``make fuzz`` ten
thousand, others each time.
"""

from __future__ import annotations

import math
import re
import shutil
import tempfile
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from matplotlib.dates import date2num

from reported.analysis.hedges import CONVENTIONS, READINGS, interval, look_up, measured
from reported.analysis.parameters import Parameters, contract, load
from reported.build.checks import check
from reported.document import history
from reported.dossier import dates, reader
from reported.dossier.claim import CODES
from reported.dossier.forms import DATE, LARGEST, SMALLEST
from reported.dossier.schema import COLUMNS
from reported.edition import Edition
from reported.errors import Problem, Refused
from reported.wording.findings import link
from reported.wording.prose import in_words

from ..conftest import RELIEF, ROOT
from ..small_dossiers import small_dossiers

YEAR = timedelta(days=366)
FILES = sorted(file.name for file in RELIEF.iterdir() if file.suffix in (".csv", ".toml"))
GOOD = {name: (RELIEF / name).read_bytes() for name in FILES}
ENCODINGS = ("utf-16", "utf-16-le", "utf-32", "utf-8-sig", "latin-1", "cp1252", "utf-7", "cp037", "shift-jis")
PIECES = (
    b"\0", b"\xff", b"\xef\xbb\xbf", b"\r", b"\n\n", b",", b";", b"\t", b'"', b'""', b"'", b"[", b"]", b"{}",
    b"=", b"..", b"?", b"-1", b"0", b"1e999",
    b"nan", b"inf", b"9999-12-31", b"0001-01-01", b"1000", b"2500-12-31", b"1E+06", "\u3164".encode(),
    "\u0301".encode() * 40, "\u200d".encode(), b"\x1b[31m",
    "\u202e".encode("utf-16"), b"https://[", b"https://a:b@c/", b"http://x:0/", b"long " * 30_000,
    b"," * 3000, b"a?", b"a." * 2000, b"9" * 5000, b"2031-02-30", "٩".encode(), "\u202e".encode(),
    "\u200b".encode(), "é".encode(), b"e\xcc\x81", b"[[" * 2000, b"{" * 3000,
)  # fmt: skip

# Letters that cannot be printed, that nobody sees or that stand on others; addresses of any form; days at the
# ends of the calendar.
LETTERS = st.text(
    st.characters(categories=("Cc", "Cf", "Mn", "Mc", "Me", "Zl", "Zp", "Co", "Cn"))
    | st.sampled_from("aא가ᅠ\u3164\u2800"),
    max_size=20,
)
ADDRESSES = st.builds("{}://{}{}{}{}".format, st.sampled_from(("http", "https", "ftp", "")),
st.sampled_from(("", "me@", "me:secret@")),
                      st.sampled_from(("example.org", "[", "[::1]", "]", "", ".", "häuser.example",
                      "\u2100.example", "x" * 5000)),
                      st.sampled_from(("", ":", ":0", ":80", ":99999", ":x", ":٣")),
                      st.text(max_size=20).map("/{}".format))  # fmt: skip
DAYS = st.dates().map(str) | st.sampled_from(
    ("9999-12-31", "0001-01-01", "1000", "2500-12", "2500-12-31", "0000", "2501-01-01", "0999-12-31")
)


def bytes_changed(content: bytes) -> st.SearchStrategy[bytes]:
    """Ways to damage a file: flip, cut, put in, repeat, exchange lines, write in another encoding."""
    place = st.integers(0, len(content))
    lines = content.splitlines(keepends=True)
    text = content.decode("utf-8")

    def put(at: int, until: int, piece: bytes) -> bytes:
        return content[:at] + piece + content[max(at, until) :]

    return st.one_of(
        st.builds(lambda at, piece: put(at, at, piece), place,
        st.sampled_from(PIECES) | st.binary(max_size=8)),
        st.builds(lambda at, length, piece: put(at, at + length, piece), place, st.integers(0, 60),
        st.sampled_from((b"", *PIECES))),
        st.builds(lambda at, bit: put(at, at + 1, bytes([(content[at : at + 1] or b"x")[0] ^ 1 << bit])),
        place, st.integers(0, 7)),
        st.builds(lambda order: b"".join(order), st.permutations(lines)),
        st.builds(lambda line, times: b"".join(lines[: line + 1] + [lines[line]] * times + lines[line + 1 :]),
        st.integers(0, len(lines) - 1), st.integers(1, 30)),
        st.builds(lambda old, new: text.replace(old, new).encode(),
        st.sampled_from(text.replace("\n", ",").split(",")).filter(bool), st.text(max_size=12)),
        st.builds(lambda encoding: text.encode(encoding, "replace"), st.sampled_from(ENCODINGS)),
        st.binary(max_size=200),
        st.text(max_size=200).map(str.encode),
        st.builds(lambda cell, new: cell_changed(content, cell, new), place, LETTERS | ADDRESSES | DAYS),
    )  # fmt: skip


def cell_changed(content: bytes, cell: int, new: str) -> bytes:
    """A file with one of its cells, or texts between quotation marks, changed."""
    cells = re.split(r"([,\n\"]+)", content.decode())
    cells[cell % (len(cells) // 2) * 2] = new
    return "".join(cells).encode()


damaged = st.dictionaries(st.sampled_from(FILES), st.none(), min_size=1, max_size=2).flatmap(
    lambda names: st.fixed_dictionaries({name: bytes_changed(GOOD[name]) for name in names})
)


def told_properly(problems: list[Problem]) -> None:
    """Every problem has a place and a remedy, and a line of its own that a terminal only shows."""
    assert problems
    for problem in problems:
        assert problem.where and problem.what and problem.remedy, problem
        assert str(problem).isprintable()


@given(damaged)
def test_a_damaged_dossier_is_read_or_refused(files):
    with tempfile.TemporaryDirectory() as parent:
        folder = Path(shutil.copytree(RELIEF, Path(parent) / "relief"))
        for name, content in files.items():
            (folder / name).write_bytes(content)
        found = check(folder)
        assert len(found) < 400
        told_properly(found)
        if any(not problem.doubt for problem in found):
            with pytest.raises(Refused):
                reader.read(folder)
            return
        read = reader.read(folder)
    # What was read can be counted with: every claim has a range, on every day.
    units = {name: quantity.units for name, quantity in read.plan.quantities.items()}
    for reading in READINGS:
        for row in measured(read.said, units, reading, 0.25, read.vocabulary):
            assert math.isnan(row.number) or (
                0 < row.number < math.inf and 0 <= row.interval.low <= row.interval.high
            )
    for published in read.sources["published"]:
        assert len(read.as_of(dates.last_day(published)).sources) <= len(read.sources)
    can_be_built(read)


def can_be_built(read: reader.Dossier) -> None:
    """What rooms that write do with addresses, days and texts, without writing."""
    for address in filter(None, read.sources["url"]):
        parts = urlsplit(address)
        assert parts.hostname and parts.port != 0 and not parts.username and not parts.password
        assert f"]({address[:8]}" in link("x", address)
    cells = [
        (table, *cell) for table in COLUMNS for cell in getattr(read, table)[list(COLUMNS[table])].items()
    ]
    texts = [
        (COLUMNS[table][column], cell)
        for table, column, rows in cells
        for cell in rows
        if isinstance(cell, str)
    ]
    days = [cell for rule, cell in texts if rule.form is DATE and cell] + [
        way.since for way in read.plan.series.values() if way.since
    ]
    for day in days:
        first, last = dates.first_day(day), dates.last_day(day)
        for other in (first - YEAR, first, last, last + YEAR):
            assert date2num(other) and f"{other:%Y-%m-%d}" == str(other) and in_words(str(other))
    assert all(
        any(letter.isalnum() or not letter.isspace() for letter in cell)
        for rule, cell in texts
        if rule.filled
    )
    edition = Edition(read, contract({}, read.plan))
    for row in edition.record.rows():
        assert (
            all(
                (
                    edition.words.said(row),
                    edition.words.by(row),
                    edition.words.grade(row),
                    edition.words.link(row),
                )
            )
            and edition.words.window(row) is not None
        )
    assert len(history.days(edition)) <= history.MOST_DAYS and edition.words.reported_on() is not None


@given(small_dossiers())
def test_a_small_dossier_at_random_is_in_order_and_can_be_built(small):
    with tempfile.TemporaryDirectory() as parent:
        folder = small.write(Path(parent) / "small")
        assert [str(problem) for problem in check(folder) if not problem.doubt] == []
        can_be_built(reader.read(folder))


@given(
    st.sampled_from(CODES),
    st.floats(SMALLEST, LARGEST),
    st.floats(1, 100),
    st.sampled_from(READINGS),
    st.floats(0.001, 0.999),
    st.sampled_from(sorted(CONVENTIONS)),
    st.text(max_size=20),
)
@example("exact", 1e15, 1.5, "pragmatic", 0.25, "house", "")
@example("odd", 1e-9, 1.5, "pragmatic", 0.25, "house", "")
def test_every_hedge_of_every_number_is_a_range(code, value, times, reading, tolerance, convention, wording):
    span = interval(code, value, value * times, reading, tolerance, None, convention, wording)
    assert 0 <= span.low <= span.high
    assert math.isinf(span.high) or span.high <= value * max(times, 11) * (1 + tolerance)


@given(st.text(max_size=60), st.sampled_from(("en", "ko", "ru", "")), st.text(max_size=12))
def test_any_wording_can_be_looked_up(wording, language, word):
    assert look_up(wording, language, VOCABULARY) in {None, *CODES}
    planted = [one._replace(wording=word, language="xx") for one in VOCABULARY]
    assert look_up(word, "xx", planted) in CODES


VOCABULARY = reader.read(ROOT / "data").vocabulary
PLAN = reader.read(ROOT / "data").plan
NAMES = (*Parameters.model_fields, *PLAN.quantities, "as_off", "", "x\x1b[31m")
values = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=30), st.dates(), st.datetimes(),
    st.lists(st.integers(), max_size=3),
    st.sampled_from(("latest", "2023-11-02", "2023-11-31", "literal", "pragmatic", "iiss", "each",
    "higher-counts", "0.3", "1..2", "2..1", "1e5..1e6")),
    st.builds("{}..{}".format, st.floats(), st.floats()), st.dictionaries(st.text(max_size=3), st.integers(),
    max_size=2),
)  # fmt: skip


@given(st.dictionaries(st.sampled_from(NAMES) | st.text(max_size=10), values, max_size=4))
def test_any_parameters_are_taken_or_refused(asked):
    try:
        made = contract(asked, PLAN)
    except Refused as refused:
        told_properly(refused.problems)
    else:
        assert contract(made.as_data(), PLAN).as_data() == made.as_data()
        assert made.differing() is not None and 0 < made.approx_tolerance < 1


@given(
    bytes_changed(b"as_of: 2023-11-02\nreading: literal\nfire_rate: 10000..15000\n")
    | st.text(max_size=60).map(str.encode)
)
def test_any_edition_file_is_taken_or_refused(content):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "mine.yml"
        file.write_bytes(content)
        try:
            load(file, PLAN)
        except Refused as refused:
            told_properly(refused.problems)
