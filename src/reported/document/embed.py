"""A page for each figure, to be put into other pages: the figure with its words, source and data in one file.

It holds both drawings of the figure, of which the width chooses, with the letters they need; it asks for
nothing, and tells the page around it how high it is.
"""

from __future__ import annotations

import base64
import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template
from typing import Any

from reported.document.assembly import Section, banner, front_figure
from reported.document.rendering import hashed
from reported.edition import Edition
from reported.figures import fonts
from reported.figures.charts import FIGURE
from reported.figures.marks import OUTSIDE
from reported.wording.language import say, spoken

# What tells the page around it how high it is; the height is no secret.
SCRIPT = re.compile(r"<script>((?:(?!<script>).)*)</script>\s*</body>", re.S)
# Letters that most figures have: with them in all, the fonts are cut once for most.
USUAL = "–—‘’“”…×÷·→"
WORDS = re.compile(r"<text([^>]*)>([^<]*)</text>")  # with their look
BOLD = "600"  # in the look of a word
LEFT_OUT = re.compile(
    r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->|<metadata>.*?</metadata>|<style.*?</style>|</?a(?: [^>]*)?>", re.S
)
# What turns nothing, and the families, which the style of the page gives.
IDLE = re.compile(r' transform="rotate\(-?0 [^"]*"|font-family: [^;"]*;? ?')
DECIMALS = re.compile(r"(?<=\.\d)\d+(?=[^<>]*>)")  # of a place: a tenth of a point is enough; never of a word
CLIPPED = re.compile(r' clip-path="url\(([^)]*)\)" style="([^"]*)"')
BOX = re.compile(r"M([\d.]+) ([\d.]+)L\1 ([\d.]+)L([\d.]+) \3L\4 \2z")
EMPTY = re.compile(r'<path d="M([\d.]+) [\d.]+V[\d.]+H\1V[^"]*"[^>]*/>')  # of no width


def figures(parts: Iterable[Section]) -> dict[str, Mapping[str, Any]]:
    """Every figure of an edition, as a notebook tells of it, by the id of its place in the briefing."""
    parts = list(parts)
    front = front_figure(parts)
    each = (figure for part in parts if not part.absent for figure in part.of(FIGURE))
    return {f"fig-{'page-one-' * (figure == front)}{figure['name']}": figure for figure in each}


def words(figure: Mapping[str, Any], place: str, edition: Edition, name: str) -> dict[str, str]:
    """The words of a figure's page; ``figure`` and ``place`` are as ``figures`` gives them, ``name`` is the
    edition's.
    """
    title = edition.record.plan.dossier.title
    return {
        "lang": spoken().code,
        "name": figure["name"],
        "title": figure["title"],
        "subtitle": figure["subtitle"],
        "alt": figure["alt"],
        "source": figure["source"],
        "edition": " · ".join([title, *banner(edition, name, known=True)]),
        "briefing": f"../briefing.html#{place}",
        "from": say("embed-briefing", title=title),
        "csv": say("embed-data"),
        "how": say("embed-how"),
    }


def page(figure: Mapping[str, Any], words: Mapping[str, str], folder: Path, template: Path) -> bytes:
    """A figure with its ``words`` as one HTML file; ``folder`` is where its drawings and data are.

    The same content gives the same bytes.
    """
    told = {name: html.escape(text) for name, text in words.items()}
    drawn = _drawings(figure, folder)
    faces = _faces(drawn, words)
    drawn, looks = _looks(drawn)
    data = base64.b64encode((folder / f"{words['name']}.csv").read_bytes()).decode()
    layout = (template / "embed.html").read_text("utf-8")
    script = SCRIPT.search(layout)
    made = {
        **told,
        "how": _in_comment(words["how"]),
        "titled": _in_comment(told["title"]),
        "hash": hashed(script[1] if script else ""),
        "faces": faces,
        "sans": fonts.stacks(words["lang"], html.unescape(drawn) + "".join(words.values()))["sans"],
        "drawings": drawn,
        "looks": looks,
        "data": f"data:text/csv;charset=utf-8;base64,{data}",
    }
    return Template(layout).substitute(made).encode()


