"""Indexes of the claims on a site: by what they count, by person, institution, document and origin."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from reported.build.site.claims import STANDING, Claims, document
from reported.build.site.pages import FILTER, Item, Writer, slugs
from reported.dossier.claim import OWN_KIND, Claim, ours
from reported.wording.language import say, word_for
from reported.wording.prose import counted, in_words, sentence


@dataclass(frozen=True)
class Entry:
    """A head of an index with the claims below it; ``place`` is its own."""

    place: str
    head: Item
    about: tuple[Item, ...]
    claims: tuple[Item, ...]


def by_claim(claims: Claims) -> list[Entry]:
    """Every claim, by what it counts."""
    groups = claims.by(lambda row: row.quantity)
    order = [name for name in claims.edition.record.plan.quantities if name in groups]
    place, label = slugs(order), claims.edition.words.label
    return [Entry(place[q], Item(sentence(label(q))), (), _listed(claims, groups[q])) for q in order]


def by_person(claims: Claims) -> list[Entry]:
    """Every claim whose speaker is named, by who that is."""
    place = claims.places["people"]
    return [
        Entry(place[name], Item(name), _items({row.role for row in rows}), _listed(claims, rows))
        for name, rows in claims.people.items()
    ]


def by_institution(claims: Claims) -> list[Entry]:
    """Every claim, by whose it is."""
    place, names = claims.places["institutions"], claims.edition.record.plan.names
    return [
        Entry(place[name], Item(name), _items({names.get(name, "")} - {name}), _listed(claims, rows))
        for name, rows in claims.institutions.items()
    ]


def by_document(claims: Claims) -> list[Entry]:
    """Every claim, by the document that carries it."""
    place, made = claims.places["documents"], []
    for name, rows in claims.documents.items():
        source = claims.edition.record.source(name)
        own = source.publisher_kind == OWN_KIND
        head = Item(say("beside-ours")) if own else document(source)
        more = [] if own else [word_for("reached", source.reached_via), source.reliability]
        about = tuple(map(Item, [sentence(source.title), *more]))
        made.append(Entry(place[name], head, about, _listed(claims, rows)))
    return made


def by_origin(claims: Claims) -> list[Entry]:
    """Every claim, by the first knowledge behind it."""
    place, record, words = claims.places["origins"], claims.edition.record, claims.edition.words
    made = []
    for name, rows in claims.origins.items():
        first = in_words(record.first_published(rows[0]))
        many = counted(len({row.source_id for row in rows}), "document")
        head = say("site-ours") if ours(rows[0]) else sentence(words.by(rows[0]))
        about = tuple(Item(text) for text in (first, many) if text)
        made.append(Entry(place[name], Item(head), about, _listed(claims, rows)))
    return made


def _items(texts: Iterable[str]) -> tuple[Item, ...]:
    return tuple(Item(text) for text in sorted(filter(None, texts)))


def _listed(claims: Claims, rows: Iterable[Claim]) -> tuple[Item, ...]:
    """Claims in a line each; with their status where they do not stand."""
    return tuple(
        claims.link(row.claim_id, "" if row.status == STANDING else word_for("status", row.status))
        for row in rows
    )


# The indexes by the folder of each, in the order in which a page leads to them.
INDEXES: dict[str, Callable[[Claims], list[Entry]]] = {
    "claims": by_claim, "people": by_person, "institutions": by_institution, "documents": by_document,
    "origins": by_origin,
}  # fmt: skip


def write(claims: Claims, writer: Writer) -> None:
    """Write the indexes."""
    for part, entries in INDEXES.items():
        title, path = say(f"site-{part}"), f"{part}/index.html"
        writer.write(path, "listing.html", title, part=part, entries=entries(claims), script=FILTER)
