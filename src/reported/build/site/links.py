"""Links: every one that stays within a site must have its file, and its place in it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from reported.build.site.gathered import read
from reported.errors import Problem

LEADS = ("href", "src", "poster", "data")
MOST_TOLD = 40  # broken links; there are seldom so many reasons
INDEX = "index.html"


def broken(site: Path) -> list[Problem]:
    """The links of a site's pages that lead to no file of it, or to no place in one; ``site`` is its
    folder.
    """
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    ids: dict[str, frozenset[str]] = {}
    found: list[tuple[str, str]] = []
    for page in sorted(name for name in files if name.endswith(".html")):
        tree = read(site / page)
        ids[page] = frozenset(tree.xpath("//@id"))
        found += [(page, link) for link in dict.fromkeys(_links(tree))]
    problems = []
    for page, link in found:
        if why := _wrong(page, link, files, ids):
            problems.append(Problem(f"{page}: link {link}", why))
    if len(problems) > MOST_TOLD:
        more = f"{len(problems) - MOST_TOLD} more links lead nowhere."
        problems[MOST_TOLD:] = [Problem("site", more)]
    return problems


def _links(tree: html.HtmlElement) -> Iterator[str]:
    for name in LEADS:
        yield from (str(link) for link in tree.xpath(f"//@{name}"))
    for several in tree.xpath("//@srcset"):
        yield from (part.split()[0] for part in str(several).split(",") if part.strip())


def _wrong(page: str, link: str, files: frozenset[str], ids: Mapping[str, frozenset[str]]) -> str:
    """Why a link of a page leads nowhere; empty where it does not, or leads out of the site."""
    try:
        parts = urlsplit(link.strip())
    except ValueError:
        return "cannot be read."
    if parts.scheme or parts.netloc:
        return ""
    place = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if not parts.path:
        place = page
    elif place.startswith(("..", "/")):
        return "leads out of the site."
    if place not in files:
        place = posixpath.normpath(posixpath.join(place, INDEX))
    if place not in files:
        return "there is no such file."
    if parts.fragment and place in ids and unquote(parts.fragment) not in ids[place]:
        return "there is no such place in that page."
    return ""
