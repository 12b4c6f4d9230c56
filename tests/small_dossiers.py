"""Small dossiers at random, all in order: what ``reported check`` passes must build, and each sentence must
be true of it.

Names of quantities and relations are drawn from those a notebook knows by name and from others; everything
that may be empty sometimes is.
"""

from __future__ import annotations

import csv
import json
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from reported.dossier.claim import CENTRED, CODES
from reported.dossier.formulas import parsed
from reported.dossier.schema import COLUMNS

NOUNS = {  # name: label, one, many
    "shells": ("shells delivered", "shell", "shells"),
    "days": ("days they last", "day", "days"),
    "fire_rate": ("shells fired a day", "shell a day", "shells a day"),
    "containers": ("containers delivered", "container", "containers"),
    "shells_per_container": ("shells in a container", "shell a container", "shells a container"),
    "transfers": ("transfers made", "transfer", "transfers"),
    "containers_per_transfer": ("containers in a transfer", "container a transfer", "containers a transfer"),
    "voyages": ("voyages by ship", "voyage", "voyages"),
    "loaves": ("loaves baked", "loaf", "loaves"),
    "bakers": ("bakers at work", "baker", "bakers"),
    "loaves_each": ("loaves of a baker", "loaf a baker", "loaves a baker"),
    "loaves_sold": ("loaves sold", "loaf", "loaves"),
    "sacks_promised": ("sacks promised", "sack", "sacks"),
    "sacks_delivered": ("sacks delivered", "sack", "sacks"),
    "sacks_missing": ("sacks still missing", "sack", "sacks"),
    "sacks_a_month": ("sacks needed a month", "sack a month", "sacks a month"),
    "months_left": ("months left", "month", "months"),
    "shells_older": ("shells from before", "shell", "shells"),
    "shells_in_all": ("shells in all", "shell", "shells"),
    "sold_share": ("share of the loaves sold", "share", "shares"),
}
UNITS = {
    "days": {"day": 1, "month": "30.4375"},
    "sold_share": {"share": 1, "percent": "1/100"},
    "loaves": {"loaf": 1, "dozen": 12},
}
TIES = (  # id, product, factors
    ("load", "shells", ("containers", "shells_per_container")),
    ("duration", "shells", ("days", "fire_rate")),
    ("shipping", "containers", ("transfers", "containers_per_transfer")),
    ("packing", "shells", ("containers", "shells_per_container")),
    ("lasting", "shells", ("days", "fire_rate")),
    ("baking", "loaves", ("bakers", "loaves_each")),
    ("selling", "loaves_sold", ("loaves", "sold_share")),
)
MORE = (  # what is no product of two: id, how it is said
    ("left", "sacks_missing = sacks_promised − sacks_delivered"),
    ("pace", "sacks_a_month = sacks_missing ÷ months_left"),
    ("in-all", "shells_in_all = shells + shells_older"),
    ("dozens", "shells_in_all = shells + 12 + shells_older"),
)
CALENDAR = ("months(as_of, 2031-06-15)", "months(2031-03-01, as_of)", "months(as_of, 2031-04-15)")
RATES = (
    "days",
    "fire_rate",
    "shells_per_container",
    "containers_per_transfer",
    "loaves_each",
    "sold_share",
    "sacks_a_month",
)
SERIES = ((), (), ("tube-shells",), ("one-way", "other-way"))
WINDOWS = (
    ("", ""), ("2031-01", "2031-03"), ("2031-01", "2031-03"), ("2031-02", "2031-02"), ("2030-06", "2031-04"),
    ("", "2031-03-15"), ("2031-02-01", ""), ("2031-02-01", "2031-04-20"),
)  # fmt: skip
DAYS = (
    "2031-03-31",
    "2031-03-31",
    "2031-04-02",
    "2031-04-02",
    "2031-04",
    "2031-04-20",
    "2031-05-15",
    "2031-06",
    "2032",
    "",
)
HOUSES = ("North office", "South office", "Mill", "Third house")
VALUES = ("1", "2", "10", "12", "50", "100", "500", "1000", "40000", "1000000", "2.5", "0.04", "5000000000")
HEDGES = (*("exact", "approx", "gt", "ge", "le", "range") * 3, *CODES)
ABOUT = {
    "id": "small", "title": "Small", "subject": "what was said", "question": "Can all be true?",
    "description": "Made up.", "caveat": "Nobody looked inside.",
}  # fmt: skip


