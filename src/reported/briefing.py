"""The briefing: one Markdown document becomes one HTML file and one tagged PDF.

Markdown goes through pandoc twice: to HTML with everything inside, and to Typst source that the typst wheel sets as PDF. What is marked
how stands in `report/template/briefing.lua`. Nothing here asks for the time, the place or the network, so the same document gives the
same bytes everywhere.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import tempfile
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import typst

from reported import typefaces

PANDOC_AT_LEAST = (3, 8)

# What could turn the words of a source into markup or code is switched off in the reader; the assembler escapes the rest.
READER = "markdown" + "".join(
    f"-{extension}"
    for extension in (
        "auto_identifiers", "citations", "example_lists", "implicit_figures", "implicit_header_references", "latex_macros",
        "markdown_in_html_blocks", "native_divs", "native_spans", "pandoc_title_block", "raw_attribute", "raw_html", "raw_tex",
        "tex_math_dollars",
    )
)  # fmt: skip


class RenderingError(RuntimeError):
    """The document could not be rendered; the message says what to mend, every problem at once."""


def render(markdown: str, folder: Path, out: Path, template: Path, data: Mapping[str, Any] = {}) -> list[Path]:
    """Write `briefing.html`, `briefing.pdf` and a picture of page one into `out` and return their paths.

    `folder` is where the document's pictures lie, `template` holds the layout, `data` goes into the HTML for its scripts.
    Nothing is written unless all of them came out.
    """
    undrawable = typefaces.undrawable(markdown)
    if undrawable:
        named = ", ".join(f"{c} (U+{ord(c):04X})" for c in undrawable)
        raise RenderingError(f"No font of the briefing can draw: {named}. Write these in other letters, or add a font.")
    # They wait mostly for programs outside Python, so they may as well wait together.
    formats = {"briefing.html": partial(html, data=data), "briefing.pdf": pdf, "page-one.png": page_one}
    with ThreadPoolExecutor() as pool:
        jobs = {name: pool.submit(make, markdown, folder, template) for name, make in formats.items()}
        made = {name: job.result() for name, job in jobs.items()}
    out.mkdir(parents=True, exist_ok=True)
    for name, content in made.items():
        (out / name).write_bytes(content)
    return [out / name for name in made]


def html(markdown: str, folder: Path, template: Path, data: Mapping[str, Any] = {}) -> bytes:
    """The document as one HTML file: style, fonts, pictures and scripts inside, nothing to fetch.

    `data` is put in as JSON, each entry under the id `<name>-data` (`linked`: as JSON-LD for search engines). Everything can be
    read without the scripts of `template`; they alone may run, allowed by their hash, and without data there are none.
    """
    style = (template / "style.css").read_text(encoding="utf-8")
    held = {name: _json(what) for name, what in data.items()}
    faces = typefaces.stylesheet("".join([markdown, style, *held.values(), *_drawn_words(markdown, folder), "↑“”‘’–—…×→"]))
    script = "\n".join(path.read_text(encoding="utf-8").strip() for path in sorted(template.glob("*.js"))) * bool(data)
    variables = {
        "stylesheet": f"{faces}\n{style}",
        "script": script,
        "script-hash": base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        "linked": held.pop("linked", ""),
        "data": [{"id": f"{name}-data", "json": text} for name, text in held.items()],
    }
    page = _pandoc(markdown, "html", folder, template, variables)
    # pandoc's sign for "back to the text" is in no font of ours.
    return page.replace("↩︎", "↑").encode()


def _json(what: Any) -> str:
    """JSON that may stand inside a script element: no letter in it can end the element."""
    text = json.dumps(what, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("&", "\\u0026")


def _drawn_words(markdown: str, folder: Path) -> list[str]:
    """The words inside the pictures, which the page's own fonts draw."""
    names = sorted(set(re.findall(r"\]\(([\w/-]+\.svg)\)", markdown)))
    return [re.sub(r"<[^>]*>", "", (folder / name).read_text("utf-8")) for name in names if (folder / name).is_file()]


def pdf(markdown: str, folder: Path, template: Path) -> bytes:
    """The document as a tagged PDF (PDF/UA-1) with its fonts inside."""
    return _set(markdown, folder, template, pdf_standards=["ua-1"])


def page_one(markdown: str, folder: Path, template: Path) -> bytes:
    """The first page as a picture (PNG), to show what the briefing looks like."""
    pages = _set(markdown, folder, template, format="png", ppi=96)
    return pages if isinstance(pages, bytes) else pages[0]


def _set(markdown: str, folder: Path, template: Path, layout: str = "briefing", **kind):
    source = _pandoc(markdown, "typst-smart", folder, template, {}, layout)
    fonts = [str(path) for path in typefaces.folders()]
    try:
        return typst.compile(source.encode(), root=str(folder), font_paths=fonts, ignore_system_fonts=True, timestamp=0, **kind)
    except typst.TypstError as error:
        raise RenderingError(f"The PDF could not be set:\n{error.diagnostic}") from error


def _pandoc(markdown: str, to: str, folder: Path, template: Path, variables: Mapping[str, Any], layout: str = "briefing") -> str:
    """Run pandoc inside `folder`, where the document's pictures are; its warnings are errors."""
    settings = {
        "from": READER,
        "to": to,
        "standalone": True,
        "template": str(template / f"{layout}.{to.split('-')[0].replace('typst', 'typ')}"),
        "filters": [str(path) for path in [template / f"{layout}.lua"] if path.is_file()],
        "wrap": "none",
        # A table takes its column widths from its dashes as soon as a line is longer than this: always.
        "columns": 1,
        "section-divs": True,
        "syntax-highlighting": "none",
        "fail-if-warnings": True,
        "variables": dict(variables),
    }
    with tempfile.TemporaryDirectory() as scratch:
        defaults = Path(scratch) / "defaults.json"
        defaults.write_text(json.dumps(settings), encoding="utf-8")
        command = [_pandoc_path(), "--defaults", str(defaults)]
        done = subprocess.run(command, input=markdown.encode(), cwd=folder, capture_output=True, check=False)
    if done.returncode:
        raise RenderingError(f"The briefing cannot be rendered:\n{done.stderr.decode().strip()}")
    return done.stdout.decode()


@lru_cache(maxsize=1)
def _pandoc_path() -> str:
    """The pandoc that comes with pypandoc_binary: one on PATH may be years older."""
    spec = find_spec("pypandoc")
    folder = Path(spec.origin).parent / "files" if spec and spec.origin else Path()
    path = next((p for p in (folder / "pandoc", folder / "pandoc.exe") if p.is_file()), None)
    if path is None:
        raise RenderingError(
            "pandoc is missing: install the package pypandoc_binary (for example with: pip install pypandoc_binary)."
        )
    told = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=True).stdout
    version = tuple(map(int, re.findall(r"\d+", told.splitlines()[0])))
    if version < PANDOC_AT_LEAST:
        wanted = ".".join(map(str, PANDOC_AT_LEAST))
        raise RenderingError(
            f"pandoc {'.'.join(map(str, version))} is too old, {wanted} is needed: install a newer pypandoc_binary."
        )
    return str(path)
