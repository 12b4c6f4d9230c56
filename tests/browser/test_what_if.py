"""The what-if panel in a browser: its script gives what the library gives, and anyone can work it."""

import itertools
import math
import random

import pytest
import yaml

from reported.analysis.parameters import Parameters
from reported.analysis.record import RETOLD
from reported.document import assembly, rendering, what_if
from reported.dossier import reader
from reported.edition import Edition
from reported.wording.language import say

from ..conftest import RELIEF, ROOT

SHIPPED = ROOT / "data"
HEAD = (
    "---\n"
    + yaml.safe_dump({"title": "T", "lang": "en", "toc-title": "Contents", "labels": assembly.labels()})
    + "---\n\n"
)


def edition(folder):
    return Edition(reader.read(folder), Parameters())


def written(folder, place):
    """A small page that holds the panel of a dossier."""
    text, data = what_if.panel(edition(folder))
    page = place / f"{folder.name}.html"
    source = f"{HEAD}::::: {{.page-one}}\nPage one.\n:::::\n\n{text}\n\n# Then? {{#sec-then}}\n\nText.\n"
    page.write_bytes(
        rendering.html(
            source,
            place,
            ROOT / "src/reported/document/templates",
            {"words": assembly.for_scripts(), "what-if": data},
        )
    )
    return page, data


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    place = tmp_path_factory.mktemp("panel")
    return {folder: written(folder, place) for folder in (SHIPPED, RELIEF)}


