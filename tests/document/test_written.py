"""The words that people write in notebooks: which are the question and the limits, what another language says
in their place, and what is no part of a document.
"""

import re

import nbformat
import pytest

from reported.build.project import notebooks
from reported.document import assembly
from reported.document.assembly import LIMITS, QUESTION, sections
from reported.notebooks import stored
from reported.wording.coverage import coverage, skeleton
from reported.wording.findings import finding
from reported.wording.language import ENGLISH, HOUSE, Language, Unsaid, language, speaking

from ..conftest import ROOT

KOREAN = """
how-many-loaves-question =
    # 빵은 몇 개인가?

    누가 세었는지 본다.
how-many-loaves-limits =
    ## 보여 주지 않는 것

    - 누가 먹었는지.
    - 언제 먹었는지.
"""


def written(folder, *cells):
    """A notebook of markdown cells by their ids, and of cells as they are."""
    made = [
        cell if not isinstance(cell, tuple) else nbformat.v4.new_markdown_cell(cell[1], id=cell[0])
        for cell in cells
    ]
    path = folder / "03-how-many-loaves.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=made), path)
    return path


def read(*where):
    (section,) = sections(where)
    return section


@pytest.fixture
def korean(tmp_path):
    """Korean, of which only two cells are translated."""
    (tmp_path / "ko").mkdir()
    (tmp_path / "ko" / "loaves.ftl").write_text(KOREAN, "utf-8")
    with speaking(Language("ko", [HOUSE / ENGLISH, tmp_path / "ko"])):
        yield


def test_question_and_limits_are_known_by_the_ids_of_their_cells(tmp_path):
    texts = [
        ("question", "# 3 · How many?\n\nLet us see."),
        ("limits", "## Silent on\n\n- Taste."),
        ("more", "And:"),
    ]
    section = read(written(tmp_path, *texts))
    assert section.parts == [
        (QUESTION, "# 3 · How many?\n\nLet us see."), (LIMITS, "## Silent on\n\n- Taste."), ("text", "And:"),
    ]  # fmt: skip
    assert section.question == "How many?"


def test_where_cells_have_no_such_ids_they_are_known_by_their_heads(tmp_path):
    texts = [("a1", "# How many?"), ("b2", "## What this does not show\n\n- Taste."), ("c3", "## And?")]
    assert [kind for kind, _ in read(written(tmp_path, *texts)).parts] == [QUESTION, LIMITS, "text"]


def test_another_language_says_each_cell_by_a_message_named_for_notebook_and_cell(tmp_path, korean):
    section = read(written(tmp_path, ("question", "# 3 · How many loaves?"), ("limits", "## Silent on")))
    assert section.question == "빵은 몇 개인가?" and not section.not_run
    assert re.findall(r"^- (.*)", *section.of(LIMITS), re.M) == ["누가 먹었는지.", "언제 먹었는지."]


def test_cells_that_another_language_does_not_say_are_named_all_at_once(tmp_path, korean):
    path = written(tmp_path, ("question", "# How many?"), ("who-ate", "Who?"), ("who-baked", "And who?"))
    with pytest.raises(Unsaid) as told:
        sections([path])
    first, second = str(told.value).splitlines()
    assert first.startswith(
        "03-how-many-loaves.ipynb cell 2: there is no message 'how-many-loaves-who-ate' of"
    )
    assert second.startswith("03-how-many-loaves.ipynb cell 3: ") and "wording/ko" in second


def test_where_english_may_stand_in_its_place_a_cell_that_is_not_said_says_its_own(tmp_path):
    spoken = Language("ko", [tmp_path], language(ENGLISH), falls_back=True)
    with speaking(spoken):
        assert read(written(tmp_path, ("question", "# 3 · How many loaves?"))).question == "How many loaves?"


def test_what_a_language_has_to_say_of_notebooks_is_counted_and_asked(tmp_path):
    cells = assembly.written([written(tmp_path, ("question", "# How many?\n\nLet us see."), ("who", "Who?"))])
    assert cells == {"how-many-loaves-question": "# How many?\n\nLet us see.", "how-many-loaves-who": "Who?"}
    made = skeleton("ko", tmp_path / "ko", written=cells)
    (place,) = (path for path in made if path.name == "notebooks.ftl")
    assert "# how-many-loaves-question =\n#     # How many?\n# \n#     Let us see.\n" in place.read_text(
        "utf-8"
    )
    place.write_text("how-many-loaves-who = 누구?\nhow-many-loaves-why = 왜?\n", "utf-8")
    told = coverage(Language("ko", [tmp_path / "ko"], language(ENGLISH)), cells)
    assert "how-many-loaves-question" in told.lacking and "how-many-loaves-who" not in told.lacking
    assert [problem.where for problem in told.wrong] == ["notebooks.ftl how-many-loaves-why"]


def test_a_worked_example_is_left_out_and_not_told_as_lost(tmp_path):
    def code(output, *tags):
        return nbformat.v4.new_code_cell("…", outputs=[output], metadata={"tags": [*tags]}, execution_count=1)

    said = finding("one", "One.")._repr_mimebundle_()
    number = nbformat.v4.new_output("execute_result", {"text/plain": "13100.0"}, execution_count=1)
    told = nbformat.v4.new_output("execute_result", said, execution_count=1)
    words = nbformat.v4.new_markdown_cell("Try 20.", metadata={"tags": ["worked"]})
    section = read(written(tmp_path, ("question", "# How many?"), words, code(number, "worked"), code(told)))
    assert [what if kind == QUESTION else what["id"] for kind, what in section.parts] == [
        "# How many?",
        "one",
    ]


def test_every_cell_of_a_notebook_has_an_id_that_says_what_it_is():
    lacking = {}
    for path in notebooks(ROOT):
        ids = [cell.get("id", "") for cell in stored.read(path)["cells"] if cell["cell_type"] == "markdown"]
        assert len(set(ids)) == len(ids), path.name
        random = r"(?=.*\d)[0-9a-f]{8}"  # as Jupyter gives them
        unnamed = [
            name
            for name in ids
            if not re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", name) or re.fullmatch(random, name)
        ]
        missing = {QUESTION} - {*ids[:1]} | ({LIMITS} - {*ids})
        if unnamed or missing:
            lacking[path.stem] = f"without {', '.join(sorted(missing))}" * bool(missing) + f" {unnamed}"
    if lacking:  # a language other than English needs them
        pytest.xfail("; ".join(f"{name}: {what}" for name, what in lacking.items()))
