### What an exercise says by itself. It goes into the students' pack, where values are put in as they are: here no
### message may choose by a value, and no particle can be chosen by what stands before it.

exercise-without = 여기에는 그런 질문이 없다. 이 판에는 물을 것이 없다.
# $choices (list with commas)
exercise-choices = 다음 가운데 하나로 답한다: { $choices }.
exercise-number = 숫자로 답한다.
# $right (figure), $of (figure): how many answers were right
exercise-score = { $of }문제 중 { $right }문제를 맞혔다.
exercise-no-answer = · 아직 답이 없다. 점 세 개를 지우고 그 자리에 답을 적는다.
# $answer (as given), $known (list with commas)
exercise-not-among = 고를 수 있는 답에 “{ $answer }” 항목은 없다. 고를 수 있는 답: { $known }.
exercise-far-off = 답과 거리가 멀거나 숫자가 아니다. 1200처럼 숫자로 적는다.
exercise-dots = 점 세 개를 지우고 그 자리에 이름과 숫자를 적는다.
# $name (as given), $known (list with commas)
exercise-no-such-move = “{ $name }” 항목은 여기에 없다. 쓸 수 있는 이름: { $known }.
# $given (as given), $one, $other (text): what it may be
exercise-neither = “{ $given }” 값은 쓸 수 없다. 쓸 수 있는 값: { $one }, { $other }.
exercise-above-nought = 0보다 큰 수를 적는다.
exercise-no-widgets =
    ipywidgets가 설치돼 있지 않다. 없어도 된다. 칸에 답을 적고 실행하면 된다.
# In a menu, before anything is chosen; in an empty field.
exercise-choose = 선택
exercise-a-number = 숫자
# A figure that can be moved. $figure (text), $low, $high (figure): from where to where its slider goes
exercise-move = { $figure }({ $low }~{ $high })
# What a figure is read by.
exercise-wordings = 표현
exercise-readings = 해석
# $file (name): the file that the answers were written into
exercise-saved = 답을 파일에 적었다: { $file }. 답을 모으는 사람에게 이 파일을 낸다.
exercise-whose = 점 세 개를 지우고 그 자리에 이름을 따옴표로 묶어 적는다.
exercise-nothing-to-save = 아직 답한 것이 없다.
