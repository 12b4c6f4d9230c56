"""Reported figures: what was said, by whom, with which hedge, and whether it fits together."""

__version__ = "0.2.0"
