"""Spot the drift: what did each retelling do to the hedge of the line it retells? The key is the ledger of
retellings.
"""

from __future__ import annotations

import hashlib
import itertools

from reported.analysis import hedges, origins, retellings
from reported.analysis.retellings import (
    DROPPED,
    INVENTED,
    INVERTED,
    KEPT,
    OPEN,
    STRENGTHENED,
    WEAKENED,
    Retelling,
)
from reported.classroom.questions import LETTERS, Question, Sheet, letter_of, nothing, table, terms
from reported.dossier.claim import CAPACITY, Claim
from reported.edition import Edition
from reported.wording.findings import plain
from reported.wording.language import say, word_for
from reported.wording.prose import listed

NAME = "spot-the-drift"
LINES = 8
DID = (KEPT, DROPPED, WEAKENED, STRENGTHENED, INVERTED, INVENTED)
TOLD_APART = (INVERTED, KEPT, DROPPED, WEAKENED, STRENGTHENED, INVENTED)  # the plainest differences first


def sheet(ed: Edition) -> Sheet:
    """The exercise, with its key."""
    title, lines = say("lesson-drift"), lettered(ed)
    if not lines:
        return Sheet(NAME, title, aside=nothing(ed, "retold"))
    rows = [
        {
            "letter": letter,
            "original": ed.words.quoted(step.of),
            "retelling": ed.words.quoted(step.row),
            "where": ed.words.cite(step.row),
        }
        for letter, step in lines.items()
    ]
    meanings = {word: word_for("lesson-hedge", f"{code}.means") for code, word in _words().items()}
    given = [table("lesson-drift", rows, [4, 36, 36, 26]), say("lesson-drift.words"), terms(meanings)]
    told = {letter: _did(ed, step) for letter, step in lines.items()}
    if any(step.did["item"] != OPEN for step in lines.values()):
        told["item"] = _item(ed, lines)
    return Sheet(NAME, title, "\n\n".join(given), told)


def lettered(ed: Edition) -> dict[str, Retelling]:
    """The lines of the exercise, by their letters."""
    return dict(zip(LETTERS, _fair(ed), strict=False))


def apart(ed: Edition, most: int) -> list[Retelling]:
    """A few of the lines, as different as can be."""
    lines = lettered(ed)
    first = {step.did["hedge"]: letter for letter, step in reversed(lines.items())}
    plainest = sorted(first, key=TOLD_APART.index)[:most]
    return [lines[letter] for letter in sorted(first[code] for code in plainest)]


def became(step: Retelling) -> str:
    """What became of a hedge, in a word."""
    return word_for("lesson-hedge", step.did["hedge"])


def _fair(ed: Edition) -> list[Retelling]:
    """Retellings whose words alone show what was done, as varied as there are; those of the figures under
    examination first.
    """
    standing = ed.record.standing_rows
    examined = {
        told.claim_id for row in ed.record.headlines() for told in origins.told_from(standing, row.claim_id)
    }
    steps = [step for step in retellings.ledger(standing) if not step.inferred and step.did["hedge"] in DID]
    words = [(row.stated, row.language) for step in steps for row in (step.of, step.row)]
    codes = iter(hedges.look_up_all(words, ed.record.dossier.vocabulary))
    seen = [(step, next(codes), next(codes)) for step in steps]
    fair = [step for step, of, row in seen if _shown(step.of, of) and _shown(step.row, row)]
    fair.sort(key=lambda step: (step.row.claim_id not in examined, _shuffled(step.row.claim_id)))
    kinds = [[step for step in fair if step.did["hedge"] == code] for code in DID]
    chosen: dict[tuple[str, str], Retelling] = {}
    for step in filter(None, itertools.chain(*itertools.zip_longest(*kinds))):
        if len(chosen) < LINES:
            chosen.setdefault((step.of.stated, step.row.stated), step)
    return sorted(chosen.values(), key=lambda step: _shuffled(step.row.stated))


def _shuffled(text: str) -> str:
    """A key that sorts texts in an order of no meaning, the same each time."""
    return hashlib.sha256(text.encode()).hexdigest()


def _shown(row: Claim, code: str | None) -> bool:
    """Whether the words of a claim show its hedge to a reader."""
    if not row.stated or row.modality == CAPACITY:
        return False
    return retellings.KIND.get(code or "exact") == retellings.KIND.get(row.hedge, retellings.VAGUE)


def _words() -> dict[str, str]:
    return {code: word_for("lesson-hedge", code) for code in DID}


def _did(ed: Edition, step: Retelling) -> Question:
    """The question about one line."""
    right, words = step.did["hedge"], _words()
    was, now = (word_for("lesson-kind", retellings.KIND[row.hedge]) for row in (step.of, step.row))
    here = say("lesson-drift-here", was=was, now=now, same=was == now)
    replies = {
        word.casefold(): (True, say("lesson-drift-right", what=word, here=here))
        if code == right
        else (False, _would_mean(code, word, here))
        for code, word in words.items()
    }
    likely = words[KEPT if right != KEPT else WEAKENED]
    before, after = (plain(ed.words.quoted(row)) for row in (step.of, step.row))
    key = say("lesson-drift-key", what=words[right], of=before, was=was, row=after, now=now)
    expected = ((likely, replies[likely.casefold()][1]),)
    return Question(say("lesson-drift.asked"), tuple(words.values()), replies, key, words[right], expected)


def _would_mean(code: str, word: str, here: str) -> str:
    return say("lesson-would-mean", said=word, means=word_for("lesson-hedge", f"{code}.means"), hint=here)


def _item(ed: Edition, lines: dict[str, Retelling]) -> Question:
    """The question about what was counted."""
    did = {letter: step.did["item"] for letter, step in lines.items()}

    def changed(letter: str) -> str:
        was, now = (plain(_items(ed, row)) for row in (lines[letter].of, lines[letter].row))
        return say("lesson-item-changed", letter=letter, was=was, now=now)

    def hint(letter: str) -> str:
        return say("lesson-item-open" if did[letter] == OPEN else "lesson-item-same")

    right = [letter for letter, what in did.items() if what not in (KEPT, OPEN)]
    return letter_of(say("lesson-item"), lines, right, changed, hint)


def _items(ed: Edition, row: Claim) -> str:
    return listed(ed.record.plan.items.get(code, code) for code in row.item_code.split())
