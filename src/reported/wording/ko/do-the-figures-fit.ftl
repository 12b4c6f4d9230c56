### Whether the figures fit: what goes in, what comes of it, what it rests on, and what others said of the same.

## What goes in

relations-table = 수량 사이의 관계와 유의할 점.
    .reads = 관계
    .mind = 유의할 점
inputs-table = 검토 대상 수치가 다루지 않는 수량에 대해 나와 있는 것. 제시된 수와, 그것을 읽은 범위.
    .quantity = 수량
    .published = 공개된 수치
    .with-ours = 자체 수치 포함
    .read = 읽은 범위
    .figures = 건수
    .from = 출처
    .left-out = 제외
    .claims = 발언
# $pairs (number): how many; $told (list): the first of them; $more (number): those that are not told
contradictions = 검토에 넣은 수치 가운데 { $pairs }쌍이 서로 배제한다. 양쪽을 모두 두고 평균은 내지 않았다: { $told }{ $more ->
    [0] { "" }
   *[other] ; 그 밖의 { $more }쌍
}.
# $more (text), $less (text): what was said; $who (text), $whose (text): by whom
contradictions-pair = “{ $more }”({ $who })(과/와) “{ $less }”({ $whose })
contradictions-none = 검토에 넣은 수치 가운데 서로 배제하는 것은 없다.
# $apart (number): how many do; $figures (number): of how many; $told (list); $dated (yes or no), $start (day),
# $end (day)
windows = 수치 { $figures }건 가운데 { $apart }건은 나머지{ $dated ->
    [yes] ({ $start }~{ $end })
   *[no] { "" }
}와 다른 기간을 다룬다. { $told }.
# $said (text), $window (text): the time it speaks of; $takes (text): what that takes away from it
windows-figure = “{ $said }”({ $window })(은/는) { $takes }
# $dated (yes or no), $start (day), $end (day)
windows-none = 나머지{ $dated ->
    [yes] ({ $start }~{ $end })
   *[no] { "" }
}와 다른 기간을 다룬 것으로 확인된 수치는 없다.
windows-table = 나머지와 다른 기간을 다룬 검토 대상 수치와, 그 때문에 말할 수 없는 것.
    .figure = 수치
    .whose = 누구의 수치
    .window = 다룬 기간
    .takes = 그 결과
    .claim = 발언

## Whether they fit

cases-table = 모든 수치를 함께 맞춰 본 결과. 표현, 해석, 집계 방식별.
    .wording = 표현
    .reading = 해석
    .counting = 집계 방식
    .outcome = 결과
    .stretch = 조정 배율
    .needs = 조건
    .claims = 근거
# $figures (number)
fit = 인용된 표현으로는 수치 { $figures }건이 그대로 모두 참일 수 있다.
# $figures (number), $needs (list)
fit-only-with = 인용된 표현으로는 수치 { $figures }건이 모두 참일 수 있다. 다만 { $needs }일 때뿐이다.
    .told = 인용된 표현으로는 조건 { $n }가지를 갖춰야만 수치 { $figures }건이 모두 참일 수 있다.
# $figures (number), $misses (text)
fit-not = 인용된 표현으로는 수치 { $figures }건이 양립하지 않는다. { $misses }.
# $needs (text), $record (text): what is on the record
fit-need = { $needs }({ $record })
    .told = { $also ->
        [yes] 또{" "}
       *[no] { "" }
    }{ $needs }(이어야/여야) 한다({ $record }).
# How far figures that do not fit are from it.
misses-at-the-edge = 경계에서 맞닿으며, 그 간격은 수치의 반올림 폭보다 작다
misses-close = 어긋나는 폭은 1% 미만이다
# $factor (figure)
misses-by = 모든 한계가 { $factor }배씩 물러나야 맞는다
misses-always = 모든 한계를 아무리 늦춰도 만나지 않는다
first-worded-same = 최초 표현과 인용된 표현이 같다.
# $worded (list): what was said
first-worded-fit = 최초 표현({ $worded })으로는 그대로 양립한다.
    .told = 최초 표현으로는 그대로 양립한다.
# $worded (list)
first-worded-the-same = 최초 표현({ $worded })으로도 필요한 조건은 같다.
    .told = 최초 표현으로도 필요한 조건은 같다.
# $worded (list), $needs (list)
first-worded-only-with = 최초 표현({ $worded })으로는 { $needs }일 때만 양립한다.
    .told = 최초 표현으로는 { $needs }일 때만 양립한다.
# $worded (list), $needs (list)
first-worded-need = 최초 표현({ $worded })으로는 { $needs }(이어야/여야) 한다.
    .told = 최초 표현으로는 { $needs }(이어야/여야) 한다.
