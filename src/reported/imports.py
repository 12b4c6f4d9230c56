"""Imports: packages that take long to load, without the parts that nobody here asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

ADDRESSES = "rfc3987_syntax"  # jsonschema's check of addresses: no schema of ours asks for it, and loading it takes a second


@contextmanager
def without(unused: str) -> Iterator[None]:
    """What is imported within does without a package that it would use if it were installed; loaded already, it stays."""
    sys.modules.setdefault(unused, None)
    try:
        yield
    finally:
        if sys.modules[unused] is None:
            del sys.modules[unused]
