"""The making of a site: all that a project published is put together aside, its links are looked at, and it
takes the place of the last one in one step.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from PIL import Image

from reported.analysis import parameters
from reported.build import compare, redline
from reported.build.project import is_home, settings
from reported.build.site import changes, claims, gathered, links, listings
from reported.build.site.changes import Change
from reported.build.site.claims import Claims
from reported.build.site.feeds import Feed
from reported.build.site.gathered import EXAMPLES, Published
from reported.build.site.pages import Writer, quoted, size
from reported.dossier import reader, terms
from reported.dossier.plan import About
from reported.dossier.reader import Dossier
from reported.edition import Edition
from reported.errors import Problem, Refused
from reported.staging import clear, staging, swap
from reported.wording.language import say, speaking
from reported.wording.prose import day_words, digits, in_words

MARK = ".reported-site"  # lies in every site: what has none is not replaced
MARKED = "Made by “reported site”, which puts the next one in the place of this folder.\n"
MAKING = "site.making-"
MISSING = "404.html"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
CARD, PAPER = (1200, 630), "#ffffff"  # pixels: what those who show a link ask a picture to be
AROUND = 40  # pixels of paper around the picture of a card
Show = Callable[[str], None]


@dataclass(frozen=True)
class Made:
    """A site that was made: its folder, how many pages it has, and how many bytes."""

    folder: Path
    pages: int
    bytes: int


@dataclass(frozen=True)
class Example:
    """A dossier that a project keeps as an example: its name, what it is about, and what it answers (empty:
    it has no site).
    """

    name: str
    about: About
    answer: str = ""
    language: str = terms.OWN


def build(root: Path, out: Path | None, home: str, show: Show) -> Made:
    """Make the site of a project, ``build/site`` where no other folder is named. ``home`` is its address,
    else that which the project's mark says.

    Raises Refused: for an address that is none, a folder that holds something else, a project without a
    built edition, and links that lead nowhere.
    """
    place = out or root / "build" / "site"
    address, problems = _home(home or str((settings(root) or {}).get("home", "")))
    problems += _unfit(place)
    if problems:
        raise Refused(problems)
    clear(root / "build", MAKING)
    with staging(root / "build", MAKING) as aside:
        site = aside / "site"
        _project(root, site, address, show, above=False)
        (site / MARK).write_text(MARKED, "utf-8")
        show("Looking whether every link leads somewhere …")
        if wrong := links.broken(site):
            raise Refused(wrong)
        files = [path for path in site.rglob("*") if path.is_file()]
        made = Made(
            place, sum(path.suffix == ".html" for path in files), sum(path.stat().st_size for path in files)
        )
        swap(site, place)
    return made


def _home(text: str) -> tuple[str, list[Problem]]:
    """An address of a site with a stroke at its end, and what is wrong with it."""
    if text and not is_home(text):
        what = "is not the address of a site."
        return "", [Problem(f"home {text}", what, "Write one such as https://example.org/report/.")]
    return text and text.rstrip("/") + "/", []


def _unfit(place: Path) -> list[Problem]:
    """Why a folder cannot take a site: what stands in it is not ours to replace."""
    if not place.exists() or (place.is_dir() and ((place / MARK).is_file() or not any(place.iterdir()))):
        return []
    remedy = "Name another with --out, or a new one."
    return [Problem(str(place), "holds something else than a site that was made before.", remedy)]


def _project(root: Path, site: Path, home: str, show: Show, above: bool) -> list[Published]:
    """Make all of a project's site in an empty folder; ``above``: it is part of another project's."""
    found = gathered.editions(root)
    if not found:
        raise gathered.nothing_built(root)
    whole = reader.read(root / "data")
    show(f"Making the site of “{whole.plan.dossier.title}” …")
    for one in found:
        if behind := one.behind(whole.folder):
            which = ", ".join(behind)
            show(f"  note: edition {one.name} was built from an older {which}; build it again.")
        shutil.copytree(one.folder, site / "editions" / one.name)
    packs = gathered.packs(root)
    for pack in packs:
        (site / "class").mkdir(parents=True, exist_ok=True)
        shutil.copyfile(pack, site / "class" / pack.name)
    examples = [] if above else [_example(path, site, home, show) for path in gathered.examples(root)]
    by_language = gathered.in_languages(found)
    prefixes = {code: f"{code}/" if place else "" for place, code in enumerate(by_language)}
    pages: list[str] = []
    for code, editions in by_language.items():
        edition = _open(root, whole, editions[0])
        shared = {
            "about": edition.record.plan.dossier, "by_language": by_language, "packs": packs, "size": size,
            "examples": examples, "above": above, "card": _card(site, prefixes[code], home, editions[0]),
            "up_to": _up_to, "says": edition.language.has, "redlined": redline.redlined,
            "run_words": compare.run_words,
        }  # fmt: skip
        with speaking(edition.language):
            writer = Writer(site, prefixes[code], home, prefixes, shared)
            _write(root, writer, edition, editions, whole)
        pages += writer.pages
    if home:
        (site / "sitemap.xml").write_bytes(_sitemap(home, pages))
    return found


def _open(root: Path, whole: Dossier, newest: Published) -> Edition:
    """An edition of all that the dossier holds, asked for as the newest built one was."""
    path = root / "report" / "editions" / f"{newest.name}.yml"
    return Edition(whole, parameters.load(path, whole.plan, {"as_of": parameters.LATEST}), None)


def _write(root: Path, writer: Writer, edition: Edition, published: list[Published], whole: Dossier) -> None:
    """Write everything in one language."""
    about, code = edition.record.plan.dossier, edition.language.code
    known, changed = Claims(edition, published, whole), changes.changes(root, published)
    _front(writer, edition, known, changed)
    writer.write("editions/index.html", "editions.html", say("site-editions"))
    for one in published:
        title, path = say("page-edition", name=one.name), f"editions/{one.name}/index.html"
        writer.write(path, "edition.html", title, both=False, one=one, description=one.answer)
    claims.write(known, writer)
    listings.write(known, writer)
    feed = Feed(
        f"{about.id}:{code}",
        say("site-feed-title", title=about.title),
        about.publisher or about.title,
        code,
        writer.address(f"{writer.prefix}changes/index.html"),
    )
    changes.write(changed, writer, feed)
    if not writer.prefix:
        writer.write(MISSING, "missing.html", say("site-missing"), both=False, anywhere=True)
    writer.style(root)


def _front(writer: Writer, edition: Edition, known: Claims, changed: Sequence[Change]) -> None:
    """Write the front page: the answer, its picture, who said what, and the ways to all else."""
    newest, about = known.published[0], edition.record.plan.dossier
    many = {part: digits(len(found)) for part, found in known.indexed.items()}
    writer.write(
        "index.html",
        "front.html",
        about.title,
        newest=newest,
        picture=newest.picture,
        said=known.examined(),
        basis=newest.said("basis"),
        change=changed[0] if changed else None,
        many={"claims": digits(len(known.rows)), **many},
        description=newest.answer,
    )


def _up_to(one: Published) -> str:
    """The day up to which an edition knows, in a line."""
    newest = in_words(str(one.side.newest)) if one.side.newest else ""
    day = day_words(one.side.day)
    return say("page-as-of", day=day, known=bool(newest and not one.side.day), newest=newest)


def _card(site: Path, prefix: str, home: str, newest: Published) -> dict[str, Any] | None:
    """A picture for those who show a link to the site: the figure of page one on paper of the size that they
    ask for. ``None`` where nobody can link to it, or there is no figure.
    """
    drawn = newest.folder / "figures" / f"{newest.front}.png"
    if not (home and newest.picture and drawn.is_file()):
        return None
    with Image.open(drawn) as opened:
        figure = opened.convert("RGBA")
        figure.thumbnail((CARD[0] - 2 * AROUND, CARD[1] - 2 * AROUND), Image.Resampling.LANCZOS)
    paper = Image.new("RGBA", CARD, PAPER)
    paper.alpha_composite(figure, ((CARD[0] - figure.width) // 2, (CARD[1] - figure.height) // 2))
    path = f"{prefix}card.png"
    (site / path).parent.mkdir(parents=True, exist_ok=True)
    paper.convert("RGB").save(site / path, optimize=True)
    return {"path": path, "width": CARD[0], "height": CARD[1], "alt": newest.picture.title}


def _example(path: Path, site: Path, home: str, show: Show) -> Example:
    """A dossier that is kept as an example, with its own site where it has a built edition."""
    place = f"{EXAMPLES}/{path.name}"
    if not gathered.editions(path):
        return Example(path.name, reader.read(path / "data").plan.dossier)
    there = f"{home}{quoted(place)}/" if home else ""
    newest = _project(path, site / place, there, show, above=True)[0]
    return Example(path.name, reader.read(path / "data").plan.dossier, newest.answer, newest.language)


def _sitemap(home: str, pages: Iterable[str]) -> bytes:
    """The pages of a site for those who search it."""
    root: Any = etree.Element(f"{{{SITEMAP}}}urlset", nsmap={None: SITEMAP})
    for page in sorted(pages):
        if page != MISSING:
            address = etree.SubElement(etree.SubElement(root, f"{{{SITEMAP}}}url"), f"{{{SITEMAP}}}loc")
            address.text = home + quoted(page.removesuffix("index.html"))
    etree.indent(root, " ")
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return made + b"\n"
