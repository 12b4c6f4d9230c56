### What would carry it: how much goes into each of what carries it, and how many of these that takes.

## How much goes into each

# Behind a number of loads: how many of the loads tried are ours, and which. $own (number), $ours (list)
loads-ours = { $own ->
    [0] { "" }
   *[other] ({ $ours }(은/는) 자체 수치)
}
# The range that some figures name, and whose they are. $loads (text), $who (list)
loads-of = { $loads }({ $who })
# $kinds (both, stated or formed): which there are; $stated, $formed (text); $seen (yes or no): whether any was observed
loads = { $kinds ->
    [both] 해당 시기에 관해 직접 밝힌 적재량: { $stated }. 다른 출처의 총량을 개수로 나눠 구한 적재량: { $formed }
    [stated] 해당 시기에 관해 직접 밝힌 적재량: { $stated }
   *[formed] 다른 출처의 총량을 개수로 나눠 구한 적재량: { $formed }
}. { $seen ->
    [yes] 일부는 관측된 값이다
   *[no] 관측된 값은 없다
}.
# $load (text): what a load is called, $by (text): by which day
loads-none = { $by }는 계산에 넣을 수 있는 ‘{ $load }’ 수치가 없다.
# $load (text): what a load is called
loads-table = { $load }: 직접 밝힌 값과 여기서 환산한 값.
    .published = 공개 문서
    .whose = 누구의 수치
    .from = 계산 근거
    .counting = 집계 방식
    .each = 하나당
    .counts = 계산 반영
    .claims = 발언
# What a load was worked out from. $total (text), $count (text)
load-formed = “{ $total }” ÷ “{ $count }”
# Of a load that was not worked out. The attribute says what was said. $said (text)
load-stated = 직접 밝힌 값
    .said = 밝힌 값: { $said }
# Whether a load goes into the sums. $counts (yes or no)
load-counts = { $counts ->
    [yes] 반영
   *[no] 제외
}

# $loads (text); $later (yes or no): whether some are of later months; $units (text): in what a load is given
how-much-each-carries-chart =
    .title = 밝힌 값과 나눠 구한 값으로 보면 해당 시기의 적재량은 { $loads }(이다/다).
    .subtitle = 파란색: 밝힌 값. 회색: 총량을 개수로 나눠 구한 값(로그 눈금). 오래된 것부터{ $later ->
            [yes] , 이후 달 포함
           *[no] { "" }
        }. 막대는 범위, 점은 단일 수치
    .alt = 밝힌 적재량 또는 총량을 개수로 나눠 구한 적재량, 오래된 것부터, 단위: { $units }.

## How many that takes

# $total (text), $counts (list): one for each load, with the noun; $loads (list): the loads; $own and $ours as above;
# $named (text, as said)
needed = { $total }(을/를) 실으려면 하나에 { $loads }{ loads-ours }씩 담을 때 적어도 { $counts }(이/가) 필요하다. 밝힌 수치는
    “{ $named }”(이었다/였다).
    .told = { $tries ->
        [1] { $heaviest }
       *[other] 적용해 본 적재량 가운데 가장 많은 { $heaviest }
    }{ $heavy_own ->
        [yes] (자체 수치)
       *[no] { "" }
    }(으로/로) 치면 { $total }에는 적어도 { $fewest }(이/가) 필요하다.{ $tries ->
        [1] { "" }
       *[other] {" "}가장 적은 { $lightest }{ $light_own ->
            [yes] (자체 수치)
           *[no] { "" }
        }(으로/로) 치면 { $most }(이/가) 필요하다.
    } 밝힌 수치는 “{ $named }”{ $open ->
        [yes] (으로/로), 상한이 없다.
       *[no] (이었다/였다).
    }
# $load (text): what a load is called, $by (text): by which day, $units (text): of what carries
needed-none = { $by }는 계산에 넣을 수 있는 ‘{ $load }’ 수치가 없어, 몇이나 필요한지 알 수 없다.
# $named (text): those that were named, $total (text): what they carry, $loads (text), $own and $ours as above; $enough
# (yes or no), $share (figure): per cent of the claim, $units (text): of what carries.
# Why: $load (text): the heaviest; $heavier (none, named or counted): whether a heavier one goes into no sum, and whether
# it is counted in another way; $most (text), $whose (text), $counting (text): that one; $least (text): what the claim
# needs, $named (text, as said), $room (yes or no): whether that leaves room for it.
# Linchpin: $stated, $formed (text): counts, $seen (yes or no)
capacity = 정확히 { $named }에 하나당 { $loads }{ loads-ours }씩 담으면 { $total }(이/가) 실린다. { $enough ->
    [yes] 밝힌 수치를 채우기에 충분하다.
   *[no] 많아야 밝힌 수치의 { $share }%로, 다 실으려면 더 많아야 한다.
}
    .why = 해당 시기에 가장 조밀한 적재량인 { $load }(을/를) 적용해도 { $least }(이/가) 필요하며, “{ $named }”(이라는/라는) 표현은 { $room ->
            [yes] 그럴 여지를 남긴다
           *[no] 그렇게 말하지 않는다
        }.{ $heavier ->
            [counted] {" "}더 조밀한 { $most }도 { $whose }의 수치에서 나오지만({ $counting } 기준) 계산에 넣지 않았다.
            [named] {" "}더 조밀한 { $most }도 { $whose }의 수치에서 나오지만 계산에 넣지 않았다.
           *[none] { "" }
        }
    .linchpin = 하나당 적재량: 직접 밝힌 { $stated }, 자체 계산한 { $formed }이며 { $seen ->
            [yes] 일부는 관측된 값이다
           *[no] 관측된 값은 없다
        }.
    .told = 정확히 { $named }에 하나당 { $loads }{ loads-ours }씩 담으면 { $total }(이/가) 실린다. { $enough ->
        [yes] 밝힌 수치를 채우기에 충분하다.
       *[no] 많아야 밝힌 수치의 { $share }%로, 다 실으려면 더 많아야 한다.
    } { $seen ->
        [yes] 이 적재량 가운데 일부만 관측된 값이다.
       *[no] 이 적재량 가운데 관측된 값은 없다.
    }
