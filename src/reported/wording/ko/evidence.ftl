### What a finding rests on: the claims below it, their cards, their documents, and the claims that no finding names.

## Below a finding

# $claims (text): a count with its noun
evidence-rests-on = 근거: { $claims }
evidence-computed = 계산 근거
# $said (text): the words, or what they say; $read (yes or no): whether they were read as a range, $range (text);
# $document (text), $reached (text)
evidence-claim = { $said }{ $read ->
    [yes] , { $range }(으로/로) 읽음
   *[no] { "" }
}. { $document }, { $reached }
# $notebook (text): its file, $cell (number)
evidence-computed-in = { $notebook }의 { FIGURES($cell) }번 셀에서 계산

## How a document was reached

reached-original = 발행처에서 직접 확인
reached-syndicated = 전재한 매체에서 확인
reached-mirror = 복제본에서 확인
reached-translation = 번역본으로 확인
reached-secondary = 다른 매체의 인용으로 확인
reached-own = 자체 자료

## Copies of a document

# $day (day): when it was archived
copy-archived = { $day }자 보관본
# Leads to a search of an archive: nobody has seen that there is a copy.
copy-looked-for = 보관본 찾아보기

## Cards

evidence-cards = 결론의 근거가 된 발언
# Above the cards, where not every claim in use has one. $shown (number), $all (number)
evidence-first = 발언 { FIGURES($all) }건 가운데 처음 { FIGURES($shown) }건만 여기에 실었다. 전부는 claims.csv에 있다.
# $who (text), $dated (yes or no): whether it was said on another day than it was published, $day (day)
card-said-by = { $who }{ $dated ->
    [yes] , { $day } 발언
   *[no] { "" }
}.
# $grade (text): a letter and a figure, $reason (text)
card-graded = 등급 { $grade }: { $reason }
# $status (text)
card-status = { $status }된 발언이다.
status-retracted = 철회
status-resting-on-a-retracted-claim = 철회된 발언에 기댐
status-superseded = 대체
# $sections (text): their numbers
card-used-in = 쓰인 절: { $sections }

## Claims that no finding names

evidence-beside = 그 밖의 발언
# $all (number), $rest (number), $parts (list): how many of each quantity
beside-lead = 이 판의 발언은 { FIGURES($all) }건이다. 이 가운데 { FIGURES($rest) }건은 어느 결론이나 표에도 나오지 않는다({ $parts }).
# $label (text): a quantity, $n (number)
beside-part = { $label } { FIGURES($n) }건
beside-on-screen = briefing.html에 이유와 함께 실었다.
beside-table = 어느 결론이나 표에도 나오지 않는 발언을 수량별로 이유와 함께 모았다. 마지막 열은 claims.csv의 행을 가리킨다.
    .quantity = 수량
    .said = 발언
    .of-what = 대상과 기간
    .whose = 누구의 수치
    .document = 문서
    .grade = 등급
    .why = 결론에 없는 이유
    .row = 행
beside-ours = 자체 수치, 공개된 것 아님

## Why no finding names a claim

unnamed-ours = 자체 수치이며, 이 판의 입력값이 아님
unnamed-no-number = 숫자를 밝히지 않음
unnamed-done = 약속된 것이 아니라 실제 있었던 것을 말함
unnamed-whole = 검토 대상인 부분보다 넓은 범위를 다룸
unnamed-retelling = 다른 발언을 인용함
unnamed-seems = 다른 발언을 인용한 것으로 보임
unnamed-untied = 이 수량을 다른 수량과 잇는 관계식이 없음
unnamed-stand-in = 다른 수량을 대신하는 값이며, 이 값에서 계산한 것이 없음
unnamed-no-figure = 견줘 볼 검토 대상 수치가 없음
unnamed-no-total = 누계가 아님
unnamed-not-named = 읽었으나 어느 결론에도 나오지 않음
# Behind the reason of a superseded claim. $why (text): the reason; $told (text): a sentence on what took its place
beside-replaced = { $why }. { $told }

## Documents

evidence-sources = 문서 목록
sources-table = 위 발언들을 실은 문서와 그 확인 경로. 알파벳은 발언이 아니라 문서에 매긴 등급이다.
    .publisher = 발행처
    .document = 문서
    .published = 발행일
    .how-reached = 확인 경로
    .reliability = 신뢰도