@pytest.fixture
def go(browser, pages):
    """Opens a page at an address; whatever its script says or fails at fails the test."""
    contexts, said = [], []

    def opened(address="#what-if", folder=SHIPPED, width=1280, **settings):
        context = browser.new_context(viewport={"width": width, "height": 800}, offline=True, **settings)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: said.append(dialog.message))
        page.goto(pages[folder][0].as_uri() + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []


def told(page):
    return page.locator("output .told").inner_text()


def dial(page, key, kind="range"):
    return page.locator(f"input[type={kind}][name={key}]")


# The same as the library
# ---------------------------------------------------------------------------------------------


def grid(ed, data, mixed):
    """States to hold script and library together on: each dial alone, at the ends of its scale and about
    every bound, and many at once.

    No value lies within a millionth of a bound, where the solver and the script may take either side.
    """
    chance = random.Random(4)
    states = []
    for wording, reading in itertools.product(what_if.WORDINGS, ("literal", "pragmatic")):
        bare = what_if.suppose(ed, what_if.WORDINGS[wording], reading)
        points = [{}]
        for one in data["dials"]:
            marks = [*one.get("ranges", {}).get(f"{wording} {reading}", ())[:2]]
            span = bare.needs.get(one["quantity"])
            marks += [span.low, span.high] if span and not one["share"] else []
            near = {
                mark / one["factor"] * by
                for mark in marks
                if mark and mark < 1e300
                for by in (1 - 1e-5, 1 + 1e-5)
            }
            values = near | {one["step"], one["max"], one["max"] / 2, one["max"] / 7}
            points += [{one["key"]: value} for value in sorted(values) if value != one["rest"]]
        for _ in range(mixed):
            chosen = [one for one in data["dials"] if chance.random() < 0.45]
            steps = {
                one["key"]: chance.randint(1, round(one["max"] / one["step"]) - 1) * one["step"]
                for one in chosen
            }
            points.append({key: float(f"{value:.12g}") for key, value in steps.items()})
        states += [{"wording": wording, "reading": reading, "values": values} for values in points]
    return states


def ends(span):
    return span and [span.low, span.high if span.high < float("inf") else None, span.low_open, span.high_open]


def near(a, b):
    if a is None or b is None:
        return a is b
    return a[2:] == b[2:] and all(
        x is y or math.isclose(x, y, rel_tol=1e-9) for x, y in zip(a[:2], b[:2], strict=True)
    )


@pytest.mark.parametrize(
    ("folder", "mixed", "least"), [(SHIPPED, 100, 500), (RELIEF, 25, 150)], ids=["shipped", "relief"]
)
def test_the_script_gives_what_the_library_gives(go, pages, folder, mixed, least):
    ed, data = edition(folder), pages[folder][1]
    states = grid(ed, data, mixed)
    assert len(states) >= least
    script = """states => { const data = JSON.parse(document.getElementById("what-if-data").textContent);
        return states.map((state) => JSON.parse(JSON.stringify(whatIf.answer(data, state)))); }"""
    words = set()
    for state, got in zip(states, go(folder=folder).evaluate(script, states), strict=True):
        now = what_if.suppose(ed, what_if.WORDINGS[state["wording"]], state["reading"], state["values"])
        words.add(now.word)
        assert (got["word"], got["sentence"]) == (now.word, now.sentence), state
        assert [[row[k] for k in ("label", "record", "needed", "word")] for row in got["rows"]] == [
            [row.label, row.record, row.needed, row.word] for row in now.rows
        ], state
        assert [name for name, _ in got["needs"]] == list(now.needs), state
        assert all(near(span, ends(now.needs[name])) for name, span in got["needs"]), state
        for theirs, ours in zip(got["outcomes"], now.outcomes, strict=True):
            assert theirs["word"] == ours.word and theirs["stretch"] == pytest.approx(
                ours.stretch, rel=1e-9
            ), state
            for name, verdict in ours.verdicts.items():
                assert theirs["verdicts"][name]["word"] == verdict.word, (state, name)
                assert near(theirs["verdicts"][name]["found"], ends(verdict.implied.interval)), (state, name)
    assert len(words) > 1


def test_numbers_are_written_as_prose_writes_them(go, pages):
    """Through a condition, on a scale from a thousandth to a billion: rounding, spelled numbers, millions."""
    ed, data = edition(RELIEF), pages[RELIEF][1]
    keys = [one["key"] for one in data["dials"] if not one["share"]]
    states = [
        {"wording": "first", "reading": "literal", "values": {keys[0]: 0.07 * 1.7**n, keys[1]: 3.0}}
        for n in range(0, 45)
    ] + [
        {"wording": "first", "reading": "literal", "values": {keys[0]: float(n), keys[1]: 1.0}}
        for n in (1, 2, 10, 11, 1e6, 2.5e6, 1e9, 1_234_567, 1_234_567_890, 0.00000012)
    ]
    script = (
        "states => states.map((state) => "
        "whatIf.answer(JSON.parse(document.getElementById('what-if-data').textContent), state))"
    )
    for state, got in zip(states, go(folder=RELIEF).evaluate(script, states), strict=True):
        now = what_if.suppose(ed, "as first worded", "literal", state["values"])
        assert [got["sentence"], *(row["needed"] for row in got["rows"])] == [
            now.sentence,
            *(row.needed for row in now.rows),
        ]


# What a reader sees and does
# -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", [SHIPPED, RELIEF], ids=["shipped", "relief"])
def test_it_starts_with_the_answer_of_the_briefing(go, folder):
    page, now = go(folder=folder), what_if.suppose(edition(folder), RETOLD, "literal")
    assert (
        told(page) == now.sentence == page.locator(".as-published .supposed-answer p").nth(1).text_content()
    )
    assert page.locator("output .verdict").inner_text() == now.word
    cells = page.locator(".supposing tbody td").all_inner_texts()
    assert cells == page.locator(".as-published table").first.locator("tbody td").all_text_contents()
    assert page.locator(".supposing .moved").count() == 0


def test_the_state_stands_in_the_address_and_comes_back(go, pages):
    page = go()
    dial(page, "fire_rate").fill("12000")
    page.get_by_label("what was probably meant").check()
    page.get_by_label("as first worded").check()
    dial(page, "days_in_month", "number").fill("2.25")
    dial(page, "days_in_month", "number").blur()
    address = page.evaluate("location.hash")
    assert address == "#what-if?fire_rate=12000&days_in_month=2.25&reading=pragmatic&wording=first"
    again = go(address)
    assert again.locator("#what-if").get_attribute("open") is not None
    assert told(again) == told(page)
    assert (
        dial(again, "fire_rate", "number").input_value() == "12000"
        and dial(again, "days_in_month").input_value() == "2.25"
    )
    values = {"fire_rate": 12000, "days_in_month": 2.25}
    assert told(again) == what_if.suppose(edition(SHIPPED), "as first worded", "pragmatic", values).sentence
    again.evaluate("location.hash = '#what-if?fire_rate=9000'")
    again.wait_for_function("document.querySelector('[name=fire_rate]').value === '9000'")
    assert again.get_by_label("what the words allow").is_checked()


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ("fire_rate=<script>alert(1)</script>&reading=evil&wording=__proto__", "#what-if"),
        ("fire_rate=-5&days_in_month=NaN&shells_per_container=&containers_per_transfer=0", "#what-if"),
        ("fire_rate=1e999&days_in_month=0.0001", "#what-if?fire_rate=60000&days_in_month=0.05"),
        ("shells_per_container_share=250&nothing=1&__proto__=1&constructor=2", "#what-if"),
        ("%E0%A4%A&fire_rate=12000&fire_rate=<b>", "#what-if"),
    ],
)
def test_what_an_address_cannot_mean_is_left_out_or_limited(go, query, kept):
    page = go(f"#what-if?{query}")
    assert (
        page.evaluate(
            "whatIf.written(JSON.parse(document.getElementById('what-if-data').textContent), "
            "whatIf.read(JSON.parse(document.getElementById('what-if-data').textContent), location.hash))"
        )
        == kept
    )
    assert page.locator("#what-if :is(script, b, img)").count() == 0
    assert page.locator(".supposing .moved").count() == kept.count("=")


