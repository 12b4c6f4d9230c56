"""Exercises: what asks a class, answers back and reckons. Plain Python, with all words in its data."""
