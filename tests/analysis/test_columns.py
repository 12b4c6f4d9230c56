"""Columns: whatever is done to them comes to the same as in every row by itself."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reported.analysis.columns import Column, Growing, beside, combined, everywhere

rows = st.lists(
    st.tuples(st.sampled_from("abcde"), st.sampled_from([0.0, 1.0, 2.5])), min_size=1, max_size=30
)


def column(values) -> Column:
    """A column of some values, of which not all stand in a row, and not in the order met."""
    held = sorted({*values, values[0] + values[0]}, reverse=True)
    return Column(held, np.array([held.index(value) for value in values]))


def plain(of: Column) -> list:
    return [of[row] for row in range(len(of.which))]


@given(rows)
def test_what_is_done_to_values_is_done_in_every_row(table):
    letters = [letter for letter, _ in table]
    made = column(letters)
    assert plain(made) == letters and made.met() == list(dict.fromkeys(letters))
    vowels = made.each("ae".__contains__)
    assert plain(vowels) == [letter in "ae" for letter in letters]
    assert len(vowels.values) <= 2, "results that are equal are one"
    assert made.passing("ae".__contains__).tolist() == plain(vowels)
    some = np.array([letter != "b" for letter in letters])
    assert plain(made.rows(some)) == [letter for letter in letters if letter != "b"]
    assert plain(everywhere("x", len(table))) == ["x"] * len(table)
    alike = made.each(str.upper, str.isupper)
    assert plain(alike) == [alike.values[0]] * len(letters), (
        "of those that are alike the first stands for all"
    )


@given(rows)
def test_columns_beside_each_other_are_rows_of_both(table):
    letters, numbers = (list(values) for values in zip(*table, strict=True))
    both = beside(column(letters), column(numbers))
    assert plain(both) == table and both.values == list(dict.fromkeys(table))
    which, first = combined([column(letters).which, column(numbers).which], len(table))
    met = list(dict.fromkeys(table))
    assert which.tolist() == [met.index(row) for row in table]
    assert first.tolist() == [table.index(row) for row in met]
    assert combined([], 3)[0].tolist() == [0, 0, 0]


def test_columns_without_rows_stay_without():
    none = everywhere("x", 0)
    assert plain(beside(none, none).each(len)) == [] and combined([none.which], 0)[1].tolist() == []


@given(st.lists(st.tuples(st.booleans(), rows), min_size=1))
def test_a_column_grows_by_stretches_and_is_empty_between_them(stretches):
    growing, expected = Growing("-"), []
    for put, table in stretches:
        letters = [letter for letter, _ in table]
        if put:
            held = sorted({*letters})
            growing.put(len(expected), held, np.array([held.index(letter) for letter in letters]))
        expected += letters if put else ["-"] * len(letters)
    assert plain(growing.column(len(expected))) == expected
