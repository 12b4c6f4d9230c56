### What came after: later totals, where agencies of one government differ, which figures exclude each other, and what
### all this does to the figures under examination.

## Later totals

# $totals (number); $day (day): when the figures were published; $origins (text): how many are behind the totals;
# $parts (list): since-part for each quantity; $quantities (number): how many; $last (list): since-last for each
after-since = { $day } 이후 { $origins }에서 관계식에 쓰이는 누계 { $totals }건이 공개됐다(양자택일은 1건으로 셈). { $quantities ->
    [1] { $parts }(이다/다). 마지막 누계는
   *[other] 항목별로는 { $parts }(이다/다). 항목마다 마지막 누계는
} { $last }(이다/다).
    .told = { $day } 이후 { $origins }에서 누계 { $totals }건이 공개됐다. { $newest }
# $day (day)
after-since-none = { $day } 이후 공개된 누계는 없다.
# Where an inferred link leaves open how many origins there are. $fewest (number), $most (number)
after-since-origins = 최초 출처 { FIGURES($fewest) }~{ FIGURES($most) }곳
# $n (number): how many totals; $quantity (text)
after-since-part = { $quantity } { $n }건
# $said (text), $who (text), $day (day)
after-since-last = “{ $said }”({ $who }, { $day })
    .told = ‘{ $quantity }’ 항목에서 마지막으로 나온 것은 { $who }의 “{ $said }”({ $day })(이다/다).
# The later totals along time. $highest (list): the highest of each quantity, $quantities (number): how many;
# $made (yes or no): whether any rests on a conversion; $examined (yes or no): whether a figure under examination stands
# among them; $some (yes or no): whether only some are drawn: $drawn of $all
# (numbers); $rest (text): that not all quantities are. A mark in words: $said (text): who and what, $day (day)
later-totals-chart =
    .title = 이후 누계 중 가장 큰 것은 { $highest }(이다/다).
    .subtitle = 공개된 날짜별 누계(로그 눈금). { $examined ->
            [yes] 점선: 검토 대상 수치,
           *[no] { "" }
        } 화살표: 그 이상, 흐려지는 막대: 약{ $made ->
            [yes] , 빈 표식: 다른 집계에서 환산
           *[no] { "" }
        }. 번호는 표와 같음{ $some ->
            [yes] . { FIGURES($all) }건 중 { FIGURES($drawn) }건을 그림
           *[no] { "" }
        }{ $rest }
    .alt = 시간에 따른 이후의 누계.
    .line = { $quantity }: { $told }
    .mark = { $said }, { $day }{ $made ->
            [yes] , 다른 집계에서 환산
           *[no] { "" }
        }
# $made (yes or no): whether it rests on a conversion, $examined (yes or no): whether it is a figure under examination
later-totals-rests = { $examined ->
    [yes] 검토 대상 수치
   *[no] { $made ->
        [yes] 다른 집계에서 환산
       *[no] 환산 없음
    }
}
later-totals-table = 검토 대상 수치와 그 뒤의 누계. 번호는 그림과 같다.
    .number = 번호
    .who = 누구의 수치
    .published = 공개
    .said = 내용
    .window = 집계 기간
    .rests = 근거
    .claims = 발언

## Shares and changes

# $day (day): when the figures were published; $n (number), $parts (list): as in .part, with semicolons. In .part: $said
# (text): of what, with its hedge; $who (text), $day (day)
after-portions = { $day } 이후 비율이나 변동을 밝힌 발언은 { $n }건이다. { $parts }(이다/다). 어느 것도 누계가 아니며 계산에 쓰지 않는다.
    .part = { $said }({ $who }, { $day })

## What took the place of a figure

# $n (number): how many figures; $parts (text): after-replaced-part for the first of them; $more (number): how many
# others
after-replaced = 수치를 낸 쪽이 나중에 다른 수치로 바꾼 것은 { FIGURES($n) }건이다: { $parts }{ $more ->
    [0] { "" }
   *[other] {" "}외 { FIGURES($more) }건
}.
# $who (text), $was (text): what was said first, $day (day), $now (text): what was said then, $later (day)
after-replaced-part = { $who }, “{ $was }”({ $day })에서 “{ $now }”({ $later })(으로/로)

