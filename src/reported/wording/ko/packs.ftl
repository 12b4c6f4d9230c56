### The packs of a class. Their papers stand here whole: headings, lists and tables are those of Markdown, and a new
### line begins only a point of a list, a number or a row. A paragraph whose value is empty goes, with the line that
### leads to it and a heading left alone. Values that end in "given", "asked", "key" or "common" are tables and
### questions of an exercise; $aside (list) says which exercises have nothing to ask.
### No particle can be chosen by a value of a paper: it is put in later.

# The students' README. $title, $question, $edition, $day, $caveat, $license (text); $set_up, $install (commands);
# $attack (file); $aside
paper-student =
    # { $title }: 학생용 자료

    { $question }

    { $edition } 판, { $day } 기준. { $caveat }

    ## 브라우저만 있을 때

    `1-spot-the-drift.html` 파일을 연다. 나머지 연습문제는 거기서 이어진다. 노트북과 같은 질문이고 다른 준비물이 없다. 끝에서
    답을 작은 파일로 저장해 답을 모으는 사람에게 낸다.

    ## 노트북에 필요한 것

    파이썬 3.11 이상과 주피터랩만 있으면 된다. 인터넷도 계정도 필요 없다. ipywidgets까지 설치돼 있으면 마우스로 고르고
    움직일 수 있고, 없으면 직접 입력한다. 둘 다 설치하려면 이 폴더에서 터미널을 열고 한 번만 다음 명령을 실행한다. 컴퓨터에
    따라서는 `python` 대신 `python3`이나 `py`라고 쓴다.

    { $set_up }

    터미널을 열 때마다 이 환경으로 들어간다. 윈도에서는 `class-env\Scripts\activate`, 그 밖에는
    `. class-env/bin/activate`를 쓴다. 그다음은 어디서나 같다.

    { $install }

    ## 할 일

    노트북을 번호 순서대로 열고 Shift와 Enter를 함께 눌러 칸을 하나씩 실행한다. 점 세 개가 있는 곳은 점을 지우고 답을 적은
    뒤 그 칸을 다시 실행한다. 맞고 틀림만이 아니라 그 까닭도 알려 준다. 몇 번이든 다시 해도 된다.
    노트북 끝에서 `ex.save("이름")`을 실행하면 답이 작은 파일로 저장된다.

    - `1-spot-the-drift.ipynb`: 작은 말 하나가 어떻게 됐나?
    - `2-how-many-sources.ipynb`: 누가 먼저 알았나?
    - `3-what-would-have-to-be-true.ipynb`: 갈림점은 어디인가?
    - `4-one-word.ipynb`: 말끝 하나가 무엇을 바꾸나?
    - `worksheet.pdf`: 종이로 푸는 같은 문제

    - `red-team.pdf`, `red-team/`: 먼저 `{ $attack }` 파일로 보고서를 직접 공격해 본다. 여기에는 프로젝트 전체가 필요하다

    이 판에는 물을 것이 없는 연습문제도 있다:

    { $aside }

    ## 답에 대하여

    `questions.json` 안에는 답마다 그에 대한 풀이가 봉인돼 있다. 보기를 모두 넣어 보면 정답을 찾을 수 있다. 먼저 생각하면
    더 많이 배운다.

    문제는 보고서의 데이터로 만들었다. { $license }

