"""What is read and drawn once for all notebooks of an edition, in the process that they are forked from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from reported.analysis import parameters
from reported.dossier import reader
from reported.edition import open_edition
from reported.figures import charts
from reported.figures.legible import undrawn
from reported.wording.language import Language, folders, parse, speaking


def ready(data: str, file: str, changes: str) -> None:
    """Read a dossier and what an edition of it says, and draw a chart, so that processes forked from this one
    need not do what is done once in a process. Each finds what it reads again the same to the letter. Takes
    folder and file, and as JSON what goes before the file. Raises Refused.
    """
    whole = reader.read(data)
    chosen = parameters.load(Path(file), whole.plan, json.loads(changes))
    code, project = chosen.language, whole.folder.parent
    parse(code, project)
    undrawn(whole)  # which looks into the fonts
    # A language of its own: who runs a notebook later may find other messages.
    with speaking(Language(code, folders(code, project))):
        charts.rehearse()


def read_ahead(given: Mapping[str, Any]) -> None:
    """Read what every notebook with these parameters reads: the dossier, and the messages of its language."""
    parse(open_edition(given).language.code, Path(given["data"]).parent)