## Two agencies of one government

agencies-table = 한 정부의 두 기관이 한 달 이내의 간격으로 공개한 합계.
    .one = 한쪽
    .other = 다른 쪽
    .days = 간격(일)
    .times = 배수
    .worded = 표현대로 보면
    .claims = 발언
# $who (text), $told (text): what it says, $window (text): the time it counts
agencies-total = { $who }: { $told }, { $window }
# $days (number), $exact (yes or no)
agencies-days = { $exact ->
    [yes] { FIGURES($days) }
   *[no] 최대 { FIGURES($days) }
}
# $differ (yes or no): whether all that the one allows lies above all that the other allows
agencies-worded = { $differ ->
    [yes] 서로 다름
   *[no] 모두 참일 수 있음
}
# $pairs (text): how many pairs of totals; $parts (list): how many of them are of each kind
agencies = 이런 합계 { $pairs } 가운데 { $parts }(이다/다).
    .differ = 한쪽이 허용하는 값이 모두 다른 쪽이 허용하는 값보다 큰 것이 { $n }쌍
    .unlike = 숫자는 다르지만 표현대로면 모두 참일 수 있는 것이 { $n }쌍
    .alike = 같은 숫자를 뜻할 수 있는 것이 { $n }쌍
agencies-none = 한 정부의 두 기관이 한 달 이내에 각각 합계를 밝힌 사례는 없다.
agencies-unknown = 어느 기관이 같은 정부에 속하는지 자료집에 없어 견주지 않았다.
# The two farthest apart. $differ (yes or no), $totals (list): agencies-apart-total for both; $exact (yes or no),
# $days (text): from one to the other; $factor (text): between the numbers; $when (any, same, other or unknown): the
# times they speak of; any, where as worded both can be true
agencies-apart = { $differ ->
    [yes] 서로 다른 것 가운데 차이가 가장 큰 것은
   *[no] 차이가 가장 큰 것은
} { $totals }(이다/다). 발표 간격은 { $exact ->
    [yes] { $days }
   *[no] 최대 { $days }
}, 밝힌 숫자의 차이는 { $factor }배다. { $when ->
    [any] 표현대로면 모두 참일 수 있다.
    [same] 같은 시기를 두고 한 말이다.
    [other] 같은 시기를 두고 한 말이 아니어서 이것만으로는 모순이 아니다.
   *[unknown] 같은 시기를 두고 한 말인지 알 수 없어 이것만으로는 모순이 아니다.
}
# $who (text), $told (text), $window (text)
agencies-apart-total = { $who }(“{ $told }”, { $window })
agencies-apart-none = 한 정부의 두 기관이 한 달 이내에 서로 다른 숫자를 밝힌 사례는 없다.

## Figures that exclude each other

after-contradictions-table =
    표현대로, 또는 말한 뜻으로 보이는 대로 읽을 때 양립할 수 없는 수치. 어느 쪽도 고치거나 평균하지 않고 나란히 싣는다.
    .more = 큰 쪽
    .less = 작은 쪽(큰 쪽의 기간을 포함)
    .literal = 문구 그대로 읽으면
    .pragmatic = 통상적 의미로 읽으면
    .claims = 발언
# $who (text), $said (text), $window (text), $grade (text)
after-contradictions-figure = { $who }: { $said }, { $window }, 등급 { $grade }
# $exclude (yes or no); $hangs (yes or no): whether that hangs on the margin
after-contradictions-verdict = { $exclude ->
    [yes] 양립할 수 없음
   *[no] 모두 참일 수 있음
}{ $hangs ->
    [yes] (이 오차에서)
   *[no] { "" }
}
# $pairs (number), $by_reading (list): contradictions-on for each reading
after-contradictions = 적어도 한쪽이 발언 이후에 나온 수치 { $pairs }쌍이 서로 양립할 수 없다. { $by_reading }(이다/다). 나란히 실을 뿐, 어느
    쪽도 다른 쪽을 바로잡지 않는다.
