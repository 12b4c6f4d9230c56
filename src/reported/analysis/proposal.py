"""Proposal: what a sentence seems to say, as the cells of a claim, each with the words it was taken from.

A cell is *sure* only where its words leave no other reading that this reader knows; all else is proposed to be
looked at, or left to be asked for. Nothing is looked up outside the dossier: its vocabulary reads the hedge, its
plan and its earlier claims name what is counted, who speaks and whom the sentence may retell.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel.core import Locale, UnknownLocaleError

from reported.analysis.hedges import look_up_all
from reported.dossier.claim import ACTUAL, CAPACITY, FORECAST, PLEDGE, Claim
from reported.dossier.dates import first_day
from reported.dossier.numerals import Numeral, numerals
from reported.dossier.reader import Dossier

# Words that show what a figure is said of, by language; a stem ends in “*”.
MODAL: dict[str, dict[str, str]] = {
    "en": {"could hold": CAPACITY, "can hold": CAPACITY, "could contain": CAPACITY, "could carry": CAPACITY,
        "room for": CAPACITY, "capable of": CAPACITY, "equivalent to": CAPACITY, "pledged": PLEDGE, "promised": PLEDGE,
        "will": FORECAST, "plans to": FORECAST, "expected to": FORECAST},
    "de": {"könnte*": CAPACITY, "platz für": CAPACITY, "versprach": PLEDGE, "zugesagt": PLEDGE, "wird": FORECAST, "soll": FORECAST},
    "fr": {"pourrai*": CAPACITY, "peut contenir": CAPACITY, "promis": PLEDGE, "prévoit": FORECAST},
    "ru": {"могут вместить": CAPACITY, "может вместить": CAPACITY, "могли вместить": CAPACITY, "обещал*": PLEDGE, "планиру*": FORECAST},
    "uk": {"може міститися": CAPACITY, "можуть міститися": CAPACITY, "могли вмістити": CAPACITY, "обіця*": PLEDGE, "плану*": FORECAST},
    "ko": {"운반할 수": CAPACITY, "담을 수": CAPACITY, "담길 수": CAPACITY, "환산하면": CAPACITY, "추산하면": CAPACITY,
        "약속": PLEDGE, "계획": FORECAST, "예정": FORECAST},
    "ja": {"可能性": CAPACITY, "相当": CAPACITY, "約束": PLEDGE, "計画": FORECAST, "予定": FORECAST},
}  # fmt: skip
# Words before, or in Korean and Japanese behind, the first day of a time.
SINCE = {
    "en": "since|from",
    "de": "seit|ab",
    "fr": "depuis",
    "ru": "с|со|начиная с",
    "uk": "з|із|від|починаючи з",
    "ko": "부터|이후",
    "ja": "から|以降",
}
A_DAY = {"day": r"(?:a|per|each|every) day|daily|pro Tag|täglich|par jour|в день|в сутки|на день|на добу|щодня|하루|일일|1日|一日",
    "month": r"(?:a|per|each|every) month|monthly|pro Monat|monatlich|par mois|в месяц|на місяць|매달|월간|한 달에|毎月",
    "year": r"(?:a|per|each|every) year|annually|pro Jahr|jährlich|par an|в год|на рік|매년|연간|年間"}  # fmt: skip
MEASURE = re.compile(r"[\s-]?(?:mm\b|millim|мм\b|міліметр|миллиметр|㎜|밀리|ミリ|kal\b|%|％)", re.IGNORECASE)
NEAR = 24  # letters from a number to the words that hedge it, at most
SHARE = 0.01  # by which two numbers may differ and be one
WEEKS = timedelta(days=60)  # in which a statement is usually retold
WIDE = ("ko", "ja", "zh")


@dataclass(frozen=True)
class Cell:
    """A cell of the claim: its value, the words it was taken from (empty: from the dossier), and whether it is
    sure."""

    value: str
    words: str = ""
    sure: bool = False


def language_of(sentence: str) -> str:
    """The language of a sentence, of the seven that are told apart; empty where it cannot be told."""
    if re.search("[가-힣]", sentence):
        return "ko"
    if re.search("[ぁ-ヿ]", sentence):
        return "ja"
    if re.search("[Ѐ-ӿ]", sentence):
        return "uk" if re.search("[іїєґІЇЄҐ]", sentence) else "ru"
    words = re.findall(r"[^\W\d_]+", sentence.casefold())
    small = {
        "en": "the of and to in that has have was were is by from than for a",
        "de": "der die das und nicht hat nach mit von den dem ein eine aus zu habe laut seit",
        "fr": "le la les des du une et à en dans que qui par aux au est selon",
    }
    count = {code: sum(word in told.split() for word in words) for code, told in small.items()}
    best = max(count, key=lambda code: count[code])
    return best if count[best] > max((n for code, n in count.items() if code != best), default=0) else ""


def propose(sentence: str, dossier: Dossier, language: str = "", day: date | None = None) -> dict[str, Cell]:
    """The cells of a claim that a sentence seems to make, by column; what is not known is left out.

    ``language`` is told from the sentence where it is not given; ``day`` is that of its document. Of several numbers
    the one whose noun the dossier knows best is taken; the others are in none of the cells.
    """
    code = language or language_of(sentence)
    cells = {"stated": Cell(sentence, sentence, True)}
    found = _counted(sentence, code, dossier)
    if found is None:
        return cells
    low, high, quantity, unit, noun, known = found
    cells["value"] = Cell(f"{low.value:.12g}", low.text, True)
    if high is not None:
        cells["value_high"] = Cell(f"{high.value:.12g}", high.text, True)
    hedge = _hedge(sentence, code, low, high, dossier)
    cells["hedge"] = hedge
    if quantity:
        cells["quantity"], cells["unit"] = Cell(quantity, noun, known), Cell(unit, noun, known)
    modality = next(_modal(sentence, code), None)
    cells["modality"] = modality or Cell(ACTUAL)
    cells |= _period(sentence, code, day)
    cells |= _speaker(sentence, dossier)
    if quantity:
        cells |= _retold(cells, low.value, dossier, day)
    return cells


def _counted(
    sentence: str, language: str, dossier: Dossier
) -> tuple[Numeral, Numeral | None, str, str, str, bool] | None:
    """The number of a sentence, the high end of its range, and what it counts: quantity, unit, the noun, whether
    that is sure."""
    named = [one for one in numerals(sentence, language) if not _no_count(sentence, one, language)]
    if not named:
        return None
    nouns = list(_nouns(sentence, language, dossier))

    def nearest(one: Numeral) -> tuple[float, str, tuple[str, str]]:
        told = [(_apart(one, start, end, language), noun, what) for start, end, noun, what in nouns]
        return min(told, default=(math.inf, "", ("", "")), key=lambda near: near[0])

    best = min(named, key=lambda one: (nearest(one)[0], -one.value))
    n = named.index(best)
    low, high = best, None
    for a, b in ((n, n + 1), (n - 1, n)):
        if a >= 0 and b < len(named) and _is_range(sentence, named[a], named[b], language):
            low, high = named[a], named[b]
            break
    _, noun, (quantity, unit) = nearest(best)
    per = next((time for time, words in A_DAY.items() if re.search(words, sentence, re.IGNORECASE)), "")
    if quantity and per and "/" not in unit:
        rated = Counter(row.quantity for row in dossier.said if row.unit == f"{unit}/{per}")
        if rated:
            return low, high, rated.most_common(1)[0][0], f"{unit}/{per}", noun, len(rated) == 1
    return low, high, quantity, unit, noun, bool(quantity)


def _no_count(sentence: str, one: Numeral, language: str) -> bool:
    """Whether a number is a year, a day, a calibre or the like."""
    behind = sentence[one.end : one.end + 12]
    if MEASURE.match(behind) and "%" not in behind[:2] and "％" not in behind[:2]:
        return True
    year = re.fullmatch(r"(?:19|20)\d\d", one.text)
    if year and not re.match(r"\s?(?:개|발|個|発|대|척)", behind):
        return True
    if language in WIDE:
        return bool(re.match(r"\s?(?:년|월|일(?!\w*발)|年|月|日|시간|시\b|時)", behind))
    months = "|".join(map(re.escape, _months(language)))
    return bool(months and one.value <= 31 and re.match(rf"\.?\s(?:{months})", behind, re.IGNORECASE))


@cache
def _months(language: str) -> dict[str, int]:
    """The names of the months, in all the forms that a language gives them."""
    try:
        told = Locale.parse(language).months
    except (UnknownLocaleError, ValueError):
        return {}
    return {
        name.rstrip("."): month
        for form in told.values()
        for wide in ("wide", "abbreviated")
        for month, name in form.get(wide, {}).items()
        if len(name.rstrip(".")) > 2
    }


def _is_range(sentence: str, low: Numeral, high: Numeral, language: str) -> bool:
    between = sentence[low.end : high.start].strip(" \u00a0")
    joined = re.fullmatch(r"[-–—~∼〜]|to|and|bis|und|à|et|до|и|і|та|から", between, re.IGNORECASE)
    return bool(joined and low.value < high.value)


def _nouns(sentence: str, language: str, dossier: Dossier) -> Iterator[tuple[int, int, str, tuple[str, str]]]:
    """What the dossier knows to be counted, where a sentence names it: start, end, word, (quantity, unit)."""
    for word, what in _vocabulary(language, dossier).items():
        stem = re.escape(word)
        pattern = stem if language in WIDE else rf"(?<!\w){stem}\w*"
        for found in re.finditer(pattern, sentence, re.IGNORECASE):
            yield found.start(), found.end(), found[0], what


def _vocabulary(language: str, dossier: Dossier) -> dict[str, tuple[str, str]]:
    """The words for what is counted, by the plan and by the claims on record in that language: each with the
    quantity and the unit it most often stands for."""
    told: dict[str, Counter[tuple[str, str]]] = {}
    hedged = {word.wording for word in dossier.vocabulary if word.language == language}
    for name, quantity in dossier.plan.quantities.items():
        unit = next(iter(quantity.units))
        for word in quantity.said.get(language, ()):
            told.setdefault(word.casefold(), Counter())[name, unit] += 1000
        if language == "en":
            for noun in (quantity.one, quantity.many):
                told.setdefault(noun.casefold(), Counter())[name, unit] += 100
    for row in dossier.said:
        if row.language == language and row.stated and not math.isnan(row.value):
            for one in numerals(row.stated, language):
                if math.isclose(one.value, row.value):
                    for word in {*_behind(row.stated[one.end :], language)} - hedged:
                        told.setdefault(word, Counter())[row.quantity, row.unit] += 1
    return {
        word: counts.most_common(1)[0][0]
        for word, counts in told.items()
        if counts.total() >= (2 if len(word) > 1 else 1000)
    }


def _behind(text: str, language: str) -> list[str]:
    """The words straight behind a number, from which what it counts is learnt."""
    if language in WIDE:
        return re.findall(r"[가-힣]{2,}|[ァ-ヿ]{2,}|[一-鿿]{2,}", text)[:1]
    return [word.casefold() for word in re.findall(r"[^\W\d_]{4,}", text)[:2]]


def _apart(one: Numeral, start: int, end: int, language: str) -> float:
    """How far a noun stands from a number; in front of it counts double, but in Korean and Japanese."""
    if start >= one.end:
        return start - one.end
    return (one.start - end) * (1.0 if language in WIDE else 2.0) if end <= one.start else math.inf


def _hedge(sentence: str, language: str, low: Numeral, high: Numeral | None, dossier: Dossier) -> Cell:
    """How the number is hedged: the words of the vocabulary that stand by it. Two directions at once are not
    sure."""
    start = max(low.start - NEAR, 0)
    last = (high or low).end
    before, after = sentence[start : low.start], sentence[last : last + NEAR]
    before = re.split(r"[.;,:!?。、](?=\s|$)", before)[-1]
    after = re.split(r"[.;,:!?。、]|\sand\s|\s(?:к|та|et|und)\s", after)[0]
    found: list[tuple[str, str]] = []
    for word in sorted(dossier.vocabulary, key=lambda word: -len(word.wording)):
        if word.language != language:
            continue
        for part in (before, after) if language in WIDE or word.wording.startswith("or ") else (before,):
            if look_up_all([(part, language)], [word])[0] and not any(
                word.wording in other for other, _ in found
            ):
                found.append((word.wording, word.code))
    if high is not None:
        return Cell("range", sentence[low.start : last], True)
    odd = language == "ko" and re.match(r"여|\s?[가-힣]?여", after)
    codes = {code for _, code in found} | ({"odd"} if odd or "여" in low.text else set())
    words = ", ".join(wording for wording, _ in found)
    for pair, code in (({"approx", "ge"}, "approx_ge"), ({"odd", "ge"}, "odd_ge"), ({"approx", "odd", "ge"}, "odd_ge"),
        ({"approx", "odd"}, "odd"), ({"approx", "le"}, "le"), ({"gt", "le"}, "gt"), ({"approx", "nearly"}, "nearly")):  # fmt: skip
        if codes - {"exact", "range"} == pair:
            return Cell(code, words, code in ("approx_ge", "odd_ge", "odd"))
    codes -= {"exact", "range"} if len(codes) > 1 else {"range"}
    if len(codes) == 1:
        (code,) = codes
        return Cell(code, words or low.text, True)
    return Cell("exact" if not codes else sorted(codes)[0], words)


def _modal(sentence: str, language: str) -> Iterator[Cell]:
    """What the figure is said of, by the words that show it."""
    for word, code in MODAL.get(language, {}).items():
        stem = re.escape(word.rstrip("*"))
        ending = r"\w*" if word.endswith("*") else r"(?!\w)"
        pattern = stem if language in WIDE else rf"(?<!\w){stem}{ending}"
        if found := re.search(pattern, sentence, re.IGNORECASE):
            yield Cell(code, found[0])


def _period(sentence: str, language: str, day: date | None) -> dict[str, Cell]:
    """Since when a figure counts, where a month or a year is named; up to the day of the document."""
    months, since = _months(language), SINCE.get(language, "(?!)")
    named = "|".join(sorted(map(re.escape, months), key=len, reverse=True)) or "(?!)"
    if language in WIDE:
        pattern = rf"(?:(?P<year>\d{{4}})\s?[년年]\s?)?(?:(?P<month>\d{{1,2}})\s?[월月])?\s?(?:{since})"
    else:
        pattern = rf"(?<!\w)(?:{since})\s(?:(?P<name>{named})\w{{0,2}}\s?)?(?P<year>(?:19|20)\d\d)?"
    for found in re.finditer(pattern, sentence, re.IGNORECASE):
        parts = found.groupdict()
        month = int(parts.get("month") or 0) or months.get((parts.get("name") or "").casefold(), 0)
        month = month or next(
            (n for name, n in months.items() if name.casefold() == (parts.get("name") or "").casefold()), 0
        )
        year = int(parts["year"] or 0)
        if not month and not year:
            continue
        sure = bool(year)
        if not year and day:
            year = day.year if month <= day.month else day.year - 1
        if year:
            start = f"{year}-{month:02}" if month else str(year)
            made = {"period_start": Cell(start, found[0].strip(), sure)}
            return made | ({"period_end": Cell(day.isoformat())} if day else {})
    return {}


def _speaker(sentence: str, dossier: Dossier) -> dict[str, Cell]:
    """Who speaks and whose figure it is, of those that the dossier knows; the longest name that is there."""
    plan, text = dossier.plan, sentence.casefold()
    people = {row.speaker: row for row in dossier.said if row.speaker not in ("", "not named")}
    cells = {}
    for name in sorted(people, key=len, reverse=True):
        if name.casefold().replace("-", " ") in text.replace("-", " "):
            row = people[name]
            cells = {"speaker": Cell(name, name, True), "institution": Cell(row.institution, name)}
            return cells | ({"role": Cell(row.role, name)} if row.role else {})
    institutions: Mapping[str, str] = {row.institution: row.institution for row in dossier.said} | {
        written: short for short, written in plan.names.items()
    }
    for name in sorted(filter(None, institutions), key=len, reverse=True):
        if re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", text):
            return {"institution": Cell(institutions[name], name)}
    return cells


def _retold(cells: Mapping[str, Cell], value: float, dossier: Dossier, day: date | None) -> dict[str, Cell]:
    """The claim that the sentence may retell: of the same quantity and number, its first statement, not long
    before; with its origin and what else the two have in common."""
    quantity, unit = cells["quantity"].value, cells["unit"].value
    units = dossier.plan.quantities[quantity].units
    number = value * units.get(unit, 1.0)
    near = [
        row
        for row in dossier.said
        if row.quantity == quantity
        and abs(row.value * units.get(row.unit, 1.0) - number) <= SHARE * number
        and _in_time(row, day)
    ]
    who = cells.get("institution", Cell("")).value
    near = [row for row in near if not who or row.institution == who] or near
    if not near:
        return {}
    firsts = [row for row in near if not row.relays] or near
    row = max(firsts, key=lambda row: row.published)
    words = f"{row.claim_id}, {row.published}"
    taken = (
        "speaker",
        "role",
        "institution",
        "origin_id",
        "item",
        "item_code",
        "basis",
        "period_start",
        "period_end",
        "cumulative",
        "series",
    )
    cells = {
        column: Cell(str(getattr(row, column)), words)
        for column in taken
        if getattr(row, column) and column not in cells
    }
    return cells | {"relays": Cell(row.claim_id, words), "relation": Cell("retells", words)}


def _in_time(row: Claim, day: date | None) -> bool:
    first = first_day(row.published) if row.published else None
    return day is None or (first is not None and first <= day <= first + WEEKS)


def unsure(cells: Mapping[str, Cell], wanted: Iterable[str]) -> list[str]:
    """The columns that are wanted and not sure, those without any value first."""
    return sorted((c for c in wanted if c not in cells or not cells[c].sure), key=lambda c: c in cells)
