"""The comment: comparisons as Markdown to stand below a pull request, on GitHub and on GitLab.

What a row or a sentence holds is only ever text there: no mark-up of its own, no link, and nobody is called
by it. An address is shown to be copied, not to be clicked.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from reported.build.causes import Change
from reported.build.compare import FATES, Comparison, Difference, summary
from reported.build.redline import CAME, WENT, Run, claim_parts, head_words, texts_of

MOST = 60_000  # characters that a comment takes, with some to spare on either forge
MARK = "<!-- reported: what these changes do -->"  # by which the comment of an earlier run is found
CLAIMS = 45  # that are told one by one
OPEN = 5  # claims, and differences of a fate, that are shown unfolded
TAGS = {WENT: "del", CAME: "b"}
NOTHING = "Nothing that readers see changed."
# Behind a sign that calls somebody or leads somewhere stands a space of no width.
BREAK = "&#8203;"
_TOLD_APART = re.compile(
    r"(?P<call>[@#])|(?P<leads>[!~$%^&](?=\w)|:(?=\S)|\b(?:www|gh-?)(?=[.\d-]))|(?P<html>[<>&])"
    r"|(?P<mark>[\\`*_{}\[\]|~^$])",
    re.IGNORECASE,
)


def as_markdown(comparisons: Iterable[Comparison]) -> str:
    """Comparisons as one comment: of each what the rows changed, then what readers see, then why; the longest
    are cut, with how much was left out.
    """
    blocks = [MARK, *(block for made in comparisons for block in _blocks(made))]
    return "\n\n".join(_cut(blocks)) + "\n"


def _cut(blocks: list[str]) -> Iterator[str]:
    """As many of some blocks as a comment takes."""
    room = MOST - 300
    for n, block in enumerate(blocks):
        room -= len(block) + 2
        if room < 0:
            more = len(blocks) - n
            yield f"_{more} more part{'s' * (more > 1)} had no room here; `reported compare` shows all._"
            return
        yield block


def _blocks(made: Comparison) -> Iterator[str]:
    """A comparison in blocks, none of which breaks where another is left out."""
    yield f"### What changed from {inert(made.before)} to {inert(made.after)}"
    yield f"**{inert(summary(made))}**" if made.differences else f"**{NOTHING}**"
    yield from _folded(f"Claims ({len(made.claims)})", [_claim(change) for change in made.claims[:CLAIMS]])
    if len(made.claims) > CLAIMS:
        yield f"_and {len(made.claims) - CLAIMS} more claims_"
    for fate, met in groupby(
        sorted(made.differences, key=lambda d: FATES.index(d.fate)), key=lambda d: d.fate
    ):
        yield from _folded(f"{fate.capitalize()} ({made.count(fate)})", [_difference(d) for d in met])
    if made.differences or made.claims:
        told = {"Parameters": made.parameters, "Claims": made.data, "Method": made.method}
        yield "\n".join(f"- {name}: {inert(text)}" for name, text in told.items())


def _folded(title: str, items: list[str]) -> Iterator[str]:
    """Items of a list under a title; many of them folded, in parts that can be left out."""
    if not items:
        return
    yield f"**{title}**"
    yield "\n".join(items[:OPEN])
    for rest in _parts(items[OPEN:]):
        yield f"<details><summary>{len(rest)} more</summary>\n\n" + "\n".join(rest) + "\n\n</details>"


def _parts(items: list[str], most: int = 10) -> Iterator[list[str]]:
    return (items[n : n + most] for n in range(0, len(items), most))


def _claim(change: Change) -> str:
    """What became of a claim, in an item."""
    told = [inert(part) for part in claim_parts(change)]
    address = _code(change.row.get("url") or "")
    inside = "; ".join([*told[:-1], *filter(None, [address]), told[-1]])
    lines = [f"- **{inert(change.fate)}** {_code(change.id)}: **{inert(change.row['said'])}** ({inside})"]
    for column, was, now in change.columns:
        lines.append(f"  - {inert(column)}: <del>{inert(was)}</del> <b>{inert(now)}</b>")
    return "\n".join(lines)


def _difference(d: Difference) -> str:
    """A difference in an item: which finding, its words with the changes marked, and why."""
    lines = [f"- **{inert(head_words(d))}**"]
    for part, runs in texts_of(d):
        lines.append(f"  - {f'{inert(part)}: ' if part else ''}{_marked(runs)}")
    lines += [f"  - _why:_ {inert(why)}" for why in d.why]
    return "\n".join(lines)


def _marked(runs: Iterable[Run]) -> str:
    """A text with the words that went and those that came; a space between the two, for nothing else parts
    them on a forge.
    """
    made, before = "", ""
    for kind, text in runs:
        inner = _spaced(text)
        gap = " " * (kind == CAME and before == WENT)
        made += f"{gap}<{TAGS[kind]}>{inner}</{TAGS[kind]}>" if kind in TAGS else inner
        before = kind
    return made


def _spaced(text: str) -> str:
    """Text made harmless with the spaces at its edges kept."""
    before, after = (" " * bool(edge and edge.isspace()) for edge in (text[:1], text[-1:]))
    inner = inert(text)
    return f"{before}{inner}{after}" if inner else before


def inert(text: str) -> str:
    """Text that stays text on a forge: one line, no mark-up, no link, and nobody called."""
    return _TOLD_APART.sub(_harmless, _line(text))


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())


def _harmless(found: re.Match[str]) -> str:
    sign = found[0]
    if found["html"]:
        return f"&#{ord(sign)};"
    if found["mark"]:
        return f"\\{sign}"
    return "".join(f"&#{ord(c)};" if not c.isalnum() else c for c in sign) + BREAK


def _code(text: str) -> str:
    """A name or an address as code, in which nothing leads anywhere."""
    line = _line(text).replace("`", "%60")
    return f"`{line}`" if line else ""
