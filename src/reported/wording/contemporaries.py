"""The words for what everybody named in the weeks around a figure: totals of the same thing, by origin, each
with its hedge and the time it counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reported.analysis.record import FIRST, Record
from reported.analysis.totals import Statement, spanned
from reported.dossier.claim import Claim
from reported.dossier.dates import last_day
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table
from reported.wording.prose import listed

DAYS = 31  # before and after the figure


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


def shown(words: Words, found: Around) -> ShownTable:
    """Who named what, of which time, when, and whether it rests on a conversion; the figure itself first."""
    row = found.row
    own = Statement((row,))
    caption = f"Totals of {words.record.q(row.quantity).label} first named within {DAYS} days of the figure."
    rows = [_line(words, one) for one in (own, *found.others)]
    return table("contemporaries", caption, rows, widths=[20, 40, 34, 24, 14, 12])


def _line(words: Words, one: Statement) -> dict[str, object]:
    first = one.first
    return {
        "Whose": first.institution,
        "Named": words.told(one),
        "Counts": words.window(first),
        "Published": words.link(first),
        "Conversion": "yes" if words.record.converted(first) else "no",
        "Claims": Refs(one.claims),
    }


def told(words: Words, found: Around | None) -> Finding:
    """How the others' numbers lie to the figure, and what they name."""
    if found is None:
        return finding("contemporaries", "No total stands under examination.")
    row, others, label = found.row, found.others, words.record.q(found.row.quantity).label
    if not others:
        text = f"No other origin was found that named a total of {label} within {DAYS} days of the figure."
        return finding("contemporaries", text, [row.claim_id], answer="none", others=0)
    less, more = (
        [one for one in others if one.spoken.high < row.number],
        [one for one in others if one.spoken.low > row.number],
    )
    as_much = len(others) - len(less) - len(more)
    kinds = {"less": len(less), "neither less nor more": as_much, "more": len(more)}
    voices = len({one.first.origin_id for one in others})
    made = sum(words.record.converted(one.first) for one in others)
    lie = listed(f"{prose.many(n)} {kind}" for kind, n in kinds.items() if n)
    return finding(
        "contemporaries",
        f"Within {DAYS} days of “{words.said(row)}”, {prose.counted(len(others), 'other total')} "
        f"from {prose.counted(voices, 'other origin')} {'was' if len(others) == 1 else 'were'} named, "
        f"{prose.words(spanned(others))}: {lie}; {prose.many(made)} of them "
        f"{'rests' if made < 2 else 'rest'} on a conversion.",
        [row.claim_id, *found.claims],
        answer="less" if len(less) == len(others) else "more" if len(more) == len(others) else "both ways",
        others=len(others),
        origins=voices,
        less=len(less),
        more=len(more),
    )


def title(words: Words, found: Around) -> str:
    """What a chart of them shows: the span of what others named, beside the figure."""
    noun = words.record.q(found.row.quantity).many
    span = prose.words(spanned(found.others))
    return f"In those weeks others named {span} {noun}; “{words.said(found.row)}” was said."


def rows(found: Around) -> Sequence[Statement]:
    """The figure and what others named, by day."""
    every = [Statement((found.row,)), *found.others]
    return sorted(every, key=lambda one: str(last_day(one.first.published)))
