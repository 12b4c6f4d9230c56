"""Evidence: what a finding rests on, brought to where it is read.

Each claim in use has a number, a card, and an entry under every finding that rests on it, with its words as
stated, the range they were read as, the document and the cell that computed the finding. The same claims
leave the page as linked data (schema.org). Every other claim of the record has a row in a table, which says
why no finding rests on it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from reported.analysis.unnamed import reasons
from reported.document import again
from reported.dossier.claim import UNNAMED, Claim, Source, anchor, formed, made_of, ours
from reported.dossier.dates import last_day
from reported.edition import Edition
from reported.figures.legible import in_other_words
from reported.wording.claims import NAMELESS, bracketed
from reported.wording.findings import MOST, link, pipe_table, plain, the_first
from reported.wording.language import say, spoken, word_for
from reported.wording.prose import counted, in_words, sentence

Numbers = Mapping[str, int]  # the number of each claim in use, by its id
MOST_BESIDE = 100  # claims that are told beside a finding; of the rest it gives the numbers
MOST_NAMED = 40  # numbers and spans of numbers in one place


def numbered(users: Iterable[str], edition: Edition) -> dict[str, int]:
    """A number for each claim in use, in the order of first use."""
    public = {claim.claim_id for claim in edition.record.dossier.said}
    return {claim: number for number, claim in enumerate((name for name in users if name in public), 1)}


def carded(numbers: Numbers) -> Numbers:
    """The numbers of the claims that have a card: the first ones."""
    return {claim: number for claim, number in numbers.items() if number <= MOST}


def refs(claims: Iterable[str], numbers: Numbers, kind: str = "refs", most: int = MOST_NAMED) -> str:
    """References to claim cards; three or more in a row are given as a span. ``kind`` is "refs" in prose,
    "cited" in a table.

    No more than ``most`` of them; an ellipsis stands for the rest. Claims without a card are named as in
    claims.csv in a table, and not in prose.
    """
    cited = _cited(claims, numbers)
    runs: list[list[int]] = []
    for n in [numbers[claim] for claim in cited if numbers[claim] <= MOST]:
        runs[-1].append(n) if runs and n == runs[-1][-1] + 1 else runs.append([n])
    shown = [part for run in runs for part in ([run] if len(run) > 2 else [[n] for n in run])]
    named = ["–".join(map(_led, dict.fromkeys((run[0], run[-1])))) for run in shown]
    without = [f"`{claim}`" for claim in cited if numbers[claim] > MOST]
    named += without if kind == "cited" else ["…"] * bool(without)
    if len(named) > most:
        named = [*named[:most], "…"]
    return f" [{', '.join(named)}]" + ("{.refs .in-print}" if kind == "refs" else "{.cited}") if named else ""


def _led(number: int) -> str:
    """The number of a claim, which leads to its card where it has one."""
    return f"[{number}](#claim-{number})" if number <= MOST else str(number)


def _cited(claims: Iterable[str], numbers: Numbers) -> list[str]:
    """The numbered claims among these, by number; a ratio of two stands for both."""
    named = [name for name in made_of(claims) if name in numbers]
    return sorted(named, key=lambda claim: numbers[claim])


def heads(table: str, *columns: str) -> list[str]:
    """The heads of a table's columns, by their attributes of its message."""
    return [say(f"{table}.{column}") for column in columns]


def on_screen(text: str, more: str = "") -> str:
    """A block for the screen alone; ``more`` are further classes of it."""
    return f"::: {{{' '.join(filter(None, ['.on-screen', more]))}}}\n{text}\n:::"


def recorded(holds: str, inside: Iterable[str], name: str) -> str:
    """A record as Markdown: what it holds, in a line on which a screen opens it, and all of it."""
    return "\n\n".join([f":::::: {{.record #{name}}}", holds, *filter(None, inside), "::::::"])


def appendix(title: str, holds: str, inside: Iterable[str], name: str, more: str = "") -> str:
    """An appendix as Markdown: a heading and a record; ``more`` are further classes of the heading."""
    head = f"# {plain(title)} {{.appendix{more} #{name}}}"
    return f"{head}\n\n{recorded(say('record-appendix', holds=holds), inside, f'record-{name}')}"


def rests_on(found: Mapping[str, Any], numbers: Numbers) -> str:
    """The line on which what a finding rests on opens."""
    cited = _cited(found["claims"], numbers)
    rests = say("evidence-rests-on", claims=counted(len(cited), "claim"))
    return rests if cited else say("evidence-computed")


