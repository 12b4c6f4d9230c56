"""Editions: the record in words and in lines to draw, and the opening of a notebook.

This is what a notebook works with after its first cell: all that the record holds, with the words for it, the rows of its charts, and the
sentence by which a notebook stands aside.
"""

from __future__ import annotations

import ast
import itertools
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

import pandas as pd

from reported.analysis import consistency, contradictions, retellings
from reported.analysis.origins import RETELLING, count
from reported.analysis.parameters import PLACES, Parameters, contract
from reported.analysis.record import SET_HERE, Answer, Record
from reported.analysis.totals import Statement, spanned
from reported.dossier import reader
from reported.dossier.dates import last_day
from reported.dossier.plan import Proposition
from reported.dossier.claim import CAPACITY, OWN_BASIS, Claim, Interval
from reported.dossier.reader import each
from reported.figures import charts, diagrams
from reported.wording import prose
from reported.wording.findings import Finding, Leg, Link, finding
from reported.wording.prose import in_words, listed, part

NEEDED = "Needed by the other figures"
NAMELESS = ("", "not named")  # of a speaker
# The finding by which a notebook stands aside because the figures under examination were not public.
FIGURES_LACKING = "figures-lacking"
# Units that have no plural, as prose writes them.
UNCOUNTED = {"percent": "per cent", "%": "per cent"}
# That by which it stands aside because the dossier is about other quantities.
ANOTHER_TOPIC = "another-topic"


def open_edition(names: Mapping[str, Any]) -> Edition:
    """Open the edition that a notebook's parameters describe; call it with ``globals()`` in the first cell after them.

    Papermill only logs a parameter that a notebook does not know, and runs the default: here it is refused by name instead. Raises
    Refused.
    """
    folder = reader.find(names.get("data", ""))
    whole = reader.read(folder)
    given = {name: names[name] for name in Parameters.model_fields if name in names}
    for name in _injected(names):
        if name not in (*given, *PLACES):
            given[name] = names[name]
    return Edition(whole, contract(given, whole.plan), names.get("figures", ""))


def _injected(names: Mapping[str, Any]) -> list[str]:
    """Names set in the cell that papermill injects."""
    found = []
    for source in names.get("In", []):
        if source.startswith("# Parameters\n"):
            found += [
                t.id
                for node in ast.parse(source).body
                if isinstance(node, ast.Assign)
                for t in node.targets
                if isinstance(t, ast.Name)
            ]
    return found


