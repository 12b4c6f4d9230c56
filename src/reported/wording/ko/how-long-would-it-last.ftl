### How long something lasts: the rate that it needs, and how long it would last at each rate that was published.

## The rate that two figures need

# The duration in two wordings, and what each asks of the rate. $reworded (yes or no): whether it was retold in other
# words; $retold, $first (text, as said); $limited, $freed (yes or no): whether the retold one and the first one need a
# rate at all; $bound, $free (text): which
rate-needed = { $reworded ->
    [yes] “{ $retold }”(이라고/라고) 인용된 표현으로는 { $limited ->
            [yes] 소모량이 { $bound }(이어야/여야) 한다
           *[no] 소모량에 하한이 없다
        }. 최초 표현 “{ $first }”(으로는/로는) { $freed ->
            [yes] 소모량이 { $free }(이어야/여야) 한다
           *[no] 소모량에 하한이 없다
        }.
   *[no] “{ $first }”(이라는/라는) 표현으로는 { $freed ->
            [yes] 소모량이 { $free }(이어야/여야) 한다
           *[no] 소모량에 하한이 없다
        }.
}
    .told = { $reworded ->
        [yes] “{ $retold }”(이라고/라고) 인용된 표현으로는 { $limited ->
                [yes] 소모량이 { $bound }(이어야/여야) 한다
               *[no] 소모량에 하한이 없다
            }. 최초 표현 “{ $first }”(으로는/로는) { $freed ->
                [yes] 소모량이 { $free }(이어야/여야) 한다
               *[no] 소모량에 하한이 없다
            }.{ $apart ->
                [yes] {" "}그래서 답은 어느 표현을 따르느냐에도 달렸다.
               *[no] { "" }
            }
       *[no] “{ $first }”(이라는/라는) 표현으로는 { $freed ->
                [yes] 소모량이 { $free }(이어야/여야) 한다
               *[no] 소모량에 하한이 없다
            }.
    }
# The columns: which wording, what it says, the rate it needs, where it stands, its claims.
needed-table = 기간의 표현별로 본, 수치들이 요구하는 소모량.
    .wording = 표현
    .duration = 기간
    .rate = 필요한 소모량
    .document = 문서
    .claims = 발언

## How long it lasts at the rates that were published

# How long it lasts at one rate, as a part of a list. $lasts (text), $rate (text, as said), $who (text): whose rate
lasts-at-rate = { $lasts }({ $rate }, { $who })
# $any (yes or no): whether there is any such rate; $total (text), $lasts (list)
month-before = { $any ->
    [yes] 직전 한 달 동안 공개된 소모량으로 보면 정확히 { $total }(으로/로) 버틸 수 있는 기간은 다음과 같다: { $lasts }.
   *[no] 직전 한 달 동안 공개된 소모량은 없다.
}
# The answer. $total (text); $short, $long (text): how long at the fastest and at the slowest rate; $alike (yes or no):
# whether these are the same; $answer (agrees, disagrees, or that it depends).
# Why: $duration (text, as said), $read (text): the range it is read as; $limited (yes or no): whether it needs a rate
# at all, $bound (text): which; $record (text): what is on record for the rate, $units (text): in what
lasting = 정확히 { $total }(이라면/라면) { $alike ->
    [yes] { $short } 버틸 수 있다
   *[no] 짧게는 { $short }, 길게는 { $long } 버틸 수 있다
}. { $answer ->
    [agrees] 공개된 소모량은 모두 밝힌 기간과 맞는다
    [disagrees] 공개된 소모량 가운데 밝힌 기간과 맞는 것은 없다
   *[depends] 밝힌 기간이 맞는지는 어느 소모량이 맞느냐에 달렸다
}.
    .why = “{ $duration }”(은/는) { $read }(으로/로) 해석되며, 이때 { $limited ->
            [yes] 소모량은 { $bound }(이어야/여야) 한다
           *[no] 소모량에는 하한이 없다
        }. 해당 시기 { $record }.
    .told = { $alike ->
        [yes] “{ $fast_rate }”({ $fast_who })(을/를) 기준으로 하면 정확히 { $total }(은/는) { $fast_lasts } 버틸 수 있다.
       *[no] 공개된 소모량 가운데 가장 빠른 “{ $fast_rate }”({ $fast_who })(을/를) 기준으로 하면 정확히 { $total }(은/는)
            { $fast_lasts } 버틸 수 있다. 가장 느린 “{ $slow_rate }”({ $slow_who })(을/를) 기준으로 하면
            { $slow_lasts }(이다/다).
    } { $answer ->
        [agrees] 공개된 소모량은 모두 밝힌 기간과 맞는다.
        [disagrees] 공개된 소모량 가운데 밝힌 기간과 맞는 것은 없다.
       *[depends] 공개된 소모량 { $rates }건 가운데 { $agreeing }건이 밝힌 기간과 맞는다. 어느 소모량이 맞는지는 알 수 없다.
    }
