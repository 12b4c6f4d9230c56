"""Editions: what a notebook opens in its first cell, and where it ends when its question does not apply.

An edition *has* a record (what was said, and what follows from it) and the words for it. Cells use the two by
name, ``record.headlines()`` and ``words.said(row)``, so that a reader of a cell sees which is reckoned and
which is told, and every name is found where it is written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from reported.analysis import estimates
from reported.analysis.parameters import ENGLISH_INSTEAD, PLACES, Parameters, contract
from reported.analysis.record import Record
from reported.dossier.places import find
from reported.dossier.reader import Dossier, read
from reported.errors import NotAsked
from reported.wording.claims import Words
from reported.wording.findings import finding
from reported.wording.language import language, say, speak, spoken, word_for
