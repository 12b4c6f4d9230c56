"""What newsrooms take along: the claims as a workbook and as CSV, and a page for each figure.

The text for Word is made with the other pages, in ``document.rendering``.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from reported.document import embed, workbook
from reported.document.assembly import Section
from reported.document.rendering import Getting
from reported.edition import Edition
from reported.notebooks import cache

WORKBOOK, EMBED = "claims.xlsx", "embed"


def write(
    parts: list[Section], edition: Edition, name: str, report: Path, template: Path, get: Getting
) -> None:
    """Write it into the folder of an edition that has its figures already.

    ``get`` is given the name of each file, all it depends on but the pictures, and how to make it.
    """
    sheets = workbook.sheets(parts, edition)
    title = edition.record.plan.dossier.title
    made: dict[str, Callable[[], bytes]] = {
        f"{sheet.name}.csv": partial(workbook.as_csv, sheet)
        for sheet in sheets
        if sheet.name in (workbook.CLAIMS, workbook.CODEBOOK)
    }
    made[WORKBOOK] = lambda: get(WORKBOOK, [repr(sheets), title], lambda: workbook.as_workbook(sheets, title))
    look = cache.of_file(template / "embed.html")

    def page(place: str) -> bytes:
        figure = figures[place]
        file, words = f"{EMBED}-{figure['name']}.html", embed.words(figure, place, edition, name)
        make = partial(embed.page, figure, words, report / "figures", template)
        return get(file, [figure, words, look], make)

    figures = embed.figures(parts)
    made |= {f"{EMBED}/{figure['name']}.html": partial(page, place) for place, figure in figures.items()}
    with ThreadPoolExecutor() as pool:
        content = {file: pool.submit(make) for file, make in made.items()}
    for file, job in content.items():
        (report / file).parent.mkdir(parents=True, exist_ok=True)
        (report / file).write_bytes(job.result())
