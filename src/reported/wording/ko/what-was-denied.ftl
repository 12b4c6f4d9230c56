### What was denied: who answered the reports and how, whether any answer disputes a number, and how other statements of
### the same bodies fared.

## What an answer is

# Kinds of answers.
answer-kind-categorical = 사실 부인
answer-kind-evidential = 증거 없음
answer-kind-legal = 합법
answer-kind-dismissal = 일축
answer-kind-acknowledged = 인정
answer-kind-no-comment = 언급하지 않음
# What an answer speaks of.
answer-about-figure = 검토 대상 수치
answer-about-other-figure = 다른 수치
answer-about-supply = 공급 자체
answer-about-else = 그 밖의 것
# Something with how often it was found. $what (text), $n (number)
answer-tally = { $what } { $n }건
# What several answers speak of, where their words say more of it. $what (text), $scopes (list), $n (number)
answer-tally-scopes = { $what }({ $scopes }) { $n }건

## Who answered

answers-table = 보도에 대한 답변, 나온 순서대로. 글자 하나는 문서의 등급, 글자와 숫자는 발언의 등급.
    .number = 번호
    .said = 답변한 쪽
    .kind = 유형
    .short = 요지
    .given-to = 답변 대상
    .document = 문서
    .graded = 등급
    .claim = 발언
# When and by whom. $day (day), $speaker (text), $who (text): the institution
answers-said = { $day }, { $speaker }({ $who })
# $kind (text), $scope (text): what it is about
answers-scope = { $kind }({ $scope } 관련)
# A figure that was answered. $said (text), $who (text), $grade (text)
answers-figure = “{ $said }”({ $who }, { $grade })
# $answers (number); $one_day (yes or no): whether all are of one day; $first (day), $last (day); $bodies (list): those
# that gave them; $early (all, none or some): whether they came before the first figure; $before (number): how many did;
# $kinds (list): answers-of-kind for each kind
answers = { $answers ->
    [1] { $first }에 나온 { $bodies } 명의의 답변 1건이 확인됐다. { $early ->
        [all] 첫 수치가 공개되기 전의 것이다.
       *[none] 첫 수치가 공개되기 전의 것은 아니다.
    }
   *[other] { $one_day ->
        [yes] { $first }에
       *[no] { $first }부터 { $last }까지
    } { $bodies } 명의로 나온 답변 { $answers }건이 확인됐다. { $early ->
        [all] 모두 첫 수치가 공개되기 전의 것이다.
        [none] 첫 수치가 공개되기 전의 것은 없다.
       *[some] 이 가운데 { $before }건은 첫 수치가 공개되기 전의 것이다.
    }
} 유형별로는 { $kinds }(이다/다).
    .told = { $answers ->
        [1] 답변 1건은 { $first }의 것이다. { $early ->
            [all] 첫 수치가 공개되기 전의 것이다.
           *[none] 첫 수치가 공개되기 전의 것은 아니다.
        }
       *[other] 답변은 { $one_day ->
            [yes] 모두 { $first }의 것이다.
           *[no] { $first }부터 { $last }까지 나왔다.
        } { $early ->
            [all] 모두 첫 수치가 공개되기 전의 것이다.
            [none] 첫 수치가 공개되기 전의 것은 없다.
           *[some] 이 가운데 { $before }건은 첫 수치가 공개되기 전의 것이다.
        }
    } 답변의 명의는 { $few_bodies }(이다/다). { $more ->
        [yes] 유형별로 많은 것은
       *[no] 유형별로는
    } { $most_kinds }(이다/다).
# A kind of answer with how often it was given. $kind (text), $n (number)
answers-of-kind = ‘{ $kind }’ { $n }건

## Whether any disputes a number

# $answers (number); $disputing (number): how many dispute a number; $share (all, none or some): the same as a share
answers-dispute = { $answers ->
    [1] { $share ->
        [all] 확인된 답변 1건은 숫자에 이의를 제기했다.
       *[none] 확인된 답변 1건은 숫자에 이의를 제기하지 않았다.
    }
   *[other] { $share ->
        [all] 답변 { $answers }건 모두 숫자에 이의를 제기했다.
        [none] 답변 { $answers }건 가운데 숫자에 이의를 제기한 것은 한 건도 없다.
       *[some] 답변 { $answers }건 가운데 숫자에 이의를 제기한 것은 { $disputing }건이다.
    }
}
# As answers-dispute; $kinds (list): what the answers speak of; $who (list): those that dispute a number
disputed = { answers-dispute } 답변이 다룬 것은 { $kinds }(이다/다).{ $disputing ->
    [0] { "" }
   *[other] {" "}숫자에 이의를 제기한 곳은 { $who }(이다/다).
}
    .told = { answers-dispute } 답변이 { $rest ->
        [yes] 주로 다룬 것은
       *[no] 다룬 것은
    } { $kinds_alone }(이다/다).{ $elsewhere ->
        [yes] {" "}‘그 밖의 것’은 { $scopes }(을/를) 말한다.
       *[no] { "" }
    }{ $disputing ->
        [0] { "" }
       *[other] {" "}숫자에 이의를 제기한 곳은 { $who }(이다/다).
    }
