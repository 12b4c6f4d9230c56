"""An engine for papermill: each notebook runs in a process that has its imports already.

``WarmEngine`` is what papermill loads (``papermill --engine warm``). A program that runs many notebooks may
also use ``papermill_warm.server``.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from papermill_warm.engine import WarmEngine as WarmEngine


def __getattr__(name: str) -> Any:
    """``WarmEngine``, when it is first asked for: the server of warm processes does without papermill."""
    if name != "WarmEngine":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    import papermill.engines  # noqa: F401  # loads every engine there is, this one too: first, or in a circle

    from papermill_warm.engine import WarmEngine

    return WarmEngine
