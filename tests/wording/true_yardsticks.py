"""What the sentences on yardsticks, contemporaries and inputs claim, worked out again from the rows in plain
Python: each function takes the rows as ``test_every_sentence.World`` gives them.
"""

from __future__ import annotations

import itertools
import math
import re
from datetime import timedelta
from functools import reduce

from reported.dossier.formulas import parsed

DO = {
    "×": lambda a, b: a * b,
    "÷": lambda a, b: a / b if b else math.inf,
    "+": lambda a, b: a + b,
    "−": lambda a, b: a - b,
}


def period(world):
    """The first and last day of the figures under examination; ``None`` where one of them is not given."""
    starts = [day for row in world.figures if (day := world.first(row["period_start"]))]
    ends = [day for row in world.figures if (day := world.last(row["period_end"]))]
    return (min(starts), max(ends)) if starts and ends else None


def ends_of(world, name):
    """What a claim, or a quotient of two, allows: low and high."""
    if " over " in name:
        product, divisor = (world.named[part] for part in name.split(" over "))
        high = float(product["value_high"] or product["value"]) / float(product["value"])
        low = world.number(product) / world.number(divisor)
        return low, low * high
    return world.allowed(world.named[name])[:2]


def floor_of(world, quantity):
    """Where the low end of a quantity stands if nothing was said there."""
    return -math.inf if world.plan["quantities"][quantity].get("signed") else 0.0


def in_window(world, name, timeless):
    """The same for the time of the figures: low and high, and whether that time took an end away."""
    row, (low, high) = _row(world, name), ends_of(world, name)
    floor = floor_of(world, quantity_of(world, name))
    start, end = row["period_start"], row["period_end"]
    if " over " in name:
        other = world.named[name.split(" over ")[1]]
        start, end = start or other["period_start"], end or other["period_end"]
    span, first, last = period(world), world.first(start), world.last(end)
    counts = row["cumulative"] == "yes" and " over " not in name
    part = bool(row["scope"]) and counts  # a floor for the whole, which says nothing of its ceiling
    high, cut = (math.inf, True) if part else (high, False)
    if timeless or span is None or not counts:
        return low, high, False, cut
    if not (first and last) or first > span[1] or last < span[0]:
        return floor, math.inf, low > floor, cut or high < math.inf
    shorter, longer = first > span[0] or last < span[1], first < span[0] or last > span[1]
    no_high, no_low = cut or (shorter and high < math.inf), longer and low > floor
    return floor if no_low else low, math.inf if no_high else high, no_low, no_high


def envelope(world, names, timeless):
    """From the lowest to the highest; an end that only the window took away opens none that others set."""
    spans = [in_window(world, name, timeless) for name in names]
    low, high = min(s[0] for s in spans), max(s[1] for s in spans)
    lows, highs = [s[0] for s in spans if not s[2]], [s[1] for s in spans if not s[3]]
    if lows and all(s[1] >= min(lows) for s in spans):
        low = min(lows)
    if highs and all(s[0] <= max(highs) for s in spans):
        high = max(highs)
    return low, high


def corners(kind, spans, floor):
    """The lowest and the highest that some ranges come to, none below ``floor``."""
    every = [reduce(DO[kind], ends) for ends in itertools.product(*spans)]
    found = [value for value in every if not math.isnan(value)]
    return max(floor, min(found)), max(found)


def yardstick(world, found, finding):
    """What an estimate comes to, what it stands beside, and how the two lie."""
    name = finding.id.removeprefix("estimate-")
    entry = max((e for e in world.plan["estimates"] if name.startswith(e["id"])), key=lambda e: len(e["id"]))
    assert world.day is None or world.day >= world.first(entry["since"])
    assert finding.sentence.startswith(entry["reads"].rstrip("."))
    if "comes_to" not in finding.values:
        assert "not reckoned" in finding.sentence
        return
    whole, _, said = entry["says"].partition(" = ")
    kind = next(sign for sign in DO if f" {sign} " in said)
    spans = [_part(world, part, name, finding) for part in said.split(f" {kind} ")]
    low, high = corners(kind, spans, floor_of(world, whole))
    span = finding.values["comes_to"]
    assert math.isclose(span.low, low, rel_tol=1e-9) and math.isclose(span.high, high, rel_tol=1e-9)
    _lies(finding, span)


def _part(world, part, name, finding):
    """The range of one part of an equation, of the figures that went in."""
    if re.fullmatch(r"[0-9.]+", part):
        return float(part), float(part)
    entry = world.plan["quantities"][part]
    if entry.get("calendar"):
        return (world.edition.record.known[part],) * 2  # the days are test_formulas's
    if part in world.set:
        low, _, high = world.set[part].partition("..")
        return float(low), float(high or low)
    examined = next((row["claim_id"] for row in world.figures if row["quantity"] == part), None)
    if examined:
        return envelope(world, [examined], entry.get("timeless"))
    own = entry.get("series", [])
    ways = [way for way in own if len(own) > 1 and way in name]
    rows = [c for c in finding.claims if quantity_of(world, c) == part]
    rows = [c for c in rows if not ways or _row(world, c)["series"] in ways]
    for claim in rows:
        row = _row(world, claim)
        assert row["status"] == "active" and row["claim_id"] not in world.gone and not world.ours(row)
        assert " over " in claim or not (world.retells(row) and row["relays"])
    return envelope(world, rows, entry.get("timeless"))


