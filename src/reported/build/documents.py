"""The documents of a dossier: how many have an address and an archived copy, the addresses as a list for an
archiver, what became of them, and letters of reliability that differ for one publisher.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from reported.dossier import reader
from reported.dossier.claim import OWN_KIND, Source
from reported.dossier.tables import Table
from reported.errors import Problem, Refused, quoted

if TYPE_CHECKING:
    from reported.build.online import Found

HEAD = "kind of publisher"
HEADS = {"address": "url", "archived": "archive_url", "sha256": "sha256"}  # what is counted, by its column
Show = Callable[[str], None]


@dataclass(frozen=True)
class Asking:
    """What ``reported sources`` is asked for: a list of addresses; only documents without an archived copy;
    whether the addresses lead somewhere, of at most so many, and whom their hosts may write to."""

    urls: bool = False
    missing: bool = False
    online: bool = False
    limit: int | None = None
    contact: str = ""


def command(folder: Path, asking: Asking, say: Callable[..., None], show: Show) -> int:
    """What ``reported sources`` does; its exit status. ``show`` is told how far one is. Raises Refused."""
    problems = [
        Problem(f"--{name}", "goes with --online only.", "Add --online, or leave it out.")
        for name, given in (("limit", asking.limit), ("contact", asking.contact))
        if given and not asking.online
    ]
    if not (asking.contact.isascii() and asking.contact.isprintable()):
        problems.append(Problem("--contact", "must be plain letters.", "Write an e-mail or web address."))
    if problems:
        raise Refused(problems)
    documents = [one for one in reader.read(folder).documents if one.publisher_kind != OWN_KIND]
    if asking.missing:
        documents = [source for source in documents if not source.archive_url]
    if asking.online:
        return _asked([source for source in documents if source.url][: asking.limit], asking, say, show)
    say(*(addresses(documents) if asking.urls else counted(documents)))
    return 0


def addresses(documents: Iterable[Source]) -> list[str]:
    """The address of each document: those without an archived copy first, each part in order."""
    named = [source for source in documents if source.url]
    return [source.url for source in sorted(named, key=lambda one: (bool(one.archive_url), one.url))]


def counted(documents: Sequence[Source]) -> list[str]:
    """How many documents there are of each kind of publisher, and how many of them have an address, an
    archived copy and the digest of a file, as lines of a table."""
    kinds = Counter(source.publisher_kind for source in documents)
    wide = max(map(len, [HEAD, *kinds]))
    lines = [f"{HEAD:{wide}}  documents  {'  '.join(HEADS)}"]
    for kind in [*(kind for kind, _ in kinds.most_common()), ""]:
        part = [one for one in documents if kind in ("", one.publisher_kind)]
        given = (sum(bool(getattr(one, column)) for one in part) for column in HEADS.values())
        cells = (f"{n:{len(head)},}" for n, head in zip(given, HEADS, strict=True))
        lines.append(f"{kind or 'all':{wide}}  {len(part):9,}  {'  '.join(cells)}")
    return lines


def _asked(documents: Sequence[Source], asking: Asking, say: Callable[..., None], show: Show) -> int:
    """Ask for each address, tell what became of it, and return the exit status: 1 where a document is gone,
    or is not what was read."""
    from reported.build import online  # no other command loads what asks the network

    hosts = Counter(urlsplit(source.url).hostname for source in documents)
    most = max(hosts.values(), default=0)
    show(
        f"Asking for {len(documents):,} address{'es' * (len(documents) != 1)} of {len(hosts):,} "
        f"host{'s' * (len(hosts) != 1)}, each host at most once a second ({most:,} of one host). "
        "Nothing is written to the dossier."
    )
    found = online.ask(documents, show, asking.contact)
    say(*told(documents, found))
    return int(any(one.state in (online.DEAD, online.CHANGED) for one in found))


def told(documents: Iterable[Source], found: Sequence[Found]) -> list[str]:
    """What became of addresses, as lines: those not simply there, by state, then how many of each."""
    from reported.build import online

    copies = {source.source_id: source.archive_url for source in documents}
    lines, counts = [], Counter(one.state for one in found)
    for state, means in online.STATES.items():
        if state == online.THERE or not counts[state]:
            continue
        lines.append(f"{state} ({means}):")
        for one in (one for one in found if one.state == state):
            lines += [f"  {one.source_id}: {one.what}", f"    {one.url}"]
            if copy := copies[one.source_id]:
                lines.append(f"    archived copy: {copy}")
    parts = [f"{counts[state]:,} {state}" for state in online.STATES if counts[state]]
    return [*lines, f"{len(found):,} address{'es' * (len(found) != 1)}: {', '.join(parts) or 'none asked'}."]


def unlike_their_publisher(sources: Table) -> Iterator[Problem]:
    """Doubts about documents with another letter than most of their publisher, whose reason does not tell
    why: it must name a letter that the others have, as in “usually B; here …”. Of letters that stand equally
    often the one with fewer such reasons is the usual, else the lower.
    """
    columns = ("publisher", "reliability", "reliability_reason")
    rows = list(zip(*(sources[column] for column in columns), strict=True))
    letters: dict[str, Counter[str]] = defaultdict(Counter)
    for (publisher, letter), times in Counter(row[:2] for row in rows).items():
        letters[publisher].update({letter: times} if publisher and letter else {})

    def explained(publisher: str, letter: str, reason: str) -> bool:
        others = "".join(letters[publisher].keys() - {letter})
        return bool(others and re.search(rf"(?<=\s)[{re.escape(others)}]\b", reason))

    unlike = {name: of for name, of in letters.items() if len(of) > 1}
    bare = Counter(row[:2] for row in rows if row[0] in unlike and not explained(*row))
    usual = {
        name: max(of, key=lambda letter: (of[letter], bare[name, letter], letter))
        for name, of in unlike.items()
    }

    def says(n: int) -> tuple[str, str]:
        publisher, letter, _ = rows[n]
        most = usual[publisher]
        often, name = letters[publisher][most], quoted(publisher)
        others = f"{often:,} others of {name} are" if often > 1 else f"another of {name} is"
        remedy = f"Give them one letter, or begin the reason with why not: “usually {most}; here …”."
        return f"is {letter}, but {others} {most}.", remedy

    told = {
        n: says(n)
        for n, row in enumerate(rows)
        if row[1] and row[1] != usual.get(row[0], row[1]) and not explained(*row)
    }
    yield from sources.doubt("reliability", told)
