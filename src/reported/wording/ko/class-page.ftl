### The pages of the exercises, for a class with only a browser. The messages class-page-… are said by the script of a
### page, which puts values in as they are: none may choose by a value, and no particle can be chosen by what stands before it.

# $name (letter, or text): which question
class-page = 연습 문제
    .others = 다른 연습 문제
    .check = 확인
    .check-of = 확인: { $name }
    .earlier = 앞서 적은 답에 대한 설명
    .hand-in = 답 내기
    .how = 답은 이 컴퓨터를 떠나지 않는다. 단추를 누르면 답을 모으는 사람에게 낼 작은 파일이 생긴다.
    .name = 이름
    .save = 답을 파일로 저장
    .print = 인쇄
    .no-script = 자바스크립트가 꺼져 있어 이 화면에서는 답을 확인하지 못한다. 학습지에 같은 질문이 있다.
class-page-no-answer = 아직 답이 없다.
class-page-whose = 먼저 이름을 적는다.
