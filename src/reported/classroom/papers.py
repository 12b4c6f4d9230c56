"""The papers of a class: worksheet, key, guides and the sheet of the red team, filled with what an edition
says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from string import Formatter
from typing import Any

import yaml

from reported.analysis.record import FIRST, RETOLD
from reported.build.request import Request
from reported.classroom import drift, together
from reported.classroom.questions import Sheet, nothing, terms
from reported.classroom.red_team import Attack
from reported.document.assembly import banner, labels
from reported.edition import Edition
from reported.wording.findings import plain
from reported.wording.language import say, spoken

ALOUD = 3  # retellings that a session without computers looks at
SAID = ("claimed", "bottom-line", "judgement", "confidence", "would-change")
FEW = 9  # so many choices and more are no use on paper
ROOM = "............"
_ONE_WORD = re.compile(r"[\w@%+=:,./-]+")


def paper(name: str, told: Mapping[str, str]) -> str:
    """A paper as Markdown: its message, with every value in its place."""
    message = f"paper-{name}"
    text = filled(say(message, **{value: f"{{{value}}}" for value in spoken().taken(message)}), told)
    if not spoken().has(f"{message}.title"):
        return text
    head = yaml.safe_dump({"title": say(f"{message}.title")}, allow_unicode=True)
    return f"---\n{head}{told['head']}\n---\n\n{text}"


def filled(template: str, told: Mapping[str, str]) -> str:
    """A template with its braces filled. A paragraph that has nothing to say goes, with the line that leads
    to it and a heading left alone.
    """
    kept: list[str] = []
    alone, gone = 1, False  # the level of the heading that follows, and whether what followed has gone
    for block in reversed(template.rstrip().split("\n\n")):
        level = len(block) - len(block.lstrip("#"))
        names = [name for _, name, _, _ in Formatter().parse(block) if name]
        gone = not all(told[name] for name in names) or (gone and block.endswith(":")) or 0 < alone <= level
        if not gone:
            kept.insert(0, block.format_map(told))
            alone = level
    return "\n\n".join(kept) + "\n"


def facts(
    ed: Edition,
    request: Request,
    sheets: Iterable[Sheet],
    attacks: Sequence[Attack],
    found: Iterable[Mapping[str, Any]],
) -> dict[str, str]:
    """All that the papers of a class may say about an edition, as Markdown by name; empty for nothing."""
    about, by_name = ed.record.plan.dossier, {sheet.name: sheet for sheet in sheets}
    told = {
        "title": plain(about.title),
        "question": plain(about.question),
        "edition": plain(request.name),
        "day": plain(ed.words.day),
        "caveat": plain(about.caveat),
        "license": plain(about.license),
        "aside": _asides(ed, by_name.values(), attacks),
        "head": head(ed, request),
        **commands(request, attacks),
        **_aloud(ed),
        **_red_team(ed, attacks),
        **_limit(by_name[together.NAME]),
    }
    for role in SAID:
        told[role.replace("-", "_")] = _points([plain(f["sentence"]) for f in found if f["role"] == role])
    for sheet in by_name.values():
        name = sheet.name.replace("-", "_")
        told |= {
            f"{name}_given": sheet.given,
            f"{name}_asked": _asked(sheet),
            f"{name}_key": _key(sheet),
            f"{name}_common": _common(sheet),
        }
    return told


def head(ed: Edition, request: Request) -> str:
    """The metadata that every paper needs behind its title."""
    about = ed.record.plan.dossier
    meta = {
        "subtitle": plain(about.title),
        "lang": spoken().code,
        "edition": plain(request.name),
        "banner": [plain(line) for line in banner(ed, request.name)],
        "labels": {name: plain(label) for name, label in labels().items()},
        "toc-title": say("page-contents"),
        "license": plain(about.license),
        "description": plain(about.question),
    }
    return yaml.safe_dump(meta, allow_unicode=True, sort_keys=True).strip()


def commands(request: Request, attacks: Sequence[Attack]) -> dict[str, str]:
    """What a class types: the same on every system."""
    request = request.origin
    inside = request.data.is_relative_to(request.root)
    data = request.data.relative_to(request.root).as_posix() if inside else request.data.name
    changes = [f"-p {_quoted(f'{name}={value}')}" for name, value in request.changes.items()]
    edition = " ".join([_quoted(request.edition), *changes])
    folder, script = _quoted(f"attack/report/{request.name}"), "python red-team/attack.py"
    build = f"reported report {edition} --data attack/data --out attack"
    attack = attacks[0].name if attacks else ""
    return {
        "attack": attack,
        "folder": request.name,
        "set_up": _block("python -m venv class-env"),
        "install": _block("python -m pip install jupyterlab ipywidgets", "python -m jupyterlab"),
        "build": _block(
            f"{script} copy {_quoted(data)} attack/data",
            build,
            f"{script} keep {folder} attack/report/before",
        ),
        "attack_and_build": _block(f"{script} add {attack} attack/data", "reported check attack/data", build),
        "compare": _block(f"reported compare before {_quoted(request.name)} --out attack"),
    }


def _block(*lines: str) -> str:
    return "\n".join(["```", *lines, "```"])


def _quoted(text: str) -> str:
    """A word of a command, in the quotation marks that are known everywhere where it needs some."""
    return text if _ONE_WORD.fullmatch(text) else f'"{text}"'


def _points(lines: Sequence[str]) -> str:
    return lines[0] if len(lines) == 1 else "\n".join(f"- {line}" for line in lines)


def _asides(ed: Edition, sheets: Iterable[Sheet], attacks: Sequence[Attack]) -> str:
    """Which exercises have nothing to ask, and why."""
    why = {sheet.title: sheet.aside for sheet in sheets if sheet.aside}
    why |= {} if attacks else {say("pack-red-team"): nothing(ed, "any")}
    return "\n".join(f"- {say('pack-aside', title=title, why=plain(text))}" for title, text in why.items())


def _limit(sheet: Sheet) -> dict[str, str]:
    """The first limit that a class looks for, and what the verdicts on it mean."""
    limit = sheet.questions.get("limit1")
    return {
        "limit": limit.text if limit else "",
        "limit_key": limit.key if limit else "",
        "limit_common": _common(sheet, "limit1"),
        "verdicts": terms(together.meanings()) if limit else "",
    }


def _asked(sheet: Sheet) -> str:
    """The questions as a worksheet has them; questions that are alike stand there once."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for name, question in sheet.questions.items():
        alike.setdefault((question.text, question.choices), []).append(name)
    return "\n\n".join(_once(text, choices, names) for (text, choices), names in alike.items())


