"""Links: every one that stays within a site must have its file, and its place in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urlsplit

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
    ids: dict[Path, frozenset[str]] = {}
    found: list[tuple[Path, str]] = []
    for page in sorted(site.rglob("*.html")):
        tree = read(page)
        ids[page] = frozenset(tree.xpath("//@id"))
        found += [(page, link) for link in dict.fromkeys(_links(tree))]
    problems = []
    for page, link in found:
        if why := _wrong(site, page, link, ids):
            where = f"{page.relative_to(site).as_posix()}: link {link}"
            problems.append(Problem(where, why))
    if len(problems) > MOST_TOLD:
        more = f"{len(problems) - MOST_TOLD} more links lead nowhere."
        problems[MOST_TOLD:] = [Problem("site", more)]
    return problems


def _links(tree: html.HtmlElement) -> Iterator[str]:
    for name in LEADS:
        yield from (str(link) for link in tree.xpath(f"//@{name}"))
    for several in tree.xpath("//@srcset"):
        yield from (part.split()[0] for part in str(several).split(",") if part.strip())


def _wrong(site: Path, page: Path, link: str, ids: dict[Path, frozenset[str]]) -> str:
    """Why a link leads nowhere; empty where it does not, or leads out of the site."""
    address, fragment = urldefrag(link.strip())
    parts = urlsplit(address)
    if parts.scheme or parts.netloc:
        return ""
    place = page if not parts.path else page.parent / unquote(parts.path)
    place = Path(*_walked(place))
    if not place.is_relative_to(site):
        return "leads out of the site."
    if place.is_dir():
        place = place / INDEX
    if not place.is_file():
        return "there is no such file."
    if fragment and place in ids and unquote(fragment) not in ids[place]:
        return "there is no such place in that page."
    return ""


def _walked(path: Path) -> list[str]:
    """The parts of a path once each ".." has been gone."""
    parts: list[str] = []
    for part in path.parts:
        if part == "..":
            parts[-1:] = []
        else:
            parts.append(part)
    return parts
