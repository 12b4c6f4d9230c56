### The words of the cells of the exercise what-would-have-to-be-true.

what-would-have-to-be-true-what-would-have-to-be-true =
    # 3 · 무엇이 참이어야 하나

    수치가 사실인지 묻지 않는다. 그것이 사실이라면 또 무엇이 참이어야 하는지, 그것을 믿을 수 있는지 묻는다.
what-would-have-to-be-true-run =
    { spot-the-drift-run }
what-would-have-to-be-true-how-it-hangs-together =
    ## 무슨 말이 나왔고, 어떻게 묶여 있나?
what-would-have-to-be-true-break-even =
    ## 갈림점은 어디인가?

    갈림점은 수치들이 함께 참일 수 있는 값과 그럴 수 없는 값이 갈리는 점이다. 먼저 예측한다. 종이와 연필로 해도 되고 계산기를 써도 된다. 앞의 두 자리면 충분하다.
what-would-have-to-be-true-said-first =
    ## 처음에 나온 말로는 어떤가?
what-would-have-to-be-true-another-figure =
    ## 다른 수치는 어떤가?
what-would-have-to-be-true-reading =
    ## 해석에 따라 갈리나?

    해석은 두 가지다. *문구 그대로*는 말이 허용하는 만큼이다. *통상적 의미*는 그 수를 고른 사람이 뜻한 것으로 보이는 만큼, 곧
    다음 어림수에는 못 미친다는 뜻이다.

    답의 뜻은 이렇다. *{ verdict-fits }*: 각 수치가 말한 범위 전체에서 모두 참일 수 있다. *{ verdict-fits-only-if }*: 하나
    이상은 말한 범위의 일부에서만 그렇다. *{ verdict-does-not-fit }*: 모두를 참으로 만드는 수가 없다.
    { "*" }{ verdict-cannot-be-tested }*: 알려진 것이 너무 적다.
what-would-have-to-be-true-move-a-figure =
    ## 이제 수치를 움직여 본다

    움직이기 전에 예상을 소리 내어 말한다.
what-would-have-to-be-true-how-to-move =
    아래 이름 가운데 하나와 숫자를 적는다: `ex.suppose("…", 12000)`. 표현이나 해석도 바꾸려면 `wording="first"`(최초 표현)나
    `reading="pragmatic"`(통상적 의미)을 덧붙인다.
what-would-have-to-be-true-slide =
    ## 밀어서 움직이고 싶다면

    문제는 메뉴로, 수치는 슬라이더로 푼다. ipywidgets가 있어야 하지만 없어도 된다.
what-would-have-to-be-true-hand-in =
    { spot-the-drift-hand-in }
what-would-have-to-be-true-limits =
    ## 이것으로 알 수 없는 것

    - 수치들이 모두 참일 수 있다고 해서 참이 되지는 않는다.
    - 갈림점은 추산이 아니다. 무엇을 믿어야 하는지를 말할 뿐, 무슨 일이 있었는지는 말하지 않는다.
    - 두 해석 모두 해석이다. 어느 쪽을 뜻했는지 밝힌 발언자는 없다.
