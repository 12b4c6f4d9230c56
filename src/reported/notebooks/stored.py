"""Notebooks as they are stored: JSON whose texts are lists of lines."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from reported.errors import Problem, Refused


def worded(executed: Path, source: Path) -> dict[str, Any]:
    """A notebook as it is written now, with what its code showed when it was executed. Raises Refused.

    The two have the same code; their words may differ.
    """
    now, shown = read(source), iter(cell for cell in read(executed)["cells"] if cell["cell_type"] == "code")
    cells = [next(shown) if cell["cell_type"] == "code" else cell for cell in now["cells"]]
    return {**now, "cells": cells}


def read(path: Path) -> dict[str, Any]:
    """A notebook with the source of each cell as one text. Raises Refused where it is none.

    nbformat would hold it to its schema first, which takes longer than running it.
    """
    try:
        stored = json.loads(path.read_text("utf-8"))
        cells = [{"metadata": {}, **cell, "source": "".join(cell["source"])} for cell in stored["cells"]]
        return {"metadata": {}, **stored, "cells": [cell for cell in cells if cell["cell_type"]]}
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        what = f"is no notebook ({type(error).__name__}: {error})."
        raise Refused(
            [
                Problem(
                    f"notebooks/{path.name}",
                    what,
                    "Open it in JupyterLab and mend it, or take it back from git.",
                )
            ]
        ) from None


def clear(path: Path) -> None:
    """Take the outputs out of a notebook, in place; one that cannot be read stays as it is."""
    with suppress(Refused):
        whole = read(path)
        for cell in whole["cells"]:
            if cell["cell_type"] == "code":
                cell |= {"outputs": [], "execution_count": None}
        path.write_text(json.dumps(whole, ensure_ascii=False), "utf-8")
