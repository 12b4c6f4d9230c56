"""Every sentence about a promise, on random dossiers of promises: it is made, it reads well, and the answer
is what the rows say, worked out again in plain Python.
"""

import csv
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reported.build.checks import check
from reported.dossier.schema import COLUMNS
from reported.dossier.starter import KINDS

from ..conftest import CLAIM, SOURCE, ask
from .test_every_sentence import texts, wrong

BENCHES = KINDS / "pledge" / "data"
START, DUE = date(2041, 1, 10), date(2041, 6, 30)
INFINITE = float("inf")


@st.composite
def totals(draw) -> dict:
    """One figure for what was delivered: mostly a total, sometimes something that is none."""
    pick = lambda *choices: draw(st.sampled_from(choices))  # noqa: E731
    published = START + timedelta(days=pick(20, 45, 70, 95, 120, 150, 170, 185, 220))
    counted = published - timedelta(days=pick(0, 0, 0, 3, 40))
    hedge = pick(*["exact"] * 4, "ge", "gt", "le", "nearly", "range", "none")
    value = pick(1, 40, 150, 250, 300, 350, 399, 400, 401)
    return {
        "published": str(published), "period_end": pick(str(counted), str(counted), ""), "hedge": hedge,
        "value": "" if hedge == "none" else value, "value_high": value + 50 if hedge == "range" else "",
        "series": pick("brought", "brought", "set-up", ""),
        "modality": pick(*["actual"] * 8, "pledge", "forecast"),
        "scope": pick(*[""] * 6, "at the gate"), "cumulative": pick(*["yes"] * 6, "no"),
        "status": pick(*["active"] * 6, "retracted"),
    }  # fmt: skip


promises = st.fixed_dictionaries({
    "hedge": st.sampled_from(["exact", "ge", "gt", "le"]),
    "value": st.sampled_from([1, 400, 400]),
    "period_start": st.sampled_from([str(START), ""]),
})  # fmt: skip
days = st.sampled_from(
    ["latest", "2041-03-25", "2041-04-20", "2041-05-25", "2041-06-29", "2041-06-30", "2041-09-01"]
)


def written(folder: Path, promise: dict, said: list[dict]) -> Path:
    """The made-up dossier with another promise and other figures for what was delivered."""
    shutil.copytree(BENCHES, folder, ignore=shutil.ignore_patterns("datapackage.json"))
    with (folder / "claims.csv").open(newline="", encoding="utf-8") as table:
        rows = [row | promise for row in csv.DictReader(table) if row["claim_id"] == "promise"]
    with (folder / "sources.csv").open(newline="", encoding="utf-8") as table:
        documents = list(csv.DictReader(table))
    for n, one in enumerate(said):
        cells = {name: value for name, value in one.items() if name != "published"}
        place = {"claim_id": f"c{n}", "source_id": f"d{n}", "origin_id": f"o{n}"}
        rows.append(CLAIM | place | {"quantity": "benches_delivered", "unit": "bench"} | cells)
        documents.append(SOURCE | {"source_id": f"d{n}", "published": one["published"]})
    text = (folder / "dossier.toml").read_text("utf-8").replace('retold = "promise-gazette"\n', "")
    (folder / "dossier.toml").write_text(text, "utf-8")
    for name, content in (("claims", rows), ("sources", documents), ("denials", []), ("events", [])):
        with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as table:
            out = csv.DictWriter(table, list(COLUMNS[name]), restval="", lineterminator="\n")
            out.writeheader()
            out.writerows(content)
    return folder


def allowed(hedge: str, value: float, high: float) -> tuple[float, float]:
    """What a wording allows, read literally."""
    return {
        "exact": (value, value), "ge": (value, INFINITE), "gt": (value, INFINITE), "le": (0, value),
        "nearly": (value * 0.75, value), "range": (value, high),
    }[hedge]  # fmt: skip


