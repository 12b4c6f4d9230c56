"""Parameters: the contract an edition keeps. What it may set, of which type, within which range; anything
else is refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal, get_args

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from reported.dossier.dates import FIRST_YEAR, LAST_YEAR, is_date
from reported.dossier.forms import is_id, is_number
from reported.dossier.plan import EACH, Plan
from reported.dossier.tables import text_of
from reported.errors import Problem, Refused, did_you_mean, quoted

LATEST = "latest"
ENGLISH_INSTEAD = "english"  # says what a language does not say yet, where that is asked for
PLACES = ("data", "figures")  # parameters that say where, not what: they belong to no edition


class Parameters(BaseModel):
    """The contract: every parameter an edition may set, with its type and range."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    as_of: date | Literal["latest"] = Field(
        "latest", description="the last day whose publications are used (YYYY-MM-DD), or latest"
    )
    reading: Literal["literal", "pragmatic"] = Field(
        "literal", description="how a hedge is read: literal or pragmatic"
    )
    approx_tolerance: float = Field(
        0.25, gt=0, lt=1, description="how far “about” may be off, as a share (0.25 = 25 %)"
    )
    convention: Literal["house", "iiss", "acled", "measured"] = Field(
        "house", description="whose convention reads a hedge: house, iiss, acled or measured"
    )
    series: str = Field(EACH, description="keep to one way of counting, or each in turn")
    language: str = Field(
        "en",
        pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$",
        description="the language of the sentences, by its code",
    )
    unsaid: Literal["refused", "english"] = Field(
        "refused",
        description="what becomes of a sentence that the language does not say yet: refused or english",
    )
    inputs: dict[str, tuple[float, float]] = Field(
        {}, description="ranges set in place of the published ones, by quantity"
    )

    @field_validator("as_of", mode="before")
    @classmethod
    def _a_real_day(cls, value: Any) -> Any:
        if value == LATEST:
            return value
        value = str(value) if type(value) is date else value
        # Pydantic would take a number for seconds since 1970.
        if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
            raise ValueError("write a day as YYYY-MM-DD, or latest")
        try:
            day = date.fromisoformat(value)
        except ValueError as error:
            raise ValueError(f"there is no such day ({error})") from None
        if not is_date(value):
            raise ValueError(f"write a day of the years {FIRST_YEAR} to {LAST_YEAR}")
        return day

    @field_validator("approx_tolerance", mode="before")
    @classmethod
    def _a_number(cls, value: Any) -> Any:
        if isinstance(value, bool) or (
            isinstance(value, str) and not re.fullmatch(r"-?[0-9]*\.?[0-9]+", value)
        ):
            raise ValueError("write digits, with a point for decimals")
        return value

    @property
    def day(self) -> date | None:
        """The as-of day; ``None`` for all that is known."""
        return self.as_of if isinstance(self.as_of, date) else None

    def differing(self) -> dict[str, str]:
        """The parameters that are not at their defaults, by name, but for what is set, day and language."""
        return {
            name: str(getattr(self, name))
            for name, field in type(self).model_fields.items()
            if name not in ("as_of", "language", "unsaid", "inputs") and getattr(self, name) != field.default
        }

    def set_to(self) -> dict[str, list[str]]:
        """What is set in place of what was published, by quantity: one number, or two ends."""
        return {
            name: [*dict.fromkeys(f"{_exact(end):,f}" for end in ends)] for name, ends in self.inputs.items()
        }

    def as_data(self) -> dict[str, Any]:
        """The parameters as plain types, in the form a notebook takes them."""
        plain = {
            "as_of": str(self.as_of),
            "reading": self.reading,
            "approx_tolerance": self.approx_tolerance,
            "convention": self.convention,
            "series": self.series,
            "language": self.language,
        }
        if self.unsaid != "refused":
            plain["unsaid"] = self.unsaid
        return plain | {
            name: "..".join(f"{_exact(end):f}" for end in ends) for name, ends in self.inputs.items()
        }


def _exact(number: float) -> Decimal:
    """The shortest decimal that is read back as this very number."""
    return Decimal(repr(number)).normalize()


def contract(given: Mapping[str, Any], plan: Plan, where: str = "parameter") -> Parameters:
    """Check parameters against the contract. Raises Refused naming every one that cannot be used, its value
    and what is allowed."""
    problems, taken, inputs = [], {}, {}
    known = [name for name in Parameters.model_fields if name != "inputs"] + list(plan.quantities)
    for name, value in given.items():
        if name in plan.quantities:
            try:
                inputs[name] = _range(value)
            except ValueError as error:
                what = f"{quoted(value)} is no range ({error})."
                problems.append(Problem(f"{where} {name}", what, "Write a number, or low..high."))
        elif name in Parameters.model_fields and name != "inputs":
            taken[name] = value
        else:
            problems.append(
                Problem(
                    f"{where} {name}", "there is no such parameter.", did_you_mean(str(name), tuple(known))
                )
            )
    tied = [name for relation in plan.relations for name in (*relation.quantities, *relation.stand_in)]
    for name in inputs:
        if name not in tied:
            what = "no relation of this dossier has it, so a range for it would change nothing."
            problems.append(Problem(f"{where} {name}", what, did_you_mean("", tuple(dict.fromkeys(tied)))))
        if plan.quantities[name].calendar:
            what = "is reckoned from the calendar, and cannot be set."
            problems.append(Problem(f"{where} {name}", what, "Set as_of, the day from which it is reckoned."))
    problems += _series(taken, plan, where)
    try:
        made = Parameters(**taken, inputs=inputs)
    except ValidationError as error:
        refused = {str(e["loc"][0]): e for e in reversed(error.errors())}
        problems += [_unfit(name, e, where) for name, e in reversed(refused.items())]
    if problems:
        raise Refused(problems)
    return made


