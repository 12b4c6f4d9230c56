"""What later reporting does to the figures under examination, in sentences: which figures exclude each other,
why totals were held against no other, and what a later total could have shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import islice
from typing import Any

from reported.analysis.excluding import Excluding
from reported.analysis.hedges import READINGS
from reported.dossier.claim import Claim
from reported.dossier.dates import end_of
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.language import say, say_told, word_for
from reported.wording.prose import counted, in_words, listed, sentence, shortened

MOST_FIGURES, MOST_VERDICTS = 8, 3  # that a sentence names


# Figures that exclude each other


def contradictions(words: Words, found: Excluding) -> Finding:
    """How many pairs of figures exclude each other on each reading, and what hangs on the margin."""
    by_reading: dict[str, Any] = {reading: len(found.on(reading)) for reading in READINGS}
    hanging = _hanging(words, found)
    told = [_excluding(found, by_reading)] + [_margin(words, hanging)] * bool(hanging)
    return finding(
        "contradictions",
        " ".join(map(sentence, told)),
        told=told[0] if hanging else "",
        claims=[name for key in found.pairs for name in key],
        answer=", ".join(f"{n} {reading}" for reading, n in by_reading.items()),
        hanging=len(hanging),
        **by_reading,
    )


def _excluding(found: Excluding, by_reading: dict[str, int]) -> str:
    if not found.pairs:
        return say("after-contradictions-none")
    told = [
        say("after-contradictions-on", n=n, reading=word_for("reading", reading))
        for reading, n in by_reading.items()
    ]
    return say("after-contradictions", pairs=len(found.pairs), by_reading=listed(told))


def _hanging(words: Words, found: Excluding) -> dict[tuple[str, ...], list[str]]:
    """The verdicts that hang on the margin, each once: what the two figures say, whose they are and how it
    hangs, with the readings on which it does.
    """
    said: dict[str, str] = {}
    hangs = cache(lambda *margins: prose.hangs(dict(margins)))
    readings: dict[tuple[str, ...], list[str]] = {}
    for reading, at in found.by_margin.items():
        for key, pair in {key: pair for pairs in at.values() for key, pair in pairs.items()}.items():
            if hanging := hangs(*found.at_margins(reading, key).items()):
                for row in (pair.more, pair.less):  # one figure may stand in thousands of pairs
                    if row.claim_id not in said:
                        said[row.claim_id] = words.said(row)
                more, less = pair.more, pair.less
                two = said[more.claim_id], more.institution, said[less.claim_id], less.institution
                readings.setdefault((*two, hanging), []).append(reading)
    return readings


def _margin(words: Words, hanging: Mapping[tuple[str, ...], list[str]]) -> str:
    """That verdicts hang on the margin, the first few with their figures."""
    first, more = islice(hanging.items(), MOST_VERDICTS), len(hanging) - MOST_VERDICTS
    rest = [say("after-contradictions-more", more=more)] if more > 0 else []
    return say(
        "after-contradictions-margin",
        n=len(hanging),
        margin=prose.digits(100 * words.record.parameters.approx_tolerance),
        verdicts="; ".join([*(_verdict(on, *told) for told, on in first), *rest]),
    )


def _verdict(readings: list[str], more: str, more_who: str, less: str, less_who: str, hangs: str) -> str:
    return say(
        "after-contradictions-hanging",
        more=more,
        more_who=more_who,
        less=less,
        less_who=less_who,
        hangs=hangs,
        readings=listed([word_for("reading", reading) for reading in readings]),
    )


# Totals that were held against no other


def not_compared(words: Words, found: Excluding) -> Finding:
    """Which later totals were held against no other and why, and which only look like a contradiction."""
    totals, starts, crossing = found.later.totals, found.starts, found.crossing
    told = _not_compared(found) if totals else [say("not-compared-nothing")]
    return finding(
        "not-compared",
        " ".join(map(sentence, told)),
        claims=[name for pair in crossing for name in pair.claims],
        aside=len(found.aside),
        totals=len(totals),
        starts=len(starts),
        crossing=len(crossing),
    )


def _not_compared(found: Excluding) -> Iterable[str]:
    totals, aside, starts = found.later.totals, found.aside, found.starts
    if aside:
        of, reasons = counted(len(totals), "later total"), listed(_reasons(aside.values()))
        yield say("not-compared", aside=len(aside), totals=of, reasons=reasons)
    else:
        yield say("not-compared-every", totals=len(totals))
    if len(starts) > 1:
        first, last = in_words(starts[0]), in_words(starts[-1])
        yield say("not-compared-starts", n=len(starts), first=first, last=last)
    if found.crossing:
        yield say("not-compared-crossing", n=len(found.crossing))


def _reasons(codes: Iterable[str]) -> list[str]:
    """The reasons for which totals were held against no other, each with how many were."""
    return [
        say("not-compared-reason", n=n, reason=word_for("reason", code))
        for code, n in sorted(Counter(codes).items())
    ]


# What later reporting does to the figures


def reporting(words: Words, found: Excluding) -> Finding:
    """Whether later reporting contradicts the figures under examination, on this reading or the other."""
    own = words.record.parameters.reading
    (other,) = (reading for reading in READINGS if reading != own)
    hit = {name: _hit(words, found, own, *pair) for name, pair in found.against_examined(own).items()}
    elsewhere = found.against_examined(other)
    otherwise = [_hit(words, found, other, *pair) for name, pair in elsewhere.items() if name not in hit]
    more = shortened(otherwise, MOST_FIGURES, "figures")
    also = [say("later-reporting-otherwise", figures=more)] if otherwise else []
    examined = [row.claim_id for row in words.record.headlines()]
    said, told = _reporting(words, found, list(hit.values()))
    return finding(
        "later-reporting",
        " ".join([sentence(said), *also]),
        told=" ".join([sentence(told), *also]) if told else "",
        claims=[*examined, *(row.claim_id for row, _ in found.tests), *hit],
        why=_why(found),
        answer="contradicted" if hit else "not contradicted" if found.tests else "not tested",
        covering=len(found.tests),
        contradicting=len(hit),
    )


def _hit(words: Words, found: Excluding, reading: str, row: Claim, key: tuple[str, str]) -> str:
    """A later figure that excludes one under examination, with what hangs on the margin."""
    told = {"said": words.said(row), "who": words.institution(row), "grade": words.grade(row)}
    if hangs := prose.hangs(found.at_margins(reading, key)):
        return say("later-reporting-figure-hanging", **told, hangs=hangs)
    return say("later-reporting-figure", **told)


def _reporting(words: Words, found: Excluding, hit: list[str]) -> tuple[str, str]:
    """The sentence, and how the story tells it where it is long."""
    if hit:
        figures = shortened(hit, MOST_FIGURES, "figures")
        return say("later-reporting-contradicts", n=len(hit), figures=figures), ""
    if not found.tests:
        return say("later-reporting-untested"), ""
    covered = Counter(words.said(claim) for _, claim in found.tests)
    return say_told(
        "later-reporting",
        tests=len(found.tests),
        totals=counted(len(found.later.totals), "later total"),
        figures=listed(say("later-reporting-covers", n=n, said=said) for said, n in covered.items()),
        covered=listed(say("later-reporting-covers.told", n=n, said=said) for said, n in covered.items()),
    )


def _why(found: Excluding) -> str:
    """What would contradict the figures, and how many of the totals could not."""
    floors = [say("later-reporting-floors", n=found.floors)] * bool(found.floors)
    return " ".join([say("later-reporting.why"), *map(sentence, floors)])


def not_tested(found: Excluding) -> Finding:
    """Why most later totals say nothing for or against the figures."""
    totals, counts, tests = found.later.totals, found.counts, found.tests
    unsaid = sum(not row.period_start for row in counts)
    left = len(totals) - len(tests)
    why = {"start": unsaid, "capacity": len(totals) - len(counts), "other": len(counts) - len(tests) - unsaid}
    reasons = [say(f"not-tested-{reason}", n=n) for reason, n in why.items() if n]
    of = counted(len(totals), "later total")
    return finding(
        "not-tested",
        say("not-tested", totals=of, n=left, reasons=listed(reasons)) if reasons else say("not-tested-none"),
        totals=len(totals),
        left=left,
    )


def same_months(words: Words, found: Excluding) -> Finding:
    """Later counts of the same months, each with how it stands to the figure."""
    dated = found.same_months()
    each = [_dated(words, *met) for met in dated]
    said = say("same-months", n=len(dated), figures="; ".join(figure for figure, _ in each))
    told = " ".join([say("same-months.told", n=len(dated)), *(sentence(one) for _, one in each)])
    return finding(
        "same-months",
        said,
        told=told if dated else "",
        claims=[one.claim_id for row, claim, _ in dated for one in (row, claim)],
        answer=", ".join(dict.fromkeys(how for _, _, how in dated)) or "none",
        statements=len(dated),
    )


def _dated(words: Words, row: Claim, claim: Claim, how: str) -> tuple[str, str]:
    return say_told(
        "same-months-figure",
        said=words.said(row),
        window=words.window(row),
        who=words.by(row),
        whose=words.institution(row),
        day=in_words(row.published),
        grade=words.grade(row),
        how=how.replace(" ", "-"),
        claim=words.said(claim),
        claim_window=words.window(claim),
        longer=end_of(row.period_end) > end_of(claim.period_end),
    )
