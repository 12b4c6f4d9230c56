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
from reported.wording import prose
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


def dial(page, key, kind="text"):
    return page.locator(f"input[type={kind}][name={key}]")


def whole(page, key):
    return page.locator(".dial", has=dial(page, key))


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
            ends = one.get("around", [1, 100])
            near = {
                mark / one["factor"] * by
                for mark in marks
                if mark and mark < 1e300
                for by in (1 - 1e-5, 1 + 1e-5)
            }
            values = near | {ends[0] / 3, ends[0], ends[1], (ends[0] * ends[1]) ** 0.5}
            values |= set() if one["share"] else {ends[1] * 3.3, 1e15}
            points += [{one["key"]: value} for value in sorted(values) if value != one["rest"]]
        for _ in range(mixed):
            chosen = [one for one in data["dials"] if chance.random() < 0.45]
            drawn = {
                one["key"]: chance.randint(1, 99)
                if one["share"]
                else one["around"][0] / 3 * (9 * one["around"][1] / one["around"][0]) ** chance.random()
                for one in chosen
            }
            points.append({key: float(f"{value:.6g}") for key, value in drawn.items()})
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
    keys = ["lorries", "flour_per_lorry"]
    assert set(keys) <= {one["key"] for one in data["dials"]}
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
    shown = " ".join(page.locator(".chain").inner_text().split())
    rows = page.locator(".as-published table").first.locator("tbody tr").all()
    for label, record, needed, verdict in (row.locator("td").all_text_contents() for row in rows):
        link = page.locator(".link", has_text=prose.sentence(label)).first.inner_text()
        assert record in link and needed in link and verdict in link
    assert shown.startswith("Transfers made" if folder == SHIPPED else "Lorries unloaded")
    assert page.locator(".supposing .moved").count() == 0


def test_the_state_stands_in_the_address_and_comes_back(go, pages):
    page = go()
    dial(page, "fire_rate").fill("12,000")
    page.get_by_label("what was probably meant").check()
    page.get_by_label("as first worded").check()
    dial(page, "days_in_month").fill("2.25")
    dial(page, "days_in_month").blur()
    address = page.evaluate("location.hash")
    assert address == "#what-if?days_in_month=2.25&fire_rate=12000&reading=pragmatic&wording=first"
    again = go(address)
    assert again.locator("#what-if").get_attribute("open") is not None
    assert told(again) == told(page)
    assert (
        dial(again, "fire_rate").input_value() == "12000"
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
        ("fire_rate=1e999&days_in_month=0.0001", "#what-if?days_in_month=0.0001"),
        ("shells_per_container_share=250&nothing=1&__proto__=1&constructor=2", "#what-if"),
        ("%E0%A4%A&fire_rate=12000&fire_rate=<b>", "#what-if"),
    ],
)
def test_what_an_address_cannot_mean_is_left_out(go, query, kept):
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
        assert go(address, width=900).locator("#what-if").get_attribute("open") is None


def test_it_invites_and_an_address_that_supposes_something_opens_it(go):
    for width in (390, 1280):
        assert go("", width=width).locator("#what-if").get_attribute("open") is None
        assert go("#what-if?fire_rate=500", width=width).locator("#what-if").get_attribute("open") is not None


def test_as_reported_puts_all_back_and_brings_it_again(go):
    page, plain = (
        go("#what-if?fire_rate=500&shells_per_container_share=10&reading=pragmatic&wording=first"),
        go(),
    )
    supposed, switch = told(page), page.get_by_role("switch", name=say("panel-reported"))
    assert supposed != told(plain) and not switch.is_checked()
    switch.check()
    assert told(page) == told(plain) and page.evaluate("location.hash") == "#what-if"
    assert dial(page, "fire_rate").input_value() == ""
    assert dial(page, "shells_per_container_share", "range").input_value() == "100"
    switch.uncheck()
    assert told(page) == supposed and dial(page, "fire_rate").input_value() == "500"
    assert plain.get_by_role("switch").is_checked() and plain.get_by_role("switch").is_disabled()