after-contradictions-none = 어느 해석으로 읽어도 이후 수치가 다른 이후 수치나 앞선 수치와 모순되지 않는다.
# How many pairs do on a reading. $n (number), $reading (text)
after-contradictions-on = ‘{ $reading }’ 해석에서 { $n }쌍
# $n (number): how many verdicts; $margin (figure): per cent; $verdicts (list): contradictions-hanging for the first few
after-contradictions-margin = 판정 { $n }건은 “약”의 오차를 얼마로 보느냐에 달렸으며, 여기서는 { $margin }%로 봤다. { $verdicts }.
# Two figures whose verdict hangs on the margin. $more (text), $more_who (text), $less (text), $less_who (text);
# $hangs (text): margin-decides; $readings (list): the readings on which it does
after-contradictions-hanging = “{ $more }”({ $more_who })(과/와) “{ $less }”({ $less_who }): { $hangs }(해석: { $readings })
# Behind the first few. $more (number): how many more
after-contradictions-more = 그 밖의 { $more }건

## Why totals were held against no other

# $aside (number): how many; $totals (text): of how many; $reasons (list): not-compared-reason for each
not-compared = { $totals } 중 { $aside }건은 다른 누계와 견주지 않았다. { $reasons }(이다/다).
# $totals (number)
not-compared-every = { $totals ->
    [1] 하나뿐인 이후 누계를 다른 수치와 견줄 수 있었다.
   *[other] 이후 누계를 모두 다른 수치와 견줄 수 있었다.
}
not-compared-nothing = 서로 견줄 이후 누계가 없다.
# $n (number), $reason (text)
not-compared-reason = { $reason } { $n }건
# $n (number): how many different starts; $first (day), $last (day)
not-compared-starts = 나머지의 시작 시점은 { $n }가지로, 가장 이른 것은 { $first }, 가장 늦은 것은 { $last }(이다/다).
# $n (number)
not-compared-crossing = 수치 { $n }쌍은 모순처럼 보이지만 서로 다른 시기를 말하고 있어 모순이 아니다.
# Reasons beside those of claims.ftl.
reason-formed-here-from-two-figures = 두 수치로 자체 계산한 것
reason-of-this-analysis-itself = 이 분석의 자체 수치
reason-saying-what-something-could-hold = 수용 능력만 말한 것

## The claim seen from each later day

# $moves (list): each-day-move or each-day-bound for each; $since (day): when the figures were published; $then (text),
# $last (text): each-day-answer of that day and of the last
each-day = 답이 바뀐 날은 { $moves }(이다/다). { $since } 기준의 답은 { $then }(이었고/였고), 지금은 { $last }(이다/다).
    .told = 그 뒤 새로 나온 것을 하루씩 반영해 보면, 답이 바뀐 날은 { $few }(이다/다).
# $days (number): later days; $since (day), $last (text)
each-day-unchanged = { $days ->
    [0] { $since } 이후 답을 바꿀 수 있는 것은 공개되지 않았다. 답은
    [1] 그 뒤 답을 바꿀 수 있는 것이 공개된 날은 하루이며, 그날을 기준으로 봐도 결과는 { $since }(과/와) 같다. 답은
   *[other] 그 뒤 답을 바꿀 수 있는 것이 공개된 날은 { $days }일이지만, 어느 날을 기준으로 봐도 결과는 { $since }(과/와) 같다. 답은
} { $last }(이다/다).
    .told = { $days ->
        [0] { $since } 이후 답을 바꿀 수 있는 것은 공개되지 않았다.
        [1] 그 뒤 답을 바꿀 수 있는 것이 공개된 날은 하루이며, 그날을 기준으로 봐도 답은 { $since }(과/와) 같다.
       *[other] 그 뒤 답을 바꿀 수 있는 것이 공개된 날은 { $days }일이며, 어느 날을 기준으로 봐도 답은 { $since }(과/와) 같다.
    }