# $rate (text), $by (text): by which day, $total (text)
lasting-no-rate = { $by }는 계산에 넣을 수 있는 ‘{ $rate }’ 수치가 없어, { $total }(으로/로) 얼마나 버틸 수 있는지 알 수 없다.
# $total (text)
lasting-table = 공개된 소모량별로 { $total }(으로/로) 버틸 수 있는 기간.
    .series = 집계 방식
    .rate = 소모량
    .window = 다룬 기간
    .whose = 누구의 수치
    .published = 공개 문서
    .lasts = 버티는 기간
    .claim = 발언

# $total (text), $units (text): of the rate, $said (text): the duration; $limited (yes or no): whether it needs a rate at
# all, $rate (text): which; $answer, $alike, $short, $long as above. What a rate means: slower than needed, faster, or as
# needed, .within. A row in words: $whose (text): whose rate, and when; $rate (text), $lasts (text)
how-long-would-it-last-chart =
    .title = { $answer ->
            [agrees] 공개된 어느 소모량으로 봐도 { $total }(으로/로) 버티는 기간은 밝힌 기간과 맞는다.
            [disagrees] 공개된 어느 소모량으로 봐도 { $total }(으로/로) 버티는 기간은 밝힌 기간과 맞지 않는다.
           *[depends] 어느 소모량이 맞느냐에 따라 { $alike ->
                [yes] { $total }(으로/로) 버틸 수 있는 기간은 { $short }(이다/다).
               *[no] { $total }(으로/로) 짧게는 { $short }, 길게는 { $long } 버틸 수 있다.
            }
        }
    .subtitle = 공개된 모든 소모량과 그 소모량에서 정확히 { $total }(으로/로) 버틸 수 있는 기간. { $limited ->
            [yes] 음영: “{ $said }”(이/가) 맞을 수 있는 소모량
           *[no] “{ $said }”(이/가) 배제하는 소모량은 없음
        }
    .alt = 공개된 소모량과 그 소모량에서 정확히 { $total }(으로/로) 버틸 수 있는 기간. “{ $said }”{ $limited ->
            [yes] (은/는) 소모량이 { $rate }일 때 맞을 수 있다.
           *[no] (이/가) 배제하는 소모량은 없다.
        }
    .within = { $rate }: “{ $said }” 버틸 수 있음
    .slower = 더 느리면: 더 오래 버팀
    .faster = 더 빠르면: 더 일찍 소진
    .row = { $whose }, { $rate }: { $lasts }

## The words of the notebook

how-long-would-it-last-question =
    # 3 · 얼마나 버틸 수 있나

    넘어간 물량은 다 쓸 때까지 버틴다. 그래서 얼마나 버티는지를 말한 것은 얼마나 빨리 쓰는지를 말한 것이기도 하다.
how-long-would-it-last-rate-of-the-figures =
    ## 수치들에서 나오는 소모량은

    총량과 기간이 있으면 소모량이 나온다. 그 소모량을 공개한 곳이 있든 없든 그렇다.
how-long-would-it-last-wording =
    ## 표현을 따지면 어떻게 되나

    수치마다 표현이 허용하는 범위가 있다. 두 수치가 요구하는 최소한의 소모량은 얼마인가.
how-long-would-it-last-published-rates =
    ## 공개된 소모량으로는 얼마나 버티나

    해당 시기에 관한 소모량만 다룬다. 집계 방식은 따로 본다. 정의가 달라 차이가 날 수 있기 때문이다. 소모량이
    “얼마 넘게”라면 버틸 수 있는 기간은 길어야 얼마라는 뜻이 된다.
how-long-would-it-last-limits =
    ## 이것으로 알 수 없는 것

    - 어느 소모량이 맞는지는 알 수 없다. 출처마다 같은 이름으로 다른 것을 셌을 수 있다.
    - 넘어간 물량이 모두 쓰이는 것은 아니다. 일부는 남겨 두고 일부는 쓸 수 없을 수 있다.
    - 기간은 소모량을 전제한다. 말한 사람이 이를 밝히지 않았다면 어떤 소모량인지 알 수 없다.
