### The exercises of a class: what is given, what is asked, and the reply to each answer. Between *asterisks* words
### slant.
### What a hedge and a verdict mean ends in a verb (남았다, 없다), so that both a list and “…는 뜻이다” can say it. $noun is
### the name of a quantity.

## What all exercises share

# In place of an exercise. $dated (yes or no), $day (day), $lacks (retold, documents, another, tied or any): what no
# figure is like
lesson-nothing = { $dated ->
    [yes] { $day }까지 공개된
   *[no] 이 자료집의
} 수치 가운데 { $lacks ->
    [retold] 다른 문서를 옮긴 것으로 표현까지 확인된 것이
    [documents] 검토 대상이면서 문서 두 건 이상에 실린 것이
    [another] 다른 수치와 함께 검토 대상인 것이
    [tied] 검토 대상이면서 검토 대상이 아닌 수량과 관계로 묶인 것이
   *[any] 검토 대상인 것이
} 없어, 이 연습문제에서는 물을 것이 없다.
# A word to answer with, and what it means. $term (text), $meaning (text)
lesson-term = *{ $term }*: { $meaning }
# The answer where nothing is to be named.
lesson-none = 없음
# A reply to a right answer. $key (text): what is right
lesson-right = 맞았다. { $key }.
# A reply to the right letter. $why (sentence)
lesson-right-letter = 맞았다. { $why }
lesson-right-none = 맞았다. 여기에는 없다.
# A reply to a wrong answer. $why (sentence)
lesson-not-yet = 아직 아니다. { $why }
lesson-not-none = 아직 아니다. 적어도 하나는 있다.
# A reply to a word that is not right. $said (text): the word; $means (text): what it means; $hint (sentence)
lesson-would-mean = 아직 아니다. *{ $said }*(이란/란) { $means }는 뜻이다. { $hint }
# Behind a reckoned answer. $what (text): what is right; $claims (list): the figures it follows from
lesson-from = { $what }. { $claims }에서 나오는 값
# A figure and what is on the record for it. $label (text), $record (text)
lesson-figure = { $label }({ $record })
lesson-relations = 수치들은 이렇게 묶여 있다.

## Spot the drift

lesson-drift = 달라진 말 찾기
    .letter = { "" }
    .original = 원래 표현
    .retelling = 인용 보도
    .where = 실린 곳
    .words = 한정 표현, 곧 ‘이상’ ‘약’ ‘최대’처럼 숫자에 붙는 말에 생길 수 있는 일:
    .asked = 한정 표현이 어떻게 됐나?
# What can have become of a hedge, as the ledger of retellings calls it, with what it means.
lesson-hedge-kept = { did-kept }
    .means = 낱말은 달라도 한정 표현의 뜻이 그대로 남았다
lesson-hedge-dropped = { did-dropped }
    .means = 한정 표현이 사라지고 숫자만 남았다
lesson-hedge-weakened = { did-weakened }
    .means = 말이 약해져 ‘이상’인지 ‘이하’인지 알 수 없게 됐다
lesson-hedge-strengthened = { did-strengthened }
    .means = 말이 강해져 아무도 말하지 않은 ‘이상’이나 ‘이하’가 들어갔다
lesson-hedge-inverted = { did-inverted }
    .means = 하한(‘이상’)이 상한(‘이하’)으로, 또는 상한이 하한으로 바뀌었다
lesson-hedge-invented = { did-invented }
    .means = 아무 말도 붙지 않았던 수에 한정 표현이 붙었다
# What words make of a number.
lesson-kind-a-floor = 하한
lesson-kind-a-ceiling = 상한
lesson-kind-a-bare-number = 한정 없는 수
lesson-kind-an-approximation = 어림수
lesson-kind-a-range = 범위
lesson-kind-no-number = 숫자 없는 말
lesson-kind-a-vague-number = 막연한 수
# $was, $now (text): what the words made of the number; $same (yes or no): whether that is the same
lesson-drift-here = 여기서는 { $was }(이/가) { $same ->
    [yes] 그대로 남았다
   *[no] { $now }(으로/로) 바뀌었다
}.
# $what (text): what became of the hedge; $here (sentence)
lesson-drift-right = 맞았다. 답은 { $what }(이다/다). { $here }
# For the teacher. $what (text), $of, $row (text): the words before and after; $was, $now (text): what they make of it
lesson-drift-key = { $what }: { $was } { $of } → { $now } { $row }
lesson-item =
    무엇을 셌는지까지 바꿔 옮긴 보도를 하나 고른다. 없으면 “{ lesson-none }”이라고 답한다.
