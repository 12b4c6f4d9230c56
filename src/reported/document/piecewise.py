"""Piecewise: a page whose sections are converted apart, so that a changed sentence costs one of them.

The page is the same as that of the whole document (a test compares them): what the filter counts over the
whole is counted when the pieces are joined. A document that cannot be taken apart is converted as a whole,
and so is one in which something is wrong, since that says best what.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml

from reported.document.rendering import RenderingError, converted
from reported.files import of_file

HEAD = re.compile(r"\A---\n.*?\n---\n\n", re.DOTALL)
FENCE = re.compile(r"(:{3,})[ \t]*(\S?)|(`{3,}|~{3,})")
SECTION = re.compile(r"# .*\{[^}\n]*#[^}\n]*\}$")  # named: the name of another would be its number
FRONT = "::::: {.page-one}"
PICTURE = re.compile(r"\]\(([\w/.-]+)\)")
OPENING, CLOSING, END = '<div class="text">\n', "\n</div>", "\n</main>"
MARK = re.compile("\ue000(\\w+) (\\d+)\ue001")
DRAWING = re.compile(r'<svg class="(?:wide|slim|)".*?</svg>', re.DOTALL)
LED = re.compile(r'<a href="#([^"]*)" tabindex="-1">(.*?)</a>')
PLACE, LINK = re.compile(r'\sid="([^"]*)"'), re.compile(r'\shref="#([^"]*)"')


class Pieces:
    """Converts a document piece by piece, and takes those that did not change from the last time."""

    def __init__(self, jobs: int):
        self.jobs = jobs
        self._made: dict[tuple[Any, ...], str] = {}

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
        look = of_file(shape), of_file(shape.with_name("as-typed.lua"))
        heads = [_head(head, "banner" if piece == pieces[0] else "") for piece in pieces]
        keys = [
            (above, piece, look, *_pictures(piece, folder))
            for above, piece in zip(heads, pieces, strict=True)
        ]
        titles = "\n\n".join(piece.partition("\n")[0] for piece in pieces if piece.startswith("# "))
        with TemporaryDirectory() as scratch, ThreadPoolExecutor(self.jobs) as pool:
            bare = Path(scratch) / "bare.html"
            bare.write_text("$body$\n", "utf-8")
            plain = {"to": "html", "template": str(bare), "metadata": {"apart": "piece"}}
            around = {**way, "metadata": {"apart": "frame"}}
            frame = pool.submit(converted, f"{head}{titles}\n", around, folder, shape)
            begun = {
                key: pool.submit(converted, f"{key[0]}{key[1]}\n", plain, folder, shape)
                for key in keys
                if key not in self._made
            }
            made = {key: job.result().decode() for key, job in begun.items()}
        self._made = {key: self._made.get(key) or made[key] for key in keys}
        front, *rest = _numbered(self._made[key] for key in keys)
        page = _linked(_framed(frame.result().decode(), front, rest))
        places = PLACE.findall(page)
        return page if len({*places}) == len(places) and {*LINK.findall(page)} <= {*places} else None


class _Whole(Exception):
    """A document that cannot be taken apart."""


def apart(markdown: str) -> tuple[str, list[str]]:
    """The head of a document, and its pieces: page one, then its sections, what stands before them the first.

    Raises _Whole where it has no page one, or a piece that does not end by itself.
    """
    head = HEAD.match(markdown)
    if not head or "[^" in markdown or "\ue000" in markdown:  # notes are gathered at the end of all
        raise _Whole
    pieces: list[list[str]] = [[]]
    for line, outside in _lines(markdown[head.end() :].strip()):
        if outside and (SECTION.match(line) or pieces[-1][:1] == [FRONT]) and pieces[-1]:
            pieces.append([])
        pieces[-1].append(line)
    texts = ["\n".join(lines).strip() for lines in pieces]
    if not texts[0].startswith(FRONT) or any(FRONT in text for text in texts[1:]):
        raise _Whole
    return head[0], [text for text in texts if text]


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    """The lines of a text, and whether each stands outside of all blocks. Raises _Whole where one is open."""
    depth, code = 0, ""
    for line in text.split("\n"):
        yield line, not depth and not code
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


def _head(head: str, *more: str) -> str:
    """As much of the head of a document as a piece of it says, and what the filter asks for."""
    told = yaml.safe_load(head.strip().strip("-"))
    kept = {name: told[name] for name in ("lang", "labels", *more) if name in told}
    text = yaml.safe_dump({**kept, "title": "–", "toc-title": "–"}, allow_unicode=True)
    return f"---\n{text}---\n\n"


def _pictures(piece: str, folder: Path) -> list[str]:
    """The digests of the pictures that a piece shows, with those for a phone."""
    names = sorted({*PICTURE.findall(piece)})
    paths = [folder / form for name in names for form in (name, name.replace(".svg", "-slim.svg"))]
    return [of_file(path) for path in paths]


def _numbered(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, with what is counted over all of them."""
    before: Counter[str] = Counter()

    def counted(mark: re.Match[str]) -> str:
        number = before[mark[1]] + int(mark[2])
        return chr(64 + number) if mark[1] == "appendix" else str(number)

    for piece in pieces:
        within: Counter[str] = Counter()
        for kind, number in MARK.findall(piece):
            within[kind] = max(within[kind], int(number))
        yield MARK.sub(counted, piece)
        before += within


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