@dataclass(frozen=True)
class Small:
    """A dossier in memory, and the parameters of an edition of it: ``plan`` as dossier.toml says it, each
    table as rows of text.
    """

    plan: dict[str, Any]
    tables: dict[str, list[dict[str, str]]]
    parameters: dict[str, Any] = field(default_factory=dict)

    @classmethod
    def read(cls, folder: Path, parameters: dict[str, Any]) -> Small:
        """A dossier that is there."""
        tables = {}
        for name in COLUMNS:
            with (folder / f"{name}.csv").open(newline="", encoding="utf-8") as file:
                tables[name] = list(csv.DictReader(file))
        return cls(tomllib.loads((folder / "dossier.toml").read_text("utf-8")), tables, parameters)

    def write(self, folder: Path) -> Path:
        """Write it as the files of a dossier."""
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "dossier.toml").write_text(_toml(self.plan), "utf-8", newline="")
        for name, columns in COLUMNS.items():
            with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
                rows = csv.DictWriter(file, list(columns), restval="", lineterminator="\n")
                rows.writeheader()
                rows.writerows(self.tables[name])
        return folder


def _toml(plan: dict[str, Any]) -> str:
    """A plan as TOML: tables of plain values, tables of tables, and lists of tables."""
    lines: list[str] = []

    def say(heading: str, entry: dict[str, Any]) -> None:
        lines.append(heading)
        lines.extend(f"{json.dumps(name)} = {_value(value)}" for name, value in entry.items())

    for name, part in plan.items():
        if isinstance(part, list):
            for entry in part:
                say(f"[[{name}]]", entry)
        elif part and all(isinstance(entry, dict) for entry in part.values()):
            for key, entry in part.items():
                say(f"[{name}.{json.dumps(key)}]", entry)
        else:
            say(f"[{name}]", part)
    return "\n".join(lines) + "\n"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"{json.dumps(name)} = {_value(inner)}" for name, inner in value.items()) + " }"
        )
    return json.dumps(value)


@st.composite
def small_dossiers(draw) -> Small:
    """A dossier with up to a dozen claims, and an edition of it."""
    pick = lambda *choices: draw(st.sampled_from(choices))  # noqa: E731
    shipped_like, bare = pick(True, True, False), pick(True, False, False, False, False)
    ties = (
        draw(st.permutations(TIES[:3]))
        if shipped_like
        else draw(st.lists(st.sampled_from(TIES), max_size=3, unique_by=lambda tie: tie[1:]))
    )
    ties = ties[: pick(1, 2, 3, 3)] if shipped_like else ties
    more = draw(st.lists(st.sampled_from(MORE), max_size=3, unique_by=lambda tie: tie[1][:10]))
    more = more if pick(True, False, False) else []
    told = [name for name in NOUNS if name != "months_left"]
    loose = draw(st.lists(st.sampled_from(told), min_size=0 if ties or more else 1, max_size=3))
    names = list(
        dict.fromkeys(
            [q for _, product, factors in ties for q in (product, *factors)]
            + [q for _, said in more for q in parsed(said).quantities]
            + loose
        )
    )
    below = pick(True, False)
    quantities, series = {}, {}
    for name in names:
        label, one, many = NOUNS[name]
        ways = pick(*SERIES)
        quantities[name] = {
            "label": label,
            "one": one,
            "many": many,
            "units": UNITS.get(name, {one.replace(" a ", "/"): 1}),
            "series": list(ways),
        }
        if name == "months_left":
            quantities[name] |= {"calendar": pick(*CALENDAR), "series": []}
            ways = ()
        if name in ("sacks_missing", "sacks_a_month"):
            quantities[name]["signed"] = below
        if name in loose and pick(False, False, True):
            quantities[name]["strand"] = "exchange"
        if pick(False, False, False, True):
            quantities[name]["phrase"] = "{} in all"
        series |= {way: {"label": f"counted {way.replace('-', ' ')}"} for way in ways}
    dates = [pick(*DAYS[:5]) if n < 2 else pick(*DAYS[4:]) for n in range(draw(st.integers(2, 7)))]
    sources = [
        {
            "source_id": f"doc-{n}", "title": f"Document {n}",
            "publisher": pick("The Gazette", "the crier", "Mill", "Port Paper"),
            "publisher_kind": pick("news", "government", "agency"), "language": "en",
            "url": f"https://example.org/{n}", "published": day,
            "reached_via": pick("original", "secondary", "translation"), "reliability": pick(*"BCF"),
            "reliability_reason": "Made up.",
        }
        for n, day in enumerate(dates)
    ]  # fmt: skip
    own = {
        "source_id": "our-own", "title": "Ours", "publisher": "This analysis", "publisher_kind": "own",
        "language": "en", "published": "2031-04-02", "reached_via": "own", "reliability": "F",
        "reliability_reason": "Ours.",
    }  # fmt: skip
    claims: list[dict[str, str]] = []
    # So that most dossiers say something about every quantity, and then more about some.
    names = [name for name in names if name != "months_left"]
    order = [] if bare else names
    for n in range(len(order) + draw(st.integers(0, 10))):
        claims.append(
            _claim(
                draw,
                n,
                order[n : n + 1] or names,
                quantities,
                sources[:2] if n < len(order) else sources,
                claims,
                n < len(order),
            )
        )
    sources += [own] * any(row["source_id"] == "our-own" for row in claims)
    ids = [row["claim_id"] for row in claims]
    plan = {
        "dossier": ABOUT, "quantities": quantities, "series": series,
        "relations": [
            {
                "id": name, "says": f"{product} = {' × '.join(factors)}",
                "reads": f"{NOUNS[product][0].capitalize()} are a product.",
            }
            | ({"stand_in": {"voyages": "transfers"}} if name == "shipping" and "voyages" in names else {})
            for name, product, factors in ties
        ]
        + [{"id": name, "says": said, "reads": "One is made of the others."} for name, said in more],
        "headline": _headlines(draw, claims, len(order)),
        "dials": [{"quantity": name} for name in dict.fromkeys(tie[1] for tie in ties)]
        if pick(True, False) else [],
        "propositions": [{"id": "much", "says": f"{{{names[0]}}} were there", "quantities": names[:2]}]
        if pick(True, False) else [],
        "items": {"thing": "things", "thing/small": "small things"}, "names": {"Mill": "the old mill"},
        "governments": {"North office": "Here", "South office": "Here"} if pick(True, False) else {},
    }  # fmt: skip
    tables = {
        "sources": sources, "claims": claims,
        "denials": [_denial(draw, n, sources, ids) for n in range(draw(st.integers(0, 4)))],
        "events": [_event(draw, n, sources) for n in range(draw(st.integers(0, 4)))],
        "hedges": [{"wording": "several", "language": "en", "code": "several", "low": "3", "high": "9"}],
    }  # fmt: skip
    parameters = {
        "as_of": pick("latest", "latest", "latest", "2031-04-02", "2031-04-30", "2031-06-30"),
        "reading": pick("literal", "literal", "pragmatic"), "approx_tolerance": pick(0.25, 0.25, 0.1, 0.5),
        "convention": pick("house", "house", "house", "iiss", "acled"),
    }  # fmt: skip
    plan["roles"] = _roles(ties) if pick(True, True, True, False) else {}
    free = sorted({factor for _, _, factors in ties for factor in factors} & {*RATES[1:]})
    if free and pick(*[False] * 7, True):
        parameters[free[0]] = pick("10", "5..20")
    return Small(plan, tables, parameters)


