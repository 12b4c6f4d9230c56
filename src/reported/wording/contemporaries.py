"""The words for what everybody named in the weeks around a figure: totals of the same thing, by origin, each
with its hedge and the time it counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reported.analysis.record import FIRST, Record
from reported.analysis.totals import Statement, spanned
from reported.dossier.claim import Claim
from reported.dossier.dates import last_day
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table_of
from reported.wording.language import say, say_told
from reported.wording.prose import listed

DAYS = 31  # before and after the figure
CHART = "named-in-those-weeks"


@dataclass(frozen=True)
class Around:
    """A total under examination, and every total of the same thing that another origin named in the weeks
    around it, oldest first."""

    row: Claim
    others: tuple[Statement, ...]

    @property
    def claims(self) -> list[str]:
        """The claims of the others."""
        return [name for one in self.others for name in one.claims]


def around(record: Record) -> Around | None:
    """The first running total under examination with what others named in those weeks; ``None`` where there
    is no such total."""
    row = next((row for row in record.headlines(FIRST) if row.cumulative == "yes" and row.number > 0), None)
    return Around(row, tuple(record.totals_around(row, DAYS))) if row else None


def shown(words: Words, found: Around | None) -> ShownTable | None:
    """Who named what, of which time, when, and whether it rests on a conversion, the figure itself first;
    nothing where no other was named."""
    if found is None or not found.others:
        return None
    rows = [_line(words, one) for one in (Statement((found.row,)), *found.others)]
    widths = [20, 40, 34, 24, 14, 12]
    return table_of("contemporaries", rows, widths, label=_label(words, found), days=DAYS)


def _line(words: Words, one: Statement) -> dict[str, object]:
    first = one.first
    return {
        "whose": first.institution,
        "named": words.told(one),
        "counts": words.window(first),
        "document": words.link(first),
        "conversion": say("contemporaries-table.rests", converted=words.record.converted(first)),
        "claims": Refs(one.claims),
    }


def told(words: Words, found: Around | None) -> Finding:
    """How the others' numbers lie to the figure, and what they name."""
    if found is None:
        return finding("contemporaries", say("contemporaries-no-total"))
    row, others = found.row, found.others
    if not others:
        text = say("contemporaries-none", label=_label(words, found), days=DAYS)
        return finding("contemporaries", text, [row.claim_id], answer="none", others=0)
    less = sum(one.spoken.high < row.number for one in others)
    more = sum(one.spoken.low > row.number for one in others)
    voices = len({one.first.origin_id for one in others})
    kinds = {"less": less, "as-much": len(others) - less - more, "more": more}
    said, in_short = _told(words, found, voices, {kind: n for kind, n in kinds.items() if n})
    return finding(
        "contemporaries",
        said,
        [row.claim_id, *found.claims],
        told=in_short,
        answer="less" if less == len(others) else "more" if more == len(others) else "both ways",
        others=len(others),
        origins=voices,
        less=less,
        more=more,
    )


def _told(words: Words, found: Around, voices: int, kinds: Mapping[str, int]) -> tuple[str, str]:
    """The sentence and how the story tells it; ``kinds`` are the ways in which the others lie to the figure,
    with how many do."""
    others = found.others
    return say_told(
        "contemporaries",
        days=DAYS,
        said=words.said(found.row),
        totals=prose.counted(len(others), "other-total"),
        voices=prose.counted(voices, "other-origin"),
        n=len(others),
        span=words.amount(spanned(others), found.row.quantity),
        lie=listed(say(f"contemporaries.{kind}", n=n) for kind, n in kinds.items()),
        side=next(iter(kinds)) if len(kinds) == 1 else "mixed",
        lies=listed(say(f"contemporaries.is-{kind}", n=n) for kind, n in kinds.items()),
        made=sum(words.record.converted(one.first) for one in others),
    )


def _label(words: Words, found: Around) -> str:
    return words.record.q(found.row.quantity).label


def rows(found: Around) -> Sequence[Statement]:
    """The figure and what others named, by day."""
    every = [Statement((found.row,)), *found.others]
    return sorted(every, key=lambda one: str(last_day(one.first.published)))
