### The site: the pages around the briefings, with an address for each claim.

## Parts of every page

site-parts = 이 사이트의 구성
site-index = 첫 화면
site-editions = 판 목록
site-changes = 바뀐 내용
site-claims = 발언
site-people = 인물
site-institutions = 기관
site-documents = 문서
site-origins = 출처
site-above = 이 예시가 실린 사이트로
# $number (text)
site-size-bytes = { $number }바이트
# $number (text)
site-size-kilobytes = { $number }킬로바이트
# $number (text)
site-size-megabytes = { $number }메가바이트

## The front page

site-answer = 답
site-read = 보고서 읽기
site-read-paper = 종이용으로 읽기
site-said = 누가 무엇을 말했나
# $who (text): whose figure it is and through whom, $document (text)
site-said-by = { $who }. { $document }
site-newest-change = 가장 최근에 바뀐 내용
site-look-up = 찾아보기
site-take = 내려받기
site-take-figures = 이 판의 그림(내려받거나 다른 사이트에 싣기)
site-class = 수업용 자료
site-dossiers = 다른 자료철
site-not-built = 여기에는 만들어 둔 판이 없다.

## Files

site-file-briefing-html = 보고서(브라우저용 한 쪽)
site-file-briefing-pdf = 보고서(종이용)
site-file-briefing-docx = 보고서(고쳐 쓸 수 있는 글)
site-file-handout-pdf = 한 장짜리 유인물
site-file-slides-pdf = 슬라이드
site-file-slides-pptx = 고쳐 쓸 수 있는 슬라이드와 설명
site-file-claims-xlsx = 발언 통합 문서
site-file-claims-csv = 발언 표
site-file-codebook-csv = 열의 뜻
site-file-findings-json = 모든 결론과 그 근거가 된 발언
site-file-manifest-json = 무엇으로 만들었는가
site-file-page-one-png = 첫 쪽 그림
site-file-ro-crate-metadata-json = 보관용 메타데이터
site-pack-student = 학생용 꾸러미
site-pack-teacher = 교사용 꾸러미(정답 포함)

## Editions

site-figures = 그림
site-figures-how = 그림마다 다른 사이트에 실을 수 있는 쪽이 따로 열린다. 싣는 방법은 그 파일 첫머리의 주석에 있다.

## Changes

# $title (text)
site-feed-title = { $title }: 바뀐 내용
site-changes-how = 판의 기준일이 다음 기준일로 옮겨 갈 때, 그리고 자료나 방법이나 문장이 달라져 판을 다시 만들 때마다 결론이 어떻게 되었는지 적는다.
# $before, $after (text): names of editions
site-change-days = { $before } 판에서 { $after } 판으로
# $edition, $commit (text)
site-change-commit = { $edition } 판을 다시 만듦({ $commit })
# $n (number)
site-change-reversed = 뒤집힘 { FIGURES($n) }건
# $n (number)
site-change-appeared = 새로 나옴 { FIGURES($n) }건
# $n (number)
site-change-went = 없어짐 { FIGURES($n) }건
# $n (number)
site-change-moved = 달라짐 { FIGURES($n) }건
# $n (number)
site-change-same = { $n ->
    [0] 그대로인 결론은 없다.
   *[other] 결론 { FIGURES($n) }건은 그대로다.
}
# $n (number): how many are not on this page
site-change-whole = { $n ->
    [0] 전체와 그 이유를 한 쪽에서 보기
   *[other] 전체와 그 이유를 한 쪽에서 보기({ FIGURES($n) }건 더)
}
site-no-change = 아직 다른 판과 견준 판이 없다.
site-fate-reversed = 뒤집힘
site-fate-appeared = 새로 나옴
site-fate-went = 없어짐
site-fate-moved = 달라짐

## Indexes

