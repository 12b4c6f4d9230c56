"""Seals: every reply, to a right answer and to a wrong one alike, is sealed under the very answer it replies
to. Whoever gives an answer opens the reply to it and no other; there is no list of right answers to be read.
Sealed is not secret: whoever tries every choice finds them all.

A seal is SHA-256 and nothing else, so that a page in a browser can open it as well (``exercise.js``).
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
        key = _key(salt, form)
        made[_tag(key)] = base64.b64encode(_turned(text.ljust(length), key)).decode()
    return {"salt": salt, "replies": dict(sorted(made.items()))}


def opened(question: Mapping[str, Any], form: str) -> tuple[bool, str]:
    """The reply to one form of an answer: whether it is right, and what to say; nothing where none was sealed
    under it.
    """
    key = _key(question["salt"], form)
    reply = question["replies"].get(_tag(key))
    if reply is None:
        return False, ""
    text = _turned(base64.b64decode(reply), key).decode().rstrip()
    return text[:1] == RIGHT, text[1:]


def _key(salt: str, form: str) -> bytes:
    return hashlib.sha256(f"{salt}\n{form}".encode()).digest()


def _tag(key: bytes) -> str:
    """What a reply is found by."""
    return hashlib.sha256(b"tag" + key).hexdigest()[:16]


def _turned(text: bytes, key: bytes) -> bytes:
    """Bytes as a key hides them; the same once more shows them."""
    blocks = range(-(-len(text) // 32))
    stream = b"".join(hashlib.sha256(b"text" + key + block.to_bytes(4, "big")).digest() for block in blocks)
    return bytes(a ^ b for a, b in zip(text, stream, strict=False))