# $letter (text), $was, $now (list): the kinds of things that were counted
lesson-item-changed = { $letter }에서 “{ $was }”(이/가) “{ $now }”(으로/로) 바뀌었다.
lesson-item-open = 그 보도는 무엇을 셌는지 분명하지 않아 판단할 수 없다.
lesson-item-same =
    그 보도는 같은 대상을 셌다. 빠지거나 보태지거나 섞인 종류가 있는지 찾아본다.

## How many sources?

lesson-sources = 출처는 몇 곳인가
    .letter = { "" }
    .document = 문서
    .title = 어떤 문서
    .says = 표현
    .whose = 누구의 수치라고 했나
# $documents (number)
lesson-origins =
    문서는 { $documents }건이다. 그 뒤에 있는 최초 출처는 몇 곳인가? 최초 출처란 그 수치를 가장 먼저 안 곳이다.
# How many there are where that is not sure. $fewest, $most (figure)
lesson-origins-between = 최초 출처 { $fewest }~{ $most }곳
# $count (text), $names (list): who they are
lesson-origins-key = { $count }({ $names })
# $key (text), $sure (yes or no)
lesson-origins-right = 맞았다. { $key }.{ $sure ->
    [yes] { "" }
   *[no] {" "}정확히 몇 곳인지는 이 보고서가 추정한 연결에 달려 있다.
} 수치를 옮기기만 한 곳은 출처를 늘리지 않는다.
lesson-origins-documents =
    아직 아니다. 그것은 문서의 수다. 이 가운데 수치를 직접 알 수 있었던 곳은 어디인가?
lesson-origins-names =
    아직 아니다. 그것은 마지막 칸에 나오는 이름의 수다. 남이 한 말에 다른 이름이 붙어 있을 수 있다.
lesson-origins-few =
    아직 아니다. 너무 적다. 서로 관계없는 수치들이 섞여 있다. 누구의 이름이 언제 나왔는지 본다.
lesson-origins-many = 아직 아니다. 너무 많다.
# $one, $other (text): two documents
lesson-origins-copied =
    아직 아니다. 너무 많다. 다음 두 문서는 같은 발표를 옮겼다: { $one } / { $other }.
# $figure (text): the name of a quantity
lesson-first = { $figure }의 수치가 처음 나온 곳에 가장 가까운 문서는 어느 것인가?
# $words (text): as said
lesson-first-right = 이 수치를 실은 다른 문서들은 { $words }(이라는/라는) 표현으로 거슬러 올라간다.
lesson-first-retold = 그 문서는 이 가운데 다른 문서를 옮긴 것이다.
lesson-first-own =
    그 문서에는 다른 수치가 실려 있다. 가장 많은 문서에 함께 나오는 수치를 본다.
lesson-echo =
    수치를 전했을 뿐인 곳을 그 수치의 출처로 적은 문서를 하나 고른다. 없으면 “{ lesson-none }”이라고 답한다.
# $name (text): who is named; $first (text): whose it was; $inferred (yes or no)
lesson-echo-right = 이 문서에는 { $name }의 수치로 적혀 있지만, 거슬러 올라가면 { $first }의 것이다{ $inferred ->
    [yes] (자체 추정)
   *[no] { "" }
}.
lesson-echo-wrong =
    확인된 범위에서 그 이름은 수치의 실제 출처다. 숫자를 견줘 본다. 앞서 다른 이름으로 나왔던 수치는 어느 것인가?
lesson-computed =
    다른 수치에서 계산해 냈을 뿐인 수치를 실은 문서를 하나 고른다. 없으면 “{ lesson-none }”이라고 답한다.
# $parents (list)
lesson-computed-right = { $parents }에서 계산해 낸 수치여서, 그 발언을 따로 뒷받침하지는 못한다.
lesson-computed-wrong =
    그것은 계산한 것이 아니라 직접 밝힌 수치다. 다른 수치에 무엇을 곱하면 나오는 수를 찾아본다.
# A figure that another was worked out from. $said (text), $who (text)
lesson-parent = “{ $said }”({ $who })

