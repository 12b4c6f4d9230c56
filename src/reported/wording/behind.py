"""The words for who stands behind the figures that go in: how many documents carry them, and how many first
knew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reported.analysis import origins
from reported.analysis.record import FIRST
from reported.dossier.claim import Claim
from reported.wording import first_known, prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, Refs, ShownTable, finding, table_of
from reported.wording.language import say, word_for
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
    ways = ((q, way) for q in free for way in record.series_of(q))
    every = [(q, way, origins.others(record.inputs(q, way).used)) for q, way in ways]
    told = origins.all_told(record.standing_rows, [row.claim_id for *_, rows in every for row in rows])

    def carried(rows: Iterable[Claim]) -> Iterable[Claim]:
        """The rows, then whatever retells one of them, each once."""
        again = (one for row in rows for one in told[row.claim_id])
        return {row.claim_id: row for row in (*rows, *again)}.values()

    return [Input(q, way, tuple(rows), origins.count(carried(rows))) for q, way, rows in every if rows]


def shown(words: Words, every: Iterable[Input]) -> ShownTable | None:
    """How many figures, documents and origins stand behind each input; nothing where there is none."""
    rows = [_line(words, one) for one in every]
    return table_of("inputs-behind", rows, widths=[28, 9, 11, 9, 30, 22, 16]) if rows else None


def _line(words: Words, one: Input) -> dict[str, object]:
    return {
        "input": _label(words, one),
        "figures": len(one.rows),
        "documents": one.count.documents,
        "origins": first_known.number(one.count),
        "whose": prose.shortened((row.institution for row in one.rows), 4),
        "basis": listed(dict.fromkeys(word_for("basis", row.basis) for row in one.rows)),
        "claims": Refs(tuple(row.claim_id for row in one.rows)),
    }


def told(words: Words, every: Iterable[Input]) -> Finding:
    """The same in a sentence; a finding of its own where nothing goes in."""
    every = list(every)
    alone = [one for one in every if one.count.most == 1]
    return finding(
        "inputs-behind",
        " ".join(_told(words, every, alone)) if every else _nothing(words),
        claims=[row.claim_id for one in every for row in one.rows],
        answer="one origin" if alone else "several" if every else "none",
        documents=[one.count.documents for one in every],
        fewest=[one.count.fewest for one in every],
        most=[one.count.most for one in every],
    )


def _told(words: Words, every: Iterable[Input], alone: Iterable[Input]) -> Iterable[str]:
    """What stands behind some inputs, and which of them have one origin."""
    yield say("inputs-behind", inputs=prose.joined((_stands(words, one) for one in every), "groups"))
    labels = [say("claim-quoted", words=_label(words, one)) for one in alone]
    if labels:
        yield say("inputs-behind-one", inputs=listed(labels))


def _stands(words: Words, one: Input) -> str:
    documents = one.count.documents
    return say(
        "inputs-behind.input",
        label=_label(words, one),
        documents=documents,
        counted=prose.counted(documents, "document"),
        voices=first_known.counted(one.count),
    )


def _nothing(words: Words) -> str:
    if all(words.record.headline(q, FIRST) for q in words.record.quantities()):
        return say("inputs-behind-none")
    return say("inputs-behind-unpublished")


def _label(words: Words, one: Input) -> str:
    return words.label(one.quantity, one.series)
