"""The change log: what became of the findings between the days of editions, and from one commit to the next.

Both are comparisons of what was published, ``findings.json`` and ``manifest.json``. The history is git's; a
project outside git, or one whose history is not there, has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path

from reported.build import compare, redline
from reported.build.committed import at, git
from reported.build.compare import FATES, Comparison, Difference, Side
from reported.build.manifest import FINDINGS
from reported.build.site.feeds import NO_DAY, Entry, Feed, as_json_feed, atom
from reported.build.site.gathered import Published
from reported.build.site.pages import Writer
from reported.errors import Refused
from reported.wording.language import say, spoken
from reported.wording.prose import in_words, sentence

MOST_COMMITS = 8  # of an edition that are looked at
MOST_SHOWN = 6  # differences of a comparison on the page of changes; its own page has all of them
MOST_ENTRIES = 30  # of a feed
FORM = "%H %cI"  # a commit, and when it was made
WHOLE = "redline.html"


@dataclass(frozen=True)
class Change:
    """A comparison with its name among the pages (``slug``), its heading, the day it became known, and what
    differs, in lines.
    """

    slug: str
    title: str
    moment: str
    made: Comparison

    @property
    def day(self) -> str:
        """The day in words."""
        return in_words(self.moment.partition("T")[0])

    @property
    def told(self) -> str:
        """How many findings met which fate, in a sentence."""
        many = {fate: self.made.count(fate) for fate in FATES}
        counts = [say(f"site-change-{fate}", n=n) for fate, n in many.items() if n]
        return f"{sentence(', '.join(counts))}." if counts else ""

    @property
    def shown(self) -> tuple[Difference, ...]:
        """The differences that are shown at once: reversed ones first, page one before the rest."""
        return self.made.differences[:MOST_SHOWN]

    @property
    def more(self) -> int:
        """How many others there are."""
        return len(self.made.differences) - len(self.shown)


def changes(root: Path, published: Sequence[Published]) -> list[Change]:
    """What changed in the editions of one language, the newest first."""
    made = [*_by_day(published), *(one for edition in published for one in _by_commit(root, edition))]
    return sorted(made, key=lambda one: (one.moment, one.slug), reverse=True)


def _by_day(published: Sequence[Published]) -> Iterator[Change]:
    """From each day to the next, between editions that differ in nothing else that was asked."""
    alike: dict[str, list[Published]] = {}
    for edition in published:
        asked = {name: value for name, value in edition.side.found["parameters"].items() if name != "as_of"}
        alike.setdefault(str(sorted(asked.items())), []).append(edition)
    for editions in alike.values():
        for before, after in pairwise(sorted(editions, key=lambda edition: (edition.day, edition.name))):
            title = say("site-change-days", before=before.name, after=after.name)
            moment = f"{after.side.newest}T00:00:00Z" if after.side.newest else NO_DAY
            slug = f"{before.name}-to-{after.name}"
            yield Change(slug, title, moment, compare.between(before.side, after.side))


def _by_commit(root: Path, edition: Published) -> Iterator[Change]:
    """From each commit that changed an edition to the next; those that changed no finding are passed over."""
    sides = list(_history(root, edition.name))
    for (_, _, before), (commit, moment, after) in pairwise(reversed(sides)):
        made = compare.between(before, after)
        if made.differences:
            title = say("site-change-commit", edition=edition.name, commit=commit[:7])
            yield Change(f"{edition.name}-{commit[:12]}", title, moment, made)


def _history(root: Path, name: str) -> Iterator[tuple[str, str, Side]]:
    """The last commits that changed an edition, the newest first, each with its time and the edition as it
    then stood. Those that another version of this program made, and that cannot be read, are passed over.
    """
    path = f"report/{name}/{FINDINGS}"
    try:
        log = git(root, "log", f"--max-count={MOST_COMMITS + 1}", f"--format={FORM}", "--", path)
    except Refused:  # there is no git
        return
    for line in log.stdout.decode().splitlines() if not log.returncode else ():
        commit, _, told = line.partition(" ")
        moment = datetime.fromisoformat(told).astimezone(UTC).isoformat()
        try:
            side = at(root, commit, name, f"{name} {moment.partition('T')[0]} {commit[:7]}")
        except Refused:
            continue
        if side:
            yield commit, moment, side


def write(found: Sequence[Change], writer: Writer, feed: Feed) -> None:
    """Write the page of changes, each comparison word by word, and the feeds."""
    for one in found:
        writer.put(f"{writer.prefix}changes/{one.slug}/{WHOLE}", redline.as_page(one.made))
    writer.write("changes/index.html", "changes.html", say("site-changes"), changes=found, whole=WHOLE)
    entries = list(_entries(found[:MOST_ENTRIES], writer, feed))
    place = f"{writer.prefix}changes/"
    writer.put(f"{place}feed.xml", atom(feed, entries, "feed.xml"))
    writer.put(f"{place}feed.json", as_json_feed(feed, entries, "feed.json"))


def _entries(found: Iterable[Change], writer: Writer, feed: Feed) -> Iterator[Entry]:
    template = writer.environment.get_template("entry.html")
    for one in found:
        content = template.render(one=one, lang=spoken().code).strip()
        address = writer.address(f"{writer.prefix}changes/{one.slug}/{WHOLE}")
        yield Entry(f"{feed.key}:{one.slug}", one.title, one.moment, content, address)
