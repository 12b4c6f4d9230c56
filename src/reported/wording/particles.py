"""Korean particles: which of two forms follows a word is a matter of how the word ends.

A message writes both, ``{ $who }(은/는)``: the first stands after a final consonant, the second after a
vowel, and before 로 the consonant ㄹ counts as a vowel.
"""

from __future__ import annotations

import re
import unicodedata
from string import ascii_letters

LANGUAGE = "ko"
_BOTH = re.compile(r"\(([가-힣]{1,3})/([가-힣]{1,3})\)")
_BRACKETS = re.compile(r"\([^()]*\)")
_NONE, _RIEUL = 0, 8  # final consonants, by their place in a syllable block
# How numbers, Latin letters and what is read as a word are read out, by the last syllable of their names.
READ = dict(zip("0123456789", "영일이삼사오육칠팔구", strict=True)) | {
    "l": "엘", "m": "엠", "n": "엔", "r": "알", "%": "트",
    "kg": "램", "km": "터", "mm": "터", "cm": "터", "net": "넷",
}  # fmt: skip
_SILENT = "\"'”’)]」』》〉*_ "  # what is not read out at the end of a word


def chosen(text: str) -> str:
    """A text with one form of each particle. What stands before it in brackets is not read out."""
    while found := _BOTH.search(text):
        particle = _fitting(text[: found.start()], found[1], found[2])
        text = f"{text[: found.start()]}{particle}{text[found.end() :]}"
    return text


def _fitting(before: str, closed: str, open_: str) -> str:
    """The form that follows what stands before: ``closed`` after a consonant, ``open_`` after a vowel."""
    final = _final(before)
    return open_ if final == _NONE or (final == _RIEUL and open_.startswith("로")) else closed


def _final(before: str) -> int:
    """The final consonant of the last syllable that is read out; none for what cannot be told."""
    read, whole = before.rstrip(_SILENT[:2] + "”’ "), ""
    while read != whole:  # brackets within brackets
        whole, read = read, _BRACKETS.sub("", read)
    read = read.rstrip(_SILENT)
    last = unicodedata.normalize("NFC", read)[-1:].lower()
    if (
        last == "0"
        and (zeros := len(read) - len(read.rstrip("0"))) < len(read)
        and read[-zeros - 1].isdigit()
    ):
        last = {1: "십", 2: "백", 3: "천"}.get(zeros, "만")  # 10, 100, 1000 and beyond
    word = read.lower()[len(read.rstrip(ascii_letters)) :]
    last = READ.get(word, READ.get(last, last))
    return (ord(last) - 0xAC00) % 28 if "가" <= last <= "힣" else _NONE
