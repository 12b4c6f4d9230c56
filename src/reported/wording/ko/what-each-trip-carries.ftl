### What each trip would have to carry, and what the trips would carry together.

# $trips (text), $each (text), $total (text)
each-must-carry = { $trips }(으로/로) { $total }(을/를) 채우려면 한 번에 { $each }씩 날라야 한다.
# $load (text): what the load of a trip is called, $record (text): what is on record for it; $left (yes or no): whether
# some go into no sum, $aside (list): which
trip-loads = 해당 시기의 ‘{ $load }’ 기록은 다음과 같다. { $record }.{ $left ->
    [yes] {" "}계산에서 뺀 수치: { $aside }.
   *[no] { "" }
}
# $load (text): what the load of a trip is called
trip-loads-table = { $load }: 직접 밝힌 값과 여기서 두 집계를 나눠 구한 값.
    .published = { loads-table.published }
    .whose = { loads-table.whose }
    .from = { loads-table.from }
    .each = { loads-table.each }
    .counts = { loads-table.counts }
    .claims = { loads-table.claims }
# $load (text): how many on each trip, $each (text): how much in each of these; $own (yes or no): whether ours are among
# them; $trips (text), $span (text): what they carry, $total (text): the claim, $inside (yes or no).
# Why: $each (text): what each would have to carry; $densest (text), $lightest (text): how many that is
by-trips = 한 번에 { $load }, 하나당 { $each }씩 실으면{ $own ->
    [yes] (자체 가정 포함)
   *[no] { "" }
} { $trips }(으로/로) { $span }(을/를) 나른다. { $total }(은/는) 이 범위 { $inside ->
    [yes] 안에 든다
   *[no] 밖에 있다
}.
    .why = 한 번에 { $each }(을/를) 날라야 한다. 가장 조밀하게 담으면 { $densest }(으로/로) 충분하지만, 가장 성기게 담으면 { $lightest }(으로/로)
        늘어난다.
# $load (text): what is lacking, $by (text): by which day, $trips (text)
by-trips-none = { $by }는 계산에 넣을 수 있는 ‘{ $load }’ 수치가 없어, { $trips }(으로/로) 얼마나 나르는지 알 수 없다.

# $trips (text), $total (text); $reach (some, all or none): at which loads they reach it; $units (text): of the total,
# $loads (text): of the load of a trip; $aside (yes or no): whether some of them go into no sum. A row: $whose (text):
# whose load, and when; $load (text). The note: $said (text)
what-the-trips-carry-chart =
    .title = { $reach ->
            [some] { $trips }(으로/로) { $total }에 이르는 것은 적재량이 많을 때뿐이다.
            [all] { $trips }(으로/로)는 적재량이 어떻든 { $total }(을/를) 채우고도 남는다.
           *[none] { $trips }(으로/로)는 적재량이 어떻든 { $total }에 못 미친다.
        }
    .subtitle = { $trips }(으로/로) 나르는 양, { $loads } 기준. 단위: { $units }, 로그 눈금. 막대는 쓰인 적재량의 범위{ $aside ->
            [yes] . 회색: 계산에서 제외
           *[no] { "" }
        }
    .alt = { $trips }(으로/로) 나르는 양, 단위: { $units }.
    .note = “{ $said }”
    .row = { $whose }: { $load }
    .ours = 자체 수치 포함: { $load }

## The words of the notebook

what-each-trip-carries-question =
    # 5 · 한 번에 얼마를 날라야 하나

    같은 총량을 운송 횟수로도 따져 볼 수 있다. 한 번에 얼마를 날라야 하며, 실제로 그만큼 나르는가.
what-each-trip-carries-each-trip =
    ## 한 번에 얼마인가
what-each-trip-carries-load-of-a-trip =
    ## 한 번에 얼마를 싣나

    관측되거나 밝혀진 값, 또는 집계를 횟수로 나눈 값이다. 나눈 값은 자체 계산이다. 같은 시기에 관한 것만 계산에 넣는다.
what-each-trip-carries-implied =
    ## 나머지 수치에서는 무엇이 도출되나
what-each-trip-carries-together =
    ## 그 적재량이면 모두 얼마를 나르나
what-each-trip-carries-limits =
    ## 이것으로 알 수 없는 것

    - 한 종류의 운송에서 관측하거나 계산한 적재량은 다른 종류의 운송에 관해 말해 주지 않는다.
    - 횟수가 최솟값이면 위로는 열려 있다. 횟수가 늘면 한 번에 날라야 할 양은 준다.
    - 실리기를 기다리던 것으로 포착됐다고 해서 실어 나른 것은 아니다.
