"""Who answers the figures, in sentences: how many did, in whose name, how, and whether any of them disputes a
number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from reported.dossier.schema import Denial
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say
from reported.wording.prose import listed, sentence

UNCONFIRMED = "unconfirmed"  # what a statement is that answers nothing


def told(words: Words) -> Finding:
    """How many statements answer the reports, what they do, and how many dispute a quantity."""
    every = [row for row in words.record.dossier.denied if row.type != UNCONFIRMED]
    given = [row for row in every if row.targets]
    disputing = sum(row.addresses_quantity == "yes" for row in given)
    counts = Counter(row.type for row in given)
    kinds: dict[str, Any] = {kind: counts[kind] for kind in words.ANSWERS if kind in counts}
    return finding(
        "denials",
        " ".join(_told(words, given, kinds, disputing, len(every) - len(given)))
        if given
        else say("denials.none"),
        role="basis",
        denials=len(given),
        about_a_quantity=disputing,
        **kinds,
    )


def _told(
    words: Words, given: list[Denial], kinds: dict[str, int], disputing: int, others: int
) -> Iterable[str]:
    """The sentences about some answers; ``others`` are those that answer something else."""
    early = _before(words, given)
    elsewhere = words.about_other_items((row.scope for row in given), words.record.headlines())
    yield say(
        "denials",
        statements=prose.counted(len(given), "statement"),
        n=len(given),
        early="none" if not early else "some" if early < len(given) else "all",
        before=early,
        figures=len(words.record.headlines()),
        who=_in_whose_name(words, given),
        kinds=listed(say("denials.kind", n=n, does=words.does(kind, n)) for kind, n in kinds.items()),
    )
    for items, n in elsewhere.items():
        yield sentence(say("denials-elsewhere", n=n, items=items))
    yield sentence(say("denials-quantity", n=disputing))
    if others:
        yield sentence(say("denials-others", n=others))


def _before(words: Words, given: list[Denial]) -> int:
    """How many answers are older than the first of the figures."""
    first = min(words.record.first_published(row) for row in words.record.headlines())
    return sum(row.said_on < first for row in given)


def _in_whose_name(words: Words, given: list[Denial]) -> str:
    """The institutions that answered, those first that did so most often."""
    often = Counter(row.institution for row in given).most_common()
    return prose.shortened((words.record.plan.names.get(name, name) for name, _ in often), 2)