## What would have to be true?

lesson-together = 무엇이 참이어야 하나
    .figure = 수치
    .first = 최초 표현
    .retold = 인용된 표현
    .allows = 인용된 표현이 허용하는 범위
lesson-nothing-said = 나온 말 없음
# $noun (text): what is counted, many of it; $least (yes or no)
lesson-limit =
    인용된 표현을 쓰고, 각 수치를 그 표현이 허용하는 범위 전체로 본다. 모두 참이려면 { $noun }(은/는) { $least ->
        [yes] 최소 얼마여야 하나
       *[no] 최대 얼마일 수 있나
    }?
# $told (text): the limit; $claims (list)
lesson-limit-right = 맞았다. { $told }(이다/다). { $claims }에서 나오는 값이다.
# $side (low, high or close): where the answer lies; $least (yes or no)
lesson-limit-off = 아직 아니다. { $side ->
    [low] 너무 작다.
    [high] 너무 크다.
   *[close] 그러나 가깝다. 앞의 두 자리까지 맞춘다.
} { $least ->
    [yes] 최솟값은 각 범위의 한쪽 끝에서 나온다. 어느 끝을 써야 가장 작아지나?
   *[no] 최댓값은 각 범위의 한쪽 끝에서 나온다. 어느 끝을 써야 가장 커지나?
}
lesson-limit-published =
    아직 아니다. 그것은 발언에 나왔거나 공개된 수다. 무엇이 나왔든, 나머지 수치가 요구하는 값을 묻고 있다.
# $one, $other (text): numbers with their nouns
lesson-limit-bare =
    아직 아니다. 두 수치({ $one }, { $other })에서 한정 표현을 떼고 계산했다. 표현대로라면 범위가 더 넓다.
# $figure (text)
lesson-limit-other-end = 아직 아니다. { $figure }에서 범위의 반대쪽 끝을 썼다.
# $unit (text), $noun (text)
lesson-limit-unit = 아직 아니다. 단위를 환산하지 않았다. 묻는 것은 { $noun }(이다/다).
# $noun (text)
lesson-first-wording =
    이번에는 최초 표현을 쓴다. { $noun }의 같은 쪽 한계는 어떻게 되나?
lesson-compared-none = 그런 한계 없음
lesson-compared-same = 같은 한계
lesson-compared-lower = 더 작은 수
lesson-compared-higher = 더 큰 수
lesson-compared-no-fit = 수치가 맞지 않음
# $fits (yes or no), $left (text): what the other figures leave
lesson-first-wording-key = 최초 표현대로라면 { $fits ->
    [yes] 남는 범위는 { $left }(이다/다)
   *[no] 수치들이 맞지 않는다
}
lesson-first-wording-wrong =
    두 표현을 나란히 놓고 본다. 범위의 한쪽 끝이 없어지거나 생긴 수치는 어느 것인가?
# $wording (as-first-worded or as-retold), $reading (literal or pragmatic)
lesson-fit = { $wording ->
    [as-first-worded] 최초 표현을
   *[as-retold] 인용된 표현을
} { $reading ->
    [literal] 문구 그대로
   *[pragmatic] 통상적 의미로
} 읽으면 수치들은 양립하나(모두 참일 수 있나)?
# What each verdict means, as a clause.
lesson-verdict-fits = 각 수치가 말한 범위 전체에서 모두 참일 수 있다
lesson-verdict-fits-only-if =
    모두 참일 수 있지만, 하나 이상은 말한 범위의 일부에서만 그럴 수 있다
lesson-verdict-meets-at-the-edge =
    어긋나는 폭이 수치의 반올림 폭보다 작아 어느 쪽도 단정할 수 없다
lesson-verdict-does-not-fit = 모두를 참으로 만드는 수가 없다
lesson-verdict-cannot-be-tested = 서로 맞춰 보기에는 알려진 것이 너무 적어 판단할 수 없다
# $word (text): the verdict; $told (clause): what it comes to
lesson-fit-key = { $word }: { $told }
lesson-fit-as-they-stand = 그대로 모두 참일 수 있다
# $needs (list)
lesson-fit-needs = 필요한 조건은 { $needs }(이다/다)
# $reading (literal or pragmatic)
lesson-fit-hint = { $reading ->
    [pragmatic] 이 해석에서 하한은 다음 어림수에는 못 미친다는 뜻까지 담는다. 더 컸다면 그 어림수를 말했을 것이기 때문이다.
   *[literal] 이 해석에서 하한에는 위쪽 끝이 없다. 그래서 하한끼리는 결코 모순되지 않는다.
}
# A figure that can be moved. $figure (text): its name; $noun (text): what is counted
lesson-move = { $figure }