def _faces(drawn: str, words: Mapping[str, str]) -> str:
    """The fonts of a page, each cut to the letters that are set in it."""
    told = WORDS.findall(drawn)
    bold = "".join([words["title"], *(html.unescape(text) for look, text in told if BOLD in look)])
    rest = "".join([*words.values(), *(html.unescape(text) for look, text in told if BOLD not in look)])
    heavy = [face for face in fonts.IN_CHARTS if face.weight == fonts.BOLD_SANS.weight]
    light = [face for face in fonts.IN_CHARTS if face not in heavy]
    return "\n".join(fonts.stylesheet(USUAL + text, faces) for text, faces in ((bold, heavy), (rest, light)))


def _in_comment(text: str) -> str:
    """A text that cannot end the comment it stands in."""
    return re.sub("-(?=-)", "- ", text)


def _drawings(figure: Mapping[str, Any], folder: Path) -> str:
    """Both drawings of a figure as part of a page, each as one picture with its alt text."""
    alt, made = html.escape(figure["alt"]), []
    slim = (folder / f"{figure['name']}-slim.svg").is_file()
    for file, crop, kind in (("", "crop", "wide" if slim else "alone"), ("-slim", "slim", "slim")):
        path = folder / f"{figure['name']}{file}.svg"
        if path.is_file():
            made.append(_drawing(path.read_text("utf-8"), figure[crop], kind, alt))
    return "\n".join(made)


def _drawing(svg: str, crop: tuple[float, float], kind: str, alt: str) -> str:
    """A drawing without what the page says around it, its names its own, in fewer letters."""
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if not box:
        return ""
    head, foot = crop
    svg = re.sub(f'<g id="{OUTSIDE}">.*?</g>', "", LEFT_OUT.sub("", svg), flags=re.S)
    used = dict.fromkeys(re.findall(r'#([\w.-]+)(?=["\)])', svg))
    named = {name: f"{kind[0]}{n}" for n, name in enumerate(name for name in used if f' id="{name}"' in svg)}
    svg = re.sub(r' id="([^"]+)"', lambda m: f' id="{named[m[1]]}"' if m[1] in named else "", svg)
    svg = re.sub(r'#([\w.-]+)(?=["\)])', lambda m: f"#{named.get(m[1], m[1])}", svg)
    svg = DECIMALS.sub("", IDLE.sub("", svg.replace("xlink:href", "href")))
    svg = re.sub(r">\s+<", "><", re.sub(r"\s+", " ", svg)).strip()
    svg = re.sub(r'(?<= d=")[^"]+', lambda m: re.sub(r" ?([A-Za-z]) ?", r"\1", m[0]), svg)
    svg = BOX.sub(r"M\1 \2V\3H\4V\2z", CLIPPED.sub(r' style="clip-path: url(\1); \2"', svg))
    svg = EMPTY.sub("", svg)
    inner = _unwrapped(re.sub(r"^<svg[^>]*>|</svg>$", "", svg))
    size = f"0 {head} {box[1]} {float(box[2]) - head - foot:.2f}"
    return f'<svg class="{kind}" viewBox="{size}" role="img" aria-label="{alt}">{inner}</svg>'


def _unwrapped(svg: str) -> str:
    """A drawing without the groups that say nothing."""
    kept: list[bool] = []

    def tag(found: re.Match[str]) -> str:
        if found[0] != "</g>":
            kept.append(found[0] != "<g>")
        stays = kept[-1]
        if found[0] == "</g>":
            kept.pop()
        return found[0] if stays else ""

    return re.sub(r"<g(?: [^>]*)?(?<!/)>|</g>", tag, svg.replace("<g/>", ""))


def _looks(drawn: str) -> tuple[str, str]:
    """Drawings with a class where they give the same look again and again; and what the classes stand for."""
    many = Counter(re.findall(r' style="([^"]*)"', drawn))
    classes = {look: f"l{n}" for n, look in enumerate(look for look, times in many.items() if times > 1)}
    told = "\n".join(f".{name} {{ {look} }}" for look, name in classes.items())
    drawn = re.sub(
        r' style="([^"]*)"', lambda m: f' class="{classes[m[1]]}"' if m[1] in classes else m[0], drawn
    )
    return drawn, told
