"""Claims on a site: a page for each, with all that is known of it."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from reported.build.site.gathered import Published
from reported.build.site.pages import Fact, Item, Writer, fact, facts, slugs
from reported.dossier import terms
from reported.dossier.claim import ACTUAL, Claim, Source, formed, ours, relayed
from reported.dossier.reader import Dossier
from reported.edition import Edition
from reported.wording import prose
from reported.wording.claims import NAMELESS, bracketed
from reported.wording.language import say, spoken, word_for
from reported.wording.prose import in_words, sentence

LEFT_OPEN = "…"  # where the number stands in the words of a hedge
BARE = ("exact", "none", "range")  # hedges without words that stand beside a number
STANDING = "active"


@dataclass(frozen=True)
class Claims:
    """The claims of an edition that takes all of the dossier, and the built editions (of one language) that
    rest on them; ``whole`` is the dossier in its own language.
    """

    edition: Edition
    published: Sequence[Published]
    whole: Dossier

    @cached_property
    def rows(self) -> dict[str, Claim]:
        """Every claim of the dossier, by id, in its order."""
        return {row.claim_id: row for row in self.edition.record.rows() if not formed(row)}

    @cached_property
    def gone(self) -> dict[str, tuple[Mapping[str, Any], Published]]:
        """The claims that only a built edition has, each as the newest of these has it: an address stays."""
        return {
            name: (claim, published)
            for published in reversed(self.published)
            for name, claim in published.side.claims.items()
            if name not in self.rows
        }

    @cached_property
    def retold(self) -> dict[str, list[tuple[Claim, bool]]]:
        """By whom each claim is retold, computed on or joined, each with whether that is our inference."""
        found: dict[str, list[tuple[Claim, bool]]] = {}
        for row in self.rows.values():
            for name, inferred in relayed(row.relays):
                found.setdefault(name, []).append((row, inferred))
        return found

    @cached_property
    def origins(self) -> dict[str, list[Claim]]:
        """The claims of each origin, that with the most first."""
        found = self.by(lambda row: row.origin_id)
        return dict(sorted(found.items(), key=lambda one: -len(one[1])))

    @cached_property
    def answered(self) -> dict[str, list[Any]]:
        """What was said against each claim, or left unsaid."""
        found: dict[str, list[Any]] = {}
        for denial in self.edition.record.dossier.denied:
            for name in denial.targets.split():
                found.setdefault(name, []).append(denial)
        return found

    @cached_property
    def _as_written(self) -> dict[str, Claim]:
        return {claim.claim_id: claim for claim in self.whole.said}

    def _text(self, row: Claim, column: str) -> Item:
        """A text of a claim, marked with the dossier's language where the page's does not say it."""
        text = getattr(row, column)
        own = spoken().code != terms.OWN and text == getattr(self._as_written[row.claim_id], column)
        return Item(text, lang=terms.OWN if own else "")

    def by(self, key: Callable[[Claim], str]) -> dict[str, list[Claim]]:
        """The claims by something of theirs, each group in the order of the dossier."""
        found: dict[str, list[Claim]] = {}
        for row in self.rows.values():
            found.setdefault(key(row), []).append(row)
        return found

    @cached_property
    def people(self) -> dict[str, list[Claim]]:
        """The claims of each person who is named."""
        found = self.by(lambda row: "" if row.speaker == row.institution else row.speaker)
        return {name: found[name] for name in sorted(found, key=str.casefold) if name not in NAMELESS}

    @cached_property
    def institutions(self) -> dict[str, list[Claim]]:
        """The claims of each institution."""
        found = self.by(lambda row: row.institution)
        return {name: found[name] for name in sorted(found, key=str.casefold)}

    @cached_property
    def documents(self) -> dict[str, list[Claim]]:
        """The claims of each document that has any, the newest document first."""
        found = self.by(lambda row: row.source_id)
        source = self.edition.record.source
        return dict(sorted(found.items(), key=lambda one: source(one[0]).published, reverse=True))

    @cached_property
    def indexed(self) -> dict[str, dict[str, list[Claim]]]:
        """The claims by person, institution, document and origin, by the folders of these indexes."""
        return {
            "people": self.people, "institutions": self.institutions, "documents": self.documents,
            "origins": self.origins,
        }  # fmt: skip

    @cached_property
    def places(self) -> dict[str, dict[str, str]]:
        """Where in its index each person, institution, document and origin stands."""
        return {part: slugs(found) for part, found in self.indexed.items()}

    # Words

    def link(self, name: str, note: str = "") -> Item:
        """A claim in a line that leads to its page."""
        said = self._lines.get(name, "")
        return Item(said or name, to=f"claims/{name}/index.html" if said else "", note=note)

    @cached_property
    def _lines(self) -> dict[str, str]:
        """Each claim in a line."""
        said = self.edition.words.said
        return {name: bracketed(sentence(said(row)), self._whose(row)) for name, row in self.rows.items()}

    def examined(self) -> list[Item]:
        """The figures under examination, each with whose it is, through whom, and where it stands."""
        words = self.edition.words
        return [
            Item(
                sentence(words.phrase(row)),
                to=f"claims/{row.claim_id}/index.html",
                note=say("site-said-by", who=sentence(words.by(row)), document=words.cite(row)),
            )
            for row in self.edition.record.headlines()
        ]

    def _whose(self, row: Claim) -> str:
        return (
            say("site-ours")
            if ours(row)
            else ", ".join(filter(None, (row.institution, self.edition.words.cite(row))))
        )

    def _indexed(self, part: str, name: str, text: str, note: str = "") -> Item:
        place = self.places[part].get(name, "")
        return Item(text, to=f"{part}/index.html" if place else "", place=place, note=note)

    def facts(self, row: Claim) -> list[tuple[str, list[Fact]]]:
        """All that is known of a claim, in groups, each with its heading."""
        groups = {
            "said": self._said(row),
            "whose": self._who(row),
            "document": self._document(row),
            "links": self._links(row),
            "graded": self._graded(row),
        }
        return [(say(f"site-claim-{name}"), found) for name, found in groups.items() if found]

    def _said(self, row: Claim) -> list[Fact]:
        words, quantity = self.edition.words, self.edition.record.q(row.quantity)
        foreign = row.source.language if row.source.language != spoken().code else ""
        modality = "" if row.modality == ACTUAL else say(f"site-modality-{row.modality}")
        ends = [prose.digits(end) for end in (row.value, row.value_high) if not math.isnan(end)]
        read = "" if row.hedge == "none" else words.amount(row.interval, row.quantity)
        return facts(
            fact(say("site-fact-words"), Item(row.stated, lang=foreign)),
            fact(say("site-fact-gloss"), self._text(row, "gloss")),
            fact(say("site-fact-quantity"), sentence(quantity.label)),
            fact(say("site-fact-hedge"), _hedge(row)),
            fact(say("site-fact-number"), prose.listed(ends, "to")),
            fact(say("site-fact-unit"), self._unit(row)),
            fact(say("site-fact-read"), read),
            fact(say("site-fact-modality"), modality),
            fact(say("site-fact-item"), self._text(row, "item")),
            fact(say("site-fact-scope"), self._text(row, "scope")),
            fact(say("site-fact-period"), words.window(row)),
        )

    def _unit(self, row: Claim) -> str:
        noun = self.edition.words.noun(row.quantity, row.unit, one=False)
        return " ".join(noun.replace("{}", " ").split())

    def _who(self, row: Claim) -> list[Fact]:
        words = self.edition.words
        speaker = words.relay(row) if row.speaker in NAMELESS else words.speaker(row)
        credited = row.credited and say("site-credited", name=row.credited)
        return facts(
            fact(say("site-fact-speaker"), self._indexed("people", row.speaker, speaker)),
            fact(
                say("site-fact-institution"),
                self._indexed("institutions", row.institution, sentence(words.institution(row))),
                credited,
            ),
            fact(say("site-fact-said-on"), in_words(row.said_on)),
            fact(say("site-fact-basis"), word_for("basis", row.basis)),
        )

    def _document(self, row: Claim) -> list[Fact]:
        source = row.source
        if ours(row):
            return facts(fact(say("site-fact-document"), say("beside-ours")))
        archived = in_words(source.archived_on)
        return facts(
            fact(say("site-fact-document"), document(source)),
            fact(say("site-fact-about"), self._indexed("documents", row.source_id, sentence(source.title))),
            fact(say("site-fact-reached"), word_for("reached", source.reached_via)),
            fact(say("site-fact-archived"), Item(archived or source.archive_url, url=source.archive_url))
            if source.archive_url
            else None,
        )

    def _links(self, row: Claim) -> list[Fact]:
        behind = [self.link(name, self._relation(row, inferred)) for name, inferred in relayed(row.relays)]
        after = [
            self.link(other.claim_id, self._relation(other, inferred))
            for other, inferred in self.retold.get(row.claim_id, ())
        ]
        same = self.origins[row.origin_id]
        alike = self._indexed("origins", row.origin_id, say("site-same-origin", n=len(same)))
        return facts(
            fact(say("site-fact-relays"), *behind),
            fact(say("site-fact-retold"), *after),
            fact(say("site-fact-origin"), alike) if len(same) > 1 else None,
            fact(say("site-fact-answers"), *map(self._answer, self.answered.get(row.claim_id, ()))),
        )

    def _relation(self, row: Claim, inferred: bool) -> str:
        what = say(f"site-relation-{row.relation}") if row.relation else ""
        return bracketed(what, say("site-inferred") if inferred else "")

    def _answer(self, denial: Any) -> Item:
        source = self.edition.record.source(denial.source_id)
        told = denial.note or denial.gloss or denial.stated
        who = say("site-answer-by", who=denial.speaker, day=in_words(denial.said_on), told=told.rstrip("."))
        return Item(who, url=source.url)

    def _graded(self, row: Claim) -> list[Fact]:
        status = "" if row.status == STANDING else sentence(word_for("status", row.status))
        after = self.link(row.superseded_by) if row.superseded_by else ""
        grade = "" if ours(row) else self.edition.words.grade(row)
        of_document = "" if ours(row) else Item(row.source.reliability_reason, lang=_not_spoken())
        return facts(
            fact(say("site-fact-grade"), grade),
            fact(say("site-fact-grade-claim"), self._text(row, "credibility_reason")),
            fact(say("site-fact-grade-document"), of_document),
            fact(say("site-fact-status"), status),
            fact(say("site-fact-superseded"), after),
            fact(say("site-fact-note"), self._text(row, "note")),
        )

    def sentences(self, name: str) -> list[tuple[Item, list[Item]]]:
        """The sentences of each built edition that rest on a claim, with where they stand."""
        found = []
        for published in self.published:
            briefing = f"editions/{published.name}/briefing.html"
            told = [
                Item(str(f["sentence"]), to=briefing, place=published.place_of(f["notebook"], f["id"]))
                for f in published.rests.get(name, ())
            ]
            if told:
                edition = say("page-edition", name=published.name)
                found.append((Item(edition, to=briefing), told))
        return found

    def cite(self, row: Claim, address: str) -> str:
        """How a claim of this dossier is cited, in a line."""
        about = self.edition.record.plan.dossier
        return say(
            "site-cite-words",
            named=bool(about.publisher), publisher=about.publisher or "–", title=about.title,
            said=self.edition.words.said(row), whose=self._whose(row), id=row.claim_id,
            placed=bool(address), address=address or "–",
        )  # fmt: skip


def _not_spoken() -> str:
    """The language that dossiers are written in, where that is another than the page's."""
    return "" if spoken().code == terms.OWN else terms.OWN


