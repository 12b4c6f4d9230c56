### What charts say by themselves, whatever they show.

# Behind a subtitle, where a page has no room for all of them. $shown (number), $all (text): a count with its noun
chart-first = 전체 { $all } 가운데 처음 { FIGURES($shown) }까지만 표시
# Behind a subtitle, where rows were put together. $figures (number), $rows (number)
chart-gathered = 수치 { FIGURES($figures) }건을 { FIGURES($rows) }행으로 묶고, 행마다 최저에서 최고까지 표시
# A row for all of a group that has no name.
chart-all = 전체
# A row for all that have none of their own.
chart-others = 그 밖의 전부
