### What was said: who reported the figures, what became of the words on the way, who named a total beside them,
### what was withdrawn, and who denies it.

## Who said what

# Who reported the figures in other words than the first, and what they said. $retold (yes or no): whether anybody did;
# $publishers (list), $figures (list): those of each origin as in .figures, with semicolons. In .figures: $what (text):
# what they say, $who (text), $day (day)
claimed = { $retold ->
    [yes] { $publishers }에 따르면{" "}
   *[no] { "" }
}{ $figures } 밝혔다.
    .figures = { $who }(은/는) { $day } “{ $what }”(이라고/라고)
    .told = 검토 대상 수치는 { $n }건이다. { $figures }{ $changed ->
        [0] { "" }
       *[other] {" "}이 가운데 { $changed }건은 { $publishers }(이/가) 옮긴 표현이며, 최초 표현은 { $first }(이었다/였다).
    }
    .told-figures = { $whole ->
        [yes] { $n ->
            [1] 이는
           *[other] 모두
        }
       *[no] { $n }건은
    } { $who }의 수치로 전해졌다. “{ $what }”(이다/다).{ $known ->
        [none] { $relayed ->
            [yes] {" "}{ $through }(을/를) 통해 공개됐다.
           *[no] { "" }
        }
       *[day] {" "}{ $day } { $relayed ->
            [yes] { $through }(을/를) 통해 공개됐다.
           *[no] 공개됐다.
        }
    }
# The figures under examination.
headline-table = 검토 대상 수치. 최초 표현과 인용된 표현.
    .figure = 수치
    .stated = 최초 표현
    .said = 풀이
    .retold = 인용된 표현
    .by = 발언자
    .document = 처음 확인된 문서
    .claim = 발언

## How many carry it

# $examined (text): all documents, counted; $documents (number): those that carry the figures; $figures (number);
# $origins (number): at most; $voices (text): how many; $who (list): whose the figures are, with semicolons; $sure (yes
# or no): whether the count is certain
origins = 살펴본 { $examined } 가운데 { $documents ->
    [0] 이 수치를 실은 것은 없고,
   *[other] { $documents }건이 이 수치를 실었으며,
} { $origins ->
    [0] 최초 출처는 없다({ $who }).
    [1] 최초 출처는 { $who } 1곳이다.
   *[other] 최초 출처는 { $who } 등 { $voices }곳이다.
}{ $sure ->
    [yes] { "" }
   *[no] {" "}일부 연결은 자체 추론이어서 그 수는 달라질 수 있다.
}
    .why = 전재와 번역은 원래 출처를 되풀이할 뿐이다. 내용을 따로 알고 있던 출처라야 뒷받침이 늘어난다.
    .linchpin = 문서 사이의 연결이 모두 파악됐는지 여부.
    .told = 살펴본 { $examined } 가운데 { $documents ->
        [0] 이 수치를 실은 것은 없다.
       *[other] { $documents }건이 이 수치를 실었다.
    } { $origins ->
        [0] 최초 출처는 없다.
       *[other] 최초 출처는 { $voices }곳이다.
    }{ $sure ->
        [yes] { "" }
       *[no] {" "}일부 연결은 자체 추론이어서 그 수는 달라질 수 있다.
    }
# How documents were read. $documents (number); $firsthand (number): those read as published; $all (yes or no): whether
# these are all
documents = { $all ->
    [yes] { $documents ->
        [0] 공개된 원문으로 읽은 문서는 없다.
        [1] 하나뿐인 문서를 공개된 원문으로 읽었다.
       *[other] 문서 { $documents }건을 모두 공개된 원문으로 읽었다.
    }
   *[no] { $documents ->
        [1] 하나뿐인 문서는 사본이나 번역, 또는 다른 글에 인용된 형태로 읽었다.
       *[other] 문서 { $documents }건 가운데 공개된 원문으로 읽은 것은 { $firsthand ->
            [0] 없다. 모두
           *[other] { $firsthand }건이다. 나머지는
        } 사본이나 번역, 또는 다른 글에 인용된 형태로 읽었다.
    }
}

## What became of the words

