"""The briefing: Markdown becomes one HTML file and tagged PDFs, slides to edit, and a text to edit.

Markdown goes through pandoc: to HTML with everything inside, to Typst source that the typst wheel sets as
PDF, to PowerPoint and to Word. What is marked how stands in the template `briefing.lua`, for the deck in
`slides.lua`; before them `as-read.lua` adds what CommonMark lacks, behind them `as-typed.lua` keeps words on
paper as they are. Nothing here asks for the time, the place or the network, so the same document gives the
same bytes everywhere.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import os
import re
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from threading import Lock
from typing import Any

import typst
from PIL import Image

from reported.document import presentation
from reported.figures import fonts
from reported.files import CORE, HOUR, as_json, unzipped, zipped

PANDOC_AT_LEAST = (3, 8)
# CommonMark, which pandoc reads in less than half of the time that its own Markdown takes, with some of what
# that has beside it. The assembler escapes what could be markup, and `no-html.lua` makes text of any HTML.
READER = "commonmark" + "".join(
    f"+{extension}"
    for extension in (
        "attributes", "bracketed_spans", "definition_lists", "fenced_divs", "footnotes", "pipe_tables",
        "smart", "strikeout", "subscript", "superscript", "task_lists", "yaml_metadata_block",
    )
)  # fmt: skip
# The first filters of every document, the second where HTML may stand in it: it looks at every word.
AS_READ, NO_HTML = (Path(__file__).with_name(f"{name}.lua") for name in ("as-read", "no-html"))
SETTINGS = {
    "from": READER,
    "standalone": True,
    "wrap": "none",
    "section-divs": True,
    "syntax-highlighting": "none",
    "fail-if-warnings": True,
}
# A block for the screen alone, or for paper alone, that holds no other, as the assembler writes it.
ON_SCREEN, IN_PRINT = (
    re.compile(
        rf"(?<=\n\n):::+ \{{(?![^}}\n]*\.(?:head|foot)[ }}])[^}}\n]*\.(?:{mark})(?=[ }}])[^}}\n]*\}}\n"
        r"(?:(?! *:::).*\n)*:::+\n"
    )
    for mark in ("on-screen|evidence", "in-print")
)
# A table, with its dashes and its caption; or a block of code, which may show one.
TABLE = re.compile(
    r"^(?P<code>`{3,}|~{3,})[\s\S]*?(?:^(?P=code)|\Z)"
    r"|(?:\A|(?<=\n\n)|(?<=:::\n)|(?<=}\n))(?P<head>\|.*)\n(?P<dashes>\|[-:| ]+)(?P<rows>(?:\n\|.*)*)"
    r"(?:\n\n: (?P<caption>.*?)(?: \{(?P<marks>[^{}\n]*)\})?$)?",
    re.M,
)
# What begins or ends a block, or one of code.
FENCE = re.compile(r"^ *(?:(:{3,})[ \t]*(\{.*\}|[^\s{}:]+)?[ \t]*|(`{3,})[^`\n]*|(~{3,}).*)$", re.M)
FACES = "faces.css"  # what is kept of the fonts; it depends on no picture
LINKED = "linked"  # the data that are JSON-LD
# Runs before anything is drawn: what the other scripts fold is not shown open first.
FIRST = 'document.documentElement.className = "scripted folding"'
TRACKED = re.compile(rb"(?<=<w:(?:ins|del) w:id=\")\d+")
COLOURS = 128  # of a picture in a text to edit: a quarter of its size, and nobody sees it
# What an office program writes a language in, and calls it: a face that comes with every one of them.
OFFICE = {"ko": ("맑은 고딕", "ko-KR")}
PAGE = ("*.html", "*.lua")
LOOKS = {
    ".html": (*PAGE, "*.css", "*.js"),
    ".pdf": ("*.typ", "*.lua"),
    ".png": ("*.typ", "*.lua"),
    ".pptx": ("*.typ", "*.lua", "*.pptx"),
    ".docx": ("*.docx",),
}
Make = Callable[[], bytes]
Getting = Callable[[str, list[Any], Make], bytes]
Converting = Callable[[str, Mapping[str, Any], Path, Path], bytes]


class RenderingError(RuntimeError):
    """The document could not be rendered; the message says what to mend, every problem at once."""


def _made(name: str, depends: list[Any], make: Make) -> bytes:
    return make()


def render(
    markdown: str, folder: Path, out: Path, template: Path, data: Mapping[str, Any] = {}, get: Getting = _made
) -> list[Path]:
    """Write `briefing.html`, `briefing.pdf` and a picture of page one into `out` and return their paths.

    `folder` is where the document's pictures lie, `template` holds the layout, `data` goes into the HTML for
    its scripts. `get` is given the name of each file, all it depends on but the pictures, and how to make it.
    Nothing is written unless all of them came out. Raises RenderingError.
    """
    paper = _Once(partial(pdf, markdown, folder, template))
    parts: dict[str, tuple[Make, list[Any]]] = {
        "briefing.html": (partial(html, markdown, folder, template, data, get), [markdown, data]),
        "briefing.pdf": (paper, [markdown, {}]),
        "page-one.png": (lambda: page_one(paper()), [markdown, {}]),
    }
    return _write(parts, out, template, get)


def accompany(
    slides: str, handout: str, folder: Path, out: Path, template: Path, get: Getting = _made
) -> list[Path]:
    """Write `slides.pdf`, `slides.pptx`, `handout.pdf` into `out`, from their Markdown; as `render` does."""
    typeset = _Once(partial(_typeset, slides, folder, template, "slides"))
    parts: dict[str, tuple[Make, list[Any]]] = {
        "slides.pdf": (lambda: _tagged(typeset(), folder), [slides]),
        "slides.pptx": (lambda: _pptx(slides, typeset(), folder, template), [slides]),
        "handout.pdf": (partial(pdf, handout, folder, template, "handout"), [handout]),
    }
    return _write(parts, out, template, get)


def to_edit(text: str, folder: Path, out: Path, template: Path, get: Getting = _made) -> list[Path]:
    """Write `briefing.docx` into `out`, from its Markdown; as `render` does."""
    return _write({"briefing.docx": (partial(docx, text, folder, template), [text])}, out, template, get)


class _Once:
    """What several of them need is made by the first who asks; the others wait."""

    def __init__(self, make: Make):
        self.make, self.lock = make, Lock()
        self.made: bytes | None = None

    def __call__(self) -> bytes:
        with self.lock:
            if self.made is None:
                self.made = self.make()
            return self.made


def _write(
    parts: Mapping[str, tuple[Make, list[Any]]], out: Path, template: Path, get: Getting
) -> list[Path]:
    """Make files, each given by how it is made and what it depends on (the text first), and write them."""
    undrawable = fonts.undrawable("".join({depends[0]: None for _, depends in parts.values()}))
    if undrawable:
        named = ", ".join(f"{c} (U+{ord(c):04X})" for c in undrawable)
        raise RenderingError(
            f"No font of the briefing can draw: {named}. Write these in other letters, or add a font."
        )
    # They wait mostly for programs outside Python, so they may as well wait together.
    with ThreadPoolExecutor() as pool:
        jobs = {}
        for name, (make, depends) in parts.items():
            look = _digests(template, LOOKS[Path(name).suffix])
            jobs[name] = pool.submit(get, name, [*depends, look], make)
        made = {name: job.result() for name, job in jobs.items()}
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (out / name).write_bytes(content)
    return [out / name for name in made]


def html(
    markdown: str,
    folder: Path,
    template: Path,
    data: Mapping[str, Any] = {},
    get: Getting = _made,
    convert: Converting | None = None,
) -> bytes:
    """The document as one HTML file: style, fonts, pictures and scripts inside, nothing to fetch.

    `data` is put in as JSON, each entry under the id `<name>-data` (`linked`: as JSON-LD for search engines).
    Everything can be read without the scripts of `template`; they alone may run, allowed by their hash, and
    without data there are none. What does not change with style, scripts and data is asked of `get`;
    `convert` is another way to have pandoc make it. Raises RenderingError.
    """
    look = _digests(template, PAGE)
    make = partial(undressed, markdown, folder, template, data, convert)
    with ThreadPoolExecutor(1) as pool:  # the fonts are cut while pandoc works
        dress = pool.submit(_dress, markdown, folder, template, data, get)
        page = get("page.html", [markdown, [*data], look], make)
    return _put_on(page, markdown, dress.result())


def undressed(
    markdown: str, folder: Path, template: Path, data: Iterable[str] = (), convert: Converting | None = None
) -> bytes:
    """The page as pandoc makes it, with a mark in each place where `dressed` puts style, scripts and the
    data of these names. Raises RenderingError.
    """
    mark = partial(_mark, markdown)
    names = [*data]
    variables = {
        "stylesheet": mark("style"),
        **({"first": FIRST, "script": mark("script")} if names else {}),
        "script-hash": [hashed(FIRST), mark("hash")],
        **({LINKED: mark(f"{LINKED}-data")} if LINKED in names else {}),
        "data": [{"id": id, "json": mark(id)} for id in (f"{name}-data" for name in names if name != LINKED)],
    }
    way = {"to": "html", "template": str(template / "briefing.html"), "variables": variables}
    convert = convert or converted
    page = convert(_without(IN_PRINT, markdown), way, folder, template / "briefing.lua").decode()
    # pandoc's sign for "back to the text" is in no font of ours.
    return page.replace("↩︎", "↑").encode()


def dressed(
    page: bytes,
    markdown: str,
    folder: Path,
    template: Path,
    data: Mapping[str, Any] = {},
    get: Getting = _made,
) -> bytes:
    """What `undressed` has made of a document, with its style, fonts, scripts and data. The fonts, which
    seldom change, are asked of `get`.
    """
    return _put_on(page, markdown, _dress(markdown, folder, template, data, get))


def _dress(
    markdown: str, folder: Path, template: Path, data: Mapping[str, Any], get: Getting
) -> dict[str, str]:
    """What is put into a page, by the place where it stands."""
    style, language = (template / "style.css").read_text(encoding="utf-8"), _language(markdown)
    held = {f"{name}-data": as_data(what) for name, what in data.items()}
    letters = "".join([markdown, style, *held.values(), *_drawn_words(markdown, folder), "↑“”‘’–—…×→"])
    # Those of English are in every font that is cut, so that what is kept outlives a word of theirs.
    used, asked = "".join(sorted(c for c in set(letters) if not c.isascii())), fonts.faces(language)
    faces = get(FACES, [used, asked], lambda: fonts.stylesheet(used, asked).encode())
    scripts = sorted(template.glob("*.js")) if data else []
    script = "\n".join(path.read_text(encoding="utf-8").strip() for path in scripts)
    looks = f"{faces.decode()}{_stacks(language, used)}\n{style.rstrip()}"
    return {"style": looks, "script": script, "hash": hashed(script), **held}


def _mark(markdown: str, name: str) -> str:
    """What stands in a page for something that is put in later: no text holds its own digest."""
    return f"{hashlib.sha256(markdown.encode()).hexdigest()}-{name}"


def _put_on(page: bytes, markdown: str, dress: Mapping[str, str]) -> bytes:
    marks = re.compile(f"{_mark(markdown, '')}({'|'.join(map(re.escape, dress))})(?![\\w-])")
    return marks.sub(lambda mark: dress[mark[1]], page.decode()).encode()


def _without(blocks: re.Pattern[str], markdown: str) -> str:
    """A document without blocks that the filter would drop, so that they need not be read first.

    Where a block of code may show such a mark, the filter alone decides.
    """
    return markdown if "```" in markdown or "~~~" in markdown else blocks.sub("", markdown)


def _digests(template: Path, patterns: Iterable[str]) -> list[tuple[str, str]]:
    """The files of a layout that match, and the first filters, with their digests."""
    looks = [AS_READ, NO_HTML, *sorted(path for pattern in patterns for path in template.glob(pattern))]
    return [(path.name, hashlib.sha256(path.read_bytes()).hexdigest()) for path in looks]


def fragment(markdown: str) -> str:
    """Markdown as a piece of a page: plain HTML, without style, script or head. Raises RenderingError."""
    way = {"to": "html", "standalone": False, "section-divs": False, "filters": []}
    return converted(markdown, way, Path(), Path("none")).decode()


def hashed(script: str) -> str:
    """What a script is allowed by, in the policy of a page."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _language(markdown: str) -> str:
    """The language of a document, as its metadata has it."""
    told = re.search(r"^lang: ['\"]?(\w+)", markdown, re.M)
    return told[1] if told else ""


