"""Notebooks and how they are run: side by side, in warm processes, and never twice."""
