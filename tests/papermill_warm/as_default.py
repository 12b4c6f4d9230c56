"""A plugin of pytest (``-p as_default``): other people's tests run their notebooks in warm processes."""

from typing import Any

import nbclient
from papermill.engines import papermill_engines

from papermill_warm import WarmEngine
from papermill_warm.engine import WarmClient

papermill_engines.register(None, WarmEngine)
papermill_engines.register("nbclient", WarmEngine)


class Client(nbclient.NotebookClient):
    """nbclient's own, which runs every cell as papermill's does, in a warm process."""

    setup_kernel: Any = WarmClient.setup_kernel

    def __init__(self, nb: Any, km: Any = None, **settings: Any) -> None:
        super().__init__(nb, km, **settings)
        self.opened: dict[str, Any] = {}

    def execute(self) -> Any:
        """Run every cell. Raises as nbclient does."""
        self.reset_execution_trackers()
        with self.setup_kernel():
            for index, cell in enumerate(self.nb.cells):
                self.execute_cell(cell, index, execution_count=self.code_cells_executed + 1)
            self.set_widgets_metadata()
        return self.nb


nbclient.NotebookClient = Client  # type: ignore[misc]
