### The words of the cells of the exercise spot-the-drift.

spot-the-drift-spot-the-drift =
    # 1 · 달라진 말 찾기

    누군가 작은 말을 붙여 수치를 밝힌다. *이상*, *약*, *넘게* 같은 말이다. 다른 사람들이 그것을 옮긴다. 그 작은 말은
    어떻게 됐나?
spot-the-drift-run =
    Shift와 Enter를 함께 눌러 칸을 하나씩 실행한다. 점 세 개가 있는 곳은 점을 지우고 답을 적은 뒤 그 칸을 다시 실행한다.
spot-the-drift-what-was-told =
    ## 처음에 무슨 말이 나왔고, 어떻게 옮겨졌나?
spot-the-drift-which-of-six =
    ## 한정 표현은 각각 어떻게 됐나?

    맞고 틀림만이 아니라 그 까닭도 알려 준다. 몇 번이든 다시 해도 된다.
spot-the-drift-in-quotes =
    여섯 낱말 가운데 하나를 따옴표 안에 적는다. 예를 들면 `A="유지"`다.
spot-the-drift-same-thing =
    ## 같은 대상을 셌나?
spot-the-drift-click =
    ## 마우스로 고르고 싶다면

    같은 문제를 메뉴로 푼다. ipywidgets가 있어야 하지만 없어도 된다.
spot-the-drift-hand-in =
    ## 답 내기

    점 세 개를 지우고 그 자리에 이름을 따옴표로 묶어 적는다. 예를 들면 `ex.save("김하나")`다. 그러면 이 노트북 옆에 답을 담은
    작은 파일이 생긴다. 답을 모으는 사람에게 그 파일을 낸다.
spot-the-drift-limits =
    ## 이것으로 알 수 없는 것

    - 누가 말을 바꿨는지는 알 수 없다. 기자일 수도, 번역자나 제목을 단 편집자, 글을 긁어 온 사이트일 수도 있다.
    - 어느 표현이 사실인지는 알 수 없다. 서로 다르다는 것만 알 수 있다.
    - 낱말만 바꿔 유지한 한정 표현도 다르게 들릴 수 있다. “넘게”는 “이상”보다 폭이 넓게 읽힌다.
