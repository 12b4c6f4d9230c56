### The words of the cells of the exercise how-many-sources.

how-many-sources-how-many-sources =
    # 2 · 출처는 몇 곳인가

    문서 열두 건이 한 방에서 나온 한마디에서 비롯될 수 있다. 쓴 쪽이 아니라 안 쪽을 센다.
how-many-sources-run =
    { spot-the-drift-run }
how-many-sources-which-documents =
    ## 어떤 문서들인가?
how-many-sources-how-many-origins =
    ## 그 뒤에 최초 출처는 몇 곳인가?

    세기 전에 생각해 본다. 이 가운데 누가 그 수치를 직접 알 수 있었나?
how-many-sources-nearest =
    ## 최초 출처에 가장 가까운 문서는 어느 것인가?
how-many-sources-another-name =
    ## 다른 이름이 붙은 수치는 어느 것인가?

    수치를 인용한 쪽은 금세 그 수치의 출처로 여겨진다.
how-many-sources-worked-out =
    ## 계산해 냈을 뿐인 수치는 어느 것인가?

    다른 수치에서 계산해 낸 수치는 그 수치와 맞을 수밖에 없다.
how-many-sources-click =
    ## 마우스로 고르고 싶다면

    같은 문제를 메뉴로 푼다. ipywidgets가 있어야 하지만 없어도 된다.
how-many-sources-hand-in =
    { spot-the-drift-hand-in }
how-many-sources-limits =
    ## 이것으로 알 수 없는 것

    - 출처 한 곳이 옳고 열 곳이 틀릴 수도 있다. 안다고 한 쪽이 몇인지 셀 뿐, 누가 옳은지는 세지 못한다.
    - 두 출처가 아는 것을 나눴을 수도 있다. 얼마나 나눴는지 밝힌 문서는 없다.
    - 연결은 눈에 띈 것만 적었다. 연결이 보이지 않는다고 해서 독립된 수치는 아니다.
