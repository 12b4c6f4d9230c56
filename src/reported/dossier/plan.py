"""The plan: what a dossier is about, in which units it counts, and how its quantities hang together; all of
``dossier.toml``."""

from __future__ import annotations

import keyword
import math
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn, get_args

import networkx as nx
from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from reported.dossier.claim import ACTUAL, CAPACITY, PLEDGE
from reported.dossier.dates import first_day, is_date
from reported.dossier.forms import DATE, LARGEST, SMALLEST, is_id, unseen_in
from reported.dossier.formulas import Formula, Kind, Unit, calendar_of, in_words, parsed, powers, unit_of
from reported.dossier.tables import FIRST, text_of
from reported.errors import MIGRATE, Problem, Refused, did_you_mean, quoted, short

# Names that a notebook or an edition gives to something else, so that no quantity may have them.
TAKEN = (
    "as_of", "reading", "approx_tolerance", "convention", "series", "language", "unsaid", "inputs", "data",
    "figures",
)  # fmt: skip
# Names under which a finding keeps something else than the value of a quantity.
KEPT = (
    "id", "sentence", "claims", "role", "why", "linchpin", "answer", "told", "ways", "fitting", "stretch",
)  # fmt: skip
MOST_PROPOSITIONS, MOST_RELATIONS, MOST_ESTIMATES = 3, 1000, 12
MOST_PLACES = 20  # that a map has room to name
MOST_TOLD = 100  # problems of a plan; the others are there when these are mended
DEEPEST, MOST_POINTS = 20, 1000  # tables within tables, and points in a line, each of which may be one
EACH = "each"  # of the ways of counting: one after the other
PER_CENT = ("percent", "%")  # units of a share
FACTOR = re.compile(r"[0-9]{1,15}(\.[0-9]{1,15})?(/[0-9]{1,15}(\.[0-9]{1,15})?)?")


class _Wrong(ValueError):
    """A value that cannot be, with what to do: ``args`` are the two sentences."""


def _seen(text: str) -> str:
    # What is wrong with any text is told by itself.
    if not unseen_in(text) and (wrong := unseen_in(text, filled=True)):
        raise _Wrong(*wrong)
    return text


def _day(since: str) -> str:
    """A day from which something could be known; empty: always."""
    if since and not is_date(since):
        raise _Wrong(*DATE.says(since))
    if len(since) not in (0, 10):
        raise _Wrong(f"{quoted(since)} is no day.", "Write YYYY-MM-DD.")
    return since


def _a_day(since: str) -> str:
    """A day, written in full."""
    if len(since) != 10 or not is_date(since):
        raise _Wrong(f"{quoted(since)} is no day.", "Write YYYY-MM-DD.")
    return since


Filled = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(_seen)]


