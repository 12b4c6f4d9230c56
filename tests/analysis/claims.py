"""Claims for tests: made of the few cells that a case is about."""

from typing import Any

from reported.dossier.claim import Claim, Source
from reported.dossier.schema import COLUMNS

DOCUMENT = ("published", "publisher", "publisher_kind", "url", "language")


def claim(claim_id: str, **cells: Any) -> Claim:
    """A claim about boxes in a news report of its own; ``cells`` are those of its row, of its document, and
    its range."""
    document = {name: cells.pop(name) for name in DOCUMENT if name in cells}
    row = {
        "claim_id": claim_id, "source_id": claim_id, "origin_id": claim_id, "quantity": "boxes",
        "basis": "asserted",
        "cumulative": "no", "status": "active", "value": float("nan"), "value_high": float("nan"),
        "margin": float("nan"), "modality": "actual",
    } | cells  # fmt: skip
    source = {"source_id": row["source_id"], "publisher_kind": "news"} | document
    return Claim(
        **dict.fromkeys(COLUMNS["claims"], "") | row,
        source=Source(**dict.fromkeys(COLUMNS["sources"], "") | source),
    )


def named(claims: Any) -> list[str]:
    """The ids of some claims."""
    return [one.claim_id for one in claims]