def months(first: date, last: date) -> float:
    """Months between two days: whole ones, and the share of the month begun."""
    sign = 1 if last >= first else -1
    first, last = min(first, last), max(first, last)
    whole = 0
    while later(first, whole + 1) <= last:
        whole += 1
    begun, end = later(first, whole), later(first, whole + 1)
    return sign * (whole + (last - begun).days / (end - begun).days)


def later(day: date, count: int) -> date:
    """The same day of a later month, or the last that it has."""
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for back in range(4):
        try:
            return date(year, month + 1, day.day - back)
        except ValueError:
            continue
    raise AssertionError


def answer(promise: dict, rows: list[dict], day: date) -> str:
    """The answer in a word for the totals of one way of counting, as seen from a day."""
    value = promise["value"]
    target = (0, value) if promise["hedge"] == "le" else (value, value)
    judged = []
    for n, row in enumerate(rows):
        known = date.fromisoformat(row["published"])
        counted = min(date.fromisoformat(row["period_end"] or row["published"]), known)
        low, high = allowed(row["hedge"], float(row["value"]), float(row["value_high"] or 0))
        beyond = row["hedge"] == "gt" or promise["hedge"] != "gt"
        reached = low > target[1] or (low == target[1] and beyond)
        under = row["hedge"] == "nearly" or promise["hedge"] == "gt"
        below = high < target[0] or (high == target[0] and under)
        if day >= DUE:
            word = (
                ("kept" if counted <= DUE else "reached after its day")
                if reached
                else "not kept"
                if below and counted >= DUE
                else "cannot be told"
            )
        else:
            word = "kept" if reached else paced(target, (low, high), row["hedge"], counted, day)
        judged.append((counted, known, n, word))
    words = {word for *_, word in judged}
    if day >= DUE and {"kept", "not kept"} & words:
        both = {"kept", "not kept"} <= words
        return "disputed" if both else ({"kept", "not kept"} & words).pop()
    return max(judged)[-1]


def paced(target: tuple, done: tuple, hedge: str, counted: date, day: date) -> str:
    """Whether the pace so far is enough; by the bare number, too, where the words leave it open."""
    left, gone = months(day, DUE), months(START, counted)
    least, most = max(target[0] - done[1], 0), max(target[1] - done[0], 0)
    if gone <= 0 or most == 0:
        return "left open"
    if most / left <= done[0] / gone:
        return "fast enough"
    slow = least / left > done[1] / gone or (least / left == done[1] / gone and hedge == "nearly")
    return "too slow" if slow else "left open"


def counts(row: dict, day: date) -> bool:
    """Whether a row is a total of what had come, and public on a day."""
    whole = row["modality"] == "actual" and not row["scope"] and row["cumulative"] == "yes"
    known = date.fromisoformat(row["published"]) <= day
    return bool(whole and known and row["status"] == "active" and row["hedge"] != "none" and row["series"])


@given(promises, st.lists(totals(), min_size=2, max_size=6) | st.just([]), days)
def test_every_sentence_about_a_promise_is_made_reads_well_and_is_true(promise, said, as_of):
    with tempfile.TemporaryDirectory() as place:
        folder = written(Path(place) / "data", promise, said)
        assert [problem for problem in check(folder) if not problem.doubt] == []
        found = ask("12", data=str(folder), as_of=as_of)
    for name, text in texts(found):
        assert not wrong(text), (name, wrong(text), text)
    day = date.fromisoformat(as_of) if as_of != "latest" else None
    newest = max([START, *(date.fromisoformat(row["published"]) for row in said)])
    seen = day or newest
    for series in ("brought", "set-up"):
        rows = [row for row in said if row["series"] == series and counts(row, seen)]
        rows.sort(key=lambda row: row["published"])
        told = found.get(f"so-far-{series}")
        assert (told is not None) == bool(rows)
        if told:
            assert told.answer == answer(promise, rows, seen), told.sentence
            assert told.sentence.count("Promised:") <= 1
    public = [row for row in said if date.fromisoformat(row["published"]) <= seen]
    assert found.value("not-counted", "left") == len(public) - sum(counts(row, seen) for row in public)
