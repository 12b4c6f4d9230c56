"""One built edition as a comparison reads it: ``findings.json``, and ``manifest.json`` where there is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from reported.analysis.parameters import LATEST
from reported.build import manifest
from reported.dossier.claim import is_ours
from reported.dossier.dates import last_day
from reported.wording.language import ENGLISH


@dataclass(frozen=True)
class Side:
    """One built edition: its ``findings.json``, and its ``manifest.json`` where there is one."""

    found: Mapping[str, Any]
    made: Mapping[str, Any] | None = None

    @property
    def name(self) -> str:
        """What the edition is called."""
        return str(self.found["edition"])

    @property
    def day(self) -> date | None:
        """The as-of day; ``None`` for all that is known."""
        day = self.found["parameters"].get("as_of", LATEST)
        return None if day == LATEST else date.fromisoformat(day)

    @property
    def newest(self) -> date | None:
        """The day up to which it knows: its own, else the last on which a claim of it was published."""
        days = (last_day(claim["published"]) for claim in self.claims.values() if not ours(claim))
        return self.day or max(filter(None, days), default=None)

    @property
    def language(self) -> str:
        """The language of its words."""
        return str(self.found["parameters"].get("language", ENGLISH))

    @property
    def claims(self) -> Mapping[str, Mapping[str, Any]]:
        """The claims of its dossier, by id; of an older edition those in use, or none."""
        claims: Mapping[str, Mapping[str, Any]] = self.found.get("claims", {})
        return claims

    @property
    def whole(self) -> bool:
        """Whether every claim of its dossier is named, so that one that is missing was not there."""
        return self.found.get("on_record") == len(self.claims)

    @cached_property
    def named(self) -> dict[str, list[str]]:
        """The claims that each notebook names."""
        found: dict[str, list[str]] = {}
        for name, claim in self.claims.items():
            for notebook in claim["notebooks"]:
                found.setdefault(notebook, []).append(name)
        return found

    @cached_property
    def used(self) -> set[str]:
        """The claims that a finding or a table names as they stand; one that is named as withdrawn is not."""
        return {
            name for name, claim in self.claims.items() if claim["notebooks"] and claim["status"] == "active"
        }

    @property
    def reach(self) -> Mapping[str, Iterable[str]]:
        """The modules, and packages of others, that each notebook imports, at however many removes; empty
        where an older edition does not tell.
        """
        return self.made.get("reach", {}) if self.made else {}

    @property
    def inputs(self) -> Mapping[str, str]:
        """The hash of each input, by path; empty without a manifest. The edition's own file is left out: its
        parameters are told.
        """
        inputs = self.made["inputs"] if self.made else {}
        return {path: hash for path, hash in inputs.items() if not path.startswith("report/editions/")}

    @cached_property
    def findings(self) -> dict[tuple[str, str], Mapping[str, Any]]:
        """The findings by notebook and id, in the order of the briefing."""
        return {(f["notebook"], f["id"]): f for f in self.found["findings"]}

    def ran(self, notebook: str) -> bool:
        """Whether a notebook was there and had what it asks for."""
        roles = [f["role"] for (name, _), f in self.findings.items() if name == notebook]
        return bool(roles) and "not-run" not in roles

    def reason(self, notebook: str) -> str:
        """Why a notebook did not run, in a sentence; empty where there is none."""
        idle = (f for (name, _), f in self.findings.items() if name == notebook and f["role"] == "not-run")
        return next((str(f["sentence"]) for f in idle), "")


def read(folder: Path, where: str = "") -> Side:
    """Read a built edition from its folder, by whose name it goes; it may lack the manifest.

    ``where`` is what the folder is called. Raises Refused.
    """
    found = manifest.findings(folder, where) | {"edition": folder.name}
    return Side(found, manifest.manifest(folder, where) if (folder / manifest.MANIFEST).exists() else None)


def ours(claim: Mapping[str, Any]) -> bool:
    """Whether a claim, as ``findings.json`` holds it, is our own."""
    return is_ours(claim["basis"], claim.get("publisher_kind", ""))
