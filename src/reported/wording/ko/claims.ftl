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
# A figure with what it counts. $figure (text): the number with its hedge; $items (list)
claim-of-items = { $items } { $figure }
# Between the members of an either-or, with the spaces around.
claim-or = {" 또는 "}
# Around the number of a capacity that somebody named; the braces are where it goes.
claim-room = {"{}"} 들어갈 공간
# A unit per another. $unit (text), $each (text)
unit-per = { $unit }/{ $each }
# A unit for which the dossier has no word. $name (text)
unit-any = { $name }
unit-percent = {"{}"}%

## Whose it is

# Whose figure it is and through whom it became public. $who (text), $through (text)
claim-through = { $who }, { $through }(을/를) 통해
# $name (text), $role (text): who that is
claim-speaker = { $role } { $name }
claim-unnamed = 익명
# What is reported not to have been confirmed. $who (text), $note (text)
claim-unconfirmed = { $who }: { $note }.
claim-not-confirmed = 확인되지 않음
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
    .with-ours = 공개된 수치: { $what }, 자체 수치를 더하면: { $whole }
# From the lowest to the highest number. $least (text), $most (text)
range = { $least }~{ $most }
# $most (text)
range-open-above = { $most }(상한 없음)
rest-do-not-meet = 나머지가 서로 만나지 않음
# What several conditions ask for. $low (figure), $high (figure), $one (yes or no): whether these are the same
limits-floors = { $one ->
    [yes] { $low } 이상
   *[no] { $low }~{ $high } 이상
}
# $low (figure), $high (figure), $one (yes or no)
limits-ceilings = { $one ->
    [yes] { $low } 이하
   *[no] { $low }~{ $high } 이하
}

## Answers

# $needs (list)
answer-only-with = { $needs }일 때만 맞음
verdict-fits = 맞음
verdict-fits-only-if = 조건부로 맞음
verdict-meets-at-the-edge = 경계에서 맞닿음
verdict-in-tension = 무리가 있음
verdict-does-not-fit = 맞지 않음
verdict-restated = 같은 수치의 되풀이
verdict-cannot-be-tested = 따져 볼 수 없음
# How many claims were left out for a reason. $n (figure), $reason (text)
left-out = { $reason } { $n }건

## What an answer does with reports

answers-categorical = 전면 부인
answers-evidential = 증거가 없다는 답
answers-legal = 합법이거나 남이 관여할 일이 아니라는 답
answers-dismissal = 일축
answers-no-comment = 언급하지 않음
answers-acknowledged = 전부 또는 일부 인정
