"""Feeds: what changed, for those who are told of it by a reader of feeds: Atom (RFC 4287) and JSON Feed 1.1.

The ids are names and no addresses: they stay when a site moves.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lxml import etree

from reported.files import as_json

ATOM = "http://www.w3.org/2005/Atom"
VERSION = "https://jsonfeed.org/version/1.1"
NO_DAY = "1970-01-01T00:00:00Z"  # where nothing has a day


@dataclass(frozen=True)
class Entry:
    """One change: ``key`` names it for ever, ``moment`` is its time (RFC 3339), ``content`` is HTML.

    ``address`` is the whole address of its page, empty where the site has none.
    """

    key: str
    title: str
    moment: str
    content: str
    address: str


@dataclass(frozen=True)
class Feed:
    """What a feed is about; ``key`` names it for ever, ``home`` is the address of the folder that it lies in,
    empty where the site has none.
    """

    key: str
    title: str
    author: str
    language: str
    home: str


def named(key: str) -> str:
    """The id of something that is called by a key: always the same, wherever it is published."""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"reported:{key}").urn


def atom(feed: Feed, entries: Iterable[Entry], file: str) -> bytes:
    """A feed as Atom, to stand in a ``file``."""
    entries = list(entries)
    root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _put(root, "title", feed.title)
    _put(root, "id", named(feed.key))
    _put(root, "updated", max((entry.moment for entry in entries), default=NO_DAY))
    _put(_put(root, "author"), "name", feed.author)
    if feed.home:
        _put(root, "link", rel="self", type="application/atom+xml", href=feed.home + file)
        _put(root, "link", rel="alternate", type="text/html", href=feed.home)
    for entry in entries:
        put = _put(root, "entry")
        _put(put, "title", entry.title)
        _put(put, "id", named(entry.key))
        _put(put, "updated", entry.moment)
        if entry.address:
            _put(put, "link", rel="alternate", type="text/html", href=entry.address)
        _put(put, "content", entry.content, type="html")
    etree.indent(root, " ")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"


def _put(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    made = etree.SubElement(parent, f"{{{ATOM}}}{tag}", attributes)
    made.text = text or None
    return made


def as_json_feed(feed: Feed, entries: Iterable[Entry], file: str) -> bytes:
    """A feed as JSON Feed, to stand in a ``file``."""
    items = [
        {
            "id": named(entry.key),
            **({"url": entry.address} if entry.address else {}),
            "title": entry.title,
            "content_html": entry.content,
            "date_published": entry.moment,
        }
        for entry in entries
    ]
    home = {"home_page_url": feed.home, "feed_url": feed.home + file} if feed.home else {}
    about = {"version": VERSION, "title": feed.title, **home, "language": feed.language}
    return as_json({**about, "authors": [{"name": feed.author}], "items": items}, ordered=False)