# $retold (text), $worded (text): the answer for each wording
each-day-answer = 인용된 표현으로 보면 “{ $retold }”, 최초 표현으로 보면 “{ $worded }”
# A day on which the answer changed. $day (day), $who (list): whose figures moved it
each-day-move = { $day }({ $who })
# $day (day)
each-day-bound = { $day }(한계값 하나가 없어짐)
# $needs_moved (yes or no), $published_moved (yes or no), $quantity (text), $since (day)
seen-from-each-day-chart =
    .title =
        { $since } 이후 나머지 수치가 요구하는 ‘{ $quantity }’(은/는) { $needs_moved ->
            [yes] { $published_moved ->
                [yes] 바뀌었고, 공개된 수치도 바뀌었다.
               *[no] 바뀌었으나, 공개된 수치는 바뀌지 않았다.
            }
           *[no] { $published_moved ->
                [yes] 그대로이나, 공개된 수치는 바뀌었다.
               *[no] 그대로이고, 공개된 수치도 바뀌지 않았다.
            }
        }
    .subtitle = 기준일별, 바뀐 날마다 한 줄(로그 눈금). 회색: 공개된 수치. 황토색: 나머지 수치가 요구하는 값
    .alt = 기준일별로 본 ‘{ $quantity }’의 공개된 범위와 나머지 수치가 요구하는 값.
    .needed = 나머지 수치가 요구하는 값
nothing-moved = 공개된 범위가 바뀔 수 있는 항목 가운데 답이 조건을 거는 것은 없다.

## What later reporting does to the claim

# $tests (number): later totals that cover the whole time of a figure; $totals (text): of how many; $figures (list):
# later-reporting-covers for each figure
later-reporting = 이후 보도는 견줄 수 있는 범위에서 이 수치와 모순되지 않는다. { $totals } 중 { $tests }건이 이 수치 가운데 하나의 기간 전체를
    포함하며({ $figures }), 더 낮은 것은 없다.
    .why = 같은 기간이나 더 긴 기간의 누계가 더 낮아야 이 수치와 모순된다.
    .told = 이후 보도는 견줄 수 있는 범위에서 이 수치와 모순되지 않는다. { $totals } 중 { $tests }건이 이 수치 가운데 하나의 기간 전체를
        포함하며, 더 낮은 것은 없다. 내역은 { $covered }(이다/다).
later-reporting-untested = 이후 보도는 이 수치와 모순될 수 없다. 이 수치의 기간 전체를 포함하는 이후 누계가 없다.
# $n (number), $figures (list): later-reporting-figure for each
later-reporting-contradicts = 검토 대상 수치와 양립할 수 없는 이후 수치는 { $n }건이다. { $figures }(이다/다).
# $figures (list): later-reporting-figure for each
later-reporting-otherwise = 다른 해석으로 읽으면 { $figures }(이/가) 이 수치와 양립할 수 없다.
# $n (number): how many totals cover the time of a figure; $said (text): the figure
later-reporting-covers = “{ $said }”의 기간 { $n }건
    .told = “{ $said }”의 기간 { $n }건
# $said (text), $who (text), $grade (text)
later-reporting-figure = “{ $said }”({ $who }, 등급 { $grade })
# The same, where it hangs on the margin. $hangs (text): margin-decides
later-reporting-figure-hanging = “{ $said }”({ $who }, 등급 { $grade }; { $hangs })
# $n (number)
later-reporting-floors = 기간을 포함하는 누계 가운데 { $n }건은 상한을 말하지 않아, 표현대로라면 더 낮을 수 없다.
# $n (number): totals that say nothing; $totals (text): of how many; $reasons (list)
not-tested = { $totals } 중 { $n }건은 이 수치가 맞는지 따지는 데 쓸 수 없다. { $reasons }(이다/다).
not-tested-none = 이후 누계는 모두 이 수치가 맞는지 따지는 데 쓸 수 있다.
# $n (number)
not-tested-start = 시작 시점을 밝히지 않은 것 { $n }건
# $n (number)
not-tested-capacity = 수용 능력만 말한 것 { $n }건
# $n (number)
not-tested-other = 시기나 대상이 다르거나 이 수치와 최초 출처가 같은 것 { $n }건
# $n (number), $figures (list): same-months-figure for each
same-months = { $n ->
    [0] 같은 달의 수치를 밝힌 이후 발표는 없다.
   *[other] 같은 달의 수치를 밝힌 이후 발표는 { $n }건이다. { $figures }.
}
    .told = 같은 달의 수치를 밝힌 이후 발표는 { $n }건이다.
