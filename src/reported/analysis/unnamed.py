"""Unnamed: why no finding rests on a claim.

A reason is a code in plain words. Those of what enters no sum are the codes used for that everywhere; others
stand here alone.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from reported.analysis import consistency
from reported.analysis.record import REPLACED, Record
from reported.dossier.claim import NOT_DONE, PART, RETELLING, Claim, ours, relayed

OURS, NO_NUMBER, DONE, UNTIED, STAND_IN = "ours", "no number", "done", "untied", "stand in"
RETOLD, SEEMS_RETOLD = "retelling", "seems"
WHOLE, NO_TOTAL, NO_FIGURE, NOT_NAMED = "whole", "no total", "no figure", "not named"


def reasons(record: Record) -> Callable[[Claim], str]:
    """Tells of a claim of a record why no finding rests on it: why it enters no sum, or a reason of this
    module alone.
    """
    tied, stand_ins = set(record.quantities()), set(record.tied())
    examined = {row.quantity for row in record.headlines()}
    totals = {one.first.quantity for one in record.running_totals(examined)}

    def reason(row: Claim) -> str:
        if row.status != "active":
            return str(row.status)
        if ours(row):
            return OURS
        if not record.counts(row):
            return NOT_DONE.get(row.modality) or DONE
        if math.isnan(row.number):
            return NO_NUMBER
        if row.relation in RETELLING and row.relays:
            return RETOLD if any(not inferred for _, inferred in relayed(row.relays)) else SEEMS_RETOLD
        if row.quantity not in tied:
            return STAND_IN if row.quantity in stand_ins else UNTIED
        if row.quantity in examined and row.scope != record.scope:
            return PART if row.scope else WHOLE
        if row.quantity in examined:
            return NO_TOTAL if row.quantity in totals and row.cumulative != "yes" else NOT_NAMED
        if record.period is None:
            return NO_FIGURE
        return _left_out(row, record) or NOT_NAMED

    return reason


def _left_out(row: Claim, record: Record) -> str:
    """Why a claim is no input, of several ways of counting; empty where it is one."""
    if row.quantity in record.parameters.inputs:
        return REPLACED
    left = {record.left_out(row, series) for series in record.series_of(row.quantity)}
    # Counted otherwise than one of them, it is left out of the others for another reason, or is an input.
    return min(left - {consistency.COUNTS_ELSE} or left)
