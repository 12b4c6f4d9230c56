"""Answers: what somebody has answered, as a small file that whoever teaches can collect.

A file says whose it is, which exercise it belongs to (``seal`` tells the questions of one edition from those
of another), and for each question the first answer, the last one and how many were tried. It does not say
what is right: that is asked of the exercise again when answers are collected. The page of an exercise writes
the same (``exercise.js``).
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

LONGEST = 60  # letters of a name in the name of a file


def seal(questions: Mapping[str, Any]) -> str:
    """What tells questions, as they are handed out, from all others."""
    text = json.dumps(questions, ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


class Tried:
    """What was answered so far, by question."""

    def __init__(self) -> None:
        self.answers: dict[str, dict[str, Any]] = {}

    def note(self, question: str, answer: Any) -> None:
        """Keep an answer; the same once more is none."""
        text = str(answer)
        kept = self.answers.setdefault(question, {"first": text, "answer": "", "tries": 0})
        if text != kept["answer"]:
            kept["answer"], kept["tries"] = text, kept["tries"] + 1

    def file(self, exercise: str, sealed_as: str, student: str) -> tuple[str, str]:
        """The name of a file of answers, and what stands in it."""
        whose = "-".join(re.findall(r"\w+", student))[:LONGEST]
        content = {
            "answers_to": exercise,
            "seal": sealed_as,
            "student": student,
            "answers": dict(sorted(self.answers.items())),
        }
        return f"answers-{exercise}-{whose}.json", json.dumps(content, ensure_ascii=False, indent=1) + "\n"
