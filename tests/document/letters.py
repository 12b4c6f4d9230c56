"""How large the letters of a PDF come out, and where: measured on what was rendered, drawings included."""

import math
import re
import shutil
import subprocess
from collections import namedtuple

import pikepdf
import pytest

NOTHING = pikepdf.Matrix()
# A run of letters: its size in points, where it begins (from the left and from the foot of the page), and the
# number of the piece of the structure that it belongs to.
Run = namedtuple("Run", "size x y piece")


def runs(page):
    """The runs of letters of a page, those of drawings too."""
    return list(_runs(page, page.Resources, NOTHING, None))


def _runs(stream, resources, matrix, piece):  # noqa: C901  a case for each operator
    """Walk a content stream: a size is what the font's, the text's and the drawing's scales make of it."""
    stack, pieces, text, size = [], [piece], NOTHING, 0.0
    for step in pikepdf.parse_content_stream(stream):
        match str(step.operator), tuple(step.operands):
            case "q", _:
                stack.append((matrix, size))
            case "Q", _:
                matrix, size = stack.pop()
            case "cm", operands:
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case (("BDC" | "BMC"), operands):
                marked = operands[1] if len(operands) > 1 else {}
                marked = marked if isinstance(marked, pikepdf.Dictionary) else {}
                pieces.append(int(marked["/MCID"]) if "/MCID" in marked else pieces[-1])
            case "EMC", _:
                pieces.pop()
            case "BT", _:
                text = NOTHING
            case "Tm", operands:
                text = pikepdf.Matrix(*map(float, operands))
            case (("Td" | "TD"), (x, y)):
                text = NOTHING.translated(float(x), float(y)) @ text
            case "Tf", (_, points):
                size = float(points)
            case (("Tj" | "TJ"), _):
                whole = text @ matrix
                scale = math.sqrt(abs(whole.a * whole.d - whole.b * whole.c))
                yield Run(size * scale, whole.e, whole.f, pieces[-1])
            case "Do", (name,):
                form = resources.XObject[str(name)]
                if form.get("/Subtype") == "/Form":
                    own = pikepdf.Matrix(*map(float, form.Matrix)) if "/Matrix" in form else NOTHING
                    yield from _runs(form, form.get("/Resources", resources), own @ matrix, pieces[-1])


def smallest(path):
    """The smallest letters of a PDF, in points, and their page from 1."""
    with pikepdf.open(path) as pdf:
        return min((run.size, number) for number, page in enumerate(pdf.pages, 1) for run in runs(page))


def places(path):
    """(page from 0, number of a piece) → where the piece begins: from the left, and from the foot."""
    found = {}
    with pikepdf.open(path) as pdf:
        for number, page in enumerate(pdf.pages):
            for run in runs(page):
                found.setdefault((number, run.piece), (run.x, run.y))
    return found


WORD = re.compile(r'<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*?)</word>')
INK = (
    0.3,
    0.25,
)  # of the box of a word, which is that of its font: what is above and below most of its letters


def overlapping(path):
    """The words of a PDF that stand over others: (page from 1, one, another)."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed")
    done = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True)
    pages = done.stdout.decode().split("<page ")[1:]
    return [(number, *pair) for number, page in enumerate(pages, 1) for pair in _over(WORD.findall(page))]


def _over(found):
    """The pairs of words whose boxes overlap; ``found`` are their edges and what they say."""
    words = sorted(_ink(*map(float, edges), text) for *edges, text in found)
    for n, (left, top, right, foot, text) in enumerate(words):
        for other_left, other_top, other_right, other_foot, other in words[n + 1 :]:
            if other_left > right - 1:
                break
            if min(foot, other_foot) > max(top, other_top) and min(right, other_right) > other_left + 1:
                yield text, other


def _ink(left, top, right, foot, text):
    """Where most of the letters of a word stand, given the box that its font claims for it."""
    above, below = ((foot - top) * share for share in INK)
    return left, top + above, right, foot - below, text
