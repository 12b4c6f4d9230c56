"""Charts of what was said or published above what the others ask of it: what would have to hold on all ways
of reading, and what the others imply."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from pathlib import Path

from reported.analysis.fit import Fit
from reported.analysis.record import RETOLD
from reported.analysis.specifications import Specifications
from reported.figures.charts import (
    IMPLIED,
    MOST_PANELS,
    Picture,
    Row,
    described,
    panels,
    plotted,
    publish,
    the_first,
)
from reported.figures.to_draw import on_record, on_record_claims
from reported.wording import prose
from reported.wording.claims import Words
from reported.wording.findings import Finding, finding
from reported.wording.fitting import nothing_to_draw
from reported.wording.language import say
from reported.wording.ways import floors, on, percents, varying

HOLDS, IMPLIES = "what-would-have-to-hold", "do-the-figures-fit"
Pair = tuple[str, Row, Row]  # what a quantity is called, what stands on record, and what is asked of it


def publish_needed(
    words: Words, specs: Specifications, held: Fit, folder: str | Path | None
) -> Picture | Finding:
    """What would have to hold, as a chart; where that is nothing, why there is none."""
    pairs = _always(words, specs) + _sometimes(words, specs)
    if not pairs:
        return nothing_to_draw(words, held)
    quantities = [q for q in (*specs.always, varying(words, specs)) if q]
    return _publish(words, HOLDS, needed_title(words, specs), pairs, quantities, folder)


def _always(words: Words, specs: Specifications) -> list[Pair]:
    """What the others need on every way on which the figures fit."""
    return [
        (name, row, Row(name, span, say(f"{HOLDS}-chart.needed", needs=prose.words(span)), colour=IMPLIED))
        for quantity, span in specs.always.items()
        for name, row in on_record(words, quantity, RETOLD)
    ]


def _sometimes(words: Words, specs: Specifications) -> list[Pair]:
    """What they need on some ways, of the quantity of which most is to be learnt, by way of counting."""
    quantity = varying(words, specs)
    shown = []
    for series in words.record.series_of(quantity) if quantity else ():
        ways = specs.counted(quantity, series)
        if spans := floors(ways, quantity):
            share = percents([100 * len(spans) / len(ways)])
            text = say(f"{HOLDS}-chart.on-some", share=share, limits=words.limits(spans))
            for name, row in on_record(words, quantity, RETOLD, series):
                shown.append((name, row, Row(name, reduce(or_, spans), text, colour=IMPLIED)))
    return shown


def needed_title(words: Words, specs: Specifications) -> str:
    """What has to hold, as the title of a chart."""
    figures = len(words.record.headlines(RETOLD))
    always = prose.listed(words.amount(span, q) for q, span in specs.always.items())
    quantity = varying(words, specs)
    if not quantity:
        return say(f"{HOLDS}-chart.title", figures=figures, always=always)
    spans = floors(specs, quantity)
    some = {"on": on(len(spans), len(specs)), "limits": words.limits(spans, quantity)}
    if not always:
        return say(f"{HOLDS}-chart.title-some", figures=figures, **some)
    return say(f"{HOLDS}-chart.title-also", figures=figures, always=always, **some)


def publish_implied(words: Words, held: Fit, folder: str | Path | None) -> Picture | Finding:
    """What the others imply for each quantity, as a chart; where they exclude one another, that."""
    pairs = [
        (name, row, Row(name, span, _implied(prose.words(span, outward=True)), colour=IMPLIED))
        for quantity, span in held.implied.items()
        if span
        for name, row in on_record(words, quantity, RETOLD)
    ]
    if not pairs:
        return finding("nothing-implied", say("nothing-implied"))
    return _publish(words, IMPLIES, implied_title(words, held), pairs, held.implied, folder)


def _implied(span: str) -> str:
    return say(f"{IMPLIES}-chart.implied", span=span)


def implied_title(words: Words, held: Fit) -> str:
    """Whether the figures take anything from one another, as the title of a chart."""
    if not held.possible:
        return say(f"{IMPLIES}-chart.title-not")
    labels = prose.listed(words.record.q(q).label for q in held.needs)
    return say(f"{IMPLIES}-chart.title", labels=labels) if labels else say(f"{IMPLIES}-chart.title-nothing")


def _publish(
    words: Words,
    name: str,
    title: str,
    pairs: Sequence[Pair],
    quantities: Iterable[str],
    folder: str | Path | None,
) -> Picture:
    """Publish pairs of rows as a chart, as many as a page holds; the data are all of them."""
    shown, rest = the_first(pairs, "pair", MOST_PANELS)
    rows = [row for _, *pair in pairs for row in pair]
    return publish(
        panels(shown),
        name,
        title=title,
        subtitle=say(f"{name}-chart.subtitle", rest=rest),
        source=words.sources_line(on_record_claims(words.record, quantities, RETOLD)),
        alt=described(say(f"{name}-chart.alt"), rows),
        data=plotted(rows),
        folder=folder,
    )
