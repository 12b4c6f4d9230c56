### What charts say by themselves, whatever they show.

# Behind a subtitle, where a page has no room for all of them. $shown (number), $all (text): a count with its noun
chart-first = The first { FIGURES($shown) } of { $all }
# Behind a subtitle, where rows were put together. $figures (number), $rows (number)
chart-gathered = { FIGURES($figures) } figures are drawn as { FIGURES($rows) } rows, each from the lowest to the
    highest number in it
# A row for all of a group that has no name.
chart-all = All
# A row for all that have none of their own.
chart-others = All others