def told(
    found: Mapping[str, Any], numbers: Numbers, name: str, place: str = "", most: int = MOST_NAMED
) -> str:
    """A finding as running text: its sentence, a mark that leads to what it rests on (``opened`` under that
    ``name``), and on paper its references; ``place`` is where links to the sentence lead.
    """
    mark = f"[\u00a0[[+]{{.sign}}[{rests_on(found, numbers)}]{{.unseen}}](#{name})]{{.rests .on-screen}}"
    block = " ".join(filter(None, [".told", place and f"#{place}"]))
    return f"[{plain(found['sentence'])}]{{{block}}}{mark}{refs(found['claims'], numbers, most=most)}"


def opened(found: Mapping[str, Any], section: str, edition: Edition, numbers: Numbers, name: str = "") -> str:
    """What a finding rests on, to be opened beside it: its claims, as stated and as read, and its cell.

    ``name`` is a place for the mark of a sentence to lead to.
    """
    cited = _cited(found["claims"], numbers)
    lines = []
    for claim in cited[:MOST_BESIDE]:
        lines.append(f"- [{_led(numbers[claim])}]{{.number}} {as_read(edition.record.row(claim), edition)}")
    if rest := cited[MOST_BESIDE:]:
        lines.append(f"- {_more(rest, numbers)}")
    notebook = f"[`notebooks/{section}.ipynb`](#sec-{section})"
    made = say("evidence-computed-in", notebook=notebook, cell=found["cell"])
    block = f"::: {{{' '.join(filter(None, ['.evidence', name and f'#{name}']))}}}"
    return "\n".join([block, rests_on(found, numbers), "", *lines, "", made, ":::"])


def noted(found: Mapping[str, Any], section: str, edition: Edition, numbers: Numbers, most: int) -> str:
    """The same for a footnote, in a line: ``most`` claims as stated and as read, of the rest the numbers."""
    cited = _cited(found["claims"], numbers)
    told = [
        f"{refs([claim], numbers, 'cited').strip()} {as_read(edition.record.row(claim), edition)}"
        for claim in cited[:most]
    ]
    if rest := cited[most:]:
        told.append(_more(rest, numbers))
    made = say("evidence-computed-in", notebook=f"`notebooks/{section}.ipynb`", cell=found["cell"])
    return " · ".join([*told, made])


def _more(claims: Sequence[str], numbers: Numbers) -> str:
    """How many further claims there are, and their numbers."""
    named = refs(claims, numbers, "cited").strip()
    return say("word-more", claims=counted(len(claims), "claim"), numbers=named)


def as_read(row: Claim, edition: Edition) -> str:
    """A claim as stated, the range it was read as, and its document."""
    return say(
        "evidence-claim",
        said=stated(row) or plain(edition.words.said(row)),
        read=row.hedge != "none",
        range=plain(edition.words.amount(row.interval, row.quantity)),
        document=document_of(row, edition),
        reached=_reached(row, edition),
    )


def stated(row: Claim) -> str:
    """The words of a claim as stated, with their English; empty where it has none."""
    return bracketed(f"“{plain(row.stated)}”", plain(row.gloss)) if row.stated else ""


def grade_of(row: Claim, edition: Edition) -> str:
    """How a claim is graded; empty where it is our assumption."""
    return edition.words.grade(row) if row.basis != "assumed" else ""


def document_of(row: Claim, edition: Edition) -> str:
    """A link to the document of a claim."""
    return link(edition.words.cite(row), row.url)


def _reached(row: Claim, edition: Edition) -> str:
    """How the document of a claim was reached."""
    return word_for("reached", edition.record.source(row.source_id).reached_via)


def cards(edition: Edition, numbers: Numbers, users: Mapping[str, list[str]]) -> str:
    """Every claim in use: on the screen a card each, on paper an index with one entry each."""
    if not numbers:
        return ""
    others = _lead(edition, _rest(edition, numbers))
    note = f"::: {{.in-print}}\n{others} {say('beside-on-screen')}\n:::" if others else ""
    rows = ((edition.record.claim(claim), number) for claim, number in carded(numbers).items())
    made = [_card(row, number, edition, users) for row, number in rows if row is not None]
    first = say("evidence-first", shown=MOST, all=len(numbers)) if len(numbers) > MOST else ""
    inside = [note, first, "::::: {.claims}", *made, ":::::"]
    return appendix(say("evidence-cards"), counted(len(numbers), "claim"), inside, "claims")


