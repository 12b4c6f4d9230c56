"""Sayings: where a message is said in an edition, and how it reads there in every language.

The notebooks are run here and now, without a kernel and without figures, once in each language, and what they
say is written down.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import chdir
from dataclasses import dataclass
from typing import Any

from reported.build.project import notebooks
from reported.build.request import Request
from reported.errors import Problem, Refused, did_you_mean
from reported.notebooks import runner
from reported.wording.language import ENGLISH, Heard, Language, language, languages, listening, speaking


@dataclass(frozen=True)
class Saying:
    """A message as it was said once: where, with which values, and how it read."""

    where: str
    heard: Heard


def told(request: Request, name: str) -> str:
    """A message in every language, with the values of an edition and where it is said. Raises Refused where
    there is no such message.
    """
    project = request.data.parent
    english = language(ENGLISH, project)
    own = [each for each in english.names() if each == name or each.startswith(f"{name}.")]
    if not own:
        raise Refused([Problem(name, "there is no such message.", did_you_mean(name, english.names()))])
    spoken = [language(code, project, falls_back=True) for code in languages(project)]
    said = {each.code: list(sayings(request, each, own)) for each in spoken}
    return "\n\n".join(_of_one(each, spoken, said) for each in own)


def sayings(request: Request, spoken: Language, names: list[str]) -> Iterator[Saying]:
    """Each time one of some messages is said in the notebooks of an edition, in one language."""
    from reported.analysis import parameters
    from reported.analysis.parameters import ENGLISH_INSTEAD
    from reported.dossier import reader

    chosen = parameters.load(request.file, reader.read(request.data).plan, request.changes).as_data()
    given: dict[str, Any] = {**chosen, "language": spoken.code, "unsaid": ENGLISH_INSTEAD}
    given["data"] = str(request.data)
    for path in notebooks(request.root):
        with speaking(spoken), listening() as heard, chdir(request.beside):
            for number, _ in runner.inline(path, given):
                yield from (
                    Saying(f"{path.stem} cell {number}", each) for each in heard if each.name in names
                )
                heard.clear()


def _of_one(name: str, spoken: list[Language], said: Mapping[str, list[Saying]]) -> str:
    """What is told of one message or attribute."""
    lines = [name]
    for each in spoken:
        if not each.has(name):
            lines.append(f"  {each.code}  is not said")
            continue
        path = each.files[name.partition(".")[0]]
        lines.append(f"  {each.code}  {path.parent.name}/{path.name}")
        readings: dict[str, list[str]] = {}
        for saying in said[each.code]:
            if saying.heard.name == name:
                readings.setdefault(saying.heard.text, []).append(saying.where)
        lines += [
            f"      {text}\n        in {', '.join(dict.fromkeys(places))}"
            for text, places in readings.items()
        ]
    values = {
        key: value
        for way in said.values()
        for one in way
        if one.heard.name == name
        for key, value in one.heard.values.items()
    }
    if values:
        lines.append("  with " + ", ".join(f"${key} = {value}" for key, value in values.items()))
    return "\n".join(lines)