aspect-hedge = 한정 표현
aspect-number = 숫자
aspect-item = 대상
aspect-window = 기간
aspect-alternatives = 선택지
# What a retelling did to an aspect of a figure.
did-kept = 유지
did-dropped = 누락
did-weakened = 약화
did-strengthened = 강화
did-inverted = 뒤바뀜
did-invented = 추가
did-merged = 합쳐짐
# $retellings (text): counted; $hedge (list): what they did to the hedge, as in hedge-kept and after; $kept (number):
# those that changed nothing
ledger = { $retellings }(은/는) { $hedge }(으로/로) 집계됐다. { $kept ->
    [0] 견줄 수 있는 항목을 모두 그대로 옮긴 것은 없다.
   *[other] 견줄 수 있는 항목을 모두 그대로 옮긴 것은 { $kept }건이다.
}
    .none = 인용 보도를 찾지 못해, 도중에 바뀐 것도 없다.
# How many retellings did something to the hedge. $n (number)
hedge-kept = 한정 표현을 그대로 옮긴 것 { $n }건
hedge-dropped = 뺀 것 { $n }건
hedge-weakened = 약하게 바꾼 것 { $n }건
hedge-strengthened = 강하게 바꾼 것 { $n }건
hedge-inverted = 뒤바꾼 것 { $n }건
hedge-invented = 없던 것을 붙인 것 { $n }건
hedge-merged = 합친 것 { $n }건
# $before (text), $after (text): what was said; $retellings (text): counted; $seen (list): in which documents
became = { $retellings }에서 “{ $before }”(이/가) “{ $after }”(으로/로) 바뀌었다({ $seen }).
    .none = 한정 표현을 바꾼 인용 보도는 없다.
    .told = { $retellings }에서 “{ $before }”(이/가) “{ $after }”(으로/로) 바뀌었다.
# What became of the words, in the story: as in English.
on-the-way = { $n ->
    [1] 견줄 수 있는 인용 보도 1건은 “이상”이나 “약” 같은 한정 표현을 { $changed ->
        [yes] 그대로 옮기지 않았다
       *[no] 그대로 옮겼다
    }.
   *[other] { $retellings } 가운데 “이상”이나 “약” 같은 한정 표현을 그대로 옮긴 것은 { $kept ->
        [0] 없다
       *[other] { $kept }건이다
    }.{ $changed ->
        [yes] {" "}나머지{ $more ->
            [yes] {" "}가운데 많은 것은
           *[no] 는
        } { $did }(이다/다).
       *[no] { "" }
    }
}
    .copied = 표현이 바뀐 곳은 해당 매체가 아니라 이 보고서가 읽은 사본일 수도 있다.
# $changed (number): retellings that changed the hedge; $part (text): of how many. In .group: $figure (text), $said
# (text): as first worded. In .wording: $said (text), $times (number): how often.
# A line of the alt text: $group (text), $wording (text), $who (list), $did (list): what was done, or .nothing
what-was-said-chart =
    .title = { $changed ->
        [0] 모든 인용 보도가 처음의 한정 표현을 그대로 옮겼다.
       *[other] { $part }에서 한정 표현이 바뀌었다.
    }
    .subtitle = 확인된 표현과 원래 표현에서 달라진 점. ×는 횟수
    .alt = 수치를 옮긴 표현과 각각 바꾼 것.
    .group = { $figure }, 최초 표현 “{ $said }”
    .wording = { $times ->
        [1] { $said }
       *[other] { $said } × { FIGURES($times) }
    }
    .seen = 실린 곳
    .line = { $group }: { $wording }({ $who }): { $did }
    .did = { $aspect } { $did }
    .nothing = 견줄 것 없음
# A dot for each retelling. $kept (number): those that kept the hedge; $part (text): of how many. A line of the alt text:
# $figure (text), $said (text): as first worded, $did (list): each deed with how often, $n (number)
what-became-of-the-words-chart =
    .title = { $kept ->
        [0] 한정 표현을 그대로 옮긴 재인용은 없다.
       *[other] { $part }(이/가) 출발점의 한정 표현을 그대로 옮겼다.
    }
    .subtitle = 점 하나는 수치를 옮긴 문서 하나: ‘넘는’, ‘약’, ‘이상’ 같은 말이 옮겨지며 어떻게 되었는가
    .alt = 각 수치의 재인용이 한정 표현을 어떻게 했는가.
    .line = { $figure }(처음 표현 “{ $said }”): { $did }
    .did = { $did } { FIGURES($n) }건
