"""What must hold of the report; add what must hold of yours. `make test` runs it."""

import csv
import json
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).parents[1]


class Report(unittest.TestCase):
    """The dossier, and the briefing that is made of it."""

    def done(self, *words: str) -> None:
        """Run a command of this project that must not fail."""
        ran = subprocess.run(["reported", *words], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
        self.assertEqual(ran.returncode, 0, ran.stdout + ran.stderr)

    def test_dossier_is_in_order(self) -> None:
        """Nothing is wrong with it; warnings are allowed."""
        self.done("check")

    def test_every_finding_rests_on_claims_of_the_dossier(self) -> None:
        """And there is an answer to begin with."""
        self.done("report", "latest")
        found = json.loads((ROOT / "report" / "latest" / "findings.json").read_text("utf-8"))
        with (ROOT / "report" / "latest" / "claims.csv").open(encoding="utf-8-sig", newline="") as table:
            known = {row["claim_id"] for row in csv.DictReader(table)}
        named = {name.split(" over ")[0] for finding in found["findings"] for name in finding["claims"]}
        self.assertTrue(found["bottom_line"] and named)
        self.assertLessEqual(named, known)
