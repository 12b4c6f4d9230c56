"""Menus: the questions of an exercise to click, and its figures to slide. Needs ipywidgets.

Each field bears the words of its question, which is what a screen reader reads out. A slider has a field for
its number beside it: what is typed there is taken as it is, and the slider goes as near as it can.
"""

from __future__ import annotations

import html
import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import ipywidgets as w

if TYPE_CHECKING:
    from .asking import Exercise

WHOLE = "asked"  # the class of a field whose words stand above it, all of them
STYLE = f"""<style>
.{WHOLE}.widget-inline-hbox {{ flex-direction: column; align-items: flex-start; height: auto; }}
.{WHOLE} .widget-label {{ width: auto; max-width: 100%; height: auto; }}
.{WHOLE} .widget-label {{ white-space: normal; text-align: start; line-height: 1.5; }}
.{WHOLE} select, .{WHOLE} input {{ width: 18em; min-height: 28px; flex: none; }}
</style>"""
STEP = 0.0005  # of a slider, as a share of a decade: finer than three digits


def panel(exercise: Exercise) -> Any:
    """A menu for every question and a slider for every figure that moves."""
    questions = [_question(exercise, name) for name in exercise.questions]
    return w.VBox([w.HTML(STYLE), *questions, *(_slider(exercise, name) for name in exercise.moves)])


def _question(exercise: Exercise, name: str) -> Any:
    question, said = exercise.questions[name], w.HTML()
    line = f"{name} · " if len(name) == 1 else ""  # the letter of a line
    label = _label(line + question["text"])
    if question["choices"]:
        options = [(exercise.say("choose"), ""), *((choice, choice) for choice in question["choices"])]
        field = w.Dropdown(options=options, **label)
    else:
        field = w.Text(placeholder=exercise.say("a-number"), continuous_update=False, **label)
    field.add_class(WHOLE)

    def tell(change: Mapping[str, Any]) -> None:
        said.value = _page(exercise.reply(name, change["new"])[1])

    field.observe(tell, "value")
    return w.VBox([field, said])


def _slider(exercise: Exercise, name: str) -> Any:
    """A figure to slide or to type, how it is to be read, and what comes of it."""
    move, said, moving = exercise.moves[name], w.HTML(), set[str]()
    low, high, start = move["low"], move["high"], move["start"]
    typed = w.FloatText(value=start, **_label(move["text"]))
    typed.add_class(WHOLE)
    slider = w.FloatLogSlider(
        value=start, min=math.log10(low), max=math.log10(high), step=STEP, readout=False,
        tooltip=typed.description, layout={"width": "32em"},
    )  # fmt: skip
    wording, reading = (_choice(exercise, kind) for kind in ("wordings", "readings"))

    def nearest() -> float:
        """As near as the slider can go to the number."""
        return float(min(max(typed.value, low), high))

    def slid(change: Mapping[str, Any]) -> None:
        # A browser sends the slider back on the next of its steps: that is no other number.
        there = typed.value > 0 and abs(math.log10(change["new"] / nearest())) <= STEP
        if not moving and not there:
            moving.add("slider")
            typed.value = float(f"{change['new']:.3g}")
            moving.clear()

    def tell(change: Mapping[str, Any]) -> None:
        said.value = _page(exercise.suppose(name, typed.value, wording.value, reading.value).text)
        if not moving and typed.value > 0:  # the slider follows what was typed, as far as it goes
            moving.add("number")
            slider.value = nearest()
            moving.clear()

    slider.observe(slid, "value")
    for part in (typed, wording, reading):
        part.observe(tell, "value")
    # Nothing is told before something is moved: what must hold is among the questions.
    return w.VBox([typed, slider, w.HBox([wording, reading]), said])


def _choice(exercise: Exercise, kind: str) -> Any:
    options = exercise.supposing[kind]
    return w.ToggleButtons(
        options=[(word, code) for code, word in options.items()], tooltips=list(options.values()),
        description=exercise.say(kind), style={"button_width": "auto", "description_width": "auto"},
    )  # fmt: skip


def _label(text: str) -> dict[str, Any]:
    """What makes a field bear a text as its label."""
    text = html.unescape(text).replace("*", "")
    style, layout = {"description_width": "auto"}, {"width": "auto"}
    return {"description": text, "tooltip": text, "style": style, "layout": layout}


def _page(text: str) -> str:
    """A reply for a widget, which shows HTML; a screen reader says it when it comes. Letters stay letters,
    character references of the Markdown keep their meaning.
    """
    return f'<div role="alert">{text.replace("<", "&lt;").replace("*", "")}</div>'
