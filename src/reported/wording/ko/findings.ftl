### What every finding and every table needs.

# Before the names of the claims behind a finding.
finding-rests-on = 근거
finding-told = 이야기에서는
# The one column of a table without rows.
table-empty = 보일 것 없음
# $shown (number), $all (number): rows of a long table in a notebook
table-cut = { $all }행 가운데 처음 { $shown }행. 이 출력의 데이터와 브리핑에는 모두 들어 있다.
