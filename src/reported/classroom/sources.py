"""How many sources: some documents, and how many origins stand behind them. The key is the count of
origins.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reported.analysis import origins
from reported.classroom.questions import LETTERS, Question, Sheet, letter_of, nothing, origins_counted, table
from reported.dossier.claim import OWN_BASIS, Claim, relayed
from reported.dossier.dates import last_day
from reported.edition import Edition
from reported.wording.findings import plain
from reported.wording.language import say
from reported.wording.prose import listed

NAME = "how-many-sources"
DOCUMENTS = 12


def sheet(ed: Edition) -> Sheet:
    """The exercise, with its key."""
    title, chosen = say("lesson-sources"), documents(ed)
    if len(chosen) < 2:
        return Sheet(NAME, title, aside=nothing(ed, "documents"))
    lines = dict(zip(LETTERS, chosen, strict=False))
    rows = [
        {
            "letter": letter,
            "document": ed.words.cite(row),
            "title": ed.record.source(row.source_id).title,
            "says": ed.words.quoted(row),
            "whose": _given_as(ed, row),
        }
        for letter, row in lines.items()
    ]
    told = {"origins": _origins(ed, chosen)}
    told |= {"first": _first(ed, lines)} if len(_family(ed)) > 1 else {}
    told |= {"echo": _echo(ed, lines), "computed": _computed(ed, lines)}
    return Sheet(NAME, title, table("lesson-sources", rows, [4, 24, 30, 32, 30]), told)


def _given_as(ed: Edition, row: Claim) -> str:
    """Whose figure a document says it is."""
    return row.credited or ed.words.institution(row)


# ── what is asked ───────────────────────────────────────────────────────────────────────────────────────────


def _origins(ed: Edition, chosen: list[Claim]) -> Question:
    found, groups = origins.count(chosen), origins.by_origin(chosen)
    names = len({_given_as(ed, row) for row in chosen})
    behind = listed(dict.fromkeys(plain(ed.words.institution(group[0])) for group in groups))
    key = say("lesson-origins-key", count=origins_counted(found), names=behind)
    copied = next((group for group in groups if len(group) > 1), None)

    def reply(n: int) -> str:
        if found.fewest <= n <= found.most:
            return say("lesson-origins-right", key=key, sure=found.fewest == found.most)
        if n == len(chosen):
            return say("lesson-origins-documents")
        if n == names:
            return say("lesson-origins-names")
        return say("lesson-origins-few") if n < found.fewest else _too_many(ed, copied)

    replies = {str(n): (found.fewest <= n <= found.most, reply(n)) for n in range(1, len(chosen) + 1)}
    usual = dict.fromkeys(map(str, (len(chosen), names)))
    expected = tuple((n, replies[n][1]) for n in usual if not replies[n][0])
    asked = say("lesson-origins", documents=len(chosen))
    return Question(asked, tuple(replies), replies, key, str(found.fewest), expected)


def _too_many(ed: Edition, copied: list[Claim] | None) -> str:
    """That there are fewer, with two documents that pass on the same."""
    if not copied:
        return say("lesson-origins-many")
    one, other = (plain(ed.words.cite(row)) for row in copied[:2])
    return say("lesson-origins-copied", one=one, other=other)


def _first(ed: Edition, lines: Mapping[str, Claim]) -> Question:
    first, *_ = family = _family(ed)
    names = {row.claim_id for row in family}

    def praise(letter: str) -> str:
        return say("lesson-first-right", words=plain(ed.words.quoted(lines[letter])))

    def hint(letter: str) -> str:
        return say("lesson-first-retold" if lines[letter].claim_id in names else "lesson-first-own")

    right = [letter for letter, row in lines.items() if row.claim_id == first.claim_id]
    asked = say("lesson-first", figure=ed.record.q(first.quantity).label)
    return letter_of(asked, lines, right, praise, hint)


def _echo(ed: Edition, lines: Mapping[str, Claim]) -> Question:
    echoed = {echo.row.claim_id: echo for echo in origins.echoes(ed.record.standing_rows)}

    def praise(letter: str) -> str:
        echo = echoed[lines[letter].claim_id]
        first = plain(ed.words.institution(echo.first))
        return say("lesson-echo-right", name=plain(echo.name), first=first, inferred=echo.inferred)

    right = [letter for letter, row in lines.items() if row.claim_id in echoed]
    return letter_of(say("lesson-echo"), lines, right, praise, lambda _: say("lesson-echo-wrong"))


def _computed(ed: Edition, lines: Mapping[str, Claim]) -> Question:
    def praise(letter: str) -> str:
        return say("lesson-computed-right", parents=plain(listed(_parents(ed, lines[letter]))))

    right = [letter for letter, row in lines.items() if row.relation == origins.COMPUTED]
    return letter_of(say("lesson-computed"), lines, right, praise, lambda _: say("lesson-computed-wrong"))


def _parents(ed: Edition, row: Claim) -> list[str]:
    found = [ed.record.claim(name) for name, _ in relayed(row.relays)]
    return [
        say("lesson-parent", said=ed.words.said(parent), who=ed.words.institution(parent))
        for parent in found
        if parent is not None
    ]


# ── which documents ─────────────────────────────────────────────────────────────────────────────────────────


def _family(ed: Edition) -> list[Claim]:
    """The figure under examination that most documents carry: the original first, then its retellings in the
    order of their days.
    """
    best: list[Claim] = []
    for row in ed.record.headlines():
        told = [
            r for r in origins.told_from(ed.record.standing_rows, row.claim_id) if r.stated and r.published
        ]
        if len(told) > len(best) and row.stated:
            best = [r for r in told if r.claim_id == row.claim_id] + sorted(
                (r for r in told if r.claim_id != row.claim_id),
                key=lambda r: (last_day(r.published), r.claim_id),
            )
    return best


def documents(ed: Edition) -> list[Claim]:
    """Up to twelve documents, one claim of each: copies of one figure, echoes, figures worked out, and others
    of their own, by their days.
    """
    family = _family(ed)
    if not family:
        return []
    standing = [
        row for row in ed.record.standing_rows if row.stated and row.published and row.status == "active"
    ]
    by_id = {row.claim_id: row for row in standing}
    names = {row.claim_id for row in family}
    chosen: dict[str, Claim] = {}

    def take(rows: Iterable[Claim], most: int) -> None:
        for row in rows:
            if len(chosen) < most and row.claim_id in by_id:
                chosen.setdefault(row.source_id, row)

    echoes = sorted(
        origins.echoes(ed.record.standing_rows),
        key=lambda e: (e.first.claim_id not in names, e.inferred, e.row.claim_id),
    )
    made = [row for row in standing if row.relation == origins.COMPUTED and not row.relays.endswith("?")]
    alone: dict[str, Claim] = {}
    for row in standing:
        of_its_own = not row.relation and row.quantity in ed.record.tied() and row.basis != OWN_BASIS
        if of_its_own and row.origin_id != family[0].origin_id:
            alone.setdefault(row.origin_id, row)
    take(family[:1], 1)
    take(family[1 :: max(1, len(family) // 5)], DOCUMENTS // 2)
    take((row for e in echoes for row in (e.first, e.row)), DOCUMENTS * 3 // 4)
    take(
        (row for m in made for row in (*(by_id[n] for n, _ in relayed(m.relays) if n in by_id), m)),
        DOCUMENTS - 1,
    )
    take(alone.values(), DOCUMENTS)
    return sorted(chosen.values(), key=lambda row: (last_day(row.published), row.publisher, row.claim_id))