LASTS, CARRIES, TRIPS = {"days"}, {"containers", "bakers"}, {"transfers"}  # who may play which part


def _roles(ties) -> dict[str, str]:
    """What part the quantities of some ties can play."""
    by_part = {part: product for _, product, (part, _) in ties}
    carried = next((by_part[part] for part in by_part if part in LASTS | CARRIES), "")

    def part_of(whole: str, those: set[str]) -> str:
        return next((part for part, product in by_part.items() if part in those and product == whole), "")

    made = {"carried": carried, "lasts": part_of(carried, LASTS), "carries": part_of(carried, CARRIES)}
    made["trips"] = part_of(made["carries"], TRIPS)
    return {role: name for role, name in made.items() if name}


def _claim(
    draw, n: int, names: list[str], quantities: dict, sources: list[dict], before: list[dict], plain: bool
) -> dict[str, str]:
    """One claim: of its own, retelling or worked out from those before it, or ours; a plain one mostly has a
    number and its days.
    """
    pick = lambda *choices: draw(st.sampled_from(choices))  # noqa: E731
    kind = pick("own", "own", "own", "retells", "retells", "derives", "with", "assumed") if before else "own"
    of = pick(*before) if before else None
    # What retells is of the same quantity, or a reader could not take it for the same figure.
    sure = plain and pick(True, True, True, False)
    kind = "own" if sure or (kind == "retells" and of["quantity"] not in names) else kind
    quantity = of["quantity"] if kind == "retells" else pick(*names)
    hedge, value = pick(*HEDGES), pick(*VALUES)
    start, end = pick(*WINDOWS[1:3]) if sure else pick(*WINDOWS)
    hedge = pick("exact", "ge", "gt", "range", "approx") if sure else hedge
    row = {
        "claim_id": f"c{n}", "source_id": pick(*sources)["source_id"], "quantity": quantity,
        "stated": pick("", "as was said"), 
        "modality": pick(*["actual"] * 9, "capacity", "pledge", "forecast"),
        "hedge": hedge, "value": "" if hedge == "none" else value,
        "value_high": "", "unit": pick(*quantities[quantity]["units"]), "item": pick("", "things"),
        "item_code": pick("", "", "thing", "thing/small", "thing thing/small"),
        "speaker": pick("not named", "The mayor", "North office"), "role": "",
        "scope": pick(*[""] * 5, "one part", "another part"), "institution": pick(*HOUSES),
        "credited": pick("", "", "", "Somebody else"), "origin_id": f"O{n}", "relays": "", "relation": "",
        "basis": pick("observed", "derived", "assessed", "asserted"), "period_start": start,
        "period_end": end, "cumulative": pick("yes", "yes", "no"),
        "series": pick("", *quantities[quantity]["series"]),
        "alternative_group": pick("", "", "", "", "either"), "credibility": pick(*"236"),
        "credibility_reason": "Made up.", "status": pick(*["active"] * 8, "superseded", "retracted"),
    }  # fmt: skip
    if sure:
        row |= {
            "status": "active",
            "modality": "actual",
            "scope": "",
            "cumulative": "no" if quantity in RATES else "yes",
            "alternative_group": "",
            "item_code": "",
        }
    row["said_on"] = pick("", "", "2031-03-30")
    row["margin"] = pick("", "", "10", "2.5") if hedge in CENTRED else ""
    row["role"] = "who was there" if row["speaker"] == "The mayor" and pick(True, False) else ""
    if hedge == "range":
        row["value_high"] = f"{float(value) * 2:.2f}"
    if kind in ("retells", "derives", "with"):
        row |= {"relation": kind, "relays": of["claim_id"] + pick("", "", "?")}
    if kind == "retells":
        row |= {
            "institution": pick(of["institution"], of["institution"], *HOUSES),
            "origin_id": of["origin_id"],
        }
        row["relation"] = pick("retells", "quotes", "translates")
        row["source_id"] = pick(*[row["source_id"]] * 9, "our-own")
    if kind == "derives" and pick(False, False, False, True):
        row |= {"source_id": "our-own", "basis": "derived", "institution": "This analysis"}
    if kind == "assumed":
        row |= {
            "source_id": "our-own",
            "basis": "assumed",
            "institution": "This analysis",
            "status": "active",
            "relays": "",
            "relation": "",
        }
        row |= {"cumulative": "no", "alternative_group": "", "modality": "actual", "scope": ""}
    return row


