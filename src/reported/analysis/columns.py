"""Columns: many rows with few different values among them.

Each value is kept once, and for each row the number of its own, so that whatever is done to values is done
once to each and not in every row.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
T = TypeVar("T")
S = TypeVar("S")


def itself(value: T) -> T:
    """By what most values are told apart: these have a hash."""
    return value


class _Numbered(Generic[T]):
    """Different values, numbered in the order met; of those that are alike the first is kept."""

    def __init__(self, alike: Callable[[T], Hashable]) -> None:
        self._alike, self._numbers = alike, dict[Hashable, int]()
        self.values: list[T] = []

    def of(self, values: Iterable[T]) -> Numbers:
        """The number of each of some values."""
        alike, numbers, kept = self._alike, self._numbers, self.values
        which = []
        for value in values:  # written out, as there are hundreds of thousands
            number = numbers.setdefault(alike(value), len(kept))
            if number == len(kept):
                kept.append(value)
            which.append(number)
        return np.array(which, np.int64)


@dataclass(frozen=True, eq=False)
class Column(Generic[T]):
    """Values, and for each row the number of its own among them."""

    values: Sequence[T]
    which: Numbers

    def __getitem__(self, row: int) -> T:
        return self.values[int(self.which[row])]

    def rows(self, some: NDArray[Any]) -> Column[T]:
        """Some of its rows: their numbers, or for every row whether it is one."""
        return Column(self.values, self.which[some])

    def met(self) -> list[T]:
        """The values that stand in a row, in the order met."""
        return [self.values[number] for number in pd.unique(self.which).tolist()]

    def each(self, work: Callable[[T], S], alike: Callable[[S], Hashable] = itself) -> Column[S]:
        """What the work makes of each value; results that are alike are one from here on."""
        found = _Numbered(alike)
        return Column(found.values, found.of(map(work, self.values))[self.which])

    def passing(self, test: Callable[[T], bool]) -> NDArray[np.bool_]:
        """For each row whether its value passes a test."""
        return np.array([test(value) for value in self.values], bool)[self.which]


def everywhere(value: T, rows: int) -> Column[T]:
    """The same value in so many rows."""
    return Column([value], np.zeros(rows, np.int64))


def beside(x: Column[T], y: Column[S]) -> Column[tuple[T, S]]:
    """Two columns as one: the pairs of values that stand in a row together."""
    which, pairs = pd.factorize(x.which * len(y.values) + y.which)
    places = (at.tolist() for at in np.divmod(pairs, len(y.values)))
    return Column([(x.values[one], y.values[other]) for one, other in zip(*places, strict=True)], which)


def combined(columns: Iterable[NDArray[Any]], rows: int) -> tuple[Numbers, Numbers]:
    """For each row the number of what stands in it in all columns, counted in the order met, and the first
    row of each such number."""
    which = np.zeros(rows, np.int64)
    for column in columns:
        which = pd.factorize(which * (column.max(initial=0) + 1) + column)[0]
    return which, np.unique(which, return_index=True)[1]


class Growing(Generic[T]):
    """A column that is made a stretch of rows at a time; rows into which nothing is put hold ``empty``."""

    def __init__(self, empty: T, alike: Callable[[T], Hashable] = itself) -> None:
        self._found = _Numbered(alike)
        self._empty, self._rows, self._stretches = empty, 0, list[Numbers]()

    def put(self, row: int, values: Iterable[T], which: Numbers) -> None:
        """A stretch that begins at a row: some values, and for each of its rows the place of its own."""
        self._fill(row)
        self._stretches.append(self._found.of(values)[which])
        self._rows += len(which)

    def _fill(self, row: int) -> None:
        if row > self._rows:
            self._stretches.append(np.repeat(self._found.of([self._empty]), row - self._rows))
            self._rows = row

    def column(self, rows: int) -> Column[T]:
        """All of it, so many rows long."""
        self._fill(rows)
        return Column(self._found.values, np.concatenate(self._stretches))
