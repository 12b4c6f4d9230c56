### The words of the cells of the exercise one-word.

one-word-one-word =
    # 4 · 말 한마디가 바꾸는 것

    말끝 하나, 말머리 하나가 숫자를 하한으로도, 상한으로도, 어림수로도 만든다. 그 말을 바꾸고, 그때 다른 수치가 어떠해야
    하는지 본다.
one-word-run =
    { spot-the-drift-run }
one-word-which-figure =
    ## 어느 수치이고, 어떤 말들인가?
one-word-what-is-asked =
    ## 무엇을 묻나?
one-word-what-each-leaves =
    ## 말마다 무엇이 남나?

    어느 말이든 묻는 것은 같다. 그 말이 범위의 어느 쪽 끝을 열어 두는지부터 정한다.
one-word-click =
    ## 마우스로 고르고 싶다면

    같은 문제를 메뉴로 푼다. ipywidgets가 있어야 하지만 없어도 된다.
one-word-hand-in =
    { spot-the-drift-hand-in }
one-word-limits =
    ## 이것으로 알 수 없는 것

    - 그 말이 발언자의 언어에서 어떻게 들리는지는 알 수 없다. 자료집의 어휘표는 낱말마다 뜻을 하나만 정해 둔다.
    - “약”의 폭은 정해져 있지 않다. 여기서 쓴 폭은 관례이며, 다른 폭을 쓰면 어떻게 되는지는 보고서에 나온다.
    - 바꾼 말은 하나뿐이다. 번역자는 여럿을 바꾼다.
