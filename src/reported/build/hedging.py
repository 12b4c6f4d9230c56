"""Hedging: the hedge of a claim held against its words, by the vocabulary of its dossier (``hedges.csv``)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from reported.analysis.hedges import look_up_all
from reported.dossier.claim import CODES
from reported.dossier.forms import LANGUAGE
from reported.dossier.numerals import numerals
from reported.dossier.schema import Wording
from reported.dossier.tables import Table, Told
from reported.errors import Problem, quoted, short

ENGLISH = "en"  # the language of a gloss
UNWORDED = ("exact", "none")  # hedges that need no word beside the number


def of(claims: Table, sources: Table, hedges: Table) -> Iterator[Problem]:
    """Doubts about the hedges of claims."""
    columns = zip(hedges["wording"], hedges["language"], hedges["code"], strict=True)
    words = (Wording(wording, of, code, math.nan, math.nan, "") for wording, of, code in columns)
    vocabulary = [word for word in words if word.code in CODES]
    spoken_in = dict(zip(sources["source_id"], sources["language"], strict=True))
    language = [spoken_in.get(source, "") for source in claims["source_id"]]
    known = {word.language for word in vocabulary}
    stated = _read_as([*zip(claims["stated"], language, strict=True)], vocabulary)
    gloss = _read_as([(text, ENGLISH) for text in claims["gloss"]], vocabulary)
    for told in (
        _worded_otherwise(claims, language, stated, gloss, known, hedges.file),
        _of_no_known_wording(claims, language, stated, known, hedges.file),
    ):
        yield from claims.doubt("hedge", told)
    yield from _unread(claims, language, known, hedges.file)


def _read_as(said: list[tuple[str, str]], vocabulary: list[Wording]) -> list[str | None]:
    """The code of each wording, looked up once: many rows say the same."""
    known = {word.language for word in vocabulary}
    each_once = {(text, language) for text, language in said if text and language in known}
    read_as = dict(zip(each_once, look_up_all(each_once, vocabulary), strict=True))
    return [*map(read_as.get, said)] if read_as else [None] * len(said)


def _worded_otherwise(
    claims: Table,
    language: list[str],
    stated: list[str | None],
    gloss: list[str | None],
    known: set[str],
    file: str,
) -> Told:
    """Hedges that do not go with the words or, where the vocabulary reads none in these, with their gloss.

    A bare number needs no wording, so there a gloss is asked only for a language that the vocabulary lacks.
    """
    told = {}
    for n, (hedge, one, other) in enumerate(zip(claims["hedge"], stated, gloss, strict=True)):
        asked = hedge not in UNWORDED or language[n] not in known
        code, words = (one, claims["stated"][n]) if one else (other if asked else None, claims["gloss"][n])
        # A word with no number beside it makes no figure.
        if code and hedge in CODES and hedge not in ("none", code):
            what = f"{hedge} does not go with {quoted(words)}, which {file} reads as {code}."
            told[n] = what, "Look at the words again."
    return told


def _of_no_known_wording(
    claims: Table, language: list[str], stated: list[str | None], known: set[str], file: str
) -> Told:
    """Hedges beside words in which the vocabulary reads none, and no note says where the wording stands."""
    told = {}
    columns = zip(claims["hedge"], claims["stated"], claims["note"], stated, language, strict=True)
    for n, (hedge, words, note, code, of) in enumerate(columns):
        if not words or hedge not in CODES or of not in known or code or note or hedge in UNWORDED:
            continue
        if hedge != "range" or len(numerals(words, of)) < 2:  # a bare range needs no word
            what = f"is {hedge}, but {quoted(words)} ({of}) holds no wording of {file}."
            told[n] = what, f"Quote the words that say it, add them to {file}, or say why in the note."
    return told


def _unread(claims: Table, language: list[str], known: set[str], file: str) -> Iterator[Problem]:
    """Languages of which the vocabulary has no wording, once each."""
    rows = defaultdict(list)
    unknown = {of for of in {*language} - known if LANGUAGE.fits(of)}
    columns = zip(claims["stated"], claims["hedge"], language, claims.rows, strict=True)
    for words, hedge, of, row in columns if unknown else ():
        if of in unknown and words and hedge in CODES and hedge not in UNWORDED:
            rows[of].append(row)
    for of, found in sorted(rows.items()):
        more = f" and of {len(found) - 1:,} more" if len(found) > 1 else ""
        what = (
            f"has no wording in {short(of)} to hold the hedge of {claims.file} row {found[0]}{more} against."
        )
        yield Problem(file, what, "Add its wordings, each with the code it stands for.", doubt=True)