# The teacher's README. $title, $question, $edition, $day, $caveat (text); $attack (file); $aside
paper-teacher =
    # { $title }: 교사용 자료

    { $question }

    { $edition } 판, { $day } 기준. { $caveat }

    - `guide-15.pdf`, `guide-45.pdf`, `guide-90.pdf`: 15분, 45분, 90분 수업의 진행안
    - `key.pdf`: 모든 정답, 나올 만한 오답, 오답에 해 줄 말
    - `1-…`부터 `4-….ipynb`까지: 답을 채운 학생용 노트북. 학생용과 똑같이 실행된다
    - `1-…`부터 `4-….html`까지: 브라우저만 있으면 되는 같은 연습문제. 학생용과 같다
    - `worksheet.pdf`: 컴퓨터가 없는 교실에서 쓸 종이 문제지
    - `report/`: 같은 판의 보고서. 화면에 띄울 슬라이드와 끝날 때 나눠 줄 유인물이 함께 있다

    - `red-team.pdf`, `red-team/`: 보고서에 대한 공격. `{ $attack }` 파일부터 한다. 프로젝트 전체가 필요하다

    이 판에는 물을 것이 없는 연습문제도 있다:

    { $aside }

    ## 누가 무엇을 답했나

    노트북과 웹 문제지는 답을 `answers-….json` 파일로 저장한다. 받은 파일을 이 폴더 안의 `handed-in` 폴더에 모으고, 이 폴더에서
    터미널을 열어 `python -m exercises.collecting handed-in`을 실행한다. 컴퓨터에 따라서는 `python` 대신 `python3`이나
    `py`라고 쓴다. 질문마다 첫 답과 마지막 답, 맞았는지를 적은 표 `answers.csv`가 생긴다.

    ## 정답은 얼마나 안전한가

    학생용 자료에는 정답표가 없다. 풀이마다 해당하는 답으로 봉인돼 있어 파일을 연다고 정답이 보이지는 않는다. 그러나 보기가
    여섯이면 여섯 번 만에 끝난다. 노트북에서든 파이썬 몇 줄로든 모두 넣어 보면 정답이 나온다. 배우는 데 쓰고 성적을 매기는
    데는 쓰지 않는다.

    수업 전에는 `report/` 폴더와 이 자료를 학생이 보는 곳에 두지 않는다. 보고서에 대부분의 답이 들어 있다. 레드팀에 필요한
    프로젝트 전체도 마찬가지이므로 맨 나중에 나눠 준다.

    모두 한 번의 실행으로 만들었다. 데이터가 바뀌면 `reported class` 명령으로 다시 만든다. 정답도 함께 바뀐다.

# The worksheet. $aside, $spot_the_drift_given, $spot_the_drift_asked, $how_many_sources_given,
# $how_many_sources_asked, $what_would_have_to_be_true_given, $what_would_have_to_be_true_asked, $verdicts,
# $one_word_given, $one_word_asked
paper-worksheet =
    혼자 또는 둘이서 푼다. 말하기 전에 먼저 적는다. 무엇이 사실인지를 묻는 문제는 없다. 무슨 말이 나왔는지, 거기서 무엇이
    따라 나오는지를 묻는다.

    이 판에는 물을 것이 없는 연습문제도 있다:

    { $aside }

    # 1 · 달라진 말 찾기

    { $spot_the_drift_given }

    { $spot_the_drift_asked }

    # 2 · 출처는 몇 곳인가

    { $how_many_sources_given }

    { $how_many_sources_asked }

    # 3 · 무엇이 참이어야 하나

    { $what_would_have_to_be_true_given }

    { $what_would_have_to_be_true_asked }

    마지막 세 문제에 쓰는 답의 뜻:

    { $verdicts }

    # 4 · 말 한마디가 바꾸는 것

    { $one_word_given }

    { $one_word_asked }
    .title = 문제지

