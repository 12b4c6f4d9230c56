"""Quotations: words in another language than the document's are marked with theirs.

Screen readers then read them out in it, browsers and paper set them in its letters, and tests can tell them
from the document's own words.
"""

from __future__ import annotations

import html
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from reported.dossier.claim import Claim
from reported.dossier.schema import Denial
from reported.edition import Edition
from reported.figures.legible import in_other_words
from reported.wording.findings import plain
from reported.wording.language import spoken

# What stands in quotation marks, and cells of tables that hold nothing else.
QUOTED = re.compile(r"(?<=“)[^“”\n]+(?=”)|(?<=\| )[^“”|\n]+(?= \|)")


def marked(markdown: str, edition: Edition) -> str:
    """A document with each quotation from another language in a span that names the language."""
    languages = foreign(edition, spoken().code)

    def span(found: re.Match[str]) -> str:
        language = languages.get(html.unescape(found[0]))
        return f"[{found[0]}]{{lang={language}}}" if language else found[0]

    return QUOTED.sub(span, markdown)


def foreign(edition: Edition, own: str) -> Mapping[str, str]:
    """The language of each text that the dossier has in other languages than one's ``own``.

    Figures alone are in no language, nor are words that stand in a document of one's own language too.
    """
    dossier, languages = edition.record.dossier, defaultdict[str, set[str]](set)
    spoken_in = {row.source_id: row.language for row in dossier.documents}
    rows: Iterable[Claim | Denial] = (*dossier.said, *dossier.denied)
    for row in rows:
        if any(letter.isalpha() for letter in row.stated) and not in_other_words(row, spoken()):
            languages[html.unescape(plain(row.stated))].add(spoken_in[row.source_id])
    return {text: min(told) for text, told in languages.items() if own not in told}