def _stacks(language: str, letters: str) -> str:
    """The families of a page as its style sheet asks for them."""
    rules = (f"--{name}: {stack};" for name, stack in fonts.stacks(language, letters).items())
    return f"\n:root {{ {' '.join(rules)} }}"


def as_data(what: Any) -> str:
    """JSON that may stand inside a script element: no letter in it can end the element."""
    text = json.dumps(what, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _drawn_words(markdown: str, folder: Path) -> list[str]:
    """The words inside the pictures, which the page's own fonts draw."""
    names = sorted(set(re.findall(r"\]\(([\w/-]+\.svg)\)", markdown)))
    there = [folder / name for name in names if (folder / name).is_file()]
    return [re.sub(r"<[^>]*>", "", path.read_text("utf-8")) for path in there]


def pdf(markdown: str, folder: Path, template: Path, layout: str = "briefing") -> bytes:
    """The document as a tagged PDF (PDF/UA-1) with its fonts inside. Raises RenderingError.

    `layout` names a Typst template: `briefing`; `slides`, a page for each; `handout`, one sheet with two
    sides; or `paper`, for a class.
    """
    return _tagged(_typeset(markdown, folder, template, layout), folder)


def page_one(paper: bytes) -> bytes:
    """The first page of a PDF as a picture (PNG), to show what the briefing looks like."""
    with tempfile.TemporaryDirectory() as scratch:
        (Path(scratch) / "paper.pdf").write_bytes(paper)
        frame = b'#set page(width: auto, height: auto, margin: 0pt)\n#image("paper.pdf", page: 1)\n'
        return _pictures(frame, Path(scratch), ppi=96)[0]


def pptx(markdown: str, folder: Path, template: Path) -> bytes:
    """The deck to edit and to speak from: PowerPoint with notes, in the letters and colours of the house.

    Raises RenderingError.
    """
    return _pptx(markdown, _typeset(markdown, folder, template, "slides"), folder, template)


def _pptx(markdown: str, typeset: bytes, folder: Path, template: Path) -> bytes:
    """The deck for PowerPoint, looking as `reference.pptx` of the templates does.

    That file is pandoc's own (`pandoc --print-default-data-file reference.pptx`) with the letters and colours
    of the style sheet in its theme, and with smaller letters and other places in its master and in two of its
    layouts, "Title Slide" and "Content with Caption". Change it as any presentation, in the view of its
    master, and empty its properties before it is kept. Where things stand on a slide is said by
    `presentation`.
    """
    drawings = _pictures(typeset, folder, ppi=240, sys_inputs={"drawings": "only"})
    with tempfile.TemporaryDirectory() as scratch:
        for number, drawing in enumerate(drawings, 1):
            (Path(scratch) / f"drawing-{number}.png").write_bytes(drawing)
        look = str(template / "reference.pptx")
        way = {"to": "pptx", "reference-doc": look, "resource-path": [scratch], "slide-level": 1}
        written = converted(markdown, way, folder, template / "slides.lua")
    parts = unzipped(presentation.arranged(written, markdown, folder))
    return zipped(_in_office(parts, _language(markdown)) | _without_hours(parts))


def _without_hours(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """The parts of an office file that say when it was made, without that; so, too, the workbooks in it."""
    books = {name: unzipped(book) for name, book in parts.items() if name.endswith(".xlsx")}
    timeless = {CORE: HOUR.sub(b"", parts[CORE])} if CORE in parts else {}
    return timeless | {name: zipped(book | _without_hours(book)) for name, book in books.items()}


def _in_office(parts: Mapping[str, bytes], language: str) -> dict[str, bytes]:
    """The parts of a presentation with the letters and the language of their words, for a language whose
    letters the theme's own face lacks. Lines break between words.
    """
    if language not in OFFICE:
        return dict(parts)
    face, code = (text.encode() for text in OFFICE[language])
    marks = {
        rb'<a:ea typeface=""': b'<a:ea typeface="' + face + b'"',
        rb'(?<= lang=")[\w-]+(?=")': code,
        rb"<a:(rPr|endParaRPr)(?![^>]* lang=)(?=[ />])": rb'<a:\1 lang="' + code + b'"',
        rb'(?<= eaLnBrk=")1(?=")': b"0",
    }
    said = {name: text for name, text in parts.items() if name.startswith("ppt/") and name.endswith(".xml")}
    for mark, put in marks.items():
        said = {name: re.sub(mark, put, text) for name, text in said.items()}
    return {**parts, **said}


def docx(markdown: str, folder: Path, template: Path) -> bytes:
    """A text to edit: Word, looking as `reference.docx` of the templates does. Raises RenderingError.

    That file is pandoc's own, like that of the slides, with the colours of the house and letters that every
    office program has. What stands in a span of the class `insertion` or `deletion` is a tracked change.
    """
    way = {"to": "docx", "reference-doc": str(template / "reference.docx"), "filters": []}
    parts = unzipped(converted(markdown, way, folder, template))
    numbers = count(1)  # pandoc gives each change the same one, and Word wants to tell them apart
    text = TRACKED.sub(lambda _: b"%d" % next(numbers), parts["word/document.xml"])
    pictures = {name: _smaller(made) for name, made in parts.items() if name.endswith(".png")}
    return zipped({**parts, **pictures, "word/document.xml": text, CORE: HOUR.sub(b"", parts[CORE])})


def _smaller(picture: bytes) -> bytes:
    """A picture (PNG) in fewer colours."""
    made = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as whole:
        few = whole.convert("RGB").quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        few.save(made, "PNG", dpi=whole.info.get("dpi"))
    return made.getvalue()


def _typeset(markdown: str, folder: Path, template: Path, layout: str) -> bytes:
    """A document in the language of Typst, in one of the paper layouts of `template`."""
    shape = template / ("slides.lua" if layout == "slides" else "briefing.lua")
    # A handout goes through a copier: it is set in greys.
    variables = fonts.families(_language(markdown), markdown) | {"grey": layout == "handout"}
    way = {"to": "typst-smart", "template": str(template / f"{layout}.typ"), "variables": variables}
    return converted(_without(ON_SCREEN, markdown), way, folder, shape)


def _tagged(typeset: bytes, folder: Path) -> bytes:
    (paper,) = _set(typeset, folder, pdf_standards=["ua-1"])
    return paper


def _pictures(typeset: bytes, folder: Path, **kind: Any) -> list[bytes]:
    """The pages as pictures (PNG)."""
    return _set(typeset, folder, format="png", **kind)


def _set(typeset: bytes, folder: Path, **kind: Any) -> list[bytes]:
    """What Typst makes of a document: one file, or one for each page."""
    faces = [str(path) for path in fonts.folders()]
    try:
        made: Any = typst.compile(
            typeset, root=str(folder), font_paths=faces, ignore_system_fonts=True, timestamp=0, **kind
        )
    except typst.TypstError as error:
        raise RenderingError(f"The PDF could not be set:\n{error.diagnostic}") from error
    return [made] if isinstance(made, bytes) else made


def converted(markdown: str, way: Mapping[str, Any], folder: Path, shape: Path) -> bytes:
    """Run pandoc inside `folder`, where the document's pictures are, through the filter `shape`.

    Its warnings are errors.
    """
    if open_ := _open(markdown):
        told = "\n".join(f"The block “{fence}” is unclosed: end it with as many colons." for fence in open_)
        raise RenderingError(f"The briefing cannot be rendered:\n{told}")
    shaping = [str(shape), str(shape.with_name("as-typed.lua"))]
    first = [str(AS_READ), *([str(NO_HTML)] if "<" in markdown else [])]
    settings = {**SETTINGS, **way, "filters": [*first, *way.get("filters", shaping)]}
    with tempfile.TemporaryDirectory() as scratch:
        defaults = Path(scratch) / "defaults.json"
        defaults.write_bytes(as_json(settings))
        command = [_pandoc_path(), "--defaults", str(defaults), "--output", "-"]
        # Room for what it reads, or a tenth of its time goes into tidying up.
        # Without a locale it could name no file in a folder with a letter outside ASCII.
        around = os.environ | {"GHCRTS": "-A128m", "LC_ALL": "C.UTF-8"}
        text = TABLE.sub(_table, markdown).encode()
        done = subprocess.run(command, input=text, cwd=folder, env=around, capture_output=True, check=False)
    if done.returncode:
        raise RenderingError(f"The briefing cannot be rendered:\n{done.stderr.decode().strip()}")
    return done.stdout


def _open(markdown: str) -> list[str]:
    """How the blocks of a document begin that nothing ends."""
    blocks: list[re.Match[str]] = []
    code = ""
    for fence in FENCE.finditer(markdown):
        if mark := fence[3] or fence[4]:
            code = mark if not code else "" if mark.startswith(code) else code
        elif not code and fence[2]:
            blocks.append(fence)
        elif not code and blocks and len(fence[1]) >= len(blocks[-1][1]):
            blocks.pop()
    return [block[0].strip() for block in blocks]


def _table(found: re.Match[str]) -> str:
    """A table as `as-read.lua` takes it: its widths, as many letters as it has dashes, and its caption."""
    if found["code"]:
        return found[0]
    widths = " ".join(str(len(dashes.strip())) for dashes in found["dashes"].strip(" |").split("|"))
    marks = " ".join(filter(None, [found["marks"], f'widths="{widths}"']))
    table = f"{{{marks}}}\n{found['head']}\n{found['dashes']}{found['rows']}"
    return f"::: captioned\n{found['caption']}\n\n{table}\n:::" if found["caption"] else table


@lru_cache(maxsize=1)
def _pandoc_path() -> str:
    """The pandoc that comes with pypandoc_binary: one on PATH may be years older."""
    spec = find_spec("pypandoc")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else Path()
    path = next((p for p in (folder / "pandoc", folder / "pandoc.exe") if p.is_file()), None)
    install = "install the package pypandoc_binary (for example with: pip install pypandoc_binary)."
    if path is None:
        raise RenderingError(f"pandoc is missing: {install}")
    told = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=True).stdout
    version = tuple(map(int, re.findall(r"\d+", told.splitlines()[0])))
    if version < PANDOC_AT_LEAST:
        found, wanted = (".".join(map(str, numbers)) for numbers in (version, PANDOC_AT_LEAST))
        raise RenderingError(
            f"pandoc {found} is too old, {wanted} is needed: install a newer pypandoc_binary."
        )
    return str(path)