def test_another_address_leaves_the_panel_closed(go):
    for address in ("", "#sec-then", "#what-if-not"):
        assert go(address).locator("#what-if").get_attribute("open") is None


def test_reset_gives_back_the_answer_of_the_briefing(go):
    page, plain = (
        go("#what-if?fire_rate=500&shells_per_container_share=10&reading=pragmatic&wording=first"),
        go(),
    )
    assert told(page) != told(plain)
    page.get_by_role("button", name=say("panel-reset")).click()
    assert told(page) == told(plain) and page.evaluate("location.hash") == "#what-if"
    assert (
        dial(page, "fire_rate", "number").input_value() == ""
        and dial(page, "shells_per_container_share").input_value() == "100"
    )


def test_a_value_outside_what_was_sourced_is_said_to_be(go):
    page = go("#what-if?fire_rate=12000")
    warning = page.locator(".dial", has=dial(page, "fire_rate")).locator(".warning")
    assert warning.text_content() == ""
    dial(page, "fire_rate").fill("4000")
    assert warning.inner_text() == "Outside what is on the record (published: 5,000 to more than 30,000)."
    dial(page, "fire_rate").fill("31000")  # the top is open
    assert warning.text_content() == ""
    dial(page, "days_in_month").fill("3")
    other = page.locator(".dial", has=dial(page, "days_in_month")).locator(".warning")
    assert other.inner_text() == "Outside what is on the record (said: about two months)."
    page.get_by_label("as first worded").check()  # at least two months
    assert other.text_content() == ""


def test_a_typed_value_counts_and_an_empty_box_gives_it_up(go):
    page, box = go(), None
    before, box = told(page), dial(page, "fire_rate", "number")
    box.press_sequentially("12345.5")
    assert "supposing 12,345.5 shells a day" in told(page)
    box.fill("9999999")
    box.press("Enter")
    assert box.input_value() == "60000" and "supposing 60,000 shells a day" in told(page)
    box.fill("")
    assert told(page) == before