def _headlines(draw, claims: list[dict[str, str]], plain: int) -> list[dict[str, str]]:
    """Some claims under examination, mostly plain ones, one a quantity, with or without a retelling."""
    firsts: dict[str, str] = {}
    for row in claims[: plain or None] if draw(st.sampled_from([True, True, True, False])) else claims:
        # Rates and loads are mostly what the figures under examination are held against.
        often = [True, False, False, False] if row["quantity"] in RATES[1:] else [True, True, True, False]
        ours = row["basis"] == "assumed" or row["source_id"] == "our-own"
        ours |= row["modality"] not in ("actual", "capacity") or row["scope"] != ""
        if not ours and draw(st.sampled_from(often)):
            firsts.setdefault(row["quantity"], row["claim_id"])
    made = []
    for quantity, name in firsts.items():
        retold = [
            row["claim_id"]
            for row in claims
            if row["quantity"] == quantity
            and row["relation"] in ("retells", "quotes", "translates")
            and row["relays"].removesuffix("?") == name
            and row["source_id"] != "our-own"
            and row["modality"] in ("actual", "capacity")
        ]
        made.append({"claim": name} | ({"retold": retold[0]} if retold and draw(st.booleans()) else {}))
    return made


def _denial(draw, n: int, sources: list[dict], ids: list[str]) -> dict[str, str]:
    pick = lambda *choices: draw(st.sampled_from(choices))  # noqa: E731
    kinds = ("categorical", "evidential", "legal", "dismissal", "no_comment", "acknowledged", "unconfirmed")
    return {
        "denial_id": f"d{n}", "source_id": pick(*sources)["source_id"],
        "said_on": pick("2031-03-30", "2031-04", "2031-05-01"), "speaker": "A speaker",
        "institution": pick(*HOUSES), "type": pick(*kinds), "scope": pick("", "deliveries"),
        "targets": " ".join(dict.fromkeys(draw(st.lists(st.sampled_from(["supply", *ids]), max_size=2)))),
        "addresses_quantity": pick("no", "no", "yes"), "stated": pick("", "it is not so"),
        "note": pick("", "the house had not confirmed it when asked"),
    }  # fmt: skip


def _event(draw, n: int, sources: list[dict]) -> dict[str, str]:
    pick = lambda *choices: draw(st.sampled_from(choices))  # noqa: E731
    strands = ("supply", "exchange", "exchange", "diplomacy", "sanctions", "record")
    return {
        "event_id": f"e{n}", "source_id": pick(*sources)["source_id"],
        "date_start": pick("2031-02", "2031-04-02", "2031-06-01"), "event": f"Event {n}",
        "parties": pick("", "Mill", "North office, Mill"), "strand": pick(*strands),
        "item": pick("", "timber", "borne out"), "basis": pick("", "observed", "asserted"),
        "credibility": pick("", "2"), "credibility_reason": pick("", "Made up."),
    }  # fmt: skip
