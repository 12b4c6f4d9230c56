"""Hedges: a wording becomes an interval, under each of two readings.

*Literal* is what the words allow: "more than 1,000" is anything above 1,000. *Pragmatic* is what a speaker
who chose that number most likely meant: above 1,000 but below the next round number, or another would have
been named. Both are shown; neither is right.
"""

from __future__ import annotations

import bisect
import math
import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache

from reported.dossier.claim import CENTRED, CODES, Claim
from reported.dossier.claim import Interval as Interval
from reported.dossier.claim import point as point
from reported.dossier.schema import Wording

READINGS = ("literal", "pragmatic")
# Whose rule reads a hedge: ours, that which The Military Balance (IISS) prints, that of ACLED's codebook, and
# what people answered who were asked (``width``).
CONVENTIONS = ("house", "iiss", "acled", "measured")
# What ``width`` finds: for numbers from 1, 10, 100, 1,000 and 10,000 on, by how many of their digits matter
# (one, two, more), the median answer as a share of the number.
SIZES = (10.0, 100.0, 1_000.0, 10_000.0)
WIDTHS = {
    "approx": ((0.167, 0.100, 0.089), (0.100, 0.068, 0.014), (0.067, 0.039, 0.023), (0.062, 0.032, 0.007),
        (0.083, 0.033, 0.005)),
    "nearly": ((0.200, 0.105, 0.078), (0.100, 0.083, 0.019), (0.100, 0.033, 0.020), (0.033, 0.029, 0.005),
        (0.050, 0.028, 0.001)),
    "ge": ((0.400, 0.200, 0.098), (0.200, 0.138, 0.039), (0.111, 0.067, 0.037), (0.100, 0.033, 0.009),
        (0.083, 0.033, 0.003)),
}  # fmt: skip


@lru_cache(maxsize=4096)  # many claims say the same, and each is read in several ways
def last_place(value: float) -> float:
    """Size of the last digit that is not a trailing zero: 100 for 6,700; 1 for 64; 1,000,000 for a
    million."""
    digits = Decimal(repr(value)).normalize()
    return float(Decimal(10) ** int(digits.as_tuple().exponent))


def rounding(value: float) -> float:
    """Half a unit of the last digit a number was given to, as a share of it: 0.05 for a million or for 10,
    0.01 for 500.

    Two digits are taken as meant; noughts behind the second are not.
    """
    second = 10.0 ** (math.floor(math.log10(value)) - 1)
    return min(last_place(value), second) / 2 / value


def next_round(value: float) -> float:
    """The next number a speaker of ``value`` would have named: 2 million after 1 million, 6,800 after 6,700,
    30 after 25."""
    place = last_place(value)
    # Who says 25 or 16,500 counts in fives; who says 5 or 5,000 counts in ones.
    by_fives = value / place > 10 and value / place % 5 == 0
    return value + (5 * place if by_fives else place)


def width(code: str, value: float) -> float:
    """How far a number may be off under a hedge (``approx`` either way, ``nearly`` below, ``ge`` above), as a
    share of it: what people answered who were asked.

    From: S. Ferson, J. O'Rawe, A. Antonenko, J. Siegrist, J. Mickley, C. Luhmann, K. Sentz and A. Finkel,
    “Natural language of uncertainty: numeric hedge words”, International Journal of Approximate Reasoning 57
    (2015), who had people in the United States say from what to what a hedged number may go, and found that
    this hangs on its size and on how round it is. Their answers (two experiments, 8,922 rows) stand beside D.
    Jones, Evidence-based Software Engineering (github.com/Derek-Jones/ESEUR-code-data, folder developers,
    hedges_Data-Exp1 and -Exp2); the paper itself we did not see. As there, ends in the wrong order are turned
    and answers ten times off are left out (8,829 stay).

    Ours: the medians, and the classes of size and roundness; that “about”, “around”, “approximately” and
    “roughly” go together (half the width from end to end, 3,875 answers), “nearly” and “almost” (below, 854),
    and “at least”, “no less than”, “over” and “above” (above, 1,653), to which we add “more than”. The
    regression of the paper, as the library PyUncertainNumber prints it, is not taken: for round numbers of
    10,000 and more it makes “about” two per cent, where half of the answers go beyond eight. For “at most”,
    “no more than” and “below” 96 to 99 of 100 answers end at the number, so a ceiling is no softer here than
    elsewhere; “up to” was not asked about. A bare round number is read as “about” it, as elsewhere here:
    readers take it so (S. Williams and R. Power, “Hedging and rounding in numerical expressions”, Pragmatics
    and Cognition 21, 2013).
    """
    digits = math.floor(math.log10(value / last_place(value)) + 1e-9)  # that matter, behind the first
    return WIDTHS[code][bisect.bisect_right(SIZES, value)][min(digits, 2)]


