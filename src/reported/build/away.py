"""What newsrooms take along: the claims as a workbook and as CSV, and a page for each figure.

The text for Word is made with the other pages, in ``document.rendering``.
"""

from __future__ import annotations

import json
from pathlib import Path

from reported.document import embed, workbook
from reported.document.assembly import Section
from reported.document.rendering import Getting
from reported.edition import Edition
from reported.files import as_json
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
    look = cache.of_file(template / "embed.html")
    told = [
        (figure, embed.words(figure, place, edition, name)) for place, figure in embed.figures(parts).items()
    ]

    def pages() -> bytes:
        made = ((words, embed.page(figure, words, report / "figures", template)) for figure, words in told)
        return as_json({f"{EMBED}/{words['name']}.html": page.decode() for words, page in made})

    # Kept together: each depends on all pictures, as far as what is kept is told by them.
    made = {
        file: page.encode() for file, page in json.loads(get(f"{EMBED}.json", [told, look], pages)).items()
    }
    made[WORKBOOK] = get(WORKBOOK, [repr(sheets), title], lambda: workbook.as_workbook(sheets, title))
    made |= {
        f"{sheet.name}.csv": workbook.as_csv(sheet)
        for sheet in sheets
        if sheet.name in (workbook.CLAIMS, workbook.CODEBOOK)
    }
    for file, content in made.items():
        (report / file).parent.mkdir(parents=True, exist_ok=True)
        (report / file).write_bytes(content)
