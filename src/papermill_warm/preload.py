"""What every notebook's process would do first is done once, in the server that they are forked from.

Only the server imports this module, and last of all.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import sys
from contextlib import suppress

from papermill_warm.kernel import INLINE, make_ready
from papermill_warm.server import MODULES, TEMPORARY, THEN, remove

# Or the debugger that comes with the kernel has something to say.
os.environ.setdefault("PYDEVD_DISABLE_FILE_VALIDATION", "1")
# The program that asked cannot remove its folder if it is killed; the server ends after it.
if folder := os.environ.pop(TEMPORARY, ""):
    atexit.register(remove, folder, os.getpid())
for name in os.environ.pop(MODULES, "").split():
    with suppress(Exception):  # not installed, or broken: the notebook that imports it will be told
        importlib.import_module(name)
with suppress(Exception):  # likewise: who needs what it makes ready will be told
    place, *given = json.loads(os.environ.pop(THEN, "[]")) or [""]
    if place:
        module, _, function = place.partition(":")
        getattr(importlib.import_module(module), function)(*given)
if matplotlib := sys.modules.get("matplotlib"):
    matplotlib.rcParams["backend"] = INLINE  # takes long: it asks every package for its backends
with suppress(Exception):  # then each process makes its own
    make_ready()
gc.collect()
gc.freeze()  # what was imported need not be looked through again, and stays in memory that all share
