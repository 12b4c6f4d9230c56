"""Imports: packages that take long to load, without the parts that nobody here asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

# jsonschema's check of addresses: no schema of ours asks for it, and loading it takes a second
ADDRESSES = "rfc3987_syntax"


@contextmanager
def without(unused: str) -> Iterator[None]:
    """What is imported within does without a package that it would use; one that is loaded already stays."""
    absent = unused not in sys.modules
    if absent:
        sys.modules[unused] = None  # type: ignore[assignment]  # Python's own way to say: not to be imported
    try:
        yield
    finally:
        if absent:
            del sys.modules[unused]
