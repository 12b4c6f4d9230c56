"""A hostile dossier in a browser: nothing in its page runs, asks or opens, and what a reader sees is the text
as typed.
"""

import pytest

from ..document.test_hostile_text import ATTACKS, built, hostile, missing, report
from . import looks

WATCH = """
window.told = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"])
  window[name] = (...words) => window.told.push(name);
document.addEventListener("securitypolicyviolation", (event) => window.told.push(event.violatedDirective));
"""


@pytest.fixture(scope="module")
def hostile_page(tmp_path_factory):
    """The page of the hostile dossier."""
    return report(built(tmp_path_factory.mktemp("hostile"), hostile), "briefing.html")


@pytest.fixture(scope="module")
def page(browser, hostile_page):
    """It, opened with an ear at every way in which a text could make itself heard, and with everything
    unfolded and pressed.
    """
    with looks.seen(browser, hostile_page, watch=WATCH) as opened:
        opened.dialogs = []
        opened.page.on("dialog", lambda dialog: (opened.dialogs.append(dialog.message), dialog.dismiss()))
        opened.show(opened=True)
        opened.ask(
            "{ for (const each of document.querySelectorAll('button, input, select, summary')) "
            "each.click(); }"
        )
        opened.page.wait_for_timeout(300)
        yield opened


def test_nothing_runs_asks_or_opens(page):
    assert page.page.evaluate("window.told") == []
    assert page.dialogs == []
    assert looks.traffic(page) == []
    assert page.page.context.pages == [page.page]


def test_it_would_be_heard(browser, hostile_page, tmp_path):
    text = hostile_page.read_text("utf-8")
    for planted in (
        "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>",
        "<img src=http://x.invalid/>",
    ):
        path = tmp_path / "planted.html"
        path.write_text(text.replace("</main>", f"{planted}</main>"), "utf-8")
        with looks.seen(browser, path, watch=WATCH) as opened:
            opened.page.wait_for_timeout(100)
            assert opened.page.evaluate("window.told") or looks.traffic(opened)


def test_the_reader_sees_the_words_as_typed(page):
    assert missing(page.ask("document.body.innerText")) == []
    scripts = page.ask("[...document.scripts].map((each) => each.type + (each.src && '!'))")
    assert scripts.count("") == 2 and scripts.count("application/ld+json") == 1
    assert set(scripts) == {"", "application/json", "application/ld+json"}
    names = page.ask(
        "[...new Set([...document.querySelectorAll('*')].flatMap((each) => each.getAttributeNames()))]"
    )
    assert not [name for name in names if name.startswith("on")]
    assert len(ATTACKS) > 30


@pytest.mark.parametrize("width", looks.WIDTHS)
def test_the_page_never_scrolls_sideways(page, width):
    page.show(width=width, opened=True)
    assert looks.width(page) == []


def test_markup_has_no_error(hostile_page):
    assert looks.markup(hostile_page) == []
