### Slides with their notes, and the sheet to hand out.

# When a slide is shown and how long, both as a watch shows them. $at (text), $long (text)
slides-time = 화면에 띄울 시각 { $at }(길이 { $long }).
slides-limits = 여기서 알 수 없는 것
slides-if-asked = 질문이 나오면
slides-asked-confidence = 얼마나 확신하나?
slides-asked-basis = 어떤 답변이 나왔나?
slides-asked-would-change = 무엇이 나오면 답이 달라지나?
slides-asked-limits = 알 수 없는 것은?
handout-figures = 수치와, 나머지 수치에서 도출되는 값
    .alone = 수치
handout-implied = 나머지에서 도출되는 값(인용된 표현)
handout-verdict = 판정
handout-more = 더 볼 곳
# $edition (text)
handout-where = 여기 실린 문장은 모두 발언을 모은 표에서 계산했다. 브리핑 전문은 briefing.pdf에, 문장마다 근거를 붙인 것은
    briefing.html에, 숫자는 findings.json에 있다. 모두 { $edition } 판이다.
