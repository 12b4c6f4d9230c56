"""Claims: a number that somebody said, with its document, its words and the range that it allows.

The fields of ``Source`` and ``Claim`` are the columns of their tables: their order, what a cell may hold and
what it means are said here and nowhere else.
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Annotated, Any, NamedTuple

from reported.dossier.forms import ADDRESS, DATE, DIGEST, ID, IDS, LANGUAGE, NUMBER, Column, Form, one_of
from reported.errors import did_you_mean, quoted

CODES = (
    "gt", "ge", "lt", "le", "approx", "approx_ge", "odd", "odd_ge", "nearly",
    "several", "dozens", "tens_of", "hundreds_of", "range", "exact", "none",
)  # fmt: skip
# What a figure is said of: what was, what something could hold, what somebody promised, what is expected.
ACTUAL, CAPACITY, PLEDGE, FORECAST = MODALITIES = ("actual", "capacity", "pledge", "forecast")
# What did not come about when it was said: it enters no sum of what did.
NOT_DONE = {PLEDGE: "only promised", FORECAST: "only expected"}
UNNAMED = "not named"  # the code for a speaker whom a document does not name
PART = "about a part only"  # a figure with a scope, beside the whole
# Hedges of a number in the middle, of which words may say how far it may be off.
CENTRED = ("exact", "approx", "approx_ge", "nearly")
RETELLING = ("quotes", "translates", "retells")  # the same figure once more
COMPUTED, GIVEN_WITH = "derives", "with"
RELATIONS = (*RETELLING, COMPUTED, GIVEN_WITH)
BASES = ("observed", "derived", "assessed", "asserted")
OWN_BASIS = "assumed"  # an assumption of our own: a convention, not evidence
OWN_KIND = "own"  # of a document of our own
OVER = " over "  # in the name of a ratio, between the claims it was formed from

OLDER_CAPACITY = re.compile(f"capacity_(?:{'|'.join(code for code in CODES if code != 'none')})")
HEDGE = Form(
    CODES.__contains__,
    lambda text: (f"no hedge is called {quoted(text)}.", did_you_mean(text, CODES)),
    {"enum": list(CODES)},
    older=OLDER_CAPACITY.fullmatch,
)
GRADE = replace(one_of("1", "2", "3", "4", "5", "6"), asks={"minimum": 1, "maximum": 6}, kind="integer")
KEY = Column(ID, filled=True, once=True)
NAME, TEXT, FILLED = Column(ID, filled=True), Column(), Column(filled=True)
YES_NO = Column(one_of("yes", "no"), filled=True)


@dataclass(frozen=True, slots=True)
class Interval:
    """A range of positive numbers, or (``signed``) of numbers of either sign.

    ``inf`` above, or ``floor`` below, means that nothing was said at that end.
    """

    low: float = 0.0
    high: float = math.inf
    low_open: bool = True
    high_open: bool = True
    signed: bool = False

    def __post_init__(self) -> None:
        if not self.floor <= self.low <= self.high:
            kind = "numbers" if self.signed else "positive numbers"
            raise ValueError(f"not an interval of {kind}: {self.low} to {self.high}")

    @property
    def floor(self) -> float:
        """Where its low end stands if nothing was said there."""
        return -math.inf if self.signed else 0.0

    @property
    def floored(self) -> bool:
        """Whether something was said at its low end."""
        return self.low > self.floor

    def __mul__(self, other: Interval | float) -> Interval:
        other = other if isinstance(other, Interval) else point(other)
        if self.signed or other.signed:
            return _product(self, other)
        return Interval(
            self.low * other.low,
            self.high * other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    __rmul__ = __mul__

    def __rtruediv__(self, other: float) -> Interval:
        return point(other) / self

    def __truediv__(self, other: Interval | float) -> Interval:
        """Raises ValueError where the divisor may be below nought: the quotients would be no one range."""
        other = other if isinstance(other, Interval) else point(other)
        if other.low < 0:
            raise ValueError("a divisor that may be below nought")
        if self.signed:
            return _ratio(self, other)
        low = self.low / other.high if math.isfinite(other.high) else 0.0
        high = self.high / other.low if other.low else math.inf
        return Interval(
            low, high, self.low_open or other.high_open or low == 0, self.high_open or other.low_open
        )

    def __and__(self, other: Interval) -> Interval | None:
        """What both allow; ``None`` where they do not meet."""
        low = max((self.low, self.low_open), (other.low, other.low_open))
        high = min((self.high, not self.high_open), (other.high, not other.high_open))
        touching_open = low[0] == high[0] and (low[1] or not high[1])
        if low[0] > high[0] or touching_open:
            return None
        return Interval(low[0], high[0], low[1], not high[1], self.signed and other.signed)

    def __or__(self, other: Interval) -> Interval:
        """The envelope: from the lower low to the higher high."""
        low = min((self.low, self.low_open), (other.low, other.low_open))
        high = max((self.high, not self.high_open), (other.high, not other.high_open))
        return Interval(low[0], high[0], low[1], not high[1], self.signed or other.signed)

    def __contains__(self, value: float) -> bool:
        above = value > self.low or (value == self.low and not self.low_open)
        below = value < self.high or (value == self.high and not self.high_open)
        return above and below

    @property
    def unbounded(self) -> bool:
        """Whether nothing was said at either end."""
        return not self.floored and math.isinf(self.high)

    def without(self, low: bool = False, high: bool = False) -> Interval:
        """The same as if nothing had been said at one end, or both."""
        made = replace(self, low=self.floor, low_open=True) if low else self
        return replace(made, high=math.inf, high_open=True) if high else made


def _product(x: Interval, y: Interval) -> Interval:
    """The product of two ranges of which one may be below nought (Moore 1966): one of four corners at each
    end, of two that are alike the closed one."""
    ends = [((a.low, a.low_open), (a.high, a.high_open)) for a in (x, y)]
    corners = []
    for (a, a_open), (b, b_open) in itertools.product(*ends):
        noughts = [is_open for end, is_open in ((a, a_open), (b, b_open)) if end == 0]
        corners.append((0.0, all(noughts)) if noughts else (a * b, a_open or b_open))
    low = min(corners)
    high = max(corners, key=lambda corner: (corner[0], not corner[1]))
    return Interval(low[0], high[0], low[1], high[1], True)


def _ratio(x: Interval, y: Interval) -> Interval:
    """A range that may be below nought over one that may not: by the end that leaves the more room."""

    def over(end: float, is_open: bool, far: bool) -> tuple[float, bool]:
        by, by_open = (y.high, y.high_open) if far else (y.low, y.low_open)
        if end == 0 or math.isinf(by):
            return 0.0, is_open or bool(end)
        return (end / by, is_open or by_open) if by else (math.copysign(math.inf, end), True)

    low, high = over(x.low, x.low_open, x.low > 0), over(x.high, x.high_open, x.high < 0)
    return Interval(low[0], high[0], low[1], high[1], True)


def point(value: float) -> Interval:
    """The interval that holds one number."""
    return Interval(value, value, False, False, value < 0)


NOTHING_SAID = Interval()


def anything(signed: bool) -> Interval:
    """All that a quantity can be of which nothing was said."""
    return Interval(-math.inf, signed=True) if signed else NOTHING_SAID


class Source(NamedTuple):
    """The documents. One row a document."""

    # fmt: off
    source_id: Annotated[str, KEY,
        "Short readable name of the document; claims, denials and events point to it."]
    title: Annotated[str, FILLED, "What the document is, in a few words of ours; not its headline."]
    publisher: Annotated[str, FILLED,
        "Who put the document out. A name in brackets is where its text came from or where the copy was "
        "found."]
    publisher_kind: Annotated[str, Column(one_of("news", "agency", "government", "intergovernmental",
        "think-tank", "blog", OWN_KIND), filled=True),
        "What sort of publisher this is; `own` is this briefing itself."]
    language: Annotated[str, Column(LANGUAGE, filled=True),
        "Language of the copy that was read, as a two-letter ISO 639-1 code."]
    url: Annotated[str, Column(ADDRESS, once=True),
        "Address of the copy that was read. Empty where none is known."]
    published: Annotated[str, Column(DATE),
        "Day the document appeared, or the month or year where only that is known. Empty for an undated "
        "document: it then counts as later than any day. Of a document of our own, the day from which its "
        "assumption could have been made."]
    reached_via: Annotated[str, Column(one_of("original", "syndicated", "mirror", "translation",
        "secondary", "own"), filled=True),
        "How we came to the text: `original` the publisher's own page, `syndicated` an agency's text on a "
        "client's page, `mirror` a copy or repost, `translation` a translated copy, `secondary` a "
        "retelling by another outlet, `own` this briefing."]
    reliability: Annotated[str, Column(one_of("A", "B", "C", "D", "E", "F"), filled=True),
        "How far the document can be relied on, by the letters of the Admiralty code: A completely, B "
        "usually, C fairly, D not usually, E not at all, F cannot be judged. It grades the source, not "
        "what it says."]
    reliability_reason: Annotated[str, FILLED, "Why this letter, in one line of ours."]
    accessed: Annotated[str, Column(DATE, spare=True), "Day the copy was read. Empty where it was not noted."]
    archive_url: Annotated[str, Column(ADDRESS, once=True, spare=True),
        "Address of an archived copy of that page, which somebody has opened. Empty where none is known: the "
        "pages then lead to a search of the Internet Archive, and do not call it a copy."]
    archived_on: Annotated[str, Column(DATE, spare=True),
        "Day that archived copy was made, as its address or the archive says it."]
    sha256: Annotated[str, Column(DIGEST, spare=True),
        "SHA-256 of the file that was read, where it is kept: 64 digits, as `sha256sum` prints them."]
    note: Annotated[str, TEXT, "Anything a reader should know about the copy or its date."]
    # fmt: on


class Claim(NamedTuple):
    """The numbers. One row a number in a document, our own assumptions included.

    A claim is made once, so two are the same only where they are one object. ``source`` is its document. A
    record adds what its words allow under one reading, in base units: ``number`` as stated (nan: none),
    ``spoken`` the number or range with its hedge left aside, ``interval`` what the wording allows,
    ``rounding`` that of its lower and of its upper number as a share of each.
    """

    # fmt: off
    claim_id: Annotated[str, KEY, "Short readable name of the claim, made of who, what and where."]
    source_id: Annotated[str, NAME, "The document in which the claim stands."]
    said_on: Annotated[str, Column(DATE, new=True),
        "Day it was said, where the document tells one and appeared on another. Empty: the document's own "
        "day. What an edition knows goes by the document's."]
    quantity: Annotated[str, FILLED,
        "What is being counted. The list with its units and nouns is in dossier.toml."]
    stated: Annotated[str, TEXT,
        "The few words that carry the figure, in the language of the copy that was read. Empty where those "
        "words were not seen."]
    gloss: Annotated[str, TEXT, "The same words in English, where they are not English already."]
    modality: Annotated[str, Column(one_of(*MODALITIES), filled=True, new=True),
        "What the figure is said of: `actual` what was, `capacity` what something could hold or would amount "
        "to, `pledge` what somebody promised (by period_end), `forecast` what is expected or planned. The "
        "last two enter no sum of what was: a pledge is no delivery."]
    hedge: Annotated[str, Column(HEDGE, filled=True),
        "Code of the wording around the number: gt more than, ge at least, lt under, le up to, approx "
        "about, approx_ge about … or more, odd ten-odd, odd_ge ten-odd or more, nearly, several, dozens, "
        "tens_of, hundreds_of, range, exact for a bare number, none where no usable number is given."]
    value: Annotated[float, Column(NUMBER),
        "The number as stated, in `unit`: the floor for ge and gt, the ceiling for le and lt, the low end "
        "of a range, the unit word (100000) for hundreds_of and its like. Empty only where hedge is none."]
    value_high: Annotated[float, Column(NUMBER), "The high end of a range; empty otherwise."]
    margin: Annotated[float, Column(NUMBER, new=True),
        "How far the number may be off, in per cent either way, where the words themselves say it; with the "
        "hedges exact, approx, approx_ge and nearly. It counts before any tolerance of an edition."]
    unit: Annotated[str, FILLED, "Unit of the number, one of those that dossier.toml gives for the quantity."]
    item: Annotated[str, TEXT, "What exactly was counted, as the document describes it."]
    item_code: Annotated[str, TEXT,
        "The item as codes of dossier.toml [items], separated by one space, so that retellings can be held "
        "against each other: `a/b` is a kind of `a`. Of a share or a change, what it is of. Empty where the "
        "item is not compared."]
    scope: Annotated[str, Column(new=True),
        "Which part the figure covers, named so that two parts are not taken for one: the northern depot; "
        "one contract. Such a figure is no input and no ceiling for the whole; the total of a part is a "
        "floor for it. Empty: the whole."]
    speaker: Annotated[str, FILLED, "The person who said it; `not named` where the document names nobody."]
    role: Annotated[str, Column(new=True),
        "Who that is, in a few words that can follow the name: a lawmaker, after a closed hearing. Empty "
        "where the document does not tell, or the institution says it."]
    institution: Annotated[str, FILLED, "Whose figure it is, whoever passes it on."]
    credited: Annotated[str, TEXT,
        "The institution to which the document itself gives the figure, where that is not the one it goes "
        "back to: a figure under another name. Empty otherwise."]
    origin_id: Annotated[str, NAME,
        "Name of the first knowledge behind the claim. All retellings of one statement share it, wrongly "
        "attributed ones included."]
    relays: Annotated[str, Column(IDS),
        "The claims that this one retells, is computed from or was given with; names separated by one "
        "space. A `?` straight after a name: the link is our inference. Empty: the origin's own first "
        "statement, as far as we saw."]
    relation: Annotated[str, Column(one_of(*RELATIONS)),
        "What the links in relays are: `quotes` word for word, `translates`, `retells`, `derives` computed "
        "from it, `with` given together with it for the same load. Empty where relays is."]
    basis: Annotated[str, Column(one_of(*BASES, OWN_BASIS), filled=True),
        "What the figure rests on: `observed` seen and counted, `derived` worked out from other figures, "
        "`assessed` an estimate by people who study the matter, `asserted` said without a basis that we "
        "saw, `assumed` a convention of our own."]
    period_start: Annotated[str, Column(DATE),
        "First day the figure speaks of; not the day it was said. Empty where not given."]
    period_end: Annotated[str, Column(DATE),
        "Last day the figure speaks of; for a running total the day up to which it counts. Empty where not "
        "given."]
    cumulative: Annotated[str, YES_NO,
        "`yes` for a running total, which can only grow; `no` for a rate, a share, a load or a count of a "
        "closed year."]
    series: Annotated[str, TEXT,
        "Way of counting that must not be pooled with another, one of those in dossier.toml. Empty where "
        "there is one way only, or where it is not known."]
    alternative_group: Annotated[str, TEXT,
        "Same label for the members of an either-or (all of one kind, or all of the other). They are never "
        "added up."]
    credibility: Annotated[str, Column(GRADE, filled=True),
        "How credible the figure itself is, by the numbers of the Admiralty code: 1 confirmed "
        "independently, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. It "
        "grades what is said, not who says it."]
    credibility_reason: Annotated[str, FILLED,
        "Why this number, in one line of ours, from what was known when the claim was made."]
    status: Annotated[str, Column(one_of("active", "superseded", "retracted"), filled=True),
        "`active`; `superseded` where its own speaker has replaced it; `retracted` where it was withdrawn. "
        "Only active claims enter the sums; the others stay on the record."]
    superseded_by: Annotated[str, Column(ID, spare=True),
        "The claim that took the place of a superseded one. Empty where none did, or where it is not known."]
    note: Annotated[str, TEXT,
        "Anything else a reader should know: inferred links, translations, what the outlet claimed."]
    # fmt: on
    source: Source
    number: float = math.nan
    spoken: Interval = NOTHING_SAID
    interval: Interval = NOTHING_SAID
    rounding: tuple[float, float] = (0.0, 0.0)

    def measured(
        self, number: float, spoken: Interval, interval: Interval, rounding: tuple[float, float]
    ) -> Claim:
        """The same claim with what its words allow."""
        cells: Iterable[Any] = (*self[:-4], number, spoken, interval, rounding)
        return Claim._make(cells)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __ne__(self, other: object) -> bool:
        return self is not other

    def __hash__(self) -> int:
        return id(self)

    @property
    def published(self) -> str:
        """The day of its document, as far as it is known."""
        return self.source.published

    @property
    def publisher(self) -> str:
        """Who put its document out."""
        return self.source.publisher

    @property
    def publisher_kind(self) -> str:
        """What sort of publisher that is."""
        return self.source.publisher_kind

    @property
    def url(self) -> str:
        """The address of its document."""
        return self.source.url

    @property
    def language(self) -> str:
        """The language of its document, which is that of its words."""
        return self.source.language

    @property
    def day_said(self) -> str:
        """The day it was said, as far as it is known; else that of its document."""
        return self.said_on or self.source.published


def is_ours(basis: str, publisher_kind: str) -> bool:
    """Whether a claim of such a basis, in a document of such a publisher, is our own: an assumption, or
    arithmetic in a document of ours. It is no evidence, and has no origin."""
    return basis == OWN_BASIS or publisher_kind == OWN_KIND


def ours(claim: Claim) -> bool:
    """Whether a claim is our own, as ``is_ours`` says."""
    return is_ours(claim.basis, claim.publisher_kind)


def formed(claim: Claim) -> bool:
    """Whether a claim is a ratio that was formed here from two others."""
    return OVER in claim.claim_id


def anchor(claim: str) -> str:
    """Where a claim stands on a page under its own name, which may be that of any other place there."""
    return f"row-{claim}"


def made_of(claims: Iterable[str]) -> list[str]:
    """Some claims by name, each once; of a ratio formed here those it was formed from."""
    return list(dict.fromkeys(name for claim in claims for name in claim.split(OVER)))


def relayed(cell: str) -> list[tuple[str, bool]]:
    """Claims named in a ``relays`` cell, each with whether the link is our inference (``?`` behind the
    id)."""
    return [(name.removesuffix("?"), name.endswith("?")) for name in cell.split()] if cell else []
