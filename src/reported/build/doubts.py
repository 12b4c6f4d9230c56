"""Doubts: what a dossier can mean but is more often a slip, of the hand or of a spreadsheet.

Each is told with what was expected. A number is held against the words that carry it and against others of its
quantity, days against the document, an origin against that of the claim retold, an institution against the others, a
wording against the vocabulary.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import partial

from reported.analysis.hedges import look_up_all
from reported.dossier import superseded
from reported.dossier.claim import CODES, OWN_BASIS, RETELLING, relayed
from reported.dossier.dates import first_day, is_date, last_day
from reported.dossier.forms import NUMBER, is_number
from reported.dossier.formulas import calendar_of
from reported.dossier.numerals import numerals
from reported.dossier.plan import Plan
from reported.dossier.schema import COLUMNS, Wording
from reported.dossier.tables import Table
from reported.errors import Problem, quoted, short

DAY = timedelta(days=1)


def of(plan: Plan | None, tables: dict[str, Table]) -> Iterator[Problem]:
    """What is more often a slip than meant: a wording beside a hedge that does not go with it, a headline
    that no sum can hold.
    """
    if "claims" not in tables or "sources" not in tables:
        return
    claims, sources = tables["claims"], tables["sources"]
    language = dict(zip(sources["source_id"], sources["language"], strict=True))
    if "hedges" in tables:
        yield from _worded_otherwise(claims, language, tables["hedges"])
    for name, table in tables.items():
        yield from _shortened_numbers(name, table)
    yield from _slips(plan, claims, sources, tables.get("hedges"))
    published = dict(zip(sources["source_id"], sources["published"], strict=True))
    yield from _odd_promises(plan, claims)
    yield from _odd_retellings(plan, claims, published)
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    for number, headline in enumerate(plan.headline if plan else (), 1):
        for name in filter(None, (headline.claim, headline.retold)):
            where = f"dossier.toml headline {number}"
            if name in rows and claims["status"][rows[name]] in ("retracted", "superseded"):
                what = f"{quoted(name)} is {claims['status'][rows[name]]}, so it enters no sum."
                yield Problem(
                    where, what, "Name another claim, unless its withdrawal is the subject.", doubt=True
                )
            if name in rows and published.get(claims["source_id"][rows[name]]) == "":
                what = (
                    f"the document of {quoted(name)} has no date, so no edition of an earlier day knows it."
                )
                yield Problem(where, what, "Date the document, if only by its year.", doubt=True)


def _odd_promises(plan: Plan | None, claims: Table) -> Iterator[Problem]:
    """Promises under examination that are due on another day than the calendar of the dossier has it."""
    promised = plan.roles.promised if plan else ""
    if not plan or promised not in plan.quantities:
        return
    time = plan.quantities[plan.roles.left].calendar if plan.roles.left in plan.quantities else ""
    due = calendar_of(time).last if time else None
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    for number, headline in enumerate(plan.headline, 1):
        n, where = rows.get(headline.claim), f"dossier.toml headline {number}"
        if n is None or claims["quantity"][n] != promised:
            continue
        end = claims["period_end"][n]
        if due and end and is_date(end) and last_day(end) != due:
            what = f"{quoted(headline.claim)} is due by {end}, and {short(plan.roles.left)} runs to {due}."
            yield Problem(where, what, "Give both one day; a month stands for its last day.", doubt=True)


def _shortened_numbers(name: str, table: Table) -> Iterator[Problem]:
    """Numbers as a spreadsheet shortens them."""
    remedy = "A spreadsheet writes so what it may have cut; write all digits."
    for column, cells in table.columns.items():
        if COLUMNS[name][column].form is NUMBER:
            found = [n for n, cell in enumerate(cells) if "e" in cell.lower() and is_number(cell)]
            says = partial(
                lambda cells, n: (f"{quoted(cells[n])} may be short for a number with other digits.", remedy),
                cells,
            )
            yield from (replace(problem, doubt=True) for problem in table.tell(column, found, says))


def _odd_retellings(plan: Plan | None, claims: Table, published: dict[str, str]) -> Iterator[Problem]:
    """Claims from a document older than that of what they retell, and retellings that are about another
    quantity.
    """
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    links = enumerate(claims["relays"])
    linked = {n: [rows[name] for name, _ in relayed(cell) if name in rows] for n, cell in links if cell}
    for wrong in (_of_later, partial(_of_another_quantity, plan)):
        says = {n: told for n, others in linked.items() if (told := wrong(claims, n, others, published))}
        yield from (replace(one, doubt=True) for one in claims.tell("relays", list(says), says.__getitem__))


def _of_later(claims: Table, n: int, linked: list[int], published: dict[str, str]) -> tuple[str, str] | None:
    """What is said of a claim that goes back to one that was published later, with the remedy."""

    def day(row: int) -> str:
        return published.get(claims["source_id"][row], "")

    # An assumption of ours that rests on later claims is refused.
    own = _first_and_last(day(n))
    if claims["relation"][n] == "with" or claims["basis"][n] == OWN_BASIS or not own:
        return None
    for other in linked:
        theirs = _first_and_last(day(other))
        if theirs and own[1] + DAY < theirs[0]:  # a day counts for nothing: dates are those of two places
            name = quoted(claims["claim_id"][other])
            what = f"goes back to {name} of {day(other)}, but its document is of {day(n)}."
            return what, "Look at both dates, and at which of the two was first."
    return None


def _first_and_last(text: str) -> tuple[date, date] | None:
    first, last = (first_day(text), last_day(text)) if text and is_date(text) else (None, None)
    return (first, last) if first and last else None


def _of_another_quantity(
    plan: Plan | None, claims: Table, n: int, linked: list[int], published: dict[str, str]
) -> tuple[str, str] | None:
    """What is said of a claim that retells one about another quantity, with the remedy."""
    kind, counted = claims["relation"][n], claims["quantity"]
    if kind not in RETELLING or not plan or counted[n] not in plan.quantities:
        return None
    for other in linked:
        if counted[other] in plan.quantities and counted[other] != counted[n]:
            name = quoted(claims["claim_id"][other])
            what = f"{kind} {name}, which is about {short(counted[other])}, not {short(counted[n])}."
            return what, "Name a claim about the same, or make the relation derives or with."
    return None


def _worded_otherwise(claims: Table, language: dict[str, str], hedges: Table) -> Iterator[Problem]:
    """Claims whose words the vocabulary reads as another hedge."""
    columns = zip(hedges["wording"], hedges["language"], hedges["code"], strict=True)
    words = (Wording(wording, of, code, math.nan, math.nan, "") for wording, of, code in columns)
    vocabulary = [word for word in words if word.code in CODES]
    said = list(
        zip(claims["stated"], (language.get(source, "") for source in claims["source_id"]), strict=True)
    )
    each_once = dict.fromkeys(said)
    read_as = dict(zip(each_once, look_up_all(each_once, vocabulary), strict=True))

    def differs(hedge: str, code: str | None) -> bool:
        # A word with no number beside it makes no figure.
        spoken = hedge in CODES and hedge != "none"
        return bool(code and spoken and hedge != code)

    def says(n: int) -> tuple[str, str]:
        words, code = quoted(claims["stated"][n]), read_as[said[n]]
        return (
            f"{claims['hedge'][n]} does not go with {words}, which hedges.csv reads as {code}.",
            "Look at the words again.",
        )

    found = [n for n, hedge in enumerate(claims["hedge"]) if differs(hedge, read_as[said[n]])]
    yield from (replace(problem, doubt=True) for problem in claims.tell("hedge", found, says))


Told = dict[int, tuple[str, str]]  # what is wrong with a row, counted from 0, and the remedy


def _slips(plan: Plan | None, claims: Table, sources: Table, hedges: Table | None) -> Iterator[Problem]:
    """Slips that show when a cell is held against others of its row, of its document or of its quantity."""
    document = {name: n for n, name in enumerate(sources["source_id"])}
    at = [document.get(name, -1) for name in claims["source_id"]]

    def of_document(column: str) -> list[str]:
        return [sources[column][n] if n >= 0 else "" for n in at]

    language, published = of_document("language"), of_document("published")
    checks: tuple[tuple[str, Callable[[], Told]], ...] = (
        ("value", lambda: _unlike_the_words(plan, claims, language)),
        ("value", lambda: _far_from_the_others(plan, claims)),
        ("stated", lambda: _in_another_script(claims["stated"], language)),
        ("period_end", lambda: _ends_too_late(claims, published)),
        ("origin_id", lambda: _of_another_origin(claims)),
        ("institution", lambda: _nearly_alike(claims["institution"])),
        ("hedge", lambda: _unknown_language(claims, language, hedges)),
        ("superseded_by", lambda: superseded.unnamed(claims, published)),
        ("superseded_by", lambda: superseded.of_another(claims)),
    )
    for column, wrong in checks:
        told = wrong()
        yield from (replace(one, doubt=True) for one in claims.tell(column, list(told), told.__getitem__))


NEAR = 1.5  # times: “in the upper 200,000 range” is 250,000 to 300,000


def _unlike_the_words(plan: Plan | None, claims: Table, language: list[str]) -> Told:
    """Numbers that the words beside them do not name, in any unit of the quantity."""
    told = {}
    columns = (
        claims[name] for name in ("stated", "gloss", "value", "value_high", "hedge", "quantity", "unit")
    )
    for n, (stated, gloss, low, high, hedge, quantity, unit) in enumerate(zip(*columns, strict=True)):
        named = [*numerals(stated, language[n]), *numerals(gloss, "en")] if is_number(low) else []
        if not named:
            continue
        units = plan.quantities[quantity].units if plan and quantity in plan.quantities else {}
        own = units.get(unit, 1.0)
        factors = {1.0, *(factor / own for factor in units.values()), *([100.0] * (unit == "percent"))}
        values = [one.value for one in named]
        values += [a * b for a, b in zip(values, values[1:], strict=False) if a < 1]  # half of three million
        known = [value * factor for value in values for factor in factors]
        loose = NEAR if hedge == "range" else 1 + 1e-9

        def close(cell: str, known: list[float] = known, loose: float = loose) -> bool:
            value = float(cell)
            return any(value <= one * loose and one <= value * loose for one in known)

        if not all(map(close, filter(is_number, (low, high)))):
            names = ", ".join(dict.fromkeys(f"{quoted(one.text)} ({one.value:,.12g})" for one in named))
            what = f"is {float(low):,.12g}, but the words name {names}."
            told[n] = what, "Count the noughts, and look at the unit."
    return told


FEW = 5  # other claims on a quantity, below which nothing is far from them
FAR = 10.0  # times beyond all of them


def _far_from_the_others(plan: Plan | None, claims: Table) -> Told:
    """Numbers ten times beyond all others of their quantity and modality, and shares in per cent below one."""
    values: dict[tuple[str, str], list[tuple[float, int]]] = defaultdict(list)
    told: Told = {}
    columns = (claims[name] for name in ("quantity", "modality", "unit", "value"))
    for n, (quantity, modality, unit, cell) in enumerate(zip(*columns, strict=True)):
        if plan and quantity in plan.quantities and is_number(cell) and float(cell) > 0:
            if unit == "percent" and float(cell) < 1:
                told[n] = (
                    f"is {cell} per cent.",
                    "A share of 0.4 is 40 per cent; write it so, if that is meant.",
                )
            factor = plan.quantities[quantity].units.get(unit, 1.0)
            values[quantity, modality].append((float(cell) * factor, n))
    for same in values.values():
        same.sort()
        if len(same) <= FEW:
            continue
        (least, lowest), (most, highest) = same[0], same[-1]
        for (value, n), other, apart in (
            ((least, lowest), same[1][0], same[1][0] / least),
            ((most, highest), same[-2][0], most / same[-2][0]),
        ):
            if apart > FAR:
                what = (
                    f"is {value:,.6g} in the base unit, {apart:,.3g} times away from the next ({other:,.6g})."
                )
                told.setdefault(n, (what, "Count the noughts, and look at the unit."))
    return told


# The letters of a language's script, and what shows that a text was read in the wrong encoding.
SCRIPTS = {
    "ko": "가-힣",
    "ru": "Ѐ-ӿ",
    "uk": "Ѐ-ӿ",
    "bg": "Ѐ-ӿ",
    "ja": "ぁ-ヿ一-鿿",
    "zh": "一-鿿",
    "el": "Ͱ-Ͽ",
}
GARBLED = re.compile("[\ufffd\u0080-\u009f]|[ÃÂìëêíïð][\u0080-¿]|[ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑ¿À]{3}")


def _in_another_script(cells: tuple[str, ...], language: list[str]) -> Told:
    """Words without a letter of the script of their language, or with the marks of a wrong encoding."""
    told = {}
    for n, cell in enumerate(cells):
        script = SCRIPTS.get(language[n])
        alien = (
            script
            and re.search(r"[^\W\d_]", cell)
            and not cell.isascii()
            and not re.search(f"[{script}]", cell)
        )
        if alien or GARBLED.search(cell):
            what = (
                f"{quoted(cell)} does not look like {language[n]}: it seems to be read in a wrong encoding."
            )
            told[n] = what, "Save the table as UTF-8, or copy the words anew."
    return told


def _ends_too_late(claims: Table, published: list[str]) -> Told:
    """Figures of what was that speak of days after their document appeared."""
    told = {}
    columns = (claims[name] for name in ("modality", "basis", "period_end"))
    for n, (modality, basis, end) in enumerate(zip(*columns, strict=True)):
        last, day = (_first_and_last(text) for text in (end, published[n]))
        if modality == "actual" and basis != OWN_BASIS and last and day and last[0] > day[1] + DAY:
            what = f"{end} is after {published[n]}, the day of its document, and the figure is of what was."
            told[n] = what, "Mend the day, or make the modality pledge or forecast."
    return told


def _of_another_origin(claims: Table) -> Told:
    """Retellings with another origin than the claim they retell."""
    rows = {name: n for n, name in enumerate(claims["claim_id"])}
    origins, told = claims["origin_id"], {}
    for n, (kind, cell) in enumerate(zip(claims["relation"], claims["relays"], strict=True)):
        parents = [rows[name] for name, _ in relayed(cell) if name in rows]
        if kind in RETELLING and parents and origins[n] not in {origins[row] for row in parents}:
            parent = parents[0]
            name = quoted(claims["claim_id"][parent])
            what = (
                f"{short(origins[n])} is not {short(origins[parent])}, the origin of {name}, which it {kind}."
            )
            told[n] = what, "All that goes back to one statement has one origin."
    return told


ALIKE = 0.85  # of the letters of two names


def _nearly_alike(names: tuple[str, ...]) -> Told:
    """Names that stand once and are nearly those of another that stands more often."""
    often = Counter(filter(None, names))
    known = [name for name, times in often.items() if times > 1]

    def meant(name: str) -> str:
        close = (
            one for one in known if SequenceMatcher(None, name.casefold(), one.casefold()).ratio() >= ALIKE
        )
        return next(close, "") if often[name] == 1 else ""

    once = {n: meant(name) for n, name in enumerate(names) if name and often[name] == 1}
    return {
        n: (
            f"{quoted(names[n])} stands only here; {quoted(other)} stands {often[other]} times.",
            "Give one body one name.",
        )
        for n, other in once.items()
        if other
    }


def _unknown_language(claims: Table, language: list[str], hedges: Table | None) -> Told:
    """Hedged words in a language of which the vocabulary has none."""
    known = set(hedges["language"]) if hedges else set()
    told = {}
    for n, (stated, hedge) in enumerate(zip(claims["stated"], claims["hedge"], strict=True)):
        if hedges and stated and hedge not in ("exact", "none") and language[n] not in known:
            what = f"{hedge} could not be held against {quoted(stated)}: hedges.csv has no wording in {language[n]}."
            told[n] = what, "Add the wording with its code to hedges.csv."
    return told
