"""A program that publishes small editions and is stopped on the way; ``test_killed.py`` starts it.

Each try runs in a process of its own: from some state, the publication is killed, or a call of the system
fails, before or after its n-th step. Prints, as JSON, what stood in the two places before and after, and
whether the error, where there was one, says that the new edition is published.
"""

import errno
import itertools
import json
import os
import random
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from reported import staging
from reported.build import publishing
from reported.build.request import Request

STATES = ("nothing", "published", "a folder of its own", "a link that leads astray")


def write(folder: Path, generation: str) -> None:
    """An edition of two files, the figure among them."""
    (folder / "figures").mkdir(parents=True)
    for name in ("page", "figures/chart"):
        (folder / name).write_text(generation)


def begin(order: Request, state: str) -> None:
    """Set up what was published before."""
    if state == "nothing":
        return
    write(order.place, "old")
    order.figures.parent.mkdir(exist_ok=True)
    if state == "published":
        order.figures.symlink_to("../report/latest/figures")
    elif state == "a folder of its own":
        shutil.move(order.place / "figures", order.figures)
    else:
        order.figures.symlink_to("../elsewhere")


def stands(order: Request) -> list[str | None]:
    """What a reader finds in the two places."""
    paths = (order.place / "page", order.figures / "chart")
    return [path.read_text() if path.is_file() else None for path in paths]


def stopped(order: Request, folder: Path, how: str, step: int) -> tuple[bool, bool | None]:
    """Publish, and stop at a step; whether it came to that step, and what the error says of being published,
    ``None`` without an error.
    """
    steps = []

    def at() -> None:
        steps.append(len(steps))
        if steps[-1] == step:
            if how == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            raise OSError(errno.ENOSPC, "no room")

    exchange = staging._exchange

    def exchanged(one: Path, other: Path) -> bool:
        at()
        done = exchange(one, other)
        at()
        return done

    def note(
        event: str, about: tuple
    ) -> None:  # each call of the system that Python makes, before it is made
        if watching and (event.startswith(("os.", "shutil.")) or (event == "open" and about[2] & os.O_CREAT)):
            at()

    staging._exchange, watching = exchanged, True
    sys.addaudithook(note)
    try:
        with publishing.telling(order):
            publishing.publish(order, folder)
        said = None
    except OSError as error:
        said = hasattr(error, "published")
    watching = False
    return step in steps, said


def tried(state: str, how: str, step: int) -> dict[str, object]:
    """One try in a process of its own."""
    with tempfile.TemporaryDirectory() as root:
        order = Request(Path(root), "latest", Path(root), Path(root), {})
        begin(order, state)
        folder = Path(root) / "build" / "making"
        write(folder / "report", "new")
        before, (reads, writes) = stands(order), os.pipe()
        child = os.fork()
        if not child:
            os.write(writes, json.dumps(stopped(order, folder, how, step)).encode())
            os._exit(0)
        os.close(writes)
        with os.fdopen(reads) as told:
            said = told.read()
        os.waitpid(child, 0)
        reached, says = json.loads(said) if said else (True, None)
        return {
            "state": state, "how": how, "step": step, "before": before, "after": stands(order),
            "reached": reached, "says": says,
        }  # fmt: skip


def main(tries: int) -> None:
    """Every step once in every state, then as many at random as are left."""
    made = []
    for state, how in itertools.product(STATES, ("kill", "fail")):
        for step in itertools.count():
            made.append(tried(state, how, step))
            if not made[-1]["reached"]:
                break
    chance = random.Random(tries)
    while len(made) < tries:
        made.append(tried(chance.choice(STATES), chance.choice(("kill", "fail")), chance.randrange(12)))
    print(json.dumps(made))


if __name__ == "__main__":
    main(int(sys.argv[1]))
