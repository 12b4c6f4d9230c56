"""The site as a visitor meets it: from a disk and from below an address, with any eyes, hands and screen."""

import contextlib
import functools
import http.server
import threading

import pytest

from reported.build.site import making

from ..conftest import ROOT
from . import looks

CLAIM = "claims/nis-shells-moscowtimes/index.html"
PAGES = ["index.html", "editions/index.html", "editions/latest/index.html", "changes/index.html"]
SEEN = [*PAGES, "people/index.html", CLAIM, "404.html", "ko/index.html", f"ko/{CLAIM}"]
BELOW = "y"  # the folder in which a server has it


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site of this project."""
    return making.build(ROOT, tmp_path_factory.mktemp("served") / BELOW, "", lambda told: None).folder


@pytest.fixture(scope="module", params=SEEN)
def page(request, browser, site):
    """One page after the other, opened from the disk."""
    with looks.seen(browser, site / request.param) as opened:
        yield opened


@pytest.mark.parametrize("scheme", looks.SCHEMES)
@pytest.mark.parametrize("width", looks.WIDTHS)
def test_nobody_is_kept_out_by_how_the_page_is_made(page, width, scheme):
    page.show(width=width, scheme=scheme)
    assert looks.accessibility(page) == []


@pytest.mark.parametrize("width", [320, *looks.WIDTHS])
def test_the_page_never_scrolls_sideways(page, width):
    page.show(width=width)
    assert looks.width(page) == []


@pytest.mark.parametrize("width", looks.READ_AT)
def test_no_letter_is_too_small_to_be_read(page, width):
    page.show(width=width)
    assert looks.small(page) == []


def test_the_keyboard_reaches_everything_and_can_skip_the_head(page):
    page.show()
    assert looks.tabbing(page) == []
    assert looks.skipping(page) == []


def test_pictures_and_typefaces_are_there(page):
    assert looks.missing(page) == []


@pytest.mark.parametrize("name", SEEN)
def test_only_the_style_sheet_of_the_site_is_fetched(browser, site, name):
    with looks.seen(browser, site / name) as page:  # anew: what looks for accessibility fetches it again
        sheet = site / ("ko" if name.startswith("ko/") else "") / "style.css"
        assert looks.traffic(page) == [sheet.as_uri()]


@pytest.mark.parametrize("name", SEEN)
def test_markup_has_no_error(site, name):
    assert looks.markup(site / name) == []


def test_without_javascript_all_of_an_index_can_be_read(browser, site):
    with looks.seen(browser, site / "claims" / "index.html", scripts=False) as page:
        assert page.ask("document.querySelector('.filter').checkVisibility()") is False
        assert page.ask("[...document.querySelectorAll('.entry li')].every((row) => row.checkVisibility())")


def test_an_index_shows_the_claims_with_the_words_that_are_typed(browser, site):
    with looks.seen(browser, site / "claims" / "index.html") as page:
        page.page.get_by_role("searchbox").fill("MILLION news1")
        rows = page.page.locator(".entry li:visible").all_inner_texts()
        assert rows and all("million" in row.lower() and "news1" in row.lower() for row in rows)
        assert page.page.get_by_role("status").inner_text() == f"Claims shown: {len(rows)}"
        page.page.get_by_role("searchbox").fill("")
        assert page.page.locator(".entry li:visible").count() > len(rows)
        assert page.said == []


@contextlib.contextmanager
def served(folder):
    """A server of a folder, on this machine alone; what was asked for in vain is noted."""
    vain = []

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, form, *words):
            pass

        def send_error(self, code, *words, **more):
            vain.append(self.path)
            super().send_error(code, *words, **more)

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", vain
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_it_can_be_walked_from_below_an_address(browser, site):
    with served(site.parent) as (address, vain):
        page = browser.new_page()
        said = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"{address}/{BELOW}/")
        page.get_by_role("link", name="At least one million shells").click()
        page.get_by_role("link", name="Yoo Sang-bum").first.click()
        page.get_by_role("navigation").get_by_role("link", name="Changes").click()
        page.get_by_role("navigation").get_by_role("link", name="한국어").click()
        assert page.url == f"{address}/{BELOW}/ko/changes/index.html"
        page.goto(f"{address}/{BELOW}/claims/nis-shells-moscowtimes/")
        page.locator("ul.sentences a").first.click()
        assert "/editions/latest/briefing.html#" in page.url
        page.wait_for_load_state()  # the address is there before the whole page is
        assert page.evaluate("document.getElementById(location.hash.slice(1)).checkVisibility()")
        assert page.evaluate("document.fonts.check('16px Spectral')")
        page.close()
    assert vain == [] and said == []
