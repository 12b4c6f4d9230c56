### What stands on the record: a claim, its hedge, its time, whose it is.

## A figure

# How far a figure may be off, as it says itself. $margin (figure): per cent
claim-margin = ±{ $margin }%
# Behind what was promised and has not come about.
claim-pledge = 약속에 그침
# Behind what was expected and has not come about.
claim-forecast = 예상에 그침
# Words that were read. $words (text, as said)
claim-quoted = “{ $words }”
# In brackets behind the English of words, in quotation marks, whose own letters cannot be printed.
words-glossed = 번역문이며, 원문의 글자를 담은 글꼴이 없다
# In brackets behind words in which some letters cannot be printed. $sign (text): what stands for each
words-with-signs = { $sign }는 담은 글꼴이 없는 글자를 대신한다
# A figure with what it counts. $figure (text): the number with its hedge; $items (list)
claim-of-items = { $items } { $figure }
# A share of something, or a change in it. $figure (text): the number with its hedge; $items (list): of
# what
claim-part-of = { $items }의 { $figure }
# $text (text), $more (text)
in-brackets = { $text }({ $more })
# Between the members of an either-or, with the spaces around.
claim-or = {" 또는 "}
# Around the number of a capacity that somebody named; the braces are where it goes.
claim-room = {"{}"} 적재 가능
# A unit per another. $unit (text), $each (text)
unit-per = { $unit }/{ $each }
# A unit for which the dossier has no word. $name (text)
unit-any = { $name }
unit-percent = {"{}"}%
# A noun that has its number within it, where no number is told. $before, $after (text): what stands around the number
noun-alone = { $before }({ $after })

## Whose it is

# Whose figure it is and through whom it became public. $who (text), $through (text)
claim-through = { $who }({ $through }(을/를) 통해)
# $name (text), $role (text): who that is
claim-speaker = { $role } { $name }
claim-unnamed = 익명
# How a source knows what it says.
basis-observed = 관측
basis-derived = 계산
basis-assessed = 평가
basis-asserted = 주장
basis-assumed = 가정
# What is reported not to have been confirmed. $who (text), $note (text)
claim-unconfirmed = { $who }: { $note }.
claim-not-confirmed = 확인되지 않음
# Of a claim that is superseded: what took its place. $said (text), $document (text): publisher and day
claim-replaced = 이 수치를 낸 쪽은 나중에 “{ $said }”(이라고/라고) 밝혔다({ $document }).
# In place of a document.
claim-assumed = 이 분석의 가정
claim-set = 이 판에서 지정
# A wording that was seen in a copy. $publishers (list)
claim-as-seen-in = { $publishers }에 실린 바로는
# Between publishers read at first hand and copies, with the spaces around.
claim-seen-also = {", "}
# Under a chart. $names (list): the first publishers; $more (number): how many more; $dated (yes or no), $day (day)
sources-line = 자료: { $names }{ $more ->
    [0] .
   *[other] {" "}외 { $more }곳.
}{ $dated ->
    [yes] {" "}{ $day }까지 공개된 것.
   *[no] { "" }
}

## Its time

# What the time a figure speaks of takes away from it, behind the figure.
window-same-days = 같은 기간을 말한다
window-another-time = 다른 시기를 말해 제외했다
window-part-of-the-time = 기간의 일부만 말해, 전체 기간에도 맞는 것으로 간주할 뿐이다
window-another-stretch = 다른 기간을 센 것이어서 하한도 상한도 되지 못한다
window-shorter = 더 짧은 기간을 센 것이어서 상한이 되지 못한다
window-earlier = 더 이른 날부터 센 것이어서 하한이 되지 못한다
window-later = 더 늦은 날까지 센 것이어서 하한이 되지 못한다
window-earlier-later = 더 이른 날부터 더 늦은 날까지 센 것이어서 하한이 되지 못한다
window-no-start = 시작 시점을 밝히지 않아 하한도 상한도 되지 못한다
window-no-end = 끝 시점을 밝히지 않아 하한도 상한도 되지 못한다
window-no-start-no-end = 시작과 끝 시점을 밝히지 않아 하한도 상한도 되지 못한다
# Where something would have to be found. $dated (yes or no), $day (day)
day-by = { $dated ->
    [yes] { $day }까지
   *[no] 이 자료에
}
# $given (both, end, start or none): which ends are given; $start (day), $end (day)
period = { $given ->
    [both] { $start }~{ $end }
    [end] { $end }까지, 시작 미상
    [start] { $start }부터, 끝 미상
   *[none] 기간 미상
}
# As period, where there is little room; the last month stands without its year where both are of one.
# $given (both, end, start or none), $start (month), $end (month)
period-short = { $given ->
    [both] { $start }~{ $end }
    [end] ~{ $end }
    [start] { $start }~
   *[none] { "" }
}
# $start (day)
period-since = { $start }부터
# A day with what was reported on it first. $day (day), $said (list)
reported-on = { $day }: { $said }
# The same with whose it is. $who (text), $said (list)
named-on = { $who }: { $said }

