### What the briefing adds to what the notebooks say: page one, heads, and the words that layouts and scripts need.

## Words of the layout

page-contents = 차례
page-figure = 그림
page-table = 표
page-skip = 본문 바로가기
page-rests-on = 근거
# Behind the caption of a table that paper has no room for. $shown, $all (text): the layout counts them
page-more-rows = { $all }행 가운데 처음 { $shown }행이다. 전체는 briefing.html에 있다.
# The same of a table that leads with a row for each of what it is about. $shown, $all (text)
page-some-rows = { $all }행 가운데 종류마다 처음 나오는 { $shown }행이다. 전체는 briefing.html에 있다.
# The same of a table of which paper shows none. $all (text)
page-no-rows = { $all }행은 briefing.html에 있다.
# In the place of a drawing that paper has no room for.
page-elsewhere = 이 그림은 한 쪽보다 길다. briefing.html에 있다.
# The heading of what stands behind the story, on paper.
page-record = 기록
# In the frame in which a claim's card opens: its name, and what leads out of it.
page-card = 발언 카드
page-card-close = 닫기
page-card-place = 발언 목록에서 보기

## Below the title

# $name (text)
page-edition = { $name } 판
# $day (day), $known (yes or no): whether that of the newest claim is told, $newest (day)
page-as-of = { $day } 기준{ $known ->
    [yes] , 최신 발언 { $newest }
   *[no] { "" }
}

# Where a language does not say everything yet, and that was accepted.
page-in-english = 이 언어로 아직 쓰지 않은 문장은 영어로 실었다.

## Page one

page-judgements = 주요 판단
page-confidence = 확신도(낮음·보통·높음)
page-basis = 어떤 답변이 나왔나
page-would-change = 판단을 바꿀 수 있는 것
# Before the grounds of a judgement, and before what it turns on.
page-why = 이유
page-linchpin = 관건

## Sections

# $notebook (text): its file
page-computed-in = { $notebook }에서 계산
# $file (text)
page-plotted = 그림의 수치는 { $file }에 있다.
page-figure-above = 그림은 첫 쪽에 있다.

## Wordings and names

page-hedges = 표현을 읽은 방식
hedges-table = 나온 표현마다 예를 하나씩 들고, 두 가지 해석에서 그 표현이 뜻하는 범위를 적었다.
    .said = 발언
    .wording = 표현
    .literal = 문구가 허용하는 범위
    .pragmatic = 통상적 의미의 범위
page-names = 기관 약칭
names-table = 표에 쓴 기관 약칭.
    .short = 표의 표기
    .written-out = 풀어 쓴 이름

## The record, which a screen folds behind the story

# $parts (text): what it holds, counted
record-holds = 기록: { $parts }
record-limits = 이것으로 알 수 없는 것
record-words = 설명
# $holds (text): a count with its noun
record-appendix = 펼치기: { $holds }

## Getting about on a screen

tools-name = 이 문서의 도구
tools-top = 맨 위로
tools-copy = 링크 복사
tools-copied = 복사됨
search-open = 검색
search-title = 이 브리핑에서 찾기
search-field = 결론, 발언, 인물, 문서
# $n (number)
search-found = 찾은 곳: { $n }
search-none = 찾은 것이 없다.
search-findings = 결론
search-claims = 발언
search-who = 인물과 기관
search-documents = 문서
search-places = 질문, 그림, 표
# Behind the places shown of many. $n (number)
search-more = 외 { $n }곳

## Taking a chart away

figure-save = { $kind } 내려받기
cite-open = 인용
cite-title = 인용하는 법
cite-text = 글
cite-copy = 복사
cite-copied = 복사됨
# $title (text), $edition (text), $day (day), $named (yes or no): whether anybody is named, $who (text)
cite-words = { $named ->
    [yes] { $who }.{" "}
   *[no] { "" }
}{ $title }. { $edition } 판, { $day } 기준.
