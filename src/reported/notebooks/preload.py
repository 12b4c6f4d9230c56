"""The rehearsal: what every process would do first is done once, in the server that they are forked from.

Only the server imports this room, and last of all.
"""

from __future__ import annotations

import atexit
import gc
import os
import shutil

import matplotlib

from reported.notebooks.kernel import INLINE

TEMPORARY = os.environ.pop("REPORTED_TEMPORARY", "")  # see warm.start
SERVER = os.getpid()


def _leave_nothing() -> None:
    """Take away the folder of the program that asked: killed, it cannot do so itself. The server ends after it, its forks come past here too."""
    if TEMPORARY and os.getpid() == SERVER:
        shutil.rmtree(TEMPORARY, ignore_errors=True)


atexit.register(_leave_nothing)

matplotlib.rcParams["backend"] = INLINE  # it asks every package that is installed which backends it brings
gc.collect()
gc.freeze()  # what was imported need not be looked through again, and stays in memory that all processes share