class Edition(Record):
    """A record that can be told: every claim, range and count in words, and as rows to draw."""

    # What an answer does, in the order of how far it goes: of one, of several. Only the first kind denies.
    ANSWERS: ClassVar[dict[str, tuple[str, str]]] = {
        "categorical": ("denies them outright", "deny them outright"),
        "evidential": ("asks for proof", "ask for proof"),
        "legal": ("calls them lawful or nobody's business", "call them lawful or nobody's business"),
        "dismissal": ("dismisses them", "dismiss them"),
        "no_comment": ("gives no comment on them", "give no comment on them"),
        "acknowledged": ("admits them, in whole or in part", "admit them, in whole or in part"),
    }

    def about_other_items(self, scopes: Iterable[str], rows: Iterable) -> dict[str, int]:
        """Which items, other than those of some claims, answers speak of (by their scope), and how many do."""
        own = {kind.split("/")[0] for row in rows for kind in row.item_code.split()}
        others = [name for code, name in self.plan.items.items() if "/" not in code and code not in own]
        found = {name: sum(name in scope for scope in scopes) for name in others}
        return {name: n for name, n in found.items() if n}

    @property
    def day_words(self) -> str:
        """The as-of day in words."""
        return prose.day_words(self.parameters.day)

    def words(
        self, what: Interval | float, quantity: str, places: int | None = None, outward: bool = False
    ) -> str:
        """A number or an interval with its noun: ``at least 13,100 shells a day``; ``outward`` rounds both ends of a range away from it."""
        text = (
            prose.words(what, places, outward) if isinstance(what, Interval) else prose.number(what, places)
        )
        return f"{text} {self.q(quantity).one if text == 'one' else self.q(quantity).many}"

    def said(self, row) -> str:
        """What a claim says, in plain English with its hedge and noun, in the unit it was said in."""
        return f"{prose.said(row.hedge, row.value, row.value_high)} {self._noun(row)}"

    def said_of(self, row) -> str:
        """The number of a claim with the item as its code names it: ``at least three million 152 mm shells``."""
        kinds = [self.plan.items[code] for code in row.item_code.split() if code in self.plan.items]
        hedged = prose.said(row.hedge.removeprefix(CAPACITY), row.value, row.value_high)
        return f"{hedged} {listed(kinds)}" if kinds else self.said(row)

    def phrase(self, row) -> str:
        """What a claim says, in the words that let it stand alone: ``enough for about two months of war``."""
        return self.q(row.quantity).phrase.format(self.said(row))

    def phrases(self, rows: Iterable) -> str:
        """What several claims say, as one phrase; those with words of their own stand last, so that they are not read into the others."""
        plain, own = (
            [self.phrase(row) for row in rows if (self.q(row.quantity).phrase == "{}") is so]
            for so in (True, False)
        )
        return ", ".join([*([listed(plain)] if plain else []), *own])

    def bare(self, row) -> str:
        """The number a claim names, in the unit it was said in, without its hedge: ``two months``."""
        return f"{prose.stated(row.value)} {self._noun(row)}"

    def _noun(self, row) -> str:
        quantity = self.q(row.quantity)
        one = row.value == 1 and not row.hedge.endswith("_ge")  # "about one or more" is many
        if quantity.units[row.unit] == 1:
            return quantity.one if one else quantity.many
        head, _, tail = row.unit.partition("/")
        plural = "s" * (not one and head not in UNCOUNTED)
        return f"{UNCOUNTED.get(head, head)}{plural}" + (f" a {tail}" if tail else "")

    def institution(self, row) -> str:
        """Whose figure it is, the name written out."""
        return self.plan.names.get(row.institution, row.institution)

    def by(self, row, role: bool = True) -> str:
        """Whose figure it is and through whom it became public: ``the ministry, through one of its staff, after a closed hearing``."""
        who = self.institution(row)
        through = self.speaker(row) if role else row.speaker
        return (
            who if row.speaker in NAMELESS or row.speaker == row.institution else f"{who}, through {through}"
        )

    def speaker(self, row) -> str:
        """The person who said it, with who that is, where the dossier tells."""
        role = self.plan.speakers.get(row.speaker)
        return f"{row.speaker}, {role}" if role else row.speaker

    def label(self, quantity: str, series: str | None = None) -> str:
        """What a quantity is called, with its way of counting where there are several."""
        several = series and len(self.q(quantity).series) > 1
        return (
            f"{self.q(quantity).label}, {self.plan.series[series].label}"
            if several
            else self.q(quantity).label
        )

    def series_label(self, series: str) -> str:
        """What a way of counting is called."""
        return self.plan.series[series].label if series else "–"

    def reasons(self, left: Iterable[tuple[Claim, str]]) -> str:
        """Why claims were left out, with how many for each reason."""
        counts = Counter(reason for _, reason in left)
        return ", ".join(f"{n} {reason}" for reason, n in sorted(counts.items())) or "–"

    def on_record(
        self, quantity: str, wording: str, series: str | None = None
    ) -> list[tuple[str, charts.Row]]:
        """What stands on the record for a quantity, ready to draw: the headline figure, or the published range of each way of counting.

        ``series`` keeps to one way of counting.
        """
        row = self.headline(quantity, wording)
        if row is not None and quantity not in self.parameters.inputs:
            name = self.label(quantity)
            said = f"said: {self.said(row)}"
            return [
                (name, charts.Row(name, row.interval, said, row.hedge, row.number, claims=(row.claim_id,)))
            ]
        found = [
            (self.label(quantity, way), way, *self.inputs(quantity, way))
            for way in ([series] if series else self.series_of(quantity))
        ]
        return [
            (
                name,
                charts.Row(
                    name,
                    bound.interval,
                    self.record_words(quantity, wording, way),
                    colour=charts.ASSUMED,
                    claims=tuple(row.claim_id for row in used),
                ),
            )
            for name, way, bound, used, _ in found
            if bound
        ]

    def on_record_claims(self, quantities: Iterable[str], wording: str) -> list:
        """The claims that stand on the record for some quantities: the headline figures, and the published inputs for the rest."""
        found = []
        for quantity in quantities:
            row = self.headline(quantity, wording)
            found += [row] if row is not None else self.published(quantity)
        return found

    def totals(self, said: Sequence[Statement]) -> list[charts.Row]:
        """Running totals ready to draw, institution by institution in the order met; grey where one rests on a conversion.

        The members of an either-or stand one under the other, joined by "or". They, and a total of one kind of what the same institution
        counts elsewhere, say of what kind.
        """
        speakers = list(dict.fromkeys(one.first.institution for one in said))
        rows = []
        for one in sorted(said, key=lambda one: speakers.index(one.first.institution)):
            for row in one.members:
                own = [
                    other.first
                    for other in said
                    if other.first.institution == row.institution and other is not one
                ]
                finer = any(o.item_code != row.item_code and contradictions.kind_within(o, row) for o in own)
                one_kind = (
                    finer and " " not in row.item_code
                )  # a list of kinds would leave no room for the drawing
                text = self.alternative(row) if one_kind or len(one.members) > 1 else self.figure(row)
                ink = charts.ASSUMED if self.converted(row) else charts.SAID
                if row is one.first:
                    label, text = f"{row.institution}, {in_words(row.published)}", f"{text}{self.since(row)}"
                else:
                    label = "or"
                rows.append(
                    charts.Row(
                        label,
                        row.interval,
                        text,
                        row.hedge,
                        row.number,
                        ink,
                        claims=(row.claim_id,),
                        whose=row.institution,
                    )
                )
        return rows

    def totals_chart(
        self, name: str, quantity: str, said: Sequence[Statement], which: str = ""
    ) -> charts.Picture:
        """Publish a chart of running totals; ``which`` says which of them they are, where they are not all."""
        rows, unsaid = self.totals(said), sum(not one.first.period_start for one in said)
        label = f"{self.q(quantity).label}{which}"
        without = (
            f"{prose.number(unsaid)} of the {prose.number(len(said))} without"
            if unsaid < len(said)
            else "none"
        )
        return charts.publish_ranges(
            rows,
            self.q(quantity).many,
            name,
            title=f"Later totals of {label} name {prose.words(spanned(said))}, {without if unsaid else 'all'} saying since when.",
            subtitle="Running totals since the claim, by institution (logarithmic scale). "
            f"{'Where no start stands, none was given' if unsaid else 'An arrow has no end'}",
            source=self.sources_line(row for one in said for row in one.members),
            lead=f"Later running totals of {label}, institution by institution.",
            folder=self.figures,
        )

    def shifts(self, answers: Iterable[Answer], quantity: str, wording: str) -> list[charts.Row]:
        """How the published range of a quantity, and what the other figures need of it, moved from day to day: a row where it moved."""
        moved: dict[str, list[charts.Row]] = {}
        for answer in answers:
            now = {
                self.label(quantity, o.case.label["series"]): (
                    o.case.bounds[quantity].interval,
                    charts.ASSUMED,
                )
                for o in consistency.under(answer.outcomes, wording=wording)
                if quantity in o.case.bounds
            }
            if quantity in answer.needs(wording):
                now[NEEDED] = (answer.needs(wording)[quantity], charts.IMPLIED)
            for group, (span, ink) in now.items():
                rows, text = moved.setdefault(group, []), prose.words(span)
                if not rows or rows[-1].text != text:
                    rows.append(
                        charts.Row(
                            in_words(str(answer.day)), span, text, colour=ink, group=prose.sentence(group)
                        )
                    )
        return [row for rows in moved.values() for row in rows]

    def answered(self, answer: Answer, wording: str) -> str:
        """An answer in words: ``fits``, ``fits only with more than 13,100 shells a day``, ``does not fit``."""
        needs = listed(self.words(span, q) for q, span in answer.needs(wording).items())
        return (
            f"fits only with {needs}" if answer.word(wording) == consistency.ONLY_IF else answer.word(wording)
        )

    def record_words(self, quantity: str, wording: str, series: str | None = None) -> str:
        """What stands on the record for a quantity, in words: ``said: more than 1,000 containers``, ``published: 5,000 to more than 30,000``.

        What is ours, assumed or worked out here, is told apart. ``series`` keeps to one way of counting.
        """
        row = self.headline(quantity, wording)
        if quantity in self.parameters.inputs:
            return f"set: {prose.words(self.span(quantity))}"
        if row is not None:
            return f"said: {self.said(row)}"
        published, whole = (self.range_words(quantity, own, series) for own in (False, True))
        if not whole:
            return "nothing"
        if not published:
            return f"ours: {whole}"
        return f"published: {published}" + (f"; with ours: {whole}" if whole != published else "")

    def range_words(self, quantity: str, own: bool = True, series: str | None = None) -> str:
        """From the lowest to the highest number used as an input, with an open end shown: ``5,000 to more than 30,000``; empty for none."""
        found = self.ends(quantity, own, series)
        if found is None:
            return ""
        low, high = found
        if low is high:
            return prose.said(
                low.hedge, low.spoken.low, low.spoken.high if low.spoken.high > low.spoken.low else math.nan
            )
        reach = self.reach(quantity, own, series)
        if not reach.low:
            return prose.words(reach)
        least, most = prose.number(low.spoken.low, toward="down"), prose.number(high.spoken.high, toward="up")
        if math.isinf(high.interval.high):
            most = f"{'more than' if high.interval.low_open else 'at least'} {most}"
        elif math.isinf(reach.high):
            most = f"{most} (open above)"
        return least if least == most else f"{least} to {most}"

    def apart(self, outcomes: Iterable[consistency.Outcome], quantity: str) -> str:
        """What is implied for a quantity, in words; told apart by way of counting where that makes a difference."""
        told: dict[str, list[str]] = {}
        for o in outcomes:
            span = o.verdicts[quantity].implied.interval
            told.setdefault(prose.words(span, outward=True) if span else "the rest do not meet", []).append(
                self.series_label(o.case.label["series"])
            )
        return (
            next(iter(told))
            if len(told) == 1
            else "; ".join(f"{text} ({listed(labels)})" for text, labels in told.items())
        )

    def limits(self, spans: Iterable[Interval]) -> str:
        """What several conditions ask for, from the weakest to the strongest: ``at least 10,900 to 16,400``; floors and ceilings apart."""
        spans = list(spans)
        told = []
        for word, toward, ends in (
            ("at least", "down", [span.low for span in spans if span.low]),
            ("at most", "up", [span.high for span in spans if math.isfinite(span.high)]),
        ):
            if ends:
                told.append(
                    f"{word} {' to '.join(dict.fromkeys(prose.number(end, toward=toward) for end in (min(ends), max(ends))))}"
                )
        return listed(told)

    def whose(self, claims: Iterable[str]) -> str:
        """The institutions behind some claims, each once."""
        rows = filter(None, map(self.claim, dict.fromkeys(claims)))
        return ", ".join(dict.fromkeys(row.institution for row in rows))

    def unconfirmed(self, claims: Iterable[str]) -> list[str]:
        """What is reported not to have been confirmed by those it is ascribed to, a sentence for each document."""
        asked = set(claims)
        return [
            f"{prose.sentence(self.source(row.source_id).publisher)}: {row.note.rstrip('.') or 'not confirmed'}."
            for row in self.dossier.denied
            if row.type == "unconfirmed" and asked & set(row.targets.split())
        ]

    def cite(self, row) -> str:
        """Publisher and date of a claim, for prose and chart labels."""
        if row.basis == OWN_BASIS:
            return "assumption of this analysis"
        if row.claim_id == SET_HERE:
            return "set in this edition"
        return prose.cited(row.publisher, row.published)

    def seen_in(self, rows: Iterable, most: int | None = None) -> str:
        """Where a wording was seen. Only for a document read at its publisher can a change of words be laid at its door."""
        own: dict[str, list[str]] = {}
        for row in rows:
            own.setdefault(
                "" if self.source(row.source_id).reached_via == "original" else "as seen in ", []
            ).append(row.publisher)
        return ", and ".join(
            lead + prose.shortened(names, most or len(names)) for lead, names in sorted(own.items())
        )

    def quoted(self, row) -> str:
        """The words that carry a claim, with their English where they are not English; what it says where the words were not seen."""
        return f"“{row.stated}”" + (f" ({row.gloss})" if row.gloss else "") if row.stated else self.said(row)

    def chain(self, first, steps: list[retellings.Retelling]) -> list[diagrams.Link]:
        """A figure's way from its origin to the documents, ready to draw; ``steps`` are its retellings."""
        lines = [
            diagrams.Link(self.q(first.quantity).label, self.by(first, role=False), 0, origin=True),
            diagrams.Link(first.publisher, self.quoted(first), 1),
        ]
        for depth, alike in retellings.branches(steps, first.claim_id):
            one = alike[0]
            who = prose.shortened((step.row.publisher for step in alike), 2)
            words = dict.fromkeys(one.did[aspect] for aspect in one.changed)
            changed = "; ".join(
                f"{word}: {', '.join(a for a in one.changed if one.did[a] == word)}" for word in words
            )
            lines.append(diagrams.Link(who, self.quoted(one.row), depth + 1, one.inferred, changed))
        return lines

    def window(self, row) -> str:
        """The time a claim speaks of: ``August 2023 to 18 October 2024``, ``up to 25 February 2024, start not given``."""
        start, end = in_words(row.period_start), in_words(row.period_end)
        if not start or not end:
            return (
                f"up to {end}, start not given"
                if end
                else f"from {start}, end not given"
                if start
                else "no dates given"
            )
        return start if start == end else f"{start} to {end}"

    def when(self, row) -> str:
        """The months a claim speaks of, short: ``Aug–Sep 2023``, ``2023``, ``to Nov 2023``; empty where none is given."""
        start, end = (
            " ".join(word[:3] if word.isalpha() else word for word in in_words(text[:7]).split())
            for text in (row.period_start, row.period_end)
        )
        if not start or not end or start == end:
            return start if start == end else f"to {end}" if end else f"from {start}"
        same_year = start[-4:] == end[-4:] and len(start) > 4
        return f"{start[:-5] if same_year else start}–{end}"

    def since(self, row) -> str:
        """From when a total counts, to be put behind it in a chart; with its end only where that lies well before it was published.

        Empty where no start is given.
        """
        end, published = last_day(row.period_end), last_day(row.published)
        early = end and published and (published - end).days > 31
        return (
            ""
            if not row.period_start
            else f", {self.window(row)}"
            if early
            else f", since {in_words(row.period_start)}"
        )

    def told(self, statement: Statement) -> str:
        """What a statement says; the members of an either-or are joined by "or", each with what it counts, and never added."""
        first, *others = statement.members
        if not others:
            return self.said(first)
        return " or ".join(
            [self.alternative(first), *(self.alternative(row).removeprefix("could hold ") for row in others)]
        )

    def named(self, statement: Statement) -> str:
        """What a statement says, as something that somebody named: what something could hold is ``room for`` so many."""
        return self.told(statement).replace("could hold", "room for", 1)

    def alternative(self, row) -> str:
        """One member of an either-or: how many, and of what."""
        kind = listed(self.plan.items.get(code, code) for code in row.item_code.split()) or row.item
        return f"{self.figure(row)} ({kind})" if kind else self.figure(row)

    def figure(self, row) -> str:
        """What a claim says without its noun, which what stands around it gives; a unit of its own stays."""
        in_base = row.unit == consistency.base(self.q(row.quantity).units)
        return prose.said(row.hedge, row.value, row.value_high) if in_base else self.said(row)

    def link(self, row) -> Link:
        """Publisher and date of a claim as a link to its document."""
        return Link(self.cite(row), row.url)

    def sources_line(self, rows: Iterable) -> str:
        """The source line of a chart: whose figures, published where."""
        rows = [row for row in rows if getattr(row, "basis", "") != OWN_BASIS]
        # The documents that can be relied on most stand first.
        graded = sorted(rows, key=lambda row: self.source(row.source_id).reliability if row.source_id else "")
        names = dict.fromkeys(row.publisher for row in graded)
        shown = ", ".join(itertools.islice(names, 6)) + (
            f" and {len(names) - 6} more" if len(names) > 6 else ""
        )
        return (
            f"Sources: {shown}. Public by {self.day_words}." if self.parameters.day else f"Sources: {shown}."
        )

    def sure_of(self, proposition: Proposition, outcomes: Sequence[consistency.Outcome]) -> list[Leg]:
        """The three legs of confidence in a proposition: independent origins, something observed, no further condition.

        Only claims that say what the proposition says count: for a figure, those whose least number for its time reaches it; else all that
        speak of its quantities and time. ``outcomes`` are all ways of reading the figures.
        """
        about = proposition.quantities[0]
        figure = self.headline(about) if f"{{{about}}}" in proposition.says else None
        rows = [
            row
            for row in self.standing_rows
            if row.quantity in ([about] if figure is not None else proposition.quantities)
            and row.status == "active"
            and row.relation not in RETELLING
            and self.stated_by_others(row)
            and row.hedge != "none"
            and (least := self._least(row, figure)) > 0
            and (figure is None or least >= figure.interval.low)
        ]
        origins = count(rows).fewest
        conditions = (
            [o.conditions for o in outcomes if set(o.conditions) & set(proposition.quantities)]
            if figure is not None
            else []
        )
        always = consistency.shared(outcomes).items() if conditions else ()
        needs = listed(self.words(span, q) for q, span in always if q in proposition.quantities)
        cut = listed(
            dict.fromkeys(
                self.q(q).label for found in conditions for q in found if q in proposition.quantities
            ),
            "or",
        )
        return [
            Leg(
                origins > 1,
                f"{prose.number(origins)} independent origins say so",
                f"{prose.number(origins) if origins else 'no'} origin says so",
            ),
            Leg(
                any(row.basis == "observed" for row in rows),
                f"some of it was observed ({listed(dict.fromkeys(self.q(row.quantity).label for row in rows if row.basis == 'observed'))})",
                "none of it was observed",
            ),
            Leg(
                not conditions,
                "no reading of the words contradicts it",
                f"it needs {needs}"
                if needs
                else f"on {part(len(conditions), len(outcomes), 'way')} of reading it holds only within limits on the {cut}",
            ),
        ]

    def _least(self, row, figure) -> float:
        """The least that a claim says for the time under examination; of a total only a count up to a given day says anything."""
        if figure is not None and figure.cumulative == "yes":
            row = replace(
                row,
                cumulative="yes",
                interval=row.interval if row.period_end or row.claim_id == figure.claim_id else Interval(),
            )
        return consistency.in_period(row, self.period)[0].low

    def proposed(self) -> list[Proposition]:
        """What one may be more or less sure of: what the dossier proposes, as far as the figures it names are public; else the first total."""
        known = [
            p
            for p in self.plan.propositions
            if all(self._numbered(q) for q in re.findall(r"\{([^{}]*)\}", p.says))
        ]
        if known or not self.plan.relations:
            return known
        total = self.plan.relations[0].product
        return (
            [Proposition(id=total.replace("_", "-"), says=f"{{{total}}}", quantities=(total,))]
            if self._numbered(total)
            else []
        )

    def proposes(self, proposition: Proposition) -> str:
        """What a proposition says, with the figures under examination in words."""
        return proposition.says.format(**{row.quantity: self.said(row) for row in self.headlines()})

    def _numbered(self, quantity: str) -> bool:
        row = self.headline(quantity)
        return row is not None and not math.isnan(row.number)

    def needs(
        self, *quantities: str, examined: Iterable[str] = (), figures: int = 1, relations: Iterable[str] = ()
    ) -> Finding | None:
        """Say that a question cannot be asked where nothing public gives its quantities, and let the rest of the notebook stand aside.

        ``examined`` are those for which a figure under examination must stand; of the others somebody must have published a number.
        ``relations`` are those that the dossier must have. Without quantities it asks for that many figures under examination.
        """
        by = f"by {self.day_words}" if self.parameters.day else "in the dossier"
        examined = tuple(examined)
        unknown = [q for q in quantities if q not in self.plan.quantities]
        untied = [name for name in relations if name not in [relation.id for relation in self.plan.relations]]
        lacking = [
            self.q(q).label
            for q in quantities
            if q not in unknown and not (q in examined or self.published(q))
        ]
        gone = [self.q(q).label for q in examined if q not in unknown and not self._numbered(q)]
        known = len(self.headlines())
        if unknown:
            why = f"This dossier has no {listed((q.replace('_', ' ') for q in unknown), 'or')}, so this question was not asked."
        elif untied:
            why = (
                f"This dossier has no relation called {listed(untied, 'or')}, so this question was not asked."
            )
        elif lacking:
            why = f"Nothing {'published ' * bool(self.parameters.day)}{by} gives {listed(lacking, 'or')}, so this question was not run."
        elif gone:
            public = "in public " * bool(self.parameters.day)
            why = f"No figure under examination for {listed(gone, 'or')} stands {public}{by}, so this question was not run."
        elif not quantities and len(self.plan.headline) < figures:
            none = "no figure under examination, so this question was not asked."
            one = "one figure under examination, so there is none to hold it against."
            why = f"This dossier puts {one if self.plan.headline else none}"
        elif not quantities and figures > 1 and not self.plan.relations:
            why = "No relation of this dossier ties one figure to another, so this question was not asked."
        elif not quantities and known < figures:
            count = "Not one" if not known else f"Only {prose.number(known)}"
            why = f"{count} of the figures under examination stood {'in public ' * bool(self.parameters.day)}{by}, so this question was not run."
        else:
            return None
        _stand_aside()
        return finding(
            ANOTHER_TOPIC if unknown or untied else "not-run" if quantities else FIGURES_LACKING,
            why,
            role="not-run",
        )

    def needs_some(self, rows: Sequence, tells: str) -> Finding | None:
        """Let the rest of the notebook stand aside where there are no rows; ``tells`` says what such a row would tell."""
        if len(rows):
            return None
        by = f"published by {self.day_words}" if self.parameters.day else "in the dossier"
        _stand_aside()
        return finding("not-run", f"Nothing {by} {tells}, so this question was not asked.", role="not-run")

    def documented(self, table: pd.DataFrame) -> list:
        """Rows of a table, oldest first, with what is known of the document each stands in: publisher, address, letter, and a link."""
        if table.empty:
            return []
        rows = table.sort_values(
            [c for c in ("date_start", "said_on", "published") if c in table][:1], kind="stable"
        )
        documents = [self.source(name) for name in rows["source_id"]]
        return list(
            each(
                rows.assign(
                    publisher=[d.publisher for d in documents],
                    reliability=[d.reliability for d in documents],
                    document=[Link(prose.cited(d.publisher, d.published), d.url) for d in documents],
                )
            )
        )

    def grade(self, row) -> str:
        """How a claim or an event is graded: the letter of its document and the number of what it says."""
        return f"{self.source(row.source_id).reliability}{row.credibility}"

    def reported_on(self) -> list[tuple[date, str]]:
        """The days on which the figures under examination were first published, each with what was said first and how many more."""
        days: dict[date, list[str]] = {}
        for row in self.headlines():
            if day := last_day(self.first_published(row)):
                days.setdefault(day, []).append(self.phrase(row))
        return [
            (day, f"{in_words(str(day))}: {prose.shortened(said, 1)}") for day, said in sorted(days.items())
        ]


def _stand_aside() -> None:
    """Make every later cell of this run do nothing; opening an edition again brings them back."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None:
        shell.input_transformers_cleanup.append(_unless_opening)


def _unless_opening(lines: list[str]) -> list[str]:
    from IPython import get_ipython

    if any("open_edition(" in line for line in lines):
        get_ipython().input_transformers_cleanup.remove(_unless_opening)
        return lines
    return []
