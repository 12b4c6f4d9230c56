"""What a wheel takes along from notebooks/: those that name no quantity of the topic, without outputs."""

import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TakesNotebooks(BuildHookInterface):
    """Asks the package itself which notebooks it brings, and puts them where it looks for them."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add them to what the wheel holds; a package that is a link to this folder finds them here."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from reported.build.project import FORM, brought, form

        self.bare = tempfile.TemporaryDirectory()
        for name, path in [*brought(root / "nowhere").items(), (FORM, form())]:
            if path.suffix == ".ipynb":
                bare = Path(self.bare.name, path.name)
                bare.write_text(_without_outputs(path.read_text("utf-8")), "utf-8")
                build_data["force_include"][str(bare)] = f"reported/build/{name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove what was only for the wheel."""
        if version != "editable":
            self.bare.cleanup()


def _without_outputs(text: str) -> str:
    book = json.loads(text)
    for cell in book["cells"]:
        if cell["cell_type"] == "code":
            cell |= {"outputs": [], "execution_count": None}
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"
