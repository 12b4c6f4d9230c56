"""Hedge words: how a number in a sentence is hedged, by the vocabulary of the dossier.

Only words that stand by the number count: in front of it with at most a word between, around it, or, as an
“or more”, behind it. A hedge is sure where one direction is said and nothing by it turns it round; a number
without a known hedge is proposed as exact, and never surely.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reported.dossier.numerals import Numeral
from reported.dossier.reading import Words
from reported.dossier.schema import Wording

NEAR = 28  # letters from a number within which its hedge stands
DENIED_NEAR = 24  # letters from a hedge within which a word turns it round
CLAUSE = re.compile(r"[.;:!?。、（）()](?=\s|$|\D)|,\s")
# What two codes by one number are together; None in the third place where that is not sure.
TOGETHER = {
    frozenset({"approx", "ge"}): ("approx_ge", True),
    frozenset({"odd", "ge"}): ("odd_ge", True),
    frozenset({"odd", "odd_ge"}): ("odd_ge", True),
    frozenset({"odd_ge", "ge"}): ("odd_ge", True),
    frozenset({"approx", "odd", "ge"}): ("odd_ge", True),
    frozenset({"approx", "odd"}): ("odd", True),
    frozenset({"approx", "le"}): ("le", False),
    frozenset({"approx", "nearly"}): ("nearly", False),
}
TURNED = {"gt": "le", "ge": "lt", "lt": "ge", "le": "gt"}  # what “not” makes of a hedge


@dataclass(frozen=True)
class Hedge:
    """How a number is hedged: the code, the words for it and where they stand, whether that is sure."""

    code: str
    words: str
    start: int
    end: int
    sure: bool


def hedge(sentence: str, low: Numeral, high: Numeral | None, around: tuple[int, int], known: Words,
          vocabulary: Iterable[Wording]) -> Hedge:  # fmt: skip
    """The hedge of a number, or of a range from one to another; ``around`` are the end of the number before
    it in the sentence and the start of the one behind.
    """
    last = high or low
    first, end = _clause(sentence, low.start, last.end, around)
    text = sentence[first:end]
    found = _found(text, low.start - first, last.end - first, known, vocabulary)
    if known.odd and known.odd in sentence[low.start : last.end + 2]:
        found.setdefault((last.end - first, last.end - first), (known.odd, "odd"))
    begin = min([low.start, *(first + a for a, _ in found)])
    close = max([last.end, *(first + b for _, b in found)])
    words = ", ".join(wording for wording, _ in found.values())
    if high is not None:
        return Hedge(
            "range", sentence[low.start : last.end], begin, close, not _denied(sentence, begin, known)
        )
    code, sure = _together({code for _, code in found.values()})
    if code in TURNED and _denied(sentence, begin, known):
        return Hedge(TURNED[code], f"{_denied(sentence, begin, known)} … {words}", begin, close, False)
    return Hedge(code, words, begin, close, sure)


def _clause(sentence: str, start: int, end: int, around: tuple[int, int]) -> tuple[int, int]:
    """From where to where words can hedge a number: its clause, no farther than to the next numbers."""
    before, after = max(around[0], start - NEAR, 0), min(around[1], end + NEAR)
    marks = [before + found.end() for found in CLAUSE.finditer(sentence[before:start])]
    mark = CLAUSE.search(sentence[end:after])
    return (marks or [before])[-1], end + mark.start() if mark else after


def _found(text: str, start: int, end: int, known: Words, vocabulary: Iterable[Wording]
           ) -> dict[tuple[int, int], tuple[str, str]]:  # fmt: skip
    """The wordings that stand by a number from ``start`` to ``end``, with their codes, by their place; of
    two that overlap the longer."""
    found: dict[tuple[int, int], tuple[str, str]] = {}
    folded = text.casefold()
    for word in sorted(vocabulary, key=lambda word: -len(word.wording)):
        if word.language != known.code or word.code in ("range", "none", "exact"):
            continue
        for match in re.finditer(_pattern(word.wording, known), folded):
            place = match.span()
            taken = any(place[0] < b and a < place[1] for a, b in found)
            if not taken and _by(folded, place, start, end, word.wording, known):
                found[place] = (word.wording, word.code)
    return dict(sorted(found.items()))


def _pattern(wording: str, known: Words) -> str:
    text = re.escape(wording.casefold())
    if known.wide or not (wording[0].isalpha() and wording[-1].isalpha()):
        return text
    elided = rf"|{text[:-1]}['’]" if text.endswith("de") else ""  # plus d'un million
    return rf"(?<!\w)(?:{text}(?!\w){elided})"


def _by(text: str, place: tuple[int, int], start: int, end: int, wording: str, known: Words) -> bool:
    """Whether words stand by a number: around it, before it with a word between, or behind it as an “or
    more”."""
    if place[1] <= start:
        gap = text[place[1] : start]
        if known.wide:  # a single syllable is a hedge only where it touches: 약 40%, not 탄약의 40%
            return len(gap) <= 4 if len(wording) > 1 else not gap.strip()
        return bool(re.fullmatch(r"\W*(?:[^\W\d]+\W+)?", gap))
    if place[0] >= end:
        gap = text[end : place[0]]
        if known.wide:
            return len(gap) <= 6
        if re.split(r"\W", wording)[0] in known.ors:  # 1,200 boxes or more
            return bool(re.fullmatch(r"\W*(?:[^\W\d]+\W+){0,2}", gap))
        return len(gap) <= 1 and not wording[0].isalpha()
    return True


def _together(codes: set[str]) -> tuple[str, bool]:
    """The code of several words by one number, and whether that is sure."""
    if (pair := frozenset(codes)) in TOGETHER:
        return TOGETHER[pair]
    if len(codes) == 1:
        return next(iter(codes)), True
    return (sorted(codes)[0] if codes else "exact"), False


def _denied(sentence: str, start: int, known: Words) -> str:
    """The word by a hedge that turns it round, such as “unable to”; empty where there is none."""
    before = re.split(CLAUSE, sentence[max(start - DENIED_NEAR, 0) : start])[-1].casefold()
    for word in known.negations:
        pattern = re.escape(word) if known.wide else rf"(?<!\w){re.escape(word)}(?!\w)"
        if found := re.search(pattern, before):
            return found[0]
    return ""


def others(found: Iterable[Numeral], taken: Iterable[Numeral]) -> Iterator[Numeral]:
    """The numbers that are not taken."""
    places = {one.start for one in taken}
    return (one for one in found if one.start not in places)
