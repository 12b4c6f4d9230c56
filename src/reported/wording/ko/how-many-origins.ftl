### How many origins: who first knew a figure, its way to the documents, what was computed from it, and where it
### stands under another name.

## Who first knew

# How many origins, in figures. $fewest (number), $most (number): what they may be, by links that are our inference;
# $sure (yes or no): whether both are the same. In .counted with its noun.
origins-number = { $most ->
    [0] 0
   *[other] { $sure ->
        [yes] { FIGURES($most) }
       *[no] { FIGURES($fewest) }~{ FIGURES($most) }
    }
}
    .counted = 최초 출처 { FIGURES($fewest) }~{ FIGURES($most) }곳
origins-table = 수치별로 이를 실은 문서와 공개한 전달자, 최초 출처.
    .figure = 수치
    .documents = 문서
    .origins = 최초 출처
    .whose = 처음 안 곳
    .relay = 전달자
    .basis = 알게 된 방법
    .claims = 발언
# $examined (text): all documents, counted; $documents (number): those that carry the figure; $figure (text): what it
# counts; $origins (number): at most; $voices (text): how many; $who (text): whose it is
total-origins = 살펴본 { $examined } 가운데 ‘{ $figure }’ 수치를 실은 것은 { $documents ->
    [0] 없다. 이 수치는 자체 수치다.
   *[other] { $documents }건이다. { $origins ->
        [1] { $documents ->
            [1] 그 최초 출처는 1곳이다({ $who }).
           *[other] 모두 최초 출처 1곳으로 거슬러 올라간다({ $who }).
        }
       *[other] 그 최초 출처는 { $voices }곳이다.
    }
}
    .told = 살펴본 { $examined } 가운데 ‘{ $figure }’ 수치를 실은 것은 { $documents ->
        [0] 없다. 이 수치는 자체 수치다.
       *[other] { $documents }건이다. { $origins ->
            [1] { $documents ->
                [1] 그 최초 출처는 { $who }(이다/다).
               *[other] 모두 최초 출처 1곳, { $who }(으로/로) 거슬러 올라간다.
            }
           *[other] 그 최초 출처는 { $voices }곳이다.
        }{ $fewer ->
            [yes] {" "}문서 수를 세면 같은 목소리를 여러 번 세게 된다.
           *[no] { "" }
        }
    }

## Its way to the documents

# $documents (text): counted; $origins (number): at most; $voices (text): how many; $retold (changed, kept or none):
# what became of the figures; $part (text): how many retellings of all changed something. In .changed: $did (text),
# $aspects (list). A line of the alt text: $who (text), $words (text); in .line-changed also $changed (list)
from-origin-to-outlet-chart =
    .title = { $documents }, { $origins ->
        [0] 최초 출처 없음
       *[other] 최초 출처 { $voices }곳
    }: { $retold ->
        [changed] { $part }에서 무언가 바뀌었다.
        [kept] 전해지는 동안 바뀐 것은 없다.
       *[none] 인용 보도는 찾지 못했다.
    }
    .subtitle =
        네모: 수치와 최초 출처. 점: 그대로 옮김. 고리: 바뀜(오른쪽에 표시). 점선: 자체 추론. 사본은 원래 매체 아래에 둔다
    .alt = 최초 출처에서 매체까지의 경로.
    .changed = { $did }: { $aspects }
    .line = { $who }: { $words }
    .line-changed = { $who }: { $words }; { $changed }

## What stands behind the inputs

# $inputs (list): each as in .input, with semicolons. In .input: $label (text): what is counted; $documents (number);
# $counted (text): the same with its noun; $voices (text): origins, counted
inputs-behind = 계산에 쓰인 입력값의 근거: { $inputs }.
    .input = “{ $label }”(은/는) { $counted }(과/와) { $voices }
