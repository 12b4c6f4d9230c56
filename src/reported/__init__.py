"""Reported figures: what was said, by whom, with which hedge, and whether it fits together.

What a notebook needs is imported from here; each name is loaded from its module when it is first asked for.
"""

from importlib import import_module
from typing import Any

__version__ = "0.2.0"

# Each name with the module that it is from.
DOORS = {
    "open_edition": "edition",
    "finding": "wording.findings",
    "table": "wording.findings",
    "publish": "figures.charts",
}


def __getattr__(name: str) -> Any:
    if name in DOORS:
        return getattr(import_module(f"{__name__}.{DOORS[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
