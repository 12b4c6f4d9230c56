"""What several tests share: the folders, and the code of a notebook run here and now, without a kernel."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from reported.figures.charts import Picture
from reported.notebooks import runner
from reported.wording.findings import Finding, ShownTable

ROOT = Path(__file__).parents[1]
RELIEF = ROOT / "tests" / "relief"


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
    "stated": "x", "speaker": "x", "institution": "Planted", "basis": "assessed", "cumulative": "yes",
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