def _series(taken: dict[str, Any], plan: Plan, where: str) -> list[Problem]:
    """What is wrong with the way of counting that was asked for; it is taken out, so that the rest can be
    looked at."""
    asked = taken.pop("series", EACH)
    allowed = [
        EACH,
        *dict.fromkeys(
            way
            for quantity in plan.quantities.values()
            if len(quantity.series) > 1
            for way in quantity.series
        ),
    ]
    if asked in allowed:
        taken["series"] = asked
        return []
    only = isinstance(asked, str) and asked in plan.series
    what = (
        "sets nothing apart: no quantity is counted in this way and in another."
        if only
        else "is not a series of this dossier."
    )
    return [
        Problem(
            f"{where} series",
            f"{quoted(asked)} {what}",
            did_you_mean("" if only else str(asked), tuple(allowed)),
        )
    ]


def _unfit(name: str, error: Any, where: str) -> Problem:
    """A parameter that the contract does not take, in words."""
    field = Parameters.model_fields[name]
    message = error["msg"].removeprefix("Value error, ")
    choices = [word for word in get_args(field.annotation) if isinstance(word, str)]
    close = did_you_mean(error["input"], choices) if choices and isinstance(error["input"], str) else ""
    remedy = f"It sets {field.description}." + (f" {close}" if close.startswith("Did") else "")
    return Problem(
        f"{where} {name}",
        f"{quoted(error['input'])} cannot be used ({message[0].lower()}{message[1:]}).",
        remedy,
    )


def load(path: Path, plan: Plan, changes: Mapping[str, Any] = {}) -> Parameters:
    """The parameters of an edition file, with ``changes`` over them. Raises Refused."""
    given, problems = _lines(path)
    if not is_id(path.stem):
        remedy = "Rename the file; write letters a to z, digits and single hyphens, such as 2023-11-02.yml."
        problems.append(Problem(path.name, "cannot be the name of an edition.", remedy))
    try:
        made = contract(
            {**given, **changes}, plan, where=f"{path.name}: parameter" if not changes else "parameter"
        )
    except Refused as refused:
        raise Refused(problems + refused.problems) from None
    if problems:
        raise Refused(problems)
    return made


def _lines(path: Path) -> tuple[dict[str, str], list[Problem]]:
    """The “name: value” lines of an edition file, each value as the text that stands there, and what is wrong
    with them."""
    form = "An edition file holds lines “name: value”."
    try:
        # Every value is text: YAML would turn 2023-11-02 into a date and stumble over 2023-13-01 with no word
        # about where.
        lines = yaml.compose(text_of(path), Loader=yaml.BaseLoader)
    except Refused as refused:
        return {}, refused.problems
    except RecursionError:
        return {}, [Problem(path.name, "cannot be read (it is nested too deeply).", form)]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f"{path.name} line {mark.line + 1}" if mark else path.name
        return {}, [
            Problem(
                where,
                f"cannot be read ({getattr(error, 'problem', None) or 'a letter in it is not allowed'}).",
                form,
            )
        ]
    if lines is None:  # comments only: an edition that leaves everything as it is
        return {}, []
    if not isinstance(lines, yaml.MappingNode):
        return {}, [Problem(path.name, "holds no list of “name: value” lines.", form)]
    given, problems = {}, []
    for name, value in lines.value:
        where = f"{path.name} line {name.start_mark.line + 1}"
        if not isinstance(name, yaml.ScalarNode) or not isinstance(value, yaml.ScalarNode):
            problems.append(Problem(where, "is no “name: value”.", "Write one value; a range is low..high."))
        elif name.value in given:
            problems.append(
                Problem(where, f"{quoted(name.value)} is set a second time.", "Keep one of the lines.")
            )
        else:
            given[name.value] = value.value
    return given, problems


def _range(value: Any) -> tuple[float, float]:
    """The two ends of ``low..high``, or a number twice. Raises ValueError."""
    ends = [end.strip() for end in str(value).split("..")]
    if len(ends) > 2 or not all(map(is_number, ends)) or isinstance(value, bool):
        raise ValueError("positive numbers only: digits, with a point for decimals")
    low, high = float(ends[0]), float(ends[-1])
    if low > high:
        raise ValueError("low is above high")
    return low, high
