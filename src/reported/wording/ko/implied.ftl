### What the others imply for a quantity, what was said of it, and how far the two are apart.

# What one relation implies, as a part of a list. $number (text), $figures (list): what it comes from
implied-from = { $number }({ $figures }에서)
# $named (yes or no): whether numbers as they were named imply anything; $numbers (list); $worded (excluded, limit or
# none): what the wording leaves; $span (text): the limit, $own (yes or no): whether figures of ours are behind it;
# $quantity (text): what it is called
implied-number = { $named ->
    [yes] 나머지 수치를 숫자 그대로 쓰면 { $numbers }(이/가) 도출된다. 한정 표현을 살리면 { $worded ->
            [excluded] 나머지 수치끼리 서로 배제한다
            [limit] { $span }{ $own ->
                [yes] (자체 수치 포함)
               *[no] { "" }
            }(이/가) 도출된다
           *[none] 제한이 생기지 않는다
        }.
   *[no] { $quantity }의 경우 { $worded ->
            [excluded] 한정 표현을 살리면 나머지 수치끼리 서로 배제한다
            [limit] 한정 표현을 살리면 나머지 수치에서 { $span }{ $own ->
                [yes] (자체 수치 포함)
               *[no] { "" }
            }(이/가) 도출된다
           *[none] 나머지 수치에서 도출되는 값이 없다
        }.
}
    .told = 한정 표현을 빼면 이 수치들에서 { $numbers }(이/가) 도출된다.
# What stands on the record, as a sentence. $record (text)
implied-record = { $record }.
# Where nobody else's figure goes into a sum. $reasons (list): how many for which reason
implied-in-no-sum = 다른 쪽이 공개한 수치는 계산에 들어가지 않는다({ $reasons }).
implied-by-nobody = 다른 쪽이 공개한 수치는 찾지 못했다.
# A figure of another time than the rest. $said (text), $why (text): what that takes away
implied-other-days = “{ $said }”(은/는) { $why }.
# A figure that goes into no sum, as a part of a list. $said (text), $who (text), $reason (text)
left-out-figure = “{ $said }”({ $who }, { $reason })

## How far apart

# How far a number is from what was said. $above (yes or no), $figure (yes or no): whether it is held against a figure
# under examination; $times (text): how many times the most, $part (text): which part of the least.
# The sentence: $number (text), $apart (text)
implied-apart = { $above ->
    [yes] { $figure ->
        [yes] 밝힌 최댓값의 { $times }
       *[no] 공개된 최댓값의 { $times }
    }
   *[no] { $figure ->
        [yes] 밝힌 최솟값의 { $part }
       *[no] 공개된 최솟값의 { $part }
    }
}
    .sentence = { $number }(은/는) { $apart }(이다/다).
# How many times as much. $twice, $exact (yes or no), $number (text)
times = { $twice ->
    [yes] { $exact ->
        [yes] 2배
       *[no] 약 2배
    }
   *[no] { $exact ->
        [yes] { $number }배
       *[no] 약 { $number }배
    }
}
# Which part, where it is not exactly that. $part (text)
part-about = 약 { $part }
part-2 = 절반
part-3 = 3분의 1
part-4 = 4분의 1
part-5 = 5분의 1
part-10 = 10분의 1
part-100 = 100분의 1
part-1000 = 1000분의 1
# $whole (figure)
part-any = { $whole }분의 1

## In a table

implied-excluded = 나머지 수치끼리 서로 배제함
# On paper where no quantity has a section of its own.
implied-numbers-table = 따로 다루지 않은 수량마다 나머지 수치에서 도출되는 값: 밝힌 숫자 그대로 계산한 것과 표현이 허용하는 전부.
    어느 쪽도 평균이 아니다.
    .quantity = 수량
    .named = 숫자 그대로
    .worded = 한정 표현을 살려
    .record = 나온 수치
    .apart = 차이
    .claims = 근거