site-listing-claims = 자료철의 모든 발언을 무엇을 센 것인지에 따라 모았다. 발언마다 쪽이 따로 있다.
site-listing-people = 수치를 말한 것으로 이름이 나온 사람과 그 발언이다.
site-listing-institutions = 누가 전했든 그 수치를 내놓은 곳이다.
site-listing-documents = 발언을 실은 문서를 최근 것부터 늘어놓았다. 알파벳은 발언이 아니라 문서에 매긴 등급이다.
site-listing-origins = 모든 발언을 맨 처음 알린 곳에 따라 모았다. 아무리 많은 매체가 되풀이해도 출처는 하나다. 발언이 많은 출처부터 늘어놓았다.
site-filter = 이 낱말이 든 발언만 보기
# $n (number)
site-found = 보이는 발언: { $n }건
site-nothing = 아직 기록된 것이 없다.

## The page of a claim

site-ours = 자체 수치이며 보도가 아님
site-claim-said = 발언 내용
site-claim-whose = 누구의 수치인가
site-claim-document = 어디에 실렸나
site-claim-links = 어디서 왔고 어떻게 되었나
site-claim-graded = 등급과 이유
site-fact-words = 쓰인 말
site-fact-gloss = 옮긴 말
site-fact-quantity = 센 것
site-fact-hedge = 단서
site-fact-number = 숫자
site-fact-unit = 단위
site-fact-read = 읽은 범위
site-fact-modality = 무엇에 대한 말인가
site-fact-item = 정확한 대상
site-fact-scope = 어느 부분
site-fact-period = 어느 기간
site-fact-speaker = 말한 사람
site-fact-institution = 수치를 내놓은 곳
site-fact-said-on = 말한 날
site-fact-basis = 근거의 종류
site-fact-document = 문서
site-fact-about = 어떤 문서인가
site-fact-reached = 확인 경로
site-fact-archived = 보관된 사본
site-fact-relays = 거슬러 올라가는 발언
site-fact-retold = 이어받은 발언
site-fact-origin = 출처
# $n (number): how many claims there are of the origin
site-same-origin = 이 발언을 포함해 { FIGURES($n) }건의 출처가 같음
site-fact-answers = 이에 대한 답변
site-fact-grade = 등급
site-fact-grade-claim = 등급의 숫자(발언)
site-fact-grade-document = 등급의 알파벳(문서)
site-fact-status = 상태
site-fact-superseded = 대신하는 발언
site-fact-note = 비고
site-hedge-exact = 없음(숫자만 말함)
site-hedge-none = 쓸 수 있는 숫자가 없음
site-hedge-range = 한 숫자에서 다른 숫자까지
site-modality-capacity = 담을 수 있거나 이를 수 있는 양
site-modality-pledge = 약속한 양
site-modality-forecast = 예상하거나 계획한 양
# $name (text): the institution that the document credits
site-credited = 문서는 { $name }의 수치라고 적음
site-relation-quotes = 그대로 인용
site-relation-translates = 번역
site-relation-retells = 전해 말함
site-relation-derives = 여기서 계산
site-relation-with = 함께 제시
site-inferred = 우리의 추정
# $who (text), $day (day), $told (text): what was said, in our own words
site-answer-by = { $who }, { $day }: { $told }
site-sentences = 이 발언에 기댄 문장
site-no-sentence = 만들어 둔 판에는 이 발언에 기댄 문장이 없다.
# $edition (text)
site-gone = 이 발언은 이제 자료철에 없다. 여기 적은 것은 { $edition } 판에서 가져왔다.
# $named (yes or no): whether anybody is named, $publisher (text), $title (text), $said (text), $whose (text), $id (text),
# $placed (yes or no): whether its address is known, $address (text)
site-cite-words = { $named ->
    [yes] { $publisher },{" "}
   *[no] { "" }
}{ $title }. 발언 { $id }: { $said }({ $whose }).{ $placed ->
    [yes] {" "}{ $address }
   *[no] { "" }
}

## A page that is not there

site-missing = 그런 쪽이 없다
site-missing-told = 옮겨졌을 수 있다. 발언의 주소는 그 발언을 실은 판이 있는 동안 바뀌지 않는다.