def _lies(finding, span):
    """Whether the word, and what is said of the distance, hold."""
    held = finding.values.get("beside")
    if held is None:
        assert finding.answer == "nothing beside it"
        return
    near = any(math.isclose(a, b, rel_tol=1e-6) for a, b in ((span.low, held.high), (span.high, held.low)))
    word = "below" if span.high < held.low else "above" if span.low > held.high else "leaves room"
    assert near or finding.answer == word
    assert ("times the upper end of that" in finding.sentence) == (
        finding.answer == "above" and held.high > 0 and span.low / held.high >= 2
    )
    assert ("of the lower end of that" in finding.sentence) == (
        finding.answer == "below" and span.high > 0 and held.low / span.high >= 2
    )
    assert ("has no upper end" in finding.sentence) == (
        finding.answer == "leaves room" and math.isinf(span.high) and 0 < span.low < held.low
    )


def contemporaries(world, found, finding):
    """How many others named a total in those weeks, and how their numbers lie to the figure."""
    figures = [
        row for row in world.figures if row["cumulative"] == "yes" and row["value"] and world.number(row)
    ]
    if not figures:
        assert not finding.values and "No total" in finding.sentence
        return
    row = figures[0]
    same = [r for r in world.rows if (r["origin_id"], r["quantity"]) == (row["origin_id"], row["quantity"])]
    day = min((d for r in same if (d := world.published(r))), default=None)
    totals = [
        r for r in world.standing
        if r["quantity"] == row["quantity"] and r["cumulative"] == "yes" and r["hedge"] != "none"
        and r["status"] == "active" and not world.ours(r) and not world.retells(r) and world.published(r)
        and r["modality"] in ("actual", "capacity") and r["scope"] == world.figures[0]["scope"]
    ]  # fmt: skip
    totals.sort(key=lambda r: (world.published(r), r["claim_id"]))
    said = [s for s in world.statements(totals) if s[0]["origin_id"] != row["origin_id"]]
    near = [s for s in said if day and abs(world.published(s[0]) - day) <= timedelta(days=31)]
    lows = [min(world.number(r) for r in s) for s in near]
    highs = [
        max(world.number(r) * float(r["value_high"] or r["value"]) / float(r["value"]) for r in s)
        for s in near
    ]
    number = world.number(row)
    assert finding.values["others"] == len(near)
    assert finding.values.get("less", 0) == sum(high < number for high in highs)
    assert finding.values.get("more", 0) == sum(low > number for low in lows)
    assert finding.values.get("origins", 0) == len({s[0]["origin_id"] for s in near})


def entering(world, found, finding):
    """How many documents and origins stand behind each input."""
    documents, fewest, most = [], [], []
    for quantity, way, several in inputs(world):
        names = [name for name in finding.claims if quantity_of(world, name) == quantity]
        names = [name for name in names if not several or _row(world, name)["series"] == way]
        told = {r["claim_id"]: r for n in names if " over " not in n for r in world.told(world.named[n])}
        # A quotient has certain links only, so nothing about its origin is our inference.
        quotients = {name: _row(world, name) | {"relays": ""} for name in names if " over " in name}
        if names:
            every = [*told.values(), *quotients.values()]
            documents.append(len({row["source_id"] for row in every}))
            low, high = world.voices(every)
            fewest.append(low)
            most.append(high)
    assert [*finding.values["documents"]] == documents
    assert [*finding.values["fewest"]] == fewest and [*finding.values["most"]] == most
    assert ("goes back to one origin" in finding.sentence) == (1 in most)


def _row(world, name):
    """The claim, or that of the total of a quotient."""
    return world.named[name.split(" over ")[0]]


def quantity_of(world, name):
    """The quantity that a claim counts, or that a quotient of two does."""
    product, _, divisor = name.partition(" over ")
    row = world.named.get(product, {"quantity": ""})  # what an edition sets is no claim of the dossier
    if not divisor:
        return row["quantity"]
    counts = world.named[divisor]["quantity"]
    for relation in world.plan.get("relations", []):
        said = parsed(relation["says"])
        counts_as = relation.get("stand_in", {}).get(counts, counts)
        if row["quantity"] == said.whole and counts_as in said.parts:
            return next(part for part in said.parts if part != counts_as)
    raise AssertionError(f"no relation gives {name}")


def inputs(world):
    """Every quantity of the relations that no figure under examination gives and nobody set, with each of its
    ways of counting, and whether it has several.
    """
    examined = {row["quantity"] for row in world.figures}
    for name in dict.fromkeys(
        q for r in world.plan.get("relations", []) for q in parsed(r["says"]).quantities
    ):
        if name not in examined and name not in world.set:
            own = world.plan["quantities"][name].get("series", [])
            for way in own or [None]:
                yield name, way, len(own) > 1
