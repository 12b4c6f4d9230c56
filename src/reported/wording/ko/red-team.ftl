### The red team: made-up claims for a class to put into a copy of a dossier, and what becomes of the answer.

# What stands in the rows of a made-up claim.
made-up-publisher = 가상의 신문
made-up-reason = 연습용으로 지어냄
made-up-ministry = 가상의 정부 부처
made-up-institute = 가상의 연구소
made-up-expert = 가상의 전문가
made-up-speaker = 가상의 인물
# What each does. $says (text): the made-up figure; $who (text), $said (text): the one it contradicts
attack-contradiction = 새로 나타난 출처가 “{ $says }”(이라고/라고) 밝힌다. { $who }(은/는) “{ $said }”(이라고/라고) 밝혔다.
# $says (text)
attack-copy = 보도를 읽었을 뿐인 연구소의 수치라며 한 문서가 “{ $says }”(을/를) 싣는다.
# $says (text), $published (text): the range so far
attack-between = 새로 나타난 출처가 “{ $says }”(이라고/라고) 밝힌다. 지금까지 공개된 수치: { $published }.
# What became of it. $was, $now (text), $same (yes or no)
attack-told = { $same ->
    [yes] 변함없음: { $now }
   *[no] { $was } → { $now }
}
# $documents (text), $origins (text): counts with their nouns
attack-counted = { $documents }, { $origins }
# What each attack does and what becomes of it, for the teacher.
attack-key =
    .file = 파일
    .first = 최초 표현으로 본 답
    .retold = 인용된 표현으로 본 답
    .counted = 첫 수치의 문서와 최초 출처
# What a class fills in.
attack-predict =
    .file = 파일
    .does = 하는 일
    .moves = 답이 바뀌나?
    .origin = 출처가 하나 늘어나나?
    .section = 어느 절에 나오나?
