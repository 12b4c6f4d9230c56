"""What became of the words on the way, in sentences: what retellings did to the hedge, which wording turned
into which, and which "or" into an "and".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reported.analysis import retellings
from reported.analysis.retellings import Retelling
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, word_for
from reported.wording.prose import in_words, listed, sentence

SHOWN = 2  # documents named for a change, and changes that the story names
MOST_DONE = 3  # of what was done to a hedge, that the story names


def did(code: str) -> str:
    """What was done to an aspect, in a word; a dash where that cannot be told."""
    return word_for("did", code) if code else "–"


def ledger(steps: Sequence[Retelling]) -> Finding:
    """What the retellings did to the hedge, and how many changed nothing."""
    hedges, kept = retellings.tally(steps, "hedge"), sum(not step.changed for step in steps)
    return finding(
        "ledger",
        _ledger(hedges, len(steps), kept) if steps else say("ledger.none"),
        claims=[step.row.claim_id for step in steps if step.changed],
        retellings=len(steps),
        hedge_kept=hedges[retellings.KEPT],
        all_kept=kept,
    )


def _ledger(hedges: Counter[str], steps: int, kept: int) -> str:
    """What was done to the hedge, that it was kept first of all, and then what was done most often."""
    counts = {retellings.KEPT: hedges[retellings.KEPT]} | dict(hedges.most_common())
    told = [word_for("hedge", code, n=n) for code, n in counts.items()]
    only = next(iter(hedges), "") or "unknown"
    counted = prose.counted(steps, "retelling")
    return say("ledger", n=steps, retellings=counted, hedge=listed(told), did=only, kept=kept)


def on_the_way(words: Words, steps: Sequence[Retelling]) -> Finding | None:
    """What became of the words, as the story tells it: how often the hedge was kept, what was done to it most
    often otherwise, and the two wordings that were turned most often; nothing where there are no retellings.
    """
    hedges = retellings.tally(steps, "hedge")
    if not hedges:
        return None
    others = [(code, n) for code, n in hedges.most_common() if code != retellings.KEPT]
    most = sorted(_changed(words, steps), key=len, reverse=True)[:SHOWN]
    turned = (sentence(say("became.told", **_turned(words, same))) for same in most)
    told = say(
        "on-the-way",
        n=hedges.total(),
        retellings=prose.counted(hedges.total(), "retelling"),
        kept=hedges[retellings.KEPT],
        changed=bool(others),
        more=len(others) > MOST_DONE,
        did=listed(word_for("hedge", code, n=n) for code, n in others[:MOST_DONE]),
    )
    copied = others and any(
        words.record.source(step.row.source_id).reached_via != "original" for step in steps
    )
    also = [say("on-the-way.copied")] * bool(copied)
    return finding("on-the-way", " ".join([told, *turned, *also]), _claims([*most, steps]))


def _changed(words: Words, steps: Sequence[Retelling]) -> list[Sequence[Retelling]]:
    """For each figure under examination that was reworded, the retellings that did so in the way met most
    often."""
    figures = words.record.headlines()
    return list(filter(None, (retellings.changed_most(steps, row.quantity) for row in figures)))


def _turned(words: Words, same: Sequence[Retelling]) -> dict[str, str]:
    """Which wording became which, and in how many retellings, as messages take it."""
    before, after = words.said(same[0].of), words.said(same[0].row)
    return {"before": before, "after": after, "retellings": prose.counted(len(same), "retelling")}


def became(words: Words, steps: Sequence[Retelling]) -> Finding | None:
    """Which wording of each figure turned into which most often; nothing where there are no retellings."""
    if not steps:
        return None
    most = _changed(words, steps)
    return finding(
        "became", " ".join(_became(words, told) for told in most) or say("became.none"), claims=_claims(most)
    )


def _became(words: Words, told: Sequence[Retelling]) -> str:
    return say("became", **_turned(words, told), seen=words.seen_in((step.row for step in told), SHOWN))


def inverted(words: Words, steps: Sequence[Retelling]) -> Finding:
    """Which retellings turned a floor into a ceiling or a ceiling into a floor."""
    turned = retellings.inverted(steps)
    how_many = sum(map(len, turned))
    told = say(
        "inverted",
        retellings=prose.counted(how_many, "retelling"),
        turns="; ".join(_turn(words, same) for same in turned),
    )
    return finding(
        "inverted",
        told if turned else say("inverted.none"),
        claims=_claims(turned),
        answer="some" if turned else "none",
        inverted=how_many,
    )


def _turn(words: Words, same: Sequence[Retelling]) -> str:
    before, after = words.said(same[0].of), words.said(same[0].row)
    seen = words.seen_in((step.row for step in same), SHOWN)
    return say("inverted.turn", before=before, after=after, seen=seen)


def merged(words: Words, steps: Sequence[Retelling]) -> Finding:
    """Which retellings turned an "or" between alternatives into an "and"."""
    together = retellings.merged(steps)
    return finding(
        "merged",
        " ".join(_merged(words, told) for told in together) or say("merged.none"),
        claims=_claims(together),
        answer="some" if together else "none",
        merged=len(together),
    )


def started(words: Words, steps: Sequence[Retelling]) -> Finding:
    """Which retellings count from another day than what they retell, and which give a day where it gives
    none."""
    many = retellings.tally(steps, "window")
    later, earlier = many[retellings.STRENGTHENED], many[retellings.WEAKENED]
    anew = retellings.started_anew(steps)
    given = sum(map(len, anew))
    how_many = {"later": later, "earlier": earlier, "given": given}
    parts = [say(f"started.{kind}", n=n) for kind, n in how_many.items() if n]
    told = [
        say(
            "started",
            retellings=prose.counted(sum(how_many.values()), "retelling"),
            parts=listed(parts, "figures"),
        ),
        *([say("started.named", turns="; ".join(_start(words, same) for same in anew))] if anew else []),
    ]
    return finding(
        "started",
        " ".join(told) if parts else say("started.none"),
        claims=_claims(anew),
        answer="some" if parts else "none",
        later=later,
        earlier=earlier,
        given=given,
    )


def _start(words: Words, same: Sequence[Retelling]) -> str:
    row = same[0].row
    seen = words.seen_in((step.row for step in same), SHOWN)
    return say("started.turn", said=words.said(row), day=in_words(row.period_start), seen=seen)


def _merged(words: Words, told: Sequence[Retelling]) -> str:
    return say(
        "merged",
        before=listed((words.said_of(step.of) for step in told), "or"),
        after=listed((words.said_of(step.row) for step in told), "figures"),
        seen=words.seen_in([told[0].row]),
    )


def _claims(groups: Sequence[Sequence[Retelling]]) -> list[str]:
    """The claims of some retellings, each behind the one it retells."""
    return [name for told in groups for step in told for name in (step.of.claim_id, step.row.claim_id)]