def test_one_link_alone_can_be_put_back(go):
    page = go("#what-if?fire_rate=500&containers=3000")
    buttons = page.get_by_role("button", name=say("panel-back"))
    assert buttons.count() == 2
    whole(page, "fire_rate").get_by_role("button").click()
    assert page.evaluate("location.hash") == "#what-if?containers=3000" and buttons.count() == 1


def test_a_value_beyond_what_is_on_record_is_said_to_be(go):
    page = go("#what-if?fire_rate=12000")
    warning = whole(page, "fire_rate").locator(".warning")
    assert warning.text_content() == ""
    dial(page, "fire_rate").fill("4000")
    beyond = "Beyond what is on record (published: 5,000 to more than 30,000)."
    assert warning.inner_text() == beyond
    assert dial(page, "fire_rate", "range").get_attribute("aria-valuetext") == f"4,000 shells a day. {beyond}"
    dial(page, "fire_rate").fill("31000")  # the top is open
    assert warning.text_content() == ""
    dial(page, "days_in_month").fill("3")
    other = whole(page, "days_in_month").locator(".warning")
    assert other.inner_text() == "Beyond what is on record (said: about two months)."
    page.get_by_label("as first worded").check()  # at least two months
    assert other.text_content() == ""


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-5", "It takes a number above nought, and -5 is none; this link stays as reported."),
        ("0", "It takes a number above nought, and 0 is none; this link stays as reported."),
        ("abc", "“abc” is no number; this link stays as reported."),
        ("1e5", "“1e5” is no number; this link stays as reported."),
        ("<b>", "“<b>” is no number; this link stays as reported."),
    ],
)
def test_what_is_no_number_above_nought_is_told_and_stays(go, text, why):
    page, box = go(), None
    before, box = told(page), dial(page, "fire_rate")
    box.fill("12000")
    box.fill(text)
    assert told(page) == before
    box.blur()
    assert box.input_value() == text and box.get_attribute("aria-invalid") is not None
    assert whole(page, "fire_rate").locator(".warning").inner_text() == why
    dial(page, "containers").fill("3000")  # another link moves, and it is still told
    assert box.input_value() == text and whole(page, "fire_rate").locator(".warning").inner_text() == why
    box.fill("9000")
    assert box.get_attribute("aria-invalid") is None and "9,000 shells a day" in told(page)


def test_a_typed_value_counts_and_an_empty_box_gives_it_up(go):
    page, box = go(), None
    before, box = told(page), dial(page, "fire_rate")
    box.press_sequentially("12345.5")
    assert "supposing 12,345.5 shells a day" in told(page)
    box.fill("9,999,999")  # beyond the end of the scale, where the handle then stands
    box.press("Enter")
    assert box.input_value() == "9,999,999" and "supposing 9.999999 million shells a day" in told(page)
    assert dial(page, "fire_rate", "range").input_value() == "1000"
    box.fill("")
    assert told(page) == before


def test_handles_start_where_the_record_is(go, pages):
    """At the number said; of a range at the end nearest to what the others need, else at the lower."""
    page, data = go(), pages[SHIPPED][1]
    starts = {
        one["key"]: dial(page, one["key"]).get_attribute("placeholder").replace(",", "")
        for one in data["dials"]
    }
    assert starts == {
        "transfers": "10", "containers_per_transfer": "165", "containers": "1000", "shells": "1000000",
        "shells_per_container": "200", "shells_per_container_share": "100", "days_in_month": "2",
        "fire_rate": "30000",
    }  # fmt: skip
    page.evaluate("document.querySelectorAll('#what-if [type=range]').forEach((one) => one.focus())")
    rate, (least, most) = dial(page, "fire_rate", "range"), data["dials"][-1]["around"]
    low = math.log10(least) - (data["decades"] - math.log10(most / least)) / 2
    assert int(rate.input_value()) == pytest.approx(
        1000 * (math.log10(30000) - low) / data["decades"], abs=0.51
    )