# $worded (list), $free (list): quantities; $minimums (yes or no): whether each figure is a minimum
first-worded-free = 최초 표현({ $worded })으로는 { $free }에 제한이 없다.{ $minimums ->
    [yes] {" "}모두 최솟값이고, 최솟값끼리는 모순될 수 없다.
   *[no] { "" }
}
    .told = 최초 표현으로는 { $free }에 제한이 없다.{ $minimums ->
        [yes] {" "}모두 최솟값이고, 최솟값끼리는 모순될 수 없다.
       *[no] { "" }
    }
# $worded (list), $needs (list), $free (list), $minimums (yes or no)
first-worded-need-and-free = 최초 표현({ $worded })으로는 { $needs }(이어야/여야) 하고, { $free }에는 제한이
    없다.{ $minimums ->
    [yes] {" "}모두 최솟값이고, 최솟값끼리는 모순될 수 없다.
   *[no] { "" }
}
    .told = 최초 표현으로는 { $needs }(이어야/여야) 하고, { $free }에는 제한이 없다.{ $minimums ->
        [yes] {" "}모두 최솟값이고, 최솟값끼리는 모순될 수 없다.
       *[no] { "" }
    }
# $worded (list), $misses (text)
first-worded-not = 최초 표현({ $worded })으로는 양립하지 않는다. { $misses }.
    .told = 최초 표현으로는 양립하지 않는다. { $misses }.
# How a sentence about a reading begins. $reading (pragmatic or literal)
reading-if = 최솟값을 모두 { $reading ->
    [pragmatic] 다음 어림수에는 못 미친다는 뜻(통상적 의미)으로
   *[literal] 문구 그대로
} 읽으면
# $reading (pragmatic or literal), $well (yes or no): whether they can under the edition's reading;
# $conditions (yes or no), $needs (list)
other-reading = { reading-if }, { $well ->
    [yes] 이때도{" "}
   *[no] { "" }
}{ $conditions ->
    [yes] { $needs }(이라는/라는) 조건에서{" "}
   *[no] { "" }
}모두 참일 수 있다.
# $reading (pragmatic or literal), $misses (text)
other-reading-not = { reading-if } 양립하지 않는다. { $misses }.
# The chain: all quantities as one calculation, with what is on record of each and what the others need. $figures (number);
# $always (list): what holds on all ways; $on (text): on how many ways; $limits (text); $alike (yes or no): whether all
# scales are of one measure; $rest (text): how many are drawn, where they are too many; $name (text): an operator and a
# quantity; $record (text); $needed (text); $known (yes or no): whether the calendar tells it
chain-chart =
    .title = { $always }일 때만 모두 참일 수 있다.
    .title-some = 모두 참이려면 { $on }는 { $limits }(이어야/여야) 한다.
    .title-fit = { $on } 그대로 모두 참일 수 있다.
    .title-edge = 모두 참일 수는 없으며, { $on }는 경계에서 맞닿는다.
    .title-not = 어떻게 읽어도 모두 참일 수는 없다.
    .subtitle = 파란색: 발언, 회색: 공개된 수치, 속 빈 막대: 자체 수치, 황토색: 나머지가 요구하는 값. { $alike ->
        [yes] 같은 길이는 같은 배율
       *[no] 눈금은 저마다 다르다
    }{ $rest }
    .alt = 모든 수량을 하나의 계산으로 잇고, 수량마다 나온 수치와 나머지 모두가 요구하는 값을 보인다.
    .link = { $name }: { $record }{ $known ->
        [yes] { "" }
       *[no] , { $needed }
    }
# What the others need of a quantity, and leave all that is on record of it. $needs (text)
chain-wide = 나머지가 요구: { $needs }
# The same where they take something from it. $needs (text)
chain-tight = { $needs }일 때만
# The same where nothing on record meets it. $needs (text)
chain-apart = 필요한 값: { $needs }
# Where they need nothing.
chain-free = 나머지는 제한 없음
# $share (text): on which share of the ways; $limits (text)
chain-some = 일부 방식({ $share }): { $limits }
# $series (text): a way of counting; $what (text): a range
chain-counted = { $series }: { $what }
# Beside the end of a bar that is ours.
chain-ours = 자체 추정

## What the others imply

implied-table = 수량마다 발언했거나 공개된 값과, 나머지에서 도출되는 값. 두 가지 해석별.
    .quantity = 수량
    .wording = 표현
    .record = 나온 수치
    .implied-literal = 도출값, 문구 그대로
    .verdict-literal = 판정, 문구 그대로
    .implied-pragmatic = 도출값, 통상적 의미
    .verdict-pragmatic = 판정, 통상적 의미
    .claims = 근거
## What the answer rests on

