### How far along a promise is: what was promised by when, what had come by which day, and the pace that would keep it.

## What was promised, and what had come

# $said (text), $due (day), $who (text), $since (day, or that it has none)
promised = 약속: { $due }까지 “{ $said }”({ $who }, { $since }).
# A total. $what (text): what is counted, $counted (day): up to when; $said (text), $who (text); $later (yes or no):
# whether it was published on another day, $published (day)
pledged-total = { $counted }까지 { $what }: { $said }({ $who }{ $later ->
    [yes] , { $published } 공개
   *[no] { "" }
})
# What follows from a total: the promise was kept. $total (text), $over (yes or no): whether its day has come
so-far-kept = { $total }. 이 집계로는 약속이 { $over ->
    [yes] 지켜졌다
   *[no] 이미 지켜졌다
}.
# It was reached, by a total that counts beyond its day. $total (text)
so-far-later = { $total }. 이 집계로는 약속한 수에 이르렀으나, 기한 안이었는지는 알 수 없다.
# One total says that it was kept, another that it was not. $total (text)
so-far-disputed = { $total }. 같은 방식의 다른 누계는 이와 달라, 약속이 지켜졌는지를 두고 집계가 엇갈린다.
# Of “more than so many”, so many had come. $total (text)
so-far-reached = { $total }. 이 수에는 이르렀으나 약속은 그보다 많은 것이었다.
# $total (text), $missing (text)
so-far-short = { $total }. 이 집계로는 약속보다 { $missing }(이/가) 모자랐다.
# Its day has passed, and no total tells. $total (text); $missing (text), $one (yes or no): whether it is one; $why
# (early or open): whether no total counts up to the day, or its words leave it open; $then (pace, left or nothing):
# what is told of the time that was left: the pace that was needed, or that time alone, where such a pace is one for a
# time longer than it; $left (text): days with their noun; $needed (text): the pace needed; $so_far (text), $number
# (text): that so far, with its noun and without
so-far-untold = { $total }. { missing-then }{ $then ->
    [pace] (이었고/였고), 남은 { $left } 동안 필요한 속도는 { $needed }, 그때까지의 속도는 { $number }
    [left] , 남은 기간은 { $left }, 그때까지의 속도는 { $so_far }
   *[nothing] { "" }
}(이었다/였다). { $why ->
    [early] 기한까지 센 같은 방식의 누계가 없어
   *[open] 표현에 여지가 있어
} 약속이 지켜졌는지는 알 수 없다.
# There is time left, and no pace to be told. $total (text), $missing (text), $one (yes or no)
so-far-missing = { $total }. { missing-then }(이었다/였다).
# There is time left. $total (text); $needed (text): the pace needed, $today (day); $since (yes or no): whether a pace
# so far is known, $number (text): it, without its noun; $enough: as so-far-enough has it
so-far-to-go = { $total }. 약속을 지키려면 { $today }부터 { $needed }(이/가) 필요하다.{ $since ->
    [yes] {" "}지금까지의 속도는 { $number }(으로/로), { so-far-enough }.
   *[no] { "" }
}
# $enough (yes, no, by-number, not-by-number or open): whether the pace is enough; by the number named, where the words
# leave it open
so-far-enough = { $enough ->
    [yes] 이대로면 충분하다
    [no] 이대로면 부족하다
    [by-number] 밝힌 숫자대로면 충분하지만 표현에는 여지가 있다
    [not-by-number] 밝힌 숫자대로면 부족하지만 표현에는 여지가 있다
   *[open] 표현에 여지가 있어 충분한지 알 수 없다
}
# $missing (text), $one (yes or no): whether it is one
missing-then = 당시 부족분은 { $missing }
# No total was public. $promised (sentence), $dated (yes or no), $day (day), $label (text): what is counted; $paced (yes
# or no): whether a pace can be told, $needed (text), $today (day)
nothing-yet = { $promised } { $dated ->
    [yes] { $day }까지 공개된 것
   *[no] 자료집에 담긴 것
} 가운데 ‘{ $label }’ 누계를 밝힌 것은 없다. { $paced ->
    [yes] 아직 실적이 없다면 { $today }부터 { $needed }(이/가) 필요하다.
   *[no] 얼마나 진척됐는지 알 수 없다.
}

## What a total says of the promise, in a word

progress-kept = 지킴
progress-not-kept = 지키지 못함
progress-reached-after-its-day = 기한 뒤 달성
progress-cannot-be-told = 알 수 없음
progress-fast-enough = 속도 충분
progress-too-slow = 속도 부족
progress-left-open = 단정 못 함
progress-disputed = 집계에 따라 지킴과 못 지킴이 엇갈림
progress-counts-to-an-older-day = 더 이른 날까지의 집계
# $word (text): by its words, $bare (text): by its number alone
progress-by-number = { $word }(숫자만 보면 { $bare })

## Whether it hangs on what is counted

# $told (list): the ways of counting, with what each says; $low (text), $low_way (text): the lowest of the totals that
# answer, and what it counts; $high (text), $high_way (text): the highest
counts-differ = 답은 무엇을 세느냐에 달렸다: { $told }.
    .why = 답이 되는 누계는 { $low }({ $low_way })에서 { $high }({ $high_way })까지다.
# $ways (list), $word (text)
counts-differ-way = { $ways }(은/는) ‘{ $word }’
# $ways (list), $word (text)
counts-agree = 무엇을 세든 답은 같다. { $ways } 모두 ‘{ $word }’(이다/다).
# $way (text): of counting
counts-named = “{ $way }”

## From day to day

# $told (list): of each way of counting
pledged-each-day = 누계를 저마다 공개된 날 기준으로 보면 다음과 같다: { $told }.
# $way (text), $totals (text): with their noun, $told (list)
pledged-each-day-way = { $way }({ $totals })(은/는) { $told }
# $n (number): totals, $word (text): what they say
pledged-each-day-word = { $word } { $n }건
# $dated (yes or no), $day (day)
pledged-each-day-nothing = { $dated ->
    [yes] { $day }까지 공개된 것
   *[no] 자료집에 담긴 것
} 가운데 이행 실적의 누계는 없다.
pledged-each-day-table = 누계별로 공개된 날의 상황, 최신순: 부족분, 그때부터 필요한 속도, 그때까지의 속도.
    .as_of = 기준일
    .counted = 집계 대상
    .said = 밝힌 값
    .up_to = 집계 시점
    .whose = 누구의 수치
    .missing = 부족분
    .needed = 필요 속도
    .so_far = 그간 속도
    .pace = 판단
    .claim = 발언
# $totals (some or none): whether any total answers, $told (list): those that do; $said (text), $due (day): the
# promise; $label (text): what is counted; $needs (yes or no): whether a pace is drawn, $pace (text): its noun, or the
# pace itself; $promised (sentence); $way (text), $figure (text): one total
how-far-along-chart =
    .title = { $totals ->
        [none] { $due }까지 “{ $said }” 약속.
       *[some] { $due }까지 “{ $said }” 약속, 마지막 집계: { $told }.
    }
    .subtitle = 누계가 센 마지막 날 기준 { $label }. 화살표: 그 이상. 막대: 범위{ $needs ->
        [yes] . 점선: 아직 필요한 속도
       *[no] { "" }
    }
    .alt = { $promised } 시간에 따른 누계:
    .nothing = 없음
    .promised = 약속: { $figure }
    .due = 기한: { $due }
    .total = { $way }: { $figure }
    .needed = 필요: { $pace }
# $figure (text), $way (text)
how-far-along-last = { $way }({ $figure })
# $way (text), $counted (day), $figure (text), $who (text)
how-far-along-total = { $way }, { $counted }: { $figure }({ $who })
# $way (text)
how-far-along-needed = 필요량, { $way }
# $way (text), $pace (text)
how-far-along-pace = 필요 속도, { $way }: { $pace }

## What does not count

# $some (text): how many of the figures, with their noun; $label (text): what is counted; $left (number): how many;
# $reasons (list)
not-counted = ‘{ $label }’에 관한 { $some }(은/는) 이행 실적의 누계가 아니다: { $reasons }.
# $n (number), $reason (text)
not-counted-reason = { $reason } { $n }건
# $label (text)
not-counted-none = ‘{ $label }’에 관한 수치는 모두 이행 실적의 누계다.
# $dated (yes or no), $day (day), $label (text)
not-counted-nothing = { $dated ->
    [yes] { $day }까지 공개된 것
   *[no] 자료집에 담긴 것
} 가운데 ‘{ $label }’에 관한 수치는 없다.
not-counted-table = 같은 수량의 수치 가운데 이행 실적의 누계가 아닌 것과 그 이유.
    .figure = 수치
    .of = 대상
    .whose = 누구의 수치
    .document = 문서
    .why = 제외 이유
    .claim = 발언