def is_round(value: float) -> bool:
    """Whether a bare number sounds like an estimate: a multiple of ten with at most two digits that
    matter."""
    return value % 10 == 0 and value / last_place(value) < 100


def interval(  # noqa: C901  # long: a table of hedges, one case each
    code: str,
    value: float = math.nan,
    value_high: float = math.nan,
    reading: str = "literal",
    tolerance: float = 0.25,
    vague: tuple[float, float] | None = None,
    convention: str = "house",
    wording: str = "",
    margin: float = math.nan,
) -> Interval:
    """The range a wording allows.

    ``value`` is the number as stated (floor, ceiling, centre or low end, whatever ``code`` makes it),
    ``value_high`` the high end of a range, ``tolerance`` how far "about" may be off as a share of the value,
    ``vague`` the multipliers for words such as "hundreds of", ``convention`` one of CONVENTIONS, ``wording``
    the words themselves, where a convention tells "some" from "about", ``margin`` how far the words
    themselves say that the number may be off, in per cent: it takes the place of the tolerance, whatever the
    reading and the convention make of "about". The rules are those of the hedge table in the briefing.

    Raises ValueError for an unknown code.
    """
    if code not in CODES:
        raise ValueError(f"no hedge is called {code!r}; known: {', '.join(CODES)}")
    if code == "none" or math.isnan(value):
        return Interval()
    if code in CENTRED and not math.isnan(margin):
        return _as_margined(code, value, margin / 100, reading == "pragmatic", convention == "acled")
    if convention == "acled" and code not in ("lt", "le"):
        return point(value * (vague[0] if vague else 1.0))
    if convention == "iiss" and code == "approx":
        code = "le" if re.search(r"\bsome\b", wording, re.IGNORECASE) else "ge"
    pragmatic = reading == "pragmatic"
    asked = convention == "measured"
    off = width("approx", value) if asked else tolerance
    below, above = value * (1 - off), value * (1 + off)
    step = last_place(value) if code in ("odd", "odd_ge", "exact") else math.nan
    ceiling = math.inf
    if pragmatic and code in ("gt", "ge", "approx_ge"):
        ceiling = value * (1 + width("ge", value)) if asked else next_round(value)
    match code:
        case "gt":
            return Interval(value, ceiling, True, True)
        case "ge":
            return Interval(value, ceiling, False, True)
        case "lt":
            return Interval(0, value, True, True)
        case "le":
            return Interval(0, value, True, False)
        case "approx":
            return Interval(below, above, False, False)
        case "approx_ge":
            return Interval(below, ceiling, False, True)
        case "odd":
            # A Korean "ten-odd" (10여) is above ten and well short of twenty.
            return (
                Interval(value + step / 10, value + step * 0.6, False, False)
                if pragmatic
                else Interval(value, value + step, False, True)
            )
        case "odd_ge":
            return (
                Interval(value + step / 10, value + step, False, True)
                if pragmatic
                else Interval(value, math.inf, False, True)
            )
        case "nearly":
            return Interval(value * (1 - width("nearly", value)) if asked else below, value, False, True)
        case "range":
            return Interval(value, value_high, False, False)
        case "exact":
            if pragmatic and is_round(value):
                return Interval(below, above, False, False)
            half = min(step, 1.0) / 2  # the last digit that was spoken, not the last that is not a nought
            return Interval(value - half, value + half, False, True)
    low, high = vague or (1.0, 10.0)
    return Interval(value * low, value * high, False, False)


