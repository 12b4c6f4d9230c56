### What moved the other way: what was reported to be given in return, and how it was known.

# A thing with how many of it there are, in a list. $what (text), $n (number)
exchange-tally = { $what }({ $n }건)
# In place of what a report is about, where that is not told.
exchange-about-nothing = 밝히지 않음

## What bears on it

# $n (number): reports and figures together; $what (list): how many of each
given = 반대 방향으로 간 것에 관해서는 { $what }(이/가) 있다.
# Behind that. $kinds (list): what the reports are about, with how many of each
given-about = 내용별로는 { $kinds }(이다/다).
    .told = 보도에 가장 많이 나온 것은 { $kinds }(이다/다).
# Behind that. $label (text): a quantity; $who (text); $said (list): quoted
given-spoke = ‘{ $label }’에 관해 { $who }(은/는) { $said }(이라고/라고) 밝혔다.
given-table = 반대 방향으로 간 것에 관한 보도와 수치, 내용별. 괄호 안은 행위나 발언의 주체.
    .about = 내용
    .when = 시기
    .reported = 보도된 내용
    .known = 근거 유형
    .graded = 등급
    .document = 문서
    .claim = 발언
# What was reported, with who took part. $event (text), $parties (list)
given-event = { $event }({ $parties })
# A figure as it was said. $itemised (yes or no): whether the item is told; $said (text), $item (text), $who (text)
given-figure = { $itemised ->
    [yes] { $said }: { $item }({ $who })
   *[no] { $said }({ $who })
}

## How it is known

basis-not-stated = 밝히지 않음
# How much of it rests on something seen. $observed (all, some or none); $seen (number), $all (number), $about (list):
# what those seen are about; $others (list): on what the rest is based
basis = { $observed ->
    [none] { $all }건 가운데 { basis-rests } 것은 없다. 근거별로는 { $others }(이다/다).
    [some] { $all }건 가운데 { basis-rests } 것은 { $seen }건으로, 내용은 { $about }(이다/다). 나머지는 { $others }(이다/다).
   *[all] { $all }건 모두 { basis-rests } 것으로, 내용은 { $about }(이다/다).
}
    .told = 관측된 것은 사건 자체다. 그것이 대가로 주어졌다고 보려면 한 단계가 더 필요하다.
# The same where there is one alone. $observed (all or none), $others (list)
basis-alone = { $observed ->
    [all] 유일한 한 건은 관측에 근거한다.
   *[none] 유일한 한 건의 근거 유형은 { $others }(이다/다).
}
# $seen (number)
basis-rests = 관측에 근거한
# $all (number): reports and figures; $seen (number): those seen; $about (list): what these are about. The columns, .seen,
# .assessed and .said; a row in words: $thing (text), $seen, $assessed, $said (number): how many reports, $words (text);
# .figure: $said (text), $who (text)
what-moved-the-other-way-chart =
    .title = { $all ->
        [1] { $seen ->
            [0] 반대 방향으로 간 것에 관한 유일한 보도는 관측에 근거하지 않는다.
           *[other] 반대 방향으로 간 것에 관한 유일한 보도는 관측에 근거한다.
        }
       *[other] { $seen ->
            [0] 반대 방향으로 간 것에 관한 보도 { $all }건 가운데 { basis-rests } 것은 없다.
           *[other] 반대 방향으로 간 것에 관한 보도 { $all }건 가운데 { basis-rests } 것은 { $seen }건이다: { $about }.
        }
    }
    .subtitle = 점 하나가 보도 한 건, 칸은 근거. 관측된 것은 사건이지 그 대가가 아님. 설명은 근거가 가장 나은 보도의 것
    .alt = 반대 방향으로 간 것에 관한 보도를 내용과 근거별로 나타낸 그림.
    .seen = 관측
    .assessed = 평가
    .said = 주장뿐
    .figure = { $said }, { $who }
    .row = { $thing }: 관측 { FIGURES($seen) }건, 평가 { FIGURES($assessed) }건, 주장뿐 { FIGURES($said) }건. { $words }

## What happened when

