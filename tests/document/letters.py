"""How large the letters of a PDF come out, and where: measured on what was rendered, drawings included."""

import math

import pikepdf

NOTHING = pikepdf.Matrix()


def sizes(page):
    """(size in points, height on the page from its foot) of each run of text of a page, drawings included."""
    return list(_runs(page, page.Resources, NOTHING))


def _runs(stream, resources, matrix):
    """Walk a content stream: a size is what the font's, the text's and the drawing's scales make of it."""
    stack, text, size = [], NOTHING, 0.0
    for step in pikepdf.parse_content_stream(stream):
        match str(step.operator), tuple(step.operands):
            case "q", _:
                stack.append((matrix, size))
            case "Q", _:
                matrix, size = stack.pop()
            case "cm", operands:
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "BT", _:
                text = NOTHING
            case "Tm", operands:
                text = pikepdf.Matrix(*map(float, operands))
            case "Td" | "TD", (x, y):
                text = NOTHING.translated(float(x), float(y)) @ text
            case "Tf", (_, points):
                size = float(points)
            case "Tj" | "TJ", _:
                whole = text @ matrix
                yield size * math.sqrt(abs(whole.a * whole.d - whole.b * whole.c)), whole.f
            case "Do", (name,):
                form = resources.XObject[name]
                if form.get("/Subtype") == "/Form":
                    own = pikepdf.Matrix(*map(float, form.Matrix)) if "/Matrix" in form else NOTHING
                    yield from _runs(form, form.get("/Resources", resources), own @ matrix)


def smallest(path, but=()):
    """The smallest letters of a PDF in points, with their page from 1; pages ``but`` are left out."""
    with pikepdf.open(path) as pdf:
        found = [
            (size, number)
            for number, page in enumerate(pdf.pages, 1)
            if number not in but
            for size, _ in sizes(page)
        ]
    return min(found)
