"""Editions: what a notebook opens in its first cell, and where it ends when its question does not apply.

An edition *has* a record (what was said, and what follows from it) and the words for it. Cells use the two by
name, ``record.headlines()`` and ``words.said(row)``, so that a reader of a cell sees which is reckoned and
which is told, and every name is found where it is written.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from reported.analysis import estimates
from reported.analysis.parameters import ENGLISH_INSTEAD, PLACES, Parameters, contract
from reported.analysis.record import Record
from reported.dossier.places import find
from reported.dossier.reader import Dossier, read
from reported.dossier.terms import in_language
from reported.errors import NotAsked
from reported.figures.legible import legible
from reported.wording.claims import Words
from reported.wording.findings import finding
from reported.wording.language import language, say, speak, spoken, word_for
from reported.wording.propositions import numbered
from reported.wording.prose import listed

if TYPE_CHECKING:
    import pandas as pd

# The finding by which a notebook ends because the figures under examination were not public.
FIGURES_LACKING = "figures-lacking"
# That by which it ends because the dossier never has enough of them, or nothing that ties them: page one says
# so, and there is no section.
NOTHING_TO_HOLD = "nothing-to-hold"
# That by which it ends because the dossier is about something else: nothing is said of it at all.
ANOTHER_TOPIC = "another-topic"


def open_edition(names: Mapping[str, Any]) -> Edition:
    """Open the edition that a notebook's parameters describe; call it with ``globals()`` in the first cell
    after them.

    From then on its language is spoken. Papermill only logs a parameter that a notebook does not know, and
    runs the default: here it is refused by name instead. Raises Refused.
    """
    whole = read(find(names.get("data", "")))
    given = {name: names[name] for name in Parameters.model_fields if name in names}
    for name in _injected(names):
        if name not in (*given, *PLACES):
            given[name] = names[name]
    edition = Edition(whole, contract(given, whole.plan), names.get("figures", ""))
    speak(edition.language)
    return edition


def _injected(names: Mapping[str, Any]) -> list[str]:
    """Names set in the cell that papermill injects."""
    return [
        target.id
        for source in names.get("In", [])
        if source.startswith("# Parameters\n")
        for node in ast.parse(source).body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    ]


class Edition:
    """One edition of a dossier, open: its ``record``, the ``words`` for it, its ``language``, and the folder
    its ``figures`` are written to.

    ``figures`` is empty where they are only shown, and ``None`` where nobody will look at them.
    """

    def __init__(self, whole: Dossier, parameters: Parameters, figures: str | Path | None = ""):
        examined = {name for entry in whole.plan.headline for name in (entry.claim, entry.retold)}
        self._examined = {row.quantity for row in whole.said if row.claim_id in examined}  # on any day
        code, falls_back = parameters.language, parameters.unsaid == ENGLISH_INSTEAD
        self.language = language(code, whole.folder.parent, falls_back)
        self.whole = in_language(whole, code, falls_back)  # with all its letters, and as of no day
        self.record = Record(legible(self.whole, self.language), parameters)
        self.words = Words(self.record)
        self.figures = figures

    @property
    def in_english(self) -> bool:
        """Whether English says what the language of the edition does not."""
        return self.language.beside is not None

    @property
    def claims(self) -> pd.DataFrame:
        """The claims that were public, as a table for whoever wants one: a row a claim, with its range."""
        return self.record.claims

    def needs(
        self, *quantities: str, examined: Iterable[str] = (), figures: int = 1, relations: Iterable[str] = ()
    ) -> None:
        """End the notebook where nothing public gives its quantities, so that its question cannot be asked.

        ``examined`` are those for which a figure under examination must stand; of the others somebody must
        have published a number. ``relations`` are those that the dossier must have. Without quantities it
        asks for that many figures under examination. Raises NotAsked.
        """
        plan = self.record.plan
        unknown = [q.replace("_", " ") for q in quantities if q not in plan.quantities]
        untied = [name for name in relations if name not in [relation.id for relation in plan.relations]]
        if unknown:
            _end(ANOTHER_TOPIC, say("edition-no-quantity", names=listed(unknown, "or")))
        if untied:
            _end(ANOTHER_TOPIC, say("edition-no-relation", names=listed(untied, "or")))
        why = self._lacking(quantities, tuple(examined)) if quantities else self._too_few(figures)
        if why:
            _end("not-run" if quantities else self._why_too_few(figures), why)

    def needs_roles(self, *roles: str, published: Iterable[str] = ()) -> None:
        """End the notebook where the dossier has no quantities of these roles, or no figure of them is known.

        For each of ``roles`` (``"carried"``, ``"lasts"`` …) a figure under examination must stand; of those
        in ``published`` somebody must have published a number. Raises NotAsked, and KeyError for a role that
        there is not.
        """
        names = {role: self.record.roles.of(role) for role in (*roles, *published)}
        absent = [role.replace("_", " ") for role, name in names.items() if not name]
        unasked = [
            self.record.q(names[role]).label for role in roles if names[role] not in (*self._examined, "")
        ]
        if absent:
            _end(ANOTHER_TOPIC, say("edition-no-role", roles=listed(absent, "or")))
        if unasked:
            _end(ANOTHER_TOPIC, say("edition-unexamined", labels=listed(unasked, "or")))
        if why := self._lacking([*names.values()], [names[role] for role in roles]):
            _end("not-run", why)

    def _why_too_few(self, figures: int) -> str:
        """Whether figures are lacking on this edition's day only, or on every day."""
        plan = self.record.plan
        ever = len(plan.headline) >= figures and (figures < 2 or plan.relations)
        return FIGURES_LACKING if ever else NOTHING_TO_HOLD

    def _lacking(self, quantities: Sequence[str], examined: Sequence[str]) -> str:
        """What no document gives, in a sentence; empty where nothing is lacking."""
        record = self.record
        free = [record.q(q).label for q in quantities if not (q in examined or record.published(q))]
        gone = [record.q(q).label for q in examined if not numbered(record, q)]
        if free:
            return say("edition-unpublished", **self._day, labels=listed(free, "or"))
        return say("edition-not-public", **self._day, labels=listed(gone, "or")) if gone else ""

    def _too_few(self, figures: int) -> str:
        """That there are not so many figures under examination, in a sentence; empty where there are."""
        plan, known = self.record.plan, len(self.record.headlines())
        if len(plan.headline) < figures:
            return say("edition-one-examined" if plan.headline else "edition-none-examined")
        if figures > 1 and not self.record.relations:
            return say("edition-untied")
        return say("edition-too-few", **self._day, known=known) if known < figures else ""

    @property
    def _day(self) -> dict[str, str | bool]:
        """The day of the edition as messages take it."""
        return {"dated": bool(self.record.parameters.day), "day": self.words.day}

    def needs_estimates(self) -> None:
        """End the notebook where the dossier has no estimates, or none that could have been made by the
        edition's day. Raises NotAsked.
        """
        if not estimates.known(self.record):
            _end(ANOTHER_TOPIC, say("edition-no-yardstick"))

    def needs_some(self, rows: Sequence[Any], what: str = "such") -> None:
        """End the notebook where there are no rows; ``what`` is the end of the name of the message that says
        so: "exchange" for ``nothing-exchange``.

        On an earlier day they may only not have been public yet, which is said; in all of the dossier there
        are none, and then there is no section. Raises NotAsked.
        """
        if not len(rows):
            why = word_for("nothing", what if spoken().has(f"nothing-{what}") else "such", **self._day)
            _end("not-run" if self.record.parameters.day else ANOTHER_TOPIC, why)


def _end(id: str, why: str) -> NoReturn:
    """End the notebook with a finding that says why its question was not asked."""
    from IPython import get_ipython
    from IPython.display import display

    said = finding(id, why, role="not-run")
    if get_ipython() is not None:  # else whoever runs the cells takes it from the exception
        display(said)  # type: ignore[no-untyped-call]
    raise NotAsked(said)
