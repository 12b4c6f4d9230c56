"""Every look of tests/browser can find what it looks for: a fault is planted in the sample page, and it
complains.
"""

import pytest

from . import looks

PLANTED = [  # the look, what is replaced (the end of the text unless told), by what
    ("accessibility", '</main>', '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw="></main>',
    "image-alt"),
    ("accessibility", '</main>', '<p style="color: #aaa">Hardly to be seen.</p></main>', "color-contrast"),
    ("accessibility", '</main>', '<label>Rate <input style="color: #000"></label><input></main>', "label"),
    ("accessibility", '</main>', '<p><button style="all: unset; width: 9px; height: 9px; font-size: '
    '9px">x</button><button style="all: unset; width: 9px; height: 9px; font-size: '
    '9px">y</button></p></main>', "target-size"),
    ("width", '</main>', '<p style="width: 2000px">Far out.</p></main>', "px on a page of"),
    ("small", '</main>', '<p style="font-size: 11px">Fine print.</p></main>', "11.0 px: Fine print."),
    ("small", '</main>', '<svg width="50" viewBox="0 0 100 100"><text y="50" font-size="20">Axis</text></svg>'
    '</main>', "10.0 px: Axis"),
    ("cut", '</main>', '<p style="width: 2000px">Far out.<span style="float: right">Lost</span></p></main>',
    "off the paper: Lost"),
    ("cut", '</main>', '<div style="height: 1em; overflow: hidden">Cut <p>off</p></div></main>', "cut: <div"),
    ("missing", '</main>', '<img alt="A dot" src="data:image/gif;base64,AAAA"></main>', "A dot"),
    ("leads", '</main>', '<a href="#no-such-place">Onwards</a></main>', "#no-such-place is nowhere"),
    ("leads", '</main>', '<i id="text">Again</i></main>', "#text is twice"),
    ("tabbing", '</main>', '<a href="#text" style="outline: none">Unseen</a></main>', "focus not seen"),
    ("tabbing", '<main ', '<a href="#text" tabindex="1">Not in its place</a><main ', "out of order"),
    ("opening", '</main>', '<details id="stuck"><summary>Stuck</summary>Never read</details></main>',
    "leaves it"),
    ("skipping", 'class="skip" href="#text"', 'class="skip" href="#nowhere"',
    "the next stop is not behind it"),
    ("skipping", 'class="skip"', 'style="position: absolute; left: -99rem"', "not in sight"),
    ("unread", '</main>', '<p hidden>Told to some.</p></main>', "Told to some."),
    ("traffic", '</main>', '<img alt="" src="https://example.org/x.png"></main>', "example.org"),
]  # fmt: skip
STUCK = "document.getElementById('stuck').addEventListener('click', (event) => event.preventDefault())"


@pytest.fixture
def planted(sample, tmp_path):
    """Writes the sample page with a fault in it."""

    def write(before, after):
        text = sample.read_text("utf-8")
        assert before in text
        path = tmp_path / "planted.html"
        path.write_text(text.replace(before, after, 1), "utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("look", "before", "after", "complaint"), PLANTED, ids=[f"{row[0]}-{row[3]}" for row in PLANTED]
)
def test_a_planted_fault_is_found(browser, planted, look, before, after, complaint):
    with looks.seen(browser, planted(before, after), scripts=look != "unread") as page:
        page.show(opened=True)
        if "stuck" in after:
            page.ask(f"{{ {STUCK} }}")
        assert complaint in "\n".join(getattr(looks, look)(page))


def test_one_who_is_caught_is_missed(browser, planted):
    with looks.seen(
        browser,
        planted("</main>", '<p><input id="trap" aria-label="x"> <a href="#text">Beyond</a></p></main>'),
    ) as page:
        page.show(opened=True)
        page.ask(
            "{ document.getElementById('trap').addEventListener('keydown', (event) => "
            "event.preventDefault()); }"
        )
        assert any("Beyond" in complaint for complaint in looks.tabbing(page))


def test_a_request_is_seen_even_where_the_page_allows_it(browser, planted):
    path = planted("img-src data:", "img-src https: data:")
    path.write_text(
        path.read_text("utf-8").replace("</main>", '<img alt="" src="https://example.org/x.png"></main>'),
        "utf-8",
    )
    with looks.seen(browser, path) as page:
        assert "https://example.org/x.png" in looks.traffic(page)


def test_a_script_that_fails_is_heard(browser, sample):
    with looks.seen(browser, sample) as page:
        page.page.evaluate("setTimeout(() => { throw new Error('planted'); })")
        page.page.wait_for_timeout(100)
        assert "planted" in "\n".join(looks.traffic(page))


def test_a_wrong_attribute_is_found(planted):
    assert "nonsense" in "\n".join(looks.markup(planted("</main>", '<p nonsense="x">Text</p></main>')))


def test_a_heavy_page_and_a_slow_one_are_found(browser, planted, monkeypatch):
    assert looks.weight(planted("</main>", "x" * looks.MOST_BYTES + "</main>"))
    monkeypatch.setattr(looks, "MOST_MS", 1)
    assert looks.slowness(browser, planted("</main>", "</main>"))
