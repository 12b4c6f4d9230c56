"""Proposal: what a sentence seems to say, as the cells of a claim, each with the words it was taken from.

A cell is *sure* only where its words leave no other reading that this reader knows; all else is proposed
to be looked at, or left to be asked for. Nothing is looked up outside the dossier: its vocabulary reads the
hedge, its plan and its earlier claims name what is counted, who speaks and whom the sentence may retell.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from reported.analysis import hedge_words
from reported.dossier.claim import ACTUAL, Claim
from reported.dossier.dates import first_day
from reported.dossier.numerals import BETWEEN, PER_CENT_SIGNS, Numeral, numerals
from reported.dossier.reader import Dossier
from reported.dossier.reading import Words, language_of, words

# Marks and abbreviations behind a number that measures and does not count.
MEASURE = re.compile(r"[\s-]?(?:mm\b|millim|мм\b|міліметр|миллиметр|㎜|밀리|ミリ|kal\b)", re.IGNORECASE)
YEAR = re.compile(r"(?:19|20)\d\d")
CALENDAR = re.compile(r"\s?(?:년|월|일(?!\w*발)|年|月|日|시간|시\b|時)")
SHARE = 0.01  # by which two numbers may differ and be one
WEEKS = timedelta(days=60)  # in which a statement is usually retold
YEARS = timedelta(days=730)  # in which a body may well say its own number again
IN_EACH = 16  # letters between two nouns of which one is in each of the other, at most
LONGEST = 90  # letters of the words that carry a figure, with the noun
TAKEN_OVER = (
    "speaker", "role", "institution", "origin_id", "item", "item_code", "basis", "period_start", "period_end",
    "cumulative", "series",
)  # fmt: skip


@dataclass(frozen=True)
class Cell:
    """A cell of a row: its value, the words it was taken from (a claim's name where it is taken over), and
    whether it is sure."""

    value: str
    words: str = ""
    sure: bool = False


@dataclass(frozen=True)
class Noun:
    """What a sentence names as counted: where, in which word, and the quantity and unit it stands for."""

    start: int
    end: int
    word: str
    quantity: str
    unit: str


@dataclass(frozen=True)
class Counted:
    """The number of a sentence: its low and high end, its noun, quantity and unit, whether what it counts
    is sure, and what other numbers the sentence names."""

    low: Numeral
    high: Numeral | None
    noun: Noun | None
    quantity: str
    unit: str
    sure: bool
    others: tuple[Numeral, ...]
    around: tuple[int, int]


def propose(
    sentence: str, dossier: Dossier, language: str = "", day: date | None = None, which: str = ""
) -> dict[str, Cell]:
    """The cells of a claim that a sentence seems to make, by column; what is not known is left out.

    ``language`` is told from the sentence where it is not given, and where it cannot be, nothing is sure;
    ``day`` is that of its document. Of several numbers that with the words ``which`` is taken, else the one
    whose noun the dossier knows best.
    """
    told = language or language_of(sentence)
    known = words(told or dossier.language)
    found = _counted(sentence, known, dossier, which)
    if found is None:
        return {}
    low, high = found.low, found.high
    alone = bool(told) and (bool(which) or not found.others)
    cells = {"value": Cell(f"{low.value:.12g}", low.text, alone)}
    if high is not None:
        cells["value_high"] = Cell(f"{high.value:.12g}", high.text, alone)
    hedge = hedge_words.hedge(sentence, low, high, found.around, known, dossier.vocabulary)
    carrying = _stated(sentence, found, hedge, known)
    cells["stated"] = Cell(carrying, carrying, True)
    cells["hedge"] = Cell(hedge.code, hedge.words, hedge.sure and bool(told))
    if found.quantity:
        noun = found.noun.word if found.noun else ""
        cells["quantity"] = Cell(found.quantity, noun, found.sure)
        cells["unit"] = Cell(found.unit, noun, found.sure)
    cells["modality"] = next(_modal(sentence, known), Cell(ACTUAL))
    cells |= _period(sentence, known, day)
    cells |= _speaker(sentence, dossier)
    if found.quantity:
        cells |= _retold(cells, low.value, dossier, day)
    return cells


def other_numbers(sentence: str, dossier: Dossier, language: str = "") -> tuple[str, ...]:
    """The numbers of things that a sentence names beside the one that is proposed, as it words them."""
    known = words(language or language_of(sentence) or dossier.language)
    found = _counted(sentence, known, dossier)
    return tuple(one.text for one in found.others) if found else ()


def _counted(sentence: str, known: Words, dossier: Dossier, which: str = "") -> Counted | None:
    """The number of a sentence that the dossier knows best, and what it counts; ``None`` without a
    number."""
    found = numerals(sentence, known.code)
    rates = list(_rates(sentence, known))
    nouns = [
        noun for noun in _nouns(sentence, known, dossier) if not any(a <= noun.start < b for a, b, _ in rates)
    ]
    nouns += (shares := list(_shares(sentence, found, dossier)))
    named = _counts(sentence, found, nouns, known)
    if not named:
        return None

    def nearest(one: Numeral) -> tuple[float, int]:
        share = PER_CENT_SIGNS.match(sentence, one.end) is not None
        fit = ((n, noun) for n, noun in enumerate(nouns) if (noun in shares) == share)
        return min(((_apart(one, noun, known), n) for n, noun in fit), default=(math.inf, -1))

    best = min(named, key=lambda one: (one.text != which, nearest(one)[0], -one.value))
    at = named.index(best)
    ends = next(
        ((a, b) for a, b in ((at, at + 1), (at - 1, at)) if _is_range(sentence, named, a, b)), (at, at)
    )
    low, high = named[ends[0]], named[ends[1]] if ends[0] != ends[1] else None
    closest = nearest(best)[1]
    noun = nouns[closest] if closest >= 0 else None
    per = next((per for start, _, per in rates if _rated_by(start, found) in (low, high)), "")
    quantity, unit, sure = _rated(noun, per, dossier)
    if noun and not known.wide and (each := _in_each(noun, nouns, found, dossier)):
        quantity, unit, sure = *each, False
    sure = sure and noun not in shares
    others = tuple(hedge_words.others(named, [low, *([high] if high else [])]))
    before = max((one.end for one in found if one.end <= low.start), default=0)
    after = min((one.start for one in found if one.start >= (high or low).end), default=len(sentence))
    return Counted(low, high, noun, quantity, unit, sure, others, (before, after))


def _in_each(noun: Noun, nouns: list[Noun], found: list[Numeral], dossier: Dossier) -> tuple[str, str] | None:
    """The quantity and the unit of so many things in each of others, where such others are named close by,
    without a number of their own."""
    for other in nouns:
        gap = range(noun.end, other.start)
        unit = f"{noun.unit}/{other.unit}"
        if 0 < len(gap) <= IN_EACH and not any(one.start in gap for one in found):
            held = [name for name, quantity in dossier.plan.quantities.items() if unit in quantity.units]
            if held:
                return held[0], unit
    return None


def _rated_by(start: int, found: list[Numeral]) -> Numeral:
    """The number that a rate belongs to: the last one before it, else the first one behind."""
    return next((one for one in reversed(found) if one.end <= start), found[0])


def _rated(noun: Noun | None, per: str, dossier: Dossier) -> tuple[str, str, bool]:
    """The quantity and the unit of a noun, so many a day where the sentence says so; whether that is
    sure."""
    if noun is None:
        return "", "", False
    if not per or "/" in noun.unit:
        return noun.quantity, noun.unit, True
    unit = f"{noun.unit}/{per}"
    held = [name for name, quantity in dossier.plan.quantities.items() if unit in quantity.units]
    if not held:
        return noun.quantity, noun.unit, False
    used = Counter(row.quantity for row in dossier.said if row.quantity in held).most_common(1)
    return used[0][0] if used else held[0], unit, len(held) == 1


def _counts(sentence: str, found: list[Numeral], nouns: list[Noun], known: Words) -> list[Numeral]:
    """The numbers that count: no years, days, calibres and halves, unless their noun follows at once."""
    kept = []
    for n, one in enumerate(found):
        if one.value < 1 and not one.text[0].isdecimal():
            continue
        joined = n + 1 < len(found) and BETWEEN.fullmatch(sentence[one.end : found[n + 1].start])
        range_of_counts = joined and not YEAR.fullmatch(found[n + 1].text)
        followed = any(0 <= noun.start - one.end <= 1 for noun in nouns)
        if followed or not (_measures(sentence, one, known) or (_is_year(one) and not range_of_counts)):
            kept.append(one)
    return kept


def _shares(sentence: str, found: list[Numeral], dossier: Dossier) -> Iterator[Noun]:
    """The shares in per cent that a sentence names, as something counted where the dossier counts shares."""
    held = [name for name, quantity in dossier.plan.quantities.items() if "percent" in quantity.units]
    for one in found:
        if held and (share := PER_CENT_SIGNS.match(sentence, one.end)):
            yield Noun(*share.span(), share[0].strip(), held[0], "percent")


def _is_year(one: Numeral) -> bool:
    return YEAR.fullmatch(one.text) is not None


def _measures(sentence: str, one: Numeral, known: Words) -> bool:
    """Whether a number is a calibre or part of a date."""
    behind = sentence[one.end : one.end + 14]
    if MEASURE.match(behind) or PER_CENT_SIGNS.match(behind):
        return True
    if known.wide:
        return CALENDAR.match(behind) is not None
    month = re.match(r"(?:\.|-?\w{0,2})\s(\w+)", behind)
    return one.value <= 31 and month is not None and _month(month[1], known) > 0


def _month(word: str, known: Words) -> int:
    """The month that a word names, in whatever case; 0 for none."""
    return known.months.get(word.casefold().rstrip("."), 0)


def _is_range(sentence: str, named: list[Numeral], a: int, b: int) -> bool:
    if a < 0 or b >= len(named) or named[a].value >= named[b].value:
        return False
    return BETWEEN.fullmatch(sentence[named[a].end : named[b].start]) is not None


def _rates(sentence: str, known: Words) -> Iterator[tuple[int, int, str]]:
    """Where a sentence says that something is so many a day, a month or a year: start, end, which."""
    for per, said in known.rates.items():
        for word in said:
            if found := re.search(_as_word(word, known), sentence, re.IGNORECASE):
                yield *found.span(), per


def _as_word(word: str, known: Words) -> str:
    """A pattern for a word, or for a stem that ends in “*”; no digit stands in front of it."""
    stem, ending = re.escape(word.removesuffix("*")), r"\w*" if word[-1] == "*" else r"(?!\w)"
    return rf"(?<!\d){stem}" if known.wide else rf"(?<!\w){stem}{ending}"


def _nouns(sentence: str, known: Words, dossier: Dossier) -> Iterator[Noun]:
    """What the dossier knows to be counted, where a sentence names it."""
    for word, (quantity, unit) in _vocabulary(known, dossier).items():
        stem = re.escape(word)
        for found in re.finditer(stem if known.wide else rf"(?<!\w){stem}\w*", sentence, re.IGNORECASE):
            yield Noun(*found.span(), found[0], quantity, unit)


def _vocabulary(known: Words, dossier: Dossier) -> dict[str, tuple[str, str]]:
    """The words for what is counted, by the plan and by the claims on record in that language: each with
    the quantity and the unit it most often stands for."""
    told: dict[str, Counter[tuple[str, str]]] = {}
    hedged = {word.wording for word in dossier.vocabulary if word.language == known.code}
    for name, quantity in dossier.plan.quantities.items():
        unit = next(iter(quantity.units))
        said = dict.fromkeys(quantity.said.get(known.code, ()), 1000)
        if known.code == "en":
            said |= dict.fromkeys((quantity.one, quantity.many), 100)
        for word, weight in said.items():
            told.setdefault(word.casefold(), Counter())[name, unit] += weight
    for row in dossier.said:
        if row.language == known.code and row.stated and not math.isnan(row.value):
            for word in _learnt(row, known) - hedged:
                told.setdefault(word, Counter())[row.quantity, row.unit] += 1
    # A single letter, and a word that only one claim uses, is no noun unless the plan says so.
    enough = {word: 2 if len(word) > 1 else 1000 for word in told}
    return {word: said.most_common(1)[0][0] for word, said in told.items() if said.total() >= enough[word]}


def _learnt(row: Claim, known: Words) -> set[str]:
    """The words straight behind the number of a claim on record."""
    found: set[str] = set()
    for one in numerals(row.stated, known.code):
        if math.isclose(one.value, row.value):
            behind = row.stated[one.end :]
            if known.wide:
                found |= {*re.findall(r"[가-힣]{2,}|[ァ-ヿ]{2,}|[一-鿿]{2,}", behind)[:1]}
            else:
                found |= {word.casefold() for word in re.findall(r"[^\W\d_]{4,}", behind)[:2]}
    return found


def _apart(one: Numeral, noun: Noun, known: Words) -> float:
    """How far a noun stands from a number; in front of it counts double, but in Korean and Japanese."""
    if noun.start >= one.end:
        return noun.start - one.end
    return (one.start - noun.end) * (1.0 if known.wide else 2.0) if noun.end <= one.start else math.inf


def _stated(sentence: str, found: Counted, hedge: hedge_words.Hedge, known: Words) -> str:
    """The few words that carry the figure: hedge, number and noun, never the whole of a long sentence."""
    start, end = hedge.start, hedge.end
    if noun := found.noun:
        wider = min(start, noun.start), max(end, noun.end)
        if wider[1] - wider[0] <= LONGEST:
            start, end = wider
    if known.wide:  # particles and counters stick to the word
        end += len(re.match(r"[^\s,.。、]{0,8}", sentence[end:])[0])  # type: ignore[index]
    return sentence[start:end]


def _modal(sentence: str, known: Words) -> Iterator[Cell]:
    """What the figure is said of, by the words that show it."""
    for code, said in known.modalities.items():
        for word in said:
            if found := re.search(_as_word(word, known), sentence, re.IGNORECASE):
                yield Cell(code, found[0])


def _period(sentence: str, known: Words, day: date | None) -> dict[str, Cell]:
    """Since when a figure counts, where a month or a year is named; up to the day of the document."""
    since = "|".join(map(re.escape, known.since)) or "(?!)"
    if known.wide:
        pattern = rf"(?:(?P<year>\d{{4}})\s?[년年]\s?)?(?:(?P<month>\d{{1,2}})\s?[월月])?\s?(?:{since})"
    else:
        pattern = rf"(?<!\w)(?:{since})\s(?P<name>[^\W\d]{{3,}}\s?)?(?P<year>(?:19|20)\d\d(?!\d|[.,]\d))?"
    for found in re.finditer(pattern, sentence, re.IGNORECASE):
        parts = found.groupdict()
        month = int(parts.get("month") or 0) or _month((parts.get("name") or "").strip(), known)
        year = int(parts["year"] or 0)
        if not 0 <= month <= 12 or not (month or year):
            continue
        sure = bool(year)
        if not year and day:  # the last one of that name
            year = day.year if month <= day.month else day.year - 1
        if year:
            start = f"{year}-{month:02}" if month else str(year)
            made = {"period_start": Cell(start, found[0].strip(), sure)}
            return made | ({"period_end": Cell(day.isoformat(), "its document")} if day else {})
    return {}


def _speaker(sentence: str, dossier: Dossier) -> dict[str, Cell]:
    """Who speaks and whose figure it is, of those that the dossier knows; the longest name that is
    there."""
    text = sentence.casefold().replace("-", " ")
    people = {row.speaker: row for row in dossier.said if row.speaker not in ("", "not named")}
    for name in sorted(people, key=len, reverse=True):
        if name.casefold().replace("-", " ") in text:
            row = people[name]
            cells = {"speaker": Cell(name, name, True), "institution": Cell(row.institution, name)}
            return cells | ({"role": Cell(row.role, name)} if row.role else {})
    institutions: Mapping[str, str] = {row.institution: row.institution for row in dossier.said} | {
        written: short for short, written in dossier.plan.names.items()
    }
    for name in sorted(filter(None, institutions), key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(name.casefold().replace('-', ' '))}(?!\w)", text):
            return {"institution": Cell(institutions[name], name)}
    return {}


def _retold(cells: Mapping[str, Cell], value: float, dossier: Dossier, day: date | None) -> dict[str, Cell]:
    """The claim that the sentence may retell, with its origin and what else the two have in common: of the
    same quantity and number, its first statement, not long before; that of the same body longer before."""
    quantity, unit = cells["quantity"].value, cells["unit"].value
    units = dossier.plan.quantities[quantity].units
    number = value * units.get(unit, 1.0)
    who = cells.get("institution", Cell("")).value
    near = [
        row
        for row in dossier.said
        if row.quantity == quantity
        and abs(row.value * units.get(row.unit, 1.0) - number) <= SHARE * number
        and _in_time(row, day, YEARS if row.institution == who else WEEKS)
    ]
    near = [row for row in near if not who or row.institution == who] or near
    if not near:
        return {}
    row = max([row for row in near if not row.relays] or near, key=lambda row: row.published)
    told = f"{row.claim_id}, {row.published}"
    taken = {
        column: Cell(str(getattr(row, column)), told)
        for column in TAKEN_OVER
        if getattr(row, column) and column not in cells
    }
    return taken | {"relays": Cell(row.claim_id, told), "relation": Cell("retells", told)}


def _in_time(row: Claim, day: date | None, span: timedelta) -> bool:
    """Whether a claim is not older than a day by more than a span."""
    first = first_day(row.published) if row.published else None
    return day is None or (first is not None and first <= day <= first + span)