ledger-table =
    인용 보도별로 전하면서 바꾼 것. 읽은 사본이 그 매체의 것이 아니면 사본에서 바뀌었을 수 있어 ‘실린 바로는’이라고 적었다.
    .retold = 인용된 표현
    .seen = 실린 곳
    .hedge = 한정 표현
    .number = 숫자
    .item = 대상
    .window = 기간
    .alternatives = 선택지
    .claim = 발언

## Who else named a total

# $days (number): before and after; $said (text): the figure; $totals (text), $voices (text): how many others, counted;
# $n (number): how many; $span (text): from the least to the most; $lie (list): how they lie to the figure, as in .less,
# .as-much and .more, each with $n (number); $made (number): how many rest on a conversion
contemporaries = “{ $said }”(이/가) 나온 날의 전후 { FIGURES($days) }일 동안 { $voices }에서 { $totals }(이/가) 나왔다. 범위는
    { $span }(이며/며), { $lie }(이다/다). { $made ->
    [0] 환산에 따른 것은 없다.
   *[other] 이 가운데 { $made }건은 환산에 따른 것이다.
}
    .less = 더 적은 것 { $n }건
    .as-much = 적지도 많지도 않은 것 { $n }건
    .more = 더 많은 것 { $n }건
    .told = “{ $said }”(이/가) 나온 날의 전후 { FIGURES($days) }일 동안 { $voices }에서 { $totals }(이/가) 나왔다. 그 범위는
        { $span }(이다/다). { $side ->
            [less] { $n ->
                [1] 이 수치보다 적다.
               *[other] 모두 이 수치보다 적다.
            }
            [more] { $n ->
                [1] 이 수치보다 많다.
               *[other] 모두 이 수치보다 많다.
            }
            [as-much] 이 수치보다 적지도 많지도 않다.
           *[mixed] 견주어 보면 { $lies }(이다/다).
        } { $made ->
            [0] 다른 것을 센 값에서 환산한 것은 없다.
           *[other] 이 가운데 { $made }건은 다른 것을 센 값에서 환산한 것이다.
        }
    .is-less = 더 적은 것 { $n }건
    .is-as-much = 적지도 많지도 않은 것 { $n }건
    .is-more = 더 많은 것 { $n }건
# $label (text): what is counted, $days (number)
contemporaries-none = 수치가 나온 날의 전후 { FIGURES($days) }일 동안 ‘{ $label }’의 합계를 밝힌 다른 출처는 찾지 못했다.
contemporaries-no-total = 검토 대상 수치 가운데 합계는 없다.
# $label (text): what is counted, $days (number). In .rests: $converted (yes or no)
contemporaries-table = 수치가 나온 날의 전후 { FIGURES($days) }일 동안 처음 나온 ‘{ $label }’의 합계.
    .whose = 출처
    .named = 밝힌 수치
    .counts = 집계 기간
    .document = 공개된 곳
    .conversion = 환산
    .claims = 발언
    .rests = { $converted ->
        [yes] 예
       *[no] 아니요
    }
# $span (text): from the least to the most that others named, $said (text): the figure
named-in-those-weeks-chart =
    .title = 그 무렵 다른 출처가 밝힌 수치는 { $span }, 검토 대상 수치는 “{ $said }”(이다/다).
    .subtitle = 나온 순서대로, 각각의 표현대로(로그 눈금). 회색: 환산에 따른 것. 점선: 검토 대상 수치
    .alt = 수치가 나온 무렵에 나온 합계, 나온 순서대로.
    .or = 또는

## How far the record reaches

# $read (yes or no): whether it is known until which day reporting was read, $day (day); $newer (number): documents
# from after it; $dated (yes or no): whether nothing after a day is used, $last (day). In .sought: $gaps (number): how
# many things, $sought (list): what they are,
# with semicolons
read = { $read ->
    [yes] 공개 보도는 { $day }까지 살폈다.{ $newer ->
        [0] { "" }
       *[other] {" "}그 뒤에 나온 것 가운데 실은 문서는 { $newer }건이다.
    }
   *[no] { $dated ->
        [yes] { $last } 이후에 공개된 것은 쓰지 않았다.
       *[no] 공개 보도를 언제까지 살폈는지는 이 자료집에 나와 있지 않다.
    }
}
    .sought = 찾았으나 나오지 않은 것은 { $gaps }건이다. { $sought }(이다/다).
gaps-table = 찾았으나 나오지 않은 것. 나오지 않았다고 해서 없다는 뜻은 아니다.
    .sought = 찾은 것
    .where = 찾은 곳
    .since = 기준일