def document(source: Source) -> Item:
    """A document as a link out of the site."""
    return Item(prose.cited(source.publisher, source.published), url=source.url)


def _hedge(row: Claim) -> str:
    """The hedge of a claim in words, with room for its number."""
    if row.hedge in BARE:
        return say(f"site-hedge-{row.hedge}")
    return prose.hedged(f"said-{row.hedge.replace('_', '-')}", str, LEFT_OPEN)


def write(claims: Claims, writer: Writer) -> None:
    """Write the page of each claim."""
    for name, row in claims.rows.items():
        path = f"claims/{name}/index.html"
        writer.write(
            path,
            "claim.html",
            sentence(claims.edition.words.said(row)),
            id=name,
            lead=sentence(say("site-ours") if ours(row) else claims.edition.words.by(row)),
            groups=claims.facts(row),
            sentences=claims.sentences(name),
            cite=claims.cite(row, writer.address(writer.prefix + path)),
            gone="",
        )
    for name, (claim, published) in claims.gone.items():
        writer.write(
            f"{writer.prefix}claims/{name}/index.html",
            "claim.html",
            sentence(str(claim["said"])),
            id=name,
            lead=str(claim["institution"]),
            groups=[(say("site-claim-said"), _as_it_was(claim))],
            sentences=claims.sentences(name),
            cite="",
            gone=say("site-gone", edition=published.name),
            both=False,
        )


def _as_it_was(claim: Mapping[str, Any]) -> list[Fact]:
    """What an edition still knows of a claim that left the dossier."""
    document = prose.cited(str(claim["publisher"]), str(claim["published"]))
    return facts(
        fact(say("site-fact-words"), str(claim["stated"])),
        fact(say("site-fact-gloss"), str(claim["gloss"])),
        fact(say("site-fact-document"), Item(document, url=str(claim["url"]))),
    )