def test_it_can_be_worked_with_the_keyboard_alone(go):
    page = go("")
    page.locator("#what-if summary").focus()
    page.keyboard.press("Enter")
    before, seen = told(page), []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("[document.activeElement.type, document.activeElement.name].join(' ')"))
    assert seen == ["radio reading", "radio wording", "number fire_rate", "range fire_rate"]
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert "supposing 1,500 shells a day" in told(page)
    assert dial(page, "fire_rate").get_attribute("aria-valuetext") == "1,500 shells a day"
    page.keyboard.press("Home")
    assert told(page) == before
    assert dial(page, "fire_rate").get_attribute("aria-valuetext") == "published: 5,000 to more than 30,000"


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("folder", [SHIPPED, RELIEF], ids=["shipped", "relief"])
def test_it_fits_the_screen_and_a_finger(go, width, folder):
    page = go(folder=folder, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for control in page.locator("#what-if :is(button, input:not([type=radio]), .choice label)").all():
        box = control.bounding_box()
        assert min(box["width"], box["height"]) >= 24
    for control in page.locator("#what-if input").all():
        assert control.evaluate("node => node.labels.length > 0 || !!node.getAttribute('aria-labelledby')")
    assert page.locator("output.supposed-answer").count() == 1  # polite by its nature


def test_the_band_is_drawn_where_the_scale_has_it(go):
    page = go("#what-if?fire_rate=30000")
    band, slider = page.locator(".band").first.bounding_box(), dial(page, "fire_rate").bounding_box()
    # More than 30,000: the band of an open top runs to the end of the scale.
    first, last = (slider["x"] + 12 + (slider["width"] - 24) * rate / 60000 for rate in (5000, 60000))
    assert [band["x"], band["x"] + band["width"]] == pytest.approx([first, last], abs=1)


def test_on_paper_stands_the_answer_of_the_briefing(go):
    page = go("#what-if?fire_rate=12000")
    page.emulate_media(media="print")
    assert page.locator(".as-published").is_visible() and not page.locator(".supposing").is_visible()
    assert page.locator(".needs-script").count() == 0


def test_without_scripts_the_answer_and_the_ranges_are_there_to_read(go):
    page = go("", java_script_enabled=False)
    page.locator("#what-if summary").click()
    assert (
        page.locator(".as-published .supposed-answer").is_visible()
        and page.locator(".needs-script").is_visible()
    )
    assert page.locator("#what-if input").count() == 0
    assert "published: 5,000 to more than 30,000" in page.locator(".as-published table").nth(1).inner_text()


def test_words_of_a_dossier_are_only_ever_text(go, pages, tmp_path, copy_of):
    folder = copy_of(RELIEF)
    plan = folder / "dossier.toml"
    plan.write_text(
        plan.read_text("utf-8").replace("flour in a lorry", "<img src=x onerror=alert(1)> </script>"), "utf-8"
    )
    page = go(folder=RELIEF)
    page.goto(written(folder, tmp_path)[0].as_uri() + "#what-if?flour_per_lorry=5")
    assert page.locator("#what-if img").count() == 0
    assert page.locator(".supposing").get_by_text("<img src=x onerror=alert(1)> </script>").count() == 2


def test_a_page_without_the_panel_has_nothing_to_do(browser, tmp_path):
    source = f"{HEAD}# One {{#sec-one}}\n\nText.\n"
    data = {"words": assembly.for_scripts()}
    (tmp_path / "page.html").write_bytes(
        rendering.html(source, tmp_path, ROOT / "src/reported/document/templates", data)
    )
    page, said = browser.new_page(), []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((tmp_path / "page.html").as_uri() + "#what-if?fire_rate=1")
    assert said == [] and page.evaluate("typeof whatIf.answer") == "function"
    page.close()
