"""Every report as a reader opens it: anybody can read and work it, nothing is fetched, nothing is cut off."""

import pytest

from . import looks
from .conftest import REPORTS


@pytest.fixture(scope="module")
def page(browser, path):
    """One page, opened once; each test sets its own width, colours and panels."""
    with looks.seen(browser, path) as opened:
        yield opened


def test_there_are_reports_to_look_at():
    assert {"latest", "2023-11-02", "latest-ko"} <= {path.parent.name for path in REPORTS}


def called(state):
    return f"{state['width']}-{state['scheme']}-{'open' if state['opened'] else 'closed'}"


@pytest.mark.parametrize("state", looks.STATES, ids=called)
def test_nobody_is_kept_out_by_how_the_page_is_made(page, state):
    page.show(**state)
    assert looks.accessibility(page) == []


@pytest.mark.parametrize("opened", [False, True], ids=["closed", "open"])
@pytest.mark.parametrize("width", [320, *looks.WIDTHS])  # 320: a laptop's page at four times its size
def test_the_page_never_scrolls_sideways(page, width, opened):
    page.show(width=width, opened=opened)
    assert looks.width(page) == []


@pytest.mark.parametrize("width", looks.READ_AT)
def test_no_letter_is_too_small_to_be_read(page, width):
    page.show(width=width, opened=True)
    assert looks.small(page) == []


def test_the_keyboard_reaches_everything_in_order_and_in_sight(page):
    page.show(opened=True)
    assert looks.tabbing(page) == []


def test_the_keyboard_opens_and_closes_what_opens(page):
    assert looks.opening(page) == []


def test_the_keyboard_can_skip_the_head(page):
    assert looks.skipping(page) == []


def test_pictures_and_typefaces_are_there(page):
    assert looks.missing(page) == []


def test_every_link_inside_leads_somewhere(page):
    assert looks.leads(page) == []


def test_print_cuts_nothing_off(page):
    assert looks.cut(page) == []


def test_nothing_was_fetched_or_complained_of_in_all_this(page):
    assert looks.traffic(page) == []


def test_without_javascript_all_of_it_can_be_read(browser, path):
    with looks.seen(browser, path, scripts=False) as page:
        assert looks.unread(page) == []
        assert looks.traffic(page) == []


def test_markup_has_no_error(path):
    assert looks.markup(path) == []


def test_the_page_is_light_and_opens_at_once(browser, path):
    assert looks.weight(path) == []
    assert looks.slowness(browser, path) == []