# $wording (text), $reading (text), $stretch (figure): those of the widest gap
carriers-table = 어느 수량에 대해 아무 말도 없었다면 인용된 표현으로 낸 답이 어떻게 달라지는지, 그리고 가장 큰 간격에서 그 수량이
    차지하는 몫({ $wording }, { $reading }: 조정 배율 { $stretch }).
    .without = 제외한 수량
    .record = 나온 수치
    .then = 제외한 결과
    .share = 간격에서 차지하는 몫
carriers-fit = 수치가 양립함
# $now (text), $before (text): what has to hold
carriers-instead = { $before } 대신 { $now }
# $label (text): a quantity
carriers-free = { $label }에 조건 없음
carriers-nothing = 달라지는 것 없음
# $share (number): per cent
carriers-share = { FIGURES($share) }%
# $on (list): quantities; $open (yes or no): whether no figure gives some of them, $assumed (list)
carriers = 답을 좌우하는 것은 { $on }(이다/다).{ $open ->
    [yes] {" "}{ $assumed }에 대해서는 다른 출처가 공개한 수치나 자체 가정밖에 없다.
   *[no] {" "}모두 발언에 나온 것이며 가정은 없다.
}
# $label (text): a quantity
carriers-one = { $label }
carriers-none = 답은 어느 한 수치에 달려 있지 않다. 무엇을 하나 빼도 그대로다.
# $who (text), $day (day), $factor (text): whose total was published first, and the factor in it; $later (text),
# $later_day (day), $later_factor (figure): of another; $count (text), $one (yes or no): whether it is one;
# $whose (text); $made (text): what it makes; $total (text), $needed (text): what that needs
first-factor = { $day } 공개된 { $who }의 합계는 { $factor }꼴이고, { $later_day } { $later }의 합계는 { $later_factor }꼴이다.
    두 몫은 모두 자체 계산이다. 처음의 환산 기준을 적용하면 { $whose }의 { $count }(은/는) { $made }에 해당하고, { $total }에는
    { $needed }(이/가) 필요하다.
    .told = { $who }의 합계는 { $factor }꼴이고, { $later }의 합계는 { $later_factor }꼴이다. 두 몫은 모두 자체 계산이다. 처음의 환산
        기준을 적용하면 { $whose }의 { $count }(은/는) { $made }에 해당한다.
first-factor-none = 처음 공개된 것과 다른 기준으로 환산해 이 합계를 낸 집계는 찾지 못했다.
conversions-table = 환산에 근거한 합계와, 시점이 비슷하고 환산에 근거하지 않은 합계.
    .converted = 환산에 근거한 합계
    .others = 그 밖의 합계
    .times = 배수
    .claims = 발언
# $who (text), $said (text), $window (text)
conversions-total = { $who }: { $said }, { $window }
# $pairs (number), $higher (figure), $lower (figure), $either (figure), $converted (text), $others (text): from
# the lowest to the highest
conversions = 시점이 비슷한 합계 { $pairs }쌍을 나란히 놓으면 환산한 쪽이 더 높은 것이 { $higher }쌍, 더 낮은 것이 { $lower }쌍이다.
    { $either }쌍은 범위의 어느 끝이나 어느 대안을 택하느냐에 따라 갈린다. 환산한 합계는 { $converted }, 그 밖의 합계는
    { $others }(이다/다).
conversions-none = 환산에 근거한 합계 가운데, 시점이 비슷하고 환산에 근거하지 않은 합계와 견줄 수 있는 것은 없다.

## What others said of the same

# $than (less, more or other): than the figure; $earlier (yes or no): whether all count up to an earlier day;
# $named (list)
others-then = 직전 한 달 동안 다른 출처가 제시한 수는 { $than ->
    [less] 이보다 적었다
    [more] 이보다 많았다
   *[other] 이와 달랐다
}{ $earlier ->
    [yes] (더 이른 날까지의 집계)
   *[no] { "" }
}: { $named }.
# $who (text), $named (text)
others-then-named = { $who }({ $named })
others-then-none = 직전 한 달에 나온 다른 합계는 찾지 못했다.
# $named (text), $who (text), $day (month); $higher (yes or no): whether another origin has named a higher one
since = 가장 최근에 나온 수치: { $named }({ $who }, { $day }).{ $higher ->
    [yes] {" "}더 큰 수치도 나와 있다.
   *[no] { "" }
}
# $any (yes or no): whether there are totals of what there could be
since-none = { $any ->
    [yes] 이후 나온 합계 가운데 실제 양을 말한 것은 없다.
   *[no] 이후 나온 합계는 없다.
}
# $needs (list): what has to hold; $said (text), $who (text), $window (text): another count; $takes (text):
# what its time takes away from it; $more (number): how many others do not show it, $others (text): the same
# with its noun
other-counts = 해당 기간에 { $needs }(을/를) 보여 주는 다른 집계는 없다. “{ $said }”({ $who }, { $window })(은/는)
    { $takes }.{ $more ->
    [0] { "" }
   *[other] {" "}나머지 집계 { $more }건도 이를 보여 주지 않는다.
}
# $needs (list), $said (text), $who (text), $window (text), $takes (text)
other-counts-shown = 해당 기간에 { $needs }(을/를) 보여 주는 다른 집계가 있다. “{ $said }”({ $who }, { $window })(은/는) { $takes }.
other-counts-none = 수치가 나온 때로부터 앞뒤 한 달 안에, 필요한 값을 센 다른 집계는 공개되지 않았다.