## What is on record for a quantity

# A quantity that is counted in several ways. $label (text), $series (text): which of them
quantity-series = { $label }({ $series })
# $what (text)
record-calendar = 달력으로 계산: { $what }
# $what (text)
record-set = 지정: { $what }
# $what (text)
record-said = 발언: { $what }
record-nothing = 없음
# $what (text)
record-ours = 자체 수치: { $what }
# $what (text); $whole (text): with what is ours
record-published = 공개된 수치: { $what }
    .with-ours = 공개된 수치: { $what }(자체 포함 { $whole })
# From the lowest to the highest number. $least (text), $most (text)
range = { $least }~{ $most }
# $most (text)
range-open-above = { $most }(상한 없음)
rest-do-not-meet = 나머지가 서로 만나지 않음
# What several conditions ask for, from the weakest to the strongest. $what (text): from the lowest to the highest, with
# the noun where there is room for it
limits-floors = { $what } 이상
# $what (text)
limits-ceilings = { $what } 이하
# $least (text): floors; $most (text): ceilings, with the noun where there is room for it
limits-both = { $least } 이상, { $most } 이하

## Answers

# $needs (list)
answer-only-with = { $needs }일 때만 양립
verdict-fits = 양립
verdict-fits-only-if = 조건부 양립
verdict-meets-at-the-edge = 경계에서 맞닿음
verdict-in-tension = 해석에 따라 갈림
verdict-does-not-fit = 양립 불가
verdict-restated = 같은 수치의 되풀이
verdict-cannot-be-tested = 따져 볼 수 없음
wording-as-first-worded = 최초 표현
wording-as-retold = 인용된 표현
reading-literal = 문구 그대로
reading-pragmatic = 통상적 의미
# How many claims were left out for a reason. $n (figure), $reason (text)
left-out = { $reason } { $n }건

## Why a claim is left out of a sum, a range or a comparison

reason-about-a-part-only = 일부만 다룬 것
reason-about-another-time = 다른 시기를 다룬 것
reason-about-more-than-the-part = 그 부분보다 넓은 범위를 다룬 것
reason-counted-otherwise = 다른 방식으로 센 것
reason-from-those-whose-figure-it-stands-beside = 견줄 수치를 낸 쪽의 것
reason-not-promised = 약속이 아닌 것
reason-not-saying-since-when = 시작 시점을 밝히지 않은 것
reason-not-saying-until-when = 끝 시점을 밝히지 않은 것
reason-not-saying-what-is-counted = 무엇을 셌는지 밝히지 않은 것
reason-only-expected = 예상에 그친 것
reason-only-promised = 약속에 그친 것
reason-replaced-in-this-edition = 이 판에서 대체된 것
reason-resting-on-a-retracted-claim = 철회된 발언에 근거한 것
reason-retelling-another-claim = 다른 발언을 인용한 것
reason-retracted = 철회된 것
reason-running-on-into-later-months = 이후 달까지 이어진 것
reason-setting-no-limit-for-that-time = 그 기간의 한계를 정하지 않는 것
reason-superseded = 새 수치로 대체된 것
reason-without-a-number = 숫자가 없는 것
reason-without-a-period = 기간이 없는 것

## What an answer does with reports. $n (number): how many do

answers-categorical = 전면 부인
answers-evidential = 증거가 없다는 답
answers-legal = 합법이거나 남이 관여할 일이 아니라는 답
answers-dismissal = 일축
answers-no-comment = 언급하지 않음
answers-acknowledged = 전부 또는 일부 인정

## Parameters of an edition that were changed

# $value (text): the reading
parameter-reading = 한정 표현 해석: { $value }
# $value (figure): per cent
parameter-approx-tolerance = “약”의 오차 { $value }%
# $value (text): whose it is
parameter-convention = 한정 표현 기준: { $value }
# $value (text): the way of counting
parameter-series = { $value }만
# A range that the edition sets. $label (text): of what, $range (text)
parameter-set = { $label }: { $range }(으로/로) 지정