# $inputs (list): of which only one origin gave a figure
inputs-behind-one = { $inputs }에 관해 공개된 것은 모두 최초 출처 1곳에서 나왔다.
inputs-behind-none = 검토 대상 수치 외에 계산에 들어가는 것은 없다.
inputs-behind-unpublished = 검토 대상 수치만으로 정해지지 않는 것에 대해 공개된 수치가 없다.
inputs-behind-table =
    계산에 쓰인 입력값별로 이를 실은 문서(인용 보도 포함)와 그 최초 출처. 여기서 나눠 얻은 값은 나누기 전의 합계와 함께 센다.
    .input = 입력값
    .figures = 수치
    .documents = 문서
    .origins = 최초 출처
    .whose = 처음 안 곳
    .basis = 알게 된 방법
    .claims = 발언

## What was computed from it

# $counted (text): figures, counted; $n (number): how many; $figures (list): as in figure-of
computed = { $counted }(은/는) 이 수치로 계산한 것이어서 최초 출처를 늘리지 않는다. { $figures }(이다/다).
    .none = 확인된 수치 가운데 이 수치로 계산한 것은 없다.
# Behind computed. $n (number): how many figures were computed; $inferred (number): how many of them by our inference
computed-inferred = { $n ->
    [1] 이는 자체 추론이다.
   *[other] 이 가운데 { $inferred }건은 자체 추론이다.
}

## What stands under another name

# $counted (text): figures, counted; $n (number): how many; $documents (text): counted; $by (document, inference or
# both): whether the documents say whose they are; $inferred (number): how many where we infer it
echoes = { $counted }(이/가) { $documents }에 다른 이름으로 실렸다.{ $by ->
    [document] { "" }
    [inference] {" "}자체 추론에 따른 것이다.
   *[both] {" "}이 가운데 { $inferred }건은 자체 추론에 따른 것이다.
}
    .none = 확인된 문서 가운데 수치를 다른 기관의 이름으로 실은 것은 없다.
    .told = { $counted }(이/가) 최초 출처가 아닌 이름으로 { $documents }에 실렸다.{ $by ->
        [document] { "" }
        [inference] {" "}자체 추론에 따른 것이다.
       *[both] {" "}이 가운데 { $inferred }건은 자체 추론에 따른 것이다.
    }
# Behind echoes. $figures (list): as in .figure, with $whose (text), $name (text)
echoes-certain = 추론 없이 문서 자체에서 드러나는 것은 { $figures }(이다/다).
    .figure = { $name } 이름으로 실린 { $whose }의 수치
# In .goes-back: $whose (text), $said (text). In .how: $inferred (yes or no).
echoes-table = 다른 기관의 이름으로 실린 수치와 원래 출처.
    .name = 실린 이름
    .said = 내용
    .first = 원래 출처
    .later = 시차
    .link = 연결
    .seen = 실린 곳
    .claims = 발언
    .goes-back = { $whose }: { $said }
    .how = { $inferred ->
        [yes] 자체 추론
       *[no] 문서에 명시
    }
# $before (text), $after (text): what was said; $whose (text), $name (text): whose it is, and as whose it came back;
# $days (text): counted; $inferred (yes or no)
issued-again =
    { $whose }(이/가) 처음 밝힌 “{ $before }”(이/가) { $days } 뒤 { $name } 이름을 달고 “{ $after }”(으로/로) 다시 나왔다.{ $inferred ->
        [yes] {" "}자체 추론에 따른 것이다.
       *[no] { "" }
    }
    .none = 옛 수치가 새 수치로 다시 나온 사례는 찾지 못했다.
# Behind issued-again. $said (text), $whose (text), $day (day)
issued-again-newest = 당시 가장 새로운 합계는 “{ $said }”({ $whose }, { $day })(이었다/였다).

## Every retelling

all-retellings-table = 확인된 모든 인용 보도가 항목별로 바꾼 것(알 수 있는 경우).
    .aspect = 항목
    .kept = 유지
    .dropped = 누락
    .weakened = 약화
    .strengthened = 강화
    .inverted = 뒤바뀜
    .invented = 추가
    .merged = 합쳐짐