# $said (text), $window (text), $who (text), $day (day): published, $grade (text); $how (agrees, lower, higher or
# cannot-be-told): how it stands to the figure; $claim (text), $claim_window (text); $longer (yes or no): whether it
# runs to a later day
same-months-figure = “{ $said }”, { $window }({ $who }, { $day } 공개, 등급 { $grade }): { $how ->
    [agrees] 숫자가 “{ $claim }”({ $claim_window })(과/와) 부합함
    [lower] “{ $claim }”({ $claim_window })보다 적음
    [higher] “{ $claim }”({ $claim_window })보다 많음
   *[cannot-be-told] “{ $claim }”({ $claim_window })(과/와) 부합하는지 알 수 없음
}{ $longer ->
    [yes] , 더 늦은 날까지 셈
   *[no] { "" }
}
    .told = { $whose }의 “{ $said }”({ $day })(은/는) { $how ->
        [agrees] 숫자가 “{ $claim }”(과/와) 부합한다.
        [lower] “{ $claim }”보다 적다.
        [higher] “{ $claim }”보다 많다.
       *[cannot-be-told] “{ $claim }”(과/와) 부합하는지 알 수 없다.
    }{ $longer ->
        [yes] {" "}더 늦은 날까지 센 것이다.
       *[no] { "" }
    }

## What stands in the notebook

what-came-after-question =
    # 9 · 그 뒤 무엇이 나왔나

    한번 나온 말은 나중에 보도된 것과 견줄 수 있다. 다만 나중의 누계 자체가 정정은 아니다. 세기 시작한 날이나 센 대상이 다르거나, 환산에 따른 것일 수 있다.
what-came-after-since =
    ## 발언 이후 무엇이 보도됐나

    누계만, 각각 처음 밝힌 곳의 것으로 싣는다. 인용 보도는 더해 주는 것이 없다. 세로 점선으로 이어진 합계는 둘 중 하나이므로 더하지 않는다. 속이 빈 표식은 다른 집계에서 환산한 합계다.
what-came-after-agencies =
    ## 한 정부의 두 기관은 어디서 다른가

    한 정부의 두 기관이 같은 것을 두고 한 달 이내의 간격으로 공개한 합계다. 적어도 하나는 발언 이후에 나왔다.
what-came-after-contradictions =
    ## 서로 모순되는 것이 있나

    일부 기간에 일부를 센 수가 전체 기간에 전체를 센 수보다 클 수는 없다. 한쪽의 기간이 다른 쪽의 기간 안에 들고 최초 출처가 다른 경우에만 두 합계를 견준다. 시작한 날이 다른 합계를 함께 시작한 것처럼 견주지는 않는다.
what-came-after-each-day =
    ## 그 뒤 날짜별로 수치는 어떻게 보였나

    새 입력값이 나온 날마다 그날까지 나온 수치를 다시 맞춰 본다. 검토 대상 수치는 그대로이고, 그 주변의 공개된 범위는 달라질 수 있다.
what-came-after-the-claim =
    ## 이후 보도에 비춰 보면
what-came-after-limits =
    ## 이것으로 알 수 없는 것

    - 나중의 더 큰 누계가 앞선 더 작은 누계를 확인해 주지는 않는다. 그사이에 늘어난 것일 수 있다.
    - 두 수치가 양립할 수 없다고 해서 어느 쪽이 틀렸는지, 어느 한쪽이 맞는지는 알 수 없다.
    - 누계는 한 이름 아래 다른 것을 셀 수 있다. 떠난 것, 도착한 것, 확인할 수 있었던 일부 등이다.
    - 이후 누계의 대부분은 아무도 밝히지 않은 입력값을 함께 쓰고 있을 수 있다. 최초 출처가 다르다고 늘 독립적인 것은 아니다.
