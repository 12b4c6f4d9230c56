### What every finding and every table needs.

# Before the names of the claims behind a finding.
finding-rests-on = Rests on
# Before the short telling of a finding, which the story prints.
finding-told = In short
# The one column of a table without rows.
table-empty = nothing to show
# Behind the caption of a table that holds only its first rows. $shown (number), $all (number)
table-first = The first { FIGURES($shown) } of { FIGURES($all) } rows.
# $shown (number), $all (number): rows of a long table in a notebook
table-cut = Shown here: the first { FIGURES($shown) }; the data of this output and the briefing have { FIGURES($all) }.
