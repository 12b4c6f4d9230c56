"""The browser that pages are looked at in, and the pages: `make test-browser` sets up what is wanted here."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from reported.document import rendering

from ..conftest import ROOT
from .looks import TOOLS

FLAGS = (
    "--disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
)
# Every report; of those in another language the newest, for the others of it have nothing else on the page.
REPORTS = sorted(
    found.with_name("briefing.html")
    for found in ROOT.glob("report/*/findings.json")
    if not re.search(r"\d-[a-z]{2}$", found.parent.name)
)
SAMPLE = ROOT / "tests" / "document" / "rendering"


@pytest.fixture(scope="session")
def browser():
    """Headless Chromium. That it is missing is an error and no reason to skip: without it nothing here is
    checked.
    """
    noted = TOOLS / "chromium"
    assert noted.exists(), (
        "no browser is set up: run make test-browser, or tests/browser/set-up and then pytest tests/browser"
    )
    with sync_playwright() as started:
        opened = started.chromium.launch(executable_path=noted.read_text("utf-8").strip(), args=FLAGS.split())
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def sample(tmp_path_factory):
    """The sample document of tests/document/rendering as a page: small, and with everything that a page can
    hold.
    """
    text = (SAMPLE / "sample.md").read_text("utf-8")
    return rendering.render(
        text, SAMPLE, tmp_path_factory.mktemp("sample"), ROOT / "src/reported/document/templates"
    )[0]


@pytest.fixture(
    scope="session", params=[*REPORTS, "sample"], ids=lambda path: getattr(path, "parent", Path(path)).name
)
def path(request, sample):
    """One page after the other: every report that is there, and the sample."""
    return sample if request.param == "sample" else request.param
