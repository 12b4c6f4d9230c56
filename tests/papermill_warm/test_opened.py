"""What was opened once is passed over quickly, and told as if it had been looked at each time."""

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from papermill_warm.opened import Watched

HERE = Path(__file__)
NAMES = (
    str(HERE), str(HERE.parent / "." / HERE.name), os.path.relpath(HERE), HERE, os.fsencode(HERE),
    str(HERE.parent / "__pycache__" / "test_opened.cpython-311.pyc"), f"{HERE}#a-message", 7, None,
)  # fmt: skip
FLAGS = (os.O_RDONLY, os.O_WRONLY, os.O_RDWR)


class Unhooked(Watched):
    """Sees what it is given."""

    def __init__(self):
        self.read, self.wrote = {}, {}


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(FLAGS)), max_size=12))
def test_what_was_opened_before_is_told_as_if_it_were_looked_at_each_time(opened):
    quick, thorough = Unhooked(), Unhooked()
    for name, flags in opened:
        quick._note("open", (name, "r", flags))
        thorough._add(name, flags != os.O_RDONLY)
    assert quick.told() == thorough.told()
    assert quick.told() == {"read": {}, "wrote": []}


def test_a_name_is_looked_at_once():
    watched, looked = Unhooked(), []
    add, watched._add = watched._add, lambda name, written: (looked.append(name), add(name, written))
    for _ in range(3):
        watched._note("open", (str(HERE), "r", os.O_RDONLY))
    assert looked == [str(HERE)]
