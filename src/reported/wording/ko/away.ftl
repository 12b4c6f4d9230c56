### 편집국이 가져다 쓰는 것: 워드 문서, 통합 문서와 코드북, 그림마다 한 쪽.

## 워드 문서

word-more = 그 밖에 { $claims }: { $numbers }
word-claims = 결과와 표의 근거가 된 모든 주장. 본문의 번호가 여기로 이어진다.
    .number = 번호
    .said = 말한 내용
    .whose = 누구의 수치인가
    .document = 문서
    .grade = 등급

## 통합 문서: 자료의 표에는 없는 열

workbook-said = 주장이 말하는 것을 브리핑의 말로 적은 것.
workbook-low = 이 판에서 표현이 허용하는 가장 작은 수. 단위는 `base_unit`. 비어 있으면 끝이 주어지지 않았다.
workbook-high = 표현이 허용하는 가장 큰 수. 비어 있으면 끝이 주어지지 않았다.
workbook-base-unit = `low`와 `high`의 단위.
workbook-used-in = 이 주장을 근거로 쓰는 결과나 표가 있는 노트북. 비어 있으면 없다.
codebook-sheet = 코드북
    .table = 표
    .column = 열
    .kind = 종류
    .means = 담긴 내용
    .allowed = 허용되는 값

## 다른 페이지에 넣을 그림 한 쪽

embed-briefing = 브리핑에서 보기: { $title }
embed-data = 데이터 내려받기
embed-how = 이 그림을 보이려면 파일을 사이트에 올리고 다음을 붙여 넣는다:
