### Ways of reading: on how many the figures can all be true, what holds on all of them, and which choice decides.

## On how many ways

on-every-way = 모든 방식에서
on-the-one-way = 유일한 방식에서
# Stands only where it ends a title.
on-no-way = 없음
# $part (text): some of all ways, with the noun
on-some-ways = { $part }에서
# $share (text): per cent
on-share-of-ways = 읽는 방식의 { $share }에서
    .again = { $share }에서
# $share (number)
per-cent = { FIGURES($share) }%
per-cent-below-one = 1% 미만
per-cent-nearly-all = 99% 초과
# From the least to the most, where there is little room. $one (yes or no): whether these are the same;
# $low (number), $high (number)
percents = { $one ->
    [yes] { FIGURES($high) }%
   *[no] { FIGURES($low) }~{ FIGURES($high) }%
}

## Can all be true? The answer, first on page one

# How a sentence about all ways begins. $ways (number)
short-read = { $ways ->
    [1] 한 가지뿐인 방식으로 읽었을 때
   *[other] { FIGURES($ways) }가지 방식으로 읽었을 때
}
# $ways (number), $figures (number), $needs (list): what holds on all ways; $beyond (yes or no): whether that goes
# beyond what was named, $times (list): how far
short = { short-read } 수치 { $figures }건은 { $needs }{ $beyond ->
    [yes] ({ $times })
   *[no] { "" }
}일 때만 모두 참일 수 있다. 가능하다고 해서 입증된 것은 아니다.
# Where nothing holds on all ways. $ways (number), $figures (number), $every (yes or no): whether they can on every
# way; $on (text): on how many; $conditions (yes or no): whether some of these ask for something
short-on-some = { short-read } 수치 { $figures }건은 { $every ->
    [yes] { "" }
   *[no] { $on }{" "}
}모두 참일 수 있다.{ $conditions ->
    [yes] {" "}이 가운데 일부 방식에는 조건이 붙는다.
   *[no] { "" }
} 가능하다고 해서 입증된 것은 아니다.
# $ways (number), $figures (number), $on (text): on how many ways
short-at-the-edge = { short-read } 수치 { $figures }건은 { $ways ->
    [1] { "" }
   *[other] { $on }{" "}
}경계가 맞닿는 데 그친다. 어긋나는 폭은 수치의 반올림 폭보다 작다.
# $ways (number), $figures (number)
short-cannot = { short-read } 수치 { $figures }건이 모두 참일 수 있는 경우는 하나도 없다.
# How far a limit goes beyond the number that was named. $twice (yes or no), $times (figure), $least (yes or no):
# whether the number was named as the least
times-named = 제시된 { $least ->
    [yes] 최솟값
   *[no] 수치
}의 { $twice ->
    [yes] 2배
   *[no] { $times }배
}

## What has to hold on some ways only

# $told (text): what is needed on some ways, and on how many they cannot be true; $ways (number)
sometimes = { $told }.{ $ways ->
    [1] { "" }
   *[other] {" "}읽는 방식은 선택이지 확률이 아니다.
}
# $on (text): on how many ways; $also (yes or no): beside what holds on all; $limits (text), $record (text)
sometimes-need = { $on }는 { $limits }(이라는/라는) 조건{ $also ->
    [yes] 도
   *[no] 이
} 붙는다({ $record })
# $on (text), $figures (number)
sometimes-cannot = { $on }는 수치가 모두 참일 수 없다
# $always (yes or no): whether something holds on all ways
sometimes-nothing = { $always ->
    [yes] 어느 방식으로 읽어도 이 밖의 조건은 붙지 않는다.
   *[no] 어느 방식으로 읽어도 조건은 붙지 않는다.
}
sometimes-no-way = 조건을 달아 양립하게 되는 읽는 방식은 없다.

## What would settle it

# $label (text): a quantity; $limited (yes or no): whether there is a least, $low (figure): that least. Why:
# $fitting (number): ways on which the figures fit; $limits (text)
settles = 가장 큰 단서는 { $label }의 실제 수치다.{ $limited ->
    [yes] {" "}{ $low } 미만이면 모두 참일 수는 없다.
   *[no] { "" }
}
    .why = 수치가 양립하는 { $fitting ->
        [1] 유일한 방식이
       *[other] 방식은 모두
    } { $limits }(을/를) 요구한다.