class _Entry(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Quantity(_Entry):
    """A thing that is counted: its nouns for the prose and its units as factors to the base unit."""

    label: Filled
    one: Filled
    many: Filled
    units: dict[str, float]
    series: tuple[str, ...] = ()
    could: Filled = "could hold"  # in front of a number that is a capacity
    phrase: str = "{}"  # how a figure stands in a sentence of its own
    said: dict[str, tuple[Filled, ...]] = {}  # its words in other languages, without endings: fr = ["obus"]
    nouns: dict[str, Filled] = {}  # units in words, where their names do not make them: month = "{} months"
    strand: str = ""  # "exchange" where it measures what went the other way
    calendar: str = ""  # where it is reckoned from the calendar: months(as_of, 2024-03-01)
    signed: bool = False  # whether it can be nought and below
    timeless: bool = False  # whether a figure without days counts for any time: a weight, a share that works
    of_item: bool = False  # whether its number is of what the item code names: 40 per cent of the bread eaten

    @field_validator("units", mode="before")
    @classmethod
    def _ratios(cls, units: Any) -> Any:
        # "1/30.4375" is how a person writes a month; a typed-out reciprocal would be a number nobody can
        # check.
        if not isinstance(units, dict):
            raise _Wrong("is no table of units.", "Write it as { day = 1, week = 7 }.")
        factors = {}
        for name, value in units.items():
            given = value
            if (
                isinstance(given, str)
                and FACTOR.fullmatch(given)
                and not re.fullmatch(r"[0.]+", given.partition("/")[2])
            ):
                above, _, below = given.partition("/")
                value = float(Fraction(above) / Fraction(below or 1))
            if (
                isinstance(value, bool)
                or not isinstance(value, (int, float))
                or not SMALLEST <= value <= LARGEST
            ):
                raise _Wrong(
                    f"the factor of {quoted(name)} is {quoted(given)}.",
                    "Write a number above 0, or two as in “1/1000”.",
                )
            factors[name] = float(value)
        if 1 not in factors.values():
            raise _Wrong("no unit has the factor 1.", "One unit must be what the others are counted in.")
        return factors

    @field_validator("calendar")
    @classmethod
    def _reckoned(cls, calendar: str) -> str:
        if calendar:
            calendar_of(calendar)
        return calendar

    def on(self, as_of: date) -> float | None:
        """What the calendar says of it as seen from a day, in base units; ``None`` where it says nothing."""
        if not self.calendar:
            return None
        time = calendar_of(self.calendar)
        return time.on(as_of) * self.units[time.unit]

    @field_validator("phrase")
    @classmethod
    def _holds_the_figure(cls, phrase: str) -> str:
        if phrase.count("{}") != 1 or set("{}") & set(phrase.replace("{}", "")):
            raise _Wrong(
                f"{quoted(phrase)} does not hold “{{}}” once.",
                "Put {} where the figure stands, and no other braces.",
            )
        return phrase


class Series(_Entry):
    """A way of counting that must not be pooled with another."""

    label: Filled
    note: str = ""
    since: Annotated[str, AfterValidator(_day)] = ""  # when it could be told apart; empty: always
    rests_on: tuple[str, ...] = ()  # the claims that showed it

    @property
    def day(self) -> date | None:
        """The day from which it could be told apart; ``None``: always."""
        return first_day(self.since)


class Equated(_Entry):
    """An equation between quantities as it is said, ``whole = one × other``, and how a sentence reads it."""

    id: Filled
    says: Filled
    reads: str

    @model_validator(mode="before")
    @classmethod
    def _written_anew(cls, given: Any) -> Any:
        if isinstance(given, dict) and "says" not in given and {"product", "factors"} & {*given}:
            remedy = "Write says = “whole = one × other”, or run `reported migrate` on the dossier's folder."
            raise _Wrong("is written with product and factors, as it was once.", remedy)
        return given

    @field_validator("says")
    @classmethod
    def _can_be_read(cls, says: str) -> str:
        parsed(says)
        return says

    @cached_property
    def formula(self) -> Formula:
        """What it says, taken apart."""
        return parsed(self.says)

    @property
    def whole(self) -> str:
        """The quantity that stands alone."""
        return self.formula.whole

    @property
    def kind(self) -> Kind:
        """×, ÷, + or −."""
        return self.formula.kind

    @property
    def parts(self) -> tuple[str | float, ...]:
        """Quantities and numbers, in order: the first is over, or less, all others."""
        return self.formula.parts

    @property
    def quantities(self) -> list[str]:
        """The quantities it ties, the whole first."""
        return self.formula.quantities

    @property
    def product(self) -> str:
        """Of a product or a ratio of two quantities that which the two ``factors`` make; else empty."""
        return (self.whole if self.kind == "×" else str(self.parts[0])) if self.factors else ""

    @property
    def factors(self) -> tuple[str, ...]:
        """Of a product or a ratio of two quantities the two that make the third; else none."""
        names = [part for part in self.parts if isinstance(part, str)]
        if self.kind not in "×÷" or len(names) != 2 or len(self.parts) != 2:
            return ()
        return tuple(names) if self.kind == "×" else (self.whole, names[1])


class Relation(Equated):
    """An equation that all figures are held against; ``stand_in`` names quantities that may take a factor's
    place in a ratio."""

    caution: str = ""
    stand_in: dict[str, str] = {}


class Estimate(Equated):
    """A yardstick: an equation whose whole is reckoned from published parts and held beside what was said.

    It enters no verdict. ``of`` is the quantity whose figure it stands beside, ``unit`` the one it is told
    in, ``series`` the way of counting of what it is held against; with ``apart`` it keeps to the figures of
    others than those who gave that one; with ``samples`` it takes figures of a part too, a count as a floor
    and a load or a rate as one that holds for all.
    """

    label: Filled
    since: str  # the day from which we could have made it
    caution: str = ""
    of: str = ""  # empty: the whole
    unit: str = ""  # empty: the unit with the factor 1
    series: str = ""  # empty: the first of the quantity
    apart: bool = False
    samples: bool = False

    @field_validator("since")
    @classmethod
    def _a_day(cls, since: str) -> str:
        if len(since) != 10 or not is_date(since):
            raise _Wrong(f"{quoted(since)} is no day.", "Write YYYY-MM-DD: a choice of ours has a day.")
        return since

    @property
    def day(self) -> date:
        """The day from which it could have been made."""
        return date.fromisoformat(self.since)

    @property
    def beside(self) -> str:
        """The quantity whose figure it stands beside."""
        return self.of or self.whole


class Headline(_Entry):
    """A claim under examination, and a retelling of it to hold beside it."""

    claim: str
    retold: str | None = None


class Dial(_Entry):
    """What a reader may suppose: another value of a quantity in one of its units, or (``share``) what part of
    it counts, in per cent."""

    quantity: str
    unit: str = ""  # empty: the unit with the factor 1
    label: str = ""  # empty: that of the quantity
    share: bool = False

    @property
    def key(self) -> str:
        """The dial's name in an address."""
        return self.quantity + ("_share" if self.share else f"_in_{self.unit}" if self.unit else "")


class Proposition(_Entry):
    """Something one may be more or less sure of: a clause, and the quantities whose figures it rests on.

    ``{quantity}`` in ``says`` stands for the figure under examination; the first quantity is the one it is
    about.
    """

    id: Filled
    says: Filled
    quantities: tuple[str, ...]


class Choice(_Entry):
    """One thing that may be chosen where figures are held together: what it takes, and a person's words for
    it. One that is ours has the day from which it could have been made, and why."""

    takes: str | float
    says: Filled
    since: Annotated[str, AfterValidator(_day)] = ""
    why: str = ""

    @field_validator("takes", mode="before")
    @classmethod
    def _a_word_or_a_number(cls, takes: Any) -> Any:
        if isinstance(takes, bool) or not isinstance(takes, (str, int, float)):
            raise _Wrong(f"{quoted(takes)} is neither a word nor a number.", "Write one, such as 0.25.")
        return takes

    @property
    def day(self) -> date | None:
        """The day from which it could have been made; ``None``: always."""
        return first_day(self.since)


class Choices(_Entry):
    """Where people who are not wrong may decide otherwise, each with what may be chosen; empty: all that the
    method and the dossier give (of the months only those of the figures under examination)."""

    wording: tuple[Choice, ...] = ()  # first, retold
    reading: tuple[Choice, ...] = ()
    convention: tuple[Choice, ...] = ()
    margin: tuple[Choice, ...] = ()  # how far “about” may be off, as a share
    whose: tuple[Choice, ...] = ()  # all, without-ours, each
    months: tuple[Choice, ...] = ()  # how many before and after those of the figures still count

    def known(self, kind: str, day: date | None) -> list[Choice]:
        """What may be chosen of a kind on a day; of ``None``, all of it."""
        return [one for one in getattr(self, kind) if not (day and one.day and one.day > day)]


# What a choice may take; of a margin and of months it is a number.
TAKES = {
    "wording": ("first", "retold"),
    "reading": ("literal", "pragmatic"),
    "convention": ("house", "iiss", "acled", "measured"),
    "whose": ("all", "without-ours", "each"),
}
MOST_MONTHS = 1200


class Place(_Entry):
    """A place that a report names: where it lies, in degrees north and east, and the claims and events that
    name it."""

    id: Filled
    name: Filled
    lat: float
    lon: float
    rests_on: tuple[str, ...]
    country: str = ""

    @field_validator("lat", "lon", mode="before")
    @classmethod
    def _degrees(cls, given: Any, field: ValidationInfo) -> Any:
        most = 90 if field.field_name == "lat" else 180
        number = isinstance(given, (int, float)) and not isinstance(given, bool)
        if not number or not -most <= given <= most:
            remedy = f"Write a number from -{most} to {most}; south and west are below 0."
            raise _Wrong(f"{quoted(given)} is no place in degrees.", remedy)
        return given


class Leg(_Entry):
    """A way between two places that a report tells of, and the claims and events that do."""

    start: Filled
    end: Filled
    by: Literal["sea", "rail", "road", "air"]
    rests_on: tuple[str, ...]


class Gap(_Entry):
    """Something that was looked for and not found: what, where, and the day from which it is missed."""

    sought: Filled
    where: Filled
    since: Annotated[str, AfterValidator(_a_day)]


class GivenRoles(_Entry):
    """What part some quantities play, so that a question can be asked of any topic. Empty: none plays it.

    What rate, what load and what load of a trip there are follows from the relations that tie two of them.
    """

    carried: str = ""  # what is delivered, and used up
    lasts: str = ""  # how long that lasts
    carries: str = ""  # what brings it
    trips: str = ""  # how often what brings it comes
    promised: str = ""  # what was pledged
    delivered: str = ""  # how much of it has come
    missing: str = ""  # how much of it has not
    left: str = ""  # how long there is still to go
    pace: str = ""  # how much a day, a week or a month would have to come


class About(_Entry):
    """Title page and standing sentences of a dossier."""

    id: Filled
    title: Filled
    subject: Filled
    question: Filled
    description: Filled
    caveat: Filled
    license: str = ""
    publisher: str = ""  # who puts the report out
    read_until: Annotated[str, AfterValidator(_day)] = ""  # until when published reporting was looked through


class Plan(_Entry):
    """All of ``dossier.toml``."""

    dossier: About
    quantities: dict[str, Quantity]
    series: dict[str, Series] = {}
    relations: tuple[Relation, ...] = ()
    estimates: tuple[Estimate, ...] = ()
    headline: tuple[Headline, ...] = ()
    dials: tuple[Dial, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    choices: Choices = Choices()
    roles: GivenRoles = GivenRoles()
    places: tuple[Place, ...] = ()  # those on a map, and the legs between them
    legs: tuple[Leg, ...] = ()
    gaps: tuple[Gap, ...] = ()  # what was looked for and not found
    names: dict[str, Filled] = {}  # short names of institutions, written out
    items: dict[str, Filled] = {}  # codes of what was counted, in words; "a/b" is a kind of "a"
    governments: dict[str, Filled] = {}  # institutions of one government: short name to the government's name

    def modalities(self, quantity: str) -> tuple[str, ...]:
        """What may be said of the figures that count for a quantity: of what was promised, pledges; of all
        else what was or could be, for a pledge is no delivery, and what is expected is not there yet."""
        return (PLEDGE,) if quantity and quantity == self.roles.promised else (ACTUAL, CAPACITY)


# The model behind each part, for the names that may stand there, and how an entry of it is written.
PARTS: dict[str, tuple[type[BaseModel], str]] = {
    "dossier": (About, "[dossier]"),
    "quantities": (Quantity, "[quantities.name]"),
    "series": (Series, "[series.name]"),
    "relations": (Relation, "[[relations]]"),
    "estimates": (Estimate, "[[estimates]]"),
    "headline": (Headline, "[[headline]]"),
    "dials": (Dial, "[[dials]]"),
    "propositions": (Proposition, "[[propositions]]"),
    "choices": (Choice, "[[choices.margin]]"),
    "roles": (GivenRoles, "[roles]"),
    "places": (Place, "[[places]]"),
    "legs": (Leg, "[[legs]]"),
    "gaps": (Gap, "[[gaps]]"),
}
# Roles that ask something of another one: the whole of a product, and the other quantity of it.
PRODUCTS = {"lasts": "carried", "carries": "carried", "trips": "carries"}
# Roles of a promise, which has all of them or none: what is missing is what was promised less what came, and
# what is left of the time times the pace.
OF_A_PROMISE = ("promised", "delivered", "missing", "left", "pace")


def read(path: Path) -> tuple[Plan | None, list[Problem]]:
    """The plan of a dossier and everything wrong with it; ``None`` where it is no plan."""
    try:
        given = _loaded(path)
        wrong = list(islice(_unseen(given), MOST_TOLD))
    except Refused as refused:
        return None, refused.problems
    except RecursionError:
        remedy = "Take out the brackets within brackets, or the names within names."
        return None, [Problem(path.name, "is nested too deeply.", remedy)]
    problems = [Problem(_place(path, place), *said) for place, said in wrong]
    plan: Plan | None = None
    found: Iterator[_Wrongly]
    try:
        plan = Plan.model_validate(given)
        found = _loose_ends(plan)
    except ValidationError as error:
        found = ((e["loc"], *_said(e)) for e in error.errors())
    problems += [
        Problem(_place(path, place), what, remedy) for place, what, remedy in islice(found, MOST_TOLD)
    ]
    if len(problems) >= MOST_TOLD:
        problems.append(
            Problem(path.name, "holds more of this, or may.", "Mend these first and check again.")
        )
    return plan, problems


def _loaded(path: Path) -> dict[str, Any]:
    """What a file of TOML holds. Raises Refused."""
    text = text_of(path)

    def refuse(line: str | int | None, what: str, remedy: str) -> NoReturn:
        raise Refused([Problem(f"{path.name} line {line}" if line else path.name, what, remedy)]) from None

    for number, line in enumerate(text.split("\n"), 1):
        if line.count(".") > MOST_POINTS:  # it would be read for minutes
            refuse(number, f"holds more than {MOST_POINTS:,} points.", "Take out the names within names.")
    try:
        return tomllib.loads(text)
    except ValueError as error:  # its own error and what Python says of a day or number that cannot be
        told, place, line = str(error).partition(" (at line ")
        if long := re.search(r"[0-9_]{4300}", text) if told.startswith("Exceeds the limit") else None:
            refuse(
                text.count("\n", 0, long.start()) + 1,
                "a number there has thousands of digits.",
                "Count its digits.",
            )
        remedy = "Mend the line; texts stand in quotation marks, and each name once."
        refuse(line.partition(",")[0] if place else None, f"cannot be read: {told}.", remedy)


def _place(path: Path, names: tuple[str | int, ...]) -> str:
    if len(names) > 1 and isinstance(names[1], int):  # one entry of a list
        names = (str(names[0]).removesuffix("s"), *names[1:])
    text = ""
    for name in names:
        text += f" {name + 1}" if isinstance(name, int) else f"{'.' if text else ''}{short(name)}"
    return f"{path.name} {text}"


def _unseen(what: Any, *place: str | int) -> Iterator[tuple[tuple[str | int, ...], tuple[str, str]]]:
    """Texts and names with letters that nobody sees. Raises RecursionError where it goes too deep."""
    if len(place) > DEEPEST:
        raise RecursionError
    if isinstance(what, str):
        if wrong := unseen_in(what):
            yield place, wrong
    elif isinstance(what, (dict, list)):
        for name, value in what.items() if isinstance(what, dict) else enumerate(what):
            if isinstance(name, str) and (wrong := unseen_in(name)):
                yield (*place, name), wrong
            yield from _unseen(value, *place, name)


def _said(error: Mapping[str, Any]) -> tuple[str, str]:
    """What is wrong and what to do, for one of pydantic's errors."""
    first, last, inside = error["loc"][0], error["loc"][-1], len(error["loc"]) > 1
    model, heading = PARTS.get(str(first), (Plan, f"[{first}]"))
    shown = quoted(error["input"])
    match error["type"]:
        case "value_error":
            what, remedy = error["ctx"]["error"].args
            return what, remedy
        case "missing":
            return "is missing.", f'Add {last} = "…" below {heading}.' if inside else f"Add a part {heading}."
        case "extra_forbidden" if last == "speakers" and not inside:
            return "who a speaker is stands in claims.csv now, in the column role.", MIGRATE
        case "extra_forbidden":
            held = Choices if first == "choices" and len(error["loc"]) == 2 else model if inside else Plan
            return "there is no such name.", did_you_mean(str(last), tuple(held.model_fields))
        case "string_type":
            return f"{shown} is no text.", "Write it in quotation marks."
        case "string_too_short":
            return "is empty.", "Say it in a few words."
        case "bool_type" | "bool_parsing":
            return f"{shown} is neither true nor false.", "Write true or false."
        case "model_type" | "dict_type":
            return f"{shown} is no table.", f"Write {heading} and below it lines “name = value”."
        case "literal_error":
            ways: tuple[str, ...] = get_args(Leg.model_fields["by"].annotation)
            return f"{shown} is none of these.", f"Write one of {', '.join(ways)}."
        case "tuple_type":
            return (
                f"{shown} is no list.",
                'Write it as ["one", "other"].' if inside else f"Write {heading} above each entry.",
            )
    return (
        f"{error['msg'][0].lower()}{error['msg'][1:]}.",
        "The dossiers that come with the project show its form.",
    )


# Something wrong in a plan: place, problem, remedy.
_Place = tuple[str | int, ...]
_Wrongly = tuple[_Place, str, str]
NO_ID = "Write letters a to z, digits and single hyphens."


def _loose_ends(plan: Plan) -> Iterator[_Wrongly]:
    """Names in the plan that cannot stand, or stand for nothing."""
    if not is_id(plan.dossier.id):
        yield ("dossier", "id"), f"{quoted(plan.dossier.id)} is no id.", NO_ID
    yield from _quantities_loose(plan)
    for name in plan.series:
        if not is_id(name) or name == EACH:
            remedy = "Write letters, digits and hyphens, but not each."
            yield ("series", name), f"{quoted(name)} cannot be the name of a series.", remedy
    for name in plan.items:
        if not re.fullmatch(r"[^\s/]+(/[^\s/]+)*", name):
            yield (
                ("items", name),
                f"{quoted(name)} cannot be a code.",
                "Write it without blanks; a/b is a kind of a.",
            )
    yield from _relations_loose(plan)
    yield from _estimates_loose(plan)
    yield from _units_loose(plan)
    yield from _signs_loose(plan)
    yield from _calendar_loose(plan)
    yield from _per_cent_loose(plan)
    yield from _dials_loose(plan)
    yield from _propositions_loose(plan)
    yield from _choices_loose(plan)
    yield from _roles_loose(plan)
    yield from _places_loose(plan)
    yield from _gaps_loose(plan)


def _quantities_loose(plan: Plan) -> Iterator[_Wrongly]:
    series = tuple(plan.series)
    for name, quantity in plan.quantities.items():
        place = ("quantities", name)
        if not re.fullmatch(r"[a-z][a-z0-9_]{0,60}", name) or keyword.iskeyword(name):
            remedy = "Write small letters a to z, digits and low lines; it is the name of a parameter too."
            yield place, f"{quoted(name)} cannot be the name of a quantity.", remedy
        for names, what in ((TAKEN, "a parameter of every edition"), (KEPT, "a part of every finding")):
            if name in names:
                yield place, f"{name} is {what}.", "Give the quantity another name."
        for way in quantity.series:
            if way not in series:
                yield place, f"{quoted(way)} is no series.", did_you_mean(way, series)
        for unit in quantity.nouns:
            if unit not in quantity.units:
                yield (*place, "nouns"), f"{quoted(unit)} is no unit.", did_you_mean(unit, (*quantity.units,))


def _relations_loose(plan: Plan) -> Iterator[_Wrongly]:
    ids = [relation.id for relation in plan.relations]
    for number, relation in enumerate(plan.relations):
        place = ("relations", number)
        for name in dict.fromkeys([*relation.quantities, *relation.stand_in, *relation.stand_in.values()]):
            if name not in plan.quantities:
                yield place, f"{quoted(name)} is no quantity.", did_you_mean(name, tuple(plan.quantities))
        if not is_id(relation.id):
            yield place, f"{quoted(relation.id)} is no id.", NO_ID
        if relation.id in ids[:number]:
            what = f"{quoted(relation.id)} stands there a second time."
            yield place, what, "Give each relation an id of its own."
        for other, factor in relation.stand_in.items():
            if factor in plan.quantities and factor not in relation.factors:
                what = f"{quoted(other)} stands in for {quoted(factor)}, which is no factor."
                yield place, what, did_you_mean(factor, relation.factors)
    ties = ((relation.id, relation.quantities) for relation in plan.relations)
    for number, what, remedy in circles(ties):
        yield ("relations", number), what, remedy
    if len(plan.relations) > MOST_RELATIONS:
        what = "is one more than can be reckoned with."
        yield ("relations", MOST_RELATIONS), what, f"Keep at most {MOST_RELATIONS}."


def _tied(plan: Plan) -> tuple[str, ...]:
    """The quantities that a relation ties to another."""
    return tuple(dict.fromkeys(q for relation in plan.relations for q in relation.quantities))


def _per_cent_loose(plan: Plan) -> Iterator[_Wrongly]:
    """Shares in per cent that would count as whole numbers."""
    stand_ins = (name for relation in plan.relations for name in relation.stand_in)
    tied = dict.fromkeys([*_tied(plan), *stand_ins], "a relation ties")
    estimated = (name for estimate in plan.estimates for name in estimate.quantities)
    for name, what in (dict.fromkeys(estimated, "an estimate ties") | tied).items():
        for unit in PER_CENT:
            if name in plan.quantities and plan.quantities[name].units.get(unit) == 1:
                tie = f"and {what} {short(name)}, so 30 {unit} would count as 30 times."
                remedy = f'Write units = {{ share = 1, "{unit}" = "1/100" }}.'
                yield ("quantities", name, "units"), f"{unit} has the factor 1, {tie}", remedy


def _estimates_loose(plan: Plan) -> Iterator[_Wrongly]:
    ids = [estimate.id for estimate in plan.estimates]
    for number, estimate in enumerate(plan.estimates):
        place = ("estimates", number)
        names, whole, beside = estimate.quantities, estimate.whole, plan.quantities.get(estimate.beside)
        for name in dict.fromkeys([*names, estimate.beside]):
            if name not in plan.quantities:
                yield place, f"{quoted(name)} is no quantity.", did_you_mean(name, tuple(plan.quantities))
        if twice := next((name for name in names if names.count(name) > 1), None):
            yield place, f"{short(twice)} stands there twice.", "Name each quantity once."
        if not is_id(estimate.id) or estimate.id in ids[:number]:
            yield place, f"{quoted(estimate.id)} cannot be its id.", f"{NO_ID} Each has one of its own."
        if estimate.series and estimate.series not in plan.series:
            what = f"{quoted(estimate.series)} is no series."
            yield place, what, did_you_mean(estimate.series, tuple(plan.series))
        if beside and whole in plan.quantities:
            yield from _told_in(place, estimate, plan.quantities[whole], beside)
    if len(plan.estimates) > MOST_ESTIMATES:
        what = "is one more than a page has room for."
        yield ("estimates", MOST_ESTIMATES), what, f"Keep at most {MOST_ESTIMATES}."


def _told_in(place: _Place, estimate: Estimate, whole: Quantity, beside: Quantity) -> Iterator[_Wrongly]:
    """What is wrong with the units that an estimate and the figure beside it are told in."""
    own, other = (next(name for name, factor in q.units.items() if factor == 1) for q in (whole, beside))
    if own != other:
        what = f"is counted in {short(own)}, and {short(estimate.beside)} beside it in {short(other)}."
        yield place, what, "Name one that is counted in the same unit."
    if estimate.unit and estimate.unit not in whole.units:
        what = f"{short(estimate.whole)} has no unit {quoted(estimate.unit)}."
        yield place, what, did_you_mean(estimate.unit, tuple(whole.units))


def _units_loose(plan: Plan) -> Iterator[_Wrongly]:
    """Equations whose two sides are not counted in the same unit, as far as all units of them are plain."""
    standing = {name: other for relation in plan.relations for name, other in relation.stand_in.items()}
    for number, relation in enumerate(plan.relations):
        yield from _sides(plan, ("relations", number), relation, {})
    for number, estimate in enumerate(plan.estimates):
        yield from _sides(plan, ("estimates", number), estimate, standing)


def _sides(plan: Plan, place: _Place, said: Equated, standing: Mapping[str, str]) -> Iterator[_Wrongly]:
    """What is wrong with the units of an equation; ``standing`` names what counts as another quantity."""
    names = [standing.get(name, name) for name in said.quantities]
    units = [_plain_unit(plan.quantities[name]) for name in names if name in plan.quantities]
    known = [unit for unit in units if unit is not None]
    if len(known) < len(names) or len({*names}) < len(names):
        return
    whole, *parts = known
    counted = f"{short(said.whole)} is counted in {in_words(whole)}"
    if said.kind in "+−":
        other = next((number for number, unit in enumerate(known) if unit != whole), None)
        if other is not None:
            what = f"{counted}, and {short(names[other])} in {in_words(known[other])}."
            yield place, what, "What is added up must be counted in one unit."
    elif len(said.parts) == len(parts):  # a number may have a unit of its own
        turned = -1 if said.kind == "÷" else 1
        made = powers((unit, turned if number else 1) for number, unit in enumerate(parts))
        if made != whole:
            what = f"{counted}, and what it is made of comes to {in_words(made)}."
            yield place, what, "Mend the relation, or the units with the factor 1."


def _plain_unit(quantity: Quantity) -> Unit | None:
    """The unit that a quantity's numbers are kept in, of words; none for a share. ``None``: not plain."""
    if shares := [factor for name, factor in quantity.units.items() if name in PER_CENT]:
        return None if 1 in shares else {}
    return unit_of(next(name for name, factor in quantity.units.items() if factor == 1))


def _signs_loose(plan: Plan) -> Iterator[_Wrongly]:
    """Products and ratios whose parts may be below nought, so that what follows would not be one range."""
    below = {name for name, quantity in plan.quantities.items() if quantity.signed}
    for number, relation in enumerate(plan.relations):
        signed = [part for part in relation.parts if part in below]
        divisors = [part for part in relation.parts[1:] if part in signed]
        if relation.kind == "×" and len(signed) > 1:
            what = f"multiplies {signed[0]} and {signed[1]}, and both may be below nought."
            yield ("relations", number), what, "Of what is multiplied one quantity at most can be signed."
        if relation.kind == "÷" and divisors:
            what = f"divides by {divisors[0]}, which may be nought or below."
            yield ("relations", number), what, "What something is divided by cannot be signed."


def _calendar_loose(plan: Plan) -> Iterator[_Wrongly]:
    for name, quantity in plan.quantities.items():
        if quantity.calendar and (unit := calendar_of(quantity.calendar).unit) not in quantity.units:
            what = f"is reckoned in {unit}s, and has no unit {unit}."
            yield ("quantities", name, "units"), what, f"Write units = {{ {unit} = 1 }}."
        if quantity.calendar and quantity.series:
            what = "is reckoned from the calendar, which counts in one way only."
            yield ("quantities", name, "series"), what, "Take the series out."
    for number, relation in enumerate(plan.relations):
        for name in relation.stand_in:
            if name in plan.quantities and plan.quantities[name].calendar:
                what = f"{short(name)} is reckoned from the calendar, and stands in for nothing."
                yield ("relations", number), what, "Take it out of stand_in."
    for number, dial in enumerate(plan.dials):
        if dial.quantity in plan.quantities and plan.quantities[dial.quantity].calendar:
            what = f"{short(dial.quantity)} is reckoned from the calendar, and cannot be supposed otherwise."
            yield ("dials", number), what, "Take the dial out."


def _dials_loose(plan: Plan) -> Iterator[_Wrongly]:
    tied = _tied(plan)
    for number, dial in enumerate(plan.dials):
        place, quantity = ("dials", number), plan.quantities.get(dial.quantity)
        if dial.quantity not in tied:
            yield place, f"no relation has a {quoted(dial.quantity)}.", did_you_mean(dial.quantity, tied)
        elif dial.unit and quantity and dial.unit not in quantity.units:
            what = f"{short(dial.quantity)} has no unit {quoted(dial.unit)}."
            yield place, what, did_you_mean(dial.unit, tuple(quantity.units))
        if dial.share and not dial.label:
            yield place, "is a share without a label.", "Say of what it is the share."
        if (dial.quantity, dial.share) in [(other.quantity, other.share) for other in plan.dials[:number]]:
            yield place, f"{short(dial.quantity)} stands there a second time.", "One dial is enough."


def _propositions_loose(plan: Plan) -> Iterator[_Wrongly]:
    for number, proposition in enumerate(plan.propositions):
        place = ("propositions", number)
        if not is_id(proposition.id) or proposition.id in [other.id for other in plan.propositions[:number]]:
            remedy = "Give each one of its own: letters, digits and single hyphens."
            yield place, f"{quoted(proposition.id)} cannot be its id.", remedy
        for name in (*proposition.quantities, *re.findall(r"\{([^{}]*)\}", proposition.says)):
            if name not in plan.quantities:
                yield place, f"{quoted(name)} is no quantity.", did_you_mean(name, tuple(plan.quantities))
        if not proposition.quantities:
            yield place, "names no quantity.", "Name at least one whose figures it rests on."
    if len(plan.propositions) > MOST_PROPOSITIONS:
        what = "is one more than page one has room for."
        yield ("propositions", MOST_PROPOSITIONS), what, f"Keep at most {MOST_PROPOSITIONS}."


def _choices_loose(plan: Plan) -> Iterator[_Wrongly]:
    for kind in Choices.model_fields:
        taken: list[str | float] = []
        for number, choice in enumerate(getattr(plan.choices, kind)):
            place, takes = ("choices", kind, number, "takes"), choice.takes
            if kind in TAKES and takes not in TAKES[kind]:
                yield place, f"{quoted(takes)} cannot be chosen.", did_you_mean(str(takes), TAKES[kind])
            if kind == "margin" and not (_number(takes) and 0 < float(takes) < 1):
                yield place, f"{quoted(takes)} is no share.", "Write a number between 0 and 1: 0.25."
            if kind == "months" and not (_number(takes) and 0 <= float(takes) <= MOST_MONTHS):
                remedy = f"Write 0 for those of the figures alone, at most {MOST_MONTHS}."
                yield place, f"{quoted(takes)} is no number of months.", remedy
            if takes in taken:
                yield place, f"{quoted(takes)} stands there a second time.", "Once is enough."
            taken.append(takes)


def _number(value: Any) -> bool:
    return isinstance(value, float) and math.isfinite(value)


def tie(plan: Plan, whole: str, part: str) -> Relation | None:
    """The relation that makes one quantity of another by a product; ``None`` where there is none."""
    found = (r for r in plan.relations if whole and r.product == whole and part in r.factors)
    return next(found, None)


def third(plan: Plan, whole: str, part: str) -> str:
    """The quantity by which ``part`` must be multiplied to make ``whole``; empty where no product ties the
    two."""
    relation = tie(plan, whole, part)
    return next((name for name in relation.factors if name != part), "") if relation else ""


def _roles_loose(plan: Plan) -> Iterator[_Wrongly]:
    """Roles of no quantity, two of one, and those that nothing ties to the quantity they are about."""
    given = {role: name for role, name in plan.roles if name}
    taken: dict[str, str] = {}
    for role, name in given.items():
        place = ("roles", role)
        if name not in plan.quantities:
            yield place, f"{quoted(name)} is no quantity.", did_you_mean(name, tuple(plan.quantities))
            continue
        if name in taken:
            yield place, f"{short(name)} is {taken[name]} already.", "Give each quantity one role at most."
            continue
        taken[name] = role
        whole = given.get(PRODUCTS.get(role, ""), "")
        if role in (*PRODUCTS, *PRODUCTS.values()) and plan.quantities[name].signed:
            yield place, f"{short(name)} may be below nought.", "What plays this part is above it."
        if role in PRODUCTS and not whole:
            what = f"nothing has the role {PRODUCTS[role]}, of which it is a part."
            yield place, what, f"Add {PRODUCTS[role]}, or take this one out."
        elif whole in plan.quantities and not third(plan, whole, name):
            what = f"no relation makes {short(whole)} of {short(name)}."
            yield place, what, f'Write one: says = "{short(whole)} = {short(name)} × a third quantity".'
    yield from _pledge_loose(plan, {role: name for role, name in given.items() if role in OF_A_PROMISE})


def _pledge_loose(plan: Plan, given: Mapping[str, str]) -> Iterator[_Wrongly]:
    """What a promise lacks to be held against what came of it: a role, a relation, or the day it is due."""
    if lacking := [role for role in OF_A_PROMISE if given and role not in given]:
        what = f"there is none for {_some([quoted(role) for role in lacking])}, and a promise has all five."
        yield (
            ("roles", next(iter(given))),
            what,
            f"Give all of {', '.join(OF_A_PROMISE)} a quantity, or none.",
        )
    if lacking or not given or not plan.quantities.keys() >= {*given.values()}:
        return
    promised, delivered, missing, left, pace = (given[role] for role in OF_A_PROMISE)
    ties = {(relation.whole, relation.kind, relation.parts) for relation in plan.relations}
    for whole, kind, parts in ((missing, "−", (promised, delivered)), (missing, "×", (left, pace))):
        if not ties & {(whole, kind, parts), *({(whole, kind, parts[::-1])} if kind == "×" else ())}:
            says = f"{whole} = {parts[0]} {kind} {parts[1]}"
            yield ("roles", "missing"), f"no relation says “{says}”.", "Write one that does."
    time = calendar_of(plan.quantities[left].calendar) if plan.quantities[left].calendar else None
    if time is None or time.first or time.last is None:
        what = f"{short(left)} is not reckoned from the day of the edition to the day of the promise."
        yield ("roles", "left"), what, 'Write calendar = "months(as_of, 2031-06-30)" below it, with that day.'


def _places_loose(plan: Plan) -> Iterator[_Wrongly]:
    """Places that cannot stand, and legs that lead nowhere."""
    ids, remedy = [one.id for one in plan.places], f"{NO_ID} Each has one of its own."
    for number, one in enumerate(plan.places):
        if not is_id(one.id) or one.id in ids[:number]:
            yield ("places", number), f"{quoted(one.id)} cannot be its id.", remedy
    for number, leg in enumerate(plan.legs):
        for name in (leg.start, leg.end):
            if name not in ids:
                yield (
                    ("legs", number),
                    f"{quoted(name)} is no place.",
                    did_you_mean(name, tuple(dict.fromkeys(ids))),
                )
        if leg.start == leg.end:
            yield ("legs", number), f"leads from {short(leg.start)} back to it.", "Name two places."
    for part in ("places", "legs"):
        for number, given in enumerate(getattr(plan, part)):
            if not given.rests_on:
                what = "rests on nothing."
                yield (part, number, "rests_on"), what, "Name the claims or events that tell of it."
    if len(plan.places) > MOST_PLACES:
        what = "is one more than a map has room to name."
        yield ("places", MOST_PLACES), what, f"Keep at most {MOST_PLACES}."


def _gaps_loose(plan: Plan) -> Iterator[_Wrongly]:
    """Gaps that stand there twice."""
    sought = [gap.sought for gap in plan.gaps]
    for number, what in enumerate(sought):
        if what in sought[:number]:
            yield ("gaps", number, "sought"), f"{quoted(what)} stands there a second time.", "Once is enough."


def circles(ties: Iterable[tuple[str, Sequence[str]]]) -> Iterator[tuple[int, str, str]]:
    """Which of some named ties between quantities close a circle: the place of each, with which others and
    through what, and the remedy. Without them the ties form a tree, or several."""
    tied = nx.Graph()  # numbers are ties
    known: nx.utils.UnionFind[str] = nx.utils.UnionFind()  # what hangs together is one set
    told: list[str] = []
    for number, (tie, quantities) in enumerate(ties):
        told.append(quoted(tie))
        by_set: dict[str, str] = {}
        pairs = ((by_set.setdefault(known[name], name), name) for name in quantities)
        if twice := next((name for name in quantities if quantities.count(name) > 1), None):
            what = f"{told[-1]} ties {quoted(twice)} to itself."
            yield number, what, "Name each quantity once."
        elif pair := next((pair for pair in pairs if pair[0] != pair[1]), None):
            way = nx.shortest_path(tied, *pair)
            names, through = [told[-1], *(told[at] for at in way[1::2])], [quoted(name) for name in way[::2]]
            what = f"{_some(names)} form a circle through {_some(through)}."
            yield number, what, "Take one of them out, so that one way only leads from quantity to quantity."
        else:
            tied.add_edges_from((number, name) for name in quantities)
            known.union(*quantities)


def _some(names: list[str]) -> str:
    return " and ".join(names[:FIRST] + ["others"] * (len(names) > FIRST))