## What one word does

lesson-word = 말 한마디가 바꾸는 것
    .letter = { "" }
    .word = 표현
    .language = 언어
    .reads = 바꿔 넣은 수치
lesson-word-others =
    .figure = 다른 수치
    .first = 최초 표현
# $amount (text): the number with its noun; $figure (text): its name; $who (text), $words (text): as said; $noun (text)
lesson-word-given =
    따져 볼 수치는 { $amount }({ $figure })(이다/다). { $who }의 표현은 { $words }(이다/다). 이 한정 표현을 아래 표현으로
    하나씩 바꾸고, 다른 수치는 최초 표현대로 둔다. 그러면 { $noun }에는 어떤 한계가 남나? 하한은 그보다 작을 수 없다는 한계,
    상한은 그보다 클 수 없다는 한계다.
# $noun (text)
lesson-word-asked = 이 줄의 표현을 쓰면 { $noun }에는 어떤 한계가 남나?
lesson-bounds-none = 제한 없음
lesson-bounds-lower = 하한
lesson-bounds-upper = 상한
lesson-bounds-both = 하한과 상한
# How a line reads. $reads (text), $allows (text), $told (yes or no): whether what it allows is told
lesson-word-reads = “{ $reads }”{ $told ->
    [yes] ({ $allows })
   *[no] { "" }
}
# $limits (text), $reads (text), $fits (yes or no), $left (text)
lesson-word-key = { $limits }. { $reads }(이라고/라고) 하면 { $fits ->
    [yes] 남는 범위는 { $left }(이다/다)
   *[no] 수치들이 서로 모순돼 남는 것이 없다
}
# $reads (text), $limits (text), $noun (text)
lesson-word-hint = { $reads }(이라고/라고) 하면 이 수치 자체의 한계는 { $limits }(이다/다). 그것이 { $noun }에는 어떻게 작용하나?

## Moving a figure: what the answer would be. Its numbers and lists are put in where nothing can be chosen by them

# On the buttons.
lesson-wording-first = 최초 표현
lesson-wording-retold = 인용된 표현
lesson-reading-literal = 문구 그대로
lesson-reading-pragmatic = 통상적 의미
# How all of these begin. $wording (first or retold), $reading (literal or pragmatic), $value (text): what is supposed
moved = { $wording ->
    [first] 최초 표현을
   *[retold] 인용된 표현을
} { $reading ->
    [literal] 문구 그대로
   *[pragmatic] 통상적 의미로
} 읽고 { $value }일 때를 가정하면
moved-fits = { moved }, 수치들은 그대로 모두 참일 수 있다.
# $series (list): the ways of counting that are right then
moved-fits-in-part =
    { moved }, { $series } 쪽이 옳을 때 수치들은 그대로 모두 참일 수 있다.
# $needs (list): what must hold
moved-fits-only-if = { moved }, 수치들은 { $needs }일 때만 모두 참일 수 있다.
# $series (list), $needs (list)
moved-fits-only-if-in-part =
    { moved }, { $series } 쪽이 옳고 { $needs }일 때만 수치들은 모두 참일 수 있다.
moved-meets-at-the-edge =
    { moved }, 수치들은 경계에서 맞닿는다. 그 간격은 수치의 반올림 폭보다 작다.
moved-does-not-fit-by-little =
    { moved }, 수치들은 모두 참일 수 없다. 어긋나는 폭은 1% 미만이다.
# $factor (figure)
moved-does-not-fit-by-a-factor =
    { moved }, 수치들은 모두 참일 수 없다. 모든 한계를 { $factor }배씩 늦춰야 맞는다.
moved-does-not-fit-by-any =
    { moved }, 수치들은 모두 참일 수 없다. 모든 한계를 아무리 늦춰도 만나지 않는다.
moved-cannot-be-tested = { moved }, 수치들을 서로 맞춰 보기에는 알려진 것이 너무 적다.
