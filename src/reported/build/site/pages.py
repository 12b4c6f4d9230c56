"""Pages: a template with its values becomes a page that links to others by ways that hold on a disk too."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

from babel.core import Locale
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from reported.build.project import LAYOUT, PACKAGE
from reported.document.rendering import hashed
from reported.figures import fonts
from reported.wording.language import say, spoken
from reported.wording.prose import digits

TEMPLATES = Path(__file__).parent / "templates"
STYLE, ADDED = "style.css", "site.css"
FILTER = (TEMPLATES / "filter.js").read_text("utf-8").strip()
# The parts of a site that every page leads to, each with its page.
PARTS = ("index", "editions/index", "changes/index", "claims/index", "people/index", "institutions/index",
         "documents/index", "origins/index")  # fmt: skip
KILO = 1000


@dataclass(frozen=True)
class Item:
    """Some words, where they lead within the site (``to``, ``place`` in it) or out of it (``url``), their
    language where it is another than the page's, and a remark behind them.
    """

    text: str
    to: str = ""
    place: str = ""
    url: str = ""
    lang: str = ""
    note: str = ""


@dataclass(frozen=True)
class Fact:
    """A row of what is known: what it is, and the words for it."""

    label: str
    items: tuple[Item, ...]


def fact(label: str, *items: Item | str) -> Fact | None:
    """A fact of those items that say something; ``None`` where none does."""
    made = tuple(Item(item) if isinstance(item, str) else item for item in items)
    said = tuple(item for item in made if item.text)
    return Fact(label, said) if said else None


def facts(*found: Fact | None) -> list[Fact]:
    """Those facts that there are."""
    return [one for one in found if one]


def size(path: Path) -> str:
    """How large a file is, in words."""
    weight = path.stat().st_size
    if weight < KILO:
        return say("site-size-bytes", number=digits(weight))
    if weight < KILO**2:
        return say("site-size-kilobytes", number=digits(round(weight / KILO)))
    return say("site-size-megabytes", number=digits(round(weight / KILO**2, 1)))


def quoted(path: str) -> str:
    """A path of the site as an address: no letter of it means anything else."""
    return quote(path, safe="/")


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A place in a page for each name: its letters and digits with hyphens between, no two the same."""
    made: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        plain = re.sub(r"[\W_]+", "-", name.casefold()).strip("-") or "unnamed"
        slug, number = plain, 2
        while slug in taken:
            slug, number = f"{plain}-{number}", number + 1
        taken.add(slug)
        made[name] = slug
    return made


def own_name(code: str) -> str:
    """What a language calls itself."""
    return str(Locale.parse(code, sep="-").get_display_name(code) or code)


@dataclass
class Writer:
    """Writes the pages of a site in one language.

    ``site`` is the folder of the site, ``prefix`` where the pages of this language stand in it ("" or "ko/"),
    ``home`` the address of the site (empty: not known). ``languages`` are all of the site with their
    prefixes; ``shared`` is what every template is given.
    """

    site: Path
    prefix: str
    home: str
    languages: Mapping[str, str]
    shared: Mapping[str, Any]
    letters: set[str] = field(default_factory=set)
    pages: list[str] = field(default_factory=list)

    @cached_property
    def environment(self) -> Environment:
        """Where templates come from; what they are given is escaped."""
        made = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
            auto_reload=False,
        )
        made.globals |= {"say": say, "own_name": own_name, "parts": PARTS, **self.shared}
        return made

    def address(self, path: str) -> str:
        """The whole address of a page of the site, for those who come from elsewhere; empty where the site's
        is not known. That of a folder stands for its index.
        """
        return self.home + quoted(re.sub(r"(^|/)index\.html$", r"\1", path)) if self.home else ""

    def write(self, path: str, template: str, title: str, both: bool = True, **values: Any) -> None:
        """Write a page at a ``path`` below the prefix. Where there is not one in each language (``both``),
        the path is that in the site.
        """
        here = self.prefix + path if both else path

        def to(target: str, place: str = "") -> str:
            if values.get("anywhere") and self.home:
                way = self.home + quoted(target)
            else:
                way = quoted(posixpath.relpath(target, posixpath.dirname(here) or "."))
            return way + (f"#{quote(place, safe='')}" if place else "")

        given = {
            "to": to,
            "own": lambda target, place="": to(self.prefix + target, place),
            "path": path,
            "title": title,
            "lang": spoken().code,
            "others": {
                code: prefix + path
                for code, prefix in self.languages.items()
                if both and code != spoken().code
            },
            "canonical": self.address(here),
            "description": "",
            "home": self.home,
            "script": "",
            "picture": None,
            "anywhere": False,
            **values,
        }
        given["script_hash"] = hashed(given["script"]) if given["script"] else ""
        text = self.environment.get_template(template).render(given)
        self.letters |= set(text)
        self.put(here, text.encode())
        self.pages.append(here)

    def put(self, path: str, content: bytes) -> None:
        """Write a file of the site."""
        place = self.site / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)

    def style(self, root: Path) -> None:
        """Write the style sheet: the briefing's own, which a project may have otherwise, what a site needs
        beside it, and the letters that its pages have.
        """
        own = root / LAYOUT / STYLE
        briefing = own if own.is_file() else PACKAGE / "document" / "templates" / STYLE
        sheets = [briefing.read_text("utf-8"), (TEMPLATES / ADDED).read_text("utf-8")]
        language = spoken().code
        letters = "".join(sorted(self.letters)) + "".join(sheets)
        stacks = " ".join(f"--{name}: {stack};" for name, stack in fonts.stacks(language).items())
        faces = fonts.stylesheet(letters, fonts.faces(language))
        self.put(self.prefix + STYLE, "\n".join([faces, f":root {{ {stacks} }}", *sheets]).encode())
