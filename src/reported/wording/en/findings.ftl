### What every finding and every table needs.

# Before the names of the claims behind a finding.
finding-rests-on = Rests on
# Before what the story tells instead of a finding's sentence.
finding-told = In the story
# The one column of a table without rows.
table-empty = nothing to show
# $shown (number), $all (number): rows of a long table in a notebook
table-cut = The first { FIGURES($shown) } of { FIGURES($all) } rows; the data of this output and the briefing hold all of them.
