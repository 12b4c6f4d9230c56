"""Piecewise: a page whose sections are converted apart, and apart from these their tables, findings and
figures, so that a changed sentence costs what stands around it, and a changed claim what names it.

The page is the same as that of the whole document (a test compares them): what the filter counts over the
whole is counted when the pieces are joined. A document that cannot be taken apart is converted as a whole,
and so is one in which something is wrong, since that says best what.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from reported.document.rendering import AS_READ, NO_HTML, RenderingError, converted
from reported.files import of_file

HEAD = re.compile(r"\A---\n.*?\n---\n\n", re.DOTALL)
FENCE = re.compile(r"(:{3,})[ \t]*(\S?)|(`{3,}|~{3,})")
SECTION = re.compile(r"# .*\{[^}\n]*#[^}\n]*\}$")  # named: the name of another would be its number
FRONT = "::::: {.page-one}"
PICTURE = re.compile(r"\]\(([\w/.-]+)\)")
OPENING, CLOSING, END = '<div class="text">\n', "\n</div>", "\n</main>"
OURS = re.compile("[\ue000-\ue003]")
MARK = re.compile("\ue000(\\w+) (\\d+)\ue001")
PART = re.compile("<p>\ue002(\\d+)\ue003</p>")  # where a part of a piece stands
KIND = re.compile(r":{3,} \{\.([\w-]+)")
# What is shaped by the filter as if nothing stood around it. On page one the kinds of its blocks count.
KINDS = {"evidence", "figure", "finding", "on-screen", "story"}
KINDS_IN_FRONT = {"evidence"}
TABLE = re.compile(r"(?<=\n\n)\|.*(?:\n\|.*)*(?:\n\n: .*)?(?=\n\n|\Z)")
DRAWING = re.compile(r'<svg class="(?:wide|slim|)".*?</svg>', re.DOTALL)
LED = re.compile(r'<a href="#([^"]*)" tabindex="-1">(.*?)</a>')
PLACE, LINK = re.compile(r'\sid="([^"]*)"'), re.compile(r'\shref="#([^"]*)"')


Key = tuple[str, ...]  # what a text is converted below, the text, the filter, and the pictures in it


class Pieces:
    """Converts a document piece by piece, and takes those that did not change from the last time."""

    def __init__(self, jobs: int):
        self.jobs = jobs
        self._made: dict[Key, str] = {}

    def convert(self, markdown: str, way: Mapping[str, Any], folder: Path, shape: Path) -> bytes:
        """The page of a document, as ``rendering.converted`` makes it. Raises RenderingError."""
        try:
            page = self._joined(markdown, way, folder, shape)
        except (RenderingError, _Whole):
            page = None
        return converted(markdown, way, folder, shape) if page is None else page.encode()

    def _joined(self, markdown: str, way: Mapping[str, Any], folder: Path, shape: Path) -> str | None:
        """The page, put together; ``None`` where a link leads nowhere or a name is given twice."""
        head, pieces = apart(markdown)
        keys = _keys(head, pieces, folder, shape)
        titles = "\n\n".join(piece.partition("\n")[0] for piece in pieces if piece.startswith("# "))
        with TemporaryDirectory() as scratch, ThreadPoolExecutor(self.jobs) as pool:
            bare = Path(scratch) / "bare.html"
            bare.write_text("$body$\n", "utf-8")
            plain = {"to": "html", "template": str(bare), "metadata": {"apart": "piece"}}
            around = {**way, "metadata": {"apart": "frame"}}
            frame = pool.submit(converted, f"{head}{titles}\n", around, folder, shape)

            def make(batch: Sequence[Key]) -> list[str]:
                above, text, *_ = batch[0]
                if len(batch) > 1:
                    text = "\n\n".join(f"\ue002{n}\ue003\n\n{key[1]}" for n, key in enumerate(batch))
                page = converted(f"{above}{text}\n", plain, folder, shape).decode()
                made = PART.split(page)[2::2] if len(batch) > 1 else [page]
                return [text.strip("\n") for text in made]

            new = {one for body, parts in keys for one in (body, *parts)} - self._made.keys()
            bodies_new = [[body] for body, _ in keys if body in new]
            batches = [*bodies_new, *_even(new - {body for body, _ in keys}, self.jobs)]
            made = {
                key: text
                for batch, texts in zip(batches, pool.map(make, batches), strict=True)
                for key, text in zip(batch, texts, strict=True)
            }
        known = {**self._made, **made}
        self._made = {one: known[one] for body, parts in keys for one in (body, *parts)}
        front, *rest = _numbered((known[body], [known[part] for part in parts]) for body, parts in keys)
        page = _linked(_framed(frame.result().decode(), front, rest))
        places = PLACE.findall(page)
        return page if len({*places}) == len(places) and {*LINK.findall(page)} <= {*places} else None


def _keys(head: str, pieces: Iterable[str], folder: Path, shape: Path) -> list[tuple[Key, list[Key]]]:
    """What each piece of a document is made from, without the parts that are converted apart; and each of
    these.
    """
    filters = [*map(of_file, (shape, shape.with_name("as-typed.lua"), AS_READ, NO_HTML))]
    told = yaml.safe_load(head.strip().strip("-"))
    first, other = _head(told, "banner"), _head(told)

    def key(text: str, above: str = other) -> Key:
        return above, text, *filters, *_pictures(text, folder)

    bodies = [parted(piece, KINDS if n else KINDS_IN_FRONT) for n, piece in enumerate(pieces)]
    return [
        (key(body, other if n else first), [key(part) for part in parts])
        for n, (body, parts) in enumerate(bodies)
    ]


class _Whole(Exception):
    """A document that cannot be taken apart."""


def apart(markdown: str) -> tuple[str, list[str]]:
    """The head of a document, and its pieces: page one, then its sections, what stands before them the first.

    Raises _Whole where it has no page one, or a piece that does not end by itself.
    """
    head = HEAD.match(markdown)
    if not head or "[^" in markdown or OURS.search(markdown):  # notes are gathered at the end of all
        raise _Whole
    pieces: list[list[str]] = [[]]
    for line, depth in _lines(markdown[head.end() :].strip()):
        if not depth and (SECTION.match(line) or pieces[-1][:1] == [FRONT]) and pieces[-1]:
            pieces.append([])
        pieces[-1].append(line)
    texts = ["\n".join(lines).strip() for lines in pieces]
    if not texts[0].startswith(FRONT) or any(FRONT in text for text in texts[1:]):
        raise _Whole
    return head[0], [text for text in texts if text]


def _lines(text: str) -> Iterator[tuple[str, int]]:
    """The lines of a text, and in how many blocks each stands. Raises _Whole where one is open."""
    depth, code = 0, ""
    for line in text.split("\n"):
        yield line, depth + bool(code)
        fence = FENCE.match(line)
        if not fence:
            if not depth and not code and line.startswith("# ") and not SECTION.match(line):
                raise _Whole
        elif fence[3]:
            code = "" if code and fence[3].startswith(code) else code or fence[3]
        elif not code:
            depth += 1 if fence[2] else -1
    if depth or code:
        raise _Whole


def parted(piece: str, kinds: Container[str]) -> tuple[str, list[str]]:
    """A piece with marks in the places of its parts, and these: tables, and blocks of some ``kinds`` that
    hold no heading.
    """
    kept: list[str] = []
    parts: list[str] = []

    def take(part: str) -> str:
        parts.append(part)
        return f"\ue002{len(parts) - 1}\ue003"

    block: list[str] = []
    deep = 0  # where the block began
    for line, depth in _lines(piece):
        kind = None if block else KIND.match(line)
        if kind and kind[1] in kinds and ".in-print" not in line:  # which is left out
            deep = depth
        elif not block:
            kept.append(line)
            continue
        block.append(line)
        if depth == deep + 1 and re.fullmatch(":{3,}", line):
            whole = not any(one.startswith(("#", "```", "~~~")) for one in block)
            kept += ["", take("\n".join(block)), ""] if whole else block
            block = []
    body = "\n".join([*kept, *block])
    return (TABLE.sub(lambda table: take(table[0]), body) if "figure" in kinds else body), parts


def _even(keys: Iterable[Key], jobs: int) -> list[list[Key]]:
    """Keys in as many batches as there are jobs, about as long in all."""
    longest = sorted(keys, key=lambda key: (-len(key[1]), key))
    return [batch for n in range(jobs) if (batch := longest[n::jobs])]


def _head(told: Mapping[str, Any], *more: str) -> str:
    """As much of the head of a document as a piece of it says, and what the filter asks for."""
    kept = {name: told[name] for name in ("lang", "labels", *more) if name in told}
    text = yaml.safe_dump({**kept, "title": "–", "toc-title": "–"}, allow_unicode=True)
    return f"---\n{text}---\n\n"


def _pictures(piece: str, folder: Path) -> list[str]:
    """The digests of the pictures that a piece shows, with those for a phone."""
    names = sorted({*PICTURE.findall(piece)})
    paths = [folder / form for name in names for form in (name, name.replace(".svg", "-slim.svg"))]
    return [of_file(path) for path in paths]


def _numbered(pieces: Iterable[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """The pieces with their parts in place, and with what is counted over all of them: each text comes with
    the numbers within itself. Raises _Whole where a part has no place.
    """
    counts: Counter[str] = Counter()

    def counted(text: str, given: dict[tuple[str, str], str]) -> str:
        def number(mark: re.Match[str]) -> str:
            kind, within = mark.groups()
            if (kind, within) not in given:
                counts[kind] += 1
                given[kind, within] = chr(64 + counts[kind]) if kind == "appendix" else str(counts[kind])
            return given[kind, within]

        return MARK.sub(number, text)

    for body, parts in pieces:
        own: dict[tuple[str, str], str] = {}
        texts = PART.split(body)
        if sorted(texts[1::2], key=int) != [str(n) for n in range(len(parts))]:
            raise _Whole
        yield "".join(
            counted(parts[int(text)], {}) if n % 2 else counted(text, own) for n, text in enumerate(texts)
        )


def _linked(page: str) -> str:
    """The page, in whose drawings a mark leads to its claim where that stands in the page. Raises _Whole
    where no mark of a drawing does: that is described as a picture.
    """
    places = {*PLACE.findall(page)}

    def one(drawing: re.Match[str]) -> str:
        led = LED.sub(lambda mark: mark[0] if mark[1] in places else mark[2], drawing[0])
        if "<a " in drawing[0] and "<a " not in led:
            raise _Whole
        return led

    return DRAWING.sub(one, page)


def _framed(frame: str, front: str, rest: list[str]) -> str:
    """The page: page one before the contents, the sections behind them. Raises _Whole where it is another."""
    before, main, body = frame.partition('<nav class="contents"')
    contents, text, old = body.rpartition(OPENING)
    _, end, behind = old.rpartition(END)
    if not (main and text and end):
        raise _Whole
    inner = "\n".join(piece.strip("\n") for piece in rest)
    return "".join([before, front.strip("\n"), "\n", main, contents, text, inner, CLOSING, end, behind])
