### The panels below page one: what if a figure were different, and how it looked on an earlier day.

## What if

panel-title = 고리 하나를 움직여 보기: 수치가 달랐다면
panel-lead = 발언에 나왔거나 공개된 수치 대신 다른 값을 넣으면 나머지 고리가 곧바로 답한다. 아무것도 움직이지 않으면 답은 이
    브리핑과 같다.
panel-ways = 이 화면은 한 번에 한 가지 방식으로만 읽는다.
# How the figures were read and what was supposed, at the beginning of the answer. $wording (text), $reading (text),
# $supposed (yes or no), $values (list)
panel-read = { $wording }(을/를) { $reading } 읽{ $supposed ->
    [yes] 고 { $values }(으로/로) 가정하면
   *[no] 으면
}
# A share that was supposed. $value (text), $label (text)
panel-share = { $label } { $value }
# $some (yes or no): whether only some ways of counting allow it, $series (list); and those of panel-read
panel-answer-fits = { panel-read }, { $some ->
    [yes] { $series }(이/가) 맞을 경우{" "}
   *[no] { "" }
}수치는 그대로 모두 참일 수 있다.
# $some (yes or no), $series (list), $needs (list): what it takes; and those of panel-read
panel-answer-fits-only-if = { panel-read }, { $some ->
    [yes] { $series }(이/가) 맞고{" "}
   *[no] 수치는{" "}
}{ $needs }일 때만 { $some ->
    [yes] 수치가{" "}
   *[no] { "" }
}모두 참일 수 있다.
# Those of panel-read
panel-answer-meets-at-the-edge = { panel-read }, 수치는 경계에서 맞닿는다. 그 간격은 숫자의 반올림 폭보다 작다.
# $apart (close, far or never), $factor (text): by what every bound would have to give; and those of panel-read
panel-answer-does-not-fit = { panel-read }, 수치는 모두 참일 수 없다. { $apart ->
    [close] 어긋나는 폭은 1% 미만이다
    [never] 모든 한계를 아무리 늦춰도 만나지 않는다
   *[far] 모든 한계를 { $factor }배씩 늦춰야 맞는다
}.
# Those of panel-read
panel-answer-cannot-be-tested = { panel-read }, 알려진 것이 너무 적어 수치를 서로 견줄 수 없다.
# One of the needs. $amount (text), $record (text): what is on record
panel-need = { $amount }({ $record })
# In place of what is on record. $value (text)
panel-supposed = 가정: { $value }
# $record (text), $value (text)
panel-share-of = { $record }, 그중 { $value }
panel-per-cent = {"{}"}%
panel-no-share = 나온 비율이 없어 전부를 계산에 포함
panel-script = 값을 바꿔 보려면 자바스크립트가 필요한데, 지금은 꺼져 있다.
# $record (text)
panel-outside = 나온 수치를 벗어남({ $record }).
panel-hint = 막대는 발언에 나왔거나 공개된 범위, 빗금은 나온 수치를 벗어난 곳, 황토색은 나머지가 요구하는 값이다. 속이 빈
    손잡이는 나온 수치에 서 있다. 발언에 나온 숫자이거나, 범위라면 나머지가 요구하는 값에 가장 가까운 끝이다. 그 끝이 모자라면 나온 수치
    전부가 모자란다. 나머지가 요구하는 값이 없으면 낮은 쪽 끝이다.
panel-reported = 나온 수치대로
panel-back = 되돌리기
# What was typed and is no number. $typed (text)
panel-no-number = “{ $typed }”(은/는) 숫자가 아니다. 이 고리는 나온 수치대로 둔다.
# What was typed is not above nought. $typed (text)
panel-not-above = 0보다 큰 숫자여야 하는데 { $typed }(은/는) 그렇지 않다. 이 고리는 나온 수치대로 둔다.
panel-table = 수량마다 나머지 전부와 견준 결과
    .quantity = 수량
    .record = 나온 수치
    .needed = 나머지 수치가 요구하는 값
    .verdict = 판정
panel-dials = 다르게 가정해 볼 수 있는 것과, 이에 대해 나온 수치:
    .dial = 가정할 수 있는 것
    .unit = 단위
    .record = 나온 수치
panel-reading = 한정 표현의 해석
    .literal = 문구 그대로: 문구가 허용하는 범위
    .pragmatic = 통상적 의미: 말한 뜻으로 보이는 범위
panel-wording = 수치의 표현
    .retold = 인용된 표현
    .first = 최초 표현
# As the answer names them.
panel-read-literal = 문구 그대로
panel-read-pragmatic = 통상적 의미로
panel-worded-retold = 인용된 표현
panel-worded-first = 최초 표현

## Earlier days

moments-title = 그때는 어떻게 보였나
moments-lead = 첫 쪽을 날짜별로, 그날까지 공개된 것만으로 다시 썼다. 목록에서 바로 앞의 날과 달라진 것은 표시했다.
moments-most = 무엇인가 바뀔 수 있었던 날은 더 많으며, 여기에는 그 가운데 고르게 골라 실었다.
# $claims (text): a count with its noun, $new (text)
moments-known = 그날까지 공개된 것은 이 브리핑의 { $claims }, 목록에서 바로 앞의 날 이후 새로 나온 것은 { $new }건
moments-changed = 달라짐
# Before the slider that chooses one of them. $day (day)
moments-chosen = { $day } 기준
moment-claimed = 발언
moment-bottom-line = 답
moment-judgement = 판단
moment-confidence = 확신도
moment-not-run = 답
