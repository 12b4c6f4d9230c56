### Timelines: dots in lanes along time, and what is told of them where they cannot be seen.

# The days something lasted or may have fallen on. $given (both, end or start): which ends are told; $start (day),
# $end (day)
timeline-days = { $given ->
    [end] { $end }까지
    [start] { $start }
   *[both] { $start }~{ $end }
}
# In a lane that has no dot.
timeline-lane-empty = 없음
# A lane in words. $lane (text); $dots (text): how many of what; $days (several, one or none): how many days they stand
# for; $first (day), $last (day); $filled (number): how many dots are filled; $meaning (text): what a filled one means
timeline-lane = { $lane }: { $dots }{ $days ->
    [none] { "" }
    [one] , { $first }, { timeline-filled }
   *[several] , { $first }~{ $last }, { timeline-filled }
}
# $filled (number), $meaning (text)
timeline-filled = { $filled ->
    [0] { $meaning } 없음
   *[other] { $meaning } { FIGURES($filled) }건
}
# A day drawn through all lanes. $what (text)
timeline-moment = 세로선 { $what }