disputed-table = 검토 대상 수치별로 나온 답변과 그 가운데 숫자에 이의를 제기한 답변.
    .figure = 수치
    .worded = 최초 표현
    .who = 출처
    .graded = 등급
    .met = 답변 번호
    .disputed = 숫자에 이의를 제기한 답변 번호
    .claim = 발언
# In place of the numbers of answers.
disputed-by-none = 없음
# Its title is answers-dispute; ".disputes" names the lane for answers that dispute a number, ".filled" says what a filled
# dot means.
what-was-denied-chart =
    .disputes = 숫자에 이의 제기
    .subtitle =
        유형과 날짜별 답변, 번호는 표와 같음. 채운 점: 공급이나 수치에 관한 것. 빈 점: 그 밖의 것. 막대: 날짜 미상. 점선:
        검토 대상 수치
    .alt = 시간순으로 본 유형별 답변.
    .filled = 공급이나 수치에 관한 것
# What the figures met. $met (list): named-figures for each
named = { $met }(이/가) 확인됐다.
# $n (number): how many figures; $figures (list): their words in quotation marks; $answers (number): how many they met;
# $disputing (number): how many of these dispute the number
named-figures = { $figures }에는 답변 { $answers ->
    [0] 0건
   *[other] { $answers }건(숫자에 이의를 제기한 것 { $disputing }건)
}

## What was left unconfirmed

unconfirmed = 검토 대상 수치를 두고, 당사자로 거론된 기관이 확인하지 않았다고 전한 문서는 없다.
# $who (text): the body
unconfirmed-by = { $who }(은/는) 이를 확인하지 않은 상태였다

## How other statements fared

record-table = 검토 대상 수치를 낸 기관의 다른 발표와 그 결과(보도된 것).
    .when = 시기
    .whose = 기관
    .event = 기록된 내용
    .fared = 결과
    .graded = 등급
    .document = 문서
# $reports (number); $who (list): the bodies whose statements they tell of; $told (yes or no): whether any outcome is on
# file; $outcomes (list): record-of for each body
record = { $who }의 다른 발표가 어떻게 됐는지 전한 보도는 { $reports }건이다. { $told ->
    [yes] 결과가 기록된 것을 보면 { $outcomes }(이다/다).
   *[no] 결과를 전한 것은 없다.
}
# $who (list): the bodies behind the figures
record-none = { $who }의 다른 발표가 어떻게 됐는지 전한 문서는 확인되지 않았다.
# $who (text): a body; $kinds (number): of how many kinds its outcomes are; $outcomes (list)
record-of = { $kinds ->
    [1] { $who }(은/는) { $outcomes }뿐
   *[other] { $who }(은/는) { $outcomes }(으로/로) 엇갈린 기록
}

## What stands in the notebook

what-was-denied-question =
    # 7 · 무엇이 부인됐나

    수치에 답하는 방법은 여러 가지다. 부인할 수도, 증거를 요구할 수도, 아무 말도 하지 않을 수도 있다. 숫자에 이의를 제기한 답변만이 숫자에 대한 답이다.
what-was-denied-who-answered =
    ## 누가 어떤 답을 했나

    답변마다 무엇에 대한 것인지 함께 싣는다. 공급 자체에 대한 답변은 특정 수치를 가리키지 않는다.
what-was-denied-when =
    ## 언제 나온 답이며, 숫자에 이의를 제기한 것이 있나

    점 하나가 답변 하나다. 위 표의 번호와 답변한 기관을 함께 적었다. 맨 아랫줄은 숫자에 이의를 제기한 답변이다.
what-was-denied-not-disputed =
    ## 어떤 답변도 이의를 제기하지 않은 것은 무엇인가
what-was-denied-unconfirmed =
    ## 당사자로 거론된 기관이 수치를 확인했나

    기관이 공개적으로 말하지 않은 수치가 그 기관의 것으로 전해질 수 있다. 이는 부인이 아니며, 부인으로 세지도 않는다.
what-was-denied-earlier-statements =
    ## 같은 기관의 다른 발표는 어떻게 됐나

    전에 맞은 기관이 지금은 틀릴 수 있고, 그 반대도 마찬가지다. 기록에 있는 것은 누군가 글로 남긴 것뿐이다.
what-was-denied-limits =
    ## 이것으로 알 수 없는 것

    - 침묵은 동의가 아니며, 언급하지 않는 것은 시인이 아니다.
    - 전체를 부인하면 숫자를 따로 말할 필요가 없다. 숫자를 들지 않고도 모든 숫자를 부정하는 것이다. 그렇다고 아무도 이의를 제기하지 않은 숫자가 맞는 것도 아니다.
    - 찾아보지 않은 언어와 장소에서 나온 말, 비공개로 오간 말은 여기에 없다.
    - 답변은 그 답변이 가리킨 수치와 견준다. 말한 사람이 특정 보도를 염두에 뒀는지는 알 수 없다.
    - 다른 발표의 결과가 이번 발표의 결과를 정하지는 않는다. 맞거나 틀린 사례가 모두 기록되는 것도 아니다.

## How a statement fared, as the dossier files it

fared-borne-out = 사실로 확인됨
fared-not-borne-out = 사실로 확인되지 않음
fared-borne-out-in-part = 일부 사실로 확인됨
