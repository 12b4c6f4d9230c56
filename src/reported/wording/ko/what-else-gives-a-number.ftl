### What else gives a number: yardsticks from published figures, each held beside what was said.

## One yardstick

# What it reckons, with the ways of counting it takes. $reads (text): of the dossier, $ways (list)
estimate-by-ways = { $reads }({ $ways } 기준)
# $lead (text): what it reckons; $comes (text): what it comes to; $exactly (yes or no): whether the bare number gives
# something else, $bare (text), $named (text): what it gives; $held (yes or no): whether anything stands beside it,
# $beside (text); $apart (above, below, open or none): whether their distance is told, $times (figure), $share (text)
estimate = { $lead }: { $comes }{ $held ->
    [yes] ({ $beside })
   *[no] { "" }
}.{ $exactly ->
    [yes] {" "}정확히 { $bare }(이라면/라면) { $named }(이다/다).
   *[no] { "" }
}{ $apart ->
    [above] {" "}하한이 비교 수치 상한의 { $times }배다.
    [below] {" "}상한이 비교 수치 하한의 { $share }(이다/다).
    [open] {" "}비교 수치의 { $share }에서 시작하며 상한은 없다.
   *[none] { "" }
}
# $lead (text)
estimate-no-number = { $lead }: 공개된 수치로는 값이 나오지 않아 계산하지 않았다.
# $lead (text); $dated (yes or no), $day (day); $labels (list): quantities; $ours (yes or no): whether our own figures
# give something, $with_ours (text)
estimate-lacking = { $lead }: { $dated ->
    [yes] { $day }까지 공개된 수치
   *[no] 자료집의 수치
} 가운데 { $labels }에 쓸 수 있는 것이 없어 계산하지 않았다.{ $ours ->
    [yes] {" "}자체 수치를 쓰면 { $with_ours }(이다/다).
   *[no] { "" }
}
# A quantity that it lacks. $label (text)
estimate-lacks = “{ $label }”
# $small (yes or no): under one per cent; $share (figure): per cent
estimate-share = { $small ->
    [yes] 1% 미만
   *[no] { $share }%
}
# What it is held against. $whose (said, published or totals), $what (text)
estimate-beside = { $whose ->
    [said] 발언: { $what }
    [published] 공개된 수치: { $what }
   *[totals] 다른 출처의 총량과 개수로 본 값: { $what }
}
estimate-beside-nothing = 없음

## All of them

estimates-table = 또 무엇으로 가늠할 수 있나: 공개된 수치로 만든 비교 잣대와 그 옆에 놓은 수치.
    .estimate = 잣대
    .comes = 결과
    .beside = 비교 수치
    .origins = 최초 출처별
    .mind = 유의점
    .left = 제외
    .claims = 발언
# Behind what it comes to. $comes (text)
estimate-bare = 숫자 그대로: { $comes }
# $comes (text): with our own figures
estimate-with-ours = 자체 포함: { $comes }
estimate-not-reckoned = 계산하지 않음
# Each of its parts has one origin.
estimate-one-origin = 부분마다 최초 출처 1곳
# The lowest and the highest of several. $n (number): origins; $ends (text)
estimate-of-origins = 최초 출처 { $n }곳: { $ends }
# What it comes to with the figures of one origin. $comes (text), $whose (text): with its day
estimate-of-one = { $comes }({ $whose })
# What was left out of a part. $label (text): a quantity; $reasons (list)
estimate-left = { $label }: { $reasons }

## Whose figures move it

# $label (text): a yardstick; $least (text), $most (text): what it comes to, with whose figures; $times (figure)
spread = 누구의 수치를 쓰느냐에 따라 가장 크게 달라지는 것은 “{ $label }”(이다/다). { $least }에서 { $most }까지 { $times }배 차이다.
spread-none = 한 부분에 여러 최초 출처의 수치가 있는 잣대는 없다.
spread-alike = 다른 최초 출처의 수치를 써도 시작값이 달라지는 잣대는 없다.

## How they lie to what was said

what-else-gives-a-number-chart =
    .subtitle = 파란색: 발언. 회색: 공개된 수치. 황토색: 잣대. 화살표: 그 이상. 로그 눈금은 칸마다 다름
    .alt = 위는 밝히거나 공개된 수치, 아래는 각 잣대의 결과.
# $all (text): yardsticks with their noun; $lies (list)
yardsticks-lie = 발언이나 공개된 수치와 견준 { $all }: { $lies }.
yardsticks-lie-beside-nothing = 견줄 수치가 있는 잣대는 없다.
# $n (number): yardsticks
lies-below = 그 수치를 완전히 밑도는 것 { $n }개
# $n (number)
lies-above = 그 수치를 완전히 웃도는 것 { $n }개
# $n (number)
lies-leaves-room = 그 수치에 여지를 남기는 것 { $n }개
the-one-lies-below = 유일한 잣대는 비교 수치를 완전히 밑돈다.
the-one-lies-above = 유일한 잣대는 비교 수치를 완전히 웃돈다.
the-one-lies-leaves-room = 유일한 잣대는 비교 수치에 여지를 남긴다.

## The words of the notebook

what-else-gives-a-number-question =
    # 11 · 또 무엇으로 가늠할 수 있나

    검토 대상이 아닌 수치로도 양을 가늠할 수 있다. 무게는 얼마인지, 다른 소모량으로는 얼마나 버티는지, 얼마나 자주 오갔는지 등이다.
    모두 밝힌 수치와 나란히 놓는 비교 잣대일 뿐, 판정에는 쓰지 않는다.
what-else-gives-a-number-each-one =
    ## 잣대마다 결과는

    같은 시기의 공개된 수치만 썼다. 검토 대상 수치가 들어가면 표현대로 한 번, 숫자 그대로 한 번 더 계산했다.
what-else-gives-a-number-beside =
    ## 밝힌 수치와 견주면
what-else-gives-a-number-whose =
    ## 누구의 수치에서 나왔나

    최초 출처마다 그곳의 수치만 넣고, 나머지 부분에는 모두의 수치를 썼다. 다른 시기를 말하거나, 다른 발언을 옮기거나, 한계가 되지
    않는 수치는 뺐다. 자체 수치는 따로 뒀다.
what-else-gives-a-number-limits =
    ## 이것으로 알 수 없는 것

    - 잣대는 얼마면 많은지를 말할 뿐, 얼마가 있었는지를 말하지 않는다.
    - 잣대의 범위는 공개된 수치의 범위다. 한쪽 끝이 열려 있으면 그 끝을 공개한 곳이 없다는 뜻이다.
    - 이 보고서가 세운 식이다. 다른 식도 그만큼 타당할 수 있다.
