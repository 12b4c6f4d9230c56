"""What a wheel takes along from notebooks/: those that name no quantity of the topic."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class TakesNotebooks(BuildHookInterface):
    """Asks the package itself which of the notebooks it brings."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add them to what the wheel holds; one that is a link to this folder finds them here."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root / "src"))
        from reported.build.project import brought

        for name, path in brought(root / "nowhere").items():
            if path.suffix == ".ipynb":
                build_data["force_include"][str(path)] = f"reported/build/{name}"