def _once(text: str, choices: Sequence[str], names: Sequence[str]) -> str:
    """A question with its names, its choices and room for each answer."""
    if len(names) == 1:
        called, rooms = names[0], ROOM
    else:
        called = say("pack-alike", first=names[0], last=names[-1], two=len(names) == 2)
        rooms = " ".join(f"{name}\u00a0{ROOM}" for name in names)
    told = [say("pack-choices", choices=", ".join(choices))] if 0 < len(choices) < FEW else []
    return " ".join([f"**{called}**", text, *told, rooms])


def _key(sheet: Sheet) -> str:
    """The right answers."""
    asked: dict[str, None] = {}
    rows = []
    for name, question in sheet.questions.items():
        text = say("pack-asked-before") if question.text in asked else question.text
        rows.append({"name": name, "asked": text, "right": question.key})
        asked[question.text] = None
    return _table("pack-key", rows, [16, 38, 54])


def _common(sheet: Sheet, *names: str) -> str:
    """Wrong answers to expect, each with what to say to it; the same hint once."""
    rows: dict[str, dict[str, str]] = {}
    for name in names or sheet.questions:
        for wrong, reply in sheet.questions[name].common if name in sheet.questions else ():
            rows.setdefault(reply, {"name": name, "expect": wrong, "say": reply})
    return _table("pack-common", list(rows.values()), [16, 16, 72])


def _aloud(ed: Edition) -> dict[str, str]:
    """A few retellings, as different as can be, for a session without computers."""
    steps = drift.apart(ed, ALOUD)
    lines = [
        say(
            "pack-aloud",
            was=plain(ed.words.quoted(step.of)),
            now=plain(ed.words.quoted(step.row)),
            where=plain(ed.words.cite(step.row)),
        )
        for step in steps
    ]
    return {"short_lines": _numbered(lines), "short_key": _numbered(map(drift.became, steps))}


def _numbered(lines: Iterable[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))


def _red_team(ed: Edition, attacks: Sequence[Attack]) -> dict[str, str]:
    """What the attacks are, what becomes of the answer, and a table to predict it in."""
    key = [
        {
            "file": attack.name,
            "first": plain(attack.told(FIRST)),
            "retold": plain(attack.told(RETOLD)),
            "counted": plain(attack.counted),
        }
        for attack in attacks
    ]
    predict = [
        {"file": attack.name, "does": plain(attack.does), "moves": "", "origin": "", "section": ""}
        for attack in attacks
    ]
    first = ed.record.headlines()[:1] if attacks else []
    attacked = [
        say("pack-attacked", who=ed.words.institution(row), words=ed.words.quoted(row)) for row in first
    ]
    does = [say("pack-attack", name=attack.name, does=plain(attack.does)) for attack in attacks]
    return {
        "attacked": "".join(map(plain, attacked)),
        "attacks": "\n".join(f"- {line}" for line in does),
        "attacks_key": _table("attack-key", key, [18, 34, 40, 30]),
        "attacks_predict": _table("attack-predict", predict, [20, 40, 14, 14, 18]),
    }


def _table(message: str, rows: Sequence[Mapping[str, str]], widths: Iterable[int]) -> str:
    """A table that is never cut; its cells are Markdown already, its heads attributes of a message. Nothing
    for no rows.
    """
    if not rows:
        return ""
    heads = [say(f"{message}.{key}") for key in rows[0]]
    lines = ["| " + " | ".join(heads) + " |", "|" + "|".join("-" * width for width in widths) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row.values()) + " |" for row in rows)])
