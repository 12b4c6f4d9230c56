### How sure one can be of what the figures say, and what would change that.

# $that (text): what is proposed; $level (high, moderate or low), $because (list): the legs that failed, else
# those that hold; $also (yes or no): whether some failed and some hold, $favour (list): those that hold
confidence = “{ $that }”에 대한 확신도는 { $level ->
    [high] 높다
    [moderate] 보통이다
   *[low] 낮다
}. { $because }.{ $also ->
    [yes] {" "}뒷받침하는 점: { $favour }.
   *[no] { "" }
}
# How sure one can be, in the story: as in English.
how-sure = { $first ->
    [yes] 이 보고서의 규칙에 따르면{" "}
   *[no] { "" }
}{ $that }에 대한 확신도는 { $level ->
    [high] 높다
    [moderate] 보통이다
   *[low] 낮다
}.
    .that = “{ $that }”
    .failed = { $n ->
        [1] 갖추지 못한 요건이 있다
        [2] 둘 다 갖추지 못한 요건이 있다
       *[other] 모두 갖추지 못한 요건이 있다
    }. { $tests }.
proposed-figure = 수치({ $figure })가 맞다
# $origins (number), $figure (yes or no): whether a figure is meant; of anything else, others than the figures
# say so too
leg-origins = { $figure ->
    [yes] { "" }
   *[no] 검토 대상 수치와 그 밖의 발언을 합쳐{" "}
}독립된 최초 출처 { $origins }곳이 그렇게 밝혔다
# $origins (number): none or one
leg-origins-fails = { $origins ->
    [0] 그렇게 밝힌 최초 출처가 없다
   *[other] 그렇게 밝힌 최초 출처는 한 곳뿐이다
}
# $what (list): quantities
leg-observed = 일부는 관측됐다({ $what })
leg-observed-fails = 관측된 것이 없다
leg-readings = 어느 방식으로 읽어도 이와 어긋나지 않는다
# $needs (list)
leg-readings-needs = { $needs }(이어야/여야) 한다
# $on (text): on how many ways; $labels (list): quantities
leg-readings-limited = { $on }는 { $labels }(이/가) 일정한 범위 안에 있어야만 성립한다
# $on (text): on how many ways
leg-readings-cannot = { $on }는 수치가 모두 참일 수 없다
# $labels (list): quantities
observed-instead = { $labels }에 대한 관측 수치. 지금까지 나온 것은 주장하거나 추산하거나 계산한 수치다.
observed-instead-none = 더 관측돼야 할 것은 없다.
# $label (text): a quantity; $origins (number)
second-origin = { $label }에 대한 독립된 두 번째 출처. 이 수치를 실은 문서들의 최초 출처는 { $origins }곳이다.
second-origin-none = 합계를 밝힌 수치라면 어느 것이든.
