"""The same findings as exercises, lessons and packs for a class."""