# $load (text): what a load is called, $by (text): by which day, $named (text)
capacity-none = { $by }는 계산에 넣을 수 있는 ‘{ $load }’ 수치가 없어, { $named }에 얼마나 실을 수 있는지 알 수 없다.

## Whether a later count supports it

# $count (text), $whose (text), $load (text), $total (text), $inferred (yes or no): whether the tie is our inference
restated = { $whose }의 { $count }에 자체 총량에서 나온 하나당 { $load }(을/를) 곱하면 다시 { $total }(이/가) 된다. 별개의
    관측이 아니므로 근거를 보태지 않는다{ $inferred ->
        [yes] (두 총량이 같다는 것은 이 보고서의 추론이다)
       *[no] { "" }
    }.
    .told = { $whose }(은/는) { $count }(을/를) 밝혔다. 그러나 이는 근거를 보태지 않는다. 자체 총량에서 나온 하나당 { $load }(을/를)
        곱하면 다시 { $total }(이/가) 되기 때문이다.{ $inferred ->
            [yes] {" "}두 총량이 같다는 것은 이 보고서의 추론이다.
           *[no] { "" }
        }
restated-none = 같은 수치를 되풀이한 집계는 찾지 못했다.
# $total (text, as said)
support-table = 발언 뒤 한 달 안에 나온 집계. 저마다 자체 총량에서 나온 적재량을 적용해 “{ $total }”(과/와) 견줬다.
    .published = 공개 문서
    .count = 집계
    .load = 적재량
    .gives = 계산값
    .needed = 필요한 수
    .verdict = 판정
    .claims = 발언
# $count (text, as said), $who (text)
count-of = { $count }({ $who })

## The words of the notebook

what-would-carry-it-question =
    # 4 · 무엇으로 실어 나르나

    실어 나르는 것은 멀리서도 셀 수 있을 때가 많지만 안에 든 것은 그렇지 않다. 둘을 잇는 숫자는 하나, 하나당 적재량이다.
what-would-carry-it-each-source =
    ## 출처마다 하나에 얼마를 담았나

    직접 밝힌 곳도 있다. 나머지는 그곳이 밝힌 총량을 개수로 나눴다. 이렇게 나온 몫은 자체 계산이며, 최솟값 둘을 나눈 것이면 한계를
    말해 주지 못한다. 환산한 쪽의 습관을 보여 줄 뿐이다. 같은 시기에 관한 것만 계산에 넣는다.
what-would-carry-it-how-many =
    ## 수치대로라면 얼마나 필요한가

    밝혀진 적재량의 양 끝과, 이 보고서가 쓰는 범위의 양 끝에서 계산했다.
what-would-carry-it-implied =
    ## 나머지 수치에서는 무엇이 도출되나

    누가 공개했든 아니든, 적재량과 개수를 두 번 구했다. 한 번은 밝힌 숫자 그대로, 한 번은 표현이 허용하는 범위 전부로 계산했다.
    어느 쪽도 평균이 아니다.
what-would-carry-it-later-counts =
    ## 이후의 집계가 수치를 뒷받침하나

    집계가 총량을 뒷받침하려면 적재량을 따로 알고 있어야 한다. 적재량이 그 총량에서 계산된 것이면 곱해도 다시 그 총량이 나올 뿐이다.
what-would-carry-it-limits =
    ## 이것으로 알 수 없는 것

    - 안에 무엇이 들었는지는 알 수 없다. 여기서 세지 않은 것이 들었을 수 있다.
    - 환산은 한 가지만 담았을 때 얼마나 나를 수 있는지를 말할 뿐이다.
    - 기관마다 집계한 기간이 다르다. 나중의 큰 집계가 앞선 작은 집계와 모순되는 것은 아니다.