settles-nothing = 수치가 양립하는 데 더 확인돼야 할 것은 없다.
settles-another-figure = 다른 수치가 나오거나 여기서 시도하지 않은 방식으로 읽을 때만 양립할 수 있다.
# $some (number), $fitting (number), $limits (text)
settles-few = 수치가 양립하는 { FIGURES($fitting) }가지 방식 가운데 { FIGURES($some) }가지가 { $limits }(을/를) 요구한다.
# $share (text), $some (number), $limits (text)
settles-share = 수치가 양립하는 방식의 { $share }(이/가) { $limits }(을/를) 요구한다.

## How often, and which choice decides

# $ways (text): a count with its noun; $came (list): what came of them; $needed (yes or no), $needs (list): what holds
# wherever they can all be true; $crossed (yes or no): whether all combinations were tried
shares = 수치를 읽는 { $ways }의 결과는 { $came }(이다/다).{ $needed ->
    [yes] {" "}모두 참일 수 있는 경우에는 언제나 { $needs }(이어야/여야) 한다.
   *[no] { "" }
}{ $crossed ->
    [yes] { "" }
   *[no] {" "}누구의 수치를 쓰는지는 한 번에 입력값 하나씩만 바꿔 봤다.
}
    .told = 수치를 읽는 방식은 { FIGURES($n) }가지다. 그 결과는 { $came }(이다/다).{ $needed ->
        [yes] {" "}모두 참일 수 있는 경우에는 언제나 { $needs }(이어야/여야) 한다.
       *[no] { "" }
    } 읽는 방식은 선택이지 확률이 아니다.
# $share (text)
shares-true = ‘모두 참일 수 있음’ { $share }
# $share (text)
shares-edge = ‘경계에서 맞닿음’ { $share }
# $share (text)
shares-cannot = ‘모두 참일 수 없음’ { $share }
shares-all = 100%
# $share (text), $rule (text)
failing = 모두 참일 수 없는 방식의 { $share }(은/는) 한정 표현을 읽는 규칙이 같다. ‘{ $rule }’(이라는/라는) 규칙이다.
    .told = 모두 참일 수 없는 방식의 { $share }(은/는) 한정 표현을 읽는 규칙이 같다. 그 규칙은 ‘{ $rule }’(이다/다).
failing-no-rule = 모두 참일 수 없는 방식 과반에 공통된 한정 표현 규칙은 없다.
# $what (text): a choice; $share (text); $then (yes or no), $next (list): those after it; $more (yes or no), $last
# (text): the last one
decides = 결과를 가장 크게 좌우하는 것은 { $what }(이다/다). 이것만 바꿨을 때 답이 뒤집히는 경우가 { $share }(이다/다).{ $then ->
    [yes] {" "}그다음은 { $next }(이다/다).
   *[no] { "" }
}{ $more ->
    [yes] {" "}마지막은 { $last }(이다/다).
   *[no] { "" }
}
    .told = 결과를 가장 크게 좌우하는 것은 { $what }(이다/다). 이것만 바꿨을 때 답이 뒤집히는 경우가 { $share }(이다/다).{ $also ->
        [yes] {" "}그다음은 { $second }(이다/다).
       *[no] { "" }
    }
# $what (text): a choice; $share (text): how often it turns the answer
decides-next = { $what }({ $share })
# $what (text), $share (text)
decides-changes = 답을 뒤집는 선택은 없다. 필요한 조건을 가장 자주 바꾸는 것은 { $what }(이다/다). 이것만 바꿨을 때 조건이
    달라지는 경우가 { $share }(이다/다).
decides-nothing = 결과를 좌우하는 선택은 없다. 어느 하나를 바꿔도 결과는 그대로다.
decides-one-way = 읽는 방식이 하나뿐이어서 결과를 좌우하는 선택이 없다.

## The choices

decision-wording = 채택할 표현
decision-reading = 한정 표현의 해석
decision-convention = 한정 표현에 적용할 규칙
decision-margin = “약”의 오차 폭
decision-months = 포함할 달
# $label (text): a quantity
decision-counting = { $label }의 집계 방식
# $label (text): a quantity
decision-whose = { $label } 수치의 출처

## What may be chosen, where a dossier has no words of its own for it

