### Why a notebook ends before its question is asked. "Not asked": on no day; "not run": not on the day of the edition.

# $names (list): quantities by their ids
edition-no-quantity = 이 자료집에는 { $names }(이/가) 없어 이 질문은 다루지 않았다.
# $names (list): relations by their ids
edition-no-relation = 이 자료집에는 { $names }(이라는/라는) 관계식이 없어 이 질문은 다루지 않았다.
# $roles (list): by their ids
edition-no-role = 이 자료집에는 { $roles } 역할을 맡은 수량이 없어 이 질문은 다루지 않았다.
# $labels (list): quantities
edition-unexamined = 이 자료집에는 { $labels }에 대한 검토 대상 수치가 없어 이 질문은 다루지 않았다.
# $dated (yes or no), $day (day), $labels (list): quantities
edition-unpublished = { $dated ->
    [yes] { $day }까지 공개된 자료에는
   *[no] 이 자료집에는
} { $labels }에 대한 수치가 없어 이 판에서는 이 질문을 다루지 않았다.
# $dated (yes or no), $day (day), $labels (list): quantities
edition-not-public = { $dated ->
    [yes] { $day }까지 공개된 자료에는
   *[no] 이 자료집에는
} { $labels }에 대한 검토 대상 수치가 없어 이 판에서는 이 질문을 다루지 않았다.
edition-none-examined = 이 자료집에는 검토 대상 수치가 없어 이 질문은 다루지 않았다.
edition-one-examined = 이 자료집의 검토 대상 수치는 하나뿐이어서 견줘 볼 상대가 없다.
edition-untied = 이 자료집에는 한 수치를 다른 수치와 잇는 관계식이 없어 이 질문은 다루지 않았다.
# $known (number), $dated (yes or no), $day (day)
edition-too-few = 검토 대상 수치 가운데 { $dated ->
    [yes] { $day }까지 공개된 것
   *[no] 이 자료집에 나온 것
}{ $known ->
    [0] 이 없어
   *[other] 은 { $known }건뿐이어서
} 이 판에서는 이 질문을 다루지 않았다.
edition-no-yardstick = 이 자료집에는 발언과 나란히 놓아 볼 비교 잣대가 없어 이 질문은 다루지 않았다.

## That nothing tells what a question is about; the end of the name is what a notebook asks for.

# $dated (yes or no), $day (day)
nothing-answers = { $dated ->
    [yes] { $day }까지 공개된 자료에는
   *[no] 이 자료집에는
} 수치를 부인하거나 이에 답변한 것이 없어 이 질문은 다루지 않았다.
# $dated (yes or no), $day (day)
nothing-exchange = { $dated ->
    [yes] { $day }까지 공개된 자료에는
   *[no] 이 자료집에는
} 반대 방향으로 간 것에 관한 내용이 없어 이 질문은 다루지 않았다.
# $dated (yes or no), $day (day)
nothing-later = { $dated ->
    [yes] { $day }까지 공개된 자료에는
   *[no] 이 자료집에는
} 검토 대상 수치보다 나중에 나온 것이 없어 이 질문은 다루지 않았다.
# $dated (yes or no), $day (day)
nothing-such = { $dated ->
    [yes] { $day }까지 공개된 자료에는
   *[no] 이 자료집에는
} 이와 관련된 것이 없어 이 질문은 다루지 않았다.
