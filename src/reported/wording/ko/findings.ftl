### What every finding and every table needs.

# Before the names of the claims behind a finding.
finding-rests-on = 근거
finding-told = 짧게 말하면
# The one column of a table without rows.
table-empty = 보일 것 없음
# Behind the caption of a table that holds only its first rows. $shown (number), $all (number)
table-first = 전체 { FIGURES($all) }행 가운데 처음 { FIGURES($shown) }행.
# $shown (number), $all (number): rows of a long table in a notebook
table-cut = 여기에는 처음 { FIGURES($shown) }행만 보인다. 이 출력의 데이터와 브리핑에는 { FIGURES($all) }행이 있다.
