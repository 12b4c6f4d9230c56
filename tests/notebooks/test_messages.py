"""A notebook hangs on the messages that it says something from, and on no others."""

import sys

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast
from hypothesis import given
from hypothesis import strategies as st

from reported.build.project import notebooks
from reported.notebooks import cache, messages, runner
from reported.notebooks.cache import Cache
from reported.notebooks.messages import MARK, Now
from reported.wording.language import Language, language, listening, speaking

from ..conftest import ROOT

FILES = sorted((cache.HOUSE / messages.WORDING).glob(f"*/*{cache.MESSAGES}"))
FIRST = notebooks(ROOT)[0]
EN = f"{cache.HOUSE / messages.WORDING / 'en'}{MARK}"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_taken_apart_as_fluent_does(path):
    text = path.read_text("utf-8")
    told = messages._entries(text)
    parsed = [each for each in FluentResource(text).body if isinstance(each, (ast.Message, ast.Term))]
    assert list(told) == [
        f"-{each.id.name}" if isinstance(each, ast.Term) else each.id.name for each in parsed
    ]
    for each, entry in zip(parsed, told.values(), strict=True):
        (alone,) = FluentResource(entry).body
        assert alone.equals(each, ignored_fields=["span", "comment"]), entry


def project(folder, **said):
    place = folder / messages.WORDING / "en" / "own.ftl"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("\n".join(f"{name.replace('_', '-')} = {text}" for name, text in said.items()), "utf-8")
    return Now(folder)


NAMES = ("one", "two", "three", "four")
REFERS = st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), max_size=2), min_size=1)


@given(REFERS, st.sampled_from(NAMES))
def test_a_message_is_another_once_it_or_what_it_refers_to_is(tmp_path_factory, refers, changed):
    folder = tmp_path_factory.mktemp("project")
    said = {name: " ".join(["x", *(f"{{ {other} }}" for other in named)]) for name, named in refers.items()}
    before, after = project(folder, **said), None
    then = {name: before(f"{EN}{name}") for name in NAMES}
    after = project(folder, **{**said, changed: said.get(changed, "") + " more"})
    reaches = {name: {name} for name in NAMES}
    for _ in NAMES:
        for name, named in refers.items():
            reaches[name] |= {far for other in named for far in reaches[other]}
    for name in NAMES:
        assert (after(f"{EN}{name}") != then[name]) == (changed in reaches[name]), name


@pytest.mark.parametrize(
    "text",
    [
        "{ CAPITAL(two) }", "{ $n ->\n    [one] { two }\n   *[other] { $n } lorries\n }",
        "\n    .told = { two.told }",
        "{ two }{ $n }",
    ],
)  # fmt: skip
def test_what_is_referred_to_is_found_wherever_it_stands(text, tmp_path):
    before = project(tmp_path, one=text, two="x\n    .told = y")(f"{EN}one")
    assert before and project(tmp_path, one=text, two="x\n    .told = z")(f"{EN}one") != before
    assert project(tmp_path, one=text, two="x\n    .told = y", n="other")(f"{EN}one") == before


def test_a_projects_own_goes_before_and_a_comment_counts_for_nothing(tmp_path):
    house, name = Now()(f"{EN}page-contents"), f"{EN}page-contents"
    assert house and project(tmp_path, other="x")(name) == house
    assert project(tmp_path, page_contents="Mine")(name) not in (house, "")
    own = tmp_path / messages.WORDING / "en" / "own.ftl"
    before = Now(tmp_path)(name)
    own.write_text("# Why\n" + own.read_text("utf-8") + "\n\n## Part\n", "utf-8")
    assert Now(tmp_path)(name) == before
    assert Now(tmp_path)(f"{EN}no-such") == ""


def test_each_message_that_is_said_is_told(tmp_path):
    """What is listened to while a notebook runs here is among what the same notebook is seen to read."""
    read = runner.run_one(FIRST, tmp_path, {"figures": ""}, tmp_path / "stopped")
    told = {name.partition(MARK)[2] for name in read if messages.is_one(name)}
    assert not [name for name in read if messages.are_in(name)], "files of messages count by message"
    spoken = Language("en", [cache.HOUSE / messages.WORDING / "en"])
    with speaking(spoken), listening() as heard:
        for _ in runner.inline(FIRST, {"figures": ""}):
            pass
    said = {each.name.partition(".")[0] for each in heard}
    assert len(said) > 20 and said <= told
    assert all(Now(ROOT)(name) == then for name, then in read.items() if messages.is_one(name))


def test_asking_is_seen_also_of_what_is_not_there():
    seen, on = [], [True]
    sys.addaudithook(lambda event, about: seen.append(about[0]) if on and event == "open" else None)
    english = language("en")
    english.has("no-such-message")
    english.taken("page-contents")
    on.clear()
    assert {f"{EN}no-such-message", f"{EN}page-contents"} <= set(seen)


def test_what_is_kept_is_taken_until_its_message_changes(tmp_path):
    name = f"{EN}one"
    work = lambda place: {name: project(tmp_path, one="x", two="y")(name)}  # noqa: E731
    made = Cache(tmp_path / "kept", project(tmp_path, one="x", two="y")).make("a", work)
    assert Cache(tmp_path / "kept", project(tmp_path, one="x", two="z")).find("a") == made
    assert Cache(tmp_path / "kept", project(tmp_path, one="z", two="y")).find("a") is None
    assert Cache(tmp_path / "kept", project(tmp_path, one="x")).find("a") == made
