### Counts with their nouns. $n (number): how many; the attribute "sole" says the only one there is, "part" some
### of a number.

# Some of a number, for a noun without an attribute "part". $some (text), $whole (text): a count with its noun
part-of = { $whole } 중 { $some }

# $n (number); part: $some (number), $whole (number)
count-agency = 기관 { $n }곳
    .part = 기관 { $whole }곳 중 { $some }곳
    .sole = 유일한 기관
# $n (number); part: $some (number), $whole (number)
count-answer = 답변 { $n }건
    .part = 답변 { $whole }건 중 { $some }건
    .sole = 유일한 답변
# $n (number); part: $some (number), $whole (number)
count-chart = 그림 { $n }개
    .part = 그림 { $whole }개 중 { $some }개
    .sole = 유일한 그림
# $n (number); part: $some (number), $whole (number)
count-choice = 선택 { $n }가지
    .part = 선택 { $whole }가지 중 { $some }가지
    .sole = 유일한 선택
# $n (number); part: $some (number), $whole (number)
count-claim = 발언 { $n }건
    .part = 발언 { $whole }건 중 { $some }건
    .sole = 유일한 발언
# $n (number); part: $some (number), $whole (number)
count-count = 집계 { $n }건
    .part = 집계 { $whole }건 중 { $some }건
    .sole = 유일한 집계
# $n (number); part: $some (number), $whole (number)
count-day = { $n }일
    .part = { $whole }일 중 { $some }일
    .sole = 하루뿐
# $n (number); part: $some (number), $whole (number)
count-document = 문서 { $n }건
    .part = 문서 { $whole }건 중 { $some }건
    .sole = 유일한 문서
# $n (number); part: $some (number), $whole (number)
count-estimate = 추산 { $n }건
    .part = 추산 { $whole }건 중 { $some }건
    .sole = 유일한 추산
# $n (number); part: $some (number), $whole (number)
count-event = 사건 { $n }건
    .part = 사건 { $whole }건 중 { $some }건
    .sole = 유일한 사건
# $n (number); part: $some (number), $whole (number)
count-exercise = 연습문제 { $n }개
    .part = 연습문제 { $whole }개 중 { $some }개
    .sole = 유일한 연습문제
# $n (number); part: $some (number), $whole (number)
count-figure = 수치 { $n }건
    .part = 수치 { $whole }건 중 { $some }건
    .sole = 유일한 수치
# $n (number); part: $some (number), $whole (number)
count-finding = 결론 { $n }건
    .part = 결론 { $whole }건 중 { $some }건
    .sole = 유일한 결론
# $n (number); part: $some (number), $whole (number)
count-further-figure = 추가 수치 { $n }건
    .part = 추가 수치 { $whole }건 중 { $some }건
    .sole = 유일한 추가 수치
# $n (number); part: $some (number), $whole (number)
count-input = 입력값 { $n }건
    .part = 입력값 { $whole }건 중 { $some }건
    .sole = 유일한 입력값
# $n (number); part: $some (number), $whole (number)
count-later-figure = 이후 수치 { $n }건
    .part = 이후 수치 { $whole }건 중 { $some }건
    .sole = 유일한 이후 수치
# $n (number); part: $some (number), $whole (number)
count-later-statement = 이후 발표 { $n }건
    .part = 이후 발표 { $whole }건 중 { $some }건
    .sole = 유일한 이후 발표
# $n (number); part: $some (number), $whole (number)
count-later-total = 이후 누계 { $n }건
    .part = 이후 누계 { $whole }건 중 { $some }건
    .sole = 유일한 이후 누계
# $n (number); part: $some (number), $whole (number)
count-line = { $n }줄
    .part = { $whole }줄 중 { $some }줄
    .sole = 그 한 줄
# $n (number); part: $some (number), $whole (number)
count-link = 연결 { $n }건
    .part = 연결 { $whole }건 중 { $some }건
    .sole = 유일한 연결
# $n (number); part: $some (number), $whole (number)
count-list = 목록 { $n }개
    .part = 목록 { $whole }개 중 { $some }개
    .sole = 유일한 목록