# The sheet for the red team. $attacks_predict (table), $build, $attack_and_build, $compare (commands), $folder (name)
paper-red-team =
    누군가 이 보고서의 결론을 바꾸고 싶어 한다. 길은 하나뿐이다. 기록에 발언을 하나 끼워 넣는 것이다. 그 누군가가 돼 본다.
    지어낸 발언을 데이터 사본에 넣고, 무엇이 달라질지 예측하고, 보고서를 다시 만들어 실제로 무엇이 달라졌는지 읽는다.

    프로젝트 전체와 터미널이 필요하다. 받은 자료의 `red-team` 폴더를 프로젝트 폴더 안에 넣고 그 프로젝트 폴더에서 터미널을 연다.
    `make`를 쓸 수 있으면 `make check` 한 번으로 준비가 끝난다. 쓸 수 없으면 `python -m venv .venv`, 환경으로 들어가기,
    `python -m pip install -e .` 순서로 한다. 터미널을 열 때마다 환경으로 들어간다. 윈도에서는 `.venv\Scripts\activate`, 그
    밖에는 `. .venv/bin/activate`를 쓴다. 반드시 사본에만 손댄다.

    # 만들기 전에: 예측하기

    { $attacks_predict }

    각각에 대해 한 문장으로 적는다. 지어낸 발언이 이기려면 보고서가 무엇을 잘못해야 하나?

    # 보고서를 있는 그대로 만들기

    { $build }

    # 발언 하나를 넣고 다시 만들기

    위의 파일 가운데 하나를 고른다. 아래 명령은 첫 번째 파일을 쓴 것이다. 파일마다 문서와 발언 두 부분이 있고, 각각 사본의 표
    맨 아래에 들어간다.

    { $attack_and_build }

    # 달라진 것 읽기

    { $compare }

    바뀐 문장마다 전과 후, 바뀐 까닭이 나온다. 결론은 `attack/report/{ $folder }/briefing.pdf`에 있다.

    # 그리고 토론하기

    - 어느 예측이 빗나갔나? 보고서가 무엇을 한다고 생각했던 것인가?
    - 넣은 발언이 보고서에 있나? 있다면 어디에, 무엇과 나란히 있나? 없다면 왜 없나?
    - 다른 이름을 단 사본이 출처 하나로 더 세어졌나? 그렇게 되려면 그 행에서 무엇이 달라야 했나?
    - 독자가 그 발언이 지어낸 것임을 알아차리려면 무엇을 알아야 하나?
    - 답을 가장 크게 움직일 발언을 직접 지어 본다. 무엇을 꾸며 내야 했나?

    끝나면 `attack` 폴더를 지운다.
    .title = 레드팀

# The key. $attacks (list), $attacks_key (table), $attacked (list); $aside, $spot_the_drift_given, $spot_the_drift_key,
# $spot_the_drift_common, $how_many_sources_given, $how_many_sources_key, $how_many_sources_common,
# $what_would_have_to_be_true_given, $what_would_have_to_be_true_key, $what_would_have_to_be_true_common,
# $one_word_given, $one_word_key, $one_word_common
paper-key =
    보고서와 같은 데이터로 계산했다. 이름은 노트북에 나오는 그대로다. 제시문이 딸린 문제는 문제지에 있다. 숫자로 답하는
    문제는 정답이나 정답에서 3% 이내인 수와 앞의 두 자리가 같으면 맞은 것으로 본다.

    이 판에는 물을 것이 없는 연습문제도 있다:

    { $aside }

    # 1 · 달라진 말 찾기

    { $spot_the_drift_given }

    { $spot_the_drift_key }

    ## 나올 만한 오답

    { $spot_the_drift_common }

    # 2 · 출처는 몇 곳인가

    { $how_many_sources_given }

    { $how_many_sources_key }

    ## 나올 만한 오답

    { $how_many_sources_common }

    # 3 · 무엇이 참이어야 하나

    { $what_would_have_to_be_true_given }

    { $what_would_have_to_be_true_key }

    ## 나올 만한 오답

    { $what_would_have_to_be_true_common }

    # 4 · 말 한마디가 바꾸는 것

    { $one_word_given }

    { $one_word_key }

    ## 나올 만한 오답

    { $one_word_common }

    # 5 · 레드팀

    { $attacks }

    { $attacks_key }

    지어낸 발언은 자료집이 검토 대상으로 정한 수치를 밀어내지 못한다. 첫 번째 검토 대상은 다음과 같다. { $attacked }. 보고서의
    문장이 지어낸 발언을 쓰는 경우에도 다른 발언과 나란히 놓일 뿐이다. 어느 문장도 쓰지 않으면 아무것도 달라지지 않는다.
    .title = 정답과 해설