# $named (yes or no): whether any figure is known by a day; $beats (number): how many events, $before, $after (number):
# how many came before the first figure and after the last; $all (number): events in all. A beat in words: $day (day),
# $words (text); .figure stands where others name their strand
what-happened-when-chart =
    .title = { $named ->
        [yes] 흐름을 보여 주는 사건 { $beats }건 가운데 첫 검토 대상 수치보다 앞선 것은 { $before }건, 마지막 수치보다 나중인 것은 { $after }건이다.
       *[no] 사건 { $beats }건으로 보는 흐름.
    }
    .subtitle = 채운 점: 관측, 빈 점: 평가 또는 주장뿐, 네모: 검토 대상 수치, 막대: 이어진 기간 또는 있었을 수 있는 기간.
        전체 { FIGURES($all) }건은 표에 있음
    .alt = 흐름을 보여 주는 사건을 날짜순으로 나타낸 그림.
    .figure = 검토 대상
    .beat = { $day }: { $words }
strand-supply = 공급
strand-exchange = 대가
strand-diplomacy = 외교
strand-sanctions = 제재
events-table = 연표의 그 밖의 사건. 반대 방향으로 간 것에 관한 보도는 위 표에 있다.
    .when = 시기
    .strand = 갈래
    .happened = 사건
    .known = 근거 유형
    .graded = 등급
    .document = 문서
# How the reports lie to the first of the figures. $before (number), $after (number), $rest (number): neither;
# $named (text): its day, with what was said
order = 반대 방향으로 간 것에 관한 보도 가운데 첫 검토 대상 수치가 공개된 날({ $named })보다 앞선 것은 { $before ->
    [0] 없고
   *[other] { $before }건이고
}, 나중의 것은 { $after ->
    [0] 없다
   *[other] { $after }건이다
}.{ $rest ->
    [0] { "" }
   *[other] {" "}{ $rest }건은 그날의 것이거나 날짜가 분명하지 않다.
}
    .told = 이 보도 가운데 첫 검토 대상 수치보다 앞선 것은 { $before ->
        [0] 없고
       *[other] { $before }건이고
    }, 나중의 것은 { $after ->
        [0] 없다
       *[other] { $after }건이다
    }. 순서는 인과가 아니다.

## The words of the notebook

what-moved-the-other-way-question =
    # 8 · 반대 방향으로는 무엇이 갔나

    주는 쪽은 대개 무언가를 받는다. 대가로 무엇이 갔다고 보도됐고, 누가 그렇게 말했으며, 어떻게 알았나.
what-moved-the-other-way-in-return =
    ## 대가로 갔다고 보도된 것은

    사건과 발표를 내용별로 모았다. 등급에서 글자는 문서에, 숫자는 문서의 내용에 매긴 것이다.
what-moved-the-other-way-seen =
    ## 관측된 것은 얼마나 되고, 말뿐인 것은 얼마나 되나

    여기서 *관측*은 누군가 직접 보거나 들은 것이다. 비행, 선박의 기항, 공개적으로 한 약속이 그렇다. 그것이 대가로 갔는지는 또
    다른 문제다. *계산*은 다른 수치에서 셈한 것이고, *평가*는 이 문제를 연구하는 이들의 추산이며, *주장*은 우리가 본 바로는
    근거를 대지 않은 말이다.
what-moved-the-other-way-when =
    ## 언제 무슨 일이 있었나

    흐름을 보여 주는 몇 가지 사건이다. 갈래를 가리지 않고 모두 표에 있다. 뒤에 일어났다고 해서 앞의 일 때문에 일어난 것은 아니다.
what-moved-the-other-way-limits =
    ## 이것으로 알 수 없는 것

    - 순서는 인과가 아니다. 뒤에 일어난 일이 앞의 일의 대가였다고 할 수는 없다.
    - 여러 보도가 같은 일을 전했을 수 있다. 보도를 더하지 않는다.
    - 의심하거나 우려하거나 요구하거나 약속한 것은 준 것이 아니다.
    - 관측된 것은 사건이다. 그 대가로 무엇을 줬는지는, 줬다고 해도 말뿐일 수 있다.
    - 기술은 상자를 남기지 않는다. 포착되지 않았어도 줬을 수 있다.
    - 갈래는 이 보고서가 나눈 것이며, 누군가 공개한 것만 담겼다.
