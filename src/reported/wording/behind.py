"""The words for who stands behind the figures that go in: how many documents carry them, and how many first
knew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reported.analysis import origins
from reported.analysis.record import FIRST
from reported.dossier.claim import Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table
from reported.wording.prose import listed


@dataclass(frozen=True)
class Input:
    """An input of the sums in one way of counting: the published figures that count, our quotients among
    them, and the documents and origins behind these and their retellings."""

    quantity: str
    series: str | None
    rows: tuple[Claim, ...]
    count: origins.Count


def inputs(words: Words) -> list[Input]:
    """Every quantity of the relations that no figure under examination gives, in each way of counting, as far
    as somebody published one. What is ours is left out, as it is where totals are counted."""
    record = words.record
    free = [q for q in record.quantities() if record.headline(q, FIRST) is None]
    free = [q for q in free if q not in record.parameters.inputs]  # what is set here, nobody published
    made = []
    for quantity, series in ((q, way) for q in free for way in record.series_of(q)):
        rows = origins.others(record.inputs(quantity, series).used)
        told = origins.all_told(record.standing_rows, [row.claim_id for row in rows])
        carried = {row.claim_id: row for row in rows} | {
            row.claim_id: row for t in told.values() for row in t
        }
        if rows:
            made.append(Input(quantity, series, tuple(rows), origins.count(carried.values())))
    return made


def shown(words: Words, every: Iterable[Input]) -> ShownTable:
    """How many figures, documents and origins stand behind each input."""
    rows = [
        {
            "Input": _label(words, one),
            "Figures": len(one.rows),
            "Documents": one.count.documents,
            "Origins": one.count.spoken,
            "First known to": prose.shortened((row.institution for row in one.rows), 4),
            "Known how": listed(dict.fromkeys(row.basis for row in one.rows)),
            "Claims": Refs(tuple(row.claim_id for row in one.rows)),
        }
        for one in every
    ]
    caption = (
        "Documents that carry each input of the sums, retellings among them, and the origins behind them. "
        "A quotient formed here counts with the total it was formed from."
    )
    return table("inputs-behind", caption, rows, widths=[28, 9, 11, 9, 30, 22, 16])


def told(words: Words, every: Iterable[Input]) -> Finding:
    """The same in a sentence; a finding of its own where nothing goes in."""
    every = list(every)
    alone = [f"“{_label(words, one)}”" for one in every if one.count.most == 1]
    text = "; ".join(_stands(words, one) for one in every)
    one_only = f" All that is published of {listed(alone)} goes back to one origin." if alone else ""
    return finding(
        "inputs-behind",
        f"Behind {text}.{one_only}" if every else _nothing(words),
        claims=[row.claim_id for one in every for row in one.rows],
        answer="one origin" if alone else "several" if every else "none",
        documents=[one.count.documents for one in every],
        fewest=[one.count.fewest for one in every],
        most=[one.count.most for one in every],
    )


def _stands(words: Words, one: Input) -> str:
    count = one.count
    sure = count.fewest == count.most
    voices = prose.counted(count.most, "origin") if sure else f"{count.spoken} origins"
    stand = "stands" if count.documents == 1 else "stand"
    return f"“{_label(words, one)}” {stand} {prose.counted(count.documents, 'document')} and {voices}"


def _nothing(words: Words) -> str:
    if all(words.record.headline(q, FIRST) for q in words.record.quantities()):
        return "Nothing goes into the sums besides the figures under examination."
    return "Nobody published a figure for what the figures under examination leave open."


def _label(words: Words, one: Input) -> str:
    return words.label(one.quantity, one.series)