def _card(row: Claim, number: int, edition: Edition, users: Mapping[str, list[str]]) -> str:
    """A claim as a card for the screen and as an entry for paper."""
    head = f"**{number}.** **{plain(edition.words.said(row))}**"
    grade = grade_of(row, edition)
    reason = plain(row.credibility_reason)
    withdrawn = word_for("status", row.status) if row.status != "active" else ""
    replaced = plain(edition.words.replaced(row))
    used = ", ".join(f"[{name[:2]}](#sec-{name})" for name in users[row.claim_id])
    card = [
        bracketed(head, plain(edition.record.q(row.quantity).label)),
        stated(row),
        plain(_said_by(row, edition)),
        " · ".join(filter(None, [document_of(row, edition), _reached(row, edition), again.shown(row)])),
        say("card-graded", grade=grade, reason=reason) if grade else reason,
        withdrawn and " ".join(filter(None, [f"**{say('card-status', status=withdrawn)}**", replaced])),
        f"`{row.claim_id}`{{#{anchor(row.claim_id)}}} · {say('card-used-in', sections=used)}",
    ]
    # An index has no room for months in words, nor for what stands in English already.
    document = link(" ".join(filter(None, [row.publisher, row.published])), row.url)
    quoted = f"“{plain(row.stated)}”" if row.stated else ""
    kept = again.printed(row.source)
    entry = " · ".join(filter(None, [quoted, document, kept, grade, withdrawn, replaced]))
    return "\n\n".join(
        [
            f":::: {{.claim #claim-{number}}}",
            on_screen("\n\n".join(filter(None, card))),
            f"::: {{.in-print}}\n{head} {entry}\n:::",
            "::::",
        ]
    )


def _said_by(row: Claim, edition: Edition) -> str:
    """Who said it, and when, where that was not the day on which it was published."""
    who = ", ".join(dict.fromkeys(filter(None, (edition.words.relay(row), row.institution))))
    dated = row.said_on not in ("", row.published)
    return say("card-said-by", who=who, dated=dated, day=in_words(row.said_on))


def beside(edition: Edition, numbers: Numbers) -> str:
    """Every claim that no finding and no table names, with why, for the screen; paper counts them."""
    rest = _rest(edition, numbers)
    if not rest:
        return ""
    why, rows = reasons(edition.record), []
    for row in rest[:MOST]:
        said = edition.words.quoted(row) if math.isnan(row.number) else edition.words.said(row)
        of_what = ", ".join(filter(None, (row.item, edition.words.window(row))))
        whose = (
            edition.words.by(row),
            {"text": edition.words.cite(row), "url": row.url},
            edition.words.grade(row),
        )
        own = say("beside-ours"), "", ""  # neither a document nor graded
        about = sentence(edition.words.label(row.quantity)), said, of_what
        named = _why(why(row), row, edition), {"claims": [row.claim_id]}
        rows.append([*about, *(own if ours(row) else whose), *named])
    columns = heads("beside-table", "quantity", "said", "of-what", "whose", "document", "grade", "why", "row")
    table = pipe_table({"columns": columns, "rows": rows, "widths": [14, 18, 26, 22, 18, 8, 22, 18]})
    caption = say("beside-table") + the_first(len(rest))
    body = f"{_lead(edition, rest)}\n\n{table}\n\n: {plain(caption)} {{#tbl-beside}}"
    holds = counted(len(rest), "claim")
    return appendix(say("evidence-beside"), holds, [on_screen(body)], "beside", " .on-screen")


def _rest(edition: Edition, numbers: Numbers) -> list[Claim]:
    """The claims on record that have no card, by quantity and day."""
    place = {quantity: n for n, quantity in enumerate(edition.record.plan.quantities)}
    rows = [row for row in edition.record.rows() if row.claim_id not in numbers and not formed(row)]
    return sorted(rows, key=lambda row: (place[row.quantity], last_day(row.published) or date.max))


def _lead(edition: Edition, rest: list[Claim]) -> str:
    """How many claims have no card (``rest``), in all and by quantity; empty for none."""
    many = Counter(edition.words.label(row.quantity) for row in rest)
    if not many:
        return ""
    parts = ", ".join(say("beside-part", label=label, n=count) for label, count in many.items())
    all_ = len(edition.record.dossier.said)
    return plain(say("beside-lead", all=all_, rest=many.total(), parts=parts))


def _why(code: str, row: Claim, edition: Edition) -> str:
    """Why no finding names a claim, in words; of a superseded one with what took its place."""
    told = edition.words.replaced(row)
    return say("beside-replaced", why=_said(code), told=told) if told else _said(code)


def _said(code: str) -> str:
    own = f"unnamed-{'-'.join(code.split())}"
    return say(own) if spoken().has(own) else word_for("reason", code)