# A guide for 15 minutes. $claimed, $bottom_line, $confidence (sentences of the report), $caveat (text), $limit,
# $limit_key, $limit_common: the first limit; $aside, $short_lines, $short_key (lists),
# $what_would_have_to_be_true_given
paper-guide-15 =
    강연이나 모임, 수업 도입부에 쓴다. 컴퓨터는 슬라이드를 띄울 한 대면 된다.

    이 판에는 물을 것이 없는 연습문제도 있다. 그 시간은 다른 문제에 쓰거나, 더 늦은 날짜를 골라 다시 만든다:

    { $aside }

    # 얻어 갈 것

    1. 숫자에 붙은 작은 말 하나가 그 숫자의 뜻을 정한다.
    2. 문서가 열 건이어도 최초 출처는 한 곳일 수 있다.
    3. 쓸모 있는 질문은 “사실인가?”가 아니라 “그것이 사실이라면 또 무엇이 참이어야 하나?”다.

    # 시간표

    | 분 | 보여 줄 것 | 물을 것 |
    |----------|------------------------------|-----------------------------------------------|
    | 0~2 | 첫 슬라이드 | 정확히 무슨 말이 나왔고, 누가 했나? |
    | 2~6 | 아래 문장을 소리 내어 읽기 | 유지, 누락, 뒤바뀜 가운데 무엇인가? 손을 들고 까닭을 말하기 |
    | 6~10 | 아래 표. 직접 계산하게 하기 | 무엇이 참이어야 하나? 줄마다 수를 하나씩 |
    | 10~13 | 답이 나오는 슬라이드 | 답은 어느 표현에 달려 있나? |
    | 13~15 | 예상 질문 슬라이드 | 무엇이 나오면 생각을 바꾸겠나? |

    # 나온 말

    { $claimed }

    # 소리 내어 읽을 문장

    { $short_lines }

    어떻게 됐는지, 교사만 본다:

    { $short_key }

    # 직접 계산하기

    { $what_would_have_to_be_true_given }

    { $limit }

    교사만 본다. 정답: { $limit_key }. 학생들이 부르는 수를 모두 칠판에 적은 뒤에 정답을 밝힌다. 수가 얼마나 흩어지는지가 이
    수업의 내용이다.

    { $limit_common }

    # 보고서의 답

    { $bottom_line }

    { $confidence }

    # 의견이 갈리면

    - *표현을 두고*: 둘 다 해석이다. 해석마다 답을 보여 주고, 서로 다르다는 데서 멈춘다.
    - *누가 옳은지를 두고*: 이것으로 알 수 없는 것을 말해 준다. { $caveat }
    - *어느 편인지를 두고*: 여기서는 누구의 편도 들지 않는다. 수치마다 밝힌 쪽이 적혀 있고, 부인도 보고서에 있다.
    .title = 진행안: 15분

