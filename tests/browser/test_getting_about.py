"""Finding one's way about a page: what is folded opens where it is wanted, the search finds, a chart can be
taken away, and an earlier day has an address.
"""

import pytest

from reported.document import assembly, rendering

from ..conftest import ROOT
from . import looks

SAMPLE = ROOT / "tests" / "document" / "rendering"
TEMPLATE = ROOT / "src/reported/document/templates"
DAYS = """::::: {.panel #moments}
## Earlier

::: {.moment #as-of-2019-07-01 day="2019-07-01"}
## 1 July

One.
:::

::: {.moment #as-of-2019-07-03 day="2019-07-03"}
## 3 July

Two [changed]{.changed}
:::

::: {.moment #as-of-now day="2019-12-31"}
## Now

Three.
:::
:::::

# What was said"""


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The sample as a page with its scripts and some earlier days."""
    text = (SAMPLE / "sample.md").read_text("utf-8").replace("# What was said", DAYS, 1)
    text = text.replace("Fishermen on the quay", "Fishermen on the Quái")
    data = {
        "words": assembly.for_scripts(),
        "cite": "Nine Hundred Bicycles. Edition sample.",
        "plots": {"counts": "party,low\r\nÄ,740\r\n"},
        "who": {"Skipper of the ferry": [2, 4]},
    }
    path = tmp_path_factory.mktemp("about") / "page.html"
    path.write_bytes(rendering.html(text, SAMPLE, TEMPLATE, data))
    return path


@pytest.fixture
def go(browser, written):
    """Opens the page; whatever a script says, fails at or asks for fails the test."""
    contexts, said, asked = [], [], []

    def opened(address="", width=1280, **settings):
        settings = {"viewport": {"width": width, "height": 800}, "offline": True} | settings
        contexts.append(browser.new_context(**settings))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(written.as_uri() + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("data:", "blob:", written.as_uri()))] == []


def open_(page, what="#record-crossings"):
    return page.locator(what).evaluate("(each) => each.open")


def seen(page, what):
    """Whether the top of an element is in sight."""
    return page.locator(what).first.evaluate(
        "(each) => { const { top } = each.getBoundingClientRect(); return top >= 0 && top < innerHeight; }"
    )


def until(page, told):
    """Wait until a condition holds; the page's own waiting would be refused by its policy."""
    for _ in range(100):
        if page.evaluate(told):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never so: {told}")


def put(page, markup):
    """Put something more into the page, at the top of its text."""
    page.evaluate("(more) => document.querySelector('main').insertAdjacentHTML('afterbegin', more)", markup)


def test_a_record_is_folded_and_opens_by_a_click_and_a_key(go):
    page = go()
    assert not open_(page)
    summary = page.locator("#record-crossings > summary")
    summary.click()
    assert open_(page)
    summary.press("Enter")
    assert not open_(page)


@pytest.mark.parametrize("name", ["tbl-weeks", "fig-racks", "finding-crossings-breakeven"])
def test_an_address_opens_the_record_around_its_place(go, name):
    page = go(f"#{name}")
    assert open_(page) and seen(page, f"#{name}")


def test_a_link_opens_the_record_also_where_one_already_is(go):
    page = go()
    page.evaluate("location.hash = 'tbl-weeks'")
    until(page, "document.getElementById('record-crossings').open")
    page.evaluate("document.getElementById('record-crossings').open = false; scrollTo(0, 0)")
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('afterbegin', '<a href=#tbl-weeks>there</a>')"
    )
    page.get_by_text("there", exact=True).click()
    until(page, "document.getElementById('record-crossings').open")


def test_an_address_of_no_place_breaks_nothing(go):
    assert not open_(go("#%"))
    assert not open_(go("#no-such-place"))


def test_print_opens_the_record_and_folds_it_again(go):
    page = go()
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert open_(page)
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not open_(page)
    page.emulate_media(media="print")
    assert page.locator("#tbl-weeks").evaluate("(each) => each.checkVisibility()"), (
        "printed without that event"
    )


def test_without_scripts_the_record_is_open_and_a_mark_leads(go):
    page = go(java_script_enabled=False)
    assert page.locator("#tbl-weeks").is_visible()
    assert page.locator(".rests a").get_attribute("href") == "#rests-crossings-needed"
    assert page.locator(".tools, .take").count() == 0