# $n (number); part: $some (number), $whole (number)
count-name = 이름 { $n }개
    .part = 이름 { $whole }개 중 { $some }개
    .sole = 유일한 이름
# $n (number); part: $some (number), $whole (number)
count-origin = 최초 출처 { $n }곳
    .part = 최초 출처 { $whole }곳 중 { $some }곳
    .sole = 유일한 최초 출처
# $n (number); part: $some (number), $whole (number)
count-other-count = 다른 집계 { $n }건
    .part = 다른 집계 { $whole }건 중 { $some }건
    .sole = 유일한 다른 집계
# $n (number); part: $some (number), $whole (number)
count-other-origin = 다른 최초 출처 { $n }곳
    .part = 다른 최초 출처 { $whole }곳 중 { $some }곳
    .sole = 유일한 다른 최초 출처
# $n (number); part: $some (number), $whole (number)
count-other-total = 다른 합계 { $n }건
    .part = 다른 합계 { $whole }건 중 { $some }건
    .sole = 유일한 다른 합계
# $n (number); part: $some (number), $whole (number)
count-pair = { $n }쌍
    .part = { $whole }쌍 중 { $some }쌍
    .sole = 그 한 쌍
# $n (number); part: $some (number), $whole (number)
count-part = 부분 { $n }개
    .part = 부분 { $whole }개 중 { $some }개
    .sole = 유일한 부분
# $n (number); part: $some (number), $whole (number)
count-quantity = 항목 { $n }개
    .part = 항목 { $whole }개 중 { $some }개
    .sole = 그 한 항목
count-question = 질문 { $n }개
    .part = 질문 { $whole }개 중 { $some }개
    .sole = 유일한 질문
# $n (number); part: $some (number), $whole (number)
count-quotient = 몫 { $n }건
    .part = 몫 { $whole }건 중 { $some }건
    .sole = 유일한 몫
# $n (number); part: $some (number), $whole (number)
count-relation = 관계식 { $n }개
    .part = 관계식 { $whole }개 중 { $some }개
    .sole = 유일한 관계식
# $n (number); part: $some (number), $whole (number)
count-report = 보도 { $n }건
    .part = 보도 { $whole }건 중 { $some }건
    .sole = 유일한 보도
# $n (number); part: $some (number), $whole (number)
count-retelling = 인용 보도 { $n }건
    .part = 인용 보도 { $whole }건 중 { $some }건
    .sole = 유일한 인용 보도
# $n (number); part: $some (number), $whole (number)
count-row = { $n }행
    .part = { $whole }행 중 { $some }행
    .sole = 그 한 행
# $n (number); part: $some (number), $whole (number)
count-running-total = 누계 { $n }건
    .part = 누계 { $whole }건 중 { $some }건
    .sole = 유일한 누계
# $n (number); part: $some (number), $whole (number)
count-statement = 발표 { $n }건
    .part = 발표 { $whole }건 중 { $some }건
    .sole = 유일한 발표
# $n (number); part: $some (number), $whole (number)
count-step = { $n }단계
    .part = { $whole }단계 중 { $some }단계
    .sole = 그 한 단계
# $n (number); part: $some (number), $whole (number)
count-table = 표 { $n }개
    .part = 표 { $whole }개 중 { $some }개
    .sole = 유일한 표
# $n (number); part: $some (number), $whole (number)
count-total = 합계 { $n }건
    .part = 합계 { $whole }건 중 { $some }건
    .sole = 유일한 합계
# $n (number); part: $some (number), $whole (number)
count-verdict = 판정 { $n }건
    .part = 판정 { $whole }건 중 { $some }건
    .sole = 유일한 판정
# $n (number); part: $some (number), $whole (number)
count-way = { $n }가지 방식
    .part = { $whole }가지 방식 중 { $some }가지 방식
    .sole = 유일한 방식
# $n (number); part: $some (number), $whole (number)
count-wording = 표현 { $n }가지
    .part = 표현 { $whole }가지 중 { $some }가지
    .sole = 유일한 표현
# $n (number); part: $some (number), $whole (number)
count-yardstick = 잣대 { $n }개
    .part = 잣대 { $whole }개 중 { $some }개
    .sole = 유일한 잣대
