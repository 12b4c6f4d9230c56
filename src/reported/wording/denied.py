"""What was denied, in sentences: who answered and how, whether any answer disputes a number, what each figure
met, what was left unconfirmed, and how other statements of the same bodies fared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from reported.analysis import denials
from reported.analysis.denials import Answers
from reported.dossier.claim import Claim
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told, spoken, word_for
from reported.wording.prose import in_words, listed, sentence, shortened

MOST_BODIES, FEW = 4, 3  # that a sentence names, and one of the story


def answers(words: Words) -> Answers:
    """What was answered to the figures, by the dossier's denials."""
    return Answers(words.record, words.documented(words.record.dossier.denials))


def past(words: Words) -> list[Any]:
    """The events that tell how other statements of the bodies behind the figures fared."""
    return denials.past(words.record, words.documented(words.record.dossier.events))


def answered(words: Words, found: Answers) -> Finding:
    """How many answers there are, whose and of which kinds, and how many came before the figures."""
    given = found.given
    kinds: Counter[str] = Counter(row.type for row in given)
    values: dict[str, Any] = dict(kinds)
    bodies = [name for name, _ in Counter(map(words.institution, given)).most_common()]
    first, last = in_words(given[0].said_on), in_words(given[-1].said_on)
    often = [say("answers-of-kind", kind=kind(code), n=n) for code, n in kinds.most_common()]
    said, told = say_told(
        "answers",
        answers=len(given),
        one_day=first == last,
        first=first,
        last=last,
        bodies=shortened(bodies, MOST_BODIES),
        few_bodies=shortened(bodies, FEW - 1),
        early=_share(found.early, given),
        before=len(found.early),
        kinds=listed(often),
        most_kinds=listed(often[:FEW]),
        more=len(often) > FEW,
    )
    return finding(
        "answers",
        said,
        told=told,
        claims=[claim.claim_id for row in given for claim in found.named(row)],
        answers=len(given),
        before=len(found.early),
        **values,
    )


def kind(code: str) -> str:
    """The word for a kind of answer."""
    return word_for("answer-kind", code)


def disputing(found: Answers) -> str:
    """How many answers dispute a number, in a sentence."""
    return sentence(say("answers-dispute", **_disputing(found)))


def disputed(words: Words, found: Answers) -> Finding:
    """Whether any answer disputes a number, and what the answers speak of."""
    scopes, alone = listed(_scopes(found)), list(_spoken_of(found))
    most = [code for code, _ in _abouts(found)[:FEW]]
    said, told = say_told(
        "disputed",
        **_disputing(found),
        kinds=listed(_spoken_of(found, scopes)),
        kinds_alone=listed(alone[:FEW]),
        rest=len(alone) > FEW,
        elsewhere=bool(scopes) and denials.ELSE in most,
        scopes=scopes,
        who=listed(dict.fromkeys(map(words.institution, found.disputing))),
    )
    return finding(
        "disputed",
        said,
        told=told,
        claims=[claim.claim_id for row in found.given for claim in found.named(row)],
        answer="a number disputed" if found.disputing else "no number disputed",
        answers=len(found.given),
        disputing=len(found.disputing),
    )


def _disputing(found: Answers) -> dict[str, Any]:
    """The values of the message that tells it."""
    share = _share(found.disputing, found.given)
    return {"answers": len(found.given), "disputing": len(found.disputing), "share": share}


def _share(some: Sequence[Any], every: Sequence[Any]) -> str:
    return "none" if not some else "all" if len(some) == len(every) else "some"


def _scopes(found: Answers) -> Iterable[str]:
    """What those answers are about that speak of something else, as far as they say."""
    elsewhere = (row.scope for row in found.given if found.about(row) == denials.ELSE)
    return dict.fromkeys(filter(None, elsewhere))


def _abouts(found: Answers) -> list[tuple[str, int]]:
    """What the answers speak of, the most frequent first, each with how many do."""
    return Counter(map(found.about, found.given)).most_common()


def _spoken_of(found: Answers, scopes: str = "") -> Iterable[str]:
    """What the answers speak of, each with how many do, and of something else with its ``scopes``, where
    these are given."""
    for code, n in _abouts(found):
        what = word_for("answer-about", code)
        if scopes and code == denials.ELSE:
            yield say("answer-tally-scopes", what=what, scopes=scopes, n=n)
        else:
            yield say("answer-tally", what=what, n=n)


def named(words: Words, found: Answers) -> Finding:
    """How many answers each figure met, and how many of these dispute its number."""
    examined = words.record.headlines()
    met = [_met(words, found, alike) for alike in found.alike()]
    return finding(
        "named",
        say("named", met="; ".join(met)),
        told=" ".join(sentence(say("named", met=one)) for one in met) if len(met) > 1 else "",
        claims=[row.claim_id for row in examined],
        unnamed=sum(not found.met_by(row) for row in examined),
    )


def _met(words: Words, found: Answers, alike: Sequence[Claim]) -> str:
    """What some figures met that the same answers name."""
    met = found.met_by(alike[0])
    return say(
        "named-figures",
        n=len(alike),
        figures=listed(say("claim-quoted", words=words.said(row)) for row in alike),
        answers=len(met),
        disputing=sum(row in found.disputing for row in met),
    )


def unconfirmed(words: Words, found: Answers) -> Finding:
    """What is told of figures not confirmed by those they are ascribed to, a sentence for each document."""
    left = found.unconfirmed()
    told = [
        say(
            "claim-unconfirmed",
            who=sentence(row.document.text),
            note=row.note.rstrip(". ") or say("unconfirmed-by", who=words.institution(row)),
        )
        for row in left
    ]
    return finding(
        "unconfirmed",
        " ".join(told) or say("unconfirmed"),
        claims=[claim.claim_id for row in left for claim in found.named(row)],
        unconfirmed=len(left),
    )


def fared(words: Words, events: Sequence[Any]) -> Finding:
    """How other statements of the bodies behind the figures fared, as far as it is on file."""
    outcomes = denials.outcomes(words.record, events)
    if not events:
        bodies = dict.fromkeys(denials.bodies(words.record).values())
        return finding("record", say("record-none", who=listed(bodies, "or")), reports=0)
    told = [_outcomes(who, found) for who, found in outcomes.items() if found]
    fates: dict[str, Any] = Counter(f"fared_{row.item.replace(' ', '_')}" for row in events if row.item)
    return finding(
        "record",
        say("record", reports=len(events), who=listed(outcomes), told=bool(told), outcomes="; ".join(told)),
        reports=len(events),
        **fates,
    )


def fate(item: str) -> str:
    """How a statement fared: a word of the language where there is one, else as the dossier puts it."""
    name = f"fared-{'-'.join(item.split())}"
    return say(name) if spoken().has(name) else item


def _outcomes(who: str, found: Counter[str]) -> str:
    """How the statements of one body fared, each outcome with how often."""
    outcomes = listed(say("answer-tally", what=fate(how), n=n) for how, n in found.most_common())
    return say("record-of", who=who, kinds=len(found), outcomes=outcomes)
