"""Figures that stand under another name, in sentences: how many, whose they are, and which old ones came back
as new.
"""

from __future__ import annotations

from collections.abc import Sequence

from reported.analysis import origins
from reported.analysis.origins import Echo
from reported.dossier.claim import Claim
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told
from reported.wording.prose import in_words, listed


def name(words: Words, echo: Echo) -> str:
    """The institution to which a document gives the figure, written out."""
    return words.record.plan.names.get(echo.name, echo.name)


def told(words: Words, passed: Sequence[Echo]) -> Finding:
    """How many figures stand under another name, and which of them the document itself gives away."""
    sure = [echo for echo in passed if not echo.inferred]
    none = say("echoes.none"), ""
    first, in_short = _told(passed, len(passed) - len(sure)) if passed else none
    told = [first]
    if sure:
        told.append(
            say("echoes-certain", figures=listed(dict.fromkeys(_given(words, echo) for echo in sure)))
        )
    return finding(
        "echoes",
        " ".join(told),
        told=in_short,
        claims=[claim for echo in passed for claim in (echo.row.claim_id, echo.first.claim_id)],
        answer="some" if passed else "none",
        echoes=len(passed),
        certain=len(sure),
    )


def _told(passed: Sequence[Echo], guesses: int) -> tuple[str, str]:
    return say_told(
        "echoes",
        counted=prose.counted(len(passed), "figure"),
        n=len(passed),
        documents=prose.counted(len({echo.row.source_id for echo in passed}), "document"),
        by="document" if not guesses else "inference" if guesses == len(passed) else "both",
        inferred=guesses,
    )


def _given(words: Words, echo: Echo) -> str:
    """Whose figure is given to whom."""
    return say("echoes-certain.figure", whose=words.institution(echo.first), name=name(words, echo))


def issued_again(words: Words, passed: Sequence[Echo]) -> Finding:
    """Which old figures came back as new under another name, beside the newest total by then."""
    again = origins.issued_again(passed)
    newer = [words.record.newest(echo.row.quantity, echo.row.published) for echo in again]
    pairs = list(zip(again, newer, strict=True))
    each = [_again(words, *pair) for pair in pairs]
    behind = [row for echo, newest in pairs for row in (echo.row, echo.first, newest) if row is not None]
    return finding(
        "issued-again",
        " ".join(each) or say("issued-again.none"),
        told=" ".join(_came_back(words, echo) for echo in again),
        claims=[row.claim_id for row in behind],
        answer="some" if again else "none",
        issued_again=len(again),
    )


def _came_back(words: Words, echo: Echo) -> str:
    return say(
        "issued-again",
        before=words.said(echo.first),
        after=words.said(echo.row),
        whose=words.institution(echo.first),
        name=name(words, echo),
        days=prose.counted(echo.days_later or 0, "day"),
        inferred=echo.inferred,
    )


def _again(words: Words, echo: Echo, newest: Claim | None) -> str:
    """That it came back, beside the newest total by then."""
    told = _came_back(words, echo)
    if newest is None or newest.claim_id == echo.first.claim_id:
        return told
    said, day = words.said(newest), in_words(newest.published)
    return f"{told} {say('issued-again-newest', said=said, whose=newest.institution, day=day)}"
