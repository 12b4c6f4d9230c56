"""The pages for people who work on it: the picture is that of the code, and what they name is there."""

import re
from runpy import run_path
from types import SimpleNamespace

import pytest

from ..conftest import ROOT
from .test_environment import targets

architecture = SimpleNamespace(**run_path(str(ROOT / "docs" / "architecture.py")))
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "data" / "README.md",
    *sorted((ROOT / "docs").glob("*.md")),
]
# Where a file of the project lies, as a page writes it; a star stands for any name.
PATH = re.compile(r"`((?:src|tests|docs|benchmarks|data|binder)/[\w./*-]*)`")
LINK = re.compile(r"\]\(((?!https?:|#)[^)#\s]+)")


def test_the_picture_has_the_arrows_of_the_code():
    picture = architecture.PICTURE.read_text("utf-8")
    drawn = set(re.findall(r'id="(\w+-imports-\w+)"', picture))
    assert drawn == {
        f"{room}-imports-{other}" for room, below in architecture.arrows().items() for other in below
    }, "make architecture"
    for room in architecture.arrows():
        assert f'id="{room}"' in picture and architecture.idea(room).split(" ")[0] in picture, (
            "make architecture"
        )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name + "/" + page.name)
def test_what_a_page_names_is_there(page):
    text = page.read_text("utf-8")
    for link in LINK.findall(text):
        assert (page.parent / link).exists(), link
    for path in PATH.findall(text):
        assert list(ROOT.glob(path.rstrip("/"))), path
    for called in re.findall(r"`make ([a-z-]+)", text):
        assert called in targets(), called
