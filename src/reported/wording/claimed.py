"""What was claimed, in sentences: who reported which figure, through whom, how many carry it, and what was
withdrawn since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from reported.analysis import origins
from reported.analysis.record import RETOLD, Record
from reported.dossier.claim import Claim
from reported.wording import first_known, prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told
from reported.wording.prose import in_words, listed


def retold(record: Record) -> list[tuple[Claim, Claim]]:
    """The figures under examination, each as first worded and as retold."""
    return [(row, _retelling(record, row)) for row in record.headlines()]


def _retelling(record: Record, row: Claim) -> Claim:
    """A figure under examination as retold; itself where no retelling of it is known."""
    return record.headline(row.quantity, RETOLD) or row


def told(words: Words) -> Finding:
    """The answer: who reported the figures under examination, what they say, and whose they are."""
    pairs, groups = retold(words.record), origins.by_origin(words.record.headlines())
    reworded = [b for a, b in pairs if (a.hedge, a.number) != (b.hedge, b.number)]
    return finding(
        "claimed",
        say(
            "claimed",
            retold=bool(reworded),
            publishers=listed(dict.fromkeys(row.publisher for row in reworded)),
            figures=prose.joined((_of_one(words, rows) for rows in groups), "groups"),
        ),
        told=_in_the_story(words, pairs, groups),
        claims=[_retelling(words.record, row).claim_id for rows in groups for row in rows],
        role="claimed",
        figures=len(pairs),
        reworded=len(reworded),
    )


def _of_one(words: Words, rows: list[Claim]) -> str:
    """What the figures of one origin say, as retold, whose they are and since when."""
    first = rows[0]
    return say(
        "claimed.figures",
        what=words.phrases(_retelling(words.record, row) for row in rows),
        who=words.by(first),
        day=in_words(words.record.first_published(first)) or say("date-none"),
    )


def _in_the_story(words: Words, pairs: Sequence[tuple[Claim, Claim]], groups: Iterable[list[Claim]]) -> str:
    """The same as the story tells it: one after the other, and how those that were reworded stood first."""
    reworded = [(a, b) for a, b in pairs if (a.hedge, a.number) != (b.hedge, b.number)]
    return say(
        "claimed.told",
        n=len(pairs),
        figures=" ".join(_ascribed(words, rows, len(rows) == len(pairs)) for rows in groups),
        changed=len(reworded),
        first=listed((say("claim-quoted", words=words.said(a)) for a, _ in reworded), "figures"),
        publishers=listed(dict.fromkeys(b.publisher for _, b in reworded)),
    )


def _ascribed(words: Words, rows: list[Claim], whole: bool) -> str:
    """To whom the figures of one origin are ascribed, when and through whom they became public; ``whole``
    tells whether these are all."""
    day, through = words.record.first_published(rows[0]), words.through(rows[0])
    return say(
        "claimed.told-figures",
        n=len(rows),
        whole=whole,
        what=words.phrases(_retelling(words.record, row) for row in rows),
        who=words.institution(rows[0]),
        known=prose.precision(day),
        day=in_words(day),
        relayed=bool(through),
        through=through,
    )


def known_first(words: Words, carried: Mapping[str, list[Claim]]) -> Finding:
    """How many of the documents examined carry the figures, and how many origins stand behind them."""
    figures, whole = words.record.headlines(), origins.count(origins.together(carried))
    through = [words.by(rows[0], role=False) for rows in origins.by_origin(figures)]
    examined = len(words.record.dossier.examined)
    unconfirmed = words.unconfirmed(row.claim_id for row in figures)
    said, told = say_told(
        "origins",
        examined=prose.counted(examined, "document"),
        documents=whole.documents,
        figures=len(figures),
        origins=whole.most,
        voices=first_known.told(whole),
        who=prose.joined(through, "groups"),
        sure=whole.sure,
    )
    return finding(
        "origins",
        said,
        told=told,
        claims=[row.claim_id for row in figures],
        role="judgement",
        answer=whole.answer,
        why="" if unconfirmed else say("origins.why"),
        linchpin=" ".join(unconfirmed) or say("origins.linchpin"),
        documents=whole.documents,
        examined=examined,
        fewest=whole.fewest,
        most=whole.most,
    )


def documents(words: Words, carried: Mapping[str, list[Claim]]) -> Finding:
    """How many of the documents that carry the figures were read as they were published."""
    rows, examined = origins.together(carried), set(words.record.dossier.examined["source_id"])
    sources = [words.record.source(name) for name in {row.source_id for row in rows} & examined]
    firsthand = sum(source.reached_via == "original" for source in sources)
    everything = firsthand == len(sources)
    return finding(
        "documents",
        say("documents", documents=len(sources), firsthand=firsthand, all=everything),
        claims=[row.claim_id for row in rows],
        documents=len(sources),
        firsthand=firsthand,
    )


def withdrawn(words: Words) -> Finding:
    """Which claims were retracted, and how many others rest on them."""
    gone = [words.record.row(name) for name in words.record.withdrawn]
    retracted = [row for row in gone if row.status == origins.RETRACTED]
    resting = len(gone) - len(retracted)
    return finding(
        "withdrawn",
        _withdrawn(words, retracted, resting) if gone else say("withdrawn.none"),
        claims=[row.claim_id for row in gone],
        answer="some" if gone else "none",
        retracted=len(retracted),
        resting=resting,
    )


def _withdrawn(words: Words, retracted: Iterable[Claim], resting: int) -> str:
    figures = [say("figure-of", said=words.said(row), who=row.publisher) for row in retracted]
    claims = prose.counted(resting, "claim")
    return say("withdrawn", figures=listed(figures), retracted=len(figures), resting=resting, claims=claims)
