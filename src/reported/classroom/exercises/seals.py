"""Seals: every reply, to a right answer and to a wrong one alike, is sealed under the very answer it replies
to. Whoever gives an answer opens the reply to it and no other; there is no list of right answers to be read.
Sealed is not secret: whoever tries every choice finds them all.
"""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Mapping
from typing import Any

RIGHT, WRONG = "1", "0"


def forms(answer: Any) -> list[str]:
    """An answer in the forms a reply may be sealed under: a number by its first two digits, then by its
    first; anything else as text.
    """
    if not isinstance(answer, float):
        return [" ".join(str(answer).casefold().split())]
    if not 0 < answer < math.inf:
        return []
    return [f"{float(f'{answer:.{places - 1}e}'):g} to {places}" for places in (2, 1)]


def sealed(replies: Mapping[str, tuple[bool, str]], about: str) -> dict[str, Any]:
    """Replies (right or not, and what to say) by the form of the answer, sealed; all of one length and in no
    telling order.
    """
    salt = hashlib.sha256(about.encode()).hexdigest()[:16]
    texts = {form: ((RIGHT if right else WRONG) + said).encode() for form, (right, said) in replies.items()}
    length = max(map(len, texts.values()), default=0)
    made = {}
    for form, text in texts.items():
        tag, stream = _key(salt, form, length)
        made[tag] = base64.b64encode(
            bytes(a ^ b for a, b in zip(text.ljust(length), stream, strict=True))
        ).decode()
    return {"salt": salt, "replies": dict(sorted(made.items()))}


def opened(question: Mapping[str, Any], form: str) -> tuple[bool, str]:
    """The reply to one form of an answer: whether it is right, and what to say; nothing where none was sealed
    under it.
    """
    tag, stream = _key(question["salt"], form, 1 << 14)
    if tag not in question["replies"]:
        return False, ""
    text = (
        bytes(a ^ b for a, b in zip(base64.b64decode(question["replies"][tag]), stream, strict=False))
        .decode()
        .rstrip()
    )
    return text[:1] == RIGHT, text[1:]


def _key(salt: str, form: str, length: int) -> tuple[str, bytes]:
    key = hashlib.sha256(f"{salt}\n{form}".encode()).digest()
    return hashlib.sha256(b"tag" + key).hexdigest()[:16], hashlib.shake_256(b"text" + key).digest(length)
