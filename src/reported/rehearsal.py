"""The rehearsal: what every process would do first is done once, in the server that they are forked from.

Only the server imports this room, and last of all.
"""

from __future__ import annotations

import gc

import matplotlib

from reported.kernel import INLINE

matplotlib.rcParams["backend"] = INLINE  # it asks every package that is installed which backends it brings
gc.collect()
gc.freeze()  # what was imported need not be looked through again, and stays in memory that all processes share
