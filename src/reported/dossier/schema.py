"""The schema: what each table of a dossier holds. Columns, checks, types, ``datapackage.json`` and the
codebook follow.

A table is a class. Its fields are the columns, each with its type, the rule for its cells and what it means.
"""

from __future__ import annotations

from typing import Annotated, NamedTuple, get_origin, get_type_hints

from reported.dossier.claim import BASES, FILLED, GRADE, HEDGE, KEY, NAME, TEXT, YES_NO, Claim, Source
from reported.dossier.forms import DATE, IDS, LANGUAGE, NUMBER, Column, one_of

OF_THE_RECORD = "record"  # the strand of events that tell how a statement fared; their items are codes


class Denial(NamedTuple):
    """What was said against the reports, and what was left unsaid."""

    # fmt: off
    denial_id: Annotated[str, KEY, "Short readable name of the denial."]
    source_id: Annotated[str, NAME, "The document that reports it."]
    said_on: Annotated[str, Column(DATE, filled=True), "Day it was said."]
    speaker: Annotated[str, FILLED, "The person or body that said it."]
    institution: Annotated[str, FILLED, "For whom the speaker spoke."]
    type: Annotated[str, Column(one_of("categorical", "evidential", "legal", "dismissal", "no_comment",
        "acknowledged", "unconfirmed"), filled=True),
        "What kind of answer it is: `categorical` it did not happen, `evidential` there is no proof, "
        "`legal` it is lawful or nobody's business, `dismissal` the accusation is waved away, `no_comment` "
        "nothing is said on the matter, be it in so many words or by speaking of something else, "
        "`acknowledged` it is admitted, in whole or in part, `unconfirmed` the body the figure is ascribed "
        "to is reported not to have confirmed it."]
    scope: Annotated[str, TEXT, "What the words cover, in two or three words of ours."]
    targets: Annotated[str, Column(IDS),
        "The claims it answers, names separated by one space. Empty where it speaks of something else."]
    addresses_quantity: Annotated[str, YES_NO, "Whether it disputes a number."]
    stated: Annotated[str, TEXT,
        "The few words that carry it, where they were seen; otherwise empty and the note paraphrases."]
    gloss: Annotated[str, TEXT, "The same words in English, where they are not English already."]
    note: Annotated[str, TEXT, "What was said, in our own words."]
    # fmt: on


class Event(NamedTuple):
    """Dated context."""

    # fmt: off
    event_id: Annotated[str, KEY, "Short readable name of the event."]
    source_id: Annotated[str, NAME, "The document that reports it."]
    date_start: Annotated[str, Column(DATE, filled=True), "Day it happened or began."]
    date_end: Annotated[str, Column(DATE), "Day it ended, for what took several days; empty otherwise."]
    event: Annotated[str, FILLED, "What happened, in our own words."]
    short: Annotated[str, Column(spare=True),
        "The same in a few words, for charts; behind its item where it has one. Where several have one item, "
        "the words of the one that is known best stand for all. Empty: the event itself is shown."]
    parties: Annotated[str, TEXT, "Who took part or spoke, separated by semicolons."]
    strand: Annotated[str, Column(one_of("supply", "exchange", "diplomacy", "sanctions", "record"),
        filled=True),
        "Which thread of the story it belongs to: `supply` what the topic is about, `exchange` what went "
        "the other way, `diplomacy` visits, statements and treaties, `sanctions` votes, panels and "
        "penalties, `record` how earlier statements of the same speaker fared."]
    item: Annotated[str, TEXT,
        "For events of the strand exchange, what it is about in a word or two. For those of the strand "
        "record, how the statement fared: borne out, not borne out, borne out in part; empty where it "
        "tests none. Empty for others."]
    basis: Annotated[str, Column(one_of(*BASES)),
        "What the report of it rests on, with the words of claims: observed, derived, assessed, asserted."]
    credibility: Annotated[str, Column(GRADE),
        "How credible it is that this happened as told, by the numbers of the Admiralty code: 1 confirmed "
        "independently, 2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged."]
    credibility_reason: Annotated[str, TEXT, "Why this number, in one line of ours."]
    beat: Annotated[str, Column(one_of("yes", "no"), spare=True),
        "`yes` for the few events that tell the story, which the timeline shows with their words. Where no "
        "event has it: the first and the last that was observed of each strand."]
    note: Annotated[str, TEXT, "Anything else a reader should know."]
    # fmt: on


class Wording(NamedTuple):
    """Wordings and the codes they stand for."""

    # fmt: off
    wording: Annotated[str, FILLED,
        "Words or signs as they stand beside a number. The longest one that occurs decides."]
    language: Annotated[str, Column(LANGUAGE, filled=True), "Their language, as a two-letter ISO 639-1 code."]
    code: Annotated[str, Column(HEDGE, filled=True),
        "The hedge code they stand for; the same codes as in claims."]
    low: Annotated[float, Column(NUMBER),
        "For vague words only: how many times the unit word the low end is."]
    high: Annotated[float, Column(NUMBER),
        "For vague words only: how many times the unit word the high end is."]
    note: Annotated[str, TEXT, "How the wording is read, where that needs saying."]
    # fmt: on


Row = Source | Claim | Denial | Event | Wording

# The tables by their names, each with what a row of it is.
TABLES: dict[str, type[Row]] = {
    "sources": Source, "claims": Claim, "denials": Denial, "events": Event, "hedges": Wording,
}  # fmt: skip

# Their columns, each with its rule and what it means. A claim has fields that are no column too.
FIELDS: dict[str, dict[str, tuple[Column, str]]] = {
    table: {
        name: hint.__metadata__
        for name, hint in get_type_hints(row, include_extras=True).items()
        if get_origin(hint) is Annotated
    }
    for table, row in TABLES.items()
}
COLUMNS = {table: {name: rule for name, (rule, _) in fields.items()} for table, fields in FIELDS.items()}