def sources(edition: Edition, numbers: Numbers) -> str:
    """The documents that carry the claims, for the screen; on paper the index names those in use."""
    said = (claim.claim_id for claim in edition.record.dossier.said)
    in_order = dict.fromkeys([*numbers, *said])  # those in use first
    claims = [row for name in in_order if (row := edition.record.claim(name)) is not None and not ours(row)]
    rows, names = [], [*dict.fromkeys(row.source_id for row in claims)]
    for source in map(edition.record.source, names[:MOST]):
        rows.append(
            [
                again.led(source.publisher, source),
                source.title,
                in_words(source.published) or say("date-none"),
                [word_for("reached", source.reached_via), *again.copy(source)],
                f"{source.reliability}: {source.reliability_reason}",
            ]
        )
    if not rows:
        return ""
    columns = heads("sources-table", "publisher", "document", "published", "how-reached", "reliability")
    table = pipe_table({"columns": columns, "rows": rows, "widths": [22, 32, 16, 16, 40]})
    caption = say("sources-table") + the_first(len(names))
    shown = on_screen(f"{table}\n\n: {plain(caption)} {{#tbl-sources}}")
    holds = counted(len(names), "document")
    return appendix(say("evidence-sources"), holds, [shown], "sources", " .on-screen")


def people(edition: Edition, numbers: Numbers) -> dict[str, list[int]]:
    """Whoever stands behind the claims with a card, persons and institutions, each with the numbers of
    theirs."""
    theirs: dict[str, list[int]] = {}
    for claim, number in carded(numbers).items():
        row = edition.record.row(claim)
        written_out, short = edition.words.institution(row), str(row.institution)
        whose = bracketed(sentence(written_out), short if short != written_out else "")
        named = () if row.speaker in NAMELESS else (str(row.speaker),)
        for name in dict.fromkeys((*named, whose)):
            theirs.setdefault(name, []).append(number)
    return dict(sorted(theirs.items()))


def linked(edition: Edition, name: str, numbers: Numbers) -> dict[str, Any]:
    """The report and the claims with a card as linked data for machines (schema.org ``Report`` and
    ``Claim``).

    A claim is given as said, with who said it, when and where; no rating, for none is made. Documents and
    institutions are told once, and referred to.
    """
    about = edition.record.plan.dossier
    numbers = carded(numbers)
    rows = {claim: edition.record.row(claim) for claim in numbers}
    # What is ours appeared nowhere.
    documents = {row.source_id: row.source for row in rows.values() if not ours(row)}
    day = edition.record.parameters.day or edition.record.newest_day
    report = {
        "@id": "#report",
        "@type": "Report",
        "name": about.title,
        "alternativeHeadline": about.question,
        "description": about.description,
        "inLanguage": spoken().code,
        "version": name,
        "datePublished": str(day or ""),
        "publisher": {"@type": "Organization", "name": about.publisher} if about.publisher else "",
        "license": about.license,
        "citation": [_refer(source_id) for source_id in documents],
        "hasPart": [{"@id": f"#claim-{number}"} for number in numbers.values()],
    }
    whose = dict.fromkeys(edition.words.institution(row) for row in rows.values())
    bodies = {name: f"#body-{n}" for n, name in enumerate(whose, 1)}
    claims = [_linked(edition, rows[claim], number, bodies) for claim, number in numbers.items()]
    named = [{"@id": id, "@type": "Organization", "name": name} for name, id in bodies.items()]
    return {
        "@context": "https://schema.org",
        "@graph": [
            _filled(entity) for entity in (report, *claims, *named, *map(_appeared, documents.values()))
        ],
    }


def _filled(entity: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of something."""
    return {key: value for key, value in entity.items() if value}


def _refer(source_id: str) -> dict[str, str]:
    """What refers to a document."""
    return {"@id": f"#{source_id}"}


def _appeared(source: Source) -> dict[str, Any]:
    """A document."""
    return {
        **_refer(source.source_id),
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "archivedAt": source.archive_url,
        "datePublished": source.published,
        "inLanguage": source.language,
        "publisher": {"@type": "Organization", "name": source.publisher},
    }


def _linked(edition: Edition, row: Claim, number: int, bodies: Mapping[str, str]) -> dict[str, Any]:
    """A claim: its words in their language, whose it is, through whom, when it was said and published."""
    whose = {"@id": bodies[edition.words.institution(row)]}
    nobody = row.speaker in (UNNAMED, row.institution)
    who = {"@type": "Person", "name": row.speaker, "jobTitle": row.role, "affiliation": whose}
    return {
        "@id": f"#claim-{number}",
        "@type": "Claim",
        "identifier": row.claim_id,
        "name": edition.words.said(row),
        "text": row.stated,
        "inLanguage": row.stated and (spoken().code if in_other_words(row, spoken()) else row.language),
        "author": whose if nobody else _filled(who),
        "dateCreated": row.day_said,
        "datePublished": "" if ours(row) else row.published,
        "appearance": {} if ours(row) else _refer(row.source_id),
    }