# In place of the figure.
not-counted-figure = 숫자 없음
# Why a figure is no total of what had come.
no-total-retracted = 철회됨
no-total-superseded = 새 수치로 대체됨
no-total-ours = 자체 수치
no-total-only-promised = 약속에 그침
no-total-only-expected = 예상에 그침
no-total-of-what-could-be = 가능한 양
no-total-retelling-another-claim = 다른 발언의 인용
no-total-without-a-number = 숫자 없음
no-total-of-a-part-only = 일부만 집계
no-total-no-running-total = 누계 아님
no-total-in-a-document-without-a-date = 날짜 없는 문서
no-total-not-saying-what-is-counted = 집계 대상을 밝히지 않음
no-total-counted-otherwise = 다른 방식의 집계

## What others named, and what would settle it

# $paces (list)
pace-named = 속도를 밝힌 곳도 있다: { $paces }.
# $said (text), $who (text), $published (day): a pace that somebody named; $total (text), $way (text): the total before
# it; $left (yes or no): whether it leaves a pace to be made, $ours (text): which
pace-named-one = “{ $said }”({ $who }, { $published }), “{ $total }”({ $way })에서 자체 계산한 속도는 { $left ->
    [yes] { $ours }(이다/다)
   *[no] 남은 시간이 없어 나오지 않는다
}
# $dated (yes or no), $day (day)
pace-named-nothing = { $dated ->
    [yes] { $day }까지 공개된 것
   *[no] 자료집에 담긴 것
} 가운데 자체 계산 말고 속도를 밝힌 것은 없다.
# $label (text): what is counted; $which (otherwise, exact, due or newer): what kind of total it takes; $known (yes or
# no): whether there is one, $furthest (day): up to which one counts; $due (day): of the promise
would-settle = { $which ->
    [otherwise] 이와 다른 결과를 보이는 ‘{ $label }’ 누계
    [exact] { $furthest }까지 센 더 정확한 ‘{ $label }’ 누계
    [due] { $due }까지 센 ‘{ $label }’ 누계{ settles-beyond }
   *[newer] 더 최근의 ‘{ $label }’ 누계{ settles-beyond }
}.
# $known (yes or no), $furthest (day)
settles-beyond = { $known ->
    [yes] (가장 나중까지 센 누계도 { $furthest }에서 멈춘다)
   *[no] { "" }
}

## The words of the notebook

how-far-along-question =
    # 12 · 어디까지 왔나

    날짜가 있는 약속에는 따로 물을 것이 있다. 언제까지 무엇을 약속했고, 지금까지 얼마나 왔으며, 약속을 지키려면 한 달에 얼마가
    와야 하는가다. 약속이나 예상에 그친 것과 일부만 센 것은 이행 실적으로 세지 않는다.
how-far-along-how-much-had-come =
    ## 무엇을 약속했고 얼마나 왔나

    집계 방식은 저마다 따로 본다. 제안한 것, 보낸 것, 도착한 것은 하나의 합계가 아니다. 방식마다 마지막 누계가 답이 된다. 약속한
    날이 지났으면 그날까지 센 누계로 답한다.
how-far-along-each-day =
    ## 그날그날에는 어떻게 보였나

    새 누계가 공개된 날마다 한 줄씩, 당시 부족분과 그때부터 필요했던 속도를 적었다. 한 달 단위의 양이며, 기간은 그날부터 약속한
    날까지다.
how-far-along-not-counted =
    ## 이행 실적으로 세지 않는 것은

    약속, 예상, 일부, 인용 보도다. 기록에는 남기고, 왜 누계가 아닌지 이유를 하나하나 적었다.
how-far-along-pace-named =
    ## 다른 곳도 속도를 밝혔나
how-far-along-limits =
    ## 이것으로 알 수 없는 것

    - 누계는 스스로 밝힌 날까지, 밝히지 않았으면 문서의 날짜까지 센 것이다. 그 뒤의 것은 들어 있지 않으며 따로 더하지 않는다.
    - 날짜가 월까지만 나오면 그달의 마지막 날로 읽는다.
    - 고르게 넘겨주는 쪽은 없다. 지금까지의 속도는 약속한 뒤의 평균이고, 필요한 속도는 기한까지의 평균이다.
    - 한 집계 방식으로 약속이 지켜졌다고 해서 다른 방식으로도 지켜진 것은 아니다.
