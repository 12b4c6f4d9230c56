"""Parameters: the contract an edition keeps. What it may set, of which type, within which range; anything else is refused by name."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from reported import dossier as dossiers
from reported import prose
from reported.dossier import Problem, Refused, did_you_mean
from reported.hedges import Interval

LATEST = "latest"
EACH = "each"
PLACES = ("data", "figures")  # parameters that say where, not what: they belong to no edition


class Parameters(BaseModel):
    """The contract: every parameter an edition may set, with its type and range."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: date | Literal["latest"] = Field(LATEST, description="last day whose publications are used (YYYY-MM-DD), or latest")
    reading: Literal["literal", "pragmatic"] = Field("literal", description="how a hedge is read: literal or pragmatic")
    approx_tolerance: float = Field(0.25, gt=0, lt=1, description="how far “about” may be off, as a share (0.25 = 25 %)")
    convention: Literal["house", "iiss", "acled"] = Field(
        "house", description="whose convention reads a hedge: house, iiss or acled"
    )
    series: str = Field(EACH, description="keep to one way of counting, or each in turn")
    inputs: dict[str, tuple[float, float]] = Field({}, description="ranges set in place of the published ones, by quantity")

    @field_validator("as_of", mode="before")
    @classmethod
    def _a_real_day(cls, value: Any) -> Any:
        if isinstance(value, str) and value != LATEST:
            if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                raise ValueError("write a day as YYYY-MM-DD, or latest")
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise ValueError(f"there is no such day ({error})") from None
        return value

    @property
    def day(self) -> date | None:
        """The as-of day; ``None`` for all that is known."""
        return None if self.as_of == LATEST else self.as_of

    @property
    def day_words(self) -> str:
        """The as-of day in words."""
        return "the latest material" if self.day is None else prose.in_words(str(self.as_of))

    def differing(self) -> list[str]:
        """The parameters that are not at their defaults, in words."""
        changed = [
            f"{name.replace('_', ' ')}: {getattr(self, name)}"
            for name, field in type(self).model_fields.items()
            if name not in ("as_of", "inputs") and getattr(self, name) != field.default
        ]
        return changed + [
            f"{name.replace('_', ' ')} set to {prose.words(Interval(low, high, False, False))}"
            for name, (low, high) in self.inputs.items()
        ]

    def as_data(self) -> dict[str, Any]:
        """The parameters as plain types, in the form a notebook takes them."""
        plain = {
            "as_of": str(self.as_of),
            "reading": self.reading,
            "approx_tolerance": self.approx_tolerance,
            "convention": self.convention,
            "series": self.series,
        }
        return plain | {name: f"{low:g}..{high:g}" for name, (low, high) in self.inputs.items()}


def contract(given: Mapping[str, Any], plan: dossiers.Plan, where: str = "parameter") -> Parameters:
    """Check parameters against the contract. Raises Refused naming every one that cannot be used, its value and what is allowed."""
    problems, taken, inputs = [], {}, {}
    known = [name for name in Parameters.model_fields if name != "inputs"] + list(plan.quantities)
    for name, value in given.items():
        if name in plan.quantities:
            try:
                inputs[name] = _range(value)
            except ValueError as error:
                problems.append(Problem(f"{where} {name}", f"{value!r} is no range ({error}).", "Write a number, or low..high."))
        elif name in Parameters.model_fields and name != "inputs":
            taken[name] = value
        else:
            problems.append(Problem(f"{where} {name}", "there is no such parameter.", did_you_mean(name, tuple(known))))
    series = taken.get("series", EACH)
    allowed = [EACH, *dict.fromkeys(s for q in plan.quantities.values() if len(q.series) > 1 for s in q.series)]
    if series not in allowed:
        problems.append(
            Problem(
                f"{where} series",
                f"{series!r} is not a series of this dossier.",
                did_you_mean(str(series), tuple(allowed)),
            )
        )
        taken.pop("series")
    try:
        made = Parameters(**taken, inputs=inputs)
    except ValidationError as error:
        for e in error.errors():
            name = str(e["loc"][0])
            message = e["msg"].removeprefix("Value error, ")
            allowed_text = Parameters.model_fields[name].description
            problem = Problem(
                f"{where} {name}",
                f"{e['input']!r} cannot be used ({message[0].lower()}{message[1:]}).",
                f"It is the {allowed_text}.",
            )
            if not any(problem.where == p.where for p in problems):
                problems.append(problem)
    if problems:
        raise Refused(problems)
    return made


def load(path: Path, plan: dossiers.Plan, changes: Mapping[str, Any] = {}) -> Parameters:
    """The parameters of an edition file, with ``changes`` over them. Raises Refused."""
    try:
        # Every value is read as text: YAML would turn 2023-11-02 into a date and stumble over 2023-13-01 with no word about where.
        given = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader) or {}
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise Refused([Problem(path.name, f"cannot be read ({error}).")]) from None
    if not isinstance(given, dict):
        raise Refused([Problem(path.name, "holds no list of “name: value” lines.")])
    return contract({**given, **changes}, plan, where=f"{path.name}: parameter" if not changes else "parameter")


def _range(value: Any) -> tuple[float, float]:
    low, _, high = str(value).partition("..")
    low = float(low)
    high = float(high or low)
    if not 0 < low <= high < math.inf:
        raise ValueError("it must be positive, from low to high")
    return low, high
