"""Charts: what became of the words of each figure, and its way from the origin to the documents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

from reported.analysis import origins, retellings
from reported.analysis.retellings import Retelling
from reported.dossier.claim import Claim
from reported.figures import charts, deeds, diagrams
from reported.wording import first_known, prose, retold
from reported.wording.claims import Words
from reported.wording.language import say, word_for

LEDGER, CHAIN, DEEDS = "what-was-said", "from-origin-to-outlet", "what-became-of-the-words"


def publish_ledger(
    words: Words, steps: Sequence[Retelling], folder: str | Path | None = ""
) -> charts.Picture | None:
    """Publish each wording found with what it did to the original; nothing where there is no retelling."""
    if not steps:
        return None
    entries = [_entry(words, same) for same in retellings.alike(steps)]
    lines, rest = charts.the_first(entries, "wording")
    changed = len(steps) - retellings.tally(steps, "hedge")[retellings.KEPT]
    part = prose.part(changed, len(steps), "retelling")
    return charts.publish(
        diagrams.ledger(lines, retellings.KEPT, _heads(), say(f"{LEDGER}-chart.seen")),
        LEDGER,
        title=say(f"{LEDGER}-chart.title", changed=changed, part=part),
        subtitle=say(f"{LEDGER}-chart.subtitle") + rest,
        source=words.sources_line(step.row for step in steps),
        alt=charts.described_lines(say(f"{LEDGER}-chart.alt"), map(_entry_told, lines)),
        data=diagrams.entries_data(entries),
        folder=folder,
    )


def _heads() -> dict[str, str]:
    """The aspects and what is done to them, each code with its word."""
    return {aspect: word_for("aspect", aspect) for aspect in retellings.ASPECTS} | {
        code: word_for("did", code) for code in retellings.WORDS
    }


def _entry(words: Words, same: Sequence[Retelling]) -> diagrams.Entry:
    """Retellings that are alike, as a line of the ledger."""
    row = same[0].row
    label, first = words.record.q(row.quantity).label, words.record.headline(row.quantity)
    said = words.said(first) if first else words.said(same[0].of)
    return diagrams.Entry(
        group=say(f"{LEDGER}-chart.group", figure=label, said=said),
        wording=say(f"{LEDGER}-chart.wording", said=words.said(row), times=len(same)),
        did=same[0].did,
        who=prose.shortened((step.row.publisher for step in same), 1),
        times=len(same),
        changed=_changed(same[0]),
        claims=tuple(step.row.claim_id for step in same),
    )


def _entry_told(entry: diagrams.Entry) -> str:
    """A line of the ledger in words."""
    done = [
        say(f"{LEDGER}-chart.did", aspect=word_for("aspect", aspect), did=retold.did(code))
        for aspect, code in entry.did.items()
        if code
    ]
    told = ", ".join(done) or say(f"{LEDGER}-chart.nothing")
    return say(f"{LEDGER}-chart.line", group=entry.group, wording=entry.wording, who=entry.who, did=told)


def publish_deeds(
    words: Words, steps: Sequence[Retelling], folder: str | Path | None = ""
) -> charts.Picture | None:
    """Publish a dot for each retelling of the figures under examination, by what it did to the hedge; nothing
    where none can be compared.
    """
    order = [code for code, _ in retellings.tally(steps, "hedge").most_common() if code != retellings.KEPT]
    names = {code: word_for("did", code) for code in [retellings.KEPT, *order]}
    lanes = [
        lane for row in words.record.headlines() if (lane := _lane(words, row, steps, list(names))).retold
    ]
    if not lanes:
        return None
    kept, known = retellings.tally(steps, "hedge")[retellings.KEPT], sum(len(lane.retold) for lane in lanes)
    return charts.publish_of(
        DEEDS,
        deeds.dots(lanes, names),
        deeds.data(lanes),
        words.sources_line(step.row for step in steps),
        [_lane_told(lane, names) for lane in lanes],
        folder,
        kept=kept,
        part=prose.part(kept, known, "retelling"),
    )


def _lane(words: Words, first: Claim, steps: Sequence[Retelling], order: list[str]) -> deeds.Lane:
    """The retellings of a figure of which it is known what they did to the hedge, in an order of deeds."""
    same = [step for step in steps if step.row.quantity == first.quantity and step.did["hedge"]]
    same.sort(key=lambda step: order.index(step.did["hedge"]))
    retold = tuple((step.did["hedge"], step.row.claim_id) for step in same)
    return deeds.Lane(words.record.q(first.quantity).label, words.said(first), retold)


def _lane_told(lane: deeds.Lane, names: Mapping[str, str]) -> str:
    """A lane in words."""
    many = Counter(code for code, _ in lane.retold)
    did = ", ".join(say(f"{DEEDS}-chart.did", did=names[code], n=n) for code, n in many.items())
    return say(f"{DEEDS}-chart.line", figure=lane.name, said=lane.wording, did=did)


def publish_chains(
    words: Words,
    carried: Mapping[str, list[Claim]],
    steps: Sequence[Retelling],
    folder: str | Path | None = "",
) -> charts.Picture:
    """Publish the way of each figure under examination from its origin to the documents that carry it."""
    told, changed = origins.together(carried), sum(bool(step.changed) for step in steps)
    chains = [line for row in words.record.headlines() for line in chain(words, row, steps)]
    lines, rest = charts.the_first(chains, "line")
    whole = origins.count(told)
    return charts.publish(
        diagrams.chain(lines),
        CHAIN,
        title=say(
            f"{CHAIN}-chart.title",
            documents=prose.counted(whole.documents, "document"),
            origins=whole.most,
            voices=first_known.told(whole),
            retold="changed" if changed else "kept" if steps else "none",
            part=prose.part(changed, len(steps), "retelling"),
        ),
        subtitle=say(f"{CHAIN}-chart.subtitle") + rest,
        source=words.sources_line(told),
        alt=charts.described_lines(say(f"{CHAIN}-chart.alt"), map(_link_told, lines)),
        data=diagrams.links_data(chains),
        folder=folder,
    )


def chain(words: Words, first: Claim, steps: Sequence[Retelling]) -> list[diagrams.Link]:
    """A figure's way from its origin to the documents; ``steps`` are its retellings."""
    known, label = (first.claim_id,), words.record.q(first.quantity).label
    lines = [
        diagrams.Link(label, words.by(first, role=False), 0, origin=True, claims=known),
        diagrams.Link(first.publisher, words.quoted(first), 1, claims=known),
    ]
    for depth, alike in retellings.branches(list(steps), first.claim_id):
        one, claims = alike[0], tuple(step.row.claim_id for step in alike)
        who, said = prose.shortened((step.row.publisher for step in alike), 2), words.quoted(one.row)
        lines.append(
            diagrams.Link(who, said, depth + 1, one.inferred, _changed(one), origin=False, claims=claims)
        )
    return lines


def _changed(step: Retelling) -> str:
    """What a retelling did, and to which aspects; empty where it kept all."""
    by_deed: dict[str, list[str]] = {}
    for aspect in step.changed:
        by_deed.setdefault(step.did[aspect], []).append(word_for("aspect", aspect))
    return "; ".join(
        say(f"{CHAIN}-chart.changed", did=retold.did(code), aspects=", ".join(aspects))
        for code, aspects in by_deed.items()
    )


def _link_told(link: diagrams.Link) -> str:
    """A line of a chain in words."""
    if link.changed:
        return say(f"{CHAIN}-chart.line-changed", who=link.who, words=link.words, changed=link.changed)
    return say(f"{CHAIN}-chart.line", who=link.who, words=link.words)
