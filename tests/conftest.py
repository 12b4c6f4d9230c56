"""What several tests share: the folders, and the code of a notebook run here and now, without a kernel."""

import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from reported.figures.charts import Picture
from reported.notebooks import runner
from reported.wording.findings import Finding, ShownTable

ROOT = Path(__file__).parents[1]
RELIEF = ROOT / "tests" / "relief"

# How many examples a property test tries: `make test` some and `make test-all` more, always the same, so
# that no change is held up by chance; `make fuzz` many, others each time. None of it depends on how fast
# the machine is, or on what an earlier run has found.
CALM = {"deadline": None, "database": None, "suppress_health_check": list(HealthCheck), "print_blob": True}
settings.register_profile("everyday", max_examples=25, derandomize=True, **CALM)
settings.register_profile("long", max_examples=100, derandomize=True, **CALM)
settings.register_profile("fuzz", max_examples=int(os.environ.get("FUZZ_TRIES", "10000")), **CALM)
settings.load_profile("everyday")


class Answers(dict):
    """Findings by id, with tables and pictures beside them."""

    def __init__(self, shown):
        shown = list(shown)
        super().__init__((what.id, what) for what in shown if isinstance(what, Finding))
        self.tables = {what.id: what for what in shown if isinstance(what, ShownTable)}
        self.pictures = {what.name: what for what in shown if isinstance(what, Picture)}

    def value(self, finding_id, name):
        """One number behind a finding."""
        return self[finding_id].values[name]


def ask(notebook: str, **parameters) -> Answers:
    """Run a notebook's code with parameters and collect what its cells show; ends where the notebook does."""
    (path,) = (ROOT / "notebooks").glob(f"{notebook}-*.ipynb")
    return Answers(what for _, what in runner.inline(path, parameters))


@pytest.fixture(scope="session")
def shipped():
    """The shipped dossier's folder."""
    return ROOT / "data"


@pytest.fixture
def copy_of(tmp_path):
    """Makes a copy of a dossier that a test may change."""
    return lambda folder: Path(shutil.copytree(folder, tmp_path / folder.name))


def growth(work: Callable[[int], Any]) -> float:
    """How many times the work of ten thousand what that of a thousand is, in seconds of this process alone:
    neither the speed of the machine nor what else it does counts. Some ten where work grows with its size, a
    hundred where with its square.
    """
    seconds = []
    for size in (1_000, 10_000):
        began = time.process_time()
        work(size)
        seconds.append(time.process_time() - began)
    return seconds[1] / seconds[0]


def add_row(folder: Path, table: str, **cells) -> None:
    """Append a row to a table of a dossier; columns not named stay empty."""
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    pd.concat([frame, pd.DataFrame([cells])]).fillna("").to_csv(folder / f"{table}.csv", index=False)


SOURCE = {
    "title": "Planted", "publisher": "Planted", "publisher_kind": "news", "language": "en",
    "reached_via": "original", "reliability": "C",
    "reliability_reason": "Planted.",
}  # fmt: skip
CLAIM = {
    "stated": "x", "modality": "actual", "speaker": "x", "institution": "Planted",
    "basis": "assessed", "cumulative": "yes",
    "credibility": "3",
    "credibility_reason": "Planted.", "status": "active",
}  # fmt: skip


def add_source(folder: Path, source_id: str, published: str, **cells) -> None:
    """Append a made-up document."""
    row = {"source_id": source_id, "url": f"https://example.org/{source_id}", "published": published}
    add_row(folder, "sources", **SOURCE | row | cells)


def add_claim(folder: Path, claim_id: str, source_id: str, **cells) -> None:
    """Append a made-up claim; without an origin it is one of its own."""
    add_row(
        folder,
        "claims",
        **CLAIM | {"claim_id": claim_id, "source_id": source_id, "origin_id": claim_id} | cells,
    )


def change(folder: Path, table: str, key: str, **cells) -> None:
    """Change cells of the row whose first column holds ``key``."""
    frame = pd.read_csv(folder / f"{table}.csv", dtype=str, keep_default_na=False)
    row = frame.index[frame.iloc[:, 0] == key]
    assert len(row) == 1, f"{table}.csv has no single row {key}"
    for column, value in cells.items():
        frame.loc[row, column] = value
    frame.to_csv(folder / f"{table}.csv", index=False)


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup():
    """Without the variable that is another in each test, which notebooks' processes would see: they have the
    kernel made ready for them where their variables are those that their server had."""
    os.environ.pop("PYTEST_CURRENT_TEST", None)


pytest_pyfunc_call = pytest_fixture_setup