## The notebook's own words

do-the-figures-fit-question =
    # 6 · 수치들은 서로 맞나

    수치 하나하나는 옳더라도 다른 수치와 양립하지 않을 수 있다. 여기서는 모든 수치를 한꺼번에 맞춰 본다.
do-the-figures-fit-what-ties-them = ## 수량들은 어떻게 얽혀 있나
do-the-figures-fit-what-goes-in =
    ## 무엇을 넣었나

    검토 대상 수치를 넣고, 나머지 수량에는 같은 달들에 대해 공개된 것을 모두 넣었다. 우리가 계산하거나 가정한 것은 자체
    수치로 구별했다. 대상이 다를 수 있는 집계 방식은 합치지 않았다.
do-the-figures-fit-all-ways =
    ## 그래서 모두 참일 수 있나

    가능한 읽는 방식을 한꺼번에 따졌다. 어느 표현을 쓰는지, 한정 표현을 어떻게, 누구의 규칙으로 읽는지, 어떻게 집계했는지,
    입력값마다 누구의 수치를 쓰는지, 어느 달을 포함하는지다. 어긋나는 폭이 수치의 반올림 폭보다 작으면 경계에서 맞닿는
    것이며, 이것으로는 어느 쪽도 단정할 수 없다. 선택마다 무엇이 달라지는지는 따로 절을 두어 묻는다.
do-the-figures-fit-each-given-the-others =
    ## 나머지를 모두 받아들이면 각 수치는 얼마여야 하나

    한 수량에 대한 발언을 빼고 나머지가 그 수량에 무엇을 허용하는지 본다. 모든 수치와 모든 가정을 두 가지 표현과 두 가지
    해석으로 따졌다. 집계 방식이 다르면 나눠 적었다.
do-the-figures-fit-what-carries-it =
    ## 답은 어느 가정에 달려 있나

    수치나 범위를 하나씩 빼 본다. 답이 그대로면 거기에 달린 것은 없었던 셈이다. 수치가 양립하지 않을 때는 조정 배율이 어느
    한계가 걸림돌인지 알려 준다.
do-the-figures-fit-first-factor-kept =
    ## 처음의 환산 기준을 그대로 썼다면

    집계에서 합계를 계산해 냈다면 둘 사이의 환산 기준은 누군가 고른 것이다. 고른 쪽이 늘 같은 기준을 쓰지는 않았다.
do-the-figures-fit-conversions-beside-others =
    ## 환산에 근거한 합계는 그렇지 않은 합계와 맞나

    운항 횟수에서 적재량을 구하듯 다른 집계에서 계산해 낸 합계를 환산에 근거한 합계로 봤다. 이런 합계를, 집계가 끝나는 날이
    한 달 넘게 차이 나지 않는 다른 합계와 나란히 놓는다. 한정 표현은 떼고 제시된 수만 본다. 평균은 내지 않고, “또는”으로
    묶인 수는 더하지 않는다.
do-the-figures-fit-how-sure =
    ## 얼마나 확신할 수 있나

    느낌이 아니라 규칙으로, 사안마다 따로 정한다. 그렇게 밝힌 독립된 최초 출처가 둘 이상인지, 일부라도 관측됐는지, 어느
    방식으로 읽어도 조건이 더 붙지 않는지를 본다. 세 요건을 모두 갖추면 확신도는 높음, 둘이면 보통, 그보다 적으면 낮음이다.
    해당 사안을 말하지 않은 발언은 요건을 채우지 못한다.
do-the-figures-fit-limits =
    ## 이것으로 알 수 없는 것

    - 수치가 양립한다고 해서 참이 되지는 않으며, 다른 수치에 근거한다고 해서 거짓이 되지도 않는다.
    - 범위는 공개된 발언의 범위다. 실제에 맞는 범위는 공개된 적이 없을 수도 있다.
    - “조건부 양립”은 수치에 무엇이 필요한지를 가리킨다. 실제로 그랬는지는 다른 문제다.