## What was withdrawn, and what is denied

# A figure with whose it is. $said (text), $who (text)
figure-of = “{ $said }”({ $who })
# $figures (list): as in figure-of; $retracted (number): how many; $resting (number): claims that rest on them; $claims
# (text): the same, counted
withdrawn = 철회돼 모든 계산에서 빠진 수치: { $figures }.{ $resting ->
    [0] { "" }
   *[other] {" "}이에 근거한 { $claims }도 함께 빠졌다.
}
    .none = 자료집의 발언 가운데 철회된 것은 없다.
# $statements (text): how many, counted; $n (number): the same; $early (none, some or all): which were made before the
# figures appeared; $before (number): how many; $figures (number): under examination; $who (list): in whose name;
# $kinds (list): what they do, as in .kind. In .kind: $n (number), $does (text): as in answers-categorical and after
denials = 이런 보도에 { $who } 명의로 { $statements }(이/가) 나왔다. { $early ->
    [none] { "" }
    [some] 이 가운데 { $before }건은 이 수치가 나오기 전의 것이다.{" "}
   *[all] 모두 이 수치가 나오기 전의 것이다.{" "}
}내용별로는 { $kinds }(이다/다).
    .kind = { $does } { $n }건
    .none = 이런 보도에 대한 답은 공개된 것이 없다.
# How many answers speak of something that is not under examination. $n (number), $items (text)
denials-elsewhere = 이 가운데 { $n }건은 { $items }에 관한 것이다.
# How many answers dispute a number. $n (number)
denials-quantity = { $n ->
    [0] 수량에 이의를 제기한 답은 한 건도 없다.
   *[other] 수량에 이의를 제기한 답은 { $n }건이다.
}
# $n (number)
denials-others = 다른 것에 관한 답 { $n }건은 여기에서 세지 않았다.

## What stands in the notebook

what-was-said-question =
    # 1 · 무엇이 보도됐나

    수치는 언론을 거치며 달라진다. “넘게”가 “약”이 되고, 그 “약”마저 빠진다. 그래서 먼저 물을 것은 수치가 사실인지가 아니라, 처음에 어떤 말로 나왔는지다.
what-was-said-figures =
    ## 어떤 수치를 검토하나

    수치마다 두 가지 표현을 나란히 싣는다. 확인한 문서에 처음 나온 표현과 한 영어 보도가 옮긴 표현이다.
what-was-said-carried =
    ## 문서 몇 건이 이 수치를 실었고, 누가 처음 말했나

    기사가 아니라 최초 출처를 센다. 전재와 번역, 인용 보도는 문서 수를 늘릴 뿐이다.
what-was-said-on-the-way =
    ## 전해지는 동안 표현이 어떻게 바뀌었나

    인용 보도마다 원래 발표와 다섯 가지 항목을 견준다. 한정 표현, 숫자, 센 대상, 언제부터 센 것인지, 선택지 사이의 “또는”이다. 옅은 점은 그대로 옮겼다는 뜻이다. 글자는 무엇을 바꿨는지를 나타내며, 빈칸은 알 수 없다는 뜻이다.
what-was-said-who-else =
    ## 그 무렵 또 누가 합계를 밝혔나

    같은 것을 센 모든 출처의 합계를 최초 표현 그대로, 집계 기간과 함께 싣는다.
what-was-said-withdrawn =
    ## 철회된 것이 있나

    틀린 것으로 밝혀진 발언은 지우지 않는다. 그 발언에 근거한 것과 함께 모든 계산에서 빼고, 기록에는 남긴다.
what-was-said-denied =
    ## 누가 부인하나
what-was-said-read =
    ## 어디까지 살폈고, 무엇이 나오지 않았나

    기록은 읽은 데까지만 이어진다. 찾았으나 나오지 않은 것도 그렇게 밝힌다.
what-was-said-limits =
    ## 이것으로 알 수 없는 것

    - 최초 출처가 하나라고 해서 거짓은 아니며, 여러 문서에 실렸다고 해서 사실인 것도 아니다.
    - 표현은 확인한 사본에 실린 대로다. 사본이 복제본이나 번역, 요약이면 그 매체가 아니라 사본에서 바뀌었을 수 있다.
    - ‘최초 표현’은 확인한 문서에 처음 나온 표현이라는 뜻이다. 그 전에 비공개로 오간 말은 듣지 못했다.