def test_a_mark_opens_what_its_sentence_rests_on(go):
    page = go()
    mark = page.get_by_role("button", name="Rests on one claim").first
    rests = page.locator("#rests-crossings-needed")
    assert not rests.is_visible() and mark.get_attribute("aria-expanded") == "false"
    mark.press("Space")
    assert rests.is_visible() and rests.get_by_text("50 on board").is_visible()
    until(page, "document.querySelector('.rests button').getAttribute('aria-expanded') === 'true'")


def ask(page, words):
    page.keyboard.press("/")
    page.fill("#search-words", words)
    until(page, "document.querySelector('.search [role=status]').textContent !== ''")
    return page.locator(".found")


def test_the_search_opens_the_record_and_shows_the_place(go):
    page = go()
    found = ask(page, "AVERAGE  load")
    assert found.locator("h2").all_inner_texts() == ["Findings (1)"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert open_(page) and seen(page, "#finding-crossings-breakeven")
    assert not open_(page, "dialog.search")
    assert page.evaluate("document.activeElement.closest('.finding')?.id") == "finding-crossings-breakeven"


def test_the_search_finds_claims_people_documents_and_tables(go):
    page = go()
    assert "50 on board" in ask(page, "50 on board").inner_text()
    assert ask_again(page, "quai").locator("h2").all_inner_texts() == ["Claims (1)"], "marks of letters"
    assert "Skipper of the ferry 2 4" in " ".join(ask_again(page, "skipper").inner_text().split())
    assert "Places" not in ask_again(page, "week of july").inner_text()
    assert "Questions, charts and tables (1)" in page.locator(".found").inner_text()
    ask_again(page, "zeppelin")
    assert page.locator(".search [role=status]").inner_text() == "Nothing found."


def ask_again(page, words):
    page.fill("#search-words", words)
    page.wait_for_timeout(150)
    return page.locator(".found")


def test_a_claim_that_was_found_opens_its_card_and_leads_to_its_place(go):
    page = go()
    ask(page, "fishermen quai").locator("a").click()
    assert page.locator(".card-here").get_by_text("no fewer than 600").is_visible()
    page.locator(".card-here a", has_text="To its place").click()
    until(page, "!document.querySelector('dialog[open]')")
    assert seen(page, "#claim-5")


def test_a_slash_in_a_field_is_only_a_slash(go):
    page = go()
    page.evaluate(
        "document.querySelector('main').insertAdjacentHTML('afterbegin', '<input id=f aria-label=f>')"
    )
    page.locator("#f").press("/")
    assert not open_(page, "dialog.search") and page.input_value("#f") == "/"


def test_contents_mark_the_section_that_is_read(go):
    page = go("#sec-crossings")
    until(page, "document.querySelector('.contents [aria-current]')?.hash === '#sec-crossings'")
    page.evaluate("document.getElementById('sec-said').scrollIntoView()")
    until(page, "document.querySelector('.contents [aria-current]')?.hash === '#sec-said'")


def test_a_phone_has_contents_at_hand_everywhere(go):
    page = go(width=390)
    nav = page.locator(".contents")
    assert not nav.is_visible()
    page.evaluate("scrollTo(0, 3000)")
    page.get_by_role("button", name="Contents").click()
    assert nav.is_visible()
    page.keyboard.press("Escape")
    assert not nav.is_visible()
    page.get_by_role("button", name="Contents").click()
    nav.locator("a", has_text="crossings").click()
    assert not nav.is_visible() and seen(page, "#sec-crossings")
    page.get_by_role("button", name="Back to top").click()
    until(page, "scrollY === 0")


@pytest.mark.parametrize("allowed", [True, False])
def test_a_link_is_copied_or_shown_to_be_copied(go, written, allowed):
    page = go("#finding-crossings-breakeven")
    written_text = "Promise.resolve(window.copied = text)" if allowed else "Promise.reject()"
    page.evaluate(
        "Object.defineProperty(navigator, 'clipboard', { value: { writeText: (text) => "
        + written_text
        + " } })"
    )
    page.locator("#finding-crossings-breakeven .copy").click()
    address = f"{written.as_uri()}#finding-crossings-breakeven"
    if allowed:
        until(page, "window.copied")
        assert page.evaluate("window.copied") == address
    else:
        assert page.locator("#finding-crossings-breakeven .address").input_value() == address
        assert page.evaluate("document.activeElement.selectionEnd") == len(address)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_chart_is_taken_away_with_its_words(go, tmp_path, scheme):
    page = go("#fig-counts", color_scheme=scheme)
    made = {}
    for kind in ("SVG", "PNG", "CSV"):
        with page.expect_download() as taken:
            page.locator("#fig-counts .take button", has_text=kind).click()
        made[kind] = tmp_path / taken.value.suggested_filename
        taken.value.save_as(made[kind])
    assert [path.name for path in made.values()] == ["counts.svg", "counts.png", "counts.csv"]
    drawing = made["SVG"].read_text("utf-8")
    for words in (
        "All three numbers meet.",
        "Bicycles a day, by party",
        "Sources: the parties themselves.",
        'fill="#fff"',
    ):
        assert words in drawing
    assert "font-family" in drawing and "url(" not in drawing.split("</style>")[0]
    assert made["PNG"].read_bytes()[:4] == b"\x89PNG" and made["PNG"].stat().st_size > 20_000
    assert made["CSV"].read_bytes().decode() == "party,low\r\nÄ,740\r\n"
    assert page.locator("#fig-racks .take button").all_text_contents() == ["SVG", "PNG", "Cite", "Copy link"]


def test_a_chart_says_how_it_is_cited(go):
    page = go("#fig-counts")
    page.locator("#fig-counts .take button", has_text="Cite").click()
    text, bibtex, ris = (page.input_value(f"#cite-{name}") for name in ("text", "bibtex", "ris"))
    assert text == "“All three numbers meet.” Nine Hundred Bicycles. Edition sample."
    assert bibtex.startswith("@incollection{ninehundredbicycles,\n  title = {All three numbers meet.},")
    assert bibtex.count("{") == bibtex.count("}")
    assert ris.splitlines()[0] == "TY  - FIGURE" and ris.splitlines()[-1] == "ER  - "
    page.keyboard.press("Escape")
    assert not open_(page, "dialog.cite")


def test_the_whole_says_how_it_is_cited(go):
    page = go()
    page.locator(".banner button").click()
    assert page.input_value("#cite-text") == "Nine Hundred Bicycles. Edition sample."
    assert page.input_value("#cite-bibtex").startswith(
        "@misc{ninehundredbicycles,\n  title = {Nine Hundred B"
    )
    assert "T2" not in page.input_value("#cite-ris") and "TY  - RPRT" in page.input_value("#cite-ris")


def test_an_earlier_day_has_an_address_and_keys_go_from_day_to_day(go):
    page = go("#as-of-2019-07-03")
    slider = page.locator("#moments input")
    assert open_(page, "#moments") and page.locator("#as-of-2019-07-03").is_visible()
    assert slider.get_attribute("aria-valuetext") == "3 July"
    slider.press("ArrowRight")
    assert page.url.endswith("#as-of-now") and page.locator("#as-of-now").is_visible()
    slider.press("Home")
    assert page.url.endswith("#as-of-2019-07-01") and slider.get_attribute("aria-valuetext") == "1 July"


def test_the_axis_of_days_is_to_scale(go):
    page = go("#as-of-now")
    at = page.locator(".axis .day").evaluate_all(
        "(each) => each.map((one) => +one.style.getPropertyValue('--at'))"
    )
    assert at == pytest.approx([0, 2 / 183, 1])
    assert page.locator(".axis .month").count() == 5 and page.locator(".axis .moved").count() == 1


@pytest.mark.parametrize("width", looks.WIDTHS)
def test_what_opens_over_the_page_keeps_the_rules(browser, written, width):
    with looks.seen(browser, written) as page:
        page.show(width=width)
        page.page.keyboard.press("/")
        page.page.fill("#search-words", "the")
        page.page.wait_for_timeout(200)
        assert looks.accessibility(page) == []
        page.page.keyboard.press("Escape")
        page.ask("{ document.querySelector('.take button:nth-last-child(2)').click(); }")
        assert looks.accessibility(page) == []


def test_every_letter_on_the_screen_is_large_enough(browser, written):
    with looks.seen(browser, written) as page:
        for width in looks.WIDTHS:
            page.show(width=width, opened=True)
            small = page.ask("""{
              const small = ({ parentElement: around }) => !around.closest("svg, sup") &&
                parseFloat(getComputedStyle(around).fontSize) < 12;
              return texts(document.body).filter((text) => shown(text).length && small(text))
                .map((text) => text.data.trim().slice(0, 60));
            }""")
            assert small == []