# For 45 minutes. $claimed, $bottom_line, $confidence, $would_change (sentences of the report), $caveat (text), $limit,
# $limit_key, $limit_common: the first limit; $aside, $spot_the_drift_key, $spot_the_drift_common
paper-guide-45 =
    컴퓨터로 둘씩 짝지어 하는 수업이다. 문제지를 쓰면 종이로도 할 수 있다. 학생용 자료는 하루 전에 나눠 주고 컴퓨터마다 한 번씩
    열어 보게 한다.

    이 판에는 물을 것이 없는 연습문제도 있다. 그 시간은 다른 문제에 쓰거나, 더 늦은 날짜를 골라 다시 만든다:

    { $aside }

    # 마치고 나면 할 수 있는 것

    1. 한정 표현이 무엇을 허용하는지 말한다. 하한인지, 상한인지, 어림수인지, 한정 없는 수인지를 가린다.
    2. 문서와 최초 출처를 구별하고, 어느 연결이 누군가의 추정인지 말한다.
    3. 발언을 믿거나 물리치는 대신 참과 거짓이 갈리는 갈림점을 찾는다.

    # 진행

    | 분 | 활동 | 보여 줄 것 | 물을 것 |
    |---------|------------------------------|------------------------|-------------------------------------------|
    | 0~5 | 나온 말 | 첫 슬라이드 | 어느 말이 수치를 떠받치나? |
    | 5~17 | 연습문제 1, 둘씩 | 노트북이나 문제지 | 그 말이 어떻게 됐나? |
    | 17~22 | 다 함께 | 표현에 관한 슬라이드 | 누가 바꿨나? 알 수 있나? |
    | 22~35 | 연습문제 3, 첫 한계까지 | 노트북이나 문제지 | 예측하고 확인한다. 누구의 수가 크게 빗나갔고,
    왜 그런가? |
    | 35~41 | 다 함께 | 답이 나오는 슬라이드 | 무엇을 믿어야 하나? |
    | 41~45 | 마무리 | 나눠 준 유인물 | 무엇이 나오면 답이 바뀌나? |

    먼저 끝낸 짝은 연습문제 2로 넘어간다.

    # 나온 말

    { $claimed }

    # 연습문제 1: 달라진 말 찾기

    정답, 교사만 본다:

    { $spot_the_drift_key }

    나올 만한 오답과 해 줄 말. 노트북에서도 같은 풀이가 나온다:

    { $spot_the_drift_common }

    # 연습문제 3: 무엇이 참이어야 하나

    { $limit }

    교사만 본다. 정답: { $limit_key }.

    { $limit_common }

    # 보고서의 답

    { $bottom_line }

    { $confidence }

    { $would_change }

    # 의견이 갈리면

    - *약화인가 누락인가?* 그 말을 엄지로 가리면 어떤 수가 남는지 묻는다. 말은 있는데 ‘이상’인지 ‘이하’인지 모르게
    됐으면 약화, 말 자체가 없으면 누락이다.
    - *“번역하면 그렇게 된다.”* 그렇다면 그것이 알아낸 사실이다. 수치는 옮겨지는 길에 달라졌고, 아무도 거짓말하지 않았을 수
    있다.
    - *문구 그대로인가 통상적 의미인가?* 둘 다 보고서에 있다. 어느 쪽이 옳은지가 아니라 답이 어느 쪽에 달려 있는지 묻는다.
    - *“다들 거짓말이다.”* 누가 밝힌 수치든 다른 수치와 맞춰 볼 수 있다. 무엇이 참이어야 하는지, 누가 그것을 볼 수 있었는지
    묻는다.
    - *어느 편인지를 두고*: 수치마다 밝힌 쪽이 적혀 있고, 부인도 보고서에 있으며, 이 수업은 표결 없이 끝난다. { $caveat }
    .title = 진행안: 45분

