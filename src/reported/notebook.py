"""Notebooks as they are stored: JSON whose texts are lists of lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def read(path: Path) -> dict[str, Any]:
    """A notebook with the source of each cell as one text. nbformat would hold it to its schema first, which takes longer than running it."""
    stored = json.loads(path.read_text("utf-8"))
    return {**stored, "cells": [{**cell, "source": "".join(cell["source"])} for cell in stored["cells"]]}