def test_the_others_answer_at_once(go):
    page = go()
    link = page.locator(".link", has=dial(page, "containers"))
    assert "fits-only-if" in link.get_attribute("class")
    dial(page, "fire_rate").fill("8000")
    assert "does-not-fit" in link.get_attribute("class") and "does not fit" in link.inner_text()
    dial(page, "days_in_month").fill("7")
    assert "does-not-fit" not in link.get_attribute("class")


def test_it_can_be_worked_with_the_keyboard_alone(go):
    page = go("", width=900)
    page.locator("#what-if summary").focus()
    page.keyboard.press("Enter")
    seen = []
    for _ in range(4):
        page.keyboard.press("Tab")
        seen.append(page.evaluate("[document.activeElement.type, document.activeElement.name].join(' ')"))
    assert seen == ["radio reading", "radio wording", "text transfers", "range transfers"]
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    slider = dial(page, "transfers", "range")
    assert slider.get_attribute("aria-valuetext") == "As reported: said: at least ten transfers"
    read = slider.get_attribute
    for key, least in (("ArrowRight", 10), ("PageUp", 12), ("End", 60)):
        page.keyboard.press(key)
        value = float(dial(page, "transfers").input_value())
        assert value > least and read("aria-valuetext").startswith(prose.stated(value))
    assert "supposing" in told(page)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("folder", [SHIPPED, RELIEF], ids=["shipped", "relief"])
def test_it_fits_the_screen_and_a_finger(go, width, folder):
    page = go(folder=folder, width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    for control in page.locator("#what-if :is(button, input:not([type=radio]), .choice label)").all():
        box = control.bounding_box()
        assert box is None or min(box["width"], box["height"]) >= 24
    for control in page.locator("#what-if input").all():
        assert control.evaluate("node => node.labels.length > 0 || !!node.getAttribute('aria-labelledby')")
    assert page.locator("output.supposed-answer").count() == 1  # polite by its nature


def test_band_ticks_and_handle_stand_on_one_scale(go, pages):
    page, data = go("#what-if?fire_rate=10000"), pages[SHIPPED][1]
    one, place = whole(page, "fire_rate"), dial(page, "fire_rate", "range").bounding_box()
    least, most = data["dials"][-1]["around"]
    low = math.log10(least) - (data["decades"] - math.log10(most / least)) / 2

    def at(rate):
        share = (math.log10(rate) - low) / data["decades"]
        return place["x"] + 12 + (place["width"] - 24) * share

    band, tick = (
        one.locator(".band").bounding_box(),
        one.locator(".tick", has_text="10,000").first.bounding_box(),
    )
    # More than 30,000: the band of an open top runs to the end of the scale.
    assert [band["x"], band["x"] + band["width"]] == pytest.approx(
        [at(5000), place["x"] + place["width"] - 12], abs=1
    )
    assert tick["x"] + tick["width"] / 2 == pytest.approx(at(10000), abs=1)
    assert int(dial(page, "fire_rate", "range").input_value()) == pytest.approx(
        1000 * (4 - low) / data["decades"], abs=0.51
    )


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("folder", [SHIPPED, RELIEF], ids=["shipped", "relief"])
def test_no_number_of_a_scale_touches_another(go, width, folder):
    page = go(folder=folder, width=width)
    for scale in page.locator(".scale").all():
        boxes = [tick.bounding_box() for tick in scale.locator(".tick").all()]
        assert boxes and all(a["x"] + a["width"] <= b["x"] for a, b in itertools.pairwise(boxes))


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
    assert page.locator(".supposing").get_by_text("<img src=x onerror=alert(1)> </script>").count() == 1


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
