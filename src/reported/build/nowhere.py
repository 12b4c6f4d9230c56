"""Nowhere: why a row of a dossier shows in no sentence, table or chart of an edition.

That is reckoned from the dossier under the parameters of the edition, and told with what to do where
it was not meant.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from reported.analysis import unnamed
from reported.analysis.parameters import contract
from reported.analysis.record import REPLACED, Record
from reported.build.request import Request, again
from reported.dossier.claim import PART, Claim, relayed
from reported.dossier.dates import first_day, known_by
from reported.dossier.reader import Dossier
from reported.dossier.schema import Denial, Event
from reported.wording.prose import listed

Row = Claim | Denial | Event

# What each reason for which a claim stands in no finding says, and what to do where it was not meant.
# {quantity}, {relays}, {scope} and {later} are filled from the claim.
REASONS = {
    "superseded": ("it is superseded{later}.", "If it still stands, make its status active."),
    "retracted": ("it is retracted, so it enters no sum.", "If it still stands, make its status active."),
    "resting on a retracted claim": (
        "it goes back to a retracted claim ({relays}).",
        "If it stands on its own, put “?” behind that name in relays.",
    ),
    unnamed.OURS: ("it is an assumption of ours, and no reckoning of this edition takes it.", ""),
    "only promised": (
        "it was only promised, so it enters no sum of what was.",
        "If it was said of what was, make its modality actual.",
    ),
    "only expected": (
        "it was only expected, so it enters no sum of what was.",
        "If it was said of what was, make its modality actual.",
    ),
    unnamed.DONE: (
        "it tells what was, and {quantity} counts what was promised.",
        "Make its modality pledge, if it is one.",
    ),
    unnamed.NO_NUMBER: ("it gives no number (hedge none).", "If its words name one, fill value and hedge."),
    unnamed.RETOLD: (
        "it retells {relays}, which counts in its place.",
        "If it is a figure of its own, empty relays and relation.",
    ),
    unnamed.SEEMS_RETOLD: (
        "it seems to retell {relays}, which counts in its place.",
        "If it is a figure of its own, empty relays and relation.",
    ),
    unnamed.UNTIED: (
        "no relation has {quantity}, and no notebook asked for it.",
        "Add a relation with it to dossier.toml, or a notebook that asks for it.",
    ),
    unnamed.STAND_IN: (
        "{quantity} only stands in for another quantity, and nothing was worked out from it.",
        "",
    ),
    PART: ("it covers a part only ({scope}).", "If it covers the whole, empty its scope."),
    unnamed.WHOLE: (
        "it covers more than the part under examination.",
        "If it covers that part, name it in scope.",
    ),
    unnamed.NO_TOTAL: (
        "it is no running total, and {quantity} is compared by these.",
        "If it counts all up to a day, make cumulative yes.",
    ),
    unnamed.NO_FIGURE: ("no figure under examination was public to hold it against.", ""),
    unnamed.NOT_NAMED: ("it was read, and no sentence, table or chart had to name it.", ""),
    "not promised": ("it tells what was, and {quantity} counts what was promised.", ""),
    "about more than the part": (
        "it covers more than the part under examination.",
        "If it covers that part, name it in scope.",
    ),
    "counted otherwise": ("it counts in another way (series {series}) than this edition keeps to.", ""),
    "not saying what is counted": (
        "it does not say in which way it counts.",
        "If its document tells, fill series.",
    ),
    "without a period": (
        "it does not say for which time it holds.",
        "If its document tells, fill period_start and period_end.",
    ),
    "not saying since when": (
        "it is a total that does not say since when.",
        "If its document tells, fill period_start.",
    ),
    "not saying until when": (
        "it is a total that does not say until when.",
        "If its document tells, fill period_end.",
    ),
    "about another time": ("it is about another time ({period}) than the figures under examination.", ""),
    REPLACED: ("this edition sets {quantity} itself.", ""),
}


def name_of(row: Row) -> str:
    """The id of a claim, a denial or an event."""
    if isinstance(row, Claim):
        return row.claim_id
    return row.denial_id if isinstance(row, Denial) else row.event_id


def rows(dossier: Dossier) -> dict[str, Row]:
    """The claims, denials and events of a dossier, by their ids."""
    found: list[Row] = [*dossier.happened, *dossier.denied, *dossier.said]
    return {name_of(row): row for row in found}


def why_not(row: Row, found: Mapping[str, Any], request: Request, whole: Dossier) -> tuple[str, str]:
    """Why a row shows nowhere in an edition, and what to do where that was not meant; empty for nothing.

    ``found`` is the edition's ``findings.json``, ``whole`` the dossier as it is now.
    """
    asked = contract(found["parameters"], whole.plan)
    record = Record(whole, asked)
    if name_of(row) not in rows(record.dossier):
        return _not_public(row, record, whole)
    if isinstance(row, Claim) and row.claim_id not in found.get("claims", {}):
        return (f"{request.name} was built before the row was there.", f"Build it: {again(request)}")
    if not isinstance(row, Claim) and found.get("tables") is None:
        what = f"{request.name} does not tell what stands in its tables: it is of an older version."
        return what, f"Build it: {again(request)}"
    if not isinstance(row, Claim):
        return "no table or chart of this edition shows it or cites its document.", ""
    return _told(unnamed.reasons(record)(record.row(row.claim_id)), row)


def _not_public(row: Row, record: Record, whole: Dossier) -> tuple[str, str]:
    day = record.parameters.day
    (source,) = (one for one in whole.documents if one.source_id == row.source_id)
    document = f"its document ({source.source_id})"
    if not source.published:
        what = f"{document} has no day, so no edition of a day knows it."
        return what, "Give the document its day, if only the year."
    first = first_day(source.published)
    if day and first and first > day:
        return f"{document} is of {source.published}, and this edition knows what was public by {day}.", ""
    if day and known_by(source.published, day):  # an event that was reported before it came about
        return f"it is of a day after {day}, the day of this edition.", ""
    what = f"{document} is of {source.published}, which may be after {day}, the day of this edition."
    return what, "Give the document its whole day, if it is known."


def _told(code: str, row: Claim) -> tuple[str, str]:
    what, remedy = REASONS.get(code, (f"it is left out: {code}.", ""))
    period = " to ".join(filter(None, dict.fromkeys((row.period_start, row.period_end))))
    later = f"; {row.superseded_by} took its place" if row.superseded_by else ""
    given = {
        "quantity": row.quantity, "relays": listed(name for name, _ in relayed(row.relays)),
        "scope": row.scope, "later": later, "series": row.series, "period": period,
    }  # fmt: skip
    return what.format(**given), remedy


def asked(request: Request, name: str) -> str:
    """The command that tells where a row went in an edition."""
    return f"reported where {name} --edition {request.edition}{request.options}"
