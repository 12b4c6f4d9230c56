"""What is read and drawn once for all notebooks of an edition, in the server that they are forked from."""

from __future__ import annotations

import json
from pathlib import Path

from reported.analysis import parameters
from reported.dossier import reader
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