way-wording-first = 최초 표현
way-wording-retold = 인용된 표현
way-reading-literal = 말이 허용하는 만큼
way-reading-pragmatic = 말한 뜻으로 보이는 만큼
way-convention-house = “약”은 위아래로 허용 오차 이내
way-convention-iiss = “약”은 더 많을 수 있고 “가량”은 그 수까지
way-convention-acled = 어떤 표현이든 가장 낮은 수
way-convention-measured = “약”은 설문 응답자들이 잡은 폭만큼
# $share (figure): per cent
way-margin = “약”은 위아래로 { $share }% 이내
# $months (number)
way-months = { $months ->
    [0] 수치와 같은 달의 것만
   *[other] 앞뒤 { FIGURES($months) }개월의 것도
}
way-whose-all = 모두의 수치, 가장 낮은 것부터 가장 높은 것까지
way-whose-without-ours = 자체 수치를 뺀 모두의 수치
# All choices of one origin's own figure, together.
way-whose-one-origin = 한 출처의 수치만

## Tables

decisions-table = 선택을 하나씩만 바꿨을 때 답이 뒤집히거나 필요한 조건이 바뀌는 빈도와, 모두 참일 수 있는 빈도.
    .choice = 선택
    .turns = 답이 뒤집힘
    .changes = 조건이 바뀜
    .can = 모두 참일 수 있음
# $says (text): what is chosen; $share (text)
decisions-option = { $says }: { $share }
needed-ways-table = 모두 참이려면 충족돼야 할 것. 요구 수준이 가장 낮은 것부터 가장 높은 것까지.
    .quantity = 수량
    .record = 나온 수치
    .needed = 필요한 값
    .share = 양립하는 방식 중 비율
    .claims = 근거

## The curve

# $on (text): on how many ways; $limits (text): what they ask for, with the noun; $ways (number); $outcomes (list);
# $word (text): a verdict; $share (text); $choice (text), $can (text): how often the figures can be true under each of
# its options; $more (number); $label (text): a quantity. Edge and cannot stand within the drawing.
how-much-hangs-on-reading-chart =
    .title = 수치가 모두 참일 수 있는 경우: { $on }
    .title-with = { $on } 수치가 모두 참일 수 있다. 조건은 { $limits }(이다/다).
    .subtitle = 읽는 방식 { FIGURES($ways) }가지를 요구하는 값의 순서로 왼쪽부터 늘어놓았다. 아래: 선택 하나를 정했을 때 그중
        얼마에서 수치가 모두 참일 수 있는지(황토색). 영향이 큰 선택부터. 읽는 방식은 선택이지 확률이 아니다
    .alt = 위는 모든 읽는 방식을 차례로 늘어놓은 곡선, 아래는 선택마다 막대 하나. { $outcomes }.
    .outcome = { $word }: { $share }
    .choice = { $choice }: { $can }
    .more = 그 밖의 선택 { FIGURES($more) }가지는 영향이 더 작음
    .one-way = 읽는 방식은 하나뿐이었음
    .needed = { $label }: 나머지 수치가 요구하는 값
    .no-limit = 제한 없음
    .share = 읽는 방식에서 차지하는 비율
    .edge = 경계에서 맞닿음
    .cannot = 모두 참일 수 없음

## The notebook's own words

how-much-hangs-on-reading-question =
    # 10 · 읽는 방식에 얼마나 달려 있나

    수치를 함께 맞춰 보려면 선택이 필요하다. 어느 표현을 쓸지, 한정 표현을 어떻게 읽을지, 입력값에 누구의 수치를 쓸지다.
    틀리지 않은 사람들도 서로 다르게 고른다. 여기서는 모든 조합을 시도하며, 조합 하나가 읽는 방식 하나다.
how-much-hangs-on-reading-on-how-many-ways = ## 모두 참일 수 있는 방식은 얼마나 되나
how-much-hangs-on-reading-which-choice-decides = ## 어느 선택이 답을 가르나
how-much-hangs-on-reading-what-has-to-hold =
    ## 무엇이 얼마나 자주 충족돼야 하나

    수치가 모두 참일 수 있는 방식 가운데 얼마가, 어느 수량에 제한을 두는지 본다.
how-much-hangs-on-reading-how-sure =
    ## 그렇다면 얼마나 확신할 수 있나

    수치를 함께 맞춰 볼 때와 같은 세 요건에 따른다.
how-much-hangs-on-reading-limits =
    ## 이것으로 알 수 없는 것

    - 무엇이 얼마나 그럴 법한지. 읽는 방식은 선택이지 확률이 아니다. 여러 곳이 수치를 내놓은 입력값은 그 수만큼 여러 번
    세어진다.
    - 아무도 목록에 올리지 않은 선택. 여기서 시도한 선택은 그림과 표에 적었고, 자체 선택은 자료집에서 구별했다.
    - 어느 선택이 옳은지. 모든 방식이 두는 제한은 이것에 달려 있지 않지만, 그 밖의 제한은 달려 있다.
