"""The exercises for a browser alone, as a class works them: by mouse and keyboard, on a desk, on a phone."""

import json

import pytest

from reported.classroom import lessons, packs
from reported.wording.language import speaking

from ..classroom.test_teaching import edition_of, order_of
from ..conftest import ROOT
from . import looks

EDITIONS = {"en": {}, "ko": {"language": "ko"}, "early": {"as_of": "2023-09-01"}}
NAMES = ("1-spot-the-drift", "2-how-many-sources", "3-what-would-have-to-be-true", "4-one-word")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The pages of some editions, each in a folder of its own."""
    folder = tmp_path_factory.mktemp("exercises")
    for name, changes in EDITIONS.items():
        edition, order = edition_of(ROOT / "data", changes), order_of(ROOT / "data", changes)
        (folder / name).mkdir()
        with speaking(edition.language):
            for file, content in packs._pages(edition, order, lessons.sheets(edition)).items():
                (folder / name / file).write_bytes(content)
    return folder


@pytest.fixture(
    scope="module", params=[(edition, name) for edition in EDITIONS for name in NAMES], ids="-".join
)
def path(request, written):
    edition, name = request.param
    return written / edition / f"{name}.html"


@pytest.fixture(scope="module")
def page(browser, path):
    with looks.seen(browser, path) as opened:
        yield opened


@pytest.mark.parametrize("scheme", looks.SCHEMES)
@pytest.mark.parametrize("width", looks.WIDTHS)
def test_nobody_is_kept_out_by_how_a_page_is_made(page, width, scheme):
    page.show(width, scheme)
    assert looks.accessibility(page) == []


@pytest.mark.parametrize("width", [320, *looks.READ_AT])
def test_a_page_never_scrolls_sideways_and_can_be_read(page, width):
    page.show(width)
    assert looks.width(page) == looks.small(page) == []


def test_the_keyboard_reaches_every_field_in_order_and_in_sight(page):
    page.show()
    assert looks.tabbing(page) == []
    if page.ask("document.querySelector('main form') !== null"):
        assert looks.skipping(page) == []


def test_letters_are_there_links_lead_somewhere_and_print_cuts_nothing_off(page):
    assert looks.missing(page) == looks.leads(page) == looks.cut(page) == []


def test_nothing_was_fetched_or_complained_of(page):
    assert looks.traffic(page) == []


def test_markup_has_no_error(path):
    assert looks.markup(path) == []


# ── worked ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def go(browser, written):
    """Opens a page; whatever its script complains of fails the test."""
    said = []
    context = browser.new_context(offline=True, accept_downloads=True)

    def opened(name, edition="en"):
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto((written / edition / f"{name}.html").as_uri())
        return page

    yield opened
    context.close()
    assert said == []


def answered(page, name, answer):
    """What the page says to an answer that is given with the keyboard alone."""
    field = page.locator(f"#answer-{name}")
    field.focus()
    if field.evaluate("(field) => field.tagName") == "SELECT":
        page.keyboard.type(answer)
        page.keyboard.press("Tab")
    else:
        field.fill(answer)
    page.keyboard.press("Enter")
    return page.locator(f"form[data-name={name}] .reply")


def test_right_wrong_and_the_hints_before(go):
    page = go("3-what-would-have-to-be-true")
    assert page.inner_text("#score") == "0 of 6 right."
    reply = answered(page, "limit1", "9000")
    assert reply.inner_text().startswith("Not yet: too low.") and reply.get_attribute("role") == "status"
    assert "you took both figures as bare numbers" in answered(page, "limit1", "16400").inner_text()
    assert "Right: more than 13,100" in answered(page, "limit1", "13,149").inner_text()
    hints = page.locator("form[data-name=limit1] .earlier li").all_inner_texts()
    assert [hint[:15] for hint in hints] == ["Not yet: too lo", "Not yet: you to"]
    assert page.inner_text("#score") == "1 of 6 right."
    assert answered(page, "limit2", " ").inner_text() == "No answer yet."
    assert "Not yet. Fits would mean" in answered(page, "first_literal", "fits").inner_text()
    page.reload()
    assert page.inner_text("#score") == "1 of 6 right.", "a reload of the tab loses nothing"
    assert page.input_value("#answer-limit1") == "13,149"


def test_a_figure_is_moved_with_the_keyboard(go):
    page = go("3-what-would-have-to-be-true")
    slider, move = page.locator("#move-fire_rate"), page.locator("form.move[data-name=fire_rate]")
    assert move.locator(".reply").inner_text() == "", "nothing is told before something is moved"
    slider.focus()
    page.keyboard.press("Home")
    assert slider.get_attribute("aria-valuetext") == move.locator("output").inner_text()
    assert "the figures cannot all be true" in move.locator(".reply").inner_text()
    page.keyboard.press("End")
    assert "the figures can all be true" in move.locator(".reply").inner_text()
    page.select_option("#move-fire_rate-wording", "first")
    assert move.locator(".reply").inner_text().startswith("As first worded")


def test_answers_are_saved_for_whoever_collects_them(go, tmp_path):
    page = go("1-spot-the-drift")
    save = page.locator("#save button").first
    save.click()
    assert page.inner_text("#save .reply") == "Write your name first."
    page.fill("#student", "Kim Hana")
    save.click()
    assert page.inner_text("#save .reply") == "Nothing has been answered yet."
    answered(page, "A", "kept")
    with page.expect_download() as begun:
        save.click()
    begun.value.save_as(tmp_path / "file")
    content = json.loads((tmp_path / "file").read_text("utf-8"))
    assert begun.value.suggested_filename == "answers-spot-the-drift-Kim-Hana.json"
    assert (content["student"], content["answers"]["A"]["answer"]) == ("Kim Hana", "kept")


def test_korean_is_answered_in_korean(go):
    page = go("3-what-would-have-to-be-true", "ko")
    assert "맞았다" in answered(page, "limit1", "1만3100").inner_text()
    assert page.inner_text("#score") == "6문제 중 1문제를 맞혔다."