def _as_margined(code: str, value: float, share: float, pragmatic: bool, lowest: bool) -> Interval:
    """The range of a number whose words say how far it may be off, as a share of it."""
    low, high = value * (1 - share), value * (1 + share)
    if lowest:
        return point(low)
    if code == "nearly":
        return Interval(low, value, False, True)
    if code == "approx_ge":
        return Interval(low, max(high, next_round(value)) if pragmatic else math.inf, False, True)
    return Interval(low, high, False, False)


def measured(
    claims: Iterable[Claim],
    units: Mapping[str, Mapping[str, float]],
    reading: str,
    tolerance: float,
    vocabulary: Iterable[Wording],
    convention: str = "house",
    signed: Container[str] = (),
) -> list[Claim]:
    """Claims with what their words allow under a reading, in base units; ``units`` maps quantity to unit
    factors, ``signed`` are the quantities that can be nought and below."""
    vague = {word.code: (word.low, word.high) for word in vocabulary if not math.isnan(word.low)}

    @cache  # many claims say the same
    def spans(
        hedge: str, factor: float, low: float, high: float, wording: str, margin: float | None
    ) -> tuple[float, Interval, Interval, tuple[float, float]]:
        off = math.nan if margin is None else margin  # nan is no key: it is unlike itself
        span = interval(hedge, low, high, reading, tolerance, vague.get(hedge), convention, wording, off)
        spoken = Interval(low * factor, high * factor, False, False)
        return low * factor, spoken, span * factor, (rounding(low), rounding(high))

    made = []
    for claim in claims:
        if not math.isnan(low := claim.value):
            high = low if math.isnan(claim.value_high) else claim.value_high
            wording = claim.stated if convention == "iiss" else ""
            margin = None if math.isnan(claim.margin) else claim.margin
            factor = units[claim.quantity][claim.unit]
            claim = claim.measured(*spans(claim.hedge, factor, low, high, wording, margin))
        if claim.quantity in signed:
            claim = claim._replace(interval=_signed(claim.interval))
        made.append(claim)
    return made


def _signed(span: Interval) -> Interval:
    """What words allow of a quantity that can be below nought: “up to 40” says nothing at its low end."""
    low = span.low if span.floored or not span.low_open else -math.inf
    return replace(span, low=low, signed=True)


def look_up(wording: str, language: str, vocabulary: Iterable[Wording]) -> str | None:
    """The code of the longest known wording that occurs in ``wording``; ``None`` where none does."""
    return look_up_all([(wording, language)], vocabulary)[0]


def look_up_all(said: Iterable[tuple[str, str]], vocabulary: Iterable[Wording]) -> list[str | None]:
    """The same for many wordings, each with its language."""
    known: dict[str, list[tuple[re.Pattern[str], str]]] = {}
    for word in sorted(vocabulary, key=lambda word: -len(word.wording)):
        known.setdefault(word.language, []).append((re.compile(_as_words(word.wording)), word.code))

    def code(wording: str, language: str) -> str | None:
        return next((code for words, code in known.get(language, []) if words.search(wording)), None)

    return [code(wording.casefold(), language) for wording, language in said]


def _as_words(wording: str) -> str:
    # "some" must not be found in "sometimes"; Korean and Japanese endings stick to the number, so there words
    # have no borders.
    text = re.escape(wording.casefold())
    bordered = re.fullmatch(r"[^\W\d_]+(?:[ -][^\W\d_]+)*", wording) and not re.search(
        r"[가-힣ぁ-ヿ一-鿿]", wording
    )
    return rf"(?<!\w){text}(?!\w)" if bordered else text