# $retellings (text): counted; $turns (list): as in .turn, with semicolons. In .turn: $before (text), $after (text):
# what was said; $seen (list): in which documents
inverted = { $retellings }(이/가) 하한을 상한으로, 또는 상한을 하한으로 바꿨다. { $turns }.
    .turn = “{ $before }”(이/가) “{ $after }”(으로/로)({ $seen })
    .none = 하한을 상한으로, 또는 상한을 하한으로 바꾼 인용 보도는 없다.
# $retellings (text): counted; $parts (list): as in .later, .earlier and .given, each with $n (number). In .named: $turns
# (list): as in .turn, with semicolons. In .turn: $said (text), $day (day); $seen (list): in which documents
started = { $retellings }(이/가) 언제부터 센 것인지를 바꿨다. { $parts }(이다/다).
    .later = 시작일을 늦춰 같은 숫자로 더 많은 것을 말하게 된 것 { $n }건
    .earlier = 시작일을 앞당긴 것 { $n }건
    .given = 최초 표현에 없던 시작일을 붙인 것 { $n }건
    .named = 최초 표현에 없던 시작일은 다음과 같다. { $turns }.
    .turn = “{ $said }”, { $day }부터({ $seen })
    .none = 언제부터 센 것인지를 바꾼 인용 보도는 없다.
# $before (list), $after (list): the alternatives, and what they became; $seen (list): in which document
merged = “{ $before }”(이/가) 하나가 아니라 모두인 것(“{ $after }”)으로 바뀌었다({ $seen }).
    .none = 선택지 사이의 “또는”을 “와”로 바꾼 인용 보도는 없다.

## What stands in the notebook

how-many-origins-question =
    # 2 · 최초 출처는 몇 곳인가

    한 자리에서 나온 말 한마디를 기사 열 건이 전할 수 있다. 중요한 것은 누가 직접 알았느냐다. 그래서 수치마다 처음 말한 곳까지 거슬러 올라가, 남는 것을 센다.
how-many-origins-counts =
    ## 수치별로 문서와 전달자, 최초 출처는 몇이나 되나

    문서는 수치를 실은 것이고, 전달자는 수치를 세상에 알린 사람이며, 최초 출처는 수치를 처음 안 곳이다. 연결이 자체 추론이면 최초 출처를 두 가지로 센다.
how-many-origins-ways =
    ## 수치는 어떤 경로로 전해졌나

    최초 출처(네모)에서 문서까지의 경로다. 문서는 저마다 인용한 문서 아래에 둔다. 채운 점은 견줄 수 있는 것을 모두 그대로 옮겼다는 뜻이고, 고리는 그렇지 않다는 뜻으로 바뀐 것을 함께 적었다. 점선은 자체 추론이다.
how-many-origins-inputs =
    ## 계산에 들어가는 수치의 출처는 어디인가

    소모량과 적재량도 합계와 같은 방식으로 센다. 세는 방식이 다를 수 있는 것은 따로 둔다.
how-many-origins-computed =
    ## 이 수치로 계산하기만 한 것은 무엇인가

    어떤 수치로 계산한 수치는 그 수치를 뒷받침하지 못한다.
how-many-origins-other-names =
    ## 다른 이름으로 실린 수치는 무엇인가

    수치는 전하기만 한 기관이나 잘못 적힌 기관의 이름으로 다시 나올 수 있다. 그러면 독자는 같은 수치를 두 번 센다.
how-many-origins-every-retelling =
    ## 자료집의 나머지는 어떤가

    무엇을 센 것이든, 확인된 모든 인용 보도를 같은 방식으로 견준다.
how-many-origins-limits =
    ## 이것으로 알 수 없는 것

    - 최초 출처 두 곳이 아는 내용을 공유할 수도 있으며, 얼마나 공유하는지 밝힌 문서는 없다.
    - 수치가 다른 이름으로 실렸다는 것은 읽은 사본에 관한 이야기다. 그 매체가 아니라 제목을 단 사람이나 번역자, 긁어 간 사이트가 그랬을 수 있다.
    - 연결은 확인할 수 있었던 것뿐이다. 연결이 없다고 해서 독립된 수치인 것은 아니다.