# For 90 minutes. $claimed, $bottom_line, $confidence, $would_change (sentences of the report), $caveat (text), $attack
# (file), $attacks (list), $attacks_key (table); $aside, $spot_the_drift_key, $spot_the_drift_common, $one_word_key,
# $one_word_common, $how_many_sources_key, $how_many_sources_common, $what_would_have_to_be_true_key,
# $what_would_have_to_be_true_common
paper-guide-90 =
    세미나나 워크숍에 쓴다. 컴퓨터로 둘씩 짝지어 한다. 레드팀은 네 명에 적어도 한 대꼴로 프로젝트 전체가 있어야 한다. 그
    컴퓨터에서는 시작 전에 보고서를 한 번 만들어 둔다.

    이 판에는 물을 것이 없는 연습문제도 있다. 그 시간은 다른 문제에 쓰거나, 더 늦은 날짜를 골라 다시 만든다:

    { $aside }

    # 마치고 나면 할 수 있는 것

    1. 한정 표현이 무엇을 허용하는지 여러 언어로 말한다.
    2. 최초 출처를 세고, 다른 이름이 붙었거나 계산해 냈을 뿐인 수치를 찾는다.
    3. 갈림점을 찾고, 그것을 움직이는 것이 수치인지 표현인지 해석인지 말한다.
    4. 이런 보고서를 공격해 보고, 왜 버텼는지 또는 왜 무너졌는지 말한다.

    # 진행

    | 분 | 활동 | 보여 줄 것 | 물을 것 |
    |---------|------------------------------|------------------------|-------------------------------------------|
    | 0~5 | 나온 말 | 첫 슬라이드 | 어느 말이 수치를 떠받치나? |
    | 5~17 | 연습문제 1, 둘씩 | 노트북 | 그 말이 어떻게 됐나? |
    | 17~25 | 연습문제 4, 다 함께 | 노트북 | 이 말 한마디는 무엇을 열어 두나? |
    | 25~38 | 연습문제 2, 둘씩 | 노트북 | 누가 직접 알 수 있었나? |
    | 38~42 | 다 함께 | 최초 출처에 관한 슬라이드 | 이름은 둘, 출처는 하나. 누가 알아챘나? |
    | 42~58 | 연습문제 3, 둘씩 | 노트북과 슬라이더 | 예측한 뒤 움직인다. 무엇이 뜻밖이었나? |
    | 58~63 | 다 함께 | 답이 나오는 슬라이드 | 무엇을 믿어야 하나? |
    | 63~83 | 레드팀, 넷씩 | 레드팀 문제지 | 무엇이 달라질지 예측하고, 만들고, 견준다 |
    | 83~90 | 마무리 | 나눠 준 유인물 | 무엇이 나오면 답이 바뀌나? |

    시간이 모자라면 연습문제 4를 뺀다. 보고서를 만드는 데 오래 걸리면 한 조가 공격하고 나머지는 예측한다.

    # 나온 말

    { $claimed }

    # 연습문제 1: 달라진 말 찾기

    { $spot_the_drift_key }

    { $spot_the_drift_common }

    # 연습문제 4: 말 한마디가 바꾸는 것

    { $one_word_key }

    { $one_word_common }

    # 연습문제 2: 출처는 몇 곳인가

    { $how_many_sources_key }

    { $how_many_sources_common }

    # 연습문제 3: 무엇이 참이어야 하나

    { $what_would_have_to_be_true_key }

    { $what_would_have_to_be_true_common }

    # 레드팀

    { $attacks }

    { $attacks_key }

    `{ $attack }` 등을 넣고 나면 `reported compare` 명령이 이보다 많은 것을 보여 줄 수 있다. 문서를 세거나 발언을 나열하는
    문장도 함께 바뀐다. 당연한 일이다. 독자가 알아챌 변화는 어느 것인지, 그 가운데 중요한 것은 무엇인지 묻는다. 아무것도
    바뀌지 않으면 왜 그런지 묻는다.

    # 보고서의 답

    { $bottom_line }

    { $confidence }

    { $would_change }

    # 의견이 갈리면

    - *표현을 두고*: 그 말이 허용하는 범위가 어디서 어디까지인지 묻는다. 같은 범위를 적은 두 사람은 생각이 같은 것이다.
    - *최초 출처의 수를 두고*: 어느 연결이 의심스러운지 묻는다. 연결이 추정이면 보고서는 두 가지로 센다. 교실에서도 그렇게 세면
    된다.
    - *문구 그대로인지 통상적 의미인지를 두고*: 둘 다 보고서에 있다. 어느 쪽이 옳은지가 아니라 답이 어느 쪽에 달려 있는지 묻는다.
    - *레드팀을 두고*: “우리 발언을 걸러 냈어야 한다.” 어느 규칙으로 걸러야 하나? 그 규칙은 또 무엇을 걸러 내나?
    - *어느 편인지를 두고*: 수치마다 밝힌 쪽이 적혀 있고, 부인도 보고서에 있으며, 이 시간은 표결 없이 끝난다. { $caveat }
    .title = 진행안: 90분

# A line of a paper about an exercise that has nothing to ask. $title (text), $why (sentence)
pack-aside = *{ $title }*: { $why }
pack-red-team = 레드팀
# Some questions that are alike, by the names to answer them by. $first, $last (name), $two (yes or no): whether these
# are all
pack-alike = { $two ->
    [yes] { $first }, { $last }
   *[no] { $first }~{ $last }
}
# The answers to choose from, behind a question. $choices (list with commas)
pack-choices = ({ $choices })
# The right answers, for the teacher.
pack-key =
    .name = 이름
    .asked = 질문
    .right = 정답
# In place of a question that stands in the row above.
pack-asked-before = 위와 같음
# Wrong answers to expect.
pack-common =
    .name = 이름
    .expect = 나올 만한 오답
    .say = 해 줄 말
# A retelling to read aloud. $was, $now (text, as said), $where (text)
pack-aloud = { $was } → { $now }, { $where }.
# An attack and what it does. $name (file), $does (sentence)
pack-attack = `{ $name }`: { $does }
# The figure that is attacked. $who (text), $words (text, as said)
pack-attacked = { $who }: { $words }
